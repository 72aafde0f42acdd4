package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// now is when the reports of the tests are made: a Saturday, at noon in UTC.
var now = time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)

// ago returns a time before that, in microseconds since 1970.
func ago(d time.Duration) int64 { return now.Add(-d).UnixMicro() }

// run returns a run as JSON, which took ten minutes.
func run(number int, age time.Duration, status, more string) string {
	end := fmt.Sprintf(`"endTimeUsecs":%d,`, ago(age)+600e6)
	if status == "Running" {
		end = ""
	}
	return fmt.Sprintf(`{"id":"%d:%d","localBackupInfo":{"runType":"kRegular","status":%q,%s"startTimeUsecs":%d%s}}`, number, ago(age), status, end, ago(age), more)
}

// lists are the answers of an instance by path: a group whose newest run failed, one that is paused, one without a backup, one whose schedule is
// met, and hosts, connectors and recoveries of which some have troubles.
func lists() map[string]string {
	runs := map[string][]string{
		"1": {run(13, time.Hour, "Failed", `,"failedObjectsCount":1,"messages":["no room"]`), run(12, 9*time.Hour, "Succeeded", `,"successfulObjectsCount":2,"isSlaViolated":true,"localSnapshotStats":{"logicalSizeBytes":3072,"bytesRead":2048,"bytesWritten":1024}`), run(11, 30*time.Hour, "Missed", ""), run(10, 60*time.Hour, "Succeeded", `,"localSnapshotStats":{"logicalSizeBytes":2048,"bytesRead":9007199254740993,"bytesWritten":512}`)},
		"2": {run(20, 40*time.Hour, "Succeeded", `,"dataLockConstraints":{"expiryTimeUsecs":`+fmt.Sprint(ago(-48*time.Hour))+`}`)},
		"3": {run(30, time.Minute, "Running", "")},
		"4": {run(41, 2*time.Hour, "SucceededWithWarning", `,"messages":["open file"]`), run(40, 5*time.Hour, "Succeeded", `,"dataLockConstraints":{"expiryTimeUsecs":`+fmt.Sprint(ago(time.Hour))+`}`)},
	}
	group := func(id, name, environment, more string) string {
		return fmt.Sprintf(`{"id":"1:2:%s","name":%q,"environment":%q,"policyId":"p"%s,"lastRun":%s}`, id, name, environment, more, runs[id][0])
	}
	answers := map[string]string{
		"/v2/data-protect/protection-groups": `{"protectionGroups":[` + strings.Join([]string{group("1", "files", "kPhysical", `,"sla":[{"backupRunType":"kIncremental","slaMinutes":60}]`), group("2", "db", "kSQL", `,"isPaused":true`),
			group("3", "new", "kPhysical", ""), group("4", "shop", "kKubernetes", "")}, ",") + `]}`,
		"/v2/data-protect/policies": `{"policies":[{"id":"p","name":"gold","backupPolicy":{"regular":{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":4}}}}}}]}`,
		"/v2/data-protect/search/objects": `{"objects":[
			{"id":1,"name":"web-1","environment":"kPhysical","sourceId":1,"sourceInfo":{"name":"web-1"},"objectProtectionInfos":[{"protectionGroups":[{"id":"1:2:1","name":"files"}]}]},
			{"id":2,"name":"web-2","environment":"kPhysical","sourceId":2,"sourceInfo":{"name":"web-2"},"objectProtectionInfos":[{"protectionGroups":[{"id":"1:2:3","name":"new"}]}]},
			{"id":3,"name":"web-3","environment":"kPhysical","sourceId":3,"sourceInfo":{"name":"web-3"}}]}`,
		"/v2/data-protect/search/protected-objects": fmt.Sprintf(`{"objects":[
			{"id":1,"name":"web-1","latestSnapshotsInfo":[{"protectionGroupId":"1:2:1","protectionRunStartTimeUsecs":%d,"runType":"kRegular","localSnapshotInfo":{"logicalSizeBytes":9007199254740993}}]},
			{"id":8,"name":"orders","latestSnapshotsInfo":[{"protectionGroupId":"1:2:2","protectionRunStartTimeUsecs":%d,"runType":"kRegular"}]},
			{"id":9,"name":"shop","latestSnapshotsInfo":[{"protectionGroupId":"1:2:4","protectionRunStartTimeUsecs":%d,"runType":"kRegular"}]}]}`, ago(9*time.Hour), ago(40*time.Hour), ago(2*time.Hour)),
		"/irisservices/api/v1/public/protectionSources": `[{"protectionSource":{"id":1,"name":"web-1","physicalProtectionSource":{"agents":[{"id":5,"name":"a","status":"kUnreachable","statusMessage":"no answer","version":"7.1","hostType":"kLinux","upgradability":"kCurrent"}]}}},
			{"protectionSource":{"id":2,"name":"web-2","physicalProtectionSource":{"agents":[{"id":6,"name":"b","status":"kHealthy","version":"7.0","hostType":"kWindows","upgradability":"kUpgradable"}]}}}]`,
		"/v2/data-source-connectors": fmt.Sprintf(`{"connectors":[{"connectorName":"dc-1","connectorId":"8","connectionId":"7","softwareVersion":"1","connectivityStatus":{"isConnected":false,"message":"lost","lastConnectedTimestampSecs":%d}},
			{"connectorName":"dc-2","connectorId":"9","connectionId":"7","connectivityStatus":{"isConnected":true}}]}`, ago(time.Hour)/1e6),
		"/v2/data-source-connections": `{"connections":[{"connectionId":"7","connectionName":"dc"}]}`,
		"/v2/data-protect/recoveries": fmt.Sprintf(`{"recoveries":[{"id":"1:2:8","name":"back","status":"Failed","startTimeUsecs":%d,"endTimeUsecs":%d,"snapshotEnvironment":"kPhysical","recoveryAction":"RecoverFiles","messages":["no host"],"physicalParams":{"objects":[{"objectInfo":{"name":"web-1"}}]}},
			{"id":"1:2:9","name":"sql","status":"Succeeded","startTimeUsecs":%d,"endTimeUsecs":%d,"snapshotEnvironment":"kSQL","recoveryAction":"RecoverApps"}]}`, ago(time.Hour), ago(time.Hour)+90e6, ago(50*time.Hour), ago(49*time.Hour)),
	}
	for id, list := range runs {
		answers["/v2/data-protect/protection-groups/1:2:"+id+"/runs"] = fmt.Sprintf(`{"totalRuns":%d,"runs":[%s]}`, len(list), strings.Join(list, ","))
	}
	return answers
}

// instance returns a command line whose instance answers with lists.
func instance(t *testing.T, lists map[string]string) *enginetest.CLI {
	cli := enginetest.New(t, &engine.Catalog{Namespace: "backup-recovery", Resources: []*engine.Resource{&Resource}})
	cli.App.Now = func() time.Time { return now }
	cli.Answer = func(r *http.Request) *http.Response {
		if answer, ok := lists[r.URL.Path]; ok {
			if strings.HasPrefix(answer, "403") {
				return enginetest.Reply(http.StatusForbidden, "application/json", `{"errorCode":"KForbidden","message":"not allowed"}`)
			}
			return enginetest.Reply(http.StatusOK, "application/json", answer)
		}
		return enginetest.Reply(http.StatusOK, "application/json", "{}")
	}
	return cli
}

// rows returns columns of a report, a line a row, with | between.
func rows(t *testing.T, cli *enginetest.CLI, columns string, words ...string) string {
	require.Equal(t, 0, cli.Run(append(append([]string{"report"}, words...), "--output", "csv", "--columns", columns)...), "%v: %s", words, &cli.Err)
	list, err := csv.NewReader(bytes.NewReader(cli.Out.Bytes())).ReadAll()
	require.NoError(t, err)
	var lines []string
	for _, row := range list[1:] {
		lines = append(lines, strings.Join(row, "|"))
	}
	return strings.Join(lines, "\n")
}

func TestEachKindShowsWhatThereIs(t *testing.T) {
	cli := instance(t, lists())
	for _, c := range []struct{ line, columns, want string }{
		{"runs", "group,run,status,duration,written,reason", "new|30:1795867140000000|Running||0|\nfiles|13:1795863600000000|Failed|600|0|no room\nshop|41:1795860000000000|SucceededWithWarning|600|0|open file\nshop|40:1795849200000000|Succeeded|600|0|\n" +
			"files|12:1795834800000000|Succeeded|600|1024|\nfiles|11:1795759200000000|Missed|600|0|\ndb|20:1795723200000000|Succeeded|600|0|\nfiles|10:1795651200000000|Succeeded|600|512|"},
		{"runs --since -6h", "group,status", "new|Running\nfiles|Failed\nshop|SucceededWithWarning\nshop|Succeeded"},
		{"runs --until -6h --since -40h", "group,started", "files|2026-11-28T03:00:00Z\nfiles|2026-11-27T06:00:00Z\ndb|2026-11-26T20:00:00Z"},
		{"runs --since yesterday --until yesterday --zone UTC", "group,started", "files|2026-11-27T06:00:00Z"},
		{"runs --since 2026-11-26 --until 2026-11-26 --zone Asia/Tokyo", "group,started", "files|2026-11-26T09:00:00+09:00"},
		{"runs --group files,d?", "group,status", "files|Failed\nfiles|Succeeded\nfiles|Missed\ndb|Succeeded\nfiles|Succeeded"},
		{"runs --host web-2", "group,status", "new|Running"},
		{"runs --environment sql,KUBERNETES", "group", "shop\nshop\ndb"},
		{"runs --group files --units KiB", "written,read", "0|0\n1|2\n0|0\n0.5|8796093022208.001"},
		{"failures", "group,status,recovered,failedobjects,last backup,reason", "files|Failed|false|1|2026-11-28T03:00:00Z|no room\nfiles|Missed|true|0|2026-11-28T03:00:00Z|"},
		{"sla", "group,runs,met,missed,longest run,last missed", "db|1|100|0|600|\nfiles|4|75.0|1|600|2026-11-28T03:00:00Z\nnew|0||0|0|\nshop|2|100|0|600|"},
		{"unprotected", "object,environment,source", "web-3|kPhysical|web-3"},
		{"objects", "object,groups,state,last backup,age,logical size", "web-1|files|protected|2026-11-28T03:00:00Z|32400|9007199254740993\nweb-2|new|no-backup|||\nweb-3||unprotected|||"},
		{"objects --group files", "object", "web-1"},
		{"storage", "group,runs,logical size,read,written,written per day", "files|4|3072|9007199254743041|1536|219\ndb|1|0|0|0|0\nnew|1|0|0|0|0\nshop|2|0|0|0|0"},
		{"recoveries", "name,id,objects,status,duration,reason", "back|1:2:8|web-1|Failed|90|no host\nsql|1:2:9||Succeeded|3600|"},
		{"recoveries --since -2h", "name", "back"},
		{"recoveries --environment sql", "name", "sql"},
		{"recoveries --host web-1", "name", "back"},
		{"agents", "host,status,version,upgrade,message", "web-1|kUnreachable|7.1|kCurrent|no answer\nweb-2|kHealthy|7.0|kUpgradable|"},
		{"agents --host web-2", "host", "web-2"},
		{"connectors", "connector,connection,state,last seen,message", "dc-1|dc|not connected|2026-11-28T11:00:00Z|lost\ndc-2|dc|connected||"},
		{"locks", "group,legal hold,locked until", "db|false|2026-11-30T12:00:00Z"},
		{"rpo", "group,policy,state,last backup,age,allowed", "new|gold|no-backup|||21600\nfiles|gold|exceeded|2026-11-28T03:00:00Z|32400|18000\nshop|gold|met|2026-11-28T10:00:00Z|7200|21600\ndb|gold|paused|2026-11-26T20:00:00Z|144000|21600"},
	} {
		assert.Equal(t, c.want, rows(t, cli, c.columns, strings.Fields(c.line)...), c.line)
	}
}

// TestTroublesOfAllSortsAreInReports checks what `status` finds beside runs: sources with errors, connector agents, and last snapshots.
func TestTroublesOfAllSortsAreInReports(t *testing.T) {
	all := lists()
	all["/irisservices/api/v1/public/protectionSources/registrationInfo"] = `{"rootNodes":[{"rootNode":{"id":1,"name":"web-1"},"registrationInfo":{"refreshErrorMessage":"no answer at all"}},
		{"rootNode":{"id":2,"name":"web-2"},"registrationInfo":{"authenticationErrorMessage":"wrong password"}},{"rootNode":{"id":9,"name":"roks"},"registrationInfo":{"authenticationErrorMessage":"expired token"}},
		{"rootNode":{"id":10,"name":"fine"},"registrationInfo":{}}]}`
	all["/v2/data-source-connections"] = `{"connections":[{"connectionId":"7","connectionName":"dc","tenantId":"t/"}]}`
	all["/v2/connector-agents"] = fmt.Sprintf(`{"connectorAgents":[{"connectorAgentName":"agent-1","connectorAgentId":"3","connectionName":"roks","connectivityStatus":{"isConnected":false,"lastKnownHealthOkTimestampSecs":%d}}]}`, ago(time.Hour)/1e6)
	all["/v2/data-protect/search/objects"] = strings.Replace(all["/v2/data-protect/search/objects"], `"id":2,`, `"id":8,`, 1) // db is paused
	all["/v2/data-protect/search/objects"] = strings.Replace(all["/v2/data-protect/search/objects"], `"id":"1:2:3","name":"new"`, `"id":"1:2:2","name":"db"`, 1)
	all["/v2/data-protect/objects/8/snapshots"] = fmt.Sprintf(`{"snapshots":[{"expiryTimeUsecs":%d}]}`, ago(-48*time.Hour))
	cli := instance(t, all)
	assert.Equal(t, "roks||error|expired token\nweb-1|kUnreachable|error|no answer\nweb-2|kHealthy|error|wrong password", rows(t, cli, "host,status,source,message", "agents"))
	assert.Equal(t, "agent-1|connector-agent|roks|not connected|2026-11-28T11:00:00Z\ndc-1|connector|dc|not connected|2026-11-28T11:00:00Z\ndc-2|connector|dc|connected|", rows(t, cli, "connector,type,connection,state,last seen", "connectors"))
	assert.Equal(t, "web-1|protected|\nweb-2|expiring|2026-11-30T12:00:00Z\nweb-3|unprotected|", rows(t, cli, "object,state,expires", "objects"))
	require.Equal(t, 0, cli.Run("report", "objects", "-o", "junit"))
	assert.Regexp(t, `(?s)name="web-2"[^>]*>\s*<failure[^>]*The last snapshot expires in 2d`, cli.Out.String())
	require.Equal(t, 0, cli.Run("report", "agents", "-o", "junit"))
	assert.Equal(t, 3, strings.Count(cli.Out.String(), "<failure"))
	require.Equal(t, 0, cli.Run("report", "connectors", "-o", "openmetrics"))
	assert.Contains(t, cli.Out.String(), `report_connector_agents{state="disconnected"} 1`)

	all["/irisservices/api/v1/public/protectionSources/registrationInfo"] = "403"
	require.Equal(t, 3, instance(t, all).Run("report", "agents", "-o", "json", "-j", "agents[].sourceError"), "what is not known is not an error, nor in order")
}

// TestTheClockIsThatOfTheService checks reports with and without groups against a service whose clock is ahead.
func TestTheClockIsThatOfTheService(t *testing.T) {
	ahead := now.Add(3 * time.Hour)
	for _, kind := range []string{"recoveries", "agents", "connectors", "runs"} {
		cli := instance(t, lists())
		answer := cli.Answer
		cli.Answer = func(r *http.Request) *http.Response {
			resp := answer(r)
			resp.Header.Set("Date", ahead.Format(http.TimeFormat))
			return resp
		}
		require.Equal(t, 0, cli.Run("report", kind, "-o", "json", "-j", "madeUsecs"), kind)
		assert.Equal(t, fmt.Sprint(ahead.UnixMicro()), strings.TrimSpace(cli.Out.String()), kind)
	}
}

// TestNoRecoveryIsMissedWhereTheClockIsBehind has a service whose clock is two days behind, and a recovery that began six days before that.
func TestNoRecoveryIsMissedWhereTheClockIsBehind(t *testing.T) {
	began := now.Add(-8 * 24 * time.Hour)
	cli := instance(t, lists())
	answer := cli.Answer
	var asked []string
	cli.Answer = func(r *http.Request) *http.Response {
		resp := answer(r)
		if strings.HasSuffix(r.URL.Path, "/recoveries") {
			from := r.URL.Query().Get("startTimeUsecs")
			asked = append(asked, from)
			rows := ""
			if usecs, err := strconv.ParseInt(from, 10, 64); err == nil && usecs <= began.UnixMicro() {
				rows = fmt.Sprintf(`{"id":"1:2:9","name":"late","status":"Failed","startTimeUsecs":%d}`, began.UnixMicro())
			}
			resp = enginetest.Reply(200, "application/json", `{"recoveries":[`+rows+`]}`)
		}
		resp.Header.Set("Date", now.Add(-2*24*time.Hour).Format(http.TimeFormat))
		return resp
	}
	require.Equal(t, 0, cli.Run("report", "recoveries", "-o", "json", "-j", "recoveries[].name"))
	assert.Contains(t, cli.Out.String(), "late")
	assert.LessOrEqual(t, len(asked), 2)
}

// TestLogsHideNoBackup looks at databases whose newest snapshots are those of logs: the backups before them count, as far as their runs show them.
func TestLogsHideNoBackup(t *testing.T) {
	answers := lists()
	object := func(id int, status string) string {
		return fmt.Sprintf(`{"object":{"id":%d},"localSnapshotInfo":{"snapshotInfo":{"status":%q,"stats":{"logicalSizeBytes":4096}}}}`, id, status)
	}
	log := func(number int, age time.Duration, status string) string {
		return strings.Replace(run(number, age, status, ""), "kRegular", "kLog", 1)
	}
	base := func(number int, age time.Duration, status, objects string) string {
		return strings.TrimSuffix(run(number, age, status, ""), "}") + `,"objects":[` + objects + `]}`
	}
	answers["/v2/data-protect/search/objects"] = `{"objects":[{"id":8,"name":"P/orders","environment":"kSQL","sourceId":7,"sourceInfo":{"name":"db-1"},"objectProtectionInfos":[{"protectionGroups":[{"id":"1:2:4","name":"shop"}]}]},
		{"id":9,"name":"P/stock","environment":"kSQL","sourceId":7,"sourceInfo":{"name":"db-1"},"objectProtectionInfos":[{"protectionGroups":[{"id":"1:2:4","name":"shop"}]}]}]}`
	answers["/v2/data-protect/search/protected-objects"] = fmt.Sprintf(`{"objects":[{"id":8,"name":"P/orders","latestSnapshotsInfo":[{"protectionGroupId":"1:2:4","protectionRunStartTimeUsecs":%d,"runType":"kLog"}]},
		{"id":9,"name":"P/stock","latestSnapshotsInfo":[{"protectionGroupId":"1:2:4","protectionRunStartTimeUsecs":%d,"runType":"kLog"}]}]}`, ago(time.Hour), ago(time.Hour))
	answers["/v2/data-protect/protection-groups/1:2:4/runs"] = `{"runs":[` + strings.Join([]string{
		log(45, time.Hour, "Succeeded"), base(44, 2*time.Hour, "Failed", object(8, "kSuccessful")+","+object(9, "kFailed")),
		log(43, 3*time.Hour, "Failed"), base(42, 5*time.Hour, "Succeeded", object(8, "kSuccessful")+","+object(9, "kSuccessful")),
	}, ",") + `]}`
	cli := instance(t, answers)
	assert.Equal(t, "db-1/P/orders|protected|2026-11-28T10:00:00Z|4096\ndb-1/P/stock|protected|2026-11-28T07:00:00Z|4096", rows(t, cli, "object,state,last backup,logical size", "objects"))
	assert.Contains(t, rows(t, cli, "group,state,last backup", "rpo"), "shop|met|2026-11-28T10:00:00Z")
	assert.Equal(t, "44|false\n43|true", strings.NewReplacer(":"+fmt.Sprint(ago(2*time.Hour)), "", ":"+fmt.Sprint(ago(3*time.Hour)), "").Replace(rows(t, cli, "run,recovered", "failures", "--group", "shop")),
		"logs that were saved make up for no backup")
}

func TestJSONHasTotalsAndDays(t *testing.T) {
	cli := instance(t, lists())
	var doc struct {
		Report, Instance, Zone string
		Since                  int64 `json:"sinceUsecs"`
		Unread                 []string
		Totals                 struct {
			Runs   int
			States map[string]int
			Read   json.Number `json:"readBytes"`
		}
		Days []struct {
			From    string
			Runs    int
			States  map[string]int
			Median  *int64 `json:"medianSeconds"`
			Written int64  `json:"writtenBytes"`
		}
		Runs []map[string]any
	}
	require.Equal(t, 0, cli.Run("report", "runs", "--since", "-3d", "--zone", "utc", "-o", "json"), cli.Err.String())
	require.NoError(t, json.Unmarshal(cli.Out.Bytes(), &doc))
	assert.Equal(t, "runs", doc.Report)
	assert.Equal(t, "instance", doc.Instance)
	assert.Equal(t, "UTC", doc.Zone)
	assert.Equal(t, ago(72*time.Hour), doc.Since)
	assert.Empty(t, doc.Unread)
	assert.Equal(t, map[string]int{"succeeded": 4, "warned": 1, "failed": 1, "missed": 1, "canceled": 0, "running": 1}, doc.Totals.States)
	assert.Equal(t, json.Number("9007199254743041"), doc.Totals.Read, "numbers keep their digits")
	require.Len(t, doc.Days, 4)
	assert.Equal(t, "2026-11-25", doc.Days[0].From)
	assert.Zero(t, doc.Days[0].Runs)
	assert.Nil(t, doc.Days[0].Median)
	assert.Equal(t, map[string]int{"succeeded": 2}, doc.Days[1].States)
	assert.Equal(t, int64(600), *doc.Days[1].Median)
	assert.Equal(t, 5, doc.Days[3].Runs)
	assert.Len(t, doc.Runs, 8)
	assert.Nil(t, doc.Runs[0]["durationSeconds"])
	require.Equal(t, 0, cli.Run("report", "rpo", "-o", "json", "-j", "rpo[?group=='files'].days[].state", "--zone", "UTC"))
	assert.JSONEq(t, `["not-known","not-known","not-known","not-known","not-known","exceeded","exceeded","exceeded"]`, cli.Out.String(), "before the first backup nothing is known")
}

func TestNothingReadIsNotNothingThere(t *testing.T) {
	all := lists()
	all["/v2/data-protect/protection-groups"] = "403"
	all["/v2/data-protect/search/protected-objects"] = "403"
	cli := instance(t, all)
	assert.Equal(t, 3, cli.Run("report", "runs"))
	assert.NotContains(t, cli.Err.String(), "No run began")
	assert.Contains(t, cli.Err.String(), "protection-group list")
	assert.Equal(t, 3, cli.Run("report", "runs", "-o", "html"))
	assert.Contains(t, cli.Out.String(), "Could not be read")
	assert.Equal(t, 3, cli.Run("report", "objects", "-o", "json", "-j", "[unread[0], objects[0].state]"))
	assert.Contains(t, cli.Out.String(), "not-known", "whether there is a backup is not known")
	assert.Contains(t, cli.Out.String(), "protect")

	all = lists()
	all["/v2/data-protect/protection-groups/1:2:1/runs"] = "403"
	cli = instance(t, all)
	assert.Equal(t, 3, cli.Run("report", "runs", "-o", "junit"))
	assert.Regexp(t, `(?s)name="files"[^>]*>\s*<skipped`, cli.Out.String(), "a group whose runs could not be read has not passed")
}

// TestAGroupThatIsDeletedMeanwhileIsGone answers that a group does not exist, which was in the list a moment before.
func TestAGroupThatIsDeletedMeanwhileIsGone(t *testing.T) {
	cli := instance(t, lists())
	answer := cli.Answer
	cli.Answer = func(r *http.Request) *http.Response {
		if strings.HasSuffix(r.URL.Path, "/1:2:1/runs") {
			return enginetest.Reply(http.StatusNotFound, "application/json", `{"errorCode":"KNotFound","message":"no such group"}`)
		}
		return answer(r)
	}
	require.Equal(t, 0, cli.Run("report", "runs", "-o", "json", "-j", "[length(unread), length(runs[?group=='files'])]"), cli.Err.String())
	assert.JSONEq(t, "[0, 0]", cli.Out.String())
}

func TestEmptyInstance(t *testing.T) {
	cli := instance(t, nil)
	for _, c := range Resource.Commands {
		for _, format := range []string{"table", "json", "yaml", "csv", "html", "openmetrics"} {
			require.Equal(t, 0, cli.Run("report", c.Name, "-o", format), "%s %s: %s", c.Name, format, &cli.Err)
		}
		require.Equal(t, 0, cli.Run("report", c.Name))
		assert.Empty(t, cli.Out.String(), c.Name)
		assert.Equal(t, 1, strings.Count(cli.Err.String(), "\n"), "%s: %s", c.Name, &cli.Err)
	}
}

func TestRefused(t *testing.T) {
	cli := instance(t, lists())
	for line, want := range map[string]string{
		"report runs --since tomorow":         "--since: 'tomorow' is not a time",
		"report runs --since +2d":             "yet to come",
		"report runs --since -1d --until -2d": "not after its beginning",
		"report runs --zone Mars/Base":        "'Mars/Base' is not a time zone",
		"report runs --units furlongs":        "bytes, kB, MB",
		"report runs --units MiB -o json":     "--units is for tables, CSV and HTML",
		"report runs -o html -j runs":         "--output html",
		"report runs -o pdf":                  "table, wide, json, yaml, csv, html, junit, openmetrics",
		"report storage -o junit":             "table, wide, json, yaml, csv, html, openmetrics.",
		"report runs -o html --columns group": "--columns",
		"report runs --force":                 "--output-file",
		"report runs --environment marsian":   "--environment",
		"report unprotected --since -1d":      "since",
		"report agents --units MiB":           "units",
		"report connectors --group files":     "group",
	} {
		assert.Equal(t, 2, cli.Run(strings.Fields(line)...), "%s: %s", line, &cli.Out)
		assert.Contains(t, cli.Err.String(), want, line)
	}
	for _, line := range []string{"report runs --group fils", "report runs --group x*", "report runs --host web-9", "report objects --group fils"} {
		assert.Equal(t, 4, cli.Run(strings.Fields(line)...), "%s: %s", line, &cli.Out)
	}
	require.Equal(t, 4, cli.Run("report", "runs", "--group", "fils"))
	assert.Contains(t, cli.Err.String(), "'files'", "the nearest name")
}

func TestSizesThatCannotBe(t *testing.T) {
	answers := lists()
	huge := run(13, time.Hour, "Succeeded", fmt.Sprintf(`,"localSnapshotStats":{"logicalSizeBytes":%[1]d,"bytesRead":%[1]d,"bytesWritten":%[1]d}`, int64(8_100_000_000_000_000_000)))
	for _, id := range []string{"1", "4"} {
		answers["/v2/data-protect/protection-groups/1:2:"+id+"/runs"] = `{"totalRuns":2,"runs":[` + huge + `,` + run(12, 2*time.Hour, "Succeeded", fmt.Sprintf(`,"localSnapshotStats":{"bytesRead":%[1]d,"bytesWritten":%[1]d}`, int64(math.MaxInt64))) + `]}`
	}
	for _, kind := range []string{"runs", "storage", "objects"} {
		cli := instance(t, answers)
		cli.Run("report", kind, "--output", "json")
		assert.NotRegexp(t, `Bytes": -`, cli.Out.String())
		cli = instance(t, answers)
		cli.Run("report", kind, "--output", "html")
		assert.Contains(t, cli.Out.String(), "</html>")
	}
}

func TestSumsStayWithinNumbers(t *testing.T) {
	assert.Equal(t, int64(math.MaxInt64), sum[int64](math.MaxInt64, 1))
	assert.Equal(t, int64(math.MinInt64), sum[int64](math.MinInt64, math.MinInt64))
	assert.Equal(t, int64(-1), sum[int64](math.MaxInt64, math.MinInt64))
	assert.Equal(t, 3*time.Second, sum(time.Second, 2*time.Second))
	assert.Equal(t, time.Duration(math.MaxInt64), sum[time.Duration](math.MaxInt64, math.MaxInt64))
}
