//go:build !windows

package commands

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// pipe returns the path of a new named pipe.
func pipe(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "pipe")
	require.NoError(t, syscall.Mkfifo(path, 0o600))
	return path
}

func TestAPipeGetsTheFile(t *testing.T) {
	d := served(t)
	for _, more := range [][]string{nil, {"--force"}} {
		path := pipe(t)
		got := make(chan string)
		go func() {
			text, _ := os.ReadFile(path)
			got <- string(text)
		}()
		assert.Equal(t, 0, d.Run(to(downloadFile, path, more...)...), d.Err.String())
		assert.Equal(t, content, <-got)
		assert.Contains(t, d.Out.String(), "Wrote 22 B to '"+path+"'")
		info, err := os.Lstat(path)
		require.NoError(t, err)
		assert.NotZero(t, info.Mode()&os.ModeNamedPipe, "it is still a pipe")
	}
}

// TestAReaderOfAPipeThatGoesAway has more bytes than a pipe holds.
func TestAReaderOfAPipeThatGoesAway(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = func(*http.Request) *http.Response {
		return enginetest.Reply(http.StatusOK, "application/octet-stream", strings.Repeat("x", 4<<20))
	}
	path := pipe(t)
	go func() {
		reader, err := os.Open(path)
		if err == nil {
			_, _ = reader.Read(make([]byte, 10))
			_ = reader.Close()
		}
	}()
	assert.Equal(t, 1, d.Run(to(downloadAgent, path)...))
	assert.Contains(t, d.Err.String(), "The reader of '"+path+"' has closed it")
}

// TestAPipeThatNobodyReads checks that a wait for a reader ends with the command, and that a dry run does not wait.
func TestAPipeThatNobodyReads(t *testing.T) {
	d := served(t)
	path := pipe(t)
	assert.Equal(t, 0, d.Run(to(downloadFile, path, "--dry-run")...), d.Err.String())
	assert.Contains(t, d.Out.String(), "GET https://")
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	assert.Equal(t, 130, d.RunContext(ctx, to(downloadFile, path)...))
	assert.Empty(t, d.Sent, "nothing is asked for that nobody takes")

	// One that is opened and not read is full at some time.
	d.Answer = func(*http.Request) *http.Response {
		return enginetest.Reply(http.StatusOK, "application/octet-stream", strings.Repeat("x", 4<<20))
	}
	reader, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	require.NoError(t, err)
	defer reader.Close()
	ctx, cancel = context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	assert.Equal(t, 130, d.RunContext(ctx, to(downloadAgent, path)...), d.Err.String())
}

func TestALinkToAFileIsNotWrittenThrough(t *testing.T) {
	d := served(t)
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	require.NoError(t, os.WriteFile(file, []byte("mine"), 0o600))
	require.NoError(t, os.Symlink("file", link))
	for _, line := range [][]string{to(downloadAgent, link), to(downloadFile, link, "--force")} {
		assert.Equal(t, 2, d.Run(line...))
		assert.Contains(t, d.Err.String(), "which is never replaced")
		got, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, "mine", string(got))
	}
	require.NoError(t, os.Remove(link))
	require.NoError(t, os.Symlink("/dev/null", link))
	assert.Equal(t, 0, d.Run(to(downloadFile, link)...), d.Err.String())
	target, err := os.Readlink(link)
	require.NoError(t, err)
	assert.Equal(t, "/dev/null", target)
}
