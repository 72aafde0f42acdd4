//go:build !windows

package files

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// openFlags keep the opening of a pipe from waiting for its other end.
const openFlags = syscall.O_NONBLOCK

// streamFlags keep a terminal that is written to from becoming the one that controls the process.
const streamFlags = syscall.O_NOCTTY

// descriptorFolder is the folder in which the system lists the open files of the process that asks.
const descriptorFolder = "/dev/fd"

// inherited returns an open file of this process, under a number of its own so that it can be closed. Only what the process was
// started with counts: what it has opened itself closes when another program begins.
func inherited(number int, path string) (*os.File, error) {
	mode, err := unix.FcntlInt(uintptr(number), unix.F_GETFD, 0)
	if err == nil && mode&unix.FD_CLOEXEC != 0 {
		err = syscall.EBADF
	}
	if err == nil {
		mode, err = unix.FcntlInt(uintptr(number), unix.F_GETFL, 0)
	}
	if err == nil && mode&unix.O_ACCMODE == unix.O_RDONLY {
		err = syscall.EBADF
	}
	if err == nil {
		number, err = unix.FcntlInt(uintptr(number), unix.F_DUPFD_CLOEXEC, 0)
	}
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(number), path), nil
}

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

// umask are the permissions that a new file does not get. It is read before anything else runs, because that sets it for a moment.
var umask = func() fs.FileMode {
	mask := syscall.Umask(0)
	syscall.Umask(mask)
	return fs.FileMode(mask)
}()

// keepGroup sets the group of an open file to that of the one that it replaces, where that takes no privilege, and reports whether it
// has it.
func keepGroup(f *os.File, replaced fs.FileInfo) bool {
	system, ok := replaced.Sys().(*syscall.Stat_t)
	return ok && f.Chown(-1, int(system.Gid)) == nil
}

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
