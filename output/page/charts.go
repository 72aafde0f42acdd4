package page

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"

	"ibmcloud-backup-recovery-plugin/output"
)

// Charts are drawn in units that a screen of 720 pixels shows as pixels. None has text that only its colour tells.

// Series is one of several rows of values of a chart, at the same places. Class is a colour of the style: good, active, warning, bad, none,
// other or plain. Glyph is what stands for the colour, for who does not see it; "" for none.
type Series struct {
	Name, Class, Glyph string
	Values             []int64 // below 0 for a place without a value
}

// Bar is a value of a thing.
type Bar struct {
	Name, Text string // Text is the value as people read it
	Value      int64
	Other      bool // whether it is what all others have together, which is said and not drawn: it would make the bars small
}

// HeatRow is a row of a heat map.
type HeatRow struct {
	Name  string
	Cells []HeatCell
}

// HeatCell is a field of a heat map: its class and glyph as those of a Series, and what it says in words.
type HeatCell struct{ Class, Glyph, Text string }

const (
	width  = 720 // of a chart
	left   = 64  // of the axis
	top    = 12
	height = 200 // of what is drawn above an axis
	below  = 28  // it, for its labels
)

// canvas is a chart as it is being drawn.
type canvas struct{ strings.Builder }

// open begins a chart. What it shows is said by its title and description, which the page has the texts of.
func open(title, description string, tall int) *canvas {
	c := &canvas{}
	fmt.Fprintf(c, `<svg viewBox="0 0 %d %d" role="img" xmlns="http://www.w3.org/2000/svg"><title>%s</title><desc>%s</desc>`, width, tall, escape(title), escape(description))
	return c
}

func (c *canvas) text(x, y int, class, text string) {
	fmt.Fprintf(c, `<text x="%d" y="%d" class="%s">%s</text>`, x, y, class, escape(text))
}

// box draws a rectangle, which says what it is where one points at it.
func (c *canvas) box(x, y, w, h float64, class, says string) {
	fmt.Fprintf(c, `<rect x="%s" y="%s" width="%s" height="%s" class="bar s-%s"><title>%s</title></rect>`, short(x), short(y), short(w), short(h), class, escape(says))
}

func (c *canvas) end() template.HTML {
	c.WriteString("</svg>")
	return template.HTML(c.String()) //nolint:gosec // every text in it was escaped
}

// short writes a coordinate with one digit behind the point.
func short(f float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
}

// Scale says how the values of a chart are written, and which steps of its axis are round.
type Scale struct {
	Say   func(int64) string
	Steps []int64 // round steps, of which each is larger than the one before; beyond the last, and where there are none, they are 1, 2 and 5 with zeros
}

// SecondSteps are the round steps of lengths of time, in seconds.
var SecondSteps = []int64{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 2 * 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86400, 2 * 86400, 5 * 86400, 10 * 86400, 20 * 86400, 50 * 86400, 100 * 86400}

// BinarySteps returns the round steps of sizes in binary units.
func BinarySteps() (steps []int64) {
	for unit := int64(1); unit <= 1<<50; unit <<= 10 {
		for _, n := range []int64{1, 2, 4, 8, 16, 32, 64, 128, 256, 512} {
			steps = append(steps, n*unit)
		}
	}
	return steps
}

// axis draws lines for values up to the largest one, which say what they are, and returns the value at the top.
func (c *canvas) axis(most int64, scale Scale) int64 {
	step := scale.step(most)
	limit := most
	if most <= math.MaxInt64-step {
		limit = (most + step - 1) / step * step
	}
	for v := int64(0); ; v += step {
		y := top + height - int(float64(v)/float64(limit)*height)
		fmt.Fprintf(c, `<line x1="%d" y1="%d" x2="%d" y2="%d" class="grid"/>`, left, y, width, y)
		c.text(left-6, y+4, "quiet end", scale.Say(v))
		if v > limit-step { // which never is beyond what a number can be
			return limit
		}
	}
}

// step returns a round number of which up to five make the largest value; at least 1.
func (s *Scale) step(most int64) int64 {
	for _, step := range s.Steps {
		if step*5 >= most {
			return step
		}
	}
	for power := int64(1); power <= 1e17; power *= 10 {
		for _, n := range []int64{1, 2, 5} {
			if n*power*5 >= most {
				return n * power
			}
		}
	}
	return 1e18
}

// places draws as many labels below an axis as have room, each in the middle of its slot; the first slot begins at from.
func (c *canvas) places(labels []string, from, slot float64, y int) {
	widest := 1
	for _, label := range labels {
		widest = max(widest, runewidth.StringWidth(label))
	}
	slot = max(slot, 1)
	every := 1 + int(float64(widest*7)/slot)
	for i := 0; i < len(labels); i += every {
		x := int(from + (float64(i)+.5)*slot)
		if x+widest*7/2 > width {
			return
		}
		class := "quiet middle"
		if float64(every)*slot < float64(widest*14) && i/every%2 == 1 {
			class += " spare" // where the letters are larger, on small screens
		}
		c.text(x, y, class, labels[i])
	}
}

// figures returns the table of a chart with a row a place and a column a series.
func figures(caption, place string, labels []string, series []Series, say func(int64) string) Table {
	t := Table{Caption: caption, Columns: []Column{{Title: place}}, Count: len(labels)}
	for _, s := range series {
		t.Columns = append(t.Columns, Column{Title: s.Name, Number: true})
	}
	t.Rows = func(yield func([]Cell) bool) {
		for i, label := range labels {
			row := []Cell{{Text: label}}
			for _, s := range series {
				text := ""
				if s.Values[i] >= 0 {
					text = say(s.Values[i])
				}
				row = append(row, Cell{Text: text})
			}
			if !yield(row) {
				return
			}
		}
	}
	return t
}

// Stacked draws a bar for each place, of the values of all series on each other. place is what the places are, such as days.
func Stacked(title, description, place string, labels []string, series []Series, scale Scale) Drawing {
	var most int64 = 1
	for i := range labels {
		var sum int64
		for _, s := range series {
			sum += max(s.Values[i], 0)
		}
		most = max(most, sum)
	}
	c := open(title, description, top+height+below)
	limit := c.axis(most, scale)
	slot := float64(width-left) / float64(max(len(labels), 1))
	for i, label := range labels {
		y := float64(top + height)
		for _, s := range series {
			if s.Values[i] <= 0 {
				continue
			}
			h := float64(s.Values[i]) / float64(limit) * height
			y -= h
			x, w := left+float64(i)*slot+slot*.1, min(slot*.8, 72)
			c.box(x+(slot*.8-w)/2, y, w, h, s.Class, label+": "+s.Name+" "+scale.Say(s.Values[i]))
			if h >= 14 && w >= 12 && s.Glyph != "" {
				c.text(int(x+slot*.4), int(y+h/2)+4, "glyph", s.Glyph)
			}
		}
	}
	c.places(labels, left, slot, top+height+18)
	series = slices.DeleteFunc(slices.Clone(series), func(s Series) bool { return !slices.ContainsFunc(s.Values, func(v int64) bool { return v > 0 }) })
	legend := series
	if len(series) == 1 && series[0].Glyph == "" {
		legend = nil
	}
	return Drawing{Title: title, Description: description, SVG: c.end(), Legend: legend, Table: figures(title, place, labels, series, scale.Say)}
}

// Lines draws a line for each series. Places without a value are gaps.
func Lines(title, description, place string, labels []string, series []Series, scale Scale) Drawing {
	var most int64 = 1
	for _, s := range series {
		most = max(most, slices.Max(append([]int64{0}, s.Values...)))
	}
	c := open(title, description, top+height+below)
	limit := c.axis(most, scale)
	slot := float64(width-left) / float64(max(len(labels), 1))
	for n, s := range series {
		path, pen := "", "M"
		var marks strings.Builder
		for i, v := range s.Values {
			if v < 0 {
				pen = "M"
				continue
			}
			x, y := left+(float64(i)+.5)*slot, top+height-float64(v)/float64(limit)*height
			path += pen + short(x) + " " + short(y)
			pen = "L"
			mark := fmt.Sprintf(`<circle cx="%s" cy="%s" r="3.5"`, short(x), short(y))
			closing := "circle"
			if n%2 == 1 {
				mark, closing = fmt.Sprintf(`<rect x="%s" y="%s" width="7" height="7"`, short(x-3.5), short(y-3.5)), "rect"
			}
			fmt.Fprintf(&marks, `%s class="s-%s"><title>%s</title></%s>`, mark, s.Class, escape(labels[i]+": "+s.Name+" "+scale.Say(v)), closing)
		}
		if path != "" {
			c.WriteString(`<path d="` + path + `" class="line s-` + s.Class + `"/>` + marks.String())
		}
	}
	c.places(labels, left, slot, top+height+18)
	return Drawing{Title: title, Description: description, SVG: c.end(), Legend: series, Table: figures(title, place, labels, series, scale.Say)}
}

// nameWidth is how wide the names beside bars and fields are, of about 7 units a character.
const (
	nameWidth = 190
	nameChars = 26
)

// Bars draws a bar for each thing, from left to right. name and value are the headings of its table.
func Bars(title, description, name, value string, bars []Bar) Drawing {
	const tall, room = 22, 96 // of a bar, and of the value behind it
	var most int64 = 1
	for _, b := range bars {
		if !b.Other {
			most = max(most, b.Value)
		}
	}
	c := open(title, description, top+tall*len(bars)+top)
	for i, b := range bars {
		y := top + i*tall
		c.text(nameWidth-8, y+15, "end", runewidth.Truncate(output.Clean(b.Name), nameChars, "…"))
		if b.Other {
			c.text(nameWidth+6, y+15, "quiet", b.Text)
			continue
		}
		w := float64(max(b.Value, 0)) / float64(most) * (width - nameWidth - room)
		c.box(nameWidth, float64(y+3), max(w, 1), tall-6, "plain", b.Name+": "+b.Text)
		c.text(nameWidth+int(w)+6, y+15, "quiet", b.Text)
	}
	t := Table{Caption: title, Columns: []Column{{Title: name}, {Title: value, Number: true}}, Count: len(bars), Rows: func(yield func([]Cell) bool) {
		for _, b := range bars {
			if !yield([]Cell{{Text: b.Name}, {Text: b.Text}}) {
				return
			}
		}
	}}
	return Drawing{Title: title, Description: description, SVG: c.end(), Table: t}
}

// Heat draws a field for each row and column. legend says what the classes mean; name is the heading of the rows in its table.
func Heat(title, description, name string, columns []string, rows []HeatRow, legend []Series) Drawing {
	const tall = 20
	slot := float64(width-nameWidth) / float64(max(len(columns), 1))
	slot = min(slot, 64)
	c := open(title, description, top+tall*len(rows)+below)
	for i, row := range rows {
		y := top + i*tall
		c.text(nameWidth-8, y+14, "end", runewidth.Truncate(output.Clean(row.Name), nameChars, "…"))
		for j, cell := range row.Cells {
			x := nameWidth + float64(j)*slot
			c.box(x, float64(y), slot, tall, cell.Class, row.Name+", "+columns[j]+": "+cell.Text)
			if slot >= 9 && cell.Glyph != "" {
				c.text(int(x+slot/2), y+14, "glyph", cell.Glyph)
			}
		}
	}
	c.places(columns, nameWidth, slot, top+tall*len(rows)+16)
	t := Table{Caption: title, Columns: []Column{{Title: name}}, Count: len(rows), Rows: func(yield func([]Cell) bool) {
		for _, row := range rows {
			cells := []Cell{{Text: row.Name}}
			for _, cell := range row.Cells {
				cells = append(cells, Cell{Text: cell.Text})
			}
			if !yield(cells) {
				return
			}
		}
	}}
	for _, column := range columns {
		t.Columns = append(t.Columns, Column{Title: column})
	}
	return Drawing{Title: title, Description: description, SVG: c.end(), Legend: legend, Table: t}
}
