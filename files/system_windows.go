package files

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// openFlags are none: what is no regular file has been told apart before it is opened.
const openFlags = 0

// streamFlags are none.
const streamFlags = 0

// descriptorFolder is none: open files have no paths here, and standard output is "-".
const descriptorFolder = ""

// inherited returns an error: there is no way to name an open file here.
func inherited(_ int, path string) (*os.File, error) {
	return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrInvalid}
}

// umask is nothing here.
const umask fs.FileMode = 0

// keepGroup returns false: files have no group here.
func keepGroup(*os.File, fs.FileInfo) bool { return false }

// lockedByte is the byte of a file that is locked: one far behind its end, because a lock keeps others from reading.
const lockedByte = 1 << 30

// tryLock locks an open file for this process alone, until the file is closed. It returns false if another one has it.
func tryLock(f *os.File) (locked bool, err error) {
	raw, err := f.SyscallConn()
	if err != nil {
		return false, err
	}
	controlled := raw.Control(func(handle uintptr) {
		err = windows.LockFileEx(windows.Handle(handle), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{OffsetHigh: lockedByte})
	})
	switch {
	case controlled != nil:
		return false, controlled
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return false, nil
	case err != nil:
		return false, &fs.PathError{Op: "lock", Path: f.Name(), Err: err}
	}
	return true, nil
}

// IsFull reports whether an error says that a disk is full, or that its user may not use more of it.
func IsFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) || errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

// links returns how many names an open file has.
func links(f *os.File, _ fs.FileInfo) uint64 {
	count := uint64(1)
	if raw, err := f.SyscallConn(); err == nil {
		_ = raw.Control(func(handle uintptr) {
			var info syscall.ByHandleFileInformation
			if syscall.GetFileInformationByHandle(syscall.Handle(handle), &info) == nil {
				count = uint64(info.NumberOfLinks)
			}
		})
	}
	return count
}

// hasModes is false: permissions as Go has them say nothing here.
const hasModes = false

// owner is not known here.
func owner(fs.FileInfo) (id int, known bool) { return 0, false }

// mine returns true: Windows gives what administrators make to all of them.
func mine(fs.FileInfo) bool { return true }

// identity is what tells two files apart, whatever their names are.
type identity struct{}

// identify returns false: names are compared without case instead.
func identify(fs.FileInfo) (identity, bool) { return identity{}, false }
