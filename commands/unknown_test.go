package commands

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// lostAnswers are the ways in which the answer to a POST does not arrive.
var lostAnswers = map[string]func(r *http.Request) (*http.Response, error){
	"reset": func(*http.Request) (*http.Response, error) { return nil, io.ErrUnexpectedEOF },
	"502": func(*http.Request) (*http.Response, error) {
		return enginetest.Reply(502, "text/html", "<html>bad gateway</html>"), nil
	},
	"504": func(*http.Request) (*http.Response, error) {
		return enginetest.Reply(504, "application/json", `{"message":"late"}`), nil
	},
	"a page": func(*http.Request) (*http.Response, error) {
		return enginetest.Reply(200, "text/html", "<html>log in</html>"), nil
	},
	"rubbish": func(*http.Request) (*http.Response, error) {
		return enginetest.Reply(200, "application/json", `{"protectionGroupId": "1:`), nil
	},
	"silence": func(r *http.Request) (*http.Response, error) {
		<-r.Context().Done()
		return nil, context.Cause(r.Context())
	},
}

// lose takes the answers of POSTs away, which the service carries out all the same where taken is true.
func (c *clockwork) lose(taken bool, lost func(r *http.Request) (*http.Response, error)) (posts *int) {
	posts = new(int)
	c.weird = func(r *http.Request, _ time.Duration) (*http.Response, error) {
		if r.Method != http.MethodPost {
			return nil, nil
		}
		if *posts++; taken {
			c.runs = append(c.runs, c.starts(time.Now())...)
		}
		return lost(r)
	}
	return posts
}

func TestARunWhoseAnswerWasLostIsWaitedFor(t *testing.T) {
	for name, lost := range lostAnswers {
		inItsOwnTime(t, func(t *testing.T, c *clockwork) {
			c.runs = []*clockRun{after(c.began.Add(-time.Hour), "1:1", "kRegular", time.Minute)}
			posts := c.lose(true, lost)
			assert.Equal(t, 0, c.backUp("--wait", "--output", "json"), "%s: %s", name, &c.Err)
			assert.Equal(t, "8:1", c.shownRun(t), name)
			assert.Equal(t, 1, *posts, name)
			assert.Contains(t, c.Err.String(), "looking for", name)
		})
	}
}

func TestARunThatDoesNotAppearIsUnknown(t *testing.T) {
	for name, lost := range lostAnswers {
		for _, wait := range []bool{false, true} {
			inItsOwnTime(t, func(t *testing.T, c *clockwork) {
				posts := c.lose(false, lost)
				words := []string{}
				if wait {
					words = append(words, "--wait")
				}
				assert.Equal(t, 10, c.backUp(words...), "%s: %s", name, &c.Err)
				assert.Equal(t, 1, *posts, name)
				assert.Contains(t, c.Err.String(), "It is not known whether the service carried out the request", name)
				assert.Contains(t, c.Err.String(), "Find out with: ibmcloud br run list "+group+" --start-time-usecs 1999-12-31T23:59:00Z", name)
				assert.NotContains(t, strings.ToLower(c.Err.String()), "try again", name)
				assert.Empty(t, c.Out.String(), name)
				assert.Less(t, time.Since(c.began), 4*time.Minute, name)
			})
		}
	}
}

func TestInterruptingAPOSTLeavesItUnknown(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		ctx, cancel := context.WithCancel(t.Context())
		c.lose(true, func(r *http.Request) (*http.Response, error) {
			cancel()
			<-r.Context().Done()
			return nil, r.Context().Err()
		})
		exit := c.App.Run(ctx, Namespace, []string{"run", "create", group, "--run-type", "kRegular", "--wait", "--service-url", "https://instance", "--xibm-tenant-id", "t/"})
		assert.Equal(t, 10, exit)
		assert.Contains(t, c.Err.String(), "Interrupted.")
		assert.Contains(t, c.Err.String(), "Find out with: ")
	})
}

func TestARecoveryWhoseAnswerWasLostIsFoundByItsName(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		made := false
		c.weird = func(r *http.Request, _ time.Duration) (*http.Response, error) {
			switch {
			case r.Method == http.MethodPost:
				made = true
				return nil, io.ErrUnexpectedEOF
			case strings.HasSuffix(r.URL.Path, "/recoveries") && made:
				return enginetest.Reply(200, "application/json", `{"recoveries":[{"id":"1:2:8","name":"other"},{"id":"1:2:9","name":"mine","status":"Running"}]}`), nil
			case strings.HasSuffix(r.URL.Path, "/recoveries/1:2:9"):
				return enginetest.Reply(200, "application/json", `{"id":"1:2:9","name":"mine","status":"Succeeded"}`), nil
			}
			return nil, nil
		}
		assert.Equal(t, 0, c.Run("recovery", "create", "--name", "mine", "--snapshot-environment", "kPhysical", "--wait", "--output", "json"), &c.Err)
		assert.Contains(t, c.Out.String(), "1:2:9")
	})
}

// TestEveryRequestThatMustNotBeRepeatedSaysHowToFindOut goes through the catalogue.
func TestEveryRequestThatMustNotBeRepeatedSaysHowToFindOut(t *testing.T) {
	refuse := func(*http.Request) (*http.Response, error) { return nil, io.ErrUnexpectedEOF }
	seen := 0
	everyOperation(func(words []string, l engine.Leaf, c *engine.Command) {
		if c.Op.Repeatable() || c.Op.Answer == api.File {
			return
		}
		seen++
		for i := range l.Flags {
			if f := &l.Flags[i]; f.Param != nil && f.Param.Required || len(f.Body) == 1 && f.Field.Required {
				typed, _ := sample(f.Field)
				words = append(words, "--"+bare(f)+"="+typed)
			}
		}
		if c.Confirm != "" {
			words = append(words, "--force")
		}
		d := enginetest.New(t, Catalog())
		d.App.Session.Transport = transport(refuse)
		assert.Equal(t, int(engine.ExitUnknown), d.Run(words...), "%s: %s", words, &d.Err)
		assert.Contains(t, d.Err.String(), "Find out with: ibmcloud br ", words)
	})
	assert.Greater(t, seen, 10)
}

type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestNoWishOfTheServiceStopsTheLooks(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		refused := 0
		c.weird = func(_ *http.Request, after time.Duration) (*http.Response, error) {
			if after < time.Minute || after > 5*time.Minute {
				return nil, nil
			}
			refused++
			resp := enginetest.Reply(503, "application/json", "{}")
			resp.Header.Set("Retry-After", "86400")
			return resp, nil
		}
		c.starts = func(at time.Time) []*clockRun { return []*clockRun{after(at, "8:1", "kRegular", 7*time.Minute)} }
		assert.Equal(t, 0, c.backUp("--wait"), &c.Err)
		assert.Greater(t, refused, 10)
		assert.Contains(t, c.Err.String(), "asks for a pause of 1d; the next look is in 15s at the latest")
		assert.Less(t, time.Since(c.began), 8*time.Minute)
	})
}

func TestStatusesThatTimeHeals(t *testing.T) {
	for _, status := range []int{408, 425, 429, 500, 502, 503, 504} {
		inItsOwnTime(t, func(t *testing.T, c *clockwork) {
			c.weird = func(_ *http.Request, after time.Duration) (*http.Response, error) {
				if after > time.Minute && after < 20*time.Minute {
					return enginetest.Reply(status, "application/json", "{}"), nil
				}
				return nil, nil
			}
			assert.Equal(t, 0, c.backUp("--wait"), "%d %s", status, &c.Err)
		})
	}
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		c.App.Session.Refresh = func() (string, error) { return "", errors.New("the identity service is away") }
		c.weird = func(_ *http.Request, after time.Duration) (*http.Response, error) {
			if after > time.Minute && after < 20*time.Minute {
				return enginetest.Reply(401, "application/json", "{}"), nil
			}
			return nil, nil
		}
		assert.Equal(t, 0, c.backUp("--wait"), &c.Err)
	})
}

// TestAnyOtherEndSaysThatTheRunContinues ends the waiting with a refusal.
func TestAnyOtherEndSaysThatTheRunContinues(t *testing.T) {
	for _, status := range []int{400, 403, 501} {
		inItsOwnTime(t, func(t *testing.T, c *clockwork) {
			c.weird = func(r *http.Request, after time.Duration) (*http.Response, error) {
				if after > time.Minute && r.Method == http.MethodGet {
					return enginetest.Reply(status, "application/json", `{"message":"Not any more."}`), nil
				}
				return nil, nil
			}
			exit := c.backUp("--wait")
			assert.NotZero(t, exit)
			assert.Contains(t, c.Err.String(), "Not any more.\nStopped waiting; the run continues.", "%d", status)
			assert.Contains(t, c.Err.String(), "Watch it with: ibmcloud", "%d", status)
		})
	}
}

func TestWaitingForNothing(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		c.starts = func(time.Time) []*clockRun { return nil }
		assert.Equal(t, 6, c.backUp("--wait"), "it never appears")
		assert.InDelta(t, 15*time.Minute, time.Since(c.began), float64(30*time.Second))
		assert.Contains(t, c.Err.String(), "nothing has appeared within 15m")
	})
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		c.starts = func(at time.Time) []*clockRun {
			r := after(at, "8:1", "kRegular", time.Minute)
			r.end = "Levitating"
			return []*clockRun{r}
		}
		assert.Equal(t, 6, c.backUp("--wait"), "nobody knows its status")
		assert.InDelta(t, 16*time.Minute, time.Since(c.began), float64(30*time.Second))
		assert.Contains(t, c.Err.String(), "'Levitating'")
		assert.Contains(t, c.Err.String(), "Watch it with: ")
	})
}

// TestASlowProgressEndpointDoesNotSlowTheLooks lets it take an hour for an answer.
func TestASlowProgressEndpointDoesNotSlowTheLooks(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T, c *clockwork) {
		c.weird = func(r *http.Request, _ time.Duration) (*http.Response, error) {
			if strings.HasSuffix(r.URL.Path, "/progress") {
				select {
				case <-time.After(time.Hour):
				case <-r.Context().Done():
				}
				return nil, io.ErrUnexpectedEOF
			}
			return nil, nil
		}
		c.starts = func(at time.Time) []*clockRun { return []*clockRun{after(at, "8:1", "kRegular", 10*time.Second)} }
		require.Equal(t, 0, c.backUp("--wait"), &c.Err)
		assert.Less(t, time.Since(c.began), 20*time.Second)
	})
}
