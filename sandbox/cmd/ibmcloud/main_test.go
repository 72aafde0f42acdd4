package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhereThePluginIs(t *testing.T) {
	name := "backup-recovery"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	real, link := filepath.Join(dir, "build", "ibmcloud"), filepath.Join(dir, "link")
	require.NoError(t, os.Mkdir(filepath.Dir(real), 0o700))
	require.NoError(t, os.WriteFile(real, nil, 0o700))
	executable := func(path string) func() (string, error) {
		return func() (string, error) { return path, nil }
	}
	unset := func(string) string { return "" }

	assert.Equal(t, "/elsewhere/plugin", pluginPath(func(string) string { return "/elsewhere/plugin" }, executable(real)))
	assert.Equal(t, filepath.Join(dir, "build", name), pluginPath(unset, executable(real)))
	if os.Symlink(real, link) == nil {
		assert.Equal(t, filepath.Join(dir, "build", name), pluginPath(unset, executable(link)))
	}
	assert.Equal(t, name, pluginPath(unset, func() (string, error) { return "", errors.New("unknown") }))
}
