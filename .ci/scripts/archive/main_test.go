package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// packed is a file in an archive.
type packed struct {
	name, content string
	mode          os.FileMode
	modified      time.Time
}

var want = []packed{{"v1/program", "binary", 0o755, modified}, {"v1/LICENSE", "terms", 0o644, modified}}

// archiveOf writes an archive of two files that have just been made, with a time and permissions of their own.
func archiveOf(t *testing.T, name string, time time.Time, mode os.FileMode) string {
	dir := t.TempDir()
	for name, content := range map[string]string{"a": "binary", "b": "terms"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), mode))
		require.NoError(t, os.Chtimes(filepath.Join(dir, name), time, time))
	}
	archive := filepath.Join(dir, name)
	require.NoError(t, run(archive, "v1", []string{"program=" + filepath.Join(dir, "a"), "LICENSE=" + filepath.Join(dir, "b")}))
	return archive
}

func TestArchivesOfTheSameFilesAreTheSame(t *testing.T) {
	for _, name := range []string{"x.tar.gz", "x.zip"} {
		one, err := os.ReadFile(archiveOf(t, name, time.Unix(1e9, 0), 0o600))
		require.NoError(t, err)
		other, err := os.ReadFile(archiveOf(t, name, time.Now(), 0o755))
		require.NoError(t, err)
		assert.Equal(t, one, other, name)
	}
}

func TestTarGz(t *testing.T) {
	f, err := os.Open(archiveOf(t, "x.tar.gz", time.Now(), 0o600))
	require.NoError(t, err)
	defer f.Close()
	plain, err := gzip.NewReader(f)
	require.NoError(t, err)
	var found []packed
	for r := tar.NewReader(plain); ; {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		raw, err := io.ReadAll(r)
		require.NoError(t, err)
		assert.Zero(t, h.Uid+h.Gid)
		assert.Empty(t, h.Uname+h.Gname)
		found = append(found, packed{h.Name, string(raw), h.FileInfo().Mode(), h.ModTime.UTC()})
	}
	assert.Equal(t, want, found)
}

func TestZip(t *testing.T) {
	r, err := zip.OpenReader(archiveOf(t, "x.zip", time.Now(), 0o600))
	require.NoError(t, err)
	defer r.Close()
	var found []packed
	for _, f := range r.File {
		content, err := f.Open()
		require.NoError(t, err)
		raw, err := io.ReadAll(content)
		require.NoError(t, err)
		found = append(found, packed{f.Name, string(raw), f.Mode(), f.Modified.UTC()})
	}
	assert.Equal(t, want, found)
}

func TestWhatIsMissing(t *testing.T) {
	assert.ErrorContains(t, run(filepath.Join(t.TempDir(), "x.zip"), "v1", []string{"only-a-name"}), "'only-a-name' is not NAME=PATH")
	assert.ErrorIs(t, run(filepath.Join(t.TempDir(), "x.zip"), "v1", []string{"a=" + filepath.Join(t.TempDir(), "a")}), os.ErrNotExist)
	assert.ErrorContains(t, run("", "v1", nil), "usage:")
}
