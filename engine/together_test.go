package engine_test

import (
	"bytes"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/service"
)

var taskMessages = &engine.TaskMessages{
	Interrupted: "test.interrupted|Stopped waiting.", TimedOut: "test.timeout|Not within {{.Span}}.", Ended: "test.ended|It ended with {{.Status}}.", Warned: "test.warned|It ended with warnings.",
}

// member returns a task that ends with a status after a time, or cannot be asked for because of err.
func member(name, status string, takes time.Duration, err error) *engine.Member {
	ends := time.Now().Add(takes)
	return &engine.Member{Name: name, Task: &engine.Task{Messages: taskMessages, Watch: "watch " + name, Poll: func(*engine.Context) (*engine.Progress, error) {
		switch {
		case err != nil:
			return nil, err
		case time.Now().Before(ends):
			return &engine.Progress{Status: "Running"}, nil
		}
		return &engine.Progress{Status: status, Ended: true, Messages: []string{"the last word"}}, nil
	}}}
}

func TestSeveralTasksAreWaitedForTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out, errs bytes.Buffer
		c := (&enginetest.Gate{}).Context(t, &out, &errs)
		members := []*engine.Member{member("one", "Succeeded", time.Second, nil), member("two", "Failed", time.Minute, nil), member("three", "SucceededWithWarning", 2*time.Minute, nil),
			member("four", "", 0, &service.Error{Status: 404, Message: "It is gone."}), member("five", "Canceled", 10*time.Second, nil)}
		began := time.Now()
		require.NoError(t, c.AwaitAll(taskMessages, members))
		assert.InDelta(t, 2*time.Minute, time.Since(began), float64(20*time.Second), "as long as the longest, and not as long as all")
		err := c.JudgeAll(members)
		var failure *engine.Failure
		require.ErrorAs(t, err, &failure)
		assert.Equal(t, engine.ExitBadEnd, failure.Exit, "the highest status of all")
		assert.Equal(t, []string{"two: It ended with Failed.", "four: It is gone.", "five: It ended with Canceled."}, failure.What)
		shown := errs.String()
		assert.Contains(t, shown, "  two  Running\n")
		assert.Contains(t, shown, "  two  Failed  the last word\n")
		assert.Contains(t, shown, "  four  Unknown\n")
		assert.Contains(t, shown, "5 of 5 ended  1 failed")
		assert.Contains(t, shown, "three: It ended with warnings.")
	})
}

func TestWhatContinuesIsNamedWithHowToWatchIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out, errs bytes.Buffer
		c := (&enginetest.Gate{}).Context(t, &out, &errs)
		c.Options.Wait.Timeout = time.Minute
		members := []*engine.Member{member("one", "Succeeded", time.Second, nil), member("two", "Failed", time.Hour, nil), member("three", "Succeeded", time.Hour, nil)}
		err := c.WithinTimeout(func(c *engine.Context) error { return c.AwaitAll(taskMessages, members) })
		var failures engine.Failures
		require.NoError(t, failures.Add(c, "all", err))
		var failure *engine.Failure
		require.ErrorAs(t, failures.Err(), &failure)
		assert.Equal(t, engine.ExitTimeout, failure.Exit)
		assert.Equal(t, []string{"all: Not within 1m."}, failure.What)
		assert.Equal(t, "Watch it with: watch two\nWatch it with: watch three", failure.Next)
	})
}

func TestAtOnceStopsAtTheFirstError(t *testing.T) {
	var out, errs bytes.Buffer
	c := (&enginetest.Gate{}).Context(t, &out, &errs)
	calls := make(chan int, 1000)
	wrong := errors.New("no")
	err := c.AtOnce(1000, func(c *engine.Context, i int) error {
		calls <- i
		if i == 3 {
			return wrong
		}
		<-c.Done()
		return c.Err()
	})
	require.ErrorIs(t, err, wrong)
	assert.LessOrEqual(t, len(calls), 2*service.UsualAtOnce)
}
