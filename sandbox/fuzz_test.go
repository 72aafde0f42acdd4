package sandbox

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var pathParameter = regexp.MustCompile(`\{\w+\}`)

// operation is one operation of the API description.
type operation struct{ id, method, path string }

// operationsOf returns the operations of a document, in the order of their ids.
func operationsOf(doc *openapi3.T) (found []operation) {
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			found = append(found, operation{op.OperationID, method, path})
		}
	}
	slices.SortFunc(found, func(a, b operation) int { return strings.Compare(a.id, b.id) })
	return found
}

// lists returns the paths of what can be read without saying which.
func lists(doc *openapi3.T) (paths []string) {
	for path, item := range doc.Paths.Map() {
		if item.Get == nil || strings.Contains(path, "{") || slices.ContainsFunc(item.Get.Parameters, func(p *openapi3.ParameterRef) bool { return p.Value.Required && p.Value.In != "header" }) {
			continue
		}
		if len(item.Servers) == 0 {
			path = "/v2" + path
		}
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}

// prepared is a sandbox that has been stopped, with a host, a group, a run, a snapshot and a recovery. Copies of its state are where
// fuzzed requests begin, so that each is alone with what it breaks.
type prepared struct {
	*client
	names *strings.Replacer // the placeholders in fuzzed values, such as $GROUP
	outer string            // the folder that the host's folder is in
	host  string
}

// prepare returns a prepared sandbox.
func prepare(f *testing.F) *prepared {
	p := &prepared{outer: f.TempDir()}
	p.host = filepath.Join(p.outer, "host")
	p.resetHost(f)
	p.client = start(f, Options{Dir: f.TempDir(), TokenLife: 1000 * time.Hour})
	p.server.options.RunTime = 0
	group, source := p.protect(p.host)
	run := str(p.backUp(group), "id")
	snapshot := p.snapshot(source)
	recovery := str(p.recover("kPhysical", filesTo(snapshot, source, jsonObject{"alternateRestoreDirectory": "/back"}, "/docs")), "id")
	policy := str(objectList(p.must("GET", "/data-protect/policies", nil), "policies")[0], "id")
	connection := str(objectList(p.must("GET", "/data-source-connections", nil), "connections")[0], "connectionId")
	p.names = strings.NewReplacer("$HOST", p.host, "$GROUP", group, "$SOURCE", source, "$RUN", run, "$SNAPSHOT", snapshot, "$RECOVERY", recovery, "$POLICY", policy, "$CONNECTION", connection)
	require.NoError(f, p.server.Close())
	return p
}

// resetHost makes the host's folder what it was.
func (p *prepared) resetHost(t testing.TB) {
	require.NoError(t, os.RemoveAll(p.host))
	writeFile(t, filepath.Join(p.host, "docs", "a"), "aaa")
}

// open returns a sandbox without addresses, whose instance has its state in a folder.
func (p *prepared) open(t testing.TB, dir string) *Server {
	s := &Server{options: p.server.options, Platform: p.server.Platform, Instances: p.server.Instances, apis: p.server.apis, clock: newClock(0)}
	s.stopped, s.stop = context.WithCancel(context.Background())
	d, err := openData(dir, s)
	require.NoError(t, err)
	s.data = []*data{d}
	return s
}

// request sends a request to the instance of a sandbox and returns the answer.
func (p *prepared) request(s *Server, method, target, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+p.token)
	r.Header.Set("X-IBM-Tenant-Id", s.Instances[0].Tenant)
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	s.instance(0).ServeHTTP(w, r)
	return w
}

// readAll reads all lists, each of which has to be there, and returns how many items are in them.
func (p *prepared) readAll(t *testing.T, s *Server, paths []string) map[string]int {
	counts := map[string]int{}
	for _, path := range paths {
		w := p.request(s, "GET", path, "")
		if w.Code == http.StatusNotFound && path == "/v2/connector-agents/config" {
			continue // which is there once a connection has that name
		}
		require.Equal(t, http.StatusOK, w.Code, "%s: %s", path, w.Body)
		var answer any
		require.NoError(t, json.Unmarshal(w.Body.Bytes(), &answer), path)
		counts[path] = countItems(answer)
	}
	return counts
}

// countItems returns the length of an answer, or of the lists in it.
func countItems(answer any) (n int) {
	switch v := answer.(type) {
	case []any:
		return len(v)
	case map[string]any:
		for _, inner := range v {
			if items, ok := inner.([]any); ok {
				n += len(items)
			}
		}
	}
	return n
}

// leavesTheTest reports whether a body has the path of a folder on this machine that is not the host's: a recovery may write
// into the folder of a host that is registered.
func (p *prepared) leavesTheTest(body string) bool {
	for dec := json.NewDecoder(strings.NewReader(body)); ; {
		token, err := dec.Token()
		if err != nil {
			return false
		}
		text, ok := token.(string)
		if info, err := os.Stat(text); ok && filepath.IsAbs(text) && text != p.host && err == nil && info.IsDir() && text != "/docs" {
			return true
		}
	}
}

// settle waits for the runs and recoveries that a request started, and ends what would take longer, such as an upgrade tomorrow.
func settle(s *Server) {
	ended := make(chan struct{})
	go func() {
		s.running.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(time.Second):
	}
	s.stop()
	<-ended
}

// scalar is a text, number or other word behind a colon, and perhaps the bracket of a list.
var scalar = regexp.MustCompile(`:\s*\[?("[^"]*"|[\w.$-]+)`)

// replaceScalar returns a body with a value in the place of one of its scalars, which leads deeper than bytes that make a body
// invalid. Without a value it returns the body.
func replaceScalar(body string, at int, value string) string {
	found := scalar.FindAllStringSubmatchIndex(body, -1)
	if value == "" || len(found) == 0 {
		return body
	}
	place := found[at%len(found)]
	return body[:place[2]] + value + body[place[3]:]
}

// FuzzBody sends an arbitrary body, with a value in the place of one of its scalars, to an arbitrary operation of an arbitrary
// thing. The instance never panics and never answers with a failure of its own, what it holds can be read afterwards and after a
// restart, and nothing is written beside the folder of a host.
func FuzzBody(f *testing.F) {
	p := prepare(f)
	operations, paths := operationsOf(p.server.apis["instance"].doc), lists(p.server.apis["instance"].doc)
	require.Greater(f, len(paths), 8)
	for i, op := range operations {
		f.Add(uint8(i), seeds[op.id].id, seeds[op.id].body, uint8(0), "")
	}
	for _, value := range []string{`""`, `-1`, `1e400`, `1.5`, `18446744073709551616`, `null`, `{}`, `[null]`, `"\u0000"`, `"../.."`} {
		f.Add(uint8(slices.IndexFunc(operations, func(op operation) bool { return op.id == "CreateRecovery" })), "x", seeds["CreateRecovery"].body, uint8(len(value)), value)
	}
	for id := range seeds {
		require.True(f, slices.ContainsFunc(operations, func(op operation) bool { return op.id == id }), id)
	}
	f.Fuzz(func(t *testing.T, which uint8, id, body string, at uint8, value string) {
		body = replaceScalar(body, int(at), value)
		p.check(t, paths, operations[int(which)%len(operations)], p.names.Replace(id), p.names.Replace(body))
	})
}

// check sends a body to an operation of a thing, in a sandbox of its own, and checks what FuzzBody promises.
func (p *prepared) check(t *testing.T, paths []string, op operation, id, body string) {
	if id == "" || p.leavesTheTest(body) {
		t.Skip()
	}
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS(filepath.Join(p.server.options.Dir, "instance-1"))))
	s := p.open(t, dir)
	path := pathParameter.ReplaceAllLiteralString(op.path, url.PathEscape(id))
	if len(p.server.apis["instance"].doc.Paths.Value(op.path).Servers) == 0 {
		path = "/v2" + path
	}
	w := p.request(s, op.method, path, body)
	assert.Less(t, w.Code, 500, "%s %s: %s", op.method, path, w.Body)
	settle(s)
	before := p.readAll(t, s, paths)
	require.NoError(t, s.Close())

	s = p.open(t, dir)
	assert.Equal(t, before, p.readAll(t, s, paths), "after a restart")
	require.NoError(t, s.Close())
	beside, err := os.ReadDir(p.outer)
	require.NoError(t, err)
	assert.Len(t, beside, 1, "files beside the folder of the host")
	p.resetHost(t)
}

// seeds are a request to each operation that reads its body or needs a thing.
var seeds = map[string]struct{ id, body string }{
	"CreateDataSourceConnection":                    {"x", `{"connectionName":"site-2"}`},
	"PatchDataSourceConnection":                     {"$CONNECTION", `{"connectionName":"other"}`},
	"DeleteDataSourceConnection":                    {"$CONNECTION", ``},
	"GenerateDataSourceConnectionRegistrationToken": {"$CONNECTION", ``},
	"PatchDataSourceConnector":                      {"1", `{"connectorName":"other"}`},
	"RegisterProtectionSource":                      {"x", `{"environment":"kPhysical","name":"web-2","physicalParams":{"endpoint":"$HOST","hostType":"kLinux","physicalType":"kHost"}}`},
	"UpdateProtectionSourceRegistration":            {"$SOURCE", `{"environment":"kPhysical","physicalParams":{"endpoint":"$HOST"}}`},
	"PatchProtectionSourceRegistration":             {"$SOURCE", `{"environment":"kPhysical"}`},
	"RefreshProtectionSourceByID":                   {"$SOURCE", ``},
	"DeleteProtectionSourceRegistration":            {"$SOURCE", ``},
	"GetProtectionSourceRegistration":               {"$SOURCE", ``},
	"CreateUpgradeTask":                             {"x", `{"name":"all","agentIDs":[$SOURCE]}`},
	"DownloadAgent":                                 {"x", `{"platform":"kLinux","linuxParams":{"packageType":"kScript"}}`},
	"CreateProtectionPolicy":                        {"x", `{"name":"silver","backupPolicy":{"regular":{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":4}}},"retention":{"unit":"Weeks","duration":2}}}}`},
	"UpdateProtectionPolicy":                        {"$POLICY", `{"name":"gold","backupPolicy":{"regular":{"retention":{"unit":"Days","duration":1,"dataLockConfig":{"mode":"Compliance","unit":"Days","duration":1}}}}}`},
	"GetProtectionPolicyByID":                       {"$POLICY", ``},
	"DeleteProtectionPolicy":                        {"$POLICY", ``},
	"CreateProtectionGroup":                         {"x", `{"name":"more","policyId":"$POLICY","environment":"kPhysical","physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":$SOURCE,"filePaths":[{"includedPath":"/","excludedPaths":["/docs"]}]}]}}}`},
	"UpdateProtectionGroup":                         {"$GROUP", `{"name":"files","policyId":"$POLICY","environment":"kPhysical","isPaused":true,"physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":$SOURCE,"filePaths":[{"includedPath":"/docs"}]}]}}}`},
	"GetProtectionGroupByID":                        {"$GROUP", ``},
	"DeleteProtectionGroup":                         {"$GROUP", ``},
	"CreateProtectionGroupRun":                      {"$GROUP", `{"runType":"kFull"}`},
	"UpdateProtectionGroupRun":                      {"$GROUP", `{"updateProtectionGroupRunParams":[{"runId":"$RUN","localSnapshotConfig":{"daysToKeep":3}}]}`},
	"PerformActionOnProtectionGroupRun":             {"$GROUP", `{"action":"Cancel","cancelParams":[{"runId":"$RUN"}]}`},
	"GetProtectionGroupRuns":                        {"$GROUP", ``},
	"GetProtectionRunProgress":                      {"$RUN", ``},
	"GetObjectSnapshots":                            {"$SOURCE", ``},
	"SearchIndexedObjects":                          {"x", `{"objectType":"Files","fileParams":{"searchString":"a*"}}`},
	"GetRestorePointsInTimeRange":                   {"x", `{"environment":"kPhysical","protectionGroupIds":["$GROUP"],"startTimeUsecs":0,"endTimeUsecs":9007199254740993}`},
	"ConstructMetaInfo":                             {"$SNAPSHOT", `{"environment":"kPhysical"}`},
	"CreateRecovery":                                {"x", `{"name":"back","snapshotEnvironment":"kPhysical","physicalParams":{"recoveryAction":"RecoverFiles","objects":[{"snapshotId":"$SNAPSHOT"}],"recoverFileAndFolderParams":{"targetEnvironment":"kPhysical","filesAndFolders":[{"absolutePath":"/docs"}],"physicalTargetParams":{"recoverTarget":{"id":$SOURCE},"alternateRestoreDirectory":"/../new"}}}}`},
	"CreateDownloadFilesAndFoldersRecovery":         {"x", `{"name":"home","object":{"snapshotId":"$SNAPSHOT"},"filesAndFolders":[{"absolutePath":"/docs"}]}`},
	"GetRecoveryByID":                               {"$RECOVERY", ``},
	"CancelRecoveryByID":                            {"$RECOVERY", ``},
	"DownloadFilesFromRecovery":                     {"$RECOVERY", ``},
}
