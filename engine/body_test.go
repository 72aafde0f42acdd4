package engine

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// TestFieldsFromSeveralFlags checks what becomes of a flag that is given more than once: the last object counts, and items of a list are put
// together, whether each is one item or several.
func TestFieldsFromSeveralFlags(t *testing.T) {
	for _, test := range []struct {
		field api.Field
		typed []string
		want  string
	}{
		{api.Field{Type: api.Object}, []string{`{"a":1}`, `{"b":2}`}, `{"b":2}`},
		{api.Field{Type: api.Object, Lists: 1}, []string{`{"a":1}`}, `[{"a":1}]`}, {api.Field{Type: api.Object, Lists: 1}, []string{`{"a":1}`, `{"b":2}`}, `[{"a":1},{"b":2}]`},
		{api.Field{Type: api.Object, Lists: 1}, []string{`[{"a":1},{"b":2}]`, `{"c":3}`}, `[{"a":1},{"b":2},{"c":3}]`}, {api.Field{Type: api.Object, Lists: 1}, []string{`[]`, `{"c":3}`}, `[{"c":3}]`},
		{api.Field{Type: api.Object, Lists: 1}, []string{`{"c":3}`, `[]`}, `[{"c":3}]`}, {api.Field{Type: api.Object, Lists: 1}, []string{`[]`, `[]`}, `[]`}, {api.Field{Type: api.Object, Lists: 1}, []string{`[1]`, `[2]`}, `[1,2]`},
		{api.Field{Type: api.Object, Lists: 1}, []string{`7`, `{"c":3}`}, `7`}, {api.Field{Type: api.Object, Lists: 1}, []string{`{"c":3}`, `"x"`}, `"x"`},
	} {
		f := flag{Name: "x", Field: &test.field, raw: test.typed}
		raw, err := (&builder{input: &input{ctx: t.Context(), console: &console{streams: &output.Streams{}}}}).field(&f)
		require.NoError(t, err, test.typed)
		assert.Equal(t, test.want, string(raw), test.typed)
	}
}

func TestWordsForArguments(t *testing.T) {
	one, maybe, many := Argument{Title: "ONE"}, Argument{Title: "MAYBE", Optional: true}, Argument{Title: "MANY", Many: true}
	for _, test := range []struct {
		takes []Argument
		args  string
		want  string // ONE=a and so on, in the order of takes
		rest  string
	}{
		{[]Argument{one}, "a", "a", ""}, {[]Argument{one}, "a b", "a", "b"}, {[]Argument{one}, "", "-", ""}, {[]Argument{maybe, one}, "a", "- a", ""}, {[]Argument{maybe, one}, "a b", "a b", ""},
		{[]Argument{maybe, maybe, one}, "a", "- - a", ""}, {[]Argument{one, maybe}, "a", "a -", ""}, {[]Argument{one, maybe}, "", "- -", ""}, {[]Argument{many}, "a b c", "a", ""}, {[]Argument{one, many}, "a b c", "a b", ""},
	} {
		for i := range test.takes { // two of one title are one for the map
			test.takes[i].Title += strings.Repeat("X", i)
		}
		words, rest := assign(test.takes, strings.Fields(test.args))
		var got []string
		for _, a := range test.takes {
			word := "-"
			if w := words[a.Title]; w != nil {
				word = *w
			}
			got = append(got, word)
		}
		assert.Equal(t, test.want, strings.Join(got, " "), "%+v", test)
		assert.Equal(t, test.rest, strings.Join(rest, " "), "%+v", test)
	}
}
