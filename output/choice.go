package output

import (
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Choice is what people want to see of an answer: which columns, which rows, in which order.
type Choice struct {
	Names Namer            // names for identifiers; nil shows them as they are
	Safe  bool             // whether a CSV may hold nothing that a spreadsheet runs
	Limit int              // how many rows are shown at most, of those that are wanted and in their order; 0 for all
	Wide  bool             // whether a table shows everything, however wide the terminal is
	Now   func() time.Time // the clock; nil for the real one
	Zone  *time.Location   // of times; nil for the local one, and for UTC in CSV
	Sizes *SizeUnit        // of sizes; nil for the one that fits, and for bytes in CSV

	view    *View
	headers bool
	columns []int // of the view; nil for those that have something to say
	filters []filter
	sorted  bool
	by      int // column
	falling bool
	dropped int // rows that the filters left out
}

// filter is one condition on a column.
type filter struct {
	column  int
	test    string // one of tests
	value   string // as it was typed
	key     sortKey
	ordered bool // whether the value is a number or a time
}

// NewChoice returns the choice of all that a view shows.
func NewChoice(v *View, headers bool) *Choice { return &Choice{view: v, headers: headers} }

// Columns chooses columns by their titles.
func (c *Choice) Columns(titles []string) error {
	c.columns = []int{}
	for _, title := range titles {
		column, err := c.view.column(title)
		if err != nil {
			return err
		}
		c.columns = append(c.columns, column)
	}
	return nil
}

// SortBy puts rows in the order of a column, smallest first, or with - before its title largest first. All rows are held
// for that.
func (c *Choice) SortBy(title string) (err error) {
	title, c.falling = strings.CutPrefix(title, "-")
	c.sorted = true
	c.by, err = c.view.column(title)
	return err
}

// tests are what a condition may ask, longest first.
var tests = []string{"!=", "!~", "<=", ">=", "=", "~", "<", ">"}

// Filter leaves out rows. A condition is TITLE=VALUE, != for the contrary, ~ and !~ for a part of the text, and < > <= >=. Text
// is compared without regard to case, and numbers, sizes, lengths of time and times by what they are; parse turns what a person typed
// into that, such as 1MiB into bytes, and is false where the column's unit leaves it no meaning.
func (c *Choice) Filter(condition string, parse func(unit Unit, typed string) (string, bool)) error {
	at := strings.IndexAny(condition, "=!~<>")
	test := ""
	if at > 0 {
		for _, t := range tests {
			if test == "" && strings.HasPrefix(condition[at:], t) {
				test = t
			}
		}
	}
	if test == "" {
		return i18n.NewError("filter.malformed|'{{.Condition}}' is not a condition: use COLUMN=VALUE, or one of != ~ !~ < > <= >= in place of =.", "Condition", Clean(condition))
	}
	column, err := c.view.column(strings.TrimSpace(condition[:at]))
	if err != nil {
		return err
	}
	value := strings.TrimSpace(condition[at+len(test):])
	f := filter{column: column, test: test, value: value}
	unit := c.view.Columns[column].unit()
	parsed, ok := parse(unit, value)
	switch {
	case ok:
		f.key, f.ordered = newSortKey(parsed), true
	case unit != "" && (test[0] == '<' || test[0] == '>'):
		return i18n.NewError("filter.value|'{{.Value}}' cannot be compared with the column '{{.Column}}': use a value such as '{{.Example}}'.",
			"Value", Clean(value), "Column", c.view.Columns[column].Title.String(), "Example", examples[unit])
	default:
		f.key = newSortKey(value)
	}
	c.filters = append(c.filters, f)
	return nil
}

// examples are values that can be compared with a column of a unit.
var examples = map[Unit]string{InBytes: "8MiB", InSeconds: "30m", InPercent: "50"}

// errEnough ends the reading of a list of which no more rows are shown.
var errEnough = errors.New("no more rows are shown")

// empty returns what to say where no row is shown.
func (c *Choice) empty() i18n.Text {
	if c.dropped > 0 {
		return "filter.nothing|Nothing meets the conditions of '--filter'."
	}
	return c.view.Empty
}

// Each reads a list and calls give with the cells of each row that is wanted, in the wanted order, as they are shown.
func (c *Choice) Each(r io.Reader, give func([]Cell) error) error { return c.each(r, nil, give) }

// each reads a list and calls give with the rows that are wanted, in the wanted order.
func (c *Choice) each(r io.Reader, summary *Summary, give func([]Cell) error) error {
	type heldRow struct {
		cells []Cell
		key   sortKey
	}
	var held []heldRow
	paths := c.view.paths()
	shown := 0
	take := func(cells []Cell) error {
		switch {
		case !c.passes(cells):
			c.dropped++
		case c.sorted:
			held = append(held, heldRow{cells, newSortKey(cells[c.by].data())})
		case c.Limit > 0 && shown == c.Limit:
			return errEnough
		default:
			shown++
			return give(c.spell(cells))
		}
		return nil
	}
	err := eachRow(r, c.view.Rows, c.view.needs(paths), summary, func(row any) error { return c.view.tree(row, paths, c.Names, c.view.top(), take) })
	if errors.Is(err, errEnough) {
		return nil
	}
	if err != nil {
		return err
	}
	slices.SortStableFunc(held, func(a, b heldRow) int {
		order := a.key.compare(&b.key)
		if c.falling {
			order = -order
		}
		return order
	})
	for i, row := range held {
		if c.Limit > 0 && i == c.Limit {
			break
		}
		if err := give(c.spell(row.cells)); err != nil {
			return err
		}
	}
	return nil
}

func (c *Choice) passes(cells []Cell) bool {
	for i := range c.filters {
		f := &c.filters[i]
		if f.holds(&cells[f.column]) == (f.test[0] == '!') {
			return false
		}
	}
	return true
}

// holds reports whether a cell is as the condition says, and for a contrary, != or !~, whether it is not.
func (f *filter) holds(cell *Cell) bool {
	shown, data := strings.TrimSpace(cell.Text), cell.data()
	switch f.test {
	case "=", "!=":
		return strings.EqualFold(shown, f.value) || strings.EqualFold(data, f.value) || strings.EqualFold(strings.TrimPrefix(data, "k"), f.value) ||
			truth(f.value) != "" && truth(f.value) == data || f.ordered && data != "" && f.compare(data) == 0
	case "~", "!~":
		if data == enumerationMark+shown {
			shown = data // which both spellings are a part of
		}
		return strings.Contains(strings.ToLower(shown), strings.ToLower(f.value))
	}
	if data == "" {
		return false
	}
	switch order := f.compare(data); f.test {
	case "<":
		return order < 0
	case ">":
		return order > 0
	case "<=":
		return order <= 0
	default:
		return order >= 0
	}
}

// compare returns the order of a value and that of the condition.
func (f *filter) compare(value string) int {
	key := newSortKey(value)
	return key.compare(&f.key)
}

// truth returns the boolean that a word means in a filter whatever the language, and "" for any other word.
func truth(word string) string {
	switch strings.ToLower(word) {
	case "yes":
		return "true"
	case "no":
		return "false"
	}
	return ""
}
