// Package scripts has the tests of the scripts in bin, and beside it the programs that they run.
package scripts

import (
	"errors"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// root is the folder of the project.
var root = filepath.Join("..", "..")

// script runs a script of bin and returns its exit status and what it printed.
func script(t *testing.T, name string, args ...string) (int, string) {
	return scriptIn(t, root, name, args...)
}

// scriptIn is script for the script of a copy of the project.
func scriptIn(t *testing.T, folder, name string, args ...string) (int, string) {
	out, err := exec.Command(filepath.Join(folder, "bin", name), args...).CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), string(out)
	}
	require.NoError(t, err)
	return 0, string(out)
}
