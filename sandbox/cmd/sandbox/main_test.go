package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program is the sandbox as people start it.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "sandbox-test-")
	if err != nil {
		panic(err)
	}
	program = filepath.Join(dir, "sandbox")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		panic(string(out))
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// running is a sandbox in a process of its own.
type running struct {
	t        testing.TB
	process  *exec.Cmd
	platform string
	instance string // with /v2
	tenant   string
	token    string
	started  time.Duration // how long it took until it listened
}

// launch starts a sandbox that keeps its state in a folder, and logs in.
func launch(t testing.TB, dir string, args ...string) *running {
	r := &running{t: t, process: exec.Command(program, append([]string{"-dir", dir}, args...)...)}
	out, err := r.process.StdoutPipe()
	require.NoError(t, err)
	r.process.Stderr = os.Stderr
	began := time.Now()
	require.NoError(t, r.process.Start())
	t.Cleanup(r.kill)
	var said []byte
	buffer := make([]byte, 4096)
	for !bytes.Contains(said, []byte("export IAM_ENDPOINT")) {
		n, err := out.Read(buffer)
		require.NoError(t, err, "%s", said)
		said = append(said, buffer[:n]...)
	}
	r.started = time.Since(began)
	go func() { _, _ = io.Copy(io.Discard, out) }()
	for line := range strings.Lines(string(said)) {
		if rest, ok := strings.CutPrefix(line, "# IAM and Resource Controller: "); ok {
			r.platform, _, _ = strings.Cut(rest, " ")
		}
		if rest, ok := strings.CutPrefix(line, "# Instance sandbox-1 in us-east, tenant "); ok {
			tenant, address, _ := strings.Cut(strings.TrimSpace(rest), ": ")
			r.tenant, r.instance = tenant, address+"/v2"
		}
	}
	resp, err := http.PostForm(r.platform+"/identity/token", url.Values{"grant_type": {"urn:ibm:params:oauth:grant-type:apikey"}, "apikey": {"sandbox-api-key"}})
	require.NoError(t, err)
	defer resp.Body.Close()
	var answer struct {
		Token string `json:"access_token"`
	}
	require.NoError(t, json.NewDecoder(resp.Body).Decode(&answer))
	r.token = answer.Token
	return r
}

// kill ends the sandbox as kill -9 does.
func (r *running) kill() {
	_ = r.process.Process.Kill()
	_ = r.process.Wait()
}

// ask sends a request; status 0 means that there was no answer.
func (r *running) ask(method, path string, body any) (status int, answer map[string]any) {
	raw, err := json.Marshal(body)
	require.NoError(r.t, err)
	req, err := http.NewRequest(method, r.instance+path, bytes.NewReader(raw))
	require.NoError(r.t, err)
	req.Header.Set("Authorization", "Bearer "+r.token)
	req.Header.Set("X-IBM-Tenant-Id", r.tenant)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil
	}
	defer resp.Body.Close()
	dec := json.NewDecoder(resp.Body)
	dec.UseNumber()
	if err := dec.Decode(&answer); err != nil && resp.StatusCode != http.StatusNoContent {
		return 0, nil
	}
	return resp.StatusCode, answer
}

func policy(name string) map[string]any {
	return map[string]any{"name": name, "backupPolicy": map[string]any{"regular": map[string]any{"retention": map[string]any{"unit": "Weeks", "duration": 2}}}}
}

// protect registers a folder and puts it into a group, which is paused and runs when a test asks for it.
func (r *running) protect(folder, name string) (group string) {
	status, source := r.ask("POST", "/data-protect/sources/registrations", map[string]any{"environment": "kPhysical", "name": name,
		"physicalParams": map[string]any{"endpoint": folder, "forceRegister": true}})
	require.Equal(r.t, 201, status, "%v", source)
	status, p := r.ask("POST", "/data-protect/policies", policy("of "+name))
	require.Equal(r.t, 201, status, "%v", p)
	status, g := r.ask("POST", "/data-protect/protection-groups", map[string]any{"name": name, "policyId": p["id"], "environment": "kPhysical", "isPaused": true,
		"physicalParams": map[string]any{"protectionType": "kFile", "fileProtectionTypeParams": map[string]any{
			"objects": []any{map[string]any{"id": source["id"], "filePaths": []any{map[string]any{"includedPath": "/"}}}}}}})
	require.Equal(r.t, 201, status, "%v", g)
	return g["id"].(string)
}

// TestKilledAtAnyMoment lets several clients change things, kills the sandbox in the middle, and starts it again: what was
// answered is there, and nothing is half there.
func TestKilledAtAnyMoment(t *testing.T) {
	dir, host := t.TempDir(), t.TempDir()
	for i := range 20 {
		require.NoError(t, os.WriteFile(filepath.Join(host, fmt.Sprint(i)), bytes.Repeat([]byte{byte(i)}, 1<<16), 0o600))
	}
	var kept sync.Map // the names of policies, and whether each is to be there
	group := ""
	for round := range 6 {
		r := launch(t, dir, "-run-time", "20ms", "-run-delay", "1ms")
		if group == "" {
			group = r.protect(host, "files")
		}
		kept.Range(func(name, there any) bool {
			_, found := r.ask("GET", "/data-protect/policies?policyNames="+name.(string), nil)
			assert.Equal(t, there, len(found["policies"].([]any)) == 1, "round %d: %s", round, name)
			return true
		})
		_, runs := r.ask("GET", "/data-protect/protection-groups/"+group+"/runs?includeObjectDetails=true", nil)
		for _, run := range runs["runs"].([]any) {
			backup := run.(map[string]any)["localBackupInfo"].(map[string]any)
			assert.Contains(t, []any{"Succeeded", "Failed"}, backup["status"], "no run goes on that nobody carries out")
		}
		var clients sync.WaitGroup
		for client := range 4 {
			clients.Go(func() {
				for n := 0; ; n++ {
					name := fmt.Sprintf("p-%d-%d-%d", round, client, n)
					status, answer := r.ask("POST", "/data-protect/policies", policy(name))
					if status == 0 {
						return
					}
					require.Equal(t, 201, status)
					kept.Store(name, true)
					if n%3 == 0 {
						if status, _ = r.ask("DELETE", "/data-protect/policies/"+answer["id"].(string), nil); status == 0 {
							kept.Delete(name) // it may be there or not
							return
						}
						kept.Store(name, false)
					}
				}
			})
		}
		clients.Go(func() {
			for status := 1; status != 0; time.Sleep(time.Millisecond) {
				status, _ = r.ask("POST", "/data-protect/protection-groups/"+group+"/runs", map[string]any{"runType": "kFull"})
			}
		})
		time.Sleep(50*time.Millisecond + rand.N(250*time.Millisecond))
		r.kill()
		clients.Wait()
	}
	r := launch(t, dir)
	_, runs := r.ask("GET", "/data-protect/protection-groups/"+group+"/runs?includeObjectDetails=true&excludeNonRestorableRuns=true", nil)
	for _, run := range runs["runs"].([]any) {
		o := run.(map[string]any)["objects"].([]any)[0].(map[string]any)["localSnapshotInfo"].(map[string]any)["snapshotInfo"].(map[string]any)
		status, _ := r.ask("POST", "/data-protect/snapshots/"+o["snapshotId"].(string)+"/meta-info", map[string]any{"environment": "kPhysical"})
		assert.Equal(t, 200, status, "a run that can be recovered from has its snapshot")
	}
}

// TestOptionsAboutSources registers a host by a name, and finds it with a large id.
func TestOptionsAboutSources(t *testing.T) {
	host := t.TempDir()
	r := launch(t, t.TempDir(), "-endpoint", "web-1.example.com="+host, "-endpoint", "web-2.example.com="+host, "-large-ids")
	r.protect("web-1.example.com", "files")
	_, found := r.ask("GET", "/data-protect/sources/registrations", nil)
	source := found["registrations"].([]any)[0].(map[string]any)
	id, err := source["id"].(json.Number).Int64()
	require.NoError(t, err)
	assert.Greater(t, id, int64(1<<53))
	out, err := exec.Command(program, "-endpoint", "web-1.example.com").CombinedOutput()
	assert.Error(t, err)
	assert.Contains(t, string(out), "NAME=FOLDER is needed")
}

func TestASecondSandboxInTheSameFolderIsRefused(t *testing.T) {
	dir := t.TempDir()
	launch(t, dir)
	out, err := exec.Command(program, "-dir", dir).CombinedOutput()
	assert.Error(t, err)
	assert.Contains(t, string(out), "in use by another process")
}

// BenchmarkSandbox measures a sandbox with 10,000 hosts in 1,000 groups: how long it takes to start, and how many small
// requests it answers in a second, one in four of them a change that is on the disk before the answer.
func BenchmarkSandbox(b *testing.B) {
	dir := b.TempDir()
	groups := fill(b, dir)
	var starts time.Duration
	const times = 5
	for range times {
		r := launch(b, dir)
		starts += r.started
		r.kill()
	}
	r := launch(b, dir)
	http.DefaultTransport.(*http.Transport).MaxIdleConnsPerHost = 16
	var answered, failed, number atomic.Int64
	const length = 5 * time.Second
	began := time.Now()
	var clients sync.WaitGroup
	for range 8 {
		clients.Go(func() {
			for time.Since(began) < length {
				n := number.Add(1)
				group := groups[rand.N(len(groups))]
				status, answer := r.ask("POST", "/data-protect/policies", policy(fmt.Sprintf("new-%d", n)))
				paths := []string{"/data-protect/protection-groups/" + group, "/data-protect/protection-groups/" + group + "/runs", fmt.Sprintf("/data-protect/search/objects?searchString=host-%05d", n%10000)}
				if status == 201 {
					paths[n%3] = "/data-protect/policies/" + answer["id"].(string)
				}
				for i, path := range append([]string{""}, paths...) {
					if i > 0 {
						status, _ = r.ask("GET", path, nil)
					}
					if answered.Add(1); status/100 != 2 {
						failed.Add(1)
					}
				}
			}
		})
	}
	clients.Wait()
	require.Zero(b, failed.Load())
	b.ReportMetric(float64(answered.Load())/time.Since(began).Seconds(), "requests/s")
	b.ReportMetric(float64((starts / times).Milliseconds()), "start-ms")
	b.ReportMetric(0, "ns/op")
}

// fill registers 10,000 hosts, and protects them in groups of ten.
func fill(b *testing.B, dir string) (groups []string) {
	r := launch(b, dir)
	defer func() {
		_ = r.process.Process.Signal(os.Interrupt)
		_ = r.process.Wait()
	}()
	_, p := r.ask("POST", "/data-protect/policies", policy("gold"))
	host := b.TempDir()
	for i := range 1000 {
		var things []any
		for j := range 10 {
			status, source := r.ask("POST", "/data-protect/sources/registrations", map[string]any{"environment": "kPhysical", "name": fmt.Sprintf("host-%05d", 10*i+j),
				"physicalParams": map[string]any{"endpoint": host, "forceRegister": true}})
			require.Equal(b, 201, status)
			things = append(things, map[string]any{"id": source["id"], "filePaths": []any{map[string]any{"includedPath": "/"}}})
		}
		status, group := r.ask("POST", "/data-protect/protection-groups", map[string]any{"name": fmt.Sprintf("group-%04d", i), "policyId": p["id"], "environment": "kPhysical", "isPaused": true,
			"physicalParams": map[string]any{"protectionType": "kFile", "fileProtectionTypeParams": map[string]any{"objects": things}}})
		require.Equal(b, 201, status)
		groups = append(groups, group["id"].(string))
	}
	return groups
}
