package commands

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/service"
)

// network is an instance with two connections, and a connector and a connector agent beside it.
type network struct {
	*enginetest.CLI
	answers map[string]string // by METHOD and path; a number is a status
	polls   []string          // what the connector says of its registration, one after the other, and then the last
}

func newNetwork(t *testing.T) *network {
	n := &network{CLI: enginetest.New(t, Catalog()), polls: []string{"NotDone", "InProgress", "Success"}}
	for _, name := range []string{"ACCESS_TOKEN", "USERNAME", "PASSWORD"} {
		t.Setenv(service.ConnectorVariables+name, "")
	}
	was := engine.PollBackoff
	engine.PollBackoff = service.Backoff{First: 1, Max: 1, Factor: 1}
	t.Cleanup(func() { engine.PollBackoff = was })
	n.answers = map[string]string{
		"GET /v2/data-source-connections":                      `{"connections":[{"connectionName":"dc","connectionId":"5"},{"connectionName":"other","connectionId":"6"}]}`,
		"POST /v2/data-source-connections/5/registrationToken": `"registration-token"`,
		"POST /v2/access-tokens":                               `{"accessToken":"connector-token"}`,
		"GET /irisservices/api/v1/public/users":                `[{"username":"admin","forcePasswordChange":false}]`,
		"PUT /irisservices/api/v1/public/users":                `{}`,
		"POST /v2/data-source-connector/registration":          "204",
		"GET /v2/connector-agents":                             `{"connectorAgents":[]}`,
		"GET /v2/connector-agents/config":                      `{"registrationToken":"agents-token"}`,
		"POST /v1/connector-agents/registration":               "204",
	}
	const own = `{"connectorName":"dc-1","connectorId":"9","connectionId":"5","tenantSideIp":"10.1.2.3","connectivityStatus":{"isConnected":true}}`
	registered := false
	n.Answer = func(r *http.Request) *http.Response {
		key := r.Method + " " + r.URL.Path
		switch key {
		case "GET /v2/data-source-connector/status":
			state := n.polls[0]
			if len(n.polls) > 1 {
				n.polls = n.polls[1:]
			}
			registered = registered || state == "Success"
			return enginetest.Reply(200, "application/json", `{"registrationStatus":{"status":"`+state+`","message":"said by the connector"}}`)
		case "GET /v2/data-source-connectors":
			if answer := n.answers[key]; answer != "" {
				return enginetest.Reply(200, "application/json", answer)
			}
			if !registered {
				return enginetest.Reply(200, "application/json", `{"connectors":[]}`)
			}
			return enginetest.Reply(200, "application/json", `{"connectors":[`+own+`]}`)
		}
		switch answer := n.answers[key]; {
		case answer == "204":
			return enginetest.Reply(204, "", "")
		case strings.HasPrefix(answer, "refuse "):
			return enginetest.Reply(403, "application/json", `{"errorCode":"`+strings.TrimPrefix(answer, "refuse ")+`","message":"no"}`)
		case answer == "":
			return enginetest.Reply(404, "application/json", `{"message":"nothing there: `+key+`"}`)
		default:
			return enginetest.Reply(200, "application/json", answer)
		}
	}
	return n
}

// register registers the connector as a user whose password is given.
func (n *network) register(more ...string) int {
	return n.Run(append([]string{"connector", "register", "10.1.2.3", "--connection", "dc", "--login-password", "first"}, more...)...)
}

// sent returns the bodies of the requests with a method and a path.
func (n *network) sent(method, path string) (bodies []string) {
	for i, r := range n.Sent {
		if r.Method == method && r.URL.Path == path {
			bodies = append(bodies, string(n.Bodies[i]))
		}
	}
	return bodies
}

const ownRegistration = "/v2/data-source-connector/registration"

func TestAConnectorIsRegistered(t *testing.T) {
	n := newNetwork(t)
	require.Equal(t, 0, n.register("--output", "json", "-j", "connectorName"), &n.Err)
	assert.Equal(t, "\"dc-1\"\n", n.Out.String())
	assert.Equal(t, []string{`{"registrationToken":"registration-token"}`}, n.sent("POST", ownRegistration))
	assert.JSONEq(t, `{"username":"admin","password":"first"}`, n.sent("POST", "/v2/access-tokens")[0])
	for _, r := range n.Sent {
		want := "Bearer token"
		if r.URL.Host == "10.1.2.3" {
			want = "Bearer connector-token"
			assert.Empty(t, r.Header.Get("X-IBM-Tenant-Id"), "the tenant is none of the connector's business")
		}
		if !strings.HasSuffix(r.URL.Path, "/access-tokens") {
			assert.Equal(t, want, r.Header.Get("Authorization"), r.URL)
		}
	}
	assert.Equal(t, 2, n.Run("connector", "register", "--connection", "dc"))
	assert.Equal(t, 2, n.Run("connector", "register", "10.1.2.3"))
	assert.Empty(t, n.Sent)
}

// TestAConnectorThatIsBeingRegisteredIsWaitedFor is somebody else who has begun, or this command that was interrupted.
func TestAConnectorThatIsBeingRegisteredIsWaitedFor(t *testing.T) {
	n := newNetwork(t)
	n.polls = []string{"InProgress", "InProgress", "Success"}
	require.Equal(t, 0, n.register(), &n.Err)
	assert.Empty(t, n.sent("POST", ownRegistration))
	assert.Empty(t, n.sent("POST", "/v2/data-source-connections/5/registrationToken"), "no token is made in vain")
}

func TestAConnectorThatIsRegisteredStaysAsItIs(t *testing.T) {
	connector := func(id, connection, ip string) string {
		return `{"connectorName":"c-` + id + `","connectorId":"` + id + `","connectionId":"` + connection + `","clusterSideIp":"` + ip + `","connectivityStatus":{"isConnected":true}}`
	}
	for name, c := range map[string]struct {
		connectors string
		exit       int
		says       string
	}{
		"here":                      {connector("7", "5", "10.1.2.3"), 0, "c-7"},
		"elsewhere":                 {connector("7", "6", "10.1.2.3"), 5, "with connection 'other' as 'c-7'"},
		"here and elsewhere":        {connector("7", "6", "10.1.2.3") + "," + connector("8", "5", "10.1.2.3"), 0, "c-8"},
		"nobody has its address":    {connector("7", "5", "10.1.2.4"), 5, "no connector of this instance"},
		"nobody is there":           {"", 5, "data-source-connector-logs --login admin --service-url 10.1.2.3"},
		"a name that acts up there": {strings.Replace(connector("7", "6", "10.1.2.3"), `"c-7"`, `"c\u001b[2J"`, 1), 5, `c\u001b[2J`},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNetwork(t)
			n.polls = []string{"Success"}
			n.answers["GET /v2/data-source-connectors"] = `{"connectors":[` + c.connectors + `]}`
			assert.Equal(t, c.exit, n.register(), &n.Err)
			assert.Contains(t, n.Err.String()+n.Out.String(), c.says)
			assert.NotContains(t, n.Err.String(), "\x1b")
			for _, r := range n.Sent {
				assert.True(t, r.Method == "GET" || r.URL.Path == "/v2/access-tokens", "%s %s", r.Method, r.URL)
			}
		})
	}
}

// TestTheFirstPasswordIsReplaced checks what is sent to change it, that the rest of the user stays, and that it is not changed where the
// connector does not demand it.
func TestTheFirstPasswordIsReplaced(t *testing.T) {
	n := newNetwork(t)
	const users = "/irisservices/api/v1/public/users"
	require.Equal(t, 0, n.register("--new-password", "second"), &n.Err)
	assert.Empty(t, n.sent("PUT", users))

	n = newNetwork(t)
	n.answers["GET "+users] = `[{"username":"root","forcePasswordChange":true},{"username":"admin","forcePasswordChange":true,"domain":"LOCAL","roles":["r"],"createdTimeMsecs":9007199254740993,"isAccountMfaEnabled":true}]`
	assert.Equal(t, 2, n.register(), "nobody can be asked")
	assert.Contains(t, n.Err.String(), "--new-password @FILE")
	assert.Equal(t, 2, n.register("--new-password", ""))
	assert.Empty(t, n.sent("PUT", users))
	require.Equal(t, 0, n.register("--new-password", "second"), &n.Err)
	require.Len(t, n.sent("PUT", users), 1)
	assert.JSONEq(t, `{"username":"admin","domain":"LOCAL","roles":["r"],"createdTimeMsecs":9007199254740993,"currentPassword":"first","password":"second","forcePasswordChange":false}`, n.sent("PUT", users)[0])
	logins := n.sent("POST", "/v2/access-tokens")
	assert.Contains(t, logins[len(logins)-1], "second", "the token of the old password is not relied upon")
	assert.NotContains(t, n.Err.String()+n.Out.String(), "second")

	// What goes wrong afterwards does not hide that it was changed.
	n = newNetwork(t)
	n.answers["GET "+users] = `[{"username":"admin","forcePasswordChange":true}]`
	n.answers["POST "+ownRegistration] = "refuse KAway"
	assert.Equal(t, 3, n.register("--new-password", "second"))
	assert.Contains(t, n.Err.String(), "The password of 'admin' on the connector was changed.")
	assert.NotContains(t, n.Err.String(), "administrator of the account", "roles of IBM Cloud are not the connector's")

	// What is no list of users says nothing of the password.
	for _, odd := range []string{`{}`, `null`, `"x"`, `[null,5,"x"]`} {
		n = newNetwork(t)
		n.answers["GET "+users] = odd
		require.Equal(t, 0, n.register("--new-password", "second"), "%s: %s", odd, &n.Err)
		assert.Empty(t, n.sent("PUT", users))
	}

	// Who may not read users is not kept from registering.
	n = newNetwork(t)
	n.answers["GET "+users] = "refuse KForbidden"
	require.Equal(t, 0, n.register(), &n.Err)
}

// TestALostAnswerToANewPassword checks that a change of the password is sent once, because a second one would have the wrong old password,
// and that the connector is asked which one it has.
func TestALostAnswerToANewPassword(t *testing.T) {
	const users = "/irisservices/api/v1/public/users"
	for _, made := range []bool{true, false} {
		n := newNetwork(t)
		was, password := n.Answer, "first"
		n.Answer = func(r *http.Request) *http.Response {
			sent := string(n.Bodies[len(n.Bodies)-1])
			switch {
			case r.Method == "PUT":
				if made {
					password = "second"
				}
				return enginetest.Reply(502, "text/html", "<html>")
			case r.URL.Path == "/v2/access-tokens" && !strings.Contains(sent, `"`+password+`"`):
				return enginetest.Reply(401, "application/json", `{"message":"wrong"}`)
			case r.Method == "GET" && r.URL.Path == users:
				return enginetest.Reply(200, "application/json", `[{"username":"admin","forcePasswordChange":`+strconv.FormatBool(password == "first")+`}]`)
			}
			return was(r)
		}
		exit := n.register("--new-password", "second")
		assert.Len(t, n.sent("PUT", users), 1)
		if made {
			assert.Equal(t, 0, exit, &n.Err)
			assert.Contains(t, n.Err.String(), "The password of 'admin' on the connector was changed.")
			continue
		}
		assert.Equal(t, 10, exit, &n.Err)
		assert.Contains(t, n.Err.String(), "is the new one or still the old one")
		assert.Contains(t, n.Err.String(), "Find out with: ibmcloud br data-source-connector-users --login admin --service-url 10.1.2.3")
		assert.Empty(t, n.sent("POST", ownRegistration))
		assert.Equal(t, 10, n.Run("data-source-connector-user-update", "--username", "admin", "--current-password", "first", "--password", "second", "--login", "admin", "--login-password", "first"))
		assert.Contains(t, n.Err.String(), "br data-source-connector-users")
		assert.Len(t, n.sent("PUT", users), 1)
	}
}

// TestWhatAConnectorIsAskedWithout checks an address that is a variable without a value, two ways to log in, and an empty answer to a login.
func TestWhatAConnectorIsAskedWithout(t *testing.T) {
	n := newNetwork(t)
	t.Setenv(service.ConnectorVariables+"URL", "https://10.9.9.9")
	t.Setenv(service.ConnectorVariables+"AGENT_URL", "https://10.9.9.9")
	assert.Equal(t, 2, n.Run("connector", "register", "", "--connection", "dc", "--login-password", "first"))
	assert.Contains(t, n.Err.String(), "HOST is empty.")
	assert.Equal(t, 2, n.Run("connector-agent", "register", "", "--registration-token", "x", "--connection-name", "dc"))
	assert.Contains(t, n.Err.String(), "HOST is empty.")
	assert.Equal(t, 2, n.register("--access-token", "x"))
	assert.Contains(t, n.Err.String(), "--access-token and --login-password exclude each other.")
	assert.Equal(t, 2, n.Run("data-source-connector-status", "--login", "admin", "--access-token", "x"))
	assert.Contains(t, n.Err.String(), "--access-token and --login exclude each other.")
	assert.Empty(t, n.Sent)
	n.answers["POST /v2/access-tokens"] = " "
	assert.Equal(t, 1, n.register())
	assert.Contains(t, n.Err.String(), "The answer is empty.")
	assert.NotContains(t, n.Err.String(), "web page")
}

// TestACommandForAConnectorHasItsCertificate checks that a command line that is suggested accepts the certificate that this one does.
func TestACommandForAConnectorHasItsCertificate(t *testing.T) {
	n := newNetwork(t)
	n.polls = []string{"Success"}
	n.answers["GET /v2/data-source-connectors"] = `{"connectors":[]}`
	pin := strings.Repeat("ab", 32)
	assert.Equal(t, 5, n.register("--fingerprint", pin, "--certificate-name", "dc.example.com"))
	assert.Contains(t, n.Err.String(), "--service-url 10.1.2.3 --fingerprint "+pin+" --certificate-name dc.example.com")
}

// TestADryRunOfARegistration checks that it shows all requests that change something, secrets hidden, and sends none.
func TestADryRunOfARegistration(t *testing.T) {
	n := newNetwork(t)
	n.answers["GET /irisservices/api/v1/public/users"] = `[{"username":"admin","forcePasswordChange":true}]`
	require.Equal(t, 0, n.register("--new-password", "second", "--dry-run"), &n.Err)
	for _, line := range []string{"PUT https://10.1.2.3/irisservices/api/v1/public/users", "POST https://instance/v2/data-source-connections/5/registrationToken", "POST https://10.1.2.3/v2/data-source-connector/registration"} {
		assert.Contains(t, n.Out.String(), line+"\n")
	}
	assert.NotContains(t, n.Out.String(), "first")
	assert.NotContains(t, n.Out.String(), "second")
	for _, r := range n.Sent {
		assert.True(t, r.Method == "GET" || r.URL.Path == "/v2/access-tokens", "%s %s", r.Method, r.URL)
	}
}

// TestRefusalsOfConnectorsAndAgents checks that what they refuse is never explained with IBM Cloud.
func TestRefusalsOfConnectorsAndAgents(t *testing.T) {
	n := newNetwork(t)
	for code, want := range map[string]struct {
		exit int
		says string
	}{
		"InvalidToken": {3, "valid for a day"}, "DuplicateConnection": {5, "--join-existing-connection"}, "UnauthorizedAccess": {3, "another name"}, "Other": {3, "no"},
	} {
		n.answers["POST /v1/connector-agents/registration"] = "refuse " + code
		assert.Equal(t, want.exit, n.Run("connector-agent", "register", "10.1.2.4", "--registration-token", "x", "--connection-name", "dc"), code)
		assert.Contains(t, n.Err.String(), want.says)
		assert.NotContains(t, n.Err.String(), "IBM Cloud")
		assert.NotContains(t, n.Err.String(), "administrator")
	}
	n.answers["POST /v2/access-tokens"] = "refuse KNo"
	assert.Equal(t, 3, n.register())
	assert.Contains(t, n.Err.String(), "'admin'")
	assert.Equal(t, 3, n.Run("data-source-connector-status", "--login", "root", "--login-password", "x"))
	assert.Contains(t, n.Err.String(), "'root'")
	assert.NotContains(t, n.Err.String(), "ibmcloud login")
}

// TestAnAgentJoinsAConnectionThatIsThere checks what is sent for a connection that is there and for one that is not.
func TestAnAgentJoinsAConnectionThatIsThere(t *testing.T) {
	n := newNetwork(t)
	for name, want := range map[string]string{"DC": `{"connectionName":"DC","registrationToken":"agents-token","joinExistingConnection":true}`, "new": `{"connectionName":"new","registrationToken":"agents-token","joinExistingConnection":false}`} {
		require.Equal(t, 0, n.Run("connector-agent", "register", "10.1.2.4", "--connection", name, "--no-wait", "--output", "json"), &n.Err)
		assert.JSONEq(t, want, n.sent("POST", "/v1/connector-agents/registration")[0])
		var shown map[string]string
		require.NoError(t, json.Unmarshal(n.Out.Bytes(), &shown))
		assert.Equal(t, "registered", shown["registrationStatus"])
	}
	n.answers["GET /v2/connector-agents/config"] = `{}`
	assert.Equal(t, 1, n.Run("connector-agent", "register", "10.1.2.4", "--connection", "dc"))
	assert.Empty(t, n.sent("POST", "/v1/connector-agents/registration"))
}

// TestALostAnswerOfAConnectorSaysHowToFindOut checks that the command that finds out goes to the connector, and not to the instance.
func TestALostAnswerOfAConnectorSaysHowToFindOut(t *testing.T) {
	n := newNetwork(t)
	was := n.Answer
	n.Answer = func(r *http.Request) *http.Response {
		if r.URL.Path == ownRegistration {
			return enginetest.Reply(502, "text/html", "<html>")
		}
		return was(r)
	}
	n.polls = []string{"NotDone"}
	assert.Equal(t, 10, n.register())
	assert.Contains(t, n.Err.String(), "connector list --service-url https://instance")
	assert.Equal(t, 10, n.Run("data-source-connector-register", "--registration-token", "x", "--login", "admin", "--login-password", "first"))
	assert.Contains(t, n.Err.String(), "br data-source-connector-status --service-url https://instance\n")
	n.answers["POST /v1/connector-agents/registration"] = "lost"
	n.Answer = func(r *http.Request) *http.Response {
		if n.answers[r.Method+" "+r.URL.Path] == "lost" {
			return enginetest.Reply(502, "text/html", "<html>")
		}
		return was(r)
	}
	assert.Equal(t, 10, n.Run("connector-agent", "register", "10.1.2.4", "--connection", "dc"))
	assert.Contains(t, n.Err.String(), "br connector-agent list --service-url https://instance")
	n.polls = []string{"NotDone", "InProgress", "Success"}
	assert.Equal(t, 0, n.register(), "the connector says that it has the token: %s", &n.Err)
}

// TestSecretsOfConnectorsAreReadAsTheyAreKept has tokens in files as commands print them, standard input for two secrets, and nothing
// where a secret is expected.
func TestSecretsOfConnectorsAreReadAsTheyAreKept(t *testing.T) {
	n := newNetwork(t)
	file := func(text string) string {
		name := filepath.Join(t.TempDir(), "secret")
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		return "@" + name
	}
	printed := file("\"token-1\"\n")
	require.Equal(t, 0, n.Run("data-source-connector-status", "--access-token", printed), &n.Err)
	assert.Equal(t, "Bearer token-1", n.Sent[0].Header.Get("Authorization"))
	n.polls = []string{"NotDone"}
	require.Equal(t, 0, n.register("--registration-token", printed, "--no-wait"), &n.Err)
	require.Equal(t, 0, n.Run("data-source-connector-register", "--registration-token", printed, "--login", "admin", "--login-password", "first"), &n.Err)
	require.Equal(t, 0, n.Run("connector-agent", "register", "10.1.2.4", "--registration-token", printed, "--connection-name", "dc"), &n.Err)
	assert.Contains(t, n.sent("POST", "/v1/connector-agents/registration")[0], `"token-1"`)
	quoted := file("\"secret\"\n")
	require.Equal(t, 0, n.Run("data-source-connector-status", "--login", "admin", "--login-password", quoted), &n.Err)
	assert.JSONEq(t, `{"username":"admin","password":"\"secret\""}`, n.sent("POST", "/v2/access-tokens")[0], "a password may have quotes")

	empty := file("\n")
	for _, line := range [][]string{
		{"data-source-connector-status", "--access-token", empty},
		{"data-source-connector-status", "--login", "admin", "--login-password", empty},
		{"access-token-generate", "--username", "admin", "--password", empty},
		{"connector", "register", "10.1.2.3", "--connection", "dc", "--login-password", empty},
		{"connector", "register", "10.1.2.3", "--connection", "dc", "--login-password", "first", "--new-password", empty},
	} {
		assert.Equal(t, 2, n.Run(line...), "%v", line)
		assert.Contains(t, n.Err.String(), "empty", "%v", line)
		assert.Empty(t, n.sent("POST", "/v2/access-tokens"), "%v", line)
	}
	assert.Equal(t, 2, n.register("--registration-token", empty))
	assert.Empty(t, n.sent("POST", ownRegistration))

	n.App.Streams.In = strings.NewReader("first\nsecond\n")
	assert.Equal(t, 2, n.Run("connector", "register", "10.1.2.3", "--connection", "dc", "--login-password", "-", "--new-password", "-"))
	assert.Contains(t, n.Err.String(), "standard input was already read for --login-password")
}

// TestAWrongPasswordIsCalledThat refuses who asks for a token, and answers without one.
func TestAWrongPasswordIsCalledThat(t *testing.T) {
	n := newNetwork(t)
	was := n.Answer
	n.Answer = func(r *http.Request) *http.Response {
		if r.URL.Path == "/v2/access-tokens" {
			return enginetest.Reply(401, "application/json", `{"message":"no"}`)
		}
		return was(r)
	}
	assert.Equal(t, 3, n.Run("access-token-generate", "--username", "admin", "--password", "wrong"))
	assert.Contains(t, n.Err.String(), "Check both.")
	assert.NotContains(t, n.Err.String(), "user-update", "the password is wrong, and not an old one")
	n.Answer, n.answers["POST /v2/access-tokens"] = was, `{}`
	assert.Equal(t, 1, n.Run("data-source-connector-status", "--login", "admin", "--login-password", "x"))
	assert.Contains(t, n.Err.String(), "without a token")
}

// TestTheSessionsTokenDoesNotGoToAnAgentByMistake names the agent where the address of the instance is expected.
func TestTheSessionsTokenDoesNotGoToAnAgentByMistake(t *testing.T) {
	n := newNetwork(t)
	for _, more := range [][]string{{"--connection", "roks"}, {"--connection-name", "roks"}} {
		for _, variable := range []string{"", "https://10.1.2.4"} {
			t.Setenv(service.ConnectorVariables+"AGENT_URL", variable)
			assert.Equal(t, 2, n.Run(append([]string{"connector-agent", "register"}, more...)...))
			assert.Contains(t, n.Err.String(), "HOST")
			assert.Empty(t, n.Sent)
		}
	}
}

// TestARegistrationThatFailsShowsNoConnector has a connector that gives up.
func TestARegistrationThatFailsShowsNoConnector(t *testing.T) {
	n := newNetwork(t)
	n.polls = []string{"NotDone", "Failed"}
	assert.Equal(t, 7, n.register())
	assert.Empty(t, n.Out.String())
	assert.Contains(t, n.Err.String(), "said by the connector")
	assert.NotContains(t, n.Err.String(), "nothing to show")
	n.polls = []string{"NotDone", "Failed"}
	assert.Equal(t, 7, n.register("--output", "json"))
	assert.Equal(t, "{}\n", n.Out.String())
}

// TestAgentsAreThoseOfTheInstancesTenant checks that nobody has to type a tenant that is known, and that another one can be named.
func TestAgentsAreThoseOfTheInstancesTenant(t *testing.T) {
	n := newNetwork(t)
	asked := func() string {
		last := n.Sent[len(n.Sent)-1]
		require.Equal(t, "/v2/connector-agents", last.URL.Path)
		return last.URL.Query().Get("tenantId")
	}
	assert.Equal(t, 0, n.Run("connector-agent", "list"), &n.Err)
	assert.Equal(t, "t/", asked())
	assert.Equal(t, 0, n.Run("connector-agent", "list", "--tenant-id", "other/"), &n.Err)
	assert.Equal(t, "other/", asked())
}
