package runs

import (
	"encoding/json"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// retry is what `protection-group-run retry` does: it starts runs with only the objects whose backups failed.
type retry struct {
	failed bool
	since  time.Time // zero where it is not given
}

func retryRuns(f *engine.Flags) engine.Job {
	j := &retry{}
	f.Switch(&j.failed, "failed", "retry.failed|Retry what failed.")
	f.Time(&j.since, "since", "retry.since|Only runs that ended at or after this time. Default: -24h.")
	f.Require("failed")
	return j.run
}

// retriedRuns is how runs are shown that were tried again.
var retriedRuns = &output.View{
	Rows: "runs", Empty: "retry.nothing|Nothing failed in that time.",
	Columns: []output.Column{
		{Title: "Group", Path: "protectionGroupName", Format: output.Entity},
		{Title: "Failed Run", Path: "failedRunId", Format: output.RunID},
		{Title: "Objects", Path: "objects"},
		{Title: "Run", Path: "runId", Format: output.RunID},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Error", Path: "error", FreeText: true},
	},
}

// failedRun is the newest ended run of a group, which failed.
type failedRun struct {
	group, name string
	run         any
	objects     []*runObject // that failed; none where the run names none
}

func (j *retry) run(c *engine.Context) error { return c.WithinTimeout(j.carryOut) }

func (j *retry) carryOut(c *engine.Context) error {
	groups, err := selection.GroupsWithLastRun(c, c.Args)
	if err != nil {
		return err
	}
	if j.since.IsZero() {
		j.since = c.ServiceNow().Add(-defaultSince)
	}
	var failures engine.Failures
	failed, err := j.find(c, groups, &failures)
	if err != nil {
		return err
	}
	var launches []*launch
	rows := []*launchedRun{}
	for _, f := range failed {
		r, err := f.request()
		if err != nil {
			return err
		}
		id, why := output.String(f.run, "id"), reason(f.run).Text
		if len(f.objects) == 0 {
			c.Note("retry.whole|Group '{{.Name}}': run {{.Run}} failed ({{.Reason}}): all objects are backed up again.", "Name", f.name, "Run", id, "Reason", why)
		} else {
			c.Note("retry.plan|Group '{{.Name}}': {{.Count}} object failed in run {{.Run}} ({{.Reason}}) and is backed up again.|Group '{{.Name}}': {{.Count}} objects failed in run {{.Run}} ({{.Reason}}) and are backed up again.",
				"Name", f.name, "Count", f.count(), "Run", id, "Reason", why)
		}
		launches = append(launches, newLaunch(f.group, f.name, failIfRunning, r))
		rows = append(rows, &launchedRun{GroupID: f.group, GroupName: f.name, FailedRun: id, Reason: why, Objects: f.count()})
	}
	if len(rows) == 0 {
		if err := c.ShowValue(nil, map[string]any{"runs": rows}); err != nil {
			return err
		}
		return failures.Err()
	}
	return launchAll(c, nil, launches, rows, &failures)
}

// count returns how many objects are tried again; 0 for all of the group.
func (f *failedRun) count() (n int) {
	for _, o := range f.objects {
		n += max(1, len(o.Apps))
	}
	return n
}

// request returns the request for a run of what failed, of the type that failed.
func (f *failedRun) request() (*api.Request, error) {
	kind := output.String(f.run, typePath)
	if _, known := map[string]bool{"kFull": true, "kLog": true, "kSystem": true}[kind]; !known {
		kind = "kRegular" // an incremental one is asked for as a regular one
	}
	body := struct {
		Type    string       `json:"runType"`
		Objects []*runObject `json:"objects,omitempty"`
	}{kind, f.objects}
	raw, err := json.Marshal(body)
	r := api.NewRequest(&api.CreateProtectionGroupRun).SetNamed("id", f.group)
	r.Body = raw
	return r, err
}

// find returns the newest ended runs of groups that failed, in the order of the groups. Groups with an active run are named and left out.
func (j *retry) find(c *engine.Context, groups []any, failures *engine.Failures) (failed []*failedRun, err error) {
	found := make([]*failedRun, len(groups))
	var mu sync.Mutex
	err = c.AtOnce(len(groups), func(c *engine.Context, i int) error {
		last := output.At(groups[i], "lastRun")
		if last != nil && engine.IsEnded(Status(last)) && (!HasFailed(last) || runEnd(last).Before(j.since)) {
			return nil
		}
		f := &failedRun{group: output.String(groups[i], "id"), name: output.String(groups[i], "name")}
		err := j.look(c, f)
		if err != nil {
			mu.Lock()
			defer mu.Unlock()
			return failures.Add(c, f.name, err)
		}
		if f.run != nil {
			found[i] = f
		}
		return nil
	})
	for _, f := range found {
		if f != nil {
			failed = append(failed, f)
		}
	}
	return failed, err
}

// look finds the run of a group that failed, where its newest ended one did.
func (j *retry) look(c *engine.Context, f *failedRun) error {
	list, err := Newest(c, f.group)
	if err != nil {
		return err
	}
	for _, run := range list {
		if !engine.IsEnded(Status(run)) {
			continue
		}
		if !HasFailed(run) || runEnd(run).Before(j.since) {
			return nil
		}
		if active := Active(list); active != nil {
			c.Note("retry.active|Group '{{.Name}}': run {{.Run}} is active; nothing is started beside it.", "Name", f.name, "Run", output.String(active, "id"))
			return nil
		}
		whole, err := c.Call(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", f.group).SetNamed("runId", output.String(run, "id")).SetNamed("includeObjectDetails", "true"))
		if err != nil {
			return err
		}
		f.run = whole.Value
		var objects []any
		for _, o := range output.List(f.run, "objects") {
			if isFailedObject(o) {
				objects = append(objects, output.At(o, "object"))
			}
		}
		f.objects = runObjects(objects)
		return nil
	}
	return nil
}
