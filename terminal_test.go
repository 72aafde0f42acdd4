//go:build unix

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	sandbox "ibmcloud-backup-recovery-plugin/sandbox/service"
)

// screen is a command in a real terminal.
type screen struct {
	*os.File
	c    *exec.Cmd
	mu   sync.Mutex
	seen bytes.Buffer
	done chan struct{}
}

func open(t *testing.T, c *exec.Cmd) *screen {
	f, err := pty.StartWithSize(c, &pty.Winsize{Rows: 40, Cols: 120})
	require.NoError(t, err)
	s := &screen{File: f, c: c, done: make(chan struct{})}
	go func() {
		defer close(s.done)
		buffer := make([]byte, 4096)
		for {
			n, err := f.Read(buffer)
			s.mu.Lock()
			s.seen.Write(buffer[:n])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() { _ = f.Close() })
	return s
}

func (s *screen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen.String()
}

// waitFor waits until the screen has shown a text.
func (s *screen) waitFor(t *testing.T, text string) {
	require.Eventually(t, func() bool { return strings.Contains(s.text(), text) }, 15*time.Second, 20*time.Millisecond, "%q did not come", text)
}

// end waits for the end and gives the exit status.
func (s *screen) end(t *testing.T) int {
	over := make(chan error, 1)
	go func() { over <- s.c.Wait() }()
	select {
	case <-over:
	case <-time.After(15 * time.Second):
		_ = s.c.Process.Kill()
		t.Fatalf("it does not end; it showed:\n%s", s.text())
	}
	<-s.done
	return s.c.ProcessState.ExitCode()
}

// stage is a sandbox with a policy named gold.
func stage(t *testing.T) *sandbox.Server {
	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir(), RunTime: 100 * time.Millisecond})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	out, err := run(t.Context(), s, "br", "policy", "create", "--name", "gold", "--backup-policy-regular", `{"retention": {"unit": "Weeks", "duration": 2}}`).CombinedOutput()
	require.NoError(t, err, "%s", out)
	return s
}

func TestADeletionAsksAtATerminal(t *testing.T) {
	s := stage(t)
	for _, answer := range []string{"n\n", "\n"} {
		term := open(t, run(t.Context(), s, "br", "policy", "delete", "gold"))
		term.waitFor(t, "Delete protection policy gold? [y/N]")
		_, err := io.WriteString(term, answer)
		require.NoError(t, err)
		assert.Equal(t, 2, term.end(t))
		assert.Contains(t, term.text(), "Nothing was done.")
	}
	term := open(t, run(t.Context(), s, "br", "policy", "delete", "gold"))
	term.waitFor(t, "[y/N]")
	_, err := term.Write([]byte{3}) // Ctrl-C
	require.NoError(t, err)
	assert.Equal(t, 130, term.end(t))

	term = open(t, run(t.Context(), s, "br", "policy", "delete", "gold"))
	term.waitFor(t, "[y/N]")
	_, err = io.WriteString(term, "y\n")
	require.NoError(t, err)
	assert.Equal(t, 0, term.end(t))
	assert.Contains(t, term.text(), "was deleted")
}

func TestQuietNeverAsks(t *testing.T) {
	term := open(t, run(t.Context(), stage(t), "br", "policy", "delete", "gold", "--quiet"))
	assert.Equal(t, 2, term.end(t))
	assert.NotContains(t, term.text(), "[y/N]")
}

func TestASecretIsTypedWithoutEcho(t *testing.T) {
	s := stage(t)
	term := open(t, run(t.Context(), s, "br", "source", "register", "--environment", "kKubernetes", "--kubernetes-params-endpoint", "https://k", "--kubernetes-params-kubernetes-distribution", "kIKS",
		"--kubernetes-params-client-private-key", "-", "--dry-run"))
	term.waitFor(t, "--kubernetes-params-client-private-key: ")
	_, err := io.WriteString(term, "hunter2\n")
	require.NoError(t, err)
	assert.Equal(t, 0, term.end(t), term.text())
	assert.NotContains(t, term.text(), "hunter2")
	assert.Contains(t, term.text(), "[hidden]")
}

func TestColoursAreForTerminals(t *testing.T) {
	s := stage(t)
	term := open(t, run(t.Context(), s, "br", "policy", "list"))
	assert.Equal(t, 0, term.end(t))
	assert.Contains(t, term.text(), "\x1b[36;1mgold\x1b[0m")
	plain := run(t.Context(), s, "br", "policy", "list")
	plain.Env = append(plain.Env, "NO_COLOR=1")
	term = open(t, plain)
	assert.Equal(t, 0, term.end(t))
	assert.NotContains(t, term.text(), "\x1b[36")
}

func TestProgressIsDrawnAtATerminal(t *testing.T) {
	s := stage(t)
	host := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(host, "large.bin"), bytes.Repeat([]byte("0123456789abcdef"), 2<<20), 0o600))
	value := func(query string, args ...string) string {
		out, err := run(t.Context(), s, append(append([]string{"br"}, args...), "-j", query)...).Output()
		require.NoError(t, err)
		return strings.Trim(strings.TrimSpace(string(out)), `"`)
	}
	do := func(args ...string) {
		out, err := run(t.Context(), s, append([]string{"br"}, args...)...).CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	do("connection", "create", "--connection-name", "site")
	do("source", "register", "--environment", "kPhysical", "--connection-id", value("connections[0].connectionId", "connection", "list"), "--name", "web-1",
		"--physical-params-endpoint", host, "--physical-params-host-type", "kLinux", "--physical-params-physical-type", "kHost")
	source := value("registrations[0].id", "source", "registrations-list")
	do("group", "create", "--name", "files", "--environment", "kPhysical", "--policy-id", value("policies[0].id", "policy", "list"),
		"--physical-params", `{"protectionType": "kFile", "fileProtectionTypeParams": {"objects": [{"id": `+source+`, "filePaths": [{"includedPath": "/"}]}]}}`)
	do("run", "create", "files", "--run-type", "kRegular")
	require.Eventually(t, func() bool { return value("runs[0].localBackupInfo.status", "run", "list", "files") == "Succeeded" }, 15*time.Second, 50*time.Millisecond)
	snapshot := value("snapshots[0].id", "object-snapshots-list", "web-1")
	s.Faults.Add(sandbox.Fault{Match: "GET /v2/data-protect/snapshots", Latency: 300 * time.Millisecond, Times: 9})
	target := filepath.Join(t.TempDir(), "large.bin")
	term := open(t, run(t.Context(), s, "br", "indexed-file-download", snapshot, "--file-path", "/large.bin", "--output-file", target))
	term.waitFor(t, "Downloading")
	assert.Equal(t, 0, term.end(t))
	assert.Contains(t, term.text(), "was written: 32 MiB in ")

	// In a pipe there is nothing but the sentence at the end.
	out, err := run(t.Context(), s, "br", "indexed-file-download", snapshot, "--file-path", "/large.bin", "--output-file", target, "--force").CombinedOutput()
	require.NoError(t, err)
	assert.NotContains(t, string(out), "Downloading")
	assert.NotContains(t, string(out), "\x1b")

	// Ctrl-C leaves what is there alone. Where no piece is whole yet, nothing is beside it.
	s.Faults.Add(sandbox.Fault{Match: "GET /v2/data-protect/snapshots", Latency: time.Minute, Times: 9})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	term = open(t, run(ctx, s, "br", "indexed-file-download", snapshot, "--file-path", "/large.bin", "--output-file", target, "--force"))
	time.Sleep(700 * time.Millisecond)
	_, err = term.Write([]byte{3})
	require.NoError(t, err)
	assert.Equal(t, 130, term.end(t))
	left, err := os.ReadDir(filepath.Dir(target))
	require.NoError(t, err)
	assert.Len(t, left, 1)
}
