package output

import (
	"io"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// View says how an answer is shown to people: a table of its rows, or the titled values of a single thing.
type View struct {
	Rows     string    // path to the list; "@" when the answer is the list, "*" when it has one of any name; "" for a single thing
	Children string    // paths from a row to lists of rows below it, separated by |, for trees
	Grouped  bool      // whether the items of Rows are only groups of the rows below them, and are not shown themselves
	Columns  []Column  // of the table, or the lines of a single thing
	Open     bool      // whether an answer says itself which columns it has, so that they are not known before
	Empty    i18n.Text // what to say of an empty list
	Heading  i18n.Text // of a section
	Name     string    // of a section, in the place of Heading, where an answer names it
	Each     bool      // whether a section shows each of its rows by itself, as a single thing
	Sections []View    // lists inside a single thing
}

// Itself is the path of a section whose only row is the thing that it is a section of.
const Itself = "."

// Column is one column of a table, or one line of a single thing.
type Column struct {
	Title  i18n.Title
	Path   string    // as for At; "" for the row itself
	Format Formatter // nil shows the value as it was sent
	Needs  []string  // the paths that Format or Named looks at where Path is ""; without them the whole row is read
	Kind   string    // what the identifiers in it identify, where people would rather read a name; "" for anything else
	// Named is Format for a cell of several values that has names in the place of identifiers; nil for any other. name is never nil.
	Named func(v any, name Namer) Cell
	// Rank is how dispensable the column is where a terminal is too narrow for all: the highest goes first, of equal ones the one that is
	// furthest to the right. One with rank 0 always stays.
	Rank int
	// Number is whether the column holds plain numbers, which a page sets to the right; those with a unit are known by it.
	Number bool
	// FreeText is whether the column holds sentences, which may be cut to fit a terminal. Names and identifiers never are.
	FreeText bool
}

// Formatter makes a cell of a value.
type Formatter func(v any) Cell

// Cell is a value ready to be shown.
type Cell struct {
	Text string
	Tone Tone
	Data string // for CSV and filters, where it differs from Text: it is the same in every language
	Unit Unit   // of Data; a formatter returns the same for every value, also for nil
	// Brief is Text for a table that has to fit a terminal, such as the last part of a long identifier; "" where that is Text too.
	Brief string
	// At is the moment that Text says, without its zone; zero for a cell that is no time. A table adds the zone, or says how long ago it was.
	At time.Time
}

// Unit is the unit of a column's numbers, which stands in the heading of a CSV.
type Unit string

// The units.
const (
	InBytes   Unit = "bytes"
	InSeconds Unit = "s"
	InPercent Unit = "%"
)

// unit returns the unit of the column's numbers, and "" where it has none.
func (c *Column) unit() Unit {
	if c.Format == nil {
		return ""
	}
	return c.Format(nil).Unit
}

// heading returns the title for programs, with the unit. It is the same in every language.
func (c *Column) heading() string {
	if unit := c.unit(); unit != "" {
		return string(c.Title) + " (" + string(unit) + ")"
	}
	return string(c.Title)
}

// Namer returns the name of the thing of a kind that an identifier identifies, and "" where it is not known.
type Namer func(kind, id string) string

// names makes the cell of a column of identifiers: their names, where they are known, and the identifiers as data.
func (c *Column) names(v any, name Namer) Cell {
	ids, ok := v.([]any)
	if !ok {
		ids = []any{v}
	}
	words, briefs := make([]string, len(ids)), make([]string, len(ids))
	for i, id := range ids {
		if name != nil {
			words[i] = name(c.Kind, text(id))
		}
		briefs[i] = words[i]
		if words[i] == "" {
			words[i] = text(id)
			briefs[i] = briefID(words[i])
		}
	}
	return Cell{Text: strings.Join(words, ", "), Brief: strings.Join(briefs, ", "), Data: text(v)}
}

// Cell returns what the column shows of a row by itself, safe for a terminal.
func (c *Column) Cell(row any) Cell { return c.cell(row, parsePath(c.Path), nil) }

// cell makes what the column shows of a row, which is at a path of it.
func (c *Column) cell(row any, at path, name Namer) Cell {
	v, field := row, ""
	if c.Path != "" {
		v, field = at.lookUp(row)
	}
	if v == nil {
		return Cell{}
	}
	var cell Cell
	switch {
	case c.Format != nil:
		cell = c.Format(v)
	case c.Named != nil && name == nil:
		cell = c.Named(v, func(string, string) string { return "" })
	case c.Named != nil:
		cell = c.Named(v, name)
	case c.Kind != "":
		cell = c.names(v, name)
	default:
		cell = unformatted(field, v)
	}
	cell.Text, cell.Brief = Clean(cell.Text), Clean(cell.Brief)
	return cell
}

// top is the depth of the items of a list, which a group is above.
func (v *View) top() int {
	if v.Grouped {
		return -1
	}
	return 0
}

// tree calls give with the cells of a row and of the rows below it, indented. Those of a group, at a depth below 0, it leaves out.
func (v *View) tree(row any, paths []path, name Namer, depth int, give func([]Cell) error) error {
	if depth < 0 {
		return v.below(row, paths, name, depth, give)
	}
	cells := v.cells(row, paths, name)
	if depth > 0 {
		indent := strings.Repeat("  ", min(depth, maxIndented))
		cells[0].Text = indent + cells[0].Text
		if cells[0].Brief != "" {
			cells[0].Brief = indent + cells[0].Brief
		}
	}
	if err := give(cells); err != nil || v.Children == "" {
		return err
	}
	return v.below(row, paths, name, depth, give)
}

// below is tree for the rows below a row.
func (v *View) below(row any, paths []path, name Namer, depth int, give func([]Cell) error) error {
	for _, child := range Children(row, v.Children) {
		if err := v.tree(child, paths, name, depth+1, give); err != nil {
			return err
		}
	}
	return nil
}

// Children returns the rows below a row of a tree, from all the lists that may have them: paths with | between.
func Children(row any, paths string) (children []any) {
	for _, path := range strings.Split(paths, "|") {
		children = append(children, List(row, path)...)
	}
	return children
}

// column finds a column by its title, in English, as it is shown or as a CSV has it, without regard to case, spaces and dashes.
func (v *View) column(title string) (int, error) {
	plain := func(s string) string {
		return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "_", "").Replace(s))
	}
	var titles []string
	for i := range v.Columns {
		c := &v.Columns[i]
		if wanted := plain(title); wanted == plain(string(c.Title)) || wanted == plain(c.Title.String()) || wanted == plain(c.heading()) {
			return i, nil
		}
		titles = append(titles, c.Title.String())
	}
	return 0, i18n.NewError("column.unknown|No column is named '{{.Name}}'. The columns are: {{.Names}}.", "Name", Clean(title), "Names", strings.Join(titles, ", "))
}

// cells makes the cells of a row. paths are those of the view, which are the same for all its rows.
func (v *View) cells(row any, paths []path, name Namer) []Cell {
	cells := make([]Cell, len(v.Columns))
	for i := range v.Columns {
		cells[i] = v.Columns[i].cell(row, paths[i], name)
	}
	return cells
}

// paths are those of the columns, taken apart.
func (v *View) paths() []path {
	paths := make([]path, len(v.Columns))
	for i, c := range v.Columns {
		paths[i] = parsePath(c.Path)
	}
	return paths
}

// needs are the fields of a row that its columns look at; nil for all of them.
func (v *View) needs(paths []path) needs {
	n := needs{}
	for i, c := range v.Columns {
		switch {
		case v.Children != "", c.Path == "" && c.Needs == nil:
			return nil
		case c.Path != "":
			n.add(paths[i])
		}
		for _, also := range c.Needs {
			n.add(parsePath(also))
		}
	}
	return n
}

// data returns a cell's value for programs.
func (c *Cell) data() string {
	if c.Data != "" {
		return c.Data
	}
	return strings.TrimLeft(c.Text, " ")
}

// Rows reads a JSON answer and calls row for each item of the list at a path, without keeping the rest. Of an item only what is at paths
// is read. summary, which may be nil, learns of the answer.
func Rows(r io.Reader, list string, paths []string, summary *Summary, row func(any) error) error {
	n := needs{}
	for _, at := range paths {
		n.add(parsePath(at))
	}
	return eachRow(r, list, n, summary, row)
}

// eachRow reads a JSON answer and calls row for each item of the list at a path, without keeping the rest. Of an item only what
// is needed is read.
func eachRow(r io.Reader, path string, n needs, summary *Summary, row func(any) error) error {
	dec := jsontext.NewDecoder(r, options...)
	words := &reader{dec: dec}
	var other func(string) error
	if summary != nil {
		other = func(name string) error {
			kind := dec.PeekKind()
			if kind == '{' || kind == '[' {
				return dec.SkipValue()
			}
			raw, err := dec.ReadValue()
			if err == nil {
				summary.field(name, kind, raw)
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
	if err == io.EOF { // an empty answer
		return nil
	}
	if err == nil {
		err = ended(dec)
	}
	return NotJSON(err)
}
