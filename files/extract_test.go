package files

import (
	"archive/zip"
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/i18n"
)

var then = time.Date(2026, 3, 1, 12, 30, 10, 0, time.UTC)

// entry is one entry of an archive that a test makes.
type entry struct {
	name, content string
	mode          fs.FileMode
}

// archive makes a zip archive. spoil may change an entry's header.
func archive(t *testing.T, spoil func(*zip.FileHeader), entries ...entry) string {
	var raw bytes.Buffer
	z := zip.NewWriter(&raw)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: then}
		if e.mode == 0 {
			e.mode = 0o640
		}
		h.SetMode(e.mode)
		if spoil != nil {
			spoil(h)
		}
		w, err := z.CreateHeader(h)
		require.NoError(t, err)
		if !strings.HasSuffix(e.name, "/") { // nothing is written to a folder
			_, err = w.Write([]byte(e.content))
			require.NoError(t, err)
		}
	}
	require.NoError(t, z.Close())
	path := filepath.Join(t.TempDir(), "a.zip")
	require.NoError(t, os.WriteFile(path, raw.Bytes(), 0o600))
	return path
}

// openFile opens a file for the time of a test.
func openFile(t *testing.T, path string) *os.File {
	f, err := os.Open(path)
	require.NoError(t, err)
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func extractFile(ctx context.Context, t *testing.T, path, dir string, overwrite bool, limit int64) (*Unpacked, error) {
	return Extract(ctx, openFile(t, path), dir, overwrite, limit)
}

func verifyFile(ctx context.Context, t *testing.T, path string, limit int64) (int, error) {
	return Verify(ctx, openFile(t, path), limit)
}

// reasons are why entries were skipped, by name.
func (u *Unpacked) reasons() map[string]i18n.Text {
	m := map[string]i18n.Text{}
	for _, s := range u.Skipped {
		m[s.Name] = s.Reason
	}
	return m
}

func TestAnArchiveIsUnpackedWithTimesAndModes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	from := archive(t, nil, entry{"etc/", "", fs.ModeDir | 0o750}, entry{"etc/hosts", "127.0.0.1", 0o604}, entry{"etc/run.sh", "#!", 0o755},
		entry{"etc/link", "hosts", fs.ModeSymlink | 0o777}, entry{"late/", "", fs.ModeDir | 0o500}, entry{"late/below", "x", 0o400}, entry{"unlisted/deep/file", "y", 0})
	got, err := extractFile(t.Context(), t, from, dir, false, 1<<30)
	require.NoError(t, err)
	assert.Empty(t, got.Skipped)
	assert.Equal(t, 5, got.Files)
	assert.EqualValues(t, len("127.0.0.1")+2+1+1, got.Bytes)
	for name, mode := range map[string]fs.FileMode{"etc": 0o750, "etc/hosts": 0o604, "etc/run.sh": 0o755, "late": 0o500, "late/below": 0o400} {
		info, err := os.Stat(filepath.Join(dir, name))
		require.NoError(t, err)
		assert.Equal(t, mode, info.Mode().Perm(), name)
		assert.True(t, info.ModTime().Equal(then), "%s: %s", name, info.ModTime())
	}
	target, err := os.Readlink(filepath.Join(dir, "etc/link"))
	require.NoError(t, err)
	assert.Equal(t, "hosts", target)
	require.NoError(t, os.Chmod(filepath.Join(dir, "late"), 0o700)) // so that the folder can be removed
}

func TestNothingLeavesTheFolder(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "in")
	got, err := extractFile(t.Context(), t, archive(t, nil,
		entry{"good", "good", 0},
		entry{"../bad", "x", 0}, entry{"a/../../bad", "x", 0}, entry{"/bad", "x", 0}, entry{"..", "x", 0}, entry{".", "x", 0}, entry{"", "x", 0},
		entry{"out", "../bad", fs.ModeSymlink | 0o777}, entry{"abs", "/etc/passwd", fs.ModeSymlink | 0o777},
		entry{"here", ".", fs.ModeSymlink | 0o777}, entry{"here/written", "x", 0},
		entry{"missing", "nowhere/../../bad", fs.ModeSymlink | 0o777},
		entry{"pipe", "", fs.ModeNamedPipe | 0o600}, entry{"device", "", fs.ModeDevice | 0o600},
		entry{"good", "twice", 0}, entry{"set", "x", fs.ModeSetuid | 0o755},
	), dir, false, 1<<30)
	require.NoError(t, err)
	assert.Equal(t, map[string]i18n.Text{"../bad": BadName, "a/../../bad": BadName, "/bad": BadName, "..": BadName, ".": BadName, "": BadName,
		"out": LeadsOut, "abs": LeadsOut, "missing": LeadsOut, "here": InTheWay, "pipe": NoFile, "device": NoFile, "good": NameTwice}, got.reasons())
	assert.Equal(t, []string{"in"}, names(t, above))
	assert.Equal(t, []string{"good", "here", "set"}, names(t, dir))
	info, err := os.Stat(filepath.Join(dir, "set"))
	require.NoError(t, err)
	assert.Zero(t, info.Mode()&fs.ModeSetuid)
}

func TestALinkThatIsThereAlreadyLeadsNothingOut(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "in")
	require.NoError(t, os.Mkdir(dir, 0o755))
	require.NoError(t, os.Symlink("..", filepath.Join(dir, "up")))
	got, err := extractFile(t.Context(), t, archive(t, nil, entry{"up/bad", "x", 0}), dir, true, 1<<30)
	require.NoError(t, err)
	assert.Len(t, got.Skipped, 1)
	assert.Equal(t, []string{"in"}, names(t, above))
}

func TestLinksThatLeadOutTogether(t *testing.T) {
	dir := t.TempDir()
	got, err := extractFile(t.Context(), t, archive(t, nil, entry{"through", "here/..", fs.ModeSymlink | 0o777}, entry{"last", "deep/second", fs.ModeSymlink | 0o777},
		entry{"deep/second", "first", fs.ModeSymlink | 0o777}, entry{"deep/first", "file", fs.ModeSymlink | 0o777}, entry{"deep/file", "x", 0},
		entry{"here", ".", fs.ModeSymlink | 0o777}, entry{"later", "missing/../x", fs.ModeSymlink | 0o777}, entry{"loop", "loop", fs.ModeSymlink | 0o777}, entry{"dangling", "not-there", fs.ModeSymlink | 0o777}), dir, false, 1<<30)
	require.NoError(t, err)
	assert.Equal(t, map[string]i18n.Text{"through": LeadsOut, "later": LeadsOut}, got.reasons())
	assert.Equal(t, []string{"dangling", "deep", "here", "last", "loop"}, names(t, dir))
	content, err := os.ReadFile(filepath.Join(dir, "last"))
	require.NoError(t, err, "links to links are made in whatever order they come")
	assert.Equal(t, "x", string(content))
}

func TestWhatIsUnpackedReplacesOnlyOnRequest(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a"), []byte("mine"), 0o600))
	from := archive(t, nil, entry{"a", "theirs", 0}, entry{"b", "x", 0}, entry{"c", "b", fs.ModeSymlink | 0o777})
	got, err := extractFile(t.Context(), t, from, dir, false, 1<<30)
	require.NoError(t, err)
	assert.Equal(t, map[string]i18n.Text{"a": Exists}, got.reasons())
	text, _ := os.ReadFile(filepath.Join(dir, "a"))
	assert.Equal(t, "mine", string(text))
	got, err = extractFile(t.Context(), t, from, dir, true, 1<<30)
	require.NoError(t, err)
	assert.Empty(t, got.Skipped)
	text, _ = os.ReadFile(filepath.Join(dir, "a"))
	assert.Equal(t, "theirs", string(text))
	assert.Equal(t, []string{"a", "b", "c"}, names(t, dir))
}

func TestASmallArchiveThatBecomesLarge(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "in")
	from := archive(t, nil, entry{"bomb", string(make([]byte, 1<<20)), 0})
	_, err := extractFile(t.Context(), t, from, dir, false, 1<<20-1)
	var large *TooLarge
	require.ErrorAs(t, err, &large)
	assert.EqualValues(t, 1<<20, large.Claims)
	assert.NoDirExists(t, dir, "nothing is unpacked of it")
	_, err = extractFile(t.Context(), t, from, dir, false, 1<<20)
	require.NoError(t, err)
	assert.EqualValues(t, 1<<30, Limit(1000))
	assert.EqualValues(t, 100<<30, Limit(1<<30))
}

// TestAnArchiveThatLiesAboutItsSizes makes one whose entry is larger than it says: no more than it says comes out.
func TestAnArchiveThatLiesAboutItsSizes(t *testing.T) {
	raw, err := os.ReadFile(archive(t, nil, entry{"bomb", string(make([]byte, 1<<20)), 0}))
	require.NoError(t, err)
	size := []byte{0, 0, 0x10, 0} // 1 MiB, as zip writes it
	require.Equal(t, 2, bytes.Count(raw, size))
	liar := filepath.Join(t.TempDir(), "liar.zip")
	require.NoError(t, os.WriteFile(liar, bytes.ReplaceAll(raw, size, []byte{0, 1, 0, 0}), 0o600))
	dir := t.TempDir()
	got, err := extractFile(t.Context(), t, liar, dir, false, 1<<30)
	require.NoError(t, err)
	require.Len(t, got.Skipped, 1)
	assert.Error(t, got.Skipped[0].Err)
	assert.Empty(t, names(t, dir))
}

func TestADamagedArchiveIsNoticed(t *testing.T) {
	good := archive(t, nil, entry{"a", "some text that is compressed, compressed, compressed", 0}, entry{"b", "x", 0}, entry{"dir/", "", fs.ModeDir | 0o755})
	n, err := verifyFile(t.Context(), t, good, 1<<30)
	require.NoError(t, err)
	assert.Equal(t, 2, n)
	raw, err := os.ReadFile(good)
	require.NoError(t, err)
	raw[45] ^= 0x10
	bad := filepath.Join(t.TempDir(), "bad.zip")
	require.NoError(t, os.WriteFile(bad, raw, 0o600))
	_, err = verifyFile(t.Context(), t, bad, 1<<30)
	assert.Error(t, err)
	dir := t.TempDir()
	got, err := extractFile(t.Context(), t, bad, dir, false, 1<<30)
	require.NoError(t, err)
	assert.Len(t, got.Skipped, 1)
	assert.Equal(t, []string{"b", "dir"}, names(t, dir), "the rest is there, and nothing half")
	require.NoError(t, os.WriteFile(bad, []byte("no archive at all"), 0o600))
	_, err = extractFile(t.Context(), t, bad, dir, false, 1<<30)
	assert.ErrorIs(t, err, zip.ErrFormat)
}

func TestAnEncryptedEntryIsSaid(t *testing.T) {
	from := archive(t, func(h *zip.FileHeader) { h.Flags |= encrypted }, entry{"secret", "x", 0})
	got, err := extractFile(t.Context(), t, from, t.TempDir(), false, 1<<30)
	require.NoError(t, err)
	assert.Equal(t, map[string]i18n.Text{"secret": Encrypted}, got.reasons())
}

func TestUnpackingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := t.TempDir()
	_, err := extractFile(ctx, t, archive(t, nil, entry{"a", "x", 0}), dir, false, 1<<30)
	assert.ErrorIs(t, err, context.Canceled)
	assert.Empty(t, names(t, dir))
	_, err = verifyFile(ctx, t, archive(t, nil, entry{"a", "x", 0}), 1<<30)
	assert.ErrorIs(t, err, context.Canceled)
}

// TestNamesThatOnlyWindowsRefuses are unpacked elsewhere.
func TestNamesThatOnlyWindowsRefuses(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("they are refused")
	}
	dir := t.TempDir()
	u, err := extractFile(t.Context(), t, archive(t, nil, entry{name: "con", content: "a"}, entry{name: "a:b", content: "b"}, entry{name: "end.", content: "c"}), dir, false, 1<<20)
	require.NoError(t, err)
	assert.Empty(t, u.Skipped)
	assert.Equal(t, []string{"a:b", "con", "end."}, names(t, dir))
}
