package service

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/IBM/go-sdk-core/v5/core"
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

func TestTextsAreShortenedByRunes(t *testing.T) {
	assert.Equal(t, "日本語", shortened("日本語", 3))
	assert.Equal(t, "日本…", shortened("日本語", 2))
	assert.Equal(t, "abc", shortened("abc", 3))
	assert.Equal(t, "ab…", shortened("abc", 2))
}

func TestAddressesThatAreTheSame(t *testing.T) {
	const a = "https://a.us-east.backup-recovery.cloud.ibm.com"
	for b, same := range map[string]bool{a: true, a + "/": true, a + "/v2": true, a + ":444": false, "https://b.us-east.backup-recovery.cloud.ibm.com": false, "": false, "://": false} {
		assert.Equal(t, same, sameBase(a, b), b)
		assert.Equal(t, same, sameBase(b, a), b)
	}
}

// TestWhatMayBeWaitedOut checks which failures of an identity service may pass by themselves.
func TestWhatMayBeWaitedOut(t *testing.T) {
	for status, passes := range map[int]bool{0: true, 400: false, 401: false, 499: false, 500: true, 503: true} {
		err := &LoginError{Err: core.NewAuthenticationError(&core.DetailedResponse{StatusCode: status}, errors.New("no"))}
		assert.Equal(t, passes, Transient(err), status)
	}
	assert.False(t, Transient(&LoginError{}))
	for status, passes := range map[int]bool{429: true, 503: true, 500: true, 501: false, 400: false, 403: false, 404: false} {
		assert.Equal(t, passes, Transient(&Error{Status: status}), status)
	}
}

func TestWhatTheResourceControllerLeavesOut(t *testing.T) {
	full := resource{GUID: "g", Region: "us-east"}
	assert.Equal(t, "https://g.us-east.backup-recovery.cloud.ibm.com", full.instance().Public)
	assert.Equal(t, "https://g.private.us-east.backup-recovery.cloud.ibm.com", full.instance().Private)
	for _, r := range []resource{{GUID: "g"}, {Region: "us-east"}, {}} {
		assert.Empty(t, r.instance().Public)
		assert.Empty(t, r.instance().Private)
	}
}

func TestTheNextPageIsOnTheSameHost(t *testing.T) {
	base, err := url.Parse("https://resource-controller.cloud.ibm.com")
	require.NoError(t, err)
	for next, want := range map[string]string{"": "", "/v2/x?start=1": "/v2/x?start=1", "https://resource-controller.cloud.ibm.com/v2/y": "/v2/y"} {
		got, err := nextPage(base, next)
		require.NoError(t, err, next)
		assert.Equal(t, want, got)
	}
	for _, next := range []string{"https://elsewhere.example/v2", "//elsewhere.example/v2", "https://resource-controller.cloud.ibm.com:444/", "http://[::1", "\x7f"} {
		_, err := nextPage(base, next)
		assert.Error(t, err, next)
	}
}

// TestSecretsThatAreTooShortToBeTold checks the shortest secret that an answer is searched for.
func TestSecretsThatAreTooShortToBeTold(t *testing.T) {
	short, long := strings.Repeat("s", shortestEcho-1), strings.Repeat("s", shortestEcho)
	assert.Empty(t, secretsInHeaders(http.Header{"Authorization": {"Bearer " + short}}))
	assert.Equal(t, []string{long}, secretsInHeaders(http.Header{"Authorization": {"Bearer " + long}, "Accept": {long + "x"}}))
	assert.Empty(t, secretsInBody([]byte(`{"password":"`+short+`","name":"`+long+`"}`)))
	assert.Equal(t, []string{long}, secretsInBody([]byte(`{"password":"`+long+`"}`)))
	assert.Equal(t, []string{long + `"`, long + `\"`}, secretsInBody([]byte(`{"password":"`+long+`\""}`)), "as it is and as JSON writes it")
}

// TestWhichInstanceIsMeant checks every reason for which one of several is taken, and that none is where two would do.
func TestWhichInstanceIsMeant(t *testing.T) {
	a := Instance{Name: "a", GUID: "1", Region: "us-east", Group: "ops", State: "active"}
	b := Instance{Name: "b", GUID: "2", Region: "eu-de", Group: "dev", State: "active"}
	again := Instance{Name: "a", GUID: "3", Region: "eu-de", Group: "dev", State: "provisioning"}
	gone := Instance{Name: "c", GUID: "4", Region: "eu-de", Group: "dev", State: "removed"}
	for _, test := range []struct {
		list                []Instance
		word, region, group string
		guid                string // "" for none
		preferred           bool
		found               int // of which none was taken
		twice               bool
	}{
		{list: []Instance{a}, guid: "1"}, {list: []Instance{again}, guid: "3"}, {list: nil},
		{list: []Instance{a, b}, found: 2}, {list: []Instance{a, b}, word: "b", guid: "2"}, {list: []Instance{a, b}, region: "us-east", guid: "1"}, {list: []Instance{a, b}, region: "jp-tok", found: 2},
		{list: []Instance{a, b}, group: "dev", guid: "2", preferred: true}, {list: []Instance{a, b}, group: "web", found: 2},
		{list: []Instance{again, b}, guid: "2"}, {list: []Instance{again, gone}, found: 2}, {list: []Instance{a, b, gone}, found: 3},
		{list: []Instance{a, again}, word: "a", found: 2, twice: true}, {list: []Instance{a, again}, word: "a", group: "ops", guid: "1", preferred: true}, {list: []Instance{a, again, b}, word: "a", found: 2, twice: true},
		{list: []Instance{a, b}, word: "x", found: 2}, {list: []Instance{a, again}, word: "a", region: "eu-de", guid: "3"},
	} {
		chosen, preferred, err := choose(test.list, test.word, test.region, test.group)
		if test.guid != "" {
			if assert.NoError(t, err, "%+v", test) {
				assert.Equal(t, test.guid, chosen.GUID, "%+v", test)
				assert.Equal(t, test.preferred, preferred, "%+v", test)
			}
			continue
		}
		var none *NoInstance
		if assert.ErrorAs(t, err, &none, "%+v", test) {
			assert.Len(t, none.Found, test.found, "%+v", test)
			assert.Equal(t, test.twice, none.Twice, "%+v", test)
		}
	}
}

// TestAStreamTakesPiecesInTheirOrder checks that a worker which is too far ahead waits until its turn has come near, or until the stream ends
// or breaks.
func TestAStreamTakesPiecesInTheirOrder(t *testing.T) {
	var out strings.Builder
	o := NewOrdered(&out, 2)
	write := func(offset int64, text string) chan error {
		done := make(chan error, 1)
		go func() {
			n, err := o.WriteAt([]byte(text), offset)
			if err == nil && n != len(text) {
				err = io.ErrShortWrite
			}
			done <- err
		}()
		return done
	}
	waits := func(done chan error) {
		select {
		case err := <-done:
			t.Fatalf("it does not wait: %v", err)
		case <-time.After(30 * time.Millisecond):
		}
	}
	first := strings.Repeat("x", ChunkSize)
	require.NoError(t, <-write(ChunkSize, "b"), "the second piece may be begun")
	third := write(2*ChunkSize, "c")
	waits(third)
	require.NoError(t, <-write(0, first[:ChunkSize-1]))
	waits(third)
	require.NoError(t, <-write(ChunkSize-1, "a"))
	require.NoError(t, <-third)
	assert.Equal(t, first[1:]+"ab", out.String()[0:], "what waited comes behind")

	far := write(9*ChunkSize, "z")
	waits(far)
	o.end(3 * ChunkSize)
	assert.ErrorIs(t, <-far, io.ErrShortWrite, "nothing comes behind the end")
	assert.ErrorIs(t, <-write(3*ChunkSize, "z"), io.ErrShortWrite)
	require.NoError(t, <-write(ChunkSize+1, "more"))
	o.goOn()
	far = write(9*ChunkSize, "z")
	waits(far)
	o.end(3 * ChunkSize)
	<-far

	broken := NewOrdered(fullDisk{}, 1)
	o = broken
	far = write(ChunkSize, "b")
	waits(far)
	assert.ErrorIs(t, <-write(0, "a"), syscall.ENOSPC)
	assert.ErrorIs(t, <-far, syscall.ENOSPC)
}

// TestNamesThatHoldSecretsBesideOthers checks which objects are looked into instead of hidden as a whole.
func TestNamesThatHoldSecretsBesideOthers(t *testing.T) {
	for name, is := range map[string]bool{"credentials": true, "sqlCredentials": true, "credentialsList": true, "authHeaders": true, "headers": false, "list": false, "listCredentials": true, "hostList": false, "credential": false, "authToken": false, "": false, "headersAuth": false} {
		assert.Equal(t, is, collection(name), name)
	}
}

func TestAddressesWithPasswordsAreShownWithout(t *testing.T) {
	for address, want := range map[string]string{
		"https://me:secret@host/x": "https://" + hidden + "@host/x", "me:secret@host": hidden + "@host", "@host": hidden + "@host", "://me@host": "://" + hidden + "@host",
		"https://host:8443/x": "https://host:8443/x", "https://[::1]:8443/": "https://[::1]:8443/", "host:secret": "host:" + hidden, "https://me:secret": "https://me:" + hidden, "": "",
	} {
		assert.Equal(t, want, RedactAddress(address), address)
	}
	t.Setenv("HTTPS_PROXY", "http://me:four@proxy:3128")
	assert.Equal(t, "no route to "+hidden+"@proxy", RedactText("no route to me:four@proxy"))
	assert.NotContains(t, RedactText("the password four was refused"), "four")
	t.Setenv("HTTPS_PROXY", "http://me:www@proxy:3128")
	assert.Equal(t, "www.example.com was not found", RedactText("www.example.com was not found"), "a password as short as a word is one")
}

func TestHowLongAServiceAsksToWait(t *testing.T) {
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]time.Duration{
		"": 0, "5": 5 * time.Second, "0": 0, "-5": 0, "99999999999": (1<<31 - 1) * time.Second, "-99999999999": 0, "soon": 0, "1.5": 0,
		"Sat, 28 Nov 2026 12:00:30 GMT": 30 * time.Second, "Sat, 28 Nov 2026 11:00:00 GMT": 0,
	} {
		assert.Equal(t, want, retryAfter(http.Header{"Retry-After": {text}}, now), text)
	}
}

// TestATraceHasTheBeginningOfABody checks what is kept of a long body, in whatever pieces it is read.
func TestATraceHasTheBeginningOfABody(t *testing.T) {
	for _, size := range []int{10, traceBody, traceBody + 1, 3*traceBody + 7} {
		for _, piece := range []int{1000, traceBody, 4 * traceBody} {
			var seen []byte
			more := -1
			body := &tracedBody{ReadCloser: io.NopCloser(strings.NewReader(strings.Repeat("x", size))), done: func(s []byte, m int) { seen, more = s, m }}
			n, err := io.CopyBuffer(io.Discard, struct{ io.Reader }{body}, make([]byte, piece))
			require.NoError(t, err)
			assert.EqualValues(t, size, n)
			assert.Len(t, seen, min(size, traceBody))
			assert.Equal(t, max(0, size-traceBody), more)
		}
	}
}
