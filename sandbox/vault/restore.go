package vault

import (
	"archive/zip"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Restore writes entries of a snapshot into a folder.
type Restore struct {
	Vault      *Vault
	Root       *os.Root
	Overwrite  bool // whether to replace existing files
	Attributes bool // whether to restore modes and times

	Bytes int64 // size of the files that were written

	folders []Entry // that were put, with their new paths
}

// ErrExists is the error of a file that exists and must not be overwritten.
var ErrExists = errors.New("exists already and was not overwritten")

// Put writes an entry to a path of the host. A file that exists and must not be overwritten is ErrExists and is not changed.
func (r *Restore) Put(e Entry, at string) error {
	name := RelPath(at)
	if name == "" {
		return nil
	}
	if dir := path.Dir(name); dir != "." {
		if err := r.Root.MkdirAll(dir, 0o755); err != nil {
			return Cause(err)
		}
	}
	old, err := r.Root.Lstat(name)
	there := err == nil
	switch {
	case e.Mode.IsDir():
		e.Path = at
		r.folders = append(r.folders, e)
		if there && old.IsDir() {
			return nil
		}
		if there {
			return errors.New("something else is in the place of the folder")
		}
		return Cause(r.Root.Mkdir(name, 0o755))
	case there && !r.Overwrite:
		return ErrExists
	case there && old.IsDir():
		return errors.New("a folder is in the place of the file")
	}
	if e.Mode&fs.ModeSymlink != 0 {
		if there {
			if err := r.Root.Remove(name); err != nil {
				return Cause(err)
			}
		}
		return Cause(r.Root.Symlink(e.Link, name))
	}
	return Cause(r.restoreFile(e, name))
}

// Finish completes the archive and renames it to its final path.
func (r *Restore) Finish() {
	for i := len(r.folders) - 1; i >= 0 && r.Attributes; i-- {
		_ = r.setAttributes(r.folders[i], RelPath(r.folders[i].Path))
	}
}

// restoreFile writes a file beside its place and renames it, so that it appears complete.
func (r *Restore) restoreFile(e Entry, name string) error {
	content, err := r.Vault.ContentFile(e)
	if err != nil {
		return err
	}
	part := path.Join(path.Dir(name), "."+rand.Text()+".part")
	out, err := r.Root.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	n, err := copyFile(out, content)
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = r.setAttributes(e, part)
	}
	if err == nil {
		err = r.Root.Rename(part, name)
	}
	if err != nil {
		_ = r.Root.Remove(part)
		return err
	}
	r.Bytes += n
	return nil
}

// setAttributes sets the mode and time of a file or folder, if the original ones are wanted.
func (r *Restore) setAttributes(e Entry, name string) error {
	if !r.Attributes {
		return r.Root.Chmod(name, 0o644|e.Mode.Perm()&0o111)
	}
	if err := r.Root.Chmod(name, e.Mode.Perm()); err != nil {
		return err
	}
	return r.Root.Chtimes(name, e.Time, e.Time)
}

// Archive is a zip archive under construction. It appears when it is complete.
type Archive struct {
	Bytes int64 // size of the files

	vault *Vault
	out   *os.File
	zip   *zip.Writer
	seen  map[string]bool
}

// NewArchive begins an archive in a folder.
func (v *Vault) NewArchive(dir string) (*Archive, error) {
	out, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return nil, err
	}
	return &Archive{vault: v, out: out, zip: zip.NewWriter(out), seen: map[string]bool{}}, nil
}

// Add adds an entry to the archive, below a folder of it. An entry that is already there is skipped.
func (p *Archive) Add(e Entry, below string) error {
	name := RelPath(path.Join(below, e.Path))
	if name == "" || p.seen[name] {
		return nil
	}
	p.seen[name] = true
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: e.Time}
	h.SetMode(e.Mode)
	if e.Mode.IsDir() {
		h.Name += "/"
	}
	w, err := p.zip.CreateHeader(h)
	if err != nil || e.Mode.IsDir() {
		return err
	}
	if e.Mode&fs.ModeSymlink != 0 {
		_, err = io.WriteString(w, e.Link)
		return err
	}
	content, err := p.vault.ContentFile(e)
	if err != nil {
		return err
	}
	n, err := copyFile(w, content)
	p.Bytes += n
	return err
}

// Finish completes the archive and renames it to its final path.
func (p *Archive) Finish(file string) error {
	err := p.zip.Close()
	if closed := p.out.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(p.out.Name(), filepath.Clean(file))
	}
	return err
}

// Discard removes an archive that was not finished.
func (p *Archive) Discard() {
	_ = p.out.Close()
	_ = os.Remove(p.out.Name())
}
