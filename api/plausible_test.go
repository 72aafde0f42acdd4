package api_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// policyWith returns the body of a policy with a schedule of regular backups and a retention.
func policyWith(schedule, retention string) string {
	return `{"name":"gold","backupPolicy":{"regular":{"incremental":{"schedule":` + schedule + `},"retention":` + retention + `}}}`
}

const (
	daily    = `{"unit":"Days","daySchedule":{"frequency":1}}`
	twoWeeks = `{"unit":"Weeks","duration":2}`
)

// implausible returns what is implausible in a body, all of which are slips.
func implausible(t *testing.T, op *api.Operation, body string) []string {
	t.Helper()
	r := api.NewRequest(op)
	r.Body = []byte(body)
	for i := range op.Params {
		if op.Params[i].Required {
			r.Set(&op.Params[i], "1:2:3")
		}
	}
	for _, p := range r.Check(func(api.Kind) bool { return true }) {
		require.True(t, p.Warning && p.Slip, "%s: %v", body, p)
	}
	return problems(op, body)
}

func TestNumbersAreInTheirRange(t *testing.T) {
	const regular = "backupPolicy.regular."
	for body, want := range map[string][]string{
		policyWith(daily, `{"unit":"Weeks","duration":1}`):                                                                   {},
		policyWith(daily, `{"unit":"Weeks","duration":0}`):                                                                   {"? " + regular + "retention.duration 0 is less than 1"},
		policyWith(daily, `{"unit":"Weeks","duration":-9223372036854775808}`):                                                {"? " + regular + "retention.duration -9223372036854775808 is less than 1"},
		policyWith(daily, `{"unit":"Weeks","duration":9223372036854775807}`):                                                 {},
		policyWith(daily, `{"unit":"Weeks","duration":2,"dataLockConfig":{"mode":"Compliance","unit":"Days","duration":0}}`): {"? " + regular + "retention.dataLockConfig.duration 0 is less than 1"},
		policyWith(`{"unit":"Days","daySchedule":{"frequency":0}}`, twoWeeks):                                                {"? " + regular + "incremental.schedule.daySchedule.frequency 0 is less than 1"},
		policyWith(`{"unit":"Months","monthSchedule":{"dayOfMonth":1}}`, twoWeeks):                                           {},
		policyWith(`{"unit":"Months","monthSchedule":{"dayOfMonth":31}}`, twoWeeks):                                          {},
		policyWith(`{"unit":"Months","monthSchedule":{"dayOfMonth":0}}`, twoWeeks):                                           {"? " + regular + "incremental.schedule.monthSchedule.dayOfMonth 0 is not 1 to 31"},
		policyWith(`{"unit":"Months","monthSchedule":{"dayOfMonth":32}}`, twoWeeks):                                          {"? " + regular + "incremental.schedule.monthSchedule.dayOfMonth 32 is not 1 to 31"},
	} {
		assert.Equal(t, want, implausible(t, &api.CreateProtectionPolicy, body), body)
	}
	group := `{"name":"a","policyId":"1:2:3","environment":"kPhysical",`
	for fields, want := range map[string][]string{
		`"startTime":{"hour":0,"minute":0}`:   {},
		`"startTime":{"hour":23,"minute":59}`: {},
		`"startTime":{"hour":24,"minute":-1}`: {"? startTime.hour 24 is not 0 to 23", "? startTime.minute -1 is not 0 to 59"},
		`"sla":[{"slaMinutes":1}]`:            {},
		`"sla":[{},{"slaMinutes":0}]`:         {"? sla[1].slaMinutes 0 is less than 1"},
		`"lastModifiedTimestampUsecs":0`:      {},
		`"description":"","priority":"kHigh"`: {},
	} {
		assert.Equal(t, want, implausible(t, &api.CreateProtectionGroup, group+fields+"}"), fields)
	}
}

func TestTextsThatCannotBeEmpty(t *testing.T) {
	for body, want := range map[string][]string{
		`{"connectionName":"a"}`:   {},
		`{"connectionName":""}`:    {"? connectionName must not be empty"},
		`{"connectionName":" \t"}`: {"? connectionName must not be empty"},
	} {
		assert.Equal(t, want, implausible(t, &api.CreateDataSourceConnection, body), body)
	}
	assert.Equal(t, []string{"? policyId must not be empty"}, implausible(t, &api.CreateProtectionGroup, `{"name":"a","policyId":"","environment":"kPhysical"}`), "where a name may stand too")
	assert.Equal(t, []string{"? physicalParams.endpoint must not be empty"},
		implausible(t, &api.RegisterProtectionSource, `{"environment":"kPhysical","physicalParams":{"endpoint":""}}`))
	r := api.NewRequest(&api.DownloadIndexedFile).SetNamed("snapshotsId", "s").SetNamed("filePath", "").SetNamed("startOffset", "-1").SetNamed("length", "8388609")
	found := r.Check(nil)
	require.Len(t, found, 3)
	assert.Equal(t, []api.ProblemCode{api.Empty, api.TooSmall, api.OutOfRange}, []api.ProblemCode{found[0].Code, found[1].Code, found[2].Code})
	for _, p := range found {
		assert.True(t, p.Param != nil && p.Warning && p.Slip, "%v", p)
	}
	assert.Empty(t, r.SetNamed("filePath", "/a").SetNamed("startOffset", "0").SetNamed("length", "8388608").Check(nil))
}

func TestAUnitHasItsSchedule(t *testing.T) {
	for schedule, field := range map[string]string{
		`{"unit":"Hours","hourSchedule":{"frequency":4}}`: "",
		`{"hourSchedule":{"frequency":4},"unit":"Hours"}`: "",
		`{"unit":"Hours"}`:                                                              "hourSchedule",
		`{"unit":"Hours","hourSchedule":null}`:                                          "hourSchedule",
		`{"unit":"Hours","daySchedule":{"frequency":1}}`:                                "hourSchedule",
		`{"unit":"Hours","hourSchedule":{"frequency":4},"daySchedule":{"frequency":1}}`: "",
		`{"unit":"Minutes"}`:                                                            "minuteSchedule", `{"unit":"Days"}`: "daySchedule", `{"unit":"Weeks"}`: "weekSchedule", `{"unit":"Months"}`: "monthSchedule", `{"unit":"Years"}`: "yearSchedule",
	} {
		want := []string{}
		if field != "" {
			unit := strings.Split(schedule, `"`)[3]
			want = []string{"? backupPolicy.regular.incremental.schedule " + field + " is required with " + unit}
		}
		assert.Equal(t, want, implausible(t, &api.CreateProtectionPolicy, policyWith(schedule, twoWeeks)), schedule)
	}
	full := func(schedule string) string {
		return `{"name":"gold","backupPolicy":{"regular":{"fullBackups":[{"schedule":` + schedule + `,"retention":` + twoWeeks + `}],"retention":` + twoWeeks + `}}}`
	}
	assert.Empty(t, implausible(t, &api.CreateProtectionPolicy, full(`{"unit":"ProtectOnce"}`)))
	assert.Equal(t, []string{"? backupPolicy.regular.fullBackups[0].schedule weekSchedule is required with Weeks"}, implausible(t, &api.CreateProtectionPolicy, full(`{"unit":"Weeks"}`)))
	copies := `{"name":"gold","backupPolicy":{"regular":{"retention":` + twoWeeks + `}},"extendedRetention":[{"schedule":{"unit":"Runs"},"retention":` + twoWeeks + `},{"schedule":{"unit":"Days","frequency":2},"retention":` + twoWeeks + `}]}`
	assert.Empty(t, implausible(t, &api.CreateProtectionPolicy, copies), "a schedule of copies has a frequency alone")
	r := api.NewRequest(&api.CreateProtectionPolicy)
	for _, unit := range []string{`""`, `"s"`, `"ü"`, `7`, `null`, `{}`, `"Decades"`} {
		r.Body = []byte(policyWith(`{"unit":`+unit+`}`, twoWeeks))
		assert.False(t, slices.ContainsFunc(r.Check(nil), func(p api.Problem) bool { return p.Code == api.NoSchedule }), unit)
	}
}

// TestUnitsHaveTheirSchedules finds the models with a unit and schedules, all of whose units but one need the schedule of the same name.
func TestUnitsHaveTheirSchedules(t *testing.T) {
	models := map[string][]string{}
	eachModel(func(model string, fields []api.Field) {
		for i := range fields {
			if fields[i].Name != "unit" {
				continue
			}
			for _, unit := range fields[i].Enum {
				if needed := api.NeededBy(fields, &fields[i], unit); needed != nil {
					models[model] = append(models[model], needed.Name)
				}
			}
		}
	})
	const days, all = "daySchedule monthSchedule weekSchedule yearSchedule", "daySchedule hourSchedule minuteSchedule monthSchedule weekSchedule yearSchedule"
	have := map[string]string{}
	for model, fields := range models {
		have[model] = strings.Join(fields, " ")
	}
	assert.Equal(t, map[string]string{"BmrSchedule": days, "FullSchedule": days, "IncrementalSchedule": all, "LogSchedule": "hourSchedule minuteSchedule", "StorageArraySnapshotSchedule": all}, have)
}

// eachModel calls visit for the body of each operation and each model of an object in a body.
func eachModel(visit func(model string, fields []api.Field)) {
	seen := map[string]bool{}
	var walk func(model string, fields []api.Field)
	walk = func(model string, fields []api.Field) {
		if seen[model] {
			return
		}
		seen[model] = true
		visit(model, fields)
		for i := range fields {
			if fields[i].Type == api.Object {
				walk(fields[i].ModelName(), fields[i].Fields())
			}
		}
	}
	for _, op := range api.Operations {
		walk(op.ID, op.Body)
	}
}

func TestTimesInTheirUnit(t *testing.T) {
	for _, c := range []struct {
		value      string
		year, near string // empty for a time that is believed
	}{
		{"-1", "", ""}, {"0", "", ""}, {"1", "", ""}, {"99999999", "", ""},
		{"100000000", "1970", "100000000000000"},
		{"1795489984", "1970", "1795489984000000"},
		{"99999999999", "1970", "99999999999000000"},
		{"100000000000", "1970", "100000000000000"},
		{"1795489984123", "1970", "1795489984123000"},
		{"99999999999999", "1973", "99999999999999000"},
		{"100000000000000", "", ""}, {"1795489984123456", "", ""}, {"100000000000000000", "", ""},
		{"100000000000000001", "5138", "100000000000000"},
		{"1795489984123456789", "58866", "1795489984123456"},
		{"9223372036854775807", "294247", "9223372036854775"},
	} {
		r := api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", "1:2:3").SetNamed("startTimeUsecs", c.value)
		checkTime(t, r, api.NotUsecs, c.value, c.year, c.near)
	}
	for _, c := range []struct{ value, year, near string }{
		{"0", "", ""}, {"-62135596800", "", ""}, {"99999999", "", ""}, {"100000000", "", ""}, {"1795489984", "", ""}, {"100000000000", "", ""},
		{"100000000001", "5138", "100000000"}, {"1795489984123", "58866", "1795489984"}, {"1795489984123456", "56898782", "1795489984"},
		{"1795489984123456789", "56896814568", "1795489984"}, {"9223372036854775807", "292277026596", "9223372036"},
	} {
		r := api.NewRequest(&api.SearchIndexedObjects)
		r.Body = []byte(`{"objectType":"Emails","emailParams":{"receivedStartTimeSecs":` + c.value + `}}`)
		checkTime(t, r, api.NotSecs, c.value, c.year, c.near)
	}
	msecs := &api.Operation{Params: []api.Param{{In: api.Query, Field: api.Field{Name: "at", Type: api.Integer, Unit: api.UnixMsecs}}}}
	for _, c := range []struct{ value, year, near string }{
		{"0", "", ""}, {"99999999", "", ""}, {"100000000", "1970", "100000000000"}, {"1795489984", "1970", "1795489984000"}, {"99999999999", "1973", "99999999999000"},
		{"100000000000", "", ""}, {"1795489984123", "", ""}, {"100000000000000", "", ""}, {"100000000000001", "5138", "100000000000"},
		{"1795489984123456", "58866", "1795489984123"}, {"1795489984123456789", "56898782", "1795489984123"},
	} {
		checkTime(t, api.NewRequest(msecs).SetNamed("at", c.value), api.NotMsecs, c.value, c.year, c.near)
	}
}

func checkTime(t *testing.T, r *api.Request, code api.ProblemCode, value, year, near string) {
	t.Helper()
	found := slices.DeleteFunc(r.Check(nil), func(p api.Problem) bool {
		return p.Code == api.UnknownForm || p.Code == api.UnknownValue || p.Code == api.UnknownValueNear
	})
	if near == "" {
		assert.Empty(t, found, value)
		return
	}
	require.Len(t, found, 1, value)
	assert.Equal(t, code, found[0].Code, value)
	assert.Equal(t, []any{"Value", value, "Year", year, "Near", near}, found[0].Args, value)
	assert.True(t, found[0].Slip && found[0].Warning)
}

func TestARangeBeginsBeforeItsEnd(t *testing.T) {
	const early, late = "1795489984000000", "1795489984000001"
	for _, c := range []struct {
		start, end string
		wrong      bool
	}{
		{early, late, false}, {early, early, false}, {late, early, true}, {late, "0", false}, {late, "-1", false}, {"0", early, false}, {late, "5", true},
	} {
		found := api.NewRequest(&api.GetRecoveries).SetNamed("startTimeUsecs", c.start).SetNamed("endTimeUsecs", c.end).Check(nil)
		if c.wrong {
			require.Len(t, found, 1, c)
			assert.Equal(t, api.StartAfterEnd, found[0].Code)
			assert.Equal(t, []string{"startTimeUsecs", "endTimeUsecs"}, []string{found[0].Param.Name, found[0].End.Param.Name})
			assert.Equal(t, "2026-11-24T03:13:04.000001Z", found[0].Args[1])
		} else {
			assert.Empty(t, found, c)
		}
		body := `{"environment":"kPhysical","protectionGroupIds":["1:2:3"],"endTimeUsecs":` + c.end + `,"startTimeUsecs":` + c.start + `}`
		want := []string{}
		if c.wrong {
			at := "2026-11-24T03:13:04Z"
			if c.end == "5" {
				at = "1970-01-01T00:00:00.000005Z"
			}
			want = []string{"? startTimeUsecs 2026-11-24T03:13:04.000001Z is after " + at + " (endTimeUsecs)"}
		}
		assert.Equal(t, want, implausible(t, &api.GetRestorePointsInTimeRange, body), body)
	}
	assert.Equal(t, []string{"? emailParams.createdStartTimeSecs 2026-11-24T03:13:04Z is after 2026-11-24T03:13:03Z (emailParams.createdEndTimeSecs)"},
		implausible(t, &api.SearchIndexedObjects, `{"objectType":"Emails","emailParams":{"createdStartTimeSecs":1795489984,"createdEndTimeSecs":1795489983,"dueDateStartTimeSecs":1795489984}}`))
	assert.Equal(t, []string{"? oneDriveParams.sizeBytesLowerLimit 2 is greater than 1 (oneDriveParams.sizeBytesUpperLimit)"}, sizes(t, 2, 1))
	assert.Empty(t, sizes(t, 1, 1))
	assert.Equal(t, []string{"? startTimeUsecs 1795489984 is of 1970, not 1795489984000000"},
		implausible(t, &api.GetRestorePointsInTimeRange, `{"environment":"kPhysical","protectionGroupIds":["1:2:3"],"startTimeUsecs":1795489984,"endTimeUsecs":5}`), "what is wrong by itself is not compared")
}

// sizes returns what is wrong with a search for documents of sizes.
func sizes(t *testing.T, lower, upper int) []string {
	return implausible(t, &api.SearchIndexedObjects, fmt.Sprintf(`{"objectType":"OneDriveObjects","oneDriveParams":{"sizeBytesLowerLimit":%d,"sizeBytesUpperLimit":%d}}`, lower, upper))
}

// TestRangesOfTheDocument lists the ranges of which a request has both ends.
func TestRangesOfTheDocument(t *testing.T) {
	var have []string
	ranges := func(of string, fields []api.Field) {
		for i := range fields {
			for j := range fields {
				if isRange(&fields[i], &fields[j]) {
					have = append(have, of+": "+fields[i].Name+" "+fields[j].Name)
				}
			}
		}
	}
	for _, op := range api.Operations {
		var fields []api.Field
		for i := range op.Params {
			fields = append(fields, op.Params[i].Field)
		}
		ranges(op.ID, fields)
	}
	eachModel(ranges)
	slices.Sort(have)
	assert.Equal(t, strings.Split(strings.TrimSpace(`
CreateUpgradeTask: scheduleTimeUsecs scheduleEndTimeUsecs
GetAlertSummary: startTimeUsecs endTimeUsecs
GetAlerts: startTimeUsecs endTimeUsecs
GetManagementAlerts: startDateUsecs endDateUsecs
GetManagementAlertsStats: startTimeUsecs endTimeUsecs
GetManagementAlertsSummary: startTimeUsecs endTimeUsecs
GetObjectSnapshots: fromTimeUsecs toTimeUsecs
GetObjectSnapshots: runStartFromTimeUsecs runStartToTimeUsecs
GetProgressMonitors: startTimeSecs endTimeSecs
GetProgressMonitors: startTimeSecs endTimeSecs
GetProtectionGroupRuns: startTimeUsecs endTimeUsecs
GetProtectionRunProgress: startTimeUsecs endTimeUsecs
GetRecoveries: startTimeUsecs endTimeUsecs
GetRestorePointsInTimeRange: startTimeUsecs endTimeUsecs
RangeFilterParams: lowerBound upperBound
SearchDocumentLibraryRequestParams: creationStartTimeSecs creationEndTimeSecs
SearchDocumentLibraryRequestParams: sizeBytesLowerLimit sizeBytesUpperLimit
SearchEmailRequestParams: createdStartTimeSecs createdEndTimeSecs
SearchEmailRequestParams: dueDateStartTimeSecs dueDateEndTimeSecs
SearchEmailRequestParams: lastModifiedStartTimeSecs lastModifiedEndTimeSecs
SearchEmailRequestParams: receivedStartTimeSecs receivedEndTimeSecs
SearchEmailRequestParamsBase: createdStartTimeSecs createdEndTimeSecs
SearchEmailRequestParamsBase: dueDateStartTimeSecs dueDateEndTimeSecs
SearchEmailRequestParamsBase: lastModifiedStartTimeSecs lastModifiedEndTimeSecs
SearchEmailRequestParamsBase: receivedStartTimeSecs receivedEndTimeSecs
SearchMsTeamsRequestParams: creationStartTimeSecs creationEndTimeSecs
SearchMsTeamsRequestParams: sizeBytesLowerLimit sizeBytesUpperLimit
SearchProtectedObjects: filterSnapshotFromUsecs filterSnapshotToUsecs
SearchPublicFolderRequestParams: receivedStartTimeSecs receivedEndTimeSecs
TimeRangeFilterParams: lowerBound upperBound
`), "\n"), have)
}

// isRange reports whether two fields are the ends of a range: an object with both is wrong one way round.
func isRange(first, end *api.Field) bool {
	if first.Type != api.Integer || end.Type != api.Integer || first.ReadOnly || end.ReadOnly {
		return false
	}
	r := api.NewRequest(&api.Operation{Body: []api.Field{*first, *end}})
	body, _ := json.Marshal(map[string]int64{first.Name: 4e15, end.Name: 3e15})
	if first.Unit == api.UnixSecs {
		body, _ = json.Marshal(map[string]int64{first.Name: 4e9, end.Name: 3e9})
	}
	r.Body = body
	return slices.ContainsFunc(r.Check(nil), func(p api.Problem) bool { return p.Code == api.StartAfterEnd || p.Code == api.LowerAboveUpper })
}

// TestWhatHasLimits lists the integers of requests without a limit that measure or count something, so that a new one is thought of.
func TestWhatHasLimits(t *testing.T) {
	var without []string
	eachModel(func(model string, fields []api.Field) {
		for i := range fields {
			f := &fields[i]
			counts := f.Unit == api.SpanMins || f.Unit == api.SpanSecs || slices.Contains([]string{"duration", "frequency", "count", "hour", "minute"}, f.Name)
			if f.Type == api.Integer && counts && f.Range == nil {
				without = append(without, model+"."+f.Name)
			}
		}
	})
	assert.Empty(t, without)
}
