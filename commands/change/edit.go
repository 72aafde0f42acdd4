package change

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/readable"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// EditArgs returns the arguments of the job that opens a thing of a kind in an editor.
func EditArgs(k api.Kind) []engine.Argument { return []engine.Argument{{Title: "NAME", Kind: k}} }

// Edit returns the job that opens a thing of a sort as YAML in the editor, and makes of it what was saved. What somebody has changed meanwhile
// is not written over.
func Edit(s *Subject) func(*engine.Flags) engine.Job {
	return func(*engine.Flags) engine.Job {
		return func(c *engine.Context) error { return s.edit(c) }
	}
}

func (s *Subject) edit(c *engine.Context) error {
	t, secrets, err := s.begin(c, c.Args[0])
	if err != nil {
		return err
	}
	e := &editing{subject: s, thing: t, secrets: secrets, form: &readable.Form{Fields: s.Update.Body, Words: readable.NewWords()}}
	text, err := e.begin(c)
	if err != nil {
		return err
	}
	file, err := newDraft(t.Name)
	if err != nil {
		return err
	}
	for try := 1; ; try++ {
		first := try == 1
		edited, err := file.edit(c, text)
		if err != nil {
			return err
		}
		if first && bytes.Equal(edited, text) || isBlank(edited) {
			file.remove()
			c.Note("edit.same|'{{.Name}}' was not changed.", "Name", t.Name)
			if !c.Options.Machine() {
				return nil
			}
			return c.ShowValue(nil, map[string]any{"things": []*changed{t}})
		}
		if !first && bytes.Equal(edited, text) { // an editor that is a program would be asked for ever
			return file.kept(c, e.err)
		}
		if e.err = e.read(c, withoutMessages(edited)); e.err == nil {
			e.err = s.complete(c, t, secrets)
		}
		if e.err == nil {
			break
		}
		if !e.isMistake() || try >= mostTries && !c.Streams.CanAsk() {
			return file.kept(c, e.err)
		}
		text = e.annotated(withoutMessages(edited))
	}
	if err := s.carryOut(c, []*changed{t}); err != nil {
		return file.kept(c, err)
	}
	file.remove()
	return nil
}

// mostTries is how often an editor is opened without a terminal: it is a program then, which may never get it right.
const mostTries = 3

// editing is a thing that is being edited.
type editing struct {
	subject *Subject
	thing   *changed
	secrets []string // the paths of what the service does not return
	form    *readable.Form
	err     error            // of the text that was read last
	at      []engine.Located // what is wrong in it, where that is known
}

// begin returns the text that the editor opens.
func (e *editing) begin(c *engine.Context) ([]byte, error) {
	seen, err := e.form.Of(c, e.thing.old)
	if err != nil {
		return nil, err
	}
	text, err := readable.Text(e.subject.Update.Body, seen, engine.Described)
	if err != nil {
		return nil, err
	}
	head := []string{
		i18n.T("edit.head|'{{.Name}}': save to see the difference and be asked.", "Name", output.Clean(e.thing.Name)),
		i18n.T("edit.unchanged|Leave it unchanged to change nothing. Fields that are taken out are removed."),
		i18n.T("edit.fields|All fields: {{.Command}}", "Command", c.CommandLine("explain", string(e.subject.Kind))),
	}
	for _, path := range e.secrets {
		head = append(head, i18n.T("edit.secret|The service does not return {{.Path}}: write it as '@FILE' or '$VARIABLE'.", "Path", path))
	}
	return append([]byte("# "+strings.Join(head, "\n# ")+"\n\n"), text...), nil
}

// messagePrefix is what the lines begin with that say what is wrong.
const messagePrefix = "#! "

// withoutMessages returns a text without the lines that said what was wrong with it.
func withoutMessages(text []byte) []byte {
	var kept []byte
	for line := range bytes.Lines(text) {
		if !bytes.HasPrefix(bytes.TrimSpace(line), []byte(strings.TrimSpace(messagePrefix))) {
			kept = append(kept, line...)
		}
	}
	return kept
}

// isBlank reports whether a text has nothing but comments.
func isBlank(text []byte) bool {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

// read makes the body of what was saved.
func (e *editing) read(c *engine.Context, text []byte) error {
	e.at = nil
	raw, lines, err := engine.ReadYAML(text)
	if err != nil {
		var at *engine.LineError
		if errors.As(err, &at) {
			e.at = []engine.Located{{Line: at.Line, Text: at.Error()}}
		}
		return &engine.UsageError{Lines: []string{err.Error()}}
	}
	r := e.subject.NewUpdate(e.thing.ID)
	r.Body = raw
	_ = r.SpellValues() // what is no JSON object is found by the check
	for _, m := range c.Locate(r, lines) {
		if m.Warning {
			c.Warn("edit.warning|Line {{.Line}}: {{.Problem}}", "Line", m.Line, "Problem", m.Text)
		} else {
			e.at = append(e.at, m)
		}
	}
	if e.at != nil {
		return mistakes(e.at)
	}
	written, err := readable.Decode(r.Body)
	if err != nil {
		return err
	}
	for _, path := range e.secrets {
		if output.At(written, path) == nil {
			e.at = append(e.at, engine.Located{Text: i18n.T("edit.secret-missing|{{.Path}} is required, because the service does not return it: write '@FILE' or '$VARIABLE'.", "Path", path)})
		}
	}
	if e.at != nil {
		return mistakes(e.at)
	}
	if written, err = readable.ReadSecrets(c, "", e.subject.Update.Body, written); err != nil {
		return err
	}
	body, err := e.form.Body(c, written)
	var unresolved *readable.Unresolved
	if errors.As(err, &unresolved) {
		e.at = []engine.Located{{Line: lines[unresolved.Path], Text: unresolved.Error()}}
		return mistakes(e.at)
	}
	if err != nil {
		return err
	}
	e.thing.fresh, err = e.form.Overlay(c, e.thing.old, body)
	return err
}

// mistakes returns the error that tells what was found wrong.
func mistakes(at []engine.Located) error {
	e := &engine.UsageError{}
	for _, m := range at {
		e.Lines = append(e.Lines, m.Text)
	}
	return e
}

// isMistake reports whether the error is one of what was written, so that it can be mended in the editor.
func (e *editing) isMistake() bool {
	var usage *engine.UsageError
	return errors.As(e.err, &usage)
}

// annotated returns a text with what is wrong above the places.
func (e *editing) annotated(text []byte) []byte {
	at := e.at
	if at == nil {
		at = []engine.Located{{Line: 1, Text: e.err.Error()}}
	}
	above := map[int][]string{}
	for _, m := range at {
		line := max(1, m.Line)
		above[line] = append(above[line], m.Text)
	}
	lines := slices.Collect(bytes.Lines(text))
	var out []byte
	for i, line := range lines {
		indent := line[:len(line)-len(bytes.TrimLeft(line, " "))]
		for _, message := range above[i+1] {
			for _, part := range strings.Split(message, "\n") {
				out = append(append(append(out, indent...), messagePrefix+output.Clean(part)...), '\n')
			}
		}
		out = append(out, line...)
	}
	return out
}
