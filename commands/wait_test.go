package commands

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/service"
)

// clockwork is a service in which work takes hours and a test does not: it lives in a bubble of its own time.
type clockwork struct {
	*enginetest.CLI
	began  time.Time
	asked  atomic.Int32 // requests, of which the details of a run come beside others
	runs   []*clockRun
	weird  func(r *http.Request, after time.Duration) (*http.Response, error) // answers before the service does; nil, nil leaves it to the service
	starts func(at time.Time) []*clockRun                                     // what a request for a run starts
	posted time.Time
}

// clockRun is a run that appears and ends by the clock.
type clockRun struct {
	id, kind string
	appears  time.Time
	start    time.Time
	ends     time.Time
	end      string // its last status
	messages []string
}

const group = "1:2:3"

func (c *clockwork) status(r *clockRun) string {
	switch now := time.Now(); {
	case !now.Before(r.ends):
		return r.end
	case now.Before(r.start.Add(time.Second)):
		return "Accepted"
	}
	return "Running"
}

func (c *clockwork) show(r *clockRun) map[string]any {
	info := map[string]any{"status": c.status(r), "runType": r.kind, "startTimeUsecs": r.start.UnixMicro(), "localSnapshotStats": map[string]any{"bytesRead": 9007199254740993}}
	if engine.IsEnded(c.status(r)) {
		info["endTimeUsecs"], info["messages"] = r.ends.UnixMicro(), r.messages
	}
	return map[string]any{"id": r.id, "protectionGroupId": group, "localBackupInfo": info,
		"objects": []any{map[string]any{"object": map[string]any{"name": "web-1"}, "localSnapshotInfo": map[string]any{"snapshotInfo": map[string]any{"status": "kInProgress"}}}}}
}

func (c *clockwork) RoundTrip(r *http.Request) (*http.Response, error) {
	c.asked.Add(1)
	if c.weird != nil {
		if resp, err := c.weird(r, time.Since(c.began)); resp != nil || err != nil {
			return resp, err
		}
	}
	answer := func(status int, v any) (*http.Response, error) {
		raw, _ := json.Marshal(v)
		resp := enginetest.Reply(status, "application/json", string(raw))
		resp.Header.Set("Date", time.Now().UTC().Format(http.TimeFormat))
		return resp, nil
	}
	seen := []any{}
	for i := len(c.runs) - 1; i >= 0; i-- {
		if run := c.runs[i]; !time.Now().Before(run.appears) {
			seen = append(seen, c.show(run))
			if strings.HasSuffix(r.URL.Path, "/runs/"+run.id) {
				return answer(200, c.show(run))
			}
			if strings.HasSuffix(r.URL.Path, "/runs/"+run.id+"/progress") {
				return answer(200, map[string]any{"localRun": map[string]any{"percentageCompleted": 12.5, "events": []any{map[string]any{"message": "Copying \x1b[31m goes on."}},
					"objects": []any{map[string]any{"name": "web-1", "percentageCompleted": 25}}}})
			}
		}
	}
	switch {
	case r.Method == "POST" && strings.HasSuffix(r.URL.Path, "/runs/actions"):
		for _, run := range c.runs {
			if !engine.IsEnded(c.status(run)) {
				run.ends, run.end = time.Now().Add(3*time.Second), "Canceled"
			}
		}
		return answer(200, map[string]any{"action": "Cancel", "cancelParams": []any{}})
	case r.Method == "POST":
		for _, run := range c.runs {
			if !engine.IsEnded(c.status(run)) {
				return answer(409, map[string]any{"errorCode": "KActive", "message": "There is an active run already."})
			}
		}
		c.posted = time.Now()
		c.runs = append(c.runs, c.starts(time.Now())...)
		return answer(200, map[string]any{"protectionGroupId": group})
	case strings.HasSuffix(r.URL.Path, "/runs"):
		return answer(200, map[string]any{"runs": seen})
	case strings.HasSuffix(r.URL.Path, "/protection-groups"):
		return answer(200, map[string]any{"protectionGroups": []any{map[string]any{"id": "1:2:1"}, map[string]any{"id": group, "name": "files"}}})
	}
	return answer(404, map[string]any{"message": "There is no such thing."})
}

// inItsOwnTime runs a test in a bubble in which time passes only while everybody waits.
func inItsOwnTime(t *testing.T, test func(t *testing.T, c *clockwork)) {
	d := enginetest.New(t, Catalog())
	synctest.Test(t, func(t *testing.T) {
		c := &clockwork{CLI: d, began: time.Now()}
		c.starts = func(at time.Time) []*clockRun { return []*clockRun{after(at, "8:1", "kRegular", time.Hour)} }
		d.App.Session.Transport = c
		test(t, c)
	})
}

// after is a run that appears a moment after it was asked for, and succeeds after a while.
func after(at time.Time, id, kind string, takes time.Duration) *clockRun {
	start := at.Add(400 * time.Millisecond)
	return &clockRun{id: id, kind: kind, appears: at.Add(time.Second), start: start, ends: start.Add(takes), end: "Succeeded"}
}

func (c *clockwork) backUp(words ...string) int {
	return c.Run(append([]string{"run", "create", group, "--run-type", "kRegular"}, words...)...)
}

// shownRun is the id of the run that the command has shown as JSON, alone.
func (c *clockwork) shownRun(t *testing.T) string {
	var run struct{ ID string }
	require.NoError(t, json.Unmarshal(c.Out.Bytes(), &run), c.Out.String())
	return run.ID
}

func TestAnHourOfWaitingSurvivesWhatAnHourBrings(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		token, refreshed := "first", 0
		var busy []time.Duration
		c.App.Session.Token = func() string { return token }
		c.App.Session.Refresh = func() (string, error) {
			if time.Since(c.began) < 42*time.Minute {
				return "", &net.OpError{Op: "dial", Err: errors.New("no route")}
			}
			refreshed++
			token = "second"
			return token, nil
		}
		c.weird = func(r *http.Request, after time.Duration) (*http.Response, error) {
			switch minute := after.Minutes(); {
			case minute > 10 && minute < 25:
				return nil, &net.OpError{Op: "dial", Err: errors.New("network is unreachable")}
			case minute > 27 && minute < 29:
				return enginetest.Reply(503, "text/html", "<html>maintenance</html>"), nil
			case minute > 30 && minute < 31:
				busy = append(busy, after)
				resp := enginetest.Reply(429, "application/json", "{}")
				resp.Header.Set("Retry-After", "90")
				return resp, nil
			case minute > 33 && minute < 34:
				return enginetest.Reply(200, "text/html", "<html>log in here</html>"), nil
			case minute > 35 && minute < 36:
				time.Sleep(30 * time.Minute) // the machine sleeps, and so does what is under way
				return nil, io.ErrUnexpectedEOF
			case minute > 41 && r.Header.Get("Authorization") != "Bearer second":
				return enginetest.Reply(401, "application/json", "{}"), nil
			}
			return nil, nil
		}
		assert.Equal(t, 0, c.backUp("--wait", "--output", "json"), &c.Err)
		assert.Equal(t, "8:1", c.shownRun(t))
		assert.Contains(t, c.Out.String(), `"bytesRead": 9007199254740993`)
		assert.Equal(t, 1, refreshed)
		assert.InDelta(t, 4, len(busy), 1, "the service asked for 90 seconds, and is looked at every 15")
		assert.Less(t, c.asked.Load(), int32(900))
		assert.Contains(t, c.Err.String(), "network is unreachable")
		assert.Contains(t, c.Err.String(), "The service answers again.")
	})
}

func TestASessionThatIsOverEndsTheWaiting(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		c.App.Session.Refresh = func() (string, error) { return "", &service.SessionExpired{Err: errors.New("logged out elsewhere")} }
		c.weird = func(_ *http.Request, after time.Duration) (*http.Response, error) {
			if after > 10*time.Minute {
				return enginetest.Reply(401, "application/json", "{}"), nil
			}
			return nil, nil
		}
		assert.Equal(t, 3, c.backUp("--wait"))
		assert.Less(t, time.Since(c.began), 11*time.Minute)
	})
}

func TestAskingSlowsDown(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		var times []time.Time
		c.weird = func(r *http.Request, _ time.Duration) (*http.Response, error) {
			if strings.HasSuffix(r.URL.Path, "/runs/8:1") {
				times = append(times, time.Now())
			}
			return nil, nil
		}
		require.Equal(t, 0, c.backUp("--wait", "--quiet"))
		assert.Less(t, times[0].Sub(c.posted), 2*time.Second)
		var pauses = map[time.Duration]bool{}
		for i := 1; i < len(times); i++ {
			pause := times[i].Sub(times[i-1])
			assert.LessOrEqual(t, pause, engine.PollBackoff.Max*6/5+time.Second)
			if i > 40 {
				assert.GreaterOrEqual(t, pause, engine.PollBackoff.Max*4/5)
				pauses[pause] = true
			}
		}
		assert.Greater(t, len(pauses), 20, "there is chance in the pauses, so that many who wait do not ask together")
		assert.Empty(t, c.Err.String())
	})
}

func TestTheEndDecidesTheStatus(t *testing.T) {
	for _, end := range []struct {
		status string
		strict bool
		exit   int
	}{{"Succeeded", false, 0}, {"Succeeded", true, 0}, {"SucceededWithWarning", false, 0}, {"SucceededWithWarning", true, 8},
		{"Failed", false, 7}, {"Canceled", false, 7}, {"Missed", false, 7}, {"Skipped", false, 7}} {
		inItsOwnTime(t, func(t *testing.T, c *clockwork) {
			c.starts = func(at time.Time) []*clockRun {
				r := after(at, "8:1", "kRegular", time.Minute)
				r.end, r.messages = end.status, []string{"disk \x1b[31mfull", "and more"}
				return []*clockRun{r}
			}
			assert.Equal(t, end.exit, c.backUp("--wait", "--output", "json", "--strict="+fmt.Sprint(end.strict)), end.status)
			assert.Equal(t, "8:1", c.shownRun(t), "what has ended is shown, however it was")
			if end.status != "Succeeded" {
				assert.Contains(t, c.Err.String(), `disk \u001b[31mfull`)
			}
			if end.exit > 0 {
				assert.Contains(t, c.Err.String(), "FAILED\nRun 8 of '1:2:3' ended with the status "+end.status)
				assert.Contains(t, c.Err.String(), "\nFind out why with: ibmcloud br run why 1:2:3 8:1")
			}
		})
	}
}

func TestARunIsToldFromOneThatAScheduleStarted(t *testing.T) {
	for name, runs := range map[string]func(at time.Time) []*clockRun{
		"of another type, first": func(at time.Time) []*clockRun {
			return []*clockRun{after(at, "7:1", "kLog", time.Minute), after(at.Add(time.Second), "8:1", "kRegular", time.Hour)}
		},
		"of the same type, that was there but had not appeared": func(at time.Time) []*clockRun {
			return []*clockRun{after(at.Add(-10*time.Second), "7:1", "kRegular", time.Minute), after(at, "8:1", "kRegular", time.Hour)}
		},
		"of the same type, and ours is late": func(at time.Time) []*clockRun {
			ours := after(at, "8:1", "kRegular", time.Hour)
			ours.appears = at.Add(15 * time.Second)
			return []*clockRun{after(at.Add(-10*time.Second), "7:1", "kRegular", time.Minute), ours}
		},
		"later than ours": func(at time.Time) []*clockRun {
			return []*clockRun{after(at, "8:1", "kRegular", time.Hour), after(at.Add(300*time.Millisecond), "9:1", "kRegular", time.Minute)}
		},
		"and ours is the first and full": func(at time.Time) []*clockRun {
			return []*clockRun{after(at, "7:1", "kLog", time.Minute), after(at, "8:1", "kFull", time.Hour)}
		},
		"not at all, and ours is very late": func(at time.Time) []*clockRun {
			ours := after(at, "8:1", "kRegular", time.Hour)
			ours.appears = at.Add(10 * time.Minute)
			return []*clockRun{ours}
		},
		"not at all, and the clock of the cluster is behind": func(at time.Time) []*clockRun {
			return []*clockRun{after(at.Add(-time.Minute), "8:1", "kRegular", time.Hour)}
		},
	} {
		t.Run(name, func(t *testing.T) {
			inItsOwnTime(t, func(t *testing.T, c *clockwork) {
				c.runs = []*clockRun{after(c.began.Add(-time.Hour), "1:1", "kRegular", time.Minute)}
				c.starts = runs
				require.Equal(t, 0, c.backUp("--wait", "--output", "json"), &c.Err)
				assert.Equal(t, "8:1", c.shownRun(t))
			})
		})
	}
}

func TestAnActiveRun(t *testing.T) {
	old := func(c *clockwork) {
		c.runs = []*clockRun{after(c.began.Add(-time.Minute), "1:1", "kRegular", time.Hour)}
	}
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		old(c)
		assert.Equal(t, 5, c.backUp("--wait"))
		assert.Contains(t, c.Err.String(), "already")
		assert.Contains(t, c.Err.String(), "--if-running wait")
		assert.Equal(t, 5, c.backUp("--if-running", "fail"))
		assert.Len(t, c.runs, 1)
		assert.Equal(t, 2, c.backUp("--if-running", "whatever"))
	})
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		old(c)
		require.Equal(t, 0, c.backUp("--if-running", "wait", "--wait", "--output", "json"), &c.Err)
		assert.Equal(t, "8:1", c.shownRun(t))
		assert.Equal(t, "Succeeded", c.status(c.runs[0]))
		assert.InDelta(t, 2*time.Hour, time.Since(c.began), float64(2*time.Minute))
	})
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		old(c)
		require.Equal(t, 0, c.backUp("--if-running", "cancel"), &c.Err)
		assert.Equal(t, "Canceled", c.status(c.runs[0]))
		assert.Less(t, time.Since(c.began), time.Minute)
		assert.Equal(t, "OK\nRun 8:1 of protection group '1:2:3' was started.\n", c.Out.String())
	})
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		old(c)
		assert.Equal(t, 6, c.backUp("--if-running", "wait", "--wait-timeout", "10m"), &c.Err)
		assert.Len(t, c.runs, 1)
		assert.InDelta(t, 10*time.Minute, time.Since(c.began), float64(time.Second))
	})
}

// TestARefusalWithAnotherReasonIsNotWaitedFor answers 409 although no run is active: by then an active run would have been seen.
func TestARefusalWithAnotherReasonIsNotWaitedFor(t *testing.T) {
	for _, mode := range []string{"wait", "cancel"} {
		inItsOwnTime(t, func(t *testing.T, c *clockwork) {
			posts := 0
			c.weird = func(r *http.Request, _ time.Duration) (*http.Response, error) {
				if r.Method != http.MethodPost {
					return nil, nil
				}
				posts++
				return enginetest.Reply(409, "application/json", `{"errorCode":"KLocked","message":"The group is being changed."}`), nil
			}
			assert.Equal(t, 5, c.backUp("--if-running", mode))
			assert.Less(t, time.Since(c.began), 3*time.Minute, "it does not go on for ever")
			assert.Less(t, posts, 30)
			assert.Contains(t, c.Err.String(), "The group is being changed.")
			assert.NotContains(t, c.Err.String(), "is active", "and nothing is said of a run that there is not")
			assert.NotContains(t, c.Err.String(), "continues")
		})
	}
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		c.weird = func(r *http.Request, _ time.Duration) (*http.Response, error) {
			if r.Method != http.MethodPost {
				return nil, nil
			}
			return enginetest.Reply(400, "application/json", `{"errorCode":"KValidationError","message":"The run was already pruned."}`), nil
		}
		assert.Equal(t, 1, c.backUp("--if-running", "wait"), "and this is no conflict at all")
		assert.NotContains(t, c.Err.String(), "--if-running")
		assert.Less(t, time.Since(c.began), time.Minute)
	})
}

func TestTheTimeLimit(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		assert.Equal(t, 6, c.backUp("--wait", "--wait-timeout", "5m", "--output", "json"))
		assert.InDelta(t, 5*time.Minute, time.Since(c.began), float64(time.Second))
		assert.Empty(t, c.Out.String())
		assert.Contains(t, c.Err.String(), "The run has not finished within 5m; it continues.")
		assert.Contains(t, c.Err.String(), "run watch "+group+" 8:1 --service-url https://instance --xibm-tenant-id t/")
		assert.Contains(t, c.Err.String(), "run cancel")
		assert.Equal(t, 6, c.Run("run", "watch", group, "--wait-timeout", "5m"))
		assert.Equal(t, 0, c.Run("run", "watch", "8:1"), "a run's id is enough: %s", &c.Err)
	})
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		c.weird = func(r *http.Request, after time.Duration) (*http.Response, error) {
			if after > time.Minute {
				<-r.Context().Done() // a network that swallows everything
				return nil, context.Cause(r.Context())
			}
			return nil, nil
		}
		assert.Equal(t, 6, c.backUp("--wait", "--wait-timeout", "5m"))
		assert.InDelta(t, 5*time.Minute, time.Since(c.began), float64(time.Second), "the limit holds while a request hangs")
	})
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		for _, words := range [][]string{{"--wait-timeout", "5m"}, {"--strict"}, {"--show-objects"}, {"--wait", "--wait-timeout", "soon"}, {"--wait", "--wait-timeout", "0"}} {
			assert.Equal(t, 2, c.backUp(words...), words)
		}
		assert.Zero(t, c.asked.Load())
	})
}

func TestInterruptingStopsTheWaitingOnly(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(3*time.Minute, cancel)
		exit := c.App.Run(ctx, Namespace, []string{"run", "create", group, "--run-type", "kRegular", "--wait", "--service-url", "https://instance", "--xibm-tenant-id", "t/"})
		assert.Equal(t, 130, exit)
		assert.Contains(t, c.Err.String(), "Stopped waiting; the run continues.\nWatch it with: ")
		assert.Contains(t, c.Err.String(), "\nCancel it with: ")
		assert.Equal(t, "Running", c.status(c.runs[0]))
		assert.InDelta(t, 3*time.Minute, time.Since(c.began), float64(time.Second))
	})
}

func TestWhatIsSaidWhileWaiting(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		require.Equal(t, 0, c.backUp("--wait", "--show-objects"))
		said := c.Err.String()
		assert.Contains(t, said, `Copying \u001b[31m goes on.`)
		assert.Equal(t, 1, strings.Count(said, "goes on."), "a message is said once")
		assert.Contains(t, said, "Running  12%  0 of 1 object  8 PiB")
		assert.Contains(t, said, "web-1  kInProgress  25%")
		assert.Less(t, strings.Count(said, "\n"), 12, "a line for each change, and not for each time of asking:\n%s", said)
		assert.Contains(t, c.Out.String(), "Succeeded", "the run is shown in the end")
	})
}

func TestARunThatIsGoneEndsTheWaiting(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		c.weird = func(r *http.Request, after time.Duration) (*http.Response, error) {
			if after > 10*time.Minute && r.Method == "GET" {
				return enginetest.Reply(404, "application/json", `{"message": "The run is gone."}`), nil
			}
			return nil, nil
		}
		assert.Equal(t, 4, c.backUp("--wait"))
		assert.Contains(t, c.Err.String(), "The run is gone.")
	})
}
