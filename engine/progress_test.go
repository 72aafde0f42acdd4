package engine

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestHowLongATaskMayStillTake checks what is said of the time: what the service says, else what the share that is done makes likely, once there
// is enough of it.
func TestHowLongATaskMayStillTake(t *testing.T) {
	began := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		took     time.Duration
		progress *Progress
		want     string
	}{
		{time.Minute, nil, "1m"}, {time.Minute, &Progress{}, "1m"}, {time.Minute, &Progress{Ended: true, HasPercent: true, Percent: 50}, "1m"},
		{time.Minute, &Progress{HasPercent: true, Percent: 25}, "1m, about 3m left"}, {time.Minute, &Progress{HasPercent: true, Percent: 75}, "1m, about 20s left"},
		{time.Minute, &Progress{HasPercent: true, Percent: 5}, "1m"}, {time.Minute, &Progress{HasPercent: true, Percent: 6}, "1m, about 15m 40s left"},
		{time.Minute, &Progress{HasPercent: true, Percent: 100}, "1m"}, {time.Minute, &Progress{HasPercent: true, Percent: 150}, "1m"}, {time.Minute, &Progress{Percent: 50}, "1m"},
		{5 * time.Second, &Progress{HasPercent: true, Percent: 50}, "5s"}, {6 * time.Second, &Progress{HasPercent: true, Percent: 50}, "6s, about 6s left"},
		{time.Minute, &Progress{Remaining: time.Hour, HasPercent: true, Percent: 50}, "1m, about 1h left"}, {0, &Progress{Remaining: time.Hour}, "0s, about 1h left"},
	} {
		d := &display{c: &Context{Context: t.Context(), Now: func() time.Time { return began.Add(test.took) }}, began: began, progress: test.progress}
		assert.Equal(t, test.want, strings.Join(d.clock(), ", "), "%v of %+v", test.took, test.progress)
	}
}

func TestHowFarATaskIs(t *testing.T) {
	for want, p := range map[string]*Progress{
		"Running":                          {Status: "Running"},
		"Running, 50%":                     {Status: "Running", HasPercent: true, Percent: 50.2},
		"Running, 1 KiB":                   {Status: "Running", Bytes: 1024},
		"Running, 1 of 2 objects":          {Status: "Running", Objects: []ObjectProgress{{Status: "Succeeded"}, {Status: "Running"}}},
		"Running, 1 of 1 object, 1 failed": {Status: "Running", Objects: []ObjectProgress{{Status: "Failed"}}},
	} {
		assert.Equal(t, want, strings.Join(p.words(), ", "))
	}
}
