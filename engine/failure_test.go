package engine

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// TestAFailureIsBounded checks that a failure of any length has room for each of its parts, and for no more than people read.
func TestAFailureIsBounded(t *testing.T) {
	show := func(f *Failure) string {
		var said bytes.Buffer
		assert.Equal(t, f.Exit, (&App{Streams: &output.Streams{Err: &said}}).end(f))
		return said.String()
	}
	long := strings.Repeat("x", 2*longestMessage)
	for _, test := range []struct {
		failure Failure
		lengths string // of the lines
	}{
		{Failure{What: []string{long}, Next: long, Meta: long}, fmt.Sprint(6, longestMessage/2-10, longestMessage/4, longestMessage/4)},
		{Failure{What: []string{long, long, long}, Next: "next", Meta: "meta"}, fmt.Sprint(6, longestMessage/2, longestMessage/2-10-8-1, 4, 4)},
		{Failure{What: []string{long, "short"}, Next: long}, fmt.Sprint(6, longestMessage/2, 5, longestMessage/4)},
	} {
		test.failure.Exit = ExitFailed
		var lengths []any
		for line := range strings.Lines(show(&test.failure)) {
			lengths = append(lengths, len(line)-1)
		}
		assert.Equal(t, test.lengths, fmt.Sprint(lengths...))
	}
	assert.Equal(t, "FAILED\nwhat\nnext\n", show(&Failure{What: []string{"what"}, Next: "next", Exit: ExitNotFound}))
	assert.Equal(t, "FAILED\nwhat\nmeta\n", show(&Failure{What: []string{"what"}, Meta: "meta", Exit: ExitNotFound}))
	assert.Empty(t, show(&Failure{What: []string{"what"}, Exit: ExitAttention, Silent: true}))
}

func TestAListOfTroublesIsBounded(t *testing.T) {
	lines := strings.Fields(strings.Repeat("line ", MaxListed+2))
	assert.Len(t, Listed(lines[:MaxListed]), MaxListed)
	assert.NotContains(t, strings.Join(Listed(lines[:MaxListed]), ""), "more")
	assert.Equal(t, "  and 1 more", Listed(lines[:MaxListed+1])[MaxListed])
	assert.Equal(t, "  and 2 more", Listed(lines)[MaxListed])
	assert.Equal(t, []string{"  failed\n  OK\n  FAILED"}, Listed([]string{"failed\r\nOK\nFAILED"}), "a message stays below what it is about")
	assert.Len(t, Listed([]string{strings.Repeat("x", longestMessage)})[0], 2+longestMessage/MaxListed)
	for more, want := range map[int]string{0: "line", 1: "line, and 1 more"} {
		f := (&stepError{errors.New("no"), "step", lines[:MaxListed+more]}).explained(explainer{})
		assert.True(t, strings.HasSuffix(f.What[len(f.What)-1], want+"."), f.What)
		assert.Equal(t, MaxListed, strings.Count(f.What[len(f.What)-1], "line"))
	}
	assert.Len(t, (&stepError{errors.New("no"), "step", nil}).explained(explainer{}).What, 1)
}

// TestTheWorstOfSeveralFailuresCounts checks the exit status and the advice of many, in whatever order they come.
func TestTheWorstOfSeveralFailuresCounts(t *testing.T) {
	c := &Context{Context: t.Context()}
	minor, major := Fail(ExitNotFound, "x|minor").Hint("x.a|first"), Fail(ExitConflict, "x.b|major").Hint("x.c|second")
	again := Fail(ExitConflict, "x.d|again").Hint("x.e|third")
	require.Less(t, minor.Exit, major.Exit)
	for _, errs := range [][]error{{minor, major, again}, {major, minor, again}, {major, again, minor}} {
		var f, whole Failures
		for i, err := range errs {
			f.Note(c, fmt.Sprint(i), err)
		}
		whole.Join("part", &f)
		assert.Equal(t, ExitConflict, f.exit)
		assert.Equal(t, "second", f.next, "of two as bad as each other, the first")
		assert.Equal(t, ExitConflict, whole.exit)
		assert.Equal(t, "second", whole.next)
		var other Failures
		other.Note(c, "x", again)
		other.Join("part", &f)
		assert.Equal(t, "third", other.next)
	}
	var none Failures
	none.Note(c, "x", nil)
	none.Note(c, "x", ErrDryRun)
	assert.Empty(t, none.what)
}

// TestWhatRefusalsSuggest checks the advice on errors of the service, of connectors and of connector agents.
func TestWhatRefusalsSuggest(t *testing.T) {
	x := explainer{program: "ibmcloud br", role: Manager}
	for _, test := range []struct {
		op     *api.Operation
		err    service.Error
		exit   Exit
		next   string
		silent bool
	}{
		{err: service.Error{Status: http.StatusTooManyRequests}, exit: ExitFailed, next: "The service is busy. Try again later."},
		{err: service.Error{Status: http.StatusTooManyRequests, RetryAfter: 90 * time.Second}, exit: ExitFailed, next: "The service is busy. Try again in 1m 30s."},
		{err: service.Error{Status: http.StatusNotFound}, exit: ExitNotFound}, {err: service.Error{Status: http.StatusConflict}, exit: ExitConflict},
		{err: service.Error{Status: http.StatusUnauthorized}, exit: ExitLogin, next: "Log in again with 'ibmcloud login'"},
		{err: service.Error{Status: http.StatusForbidden}, exit: ExitLogin, next: "needs the service role Manager"},
		{op: &api.GetReports, err: service.Error{Status: http.StatusForbidden}, exit: ExitLogin, next: "The reports need the service role Reader"},
		{op: &api.GetDataSourceConnectorStatus, err: service.Error{Status: http.StatusUnauthorized}, exit: ExitLogin, next: "ibmcloud br access-token-generate"},
		{op: &api.GetDataSourceConnectorStatus, err: service.Error{Status: http.StatusForbidden}, exit: ExitLogin, next: "change the first password"},
		{op: &api.GetDataSourceConnectorStatus, err: service.Error{Status: http.StatusInternalServerError}, exit: ExitFailed, next: "ibmcloud br data-source-connector-logs"},
		{err: service.Error{Status: http.StatusInternalServerError, Transaction: "T"}, exit: ExitFailed, next: "give the transaction to IBM Cloud support"},
		{op: &api.CreateAccessToken, err: service.Error{Status: http.StatusUnauthorized}, exit: ExitLogin, next: "Users of a connector are its own"},
		{op: &api.RegisterConnectorAgent, err: service.Error{Status: http.StatusUnauthorized, Code: "InvalidToken"}, exit: ExitLogin, next: "valid for a day"},
		{op: &api.RegisterConnectorAgent, err: service.Error{Status: http.StatusUnauthorized, Code: "UnauthorizedAccess"}, exit: ExitLogin, next: "Use a token of the instance"},
		{op: &api.RegisterConnectorAgent, err: service.Error{Status: http.StatusBadRequest, Code: "DuplicateConnection"}, exit: ExitConflict, next: "--join-existing-connection"},
		{op: &api.RegisterConnectorAgent, err: service.Error{Status: http.StatusForbidden, Code: "x"}, exit: ExitLogin, silent: true},
		{op: &api.RegisterConnectorAgent, err: service.Error{Status: http.StatusUnauthorized, Code: "x"}, exit: ExitLogin, silent: true},
		{op: &api.RegisterConnectorAgent, err: service.Error{Status: http.StatusBadGateway, Code: "x"}, exit: ExitFailed, next: "Try again later."},
	} {
		if test.op != nil {
			test.err.Operation = test.op.ID
		}
		f := x.refusal(&test.err)
		assert.Equal(t, test.exit, f.Exit, "%+v", test.err)
		assert.Contains(t, f.Next, test.next, "%+v", test.err)
		if test.silent {
			assert.Empty(t, f.Next, "advice for the instance is none for an agent")
		}
	}
	assert.Equal(t, "Code: C, Status: 404, Transaction: T", x.refusal(&service.Error{Status: 404, Code: "C", Transaction: "T"}).Meta)
	assert.Equal(t, "Status: 404", x.refusal(&service.Error{Status: 404}).Meta)
}
