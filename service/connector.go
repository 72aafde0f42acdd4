package service

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"sync"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// Login is as whom requests go to a connector: with a token that somebody has got already, or as a user, whose name and password give
// one. That token is kept in memory and nowhere else. Requests that are under way at once share it.
type Login struct {
	Token  string // as given; "" where a user logs in
	User   string
	Domain string // of the user; "" for the connector's own

	mu       sync.Mutex
	password string
	current  string // the token that the connector gave; "" before the first login
}

// NewLogin returns the login of a user.
func NewLogin(user, password, domain string) *Login {
	return &Login{User: user, Domain: domain, password: password}
}

// Password returns the password of the user.
func (l *Login) Password() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.password
}

// SetPassword says that the user has another password from now on. The next request logs in with it.
func (l *Login) SetPassword(password string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.password, l.current = password, ""
}

// ConnectorVariable returns a variable of the environment about connectors, such as USERNAME.
func ConnectorVariable(name string) string { return os.Getenv(ConnectorVariables + name) }

// NoLogin says that a request to a connector needs credentials and has none.
type NoLogin struct{}

func (e *NoLogin) Error() string { return "no credentials for the connector" }

// LoginRefused says that a connector refused a user or the password.
type LoginRefused struct {
	Host, User string
	Err        *Error
}

func (e *LoginRefused) Error() string { return e.Host + " refused the login" }

// Unwrap returns the refusal.
func (e *LoginRefused) Unwrap() error { return e.Err }

// anonymous signs nothing.
type anonymous struct{}

func (anonymous) Sign(*http.Request) error          { return nil }
func (anonymous) Renew(*http.Request) (bool, error) { return false, nil }

// connectorCredentials sign requests to a connector with its own tokens. Those of IAM have no way here.
type connectorCredentials struct {
	session *Session
	target  *Target
}

// Sign puts a token on the request, after a login where there is none yet.
func (c *connectorCredentials) Sign(req *http.Request) error {
	l := c.target.login
	switch {
	case l == nil:
		return &NoLogin{}
	case l.Token != "":
		setToken(req, l.Token)
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.current == "" {
		if err := c.logIn(req.Context()); err != nil {
			return err
		}
	}
	setToken(req, l.current)
	return nil
}

// Renew logs in again where user and password are known.
func (c *connectorCredentials) Renew(req *http.Request) (bool, error) {
	l := c.target.login
	if l == nil || l.Token != "" {
		return false, nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	before := req.Header.Get("Authorization")
	if setToken(req, l.current); l.current != "" && req.Header.Get("Authorization") != before {
		return true, nil // another request has logged in while this one was under way
	}
	if err := c.logIn(req.Context()); err != nil {
		return false, err
	}
	setToken(req, l.current)
	return req.Header.Get("Authorization") != before, nil
}

// stranger returns what sends requests without credentials to a connector or a connector agent.
func (s *Session) stranger(t *Target) (*sender, error) {
	sender, err := s.newSender(t.Base, anonymous{}, applianceTLS(s, t))
	if err == nil {
		sender.appliance = true
	}
	return sender, err
}

// VouchFor returns why the certificate of a connector or a connector agent is refused, or why it cannot be reached, and nil where neither
// is so. It sends nothing that is secret: whoever is asked for a password should know that it goes to the right place.
func (s *Session) VouchFor(ctx context.Context, server string, want Selection) error {
	t, err := s.Locate(ctx, server, want)
	if err != nil {
		return err
	}
	sender, err := s.stranger(t)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, t.Base.String()+"/", http.NoBody)
	if err != nil {
		return err
	}
	answer, err := sender.send(req, true, nil)
	var answered *Error
	switch {
	case errors.As(err, &answered):
		return nil // whatever it says to nobody
	case err != nil:
		return err
	}
	return answer.Body.Close()
}

// logIn gets a token for the user. The lock of the login is held. A login may be sent again: it gives one more token, and changes
// nothing.
func (c *connectorCredentials) logIn(ctx context.Context) error {
	l := c.target.login
	r := api.NewRequest(&api.CreateAccessToken)
	fields := map[string]string{"username": l.User, "password": l.password}
	if l.Domain != "" {
		fields["domain"] = l.Domain
	}
	var err error
	if r.Body, err = json.Marshal(fields); err != nil {
		return err
	}
	sender, err := c.session.stranger(c.target)
	if err != nil {
		return err
	}
	req, err := (&Client{server: &Server{}}).build(ctx, c.target, r)
	if err != nil {
		return err
	}
	answer, err := sender.send(req, true, r.Op)
	var refused *Error
	if errors.As(err, &refused) && refused.Status < 500 && refused.Kind() != Busy && refused.Kind() != NotFound {
		return &LoginRefused{c.target.Base.Host, l.User, refused}
	}
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var given struct {
		AccessToken string `json:"accessToken"`
	}
	raw, err := io.ReadAll(io.LimitReader(answer.Body, maxToken))
	switch {
	case err != nil:
		return err
	case len(bytes.TrimSpace(raw)) == 0:
		return ErrEmpty
	case !json.Valid(raw):
		return &WebPage{c.target.Base.Host}
	case json.Unmarshal(raw, &given) != nil || given.AccessToken == "":
		return i18n.NewError("login.tokenless|{{.Host}} answered the login without a token, as no connector does.", "Host", c.target.Base.Host)
	}
	l.current = given.AccessToken
	return nil
}
