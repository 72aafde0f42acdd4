package sandbox

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// archivePolicy is a policy whose runs go straight to the archive 7, which is named vault.
func archivePolicy(name string) jsonObject {
	policy := goldPolicy(name)
	policy["backupPolicy"].(jsonObject)["regular"].(jsonObject)["primaryBackupTarget"] = jsonObject{
		"targetType": "Archival", "archivalTargetSettings": jsonObject{"targetId": 7, "targetName": "vault", "tierSettings": jsonObject{"cloudPlatform": "AWS"}}}
	return policy
}

// archived is the result of a run or object in its archive.
func archived(o jsonObject) jsonObject {
	results := objectList(o, "archivalInfo", "archivalTargetResults")
	if len(results) != 1 {
		return nil
	}
	return results[0]
}

// backUpToArchive runs a group that goes straight to an archive and waits for the end of the run.
func (c *client) backUpToArchive(group string) (run jsonObject) {
	before := len(c.runs(group))
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	require.Eventually(c.t, func() bool {
		runs := c.runs(group)
		if len(runs) > before {
			run = runs[0]
		}
		return len(runs) > before && hasEnded(str(archived(run), "status"))
	}, 20*time.Second, 5*time.Millisecond)
	return run
}

func TestRunsGoStraightToAnArchive(t *testing.T) {
	dir := t.TempDir()
	c := start(t, Options{Dir: dir})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "docs/a"), "one")
	source := c.register("web-1", host)
	group := c.group("files", archivePolicy("gold"), source)
	run := c.backUpToArchive(group)
	assert.Nil(t, run["localBackupInfo"])
	assert.Equal(t, "true", str(run, "isCloudArchivalDirect"))
	assert.Equal(t, "false", str(run, "hasLocalSnapshot"))
	result := archived(run)
	for name, want := range map[string]string{"status": "Succeeded", "runType": "kFull", "targetId": "7", "targetName": "vault", "targetType": "Cloud", "successfulObjectsCount": "1"} {
		assert.Equal(t, want, str(result, name), name)
	}
	assert.Equal(t, "AWS", str(result, "tierSettings", "cloudPlatform"))
	assert.Equal(t, "3", str(result, "stats", "logicalSizeBytes"))
	assert.Positive(t, num(result, "endTimeUsecs"))
	one := objectList(run, "objects")[0]
	assert.Nil(t, one["localSnapshotInfo"])
	assert.Equal(t, "Succeeded", str(archived(one), "status"))
	assert.Equal(t, str(result, "archivalTaskId"), str(archived(one), "archivalTaskId"))
	assert.Equal(t, str(result, "expiryTimeUsecs"), str(archived(one), "expiryTimeUsecs"))

	// Its snapshot is in the archive, wherever it is shown.
	snapshot := objectList(c.must("GET", "/data-protect/objects/"+source+"/snapshots", nil), "snapshots")[0]
	assert.Equal(t, str(archived(one), "snapshotId"), str(snapshot, "id"))
	assert.Equal(t, "Archival", str(snapshot, "snapshotTargetType"))
	assert.Equal(t, "vault", str(snapshot, "externalTargetInfo", "targetName"))
	found := objectList(objectList(c.must("GET", "/data-protect/search/protected-objects", nil), "objects")[0], "latestSnapshotsInfo")[0]
	assert.Nil(t, found["localSnapshotInfo"])
	assert.Equal(t, str(snapshot, "id"), str(objectList(found, "archivalSnapshotsInfo")[0], "snapshotId"))
	progress := c.must("GET", "/data-protect/runs/"+str(run, "id")+"/progress", nil)
	assert.Nil(t, progress["localRun"])
	assert.Equal(t, "Finished", str(objectList(progress, "archivalRun")[0], "status"))
	assert.Len(t, objectList(objectList(progress, "archivalRun")[0], "objects"), 1)
	for query, want := range map[string]int{"archivalRunStatus=Succeeded": 1, "archivalRunStatus=Failed": 0, "localBackupRunStatus=Succeeded": 0, "snapshotTargetTypes=Archival": 1, "snapshotTargetTypes=Local": 0} {
		assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups/"+group+"/runs?"+query, nil), "runs"), want, query)
	}
	for query, want := range map[string]int{"lastRunArchivalStatus=Succeeded": 1, "lastRunLocalBackupStatus=Succeeded": 0, "lastRunAnyStatus=Succeeded": 1} {
		assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups?"+query, nil), "protectionGroups"), want, query)
	}
	assert.Len(t, objectList(c.must("GET", "/data-protect/policies?vaultIds=7", nil), "policies"), 1)
	assert.Empty(t, objectList(c.must("GET", "/data-protect/policies?vaultIds=8", nil), "policies"))

	// It can be recovered from, also after a restart.
	require.NoError(t, c.server.Close())
	c = start(t, Options{Dir: dir})
	r := c.recover("kPhysical", filesTo(str(snapshot, "id"), source, jsonObject{"alternateRestoreDirectory": "/back"}, "/docs"))
	assert.Equal(t, "Succeeded", str(r, "status"))
	assert.Equal(t, "one", read1(t, host, "back/docs/a"))
	part := objectList(r, "physicalParams", "objects")[0]
	assert.Equal(t, "Archival", str(part, "snapshotTargetType"))
	assert.Equal(t, "7", str(part, "archivalTargetInfo", "targetId"))
	for query, want := range map[string]int{"snapshotTargetType=Archival": 1, "snapshotTargetType=Local": 0, "archivalTargetType=Cloud": 1, "archivalTargetType=Tape": 0} {
		assert.Len(t, objectList(c.must("GET", "/data-protect/recoveries?"+query, nil), "recoveries"), want, query)
	}
}

func TestARunToAnArchiveIsCanceledByItsTask(t *testing.T) {
	c := start(t, Options{RunTime: 5 * time.Second})
	hosts := []string{c.register("web-1", t.TempDir()), c.register("web-2", t.TempDir())}
	group := c.group("files", archivePolicy("gold"), hosts...)
	local := c.group("others", goldPolicy("silver"), hosts...)
	active := func(group string) (path string, run jsonObject) {
		path = "/data-protect/protection-groups/" + group + "/runs"
		c.must("POST", path, jsonObject{"runType": "kRegular"})
		require.Eventually(t, func() bool {
			runs := c.runs(group)
			return len(runs) == 1 && len(objectList(runs[0], "objects")) == 2
		}, 5*time.Second, 5*time.Millisecond)
		return path, c.runs(group)[0]
	}
	path, run := active(group)
	id, task := str(run, "id"), str(archived(run), "archivalTaskId")
	cancel := func(params jsonObject) jsonObject {
		return jsonObject{"action": "Cancel", "cancelParams": []any{setPresent(jsonObject{"runId": id}, params)}}
	}
	c.must("POST", path+"/actions", jsonObject{"action": "Pause", "pauseParams": []any{jsonObject{"runId": id}}})
	c.must("POST", path+"/actions", jsonObject{"action": "Resume", "resumeParams": []any{jsonObject{"runId": id}}})
	assert.Contains(t, c.refused(400, "POST", path+"/actions", cancel(nil)), "archivalTaskId")
	assert.Contains(t, c.refused(400, "POST", path+"/actions", cancel(jsonObject{"archivalTaskId": []any{task, "1:2:3"}})), "no such task")
	assert.Contains(t, c.refused(400, "POST", path+"/actions", cancel(jsonObject{"localTaskId": "5", "archivalTaskId": []any{task}})), "localTaskId")
	assert.NotContains(t, []string{"Canceling", "Canceled"}, str(archived(c.runs(group)[0]), "status"))
	c.must("POST", path+"/actions", cancel(jsonObject{"archivalTaskId": []any{task}}))
	require.Eventually(t, func() bool { return str(archived(c.runs(group)[0]), "status") == "Canceled" }, 5*time.Second, 5*time.Millisecond)
	for _, o := range objectList(c.runs(group)[0], "objects") {
		assert.Equal(t, "Canceled", str(archived(o), "status"), "its objects are canceled with the run")
	}

	path, run = active(local)
	id = str(run, "id")
	assert.Contains(t, c.refused(400, "POST", path+"/actions", cancel(jsonObject{"archivalTaskId": []any{task}})), "no such task")
	assert.Contains(t, c.refused(400, "POST", path+"/actions", cancel(jsonObject{"localTaskId": "nonsense"})), "no such task")
	c.must("POST", path+"/actions", cancel(jsonObject{"localTaskId": str(run, "localBackupInfo", "localTaskId")}))
	c.until(path+"/"+id, "localBackupInfo.status", "Canceled")
}

func TestSnapshotsInAnArchiveAreChanged(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	source := c.register("web-1", host)
	group := c.group("files", archivePolicy("gold"), source)
	run := c.backUpToArchive(group)
	path := "/data-protect/protection-groups/" + group + "/runs"
	update := func(params jsonObject) (failures []string) {
		answer := c.must("PUT", path, jsonObject{"updateProtectionGroupRunParams": []any{setPresent(jsonObject{"runId": run["id"]}, params)}})
		return names(objectList(answer, "failedRuns"), "errorMessage")
	}
	existing := func(change jsonObject) jsonObject {
		return jsonObject{"archivalSnapshotConfig": jsonObject{"updateExistingSnapshotConfig": []any{setPresent(jsonObject{"id": 7, "archivalTargetType": "Cloud"}, change)}}}
	}
	require.Len(t, update(jsonObject{"localSnapshotConfig": jsonObject{"daysToKeep": 1}}), 1)
	assert.Contains(t, update(existing(jsonObject{"id": 8, "daysToKeep": 1}))[0], "the archive 7")
	assert.Contains(t, update(existing(jsonObject{"resync": true}))[0], "resync")
	assert.Equal(t, str(archived(run), "expiryTimeUsecs"), str(archived(c.runs(group)[0]), "expiryTimeUsecs"), "what is refused changes nothing")

	require.Empty(t, update(existing(jsonObject{"daysToKeep": 3, "enableLegalHold": true})))
	changed := archived(c.runs(group)[0])
	assert.Equal(t, num(archived(run), "startTimeUsecs")+(3*day).Microseconds(), num(changed, "expiryTimeUsecs"), "days are counted from the beginning of the run")
	assert.Equal(t, "true", str(changed, "onLegalHold"))
	assert.Contains(t, update(existing(jsonObject{"deleteSnapshot": true}))[0], "legal hold")
	require.Empty(t, update(existing(jsonObject{"deleteSnapshot": true, "enableLegalHold": false})))
	assert.Equal(t, "true", str(archived(c.runs(group)[0]), "isManuallyDeleted"))
	assert.Empty(t, objectList(c.must("GET", "/data-protect/objects/"+source+"/snapshots", nil), "snapshots"))

	local := c.group("others", goldPolicy("silver"), source)
	run = c.backUp(local)
	path = "/data-protect/protection-groups/" + local + "/runs"
	assert.Contains(t, update(existing(jsonObject{"daysToKeep": 1}))[0], "no snapshots in an archive")
}

func TestTheArchiveOfAPolicy(t *testing.T) {
	c := start(t, Options{})
	policy := archivePolicy("gold")
	target := lookup(policy, "backupPolicy", "regular", "primaryBackupTarget").(jsonObject)
	delete(target, "archivalTargetSettings")
	assert.Contains(t, c.refused(400, "POST", "/data-protect/policies", policy), "archivalTargetSettings")
	target["useDefaultBackupTarget"] = true
	group := c.group("files", policy, c.register("web-1", t.TempDir()))
	assert.Equal(t, defaultArchive.Name, str(archived(c.backUpToArchive(group)), "targetName"))

	c = start(t, Options{ToArchive: true})
	group = c.group("files", goldPolicy("gold"), c.register("web-1", t.TempDir()))
	run := c.backUpToArchive(group)
	assert.Equal(t, json.Number("1"), archived(run)["targetId"], "all runs go to the archive")
}
