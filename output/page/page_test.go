package page

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/output"
)

const hostile = `</svg></table></style><script>alert("1")</script>'&amp;` + "\x00\u202e"

// drawings are one of each chart, with names that are hostile.
func drawings() []Drawing {
	labels := []string{"11-27", hostile}
	say := Scale{Say: func(n int64) string { return strconv.FormatInt(n, 10) + hostile }}
	series := []Series{{Name: hostile, Class: "good", Glyph: "✓", Values: []int64{3, 0}}, {Name: "b", Class: "bad", Glyph: "✕", Values: []int64{1, -1}}}
	return []Drawing{
		Stacked(hostile, hostile, hostile, labels, series, say), Lines(hostile, hostile, hostile, labels, series, say),
		Bars(hostile, hostile, hostile, hostile, []Bar{{Name: hostile, Text: hostile, Value: 7}, {Name: "rest", Text: "99", Value: 99, Other: true}}),
		Heat(hostile, hostile, hostile, labels, []HeatRow{{hostile, []HeatCell{{"good", "✓", hostile}, {"none", "", "x"}}}}, series),
		Stacked("empty", "x", "y", nil, nil, say),
	}
}

// elements returns how many of each element a drawing has.
func elements(t *testing.T, svg string) map[string]int {
	found := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return found
		}
		require.NoError(t, err, svg)
		if e, ok := token.(xml.StartElement); ok {
			found[e.Name.Local]++
			for _, a := range e.Attr {
				assert.NotEqual(t, "style", a.Name.Local, "the policy of the page lets no style of an element be")
				assert.False(t, strings.HasPrefix(a.Name.Local, "on"), a.Name.Local)
			}
		}
	}
}

func TestChartsAreWhole(t *testing.T) {
	list := drawings()
	for i, d := range list {
		found := elements(t, string(d.SVG))
		assert.Equal(t, 1, found["svg"])
		assert.Equal(t, 1, found["desc"])
		assert.Zero(t, found["script"])
		assert.NotContains(t, string(d.SVG), "\x00")
		assert.NotContains(t, string(d.SVG), "\u202e")
		rows := 0
		for cells := range d.Table.Rows {
			rows++
			assert.Len(t, cells, len(d.Table.Columns))
		}
		assert.Equal(t, d.Table.Count, rows, "chart %d", i)
	}
	assert.Equal(t, 2, elements(t, string(list[0].SVG))["rect"], "a value of 0 has no box")
	lines := elements(t, string(list[1].SVG))
	assert.Equal(t, 2, lines["path"])
	assert.Equal(t, 3, lines["circle"]+lines["rect"], "a place without a value has no mark")
	assert.Equal(t, 1, elements(t, string(list[2].SVG))["rect"], "what others have together is not drawn")
	assert.Equal(t, 2, elements(t, string(list[3].SVG))["rect"])
}

func TestSteps(t *testing.T) {
	plain, times, sizes := Scale{}, Scale{Steps: SecondSteps}, Scale{Steps: BinarySteps()}
	for most, want := range map[int64]int64{0: 1, 1: 1, 5: 1, 6: 2, 11: 5, 400: 100, 1e18: 2e17} {
		assert.Equal(t, want, plain.step(most), most)
	}
	assert.Equal(t, int64(900), times.step(3600))
	assert.Equal(t, int64(600), times.step(3000))
	assert.Equal(t, int64(1<<30), sizes.step(5<<30))
	assert.Equal(t, int64(512<<10), sizes.step(1780439), "no mixture of 1000 KiB and 1.5 MiB")
	assert.Equal(t, int64(256<<20), sizes.step(900<<20))
}

// page returns the HTML of a page with a table of so many rows.
func page(t *testing.T, rows int) string {
	p := Page{Language: "en", Title: hostile, Facts: []Fact{{hostile, hostile}}, Unread: []string{hostile}, LeftOut: []string{hostile}, Figures: []Figure{{hostile, hostile, output.Bad}}, Charts: drawings()}
	p.Table = Table{Caption: hostile, Empty: hostile, Columns: []Column{{Title: hostile}, {Title: "n", Number: true}, {Title: "text", Text: true}}, Count: rows, Rows: func(yield func([]Cell) bool) {
		for i := range rows {
			if !yield([]Cell{{Text: hostile}, {Text: fmt.Sprint(i, " B"), Sort: fmt.Sprint(i)}, {Text: hostile, Sort: hostile + `" onclick="x`, Tone: output.Bad}}) {
				return
			}
		}
	}}
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.String()
}

func TestNamesStayText(t *testing.T) {
	text := page(t, 3)
	assert.Equal(t, 1, strings.Count(text, "<script"), "its own")
	assert.Equal(t, 1, strings.Count(text, "<style"))
	assert.NotContains(t, text, "alert(\"1\")")
	assert.Contains(t, text, "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;")
	assert.Contains(t, text, `\u0000\u202e`, "what cannot be seen is shown")
	assert.NotContains(t, text, "\u202e")
	assert.NotContains(t, text, "\x00")
	assert.NotContains(t, text, `" onclick="x`)
	assert.NotContains(t, text, "unsafe-inline")
}

// TestPolicyFitsTheScript checks that the policy has the hashes of what stands in the page: html/template must leave both as they are.
func TestPolicyFitsTheScript(t *testing.T) {
	text := page(t, 1)
	for _, tag := range []string{"style", "script"} {
		inner := text[strings.Index(text, "<"+tag+">")+len(tag)+2 : strings.Index(text, "</"+tag+">")]
		assert.Contains(t, strings.NewReplacer("&#39;", "'", "&#43;", "+").Replace(text), hash(inner), tag)
	}
}

func TestLongTablesHaveAPartOfTheirOwn(t *testing.T) {
	assert.NotContains(t, page(t, Shown), `class="rest"`)
	text := page(t, Shown+2)
	at := strings.Index(text, `<tbody class="rest">`)
	require.Positive(t, at)
	assert.Equal(t, 2, strings.Count(text[at:], "<tr>"))
}

func TestEmptyTable(t *testing.T) {
	text := page(t, 0)
	assert.NotContains(t, text, `class="sortable"`)
	assert.Contains(t, text, "&lt;/svg&gt;")
}

// TestAReaderThatLeaves checks that a page whose reader has gone ends with that error.
func TestAReaderThatLeaves(t *testing.T) {
	in, out := io.Pipe()
	require.NoError(t, in.Close())
	p := Page{Table: Table{Rows: slices.Values([][]Cell(nil))}}
	assert.ErrorIs(t, p.Write(out), io.ErrClosedPipe)
}

func TestAxesEndAtTheLargestNumbers(t *testing.T) {
	for _, most := range []int64{1, 4e18, 8_100_000_000_000_000_000, math.MaxInt64 - 1, math.MaxInt64} {
		for _, steps := range [][]int64{nil, SecondSteps, BinarySteps()} {
			c := &canvas{}
			assert.GreaterOrEqual(t, c.axis(most, Scale{Say: func(n int64) string {
				require.GreaterOrEqual(t, n, int64(0))
				return strconv.FormatInt(n, 10)
			}, Steps: steps}), most)
			assert.LessOrEqual(t, strings.Count(c.String(), "<line"), 19, "%d", most)
		}
	}
}

// TestRows checks a row as it is written, with what it says for those who do not see colours and for what sorts it.
func TestRows(t *testing.T) {
	table := &Table{Columns: []Column{{Title: "Name"}, {Title: "N", Number: true}, {Title: "Says", Text: true}, {Title: "ID"}}}
	long := strings.Repeat("x", broken+1)
	for _, test := range []struct {
		cells []Cell
		want  string
	}{
		{[]Cell{{Text: "a"}, {Text: "1"}, {Text: "b"}, {Text: "c"}}, `<tr><th scope="row">a<td class="n">1<td class="t">b<td>c` + "\n"},
		{[]Cell{{Text: long}, {Text: "1 KiB", Sort: "1024"}, {}, {Text: long}}, `<tr><th scope="row">` + long + `<td class="n" data-v="1024">1 KiB<td class="t"><td class="t">` + long + "\n"},
		{[]Cell{{Text: "a", Sort: "a"}, {Text: "2", Tone: output.Bad}, {}, {Text: long[1:]}}, `<tr><th scope="row">a<td class="n bad"><span aria-hidden="true">✕</span> 2<td class="t"><td>` + long[1:] + "\n"},
		{[]Cell{{Text: "ok", Tone: output.Good}, {}, {}, {}, {Text: "more than there are columns"}}, `<tr><th scope="row" class="good"><span aria-hidden="true">✓</span> ok<td class="n"><td class="t"><td><td>more than there are columns` + "\n"},
	} {
		assert.Equal(t, test.want, string(table.row(test.cells)))
	}
}

func TestChartsHaveNamesOfTheirOwn(t *testing.T) {
	text := page(t, 1)
	for _, id := range []string{"chart-a", "chart-b", "chart-c", "chart-d", "chart-e"} {
		assert.Equal(t, 1, strings.Count(text, `id="`+id), id)
	}
}
