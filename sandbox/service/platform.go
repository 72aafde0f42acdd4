package service

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// tokens are the IAM tokens that are good, with their ends.
type tokens struct {
	mu   sync.Mutex
	live map[string]session
}

// session is what a token stands for.
type session struct {
	ends time.Time
	role role
}

func encode(v any) string {
	raw, _ := json.Marshal(v)
	return base64.RawURLEncoding.EncodeToString(raw)
}

// issue makes a token in the shape of IAM's: a JWT, here without a real signature.
func (t *tokens) issue(life time.Duration, r role) (token string, ends time.Time) {
	now := time.Now()
	ends = now.Add(life)
	token = encode(object{"alg": "none", "typ": "JWT"}) + "." + encode(object{
		"id": "IBMid-sandbox", "iam_id": "IBMid-sandbox", "sub": "operator@example.com", "email": "operator@example.com",
		"account": object{"bss": account, "valid": true}, "iat": now.Unix(), "exp": ends.Unix(), "jti": rand.Text(),
	}) + "." + base64.RawURLEncoding.EncodeToString([]byte(rand.Text()))
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.live == nil {
		t.live = make(map[string]session)
	}
	t.live[token] = session{ends, r}
	return token, ends
}

// role is that of a token that is good, and 0 for any other.
func (t *tokens) role(token string) role {
	t.mu.Lock()
	defer t.mu.Unlock()
	if s := t.live[token]; time.Now().Before(s.ends) {
		return s.role
	}
	return 0
}

// Revoke ends all tokens at once, as when sessions are revoked.
func (s *Server) Revoke() {
	s.tokens.mu.Lock()
	defer s.tokens.mu.Unlock()
	s.tokens.live = nil
}

// platform is IAM, the Resource Controller, and the sandbox's own controls.
func (s *Server) platform() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /identity/token", s.giveToken)
	mux.HandleFunc("GET /v2/resource_instances", s.listResources)
	mux.HandleFunc("POST /sandbox/faults", func(w http.ResponseWriter, r *http.Request) {
		var f Fault
		if err := json.NewDecoder(r.Body).Decode(&f); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		s.Faults.Add(f)
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("DELETE /sandbox/faults", func(w http.ResponseWriter, _ *http.Request) {
		s.Faults.Clear()
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("POST /sandbox/revoke", func(w http.ResponseWriter, _ *http.Request) {
		s.Revoke()
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /sandbox/requests", func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, http.StatusOK, s.Requests()) })
	return mux
}

func (s *Server) giveToken(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseForm()
	refused := func(code, message string) {
		writeJSON(w, http.StatusBadRequest, object{"errorCode": code, "errorMessage": message})
	}
	var role role
	switch grant := r.Form.Get("grant_type"); grant {
	case "urn:ibm:params:oauth:grant-type:apikey":
		if role = roleOf(r.Form.Get("apikey"), apiKey); role == 0 {
			refused("BXNIM0415E", "Provided API key could not be found.")
			return
		}
	case "refresh_token":
		if role = roleOf(r.Form.Get("refresh_token"), refreshToken); role == 0 {
			refused("BXNIM0407E", "Session not found.")
			return
		}
	default:
		refused("BXNIM0101E", "Property missing or empty: grant_type.")
		return
	}
	token, ends := s.tokens.issue(s.options.TokenLife, role)
	writeJSON(w, http.StatusOK, object{
		"access_token": token, "refresh_token": refreshToken(role), "token_type": "Bearer", "scope": "ibm openid",
		"expires_in": int(s.options.TokenLife.Seconds()), "expiration": ends.Unix(),
	})
}

// resources are the account's instances in the Resource Controller's words: ours, in every form that it has for
// extensions, among others.
func (s *Server) resources() []any {
	entry := func(name, guid, crn, region string, extensions any) any {
		return object{
			"id": crn, "crn": crn, "guid": guid, "name": name, "region_id": region, "account_id": account, "state": "active",
			"resource_group_id": "a1b2c3d4e5f60718293a4b5c6d7e8f90", "type": "service_instance", "extensions": extensions,
		}
	}
	var list []any
	for i := range 2 {
		guid := fmt.Sprintf("c05c05c0-0000-4000-8000-%012d", i)
		list = append(list, entry(fmt.Sprintf("storage-%d", i), guid, "crn:v1:bluemix:public:cloud-object-storage:global:a/"+account+":"+guid+"::", "global", object{}))
	}
	for i, in := range s.Instances {
		tenant := strings.TrimSuffix(in.Tenant, "/")
		private := in.GUID + ".private." + in.Region + ".backup-recovery.cloud.ibm.com"
		extensions := object{"endpoints.public": in.URL, "endpoints.private": private, "tenant-id": tenant}
		if i%2 == 1 {
			extensions = object{"endpoints": object{"public": in.URL, "private": private}, "tenant-id": tenant}
		}
		list = append(list, entry(in.Name, in.GUID, in.CRN, in.Region, extensions))
	}
	guid := "0ddba110-0000-4000-8000-000000000001"
	return append(list, entry("keys", guid, "crn:v1:bluemix:public:kms:us-east:a/"+account+":"+guid+"::", "us-east", object{}))
}

func (s *Server) listResources(w http.ResponseWriter, r *http.Request) {
	if s.tokens.role(bearer(r)) == 0 {
		writeJSON(w, http.StatusUnauthorized, platformError(http.StatusUnauthorized, "unauthorized", "The token is expired or invalid."))
		return
	}
	all := s.resources()
	start, _ := strconv.Atoi(r.URL.Query().Get("start"))
	start = min(max(start, 0), len(all))
	end := min(start+s.options.PageSize, len(all))
	answer := object{"rows_count": end - start, "resources": all[start:end]}
	if end < len(all) {
		query := url.Values{"start": {strconv.Itoa(end)}, "limit": {r.URL.Query().Get("limit")}, "type": {r.URL.Query().Get("type")}}
		answer["next_url"] = "/v2/resource_instances?" + query.Encode()
	}
	writeJSON(w, http.StatusOK, answer)
}

// writeHome makes a folder as the host CLI leaves it after a login.
func (s *Server) writeHome() error {
	s.Home = filepath.Join(s.options.Dir, "home")
	dir := filepath.Join(s.Home, ".bluemix")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	token, _ := s.tokens.issue(s.options.TokenLife, manager)
	raw, err := json.MarshalIndent(object{
		"APIEndpoint": "https://cloud.ibm.com", "CloudType": "public", "CloudName": "bluemix", "Region": "us-east", "RegionID": "us-east",
		"IAMEndpoint": s.Platform, "IAMToken": "Bearer " + token, "IAMRefreshToken": refreshToken(manager),
		"Account":       object{"GUID": account, "Name": "Sandbox", "Owner": "operator@example.com"},
		"ResourceGroup": object{"GUID": "a1b2c3d4e5f60718293a4b5c6d7e8f90", "Name": "Default", "Default": true},
		"LoginAt":       time.Now().Format(time.RFC3339), "SDKVersion": "1.12.1",
	}, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(dir, "config.json"), raw)
}

// writeWhole replaces a file at once, so that a reader never sees half of it.
func writeWhole(path string, raw []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(raw)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v)
}

func platformError(status int, code, message string) any {
	return object{"errors": []any{object{"code": code, "message": message}}, "trace": rand.Text(), "status_code": status}
}
