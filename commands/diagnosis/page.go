package diagnosis

import (
	"fmt"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// How an answer looks.

// page is how people see the answer. Below it come the causes, in sections that whole makes.
var page = &output.View{
	Columns: []output.Column{
		{Title: "Why", Path: "answer"},
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "endTimeUsecs", Format: output.Usecs},
		{Title: "Certainty", Path: "causes[0].certainty", Format: certaintyCell},
	},
}

// causeLines are what is said of a cause above its evidence, where there are several.
var causeLines = []output.Column{
	{Title: "Why", Path: "cause"},
	{Title: "Certainty", Path: "certainty", Format: certaintyCell},
	{Title: "Objects", Path: "objects"},
}

// causesView is how causes are shown as CSV: a line each.
var causesView = &output.View{Rows: "causes", Columns: []output.Column{
	{Title: "Kind", Path: "kind"},
	{Title: "Score", Path: "score"},
	{Title: "Certainty", Path: "certainty"},
	{Title: "Cause", Path: "cause"},
	{Title: "Objects", Path: "objects"},
	{Title: "Evidence", Path: "evidence", Format: output.Each("fact")},
	{Title: "Next", Path: "next"},
}}

// certaintyCell shows how sure a cause is.
func certaintyCell(v any) output.Cell {
	word := output.String(v, "")
	text := map[string]i18n.Text{"high": "certainty.high|high", "medium": "certainty.medium|medium", "low": "certainty.low|low"}[word]
	return output.Cell{Text: i18n.T(text), Data: word}
}

// shownCause is a cause as a page has it: its evidence and its next command in lines that fit a terminal.
type shownCause struct {
	*Cause
	Lines []string `json:"lines"`
	Nexts []string `json:"nexts"`
}

// show shows the report; as CSV it is a line a cause.
func (r *Report) show(c *engine.Context) error {
	switch {
	case c.Options.Format == output.CSVFormat:
		return c.ShowValue(causesView, r)
	case c.Options.Machine():
		return c.ShowValue(nil, r)
	}
	width := 0 // of lines; 0 for any
	if c.Streams.OutTerm {
		width = c.Streams.Width()
	}
	whole := struct {
		*Report
		Causes []*shownCause `json:"causes"`
	}{Report: r}
	view := *page
	view.Sections = nil
	for i, cause := range r.Causes {
		shown := &shownCause{Cause: cause, Nexts: []string{"  " + cause.Next}}
		for _, e := range cause.Evidence {
			shown.Lines = append(shown.Lines, bullet(e.Fact, width)...)
		}
		whole.Causes = append(whole.Causes, shown)
		at := fmt.Sprintf("causes[%d]", i)
		if len(r.Causes) > 1 {
			columns := slices.Clone(causeLines)
			for j := range columns {
				columns[j].Path = at + "." + columns[j].Path
			}
			view.Sections = append(view.Sections, output.View{Heading: "heading.cause|Cause", Rows: output.Itself, Each: true, Columns: columns})
		}
		view.Sections = append(view.Sections, output.View{Heading: "heading.evidence|Evidence", Rows: at + ".lines", Columns: []output.Column{{}}},
			output.View{Heading: "heading.next|Next", Rows: at + ".nexts", Columns: []output.Column{{}}})
	}
	return c.ShowValue(&view, whole)
}

// bullet returns a fact as an item of a list, in lines of a width; 0 for one line.
func bullet(fact string, width int) []string {
	if width == 0 {
		return []string{"- " + fact}
	}
	lines := output.Fill(strings.Fields(fact), width-2)
	for i := range lines {
		lines[i] = map[bool]string{true: "- ", false: "  "}[i == 0] + lines[i]
	}
	return lines
}
