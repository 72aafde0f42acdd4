package commands

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestImplausibleValuesAreNotSent sends values that the document excludes, and sends them once more with --lenient, which warns.
func TestImplausibleValuesAreNotSent(t *testing.T) {
	d := enginetest.New(t, Catalog())
	policy := func(regular string) []string {
		return []string{"policy", "create", "--name", "x", "--backup-policy", `{"regular": ` + regular + `}`}
	}
	for want, line := range map[string][]string{
		"--backup-policy: regular.retention.duration: 0 is too small: it must be at least 1.":                                     policy(`{"retention": {"unit": "Weeks", "duration": 0}}`),
		"--backup-policy: regular.incremental.schedule: 'hourSchedule' is required with the unit 'Hours'.":                        policy(`{"incremental": {"schedule": {"unit": "hours"}}, "retention": {"unit": "Weeks", "duration": 1}}`),
		"--backup-policy: regular.fullBackups[0].schedule.monthSchedule.dayOfMonth: 32 is out of range: it must be from 1 to 31.": policy(`{"fullBackups": [{"schedule": {"unit": "Months", "monthSchedule": {"dayOfMonth": 32}}, "retention": {"unit": "Weeks", "duration": 1}}], "retention": {"unit": "Weeks", "duration": 1}}`),
		"--start-time-hour: 24 is out of range: it must be from 0 to 23.":                                                         strings.Fields("group create --name x --policy-id 1:2:3 --environment physical --start-time-hour 24 --start-time-minute 0"),
		"--name must not be empty.":                           {"group", "create", "--name=", "--policy-id", "1:2:3", "--environment", "physical"},
		"--json-input: connectionName must not be empty.":     {"connection", "create", "--json-input", `{"connectionName": " "}`},
		"--num-runs: -1 is too small: it must be at least 0.": strings.Fields("run list 1:2:3 --num-runs -1"),
		"--start-time-usecs: 1795489984 is a time in 1970: the field takes microseconds. Did you mean '1795489984000000'?":               strings.Fields("recovery list --start-time-usecs 1795489984"),
		"--end-time-usecs: 1795489984000 is a time in 1970: the field takes microseconds. Did you mean '1795489984000000'?":              strings.Fields("run list 1:2:3 --end-time-usecs 1795489984000"),
		"--start-time-usecs: 2026-11-24T03:13:04.000001Z is after 2026-11-24T03:13:04Z (--end-time-usecs).":                              strings.Fields("recovery list --start-time-usecs 1795489984000001 --end-time-usecs 1795489984000000"),
		"--start-time-usecs: 2026-03-02T00:00:00Z is after 2026-03-01T00:00:00Z (--end-time-usecs).":                                     strings.Fields("restore-points --environment kSQL --protection-group-ids 1:2:3 --start-time-usecs 2026-03-02T00:00:00Z --end-time-usecs 2026-03-01T00:00:00Z"),
		"--email-params: createdStartTimeSecs: 2026-11-24T03:13:04Z is after 2026-11-24T03:13:03Z (--email-params: createdEndTimeSecs).": {"indexed-objects-search", "--object-type", "Emails", "--email-params", `{"createdEndTimeSecs": 1795489983, "createdStartTimeSecs": 1795489984}`},
		"--start-time-usecs: 2026-03-02T00:00:00Z is after 2026-03-01T00:00:00Z (--end-time-usecs).\n":                                   strings.Fields("run list --since 2026-03-02T00:00:00Z --end-time-usecs 2026-03-01T00:00:00Z"),
	} {
		assert.Equal(t, 2, d.Run(line...), "%q: %s", line, &d.Err)
		assert.Contains(t, d.Err.String(), strings.TrimSpace(want)+"\nUse '--lenient' to send it all the same.\n", "%q", line)
		assert.Empty(t, d.Sent, "%q", line)
		require.Equal(t, 0, d.Run(append(line, "--lenient")...), "%q: %s", line, &d.Err)
		assert.NotEmpty(t, d.Sent, "%q", line)
		if !strings.Contains(strings.Join(line, " "), "--since") { // whose requests are the job's
			assert.Contains(t, d.Err.String(), "Warning: "+want, "%q", line)
		}
	}
	for _, line := range []string{
		"run list 1:2:3 --start-time-usecs 1970-01-01 --end-time-usecs now", "run list 1:2:3 --start-time-usecs 1970-01-02T08:00", "run list 1:2:3 --start-time-usecs -1 --end-time-usecs 0", "run list --since 1970-01-01",
		"recovery list --start-time-usecs now --end-time-usecs now", "run list 1:2:3 --num-runs 0", "objects-search --count 0 --search-string=",
	} {
		assert.Equal(t, 0, d.Run(strings.Fields(line)...), "%s: %s", line, &d.Err)
		assert.NotContains(t, d.Err.String(), "Warning:", line)
	}
	for line, want := range map[string]string{
		"snapshot list web-1 --since 2026-03-02 --until 2026-03-01": "--since is after --until.",
		"snapshot list web-1 --since 1795489984":                    "--since: 1795489984 is a time in 1970: the field takes microseconds. Did you mean '1795489984000000'?",
		"run retry --failed --since 1795489984000":                  "--since: 1795489984000 is a time in 1970: the field takes microseconds. Did you mean '1795489984000000'?",
	} {
		assert.Equal(t, 2, d.Run(strings.Fields(line)...), line)
		assert.Contains(t, d.Err.String(), want, line)
		assert.Empty(t, d.Sent, line)
	}
}

// TestImplausibleAnswersAreNotRefused follows a list whose runs began at odd times: they make the requests for further pages.
func TestImplausibleAnswersAreNotRefused(t *testing.T) {
	d := enginetest.New(t, Catalog())
	pages := []string{
		`{"totalRuns":3,"runs":[{"id":"3:3","localBackupInfo":{"startTimeUsecs":1795489984}}]}`,
		`{"totalRuns":3,"runs":[{"id":"2:2","localBackupInfo":{"startTimeUsecs":1795489983}}]}`,
		`{"totalRuns":1,"runs":[{"id":"1:1","localBackupInfo":{"startTimeUsecs":1795489982}}]}`,
	}
	d.Answer = func(*http.Request) *http.Response {
		page := pages[min(len(d.Sent), len(pages))-1]
		return enginetest.Reply(200, "application/json", page)
	}
	assert.Equal(t, 0, d.Run("run", "list", "1:2:3", "--all-pages", "-o", "json"), "%s", &d.Err)
	assert.Len(t, d.Sent, 3)
	assert.NotContains(t, d.Err.String(), "Warning:")
}

func TestImplausibleChangesAreNotWritten(t *testing.T) {
	for line, want := range map[string]string{
		"policy set gold backupPolicy.regular.retention.duration=0":                           "backupPolicy.regular.retention.duration: 0 is too small: it must be at least 1.",
		"policy set gold backupPolicy.regular.incremental.schedule.unit=Days":                 "backupPolicy.regular.incremental.schedule: 'daySchedule' is required with the unit 'Days'.",
		"policy set gold backupPolicy.regular.incremental.schedule.hourSchedule.frequency=-4": "-4 is too small: it must be at least 1.",
		"group set web startTime.hour=24":                                                     "startTime.hour: 24 is out of range: it must be from 0 to 23.",
		"group set web endTimeUsecs=1795489984":                                               "endTimeUsecs: 1795489984 is a time in 1970: the field takes microseconds. Did you mean '1795489984000000'?",
	} {
		s := newChangeable(t)
		assert.Equal(t, 2, s.Run(append(strings.Fields(line), "--force")...), "%s: %s", line, &s.Err)
		assert.Contains(t, s.Err.String(), want+"\nUse '--lenient' to send it all the same.\n", line)
		assert.Empty(t, s.written, line)
		s = newChangeable(t)
		assert.Equal(t, 0, s.Run(append(strings.Fields(line), "--force", "--lenient")...), "%s: %s", line, &s.Err)
		assert.Contains(t, s.Err.String(), "Warning:", line)
		assert.Contains(t, s.Err.String(), want, line)
		assert.Len(t, s.written, 1, line)
	}
	s := newChangeable(t)
	s.policy = strings.Replace(s.policy, `"duration":2`, `"duration":0`, 1)
	s.policy = strings.Replace(s.policy, `"hourSchedule":{"frequency":4}`, `"hourSchedule":null`, 1)
	assert.Equal(t, 0, s.Run("policy", "set", "gold", "description=x", "--force"), "what was so already: %s", &s.Err)
	assert.Len(t, s.written, 1)
	assert.NotContains(t, s.Err.String(), "Warning: backupPolicy")
	assert.Equal(t, 2, s.Run("policy", "set", "gold", "backupPolicy.regular.retention.duration=-1", "--force"), "and is made worse")
}

// TestLimitsAreExplained asks what a field can be.
func TestLimitsAreExplained(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	for path, want := range map[string]string{
		"policy.backupPolicy.regular.retention.duration":                            `["at least 1",1,null]`,
		"policy.backupPolicy.regular.fullBackups.schedule.monthSchedule.dayOfMonth": `["1 to 31",1,31]`,
		"group.startTime.minute":                                                    `["0 to 59",0,59]`,
		"run.list.numRuns":                                                          `["at least 0",0,null]`,
		"policy.name":                                                               `["not empty",null,null]`,
		"policy.description":                                                        `[null,null,null]`,
		"policy.version":                                                            `[null,null,null]`,
	} {
		require.Equal(t, 0, cli.RunLocal("explain", path, "-j", "[limits,minimum,maximum]"), "%s: %s", path, &cli.Err)
		assert.JSONEq(t, want, cli.Out.String(), path)
	}
	require.Equal(t, 0, cli.RunLocal("explain", "group.startTime.hour"))
	assert.Regexp(t, `(?m)^Limits +0 to 23$`, cli.Out.String())
	require.Equal(t, 0, cli.RunLocal("policy", "create", "--generate-json-input"))
	assert.Contains(t, cli.Out.String(), `"duration": "<integer, at least 1, required>"`)
	assert.Contains(t, cli.Out.String(), `"name": "<string, not empty, required>"`)
}

// TestEveryExampleIsSent checks the example of each field of each body, all of the way down.
func TestEveryExampleIsSent(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	require.Equal(t, 0, cli.RunLocal("explain", "policy.backupPolicy.regular.incremental.schedule", "-j", "example"))
	assert.JSONEq(t, `"{\"daySchedule\":{\"frequency\":1},\"unit\":\"Days\"}"`, cli.Out.String())
	asked := 0
	var ask func(path string, f *api.Field, above []uint16)
	ask = func(path string, f *api.Field, above []uint16) {
		require.Equal(t, 0, cli.RunLocal("explain", path, "-j", "example"), "%s: %s", path, &cli.Err)
		var example string
		require.NoError(t, json.Unmarshal(cli.Out.Bytes(), &example), path)
		r := api.NewRequest(&api.Operation{Body: []api.Field{*f}})
		r.Body = []byte(`{"` + f.Name + `":` + example + `}`)
		for _, p := range r.Check(func(api.Kind) bool { return true }) {
			assert.Equal(t, api.UnknownForm, p.Code, "%s: %s: %v", path, example, p)
		}
		asked++
		for i := range f.Fields() {
			if len(above) < 4 {
				ask(path+"."+f.Fields()[i].Name, &f.Fields()[i], append(above, f.Model))
			}
		}
	}
	for i := range api.CreateProtectionPolicy.Body {
		ask("policy."+api.CreateProtectionPolicy.Body[i].Name, &api.CreateProtectionPolicy.Body[i], nil)
	}
	for i := range api.SearchIndexedObjects.Body {
		ask("indexed-objects-search."+api.SearchIndexedObjects.Body[i].Name, &api.SearchIndexedObjects.Body[i], nil)
	}
	assert.Greater(t, asked, 300)
}
