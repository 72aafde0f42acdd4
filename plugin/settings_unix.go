//go:build !windows

package plugin

import (
	"io/fs"
	"os"
	"syscall"
)

// copyMode sets the mode of a file to that of another, and its owner where that can be done: with sudo, the settings stay the user's.
func copyMode(f *os.File, old fs.FileInfo) error {
	if owner, ok := old.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(owner.Uid), int(owner.Gid))
	}
	return f.Chmod(old.Mode().Perm())
}
