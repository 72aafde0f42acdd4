package files

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// The reasons why a file is not taken for one that a download has left.
const (
	NotRegular  i18n.Text = "part.special|It is a link, a folder, a device or a pipe."
	SeveralLink i18n.Text = "part.links|It has several names (hard links)."
	OtherOwner  i18n.Text = "part.owner|It belongs to another user."
	NoMark      i18n.Text = "part.mark|It does not begin as the notes of downloads do."
	NoNote      i18n.Text = "part.note|No note of a download is beside it."
	Replaced    i18n.Text = "part.replaced|It was replaced during the download."
)

// Foreign is the error about a file whose name is one that downloads use for themselves, but that none of them has left. It stays
// as it is.
type Foreign struct {
	Path   string
	Reason i18n.Text
}

// Error returns the path and the reason.
func (e *Foreign) Error() string { return e.Path + ": " + i18n.T(e.Reason) }

// NotAFile is the error about a place for a file where a link, a folder, a device or a pipe is: none of them is replaced.
type NotAFile struct {
	Path string
}

// Error returns the path and what is wrong with it.
func (e *NotAFile) Error() string {
	return i18n.T("file.special|'{{.File}}' is not a regular file.", "File", e.Path)
}

// CheckPlace returns an error unless a file may be put at a path: *NotAFile where something else than a file is, fs.ErrExist where a
// file is that must not be replaced.
func CheckPlace(path string, overwrite bool) error {
	info, err := os.Lstat(path)
	return checkPlace(path, info, err, overwrite)
}

func checkPlace(path string, info fs.FileInfo, err error, overwrite bool) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return &NotAFile{Path: path}
	case !overwrite:
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	return nil
}

// within returns an error of a root with the whole path in it, which the root leaves out.
func within(root *os.Root, name string, err error) error {
	var one *fs.PathError
	var two *os.LinkError
	path := filepath.Join(root.Name(), name)
	switch {
	case errors.As(err, &one):
		return &fs.PathError{Op: one.Op, Path: path, Err: one.Err}
	case errors.As(err, &two):
		return &fs.PathError{Op: two.Op, Path: path, Err: two.Err}
	}
	return err
}

// attempts is how often something is tried again because another process was in the middle of something.
const attempts = 100

// openOwn opens a file that only downloads use, or creates it, for reading and writing. What is no regular file, has several names or
// belongs to somebody else is left alone; the error is *Foreign then. No link is followed, and nothing is waited for.
func openOwn(root *os.Root, name string) (f *os.File, created bool, err error) {
	foreign := func(reason i18n.Text) error { return &Foreign{filepath.Join(root.Name(), name), reason} }
	for range attempts {
		before, err := root.Lstat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			f, err := root.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, partMode) // which follows no link
			if errors.Is(err, fs.ErrExist) {
				continue
			}
			return f, true, within(root, name, err)
		case err != nil:
			return nil, false, within(root, name, err)
		case !before.Mode().IsRegular():
			return nil, false, foreign(NotRegular)
		case !mine(before):
			return nil, false, foreign(OtherOwner)
		}
		f, err := root.OpenFile(name, os.O_RDWR|openFlags, 0)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, false, within(root, name, err)
		}
		// What has been opened may be another file than the one that was looked at: behind a link, for one.
		after, err := f.Stat()
		if err == nil && os.SameFile(before, after) {
			switch count := links(f, after); {
			case count == 1:
				return f, false, nil
			case count > 1:
				_ = f.Close()
				return nil, false, foreign(SeveralLink)
			}
		}
		_ = f.Close()
	}
	return nil, false, &fs.PathError{Op: "open", Path: filepath.Join(root.Name(), name), Err: ErrBusy}
}

// is reports whether a name is still that of an open file.
func is(root *os.Root, name string, f *os.File) bool {
	ours, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := root.Lstat(name)
	return err == nil && os.SameFile(ours, there)
}

// removeOwn removes a file, unless its name has become another file's.
func removeOwn(root *os.Root, name string, f *os.File) error {
	if !is(root, name, f) {
		return nil
	}
	return within(root, name, root.Remove(name))
}

// place renames a file where a rename must not replace another; the error is fs.ErrExist then. link makes a second name of a file. The
// first one stays where it cannot be removed.
func place(root *os.Root, from, to string, link func(from, to string) error) error {
	err := link(from, to)
	if err == nil {
		_ = root.Remove(from) // the file is in its place, whether or not this succeeds
		return nil
	}
	exists := &fs.PathError{Op: "create", Path: filepath.Join(root.Name(), to), Err: fs.ErrExist}
	if errors.Is(err, fs.ErrExist) {
		return exists
	}
	// There are no hard links on this file system. An empty file holds the place, which a rename then replaces.
	holder, err := root.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, partMode)
	if errors.Is(err, fs.ErrExist) {
		return exists
	}
	if err != nil {
		return within(root, to, err)
	}
	defer holder.Close()
	if err := root.Rename(from, to); err != nil {
		_ = removeOwn(root, to, holder)
		return within(root, to, err)
	}
	return nil
}

// temporary returns a new name in a folder for a file that is not yet in its place. It is short, so that a file may have the longest
// name that there is.
func temporary(folder string) string { return filepath.Join(folder, tempPrefix+rand.Text()+tempEnding) }

// ErrBusy says that another process is fetching the same file.
var ErrBusy error = i18n.NewError("file.busy|Another download is writing this file.")
