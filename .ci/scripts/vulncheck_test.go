package scripts

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// database returns a folder in the layout of the Go vulnerability database with an entry for each function of the package strings.
func database(t *testing.T, functions map[string]string) string {
	type object = map[string]any
	const modified = "2026-01-02T03:04:05Z"
	files, entries := map[string]string{}, []object{}
	asJSON := func(v any) string {
		raw, err := json.Marshal(v)
		require.NoError(t, err)
		return string(raw)
	}
	for id, function := range functions {
		entries = append(entries, object{"id": id, "modified": modified})
		files["ID/"+id+".json"] = asJSON(object{
			"schema_version": "1.3.1", "id": id, "modified": modified, "published": modified, "summary": function + " is made up", "details": "It is not.",
			"database_specific": object{"url": "https://example.com/" + id},
			"affected": []object{{
				"package": object{"name": "stdlib", "ecosystem": "Go"}, "ranges": []object{{"type": "SEMVER", "events": []object{{"introduced": "0"}}}},
				"ecosystem_specific": object{"imports": []object{{"path": "strings", "symbols": []string{function}}}},
			}},
		})
	}
	files["index/db.json"] = asJSON(object{"modified": modified})
	files["index/modules.json"] = asJSON([]object{{"path": "stdlib", "vulns": entries}})
	return write(t, files)
}

// callsToUpper returns a module that calls strings.ToUpper.
func callsToUpper(t *testing.T) string {
	return write(t, map[string]string{
		"go.mod":  "module example.com/caller\n\ngo 1.26.5\n",
		"main.go": "package main\n\nimport \"strings\"\n\nfunc main() { println(strings.ToUpper(\"a\")) }\n",
	})
}

// needsVulncheck skips a test where the check was not built: it has more modules than the tests may want to fetch.
func needsVulncheck(t *testing.T) {
	if built, _ := filepath.Glob(filepath.Join(root, "build", "govulncheck*")); built == nil {
		t.Skip("Run 'make build/govulncheck' first.")
	}
}

func TestVulncheckReportsWhatIsCalled(t *testing.T) {
	needsVulncheck(t)
	status, out := script(t, "vulncheck", database(t, map[string]string{"GO-2026-9001": "ToUpper", "GO-2026-9002": "ToLower"}), callsToUpper(t))
	assert.Equal(t, 3, status, out)
	assert.Contains(t, out, "example.com/caller:\n")
	assert.Contains(t, out, "GO-2026-9001")
	assert.Contains(t, out, "ToUpper is made up")
	assert.NotContains(t, out, "ToLower is made up", "which nothing calls")
}

func TestVulncheckWithoutAFinding(t *testing.T) {
	needsVulncheck(t)
	status, out := script(t, "vulncheck", database(t, map[string]string{"GO-2026-9002": "ToLower"}), callsToUpper(t))
	assert.Zero(t, status, out)
}

// TestVulncheckGoesOnToTheNextModule checks that a module without a finding does not hide those of the module before.
func TestVulncheckGoesOnToTheNextModule(t *testing.T) {
	needsVulncheck(t)
	other := write(t, map[string]string{"go.mod": "module example.com/other\n\ngo 1.26.5\n", "main.go": "package main\n\nfunc main() {}\n"})
	status, out := script(t, "vulncheck", database(t, map[string]string{"GO-2026-9001": "ToUpper"}), callsToUpper(t), other)
	assert.Equal(t, 3, status, out)
	assert.Contains(t, out, "example.com/other:\n")
}

func TestVulncheckWithoutADatabase(t *testing.T) {
	folder := t.TempDir()
	status, out := script(t, "vulncheck", folder, callsToUpper(t))
	assert.Equal(t, 1, status, out)
	assert.Contains(t, out, "'"+folder+"' is no copy of the Go vulnerability database")

	needsVulncheck(t)
	status, out = script(t, "vulncheck", "http://127.0.0.1:1", callsToUpper(t))
	assert.Equal(t, 1, status, out)
	assert.Contains(t, out, "The vulnerability database at 'http://127.0.0.1:1' could not be read.")
}
