package e2e

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// pseudoLocale is a language in which every message stands between ⟦ and ⟧, so that English that was not translated shows.
const pseudoLocale = "en_XA"

// TestScriptsInAnotherLanguage runs the scripts once more in the pseudo-locale. What is checked there is not the text that the
// scripts expect, but that no command prints English that is not a message: what remains outside of messages is data.
func TestScriptsInAnotherLanguage(t *testing.T) {
	dir := t.TempDir()
	names, err := filepath.Glob("testdata/scripts/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		if filepath.Base(name) == "help.txt" {
			continue // which the stand-in for the host answers; the help of our own has a test below
		}
		raw, err := os.ReadFile(name)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, filepath.Base(name)), []byte(inPseudoLocale(string(raw))), 0o600))
	}
	english := englishOf(t)
	p := scripts(dir, sandbox.Options{})
	// pseudo STATUS COMMAND… runs a command in the pseudo-locale, which has to exit with that status.
	p.Cmds["pseudo"] = func(ts *testscript.TestScript, neg bool, args []string) {
		ts.Setenv("LC_ALL", pseudoLocale)
		p.Cmds["status"](ts, neg, args)
		ts.Setenv("LC_ALL", "")
		for _, stream := range []string{"stdout", "stderr"} {
			if stream == "stdout" && printsData(args) {
				continue
			}
			if left := english.left(ts.ReadFile(stream)); len(left) > 0 {
				ts.Fatalf("%s has English that is not translated: %q\n%s", stream, left, ts.ReadFile(stream))
			}
		}
	}
	testscript.Run(t, p)
}

// TestHelpInAnotherLanguage reads every page of help in the pseudo-locale.
func TestHelpInAnotherLanguage(t *testing.T) {
	plugin := filepath.Join(tools, "backup-recovery"+exe())
	out, err := exec.Command(plugin, "SendMetadata").Output()
	require.NoError(t, err)
	var metadata struct {
		Commands []struct{ Namespace, Name string }
	}
	require.NoError(t, json.Unmarshal(out, &metadata))
	require.Greater(t, len(metadata.Commands), 50)
	english := englishOf(t)
	for _, c := range metadata.Commands {
		page := exec.Command(plugin, c.Name, "--help")
		page.Env = append(os.Environ(), "LC_ALL="+pseudoLocale, "IBMCLOUD_HOME="+t.TempDir(), "IBMCLOUD_PLUGIN_NAMESPACE="+c.Namespace, "BLUEMIX_PLUGIN_NAMESPACE="+c.Namespace, "COLUMNS=1000")
		text, err := page.Output()
		require.NoError(t, err)
		assert.Contains(t, string(text), "⟦", c)
		assert.Empty(t, english.left(string(text)), "%s %s\n%s", c.Namespace, c.Name, text)
	}
}

// inPseudoLocale turns a script into one whose commands run in the pseudo-locale. What it expects of their output is left out.
func inPseudoLocale(script string) string {
	var lines []string
	body, files, _ := strings.Cut(script, "\n-- ")
	for _, line := range strings.Split(body, "\n") {
		words := strings.Fields(line)
		switch {
		case strings.HasSuffix(line, "&"): // in the background, where its output is not read
		case len(words) > 1 && words[0] == "exec" && words[1] == "ibmcloud":
			line = strings.Replace(line, "exec ibmcloud", "pseudo 0 ibmcloud", 1)
		case len(words) > 2 && words[0] == "status" && words[2] == "ibmcloud":
			line = strings.Replace(line, "status", "pseudo", 1)
		case len(words) > 0 && (words[0] == "stdout" || words[0] == "stderr" || words[0] == "cmp"),
			len(words) > 1 && words[0] == "!" && (words[1] == "stdout" || words[1] == "stderr"):
			line = "# " + line
		}
		lines = append(lines, line)
	}
	if files != "" {
		files = "\n-- " + files
	}
	return strings.Join(lines, "\n") + files
}

// isListing are the words that the stand-in for the host answers with a list of commands.
var isListing = map[string]bool{"--help": true, "help": true, "policy": true, "protection-policy": true}

// printsData reports whether a command prints what programs read, or a text of the stand-in for the host.
func printsData(args []string) bool {
	line := " " + strings.Join(args, " ") + " "
	if len(args) < 5 || args[2] != "br" {
		return len(args) < 4 || args[2] != "br" || isListing[args[3]] // the stand-in lists the commands of a resource itself
	}
	return args[4] == "--help" || regexp.MustCompile(` (-j|--jmes-query|--generate-json-input|--dry-run|login) | --output (json|yaml|csv|openmetrics)|--output-file -`).MatchString(line)
}

// english finds English in what was printed.
type english struct {
	fragments []string // of the messages of the plug-in
	service   string   // the texts of the sandbox and of the stand-in for the host, which are data here
}

// fragment is a piece of a message that is long enough to be told from data.
var fragment = regexp.MustCompile(`[A-Za-z][A-Za-z',;-]*( [A-Za-z][A-Za-z',;-]*)+`)

// sentence is what looks like a sentence: four words or more.
var sentence = regexp.MustCompile(`[A-Za-z][a-z']+( [a-z']+){3,}`)

func englishOf(t *testing.T) *english {
	e := &english{}
	raw, err := os.ReadFile(filepath.Join(root, "i18n", "resources", "all.en_US.json"))
	require.NoError(t, err)
	var messages []struct{ One, Other string }
	require.NoError(t, json.Unmarshal(raw, &messages))
	require.Greater(t, len(messages), 500)
	for _, m := range messages {
		for _, text := range []string{m.One, m.Other} {
			for _, piece := range regexp.MustCompile(`\{\{\.\w+\}\}|'[^']*'`).Split(text, -1) {
				if found := fragment.FindString(piece); strings.Count(found, " ") > 1 {
					e.fragments = append(e.fragments, found)
				}
			}
		}
	}
	var service strings.Builder
	require.NoError(t, filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil {
					service.WriteString(regexp.MustCompile(`%\[?\d*\]?[a-z]`).ReplaceAllString(text, "\n") + "\n")
				}
			}
			return true
		})
		return nil
	}))
	names, err := filepath.Glob("testdata/scripts/*.txt") // which make the sandbox say things, too
	require.NoError(t, err)
	for _, name := range names {
		raw, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, message := range regexp.MustCompile(`"(runMessage|body|message|state)": "([^"]*)"`).FindAllStringSubmatch(string(raw), -1) {
			service.WriteString(message[2] + "\n")
		}
	}
	e.service = service.String()
	return e
}

// examples are the command lines in a page of help or at the end of a line of a table or of CSV, which are the same in every language.
var examples = regexp.MustCompile(`(?m)(^  |  +|,)ibmcloud br (.*\\\n)*.*$`)

// left returns what of a text is English and no message.
func (e *english) left(text string) (found []string) {
	rest := examples.ReplaceAllString(withoutMessages(text), "")
	for _, f := range e.fragments {
		if strings.Contains(rest, f) && !strings.Contains(e.service, f) && !systemError.MatchString(f) {
			found = append(found, f)
		}
	}
	for _, s := range sentence.FindAllString(rest, -1) {
		if !e.isService(s) && !systemError.MatchString(s) {
			found = append(found, s)
		}
	}
	return found
}

// systemError are the texts of Go and the operating system, which have no translations.
var systemError = regexp.MustCompile(`request body has an error|match schema due to|is not one of|connection (reset|refused)|(?i:no such file)|is not valid|cannot unmarshal|unexpected EOF|invalid character|file exists|file too large|is a directory|not a directory|broken pipe|no space left`)

// minPair is how long two words are at least that are taken for words of the sandbox, in letters.
const minPair = 10

// isService reports whether a text has words that the sandbox says.
func (e *english) isService(s string) bool {
	words := strings.Fields(s)
	for i := 0; i+1 < len(words); i++ { // a name may stand in the middle of it
		pair := strings.Join(words[i:i+2], " ")
		if len(pair) >= minPair && strings.Contains(e.service, pair) || i+2 < len(words) && strings.Contains(e.service, pair+" "+words[i+2]) {
			return true
		}
	}
	return false
}

// withoutMessages returns a text without what stands between ⟦ and ⟧, which may stand in each other.
func withoutMessages(text string) string {
	var b strings.Builder
	depth := 0
	for _, r := range text {
		switch {
		case r == '⟦':
			depth++
		case r == '⟧':
			depth--
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestEnglishIsFound(t *testing.T) {
	e := englishOf(t)
	assert.Empty(t, e.left("⟦Ñáɱé ⟦ţĥéŕé íš⟧ there is nothing to show⟧ gold 1:2:3 kRegular"))
	assert.NotEmpty(t, e.left("There is nothing to show."))
	assert.NotEmpty(t, e.left("⟦óķ⟧ some words that nobody has translated"))
}
