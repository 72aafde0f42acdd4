package console

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// list is where reports or components are called by their names. Their IDs have no form by which they could be told from names.
type list struct {
	op        *api.Operation
	rows      string // path to the list in the answer
	name      string // path to the name in a row
	missing   i18n.Text
	ambiguous i18n.Text
	command   string // that lists them
}

var (
	reports = &list{&api.GetReports, "reports", "title",
		"report.missing|No report is named '{{.Name}}'.", "report.ambiguous|Several reports are named '{{.Name}}'. Use '--id' with one of these IDs: {{.IDs}}", "reports-list"}
	components = &list{&api.GetComponents, "components", "name",
		"component.missing|No report component is named '{{.Name}}'.", "component.ambiguous|Several report components are named '{{.Name}}'. Use '--id' with one of these IDs: {{.IDs}}", "components-list"}
)

// maxSimilar is how many names are suggested at most in the place of one that is not there.
const maxSimilar = 3

// resolve puts the ID in the place of the name in the command's request. What --id gives is sent as it is.
func (l *list) resolve(c *engine.Context, f *engine.Flags) error {
	if f.Given("id") || c.Named == "" {
		return nil
	}
	result, err := c.Call(api.NewRequest(l.op))
	if err != nil {
		return err
	}
	var found, all []string
	for _, row := range output.List(result.Value, l.rows) {
		id, name := output.String(row, "id"), output.String(row, l.name)
		if id == c.Named {
			return nil
		}
		if all = append(all, name); strings.EqualFold(name, c.Named) {
			found = append(found, id)
		}
	}
	switch {
	case len(found) == 1:
		c.Request.SetNamed("id", found[0])
		return nil
	case len(found) > 1:
		return engine.Fail(engine.ExitNotFound, l.ambiguous, "Name", c.Named, "IDs", strings.Join(found, ", "))
	}
	failure := engine.Fail(engine.ExitNotFound, l.missing, "Name", c.Named)
	if similar := api.Similar(c.Named, all, maxSimilar); len(similar) > 0 {
		for i, name := range similar {
			similar[i] = "'" + output.Clean(name) + "'"
		}
		failure.What = append(failure.What, i18n.T("report.similar|Did you mean {{.Names}}?", "Names", strings.Join(similar, ", ")))
	}
	return failure.Hint("report.list|Run '{{.Command}}' to see them all.", "Command", c.CommandLine(resourceName, l.command))
}

// one returns the job that shows one report or component.
func one(l *list) func(*engine.Flags) engine.Job {
	return func(f *engine.Flags) engine.Job {
		return func(c *engine.Context) error {
			if err := l.resolve(c, f); err != nil {
				return err
			}
			result, err := c.Send()
			if err != nil {
				return err
			}
			return c.Show(nil, result.Raw)
		}
	}
}
