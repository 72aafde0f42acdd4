package service

import (
	"context"
	"crypto/tls"
	"net/http"

	"ibmcloud-backup-recovery-plugin/api"
)

// Server is a server that operations belong to, by the name that the document has for it. Adding one is an entry in the
// document and a value here.
type Server struct {
	Name string
	// Locate finds its address and what comes with that. Offline, it uses only what is known without a request, and the address
	// may stay unknown.
	Locate func(ctx context.Context, s *Session, want Selection) (*Target, error)
	// Signer returns the credentials that it takes.
	Signer func(s *Session, t *Target) Signer
	// Open reports whether an operation of it needs no credentials; nil where each does.
	Open func(op *api.Operation) bool
	// Hidden are the headers with credentials, as a dry run shows them.
	Hidden map[string]string
	// Headers adds what it wants of a request beside what the request says; nil where that is nothing.
	Headers func(t *Target, r *api.Request, h http.Header) error
	// ReadError reads the body of a refusal; nil for the shapes of the platform and of the instance.
	ReadError func(status int, h http.Header, body []byte) *Error
	// TLS returns how its certificate is checked; nil for the host's own settings.
	TLS func(s *Session, t *Target) *tls.Config
}

// Signer puts credentials on requests to a server. Several requests may be signed at once.
type Signer interface {
	// Sign puts credentials on a request.
	Sign(req *http.Request) error
	// Renew gets new credentials after the server refused those of req, and puts them on it. It reports whether they are other
	// ones, so that there is a point in sending req again. It fails where that may be known later, because who gives credentials
	// does not answer now.
	Renew(req *http.Request) (bool, error)
}

// servers are the servers of the document.
var servers = []*Server{&instanceServer, &managementServer, &managerServer, &connectorServer, &agentServer}

// instanceServer is a regional Backup and Recovery instance.
var instanceServer = Server{
	Name:   "instance",
	Locate: func(ctx context.Context, s *Session, want Selection) (*Target, error) { return s.locate(ctx, want) },
	Signer: func(s *Session, t *Target) Signer { return &credentials{session: s, external: t.external} },
	Hidden: map[string]string{"Authorization": "Bearer " + hidden},
	Headers: func(t *Target, r *api.Request, h http.Header) error {
		if h.Get(api.TenantHeader) != "" || r.Op.Param(api.TenantHeader) == nil {
			return nil
		}
		if t.Tenant != "" || t.Base == nil { // what is not known offline may be found later
			h.Set(api.TenantHeader, t.Tenant)
		}
		return nil
	},
}

// server returns the server with a name. A name that there is not is a mistake in the program and panics.
func (s *Session) server(name string) *Server {
	for _, list := range [][]*Server{s.Servers, servers} {
		for _, server := range list {
			if server.Name == name {
				return server
			}
		}
	}
	panic("there is no server " + name)
}
