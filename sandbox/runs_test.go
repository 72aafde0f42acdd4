package sandbox

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

func TestEachObjectOfARunHasItsResult(t *testing.T) {
	c := start(t, Options{})
	good, bad := t.TempDir(), filepath.Join(t.TempDir(), "bad")
	writeFile(t, filepath.Join(good, "a"), "one")
	require.NoError(t, os.Mkdir(bad, 0o755))
	ids := []string{c.register("good", good), c.register("bad", bad)}
	group := c.group("files", goldPolicy("gold"), ids...)
	require.NoError(t, os.Remove(bad))
	run := c.backUp(group)
	assert.Equal(t, "Failed", str(run, "localBackupInfo", "status"))
	assert.Equal(t, "1", str(run, "localBackupInfo", "successfulObjectsCount"))
	assert.Equal(t, "1", str(run, "localBackupInfo", "failedObjectsCount"))
	failed := objectList(run, "objects")[1]
	assert.Equal(t, "kFailed", str(failed, "localSnapshotInfo", "snapshotInfo", "status"))
	assert.Contains(t, str(failed, "localSnapshotInfo", "snapshotInfo", "statusMessage"), "cannot be reached")
	assert.Len(t, objectList(failed, "localSnapshotInfo", "failedAttempts"), 1)
	assert.Contains(t, toString(anyList(run, "localBackupInfo", "messages")[0]), "bad: ")
	assert.NotEmpty(t, c.snapshot(ids[0]), "what was copied of the others can be recovered")

	// A run of one object is about that alone, and none of another group is taken.
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kFull", "objects": []any{jsonObject{"id": json.Number(ids[0])}}})
	runs := c.waitForRuns(group, 2)
	assert.Equal(t, []string{"good"}, names(objectList(runs[0], "objects"), "object", "name"))
	assert.Equal(t, "Succeeded", str(runs[0], "localBackupInfo", "status"))
	assert.Contains(t, c.refused(400, "POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kFull", "objects": []any{jsonObject{"id": 5}}}), "none of the objects")
}

func TestProgressIncreasesAndHasEvents(t *testing.T) {
	c := start(t, Options{RunTime: 500 * time.Millisecond})
	ids := []string{}
	for i := range 2 {
		host := t.TempDir()
		writeFile(t, filepath.Join(host, "a"), "one")
		ids = append(ids, c.register(fmt.Sprintf("web-%d", i), host))
	}
	group := c.group("files", goldPolicy("gold"), ids...)
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	require.Eventually(t, func() bool { return len(c.runs(group)) == 1 }, 5*time.Second, 5*time.Millisecond)
	path := "/data-protect/runs/" + str(c.runs(group)[0], "id") + "/progress"
	last, between := -1.0, 0
	for last < 100 {
		local := c.must("GET", path, nil)["localRun"].(jsonObject)
		percent, err := local["percentageCompleted"].(json.Number).Float64()
		require.NoError(t, err)
		assert.GreaterOrEqual(t, percent, last)
		if percent > last && percent < 100 {
			between++
		}
		last = percent
		time.Sleep(5 * time.Millisecond)
	}
	assert.Greater(t, between, 4)
	local := c.must("GET", path, nil)["localRun"].(jsonObject)
	assert.Equal(t, "Finished", str(local, "status"))
	for _, o := range objectList(local, "objects") {
		events := names(objectList(o, "events"), "message")
		assert.Equal(t, []string{"Copying " + str(o, "name") + " has begun.", "Files scanned: 1 (3 bytes).", "Files copied: 1 of 1."}, events[:3])
		assert.Regexp(t, `^3 bytes were read and [03] bytes were written\.$`, events[3]) // the second host has what the first one has
	}
	assert.Len(t, objectList(c.must("GET", path+"?objects="+ids[1], nil), "localRun", "objects"), 1)
	assert.Len(t, objectList(c.must("GET", path+"?maxTasksNum=1", nil), "localRun", "objects"), 1)
	assert.Empty(t, objectList(c.must("GET", path+"?excludeObjectDetails=true", nil), "localRun", "objects"))
	assert.Empty(t, objectList(c.must("GET", path+"?includeFinishedTasks=false", nil), "localRun", "objects"))
	assert.Empty(t, objectList(c.must("GET", path+"?includeEventLogs=false", nil), "localRun", "events"))
	assert.Empty(t, objectList(c.must("GET", path+"?endTimeUsecs=1", nil), "localRun", "events"))
}

func TestRunsAreFilteredByEveryParameter(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	group, _ := c.protect(host)
	first := c.backUp(group)
	c.server.Advance(time.Hour)
	c.server.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/protection-groups", RunTag: "audit"})
	second := c.backUp(group)
	c.server.Advance(time.Hour)
	c.server.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/protection-groups", RunStatus: "Failed", RunMessage: "no"})
	third := c.backUpAs(group, "kFull")
	assert.Equal(t, "audit", str(second, "externallyTriggeredBackupTag"))
	between := num(first, "localBackupInfo", "startTimeUsecs") + 60e6
	later := num(third, "localBackupInfo", "startTimeUsecs")
	for query, want := range map[string]int{
		"": 3, "numRuns=2": 2, "runTypes=kFull": 2, "runTypes=kIncremental": 1, "runTypes=kAll": 3, "runTypes=kLog": 0,
		"localBackupRunStatus=Failed": 1, "localBackupRunStatus=Succeeded": 2, "localBackupRunStatus=Failed,Succeeded": 3,
		fmt.Sprintf("startTimeUsecs=%d", between): 2, fmt.Sprintf("endTimeUsecs=%d", between): 1, fmt.Sprintf("startTimeUsecs=%d&endTimeUsecs=%d", between, later): 2,
		fmt.Sprintf("startTimeUsecs=%d&filterByEndTime=true", later): 1, "runTags=audit": 1, "runTags=none": 0, "excludeNonRestorableRuns=true": 2,
		"snapshotTargetTypes=Local": 3, "snapshotTargetTypes=Archival": 0, "archivalRunStatus=Succeeded": 0, "runId=" + url.QueryEscape(str(second, "id")): 1,
	} {
		answer := c.must("GET", "/data-protect/protection-groups/"+group+"/runs?"+query, nil)
		assert.Len(t, objectList(answer, "runs"), want, query)
		if query == "numRuns=2" {
			assert.Equal(t, "3", str(answer, "totalRuns"), "however many are shown")
		}
	}
	for query, want := range map[string]int{"lastRunLocalBackupStatus=Failed": 1, "lastRunAnyStatus=Succeeded": 0, "lastRunReplicationStatus=Failed": 0, "names=FILES": 1, "isPaused=false": 0, "environments=kSQL": 0} {
		assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups?"+query, nil), "protectionGroups"), want, query)
	}
}

func TestRunsArePausedResumedAndCanceledObjectByObject(t *testing.T) {
	c := start(t, Options{RunTime: 1500 * time.Millisecond})
	ids := []string{}
	for i := range 3 {
		host := t.TempDir()
		writeFile(t, filepath.Join(host, "a"), "one")
		ids = append(ids, c.register(fmt.Sprintf("web-%d", i), host))
	}
	group := c.group("files", goldPolicy("gold"), ids...)
	runs := "/data-protect/protection-groups/" + group + "/runs"
	c.must("POST", runs, jsonObject{"runType": "kRegular"})
	require.Eventually(t, func() bool { return len(c.runs(group)) == 1 && len(objectList(c.runs(group)[0], "objects")) == 3 }, 5*time.Second, 5*time.Millisecond)
	id := str(c.runs(group)[0], "id")
	act := func(action, key string, more jsonObject) jsonObject {
		return c.must("POST", runs+"/actions", jsonObject{"action": action, key: []any{setPresent(jsonObject{"runId": id}, more)}})
	}
	act("Pause", "pauseParams", nil)
	c.until(runs+"/"+id, "localBackupInfo.status", "Paused")
	assert.Contains(t, names(objectList(act("Pause", "pauseParams", nil), "pauseParams"), "error")[0], "Paused")
	act("Cancel", "cancelParams", jsonObject{"objectIds": []any{json.Number(ids[2])}})
	act("Resume", "resumeParams", nil)
	run := c.waitForRuns(group, 1)[0]
	assert.Equal(t, "SucceededWithWarning", str(run, "localBackupInfo", "status"))
	assert.Equal(t, []string{"kSuccessful", "kSuccessful", "kFailed"}, names(objectList(run, "objects"), "localSnapshotInfo", "snapshotInfo", "status"))
	assert.Contains(t, c.refused(400, "POST", runs+"/actions", jsonObject{"action": "Cancel", "cancelParams": []any{jsonObject{"runId": id}}}), "ended already")
	assert.Contains(t, c.refused(400, "POST", runs+"/actions", jsonObject{"action": "Cancel"}), "cancelParams")
}

func TestAGroupIsDeletedWithOrWithoutItsSnapshots(t *testing.T) {
	dir := t.TempDir()
	c := start(t, Options{Dir: dir})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	group, source := c.protect(host)
	c.backUp(group)
	path := "/data-protect/protection-groups/" + group
	policy := str(c.must("GET", path, nil), "policyId")
	assert.Contains(t, c.refused(409, "DELETE", "/data-protect/policies/"+policy, nil), "in use by the group files")
	c.must("DELETE", path, nil)
	c.refused(404, "GET", path, nil)
	assert.Empty(t, objectList(c.must("GET", "/data-protect/protection-groups", nil), "protectionGroups"))
	deleted := objectList(c.must("GET", "/data-protect/protection-groups?isDeleted=true", nil), "protectionGroups")
	require.Len(t, deleted, 1)
	assert.Equal(t, "false", str(deleted[0], "isActive"))
	c.must("DELETE", "/data-protect/policies/"+policy, nil)
	snapshot := c.snapshot(source)
	status, raw := c.ask("GET", "/data-protect/snapshots/"+snapshot+"/download-file?filePath=/a", nil)
	assert.Equal(t, 200, status)
	assert.Equal(t, "one", string(raw), "its snapshots can still be recovered from")

	// The name is free again, and with the last snapshot the group is gone.
	again := c.group("files", goldPolicy("gold"), source)
	c.server.Advance(15 * 24 * time.Hour)
	require.Eventually(t, func() bool {
		return len(objectList(c.must("GET", "/data-protect/protection-groups?isDeleted=true", nil), "protectionGroups")) == 0
	}, 5*time.Second, 10*time.Millisecond)

	c.backUp(again)
	c.must("DELETE", "/data-protect/protection-groups/"+again+"?deleteSnapshots=true", nil)
	assert.Empty(t, objectList(c.must("GET", "/data-protect/objects/"+source+"/snapshots", nil), "snapshots"))
	assert.Empty(t, objectList(c.must("GET", "/data-protect/protection-groups?isDeleted=true", nil), "protectionGroups"))
	require.Eventually(t, func() bool {
		kept, err := filepath.Glob(filepath.Join(dir, "instance-1", "files", "*", "*"))
		return err == nil && len(kept) == 0
	}, 5*time.Second, 10*time.Millisecond, "nothing of it stays on the disk")
}

func TestAnUpdateReplacesAndAPatchChangesWhatItNames(t *testing.T) {
	c := start(t, Options{})
	host, other := t.TempDir(), t.TempDir()
	policy := goldPolicy("gold")
	policy["description"] = "kept for two weeks"
	id := str(c.must("POST", "/data-protect/policies", policy), "id")
	c.must("PUT", "/data-protect/policies/"+id, goldPolicy("gold"))
	assert.Empty(t, str(c.must("GET", "/data-protect/policies/"+id, nil), "description"), "a PUT replaces all of it")
	c.refused(409, "POST", "/data-protect/policies", goldPolicy("Gold"))
	silver := str(c.must("POST", "/data-protect/policies", goldPolicy("silver")), "id")
	c.refused(409, "PUT", "/data-protect/policies/"+silver, goldPolicy("GOLD"))

	source := c.register("web-1", host)
	path := "/data-protect/sources/registrations/" + source
	patched := c.must("PATCH", path, jsonObject{"environment": "kPhysical", "physicalParams": jsonObject{"endpoint": other}})
	assert.Equal(t, other, str(patched, "physicalParams", "endpoint"))
	assert.Equal(t, "kHost", str(patched, "physicalParams", "physicalType"), "a PATCH leaves what it does not name")
	put := c.must("PUT", path, jsonObject{"environment": "kPhysical", "physicalParams": jsonObject{"endpoint": host}})
	assert.Empty(t, str(put, "physicalParams", "physicalType"))
	assert.Contains(t, c.refused(400, "PATCH", path, jsonObject{"environment": "kPhysical", "physicalParams": jsonObject{"endpoint": "/nowhere/at/all"}}), "is no local folder")
	assert.Equal(t, host, str(c.must("GET", path, nil), "physicalParams", "endpoint"))
	group := c.group("files", goldPolicy("bronze"), source)
	assert.Contains(t, c.refused(409, "DELETE", path, nil), "protected by the group files")
	c.must("DELETE", "/data-protect/protection-groups/"+group, nil)
	c.must("DELETE", path, nil)
	c.refused(404, "GET", path, nil)
}
