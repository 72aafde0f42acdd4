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
	"sync"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// Options say how the sandbox behaves. The zero value is good for tests.
type Options struct {
	Dir          string        // where everything is kept; "" for a temporary folder that Close removes
	Port         int           // of IAM and Resource Controller; 0 for any free one. Instances take the ports behind it
	Instances    int           // how many there are; 0 means one
	Accounts     int           // among how many accounts they are dealt out; 0 means one
	RunTime      time.Duration // how long a run takes at least
	RunDelay     time.Duration // how long after its request a run appears
	TokenLife    time.Duration // how long an IAM token is good for; 0 means an hour
	ContentRange bool          // whether a piece of a file tells the size of the whole
	ClockSpeed   float64       // how much faster than the machine's the service's clock is; 0 means not at all
	Strict       bool          // whether to refuse parameters and fields that the document does not know
	PageSize     int           // of the Resource Controller; 0 means 3, so that there is more than one page
}

// Server is a running sandbox.
type Server struct {
	Home        string   // a folder for IBMCLOUD_HOME with the session of a user who is logged in to the first account
	Homes       []string // the same for each account
	Platform    *platform.Platform
	PlatformURL string // of IAM, the Resource Controller and the control address
	APIKey      string // of the manager of the first account
	Instances   []platform.Instance

	options   Options
	temporary bool
	doc       *openapi3.T
	router    routers.Router
	clock     *clock
	data      []*data // of each instance
	servers   []*http.Server
	stop      context.CancelFunc
	stopped   context.Context
	running   sync.WaitGroup // runs and recoveries under way
}

// Start starts a sandbox. It listens when Start returns.
func Start(options Options) (*Server, error) {
	s := &Server{options: options, APIKey: platform.Identity{Role: platform.Manager}.APIKey(), clock: newClock(options.ClockSpeed)}
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
	s.Platform = platform.New(platform.Options{Accounts: s.options.Accounts, TokenLife: s.options.TokenLife, PageSize: s.options.PageSize})
	s.handleControls()
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
	if s.PlatformURL, err = s.listen(0, s.Platform); err != nil {
		return err
	}
	for i := range s.Instances {
		if s.Instances[i].URL, err = s.listen(i+1, s.instance(i)); err != nil {
			return err
		}
		s.Platform.AddInstance(s.Instances[i])
	}
	for i, d := range s.data {
		c := &call{server: s, data: d, instance: &s.Instances[i]}
		d.update(c.restartUpgrades)
	}
	s.running.Go(s.runScheduler)
	for account := range s.options.Accounts {
		home, err := s.Platform.WriteHome(s.options.Dir, account, s.PlatformURL)
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
		d, err := openData(filepath.Join(s.options.Dir, fmt.Sprintf("instance-%d", i+1)), s.clock)
		if err != nil {
			return err
		}
		s.data = append(s.data, d)
		guid := fmt.Sprintf("0b5e55ed-cafe-4bad-8f00-%012d", i+1)
		region := []string{"us-east", "eu-de", "jp-tok"}[i%3]
		account := i % s.options.Accounts
		s.Instances = append(s.Instances, platform.Instance{
			Name: fmt.Sprintf("sandbox-%d", i+1), GUID: guid, Region: region, Account: account, Tenant: fmt.Sprintf("sandboxtenant%d/", i+1),
			CRN: fmt.Sprintf("crn:v1:bluemix:public:backup-recovery:%s:a/%s:%s::", region, platform.AccountID(account), guid),
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
	server := &http.Server{Handler: s.Platform.Observe(handler), ReadHeaderTimeout: time.Minute}
	s.servers = append(s.servers, server)
	go func() { _ = server.Serve(l) }()
	return "http://" + l.Addr().String(), nil
}

// Env is the environment in which the CLI works with the sandbox, as NAME=value.
func (s *Server) Env() []string {
	return []string{
		"IBMCLOUD_HOME=" + s.Home,
		"IBMCLOUD_RESOURCE_CONTROLLER_API_ENDPOINT=" + s.PlatformURL,
		"IAM_ENDPOINT=" + s.PlatformURL,
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
	s.running.Wait()
	var errs []error
	for _, d := range s.data {
		errs = append(errs, d.close())
	}
	if s.temporary {
		errs = append(errs, os.RemoveAll(s.options.Dir))
	}
	return errors.Join(errs...)
}
