package files

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is still allowed, and what no longer.

func TestADirectoryOfJustTheAllowedSize(t *testing.T) {
	text := bytes.Repeat([]byte("PK\x01\x02...."), 3)
	for _, c := range []struct {
		bytes, entries int
		allowed        bool
	}{{len(text), 3, true}, {len(text) - 1, 3, false}, {len(text), 2, false}, {len(text) + 1, 4, true}} {
		d := &directoryReader{from: bytes.NewReader(text), bytes: c.bytes, entries: c.entries}
		_, err := d.ReadAt(make([]byte, len(text)), 0)
		if c.allowed {
			assert.NoError(t, err, c)
		} else {
			assert.ErrorIs(t, err, ErrTooMany, c)
		}
	}
}

func TestNamesOfJustTheAllowedLength(t *testing.T) {
	long := strings.Repeat("n", safeName)
	assert.Equal(t, long, SafeName(long))
	assert.Len(t, SafeName(long+"n"), safeName)
	sixteen, seventeen := "."+strings.Repeat("e", 15), "."+strings.Repeat("e", 16)
	assert.True(t, strings.HasSuffix(SafeName(long+sixteen), "n"+sixteen), "an ending is kept")
	assert.False(t, strings.HasSuffix(SafeName(long+seventeen), seventeen), "a long one is none")
	assert.Equal(t, "a_b", SafeName("a\x7fb"))
	assert.Equal(t, "a~b", SafeName("a~b"))
	assert.Equal(t, "a b", SafeName("a b"))
	for size, want := range map[int]string{0: "", 1: "a", 2: "a", 3: "aä", 4: "aäb", 5: "aäb"} {
		assert.Equal(t, want, cut("aäb", size), size)
	}
	assert.Empty(t, cut("ä", 1))
	assert.Empty(t, cut("\x80\x80", 1), "what begins with the end of a character has no whole one")
	fits := strings.Repeat("n", maxName-len(noteEnding))
	part, note := partNames(fits)
	assert.Equal(t, []string{fits + partEnding, fits + noteEnding}, []string{part, note})
	_, note = partNames(fits + "n")
	assert.Len(t, note, maxName)
	assert.NotContains(t, note, fits)
}

func TestTheLargestArchiveThatHasALimit(t *testing.T) {
	const largest = math.MaxInt64 / mostRatio
	assert.EqualValues(t, largest*mostRatio, Limit(largest))
	assert.EqualValues(t, math.MaxInt64, Limit(largest+1))
}

// TestRestartForgetsWhatWasThere checks both files: a note that says more than there is would be believed by the next try.
func TestRestartForgetsWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	p := open(t, dir, false)
	put(t, p, bytesOf(3*chunk), 0, 1, 2)
	p.saving.Lock()
	err := p.save()
	p.saving.Unlock()
	require.NoError(t, err)
	put(t, p, bytesOf(4*chunk), 3) // which need not be noted yet
	before := read(t, filepath.Join(dir, "name.br-part.state"))
	require.NoError(t, p.Restart())
	after := read(t, filepath.Join(dir, "name.br-part.state"))
	assert.Less(t, len(after), len(before))
	assert.True(t, strings.HasPrefix(before, after), "the mark and the origin stay")
	info, err := os.Stat(filepath.Join(dir, "name.br-part"))
	require.NoError(t, err)
	assert.Zero(t, info.Size())
	assert.False(t, p.Has(1))

	other := bytes.Repeat([]byte("other"), 2*chunk/5)
	put(t, p, other, 0, 1)
	sum, err := p.Finish(t.Context(), int64(len(other)))
	require.NoError(t, err)
	assert.Equal(t, sumOf(other), sum, "the sum begins anew as well")
	require.NoError(t, p.Discard())
}

// TestChunksAreNotedFromTimeToTime has a clock of its own.
func TestChunksAreNotedFromTimeToTime(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		p := open(t, dir, false)
		noted := func() int {
			synctest.Wait()
			return strings.Count(read(t, filepath.Join(dir, "name.br-part.state")), "\n")
		}
		p.saved = time.Now()
		start := noted()
		put(t, p, bytesOf(chunk), 0)
		assert.Equal(t, start, noted(), "not with each chunk")
		time.Sleep(saveEvery)
		_, err := p.WriteAt(bytesOf(chunk), chunk)
		require.NoError(t, err)
		p.Done(1)
		assert.Equal(t, start+2, noted(), "once it is time, all that is there")
		require.NoError(t, p.Discard())
	})
}
