package sandbox

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	pluginModule = "ibmcloud-backup-recovery-plugin"
	module       = pluginModule + "/sandbox"
)

// TestImportsRunOneWay checks which packages of the project each package of this module imports. Of the plug-in it is api alone.
func TestImportsRunOneWay(t *testing.T) {
	allowed := map[string]string{
		"": "api sandbox/platform sandbox/store sandbox/vault sandbox/agents", "/platform": "sandbox/session", "/session": "", "/store": "", "/vault": "", "/agents": "", "/host": "sandbox/session", "/e2e": "",
		"/cmd/sandbox": "sandbox", "/cmd/ibmcloud": "sandbox/host", "/cmd/compare": "",
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	require.NoError(t, err)
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		name := strings.TrimPrefix(words[0], module)
		rule, known := allowed[name]
		if !assert.True(t, known, "%s has no rule: say what it may import", words[0]) {
			continue
		}
		for _, imported := range words[1:] {
			if rest, ok := strings.CutPrefix(imported, pluginModule+"/"); ok {
				assert.Contains(t, strings.Fields(rule), rest, "%s imports %s", words[0], rest)
			}
		}
	}
}
