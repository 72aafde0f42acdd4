package commands

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// exampleFiles are the files that examples name, with @ in front.
var exampleFiles = map[string]string{
	"gold.yaml":     "regular: {retention: {unit: Weeks, duration: 2}}\n",
	"policy.yaml":   "{id: '1:2:3', name: gold, isUsable: true, backupPolicy: {regular: {retention: {unit: Weeks, duration: 2}}}}\n",
	"group.yaml":    "{name: web-files, policyId: gold, environment: kPhysical}\n",
	"objects.yaml":  "objects: [{id: web-1, filePaths: [{includedPath: /}]}]\n",
	"source.yaml":   "{environment: kPhysical, name: web-1, physicalParams: {endpoint: 10.1.2.30}}\n",
	"recovery.yaml": "{name: web-1-etc, snapshotEnvironment: kPhysical, physicalParams: {recoveryAction: RecoverFiles, objects: [{snapshotId: 217-043a718}]}}\n",
	"files.yaml":    "{name: web-1-etc, object: {snapshotId: 217-043a718}, filesAndFolders: [{absolutePath: /etc}]}\n",
	"backup.yaml":   "{name: production, policies: [{name: gold, backupPolicy: {regular: {retention: {unit: Weeks, duration: 3}}}}]}\n",
	"filters.json":  `[{"attribute": "groupName", "filterType": "In", "inFilterParams": {"attributeDataType": "String", "stringFilterValues": ["web-files"]}}]`,
	"key":           "secret\n",
	"token":         "secret\n",
	"password":      "secret\n",
	"old":           "secret\n",
	"new":           "other secret\n",
}

// exampleInstance is an instance in which everything is there that examples name.
func exampleInstance(t *testing.T) *enginetest.CLI {
	d := enginetest.New(t, Catalog())
	list := func(name, format string, names ...string) string {
		rows := make([]string, len(names))
		for i, n := range names {
			rows[i] = fmt.Sprintf(format, n, i+2)
		}
		return `{"` + name + `":[` + strings.Join(rows, ",") + `]}`
	}
	const run = `{"id":"7:1795489984659002","protectionGroupId":"1:2:2","localBackupInfo":{"status":"Succeeded","startTimeUsecs":1795489984659002,"endTimeUsecs":1795489994659002},
		"objects":[{"object":{"id":2,"name":"web-1"},"localSnapshotInfo":{"snapshotInfo":{"snapshotId":"s"}}}]}`
	const recovery = `{"id":"1:2:2","name":"web-1-etc","status":"Succeeded","recoveryAction":"DownloadFilesAndFolders"}`
	const component = `{"name":"Failed Objects","id":"failed-objects","filters":[{"attribute":"runStartTimeUsecs","filterType":"TimeRange"}],
		"config":{"xlsxParams":{"attributeConfig":[{"attributeName":"groupName","customLabel":"Group Name"}]}}}`
	hosts := []string{"web-1", "db-1", "shop", "MSSQLSERVER/orders", "roks"}
	answers := []struct{ path, answer string }{
		{`/policies$`, list("policies", `{"name":%q,"id":"1:2:%d"}`, "gold", "silver", "databases", "long-term", "locked", "archived")},
		{`/protection-groups$`, list("protectionGroups", `{"name":%q,"id":"1:2:%d"}`, "web-files", "db-prod", "prod-a", "web-volumes", "shop")},
		{`/protection-groups/[^/]+$`, `{"id":"1:2:2","name":"web-files","policyId":"1:2:2","environment":"kPhysical"}`},
		{`/runs$`, `{"runs":[` + run + `],"totalRuns":1}`},
		{`/runs/[^/]+$`, run},
		{`/recoveries$`, `{"recoveries":[` + recovery + `]}`},
		{`/recoveries/[^/]+$`, recovery},
		{`/sources/registrations$`, list("registrations", `{"name":%q,"id":%d}`, hosts...)},
		{`/search/objects$`, `{"objects":[{"name":"web-1","id":2,"environment":"kPhysical"},{"name":"db-1","id":3,"environment":"kPhysical"},
			{"name":"shop","id":4,"environment":"kKubernetes","sourceName":"roks"},{"name":"MSSQLSERVER/orders","id":5,"environment":"kSQL","sourceName":"db-1"}]}`},
		// The first digits of the digest of this ID are those of the short one in examples: 217-043a718.
		{`/snapshots$`, `{"snapshots":[{"id":"s","snapshotTimestampUsecs":1000000,"environment":"kPhysical"}]}`},
		{`/protectionSources$`, `[{"protectionSource":{"name":"web-1","id":2}},{"protectionSource":{"name":"db-1","id":3}}]`},
		{`/data-source-connections$`, list("connections", `{"connectionName":%q,"connectionId":"%d"}`, "dc")},
		{`/connector-agents/config$`, `{"registrationToken":"token"}`},
		{`/data-source-connectors$`, list("connectors", `{"connectorName":%q,"connectorId":"%d"}`, "dc-connector-1")},
		{`/public/reports$`, `{"reports":[{"title":"Failures","id":"failures"},{"title":"Protection Runs","id":"protection-runs"}]}`},
		{`/public/reports/[^/]+$`, `{"title":"Failures","id":"failures","componentIds":["failed-objects"]}`},
		{`/public/components$`, `{"components":[` + component + `]}`},
		{`/public/components/[^/]+$`, component},
		{`/alerts$`, `{"alerts":[{"id":"1042","severity":"kCritical"}],"alertsList":[]}`},
		{`/cluster-mgmt/info$`, `{"cohesityClusters":[{"clusterName":"cluster-1","clusterId":7410926835110247,"clusterIncarnationId":1732406400000,"currentVersion":"7.1"}]}`},
		{`/resource_instances$`, `{"resources":[{"name":"my-instance","guid":"g","crn":"crn:v1:bluemix:public:backup-recovery:us-east:a/account:g::","region_id":"us-east","state":"active",
			"extensions":{"tenant-id":"t/","endpoints":{"public":"https://g.us-east.backup-recovery.cloud.ibm.com"}}}]}`},
	}
	d.Answer = func(r *http.Request) *http.Response {
		for _, a := range answers {
			if regexp.MustCompile(a.path).MatchString(r.URL.Path) {
				return enginetest.Reply(http.StatusOK, "application/json", a.answer)
			}
		}
		return enginetest.Reply(http.StatusOK, "application/json", "{}")
	}
	d.App.Session.Resources = func() (string, error) { return "https://resources", nil }
	return d
}

// TestExamplesWork types every example of every command as its help prints it, on a terminal of 80 columns.
func TestExamplesWork(t *testing.T) {
	t.Setenv("VISUAL", "true") // an editor that changes nothing
	t.Setenv("COLUMNS", "80")
	t.Chdir(t.TempDir())
	for name, text := range exampleFiles {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	_, leaves := Catalog().Tree()
	for _, l := range leaves {
		name := strings.TrimSpace(l.Group + " " + l.Name)
		d := exampleInstance(t)
		assert.Contains(t, []int{2, 3}, len(l.Command.Examples), "%s has two or three examples", name)
		printed := printedExamples(t, d, append(strings.Fields(name), "--help"))
		require.Len(t, printed, len(l.Command.Examples), name)
		for i, example := range l.Command.Examples {
			words, err := shellWords(example)
			require.NoError(t, err, example)
			assertSameWords(t, append([]string{"ibmcloud", Short}, words...), printed[i])
			assert.True(t, isOf(&l, words), "%q is no example of %s", words, shortName(&l))
			tryExample(t, l.Command, words)
		}
	}
	d := exampleInstance(t)
	for _, example := range printedExamples(t, d, []string{"--help"}) {
		of := slices.IndexFunc(leaves, func(l engine.Leaf) bool { return isOf(&l, example[2:]) })
		require.GreaterOrEqual(t, of, 0, "%q", example)
		tryExample(t, leaves[of].Command, example[2:])
	}
}

// tryExample runs an example without changing anything. What it says must be right; what a job finds in the instance may not be what
// it needs.
func tryExample(t *testing.T, c *engine.Command, words []string) {
	d := exampleInstance(t)
	if !c.Local && !c.ReadOnly && !slices.Contains(words, "--example") {
		words = append(slices.Clone(words), "--dry-run")
	}
	ctx := t.Context()
	if slices.Contains(words, "--listen") { // which goes on until it is interrupted
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, 100*time.Millisecond)
		defer cancel()
	}
	status := d.App.Run(ctx, Namespace, words)
	assert.NotContains(t, d.Err.String(), "Warning", "%q", words)
	if c.Op != nil || c.Local {
		assert.Equal(t, 0, status, "%q: %s", words, &d.Err)
	}
	assert.NotEqual(t, int(engine.ExitUsage), status, "%q: %s", words, &d.Err)
}

// shortName returns what people type for a command.
func shortName(l *engine.Leaf) string {
	for _, r := range Catalog().Resources {
		if r.Name == l.Group && len(r.Aliases) > 0 {
			return r.Aliases[0] + " " + l.Name
		}
	}
	return strings.TrimSpace(l.Group + " " + l.Name)
}

// isOf reports whether words begin with what people type for a command.
func isOf(l *engine.Leaf, words []string) bool {
	return strings.HasPrefix(strings.Join(words, " ")+" ", shortName(l)+" ")
}

// printedExamples returns the command lines below EXAMPLES of a page of help, as words.
func printedExamples(t *testing.T, d *enginetest.CLI, words []string) (examples [][]string) {
	require.Equal(t, 0, d.App.Run(t.Context(), Namespace, words), "%s", &d.Err)
	section := regexp.MustCompile(`(?s)\nEXAMPLES:\n(.*?)\n\n`).FindStringSubmatch(d.Out.String())
	require.NotNil(t, section, "%q", words)
	for _, text := range regexp.MustCompile(`\n  ibmcloud `).Split("\n"+section[1], -1)[1:] {
		for line := range strings.Lines(text) {
			assert.LessOrEqual(t, len(strings.TrimSuffix(line, "\n")), 80, line)
		}
		line, err := shellWords("ibmcloud " + text)
		require.NoError(t, err, text)
		examples = append(examples, line)
	}
	return examples
}

// assertSameWords compares words of two command lines; in JSON, space means nothing.
func assertSameWords(t *testing.T, want, have []string) {
	require.Len(t, have, len(want), "%q", have)
	for i := range want {
		if json.Valid([]byte(want[i])) && want[i] != have[i] {
			assert.JSONEq(t, want[i], have[i])
		} else {
			assert.Equal(t, want[i], have[i])
		}
	}
}

// shellWords returns the words of a command line as a POSIX shell finds them. What a shell would expand or redirect is an error.
func shellWords(line string) (words []string, err error) {
	var word strings.Builder
	in, quote := false, byte(0)
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == '\'':
			word.WriteByte(c)
		case c == '\\' && i+1 < len(line) && (quote == 0 || strings.IndexByte("$`\"\\\n", line[i+1]) >= 0):
			i++
			if line[i] != '\n' {
				word.WriteByte(line[i])
				in = true
			}
		case c == '$' || c == '`':
			return nil, fmt.Errorf("%q is expanded: %s", c, line)
		case quote != 0:
			word.WriteByte(c)
		case c == '\'' || c == '"':
			quote, in = c, true
		case c == ' ' || c == '\t':
			if in {
				words = append(words, word.String())
				word.Reset()
				in = false
			}
		case strings.IndexByte("*?[]{}()<>|&;!\n", c) >= 0, (c == '~' || c == '#') && !in:
			return nil, fmt.Errorf("%q means something to a shell: %s", c, line)
		default:
			word.WriteByte(c)
			in = true
		}
	}
	if quote != 0 {
		return nil, errors.New("a quote is open: " + line)
	}
	if in {
		words = append(words, word.String())
	}
	return words, nil
}

func TestShellWords(t *testing.T) {
	for line, want := range map[string][]string{
		`a  'b c' "d\"e" f\ g`:     {"a", "b c", `d"e`, "f g"},
		"a \\\n  b '{\n}'":         {"a", "b", "{\n}"},
		`x'y'"z" ''`:               {"xyz", ""},
		`'*' "\n" 'it'\''s' a=b#c`: {"*", `\n`, "it's", "a=b#c"},
	} {
		have, err := shellWords(line)
		require.NoError(t, err, line)
		assert.Equal(t, want, have, line)
	}
	for _, line := range []string{"a *", "a > b", "a $b", `"a`, "a | b", "a\nb", "#a"} {
		_, err := shellWords(line)
		assert.Error(t, err, line)
	}
}

// maxPlainOptions is how many options of an operation help may show without being told which of them people need.
const maxPlainOptions = 12

// TestMainOptions checks that the main options of a command are options that it has, and that those come first that its examples use.
func TestMainOptions(t *testing.T) {
	_, leaves := Catalog().Tree()
	for _, l := range leaves {
		name := strings.TrimSpace(l.Group + " " + l.Name)
		all, optional := map[string]bool{}, map[string]bool{} // the options that are not required, and those of the operation among them
		for _, f := range pointers(l.Flags) {
			if !(f.Param != nil && f.Param.Required && f.Param.In != api.Path || len(f.Body) == 1 && f.Field.Required) {
				all[bare(f)] = true
				optional[bare(f)] = f.Param != nil && f.Param.In != api.Path || f.Body != nil
			}
		}
		count := 0
		for _, is := range optional {
			if is {
				count++
			}
		}
		if count > maxPlainOptions {
			assert.NotEmpty(t, l.Command.Main, "%s has %d options: say which ones people need", name, count)
		}
		assert.LessOrEqual(t, len(l.Command.Main), maxPlainOptions+5, name)
		usedAll := strings.Join(l.Command.Examples, " ") + " "
		uses := func(option string) bool { return regexp.MustCompile("--" + option + "[ =]").MatchString(usedAll) }
		seen, unused := map[string]bool{}, ""
		for _, option := range l.Command.Main {
			assert.True(t, all[option], "%s has no --%s that could be left out", name, option)
			assert.False(t, seen[option], "%s names --%s twice", name, option)
			seen[option] = true
			switch {
			case !uses(option):
				unused = option
			case unused != "":
				assert.Fail(t, "An option that an example uses comes late.", "%s: --%s behind --%s", name, option, unused)
			}
		}
		for option, is := range optional {
			assert.True(t, !is || !uses(option) || len(l.Command.Main) == 0 || seen[option], "%s: help does not show --%s, which an example uses", name, option)
		}
	}
}

// TestExampleFilesAreUsed finds files that no example names any more.
func TestExampleFilesAreUsed(t *testing.T) {
	_, leaves := Catalog().Tree()
	var all []string
	for _, l := range leaves {
		all = append(all, l.Command.Examples...)
	}
	for name := range exampleFiles {
		assert.Contains(t, strings.Join(all, " ")+" ", filepath.Base(name)+" ")
	}
}
