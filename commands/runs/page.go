package runs

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// runPage is what people see of a run: with its objects, its policy, what the runs of its group usually take, and the last one before it that
// succeeded.
func runPage() *engine.Page { return &engine.Page{ID: "id", Join: joinRun, View: pageView()} }

// joined is what is joined with a run.
type joined struct {
	Policy   string `json:"policyId,omitempty"`
	Usual    int64  `json:"usualSecs,omitempty"`
	Good     string `json:"lastGoodRunId,omitempty"`
	GoodTime int64  `json:"lastGoodUsecs,omitempty"`
	Objects  []any  `json:"objects"` // those that failed first
}

// pageView returns the view of runDetails with what is joined.
func pageView() *output.View {
	view := *runDetails
	view.Columns = append(slices.Clone(view.Columns), []output.Column{
		{Title: "Policy", Path: "page.policyId", Kind: "policy"},
		{Title: "Usual Duration", Path: "page.usualSecs", Format: output.Span(time.Second)},
		{Title: "Last Good Run", Path: "page.lastGoodRunId", Format: output.RunID},
		{Title: "Last Good Backup", Path: "page.lastGoodUsecs", Format: output.Usecs},
	}...)
	view.Sections = slices.Clone(view.Sections)
	view.Sections[0].Rows = "page.objects"
	return &view
}

// historySize is how many runs of the group tell what one usually takes.
const historySize = 20

func joinRun(c *engine.Context, run any) (any, error) {
	group, id := output.String(run, "protectionGroupId"), output.String(run, "id")
	page := &joined{Objects: slices.Clone(output.List(run, "objects"))}
	parts := []func(c *engine.Context) error{
		func(c *engine.Context) error {
			result, err := c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", group))
			if err == nil {
				page.Policy = output.String(result.Value, "policyId")
			}
			return err
		},
		func(c *engine.Context) error {
			if len(output.List(run, "objects")) > 0 {
				return nil
			}
			result, err := c.Call(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", group).SetNamed("runId", id).SetNamed("includeObjectDetails", "true"))
			if err == nil {
				page.Objects = output.List(result.Value, "objects")
			}
			return err
		},
		func(c *engine.Context) error {
			result, err := c.Call(api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("numRuns", strconv.Itoa(historySize)))
			if err == nil {
				page.addHistory(output.List(result.Value, "runs"), runStart(run))
			}
			return err
		},
	}
	errs := make([]error, len(parts))
	err := c.AtOnce(len(parts), func(c *engine.Context, i int) error {
		errs[i] = parts[i](c)
		return nil
	})
	cells.WorstFirst(page.Objects, cells.ObjectStatus)
	return page, cmp.Or(err, errors.Join(errs...))
}

// addHistory adds what the runs of a group, the newest first, say of the one that began at a time.
func (j *joined) addHistory(list []any, began time.Time) {
	var took []time.Duration
	for _, run := range list {
		if Status(run) != "Succeeded" {
			continue
		}
		start, end := runStart(run), runEnd(run)
		if end.After(start) {
			took = append(took, end.Sub(start))
		}
		if j.Good == "" && start.Before(began) {
			j.Good, j.GoodTime = output.String(run, "id"), start.UnixMicro()
		}
	}
	if len(took) > 0 {
		slices.Sort(took)
		j.Usual = int64(took[len(took)/2] / time.Second)
	}
}
