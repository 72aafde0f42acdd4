package service

import (
	"encoding/json"
	"net/url"

	"ibmcloud-backup-recovery-plugin/api"
)

// Shown is a request as people may see it: without any secret.
type Shown struct {
	Method  string            `json:"method"`
	URL     string            `json:"url"`
	Headers map[string]string `json:"headers"`
	Body    json.RawMessage   `json:"body"` // nil for a request without one
}

// Show gives what would be sent to the target, and sends nothing. The tenant's header is there but empty when
// the tenant is not known without asking someone.
func (t *Target) Show(r *api.Request) (*Shown, error) {
	address, err := url.Parse(t.URL(r))
	if err != nil {
		return nil, err
	}
	s := &Shown{
		Method: r.Op.Method, URL: RedactURL(address, r.Op), Body: RedactBody(r.Body, r.Op),
		Headers: map[string]string{"Authorization": "Bearer " + hidden},
	}
	if r.Op.Param(api.TenantHeader) != nil {
		s.Headers[api.TenantHeader] = t.Tenant
	}
	r.Headers(func(name, value string) { s.Headers[name] = value })
	if r.Op.Body != nil {
		s.Headers["Content-Type"] = "application/json"
	}
	return s, nil
}
