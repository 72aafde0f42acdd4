package files

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/gofrs/flock"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Lock keeps other processes that lock the same file from going on until the returned function is called, or this process ends. The file is
// made where it is not there, for its owner alone, and stays. Another process is waited for up to patience, and as long as the context allows.
func Lock(ctx context.Context, path string, patience time.Duration) (unlock func(), err error) {
	lock := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o600))
	patient, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	switch ok, err := lock.TryLockContext(patient, 20*time.Millisecond); {
	case ok:
		return func() { _ = lock.Unlock() }, nil
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case err == nil || errors.Is(err, context.DeadlineExceeded):
		return nil, i18n.NewError("lock.busy|Another command has had it for too long.")
	default:
		return nil, err
	}
}
