//go:build !windows

package files

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// openFlags keep the opening of a pipe from waiting for its other end.
const openFlags = syscall.O_NONBLOCK

// tryLock locks an open file for this process alone, until the file is closed. It returns false if another one has it.
func tryLock(f *os.File) (locked bool, err error) {
	raw, err := f.SyscallConn()
	if err != nil {
		return false, err
	}
	controlled := raw.Control(func(fd uintptr) {
		for {
			if err = syscall.Flock(int(fd), syscall.LOCK_EX|syscall.LOCK_NB); err != syscall.EINTR {
				return
			}
		}
	})
	switch {
	case controlled != nil:
		return false, controlled
	case errors.Is(err, syscall.EWOULDBLOCK):
		return false, nil
	case err != nil:
		return false, &fs.PathError{Op: "lock", Path: f.Name(), Err: err}
	}
	return true, nil
}

// IsFull reports whether an error says that a disk is full, or that its user may not use more of it.
func IsFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// links returns how many names an open file has.
func links(_ *os.File, info fs.FileInfo) uint64 {
	if system, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(system.Nlink) //nolint:unconvert // its type differs between systems
	}
	return 1
}

// hasModes is whether the permissions of a file say who may write it.
const hasModes = true

// owner returns the number of the user that a file belongs to.
func owner(info fs.FileInfo) (id int, known bool) {
	system, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, false
	}
	return int(system.Uid), true
}

// mine reports whether a file belongs to the user of this process.
func mine(info fs.FileInfo) bool {
	id, known := owner(info)
	return !known || id == os.Geteuid()
}

// identity is what tells two files apart, whatever their names are.
type identity struct{ device, inode uint64 }

// identify returns the identity of a file, if the system has such a thing at hand.
func identify(info fs.FileInfo) (identity, bool) {
	system, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return identity{}, false
	}
	return identity{uint64(system.Dev), uint64(system.Ino)}, true //nolint:unconvert // their types differ between systems
}
