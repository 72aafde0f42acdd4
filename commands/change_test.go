package commands

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// changeable is an instance with the policy gold, which two groups use, and the group web.
type changeable struct {
	*enginetest.CLI
	policy, group string
	race          string // what the policy is when it is read for the second time; "" for the same
	reads         int
	written       []string
}

func newChangeable(t *testing.T) *changeable {
	s := &changeable{
		CLI: enginetest.New(t, Catalog()),
		policy: `{"id":"1:2:3","name":"gold","numProtectionGroups":2,"backupPolicy":{"regular":{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":4}}},
			"retention":{"unit":"Weeks","duration":2,"dataLockConfig":{"mode":"Compliance","unit":"Days","duration":9007199254740993}}}},"extendedRetention":[{"schedule":{"unit":"Months","frequency":1},"retention":{"unit":"Years","duration":7}}]}`,
		group: `{"id":"1:2:6","name":"web","policyId":"1:2:3","environment":"kPhysical","priority":"kMedium","startTime":{"hour":1,"minute":2,"timeZone":"Europe/Berlin"},
			"physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":9007199254740995}],"globalExcludePaths":["/tmp"]}}}`,
	}
	s.Answer = func(r *http.Request) *http.Response {
		answer := "{}"
		switch path := r.URL.Path; {
		case r.Method == http.MethodPut:
			s.written = append(s.written, string(s.Bodies[len(s.Bodies)-1]))
		case strings.HasSuffix(path, "/policies"):
			answer = `{"policies":[{"name":"gold","id":"1:2:3"},{"name":"silver","id":"1:2:4"}]}`
		case strings.HasSuffix(path, "/policies/1:2:3"):
			answer = s.policy
			if s.reads++; s.reads > 1 && s.race != "" {
				answer = s.race
			}
		case strings.HasSuffix(path, "/protection-groups"):
			answer = `{"protectionGroups":[{"name":"web","id":"1:2:6"},{"name":"db","id":"1:2:7"}]}`
		case strings.HasSuffix(path, "/protection-groups/1:2:6"):
			answer = s.group
		}
		return enginetest.Reply(http.StatusOK, "application/json", answer)
	}
	return s
}

func TestOnlyWhatIsNamedIsChanged(t *testing.T) {
	for _, c := range []struct {
		words []string
		path  string // in what is written
		want  string
		said  string
	}{
		{[]string{"policy", "set", "gold", "retention=4w"}, "backupPolicy.regular.retention.duration", "4", "  Retention: 2 weeks, locked for 9007199254740993 days (Compliance) → 4 weeks, locked"},
		{[]string{"policy", "set", "gold", "schedule=daily"}, "backupPolicy.regular.incremental.schedule", `{"unit":"Days","daySchedule":{"frequency":1}}`, "  Schedule: every 4 hours → every day\n"},
		{[]string{"policy", "set", "gold", "full=weekly:sun,wed"}, "backupPolicy.regular.fullBackups[0].schedule.weekSchedule.dayOfWeek", `["Sunday","Wednesday"]`, "  Full Backup: – → Sunday, Wednesday\n"},
		{[]string{"policy", "set", "gold", "lock=none"}, "backupPolicy.regular.retention.dataLockConfig", "null", "→ 2 weeks\n"},
		{[]string{"policy", "set", "gold", "lock=administrative:3d"}, "backupPolicy.regular.retention.dataLockConfig", `{"mode":"Administrative","unit":"Days","duration":3}`, "(Administrative)\n"},
		{[]string{"policy", "set", "gold", "log=15m", "log-retention=3d"}, "backupPolicy.log.retention", `{"unit":"Days","duration":3}`, "  Log Backup: – → every 15 minutes\n  Log Retention: – → 3 days\n2 protection"},
		{[]string{"policy", "set", "gold", "backuppolicy.regular.retention.unit=months"}, "backupPolicy.regular.retention.unit", `"Months"`, "→ 2 months"},
		{[]string{"policy", "set", "gold", "description=a b"}, "description", `"a b"`, "  Description: – → a b\n"},
		{[]string{"policy", "set", "gold", "extendedRetention="}, "extendedRetention", "null", "  Extended Retentions: 1 → –\n"},
		{[]string{"group", "set", "web", "policy=silver"}, "policyId", `"1:2:4"`, "  Policy: gold → silver\n"},
		{[]string{"group", "set", "web", "sla=30m"}, "sla[0].slaMinutes", "30", "  SLA: – → Incremental 30m, Full 30m\n"},
		{[]string{"group", "set", "web", "start=22:00"}, "startTime", `{"hour":22,"minute":0,"timeZone":"Europe/Berlin"}`, "→ 22:00 Europe/Berlin\n"},
		{[]string{"group", "set", "web", "paused=yes"}, "isPaused", "true", "  Paused: – → yes\n"},
		{[]string{"group", "set", "web", "priority=high"}, "priority", `"kHigh"`, "  Priority: Medium → High\n"},
		{[]string{"group", "set", "web", "physicalParams.fileProtectionTypeParams.globalExcludePaths+=/var,/tmp"}, "physicalParams.fileProtectionTypeParams.globalExcludePaths", `["/tmp","/var"]`, `/tmp → /tmp, /var`},
		{[]string{"group", "set", "web", "physicalParams.fileProtectionTypeParams.globalExcludePaths-=/tmp"}, "physicalParams.fileProtectionTypeParams.globalExcludePaths", `[]`, `/tmp → –`},
	} {
		s := newChangeable(t)
		require.Equal(t, 0, s.Run(append(c.words, "--force")...), "%v: %s", c.words, &s.Err)
		require.Len(t, s.written, 1, c.words)
		assert.Contains(t, s.Err.String(), c.said, c.words)
		assert.JSONEq(t, c.want, at(t, s.written[0], c.path), c.words)
		if c.words[0] == "group" {
			assert.Contains(t, s.written[0], "9007199254740995", "the rest keeps its digits")
		} else {
			assert.Contains(t, s.Err.String(), "2 protection groups use it:\n  web\n  db\n", c.words)
			assert.Contains(t, s.written[0], `"frequency":`, "the schedule stays")
		}
		assert.NotContains(t, s.written[0], "numProtectionGroups", "which only answers have")
	}
}

// at returns what a body has at a path, in JSON.
func at(t *testing.T, body, path string) string {
	var v any
	dec := json.NewDecoder(strings.NewReader(body))
	dec.UseNumber()
	require.NoError(t, dec.Decode(&v))
	for _, word := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
		switch of := v.(type) {
		case map[string]any:
			v = of[word]
		case []any:
			v = of[0]
		}
	}
	raw, err := json.Marshal(v)
	require.NoError(t, err)
	return string(raw)
}

func TestAChangeThatIsNoneOrWrongIsNotWritten(t *testing.T) {
	for line, want := range map[string]string{
		"policy set gold retention=2w":                                "0 'gold' has these settings already.",
		"policy set gold retention=4w --dry-run":                      "0 Retention:",
		"policy set gold retention=4x":                                "2 '4x' is no retention.",
		"policy set gold retention=-4w":                               "2 '-4w' is no retention.",
		"policy set gold schedule=sometimes":                          "2 'sometimes' is no schedule.",
		"policy set gold full=4h":                                     "2 '4h' is no schedule of full backups.",
		"policy set gold lock=hard:3d":                                "2 'hard:3d' is no data lock.",
		"policy set gold log-retention=3d":                            "2 the policy has no log backups.",
		"policy set gold retenton=4w":                                 "2 Did you mean 'retention'?",
		"policy set gold backupPolicy.regular.retenion.unit=x":        "2 Did you mean 'retention'?",
		"policy set gold backupPolicy.regular.retention.unit=Weks":    "2 Did you mean 'Weeks'?",
		"policy set gold backupPolicy.regular.retention.duration=two": "2 'two' is no value for it.",
		"policy set gold name.first=x":                                "2 'name' has no fields of its own.",
		"policy set gold name+=x":                                     "2 'name+' is no list of texts.",
		"policy set gold name=":                                       "2 name is required.",
		"policy set gold":                                             "2 SETTING=VALUE is required.",
		"policy set retention=4w gold":                                "2 'gold' is no setting",
		"policy set golde retention=4w":                               "4 Did you mean 'gold'?",
		"group set web policy=bronze":                                 "4 No protection policy is named 'bronze'.",
		"group set web start=25:00":                                   "2 '25:00' is no time of day.",
		"group set web sla=30s":                                       "2 '30s' is no length of time in whole minutes.",
		"group set web paused=perhaps":                                "2 'perhaps' is neither true nor false.",
	} {
		s := newChangeable(t)
		status, text, _ := strings.Cut(want, " ")
		assert.Equal(t, status, string(rune('0'+s.Run(append(strings.Fields(line), "--force")...))), "%s: %s", line, &s.Err)
		assert.Contains(t, s.Err.String(), text, line)
		assert.Empty(t, s.written, line)
	}
	s := newChangeable(t)
	assert.Equal(t, 2, s.Run("policy", "set", "gold", "retention=4w"), "nobody answers")
	assert.Contains(t, s.Err.String(), "Change this?")
	assert.Empty(t, s.written)
}

func TestWhatSomebodyChangedMeanwhileIsNotWrittenOver(t *testing.T) {
	s := newChangeable(t)
	s.race = strings.Replace(s.policy, `"duration":2`, `"duration":3`, 1)
	assert.Equal(t, 5, s.Run("policy", "set", "gold", "retention=4w", "--force"))
	assert.Contains(t, s.Err.String(), "Somebody has changed 'gold' meanwhile.")
	assert.Empty(t, s.written)
}
