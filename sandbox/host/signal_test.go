//go:build unix

package host

import (
	"bufio"
	"io"
	"os/exec"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// signalled is a host in a process group of its own, with the plug-in waiting below it: what a terminal makes of a command.
type signalled struct {
	*exec.Cmd
	stdin io.Closer
	lines *bufio.Reader
}

func startSignalled(t *testing.T) *signalled {
	t.Helper()
	f := newFixture(t, sample())
	s := &signalled{Cmd: exec.CommandContext(t.Context(), f.Plugin, f.Plugin, "br", "wait")}
	s.Env = replaceEnv(f.Env, roleVariable, "host")
	s.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	in, err := s.StdinPipe()
	require.NoError(t, err)
	out, err := s.StdoutPipe()
	require.NoError(t, err)
	s.stdin, s.lines = in, bufio.NewReader(out)
	require.NoError(t, s.Start())
	require.Contains(t, s.line(t), "ready ")
	return s
}

func (s *signalled) line(t *testing.T) string {
	t.Helper()
	line, err := s.lines.ReadString('\n')
	require.NoError(t, err)
	return line
}

// status ends the plug-in's input and returns what the host made of its status.
func (s *signalled) status() int {
	_ = s.stdin.Close()
	_ = s.Wait()
	return s.ProcessState.ExitCode()
}

func TestCtrlCIsLeftToThePlugin(t *testing.T) {
	s := startSignalled(t)
	require.NoError(t, syscall.Kill(-s.Process.Pid, syscall.SIGINT))
	assert.Equal(t, "interrupted\n", s.line(t))
	assert.Equal(t, 41, s.status(), "the plug-in got it once and chose the status")
}

func TestSecondCtrlCReachesThePluginToo(t *testing.T) {
	s := startSignalled(t)
	for range 2 {
		require.NoError(t, syscall.Kill(-s.Process.Pid, syscall.SIGINT))
		assert.Equal(t, "interrupted\n", s.line(t))
	}
	assert.Equal(t, 42, s.status())
}

func TestInterruptOfTheHostAloneIsDropped(t *testing.T) {
	s := startSignalled(t)
	require.NoError(t, syscall.Kill(s.Process.Pid, syscall.SIGINT))
	assert.Equal(t, 40, s.status())
}

func TestTerminationIsForwarded(t *testing.T) {
	s := startSignalled(t)
	require.NoError(t, syscall.Kill(s.Process.Pid, syscall.SIGTERM))
	_ = s.Wait()
	assert.Equal(t, 60, s.ProcessState.ExitCode())
}

func TestPluginThatASignalEnds(t *testing.T) {
	f := newFixture(t, sample())
	code, err := f.run(t, "br", "die")
	assert.NoError(t, err)
	assert.Equal(t, 128+int(syscall.SIGKILL), code)
}
