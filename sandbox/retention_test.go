package sandbox

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExtendedRetentionKeepsTheFirstOfAPeriod(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "text")
	policy := goldPolicy("gold")
	policy["extendedRetention"] = []any{
		jsonObject{"schedule": jsonObject{"unit": "Months", "frequency": 1}, "retention": jsonObject{"unit": "Years", "duration": 1}},
		jsonObject{"schedule": jsonObject{"unit": "Runs", "frequency": 3}, "retention": jsonObject{"unit": "Weeks", "duration": 4}, "runType": "Regular"},
	}
	group := c.group("files", policy, c.register("web-1", host))
	keeps := func(r jsonObject) time.Duration {
		info := lookup(objectList(r, "objects")[0], "localSnapshotInfo", "snapshotInfo").(jsonObject)
		return time.Duration(num(info, "expiryTimeUsecs")-num(info, "endTimeUsecs")) * time.Microsecond
	}
	// The clock goes to the first of a month, so that what follows is in one month.
	now := c.server.clock.now().UTC()
	c.server.Advance(time.Date(now.Year(), now.Month()+1, 1, 1, 0, 0, 0, time.UTC).Sub(now))
	for _, want := range []time.Duration{365 * day, 14 * day, 14 * day, 28 * day, 14 * day} {
		assert.Equal(t, want, keeps(c.backUp(group)))
		c.server.Advance(hour)
	}
	c.server.Advance(35 * day)
	assert.Equal(t, 365*day, keeps(c.backUp(group)), "the first of another month")
}

func TestPeriodNumber(t *testing.T) {
	usecs := func(text string) int64 {
		at, err := time.Parse(time.RFC3339, text)
		require.NoError(t, err)
		return at.UnixMicro()
	}
	for _, c := range []struct {
		unit  string
		often int64
		a, b  string
		same  bool
	}{
		{"Hours", 1, "2026-11-24T10:00:00Z", "2026-11-24T10:59:59Z", true}, {"Hours", 1, "2026-11-24T10:59:59Z", "2026-11-24T11:00:00Z", false},
		{"Days", 1, "2026-11-24T00:00:00Z", "2026-11-24T23:59:59Z", true}, {"Weeks", 1, "2026-11-23T00:00:00Z", "2026-11-29T23:59:59Z", true},
		{"Weeks", 1, "2026-11-22T23:59:59Z", "2026-11-23T00:00:00Z", false}, {"Months", 1, "2026-11-30T23:59:59Z", "2026-12-01T00:00:00Z", false},
		{"Months", 2, "2026-11-01T00:00:00Z", "2026-12-31T00:00:00Z", true}, {"Years", 1, "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z", true},
	} {
		assert.Equal(t, c.same, periodNumber(c.unit, c.often, usecs(c.a)) == periodNumber(c.unit, c.often, usecs(c.b)), "%v", c)
	}
}

// always is a blackout window that has begun and lasts till midnight.
func always(now time.Time) []any {
	utc := func(hour, minute int) jsonObject {
		return jsonObject{"hour": hour, "minute": minute, "timeZone": "UTC"}
	}
	return []any{jsonObject{"day": now.UTC().Weekday().String(), "startTime": utc(0, 0), "endTime": utc(23, 59)}}
}

func TestNothingStartsInABlackoutWindow(t *testing.T) {
	c := start(t, Options{})
	now := c.server.clock.now().UTC()
	c.server.Advance(time.Date(now.Year(), now.Month(), now.Day()+1, 1, 0, 0, 0, time.UTC).Sub(now)) // an hour after midnight
	policy := hourly("gold")
	policy["blackoutWindow"] = always(c.server.clock.now())
	delete(policy["backupPolicy"].(jsonObject)["regular"].(jsonObject), "full")
	group := c.activeGroup("files", policy, c.register("web-1", t.TempDir()))
	c.server.Advance(2 * hour)
	time.Sleep(3 * tickInterval)
	assert.Empty(t, c.runs(group))
	c.server.Advance(21 * hour) // the next day
	c.waitForRuns(group, 1)

	utcTime := func(text string) time.Time {
		at, err := time.Parse(time.RFC3339, text)
		require.NoError(t, err)
		return at
	}
	window := jsonObject{"blackoutWindow": []any{jsonObject{"day": "Tuesday", "startTime": jsonObject{"hour": int64(8), "minute": int64(30), "timeZone": "Europe/Berlin"}, "endTime": jsonObject{"hour": int64(9), "minute": int64(0), "timeZone": "Europe/Berlin"}}}}
	assert.True(t, inBlackoutWindow(window, utcTime("2026-11-24T07:30:00Z")))
	assert.False(t, inBlackoutWindow(window, utcTime("2026-11-24T08:00:00Z")))
	assert.False(t, inBlackoutWindow(window, utcTime("2026-11-25T07:30:00Z")))
	assert.False(t, inBlackoutWindow(jsonObject{}, utcTime("2026-11-24T07:30:00Z")))

	pacific := jsonObject{"blackoutWindow": []any{jsonObject{"day": "Tuesday", "startTime": jsonObject{"hour": int64(8), "minute": int64(30)}, "endTime": jsonObject{"hour": int64(9), "minute": int64(0)}}}}
	assert.True(t, inBlackoutWindow(pacific, utcTime("2026-11-24T16:30:00Z")), "the documented default")
	assert.False(t, inBlackoutWindow(pacific, utcTime("2026-11-24T08:30:00Z")))
}

func TestARunIsPausedOrCanceledInABlackoutWindow(t *testing.T) {
	c := start(t, Options{RunTime: time.Second})
	now := c.server.clock.now().UTC()
	c.server.Advance(time.Date(now.Year(), now.Month(), now.Day()+1, 1, 0, 0, 0, time.UTC).Sub(now))
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "text")
	source := c.register("web-1", host)
	for field, want := range map[string]string{"pauseInBlackouts": "Paused", "abortInBlackouts": "Canceled"} {
		policy := goldPolicy(field)
		body := c.groupBody(field, policy, source)
		body[field] = true
		group := str(c.must("POST", "/data-protect/protection-groups", body), "id")
		policy["blackoutWindow"] = always(c.server.clock.now())
		c.must("PUT", "/data-protect/policies/"+str(body, "policyId"), policy)
		c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
		status := func() string {
			if runs := c.runs(group); len(runs) > 0 {
				return str(runs[0], "localBackupInfo", "status")
			}
			return ""
		}
		require.Eventually(t, func() bool { return status() == want }, 5*time.Second, 5*time.Millisecond, field)
		delete(policy, "blackoutWindow")
		c.must("PUT", "/data-protect/policies/"+str(body, "policyId"), policy)
		if want == "Paused" {
			c.waitForRuns(group, 1)
			assert.Equal(t, "Succeeded", status())
		}
	}
}

func TestFailedBackupsAreRetried(t *testing.T) {
	c := start(t, Options{})
	host := filepath.Join(t.TempDir(), "host")
	writeFile(t, filepath.Join(host, "a"), "text")
	policy := goldPolicy("gold")
	policy["retryOptions"] = jsonObject{"retries": 2, "retryIntervalMins": 10}
	group := c.group("files", policy, c.register("web-1", host))
	require.NoError(t, os.Rename(host, host+"-gone"))
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	waits := func() bool {
		runs := c.runs(group)
		return len(runs) == 1 && len(objectList(runs[0], "objects")) == 1 &&
			str(objectList(runs[0], "objects")[0], "localSnapshotInfo", "snapshotInfo", "status") == "kWaitingForNextAttempt"
	}
	require.Eventually(t, waits, 5*time.Second, 5*time.Millisecond)
	require.NoError(t, os.Rename(host+"-gone", host))
	c.server.Advance(11 * time.Minute)
	run := c.waitForRuns(group, 1)[0]
	assert.Equal(t, "Succeeded", str(run, "localBackupInfo", "status"))
	attempts := objectList(objectList(run, "objects")[0], "localSnapshotInfo", "failedAttempts")
	require.Len(t, attempts, 1)
	assert.Contains(t, str(attempts[0], "message"), "cannot be reached")

	// A lock of the older kind lasts as long as the snapshot is kept.
	policy["dataLock"] = "Compliance"
	c.must("PUT", "/data-protect/policies/"+str(objectList(c.must("GET", "/data-protect/policies", nil), "policies")[0], "id"), policy)
	run = c.backUp(group)
	info := lookup(objectList(run, "objects")[0], "localSnapshotInfo", "snapshotInfo").(jsonObject)
	assert.Equal(t, num(info, "expiryTimeUsecs"), num(run, "localBackupInfo", "dataLockConstraints", "expiryTimeUsecs"))
}

func TestARunThatWasUnderWayWhenTheSandboxStoppedHasFailed(t *testing.T) {
	dir := t.TempDir()
	c := start(t, Options{Dir: dir, RunTime: 10 * time.Second})
	group, _ := c.protect(t.TempDir())
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	require.Eventually(t, func() bool { return len(c.runs(group)) == 1 }, 5*time.Second, 5*time.Millisecond)
	require.NoError(t, c.server.Close())
	c = start(t, Options{Dir: dir})
	run := c.runs(group)[0]
	assert.Equal(t, "Failed", str(run, "localBackupInfo", "status"), "it was not canceled")
	assert.Equal(t, serviceStopped, toString(anyList(run, "localBackupInfo", "messages")[0]))
}

func TestCancelingRunsIsAtomic(t *testing.T) {
	c := start(t, Options{RunTime: time.Second})
	group, _ := c.protect(t.TempDir())
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	require.Eventually(t, func() bool { return len(c.runs(group)) == 1 }, 5*time.Second, 5*time.Millisecond)
	runs := "/data-protect/protection-groups/" + group + "/runs"
	c.refused(404, "POST", runs+"/actions", jsonObject{"action": "Cancel", "cancelParams": []any{jsonObject{"runId": c.runs(group)[0]["id"]}, jsonObject{"runId": "1:2"}}})
	assert.NotEqual(t, "Canceling", str(c.runs(group)[0], "localBackupInfo", "status"))
	assert.Equal(t, "Succeeded", str(c.waitForRuns(group, 1)[0], "localBackupInfo", "status"))
}
