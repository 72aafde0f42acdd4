package output

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"unicode"
)

// CSV writes the rows of an answer as comma-separated values for a spreadsheet: times in RFC 3339 and UTC, and
// numbers in the units of the headings. A single thing is one row. Of an answer that ends early, or is followed by something, the last rows are not written,
// and the others are whole: half a number would be another one.
// summary, which may be nil, learns what passes.
func (s *Streams) CSV(c *Choice, r io.Reader, summary *Summary) error {
	buffer := bufio.NewWriterSize(s.MachineOut(), 64<<10)
	var encoded bytes.Buffer // a row
	w := csv.NewWriter(&encoded)
	columns := c.columns
	if columns == nil {
		for i := range c.view.Columns {
			columns = append(columns, i)
		}
	}
	fields := make([]string, len(columns))
	write := func() error {
		encoded.Reset()
		if len(fields) == 1 && fields[0] == "" { // an empty line would be no row
			encoded.WriteString("\"\"\n")
		} else if err := w.Write(fields); err != nil {
			return err
		}
		w.Flush()
		if encoded.Len() > buffer.Available() {
			if err := buffer.Flush(); err != nil {
				return err
			}
		}
		_, err := buffer.Write(encoded.Bytes())
		return err
	}
	if c.headers {
		for i, column := range columns {
			fields[i] = c.heading(&c.view.Columns[column]) // programs read these too: they do not change with the language
		}
		if err := write(); err != nil {
			return err
		}
	}
	row := func(row []Cell) error {
		for i, column := range columns {
			fields[i] = row[column].data()
			if c.Safe && isFormula(fields[i]) {
				fields[i] = "'" + fields[i]
			}
		}
		return write()
	}
	written := 0
	if err := c.rows(r, summary, func(cells []Cell) error { written++; return row(cells) }); err != nil {
		return err
	}
	if written == 0 && c.dropped > 0 {
		s.remark(c.empty())
	}
	return buffer.Flush() // which keeps the first error of all that were written into it
}

// rows calls row with each row of an answer; a single thing is one.
func (c *Choice) rows(r io.Reader, summary *Summary, row func([]Cell) error) error {
	if c.view.Rows != "" {
		return c.each(r, summary, row)
	}
	answer, err := Read(r)
	if err != nil || answer == nil {
		return err
	}
	return row(c.view.cells(answer, c.view.paths(), nil))
}

// isFormula reports whether a spreadsheet may take a value for something to compute or to run. Numbers are none, whatever their
// sign.
func isFormula(value string) bool {
	if value == "" {
		return false
	}
	switch value[0] {
	case '\t', '\r', '\n':
		return true
	}
	value = strings.TrimLeftFunc(value, func(r rune) bool { return unicode.IsSpace(r) || hostile(r) })
	if !strings.ContainsRune("=+-@＝＋－＠", firstRune(value)) {
		return false
	}
	_, number := parseDecimal(strings.TrimSuffix(value, "%"))
	return !number
}

// firstRune returns the first character of a text, and that for an error where there is none.
func firstRune(text string) rune {
	for _, r := range text {
		return r
	}
	return unicode.ReplacementChar
}
