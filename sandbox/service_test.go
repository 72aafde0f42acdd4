package sandbox

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

func TestBackUpAndRecover(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "docs/a.txt"), "one")
	writeFile(t, filepath.Join(host, "docs/empty"), "")
	require.NoError(t, os.Symlink("a.txt", filepath.Join(host, "docs/link")))
	group, source := c.protect(host)

	run := c.backUp(group)
	assert.Equal(t, "Succeeded", str(run, "localBackupInfo", "status"))
	writeFile(t, filepath.Join(host, "docs/b.txt"), "two")
	run = c.backUp(group)
	object1 := anyList(run, "objects")[0].(jsonObject)
	assert.EqualValues(t, 1, num(object1, "localSnapshotInfo", "snapshotInfo", "backupFileCount"), "unchanged files are not copied again")

	snapshots := anyList(c.must("GET", "/data-protect/objects/"+source+"/snapshots", nil), "snapshots")
	require.Len(t, snapshots, 2)
	newest := str(snapshots[0].(jsonObject), "id")

	require.NoError(t, os.Remove(filepath.Join(host, "docs/a.txt")))
	recovery := c.must("POST", "/data-protect/recoveries", jsonObject{"name": "back", "snapshotEnvironment": "kPhysical", "physicalParams": jsonObject{
		"recoveryAction": "RecoverFiles", "objects": []any{jsonObject{"snapshotId": newest}},
		"recoverFileAndFolderParams": jsonObject{"targetEnvironment": "kPhysical", "filesAndFolders": []any{jsonObject{"absolutePath": "/docs"}},
			"physicalTargetParams": jsonObject{"recoverTarget": jsonObject{"id": json.Number(source)}, "alternateRestoreDirectory": "/../../restored"}},
	}})
	c.until("/data-protect/recoveries/"+str(recovery, "id"), "status", "Succeeded")
	for name, want := range map[string]string{"a.txt": "one", "b.txt": "two", "empty": ""} {
		got, err := os.ReadFile(filepath.Join(host, "restored/docs", name))
		require.NoError(t, err, "a path that climbs stays on the host")
		assert.Equal(t, want, string(got))
	}
	link, err := os.Readlink(filepath.Join(host, "restored/docs/link"))
	require.NoError(t, err)
	assert.Equal(t, "a.txt", link)

	// A download is a real archive, delivered in pieces.
	download := c.must("POST", "/data-protect/recoveries/download-files-folders", jsonObject{"name": "home", "object": jsonObject{"snapshotId": newest}, "filesAndFolders": []any{jsonObject{"absolutePath": "/docs"}}})
	id := str(download, "id")
	c.until("/data-protect/recoveries/"+id, "status", "Succeeded")
	var whole []byte
	for {
		status, piece := c.ask("GET", fmt.Sprintf("/data-protect/recoveries/%s/download-files?startOffset=%d&length=100", id, len(whole)), nil)
		require.Equal(t, 200, status)
		assert.LessOrEqual(t, len(piece), 100)
		if whole = append(whole, piece...); len(piece) == 0 {
			break
		}
	}
	archive, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	require.NoError(t, err)
	f, err := archive.Open("docs/b.txt")
	require.NoError(t, err)
	text, err := io.ReadAll(f)
	require.NoError(t, err)
	assert.Equal(t, "two", string(text))
	c.refused(400, "GET", "/data-protect/recoveries/"+id+"/download-files?startOffset=999999", nil)

	found := c.must("POST", "/data-protect/search/indexed-objects", jsonObject{"objectType": "Files", "fileParams": jsonObject{"searchString": "b*"}})
	require.Len(t, anyList(found, "files"), 1)
	found = c.must("GET", "/data-protect/search/protected-objects?searchString=WEB", nil)
	require.Len(t, anyList(found, "objects"), 1)
}

func TestAFileThatCannotBeReadIsAWarning(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "open"), "x")
	writeFile(t, filepath.Join(host, "closed"), "x")
	require.NoError(t, os.Chmod(filepath.Join(host, "closed"), 0))
	group, _ := c.protect(host)
	assert.Equal(t, "SucceededWithWarning", str(c.backUp(group), "localBackupInfo", "status"))
}

func TestAHostThatIsGoneFailsTheRun(t *testing.T) {
	c := start(t, Options{})
	host := filepath.Join(t.TempDir(), "host")
	require.NoError(t, os.Mkdir(host, 0o755))
	group, _ := c.protect(host)
	require.NoError(t, os.Remove(host))
	assert.Equal(t, "Failed", str(c.backUp(group), "localBackupInfo", "status"))
}

func TestAGroupHasOneActiveRun(t *testing.T) {
	c := start(t, Options{RunTime: time.Minute})
	group, _ := c.protect(t.TempDir())
	runs := "/data-protect/protection-groups/" + group + "/runs"
	c.must("POST", runs, jsonObject{"runType": "kRegular"})
	assert.Contains(t, c.refused(409, "POST", runs, jsonObject{"runType": "kRegular"}), "already")
	require.Eventually(t, func() bool { return len(anyList(c.must("GET", runs, nil), "runs")) == 1 }, 10*time.Second, 10*time.Millisecond)
	id := str(anyList(c.must("GET", runs, nil), "runs")[0].(jsonObject), "id")
	progress := c.must("GET", "/data-protect/runs/"+id+"/progress", nil)
	assert.NotEmpty(t, str(progress, "localRun", "status"))
	c.must("POST", runs+"/actions", jsonObject{"action": "Cancel", "cancelParams": []any{jsonObject{"runId": id}}})
	c.until(runs+"/"+id, "localBackupInfo.status", "Canceled")
}

func TestNamesAreUnique(t *testing.T) {
	c := start(t, Options{})
	c.must("POST", "/data-protect/policies", goldPolicy("gold"))
	status, raw := c.ask("POST", "/data-protect/policies", goldPolicy("GOLD"))
	assert.GreaterOrEqual(t, status, 400)
	assert.Contains(t, string(raw), "errorCode")
}

func TestRequestsThatTheDocumentDoesNotAllow(t *testing.T) {
	c := start(t, Options{Strict: true})
	for _, r := range []struct {
		status       int
		method, path string
		body         any
	}{
		{400, "POST", "/data-protect/policies", jsonObject{"name": "x"}},
		{400, "POST", "/data-protect/policies", jsonObject{"name": "x", "backupPolicy": jsonObject{"regular": jsonObject{"retention": jsonObject{"unit": "Weeks", "duration": "two"}}}}},
		{400, "POST", "/data-protect/policies", jsonObject{"name": "x", "backupPolicy": jsonObject{}, "colour": 1}},
		{400, "GET", "/data-protect/policies?colour=1", nil},
		{404, "GET", "/data-protect/nonsense", nil},
		{404, "GET", "/data-protect/policies/1:2:3", nil},
	} {
		assert.Contains(t, c.refused(r.status, r.method, r.path, r.body), `"errorCode"`)
	}
	assert.Empty(t, anyList(c.must("GET", "/data-protect/policies", nil), "policies"), "nothing was kept")
}

func TestInvalidTokensAndTenantsAreRefused(t *testing.T) {
	c := start(t, Options{Instances: 2})
	good := c.token
	c.token = "nonsense"
	assert.Contains(t, c.refused(401, "GET", "/data-protect/policies", nil), `"errors"`)
	c.token = ""
	assert.Contains(t, c.refused(401, "GET", "/data-protect/policies", nil), `"status_code":401`)
	c.token = good
	own := c.server.Instances[0].Tenant
	c.server.Instances[0].Tenant = c.server.Instances[1].Tenant
	req, _ := http.NewRequest("GET", c.server.Instances[0].URL+"/v2/data-protect/policies", nil)
	req.Header.Set("Authorization", "Bearer "+good)
	req.Header.Set("X-IBM-Tenant-Id", own)
	resp, err := http.DefaultClient.Do(req)
	require.NoError(t, err)
	_ = resp.Body.Close()
	assert.Equal(t, 403, resp.StatusCode)
	c.server.Instances[0].Tenant = own
	c.server.Platform.RevokeTokens()
	c.refused(401, "GET", "/data-protect/policies", nil)
	c.logIn()
	c.must("GET", "/data-protect/policies", nil)
}

func TestTokensExpire(t *testing.T) {
	c := start(t, Options{TokenLife: time.Second})
	c.must("GET", "/data-protect/policies", nil)
	require.Eventually(t, func() bool { status, _ := c.ask("GET", "/data-protect/policies", nil); return status == 401 }, 5*time.Second, 50*time.Millisecond)
}

func TestResourceControllerHasPages(t *testing.T) {
	c := start(t, Options{Instances: 3, PageSize: 2})
	next, names, pages := "/v2/resource_instances?type=service_instance&limit=100", []string{}, 0
	for next != "" {
		req, _ := http.NewRequest("GET", c.server.PlatformURL+next, nil)
		req.Header.Set("Authorization", "Bearer "+c.token)
		resp, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		var page struct {
			Next      string `json:"next_url"`
			Resources []struct{ Name string }
		}
		require.NoError(t, json.NewDecoder(resp.Body).Decode(&page))
		_ = resp.Body.Close()
		for _, r := range page.Resources {
			names = append(names, r.Name)
		}
		next = page.Next
		pages++
	}
	assert.Equal(t, 3, pages)
	assert.Contains(t, names, "sandbox-3")
}

func TestStateSurvivesARestart(t *testing.T) {
	dir := t.TempDir()
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	c := start(t, Options{Dir: dir})
	group, source := c.protect(host)
	c.backUp(group)
	require.NoError(t, c.server.Close())

	c = start(t, Options{Dir: dir})
	assert.Len(t, anyList(c.must("GET", "/data-protect/policies", nil), "policies"), 1)
	assert.Len(t, anyList(c.must("GET", "/data-protect/protection-groups/"+group+"/runs", nil), "runs"), 1)
	snapshot := str(anyList(c.must("GET", "/data-protect/objects/"+source+"/snapshots", nil), "snapshots")[0].(jsonObject), "id")
	_, raw := c.ask("GET", "/data-protect/snapshots/"+url.PathEscape(snapshot)+"/download-file?filePath=/a", nil)
	assert.Equal(t, "one", string(raw))
	first := str(c.must("POST", "/data-protect/policies", goldPolicy("second")), "id")
	assert.NotEqual(t, group, first, "ids are not given twice")
}

func TestFaultsApplyToTheGivenNumberOfRequests(t *testing.T) {
	c := start(t, Options{})
	post := func(body string) {
		resp, err := http.Post(c.server.PlatformURL+"/sandbox/faults", "application/json", strings.NewReader(body))
		require.NoError(t, err)
		_ = resp.Body.Close()
		require.Equal(t, 204, resp.StatusCode)
	}
	post(`{"match": "GET /v2/data-protect/policies", "status": 503, "retryAfter": "7", "times": 2}`)
	c.refused(503, "GET", "/data-protect/policies", nil)
	c.refused(503, "GET", "/data-protect/policies", nil)
	c.must("GET", "/data-protect/policies", nil)

	began := time.Now()
	post(`{"match": "*", "latency": "150ms"}`)
	c.must("GET", "/data-protect/policies", nil)
	assert.Greater(t, time.Since(began), 150*time.Millisecond)
	resp, err := http.Post(c.server.PlatformURL+"/sandbox/faults", "application/json", strings.NewReader(`{"match": "*", "colour": 1}`))
	require.NoError(t, err)
	_ = resp.Body.Close()
	assert.Equal(t, 400, resp.StatusCode, "a fault that there is not is not taken for granted")

	post(`{"match": "*", "drop": 5}`)
	req, _ := http.NewRequest("GET", c.server.Instances[0].URL+"/v2/data-protect/policies", nil)
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("X-IBM-Tenant-Id", c.server.Instances[0].Tenant)
	resp, err = http.DefaultClient.Do(req)
	require.NoError(t, err)
	raw, err := io.ReadAll(resp.Body)
	_ = resp.Body.Close()
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.Len(t, raw, 5)

	// A break in the middle leaves nothing locked.
	c.must("POST", "/data-protect/policies", goldPolicy("other"))

	post(`{"match": "POST /v2/data-protect/protection-groups", "runStatus": "Failed", "runMessage": "the disk is on fire"}`)
	group, _ := c.protect(t.TempDir())
	run := c.backUp(group)
	assert.Equal(t, "Failed", str(run, "localBackupInfo", "status"))
	raw, err = json.Marshal(run)
	require.NoError(t, err)
	assert.Contains(t, string(raw), "the disk is on fire")
}

func TestConcurrentClients(t *testing.T) {
	c := start(t, Options{})
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for j := range 5 {
				c.must("POST", "/data-protect/policies", goldPolicy("p"+strconv.Itoa(i)+"-"+strconv.Itoa(j)))
			}
		}()
	}
	wait.Wait()
	assert.Len(t, anyList(c.must("GET", "/data-protect/policies", nil), "policies"), 40)
}

func TestRolesLimitOperations(t *testing.T) {
	c := start(t, Options{})
	group, _ := c.protect(t.TempDir())
	as := func(key string) {
		c.server.APIKey = key
		c.logIn()
	}
	as("sandbox-api-key-reader")
	c.must("GET", "/data-protect/policies", nil)
	c.must("POST", "/data-protect/search/indexed-objects", jsonObject{"objectType": "Files"})
	assert.Contains(t, c.refused(403, "POST", "/data-protect/policies", goldPolicy("p")), "needs the role Manager, and the token has the role Reader")
	c.refused(403, "POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	c.refused(403, "POST", "/data-source-connections", jsonObject{"connectionName": "other"})
	as("sandbox-api-key-writer")
	c.must("POST", "/data-source-connections", jsonObject{"connectionName": "other"})
	c.refused(403, "POST", "/data-protect/policies", goldPolicy("p"))
	c.refused(403, "DELETE", "/data-protect/protection-groups/"+group, nil)
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})

	// A token for a refresh token has the same role.
	resp, err := http.PostForm(c.server.PlatformURL+"/identity/token", url.Values{"grant_type": {"refresh_token"}, "refresh_token": {"sandbox-refresh-token-reader"}})
	require.NoError(t, err)
	var answer struct {
		Token string `json:"access_token"`
	}
	require.NoError(t, json.NewDecoder(resp.Body).Decode(&answer))
	_ = resp.Body.Close()
	c.token = answer.Token
	c.refused(403, "POST", "/data-protect/policies", goldPolicy("p"))
}

// TestUnknownFieldsAndCompressedRequestsAreAccepted asks as a client of another making may: with parameters and fields of its
// own, and compressed.
func TestUnknownFieldsAndCompressedRequestsAreAccepted(t *testing.T) {
	c := start(t, Options{})
	c.must("GET", "/data-protect/policies?colour=1", nil)
	policy := goldPolicy("p")
	policy["colour"] = "blue"
	c.must("POST", "/data-protect/policies", policy)
	for i := range 20 {
		c.must("POST", "/data-protect/policies", goldPolicy("p"+strconv.Itoa(i)))
	}

	request := func(method, path string, body io.Reader, header http.Header) *http.Response {
		req, err := http.NewRequest(method, c.server.Instances[0].URL+"/v2"+path, body)
		require.NoError(t, err)
		req.Header = header
		req.Header.Set("Authorization", "Bearer "+c.token)
		req.Header.Set("X-IBM-Tenant-Id", c.server.Instances[0].Tenant)
		resp, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		t.Cleanup(func() { _ = resp.Body.Close() })
		return resp
	}
	resp := request("GET", "/data-protect/policies", nil, http.Header{"Accept-Encoding": {"gzip"}})
	assert.Equal(t, "gzip", resp.Header.Get("Content-Encoding"))
	assert.Equal(t, "application/json", resp.Header.Get("Content-Type"))
	z, err := gzip.NewReader(resp.Body)
	require.NoError(t, err)
	raw, err := io.ReadAll(z)
	require.NoError(t, err)
	assert.True(t, json.Valid(raw))
	resp = request("GET", "/data-protect/policies", nil, http.Header{"Accept-Encoding": {"identity"}})
	assert.Empty(t, resp.Header.Get("Content-Encoding"))

	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	require.NoError(t, json.NewEncoder(w).Encode(goldPolicy("packed")))
	require.NoError(t, w.Close())
	resp = request("POST", "/data-protect/policies", &packed, http.Header{"Content-Encoding": {"gzip"}, "Content-Type": {"application/json"}})
	assert.Equal(t, 201, resp.StatusCode)
	resp = request("POST", "/data-protect/policies", strings.NewReader("no gzip"), http.Header{"Content-Encoding": {"gzip"}, "Content-Type": {"application/json"}})
	assert.Equal(t, 400, resp.StatusCode)
}

func TestAPausedGroupRunsWhenItIsAsked(t *testing.T) {
	c := start(t, Options{})
	group := c.scheduledGroup("files", goldPolicy("gold"), c.register("web-1", t.TempDir()))
	body := c.must("GET", "/data-protect/protection-groups/"+group, nil)
	for _, name := range []string{"id", "isActive", "isDeleted", "lastModifiedTimestampUsecs", "numProtectedObjects"} {
		delete(body, name)
	}
	body["isPaused"] = true
	c.must("PUT", "/data-protect/protection-groups/"+group, body)
	c.backUp(group)
	body["isPaused"] = false
	c.must("PUT", "/data-protect/protection-groups/"+group, body)
	c.backUp(group)
}

func TestARunThatHangsIsCanceled(t *testing.T) {
	c := start(t, Options{})
	group, _ := c.protect(t.TempDir())
	c.server.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/protection-groups", RunHang: true})
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	runs := "/data-protect/protection-groups/" + group + "/runs"
	var id any
	is := func(status string) func() bool {
		return func() bool {
			found := anyList(c.must("GET", runs, nil), "runs")
			if len(found) == 0 {
				return false
			}
			run, _ := found[0].(jsonObject)
			id = run["id"]
			return str(run, "localBackupInfo", "status") == status
		}
	}
	require.Eventually(t, is("Running"), 5*time.Second, 5*time.Millisecond)
	time.Sleep(10 * c.server.options.RunTime)
	assert.True(t, is("Running")())
	c.must("POST", runs+"/actions", jsonObject{"action": "Cancel", "cancelParams": []any{jsonObject{"runId": id}}})
	require.Eventually(t, is("Canceled"), 5*time.Second, 5*time.Millisecond)
}

func TestFaultsEndlessAndRevoke(t *testing.T) {
	c := start(t, Options{})
	c.server.Platform.Faults.Add(platform.Fault{Match: "*", Endless: true})
	req, _ := http.NewRequest("GET", c.server.Instances[0].URL+"/v2/data-protect/policies", nil)
	resp, err := http.DefaultClient.Do(req)
	require.NoError(t, err)
	n, err := io.CopyN(io.Discard, resp.Body, 3000)
	require.NoError(t, err)
	assert.EqualValues(t, 3000, n)
	_ = resp.Body.Close()
	c.server.Platform.Faults.Add(platform.Fault{Match: "*", Revoke: true})
	c.refused(401, "GET", "/data-protect/policies", nil)
	c.logIn()
	c.must("GET", "/data-protect/policies", nil)
}

// TestEveryOperationHasAHandler checks the tables of handlers against the API description, in both directions.
func TestEveryOperationHasAHandler(t *testing.T) {
	c := start(t, Options{})
	for name, of := range c.server.apis {
		documented := map[string]bool{}
		for path, item := range of.doc.Paths.Map() {
			for method, op := range item.Operations() {
				documented[op.OperationID] = true
				assert.NotNil(t, of.handlers[op.OperationID], "%s: %s %s: %s", name, method, path, op.OperationID)
			}
		}
		for id := range of.handlers {
			assert.True(t, documented[id], "%s: %s is not in the API description", name, id)
		}
	}
}

func TestAnOperationWithoutAHandlerIsRefused(t *testing.T) {
	const id = "GetProtectionPolicies"
	handle := instanceHandlers[id]
	delete(instanceHandlers, id)
	t.Cleanup(func() { instanceHandlers[id] = handle })
	c := start(t, Options{})
	var answer struct{ ErrorCode, Message string }
	require.NoError(t, json.Unmarshal([]byte(c.refused(501, "GET", "/data-protect/policies", nil)), &answer))
	assert.Equal(t, "KNotImplemented", answer.ErrorCode)
	assert.Equal(t, "The sandbox does not implement the operation GetProtectionPolicies.", answer.Message)
	c.must("GET", "/data-protect/protection-groups", nil)
}
