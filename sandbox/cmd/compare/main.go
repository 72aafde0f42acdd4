// Command compare compares two folders, or a folder and a zip archive: names, kinds, modes, links and every byte. It prints the
// differences and exits with status 1 if there are any.
package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) < 3 || len(os.Args) > 4 {
		fmt.Fprintln(os.Stderr, "usage: compare FOLDER (FOLDER | ZIP [FOLDER_IN_ZIP])")
		os.Exit(2)
	}
	inside := ""
	if len(os.Args) == 4 {
		inside = os.Args[3]
	}
	differences, files, err := compare(os.Args[1], os.Args[2], inside)
	if err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
	for _, d := range differences {
		fmt.Println("DIFFERENT:", d)
	}
	if len(differences) > 0 {
		os.Exit(1)
	}
	fmt.Printf("Files that are identical in %s and %s: %d\n", filepath.Base(os.Args[1]), filepath.Base(os.Args[2]), files)
}

// entry is what is compared of a file, folder or link.
type entry struct {
	mode fs.FileMode // type and permissions
	link string
	sum  [sha256.Size]byte
}

// compare returns the differences of a folder from another, or from a folder in an archive, and how many files the first one
// has.
func compare(left, right, inside string) (differences []string, files int, err error) {
	a, err := readFolder(left)
	if err != nil {
		return nil, 0, err
	}
	var b map[string]entry
	if info, statErr := os.Stat(right); statErr == nil && info.IsDir() {
		b, err = readFolder(right)
	} else {
		b, err = readZip(right, inside)
	}
	if err != nil {
		return nil, 0, err
	}
	for name, was := range a {
		is, ok := b[name]
		switch {
		case !ok:
			differences = append(differences, name+" is missing")
		case was.mode != is.mode:
			differences = append(differences, fmt.Sprintf("%s was %v and is %v", name, was.mode, is.mode))
		case was != is:
			differences = append(differences, name+" has other content")
		}
		if was.mode.IsRegular() {
			files++
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			differences = append(differences, name+" is new")
		}
	}
	slices.Sort(differences)
	return differences, files, nil
}

func readFolder(dir string) (map[string]entry, error) {
	found := map[string]entry{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || p == dir {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		t := entry{mode: info.Mode() & (fs.ModeType | fs.ModePerm)}
		name, _ := filepath.Rel(dir, p)
		switch {
		case info.Mode()&fs.ModeSymlink != 0:
			t.link, err = os.Readlink(p)
		case info.Mode().IsRegular():
			var f *os.File
			if f, err = os.Open(p); err == nil {
				t.sum, err = sum(f)
			}
		}
		found[filepath.ToSlash(name)] = t
		return err
	})
	return found, err
}

func readZip(file, inside string) (map[string]entry, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	found := map[string]entry{}
	for _, f := range z.File {
		name := strings.TrimPrefix(path.Clean(f.Name), inside+"/")
		if name == inside {
			continue
		}
		t := entry{mode: f.Mode() & (fs.ModeType | fs.ModePerm)}
		if !f.Mode().IsDir() {
			r, err := f.Open()
			if err != nil {
				return nil, err
			}
			if f.Mode()&fs.ModeSymlink != 0 {
				var link bytes.Buffer
				_, err = link.ReadFrom(r)
				t.link = link.String()
			} else {
				t.sum, err = sum(r)
			}
			if err != nil {
				return nil, err
			}
		}
		found[name] = t
	}
	return found, nil
}

func sum(r io.ReadCloser) (s [sha256.Size]byte, err error) {
	defer r.Close()
	h := sha256.New()
	_, err = io.Copy(h, r)
	copy(s[:], h.Sum(nil))
	return s, err
}
