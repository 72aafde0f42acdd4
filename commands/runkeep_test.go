package commands

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// keeper is a service with runs whose retention can be changed.
type keeper struct {
	*enginetest.CLI
	runs   []*keptRun                                  // newest first
	set    func(r *keptRun, days int64) (expiry int64) // what it makes of a number of days
	bodies []string                                    // of the requests that change something
}

type keptRun struct {
	id             string
	start          time.Time
	local, archive int64 // when its snapshots expire; 0 for none
	locked         int64
}

func (r *keptRun) show() string {
	info, archival, result := "", "", ""
	if r.local > 0 {
		info = fmt.Sprintf(`,"localBackupInfo":{"status":"Succeeded","startTimeUsecs":%d,"dataLockConstraints":{"expiryTimeUsecs":%d}}`, r.start.UnixMicro(), r.locked)
		result = fmt.Sprintf(`,"objects":[{"object":{"name":"web-1"},"localSnapshotInfo":{"snapshotInfo":{"snapshotId":"s","expiryTimeUsecs":%d}}},
			{"object":{"name":"web-2"},"localSnapshotInfo":{"snapshotInfo":{"status":"kFailed","expiryTimeUsecs":5}}}]`, r.local)
	}
	if r.archive > 0 {
		archival = fmt.Sprintf(`,"archivalInfo":{"archivalTargetResults":[{"targetId":9007199254740993,"targetType":"Cloud","status":"Succeeded","startTimeUsecs":%d,"expiryTimeUsecs":%d}]}`, r.start.UnixMicro(), r.archive)
		if r.local == 0 {
			result = `,"objects":[{"object":{"name":"web-1"},"archivalInfo":{"archivalTargetResults":[{"snapshotId":"a"}]}}]`
		}
	}
	return `{"id":"` + r.id + `"` + info + archival + result + `}`
}

func newKeeper(t *testing.T, set func(r *keptRun, days int64) int64) *keeper {
	k := &keeper{CLI: enginetest.New(t, Catalog()), set: set}
	k.Answer = func(r *http.Request) *http.Response {
		answer := `{}`
		switch {
		case r.Method == http.MethodPut:
			raw := string(k.Bodies[len(k.Bodies)-1])
			k.bodies = append(k.bodies, raw)
			k.change(raw)
		case strings.HasSuffix(r.URL.Path, "/protection-groups"):
			answer = `{"protectionGroups":[{"id":"1:2:3","name":"files"}]}`
		case strings.HasSuffix(r.URL.Path, "/runs"):
			shown := make([]string, len(k.runs))
			for i, run := range k.runs {
				shown[i] = run.show()
			}
			answer = `{"totalRuns":` + strconv.Itoa(len(k.runs)) + `,"runs":[` + strings.Join(shown, ",") + `]}`
		default:
			for _, run := range k.runs {
				if strings.HasSuffix(r.URL.Path, "/"+run.id) {
					answer = run.show()
				}
			}
		}
		return enginetest.Reply(200, "application/json", answer)
	}
	return k
}

func (k *keeper) change(raw string) {
	var body struct {
		Params []struct {
			ID      string                      `json:"runId"`
			Local   *struct{ DaysToKeep int64 } `json:"localSnapshotConfig"`
			Archive *struct {
				Existing []struct{ DaysToKeep int64 } `json:"updateExistingSnapshotConfig"`
			} `json:"archivalSnapshotConfig"`
		} `json:"updateProtectionGroupRunParams"`
	}
	if json.Unmarshal([]byte(raw), &body) != nil {
		return
	}
	for _, one := range body.Params {
		for _, run := range k.runs {
			if run.id != one.ID {
				continue
			}
			if one.Local != nil {
				run.local = k.set(run, one.Local.DaysToKeep)
			}
			if one.Archive != nil {
				run.archive = k.set(&keptRun{start: run.start, local: run.archive}, one.Archive.Existing[0].DaysToKeep)
			}
		}
	}
}

const aDay = 24 * time.Hour

// estate of three runs: local, in an archive, and both, which expire two weeks after their beginnings.
func (k *keeper) threeRuns() time.Time {
	began := time.Now().Add(-3 * aDay).Truncate(time.Second)
	after := began.Add(14 * aDay).UnixMicro()
	k.runs = []*keptRun{{id: "9:1", start: began, local: after}, {id: "8:1", start: began, archive: after}, {id: "7:1", start: began, local: after, archive: after}}
	return began
}

// TestRetentionIsCountedFromTheBeginningOfARun has a service that does what the name of the field says.
func TestRetentionIsCountedFromTheBeginningOfARun(t *testing.T) {
	k := newKeeper(t, func(r *keptRun, days int64) int64 { return r.start.Add(time.Duration(days) * aDay).UnixMicro() })
	began := k.threeRuns()
	require.Equal(t, 0, k.Run("run", "keep", "files", "--all", "--for", "1y", "-j", "runs[].changed"), "%s", &k.Err)
	assert.Equal(t, "[true,true,true]", strings.Join(strings.Fields(k.Out.String()), ""))
	want := began.Add(365 * aDay).UnixMicro()
	assert.Equal(t, []int64{want, want, want, want}, []int64{k.runs[0].local, k.runs[1].archive, k.runs[2].local, k.runs[2].archive})
	assert.Equal(t, []string{
		`{"updateProtectionGroupRunParams":[{"localSnapshotConfig":{"daysToKeep":365},"runId":"9:1"}]}`,
		`{"updateProtectionGroupRunParams":[{"archivalSnapshotConfig":{"updateExistingSnapshotConfig":[{"archivalTargetType":"Cloud","daysToKeep":365,"id":9007199254740993}]},"runId":"8:1"},` +
			`{"archivalSnapshotConfig":{"updateExistingSnapshotConfig":[{"archivalTargetType":"Cloud","daysToKeep":365,"id":9007199254740993}]},"localSnapshotConfig":{"daysToKeep":365},"runId":"7:1"}]}`,
	}, k.bodies, "the first by itself")
	k.bodies = nil
	require.Equal(t, 0, k.Run("run", "keep", "files", "--all", "--for", "1y"))
	assert.Empty(t, k.bodies, "done twice, it changes nothing")

	assert.Equal(t, 2, k.Run("run", "keep", "files", "--all", "--for", "10d"), "nobody agrees")
	assert.Contains(t, k.Err.String(), "Let 3 snapshots expire sooner, the first of them on ")
	assert.Empty(t, k.bodies)
	k.runs[1].archive = 0
	k.runs[0].locked = time.Now().Add(200 * aDay).UnixMicro()
	assert.Equal(t, 1, k.Run("run", "keep", "files", "--all", "--for", "10d", "--force", "-j", "runs[].changed"), "%s", &k.Err)
	assert.Equal(t, "[false,true]", strings.Join(strings.Fields(k.Out.String()), ""))
	assert.Contains(t, k.Err.String(), "9:1: The snapshots are locked until ")
}

// TestAServiceThatAddsDaysKeepsWhatWasAskedFor has one that reads the number of days in another way, which loses nothing.
func TestAServiceThatAddsDaysKeepsWhatWasAskedFor(t *testing.T) {
	k := newKeeper(t, func(r *keptRun, days int64) int64 { return r.local + (time.Duration(days) * aDay).Microseconds() })
	began := k.threeRuns()
	require.Equal(t, 0, k.Run("run", "keep", "files", "--all", "--for", "10d", "--force"), "%s", &k.Err)
	want := began.Add(10 * aDay).UnixMicro()
	assert.Equal(t, []int64{want, want, want, want}, []int64{k.runs[0].local, k.runs[1].archive, k.runs[2].local, k.runs[2].archive})
	require.Len(t, k.bodies, 3)
	assert.Contains(t, k.bodies[0], `"daysToKeep":10}`)
	assert.Contains(t, k.bodies[1], `"daysToKeep":-14}`)
	assert.Contains(t, k.bodies[2], `"daysToKeep":-4,`)
}

// TestAServiceThatSetsAnotherExpiryChangesOneRun has one whose days mean something that nobody expects.
func TestAServiceThatSetsAnotherExpiryChangesOneRun(t *testing.T) {
	k := newKeeper(t, func(r *keptRun, days int64) int64 { return r.start.Add(1000 * aDay).UnixMicro() })
	k.threeRuns()
	assert.Equal(t, 1, k.Run("run", "keep", "files", "--all", "--for", "1y"))
	assert.Contains(t, k.Err.String(), "The service set the expiry of run 9:1 to ")
	assert.Len(t, k.bodies, 1)
}
