//go:build !windows

package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// finished returns a part that only has to be put in its place.
func finished(t *testing.T, dir string) *Part {
	p := open(t, dir, false)
	put(t, p, []byte("new"), 0)
	_, err := p.Finish(t.Context(), 3)
	require.NoError(t, err)
	return p
}

func modeOf(t *testing.T, path string) fs.FileMode {
	info, err := os.Stat(path)
	require.NoError(t, err)
	return info.Mode()
}

func TestANewFileHasTheUsualPermissions(t *testing.T) {
	dir := t.TempDir()
	usual := filepath.Join(dir, "usual")
	f, err := os.OpenFile(usual, os.O_CREATE|os.O_WRONLY, 0o666)
	require.NoError(t, err)
	require.NoError(t, f.Close())
	p := finished(t, dir)
	assert.Equal(t, fs.FileMode(0o600), modeOf(t, p.Path), "until then it is for its owner alone")
	path, err := p.Commit(false)
	require.NoError(t, err)
	assert.Equal(t, modeOf(t, usual), modeOf(t, path))
}

func TestAReplacedFileKeepsItsPermissions(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o640, 0o444, 0o755, 0o666, 0o755 | fs.ModeSetuid} {
		dir := t.TempDir()
		path := filepath.Join(dir, "name")
		write(t, path, "old")
		require.NoError(t, os.Chmod(path, mode))
		p := finished(t, dir)
		_, err := p.Commit(false)
		require.ErrorIs(t, err, fs.ErrExist)
		assert.Equal(t, fs.FileMode(0o600), modeOf(t, p.Path))
		_, err = p.Commit(true)
		require.NoError(t, err)
		assert.Equal(t, mode.Perm(), modeOf(t, path), "what runs as somebody else has been replaced")
		assert.Equal(t, "new", read(t, path))
	}
}

// TestWhoseFileIsReplaced replaces files of other groups and users.
func TestWhoseFileIsReplaced(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give files away")
	}
	for _, c := range []struct {
		user, group int
		mode, want  fs.FileMode
		keeps       bool // the group
	}{
		{0, 12345, 0o640, 0o640, true},
		{12345, 12345, 0o666, 0o644, false},
		{12345, 12345, 0o660, 0o600, false},
		{12345, 12345, 0o600, 0o600, false},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "name")
		write(t, path, "old")
		require.NoError(t, os.Chown(path, c.user, c.group))
		require.NoError(t, os.Chmod(path, c.mode))
		_, err := finished(t, dir).Commit(true)
		require.NoError(t, err)
		info, err := os.Stat(path)
		require.NoError(t, err)
		assert.Equal(t, c.want, info.Mode(), c)
		system := info.Sys().(*syscall.Stat_t)
		assert.Zero(t, system.Uid, "a file is never given away")
		assert.Equal(t, c.keeps, int(system.Gid) == c.group, c)
	}
}

func TestAFailureInTheEndLeavesThePartPrivate(t *testing.T) {
	dir := t.TempDir()
	p := finished(t, dir)
	p.name = filepath.Join("nowhere", "name") // which neither a link nor a rename reaches
	_, err := p.Commit(true)
	require.ErrorIs(t, err, fs.ErrNotExist)
	assert.Equal(t, fs.FileMode(0o600), modeOf(t, p.Path))
	require.NoError(t, p.Discard())
}
