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

// Restore is the work of putting entries of a snapshot into a folder.
type Restore struct {
	Vault      *Vault
	Root       *os.Root
	Overwrite  bool // what is there already
	Attributes bool // give back the modes and times that were

	Bytes int64 // that were written

	folders []Entry // that were put, by the paths to which they were
}

// Put writes an entry at a path of the host. A file that exists and may not be overwritten stays as it is, and is an error.
func (r *Restore) Put(e Entry, at string) error {
	name := On(at)
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
		return errors.New("exists already and was not overwritten")
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
	return Cause(r.file(e, name))
}

// Finish returns the folders their modes and times. That comes last: writing into them changes the times, and may need the modes.
func (r *Restore) Finish() {
	for i := len(r.folders) - 1; i >= 0 && r.Attributes; i-- {
		_ = r.attribute(r.folders[i], On(r.folders[i].Path))
	}
}

// file writes beside the place and renames, so that nobody sees half of it.
func (r *Restore) file(e Entry, name string) error {
	content, err := r.Vault.File(e)
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
		err = r.attribute(e, part)
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

// attribute returns a file or folder the mode and time that it had.
func (r *Restore) attribute(e Entry, name string) error {
	if !r.Attributes {
		return r.Root.Chmod(name, 0o644|e.Mode.Perm()&0o111)
	}
	if err := r.Root.Chmod(name, e.Mode.Perm()); err != nil {
		return err
	}
	return r.Root.Chtimes(name, e.Time, e.Time)
}

// Pack is the work of putting entries into a zip archive, which appears when it is whole.
type Pack struct {
	Bytes int64 // that the files have

	vault *Vault
	out   *os.File
	zip   *zip.Writer
	seen  map[string]bool
}

// Pack begins an archive in a folder.
func (v *Vault) Pack(dir string) (*Pack, error) {
	out, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return nil, err
	}
	return &Pack{vault: v, out: out, zip: zip.NewWriter(out), seen: map[string]bool{}}, nil
}

// Add puts an entry into the archive, below a folder of it. What is there already is left out.
func (p *Pack) Add(e Entry, below string) error {
	name := On(path.Join(below, e.Path))
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
	content, err := p.vault.File(e)
	if err != nil {
		return err
	}
	n, err := copyFile(w, content)
	p.Bytes += n
	return err
}

// Finish ends the archive and gives it its name.
func (p *Pack) Finish(file string) error {
	err := p.zip.Close()
	if closed := p.out.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(p.out.Name(), filepath.Clean(file))
	}
	return err
}

// Abandon removes what there is of an archive that was not finished.
func (p *Pack) Abandon() {
	_ = p.out.Close()
	_ = os.Remove(p.out.Name())
}
