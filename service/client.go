package service

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/IBM/go-sdk-core/v5/core"

	"ibmcloud-backup-recovery-plugin/api"
)

// Client sends requests to one instance for one tenant.
// Several requests may be under way at once.
type Client struct {
	Target  *Target
	session *Session
	want    Want

	mu     sync.Mutex // of Target and sender, once requests are sent
	sender *sender
}

// Answer is what came back: the body is unread, and whoever gets the answer closes it.
type Answer struct {
	Status int
	Header http.Header
	Body   io.ReadCloser
}

// Time is when the service answered by its own clock, to the second; zero where it does not say.
func (a *Answer) Time() time.Time {
	t, _ := http.ParseTime(a.Header.Get("Date"))
	return t
}

// Connect finds out where to send requests. It sends nothing to the instance yet.
func (s *Session) Connect(ctx context.Context, want Want) (*Client, error) {
	target, err := s.Locate(ctx, want)
	if err != nil {
		return nil, err
	}
	c := &Client{Target: target, session: s, want: want}
	return c, c.dial()
}

func (c *Client) dial() (err error) {
	c.sender, err = c.session.sender(c.Target.Base, &credentials{session: c.session, external: c.Target.external})
	return err
}

// NoTenant says that an operation needs a tenant and nothing names one.
type NoTenant struct{ Host string }

func (e *NoTenant) Error() string { return "no tenant is known for " + e.Host }

// Do sends a request and gives the answer, if the service accepted it; else an *Error, *Unreachable or *Login.
// Cancelling ctx ends it at any point, also while the body is read.
func (c *Client) Do(ctx context.Context, r *api.Request) (*Answer, error) {
	target, sender := c.current()
	answer, err := c.do(ctx, target, sender, r)
	var gone *Unreachable
	if target.cached && errors.As(err, &gone) && !gone.Ended && (r.Op.Repeatable() || notSent(gone.Err)) {
		// The list of instances may be out of date: look it up again before giving up.
		if target, sender, moved := c.lookAgain(ctx, target); moved {
			return c.do(ctx, target, sender, r)
		}
	}
	return answer, err
}

func (c *Client) current() (*Target, *sender) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.Target, c.sender
}

// lookAgain finds out whether the instance is elsewhere by now than where it was.
func (c *Client) lookAgain(ctx context.Context, was *Target) (*Target, *sender, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.Target == was {
		c.session.Forget()
		target, lost := c.session.Locate(ctx, c.want)
		if lost != nil || target.Base.String() == was.Base.String() {
			return nil, nil, false
		}
		c.Target = target
		if c.dial() != nil {
			return nil, nil, false
		}
	}
	return c.Target, c.sender, true
}

func (c *Client) do(ctx context.Context, target *Target, sender *sender, r *api.Request) (*Answer, error) {
	req, err := target.build(ctx, r)
	if err != nil {
		return nil, err
	}
	body, resp, err := sender.send(req, r.Op.Repeatable(), r.Op)
	if err != nil {
		return nil, err
	}
	return &Answer{Status: resp.StatusCode, Header: resp.Header, Body: body}, nil
}

// build makes the HTTP request, unsigned.
func (t *Target) build(ctx context.Context, r *api.Request) (*http.Request, error) {
	var body io.Reader
	if r.Op.Body != nil {
		body = bytes.NewReader(r.Body)
	}
	req, err := http.NewRequestWithContext(ctx, r.Op.Method, t.URL(r), body)
	if err != nil {
		return nil, err
	}
	r.Headers(req.Header.Set)
	if req.Header.Get(api.TenantHeader) == "" && r.Op.Param(api.TenantHeader) != nil {
		if t.Tenant == "" {
			return nil, &NoTenant{t.Base.Host}
		}
		req.Header.Set(api.TenantHeader, t.Tenant)
	}
	switch r.Op.Answer {
	case api.JSON:
		req.Header.Set("Accept", "application/json")
	case api.File:
		req.Header.Set("Accept", "application/octet-stream, */*")
		req.Header.Set("Accept-Encoding", "identity") // a file's pieces are counted in bytes as they are
	}
	if r.Op.Body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	return req, nil
}

// URL is the full address of a request.
func (t *Target) URL(r *api.Request) string {
	base := "https://INSTANCE"
	if t.Base != nil {
		base = t.Base.String()
	}
	return base + r.Op.Base + r.Target()
}

// Address tells where a request goes and for whom: two requests with the same address are about the same thing.
func (c *Client) Address(r *api.Request) string {
	t, _ := c.current()
	return t.URL(r) + " " + t.Tenant
}

// sender sends to one host through go-sdk-core.
type sender struct {
	session *Session
	base    *url.URL
	creds   *credentials
	core    *core.BaseService
}

func (s *Session) sender(base *url.URL, creds *credentials) (*sender, error) {
	service, err := core.NewBaseService(&core.ServiceOptions{URL: base.String(), Authenticator: &core.NoAuthAuthenticator{}})
	if err != nil {
		return nil, err
	}
	if s.Agent != "" {
		service.SetUserAgent(s.Agent)
	}
	carrier := s.Transport
	if carrier == nil {
		transport := http.DefaultTransport.(*http.Transport).Clone()
		transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: s.SkipTLS} // the user said so to the host
		transport.MaxIdleConnsPerHost = MostParallel                                                         // pieces of a file come at once, each over a connection that is kept
		carrier = transport
	}
	patient := newRetries(&silence{tracer(s, carrier), s.timeout()})
	service.Client = &http.Client{Transport: &renewing{patient, creds}, CheckRedirect: checkRedirect}
	return &sender{s, base, creds, service}, nil
}

// send signs a request and sends it, with repetitions where they are safe. What comes back on success is the
// unread body.
func (s *sender) send(req *http.Request, repeatable bool, op *api.Operation) (io.ReadCloser, *http.Response, error) {
	c := &call{repeatable: repeatable, op: op}
	req = req.WithContext(context.WithValue(req.Context(), callKey{}, c))
	if err := s.creds.sign(req); err != nil {
		return nil, nil, err
	}
	var body io.ReadCloser
	detailed, err := s.core.Request(req, &body)
	if err == nil {
		return &brokenBody{body, s.base.Host}, &http.Response{StatusCode: detailed.StatusCode, Header: detailed.Headers}, nil
	}
	if req.Context().Err() != nil {
		return nil, nil, context.Cause(req.Context())
	}
	if detailed == nil || detailed.StatusCode == 0 {
		if c.err != nil { // go-sdk-core words errors anew; this is the original
			err = c.err
		}
		return nil, nil, &Unreachable{Host: s.base.Host, Err: err}
	}
	e := readError(operationID(op), detailed.StatusCode, detailed.Headers, rawBody(detailed))
	e.RetryAfter = retryAfter(detailed.Headers, s.session.now())
	return nil, nil, e
}

func operationID(op *api.Operation) string {
	if op == nil {
		return ""
	}
	return op.ID
}

// rawBody gives the body of a failure, also where go-sdk-core has decoded it already.
func rawBody(d *core.DetailedResponse) []byte {
	if len(d.RawResult) == 0 && d.Result != nil {
		raw, _ := json.Marshal(d.Result)
		return raw
	}
	return d.RawResult
}

// call is what the round trippers know of the request that they carry.
type call struct {
	repeatable bool
	op         *api.Operation
	err        error // the last failure of the network
}

type callKey struct{}

func callOf(req *http.Request) *call {
	if c, ok := req.Context().Value(callKey{}).(*call); ok {
		return c
	}
	return &call{}
}

// checkRedirect follows redirects, but takes the token along only within the same host, and never takes a body
// to another.
func checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) >= 10 {
		return keep(req, said("too many redirects"))
	}
	first := via[0].URL
	if req.URL.Host == first.Host && req.URL.Scheme == first.Scheme {
		return nil
	}
	if req.Method != http.MethodGet && req.Method != http.MethodHead || via[0].Method != http.MethodGet {
		return keep(req, said("the service sent the request on to another host, {{.Host}}: not followed", "Host", req.URL.Host))
	}
	if err := trusted(req.URL); err != nil {
		return keep(req, err)
	}
	req.Header.Del("Authorization")
	req.Header.Del(api.TenantHeader)
	for name := range req.Header {
		if strings.HasPrefix(strings.ToLower(name), "x-ibm-") {
			req.Header.Del(name)
		}
	}
	return nil
}

// keep remembers the original of an error that is worded anew on its way up.
func keep(req *http.Request, err error) error {
	callOf(req).err = err
	return err
}

// renewing repeats a request once with a new token when the service refuses the one it has.
type renewing struct {
	next  http.RoundTripper
	creds *credentials
}

func (t *renewing) RoundTrip(req *http.Request) (*http.Response, error) {
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
	if !t.creds.renew(again) {
		return resp, nil
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 64<<10))
	_ = resp.Body.Close()
	return t.next.RoundTrip(again)
}

// silence ends a request when nothing has come for too long, however large the whole answer is.
type silence struct {
	next  http.RoundTripper
	limit time.Duration
}

func (t *silence) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(req.Context())
	timer := time.AfterFunc(t.limit, func() { cancel(ErrSilent) })
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
	resp.Body = &watchedBody{resp.Body, timer, t.limit, ctx, cancel}
	return resp, nil
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
