// Package pages joins what belongs to a thing on the page that people see of it: a group with its objects, their last good backups and its runs,
// a host with its agent, its connector and what protects it.
package pages

import (
	"errors"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// recentRuns is how many runs of a group its page shows.
const recentRuns = 5

// with returns a view with more columns and sections, which show what is joined.
func with(details *output.View, columns []output.Column, sections ...output.View) *output.View {
	view := *details
	view.Columns = append(append([]output.Column{}, details.Columns...), columns...)
	view.Sections = append(append([]output.View{}, details.Sections...), sections...)
	return &view
}

// group is a group on the page of something else.
type group struct {
	Name     string `json:"name"`
	PolicyID string `json:"policyId"`
	Status   string `json:"status,omitempty"`
	LastGood int64  `json:"lastGoodUsecs,omitempty"`
	Note     string `json:"note,omitempty"`
}

var groupColumns = []output.Column{
	{Title: "Group", Path: "name", Format: output.Entity},
	{Title: "Policy", Path: "policyId", Kind: "policy", Rank: 2},
	{Title: "Last Run", Path: "status", Format: output.Status},
	{Title: "Last Good Backup", Path: "lastGoodUsecs", Format: output.Usecs},
	{Title: "Note", Path: "note", FreeText: true},
}

// groupsAmong returns the groups of an instance that are wanted.
func groupsAmong(in *survey.Instance, wanted func(g *survey.Group) bool) []*group {
	list := []*group{}
	for _, g := range in.Groups {
		if wanted(g) {
			list = append(list, &group{g.Name, g.PolicyID, lastStatus(g.Row), output.UsecsOf(in.LastGood[g.ID]), note(in, g)})
		}
	}
	return list
}

// lastStatus returns how the last run of a group is or ended, "" for none.
func lastStatus(row any) string {
	return output.String(row, "lastRun.localBackupInfo.status|lastRun.archivalInfo.archivalTargetResults[0].status")
}

// note says what is special about a group: it is paused, at its end, or overdue.
func note(in *survey.Instance, g *survey.Group) string {
	switch {
	case g.IsPaused():
		return i18n.T("page.paused|Paused.")
	case !g.IsActive():
		return i18n.T("page.inactive|Not active.")
	case in.IsOverdue(g):
		return i18n.T("page.overdue|Overdue: the policy allows {{.Allowed}}.", "Allowed", output.Duration(in.Allowed(g)))
	}
	return ""
}

// object is an object on the page of something else.
type object struct {
	Name     string `json:"name"`
	LastGood int64  `json:"lastGoodUsecs,omitempty"`
	Groups   string `json:"groups,omitempty"`
	Status   string `json:"status,omitempty"`
	Reason   string `json:"reason,omitempty"`
}

// objectNote says what an object without a backup lacks.
func objectNote(o *survey.Object, backup *survey.Backup) string {
	switch {
	case o.Groups == nil && backup == nil:
		return i18n.T("page.unprotected|Not protected.")
	case o.Groups == nil:
		return i18n.T("page.no-more|No longer protected.")
	case backup == nil:
		return i18n.T("page.no-snapshot|No snapshot yet.")
	}
	return ""
}

// at returns when the newest backup of an object began, in microseconds since 1970; 0 for none.
func at(b *survey.Backup) int64 {
	if b == nil {
		return 0
	}
	return output.UsecsOf(b.At)
}

// read reads parts of an instance for a page. What cannot be read is an error, and the rest is there.
func read(c *engine.Context, want survey.Wanted) (*survey.Instance, error) {
	var failures engine.Failures
	in, err := survey.Read(c, want, &failures)
	return in, errors.Join(err, failures.Err())
}

// call returns the answer to a request.
func call(c *engine.Context, r *api.Request) (any, error) {
	result, err := c.Call(r)
	if err != nil {
		return nil, err
	}
	return result.Value, nil
}
