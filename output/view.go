package output

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/mattn/go-runewidth"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// View says how an answer is shown to people: a table of its rows, or the titled values of a single thing.
type View struct {
	Rows     string    // path to the list; "@" when the answer is the list; "" for a single thing
	Children string    // path from a row to the rows below it, for trees
	Columns  []Column  // of the table, or the lines of a single thing
	Empty    i18n.Text // what to say of an empty list
	Heading  i18n.Text // of a section
	Sections []View    // lists inside a single thing
}

// Column is one column of a table, or one line of a single thing.
type Column struct {
	Title  i18n.Text
	Path   string // as for At; "" for the row itself
	Format Format // nil shows the value as it was sent
}

// Format words a value for a cell.
type Format func(v any) Cell

// Cell is a value ready to be shown.
type Cell struct {
	Text string
	Tone Tone
	Data string // for CSV, where it differs from Text
}

func (c Column) cell(row any) Cell {
	v := At(row, c.Path)
	if c.Path == "" {
		v = row
	}
	if v == nil {
		return Cell{}
	}
	cell := Cell{Text: text(v)}
	if c.Format != nil {
		cell = c.Format(v)
	}
	cell.Text = Clean(cell.Text)
	return cell
}

// Table shows an answer to people. An empty answer, and an empty list, are said in words.
func (s *Streams) Table(v *View, r io.Reader, headers bool) error {
	if v.Rows == "" {
		answer, err := Read(r)
		if err != nil {
			return err
		}
		return s.details(v, answer, headers)
	}
	var rows [][]Cell
	err := eachRow(r, v.Rows, func(row any) { rows = appendRow(rows, v, row, 0) })
	if err != nil {
		return err
	}
	return s.grid(v, rows, headers)
}

// appendRow makes the cells of a row and of the rows below it, indented.
func appendRow(rows [][]Cell, v *View, row any, depth int) [][]Cell {
	cells := make([]Cell, len(v.Columns))
	for i, c := range v.Columns {
		cells[i] = c.cell(row)
	}
	if depth > 0 {
		cells[0].Text = strings.Repeat("  ", depth) + cells[0].Text
	}
	rows = append(rows, cells)
	if v.Children != "" {
		for _, child := range List(row, v.Children) {
			rows = appendRow(rows, v, child, depth+1)
		}
	}
	return rows
}

func (s *Streams) grid(v *View, rows [][]Cell, headers bool) error {
	if len(rows) == 0 {
		if v.Empty != "" && !s.Quiet {
			_, err := io.WriteString(s.Out, i18n.T(v.Empty)+"\n")
			return err
		}
		return nil
	}
	titles := make([]Cell, len(v.Columns))
	for i, c := range v.Columns {
		titles[i] = Cell{Text: i18n.T(c.Title), Tone: Title}
	}
	titles, rows = withoutEmpty(titles, rows)
	if headers {
		rows = append([][]Cell{titles}, rows...)
	}
	return s.align(rows)
}

// withoutEmpty leaves out the columns that have nothing to say: what the service does not tell takes no room.
func withoutEmpty(titles []Cell, rows [][]Cell) ([]Cell, [][]Cell) {
	keep := func(column int) bool {
		return slices.ContainsFunc(rows, func(row []Cell) bool { return row[column].Text != "" })
	}
	var columns []int
	for i := range titles {
		if i == 0 || keep(i) {
			columns = append(columns, i)
		}
	}
	pick := func(row []Cell) []Cell {
		picked := make([]Cell, len(columns))
		for i, column := range columns {
			picked[i] = row[column]
		}
		return picked
	}
	for i := range rows {
		rows[i] = pick(rows[i])
	}
	return pick(titles), rows
}

// align writes rows of cells in columns as wide as they need to be. Nothing is cut: an id that is not whole
// is of no use to anyone.
func (s *Streams) align(rows [][]Cell) error {
	var widths []int
	for _, row := range rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(c.Text))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		pending := 0
		for i, c := range row {
			if i > 0 {
				pending += 3
			}
			if c.Text != "" {
				b.WriteString(strings.Repeat(" ", pending))
				b.WriteString(s.Paint(s.OutTerm, c.Tone, c.Text))
				pending = widths[i] - runewidth.StringWidth(c.Text)
			} else {
				pending += widths[i]
			}
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(s.Out, b.String())
	return err
}

// details shows a single thing: a line a value that is there, then its lists.
func (s *Streams) details(v *View, answer any, headers bool) error {
	var rows [][]Cell
	for _, c := range v.Columns {
		if cell := c.cell(answer); cell.Text != "" {
			if headers && c.Title != "" {
				rows = append(rows, []Cell{{Text: i18n.T(c.Title), Tone: Title}, cell})
			} else {
				rows = append(rows, []Cell{cell})
			}
		}
	}
	shown := len(rows)
	if err := s.align(rows); err != nil {
		return err
	}
	for i := range v.Sections {
		section := &v.Sections[i]
		var lines [][]Cell
		for _, row := range List(answer, section.Rows) {
			lines = appendRow(lines, section, row, 0)
		}
		if len(lines) == 0 {
			continue
		}
		shown += len(lines)
		if headers {
			if _, err := io.WriteString(s.Out, "\n"+s.Paint(s.OutTerm, Title, i18n.T(section.Heading))+"\n"); err != nil {
				return err
			}
		}
		if err := s.grid(section, lines, headers); err != nil {
			return err
		}
	}
	if shown == 0 {
		empty := v.Empty
		if empty == "" {
			empty = "There is nothing to show."
		}
		return s.grid(&View{Empty: empty}, nil, headers)
	}
	return nil
}

// CSV writes the rows of an answer as comma-separated values for a spreadsheet: times in RFC 3339 and UTC, sizes
// in bytes. A single thing is one row.
func (s *Streams) CSV(v *View, r io.Reader, headers bool) error {
	w := csv.NewWriter(s.Program())
	if headers {
		titles := make([]string, len(v.Columns))
		for i, c := range v.Columns {
			titles[i] = string(c.Title) // programs read these too: they do not change with the language
		}
		if err := w.Write(titles); err != nil {
			return err
		}
	}
	var failed error
	line := func(row any) {
		for _, cells := range appendRow(nil, v, row, 0) {
			fields := make([]string, len(cells))
			for i, c := range cells {
				fields[i] = strings.TrimLeft(c.Text, " ")
				if c.Data != "" {
					fields[i] = c.Data
				}
			}
			if err := w.Write(fields); err != nil && failed == nil {
				failed = err
			}
		}
	}
	var err error
	if v.Rows != "" {
		err = eachRow(r, v.Rows, line)
	} else {
		var answer any
		if answer, err = Read(r); answer != nil {
			line(answer)
		}
	}
	w.Flush()
	if err == nil {
		err = failed
	}
	if err == nil {
		err = w.Error()
	}
	return err
}

// eachRow reads a JSON answer and calls row for each item of the list at path, without keeping the rest.
func eachRow(r io.Reader, path string, row func(any)) error {
	dec := jsontext.NewDecoder(r, options...)
	err := walkTo(dec, strings.TrimPrefix(path, "@"), func() error {
		item, err := readValue(dec)
		if err == nil {
			row(item)
		}
		return err
	})
	if err == nil {
		if _, err = dec.ReadToken(); err == io.EOF {
			return nil
		}
	}
	if err == io.EOF {
		return nil
	}
	return NotJSON(err)
}

// walkTo goes to the list at a path and calls item for each of its items, which reads it. The rest is skipped.
func walkTo(dec *jsontext.Decoder, path string, item func() error) error {
	switch kind := dec.PeekKind(); {
	case kind == '[' && path == "":
		if _, err := dec.ReadToken(); err != nil {
			return err
		}
		for dec.PeekKind() != ']' {
			if err := item(); err != nil {
				return err
			}
		}
		_, err := dec.ReadToken()
		return err
	case kind == '{' && path != "":
		step, rest, _ := strings.Cut(path, ".")
		if _, err := dec.ReadToken(); err != nil {
			return err
		}
		for dec.PeekKind() != '}' {
			name, err := dec.ReadToken()
			if err == nil && name.String() == step {
				err = walkTo(dec, rest, item)
			} else if err == nil {
				err = dec.SkipValue()
			}
			if err != nil {
				return err
			}
		}
		_, err := dec.ReadToken()
		return err
	}
	return dec.SkipValue()
}
