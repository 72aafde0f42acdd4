package output

import (
	"bytes"
	"fmt"
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
	assert.Equal(t, "Downloading  80 MiB of 320 MiB (25%)  597.3 KiB/s  6m 51s left\n", said.String(), "70 MiB in two minutes")

	said.Reset()
	m = (&Streams{Err: &said, Quiet: true}).Meter("Downloading", 0, clock)
	now = now.Add(time.Hour)
	m.Set(1, 2)
	m.Stop()
	assert.Empty(t, said.String())
}

// TestAMeterAtItsFirstMoment checks that no rate is said before there is time to work one out.
func TestAMeterAtItsFirstMoment(t *testing.T) {
	now := time.Unix(1e9, 0)
	m := (&Streams{Err: &bytes.Buffer{}}).Meter("x", 0, func() time.Time { return now })
	m.Set(512, 1024)
	assert.Equal(t, "x  [############------------]  512 B of 1 KiB (50%)", m.line(true))
	now = now.Add(499 * time.Millisecond)
	assert.Equal(t, "x  512 B of 1 KiB (50%)", m.line(false))
	now = now.Add(time.Millisecond)
	assert.Equal(t, "x  512 B of 1 KiB (50%)  1 KiB/s  1s left", m.line(false))
	m.Set(2048, 1024) // more than was said there is
	assert.Contains(t, m.line(true), "[########################]")
	m.Set(0, 0)
	assert.Equal(t, "x  0 B", m.line(true))
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

// TestLinesInPlaceFitAScreen checks what is drawn where the size of the terminal is not known: a screen of 80 columns and 24 lines.
func TestLinesInPlaceFitAScreen(t *testing.T) {
	var said safeBuffer
	var lines []string
	for i := range 40 {
		lines = append(lines, fmt.Sprintf("%02d%s", i, strings.Repeat("x", 100)))
	}
	stop := (&Streams{Err: &said, ErrTerm: true}).Live(func() []string { return lines })
	assert.Eventually(t, func() bool { return strings.Contains(said.String(), "22xx") }, 5*time.Second, 10*time.Millisecond)
	stop()
	assert.Contains(t, said.String(), "22"+strings.Repeat("x", 76)+"…")
	assert.NotContains(t, said.String(), "23x", "the last line is the cursor's")
	assert.NotContains(t, said.String(), strings.Repeat("x", 77), "nor is the last column written")
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
