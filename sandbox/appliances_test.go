package sandbox

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// visitor is an HTTP client of a connector or a connector agent, which trusts its certificate alone.
type visitor struct {
	t     *testing.T
	at    *Appliance
	api   string
	token string
}

func visit(t *testing.T, a *Appliance) *visitor {
	api := "connector"
	if a.agent {
		api = "connector-agent"
	}
	return &visitor{t: t, at: a, api: api}
}

// ask sends a request, and checks the answer against the API description.
func (v *visitor) ask(method, path string, body any) (int, http.Header, []byte) {
	v.t.Helper()
	text, err := os.ReadFile(v.at.Certificate)
	require.NoError(v.t, err)
	pool := x509.NewCertPool()
	require.True(v.t, pool.AppendCertsFromPEM(text))
	raw, err := json.Marshal(body)
	require.NoError(v.t, err)
	req, err := http.NewRequest(method, v.at.URL+path, bytes.NewReader(raw))
	require.NoError(v.t, err)
	req.Header.Set("Content-Type", "application/json")
	if v.token != "" {
		req.Header.Set("Authorization", "Bearer "+v.token)
	}
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}
	defer transport.CloseIdleConnections()
	resp, err := transport.RoundTrip(req)
	require.NoError(v.t, err)
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	require.NoError(v.t, err)
	if route, params, err := v.at.server.apis[v.api].router.FindRoute(req); err == nil {
		input := &openapi3filter.ResponseValidationInput{
			RequestValidationInput: &openapi3filter.RequestValidationInput{Request: req, PathParams: params, Route: route},
			Status:                 resp.StatusCode, Header: resp.Header, Options: &openapi3filter.Options{IncludeResponseStatus: true},
		}
		input.SetBodyBytes(answer)
		require.NoError(v.t, openapi3filter.ValidateResponse(context.Background(), input), "%s: %d %s", route.Operation.OperationID, resp.StatusCode, answer)
	}
	return resp.StatusCode, resp.Header, answer
}

// must is ask for a request that has to be answered with a status.
func (v *visitor) must(status int, method, path string, body any) string {
	v.t.Helper()
	got, _, answer := v.ask(method, path, body)
	require.Equal(v.t, status, got, "%s %s: %s", method, path, answer)
	return string(answer)
}

func (v *visitor) logIn(password string) {
	v.t.Helper()
	var given struct{ AccessToken string }
	require.NoError(v.t, json.Unmarshal([]byte(v.must(200, "POST", "/v2/access-tokens", jsonObject{"username": "admin", "password": password})), &given))
	v.token = given.AccessToken
}

// status returns the state of the registration and what is said of it.
func (v *visitor) status() (state, message string, active bool) {
	v.t.Helper()
	var o jsonObject
	require.NoError(v.t, json.Unmarshal([]byte(v.must(200, "GET", "/v2/data-source-connector/status", nil)), &o))
	return str(o, "registrationStatus", "status"), str(o, "registrationStatus", "message") + str(o, "clusterConnectionStatus", "message"), isTrue(o, "clusterConnectionStatus", "isActive")
}

func (v *visitor) untilState(want string) (message string) {
	v.t.Helper()
	require.Eventually(v.t, func() bool {
		var state string
		state, message, _ = v.status()
		return state == want
	}, 10*time.Second, 5*time.Millisecond)
	return message
}

const (
	usersPath        = "/irisservices/api/v1/public/users"
	registrationPath = "/v2/data-source-connector/registration"
)

func TestAConnectorFromItsFirstPasswordToItsConnection(t *testing.T) {
	dir := t.TempDir()
	c := start(t, Options{Dir: dir, Connectors: 2, Instances: 2, Strict: true})
	v := visit(t, c.server.Connectors[0])
	assert.NotEqual(t, v.at.Fingerprint, c.server.Connectors[1].Fingerprint)
	v.must(401, "GET", "/v2/data-source-connector/status", nil)
	v.must(401, "POST", "/v2/access-tokens", jsonObject{"username": "admin", "password": "wrong"})
	v.must(401, "POST", "/v2/access-tokens", jsonObject{"username": "admin", "password": FirstPassword, "domain": "AD"})
	v.token = c.token
	v.must(401, "GET", "/v2/data-source-connector/status", nil) // a token of IAM is none of a connector
	v.logIn(FirstPassword)
	assert.Contains(t, v.must(403, "GET", "/v2/data-source-connector/status", nil), "KPasswordChangeRequired")

	// The user.
	assert.Contains(t, v.must(200, "GET", usersPath+"?usernames=admin&domain=local", nil), `"forcePasswordChange":true`)
	for _, filter := range []string{"usernames=dm", "emailAddresses=x", "domain=AD", "tenantIds=x"} {
		assert.JSONEq(t, "[]", v.must(200, "GET", usersPath+"?"+filter, nil), filter)
	}
	assert.NotContains(t, v.must(200, "GET", usersPath+"?usernames=dm&partialMatch=true", nil), FirstPassword)
	v.must(404, "PUT", usersPath, jsonObject{"username": "other"})
	v.must(403, "PUT", usersPath, jsonObject{"username": "admin", "currentPassword": "wrong", "password": "second-password"})
	v.must(400, "PUT", usersPath, jsonObject{"username": "admin", "currentPassword": FirstPassword, "password": "short"})
	v.must(400, "PUT", usersPath, jsonObject{"username": "admin", "currentPassword": FirstPassword, "password": FirstPassword})
	v.must(400, "PUT", usersPath, jsonObject{"username": "admin", "s3SecretKey": "x"})
	changed := v.must(200, "PUT", usersPath, jsonObject{"username": "admin", "currentPassword": FirstPassword, "password": "second-password", "emailAddress": "a@b.c"})
	assert.Contains(t, changed, "a@b.c")
	assert.NotContains(t, changed, "second-password")
	v.must(401, "GET", "/v2/data-source-connector/status", nil) // the tokens of the earlier password are gone
	v.logIn("second-password")

	// The registration.
	state, _, active := v.status()
	assert.Equal(t, "NotDone", state)
	assert.False(t, active)
	connection := str(c.must("POST", "/data-source-connections", jsonObject{"connectionName": "dc"}), "connectionId")
	_, raw := c.ask("POST", "/data-source-connections/"+connection+"/registrationToken", nil)
	var token string
	require.NoError(t, json.Unmarshal(raw, &token))
	assert.Empty(t, objectList(c.must("GET", "/data-source-connectors", nil), "connectors"), "a token starts no other connector")
	v.must(400, "POST", registrationPath, jsonObject{"registrationToken": "x"})
	v.must(400, "POST", registrationPath, jsonObject{"registrationToken": c.token})
	v.must(204, "POST", registrationPath, jsonObject{"registrationToken": token})
	v.untilState("Success")
	require.Eventually(t, func() bool { _, _, active := v.status(); return active }, 10*time.Second, 5*time.Millisecond)
	listed := objectList(c.must("GET", "/data-source-connectors?connectionId="+connection, nil), "connectors")
	require.Len(t, listed, 1)
	assert.True(t, isTrue(listed[0], "connectivityStatus", "isConnected"))
	assert.Contains(t, v.at.URL, str(listed[0], "tenantSideIp"))
	v.must(409, "POST", registrationPath, jsonObject{"registrationToken": token})
	id := str(listed[0], "connectorId")
	v.must(204, "POST", registrationPath, jsonObject{"registrationToken": token, "connectorId": json.Number(id)})
	v.untilState("Success")
	assert.Len(t, objectList(c.must("GET", "/data-source-connectors", nil), "connectors"), 1, "it is the same one again")
	logs := v.must(200, "GET", "/v2/data-source-connector/logs", nil)
	assert.Contains(t, logs, "could not log in")
	assert.NotContains(t, logs, "second-password")

	// What the sandbox tells of its requests has no secrets.
	_, shown := c.control("GET", "/sandbox/requests", "")
	for _, secret := range []string{FirstPassword, "second-password", token} {
		assert.NotContains(t, shown, secret)
	}

	// Time passes for tokens of both kinds.
	c.server.Advance(2 * time.Hour)
	v.must(401, "GET", "/v2/data-source-connector/status", nil)
	v.logIn("second-password")
	c.server.Advance(25 * time.Hour)
	v.logIn("second-password")
	v.must(204, "POST", registrationPath, jsonObject{"registrationToken": token, "connectorId": json.Number(id)})
	assert.Contains(t, v.untilState("Failed"), "expired")

	// A restart changes nothing, and an instance that forgets the connector is noticed.
	fingerprint := v.at.Fingerprint
	require.NoError(t, c.server.Close())
	c = start(t, Options{Dir: dir, Connectors: 2, Instances: 2})
	v = visit(t, c.server.Connectors[0])
	assert.Equal(t, fingerprint, v.at.Fingerprint)
	v.logIn("second-password")
	state, _, active = v.status()
	assert.Equal(t, "Failed", state)
	assert.True(t, active, "the connection of the earlier registration stays")
	c.must("DELETE", "/data-source-connectors/"+id, nil)
	_, message, active := v.status()
	assert.False(t, active)
	assert.Contains(t, message, "does not know the connector")
	c.control("POST", "/sandbox/appliances", `{"name": "connector-1", "reset": true}`)
	v.must(401, "GET", "/v2/data-source-connector/status", nil)
	v.logIn(FirstPassword)
}

func TestAConnectorAgentFromItsTokenToItsConnection(t *testing.T) {
	c := start(t, Options{ConnectorAgents: 2, Instances: 2})
	v, other := visit(t, c.server.ConnectorAgents[0]), visit(t, c.server.ConnectorAgents[1])
	token := str(c.must("GET", "/connector-agents/config", nil), "registrationToken")
	const path = "/v1/connector-agents/registration"
	register := func(v *visitor, token, connection string, join bool) (int, string, string) {
		status, header, body := v.ask("POST", path, jsonObject{"registrationToken": token, "connectionName": connection, "joinExistingConnection": join})
		return status, header.Get("X-Registration-Status"), string(body)
	}
	refused := func(v *visitor, status int, code, token, connection string, join bool) {
		t.Helper()
		got, _, body := register(v, token, connection, join)
		assert.Equal(t, status, got)
		assert.Contains(t, body, `"`+code+`"`)
	}
	refused(v, 400, "InvalidToken", "x", "roks", false)
	refused(v, 400, "InvalidToken", c.token, "roks", false)
	refused(v, 400, "KValidationError", token, "", false)
	dc := str(c.must("POST", "/data-source-connections", jsonObject{"connectionName": "dc"}), "registrationToken")
	refused(v, 403, "UnauthorizedAccess", dc, "roks", true)
	refused(v, 409, "DuplicateConnection", token, "dc", false)
	status, said, _ := register(v, token, "roks", false)
	assert.Equal(t, []any{204, "registered"}, []any{status, said})
	status, said, _ = register(v, token, "roks", false)
	assert.Equal(t, []any{204, "already-registered"}, []any{status, said})
	status, said, _ = register(other, token, "roks", true) // one token is good for several
	assert.Equal(t, []any{204, "registered"}, []any{status, said})
	require.Eventually(t, func() bool {
		listed := objectList(c.must("GET", "/connector-agents?tenantId=sandboxtenant1&connectionNames=roks", nil), "connectorAgents")
		return len(listed) == 2 && isTrue(listed[0], "connectivityStatus", "isConnected") && isTrue(listed[1], "connectivityStatus", "isConnected")
	}, 10*time.Second, 5*time.Millisecond)
	assert.Len(t, objectList(c.must("GET", "/data-source-connections?connectionNames=roks", nil), "connections"), 1)
	c.server.Advance(25 * time.Hour)
	c.control("POST", "/sandbox/appliances", `{"name": "connector-agent-1", "reset": true}`)
	refused(v, 400, "InvalidToken", token, "roks", true)
}

// TestTheEnvironmentNamesConnectors checks that people and scripts find where they are and what proves their certificates.
func TestTheEnvironmentNamesConnectors(t *testing.T) {
	c := start(t, Options{Connectors: 1, ConnectorAgents: 1})
	env := strings.Join(c.server.Env(), "\n") + "\n"
	for _, a := range []*Appliance{c.server.Connectors[0], c.server.ConnectorAgents[0]} {
		name := "SANDBOX_" + strings.ToUpper(strings.ReplaceAll(a.Name, "-", "_"))
		for suffix, value := range map[string]string{"": a.URL, "_FINGERPRINT": a.Fingerprint, "_CA_FILE": a.Certificate} {
			assert.Contains(t, env, name+suffix+"="+value+"\n")
		}
	}
}
