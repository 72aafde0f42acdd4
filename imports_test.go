package main

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

const module = "ibmcloud-backup-recovery-plugin"

// TestImportsRunOneWay holds the rules of the house: which of our packages each may import.
func TestImportsRunOneWay(t *testing.T) {
	allowed := map[string]string{
		"": "plugin", "/plugin": "commands engine service output i18n", "/commands": "engine service output i18n api", "/engine": "service output i18n api files",
		"/engine/enginetest": "engine service output api", "/service": "api i18n", "/files": "i18n", "/output": "i18n", "/api": "", "/i18n": "",
		"/api/generate": "api", "/i18n/extract": "i18n api",
		"/sandbox": "sandbox/service", "/sandbox/service": "api sandbox/store sandbox/vault sandbox/agents", "/sandbox/store": "", "/sandbox/vault": "", "/sandbox/agents": "", "/sandbox/host": "", "/sandbox/ibmcloud": "sandbox/host", "/sandbox/compare": "",
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
		assert.NotContains(t, name, "stretchr/testify")
	}
}

// TestTheDocumentStaysOutOfTheBinary holds that the API description's text is not carried along: the tables
// made from it are.
func TestTheDocumentStaysOutOfTheBinary(t *testing.T) {
	binary, err := os.ReadFile(filepath.Join(tools, "backup-recovery"+exe()))
	require.NoError(t, err)
	document, err := os.ReadFile("api/openapi.yaml")
	require.NoError(t, err)
	assert.False(t, bytes.Contains(binary, document[:200]))
	assert.True(t, bytes.Contains(binary, []byte("/data-protect/policies")))
}

// TestNothingHeavyHappensAtStart reads Go's own account of what packages do before main. A few formats of columns are
// made then; a parsed document, template or catalogue would show.
func TestNothingHeavyHappensAtStart(t *testing.T) {
	start := exec.Command(filepath.Join(tools, "backup-recovery"+exe()), "SendMetadata")
	start.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace bytes.Buffer
	start.Stderr = &trace
	require.NoError(t, start.Run())
	require.Contains(t, trace.String(), "init ")
	for _, line := range strings.Split(trace.String(), "\n") {
		// init NAME @… ms, … ms clock, BYTES bytes, N allocs
		words := strings.Fields(line)
		if len(words) > 8 && words[0] == "init" && strings.HasPrefix(words[1], module) {
			bytes, err := strconv.Atoi(words[len(words)-4])
			require.NoError(t, err, line)
			assert.Less(t, bytes, 4096, "%s works before main: %s", words[1], line)
		}
	}
}
