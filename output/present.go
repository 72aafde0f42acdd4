package output

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Table shows an answer to people: a list row by row as it arrives, a single thing as titled values. An empty answer, and
// an empty list, are said in words, and so are columns that a terminal had no room for. summary, which may be nil, learns what passes.
func (s *Streams) Table(c *Choice, r io.Reader, summary *Summary) error {
	if c.view.Rows == "" {
		answer, err := Read(r)
		if err != nil {
			return err
		}
		return s.details(c, answer)
	}
	t := s.table(c.view, c.layout(s))
	if err := c.each(r, summary, t.add); err != nil {
		return err // the last rows are not written: a table that is cut looks whole
	}
	if t.count == 0 {
		s.remark(c.empty())
	}
	if err := t.end(); err != nil {
		return err
	}
	if t.fitting != nil {
		s.remarkHidden(c.view.titles(t.fitting.hidden))
	}
	return nil
}

// layout returns how the tables of an answer look. Columns that somebody chose are shown as they are: nothing is left out.
func (c *Choice) layout(s *Streams) layout {
	l := layout{headers: c.headers, columns: c.columns, fits: s.OutTerm && !c.Wide && c.columns == nil}
	if l.fits {
		now := c.Now
		if now == nil {
			now = time.Now
		}
		l.now = now()
	}
	return l
}

// titles returns the headings of columns.
func (v *View) titles(columns []int) []string {
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = v.Columns[c].Title.String()
	}
	return titles
}

// remarkHidden says at a terminal which columns it had no room for.
func (s *Streams) remarkHidden(titles []string) {
	if len(titles) == 0 || !s.ErrTerm || s.Quiet {
		return
	}
	sentence := i18n.T("table.hidden|Hidden columns: {{.Names}}. Use '-o wide' to see them.", "Names", strings.Join(titles, ", "))
	fmt.Fprintln(s.Err, strings.Join(Fill(strings.Fields(sentence), s.Width()), "\n"))
}

// remark says in words that there is nothing to show. Standard output stays empty, for what reads it.
func (s *Streams) remark(text i18n.Text) {
	if text != "" {
		fmt.Fprintln(s.Err, i18n.T(text))
	}
}

// details shows a single thing: a line a value that is there, then its lists.
func (s *Streams) details(choice *Choice, answer any) error {
	v, headers, name := choice.view, choice.headers, choice.Names
	rows := choice.titled(v, answer)
	shown := len(rows)
	if err := s.align(rows); err != nil {
		return err
	}
	var hidden []string
	for i := range v.Sections {
		section := &v.Sections[i]
		if section.Each {
			n, err := s.each(choice, section, answer, shown > 0)
			if err != nil {
				return err
			}
			shown += n
			continue
		}
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
			if _, err := io.WriteString(s.Out, above+s.Paint(s.OutTerm, Title, section.heading())+"\n"); err != nil {
				return err
			}
		}
		left, err := s.grid(section, lines, choice.layout(s))
		if err != nil {
			return err
		}
		for _, title := range section.titles(left) {
			if !slices.Contains(hidden, title) {
				hidden = append(hidden, title)
			}
		}
	}
	s.remarkHidden(hidden)
	if shown == 0 {
		empty := v.Empty
		if empty == "" {
			empty = "view.nothing|There is nothing to show."
		}
		if !s.Quiet {
			s.remark(empty)
		}
	}
	return nil
}

// heading returns what stands above a section.
func (v *View) heading() string {
	if v.Name != "" {
		return Shorten(Clean(v.Name), longestCell)
	}
	return i18n.T(v.Heading)
}

// titled returns the lines of a single thing: each value that is there, behind its title.
func (c *Choice) titled(v *View, answer any) (rows [][]Cell) {
	for _, column := range v.Columns {
		cell := column.cell(answer, parsePath(column.Path), c.Names)
		if column.Kind != "" && cell.Data != "" && cell.Data != cell.Text {
			cell.Text += " (" + Clean(cell.Data) + ")"
		}
		if !cell.At.IsZero() {
			cell.Text += " " + zone(cell.At)
		}
		if cell.Text != "" {
			if column.Title != "" {
				cell.Text = Shorten(cell.Text, longestCell)
			}
			if c.headers && column.Title != "" {
				rows = append(rows, []Cell{{Text: column.Title.String(), Tone: Title}, cell})
			} else {
				rows = append(rows, []Cell{cell})
			}
		}
	}
	return rows
}

// each shows the rows of a section one by one, each below the heading, and returns how many lines that took. below is whether something
// stands above them.
func (s *Streams) each(choice *Choice, section *View, answer any, below bool) (shown int, err error) {
	rows := List(answer, section.Rows)
	if section.Rows == Itself {
		rows = []any{answer}
	}
	for _, row := range rows {
		lines := choice.titled(section, row)
		if len(lines) == 0 {
			continue
		}
		if choice.headers {
			above := ""
			if below || shown > 0 {
				above = "\n"
			}
			if _, err := io.WriteString(s.Out, above+s.Paint(s.OutTerm, Title, section.heading())+"\n"); err != nil {
				return shown, err
			}
		}
		if err := s.align(lines); err != nil {
			return shown, err
		}
		shown += len(lines)
	}
	return shown, nil
}
