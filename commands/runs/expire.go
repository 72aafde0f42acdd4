package runs

import (
	"slices"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// expiry is what `protection-group-run expire` does: it deletes the snapshots of old runs before they expire by themselves. Those on
// legal hold or under a data lock stay.
type expiry struct {
	age time.Duration
}

func expireRuns(f *engine.Flags) engine.Job {
	var e expiry
	f.Span(&e.age, "older-than", "expire.age|Delete the snapshots of runs that began longer ago than this, such as 30d.")
	f.Require("older-than")
	return e.run
}

// expiredRuns are the runs whose snapshots are deleted, for people and programs.
var expiredRuns = &output.View{
	Rows: "runs", Empty: "expire.nothing|No snapshots are that old.",
	Columns: []output.Column{
		{Title: "Run", Path: "id", Format: output.RunID},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Snapshots", Path: "snapshots", Rank: 4},
		{Title: "Size", Path: "sizeBytes", Format: output.Size, Rank: 3},
		{Title: "Deleted", Path: "deleted", Format: output.YesNo},
		{Title: "Kept By", Path: "keptBy", Format: keptBy},
	},
}

// What keeps the snapshots of a run from being deleted.
const (
	byHold = "legalHold"
	byLock = "dataLock"
)

// keptBy shows what keeps the snapshots of a run.
func keptBy(v any) output.Cell {
	switch v {
	case byHold:
		return cells.Text("kept.hold|legal hold")
	case byLock:
		return cells.Text("kept.lock|data lock")
	}
	return output.Cell{}
}

// oldRun is a run with snapshots that are old enough.
type oldRun struct {
	ID        string `json:"id"`
	Started   int64  `json:"startTimeUsecs"`
	Snapshots int    `json:"snapshots"`
	Size      int64  `json:"sizeBytes"`
	Deleted   bool   `json:"deleted"`
	KeptBy    string `json:"keptBy,omitempty"` // byHold or byLock
	run       any
}

// suspicious is how far the service's clock may be ahead before a person who deletes by it is told: one of them is wrong.
const suspicious = time.Hour

func (e *expiry) run(c *engine.Context) error {
	c.Named = c.Args[0]
	group, err := c.LookUp(api.KindGroup, c.Named)
	if err != nil {
		return err
	}
	// One that is not there is an error, and the answer tells the service's time: ages of what it keeps are not judged by this machine's clock.
	if _, err := c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", group)); err != nil {
		return err
	}
	now := c.ServiceNow()
	if ahead := now.Sub(c.Now()); ahead > suspicious {
		c.Warn("expire.clock|The service's clock is {{.Span}} ahead of this machine's. Ages are judged by the service's.", "Span", output.Duration(ahead))
	}
	cutoff := now.Add(-e.age)
	runs, err := runsUntil(c, group, cutoff)
	if err != nil {
		return err
	}
	rows, doomed := []*oldRun{}, []*oldRun{}
	kept := 0
	for _, run := range runs {
		row := newOldRun(run, now)
		if row.Snapshots == 0 || row.Started >= cutoff.UnixMicro() {
			continue
		}
		rows = append(rows, row)
		if row.KeptBy == "" {
			doomed = append(doomed, row)
		} else {
			kept++
		}
	}
	if kept > 0 {
		c.Note("expire.kept|{{.Count}} run is on legal hold or locked and stays.|{{.Count}} runs are on legal hold or locked and stay.", "Count", kept)
	}
	if len(doomed) > 0 {
		if err := e.remove(c, group, doomed); err != nil || c.Options.DryRun {
			return err
		}
	}
	return c.ShowValue(nil, map[string]any{"protectionGroupId": group, "runs": rows})
}

// mostAtOnce is how many runs one request changes.
const mostAtOnce = 100

// remove deletes snapshots after asking once, with their number, size and the time of the newest.
func (e *expiry) remove(c *engine.Context, group string, doomed []*oldRun) error {
	snapshots, size, newest := 0, int64(0), int64(0)
	for _, row := range doomed {
		snapshots, size, newest = snapshots+row.Snapshots, size+row.Size, max(newest, row.Started)
	}
	if !c.Options.DryRun {
		if err := c.Confirm(askDelete, "Count", snapshots, "Name", c.Named, "Size", output.Bytes(size), "Time", usecs(newest)); err != nil {
			return err
		}
	}
	for len(doomed) > 0 {
		batch := doomed[:min(len(doomed), mostAtOnce)]
		doomed = doomed[len(batch):]
		runs := make([]any, len(batch))
		for i, row := range batch {
			runs[i] = row.run
		}
		if err := changeSnapshots(c, group, runs, map[string]any{"deleteSnapshot": true}); err != nil {
			return err
		}
		for _, row := range batch {
			row.Deleted = !c.Options.DryRun
		}
	}
	return nil
}

// newOldRun returns what is to be known of a run, and what keeps its snapshots at a time.
func newOldRun(run any, now time.Time) *oldRun {
	row := &oldRun{ID: output.String(run, "id"), run: run}
	row.Started, _ = output.Int(run, "localBackupInfo.startTimeUsecs|"+cells.Archived+"startTimeUsecs")
	row.Size, _ = output.Int(run, "localBackupInfo.localSnapshotStats.bytesWritten|"+cells.Archived+"stats.physicalBytesTransferred")
	for _, o := range output.List(run, "objects") {
		gone := output.At(o, cells.Local+"isManuallyDeleted") == true || output.At(o, cells.Archived+"isManuallyDeleted") == true
		if output.String(o, cells.Local+"snapshotId|"+cells.Archived+"snapshotId") != "" && !gone {
			row.Snapshots++
		}
	}
	locked, _ := output.Int(run, "localBackupInfo.dataLockConstraints.expiryTimeUsecs|"+cells.Archived+"dataLockConstraints.expiryTimeUsecs")
	switch {
	case output.At(run, "onLegalHold") == true:
		row.KeptBy = byHold
	case locked > now.UnixMicro():
		row.KeptBy = byLock
	}
	return row
}

// runsUntil returns the runs of a group that began before a time and have ended, with their objects, newest first.
func runsUntil(c *engine.Context, group string, until time.Time) ([]any, error) {
	r := api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("includeObjectDetails", "true").
		SetNamed("endTimeUsecs", strconv.FormatInt(until.UnixMicro(), 10))
	answer, err := c.ReadList(pages, r)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(output.List(answer, "runs"), func(run any) bool { return !engine.IsEnded(Status(run)) }), nil
}
