package sandbox

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// TestSearchesShowHowObjectsAreProtected reads the fields that tell a client about the last run and the source of an object.
func TestSearchesShowHowObjectsAreProtected(t *testing.T) {
	dir, host := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(host, "MSSQL/PROD/orders.mdf"), "rows")
	c := start(t, Options{Dir: dir})
	source := c.register("sql-1", host, "kSQL")
	body := set(c.groupBody("files", goldPolicy("gold"), source), "sla", []any{jsonObject{"slaMinutes": 1}})
	group := str(c.must("POST", "/data-protect/protection-groups", body), "id")
	summary := func() jsonObject {
		info := objectList(c.objectNamed("sql-1"), "objectProtectionInfos")[0]
		assert.Equal(t, false, info["isDeleted"])
		return objectList(info, "protectionGroups")[0]
	}
	if len(c.runs(group)) == 0 {
		assert.NotContains(t, summary(), "lastBackupRunStatus")
	}
	assert.Equal(t, "kFile", summary()["protectionEnvType"])
	c.backUp(group)
	assert.Equal(t, "Succeeded", summary()["lastBackupRunStatus"])
	assert.Equal(t, false, summary()["lastRunSlaViolated"])
	c.server.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/protection-groups", RunHang: true})
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	require.Eventually(t, func() bool { return summary()["lastBackupRunStatus"] == "Running" }, 5*time.Second, 5*time.Millisecond)
	c.server.Advance(time.Hour)
	assert.Equal(t, true, summary()["lastRunSlaViolated"])

	uuid := str(c.objectNamed("sql-1"), "uuid")
	assert.Regexp(t, `^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, uuid)
	database := c.objectNamed("PROD/orders")
	assert.NotEqual(t, uuid, database["uuid"])
	assert.Equal(t, uuid, str(database, "sourceInfo", "uuid"))
	assert.Equal(t, "sql-1", str(database, "sourceInfo", "name"))
	protected := objectList(c.must("GET", "/data-protect/search/protected-objects", nil), "objects")
	assert.Equal(t, []string{uuid}, names(protected, "sourceInfo", "uuid"))
	found := c.must("POST", "/data-protect/search/indexed-objects", jsonObject{"objectType": "Files", "fileParams": jsonObject{"searchString": "orders"}})
	assert.Equal(t, []string{uuid}, names(objectList(found, "files"), "sourceInfo", "uuid"))
	assert.Len(t, objectList(c.must("GET", "/data-protect/search/objects?sourceUuids="+uuid, nil), "objects"), 2)
	assert.Empty(t, objectList(c.must("GET", "/data-protect/search/objects?sourceUuids=other", nil), "objects"))
	require.NoError(t, c.server.Close())
	c = start(t, Options{Dir: dir})
	assert.Equal(t, uuid, str(c.objectNamed("sql-1"), "uuid"), "it stays")
}

// TestRunsShowWhatIsLeftOfThem compares a run that failed, one whose snapshots were deleted, and one whose snapshots expired.
func TestRunsShowWhatIsLeftOfThem(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	group, _ := c.protect(host)
	runs := "/data-protect/protection-groups/" + group + "/runs"
	shows := func(run jsonObject, status string, deleted, manually bool) {
		t.Helper()
		info, _ := lookup(objectList(run, "objects")[0], "localSnapshotInfo", "snapshotInfo").(jsonObject)
		assert.Equal(t, status, info["status"])
		assert.Equal(t, deleted, run["isLocalSnapshotsDeleted"])
		assert.Equal(t, manually, info["isManuallyDeleted"])
		assert.Equal(t, status == "kFailed" || deleted, info["snapshotId"] == nil)
	}
	c.server.Platform.Faults.Add(platform.Fault{Match: "POST " + "/v2" + runs, RunStatus: "Failed", RunMessage: "The disk is full."})
	failed := c.backUp(group)
	shows(failed, "kFailed", false, false)
	assert.Equal(t, "The disk is full.", str(objectList(failed, "objects")[0], "localSnapshotInfo", "snapshotInfo", "statusMessage"))
	assert.Equal(t, json.Number("1"), lookup(failed, "localBackupInfo", "failedObjectsCount"))
	shows(c.backUp(group), "kSuccessful", false, false)
	id := str(c.backUp(group), "id")
	c.must("PUT", runs, jsonObject{"updateProtectionGroupRunParams": []any{jsonObject{"runId": id, "localSnapshotConfig": jsonObject{"deleteSnapshot": true}}}})
	found := c.runs(group)
	shows(found[0], "kSuccessful", true, true)
	shows(found[1], "kSuccessful", false, false)
	c.server.Advance(15 * 24 * time.Hour)
	require.Eventually(t, func() bool { return c.runs(group)[1]["isLocalSnapshotsDeleted"] == true }, 5*time.Second, 10*time.Millisecond)
	shows(c.runs(group)[1], "kSuccessful", true, false)
}
