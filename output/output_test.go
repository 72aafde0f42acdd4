package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// odd is an answer with all that a careless program would change: digits, order, a name twice, escapes.
const odd = `{"z":9223372036854775807,"a":1.10,"e":1E400,"s":"<b>&\u2028","z2":-0,"list":[],"none":null,"o":{},"dup":1,"dup":2,"t":true}`

func TestJSONKeepsEveryFieldAndDigit(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, JSON(&out, strings.NewReader(odd), nil))
	for _, want := range []string{"9223372036854775807", "1.10", "1E400", "-0", `"list": []`, `"none": null`, `"dup": 1`, `"dup": 2`} {
		assert.Contains(t, out.String(), want)
	}
	assert.Less(t, strings.Index(out.String(), `"z"`), strings.Index(out.String(), `"a"`), "in the order in which it came")
	assert.True(t, strings.HasSuffix(out.String(), "}\n"))

	out.Reset()
	require.NoError(t, JSON(&out, strings.NewReader(""), nil))
	assert.Empty(t, out.String())
}

func TestQueriesKeepLargeNumbers(t *testing.T) {
	answer := `{"objects":[{"id":9007199254740993,"name":"a","size":10},{"id":9007199254740995,"name":"b","size":2.5},{"id":9223372036854775807,"name":"c","size":3}]}`
	for expression, want := range map[string]string{
		"objects[].id": `[9007199254740993,9007199254740995,9223372036854775807]`,
		"objects[?id==`9007199254740995`].name | [0]":          `"b"`,
		"objects[?id==`9007199254740994`].name":                `[]`,
		"objects[0]":                                           `{"id":9007199254740993,"name":"a","size":10}`,
		"objects[?size>`2.7`].name":                            `["a","c"]`,
		"sum(objects[].size)":                                  `15.5`,
		"length(objects)":                                      `3`,
		"objects[].{n: name, i: id} | [-1]":                    `{"i":9223372036854775807,"n":"c"}`,
		"nothing":                                              `null`,
		"objects[?name=='a'].id | [0]":                         `9007199254740993`,
		"sort_by(objects, &size)[].name":                       `["b","c","a"]`,
		"objects[?contains(name, 'c')].id | [0] | to_array(@)": `[9223372036854775807]`,
	} {
		q, err := ParseQuery(expression)
		require.NoError(t, err, expression)
		got, err := q.Run(t.Context(), strings.NewReader(answer), nil)
		require.NoError(t, err, expression)
		assert.JSONEq(t, want, string(got), expression)
		assert.Equal(t, strings.Count(want, "9"), strings.Count(string(got), "9"), expression) // JSONEq compares floats
	}
	for _, wrong := range []string{"objects[", "a..b", "`{", "'open"} {
		_, err := ParseQuery(wrong)
		assert.Error(t, err, wrong)
	}
}

var people = &View{Rows: "people", Empty: "Nobody is there.", Columns: []Column{
	{Title: "Name", Path: "name", Format: Entity}, {Title: "When", Path: "when", Format: Usecs}, {Title: "Size", Path: "size", Format: Size},
	{Title: "State", Path: "state", Format: Status}, {Title: "First", Path: "list[0].x|other"},
}}

const crowd = `{"count": 2, "people":[{"name":"日本","when":1772388000000000,"size":8388608,"state":"Failed","list":[{"x":1}]},{"name":"\u001b[31mred\r\n","size":999,"state":"Succeeded","other":9007199254740993}]}`

func inUTC(t *testing.T) {
	local := time.Local
	time.Local = time.UTC
	t.Cleanup(func() { time.Local = local })
}

func TestTableForPeople(t *testing.T) {
	inUTC(t)
	var out bytes.Buffer
	s := &Streams{Out: &out}
	require.NoError(t, s.Table(NewChoice(people, true), strings.NewReader(crowd), nil))
	assert.Equal(t, ""+
		"Name                    When (UTC)            Size    State       First\n"+
		"日本                    2026-03-01 18:00:00   8 MiB   Failed      1\n"+
		`\u001b[31mred\u000d\n                         999 B   Succeeded   9007199254740993`+"\n", out.String())

	out.Reset()
	var said bytes.Buffer
	s.Err, s.Quiet = &said, true
	require.NoError(t, s.Table(NewChoice(people, true), strings.NewReader(`{"people":[]}`), nil))
	assert.Equal(t, "Nobody is there.\n", said.String())
	said.Reset()
	require.NoError(t, s.Table(NewChoice(people, true), strings.NewReader(`{}`), nil))
	require.NoError(t, s.Table(NewChoice(people, true), strings.NewReader(``), nil))
	assert.Equal(t, strings.Repeat("Nobody is there.\n", 2), said.String())
	assert.Empty(t, out.String(), "what reads a list that is empty reads nothing")

	s.OutTerm, s.Color = true, true
	require.NoError(t, s.Table(NewChoice(people, false), strings.NewReader(crowd), nil))
	assert.Contains(t, out.String(), "\x1b[31;1mFailed\x1b[0m")
	assert.Contains(t, out.String(), `\u001b[31mred`, "colours are ours alone")
}

func TestSingleThing(t *testing.T) {
	inUTC(t)
	view := &View{Columns: []Column{{Title: "Name", Path: "name"}, {Title: "Nothing", Path: "no"}, {Title: "Took", Path: "secs", Format: Span(time.Second)}},
		Sections: []View{{Heading: "Parts", Rows: "parts", Children: "parts|others", Columns: []Column{{Title: "Part", Path: "id"}}}, {Heading: "None", Rows: "none"}}}
	var out bytes.Buffer
	require.NoError(t, (&Streams{Out: &out, Err: &out}).Table(NewChoice(view, true), strings.NewReader(`{"name":"x","secs":3700,"parts":[{"id":"a","parts":[{"id":"b"}],"others":[{"id":"c"}]}]}`), nil))
	assert.Equal(t, "Name   x\nTook   1h 1m\n\nParts\nPart\na\n  b\n  c\n", out.String())
}

func TestNothingTakesNoRoom(t *testing.T) {
	var out bytes.Buffer
	s := &Streams{Out: &out, Err: &out}
	require.NoError(t, s.Table(NewChoice(people, true), strings.NewReader(`{"people":[{"name":"a","other":1},{"other":2}]}`), nil))
	assert.Equal(t, "Name   First\na      1\n       2\n", out.String())
	out.Reset()
	require.NoError(t, s.Table(NewChoice(&View{Columns: []Column{{Title: "Name", Path: "name"}}}, true), strings.NewReader(`{}`), nil))
	assert.Equal(t, "There is nothing to show.\n", out.String())
}

func TestAt(t *testing.T) {
	v, err := Read(strings.NewReader(`{"a":{"b":[{"c":1},{"c":2}]},"x.y":1,"f":false,"blank":"","id":"7","other":""}`))
	require.NoError(t, err)
	for path, want := range map[string]any{
		"a.b[1].c": json.Number("2"), "a.b[-1].c": json.Number("2"), "a.b[2].c": nil, "a.b.c": nil, "no|a.b[0].c": json.Number("1"), "f": false, "a.b[x]": nil,
		"blank|id": "7", "id|blank": "7", "blank|no": "", "blank|other": "", "no|blank": "",
	} {
		assert.Equal(t, want, At(v, path), path)
	}
}

func TestWords(t *testing.T) {
	for n, want := range map[int64]string{0: "0 B", 999: "999 B", 1024: "1 KiB", 8 << 20: "8 MiB", 1536 << 20: "1.5 GiB", 1<<63 - 1: "8 EiB", 1024*1024 - 1: "1 MiB", -2048: "-2 KiB"} {
		assert.Equal(t, want, Bytes(n))
	}
	for d, want := range map[time.Duration]string{0: "0s", time.Millisecond: "<1s", 59 * time.Second: "59s", 3661 * time.Second: "1h 1m", 49 * time.Hour: "2d 1h", 48 * time.Hour: "2d", time.Hour + time.Second: "1h", -time.Minute: "-1m"} {
		assert.Equal(t, want, Duration(d))
	}
	assert.Equal(t, Cell{Text: "no", Data: "false"}, YesNo(false))
	assert.Equal(t, "42%", Percent(json.Number("41.6")).Text)
	assert.Equal(t, "", Usecs(json.Number("0")).Text)
	assert.Equal(t, "soon", Usecs("soon").Text)
	assert.Equal(t, Bad, Status("kFailed").Tone)
}

func TestHostileText(t *testing.T) {
	for text, want := range map[string]string{
		"plain é 日本": "plain é 日本", "a\x1b]0;x\x07": `a\u001b]0;x\u0007`, "c1\u009b31m": `c1\u009b31m`, "rtl\u202egpj": `rtl\u202egpj`, "bad\xff": `bad\xff`, "line\nend\t": `line\nend\t`, "~del\x7f": `~del\u007f`,
		"\u061c\u00ad\u180e\ufff9\ufffb\U000e0001\U000e0041": `\u061c\u00ad\u180e\ufff9\ufffb\U000e0001\U000e0041`,
	} {
		assert.Equal(t, want, Clean(text))
	}
	var out bytes.Buffer
	s := &Streams{Out: &out, OutTerm: true}
	for _, b := range []byte("\"a\u009bb\" 日\x1b\n") { // a byte at a time
		_, err := s.MachineOut().Write([]byte{b})
		require.NoError(t, err)
	}
}

func TestTerminalFilterJoinsCharacters(t *testing.T) {
	var out bytes.Buffer
	f := &terminalFilter{to: &out}
	for _, b := range []byte("\"a\u009bb\" 日\x1b\n") {
		_, err := f.Write([]byte{b})
		require.NoError(t, err)
	}
	assert.Equal(t, "\"a\\u009bb\" 日\\u001b\n", out.String())
}

// TestAnswersStayWhatTheyAreOnATerminal checks that what is made visible is read as the same by a reader of the format.
func TestAnswersStayWhatTheyAreOnATerminal(t *testing.T) {
	const text = "a\u061cb\U000e0041c\u00ad日😀"
	raw, err := json.Marshal(text)
	require.NoError(t, err)
	for name, show := range map[string]func(*Streams) error{
		"json": func(s *Streams) error { return JSON(s.JSONOut(), bytes.NewReader(raw), nil) },
		"yaml": func(s *Streams) error { return YAML(s.MachineOut(), bytes.NewReader(raw), nil) },
	} {
		var out bytes.Buffer
		require.NoError(t, show(&Streams{Out: &out, OutTerm: true}))
		assert.NotContains(t, out.String(), "\U000e0041", name)
		assert.NotContains(t, out.String(), "\u00ad", name)
		var got string
		if name == "json" {
			assert.Contains(t, out.String(), `\udb40\udc41`)
			require.NoError(t, json.Unmarshal(out.Bytes(), &got))
		} else {
			assert.Contains(t, out.String(), `\U000e0041`)
			require.NoError(t, yaml.Unmarshal(out.Bytes(), &got))
		}
		assert.Equal(t, text, got, name)
	}
}

func FuzzAnswers(f *testing.F) {
	f.Add(crowd)
	f.Add(odd)
	f.Add(`[1,{"a":"\ud800"}]`)
	f.Fuzz(func(t *testing.T, answer string) {
		var out bytes.Buffer
		valid := json.Valid([]byte(answer))
		err := JSON(&out, strings.NewReader(answer), nil)
		if valid && err != nil {
			t.Fatalf("valid JSON was refused: %v", err)
		}
		if err == nil && out.Len() > 0 && valid && !json.Valid(out.Bytes()) {
			t.Fatalf("%q became %q", answer, out.String())
		}
		out.Reset()
		_ = YAML(&out, strings.NewReader(answer), nil)
		out.Reset()
		if (&Streams{Out: &out, Err: &out}).Table(NewChoice(people, true), strings.NewReader(answer), nil) == nil && strings.ContainsFunc(strings.ReplaceAll(out.String(), "\n", ""), hostile) {
			t.Fatalf("hostile characters in a table: %q", out.String())
		}
		_ = (&Streams{Out: &out, Err: &out}).CSV(NewChoice(people, true), strings.NewReader(answer), nil)
	})
}

// TestTheFirstScreenOfALongTable looks at a table of which the rest has not arrived.
func TestTheFirstScreenOfALongTable(t *testing.T) {
	in, out := io.Pipe()
	var shown safeBuffer
	done := make(chan error)
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name"}, {Title: "Late", Path: "late"}, {Title: "ID", Path: "id"}}}
	go func() { done <- (&Streams{Out: &shown, Err: io.Discard}).Table(NewChoice(view, true), in, nil) }()
	_, err := io.WriteString(out, `{"rows":[`)
	require.NoError(t, err)
	for i := range window {
		_, err = fmt.Fprintf(out, `{"name":"n%d","id":1},`, i)
		require.NoError(t, err)
	}
	_, err = io.WriteString(out, strings.Repeat(" ", 4096)) // the reader looks a little ahead
	require.NoError(t, err)
	assert.Eventually(t, func() bool { return strings.Count(shown.String(), "\n") == window+1 }, 5*time.Second, time.Millisecond)
	_, err = io.WriteString(out, `{"name":"a name that is longer than the others","late":"here","id":2},{"name":"n","id":3}]}`)
	require.NoError(t, err)
	require.NoError(t, out.Close())
	require.NoError(t, <-done)
	lines := strings.Split(shown.String(), "\n")
	assert.Equal(t, "Name   Late   ID", lines[0], "a long list keeps its columns: who knows what is to come")
	assert.Equal(t, "n0            1", lines[1])
	assert.Equal(t, "a name that is longer than the others   here   2", lines[window+1], "nothing is cut")
	assert.Equal(t, "n             3", lines[window+2], "and the widths stay")
}

func TestAnAnswersOnlyList(t *testing.T) {
	var out bytes.Buffer
	view := &View{Rows: "*", Columns: []Column{{Title: "Name", Path: "name"}}}
	summary := &Summary{Fields: map[string]string{"cookie": "", "count": ""}}
	require.NoError(t, (&Streams{Out: &out, Err: &out}).Table(NewChoice(view, false), strings.NewReader(`{"cookie":"c","o":{"x":[1]},"files":[{"name":"a"},{"name":"b"}],"count":12}`), summary))
	assert.Equal(t, "a\nb\n", out.String())
	assert.Equal(t, &Summary{Fields: map[string]string{"cookie": "c", "count": "12"}, Rows: 2}, summary)
	for form, show := range map[string]func(io.Writer, io.Reader, *Summary) error{"json": JSON, "yaml": YAML, "query": func(_ io.Writer, r io.Reader, s *Summary) error {
		q, err := ParseQuery("x")
		require.NoError(t, err)
		_, err = q.Run(t.Context(), r, s)
		return err
	}} {
		summary := &Summary{Fields: map[string]string{"totalRuns": "", "z": ""}}
		require.NoError(t, show(io.Discard, strings.NewReader(`{"runs":[{"a":{"b":[{}]}},{}],"totalRuns":9007199254740993,"z":null}`), summary))
		assert.Equal(t, "9007199254740993", strings.TrimPrefix(summary.Fields["totalRuns"], exactMark), form)
		assert.Equal(t, 2, summary.Rows, form)
		assert.Empty(t, summary.Fields["z"])
	}
}

func TestPagesAreTakenApart(t *testing.T) {
	for _, c := range []struct{ answer, path, before, items, after string }{
		{`{"a":1,"runs":[{"x":1},2],"b":"\""}`, "runs", `{"a":1,"runs":[`, `{"x":1}|2`, `],"b":"\""}`},
		{`{"next":"\\\"", "list":[],"next":"z"}`, "*", `{"next":"", "list":[`, ``, `],"next":""}`},
		{`{"next":"a\"","next":"","next":"b\\","runs":[]}`, "runs", `{"next":"","next":"","next":"","runs":[`, ``, `]}`},
		{`{"next":"\"\\\"","runs":[],"next":7}`, "runs", `{"next":"","runs":[`, ``, `],"next":7}`},
		{`[{"nodes":[1,2],"z":[3]},{"nodes":[4]}]`, "[0].nodes", `[{"nodes":[`, `1|2`, `],"z":[3]},{"nodes":[4]}]`},
		{`{"nothing":1}`, "runs", `{"nothing":1}`, ``, ``},
		{`{"runs":null}`, "runs", `{"runs":null}`, ``, ``},
	} {
		p, err := SplitPage([]byte(c.answer), c.path, "next")
		require.NoError(t, err, c.answer)
		var items []string
		for _, item := range p.Items {
			items = append(items, string(item))
		}
		assert.Equal(t, []string{c.before, c.items, c.after}, []string{string(p.Before), strings.Join(items, "|"), string(p.After)}, c.answer)
	}
	for _, wrong := range []string{"", "{", `{"runs":[1,`, `{"runs":[1]`, `{"runs":[1]}}`, "<html>"} {
		_, err := SplitPage([]byte(wrong), "runs")
		assert.Error(t, err, wrong)
	}
}

// TestLongTextIsCutForPeopleAlone checks that a value of megabytes takes no more room in a table than people can use.
func TestLongTextIsCutForPeopleAlone(t *testing.T) {
	long := strings.Repeat("é", 1<<20)
	answer := `{"name":"` + long + `","rows":[{"name":"` + long + `","id":1},{"name":"short","id":2}]}`
	columns := []Column{{Title: "Name", Path: "name"}, {Title: "ID", Path: "id"}}
	for form, view := range map[string]*View{"list": {Rows: "rows", Columns: columns}, "single": {Columns: columns, Sections: []View{{Heading: "All", Rows: "rows", Columns: columns}}}} {
		var out bytes.Buffer
		require.NoError(t, (&Streams{Out: &out, Err: &out}).Table(NewChoice(view, true), strings.NewReader(answer), nil))
		assert.Less(t, out.Len(), 8*longestCell, form)
		assert.Contains(t, out.String(), "é…", form)
		assert.True(t, utf8.Valid(out.Bytes()), form)
		out.Reset()
		require.NoError(t, (&Streams{Out: &out, Err: &out}).CSV(NewChoice(view, true), strings.NewReader(answer), nil))
		assert.Contains(t, out.String(), long, "CSV holds the whole")
	}
	var out bytes.Buffer
	require.NoError(t, (&Streams{Out: &out, Err: &out}).Table(NewChoice(&View{Columns: []Column{{}}}, true), strings.NewReader(`"`+long+`"`), nil))
	assert.Equal(t, long+"\n", out.String(), "a text that is the answer is piped on")
	for most, want := range map[int]string{10: "日本語", 9: "日本語", 8: "日…", 6: "日…", 5: "…", 3: "…", 0: "…"} {
		assert.Equal(t, want, Shorten("日本語", most), most)
	}
}

func TestASectionOfSingleThings(t *testing.T) {
	inUTC(t)
	view := &View{Columns: []Column{{Title: "Name", Path: "name"}},
		Sections: []View{{Heading: "Part", Each: true, Rows: "parts", Columns: []Column{{Title: "ID", Path: "id"}, {Title: "Size", Path: "size", Format: Size}, {Title: "On", Kind: "host", Path: "host"}}}}}
	const answer = `{"name":"x","parts":[{"id":"a","size":1024,"host":7},{"none":1},{"id":"b\u001b[2J"}]}`
	var out bytes.Buffer
	choice := NewChoice(view, true)
	choice.Names = func(kind, id string) string { return kind + " " + id }
	require.NoError(t, (&Streams{Out: &out, Err: &out}).Table(choice, strings.NewReader(answer), nil))
	assert.Equal(t, "Name   x\n\nPart\nID     a\nSize   1 KiB\nOn     host 7 (7)\n\nPart\nID   b\\u001b[2J\n", out.String())
	out.Reset()
	require.NoError(t, (&Streams{Out: &out, Err: &out}).Table(NewChoice(view, false), strings.NewReader(answer), nil))
	assert.Equal(t, "x\na\n1 KiB\n7\nb\\u001b[2J\n", out.String())
}

func TestACellOfNames(t *testing.T) {
	named := Column{Title: "On", Named: func(v any, name Namer) Cell { return Cell{Text: "host " + name("host", String(v, "id"))} }}
	assert.Equal(t, "host ", named.Cell(map[string]any{"id": "7"}).Text, "there is always somebody to ask")
	view := &View{Rows: "rows", Columns: []Column{named}}
	view.Columns[0].Needs = []string{"id"}
	var out bytes.Buffer
	choice := NewChoice(view, false)
	choice.Names = func(_, id string) string { return "web-" + id + "\x1b" }
	require.NoError(t, (&Streams{Out: &out, Err: &out}).Table(choice, strings.NewReader(`{"rows":[{"id":7}]}`), nil))
	assert.Equal(t, "host web-7\\u001b\n", out.String())
}

func TestSentencesAreFoldedBetweenWordsAtATerminal(t *testing.T) {
	s := &Streams{ErrTerm: true, Columns: 20}
	assert.Equal(t, "The host could not\nbe reached by name.", s.Fold("The host could not be reached by name."))
	assert.Equal(t, "Run 'ibmcloud br group list' to see them all.", s.Fold("Run 'ibmcloud br group list' to see them all."), "a command can be copied")
	assert.Equal(t, "a "+strings.Repeat("x", 30), strings.ReplaceAll(s.Fold("a "+strings.Repeat("x", 30)), "\n", " "), "no word is broken")
	s.ErrTerm = false
	assert.Equal(t, "The host could not be reached by name.", s.Fold("The host could not be reached by name."))
}

// TestTheWidthOfATerminal checks where the number of columns comes from, and what is no width.
func TestTheWidthOfATerminal(t *testing.T) {
	for columns, want := range map[string]int{"": usualWidth, "120": 120, "21": 21, "20": usualWidth, "-1": usualWidth, "wide": usualWidth} {
		t.Setenv("COLUMNS", columns)
		assert.Equal(t, want, (&Streams{Out: &bytes.Buffer{}, OutTerm: true}).Width(), columns)
	}
	assert.Equal(t, 7, (&Streams{Columns: 7}).Width())
	line := "twenty columns of it"
	assert.Equal(t, line, (&Streams{ErrTerm: true, Columns: 20}).Fold(line), "it fits")
	assert.Equal(t, "twenty columns of\nit", (&Streams{ErrTerm: true, Columns: 19}).Fold(line))
	assert.Equal(t, line, (&Streams{Columns: 5}).Fold(line), "no terminal")
}

// TestSectionsBelowAnEmptyHead checks that a line stands between parts and none above the first.
func TestSectionsBelowAnEmptyHead(t *testing.T) {
	view := &View{Columns: []Column{{Title: "Name", Path: "name"}}, Sections: []View{
		{Heading: "Parts", Rows: "parts", Columns: []Column{{Title: "ID", Path: "id"}}},
		{Heading: "More", Each: true, Rows: "more", Columns: []Column{{Title: "ID", Path: "id"}}},
		{Heading: "Self", Each: true, Rows: Itself, Columns: []Column{{Title: "Own", Path: "own"}}}}}
	for answer, want := range map[string]string{
		`{"parts":[{"id":1}],"more":[{"id":2},{"id":3}],"own":4}`: "Parts\nID\n1\n\nMore\nID   2\n\nMore\nID   3\n\nSelf\nOwn   4\n",
		`{"more":[{"id":2}]}`:             "More\nID   2\n",
		`{"name":"x","more":[{"id":2}]}`:  "Name   x\n\nMore\nID   2\n",
		`{"own":4}`:                       "Self\nOwn   4\n",
		`{"name":"x","parts":[{"id":1}]}`: "Name   x\n\nParts\nID\n1\n",
	} {
		var out bytes.Buffer
		require.NoError(t, (&Streams{Out: &out, Err: &out}).Table(NewChoice(view, true), strings.NewReader(answer), nil))
		assert.Equal(t, want, out.String(), answer)
	}
}

// TestWholeNumbersOfQueries checks how numbers that a query worked out are written.
func TestWholeNumbersOfQueries(t *testing.T) {
	for expression, want := range map[string]string{
		"sum(@)": "3", "avg(@)": "1.5", "sum([`1e16`, `9`])": "10000000000000008", "sum([?@>`5`])": "0", "length(@)": "2",
	} {
		q, err := ParseQuery(expression)
		require.NoError(t, err)
		got, err := q.Run(t.Context(), strings.NewReader("[1,2]"), nil)
		require.NoError(t, err, expression)
		assert.Equal(t, want, strings.TrimSpace(string(got)), expression)
	}
}
