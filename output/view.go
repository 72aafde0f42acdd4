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
	Title  i18n.Text
	Path   string   // as for At; "" for the row itself
	Format Format   // nil shows the value as it was sent
	Needs  []string // the paths that Format looks at where Path is ""; without them the whole row is read
}

// Format words a value for a cell.
type Format func(v any) Cell

// Cell is a value ready to be shown.
type Cell struct {
	Text string
	Tone Tone
	Data string // for CSV, where it differs from Text
}

// cell words what the column shows of a row, which is at a path of it.
func (c *Column) cell(row any, at path) Cell {
	v := row
	if c.Path != "" {
		v = at.find(row)
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

// tree gives the cells of a row and of the rows below it, indented.
func (v *View) tree(row any, paths []path, depth int, give func([]Cell) error) error {
	cells := v.cells(row, paths)
	if depth > 0 {
		cells[0].Text = strings.Repeat("  ", depth) + cells[0].Text
	}
	if err := give(cells); err != nil {
		return err
	}
	for _, child := range v.below(row) {
		if err := v.tree(child, paths, depth+1, give); err != nil {
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
func (s *Streams) details(v *View, answer any, headers bool) error {
	var rows [][]Cell
	for _, c := range v.Columns {
		if cell := c.cell(answer, parsePath(c.Path)); cell.Text != "" {
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
		hold := func(cells []Cell) error {
			lines = append(lines, cells)
			return nil
		}
		paths := section.paths()
		for _, row := range List(answer, section.Rows) {
			if err := section.tree(row, paths, 0, hold); err != nil {
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
			empty = "There is nothing to show."
		}
		return s.grid(&View{Empty: empty}, nil, headers)
	}
	return nil
}

// eachRow reads a JSON answer and calls row for each item of the list at path, without keeping the rest. Of an item
// only what is needed is read.
func eachRow(r io.Reader, path string, n needs, seen *Seen, row func(any) error) error {
	dec := jsontext.NewDecoder(r, options...)
	words := &reader{dec: dec}
	err := walkTo(dec, strings.TrimPrefix(path, "@"), seen, func() error {
		item, err := words.value(n)
		if err == nil {
			if seen != nil {
				seen.Rows++
			}
			err = row(item)
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

// walkTo goes to the list at a path and calls item for each of its items, which reads it. The rest is skipped. "*" is
// the list of an answer that has one, whatever its name.
func walkTo(dec *jsontext.Decoder, path string, seen *Seen, item func() error) error {
	switch kind := dec.PeekKind(); {
	case kind == '[' && (path == "" || path == "*"):
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
			tok, err := dec.ReadToken()
			if err != nil {
				return err
			}
			switch name := tok.String(); {
			case name == step:
				err = walkTo(dec, rest, nil, item)
			case step == "*" && dec.PeekKind() == '[':
				err = walkTo(dec, "", nil, item)
			case seen == nil || dec.PeekKind() == '{' || dec.PeekKind() == '[':
				err = dec.SkipValue()
			default:
				if tok, err = dec.ReadToken(); err == nil {
					seen.field(name, tok)
				}
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
