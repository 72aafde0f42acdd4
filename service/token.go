package service

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/IBM/go-sdk-core/v5/core"
)

// expiryMargin is how long before its end a token is renewed, so that it does not end on the way.
const expiryMargin = time.Minute

// credentials sign requests: with the external configuration where it says how, else with the host's session.
type credentials struct {
	session  *Session
	external *external

	mu     sync.Mutex
	core   core.Authenticator // for the external configuration
	latest string             // the host's token, once it was renewed here
}

// Sign puts a token on the request.
func (c *credentials) Sign(req *http.Request) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.external != nil && c.external.hasAuth {
		if c.core == nil {
			var err error
			if c.core, err = c.external.authenticator(c.session.timeout()); err != nil {
				return &LoginError{err}
			}
		}
		if err := c.core.Authenticate(req); err != nil {
			return &LoginError{err}
		}
		return nil
	}
	if !c.session.LoggedIn {
		return &LoginError{}
	}
	token := c.latest
	if token == "" {
		token = c.session.Token()
	}
	expiry, ok := tokenExpiry(token)
	if token == "" || ok && c.session.now().Add(expiryMargin).After(expiry) {
		fresh, err := c.session.refreshSession()
		if err == nil {
			token, c.latest = fresh, fresh
		} else if token == "" || !c.session.now().Before(expiry) {
			return &LoginError{err}
		} // a token that still lives is worth a try when renewing it failed
	}
	setToken(req, token)
	return nil
}

// Renew gets a new token after the service refused the one that req carried, and signs req with it. It reports
// whether there is any point in sending req again.
//
// It fails where the identity service may only be away for the moment.
func (c *credentials) Renew(req *http.Request) (bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.external != nil && c.external.hasAuth {
		fresh, err := c.external.authenticator(c.session.timeout())
		if err != nil {
			return false, nil
		}
		before := req.Header.Get("Authorization")
		if err := fresh.Authenticate(req); err != nil {
			return false, passing(err)
		}
		c.core = fresh
		return req.Header.Get("Authorization") != before, nil
	}
	before := req.Header.Get("Authorization")
	if c.latest != "" {
		// Another request may have renewed it while this one was under way.
		if setToken(req, c.latest); req.Header.Get("Authorization") != before {
			return true, nil
		}
	}
	fresh, err := c.session.refreshSession()
	if err != nil {
		return false, passing(err)
	}
	c.latest = fresh
	setToken(req, fresh)
	return true, nil
}

// passing returns why credentials could not be renewed where time may heal it, and nil where they were refused.
func passing(err error) error {
	if login := (&LoginError{err}); Transient(login) {
		return login
	}
	return nil
}

func setToken(req *http.Request, token string) {
	if scheme, rest, found := strings.Cut(token, " "); found && strings.EqualFold(scheme, "bearer") {
		token = rest
	}
	req.Header.Set("Authorization", "Bearer "+token)
}

// tokenExpiry reads when a JWT ends. It is false for a token that does not say so.
func tokenExpiry(token string) (time.Time, bool) {
	_, rest, _ := strings.Cut(token, ".")
	payload, _, _ := strings.Cut(rest, ".")
	raw, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(payload, "="))
	if err != nil {
		return time.Time{}, false
	}
	var claims struct {
		Expiry int64 `json:"exp"`
	}
	if json.Unmarshal(raw, &claims) != nil || claims.Expiry == 0 {
		return time.Time{}, false
	}
	return time.Unix(claims.Expiry, 0), true
}
