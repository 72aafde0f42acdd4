package sandbox

import (
	"fmt"
	"strings"
)

// runJSON is a run as the API shows it.
func (c *call) runJSON(r *run, details bool) jsonObject {
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
			results = append(results, c.objectResultJSON(r, o))
		}
	}
	backup := jsonObject{
		"runType": r.Type, "status": r.Status, "startTimeUsecs": r.Start, "isSlaViolated": c.data.slaViolated(r), "progressTaskId": r.taskPath(),
		"successfulObjectsCount": counts["kSuccessful"] + counts["kWarning"], "failedObjectsCount": counts["kFailed"], "cancelledObjectsCount": counts["canceled"],
	}
	if r.End > 0 {
		backup["endTimeUsecs"] = r.End
	}
	local := r.Archive == nil
	shown := jsonObject{
		"id": r.ID(), "protectionGroupId": r.Group, "protectionGroupInstanceId": r.Number, "environment": r.Environment, "onLegalHold": r.LegalHold,
		"isLocalSnapshotsDeleted": local && r.snapshotsDeleted(), "hasLocalSnapshot": local && r.restorable(), "isReplicationRun": false, "isCloudArchivalDirect": !local,
	}
	if local {
		setPresent(backup, r.lockJSON())
		setPresent(backup, jsonObject{"localTaskId": r.localTask(), "localSnapshotStats": jsonObject{"logicalSizeBytes": logical, "bytesRead": read, "bytesWritten": written}})
		if len(r.Messages) > 0 {
			backup["messages"] = r.Messages
		}
		shown["localBackupInfo"] = backup
	} else {
		shown["archivalInfo"] = archivalInfoJSON(setPresent(backup, r.archivalJSON(logical, read, written)))
	}
	if details {
		shown["objects"] = results
	}
	return setPresent(shown, jsonObject{"protectionGroupName": c.data.groupName(r.Group), "externallyTriggeredBackupTag": r.Tag})
}

// localTask returns the id of the task that makes the local snapshots of a run.
func (r *run) localTask() string { return fmt.Sprintf("%d", r.Number) }

func (r *run) lockJSON() jsonObject {
	if r.LockExpiry == 0 {
		return nil
	}
	return jsonObject{"dataLock": r.LockMode, "dataLockConstraints": jsonObject{"mode": r.LockMode, "expiryTimeUsecs": r.LockExpiry}}
}

// archivalInfoJSON is the result of a run or an object in its archive, as the API shows it.
func archivalInfoJSON(result jsonObject) jsonObject {
	return jsonObject{"archivalTargetResults": []any{result}}
}

// archivalJSON is what the API shows only of runs that go straight to an archive.
func (r *run) archivalJSON(logical, read, written int64) jsonObject {
	result := setPresent(r.archiveJSON(), jsonObject{
		"isCadArchive": true, "isIncremental": r.Type != "kFull", "queuedTimeUsecs": r.Requested, "onLegalHold": r.LegalHold, "isManuallyDeleted": r.ManuallyDeleted && r.snapshotsDeleted(),
		"stats": archivalStatsJSON(logical, read, written), "message": strings.Join(r.Messages, " "),
	})
	if r.LockExpiry > 0 {
		result["dataLockConstraints"] = r.lockJSON()["dataLockConstraints"]
	}
	if expiry := r.expiry(); expiry > 0 {
		result["expiryTimeUsecs"] = expiry
	}
	return result
}

func archivalStatsJSON(logical, read, written int64) jsonObject {
	return jsonObject{"logicalSizeBytes": logical, "bytesRead": read, "logicalBytesTransferred": read, "physicalBytesTransferred": written}
}

// expiry returns when the last snapshot of a run expires, or 0.
func (r *run) expiry() (last int64) {
	for _, o := range r.Objects {
		last = max(last, o.Expiry)
	}
	return last
}

// objectResultJSON is the result of an object in a run, as the API shows it.
func (c *call) objectResultJSON(r *run, o *runObject) jsonObject {
	if r.Archive != nil {
		return jsonObject{"object": c.data.runObjectJSON(r, o), "archivalInfo": archivalInfoJSON(c.archivedObjectJSON(r, o)), "onLegalHold": r.LegalHold}
	}
	info := jsonObject{
		"status": o.Status, "startTimeUsecs": o.Start, "progressTaskId": r.objectPath(o), "totalFileCount": o.Files, "backupFileCount": o.Copied,
		"stats":             jsonObject{"logicalSizeBytes": o.Total, "bytesRead": o.Read, "bytesWritten": o.Written},
		"isManuallyDeleted": r.ManuallyDeleted && r.snapshotsDeleted(),
	}
	setPresent(info, jsonObject{"snapshotId": o.Snapshot})
	if o.End > 0 {
		setPresent(info, jsonObject{"endTimeUsecs": o.End, "snapshotCreationTimeUsecs": o.End, "expiryTimeUsecs": o.Expiry})
	}
	if len(o.Warnings) > 0 {
		info["warnings"] = o.Warnings
	}
	result := jsonObject{"object": c.data.runObjectJSON(r, o), "localSnapshotInfo": jsonObject{"snapshotInfo": info}, "onLegalHold": r.LegalHold}
	if o.Status == "kFailed" {
		info["statusMessage"] = strings.Join(o.Warnings, " ")
	}
	attempts := []any{}
	for _, f := range o.Failures {
		attempts = append(attempts, jsonObject{"status": "Failed", "startTimeUsecs": f.Start, "endTimeUsecs": f.End, "message": f.Message})
	}
	if len(attempts) > 0 {
		result["localSnapshotInfo"] = jsonObject{"snapshotInfo": info, "failedAttempts": attempts}
	}
	return result
}

// archivedStatuses are the statuses of objects in runs that go straight to an archive, by those in other runs.
var archivedStatuses = map[string]string{"kInProgress": "Running", "kWaitingForNextAttempt": "OnHold", "kSuccessful": "Succeeded", "kWarning": "SucceededWithWarning", "kFailed": "Failed"}

// archivedObjectJSON is the result of an object in a run that goes straight to an archive, as the API shows it.
func (c *call) archivedObjectJSON(r *run, o *runObject) jsonObject {
	status := archivedStatuses[o.Status]
	if o.canceled || o.Status == "kFailed" && r.Status == "Canceled" {
		status = "Canceled"
	}
	stats := archivalStatsJSON(o.Total, o.Read, o.Written)
	stats["totalFileCount"], stats["backupFileCount"], stats["fileWalkDone"] = o.Files, o.Copied, o.End > 0
	result := setPresent(r.archiveJSON(), jsonObject{
		"status": status, "runType": r.Type, "isCadArchive": true, "isIncremental": r.Type != "kFull", "queuedTimeUsecs": r.Requested, "startTimeUsecs": o.Start, "progressTaskId": r.objectPath(o),
		"isManuallyDeleted": r.ManuallyDeleted && r.snapshotsDeleted(), "onLegalHold": r.LegalHold, "stats": stats, "snapshotId": o.Snapshot, "message": strings.Join(o.Warnings, " "),
	})
	if o.End > 0 {
		setPresent(result, jsonObject{"endTimeUsecs": o.End, "expiryTimeUsecs": o.Expiry})
	}
	return result
}

// runObjectJSON is the object of a result as the API shows it: as it is now, or as it was then if it is gone.
func (d *data) runObjectJSON(r *run, o *runObject) jsonObject {
	if t := d.objects[o.ID]; t != nil {
		return d.objectJSON(t)
	}
	return setPresent(jsonObject{"id": o.ID, "name": o.Name, "environment": r.Environment}, jsonObject{"objectType": o.Type})
}

func (c *call) objectProgressJSON(r *run, o *runObject) jsonObject {
	shown := c.progressJSON(o.status(r), o.Percent, o.Start, o.End, o.Events)
	shown["stats"] = jsonObject{"totalFileCount": o.Files, "backupFileCount": o.Copied, "fileWalkDone": o.End > 0}
	for _, name := range []string{"id", "name", "sourceId", "sourceName", "environment"} {
		setPresent(shown, jsonObject{name: c.data.runObjectJSON(r, o)[name]})
	}
	return shown
}

// progressJSON is the progress of a run or an object as the API shows it.
func (c *call) progressJSON(status string, percent float64, start, end int64, log []event) jsonObject {
	state := taskState(status)
	shown := jsonObject{"status": state, "percentageCompleted": percent}
	if left, ok := c.timeLeft(state, percent, start); ok {
		shown["expectedRemainingTimeUsecs"] = left
	}
	if start > 0 {
		shown["startTimeUsecs"] = start
	}
	if end > 0 {
		shown["endTimeUsecs"] = end
	}
	if c.param("includeEventLogs") != "false" {
		events := []any{}
		for _, e := range log {
			if c.inTimeRange(e.At, "startTimeUsecs", "endTimeUsecs") {
				events = append(events, jsonObject{"message": e.Message, "occuredAtUsecs": e.At})
			}
		}
		shown["events"] = events
	}
	return shown
}
