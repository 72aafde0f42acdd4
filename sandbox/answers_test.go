package sandbox

import (
	"encoding/json"
	"fmt"
	"net/http"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAnswersOfSuccessHaveTheirStatus checks the statuses that clients tell apart.
func TestAnswersOfSuccessHaveTheirStatus(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	send := func(want int, method, path string, body any) {
		status, raw := c.ask(method, path, body)
		assert.Equal(t, want, status, "%s %s: %s", method, path, raw)
	}
	send(201, "POST", "/data-source-connections", jsonObject{"connectionName": "yard"})
	send(201, "POST", "/data-protect/policies", goldPolicy("silver"))
	send(201, "POST", "/data-protect/sources/registrations", jsonObject{"environment": "kPhysical", "physicalParams": jsonObject{"endpoint": t.TempDir()}})
	group, source := c.protect(host)
	send(201, "POST", "/data-protect/protection-groups", c.groupBody("others", goldPolicy("bronze"), source))
	id := str(c.backUp(group), "id")
	runs := "/data-protect/protection-groups/" + group + "/runs"
	send(202, "POST", runs, jsonObject{"runType": "kRegular"})
	send(202, "POST", runs+"/actions", jsonObject{"action": "Pause", "pauseParams": []any{jsonObject{"runId": id}}})
	send(207, "PUT", runs, jsonObject{"updateProtectionGroupRunParams": []any{jsonObject{"runId": id, "localSnapshotConfig": jsonObject{"daysToKeep": 1}}}})
	send(200, "GET", runs, nil)
	snapshot := c.snapshot(source)
	send(201, "POST", "/data-protect/recoveries", jsonObject{"name": "back", "snapshotEnvironment": "kPhysical", "physicalParams": filesTo(snapshot, source, jsonObject{"alternateRestoreDirectory": "/back"}, "/a")})
	send(201, "POST", "/data-protect/recoveries/download-files-folders", jsonObject{"name": "home", "object": jsonObject{"snapshotId": snapshot}, "filesAndFolders": []any{jsonObject{"absolutePath": "/a"}}})
	send(201, "POST", "/data-protect/agents/upgrade-tasks", jsonObject{"agentIDs": []any{json.Number(source)}})
	send(201, "POST", "/data-protect/snapshots/restore-points", jsonObject{"environment": "kPhysical", "protectionGroupIds": []any{group}, "startTimeUsecs": 0, "endTimeUsecs": 1})
	send(200, "POST", "/data-protect/search/indexed-objects", jsonObject{"objectType": "Files"})
	send(200, "POST", "/data-protect/snapshots/"+snapshot+"/meta-info", jsonObject{"environment": "kPhysical"})
	send(204, "POST", "/data-protect/sources/"+source+"/refresh", nil)
}

// TestACreatedConnectionHasATokenForItsConnectors registers a connector with it, which did not come by itself.
func TestACreatedConnectionHasATokenForItsConnectors(t *testing.T) {
	c := start(t, Options{})
	created := c.must("POST", "/data-source-connections", jsonObject{"connectionName": "yard"})
	token := str(created, "registrationToken")
	require.NotEmpty(t, token)
	listed := func() jsonObject { return objectList(c.must("GET", "/data-source-connections", nil), "connections")[0] }
	assert.NotContains(t, listed(), "registrationToken", "it is shown once")
	assert.Empty(t, anyList(listed(), "connectorIds"))
	status, answer := c.control("POST", "/sandbox/connectors", `{"token": "`+token+`", "name": "gate"}`)
	require.Equal(t, http.StatusOK, status, answer)
	assert.Len(t, anyList(listed(), "connectorIds"), 1)
	c.text("POST", "/data-source-connections/"+str(created, "connectionId")+"/registrationToken")
	assert.Len(t, anyList(listed(), "connectorIds"), 1, "it has one already")
}

func TestAListOfRunsHasAHundredAtMost(t *testing.T) {
	c := start(t, Options{})
	group, _ := c.protect(t.TempDir())
	c.server.data[0].update(func() {
		for i := range int64(120) {
			c.server.data[0].putRun(&run{Number: 1000 + i, Group: group, Environment: "kPhysical", Type: "kRegular", Start: i + 1, End: i + 2, Status: "Failed", Deleted: true})
		}
	})
	length := func(query string) (int, string) {
		answer := c.must("GET", "/data-protect/protection-groups/"+group+"/runs"+query, nil)
		return len(anyList(answer, "runs")), str(answer, "totalRuns")
	}
	n, total := length("")
	assert.Equal(t, "100 of 120", fmt.Sprint(n, " of ", total))
	n, _ = length("?numRuns=110")
	assert.Equal(t, 110, n)
}
