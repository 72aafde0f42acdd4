package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestThePromisesHaveTheirTests looks for each test that docs/security.md names.
func TestThePromisesHaveTheirTests(t *testing.T) {
	var tests strings.Builder
	require.NoError(t, filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, "_test.go") {
			var text []byte
			if text, err = os.ReadFile(path); err == nil {
				_, _ = tests.Write(text)
			}
		}
		return err
	}))
	text, err := os.ReadFile("docs/security.md")
	require.NoError(t, err)
	named := regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z0-9]+)`").FindAllStringSubmatch(string(text), -1)
	assert.Greater(t, len(named), 30)
	for _, name := range named {
		assert.Contains(t, tests.String(), "func "+name[1]+"(", "docs/security.md names a test that there is not")
	}
	for _, script := range regexp.MustCompile("script `([a-z]+)`").FindAllStringSubmatch(string(text), -1) {
		assert.FileExists(t, "sandbox/e2e/testdata/scripts/"+script[1]+".txt")
	}
}
