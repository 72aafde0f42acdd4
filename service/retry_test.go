package service

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

func TestWhatIsRepeatedAndWhatIsNot(t *testing.T) {
	post := api.NewRequest(&api.CreateRecovery)
	post.Body = json.RawMessage(`{}`)
	get, past := api.NewRequest(&api.GetRecoveries), time.Now().Add(-time.Second).UTC().Format(http.TimeFormat)
	const object, page = "application/json", "text/html"
	for _, c := range []struct {
		request *api.Request
		status  int
		after   string
		kind    string
		want    int  // requests, when the fault happens once
		unknown bool // whether nobody knows what became of it
	}{
		{get, 429, "0", object, 2, false}, {get, 503, "", page, 2, false}, {get, 500, "", object, 2, false}, {get, 501, "", object, 1, false},
		{get, 400, "", object, 1, false}, {get, 408, "", "", 2, false}, {get, 425, "", "", 2, false}, {get, 502, "", page, 2, false}, {get, 429, "3600", object, 1, false},
		{post, 429, "0", object, 2, false}, {post, 429, "", page, 2, false}, {post, 503, past, object, 2, false}, {post, 503, "0", object, 2, false},
		{post, 503, "0", page, 1, true}, {post, 503, "", object, 1, true}, {post, 503, "3600", object, 1, false},
		{post, 500, "", object, 1, false}, {post, 500, "", page, 1, true}, {post, 501, "", page, 1, false}, {post, 502, "0", object, 1, true}, {post, 504, "", page, 1, true},
		{post, 400, "", page, 1, false}, {post, 408, "", "", 1, false}, {post, 599, "", "", 1, true},
	} {
		t.Run(fmt.Sprint(c.request.Op.Method, c.status, c.after, c.kind), func(t *testing.T) {
			w := newWorld(t)
			w.answer(func(rw http.ResponseWriter, r *http.Request) {
				rw.Header().Set("Content-Type", object)
				if w.count() == 1 {
					rw.Header().Set("Content-Type", c.kind)
					if c.after != "" {
						rw.Header().Set("Retry-After", c.after)
					}
					rw.WriteHeader(c.status)
				}
				_, _ = io.WriteString(rw, "{}")
			})
			_, err := w.client(t).Do(context.Background(), c.request)
			assert.Equal(t, c.want, w.count())
			assert.Equal(t, c.want == 1, err != nil)
			var unknown *Unknown
			assert.Equal(t, c.unknown, errors.As(err, &unknown), "%v", err)
		})
	}
}

// TestWhatIsNotKnownIsNotRepeated breaks a POST at every point of its way.
func TestWhatIsNotKnownIsNotRepeated(t *testing.T) {
	hijack := func(do func(c net.Conn)) http.HandlerFunc {
		return func(rw http.ResponseWriter, r *http.Request) {
			c, _, err := rw.(http.Hijacker).Hijack()
			if err == nil {
				do(c)
				_ = c.Close()
			}
		}
	}
	for name, answer := range map[string]http.HandlerFunc{
		"a reset":               hijack(func(c net.Conn) { _ = c.(*net.TCPConn).SetLinger(0) }),
		"an end":                hijack(func(net.Conn) {}),
		"an end in the headers": hijack(func(c net.Conn) { _, _ = io.WriteString(c, "HTTP/1.1 202 Accepted\r\nContent-") }),
		"rubbish":               hijack(func(c net.Conn) { _, _ = io.WriteString(c, "\x00\x01\x02\r\n\r\n") }),
		"a web page": func(rw http.ResponseWriter, _ *http.Request) {
			rw.Header().Set("Content-Type", "text/html; charset=utf-8")
		},
		"silence": func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.Timeout = 300 * time.Millisecond
			w.answer(answer)
			post := api.NewRequest(&api.CreateRecovery)
			post.Body = json.RawMessage(`{}`)
			_, err := w.client(t).Do(context.Background(), post)
			var unknown *Unknown
			require.ErrorAs(t, err, &unknown)
			assert.Equal(t, "CreateRecovery", unknown.Operation)
			assert.Equal(t, 1, w.count())
		})
	}
	t.Run("Ctrl-C", func(t *testing.T) {
		w := newWorld(t)
		ctx, cancel := context.WithCancel(context.Background())
		w.answer(func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() })
		post := api.NewRequest(&api.CreateRecovery)
		post.Body = json.RawMessage(`{}`)
		_, err := w.client(t).Do(ctx, post)
		var unknown *Unknown
		require.ErrorAs(t, err, &unknown)
		assert.ErrorIs(t, err, context.Canceled)
	})
	t.Run("nobody listens", func(t *testing.T) {
		w := newWorld(t)
		c := w.client(t)
		w.endpoint.Close()
		post := api.NewRequest(&api.CreateRecovery)
		post.Body = json.RawMessage(`{}`)
		_, err := c.Do(context.Background(), post)
		var unknown *Unknown
		assert.False(t, errors.As(err, &unknown), "%v", err)
	})
	t.Run("a certificate that is not trusted", func(t *testing.T) {
		w := newWorld(t)
		secure := httptest.NewTLSServer(http.NotFoundHandler())
		defer secure.Close()
		c, err := w.Connect(context.Background(), "instance", Selection{URL: secure.URL, Tenant: "t/"})
		require.NoError(t, err)
		post := api.NewRequest(&api.CreateRecovery)
		post.Body = json.RawMessage(`{}`)
		_, err = c.Do(context.Background(), post)
		var unknown *Unknown
		assert.Error(t, err)
		assert.False(t, errors.As(err, &unknown), "%v", err)
	})
}

// TestATokenThatCannotBeRenewedNow is what happens when the identity service is away at the moment that a token ends.
func TestATokenThatCannotBeRenewedNow(t *testing.T) {
	w := newWorld(t)
	w.answer(func(rw http.ResponseWriter, _ *http.Request) { rw.WriteHeader(http.StatusUnauthorized) })
	w.Refresh = func() (string, error) { return "", errors.New("no route to host") }
	_, err := w.client(t).Do(context.Background(), api.NewRequest(&api.GetRecoveries))
	var login *LoginError
	require.ErrorAs(t, err, &login)
	assert.True(t, Transient(err))
	w.Refresh = func() (string, error) { return "", &SessionExpired{errors.New("revoked")} }
	_, err = w.client(t).Do(context.Background(), api.NewRequest(&api.GetRecoveries))
	var refused *Error
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, Unauthorized, refused.Kind())
	assert.False(t, Transient(err))
}

// TestSigningEndsWithTheContext has an identity service that never answers.
func TestSigningEndsWithTheContext(t *testing.T) {
	w := newWorld(t)
	w.Token = func() string { return "" }
	never := make(chan struct{})
	defer close(never)
	w.Refresh = func() (string, error) { <-never; return "", nil }
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	_, err := w.client(t).Do(ctx, api.NewRequest(&api.GetRecoveries))
	assert.ErrorIs(t, err, context.DeadlineExceeded)
}

func TestWithoutRetriesARequestIsSentOnce(t *testing.T) {
	w := newWorld(t)
	w.answer(func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Retry-After", "3600")
		rw.WriteHeader(http.StatusServiceUnavailable)
	})
	_, err := w.client(t).Do(WithoutRetries(context.Background()), api.NewRequest(&api.GetRecoveries))
	assert.Error(t, err)
	assert.Equal(t, 1, w.count())
}

func TestHowLongAServiceAsksToWait(t *testing.T) {
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]time.Duration{
		"": 0, "5": 5 * time.Second, "0": 0, "-5": 0, "99999999999": (1<<31 - 1) * time.Second, "-99999999999": 0, "soon": 0, "1.5": 0,
		"Sat, 28 Nov 2026 12:00:30 GMT": 30 * time.Second, "Sat, 28 Nov 2026 11:00:00 GMT": 0,
	} {
		assert.Equal(t, want, retryAfter(http.Header{"Retry-After": {text}}, now), text)
	}
}
