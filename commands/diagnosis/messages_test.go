package diagnosis

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// meant are the kinds that messages of a fault may be of by their words; what is not here is of the kind that the fault is called.
var meant = map[string][]Kind{
	"unreachable": {Network, Agent, Timeout}, "degraded": {Agent}, "disconnected": {Connector, Network, Timeout}, "credentials": {Credentials},
	"target-space": {Space}, "snapshot": {SnapshotGone}, "missed": {"", Canceled}, "meaningless": {""},
}

// wordings returns the messages of a file by the fault that they are about.
func wordings(t *testing.T, name string) map[string][]string {
	raw, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	list := map[string][]string{}
	require.NoError(t, json.Unmarshal(raw, &list))
	return list
}

// TestMessagesAreOfTheirKind checks the patterns on the messages that they were written with.
func TestMessagesAreOfTheirKind(t *testing.T) {
	for fault, list := range wordings(t, "wordings.json") {
		if strings.HasSuffix(fault, ".state") {
			continue
		}
		kinds := meant[fault]
		if kinds == nil {
			kinds = []Kind{Kind(fault)}
		}
		for _, text := range list {
			for _, whole := range []string{text, strings.ReplaceAll(text, "{host}", "web-1"), "web-1: " + text} {
				assert.True(t, slices.Contains(kinds, KindOf(whole)), "%s: %q is %q", fault, whole, KindOf(whole))
			}
		}
	}
}

// TestProgressIsNoComplaint checks that what a run says of its way is not taken for a reason, and what it says of a failure is.
func TestProgressIsNoComplaint(t *testing.T) {
	for _, text := range []string{
		"Connected to the agent on web-1.", "Taking a VSS snapshot of volume C:.", "Waiting for a connector to be assigned.", "Checking the license.", "Logging in to web-1.", "Copying web-1 has begun.",
		"12 of 12 files were copied.", "The snapshot of the file system was created.", "Certificate of web-1 verified.", "Refreshing the connection.", "Looking for free space: 12 GB.", "Agent version is 7.2.14.",
		"The run was accepted.", "Releasing the lock on the object.", "Starting attempt 2.",
	} {
		assert.False(t, isComplaint(text), text)
	}
	for _, text := range []string{"Copying failed: no space left on device.", "Could not connect to the agent.", "The disk is full.", "Access is denied.", "read: connection reset by peer", "The lease was lost."} {
		assert.True(t, isComplaint(text), text)
	}
}
