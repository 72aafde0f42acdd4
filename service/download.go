package service

import (
	"context"
	"errors"
	"hash/maphash"
	"io"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/natefinch/atomic"

	"ibmcloud-backup-recovery-plugin/api"
)

// PieceSize is the most that the service delivers of a file in one answer, in bytes.
const PieceSize = 8 << 20

// Progress is told how many bytes have arrived so far, and how many there will be, or 0 when nobody knows.
type Progress func(done, total int64)

// Fetch writes a file that the service delivers to w, in pieces where the operation takes startOffset and
// length and the request does not say which bytes it wants. A piece that breaks off is asked for again from
// the byte behind the last one that came. It gives the number of bytes and the name that the service has for
// the file, which may be empty.
func (c *Client) Fetch(ctx context.Context, r *api.Request, w io.Writer, progress Progress) (size int64, name string, err error) {
	if r.Op.Param("startOffset") == nil || r.Get("startOffset") != nil || r.Get("length") != nil {
		answer, err := c.Do(ctx, r)
		if err != nil {
			return 0, "", err
		}
		defer answer.Body.Close()
		size, err := copyCounting(w, answer.Body, 0, answer.size(), progress)
		if err == nil && answer.size() > 0 && size < answer.size() {
			err = io.ErrUnexpectedEOF
		}
		return size, answer.fileName(), err
	}
	var last piece
	var sum maphash.Hash
	for broken := 0; ; {
		r.SetNamed("startOffset", strconv.FormatInt(size, 10)).SetNamed("length", strconv.Itoa(PieceSize))
		answer, err := c.Do(ctx, r)
		var refused *Error
		if errors.As(err, &refused) && refused.Status == http.StatusRequestedRangeNotSatisfiable && size > 0 {
			return size, name, nil
		}
		if err != nil {
			return size, name, err
		}
		if name == "" {
			name = answer.fileName()
		}
		sum.Reset()
		n, err := copyCounting(io.MultiWriter(w, &sum), answer.Body, size, answer.total(), progress)
		_ = answer.Body.Close()
		this := piece{n, sum.Sum64()}
		size += n
		var gone *Unreachable
		switch {
		case errors.As(err, &gone) && broken < retries:
			broken++
			if n > 0 {
				broken = 0
			}
		case err != nil:
			return size, name, err
		case n == 0 || answer.total() > 0 && size >= answer.total():
			// Only an empty piece, or a total that was announced, is a sure end: a short piece is not.
			return size, name, nil
		case n < PieceSize && this == last:
			// Such a service would fill the disk.
			return size, name, ErrSamePiece
		}
		last = this
	}
}

// ErrSamePiece says that a service sends the same short piece again and again, whatever is asked for.
var ErrSamePiece error = said("the service sends the same piece of the file again and again")

// piece is what is known of one answer of many.
type piece struct {
	size int64
	sum  uint64 // of the bytes
}

func copyCounting(w io.Writer, r io.Reader, before, total int64, progress Progress) (int64, error) {
	var n int64
	buffer := make([]byte, 128<<10)
	for {
		got, err := r.Read(buffer)
		if got > 0 {
			if _, werr := w.Write(buffer[:got]); werr != nil {
				return n, werr
			}
			n += int64(got)
			if progress != nil {
				progress(before+n, total)
			}
		}
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// size is the announced length of the body, or 0.
func (a *Answer) size() int64 {
	n, _ := strconv.ParseInt(a.Header.Get("Content-Length"), 10, 64)
	return n
}

// total is the length of the whole file that this answer is a piece of, or 0.
func (a *Answer) total() int64 {
	_, after, _ := strings.Cut(a.Header.Get("Content-Range"), "/")
	n, _ := strconv.ParseInt(after, 10, 64)
	return n
}

// fileName is the name that the service gives the file, without any folder that might come with it.
func (a *Answer) fileName() string {
	_, params, err := mime.ParseMediaType(a.Header.Get("Content-Disposition"))
	if err != nil {
		return ""
	}
	return SafeName(params["filename"])
}

// SafeName makes a name from outside fit to be a file's in one folder: no path, no control characters, nothing
// hidden, nothing that Windows keeps for itself. It is "" when nothing is left.
func SafeName(name string) string {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`<>:"|?*`, r) {
			return '_'
		}
		return r
	}, name)
	name = strings.TrimRight(strings.TrimLeft(name, ". "), ". ")
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
		"LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9":
		name = "_" + name
	}
	return name
}

// WriteFile makes a file that is there whole or not at all: fill writes beside it, and the name appears when
// everything is on the disk. name may be told by fill, once it is known; dir is where the file goes.
// An existing file is replaced only with overwrite; else the error is fs.ErrExist.
func WriteFile(dir string, overwrite bool, fill func(w io.Writer) (name string, err error)) (path string, err error) {
	f, err := os.CreateTemp(dir, ".download-*.part")
	if err != nil {
		return "", err
	}
	defer func() {
		_ = f.Close()
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	name, err := fill(f)
	if err != nil {
		return "", err
	}
	if err = f.Chmod(0o600); err != nil {
		return "", err
	}
	if err = f.Sync(); err != nil {
		return "", err
	}
	if err = f.Close(); err != nil {
		return "", err
	}
	path = filepath.Join(dir, name)
	if !overwrite {
		// A link fails where a rename would replace a file that came in the meantime.
		if err = os.Link(f.Name(), path); err == nil {
			_ = os.Remove(f.Name())
			return path, nil
		} else if errors.Is(err, os.ErrExist) {
			return path, &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
		}
		if _, err = os.Lstat(path); err == nil { // no links on this file system
			return path, &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
		}
	}
	return path, atomic.ReplaceFile(f.Name(), path)
}
