package commands

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/events"
	"ibmcloud-backup-recovery-plugin/commands/recoveries"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// logged is a service with a run and a recovery whose answers a test changes.
type logged struct {
	*enginetest.CLI
	run, progress, monitors, recovery string
	refuse                            func(path string) int // the status to refuse a request with; 0 for none
}

const (
	failedRun = `{"id":"7:1795489984000000","protectionGroupId":"1:2:3","protectionGroupName":"files","localBackupInfo":{"status":"Failed","progressTaskId":"backup_7","endTimeUsecs":1795489999000000,
		"messages":["web-2: No space left.", "The license has expired."]},"objects":[
		{"object":{"id":1,"name":"web-1"},"localSnapshotInfo":{"snapshotInfo":{"status":"kWarning","progressTaskId":"backup_7/1","warnings":["/a: permission denied"],"endTimeUsecs":1795489990000000},
			"failedAttempts":[{"message":"The agent is busy.","endTimeUsecs":1795489985500000}]}},
		{"object":{"id":2,"name":"web-2"},"localSnapshotInfo":{"snapshotInfo":{"status":"kFailed","progressTaskId":"backup_7/2","statusMessage":"No space left.","endTimeUsecs":1795489991000000}}}]}`
	failedProgress = `{"localRun":{"events":[{"message":"Accepted.","occuredAtUsecs":1795489984100000},{"message":"Ended.","occuredAtUsecs":1795489999000001}],"objects":[
		{"id":1,"name":"web-1","events":[{"message":"Skipping /a: permission denied","occuredAtUsecs":1795489986000000}],"failedAttempts":[{"events":[{"message":"First try.","occuredAtUsecs":1795489985000000}]}]}]}}`
	failedMonitors = `{"resultGroupVec":[{"taskVec":[{"taskPath":"backup_7","progress":{"eventVec":[{"eventMsg":"Accepted.","timestampSecs":1795489984}]},"subTaskVec":[
		{"taskPath":"backup_7/2","progress":{"eventVec":[{"eventMsg":"Copying failed: no space left","timestampSecs":1795489991}],"status":{"errorMsg":"No space left."}}}]}]}]}`
	failedRecovery = `{"id":"1:2:9","name":"back","status":"SucceededWithWarning","progressTaskId":"restore_9","endTimeUsecs":1795489995000000,"messages":["/b exists."],
		"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"},"status":"SucceededWithWarning","progressTaskId":"restore_9/1","endTimeUsecs":1795489994000000,"messages":["/b exists."]}]}}`
)

func newLogged(t *testing.T) *logged {
	l := &logged{CLI: enginetest.New(t, Catalog()), run: failedRun, progress: failedProgress, monitors: failedMonitors, recovery: failedRecovery}
	l.Answer = func(r *http.Request) *http.Response {
		if l.refuse != nil {
			if status := l.refuse(r.URL.Path); status != 0 {
				return enginetest.Reply(status, "application/json", `{"errorCode":"KNo","message":"No, \u001b[31mreally."}`)
			}
		}
		answer := l.run
		switch path := r.URL.Path; {
		case strings.HasSuffix(path, "/progress"):
			answer = l.progress
		case strings.HasSuffix(path, "/progressMonitors"):
			answer = l.monitors
		case strings.Contains(path, "/recoveries/"):
			answer = l.recovery
		case strings.HasSuffix(path, "/runs"):
			answer = `{"runs":[` + l.run + `]}`
		}
		return enginetest.Reply(http.StatusOK, "application/json", answer)
	}
	return l
}

func TestLogsJoinWhatIsSaidInSeveralPlaces(t *testing.T) {
	l := newLogged(t)
	require.Equal(t, 0, l.Run("run", "logs", group, "7:1795489984000000", "--output", "csv"), l.Err.String())
	assert.Equal(t, []string{
		"info,,Accepted.", "info,web-1,First try.", "warning,web-1,The agent is busy.", "warning,web-1,Skipping /a: permission denied",
		"error,web-2,Copying failed: no space left", "error,,The license has expired.", "info,,Ended.",
	}, withoutTimes(l.Out.String()))
	require.Len(t, l.Sent, 3, "the run, its progress and the progress monitor")
	for i, r := range l.Sent {
		if strings.HasSuffix(r.URL.Path, "/progressMonitors") {
			assert.Equal(t, "/irisservices/api/v1/progressMonitors?includeFinishedTasks=true&taskPathVec=backup_7", r.URL.Path+"?"+r.URL.Query().Encode())
			assert.JSONEq(t, `{"includeEventLogs":true}`, string(l.Bodies[i]))
		}
	}
	require.Equal(t, 0, l.Run("run", "logs", group, "--level", "error", "--output", "csv"), l.Err.String())
	assert.Equal(t, []string{"error,web-2,Copying failed: no space left", "error,,The license has expired."}, withoutTimes(l.Out.String()))
	require.Equal(t, 0, l.Run("run", "logs", group, "--since", "1795489991000000", "--output", "csv"), l.Err.String())
	assert.Equal(t, []string{"error,web-2,Copying failed: no space left", "error,,The license has expired.", "info,,Ended."}, withoutTimes(l.Out.String()))

	l.run = `{"id":"7:1","protectionGroupId":"1:2:3","archivalInfo":{"archivalTargetResults":[{"status":"Succeeded","targetName":"vault","progressTaskId":"archive_7","message":"Tiered."},
		{"status":"Failed","targetName":"cold","progressTaskId":"archive_8","message":"Out of reach."}]},"objects":[{"object":{"name":"web-1"},"archivalInfo":{"archivalTargetResults":[{"status":"Failed","message":"Gone."}]}}]}`
	l.progress = `{"archivalRun":[{"targetName":"vault","events":[{"message":"Begun.","occuredAtUsecs":1}]},{"targetName":"cold","events":[{"message":"Copying.","occuredAtUsecs":2}],"objects":[{"name":"web-1","events":[{"message":"Sent.","occuredAtUsecs":3}]}]}],
		"replicationRun":[{"clusterName":"east","events":[{"message":"Replicating.","occuredAtUsecs":4}]}]}`
	l.monitors = `{"resultGroupVec":[{"taskVec":[]},{}]}`
	require.Equal(t, 0, l.Run("run", "logs", group, "7:1", "--output", "csv"), l.Err.String())
	assert.Equal(t, []string{"error,web-1,Gone.", "info,,Tiered.", "error,cold,Out of reach.", "info,,Begun.", "info,cold,Copying.", "info,web-1,Sent.", "info,east,Replicating."}, withoutTimes(l.Out.String()),
		"a run that goes straight to an archive has its own messages there; those of copies have the name of the target")

	l.monitors = `{"resultGroupVec":[{"taskVec":[{"taskPath":"restore_9","progress":{"eventVec":[{"eventMsg":"Begun.","timestampSecs":1795489993}]}}]}]}`
	require.Equal(t, 0, l.Run("recovery", "logs", "1:2:9", "--output", "csv"), l.Err.String())
	assert.Equal(t, []string{"info,,Begun.", "warning,web-1,/b exists."}, withoutTimes(l.Out.String()))
	assert.Len(t, l.Sent, 2)
}

// withoutTimes returns the rows of a CSV without headings and first column.
func withoutTimes(csv string) (rows []string) {
	for _, line := range strings.Split(strings.TrimSpace(csv), "\n")[1:] {
		_, rest, _ := strings.Cut(line, ",")
		rows = append(rows, rest)
	}
	return rows
}

func TestLogsWithoutAPlaceComeFromTheOthers(t *testing.T) {
	l := newLogged(t)
	for _, status := range []int{http.StatusForbidden, http.StatusNotFound, http.StatusNotImplemented, http.StatusBadRequest} {
		l.refuse = func(path string) int {
			if strings.HasSuffix(path, "/progressMonitors") {
				return status
			}
			return 0
		}
		require.Equal(t, 0, l.Run("run", "logs", group, "7:1", "--output", "csv"), status)
		assert.Equal(t, 1, strings.Count(l.Err.String(), "The progress monitor is not available, and some messages may be missing: No, \\u001b[31mreally."), l.Err.String())
		assert.Contains(t, l.Out.String(), "error,web-2,No space left.", "what no event says is said of the result")
		require.Equal(t, 0, l.Run("recovery", "logs", "1:2:9", "--output", "csv"), status)
		assert.Equal(t, []string{"warning,web-1,/b exists."}, withoutTimes(l.Out.String()))
	}
	l.refuse = func(path string) int {
		if strings.HasSuffix(path, "/progress") {
			return http.StatusNotFound
		}
		return 0
	}
	require.Equal(t, 0, l.Run("run", "logs", group, "7:1", "--output", "csv"))
	assert.Contains(t, l.Err.String(), "The progress of the run is not available")
	assert.Contains(t, l.Out.String(), "info,,Accepted.")
	require.Equal(t, 0, l.Run("run", "logs", group, "7:1", "--quiet"))
	assert.Empty(t, l.Err.String())

	l.refuse, l.monitors = nil, `{"error":{"type":3,"errorMsg":"Not \u001b[2J today."}}`
	require.Equal(t, 0, l.Run("run", "logs", group, "7:1"))
	assert.Contains(t, l.Err.String(), `Not \u001b[2J today.`)
	for _, path := range []string{"/progressMonitors", "/progress"} {
		l.refuse = func(p string) int {
			if strings.HasSuffix(p, path) {
				return http.StatusUnauthorized
			}
			return 0
		}
		assert.Equal(t, 3, l.Run("run", "logs", group, "7:1"), "a session that is over is no missing place")
	}
	l.refuse = func(string) int { return http.StatusNotFound }
	assert.Equal(t, 4, l.Run("run", "logs", group, "7:1"))
	assert.Equal(t, 4, l.Run("recovery", "logs", "1:2:9"))
}

func TestLogsRefuseFlagsWithoutEffect(t *testing.T) {
	l := newLogged(t)
	for _, words := range [][]string{{"--strict"}, {"--wait-timeout", "1h"}, {"--follow", "--sort-by", "Time"}, {"--level", "fatal"}, {"--since", "soon"}} {
		assert.Equal(t, 2, l.Run(append([]string{"run", "logs", group}, words...)...), words)
		assert.Empty(t, l.Sent, words)
	}
}

// The names of the flags of progress-monitors, with the place that each fills: scripts may come to use them.
func TestProgressMonitorsHasTheFlagsOfItsOperation(t *testing.T) {
	l := newLogged(t)
	require.Equal(t, 0, l.Run("progress-monitors", "--task-path-vec", "backup_7,restore_9", "--include-finished-tasks", "--start-time-secs", "2026-11-24T00:00:00Z", "--end-time-secs", "1795489984",
		"--max-tasks", "5", "--exclude-sub-tasks", "--attribute-vec", `[{"key":"type","value":"backup"}]`, "--fetch-logs-max-level", "2", "--include-event-logs"), l.Err.String())
	assert.Equal(t, "endTimeSecs=1795489984&excludeSubTasks=true&includeFinishedTasks=true&maxTasks=5&startTimeSecs=1795478400&taskPathVec=backup_7%2Crestore_9", l.Sent[0].URL.Query().Encode())
	assert.JSONEq(t, `{"attributeVec":[{"key":"type","value":"backup"}],"fetchLogsMaxLevel":2,"includeEventLogs":true}`, string(l.Bodies[0]))
	assert.Equal(t, http.MethodGet, l.Sent[0].Method)
	require.Equal(t, 0, l.Run("progress-monitors"), l.Err.String())
	assert.Empty(t, l.Bodies[0], "without a field of a body there is none")
	assert.Empty(t, l.Sent[0].Header.Get("Content-Type"))
	assert.Regexp(t, `(?m)^backup_7 *\n  backup_7/2 +No space left\.$`, l.Out.String(), "a group of tasks is no row")
	require.Equal(t, 0, l.Run("progress-monitors", "--json-input", `{"taskPathVec":["restore_9"],"startTimeSecs":1795478400}`), l.Err.String())
	assert.Contains(t, string(l.Bodies[0]), `"taskPathVec":["restore_9"]`)
	require.Equal(t, 0, l.Run("progress-monitors", "--json-input", "{}"), l.Err.String())
	assert.JSONEq(t, "{}", string(l.Bodies[0]), "what is asked for is sent")
}

// followed is a run that goes on by the clock of a bubble: a message a minute from each place, until it ends after five.
func followed(l *logged, began time.Time, status string) {
	var mu sync.Mutex // several requests come at once
	l.App.Session.Transport = enginetest.Transport(func(r *http.Request) (*http.Response, error) {
		mu.Lock()
		defer mu.Unlock()
		minutes := int(time.Since(began) / time.Minute)
		var progress, monitor []string
		for i := range min(minutes, 5) + 1 {
			usecs := began.Add(time.Duration(i)*time.Minute + 700*time.Millisecond).UnixMicro()
			progress = append(progress, fmt.Sprintf(`{"message":"Minute %d.","occuredAtUsecs":%d}`, i, usecs))
			monitor = append(monitor, fmt.Sprintf(`{"eventMsg":"Minute %d.","timestampSecs":%d},{"eventMsg":"Detail \u001b[31m%d.","timestampSecs":%d}`, i, usecs/1e6, i, usecs/1e6))
		}
		now := "Running"
		if minutes >= 5 {
			now = status
		}
		l.run = `{"id":"7:1","protectionGroupId":"1:2:3","localBackupInfo":{"status":"` + now + `","progressTaskId":"backup_7"}}`
		l.recovery = `{"id":"1:2:9","name":"back","status":"` + now + `","progressTaskId":"restore_9"}`
		l.progress = `{"localRun":{"events":[` + strings.Join(progress, ",") + `]}}`
		l.monitors = `{"resultGroupVec":[{"taskVec":[{"taskPath":"backup_7","progress":{"eventVec":[` + strings.Join(monitor, ",") + `]}}]}]}`
		return l.Answer(r), nil
	})
}

func TestFollowedLogsTellEachMessageOnceAndTheResult(t *testing.T) {
	for status, want := range map[string]int{"Succeeded": 0, "SucceededWithWarning": 8, "Failed": 7, "Canceled": 7} {
		for _, words := range [][]string{{"run", "logs", group, "7:1"}, {"recovery", "logs", "1:2:9"}} {
			l := newLogged(t)
			synctest.Test(t, func(t *testing.T) {
				began := time.Now()
				followed(l, began, status)
				l.refuse = func(path string) int { // a while without any answer, and longer without one of the progress monitor
					switch after := time.Since(began); {
					case strings.Contains(path, "/progress") && after < 2*time.Second:
						return http.StatusNotFound // it does not know the progress yet
					case after > 70*time.Second && after < 130*time.Second, strings.HasSuffix(path, "/progressMonitors") && after < 3*time.Minute:
						return http.StatusServiceUnavailable
					}
					return 0
				}
				assert.Equal(t, want, l.Run(append(words, "--follow", "--strict", "--no-headers")...), "%s: %s", status, &l.Err)
				for i := range 6 {
					assert.Equal(t, 1, strings.Count(l.Out.String(), fmt.Sprintf("Minute %d.", i)), l.Out.String())
					assert.Equal(t, 1, strings.Count(l.Out.String(), fmt.Sprintf(`Detail \u001b[31m%d.`, i)), l.Out.String())
				}
				assert.Equal(t, 12, strings.Count(l.Out.String(), "\n"))
				assert.NotContains(t, l.Out.String(), "\x1b")
				assert.Contains(t, l.Err.String(), "Still waiting, although the service did not answer")
				assert.NotContains(t, l.Err.String(), "not available")
				assert.NotContains(t, l.Err.String(), "Running", "the messages are the progress")
			})
		}
	}
}

func TestFollowedLogsEndWithoutThePlacesThatStayAway(t *testing.T) {
	l := newLogged(t)
	synctest.Test(t, func(t *testing.T) {
		followed(l, time.Now(), "Succeeded")
		l.refuse = func(path string) int {
			switch {
			case strings.HasSuffix(path, "/progressMonitors"):
				return http.StatusInternalServerError
			case strings.HasSuffix(path, "/progress"):
				return http.StatusForbidden
			}
			return 0
		}
		assert.Equal(t, 0, l.Run("run", "logs", group, "7:1", "--follow", "--output", "json"))
		assert.JSONEq(t, `{"events":[]}`, l.Out.String())
		assert.Equal(t, 1, strings.Count(l.Err.String(), "The progress monitor is not available"), l.Err.String())
		assert.Equal(t, 1, strings.Count(l.Err.String(), "The progress of the run is not available"), l.Err.String())
	})
}

func TestEventsForOtherJobs(t *testing.T) {
	var out, err bytes.Buffer
	gate := &enginetest.Gate{Answers: map[string]string{
		api.GetProtectionGroupRun.ID: failedRun, api.GetProtectionRunProgress.ID: failedProgress, api.GetProgressMonitors.ID: failedMonitors, api.GetRecoveryByID.ID: failedRecovery,
	}}
	c := gate.Context(t, &out, &err)
	read, failure := runs.Events(c, group, "7:1", nil)
	require.NoError(t, failure)
	assert.Len(t, gate.Requests, 3)
	run, failure := output.Read(strings.NewReader(failedRun))
	require.NoError(t, failure)
	known, failure := runs.Events(c, group, "7:1", run)
	require.NoError(t, failure)
	assert.Len(t, gate.Requests, 5, "a run that is known is not read again")
	assert.Equal(t, read, known)
	assert.Equal(t, events.Event{Time: time.Unix(1795489991, 0), Object: "web-2", Severity: events.Error, Text: "Copying failed: no space left"}, read[4])
	found, failure := recoveries.Events(c, "1:2:9", nil)
	require.NoError(t, failure)
	assert.Contains(t, found, events.Event{Time: time.UnixMicro(1795489994000000), Object: "web-1", Severity: events.Warning, Text: "/b exists."})

	gate.Refuse = func(r *api.Request) error {
		if r.Op.ID == api.GetProtectionGroupRun.ID {
			return nil
		}
		return &service.Error{Status: http.StatusForbidden}
	}
	read, failure = runs.Events(c, group, "7:1", nil)
	require.NoError(t, failure)
	assert.Len(t, read, 4, "what the run itself says")
	assert.Empty(t, out.String()+err.String())
	gate.Refuse = func(*api.Request) error { return errors.New("no") }
	_, failure = runs.Events(c, group, "7:1", nil)
	assert.Error(t, failure)
}

// A recovery that is waited for says how far it is, as far as the progress monitor says that.
func TestAWaitShowsHowFarARecoveryIs(t *testing.T) {
	l := newLogged(t)
	for _, there := range []bool{true, false} {
		synctest.Test(t, func(t *testing.T) {
			began, asked := time.Now(), 0
			var mu sync.Mutex
			l.App.Session.Transport = enginetest.Transport(func(r *http.Request) (*http.Response, error) {
				mu.Lock()
				defer mu.Unlock()
				status := "Running"
				if time.Since(began) > time.Minute {
					status = "Succeeded"
				}
				l.recovery = `{"id":"1:2:9","name":"back","status":"` + status + `","progressTaskId":"restore_9","physicalParams":{"objects":[{"objectInfo":{"name":"web-1"},"status":"Running","progressTaskId":"restore_9/1"}]}}`
				l.monitors = `{"resultGroupVec":[{"taskVec":[{"taskPath":"restore_9","progress":{"percentFinished":12,"expectedTimeRemainingSecs":600},"subTaskVec":[{"taskPath":"restore_9/1","progress":{"percentFinished":34}}]}]}]}`
				if strings.HasSuffix(r.URL.Path, "/progressMonitors") {
					asked++
				}
				return l.Answer(r), nil
			})
			l.refuse = func(path string) int {
				if !there && strings.HasSuffix(path, "/progressMonitors") {
					return http.StatusNotFound
				}
				return 0
			}
			require.Equal(t, 0, l.Run("recovery", "watch", "1:2:9", "--show-objects"), l.Err.String())
			if there {
				assert.Contains(t, l.Err.String(), "Running  12%  0 of 1 object  0s  about 10m left")
				assert.Contains(t, l.Err.String(), "web-1  Running  34%")
			} else {
				assert.Contains(t, l.Err.String(), "Running  0 of 1 object")
				assert.Equal(t, 1, asked, "what is not there is asked for once")
			}
		})
	}
}

// TestTasksThatCouldNotBeReadAreAFailure has an error in an answer of success.
func TestTasksThatCouldNotBeReadAreAFailure(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	cli.Answer = func(*http.Request) *http.Response {
		return enginetest.Reply(200, "application/json", `{"error":{"errorMsg":"the store is away \u001b[31m"},"resultGroupVec":[{"taskVec":[{"taskPath":"backup_7"}]}]}`)
	}
	for _, format := range []string{"table", "json"} {
		assert.Equal(t, 1, cli.Run("progress-monitors", "--output", format))
		assert.Contains(t, cli.Out.String(), "backup_7", "what could be read is shown")
		assert.Contains(t, cli.Err.String(), "the store is away")
		assert.NotContains(t, cli.Err.String(), "\x1b")
	}
}
