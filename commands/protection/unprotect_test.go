package protection

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	two = `{"id":"1:2:1","name":"files","policyId":"1:2:9","environment":"kPhysical","priority":"kHigh","physicalParams":{"protectionType":"kFile",
		"fileProtectionTypeParams":{"objects":[{"id":9007199254740993,"filePaths":[{"includedPath":"/"}]},{"id":11,"filePaths":[{"includedPath":"/etc"}]}]}}}`
	keptRuns = `{"totalRuns":1,"runs":[{"id":"7:1795489984659002","localBackupInfo":{"status":"Succeeded","startTimeUsecs":1795489984659002,"endTimeUsecs":1795489994659002},
		"objects":[{"object":{"id":9007199254740993,"name":"web-1"},"localSnapshotInfo":{"snapshotInfo":{"snapshotId":"a"}}},
			{"object":{"id":11,"name":"web-2"},"localSnapshotInfo":{"snapshotInfo":{"snapshotId":"b"}}}]}]}`
)

func TestUnprotectDeletesTheGroupOfTheLastObject(t *testing.T) {
	s := newInstance(t)
	s.answers["GET objects/9007199254740993/snapshots"] = `{"snapshots":[{"id":"a","protectionGroupId":"1:2:1","snapshotTimestampUsecs":1795489984659002},{"id":"c","protectionGroupId":"1:2:7"}]}`
	assert.Equal(t, 2, s.Run("unprotect", "web-1"), "nobody answers")
	assert.Contains(t, s.Err.String(), "Protection group 'files' protects nothing but web-1, and is deleted.\n1 snapshot stays until it expires.\n")
	assert.Empty(t, s.changes())
	require.Equal(t, 0, s.Run("unprotect", "web-1", "9007199254740993", "WEB-1", "web-1.example.com", "--force"), s.Err.String())
	assert.Equal(t, []string{"DELETE /v2/data-protect/protection-groups/1:2:1"}, s.changes())
	assert.Regexp(t, `(?m)^web-1 +9007199254740993 +files +yes +1 +no$`, s.Out.String())
	assert.Equal(t, 1, strings.Count(s.Out.String(), "web-1"))
}

func TestUnprotectLeavesTheOthersOfAGroup(t *testing.T) {
	s := newInstance(t)
	s.answers["GET protection-groups/1:2:1"] = two
	require.Equal(t, 0, s.Run("unprotect", "web-1", "-o", "json"), s.Err.String())
	require.Len(t, s.changes(), 1)
	target, body, _ := strings.Cut(s.changes()[0], " {")
	assert.Equal(t, "PUT /v2/data-protect/protection-groups/1:2:1", target)
	assert.JSONEq(t, `{"name":"files","policyId":"1:2:9","environment":"kPhysical","priority":"kHigh","physicalParams":{"protectionType":"kFile",
		"fileProtectionTypeParams":{"objects":[{"id":11,"filePaths":[{"includedPath":"/etc"}]}]}}}`, "{"+body)
	assert.Equal(t, 5, s.Run("unprotect", "web-1", "--delete-snapshots", "--force"))
	assert.Contains(t, s.Err.String(), "The snapshots of web-1 cannot be deleted alone")
	assert.Empty(t, s.changes())
}

func TestUnprotectNamesAllSnapshotsThatGo(t *testing.T) {
	s := newInstance(t)
	s.answers["GET protection-groups/1:2:1/runs"] = keptRuns
	assert.Equal(t, 2, s.Run("unprotect", "web-1", "--delete-snapshots"))
	assert.Contains(t, s.Err.String(), "Delete protection group 'files' with 2 snapshots of web-1, web-2, the newest of ")
	require.Equal(t, 0, s.Run("unprotect", "web-1", "--delete-snapshots", "--force"), s.Err.String())
	assert.Equal(t, []string{"DELETE /v2/data-protect/protection-groups/1:2:1?deleteSnapshots=true"}, s.changes())
	s.answers["GET protection-groups/1:2:1/runs"] = strings.Replace(keptRuns, `"localBackupInfo"`, `"onLegalHold":true,"localBackupInfo"`, 1)
	assert.Equal(t, 5, s.Run("unprotect", "web-1", "--delete-snapshots", "--force"))
	assert.Contains(t, s.Err.String(), "1 run is on legal hold:\n  7:1795489984659002")
	assert.Empty(t, s.changes())
}

func TestUnprotectThatHasNothingToDo(t *testing.T) {
	s := newInstance(t)
	require.Equal(t, 0, s.Run("unprotect", "web-2"))
	assert.Contains(t, s.Err.String(), "Nothing to do: no protection group protects 'web-2'.")
	assert.Empty(t, s.Out.String())
	require.Equal(t, 0, s.Run("unprotect", "web-2", "--group", "files"))
	assert.Contains(t, s.Err.String(), "Nothing to do: 'web-2' is not in protection group 'files'.")
	require.Equal(t, 0, s.Run("unprotect", "web-2", "-o", "json"))
	assert.JSONEq(t, `{"objects":[]}`, s.Out.String())
	for line, want := range map[string]string{"nosuch": "No object is named 'nosuch'", "web-1 --group none": "No protection group is named 'none'"} {
		assert.Equal(t, 4, s.Run(append([]string{"unprotect"}, strings.Fields(line)...)...))
		assert.Contains(t, s.Err.String(), want)
	}
	assert.Empty(t, s.changes())
}

func TestUnprotectOfWhatIsProtectedWithOthers(t *testing.T) {
	for _, c := range []struct{ object, group, line, says string }{
		{orders, `{"id":"1:2:1","name":"g","environment":"kSQL","mssqlParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":22,"name":"MSSQLSERVER"}]}}}`, "db-1/orders", "with all that is in 'db-1/MSSQLSERVER'. Take out 'db-1/MSSQLSERVER'"},
		{orders, `{"id":"1:2:1","name":"g","environment":"kSQL","mssqlParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":20,"name":"db-1"}]}}}`, "db-1/orders", "with all that is in 'db-1'. Take out 'db-1'"},
		{shop, `{"id":"1:2:1","name":"g","environment":"kKubernetes","kubernetesParams":{"objects":[{"id":30,"name":"roks"}]}}`, "roks/shop", "with all that is in 'roks'. Take out 'roks'"},
		{orders, `{"id":"1:2:1","name":"g","environment":"kSQL","mssqlParams":{"protectionType":"kNative"}}`, "db-1/orders", "is of a sort that this command does not change"},
	} {
		s := newInstance(t)
		s.answers["GET search/objects"] = `{"objects":[` + strings.TrimSuffix(c.object, "}") + `,"objectProtectionInfos":[{"protectionGroups":[{"id":"1:2:1","name":"g"}]}]}]}`
		s.answers["GET protection-groups/1:2:1"] = c.group
		s.answers["GET protection-groups"] = `{"protectionGroups":[` + c.group + `]}`
		assert.Equal(t, 5, s.Run("unprotect", c.line, "--force"), s.Out.String())
		assert.Contains(t, s.Err.String(), c.says)
		assert.Empty(t, s.changes())
		if strings.HasPrefix(c.line, "roks") {
			require.Equal(t, 0, s.Run("unprotect", "roks", "--force"), s.Err.String())
			assert.Equal(t, []string{"DELETE /v2/data-protect/protection-groups/1:2:1"}, s.changes())
		}
	}
}

// TestUnprotectOfAGroupThatChanges has a group that is another one when it is read anew.
func TestUnprotectOfAGroupThatChanges(t *testing.T) {
	for _, c := range [][2]string{{files, two}, {two, files}} {
		s := newInstance(t)
		first, answer := true, s.Answer
		s.Answer = func(r *http.Request) *http.Response {
			if r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/protection-groups/1:2:1") {
				s.answers["GET protection-groups/1:2:1"] = c[1]
				if first {
					s.answers["GET protection-groups/1:2:1"] = c[0]
				}
				first = false
			}
			return answer(r)
		}
		assert.Equal(t, 5, s.Run("unprotect", "web-1", "--force"))
		assert.Contains(t, s.Err.String(), "was changed by somebody else meanwhile")
		assert.Empty(t, s.changes())
	}
}

func TestAGroupThatIsGoneIsWhatWasWanted(t *testing.T) {
	s := newInstance(t)
	s.answers["DELETE protection-groups/1:2:1"] = "{}"
	s.refuse["DELETE protection-groups/1:2:1"] = http.StatusNotFound
	require.Equal(t, 0, s.Run("unprotect", "web-1", "--force"), s.Err.String())
	s.refuse["DELETE protection-groups/1:2:1"] = http.StatusConflict
	require.Equal(t, 5, s.Run("unprotect", "web-1", "--force"))
	assert.Contains(t, s.Err.String(), "run watch files")
}
