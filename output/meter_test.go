package output

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestAMeterSaysNowAndThenHowFarItIs(t *testing.T) {
	var said bytes.Buffer
	now := time.Unix(1e9, 0)
	clock := func() time.Time { return now }
	m := (&Streams{Err: &said}).Meter("Downloading", 10<<20, clock)
	for second := range int64(60) {
		now = now.Add(time.Second)
		m.Set(10<<20+(second+1)<<20, 0)
	}
	m.Stop()
	assert.Equal(t, 6, strings.Count(said.String(), "\n"), said.String())
	assert.Contains(t, said.String(), "Downloading  20 MiB  1 MiB/s\n", "what was there before does not count for the rate")
	assert.NotContains(t, said.String(), "\x1b")
	assert.Equal(t, time.Minute, m.Took())

	said.Reset()
	now = now.Add(time.Minute)
	m.Set(80<<20, 320<<20)
	assert.Contains(t, said.String(), "80 MiB of 320 MiB (25%)")
	assert.Contains(t, said.String(), " left")

	said.Reset()
	m = (&Streams{Err: &said, Quiet: true}).Meter("Downloading", 0, clock)
	now = now.Add(time.Hour)
	m.Set(1, 2)
	m.Stop()
	assert.Empty(t, said.String())
}

func TestLinesInPlaceAreTakenAway(t *testing.T) {
	var said safeBuffer
	stop := (&Streams{Err: &said, ErrTerm: true}).Live(func() []string { return []string{"one \x1b[31m", strings.Repeat("long ", 100)} })
	assert.Eventually(t, func() bool { return strings.Count(said.String(), "one") > 1 }, 5*time.Second, 10*time.Millisecond)
	stop()
	stop()
	assert.Contains(t, said.String(), `one \u001b[31m`)
	assert.Contains(t, said.String(), "…")
	for _, line := range strings.Split(said.String(), "\n") {
		assert.Less(t, len(line), 120)
	}
}

// safeBuffer may be written and read at the same time.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
