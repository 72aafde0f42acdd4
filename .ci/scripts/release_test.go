package scripts

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// copyProject copies the files of the project that git knows, or would add, into a new folder.
func copyProject(t *testing.T) string {
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = root
	out, err := list.Output()
	if err != nil {
		t.Skipf("This needs git and a clone of the project: %v.", err)
	}
	folder := t.TempDir()
	for name := range strings.SplitSeq(strings.Trim(string(out), "\x00"), "\x00") {
		from := filepath.Join(root, name)
		info, err := os.Stat(from)
		if os.IsNotExist(err) {
			continue // removed, and git was not told yet
		}
		require.NoError(t, err)
		raw, err := os.ReadFile(from)
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), raw, info.Mode()))
	}
	return folder
}

// TestReleasesOfTheSameSourceAreTheSame releases two copies of the project for this platform: one is a git repository, whose
// commit the Go command would put into the binary, and the other is not. Packages come from the cache of builds, where there is
// one; what a folder or a repository leaves in a binary would differ all the same.
func TestReleasesOfTheSameSourceAreTheSame(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("The scripts need bash.")
	}
	t.Setenv("GOFLAGS", "") // which may turn off what the release has to turn off itself
	platform := runtime.GOOS + "/" + runtime.GOARCH
	name := "backup-recovery-0.0.1-" + runtime.GOOS + "-" + runtime.GOARCH

	one, other := copyProject(t), copyProject(t)
	for _, args := range [][]string{{"init", "-q"}, {"add", "main.go"}, {"-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "first"}} {
		git := exec.Command("git", args...)
		git.Dir = other
		out, err := git.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	sums := map[string]string{}
	for _, folder := range []string{one, other} {
		status, out := scriptIn(t, folder, "release", "0.0.1", platform)
		require.Zero(t, status, out)
		raw, err := os.ReadFile(filepath.Join(folder, "build", "release", "SHA256SUMS"))
		require.NoError(t, err)
		sums[folder] = string(raw)
	}
	assert.Equal(t, sums[one], sums[other])

	binary, err := os.ReadFile(filepath.Join(one, "build", "release", name))
	require.NoError(t, err)
	archive, err := os.ReadFile(filepath.Join(one, "build", "release", name+".tar.gz"))
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprintf("%x  %s\n%x  %s.tar.gz\n", sha256.Sum256(binary), name, sha256.Sum256(archive), name), sums[one], "bare binary and archive, and no other file")
	assert.Equal(t, []string{name + "/backup-recovery", name + "/LICENSE", name + "/README.md", name + "/THIRD-PARTY-NOTICES"}, inTarGz(t, filepath.Join(one, "build", "release", name+".tar.gz")))
	assert.False(t, bytes.Contains(binary, []byte(one)), "the folder of the build is in the binary")
}

// TestReleaseForWindows only looks at the names: a compiler that does nothing stands in for the real one, which would build every
// package anew.
func TestReleaseForWindows(t *testing.T) {
	folder := write(t, map[string]string{"LICENSE": "", "README.md": "", "build/THIRD-PARTY-NOTICES": "", "bin/licences": "#!/bin/sh\n"})
	compiler := write(t, map[string]string{"go": "#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" != -o ] || out=$2; shift; done\ncase $out in */) cp \"$ARCHIVE\" build/tools/;; *) echo built >\"$out\";; esac\n"})
	raw, err := os.ReadFile(filepath.Join(root, "bin", "release"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "bin", "release"), raw, 0o755))
	require.NoError(t, os.Chmod(filepath.Join(folder, "bin", "licences"), 0o755))
	require.NoError(t, os.Chmod(filepath.Join(compiler, "go"), 0o755))
	archive := filepath.Join(t.TempDir(), "archive")
	out, err := exec.Command("go", "build", "-o", archive, "./archive").CombinedOutput()
	require.NoError(t, err, "%s", out)
	t.Setenv("ARCHIVE", archive)
	t.Setenv("PATH", compiler+string(filepath.ListSeparator)+os.Getenv("PATH"))
	status, printed := scriptIn(t, folder, "release", "0.0.1", "windows/amd64")
	require.Zero(t, status, printed)
	const name = "backup-recovery-0.0.1-windows-amd64"
	r, err := zip.OpenReader(filepath.Join(folder, "build", "release", name+".zip"))
	require.NoError(t, err)
	defer r.Close()
	assert.Equal(t, name+"/backup-recovery.exe", r.File[0].Name)
	assert.FileExists(t, filepath.Join(folder, "build", "release", name+".exe"))
}

// inTarGz returns the names of the files in an archive.
func inTarGz(t *testing.T, archive string) (names []string) {
	f, err := os.Open(archive)
	require.NoError(t, err)
	defer f.Close()
	plain, err := gzip.NewReader(f)
	require.NoError(t, err)
	for r := tar.NewReader(plain); ; {
		h, err := r.Next()
		if err == io.EOF {
			return names
		}
		require.NoError(t, err)
		names = append(names, h.Name)
	}
}
