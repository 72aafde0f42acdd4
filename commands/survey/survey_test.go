package survey

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

func read(t *testing.T, text string) any {
	v, err := output.Read(strings.NewReader(text))
	require.NoError(t, err)
	return v
}

func TestAllowedAge(t *testing.T) {
	for _, c := range []struct {
		regular, group string
		want           time.Duration
	}{
		{`{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":4}}}}`, `{}`, 6 * time.Hour},
		{`{"incremental":{"schedule":{"unit":"Minutes","minuteSchedule":{"frequency":15}}}}`, `{}`, 75 * time.Minute},
		{`{"incremental":{"schedule":{"unit":"Days","daySchedule":{"frequency":1}}}}`, `{}`, 30 * time.Hour},
		{`{"incremental":{"schedule":{"unit":"Days","daySchedule":{"frequency":1}}}}`, `{"sla":[{"backupRunType":"kFull","slaMinutes":600},{"backupRunType":"kIncremental","slaMinutes":30}]}`, 24*time.Hour + 30*time.Minute},
		{`{"incremental":{"schedule":{"unit":"Weeks","weekSchedule":{"dayOfWeek":["Sunday"]}}}}`, `{}`, 7*day + 6*time.Hour},
		{`{"incremental":{"schedule":{"unit":"Weeks","weekSchedule":{"dayOfWeek":["Friday","Monday"]}}}}`, `{}`, 4*day + 6*time.Hour},
		{`{"incremental":{"schedule":{"unit":"Months","monthSchedule":{"dayOfMonth":1}}},"fullBackups":[{"schedule":{"unit":"Days","daySchedule":{"frequency":2}}}]}`, `{}`, 54 * time.Hour},
		{`{"full":{"schedule":{"unit":"Years","yearSchedule":{"dayOfYear":"First"}}}}`, `{}`, 366*day + 6*time.Hour},
		{`{"full":{"schedule":{"unit":"ProtectOnce"}}}`, `{}`, 0},
		{`{"incremental":{"schedule":{"unit":"Weeks","weekSchedule":{"dayOfWeek":["Sonntag"]}}}}`, `{}`, 0},
		{`{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":-4}}}}`, `{}`, 0},
		{`{}`, `{}`, 0},
	} {
		assert.Equal(t, c.want, allowedAge(read(t, `{"backupPolicy":{"regular":`+c.regular+`}}`), read(t, c.group)), c.regular)
	}
}

type objectList = []*Object

// now is when the instance of the tests is looked at.
var now = time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)

// newRun is a run as the service sends it, which began an hour ago.
func newRun(number, status, more string) string {
	return `{"id":"` + number + `:1","localBackupInfo":{"status":"` + status + `","startTimeUsecs":` + micro(now.Add(-time.Hour)) + more + `}}`
}

// newHost is a host in groups, as JSON.
func newHost(t *testing.T, id, name, groups string) *Object {
	return newObject(read(t, `{"id":"`+id+`","name":"`+name+`","environment":"kPhysical","sourceId":`+id+`,"objectProtectionInfos":[{"protectionGroups":`+groups+`}]}`))
}

// TestEachTroubleIsFoundOnce looks at instances with one trouble each, and at one with none.
func TestEachTroubleIsFoundOnce(t *testing.T) {
	good := newRun("1", "Succeeded", "")
	for _, c := range []struct {
		want    string // KIND NAME REASON; "" for nothing
		group   string // more fields of the group
		runs    string
		lastAge time.Duration
		change  func(in *Instance)
	}{
		{"", "", good, time.Hour, nil},
		{"", "", "", time.Hour, nil},
		{"failed files no room (1 of 2 runs failed)", "", newRun("2", "Failed", `,"messages":["no room"]`) + "," + good, time.Hour, nil},
		{"failed files 3 objects failed. web-1: no room (1 of 1 run failed)", "", newRun("2", "Failed", `,"failedObjectsCount":3,"messages":["web-1: no room"]`), time.Hour, nil},
		{"failed files 3 objects failed. web-1: no room (the last run)", `,"lastRun":` + newRun("2", "Failed", `,"failedObjectsCount":3,"messages":["web-1: no room"]`), "", time.Hour, nil},
		{"failed files 1 of 1 run failed.", "", newRun("2", "Succeeded", `,"failedObjectsCount":1`), time.Hour, nil},
		{"recovered files 1 of 2 runs failed, and a later one succeeded.", "", good + "," + newRun("0", "Failed", ""), time.Hour, nil},
		{"failed files 1 object has no backup since its run failed: web-1", "", good + "," + newRun("0", "Failed", ""), time.Hour, func(in *Instance) { // a run of other objects alone
			in.Backups["1"].At = now.Add(-2 * time.Hour)
		}},
		{"recovered files 1 of 2 runs failed, and a later one succeeded.", "", good + "," + newRun("0", "Failed", ""), time.Hour, func(in *Instance) {
			in.Backups["1"].At = now.Add(-time.Hour) // by what succeeded in the run that failed
		}},
		{"recovered files 1 of 2 runs failed, and a later one succeeded.", "", good + "," + newRun("0", "Failed", `,"runType":"kLog"`), time.Hour, func(in *Instance) { // logs are no backup
			in.Backups["1"].At = now.Add(-2 * time.Hour)
		}},
		{"recovered files 1 of 2 runs failed, and a later one succeeded.", "", good + "," + newRun("0", "Failed", ""), time.Hour, func(in *Instance) {
			in.Backups, in.Unread = map[string]*Backup{"1": {At: now.Add(-2 * time.Hour)}}, Backups // which may not be all
		}},
		{"missed files A scheduled run was missed.", "", newRun("2", "Missed", ""), time.Hour, nil},
		{"canceled files The run was canceled.", "", newRun("2", "Canceled", ""), time.Hour, nil},
		{"warned files open file", "", newRun("2", "SucceededWithWarning", `,"messages":["open file"]`), time.Hour, nil},
		{"sla files The run took longer than the SLA allows.", "", newRun("2", "Succeeded", `,"isSlaViolated":true`), time.Hour, nil},
		{"failed files no room (1 of 1 run failed)", "", newRun("3", "Running", "") + "," + newRun("2", "Failed", `,"messages":["no room"]`), time.Hour, nil},
		{"failed files no room (the last run)", `,"lastRun":` + newRun("2", "Failed", `,"messages":["no room"]`), "", time.Hour, nil}, // of a week ago
		{"warned files open file", `,"lastRun":` + newRun("2", "SucceededWithWarning", `,"messages":["open file"]`), "", time.Hour, nil},
		{"", `,"lastRun":` + newRun("2", "Failed", ""), good, time.Hour, nil},
		{"", `,"lastRun":` + newRun("2", "Running", ""), "", time.Hour, nil},
		{"", `,"isPaused":true,"lastRun":` + newRun("2", "Failed", ""), "", time.Hour, nil},
		{"failed files no room (1 of 2 runs failed)", "", newRun("3", "Succeeded", `,"runType":"kLog"`) + "," + newRun("2", "Failed", `,"messages":["no room"]`), time.Hour, nil}, // logs need a backup
		{"failed files no log (1 of 2 runs failed)", "", newRun("3", "Failed", `,"runType":"kLog","messages":["no log"]`) + "," + good, time.Hour, nil},
		{"", "", newRun("3", "Succeeded", `,"runType":"kLog"`), time.Hour, nil},
		{"rpo files The last good backup is 7h old, 1h more than the policy allows.", "", "", 7 * time.Hour, nil},
		{"", `,"isPaused":true`, newRun("2", "Failed", ""), 7 * time.Hour, nil},
		{"", `,"isActive":false`, "", 7 * time.Hour, nil},
		{"unprotected web-2 It is in no protection group.", "", good, time.Hour, func(in *Instance) {
			in.Objects = append(in.Objects, newHost(t, "2", "web-2", "[]"))
		}},
		{"nosnapshot web-1 It has no snapshot, although protection group 'files' has it.", "", good, time.Hour, func(in *Instance) { in.Backups = nil }},
		{"", "", newRun("2", "Running", ""), time.Hour, func(in *Instance) { in.Backups = nil }},
		{"connector dc-1 lost", "", good, time.Hour, func(in *Instance) {
			in.Connectors = []any{read(t, `{"connectorName":"dc-1","connectivityStatus":{"isConnected":false,"message":"lost"}}`), read(t, `{"connectorName":"dc-2","connectivityStatus":{"isConnected":true}}`)}
		}},
		{"", "", good, time.Hour, func(in *Instance) { in.Backups, in.Unread = nil, Backups }},
		{"connectoragent agent-1 gone", "", good, time.Hour, func(in *Instance) {
			in.ConnectorAgents = []TenantAgent{{"t/", read(t, `{"connectorAgentName":"agent-1","connectivityStatus":{"isConnected":false,"message":"gone"}}`)}, {"t/", read(t, `{"connectivityStatus":{"isConnected":true}}`)}}
		}},
		{"upgrade agent-1 The version of the connector agent is 1.9; others have 1.10.", "", good, time.Hour, func(in *Instance) {
			in.ConnectorAgents = []TenantAgent{{"t/", read(t, `{"connectorAgentName":"agent-1","softwareVersion":"1.9","connectivityStatus":{"isConnected":true}}`)}, {"t/", read(t, `{"softwareVersion":"1.10","connectivityStatus":{"isConnected":true}}`)}}
		}},
		{"upgrade dc-1 The version of the connector is 7.9; others have 7.10.", "", good, time.Hour, func(in *Instance) {
			in.Connectors = []any{read(t, `{"connectorName":"dc-1","softwareVersion":"7.9","connectivityStatus":{"isConnected":true}}`), read(t, `{"softwareVersion":"7.10","connectivityStatus":{"isConnected":true}}`)}
		}},
		{"expiring web-1 The last snapshot expires in 2h, and nothing makes a new one.", "", good, time.Hour, func(in *Instance) {
			in.Expiring = []*LastSnapshot{{&Backup{ObjectID: "1"}, now.Add(2 * time.Hour)}}
		}},
		{"expiring gone The last snapshot has expired, and nothing makes a new one.", "", good, time.Hour, func(in *Instance) {
			in.Expiring = []*LastSnapshot{{&Backup{ObjectID: "9", Name: "gone"}, now}}
		}},
		{"alert web-9 It is slow.", "", good, time.Hour, func(in *Instance) {
			in.Alerts = []any{read(t, `{"id":"1:2:3","severity":"kWarning","alertDocument":{"alertDescription":"It is slow."},"propertyList":[{"key":"object","value":"web-9"}]}`), read(t, `{"severity":"kInfo"}`)}
		}},
		{"canceled files The run was canceled.", "", newRun("2", "Canceled", ""), time.Hour, func(in *Instance) { // what is known is not said twice
			in.Alerts = []any{read(t, `{"severity":"kCritical","propertyList":[{"key":"object","value":"web-1"},{"key":"group","value":"files"}]}`)}
		}},
		{"source web-1 wrong password", "", good, time.Hour, func(in *Instance) {
			in.Sources = []any{read(t, `{"rootNode":{"name":"web-1"},"registrationInfo":{"authenticationErrorMessage":"wrong password"}}`)}
		}},
		{"agent web-1 The agent is Unreachable.", "", good, time.Hour, func(in *Instance) {
			in.Hosts = []any{read(t, `{"protectionSource":{"name":"web-1","physicalProtectionSource":{"agents":[{"status":"kUnreachable","upgradability":"kUpgradable"}]}}}`)}
		}},
		{"agent web-1 no answer\nsource web-1 wrong password", "", good, time.Hour, func(in *Instance) { // that it is not refreshed is no trouble of its own
			in.Hosts = []any{read(t, `{"protectionSource":{"id":7,"name":"web-1","physicalProtectionSource":{"agents":[{"status":"kUnreachable","statusMessage":"no answer"}]}}}`)}
			in.Sources = []any{read(t, `{"rootNode":{"id":7,"name":"web-1"},"registrationInfo":{"refreshErrorMessage":"no answer"}}`),
				read(t, `{"rootNode":{"id":7,"name":"web-1"},"registrationInfo":{"authenticationErrorMessage":"wrong password","refreshErrorMessage":"no answer"}}`)}
		}},
		{"upgrade web-1 The agent can be upgraded from 7.1.", "", good, time.Hour, func(in *Instance) {
			in.Hosts = []any{read(t, `{"protectionSource":{"name":"web-1","physicalProtectionSource":{"agents":[{"status":"kHealthy","upgradability":"kUpgradable","version":"7.1"}]}}}`)}
		}},
		{"recovery r no host", "", good, time.Hour, func(in *Instance) {
			in.Recoveries = []any{read(t, `{"id":"1:2:3","name":"r","status":"Failed","messages":["no host"],"startTimeUsecs":`+micro(now.Add(-time.Hour))+`}`)}
		}},
		{"recovery r The recovery has not ended after 1d 6h.", "", good, time.Hour, func(in *Instance) {
			in.Recoveries = []any{read(t, `{"id":"1:2:3","name":"r","status":"Running","startTimeUsecs":`+micro(now.Add(-30*time.Hour))+`}`)}
		}},
		{"", "", good, time.Hour, func(in *Instance) {
			in.Recoveries = []any{read(t, `{"id":"1:2:3","name":"r","status":"Failed","startTimeUsecs":`+micro(now.Add(-30*time.Hour))+`}`), read(t, `{"id":"1:2:4","status":"Succeeded"}`), read(t, `{"id":"1:2:5","name":"new","status":"Accepted"}`)}
		}},
	} {
		in := &Instance{
			Now: now, Since: now.Add(-day), Policies: map[string]any{"p": read(t, `{"backupPolicy":{"regular":{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":4}}}}}}`)},
			Groups:  []*Group{{ID: "g", Name: "files", PolicyID: "p", Row: read(t, `{"policyId":"p"`+c.group+`}`)}},
			Objects: objectList{newHost(t, "1", "web-1", `[{"id":"g","name":"files"}]`)},
			Backups: map[string]*Backup{"1": {}}, LastGood: map[string]time.Time{"g": now.Add(-c.lastAge)},
		}
		for _, run := range read(t, "["+c.runs+"]").([]any) {
			in.Groups[0].Add(NewRun(run), now)
		}
		if c.change != nil {
			c.change(in)
		}
		var found []string
		for _, f := range in.Findings(&engine.Context{Context: context.Background(), Options: &engine.Options{}}) {
			found = append(found, string(f.Kind)+" "+f.Name+" "+f.Reason)
			assert.NotEmpty(t, f.Next)
		}
		assert.Equal(t, c.want, strings.Join(found, "\n"))
	}
}

// TestNextCommandOfAnObjectNamesNoPolicyWhereItsGroupHasOne checks how objects are to be protected: in the group of their host, by its policy.
func TestNextCommandOfAnObjectNamesNoPolicyWhereItsGroupHasOne(t *testing.T) {
	in := &Instance{Groups: []*Group{{ID: "1", Name: "DB-1-databases", Environment: "kSQL"}, {ID: "2", Name: "roks", Environment: "kKubernetes"}, {ID: "3", Name: "web-1", Environment: "kKubernetes"}}, Objects: objectList{
		{ID: "1", Name: "P/orders", Title: "db-1/P/orders", SourceName: "db-1", SourceID: "1", Environment: "kSQL"}, {ID: "2", Name: "shop", Title: "roks/shop", SourceName: "roks", SourceID: "2", Environment: "kKubernetes"},
		{ID: "3", Name: "web-1", Title: "web-1", SourceName: "web-1", SourceID: "3", Environment: "kPhysical"}}}
	var next []string
	for _, f := range in.Findings(&engine.Context{Context: context.Background(), Options: &engine.Options{}}) {
		next = append(next, strings.Join(f.Words, " "))
	}
	assert.Equal(t, []string{"protect db-1/P/orders", "protect roks/shop", "protect web-1 --policy POLICY"}, next)
}

// TestGroupsOfOneNameAreNamedByTheirIDs checks the next commands, which would mean both otherwise.
func TestGroupsOfOneNameAreNamedByTheirIDs(t *testing.T) {
	in := &Instance{Now: now, Objects: objectList{newHost(t, "1", "web-1", `[{"id":"7:8:2","name":"Files"}]`)}}
	for _, g := range [][2]string{{"7:8:1", "files"}, {"7:8:2", "Files"}, {"7:8:3", "other"}} {
		in.Groups = append(in.Groups, &Group{ID: g[0], Name: g[1], Row: read(t, `{}`)})
		in.Groups[len(in.Groups)-1].Add(NewRun(read(t, newRun("2", "Canceled", ""))), now)
	}
	found := map[string]string{}
	for _, f := range in.Findings(&engine.Context{Context: context.Background(), Options: &engine.Options{}}) {
		found[string(f.Kind)+" "+f.ID] = strings.Join(f.Words[:3], " ")
	}
	assert.Equal(t, map[string]string{
		"canceled 7:8:1": "protection-group-run why 7:8:1", "canceled 7:8:2": "protection-group-run why 7:8:2", "canceled 7:8:3": "protection-group-run why other", "nosnapshot 1": "protection-group-run list 7:8:2",
	}, found)
}

// TestNextCommandsAreAboutOneOfSeveralOfAName has two groups and two hosts of a name, and a group without one.
func TestNextCommandsAreAboutOneOfSeveralOfAName(t *testing.T) {
	failed := &Run{Number: "5", Status: "Failed", Start: now}
	in := &Instance{Now: now}
	for i, name := range []string{"twin", "twin", "", "only", "a\x1bb"} {
		in.Groups = append(in.Groups, &Group{ID: "1:2:" + strconv.Itoa(i), Name: name, Row: read(t, `{"isActive":true}`), Newest: failed, NewestOwn: failed, Ended: 1, Failed: 1})
	}
	for _, id := range []string{"7", "8", "8"} {
		in.Sources = append(in.Sources, read(t, `{"rootNode":{"id":`+id+`,"name":"host"}}`))
	}
	in.Sources = append(in.Sources, read(t, `{"rootNode":{"id":9,"name":"web-1"}}`))
	for _, host := range []string{`"id":8,"name":"host"`, `"id":9,"name":"web-1"`} {
		in.Hosts = append(in.Hosts, read(t, `{"protectionSource":{`+host+`,"physicalProtectionSource":{"agents":[{"status":"kUnreachable"}]}}}`))
	}
	var next []string
	for _, f := range in.Findings(&engine.Context{Context: context.Background(), Options: &engine.Options{}}) {
		next = append(next, strings.Join(f.Words, " "))
	}
	slices.Sort(next)
	assert.Equal(t, []string{"protection-group-run why 1:2:0 5", "protection-group-run why 1:2:1 5", "protection-group-run why 1:2:2 5", "protection-group-run why 1:2:4 5", "protection-group-run why only 5", "protection-source get 8", "protection-source get web-1"}, next)
}

// TestNextCommandIsAboutTheInstance checks the words with which the page of a problem is opened, which may be one of another instance than the
// targeted one.
func TestNextCommandIsAboutTheInstance(t *testing.T) {
	in := &Instance{Objects: objectList{{ID: "3", Name: "-web", Title: "-web", Environment: "kPhysical"}}}
	options := &engine.Options{}
	options.Target.Instance = "second"
	found := in.Findings(&engine.Context{Context: context.Background(), Options: options})
	require.Len(t, found, 1)
	assert.Equal(t, []string{"protect", "--policy", "POLICY", "--instance", "second", "--", "-web"}, found[0].Words)
	assert.Contains(t, found[0].Next, strings.Join(found[0].Words, " "))
}

func micro(at time.Time) string {
	raw, _ := json.Marshal(at.UnixMicro())
	return string(raw)
}

// TestGroupsAreMeantByTheirHosts chooses groups by their names, and by what they have.
func TestGroupsAreMeantByTheirHosts(t *testing.T) {
	in := &Instance{
		Groups: []*Group{{ID: "1", Name: "files"}, {ID: "2", Name: "web-group"}, {ID: "3", Name: "db"}},
		Objects: []*Object{
			{ID: "7", Title: "web-1", SourceName: "web-1", Groups: []Ref{{"1", "files"}}}, {ID: "8", Title: "db-1/orders", SourceName: "db-1", Groups: []Ref{{"3", "db"}}}, {ID: "9", Title: "web-9"},
		},
	}
	for patterns, want := range map[string][]string{"": {"1", "2", "3"}, "web-1": {"1"}, "web-*": {"1", "2"}, "DB-1": {"3"}, "files": {"1"}, "web-9": nil} {
		assert.ElementsMatch(t, want, slices.Collect(maps.Keys(in.GroupsMeant(strings.Fields(patterns)))), patterns)
	}
}

func TestMeantNames(t *testing.T) {
	assert.True(t, Meant(nil, "x"))
	assert.True(t, Meant([]string{"WEB-*"}, "web-1"))
	assert.True(t, Meant([]string{"db-1/*"}, "other", "db-1/a"))
	assert.False(t, Meant([]string{"web"}, "web-1"))
	assert.True(t, Meant([]string{"[x"}, "[x"))
}

func TestEndangeredAreObjectsThatNothingBacksUp(t *testing.T) {
	policy := read(t, `{"backupPolicy":{"regular":{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":4}}},"retention":{"unit":"Weeks","duration":2}}}}`)
	names := func(group string, age, last time.Duration, objectGroups ...Ref) (list []string) {
		in := &Instance{
			Now: now, Policies: map[string]any{"p": policy}, Groups: []*Group{{ID: "g", PolicyID: "p", Row: read(t, group)}}, LastGood: map[string]time.Time{"g": now.Add(-last)},
			Objects: []*Object{{ID: "1", Groups: objectGroups}}, Backups: map[string]*Backup{"1": {ObjectID: "1", GroupID: "g", At: now.Add(-age)}},
		}
		for _, b := range in.endangered() {
			list = append(list, b.ObjectID)
		}
		return list
	}
	g := Ref{"g", "files"}
	assert.Empty(t, names(`{}`, 13*day, time.Hour, g), "the group goes on")
	assert.Equal(t, []string{"1"}, names(`{"isPaused":true}`, 10*day, 10*day, g))
	assert.Equal(t, []string{"1"}, names(`{}`, 10*day, 10*day, g), "the group is overdue")
	assert.Equal(t, []string{"1"}, names(`{}`, 10*day, time.Hour), "no group has it any more")
	assert.Empty(t, names(`{"isPaused":true}`, day, day, g), "the newest is kept for long enough")
}

// TestNoSnapshotIsTheLastWhereGroupsAreNotKnown may not read the groups, or the objects with theirs: any of them may make new snapshots.
func TestNoSnapshotIsTheLastWhereGroupsAreNotKnown(t *testing.T) {
	for _, refused := range []string{api.GetProtectionGroups.ID, api.SearchObjects.ID, ""} {
		gate := &enginetest.Gate{Answers: map[string]string{
			api.SearchProtectedObjects.ID: `{"objects":[{"id":1,"name":"web-1","latestSnapshotsInfo":[{"protectionGroupId":"1:2:3","protectionRunStartTimeUsecs":1}]}]}`,
			api.GetObjectSnapshots.ID:     `{"snapshots":[{"expiryTimeUsecs":` + micro(time.Now().Add(time.Hour)) + `}]}`,
		}, Refuse: func(r *api.Request) error {
			if r.Op.ID == refused {
				return &service.Error{Status: 403, Message: "no"}
			}
			return nil
		}}
		var failures engine.Failures
		in, err := Read(gate.Context(t, &bytes.Buffer{}, &bytes.Buffer{}), Wanted{Parts: Everything}, &failures)
		require.NoError(t, err)
		assert.Equal(t, refused == "", len(in.Expiring) == 1, refused)
		assert.Equal(t, refused == "", failures.Err() == nil)
	}
}

// TestTheLastBackupStaysInSight has a backup that failed days ago: the next one is still running, or logs were saved since.
func TestTheLastBackupStaysInSight(t *testing.T) {
	run := func(number, kind, status string, ago time.Duration) string {
		return `{"id":"` + number + `:1","localBackupInfo":{"runType":"` + kind + `","status":"` + status + `","messages":["it broke"],"startTimeUsecs":` + micro(time.Now().Add(-ago)) + `}}`
	}
	failed := run("1", "kRegular", "Failed", 72*time.Hour)
	for name, c := range map[string]struct {
		recent, earlier, want string
		asked                 int // for runs
	}{
		"running":             {run("2", "kRegular", "Running", time.Minute), run("2", "kRegular", "Running", time.Minute) + "," + failed, "failed it broke (the last run)", 2},
		"logs":                {run("3", "kLog", "Succeeded", time.Minute), failed, "failed it broke (the last run)", 2},
		"logs, and all went":  {run("3", "kLog", "Succeeded", time.Minute), run("1", "kRegular", "Succeeded", 72*time.Hour), "", 2},
		"logs that failed":    {run("3", "kLog", "Failed", time.Minute), failed, "failed it broke (1 of 1 run failed)", 2},
		"the first one":       {run("2", "kRegular", "Running", time.Minute), run("2", "kRegular", "Running", time.Minute), "", 2},
		"a backup since then": {run("2", "kRegular", "Succeeded", time.Minute), failed, "", 1},
	} {
		asked := 0
		gate := &enginetest.Gate{Answers: map[string]string{api.GetProtectionGroups.ID: `{"protectionGroups":[{"id":"1:2:3","name":"files","lastRun":` + c.recent + `}]}`}, Answer: func(r *api.Request) string {
			if r.Op.ID != api.GetProtectionGroupRuns.ID {
				return ""
			}
			if asked++; r.Get("startTimeUsecs") != nil {
				return `{"runs":[` + c.recent + `]}`
			}
			return `{"runs":[` + c.earlier + `]}`
		}}
		ctx := gate.Context(t, &bytes.Buffer{}, &bytes.Buffer{})
		in, err := Read(ctx, Wanted{Parts: Groups | Runs, Span: day}, &engine.Failures{})
		require.NoError(t, err, name)
		found := ""
		for _, f := range in.Findings(ctx) {
			found += string(f.Kind) + " " + f.Reason
		}
		assert.Equal(t, c.want, found, name)
		assert.Equal(t, c.asked, asked, name)
	}
}

func TestLastSnapshotIsTheOneThatExpiresLast(t *testing.T) {
	in, b := &Instance{Now: now}, &Backup{ObjectID: "1"}
	list := func(text string) []any { return read(t, text).([]any) }
	at := func(d time.Duration) string { return `{"expiryTimeUsecs":` + micro(now.Add(d)) }
	assert.Nil(t, in.lastSnapshot(b, nil))
	assert.Equal(t, now.Add(2*day), in.lastSnapshot(b, list("["+at(day)+"},"+at(2*day)+"}]")).Expires.UTC())
	assert.Nil(t, in.lastSnapshot(b, list("["+at(day)+"},"+at(8*day)+"}]")))
	assert.Nil(t, in.lastSnapshot(b, list("["+at(day)+`,"onLegalHold":true}]`)))
	assert.Nil(t, in.lastSnapshot(b, list(`[{"expiryTimeUsecs":-1}]`)), "it never expires")
}

func TestGroupsAreSummarized(t *testing.T) {
	g := &Group{}
	for i, row := range []string{
		`{"id":"5:1","localBackupInfo":{"status":"Running","startTimeUsecs":1}}`,
		`{"id":"4:1","onLegalHold":true,"localBackupInfo":{"status":"Succeeded","startTimeUsecs":1000000,"endTimeUsecs":4000000}}`,
		`{"id":"3:1","localBackupInfo":{"status":"Failed"}}`,
		`{"id":"2:1","localBackupInfo":{"status":"Succeeded","startTimeUsecs":1000000,"endTimeUsecs":2000000,"dataLockConstraints":{"expiryTimeUsecs":` + micro(now.Add(time.Hour)) + `}}}`,
		`{"id":"1:1","archivalInfo":{"archivalTargetResults":[{"status":"Succeeded","startTimeUsecs":1000000,"endTimeUsecs":10000000,"stats":{"bytesRead":7,"physicalBytesTransferred":5}}]}}`,
	} {
		r := NewRun(read(t, row))
		g.Add(r, now)
		if i == 4 {
			assert.Equal(t, []int64{7, 5}, []int64{r.Read, r.Written})
		}
	}
	assert.Equal(t, []int{5, 4, 1, 3, 1, 1}, []int{g.Runs, g.Ended, g.Failed, g.Succeeded, g.Held, g.Locked})
	assert.Equal(t, "4:1", g.Newest.ID)
	assert.Equal(t, 3*time.Second, g.Usual)
}

func TestNextRunIsExpectedByTheSchedule(t *testing.T) {
	last := time.Date(2026, 11, 27, 22, 30, 0, 0, time.UTC) // a Friday
	for _, c := range []struct{ schedule, group, want string }{
		{`{"unit":"Hours","hourSchedule":{"frequency":24}}`, `{}`, "2026-11-28T22:30:00Z"},
		{`{"unit":"Hours","hourSchedule":{"frequency":4}}`, `{}`, "2026-11-28T12:00:00Z"}, // it is late: now
		{`{"unit":"Days","daySchedule":{"frequency":1}}`, `{"startTime":{"hour":23,"minute":15,"timeZone":"UTC"}}`, "2026-11-28T23:15:00Z"},
		{`{"unit":"Days","daySchedule":{"frequency":3}}`, `{"startTime":{"hour":1,"minute":0,"timeZone":"Europe/Berlin"}}`, "2026-11-30T00:00:00Z"},
		{`{"unit":"Weeks","weekSchedule":{"dayOfWeek":["Monday","Friday"]}}`, `{"startTime":{"hour":22,"minute":30}}`, "2026-11-30T22:30:00Z"},
		{`{"unit":"Months","monthSchedule":{"dayOfMonth":3}}`, `{"startTime":{"hour":1}}`, "2026-12-03T01:00:00Z"},
		{`{"unit":"Years"}`, `{}`, ""},
		{`{"unit":"Days"}`, `{"startTime":{"timeZone":"no/where"}}`, ""},
	} {
		next := NextRun(read(t, `{"backupPolicy":{"regular":{"incremental":{"schedule":`+c.schedule+`}}}}`), read(t, c.group), last, now)
		got := ""
		if !next.IsZero() {
			got = next.UTC().Format(time.RFC3339)
		}
		assert.Equal(t, c.want, got, c.schedule)
	}
	assert.Zero(t, NextRun(read(t, `{"backupPolicy":{"regular":{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":24}}}}}}`), nil, time.Time{}, now), "it never ran")
}
