package pages

import (
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Policy returns what makes the page of a policy with these details: the groups that have it, with their last runs and last good backups.
func Policy(details *output.View) func() *engine.Page {
	return func() *engine.Page {
		return &engine.Page{
			ID:   "id",
			View: with(details, nil, output.View{Heading: "heading.groups|Groups", Rows: "page", Columns: without("Policy", groupColumns)}),
			Join: func(c *engine.Context, answer any) (any, error) {
				id := output.String(answer, "id")
				in, err := read(c, survey.Wanted{Parts: survey.Groups | survey.Policies | survey.Backups})
				return groupsAmong(in, func(g *survey.Group) bool { return g.PolicyID == id }), err
			},
		}
	}
}

// without returns columns without the one with a title.
func without(title string, columns []output.Column) (rest []output.Column) {
	for _, column := range columns {
		if string(column.Title) != title {
			rest = append(rest, column)
		}
	}
	return rest
}
