package engine

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAnAnswerToAQuestionIsOneLine checks that nothing behind it is read, and no more than an answer has.
func TestAnAnswerToAQuestionIsOneLine(t *testing.T) {
	in := strings.NewReader("yes\nnext\n")
	line, err := readLine(in)
	require.NoError(t, err)
	assert.Equal(t, "yes", line)
	rest, err := io.ReadAll(in)
	require.NoError(t, err)
	assert.Equal(t, "next\n", string(rest))
	line, err = readLine(strings.NewReader("no end"))
	assert.ErrorIs(t, err, io.EOF)
	assert.Equal(t, "no end", line)
	in = strings.NewReader(strings.Repeat("x", 2*longestAnswer))
	line, err = readLine(in)
	require.NoError(t, err)
	assert.Len(t, line, longestAnswer)
	assert.Equal(t, longestAnswer, in.Len())
}
