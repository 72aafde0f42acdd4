package service

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// run is a run of a protection group.
type run struct {
	ID       string       `json:"id"`
	Group    string       `json:"group"`
	Type     string       `json:"type"`
	Asked    int64        `json:"asked"` // Unix microseconds, as all times here
	Start    int64        `json:"start"` // 0 before it appears
	End      int64        `json:"end"`
	Status   string       `json:"status"`
	Messages []string     `json:"messages"`
	Percent  float64      `json:"percent"`
	Hold     bool         `json:"hold"`
	Paused   bool         `json:"paused"`  // whether it stands still, or will at its next step
	Deleted  bool         `json:"deleted"` // whether its snapshots are gone
	SLA      int64        `json:"sla"`     // minutes; 0 for none
	Objects  []*runObject `json:"objects"`
	Events   []event      `json:"events"`

	cancel context.CancelFunc
}

// runObject is what a run did for one host.
type runObject struct {
	ID       int64    `json:"id"`
	Name     string   `json:"name"`
	Status   string   `json:"status"`
	Snapshot string   `json:"snapshot"`
	Warnings []string `json:"warnings"`
	Total    int64    `json:"total"` // bytes that its files have
	Read     int64    `json:"read"`
	Written  int64    `json:"written"`
	Files    int64    `json:"files"`
	Copied   int64    `json:"copied"` // files
	End      int64    `json:"end"`
	Expiry   int64    `json:"expiry"`
}

type event struct {
	At      int64  `json:"at"`
	Message string `json:"message"`
}

func (r *run) ended() bool {
	switch r.Status {
	case "Succeeded", "SucceededWithWarning", "Failed", "Canceled":
		return true
	}
	return false
}

func (r *run) note(text string, args ...any) {
	r.Events = append(r.Events, event{time.Now().UnixMicro(), fmt.Sprintf(text, args...)})
}

// runsOf are the runs of a group that can be seen, newest first.
func (d *data) runsOf(group string) (runs []*run) {
	for _, r := range d.Runs {
		if r.Group == group && r.Start > 0 {
			runs = append(runs, r)
		}
	}
	slices.Reverse(runs)
	return runs
}

func (c *call) createRun() (any, error) {
	group, _, err := c.groupByID()
	if err != nil {
		return nil, err
	}
	if str(group, "isPaused") == "true" {
		return nil, refuse(http.StatusBadRequest, "KGroupPaused", "The protection group %s is paused.", str(group, "name"))
	}
	for _, r := range c.Runs {
		if r.Group == c.path["id"] && !r.ended() {
			return nil, refuse(http.StatusConflict, "KActiveRunExists", "The protection group %s already has an active run.", str(group, "name"))
		}
	}
	fault := c.Faults.take(c.r, true)
	if fault != nil && fault.RunTwin != "" {
		c.startRun(group, fault.RunTwin, nil, nil)
	}
	c.startRun(group, str(c.body, "runType"), list(c.body, "objects"), fault)
	return object{"protectionGroupId": c.path["id"]}, nil
}

// startRun starts a run of a group. chosen are the objects that it is about, and nil means all of them.
func (c *call) startRun(group object, kind string, chosen []any, fault *Fault) {
	r := &run{Group: str(group, "id"), Type: kind, Asked: time.Now().UnixMicro(), Status: "Accepted"}
	for _, rule := range list(group, "sla") {
		if o, ok := rule.(object); ok && r.SLA == 0 {
			r.SLA = num(o, "slaMinutes")
		}
	}
	work := &runWork{server: c.Server, data: c.data, run: r, group: clone(group), fault: fault}
	if chosen != nil {
		work.only = map[int64]bool{}
		for _, o := range chosen {
			if o, ok := o.(object); ok {
				work.only[num(o, "id")] = true
			}
		}
	}
	ctx, cancel := context.WithCancel(c.stopped)
	r.cancel = cancel
	c.Runs = append(c.Runs, r)
	c.work.Go(func() { work.do(ctx) })
}

// run is a run in the service's words.
func (c *call) run(r *run, details bool) object {
	var logical, read, written int64
	counts := map[string]int{}
	objects := []any{}
	for _, o := range r.Objects {
		logical, read, written = logical+o.Total, read+o.Read, written+o.Written
		counts[o.Status]++
		info := object{
			"status": o.Status, "startTimeUsecs": r.Start, "totalFileCount": o.Files, "backupFileCount": o.Copied,
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
		objects = append(objects, object{
			"object":            object{"id": o.ID, "name": o.Name, "sourceId": o.ID, "environment": "kPhysical", "objectType": "kHost"},
			"localSnapshotInfo": object{"snapshotInfo": info}, "onLegalHold": r.Hold,
		})
	}
	backup := object{
		"runType": r.Type, "status": r.Status, "startTimeUsecs": r.Start, "isSlaViolated": r.SLA > 0 && r.End-r.Start > r.SLA*60e6,
		"successfulObjectsCount": counts["kSuccessful"] + counts["kWarning"], "failedObjectsCount": counts["kFailed"],
		"localSnapshotStats": object{"logicalSizeBytes": logical, "bytesRead": read, "bytesWritten": written},
	}
	if r.End > 0 {
		backup["endTimeUsecs"] = r.End
	}
	if len(r.Messages) > 0 {
		backup["messages"] = r.Messages
	}
	group, _ := find(c.Groups, "id", r.Group)
	shown := object{
		"id": r.ID, "protectionGroupId": r.Group, "localBackupInfo": backup, "environment": "kPhysical", "onLegalHold": r.Hold,
		"isLocalSnapshotsDeleted": r.Deleted, "hasLocalSnapshot": !r.Deleted && r.ended(), "isReplicationRun": false, "isCloudArchivalDirect": false,
	}
	set(shown, object{"protectionGroupName": str(group, "name")})
	if details {
		shown["objects"] = objects
	}
	return shown
}

func (c *call) listRuns() (any, error) {
	if _, _, err := c.groupByID(); err != nil {
		return nil, err
	}
	from, to := c.queryInt("startTimeUsecs", 0), c.queryInt("endTimeUsecs", 1<<62)
	most := c.queryInt("numRuns", 1000)
	found := []any{}
	total := 0
	for _, r := range c.runsOf(c.path["id"]) {
		when := r.Start
		if c.r.URL.Query().Get("filterByEndTime") == "true" {
			when = r.End
		}
		if !c.wants("runId", r.ID) || when < from || when > to || !c.wants("runTypes", r.Type) && !slices.Contains(c.query("runTypes"), "kAll") ||
			!c.wants("localBackupRunStatus", r.Status) || r.Deleted && c.r.URL.Query().Get("excludeNonRestorableRuns") == "true" {
			continue
		}
		if total++; int64(len(found)) < most {
			found = append(found, c.run(r, c.r.URL.Query().Get("includeObjectDetails") == "true"))
		}
	}
	return object{"runs": found, "totalRuns": total}, nil
}

func (c *call) runByID(id string) (*run, error) {
	for _, r := range c.Runs {
		if r.ID == id && r.Start > 0 && (c.path["id"] == "" || c.path["id"] == r.Group) {
			return r, nil
		}
	}
	return nil, notFound("run", id)
}

func (c *call) getRun() (any, error) {
	r, err := c.runByID(c.path["runId"])
	if err != nil {
		return nil, err
	}
	return c.run(r, true), nil
}

func (c *call) runProgress() (any, error) {
	r, err := c.runByID(c.path["runId"])
	if err != nil {
		return nil, err
	}
	var files, copied int64
	objects := []any{}
	for _, o := range r.Objects {
		files, copied = files+o.Files, copied+o.Copied
		percent := r.Percent
		if o.End > 0 {
			percent = 100
		}
		objects = append(objects, object{"id": o.ID, "name": o.Name, "sourceId": o.ID, "environment": "kPhysical", "status": "Active", "percentageCompleted": percent,
			"startTimeUsecs": r.Start, "stats": object{"totalFileCount": o.Files, "backupFileCount": o.Copied}})
		if o.End > 0 {
			set(objects[len(objects)-1].(object), object{"status": "Finished", "endTimeUsecs": o.End})
		}
	}
	events := []any{}
	for _, e := range r.Events {
		events = append(events, object{"message": e.Message, "occuredAtUsecs": e.At})
	}
	status := map[string]string{"Succeeded": "Finished", "SucceededWithWarning": "FinishedWithWarning", "Failed": "FinishedWithError", "Canceled": "Canceled"}[r.Status]
	if status == "" {
		status = "Active"
	}
	local := object{"status": status, "percentageCompleted": r.Percent, "startTimeUsecs": r.Start, "objects": objects, "events": events,
		"stats": object{"totalFileCount": files, "backupFileCount": copied, "fileWalkDone": r.Percent >= 40}}
	if r.End > 0 {
		local["endTimeUsecs"] = r.End
	}
	return object{"localRun": local}, nil
}

func (c *call) updateRuns() (any, error) {
	done, failed := []any{}, []any{}
	for _, p := range list(c.body, "updateProtectionGroupRunParams") {
		p, _ := p.(object)
		id := str(p, "runId")
		r, err := c.runByID(id)
		config, _ := p["localSnapshotConfig"].(object)
		if err == nil && config != nil {
			err = c.updateRun(r, config)
		}
		if err != nil {
			failed = append(failed, object{"runId": id, "errorMessage": err.Error()})
		} else {
			done = append(done, id)
		}
	}
	return object{"successfulRunIds": done, "failedRuns": failed}, nil
}

func (c *call) updateRun(r *run, config object) error {
	if hold := str(config, "enableLegalHold"); hold != "" {
		r.Hold = hold == "true"
	}
	if days := str(config, "daysToKeep"); days != "" {
		n, _ := strconv.ParseInt(days, 10, 64)
		for _, o := range r.Objects {
			o.Expiry = max(o.Expiry+n*86400e6, r.End)
		}
	}
	if str(config, "deleteSnapshot") == "true" {
		if r.Hold {
			return refuse(http.StatusBadRequest, "KLegalHold", "The run is on legal hold.")
		}
		if !r.ended() {
			return refuse(http.StatusBadRequest, "KActiveRun", "The run has not ended.")
		}
		c.deleteSnapshots(r)
		r.Deleted = true
	}
	return nil
}

func (c *call) actOnRuns() (any, error) {
	action := str(c.body, "action")
	name := strings.ToLower(action) + "Params"
	results := []any{}
	for _, p := range list(c.body, name) {
		p, _ := p.(object)
		id := str(p, "runId")
		result := object{"runId": id}
		r, err := c.runByID(id)
		if err == nil && r.ended() {
			err = refuse(http.StatusBadRequest, "KRunEnded", "The run has ended already.")
		}
		switch {
		case err != nil && action == "Cancel":
			return nil, err
		case err != nil:
			result["error"] = err.Error()
		case action == "Cancel":
			r.Status = "Canceling"
			r.cancel()
		case action == "Pause" && r.Paused, action == "Resume" && !r.Paused:
			result["error"] = fmt.Sprintf("The run is %s.", r.Status)
		default:
			r.Paused = action == "Pause"
			r.note("The run was %s.", strings.ToLower(action)+"d")
		}
		results = append(results, result)
	}
	return object{"action": action, name: results}, nil
}
