package commands

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestWhatFailedComesFirst looks at a run of 40 objects, a few of which did not succeed: people see these first, and programs the answer as it is.
func TestWhatFailedComesFirst(t *testing.T) {
	fared := map[int]string{9: "kSuccessful", 11: "kInProgress", 20: "kFailed", 25: "kCanceled", 30: "kInProgress", 33: "kFailed"}
	var results, objects []string
	for i := 1; i <= 40; i++ {
		status := fared[i]
		if status == "" {
			status = "kSuccessful"
		}
		results = append(results, fmt.Sprintf(`{"object":{"id":%d,"name":"vm-%02d"},"localSnapshotInfo":{"snapshotInfo":{"status":%q}}}`, i, i, status))
		objects = append(objects, fmt.Sprintf(`{"id":%d,"name":"vm-%02d","environment":"kPhysical","sourceId":%[1]d,"objectProtectionInfos":[{"protectionGroups":[{"id":"1:2:3","name":"files"}]}]}`, i, i))
	}
	run := `{"id":"7:1","protectionGroupId":"1:2:3","localBackupInfo":{"status":"Failed","startTimeUsecs":1}`
	all, backups := results, "{}"
	backup := func(id, at int) string {
		return fmt.Sprintf(`{"id":%d,"latestSnapshotsInfo":[{"protectionGroupId":"1:2:3","protectionRunStartTimeUsecs":%d,"runType":"kRegular","localSnapshotInfo":{}}]}`, id, at)
	}
	cli := enginetest.New(t, Catalog())
	cli.Answer = func(r *http.Request) *http.Response {
		answer := "{}"
		switch r.URL.Path {
		case "/v2/data-protect/protection-groups/1:2:3":
			answer = `{"id":"1:2:3","name":"files","isActive":true,"physicalParams":{"fileProtectionTypeParams":{"objects":[{"id":1,"name":"vm-01","filePaths":[{"includedPath":"/srv"}]}]}}}`
		case "/v2/data-protect/protection-groups/1:2:3/runs":
			answer = `{"runs":[` + run + `}]}`
		case "/v2/data-protect/protection-groups/1:2:3/runs/7:1":
			answer = run + `,"objects":[` + strings.Join(results, ",") + `]}`
		case "/v2/data-protect/search/protected-objects":
			answer = backups
		case "/v2/data-protect/search/objects":
			answer = `{"count":40,"objects":[` + strings.Join(objects, ",") + `]}`
		}
		return enginetest.Reply(http.StatusOK, "application/json", answer)
	}
	rows := func(section string) (names []string) {
		_, text, found := strings.Cut(cli.Out.String(), "\n"+section+"\n")
		require.True(t, found, "%s", &cli.Out)
		for _, name := range regexp.MustCompile(`(?m)^vm-\d+`).FindAllString(text, -1) {
			names = append(names, strings.TrimPrefix(name, "vm-"))
		}
		return names
	}
	want := "20 33 25 11 30 01 02 03 04 05 06 07 08 09 10 12"
	for _, words := range [][]string{{"run", "get", "1:2:3", "7:1"}, {"run", "get", "1:2:3", "7:1", "--include-object-details"}, {"group", "get", "1:2:3"}} {
		require.Equal(t, 0, cli.Run(words...), "%s", &cli.Err)
		assert.Equal(t, want, strings.Join(rows("Objects")[:16], " "), words)
	}
	assert.Regexp(t, `(?s)\nObjects\n.*\nFiles\n.*\nLast runs\n`, cli.Out.String(), "what a group has of each object is behind how these fared")

	// The newest run was of two objects: those come first that were not backed up for the longest time.
	results, backups = results[:2], `{"objects":[`+backup(1, 9)+","+backup(2, 9)+","+backup(20, 5)+","+backup(33, 4)+`]}`
	require.Equal(t, 0, cli.Run("group", "get", "1:2:3"))
	assert.Equal(t, "03 04 05", strings.Join(rows("Objects")[:3], " "), "without a backup")
	assert.Equal(t, "33 20 01 02", strings.Join(rows("Objects")[36:40], " "))
	results = all

	require.Equal(t, 0, cli.Run("run", "get", "1:2:3", "7:1", "-j", "objects[].object.id | join(',', [*].to_string(@))"))
	assert.True(t, strings.HasPrefix(cli.Out.String(), `"1,2,3,4,`), "%s", &cli.Out)
}
