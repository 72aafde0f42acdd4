package engine

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

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

// TestWidthsOfExamples checks the columns to which lines are filled: what ends in a backslash has room for it.
func TestWidthsOfExamples(t *testing.T) {
	const line = "ibmcloud ln add aa --bb cc --dd ee"
	for width, want := range map[int][]string{
		34: {line}, 33: {`ibmcloud ln add aa --bb cc \`, "    --dd ee"}, 28: {`ibmcloud ln add aa --bb cc \`, "    --dd ee"}, 27: {`ibmcloud ln add aa \`, `    --bb cc --dd ee`},
		21: {`ibmcloud ln add aa \`, `    --bb cc --dd ee`}, 20: {`ibmcloud ln add aa \`, `    --bb cc \`, `    --dd ee`}, 19: {`ibmcloud ln add \`, `    aa --bb cc \`, `    --dd ee`},
	} {
		assert.Equal(t, want, exampleLines(line, width), width)
	}
	for width, want := range map[int][]string{
		21: {`xx yy zz --j '[1, 2]'`}, 20: {`xx yy zz \`, `    --j '[1, 2]'`}, 18: {`xx yy zz \`, `    --j '[1, 2]'`}, 17: {`xx yy zz \`, `    --j \`, `        '[1,`, `         2]'`},
	} {
		assert.Equal(t, want, exampleLines("xx yy zz --j '[1, 2]'", width), width)
	}
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

// TestAPageOfHelp checks a page to the last space, in a terminal that is narrow and one that is wide.
func TestAPageOfHelp(t *testing.T) {
	catalog := &Catalog{Namespace: "long-name", Short: "ln", Resources: []*Resource{{Name: "long-thing", Aliases: []string{"thing", "lt"}, About: "x|Things that are kept for a long time and looked at now and then.", Commands: []Command{
		{Name: "rename", Aliases: []string{"mv"}, About: "x|Give a thing another name, which no other thing of the same kind may have.", Args: []Argument{{Title: "THING"}}, Role: Manager, ReadOnly: true,
			Examples: []string{"thing rename one --to two --because 'nobody could remember the first one'"},
			Job: func(f *Flags) Job {
				var to, because, unit string
				var times int
				f.Text(&to, "to", "NAME", "x|The new name.")
				f.Require("to")
				f.Text(&because, "because-of-something-long", "WHY", "x|Why, in as many words as it takes to convince the next one.")
				f.Choice(&unit, "unit", []string{"one", "two"}, "x|The unit.")
				f.Number(&times, "times", 1, 9, "x|How often.")
				return nil
			}},
		{Name: "list", About: "x|List all things.", Local: true, Args: []Argument{{Title: "NAME", Optional: true, Many: true}}, Job: func(*Flags) Job { return nil }},
	}}}}
	page := func(width, words string) string {
		t.Setenv("COLUMNS", width)
		var out, err bytes.Buffer
		app := &App{Catalog: catalog, Session: &service.Session{}, Streams: &output.Streams{In: strings.NewReader(""), Out: &out, Err: &err}}
		require.Equal(t, 0, app.Run(t.Context(), "long-name", strings.Fields(words)), "%s: %s", words, &err)
		before, common, found := strings.Cut(out.String(), "\nCOMMON OPTIONS:\n")
		if found && strings.Contains(words, "rename") {
			assert.True(t, strings.HasSuffix(common, "\n\n  Required service role: Manager\n"), common)
		}
		return before
	}
	assert.Equal(t, `NAME:
  ibmcloud long-name long-thing - Things that
    are kept for a long time and looked at now
    and then.

ALIASES:
  thing, lt

USAGE:
  ibmcloud long-name long-thing COMMAND [ARGUMENT...] [OPTION...]

COMMANDS:
  rename, mv  Give a thing another name, which no
              other thing of the same kind may
              have.
  list        List all things.

  Run 'ibmcloud ln thing COMMAND --help' for
    more about a command.
`, page("50", "thing"))
	assert.Equal(t, `NAME:
  rename - Give a thing another name, which no
    other thing of the same kind may have.

EXAMPLES:
  ibmcloud ln thing rename one --to two \
      --because \
          'nobody could remember the first one'

ALIASES:
  mv

USAGE:
  ibmcloud long-name long-thing rename THING
    --to NAME [OPTION...]

OPTIONS:
  --to NAME       The new name. Required.
  --because-of-something-long WHY
                  Why, in as many words as it
                  takes to convince the next one.
  --unit VALUE    The unit. Default: one. Values:
                  one, two.
  --times NUMBER  How often.
`, page("50", "thing rename --help"))
	assert.Equal(t, `NAME:
  list - List all things.

USAGE:
  ibmcloud long-name long-thing list [NAME...] [OPTION...]
`, page("62", "thing list --help"))
	assert.Contains(t, page("61", "thing list --help"), "list [NAME...]\n    [OPTION...]\n")
	wide := page("100", "thing rename --help")
	assert.Contains(t, wide, "\n  ibmcloud ln thing rename one --to two --because 'nobody could remember the first one'\n")
	assert.Contains(t, wide, "\n                  Why, in as many words as it takes to convince the next one.\n")
}

func TestWrappedText(t *testing.T) {
	for text, want := range map[string][]string{
		"one two three": {"one two", "three"}, "one two …": {"one", "two …"}, "…": {"…"}, "one …": {"one …"}, "": {""}, "onetwothree four": {"onetwothree", "four"},
	} {
		assert.Equal(t, want, wrap(text, 7), text)
	}
}

func TestUsageIsBrokenBetweenItsParts(t *testing.T) {
	assert.Equal(t, []string{"x", "do", "THING", "[A | --id ID]", "--to NAME", "(B | --b B)", "--all", "--to", "x", "[[A] [B]]", "[OPTION...]"},
		usageParts("x do THING [A | --id ID] --to NAME (B | --b B) --all --to x [[A] [B]] [OPTION...]"))
	assert.Equal(t, []string{"--on", "[OPTION...]"}, usageParts("--on [OPTION...]"))
	assert.Equal(t, []string{"--to NAME", "MORE"}, usageParts("--to NAME MORE"))
}

// TestOptionsInTheOrderOfHelp checks the ranks of options, those that people need first.
func TestOptionsInTheOrderOfHelp(t *testing.T) {
	f := &Flags{now: time.Now}
	for _, one := range []flag{
		{Name: dryRunFlag}, {Name: jsonInputFlag}, {Name: skeletonFlag}, {Name: exampleFlag}, {Name: "old", ignored: true}, {Name: "wait"},
		{Name: "b", Body: []string{"b"}, Field: &api.Field{}}, {Name: "main2"}, {Name: "main1"}, {Name: "in-path", Param: &api.Param{In: api.Path}}, {Name: "must", must: true},
	} {
		f.add(one)
	}
	shown, left := (&Command{Main: []string{"main1", "main2"}}).options(f, true)
	var names []string
	for _, one := range shown {
		names = append(names, one.Name)
	}
	assert.Equal(t, []string{"in-path", "must", "main1", "main2", "b", "wait", dryRunFlag, jsonInputFlag, skeletonFlag, exampleFlag, "old"}, names)
	assert.Zero(t, left)
	shown, left = (&Command{Main: []string{"main1"}}).options(f, false)
	assert.Len(t, shown, 9)
	assert.Equal(t, 2, left, "what the operation has besides, and what older scripts say")
}

// TestWhatMayBeGivenFieldByField checks which flags take an object whose parts have flags of their own, with fields of a body that has both.
func TestWhatMayBeGivenFieldByField(t *testing.T) {
	withParts := 0
	for _, field := range api.RegisterProtectionSource.Body {
		has := slices.ContainsFunc(field.Fields(), func(part api.Field) bool { return part.Flag != "" })
		if has && field.Lists == 0 && !field.Map {
			withParts++
			assert.False(t, (&flag{Body: []string{"x", "y"}, Field: &field}).hasParts())
			list, object := field, field
			list.Lists, object.Map = 1, true
			assert.False(t, (&flag{Body: []string{"x"}, Field: &list}).hasParts())
			assert.False(t, (&flag{Body: []string{"x"}, Field: &object}).hasParts())
		}
		assert.Equal(t, has && field.Lists == 0 && !field.Map, (&flag{Body: []string{"x"}, Field: &field}).hasParts(), field.Name)
	}
	assert.Positive(t, withParts)
}
