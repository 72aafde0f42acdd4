//go:build unix

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEverySignalEndsEveryWait lets commands wait for somebody who never comes, and interrupts them.
func TestEverySignalEndsEveryWait(t *testing.T) {
	s := startWithPolicy(t)
	dir := t.TempDir()
	fifo, unread := filepath.Join(dir, "fifo"), filepath.Join(dir, "unread")
	require.NoError(t, syscall.Mkfifo(fifo, 0o600))
	require.NoError(t, syscall.Mkfifo(unread, 0o600))
	for name, start := range map[string]func(t *testing.T) *exec.Cmd{
		"standard input that does not end": func(t *testing.T) *exec.Cmd {
			c := run(t.Context(), s, "br", "policy", "create", "--json-input", "-")
			_, err := c.StdinPipe()
			require.NoError(t, err)
			return c
		},
		"a pipe nobody writes to": func(t *testing.T) *exec.Cmd {
			return run(t.Context(), s, "br", "policy", "create", "--json-input", "@"+fifo)
		},
		"a pipe nobody reads": func(t *testing.T) *exec.Cmd {
			return run(t.Context(), s, "br", "agent-download", "--platform", "kWindows", "--output-file", unread)
		},
		"a credentials file that is a pipe": func(t *testing.T) *exec.Cmd {
			c := run(t.Context(), s, "br", "policy", "list")
			c.Env = append(c.Env, "IBM_CREDENTIALS_FILE="+fifo)
			return c
		},
		"somebody who does not read": func(t *testing.T) *exec.Cmd {
			c := run(t.Context(), s, "br", "policy", "create", "--help") // is a screen or two, so the pipe is filled first
			r, w, err := os.Pipe()
			require.NoError(t, err)
			t.Cleanup(func() { _ = r.Close(); _ = w.Close() })
			require.NoError(t, w.SetWriteDeadline(time.Now().Add(100*time.Millisecond)))
			_, _ = w.Write(make([]byte, 1<<20))
			c.Stdout = w
			return c
		},
	} {
		for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
			t.Run(name+" "+signal.String(), func(t *testing.T) {
				c := start(t)
				c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // as a shell starts it: a terminal signals the whole group
				require.NoError(t, c.Start())
				over := make(chan error, 1)
				go func() { over <- c.Wait() }()
				select {
				case err := <-over:
					t.Fatalf("it did not wait: %v", err)
				case <-time.After(time.Second): // the time that the processes need to come to their waiting
				}
				require.NoError(t, syscall.Kill(-c.Process.Pid, signal))
				select {
				case <-over:
					assert.Equal(t, 130, c.ProcessState.ExitCode())
				case <-time.After(5 * time.Second):
					_ = c.Process.Kill()
					t.Fatal("it goes on")
				}
			})
		}
	}
}

// TestTheTerminalShowsAgainWhatIsTyped interrupts a prompt that shows nothing.
func TestTheTerminalShowsAgainWhatIsTyped(t *testing.T) {
	s := startWithPolicy(t)
	c := run(t.Context(), s, "br", "source", "register", "--environment", "kKubernetes", "--kubernetes-params-endpoint", "https://k", "--kubernetes-params-kubernetes-distribution", "kIKS",
		"--kubernetes-params-client-private-key", "-", "--dry-run")
	// The shell stays when the command is interrupted, and looks at the terminal.
	const script = `trap '' INT; (trap - INT; exec "$@"); status=$?; stty -a | grep -q -- '-echo ' && echo hidden || echo shown; exit $status`
	shell := exec.CommandContext(t.Context(), "sh", append([]string{"-c", script, "sh", c.Path}, c.Args[1:]...)...)
	shell.Env = c.Env
	term := openTerminal(t, shell)
	term.waitFor(t, "client-private-key: ")
	term.interrupt(t)
	assert.Equal(t, 130, term.end(t), term.text())
	assert.Contains(t, term.text(), "shown")
}
