package e2e

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// jobs are command lines that decide what to do, with the most requests that each may take for that.
var jobs = []struct {
	name     string
	requests int
	words    []string
}{
	{"restore", 2, []string{"restore", "web-1:/docs/a.txt", "--dry-run"}},
	{"restore as of a time, elsewhere", 3, []string{"restore", "web-1:/docs/a.txt", "--at", "today", "--to", "web-2:/tmp", "--dry-run"}},
	{"download", 2, []string{"download", "web-1:/docs", "--dry-run"}},
	{"find", 2, []string{"find", "a.txt"}},
	{"find --versions in two snapshots", 5, []string{"find", "a.txt", "--host", "web-1", "--versions"}},
	{"find as of a time", 4, []string{"find", "a.txt", "--host", "web-1", "--at", "today"}},
	{"snapshot list", 2, []string{"snapshot", "list", "web-1"}},
	{"protect what is protected", 4, []string{"protect", "web-1", "--policy", "gold"}},
	{"unprotect", 3, []string{"unprotect", "web-1", "--dry-run"}},
	{"run logs", 5, []string{"run", "logs", "web-1"}},
	{"run list of two groups", 3, []string{"run", "list"}},
	{"run create of two groups", 1, []string{"run", "create", "web-*", "--dry-run"}},
	{"run retry", 1, []string{"run", "retry", "--failed", "--dry-run"}},
	{"run cancel --all", 1, []string{"run", "cancel", "--all", "--dry-run"}},
	{"run keep", 3, []string{"run", "keep", "web-1", "latest", "--for", "1y", "--dry-run"}},
	{"run keep --all", 2, []string{"run", "keep", "web-1", "--all", "--for", "1y", "--dry-run"}},
	{"pause all of two groups", 3, []string{"group", "pause", "--all", "--dry-run"}},
}

// protectedHosts returns a sandbox with the hosts web-1, which has two snapshots, and web-2.
func protectedHosts(t testing.TB) *sandbox.Server {
	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir(), RunTime: 100 * time.Millisecond, RunDelay: 10 * time.Millisecond})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	do := func(args ...string) {
		out, err := run(t.Context(), s, append([]string{"br"}, args...)...).CombinedOutput()
		require.NoError(t, err, "%v: %s", args, out)
	}
	do("target", "sandbox-1")
	do("connection", "create", "--connection-name", "site")
	do("policy", "create", "--name", "gold", "--backup-policy-regular", `{"retention": {"unit": "Weeks", "duration": 2}}`)
	for _, name := range []string{"web-1", "web-2"} {
		host := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.MkdirAll(filepath.Join(host, "docs"), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(host, "docs", "a.txt"), []byte(name), 0o600))
		do("protect", host, "--name", name, "--policy", "gold", "--wait")
	}
	do("protect", "web-1", "--wait")
	return s
}

// decide runs a job and returns how many requests it sent and how long it took.
func decide(t testing.TB, s *sandbox.Server, words []string) (requests int, took time.Duration) {
	s.Platform.ForgetRequests()
	began := time.Now()
	out, err := run(t.Context(), s, append([]string{"br"}, words...)...).CombinedOutput()
	require.NoError(t, err, "%v: %s", words, out)
	return len(s.Platform.Requests()), time.Since(began)
}

// TestJobsTakeFewRequests counts what each job asks before it does anything.
func TestJobsTakeFewRequests(t *testing.T) {
	s := protectedHosts(t)
	for _, job := range jobs {
		requests, took := decide(t, s, job.words)
		t.Logf("%s: %d requests, %v", job.name, requests, took)
		assert.Positive(t, requests, job.name)
		assert.LessOrEqual(t, requests, job.requests, job.name)
	}
}

// BenchmarkJobs measures them where every answer takes 50 ms, with the start of the plug-in.
func BenchmarkJobs(b *testing.B) {
	s := protectedHosts(b)
	s.Platform.Faults.Add(platform.Fault{Match: "*", Latency: 50 * time.Millisecond, Times: 1 << 30})
	for _, job := range jobs {
		b.Run(job.name, func(b *testing.B) {
			for b.Loop() {
				const rounds = 5
				var most time.Duration
				var requests int
				for range rounds {
					n, took := decide(b, s, job.words)
					requests, most = n, max(most, took)
				}
				b.ReportMetric(float64(most.Milliseconds()), "ms-longest")
				b.ReportMetric(float64(requests), "requests")
			}
		})
	}
}
