package output

import (
	"bytes"
	"errors"
	"strings"
	"testing"

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
