package commands

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// The questions before something is lost, and what they cost.

// kept answers as an instance with two runs of a group, the first of them on legal hold and the second locked, and with what uses a
// policy, a source and a connection.
type kept struct {
	*enginetest.CLI
	refuse map[string]int // the status of requests by a part of their path
}

// The runs of a kept group: when they began, in microseconds since 1970.
const (
	firstRun  = 1764000000000000
	secondRun = firstRun + 3600e6
)

func newKept(t *testing.T) *kept {
	t.Helper()
	local := time.Local
	time.Local = time.UTC
	t.Cleanup(func() { time.Local = local })
	k := &kept{CLI: enginetest.New(t, Catalog()), refuse: map[string]int{}}
	run := func(number string, began int64, extra, lock string) string {
		object := func(id string) string {
			return `{"object":{"name":"web-` + id + `"},"localSnapshotInfo":{"snapshotInfo":{"snapshotId":"s` + number + id + `","expiryTimeUsecs":` + strconv.FormatInt(began+10*86400e6, 10) + `}}}`
		}
		return `{"id":"` + number + `:` + strconv.FormatInt(began, 10) + `","protectionGroupId":"1:2:6"` + extra + `,"localBackupInfo":{"status":"Succeeded","startTimeUsecs":` + strconv.FormatInt(began, 10) +
			lock + `,"localSnapshotStats":{"bytesWritten":1048576}},"objects":[` + object("1") + `,` + object("2") + `,{"object":{"name":"gone"},"localSnapshotInfo":{"snapshotInfo":{"snapshotId":"x","isManuallyDeleted":true}}}]}`
	}
	first := run("11", firstRun, `,"onLegalHold":true`, "")
	second := run("12", secondRun, "", `,"dataLockConstraints":{"mode":"Compliance","expiryTimeUsecs":4102444800000000}`)
	answers := map[string]string{
		"/protection-groups":        `{"protectionGroups":[{"name":"files","id":"1:2:6","policyId":"1:2:3"},{"name":"gone","id":"1:2:9","isDeleted":true}]}`,
		"/runs":                     `{"totalRuns":2,"runs":[` + second + `,` + first + `]}`,
		"/runs/11:1764000000000000": first,
		"/search/protected-objects": `{"objects":[{"id":1,"latestSnapshotsInfo":[{}]},{"id":2}]}`,
		"/data-source-connectors":   `{"connectors":[{"connectorName":"dc-1","connectorId":"8"}]}`,
		"/sources/registrations":    `{"registrations":[{"name":"web-1","id":217,"connectionId":"5"},{"name":"web-2","id":218,"connectionId":"6"}]}`,
	}
	k.Answer = func(r *http.Request) *http.Response {
		for part, status := range k.refuse {
			if strings.Contains(r.URL.Path, part) && r.Method == http.MethodGet {
				return enginetest.Reply(status, "application/json", `{"message":"no"}`)
			}
		}
		if r.Method == http.MethodDelete {
			return enginetest.Reply(204, "", "")
		}
		for path, answer := range answers {
			if strings.HasSuffix(r.URL.Path, path) && r.Method == http.MethodGet {
				return enginetest.Reply(200, "application/json", answer)
			}
		}
		return enginetest.Reply(200, "application/json", "{}")
	}
	return k
}

// reading returns how many requests of the last command line only read.
func (k *kept) reading() int { return len(k.Sent) - len(changing(k.CLI)) }

const update = `--update-protection-group-run-params`

// asks are command lines that ask, what they ask where all can be read and where nothing can, and how many requests that takes.
var asks = []struct {
	words           []string
	question, plain string
	reads           int
}{
	{[]string{"group", "delete", "1:2:6"}, "1 run is on legal hold:\n  11:1764000000000000  2025-11-24 16:00:00\n1 run has a data lock:\n  12:1764003600000000  2025-11-24 17:00:00\n" +
		"Delete protection group '1:2:6'? Its 4 snapshots (2 MiB) stay until they expire, the last one on 2025-12-04. [y/N]> ", "Delete protection group '1:2:6'? [y/N]> ", 1},
	{[]string{"group", "delete", "1:2:6", "--delete-snapshots"}, "The service deletes no snapshots on legal hold or under a data lock, nor the group with them.\n" +
		"Delete protection group '1:2:6' with its 4 snapshots (2 MiB), the newest of 2025-11-24 17:00:00? [y/N]> ", "Delete protection group '1:2:6'? [y/N]> ", 1},
	{[]string{"policy", "delete", "1:2:3"}, "1 protection group uses the policy. The service deletes no policy in use:\n  files\nDelete protection policy '1:2:3'? [y/N]> ",
		"Delete protection policy '1:2:3'? [y/N]> ", 1},
	{[]string{"source", "registration-delete", "217"}, "1 protection group protects objects of the source. The service unregisters no source that is protected:\n  files\n" +
		"Unregister source '217'? The snapshots of 1 object stay until they expire. [y/N]> ", "Unregister source '217'? [y/N]> ", 2},
	{[]string{"connection", "delete", "5"}, "1 connector belongs to the connection:\n  dc-1\n1 source is reached through the connection. The service deletes no connection in use:\n  web-1\n" +
		"Delete connection '5'? [y/N]> ", "Delete connection '5'? [y/N]> ", 2},
	{[]string{"run", "update", "1:2:6", update, `[{"runId":"11:1764000000000000","localSnapshotConfig":{"deleteSnapshot":true}}]`},
		"1 run of '1:2:6' loses its snapshots.\n1 run is on legal hold:\n  11:1764000000000000  2025-11-24 16:00:00\nDelete 2 snapshots of '1:2:6' (1 MiB), the newest of 2025-11-24 16:00:00? [y/N]> ",
		"Delete or shorten the retention of snapshots of '1:2:6'? [y/N]> ", 1},
	{[]string{"run", "update", "1:2:6", update, `[{"runId":"11:1764000000000000","localSnapshotConfig":{"deleteSnapshot":true}},{"runId":"12:1764003600000000","localSnapshotConfig":{"deleteSnapshot":true}}]`},
		"2 runs of '1:2:6' lose their snapshots.\n1 run is on legal hold:\n  11:1764000000000000  2025-11-24 16:00:00\n1 run has a data lock:\n  12:1764003600000000  2025-11-24 17:00:00\n" +
			"Delete 4 snapshots of '1:2:6' (2 MiB), the newest of 2025-11-24 17:00:00? [y/N]> ", "Delete or shorten the retention of snapshots of '1:2:6'? [y/N]> ", 1},
	{[]string{"run", "update", "1:2:6", update, `[{"runId":"11:1764000000000000","localSnapshotConfig":{"daysToKeep":-3}}]`},
		"2 snapshots of '1:2:6' expire sooner, the last of them on 2025-12-01 instead of 2025-12-04.\n1 run is on legal hold:\n  11:1764000000000000  2025-11-24 16:00:00\n" +
			"Shorten the retention of 1 run of '1:2:6'? [y/N]> ", "Delete or shorten the retention of snapshots of '1:2:6'? [y/N]> ", 1},
	{[]string{"run", "update", "1:2:6", update, `[{"runId":"11:1764000000000000","archivalSnapshotConfig":{"updateExistingSnapshotConfig":[{"id":7,"archivalTargetType":"Cloud","deleteSnapshot":true}]}}]`},
		"Delete or shorten the retention of snapshots of '1:2:6'? [y/N]> ", "Delete or shorten the retention of snapshots of '1:2:6'? [y/N]> ", 1}, // it has none there that is known
}

func TestAQuestionSaysWhatIsLost(t *testing.T) {
	k := newKept(t)
	for _, c := range asks {
		k.App.Streams.In = strings.NewReader("y\ny\n")
		require.Equal(t, 0, k.Run(c.words...), "%s: %s", c.words, &k.Err)
		assert.Contains(t, k.Err.String(), c.question, c.words)
		assert.Equal(t, 1, strings.Count(k.Err.String(), "[y/N]"), "%s: one question", c.words)
		assert.Equal(t, c.reads, k.reading(), c.words)
		assert.Len(t, changing(k.CLI), 1, c.words)

		k.App.Streams.In = strings.NewReader("n\n")
		assert.Equal(t, 0, k.Run(c.words...), c.words)
		assert.Empty(t, changing(k.CLI), "%s: with no", c.words)

		k.App.Streams.In = strings.NewReader("")
		assert.Equal(t, 2, k.Run(c.words...), c.words)
		assert.Empty(t, changing(k.CLI), "%s: without an answer", c.words)

		assert.Equal(t, 0, k.Run(append(c.words, "--force")...), "%s: %s", c.words, &k.Err)
		assert.Equal(t, 0, k.reading(), "%s: nothing is read for a question that is not asked", c.words)
		assert.NotContains(t, k.Err.String(), "[y/N]", c.words)

		assert.Equal(t, 0, k.Run(append(c.words, "--dry-run")...), "%s: %s", c.words, &k.Err)
		assert.Empty(t, k.Sent, "%s: in a dry run", c.words)
		assert.NotContains(t, k.Err.String(), "[y/N]", c.words)
	}
}

func TestWhoMayNotReadIsAskedPlainly(t *testing.T) {
	for _, status := range []int{403, 404} {
		k := newKept(t)
		for _, part := range []string{"/runs", "/protection-groups", "/protected-objects", "/data-source-connectors"} {
			k.refuse[part] = status
		}
		for _, c := range asks {
			k.App.Streams.In = strings.NewReader("y\n")
			require.Equal(t, 0, k.Run(c.words...), "%s: %s", c.words, &k.Err)
			assert.True(t, strings.HasPrefix(k.Err.String(), c.plain), "%s: %s", c.words, &k.Err)
			assert.Len(t, changing(k.CLI), 1, c.words)
		}
	}
}

func TestAnEndOfTheSessionIsNoQuestion(t *testing.T) {
	k := newKept(t)
	k.refuse["/"] = 401
	for _, c := range asks {
		k.App.Streams.In = strings.NewReader("y\n")
		assert.Equal(t, 3, k.Run(c.words...), "%s: %s", c.words, &k.Err)
		assert.NotContains(t, k.Err.String(), "[y/N]", c.words)
		assert.Empty(t, changing(k.CLI), c.words)
	}
	k = newKept(t)
	ctx, cancel := context.WithCancel(t.Context())
	answer := k.Answer
	k.Answer = func(r *http.Request) *http.Response { cancel(); return answer(r) }
	k.App.Streams.In = strings.NewReader("y\n")
	assert.NotEqual(t, 0, k.RunContext(ctx, "group", "delete", "1:2:6"))
	assert.NotContains(t, k.Err.String(), "[y/N]")
	assert.Empty(t, changing(k.CLI))
}

func TestAnUpdateOfRunsThatLosesNothingDoesNotAsk(t *testing.T) {
	k := newKept(t)
	for _, config := range []string{`"localSnapshotConfig":{"enableLegalHold":true,"daysToKeep":7}`, `"localSnapshotConfig":{"deleteSnapshot":false,"daysToKeep":0}`,
		`"archivalSnapshotConfig":{"newSnapshotConfig":[{"id":7,"archivalTargetType":"Cloud"}]}`} {
		assert.Equal(t, 0, k.Run("run", "update", "1:2:6", update, `[{"runId":"11:1764000000000000",`+config+`}]`), "%s: %s", config, &k.Err)
		assert.Len(t, k.Sent, 1, config)
		assert.NotContains(t, k.Err.String(), "[y/N]", config)
	}
}

func TestCopiesElsewhereAreCounted(t *testing.T) {
	k := newKept(t)
	k.Answer = func(*http.Request) *http.Response {
		return enginetest.Reply(200, "application/json", `{"id":"11:1764000000000000","localBackupInfo":{"startTimeUsecs":1764000000000000},"archivalInfo":{"archivalTargetResults":[{"targetId":7,"onLegalHold":true,"stats":{"physicalBytesTransferred":2048}},{"targetId":8}]},
			"objects":[{"archivalInfo":{"archivalTargetResults":[{"targetId":7,"snapshotId":"a"},{"targetId":8,"snapshotId":"b"}]},
				"replicationInfo":{"replicationTargetResults":[{"clusterId":3,"status":"Succeeded"},{"clusterId":3,"status":"Failed"}]}}]}`)
	}
	for config, want := range map[string]string{
		`"archivalSnapshotConfig":{"updateExistingSnapshotConfig":[{"id":7,"archivalTargetType":"Cloud","deleteSnapshot":true}]}`: "1 run is on legal hold:\n  11:1764000000000000  2025-11-24 16:00:00\nDelete 1 snapshot of '1:2:6' (2 KiB), of 2025-11-24 16:00:00?",
		`"replicationSnapshotConfig":{"updateExistingSnapshotConfig":[{"id":3,"deleteSnapshot":true}]}`:                           "Delete 1 snapshot of '1:2:6', of 2025-11-24 16:00:00?",
	} {
		assert.Equal(t, 2, k.Run("run", "update", "1:2:6", update, `[{"runId":"11:1764000000000000",`+config+`}]`))
		assert.Contains(t, k.Err.String(), want)
	}
}

func TestWhatNothingUses(t *testing.T) {
	k := newKept(t)
	k.Answer = func(*http.Request) *http.Response { return enginetest.Reply(200, "application/json", "{}") }
	for line, want := range map[string]string{
		"group delete 1:2:6":             "Delete protection group '1:2:6', which has no snapshots?",
		"policy delete 1:2:3":            "Delete protection policy '1:2:3', which no protection group uses?",
		"source registration-delete 217": "Unregister source '217', which has no snapshots?",
		"connection delete 5":            "Delete connection '5', which no connector or source uses?",
	} {
		assert.Equal(t, 2, k.Run(strings.Fields(line)...))
		assert.Contains(t, k.Err.String(), want)
	}
}
