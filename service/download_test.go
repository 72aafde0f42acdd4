package service

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// content is bytes that no chunk repeats. They are made once: nobody changes them.
func content(size int) []byte { return allContent()[:size:size] }

var allContent = sync.OnceValue(func() []byte {
	b := make([]byte, 10*ChunkSize)
	_, _ = rand.NewChaCha8([32]byte{7}).Read(b)
	return b
})

func fileRequest() *api.Request {
	return api.NewRequest(&api.DownloadFilesFromRecovery).SetNamed("id", "1:2:3")
}

// shelf is a Sink in memory.
type shelf struct {
	mu    sync.Mutex
	bytes []byte
	whole map[int64]bool
	fails error
}

func (s *shelf) WriteAt(p []byte, offset int64) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fails != nil {
		return 0, s.fails
	}
	if need := int(offset) + len(p); need > len(s.bytes) {
		s.bytes = append(s.bytes, make([]byte, need-len(s.bytes))...)
	}
	return copy(s.bytes[offset:], p), nil
}

func (s *shelf) ReadAt(p []byte, offset int64) (int, error) {
	return bytes.NewReader(s.bytes).ReadAt(p, offset)
}

func (s *shelf) Has(chunk int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.whole[chunk]
}

func (s *shelf) Done(chunk int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.whole == nil {
		s.whole = make(map[int64]bool)
	}
	s.whole[chunk] = true
}

// spoiler may answer a request for a chunk itself, and tells whether it did. n counts requests from 1.
type spoiler func(n int, offset int, rw http.ResponseWriter, chunk []byte) bool

// serve delivers a file in chunks, each after spoil had a look at the request.
func (w *world) serve(file []byte, spoil spoiler) {
	var count atomic.Int64
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		start, _ := strconv.Atoi(r.URL.Query().Get("startOffset"))
		length, err := strconv.Atoi(r.URL.Query().Get("length"))
		if err != nil {
			length = len(file)
		}
		chunk := file[min(start, len(file)):min(start+length, len(file))]
		if spoil == nil || !spoil(int(count.Add(1)), start, rw, chunk) {
			_, _ = rw.Write(chunk)
		}
	})
}

// fetch fetches the file that the world serves.
func (w *world) fetch(t *testing.T, to Sink, parallel int, told Progress) (int64, error) {
	f, err := w.client(t).Open(t.Context(), fileRequest())
	require.NoError(t, err)
	defer f.Close()
	return f.Fetch(t.Context(), to, parallel, told)
}

func TestFetchPutsPiecesTogether(t *testing.T) {
	for _, parallel := range []int{1, 4} {
		for _, size := range []int{0, 1, ChunkSize - 1, ChunkSize, ChunkSize + 1, 2 * ChunkSize, 5*ChunkSize + 12345} {
			t.Run(fmt.Sprintf("%d, %d at once", size, parallel), func(t *testing.T) {
				w, file := newWorld(t), content(size)
				w.serve(file, nil)
				var to shelf
				var told int64
				n, err := w.fetch(t, &to, parallel, func(done, _ int64) { told = done })
				require.NoError(t, err)
				assert.EqualValues(t, size, n)
				assert.EqualValues(t, size, told)
				assert.True(t, bytes.Equal(file, to.bytes))
				assert.Len(t, to.whole, size/ChunkSize, "which of its chunks are whole")

				var stream bytes.Buffer
				n, err = w.fetch(t, NewOrdered(&stream, parallel), parallel, nil)
				require.NoError(t, err)
				assert.EqualValues(t, size, n)
				assert.True(t, bytes.Equal(file, stream.Bytes()))
			})
		}
	}
}

// TestPiecesComeAtTheSameTime holds every answer back until four are asked for.
func TestPiecesComeAtTheSameTime(t *testing.T) {
	w, file := newWorld(t), content(4*ChunkSize)
	var waiting sync.WaitGroup
	waiting.Add(4)
	w.serve(file, func(n, _ int, _ http.ResponseWriter, chunk []byte) bool {
		if n <= 4 {
			waiting.Done()
			waiting.Wait()
		}
		return false
	})
	f := &File{client: w.client(t), request: fileRequest(), chunks: true, Total: int64(len(file))}
	var to shelf
	_, err := f.Fetch(t.Context(), &to, 4, nil)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(file, to.bytes))
	assert.Equal(t, 4, w.count(), "an announced end is not looked for")
}

func TestASmallFileCostsFourRequests(t *testing.T) {
	w := newWorld(t)
	w.serve(content(1000), nil)
	_, err := w.fetch(t, &shelf{}, 4, nil)
	require.NoError(t, err)
	assert.Equal(t, 4, w.count(), "three of them at once: there is no other proof of its end")
}

func TestWhatIsThereIsNotFetchedAgain(t *testing.T) {
	w, file := newWorld(t), content(4*ChunkSize+99)
	asked := make(map[int]bool)
	var mu sync.Mutex
	w.serve(file, func(_, offset int, _ http.ResponseWriter, _ []byte) bool {
		mu.Lock()
		defer mu.Unlock()
		asked[offset/ChunkSize] = true
		return false
	})
	to := &shelf{bytes: bytes.Clone(file[:3*ChunkSize]), whole: map[int64]bool{1: true, 2: true}}
	var told int64
	n, err := w.fetch(t, to, 2, func(done, _ int64) { told = done })
	require.NoError(t, err)
	assert.EqualValues(t, len(file), n)
	assert.EqualValues(t, len(file), told, "what was there counts")
	assert.True(t, bytes.Equal(file, to.bytes))
	assert.False(t, asked[1] || asked[2])
}

func TestAChangedFileIsNoticed(t *testing.T) {
	w, file := newWorld(t), content(6*ChunkSize)
	w.serve(file, nil)
	kept := []int64{0, 1, 2, 4}
	same := func(change int) bool {
		to := &shelf{bytes: bytes.Clone(file)}
		if change >= 0 {
			to.bytes[change]++
		}
		f, err := w.client(t).Open(t.Context(), fileRequest())
		require.NoError(t, err)
		defer f.Close()
		ok, err := f.Unchanged(t.Context(), to, kept)
		require.NoError(t, err)
		return ok
	}
	assert.True(t, same(-1))
	assert.False(t, same(ChunkSize/2), "the first chunk is compared as a whole")
	assert.False(t, same(2*ChunkSize-1))
	assert.False(t, same(5*ChunkSize-1), "and the last one at its end")
	w.serve(file[:4*ChunkSize], nil)
	assert.False(t, same(-1), "the file has become shorter")
}

// TestWhatIsKeptStaysWhateverAnAnswerBrings compares what was kept with a service that limits its answers, or fails once: neither says that
// the file has changed.
func TestWhatIsKeptStaysWhateverAnAnswerBrings(t *testing.T) {
	w, file := newWorld(t), content(3*ChunkSize)
	kept := []int64{0, 1, 2}
	limited := func(most int) spoiler {
		return func(_, _ int, rw http.ResponseWriter, chunk []byte) bool {
			_, _ = rw.Write(chunk[:min(most, len(chunk))])
			return true
		}
	}
	failing := func(when func(n int) bool, fail func(rw http.ResponseWriter, chunk []byte)) spoiler {
		return func(n, _ int, rw http.ResponseWriter, chunk []byte) bool {
			if when(n) {
				fail(rw, chunk)
			}
			return when(n)
		}
	}
	nothing := func(http.ResponseWriter, []byte) {}
	refusal := func(rw http.ResponseWriter, _ []byte) { status(http.StatusRequestedRangeNotSatisfiable)(rw) }
	first, second := func(n int) bool { return n == 1 }, func(n int) bool { return n == 2 }
	later := func(n int) bool { return n > 1 }
	for name, c := range map[string]struct {
		spoil spoiler
		same  bool
	}{
		"64 KiB at most":         {limited(64 << 10), true},
		"a mebibyte at most":     {limited(1 << 20), true},
		"a thousand bytes":       {limited(1000), true},
		"nothing first":          {failing(first, nothing), true},
		"nothing once":           {failing(second, nothing), true},
		"a piece once":           {failing(second, func(rw http.ResponseWriter, chunk []byte) { _, _ = rw.Write(chunk[:10]) }), true},
		"a refusal once":         {failing(second, refusal), true},
		"nothing any more":       {failing(later, nothing), false},
		"refusals from there on": {failing(later, refusal), false},
		"nothing at all":         {failing(func(int) bool { return true }, nothing), false},
	} {
		w.serve(file, c.spoil)
		for _, change := range []int{-1, 5, 2*ChunkSize - 1} {
			to := &shelf{bytes: bytes.Clone(file)}
			if change >= 0 {
				to.bytes[change]++
			}
			f, err := w.client(t).Open(t.Context(), fileRequest())
			require.NoError(t, err, name)
			same, err := f.Unchanged(t.Context(), to, kept)
			require.NoError(t, f.Close())
			require.NoError(t, err, name)
			assert.Equal(t, c.same && change < 0, same, "%s, changed at %d", name, change)
			w.serve(file, c.spoil) // counts anew
		}
	}
}

func TestFetchFromAServiceWithItsOwnIdeaOfPieces(t *testing.T) {
	file := content(2*ChunkSize + 100_000)
	for name, spoil := range map[string]spoiler{
		"short chunks": func(_, _ int, rw http.ResponseWriter, chunk []byte) bool {
			_, _ = rw.Write(chunk[:min(len(chunk), 3_000_000)])
			return true
		},
		"416 behind the end": func(_, _ int, rw http.ResponseWriter, chunk []byte) bool {
			if len(chunk) == 0 {
				rw.WriteHeader(http.StatusRequestedRangeNotSatisfiable)
			}
			return len(chunk) == 0
		},
		"a refusal behind the end": func(_, _ int, rw http.ResponseWriter, chunk []byte) bool {
			if len(chunk) == 0 {
				rw.WriteHeader(http.StatusBadRequest)
			}
			return len(chunk) == 0
		},
		"an announced total": func(n, offset int, rw http.ResponseWriter, chunk []byte) bool {
			rw.Header().Set("Content-Range", fmt.Sprintf("bytes */%d", len(file)))
			assert.LessOrEqual(t, n, 3, "nothing is asked for behind the end")
			return false
		},
		"a line that breaks": func(n, _ int, rw http.ResponseWriter, chunk []byte) bool {
			if n > 6 || len(chunk) == 0 {
				return false
			}
			rw.Header().Set("Content-Length", strconv.Itoa(len(chunk)))
			_, _ = rw.Write(chunk[:len(chunk)/3])
			rw.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.serve(file, spoil)
			var to shelf
			_, err := w.fetch(t, &to, 3, nil)
			require.NoError(t, err)
			assert.True(t, bytes.Equal(file, to.bytes))
		})
	}
}

func TestFetchGivesUpOnAServiceThatIgnoresOffsets(t *testing.T) {
	w := newWorld(t)
	w.answer(func(rw http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(rw, "always the same") })
	_, err := w.fetch(t, &shelf{}, 4, nil)
	assert.ErrorIs(t, err, ErrSameChunk)
	assert.LessOrEqual(t, w.count(), 16)
	w.serve(content(3*ChunkSize), func(_, _ int, rw http.ResponseWriter, _ []byte) bool {
		_, _ = rw.Write(content(3 * ChunkSize))
		return true
	})
	_, err = w.fetch(t, &shelf{}, 4, nil)
	assert.ErrorIs(t, err, ErrWrongChunk)
}

func TestAFileWithAHoleIsNotTakenForWhole(t *testing.T) {
	w, file := newWorld(t), content(4*ChunkSize)
	var later sync.WaitGroup
	later.Add(1)
	came := sync.OnceFunc(later.Done)
	w.serve(file, func(_, offset int, rw http.ResponseWriter, _ []byte) bool {
		switch offset / ChunkSize {
		case 1:
			later.Wait() // until a later chunk is there
			time.Sleep(100 * time.Millisecond)
			return true // nothing
		case 2:
			defer came()
		}
		return false
	})
	_, err := w.fetch(t, &shelf{}, 3, nil)
	assert.ErrorIs(t, err, ErrNoEnd)
	w.serve(file, func(_, offset int, rw http.ResponseWriter, chunk []byte) bool {
		rw.Header().Set("Content-Range", fmt.Sprintf("bytes */%d", len(file)))
		if offset == 2*ChunkSize {
			_, _ = rw.Write(chunk[:5])
		}
		return offset >= 2*ChunkSize
	})
	_, err = w.fetch(t, &shelf{}, 1, nil)
	assert.EqualError(t, err, "The service announced a file of 33554432 bytes, but it ended after 16777221 bytes.")
}

func TestSeveralRequestsRenewATokenOnce(t *testing.T) {
	w, file := newWorld(t), content(6*ChunkSize)
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "Bearer "+strings.TrimPrefix(w.Token(), "Bearer ") && r.URL.Query().Get("startOffset") != "0" {
			rw.WriteHeader(http.StatusUnauthorized)
			return
		}
		start, _ := strconv.Atoi(r.URL.Query().Get("startOffset"))
		_, _ = rw.Write(file[min(start, len(file)):min(start+ChunkSize, len(file))])
	})
	var to shelf
	_, err := w.fetch(t, &to, 4, nil)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(file, to.bytes))
	assert.Equal(t, 1, w.refreshed)
}

func TestAFileInOneAnswerIsFetchedAgainWhenItBreaks(t *testing.T) {
	w, file := newWorld(t), content(300_000)
	w.serve(file, func(n, _ int, rw http.ResponseWriter, chunk []byte) bool {
		if n > 1 {
			return false
		}
		rw.Header().Set("Content-Length", strconv.Itoa(len(chunk)))
		_, _ = rw.Write(chunk[:1000])
		rw.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	})
	f, err := w.client(t).Open(t.Context(), api.NewRequest(&api.DownloadAgent))
	require.NoError(t, err)
	var to shelf
	n, err := f.Fetch(t.Context(), &to, 4, nil)
	require.NoError(t, err)
	assert.EqualValues(t, len(file), n)
	assert.True(t, bytes.Equal(file, to.bytes))
}

func TestAStreamThatBreaksEndsTheFetch(t *testing.T) {
	w := newWorld(t)
	w.serve(content(9*ChunkSize), nil)
	_, err := w.fetch(t, NewOrdered(fullDisk{}, 4), 4, nil)
	assert.ErrorIs(t, err, syscall.ENOSPC)
	w.serve(content(9*ChunkSize), func(_, offset int, rw http.ResponseWriter, _ []byte) bool {
		if offset/ChunkSize == 2 {
			rw.WriteHeader(http.StatusNotFound)
			return true
		}
		return false
	})
	var stream bytes.Buffer
	_, err = w.fetch(t, NewOrdered(&stream, 4), 4, nil)
	var refused *Error
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, NotFound, refused.Kind())
	assert.True(t, bytes.HasPrefix(content(9*ChunkSize), stream.Bytes()))
}

func TestFetchSendsAWishedPieceAsItIs(t *testing.T) {
	w := newWorld(t)
	w.serve(content(1000), nil)
	f, err := w.client(t).Open(t.Context(), fileRequest().SetNamed("startOffset", "10").SetNamed("length", "5"))
	require.NoError(t, err)
	var got shelf
	_, err = f.Fetch(t.Context(), &got, 4, nil)
	require.NoError(t, err)
	assert.Equal(t, content(1000)[10:15], got.bytes)
	require.Len(t, w.requests, 1)
	assert.Equal(t, "startOffset=10&length=5", w.requests[0].URL.RawQuery)
}

func TestFetchStopsWhenTheDiskIsFull(t *testing.T) {
	w := newWorld(t)
	w.serve(content(3*ChunkSize), nil)
	_, err := w.fetch(t, &shelf{fails: syscall.ENOSPC}, 1, nil)
	assert.ErrorIs(t, err, syscall.ENOSPC)
	assert.Equal(t, 1, w.count())
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, syscall.ENOSPC }
