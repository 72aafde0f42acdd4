package sandbox

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// TestEveryFieldOfABodyHasARule walks the bodies of the API description, so that no field is ignored because nobody thought of it,
// and looks for rules about fields that there are not.
func TestEveryFieldOfABodyHasARule(t *testing.T) {
	c := start(t, Options{})
	used := map[uintptr]map[string]bool{} // the keys of each map of rules, which operations share
	var operations []*openapi3.Operation
	for _, of := range c.server.apis {
		for _, item := range of.doc.Paths.Map() {
			for _, op := range item.Operations() {
				operations = append(operations, op)
			}
		}
	}
	for _, op := range operations {
		if op.RequestBody == nil {
			continue
		}
		rules := fieldRules[op.OperationID]
		if rules == nil {
			assert.True(t, api.ByID(op.OperationID).ReadOnly(), "%s has no rules", op.OperationID)
			continue
		}
		here := reflect.ValueOf(rules).Pointer()
		if used[here] == nil {
			used[here] = map[string]bool{}
		}
		eachField(op.RequestBody.Value.Content.Get("application/json").Schema.Value, "", func(path string, inner bool) bool {
			key := ruleFor(rules, path)
			assert.True(t, key != "" || inner, "%s: %s has no rule", op.OperationID, path)
			used[here][key] = true
			return rules[key].refusal == "" // what is inside of what is refused needs no rules
		})
	}
	for id, rules := range fieldRules {
		for key := range rules {
			assert.True(t, used[reflect.ValueOf(rules).Pointer()][key], "%s has no field %s", id, key)
		}
	}
}

// eachField calls visit for each field of a schema and those inside, as long as it returns true. inner says whether a field has
// fields itself.
func eachField(s *openapi3.Schema, at string, visit func(path string, inner bool) bool) {
	for name, field := range innerSchema(s).Properties {
		path := name
		if at != "" {
			path = at + "." + name
		}
		value := innerSchema(field.Value)
		if value.Items != nil {
			value = innerSchema(value.Items.Value)
		}
		if len(path) > 300 { // a schema that contains itself
			continue
		}
		if visit(path, len(value.Properties) > 0) {
			eachField(value, path, visit)
		}
	}
}

// set returns a copy of an object with a value at a path, written with dots.
func set(o jsonObject, path string, value any) jsonObject {
	return withValue(o, value, strings.Split(path, ".")...)
}

// refusedAs sends a body that has to be refused with a message that begins with a text.
func (c *client) refusedAs(t *testing.T, text, method, path string, body jsonObject) {
	t.Helper()
	var answer struct{ ErrorCode, Message string }
	require.NoError(t, json.Unmarshal([]byte(c.refused(400, method, path, body)), &answer))
	assert.Contains(t, []string{"KUnsupported", "KValidationError"}, answer.ErrorCode)
	assert.True(t, strings.HasPrefix(answer.Message, text), "%s, and not: %s", text, answer.Message)
}

func TestPoliciesThatMakeNoSenseAreRefused(t *testing.T) {
	c := start(t, Options{})
	policy := func(field string, value any) jsonObject { return set(goldPolicy("gold"), field, value) }
	schedule := func(of string, o jsonObject) jsonObject {
		return policy("backupPolicy.regular."+of+".schedule", o)
	}
	retention := jsonObject{"unit": "Days", "duration": 1}
	window := func(field string, value any) jsonObject {
		from := jsonObject{"hour": 22, "minute": 0, "timeZone": "Europe/Berlin"}
		return policy("blackoutWindow", []any{jsonObject{"day": "Sunday", "startTime": set(from, field, value), "endTime": set(from, "hour", 23)}})
	}
	for text, body := range map[string]jsonObject{
		"name: it must not be empty.":                                                            policy("name", "  "),
		"backupPolicy.regular.retention.duration: 0 is less than 1.":                             policy("backupPolicy.regular.retention.duration", 0),
		"backupPolicy.regular.retention.dataLockConfig.duration: -1 is ":                         policy("backupPolicy.regular.retention.dataLockConfig", jsonObject{"mode": "Compliance", "unit": "Days", "duration": -1}),
		"backupPolicy.regular.incremental.schedule.daySchedule.frequency: 0 is less than 1.":     schedule("incremental", jsonObject{"unit": "Days", "daySchedule": jsonObject{"frequency": 0}}),
		"backupPolicy.regular.incremental.schedule.hourSchedule: a schedule with the unit Hours": schedule("incremental", jsonObject{"unit": "Hours"}),
		"backupPolicy.regular.incremental.schedule.daySchedule: it does not fit the unit Hours.": schedule("incremental", jsonObject{"unit": "Hours", "hourSchedule": jsonObject{"frequency": 1}, "daySchedule": jsonObject{"frequency": 1}}),
		"backupPolicy.regular.incremental.schedule.weekSchedule.dayOfWeek: at least one day":     schedule("incremental", jsonObject{"unit": "Weeks", "weekSchedule": jsonObject{"dayOfWeek": []any{}}}),
		"backupPolicy.regular.full.schedule.monthSchedule.dayOfMonth: 32 is not between 1 and":   schedule("full", jsonObject{"unit": "Months", "monthSchedule": jsonObject{"dayOfMonth": 32}}),
		"backupPolicy.regular.full.schedule.monthSchedule: either dayOfMonth is needed":          schedule("full", jsonObject{"unit": "Months", "monthSchedule": jsonObject{"weekOfMonth": "First"}}),
		"backupPolicy.log.retention.duration: 0":                                                 policy("backupPolicy.log", jsonObject{"schedule": jsonObject{"unit": "Minutes", "minuteSchedule": jsonObject{"frequency": 5}}, "retention": set(retention, "duration", 0)}),
		"extendedRetention.schedule.frequency: 0":                                                policy("extendedRetention", []any{jsonObject{"schedule": jsonObject{"unit": "Weeks", "frequency": 0}, "retention": retention}}),
		"blackoutWindow.startTime.hour: 24 is not between 0 and 23.":                             window("hour", 24),
		"blackoutWindow.startTime.minute: 60":                                                    window("minute", 60),
		`blackoutWindow.startTime.timeZone: "Mars/Base" is no`:                                   window("timeZone", "Mars/Base"),
		"retryOptions.retries: -1":                                                               policy("retryOptions", jsonObject{"retries": -1, "retryIntervalMins": 1}),
		"backupPolicy.cdp: the sandbox has no":                                                   policy("backupPolicy.cdp", jsonObject{"retention": jsonObject{"unit": "Hours", "duration": 1}}),
		"backupPolicy.runTimeouts: ":                                                             policy("backupPolicy.runTimeouts", []any{jsonObject{"timeoutMins": 5, "backupType": "kRegular"}}),
	} {
		c.refusedAs(t, text, "POST", "/data-protect/policies", body)
	}
	for name, o := range map[string]jsonObject{
		"hours": {"unit": "Hours", "hourSchedule": jsonObject{"frequency": 4}}, "weeks": {"unit": "Weeks", "weekSchedule": jsonObject{"dayOfWeek": []any{"Monday"}}},
		"date": {"unit": "Months", "monthSchedule": jsonObject{"dayOfMonth": 31}}, "day": {"unit": "Months", "monthSchedule": jsonObject{"weekOfMonth": "Last", "dayOfWeek": []any{"Friday"}}},
		"years": {"unit": "Years", "yearSchedule": jsonObject{"dayOfYear": "Last"}},
	} {
		c.must("POST", "/data-protect/policies", set(schedule("incremental", o), "name", name))
	}
	id := str(c.must("POST", "/data-protect/policies", goldPolicy("gold")), "id")
	c.refusedAs(t, "name: ", "PUT", "/data-protect/policies/"+id, policy("name", ""))
}

// TestWhatHasNoEffectIsRefused sends requests for what the sandbox does not do.
func TestWhatHasNoEffectIsRefused(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	group, source := c.protect(host)
	id := str(c.backUp(group), "id")
	runs := "/data-protect/protection-groups/" + group + "/runs"
	snapshot := c.snapshot(source)
	files := func(field string, value any) jsonObject {
		params := filesTo(snapshot, source, jsonObject{"alternateRestoreDirectory": "/back"}, "/a")
		return set(jsonObject{"name": "back", "snapshotEnvironment": "kPhysical", "physicalParams": params}, field, value)
	}
	body := c.groupBody("others", goldPolicy("silver"), source)
	file := "physicalParams.fileProtectionTypeParams."
	target := "physicalParams.recoverFileAndFolderParams.physicalTargetParams."
	physical := func(field string, value any) jsonObject {
		return jsonObject{"environment": "kPhysical", "physicalParams": jsonObject{"endpoint": t.TempDir(), field: value}}
	}
	vlan := jsonObject{"id": 7, "interfaceName": "eth1"}
	const sources, groups, recoveries = "/data-protect/sources/registrations", "/data-protect/protection-groups", "/data-protect/recoveries"
	for _, r := range []struct {
		text, path string
		body       jsonObject
	}{
		{"connectionName: it must not be empty.", "/data-source-connections", jsonObject{"connectionName": ""}},
		{"name: it must not be empty.", sources, set(physical("hostType", "kLinux"), "name", " ")},
		{"physicalParams.applications: the sandbox has hosts with SQL Server alone.", sources, physical("applications", []any{"kOracle"})},
		{"physicalParams.physicalType: the sandbox has single hosts", sources, physical("physicalType", "kWindowsCluster")},
		{"advancedConfigs: ", sources, set(physical("hostType", "kLinux"), "advancedConfigs", []any{jsonObject{"key": "a", "value": "b"}})},
		{"kubernetesParams.defaultVlanParams: the sandbox has no VLANs.", sources, jsonObject{"environment": "kKubernetes",
			"kubernetesParams": jsonObject{"endpoint": host, "kubernetesDistribution": "kIKS", "clientPrivateKey": "x", "defaultVlanParams": jsonObject{"vlanId": 7}}}},
		{"name: it must not be empty.", groups, set(body, "name", "")},
		{"startTime.hour: 24 is not between 0 and 23.", groups, set(body, "startTime", jsonObject{"hour": 24, "minute": 0})},
		{"startTime.timeZone: ", groups, set(body, "startTime", jsonObject{"hour": 1, "minute": 0, "timeZone": "Nowhere"})},
		{"sla.slaMinutes: 0 is less than 1.", groups, set(body, "sla", []any{jsonObject{"backupRunType": "kFull", "slaMinutes": 0}})},
		{file + "prePostScript: the sandbox runs no scripts.", groups, set(body, file+"prePostScript", jsonObject{"preScript": jsonObject{"path": "/stop"}})},
		{file + "quiesce: ", groups, set(body, file+"quiesce", true)},
		{file + "indexingPolicy.enableIndexing: ", groups, set(body, file+"indexingPolicy", jsonObject{"enableIndexing": false})},
		{file + "indexingPolicy.excludePaths: ", groups, set(body, file+"indexingPolicy", jsonObject{"enableIndexing": true, "excludePaths": []any{"/tmp"}})},
		{"runType: the sandbox makes runs of kRegular, kFull, kLog and kSystem.", runs, jsonObject{"runType": "kHydrateCDP"}},
		{"objects.physicalParams: ", runs, jsonObject{"runType": "kRegular", "objects": []any{jsonObject{"id": json.Number(source), "physicalParams": jsonObject{"metadataFilePath": "/list"}}}}},
		{target + "vlanConfig: the sandbox has no VLANs.", recoveries, files(target+"vlanConfig", vlan)},
		{target + "preserveAcls: ", recoveries, files(target+"preserveAcls", true)},
		{target + "preserveTimestamps: ", recoveries, files(target+"preserveTimestamps", false)},
		{target + "restoreEntityType: ", recoveries, files(target+"restoreEntityType", "kACLOnly")},
		{"physicalParams.objects.pointInTimeUsecs: only databases", recoveries, files("physicalParams.objects", []any{jsonObject{"snapshotId": snapshot, "pointInTimeUsecs": 5}})},
		{"physicalParams.recoverFileAndFolderParams.filesAndFolders.absolutePath: it must not", recoveries, files("physicalParams.recoverFileAndFolderParams.filesAndFolders", []any{jsonObject{"absolutePath": ""}})},
		{"mssqlParams.recoverAppParams.sqlTargetParams.originalSourceConfig.keepCdc: the sandbox has no change data capture.", recoveries, jsonObject{"name": "x", "snapshotEnvironment": "kSQL",
			"mssqlParams": jsonObject{"recoveryAction": "RecoverApps", "recoverAppParams": []any{jsonObject{"snapshotId": snapshot, "targetEnvironment": "kSQL",
				"sqlTargetParams": jsonObject{"recoverToNewSource": false, "originalSourceConfig": jsonObject{"keepCdc": true}}}}}}},
		{"documents: ", recoveries + "/download-files-folders", jsonObject{"name": "x", "object": jsonObject{"snapshotId": snapshot}, "filesAndFolders": []any{jsonObject{"absolutePath": "/a"}}, "documents": []any{jsonObject{"itemId": "1"}}}},
		{"targetsConfig.replications: the sandbox copies nothing", runs, jsonObject{"runType": "kRegular", "targetsConfig": jsonObject{"replications": []any{jsonObject{"id": 1}}}}},
		{"kubernetesParams: it does not fit the environment kPhysical.", sources, set(physical("hostType", "kLinux"), "kubernetesParams", jsonObject{"endpoint": host, "kubernetesDistribution": "kIKS", "clientPrivateKey": "x"})},
		{"physicalParams.volumeProtectionTypeParams: it does not fit the protectionType kFile.", groups, set(body, "physicalParams.volumeProtectionTypeParams", jsonObject{"objects": []any{jsonObject{"id": json.Number(source)}}})},
		{"physicalParams.recoverVolumeParams: it does not fit the recoveryAction RecoverFiles.", recoveries, files("physicalParams.recoverVolumeParams", jsonObject{"targetEnvironment": "kPhysical"})},
		{"count: 0 is less than 1.", "/data-protect/search/indexed-objects", jsonObject{"objectType": "Files", "count": 0}},
	} {
		c.refusedAs(t, r.text, "POST", r.path, r.body)
	}
	c.refusedAs(t, "updateProtectionGroupRunParams.localSnapshotConfig.daysToKeep: -4 is less than 0.", "PUT", runs,
		jsonObject{"updateProtectionGroupRunParams": []any{jsonObject{"runId": id, "localSnapshotConfig": jsonObject{"daysToKeep": -4}}}})
	for text, query := range map[string]string{
		"numRuns: 0 is less than 1.": runs + "?numRuns=0", "length: 8388609 is not between 1 and 8388608.": "/data-protect/snapshots/" + snapshot + "/download-file?filePath=/a&length=8388609",
		"startOffset: -1 is less than 0.": "/data-protect/snapshots/" + snapshot + "/download-file?filePath=/a&startOffset=-1", "count: 0": "/data-protect/search/objects?count=0",
	} {
		c.refusedAs(t, text, "GET", query, nil)
	}
	c.text("GET", "/data-protect/snapshots/"+snapshot+"/download-file?filePath=/a&length=8388608")

	// What asks for what happens anyway is accepted, and so is what the sandbox only keeps.
	body = set(set(body, file+"quiesce", false), file+"indexingPolicy", jsonObject{"enableIndexing": true, "includePaths": []any{"/"}, "excludePaths": []any{}})
	body = set(set(body, "alertPolicy", jsonObject{"backupRunStatus": []any{"kFailure"}}), "startTime", jsonObject{"hour": 23, "minute": 59, "timeZone": "America/New_York"})
	c.must("POST", groups, set(body, "qosPolicy", "kBackupHDD"))
	c.must("POST", recoveries, files(target+"vlanConfig", jsonObject{}))
	c.must("POST", recoveries, files("physicalParams.objects", []any{jsonObject{"snapshotId": snapshot, "status": "Failed", "messages": []any{"of an answer"}, "startTimeUsecs": 1,
		"objectInfo": jsonObject{"id": json.Number(source), "name": "web-1"}, "progressTaskId": "p"}}))
}

// TestWhatTheDocumentExcludesIsRefused compares the limits of numbers in the API description with those of the sandbox, which may be
// narrower.
func TestWhatTheDocumentExcludesIsRefused(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData([]byte(api.Document()))
	require.NoError(t, err)
	const refused = "datamoverHostportNumber sizeBytesLowerLimit sizeBytesUpperLimit timeout" // whatever they are
	limits := 0
	compare := func(name string, s *openapi3.Schema, ranges map[string]span) {
		if s.Min == nil || strings.Contains(refused, name) {
			return
		}
		limits++
		r, there := ranges[name]
		assert.True(t, there && float64(r.min) >= *s.Min && (s.Max == nil || float64(r.max) <= *s.Max), "%s: %v", name, r)
	}
	eachSchema(doc, func(s *openapi3.Schema) {
		for name, field := range s.Properties {
			compare(name, field.Value, numberRanges)
		}
	})
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			for _, p := range op.Parameters {
				compare(p.Value.Name, p.Value.Schema.Value, parameterRanges)
			}
		}
	}
	assert.Greater(t, limits, 30)
}
