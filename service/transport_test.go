package service

import (
	"io"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// TestWhoSendsARequestIsSaid checks the header by which the service knows the program, and the tokens' own client.
func TestWhoSendsARequestIsSaid(t *testing.T) {
	w := newWorld(t)
	w.Agent = "backup-recovery/1 (test)"
	_, err := w.client(t).Do(t.Context(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	assert.Equal(t, "backup-recovery/1 (test)", w.requests[0].Header.Get("User-Agent"))
}

// TestTheServerThatCannotBeReached checks that advice about the Manager is given where it is the Manager that is away.
func TestTheServerThatCannotBeReached(t *testing.T) {
	for op, manager := range map[*api.Operation]bool{&api.GetProtectionPolicies: false, &api.GetReports: true, &api.GetManagementAlerts: true, nil: false} {
		c := &call{op: op, repeatable: true}
		var gone *Unreachable
		require.ErrorAs(t, (&sender{base: &url.URL{Host: "h"}}).failure(c, io.ErrUnexpectedEOF), &gone)
		assert.Equal(t, manager, gone.Manager)
	}
}
