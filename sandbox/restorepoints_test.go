package sandbox

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRestorePointsOfDatabases(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	for _, name := range []string{"orders", "users"} {
		writeFile(t, filepath.Join(host, "MSSQL/PROD", name+".mdf"), "rows")
		writeFile(t, filepath.Join(host, "MSSQL/PROD", name+"_log.ldf"), "log")
	}
	source := c.register("sql-1", host, "kSQL")
	orders, users := c.objectNamed("PROD/orders")["id"], c.objectNamed("PROD/users")["id"]
	c.must("POST", "/data-protect/policies", goldPolicy("gold"))
	group := str(c.must("POST", "/data-protect/protection-groups", jsonObject{"name": "databases", "environment": "kSQL", "isPaused": true,
		"policyId":    objectList(c.must("GET", "/data-protect/policies", nil), "policies")[0]["id"],
		"mssqlParams": jsonObject{"protectionType": "kFile", "fileProtectionTypeParams": jsonObject{"objects": []any{jsonObject{"id": json.Number(source)}}}}}), "id")
	var runs []jsonObject
	var ends []int64 // when orders was backed up in each run
	for _, kind := range []string{"kFull", "kLog", "kLog", "kFull", "kLog"} {
		run := c.backUpAs(group, kind)
		runs = append(runs, run)
		require.Equal(t, "PROD/orders", str(objectList(run, "objects")[0], "object", "name"))
		ends = append(ends, num(objectList(run, "objects")[0], "localSnapshotInfo", "snapshotInfo", "endTimeUsecs"))
		c.server.Advance(time.Hour)
	}
	ranges := func(from, to int64, object any) (found []timeRange, fulls int) {
		points := c.must("POST", "/data-protect/snapshots/restore-points", jsonObject{"environment": "kSQL", "protectionGroupIds": []any{group},
			"startTimeUsecs": from, "endTimeUsecs": to, "sourceId": object})
		for _, r := range objectList(points, "timeRangeInfo", "timeRanges") {
			found = append(found, timeRange{num(r, "startTimeUsecs"), num(r, "endTimeUsecs")})
		}
		return found, len(objectList(points, "fullSnapshotInfo"))
	}
	const always = 1 << 60
	found, fulls := ranges(0, always, orders)
	assert.Equal(t, []timeRange{{ends[0], ends[4]}}, found, "a full backup does not interrupt the logs")
	assert.Equal(t, 2, fulls)
	found, fulls = ranges(ends[1], ends[2], orders)
	assert.Equal(t, []timeRange{{ends[1], ends[2]}}, found, "the backup that the logs follow may be older")
	assert.Zero(t, fulls)
	found, fulls = ranges(0, always, json.Number(source))
	assert.Len(t, found, 2, "each database has its range")
	assert.Equal(t, 4, fulls)
	found, fulls = ranges(0, ends[0]-1, users)
	assert.Empty(t, found)
	assert.Zero(t, fulls)

	c.must("PUT", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"updateProtectionGroupRunParams": []any{
		jsonObject{"runId": runs[1]["id"], "localSnapshotConfig": jsonObject{"deleteSnapshot": true}}}})
	found, fulls = ranges(0, always, orders)
	assert.Equal(t, []timeRange{{ends[3], ends[4]}}, found, "a log that is gone leaves a gap")
	assert.Equal(t, 2, fulls)
}

func TestFilesAreFoundInAllSnapshots(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "docs/old.txt"), "one")
	writeFile(t, filepath.Join(host, "docs/kept.txt"), "one")
	source := c.register("web-1", host)
	group := c.group("files", goldPolicy("gold"), source)
	first := c.backUp(group)
	require.NoError(t, os.Remove(filepath.Join(host, "docs/old.txt")))
	writeFile(t, filepath.Join(host, "docs/new.txt"), "two")
	c.backUp(group)
	find := func() []string {
		answer := c.must("POST", "/data-protect/search/indexed-objects", jsonObject{"objectType": "Files", "fileParams": jsonObject{"searchString": "*.txt"}})
		return names(objectList(answer, "files"), "name")
	}
	assert.ElementsMatch(t, []string{"old.txt", "kept.txt", "new.txt"}, find(), "each once")
	c.must("PUT", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"updateProtectionGroupRunParams": []any{
		jsonObject{"runId": first["id"], "localSnapshotConfig": jsonObject{"deleteSnapshot": true}}}})
	assert.ElementsMatch(t, []string{"kept.txt", "new.txt"}, find(), "what no snapshot has is not found")
}
