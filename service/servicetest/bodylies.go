package servicetest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// bodyLies are about the body of a success and how long it is.
func bodyLies() []Lie {
	return []Lie{
		{Name: "a web page as success", Right: Bytes, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, _ Answer) {
			w.Header().Set("Content-Type", isHTML)
			_, _ = io.WriteString(w, page)
		}},
		withBody("a web page called what was expected", None|Bytes, func(Answer) []byte { return []byte(page) }),
		withBody("nothing", None|Bytes, func(Answer) []byte { return nil }),
		withBody("blanks", None|Bytes, func(Answer) []byte { return []byte(" \r\n\t ") }),
		{Name: "204 in the place of content", Right: None | Bytes, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, _ Answer) { w.WriteHeader(http.StatusNoContent) }},
		{Name: "202 in the place of 200", Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			honest.Status = http.StatusAccepted
			plain(w, honest, honest.Body)
		}},
		withBody("a body that ends early", None|Bytes, func(honest Answer) []byte { return honest.Body[:len(honest.Body)/2] }),
		withBody("a body without its last byte", None|Bytes, func(honest Answer) []byte { return honest.Body[:max(0, len(honest.Body)-1)] }),
		withBody("two documents", None|Bytes, func(honest Answer) []byte { return append(bytes.Clone(honest.Body), honest.Body...) }),
		withBody("rubbish behind", None|Bytes, func(honest Answer) []byte { return append(bytes.Clone(honest.Body), "}]\x00 rubbish"...) }),
		withBody("rubbish in front", None|Bytes, func(honest Answer) []byte { return append([]byte(")]}',\n"), honest.Body...) }),
		withBody("a byte order mark in front", All, func(honest Answer) []byte { return append([]byte("\xef\xbb\xbf"), honest.Body...) }),
		withBody("UTF-16", None|Bytes, func(honest Answer) []byte {
			wide := []byte{0xff, 0xfe}
			for _, b := range honest.Body {
				wide = append(wide, b, 0)
			}
			return wide
		}),
		{Name: "another content type", Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			honest.Type = "image/png"
			plain(w, honest, honest.Body)
		}},
		{Name: "a content type that is none", Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			honest.Type = ";;=\"/"
			plain(w, honest, honest.Body)
		}},
		{Name: "a length that is too long", Right: None, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				head(to, honest, fmt.Sprintf("Content-Length: %d", len(honest.Body)+1000))
				_, _ = to.Write(honest.Body)
			})
		}},
		{Name: "a length that is too short", Right: None | Bytes, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				head(to, honest, fmt.Sprintf("Content-Length: %d", len(honest.Body)/2))
				_, _ = to.Write(honest.Body)
			})
		}},
		{Name: "a negative length", Right: None, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				head(to, honest, "Content-Length: -1")
				_, _ = to.Write(honest.Body)
			})
		}},
		{Name: "two lengths", Right: None, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				head(to, honest, "Content-Length: 1", fmt.Sprintf("Content-Length: %d", len(honest.Body)+2))
				_, _ = to.Write(honest.Body)
			})
		}},
		{Name: "chunks that end early", Right: None, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				head(to, honest, "Transfer-Encoding: chunked")
				fmt.Fprintf(to, "%x\r\n%s", len(honest.Body)+10, honest.Body)
			})
		}},
		{Name: "chunks of no size", Right: None, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				head(to, honest, "Transfer-Encoding: chunked")
				fmt.Fprintf(to, "zz\r\n%s\r\n0\r\n\r\n", honest.Body)
			})
		}},
		{Name: "trailing headers", Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				head(to, honest, "Transfer-Encoding: chunked", "Trailer: Content-Length, Authorization")
				if len(honest.Body) > 0 {
					fmt.Fprintf(to, "%x\r\n%s\r\n", len(honest.Body), honest.Body)
				}
				fmt.Fprint(to, "0\r\nContent-Length: 7\r\nAuthorization: Bearer trailer\r\n\r\n")
			})
		}},
		{Name: "HTTP/1.0 without a length", Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				fmt.Fprintf(to, "HTTP/1.0 %d OK\r\nContent-Type: %s\r\n\r\n%s", honest.Status, honest.Type, honest.Body)
			})
		}},
	}
}

// encodingLies are about compression.
func encodingLies() []Lie {
	packed := func(body []byte) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write(body)
		_ = z.Close()
		return b.Bytes()
	}
	encoded := func(name, encoding string, right Forms, body func(honest Answer) []byte) Lie {
		return Lie{Name: name, Right: right, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			w.Header().Set("Content-Encoding", encoding)
			plain(w, honest, body(honest))
		}}
	}
	return []Lie{
		encoded("gzip, asked for or not", "gzip", All, func(honest Answer) []byte { return packed(honest.Body) }),
		encoded("gzip that is none", "gzip", None|Bytes, func(honest Answer) []byte { return honest.Body }),
		encoded("gzip that ends early", "gzip", None|Bytes, func(honest Answer) []byte {
			whole := packed(honest.Body)
			return whole[:len(whole)-6]
		}),
		encoded("gzip with a wrong checksum", "gzip", None|Bytes, func(honest Answer) []byte {
			whole := packed(honest.Body)
			whole[len(whole)-7] ^= 1
			return whole
		}),
		encoded("gzip in gzip", "gzip, gzip", None|Bytes, func(honest Answer) []byte { return packed(packed(honest.Body)) }),
		encoded("an unknown encoding", "br", All, func(honest Answer) []byte { return honest.Body }),
		withBody("gzip that is not called so", None|Bytes, func(honest Answer) []byte { return packed(honest.Body) }),
		{Name: "a gzip bomb", Right: None | Bytes, Taken: true, Heavy: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			w.Header().Set("Content-Encoding", "gzip")
			plain(w, honest, bomb())
		}},
		{Name: "a gzip bomb as an error", Heavy: true, Tell: func(w http.ResponseWriter, _ *http.Request, _ Answer) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", isJSON)
			w.WriteHeader(http.StatusBadRequest)
			_, _ = w.Write(bomb())
		}},
	}
}

// bombSize is how many bytes a gzip bomb becomes: much more than any client needs, and little enough for a test that finds one that
// takes it all.
const bombSize = 256 << 20

// bomb is zeros, compressed to a thousandth: the same member again and again.
var bomb = sync.OnceValue(func() []byte {
	var member bytes.Buffer
	z, _ := gzip.NewWriterLevel(&member, gzip.BestCompression)
	_, _ = z.Write(make([]byte, 1<<20))
	_ = z.Close()
	return bytes.Repeat(member.Bytes(), bombSize>>20)
})

// slowLies never come to an end of themselves: the client ends them, or its context.
func slowLies() []Lie {
	drip := func(text string) func(to *bufio.Writer, c net.Conn) {
		return func(to *bufio.Writer, _ net.Conn) {
			for {
				if _, err := to.WriteString(text); err != nil || to.Flush() != nil {
					return
				}
				time.Sleep(10 * time.Second)
			}
		}
	}
	return []Lie{
		{Name: "a blank now and then", Right: None, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, c net.Conn) { head(to, honest); drip(" ")(to, c) })
		}},
		{Name: "an error that never ends, now and then", Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			honest.Status, honest.Type = http.StatusInternalServerError, isJSON
			raw(w, func(to *bufio.Writer, c net.Conn) { head(to, honest); drip(" ")(to, c) })
		}},
		{Name: "a header now and then", Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, _ Answer) {
			raw(w, func(to *bufio.Writer, c net.Conn) { fmt.Fprint(to, "HTTP/1.1 200 OK\r\n"); drip("X: y\r\n")(to, c) })
		}},
		{Name: "100 Continue for ever", Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, _ Answer) {
			raw(w, drip("HTTP/1.1 100 Continue\r\n\r\n"))
		}},
		{Name: "silence", Taken: true, Tell: func(_ http.ResponseWriter, r *http.Request, _ Answer) { <-r.Context().Done() }},
		{Name: "an error body without end", Heavy: true, Tell: func(w http.ResponseWriter, _ *http.Request, _ Answer) {
			w.Header().Set("Content-Type", isJSON)
			w.WriteHeader(http.StatusBadRequest)
			block := []byte(strings.Repeat("x", 64<<10))
			for {
				if _, err := w.Write(block); err != nil {
					return
				}
			}
		}},
		{Name: "an error of 5 MiB", Heavy: true, Tell: func(w http.ResponseWriter, _ *http.Request, _ Answer) {
			w.Header().Set("Content-Type", isJSON)
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, refusal(strings.Repeat("long ", 1<<20)))
		}},
	}
}
