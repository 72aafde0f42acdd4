package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

func TestTheDocumentIsValidAndTheTablesAreCurrent(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData([]byte(api.Document()))
	require.NoError(t, err)
	require.NoError(t, doc.Validate(context.Background()))
	out, err := exec.Command("go", "run", "./generate", "-check").CombinedOutput()
	require.NoError(t, err, "%s", out)
}

// Everything that someone meets at the prompt needs a line that says what it is.
func TestEverythingWithAFlagIsDescribed(t *testing.T) {
	described := func(about api.Text, what string) {
		assert.NotEmpty(t, about, what)
		assert.NotContains(t, about, "TODO", what)
		assert.NotContains(t, about, "\n", what)
		assert.LessOrEqual(t, len(about), 120, what)
		assert.True(t, strings.HasSuffix(string(about), "."), "%s: %q", what, about)
	}
	assert.Len(t, api.Operations, 52)
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
	for _, p := range r.Check() {
		text := string(p.Text)
		for i := 0; i+1 < len(p.Args); i += 2 {
			text = strings.ReplaceAll(text, "{{."+p.Args[i].(string)+"}}", fmt.Sprint(p.Args[i+1]))
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
	found := r.Check()
	require.Len(t, found, 2)
	assert.Equal(t, "id", found[0].Param.Name)
	assert.False(t, found[0].Warning)
	assert.Equal(t, "runTypes", found[1].Param.Name)
	assert.True(t, found[1].Warning)
	for _, bad := range []string{"", ".", ".."} {
		found := api.NewRequest(&api.GetProtectionPolicyByID).SetNamed("id", bad).Check()
		require.Len(t, found, 1, "%q", bad)
	}
	assert.Len(t, api.NewRequest(&api.GetProtectionPolicyByID).Check(), 1, "an id is required")
}

func TestSkeletonsAreJSONWithEveryField(t *testing.T) {
	for _, op := range api.Operations {
		if op.Body == nil {
			continue
		}
		var body map[string]any
		require.NoError(t, json.Unmarshal(op.Skeleton(), &body), op.ID)
		for _, f := range op.Body {
			assert.Contains(t, body, f.Name, op.ID)
		}
	}
	assert.Contains(t, string(api.CreateProtectionPolicy.Skeleton()), `"unit": "string, required: Days | Hours`)
}

func TestNearest(t *testing.T) {
	assert.Equal(t, "kRegular", api.Nearest("regular", []string{"kFull", "kRegular"}))
	assert.Equal(t, "policy", api.Nearest("polcy", []string{"group", "policy"}))
	assert.Empty(t, api.Nearest("zebra", []string{"group", "policy"}))
}

func FuzzCheck(f *testing.F) {
	f.Add(`{"name":"gold","backupPolicy":{"regular":{"retention":{"unit":"Days","duration":1}}}}`)
	f.Add(`{"a":[{"b":[]},null,1e400]}`)
	f.Fuzz(func(t *testing.T, body string) {
		r := api.NewRequest(&api.CreateProtectionGroup)
		r.Body = []byte(body)
		wrong := false
		for _, p := range r.Check() {
			wrong = wrong || !p.Warning
		}
		if !wrong && !json.Valid([]byte(body)) {
			t.Errorf("%q is not JSON and passed", body)
		}
	})
}
