package sandbox

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// run is a run of a protection group. All times here are Unix microseconds on the service's clock.
type run struct {
	Number      int64        `json:"number"`
	Group       string       `json:"group"`
	Environment string       `json:"environment"`
	Type        string       `json:"type"`
	Tag         string       `json:"tag,omitempty"`
	Asked       int64        `json:"asked"`
	Start       int64        `json:"start"` // 0 before it appears
	End         int64        `json:"end"`
	Status      string       `json:"status"`
	Messages    []string     `json:"messages"`
	Hold        bool         `json:"hold"`
	Locked      int64        `json:"locked"`  // until when its snapshots cannot be deleted; 0 for no data lock
	Lock        string       `json:"lock"`    // the mode of the data lock
	Paused      bool         `json:"paused"`  // whether it stands still, or will at its next step
	Deleted     bool         `json:"deleted"` // whether its snapshots are gone
	SLA         int64        `json:"sla"`     // minutes; 0 for none
	Objects     []*runObject `json:"objects"`
	Events      []event      `json:"events"`

	cancel context.CancelFunc
}

// runObject is what a run did for one thing.
type runObject struct {
	ID       int64    `json:"id"`
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Source   int64    `json:"source"`
	Status   string   `json:"status"`
	Snapshot string   `json:"snapshot"`
	Warnings []string `json:"warnings"`
	Percent  float64  `json:"percent"`
	Total    int64    `json:"total"` // bytes that its files have
	Read     int64    `json:"read"`
	Written  int64    `json:"written"`
	Files    int64    `json:"files"`
	Copied   int64    `json:"copied"` // files
	Start    int64    `json:"start"`
	End      int64    `json:"end"`
	Expiry   int64    `json:"expiry"`
	Events   []event  `json:"events"`

	Failures []failure `json:"failures,omitempty"` // of earlier attempts, or of all

	canceled bool // alone, without the run
}

// failure is an attempt to back something up that failed.
type failure struct {
	Start   int64  `json:"start"`
	End     int64  `json:"end"`
	Message string `json:"message"`
}

type event struct {
	At      int64  `json:"at"`
	Message string `json:"message"`
}

// ID is the id under which a run appears.
func (r *run) ID() string { return fmt.Sprintf("%d:%d", r.Number, r.Start) }

func (r *run) ended() bool { return hasEnded(r.Status) }

// hasEnded tells whether a run or recovery in a state has ended.
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

func (d *data) note(events *[]event, text string, args ...any) {
	*events = append(*events, event{d.now(), fmt.Sprintf(text, args...)})
}

// runsOf are the runs of a group that can be seen, newest first.
func (d *data) runsOf(group string) iter.Seq[*run] {
	return func(yield func(*run) bool) {
		for _, r := range slices.Backward(d.byGroup[group]) {
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

// activeRun is the run of a group that has not ended, or nil.
func (d *data) activeRun(group string) *run {
	for _, r := range slices.Backward(d.byGroup[group]) {
		if !r.ended() {
			return r
		}
	}
	return nil
}

// underWay are the runs that have not ended.
func (d *data) underWay() iter.Seq[*run] {
	return func(yield func(*run) bool) {
		for r := range d.runs.Backward() {
			if !r.ended() && !yield(r) {
				return
			}
		}
	}
}

// slaViolated tells whether a run took longer than it should, or does already.
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
	case !c.data.active(group):
		return nil, refuse(http.StatusBadRequest, "KGroupInactive", "The protection group %s is not active.", name)
	case is(group, "isPaused"):
		return nil, refuse(http.StatusBadRequest, "KGroupPaused", "The protection group %s is paused.", name)
	case c.data.activeRun(c.path["id"]) != nil:
		return nil, refuse(http.StatusConflict, "KActiveRunExists", "The protection group %s already has an active run.", name)
	case kind == "kLog" && str(group, "environment") != "kSQL":
		return nil, refuse(http.StatusBadRequest, "KValidationError", "runType: only databases have logs, and the protection group %s has none.", name)
	case kind != "kRegular" && kind != "kFull" && kind != "kLog":
		return nil, refuse(http.StatusBadRequest, "KUnsupported", "runType: the sandbox makes runs of kRegular, kFull and kLog.")
	}
	targets, _ := c.body["targetsConfig"].(object)
	if field := unsupported(targets, "replications", "archivals", "cloudReplications"); field != "" {
		return nil, refuse(http.StatusBadRequest, "KUnsupported", "targetsConfig.%s: the sandbox copies nothing to other targets.", field)
	}
	chosen := list(c.body, "objects")
	known := c.data.choices(group)
	for _, o := range objects(c.body, "objects") {
		if !slices.ContainsFunc(known, func(k choice) bool { return k.id == num(o, "id") }) {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "objects: %s is none of the objects of the group %s.", str(o, "id"), name)
		}
	}
	fault := c.server.Platform.Faults.ForRun(c.request)
	if fault != nil && fault.RunTwin != "" {
		c.startRun(group, fault.RunTwin, nil, nil)
	}
	c.startRun(group, kind, chosen, fault)
	return object{"protectionGroupId": c.path["id"]}, nil
}

// startRun starts a run of a group. chosen are the objects that it is about, and none means all of them.
func (c *call) startRun(group object, kind string, chosen []any, fault *platform.Fault) {
	r := &run{Number: c.data.next(), Group: str(group, "id"), Environment: str(group, "environment"), Type: kind, Asked: c.data.now(), Status: "Accepted"}
	if fault != nil {
		r.Tag = fault.RunTag
	}
	work := &runExecution{server: c.server, data: c.data, run: r, group: group, fault: fault, chosen: chosen}
	var ctx context.Context
	ctx, r.cancel = context.WithCancel(c.server.stopped)
	c.data.keepRun(r)
	c.server.work.Go(func() { work.do(ctx) })
}

// slaMinutes is how long a run of a type may take.
func slaMinutes(group object, kind string) int64 {
	rule := map[string]string{"kRegular": "kIncremental"}[kind]
	for _, o := range objects(group, "sla") {
		if of := str(o, "backupRunType"); of == "" || of == rule || of == kind {
			return num(o, "slaMinutes")
		}
	}
	return 0
}

func (d *data) keepRun(r *run) {
	if _, known := d.runs.Get(text(r.Number)); !known {
		d.byGroup[r.Group] = append(d.byGroup[r.Group], r)
	}
	d.runs.Put(r)
	delete(d.due, r.Group)
}

// run is a run in the service's words.
func (c *call) run(r *run, details bool) object {
	var logical, read, written int64
	counts := map[string]int{}
	results := []any{}
	for _, o := range r.Objects {
		logical, read, written = logical+o.Total, read+o.Read, written+o.Written
		if o.canceled {
			counts["canceled"]++
		} else {
			counts[o.Status]++
		}
		if details {
			results = append(results, c.objectResult(r, o))
		}
	}
	backup := set(object{
		"runType": r.Type, "status": r.Status, "startTimeUsecs": r.Start, "isSlaViolated": c.data.slaViolated(r),
		"successfulObjectsCount": counts["kSuccessful"] + counts["kWarning"], "failedObjectsCount": counts["kFailed"], "cancelledObjectsCount": counts["canceled"],
		"localSnapshotStats": object{"logicalSizeBytes": logical, "bytesRead": read, "bytesWritten": written},
		"localTaskId":        fmt.Sprintf("%d", r.Number), "progressTaskId": fmt.Sprintf("backup_%d", r.Number),
	}, r.lock())
	if r.End > 0 {
		backup["endTimeUsecs"] = r.End
	}
	if len(r.Messages) > 0 {
		backup["messages"] = r.Messages
	}
	shown := object{
		"id": r.ID(), "protectionGroupId": r.Group, "protectionGroupInstanceId": r.Number, "localBackupInfo": backup, "environment": r.Environment,
		"onLegalHold": r.Hold, "isLocalSnapshotsDeleted": r.Deleted, "hasLocalSnapshot": r.restorable(), "isReplicationRun": false, "isCloudArchivalDirect": false,
	}
	if details {
		shown["objects"] = results
	}
	return set(shown, object{"protectionGroupName": c.data.groupName(r.Group), "externallyTriggeredBackupTag": r.Tag})
}

// restorable tells whether something can be recovered from the run.
func (r *run) restorable() bool {
	return r.ended() && !r.Deleted && slices.ContainsFunc(r.Objects, func(o *runObject) bool { return o.Snapshot != "" })
}

func (r *run) lock() object {
	if r.Locked == 0 {
		return nil
	}
	return object{"dataLock": r.Lock, "dataLockConstraints": object{"mode": r.Lock, "expiryTimeUsecs": r.Locked}}
}

// objectResult is what a run did for one thing, in the service's words.
func (c *call) objectResult(r *run, o *runObject) object {
	info := object{
		"status": o.Status, "startTimeUsecs": o.Start, "totalFileCount": o.Files, "backupFileCount": o.Copied,
		"stats":             object{"logicalSizeBytes": o.Total, "bytesRead": o.Read, "bytesWritten": o.Written},
		"isManuallyDeleted": r.Deleted,
	}
	set(info, object{"snapshotId": o.Snapshot})
	if o.End > 0 {
		set(info, object{"endTimeUsecs": o.End, "snapshotCreationTimeUsecs": o.End, "expiryTimeUsecs": o.Expiry})
	}
	if len(o.Warnings) > 0 {
		info["warnings"] = o.Warnings
	}
	result := object{"object": c.data.objectOf(r, o), "localSnapshotInfo": object{"snapshotInfo": info}, "onLegalHold": r.Hold}
	if o.Status == "kFailed" {
		info["statusMessage"] = strings.Join(o.Warnings, " ")
	}
	attempts := []any{}
	for _, f := range o.Failures {
		attempts = append(attempts, object{"status": "Failed", "startTimeUsecs": f.Start, "endTimeUsecs": f.End, "message": f.Message})
	}
	if len(attempts) > 0 {
		result["localSnapshotInfo"] = object{"snapshotInfo": info, "failedAttempts": attempts}
	}
	return result
}

// objectOf is the thing that was backed up, as it was then or as it is now.
func (d *data) objectOf(r *run, o *runObject) object {
	if t := d.things[o.ID]; t != nil {
		return d.summary(t)
	}
	return set(object{"id": o.ID, "name": o.Name, "environment": r.Environment}, object{"objectType": o.Type})
}

func (c *call) listRuns() (any, error) {
	if _, err := c.groupByID(); err != nil {
		return nil, err
	}
	most := c.queryInt("numRuns", 1000)
	found, total := []any{}, 0
	for r := range c.data.runsOf(c.path["id"]) {
		if !c.wantsRun(r) {
			continue
		}
		if total++; int64(len(found)) < most {
			found = append(found, c.run(r, c.flag("includeObjectDetails")))
		}
	}
	return object{"runs": found, "totalRuns": total}, nil
}

// wantsRun tells whether the parameters leave room for a run. Nothing here is copied elsewhere, so that no run is in a
// state of that.
func (c *call) wantsRun(r *run) bool {
	when := r.Start
	if c.flag("filterByEndTime") || c.flag("filterByCopyTaskEndTime") {
		when = r.End
	}
	for _, name := range []string{"replicationRunStatus", "archivalRunStatus", "cloudSpinRunStatus"} {
		if c.listParam(name) != nil {
			return false
		}
	}
	return c.wants("runId", r.ID()) && c.within(when, "startTimeUsecs", "endTimeUsecs") &&
		c.wantsType(r.Type) && c.wants("localBackupRunStatus", r.Status) &&
		c.wants("runTags", r.Tag) && c.wants("snapshotTargetTypes", "Local") && (r.restorable() || !c.flag("excludeNonRestorableRuns"))
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
	return c.run(r, c.param("includeObjectDetails") != "false"), nil
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
		if c.wants("objects", text(o.ID)) && (o.End == 0 || c.param("includeFinishedTasks") != "false") {
			single = append(single, c.objectProgress(r, o))
		}
	}
	if most := c.queryInt("maxTasksNum", 0); most > 0 {
		single = single[:min(int64(len(single)), most)]
	}
	local := c.progress(r.Status, r.percent(), r.Start, r.End, r.Events)
	local["stats"] = object{"totalFileCount": files, "backupFileCount": copied, "fileWalkDone": walked}
	if !c.flag("excludeObjectDetails") {
		local["objects"] = single
	}
	return object{"localRun": local}, nil
}

func (c *call) objectProgress(r *run, o *runObject) object {
	status := r.Status
	if o.End > 0 {
		status = map[string]string{"kFailed": "Failed"}[o.Status]
		if status == "" {
			status = "Succeeded"
		}
	}
	shown := c.progress(status, o.Percent, o.Start, o.End, o.Events)
	shown["stats"] = object{"totalFileCount": o.Files, "backupFileCount": o.Copied, "fileWalkDone": o.End > 0}
	for _, name := range []string{"id", "name", "sourceId", "sourceName", "environment"} {
		set(shown, object{name: c.data.objectOf(r, o)[name]})
	}
	return shown
}

// progress is how far something is, in the service's words.
func (c *call) progress(status string, percent float64, start, end int64, happened []event) object {
	shown := object{"status": "Active", "percentageCompleted": percent}
	switch {
	case status == "Canceled":
		shown["status"] = "Canceled"
	case status == "Failed":
		shown["status"] = "FinishedWithError"
	case hasEnded(status):
		shown["status"] = "Finished"
	case percent > 0 && start > 0:
		took := float64(c.data.now() - start)
		shown["expectedRemainingTimeUsecs"] = int64(took * (100 - percent) / percent)
	}
	if start > 0 {
		shown["startTimeUsecs"] = start
	}
	if end > 0 {
		shown["endTimeUsecs"] = end
	}
	if c.param("includeEventLogs") != "false" {
		events := []any{}
		for _, e := range happened {
			if c.within(e.At, "startTimeUsecs", "endTimeUsecs") {
				events = append(events, object{"message": e.Message, "occuredAtUsecs": e.At})
			}
		}
		shown["events"] = events
	}
	return shown
}

func (c *call) updateRuns() (any, error) {
	done, failed := []any{}, []any{}
	if _, err := c.groupByID(); err != nil {
		return nil, err
	}
	for _, p := range objects(c.body, "updateProtectionGroupRunParams") {
		id := str(p, "runId")
		r, err := c.runByID(id)
		if config, ok := p["localSnapshotConfig"].(object); ok && err == nil {
			err = c.updateRun(r, config)
		}
		if err == nil && (p["replicationSnapshotConfig"] != nil || p["archivalSnapshotConfig"] != nil) {
			err = refuse(http.StatusBadRequest, "KUnsupported", "The sandbox copies nothing to other targets.")
		}
		if err != nil {
			failed = append(failed, object{"runId": id, "errorMessage": err.Error()})
		} else {
			done = append(done, id)
		}
	}
	c.data.forget(c.path["id"])
	return object{"successfulRunIds": done, "failedRuns": failed}, nil
}

// updateRun changes what is kept of a run: all that is asked for, or nothing.
func (c *call) updateRun(r *run, config object) error {
	hold, locked, mode := r.Hold, r.Locked, r.Lock
	if want := str(config, "enableLegalHold"); want != "" {
		hold = want == "true"
	}
	expiry := func(o *runObject) int64 { return o.Expiry }
	if days := str(config, "daysToKeep"); days != "" {
		n, _ := strconv.ParseInt(days, 10, 64)
		expiry = func(o *runObject) int64 { return max(o.Expiry+n*24*time.Hour.Microseconds(), o.End) }
	}
	for _, o := range r.Objects {
		if expiry(o) < o.Expiry && expiry(o) < r.Locked {
			return refuse(http.StatusBadRequest, "KDataLock", "The run has a data lock until %s: it cannot be kept shorter.", utc(r.Locked))
		}
	}
	if want := str(config, "dataLock"); want != "" {
		mode = want
		for _, o := range r.Objects {
			locked = max(locked, expiry(o))
		}
	}
	if is(config, "deleteSnapshot") {
		held := r.Hold
		r.Hold = hold // which may be lifted by the same request
		if err := c.data.mayDelete(r); err != nil {
			r.Hold = held
			return err
		}
		c.data.deleteSnapshots(r)
	}
	r.Hold, r.Locked, r.Lock = hold, locked, mode
	for _, o := range r.Objects {
		o.Expiry = expiry(o)
	}
	c.data.keepRun(r)
	return nil
}

// mayDelete refuses to delete the snapshots of a run that has to be kept.
func (d *data) mayDelete(r *run) error {
	switch {
	case r.Locked > d.now():
		return refuse(http.StatusBadRequest, "KDataLock", "The run has a data lock until %s.", utc(r.Locked))
	case r.Hold:
		return refuse(http.StatusBadRequest, "KLegalHold", "The run is on legal hold.")
	case !r.ended():
		return refuse(http.StatusBadRequest, "KActiveRun", "The run has not ended.")
	}
	return nil
}

func utc(usecs int64) string { return time.UnixMicro(usecs).UTC().Format(time.RFC3339) }

func (d *data) deleteSnapshots(r *run) {
	for _, o := range r.Objects {
		if o.Snapshot != "" {
			d.vault.Delete(o.Snapshot)
			o.Snapshot = ""
		}
	}
	r.Deleted, d.litter = true, true
	d.keepRun(r)
}

func (c *call) actOnRuns() (any, error) {
	if _, err := c.groupByID(); err != nil {
		return nil, err
	}
	action := str(c.body, "action")
	name := strings.ToLower(action) + "Params"
	if len(list(c.body, name)) == 0 {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "%s: at least one run is needed.", name)
	}
	if action == "Cancel" { // which has no place in its answer for what went wrong: all of them, or none
		for _, p := range objects(c.body, name) {
			if r, err := c.runByID(str(p, "runId")); err != nil {
				return nil, err
			} else if r.ended() {
				return nil, errEnded
			}
		}
	}
	results := []any{}
	for _, p := range objects(c.body, name) {
		result := object{"runId": str(p, "runId")}
		r, err := c.runByID(str(p, "runId"))
		if err == nil {
			err = c.act(r, action, list(p, "objectIds"))
		}
		if err != nil {
			result["error"] = err.Error()
		}
		results = append(results, result)
	}
	return object{"action": action, name: results}, nil
}

var errEnded = refuse(http.StatusBadRequest, "KRunEnded", "The run has ended already.")

// act pauses, resumes or cancels a run, or cancels some of its objects.
func (c *call) act(r *run, action string, ids []any) error {
	switch {
	case r.ended():
		return errEnded
	case action == "Cancel" && len(ids) > 0:
		for _, o := range r.Objects {
			if o.End == 0 && holds(ids, o.ID) {
				o.canceled = true
			}
		}
	case action == "Cancel":
		r.Status = "Canceling"
		r.cancel()
	case r.Paused == (action == "Pause"):
		return refuse(http.StatusBadRequest, "KRunState", "The run is %s.", r.Status)
	default:
		r.Paused = action == "Pause"
		c.data.note(&r.Events, "The run was %sd.", strings.ToLower(action))
	}
	c.data.keepRun(r)
	return nil
}

func (d *data) groupName(id string) string {
	o, _ := d.groups.get(id)
	return str(o, "name")
}
