package files

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const chunk = 1 << 16

func bytesOf(size int) []byte {
	b := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{3}).Read(b)
	return b
}

func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func names(t *testing.T, dir string) (list []string) {
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func write(t *testing.T, path, content string) {
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
}

func read(t *testing.T, path string) string {
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(content)
}

// put writes chunks of a content.
func put(t *testing.T, p *Part, content []byte, chunks ...int64) {
	for _, i := range chunks {
		end := min((i+1)*chunk, int64(len(content)))
		_, err := p.WriteAt(content[i*chunk:end], i*chunk)
		require.NoError(t, err)
		if end == (i+1)*chunk {
			p.Done(i)
		}
	}
}

func open(t *testing.T, dir string, resume bool) *Part {
	p, err := Open(dir, "name", Origin{ID: "a", Chunk: chunk}, resume)
	require.NoError(t, err)
	return p
}

func TestAFileIsInItsPlaceWholeOrNotAtAll(t *testing.T) {
	dir, content := t.TempDir(), bytesOf(5*chunk+77)
	p := open(t, dir, false)
	put(t, p, content, 3, 0, 5, 4, 1)
	assert.NotContains(t, names(t, dir), "name")
	put(t, p, content, 2)
	sum, err := p.Finish(t.Context(), int64(len(content)))
	require.NoError(t, err)
	assert.Equal(t, sumOf(content), sum)
	assert.NotContains(t, names(t, dir), "name")
	path, err := p.Commit(false)
	require.NoError(t, err)
	assert.Equal(t, filepath.Join(dir, "name"), path)
	got, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, sumOf(content), sumOf(got))
	assert.Equal(t, []string{"name"}, names(t, dir))
}

func TestWhatExistsIsReplacedOnlyOnRequest(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "name"), []byte("old"), 0o600))
	commit := func(overwrite bool) error {
		p := open(t, dir, false)
		put(t, p, []byte("new"), 0)
		_, err := p.Finish(t.Context(), 3)
		require.NoError(t, err)
		if _, err = p.Commit(overwrite); err != nil {
			require.NoError(t, p.Discard())
		}
		return err
	}
	assert.ErrorIs(t, commit(false), fs.ErrExist)
	now, _ := os.ReadFile(filepath.Join(dir, "name"))
	assert.Equal(t, "old", string(now))
	require.NoError(t, commit(true))
	now, _ = os.ReadFile(filepath.Join(dir, "name"))
	assert.Equal(t, "new", string(now))
	assert.Equal(t, []string{"name"}, names(t, dir))
}

func TestALaterTryGoesOn(t *testing.T) {
	dir, content := t.TempDir(), bytesOf(6*chunk+1)
	p := open(t, dir, false)
	put(t, p, content, 0, 1, 4)
	assert.EqualValues(t, 3*chunk, p.Keep())
	assert.Equal(t, []string{"name.br-part", "name.br-part.state"}, names(t, dir))

	p = open(t, dir, true)
	chunks, size := p.Kept()
	assert.Equal(t, []int64{0, 1, 4}, chunks)
	assert.EqualValues(t, 3*chunk, size)
	assert.True(t, p.Has(4))
	assert.False(t, p.Has(2))
	put(t, p, content, 2)
	assert.EqualValues(t, 4*chunk, p.Keep())

	p = open(t, dir, true)
	chunks, _ = p.Kept()
	assert.Equal(t, []int64{0, 1, 2, 4}, chunks)
	put(t, p, content, 3, 5, 6)
	sum, err := p.Finish(t.Context(), int64(len(content)))
	require.NoError(t, err)
	assert.Equal(t, sumOf(content), sum)
	_, err = p.Commit(false)
	require.NoError(t, err)
}

func TestATryThatDoesNotResumeStartsOver(t *testing.T) {
	dir, content := t.TempDir(), bytesOf(3*chunk)
	p := open(t, dir, false)
	put(t, p, content, 0, 1)
	p.Keep()
	p = open(t, dir, false)
	_, size := p.Kept()
	assert.Zero(t, size)
	assert.Zero(t, p.Keep())
	assert.Empty(t, names(t, dir), "nothing worth keeping leaves nothing")
}

func TestBytesOfAnotherOriginAreNotTaken(t *testing.T) {
	for _, other := range []Origin{{ID: "b", Chunk: chunk}, {ID: "a", Version: "2", Chunk: chunk}, {ID: "a", Chunk: chunk * 2}} {
		dir := t.TempDir()
		p := open(t, dir, false)
		put(t, p, bytesOf(2*chunk), 0, 1)
		p.Keep()
		p, err := Open(dir, "name", other, true)
		require.NoError(t, err)
		_, size := p.Kept()
		assert.Zero(t, size, other)
		require.NoError(t, p.Discard())
	}
}

// TestANoteThatIsDamagedIsNotBelieved cuts a note at every byte, as a power failure may, and takes bytes away from
// the part: what is said to be there is there.

// TestAKillWhileAFileIsPutInPlaceIsMended has both names of a file, as a process leaves them that is killed between making the second
// and removing the first.
func TestAKillWhileAFileIsPutInPlaceIsMended(t *testing.T) {
	dir, _ := keptPart(t)
	require.NoError(t, os.Link(filepath.Join(dir, "name.br-part"), filepath.Join(dir, "name")))
	old := read(t, filepath.Join(dir, "name"))
	p := open(t, dir, true)
	assert.Equal(t, old, read(t, filepath.Join(dir, "name")), "what is in its place is not written to")
	put(t, p, []byte("new"), 0)
	_, err := p.Finish(t.Context(), 3)
	require.NoError(t, err)
	_, err = p.Commit(false)
	require.ErrorIs(t, err, fs.ErrExist)
	assert.Equal(t, old, read(t, filepath.Join(dir, "name")))
	_, err = p.Commit(true)
	require.NoError(t, err)
	assert.Equal(t, "new", read(t, filepath.Join(dir, "name")))
	assert.Equal(t, []string{"name"}, names(t, dir))
}

func TestTheLongestNames(t *testing.T) {
	long := strings.Repeat("é", 127) + "x" // 255 bytes
	for _, name := range []string{long, long[:254], long[:242], long[:240]} {
		dir := t.TempDir()
		p, err := Open(dir, name, Origin{ID: "a", Chunk: chunk}, false)
		require.NoError(t, err, len(name))
		put(t, p, bytesOf(chunk), 0)
		assert.EqualValues(t, chunk, p.Keep())
		for _, name := range names(t, dir) {
			assert.LessOrEqual(t, len(name), 255)
			assert.True(t, ownName(name), name)
		}
		p, err = Open(dir, name, Origin{ID: "a", Chunk: chunk}, true)
		require.NoError(t, err)
		_, kept := p.Kept()
		assert.EqualValues(t, chunk, kept)
		_, err = p.Finish(t.Context(), chunk)
		require.NoError(t, err)
		_, err = p.Commit(false)
		require.NoError(t, err)
		require.NoError(t, p.Close())
		assert.Equal(t, []string{name}, names(t, dir))
	}
	first, _ := partNames(long)
	second, _ := partNames(long[:253] + "é")
	assert.NotEqual(t, first, second)
	_, err := Open(t.TempDir(), long+"x", Origin{ID: "a", Chunk: chunk}, false)
	assert.Error(t, err, "better now than when all bytes are there")
}

func TestNamesThatNoPartMayHave(t *testing.T) {
	for _, name := range []string{"", ".", "..", "a/b", "../a", "/a", "x.br-part", "x.BR-PART.state"} {
		dir := t.TempDir()
		_, err := Open(dir, name, Origin{ID: "a", Chunk: chunk}, false)
		assert.Error(t, err, name)
		assert.Empty(t, names(t, dir))
	}
	_, err := Open(t.TempDir(), "name", Origin{ID: "a"}, false)
	assert.ErrorIs(t, err, fs.ErrInvalid, "chunks have a length")
}

// TestAfterCommit uses a part that is in its place: its bytes are still read, and nothing takes them away.
func TestAfterCommit(t *testing.T) {
	dir, content := t.TempDir(), bytesOf(2*chunk)
	p := open(t, dir, false)
	put(t, p, content, 0, 1)
	_, err := p.Finish(t.Context(), int64(len(content)))
	require.NoError(t, err)
	_, err = p.Commit(false)
	require.NoError(t, err)
	got := make([]byte, len(content))
	_, err = p.ReadAt(got, 0)
	require.NoError(t, err)
	assert.Equal(t, sumOf(content), sumOf(got))
	assert.Zero(t, p.Keep(), "nothing is kept beside the whole")
	require.NoError(t, p.Discard())
	require.NoError(t, p.Close())
	assert.Equal(t, []string{"name"}, names(t, dir))
}

func TestTwoAtOnceDoNotMix(t *testing.T) {
	dir := t.TempDir()
	p := open(t, dir, false)
	_, err := Open(dir, "name", Origin{ID: "a", Chunk: chunk}, true)
	assert.ErrorIs(t, err, ErrBusy)
	require.NoError(t, p.Discard())
	assert.Empty(t, names(t, dir))
	require.NoError(t, open(t, dir, false).Discard())
}

func TestAStartedOverPartForgets(t *testing.T) {
	dir := t.TempDir()
	p := open(t, dir, false)
	put(t, p, bytesOf(2*chunk), 0, 1)
	p.Keep()
	p = open(t, dir, true)
	require.NoError(t, p.Restart())
	assert.False(t, p.Has(0))
	content := []byte(strings.Repeat("x", 10))
	put(t, p, content, 0)
	sum, err := p.Finish(t.Context(), 10)
	require.NoError(t, err)
	assert.Equal(t, sumOf(content), sum)
	require.NoError(t, p.Discard())
}

func TestAFolderThatIsNotThereIsSaid(t *testing.T) {
	_, err := Open(filepath.Join(t.TempDir(), "nowhere"), "name", Origin{Chunk: chunk}, false)
	var at *fs.PathError
	require.True(t, errors.As(err, &at))
	assert.ErrorIs(t, err, fs.ErrNotExist)
}
