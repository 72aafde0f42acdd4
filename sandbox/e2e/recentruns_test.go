package e2e

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// groupServer is a service with groups that each had a run an hour ago, of which every answer takes a while.
type groupServer struct {
	*listServer
	requests atomic.Int64
}

func newGroupServer(t testing.TB, groups int, latency time.Duration) *groupServer {
	s := &groupServer{}
	run := func(i int) string {
		at := time.Now().Add(-time.Hour).UnixMicro() + int64(i)
		return fmt.Sprintf(`{"id":"%d:%d","protectionGroupId":"1:2:%d","protectionGroupName":"group-%d","environment":"kPhysical","onLegalHold":false,"localBackupInfo":{"runType":"kRegular","status":"Succeeded","startTimeUsecs":%d,"endTimeUsecs":%d,"isSlaViolated":false,"localSnapshotStats":{"logicalSizeBytes":1048576,"bytesRead":1048576,"bytesWritten":65536}}}`, i, at, i, i, at, at+60_000_000)
	}
	var list strings.Builder
	list.WriteString(`{"protectionGroups":[`)
	for i := range groups {
		if i > 0 {
			list.WriteByte(',')
		}
		fmt.Fprintf(&list, `{"id":"1:2:%d","name":"group-%d","environment":"kPhysical","policyId":"1:2:0","priority":"kMedium","description":"%s","lastRun":%s}`, i, i, strings.Repeat("x", 500), run(i))
	}
	list.WriteString(`]}`)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.requests.Add(1)
		time.Sleep(latency)
		w.Header().Set("Content-Type", "application/json")
		var i int
		if _, err := fmt.Sscanf(r.URL.Path, "/v2/data-protect/protection-groups/1:2:%d/runs", &i); err == nil {
			fmt.Fprintf(w, `{"totalRuns":1,"runs":[%s]}`, run(i))
			return
		}
		fmt.Fprint(w, list.String())
	}))
	t.Cleanup(server.Close)
	service, err := sandbox.Start(sandbox.Options{Dir: t.TempDir()})
	require.NoError(t, err)
	t.Cleanup(func() { _ = service.Close() })
	s.listServer = &listServer{url: server.URL, plugin: filepath.Join(tools, "backup-recovery"+exe()), env: append(append(os.Environ(), service.Env()...), "IBMCLOUD_PLUGIN_NAMESPACE=backup-recovery")}
	return s
}

// BenchmarkRunsOfAllGroups lists the runs of 200 groups with 50 ms for each request, and those of 10,000 groups for their memory.
func BenchmarkRunsOfAllGroups(b *testing.B) {
	for _, c := range []struct {
		groups  int
		latency time.Duration
	}{{200, 50 * time.Millisecond}, {10_000, 0}} {
		s := newGroupServer(b, c.groups, c.latency)
		b.Run(fmt.Sprintf("%d/%v", c.groups, c.latency), func(b *testing.B) {
			for b.Loop() {
				s.requests.Store(0)
				command := exec.Command(s.plugin, "protection-group-run", "list", "--service-url", s.url, "--xibm-tenant-id", "t/")
				command.Env = s.env
				var out, complaint bytes.Buffer
				command.Stdout, command.Stderr = &out, &complaint
				began := time.Now()
				require.NoError(b, command.Start())
				peak := peakMemory(command.Process.Pid)
				require.NoError(b, command.Wait(), "%s", &complaint)
				b.ReportMetric(float64(time.Since(began).Milliseconds()), "ms")
				b.ReportMetric(float64(s.requests.Load()), "requests")
				b.ReportMetric(<-peak, "MiB-memory")
				require.Equal(b, c.groups+1, bytes.Count(out.Bytes(), []byte("\n")))
			}
		})
	}
}
