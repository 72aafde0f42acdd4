package console

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/output"
)

func read(t *testing.T, text string) any {
	v, err := output.Read(strings.NewReader(text))
	require.NoError(t, err)
	return v
}

// titles are those of the columns of a component.
func titles(columns []output.Column) (list []string) {
	for i := range columns {
		list = append(list, string(columns[i].Title))
	}
	return list
}

// TestTheAnswerSaysItsColumns takes labels first, then groups and aggregates, then what else the rows have.
func TestTheAnswerSaysItsColumns(t *testing.T) {
	for text, want := range map[string][]string{
		`{"config":{"xlsxParams":{"attributeConfig":[{"attributeName":"b","customLabel":"Second"},{"attributeName":"a"}]}},"data":[{"a":1,"b":2,"zeta":3}]}`: {"Second", "A", "Zeta"},
		`{"aggs":{"groupedAttributes":["groupName"],"aggregatedAttributes":[{"attribute":"runs","label":"count"},{"attribute":"readBytes"}]}}`:               {"Group Name", "Count", "Read"},
		`{"data":[{"startTimeUsecs":1},{"SLAStatus":1,"x_y":2}]}`:                                                                                            {"SLA Status", "Start Time", "X Y"},
		`{"data":["text",1]}`: {"Value"},
		`{}`:                  {"Value"},
		`null`:                {"Value"},
		`{"config":{"xlsxParams":{"attributeConfig":[{"attributeName":"a"},{"attributeName":"a"},{}]}}}`: {"A"},
	} {
		assert.Equal(t, want, titles(columnsOf(read(t, text))), text)
	}
}

// TestValuesHaveTheirUnits shows values by the form that the component says, else by the end of their names.
func TestValuesHaveTheirUnits(t *testing.T) {
	for _, one := range []struct{ name, format, value, text, data string }{
		{"endTimeUsecs", "", "1795489984659002", "", "2026-11-24T03:13:04.659002Z"},
		{"end", "Timestamp", "1795489984659002", "", "2026-11-24T03:13:04.659002Z"},
		{"endTimeMsecs", "Timestamp", "1795489984659", "", "2026-11-24T03:13:04.659Z"},
		{"durationUsecs", "", "61000000", "1m 1s", "61"},
		{"durationSecs", "Duration", "61", "1m 1s", "61"},
		{"logicalSizeBytes", "", "1048576", "1 MiB", "1048576"},
		{"runStatus", "", `"kFailed"`, "Failed", "kFailed"},
		{"note", "", `"kFailed"`, "kFailed", ""},
		{"id", "", "9007199254740993", "9007199254740993", ""},
	} {
		columns := columnsOf(read(t, `{"config":{"xlsxParams":{"attributeConfig":[{"attributeName":"`+one.name+`","format":"`+one.format+`"}]}}}`))
		cell := columns[0].Cell(read(t, `{"`+one.name+`":`+one.value+`}`))
		if one.text != "" {
			assert.Equal(t, one.text, cell.Text, one.name)
		}
		assert.Equal(t, one.data, cell.Data, one.name)
		assert.Empty(t, columns[0].Cell(read(t, `{}`)).Text)
	}
}

// TestAttributesMayHaveAnyName uses names that mean something in paths, messages and terminals.
func TestAttributesMayHaveAnyName(t *testing.T) {
	for _, name := range []string{"a.b", "a[0]", "@", "*", "a|b", "{{.Name}}", "\u001b[31m", "", strings.Repeat("x", 1000), "ä ü", "|"} {
		row := map[string]any{name: "value", "other": "x"}
		columns := columnsOf(map[string]any{"data": []any{row}})
		found := false
		for i := range columns {
			title := columns[i].Title.String()
			assert.Less(t, len(title), 100)
			assert.NotContains(t, title, "\x1b")
			assert.NotContains(t, string(columns[i].Title), "|")
			found = found || columns[i].Cell(row).Text == "value"
		}
		assert.Equal(t, name != "", found, "%q", name)
	}
	columns := columnsOf(map[string]any{"data": []any{map[string]any{"a": map[string]any{"b": "c"}}, "text", nil, []any{"x"}}})
	for _, row := range []any{nil, "text", []any{"x"}, map[string]any{}} {
		assert.NotPanics(t, func() { columns[0].Cell(row) })
	}
}

// TestRowsOfAReportAreJoined puts the rows of several components into one table.
func TestRowsOfAReportAreJoined(t *testing.T) {
	view, rows := joined(output.List(read(t, `{"components":[{"name":"One","data":[{"a":1},{"a":2}]},{"id":"two","data":[{"a":3,"b":4},"text"]},{"name":"Empty"}]}`), "components"))
	assert.Equal(t, []string{"Component", "A", "B"}, titles(view.Columns))
	require.Len(t, rows, 4)
	assert.Equal(t, "two", view.Columns[0].Cell(rows[2]).Text)
	assert.Equal(t, "4", view.Columns[2].Cell(rows[2]).Text)
	assert.Equal(t, "text", view.Columns[1].Cell(rows[3]).Text)
	assert.Empty(t, view.Columns[2].Cell(rows[3]).Text)
	empty, rows := joined(nil)
	assert.Len(t, empty.Columns, 1)
	assert.Empty(t, rows)
}

// TestColumnsOfOneTitleAreOneColumn joins components that call different attributes the same, one attribute differently, and two of
// one component the same.
func TestColumnsOfOneTitleAreOneColumn(t *testing.T) {
	component := func(name, columns, rows string) string {
		return `{"name":"` + name + `","config":{"xlsxParams":{"attributeConfig":[` + columns + `]}},"data":[` + rows + `]}`
	}
	view, rows := joined(output.List(read(t, `{"components":[`+
		component("One", `{"attributeName":"runStatus","customLabel":"Run Status"},{"attributeName":"runs","customLabel":"Count"}`, `{"runStatus":"kFailed","runs":1}`)+`,`+
		component("Two", `{"attributeName":"objects","customLabel":"Count"},{"attributeName":"runStatus","customLabel":"Status"},{"attributeName":"x","customLabel":"Count"}`, `{"objects":2,"runStatus":"kFailed","x":3}`)+`,`+
		component("Three", `{"attributeName":"readBytes","customLabel":"Count"}`, `{"readBytes":4}`)+`]}`), "components"))
	assert.Equal(t, []string{"Component", "Run Status", "Count", "Status", "Count", "Count"}, titles(view.Columns))
	var shown [][]string
	for _, row := range rows {
		var cells []string
		for i := range view.Columns {
			cells = append(cells, view.Columns[i].Cell(row).Text)
		}
		shown = append(shown, cells)
	}
	assert.Equal(t, [][]string{{"One", "Failed", "1", "", "", ""}, {"Two", "", "2", "Failed", "3", ""}, {"Three", "", "", "", "", "4 B"}}, shown)
}

// TestTheTimeOfAComponent finds the attribute that --since compares.
func TestTheTimeOfAComponent(t *testing.T) {
	assert.Equal(t, "f", timeAttribute(read(t, `{"filters":[{"attribute":"x","filterType":"In"},{"attribute":"f","filterType":"TimeRange"}],"config":{"xlsxParams":{"attributeConfig":[{"attributeName":"c","format":"Timestamp"}]}}}`)))
	assert.Equal(t, "c", timeAttribute(read(t, `{"config":{"xlsxParams":{"attributeConfig":[{"attributeName":"b"},{"attributeName":"c","format":"Timestamp"}]}}}`)))
	assert.Empty(t, timeAttribute(nil))
	assert.Nil(t, withTime(nil))
}
