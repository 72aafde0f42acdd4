package e2e

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// listServer is a service with one long list.
type listServer struct {
	url    string
	size   int // bytes of the answer
	plugin string
	env    []string
}

// newListServer serves a list of protected objects of about 840 bytes each.
func newListServer(t testing.TB, objects int) *listServer {
	var b bytes.Buffer
	b.WriteString(`{"objects":[`)
	for i := range objects {
		if i > 0 {
			b.WriteByte(',')
		}
		id := int64(1)<<53 + int64(i)
		at := b.Len()
		fmt.Fprintf(&b, `{"id":%d,"name":"server-%06d.example.com","sourceId":%d,"sourceName":"data-center-%d","environment":"kPhysical","objectHash":"%032x","objectType":"kHost","logicalSizeBytes":%d,`+
			`"uuid":"%08x-0000-4000-8000-%012x","globalId":"7410926835110247:1732406400000:%d","protectionType":"kFile","osType":"kLinux",`+
			`"protectionStats":[{"environment":"kPhysical","protectedCount":%d,"unprotectedCount":0,"deletedProtectedCount":0,"protectedSizeBytes":%d,"unprotectedSizeBytes":0}],`+
			`"latestSnapshotsInfo":[{"localSnapshotInfo":{"snapshotId":"snapshot-%020d","logicalSizeBytes":%d},"protectionGroupId":"7410926835110247:1732406400000:%d","protectionGroupName":"group-%d","runType":"kRegular",`+
			`"protectionRunId":"%d:1795504384659002","protectionRunStartTimeUsecs":1795504384659002,"indexingStatus":"Done","text":"`,
			id, i, id, i%7, i, int64(i)*1e6, i, i, i, i%5, int64(i)*1e6, i, int64(i)*1e6, i%50, i%50, i)
		b.WriteString(strings.Repeat("x", max(0, 836-(b.Len()-at))))
		b.WriteString(`"}]}`)
	}
	fmt.Fprintf(&b, `],"numResults":%d}`, objects)
	answer := b.Bytes()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
		_, _ = w.Write(answer)
	}))
	t.Cleanup(server.Close)
	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir()})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	return &listServer{url: server.URL, size: len(answer), plugin: filepath.Join(tools, "backup-recovery"+exe()), env: append(append(os.Environ(), s.Env()...), "IBMCLOUD_PLUGIN_NAMESPACE=backup-recovery")}
}

// show lists everything, and returns the time, the peak memory in MiB and the number of lines.
func (l *listServer) show(t testing.TB, words ...string) (took time.Duration, most float64, lines int) {
	c := exec.Command(l.plugin, append([]string{"protected-objects-search", "--service-url", l.url, "--xibm-tenant-id", "t/"}, words...)...)
	c.Env = l.env
	var complaint bytes.Buffer
	c.Stderr = &complaint
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	require.NoError(t, err)
	defer out.Close()
	c.Stdout = out
	began := time.Now()
	require.NoError(t, c.Start())
	peak := peakMemory(c.Process.Pid)
	require.NoError(t, c.Wait(), "%s", &complaint)
	took = time.Since(began)
	shown, err := os.ReadFile(out.Name())
	require.NoError(t, err)
	return took, <-peak, bytes.Count(shown, []byte("\n"))
}

// outputForms are the forms of output, with the memory limit of each in MiB.
var outputForms = []struct {
	name  string
	words []string
	most  func(size int) float64
}{
	{"json", []string{"--output", "json"}, func(int) float64 { return 64 }},
	{"yaml", []string{"--output", "yaml"}, func(int) float64 { return 64 }},
	{"csv", []string{"--output", "csv"}, func(int) float64 { return 64 }},
	{"table", nil, func(int) float64 { return 128 }},
	{"query", []string{"-j", "objects[?id==`9007199254741000`].name"}, func(size int) float64 { return 32 + 4*float64(size)/(1<<20) }},
}

// TestMemoryOfALongList measures the plug-in's binary.
func TestMemoryOfALongList(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the memory of a process can only be seen on Linux")
	}
	l := newListServer(t, 30_000)
	for _, f := range outputForms {
		_, most, lines := l.show(t, f.words...)
		t.Logf("%s: %.1f MiB for an answer of %.1f MiB", f.name, most, float64(l.size)/(1<<20))
		assert.Less(t, most, f.most(l.size), f.name)
		assert.Positive(t, most)
		if f.name == "table" || f.name == "csv" {
			assert.Equal(t, 30_001, lines, f.name)
		}
	}
}

// BenchmarkLists lists 1,000, 10,000 and 100,000 objects in every form, beside curl.
func BenchmarkLists(b *testing.B) {
	for _, objects := range []int{1_000, 10_000, 100_000} {
		l := newListServer(b, objects)
		for _, f := range outputForms {
			b.Run(fmt.Sprintf("%s/%d", f.name, objects), func(b *testing.B) {
				for b.Loop() {
					const rounds = 3
					var took, curl time.Duration
					var most float64
					for range rounds {
						began := time.Now()
						if exec.Command("curl", "-sS", "-o", os.DevNull, l.url).Run() == nil {
							curl += time.Since(began)
						}
						t, m, _ := l.show(b, f.words...)
						took, most = took+t, max(most, m)
					}
					b.ReportMetric(float64(took.Milliseconds())/rounds, "ms")
					b.ReportMetric(most, "MiB-memory")
					b.ReportMetric(most/(float64(l.size)/(1<<20)), "memory/answer")
					if curl > 0 {
						b.ReportMetric(took.Seconds()/curl.Seconds(), "times-curl")
					}
				}
			})
		}
	}
}
