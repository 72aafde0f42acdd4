package commands

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestJobsHaveDryRunsLikeOperations checks that names are looked up, what would change something is shown, and nothing else is sent.
func TestJobsHaveDryRunsLikeOperations(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	cli.Answer = func(r *http.Request) *http.Response {
		answer := "{}"
		switch {
		case strings.HasSuffix(r.URL.Path, "/protection-groups"):
			answer = `{"protectionGroups":[{"name":"files","id":"1:2:3"}]}`
		case strings.HasSuffix(r.URL.Path, "/runs"):
			answer = `{"runs":[{"id":"7:1","localBackupInfo":{"status":"Running"}}]}`
		case strings.HasSuffix(r.URL.Path, "-objects"), strings.HasSuffix(r.URL.Path, "/search/objects"):
			answer = `{"objects":[{"name":"web-1","id":217}]}`
		case strings.HasSuffix(r.URL.Path, "/objects/217/snapshots"):
			answer = `{"snapshots":[{"id":"snap","snapshotTimestampUsecs":1795504384659002}]}`
		case strings.HasSuffix(r.URL.Path, "/recoveries"):
			answer = `{"recoveries":[{"name":"take","id":"1:2:9"}]}`
		}
		return enginetest.Reply(http.StatusOK, "application/json", answer)
	}
	for line, shows := range map[string]string{
		"run pause files":                                       `{"action":"Pause","pauseParams":[{"runId":"7:1"}]}`,
		"run cancel files --wait":                               `{"action":"Cancel","cancelParams":[{"runId":"7:1"}]}`,
		"run create files --run-type kFull --wait":              `{"runType":"kFull"}`,
		"recovery download --object web-1 --path /etc --name x": `{"filesAndFolders":[{"absolutePath":"/etc"}],"name":"x","object":{"snapshotId":"snap"}}`,
		"download web-1:/etc --name x":                          `{"filesAndFolders":[{"absolutePath":"/etc"}],"name":"x","object":{"snapshotId":"snap"}}`,
		"recovery cancel take --wait":                           "null",
		"recovery download take":                                "null",
		"recovery files-download take":                          "null",
	} {
		require.Equal(t, 0, cli.Run(append(strings.Fields(line), "--dry-run", "-j", "body")...), "%s: %s", line, &cli.Err)
		assert.Equal(t, shows, strings.Join(strings.Fields(cli.Out.String()), ""), line)
		for _, r := range cli.Sent {
			assert.Equal(t, http.MethodGet, r.Method, "%s: %s", line, r.URL)
			assert.NotContains(t, r.URL.Path, "download-files", line)
		}
	}
	assert.Equal(t, 2, cli.Run("run", "watch", "files", "--dry-run"), "watching changes nothing")
	require.Equal(t, 0, cli.Run("recovery", "download", "take", "--wait-timeout", "5m", "--strict", "--show-objects", "--dry-run"), "and a download always waits: %s", &cli.Err)
	require.Equal(t, 0, cli.Run("run", "pause", "files", "--dry-run"))
	assert.Contains(t, cli.Out.String(), "POST https://instance/v2/data-protect/protection-groups/1:2:3/runs/actions\n")
	assert.NoFileExists(t, "recovery-1-2-9.zip")
}
