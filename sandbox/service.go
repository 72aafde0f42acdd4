// Package sandbox is a Backup and Recovery service for one machine: a platform with IAM and Resource Controller, and instances on
// loopback that back up and recover real files. Its state is in a folder and survives a restart.
package sandbox

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// Options configure a sandbox. The zero value is good for tests.
type Options struct {
	Dir          string        // folder for the state; "" for a temporary one that Close removes
	Port         int           // of the platform; 0 for any free port. The instances have the following ports
	Instances    int           // number of instances; 0 means 1
	Accounts     int           // number of accounts, which have the instances in turn; 0 means 1
	RunTime      time.Duration // minimum duration of a run
	RunDelay     time.Duration // time from the request to the start of a run
	TokenLife    time.Duration // validity of an IAM token; 0 means an hour
	ContentRange bool          // whether a part of a file comes with a Content-Range header, and thus the size of the file
	ClockSpeed   float64       // speed of the service's clock relative to the machine's; 0 means 1
	ToArchive    bool          // whether all runs go straight to an archive, whatever their policies say
	Strict       bool          // whether to refuse parameters and fields that are not in the API description
	// Connectors and ConnectorAgents are how many of them have an address of their own, over TLS, at which they are registered.
	Connectors, ConnectorAgents int
	// SelfRegistering is whether the first token of a connection registers a connector by itself although there are such to register.
	SelfRegistering bool
	PageSize        int // of the Resource Controller; 0 means 3, so that a short list has several pages

	// LargeIDs says whether ids of sources, objects, tasks, connections and connectors exceed 2^53.
	LargeIDs bool
	// Endpoints are the folders that stand for host names and URLs with which hosts and clusters are registered.
	Endpoints map[string]string
}

// Server is a running sandbox.
type Server struct {
	Home                        string   // a folder for IBMCLOUD_HOME with the session of a user who is logged in to the first account
	Homes                       []string // the same for each account
	Platform                    *platform.Platform
	PlatformURL                 string // of IAM, the Resource Controller and the control address
	APIKey                      string // of the manager of the first account
	Instances                   []platform.Instance
	Connectors, ConnectorAgents []*Appliance

	ReportsURL string // of the Manager's reporting service
	ManagerURL string // of the Manager's alerts and upgrades, without /v2
	LoginURL   string // where a user and a password give a token for ManagerURL

	options   Options
	temporary bool
	apis      map[string]*described // the servers of the API description, by name
	clock     *clock
	data      []*data // of each instance
	servers   []*http.Server
	stop      context.CancelFunc
	stopped   context.Context
	running   sync.WaitGroup // active runs, recoveries and other work

	exports exports // reports that are being made
}

// Start starts a sandbox, which listens when Start returns.
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
	// The state and the API description are read at the same time.
	opened := make(chan error)
	go func() { opened <- s.openInstances() }()
	err := errors.Join(s.loadDocument(), <-opened)
	if err != nil {
		return err
	}
	if s.PlatformURL, err = s.listen(s.Platform); err != nil {
		return err
	}
	for i := range s.Instances {
		if s.Instances[i].URL, err = s.listen(s.instance(i)); err != nil {
			return err
		}
		s.Platform.AddInstance(s.Instances[i])
	}
	for _, a := range slices.Concat(s.Connectors, s.ConnectorAgents) {
		if a.URL, err = s.listenTLS(a.handler(), a.ip, a.certificate); err != nil {
			return err
		}
	}
	if s.ReportsURL, err = s.listen(s.management()); err != nil {
		return err
	}
	s.ReportsURL += s.apis["management"].base
	if s.ManagerURL, err = s.listen(s.manager()); err != nil {
		return err
	}
	s.LoginURL = s.ManagerURL + managerLogin
	for _, d := range s.data {
		d.update(d.restartUpgrades)
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

// openInstances opens the state of each instance, and that of what registers with them.
func (s *Server) openInstances() error {
	for i := range s.options.Instances {
		d, err := openData(filepath.Join(s.options.Dir, fmt.Sprintf("instance-%d", i+1)), s)
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
	return s.openAppliances()
}

// listen serves a handler on loopback and returns its address. Each has the port after that of the one before.
func (s *Server) listen(handler http.Handler) (string, error) {
	l, err := s.serveOn(handler, loopback, nil)
	return "http://" + l, err
}

// listenTLS is listen at an IP address of this machine over TLS, with a certificate.
func (s *Server) listenTLS(handler http.Handler, ip string, certificate tls.Certificate) (string, error) {
	l, err := s.serveOn(handler, ip, &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12})
	return "https://" + l, err
}

// loopback is the IP address of everything but connectors and their agents.
const loopback = "127.0.0.1"

// serveOn serves a handler and returns the host and port, without TLS where config is nil.
func (s *Server) serveOn(handler http.Handler, ip string, config *tls.Config) (string, error) {
	port := 0
	if s.options.Port != 0 {
		port = s.options.Port + len(s.servers)
	}
	l, err := net.Listen("tcp", fmt.Sprintf("%s:%d", ip, port))
	if err != nil {
		return "", err
	}
	address := l.Addr().String()
	if config != nil {
		l = tls.NewListener(l, config)
	}
	server := &http.Server{Handler: s.Platform.Observe(handler), ReadHeaderTimeout: time.Minute, ErrorLog: log.New(io.Discard, "", 0)} // who refuses a certificate is no news
	s.servers = append(s.servers, server)
	go func() { _ = server.Serve(l) }()
	return address, nil
}

// Env returns the environment variables with which the CLI uses the sandbox, as NAME=value, and for people and scripts the addresses,
// fingerprints and certificates of connectors and their agents, such as SANDBOX_CONNECTOR_1.
func (s *Server) Env() []string {
	list := []string{
		"IBMCLOUD_HOME=" + s.Home,
		"IBMCLOUD_RESOURCE_CONTROLLER_API_ENDPOINT=" + s.PlatformURL,
		"IAM_ENDPOINT=" + s.PlatformURL,
		"BACKUP_RECOVERY_MANAGEMENT_REPORTING_API_URL=" + s.ReportsURL,
	}
	for _, a := range slices.Concat(s.Connectors, s.ConnectorAgents) {
		name := "SANDBOX_" + strings.ToUpper(strings.ReplaceAll(a.Name, "-", "_"))
		list = append(list, name+"="+a.URL, name+"_FINGERPRINT="+a.Fingerprint, name+"_CA_FILE="+a.Certificate)
	}
	return list
}

// Close stops the sandbox, waits for active work, and removes a temporary folder.
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
