package commands

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

func TestShortIdentifiersAreEnough(t *testing.T) {
	long := strings.Repeat("c25hcHNob3Q", 11)
	cli := estate(t)
	names := cli.Answer
	cli.Answer = func(r *http.Request) *http.Response {
		switch r.URL.Path {
		case "/v2/data-protect/protection-groups/1:2:6/runs":
			return enginetest.Reply(http.StatusOK, "application/json", `{"runs":[{"id":"12:1732357000000000"},{"id":"1:1732350000000000"}]}`)
		case "/v2/data-protect/objects/217/snapshots":
			return enginetest.Reply(http.StatusOK, "application/json", `{"snapshots":[{"id":"`+long+`a","snapshotTimestampUsecs":5,"snapshotTargetType":"Archival"},{"id":"`+long+`b","runStartTimeUsecs":5},
				{"id":"`+long+`c","snapshotTimestampUsecs":4},{"id":"log","snapshotTimestampUsecs":6,"runType":"kLog"}]}`)
		case "/v2/data-protect/objects/218/snapshots":
			return enginetest.Reply(http.StatusOK, "application/json", `{"snapshots":[{"id":"log","runType":"kLog"}]}`)
		}
		return names(r)
	}
	short := engine.ShortSnapshot("217", long+"b")
	require.Len(t, short, len("217-1234567"))
	for line, want := range map[string]string{
		"group get 6 --output json":                                            "GET /v2/data-protect/protection-groups/1:2:6",
		"policy list --ids 4,1:2:9":                                            "GET /v2/data-protect/policies?ids=1:2:4,1:2:9",
		"run get files latest --output json":                                   "GET /v2/data-protect/protection-groups/1:2:6/runs/12:1732357000000000",
		"run get files 1 --output json":                                        "GET /v2/data-protect/protection-groups/1:2:6/runs/1:1732350000000000",
		"run get 6 12:5 --output json":                                         "GET /v2/data-protect/protection-groups/1:2:6/runs/12:5",
		"snapshot-metadata-get --environment kSQL " + short[:len("217-1234")]:  "POST /v2/data-protect/snapshots/" + long + "b/meta-info",
		"snapshot-metadata-get --environment kSQL 217@latest":                  "POST /v2/data-protect/snapshots/" + long + "b/meta-info",
		"snapshot-metadata-get --environment kSQL --snapshot-id " + long + "c": "POST /v2/data-protect/snapshots/" + long + "c/meta-info",
	} {
		require.Equal(t, 0, cli.Run(strings.Fields(line)...), "%s: %s", line, cli.Err)
		target, _ := lastSent(cli)
		assert.Equal(t, want, target, line)
	}
	for line, want := range map[string]string{
		"run get files 7": "That protection group has no run '7'.",
		"snapshot-metadata-get --environment kSQL 217-00000":     "There is no snapshot '217-00000'.",
		"snapshot-metadata-get --environment kSQL 218@latest":    "There is no snapshot '218@latest'.",
		"snapshot-metadata-get --environment kSQL nosuch@latest": "No object is named 'nosuch'.",
		"group get 66": "No protection group is named '66'.",
	} {
		assert.NotEqual(t, 0, cli.Run(strings.Fields(line)...), line)
		assert.Contains(t, strings.ToLower(cli.Err.String()), strings.ToLower(want), line)
	}
}
