package servicetest

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

// Break is one way in which a connection breaks.
type Break struct {
	Name string
	// Taken is whether the server behind takes the request in. Where it is false, nothing of it comes there.
	Taken bool
	// Refused is whether there is no connection at all.
	Refused bool
	// Silent is whether the client is left waiting, so that it needs a short timeout.
	Silent bool
	// Whole is whether the client gets the whole answer after all.
	Whole bool

	act func(x *exchange)
}

// Breaks returns every break of the package.
func Breaks() []Break {
	return []Break{
		{Name: "no break", Taken: true, Whole: true, act: func(x *exchange) { x.relay(x.pass()) }},
		{Name: "refused", Refused: true},
		{Name: "reset before the request was passed on", act: func(x *exchange) { x.reset() }},
		{Name: "end before the request was passed on", act: func(x *exchange) {}},
		{Name: "reset after the request was passed on", Taken: true, act: func(x *exchange) { x.pass(); x.reset() }},
		{Name: "end after the request was passed on", Taken: true, act: func(x *exchange) { x.pass() }},
		{Name: "half-closed after the request was passed on", Taken: true, act: func(x *exchange) { x.pass(); x.halfClose() }},
		{Name: "reset in the first line of the answer", Taken: true, act: func(x *exchange) { x.relay(x.pass()[:7]); x.reset() }},
		{Name: "end in the headers of the answer", Taken: true, act: func(x *exchange) { x.relay(x.pass()[:25]) }},
		{Name: "reset in the body of the answer", Taken: true, act: func(x *exchange) { answer := x.pass(); x.relay(answer[:len(answer)-5]); x.settle(); x.reset() }},
		{Name: "end in the body of the answer", Taken: true, act: func(x *exchange) { answer := x.pass(); x.relay(answer[:len(answer)-1]) }},
		{Name: "half-closed in the body of the answer", Taken: true, act: func(x *exchange) { answer := x.pass(); x.relay(answer[:len(answer)-1]); x.halfClose() }},
		{Name: "rubbish in the place of the answer", Taken: true, act: func(x *exchange) { x.pass(); x.relay([]byte("\x00\x01\x02\r\n\r\n")) }},
		{Name: "silence before the request was passed on", Silent: true, act: func(x *exchange) { x.wait() }},
		{Name: "silence before the answer", Taken: true, Silent: true, act: func(x *exchange) { x.pass(); x.wait() }},
		{Name: "silence in the headers of the answer", Taken: true, Silent: true, act: func(x *exchange) { x.relay(x.pass()[:25]); x.wait() }},
		{Name: "silence in the body of the answer", Taken: true, Silent: true, act: func(x *exchange) { answer := x.pass(); x.relay(answer[:len(answer)-1]); x.wait() }},
		{Name: "slow bytes", Taken: true, Whole: true, act: func(x *exchange) {
			for _, b := range x.pass() {
				x.relay([]byte{b})
				time.Sleep(100 * time.Microsecond)
			}
		}},
		{Name: "the request passed on twice", Taken: true, Whole: true, act: func(x *exchange) { x.pass(); x.relay(x.pass()) }},
	}
}

// Breaker is a proxy over TCP in front of a server, which breaks connections by a plan and counts what passes.
type Breaker struct {
	URL string // of the proxy

	behind   *httptest.Server
	plan     func(n int) *Break
	listener net.Listener
	done     chan struct{}
	running  sync.WaitGroup

	mu    sync.Mutex
	sent  int // requests that the client sent whole
	taken int // requests that the server took in
}

// NewBreaker puts a breaker in front of a handler. plan says how the exchange with a number breaks, counted from 1. With a plan whose
// first break is Refused, nobody listens.
func NewBreaker(t testing.TB, h http.Handler, plan func(n int) *Break) *Breaker {
	b := &Breaker{plan: plan, done: make(chan struct{})}
	b.behind = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		b.taken++
		b.mu.Unlock()
		h.ServeHTTP(w, r)
	}))
	t.Cleanup(b.behind.Close)
	var config net.ListenConfig
	listener, err := config.Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	b.listener, b.URL = listener, "http://"+listener.Addr().String()
	if plan(1).Refused {
		_ = listener.Close()
		return b
	}
	b.running.Go(b.accept)
	t.Cleanup(func() {
		close(b.done)
		_ = listener.Close()
		b.running.Wait()
	})
	return b
}

// Sent returns how many requests the client has sent whole.
func (b *Breaker) Sent() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.sent
}

// Taken returns how many requests the server behind has taken in.
func (b *Breaker) Taken() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.taken
}

func (b *Breaker) accept() {
	for {
		c, err := b.listener.Accept()
		if err != nil {
			return
		}
		b.running.Go(func() { b.serve(c.(*net.TCPConn)) })
	}
}

// serve carries one exchange; a client that wants more connects again.
func (b *Breaker) serve(c *net.TCPConn) {
	defer c.Close()
	request, err := http.ReadRequest(bufio.NewReader(c))
	if err != nil {
		return
	}
	body, err := io.ReadAll(request.Body)
	if err != nil {
		return
	}
	b.mu.Lock()
	b.sent++
	n := b.sent
	b.mu.Unlock()
	b.plan(n).act(&exchange{b, c, request, body})
}

// exchange is one request of a client, and the connection for its answer.
type exchange struct {
	breaker *Breaker
	client  *net.TCPConn
	request *http.Request
	body    []byte
}

// pass passes the request on to the server and returns its answer as it came. The connection ends behind the answer.
func (x *exchange) pass() []byte {
	var dialer net.Dialer
	server, err := dialer.DialContext(context.Background(), "tcp", x.breaker.behind.Listener.Addr().String())
	if err != nil {
		return nil
	}
	defer server.Close()
	request := x.request.Clone(context.Background())
	request.Body, request.Close = io.NopCloser(bytes.NewReader(x.body)), true
	if request.Write(server) != nil {
		return nil
	}
	answer, _ := io.ReadAll(server)
	return answer
}

// relay sends a part of an answer to the client.
func (x *exchange) relay(part []byte) { _, _ = x.client.Write(part) }

// reset ends the connection so that the client gets an error for what it reads.
func (x *exchange) reset() {
	_ = x.client.SetLinger(0)
	_ = x.client.Close()
}

// halfClose ends what the client reads, and leaves open what it writes until it closes the connection itself.
func (x *exchange) halfClose() {
	_ = x.client.CloseWrite()
	x.wait()
}

// settle leaves the client time to read what was sent: a reset may overtake it.
func (x *exchange) settle() { time.Sleep(5 * time.Millisecond) }

// wait says nothing until the client closes the connection or the test ends.
func (x *exchange) wait() {
	gone := make(chan struct{})
	go func() {
		_, _ = io.Copy(io.Discard, x.client)
		close(gone)
	}()
	select {
	case <-gone:
	case <-x.breaker.done:
	}
}
