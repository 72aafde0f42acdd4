package servicetest

import (
	"fmt"
	"math"
	"net/http"
	"strconv"

	"ibmcloud-backup-recovery-plugin/service"
)

const (
	chunkSize = service.ChunkSize
	odd       = Content(2*chunkSize + 12345) // no multiple of a chunk
	multiple  = Content(2 * chunkSize)
	small     = Content(4000)
)

// FileStyles returns every style of the package.
func FileStyles() []FileStyle {
	return append(append(honestStyles(), endings()...), lyingStyles()...)
}

// plainPiece sends what was requested.
func plainPiece(w http.ResponseWriter, p *Piece) { p.send(w, p.Offset, p.real()) }

// honestStyles are the ways in which services deliver files.
func honestStyles() []FileStyle {
	var list []FileStyle
	for _, size := range []Content{0, 1, small, chunkSize - 1, multiple, odd} {
		sized := func(name string, tell func(w http.ResponseWriter, p *Piece)) {
			list = append(list, FileStyle{fmt.Sprintf("%s, %d bytes", name, size), true, size, tell})
		}
		sized("without any word of the length", func(w http.ResponseWriter, p *Piece) {
			w.(http.Flusher).Flush()
			plainPiece(w, p)
		})
		sized("with a Content-Length", func(w http.ResponseWriter, p *Piece) {
			w.Header().Set("Content-Length", strconv.FormatInt(p.real(), 10))
			plainPiece(w, p)
		})
		sized("with a Content-Range", func(w http.ResponseWriter, p *Piece) {
			if p.real() == 0 {
				w.Header().Set("Content-Range", fmt.Sprintf("bytes */%d", int64(p.File)))
				if p.Offset > 0 {
					w.WriteHeader(http.StatusRequestedRangeNotSatisfiable)
				}
				return
			}
			p.rangeHeader(w, int64(p.File))
			w.WriteHeader(http.StatusPartialContent)
			plainPiece(w, p)
		})
	}
	proxy := func(most int64) func(w http.ResponseWriter, p *Piece) {
		return func(w http.ResponseWriter, p *Piece) { p.send(w, p.Offset, min(most, p.real())) }
	}
	return append(list,
		FileStyle{"a proxy that lets 4 MiB of each answer through", true, odd, proxy(4 << 20)},
		FileStyle{"a proxy that lets 4 MiB through, a multiple", true, multiple, proxy(4 << 20)},
		FileStyle{"a proxy that lets 3,000,001 bytes through, with a Content-Range", true, odd, func(w http.ResponseWriter, p *Piece) {
			n := min(3_000_001, p.real())
			if n > 0 {
				w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", p.Offset, p.Offset+n-1, int64(p.File)))
			}
			p.send(w, p.Offset, n)
		}},
		FileStyle{"a line that breaks once in each of the first requests", true, odd, func(w http.ResponseWriter, p *Piece) {
			w.Header().Set("Content-Length", strconv.FormatInt(p.real(), 10))
			if p.Number > 3 || p.real() == 0 {
				plainPiece(w, p)
				return
			}
			p.send(w, p.Offset, p.real()/3)
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}},
		FileStyle{"503 once for each of the first requests", true, odd, func(w http.ResponseWriter, p *Piece) {
			if p.Number <= 3 {
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			plainPiece(w, p)
		}},
	)
}

// endings are the answers for what is behind the end of a file whose length is a multiple of the chunks.
func endings() []FileStyle {
	var list []FileStyle
	for _, end := range []struct {
		status int
		honest bool
	}{{200, true}, {204, true}, {416, true}, {400, false}, {404, false}, {500, false}, {403, false}} {
		list = append(list, FileStyle{fmt.Sprintf("%d behind the end", end.status), end.honest, multiple, func(w http.ResponseWriter, p *Piece) {
			if p.real() == 0 {
				w.WriteHeader(end.status)
				return
			}
			plainPiece(w, p)
		}})
	}
	return list
}

// lyingStyles leave a client with an error, or with the file where it saw through them.
func lyingStyles() []FileStyle {
	lie := func(name string, size Content, tell func(w http.ResponseWriter, p *Piece)) FileStyle {
		return FileStyle{name, false, size, tell}
	}
	list := []FileStyle{
		lie("the same full chunk for every offset", odd, func(w http.ResponseWriter, p *Piece) {
			if p.Number > 20 {
				return // a client that has not noticed would fill the disk
			}
			p.send(w, 0, p.Length)
		}),
		lie("the same short piece for every offset", odd, func(w http.ResponseWriter, p *Piece) { p.send(w, 0, min(1000, p.Length)) }),
		lie("the same small file for every offset", small, func(w http.ResponseWriter, p *Piece) { p.send(w, 0, int64(p.File)) }),
		lie("the whole file for every offset", odd, func(w http.ResponseWriter, p *Piece) { p.send(w, 0, int64(p.File)) }),
		lie("a byte too much", odd, func(w http.ResponseWriter, p *Piece) { p.send(w, p.Offset, min(p.Length+1, int64(p.File)-p.Offset)) }),
		lie("a range of another place", odd, func(w http.ResponseWriter, p *Piece) {
			w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", p.Offset+1, p.Offset+p.real(), int64(p.File)))
			plainPiece(w, p)
		}),
		lie("a range of another place in the second chunk", odd, func(w http.ResponseWriter, p *Piece) {
			p.rangeHeader(w, int64(p.File))
			if p.chunk() == 1 {
				w.Header().Set("Content-Range", fmt.Sprintf("bytes 0-%d/%d", p.real()-1, int64(p.File)))
				p.send(w, 0, p.real())
				return
			}
			plainPiece(w, p)
		}),
		lie("a range with another end", odd, func(w http.ResponseWriter, p *Piece) {
			w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", p.Offset, p.Offset, int64(p.File)))
			plainPiece(w, p)
		}),
		lie("the end of the file from the second chunk on", odd, func(w http.ResponseWriter, p *Piece) {
			p.rangeHeader(w, int64(p.File))
			if p.chunk() == 0 {
				plainPiece(w, p)
			}
		}),
		lie("a total that changes", odd, func(w http.ResponseWriter, p *Piece) {
			p.rangeHeader(w, int64(p.File)+p.chunk()*1000)
			plainPiece(w, p)
		}),
	}
	for _, total := range []int64{math.MaxInt64, -1, 0, 1, int64(odd) - 1, int64(odd) + 1, chunkSize, 2 * chunkSize, 3 * chunkSize} {
		list = append(list, lie(fmt.Sprintf("a total of %d", total), odd, func(w http.ResponseWriter, p *Piece) {
			p.rangeHeader(w, total)
			plainPiece(w, p)
		}))
	}
	for _, header := range []string{"ETag", "Last-Modified"} {
		list = append(list, lie("another "+header+" and other bytes in each chunk", odd, func(w http.ResponseWriter, p *Piece) {
			w.Header().Set(header, fmt.Sprintf(`"version %d"`, p.chunk()))
			if p.chunk() > 0 && p.real() > 0 { // of a file that has become another one
				_, _ = w.Write(make([]byte, p.real()))
			}
			if p.chunk() == 0 {
				plainPiece(w, p)
			}
		}))
	}
	return append(append(list, replacedPieces()...), interruptedPieces()...)
}

// replacedPieces have something else in the place of a chunk, as a proxy or a login page has.
func replacedPieces() []FileStyle {
	var list []FileStyle
	for chunk := range int64(2) {
		for _, other := range []struct {
			name, kind, body string
			status           int
		}{
			{"a web page", isHTML, page, 200}, {"a web page with 203", isHTML, page, 203}, {"a JSON error", isJSON, refusal("No."), 200}, {"403", isJSON, refusal("No."), 403}, {"404", isJSON, refusal("No."), 404}, {"410", isJSON, "", 410}, {"a redirection to a page", "", "", 302},
		} {
			list = append(list, FileStyle{fmt.Sprintf("%s in the place of chunk %d", other.name, chunk), false, odd, func(w http.ResponseWriter, p *Piece) {
				if p.chunk() != chunk {
					plainPiece(w, p)
					return
				}
				w.Header().Set("Content-Type", other.kind)
				if other.status == http.StatusFound {
					w.Header().Set("Location", "/login")
				}
				w.WriteHeader(other.status)
				_, _ = w.Write([]byte(other.body))
			}})
		}
		for _, status := range []int{http.StatusOK, http.StatusNoContent} {
			list = append(list, FileStyle{fmt.Sprintf("%d with nothing, once, in the place of chunk %d", status, chunk), false, odd, func(w http.ResponseWriter, p *Piece) {
				if p.chunk() == chunk && p.First {
					w.WriteHeader(status)
					return
				}
				plainPiece(w, p)
			}})
		}
		list = append(list, FileStyle{fmt.Sprintf("chunk %d compressed", chunk), false, odd, func(w http.ResponseWriter, p *Piece) {
			if p.chunk() == chunk {
				w.Header().Set("Content-Encoding", "gzip")
				_, _ = w.Write(bomb()[:1000])
				return
			}
			plainPiece(w, p)
		}})
	}
	return list
}

// interruptedPieces have a short piece in the second chunk, and then once an answer that says nothing, or another one.
func interruptedPieces() []FileStyle {
	var list []FileStyle
	for _, status := range []int{200, 204, 400, 404, 416, 500} {
		list = append(list, FileStyle{fmt.Sprintf("%d once behind a short piece", status), false, odd, func(w http.ResponseWriter, p *Piece) {
			switch {
			case p.chunk() == 1 && p.Offset == chunkSize:
				p.send(w, p.Offset, 1000)
			case p.chunk() == 1 && p.First:
				w.WriteHeader(status)
			default:
				plainPiece(w, p)
			}
		}})
	}
	return append(list, FileStyle{"cut once behind a short piece", true, odd, func(w http.ResponseWriter, p *Piece) {
		if p.chunk() == 1 && p.Offset == chunkSize && p.First {
			w.Header().Set("Content-Length", strconv.FormatInt(p.real(), 10))
			p.send(w, p.Offset, 1000)
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}
		plainPiece(w, p)
	}})
}
