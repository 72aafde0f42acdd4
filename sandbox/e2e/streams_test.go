package e2e

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// printing are commands that print, in every way in which they do.
var printing = [][]string{
	{"policy", "list"}, {"policy", "list", "--output", "json"}, {"policy", "list", "--output", "yaml"}, {"policy", "list", "--output", "csv"}, {"policy", "list", "-j", "policies"},
	{"policy", "get", "gold"}, {"policy", "delete", "gold", "--dry-run"}, {"policy", "create", "--generate-json-input"}, {"run", "list", "x", "--help"},
	{"target", "sandbox-1"}, {"instances"},
}

// TestAnOutputThatCannotBeWrittenIsAFailure writes to a device that is always full, and to a file that was opened for reading.
func TestAnOutputThatCannotBeWrittenIsAFailure(t *testing.T) {
	s := startWithPolicy(t)
	places := map[string]func() (*os.File, error){"file descriptor": func() (*os.File, error) { return os.Open(os.DevNull) }}
	if _, err := os.Stat("/dev/full"); err == nil {
		places["no space left on device"] = func() (*os.File, error) { return os.OpenFile("/dev/full", os.O_WRONLY, 0) }
	}
	for reason, open := range places {
		for _, words := range printing {
			out, err := open()
			require.NoError(t, err)
			var complaint bytes.Buffer
			c := run(t.Context(), s, append([]string{"br"}, words...)...)
			c.Stdout, c.Stderr = out, &complaint
			assert.Error(t, c.Run(), "%s: %s", reason, words)
			require.NoError(t, out.Close())
			assert.Equal(t, 1, c.ProcessState.ExitCode(), "%s: %s", reason, words)
			lines := strings.Split(strings.TrimSpace(complaint.String()), "\n")
			assert.Equal(t, "FAILED", lines[0], "%s: %s", reason, words)
			if assert.Len(t, lines, 2, "%s: %s: %s", reason, words, &complaint) {
				assert.Contains(t, lines[1], "Standard output cannot be written: ", words)
				assert.Contains(t, lines[1], reason, words)
			}
		}
	}
}

// TestAReaderThatHasGoneIsNoNews checks that nothing is said when whoever read the output wants no more of it.
func TestAReaderThatHasGoneIsNoNews(t *testing.T) {
	s := startWithPolicy(t)
	for _, words := range printing {
		in, out, err := os.Pipe()
		require.NoError(t, err)
		require.NoError(t, in.Close())
		var complaint bytes.Buffer
		c := run(t.Context(), s, append([]string{"br"}, words...)...)
		c.Stdout, c.Stderr = out, &complaint
		assert.Error(t, c.Run(), "%s", words)
		require.NoError(t, out.Close())
		assert.Empty(t, complaint.String(), "%s", words)
	}
}
