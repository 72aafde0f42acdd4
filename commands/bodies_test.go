package commands

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// bodyCommands returns the commands that send a body.
func bodyCommands() (list []engine.Leaf) {
	_, leaves := Catalog().Tree()
	for _, l := range leaves {
		if l.Command.Op != nil && l.Command.Op.Body != nil {
			list = append(list, l)
		}
	}
	return list
}

// printBody returns what --example prints, with its fields.
func printBody(t *testing.T, words ...string) (text string, object map[string]any) {
	d := enginetest.New(t, Catalog())
	d.App.Now = func() time.Time { return time.UnixMicro(firstRun + 1) }
	require.Equal(t, 0, d.Run(words...), "%q: %s", words, &d.Err)
	assert.Empty(t, d.Sent, words)
	assert.Empty(t, d.Err.String(), words)
	raw, _, err := engine.ReadYAML(d.Out.Bytes())
	require.NoError(t, err, d.Out.String())
	require.NoError(t, json.Unmarshal(raw, &object))
	return d.Out.String(), object
}

// TestEveryBodyHasExamples prints every example of every command with a body: its first line says what it does, its second one how it is
// sent, and each field has a comment. The command takes it as it is: in a dry run, nothing is wrong or unknown.
func TestEveryBodyHasExamples(t *testing.T) {
	script, err := os.ReadFile(filepath.Join("..", "sandbox", "e2e", "testdata", "scripts", "example.txt"))
	require.NoError(t, err)
	count := 0
	for _, l := range bodyCommands() {
		name := shortName(&l)
		require.NotEmpty(t, l.Command.Bodies, name)
		seen := map[string]bool{}
		for i, b := range l.Command.Bodies {
			words, file := append(strings.Fields(name), "--example"), "body.yaml"
			assert.Equal(t, b.Kind == "", len(l.Command.Bodies) == 1, "%s: the only example needs no name, and several do", name)
			if b.Kind != "" {
				words, file = append(words, b.Kind), b.Kind+".yaml"
			}
			assert.False(t, seen[b.Kind], "%s has two examples %q", name, b.Kind)
			seen[b.Kind] = true
			assert.Contains(t, string(script), "ibmcloud br "+strings.Join(words, " ")+"\n", "the sandbox gets every example")
			text, object := printBody(t, words...)
			if i == 0 {
				first, _ := printBody(t, append(strings.Fields(name), "--example")...)
				assert.Equal(t, text, first, name)
			}
			_, about, _ := strings.Cut(string(b.About), "|")
			head := regexp.MustCompile(`^# ` + regexp.QuoteMeta(about) + `\n# Send it with: ibmcloud br (.* --json-input @` + regexp.QuoteMeta(file) + `)\n\n`).FindStringSubmatch(text)
			require.NotNil(t, head, text)
			assertDocumented(t, strings.Join(words, " "), l.Command.Op.Body, object)
			assertCommented(t, text)
			line := strings.Fields(head[1])
			assert.True(t, strings.HasPrefix(head[1], name+" "), head[1])
			count++
			sendExample(t, line, file, text)
		}
	}
	assert.Greater(t, count, 40)
}

// sendExample types a command line that sends an example, in a dry run.
func sendExample(t *testing.T, line []string, file, text string) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	d := exampleInstance(t)
	assert.Equal(t, 0, d.App.Run(t.Context(), Namespace, append(line, "--dry-run")), "%q: %s\n%s", line, &d.Err, text)
	assert.NotContains(t, d.Err.String(), "Warning", line)
}

// assertDocumented checks that the document describes all fields of an object, and that answers alone have none of them.
func assertDocumented(t *testing.T, at string, fields []api.Field, object map[string]any) {
	for name, value := range object {
		f := api.FieldNamed(fields, name)
		if !assert.NotNil(t, f, "%s.%s", at, name) {
			continue
		}
		assert.NotEmpty(t, f.About, "%s.%s", at, name)
		assert.False(t, f.ReadOnly, "%s.%s is of answers", at, name)
		for range f.Lists {
			value = value.([]any)[0]
		}
		if inner, ok := value.(map[string]any); ok {
			assertDocumented(t, at+"."+name, f.Fields(), inner)
		}
	}
}

// assertCommented checks that there is a comment above each field.
func assertCommented(t *testing.T, text string) {
	above := ""
	for line := range strings.Lines(text) {
		if regexp.MustCompile(`^[ -]*\w+:`).MatchString(line) {
			assert.Regexp(t, `^ *(- )?# .`, above, "%s in\n%s", line, text)
		}
		above = line
	}
}

func TestUnknownExamples(t *testing.T) {
	d := enginetest.New(t, Catalog())
	assert.Equal(t, 2, d.Run("group", "create", "--example", "file"))
	assert.Contains(t, d.Err.String(), "There is no example 'file'. Did you mean 'files'? The examples are files, volumes, databases, namespaces.\n")
	assert.Equal(t, 2, d.Run("group", "update", "--example", "gold"))
	assert.Contains(t, d.Err.String(), "There is no example 'gold'. The examples are files, volumes, databases, namespaces.\n")
	assert.Equal(t, 2, d.Run("connection", "create", "--example=files"))
	assert.Equal(t, 2, d.Run("group", "list", "--example"))
	assert.Empty(t, d.Sent)

	words := [][]string{{"--example=files"}, {"--example", "files"}, {"web-files", "--example", "files"}, {"--example", "FILES", "web-files"}, {"--example"}, {"--example="}, {"--example", "--dry-run"}, {"web-files", "--example", "--name", "x"}}
	var want string
	for _, w := range words {
		text, _ := printBody(t, append([]string{"group", "update"}, w...)...)
		if want == "" {
			want = text
		}
		assert.Equal(t, want, text, w)
	}
	for _, w := range [][]string{{"--example=true"}, {"--example", "true"}} {
		_, object := printBody(t, append([]string{"connection", "create"}, w...)...)
		assert.Equal(t, map[string]any{"connectionName": "dc"}, object)
	}
	assert.Equal(t, 0, d.Run("group", "create", "--help"))
	assert.Regexp(t, `--example \[KIND\] .*\n? .*Default: files\.\s+Values: files, volumes, databases, namespaces\.`, strings.Join(strings.Fields(d.Out.String()), " "))
}
