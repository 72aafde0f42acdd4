package runs

import (
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// keptRuns is how runs are shown whose retention was changed.
var keptRuns = &output.View{
	Rows: "runs", Empty: "keep.nothing|There are no runs with snapshots.",
	Columns: []output.Column{
		{Title: "Group", Path: "protectionGroupName", Format: output.Entity},
		{Title: "Run", Path: "id", Format: output.RunID},
		{Title: "Snapshots", Path: "snapshots"},
		{Title: "Expires", Path: "expiryTimeUsecs", Format: output.Usecs},
		{Title: "Changed", Path: "changed", Format: output.YesNo},
		{Title: "Error", Path: "error", FreeText: true},
	},
}

// groupsOrRun are the arguments of a command about the snapshots of one run, or of all runs of several groups.
var groupsOrRun = []engine.Argument{{Title: "GROUP"}, {Title: "RUN", Optional: true, Many: true}}

func keepRuns(f *engine.Flags) engine.Job {
	j := &keeping{}
	f.Switch(&j.all, "all", "keep.all|All runs with snapshots of the groups that are named.")
	f.Span(&j.span, "for", "keep.for|How long to keep the snapshots, from the beginning of the run, such as 1y or 90d.")
	f.Time(&j.end, "until", "keep.until|Until when to keep the snapshots, such as 2027-12-31.")
	return j.run
}

func (j *keeping) run(c *engine.Context) error {
	if (j.span > 0) == !j.end.IsZero() {
		return engine.Usage("keep.when|Use either --for or --until.")
	}
	if !j.all && len(c.Args) > 2 {
		return engine.Usage("keep.many|Use --all for all runs of several groups.")
	}
	rows, err := j.find(c)
	if err != nil {
		return err
	}
	var failures engine.Failures
	change, err := j.plan(c, rows)
	if err == nil && len(change) > 0 {
		err = j.change(c, change)
	}
	if err != nil {
		return err
	}
	for _, row := range rows {
		if fatal := failures.Add(c, row.ID, row.err); fatal != nil && err == nil {
			err = fatal
		}
		row.Error = failures.Of(row.ID)
	}
	if err == nil && !c.Options.DryRun {
		err = c.ShowValue(nil, map[string]any{"runs": rows})
	}
	if err == nil {
		err = failures.Err()
	}
	if err == nil && len(rows) > 0 && !c.Options.DryRun {
		c.Next("protection-group-run", "list", rows[0].GroupName)
	}
	return err
}

// find returns the runs that are meant.
func (j *keeping) find(c *engine.Context) ([]*keptRun, error) {
	if !j.all {
		group, id, err := endedRun(c)
		if err != nil {
			return nil, err
		}
		run, err := c.Call(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", group).SetNamed("runId", id).SetNamed("includeObjectDetails", "true"))
		if err != nil {
			return nil, err
		}
		row, err := j.row(run.Value, group, c.Named, c.ServiceNow())
		if err == nil && row.Snapshots == 0 {
			err = engine.Fail(engine.ExitNotFound, "keep.gone|Run {{.Run}} of protection group '{{.Name}}' has no snapshots.", "Run", id, "Name", c.Named)
		}
		return []*keptRun{row}, err
	}
	groups, err := selection.GroupsWithLastRun(c, c.Args)
	if err != nil {
		return nil, err
	}
	now := c.ServiceNow()
	lists := make([][]*keptRun, len(groups))
	err = c.AtOnce(len(groups), func(c *engine.Context, i int) error {
		id, name := output.String(groups[i], "id"), output.String(groups[i], "name")
		runs, err := runsUntil(c, id, now)
		if err != nil {
			return err
		}
		for _, run := range runs {
			row, err := j.row(run, id, name, now)
			if err != nil {
				return err
			}
			if row.Snapshots > 0 {
				lists[i] = append(lists[i], row)
			}
		}
		return nil
	})
	return slices.Concat(lists...), err
}

// row returns what is to become of a run.
func (j *keeping) row(run any, group, name string, now time.Time) (*keptRun, error) {
	old := newOldRun(run, now)
	row := &keptRun{GroupID: group, GroupName: name, ID: old.ID, Started: old.Started, Snapshots: old.Snapshots, Before: firstExpiry(run), run: run}
	began := runStart(run)
	span := j.span
	if span == 0 {
		span = j.end.Sub(began)
	}
	if span <= 0 {
		return row, engine.Usage("keep.past|Run {{.Run}} began after that time.", "Run", row.ID)
	}
	row.days = int64((span + oneDay - 1) / oneDay)
	row.want = began.Add(time.Duration(row.days) * oneDay)
	row.Expiry = row.Before
	return row, nil
}

// lockedUntil returns when the data lock of a run ends; zero where it has none.
func lockedUntil(run any) time.Time {
	usecs, ok := output.Int(run, "localBackupInfo.dataLockConstraints.expiryTimeUsecs|"+cells.Archived+"dataLockConstraints.expiryTimeUsecs")
	if !ok || usecs == 0 {
		return time.Time{}
	}
	return time.UnixMicro(usecs)
}

// plan says what is to become of runs, asks where that is sooner than before, and returns those to change. A locked one cannot expire
// sooner than its lock.
func (j *keeping) plan(c *engine.Context, rows []*keptRun) (change []*keptRun, err error) {
	sooner, earliest := 0, time.Time{}
	said := 0
	say := func(text i18n.Text, row *keptRun) {
		if said++; said <= engine.MaxListed {
			c.Note(text, "Run", row.ID, "Name", row.GroupName, "Before", cells.Date(row.Before), "After", cells.Date(row.want.UnixMicro()))
		}
	}
	for _, row := range rows {
		switch until := lockedUntil(row.run); {
		case len(changedPlaces(row.run, row.want)) == 0:
			say("keep.same|Run {{.Run}} of '{{.Name}}' expires on {{.After}} already.", row)
		case until.After(c.ServiceNow()) && row.want.Before(until) && isSooner(row):
			row.err = engine.Fail(engine.ExitFailed, "keep.locked|The snapshots are locked until {{.Time}} and cannot expire sooner.", "Time", usecs(until.UnixMicro()))
		default:
			say("keep.plan|Run {{.Run}} of '{{.Name}}' expires {{.Before}} → {{.After}}.", row)
			change = append(change, row)
			if isSooner(row) {
				if sooner += row.Snapshots; earliest.IsZero() || row.want.Before(earliest) {
					earliest = row.want
				}
			}
		}
	}
	if said > engine.MaxListed {
		c.Note("keep.more|And {{.Count}} more run.|And {{.Count}} more runs.", "Count", said-engine.MaxListed)
	}
	if sooner == 0 || c.Options.DryRun {
		return change, nil
	}
	return change, c.Confirm("keep.ask|Let {{.Count}} snapshot expire sooner, on {{.Date}}?|Let {{.Count}} snapshots expire sooner, the first of them on {{.Date}}?", "Count", sooner, "Date", cells.Date(earliest.UnixMicro()))
}
