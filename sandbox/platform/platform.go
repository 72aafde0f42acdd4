// Package platform is the part of IBM Cloud that a service relies on: IAM with its tokens, API keys and accounts, the Resource
// Controller with the list of instances, and the address with which people and tests control the sandbox. It also logs the
// requests to all of them, and to the service, and makes some of them fail on purpose. It does not know the service itself.
package platform

import (
	"net/http"
	"sync"
	"time"
)

// Options configure a Platform.
type Options struct {
	Accounts  int           // number of accounts
	TokenLife time.Duration // how long a token is valid
	PageSize  int           // resources on a page of the Resource Controller
}

// Platform is the state of IAM, the Resource Controller and the control address.
type Platform struct {
	Faults Faults

	options Options
	tokens  tokens
	log     requestLog
	mux     *http.ServeMux

	mu        sync.Mutex
	instances []Instance
}

// Instance is an instance of the service, as the Resource Controller lists it.
type Instance struct {
	Name, GUID, CRN, Region string
	Account                 int    // the number of its account, from 0
	Tenant                  string // with a slash at the end
	URL                     string // without /v2
}

// New returns a platform without instances.
func New(options Options) *Platform {
	p := &Platform{options: options, tokens: tokens{valid: map[string]tokenInfo{}}, mux: http.NewServeMux()}
	p.mux.HandleFunc("POST /identity/token", p.serveToken)
	p.mux.HandleFunc("GET /v2/resource_instances", p.serveResources)
	p.handleControls()
	return p
}

// AddInstance adds an instance to the list of the Resource Controller.
func (p *Platform) AddInstance(instance Instance) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.instances = append(p.instances, instance)
}

// ServeHTTP serves IAM, the Resource Controller and the control address.
func (p *Platform) ServeHTTP(w http.ResponseWriter, r *http.Request) { p.mux.ServeHTTP(w, r) }
