package output

import (
	"io"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Choice is what people want to see of an answer: which columns, which rows, in which order.
type Choice struct {
	Names Namer // names for identifiers; nil shows them as they are
	Safe  bool  // whether a CSV may hold nothing that a spreadsheet runs

	view    *View
	headers bool
	columns []int // of the view; nil for those that have something to say
	filters []filter
	sorted  bool
	by      int // column
	falling bool
}

// filter is one condition on a column.
type filter struct {
	column int
	test   string // =, !=, ~, !~, < or >
	value  string
	key    sortKey // of the value
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

// Filter leaves out rows. A condition is TITLE=VALUE, != for the contrary, ~ and !~ for a part of the text, < and >. Text
// is compared without regard to case, and numbers, sizes and times by what they are; parse turns what a person typed behind < and
// > into that, such as 1MiB into bytes.
func (c *Choice) Filter(condition string, parse func(typed string) string) error {
	at := strings.IndexAny(condition, "=!~<>")
	test := ""
	if at > 0 {
		for _, t := range []string{"!=", "!~", "=", "~", "<", ">"} {
			if test == "" && strings.HasPrefix(condition[at:], t) {
				test = t
			}
		}
	}
	if test == "" {
		return i18n.NewError("filter.malformed|'{{.Condition}}' is not a condition: use COLUMN=VALUE, or one of != ~ !~ < > in place of =.", "Condition", Clean(condition))
	}
	column, err := c.view.column(strings.TrimSpace(condition[:at]))
	if err != nil {
		return err
	}
	value := strings.TrimSpace(condition[at+len(test):])
	if test == "<" || test == ">" {
		value = parse(value)
	}
	c.filters = append(c.filters, filter{column, test, value, newSortKey(value)})
	return nil
}

// each reads a list and calls give with the rows that are wanted, in the wanted order.
func (c *Choice) each(r io.Reader, summary *Summary, give func([]Cell) error) error {
	type heldRow struct {
		cells []Cell
		key   sortKey
	}
	var held []heldRow
	paths := c.view.paths()
	take := func(cells []Cell) error {
		switch {
		case !c.passes(cells):
		case c.sorted:
			held = append(held, heldRow{cells, newSortKey(cells[c.by].data())})
		default:
			return give(cells)
		}
		return nil
	}
	if err := eachRow(r, c.view.Rows, c.view.needs(paths), summary, func(row any) error { return c.view.tree(row, paths, c.Names, 0, take) }); err != nil {
		return err
	}
	slices.SortStableFunc(held, func(a, b heldRow) int {
		order := a.key.compare(&b.key)
		if c.falling {
			order = -order
		}
		return order
	})
	for _, row := range held {
		if err := give(row.cells); err != nil {
			return err
		}
	}
	return nil
}

func (c *Choice) passes(cells []Cell) bool {
	for _, f := range c.filters {
		shown, data := strings.TrimSpace(cells[f.column].Text), cells[f.column].data()
		holds := false
		switch f.test {
		case "=", "!=":
			holds = strings.EqualFold(shown, f.value) || strings.EqualFold(data, f.value) || strings.EqualFold(strings.TrimPrefix(data, "k"), f.value) || truth(f.value) != "" && truth(f.value) == data
		case "~", "!~":
			holds = strings.Contains(strings.ToLower(shown), strings.ToLower(f.value))
		case "<":
			holds = data != "" && f.compare(data) < 0
		case ">":
			holds = data != "" && f.compare(data) > 0
		}
		if holds == (f.test[0] == '!') {
			return false
		}
	}
	return true
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
