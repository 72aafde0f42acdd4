// Package vault stores snapshots of folders: for each a list of its entries, and the contents of the files, equal ones once.
// What is stored appears complete or not at all, even if the process is killed.
package vault

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"
)

// Entry is a file, folder or link in a snapshot.
type Entry struct {
	Path    string      `json:"path"` // on the host, absolute and with slashes
	Mode    fs.FileMode `json:"mode"`
	Time    time.Time   `json:"time"`
	Size    int64       `json:"size,omitempty"`
	Link    string      `json:"link,omitempty"`    // the target of a symbolic link
	Content string      `json:"content,omitempty"` // the SHA-256 of a file's content in hexadecimal

	// The bytes of Path and Link if they are not valid UTF-8, which JSON requires. Only Read and Write use them.
	RawPath []byte `json:"rawPath,omitempty"`
	RawLink []byte `json:"rawLink,omitempty"`
}

// Snapshot is the content of a folder at a point in time.
type Snapshot struct {
	ID      string  `json:"id"`
	Entries []Entry `json:"entries"`
}

// ErrNotFound is the error for a snapshot that does not exist.
var ErrNotFound = errors.New("there is no such snapshot")

// Vault is a folder with snapshots.
type Vault struct{ dir string }

// Open opens a vault, or creates it.
func Open(dir string) (*Vault, error) {
	for _, sub := range []string{"files", "snapshots"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o700); err != nil {
			return nil, err
		}
	}
	return &Vault{dir}, nil
}

// snapshotPath returns the file of a snapshot. An id may have any characters and any length.
func (v *Vault) snapshotPath(id string) string {
	sum := sha256.Sum256([]byte(id))
	return filepath.Join(v.dir, "snapshots", hex.EncodeToString(sum[:])+".json")
}

// contentPath returns the file with a content, by its SHA-256.
func (v *Vault) contentPath(sum string) string { return filepath.Join(v.dir, "files", sum[:2], sum) }

// Read returns a snapshot, or ErrNotFound.
func (v *Vault) Read(id string) (*Snapshot, error) {
	raw, err := os.ReadFile(v.snapshotPath(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotFound
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

// Write stores a snapshot, whose contents a Backup has stored.
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
	return writeWhole(v.snapshotPath(s.ID), raw)
}

// Delete deletes a snapshot. Its contents stay until Sweep.
func (v *Vault) Delete(id string) { _ = os.Remove(v.snapshotPath(id)) }

// ContentFile returns the path of the file with an entry's content. The file must not be changed.
func (v *Vault) ContentFile(e Entry) (string, error) {
	if len(e.Content) != 2*sha256.Size {
		return "", fmt.Errorf("%s has no content", e.Path)
	}
	return v.contentPath(e.Content), nil
}

// Sweep removes all snapshots but the ones to keep, and the contents that none of those has. No backup may run meanwhile.
func (v *Vault) Sweep(keep iter.Seq[string]) error {
	lists, contents := map[string]bool{}, map[string]bool{}
	for id := range keep {
		lists[filepath.Base(v.snapshotPath(id))] = true
		s, err := v.Read(id)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		for _, e := range s.Entries {
			contents[e.Content] = true
		}
	}
	return errors.Join(removeExcept(filepath.Join(v.dir, "snapshots"), lists), removeExcept(filepath.Join(v.dir, "files"), contents))
}

// removeExcept removes all files below a folder except those with certain names.
func removeExcept(dir string, names map[string]bool) error {
	return filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || names[d.Name()] {
			return err
		}
		return os.Remove(at)
	})
}

// RelPath returns a path on a host relative to the host's folder, with slashes. It never leads out of the folder.
func RelPath(p string) string {
	return strings.TrimPrefix(path.Clean("/"+filepath.ToSlash(p)), "/")
}

// IsAtOrBelow reports whether a path is another one or lies below it.
func IsAtOrBelow(p, above string) bool {
	return p == above || above == "/" || strings.HasPrefix(p, above+"/")
}

// Below returns the entries at a path and below it.
func (s *Snapshot) Below(at string) (found []Entry) {
	for _, e := range s.Entries {
		if IsAtOrBelow(e.Path, at) {
			found = append(found, e)
		}
	}
	return found
}

// Cause returns an error without the path on this machine.
func Cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// copyFile copies the content of a file and returns its size.
func copyFile(to io.Writer, from string) (int64, error) {
	in, err := os.Open(from)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	return io.Copy(to, in)
}

// writeWhole writes a file that appears complete, and replaces one that exists.
func writeWhole(file string, content []byte) error {
	out, err := os.CreateTemp(filepath.Dir(file), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(out.Name()) // no effect after the rename
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
