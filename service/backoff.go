package service

import (
	"context"
	"math"
	"math/rand/v2"
	"time"
)

// Backoff is how long to wait between tries: longer each time, up to a limit. A little chance keeps many clients from coming
// back together.
type Backoff struct {
	First, Max time.Duration
	Factor     float64 // by which a pause is longer than the one before
	Jitter     float64 // the share by which a pause may be shorter or longer
}

// Pause returns how long to wait before a try; the first one has the number 0.
func (b Backoff) Pause(try int) time.Duration {
	d := min(float64(b.First)*math.Pow(b.Factor, float64(try)), float64(b.Max))
	return time.Duration(d * (1 - b.Jitter + 2*b.Jitter*rand.Float64()))
}

// Sleep waits, unless the context ends before, whose cause it returns then.
func Sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(d):
		return nil
	}
}
