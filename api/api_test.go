package api_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// Everything that someone meets at the prompt needs a line that says what it is.
func TestEverythingWithAFlagIsDescribed(t *testing.T) {
	described := func(about, what string) {
		assert.NotEmpty(t, about, what)
		assert.NotContains(t, about, "TODO", what)
		assert.NotContains(t, about, "\n", what)
		assert.LessOrEqual(t, len(about), 190, what)
		assert.True(t, strings.HasSuffix(about, "."), "%s: %q", what, about)
	}
	assert.GreaterOrEqual(t, len(api.Operations), 52)
	for _, op := range api.Operations {
		described(op.About, op.ID)
		for _, p := range op.Params {
			described(p.About, op.ID+" "+p.Name)
		}
		for _, f := range op.Body {
			described(f.About, op.ID+" "+f.Name)
			for _, sub := range f.Fields() {
				if f.Lists == 0 && sub.Flag != "" {
					described(sub.About, op.ID+" "+f.Name+"."+sub.Name)
				}
			}
		}
	}
}

func TestTargetIsEscaped(t *testing.T) {
	r := api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", "1:2/3 ?#:%")
	r.SetNamed("runTypes", "kRegular", "a,b", "c&d=e").SetNamed("numRuns", "9007199254740993")
	assert.Equal(t, "/data-protect/protection-groups/1:2%2F3%20%3F%23:%25/runs?runTypes=kRegular,a%2Cb,c%26d%3De&numRuns=9007199254740993", r.Target())
}

// words are what the tests here call the problems.
var words = map[api.ProblemCode]string{
	api.NotWhole: "{{.Value}} is not a whole number", api.NotNumber: "{{.Value}} is not a number", api.NotBoolean: "{{.Value}} is neither true nor false",
	api.NotText: "{{.Value}} is not text", api.NotObject: "{{.Value}} is not an object", api.NotList: "{{.Value}} is not a list",
	api.TooLarge: "{{.Value}} does not fit into 64 bits", api.Missing: "is required", api.TooFew: "at least {{.Count}} item is needed",
	api.Duplicate: "is given twice", api.NotJSON: "is not JSON: {{.Reason}}", api.UnknownField: "is not a documented field",
	api.UnknownFieldNear: "is not a documented field; did you mean {{.Near}}?", api.UnknownValue: "{{.Value}} is not a documented value ({{.Values}})",
	api.UnknownValueNear: "{{.Value}} is not a documented value; did you mean {{.Near}}?", api.UnknownForm: "{{.Value}} does not have the documented form {{.Form}}",
	api.Empty: "must not be empty", api.TooSmall: "{{.Value}} is less than {{.Minimum}}", api.OutOfRange: "{{.Value}} is not {{.Minimum}} to {{.Maximum}}",
	api.NotUsecs: "{{.Value}} is of {{.Year}}, not {{.Near}}", api.NotSecs: "{{.Value}} is of {{.Year}}, not {{.Near}}",
	api.NoSchedule: "{{.Field}} is required with {{.Unit}}", api.StartAfterEnd: "{{.Value}} is after {{.EndValue}} ({{.End}})", api.LowerAboveUpper: "{{.Value}} is greater than {{.EndValue}} ({{.End}})",
}

// problems words what Check finds, one line each, warnings with a question mark.
func problems(op *api.Operation, body string) []string {
	r := api.NewRequest(op)
	r.Body = []byte(body)
	for i := range op.Params {
		if op.Params[i].Required {
			r.Set(&op.Params[i], "1")
		}
	}
	lines := []string{}
	for _, p := range r.Check(nil) {
		text := words[p.Code]
		for i := 0; i+1 < len(p.Args); i += 2 {
			text = strings.ReplaceAll(text, "{{."+p.Args[i].(string)+"}}", fmt.Sprint(p.Args[i+1]))
		}
		if p.End != nil {
			text = strings.ReplaceAll(text, "{{.End}}", p.End.Path)
		}
		mark := "! "
		if p.Warning {
			mark = "? "
		}
		lines = append(lines, mark+p.Path+" "+text)
	}
	return lines
}

func TestCheckNamesThePlace(t *testing.T) {
	const rest = `"regular":{"retention":{"unit":"Days","duration":1}}`
	for name, c := range map[string]struct {
		op   *api.Operation
		body string
		want []string
	}{
		"fine":               {&api.CreateProtectionPolicy, `{"name":"gold","backupPolicy":{` + rest + `}}`, []string{}},
		"missing at the top": {&api.CreateProtectionPolicy, `{"backupPolicy":{` + rest + `}}`, []string{"! name is required"}},
		"missing below":      {&api.CreateProtectionPolicy, `{"name":"gold","backupPolicy":{}}`, []string{"! backupPolicy.regular is required"}},
		"text for a number": {&api.CreateProtectionPolicy, `{"name":"gold","backupPolicy":{"regular":{"retention":{"unit":"Days","duration":"two"}}}}`,
			[]string{`! backupPolicy.regular.retention.duration "two" is not a whole number`}},
		"a fraction for a whole number": {&api.CreateProtectionPolicy, `{"name":"gold","backupPolicy":{"regular":{"retention":{"unit":"Days","duration":2.5}}}}`,
			[]string{`! backupPolicy.regular.retention.duration 2.5 is not a whole number`}},
		"beyond 64 bits": {&api.CreateProtectionPolicy, `{"name":"gold","version":9223372036854775808,"backupPolicy":{` + rest + `}}`,
			[]string{`! version 9223372036854775808 does not fit into 64 bits`}},
		"unknown value": {&api.CreateProtectionPolicy, `{"name":"gold","backupPolicy":{"regular":{"retention":{"unit":"days","duration":2}}}}`,
			[]string{`? backupPolicy.regular.retention.unit "days" is not a documented value; did you mean Days?`}},
		"unknown field": {&api.CreateProtectionPolicy, `{"name":"gold","descripton":"x","backupPolicy":{` + rest + `}}`,
			[]string{"? descripton is not a documented field; did you mean description?"}},
		"a list for an object": {&api.CreateProtectionPolicy, `{"name":"gold","backupPolicy":[{"regular":1}]}`, []string{`! backupPolicy […] is not an object`}},
		"an object for a list": {&api.CreateProtectionPolicy, `{"name":"gold","blackoutWindow":{"day":"x"},"backupPolicy":{` + rest + `}}`,
			[]string{`! blackoutWindow {…} is not a list`}},
		"twice": {&api.CreateProtectionPolicy, `{"name":"gold","name":"silver","backupPolicy":{` + rest + `}}`, []string{"! name is given twice"}},
		"inside a list": {&api.CreateDownloadFilesAndFoldersRecovery,
			`{"name":"x","object":{"snapshotId":"s"},"filesAndFolders":[{"absolutePath":"/a"},{"isDirectory":"yes"}]}`,
			[]string{`! filesAndFolders[1].isDirectory "yes" is neither true nor false`, `! filesAndFolders[1].absolutePath is required`}},
		"too few": {&api.CreateDownloadFilesAndFoldersRecovery, `{"name":"x","object":{"snapshotId":"s"},"filesAndFolders":[]}`,
			[]string{"! filesAndFolders at least 1 item is needed"}},
		"other form": {&api.CreateDownloadFilesAndFoldersRecovery,
			`{"name":"x","parentRecoveryId":"5","object":{"snapshotId":"s"},"filesAndFolders":[{"absolutePath":"/a"}]}`,
			[]string{`? parentRecoveryId "5" does not have the documented form ^\d+:\d+:\d+$`}},
		"cut off":    {&api.CreateProtectionPolicy, `{"name":"gold"`, []string{"!  is not JSON: unexpected EOF"}},
		"not a body": {&api.CreateProtectionPolicy, `[]`, []string{"!  […] is not an object"}},
		"nothing":    {&api.CreateProtectionPolicy, ``, []string{"! name is required", "! backupPolicy is required"}},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, problems(c.op, c.body)) })
	}
}

func TestCheckOfParameters(t *testing.T) {
	r := api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", "12x").SetNamed("runTypes", "kRegulr")
	found := r.Check(nil)
	require.Len(t, found, 2)
	assert.Equal(t, "id", found[0].Param.Name)
	assert.False(t, found[0].Warning)
	assert.Equal(t, "runTypes", found[1].Param.Name)
	assert.True(t, found[1].Warning)
	for _, bad := range []string{"", ".", ".."} {
		found := api.NewRequest(&api.GetProtectionPolicyByID).SetNamed("id", bad).Check(nil)
		require.Len(t, found, 1, "%q", bad)
	}
	assert.Len(t, api.NewRequest(&api.GetProtectionPolicyByID).Check(nil), 1, "an id is required")
}

func TestWhatCheckShowsOfAValue(t *testing.T) {
	body := func(value string) string {
		return `{"name":"gold","version":` + value + `,"backupPolicy":{"regular":{"retention":{"unit":"Days","duration":1}}}}`
	}
	long := strings.Repeat("é", 40)
	for value, shown := range map[string]string{
		`"` + long + `"`: `"` + long + `"`, `"` + long + `x"`: `"` + long + `…"`, `true`: `true`, `"1"`: `"1"`, `[]`: `[…]`, `{}`: `{…}`,
	} {
		assert.Equal(t, []string{"! version " + shown + " is not a whole number"}, problems(&api.CreateProtectionPolicy, body(value)))
	}
	assert.Empty(t, problems(&api.CreateProtectionPolicy, body(`7`)))
}

func TestOnlyAPathOrAHeaderMinds(t *testing.T) {
	r := api.NewRequest(&api.GetProtectionPolicies).SetNamed("policyNames", "..", "", "a\nb")
	assert.Empty(t, errorsOf(r.Check(nil)), "a query is escaped")
	assert.Equal(t, "/data-protect/policies", api.NewRequest(&api.GetProtectionPolicies).Target(), "without a question mark")
	if header := api.GetProtectionPolicies.Param(api.TenantHeader); assert.NotNil(t, header) {
		r = api.NewRequest(&api.GetProtectionPolicies)
		r.Set(header, "..")
		assert.Empty(t, errorsOf(r.Check(nil)))
		r.Set(header, "a\nb")
		assert.Len(t, errorsOf(r.Check(nil)), 1)
	}
}

func TestNamesOfModels(t *testing.T) {
	for _, op := range api.Operations {
		for i := range op.Body {
			assert.Equal(t, op.Body[i].Type == api.Object, op.Body[i].ModelName() != "", "%s %s", op.ID, op.Body[i].Name)
		}
	}
}

// TestEveryIdentifierHasAKind finds fields and parameters that hold an identifier and do not say of what. The names below have
// nothing that could be looked up.
func TestEveryIdentifierHasAKind(t *testing.T) {
	nothing := regexp.MustCompile(`(?i)^(X-IBM-Tenant-Id|uuids?|sourceUuids|globalId|.*guids?|sids|tenantIds?|vaultIds|regionIds|storageDomainIds?|.*tagIds|runInstanceIds|templateId|configId|targetId|archivalTargetId|.*TaskId|` +
		`protectionGroupInstanceId|connectorGroupId|sourceClusterId|vlanId|itemId|domainIds|mailboxIds|groupIds|siteIds|teamsIds|userIds|channelId|(exclude)?labelIds|pruneSourceIds|pruneExcludedSourceIds|` +
		`alertIds|resolutionIds?|(primary)?clusterIds?|clusterIncarnationId|systemIds|(service)?instanceIds|privilegeIds|accountId|userId|idpId|issuerId|s3AccessKeyId|s3AccountId|componentIds|` +
		`subnetId|vpcId|.*ResourceGroupId|.*StorageAccountId|.*StorageContainerId|availabilitySetId|tempVm.*Id)$`)
	identifier := regexp.MustCompile(`(^i|I)[dD]s?$|(?i)[ug]uids?$`)
	// Models whose id is that of a target, a network or a volume claim, and answers; operations whose id is that of a report or a part of one.
	other := regexp.MustCompile(`VlanConfig|CloudSpinTarget|OnpremDeployParams|Run(Archival|Replication)Config|UpdateExisting|KubernetesPvcInfo|TargetPvc$|TargetConfig$|` +
		`^(Get|Export)(Report|Component)\w* parameter`)
	checked := map[string]bool{}
	var check func(model string, fields []api.Field)
	check = func(model string, fields []api.Field) {
		if checked[model] {
			return
		}
		checked[model] = true
		for i := range fields {
			f := &fields[i]
			if identifier.MatchString(f.Name) && !nothing.MatchString(f.Name) && !other.MatchString(model) {
				assert.NotEmpty(t, f.Kind, "%s.%s needs an x-kind, or a place among the names that nobody can look up", model, f.Name)
			}
			if f.Type == api.Object {
				check(f.ModelName(), f.Fields())
			}
		}
	}
	for _, op := range api.Operations {
		for i := range op.Params {
			check(op.ID+" parameter "+op.Params[i].Name, []api.Field{op.Params[i].Field})
		}
		check(op.ID, op.Body)
	}
}

func TestNamesInTheirPlaces(t *testing.T) {
	r := api.NewRequest(&api.CreateProtectionGroup)
	r.Body = []byte(`{"name":"files", "policyId":"gold","environment":"kPhysical","n":12345678901234567890.10,
		"physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":"web-1"},{"id":217,"filePaths":[{"includedPath":"/"}]}]}}}`)
	var asked []string
	resolve := func(kind api.Kind, word string) (string, error) {
		asked = append(asked, string(kind)+" "+word)
		return map[string]string{"gold": "1:2:3", "web-1": "9007199254740993"}[word], nil
	}
	assert.Empty(t, errorsOf(r.Check(func(api.Kind) bool { return true })))
	assert.NotEmpty(t, errorsOf(r.Check(nil)))
	require.NoError(t, r.ReplaceNames(func(_ api.Kind, word string) bool { return word != "217" }, resolve))
	assert.Equal(t, []string{"policy gold", "object web-1"}, asked)
	assert.Equal(t, `{"name":"files","policyId":"1:2:3","environment":"kPhysical","n":12345678901234567890.10,`+
		`"physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":9007199254740993},{"id":217,"filePaths":[{"includedPath":"/"}]}]}}}`, string(r.Body))
	assert.Empty(t, errorsOf(r.Check(nil)))

	r = api.NewRequest(&api.GetProtectionGroups).SetNamed("policyIds", "gold", "4:5:6")
	require.NoError(t, r.ReplaceNames(func(_ api.Kind, word string) bool { return word == "gold" }, resolve))
	assert.Equal(t, []string{"1:2:3", "4:5:6"}, r.Get("policyIds"))

	exact := api.NewRequest(&api.GetProtectionPolicyByID)
	exact.SetExact(exact.Op.Param("id"), "gold")
	require.NoError(t, exact.ReplaceNames(func(api.Kind, string) bool { return true }, resolve))
	assert.Equal(t, []string{"gold"}, exact.Get("id"))
}

func errorsOf(problems []api.Problem) (found []api.Problem) {
	for _, p := range problems {
		if !p.Warning {
			found = append(found, p)
		}
	}
	return found
}

func TestNearest(t *testing.T) {
	assert.Equal(t, "kRegular", api.Nearest("regular", []string{"kFull", "kRegular"}))
	assert.Equal(t, "policy", api.Nearest("polcy", []string{"group", "policy"}))
	assert.Empty(t, api.Nearest("zebra", []string{"group", "policy"}))
	assert.Equal(t, "regularity", api.Nearest("reg", []string{"regularity"}), "three letters begin a word")
	assert.Empty(t, api.Nearest("re", []string{"regularity"}), "and two do not")
	assert.Equal(t, "goxx", api.Nearest("gold", []string{"goxx"}), "two slips in four letters")
	assert.Empty(t, api.Nearest("gold", []string{"gxxx"}), "and not three")
	assert.Equal(t, "golx", api.Nearest("gold", []string{"goxx", "golx"}), "the nearest, and not the first")
	assert.Equal(t, []string{"web-12", "web-2"}, api.Similar("web-22", []string{"db-1", "web-12", "web-2", "web-2"}, 2))
}

func FuzzCheck(f *testing.F) {
	f.Add(`{"name":"gold","backupPolicy":{"regular":{"retention":{"unit":"Days","duration":1}}}}`)
	f.Add(`{"a":[{"b":[]},null,1e400]}`)
	f.Fuzz(func(t *testing.T, body string) {
		r := api.NewRequest(&api.CreateProtectionGroup)
		r.Body = []byte(body)
		wrong := false
		for _, p := range r.Check(nil) {
			wrong = wrong || !p.Warning
		}
		if !wrong && !json.Valid([]byte(body)) {
			t.Errorf("%q is not JSON and passed", body)
		}
	})
}
