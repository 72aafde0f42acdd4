package e2e

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// largeInstance is a service with groups, each with a hundred runs in the last day and ten objects, of which every answer takes a while. The newest
// run of every hundredth group failed.
type largeInstance struct {
	*listServer
	requests, atOnce, most atomic.Int64
}

const (
	runsOfEach    = 100
	objectsOfEach = 10
)

func newLargeInstance(t testing.TB, groups int, latency time.Duration) *largeInstance {
	s := &largeInstance{}
	run := func(group, n int) string {
		status := "Succeeded"
		if group%100 == 0 && n == 0 {
			status = "Failed"
		}
		at := time.Now().Add(-time.Duration(n) * 14 * time.Minute).UnixMicro()
		return fmt.Sprintf(`{"id":"%d:%d","protectionGroupId":"1:2:%d","protectionGroupName":"group-%d","environment":"kPhysical","onLegalHold":false,"localBackupInfo":{"runType":"kRegular","status":"%s","messages":[%q],"startTimeUsecs":%d,"endTimeUsecs":%d,"isSlaViolated":false,"localSnapshotStats":{"logicalSizeBytes":1048576,"bytesRead":1048576,"bytesWritten":65536}}}`,
			group*runsOfEach+n, at, group, group, status, "the disk is full", at, at+60_000_000)
	}
	listOf := func(count int, before, after string, item func(i int) string) string {
		var b strings.Builder
		b.WriteString(before)
		for i := range count {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(item(i))
		}
		return b.String() + after
	}
	runs := make([]string, groups) // beforehand, because it is the plug-in that is measured
	for i := range runs {
		runs[i] = listOf(runsOfEach, fmt.Sprintf(`{"totalRuns":%d,"runs":[`, runsOfEach), `]}`, func(n int) string { return run(i, n) })
	}
	answers := map[string]string{
		"/v2/data-protect/protection-groups": listOf(groups, `{"protectionGroups":[`, `]}`, func(i int) string {
			return fmt.Sprintf(`{"id":"1:2:%d","name":"group-%d","environment":"kPhysical","policyId":"1:2:0","isActive":true,"lastRun":%s}`, i, i, run(i, 0))
		}),
		"/v2/data-protect/policies": `{"policies":[{"id":"1:2:0","name":"gold","backupPolicy":{"regular":{"incremental":{"schedule":{"unit":"Minutes","minuteSchedule":{"frequency":15}}}}}}]}`,
		"/v2/data-protect/search/objects": listOf(groups*objectsOfEach, `{"objects":[`, `]}`, func(i int) string {
			return fmt.Sprintf(`{"id":%d,"name":"host-%d","environment":"kPhysical","objectType":"kHost","sourceId":%d,"sourceInfo":{"id":%d,"name":"host-%d"},"objectProtectionInfos":[{"objectId":%d,"protectionGroups":[{"id":"1:2:%d","name":"group-%d"}]}]}`,
				i, i, i, i, i, i, i/objectsOfEach, i/objectsOfEach)
		}),
		"/v2/data-protect/search/protected-objects": listOf(groups*objectsOfEach, `{"objects":[`, `]}`, func(i int) string {
			return fmt.Sprintf(`{"id":%d,"name":"host-%d","environment":"kPhysical","latestSnapshotsInfo":[{"protectionGroupId":"1:2:%d","protectionRunStartTimeUsecs":%d,"runType":"kRegular"}]}`, i, i, i/objectsOfEach, time.Now().Add(-time.Minute).UnixMicro())
		}),
		"/irisservices/api/v1/public/protectionSources": `[]`,
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.requests.Add(1)
		now := s.atOnce.Add(1)
		for most := s.most.Load(); now > most && !s.most.CompareAndSwap(most, now); most = s.most.Load() {
		}
		time.Sleep(latency)
		s.atOnce.Add(-1) // it is answered from here on, however long its answer is
		w.Header().Set("Content-Type", "application/json")
		var i int
		if _, err := fmt.Sscanf(r.URL.Path, "/v2/data-protect/protection-groups/1:2:%d/runs", &i); err == nil {
			_, _ = io.WriteString(w, runs[i])
			return
		}
		answer, ok := answers[r.URL.Path]
		if !ok {
			answer = `{}`
		}
		_, _ = io.WriteString(w, answer)
	}))
	t.Cleanup(server.Close)
	service, err := sandbox.Start(sandbox.Options{Dir: t.TempDir()})
	require.NoError(t, err)
	t.Cleanup(func() { _ = service.Close() })
	s.listServer = &listServer{url: server.URL, plugin: filepath.Join(tools, "backup-recovery"+exe()), env: append(append(os.Environ(), service.Env()...), "IBMCLOUD_PLUGIN_NAMESPACE=backup-recovery")}
	return s
}

// measure runs a command about the instance, which has to end with a status, and returns what it printed, how long it took, and the most memory that
// it had, in MiB.
func (s *largeInstance) measure(t testing.TB, status int, words ...string) (out []byte, took time.Duration, memory float64) {
	s.requests.Store(0)
	s.most.Store(0)
	command := exec.Command(s.plugin, append(words, "--service-url", s.url, "--xibm-tenant-id", "t/")...)
	command.Env = s.env
	var page, complaint bytes.Buffer
	command.Stdout, command.Stderr = &page, &complaint
	began := time.Now()
	require.NoError(t, command.Start())
	peak := peakMemory(command.Process.Pid)
	_ = command.Wait()
	require.Equal(t, status, command.ProcessState.ExitCode(), "%s", &complaint)
	return page.Bytes(), time.Since(began), <-peak
}

// status is measure for the command of that name, which finds something.
func (s *largeInstance) status(t testing.TB) (page string, took time.Duration, memory float64) {
	out, took, memory := s.measure(t, 9, "status")
	return string(out), took, memory
}

// TestStatusAsksOnceForAGroup checks how many requests status sends, and how many at once.
func TestStatusAsksOnceForAGroup(t *testing.T) {
	s := newLargeInstance(t, 200, time.Millisecond)
	page, _, _ := s.status(t)
	require.Equal(t, 2, strings.Count(page, "the disk is full"), page)
	require.LessOrEqual(t, s.requests.Load(), int64(200+16), "one for each group, and a few")
	require.LessOrEqual(t, s.most.Load(), int64(8))
}

// TestRequestsAtOnceAreASetting checks that the setting bounds the requests of a whole command.
func TestRequestsAtOnceAreASetting(t *testing.T) {
	s := newLargeInstance(t, 40, 5*time.Millisecond)
	for _, count := range []string{"2", "30"} {
		set := exec.Command(s.plugin, "config", "set", "requests-at-once", count)
		set.Env = s.env
		out, err := set.CombinedOutput()
		require.NoError(t, err, "%s", out)
		s.status(t)
		most, err := strconv.Atoi(count)
		require.NoError(t, err)
		require.LessOrEqual(t, s.most.Load(), int64(most))
		require.Greater(t, s.most.Load(), int64(most)/2-1)
	}
}

// BenchmarkStatus looks at 1,000 groups with 10,000 objects and 100,000 runs, with 20 ms for each request.
func BenchmarkStatus(b *testing.B) {
	s := newLargeInstance(b, 1000, 20*time.Millisecond)
	for b.Loop() {
		page, took, memory := s.status(b)
		require.Equal(b, 10, strings.Count(page, "the disk is full"))
		b.ReportMetric(float64(took.Milliseconds()), "ms")
		b.ReportMetric(float64(s.requests.Load()), "requests")
		b.ReportMetric(memory, "MiB-memory")
	}
}
