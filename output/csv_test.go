package output

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCSVIsForSpreadsheets(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, (&Streams{Out: &out}).CSV(NewChoice(people, true), strings.NewReader(crowd), nil))
	rows, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, []string{"Name", "When", "Size (bytes)", "State", "First"}, rows[0])
	assert.Equal(t, []string{"日本", "2026-03-01T18:00:00Z", "8388608", "Failed", "1"}, rows[1])
	assert.Equal(t, "9007199254740993", rows[2][4])
}

// TestACSVOfOneColumnHasARowForEachItem checks that an empty value is no empty line, which readers leave out.
func TestACSVOfOneColumnHasARowForEachItem(t *testing.T) {
	var out bytes.Buffer
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name"}, {Title: "ID", Path: "id"}}}
	choice := NewChoice(view, true)
	require.NoError(t, choice.Columns([]string{"ID"}))
	require.NoError(t, (&Streams{Out: &out}).CSV(choice, strings.NewReader(`{"rows":[{"id":""},{"id":1},{}]}`), nil))
	assert.Equal(t, "ID\n\"\"\n1\n\"\"\n", out.String())
	rows, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"ID"}, {""}, {"1"}, {""}}, rows)
}

// TestABrokenAnswerLeavesWholeRows checks that what was written of a CSV before its answer broke off ends with a row: the beginning of a number
// is another number.
func TestABrokenAnswerLeavesWholeRows(t *testing.T) {
	view := &View{Rows: "rows", Columns: []Column{{Title: "ID", Path: "id"}, {Title: "Text", Path: "text"}}}
	row := `{"id":9007199254740993,"text":"` + strings.Repeat(`x, \"y\" `, 9) + `"},`
	var out bytes.Buffer
	require.Error(t, (&Streams{Out: &out}).CSV(NewChoice(view, true), strings.NewReader(`{"rows":[`+strings.Repeat(row, 5000)), nil))
	rows, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	assert.Greater(t, len(rows), 1000)
	assert.Equal(t, []string{"9007199254740993", strings.Repeat(`x, "y" `, 9)}, rows[len(rows)-1])
}

func TestASafeCSVHoldsNothingThatRuns(t *testing.T) {
	view := &View{Rows: "rows", Columns: []Column{{Title: "V", Path: "v"}, {Title: "Size", Path: "size", Format: Size}, {Title: "For", Path: "size", Format: Span(time.Second)}}}
	show := func(v any, safe bool) []string {
		raw, err := json.Marshal(map[string]any{"rows": []any{map[string]any{"v": v, "size": -5}}})
		require.NoError(t, err)
		var out bytes.Buffer
		choice := NewChoice(view, false)
		choice.Safe = safe
		require.NoError(t, (&Streams{Out: &out}).CSV(choice, bytes.NewReader(raw), nil))
		rows, err := csv.NewReader(&out).ReadAll()
		require.NoError(t, err)
		return rows[0]
	}
	for _, text := range []string{"=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－1+1", "＠x", "  =1", "\u00a0=1", "\u3000＝1", "=", "-", "+a", "-5 apples", "-1e"} {
		assert.True(t, strings.HasPrefix(show(text, true)[0], "'"), "%q becomes %q", text, show(text, true)[0])
	}
	for _, harmless := range []any{"a=1", "5", -5, "-5", "-5.5e-3", "+1", "-50%", "", "'=1", "1-1", true, "a\t=1"} {
		assert.Equal(t, show(harmless, false), show(harmless, true))
	}
	assert.Equal(t, []string{"-5", "-5"}, show("=1", true)[1:], "numbers stay")
	for _, data := range []string{"\t=1", "\r1", "\n=1", "\tx"} { // which a format may give; what the service sends is made visible
		assert.True(t, isFormula(data), "%q", data)
	}
}

// FuzzCSV checks that a reader of CSV sees each value as it is, and in a safe one nothing that runs.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"", "a,b", "=1+1", "\"", "\r\n", " =x", "-5", "'", "\ufeff=", "-", "＝"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		raw, err := json.Marshal([]any{map[string]any{"v": text}, map[string]any{}})
		require.NoError(t, err)
		view := &View{Rows: "@", Columns: []Column{{Title: "V", Path: "v", Format: func(v any) Cell { return Cell{Data: text} }}}}
		for _, safe := range []bool{false, true} {
			var out bytes.Buffer
			choice := NewChoice(view, true)
			choice.Safe = safe
			require.NoError(t, (&Streams{Out: &out}).CSV(choice, bytes.NewReader(raw), nil))
			rows, err := csv.NewReader(&out).ReadAll()
			if err != nil || len(rows) != 3 {
				t.Fatalf("%q became %q: %v", text, &out, err)
			}
			value := rows[1][0]
			if safe && isFormula(value) {
				t.Fatalf("%q became %q", text, value)
			}
			if !safe && value != strings.ReplaceAll(text, "\r\n", "\n") { // a reader of CSV has one end of a line
				t.Fatalf("%q became %q", text, value)
			}
		}
	})
}
