package groups

import (
	"strconv"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// pausing is what `protection-group pause` and `resume` do: a paused group has no scheduled runs, and stays as it is otherwise.
type pausing struct {
	pause bool // and not resume
	all   bool
	drain bool // whether to cancel what runs
}

// pausedGroup is a group that was paused or resumed, for people and programs.
type pausedGroup struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	IsPaused  bool   `json:"isPaused"`
	Changed   bool   `json:"changed"`
	Run       string `json:"run,omitempty"` // that was active when the group had been paused
	RunStatus string `json:"runStatus,omitempty"`
	Error     string `json:"error,omitempty"`
}

var pausedGroups = &output.View{
	Rows: "groups", Empty: "group.empty|There are no protection groups.",
	Columns: []output.Column{
		{Title: "Group", Path: "name", Format: output.Entity},
		{Title: "Paused", Path: "isPaused", Format: output.YesNo},
		{Title: "Changed", Path: "changed", Format: output.YesNo, Rank: 4},
		{Title: "Active Run", Path: "run", Format: output.RunID, Rank: 3},
		{Title: "Status", Path: "runStatus", Format: output.Status},
		{Title: "Error", Path: "error", FreeText: true},
	},
}

// drainedGroups declares the options of waiting; the job waits itself, until no run of the groups is active.
var drainedGroups = &engine.Waiting{}

func changePause(pause bool) func(*engine.Flags) engine.Job {
	return func(f *engine.Flags) engine.Job {
		p := pausing{pause: pause}
		f.Switch(&p.all, "all", "group.all|All protection groups.")
		if pause {
			f.Switch(&p.drain, "drain", "group.drain|Cancel the active runs of the groups too.")
		}
		return p.run
	}
}

func (p *pausing) run(c *engine.Context) error { return c.WithinTimeout(p.carryOut) }

func (p *pausing) carryOut(c *engine.Context) error {
	groups, err := selection.Groups(c, c.Args, p.all)
	if err != nil {
		return err
	}
	rows := make([]*pausedGroup, len(groups))
	var failures engine.Failures
	for i, g := range groups {
		rows[i] = &pausedGroup{ID: output.String(g, "id"), Name: output.String(g, "name"), IsPaused: output.At(g, "isPaused") == true}
		if err == nil { // else the rest stays as it is
			err = failures.Add(c, rows[i].Name, p.change(c, rows[i]))
		}
	}
	if err == nil && p.pause {
		err = p.empty(c, rows, &failures)
	}
	if c.Options.DryRun && err == nil {
		return failures.Err()
	}
	for _, row := range rows {
		row.Error = failures.Of(row.Name)
	}
	if shown := c.ShowValue(nil, map[string]any{"groups": rows}); shown != nil {
		return shown
	}
	if err == nil {
		err = failures.Err()
	}
	if err != nil {
		return err
	}
	if p.pause {
		words := c.Args
		if p.all {
			words = []string{"--all"}
		}
		c.Next(append([]string{"protection-group", "resume"}, words...)...)
	}
	return nil
}

// change pauses or resumes a group unless it is so already. The group is read anew: an update replaces all of it.
func (p *pausing) change(c *engine.Context, row *pausedGroup) error {
	if row.IsPaused == p.pause {
		return nil
	}
	now, err := c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", row.ID))
	if err != nil {
		return err
	}
	r, err := selection.GroupUpdate(row.ID, now)
	if err != nil {
		return err
	}
	if err := r.SetField("isPaused", strconv.AppendBool(nil, p.pause)); err != nil {
		return err
	}
	if _, err := c.Call(r, engine.Returned()); err != nil {
		return err
	}
	row.IsPaused, row.Changed = p.pause, true
	return nil
}

// empty cancels the active runs of the groups where that is wanted, and waits for their ends where that is.
func (p *pausing) empty(c *engine.Context, rows []*pausedGroup, failures *engine.Failures) error {
	if !p.drain && !c.Options.Wait.Wait {
		return nil
	}
	var active []*pausedGroup
	for _, row := range rows {
		list, err := runs.Newest(c, row.ID)
		run := runs.Active(list)
		if err == nil && run != nil {
			row.Run, row.RunStatus = output.String(run, "id"), runs.Status(run)
			active = append(active, row)
			if p.drain {
				err = runs.CancelRun(c, row.ID, row.Run, run)
			}
		}
		if err := failures.Add(c, row.Name, err); err != nil {
			return err
		}
	}
	if len(active) == 0 || !c.Options.Wait.Wait {
		return nil
	}
	members := make([]*engine.Member, len(active))
	for i, row := range active {
		members[i] = &engine.Member{Name: row.Name, Task: runs.Task(c, row.ID, row.Name, row.Run)}
	}
	err := c.AwaitAll(drainMessages, members)
	for i, row := range active {
		if p := members[i].Progress; p != nil {
			row.RunStatus = p.Status
		}
		if err == nil {
			err = failures.Add(c, row.Name, members[i].Err)
		}
	}
	return err
}

var drainMessages = &engine.TaskMessages{
	Interrupted: "drain.interrupted|Stopped waiting; the groups are paused, and their active runs continue.",
	TimedOut:    "drain.timeout|Runs have not finished within {{.Span}}; they continue.",
}
