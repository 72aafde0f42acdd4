package sandbox

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// TestEveryOperationAnswersAsDocumented calls each operation of the API description with success. The client validates all
// answers, also those of other tests and refusals.
func TestEveryOperationAnswersAsDocumented(t *testing.T) {
	c := start(t, Options{Strict: true})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "docs/a"), "one")

	// Connections, connectors and connector agents.
	connection := str(c.must("POST", "/data-source-connections", jsonObject{"connectionName": "site", "connectionEnvType": "kIksVpc"}), "connectionId")
	c.must("PATCH", "/data-source-connections/"+connection, jsonObject{"connectionName": "yard"})
	c.text("POST", "/data-source-connections/"+connection+"/registrationToken")
	connector := str(objectList(c.must("GET", "/data-source-connectors", nil), "connectors")[0], "connectorId")
	c.must("PATCH", "/data-source-connectors/"+connector, jsonObject{"connectorName": "gate"})
	c.must("GET", "/data-source-connectors/metadata", nil)
	c.must("GET", "/data-source-connections", nil)
	c.must("DELETE", "/data-source-connectors/"+connector, nil)
	c.must("POST", "/data-source-connections", jsonObject{"connectionName": agentConnection})
	token := str(c.must("GET", "/connector-agents/config", nil), "registrationToken")
	status, answer := c.control("POST", "/sandbox/agents", `{"token": "`+token+`", "name": "agent-1"}`)
	require.Equal(t, 200, status, answer)
	assert.Equal(t, []string{"agent-1"}, names(objectList(c.must("GET", "/connector-agents?tenantId=sandboxtenant1&connectionNames="+agentConnection, nil), "connectorAgents"), "connectorAgentName"))
	assert.Empty(t, objectList(c.must("GET", "/connector-agents?tenantId=sandboxtenant1/&connectionNames=other", nil), "connectorAgents"))

	// Sources, policies, groups and runs.
	group, source := c.protect(host)
	path := "/data-protect/sources/registrations/" + source
	c.must("POST", "/data-protect/sources/"+source+"/refresh", nil)
	c.must("GET", "/data-protect/sources/registrations", nil)
	c.must("PATCH", path, jsonObject{"environment": "kPhysical"})
	c.must("PUT", path, jsonObject{"environment": "kPhysical", "physicalParams": jsonObject{"endpoint": host}})
	c.must("GET", path, nil)
	c.askOldAPI("/irisservices/api/v1/public/protectionSources")
	c.askOldAPI("/irisservices/api/v1/public/protectionSources/registrationInfo")
	c.askOldAPI("/irisservices/api/v1/progressMonitors?includeFinishedTasks=true")
	policy := str(objectList(c.must("GET", "/data-protect/policies", nil), "policies")[0], "id")
	c.must("GET", "/data-protect/policies/"+policy, nil)
	c.must("PUT", "/data-protect/policies/"+policy, goldPolicy("gold"))
	run := str(c.backUp(group), "id")
	runs := "/data-protect/protection-groups/" + group + "/runs"
	c.must("GET", runs+"/"+run, nil)
	c.must("GET", "/data-protect/runs/"+run+"/progress", nil)
	c.must("PUT", runs, jsonObject{"updateProtectionGroupRunParams": []any{jsonObject{"runId": run, "localSnapshotConfig": jsonObject{"daysToKeep": 3}}}})
	c.must("POST", runs+"/actions", jsonObject{"action": "Pause", "pauseParams": []any{jsonObject{"runId": run}}})
	c.must("GET", "/data-protect/protection-groups?includeLastRunInfo=true", nil)
	body := c.must("GET", "/data-protect/protection-groups/"+group, nil)
	c.must("PUT", "/data-protect/protection-groups/"+group, jsonObject{"name": "files", "policyId": policy, "environment": "kPhysical", "physicalParams": body["physicalParams"]})

	// Finding and recovering.
	snapshot := c.snapshot(source)
	c.must("GET", "/data-protect/search/objects", nil)
	c.must("GET", "/data-protect/search/protected-objects", nil)
	c.must("POST", "/data-protect/search/indexed-objects", jsonObject{"objectType": "Files", "fileParams": jsonObject{"searchString": "a"}})
	c.must("POST", "/data-protect/snapshots/restore-points", jsonObject{"environment": "kPhysical", "protectionGroupIds": []any{group}, "startTimeUsecs": 0, "endTimeUsecs": 1 << 60})
	c.must("POST", "/data-protect/snapshots/"+snapshot+"/meta-info", jsonObject{"environment": "kPhysical"})
	c.text("GET", "/data-protect/snapshots/"+snapshot+"/download-file?filePath=/docs/a")
	c.recover("kPhysical", filesTo(snapshot, source, jsonObject{"alternateRestoreDirectory": "/back"}, "/docs"))
	c.must("GET", "/data-protect/recoveries", nil)
	download := str(c.must("POST", "/data-protect/recoveries/download-files-folders", jsonObject{"name": "home", "object": jsonObject{"snapshotId": snapshot}, "filesAndFolders": []any{jsonObject{"absolutePath": "/docs"}}}), "id")
	c.waitForRecovery(download)
	c.text("GET", "/data-protect/recoveries/"+download+"/download-files")
	again := str(c.must("POST", "/data-protect/recoveries/download-files-folders", jsonObject{"name": "home", "object": jsonObject{"snapshotId": snapshot}, "filesAndFolders": []any{jsonObject{"absolutePath": "/docs"}}}), "id")
	c.must("POST", "/data-protect/recoveries/"+again+"/cancel", nil)

	// Agents, and the end of it all.
	c.text("POST", "/data-protect/agents/download", jsonObject{"platform": "kLinux", "linuxParams": jsonObject{"packageType": "kDEB"}})
	c.must("POST", "/data-protect/agents/upgrade-tasks", jsonObject{"name": "all", "agentIDs": []any{json.Number(source)}})
	c.must("GET", "/data-protect/agents/upgrade-tasks", nil)
	c.must("GET", "/alerts", nil)
	c.must("GET", "/alerts-summary", nil)
	c.must("DELETE", "/data-protect/protection-groups/"+group+"?deleteSnapshots=true", nil)
	c.must("DELETE", "/data-protect/policies/"+policy, nil)
	c.must("DELETE", path, nil)
	c.must("DELETE", "/data-source-connections/"+connection, nil)

	for path, item := range c.server.apis["instance"].doc.Paths.Map() {
		for method, op := range item.Operations() {
			assert.True(t, c.answered[op.OperationID], "%s %s (%s) was not answered", method, path, op.OperationID)
			assert.NotNil(t, instanceHandlers[op.OperationID], op.OperationID)
		}
	}
}

// text is must for what answers with a text or a file.
func (c *client) text(method, path string, body ...any) []byte {
	var sent any
	if len(body) > 0 {
		sent = body[0]
	}
	status, raw := c.ask(method, path, sent)
	require.Equal(c.t, 200, status, "%s", raw)
	return raw
}

func TestRegistrationTokensAndConnectors(t *testing.T) {
	c := start(t, Options{})
	connection := str(c.must("POST", "/data-source-connections", jsonObject{"connectionName": "site"}), "connectionId")
	assert.Empty(t, objectList(c.must("GET", "/data-source-connectors", nil), "connectors"))
	token := strings.Trim(strings.TrimSpace(string(c.text("POST", "/data-source-connections/"+connection+"/registrationToken"))), `"`)
	connectors := func() []jsonObject { return objectList(c.must("GET", "/data-source-connectors", nil), "connectors") }
	assert.Equal(t, []string{"site-connector-1"}, names(connectors(), "connectorName"), "the first token is put to use at once")
	c.text("POST", "/data-source-connections/"+connection+"/registrationToken")
	assert.Len(t, connectors(), 1)
	deploy := func(more string) (int, string) {
		return c.control("POST", "/sandbox/connectors", `{"token": "`+token+`"`+more+`}`)
	}
	status, answer := deploy(`, "name": "second"`)
	require.Equal(t, 200, status, answer)
	status, answer = deploy(`, "name": "Second"`)
	assert.Equal(t, 409, status, answer)
	c.server.Advance(25 * time.Hour)
	status, answer = deploy("")
	assert.Equal(t, 401, status)
	assert.Contains(t, answer, "expired at")
	status, answer = c.control("POST", "/sandbox/connectors", `{"token": "nonsense"}`)
	assert.Equal(t, 401, status)
	assert.Contains(t, answer, "none of ours")

	status, answer = c.control("POST", "/sandbox/connectors", `{"name": "second", "connected": false}`)
	require.Equal(t, 200, status, answer)
	assert.Equal(t, []string{"true", "false"}, names(connectors(), "connectivityStatus", "isConnected"))
	_, _ = c.control("POST", "/sandbox/connectors", `{"name": "second", "connected": true}`)
	assert.Equal(t, []string{"true", "true"}, names(connectors(), "connectivityStatus", "isConnected"))
	status, answer = c.control("POST", "/sandbox/connectors", `{"name": "second", "upgrade": true}`)
	require.Equal(t, 200, status, answer)
	assert.Contains(t, []string{"InProgress", "Succeeded"}, str(connectors()[1], "upgradeStatus", "status"), "which may have ended by now")
	require.Eventually(t, func() bool { return str(connectors()[1], "softwareVersion") == newestConnectorVersion }, 5*time.Second, 5*time.Millisecond)
	assert.Equal(t, "Succeeded", str(connectors()[1], "upgradeStatus", "status"))
	for _, body := range []string{`{"name": "nobody", "connected": true}`, `{"colour": 1}`, `{}`, `{"instance": "sandbox-9", "name": "second", "connected": true}`} {
		status, answer = c.control("POST", "/sandbox/connectors", body)
		assert.GreaterOrEqual(t, status, 400, "%s: %s", body, answer)
	}
	assert.Equal(t, []string{"second"}, names(objectList(c.must("GET", "/data-source-connectors?connectorNames=SECOND", nil), "connectors"), "connectorName"))
	c.must("DELETE", "/data-source-connections/"+connection, nil)
	assert.Empty(t, connectors(), "connectors go with their connection")
}

func TestAgentsAreUpgraded(t *testing.T) {
	c := start(t, Options{})
	host, gone := t.TempDir(), filepath.Join(t.TempDir(), "gone")
	require.NoError(t, os.Mkdir(gone, 0o755))
	ids := []any{json.Number(c.register("web-1", host)), json.Number(c.register("web-2", gone))}
	require.NoError(t, os.Remove(gone))
	upgrade := func(body jsonObject) jsonObject {
		id := str(c.must("POST", "/data-protect/agents/upgrade-tasks", body), "id")
		var task jsonObject
		require.Eventually(t, func() bool {
			task = objectList(c.must("GET", "/data-protect/agents/upgrade-tasks?ids="+id, nil), "tasks")[0]
			return str(task, "endTimeUsecs") != ""
		}, 5*time.Second, 5*time.Millisecond)
		return task
	}
	task := upgrade(jsonObject{"name": "all", "agentIDs": ids})
	assert.Equal(t, "PartiallyFailed", str(task, "status"))
	assert.Equal(t, []string{"Succeeded", "Failed"}, names(objectList(task, "agents"), "info", "status"))
	assert.Equal(t, initialAgentVersion, str(objectList(task, "agents")[0], "info", "previousSoftwareVersion"))
	_, tree := c.askOldAPI("/irisservices/api/v1/public/protectionSources")
	assert.Contains(t, string(tree), `"version":"`+newestAgentVersion+`"`)
	require.NoError(t, os.Mkdir(gone, 0o755))
	task = upgrade(jsonObject{"retryTaskId": task["id"]})
	assert.Equal(t, "Succeeded", str(task, "status"))
	assert.Equal(t, "Retry", str(task, "type"))
	assert.Len(t, objectList(task, "agents"), 1, "only what had failed is tried again")
	assert.Contains(t, c.refused(400, "POST", "/data-protect/agents/upgrade-tasks", jsonObject{"retryTaskId": task["id"]}), "nothing of the task")

	// One that is to begin later waits for the service's clock.
	later := c.server.clock.now().Add(5 * time.Hour).UnixMicro()
	id := str(c.must("POST", "/data-protect/agents/upgrade-tasks", jsonObject{"name": "night", "agentIDs": ids[:1], "scheduleTimeUsecs": later}), "id")
	time.Sleep(2 * tickInterval)
	status := func() string {
		return str(objectList(c.must("GET", "/data-protect/agents/upgrade-tasks?ids="+id, nil), "tasks")[0], "status")
	}
	assert.Equal(t, "Scheduled", status())
	c.server.Advance(6 * time.Hour)
	require.Eventually(t, func() bool { return status() == "Succeeded" }, 5*time.Second, 5*time.Millisecond)

	for kind, begins := range map[string]string{"kRPM": "\xed\xab\xee\xdb", "kDEB": "!<arch>\n", "kScript": "#!/bin/sh\n"} {
		assert.True(t, strings.HasPrefix(string(c.text("POST", "/data-protect/agents/download", jsonObject{"platform": "kLinux", "linuxParams": jsonObject{"packageType": kind}})), begins), kind)
	}
	assert.True(t, strings.HasPrefix(string(c.text("POST", "/data-protect/agents/download", jsonObject{"platform": "kWindows"})), "MZ"))
}

func TestAccountsSeeTheirOwn(t *testing.T) {
	c := start(t, Options{Instances: 3, Accounts: 2})
	seen := func() (found []string) {
		for start := 0; start < 9; start += 3 {
			req, _ := http.NewRequest("GET", fmt.Sprintf("%s/v2/resource_instances?type=service_instance&start=%d", c.server.PlatformURL, start), nil)
			req.Header.Set("Authorization", "Bearer "+c.token)
			resp, err := http.DefaultClient.Do(req)
			require.NoError(t, err)
			var page struct{ Resources []struct{ Name string } }
			require.NoError(t, json.NewDecoder(resp.Body).Decode(&page))
			_ = resp.Body.Close()
			for _, r := range page.Resources {
				if strings.HasPrefix(r.Name, "sandbox-") {
					found = append(found, r.Name)
				}
			}
		}
		return found
	}
	assert.Equal(t, []string{"sandbox-1", "sandbox-3"}, seen())
	c.server.APIKey = "sandbox-api-key-account-2"
	c.logIn()
	assert.Equal(t, []string{"sandbox-2"}, seen())
	assert.Contains(t, c.refused(403, "GET", "/data-protect/policies", nil), "account of the token has no access")
	require.Len(t, c.server.Homes, 2)
	raw, err := os.ReadFile(filepath.Join(c.server.Homes[1], ".bluemix", "config.json"))
	require.NoError(t, err)
	assert.Contains(t, string(raw), platform.AccountID(1))
	c.server.APIKey = "sandbox-api-key-reader-account-2"
	c.logIn()
	assert.Equal(t, []string{"sandbox-2"}, seen())
}

func TestSearchesUseEveryParameter(t *testing.T) {
	c := start(t, Options{})
	for i, folder := range []string{t.TempDir(), t.TempDir(), t.TempDir()} {
		writeFile(t, filepath.Join(folder, "docs/report.txt"), "text")
		writeFile(t, filepath.Join(folder, "docs/[draft].txt"), "text")
		c.register(fmt.Sprintf("web-%d", i+1), folder)
	}
	ids := names(objectList(c.must("GET", "/data-protect/search/objects", nil), "objects"), "id")
	group := c.group("files", goldPolicy("gold"), ids[:2]...)
	began := c.server.clock.now().UnixMicro()
	c.backUp(group)
	esc := url.QueryEscape
	for query, want := range map[string]int{
		"searchString=WEB": 3, "searchString=web-%3F": 3, "searchString=*-2": 1, "searchString=-2*": 0, "isProtected=true": 2, "isProtected=false": 1,
		"environments=kSQL": 0, "objectIds=" + ids[2]: 1, "sourceIds=" + ids[0] + "," + ids[1]: 2, "protectionGroupIds=" + esc(group): 2, "protectionGroupIds=1:2:3": 0,
		"osTypes=kLinux": 3, "osTypes=kWindows": 0, "lastRunStatusList=Succeeded": 2, "lastRunStatusList=Failed": 0, "protectionTypes=kFile": 2, "protectionTypes=kVolume": 0,
		"isDeleted=true": 0, "includeDeletedObjects=true": 3, "tagNames=x": 0, "count=2": 2,
	} {
		assert.Len(t, objectList(c.must("GET", "/data-protect/search/objects?"+query, nil), "objects"), want, query)
	}
	page := c.must("GET", "/data-protect/search/objects?count=2", nil)
	assert.Equal(t, "3", str(page, "count"))
	rest := c.must("GET", "/data-protect/search/objects?count=2&paginationCookie="+esc(str(page, "paginationCookie")), nil)
	assert.Equal(t, []string{"web-3"}, names(objectList(rest, "objects"), "name"))
	assert.Empty(t, str(rest, "paginationCookie"))
	c.refused(400, "GET", "/data-protect/search/objects?paginationCookie=nonsense", nil)
	for query, want := range map[string]int{
		"": 2, "searchString=web-1": 1, "snapshotActions=RecoverFiles": 2, "snapshotActions=RecoverApps": 2, "objectActionKey=kPhysical": 2, "objectActionKey=kSQL": 0,
		fmt.Sprintf("filterSnapshotFromUsecs=%d", began): 2, fmt.Sprintf("filterSnapshotToUsecs=%d", began): 0, "cdpProtectedOnly=true": 0, "subResultSize=1": 2,
		"protectionGroupIds=1:2:3": 0, "runInstanceIds=99999": 0,
	} {
		assert.Len(t, objectList(c.must("GET", "/data-protect/search/protected-objects?"+query, nil), "objects"), want, query)
	}
	for _, s := range []struct {
		body jsonObject
		want int
	}{
		{jsonObject{}, 6}, {jsonObject{"fileParams": jsonObject{"searchString": "report"}}, 2}, {jsonObject{"fileParams": jsonObject{"searchString": "*.TXT"}}, 4},
		{jsonObject{"fileParams": jsonObject{"searchString": "[draft]*"}}, 2}, {jsonObject{"fileParams": jsonObject{"types": []any{"Directory"}}}, 2},
		{jsonObject{"fileParams": jsonObject{"objectIds": []any{json.Number(ids[0])}}}, 3}, {jsonObject{"fileParams": jsonObject{"sourceIds": []any{json.Number(ids[2])}}}, 0},
		{jsonObject{"fileParams": jsonObject{"sourceEnvironments": []any{"kKubernetes"}}}, 0}, {jsonObject{"protectionGroupIds": []any{"1:2:3"}}, 0}, {jsonObject{"count": 4}, 4}, {jsonObject{"mustHaveTagIds": []any{"1:2:A"}}, 0},
	} {
		s.body["objectType"] = "Files"
		assert.Len(t, objectList(c.must("POST", "/data-protect/search/indexed-objects", s.body), "files"), s.want, "%v", s.body)
	}
	snapshots := "/data-protect/objects/" + ids[0] + "/snapshots?"
	for query, want := range map[string]int{"": 1, "runTypes=kFull": 1, "runTypes=kLog": 0, fmt.Sprintf("toTimeUsecs=%d", began): 0, fmt.Sprintf("fromTimeUsecs=%d&runStartFromTimeUsecs=%d", began, began): 1,
		"protectionGroupIds=1:2:3": 0, "objectActionKeys=kPhysical": 1, "objectActionKeys=kSQL": 0, "snapshotActions=RecoverFiles": 1, "regionIds=x": 0} {
		assert.Len(t, objectList(c.must("GET", snapshots+query, nil), "snapshots"), want, query)
	}
	c.refused(404, "GET", "/data-protect/objects/12345/snapshots", nil)
}

// TestPartsOfAFile reads parts at their borders, at the end of the file and behind it.
func TestPartsOfAFile(t *testing.T) {
	c := start(t, Options{ContentRange: true})
	host := t.TempDir()
	content := strings.Repeat("0123456789", 100)
	writeFile(t, filepath.Join(host, "a"), content)
	group, source := c.protect(host)
	c.backUp(group)
	path := "/data-protect/snapshots/" + c.snapshot(source) + "/download-file?filePath=/a"
	for query, want := range map[string]string{"": content, "&startOffset=10&length=5": "01234", "&startOffset=995&length=100": "56789", "&startOffset=1000": ""} {
		assert.Equal(t, want, string(c.text("GET", path+query)), query)
	}
	for _, query := range []string{"&startOffset=1001", "&startOffset=-1", "&length=0", "&length=-5"} {
		c.refused(400, "GET", path+query, nil)
	}
	c.refused(404, "GET", strings.Replace(path, "/a", "/b", 1), nil)
	c.refused(404, "GET", "/data-protect/snapshots/bm9uZQ/download-file?filePath=/a", nil)
}

// TestEachKindOfFault checks what a client sees of every kind of fault.
func TestEachKindOfFault(t *testing.T) {
	c := start(t, Options{})
	ask := func(fault string) (*http.Response, error) {
		status, answer := c.control("POST", "/sandbox/faults", fault)
		require.Equal(t, 204, status, answer)
		req, err := http.NewRequest("GET", c.server.Instances[0].URL+"/v2/data-protect/policies", nil)
		require.NoError(t, err)
		req.Header.Set("Authorization", "Bearer "+c.token)
		req.Header.Set("X-IBM-Tenant-Id", c.server.Instances[0].Tenant)
		// A client that keeps connections would try again by itself.
		return (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(req)
	}
	for fault, want := range map[string]struct {
		status       int
		header, text string
	}{
		`{"match": "*", "status": 429, "retryAfter": "7"}`:                                                            {429, "7", "KSandboxFault"},
		`{"match": "*", "status": 503, "retryAfter": "Wed, 25 Nov 2026 07:28:00 GMT"}`:                                {503, "Wed, 25 Nov 2026 07:28:00 GMT", "KSandboxFault"},
		`{"match": "GET /v2/data-protect", "status": 500, "type": "text/html", "body": "<html><h1>Oops</h1></html>"}`: {500, "", "<h1>Oops</h1>"},
	} {
		resp, err := ask(fault)
		require.NoError(t, err)
		raw := make([]byte, 1000)
		n, _ := resp.Body.Read(raw)
		_ = resp.Body.Close()
		assert.Equal(t, want.status, resp.StatusCode)
		assert.Equal(t, want.header, resp.Header.Get("Retry-After"))
		assert.Contains(t, string(raw[:n]), want.text)
	}
	_, err := ask(`{"match": "*", "drop": -1}`)
	assert.ErrorContains(t, err, "reset")
	status, left := c.control("GET", "/sandbox/faults", "")
	assert.Equal(t, 200, status)
	assert.Equal(t, "[]\n", left, "each has happened as often as it should")
	_, _ = c.control("POST", "/sandbox/faults", `{"match": "*", "status": 500, "times": 3}`)
	_, left = c.control("GET", "/sandbox/faults", "")
	assert.Equal(t, `[{"match":"*","times":3,"status":500}]`+"\n", left)
	_, _ = c.control("DELETE", "/sandbox/faults", "")
	_, _ = c.control("POST", "/sandbox/faults", `{"match": "*", "latency": "1m30s"}`)
	_, left = c.control("GET", "/sandbox/faults", "")
	assert.Contains(t, left, `"latency":"1m30s"`)
	_, _ = c.control("DELETE", "/sandbox/faults", "")
	c.must("GET", "/data-protect/policies", nil)
	_, requests := c.control("GET", "/sandbox/requests", "")
	assert.Contains(t, requests, `"path":"/v2/data-protect/policies"`)
	assert.NotContains(t, requests, c.token)
	assert.Equal(t, "Bearer "+c.token, c.server.Platform.Requests()[len(c.server.Platform.Requests())-1].Header.Get("Authorization"), "tests see all of it")

	// A run that appears late.
	group, _ := c.protect(t.TempDir())
	_, _ = c.control("POST", "/sandbox/faults", `{"match": "POST /v2/data-protect/protection-groups", "runDelay": "300ms"}`)
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	time.Sleep(100 * time.Millisecond)
	assert.Empty(t, c.runs(group))
	c.waitForRuns(group, 1)
}
