package output

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// parseNumber is how the engine reads a number of a condition.
func parseNumber(_ Unit, typed string) (string, bool) { return typed, IsNumber(typed) }

// TestConditions checks what each test keeps, of numbers, of truth values, and of what is not there.
func TestConditions(t *testing.T) {
	view := &View{Rows: "rows", Empty: "Nobody.", Columns: []Column{{Title: "Name", Path: "name"}, {Title: "N", Path: "n"}, {Title: "On", Path: "on"}}}
	const answer = `{"rows":[{"name":"one","n":1,"on":true},{"name":"two","n":2,"on":false},{"name":"three","n":3.0,"on":"maybe"},{"name":"none"}]}`
	for condition, want := range map[string]string{
		"N<2": "one", "N<=2": "one two", "N>2": "three", "N>=2": "two three", "N=3": "three", "N=02": "two", "N!=2": "one three none",
		"N<0": "", "N=0": "", "On=yes": "one", "On=no": "two", "On=YES": "one", "On!=yes": "two three none", "On=": "none", "N=": "none",
		"Name=ONE": "one", "Name~E": "one three none", "Name!~e": "two", "Name<one": "none", "Name>=three": "two three",
	} {
		t.Run(condition, func(t *testing.T) {
			choice := NewChoice(view, true)
			require.NoError(t, choice.Filter(condition, parseNumber))
			var names []string
			require.NoError(t, choice.Each(strings.NewReader(answer), func(cells []Cell) error {
				names = append(names, cells[0].Text)
				return nil
			}))
			assert.Equal(t, want, strings.Join(names, " "))
		})
	}
	for _, malformed := range []string{"", "Name", "=x", "<2", "Name!x"} {
		assert.ErrorContains(t, NewChoice(view, true).Filter(malformed, parseNumber), "is not a condition", malformed)
	}
}

// TestALimitIsOfWhatIsShown checks the first rows of a list in its own order and in another, and that the rest is not read.
func TestALimitIsOfWhatIsShown(t *testing.T) {
	view := &View{Rows: "rows", Columns: []Column{{Title: "N", Path: "n"}}}
	numbers := func(choice *Choice, answer string) (all []string, err error) {
		err = choice.Each(strings.NewReader(answer), func(cells []Cell) error {
			all = append(all, cells[0].Text)
			return nil
		})
		return all, err
	}
	choice := NewChoice(view, true)
	choice.Limit = 2
	all, err := numbers(choice, `{"rows":[{"n":3},{"n":1},{"n":2}, and what is no JSON`)
	require.NoError(t, err, "which is behind what is shown")
	assert.Equal(t, []string{"3", "1"}, all)
	require.NoError(t, choice.SortBy("-N"))
	all, err = numbers(choice, `{"rows":[{"n":3},{"n":1},{"n":2}]}`)
	require.NoError(t, err)
	assert.Equal(t, []string{"3", "2"}, all)
	choice.Limit = 0
	all, err = numbers(choice, `{"rows":[{"n":3},{"n":1},{"n":2}]}`)
	require.NoError(t, err)
	assert.Equal(t, []string{"3", "2", "1"}, all)
	_, err = numbers(choice, `{"rows":[{"n":3},`)
	require.Error(t, err)
	gone := errors.New("gone")
	require.ErrorIs(t, choice.Each(strings.NewReader(`{"rows":[{"n":3}]}`), func([]Cell) error { return gone }), gone)
}

// TestACSVSaysThatConditionsLeaveNothing checks when it is said, beside what is written.
func TestACSVSaysThatConditionsLeaveNothing(t *testing.T) {
	view := &View{Rows: "rows", Empty: "Nobody.", Columns: []Column{{Title: "N", Path: "n"}}}
	for _, test := range []struct{ condition, answer, written, said string }{
		{"N>1", `{"rows":[{"n":1}]}`, "N\n", "Nothing meets the conditions of '--filter'.\n"},
		{"N>1", `{"rows":[{"n":1},{"n":2}]}`, "N\n2\n", ""},
		{"N>1", `{"rows":[]}`, "N\n", ""},
	} {
		var out, said bytes.Buffer
		choice := NewChoice(view, true)
		require.NoError(t, choice.Filter(test.condition, parseNumber))
		require.NoError(t, (&Streams{Out: &out, Err: &said}).CSV(choice, strings.NewReader(test.answer), nil))
		assert.Equal(t, []string{test.written, test.said}, []string{out.String(), said.String()}, test.answer)
	}
}

// TestRowsBelowRowsAreCounted checks that each row of a tree is filtered and shown by itself.
func TestRowsBelowRowsAreCounted(t *testing.T) {
	view := &View{Rows: "rows", Children: "nodes", Columns: []Column{{Title: "Name", Path: "name", Format: func(v any) Cell { return Cell{Text: text(v), Brief: "b"} }}, {Title: "N", Path: "n"}}}
	choice := NewChoice(view, true)
	require.NoError(t, choice.Filter("N>=2", parseNumber))
	var names, briefs []string
	require.NoError(t, choice.Each(strings.NewReader(`{"rows":[{"name":"top","n":2,"nodes":[{"name":"mid","n":1,"nodes":[{"name":"low","n":3}]}]}]}`), func(cells []Cell) error {
		names, briefs = append(names, cells[0].Text), append(briefs, cells[0].Brief)
		return nil
	}))
	assert.Equal(t, []string{"top", "    low"}, names)
	assert.Equal(t, []string{"b", "    b"}, briefs)
}

// slowly writes no faster than a table is written out by itself.
type slowly struct {
	bytes.Buffer
	writes int
}

func (s *slowly) Write(p []byte) (int, error) {
	s.writes++
	return s.Buffer.Write(p)
}

// TestATableOnATerminalIsShownWhileItIsRead checks that rows behind the first ones reach a terminal before the list ends, and a pipe in large
// pieces.
func TestATableOnATerminalIsShownWhileItIsRead(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		out := &slowly{}
		table := (&Streams{Out: out, OutTerm: terminal}).table(&View{Columns: []Column{{Title: "N"}}}, layout{})
		for range window {
			require.NoError(t, table.add([]Cell{{Text: "x"}}))
		}
		for range 3 {
			time.Sleep(flushEvery + flushEvery/2)
			require.NoError(t, table.add([]Cell{{Text: "y"}}))
		}
		before := out.writes
		require.NoError(t, table.end())
		assert.Equal(t, terminal, before >= 3, "%d times", before)
	}
}

// TestNamesStandOut checks that the first column is painted as names are, where it says nothing else of itself, and headings and answers
// without one are not.
func TestNamesStandOut(t *testing.T) {
	paint := func(v *View, cells ...Cell) string {
		var out bytes.Buffer
		table := (&Streams{Out: &out, OutTerm: true, Color: true}).table(v, layout{})
		require.NoError(t, table.add(cells))
		require.NoError(t, table.end())
		return out.String()
	}
	titled := &View{Columns: []Column{{Title: "Name"}, {Title: "State"}}}
	name, bad := (&Streams{Color: true}).Paint(true, Name, "a"), (&Streams{Color: true}).Paint(true, Bad, "a")
	require.NotEqual(t, "a", name)
	assert.Equal(t, name+"   b\n", paint(titled, Cell{Text: "a"}, Cell{Text: "b"}))
	assert.Equal(t, bad+"   b\n", paint(titled, Cell{Text: "a", Tone: Bad}, Cell{Text: "b"}))
	assert.Equal(t, "a   b\n", paint(&View{Columns: make([]Column, 2)}, Cell{Text: "a"}, Cell{Text: "b"}))
}

// TestWhatCannotBeWritten checks that a full disk is an error of every form.
func TestWhatCannotBeWritten(t *testing.T) {
	view := &View{Rows: "rows", Columns: []Column{{Title: "N", Path: "n"}}}
	answer := `{"rows":[{"n":"` + strings.Repeat("x", longestCell) + `"},{"n":2}]}`
	gone := errors.New("no space left")
	for name, write := range map[string]func(*Streams) error{
		"table": func(s *Streams) error { return s.Table(NewChoice(view, true), strings.NewReader(answer), nil) },
		"csv":   func(s *Streams) error { return s.CSV(NewChoice(view, true), strings.NewReader(answer), nil) },
		"json":  func(s *Streams) error { return JSON(s.Out, strings.NewReader(answer), nil) },
		"yaml":  func(s *Streams) error { return YAML(s.Out, strings.NewReader(answer), nil) },
	} {
		assert.ErrorIs(t, write(&Streams{Out: refusing{gone}, Err: &bytes.Buffer{}}), gone, name)
	}
}

// refusing is a file that takes nothing.
type refusing struct{ err error }

func (r refusing) Write([]byte) (int, error) { return 0, r.err }
