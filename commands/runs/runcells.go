package runs

import (
	"encoding/json"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// What lists of runs show of each.

// held shows whether a run is on legal hold, and nothing where it is not.
func held(v any) output.Cell {
	if v == true {
		return output.Cell{Text: i18n.T("yes|yes"), Data: "true"}
	}
	return output.Cell{Data: "false"}
}

// expiryNeeds are the fields that firstExpiry looks at.
var expiryNeeds = []string{"objects", "archivalInfo"}

// firstExpiry returns when the first snapshot of a run expires, in microseconds since 1970; 0 where it does not say or has none.
func firstExpiry(run any) (first int64) {
	add := func(v any, prefix string) {
		at, ok := output.Int(v, prefix+"expiryTimeUsecs")
		if ok && at > 0 && output.At(v, prefix+"isManuallyDeleted") != true && (first == 0 || at < first) {
			first = at
		}
	}
	for _, target := range output.List(run, "archivalInfo.archivalTargetResults") {
		add(target, "")
	}
	for _, o := range output.List(run, "objects") {
		if output.String(o, cells.Local+"snapshotId") != "" {
			add(o, cells.Local)
		}
	}
	return first
}

// expires shows when the first snapshot of a run expires.
func expires(v any) output.Cell {
	return output.Usecs(json.Number(strconv.FormatInt(firstExpiry(v), 10)))
}

// reasonNeeds are the fields that reason looks at.
var reasonNeeds = []string{"localBackupInfo.messages", "archivalInfo.archivalTargetResults", "objects"}

// reason shows why a run ended as it did: its first message, or that of the first object that did not succeed.
func reason(v any) output.Cell {
	if list := cells.Lines(v, "localBackupInfo.messages"); len(list) > 0 {
		return output.Cell{Text: list[0]}
	}
	if message := output.String(v, cells.Archived+"message"); message != "" {
		return output.Cell{Text: message}
	}
	for _, o := range output.List(v, "objects") {
		if message := cells.ObjectMessage(o); message != "" {
			return output.Cell{Text: strings.TrimPrefix(output.String(o, "object.name")+": "+message, ": ")}
		}
	}
	return output.Cell{}
}

// isFailedObject reports whether the backup of an object failed in a run.
func isFailedObject(o any) bool {
	return engine.IsFailed(cells.ObjectStatus(o))
}

// FailedObjects returns of how many objects the backup failed in a run.
func FailedObjects(run any) int64 {
	objects, _ := output.Int(run, "localBackupInfo.failedObjectsCount")
	for _, target := range output.List(run, "archivalInfo.archivalTargetResults") {
		n, _ := output.Int(target, "failedObjectsCount")
		objects += n
	}
	return objects
}

// HasFailed reports whether a run failed, or the backup of an object in it.
func HasFailed(run any) bool { return FailedObjects(run) > 0 || Status(run) == "Failed" }

// Number returns the number of a run, by which it is named where its group is, and its identifier where it has none.
func Number(run any) string {
	id := output.String(run, "id")
	if number, _, ok := strings.Cut(id, ":"); ok {
		return number
	}
	return id
}
