package service

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestATraceHasTheBeginningOfABody checks what is kept of a long body, in whatever pieces it is read.
func TestATraceHasTheBeginningOfABody(t *testing.T) {
	for _, size := range []int{10, traceBody, traceBody + 1, 3*traceBody + 7} {
		for _, piece := range []int{1000, traceBody, 4 * traceBody} {
			var seen []byte
			more := -1
			body := &tracedBody{ReadCloser: io.NopCloser(strings.NewReader(strings.Repeat("x", size))), done: func(s []byte, m int) { seen, more = s, m }}
			n, err := io.CopyBuffer(io.Discard, struct{ io.Reader }{body}, make([]byte, piece))
			require.NoError(t, err)
			assert.EqualValues(t, size, n)
			assert.Len(t, seen, min(size, traceBody))
			assert.Equal(t, max(0, size-traceBody), more)
		}
	}
}
