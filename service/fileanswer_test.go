package service

import (
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// piece returns an answer with a Content-Range and a length, where they are not "".
func piece(span, length string) *Answer {
	h := http.Header{}
	if span != "" {
		h.Set("Content-Range", span)
	}
	if length != "" {
		h.Set("Content-Length", length)
	}
	return &Answer{Status: http.StatusOK, Header: h, Body: io.NopCloser(strings.NewReader(""))}
}

// TestWhatAnAnswerSaysOfItsBytes checks which answers to a request for 10 bytes from the 100th on are believed, and how many bytes of them.
func TestWhatAnAnswerSaysOfItsBytes(t *testing.T) {
	for _, test := range []struct {
		span, length string
		fits         bool
		wanted       int64
	}{
		{"", "", true, 10}, {"", "10", true, 10}, {"", "9", true, 10}, {"", "11", false, 10},
		{"bytes 100-109/1000", "10", true, 10}, {"bytes 100-109/*", "", true, 10}, {"bytes 100-104/1000", "5", true, 5}, {"bytes 100-100/1000", "1", true, 1},
		{"bytes 100-104/1000", "4", false, 5}, {"bytes 100-104/1000", "6", false, 5}, {"bytes 101-110/1000", "10", false, 10}, {"bytes 99-108/1000", "10", false, 10},
		{"bytes 100-99/1000", "", false, 0}, {"bytes */1000", "10", true, 10}, {"bytes 100-200/1000", "", true, 10},
	} {
		a := piece(test.span, test.length)
		assert.Equal(t, test.fits, a.fits(100, 10) == nil, "%q of %q", test.span, test.length)
		assert.Equal(t, test.wanted, a.wanted(10), "%q of %q", test.span, test.length)
	}
}

func TestVersionsAndLengthsOfFiles(t *testing.T) {
	a := piece("bytes 0-9/"+strconv.Itoa(maxFile), "")
	f := &File{chunks: true}
	require.NoError(t, f.inspect(a))
	assert.EqualValues(t, maxFile, f.Total)
	assert.Empty(t, f.Version)
	a.Header.Set("Last-Modified", "then")
	require.NoError(t, f.inspect(a))
	assert.Equal(t, "then", f.Version)
	a.Header.Set("ETag", `"1"`)
	require.NoError(t, f.inspect(a))
	assert.Equal(t, `"1"`, f.Version, "which says more than a time")
	a.Header.Set("Last-Modified", "later")
	assert.ErrorIs(t, f.inspect(a), ErrChanged)
	assert.ErrorIs(t, (&File{}).inspect(piece("bytes 0-9/"+strconv.Itoa(maxFile+1), "")), ErrLength)
}

// TestEndsThatCannotBeTold checks of which bodies a connection that was cut could pass for the end.
func TestEndsThatCannotBeTold(t *testing.T) {
	for _, test := range []struct {
		resp   http.Response
		framed bool
	}{
		{http.Response{ProtoMajor: 1, ContentLength: -1}, false}, {http.Response{ProtoMajor: 1, ContentLength: 0}, true}, {http.Response{ProtoMajor: 1, ContentLength: 5}, true},
		{http.Response{ProtoMajor: 1, ContentLength: -1, TransferEncoding: []string{"chunked"}}, true}, {http.Response{ProtoMajor: 2, ContentLength: -1}, true},
	} {
		assert.Equal(t, test.framed, isFramed(&test.resp), "%+v", test.resp)
	}
}

func TestNamesOfFiles(t *testing.T) {
	for header, want := range map[string]string{`attachment; filename="a b.zip"`: "a b.zip", "attachment; filename=a.zip": "a.zip", "attachment": "", "": "", `attachment; filename="a`: ""} {
		assert.Equal(t, want, (&Answer{Header: http.Header{"Content-Disposition": {header}}}).fileName(), header)
	}
}

func TestAnswersWithoutContent(t *testing.T) {
	for text, empty := range map[string]bool{"": true, "x": false} {
		a := &Answer{Body: io.NopCloser(strings.NewReader(text))}
		assert.Equal(t, empty, a.isEmpty())
		whole, err := io.ReadAll(a.Body)
		require.NoError(t, err)
		assert.Equal(t, text, string(whole), "nothing of it is lost")
	}
	assert.False(t, (&Answer{Body: io.NopCloser(iotest.ErrReader(io.ErrUnexpectedEOF))}).isEmpty(), "what was cut off may have had something")
}

// zeros is a file of nothing but zeros.
type zeros struct{}

func (zeros) ReadAt(p []byte, _ int64) (int, error) {
	clear(p)
	return len(p), nil
}

// TestWhatIsComparedOfAKeptFile checks that samples are spread over what was kept, to its very end.
func TestWhatIsComparedOfAKeptFile(t *testing.T) {
	for _, kept := range [][]int64{{3}, {1, 2, 3}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 40}} {
		w := newWorld(t)
		var asked []int64
		w.answer(func(rw http.ResponseWriter, r *http.Request) {
			offset, _ := strconv.ParseInt(r.URL.Query().Get("startOffset"), 10, 64)
			length, _ := strconv.Atoi(r.URL.Query().Get("length"))
			asked = append(asked, offset)
			_, _ = rw.Write(make([]byte, length))
		})
		f := &File{client: w.client(t), request: fileRequest(), chunks: true}
		same, err := f.Unchanged(t.Context(), zeros{}, kept)
		require.NoError(t, err)
		assert.True(t, same)
		assert.Len(t, asked, min(samples, len(kept)))
		assert.Equal(t, kept[0]*ChunkSize+ChunkSize-sampleSize, asked[0])
		assert.Equal(t, kept[len(kept)-1]*ChunkSize+ChunkSize-sampleSize, asked[len(asked)-1])
		assert.Len(t, asked, len(slices.Compact(slices.Sorted(slices.Values(asked)))), "no place twice")
	}
}
