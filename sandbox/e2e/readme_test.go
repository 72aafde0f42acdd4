//go:build unix

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// codeBlocks returns the blocks of a Markdown file between lines of ```.
func codeBlocks(t *testing.T, file string) (blocks []string) {
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	for i, part := range strings.Split("\n"+string(raw), "\n```") {
		if i%2 == 1 {
			blocks = append(blocks, strings.TrimPrefix(part, "\n"))
		}
	}
	return blocks
}

// TestTheCommandsOfTheReadmes runs what the manuals say to type at a sandbox, as one shell session for each manual, and one more for what needs
// connectors with addresses.
func TestTheCommandsOfTheReadmes(t *testing.T) {
	for _, tool := range []string{"bash", "curl"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not on this machine")
		}
	}
	for _, file := range []string{filepath.Join(root, "README.md"), filepath.Join(root, "sandbox", "README.md")} {
		var usual, connectors strings.Builder
		for _, block := range codeBlocks(t, file) {
			first, _, _ := strings.Cut(block, "\n")
			if usual.Len() == 0 && first != ". build/env" || strings.HasPrefix(first, "bin/sandbox") {
				continue // before the sandbox runs, or in its terminal
			}
			if file == filepath.Join(root, "README.md") && first != ". build/env" {
				break // about something else
			}
			script := &usual
			if strings.Contains(block, "SANDBOX_CONNECTOR") || strings.Contains(block, "/sandbox/appliances") {
				script = &connectors
			}
			script.WriteString(block + "\n")
		}
		require.NotEmpty(t, usual.String())
		t.Run(file, func(t *testing.T) { typeAll(t, usual.String()) })
		if connectors.Len() > 0 {
			t.Run(file+" with connectors", func(t *testing.T) {
				typeAll(t, connectors.String(), "-connectors", "1", "-connector-agents", "1")
			})
		}
	}
}

// typeAll runs a script at a sandbox with options.
func typeAll(t *testing.T, script string, options ...string) {
	project := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(project, "bin"), 0o700))
	require.NoError(t, os.Symlink(filepath.Join(tools, "ibmcloud"), filepath.Join(project, "bin", "ibmcloud")))
	port := freePorts(t)
	server := exec.Command(filepath.Join(tools, "sandbox"), append([]string{"-dir", filepath.Join(project, "state"), "-port", port, "-env-file", filepath.Join(project, "build", "env")}, options...)...)
	require.NoError(t, server.Start())
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	require.Eventually(t, func() bool { _, err := os.Stat(filepath.Join(project, "build", "env")); return err == nil }, 10*time.Second, 10*time.Millisecond)

	first, err := strconv.Atoi(port)
	require.NoError(t, err)
	for i := range 4 { // the addresses of IAM, of the instance, and of the Manager
		script = strings.ReplaceAll(script, fmt.Sprintf("127.0.0.1:909%d", i), fmt.Sprintf("127.0.0.1:%d", first+i))
	}
	session := exec.Command("bash", "-e", "-u", "-o", "pipefail", "-x", "-c", "curl() { command curl -sS --fail-with-body \"$@\"; }\n"+script)
	session.Dir = project
	session.Env = append(os.Environ(), "HOME="+project)
	out, err := session.CombinedOutput()
	assert.NoError(t, err, "%s", out)
}
