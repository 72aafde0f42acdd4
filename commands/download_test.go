package commands

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// content is what served serves.
const content = "the content of a file\n"

// served returns a CLI whose every file is the content.
func served(t *testing.T) *enginetest.CLI {
	d := enginetest.New(t, Catalog())
	d.Answer = func(r *http.Request) *http.Response {
		offset := 0
		_, _ = fmt.Sscan(r.URL.Query().Get("startOffset"), &offset)
		return enginetest.Reply(http.StatusOK, "application/octet-stream", content[min(offset, len(content)):])
	}
	return d
}

var (
	downloadAgent = []string{"agent-download", "--platform", "kWindows", "--output-file"}
	downloadFile  = []string{"indexed-file-download", "snapshot", "--file-path", "/x", "--output-file"}
)

// to returns a command line with the place for its file.
func to(line []string, where string, more ...string) []string {
	return append(append(append([]string(nil), line...), where), more...)
}

func TestAnInstallerReplacesAnEarlierOne(t *testing.T) {
	d := served(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "agent")
	require.NoError(t, os.WriteFile(path, []byte("earlier"), 0o600))
	answer := d.Answer
	d.Answer = func(*http.Request) *http.Response {
		return enginetest.Reply(http.StatusNotFound, "application/json", "{}")
	}
	assert.Equal(t, 4, d.Run(to(downloadAgent, path)...))
	earlier, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "earlier", string(earlier), "it stays until another one is whole")

	d.Answer = answer
	for range 2 {
		assert.Equal(t, 0, d.Run(to(downloadAgent, path)...), d.Err.String())
		got, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, content, string(got))
	}
	// A name that the service has chosen, or this program, replaces nothing.
	assert.Equal(t, 0, d.Run(to(downloadAgent, dir)...), d.Err.String())
	assert.Equal(t, 2, d.Run(to(downloadAgent, dir)...))
	assert.Contains(t, d.Err.String(), "--force")
	assert.Equal(t, 0, d.Run(to(downloadAgent, dir, "--force")...), d.Err.String())
	// Nor does the file of a backup.
	assert.Equal(t, 2, d.Run(to(downloadFile, path)...))
	assert.Contains(t, d.Err.String(), "--force")
}

func TestAFileOfASnapshotIsNamed(t *testing.T) {
	d := served(t)
	for _, more := range [][]string{nil, {"--file-path", ""}, {"--nvram-file=false"}, {"--length", "5"}} {
		assert.Equal(t, 2, d.Run(append([]string{"indexed-file-download", "snapshot", "--output-file", "-"}, more...)...), more)
		assert.Contains(t, d.Err.String(), "--file-path")
		assert.Empty(t, d.Sent)
	}
	assert.Equal(t, 0, d.Run("indexed-file-download", "snapshot", "--output-file", "-", "--nvram-file"), d.Err.String())
}

func TestStandardStreamsByTheirPaths(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("they have no paths")
	}
	d := served(t)
	for _, path := range []string{"-", "/dev/stdout", "/dev/fd/1"} {
		for _, line := range [][]string{downloadAgent, downloadFile} {
			assert.Equal(t, 0, d.Run(to(line, path, "--force")...), d.Err.String())
			assert.Equal(t, content, d.Out.String())
			assert.Contains(t, d.Err.String(), "22 B")
		}
	}
	assert.Equal(t, 0, d.Run(to(downloadFile, "/dev/stderr")...))
	assert.Equal(t, content, d.Err.String(), "nothing is said between the bytes")

	for _, path := range []string{"-", "/dev/stdout"} {
		d.App.Streams.OutTerm = true
		assert.Equal(t, 2, d.Run(to(downloadFile, path)...))
		assert.Contains(t, d.Err.String(), "--output-file "+path+" leads to a terminal")
		assert.Empty(t, d.Sent)
	}
	d.App.Streams.ErrTerm = true
	assert.Equal(t, 2, d.Run(to(downloadFile, "/dev/stderr")...))
}

func TestADeviceIsWrittenAndReported(t *testing.T) {
	d := served(t)
	assert.Equal(t, 0, d.Run(to(downloadFile, os.DevNull)...), d.Err.String())
	assert.Contains(t, d.Out.String(), "Wrote 22 B to '"+os.DevNull+"'")
	assert.Equal(t, 0, d.Run(to(downloadFile, os.DevNull, "--output", "json")...), d.Err.String())
	var got struct {
		File   string
		Bytes  int
		SHA256 string
	}
	require.NoError(t, json.Unmarshal(d.Out.Bytes(), &got))
	assert.Equal(t, os.DevNull, got.File)
	assert.Equal(t, len(content), got.Bytes)
	assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256([]byte(content))), got.SHA256)
}

func TestNothingIsContinuedOrUnpackedFromAStream(t *testing.T) {
	d := served(t)
	for _, where := range []string{"-", os.DevNull} {
		assert.Equal(t, 2, d.Run(to(downloadFile, where, "--resume")...))
		assert.Contains(t, d.Err.String(), "--resume needs a file, and --output-file "+where+" is none")
		for _, command := range []string{"download", "files-download"} {
			assert.Equal(t, 2, d.Run("recovery", command, "1:2:3", "--output-file", where, "--extract", t.TempDir()), command)
			assert.Contains(t, d.Err.String(), "--extract needs a file")
		}
		assert.Empty(t, d.Sent)
	}
}

// TestWhatFollowsAnInterruptedStream checks that the command that is printed for later is one that works.
func TestWhatFollowsAnInterruptedStream(t *testing.T) {
	d := enginetest.New(t, Catalog())
	ctx, cancel := context.WithCancel(context.Background())
	d.Answer = func(*http.Request) *http.Response {
		cancel()
		return enginetest.Reply(http.StatusOK, "application/json", `{"id":"1:2:3","name":"x","status":"Running"}`)
	}
	d.RunContext(ctx, "recovery", "download", "1:2:3", "--output-file", os.DevNull)
	assert.Contains(t, d.Err.String(), "recovery download 1:2:3 --output-file "+os.DevNull)
	assert.NotContains(t, d.Err.String(), "--resume")
}

// TestAnAnswerThatIsCutIsAnErrorOfAStreamToo has a service that delivers less than it announces.
func TestAnAnswerThatIsCutIsAnErrorOfAStreamToo(t *testing.T) {
	d := served(t)
	answer := d.Answer
	d.Answer = func(r *http.Request) *http.Response {
		cut := answer(r)
		cut.Header.Set("Content-Range", "bytes 0-99/100")
		return cut
	}
	for _, where := range []string{"-", os.DevNull} {
		assert.Equal(t, 1, d.Run(to(downloadFile, where)...), where)
		assert.True(t, strings.HasPrefix(d.Err.String(), "FAILED\n"), "%s", &d.Err)
		assert.False(t, bytes.Contains(d.Out.Bytes(), []byte("Wrote")))
	}
}
