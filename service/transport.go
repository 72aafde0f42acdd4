package service

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"time"
	"unicode"

	"github.com/IBM/go-sdk-core/v5/core"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// sender sends to one server through go-sdk-core.
type sender struct {
	session *Session
	server  *Server // nil for the platform
	base    *url.URL
	signer  Signer
	core    *core.BaseService

	appliance bool // whether it is a connector or a connector agent, whose certificate people have to vouch for
}

// sender makes what sends to a server at a target.
func (s *Session) sender(server *Server, t *Target) (*sender, error) {
	var config *tls.Config
	if server.TLS != nil {
		config = server.TLS(s, t)
	}
	sender, err := s.newSender(t.Base, server.Signer(s, t), config)
	if err == nil {
		sender.server, sender.appliance = server, t.check != nil
	}
	return sender, err
}

// newSender makes what sends to a host. config is how its certificate is checked; nil for the host's own settings.
func (s *Session) newSender(base *url.URL, signer Signer, config *tls.Config) (*sender, error) {
	service, err := core.NewBaseService(&core.ServiceOptions{URL: base.String(), Authenticator: &core.NoAuthAuthenticator{}})
	if err != nil {
		return nil, err
	}
	if s.Agent != "" {
		service.SetUserAgent(s.Agent)
	}
	if config == nil {
		config = &tls.Config{InsecureSkipVerify: s.SkipTLS} // the user said so to the host
	}
	config.MinVersion = tls.VersionTLS12
	carrier := s.Transport
	if carrier == nil {
		transport := networkTransport.Clone()
		transport.TLSClientConfig = config
		transport.DialContext = dial
		transport.MaxIdleConnsPerHost = MaxParallel // chunks of a file come at once, each over a connection that is kept
		carrier = transport
	}
	retrying := newRetries(&idleTimeout{s.traced(carrier), s.timeout()})
	service.Client = &http.Client{Transport: &reauthenticating{retrying, signer}, CheckRedirect: checkRedirect}
	return &sender{session: s, base: base, signer: signer, core: service}, nil
}

// send signs a request and sends it, with repetitions where they are safe.
func (s *sender) send(req *http.Request, repeatable bool, op *api.Operation) (*Answer, error) {
	c := &call{repeatable: repeatable, op: op, appliance: s.appliance}
	req = req.WithContext(context.WithValue(req.Context(), callKey{}, c))
	if !s.server.open(op) {
		if err := sign(req.Context(), func() error { return s.signer.Sign(req) }); err != nil {
			return nil, err
		}
	}
	for name, values := range req.Header {
		if slices.ContainsFunc(values, func(v string) bool { return strings.ContainsFunc(v, unicode.IsControl) }) {
			return nil, i18n.NewError("header.control|The request was not sent: the value of the header {{.Name}} has control characters.", "Name", name)
		}
	}
	var body io.ReadCloser
	detailed, err := s.core.Request(req, &body)
	switch {
	case err == nil && op != nil && op.Answer != api.File && strings.HasPrefix(detailed.Headers.Get("Content-Type"), "text/html"):
		_ = body.Close()
		return nil, c.unknown(&WebPage{s.base.Host})
	case err == nil:
		body = &brokenBody{body, s.base.Host}
		if op != nil && op.Answer == api.JSON && op.ReadOnly() {
			body = &filledBody{ReadCloser: body}
		}
		return &Answer{Status: detailed.StatusCode, Header: detailed.Headers, Body: body, Unframed: c.unframed}, nil
	case req.Context().Err() != nil && c.notSent(nil):
		return nil, context.Cause(req.Context())
	case req.Context().Err() != nil:
		return nil, c.unknown(context.Cause(req.Context()))
	case detailed == nil || detailed.StatusCode == 0:
		return nil, s.failure(c, err)
	}
	read := readError
	if s.server != nil && s.server.ReadError != nil {
		read = s.server.ReadError
	}
	e := read(detailed.StatusCode, detailed.Headers, rawBody(detailed))
	e.Operation, e.Message = operationID(op), withoutEcho(e.Message, secretsOf(req))
	e.RetryAfter = retryAfter(detailed.Headers, s.session.now())
	if !decided(detailed.StatusCode, detailed.Headers) {
		return nil, c.unknown(e)
	}
	return nil, e
}

// open reports whether an operation needs no credentials. There is no server for requests to the platform.
func (s *Server) open(op *api.Operation) bool {
	return s != nil && s.Open != nil && op != nil && s.Open(op)
}

// failure returns what kept a request from getting an answer.
func (s *sender) failure(c *call, err error) error {
	if c.err != nil { // go-sdk-core words errors anew; this is the original
		err = c.err
	}
	var redirected *Redirected
	var login *LoginError
	var refused *LoginRefused
	var renewal *Unreachable
	var answered *Error
	switch {
	case errors.As(err, &redirected):
		return redirected
	case errors.As(err, &login):
		return login
	case errors.As(err, &refused):
		return refused
	case errors.As(err, &renewal): // the request itself was refused before, for its token
		return renewal
	case errors.As(err, &answered):
		return answered
	}
	if s.appliance {
		if refused := refusedCertificate(s.base.Host, err); refused != nil {
			err = refused
		}
	}
	gone := &Unreachable{Host: s.base.Host, Err: err, Appliance: s.appliance}
	gone.Manager = c.op != nil && (c.op.Server == api.GetReports.Server || c.op.Server == api.GetManagementAlerts.Server)
	if gone.NotSent = c.notSent(err); gone.NotSent {
		return gone
	}
	return c.unknown(gone)
}

// rawBody returns the body of a failure, also where go-sdk-core has decoded it already.
func rawBody(d *core.DetailedResponse) []byte {
	if len(d.RawResult) == 0 && d.Result != nil {
		raw, _ := json.Marshal(d.Result)
		return raw
	}
	return d.RawResult
}

// checkRedirect follows redirects of requests that only read. Anything else is followed only where it stays what it is, which 307
// and 308 promise, and only within the host: 301, 302 and 303 would make it a GET, whose answer says nothing of what was asked for.
// Credentials go along only within the host, and the address that a request came from, whose query may hold a key, never does. What a
// connector or a connector agent says is its own: whose certificate another host has was not vouched for.
func checkRedirect(req *http.Request, via []*http.Request) error {
	req.Header.Del("Referer")
	first := via[0]
	same := req.URL.Host == first.URL.Host && req.URL.Scheme == first.URL.Scheme
	switch {
	case len(via) >= 10:
		return notFollowed(req, i18n.NewError("redirect.many|There were too many redirects."))
	case req.Method != first.Method:
		return notFollowed(req, i18n.NewError("redirect.method|The service redirected the {{.Method}} request with the status {{.Status}}, which loses what was requested, so it was not followed.",
			"Method", first.Method, "Status", req.Response.StatusCode))
	case same:
		return nil
	case callOf(req).appliance:
		return notFollowed(req, errOtherHost(req))
	case req.Method != http.MethodGet && req.Method != http.MethodHead:
		return notFollowed(req, errOtherHost(req))
	case isLoopback(req.URL.Hostname()) && !isLoopback(first.URL.Hostname()):
		return notFollowed(req, i18n.NewError("redirect.loopback|The service redirected the request to this machine, which was not followed."))
	}
	if err := trusted(req.URL); err != nil {
		return notFollowed(req, err)
	}
	if !isLoopback(first.URL.Hostname()) {
		callOf(req).elsewhere = req.URL.Hostname()
	}
	// What another host gets says what kind of answer is wanted, and nothing else.
	for name := range req.Header {
		if !slices.Contains([]string{"Accept", "Accept-Encoding", "User-Agent", "Range"}, name) {
			delete(req.Header, name) // as it is spelled there
		}
	}
	return nil
}

// dial connects as net/http does. Where a redirection leads is known by its address only here: from elsewhere nothing leads to this
// machine or its own network, whatever it is called.
func dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}
	c, _ := ctx.Value(callKey{}).(*call)
	if host, _, err := net.SplitHostPort(address); err == nil && c != nil && c.elsewhere != "" && strings.EqualFold(host, c.elsewhere) { // and not a proxy
		d.Control = func(_, resolved string, _ syscall.RawConn) error {
			if at, err := netip.ParseAddrPort(resolved); err == nil && isLocal(at.Addr().Unmap()) {
				return &Redirected{i18n.NewError("redirect.loopback|The service redirected the request to this machine, which was not followed.")}
			}
			return nil
		}
	}
	return d.DialContext(ctx, network, address)
}

// isLocal reports whether an address is this machine's, or one that only machines beside it have.
func isLocal(a netip.Addr) bool { return a.IsLoopback() || a.IsUnspecified() || a.IsLinkLocalUnicast() }

func errOtherHost(req *http.Request) error {
	return i18n.NewError("redirect.host|The service redirected the request to another host, {{.Host}}, which was not followed.", "Host", req.URL.Host)
}

func notFollowed(req *http.Request, err error) error { return keep(req, &Redirected{err}) }

// reauthenticating repeats a request once with a new token when the service refuses the one it has.
type reauthenticating struct {
	next   http.RoundTripper
	signer Signer
}

func (t *reauthenticating) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized || req.Header.Get("Authorization") == "" {
		return resp, err
	}
	again := req.Clone(req.Context())
	if req.Body != nil {
		if req.GetBody == nil {
			return resp, nil
		}
		if again.Body, err = req.GetBody(); err != nil {
			return resp, nil
		}
	}
	renewed := false
	err = sign(req.Context(), func() (err error) { renewed, err = t.signer.Renew(again); return err })
	if err == nil && !renewed {
		return resp, nil
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 64<<10))
	_ = resp.Body.Close()
	if err != nil {
		return nil, keep(req, err)
	}
	return t.next.RoundTrip(again)
}

// idleTimeout ends a request when nothing has come for too long, however large the whole answer is.
type idleTimeout struct {
	next  http.RoundTripper
	limit time.Duration
}

func (t *idleTimeout) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(callOf(req).watch(req.Context()))
	timer := time.AfterFunc(t.limit, func() { cancel(ErrIdleTimeout) })
	resp, err := t.next.RoundTrip(req.WithContext(ctx))
	timer.Stop() // from here on the clock runs only while someone reads
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		cancel(nil)
		callOf(req).err = err
		return nil, err
	}
	callOf(req).unframed = !isFramed(resp)
	resp.Body = &watchedBody{resp.Body, timer, t.limit, ctx, cancel}
	if resp.StatusCode >= 300 {
		resp.Body = limitedBody{io.LimitReader(resp.Body, maxErrorBody), resp.Body}
	}
	return resp, nil
}

// maxErrorBody is the most that is read of the body of a refusal, in bytes: it is held in memory, and nobody reads more.
const maxErrorBody = 1 << 20

// limitedBody is the beginning of a body.
type limitedBody struct {
	io.Reader
	io.Closer
}

type watchedBody struct {
	io.ReadCloser
	timer  *time.Timer
	limit  time.Duration
	ctx    context.Context
	cancel context.CancelCauseFunc
}

func (b *watchedBody) Read(p []byte) (int, error) {
	b.timer.Reset(b.limit)
	n, err := b.ReadCloser.Read(p)
	b.timer.Stop()
	if err != nil && err != io.EOF {
		if cause := context.Cause(b.ctx); cause != nil {
			err = cause
		}
	}
	return n, err
}

func (b *watchedBody) Close() error {
	b.timer.Stop()
	b.cancel(nil)
	return b.ReadCloser.Close()
}

// filledBody is a body that ends with ErrEmpty where nothing but space was in it.
type filledBody struct {
	io.ReadCloser
	filled bool
}

func (b *filledBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	b.filled = b.filled || len(bytes.TrimSpace(p[:n])) > 0
	if err == io.EOF && !b.filled {
		err = ErrEmpty
	}
	return n, err
}

// brokenBody words the end of an answer in its middle.
type brokenBody struct {
	io.ReadCloser
	host string
}

func (b *brokenBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != nil && err != io.EOF && !errors.Is(err, context.Canceled) {
		err = &Unreachable{Host: b.host, Err: err, Ended: true}
	}
	return n, err
}
