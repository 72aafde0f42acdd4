package sandbox

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/natefinch/atomic"
)

// tokens are the IAM tokens that are good, with their ends.
type tokens struct {
	mu   sync.Mutex
	live map[string]session
}

// session is what a token stands for.
type session struct {
	identity
	ends time.Time
}

func encode(v any) string {
	raw, _ := json.Marshal(v)
	return base64.RawURLEncoding.EncodeToString(raw)
}

// issue makes a token in the shape of IAM's: a JWT, here without a real signature.
func (t *tokens) issue(life time.Duration, id identity) (token string, ends time.Time) {
	now := time.Now()
	ends = now.Add(life)
	token = encode(object{"alg": "none", "typ": "JWT"}) + "." + encode(object{
		"id": "IBMid-sandbox", "iam_id": "IBMid-sandbox", "sub": "operator@example.com", "email": "operator@example.com",
		"account": object{"bss": accountID(id.account), "valid": true}, "iat": now.Unix(), "exp": ends.Unix(), "jti": rand.Text(),
	}) + "." + base64.RawURLEncoding.EncodeToString([]byte(rand.Text()))
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.live == nil {
		t.live = make(map[string]session)
	}
	t.live[token] = session{id, ends}
	return token, ends
}

// identity is whose a token is, and whether it is good.
func (t *tokens) identity(token string) (id identity, good bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := t.live[token]
	return s.identity, time.Now().Before(s.ends)
}

// Revoke ends all tokens at once, as when sessions are revoked.
func (s *Server) Revoke() {
	s.tokens.mu.Lock()
	defer s.tokens.mu.Unlock()
	s.tokens.live = nil
}

func (s *Server) giveToken(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseForm()
	refused := func(code, message string) {
		writeJSON(w, http.StatusBadRequest, object{"errorCode": code, "errorMessage": message})
	}
	var id identity
	var known bool
	switch grant := r.Form.Get("grant_type"); grant {
	case "urn:ibm:params:oauth:grant-type:apikey":
		if id, known = s.whose(r.Form.Get("apikey"), identity.apiKey); !known {
			refused("BXNIM0415E", "Provided API key could not be found.")
			return
		}
	case "refresh_token":
		if id, known = s.whose(r.Form.Get("refresh_token"), identity.refreshToken); !known {
			refused("BXNIM0407E", "Session not found.")
			return
		}
	default:
		refused("BXNIM0101E", "Property missing or empty: grant_type.")
		return
	}
	token, ends := s.tokens.issue(s.options.TokenLife, id)
	writeJSON(w, http.StatusOK, object{
		"access_token": token, "refresh_token": id.refreshToken(), "token_type": "Bearer", "scope": "ibm openid",
		"expires_in": int(s.options.TokenLife.Seconds()), "expiration": ends.Unix(),
	})
}

// writeHome makes a folder as the host CLI leaves it after a login to an account, and gives its name.
func (s *Server) writeHome(account int) (home string, err error) {
	id := identity{manager, account}
	home = filepath.Join(s.options.Dir, "home"+id.suffix())
	dir := filepath.Join(home, ".bluemix")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	token, _ := s.tokens.issue(s.options.TokenLife, id)
	raw, err := json.MarshalIndent(object{
		"APIEndpoint": "https://cloud.ibm.com", "CloudType": "public", "CloudName": "bluemix", "Region": "us-east", "RegionID": "us-east",
		"IAMEndpoint": s.Platform, "IAMToken": "Bearer " + token, "IAMRefreshToken": id.refreshToken(),
		"Account":       object{"GUID": accountID(account), "Name": "Sandbox" + id.suffix(), "Owner": "operator@example.com"},
		"ResourceGroup": object{"GUID": "a1b2c3d4e5f60718293a4b5c6d7e8f90", "Name": "Default", "Default": true},
		"LoginAt":       time.Now().Format(time.RFC3339), "SDKVersion": "1.12.1",
	}, "", "  ")
	if err != nil {
		return "", err
	}
	return home, atomic.WriteFile(filepath.Join(dir, "config.json"), bytes.NewReader(raw))
}
