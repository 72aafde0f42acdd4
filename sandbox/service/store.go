package service

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// entry is a file, folder or link in a snapshot.
type entry struct {
	Path  string      `json:"path"` // on the host, beginning with /
	Mode  fs.FileMode `json:"mode"`
	Time  time.Time   `json:"time"`
	Size  int64       `json:"size,omitempty"`
	Link  string      `json:"link,omitempty"`  // where a symbolic link points
	Store string      `json:"store,omitempty"` // the SHA-256 of a file's content, under which the copy is kept
}

// manifest is what a snapshot holds.
type manifest struct {
	ID      string  `json:"id"`
	Object  int64   `json:"object"`
	Run     string  `json:"run"`
	Group   string  `json:"group"`
	Taken   int64   `json:"taken"` // Unix microseconds
	Entries []entry `json:"entries"`
}

func (d *data) manifestPath(id string) string {
	sum := sha256.Sum256([]byte(id))
	return filepath.Join(d.dir, "snapshots", hex.EncodeToString(sum[:])+".json")
}

func (d *data) storePath(sum string) string { return filepath.Join(d.dir, "files", sum[:2], sum) }

func (d *data) readManifest(id string) (*manifest, error) {
	raw, err := os.ReadFile(d.manifestPath(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, notFound("snapshot", id)
	}
	if err != nil {
		return nil, err
	}
	m := &manifest{}
	return m, json.Unmarshal(raw, m)
}

func (d *data) writeManifest(m *manifest) error {
	raw, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return writeWhole(d.manifestPath(m.ID), raw)
}

// hostPath makes a path on a host one relative to its folder. Nothing leads out of the folder.
func hostPath(p string) string {
	return strings.TrimPrefix(path.Clean("/"+filepath.ToSlash(p)), "/")
}

// backup is the work of copying one host's files into a snapshot.
type backup struct {
	*data
	before   map[string]entry // of the snapshot before this one, by path
	entries  []entry
	warnings []string
	total    int64 // bytes that the files have
	read     int64 // bytes that were copied
	written  int64 // bytes that were new to the store
	files    int64
	copied   int64 // files that were copied
	told     func(*backup)
}

// take walks the paths of a host. A file whose size, time and mode have not changed is not read again.
func (b *backup) take(ctx context.Context, folder string, include, exclude []string) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, start := range include {
		from := hostPath(start)
		if from == "" {
			from = "."
		}
		if _, err := root.Lstat(from); err != nil {
			b.warnings = append(b.warnings, fmt.Sprintf("%s: %v", start, cause(err)))
			continue
		}
		err := fs.WalkDir(root.FS(), from, func(name string, d fs.DirEntry, err error) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			on := "/" + strings.TrimPrefix(name, ".")
			if name != "." {
				on = "/" + name
			}
			if slices.ContainsFunc(exclude, func(p string) bool { return under(on, "/"+hostPath(p)) }) {
				if d != nil && d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if err == nil {
				err = b.one(root, name, on)
			}
			if err != nil {
				b.warnings = append(b.warnings, fmt.Sprintf("%s: %v", on, cause(err)))
			}
			b.told(b)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// under tells whether a path is another or lies below it.
func under(p, above string) bool {
	return p == above || above == "/" || strings.HasPrefix(p, above+"/")
}

func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func (b *backup) one(root *os.Root, name, on string) error {
	info, err := root.Lstat(name)
	if err != nil {
		return err
	}
	e := entry{Path: on, Mode: info.Mode(), Time: info.ModTime()}
	switch {
	case info.IsDir():
	case info.Mode()&fs.ModeSymlink != 0:
		if e.Link, err = root.Readlink(name); err != nil {
			return err
		}
	case info.Mode().IsRegular():
		e.Size = info.Size()
		b.files++
		b.total += e.Size
		if old, ok := b.before[on]; ok && old.Store != "" && old.Size == e.Size && old.Mode == e.Mode && old.Time.Equal(e.Time) {
			e.Store = old.Store
		} else if e.Store, err = b.copyIn(root, name); err != nil {
			return err
		}
	default:
		return errors.New("neither a file nor a folder nor a link")
	}
	b.entries = append(b.entries, e)
	return nil
}

// copyIn copies a file's content into the store.
func (b *backup) copyIn(root *os.Root, name string) (string, error) {
	in, err := root.Open(name)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.CreateTemp(filepath.Join(b.dir, "files"), ".new-*")
	if err != nil {
		return "", err
	}
	defer os.Remove(out.Name())
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(out, sum), in)
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", err
	}
	b.read += n
	b.copied++
	store := hex.EncodeToString(sum.Sum(nil))
	if _, err := os.Stat(b.storePath(store)); err == nil {
		return store, nil
	}
	b.written += n
	if err := os.MkdirAll(filepath.Dir(b.storePath(store)), 0o700); err != nil {
		return "", err
	}
	return store, os.Rename(out.Name(), b.storePath(store))
}

// restore is the work of putting entries of a snapshot back onto a host.
type restore struct {
	*data
	root       *os.Root
	overwrite  bool
	attributes bool
	bytes      int64
}

// put writes an entry at a path of the host. A file that exists and may not be overwritten stays as it is.
func (r *restore) put(e entry, at string) error {
	name := hostPath(at)
	if name == "" {
		return nil
	}
	if dir := path.Dir(name); dir != "." {
		if err := r.root.MkdirAll(dir, 0o755); err != nil {
			return cause(err)
		}
	}
	old, err := r.root.Lstat(name)
	there := err == nil
	switch {
	case e.Mode.IsDir():
		if there && old.IsDir() {
			return nil
		}
		if there {
			return errors.New("something else is in the place of the folder")
		}
		return r.root.Mkdir(name, 0o755)
	case there && !r.overwrite:
		return errors.New("exists already and was not overwritten")
	case there && old.IsDir():
		return errors.New("a folder is in the place of the file")
	}
	if e.Mode&fs.ModeSymlink != 0 {
		if there {
			if err := r.root.Remove(name); err != nil {
				return cause(err)
			}
		}
		return r.root.Symlink(e.Link, name)
	}
	return r.file(e, name)
}

// file writes beside the place and renames, so that nobody sees half of it.
func (r *restore) file(e entry, name string) error {
	in, err := os.Open(r.storePath(e.Store))
	if err != nil {
		return err
	}
	defer in.Close()
	part := path.Join(path.Dir(name), "."+rand.Text()+".part")
	out, err := r.root.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return cause(err)
	}
	n, err := io.Copy(out, in)
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = r.attribute(e, part)
	}
	if err == nil {
		err = r.root.Rename(part, name)
	}
	if err != nil {
		_ = r.root.Remove(part)
		return cause(err)
	}
	r.bytes += n
	return nil
}

// attribute gives a file or folder the mode and time that it had.
func (r *restore) attribute(e entry, name string) error {
	if !r.attributes {
		return r.root.Chmod(name, 0o644|e.Mode.Perm()&0o111)
	}
	if err := r.root.Chmod(name, e.Mode.Perm()); err != nil {
		return err
	}
	return r.root.Chtimes(name, e.Time, e.Time)
}
