package health

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/output"
)

func TestWhatDecidesTheExitStatus(t *testing.T) {
	for _, c := range []struct {
		typed []string
		want  []survey.Kind
	}{{[]string{"none"}, nil}, {[]string{"Failed", "rpo"}, []survey.Kind{survey.Failed, survey.RPO}}} {
		got, err := (&status{failOn: c.typed}).counting()
		assert.NoError(t, err)
		assert.Equal(t, c.want, got)
	}
	all, err := (&status{}).counting()
	assert.NoError(t, err)
	assert.Len(t, all, len(survey.Kinds)-2)
	for _, typed := range [][]string{{}, {""}, {"failed", ""}, {"faild"}} {
		_, err := (&status{failOn: typed}).counting()
		assert.ErrorAs(t, err, new(*engine.UsageError), "%q", typed)
	}
}

func TestInstancesWithoutGroupsAreNamed(t *testing.T) {
	idle := []idleInstance{{"empty-1", noGroup}, {"paused-1", noneActive}}
	for _, d := range []*document{{many: true, idleIn: idle}, {many: true, idleIn: idle, Needs: 1}} {
		var said bytes.Buffer
		c := (&enginetest.Gate{}).Context(t, &bytes.Buffer{}, &said)
		_ = d.end(c)
		assert.Contains(t, said.String(), "no protection group in 'empty-1': nothing is backed up there.")
		assert.Contains(t, said.String(), "No protection group of 'paused-1' is active: nothing is backed up there.")
	}
}

func TestATerminalGetsTheFirstRunsThatHaveNotEnded(t *testing.T) {
	for count, want := range map[int]int{11: 11, 40: 10} {
		d := &document{summary: &summary{}}
		for i := range count {
			d.Running = append(d.Running, &running{Group: fmt.Sprint("group-", i), Run: fmt.Sprint(i, ":1"), Status: "Running"})
		}
		var out bytes.Buffer
		c := (&enginetest.Gate{}).Context(t, &out, &bytes.Buffer{})
		c.Options = &engine.Options{Format: output.TableFormat}
		c.Streams.OutTerm = true
		require.NoError(t, d.show(c))
		assert.Equal(t, want, strings.Count(out.String(), "group-"))
		assert.Equal(t, count > want, strings.Contains(out.String(), "30 more"))
		assert.Len(t, d.Running, count)
	}
}

// TestATerminalGetsTheNextCommandOfEachKind checks what stands below the page, whose column for it a narrow terminal has no room for.
func TestATerminalGetsTheNextCommandOfEachKind(t *testing.T) {
	d := &document{}
	for i, kind := range []survey.Kind{survey.Failed, survey.Failed, survey.RPO, survey.Agent, survey.Unprotected, survey.Unprotected} {
		d.add(&problem{Finding: &survey.Finding{Kind: kind, Counts: true, Next: fmt.Sprint("br command ", i)}})
	}
	d.add(&problem{Finding: &survey.Finding{Kind: survey.Upgrade, Next: "br noticed"}})
	var said bytes.Buffer
	c := (&enginetest.Gate{}).Context(t, &bytes.Buffer{}, &said)
	c.Streams.ErrTerm = true
	require.Error(t, d.end(c))
	assert.Equal(t, "6 problems need attention.\nNext: br command 0\nNext: br command 2\nNext: br command 3\nNext: br command 4\n", said.String())
}

// TestWhenARunIsExpectedToEnd has runs that began an hour ago or, where that is negative, at a time that is not known.
func TestWhenARunIsExpectedToEnd(t *testing.T) {
	for _, c := range []struct{ ago, usual, remaining, want time.Duration }{
		{time.Hour, 2 * time.Hour, 5 * time.Minute, 5 * time.Minute}, {time.Hour, 2 * time.Hour, 0, time.Hour}, {time.Hour, 0, 5 * time.Minute, 5 * time.Minute}, {time.Hour, 0, 0, 0},
		{time.Hour, 20 * time.Minute, 5 * time.Minute, 5 * time.Minute}, {time.Hour, 19 * time.Minute, 5 * time.Minute, 0}, {9 * time.Minute, time.Second, 5 * time.Minute, 5 * time.Minute},
		{11 * time.Minute, time.Second, 5 * time.Minute, 0}, {-1, time.Minute, 5 * time.Minute, 5 * time.Minute}, {-1, time.Minute, 0, 0},
	} {
		began, want := testNow.Add(-c.ago), int64(0)
		if c.ago < 0 {
			began = time.UnixMicro(0)
		}
		if c.want > 0 {
			want = testNow.Add(c.want).UnixMicro()
		}
		assert.Equal(t, want, expectedEnd(testNow, began, c.usual, c.remaining), "%+v", c)
	}
}
