package servicetest

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
)

// Answer is an honest answer, about which a lie is told.
type Answer struct {
	Kind   api.Answer // what the operation answers with
	Status int
	Type   string // of the content
	Body   []byte
}

// Forms is a set of what operations answer with.
type Forms uint8

// The forms of answers.
const (
	None     Forms = 1 << api.NoAnswer // nothing
	Document Forms = 1 << api.JSON
	Bytes    Forms = 1 << api.File
	All            = None | Document | Bytes
)

// Lie is one way in which a server, or something in front of it, does not answer as it should.
type Lie struct {
	Name string
	// Right is for which forms of answers a client may still succeed: where the lie does not touch what counts.
	Right Forms
	// Taken is whether the server may have carried the request out, so that a request which must not be sent twice is not sent
	// again.
	Taken bool
	// Heavy is whether it costs so much time or memory that a sample of what there is to test is enough.
	Heavy bool
	// Tell answers a request with the lie.
	Tell func(w http.ResponseWriter, r *http.Request, honest Answer)
}

// Liar is a server that tells one lie about everything.
type Liar struct {
	Lie    *Lie
	Honest func(r *http.Request) Answer // the answer that would be right

	mu       sync.Mutex
	requests []*http.Request
}

// Patience is after how many requests a liar takes a minute for each answer: a client that asks for ever then meets its time limit,
// also in a bubble of testing/synctest, where nothing but waiting takes time.
const Patience = 150

// ServeHTTP answers with the lie.
func (l *Liar) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	l.mu.Lock()
	l.requests = append(l.requests, r)
	count := len(l.requests)
	l.mu.Unlock()
	if count > Patience {
		time.Sleep(time.Minute)
	}
	l.Lie.Tell(w, r, l.Honest(r))
}

// Requests returns what has come in, bodies read.
func (l *Liar) Requests() []*http.Request {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]*http.Request(nil), l.requests...)
}

// Lies returns every lie of the package.
func Lies() []Lie {
	var all []Lie
	for _, list := range [][]Lie{bodyLies(), encodingLies(), valueLies(), statusLies(), redirectLies(), headerLies(), slowLies()} {
		all = append(all, list...)
	}
	return all
}

// Honest is no lie: the answer as it is.
func Honest() Lie {
	return Lie{Name: "no lie", Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) { plain(w, honest, honest.Body) }}
}

// heavy marks a lie as one that costs much.
func heavy(l Lie) Lie {
	l.Heavy = true
	return l
}

// plain answers as the honest answer does, with another body.
func plain(w http.ResponseWriter, honest Answer, body []byte) {
	if honest.Type != "" {
		w.Header().Set("Content-Type", honest.Type)
	}
	w.WriteHeader(honest.Status)
	_, _ = w.Write(body)
}

// raw takes the connection over, so that an answer can be written that is none.
func raw(w http.ResponseWriter, write func(to *bufio.Writer, c net.Conn)) {
	c, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	to := bufio.NewWriter(c)
	write(to, c)
	_ = to.Flush()
	_ = c.Close()
}

// head writes the first line of an answer, the type of the honest one, and more headers.
func head(to io.Writer, honest Answer, headers ...string) {
	fmt.Fprintf(to, "HTTP/1.1 %d Whatever\r\n", honest.Status)
	if honest.Type != "" {
		fmt.Fprintf(to, "Content-Type: %s\r\n", honest.Type)
	}
	for _, h := range headers {
		fmt.Fprintf(to, "%s\r\n", h)
	}
	fmt.Fprint(to, "\r\n")
}

// withBody returns a lie about the body alone.
func withBody(name string, right Forms, body func(honest Answer) []byte) Lie {
	return Lie{Name: name, Right: right, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) { plain(w, honest, body(honest)) }}
}

// withStatus returns a lie that is a status with a type, a body and headers, each a name and its value.
func withStatus(name string, status int, kind, body string, taken bool, headers ...string) Lie {
	return Lie{Name: name, Taken: taken, Tell: func(w http.ResponseWriter, _ *http.Request, _ Answer) {
		w.Header().Set("Content-Type", kind)
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}}
}

const (
	isJSON = "application/json"
	isHTML = "text/html; charset=utf-8"
	page   = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>"
)

// refusal is an error in the form of the service, with a message.
func refusal(message string) string {
	return `{"errorCode":"KLie","message":"` + strings.ReplaceAll(message, `"`, `\"`) + `"}`
}
