package sandbox

import (
	"cmp"
	"fmt"
	"net/http"
)

// archive is an archive that runs go straight to, without a local snapshot.
type archive struct {
	ID    int64      `json:"id"`
	Name  string     `json:"name"`
	Tiers jsonObject `json:"tiers,omitempty"` // its storage tiers in the policy
}

// defaultArchive is the archive of policies that name none, and of all groups with Options.ToArchive.
var defaultArchive = archive{ID: 1, Name: "sandbox-archive"}

// checkPrimaryTarget returns a refusal for a policy whose runs go straight to an archive, but not to which.
func checkPrimaryTarget(policy jsonObject) error {
	target, _ := lookup(policy, "backupPolicy", "regular", "primaryBackupTarget").(jsonObject)
	if str(target, "targetType") == "Archival" && target["archivalTargetSettings"] == nil && !isTrue(target, "useDefaultBackupTarget") {
		return refuse(http.StatusBadRequest, "KValidationError", "primaryBackupTarget: archivalTargetSettings or useDefaultBackupTarget is needed.")
	}
	return nil
}

// archiveOf returns the archive that runs by a policy go straight to, or nil for local snapshots.
func (d *data) archiveOf(policy jsonObject) *archive {
	target, _ := lookup(policy, "backupPolicy", "regular", "primaryBackupTarget").(jsonObject)
	settings, _ := target["archivalTargetSettings"].(jsonObject)
	switch archival := str(target, "targetType") == "Archival"; {
	case archival && settings != nil:
		id := num(settings, "targetId")
		tiers, _ := settings["tierSettings"].(jsonObject)
		return &archive{id, cmp.Or(str(settings, "targetName"), fmt.Sprintf("archive-%d", id)), tiers}
	case archival, d.server.options.ToArchive:
		return &defaultArchive
	}
	return nil
}

// targetType returns where the snapshots of a run are: Local or Archival.
func (r *run) targetType() string {
	if r.Archive == nil {
		return "Local"
	}
	return "Archival"
}

// archivalTask returns the id of the task that writes a run to its archive, or "".
func (r *run) archivalTask() string {
	if r.Archive == nil {
		return ""
	}
	return clusterID(r.Number)
}

// archiveJSON is the archive of a run as the API shows it, with the task of the run, or nil.
func (r *run) archiveJSON() jsonObject {
	if r.Archive == nil {
		return nil
	}
	shown := jsonObject{"targetId": r.Archive.ID, "targetName": r.Archive.Name, "targetType": "Cloud", "usageType": "Archival", "ownershipContext": "Local",
		"archivalTaskId": r.archivalTask()}
	if r.Archive.Tiers != nil {
		shown["tierSettings"] = r.Archive.Tiers
	}
	return shown
}
