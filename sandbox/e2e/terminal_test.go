//go:build unix

package e2e

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// terminal is a command in a pseudo-terminal.
type terminal struct {
	*os.File
	c    *exec.Cmd
	mu   sync.Mutex
	seen bytes.Buffer
	done chan struct{}
}

func openTerminal(t *testing.T, c *exec.Cmd) *terminal { return openTerminalOf(t, 120, c) }

// openTerminalOf is openTerminal with a number of columns.
func openTerminalOf(t *testing.T, columns uint16, c *exec.Cmd) *terminal {
	f, err := pty.StartWithSize(c, &pty.Winsize{Rows: 40, Cols: columns})
	require.NoError(t, err)
	s := &terminal{File: f, c: c, done: make(chan struct{})}
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

func (s *terminal) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen.String()
}

// waitFor waits until the terminal has shown a text.
func (s *terminal) waitFor(t *testing.T, text string) {
	require.Eventually(t, func() bool { return strings.Contains(s.text(), text) }, 15*time.Second, 20*time.Millisecond, "%q did not come", text)
}

// end waits for the end of the command and returns the exit status.
func (s *terminal) end(t *testing.T) int {
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

// startWithPolicy starts a sandbox with a policy named gold.
func startWithPolicy(t *testing.T) *sandbox.Server {
	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir(), RunTime: 100 * time.Millisecond})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	out, err := run(t.Context(), s, "br", "policy", "create", "--name", "gold", "--backup-policy-regular", `{"retention": {"unit": "Weeks", "duration": 2}}`).CombinedOutput()
	require.NoError(t, err, "%s", out)
	return s
}

func TestADeletionAsksAtATerminal(t *testing.T) {
	s := startWithPolicy(t)
	for _, answer := range []string{"n\n", "\n"} {
		term := openTerminal(t, run(t.Context(), s, "br", "policy", "delete", "gold"))
		term.waitFor(t, "Delete protection policy 'gold', which no protection group uses? [y/N]> ")
		_, err := io.WriteString(term, answer)
		require.NoError(t, err)
		assert.Equal(t, 0, term.end(t))
		assert.Contains(t, term.text(), "Canceled.")
		assert.NotContains(t, term.text(), "FAILED")
	}
	term := openTerminal(t, run(t.Context(), s, "br", "policy", "delete", "gold"))
	term.waitFor(t, "[y/N]")
	_, err := term.Write([]byte{3}) // Ctrl-C
	require.NoError(t, err)
	assert.Equal(t, 130, term.end(t))

	term = openTerminal(t, run(t.Context(), s, "br", "policy", "delete", "gold"))
	term.waitFor(t, "[y/N]")
	_, err = io.WriteString(term, "y\n")
	require.NoError(t, err)
	assert.Equal(t, 0, term.end(t))
	assert.Contains(t, term.text(), "was deleted")
}

// TestAnInstanceThatWasFoundIsNamed changes something while no instance is targeted.
func TestAnInstanceThatWasFoundIsNamed(t *testing.T) {
	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir(), RunTime: 100 * time.Millisecond})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	create := func(name string) *terminal {
		return openTerminal(t, run(t.Context(), s, "br", "policy", "create", "--name", name, "--backup-policy-regular", `{"retention": {"unit": "Weeks", "duration": 2}}`))
	}
	term := create("gold")
	term.waitFor(t, "[y/N]> ")
	assert.Contains(t, term.text(), "No instance was named: using '")
	_, err = io.WriteString(term, "n\n")
	require.NoError(t, err)
	assert.Equal(t, 0, term.end(t))
	term = create("gold")
	term.waitFor(t, "[y/N]> ")
	_, err = io.WriteString(term, "y\n")
	require.NoError(t, err)
	assert.Equal(t, 0, term.end(t), term.text())
	term = create("silver")
	assert.Equal(t, 0, term.end(t), term.text())
	assert.NotContains(t, term.text(), "[y/N]", "once for an instance")
	assert.Contains(t, term.text(), "No instance was named: using '")

	out, err := run(t.Context(), s, "br", "policy", "delete", "silver", "--force").CombinedOutput()
	require.NoError(t, err)
	assert.Contains(t, string(out), "No instance was named: using '", "where nobody can be asked, too")
	out, err = run(t.Context(), s, "br", "policy", "list").CombinedOutput()
	require.NoError(t, err)
	assert.NotContains(t, string(out), "No instance was named", "and not where nothing is changed")
	out, err = run(t.Context(), s, "br", "policy", "delete", "gold", "--force", "--instance", s.Instances[0].GUID).CombinedOutput()
	require.NoError(t, err, "%s", out)
	assert.NotContains(t, string(out), "No instance was named")
}

// TestAListFitsTheTerminal shows recoveries, whose table is wider than 80 columns.
func TestAListFitsTheTerminal(t *testing.T) {
	s := startWithPolicy(t)
	host := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(host, "a"), []byte("a"), 0o600))
	br := func(args ...string) string {
		out, err := run(t.Context(), s, append([]string{"br"}, args...)...).Output()
		require.NoError(t, err, "%s", args)
		return strings.Trim(strings.TrimSpace(string(out)), `"`)
	}
	show := func(columns uint16, args ...string) string {
		c := run(t.Context(), s, append([]string{"br"}, args...)...)
		c.Env = append(c.Env, "TZ=UTC", "IBMCLOUD_COLOR=false")
		term := openTerminalOf(t, columns, c)
		require.Equal(t, 0, term.end(t), term.text())
		return strings.ReplaceAll(term.text(), "\r\n", "\n")
	}
	br("connection", "create", "--connection-name", "site")
	connection := br("connection", "list", "-j", "connections[0].connectionId")
	br("connection", "registration-token-generate", "site")
	br("source", "register", "--wait", "--environment", "kPhysical", "--name", "web-1", "--connection-id", connection,
		"--physical-params-endpoint", host, "--physical-params-host-type", "kLinux", "--physical-params-physical-type", "kHost")
	source := br("source", "registrations-list", "-j", "registrations[0].id")
	br("group", "create", "--name", "files", "--policy-id", "gold", "--environment", "kPhysical", "--physical-params",
		`{"protectionType": "kFile", "fileProtectionTypeParams": {"objects": [{"id": `+source+`, "filePaths": [{"includedPath": "/"}]}]}}`)
	require.Eventually(t, func() bool { return br("run", "list", "files", "-j", "runs[0].localBackupInfo.status") == "Succeeded" }, 15*time.Second, 100*time.Millisecond)
	snapshot := br("object-snapshots-list", "web-1", "-j", "snapshots[0].id")
	br("recovery", "create", "--wait", "--name", "bring-it-back-to-the-host", "--snapshot-environment", "kPhysical", "--physical-params",
		`{"recoveryAction": "RecoverFiles", "objects": [{"snapshotId": "`+snapshot+`"}], "recoverFileAndFolderParams": {"targetEnvironment": "kPhysical",
			"filesAndFolders": [{"absolutePath": "/a"}], "physicalTargetParams": {"recoverTarget": {"id": `+source+`},
			"restoreToOriginalPaths": false, "alternateRestoreDirectory": "/b"}}}`)

	narrow := show(80, "recovery", "list")
	assert.Regexp(t, `^What +From +To +Status +Started +Duration +ID\nweb-1: /a +\d+s ago +web-1:/b +Succeeded +\d+s ago +\S+ +\d+\n`+
		`Hidden columns: Name, Action, Environment, Started By\. Use '-o wide' to see\nthem\.\n$`, narrow)
	for line := range strings.Lines(narrow) {
		assert.LessOrEqual(t, len(line), 81, line)
	}
	assert.NotContains(t, show(80, "recovery", "list", "--quiet"), "Hidden")
	assert.Regexp(t, `^Name +What .*Started By\nbring-it-back-to-the-host +web-1: /a .*@\S+\n$`, show(200, "recovery", "list"))
	wide := show(80, "recovery", "list", "-o", "wide")
	assert.Regexp(t, `^Name +What +From \(UTC\) +To +Status +Started \(UTC\) +Duration +ID +Action +Environment +Started By\n.* \d{4}-\d\d-\d\d \d\d:\d\d:\d\d .* \d+:\d+:\d+ `, wide)
	assert.NotContains(t, wide, "Hidden")
	assert.Regexp(t, `^ID\n\d+:\d+:\d+\n$`, show(80, "recovery", "list", "--columns", "id"))
}

func TestQuietNeverAsks(t *testing.T) {
	term := openTerminal(t, run(t.Context(), startWithPolicy(t), "br", "policy", "delete", "gold", "--quiet"))
	assert.Equal(t, 2, term.end(t))
	assert.NotContains(t, term.text(), "[y/N]")
}

func TestASecretIsTypedWithoutEcho(t *testing.T) {
	s := startWithPolicy(t)
	term := openTerminal(t, run(t.Context(), s, "br", "source", "register", "--environment", "kKubernetes", "--kubernetes-params-endpoint", "https://k", "--kubernetes-params-kubernetes-distribution", "kIKS",
		"--kubernetes-params-client-private-key", "-", "--dry-run"))
	term.waitFor(t, "--kubernetes-params-client-private-key: ")
	_, err := io.WriteString(term, "hunter2\n")
	require.NoError(t, err)
	assert.Equal(t, 0, term.end(t), term.text())
	assert.NotContains(t, term.text(), "hunter2")
	assert.Contains(t, term.text(), "[hidden]")
}

func TestColoursAreForTerminals(t *testing.T) {
	s := startWithPolicy(t)
	term := openTerminal(t, run(t.Context(), s, "br", "policy", "list"))
	assert.Equal(t, 0, term.end(t))
	assert.Contains(t, term.text(), "\x1b[36;1mgold\x1b[0m")
	plain := run(t.Context(), s, "br", "policy", "list")
	plain.Env = append(plain.Env, "NO_COLOR=1")
	term = openTerminal(t, plain)
	assert.Equal(t, 0, term.end(t))
	assert.NotContains(t, term.text(), "\x1b[36")
}

// startWithSnapshot starts a sandbox, backs up a large file of a host, and returns the host's folder and the id of the
// snapshot.
func startWithSnapshot(t *testing.T, options sandbox.Options, size int) (s *sandbox.Server, host, snapshot string) {
	options.Dir = t.TempDir()
	s, err := sandbox.Start(options)
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	host = t.TempDir()
	content := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{9}).Read(content)
	require.NoError(t, os.WriteFile(filepath.Join(host, "large.bin"), content, 0o600))
	do := func(query string, args ...string) string {
		args = append([]string{"br"}, args...)
		if query != "" {
			args = append(args, "-j", query)
		}
		out, err := run(t.Context(), s, args...).Output()
		require.NoError(t, err, "%v: %s", args, out)
		return strings.Trim(strings.TrimSpace(string(out)), `"`)
	}
	protect(host, do, func(string, string) {})
	return s, host, do("snapshots[0].id", "object-snapshots-list", "web-1")
}

const partRequests = "GET /v2/data-protect/snapshots"

func TestADownloadIsDrawnAtATerminal(t *testing.T) {
	s, host, snapshot := startWithSnapshot(t, sandbox.Options{RunTime: 100 * time.Millisecond, ContentRange: true}, 32<<20)
	target := filepath.Join(t.TempDir(), "large.bin")
	fetch := func(ctx context.Context, more ...string) *exec.Cmd {
		return run(ctx, s, append([]string{"br", "indexed-file-download", snapshot, "--file-path", "/large.bin", "--output-file", target}, more...)...)
	}
	s.Platform.Faults.Add(platform.Fault{Match: partRequests, Latency: 400 * time.Millisecond, Times: 9})
	term := openTerminal(t, fetch(t.Context(), "--parallel", "1"))
	term.waitFor(t, "Downloading  [######------------------]  8 MiB of 32 MiB (25%)")
	term.waitFor(t, "MiB/s  ")
	term.waitFor(t, "s left")
	assert.Equal(t, 0, term.end(t))
	assert.Contains(t, term.text(), "': 32 MiB in ")

	// In a pipe there is nothing but the sentences at the end, and with --quiet nothing at all.
	s.Platform.Faults.Clear()
	out, err := fetch(t.Context(), "--force").CombinedOutput()
	require.NoError(t, err)
	assert.NotContains(t, string(out), "Downloading")
	assert.NotContains(t, string(out), "\x1b")
	term = openTerminal(t, fetch(t.Context(), "--force", "--quiet"))
	assert.Equal(t, 0, term.end(t))
	assert.Empty(t, term.text())

	// Ctrl-C leaves what is there alone. Where no piece is whole yet, nothing is beside it.
	s.Platform.Faults.Add(platform.Fault{Match: partRequests, Latency: time.Minute, Times: 9})
	s.Platform.ForgetRequests()
	term = openTerminal(t, fetch(t.Context(), "--force"))
	require.Eventually(t, func() bool { return len(s.Platform.Requests()) > 0 }, 15*time.Second, 10*time.Millisecond)
	term.interrupt(t)
	assert.Equal(t, 130, term.end(t))
	assert.Equal(t, []string{"large.bin"}, fileNames(t, filepath.Dir(target)))
	assertSameContent(t, filepath.Join(host, "large.bin"), target)

	// Where some are, they stay, and the next try goes on from them.
	s.Platform.Faults.Clear()
	s.Platform.Faults.Add(platform.Fault{Match: partRequests, Latency: 300 * time.Millisecond, Times: 99})
	term = openTerminal(t, fetch(t.Context(), "--force", "--parallel", "1"))
	term.waitFor(t, "(50%)")
	term.interrupt(t)
	assert.Equal(t, 130, term.end(t))
	assert.Contains(t, term.text(), "are kept in '"+target+".br-part'. Add '--resume' to the same command to continue from there.")
	s.Platform.Faults.Clear()
	term = openTerminal(t, fetch(t.Context(), "--force", "--resume"))
	assert.Equal(t, 0, term.end(t))
	assert.Contains(t, term.text(), "Continuing 'large.bin' after ")
	assert.Equal(t, []string{"large.bin"}, fileNames(t, filepath.Dir(target)))
	assertSameContent(t, filepath.Join(host, "large.bin"), target)
}

// TestAKilledDownloadIsResumed kills the plug-in with SIGKILL in the middle of a download, which nothing can catch.
func TestAKilledDownloadIsResumed(t *testing.T) {
	s, host, snapshot := startWithSnapshot(t, sandbox.Options{RunTime: 100 * time.Millisecond}, 64<<20+12345)
	dir := t.TempDir()
	target := filepath.Join(dir, "large.bin")
	args := []string{"br", "indexed-file-download", snapshot, "--file-path", "/large.bin", "--output-file", target, "--parallel", "2"}
	s.Platform.Faults.Add(platform.Fault{Match: partRequests, Latency: 250 * time.Millisecond, Times: 99})
	c := run(t.Context(), s, args...)
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // the host and the plug-in that it starts
	require.NoError(t, c.Start())
	require.Eventually(t, func() bool {
		note, _ := os.ReadFile(target + ".br-part.state")
		return bytes.Count(note, []byte("\n")) >= 3
	}, 15*time.Second, 5*time.Millisecond)
	assert.NoFileExists(t, target, "nobody sees half a file")
	require.NoError(t, syscall.Kill(-c.Process.Pid, syscall.SIGKILL))
	_ = c.Wait()
	assert.Equal(t, []string{"large.bin.br-part", "large.bin.br-part.state"}, fileNames(t, dir))

	s.Platform.Faults.Clear()
	s.Platform.ForgetRequests()
	out, err := run(t.Context(), s, append(args, "--resume", "--output", "json")...).Output()
	require.NoError(t, err)
	var got struct {
		Bytes, Kept int64
		SHA256      string
	}
	require.NoError(t, json.Unmarshal(out, &got))
	assert.EqualValues(t, 64<<20+12345, got.Bytes)
	assert.GreaterOrEqual(t, got.Kept, int64(16<<20))
	content, err := os.ReadFile(filepath.Join(host, "large.bin"))
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256(content)), got.SHA256)
	assertSameContent(t, filepath.Join(host, "large.bin"), target)
	assert.Equal(t, []string{"large.bin"}, fileNames(t, dir))
	fetched := 0
	for _, r := range s.Platform.Requests() {
		if query, _ := url.ParseQuery(r.Query); query.Get("length") == strconv.Itoa(8<<20) {
			fetched++
		}
	}
	assert.LessOrEqual(t, fetched, 9-int(got.Kept/(8<<20))+1+2, "what was kept is not fetched again, but for the first piece, to compare it")
}

func TestARunIsWatchedAtATerminal(t *testing.T) {
	s, _, _ := startWithSnapshot(t, sandbox.Options{RunTime: time.Second}, 100)
	term := openTerminal(t, run(t.Context(), s, "br", "run", "create", "files", "--run-type", "kRegular", "--wait", "--show-objects"))
	term.waitFor(t, "Running  ")
	term.waitFor(t, "  web-1  kInProgress")
	term.waitFor(t, "  Copying has begun.")
	term.waitFor(t, "\x1b[J") // drawn in place
	assert.Equal(t, 0, term.end(t))
	end := term.text()[strings.LastIndex(term.text(), "\x1b[J"):]
	assert.Contains(t, end, "\x1b[32;1mSucceeded\x1b[0m", "the run is shown in the end")
	assert.NotContains(t, end, "Copying has begun.", "and what was drawn is taken away")

	term = openTerminal(t, run(t.Context(), s, "br", "run", "create", "files", "--run-type", "kRegular", "--wait"))
	term.waitFor(t, "Running  ")
	term.interrupt(t)
	assert.Equal(t, 130, term.end(t))
	assert.Contains(t, term.text(), "Stopped waiting; the run continues.")
	assert.Contains(t, term.text(), "run watch files ")
	out, err := run(t.Context(), s, "br", "run", "watch", "files", "-j", "localBackupInfo.status").Output()
	require.NoError(t, err)
	assert.Equal(t, "\"Succeeded\"\n", string(out))
}

// interrupt types Ctrl-C.
func (s *terminal) interrupt(t *testing.T) {
	_, err := s.Write([]byte{3})
	require.NoError(t, err)
}

// fileNames returns the names in a folder.
func fileNames(t *testing.T, dir string) (names []string) {
	list, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

// assertSameContent checks that two files have the same content.
func assertSameContent(t *testing.T, a, b string) {
	first, err := os.ReadFile(a)
	require.NoError(t, err)
	second, err := os.ReadFile(b)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(first, second))
}
