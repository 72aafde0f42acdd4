package metrics

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/commands/survey"
)

// monitoring is the folder with what Prometheus and Grafana read, and its manual is beside it.
var monitoring = filepath.Join("..", "..", "docs", "monitoring")

// TestWhatIsWatchedIsGiven checks that alerts, their tests, the dashboard and the manual name metrics, states and kinds that there are.
func TestWhatIsWatchedIsGiven(t *testing.T) {
	var known []string
	for _, f := range families {
		known = append(known, f.SampleName())
	}
	var kinds []string
	for _, k := range survey.Kinds {
		kinds = append(kinds, string(k.Kind))
	}
	words := append([]string{"active", "paused", "ended", "protected", "unprotected", "ok", "error", "connected", "disconnected", "unknown", "healthy", "unreachable", "degraded", "other"}, states...)
	files, err := filepath.Glob(filepath.Join(monitoring, "*"))
	require.NoError(t, err)
	require.Len(t, files, 3)
	for _, file := range append(files, monitoring+".md") {
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		text := strings.ReplaceAll(string(raw), `\"`, `"`)
		names := regexp.MustCompile(`ibm_backup_recovery_\w+`).FindAllString(text, -1)
		assert.True(t, len(names) > 0 || strings.HasSuffix(file, ".md"), file)
		for _, name := range names {
			assert.True(t, slices.Contains(known, name), "%s names %s, which nothing gives", file, name)
		}
		for _, m := range regexp.MustCompile(`\b(state|kind)=~?"([a-z_|]+)"`).FindAllStringSubmatch(text, -1) {
			for word := range strings.SplitSeq(m[2], "|") {
				assert.True(t, slices.Contains(map[string][]string{"state": words, "kind": kinds}[m[1]], word), "%s: %s", file, m[0])
			}
		}
	}
}

// TestEveryFindingThatMattersHasAnAlert checks that a new kind of finding gets one, and that each alert says what it is about.
func TestEveryFindingThatMattersHasAnAlert(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(monitoring, "alerts.yml"))
	require.NoError(t, err)
	var document struct {
		Groups []struct {
			Rules []struct {
				Alert, Expr         string
				Labels, Annotations map[string]string
			}
		}
	}
	require.NoError(t, yaml.Unmarshal(raw, &document))
	kinds := map[string]bool{}
	for _, g := range document.Groups {
		for _, r := range g.Rules {
			kinds[r.Labels["kind"]] = true
			assert.NotEmpty(t, r.Annotations["summary"], r.Alert)
			assert.Contains(t, []string{"critical", "warning", "info"}, r.Labels["severity"], r.Alert)
		}
	}
	for _, k := range survey.Kinds {
		if k.Attention {
			assert.True(t, kinds[string(k.Kind)], "no alert has the label kind: %s", k.Kind)
		}
	}
}

// TestTheManualNamesEveryMetric checks that the list of metrics in the manual is whole, with the words of the program.
func TestTheManualNamesEveryMetric(t *testing.T) {
	raw, err := os.ReadFile(monitoring + ".md")
	require.NoError(t, err)
	for _, f := range families {
		assert.Contains(t, string(raw), "| `"+strings.TrimPrefix(f.SampleName(), prefix)+"` | "+f.Help+" |")
	}
}

// TestTheDashboardCanBeImported looks at what Grafana needs of one: panels in their places, a data source that is chosen there, and no other.
func TestTheDashboardCanBeImported(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(monitoring, "dashboard.json"))
	require.NoError(t, err)
	var d struct {
		ID         *int
		UID, Title string
		Templating struct {
			List []struct{ Name, Type, Query any }
		}
		Panels []struct {
			ID          int
			Title, Type string
			Description string
			Datasource  struct{ UID string }
			GridPos     struct{ X, Y, W, H int }
			Targets     []struct {
				Expr       string
				Datasource struct{ UID string }
			}
		}
	}
	require.NoError(t, json.Unmarshal(raw, &d))
	assert.Nil(t, d.ID, "the number is the server's")
	assert.NotEmpty(t, d.UID)
	require.Len(t, d.Templating.List, 3)
	assert.Equal(t, "datasource", d.Templating.List[0].Type)
	require.NotEmpty(t, d.Panels)
	ids := map[int]bool{}
	taken := map[[2]int]string{}
	for _, p := range d.Panels {
		assert.False(t, ids[p.ID], "two panels have the number %d", p.ID)
		ids[p.ID] = true
		assert.NotEmpty(t, p.Description, p.Title)
		assert.Equal(t, "${datasource}", p.Datasource.UID)
		assert.LessOrEqual(t, p.GridPos.X+p.GridPos.W, 24, p.Title)
		for x := range p.GridPos.W {
			for y := range p.GridPos.H {
				at := [2]int{p.GridPos.X + x, p.GridPos.Y + y}
				require.Empty(t, taken[at], "%s lies on another panel", p.Title)
				taken[at] = p.Title
			}
		}
		for _, target := range p.Targets {
			assert.Equal(t, "${datasource}", target.Datasource.UID)
			assert.Contains(t, target.Expr, `service_instance=~"$instance"`, p.Title)
		}
	}
}
