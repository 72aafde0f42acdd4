package service

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

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
