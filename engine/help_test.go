package engine

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// helpCatalog has a command with everything that help treats in a way of its own.
func helpCatalog() *Catalog {
	return &Catalog{
		Namespace: "long-name", Short: "ln", About: "x|Everything.", Examples: []string{"thing add a"},
		Commands: []*Command{
			{Name: "settings", About: "x|Settings.", Local: true},
			{Name: "do", About: "x|Do it.", Job: func(f *Flags) Job {
				var all bool
				f.Switch(&all, "all", "x|Do everything.")
				return nil
			}},
			{Name: "search", About: "x|Search.", Op: &api.SearchObjects},
		},
		Resources: []*Resource{{Name: "long-thing", Aliases: []string{"thing"}, About: "x|Things.", Commands: []Command{
			{Name: "add", Op: &api.CreateProtectionGroup, Main: []string{"sla", "description"}, Examples: []string{"thing add a --sla '[1, 2]'"},
				Ignored: []IgnoredFlag{{Name: "old-one"}}},
		}}},
	}
}

// helpPageOf returns what a command line prints.
func helpPageOf(t *testing.T, words string) string {
	var out, err bytes.Buffer
	app := &App{Catalog: helpCatalog(), Session: &service.Session{}, Streams: &output.Streams{In: strings.NewReader(""), Out: &out, Err: &err}}
	require.Equal(t, 0, app.Run(t.Context(), "long-name", strings.Fields(words)), "%s: %s", words, &err)
	return out.String()
}

func TestHelpShowsWhatPeopleNeedFirst(t *testing.T) {
	page := helpPageOf(t, "thing add --help")
	assert.Regexp(t, `(?s)^NAME:\n  add - .*\n\nEXAMPLES:\n  ibmcloud ln thing add a --sla '\[1, 2\]'\n\nUSAGE:\n  ibmcloud long-name long-thing add --name NAME .*\[OPTION\.\.\.\]\n\nOPTIONS:`, page)
	assert.Regexp(t, `(?s)OPTIONS:.* --name .* --environment .* --sla .* --description .* --json-input .* --dry-run .*\n  \d+ more options: ibmcloud ln thing add --help --all\n\nCOMMON OPTIONS:`, page)
	for _, name := range []string{"--qos-policy", "--old-one"} {
		assert.NotContains(t, page, name)
		assert.Contains(t, helpPageOf(t, "thing add --help --all"), name)
	}
	oneLine := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	assert.Regexp(t, `--environment VALUE [^-]* Values: kubernetes, physical, sql\.`, oneLine(page))
	assert.Regexp(t, `--environment VALUE [^-]* Values: kKubernetes, kPhysical, kSQL\.`, oneLine(helpPageOf(t, "thing add --help --all")))
	assert.Regexp(t, `(?s)EXAMPLES:\n  ibmcloud ln thing add a\n.*TASKS:\n  do +Do it\..*RESOURCES:\n  long-thing, thing +Things\..*OTHER COMMANDS:\n  settings.*\n  search `, helpPageOf(t, "--help"))
}

func TestShortHelpShowsSomeValues(t *testing.T) {
	f := &flag{Name: "x", Param: &api.Param{}, About: "x|A thing.", Field: &api.Field{Enum: []string{"kOne", "kTwo", "kThree", "kFour", "kFive", "kSixAB"}, Default: "kTwo"}}
	assert.Equal(t, "A thing. Default: two. Values: one, two, three, four, five, …", f.describe(false, nil))
	assert.Equal(t, "A thing. Default: two. Values: sixAB, four, one, two, three, …", f.describe(false, []string{"do a --x sixAB,four"}))
	assert.Equal(t, "A thing. Default: kTwo. Values: kOne, kTwo, kThree, kFour, kFive, kSixAB.", f.describe(true, []string{"do a --x sixAB,four"}))
	f.Field.Enum = f.Field.Enum[:5]
	assert.Equal(t, "A thing. Default: two. Values: one, two, three, four, five.", f.describe(false, []string{"do a --x four"}))
	f.Param = nil
	assert.Equal(t, "A thing. Default: kTwo. Values: kOne, kTwo, kThree, kFour, kFive.", f.describe(false, nil), "words of a job are typed as they are")
}

func TestAllOfHelp(t *testing.T) {
	own := helpPageOf(t, "do --help")
	assert.Contains(t, own, "  --all  ")
	for _, words := range []string{"do --help --all", "do --all --help", "do -h --all", "help do --all", "help do", "do something -h"} {
		assert.Equal(t, own, helpPageOf(t, words), words)
	}
	all := helpPageOf(t, "thing add --help --all")
	assert.NotContains(t, all, "more option")
	for _, words := range []string{"thing add --all -h", "thing add --all --name x --help", "help thing add --all", "thing help add --all"} {
		assert.Equal(t, all, helpPageOf(t, words), words)
	}
	for _, words := range []string{"help --all", "--help --all"} {
		assert.Equal(t, helpPageOf(t, ""), helpPageOf(t, words), words)
	}
	assert.Equal(t, helpPageOf(t, "thing"), helpPageOf(t, "help thing --all"))
	f := &Flags{}
	_, help, err := f.parse("x", []string{"--all", "--", "--help"})
	assert.Equal(t, noHelp, help)
	assert.EqualError(t, err, "Unknown option '--all'.")
}

func TestExamplesCanBePasted(t *testing.T) {
	assert.Equal(t, []string{"a b"}, exampleLines("a b", 3))
	assert.Equal(t, []string{
		`ibmcloud ln add \`,
		`    --json \`,
		`        '[{"a": "b"},`,
		`         {"c": "d"}]' \`,
		`    --very-long-option \`,
		`        '{"value": "wide"}'`,
	}, exampleLines(`ibmcloud ln add --json '[{"a": "b"}, {"c": "d"}]' --very-long-option '{"value": "wide"}'`, 28))
	assert.Equal(t, []string{
		`ibmcloud ln thing add a \`,
		`    --json '{"a b": "c"}' \`,
		`    --other "x  y" -f z`,
	}, exampleLines(`ibmcloud ln thing add a --json '{"a b": "c"}' --other "x  y" -f z`, 28))
}
