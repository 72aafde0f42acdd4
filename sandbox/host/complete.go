package host

import (
	"context"
	"fmt"
	"os/exec"
)

// completionFlag ends a line that the shell wants to complete: what may follow is printed, a candidate a line.
const completionFlag = "--generate-bash-completion"

// completed returns the words of a line that is to be completed, without the one that is being typed.
func completed(args []string) (words []string, ok bool) {
	if len(args) == 0 || args[len(args)-1] != completionFlag {
		return nil, false
	}
	return args[:len(args)-1], true
}

// complete prints what may follow words. In its namespace the plug-in says so, if it wants to.
func (h *Host) complete(ctx context.Context, words []string) (int, error) {
	t, err := h.commands(ctx)
	if err != nil {
		return exitFailed, err
	}
	at := t.root.resolve(words)
	if at.namespace == t.root && (at.command == nil || at.command.builtin != nil) || !t.meta.DelegateBashCompletion {
		if at.command == nil && len(at.rest) == 0 {
			for _, name := range at.namespace.visibleNames() {
				fmt.Fprintln(orDiscard(h.Stdout), name)
			}
		}
		return 0, nil
	}
	binary, err := absolute(h.Plugin)
	if err != nil {
		return exitFailed, err
	}
	cmd := exec.CommandContext(ctx, binary, append([]string{"SendCompletion"}, words...)...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = h.Dir, h.Stdout, h.Stderr
	cmd.Env = asHost(h.environment())
	if err := cmd.Run(); err != nil {
		return max(exitStatus(cmd.ProcessState), exitFailed), nil
	}
	return 0, nil
}
