// Package servicetest has servers for tests of what talks to a server: one that lies, one whose connections break, and one that
// delivers a file wrongly. Its lists of lies are values, so that what is new is put through all of them.
package servicetest

import (
	"context"
	"net"
	"net/http"
	"os"
	"sync"
	"syscall"
)

// Network is a network in memory, in which servers listen at addresses such as https://instance. Connections to https addresses
// are as good as encrypted, and are not. It works in a bubble of testing/synctest, where time passes only while everybody waits, so
// that pauses and silence take no time. Whoever makes it closes it.
type Network struct {
	mu        sync.Mutex
	listeners map[string]*listener // by scheme and address
	servers   []*http.Server
	dialed    []string
	carrier   *http.Transport
}

// NewNetwork returns a network without any server.
func NewNetwork() *Network {
	n := &Network{listeners: map[string]*listener{}}
	dial := func(scheme string) func(ctx context.Context, network, address string) (net.Conn, error) {
		return func(ctx context.Context, _, address string) (net.Conn, error) {
			return n.dial(ctx, scheme+"://"+address)
		}
	}
	n.carrier = &http.Transport{DialContext: dial("http"), DialTLSContext: dial("https"), MaxIdleConnsPerHost: 16}
	return n
}

// Serve lets a handler answer at an address: a scheme, a host and a port.
func (n *Network) Serve(address string, h http.Handler) {
	l := &listener{address: address, waiting: make(chan net.Conn), closed: make(chan struct{})}
	server := &http.Server{Handler: h, ErrorLog: nil}
	n.mu.Lock()
	n.listeners[address] = l
	n.servers = append(n.servers, server)
	n.mu.Unlock()
	go func() { _ = server.Serve(l) }()
}

// Transport returns what carries requests over the network.
func (n *Network) Transport() http.RoundTripper { return n.carrier }

// Dialed returns the addresses to which connections were asked for, also those where nobody listens.
func (n *Network) Dialed() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return append([]string(nil), n.dialed...)
}

// Close ends all servers and connections.
func (n *Network) Close() {
	n.carrier.CloseIdleConnections()
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, server := range n.servers {
		_ = server.Close()
	}
	for _, l := range n.listeners {
		l.hangUp()
	}
}

func (n *Network) dial(ctx context.Context, address string) (net.Conn, error) {
	n.mu.Lock()
	n.dialed = append(n.dialed, address)
	l := n.listeners[address]
	n.mu.Unlock()
	refused := &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
	if l == nil {
		return nil, refused
	}
	here, there := net.Pipe()
	select {
	case l.waiting <- there:
		l.mu.Lock()
		l.open = append(l.open, here, there)
		l.mu.Unlock()
		return here, nil
	case <-l.closed:
		return nil, refused
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// listener accepts the connections to one address.
type listener struct {
	address string
	waiting chan net.Conn
	closed  chan struct{}
	once    sync.Once

	mu   sync.Mutex
	open []net.Conn // both ends of all connections, also of those that a handler has taken over
}

// Accept waits for the next connection.
func (l *listener) Accept() (net.Conn, error) {
	select {
	case c := <-l.waiting:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

// Close ends the listening.
func (l *listener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

// Addr returns the address.
func (l *listener) Addr() net.Addr { return &net.UnixAddr{Name: l.address} }

// hangUp closes all connections.
func (l *listener) hangUp() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, c := range l.open {
		_ = c.Close()
	}
}
