package main

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "ibmcloud-backup-recovery-plugin"

// TestImportsRunOneWay holds the rules of the house: which of our packages each may import.
func TestImportsRunOneWay(t *testing.T) {
	const jobs = "engine service output i18n api" // what the commands of a resource may import, beside each other
	allowed := map[string]string{
		"": "plugin", "/plugin": "commands engine service output files i18n", "/commands": "engine commands/agents commands/alerts commands/connections commands/diagnosis commands/events commands/groups commands/health commands/manifest commands/metrics commands/objects commands/policies commands/protection commands/recoveries commands/reference commands/reports commands/console commands/runs commands/session commands/sources",
		"/commands/alerts": jobs + " commands/selection", "/commands/console": jobs,
		"/commands/agents": jobs + " commands/cells", "/commands/change": jobs + " commands/readable", "/commands/readable": jobs + " commands/selection",
		"/commands/manifest":    jobs + " commands/change commands/connections commands/groups commands/policies commands/readable commands/sources",
		"/commands/diagnosis":   jobs + " commands/cells commands/events commands/recoveries commands/runs commands/selection",
		"/commands/events":      jobs,
		"/commands/health":      jobs + " commands/runs commands/survey files",
		"/commands/pages":       jobs + " commands/cells commands/survey",
		"/commands/reports":     jobs + " commands/cells commands/selection commands/survey output/junit output/openmetrics output/page",
		"/commands/metrics":     jobs + " commands/survey files output/openmetrics service/scrape",
		"/commands/survey":      jobs + " commands/alerts commands/cells commands/runs commands/selection",
		"/commands/cells":       jobs + "",
		"/commands/connections": jobs + " commands/change commands/cells commands/pages", "/commands/groups": jobs + " commands/change commands/cells commands/selection commands/runs commands/pages",
		"/commands/objects": jobs + " commands/pages commands/selection", "/commands/policies": jobs + " commands/change commands/cells commands/selection commands/pages",
		"/commands/protection": jobs + " commands/runs commands/selection commands/sources",
		"/commands/recoveries": jobs + " commands/cells commands/events commands/selection", "/commands/reference": jobs,
		"/commands/runs":      jobs + " commands/cells commands/events commands/selection",
		"/commands/selection": jobs + "", "/commands/session": jobs + "",
		"/commands/sources": jobs + " commands/change commands/selection commands/pages commands/survey", "/engine": "service output i18n api files",
		"/engine/enginetest": "engine service output api", "/service": "api i18n files output", "/service/servicetest": "service api", "/service/scrape": "output/openmetrics", "/files": "i18n", "/output": "i18n", "/output/junit": "", "/output/page": "i18n output", "/output/openmetrics": "", "/api": "", "/i18n": "",
		"/api/generate": "api", "/i18n/extract": "i18n api",
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	require.NoError(t, err)
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		words := strings.Fields(line)
		who := strings.TrimPrefix(words[0], module)
		rule, known := allowed[who]
		if !assert.True(t, known, "%s has no rule: say what it may import", who) {
			continue
		}
		for _, imported := range words[1:] {
			if rest, ok := strings.CutPrefix(imported, module+"/"); ok {
				assert.Contains(t, strings.Fields(rule), rest, "%s imports %s", who, rest)
			}
		}
	}
}

// linked lists the packages in the plug-in's binary.
func linked(t *testing.T) []string {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	require.NoError(t, err)
	return strings.Fields(string(out))
}

func TestWhatThePluginDoesNotLink(t *testing.T) {
	for _, name := range linked(t) {
		assert.NotContains(t, name, "kin-openapi")
		assert.NotContains(t, name, module+"/sandbox")
		assert.NotContains(t, name, "/servicetest")
		assert.NotContains(t, name, "stretchr/testify")
		assert.NotContains(t, name, "google.golang.org/protobuf", "its registration runs at every start")
	}
}
