package selection

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

func TestGroupsAreSelectedByNamesPatternsAndFiles(t *testing.T) {
	gate := &enginetest.Gate{Answers: map[string]string{api.GetProtectionGroups.ID: `{"protectionGroups":[
		{"id":"1:2:1","name":"prod-web"},{"id":"1:2:2","name":"Prod-db/eu"},{"id":"1:2:3","name":"test[1]"},{"id":"1:2:4","name":"x"}]}`}}
	file := filepath.Join(t.TempDir(), "groups.txt")
	require.NoError(t, os.WriteFile(file, []byte("# those of production\r\nprod-*\n\n  X  \n"), 0o600))
	for _, c := range []struct {
		words []string
		all   bool
		want  []string
		err   string
	}{
		{[]string{"PROD-WEB"}, false, []string{"prod-web"}, ""},
		{[]string{"1:2:4", "prod-web", "x"}, false, []string{"prod-web", "x"}, ""},
		{[]string{"prod-*"}, false, []string{"prod-web", "Prod-db/eu"}, ""},
		{[]string{"*eu"}, false, []string{"Prod-db/eu"}, ""},
		{[]string{"test[1]"}, false, []string{"test[1]"}, ""},
		{[]string{"test[?]"}, false, []string{"test[1]"}, ""},
		{[]string{"@" + file}, false, []string{"prod-web", "Prod-db/eu", "x"}, ""},
		{nil, true, []string{"prod-web", "Prod-db/eu", "test[1]", "x"}, ""},
		{[]string{"prod-wep"}, false, nil, "No protection group is named 'prod-wep'."},
		{[]string{"prod-web", "stage-*"}, false, nil, "No protection group matches 'stage-*'."},
		{[]string{"x"}, true, nil, "GROUP and --all exclude each other."},
		{nil, false, nil, "GROUP or --all is required."},
		{[]string{"@/no/such"}, false, nil, "@/no/such: open /no/such: no such file or directory"},
	} {
		var out, errs bytes.Buffer
		groups, err := Groups(gate.Context(t, &out, &errs), c.words, c.all)
		if c.err != "" {
			require.ErrorContains(t, err, c.err, "%v", c.words)
			continue
		}
		require.NoError(t, err, "%v", c.words)
		var got []string
		for _, g := range groups {
			got = append(got, g.(map[string]any)["name"].(string))
		}
		assert.Equal(t, c.want, got, "%v", c.words)
	}
	var out, errs bytes.Buffer
	var unmatched *engine.Failure
	_, err := Groups(gate.Context(t, &out, &errs), []string{"stage-*"}, false)
	require.ErrorAs(t, err, &unmatched)
	assert.Contains(t, unmatched.Next, "protection-group list' to see them all.")
	_, err = Groups(gate.Context(t, &out, &errs), []string{"prod-wep"}, false)
	var missing *engine.NotFound
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, []string{"prod-web"}, missing.Similar)
}
