//go:build !windows

package service

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

func TestATraceGoesToARegularFileOnly(t *testing.T) {
	folder := t.TempDir()
	pipe, link, target := filepath.Join(folder, "pipe"), filepath.Join(folder, "link"), filepath.Join(folder, "target")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	require.NoError(t, os.WriteFile(target, nil, 0o600))
	require.NoError(t, os.Symlink(target, link))
	for _, name := range []string{pipe, link, folder, "/dev/null"} { // a pipe that nobody reads would wait for ever
		_, err := openTrace(name)
		assert.ErrorContains(t, err, "not a regular file", name)
	}
	f, err := openTrace(filepath.Join(folder, "new"))
	require.NoError(t, err)
	info, err := f.Stat()
	require.NoError(t, err)
	assert.EqualValues(t, 0o600, info.Mode().Perm())
	require.NoError(t, f.Close())
}

func TestATraceShowsControlCharacters(t *testing.T) {
	w := newWorld(t)
	w.Trace = filepath.Join(t.TempDir(), "trace")
	w.answer(func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Type", "text/plain")
		rw.Header()["X-Name"] = []string{"\u202eb\u200b"}
		_, _ = io.WriteString(rw, "a\x1b[2J\u202eb\x00\nnext")
	})
	answer, err := w.client(t).Do(t.Context(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	_, _ = io.ReadAll(answer.Body)
	trace, err := os.ReadFile(w.Trace)
	require.NoError(t, err)
	assert.Contains(t, string(trace), `a\u001b[2J\u202eb\u0000`+"\nnext")
	assert.Contains(t, string(trace), `X-Name: \u202eb\u200b`)
	assert.NotContains(t, string(trace), "\x1b")
}

// TestATraceSaysHowMuchItLeavesOut checks the end of a long answer and of a short one.
func TestATraceSaysHowMuchItLeavesOut(t *testing.T) {
	for more, want := range map[int]bool{0: false, 1: true} {
		w := newWorld(t)
		w.Trace = filepath.Join(t.TempDir(), "trace")
		w.answer(func(rw http.ResponseWriter, _ *http.Request) {
			rw.Header().Set("Content-Type", "text/plain")
			_, _ = io.WriteString(rw, strings.Repeat("x", traceBody+more))
		})
		answer, err := w.client(t).Do(t.Context(), api.NewRequest(&api.GetProtectionPolicies))
		require.NoError(t, err)
		_, _ = io.ReadAll(answer.Body)
		trace, err := os.ReadFile(w.Trace)
		require.NoError(t, err)
		assert.Equal(t, want, strings.Contains(string(trace), "[1 bytes more]"))
		assert.Equal(t, want, strings.Contains(string(trace), "more]"))
	}
}

// TestATraceThatOthersCanRead checks that it is said, and only then.
func TestATraceThatOthersCanRead(t *testing.T) {
	for mode, warned := range map[os.FileMode]bool{0o600: false, 0o640: true, 0o604: true} {
		name := filepath.Join(t.TempDir(), "trace")
		require.NoError(t, os.WriteFile(name, nil, 0o600))
		require.NoError(t, os.Chmod(name, mode))
		said, err := os.Create(filepath.Join(t.TempDir(), "said"))
		require.NoError(t, err)
		real := os.Stderr
		os.Stderr = said
		f, err := openTrace(name)
		os.Stderr = real
		require.NoError(t, err)
		require.NoError(t, f.Close())
		text, err := os.ReadFile(said.Name())
		require.NoError(t, err)
		assert.Equal(t, warned, strings.Contains(string(text), "can be read by others"), "%o", mode)
		require.NoError(t, said.Close())
	}
}
