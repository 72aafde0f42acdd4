package platform

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Role is an IAM service role. Each includes the ones before it.
type Role int

// The roles.
const (
	Reader Role = iota
	Writer
	Manager
)

func (r Role) String() string { return [...]string{"Reader", "Writer", "Manager"}[r] }

// Identity is who sends a request: a role in an account.
type Identity struct {
	Role    Role
	Account int
}

// suffix is the end of all names that belong to an identity. That of the manager of the first account is empty.
func (id Identity) suffix() string {
	suffix := [...]string{"-reader", "-writer", ""}[id.Role]
	if id.Account > 0 {
		suffix += fmt.Sprintf("-account-%d", id.Account+1)
	}
	return suffix
}

// APIKey is the API key of an identity.
func (id Identity) APIKey() string { return "sandbox-api-key" + id.suffix() }

func (id Identity) refreshToken() string { return "sandbox-refresh-token" + id.suffix() }

// AccountID is the id of an account, by its number.
func AccountID(account int) string {
	return fmt.Sprintf("5a4d6b0c8e1f42a39c7d1b2e3f4051%02x", 0x62+account)
}

// accountName is the name of an account, by its number.
func accountName(account int) string { return "Sandbox" + Identity{Manager, account}.suffix() }

// findIdentity returns the identity whose credential has a value, and whether there is one.
func (p *Platform) findIdentity(value string, credential func(Identity) string) (id Identity, found bool) {
	for account := range p.options.Accounts {
		for _, role := range []Role{Reader, Writer, Manager} {
			if id := (Identity{role, account}); credential(id) == value {
				return id, true
			}
		}
	}
	return Identity{}, false
}

// tokens are the IAM tokens that have not been revoked.
type tokens struct {
	mu    sync.Mutex
	valid map[string]tokenInfo
}

// tokenInfo is what a token stands for.
type tokenInfo struct {
	identity Identity
	expiry   time.Time
}

// issue returns a new token in the form of IAM's, a JSON Web Token.
func (t *tokens) issue(life time.Duration, id Identity) (token string, expiry time.Time) {
	now := time.Now()
	expiry = now.Add(life)
	token = UnsignedJWT(jsonObject{
		"id": "IBMid-sandbox", "iam_id": "IBMid-sandbox", "sub": "operator@example.com", "email": "operator@example.com",
		"account": jsonObject{"bss": AccountID(id.Account), "name": accountName(id.Account), "valid": true}, "iat": now.Unix(), "exp": expiry.Unix(), "jti": rand.Text(),
	})
	t.mu.Lock()
	defer t.mu.Unlock()
	t.valid[token] = tokenInfo{id, expiry}
	return token, expiry
}

// Identity returns the identity that a token belongs to, and whether the token is valid.
func (p *Platform) Identity(token string) (id Identity, valid bool) {
	p.tokens.mu.Lock()
	defer p.tokens.mu.Unlock()
	info := p.tokens.valid[token]
	return info.identity, time.Now().Before(info.expiry)
}

// RevokeTokens makes all tokens invalid at once.
func (p *Platform) RevokeTokens() {
	p.tokens.mu.Lock()
	defer p.tokens.mu.Unlock()
	clear(p.tokens.valid)
}

// serveToken answers with a token for an API key or a refresh token.
func (p *Platform) serveToken(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseForm()
	refuse := func(code, message string) {
		WriteJSON(w, http.StatusBadRequest, jsonObject{"errorCode": code, "errorMessage": message})
	}
	var id Identity
	var found bool
	switch r.Form.Get("grant_type") {
	case "urn:ibm:params:oauth:grant-type:apikey":
		if id, found = p.findIdentity(r.Form.Get("apikey"), Identity.APIKey); !found {
			refuse("BXNIM0415E", "Provided API key could not be found.")
			return
		}
	case "refresh_token":
		if id, found = p.findIdentity(r.Form.Get("refresh_token"), Identity.refreshToken); !found {
			refuse("BXNIM0407E", "Session not found.")
			return
		}
	default:
		refuse("BXNIM0101E", "Property missing or empty: grant_type.")
		return
	}
	token, expiry := p.tokens.issue(p.options.TokenLife, id)
	WriteJSON(w, http.StatusOK, jsonObject{
		"access_token": token, "refresh_token": id.refreshToken(), "token_type": "Bearer", "scope": "ibm openid",
		"expires_in": int(p.options.TokenLife.Seconds()), "expiration": expiry.Unix(),
	})
}

// ManagerIdentity is the identity of the user of the Manager's alerts and upgrades, who is in no account.
var ManagerIdentity = Identity{Manager, -1}

// IssueManagerToken returns a new token for the user of the Manager's alerts and upgrades.
func (p *Platform) IssueManagerToken() string {
	token, _ := p.tokens.issue(p.options.TokenLife, ManagerIdentity)
	return token
}
