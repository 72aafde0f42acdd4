package platform

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func newTestPlatform() *Platform {
	return New(Options{Accounts: 2, TokenLife: time.Hour, PageSize: 3})
}

// send sends a request to a handler and returns the answer.
func send(h http.Handler, method, path, body string, header http.Header) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	for name, values := range header {
		r.Header[name] = values
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// logIn returns the token for a credential, or "" where it is refused.
func logIn(h http.Handler, form url.Values) string {
	w := send(h, "POST", "/identity/token", form.Encode(), http.Header{"Content-Type": {"application/x-www-form-urlencoded"}})
	var answer struct {
		Token string `json:"access_token"`
	}
	_ = json.Unmarshal(w.Body.Bytes(), &answer)
	return answer.Token
}

func TestTokensBelongToTheIdentityOfTheirCredential(t *testing.T) {
	p := newTestPlatform()
	for key, want := range map[string]Identity{
		"sandbox-api-key": {Manager, 0}, "sandbox-api-key-reader": {Reader, 0}, "sandbox-api-key-writer-account-2": {Writer, 1}, "sandbox-api-key-account-2": {Manager, 1},
	} {
		assert.Equal(t, key, want.APIKey())
		id, valid := p.Identity(logIn(p, url.Values{"grant_type": {"urn:ibm:params:oauth:grant-type:apikey"}, "apikey": {key}}))
		assert.True(t, valid, key)
		assert.Equal(t, want, id, key)
		id, valid = p.Identity(logIn(p, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {want.refreshToken()}}))
		assert.True(t, valid, key)
		assert.Equal(t, want, id, key)
	}
	for _, form := range []url.Values{
		{"grant_type": {"urn:ibm:params:oauth:grant-type:apikey"}, "apikey": {"sandbox-api-key-account-3"}}, {"grant_type": {"refresh_token"}, "refresh_token": {"other"}}, {},
	} {
		token := logIn(p, form)
		assert.Empty(t, token)
		_, valid := p.Identity(token)
		assert.False(t, valid)
	}
}

func TestRevokedTokensAreInvalid(t *testing.T) {
	p := newTestPlatform()
	token := logIn(p, url.Values{"grant_type": {"urn:ibm:params:oauth:grant-type:apikey"}, "apikey": {"sandbox-api-key"}})
	require.NotEmpty(t, token)
	assert.Equal(t, 204, send(p, "POST", "/sandbox/revoke", "", nil).Code)
	_, valid := p.Identity(token)
	assert.False(t, valid)
	w := send(p, "GET", "/v2/resource_instances", "", http.Header{"Authorization": {"Bearer " + token}})
	assert.Equal(t, 401, w.Code)
}

type notFoundError struct{ error }

func (notFoundError) HTTPStatus() int { return 404 }

func TestControlsAnswerWithTheStatusOfTheirError(t *testing.T) {
	p := newTestPlatform()
	var answer any
	var err error
	p.HandleControl("POST /sandbox/test", func(*http.Request) (any, error) { return answer, err })
	for _, c := range []struct {
		answer any
		err    error
		status int
		body   string
	}{
		{nil, nil, 204, ""},
		{jsonObject{"a": 1}, nil, 200, "{\"a\":1}\n"},
		{nil, errors.New("not so"), 400, "not so\n"},
		{nil, notFoundError{errors.New("not there")}, 404, "not there\n"},
	} {
		answer, err = c.answer, c.err
		w := send(p, "POST", "/sandbox/test", "{}", nil)
		assert.Equal(t, c.status, w.Code)
		assert.Equal(t, c.body, w.Body.String())
	}
}

func TestTheRequestLogIsShownWithoutSecrets(t *testing.T) {
	p := newTestPlatform()
	h := p.Observe(p)
	send(h, "POST", "/identity/token", "apikey=secret-key", nil)
	send(h, "GET", "/v2/resource_instances?start=1", "", http.Header{"Authorization": {"Bearer secret-token"}})
	send(h, "GET", "/sandbox/faults", "", nil)
	shown := send(h, "GET", "/sandbox/requests", "", nil).Body.String()
	assert.NotContains(t, shown, "secret")
	var requests []struct{ Method, Path, Query string }
	require.NoError(t, json.Unmarshal([]byte(shown), &requests))
	require.Len(t, requests, 2, "requests to the control address are not logged")
	assert.Equal(t, "start=1", requests[1].Query)
	assert.Contains(t, string(p.Requests()[0].Body), "secret-key", "tests see all of it")
	p.ForgetRequests()
	assert.Empty(t, p.Requests())
}

func TestFaultsOfRunsAndOfConnectionsAreSeparate(t *testing.T) {
	var f Faults
	f.Add(Fault{Match: "POST /runs", RunStatus: "Failed"})
	f.Add(Fault{Match: "*", Status: 503, Skip: 1, Times: 2})
	r := httptest.NewRequest("POST", "/runs/1", nil)
	assert.Nil(t, f.ForRun(httptest.NewRequest("GET", "/runs/1", nil)))
	assert.Nil(t, f.forConnection(r), "the first request is skipped")
	assert.Equal(t, "Failed", f.ForRun(r).RunStatus)
	assert.Nil(t, f.ForRun(r), "a fault is for one request by default")
	assert.Equal(t, 503, f.forConnection(r).Status)
	assert.Len(t, f.Pending(), 1)
	assert.Equal(t, 503, f.forConnection(r).Status)
	assert.Empty(t, f.Pending())
}
