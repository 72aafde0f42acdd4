package sandbox

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

func (c *call) updateRuns() (any, error) {
	done, failed := []any{}, []any{}
	if _, err := c.groupByID(); err != nil {
		return nil, err
	}
	for _, p := range objectList(c.body, "updateProtectionGroupRunParams") {
		id := str(p, "runId")
		r, err := c.runByID(id)
		var config jsonObject
		if err == nil {
			config, err = r.snapshotConfig(p)
		}
		if err == nil && config != nil {
			err = c.updateRun(r, config)
		}
		if err != nil {
			failed = append(failed, jsonObject{"runId": id, "errorMessage": err.Error()})
		} else {
			done = append(done, id)
		}
	}
	c.data.removeIfEmpty(c.path["id"])
	return jsonObject{"successfulRunIds": done, "failedRuns": failed}, nil
}

// snapshotConfig returns what a request changes of the snapshots of a run, nil for nothing, or a refusal: local ones and those in
// an archive are changed by different fields.
func (r *run) snapshotConfig(p jsonObject) (jsonObject, error) {
	archival, _ := p["archivalSnapshotConfig"].(jsonObject)
	existing := objectList(archival, "updateExistingSnapshotConfig")
	switch {
	case p["replicationSnapshotConfig"] != nil || len(objectList(archival, "newSnapshotConfig")) > 0:
		return nil, refuse(http.StatusBadRequest, "KUnsupported", "The sandbox copies nothing to other targets.")
	case r.Archive == nil && len(existing) > 0:
		return nil, refuse(http.StatusBadRequest, "KValidationError", "archivalSnapshotConfig: the run has no snapshots in an archive.")
	case r.Archive == nil:
		config, _ := p["localSnapshotConfig"].(jsonObject)
		return config, nil
	case p["localSnapshotConfig"] != nil:
		return nil, refuse(http.StatusBadRequest, "KValidationError", "localSnapshotConfig: the run has no local snapshots; those in the archive are changed with archivalSnapshotConfig.")
	case len(existing) == 0:
		return nil, nil
	case len(existing) > 1 || num(existing[0], "id") != r.Archive.ID:
		return nil, refuse(http.StatusBadRequest, "KValidationError", "archivalSnapshotConfig: the run has snapshots in the archive %d alone.", r.Archive.ID)
	}
	if field := unsupported(existing[0], "resync"); field != "" {
		return nil, refuse(http.StatusBadRequest, "KUnsupported", "%s: the sandbox writes a snapshot to its archive once.", field)
	}
	return existing[0], nil
}

// updateRun changes a run as requested, or returns a refusal and changes nothing.
func (c *call) updateRun(r *run, config jsonObject) error {
	hold, locked, mode := r.LegalHold, r.LockExpiry, r.LockMode
	if want := str(config, "enableLegalHold"); want != "" {
		hold = want == "true"
	}
	expiry := func(o *runObject) int64 { return o.Expiry }
	if days := str(config, "daysToKeep"); days != "" {
		n, _ := strconv.ParseInt(days, 10, 64)
		kept := r.Start + n*day.Microseconds() // a number of days to keep a snapshot extends or reduces what there was
		switch {
		case r.Deleted:
			return refuse(http.StatusBadRequest, "KSnapshotGone", "The run has no snapshots.")
		case r.LockExpiry > c.data.now() && kept < r.LockExpiry:
			return refuse(http.StatusBadRequest, "KDataLock", "The run has a data lock until %s.", utc(r.LockExpiry))
		}
		expiry = func(o *runObject) int64 {
			if o.Expiry == 0 {
				return 0 // it has no snapshot
			}
			return kept
		}
	}
	if want := str(config, "dataLock"); want != "" {
		mode = want
		for _, o := range r.Objects {
			locked = max(locked, expiry(o))
		}
	}
	if isTrue(config, "deleteSnapshot") {
		held := r.LegalHold
		r.LegalHold = hold // the same request may lift it
		if err := c.data.checkDeletable(r); err != nil {
			r.LegalHold = held
			return err
		}
		r.ManuallyDeleted = true
		c.data.deleteSnapshots(r)
	}
	r.LegalHold, r.LockExpiry, r.LockMode = hold, locked, mode
	for _, o := range r.Objects {
		o.Expiry = expiry(o)
	}
	c.data.putRun(r)
	return nil
}

// checkDeletable returns a refusal if the snapshots of a run cannot be deleted.
func (d *data) checkDeletable(r *run) error {
	switch {
	case r.LockExpiry > d.now():
		return refuse(http.StatusBadRequest, "KDataLock", "The run has a data lock until %s.", utc(r.LockExpiry))
	case r.LegalHold:
		return refuse(http.StatusBadRequest, "KLegalHold", "The run is on legal hold.")
	case !r.ended():
		return refuse(http.StatusBadRequest, "KActiveRun", "The run has not ended.")
	}
	return nil
}

func (d *data) deleteSnapshots(r *run) {
	for _, o := range r.Objects {
		if o.Snapshot != "" {
			d.vault.Delete(o.Snapshot)
			o.Snapshot = ""
		}
	}
	r.Deleted, d.needsSweep = true, true
	d.putRun(r)
}

func (c *call) performActionOnRuns() (any, error) {
	if _, err := c.groupByID(); err != nil {
		return nil, err
	}
	action := str(c.body, "action")
	name := strings.ToLower(action) + "Params"
	if len(anyList(c.body, name)) == 0 {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "%s: at least one run is needed.", name)
	}
	if action == "Cancel" { // its answer has no field for errors: all runs are canceled, or none
		for _, p := range objectList(c.body, name) {
			if r, err := c.runByID(str(p, "runId")); err != nil {
				return nil, err
			} else if r.ended() {
				return nil, errRunEnded
			} else if err := r.checkTasks(p); err != nil {
				return nil, err
			}
		}
	}
	results := []any{}
	for _, p := range objectList(c.body, name) {
		result := jsonObject{"runId": str(p, "runId")}
		r, err := c.runByID(str(p, "runId"))
		if err == nil {
			err = c.data.performAction(r, action, anyList(p, "objectIds"))
		}
		if err != nil {
			result["error"] = err.Error()
		}
		results = append(results, result)
	}
	return jsonObject{"action": action, name: results}, nil
}

// checkTasks returns a refusal for a request to cancel a run that names tasks that are not the run's. A run that goes straight to
// an archive is canceled by its archival task, unless objects of it are named; others have no need for a task.
func (r *run) checkTasks(p jsonObject) error {
	archival := stringList(p, "archivalTaskId")
	if slices.ContainsFunc(archival, func(task string) bool { return task != r.archivalTask() }) {
		return refuse(http.StatusBadRequest, "KValidationError", "archivalTaskId: the run %s has no such task.", r.ID())
	}
	if task := str(p, "localTaskId"); task != "" && (r.Archive != nil || task != r.localTask()) {
		return refuse(http.StatusBadRequest, "KValidationError", "localTaskId: the run %s has no such task.", r.ID())
	}
	if r.Archive != nil && len(archival) == 0 && len(anyList(p, "objectIds")) == 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "archivalTaskId: the run %s goes straight to an archive, and is canceled by its archival task.", r.ID())
	}
	return nil
}

var errRunEnded = refuse(http.StatusBadRequest, "KRunEnded", "The run has ended already.")

// performAction pauses, resumes or cancels a run, or cancels some of its objects.
func (d *data) performAction(r *run, action string, ids []any) error {
	switch {
	case r.ended():
		return errRunEnded
	case action == "Cancel" && len(ids) > 0:
		for _, o := range r.Objects {
			if o.End == 0 && emptyOrContains(ids, o.ID) {
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
		d.addEvent(&r.Events, "The run was %sd.", strings.ToLower(action))
	}
	d.putRun(r)
	return nil
}
