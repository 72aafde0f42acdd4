package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/stretchr/testify/require"
)

// client is an HTTP client that is independent of the plug-in.
type client struct {
	t        testing.TB
	server   *Server
	token    string
	mu       sync.Mutex
	answered map[string]bool // the operations that were answered with success
}

func start(t testing.TB, o Options) *client {
	if o.RunTime == 0 {
		o.RunTime = 30 * time.Millisecond
	}
	s, err := Start(o)
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	c := &client{t: t, server: s, answered: map[string]bool{}}
	c.logIn()
	return c
}

func (c *client) logIn() {
	resp, err := http.PostForm(c.server.PlatformURL+"/identity/token", url.Values{"grant_type": {"urn:ibm:params:oauth:grant-type:apikey"}, "apikey": {c.server.APIKey}})
	require.NoError(c.t, err)
	defer resp.Body.Close()
	var answer struct {
		Token string `json:"access_token"`
	}
	require.NoError(c.t, json.NewDecoder(resp.Body).Decode(&answer))
	c.token = answer.Token
}

// ask sends a request to the first instance and returns status and body.
func (c *client) ask(method, path string, body any) (int, []byte) {
	return c.send(method, c.server.Instances[0].URL+"/v2"+path, body)
}

// askOldAPI is ask for the operations of the older API.
func (c *client) askOldAPI(path string) (int, []byte) {
	return c.send("GET", c.server.Instances[0].URL+path, nil)
}

func (c *client) send(method, address string, body any) (int, []byte) {
	raw := []byte(nil)
	if body != nil {
		var err error
		raw, err = json.Marshal(body)
		require.NoError(c.t, err)
	}
	req, err := http.NewRequest(method, address, bytes.NewReader(raw))
	require.NoError(c.t, err)
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("X-IBM-Tenant-Id", c.server.Instances[0].Tenant)
	if strings.HasPrefix(address, c.server.ManagerURL) {
		req.Header = http.Header{"Apikey": {ManagerKey}}
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := http.DefaultClient.Do(req)
	require.NoError(c.t, err)
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	require.NoError(c.t, err)
	c.validate(req, resp, answer)
	return resp.StatusCode, answer
}

// validate checks an answer against the API description.
func (c *client) validate(req *http.Request, resp *http.Response, answer []byte) {
	route, params, err := c.server.apis[c.apiAt(req.URL.Host)].router.FindRoute(req)
	if err != nil {
		return // which the sandbox refuses
	}
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: req, PathParams: params, Route: route},
		Status:                 resp.StatusCode, Header: resp.Header, Options: &openapi3filter.Options{IncludeResponseStatus: true},
	}
	input.SetBodyBytes(answer)
	require.NoError(c.t, openapi3filter.ValidateResponse(context.Background(), input), "%s: %d %s", route.Operation.OperationID, resp.StatusCode, answer)
	if resp.StatusCode < 300 {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.answered[route.Operation.OperationID] = true
	}
}

// apiAt returns the name of the server that is at an address.
func (c *client) apiAt(host string) string {
	for name, address := range map[string]string{"management": c.server.ReportsURL, "management-sre": c.server.ManagerURL} {
		if strings.HasPrefix(address, "http://"+host) {
			return name
		}
	}
	return "instance"
}

// must is ask for a request that has to succeed.
func (c *client) must(method, path string, body any) jsonObject {
	status, raw := c.ask(method, path, body)
	require.Less(c.t, status, 300, "%s %s: %s", method, path, raw)
	return c.object(raw)
}

// object decodes an answer, with the digits of its numbers. A bare list is one in the field "".
func (c *client) object(raw []byte) jsonObject {
	if len(raw) == 0 {
		return nil
	}
	if raw[0] == '[' {
		raw = append(append([]byte(`{"":`), raw...), '}')
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var o jsonObject
	require.NoError(c.t, dec.Decode(&o))
	return o
}

// refused is ask for a request that has to be refused with a status.
func (c *client) refused(want int, method, path string, body any) string {
	status, raw := c.ask(method, path, body)
	require.Equal(c.t, want, status, "%s %s: %s", method, path, raw)
	return string(raw)
}

func (c *client) until(path, query, want string) jsonObject {
	var last jsonObject
	require.Eventually(c.t, func() bool {
		last = c.must("GET", path, nil)
		steps := strings.Split(query, ".")
		return str(last, steps...) == want
	}, 10*time.Second, 10*time.Millisecond, "%s of %s never became %s", query, path, want)
	return last
}

// register registers a folder as a host, with applications.
func (c *client) register(name, folder string, applications ...string) (source string) {
	params := jsonObject{"endpoint": folder, "hostType": "kLinux", "physicalType": "kHost"}
	if applications != nil {
		params["applications"] = applications
	}
	return str(c.must("POST", "/data-protect/sources/registrations", jsonObject{"environment": "kPhysical", "name": name, "physicalParams": params}), "id")
}

// protect registers a folder as a host and puts it into a group.
func (c *client) protect(folder string) (group, source string) {
	connection := str(c.must("POST", "/data-source-connections", jsonObject{"connectionName": "site"}), "connectionId")
	registered := c.must("POST", "/data-protect/sources/registrations", jsonObject{
		"environment": "kPhysical", "name": "web-1", "connectionId": json.Number(connection),
		"physicalParams": jsonObject{"endpoint": folder, "hostType": "kLinux", "physicalType": "kHost"},
	})
	source = str(registered, "id")
	return c.group("files", goldPolicy("gold"), source), source
}

// group puts hosts into a group with a policy of its own. The group is paused, so that it runs only when a test asks for it.
func (c *client) group(name string, policy jsonObject, sources ...string) (group string) {
	return str(c.must("POST", "/data-protect/protection-groups", c.groupBody(name, policy, sources...)), "id")
}

// activeGroup is group for a group that is not paused: it starts its first run, and others by the policy.
func (c *client) activeGroup(name string, policy jsonObject, sources ...string) (group string) {
	body := c.groupBody(name, policy, sources...)
	delete(body, "isPaused")
	return str(c.must("POST", "/data-protect/protection-groups", body), "id")
}

// scheduledGroup is activeGroup that waits for the end of the first run.
func (c *client) scheduledGroup(name string, policy jsonObject, sources ...string) (group string) {
	group = c.activeGroup(name, policy, sources...)
	c.waitForRuns(group, 1)
	return group
}

// groupBody is the body of the request for a paused group.
func (c *client) groupBody(name string, policy jsonObject, sources ...string) jsonObject {
	things := []any{}
	for _, source := range sources {
		things = append(things, jsonObject{"id": json.Number(source), "filePaths": []any{jsonObject{"includedPath": "/"}}})
	}
	return jsonObject{
		"name": name, "policyId": str(c.must("POST", "/data-protect/policies", policy), "id"), "environment": "kPhysical", "isPaused": true,
		"physicalParams": jsonObject{"protectionType": "kFile", "fileProtectionTypeParams": jsonObject{"objects": things}},
	}
}

// runs are the runs of a group, newest first.
func (c *client) runs(group string) []jsonObject {
	return objectList(c.must("GET", "/data-protect/protection-groups/"+group+"/runs?includeObjectDetails=true", nil), "runs")
}

// names are the texts at a path of each object of a list.
func names(found []jsonObject, path ...string) []string {
	texts := []string{}
	for _, o := range found {
		texts = append(texts, str(o, path...))
	}
	return texts
}

// control sends a request to the control address.
func (c *client) control(method, path, body string) (status int, answer string) {
	req, err := http.NewRequest(method, c.server.PlatformURL+path, strings.NewReader(body))
	require.NoError(c.t, err)
	resp, err := http.DefaultClient.Do(req)
	require.NoError(c.t, err)
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	require.NoError(c.t, err)
	return resp.StatusCode, string(raw)
}

func goldPolicy(name string) jsonObject {
	return jsonObject{"name": name, "backupPolicy": jsonObject{"regular": jsonObject{"retention": jsonObject{"unit": "Weeks", "duration": 2}}}}
}

// backUp runs a group and waits for the end of the run.
func (c *client) backUp(group string) jsonObject { return c.backUpAs(group, "kRegular") }

// backUpAs is backUp with a run of another type.
func (c *client) backUpAs(group, kind string) jsonObject {
	before := len(c.runs(group))
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": kind})
	var last jsonObject
	require.Eventually(c.t, func() bool {
		runs := c.runs(group)
		if len(runs) > before {
			last = runs[0]
		}
		return len(runs) > before && hasEnded(str(last, "localBackupInfo", "status"))
	}, 20*time.Second, 5*time.Millisecond)
	return last
}

// recover starts a recovery and waits for its end.
func (c *client) recover(environment string, params jsonObject) jsonObject {
	body := jsonObject{"name": "back", "snapshotEnvironment": environment, paramsKey[environment]: params}
	id := str(c.must("POST", "/data-protect/recoveries", body), "id")
	return c.waitForRecovery(id)
}

func (c *client) waitForRecovery(recovery string) (o jsonObject) {
	require.Eventually(c.t, func() bool {
		o = c.must("GET", "/data-protect/recoveries/"+recovery, nil)
		return hasEnded(str(o, "status"))
	}, 20*time.Second, 5*time.Millisecond)
	return o
}

// snapshot is the newest snapshot of an object.
func (c *client) snapshot(id string) string {
	return str(objectList(c.must("GET", "/data-protect/objects/"+id+"/snapshots", nil), "snapshots")[0], "id")
}

// objectNamed finds an object by its name.
func (c *client) objectNamed(name string) jsonObject {
	for _, o := range objectList(c.must("GET", "/data-protect/search/objects", nil), "objects") {
		if str(o, "name") == name {
			return o
		}
	}
	require.Fail(c.t, "no object "+name)
	return nil
}

func writeFile(t testing.TB, path, text string) {
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}
