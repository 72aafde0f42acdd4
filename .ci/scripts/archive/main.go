// Command archive writes files into a .tar.gz, or a .zip by the name of the output, the same bytes for the same files: the order is
// that of the arguments, and owner, time and permissions are fixed. bin/release runs it, because the tar and zip of a machine
// differ, where they are there at all.
package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"time"
)

// modified is the time of every file in an archive. The first that a ZIP archive can say would be 1980.
var modified = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func main() {
	output := flag.String("output", "", "archive to write")
	folder := flag.String("folder", "", "folder in the archive that all files are in")
	flag.Parse()
	if err := run(*output, *folder, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes an archive of files, each given as NAME=PATH, where NAME is that in the archive. The first one is a program.
func run(output, folder string, files []string) (err error) {
	if output == "" || folder == "" || len(files) == 0 {
		return errors.New("usage: archive -output FILE -folder NAME {NAME=PATH}")
	}
	out, err := os.Create(output)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	add, finish := tarGz(out)
	if strings.HasSuffix(output, ".zip") {
		add, finish = zipped(out)
	}
	mode := os.FileMode(0o755)
	for _, f := range files {
		name, from, ok := strings.Cut(f, "=")
		if !ok {
			return fmt.Errorf("'%s' is not NAME=PATH", f)
		}
		raw, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		if err := add(path.Join(folder, name), mode, raw); err != nil {
			return err
		}
		mode = 0o644
	}
	return finish()
}

// adder adds a file to an archive.
type adder func(name string, mode os.FileMode, content []byte) error

// tarGz returns functions that add files to a compressed tar archive, and that finish it.
func tarGz(out io.Writer) (add adder, finish func() error) {
	compressed := gzip.NewWriter(out)
	w := tar.NewWriter(compressed)
	return func(name string, mode os.FileMode, content []byte) error {
		header := &tar.Header{Typeflag: tar.TypeReg, Name: name, Size: int64(len(content)), Mode: int64(mode), ModTime: modified, Format: tar.FormatUSTAR}
		if err := w.WriteHeader(header); err != nil {
			return err
		}
		_, err := w.Write(content)
		return err
	}, func() error { return errors.Join(w.Close(), compressed.Close()) }
}

// zipped is tarGz for a ZIP archive.
func zipped(out io.Writer) (add adder, finish func() error) {
	w := zip.NewWriter(out)
	return func(name string, mode os.FileMode, content []byte) error {
		header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: modified}
		header.SetMode(mode)
		to, err := w.CreateHeader(header)
		if err != nil {
			return err
		}
		_, err = to.Write(content)
		return err
	}, w.Close
}
