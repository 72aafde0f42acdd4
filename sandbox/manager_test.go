package sandbox

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// report sends a request to the Manager's reporting service, which has to succeed.
func (c *client) report(method, path string, body any) jsonObject {
	status, raw := c.send(method, c.server.ReportsURL+path, body)
	require.Less(c.t, status, 300, "%s %s: %s", method, path, raw)
	return c.object(raw)
}

// manage sends a request to the Manager's alerts and upgrades, which has to succeed.
func (c *client) manage(method, path string, body any) jsonObject {
	status, raw := c.send(method, c.server.ManagerURL+"/v2"+path, body)
	require.Less(c.t, status, 300, "%s %s: %s", method, path, raw)
	return c.object(raw)
}

// rows are those of the preview of a component.
func (c *client) rows(component string, body jsonObject) []jsonObject {
	return objectList(c.report("POST", "/public/components/"+component+"/preview", body), "component", "data")
}

// failOnce lets the next run of a group fail, and runs it.
func (c *client) failOnce(group string) {
	c.server.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/protection-groups", RunStatus: "Failed", RunMessage: "the disk is gone"})
	assert.Equal(c.t, "Failed", str(c.backUp(group), "localBackupInfo", "status"))
}

func isAnswered(c *client, name string) {
	for path, item := range c.server.apis[name].doc.Paths.Map() {
		for method, op := range item.Operations() {
			assert.True(c.t, c.answered[op.OperationID], "%s: %s %s (%s) was not answered", name, method, path, op.OperationID)
		}
	}
}

// TestReportsCountWhatIsThere compares reports with runs, objects and recoveries of the instance, by every operation of the service.
func TestReportsCountWhatIsThere(t *testing.T) {
	host, other := t.TempDir(), t.TempDir()
	writeFile(t, host+"/docs/a", "aaa")
	c := start(t, Options{Instances: 2, Accounts: 2})
	for _, one := range components {
		assert.Empty(t, c.rows(one.id, jsonObject{}), one.id)
	}
	group, source := c.protect(host)
	c.register("web-2", other)
	c.backUp(group)
	c.failOnce(group)
	c.backUp(group)
	c.recover("kPhysical", filesTo(c.snapshot(source), source, jsonObject{"alternateRestoreDirectory": "/back"}, "/docs"))

	runs := c.rows("runs", jsonObject{})
	assert.Equal(t, []string{"Succeeded", "Failed", "Succeeded"}, names(runs, "runStatus"), "newest first")
	assert.Equal(t, "gold", str(runs[0], "policyName"))
	assert.Equal(t, []string{"1", "2"}, names(c.rows("runs-by-status", jsonObject{}), "count"))
	assert.Equal(t, []string{"the disk is gone"}, names(c.rows("failed-objects", jsonObject{}), "message"))
	assert.Equal(t, []string{"web-1"}, names(c.rows("protected-objects", jsonObject{}), "objectName"))
	assert.Equal(t, "2", str(c.rows("protected-objects", jsonObject{})[0], "snapshots"))
	assert.ElementsMatch(t, []string{"Protected", "Unprotected"}, names(c.rows("all-objects", jsonObject{}), "protectionStatus"))
	assert.Equal(t, []string{"3"}, names(c.rows("runs-by-day", jsonObject{}), "runs"))
	assert.Equal(t, []string{"3"}, names(c.rows("groups", jsonObject{}), "runs"))
	assert.Equal(t, []string{"Succeeded"}, names(c.rows("recoveries", jsonObject{}), "status"))
	assert.Len(t, c.rows("activities", jsonObject{}), 4)

	// Pages, an order and filters.
	assert.Equal(t, []string{"Failed"}, names(c.rows("runs", jsonObject{"limit": jsonObject{"from": 1, "size": 1}}), "runStatus"))
	assert.Empty(t, c.rows("runs", jsonObject{"limit": jsonObject{"from": 3, "size": 5}}))
	assert.Equal(t, []string{"Failed", "Succeeded", "Succeeded"}, names(c.rows("runs", jsonObject{"sort": []any{jsonObject{"attribute": "runStatus"}}}), "runStatus"))
	filter := func(kind, attribute, params string, values jsonObject) jsonObject {
		return jsonObject{"filters": []any{jsonObject{"filterType": kind, "attribute": attribute, params: values}}}
	}
	assert.Len(t, c.rows("runs", filter("In", "runStatus", "inFilterParams", jsonObject{"attributeDataType": "String", "stringFilterValues": []any{"failed"}})), 1)
	assert.Len(t, c.rows("runs", filter("Range", "failedObjects", "rangeFilterParams", jsonObject{"lowerBound": 1})), 1)
	assert.Len(t, c.rows("runs", filter("Systems", "", "systemsFilterParams", jsonObject{"systemIds": []any{clusterIdentifier(0)}})), 3)
	assert.Empty(t, c.rows("runs", filter("Systems", "", "systemsFilterParams", jsonObject{"systemIds": []any{clusterIdentifier(1)}})), "another account's")
	begun := json.Number(str(runs[1], "runStartTimeUsecs"))
	assert.Len(t, c.rows("runs", filter("TimeRange", "runStartTimeUsecs", "timeRangeFilterParams", jsonObject{"lowerBound": begun})), 2)
	for _, name := range []string{"Last1Hour", "CurrentMonth", "CurrentYear", "Last365Days"} {
		assert.Len(t, c.rows("runs", filter("TimeRange", "runStartTimeUsecs", "timeRangeFilterParams", jsonObject{"dateRange": name})), 3, name)
	}
	for _, name := range []string{"LastMonth", "LastYear"} {
		assert.Empty(t, c.rows("runs", filter("TimeRange", "runStartTimeUsecs", "timeRangeFilterParams", jsonObject{"dateRange": name})), name)
	}
	c.server.Advance(40 * 24 * time.Hour)
	assert.Empty(t, c.rows("recoveries", jsonObject{}), "by itself a component has a month")
	status, raw := c.send("POST", c.server.ReportsURL+"/public/components/runs/preview", filter("In", "nothing", "inFilterParams", jsonObject{"attributeDataType": "String"}))
	assert.Equal(t, 400, status, "%s", raw)

	// The reports themselves.
	all := c.report("GET", "/public/reports", nil)
	assert.Len(t, objectList(all, "reports"), 8)
	shown := c.report("POST", "/public/reports/protected-unprotected-objects/preview", jsonObject{"timezone": "Europe/Berlin"})
	assert.Equal(t, "Europe/Berlin", str(shown, "timezone"))
	assert.Equal(t, []string{"objects-by-protection", "all-objects"}, names(objectList(shown, "components"), "id"))
	c.report("GET", "/public/reports/failures", nil)
	c.report("GET", "/public/components?ids=runs", nil)
	c.report("GET", "/public/components/runs", nil)
	c.report("GET", "/public/reports/report-types/Failures", nil)
	for kind, field := range map[string]string{"Policies": "policies", "ProtectionGroups": "protectionGroups", "RegisteredSources": "sources", "MessageCodeMappings": "messageCodeMappings"} {
		assert.NotEmpty(t, objectList(c.report("POST", "/public/resources", jsonObject{"resourceType": kind}), field), kind)
	}
	_, raw = c.send("POST", c.server.ReportsURL+"/public/reports/protected-objects/export", jsonObject{})
	assert.Equal(t, "Object,Object ID", strings.Join(strings.Split(string(raw), ",")[:2], ","))
	assert.Contains(t, string(raw), "\nweb-1,")
	_, raw = c.send("POST", c.server.ReportsURL+"/public/reports/protected-objects/export", jsonObject{"reportFormat": "XLS"})
	assert.Contains(t, string(raw), `<Data ss:Type="String">web-1</Data>`)
	body := jsonObject{"async": true}
	_, raw = c.send("POST", c.server.ReportsURL+"/public/reports/protected-objects/export", body)
	assert.Empty(t, raw, "it is being made")
	require.Eventually(t, func() bool {
		_, raw = c.send("POST", c.server.ReportsURL+"/public/reports/protected-objects/export", body)
		return len(raw) > 0
	}, 5*time.Second, 10*time.Millisecond)

	_, raw = c.send("GET", strings.TrimSuffix(c.server.ReportsURL, "/heliosreporting/api/v1")+"/v2/mcm/provider-instances?includeServiceInstanceStatus=true", nil)
	instances := objectList(c.object(raw), "ibmServiceInstances")
	assert.Equal(t, []string{"sandbox-1"}, names(instances, "name"), "the account's")
	assert.Equal(t, "Active", str(instances[0], "status"))
	isAnswered(c, "management")

	c.token = "none"
	status, _ = c.send("GET", c.server.ReportsURL+"/public/reports", nil)
	assert.Equal(t, 401, status)
}

// TestAlertsSayWhatIsWrong raises one alert of each type, and resolves what a later success resolves.
func TestAlertsSayWhatIsWrong(t *testing.T) {
	host := t.TempDir()
	writeFile(t, host+"/docs/a", "aaa")
	c := start(t, Options{Instances: 2})
	assert.Empty(t, objectList(c.must("GET", "/alerts", nil), "alerts"))
	group, source := c.protect(host)
	c.backUp(group)
	c.failOnce(group)
	c.failOnce(group)
	alerts := objectList(c.must("GET", "/alerts?alertStates=kOpen", nil), "alerts")
	require.Len(t, alerts, 1, "two failures in a row are one alert")
	assert.Equal(t, "ProtectionGroupRunFailed", str(alerts[0], "alertDocument", "alertName"))
	assert.Contains(t, str(alerts[0], "alertDocument", "alertDescription"), "protection group files failed")
	assert.Equal(t, "the disk is gone", str(alerts[0], "alertDocument", "alertCause"))
	assert.NotEmpty(t, str(alerts[0], "alertDocument", "alertHelpText"))
	assert.Equal(t, "2", str(alerts[0], "dedupCount"))

	c.server.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/recoveries", RunStatus: "Failed"})
	c.recover("kPhysical", filesTo(c.snapshot(source), source, jsonObject{"alternateRestoreDirectory": "/back"}, "/docs"))
	registration := str(c.must("POST", "/data-source-connections", jsonObject{"connectionName": "dc"}), "registrationToken")
	for _, body := range []string{`{"token": "` + registration + `", "name": "dc-1"}`, `{"name": "dc-1", "connected": false}`} {
		status, answer := c.control("POST", "/sandbox/connectors", body)
		require.Equal(t, 200, status, answer)
	}
	c.backUp(group)

	alerts = objectList(c.must("GET", "/alerts", nil), "alerts")
	states := map[string]string{}
	for _, a := range alerts {
		states[str(a, "alertDocument", "alertName")] = str(a, "alertState")
	}
	assert.Equal(t, map[string]string{"ProtectionGroupRunFailed": "kResolved", "RecoveryFailed": "kOpen", "DataSourceConnectorDisconnected": "kOpen"}, states)
	for query, want := range map[string]int{
		"alertStates=kOpen": 2, "alertSeverities=kWarning": 1, "alertCategories=kNetworking": 1, "alertTypes=5001,5002": 2, "alertTypeBuckets=kSoftware": 1, "alertName=recoveryfailed": 1,
		"maxAlerts=1": 1, "propertyKey=object&propertyValue=dc-1": 1, "propertyKey=group": 1, "startTimeUsecs=9000000000000000": 0, "endTimeUsecs=1": 0, "tenantIds=other": 0, "alertIds=" + str(alerts[0], "id"): 1,
	} {
		assert.Len(t, objectList(c.must("GET", "/alerts?"+query, nil), "alerts"), want, query)
	}
	sum := objectList(c.must("GET", "/alerts-summary?statesList=kOpen", nil), "alertsSummary")
	assert.Equal(t, []string{"kBackupRestore", "kNetworking"}, names(sum, "category"))

	// The Manager has those of all instances.
	assert.Len(t, objectList(c.manage("GET", "/mcm/alerts", nil), "alertsList"), 3)
	assert.Empty(t, objectList(c.manage("GET", "/mcm/alerts?regionIds=eu-de", nil), "alertsList"))
	assert.Equal(t, "1", str(objectList(c.manage("GET", "/mcm/stats/alerts-summary?statesList=kOpen", nil), "alertsSummary")[0], "totalCount"))
	assert.Len(t, objectList(c.manage("GET", "/alerts", nil), "alerts"), 3)
	c.manage("GET", "/alerts-summary", nil)
	resolved := objectList(c.manage("GET", "/mcm/alerts/resolutions?maxResolutions=5", nil), "alertResolutionsList")
	assert.Equal(t, []string{"resolved ProtectionGroupRunFailed"}, names(resolved, "resolutionName"))
	stats := c.manage("GET", "/mcm/stats/alerts?startTimeUsecs=0&endTimeUsecs=9000000000000000", nil)
	assert.Equal(t, "1", str(stats, "aggregatedAlertsStats", "numCriticalAlerts"))
	assert.Equal(t, "1", str(stats, "aggregatedClusterStats", "numHealthyClusters"))
	assert.Len(t, objectList(stats, "statsByCluster"), 2)
}

// TestClustersAreUpgraded schedules, changes, cancels and completes upgrades.
func TestClustersAreUpgraded(t *testing.T) {
	dir := t.TempDir()
	c := start(t, Options{Dir: dir, Instances: 2})
	first := jsonObject{"clusterId": clusterNumber(0), "clusterIncarnationId": clusterIncarnation}
	status := func() []string {
		return names(objectList(c.manage("GET", "/mcm/cluster-mgmt/info", nil), "cohesityClusters"), "status")
	}
	results := func(o jsonObject, field string) []string { return names(objectList(o, ""), field) }
	const scheduled, canceled = "IsUpgradeSchedulingSuccessful", "IsUpgradeCancelSuccessful"
	assert.Equal(t, []string{"UpgradeAvailable", "UpgradeAvailable"}, status())
	assert.Equal(t, []string{"cluster-1", "cluster-2"}, results(c.manage("GET", "/mcm/cluster-mgmt/compatible-clusters?releaseVersion=7.2", nil), "clusterName"))
	assert.Empty(t, results(c.manage("GET", "/mcm/cluster-mgmt/compatible-clusters?releaseVersion=6", nil), "clusterName"))

	tonight := c.server.clock.now().Add(8 * time.Hour).UnixMilli()
	body := jsonObject{"type": "Upgrade", "targetVersion": "7.2", "timeStampToUpgradeAtMsecs": tonight, "clusters": []any{first, jsonObject{"clusterId": 1, "clusterIncarnationId": 2}}}
	assert.Equal(t, []string{"true", "false"}, results(c.manage("POST", "/mcm/cluster-mgmt/upgrades", body), scheduled))
	assert.Equal(t, []string{"Scheduled", "UpgradeAvailable"}, status())
	body["clusters"] = []any{first}
	assert.Equal(t, []string{"false"}, results(c.manage("POST", "/mcm/cluster-mgmt/upgrades", body), scheduled), "there is one already")
	assert.Equal(t, []string{"true"}, results(c.manage("DELETE", "/mcm/cluster-mgmt/upgrades?clusterIdentifiers="+clusterIdentifier(0), nil), canceled))
	assert.Equal(t, []string{"false", "false"}, results(c.manage("DELETE", "/mcm/cluster-mgmt/upgrades", nil), canceled), "none is left")
	assert.Equal(t, []string{"false"}, results(c.manage("PUT", "/mcm/cluster-mgmt/upgrades", body), scheduled), "nor to change")
	assert.Equal(t, []string{"true"}, results(c.manage("POST", "/mcm/cluster-mgmt/upgrades", body), scheduled))
	body["timeStampToUpgradeAtMsecs"] = tonight + time.Hour.Milliseconds()
	assert.Equal(t, []string{"true"}, results(c.manage("PUT", "/mcm/cluster-mgmt/upgrades", body), scheduled))
	c.server.Advance(8*time.Hour + time.Minute)
	assert.Equal(t, []string{"Scheduled"}, results(c.manage("GET", "/mcm/cluster-mgmt/upgrades/info", nil), "upgradeStatus"), "it was put off")
	c.server.Advance(59*time.Minute + 5*time.Second)
	assert.Equal(t, []string{"InProgress"}, results(c.manage("GET", "/mcm/cluster-mgmt/upgrades/info", nil), "upgradeStatus"))
	c.server.Advance(time.Minute)
	assert.Equal(t, []string{"Complete"}, results(c.manage("GET", "/mcm/cluster-mgmt/upgrades/info?clusterIdentifiers="+clusterIdentifier(0), nil), "upgradeStatus"))
	versions := func() []string {
		return names(objectList(c.manage("GET", "/mcm/cluster-mgmt/info", nil), "cohesityClusters"), "currentVersion")
	}
	assert.Equal(t, []string{"7.2", "7.1"}, versions())
	for _, wrong := range []jsonObject{{"targetVersion": "7.2"}, {"targetVersion": "9"}, {"type": "Patch", "patchUpgradeParams": jsonObject{"targetVersion": "9"}}} {
		wrong["clusters"] = []any{first}
		assert.Equal(t, []string{"false"}, results(c.manage("POST", "/mcm/cluster-mgmt/upgrades", wrong), scheduled), "%v", wrong)
	}
	assert.Equal(t, []string{"true"}, results(c.manage("POST", "/mcm/cluster-mgmt/upgrades", jsonObject{"type": "Patch", "clusters": []any{first}}), scheduled))
	c.server.Advance(time.Minute)
	assert.Equal(t, []string{"UpToDate", "UpgradeAvailable"}, status())

	require.NoError(t, c.server.Close())
	c = start(t, Options{Dir: dir, Instances: 2})
	assert.Equal(t, []string{"7.2", "7.1"}, versions(), "a restart loses nothing")
}

// TestWhoMayAskTheManager logs in by each way, and is refused without one.
func TestWhoMayAskTheManager(t *testing.T) {
	c := start(t, Options{})
	ask := func(header http.Header) int {
		req, err := http.NewRequest("GET", c.server.ManagerURL+"/v2/mcm/cluster-mgmt/info", nil)
		require.NoError(t, err)
		req.Header = header
		resp, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		_ = resp.Body.Close()
		return resp.StatusCode
	}
	logIn := func(password string) (int, string) {
		raw, _ := json.Marshal(jsonObject{"username": ManagerUser, "password": password})
		resp, err := http.Post(c.server.LoginURL, "application/json", bytes.NewReader(raw))
		require.NoError(t, err)
		defer resp.Body.Close()
		answer, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		return resp.StatusCode, str(c.object(answer), "accessToken")
	}
	status, _ := logIn("wrong")
	assert.Equal(t, 401, status)
	_, token := logIn(ManagerPassword)
	assert.Equal(t, 200, ask(http.Header{"Authorization": {"Bearer " + token}}))
	assert.Equal(t, 200, ask(http.Header{"Apikey": {ManagerKey}}))
	assert.Equal(t, 401, ask(http.Header{"Apikey": {"wrong"}}))
	assert.Equal(t, 401, ask(http.Header{}))
	assert.Equal(t, 401, ask(http.Header{"Authorization": {"Bearer " + c.token}}), "a token of IAM is none of the Manager's")
	c.token = token
	c.refused(403, "GET", "/data-protect/policies", nil)
	c.server.Platform.RevokeTokens()
	assert.Equal(t, 401, ask(http.Header{"Authorization": {"Bearer " + token}}))
}
