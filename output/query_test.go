package output

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// stuck is an expression whose evaluation does not end before somebody lets it.
type stuck struct{ begun, end chan struct{} }

func (s *stuck) evaluate(any) (any, error) {
	close(s.begun)
	<-s.end
	return nil, nil
}

func TestAQueryEndsWithTheContext(t *testing.T) {
	why := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	endless := &stuck{make(chan struct{}), make(chan struct{})}
	defer close(endless.end)
	go func() {
		<-endless.begun
		cancel(why)
	}()
	_, err := (&Query{endless.evaluate, MaxHeld}).Run(ctx, strings.NewReader("{}"), nil)
	assert.ErrorIs(t, err, why)

	w := &resultWriter{ctx: ctx, most: MaxHeld} // of an evaluation that was left behind
	assert.ErrorIs(t, w.value([]any{"x"}), why)
}

// TestTheResultOfAQueryIsBounded has an expression that repeats its answer 2^100 times.
func TestTheResultOfAQueryIsBounded(t *testing.T) {
	q, err := ParseQuery("x" + strings.Repeat(" | [@, @]", 100))
	require.NoError(t, err)
	assert.Equal(t, MaxHeld, q.most)
	q.most = 1 << 10
	for _, x := range []string{`"text"`, `{"a":1}`, `[]`} {
		_, err = q.Run(t.Context(), strings.NewReader(`{"x":`+x+`}`), nil)
		assert.EqualError(t, err, "The result of the query is larger than 1 KiB. Select less.")
	}
	q, err = ParseQuery("@")
	require.NoError(t, err)
	got, err := q.Run(t.Context(), strings.NewReader(`{"b":[],"a":{},"<c>":"\u2028&","n":null,"t":[true,1.5,9007199254740993]}`), nil)
	require.NoError(t, err)
	assert.Equal(t, `{"<c>":"\u2028&","a":{},"b":[],"n":null,"t":[true,1.5,9007199254740993]}`+"\n", string(got))
}
