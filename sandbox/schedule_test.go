package sandbox

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

func schedule(unit, key string, value jsonObject) jsonObject {
	return jsonObject{"unit": unit, key: value}
}

func TestWhenSchedulesAreDue(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 11, d, 2, 30, 0, 0, time.UTC) } // the 24th is a Tuesday
	days := func(names ...any) []any { return names }
	for _, c := range []struct {
		name              string
		schedule          jsonObject
		last, after, want time.Time
	}{
		{"minutes", schedule("Minutes", "minuteSchedule", jsonObject{"frequency": int64(15)}), time.Time{}, day(24), day(24).Add(15 * time.Minute)},
		{"hours", schedule("Hours", "hourSchedule", jsonObject{"frequency": int64(4)}), time.Time{}, day(24), day(24).Add(4 * time.Hour)},
		{"daily, before the hour", schedule("Days", "daySchedule", jsonObject{"frequency": int64(1)}), day(23), day(24).Add(-time.Hour), day(24)},
		{"daily, after the hour", schedule("Days", "daySchedule", jsonObject{"frequency": int64(1)}), day(24), day(24).Add(time.Second), day(25)},
		{"daily, never yet", schedule("Days", "daySchedule", jsonObject{"frequency": int64(3)}), time.Time{}, day(24).Add(time.Second), day(25)},
		{"every third day", schedule("Days", "daySchedule", jsonObject{"frequency": int64(3)}), day(24), day(24).Add(time.Second), day(27)},
		{"weekly", schedule("Weeks", "weekSchedule", jsonObject{"dayOfWeek": days("Monday", "Sunday")}), time.Time{}, day(24), day(29)},
		{"the 31st of a month with 30 days", schedule("Months", "monthSchedule", jsonObject{"dayOfMonth": int64(31)}), time.Time{}, day(24), day(30)},
		{"the first Friday", schedule("Months", "monthSchedule", jsonObject{"dayOfWeek": days("Friday"), "weekOfMonth": "First"}), time.Time{}, day(24), time.Date(2026, 12, 4, 2, 30, 0, 0, time.UTC)},
		{"the last Friday", schedule("Months", "monthSchedule", jsonObject{"dayOfWeek": days("Friday"), "weekOfMonth": "Last"}), time.Time{}, day(24), day(27)},
		{"the first of the year", schedule("Years", "yearSchedule", jsonObject{"dayOfYear": "First"}), time.Time{}, day(24), time.Date(2027, 1, 1, 2, 30, 0, 0, time.UTC)},
		{"the last of the year", schedule("Years", "yearSchedule", jsonObject{"dayOfYear": "Last"}), time.Time{}, day(24), time.Date(2026, 12, 31, 2, 30, 0, 0, time.UTC)},
		{"once, never yet", schedule("ProtectOnce", "", nil), time.Time{}, day(24), day(24)},
		{"once, done", schedule("ProtectOnce", "", nil), day(24), day(24), day(24).Add(never)},
	} {
		today := time.Date(c.after.Year(), c.after.Month(), c.after.Day(), 2, 30, 0, 0, time.UTC)
		assert.Equal(t, c.want, nextTime(c.schedule, today, c.last, c.after), c.name)
	}
	zoned := timeOfDay(jsonObject{"startTime": jsonObject{"hour": int64(1), "minute": int64(5), "timeZone": "Asia/Tokyo"}}, "startTime", day(24))
	assert.Equal(t, "2026-11-24T01:05:00+09:00", zoned.Format(time.RFC3339))
}

// hourly is a policy with a schedule, and full backups on Sundays.
func hourly(name string) jsonObject {
	return jsonObject{"name": name, "backupPolicy": jsonObject{"regular": jsonObject{
		"incremental": jsonObject{"schedule": schedule("Hours", "hourSchedule", jsonObject{"frequency": 1})},
		"full":        jsonObject{"schedule": schedule("Weeks", "weekSchedule", jsonObject{"dayOfWeek": []any{"Sunday"}})},
		"retention":   jsonObject{"unit": "Days", "duration": 2},
	}}}
}

// waitForRuns waits until a group has had a number of runs that have all ended.
func (c *client) waitForRuns(group string, number int) (runs []jsonObject) {
	require.Eventually(c.t, func() bool {
		runs = c.runs(group)
		return len(runs) == number && hasEnded(str(runs[0], "localBackupInfo", "status"))
	}, 10*time.Second, 10*time.Millisecond)
	return runs
}

func TestSchedulesStartRunsByThemselves(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "text")
	source := c.register("web-1", host)
	group := c.scheduledGroup("files", hourly("gold"), source)
	paused := c.groupBody("paused", goldPolicy("silver"), source)
	paused["policyId"] = objectList(c.must("GET", "/data-protect/policies?policyNames=gold", nil), "policies")[0]["id"]
	still := str(c.must("POST", "/data-protect/protection-groups", paused), "id")

	time.Sleep(3 * tickInterval)
	runs := c.runs(group)
	require.Len(t, runs, 1, "nothing is due yet by the schedule")
	assert.Equal(t, "kFull", str(runs[0], "localBackupInfo", "runType"), "it is the first")
	c.server.Advance(time.Hour + time.Minute)
	runs = c.waitForRuns(group, 2)
	assert.Equal(t, "kRegular", str(runs[0], "localBackupInfo", "runType"))
	c.server.Advance(7 * 24 * time.Hour)
	runs = c.waitForRuns(group, 3)
	assert.Equal(t, "kFull", str(runs[0], "localBackupInfo", "runType"), "a Sunday was among the days")
	assert.Empty(t, c.runs(still), "a paused group does not run by itself")

	// What had to be kept for two days is gone after seven, and its runs are still listed.
	require.Eventually(t, func() bool {
		return len(objectList(c.must("GET", "/data-protect/objects/"+source+"/snapshots", nil), "snapshots")) == 1
	}, 5*time.Second, 10*time.Millisecond)
	assert.Equal(t, []string{"false", "true", "true"}, names(c.runs(group), "isLocalSnapshotsDeleted"))
	assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups/"+group+"/runs?excludeNonRestorableRuns=true", nil), "runs"), 1)
}

func TestALogScheduleIsForDatabases(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "MSSQL/PROD/orders.mdf"), "rows")
	writeFile(t, filepath.Join(host, "MSSQL/PROD/orders_log.ldf"), "log")
	source := c.register("sql-1", host, "kSQL")
	policy := hourly("gold")
	policy["backupPolicy"].(jsonObject)["log"] = jsonObject{"schedule": schedule("Minutes", "minuteSchedule", jsonObject{"frequency": 15}), "retention": jsonObject{"unit": "Days", "duration": 1}}
	files := c.scheduledGroup("files", policy, source)
	databases := str(c.must("POST", "/data-protect/protection-groups", jsonObject{"name": "databases", "environment": "kSQL",
		"policyId":    objectList(c.must("GET", "/data-protect/policies", nil), "policies")[0]["id"],
		"mssqlParams": jsonObject{"protectionType": "kFile", "fileProtectionTypeParams": jsonObject{"objects": []any{jsonObject{"id": num(jsonObject{"": source}, "")}}}}}), "id")
	c.waitForRuns(databases, 1)
	c.server.Advance(16 * time.Minute)
	runs := c.waitForRuns(databases, 2)
	assert.Equal(t, "kLog", str(runs[0], "localBackupInfo", "runType"))
	assert.Len(t, c.runs(files), 1)

	// Between the full backup and the log behind it, a database can be brought back to any moment.
	points := c.must("POST", "/data-protect/snapshots/restore-points", jsonObject{"environment": "kSQL", "protectionGroupIds": []any{databases},
		"startTimeUsecs": 0, "endTimeUsecs": c.server.clock.now().UnixMicro()})
	require.Len(t, objectList(points, "timeRangeInfo", "timeRanges"), 1)
	assert.Len(t, objectList(points, "fullSnapshotInfo"), 1)
	points = c.must("POST", "/data-protect/snapshots/restore-points", jsonObject{"environment": "kSQL", "protectionGroupIds": []any{databases}, "startTimeUsecs": 0, "endTimeUsecs": 1})
	assert.Empty(t, objectList(points, "fullSnapshotInfo"))
}

func TestTheClockRunsFasterAndNeverGoesBack(t *testing.T) {
	dir := t.TempDir()
	c := start(t, Options{Dir: dir, ClockSpeed: 3600})
	before := c.server.clock.now()
	time.Sleep(50 * time.Millisecond)
	assert.Greater(t, c.server.clock.now().Sub(before), 150*time.Second)
	status, answer := c.control("POST", "/sandbox/clock", `{"advance": "240h"}`)
	assert.Equal(t, 200, status)
	assert.Contains(t, answer, `"now"`)
	status, answer = c.control("POST", "/sandbox/clock", `{"advance": "-1h"}`)
	assert.Equal(t, 400, status)
	assert.Contains(t, answer, "a span")
	reached := c.server.clock.now()
	require.NoError(t, c.server.Close())
	c = start(t, Options{Dir: dir})
	assert.False(t, c.server.clock.now().Before(reached), "a restart does not bring the past back")
}

func TestLockedAndHeldSnapshotsDoNotExpire(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "text")
	source := c.register("web-1", host)
	policy := goldPolicy("gold")
	policy["backupPolicy"].(jsonObject)["regular"].(jsonObject)["retention"] = jsonObject{"unit": "Days", "duration": 5,
		"dataLockConfig": jsonObject{"mode": "Compliance", "unit": "Days", "duration": 3}}
	group := c.group("files", policy, source)
	run := c.backUp(group)
	id := str(run, "id")
	assert.Equal(t, "Compliance", str(run, "localBackupInfo", "dataLock"))

	path := "/data-protect/protection-groups/" + group
	update := func(config jsonObject) jsonObject {
		return c.must("PUT", path+"/runs", jsonObject{"updateProtectionGroupRunParams": []any{jsonObject{"runId": id, "localSnapshotConfig": config}}})
	}
	answer := update(jsonObject{"deleteSnapshot": true})
	assert.Contains(t, names(objectList(answer, "failedRuns"), "errorMessage")[0], "data lock until")
	answer = update(jsonObject{"deleteSnapshot": true, "enableLegalHold": true})
	assert.Contains(t, names(objectList(answer, "failedRuns"), "errorMessage")[0], "data lock until")
	assert.Equal(t, "false", str(c.runs(group)[0], "onLegalHold"), "a change that is refused is not half done")
	c.refused(409, "DELETE", path+"?deleteSnapshots=true", nil)
	assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups?includeGroupsWithDatalockOnly=true", nil), "protectionGroups"), 1)

	c.server.Advance(4 * 24 * time.Hour)
	update(jsonObject{"enableLegalHold": true})
	c.server.Advance(4 * 24 * time.Hour)
	time.Sleep(3 * tickInterval)
	assert.NotEmpty(t, c.snapshot(source), "what is on legal hold is kept although its time is over")
	answer = update(jsonObject{"deleteSnapshot": true})
	assert.Contains(t, names(objectList(answer, "failedRuns"), "errorMessage")[0], "legal hold")
	update(jsonObject{"enableLegalHold": false})
	require.Eventually(t, func() bool {
		return len(objectList(c.must("GET", "/data-protect/objects/"+source+"/snapshots", nil), "snapshots")) == 0
	}, 5*time.Second, 10*time.Millisecond)
}

func TestAnSLAIsViolatedOnTheServicesClock(t *testing.T) {
	c := start(t, Options{RunTime: 800 * time.Millisecond})
	body := c.groupBody("files", goldPolicy("gold"), c.register("web-1", t.TempDir()))
	body["sla"] = []any{jsonObject{"backupRunType": "kIncremental", "slaMinutes": 60}, jsonObject{"backupRunType": "kFull", "slaMinutes": 600}}
	group := str(c.must("POST", "/data-protect/protection-groups", body), "id")
	assert.Equal(t, "false", str(c.backUp(group), "localBackupInfo", "isSlaViolated"))
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	require.Eventually(t, func() bool { return len(c.runs(group)) == 2 }, 5*time.Second, 5*time.Millisecond)
	c.server.Advance(2 * time.Hour)
	assert.Equal(t, "true", str(c.runs(group)[0], "localBackupInfo", "isSlaViolated"), "while it runs")
	c.waitForRuns(group, 2)
	assert.Equal(t, "true", str(c.runs(group)[0], "localBackupInfo", "isSlaViolated"))
	assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups?isLastRunSlaViolated=true", nil), "protectionGroups"), 1)
	assert.Empty(t, objectList(c.must("GET", "/data-protect/protection-groups?isLastRunSlaViolated=false", nil), "protectionGroups"))
}

func TestAGroupIsInactiveAfterItsEndTime(t *testing.T) {
	c := start(t, Options{})
	body := c.groupBody("files", hourly("gold"), c.register("web-1", t.TempDir()))
	delete(body, "isPaused")
	body["endTimeUsecs"] = c.server.clock.now().Add(30 * time.Minute).UnixMicro()
	group := str(c.must("POST", "/data-protect/protection-groups", body), "id")
	assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups?isActive=true", nil), "protectionGroups"), 1)
	c.waitForRuns(group, 1)
	c.server.Advance(2 * time.Hour)
	time.Sleep(3 * tickInterval)
	assert.Len(t, c.runs(group), 1)
	assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups?isActive=false", nil), "protectionGroups"), 1)
	assert.Contains(t, c.refused(400, "POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"}), "not active")
	body["name"] = "late"
	late := str(c.must("POST", "/data-protect/protection-groups", body), "id")
	time.Sleep(3 * tickInterval)
	assert.Empty(t, c.runs(late), "a group whose time is over does not start a first run")
}

func TestANewGroupStartsItsFirstRun(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "text")
	source := c.register("web-1", host)
	group := c.scheduledGroup("files", goldPolicy("gold"), source)
	run := c.runs(group)[0]
	assert.Equal(t, "kFull", str(run, "localBackupInfo", "runType"))
	assert.Equal(t, "Succeeded", str(run, "localBackupInfo", "status"))
	time.Sleep(3 * tickInterval)
	assert.Len(t, c.runs(group), 1, "there is one first run")

	// A fault for the request is about the first run.
	c.server.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/protection-groups", RunStatus: "Failed", RunMessage: "no space"})
	failed := c.scheduledGroup("others", goldPolicy("silver"), source)
	assert.Equal(t, "Failed", str(c.runs(failed)[0], "localBackupInfo", "status"))

	// A paused group has none, and takes runs that are asked for.
	paused := c.group("paused", hourly("bronze"), source)
	c.server.Advance(2 * time.Hour)
	time.Sleep(3 * tickInterval)
	assert.Empty(t, c.runs(paused))
	assert.Equal(t, "Succeeded", str(c.backUp(paused), "localBackupInfo", "status"))
}

func TestAFirstRunWaitsForTheEndOfABlackoutWindow(t *testing.T) {
	dir := t.TempDir()
	c := start(t, Options{Dir: dir})
	now := c.server.clock.now().UTC()
	c.server.Advance(time.Date(now.Year(), now.Month(), now.Day()+1, 1, 0, 0, 0, time.UTC).Sub(now)) // an hour after midnight
	policy := goldPolicy("gold")
	policy["blackoutWindow"] = always(c.server.clock.now())
	group := c.activeGroup("files", policy, c.register("web-1", t.TempDir()))
	time.Sleep(3 * tickInterval)
	assert.Empty(t, c.runs(group))
	require.NoError(t, c.server.Close())
	c = start(t, Options{Dir: dir})
	c.server.Advance(day)
	c.waitForRuns(group, 1)
	time.Sleep(3 * tickInterval)
	assert.Len(t, c.runs(group), 1)
}
