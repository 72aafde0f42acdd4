package vault

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Backup is a backup of a folder. Its counts may be read in OnProgress and after Run.
type Backup struct {
	Vault      *Vault
	Previous   map[string]Entry // entries of an earlier snapshot by path: unchanged files are not read again
	Skip       func(path string) bool
	OnProgress func() // called after each file

	Entries  []Entry
	Warnings []string
	Expected int64 // entries to copy when it began
	Done     int64 // of these
	Total    int64 // size of the files in bytes
	Read     int64 // bytes that were copied
	Written  int64 // bytes that were not in the vault yet
	Files    int64
	Copied   int64 // files that were copied
}

// Run copies what is at the paths of a folder. An entry that cannot be read is a warning; a missing folder is an error.
func (b *Backup) Run(ctx context.Context, folder string, include []string) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	b.walk(ctx, root, include, func(string, error) { b.Expected++ })
	b.walk(ctx, root, include, func(name string, err error) {
		on := hostPath(name)
		if err == nil {
			err = b.add(root, name, on)
		}
		if err != nil {
			b.Warnings = append(b.Warnings, fmt.Sprintf("%s: %v", on, Cause(err)))
		}
		b.Done++
		if b.OnProgress != nil {
			b.OnProgress()
		}
	})
	return ctx.Err()
}

// hostPath returns the path on the host of a name in its folder.
func hostPath(name string) string {
	if name == "." {
		return "/"
	}
	return "/" + name
}

// walk calls visit for everything at the paths and below them.
func (b *Backup) walk(ctx context.Context, root *os.Root, include []string, visit func(name string, err error)) {
	for _, start := range include {
		from := RelPath(start)
		if from == "" {
			from = "."
		}
		if _, err := root.Lstat(from); err != nil {
			visit(from, err)
			continue
		}
		_ = fs.WalkDir(root.FS(), from, func(name string, d fs.DirEntry, err error) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if b.Skip != nil && b.Skip(hostPath(name)) {
				if d != nil && d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			visit(name, err)
			return nil
		})
	}
}

// SkipPaths returns a Skip function for paths and everything below them.
func SkipPaths(paths []string) func(string) bool {
	return func(p string) bool {
		return slices.ContainsFunc(paths, func(x string) bool { return IsAtOrBelow(p, "/"+RelPath(x)) })
	}
}

// add adds the entry of a name to the backup, and stores its content if it is new.
func (b *Backup) add(root *os.Root, name, on string) error {
	info, err := root.Lstat(name)
	if err != nil {
		return err
	}
	e := Entry{Path: on, Mode: info.Mode(), Time: info.ModTime()}
	switch {
	case info.IsDir():
	case info.Mode()&fs.ModeSymlink != 0:
		if e.Link, err = root.Readlink(name); err != nil {
			return err
		}
	case info.Mode().IsRegular():
		e.Size = info.Size()
		b.Files++
		b.Total += e.Size
		if old, ok := b.Previous[on]; ok && old.Content != "" && old.Size == e.Size && old.Mode == e.Mode && old.Time.Equal(e.Time) {
			e.Content = old.Content
		} else if e.Content, e.Size, err = b.storeContent(root, name); err != nil {
			return err
		}
	default:
		return errors.New("neither a file nor a folder nor a link")
	}
	b.Entries = append(b.Entries, e)
	return nil
}

// storeContent copies the content of a file into the vault, and returns its SHA-256 and its size when it was read.
func (b *Backup) storeContent(root *os.Root, name string) (content string, size int64, err error) {
	in, err := root.Open(name)
	if err != nil {
		return "", 0, err
	}
	defer in.Close()
	out, err := os.CreateTemp(filepath.Join(b.Vault.dir, "files"), ".new-*")
	if err != nil {
		return "", 0, err
	}
	defer os.Remove(out.Name())
	sum := sha256.New()
	size, err = io.Copy(io.MultiWriter(out, sum), in)
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", 0, err
	}
	b.Read += size
	b.Copied++
	content = hex.EncodeToString(sum.Sum(nil))
	if _, err := os.Stat(b.Vault.contentPath(content)); err == nil {
		return content, size, nil
	}
	b.Written += size
	if err := os.MkdirAll(filepath.Dir(b.Vault.contentPath(content)), 0o700); err != nil {
		return "", 0, err
	}
	return content, size, os.Rename(out.Name(), b.Vault.contentPath(content))
}
