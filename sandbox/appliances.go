package sandbox

import (
	"crypto/rand"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/getkin/kin-openapi/routers"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// Appliance is a data-source connector or a connector agent with an address of its own, as it stands in somebody's network.
type Appliance struct {
	Name        string // such as connector-1
	URL         string
	Fingerprint string // SHA-256 of its certificate, with colons
	Certificate string // the file with its certificate in PEM

	server      *Server
	dir         string
	ip          string
	agent       bool // whether it is a connector agent
	certificate tls.Certificate

	mu     sync.Mutex // of what follows
	state  applianceState
	tokens map[string]applianceToken
}

// applianceState is what survives a restart.
type applianceState struct {
	Users []jsonObject `json:"users"` // of a connector, with their passwords
	Logs  []jsonObject `json:"logs"`

	Status     string `json:"status"` // of the registration
	Message    string `json:"message"`
	Instance   string `json:"instance"`   // the GUID of the instance that it registered with
	Connection string `json:"connection"` // an ID
	Registered string `json:"registered"` // the ID that the instance has given it; "" before that
}

// applianceToken is what a token of a connector stands for.
type applianceToken struct {
	user   string
	expiry time.Time // on the service's clock
}

const (
	// connectorTokenLife is how long a token of a connector is valid, on the service's clock.
	connectorTokenLife = time.Hour
	firstUser          = "admin" // that a new connector has
	// maxApplianceLogs is how many entries the log of a connector has.
	maxApplianceLogs = 1000
)

// FirstPassword is the password of the user admin of a new connector. It has to be changed before anything else.
const FirstPassword = "sandbox-first-password"

// The states of a registration.
const (
	registrationNone    = "NotDone"
	registrationRunning = "InProgress"
	registrationDone    = "Success"
	registrationFailed  = "Failed"
)

// openAppliances opens the connectors and connector agents that the options ask for.
func (s *Server) openAppliances() error {
	for _, kind := range []struct {
		name  string
		count int
		list  *[]*Appliance
	}{{"connector", s.options.Connectors, &s.Connectors}, {"connector-agent", s.options.ConnectorAgents, &s.ConnectorAgents}} {
		for i := range kind.count {
			a := &Appliance{Name: fmt.Sprintf("%s-%d", kind.name, i+1), server: s, agent: kind.name == "connector-agent", tokens: map[string]applianceToken{}}
			a.dir, a.ip = filepath.Join(s.options.Dir, a.Name), ownAddress(len(s.Connectors)+len(s.ConnectorAgents))
			if err := a.open(); err != nil {
				return fmt.Errorf("%s: %w", a.dir, err)
			}
			*kind.list = append(*kind.list, a)
		}
	}
	return nil
}

// ownAddress returns the IP address of a connector or connector agent, by its number: one of its own where this machine has such, so that
// they are told apart as in a network.
func ownAddress(number int) string {
	ip := fmt.Sprintf("127.0.0.%d", number+2)
	l, err := net.Listen("tcp", ip+":0")
	if err != nil {
		return loopback
	}
	_ = l.Close()
	return ip
}

// open reads the state in the folder, or begins with that of a new connector.
func (a *Appliance) open() (err error) {
	if err := os.MkdirAll(a.dir, 0o700); err != nil {
		return err
	}
	if a.certificate, err = loadCertificate(a.dir, a.Name, a.ip); err != nil {
		return err
	}
	a.Fingerprint, a.Certificate = fingerprint(a.certificate), filepath.Join(a.dir, "certificate.pem")
	raw, err := os.ReadFile(a.stateFile())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		a.reset()
		return a.keep()
	case err != nil:
		return err
	}
	if err := unmarshal(raw, &a.state); err != nil {
		return err
	}
	if a.state.Status == registrationRunning { // whoever carried it out has stopped
		a.state.Status, a.state.Message = registrationFailed, "The connector was stopped."
		return a.keep()
	}
	return nil
}

func (a *Appliance) stateFile() string { return filepath.Join(a.dir, "state.json") }

// reset makes it a new one. The lock is held, or nobody else knows it yet.
func (a *Appliance) reset() {
	now := a.server.clock.now().UnixMilli()
	a.state, a.tokens = applianceState{Status: registrationNone}, map[string]applianceToken{}
	if !a.agent {
		a.state.Users = []jsonObject{{
			"username": firstUser, "domain": "LOCAL", "password": FirstPassword, "authenticationType": "kAuthLocal", "roles": []any{"COHESITY_ADMIN"},
			"description": "The user that every connector has.", "isActive": true, "isAccountLocked": false, "forcePasswordChange": true,
			"createdTimeMsecs": now, "lastUpdatedTimeMsecs": now,
		}}
	}
	a.log("Info", "The connector was started.")
}

// keep writes the state to its file, in whole. The lock is held.
func (a *Appliance) keep() error {
	raw, err := json.Marshal(a.state)
	if err != nil {
		return err
	}
	if err := os.WriteFile(a.stateFile()+".new", raw, 0o600); err != nil {
		return err
	}
	return os.Rename(a.stateFile()+".new", a.stateFile())
}

// log adds an entry to the log. The lock is held.
func (a *Appliance) log(kind, text string, args ...any) {
	a.state.Logs = append(a.state.Logs, jsonObject{"timestampMsecs": a.server.clock.now().UnixMilli(), "type": kind, "message": fmt.Sprintf(text, args...)})
	if over := len(a.state.Logs) - maxApplianceLogs; over > 0 {
		a.state.Logs = a.state.Logs[over:]
	}
}

// change changes the state and keeps it.
func (a *Appliance) change(do func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	do()
	_ = a.keep() // the next change writes it again
}

// issue returns a new token of a user. The lock is held.
func (a *Appliance) issue(user string) string {
	token := platform.UnsignedJWT(jsonObject{"sub": user, "connector": a.Name, "jti": rand.Text()})
	a.tokens[token] = applianceToken{user, a.server.clock.now().Add(connectorTokenLife)}
	return token
}

// revoke makes the tokens of a user invalid. The lock is held.
func (a *Appliance) revoke(user string) {
	for token, info := range a.tokens {
		if info.user == user {
			delete(a.tokens, token)
		}
	}
}

// user returns the user with a name, or nil. The lock is held.
func (a *Appliance) user(name string) jsonObject {
	for _, u := range a.state.Users {
		if str(u, "username") == name {
			return u
		}
	}
	return nil
}

// handler returns what answers at the address.
func (a *Appliance) handler() http.Handler {
	name := "connector"
	if a.agent {
		name = "connector-agent"
	}
	return a.server.serve(name, func(c *call, route *routers.Route) error {
		c.appliance = a
		if a.agent || route.Operation.OperationID == api.CreateAccessToken.ID {
			return nil
		}
		return a.authorize(platform.Bearer(c.request), route.Operation.OperationID)
	})
}

// authorize returns a refusal if a token may not send a request: only of this connector, and of a user whose first password was
// changed, unless it is about that.
func (a *Appliance) authorize(token, operation string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	info, known := a.tokens[token]
	if !known || !a.server.clock.now().Before(info.expiry) {
		return refuse(http.StatusUnauthorized, "KInvalidToken", "The access token is expired or is none of this connector's.")
	}
	user := a.user(info.user)
	switch {
	case user == nil || !isTrue(user, "isActive") || isTrue(user, "isAccountLocked"):
		return refuse(http.StatusForbidden, "KForbidden", "The user %s cannot log in.", info.user)
	case isTrue(user, "forcePasswordChange") && operation != api.GetUsers.ID && operation != api.UpdateUser.ID:
		return refuse(http.StatusForbidden, "KPasswordChangeRequired", "The password of %s has to be changed first.", info.user)
	}
	return nil
}
