package host

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

// terminationGrace is how long a plug-in may take to exit after SIGTERM.
const terminationGrace = 5 * time.Second

// start runs a command of the plug-in and waits for its end.
func (h *Host) start(ctx context.Context, at match, quiet bool) (int, error) {
	// The path that the metadata came from, not h.Plugin: exec would look for a relative one below Dir.
	binary, err := absolute(h.Plugin)
	if err != nil {
		return exitFailed, err
	}
	cmd := exec.CommandContext(ctx, binary, append([]string{at.command.Name}, at.rest...)...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = h.Dir, h.Stdout, h.Stderr
	cmd.Env = append(asHost(h.environment()),
		"IBMCLOUD_PLUGIN_NAMESPACE="+at.namespace.full, "BLUEMIX_PLUGIN_NAMESPACE="+at.namespace.full)
	if quiet {
		cmd.Env = append(cmd.Env, "IBMCLOUD_QUIET=true")
	}
	terminateOnCancel(cmd)
	if err := passStdin(cmd, h.Stdin); err != nil {
		return exitFailed, err
	}

	// The signals are caught before the plug-in starts: Ctrl-C in between would leave it without its parent.
	signals, release := catchSignals()
	defer release()
	if err := cmd.Start(); err != nil {
		return exitFailed, fmt.Errorf("the plug-in cannot be started: %w", err)
	}
	select {
	case s := <-signals: // which came before there was a plug-in to get it
		_ = cmd.Process.Signal(s)
	default:
	}
	ended := make(chan struct{})
	go forward(signals, cmd.Process, ended)
	err = cmd.Wait()
	close(ended)

	code := exitStatus(cmd.ProcessState)
	var refused *exec.ExitError
	switch {
	case err == nil:
		return code, nil
	case ctx.Err() != nil:
		return max(code, exitFailed), ctx.Err()
	case errors.As(err, &refused), errors.Is(err, exec.ErrWaitDelay):
		return code, nil // exec.ErrWaitDelay: a grandchild keeps the output open, but the plug-in has ended
	}
	return max(code, exitFailed), err // the plug-in succeeded, but its output could not be written
}

// passStdin connects the plug-in's standard input. Anything but a file is copied by a goroutine of the host's own: exec's would
// delay the end of the command until the reader ends, and one that waits for a person never does.
func passStdin(cmd *exec.Cmd, in io.Reader) error {
	if file, ok := in.(*os.File); ok || in == nil {
		if ok {
			cmd.Stdin = file
		}
		return nil
	}
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	go func() {
		// An error means that the plug-in no longer reads, which is not an error of the host.
		_, _ = io.Copy(pipe, in)
		_ = pipe.Close()
	}()
	return nil
}

// catchSignals keeps the host running while the plug-in handles Ctrl-C. It catches instead of ignoring, because an ignored
// signal stays ignored in a child; for the same reason it leaves alone what the host's own parent chose to ignore.
func catchSignals() (<-chan os.Signal, func()) {
	signals := make(chan os.Signal, 4)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	return signals, func() { signal.Stop(signals) }
}

// forward passes SIGTERM on, which is sent to one process. It drops SIGINT: the terminal has sent that to the plug-in already,
// and a second one means "at once" to many programs.
func forward(signals <-chan os.Signal, child *os.Process, ended <-chan struct{}) {
	for {
		select {
		case s := <-signals:
			if s == syscall.SIGTERM {
				_ = child.Signal(s)
			}
		case <-ended:
			return
		}
	}
}

// terminateOnCancel makes the cancellation of a command's context send SIGTERM, and kill the process only after
// terminationGrace.
func terminateOnCancel(cmd *exec.Cmd) {
	cmd.Cancel = func() error {
		err := cmd.Process.Signal(syscall.SIGTERM)
		if err != nil && !errors.Is(err, os.ErrProcessDone) {
			return cmd.Process.Kill() // Windows has no SIGTERM
		}
		return err
	}
	cmd.WaitDelay = terminationGrace
}

// exitStatus returns the status as a shell reports it: 128 plus the signal's number for a process that a signal ended.
func exitStatus(state *os.ProcessState) int {
	if state == nil {
		return exitFailed
	}
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal())
	}
	return state.ExitCode()
}

// asHost adds what every process that the host starts can read about it. Of two values for a name, exec keeps the later.
func asHost(env []string) []string {
	return append(env, "IBMCLOUD_CLI="+cliName, "BLUEMIX_CLI="+cliName)
}
