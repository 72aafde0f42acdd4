package commands

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

func TestFlagsReplaceFieldsOfTheJSON(t *testing.T) {
	d := enginetest.New(t, Catalog())
	const regular = `{"incremental":{"schedule":{"unit":"Days","daySchedule":{"frequency":9007199254740993}}},"retention":{"unit":"Weeks","duration":2}}`
	const whole = `{"version":9007199254740993,"name":"gold","backupPolicy":{"log":{"retention":{"unit":"Days","duration":3},"schedule":{"unit":"Hours","hourSchedule":{"frequency":1}}},"regular":` + regular + `},"colour":1.50}`
	for _, c := range []struct {
		flags []string
		want  string
	}{
		{nil, whole},
		{[]string{"--name", "silver"}, `{"version":9007199254740993,"name":"silver","backupPolicy":{"log":{"retention":{"unit":"Days","duration":3},"schedule":{"unit":"Hours","hourSchedule":{"frequency":1}}},"regular":` + regular + `},"colour":1.50}`},
		{[]string{"--backup-policy", `{"regular":{"retention":{"unit":"days","duration":1}}}`, "--description", "x"}, `{"version":9007199254740993,"name":"gold","backupPolicy":{"regular":{"retention":{"unit":"Days","duration":1}}},"colour":1.50,"description":"x"}`},
		{[]string{"--backup-policy-log", `null`, "--version", "5"}, `{"version":5,"name":"gold","backupPolicy":{"log":null,"regular":` + regular + `},"colour":1.50}`},
		{[]string{"--retry-options-retries", "3", "--retry-options-retry-interval-mins", "5"}, whole[:len(whole)-1] + `,"retryOptions":{"retries":3,"retryIntervalMins":5}}`},
	} {
		require.Equal(t, 0, d.Run(append([]string{"policy", "create", "--json-input", whole}, c.flags...)...), "%v: %s", c.flags, &d.Err)
		assert.Equal(t, c.want, string(d.Bodies[0]), c.flags)
	}
	require.Equal(t, 0, d.Run("policy", "create", "--json-input", `{"name":"gold","backupPolicy":null}`, "--backup-policy-regular", regular), "%s", &d.Err)
	assert.Equal(t, `{"name":"gold","backupPolicy":{"regular":`+regular+`}}`, string(d.Bodies[0]), "null is how some clients leave an object out")
	file := filepath.Join(t.TempDir(), "gold.yaml")
	require.NoError(t, os.WriteFile(file, []byte("name: gold\nversion: 9007199254740993\nbackupPolicy: {regular: {retention: {unit: Weeks, duration: 2}}}\n"), 0o600))
	require.Equal(t, 0, d.Run("policy", "update", "1:2:3", "--json-input", "@"+file, "--name", "silver"), "%s", &d.Err)
	assert.Equal(t, `{"name":"silver","version":9007199254740993,"backupPolicy":{"regular":{"retention":{"unit":"Weeks","duration":2}}}}`, string(d.Bodies[0]))
}

// TestWhatIsWrongWithAMergedBodyIsNamedByWhereItStands checks the result, each part of it by the flag that it comes from.
func TestWhatIsWrongWithAMergedBodyIsNamedByWhereItStands(t *testing.T) {
	d := enginetest.New(t, Catalog())
	const regular = `{"retention":{"unit":"Weeks","duration":2}}`
	for _, c := range []struct {
		json  string
		flags []string
		says  string
	}{
		{`{}`, []string{"--name", "gold"}, "--json-input: backupPolicy is required."},
		{`{"name":5}`, []string{"--backup-policy-regular", regular}, "--json-input: name: 5 is not text."},
		{`{"name":"x"}`, []string{"--backup-policy-regular", `{"retention":{"unit":"Weeks","duration":"two"}}`}, `--backup-policy-regular: retention.duration: "two" is not a whole number.`},
		{`{"name":"x","backupPolicy":{"log":{}}}`, []string{"--backup-policy-regular", regular}, "--json-input: backupPolicy.log."},
		{`{"nam":"x"}`, []string{"--name", "x", "--backup-policy-regular", regular}, "--json-input: nam is not a documented field. Did you mean 'name'?"},
		{`{"backupPolicy":{"reglar":{}}}`, []string{"--name", "x", "--backup-policy-regular", regular}, "--json-input: backupPolicy.reglar is not a documented field. Did you mean 'regular'?"},
		{`{"name":"x","backupPolicy":[1]}`, []string{"--backup-policy-regular", regular}, "--backup-policy-regular sets a field of 'backupPolicy', which is not an object in --json-input."},
		{`{"name":"x","backupPolicy":{}}`, []string{"--backup-policy", `{}`, "--backup-policy-regular", regular}, "--backup-policy and --backup-policy-regular exclude each other"},
		{`{"name":"x","description":"a","description":"b"}`, []string{"--backup-policy-regular", regular}, "--json-input: description is given twice."},
		{`[]`, []string{"--name", "x"}, "--json-input: […] is not an object."},
		{`null`, []string{"--name", "x"}, "--json-input: null is not an object."},
		{`{"name":`, []string{"--name", "x"}, "--json-input: not valid JSON"},
	} {
		assert.Equal(t, 2, d.Run(append([]string{"policy", "create", "--json-input", c.json}, c.flags...)...), c.json)
		assert.Contains(t, d.Err.String(), c.says, c.json)
		assert.Empty(t, d.Sent, c.json)
	}
}

// TestWhatGetPrintsIsABody checks that what only answers have is left out without a word where --json-input has it, and nowhere else.
func TestWhatGetPrintsIsABody(t *testing.T) {
	d := enginetest.New(t, Catalog())
	for _, c := range []struct {
		command    []string
		json, want string
	}{
		{[]string{"policy", "update", "1:2:3"}, `{"id":"1:2:3","name":"gold","isUsable":true,"backupPolicy":{"regular":{"retention":{"unit":"Weeks","duration":2}}},"numProtectionGroups":3}`,
			`{"name":"gold","backupPolicy":{"regular":{"retention":{"unit":"Weeks","duration":2}}}}`},
		{[]string{"group", "create"}, `{"id":"1:2:6","name":"files","lastRun":{"id":"7:1"},"policyId":"1:2:3","environment":"kPhysical","permissions":null}`,
			`{"name":"files","policyId":"1:2:3","environment":"kPhysical"}`},
		{[]string{"source", "registration-update", "217"}, `{"id":217,"sourceId":217,"environment":"kPhysical","sourceInfo":{"id":217},"connectionId":9007199254740993,"authenticationStatus":"kFinished"}`,
			`{"environment":"kPhysical","connectionId":9007199254740993}`},
		{[]string{"connector", "patch", "5"}, `{"connectorId":"5","connectorName":"gate","softwareVersion":"7.2"}`, `{"connectorName":"gate"}`},
		{[]string{"connection", "patch", "5"}, `{"connectionId":"5","connectionName":"site","connectionEnvType":"kIksVpc","connectorIds":["1"]}`, `{"connectionName":"site"}`},
	} {
		require.Equal(t, 0, d.Run(append(c.command, "--json-input", c.json)...), "%v: %s", c.command, &d.Err)
		assert.NotContains(t, d.Err.String(), "Warning", c.command)
		assert.Equal(t, c.want, string(d.Bodies[0]), c.command)
	}
	require.Equal(t, 0, d.Run("source", "registration-patch", "217", "--json-input", `{"id":217,"environment":"kPhysical","name":"web-1"}`), "%s", &d.Err)
	assert.Contains(t, d.Err.String(), "--json-input: name is not a documented field", "of this operation: registration-update changes it")
	assert.Equal(t, `{"environment":"kPhysical","name":"web-1"}`, string(d.Bodies[0]))
	require.Equal(t, 0, d.Run("group", "create", "--name", "x", "--policy-id", "1:2:3", "--environment", "kPhysical", "--advanced-configs", `[{"key":"a","value":"b","id":1}]`), "%s", &d.Err)
	assert.Contains(t, string(d.Bodies[0]), `"id":1`)
}
