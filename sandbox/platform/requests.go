package platform

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// Request is a request that was received.
type Request struct {
	Method, Path, Query string
	Header              http.Header
	Body                []byte
}

// requestLog has the latest requests.
type requestLog struct {
	mu   sync.Mutex
	list []Request
}

const (
	maxLogged   = 500      // requests in the log
	maxBodySize = 64 << 20 // bytes of a body that are read
)

func (l *requestLog) add(r Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.list = append(l.list, r); len(l.list) > maxLogged {
		l.list = l.list[1:]
	}
}

// Requests returns the latest requests, oldest first.
func (p *Platform) Requests() []Request {
	p.log.mu.Lock()
	defer p.log.mu.Unlock()
	return slices.Clone(p.log.list)
}

// ForgetRequests empties the log of requests.
func (p *Platform) ForgetRequests() {
	p.log.mu.Lock()
	defer p.log.mu.Unlock()
	p.log.list = nil
}

// describeRequests returns requests as the control address shows them, without secrets.
func describeRequests(requests []Request) []any {
	described := []any{}
	for _, r := range requests {
		header := r.Header.Clone()
		for _, name := range []string{"Authorization", "apiKey"} {
			if header.Get(name) != "" {
				header.Set(name, "[hidden]")
			}
		}
		o := jsonObject{"method": r.Method, "path": r.Path, "header": header}
		if r.Query != "" {
			o["query"] = r.Query
		}
		switch {
		case slices.ContainsFunc([]string{"/identity/token", "/login", "/access-tokens", "/registration", "/users"}, func(end string) bool { return strings.HasSuffix(r.Path, end) }):
			o["body"] = "[hidden]"
		case json.Valid(r.Body):
			o["body"] = json.RawMessage(r.Body)
		case len(r.Body) > 0:
			o["body"] = string(r.Body)
		}
		described = append(described, o)
	}
	return described
}

// Observe returns a handler that logs each request and applies the faults for it, before next has it.
func (p *Platform) Observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, ControlPath) {
			next.ServeHTTP(w, r)
			return
		}
		body, err := io.ReadAll(io.LimitReader(r.Body, maxBodySize))
		if err != nil {
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		p.log.add(Request{r.Method, r.URL.Path, r.URL.RawQuery, r.Header.Clone(), body})
		fault := p.Faults.forConnection(r)
		if fault == nil {
			next.ServeHTTP(w, r)
			return
		}
		select {
		case <-time.After(fault.Latency):
		case <-r.Context().Done():
			return
		}
		if fault.Revoke {
			p.RevokeTokens()
		}
		fault.apply(w, r, next)
	})
}
