package service_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/service"
	"ibmcloud-backup-recovery-plugin/service/servicetest"
)

// kindsOfOperations returns one operation of each kind: by method, and for POST also by whether it may be sent twice.
func kindsOfOperations() map[string]*api.Operation {
	kinds := map[string]*api.Operation{}
	for _, op := range api.Operations {
		kind := fmt.Sprintf("%s, repeatable %t", op.Method, op.Repeatable())
		if kinds[kind] == nil && op.Answer != api.File {
			kinds[kind] = op
		}
	}
	return kinds
}

// TestEveryBreakOfEveryKindOfOperation breaks the first connection, and then every connection, of every kind of operation at every
// point of its way. A request that must not be sent twice is sent once, unless nothing of it went out; one that may be is sent again;
// and what went wrong is an error of a type that says so.
func TestEveryBreakOfEveryKindOfOperation(t *testing.T) {
	service.HurryRetries(t)
	breaks := servicetest.Breaks()
	whole := &breaks[0]
	kinds := kindsOfOperations()
	require.Contains(t, kinds, "POST, repeatable false")
	require.Contains(t, kinds, "POST, repeatable true")
	require.GreaterOrEqual(t, len(kinds), 6)
	for kind, op := range kinds {
		for i := range breaks {
			for _, always := range []bool{false, true} {
				b := &breaks[i]
				t.Run(fmt.Sprintf("%s, %s, always %t", kind, b.Name, always), func(t *testing.T) {
					t.Parallel()
					breakOnce(t, op, b, func(n int) *servicetest.Break {
						if n == 1 || always {
							return b
						}
						return whole
					})
				})
			}
		}
	}
}

// breakOnce sends a request over a breaker and looks at what became of it.
func breakOnce(t *testing.T, op *api.Operation, b *servicetest.Break, plan func(n int) *servicetest.Break) {
	breaker := servicetest.NewBreaker(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"answer":"whole"}`)
	}), plan)
	timeout := 30 * time.Second
	if b.Silent {
		timeout = 150 * time.Millisecond
	}
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	r := api.NewRequest(op)
	for i := range op.Params {
		if op.Params[i].In == api.Path {
			r.Set(&op.Params[i], "1:2:3")
		}
	}
	if op.Body != nil {
		r.Body = []byte(`{}`)
	}
	answer, err := connect(t, breaker.URL, transport, timeout).Do(t.Context(), r)
	text := ""
	if err == nil {
		var raw []byte
		raw, err = io.ReadAll(answer.Body)
		text = string(raw)
		assert.NoError(t, answer.Body.Close())
	}
	var unknown *service.Unknown
	var gone *service.Unreachable
	if err == nil {
		assert.Equal(t, `{"answer":"whole"}`, text, "half an answer is taken for a whole one")
		assert.Positive(t, breaker.Taken())
	} else {
		assert.True(t, errors.As(err, &unknown) || errors.As(err, &gone), "%T: %v", err, err)
		assert.False(t, b.Whole, "%v", err)
	}
	switch {
	case b.Refused:
		require.ErrorAs(t, err, &gone)
		assert.True(t, gone.NotSent)
		assert.False(t, errors.As(err, &unknown), "nothing of it went out")
	case !op.Repeatable():
		assert.LessOrEqual(t, breaker.Sent(), 1, "it must not be sent twice")
		if err != nil && answer == nil {
			assert.ErrorAs(t, err, &unknown, "nobody knows whether it was taken in")
		}
	default:
		assert.False(t, errors.As(err, &unknown), "it can be sent again: %v", err)
		if !b.Whole && !b.Silent && answer == nil {
			assert.Equal(t, 5, breaker.Sent(), "it is tried again and again: %v", err)
		}
	}
}
