// Package sandbox is a Backup and Recovery service small enough to run beside tests: IAM, Resource Controller
// and regional instances on loopback, with real files. What it keeps is in a folder and survives a restart.
package sandbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"
)

// Options say how the sandbox behaves. The zero value is good for tests.
type Options struct {
	Dir        string        // where everything is kept; "" for a temporary folder that Close removes
	Port       int           // of IAM and Resource Controller; 0 for any free one. Instances take the ports behind it
	Instances  int           // how many there are; 0 means one
	Accounts   int           // among how many accounts they are dealt out; 0 means one
	RunTime    time.Duration // how long a run takes at least
	RunDelay   time.Duration // how long after its request a run appears
	TokenLife  time.Duration // how long an IAM token is good for; 0 means an hour
	TellSize   bool          // whether a piece of a file tells the size of the whole
	ClockSpeed float64       // how much faster than the machine's the service's clock is; 0 means not at all
	Strict     bool          // whether to refuse parameters and fields that the document does not know
	PageSize   int           // of the Resource Controller; 0 means 3, so that there is more than one page
}

// Instance is one Backup and Recovery instance of the sandbox.
type Instance struct {
	Name, GUID, CRN, Region string
	Tenant                  string // with the slash at its end
	URL                     string // without /v2
}

// Server is a running sandbox.
type Server struct {
	Home      string   // a folder for IBMCLOUD_HOME with a session that is logged in
	Homes     []string // the same for each account
	Platform  string   // address of IAM and of the Resource Controller
	APIKey    string   // that IAM takes
	Instances []Instance
	Faults    Faults

	options     Options
	temporary   bool
	doc         *openapi3.T
	router      routers.Router
	tokens      tokens
	serviceTime *clock
	data        []*data // of each instance
	log         requestLog
	servers     []*http.Server
	stop        context.CancelFunc
	stopped     context.Context
	work        sync.WaitGroup // runs and recoveries under way
}

// Start starts a sandbox. It listens when Start returns.
func Start(options Options) (*Server, error) {
	s := &Server{options: options, APIKey: identity{role: manager}.apiKey(), serviceTime: newClock(options.ClockSpeed)}
	if s.options.Instances == 0 {
		s.options.Instances = 1
	}
	if s.options.Accounts == 0 {
		s.options.Accounts = 1
	}
	if s.options.TokenLife == 0 {
		s.options.TokenLife = time.Hour
	}
	if s.options.PageSize == 0 {
		s.options.PageSize = 3
	}
	if s.options.Dir == "" {
		dir, err := os.MkdirTemp("", "backup-recovery-sandbox-")
		if err != nil {
			return nil, err
		}
		s.options.Dir, s.temporary = dir, true
	}
	s.stopped, s.stop = context.WithCancel(context.Background())
	if err := s.start(); err != nil {
		_ = s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Server) start() error {
	// What is kept is read while the document is.
	opened := make(chan error)
	go func() { opened <- s.openInstances() }()
	err := errors.Join(s.loadDocument(), <-opened)
	if err != nil {
		return err
	}
	if s.Platform, err = s.listen(0, s.platform()); err != nil {
		return err
	}
	for i := range s.Instances {
		if s.Instances[i].URL, err = s.listen(i+1, s.instance(i)); err != nil {
			return err
		}
	}
	for i, d := range s.data {
		c := &call{Server: s, data: d, instance: &s.Instances[i]}
		d.change(c.restartUpgrades)
	}
	s.work.Go(s.tick)
	for account := range s.options.Accounts {
		home, err := s.writeHome(account)
		if err != nil {
			return err
		}
		s.Homes = append(s.Homes, home)
	}
	s.Home = s.Homes[0]
	return nil
}

// openInstances opens what is kept of each instance.
func (s *Server) openInstances() error {
	for i := range s.options.Instances {
		d, err := openData(filepath.Join(s.options.Dir, fmt.Sprintf("instance-%d", i+1)), s.serviceTime)
		if err != nil {
			return err
		}
		s.data = append(s.data, d)
		guid := fmt.Sprintf("0b5e55ed-cafe-4bad-8f00-%012d", i+1)
		region := []string{"us-east", "eu-de", "jp-tok"}[i%3]
		s.Instances = append(s.Instances, Instance{
			Name: fmt.Sprintf("sandbox-%d", i+1), GUID: guid, Region: region, Tenant: fmt.Sprintf("sandboxtenant%d/", i+1),
			CRN: fmt.Sprintf("crn:v1:bluemix:public:backup-recovery:%s:a/%s:%s::", region, accountID(i%s.options.Accounts), guid),
		})
	}
	return nil
}

// listen serves a handler on loopback, offset ports behind the first, and gives its address.
func (s *Server) listen(offset int, handler http.Handler) (string, error) {
	port := 0
	if s.options.Port != 0 {
		port = s.options.Port + offset
	}
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: s.observe(handler), ReadHeaderTimeout: time.Minute}
	s.servers = append(s.servers, server)
	go func() { _ = server.Serve(l) }()
	return "http://" + l.Addr().String(), nil
}

// Env is the environment in which the CLI works with the sandbox, as NAME=value.
func (s *Server) Env() []string {
	return []string{
		"IBMCLOUD_HOME=" + s.Home,
		"IBMCLOUD_RESOURCE_CONTROLLER_API_ENDPOINT=" + s.Platform,
		"IAM_ENDPOINT=" + s.Platform,
	}
}

// Close stops the sandbox, waits for what is under way, and removes a temporary folder.
func (s *Server) Close() error {
	s.stop()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	for _, server := range s.servers {
		if server.Shutdown(ctx) != nil {
			_ = server.Close()
		}
	}
	s.work.Wait()
	var errs []error
	for _, d := range s.data {
		errs = append(errs, d.close())
	}
	if s.temporary {
		errs = append(errs, os.RemoveAll(s.options.Dir))
	}
	return errors.Join(errs...)
}

// Request is a request that came in, as the log keeps it.
type Request struct {
	Method, Path, Query string
	Header              http.Header
	Body                []byte
}

// requestLog keeps the latest requests.
type requestLog struct {
	mu   sync.Mutex
	list []Request
}

const logLength = 500

func (l *requestLog) add(r Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.list = append(l.list, r); len(l.list) > logLength {
		l.list = l.list[1:]
	}
}

// Requests gives what came in lately, oldest first.
func (s *Server) Requests() []Request {
	s.log.mu.Lock()
	defer s.log.mu.Unlock()
	return append([]Request(nil), s.log.list...)
}

// ForgetRequests empties the log of requests.
func (s *Server) ForgetRequests() {
	s.log.mu.Lock()
	defer s.log.mu.Unlock()
	s.log.list = nil
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}
