package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// update writes the pictures anew: look at them in a browser before they are committed.
var update = flag.Bool("update", false, "write testdata/*.svg anew")

// places returns so many labels, as short as days are.
func places(n int) (labels []string) {
	for i := range n {
		labels = append(labels, fmt.Sprintf("11-%02d", i+1))
	}
	return labels
}

// values returns a value for each place.
func values(n int, f func(int) int64) (all []int64) {
	for i := range n {
		all = append(all, f(i))
	}
	return all
}

// pictures are charts whose whole drawing is known: what a person looked at and found right. Where the largest value is 200, a unit is as
// tall as one of the drawing.
func pictures() map[string]Drawing {
	say := Scale{Say: func(n int64) string { return strconv.FormatInt(n, 10) }}
	stacked := func(n int, series ...Series) Drawing {
		return Stacked("Runs", "Runs a day", "Day", places(n), series, say)
	}
	heat := func(columns, groups int) Drawing {
		states := []HeatCell{{"good", "✓", "in time"}, {"warning", "△", "late"}, {"bad", "✕", "none"}, {"none", "", "not due"}}
		var rows []HeatRow
		for i := range groups {
			row := HeatRow{Name: fmt.Sprint("group ", i)}
			for j := range columns {
				row.Cells = append(row.Cells, states[(i+j)%len(states)])
			}
			rows = append(rows, row)
		}
		return Heat("RPO", "Age of backups", "Group", places(columns), rows, []Series{{Name: "in time", Class: "good", Glyph: "✓"}})
	}
	return map[string]Drawing{
		"stacked": stacked(8, // of which the second place has values where a glyph has room and where it just has none
			Series{Name: "succeeded", Class: "good", Glyph: "✓", Values: []int64{150, 14, 0, -1, 40, 60, 80, 100}},
			Series{Name: "failed", Class: "bad", Glyph: "✕", Values: []int64{50, 13, 30, 0, 5, 0, 0, 20}}),
		"stacked-few":  stacked(2, Series{Name: "written", Class: "plain", Values: []int64{7, 3}}),
		"stacked-many": stacked(60, Series{Name: "written", Class: "plain", Glyph: "✓", Values: values(60, func(i int) int64 { return int64(i * 3) })}),
		"lines": Lines("Duration", "How long runs took", "Day", places(6), []Series{
			{Name: "db", Class: "plain", Values: []int64{10, 20, -1, 40, 0, -1}},
			{Name: "web", Class: "other", Values: []int64{5, -1, 15, 15, 90, 30}},
			{Name: "none", Class: "bad", Values: []int64{-1, -1, -1, -1, -1, -1}}}, say),
		"bars": Bars("Written", "Written by group", "Group", "Written", []Bar{{Name: "db", Text: "400 B", Value: 400}, {Name: "web", Text: "100 B", Value: 100},
			{Name: "idle", Text: "0 B"}, {Name: "a name that is longer than what has room", Text: "unknown", Value: -1}, {Name: "3 others", Text: "900 B", Value: 900, Other: true}}),
		"heat": heat(5, 3), "heat-dense": heat(40, 1), "heat-tiny": heat(70, 1),
	}
}

// TestPictures compares drawings with those in testdata, element by element.
func TestPictures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.svg")
	require.NoError(t, err)
	all := pictures()
	if !*update {
		assert.Len(t, files, len(all))
	}
	for name, d := range all {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("testdata", name+".svg")
			got := strings.ReplaceAll(string(d.SVG), "><", ">\n<") + "\n"
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(got), 0o600))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Equal(t, string(want), got, "'go test ./output/page -update' writes it anew")
		})
	}
}

// TestFiguresOfPictures checks the tables of charts, which say the same in numbers.
func TestFiguresOfPictures(t *testing.T) {
	all := pictures()
	assert.Equal(t, [][]string{{"Day", "succeeded", "failed"}, {"11-01", "150", "50"}, {"11-02", "14", "13"}, {"11-03", "0", "30"}, {"11-04", "", "0"}}, table(all["stacked"].Table, 5))
	assert.Equal(t, [][]string{{"Day", "db", "web", "none"}, {"11-01", "10", "5", ""}, {"11-02", "20", "", ""}}, table(all["lines"].Table, 3))
	assert.Equal(t, [][]string{{"Group", "Written"}, {"db", "400 B"}}, table(all["bars"].Table, 2))
	assert.Equal(t, []string{"group 1", "late", "none", "not due", "in time", "late"}, table(all["heat"].Table, 3)[2])
	assert.Nil(t, all["stacked-few"].Legend, "one series without a glyph needs none")
	assert.Len(t, all["stacked-many"].Legend, 1)
	assert.Len(t, all["stacked"].Legend, 2)
}

// table returns the headings and the first rows of a table, so many lines in all.
func table(t Table, lines int) (all [][]string) {
	var titles []string
	for _, c := range t.Columns {
		titles = append(titles, c.Title)
	}
	all = append(all, titles)
	for cells := range t.Rows {
		if len(all) == lines {
			break
		}
		var row []string
		for _, c := range cells {
			row = append(row, c.Text)
		}
		all = append(all, row)
	}
	return all
}
