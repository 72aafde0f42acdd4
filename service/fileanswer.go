package service

import (
	"bufio"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// BadFile says that what arrived of a file is wrong or may be: nothing can be continued from it.
type BadFile struct{ Reason *i18n.Error }

func (e *BadFile) Error() string { return e.Reason.Error() }

// The ways in which a service fails to deliver a file.
var (
	ErrSameChunk  error = &BadFile{i18n.NewError("download.repeated|The service sends the same part of the file again and again.")}
	ErrWrongChunk error = &BadFile{i18n.NewError("download.wrong|The service sent another part of the file than the one that was requested.")}
	ErrEncoded    error = &BadFile{i18n.NewError("download.encoded|The service sent the file in an encoding that was not requested.")}
	ErrPage       error = i18n.NewError("download.page|A web page or a message arrived in the place of the file.")
	ErrNotReady   error = i18n.NewError("download.pending|The service has accepted the request, but the file is not there yet.")
	ErrChanged    error = &BadFile{i18n.NewError("download.altered|The file changed while it was downloaded.")}
	ErrLength     error = &BadFile{i18n.NewError("download.length|The service announces a length that the file cannot have.")}
	ErrNoEnd      error = i18n.NewError("download.end|The service does not show where the file ends, so that it may not be whole.")
)

// maxFile is the longest file that is believed, in bytes: a petabyte, which no disk here holds.
const maxFile = 1 << 50

// inspect returns an error where an answer cannot be a part of the file: it is encoded, a page or a message, of another version of
// the file than the answers before, or of another length. It takes in the version and the length.
func (f *File) inspect(a *Answer) error {
	if encoding := a.Header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		return ErrEncoded
	}
	if a.Status == http.StatusAccepted {
		return ErrNotReady // what it says is not the file
	}
	kind, _, _ := mime.ParseMediaType(a.Header.Get("Content-Type"))
	if (kind == "text/html" || kind == "application/json" || kind == "application/problem+json") && a.Header.Get("Content-Disposition") == "" {
		return ErrPage // a file of such a type comes with its name
	}
	total, ok := a.Total()
	if !ok || total > maxFile {
		return ErrLength
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if total > 0 && f.chunks {
		if f.Total > 0 && f.Total != total {
			return ErrChanged
		}
		f.Total = total
	}
	for _, one := range []struct {
		header string
		known  *string
	}{{"ETag", &f.etag}, {"Last-Modified", &f.modified}} {
		switch now := a.Header.Get(one.header); {
		case now == "":
		case *one.known == "":
			*one.known = now
		case *one.known != now:
			return ErrChanged
		}
	}
	if f.Version = f.etag; f.Version == "" {
		f.Version = f.modified
	}
	return nil
}

// fits returns ErrWrongChunk where an answer says that it is something else than some bytes from an offset on, or the first of them.
func (a *Answer) fits(offset, length int64) error {
	from, ok := a.offset()
	if ok && from != offset || a.size() > length {
		return ErrWrongChunk
	}
	if to, told := a.last(); told && (to < from || a.size() > 0 && to-from+1 != a.size()) {
		return ErrWrongChunk
	}
	return nil
}

// wanted is how many bytes of an answer to a request for so many belong to the file: those that its Content-Range names, where it
// names some.
func (a *Answer) wanted(length int64) int64 {
	from, told := a.offset()
	if to, ok := a.last(); told && ok {
		return min(length, to-from+1)
	}
	return length
}

// isEmpty reports whether an answer has no content. It waits for the first byte.
func (a *Answer) isEmpty() bool {
	body := bufio.NewReader(a.Body)
	_, err := body.Peek(1)
	a.Body = &peekedBody{body, a.Body}
	return err == io.EOF
}

// peekedBody is a body whose beginning was looked at.
type peekedBody struct {
	io.Reader
	io.Closer
}

// size is the announced length of the body, or 0.
func (a *Answer) size() int64 {
	n, _ := strconv.ParseInt(a.Header.Get("Content-Length"), 10, 64)
	return max(0, n)
}

// contentRange returns the parts of the header bytes FIRST-LAST/TOTAL, as text.
func (a *Answer) contentRange() (first, last, total string) {
	span, total, _ := strings.Cut(strings.TrimPrefix(a.Header.Get("Content-Range"), "bytes "), "/")
	first, last, _ = strings.Cut(span, "-")
	return strings.TrimSpace(first), strings.TrimSpace(last), strings.TrimSpace(total)
}

// Total is the length of the whole file that this answer is a chunk of, or 0 where it does not say. It is false for a length that is
// no number.
func (a *Answer) Total() (int64, bool) {
	_, _, text := a.contentRange()
	if text == "" || text == "*" {
		return 0, true
	}
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil && n >= 0
}

// offset is where in the file this answer begins, for one that says so.
func (a *Answer) offset() (int64, bool) {
	first, _, _ := a.contentRange()
	n, err := strconv.ParseInt(first, 10, 64)
	return n, err == nil
}

// last is the offset of the last byte of this answer, for one that says so.
func (a *Answer) last() (int64, bool) {
	_, last, _ := a.contentRange()
	n, err := strconv.ParseInt(last, 10, 64)
	return n, err == nil
}

// fileName returns the name that the service has for the file, as it came.
func (a *Answer) fileName() string {
	_, params, err := mime.ParseMediaType(a.Header.Get("Content-Disposition"))
	if err != nil {
		return ""
	}
	return params["filename"]
}

// isFramed reports whether the end of a body can be told from a connection that was cut.
func isFramed(resp *http.Response) bool {
	return resp.ProtoMajor != 1 || resp.ContentLength >= 0 || len(resp.TransferEncoding) > 0
}
