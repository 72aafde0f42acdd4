package service

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// managerToken signs requests to the Manager with a token for a user and a password, which is kept in memory alone.
type managerToken struct {
	session *Session
	manager *manager

	mu     sync.Mutex
	header string // the value of the header; "" before there is a token
}

// Sign puts a token on a request, and gets one where there is none.
func (m *managerToken) Sign(req *http.Request) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.header == "" {
		if err := m.logIn(); err != nil {
			return &ManagerLogin{err}
		}
	}
	req.Header.Set("Authorization", m.header)
	return nil
}

// Renew gets a new token in the place of the one that the Manager refused.
func (m *managerToken) Renew(req *http.Request) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	before := req.Header.Get("Authorization")
	if m.header == before {
		if err := m.logIn(); err != nil {
			return false, &ManagerLogin{err}
		}
	}
	req.Header.Set("Authorization", m.header)
	return m.header != before, nil
}

// ManagerLogin says that the Manager's authentication address gave no token.
type ManagerLogin struct{ Err error }

func (e *ManagerLogin) Error() string { return e.Err.Error() }

// Unwrap returns the reason.
func (e *ManagerLogin) Unwrap() error { return e.Err }

// logIn asks for a token. The form of neither the request nor the answer is documented: both are those with which a connector gives a
// token, and other usual names of the token are understood.
func (m *managerToken) logIn() error {
	body, err := json.Marshal(map[string]string{"username": m.manager.user, "password": m.manager.password})
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, m.manager.authenticator, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	if m.session.Agent != "" {
		req.Header.Set("User-Agent", m.session.Agent)
	}
	client := IdentityClient(m.session.SkipTLS, m.session.timeout())
	if m.session.Transport != nil { // of a test
		client.Transport = shortAnswers{m.session.Transport}
	}
	resp, err := client.Do(req)
	if err != nil {
		var wrapped *url.Error
		if errors.As(err, &wrapped) { // which repeats the request
			if wrapped.Timeout() {
				return errManagerLogin(req.URL.Host, i18n.T("manager.silent|It did not answer in time."))
			}
			err = wrapped.Err
		}
		return errManagerLogin(req.URL.Host, RedactText(err.Error()))
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return errManagerLogin(req.URL.Host, err.Error())
	}
	if resp.StatusCode/100 != 2 {
		return errManagerLogin(req.URL.Host, withoutEcho(readError(resp.StatusCode, resp.Header, raw).Error(), secretsOf(req)))
	}
	var answer struct {
		AccessToken string `json:"accessToken"`
		OAuthToken  string `json:"access_token"`
		Token       string `json:"token"`
		Type        string `json:"tokenType"`
	}
	_ = json.Unmarshal(raw, &answer) // what is no JSON has no token
	for _, token := range []string{answer.AccessToken, answer.OAuthToken, answer.Token} {
		if token == "" {
			continue
		}
		if answer.Type == "" {
			answer.Type = "Bearer"
		}
		m.header = answer.Type + " " + strings.TrimPrefix(token, answer.Type+" ")
		return nil
	}
	return errManagerLogin(req.URL.Host, i18n.T("manager.tokenless|The answer has no token."))
}

// errManagerLogin returns that the Manager's authentication address gave no token, and why.
func errManagerLogin(host, reason string) error {
	return i18n.NewError("manager.login|{{.Host}} gave no token for the Manager: {{.Reason}}", "Host", host, "Reason", reason)
}
