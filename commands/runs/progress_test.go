package runs

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestArchivesCountWhereThereIsNoLocalBackup(t *testing.T) {
	status := func(states ...string) string {
		var targets []any
		for _, s := range states {
			targets = append(targets, map[string]any{"status": s})
		}
		return Status(map[string]any{"archivalInfo": map[string]any{"archivalTargetResults": targets}})
	}
	assert.Equal(t, "Succeeded", status("Succeeded"))
	assert.Equal(t, "Running", status("Succeeded", "Running"))
	assert.Equal(t, "Failed", status("Succeeded", "Failed", "Succeeded"))
	assert.Equal(t, "Failed", status("Failed", "SucceededWithWarning"))
	assert.Equal(t, "SucceededWithWarning", status("SucceededWithWarning", "Succeeded"))
	assert.Equal(t, "Failed", status("SucceededWithWarning", "Failed"))
}
