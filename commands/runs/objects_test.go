package runs

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestObjectsOfARun has a host by its name in any case, a database, which is named by its host too, and an identifier that nobody knows.
func TestObjectsOfARun(t *testing.T) {
	gate := &enginetest.Gate{Answers: map[string]string{
		api.GetProtectionGroupByID.ID: `{"id":"1:2:3","physicalParams":{"fileProtectionTypeParams":{"objects":[{"id":9007199254740993,"name":"web-1"}]}}}`,
		api.GetProtectionGroupRuns.ID: `{"runs":[{"id":"8:1","objects":[{"object":{"id":31,"name":"PROD/orders","objectType":"kDatabase","sourceId":30,"sourceName":"db-1"}},{"object":{"id":32,"name":"PROD/users","objectType":"kDatabase","sourceId":30}}]}]}`,
	}}
	for words, want := range map[string]string{
		"WEB-1":            `[{"id":9007199254740993}]`,
		"db-1/PROD/ORDERS": `[{"id":30,"appIds":[31]}]`,
		"PROD/orders":      `[{"id":30,"appIds":[31]}]`,
		"17":               `[{"id":17}]`,
	} {
		var out, errs bytes.Buffer
		r := api.NewRequest(&api.CreateProtectionGroupRun)
		r.Body = json.RawMessage(`{"runType":"kRegular"}`)
		require.NoError(t, setObjects(gate.Context(t, &out, &errs), r, "1:2:3", "files", []string{words}), words)
		fields, err := r.Fields()
		require.NoError(t, err)
		assert.Equal(t, want, string(fields["objects"]), words)
	}
	var out, errs bytes.Buffer
	r := api.NewRequest(&api.CreateProtectionGroupRun)
	r.Body = json.RawMessage(`{}`)
	require.NoError(t, setObjects(gate.Context(t, &out, &errs), r, "1:2:3", "files", []string{"PROD/users", "web-1", "PROD/orders"}))
	assert.JSONEq(t, `{"objects":[{"id":30,"appIds":[32,31]},{"id":9007199254740993}]}`, string(r.Body))
	assert.EqualError(t, setObjects(gate.Context(t, &out, &errs), r, "1:2:3", "files", []string{"web-2"}), "Protection group 'files' has no object named 'web-2'.")
	gate.Requests = nil
	require.NoError(t, setObjects(gate.Context(t, &out, &errs), r, "1:2:3", "files", nil))
	assert.Empty(t, gate.Requests, "nothing is asked for where nobody names objects")
}

func TestTheStatusesThatWordsStandFor(t *testing.T) {
	for word, want := range map[string][]string{
		"FAILED": {"Failed"}, "warning": {"SucceededWithWarning"}, "SucceededWithWarning": {"SucceededWithWarning"}, "OnHold": {"OnHold"},
		"running": {"Accepted", "Running", "OnHold", "Finalizing", "Canceling"}, "Cancelled": {"Canceled"},
	} {
		got, err := (&listing{statuses: []string{word}}).wanted()
		require.NoError(t, err)
		assert.Equal(t, want, got, word)
	}
	_, err := (&listing{statuses: []string{"failed", "broken"}}).wanted()
	assert.EqualError(t, err, "--status: 'broken' is not one of failed, warning, succeeded, running, paused, canceled, missed, skipped.")
}
