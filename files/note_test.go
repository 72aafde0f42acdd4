package files

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// keptPart leaves a part with chunks 10 and 11 in a new folder, and returns the text of its note.
func keptPart(t *testing.T) (dir, note string) {
	dir = t.TempDir()
	p := open(t, dir, false)
	put(t, p, bytesOf(12*chunk), 10, 11)
	p.Keep()
	return dir, read(t, filepath.Join(dir, "name.br-part.state"))
}

// TestANoteThatIsDamagedIsNotBelieved cuts a note at every byte, as a power failure may, and takes bytes away from
// the part: what is said to be there is there.
func TestANoteThatIsDamagedIsNotBelieved(t *testing.T) {
	dir, note := keptPart(t)
	for cut := len(noteMark); cut < len(note); cut++ {
		write(t, filepath.Join(dir, "name.br-part.state"), note[:cut])
		require.NoError(t, os.Truncate(filepath.Join(dir, "name.br-part"), 12*chunk))
		p := open(t, dir, true)
		chunks, _ := p.Kept()
		for _, at := range chunks {
			assert.Contains(t, []int64{10, 11}, at, "cut at %d: %s", cut, note[:cut])
		}
		require.NoError(t, p.Close())
	}
	write(t, filepath.Join(dir, "name.br-part.state"), note)
	require.NoError(t, os.Truncate(filepath.Join(dir, "name.br-part"), 11*chunk+5))
	p := open(t, dir, true)
	chunks, _ := p.Kept()
	assert.Equal(t, []int64{10}, chunks)
	require.NoError(t, p.Discard())
}

// TestALineThatWasCutShortDoesNotGrowIntoAnother continues a note whose last line a power failure has cut.
func TestALineThatWasCutShortDoesNotGrowIntoAnother(t *testing.T) {
	dir, note := keptPart(t)
	write(t, filepath.Join(dir, "name.br-part.state"), strings.TrimSuffix(note, "1.\n"))
	p := open(t, dir, true)
	chunks, _ := p.Kept()
	require.Equal(t, []int64{10}, chunks)
	put(t, p, bytesOf(2*chunk), 0, 1)
	p.Keep()
	p = open(t, dir, true)
	chunks, _ = p.Kept()
	assert.Equal(t, []int64{0, 1, 10}, chunks, "and not 11, of which nothing is known")
	require.NoError(t, p.Discard())
}

func TestANoteWithoutBytesIsOnlyANote(t *testing.T) {
	dir, _ := keptPart(t)
	require.NoError(t, os.Remove(filepath.Join(dir, "name.br-part")))
	p := open(t, dir, true)
	_, size := p.Kept()
	assert.Zero(t, size)
	assert.Zero(t, p.Keep())
	assert.Empty(t, names(t, dir))
}

// FuzzNote reads a part beside an arbitrary note: nothing panics or hangs, no chunk that is not there is said to be, and what is
// noted afterwards is read again.
func FuzzNote(f *testing.F) {
	header := noteMark + `{"id":"a","version":"","chunk":65536}` + "\n"
	for _, text := range []string{"", "x", noteMark, noteMark + "{", header, header + "1.\n2.\n", header + "1.\n2", header + "9223372036854775807.\n", header + "-1.\n0.\n",
		header + "+1.\n", header + "1.\n\n2.\n", header + "99999999999999999999.\n", header + "00.\n", header + "1.\r\n", strings.Replace(header, "65536", "0", 1)} {
		f.Add([]byte(text), int64(3*chunk+5))
	}
	f.Add([]byte(header+"1.\n"), int64(1)<<42)
	f.Fuzz(func(t *testing.T, text []byte, size int64) {
		dir := t.TempDir()
		bytes, note := filepath.Join(dir, "name.br-part"), filepath.Join(dir, "name.br-part.state")
		write(t, note, string(text))
		write(t, bytes, "")
		size = max(0, size) % (1 << 42)
		if len(text) == 0 || os.Truncate(bytes, size) != nil {
			return // nothing is there, or no file may be as large
		}
		p, err := Open(dir, "name", Origin{ID: "a", Chunk: chunk}, true)
		if !strings.HasPrefix(string(text), noteMark) {
			require.Equal(t, &Foreign{note, NoMark}, err)
			require.Equal(t, string(text), read(t, note))
			return
		}
		require.NoError(t, err)
		chunks, kept := p.Kept()
		require.EqualValues(t, len(chunks)*chunk, kept)
		for i, at := range chunks {
			require.True(t, at >= 0 && (at+1)*chunk <= size && p.Has(at), at)
			require.Contains(t, string(text), strconv.FormatInt(at, 10)+".\n")
			require.True(t, i == 0 || at > chunks[i-1])
		}
		put(t, p, []byte(strings.Repeat("x", chunk)), 0)
		require.Positive(t, p.Keep())
		p = open(t, dir, true)
		again, _ := p.Kept()
		require.Subset(t, again, append(chunks, 0))
		require.Subset(t, append(chunks, 0), again)
		require.NoError(t, p.Discard())
		require.Empty(t, names(t, dir))
	})
}
