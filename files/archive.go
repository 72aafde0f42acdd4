package files

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
)

// Archive is a zip archive that can be read: an open file, or a Part.
type Archive interface {
	io.ReaderAt
	Stat() (fs.FileInfo, error)
}

// TooLarge is the error about an archive that claims to become more than it may.
type TooLarge struct {
	Claims uint64 // bytes
	Limit  int64
}

// Error returns both numbers.
func (e *TooLarge) Error() string {
	return fmt.Sprintf("the archive claims to hold %d bytes, more than %d", e.Claims, e.Limit)
}

// ErrTooMany says that an archive has more entries than are unpacked, or that their names are longer altogether than any honest ones.
var ErrTooMany = errors.New("the archive has too many entries")

// Limits of what an archive may become where nobody says otherwise: as much as an honest archive may need.
const (
	leastLimit = 1 << 30
	mostRatio  = 100
)

// Limits of the directory of an archive, which is held in memory.
const (
	maxEntries   = 1_000_000
	maxDirectory = 256 << 20 // bytes
)

// encrypted is the bit of an entry's flags that says that it is.
const encrypted = 1

// Limit returns what an archive of that size may become, in bytes, unless somebody says otherwise.
func Limit(size int64) int64 {
	if size > math.MaxInt64/mostRatio {
		return math.MaxInt64
	}
	return max(leastLimit, size*mostRatio)
}

// openArchive reads the directory of a zip archive and checks it against a limit of bytes.
func openArchive(archive Archive, limit int64) (*zip.Reader, error) {
	info, err := archive.Stat()
	if err != nil {
		return nil, err
	}
	directory := &directoryReader{from: archive, bytes: maxDirectory, entries: maxEntries}
	z, err := zip.NewReader(directory, info.Size())
	if directory.err != nil {
		return nil, directory.err
	}
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // bad names are left to each entry
		return nil, err
	}
	directory.open = true
	if len(z.File) > maxEntries {
		return nil, ErrTooMany
	}
	var claims uint64
	for _, e := range z.File {
		if claims += e.UncompressedSize64; claims > uint64(limit) || claims < e.UncompressedSize64 {
			return nil, &TooLarge{Claims: max(claims, e.UncompressedSize64), Limit: limit}
		}
	}
	return z, nil
}

// directoryReader reads an archive. Until it is open, it ends with ErrTooMany as soon as more has been read than the directory of any
// archive that is unpacked: the package for archives holds all of a directory in memory, and what the end of an archive says about the
// number of entries need not be true.
type directoryReader struct {
	from    io.ReaderAt
	open    bool
	bytes   int // that may still be read
	entries int // that may still be met
	err     error
}

// entryMark is what each entry in the directory of an archive begins with.
var entryMark = []byte("PK\x01\x02")

// ReadAt reads as io.ReaderAt does.
func (d *directoryReader) ReadAt(p []byte, offset int64) (int, error) {
	if d.open {
		return d.from.ReadAt(p, offset)
	}
	if d.err != nil {
		return 0, d.err
	}
	n, err := d.from.ReadAt(p, offset)
	d.bytes -= n
	d.entries -= bytes.Count(p[:n], entryMark)
	if d.bytes < 0 || d.entries < 0 {
		d.err = ErrTooMany
		return 0, d.err
	}
	return n, err
}

// Verify reads a zip archive through and checks every file in it against its checksum. It returns how many there are.
func Verify(ctx context.Context, archive Archive, limit int64) (entries int, err error) {
	z, err := openArchive(archive, limit)
	if err != nil {
		return 0, err
	}
	for _, e := range z.File {
		if err := context.Cause(ctx); err != nil {
			return 0, err
		}
		if e.Flags&encrypted != 0 || e.Mode().IsDir() {
			continue
		}
		if _, err := unpack(ctx, io.Discard, e); err != nil {
			return 0, &fs.PathError{Op: "read", Path: e.Name, Err: err}
		}
		entries++
	}
	return entries, nil
}

// unpack writes the content of an entry and returns how many bytes that are. They are never more than the entry claims.
func unpack(ctx context.Context, to io.Writer, e *zip.File) (int64, error) {
	in, err := e.Open()
	if err != nil {
		return 0, err
	}
	defer in.Close()
	return io.Copy(to, &boundedReader{ctx, in, e.UncompressedSize64})
}

// boundedReader reads until a context ends, and no more than a number of bytes: one more is zip.ErrFormat.
type boundedReader struct {
	ctx  context.Context
	from io.Reader
	left uint64
}

// Read reads as io.Reader does.
func (b *boundedReader) Read(p []byte) (int, error) {
	if err := context.Cause(b.ctx); err != nil {
		return 0, err
	}
	n, err := b.from.Read(p)
	if uint64(n) > b.left {
		return 0, zip.ErrFormat
	}
	b.left -= uint64(n)
	return n, err
}
