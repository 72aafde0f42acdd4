//go:build !windows

package plugin

import (
	"io/fs"
	"os"
	"syscall"
)

// copyMode sets the mode of a file to what another one's lets its owner do, and the owner where that can be done: with sudo, the
// settings stay the user's. Nobody else may read them, since they may hold secrets.
func copyMode(f *os.File, old fs.FileInfo) error {
	if owner, ok := old.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(owner.Uid), int(owner.Gid))
	}
	return f.Chmod(old.Mode().Perm() & 0o700)
}
