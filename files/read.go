package files

import (
	"context"
	"io"
	"io/fs"
	"os"
	"syscall"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// ErrNotRegular says that something is no regular file where only one is read.
var ErrNotRegular error = i18n.NewError("input.special|It is not a regular file.")

// Read returns what a file, a pipe or a device delivers, up to max bytes; more is an error. Opening and reading a pipe may take as
// long as its writer likes, so it ends early when the context does.
func Read(ctx context.Context, path string, max int64) ([]byte, error) {
	return await(ctx, func() ([]byte, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return ReadLimited(f, max)
	})
}

// await returns what a function returns that cannot be interrupted, or the context's error when that ends first. What the function
// holds is left behind then: the process is about to end.
func await[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := do()
		done <- result{value, err}
	}()
	select {
	case <-ctx.Done():
		var none T
		return none, context.Cause(ctx)
	case r := <-done:
		return r.value, r.err
	}
}

// ReadLimited reads up to max bytes; more is an error.
func ReadLimited(r io.Reader, max int64) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, max+1))
	if err == nil && int64(len(text)) > max {
		err = i18n.NewError("input.large|The input is larger than {{.Size}} MiB.", "Size", max>>20)
	}
	return text, err
}

// OpenRegular opens a file for reading that has to be a regular one: anything else is ErrNotRegular, and a pipe does not make it wait.
func OpenRegular(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: path, Err: ErrNotRegular}
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// Ownership is what the system says of who may have written a file.
type Ownership uint8

// The kinds of ownership.
const (
	OursAlone   Ownership = iota // only this user, or the administrator, may have written it
	OthersFile                   // it belongs to another user
	OthersWrite                  // other users may change it
)

// Trust returns who may have written an open file, and the link at its path where that is one. Where the system does not say, as on
// Windows, every file is taken for this user's. What is asked is the file that was opened: its path may lead elsewhere by now.
func Trust(f *os.File) (Ownership, error) {
	info, err := f.Stat()
	if err != nil {
		return OthersFile, err
	}
	link, err := os.Lstat(f.Name())
	if err != nil {
		return OthersFile, err
	}
	for _, one := range []fs.FileInfo{info, link} {
		if ofOthers(one) {
			return OthersFile, nil
		}
	}
	if hasModes && info.Mode().Perm()&0o022 != 0 {
		return OthersWrite, nil
	}
	return OursAlone, nil
}

// ofOthers reports whether a file belongs to another user than this one and the administrator.
func ofOthers(info fs.FileInfo) bool {
	id, known := owner(info)
	return known && id != os.Geteuid() && id != 0
}
