package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTheAPIDescriptionIsNotInTheBinary checks that only the tables made from the API description are linked.
func TestTheAPIDescriptionIsNotInTheBinary(t *testing.T) {
	binary, err := os.ReadFile(filepath.Join(tools, "backup-recovery"+exe()))
	require.NoError(t, err)
	document, err := os.ReadFile(filepath.Join(root, "api", "openapi.yaml"))
	require.NoError(t, err)
	assert.False(t, bytes.Contains(binary, document[:200]))
	assert.True(t, bytes.Contains(binary, []byte("/data-protect/policies")))
}

// plugin is the path of the plug-in's module.
const plugin = "ibmcloud-backup-recovery-plugin"

// TestPackagesAllocateLittleBeforeMain reads the Go runtime's trace of package initialization. A parsed document, template or
// catalogue would show as a large allocation.
func TestPackagesAllocateLittleBeforeMain(t *testing.T) {
	start := exec.Command(filepath.Join(tools, "backup-recovery"+exe()), "SendMetadata")
	start.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace bytes.Buffer
	start.Stderr = &trace
	require.NoError(t, start.Run())
	require.Contains(t, trace.String(), "init ")
	for _, line := range strings.Split(trace.String(), "\n") {
		// init NAME @… ms, … ms clock, BYTES bytes, N allocs
		words := strings.Fields(line)
		if len(words) > 8 && words[0] == "init" && strings.HasPrefix(words[1], plugin) {
			bytes, err := strconv.Atoi(words[len(words)-4])
			require.NoError(t, err, line)
			assert.Less(t, bytes, 4096, "%s works before main: %s", words[1], line)
		}
	}
}
