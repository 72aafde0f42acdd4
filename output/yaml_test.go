package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

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

// TestYAMLIsReadAsMeant checks how text and numbers are written that readers of YAML 1.1 or 1.2 take for something else.
func TestYAMLIsReadAsMeant(t *testing.T) {
	for _, text := range []string{
		"e3", "1e3", "E-3", "1.5e10", ".5", "5.", "0x1F", "0o7", "0b1", "012", "1_000", "+1", "-1", "12:30:00", "190:20:30", "~", "=", "<<", "2026-03-01", "2026-03-01T18:00:00Z", ".inf", "-.INF", ".nan", "NaN", "Infinity",
		"yes", "No", "ON", "off", "y", "N", "true", "null", "NULL", "", " ", "a ", " a", "- a", "-", "--- a", "...", "a: b", "a:", "#a", "a #b", "*a", "&a", "!a", "!!str a", "%a", "@a", "`a", "|", ">", "[a", "{a", "? a", "a\nb", "\ta", "\u00a0", "\ufeff",
	} {
		raw, err := json.Marshal(map[string]any{"v": text, text: []any{text}})
		require.NoError(t, err)
		var out bytes.Buffer
		require.NoError(t, YAML(&out, bytes.NewReader(raw), nil))
		assert.Regexp(t, `(?m)^v: "`, out.String(), "%q stands in quotes", text)
		var back map[string]any
		require.NoError(t, yaml.Unmarshal(out.Bytes(), &back), &out)
		assert.Equal(t, map[string]any{"v": text, text: []any{text}}, back)
	}
	for number, want := range map[string]string{"1e3": "!!float 1e3", "1.5e10": "!!float 1.5e10", "1.5E+10": "1.5E+10", "-1.50e-3": "-1.50e-3", "1e-3": "!!float 1e-3", "1.5e0": "!!float 1.5e0", "1.5E9": "!!float 1.5E9", "1.5e+0": "1.5e+0", "2E5": "!!float 2E5", "-0": "-0", "1.10": "1.10", "12345678901234567890123": "12345678901234567890123"} {
		for answer, shown := range map[string]string{number: want + "\n", "[" + number + "]": "- " + want + "\n", `{"v":` + number + "}": "v: " + want + "\n"} {
			var out bytes.Buffer
			require.NoError(t, YAML(&out, strings.NewReader(answer), nil))
			assert.Equal(t, shown, out.String())
			var back any
			require.NoError(t, yaml.Unmarshal([]byte(want), &back))
			assert.NotContains(t, fmt.Sprintf("%T", back), "string", want)
		}
	}
}

// TestTextThatNeedsNoQuotes checks the borders of what stands without quotes, which keeps lists of names readable.
func TestTextThatNeedsNoQuotes(t *testing.T) {
	for _, text := range []string{"a", "z", "A", "Z", "/", "a0", "a9", "a b", "a_.-+@9", "日本", "\u0100", strings.Repeat("x", 200)} {
		assert.Equal(t, text, string(appendText(nil, text)))
	}
	for text, want := range map[string]string{"0a": `"0a"`, "é": `"é"`, "a\u00ff": `"aÿ"`, "a:": `"a:"`, "[": `"["`, "a{": `"a{"`, "a`": "\"a`\"", strings.Repeat("x", 201): `"` + strings.Repeat("x", 201) + `"`,
		"a\t\"\\\n": `"a\t\"\\\n"`, "a\u2028": `"a\u2028"`, "a\uffff": `"a\uffff"`, "a\U000e0001": `"a\U000e0001"`} {
		assert.Equal(t, want, string(appendText(nil, text)))
	}
}

// TestLongNamesInYAML checks that names are marked that are too long to be told by the colon behind them.
func TestLongNamesInYAML(t *testing.T) {
	for _, length := range []int{900, 998, 1000, 1023, 1024, 1025, 5000} {
		for _, letter := range []string{"k", "é", "\n", "\u2028"} {
			name := strings.Repeat(letter, length)
			deep := any(map[string]any{name: []any{1, map[string]any{name: "x", "z": nil}}, "z": map[string]any{name: map[string]any{"a": map[string]any{name: []any{}}}}})
			for range 2 {
				raw, err := json.Marshal(deep)
				require.NoError(t, err)
				var out bytes.Buffer
				require.NoError(t, YAML(&out, bytes.NewReader(raw), nil))
				var back any
				require.NoError(t, yaml.Unmarshal(out.Bytes(), &back), "%d times %q", length, letter)
				again, err := json.Marshal(back)
				require.NoError(t, err)
				assert.True(t, string(raw) == string(again), "%d times %q", length, letter)
				for range maxIndented { // and once more on one line
					deep = []any{deep}
				}
			}
		}
	}
	var out bytes.Buffer
	require.NoError(t, YAML(&out, strings.NewReader(`{"`+strings.Repeat("k", 1001)+`":{"a":1}}`), nil))
	assert.Equal(t, `? "`+strings.Repeat("k", 1001)+"\"\n:\n  a: 1\n", out.String())
}

// FuzzYAML checks that a reader of YAML sees in our YAML what a reader of JSON sees in the answer.
func FuzzYAML(f *testing.F) {
	for _, seed := range []string{odd, crowd, `[[],[[1]],{"a":{"b":[{}]}}]`, `{"":"", " ":"x: y", "#":"a #b", "-":"- a", "no":"NULL", "é":"\u2028\ud83d\ude00\u007f"}`, `"text"`, `-1.5e-3`, `[1E5, "0x1", "1_000", "12:30", "2026-03-01", ".inf", "~", "=", "<<"]`,
		`[1.5e10, 1.5e+10, "e3", "E+1", "nan"]`, `{"` + strings.Repeat("k", 1100) + `":[{"` + strings.Repeat("\\n", 600) + `":1}]}`, strings.Repeat("[", 120) + `{"a":"b: c","d":[]}` + strings.Repeat("]", 120), `{"a":1}{"b":2}`} {
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
