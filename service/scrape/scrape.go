// Package scrape answers Prometheus: one page of metrics over HTTP, on this machine, or elsewhere for those who have a token.
package scrape

import (
	"cmp"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"crypto/tls"
	"errors"
	"mime"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/output/openmetrics"
)

// Page returns the metrics, as OpenMetrics or else as the text format of Prometheus. The context ends when whoever asked waits no longer.
type Page func(ctx context.Context, open bool) ([]byte, error)

// Server serves a page at /metrics.
type Server struct {
	Page  Page
	Token string   // which a request has to have; "" for none, and then only requests to this machine by a name of it are answered
	TLS   *KeyPair // nil for plain HTTP

	head time.Duration // how long a request may take to come; 0 for readTime
}

// The limits: how long a request may take to come and to be answered, how large its head and how many there may be at once. Who sends a byte a
// second keeps one of the connections for readTime.
const (
	readTime    = 10 * time.Second
	longestWait = 20 * time.Second // for metrics; Prometheus waits 10 s where nobody has set scrape_timeout
	idleTime    = 2 * time.Minute
	maxHead     = 16 << 10 // bytes
	maxAtOnce   = 64       // connections
	endTime     = 5 * time.Second
)

// Serve answers until the context ends, and then lets those finish who are being answered. The end of the context is no error.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	head := cmp.Or(s.head, readTime)
	server := &http.Server{Handler: s, ReadHeaderTimeout: head, ReadTimeout: head, WriteTimeout: readTime + longestWait, IdleTimeout: idleTime, MaxHeaderBytes: maxHead,
		BaseContext: func(net.Listener) context.Context { return ctx }, ErrorLog: silent()}
	listener = &limited{Listener: listener, free: make(chan struct{}, maxAtOnce)}
	if s.TLS != nil {
		listener = tls.NewListener(listener, &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: s.TLS.certificate, NextProtos: []string{"http/1.1"}})
	}
	over := make(chan error, 1)
	go func() { over <- server.Serve(listener) }()
	select {
	case err := <-over:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTime)
	defer cancel()
	if server.Shutdown(last) != nil {
		_ = server.Close()
	}
	if err := <-over; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	switch {
	case s.Token == "" && !isThisMachine(r.Host):
		// A page in a browser may have its name lead to this machine, and read what it serves.
		http.Error(w, "The name in the request is not one of this machine.", http.StatusForbidden)
	case s.Token != "" && !s.knows(r.Header.Get("Authorization")):
		w.Header().Set("WWW-Authenticate", `Bearer realm="metrics"`)
		http.Error(w, "A token is required.", http.StatusUnauthorized)
	case r.URL.Path != "/metrics":
		http.Error(w, "The metrics are at /metrics.", http.StatusNotFound)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "The metrics can only be read.", http.StatusMethodNotAllowed)
	default:
		s.answer(w, r)
	}
}

// answer answers with the page.
func (s *Server) answer(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), patience(r.Header.Get("X-Prometheus-Scrape-Timeout-Seconds")))
	defer cancel()
	open, media := wantsOpenMetrics(r.Header.Get("Accept")), openmetrics.TextMediaType
	if open {
		media = openmetrics.MediaType
	}
	page, err := s.Page(ctx, open)
	if err != nil {
		http.Error(w, "There are no metrics.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", media)
	w.Header().Set("Vary", "Accept")
	w.Header().Set("Content-Length", strconv.Itoa(len(page)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(page)
	}
}

// knows reports whether a header has the token. How long it takes does not depend on how much of it is right.
func (s *Server) knows(header string) bool {
	scheme, token, _ := strings.Cut(header, " ")
	given, wanted := sha256.Sum256([]byte(strings.TrimSpace(token))), sha256.Sum256([]byte(s.Token))
	return subtle.ConstantTimeCompare(given[:], wanted[:]) == 1 && strings.EqualFold(scheme, "Bearer")
}

// patience returns how long somebody waits for metrics who sends that header, less a moment for the way back.
func patience(header string) time.Duration {
	wait := 9 * time.Second
	if seconds, err := strconv.ParseFloat(header, 64); err == nil && seconds > 0 && seconds < 3600 {
		wait = time.Duration(seconds * 0.9 * float64(time.Second))
	}
	return min(wait, longestWait)
}

// wantsOpenMetrics reports whether a header Accept names OpenMetrics 1.0, and not after the text format.
func wantsOpenMetrics(accept string) bool {
	open, text := -1.0, 0.0
	for _, part := range strings.Split(accept, ",") {
		media, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		weight := 1.0
		if q, err := strconv.ParseFloat(params["q"], 64); err == nil {
			weight = q
		}
		switch version := params["version"]; {
		case media == "application/openmetrics-text" && (version == "" || version == "1.0.0") && weight > 0:
			open = max(open, weight)
		case media == "text/plain":
			text = max(text, weight)
		}
	}
	return open >= text && open > 0
}

// isThisMachine reports whether the name in a request is one by which only this machine calls itself.
func isThisMachine(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	return IsLoopback(name)
}

// IsLoopback reports whether a host is this machine: localhost, or a loopback address.
func IsLoopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

// limited is a listener that accepts so many connections at once as free has room for.
type limited struct {
	net.Listener
	free chan struct{}
}

// Accept waits for room and for a connection.
func (l *limited) Accept() (net.Conn, error) {
	l.free <- struct{}{}
	c, err := l.Listener.Accept()
	if err != nil {
		<-l.free
		return nil, err
	}
	return &counted{Conn: c, free: l.free}, nil
}

// counted is a connection that makes room when it is closed.
type counted struct {
	net.Conn
	free chan struct{}
	once sync.Once
}

// Close closes the connection, as often as it is called.
func (c *counted) Close() error {
	err := c.Conn.Close()
	c.once.Do(func() { <-c.free })
	return err
}

// ErrAddress says that an address to listen on is none.
var ErrAddress = errors.New("not an address")

// Listen listens on HOST:PORT. Unless it may be anywhere, only a loopback address is one; localhost is one of them whatever its name leads to.
func Listen(ctx context.Context, address string, anywhere bool) (net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	if _, bad := strconv.ParseUint(port, 10, 16); err != nil || bad != nil || !anywhere && !IsLoopback(host) {
		return nil, ErrAddress
	}
	if strings.EqualFold(host, "localhost") {
		host = "127.0.0.1"
	}
	return (&net.ListenConfig{}).Listen(ctx, "tcp", net.JoinHostPort(host, port))
}
