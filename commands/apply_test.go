package commands

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// writable is an instance with policies that can be made and changed. It adds a priority of its own to each, as services do.
type writable struct {
	*enginetest.CLI
	policies []map[string]any
	adds     map[string]any
	takes    func(body map[string]any) // what the instance makes of a body; nil for nothing
	reads    int
	onRead   func(read int) // before the policy with that number of reads is returned
	writes   int
}

func newWritable(t *testing.T) *writable {
	w := &writable{CLI: enginetest.New(t, Catalog())}
	w.Answer = func(r *http.Request) *http.Response {
		body := map[string]any{}
		if r.Method != http.MethodGet {
			dec := json.NewDecoder(strings.NewReader(string(w.Bodies[len(w.Bodies)-1])))
			dec.UseNumber()
			_ = dec.Decode(&body)
			w.writes++
		}
		at := -1
		for i, p := range w.policies {
			if strings.HasSuffix(r.URL.Path, "/policies/"+fmt.Sprint(p["id"])) {
				at = i
			}
		}
		var answer any
		switch {
		case strings.HasSuffix(r.URL.Path, "/policies") && r.Method == http.MethodGet:
			answer = map[string]any{"policies": w.policies}
		case r.Method == http.MethodGet && at >= 0:
			if w.reads++; w.onRead != nil {
				w.onRead(w.reads)
			}
			answer = w.policies[at]
		case r.Method == http.MethodPost || r.Method == http.MethodPut:
			if w.takes != nil {
				w.takes(body)
			}
			for name, value := range w.adds {
				if body[name] == nil {
					body[name] = value
				}
			}
			if at < 0 {
				w.policies = append(w.policies, body)
				at = len(w.policies) - 1
				body["id"] = fmt.Sprintf("1:2:%d", at)
			} else {
				body["id"] = w.policies[at]["id"]
				w.policies[at] = body
			}
			answer = body
		default:
			answer = map[string]any{}
		}
		raw, _ := json.Marshal(answer)
		return enginetest.Reply(http.StatusOK, "application/json", string(raw))
	}
	return w
}

// file writes a file for apply.
func manifestFile(t *testing.T, text string) string {
	name := filepath.Join(t.TempDir(), "backup.yaml")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	return name
}

const goldManifest = "policies:\n  - name: gold\n    backupPolicy: {regular: {retention: {unit: Weeks, duration: 2}}}\n"

func TestWhatTheServiceAddsIsNoDifference(t *testing.T) {
	w := newWritable(t)
	w.adds = map[string]any{"retryOptions": map[string]any{"retries": 3}, "version": 2}
	file := manifestFile(t, goldManifest)
	require.Equal(t, 0, w.Run("apply", "-f", file, "--force"), w.Err.String())
	assert.Contains(t, w.Err.String(), "retryOptions.retries, version")
	assert.Equal(t, 1, w.writes)
	for range 2 {
		require.Equal(t, 0, w.Run("apply", "-f", file, "--force"), w.Err.String())
		require.Equal(t, 0, w.Run("diff", "-f", file), w.Out.String())
	}
	assert.Equal(t, 1, w.writes, "twice in a row it writes nothing")
	require.Equal(t, 0, w.Run("export", "--only", "policies"))
	assert.NotContains(t, w.Out.String(), "retries", "what the service adds is left out")

	w.policies[0]["retryOptions"] = map[string]any{"retries": json.Number("5")}
	assert.Equal(t, 1, w.Run("diff", "-f", file), "another value is a difference")
	assert.Contains(t, w.Out.String(), "-  retries: 5\n")
	require.Equal(t, 0, w.Run("apply", "-f", file, "--force"), w.Err.String())
	assert.Equal(t, 0, w.Run("diff", "-f", file))

	other := newWritable(t) // on another machine, which has learnt nothing
	other.adds, other.policies = w.adds, w.policies
	assert.Equal(t, 1, other.Run("diff", "-f", file))
	require.Equal(t, 0, other.Run("apply", "-f", file, "--force"), other.Err.String())
	assert.Equal(t, 0, other.Run("diff", "-f", file), "it is learnt by an update too")
}

func TestApplyWarnsOfWhatTheServiceDoesNotTake(t *testing.T) {
	w := newWritable(t)
	w.takes = func(body map[string]any) { delete(body, "description") }
	require.Equal(t, 0, w.Run("apply", "-f", manifestFile(t, goldManifest+"    description: for the year\n"), "--force"))
	assert.Contains(t, w.Err.String(), "Warning: The service did not take Description of 'gold': it is –.")
}

func TestApplyDoesNotWriteOverOthers(t *testing.T) {
	w := newWritable(t)
	require.Equal(t, 0, w.Run("apply", "-f", manifestFile(t, goldManifest), "--force"))
	w.reads = 0
	w.onRead = func(read int) {
		if read == 2 { // between the plan and the change
			w.policies[0]["description"] = "somebody was here"
		}
	}
	longer := manifestFile(t, strings.Replace(goldManifest, "duration: 2", "duration: 3", 1)+"  - name: silver\n    backupPolicy: {regular: {retention: {unit: Days, duration: 1}}}\n")
	assert.Equal(t, 5, w.Run("apply", "-f", longer, "--force"))
	assert.Contains(t, w.Err.String(), "policies/gold: Somebody has changed 'gold' meanwhile.")
	assert.Contains(t, w.Err.String(), "Not done: policies/silver.")
	assert.Equal(t, 1, w.writes)
}

func TestMistakesInFilesHavePlaces(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "It is empty",
		"- gold":                             "connections, sources, policies or groups",
		"policies: gold":                     "backup.yaml:1: 'policies' has to be a list.",
		"policies:\n  - gold":                "backup.yaml:2: 'policies[0]' has to have fields.",
		"policies:\n  - {}":                  "backup.yaml:2: policies[0].name is required.",
		"polices: []":                        "backup.yaml:1: there is no 'polices' in such a file. Did you mean 'policies'?",
		"elsewhere: []":                      "connections, sources, policies, groups",
		"name: [a]\npolicies: []":            "backup.yaml:1: 'name' has to be a text",
		"policies: [}":                       "backup.yaml: Line 1",
		goldManifest + "    x: 1\n":          "",
		goldManifest + "    descripton: y\n": "backup.yaml:4: policies[0].descripton is not a documented field. Did you mean 'description'?",
		strings.Replace(goldManifest, "duration: 2", "duration: -2", 1):         "backup.yaml:3: policies[0].backupPolicy.regular.retention.duration: -2 is too small",
		"groups:\n  - {name: web, environment: physical, policyId: platinum}\n": "backup.yaml:2: groups[0].policyId: No protection policy is named 'platinum'.",
	} {
		w := newWritable(t)
		status := w.Run("diff", "-f", manifestFile(t, text))
		if want == "" { // what is simply unknown may be newer than the document
			assert.Equal(t, 1, status, text)
			assert.Contains(t, w.Err.String(), "Warning:")
			assert.Contains(t, w.Err.String(), "backup.yaml:4: policies[0].x is not a documented field.")
			continue
		}
		assert.Equal(t, 2, status, "%s: %s", text, &w.Err)
		assert.Contains(t, w.Err.String(), want, text)
		assert.Zero(t, w.writes)
	}
}

func TestAConnectionKeepsItsEnvironment(t *testing.T) {
	w := newWritable(t)
	w.Answer = func(*http.Request) *http.Response {
		return enginetest.Reply(http.StatusOK, "application/json", `{"connections":[{"connectionName":"dc","connectionId":"5","connectionEnvType":"kRoksVpc"}]}`)
	}
	assert.Equal(t, 2, w.Run("apply", "-f", manifestFile(t, "connections: [{connectionName: DC, connectionEnvType: iksVpc}]"), "--force"))
	assert.Contains(t, w.Err.String(), "connectionEnvType")
	assert.Equal(t, 0, w.Run("diff", "-f", manifestFile(t, "connections: [{connectionName: dc}]")), "what the file does not say of it stays")
	assert.Equal(t, 0, w.Run("apply", "-f", manifestFile(t, "connections: [{connectionName: DC, connectionEnvType: roksVpc}]"), "--force", "--dry-run"), w.Err.String())
	assert.Contains(t, w.Out.String(), "PATCH https://instance/v2/data-source-connections/5")
}

func TestExportWarnsOfTwins(t *testing.T) {
	w := newWritable(t)
	for _, name := range []string{"gold", "Gold", "silver"} {
		w.policies = append(w.policies, map[string]any{"id": "1:2:" + name, "name": name})
	}
	require.Equal(t, 0, w.Run("export", "--only", "policies"))
	assert.Equal(t, 1, strings.Count(w.Err.String(), "Warning: policies/gold"), w.Err.String())
}
