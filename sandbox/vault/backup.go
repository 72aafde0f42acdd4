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

// Backup is the work of copying what is in a folder. Its numbers may be read in Told and after Take.
type Backup struct {
	Vault  *Vault
	Before map[string]Entry // of an earlier snapshot, by path: what has not changed since is not read again
	Skip   func(path string) bool
	Told   func() // called after each file

	Entries  []Entry
	Warnings []string
	Expected int64 // files, folders and links that there were to copy when it began
	Done     int64 // of them
	Total    int64 // bytes that the files have
	Read     int64 // bytes that were copied
	Written  int64 // bytes that were new
	Files    int64
	Copied   int64 // files that were copied
}

// Take copies what is at the paths of a folder. What cannot be read is a warning; a folder that is not there is an error.
func (b *Backup) Take(ctx context.Context, folder string, include []string) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	b.walk(ctx, root, include, func(string, error) { b.Expected++ })
	b.walk(ctx, root, include, func(name string, err error) {
		on := onHost(name)
		if err == nil {
			err = b.one(root, name, on)
		}
		if err != nil {
			b.Warnings = append(b.Warnings, fmt.Sprintf("%s: %v", on, Cause(err)))
		}
		b.Done++
		if b.Told != nil {
			b.Told()
		}
	})
	return ctx.Err()
}

// onHost is the path on the host of a name in its folder.
func onHost(name string) string {
	if name == "." {
		return "/"
	}
	return "/" + name
}

// walk calls do for everything at the paths.
func (b *Backup) walk(ctx context.Context, root *os.Root, include []string, do func(name string, err error)) {
	for _, start := range include {
		from := On(start)
		if from == "" {
			from = "."
		}
		if _, err := root.Lstat(from); err != nil {
			do(from, err)
			continue
		}
		_ = fs.WalkDir(root.FS(), from, func(name string, d fs.DirEntry, err error) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if b.Skip != nil && b.Skip(onHost(name)) {
				if d != nil && d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			do(name, err)
			return nil
		})
	}
}

// Excluding makes a Skip of paths that are left out with all below them.
func Excluding(paths []string) func(string) bool {
	return func(p string) bool {
		return slices.ContainsFunc(paths, func(x string) bool { return Under(p, "/"+On(x)) })
	}
}

func (b *Backup) one(root *os.Root, name, on string) error {
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
		if old, ok := b.Before[on]; ok && old.Content != "" && old.Size == e.Size && old.Mode == e.Mode && old.Time.Equal(e.Time) {
			e.Content = old.Content
		} else if e.Content, e.Size, err = b.copyIn(root, name); err != nil {
			return err
		}
	default:
		return errors.New("neither a file nor a folder nor a link")
	}
	b.Entries = append(b.Entries, e)
	return nil
}

// copyIn copies a file's content into the vault, and tells its sum and how long it was when it was read.
func (b *Backup) copyIn(root *os.Root, name string) (content string, size int64, err error) {
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
	if _, err := os.Stat(b.Vault.content(content)); err == nil {
		return content, size, nil
	}
	b.Written += size
	if err := os.MkdirAll(filepath.Dir(b.Vault.content(content)), 0o700); err != nil {
		return "", 0, err
	}
	return content, size, os.Rename(out.Name(), b.Vault.content(content))
}
