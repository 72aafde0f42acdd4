package files

import (
	"archive/zip"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Extract unpacks a zip archive into a folder, which it makes when it is not there. Nothing outside the folder is touched, whatever
// the archive says: a root of the file system's own keeps everything inside, and no link on the way is followed. Files keep their times
// and permissions; each appears whole or not at all. A file or link that exists is replaced only with overwrite, and only by what is
// whole; a folder, a device or a pipe never, nor the archive itself. The error is *TooLarge for an archive that claims to become more
// than limit bytes, and ErrTooMany for one with too many entries: nothing is unpacked then.
func Extract(ctx context.Context, archive Archive, folder string, overwrite bool, limit int64) (*Unpacked, error) {
	z, err := openArchive(archive, limit)
	if err != nil {
		return nil, err
	}
	info, err := archive.Stat()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	x := &extraction{ctx: ctx, root: root, archive: info, overwrite: overwrite, windows: runtime.GOOS == "windows",
		seen: make(map[string]bool), written: make(map[identity]bool), folders: make(map[string]bool), result: &Unpacked{}}
	return x.result, x.run(z.File)
}

// run unpacks all entries. The error is that of the context or of a full disk; what is wrong with an entry is in the result.
func (x *extraction) run(entries []*zip.File) error {
	var folders, links []placed
	for _, e := range entries {
		if err := context.Cause(x.ctx); err != nil {
			return err
		}
		name, err := x.name(e)
		switch {
		case err != nil:
		case e.Mode().IsDir():
			if err = x.folder(name); err == nil && x.folders[name] {
				folders = append(folders, placed{e, name})
			}
		case e.Mode()&fs.ModeSymlink != 0:
			links = append(links, placed{e, name})
		case e.Mode().IsRegular():
			err = x.file(e, name)
		default:
			err = skipped(NoFile)
		}
		if err != nil {
			if cause := context.Cause(x.ctx); cause != nil {
				return cause
			}
			if IsFull(err) {
				return err // what comes next would not fit either
			}
			x.skip(e.Name, err)
		}
	}
	// Links come when every file has its place, so that nothing is written through one.
	if err := x.links(links); err != nil {
		return err
	}
	// Folders get their permissions and times last: writing into them needs the one and changes the other.
	slices.SortStableFunc(folders, func(a, b placed) int { return strings.Compare(b.name, a.name) }) // inner ones first
	for _, f := range folders {
		_ = x.root.Chtimes(f.name, f.entry.Modified, f.entry.Modified)
		_ = x.root.Chmod(f.name, permissions(f.entry))
	}
	return nil
}

// file writes one file beside its place and then puts it there.
func (x *extraction) file(e *zip.File, name string) (err error) {
	if err := x.folder(filepath.Dir(name)); err != nil {
		return err
	}
	if err := x.vacant(name); err != nil {
		return err
	}
	unfinished := temporary(filepath.Dir(name))
	out, err := x.root.OpenFile(unfinished, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return within(x.root, name, err)
	}
	defer func() {
		if err != nil {
			_ = removeOwn(x.root, unfinished, out)
		}
		_ = out.Close()
	}()
	n, err := unpack(x.ctx, out, e)
	if err == nil {
		err = x.root.Chtimes(unfinished, e.Modified, e.Modified)
	}
	if err == nil {
		err = out.Chmod(permissions(e))
	}
	var info fs.FileInfo
	if err == nil {
		info, err = out.Stat()
	}
	switch {
	case err != nil:
		return within(x.root, name, err)
	case x.overwrite:
		err = within(x.root, name, x.root.Rename(unfinished, name))
	default:
		err = place(x.root, unfinished, name, x.root.Link)
	}
	if err != nil {
		return err
	}
	x.write(info)
	x.result.Files++
	x.result.Bytes += n
	return nil
}
