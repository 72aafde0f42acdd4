package files

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Destination is what a path leads to that somebody named for a file.
type Destination uint8

// The kinds of destinations.
const (
	Place  Destination = iota // a regular file, or nothing yet: the file is put there when it is whole
	Folder                    // a folder, in which the file gets a name of its own
	Stream                    // a character device, a named pipe, or an open file of this process: bytes are written as they come
)

// OtherUsers is the error about a named pipe, or a link to a device or a pipe, that belongs to another user, who would choose where
// the bytes go.
type OtherUsers struct {
	Path string
}

// Error returns the path and what is wrong with it.
func (e *OtherUsers) Error() string {
	return i18n.T("file.theirs|'{{.File}}' belongs to another user.", "File", e.Path)
}

// DestinationOf returns what a path leads to. Whether a file may be put in a place is another question: CheckPlace answers it. A link
// counts as what it leads to only where that is a folder or a stream: a link to a file is a place that is taken.
func DestinationOf(path string) (Destination, error) {
	if _, open := Descriptor(path); open {
		return Stream, nil
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir() || os.IsPathSeparator(path[len(path)-1]):
		return Folder, nil
	case err == nil && isStream(info):
		return Stream, checkOwner(path, info)
	}
	return Place, nil
}

// isStream reports whether bytes are written to something as they come. A disk is none: to write to one is to replace what is on it.
func isStream(info fs.FileInfo) bool {
	return info.Mode()&(fs.ModeCharDevice|fs.ModeNamedPipe) != 0
}

// checkOwner returns *OtherUsers where another user has made the link at a path, or the pipe that it leads to. Devices are made by
// administrators alone, whoever they belong to, as a terminal does to who sits at it.
func checkOwner(path string, info fs.FileInfo) error {
	link, err := os.Lstat(path)
	if err != nil {
		return err
	}
	for _, one := range []fs.FileInfo{link, info} {
		if one.Mode()&fs.ModeCharDevice == 0 && ofOthers(one) {
			return &OtherUsers{Path: path}
		}
	}
	return nil
}

// OpenStream opens for writing what DestinationOf calls a stream. A named pipe opens when somebody reads it, so the call ends early
// when the context does. Nothing is created or truncated: an open file of this process is written where it stands.
func OpenStream(ctx context.Context, path string) (*os.File, error) {
	if number, open := Descriptor(path); open {
		return inherited(number, path)
	}
	return await(ctx, func() (*os.File, error) {
		f, err := os.OpenFile(path, os.O_WRONLY|streamFlags, 0)
		if err != nil {
			return nil, err
		}
		// What has been opened may be something else than what was looked at.
		info, err := f.Stat()
		if err == nil && !isStream(info) {
			err = &NotAFile{Path: path}
		} else if err == nil {
			err = checkOwner(path, info)
		}
		if err != nil {
			_ = f.Close()
			return nil, err
		}
		return f, nil
	})
}

// maxLinks is how many links are followed in a row.
const maxLinks = 40

// Descriptor returns the number of the open file of this process that a path stands for, and whether it stands for one: "-" is
// standard output, and /dev/stdout, /dev/fd/3, or a link to one of these are what the system says. What such a path leads to must
// not be opened anew, because a file would be written from its beginning.
func Descriptor(path string) (number int, open bool) {
	if path == "-" {
		return 1, true
	}
	all, err := filepath.EvalSymlinks(descriptorFolder)
	if err != nil {
		return 0, false
	}
	for range maxLinks {
		folder, err := filepath.EvalSymlinks(filepath.Dir(path))
		if err != nil {
			return 0, false
		}
		if folder == all {
			number, err := strconv.ParseUint(filepath.Base(path), 10, 31)
			return int(number), err == nil
		}
		target, err := os.Readlink(path)
		if err != nil {
			return 0, false
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(folder, target)
		}
		path = target
	}
	return 0, false
}
