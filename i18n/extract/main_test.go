package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/i18n"
)

const root = "../.."

// TestTheEnglishCatalogueIsCurrent compares the catalogue with the messages in the source. It opens every folder that it
// depends on itself, because what another process reads does not end the life of a cached result.
func TestTheEnglishCatalogueIsCurrent(t *testing.T) {
	for _, name := range append([]string{"api"}, sources...) {
		require.NoError(t, filepath.WalkDir(filepath.Join(root, strings.TrimSuffix(name, "/...")), func(path string, d fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".go") {
				_, err = os.ReadFile(path)
			}
			return err
		}))
	}
	assert.NoError(t, run(root, true))
}

func TestWhatIsWrongWithMessagesIsNamed(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, resources), 0o755))
	note := func(text string) { require.NoError(t, os.WriteFile(filepath.Join(dir, notes), []byte(text), 0o644)) }
	note(`{"a.b": "A note."}`)
	entries, err := build(dir, []i18n.Text{"c|C {{.X}}", "a.b|{{.Count}} file|{{.Count}} files"})
	require.NoError(t, err)
	assert.Equal(t, []entry{{ID: "a.b", Description: "A note.", One: "{{.Count}} file", Other: "{{.Count}} files"}, {ID: "c", Other: "C {{.X}}"}}, entries)
	for _, wrong := range [][]i18n.Text{{"a.b|x", "no key"}, {"a.b|x", "a.b|y"}, {"a.b|x", "b|one|many"}, {"a.b|"}, {"c|x"}} {
		_, err := build(dir, wrong)
		assert.Error(t, err, wrong)
	}
	german := filepath.Join(dir, resources, "all.de_DE.json")
	for text, good := range map[string]bool{
		`[{"id":"c","other":"{{.X}} C"}]`: true, `[{"id":"c","other":"C"}]`: false, `[{"id":"gone","other":"weg"}]`: false, `[`: false,
	} {
		require.NoError(t, os.WriteFile(german, []byte(text), 0o644))
		assert.Equal(t, good, checkTranslations(dir, entries) == nil, text)
	}
}
