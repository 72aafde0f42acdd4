package engine

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

func TestYAMLBecomesTheJSONThatItSays(t *testing.T) {
	for text, want := range map[string]string{
		"a: 1\nb: [x, 2.50, true, null, ~]":                                       `{"a":1,"b":["x",2.50,true,null,null]}`,
		"z: 9223372036854775807\na: 1":                                            `{"z":9223372036854775807,"a":1}`,
		"big: 123456789012345678901234567890":                                     `{"big":123456789012345678901234567890}`,
		"- 1e400\n- -0\n- 1E-400\n- '1e400'\n- !!str 1e400\n- !!str 7\n- |-\n  7": `[1e400,-0,1E-400,"1e400","1e400","7","7"]`,
		"&a 1e400: &b 1e400\nb: *b":                                               `{"1e400":1e400,"b":1e400}`,
		"hex: 0x10\noct: 0o17\nunder: 1_000":                                      `{"hex":16,"oct":15,"under":1000}`,
		"date: 2026-03-01\nquoted: \"1\"\nyes: y":                                 `{"date":"2026-03-01","quoted":"1","yes":"y"}`,
		"base: &b {x: 1}\nagain: *b":                                              `{"base":{"x":1},"again":{"x":1}}`,
		"text: |\n  a\n  b <c>":                                                   `{"text":"a\nb <c>"}`,
		"- 1\n- {}":                                                               `[1,{}]`,
	} {
		got, err := yamlToJSON([]byte(text))
		require.NoError(t, err, text)
		assert.Equal(t, want, string(got), text)
	}
	for text, why := range map[string]string{
		"a: 1\na: 2": "twice", "a: [1": "Line 1", "": "empty", "x: !!int true": "'true' cannot be read as !!int", "x: !!int '{}'": "cannot be read", "\nx: .inf": "Line 2: '.inf' cannot be read as !!float", "a: 1\n---\nb: 2": "more than one", "a: &a {x: 1}\n<<: *a": "Line 2: merge", "a: 1\n---\n[": "follows the first document", "[1] x": "follows the first document",
		"a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]": "too many",
	} {
		_, err := yamlToJSON([]byte(text))
		assert.ErrorContains(t, err, why, text)
	}
}

// TestYAMLThatRefersToItselfIsAnError checks that a document whose aliases lead back is refused, and one that repeats a value is not.
func TestYAMLThatRefersToItselfIsAnError(t *testing.T) {
	for text, why := range map[string]string{
		"&a [*a]":                                "Line 1: '*a' refers to something that it is a part of.",
		"&a {b: *a}":                             "Line 1: '*a'",
		"x: 1\ny: &a\n  - 1\n  - z: [{w: *a}]\n": "Line 4: '*a'",
		"x: &a [&b {c: *a}]\ny: *b":              "Line 1: '*a'",
	} {
		_, err := yamlToJSON([]byte(text))
		assert.ErrorContains(t, err, why, text)
	}
	raw, err := yamlToJSON([]byte("a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b, *a]"))
	require.NoError(t, err)
	assert.Equal(t, `{"a":[1],"b":[[1],[1]],"c":[[[1],[1]],[[1],[1]],[1]]}`, string(raw))
}

// TestYAMLIsBounded checks that a text is refused that stands for more than a body can be, without the memory and the time for it.
func TestYAMLIsBounded(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	aliases := strings.Repeat(", *a", 100)
	for name, c := range map[string]struct{ text, why string }{
		"bytes of an alias":          {"a: &a " + long + "\nb: [1" + aliases + "]", "Line 2: with its aliases written out, it is larger than 64 MiB."},
		"bytes of the key of one":    {"a: &a {? " + long + " : 1}\nb: [1" + aliases + "]", "Line 2: with its aliases"},
		"bytes of an aliased number": {"a: &a " + strings.Repeat("1", 1<<20) + "\nb: [1" + aliases + "]", "Line 2: with its aliases"},
		"escapes":                    {"a: \"" + strings.Repeat(`\x01`, 12<<20) + "\"", "As JSON, it is larger"},
		"values":                     {"- 1\n- [" + strings.Repeat("a,", yamlNodes) + "]", "Line 2: there are too many values."},
		"values of a block":          {strings.Repeat("-\n", yamlNodes+1), "too many values"},
		"values of aliases":          {"a: &a [" + strings.Repeat("1,", 2000) + "]\nb:\n" + strings.Repeat("- *a\n", 1000), "too many values"},
		"tags":                       {strings.Repeat("%TAG !a! tag:x:\n", 200_000) + "--- a", "Line 101: there are too many %TAG"},
		"lists":                      {"x: 1\ny: " + strings.Repeat("[", yamlDepth+1) + strings.Repeat("]", yamlDepth+1), "Line 2: lists and objects are nested more than 1000 levels deep."},
		"objects":                    {"\n" + strings.Repeat("{a: ", yamlDepth+2) + strings.Repeat("}", yamlDepth+2), "Line 2: lists and objects are nested"},
		"deeper than the library":    {strings.Repeat("[", 200_000), "Line 1: lists and objects are nested"},
		"dashes":                     {"- 1\n" + strings.Repeat("- ", 200_000), "Line 2: lists and objects are nested"},
		"depth by aliases": {"a: &a " + strings.Repeat("[", 600) + strings.Repeat("]", 600) + "\nb: " + strings.Repeat("[", 600) + "*a" + strings.Repeat("]", 600),
			"Line 2: lists and objects are nested"},
	} {
		_, err := yamlToJSON([]byte(c.text))
		if assert.Error(t, err, name) {
			assert.Contains(t, err.Error(), c.why, name)
		}
	}
	raw, err := yamlToJSON([]byte(strings.Repeat("[", yamlDepth) + strings.Repeat("]", yamlDepth)))
	require.NoError(t, err)
	assert.Len(t, raw, 2*yamlDepth)
	var tagged strings.Builder
	for i := range yamlDirectives {
		fmt.Fprintf(&tagged, "%%TAG !t%d! tag:x:\n", i)
	}
	_, err = yamlToJSON([]byte(tagged.String() + "--- a"))
	assert.NoError(t, err)
}

// FuzzYAML checks that YAML becomes JSON, and without aliases and tags the same that the library makes of it.
func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"a: [1, {b: ~}]", "x: .inf\ny: 1e999\nz: 0b11", "&a [*a]", "a: &a {x: 1}\nb: [*a, *a]", "&a {b: *a}", "a: &a [*b]\nb: &b [*a]", "? [a]\n: 1", "<<: {a: 1}",
		"a: |\n  text\nb: >-\n  folded\n  more", "{a: !!int '{}', b: !!str 1, c: !x y}", "a: 1\n---\nb: 2", "[1] x", "%TAG !a! tag:x:\n--- !a!b c", "yes: no\n1: 2\n0x10: 012\n2026-03-01: 12:30:00",
		"\"\\x01\\u2028\\U0001f600\"", "- - - [[{a: [}]]", "a: 1_000\nb: 0o17\nc: +1\nd: -0\ne: 1.50\nf: .5",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		raw, err := yamlToJSON([]byte(text))
		if err != nil {
			return
		}
		if !json.Valid(raw) {
			t.Fatalf("%q became %q", text, raw)
		}
		if strings.ContainsAny(text, "*!") {
			return
		}
		var plain any
		if err := yaml.Unmarshal([]byte(text), &plain); err != nil {
			t.Fatalf("%q is refused by the library and became %q: %v", text, raw, err)
		}
		want, err := json.Marshal(plain)
		if err != nil || strings.Contains(string(want), "T00:00:00Z") {
			return // keys that are no text, and dates, are Go values of their own there
		}
		var x, y any
		require.NoError(t, json.Unmarshal(want, &x))
		if json.Unmarshal(raw, &y) == nil { // it fails for numbers that are larger than a float
			assert.Equal(t, x, y, "%q became %q", text, raw)
		}
	})
}

// TestSeparatorsOfYAML checks what is counted before a document is read, each as often as there may be values and once more.
func TestSeparatorsOfYAML(t *testing.T) {
	for _, separator := range []string{",", ":", "[", "{", "- ", "-\n", "-\r", "-\t", "? ", "?\n"} {
		assert.NoError(t, checkYAML([]byte(strings.Repeat(separator, yamlNodes))), "%q", separator)
		assert.ErrorContains(t, checkYAML([]byte(strings.Repeat(separator, yamlNodes+1))), "too many values", "%q", separator)
	}
	for _, harmless := range []string{"-", "?", "-x", "?x", "-5", "}", "]", "a"} {
		assert.NoError(t, checkYAML([]byte(strings.Repeat(harmless, yamlNodes+1))), "%q", harmless)
	}
	err := checkYAML([]byte("\n\r\n" + strings.Repeat(",", yamlNodes+1)))
	assert.ErrorContains(t, err, "Line 3:")
	tag := strings.Repeat("%TAG\n", yamlDirectives)
	assert.NoError(t, checkYAML([]byte(tag)))
	assert.Error(t, checkYAML([]byte(tag+"%TAG")))
	assert.NoError(t, checkYAML([]byte(tag+" %TAG")), "only at the beginning of a line")
	assert.Error(t, checkYAML([]byte(tag+"\r%TAG")))
}

func TestNumbersOfJSON(t *testing.T) {
	for text, is := range map[string]bool{"0": true, "9": true, "-1": true, "1.5e+3": true, "": false, "+1": false, "01": false, "-": false, "/": false, ":": false, "1x": false, "true": false, "null": false, ".5": false} {
		assert.Equal(t, is, isJSONNumber(text), text)
	}
}
