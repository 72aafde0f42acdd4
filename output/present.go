package output

import (
	"fmt"
	"io"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Table shows an answer to people: a list row by row as it arrives, a single thing as titled values. An empty answer, and
// an empty list, are said in words. summary, which may be nil, learns what passes.
func (s *Streams) Table(c *Choice, r io.Reader, summary *Summary) error {
	if c.view.Rows == "" {
		answer, err := Read(r)
		if err != nil {
			return err
		}
		return s.details(c.view, answer, c.headers, c.Names)
	}
	t := s.table(c.view, c.columns, c.headers)
	if err := c.each(r, summary, t.add); err != nil {
		return err // the last rows are not written: a table that is cut looks whole
	}
	if t.count == 0 {
		s.remark(c.empty())
	}
	return t.end()
}

// remark says in words that there is nothing to show. Standard output stays empty, for what reads it.
func (s *Streams) remark(text i18n.Text) {
	if text != "" {
		fmt.Fprintln(s.Err, i18n.T(text))
	}
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
			if c.Title != "" {
				cell.Text = Shorten(cell.Text, longestCell)
			}
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
		if !s.Quiet {
			s.remark(empty)
		}
	}
	return nil
}
