package runs

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatIsNoPercentageIsNotKnown(t *testing.T) {
	for text, want := range map[json.Number]bool{"0": true, "42.5": true, "100": true, "-5": false, "101": false, "1e300": false, "1e999": false, "x": false} {
		_, ok := percentage(map[string]any{"percentageCompleted": text})
		assert.Equal(t, want, ok, text)
	}
	_, ok := percentage(map[string]any{"percentageCompleted": "42"})
	assert.False(t, ok)
}
