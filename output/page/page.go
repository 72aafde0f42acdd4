// Package page writes a report as one HTML page that needs nothing from outside: charts are drawn in it, its tables can be sorted in it, and
// its policy (CSP) lets nothing run or load but its own style and script. Names from the service are hostile: they are made visible and escaped.
package page

import (
	"bufio"
	"crypto/sha256"
	_ "embed" // for the template, the style and the script
	"encoding/base64"
	"html/template"
	"io"
	"iter"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Page is a report. All texts are in the chosen language and need not be escaped.
type Page struct {
	Language string // of the texts, as HTML has it, such as en
	Title    string
	Facts    []Fact    // what the report is about
	Unread   []string  // what could not be read, a line a thing
	LeftOut  []string  // what the page does not show
	Figures  []Figure  // the most telling numbers
	Charts   []Drawing // that were drawn
	Table    Table
}

// Fact is something that is so, with its title.
type Fact struct{ Title, Value string }

// Figure is a number with what it counts.
type Figure struct {
	Title, Value string
	Tone         output.Tone
}

// Drawing is a chart, with its figures as a table for those who do not see it.
type Drawing struct {
	Title, Description string
	Table              Table
	SVG                template.HTML
	Legend             []Series
	ID                 string // within the page; is set when it is written
}

// Table is a list.
type Table struct {
	Caption string
	Empty   string // what to say of one without rows
	Columns []Column
	Count   int // rows
	Rows    iter.Seq[[]Cell]
}

// Column is a column of a table.
type Column struct {
	Title  string
	Number bool // whether it is set to the right and sorted by number
	Text   bool // whether it holds sentences, which may be broken into lines
}

// Cell is a value. Sort is what it is sorted by where that is not Text.
type Cell struct {
	Text, Sort string
	Tone       output.Tone
}

// Shown is how many rows of a table a browser with scripts shows at once: one that lays out 100,000 rows does not answer for long.
const Shown = 500

//go:embed page.html
var skeleton string

//go:embed style.css
var style string

// The script sorts the table of the page, what is not known last in both orders, shows only rows with a text, and shows a long table in parts.
// Without it the table is whole. It has no comments: a page has the whole of it.
//
//go:embed script.js
var script string

// broken is how many bytes of a value may stand on one line.
const broken = 40

// rows returns the rows of a table as HTML. Those behind the first ones are in a part of their own, which is shown at once only without
// scripts.
func (t *Table) rows() iter.Seq[template.HTML] {
	return func(yield func(template.HTML) bool) {
		n := 0
		for cells := range t.Rows {
			row := t.row(cells)
			if n == Shown {
				row = `</tbody><tbody class="rest">` + row
			}
			n++
			if !yield(row) {
				return
			}
		}
	}
}

// row returns a row as HTML. Ends of cells are left out, as HTML allows: a page may have a million.
func (t *Table) row(cells []Cell) template.HTML {
	var b strings.Builder
	b.WriteString("<tr>")
	for i, cell := range cells {
		tag := "<td"
		if i == 0 {
			tag = `<th scope="row"`
		}
		b.WriteString(tag)
		class := toneClass(cell.Tone)
		switch {
		case i >= len(t.Columns):
		case t.Columns[i].Number:
			class = strings.TrimSpace("n " + class)
		case t.Columns[i].Text || i > 0 && len(cell.Text) > broken:
			class = strings.TrimSpace("t " + class)
		}
		if class != "" {
			b.WriteString(` class="` + class + `"`)
		}
		if cell.Sort != "" && cell.Sort != cell.Text {
			b.WriteString(` data-v="` + escape(cell.Sort) + `"`)
		}
		b.WriteByte('>')
		if mark := toneMark(cell.Tone); mark != "" {
			b.WriteString(`<span aria-hidden="true">` + mark + "</span> ")
		}
		b.WriteString(escape(cell.Text))
	}
	b.WriteByte('\n')
	return template.HTML(b.String()) //nolint:gosec // every text in it was escaped
}

// escape makes a text safe in HTML, and what turns or hides text visible.
func escape(text string) string { return template.HTMLEscapeString(output.Clean(text)) }

// toneClass and toneMark are how a value is meant: in colour, and for those who do not see that.
func toneClass(t output.Tone) string {
	switch t {
	case output.Good:
		return "good"
	case output.Active:
		return "active"
	case output.Warning:
		return "warning"
	case output.Bad:
		return "bad"
	}
	return ""
}

func toneMark(t output.Tone) string {
	switch t {
	case output.Good:
		return "✓"
	case output.Active:
		return "▸"
	case output.Warning:
		return "△"
	case output.Bad:
		return "✕"
	}
	return ""
}

// hash returns the hash of a text as a policy has it.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Write writes the page.
func (p *Page) Write(w io.Writer) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"rows": func(t *Table) iter.Seq[template.HTML] { return t.rows() },
		"tone": toneClass, "mark": toneMark, "clean": output.Clean,
	}).Parse(skeleton)
	if err != nil {
		return err
	}
	for i := range p.Charts {
		p.Charts[i].ID = "chart-" + string(rune('a'+i))
	}
	data := struct {
		*Page
		Policy        string
		Style, Script template.HTML
		Word          map[string]string
		Shown         int
	}{
		Page: p, Shown: Shown,
		Policy: "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) + "; base-uri 'none'; form-action 'none'",
		Style:  template.HTML("<style>" + style + "</style>"), Script: template.HTML("<script>" + script + "</script>"), //nolint:gosec // ours
		Word: map[string]string{
			"about": i18n.T("webpage.about|About this report"), "unread": i18n.T("webpage.unread|Could not be read"), "leftout": i18n.T("webpage.leftout|Left out of this page"),
			"figures": i18n.T("webpage.figures|At a glance"), "charts": i18n.T("webpage.charts|Charts"), "numbers": i18n.T("webpage.numbers|The figures of this chart"),
			"legend": i18n.T("webpage.legend|Legend"), "skip": i18n.T("webpage.skip|Skip to the table"), "details": i18n.T("webpage.details|In detail"), "find": i18n.T("webpage.find|Show only rows with this text"),
			"sort": i18n.T("webpage.sort|Sort by %s"), "up": i18n.T("webpage.up|Sorted by %s, ascending"), "down": i18n.T("webpage.down|Sorted by %s, descending"),
			"previous": i18n.T("webpage.previous|Previous rows"), "next": i18n.T("webpage.next|Next rows"), "part": i18n.T("webpage.part|Rows %s to %s of %s"),
			"none": i18n.T("webpage.none|No row has this text."),
		},
	}
	buffer := bufio.NewWriterSize(w, 64<<10) // a template writes every word of its own
	if err := t.Execute(buffer, data); err != nil {
		return err
	}
	return buffer.Flush()
}
