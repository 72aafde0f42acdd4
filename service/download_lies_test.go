package service

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lie answers the nth request for a piece of a file, from an offset on and of a length, in a way of its own. It is false where it
// leaves that to the honest service.
type lie func(n, offset, length int, file []byte, rw http.ResponseWriter) bool

// once returns a lie about the first request that a condition holds for.
func once(when func(offset int) bool, tell func(rw http.ResponseWriter)) func() lie {
	return func() lie {
		told := false
		return func(_, offset, _ int, _ []byte, rw http.ResponseWriter) bool {
			if told || !when(offset) {
				return false
			}
			told = true
			tell(rw)
			return true
		}
	}
}

func status(code int) func(http.ResponseWriter) {
	return func(rw http.ResponseWriter) {
		rw.Header().Set("Content-Type", "text/plain")
		rw.WriteHeader(code)
	}
}

func from(offset int) func(int) bool { return func(at int) bool { return at >= offset } }

// behind tells a lie about everything behind the end of the file, whatever else was asked for.
func behind(tell func(rw http.ResponseWriter)) func() lie {
	return func() lie {
		return func(_, offset, _ int, file []byte, rw http.ResponseWriter) bool {
			if offset < len(file) {
				return false
			}
			tell(rw)
			return true
		}
	}
}

// strictly refuses every range that reaches behind the end of the file.
func strictly(code int) func() lie {
	return func() lie {
		return func(_, offset, length int, file []byte, rw http.ResponseWriter) bool {
			if offset+length <= len(file) {
				return false
			}
			status(code)(rw)
			return true
		}
	}
}

// header sets a header of each answer.
func header(name string, value func(n, offset, length int, file []byte) string) func() lie {
	return func() lie {
		return func(n, offset, length int, file []byte, rw http.ResponseWriter) bool {
			rw.Header().Set(name, value(n, offset, length, file))
			return false
		}
	}
}

func always(value string) func(int, int, int, []byte) string {
	return func(int, int, int, []byte) string { return value }
}

// capped sends at most so many bytes in an answer.
func capped(most int) func() lie {
	return func() lie {
		return func(_, offset, length int, file []byte, rw http.ResponseWriter) bool {
			_, _ = rw.Write(file[min(offset, len(file)):min(offset+min(length, most), len(file))])
			return true
		}
	}
}

// blocks sends whole blocks of a mebibyte at most.
func blocks(block int) func() lie {
	return func() lie {
		return func(_, offset, length int, file []byte, rw http.ResponseWriter) bool {
			n := min(length, 1<<20) / block * block
			_, _ = rw.Write(file[min(offset, len(file)):min(offset+n, len(file))])
			return true
		}
	}
}

// instead sends another body for every piece from an offset on.
func instead(offset int, body func(file []byte, offset, length int) []byte) func() lie {
	return func() lie {
		return func(_, at, length int, file []byte, rw http.ResponseWriter) bool {
			if at < offset {
				return false
			}
			_, _ = rw.Write(body(file, at, length))
			return true
		}
	}
}

// burst sends at most so many bytes in an answer. When it is known that it does, it refuses four requests: as many as are sent before the last
// bytes are asked for alone.
func burst(most int) func() lie {
	return func() lie {
		told, honest := 0, capped(most)()
		return func(n, offset, length int, file []byte, rw http.ResponseWriter) bool {
			if n > 4 && told < 4 && offset < len(file) {
				told++
				status(404)(rw)
				return true
			}
			return honest(n, offset, length, file, rw)
		}
	}
}

// TestAFileIsRightOrThereIsAnError lets the service lie in every way, for files that end in a piece and at the end of one.
func TestAFileIsRightOrThereIsAnError(t *testing.T) {
	const size, exact = 2*ChunkSize + 70_000, 2 * ChunkSize
	span := func(total string) func(int, int, int, []byte) string {
		return func(_, offset, length int, file []byte) string {
			return fmt.Sprintf("bytes %d-%d/%s", offset, min(offset+length, len(file))-1, total)
		}
	}
	page := func(kind, body string) func(http.ResponseWriter) {
		return func(rw http.ResponseWriter) {
			rw.Header().Set("Content-Type", kind)
			_, _ = rw.Write([]byte(body))
		}
	}
	for _, c := range []struct {
		name string
		size int
		tell func() lie
		good bool // whether the file can and must be right
	}{
		{"the truth", size, nil, true}, {"the truth about whole pieces", exact, nil, true}, {"the truth about nothing", 0, nil, true}, {"the truth about a byte", 1, nil, true},
		{"the truth about two bytes", 2, nil, true}, {"the truth about one piece", ChunkSize, nil, true}, {"the truth about a piece and a byte", ChunkSize + 1, nil, true},
		{"its length", size, header("Content-Range", span(strconv.Itoa(size))), true},
		{"its length, unknown", size, header("Content-Range", span("*")), true},
		{"4 MiB at most", size, capped(4 << 20), true}, {"an odd number at most", size, capped(1_234_567), true}, {"a version", size, header("ETag", always(`"1"`)), true},
		{"64 KiB at most", size, capped(64 << 10), true}, {"61,441 bytes at most", size, capped(61_441), true}, {"a mebibyte, then 64 KiB at most", size, func() lie {
			return func(n, offset, length int, file []byte, rw http.ResponseWriter) bool {
				return capped(map[bool]int{true: 1 << 20, false: 64 << 10}[n == 1])()(n, offset, length, file, rw)
			}
		}, true},
		{"whole blocks of 4 KiB", size, blocks(4 << 10), false}, {"whole blocks of 64 KiB", size, blocks(64 << 10), false},
		{"404 once for the byte behind a short piece", size, once(func(offset int) bool { return offset == size }, status(404)), true},
		{"one refusal of another kind on a strict service", size, func() lie {
			strict, told := strictly(416)(), false
			return func(n, offset, length int, file []byte, rw http.ResponseWriter) bool {
				if !told && offset%ChunkSize != 0 {
					told = true
					status(404)(rw)
					return true
				}
				return strict(n, offset, length, file, rw)
			}
		}, false},
		// What is sent together is refused together. No byte may be lost; the refusals pass, so that the file is there.
		{"a burst of refusals", 300_000, burst(64 << 10), true}, {"a burst of refusals of a service with odd limits", 300_000, burst(100_001), true},
		{"a burst of empty answers", 300_000, func() lie {
			return func(n, _, _ int, _ []byte, _ http.ResponseWriter) bool { return n <= 4 }
		}, true},
		{"empty answers for a second", 300_000, func() lie {
			began := time.Now()
			return func(_, _, _ int, _ []byte, _ http.ResponseWriter) bool { return time.Since(began) < time.Second }
		}, true},
		{"more than its range", size, func() lie {
			return func(_, offset, length int, file []byte, rw http.ResponseWriter) bool {
				if offset != ChunkSize {
					return false
				}
				rw.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", offset, offset+999, len(file)))
				_, _ = rw.Write(file[offset : offset+1777])
				rw.(http.Flusher).Flush()
				return true
			}
		}, false},
		// In the middle: once, so that the file is there for who asks again.
		{"400 once", size, once(from(ChunkSize), status(400)), true}, {"404 once", size, once(from(ChunkSize), status(404)), true},
		{"416 once", size, once(from(ChunkSize), status(416)), true}, {"204 once", size, once(from(ChunkSize), status(204)), true},
		{"an empty answer once", size, once(from(ChunkSize), func(http.ResponseWriter) {}), true},
		{"a short answer once", size, once(from(ChunkSize), page("application/octet-stream", "")), true},
		{"500 once", size, once(from(ChunkSize), status(500)), true}, {"429 once", size, once(from(ChunkSize), status(429)), true},
		// In the middle, for ever.
		{"400", size, behindFrom(ChunkSize, status(400)), false}, {"404", size, behindFrom(ChunkSize, status(404)), false}, {"416", size, behindFrom(ChunkSize, status(416)), false},
		{"204", size, behindFrom(ChunkSize, status(204)), false}, {"nothing", size, behindFrom(ChunkSize, func(http.ResponseWriter) {}), false},
		{"403", size, behindFrom(ChunkSize, status(403)), false},
		// Behind the end.
		{"400 behind whole pieces", exact, behind(status(400)), true}, {"404 behind whole pieces", exact, behind(status(404)), true}, {"410 behind whole pieces", exact, behind(status(410)), true},
		{"416 behind whole pieces", exact, behind(status(416)), true}, {"204 behind whole pieces", exact, behind(status(204)), true}, {"403 behind whole pieces", exact, behind(status(403)), true},
		{"500 behind whole pieces", exact, behind(status(501)), true}, {"a page behind whole pieces", exact, behind(page("text/html", "<html>no</html>")), true},
		{"a message behind whole pieces", exact, behind(page("application/json", `{"message":"no"}`)), true},
		{"416 for all that reaches behind", exact, strictly(416), true}, {"400 for all that reaches behind", exact, strictly(400), true},
		{"416 behind", size, behind(status(416)), true}, {"501 behind", size, behind(status(501)), true},
		// Other files, other forms.
		{"another version in the middle", size, header("ETag", func(_, offset, _ int, _ []byte) string { return strconv.Itoa(offset / ChunkSize) }), false},
		{"another time in the middle", size, header("Last-Modified", func(_, offset, _ int, _ []byte) string { return strconv.Itoa(offset / ChunkSize) }), false},
		{"another version of one piece", ChunkSize / 2, header("ETag", func(n, _, _ int, _ []byte) string { return strconv.Itoa(n) }), false},
		{"an encoding", size, header("Content-Encoding", always("gzip")), false}, {"an encoding in the middle", size, header("Content-Encoding", func(_, offset, _ int, _ []byte) string {
			return map[bool]string{true: "br", false: "identity"}[offset >= ChunkSize]
		}), false},
		{"a page", size, behindFrom(0, page("text/html; charset=utf-8", "<html>log in</html>")), false}, {"a page in the middle", size, behindFrom(ChunkSize, page("text/html", "<html>log in</html>")), false},
		{"a message in the middle", size, behindFrom(ChunkSize, page("application/json", `{"message":"no"}`)), false},
		{"the first piece for ever", size, instead(0, func(file []byte, _, _ int) []byte { return file[:ChunkSize] }), false},
		{"a short piece for ever", size, instead(0, func(file []byte, _, _ int) []byte { return file[:1000] }), false},
		{"one byte for ever", size, instead(0, func(file []byte, _, _ int) []byte { return file[:1] }), false},
		{"the first piece again", size, instead(ChunkSize, func(file []byte, _, length int) []byte { return file[:min(length, ChunkSize)] }), false},
		{"more than was asked for", size, instead(ChunkSize, func(file []byte, offset, length int) []byte { return make([]byte, length+1) }), false},
		{"another place", size, header("Content-Range", func(_, offset, length int, file []byte) string {
			return fmt.Sprintf("bytes %d-%d/%d", offset+offset/ChunkSize, min(offset+length, len(file))-1+offset/ChunkSize, len(file))
		}), false},
		{"a length of 2^63-1", size, header("Content-Range", span("9223372036854775807")), false}, {"a length beyond 2^63", size, header("Content-Range", span("92233720368547758070")), false},
		{"a negative length", size, header("Content-Range", span("-5")), false}, {"a length that is none", size, header("Content-Range", span("many")), false},
		{"a greater length", size, header("Content-Range", span(strconv.Itoa(size+1))), false}, {"a length that changes", size, header("Content-Range", func(n, offset, length int, file []byte) string {
			return span(strconv.Itoa(size+n))(n, offset, length, file)
		}), false},
		{"a span that ends before it begins", size, header("Content-Range", func(_, offset, _ int, _ []byte) string { return fmt.Sprintf("bytes %d-%d/*", offset, offset-1) }), false},
	} {
		for _, stream := range []bool{false, true} {
			t.Run(fmt.Sprint(c.name, map[bool]string{true: ", to a stream"}[stream]), func(t *testing.T) {
				testLie(t, c.size, c.tell, c.good, stream)
			})
		}
	}
}

// behindFrom tells a lie about everything from an offset on.
func behindFrom(offset int, tell func(rw http.ResponseWriter)) func() lie {
	return func() lie {
		return func(_, at, length int, _ []byte, rw http.ResponseWriter) bool {
			if at+length <= offset || at < offset && offset > 0 {
				return false
			}
			tell(rw)
			return true
		}
	}
}

// testLie downloads a file from a service that lies. Where it can be right it has to be, but for a stream, which cannot take back
// what came out of turn; where it cannot, there is an error; and what a stream got is the beginning of the file in any case.
func testLie(t *testing.T, size int, tell func() lie, good, stream bool) {
	w, file := newWorld(t), content(size)
	var told lie
	if tell != nil {
		told = tell()
	}
	n := 0
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		offset, err := strconv.Atoi(r.URL.Query().Get("startOffset"))
		length, err2 := strconv.Atoi(r.URL.Query().Get("length"))
		if err != nil || err2 != nil || length > ChunkSize {
			http.Error(rw, "no such piece", http.StatusBadRequest)
			return
		}
		rw.Header().Set("Content-Type", "application/octet-stream")
		w.mu.Lock()
		n++
		nth, f := n, told
		done := f != nil && f(nth, offset, length, file, rw)
		w.mu.Unlock()
		if !done {
			_, _ = rw.Write(file[min(offset, len(file)):min(offset+length, len(file))])
		}
	})
	fetch := func(to Sink) (int64, error) {
		f, err := w.client(t).Open(t.Context(), fileRequest())
		if err != nil {
			return 0, err
		}
		defer f.Close()
		return f.Fetch(t.Context(), to, 4, nil)
	}
	if stream {
		var to bytes.Buffer
		_, err := fetch(NewOrdered(&to, 4))
		assert.True(t, bytes.HasPrefix(file, to.Bytes()) || !good, "a stream never gets what is wrong")
		if err == nil {
			assert.True(t, good && bytes.Equal(file, to.Bytes()), "%d bytes", to.Len())
		}
		return
	}
	var to shelf
	got, err := fetch(&to)
	if !good {
		assert.Error(t, err, "%d bytes", got)
		return
	}
	require.NoError(t, err)
	assert.EqualValues(t, size, got)
	assert.True(t, bytes.Equal(file, to.bytes[:got]))
}
