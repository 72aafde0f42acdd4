// Package change has the jobs that change a thing and leave the rest of it as it is: they read it, change what is named, show the
// difference and whom it touches, ask, write, and read it back.
package change

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/readable"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Subject is a sort of thing that can be changed.
type Subject struct {
	Kind     api.Kind
	Plural   string         // how files call them: policies
	List     *api.Operation // lists them
	Rows     string         // the path to them in that answer
	Get      *api.Operation // reads one, by its parameter id; nil where List does, by ListIDs
	ListIDs  string         // the parameter of List with identifiers
	Create   *api.Operation
	Update   *api.Operation // replaces one, or a part of it
	UpdateID string         // the parameter of Update and Delete with the identifier
	Delete   *api.Operation
	ID       string       // the path to the identifier in an answer
	Name     string       // the field of a body with the name
	NameIn   string       // the path to the name in an answer
	Mark     string       // the field of a body with a text for people; "" where there is none
	View     *output.View // in whose words differences are shown
	Settings []Setting
	Show     []string // the words of the command that shows one
	// Touches returns lines about what else a change of one has an effect on; nil where that is nothing.
	Touches func(c *engine.Context, id string) ([]string, error)
}

// Setting is something that can be set by a word of its own. Anything else is set by the path of its field.
type Setting struct {
	Word  string
	About i18n.Text // what it takes, for help
	// Set changes the body of an update. The error is one of usage.
	Set func(c *engine.Context, body map[string]any, value string) error
	// Extend adds values to the setting (how is '+') or takes them out of it ('-'); nil where it has only one.
	Extend func(c *engine.Context, body map[string]any, how byte, values []string) error
}

// Args returns the arguments of a job that changes things of a kind: names, and what to set.
func Args(k api.Kind) []engine.Argument {
	return []engine.Argument{{Title: "NAME", Kind: k}, {Title: "SETTING=VALUE", Many: true}}
}

// Touched returns the lines about what a change has an effect on: a heading, which counts the names, and the names; nil where there are none.
func Touched(heading i18n.Text, names []string) []string {
	if len(names) == 0 {
		return nil
	}
	return append([]string{i18n.T(heading, "Count", len(names))}, engine.Listed(names)...)
}

// Words returns the words of the settings, for help.
func (s *Subject) Words() []engine.HelpWord {
	words := make([]engine.HelpWord, len(s.Settings))
	for i, setting := range s.Settings {
		words[i] = engine.HelpWord{Word: setting.Word, About: setting.About}
	}
	return words
}

// Read returns a thing as it is.
func (s *Subject) Read(c *engine.Context, id string) (*engine.Result, error) {
	if s.Get != nil {
		return c.Call(api.NewRequest(s.Get).SetNamed("id", id))
	}
	result, err := c.Call(api.NewRequest(s.List).SetNamed(s.ListIDs, id))
	if err != nil {
		return nil, err
	}
	for _, row := range output.List(result.Value, s.Rows) {
		if output.String(row, s.ID) == id {
			raw, err := json.Marshal(row)
			return &engine.Result{Raw: raw, Value: row}, err
		}
	}
	return nil, engine.Missing(s.Kind, id, nil)
}

// NewUpdate returns a request that updates a thing, without a body.
func (s *Subject) NewUpdate(id string) *api.Request {
	return api.NewRequest(s.Update).SetNamed(s.UpdateID, id)
}

// Takes returns those fields of a body that an update takes.
func (s *Subject) Takes(body map[string]any) map[string]any {
	taken := map[string]any{}
	for name, value := range body {
		if s.Update.Field(name) != nil {
			taken[name] = value
		}
	}
	return taken
}

// bodyOf returns the body that leaves a thing as it is, but for its secrets, which the service does not return: it returns their paths. The
// error is one of a thing that the service did not return as a whole: an update would lose what is missing.
func (s *Subject) bodyOf(answer *engine.Result) (body map[string]any, secrets []string, err error) {
	raw, err := s.Update.BodyFrom(answer.Raw)
	var missing *api.MissingField
	if errors.As(err, &missing) {
		return nil, nil, engine.Fail(engine.ExitFailed, "set.partial|The service did not return the whole thing, but left out '{{.Field}}'. It was not changed.", "Field", missing.Name)
	}
	if err == nil {
		body, err = readable.Decode(raw)
	}
	if err == nil {
		secrets = readable.TakeSecrets(s.Update.Body, body)
	}
	return body, secrets, err
}

// changed is a thing that is to be changed, for people and programs.
type changed struct {
	ID          string        `json:"id"`
	Name        string        `json:"name"`
	Changed     bool          `json:"changed"`
	Differences []*Difference `json:"differences"`
	Error       string        `json:"error,omitempty"`

	was   *engine.Result // as it was read
	old   map[string]any // the body that leaves it as it was read
	fresh map[string]any // the body that changes it
}

// Changes is how people see what was changed.
var Changes = &output.View{
	Rows: "things", Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Format: output.ID, Rank: 2},
		{Title: "Changed", Path: "changed", Format: output.YesNo},
		{Title: "Now", Path: "differences", Format: shownNow, Rank: 1},
		{Title: "Error", Path: "error", FreeText: true},
	},
}

// shownNow shows what the settings are now that were to be changed.
func shownNow(v any) output.Cell {
	var words []string
	for _, d := range output.List(v, "") {
		if now := output.At(d, "now"); now != nil {
			words = append(words, output.String(d, "setting")+": "+dash(output.String(now, "")))
		}
	}
	return output.Cell{Text: output.Shorten(strings.Join(words, "; "), 200)}
}

// begin reads a thing that is to be changed. It returns the paths of its secrets too.
func (s *Subject) begin(c *engine.Context, name string) (*changed, []string, error) {
	id, err := c.LookUp(s.Kind, name)
	if err != nil {
		return nil, nil, err
	}
	t := &changed{ID: id, Differences: []*Difference{}}
	if t.was, err = s.Read(c, id); err != nil {
		return nil, nil, err
	}
	t.Name = output.String(t.was.Value, s.NameIn)
	var secrets []string
	if t.old, secrets, err = s.bodyOf(t.was); err != nil {
		return nil, nil, err
	}
	return t, secrets, nil
}

// complete checks the fresh body of a thing, and finds out what it changes. secrets are the paths of those that the thing has: the service does
// not return them, so that an update without them might lose them.
func (s *Subject) complete(c *engine.Context, t *changed, secrets []string) (err error) {
	if t.fresh, err = again(t.fresh); err != nil { // whose numbers and lists are of the same types
		return err
	}
	old, err := s.request(t, t.old)
	if err != nil {
		return err
	}
	fresh, err := s.request(t, t.fresh)
	if err != nil {
		return err
	}
	if err := c.CheckChange(old, fresh); err != nil {
		return err
	}
	if t.Differences = append(t.Differences, s.Differences(c, t.old, t.fresh)...); len(t.Differences) == 0 || s.Update.Method != "PUT" {
		return nil
	}
	for _, path := range secrets {
		if output.At(t.fresh, path) == nil {
			return engine.Fail(engine.ExitFailed, "set.secret|The service does not return '{{.Path}}' of '{{.Name}}', and an update without it may lose it. Nothing was changed.", "Path", path, "Name", t.Name).
				Hint("set.secret-too|Set {{.Path}} too: '@FILE' reads it from a file, '-' from standard input.", "Path", path)
		}
	}
	return nil
}

// again returns a body as it is when it is read from JSON.
func again(body map[string]any) (map[string]any, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	return readable.Decode(raw)
}

// request returns the request that updates a thing with a body.
func (s *Subject) request(t *changed, body map[string]any) (r *api.Request, err error) {
	r = s.NewUpdate(t.ID)
	r.Body, err = json.Marshal(body)
	return r, err
}

// carryOut shows what is to be changed, asks, writes, and shows what the things are now.
func (s *Subject) carryOut(c *engine.Context, things []*changed) error {
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
		for _, line := range Lines(t.Differences) {
			c.Say(line)
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

// write writes a thing, unless somebody has changed it since it was read, and reads it back.
func (s *Subject) write(c *engine.Context, t *changed) error {
	now, err := s.Read(c, t.ID)
	if err != nil {
		return err
	}
	if err := s.Unchanged(t.Name, t.was, now); err != nil {
		return err
	}
	r, err := s.request(t, t.fresh)
	if err != nil {
		return err
	}
	if _, err = c.Call(r, engine.Returned()); err != nil && !s.WasWritten(c, t.ID, t.fresh, err) {
		return engine.Wanted(err)
	}
	if !c.Options.DryRun {
		s.readBack(c, t)
	}
	return nil
}

// WasWritten reports whether a thing is as an update should have made it, although the update ended with an error: an answer that was lost makes
// the request be sent again, and what it is refused for then is its own success.
func (s *Subject) WasWritten(c *engine.Context, id string, body map[string]any, err error) bool {
	var refused *service.Error
	if errors.Is(err, engine.ErrDryRun) || !errors.As(err, &refused) || refused.Kind() != service.Conflict && refused.Kind() != service.NotFound {
		return false
	}
	result, err := s.Read(c, id)
	if err != nil {
		return false
	}
	now, _, err := s.bodyOf(result)
	if err != nil {
		return false
	}
	wanted, err := again(s.Takes(body))
	if err != nil {
		return false
	}
	readable.TakeSecrets(s.Update.Body, wanted)
	return readable.Same(readable.WithoutAssigned(s.Update.Body, now), readable.WithoutAssigned(s.Update.Body, wanted))
}

// Unchanged returns an error where a thing is not as it was read earlier.
func (s *Subject) Unchanged(name string, was, now *engine.Result) error {
	before, err := s.Update.BodyFrom(was.Raw)
	if err != nil {
		return err
	}
	is, err := s.Update.BodyFrom(now.Raw)
	if err != nil {
		return err
	}
	if bytes.Equal(before, is) {
		return nil
	}
	return engine.Fail(engine.ExitConflict, "set.raced|Somebody has changed '{{.Name}}' meanwhile. It was not changed again.", "Name", name).
		Hint("set.again|Run the command again to see the difference as it is now.")
}

// readBack notes of each difference what the service has now, and warns of what it did not take. That it cannot be read is a warning: it was
// written.
func (s *Subject) readBack(c *engine.Context, t *changed) {
	now, fresh, err := s.now(c, t)
	if err != nil {
		c.Warn("set.unread|'{{.Name}}' was changed, but could not be read back: {{.Reason}}", "Name", t.Name, "Reason", c.Reason(err))
		return
	}
	left := s.Differences(c, now, fresh)
	for _, d := range t.Differences {
		d.Now = &d.After
		for _, l := range left {
			if l.Setting == d.Setting {
				d.Now = &l.Before
			}
		}
	}
	left = slices.DeleteFunc(left, func(l *Difference) bool {
		return !slices.ContainsFunc(t.Differences, func(d *Difference) bool { return l.Setting == d.Setting })
	})
	WarnOfRest(c, t.Name, left)
}

// now returns the body that leaves a thing as it is now, and the one that was written, both without secrets.
func (s *Subject) now(c *engine.Context, t *changed) (now, written map[string]any, err error) {
	result, err := s.Read(c, t.ID)
	if err != nil {
		return nil, nil, err
	}
	if now, _, err = s.bodyOf(result); err != nil {
		return nil, nil, err
	}
	t.Name = output.String(result.Value, s.NameIn)
	if written, err = again(t.fresh); err == nil {
		readable.TakeSecrets(s.Update.Body, written)
	}
	return now, written, err
}

// WarnOfRest warns of what the service did not take of a change: left is what a second one would change.
func WarnOfRest(c *engine.Context, name string, left []*Difference) {
	for i, d := range left {
		if i == engine.MaxListed {
			return
		}
		c.Warn("set.untaken|The service did not take {{.Setting}} of '{{.Name}}': it is {{.Now}}.", "Setting", d.Setting, "Name", name, "Now", dash(output.Shorten(d.Before, 200)))
	}
}
