package pages

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// groupPage is what is joined with a group.
type groupPage struct {
	Next     int64     `json:"nextUsecs,omitempty"`
	LastGood int64     `json:"lastGoodUsecs,omitempty"`
	Usual    int64     `json:"usualSecs,omitempty"`
	Note     string    `json:"note,omitempty"`
	Objects  []*object `json:"objects"`
	Runs     []any     `json:"runs"`
}

// Group returns what makes the page of a group with these details: its policy, the next run, the last good backup of each object, and its last runs with the
// reasons of those that ended badly. How the objects fared stands above which paths of each the group has.
func Group(details *output.View) func() *engine.Page {
	return func() *engine.Page {
		view := with(details, []output.Column{
			{Title: "Next Run", Path: "page.nextUsecs", Format: output.Usecs},
			{Title: "Last Good Backup", Path: "page.lastGoodUsecs", Format: output.Usecs},
			{Title: "Usual Duration", Path: "page.usualSecs", Format: output.Span(1e9)},
			{Title: "Note", Path: "page.note"},
		}, output.View{Heading: "heading.last-runs|Last runs", Rows: "page.runs", Columns: []output.Column{
			{Title: "Run", Path: "id", Format: output.RunID},
			{Title: "Status", Path: "localBackupInfo.status|" + cells.Archived + "status", Format: output.Status},
			{Title: "Started", Path: "localBackupInfo.startTimeUsecs|" + cells.Archived + "startTimeUsecs", Format: output.Usecs},
			{Title: "Duration", Format: cells.Duration, Needs: cells.DurationNeeds, Rank: 1},
			{Title: "Reason", Path: "localBackupInfo.messages[0]|" + cells.Archived + "message", FreeText: true},
		}})
		view.Sections = slices.Insert(view.Sections, 0, output.View{Heading: "heading.objects|Objects", Rows: "page.objects", Columns: []output.Column{
			{Title: "Object", Path: "name", Format: output.Entity},
			{Title: "Last Good Backup", Path: "lastGoodUsecs", Format: output.Usecs},
			{Title: "Last Run", Path: "status", Format: output.Status},
			{Title: "Reason", Path: "reason", FreeText: true},
		}})
		return &engine.Page{ID: "id", Join: joinGroup, View: view}
	}
}

func joinGroup(c *engine.Context, answer any) (any, error) {
	id := output.String(answer, "id")
	var in *survey.Instance
	var runs []any
	var newest any // that has ended, with its objects
	parts := []func(c *engine.Context) error{
		func(c *engine.Context) (err error) {
			in, err = read(c, survey.Wanted{Parts: survey.Policies | survey.Objects | survey.Backups, Objects: []string{"protectionGroupIds", id}})
			return err
		},
		func(c *engine.Context) error {
			answer, err := call(c, api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", id).SetNamed("numRuns", strconv.Itoa(sampled)))
			if runs = output.List(answer, "runs"); err != nil {
				return err
			}
			for _, run := range runs {
				if survey.NewRun(run).IsEnded() {
					newest, err = call(c, api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", id).SetNamed("runId", output.String(run, "id")).SetNamed("includeObjectDetails", "true"))
					return err
				}
			}
			return nil
		},
	}
	errs := make([]error, len(parts))
	if err := c.AtOnce(len(parts), func(c *engine.Context, i int) error {
		errs[i] = parts[i](c)
		return nil
	}); err != nil {
		return nil, err
	}
	g := survey.NewGroup(answer)
	for _, run := range runs {
		g.Add(survey.NewRun(run), in.Now)
	}
	page := &groupPage{LastGood: output.UsecsOf(in.LastGood[id]), Usual: int64(g.Usual.Seconds()), Note: note(in, g), Objects: objectsOf(in, newest), Runs: runs[:min(len(runs), recentRuns)]}
	if g.IsActive() && len(runs) > 0 {
		page.Next = output.UsecsOf(survey.NextRun(in.Policies[g.PolicyID], answer, survey.NewRun(runs[0]).Start, in.Now))
	}
	return page, errors.Join(errs...)
}

// sampled is how many runs tell how long one usually takes.
const sampled = 20

// objectsOf returns the objects of an instance with how they fared in a run, nil for none; those that failed come first, and of these the one with the oldest backup.
func objectsOf(in *survey.Instance, run any) []*object {
	results := map[string]any{} // by the object's ID
	for _, result := range output.List(run, "objects") {
		results[output.String(result, "object.id")] = result
	}
	list := []*object{}
	for _, o := range in.Objects {
		result := results[o.ID]
		list = append(list, &object{
			Name: o.Title, LastGood: at(in.Backups[o.ID]), Status: cells.ObjectStatus(result),
			Reason: cmp.Or(cells.ObjectMessage(result), objectNote(o, in.Backups[o.ID])),
		})
	}
	slices.SortStableFunc(list, func(a, b *object) int { return cmp.Compare(a.LastGood, b.LastGood) }) // a run may have been of some objects alone
	cells.WorstFirst(list, func(o *object) string { return o.Status })
	return list
}
