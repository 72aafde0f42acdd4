package commands

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// estate is an instance with one thing of each kind, some with names that look alike.
func estate(t *testing.T) *enginetest.CLI {
	cli := enginetest.New(t, Catalog())
	lists := map[string]string{
		"/v2/data-protect/policies":              `{"policies":[{"name":"Gold","id":"1:2:3"},{"name":"silver","id":"1:2:4"},{"name":"golden","id":"1:2:5"}]}`,
		"/v2/data-protect/protection-groups":     `{"protectionGroups":[{"name":"files","id":"1:2:6","policyId":"1:2:3"},{"name":"db","id":"1:2:7","policyId":"9:9:9"}]}`,
		"/v2/data-protect/recoveries":            `{"recoveries":[{"name":"put-back","id":"1:2:8"}]}`,
		"/v2/data-source-connections":            `{"connections":[{"connectionName":"dc","connectionId":"9007199254740993","connectorIds":["8"]}]}`,
		"/v2/data-source-connectors":             `{"connectors":[{"connectorName":"dc-1","connectorId":"8","connectionId":"9007199254740993"}]}`,
		"/v2/data-protect/search/objects":        `{"objects":[{"name":"orders","id":9007199254740995},{"name":"orders","id":9007199254740995,"environment":"kSQL"},{"name":"twin","id":5,"environment":"kSQL","objectType":"kDatabase","sourceInfo":{"name":"db-1"}},{"name":"twin","id":6,"environment":"kPhysical","sourceName":"x\u001b[2J"}]}`,
		"/v2/data-protect/sources/registrations": `{"registrations":[{"name":"web-1","id":217}]}`,
		"/v2/data-protect/agents/upgrade-tasks":  `{"tasks":[{"name":"spring","id":33}]}`,
		"/public/protectionSources":              `[{"protectionSource":{"name":"Hosts","id":1},"nodes":[{"protectionSource":{"name":"web-1","id":217,"physicalProtectionSource":{"agents":[{"id":44}]}}},{"protectionSource":{"name":"web-2","id":218}}]}]`,
	}
	cli.Answer = func(r *http.Request) *http.Response {
		path := r.URL.Path
		if strings.HasSuffix(path, "/protectionSources") {
			path = "/public/protectionSources"
		}
		if list := lists[path]; list != "" && r.Method == http.MethodGet {
			return enginetest.Reply(http.StatusOK, "application/json", list)
		}
		return enginetest.Reply(http.StatusOK, "application/json", "{}")
	}
	return cli
}

// lastSent returns the last request and its body.
func lastSent(cli *enginetest.CLI) (target, body string) {
	last := cli.Sent[len(cli.Sent)-1]
	target = last.URL.RequestURI()
	if unescaped, err := url.QueryUnescape(target); err == nil {
		target = unescaped
	}
	return last.Method + " " + target, string(cli.Bodies[len(cli.Bodies)-1])
}

func TestNamesStandForIdentifiersInFlags(t *testing.T) {
	cli := estate(t)
	for line, want := range map[string]string{
		"group list --policy-ids gold,1:2:9":                                   "GET /v2/data-protect/protection-groups?policyIds=1:2:3,1:2:9",
		"group list --source-ids web-1":                                        "GET /v2/data-protect/protection-groups?sourceIds=217",
		"policy list --ids SILVER":                                             "GET /v2/data-protect/policies?ids=1:2:4",
		"connector list --connection-id dc":                                    "GET /v2/data-source-connectors?connectionId=9007199254740993",
		"connection patch --connection-id dc --connection-name x":              "PATCH /v2/data-source-connections/9007199254740993",
		"recovery list --ids put-back":                                         "GET /v2/data-protect/recoveries?ids=1:2:8",
		"object-snapshots-list orders":                                         "GET /v2/data-protect/objects/9007199254740995/snapshots",
		"object-snapshots-list web-1":                                          "GET /v2/data-protect/objects/217/snapshots",
		"agent-upgrade-task list --ids spring":                                 "GET /v2/data-protect/agents/upgrade-tasks?ids=33",
		"protected-objects-search --protection-group-ids files --object-ids 5": "GET /v2/data-protect/search/protected-objects?protectionGroupIds=1:2:6&objectIds=5",
	} {
		require.Equal(t, 0, cli.Run(append(strings.Fields(line), "--output", "json")...), "%s: %s", line, &cli.Err)
		target, _ := lastSent(cli)
		assert.Equal(t, want, target, line)
	}
	require.Equal(t, 0, cli.Run("agent-upgrade-task", "create", "--agent-ids", "web-1,web-2,7"), &cli.Err)
	_, body := lastSent(cli)
	assert.Equal(t, `{"agentIDs":[44,218,7]}`, body)
}

func TestNamesStandForIdentifiersInBodies(t *testing.T) {
	cli := estate(t)
	const want = `{"name":"x","policyId":"1:2:3","environment":"kPhysical","physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":217,"filePaths":[{"includedPath":"/etc"}]},{"id":9007199254740995}]}}}`
	dir := t.TempDir()
	file := filepath.Join(dir, "group.yaml")
	require.NoError(t, os.WriteFile(file, []byte("name: x\npolicyId: gold\nenvironment: kPhysical\nphysicalParams:\n  protectionType: kFile\n  fileProtectionTypeParams:\n    objects:\n    - {id: web-1, filePaths: [{includedPath: /etc}]}\n    - id: orders\n"), 0o600))
	for _, words := range [][]string{
		{"--json-input", "@" + file},
		{"--json-input", `{"name":"x","policyId":"GOLD","environment":"kPhysical","physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":"web-1","filePaths":[{"includedPath":"/etc"}]},{"id":9007199254740995}]}}}`},
		{"--name", "x", "--policy-id", "gold", "--environment", "kPhysical", "--physical-params", `{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":"web-1","filePaths":[{"includedPath":"/etc"}]},{"id":"orders"}]}}`},
	} {
		require.Equal(t, 0, cli.Run(append([]string{"group", "create"}, words...)...), "%v: %s", words, &cli.Err)
		target, body := lastSent(cli)
		assert.Equal(t, "POST /v2/data-protect/protection-groups", target)
		assert.JSONEq(t, want, body)
		assert.Contains(t, body, "9007199254740995")
	}
	// A dry run looks names up, and sends nothing else.
	require.Equal(t, 0, cli.Run("policy", "delete", "gold", "--dry-run", "--output", "csv"), &cli.Err)
	assert.Equal(t, "Method,URL,Body\nDELETE,https://instance/v2/data-protect/policies/1:2:3,\n", cli.Out.String())
	require.Equal(t, 0, cli.Run("source", "register", "--environment", "kPhysical", "--connection-id", "dc", "--dry-run", "-j", "body.connectionId"), &cli.Err)
	assert.Equal(t, "9007199254740993\n", cli.Out.String())
	for _, r := range cli.Sent {
		assert.Equal(t, http.MethodGet, r.Method)
	}
}

func TestIdentifiersCostNoLookUp(t *testing.T) {
	cli := estate(t)
	require.Equal(t, 0, cli.Run("object-snapshots-list", "web-1", "--output", "json"))
	assert.Len(t, cli.Sent, 3, "a host is looked up as an object and as a source, never in a list of all objects")
	for _, line := range []string{"group list --policy-ids 1:2:3", "policy get --id gold", "policy get 1:2:3", "connector list --connection-id 5", "group create --name x --environment kPhysical --policy-id 1:2:3",
		"source list --id 5", "run list 1:2:3 --run-id 4:5", "snapshot-metadata-get --snapshot-id gold --environment kKubernetes"} {
		require.Equal(t, 0, cli.Run(append(strings.Fields(line), "--output", "json")...), "%s: %s", line, &cli.Err)
		assert.Len(t, cli.Sent, 1, line)
	}
}

// TestANameThatIsNotThereIsAnError checks that it is never an empty list with status 0.
func TestANameThatIsNotThereIsAnError(t *testing.T) {
	cli := estate(t)
	for line, says := range map[string]string{
		"group list --policy-ids golde":             "No protection policy is named 'golde'.\nDid you mean one of 'golden', 'Gold'?\nRun 'ibmcloud br policy list' to see them all.",
		"connector list --connection-id dx":         "No connection is named 'dx'.\nDid you mean 'dc'?",
		"agent-upgrade-task create --agent-ids web": "No host with an agent is named 'web'.\nDid you mean",
		"object-snapshots-list zebra":               "No object is named 'zebra'.\nRun 'ibmcloud br objects-search'",
	} {
		assert.Equal(t, 4, cli.Run(strings.Fields(line)...), line)
		assert.Contains(t, cli.Err.String(), says, line)
		assert.Empty(t, cli.Out.String(), line)
	}
	assert.Equal(t, 4, cli.Run("group", "create", "--name", "x", "--environment", "kPhysical", "--policy-id", "golt"))
	for _, r := range cli.Sent {
		assert.Equal(t, http.MethodGet, r.Method, "nothing is created")
	}
	assert.Equal(t, 2, cli.Run("object-snapshots-list", "twin"))
	assert.Contains(t, cli.Err.String(), "Several objects are named 'twin'. Use one of these IDs:\n  5  SQL  Database  db-1\n  6  Physical  x\\u001b[2J\n")
	// What is wrong with the rest is said before anything is looked up.
	assert.Equal(t, 2, cli.Run("group", "list", "--policy-ids", "gold", "--include-last-run-info=perhaps"))
	assert.Empty(t, cli.Sent)
	assert.Equal(t, 2, cli.Run("group", "create", "--policy-id", "gold"))
	assert.Empty(t, cli.Sent)
}

func TestTablesShowNamesForIdentifiers(t *testing.T) {
	cli := estate(t)
	require.Equal(t, 0, cli.Run("group", "list", "--columns", "name,policy"), &cli.Err)
	assert.Equal(t, "Name    Policy\nfiles   Gold\ndb      9:9:9\n", cli.Out.String(), "an identifier without a name stays")
	assert.Len(t, cli.Sent, 2, "one request for all names")
	require.Equal(t, 0, cli.Run("group", "list", "--filter", "policy=gold", "--columns", "name"))
	assert.Equal(t, "Name\nfiles\n", cli.Out.String())
	require.Equal(t, 0, cli.Run("group", "list", "--filter", "policy=1:2:3", "--columns", "name"))
	assert.Equal(t, "Name\nfiles\n", cli.Out.String())
	require.Equal(t, 0, cli.Run("group", "list", "--output", "csv", "--columns", "name,policy"))
	assert.Equal(t, "Name,Policy\nfiles,1:2:3\ndb,9:9:9\n", cli.Out.String(), "programs get identifiers")
	require.Equal(t, 0, cli.Run("connection", "list", "--columns", "name,connectors"))
	assert.Equal(t, "Name   Connectors\ndc     dc-1\n", cli.Out.String())
	for _, format := range []string{"json", "yaml"} {
		require.Equal(t, 0, cli.Run("group", "list", "--output", format))
		assert.Len(t, cli.Sent, 1, format)
	}
}

// TestJSONIsReadAsJSONWhateverTheFileIsCalled has in a file a line end of YAML that is none of
// JSON.
func TestJSONIsReadAsJSONWhateverTheFileIsCalled(t *testing.T) {
	cli := estate(t)
	for _, name := range []string{"body.yaml", "body.json"} {
		file := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(file, []byte("{\"name\": \"a\u0085 b\", \"policyId\": \"1:2:3\", \"environment\": \"kPhysical\"}\n"), 0o600))
		require.Equal(t, 0, cli.Run("group", "create", "--json-input", "@"+file), "%s", &cli.Err)
		_, body := lastSent(cli)
		assert.Contains(t, body, "\"a\u0085 b\"", name)
	}
}
