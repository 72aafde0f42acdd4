package e2e

import (
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// freePorts returns a port that is free together with the following ones. It is below those that systems use for outgoing
// connections, so that it stays free while a sandbox is restarted.
func freePorts(t *testing.T) string {
	free := func(port int) bool {
		l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err != nil {
			return false
		}
		return l.Close() == nil
	}
	const wanted = 8 // of IAM, of the instances, and of the servers beside them
	for range 100 {
		port, all := 20000+rand.IntN(10000), true
		for i := range wanted {
			all = all && free(port+i)
		}
		if all {
			return strconv.Itoa(port)
		}
	}
	require.Fail(t, "no free ports")
	return ""
}

// TestAKilledSandboxResumes kills a sandbox in its own process, starts it again and continues.
func TestAKilledSandboxResumes(t *testing.T) {
	dir, host := t.TempDir(), t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(host, "one.txt"), []byte("one"), 0o644))
	port := freePorts(t)
	var env []string
	start := func() *exec.Cmd {
		file := filepath.Join(dir, "env")
		_ = os.Remove(file)
		c := exec.Command(filepath.Join(tools, "sandbox"+exe()), "-dir", filepath.Join(dir, "state"), "-port", port, "-env-file", file, "-run-time", "3s")
		c.Stderr = os.Stderr
		require.NoError(t, c.Start())
		t.Cleanup(func() {
			_ = c.Process.Kill()
			_ = c.Wait()
		})
		require.Eventually(t, func() bool { _, err := os.Stat(file); return err == nil }, 10*time.Second, 10*time.Millisecond)
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		env = os.Environ()
		for line := range strings.Lines(string(raw)) {
			name, value, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "export "), "=")
			env = append(env, name+"="+strings.Trim(value, "'"))
		}
		return c
	}
	do := func(args ...string) (string, error) {
		c := exec.Command(filepath.Join(tools, "ibmcloud"+exe()), append([]string{"br"}, args...)...)
		c.Env = env
		out, err := c.CombinedOutput()
		return strings.Trim(strings.TrimSpace(string(out)), `"`), err
	}
	must := func(query string, args ...string) string {
		if query != "" {
			args = append(args, "--quiet", "-j", query)
		}
		out, err := do(args...)
		require.NoError(t, err, "%v\n%s", args, out)
		return out
	}
	server := start()
	protect(host, must, func(string, string) {})
	must("", "run", "create", "files", "--run-type", "kRegular")
	require.Eventually(t, func() bool { return must("totalRuns", "run", "list", "files") == "2" }, 10*time.Second, 50*time.Millisecond)
	require.NoError(t, server.Process.Kill())
	_ = server.Wait()
	_, err := do("policy", "list")
	require.Error(t, err)

	start()
	assert.Equal(t, "Failed", must("runs[0].localBackupInfo.status", "run", "list", "files"), "what was under way has failed")
	out, err := do("run", "watch", "files", "--quiet")
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit)
	assert.Equal(t, 7, exit.ExitCode())
	assert.Contains(t, out, "The service was stopped.")
	require.NoError(t, os.Remove(filepath.Join(host, "one.txt")))
	target := filepath.Join(dir, "one.zip")
	must("", "recovery", "download", "--object", "web-1", "--path", "/one.txt", "--output-file", target, "--extract", filepath.Join(dir, "out"))
	raw, err := os.ReadFile(filepath.Join(dir, "out", "one.txt"))
	require.NoError(t, err)
	assert.Equal(t, "one", string(raw), "and what was backed up before comes back")
	must("", "run", "create", "files", "--run-type", "kRegular", "--wait")
}

// TestEachAccountHasItsInstances works in two accounts of one sandbox, with their sessions and with an API key.
func TestEachAccountHasItsInstances(t *testing.T) {
	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir(), Instances: 3, Accounts: 2})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	do := func(home string, args ...string) (string, error) {
		c := run(t.Context(), s, append([]string{"br"}, args...)...)
		c.Env = append(c.Env, "IBMCLOUD_HOME="+home)
		out, err := c.CombinedOutput()
		return string(out), err
	}
	out, err := do(s.Homes[0], "instances")
	require.NoError(t, err, out)
	assert.Contains(t, out, "sandbox-1")
	assert.Contains(t, out, "sandbox-3")
	assert.NotContains(t, out, "sandbox-2")
	out, err = do(s.Homes[1], "instances")
	require.NoError(t, err, out)
	assert.Contains(t, out, "sandbox-2")
	assert.NotContains(t, out, "sandbox-1")

	out, err = do(s.Homes[1], "policy", "create", "--instance", "sandbox-2", "--name", "gold", "--backup-policy-regular", `{"retention": {"unit": "Weeks", "duration": 2}}`)
	require.NoError(t, err, out)
	out, err = do(s.Homes[0], "policy", "list", "--instance", "sandbox-1")
	require.NoError(t, err, out)
	assert.NotContains(t, out, "gold")
	out, err = do(s.Homes[0], "policy", "list", "--service-url", s.Instances[1].URL, "--xibm-tenant-id", s.Instances[1].Tenant)
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit, out)
	assert.Equal(t, 3, exit.ExitCode(), out)
	assert.Contains(t, out, "no access to this instance")
}
