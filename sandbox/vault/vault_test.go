package vault

import (
	"archive/zip"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func write(t *testing.T, path, text string) {
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

func backUp(t *testing.T, v *Vault, folder, id string, before *Snapshot, exclude ...string) (*Backup, *Snapshot) {
	b := &Backup{Vault: v, Previous: map[string]Entry{}, Skip: SkipPaths(exclude)}
	if before != nil {
		for _, e := range before.Entries {
			b.Previous[e.Path] = e
		}
	}
	require.NoError(t, b.Run(context.Background(), folder, []string{"/"}))
	s := &Snapshot{ID: id, Entries: b.Entries}
	require.NoError(t, v.Write(s))
	return b, s
}

func TestBackupAndRestore(t *testing.T) {
	v, err := Open(t.TempDir())
	require.NoError(t, err)
	host := t.TempDir()
	write(t, filepath.Join(host, "docs/a"), "same")
	write(t, filepath.Join(host, "docs/b"), "same")
	write(t, filepath.Join(host, "cache/c"), "not wanted")
	const odd = "no UTF-8: \xff" // which not every system takes
	oddly := os.WriteFile(filepath.Join(host, "docs", odd), []byte("odd"), 0o600) == nil
	require.NoError(t, os.Chmod(filepath.Join(host, "docs/a"), 0o600))
	old := time.Date(2020, 2, 29, 12, 0, 0, 0, time.UTC)
	require.NoError(t, os.Chtimes(filepath.Join(host, "docs"), old, old))

	b, first := backUp(t, v, host, "one", nil, "/cache")
	assert.EqualValues(t, 4, b.Read-b.Written, "equal contents are kept once")
	assert.Equal(t, b.Expected, b.Done)
	b, _ = backUp(t, v, host, "two", first, "/cache")
	assert.Zero(t, b.Copied, "what has not changed is not read again")

	kept, err := v.Read("one")
	require.NoError(t, err)
	assert.Empty(t, kept.Below("/cache"))
	target := t.TempDir()
	root, err := os.OpenRoot(target)
	require.NoError(t, err)
	defer root.Close()
	r := &Restore{Vault: v, Root: root, Attributes: true}
	for _, e := range kept.Entries {
		require.NoError(t, r.Put(e, "/back"+e.Path))
	}
	r.Finish()
	raw, err := os.ReadFile(filepath.Join(target, "back/docs/a"))
	require.NoError(t, err)
	assert.Equal(t, "same", string(raw))
	if oddly {
		assert.FileExists(t, filepath.Join(target, "back/docs", odd))
	}
	info, err := os.Stat(filepath.Join(target, "back/docs/a"))
	require.NoError(t, err)
	assert.EqualValues(t, 0o600, info.Mode().Perm())
	info, err = os.Stat(filepath.Join(target, "back/docs"))
	require.NoError(t, err)
	assert.True(t, info.ModTime().Equal(old), "a folder has its time although files were written into it")
	assert.ErrorContains(t, r.Put(kept.Below("/docs/a")[0], "/back/docs/a"), "was not overwritten")
	r.Overwrite = true
	assert.NoError(t, r.Put(kept.Below("/docs/a")[0], "/../../back/docs/a"), "a path that climbs stays below the folder")
}

func TestAnArchiveAppearsWhenComplete(t *testing.T) {
	v, err := Open(t.TempDir())
	require.NoError(t, err)
	host, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(host, "a"), "text")
	_, s := backUp(t, v, host, "one", nil)
	p, err := v.NewArchive(out)
	require.NoError(t, err)
	for _, e := range slices.Concat(s.Entries, s.Entries) {
		require.NoError(t, p.Add(e, ""))
	}
	file := filepath.Join(out, "done.zip")
	assert.NoFileExists(t, file)
	require.NoError(t, p.Finish(file))
	z, err := zip.OpenReader(file)
	require.NoError(t, err)
	defer z.Close()
	require.Len(t, z.File, 1)
	f, err := z.Open("a")
	require.NoError(t, err)
	raw, err := io.ReadAll(f)
	require.NoError(t, err)
	assert.Equal(t, "text", string(raw))
}

func TestSweepRemovesTheRest(t *testing.T) {
	dir := t.TempDir()
	v, err := Open(dir)
	require.NoError(t, err)
	host := t.TempDir()
	write(t, filepath.Join(host, "a"), "shared")
	write(t, filepath.Join(host, "b"), "old")
	backUp(t, v, host, "one", nil)
	require.NoError(t, os.Remove(filepath.Join(host, "b")))
	_, s := backUp(t, v, host, "two", nil)
	write(t, filepath.Join(dir, "files", ".new-123"), "left behind by a process that was killed")
	require.NoError(t, v.Sweep(slices.Values([]string{"two"})))
	_, err = v.Read("one")
	assert.ErrorIs(t, err, ErrNotFound)
	file, err := v.ContentFile(s.Below("/a")[0])
	require.NoError(t, err)
	assert.FileExists(t, file)
	count := 0
	require.NoError(t, filepath.WalkDir(filepath.Join(dir, "files"), func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			count++
		}
		return err
	}))
	assert.Equal(t, 1, count)
}

func TestAMissingFolderIsAnError(t *testing.T) {
	v, err := Open(t.TempDir())
	require.NoError(t, err)
	b := &Backup{Vault: v}
	assert.Error(t, b.Run(context.Background(), filepath.Join(t.TempDir(), "gone"), []string{"/"}))
	b = &Backup{Vault: v}
	require.NoError(t, b.Run(context.Background(), t.TempDir(), []string{"/nowhere"}))
	assert.Len(t, b.Warnings, 1, "a path that is gone is a warning")
}
