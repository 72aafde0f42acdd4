package output

import (
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// View says how an answer is shown to people: a table of its rows, or the titled values of a single thing.
type View struct {
	Rows     string    // path to the list; "@" when the answer is the list, "*" when it has one of any name; "" for a single thing
	Children string    // paths from a row to lists of rows below it, separated by |, for trees
	Columns  []Column  // of the table, or the lines of a single thing
	Empty    i18n.Text // what to say of an empty list
	Heading  i18n.Text // of a section
	Sections []View    // lists inside a single thing
}

// Column is one column of a table, or one line of a single thing.
type Column struct {
	Title  i18n.Title
	Path   string    // as for At; "" for the row itself
	Format Formatter // nil shows the value as it was sent
	Needs  []string  // the paths that Format looks at where Path is ""; without them the whole row is read
	Kind   string    // what the identifiers in it identify, where people would rather read a name; "" for anything else
}

// Formatter makes a cell of a value.
type Formatter func(v any) Cell

// Cell is a value ready to be shown.
type Cell struct {
	Text string
	Tone Tone
	Data string // for CSV and filters, where it differs from Text: it is the same in every language
}

// Namer returns the name of the thing of a kind that an identifier identifies, and "" where it is not known.
type Namer func(kind, id string) string

// names makes the cell of a column of identifiers: their names, where they are known, and the identifiers as data.
func (c *Column) names(v any, name Namer) Cell {
	ids, ok := v.([]any)
	if !ok {
		ids = []any{v}
	}
	words := make([]string, len(ids))
	for i, id := range ids {
		if words[i] = name(c.Kind, text(id)); words[i] == "" {
			words[i] = text(id)
		}
	}
	return Cell{Text: strings.Join(words, ", "), Data: text(v)}
}

// cell makes what the column shows of a row, which is at a path of it.
func (c *Column) cell(row any, at path, name Namer) Cell {
	v := row
	if c.Path != "" {
		v = at.find(row)
	}
	if v == nil {
		return Cell{}
	}
	cell := Cell{Text: text(v)}
	switch {
	case c.Format != nil:
		cell = c.Format(v)
	case c.Kind != "" && name != nil:
		cell = c.names(v, name)
	}
	cell.Text = Clean(cell.Text)
	return cell
}

// tree calls give with the cells of a row and of the rows below it, indented.
func (v *View) tree(row any, paths []path, name Namer, depth int, give func([]Cell) error) error {
	cells := v.cells(row, paths, name)
	if depth > 0 {
		cells[0].Text = strings.Repeat("  ", depth) + cells[0].Text
	}
	if err := give(cells); err != nil {
		return err
	}
	for _, child := range v.below(row) {
		if err := v.tree(child, paths, name, depth+1, give); err != nil {
			return err
		}
	}
	return nil
}

// below are the rows below a row of a tree, from all the lists that may have them.
func (v *View) below(row any) (children []any) {
	if v.Children == "" {
		return nil
	}
	for _, path := range strings.Split(v.Children, "|") {
		children = append(children, List(row, path)...)
	}
	return children
}

// details shows a single thing: a line a value that is there, then its lists.
func (s *Streams) details(v *View, answer any, headers bool, name Namer) error {
	var rows [][]Cell
	for _, c := range v.Columns {
		cell := c.cell(answer, parsePath(c.Path), name)
		if c.Kind != "" && cell.Data != "" && cell.Data != cell.Text {
			cell.Text += " (" + Clean(cell.Data) + ")"
		}
		if cell.Text != "" {
			if headers && c.Title != "" {
				rows = append(rows, []Cell{{Text: c.Title.String(), Tone: Title}, cell})
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
		hold := func(cells []Cell) error {
			lines = append(lines, cells)
			return nil
		}
		paths := section.paths()
		for _, row := range List(answer, section.Rows) {
			if err := section.tree(row, paths, name, 0, hold); err != nil {
				return err
			}
		}
		if len(lines) == 0 {
			continue
		}
		above := ""
		if shown > 0 {
			above = "\n"
		}
		shown += len(lines)
		if headers {
			if _, err := io.WriteString(s.Out, above+s.Paint(s.OutTerm, Title, i18n.T(section.Heading))+"\n"); err != nil {
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
			empty = "view.nothing|There is nothing to show."
		}
		return s.grid(&View{Empty: empty}, nil, headers)
	}
	return nil
}

// eachRow reads a JSON answer and calls row for each item of the list at a path, without keeping the rest. Of an item only what
// is needed is read.
func eachRow(r io.Reader, path string, n needs, summary *Summary, row func(any) error) error {
	dec := jsontext.NewDecoder(r, options...)
	words := &reader{dec: dec}
	var other func(string) error
	if summary != nil {
		other = func(name string) error {
			if kind := dec.PeekKind(); kind == '{' || kind == '[' {
				return dec.SkipValue()
			}
			tok, err := dec.ReadToken()
			if err == nil {
				summary.field(name, tok)
			}
			return err
		}
	}
	err := seek(dec, parsePath(path)[0], other, func() error {
		return items(dec, func() error {
			item, err := words.value(n)
			if err != nil {
				return err
			}
			if summary != nil {
				summary.Rows++
			}
			return row(item)
		})
	})
	if err == nil {
		_, err = dec.ReadToken()
	}
	if err == io.EOF {
		return nil
	}
	return NotJSON(err)
}
