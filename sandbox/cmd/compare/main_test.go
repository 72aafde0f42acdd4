package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// folder makes a folder with a file, a link and a folder in it.
func folder(t *testing.T) string {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "file"), []byte("content"), 0o644))
	require.NoError(t, os.Symlink("file", filepath.Join(dir, "link")))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "deep/er"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "deep/er/empty"), nil, 0o600))
	return dir
}

func TestEveryDifferenceIsFound(t *testing.T) {
	for want, change := range map[string]func(dir string) error{
		"file has other content":     func(dir string) error { return os.WriteFile(filepath.Join(dir, "file"), []byte("CONTENT"), 0o644) },
		"deep/er/empty is missing":   func(dir string) error { return os.Remove(filepath.Join(dir, "deep/er/empty")) },
		"more is new":                func(dir string) error { return os.WriteFile(filepath.Join(dir, "more"), nil, 0o644) },
		"file was -rw-r--r-- and is": func(dir string) error { return os.Chmod(filepath.Join(dir, "file"), 0o600) },
		"link has other content": func(dir string) error {
			return os.Remove(filepath.Join(dir, "link")) // and points elsewhere below
		},
	} {
		left, right := folder(t), folder(t)
		require.NoError(t, change(right))
		if want == "link has other content" {
			require.NoError(t, os.Symlink("elsewhere", filepath.Join(right, "link")))
		}
		found, _, err := compare(left, right, "")
		require.NoError(t, err)
		require.Len(t, found, 1, want)
		assert.Contains(t, found[0], want)
	}
	same, files, err := compare(folder(t), folder(t), "")
	require.NoError(t, err)
	assert.Empty(t, same)
	assert.Equal(t, 2, files)
}

func TestCompareWithAnArchive(t *testing.T) {
	left := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(left, "file"), []byte("content"), 0o644))
	archive := filepath.Join(t.TempDir(), "a.zip")
	out, err := os.Create(archive)
	require.NoError(t, err)
	z := zip.NewWriter(out)
	h := &zip.FileHeader{Name: "docs/file"}
	h.SetMode(0o644)
	w, err := z.CreateHeader(h)
	require.NoError(t, err)
	_, err = w.Write([]byte("content"))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	require.NoError(t, out.Close())
	found, _, err := compare(left, archive, "docs")
	require.NoError(t, err)
	assert.Empty(t, found)
	found, _, err = compare(left, archive, "")
	require.NoError(t, err)
	assert.Len(t, found, 2)
}
