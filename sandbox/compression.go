package sandbox

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
)

// readBody reads the body of a request, compressed or not.
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

// compress returns a handler that compresses JSON of at least minCompressSize bytes for clients that accept gzip.
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

// compressingWriter is a response writer that compresses if the first write is large enough.
type compressingWriter struct {
	http.ResponseWriter
	status int
	gzip   *gzip.Writer
}

// minCompressSize is the size from which an answer is compressed, in bytes.
const minCompressSize = 1 << 10

// WriteHeader delays the header until the body, whose size decides on compression.
func (c *compressingWriter) WriteHeader(status int) {
	c.status = status
	if status == http.StatusNoContent {
		c.ResponseWriter.WriteHeader(status)
	}
}

// Write compresses JSON, which platform.WriteJSON writes at once; files are written in several pieces and are not compressed.
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
