package sandbox

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSystemRunsCopyAll starts one by hand and one by its schedule. They are kept as long as the policy says for them.
func TestSystemRunsCopyAll(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	source := c.register("web-1", host)
	group := c.scheduledGroup("files", set(goldPolicy("gold"), "backupPolicy.bmr", jsonObject{
		"schedule": jsonObject{"unit": "Days", "daySchedule": jsonObject{"frequency": 1}}, "retention": jsonObject{"unit": "Days", "duration": 3}}), source)
	info := func(run jsonObject, field string) int64 {
		return num(objectList(run, "objects")[0], "localSnapshotInfo", "snapshotInfo", field)
	}
	run := c.backUpAs(group, "kSystem")
	assert.Equal(t, "kSystem", str(run, "localBackupInfo", "runType"))
	assert.EqualValues(t, 1, info(run, "backupFileCount"), "unchanged files are copied too")
	assert.EqualValues(t, 3*24*time.Hour.Microseconds(), info(run, "expiryTimeUsecs")-info(run, "endTimeUsecs"))
	assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups/"+group+"/runs?runTypes=kSystem", nil), "runs"), 1)
	c.server.Advance(25 * time.Hour)
	require.Eventually(t, func() bool { return len(c.runs(group)) == 3 }, 5*time.Second, 10*time.Millisecond)
	assert.Equal(t, "kSystem", str(c.runs(group)[0], "localBackupInfo", "runType"))
}

// TestDatabasesOfAHostAreBackedUp names a host and databases of it in a request for a run.
func TestDatabasesOfAHostAreBackedUp(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "MSSQL/PROD/orders.mdf"), "rows")
	writeFile(t, filepath.Join(host, "MSSQL/PROD/users.mdf"), "rows")
	source := c.register("sql-1", host, "kSQL")
	group := str(c.must("POST", "/data-protect/protection-groups", jsonObject{"name": "databases", "environment": "kSQL", "isPaused": true, "policyId": c.must("POST", "/data-protect/policies", goldPolicy("gold"))["id"],
		"mssqlParams": jsonObject{"protectionType": "kFile", "fileProtectionTypeParams": jsonObject{"objects": []any{jsonObject{"id": json.Number(source)}}}}}), "id")
	path := "/data-protect/protection-groups/" + group + "/runs"
	request := func(app any) jsonObject {
		return jsonObject{"runType": "kRegular", "objects": []any{jsonObject{"id": json.Number(source), "appIds": []any{app}}}}
	}
	c.refused(400, "POST", path, request(json.Number(source)))
	c.must("POST", path, request(c.objectNamed("PROD/users")["id"]))
	run := c.waitForRuns(group, 1)[0]
	assert.Equal(t, []string{"PROD/users"}, names(objectList(run, "objects"), "object", "name"))
	c.refusedAs(t, "runType: only hosts have systems", "POST", path, jsonObject{"runType": "kSystem"})
}
