//go:build !windows

package files

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// within5s ends a test whose function waits for something that never comes, such as the other end of a pipe.
func within5s(t *testing.T, f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		require.Fail(t, "It waits.")
	}
}

// TestWhatIsNotOursStaysAsItIs puts things that no download has left where a download keeps its files.
func TestWhatIsNotOursStaysAsItIs(t *testing.T) {
	const bytes, note = "name.br-part", "name.br-part.state"
	for what, c := range map[string]struct {
		make   func(t *testing.T, dir string) error
		at     string // the file that the error names
		reason i18n.Text
	}{
		"a link for the bytes":            {func(_ *testing.T, dir string) error { return os.Symlink("precious", filepath.Join(dir, bytes)) }, bytes, NotRegular},
		"a link for the note":             {func(_ *testing.T, dir string) error { return os.Symlink("precious", filepath.Join(dir, note)) }, note, NotRegular},
		"a link to nothing for the bytes": {func(_ *testing.T, dir string) error { return os.Symlink("nothing", filepath.Join(dir, bytes)) }, bytes, NotRegular},
		"a link to nothing for the note":  {func(_ *testing.T, dir string) error { return os.Symlink("nothing", filepath.Join(dir, note)) }, note, NotRegular},
		"a hard link for the bytes": {func(_ *testing.T, dir string) error {
			return os.Link(filepath.Join(dir, "precious"), filepath.Join(dir, bytes))
		}, bytes, SeveralLink},
		"a hard link for the note": {func(_ *testing.T, dir string) error {
			return os.Link(filepath.Join(dir, "precious"), filepath.Join(dir, note))
		}, note, SeveralLink},
		"a pipe for the bytes":       {func(_ *testing.T, dir string) error { return syscall.Mkfifo(filepath.Join(dir, bytes), 0o600) }, bytes, NotRegular},
		"a pipe for the note":        {func(_ *testing.T, dir string) error { return syscall.Mkfifo(filepath.Join(dir, note), 0o600) }, note, NotRegular},
		"a folder for the bytes":     {func(_ *testing.T, dir string) error { return os.Mkdir(filepath.Join(dir, bytes), 0o700) }, bytes, NotRegular},
		"a folder for the note":      {func(_ *testing.T, dir string) error { return os.Mkdir(filepath.Join(dir, note), 0o700) }, note, NotRegular},
		"a file for the bytes":       {func(t *testing.T, dir string) error { write(t, filepath.Join(dir, bytes), "mine"); return nil }, bytes, NoNote},
		"a file for the note":        {func(t *testing.T, dir string) error { write(t, filepath.Join(dir, note), "mine"); return nil }, note, NoMark},
		"an empty file for the note": {func(t *testing.T, dir string) error { write(t, filepath.Join(dir, note), ""); return nil }, note, NoMark},
		"a note of another version": {func(t *testing.T, dir string) error {
			write(t, filepath.Join(dir, bytes), "mine")
			write(t, filepath.Join(dir, note), strings.Replace(noteMark, "1\n", "2\n", 1))
			return nil
		}, note, NoMark},
	} {
		for _, resume := range []bool{false, true} {
			t.Run(what, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				write(t, filepath.Join(dir, "precious"), "mine")
				require.NoError(t, c.make(t, dir))
				before := names(t, dir)
				within5s(t, func() {
					_, err := Open(dir, "name", Origin{ID: "a", Chunk: chunk}, resume)
					var foreign *Foreign
					if assert.ErrorAs(t, err, &foreign) {
						assert.Equal(t, Foreign{filepath.Join(dir, c.at), c.reason}, *foreign)
					}
				})
				assert.Equal(t, before, names(t, dir))
				assert.Equal(t, "mine", read(t, filepath.Join(dir, "precious")))
				if c.reason == NoNote {
					assert.Equal(t, "mine", read(t, filepath.Join(dir, bytes)))
				}
			})
		}
	}
}

func TestANoteOfAnotherUserIsNotTaken(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give files away")
	}
	dir := t.TempDir()
	p := open(t, dir, false)
	put(t, p, bytesOf(2*chunk), 0, 1)
	p.Keep()
	require.NoError(t, os.Lchown(filepath.Join(dir, "name.br-part.state"), 12345, 12345))
	_, err := Open(dir, "name", Origin{ID: "a", Chunk: chunk}, true)
	assert.Equal(t, &Foreign{filepath.Join(dir, "name.br-part.state"), OtherOwner}, err)
	assert.Equal(t, []string{"name.br-part", "name.br-part.state"}, names(t, dir))
}

// TestAPlaceThatIsNoFileIsNotReplaced has something else than a file where the file goes, from the beginning or in the meantime.
func TestAPlaceThatIsNoFileIsNotReplaced(t *testing.T) {
	for what, thing := range map[string]func(path string) error{
		"link":   func(path string) error { return os.Symlink("precious", path) },
		"pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"folder": func(path string) error { return os.Mkdir(path, 0o700) },
	} {
		for _, overwrite := range []bool{false, true} {
			dir := t.TempDir()
			path := filepath.Join(dir, "name")
			write(t, filepath.Join(dir, "precious"), "mine")
			p := open(t, dir, false)
			put(t, p, []byte("new"), 0)
			_, err := p.Finish(t.Context(), 3)
			require.NoError(t, err)
			require.NoError(t, thing(path))
			before, err := os.Lstat(path)
			require.NoError(t, err)
			_, err = p.Commit(overwrite)
			assert.Equal(t, &NotAFile{path}, err, what)
			assert.Equal(t, &NotAFile{path}, CheckPlace(path, overwrite), what)
			require.NoError(t, p.Discard())
			_, err = Open(dir, "name", Origin{ID: "a", Chunk: chunk}, false)
			assert.Equal(t, &NotAFile{path}, err, what)
			after, err := os.Lstat(path)
			require.NoError(t, err)
			assert.True(t, os.SameFile(before, after), what)
			assert.Equal(t, []string{"name", "precious"}, names(t, dir), what)
			assert.Equal(t, "mine", read(t, filepath.Join(dir, "precious")))
		}
	}
}

func TestAPlaceIsNotTakenTwiceWithoutHardLinks(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	defer root.Close()
	none := func(string, string) error { return &os.LinkError{Op: "link", Err: syscall.EPERM} }
	write(t, filepath.Join(dir, "from"), "new")
	write(t, filepath.Join(dir, "to"), "old")
	assert.ErrorIs(t, place(root, "from", "to", none), fs.ErrExist)
	assert.Equal(t, "old", read(t, filepath.Join(dir, "to")))
	require.NoError(t, os.Remove(filepath.Join(dir, "to")))
	require.NoError(t, place(root, "from", "to", none))
	assert.Equal(t, "new", read(t, filepath.Join(dir, "to")))
	assert.Error(t, place(root, "from", "other", none), "there is nothing left to place")
	assert.Equal(t, []string{"to"}, names(t, dir))
}

// TestAFolderThatIsSwappedIsNotFollowed puts a link to another folder where the folder of a download was.
func TestAFolderThatIsSwappedIsNotFollowed(t *testing.T) {
	above := t.TempDir()
	dir, moved, other := filepath.Join(above, "dir"), filepath.Join(above, "moved"), filepath.Join(above, "other")
	require.NoError(t, os.Mkdir(dir, 0o700))
	require.NoError(t, os.Mkdir(other, 0o700))
	write(t, filepath.Join(other, "name.br-part"), "mine")
	write(t, filepath.Join(other, "name.br-part.state"), "mine")
	write(t, filepath.Join(other, "name"), "mine")
	p := open(t, dir, false)
	require.NoError(t, os.Rename(dir, moved))
	require.NoError(t, os.Symlink(other, dir))
	put(t, p, []byte("new"), 0)
	_, err := p.Finish(t.Context(), 3)
	require.NoError(t, err)
	_, err = p.Commit(true)
	require.NoError(t, err)
	assert.Equal(t, []string{"name"}, names(t, moved))
	assert.Equal(t, "new", read(t, filepath.Join(moved, "name")))
	for _, name := range []string{"name", "name.br-part", "name.br-part.state"} {
		assert.Equal(t, "mine", read(t, filepath.Join(other, name)))
	}
}

// TestBytesThatWereReplacedAreNotCommitted has another file under the name of the bytes when they are whole.
func TestBytesThatWereReplacedAreNotCommitted(t *testing.T) {
	for _, overwrite := range []bool{false, true} {
		dir := t.TempDir()
		p := open(t, dir, false)
		put(t, p, []byte("new"), 0)
		_, err := p.Finish(t.Context(), 3)
		require.NoError(t, err)
		require.NoError(t, os.Remove(p.Path))
		write(t, p.Path, "mine")
		_, err = p.Commit(overwrite)
		assert.Equal(t, &Foreign{p.Path, Replaced}, err)
		require.NoError(t, p.Discard())
		assert.Equal(t, []string{"name.br-part"}, names(t, dir))
		assert.Equal(t, "mine", read(t, p.Path))
	}
}

func TestANoteThatWasReplacedIsNotRemoved(t *testing.T) {
	dir := t.TempDir()
	p := open(t, dir, false)
	note := filepath.Join(dir, "name.br-part.state")
	require.NoError(t, os.Remove(note))
	write(t, note, "mine")
	require.NoError(t, p.Discard())
	assert.Equal(t, []string{"name.br-part.state"}, names(t, dir))
	assert.Equal(t, "mine", read(t, note))
}

// TestADiskThatIsFullLosesNothing lets no file grow beyond three and a half chunks, in a process of its own. What there was room for is
// continued from, and where that is nothing, nothing is left.
func TestADiskThatIsFullLosesNothing(t *testing.T) {
	const variable = "FILES_FULL_FOLDER"
	if dir := os.Getenv(variable); dir != "" {
		limit := func(bytes uint64) {
			require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: syscall.RLIM_INFINITY & (1<<63 - 1)}))
		}
		limit(3*chunk + chunk/2)
		p := open(t, dir, false)
		put(t, p, bytesOf(3*chunk), 0, 1, 2)
		_, err := p.WriteAt(bytesOf(chunk), 3*chunk)
		require.Error(t, err)
		require.EqualValues(t, 3*chunk, p.Keep())
		limit(10) // not even a note
		_, err = Open(dir, "other", Origin{ID: "a", Chunk: chunk}, false)
		require.Error(t, err)
		limit(1 << 40) // for what the process writes at its end
		return
	}
	dir := t.TempDir()
	c := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestADiskThatIsFullLosesNothing$")
	c.Env = append(os.Environ(), variable+"="+dir)
	out, err := c.CombinedOutput()
	require.NoError(t, err, "%s", out)
	assert.Equal(t, []string{"name.br-part", "name.br-part.state"}, names(t, dir))
	p := open(t, dir, true)
	chunks, _ := p.Kept()
	assert.Equal(t, []int64{0, 1, 2}, chunks)
	require.NoError(t, p.Discard())
}
