package sandbox

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
)

// readBody reads a body as it is or compressed.
func readBody(r *http.Request) ([]byte, error) {
	if r.Header.Get("Content-Encoding") != "gzip" {
		return io.ReadAll(r.Body)
	}
	z, err := gzip.NewReader(r.Body)
	if err != nil {
		return nil, err
	}
	r.Header.Del("Content-Encoding")
	return io.ReadAll(io.LimitReader(z, 64<<20))
}

// compress compresses JSON for clients that take it, where it is worth the while.
func compress(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			next.ServeHTTP(w, r)
			return
		}
		z := &compressingWriter{ResponseWriter: w}
		next.ServeHTTP(z, r)
		if z.gzip != nil {
			_ = z.gzip.Close()
		}
	})
}

// compressingWriter is an answer that may be compressed.
type compressingWriter struct {
	http.ResponseWriter
	status int
	gzip   *gzip.Writer
}

// minCompressSize is the size from which an answer is compressed, in bytes.
const minCompressSize = 1 << 10

// WriteHeader waits for the body, whose size decides.
func (c *compressingWriter) WriteHeader(status int) {
	c.status = status
	if status == http.StatusNoContent {
		c.ResponseWriter.WriteHeader(status)
	}
}

// Write takes an answer of JSON in one piece, as platform.WriteJSON writes it; files come in many and go as they are.
func (c *compressingWriter) Write(p []byte) (int, error) {
	if c.gzip != nil {
		return c.gzip.Write(p)
	}
	if c.status != 0 {
		small := len(p) < minCompressSize || c.Header().Get("Content-Type") != "application/json"
		if !small {
			c.Header().Set("Content-Encoding", "gzip")
			c.Header().Add("Vary", "Accept-Encoding")
			c.gzip = gzip.NewWriter(c.ResponseWriter)
		}
		c.ResponseWriter.WriteHeader(c.status)
		if c.status = 0; !small {
			return c.gzip.Write(p)
		}
	}
	return c.ResponseWriter.Write(p)
}
