package service

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// TestAnotherInstanceInItsPlaceIsNotTheOneThatWasNamed removes an instance whose endpoint people were told, and adds another.
func TestAnotherInstanceInItsPlaceIsNotTheOneThatWasNamed(t *testing.T) {
	w := newWorld(t)
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	w.resources = nil
	w.add("one", "us-east", closed.URL, nil)
	_, _, err := w.Instances(t.Context(), true)
	require.NoError(t, err)
	w.resources = nil
	w.add("other", "us-east", w.endpoint.URL, nil)
	c, err := w.Connect(t.Context(), "instance", Selection{})
	require.NoError(t, err)
	assert.Equal(t, "one", c.Target().Instance.Name)
	_, err = c.Do(t.Context(), api.NewRequest(&api.DeleteProtectionPolicy).SetNamed("id", "1:2:3"))
	assert.Error(t, err)
	assert.Zero(t, w.count(), "the other instance gets nothing")
	w.resources = nil
	w.add("one", "us-east", w.endpoint.URL, nil)
	c, err = w.Connect(t.Context(), "instance", Selection{})
	require.NoError(t, err)
	answer, err := c.Do(t.Context(), api.NewRequest(&api.DeleteProtectionPolicy).SetNamed("id", "1:2:3"))
	require.NoError(t, err, "the same instance at another address does")
	_ = answer.Body.Close()
}

// TestEachAccountHasItsOwnList looks up instances with the session, with a key and with another key.
func TestEachAccountHasItsOwnList(t *testing.T) {
	w := newWorld(t)
	for range 2 {
		_, _, err := w.Instances(t.Context(), false)
		require.NoError(t, err)
	}
	assert.Equal(t, 1, w.lookUps)
	for _, token := range []string{"a", "b", "a"} {
		t.Setenv("BACKUP_RECOVERY_BEARER_TOKEN", token)
		_, _, err := w.Instances(t.Context(), false)
		require.NoError(t, err)
	}
	assert.Equal(t, 3, w.lookUps)
	t.Setenv("BACKUP_RECOVERY_BEARER_TOKEN", "")
	_, cached, err := w.Instances(t.Context(), false)
	require.NoError(t, err)
	assert.True(t, cached)
}

// TestASilentIdentityServiceIsNotWaitedForLongerThanTheNetwork has a session whose renewal never ends.
func TestASilentIdentityServiceIsNotWaitedForLongerThanTheNetwork(t *testing.T) {
	w := newWorld(t)
	w.Timeout = 100 * time.Millisecond
	never := make(chan struct{})
	defer close(never)
	w.Refresh = func() (string, error) { <-never; return "", nil }
	w.Token = func() string { return jwt("x", time.Now().Add(30*time.Second)) }
	answer, err := w.client(t).Do(t.Context(), api.NewRequest(&api.GetRecoveries))
	require.NoError(t, err, "a token that still lives is used")
	_ = answer.Body.Close()
	w.Token = func() string { return jwt("x", time.Now().Add(-time.Second)) }
	_, err = w.client(t).Do(t.Context(), api.NewRequest(&api.GetRecoveries))
	var login *LoginError
	require.ErrorAs(t, err, &login)
	assert.ErrorIs(t, err, ErrIdleTimeout)
	assert.True(t, Transient(err))
}

func TestNothingLeadsFromElsewhereToThisMachine(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	for _, host := range []string{"127.0.0.1", "localhost", "LOCALHOST", "0.0.0.0", "::ffff:127.0.0.1"} {
		ctx := context.WithValue(t.Context(), callKey{}, &call{elsewhere: host})
		_, err := dial(ctx, "tcp", net.JoinHostPort(host, port))
		var redirected *Redirected
		assert.ErrorAs(t, err, &redirected, host)
	}
	for _, c := range []*call{{}, {elsewhere: "elsewhere.example.com"}} { // not redirected, and a proxy
		conn, err := dial(context.WithValue(t.Context(), callKey{}, c), "tcp", listener.Addr().String())
		require.NoError(t, err)
		_ = conn.Close()
	}
}

func TestAHeaderThatNoneCanBeIsNotSent(t *testing.T) {
	w := newWorld(t)
	t.Setenv("BACKUP_RECOVERY_BEARER_TOKEN", "x\x01y")
	post := api.NewRequest(&api.CreateRecovery)
	post.Body = []byte(`{}`)
	_, err := w.client(t).Do(t.Context(), post)
	assert.ErrorContains(t, err, "was not sent")
	assert.Zero(t, w.count())
}

func TestAWishThatCannotBeReadIsNone(t *testing.T) {
	for text, ok := range map[string]func(time.Duration) bool{
		"0":                             func(d time.Duration) bool { return d == 0 },
		"7":                             func(d time.Duration) bool { return d == 7*time.Second },
		"x":                             func(d time.Duration) bool { return d > 100*time.Millisecond },
		"-5":                            func(d time.Duration) bool { return d > 100*time.Millisecond },
		"1.5":                           func(d time.Duration) bool { return d > 100*time.Millisecond },
		"99999999999":                   func(d time.Duration) bool { return d > maxRetryAfter },
		"Mon, 02 Jan 2006 15:04:05 GMT": func(d time.Duration) bool { return d > 100*time.Millisecond },
	} {
		assert.True(t, ok(pause(0, 0, 0, &http.Response{Header: http.Header{"Retry-After": {text}}})), text)
	}
}
