package change

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/readable"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// ReplaceAsk is what the plain commands that update a thing ask where it cannot be read what would be lost.
const ReplaceAsk i18n.Text = "update.plain|Replace all of '{{.Name}}'?"

// AskReplace returns the question before an operation replaces a thing as a whole: at a terminal, where a schedule, a retention, an object or a
// lock would disappear, with all that changes. A script's update is sent as it is.
func (s *Subject) AskReplace(c *engine.Context) (string, error) {
	if !c.Streams.CanAsk() {
		return "", nil
	}
	result, err := s.Read(c, c.Param(s.UpdateID))
	if err != nil {
		return "", err
	}
	old, _, err := s.bodyOf(result)
	if err != nil {
		return "", err
	}
	fresh, err := readable.Decode(c.Request.Body)
	if err != nil {
		return "", err
	}
	form := &readable.Form{Fields: s.Update.Body, Words: readable.NewWords()}
	if old, err = form.Of(c, old); err != nil {
		return "", err
	}
	if fresh, err = form.Of(c, fresh); err != nil {
		return "", err
	}
	if !s.loses(old, fresh) {
		return "", nil
	}
	lines := []string{i18n.T("update.loses|This replaces all of '{{.Name}}', and removes some of it:", "Name", output.Clean(output.String(result.Value, s.NameIn)))}
	lines = append(lines, Lines(s.Differences(c, old, fresh))...)
	if s.Touches != nil {
		touched, err := s.Touches(c, c.Param(s.UpdateID))
		if err != nil {
			return "", err
		}
		lines = append(lines, touched...)
	}
	lines = append(lines, i18n.T("update.set|To change one setting and keep the rest: {{.Command}}", "Command", c.CommandLine(s.Show[0], "set", output.String(result.Value, s.NameIn), "SETTING=VALUE")))
	return strings.Join(append(lines, i18n.T("update.ask|Update it all the same?")), "\n"), nil
}

// losses are parts of the paths of what nobody loses gladly.
var losses = []string{"schedule", "retention", "datalock", "objects["}

// loses reports whether a schedule, a retention, an object or a lock disappears.
func (s *Subject) loses(old, fresh map[string]any) (lost bool) {
	compare(s.Update.Body, "", old, fresh, func(path string, was, is any) {
		path = strings.ToLower(path)
		if is == nil && slices.ContainsFunc(losses, func(part string) bool { return strings.Contains(path, part) }) {
			lost = true
		}
	})
	return lost
}
