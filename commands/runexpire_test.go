package commands

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestSnapshotsInAnArchiveAreDeletedThere has runs in an archive: one held, one locked, one too young, one that is already empty.
func TestSnapshotsInAnArchiveAreDeletedThere(t *testing.T) {
	now := time.Now().Truncate(time.Second)
	run := func(id string, age time.Duration, extra, object string) string {
		start := strconv.FormatInt(now.Add(-age).UnixMicro(), 10)
		return `{"id":"` + id + `","archivalInfo":{"archivalTargetResults":[{"targetId":9007199254740993,"targetType":"Cloud","status":"Succeeded","startTimeUsecs":` + start + `,"stats":{"physicalBytesTransferred":1048576}` + extra + `}]},
			"objects":[{"archivalInfo":{"archivalTargetResults":[{` + object + `}]}}]}`
	}
	const day = 24 * time.Hour
	locked := strconv.FormatInt(now.Add(day).UnixMicro(), 10)
	runs := []string{
		run("5:1", time.Hour, "", `"snapshotId":"a"`), run("4:1", 40*day, "", `"snapshotId":"b"`),
		strings.Replace(run("3:1", 50*day, "", `"snapshotId":"c"`), `{"id"`, `{"onLegalHold":true,"id"`, 1),
		run("2:1", 60*day, `,"dataLockConstraints":{"mode":"Compliance","expiryTimeUsecs":`+locked+`}`, `"snapshotId":"d"`), run("1:1", 70*day, "", `"snapshotId":"e","isManuallyDeleted":true`),
	}
	date := now.UTC().Format(http.TimeFormat)
	d := enginetest.New(t, Catalog())
	d.Answer = func(r *http.Request) *http.Response {
		answer := `{}`
		if r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/runs") {
			answer = `{"totalRuns":5,"runs":[` + strings.Join(runs, ",") + `]}`
		}
		reply := enginetest.Reply(200, "application/json", answer)
		reply.Header.Set("Date", date)
		return reply
	}
	deleted := func() (bodies []string) {
		for i, r := range d.Sent {
			if r.Method == http.MethodPut {
				bodies = append(bodies, string(d.Bodies[i]))
			}
		}
		return bodies
	}
	d.App.Streams.In = strings.NewReader("y\n")
	require.Equal(t, 0, d.Run("run", "expire", "1:2:3", "--older-than", "30d", "-o", "csv", "--columns", "Run,Snapshots,Deleted,KeptBy", "--no-headers"), "%s", &d.Err)
	assert.Equal(t, "4:1,1,true,\n3:1,1,false,legal hold\n2:1,1,false,data lock\n", d.Out.String())
	assert.Contains(t, d.Err.String(), "Delete 1 snapshot of '1:2:3' (1 MiB), of ")
	assert.Contains(t, d.Err.String(), "2 runs are on legal hold or locked and stay.")
	require.Len(t, deleted(), 1)
	assert.Equal(t, `{"updateProtectionGroupRunParams":[{"archivalSnapshotConfig":{"updateExistingSnapshotConfig":[{"archivalTargetType":"Cloud","deleteSnapshot":true,"id":9007199254740993}]},"runId":"4:1"}]}`, deleted()[0])

	d.App.Streams.In = bytes.NewReader(nil)
	assert.Equal(t, 2, d.Run("run", "expire", "1:2:3", "--older-than", "30d"), "nobody has agreed")
	assert.Empty(t, deleted())
	assert.Equal(t, 0, d.Run("run", "expire", "1:2:3", "--older-than", "80d"))
	assert.Contains(t, d.Err.String(), "No snapshots are that old.")
	assert.Equal(t, 2, d.Run("run", "expire", "1:2:3", "--older-than", "soon"))

	date = now.Add(60 * day).UTC().Format(http.TimeFormat)
	require.Equal(t, 0, d.Run("run", "expire", "1:2:3", "--older-than", "80d", "--dry-run"), "%s", &d.Err)
	assert.Contains(t, d.Err.String(), "ahead of this machine's. Ages are judged by the service's.")
	for _, date = range []string{"Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:01 GMT", "now"} { // as a gateway says it whose clock is wrong
		d.Sent, d.Bodies = nil, nil
		require.Equal(t, 0, d.Run("run", "expire", "1:2:3", "--older-than", "30d", "--force"), "%s", &d.Err)
		require.Len(t, deleted(), 1, date)
		assert.NotContains(t, deleted()[0], `"5:1"`, date)
		assert.Contains(t, deleted()[0], `"4:1"`, date)
	}
}
