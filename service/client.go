package service

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
)

// Client sends requests to one server, and to an instance for one tenant. Several requests may be under way at once.
type Client struct {
	session *Session
	server  *Server
	want    Selection

	mu     sync.Mutex // of what follows
	target *Target
	sender *sender
}

// Answer is what came back. Its body is unread, and whoever gets the answer closes it.
type Answer struct {
	Status int
	Header http.Header
	Body   io.ReadCloser
	// Unframed is whether the end of the body cannot be told from a connection that was cut.
	Unframed bool
}

// Time returns when the service answered by its own clock, to the second; zero where it does not say.
func (a *Answer) Time() time.Time {
	t, _ := http.ParseTime(a.Header.Get("Date"))
	return t
}

// Connect finds out where requests to a server go, by its name in the document. It sends nothing to the server yet.
func (s *Session) Connect(ctx context.Context, server string, want Selection) (*Client, error) {
	c := &Client{session: s, server: s.server(server), want: want}
	target, err := c.server.Locate(ctx, s, want)
	if err != nil {
		return nil, err
	}
	return c, c.use(target)
}

// Locate finds out where requests to a server go, as Connect does.
func (s *Session) Locate(ctx context.Context, server string, want Selection) (*Target, error) {
	return s.server(server).Locate(ctx, s, want)
}

func (c *Client) use(target *Target) (err error) {
	if err := trusted(target.Base); err != nil {
		return err // whatever server it is: no credentials without TLS
	}
	c.target = target
	c.sender, err = c.session.sender(c.server, target)
	return err
}

// Target returns where requests go.
func (c *Client) Target() *Target {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.target
}

// Do sends a request and returns the answer, if the service accepted it; else an *Error, *Unreachable or *LoginError.
// Cancelling ctx ends it at any point, also while the body is read.
func (c *Client) Do(ctx context.Context, r *api.Request) (*Answer, error) {
	c.mu.Lock()
	target, sender := c.target, c.sender
	c.mu.Unlock()
	answer, err := c.do(ctx, target, sender, r)
	var gone *Unreachable
	if target.cached && errors.As(err, &gone) && !gone.Ended && (r.Op.Repeatable() || gone.NotSent) {
		// The list of instances may be out of date: look it up again before giving up.
		if target, sender, moved := c.relocate(ctx, target); moved {
			return c.do(ctx, target, sender, r)
		}
	}
	return answer, err
}

// relocate finds out whether the instance has another address now than it had. Another instance in its place is none: people were
// told which one it is.
func (c *Client) relocate(ctx context.Context, was *Target) (*Target, *sender, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.target == was {
		c.session.forget(was.external)
		target, err := c.server.Locate(ctx, c.session, c.want)
		if err != nil || target.Base.String() == was.Base.String() || target.Instance == nil || was.Instance == nil || target.Instance.CRN != was.Instance.CRN ||
			c.use(target) != nil {
			return nil, nil, false
		}
	}
	return c.target, c.sender, true
}

func (c *Client) do(ctx context.Context, target *Target, sender *sender, r *api.Request) (*Answer, error) {
	req, err := c.build(ctx, target, r)
	if err != nil {
		return nil, err
	}
	return sender.send(req, r.Op.Repeatable(), r.Op)
}

// build makes the HTTP request, unsigned.
func (c *Client) build(ctx context.Context, t *Target, r *api.Request) (*http.Request, error) {
	var body io.Reader
	if r.HasBody() {
		body = bytes.NewReader(r.Body)
	}
	req, err := http.NewRequestWithContext(ctx, r.Op.Method, t.URL(r), body)
	if err != nil {
		return nil, err
	}
	r.Headers(req.Header.Set)
	if c.server.Headers != nil {
		if err := c.server.Headers(t, r, req.Header); err != nil {
			return nil, err
		}
	}
	switch r.Op.Answer {
	case api.JSON:
		req.Header.Set("Accept", "application/json")
	case api.File:
		req.Header.Set("Accept", "application/octet-stream, */*")
		req.Header.Set("Accept-Encoding", "identity") // a file's chunks are counted in bytes as they are
	}
	if r.HasBody() {
		req.Header.Set("Content-Type", "application/json")
	}
	return req, nil
}

// URL returns the full address of a request.
func (t *Target) URL(r *api.Request) string {
	base := "https://" + strings.ToUpper(r.Op.Server)
	if t.Base != nil {
		base = t.Base.String()
	}
	return base + r.Op.Base + r.Target()
}

// Address returns where a request goes and for whom: two requests with the same address are about the same thing.
func (c *Client) Address(r *api.Request) string {
	t := c.Target()
	return t.URL(r) + " " + t.Tenant
}
