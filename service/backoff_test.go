package service

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestPausesGrowToALimit checks the borders of each pause, and that chance uses all that lies between them.
func TestPausesGrowToALimit(t *testing.T) {
	b := Backoff{First: time.Second, Max: 5 * time.Second, Factor: 2, Jitter: .25}
	for try, middle := range []time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 5 * time.Second, 5 * time.Second} {
		least, most := time.Duration(1<<62), time.Duration(0)
		for range 2000 {
			d := b.Pause(try)
			least, most = min(least, d), max(most, d)
		}
		assert.InDelta(t, float64(middle)*.75, float64(least), float64(middle)*.02, try)
		assert.InDelta(t, float64(middle)*1.25, float64(most), float64(middle)*.02, try)
	}
	assert.Equal(t, 3*time.Second, Backoff{First: 3 * time.Second, Max: time.Minute, Factor: 2}.Pause(0), "without chance")
	assert.Equal(t, time.Minute, Backoff{First: time.Second, Max: time.Minute, Factor: 2}.Pause(5000), "beyond what numbers hold")
}

func TestASleepEndsWithTheContext(t *testing.T) {
	assert.NoError(t, Sleep(t.Context(), time.Nanosecond))
	why := errors.New("why")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(why)
	assert.ErrorIs(t, Sleep(ctx, time.Hour), why)
}
