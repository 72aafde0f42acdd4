//go:build !windows

package files

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/i18n"
)

const link = fs.ModeSymlink | 0o777

// TestWhatCannotBeReplacedStays has links that lead out where files are, with overwrite, and things that no file replaces.
func TestWhatCannotBeReplacedStays(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "in")
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "folder"), 0o700))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "deep"), 0o700))
	for _, name := range []string{"out", "together", "long", "folder/inside", "good", "replaced", "bad"} {
		write(t, filepath.Join(dir, name), "old")
	}
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600))
	require.NoError(t, os.Symlink("good", filepath.Join(dir, "through")))
	require.NoError(t, os.Symlink("folder", filepath.Join(dir, "way")))
	got, err := extractFile(t.Context(), t, archive(t, nil,
		entry{"out", "../x", link}, entry{"together", "deep/up/..", link}, entry{"deep/up", "..", link}, entry{"long", strings.Repeat("a", maxTarget+1), link},
		entry{"bad", "a\x1b[2Jb", link},
		entry{"folder", "x", 0}, entry{"folder", "x", link}, entry{"pipe", "x", 0}, entry{"through", "new", 0}, entry{"way/inside", "new", 0},
		entry{"replaced", "good", link}), dir, true, 1<<30)
	require.NoError(t, err)
	assert.Equal(t, map[string]i18n.Text{"out": LeadsOut, "together": LeadsOut, "long": BadTarget, "bad": BadTarget, "folder": NameTwice, "pipe": InTheWay, "way/inside": LinkInWay}, got.reasons())
	for _, name := range []string{"out", "together", "long", "bad", "folder/inside", "good"} {
		assert.Equal(t, "old", read(t, filepath.Join(dir, name)), name)
	}
	assert.Equal(t, "new", read(t, filepath.Join(dir, "through")), "the link is replaced, and nothing is written through it")
	target, err := os.Readlink(filepath.Join(dir, "replaced"))
	require.NoError(t, err)
	assert.Equal(t, "good", target)
	assert.Equal(t, []string{"bad", "deep", "folder", "good", "long", "out", "pipe", "replaced", "through", "together", "way"}, names(t, dir))
	assert.Equal(t, []string{"in"}, names(t, above))
}

func TestAFileThatIsDamagedReplacesNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a"), "old")
	from := rawArchive(rawEntry{name: "a", content: "new", sum: 1})
	got, err := Extract(t.Context(), from, dir, true, 1<<30)
	require.NoError(t, err)
	require.Len(t, got.Skipped, 1)
	assert.ErrorIs(t, got.Skipped[0].Err, zip.ErrChecksum)
	assert.Equal(t, "old", read(t, filepath.Join(dir, "a")))
	assert.Equal(t, []string{"a"}, names(t, dir))
}

func TestFoldersThatAreThereKeepTheirPermissions(t *testing.T) {
	for _, overwrite := range []bool{false, true} {
		dir := t.TempDir()
		require.NoError(t, os.Mkdir(filepath.Join(dir, "mine"), 0o700))
		_, err := extractFile(t.Context(), t, archive(t, nil, entry{"mine/", "", fs.ModeDir | 0o755}, entry{"new/", "", fs.ModeDir | 0o750}), dir, overwrite, 1<<30)
		require.NoError(t, err)
		for name, mode := range map[string]fs.FileMode{"mine": map[bool]fs.FileMode{false: 0o700, true: 0o755}[overwrite], "new": 0o750} {
			info, err := os.Stat(filepath.Join(dir, name))
			require.NoError(t, err)
			assert.Equal(t, mode, info.Mode().Perm(), name)
		}
	}
}

func TestTheArchiveDoesNotReplaceItself(t *testing.T) {
	from := archive(t, nil, entry{"a.zip", "x", 0}, entry{"b", "y", 0})
	before := read(t, from)
	got, err := extractFile(t.Context(), t, from, filepath.Dir(from), true, 1<<30)
	require.NoError(t, err)
	assert.Equal(t, map[string]i18n.Text{"a.zip": OwnArchive}, got.reasons())
	assert.Equal(t, before, read(t, from))
}

// TestOneFileUnderTwoNamesIsWrittenOnce is what a file system looks like that takes two names for the same one.
func TestOneFileUnderTwoNamesIsWrittenOnce(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	defer root.Close()
	write(t, filepath.Join(dir, "a"), "first")
	require.NoError(t, os.Link(filepath.Join(dir, "a"), filepath.Join(dir, "A")))
	info, err := os.Lstat(filepath.Join(dir, "a"))
	require.NoError(t, err)
	x := &extraction{root: root, archive: info, overwrite: true, seen: map[string]bool{}, written: map[identity]bool{}, windows: true}
	x.write(info)
	assert.Equal(t, skipped(NameTwice), x.vacant("A"))
	_, err = x.name(&zip.File{FileHeader: zip.FileHeader{Name: "Straße"}})
	require.NoError(t, err)
	_, err = x.name(&zip.File{FileHeader: zip.FileHeader{Name: "STRAßE"}})
	assert.Equal(t, skipped(NameTwice), err)
}

func TestNamesOfEveryLength(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("n", 255)
	got, err := extractFile(t.Context(), t, archive(t, nil, entry{long, "x", 0}, entry{"d/" + long, long, link}, entry{long + "x", "x", 0}, entry{"x.br-part", "x", 0}), dir, true, 1<<30)
	require.NoError(t, err)
	assert.Equal(t, map[string]i18n.Text{long + "x": LongName, "x.br-part": OwnName, "d/" + long: ""}, map[string]i18n.Text{long + "x": got.reasons()[long+"x"], "x.br-part": got.reasons()["x.br-part"], "d/" + long: got.reasons()["d/"+long]})
	assert.Equal(t, []string{"d", long}, names(t, dir))
}

func TestAnArchiveWithoutPermissionsIsNotForEverybody(t *testing.T) {
	dir := t.TempDir()
	_, err := Extract(t.Context(), rawArchive(rawEntry{name: "a", content: "x"}), dir, false, 1<<30)
	require.NoError(t, err)
	info, err := os.Stat(filepath.Join(dir, "a"))
	require.NoError(t, err)
	assert.Zero(t, info.Mode().Perm()&0o022, info.Mode())
}

// rawEntry is an entry whose header says what a test wants it to say.
type rawEntry struct {
	name, content string
	claims        uint32 // how long it says that it is; 0 for the truth
	sum           uint32 // its checksum; 0 for the right one
	same          bool   // whether its content is that of the entry before
}

// memory is an archive in memory.
type memory struct {
	*bytes.Reader
	size int64
}

func (m memory) Stat() (fs.FileInfo, error) { return sized{size: m.size}, nil }

// sized is what there is to say of memory.
type sized struct {
	fs.FileInfo
	size int64
}

func (s sized) Size() int64 { return s.size }

func (s sized) Sys() any { return nil }

// rawArchive makes an archive byte by byte. Its entries are stored without compression.
func rawArchive(entries ...rawEntry) memory {
	var out, directory bytes.Buffer
	le := binary.LittleEndian
	offset := 0
	for _, e := range entries {
		size, sum := uint32(len(e.content)), e.sum
		if sum == 0 {
			sum = crc32.ChecksumIEEE([]byte(e.content))
		}
		claims := size
		if e.claims != 0 {
			claims = e.claims
		}
		common := le.AppendUint32(le.AppendUint32(le.AppendUint32(nil, sum), size), claims)
		if !e.same {
			offset = out.Len()
			h := append([]byte("PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x21\x50"), common...)
			h = le.AppendUint16(le.AppendUint16(h, uint16(len(e.name))), 0)
			out.Write(h)
			out.WriteString(e.name)
			out.WriteString(e.content)
		}
		h := append([]byte("PK\x01\x02\x14\x00\x14\x00\x00\x00\x00\x00\x00\x00\x21\x50"), common...)
		h = append(le.AppendUint16(h, uint16(len(e.name))), make([]byte, 12)...)
		h = le.AppendUint32(h, uint32(offset))
		directory.Write(h)
		directory.WriteString(e.name)
	}
	end := append([]byte("PK\x05\x06\x00\x00\x00\x00"), le.AppendUint16(le.AppendUint16(nil, uint16(len(entries))), uint16(len(entries)))...)
	end = le.AppendUint32(end, uint32(directory.Len()))
	end = le.AppendUint32(end, uint32(out.Len()))
	end = append(end, 0, 0)
	out.Write(directory.Bytes())
	out.Write(end)
	return memory{bytes.NewReader(out.Bytes()), int64(out.Len())}
}

// TestSizesThatAreNotTrue has entries that are longer than they say, and entries that share their bytes.
func TestSizesThatAreNotTrue(t *testing.T) {
	content := strings.Repeat("x", 1000)
	dir := t.TempDir()
	got, err := Extract(t.Context(), rawArchive(rawEntry{name: "liar", content: content, claims: 10}, rawEntry{name: "good", content: "y"}), dir, false, 20)
	require.NoError(t, err)
	assert.Len(t, got.Skipped, 1)
	assert.Equal(t, []string{"good"}, names(t, dir))
	_, err = Verify(t.Context(), rawArchive(rawEntry{name: "liar", content: content, claims: 10}), 20)
	assert.Error(t, err)

	entries := []rawEntry{{name: "a", content: content}}
	for _, name := range strings.Split("bcdefghij", "") {
		entries = append(entries, rawEntry{name: name, content: content, same: true})
	}
	dir = filepath.Join(t.TempDir(), "never")
	_, err = Extract(t.Context(), rawArchive(entries...), dir, false, 9999)
	assert.Equal(t, &TooLarge{Claims: 10000, Limit: 9999}, err)
	assert.NoDirExists(t, dir)
}

func TestABoundedReaderEndsWhereItIsTold(t *testing.T) {
	got, err := io.ReadAll(&boundedReader{t.Context(), strings.NewReader("12345"), 5})
	require.NoError(t, err)
	assert.Equal(t, "12345", string(got))
	_, err = io.ReadAll(&boundedReader{t.Context(), strings.NewReader("123456"), 5})
	assert.ErrorIs(t, err, zip.ErrFormat)
}

// TestTooManyEntries has more entries than are held in memory, some of which the end of the archive does not tell of.
func TestTooManyEntries(t *testing.T) {
	one := append([]byte("PK\x01\x02"), make([]byte, 42)...)
	one[28] = 1 // a name of one byte
	one = append(one, 'x')
	const count = maxEntries + 65536
	end := make([]byte, 22)
	copy(end, "PK\x05\x06")
	claims := binary.LittleEndian.AppendUint16(nil, uint16(count&0xffff))
	copy(end[8:], append(claims, claims...))
	binary.LittleEndian.PutUint32(end[12:], uint32(count*len(one)))
	raw := append(bytes.Repeat(one, count), end...)
	dir := filepath.Join(t.TempDir(), "never")
	_, err := Extract(t.Context(), memory{bytes.NewReader(raw), int64(len(raw))}, dir, false, 1<<30)
	assert.ErrorIs(t, err, ErrTooMany)
	assert.NoDirExists(t, dir)
	_, err = Verify(t.Context(), memory{bytes.NewReader(raw), int64(len(raw))}, 1<<30)
	assert.ErrorIs(t, err, ErrTooMany)
	d := &directoryReader{from: bytes.NewReader(raw), bytes: 1000, entries: 1 << 30}
	_, err = d.ReadAt(make([]byte, 1001), 0)
	assert.ErrorIs(t, err, ErrTooMany, "names and comments are bounded as well")
}

// FuzzExtract unpacks archives whose entries have arbitrary names, modes and targets, twice, beside files that are there: nothing
// outside of the folder changes, no link leads out, what is there is not replaced without overwrite, and nothing temporary is left.
func FuzzExtract(f *testing.F) {
	f.Add("a/b", "content", "../x", uint32(0o777), false)
	f.Add("kept", "content", "outside", uint32(0o600), true)
	f.Add("up/kept", "x", "a/../..", uint32(link), true)
	f.Add("..", "x", "link/..", uint32(fs.ModeDir|0o700), true)
	f.Add("x.br-part", "x", "/etc", uint32(fs.ModeNamedPipe), false)
	f.Add("folder/", "x", "folder", uint32(fs.ModeDir|0o700), true)
	f.Add("a\xff\u202e", "x", "", uint32(0), true)
	f.Fuzz(func(t *testing.T, name, content, target string, mode uint32, overwrite bool) {
		if len(name) > 60000 || len(content) > 1<<16 || len(target) > 1<<16 {
			return // no archive has such a name, or it only takes time
		}
		above := t.TempDir()
		dir := filepath.Join(above, "in")
		require.NoError(t, os.Mkdir(dir, 0o700))
		write(t, filepath.Join(above, "outside"), "mine")
		write(t, filepath.Join(dir, "kept"), "mine")
		require.NoError(t, os.Symlink("..", filepath.Join(dir, "up")))
		from := archive(t, nil, entry{name, content, fs.FileMode(mode)}, entry{"link", target, link}, entry{"link/" + name, content, 0}, entry{"sub/" + name, target, link},
			entry{"other", "sub/" + name, link}, entry{"kept", content, 0})
		for range 2 {
			got, err := extractFile(t.Context(), t, from, dir, overwrite, 1<<20)
			require.NoError(t, err)
			require.LessOrEqual(t, got.Bytes, int64(3*len(content)))
			checkFolder(t, above, dir)
		}
		if !overwrite {
			require.Equal(t, "mine", read(t, filepath.Join(dir, "kept")))
		}
		to, err := os.Readlink(filepath.Join(dir, "up"))
		if !overwrite || !strings.HasPrefix(filepath.Clean(name), "up") {
			require.NoError(t, err)
			require.Equal(t, "..", to)
		}
	})
}

// FuzzArchive unpacks arbitrary bytes, which are an archive by chance or by what the fuzzer learns.
func FuzzArchive(f *testing.F) {
	for _, e := range [][]rawEntry{{{name: "a", content: "x"}}, {{name: "../a", content: "x"}}, {{name: "a", content: "x", claims: 1 << 31}}, {{name: "a", content: "x"}, {name: "b", content: "x", same: true}}, {}} {
		raw, err := io.ReadAll(rawArchive(e...))
		require.NoError(f, err)
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		const limit = 1 << 20
		above := t.TempDir()
		dir := filepath.Join(above, "in")
		write(t, filepath.Join(above, "outside"), "mine")
		require.NoError(t, os.Mkdir(dir, 0o700))
		from := memory{bytes.NewReader(raw), int64(len(raw))}
		if got, err := Extract(t.Context(), from, dir, true, limit); err == nil {
			require.LessOrEqual(t, got.Bytes, int64(limit))
		}
		checkFolder(t, above, dir)
		_, _ = Verify(t.Context(), from, limit)
	})
}

// checkFolder fails a test unless nothing outside of a folder has changed, every new link in it stays inside, and nothing that is
// unfinished is left.
func checkFolder(t *testing.T, above, dir string) {
	require.Equal(t, []string{"in", "outside"}, names(t, above))
	require.Equal(t, "mine", read(t, filepath.Join(above, "outside")))
	require.NoError(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil // a folder that the archive has closed
		}
		require.False(t, path != dir && ownName(filepath.Base(path)), path)
		if target, err := os.Readlink(path); err == nil && !(filepath.Base(path) == "up" && target == "..") {
			if real, err := filepath.EvalSymlinks(path); err == nil {
				inside, err := filepath.Rel(dir, real)
				require.True(t, err == nil && filepath.IsLocal(inside), "%s leads to %s", path, real)
			}
		}
		return nil
	}))
}
