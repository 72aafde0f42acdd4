package scripts

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fuzzed returns the folder of a module with fuzz targets: the source of its test begins with the package clause and the import.
func fuzzed(t *testing.T, test string) string {
	return write(t, map[string]string{
		"go.mod":        "module example.com/fuzzed\n\ngo 1.26.5\n",
		"in/in.go":      "package in\n",
		"in/in_test.go": "package in\n\nimport \"testing\"\n\n" + test,
	})
}

const (
	passes  = "func FuzzA(f *testing.F) { f.Add(\"a\"); f.Fuzz(func(*testing.T, string) {}) }\n"
	longer  = "func FuzzAB(f *testing.F) { f.Add(\"a\"); f.Fuzz(func(*testing.T, string) {}) }\n"
	refuses = "func FuzzZ(f *testing.F) { f.Add(\"a\"); f.Fuzz(func(t *testing.T, s string) { if s != \"a\" { t.Error(s) } }) }\n"
)

func TestFuzzFindsTargets(t *testing.T) {
	status, out := script(t, "fuzz", "10x", fuzzed(t, passes+longer))
	assert.Zero(t, status, out)
	assert.Contains(t, out, "example.com/fuzzed/in: FuzzA for 10x\n")
	assert.Contains(t, out, "example.com/fuzzed/in: FuzzAB for 10x\n", "a target whose name begins with that of another")
	assert.Contains(t, out, "2 fuzz targets passed.")
}

func TestFuzzStopsAtAFailure(t *testing.T) {
	dir := fuzzed(t, passes+refuses+"func FuzzZZ(f *testing.F) { f.Add(\"a\"); f.Fuzz(func(*testing.T, string) {}) }\n")
	status, out := script(t, "fuzz", "1000x", dir)
	assert.Equal(t, 1, status, out)
	input := regexp.MustCompile(`FuzzZ fails with the input in '([^']*)'`).FindStringSubmatch(out)
	require.NotNil(t, input, out)
	assert.FileExists(t, input[1])
	assert.Equal(t, filepath.Join("in", "testdata", "fuzz", "FuzzZ"), relative(t, dir, filepath.Dir(input[1])))
	assert.NotContains(t, out, "FuzzZZ")
}

func TestFuzzWithoutTargetsOrWithoutACompiler(t *testing.T) {
	status, out := script(t, "fuzz", "1x", fuzzed(t, "func TestA(*testing.T) {}\n"))
	assert.Equal(t, 1, status, out)
	assert.Contains(t, out, "No fuzz target was found.")
	status, out = script(t, "fuzz", "1x", fuzzed(t, passes+"func FuzzB(f *testing.F) { undefined() }\n"))
	assert.NotZero(t, status, out)
	assert.Contains(t, out, "undefined: undefined", "tests that cannot be built are no tests without targets")
	status, out = script(t, "fuzz", "1x", fuzzed(t, "func FuzzA(f *testing.F) { f.Add(\"a\"); f.Fuzz(func(t *testing.T, _ string) { t.Error(\"always\") }) }\n"))
	assert.Equal(t, 1, status, out)
	assert.Contains(t, out, "FuzzA fails. No input was written")
}

func relative(t *testing.T, from, to string) string {
	from, err := filepath.EvalSymlinks(from)
	require.NoError(t, err)
	to, err = filepath.EvalSymlinks(to)
	require.NoError(t, err)
	path, err := filepath.Rel(from, to)
	require.NoError(t, err)
	return path
}

// write writes files, by their paths, into a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	}
	return dir
}
