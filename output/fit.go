package output

import (
	"slices"
	"time"

	"github.com/mattn/go-runewidth"
)

// How a table is made to fit a terminal: brief cells, columns that are left out, and sentences that are cut.

const (
	// gap is how many spaces are between two columns.
	gap = 3
	// narrowest is how narrow a column of sentences may become.
	narrowest = 12
	// few is that at most one row in so many may stick out of a column.
	few = 4
)

// fitting is what a table does to fit a terminal.
type fitting struct {
	width  int // of the terminal
	now    time.Time
	hidden []int // columns that were left out
	most   []int // how wide a cell may be, by column of the view; 0 for any width
	widths []int // of the columns of the view
	shown  []int // columns
}

// abridge gives cells their brief forms.
func (f *fitting) abridge(row []Cell) {
	for i := range row {
		c := &row[i]
		if c.Brief != "" {
			c.Text = c.Brief
		}
		if c.At.IsZero() {
			continue
		}
		if text, ok := relative(c.At, f.now); ok {
			c.Text, c.At = text, time.Time{} // which needs no zone
		} else {
			c.Text = minutes(c.At)
		}
	}
}

// choose returns the columns that fit, of those that are there, and narrows those of sentences where it must be. widths are those of the
// columns of the view; empty ones have nothing in any row so far. Where not everything fits, columns become as wide as rows has them without a few
// very wide cells, which stick out.
func (f *fitting) choose(v *View, all, widths []int, rows [][]Cell, empty func(column int) bool) []int {
	columns := slices.Clone(all)
	room := func() int {
		total := -gap
		for _, c := range columns {
			total += widths[c] + gap
		}
		return f.width - total
	}
	if room() < 0 && len(rows) > 0 {
		for _, c := range columns {
			if !v.Columns[c].FreeText {
				widths[c] = f.usual(c, rows)
			}
		}
	}
	for room() < 0 {
		i := leastTelling(v, columns, empty)
		if i < 0 {
			break
		}
		f.hidden = append(f.hidden, columns[i])
		columns = slices.Delete(columns, i, i+1)
	}
	for i, c := range slices.Backward(f.hidden) { // what is narrow may have room where what went after it was wide
		if !empty(c) && widths[c]+gap <= room() {
			columns = append(columns, c)
			f.hidden = slices.Delete(f.hidden, i, i+1)
		}
	}
	slices.SortFunc(columns, func(a, b int) int { return slices.Index(all, a) - slices.Index(all, b) })
	slices.Sort(f.hidden)
	f.narrow(v, columns, widths, room)
	f.widths, f.shown = widths, columns
	return columns
}

// usual returns how wide a column is without the widest cells, as far as these are few and wider than a third of the terminal.
func (f *fitting) usual(column int, rows [][]Cell) int {
	var widths []int
	for _, row := range rows {
		widths = append(widths, runewidth.StringWidth(row[column].Text))
	}
	slices.SortFunc(widths, func(a, b int) int { return b - a })
	for _, w := range widths[:len(widths)/few] {
		if w <= f.width/3 {
			return w
		}
	}
	return widths[len(widths)/few]
}

// narrow cuts the widest columns of sentences until there is room for all columns, and says how wide their cells may be.
func (f *fitting) narrow(v *View, columns, widths []int, room func() int) {
	f.most = make([]int, len(v.Columns))
	for room() < 0 {
		widest := -1
		for _, c := range columns {
			column := &v.Columns[c]
			if column.FreeText && widths[c] > max(narrowest, runewidth.StringWidth(column.Title.String())) && (widest < 0 || widths[c] > widths[widest]) {
				widest = c
			}
		}
		if widest < 0 {
			break // what is left must be whole
		}
		widths[widest]--
	}
	for i, c := range columns {
		if v.Columns[c].FreeText { // also in rows that are still to come
			f.most[c] = widths[c]
			if i == len(columns)-1 {
				f.most[c] += max(0, room())
			}
		}
	}
}

// leastTelling returns the position of the column that goes first, and -1 where all must stay.
func leastTelling(v *View, columns []int, empty func(column int) bool) int {
	least, most := -1, 0
	for i, c := range columns {
		rank := v.Columns[c].Rank
		if rank == 0 {
			continue
		}
		if empty(c) {
			rank += 1 << 16 // before any other
		}
		if rank >= most {
			least, most = i, rank
		}
	}
	return least
}

// cut cuts the sentences of a row that are too wide, and more of those where something sticks out of its column.
func (f *fitting) cut(row []Cell) {
	over := 0
	for _, c := range f.shown {
		if f.most[c] == 0 {
			over += max(0, runewidth.StringWidth(row[c].Text)-f.widths[c])
		}
	}
	for i, most := range f.most {
		if most > 0 && row[i].Tone != Title {
			row[i].Text = runewidth.Truncate(row[i].Text, max(min(most, narrowest), most-over), ellipsis)
		}
	}
}
