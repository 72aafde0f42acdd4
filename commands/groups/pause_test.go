package groups

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestAGroupThatIsNotWholeIsNotChanged has a service that answers with less than the group.
func TestAGroupThatIsNotWholeIsNotChanged(t *testing.T) {
	gate := &enginetest.Gate{Answers: map[string]string{
		api.GetProtectionGroups.ID:    `{"protectionGroups":[{"id":"1:2:1","name":"web"}]}`,
		api.GetProtectionGroupByID.ID: `{"id":"1:2:1","name":"web","environment":"kPhysical"}`,
	}}
	var out, errs bytes.Buffer
	err := changePause(true)(&engine.Flags{})(gate.Context(t, &out, &errs, "web"))
	require.ErrorContains(t, err, "left out 'policyId'")
	assert.NotContains(t, gate.Sent(), api.UpdateProtectionGroup.ID)
}
