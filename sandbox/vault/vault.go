// Package vault keeps snapshots of folders: for each a list of what was there, and the contents of the files, of which equal
// ones are kept once. What is kept appears whole or not at all, whenever the process is stopped.
package vault

import (
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
	"strings"
	"time"
	"unicode/utf8"
)

// Entry is a file, folder or link in a snapshot.
type Entry struct {
	Path    string      `json:"path"` // on the host, with slashes, beginning with one
	Mode    fs.FileMode `json:"mode"`
	Time    time.Time   `json:"time"`
	Size    int64       `json:"size,omitempty"`
	Link    string      `json:"link,omitempty"`    // where a symbolic link points
	Content string      `json:"content,omitempty"` // the SHA-256 of a file's content in hexadecimal

	// The bytes of Path and Link where they are no UTF-8, which JSON could not hold. Only Read and Write look at them.
	RawPath []byte `json:"rawPath,omitempty"`
	RawLink []byte `json:"rawLink,omitempty"`
}

// Snapshot is what was in a folder at a time.
type Snapshot struct {
	ID      string  `json:"id"`
	Entries []Entry `json:"entries"`
}

// ErrNone says that there is no such snapshot.
var ErrNone = errors.New("there is no such snapshot")

// Vault is a folder with snapshots.
type Vault struct{ dir string }

// Open opens a vault, or makes it.
func Open(dir string) (*Vault, error) {
	for _, sub := range []string{"files", "snapshots"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o700); err != nil {
			return nil, err
		}
	}
	return &Vault{dir}, nil
}

// list is the file of a snapshot. An id may have any characters and any length.
func (v *Vault) list(id string) string {
	sum := sha256.Sum256([]byte(id))
	return filepath.Join(v.dir, "snapshots", hex.EncodeToString(sum[:])+".json")
}

func (v *Vault) content(sum string) string { return filepath.Join(v.dir, "files", sum[:2], sum) }

// Read reads a snapshot, or gives ErrNone.
func (v *Vault) Read(id string) (*Snapshot, error) {
	raw, err := os.ReadFile(v.list(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNone
	}
	if err != nil {
		return nil, err
	}
	s := &Snapshot{}
	if err := json.Unmarshal(raw, s); err != nil {
		return nil, err
	}
	for i := range s.Entries {
		e := &s.Entries[i]
		if e.RawPath != nil {
			e.Path = string(e.RawPath)
		}
		if e.RawLink != nil {
			e.Link = string(e.RawLink)
		}
	}
	return s, nil
}

// Write keeps a snapshot, whose contents Backup has brought in.
func (v *Vault) Write(s *Snapshot) error {
	for i := range s.Entries {
		e := &s.Entries[i]
		if !utf8.ValidString(e.Path) {
			e.RawPath = []byte(e.Path)
		}
		if !utf8.ValidString(e.Link) {
			e.RawLink = []byte(e.Link)
		}
	}
	raw, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return writeWhole(v.list(s.ID), raw)
}

// Delete forgets a snapshot. The contents stay until Sweep.
func (v *Vault) Delete(id string) { _ = os.Remove(v.list(id)) }

// File returns the name of the file with an entry's content, which is not to be changed.
func (v *Vault) File(e Entry) (string, error) {
	if len(e.Content) != 2*sha256.Size {
		return "", fmt.Errorf("%s has no content", e.Path)
	}
	return v.content(e.Content), nil
}

// Sweep removes the snapshots that are not wanted, and the contents that belong to none. Nobody may back up meanwhile.
func (v *Vault) Sweep(wanted func(yield func(id string) bool)) error {
	lists, contents := map[string]bool{}, map[string]bool{}
	for id := range wanted {
		lists[filepath.Base(v.list(id))] = true
		s, err := v.Read(id)
		if errors.Is(err, ErrNone) {
			continue
		}
		if err != nil {
			return err
		}
		for _, e := range s.Entries {
			contents[e.Content] = true
		}
	}
	return errors.Join(keepOnly(filepath.Join(v.dir, "snapshots"), lists), keepOnly(filepath.Join(v.dir, "files"), contents))
}

// keepOnly removes all files below a folder but those with certain names.
func keepOnly(dir string, names map[string]bool) error {
	return filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || names[d.Name()] {
			return err
		}
		return os.Remove(at)
	})
}

// On makes a path on a host one relative to the host's folder, with slashes. Nothing leads out of the folder.
func On(p string) string {
	return strings.TrimPrefix(path.Clean("/"+filepath.ToSlash(p)), "/")
}

// Under reports whether a path is another or lies below it.
func Under(p, above string) bool {
	return p == above || above == "/" || strings.HasPrefix(p, above+"/")
}

// Below are the entries at a path and below it.
func (s *Snapshot) Below(at string) (found []Entry) {
	for _, e := range s.Entries {
		if Under(e.Path, at) {
			found = append(found, e)
		}
	}
	return found
}

// Cause is an error without the path of this machine that it names.
func Cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// copyFile copies a file's content and tells how much it was.
func copyFile(to io.Writer, from string) (int64, error) {
	in, err := os.Open(from)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	return io.Copy(to, in)
}

// writeWhole writes a file that appears with its whole content or not at all, and replaces one that exists.
func writeWhole(file string, content []byte) error {
	out, err := os.CreateTemp(filepath.Dir(file), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(out.Name()) // which is gone by then if all went well
	_, err = out.Write(content)
	if err == nil {
		err = out.Sync()
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(out.Name(), file)
	}
	return err
}
