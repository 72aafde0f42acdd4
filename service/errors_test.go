package service

import (
	"errors"
	"net/http"
	"testing"

	"github.com/IBM/go-sdk-core/v5/core"
	"github.com/stretchr/testify/assert"
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
