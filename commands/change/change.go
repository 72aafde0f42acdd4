// Package change has the jobs that change some settings of a thing and leave the rest of it as it is.
package change

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Subject is a sort of thing whose settings can be changed.
type Subject struct {
	Kind     api.Kind
	Get      *api.Operation // reads one, by its parameter id
	Update   *api.Operation // replaces one, by its parameter id
	View     *output.View   // in whose words differences are shown
	Settings []Setting
	Show     []string // the words of the command that shows one
	// Touches returns lines about what else a change of one has an effect on; nil where that is nothing.
	Touches func(c *engine.Context, id string) ([]string, error)
}

// Setting is something that can be set by a word of its own. Anything else is set by the path of its field.
type Setting struct {
	Word string
	// Set changes the body of an update. The error is one of usage.
	Set func(c *engine.Context, body map[string]any, value string) error
}

// Args are the arguments of a job that changes things: names, and what to set.
var Args = []engine.Argument{{Title: "NAME"}, {Title: "SETTING=VALUE", Many: true}}

// assignment is one setting as it was typed.
type assignment struct{ word, value string }

// changed is a thing whose settings were changed, for people and programs.
type changed struct {
	ID          string        `json:"id"`
	Name        string        `json:"name"`
	Changed     bool          `json:"changed"`
	Differences []*Difference `json:"differences"`
	Error       string        `json:"error,omitempty"`

	unchanged json.RawMessage // the body that leaves it as it was read
	body      json.RawMessage
}

// Changes is how people see what was changed.
var Changes = &output.View{
	Rows: "things", Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Format: output.ID, Rank: 2},
		{Title: "Changed", Path: "changed", Format: output.YesNo},
		{Title: "Settings", Path: "differences", Format: output.Each("setting"), Rank: 1},
		{Title: "Error", Path: "error", FreeText: true},
	},
}

// Set returns the job that changes settings of things of a sort: it reads them, changes what is named and nothing else, shows the
// difference and what else it touches, asks, and writes. What somebody has changed meanwhile is not written over.
func Set(s *Subject) func(*engine.Flags) engine.Job {
	return func(*engine.Flags) engine.Job {
		return func(c *engine.Context) error { return s.run(c) }
	}
}

func (s *Subject) run(c *engine.Context) error {
	names, assignments, err := split(c.Args)
	if err != nil {
		return err
	}
	things := make([]*changed, len(names))
	err = c.AtOnce(len(names), func(c *engine.Context, i int) (err error) {
		things[i], err = s.prepare(c, names[i], assignments)
		return err
	})
	if err != nil {
		return err
	}
	if err := s.announce(c, things); err != nil {
		return err
	}
	var failures engine.Failures
	for _, t := range things {
		if len(t.Differences) == 0 {
			continue
		}
		err := s.write(c, t)
		if fatal := failures.Add(c, t.Name, err); fatal != nil {
			return fatal
		}
		if t.Error = c.Reason(err); err == nil {
			t.Changed = true
		}
	}
	if c.Options.DryRun {
		return failures.Err()
	}
	if err := c.ShowValue(nil, map[string]any{"things": things}); err != nil {
		return err
	}
	if err := failures.Err(); err != nil {
		return err
	}
	c.Next(append(slices.Clone(s.Show), things[0].Name)...)
	return nil
}

// split returns the names and the settings of a command line.
func split(args []string) (names []string, assignments []assignment, err error) {
	for _, arg := range args {
		word, value, ok := strings.Cut(arg, "=")
		switch {
		case ok && word != "":
			assignments = append(assignments, assignment{word, value})
		case len(assignments) > 0:
			return nil, nil, engine.Usage("set.order|'{{.Word}}' is no setting: settings are SETTING=VALUE, and names stand before them.", "Word", arg)
		case !slices.Contains(names, arg):
			names = append(names, arg)
		}
	}
	if len(names) == 0 || len(assignments) == 0 {
		return nil, nil, engine.Usage("set.nothing|Both a name and SETTING=VALUE are required.")
	}
	return names, assignments, nil
}

// prepare reads a thing and makes the body that changes it.
func (s *Subject) prepare(c *engine.Context, name string, assignments []assignment) (*changed, error) {
	id, err := c.LookUp(s.Kind, name)
	if err != nil {
		return nil, err
	}
	t := &changed{ID: id, Name: name, Differences: []*Difference{}}
	before, err := s.read(c, id)
	if err != nil {
		return nil, err
	}
	t.Name = output.String(before.Value, "name")
	if t.unchanged, err = s.bodyOf(before); err != nil {
		return nil, err
	}
	body, err := decode(t.unchanged)
	if err != nil {
		return nil, err
	}
	for _, a := range assignments {
		if err := s.set(c, body, a); err != nil {
			return nil, err
		}
	}
	if t.body, err = json.Marshal(body); err != nil {
		return nil, err
	}
	unchanged := api.NewRequest(s.Update).SetNamed("id", id)
	fresh := unchanged.Clone()
	unchanged.Body, fresh.Body = t.unchanged, t.body
	if err := c.CheckChange(unchanged, fresh); err != nil {
		return nil, err
	}
	was, err := decode(t.unchanged)
	if err == nil {
		body, err = decode(t.body) // whose numbers and lists are of the same types
	}
	if err != nil {
		return nil, err
	}
	t.Differences = s.differences(c, was, body)
	return t, nil
}

// read returns a thing as it is.
func (s *Subject) read(c *engine.Context, id string) (*engine.Result, error) {
	return c.Call(api.NewRequest(s.Get).SetNamed("id", id))
}

// bodyOf returns the body that leaves a thing as it is.
func (s *Subject) bodyOf(answer *engine.Result) (json.RawMessage, error) {
	body, err := s.Update.BodyFrom(answer.Raw)
	var missing *api.MissingField
	if errors.As(err, &missing) {
		return nil, engine.Fail(engine.ExitFailed, "set.partial|The service did not return the whole thing, but left out '{{.Field}}'. It was not changed.", "Field", missing.Name)
	}
	return body, err
}

// decode returns a body as values, whose numbers keep their digits.
func decode(body []byte) (map[string]any, error) {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	var fields map[string]any
	return fields, dec.Decode(&fields)
}

// set changes a body by one setting: by its word, or by the path of a field.
func (s *Subject) set(c *engine.Context, body map[string]any, a assignment) error {
	for _, setting := range s.Settings {
		if strings.EqualFold(setting.Word, a.word) {
			return setting.Set(c, body, a.value)
		}
	}
	return s.setPath(body, a)
}

// announce shows the differences and what they touch, and asks.
func (s *Subject) announce(c *engine.Context, things []*changed) error {
	differs := false
	for _, t := range things {
		if len(t.Differences) == 0 {
			c.Note("set.same|'{{.Name}}' has these settings already.", "Name", t.Name)
			continue
		}
		differs = true
		c.Note("set.plan|Changing '{{.Name}}':", "Name", t.Name)
		for _, d := range t.Differences {
			c.Say("  " + d.line())
		}
		if s.Touches == nil {
			continue
		}
		lines, err := s.Touches(c, t.ID)
		if err != nil {
			return err
		}
		for _, line := range lines {
			c.Say(line)
		}
	}
	if !differs || c.Options.DryRun {
		return nil
	}
	return c.Ask(i18n.T("set.ask|Change this?"))
}

// write writes a thing, unless somebody has changed it since it was read.
func (s *Subject) write(c *engine.Context, t *changed) error {
	now, err := s.read(c, t.ID)
	if err != nil {
		return err
	}
	is, err := s.bodyOf(now)
	if err != nil {
		return err
	}
	if !bytes.Equal(t.unchanged, is) {
		return engine.Fail(engine.ExitConflict, "set.raced|Somebody has changed '{{.Name}}' meanwhile. It was not changed again.", "Name", t.Name).
			Hint("set.again|Run the command again to see the difference as it is now.")
	}
	r := api.NewRequest(s.Update).SetNamed("id", t.ID)
	r.Body = t.body
	_, err = c.Call(r, engine.Returned())
	return engine.Wanted(err)
}
