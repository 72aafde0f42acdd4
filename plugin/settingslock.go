package plugin

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// lockPatience is how long another writer is waited for; it is the SDK's. lockPause is between two looks.
const (
	lockPatience = 30 * time.Second
	lockPause    = 5 * time.Millisecond
)

// lockSettings keeps other writers from a settings file until the returned function is called. Two locks are needed: one beside the
// file, because the file itself is replaced, and the file itself where the SDK of an older version locks it, which it does
// everywhere but on Windows. It waits for another writer as long as the context and lockPatience allow, and without wait not at all.
func lockSettings(ctx context.Context, file string, wait bool) (unlock func(), err error) {
	locks := []*flock.Flock{flock.New(file+".lock", flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o600))}
	if runtime.GOOS != "windows" {
		locks = append(locks, flock.New(file, flock.SetFlag(os.O_RDWR|syscall.O_NONBLOCK)))
	}
	patient, cancel := context.WithTimeout(ctx, lockPatience)
	defer cancel()
	var taken []*flock.Flock
	unlock = func() {
		for _, lock := range taken {
			_ = lock.Unlock()
		}
	}
	for i, lock := range locks {
		var ok bool
		if wait {
			ok, err = lock.TryLockContext(patient, lockPause)
		} else {
			ok, err = lock.TryLock()
		}
		if i > 0 && errors.Is(err, fs.ErrNotExist) {
			continue // a new file has no other writer
		}
		if !ok {
			unlock()
			return nil, notLocked(ctx, err)
		}
		taken = append(taken, lock)
	}
	return unlock, nil
}

// notLocked returns why a lock could not be had: the cause of a context that has ended, what the system said, or another writer.
func notLocked(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case err == nil, errors.Is(err, context.DeadlineExceeded):
		return i18n.NewError("settings.locked|Another command has been writing it for too long.")
	}
	return err
}

// lockToRead waits, as long as the context and lockPatience allow, until no SDK of an older version writes a file in place, and keeps
// it from doing so until the returned function is called.
func lockToRead(ctx context.Context, file string) (unlock func(), err error) {
	lock := flock.New(file, flock.SetFlag(os.O_RDONLY|syscall.O_NONBLOCK))
	patient, cancel := context.WithTimeout(ctx, lockPatience)
	defer cancel()
	if ok, err := lock.TryRLockContext(patient, lockPause); !ok {
		return nil, notLocked(ctx, err)
	}
	return func() { _ = lock.Unlock() }, nil
}
