package output

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
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

func TestAnAnswerThatEndsEarlyIsAnErrorInEveryForm(t *testing.T) {
	whole := `{"rows":[{"name":"a","id":1},{"name":"b","id":2}],"more":[1,2]}`
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name"}}}
	for cut := 1; cut < len(whole); cut++ {
		for form, show := range map[string]func(io.Reader) error{
			"json":  func(r io.Reader) error { return JSON(io.Discard, r, nil) },
			"yaml":  func(r io.Reader) error { return YAML(io.Discard, r, nil) },
			"csv":   func(r io.Reader) error { return (&Streams{Out: io.Discard}).CSV(NewChoice(view, true), r, nil) },
			"table": func(r io.Reader) error { return (&Streams{Out: io.Discard}).Table(NewChoice(view, true), r, nil) },
			"query": func(r io.Reader) error {
				q, err := ParseQuery("rows")
				require.NoError(t, err)
				_, err = q.Run(r, nil)
				return err
			},
		} {
			assert.Error(t, show(strings.NewReader(whole[:cut])), "%s cut at %d", form, cut)
			broken := errors.New("the line broke")
			assert.ErrorIs(t, show(io.MultiReader(strings.NewReader(whole[:cut]), failing{broken})), broken, "%s broken at %d", form, cut)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// endless makes a list of n rows as it is read.
func endless(n int) io.Reader {
	r, w := io.Pipe()
	go func() {
		_, _ = io.WriteString(w, `{"rows":[`)
		for i := range n {
			if i > 0 {
				_, _ = io.WriteString(w, ",")
			}
			_, _ = fmt.Fprintf(w, `{"name":"object-%d","id":%d,"text":%q}`, i, int64(1)<<62+int64(i), strings.Repeat("x", 700))
		}
		_, _ = io.WriteString(w, `]}`)
		_ = w.Close()
	}()
	return r
}

func TestMemoryDoesNotGrowWithJSONAndCSV(t *testing.T) {
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name"}, {Title: "ID", Path: "id"}}}
	for form, show := range map[string]func(io.Writer, io.Reader) error{
		"json":  func(w io.Writer, r io.Reader) error { return JSON(w, r, nil) },
		"yaml":  func(w io.Writer, r io.Reader) error { return YAML(w, r, nil) },
		"table": func(w io.Writer, r io.Reader) error { return (&Streams{Out: w}).Table(NewChoice(view, true), r, nil) },
		"csv":   func(w io.Writer, r io.Reader) error { return (&Streams{Out: w}).CSV(NewChoice(view, true), r, nil) },
	} {
		var most uint64
		var written int64
		err := show(writerFunc(func(p []byte) (int, error) {
			if written>>21 != (written+int64(len(p)))>>21 { // every 2 MiB, for it takes a while
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
			written += int64(len(p))
			return len(p), nil
		}), endless(60_000)) // 45 MB
		require.NoError(t, err, form)
		assert.Less(t, most, uint64(16<<20), form)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func TestYAMLSaysTheSame(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, YAML(&out, strings.NewReader(`{"z":9223372036854775807,"f":1.10,"e":1e3,"s":"yes","n":"012","date":"2026-03-01","null":null,"multi":"a\nb","list":[{"a":1},[]],"t":true}`), nil))
	var back yaml.Node
	require.NoError(t, yaml.Unmarshal(out.Bytes(), &back))
	for _, want := range []string{"z: 9223372036854775807\n", "f: 1.10\n"} {
		assert.Contains(t, out.String(), want)
	}
	var values map[string]any
	require.NoError(t, yaml.Unmarshal(out.Bytes(), &values))
	assert.Equal(t, "yes", values["s"], "text that looks like something else stays text")
	assert.Equal(t, "012", values["n"])
	assert.Equal(t, "2026-03-01", values["date"])
	assert.Equal(t, "a\nb", values["multi"])
	assert.EqualValues(t, 1000, values["e"])
	assert.Nil(t, values["null"])
	assert.Equal(t, true, values["t"])
	assert.Equal(t, []any{map[string]any{"a": 1}, []any{}}, values["list"])
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
		got, err := q.Run(strings.NewReader(answer), nil)
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
		"Name                    When                  Size    State       First\n"+
		"日本                    2026-03-01 18:00:00   8 MiB   Failed      1\n"+
		`\u001b[31mred\u000d\n                         999 B   Succeeded   9007199254740993`+"\n", out.String())

	out.Reset()
	require.NoError(t, s.Table(NewChoice(people, true), strings.NewReader(`{"people":[]}`), nil))
	assert.Equal(t, "Nobody is there.\n", out.String())
	out.Reset()
	require.NoError(t, s.Table(NewChoice(people, true), strings.NewReader(`{}`), nil))
	require.NoError(t, s.Table(NewChoice(people, true), strings.NewReader(``), nil))
	assert.Equal(t, strings.Repeat("Nobody is there.\n", 2), out.String())

	out.Reset()
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
	require.NoError(t, (&Streams{Out: &out}).Table(NewChoice(view, true), strings.NewReader(`{"name":"x","secs":3700,"parts":[{"id":"a","parts":[{"id":"b"}],"others":[{"id":"c"}]}]}`), nil))
	assert.Equal(t, "Name   x\nTook   1h 1m\n\nParts\nPart\na\n  b\n  c\n", out.String())
}

func TestNothingTakesNoRoom(t *testing.T) {
	var out bytes.Buffer
	s := &Streams{Out: &out}
	require.NoError(t, s.Table(NewChoice(people, true), strings.NewReader(`{"people":[{"name":"a","other":1},{"other":2}]}`), nil))
	assert.Equal(t, "Name   First\na      1\n       2\n", out.String())
	out.Reset()
	require.NoError(t, s.Table(NewChoice(&View{Columns: []Column{{Title: "Name", Path: "name"}}}, true), strings.NewReader(`{}`), nil))
	assert.Equal(t, "There is nothing to show.\n", out.String())
}

func TestCSVIsForSpreadsheets(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, (&Streams{Out: &out}).CSV(NewChoice(people, true), strings.NewReader(crowd), nil))
	rows, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, []string{"Name", "When", "Size", "State", "First"}, rows[0])
	assert.Equal(t, []string{"日本", "2026-03-01T18:00:00Z", "8388608", "Failed", "1"}, rows[1])
	assert.Equal(t, "9007199254740993", rows[2][4])
}

func TestAt(t *testing.T) {
	v, err := Read(strings.NewReader(`{"a":{"b":[{"c":1},{"c":2}]},"x.y":1,"f":false}`))
	require.NoError(t, err)
	for path, want := range map[string]any{
		"a.b[1].c": json.Number("2"), "a.b[-1].c": json.Number("2"), "a.b[2].c": nil, "a.b.c": nil, "no|a.b[0].c": json.Number("1"), "f": false, "a.b[x]": nil,
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
		"plain é 日本": "plain é 日本", "a\x1b]0;x\x07": `a\u001b]0;x\u0007`, "c1\u009b31m": `c1\u009b31m`, "rtl\u202egpj": `rtl\u202egpj`, "bad\xff": `bad\xff`, "line\nend\t": `line\nend\t`,
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
		if (&Streams{Out: &out}).Table(NewChoice(people, true), strings.NewReader(answer), nil) == nil && strings.ContainsFunc(strings.ReplaceAll(out.String(), "\n", ""), hostile) {
			t.Fatalf("hostile characters in a table: %q", out.String())
		}
		_ = (&Streams{Out: &out}).CSV(NewChoice(people, true), strings.NewReader(answer), nil)
	})
}

// FuzzYAML holds that a reader of YAML sees in our YAML what a reader of JSON sees in the answer.
func FuzzYAML(f *testing.F) {
	for _, seed := range []string{odd, crowd, `[[],[[1]],{"a":{"b":[{}]}}]`, `{"":"", " ":"x: y", "#":"a #b", "-":"- a", "no":"NULL", "é":"\u2028\ud83d\ude00\u007f"}`, `"text"`, `-1.5e-3`, `[1E5, "0x1", "1_000", "12:30", "2026-03-01", ".inf", "~", "=", "<<"]`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, answer string) {
		var want any
		dec := json.NewDecoder(strings.NewReader(answer))
		if dec.Decode(&want) != nil || dec.More() || !utf8.ValidString(answer) || strings.Contains(answer, `\u`) && !json.Valid([]byte(answer)) {
			t.Skip()
		}
		var out bytes.Buffer
		if YAML(&out, strings.NewReader(answer), nil) != nil {
			t.Skip() // what is no single JSON value to us
		}
		var got any
		if err := yaml.Unmarshal(out.Bytes(), &got); err != nil {
			if strings.Contains(err.Error(), "already defined") || strings.Contains(err.Error(), "out of range") {
				t.Skip() // a name used twice is kept, as it was sent
			}
			t.Fatalf("%v:\n%s", err, &out)
		}
		if again, _ := json.Marshal(got); !sameJSON(again, want) {
			t.Fatalf("%s became\n%s", answer, &out)
		}
	})
}

func sameJSON(raw []byte, want any) bool {
	var got any
	return json.Unmarshal(raw, &got) == nil && assert.ObjectsAreEqual(want, got)
}

// TestTheFirstScreenOfALongTable looks at a table of which the rest has not arrived.
func TestTheFirstScreenOfALongTable(t *testing.T) {
	in, out := io.Pipe()
	var shown safeBuffer
	done := make(chan error)
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name"}, {Title: "Late", Path: "late"}, {Title: "ID", Path: "id"}}}
	go func() { done <- (&Streams{Out: &shown}).Table(NewChoice(view, true), in, nil) }()
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
	require.NoError(t, (&Streams{Out: &out}).Table(NewChoice(view, false), strings.NewReader(`{"cookie":"c","o":{"x":[1]},"files":[{"name":"a"},{"name":"b"}],"count":12}`), summary))
	assert.Equal(t, "a\nb\n", out.String())
	assert.Equal(t, &Summary{Fields: map[string]string{"cookie": "c", "count": "12"}, Rows: 2}, summary)
	for form, show := range map[string]func(io.Writer, io.Reader, *Summary) error{"json": JSON, "yaml": YAML, "query": func(_ io.Writer, r io.Reader, s *Summary) error {
		q, err := ParseQuery("x")
		require.NoError(t, err)
		_, err = q.Run(r, s)
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
