package output

import (
	"bufio"
	"slices"
	"time"

	"github.com/mattn/go-runewidth"
)

// window is how many rows decide how wide the columns of a table are. The rest is written as it comes.
const window = 100

// flushEvery is how long a row waits at most until it is shown, while others follow it.
const flushEvery = 100 * time.Millisecond

// longestCell is how many bytes of a titled value people see. One of megabytes would push the rest of a table out of sight, and make
// every row as wide. A value without a title is an answer of its own, to be piped on.
const longestCell = 1000

// layout is how a table looks.
type layout struct {
	headers bool
	columns []int     // of the view that somebody chose, in the order in which they are shown; nil for those that have something to say
	fits    bool      // whether the table has to fit the terminal
	now     time.Time // for a table that fits
}

// grid shows rows that are all there, and returns what to remark on them.
func (s *Streams) grid(v *View, rows [][]Cell, l layout) (hidden []int, err error) {
	t := s.table(v, l)
	for _, row := range rows {
		if err := t.add(row); err != nil {
			return nil, err
		}
	}
	if err := t.end(); err != nil || t.fitting == nil {
		return nil, err
	}
	return t.fitting.hidden, nil
}

// table writes rows of cells in columns. The first rows settle which columns there are, how wide they are and which time zone stands in
// their headings; a cell that is wider pushes the others of its row aside. Nothing that people may need whole, such as an id, is cut; only
// what no terminal has room for, and sentences in a table that has to fit one.
type table struct {
	*bufio.Writer
	streams *Streams
	view    *View
	columns []int // of the view, in the order in which they are shown
	chosen  bool  // whether somebody chose them
	headers bool
	fitting *fitting // nil for a table that shows everything
	rows    [][]Cell // until the columns are settled
	count   int
	widths  []int    // of the columns of the view; nil until they are settled
	zones   []string // in the headings of the columns of the view
	flushed time.Time
}

func (s *Streams) table(v *View, l layout) *table {
	t := &table{Writer: bufio.NewWriterSize(s.Out, 64<<10), streams: s, view: v, columns: l.columns, chosen: l.columns != nil, headers: l.headers}
	if l.columns == nil {
		for i := range v.Columns {
			t.columns = append(t.columns, i)
		}
	}
	if l.fits {
		t.fitting = &fitting{width: s.Width(), now: l.now}
	}
	return t
}

func (t *table) add(row []Cell) error {
	t.count++
	if t.fitting != nil {
		t.fitting.abridge(row)
	}
	for i := range row {
		if t.view.Columns[i].Title != "" {
			row[i].Text = Shorten(row[i].Text, longestCell)
		}
	}
	if t.widths != nil {
		t.place(row)
		return t.write(row)
	}
	if t.rows = append(t.rows, row); len(t.rows) < window {
		return nil
	}
	return t.settle()
}

// end writes what is left. Of a list that is known as a whole, columns that have nothing to say take no room.
func (t *table) end() error {
	if t.widths == nil && len(t.rows) > 0 {
		if !t.chosen {
			t.columns = slices.DeleteFunc(t.columns, func(column int) bool { return column > 0 && t.isEmpty(column) })
		}
		if err := t.settle(); err != nil {
			return err
		}
	}
	return t.Flush()
}

// isEmpty reports whether no row so far has something in a column of the view.
func (t *table) isEmpty(column int) bool {
	return !slices.ContainsFunc(t.rows, func(row []Cell) bool { return row[column].Text != "" })
}

// settle decides which columns are shown and how wide they are, and writes the rows that decided it.
func (t *table) settle() error {
	t.zones, t.widths = make([]string, len(t.view.Columns)), make([]int, len(t.view.Columns))
	titles := make([]Cell, len(t.view.Columns))
	for i, c := range t.view.Columns {
		t.zones[i] = t.zone(i)
		titles[i] = Cell{Text: c.Title.String(), Tone: Title}
		if t.zones[i] != "" {
			titles[i].Text += " (" + t.zones[i] + ")"
		}
	}
	for _, row := range t.rows {
		t.place(row)
	}
	all := t.rows
	if t.headers && slices.ContainsFunc(titles, func(c Cell) bool { return c.Text != "" }) { // lines of text need no header
		all = append([][]Cell{titles}, t.rows...)
	}
	for _, row := range all {
		for i := range row {
			t.widths[i] = max(t.widths[i], runewidth.StringWidth(row[i].Text))
		}
	}
	if t.fitting != nil {
		t.columns = t.fitting.choose(t.view, t.columns, t.widths, all, t.isEmpty)
	}
	for _, row := range all {
		if err := t.write(row); err != nil {
			return err
		}
	}
	t.rows = nil
	t.flushed = time.Now()
	return t.Flush()
}

// zone returns the time zone of a column of the view, and "" where its rows have no time or differ in zone. It stands in the heading.
func (t *table) zone(column int) (common string) {
	for _, row := range t.rows {
		at := row[column].At
		switch {
		case at.IsZero():
		case common == "":
			common = zone(at)
		case common != zone(at):
			return ""
		}
	}
	return common
}

// place puts the time zone to the times of a row whose headings do not have it. A table without headings has none.
func (t *table) place(row []Cell) {
	if !t.headers {
		return
	}
	for i := range row {
		if at := row[i].At; !at.IsZero() {
			if z := zone(at); z != t.zones[i] {
				row[i].Text += " " + z
			}
		}
	}
}

func (t *table) write(row []Cell) error {
	if t.fitting != nil {
		t.fitting.cut(row)
	}
	pending := 0
	for i, column := range t.columns {
		c := &row[column]
		if i > 0 {
			pending += gap
		}
		if c.Text == "" {
			pending += t.widths[column]
			continue
		}
		pad(t.Writer, pending)
		tone := c.Tone
		if i == 0 && tone == Normal && t.view.Columns[column].Title != "" {
			tone = Name
		}
		_, _ = t.WriteString(t.streams.Paint(t.streams.OutTerm, tone, c.Text))
		pending = max(0, t.widths[column]-runewidth.StringWidth(c.Text))
	}
	err := t.WriteByte('\n')
	if err == nil && t.rows == nil && t.streams.OutTerm && time.Since(t.flushed) > flushEvery {
		t.flushed = time.Now()
		err = t.Flush()
	}
	return err
}

// align writes a few rows of cells in columns.
func (s *Streams) align(rows [][]Cell) error {
	most := 0
	for _, row := range rows {
		most = max(most, len(row))
	}
	t := s.table(&View{Columns: make([]Column, most)}, layout{})
	for _, row := range rows {
		if err := t.add(append(slices.Clone(row), make([]Cell, most-len(row))...)); err != nil {
			return err
		}
	}
	return t.end()
}
