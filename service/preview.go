package service

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/url"

	"ibmcloud-backup-recovery-plugin/api"
)

// Preview is a request as people may see it: without any secret.
type Preview struct {
	Method  string            `json:"method"`
	URL     string            `json:"url"`
	Headers map[string]string `json:"headers"`
	Body    json.RawMessage   `json:"body"` // nil for a request without one
}

// Preview returns what would be sent to the target, and sends nothing. The header with the tenant is there but empty when the
// tenant is not known without a request.
func (s *Session) Preview(t *Target, r *api.Request) (*Preview, error) {
	address, err := url.Parse(t.URL(r))
	if err != nil {
		return nil, err
	}
	server, header := s.server(r.Op.Server), http.Header{}
	p := &Preview{Method: r.Op.Method, URL: RedactURL(address, r.Op), Body: RedactBody(r.Body, r.Op), Headers: map[string]string{}}
	if !server.open(r.Op) {
		maps.Copy(p.Headers, server.Hidden)
	}
	if t.hidden != nil {
		p.Headers = maps.Clone(t.hidden)
	}
	r.Headers(header.Set)
	if server.Headers != nil {
		if err := server.Headers(&Target{Tenant: t.Tenant}, r, header); err != nil {
			return nil, err
		}
	}
	for i := range r.Op.Params { // under the names that the document has for them
		name := r.Op.Params[i].Name
		if _, there := header[http.CanonicalHeaderKey(name)]; there {
			p.Headers[name] = redactHeader(name, header.Get(name))
			header.Del(name)
		}
	}
	for name := range header {
		p.Headers[name] = redactHeader(name, header.Get(name))
	}
	if r.HasBody() {
		p.Headers["Content-Type"] = "application/json"
	}
	return p, nil
}
