package servicetest

import (
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"

	"ibmcloud-backup-recovery-plugin/service"
)

// Content is a file of so many bytes that is nowhere: each byte follows from its place, and no two chunks are alike.
type Content int64

// ReadAt reads as from a file.
func (c Content) ReadAt(p []byte, offset int64) (int, error) {
	if offset >= int64(c) {
		return 0, io.EOF
	}
	n := int(min(int64(len(p)), int64(c)-offset))
	for i := 0; i < n; {
		var word [8]byte
		at := offset + int64(i)
		x := uint64(at>>3) * 0x9e3779b97f4a7c15
		binary.LittleEndian.PutUint64(word[:], x^x>>29)
		i += copy(p[i:n], word[at&7:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// Piece is a request for a part of a file, and what is known of it.
type Piece struct {
	Number         int   // counts the requests, from 1
	Offset, Length int64 // as requested
	First          bool  // whether nothing was requested from this offset on before
	File           Content
	Request        *http.Request
}

// real is how many bytes of the file the piece has.
func (p *Piece) real() int64 { return max(0, min(p.Length, int64(p.File)-p.Offset)) }

// chunk is the number of the chunk that the piece begins in, from 0.
func (p *Piece) chunk() int64 { return p.Offset / service.ChunkSize }

// send writes bytes of the file from an offset on.
func (p *Piece) send(w io.Writer, offset, length int64) {
	_, _ = io.Copy(w, io.NewSectionReader(p.File, offset, length))
}

// rangeHeader says which part of a file of a total length this is.
func (p *Piece) rangeHeader(w http.ResponseWriter, total int64) {
	w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", p.Offset, p.Offset+max(0, p.real()-1), total))
}

// FileStyle is one way in which a service delivers a file in pieces: an honest one, after which a client has the file to the last
// byte, or one after which it may have the file or an error, and nothing else.
type FileStyle struct {
	Name   string
	Honest bool
	Size   Content
	Tell   func(w http.ResponseWriter, p *Piece)
}

// LyingFile is a handler that delivers a file in one style, by the parameters startOffset and length.
type LyingFile struct {
	Style *FileStyle

	mu    sync.Mutex
	count int
	seen  map[int64]bool // by offset
}

// ServeHTTP delivers a piece.
func (f *LyingFile) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p := &Piece{File: f.Style.Size, Request: r, Length: int64(f.Style.Size)}
	p.Offset, _ = strconv.ParseInt(r.URL.Query().Get("startOffset"), 10, 64)
	f.mu.Lock()
	if f.seen == nil {
		f.seen = map[int64]bool{}
	}
	f.count++
	p.Number, p.First = f.count, !f.seen[p.Offset]
	f.seen[p.Offset] = true
	f.mu.Unlock()
	if length, err := strconv.ParseInt(r.URL.Query().Get("length"), 10, 64); err == nil {
		p.Length = length
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	f.Style.Tell(w, p)
}

// Count returns how many pieces were asked for.
func (f *LyingFile) Count() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.count
}
