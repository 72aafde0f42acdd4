package runs

import (
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// cancellation is what `protection-group-run cancel --all` does: it cancels the active runs of several groups.
type cancellation struct {
	all bool
	age time.Duration // that a run has to have; 0 for any
}

// canceledRun is a run that was canceled, for people and programs.
type canceledRun struct {
	GroupID   string `json:"protectionGroupId"`
	GroupName string `json:"protectionGroupName"`
	Run       string `json:"runId"`
	Started   int64  `json:"startTimeUsecs"`
	Status    string `json:"status"`
	Canceled  bool   `json:"canceled"` // whether it was asked to be
	Error     string `json:"error,omitempty"`
	run       any
}

// canceledRuns is how runs are shown that were canceled together.
var canceledRuns = &output.View{
	Rows: "runs", Empty: "cancel.nothing|No such run is active.",
	Columns: []output.Column{
		{Title: "Group", Path: "protectionGroupName", Format: output.Entity},
		{Title: "Run", Path: "runId", Format: output.RunID},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Error", Path: "error", FreeText: true},
	},
}

var cancelMessages = &engine.TaskMessages{
	Interrupted: "cancel.interrupted|Stopped waiting; the runs are being canceled.",
	TimedOut:    "cancel.timeout|Runs have not ended within {{.Span}}; they are being canceled.",
}

// cancelRuns carries out `protection-group-run cancel`, for one run or for those of several groups.
func cancelRuns(f *engine.Flags) engine.Job {
	j := &cancellation{}
	f.Switch(&j.all, "all", "cancel.all|Cancel the active runs of all groups, or of those that are named.")
	f.Span(&j.age, "older-than", "cancel.age|With --all: only runs that began longer ago than this, such as 6h.")
	one := changeRun(cancelRun)(f)
	return func(c *engine.Context) error {
		switch {
		case j.all:
			return c.WithinTimeout(j.run)
		case j.age > 0:
			return engine.Usage("cancel.all-only|--older-than has an effect only with --all.")
		case len(c.Args) > 2:
			return engine.Usage("cancel.many|Use --all to cancel the active runs of several groups.")
		}
		return one(c)
	}
}

func (j *cancellation) run(c *engine.Context) error {
	groups, err := selection.GroupsWithLastRun(c, c.Args)
	if err != nil {
		return err
	}
	var failures engine.Failures
	rows, err := j.find(c, groups, &failures)
	if err != nil {
		return err
	}
	for _, row := range rows {
		c.Note("cancel.plan|Run {{.Run}} of '{{.Name}}', active since {{.Time}}, is to be canceled.", "Run", row.Run, "Name", row.GroupName, "Time", usecs(row.Started))
	}
	if len(rows) > 0 && !c.Options.DryRun {
		if err := c.Confirm("cancel.ask|Cancel {{.Count}} active run? What it has copied is lost.|Cancel {{.Count}} active runs? What they have copied is lost.", "Count", len(rows)); err != nil {
			return err
		}
	}
	if err := j.cancel(c, rows, &failures); err != nil || c.Options.DryRun {
		return err
	}
	var stopped error
	if c.Options.Wait.Wait {
		stopped = awaitCanceled(c, rows, &failures)
	}
	for _, row := range rows {
		row.Error = failures.Of(row.GroupName)
	}
	if err := c.ShowValue(canceledRuns, map[string]any{"runs": rows}); err != nil {
		return err
	}
	if stopped == nil {
		stopped = failures.Err()
	}
	if stopped == nil && len(rows) > 0 {
		c.Next("protection-group-run", "list")
	}
	return stopped
}

// find returns the active runs that are old enough.
func (j *cancellation) find(c *engine.Context, groups []any, failures *engine.Failures) ([]*canceledRun, error) {
	found := make([]*canceledRun, len(groups))
	var mu sync.Mutex
	err := c.AtOnce(len(groups), func(c *engine.Context, i int) error {
		if last := output.At(groups[i], "lastRun"); last != nil && engine.IsEnded(Status(last)) {
			return nil
		}
		row := &canceledRun{GroupID: output.String(groups[i], "id"), GroupName: output.String(groups[i], "name")}
		list, err := Newest(c, row.GroupID)
		if err != nil {
			mu.Lock()
			defer mu.Unlock()
			return failures.Add(c, row.GroupName, err)
		}
		row.run = Active(list)
		if began := runStart(row.run); row.run == nil || j.age > 0 && !began.Before(c.ServiceNow().Add(-j.age)) {
			return nil
		}
		row.Run, row.Status, row.Started = output.String(row.run, "id"), Status(row.run), runStart(row.run).UnixMicro()
		found[i] = row
		return nil
	})
	rows := []*canceledRun{}
	for _, row := range found {
		if row != nil {
			rows = append(rows, row)
		}
	}
	return rows, err
}

// cancel asks for the runs to be canceled. One that has ended by then is no trouble.
func (j *cancellation) cancel(c *engine.Context, rows []*canceledRun, failures *engine.Failures) error {
	if c.Options.DryRun {
		for _, row := range rows {
			if err := engine.Wanted(CancelRun(c, row.GroupID, row.Run, row.run)); err != nil {
				return err
			}
		}
		return failures.Err()
	}
	var mu sync.Mutex
	return c.AtOnce(len(rows), func(c *engine.Context, i int) error {
		row := rows[i]
		_, err := c.FindLost(nil, CancelRun(c, row.GroupID, row.Run, row.run), func() (*engine.Result, error) {
			return canceling(c, row)
		})
		if err != nil && !engine.IsUnknown(err) {
			if now, readErr := canceling(c, row); readErr == nil && now != nil {
				err = nil // it has ended, or somebody else cancels it
			}
		}
		row.Canceled = err == nil
		mu.Lock()
		defer mu.Unlock()
		failures.Note(c, row.GroupName, err)
		return nil
	})
}

// canceling returns a run that has ended or is being canceled, and nil for one that continues.
func canceling(c *engine.Context, row *canceledRun) (*engine.Result, error) {
	run, err := readRun(c, row.GroupID, row.Run)
	if err != nil {
		return nil, err
	}
	if row.Status = Status(run.Value); row.Status == "Canceling" || engine.IsEnded(row.Status) {
		return run, nil
	}
	return nil, nil
}

// awaitCanceled waits until the runs that were asked to be canceled have ended.
func awaitCanceled(c *engine.Context, rows []*canceledRun, failures *engine.Failures) error {
	var members []*engine.Member
	var waited []*canceledRun
	for _, row := range rows {
		if row.Canceled {
			task := actionTask(c, cancelRun, row.GroupID, []string{row.Run})
			task.Watch = c.CommandLine("protection-group-run", "watch", row.GroupName, row.Run)
			members, waited = append(members, &engine.Member{Name: row.GroupName, Task: task}), append(waited, row)
		}
	}
	if len(members) == 0 {
		return nil
	}
	stopped := c.AwaitAll(cancelMessages, members)
	for i, row := range waited {
		if p := members[i].Progress; p != nil {
			row.Status = p.Status
		}
		failures.Note(c, row.GroupName, members[i].Err) // one that had succeeded by then is no trouble
	}
	return stopped
}
