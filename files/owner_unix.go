//go:build unix

package files

import (
	"io/fs"
	"syscall"
)

// hasModes is whether the permissions of a file say who may write it.
const hasModes = true

// owner returns the number of the user that a file belongs to.
func owner(info fs.FileInfo) (id int, known bool) {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, false
	}
	return int(stat.Uid), true
}
