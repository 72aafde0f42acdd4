package sandbox

import (
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// idsOf registers a host with a database and starts what has an id of its own, and returns the ids.
func (c *client) idsOf(t *testing.T, name string) (ids []string) {
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "MSSQL/PROD", name+".mdf"), "rows")
	connection := c.must("POST", "/data-source-connections", jsonObject{"connectionName": name})
	status, answer := c.control("POST", "/sandbox/connectors", `{"token": "`+str(connection, "registrationToken")+`", "name": "`+name+`"}`)
	require.Equal(t, 200, status, answer)
	source := c.register(name, host, "kSQL")
	ids = append(ids, str(connection, "connectionId"), source, str(c.objectNamed("PROD/"+name), "id"))
	for _, o := range objectList(c.must("GET", "/data-source-connectors?connectorNames="+name, nil), "connectors") {
		ids = append(ids, str(o, "connectorId"))
	}
	task := c.must("POST", "/data-protect/agents/upgrade-tasks", jsonObject{"agentIDs": []any{num(jsonObject{"id": source}, "id")}})
	return append(ids, str(task, "id"))
}

// TestIDsAreSmallOrExceedAFloat also changes the option between two starts with the same state.
func TestIDsAreSmallOrExceedAFloat(t *testing.T) {
	dir, host := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	seen := map[string]bool{}
	var group, source string
	for i, large := range []bool{true, false, true} {
		c := start(t, Options{Dir: dir, LargeIDs: large})
		if i == 0 {
			group, source = c.protect(host)
			seen[source] = true
		}
		ids := c.idsOf(t, "db-"+strconv.Itoa(i))
		require.Len(t, ids, 5)
		for _, id := range ids {
			n, err := strconv.ParseInt(id, 10, 64)
			require.NoError(t, err)
			assert.Equal(t, large, n > 1<<53, id)
			assert.Equal(t, large, int64(float64(n)) != n, id)
			assert.False(t, seen[id], "%s is given twice", id)
			seen[id] = true
		}
		assert.Equal(t, "Succeeded", str(c.backUp(group), "localBackupInfo", "status"))
		assert.Len(t, anyList(c.must("GET", "/data-protect/objects/"+source+"/snapshots", nil), "snapshots"), i+1)
		require.NoError(t, c.server.Close())
	}
}
