//go:build unix

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// needPrometheus fails where the tools of Prometheus are missing: a metric that nobody checks is worth little.
func needPrometheus(t *testing.T) {
	for _, tool := range []string{"promtool", "prometheus"} {
		_, err := exec.LookPath(tool)
		require.NoError(t, err, "%s is needed: install it, such as with 'apt-get install prometheus'", tool)
	}
}

// startProtected starts a sandbox with a group whose first run has succeeded.
func startProtected(t *testing.T) *sandbox.Server {
	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir(), RunTime: 10 * time.Millisecond})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "one.txt"), []byte("one\n"), 0o600))
	protect(folder, func(query string, args ...string) string {
		if query != "" {
			args = append(args, "-j", query)
		}
		out, err := run(t.Context(), s, append([]string{"br"}, args...)...).Output()
		require.NoError(t, err, "%q", args)
		return strings.Trim(strings.TrimSpace(string(out)), `"`)
	}, func(string, string) {})
	return s
}

// checkMetrics lets promtool read metrics, which says what breaks a convention too.
func checkMetrics(t *testing.T, page []byte) {
	check := exec.Command("promtool", "check", "metrics")
	check.Stdin = bytes.NewReader(page)
	out, err := check.CombinedOutput()
	assert.NoError(t, err, "%s", out)
	assert.Empty(t, string(out))
}

// TestAlertsAndTheirTests lets promtool read the alerts of the manual, and test them.
func TestAlertsAndTheirTests(t *testing.T) {
	needPrometheus(t)
	for _, args := range [][]string{{"check", "rules", "alerts.yml"}, {"test", "rules", "alerts_test.yml"}} {
		c := exec.Command("promtool", args...)
		c.Dir = filepath.Join(root, "docs", "monitoring")
		out, err := c.CombinedOutput()
		assert.NoError(t, err, "%s", out)
	}
}

// serveMetrics serves metrics until the test ends it, and returns where, and the exit status of a signal.
func serveMetrics(t *testing.T, s *sandbox.Server, args ...string) (address string, end func(os.Signal) int) {
	c := run(t.Context(), s, append([]string{"br", "metrics", "--listen", "127.0.0.1:0"}, args...)...)
	c.Stdin = nil // as a service has it
	notes, err := c.StderrPipe()
	require.NoError(t, err)
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(t, c.Start())
	t.Cleanup(func() { _ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL) })
	seen := make([]byte, 0, 4096)
	found := regexp.MustCompile(`https?://127\.0\.0\.1:\d+/metrics`)
	for !found.Match(seen) {
		part := make([]byte, 1024)
		n, err := notes.Read(part)
		require.NoError(t, err, "%s", seen)
		seen = append(seen, part[:n]...)
	}
	go func() { _, _ = io.Copy(io.Discard, notes) }()
	return found.FindString(string(seen)), func(signal os.Signal) int {
		require.NoError(t, syscall.Kill(-c.Process.Pid, signal.(syscall.Signal)))
		over := make(chan struct{})
		go func() { _ = c.Wait(); close(over) }()
		select {
		case <-over:
			return c.ProcessState.ExitCode()
		case <-time.After(10 * time.Second):
			t.Fatal("it goes on")
			return -1
		}
	}
}

// TestPromtoolReadsTheMetrics checks what is printed, written and served.
func TestPromtoolReadsTheMetrics(t *testing.T) {
	needPrometheus(t)
	s := startProtected(t)
	printed, err := run(t.Context(), s, "br", "metrics", "--objects", "10").Output()
	require.NoError(t, err)
	assert.True(t, bytes.HasSuffix(printed, []byte("\n# EOF\n")))
	checkMetrics(t, printed)
	file := filepath.Join(t.TempDir(), "backup.prom")
	require.NoError(t, run(t.Context(), s, "br", "metrics", "--write", file, "-q").Run())
	written, err := os.ReadFile(file)
	require.NoError(t, err)
	checkMetrics(t, written)
	for _, signal := range []os.Signal{syscall.SIGTERM, syscall.SIGINT} {
		address, end := serveMetrics(t, s)
		resp, err := http.Get(address)
		require.NoError(t, err)
		page, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		_ = resp.Body.Close()
		checkMetrics(t, page)
		assert.Contains(t, string(page), "ibm_backup_recovery_pass_age_seconds")
		assert.Equal(t, 0, end(signal), "%v", signal)
	}
}

// TestOthersAreServedWithATokenOnly asks with and without.
func TestOthersAreServedWithATokenOnly(t *testing.T) {
	s := startProtected(t)
	const token = "a-token-of-a-test-that-is-long"
	file := filepath.Join(t.TempDir(), "token")
	require.NoError(t, os.WriteFile(file, []byte(token+"\n"), 0o600))
	address, end := serveMetrics(t, s, "--listen-token", "@"+file)
	for authorization, status := range map[string]int{"": 401, "Bearer wrong": 401, "Bearer " + token: 200} {
		req, err := http.NewRequest(http.MethodGet, address, nil)
		require.NoError(t, err)
		req.Header.Set("Authorization", authorization)
		resp, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		_ = resp.Body.Close()
		assert.Equal(t, status, resp.StatusCode, authorization)
	}
	assert.Equal(t, 0, end(syscall.SIGTERM))
}

// TestPrometheusScrapesTheMetrics lets Prometheus itself ask for metrics, as OpenMetrics, and load the alerts.
func TestPrometheusScrapesTheMetrics(t *testing.T) {
	needPrometheus(t)
	s := startProtected(t)
	address, end := serveMetrics(t, s)
	target, err := url.Parse(address)
	require.NoError(t, err)
	dir := t.TempDir()
	rules, err := filepath.Abs(filepath.Join(root, "docs", "monitoring", "alerts.yml"))
	require.NoError(t, err)
	config := fmt.Sprintf("global: {scrape_interval: 1s, evaluation_interval: 1s}\nrule_files: [%q]\nscrape_configs:\n- {job_name: backup-recovery, static_configs: [{targets: [%q]}]}\n", rules, target.Host)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "prometheus.yml"), []byte(config), 0o600))
	free, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	web := free.Addr().String()
	_ = free.Close()
	var log bytes.Buffer
	c := exec.CommandContext(t.Context(), "prometheus", "--config.file="+filepath.Join(dir, "prometheus.yml"), "--storage.tsdb.path="+filepath.Join(dir, "data"), "--web.listen-address="+web)
	c.Stdout, c.Stderr = &log, &log
	require.NoError(t, c.Start())
	stop := sync.OnceFunc(func() { _ = c.Process.Kill(); _ = c.Wait() })
	t.Cleanup(stop)
	ask := func(path string) string {
		resp, err := http.Get("http://" + web + path)
		if err != nil {
			return err.Error()
		}
		defer resp.Body.Close()
		raw, _ := io.ReadAll(resp.Body)
		return string(raw)
	}
	query := "/api/v1/query?query=" + url.QueryEscape(`ibm_backup_recovery_group_last_run_state{group="files",state="succeeded"}`)
	var got string
	for until := time.Now().Add(time.Minute); time.Now().Before(until) && !strings.Contains(got, `,"1"]`); time.Sleep(200 * time.Millisecond) {
		got = ask(query)
	}
	if !assert.Contains(t, got, `,"1"]`) {
		targets := ask("/api/v1/targets")
		stop()
		t.Fatalf("%s\n%s", targets, &log)
	}
	assert.Contains(t, ask("/api/v1/metadata?metric=ibm_backup_recovery_pass_duration_seconds"), `"unit":"seconds"`, "it was not read as OpenMetrics")
	assert.Contains(t, ask("/api/v1/rules"), "BackupOverdue")
	assert.Equal(t, 0, end(syscall.SIGTERM))
}

// TestAWebhookHearsOfChangesOnly lets status call a webhook, of which one call fails, and then several calls at once.
func TestAWebhookHearsOfChangesOnly(t *testing.T) {
	s := startProtected(t)
	var mu sync.Mutex
	var messages []string
	var refuse atomic.Bool
	hook := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if refuse.Load() {
			http.Error(w, "no "+r.URL.Path, http.StatusForbidden)
			return
		}
		mu.Lock()
		defer mu.Unlock()
		messages = append(messages, string(body))
	}))
	defer hook.Close()
	file := filepath.Join(t.TempDir(), "url")
	const secret = "T0SECRETPATH"
	require.NoError(t, os.WriteFile(file, []byte(hook.URL+"/services/"+secret+"\n"), 0o600))
	status := func(args ...string) (int, string) {
		c := run(t.Context(), s, append([]string{"br", "status", "--notify", "@" + file}, args...)...)
		c.Env = append(c.Env, "IBMCLOUD_TRACE=true")
		out, err := c.CombinedOutput()
		assert.NotContains(t, string(out), secret)
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			return exit.ExitCode(), string(out)
		}
		assert.NoError(t, err)
		return 0, string(out)
	}
	taken := func() []string {
		mu.Lock()
		defer mu.Unlock()
		got := messages
		messages = nil
		return got
	}
	exit, out := status()
	require.Equal(t, 0, exit, out)
	require.Empty(t, taken())

	require.NoError(t, run(t.Context(), s, "br", "group", "set", "files", "name=<!here>", "--force", "-q").Run())
	resp, err := http.Post(s.PlatformURL+"/sandbox/faults", "application/json", strings.NewReader(`{"match": "POST /v2/data-protect/protection-groups", "runStatus": "Failed", "runMessage": "the disk is full"}`))
	require.NoError(t, err)
	_ = resp.Body.Close()
	_ = run(t.Context(), s, "br", "run", "create", "<!here>", "--wait", "-q").Run()
	refuse.Store(true)
	exit, out = status("-q")
	require.Equal(t, 9, exit, out)
	assert.Contains(t, out, "403")
	refuse.Store(false)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			exit, out := status("--notify-format", "slack")
			assert.Equal(t, 9, exit, out)
		})
	}
	all.Wait()
	got := taken()
	require.Len(t, got, 1)
	var m struct{ Text string }
	require.NoError(t, json.Unmarshal([]byte(got[0]), &m))
	assert.Contains(t, m.Text, "&lt;!here&gt;")
	assert.Contains(t, m.Text, "the disk is full")

	require.NoError(t, run(t.Context(), s, "br", "run", "create", "<!here>", "--wait", "-q").Run())
	refuse.Store(true)
	exit, out = status()
	assert.Equal(t, 11, exit, out)
	refuse.Store(false)
	exit, out = status()
	assert.Equal(t, 0, exit, out)
	require.Len(t, taken(), 1)
}
