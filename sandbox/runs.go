package sandbox

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// run is a run of a protection group. All times are Unix microseconds on the service's clock.
type run struct {
	Number      int64        `json:"number"`
	Group       string       `json:"group"`
	Environment string       `json:"environment"`
	Type        string       `json:"type"`
	Tag         string       `json:"tag,omitempty"`
	Requested   int64        `json:"asked"`
	Start       int64        `json:"start"` // 0 until it appears
	End         int64        `json:"end"`
	Status      string       `json:"status"`
	Messages    []string     `json:"messages"`
	LegalHold   bool         `json:"hold"`
	LockExpiry  int64        `json:"locked"`            // when the data lock of its snapshots ends; 0 for none
	LockMode    string       `json:"lock"`              // of the data lock
	Paused      bool         `json:"paused"`            // whether it is paused, or will be at its next step
	Deleted     bool         `json:"deleted"`           // whether its snapshots were deleted
	Archive     *archive     `json:"archive,omitempty"` // where its snapshots are; nil for local ones
	SLA         int64        `json:"sla"`               // minutes; 0 for none
	Objects     []*runObject `json:"objects"`
	Events      []event      `json:"events"`

	ManuallyDeleted bool `json:"manual,omitempty"` // whether a request deleted its snapshots, and not their expiry

	cancel context.CancelFunc
}

// runObject is the result of an object in a run.
type runObject struct {
	ID       int64    `json:"id"`
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Source   int64    `json:"source"`
	Status   string   `json:"status"`
	Snapshot string   `json:"snapshot"`
	Warnings []string `json:"warnings"`
	Percent  float64  `json:"percent"`
	Total    int64    `json:"total"` // size of its files in bytes
	Read     int64    `json:"read"`
	Written  int64    `json:"written"`
	Files    int64    `json:"files"`
	Copied   int64    `json:"copied"` // files that were copied
	Start    int64    `json:"start"`
	End      int64    `json:"end"`
	Expiry   int64    `json:"expiry"`
	Events   []event  `json:"events"`

	Failures []failure `json:"failures,omitempty"` // of attempts that were retried, or of all if the last failed too

	canceled bool // whether it was canceled by itself
}

// failure is a failed attempt to back up an object.
type failure struct {
	Start   int64  `json:"start"`
	End     int64  `json:"end"`
	Message string `json:"message"`
}

type event struct {
	At      int64  `json:"at"`
	Message string `json:"message"`
}

// ID returns the id of a run, which the API has from its start on.
func (r *run) ID() string { return fmt.Sprintf("%d:%d", r.Number, r.Start) }

func (r *run) ended() bool { return hasEnded(r.Status) }

// hasEnded reports whether a run or recovery with a status has ended.
func hasEnded(status string) bool {
	switch status {
	case "Succeeded", "SucceededWithWarning", "Failed", "Canceled", "Missed", "Skipped":
		return true
	}
	return false
}

func (r *run) percent() (percent float64) {
	if r.ended() {
		return 100
	}
	for _, o := range r.Objects {
		percent += o.Percent / float64(len(r.Objects))
	}
	return min(percent, 99)
}

func (d *data) addEvent(events *[]event, text string, args ...any) {
	*events = append(*events, event{d.now(), fmt.Sprintf(text, args...)})
}

// runsOf returns the visible runs of a group, newest first.
func (d *data) runsOf(group string) iter.Seq[*run] {
	return func(yield func(*run) bool) {
		for _, r := range slices.Backward(d.runsByGroup[group]) {
			if r.Start > 0 && !yield(r) {
				return
			}
		}
	}
}

func (d *data) lastRun(group string) *run {
	for r := range d.runsOf(group) {
		return r
	}
	return nil
}

// activeRun returns the run of a group that has not ended, or nil.
func (d *data) activeRun(group string) *run {
	for _, r := range slices.Backward(d.runsByGroup[group]) {
		if !r.ended() {
			return r
		}
	}
	return nil
}

// activeRuns returns the runs that have not ended.
func (d *data) activeRuns() iter.Seq[*run] {
	return func(yield func(*run) bool) {
		for r := range d.runs.Backward() {
			if !r.ended() && !yield(r) {
				return
			}
		}
	}
}

// slaViolated reports whether a run takes or took longer than its SLA.
func (d *data) slaViolated(r *run) bool {
	end := r.End
	if end == 0 {
		end = d.now()
	}
	return r.SLA > 0 && r.Start > 0 && end-r.Start > r.SLA*time.Minute.Microseconds()
}

func (c *call) createRun() (any, error) {
	group, err := c.groupByID()
	if err != nil {
		return nil, err
	}
	name, kind := str(group, "name"), str(c.body, "runType")
	switch {
	case !c.data.isActive(group):
		return nil, refuse(http.StatusBadRequest, "KGroupInactive", "The protection group %s is not active.", name)
	case c.data.activeRun(c.path["id"]) != nil:
		return nil, refuse(http.StatusConflict, "KActiveRunExists", "The protection group %s already has an active run.", name)
	case kind == "kLog" && str(group, "environment") != "kSQL":
		return nil, refuse(http.StatusBadRequest, "KValidationError", "runType: only databases have logs, and the protection group %s has none.", name)
	case kind == "kSystem" && str(group, "environment") != "kPhysical":
		return nil, refuse(http.StatusBadRequest, "KValidationError", "runType: only hosts have systems, and the protection group %s has none.", name)
	}
	chosen := requestedObjects(c.body)
	known := c.data.selections(group)
	for _, id := range chosen {
		if !slices.ContainsFunc(known, func(k selection) bool { return toString(k.id) == toString(id) }) {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "objects: %s is none of the objects of the group %s.", toString(id), name)
		}
	}
	fault := c.server.Platform.Faults.ForRun(c.request)
	if fault != nil && fault.RunTwin != "" {
		c.data.startRun(group, fault.RunTwin, nil, nil)
	}
	c.data.startRun(group, kind, chosen, fault)
	return jsonObject{"protectionGroupId": c.path["id"]}, nil
}

// requestedObjects returns the ids of the objects that a request for a run names: databases are named with their host.
func requestedObjects(body jsonObject) (ids []any) {
	for _, o := range objectList(body, "objects") {
		if apps := anyList(o, "appIds"); len(apps) > 0 {
			ids = append(ids, apps...)
		} else {
			ids = append(ids, o["id"])
		}
	}
	return ids
}

// startRun starts a run of a group. requested are the ids of the objects to back up, and nil means all.
func (d *data) startRun(group jsonObject, kind string, requested []any, fault *platform.Fault) {
	r := &run{Number: d.nextNumber(), Group: str(group, "id"), Environment: str(group, "environment"), Type: kind, Requested: d.now(), Status: "Accepted"}
	r.Archive = d.archiveOf(d.policyOf(group))
	if fault != nil {
		r.Tag = fault.RunTag
	}
	work := &runExecution{data: d, run: r, group: group, fault: fault, requested: requested}
	var ctx context.Context
	ctx, r.cancel = context.WithCancel(d.server.stopped)
	d.putRun(r)
	d.counters.Remove(firstRunKey(r.Group))
	d.server.running.Go(func() { work.execute(ctx) })
}

// slaMinutes returns the SLA of a group for a type of run, in minutes, or 0.
func slaMinutes(group jsonObject, kind string) int64 {
	rule := map[string]string{"kRegular": "kIncremental"}[kind]
	for _, o := range objectList(group, "sla") {
		if of := str(o, "backupRunType"); of == "" || of == rule || of == kind {
			return num(o, "slaMinutes")
		}
	}
	return 0
}

func (d *data) putRun(r *run) {
	if _, known := d.runs.Get(toString(r.Number)); !known {
		d.runsByGroup[r.Group] = append(d.runsByGroup[r.Group], r)
	}
	d.runs.Put(r)
	delete(d.nextRuns, r.Group)
}

// snapshotsDeleted reports whether a run had snapshots that are deleted.
func (r *run) snapshotsDeleted() bool {
	return r.Deleted && slices.ContainsFunc(r.Objects, func(o *runObject) bool { return o.Status == "kSuccessful" || o.Status == "kWarning" })
}

// restorable reports whether a run has snapshots.
func (r *run) restorable() bool {
	return r.ended() && !r.Deleted && slices.ContainsFunc(r.Objects, func(o *runObject) bool { return o.Snapshot != "" })
}

// defaultRuns is the number of runs in a list that names none.
const defaultRuns = 100

func (c *call) listRuns() (any, error) {
	if _, err := c.groupByID(); err != nil {
		return nil, err
	}
	most := c.intParam("numRuns", defaultRuns)
	found, total := []any{}, 0
	for r := range c.data.runsOf(c.path["id"]) {
		if !c.matchesRun(r) {
			continue
		}
		if total++; int64(len(found)) < most {
			found = append(found, c.runJSON(r, c.boolParam("includeObjectDetails")))
		}
	}
	return jsonObject{"runs": found, "totalRuns": total}, nil
}

// statuses returns the status of a run, for runs with local snapshots and for those that go straight to an archive.
func (r *run) statuses() (local, archival string) {
	if r.Archive != nil {
		return "", r.Status
	}
	return r.Status, ""
}

// matchesRun reports whether a run matches the parameters. A filter for the status of copies matches none, because the sandbox
// makes no copies.
func (c *call) matchesRun(r *run) bool {
	when := r.Start
	if c.boolParam("filterByEndTime") || c.boolParam("filterByCopyTaskEndTime") {
		when = r.End
	}
	for _, name := range []string{"replicationRunStatus", "cloudSpinRunStatus"} {
		if c.listParam(name) != nil {
			return false
		}
	}
	local, archival := r.statuses()
	return c.matches("runId", r.ID()) && c.inTimeRange(when, "startTimeUsecs", "endTimeUsecs") &&
		c.matchesRunType(r.Type) && c.matches("localBackupRunStatus", local) && c.matches("archivalRunStatus", archival) &&
		c.matches("runTags", r.Tag) && c.matches("snapshotTargetTypes", r.targetType()) && (r.restorable() || !c.boolParam("excludeNonRestorableRuns"))
}

func (c *call) runByID(id string) (*run, error) {
	number, _, _ := strings.Cut(id, ":")
	r, ok := c.data.runs.Get(number)
	if !ok || r.Start == 0 || r.ID() != id || c.path["id"] != "" && c.path["id"] != r.Group {
		return nil, notFound("run", id)
	}
	return r, nil
}

func (c *call) getRun() (any, error) {
	r, err := c.runByID(c.path["runId"])
	if err != nil {
		return nil, err
	}
	return c.runJSON(r, c.param("includeObjectDetails") != "false"), nil
}

func (c *call) runProgress() (any, error) {
	r, err := c.runByID(c.path["runId"])
	if err != nil {
		return nil, err
	}
	var files, copied int64
	single := []any{}
	walked := true
	for _, o := range r.Objects {
		files, copied, walked = files+o.Files, copied+o.Copied, walked && o.End > 0
		if c.matches("objects", toString(o.ID)) && (o.End == 0 || c.param("includeFinishedTasks") != "false") {
			single = append(single, c.objectProgressJSON(r, o))
		}
	}
	if most := c.intParam("maxTasksNum", 0); most > 0 {
		single = single[:min(int64(len(single)), most)]
	}
	whole := c.progressJSON(r.Status, r.percent(), r.Start, r.End, r.Events)
	whole["stats"] = jsonObject{"totalFileCount": files, "backupFileCount": copied, "fileWalkDone": walked}
	if !c.boolParam("excludeObjectDetails") {
		whole["objects"] = single
	}
	if r.Archive != nil {
		return jsonObject{"archivalRun": []any{setPresent(whole, r.archiveJSON())}}, nil
	}
	return jsonObject{"localRun": whole}, nil
}

func utc(usecs int64) string { return time.UnixMicro(usecs).UTC().Format(time.RFC3339) }

func (d *data) groupName(id string) string {
	o, _ := d.groups.get(id)
	return str(o, "name")
}
