package service

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/IBM/go-sdk-core/v5/core"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

func TestTextsAreShortenedByRunes(t *testing.T) {
	assert.Equal(t, "日本語", shortened("日本語", 3))
	assert.Equal(t, "日本…", shortened("日本語", 2))
	assert.Equal(t, "abc", shortened("abc", 3))
	assert.Equal(t, "ab…", shortened("abc", 2))
}

// TestWhatMayBeWaitedOut checks which failures of an identity service may pass by themselves.
func TestWhatMayBeWaitedOut(t *testing.T) {
	for status, passes := range map[int]bool{0: true, 400: false, 401: false, 499: false, 500: true, 503: true} {
		err := &LoginError{Err: core.NewAuthenticationError(&core.DetailedResponse{StatusCode: status}, errors.New("no"))}
		assert.Equal(t, passes, Transient(err), status)
	}
	assert.False(t, Transient(&LoginError{}))
	for status, passes := range map[int]bool{429: true, 503: true, 500: true, 501: false, 400: false, 403: false, 404: false} {
		assert.Equal(t, passes, Transient(&Error{Status: status}), status)
	}
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

// TestWhoSendsARequestIsSaid checks the header by which the service knows the program, and the tokens' own client.
func TestWhoSendsARequestIsSaid(t *testing.T) {
	w := newWorld(t)
	w.Agent = "backup-recovery/1 (test)"
	_, err := w.client(t).Do(t.Context(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	assert.Equal(t, "backup-recovery/1 (test)", w.requests[0].Header.Get("User-Agent"))
}

// TestTheServerThatCannotBeReached checks that advice about the Manager is given where it is the Manager that is away.
func TestTheServerThatCannotBeReached(t *testing.T) {
	for op, manager := range map[*api.Operation]bool{&api.GetProtectionPolicies: false, &api.GetReports: true, &api.GetManagementAlerts: true, nil: false} {
		c := &call{op: op, repeatable: true}
		var gone *Unreachable
		require.ErrorAs(t, (&sender{base: &url.URL{Host: "h"}}).failure(c, io.ErrUnexpectedEOF), &gone)
		assert.Equal(t, manager, gone.Manager)
	}
}

// TestShapesOfRefusals reads an error in the forms of the service, of the platform and of what stands between.
func TestShapesOfRefusals(t *testing.T) {
	for body, want := range map[string]Error{
		`{"errorCode":"C","message":"m"}`:                                       {Code: "C", Message: "m", Transaction: "t"},
		`{"errors":[{"code":"a","message":"x"},{"code":"b","message":"y"}]}`:    {Code: "a", Message: "x; y", Transaction: "t"},
		`{"message":"m","errors":[{"code":"a","message":"x"}],"trace":"other"}`: {Code: "a", Message: "m; x", Transaction: "other"},
		"plain words": {Message: "plain words", Transaction: "t"}, "<html>": {Transaction: "t"}, `{"broken`: {Transaction: "t"}, "": {Transaction: "t"},
	} {
		want.Status = 400
		assert.Equal(t, &want, readError(400, http.Header{"X-Global-Transaction-Id": {"t"}, "X-Request-Id": {"later"}}, []byte(body)), body)
	}
}
