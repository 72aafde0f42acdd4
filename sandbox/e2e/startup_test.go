package e2e

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// startupCase is a command whose start-up time is compared with that of the bare plug-in. Both run in turn on the same machine.
type startupCase struct {
	name     string
	plugin   func() *exec.Cmd
	baseline func() *exec.Cmd
}

type timing struct{ least, middle time.Duration }

func measure(t testing.TB, s startupCase, rounds int) (ours, yardstick timing) {
	var times [2][]time.Duration
	for range rounds {
		for i, command := range []func() *exec.Cmd{s.plugin, s.baseline} {
			c := command()
			var complaint bytes.Buffer
			c.Stderr = &complaint
			began := time.Now()
			require.NoError(t, c.Run(), "%s: %s", c.Path, &complaint)
			times[i] = append(times[i], time.Since(began))
		}
	}
	for i, result := range []*timing{&ours, &yardstick} {
		slices.Sort(times[i])
		*result = timing{times[i][0], times[i][rounds/2]}
	}
	return ours, yardstick
}

// startupCases are the two commands whose start-up matters: SendMetadata, which the host runs at every installation and update,
// and a small list, which scripts run often.
func startupCases(t testing.TB) []startupCase {
	bare := filepath.Join(tools, "bare"+exe())
	out, err := exec.Command("go", "build", "-C", root, "-trimpath", "-ldflags", "-s -w", "-o", bare, "./testdata/bare").CombinedOutput()
	require.NoError(t, err, "%s", out)
	plugin := filepath.Join(t.TempDir(), "backup-recovery"+exe())
	out, err = exec.Command("go", "build", "-C", root, "-trimpath", "-ldflags", "-s -w", "-o", plugin, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)

	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir()})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	answer := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"policies":[]}`)
	}))
	t.Cleanup(answer.Close)
	require.NoError(t, run(t.Context(), s, "br", "target", "sandbox-1").Run())

	start := func(path, namespace string, env []string, args ...string) func() *exec.Cmd {
		return func() *exec.Cmd {
			c := exec.Command(path, args...)
			c.Env = append(append(os.Environ(), s.Env()...), "IBMCLOUD_PLUGIN_NAMESPACE="+namespace, "BLUEMIX_PLUGIN_NAMESPACE="+namespace)
			c.Env = append(c.Env, env...)
			return c
		}
	}
	list := start(plugin, "backup-recovery protection-policy", nil, "list")
	shown, err := list().CombinedOutput()
	require.NoError(t, err)
	require.Contains(t, string(shown), "no protection policies")
	return []startupCase{
		{"SendMetadata", start(plugin, "", nil, "SendMetadata"), start(bare, "", nil, "SendMetadata")},
		{"list", list, start(bare, "bare", []string{"BARE_URL=" + answer.URL}, "list")},
		{"list (bare makes no request)", list, start(bare, "bare", nil, "list")},
	}
}

// TestStartUp checks that start-up takes at most 1.5 times as long as the bare plug-in's, with a margin for a machine that is
// busy with other tests. BenchmarkStartUp measures it.
func TestStartUp(t *testing.T) {
	for _, s := range startupCases(t)[:2] {
		ours, yardstick := measure(t, s, 15)
		ratio := float64(ours.least) / float64(yardstick.least)
		t.Logf("%s: %v, bare %v, ratio %.2f", s.name, ours.least, yardstick.least, ratio)
		assert.Less(t, ratio, 2.5, s.name)
	}
}

func BenchmarkStartUp(b *testing.B) {
	for _, s := range startupCases(b) {
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				ours, yardstick := measure(b, s, 40)
				b.ReportMetric(float64(ours.middle.Microseconds())/1000, "ours-ms")
				b.ReportMetric(float64(yardstick.middle.Microseconds())/1000, "bare-ms")
				b.ReportMetric(float64(ours.middle)/float64(yardstick.middle), "ratio")
			}
		})
	}
}
