package change

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
)

// draft is the file that an editor has open.
type draft struct{ path string }

// newDraft makes a file that only its owner can read, with the name of a thing in its own.
func newDraft(name string) (*draft, error) {
	safe := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '_'
	}, name)
	file, err := os.CreateTemp("", safe[:min(len(safe), 40)]+"-*.yaml")
	if err != nil {
		return nil, noDraft(err)
	}
	return &draft{file.Name()}, file.Close()
}

// noDraft returns that the text cannot be written that is to be edited.
func noDraft(err error) error {
	return engine.Fail(engine.ExitFailed, "edit.draft|The text to edit cannot be written: {{.Reason}}. Nothing was changed.", "Reason", err.Error()).
		Hint("edit.folder|Choose another folder with the environment variable TMPDIR.")
}

// edit opens a text in the editor and returns what was saved.
func (d *draft) edit(c *engine.Context, text []byte) ([]byte, error) {
	if err := os.WriteFile(d.path, text, 0o600); err != nil {
		return nil, noDraft(err)
	}
	command, err := editor(c)
	if err != nil {
		d.remove()
		return nil, err
	}
	cmd := exec.CommandContext(c, command[0], append(command[1:], d.path)...)
	if runtime.GOOS != "windows" { // the variable may hold a command with arguments and quotes, as for git
		cmd = exec.CommandContext(c, "sh", "-c", strings.Join(command, " ")+` "$1"`, "sh", d.path)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stderr, os.Stderr // standard output is for the answer
	if c.Streams.OutTerm {
		cmd.Stdout = os.Stdout
	}
	if err := cmd.Run(); err != nil {
		if c.Err() != nil {
			return nil, engine.KeptAt(c.Err(), d.path)
		}
		failure := engine.Fail(engine.ExitFailed, "edit.editor|The editor '{{.Editor}}' failed: {{.Reason}}. Nothing was changed.", "Editor", strings.Join(command, " "), "Reason", err.Error()).
			Hint("edit.choose|Choose another one with the environment variable EDITOR.")
		if left, readErr := os.ReadFile(d.path); readErr == nil && !bytes.Equal(left, text) {
			return nil, engine.KeptAt(failure, d.path)
		}
		d.remove()
		return nil, failure
	}
	edited, err := os.ReadFile(d.path)
	if errors.Is(err, fs.ErrNotExist) { // whoever takes the file away wants nothing
		return nil, nil
	}
	return edited, err
}

// editor returns the command that edits a file. The error is one of usage, where nobody has named an editor and there is no terminal for the usual
// one.
func editor(c *engine.Context) ([]string, error) {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if words := strings.Fields(os.Getenv(name)); len(words) > 0 {
			return words, nil
		}
	}
	switch {
	case runtime.GOOS == "windows":
		return []string{"notepad"}, nil
	case !c.Streams.CanAsk():
		return nil, engine.Usage("edit.terminal|There is no terminal for an editor. Name a program that edits the file in the environment variable EDITOR, or use 'set'.")
	}
	return []string{"vi"}, nil
}

// kept returns an error that also says where the text is that was edited.
func (d *draft) kept(c *engine.Context, err error) error {
	if errors.Is(err, engine.ErrCanceled) {
		c.Note("edit.kept|What you wrote is in '{{.File}}'.", "File", d.path)
		return err
	}
	return engine.KeptAt(err, d.path)
}

func (d *draft) remove() { _ = os.Remove(d.path) }
