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

// grid shows rows that are all there.
func (s *Streams) grid(v *View, rows [][]Cell, headers bool) error {
	t := s.table(v, nil, headers)
	for _, row := range rows {
		if err := t.add(row); err != nil {
			return err
		}
	}
	return t.end()
}

// table writes rows of cells in columns. The first rows settle how wide the columns are; a cell that is wider pushes the
// others of its row aside. Nothing that people may need whole, such as an id, is cut; only what no terminal has room for.
type table struct {
	*bufio.Writer
	streams *Streams
	view    *View
	columns []int // of the view, in the order in which they are shown
	chosen  bool  // whether somebody chose them
	headers bool
	rows    [][]Cell // until the columns are settled
	count   int
	widths  []int
	flushed time.Time
}

func (s *Streams) table(v *View, columns []int, headers bool) *table {
	t := &table{Writer: bufio.NewWriterSize(s.Out, 64<<10), streams: s, view: v, columns: columns, chosen: columns != nil, headers: headers}
	if columns == nil {
		for i := range v.Columns {
			t.columns = append(t.columns, i)
		}
	}
	return t
}

func (t *table) add(row []Cell) error {
	t.count++
	for i := range row {
		if t.view.Columns[i].Title != "" {
			row[i].Text = Shorten(row[i].Text, longestCell)
		}
	}
	if t.widths != nil {
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
			t.columns = slices.DeleteFunc(t.columns, func(column int) bool {
				return column > 0 && !slices.ContainsFunc(t.rows, func(row []Cell) bool { return row[column].Text != "" })
			})
		}
		if err := t.settle(); err != nil {
			return err
		}
	}
	return t.Flush()
}

// settle decides how wide the columns are, and writes the rows that decided it.
func (t *table) settle() error {
	if t.headers {
		titles := make([]Cell, len(t.view.Columns))
		for i, c := range t.view.Columns {
			titles[i] = Cell{Text: c.Title.String(), Tone: Title}
		}
		t.rows = append([][]Cell{titles}, t.rows...)
	}
	t.widths = make([]int, len(t.columns))
	for _, row := range t.rows {
		for i, column := range t.columns {
			t.widths[i] = max(t.widths[i], runewidth.StringWidth(row[column].Text))
		}
	}
	for _, row := range t.rows {
		if err := t.write(row); err != nil {
			return err
		}
	}
	t.rows = nil
	t.flushed = time.Now()
	return t.Flush()
}

func (t *table) write(row []Cell) error {
	pending := 0
	for i, column := range t.columns {
		c := &row[column]
		if i > 0 {
			pending += 3
		}
		if c.Text == "" {
			pending += t.widths[i]
			continue
		}
		pad(t.Writer, pending)
		tone := c.Tone
		if i == 0 && tone == Normal && t.view.Columns[column].Title != "" {
			tone = Name
		}
		_, _ = t.WriteString(t.streams.Paint(t.streams.OutTerm, tone, c.Text))
		pending = max(0, t.widths[i]-runewidth.StringWidth(c.Text))
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
	t := s.table(&View{Columns: make([]Column, most)}, nil, false)
	for _, row := range rows {
		if err := t.add(append(slices.Clone(row), make([]Cell, most-len(row))...)); err != nil {
			return err
		}
	}
	return t.end()
}
