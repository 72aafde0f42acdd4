package metrics

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/service"
)

// clock is a clock that a test sets.
type clock struct{ now atomic.Int64 }

func (c *clock) advance(d time.Duration) { c.now.Add(int64(d)) }
func (c *clock) time() time.Time         { return time.Unix(0, c.now.Load()) }

// TestThereIsOnePassAMinuteWhoeverAsks lets many ask at once, again and again.
func TestThereIsOnePassAMinuteWhoeverAsks(t *testing.T) {
	var out, errs bytes.Buffer
	var looks atomic.Int64
	slow := make(chan struct{})
	gate := instance(time.Now())
	gate.Refuse = func(r *api.Request) error {
		if r.Op.ID == api.GetProtectionPolicies.ID {
			looks.Add(1)
			<-slow
		}
		return nil
	}
	c := gate.Context(t, &out, &errs)
	at := &clock{}
	at.now.Store(time.Now().UnixNano())
	c.Now = at.time
	p := newPasses(c, &options{}, nil)

	brief, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	page, err := p.page(brief, true)
	require.NoError(t, err)
	assert.NotContains(t, string(page), prefix+"pass_success", "there are metrics before the first pass has ended")
	close(slow)

	ask := func() {
		var all sync.WaitGroup
		for range 50 {
			all.Go(func() {
				page, err := p.page(t.Context(), true)
				assert.NoError(t, err)
				assert.Contains(t, string(page), prefix+"pass_success 1")
			})
		}
		all.Wait()
	}
	ask()
	assert.EqualValues(t, 1, looks.Load())
	at.advance(59 * time.Second)
	ask()
	assert.EqualValues(t, 1, looks.Load())
	page, _ = p.page(t.Context(), true)
	assert.Contains(t, string(page), prefix+"pass_age_seconds 59")
	at.advance(time.Second)
	ask()
	assert.EqualValues(t, 2, looks.Load())
	page, _ = p.page(t.Context(), true)
	assert.Contains(t, string(page), prefix+`passes_total{result="success"} 2`)
	assert.Contains(t, string(page), prefix+"pass_age_seconds 0\n")
}

// TestAPassThatFailsKeepsTheMetricsAndSaysSo loses the session after the first pass, and gets it back.
func TestAPassThatFailsKeepsTheMetricsAndSaysSo(t *testing.T) {
	var out, errs bytes.Buffer
	var over atomic.Bool
	gate := instance(time.Now())
	gate.Refuse = func(*api.Request) error {
		if over.Load() {
			return &service.LoginError{Err: errors.New("no")}
		}
		return nil
	}
	c := gate.Context(t, &out, &errs)
	at := &clock{}
	at.now.Store(time.Unix(1_800_000_000, 0).UnixNano())
	c.Now = at.time
	p := newPasses(c, &options{}, nil)
	look := func() string {
		page, err := p.page(t.Context(), true)
		require.NoError(t, err)
		at.advance(5 * time.Minute)
		return string(page)
	}
	assert.Contains(t, look(), prefix+"pass_success 1")
	over.Store(true)
	page := look()
	for _, want := range []string{"pass_success 0", `pass_errors{part="all"} 1`, `passes_total{result="failure"} 1`, `groups{state="active"} 2`, "metrics_timestamp_seconds 1800000000", "pass_timestamp_seconds 1800000300"} {
		assert.True(t, strings.Contains(page, "\n"+prefix+want+"\n"), "%s\n%s", want, page)
	}
	assert.NotEmpty(t, errs.String(), "the failure is not said")
	over.Store(false)
	assert.Contains(t, look(), prefix+"pass_success 1")
}

// TestAnEmptyValueIsNotAsGoodAsNone has the values of variables that are not set: nobody would notice that there is no token and no TLS.
func TestAnEmptyValueIsNotAsGoodAsNone(t *testing.T) {
	for _, words := range [][]string{{"--write", ""}, {"--listen", ""}, {"--listen", "127.0.0.1:0", "--listen-token", ""}, {"--listen", "127.0.0.1:0", "--tls-cert", "", "--tls-key", ""}} {
		cli := enginetest.New(t, &engine.Catalog{Namespace: "backup-recovery", Commands: []*engine.Command{&Commands[0]}})
		assert.Equal(t, int(engine.ExitUsage), cli.Run(append([]string{"metrics"}, words...)...), "%q", words)
		assert.Contains(t, cli.Err.String(), "must not be empty")
		assert.Empty(t, cli.Out.String())
	}
}
