package commands

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestTwoAnswersInOneAreAFailure checks that what follows an answer is told in every format.
func TestTwoAnswersInOneAreAFailure(t *testing.T) {
	for _, behind := range []string{`{"policies":[{"name":"silver"}]}`, "<html>", "]"} {
		for _, words := range []string{"policy list", "policy list --output json", "policy list --output yaml", "policy list --output csv", "policy list -j policies", "policy get --id 1:1:1", "policy get --id 1:1:1 --output csv"} {
			d := enginetest.New(t, Catalog())
			d.Answer = always(200, `{"policies":[{"name":"gold"}],"name":"gold"}`+behind)
			assert.Equal(t, 1, d.Run(strings.Fields(words)...), "%s behind %s", words, behind)
			assert.Contains(t, d.Err.String(), "The answer ended early or is not JSON", words)
			assert.False(t, json.Valid(d.Out.Bytes()), words)
			if !strings.Contains(words, "json") {
				assert.Empty(t, d.Out.String(), words)
			}
		}
	}
}

// TestMessagesArePrintedInPart checks that a refusal of megabytes does not push what to do next out of sight.
func TestMessagesArePrintedInPart(t *testing.T) {
	long := strings.Repeat("é", 1<<17)
	for _, message := range []string{long, strings.Repeat("a line\n", 1<<16)} {
		raw, err := json.Marshal(map[string]string{"message": message, "errorCode": long})
		require.NoError(t, err)
		d := enginetest.New(t, Catalog())
		d.Answer = always(403, string(raw))
		assert.Equal(t, 3, d.Run("policy", "list"))
		said := d.Err.String()
		assert.LessOrEqual(t, len(said), 4<<10)
		assert.Greater(t, len(said), 2000)
		assert.Contains(t, said, "…")
		assert.Contains(t, said, "This command needs the service role")
		assert.Contains(t, said, "Status: 403")
	}
}
