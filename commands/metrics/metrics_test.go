package metrics

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/service"
)

// instance is an instance with a group that is in order, one that is overdue, and a paused one whose last run is long ago.
func instance(now time.Time) *enginetest.Gate {
	at := func(age time.Duration) int64 { return now.Add(-age).UnixMicro() }
	run := func(n int, status string, age, took time.Duration) string {
		return fmt.Sprintf(`{"id":"%d:%d","onLegalHold":%t,"localBackupInfo":{"status":%q,"runType":"kRegular","startTimeUsecs":%d,"endTimeUsecs":%d,"failedObjectsCount":0,"dataLockConstraints":{"expiryTimeUsecs":%d},"localSnapshotStats":{"bytesRead":4096,"bytesWritten":1024,"logicalSizeBytes":9007199254740993}}}`,
			n, at(age), n == 3, status, at(age), at(age-took), at(-time.Hour))
	}
	active := fmt.Sprintf(`{"id":"9:%d","localBackupInfo":{"status":"Teleporting","runType":"kRegular","startTimeUsecs":%d}}`, at(time.Minute), at(time.Minute))
	group := func(id, name, rest, last string) string {
		quoted, _ := json.Marshal(name)
		return fmt.Sprintf(`{"id":%q,"name":%s,"policyId":"p","environment":"kPhysical"%s,"lastRun":%s}`, id, quoted, rest, last)
	}
	backup := func(id, group string, age time.Duration) string {
		return fmt.Sprintf(`{"id":%s,"name":"host-%s","environment":"kPhysical","latestSnapshotsInfo":[{"protectionGroupId":%q,"protectionRunStartTimeUsecs":%d,"runType":"kRegular"}]}`, id, id, group, at(age))
	}
	object := func(id, groups string) string {
		return fmt.Sprintf(`{"id":%s,"name":"host-%s","environment":"kPhysical","sourceId":%s,"sourceInfo":{"id":%s,"name":"host-%s"},"objectProtectionInfos":[%s]}`, id, id, id, id, id, groups)
	}
	in := func(id string) string { return fmt.Sprintf(`{"protectionGroups":[{"id":%q,"name":"x"}]}`, id) }
	return &enginetest.Gate{Answers: map[string]string{
		api.GetProtectionGroups.ID: `{"protectionGroups":[` + group("g1", "web", "", active) + `,` + group("g2", "web\nfiles\x1b\"", "", run(2, "Failed", 30*time.Hour, time.Minute)) + `,` +
			group("g3", "old", `,"isPaused":true`, run(1, "SucceededWithWarning", 60*24*time.Hour, time.Minute)) + `]}`,
		api.GetProtectionGroupRuns.ID:                `{"totalRuns":3,"runs":[` + active + `,` + run(4, "Succeeded", 2*time.Hour, 90*time.Second) + `,` + run(3, "Canceled", 3*time.Hour, time.Second) + `]}`,
		api.GetProtectionPolicies.ID:                 `{"policies":[{"id":"p","name":"gold","backupPolicy":{"regular":{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":4}}}}}}]}`,
		api.SearchObjects.ID:                         `{"objects":[` + strings.Join([]string{object("1", in("g1")), object("2", in("g2")), object("3", in("g3")), object("4", "")}, ",") + `]}`,
		api.SearchProtectedObjects.ID:                `{"objects":[` + backup("1", "g1", 2*time.Hour) + `,` + backup("2", "g2", 30*time.Hour) + `]}`,
		api.GetDataSourceConnectors.ID:               `{"connectors":[{"connectorId":"c","connectorName":"c","connectivityStatus":{"isConnected":false}},{"connectorId":"d"}]}`,
		api.GetDataSourceConnections.ID:              `{"connections":[{"connectionId":"1","tenantId":"t/"}]}`,
		api.ListConnectorAgents.ID:                   `{"connectorAgents":[{"connectorAgentName":"x","connectivityStatus":{"isConnected":false}},{"connectorAgentName":"y","connectivityStatus":{"isConnected":true}}]}`,
		api.ListProtectionSources.ID:                 `[{"protectionSource":{"name":"host-1","physicalProtectionSource":{"agents":[{"status":"kHealthy","upgradability":"kUpgradable"},{"status":"kUnreachable"},{"status":"kUnknown"}]}}}]`,
		api.ListProtectionSourcesRegistrationInfo.ID: `{"rootNodes":[{"rootNode":{"name":"host-1"},"registrationInfo":{}},{"rootNode":{"name":"host-2"},"registrationInfo":{"refreshErrorMessage":"no"}}]}`,
		api.GetRecoveries.ID:                         fmt.Sprintf(`{"recoveries":[{"id":"1","name":"r","status":"Failed","startTimeUsecs":%d},{"id":"2","name":"s","status":"Running","startTimeUsecs":%d}]}`, at(time.Hour), at(30*time.Hour)),
	}}
}

// metricsOf returns what a pass over an instance gives, by line.
func metricsOf(t *testing.T, gate *enginetest.Gate, objects int) []string {
	var out, errs bytes.Buffer
	c := gate.Context(t, &out, &errs)
	p := look(c)
	require.NoError(t, p.err)
	page, err := text(p.families(c, []openmetrics.Label{{Name: "service_instance", Value: "prod"}}, objects), true)
	require.NoError(t, err)
	return strings.Split(strings.ReplaceAll(strings.ReplaceAll(string(page), `service_instance="prod",`, ""), `{service_instance="prod"}`, ""), "\n")
}

func TestMetricsOfAnInstance(t *testing.T) {
	now := time.Now()
	lines := metricsOf(t, instance(now), 2)
	web, hostile, old := `{group="web",group_id="g1",environment="physical"`, `{group="web\\nfiles\\u001b\"",group_id="g2",environment="physical"`, `{group="old",group_id="g3",environment="physical"`
	for _, want := range []string{
		`groups{state="active"} 2`, `groups{state="paused"} 1`, `groups{state="ended"} 0`,
		`group_backup_overdue` + web + `} 0`, `group_backup_overdue` + hostile + `} 1`, `group_backup_overdue` + old + `} 0`,
		`group_allowed_backup_age_seconds` + web + `} 21600`,
		`group_last_backup_timestamp_seconds` + web + `} ` + openmetrics.Number(float64(now.Add(-2*time.Hour).UnixMilli())/1000),
		`group_active_runs` + web + `} 1`, `group_active_runs` + old + `} 0`,
		`group_last_run_state` + web + `,state="succeeded"} 1`, `group_last_run_state` + old + `,state="succeeded_with_warning"} 1`, `group_last_run_state` + hostile + `,state="failed"} 1`,
		`group_last_run_duration_seconds` + web + `} 90`, `group_usual_duration_seconds` + web + `} 90`, `group_last_run_duration_seconds` + old + `} 60`,
		`group_last_run_read_bytes` + web + `} 4096`, `group_last_run_written_bytes` + web + `} 1024`, `group_last_run_logical_bytes` + web + `} 9007199254740992`,
		`group_last_run_failed_objects` + web + `} 0`,
		`recent_runs{state="succeeded"} 1`, `recent_runs{state="canceled"} 1`, `recent_runs{state="other"} 1`, `recent_runs{state="missed"} 0`,
		`recent_runs_on_legal_hold 1`, `recent_runs_locked 2`,
		`recent_recoveries{state="failed"} 1`, `recent_recoveries{state="running"} 0`,
		`objects{state="protected"} 3`, `objects{state="unprotected"} 1`, `objects_omitted 1`,
		`object_last_backup_timestamp_seconds{object="host-3",object_id="3",environment="physical"} 0`,
		`connectors{state="connected"} 0`, `connectors{state="disconnected"} 1`, `connectors{state="unknown"} 1`, `connector_agents{state="disconnected"} 1`, `connector_agents{state="connected"} 1`,
		`agents{state="healthy"} 1`, `agents{state="unreachable"} 1`, `agents{state="other"} 1`, `agents_upgradable 1`,
		`sources{state="ok"} 1`, `sources{state="error"} 1`,
		`findings{kind="rpo",attention="true"} 1`, `findings{kind="unprotected",attention="true"} 1`, `findings{kind="recovery",attention="true"} 2`, `findings{kind="upgrade",attention="false"} 1`,
		`pass_success 1`, `pass_requests 13`, `pass_errors{part="runs"} 0`,
	} {
		assert.True(t, slices.Contains(lines, prefix+want), want)
	}
	for _, absent := range []string{`group_last_run_read_bytes` + old, `group_allowed_backup_age_seconds` + old, `group_last_backup_timestamp_seconds` + old, `pass_age_seconds`} {
		assert.False(t, slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, prefix+absent) }), absent)
	}
	assert.NotContains(t, strings.Join(lines, "\n"), "\x1b")
}

// TestWhatWasNotReadHasNoMetrics refuses each part in turn: nothing of it may be 0.
func TestWhatWasNotReadHasNoMetrics(t *testing.T) {
	for operation, c := range map[string]struct{ part, absent, finding string }{
		api.GetProtectionGroups.ID:                   {"groups", "groups{", "failed"},
		api.GetProtectionPolicies.ID:                 {"policies", "group_allowed_backup_age_seconds", "rpo"},
		api.SearchObjects.ID:                         {"objects", "objects{", "unprotected"},
		api.SearchProtectedObjects.ID:                {"backups", "group_last_backup_timestamp_seconds", "nosnapshot"},
		api.ListProtectionSourcesRegistrationInfo.ID: {"sources", "sources", "source"},
		api.ListConnectorAgents.ID:                   {"connector_agents", "connector_agents", "connectoragent"},
		api.ListProtectionSources.ID:                 {"hosts", "agents", "agent"},
		api.GetDataSourceConnectors.ID:               {"connectors", "connectors", "connector"},
		api.GetRecoveries.ID:                         {"recoveries", "recent_recoveries", "recovery"},
	} {
		gate := instance(time.Now())
		gate.Refuse = func(r *api.Request) error {
			if r.Op.ID == operation {
				return &service.Error{Status: 403, Message: "no"}
			}
			return nil
		}
		lines := metricsOf(t, gate, 10)
		assert.True(t, slices.Contains(lines, prefix+`pass_success 0`), operation)
		assert.True(t, slices.Contains(lines, prefix+`pass_errors{part="`+c.part+`"} 1`), operation)
		for _, line := range lines {
			assert.False(t, strings.HasPrefix(line, prefix+c.absent) || strings.HasPrefix(line, prefix+`findings{kind="`+c.finding+`"`), line)
		}
	}
}

// TestEveryPartIsNamed checks that a new part of an instance gets a name here.
func TestEveryPartIsNamed(t *testing.T) {
	all := survey.Runs | survey.LastSnapshots
	for _, one := range parts {
		all |= one.part
	}
	assert.Equal(t, survey.Everything, all)
}

// TestEveryFamilyIsGivenAndKeepsToTheConventions checks that nothing is declared that nobody ever sees.
func TestEveryFamilyIsGivenAndKeepsToTheConventions(t *testing.T) {
	var out, errs bytes.Buffer
	c := instance(time.Now()).Context(t, &out, &errs)
	c.Session = &service.Session{Version: "1.2.3"}
	p := newPasses(c, &options{objects: 1}, nil)
	page, err := p.page(t.Context(), false)
	require.NoError(t, err)
	for _, f := range families {
		assert.Contains(t, string(page), "\n"+f.SampleName(), f.Name)
	}
	require.NoError(t, openmetrics.Write(&out, families[:]))
}

func TestNamesThatAreUsedTwiceAndLongOnes(t *testing.T) {
	long := strings.Repeat("é", 300)
	gate := &enginetest.Gate{Answers: map[string]string{api.GetProtectionGroups.ID: fmt.Sprintf(`{"protectionGroups":[{"id":"1","name":"a"},{"id":"2","name":"a"},{"id":"%[1]s1","name":"%[1]s"},{"id":"%[1]s2","name":"%[1]s"}]}`, long)}}
	n := 0
	for _, line := range metricsOf(t, gate, 0) {
		if strings.HasPrefix(line, prefix+"group_active_runs{") {
			n++
			assert.Less(t, len(line), 600)
		}
	}
	assert.Equal(t, 4, n)
}

func TestMetricsAreWrittenForTheNodeExporter(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "backup.prom")
	var out, errs bytes.Buffer
	c := instance(time.Now()).Context(t, &out, &errs)
	require.NoError(t, (&options{file: file}).run(c))
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.NotContains(t, string(raw), "# EOF")
	assert.NotContains(t, string(raw), "# UNIT")
	assert.Contains(t, string(raw), prefix+"pass_success")
	assert.Empty(t, out.String())
	if info, err := os.Stat(file); assert.NoError(t, err) && runtime.GOOS != "windows" {
		assert.EqualValues(t, 0o644, info.Mode().Perm())
	}

	err = (&options{file: filepath.Join(dir, "none", "x.prom")}).run(c)
	var failure *engine.Failure
	require.ErrorAs(t, err, &failure)
	assert.Equal(t, engine.ExitFailed, failure.Exit)
}

// TestAPassThatFailsAsAWholeLeavesTheFile checks that the metrics of an earlier pass stay, whose age then says that they are old.
func TestAPassThatFailsAsAWholeLeavesTheFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "backup.prom")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o600))
	var out, errs bytes.Buffer
	gate := &enginetest.Gate{Refuse: func(*api.Request) error { return &service.LoginError{} }}
	require.Error(t, (&options{file: file}).run(gate.Context(t, &out, &errs)))
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "old", string(raw))
}

func TestOptionsThatHaveNoEffectAreRefused(t *testing.T) {
	var out, errs bytes.Buffer
	for _, o := range []*options{
		{file: "x.txt"}, {file: "x.prom", listen: listening{address: "127.0.0.1:1"}}, {listen: listening{anywhere: true}}, {listen: listening{token: "@x"}}, {listen: listening{interval: time.Hour}},
		{listen: listening{address: "127.0.0.1:0", interval: time.Second}}, {listen: listening{address: "127.0.0.1:0", cert: "x"}}, {listen: listening{address: "0.0.0.0:0", anywhere: true}},
		{listen: listening{address: "0.0.0.0:0"}}, {listen: listening{address: "[::]:0"}}, {listen: listening{address: ":0"}}, {listen: listening{address: "nonsense"}}, {listen: listening{address: "127.0.0.1:70000"}},
		{listen: listening{address: "127.0.0.1:0", token: "a-token-that-is-long-enough"}}, {listen: listening{address: "127.0.0.1:0", token: "env"}}, {listen: listening{address: "127.0.0.1:0", token: "@none"}},
		{listen: listening{address: "127.0.0.1:0", cert: "none", key: "none"}},
	} {
		gate := instance(time.Now())
		err := o.run(gate.Context(t, &out, &errs))
		var wrong *engine.UsageError
		if assert.True(t, errors.As(err, &wrong), "%+v: %v", o, err) {
			assert.NotContains(t, err.Error(), "long-enough")
		}
		assert.Empty(t, gate.Requests)
	}
	t.Setenv(service.MetricsTokenVariable, "short")
	assert.ErrorContains(t, (&options{listen: listening{address: "127.0.0.1:0", token: "env"}}).run(instance(time.Now()).Context(t, &out, &errs)), "at least")
}
