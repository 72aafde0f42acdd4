package sandbox

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
)

// maxPartSize is the largest part of a file in one answer, in bytes.
const maxPartSize = 8 << 20

// filePart is a part of a file as an answer. It is sent without a lock, because the client may be slow.
type filePart struct {
	name         string
	content      io.ReadCloser
	size         int64
	contentRange string // "" if it is not sent
}

func (p *filePart) send(w http.ResponseWriter) {
	defer p.content.Close()
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", p.name))
	if p.contentRange != "" {
		w.Header().Set("Content-Range", p.contentRange)
	}
	w.Header().Set("Content-Length", strconv.FormatInt(p.size, 10))
	_, _ = io.CopyN(w, p.content, p.size)
}

// openFilePart returns the part of a file that the parameters ask for: an empty one at its end, and a refusal behind it.
func (c *call) openFilePart(file, name string) (any, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, refuse(http.StatusNotFound, "KEntityNotExistsError", "There is nothing to download.")
	}
	p, err := c.newFilePart(in, name)
	if err != nil {
		_ = in.Close()
		return nil, err
	}
	return p, nil
}

// newFilePart returns the part of an open file that the parameters ask for.
func (c *call) newFilePart(in *os.File, name string) (*filePart, error) {
	info, err := in.Stat()
	if err != nil {
		return nil, err
	}
	offset, length := c.intParam("startOffset", 0), c.intParam("length", maxPartSize)
	switch {
	case offset < 0 || offset > info.Size():
		return nil, refuse(http.StatusBadRequest, "KValidationError", "startOffset: the file has %d bytes.", info.Size())
	case length <= 0:
		return nil, refuse(http.StatusBadRequest, "KValidationError", "length: at least one byte is needed.")
	}
	if _, err := in.Seek(offset, io.SeekStart); err != nil {
		return nil, err
	}
	p := &filePart{name: name, content: in, size: min(length, maxPartSize, info.Size()-offset)}
	if c.server.options.ContentRange && p.size > 0 {
		p.contentRange = fmt.Sprintf("bytes %d-%d/%d", offset, offset+p.size-1, info.Size())
	}
	return p, nil
}
