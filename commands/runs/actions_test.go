package runs

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestPausingARunNeedsNoProcess tries a job with a gate that answers by itself.
func TestPausingARunNeedsNoProcess(t *testing.T) {
	gate := &enginetest.Gate{
		IDs: map[string]string{"files": "1:2:3"},
		Answers: map[string]string{
			api.GetProtectionGroupRuns.ID:            `{"runs":[{"id":"8:1","localBackupInfo":{"status":"Succeeded"}},{"id":"7:1","localBackupInfo":{"status":"Running"}}]}`,
			api.PerformActionOnProtectionGroupRun.ID: `{"action":"Pause","pauseParams":[{"runId":"7:1"}]}`,
		},
	}
	var out, err bytes.Buffer
	require.NoError(t, changeRun(pauseRun)(&engine.Flags{})(gate.Context(t, &out, &err, "files")))
	assert.Equal(t, []string{api.GetProtectionGroupRuns.ID, api.PerformActionOnProtectionGroupRun.ID}, gate.Sent())
	assert.Equal(t, []string{"1:2:3"}, gate.Requests[1].Get("id"))
	assert.Equal(t, `{"action":"Pause","pauseParams":[{"runId":"7:1"}]}`, string(gate.Requests[1].Body))
	assert.Equal(t, "OK\nRun 7 of 'files' is being paused.\n", out.String())

	gate.Answers[api.PerformActionOnProtectionGroupRun.ID] = `{"pauseParams":[{"runId":"7:1","error":"It cannot be paused."}]}`
	failed := changeRun(pauseRun)(&engine.Flags{})(gate.Context(t, &out, &err, "files"))
	assert.EqualError(t, failed, "7:1: It cannot be paused.")
	gate.Answers[api.GetProtectionGroupRuns.ID] = `{"runs":[]}`
	assert.EqualError(t, changeRun(pauseRun)(&engine.Flags{})(gate.Context(t, &out, &err, "files")), "Protection group 'files' has no active run.")
}

func TestARunThatGoesStraightToAnArchiveIsCanceledByItsTasks(t *testing.T) {
	gate := &enginetest.Gate{IDs: map[string]string{"files": "1:2:3"}, Answers: map[string]string{}}
	for run, want := range map[string]string{
		`{"id":"7:1","archivalInfo":{"archivalTargetResults":[{"archivalTaskId":"1:2:4","status":"Running"},{"archivalTaskId":"1:2:5","status":"Succeeded"},{"archivalTaskId":"1:2:6","status":"Paused"}]}}`: `{"action":"Cancel","cancelParams":[{"archivalTaskId":["1:2:4","1:2:6"],"runId":"7:1"}]}`,
		`{"id":"7:1","localBackupInfo":{"status":"Running"},"archivalInfo":{"archivalTargetResults":[{"archivalTaskId":"1:2:4","status":"Accepted"}]}}`:                                                      `{"action":"Cancel","cancelParams":[{"runId":"7:1"}]}`,
	} {
		gate.Answers[api.GetProtectionGroupRuns.ID] = `{"runs":[` + run + `]}`
		gate.Answers[api.GetProtectionGroupRun.ID] = run
		for _, args := range [][]string{{"files"}, {"files", "7:1"}} {
			var out, err bytes.Buffer
			require.NoError(t, changeRun(cancelRun)(&engine.Flags{})(gate.Context(t, &out, &err, args...)))
			assert.Equal(t, want, string(gate.Requests[len(gate.Requests)-1].Body), args)
		}
	}
}
