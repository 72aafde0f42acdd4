package health

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/mattn/go-runewidth"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// View implements tea.Model.
func (m *watching) View() tea.View {
	var lines []string
	if m.page != nil {
		lines = m.pageLines()
	} else {
		lines = m.listLines()
	}
	v := tea.NewView(strings.Join(lines, "\n"))
	v.AltScreen = true
	return v
}

// listLines are the lines of the list of problems. A low screen has the first line, rows, the next command and the keys, as far as there is room.
func (m *watching) listLines() []string {
	rows := m.rows()
	table := m.table(rows)
	lines := []string{m.stateLine(), m.paint(output.Title, m.cut(m.countLine())), m.cut(m.runningLine())}
	if len(rows) > 0 {
		lines = append(lines, m.paint(output.Title, m.cut("  "+table[0])))
	}
	switch {
	case m.low() && m.height < 2 && len(rows) > 0:
		lines = nil
	case m.low() && (m.shown == nil || m.trouble != nil):
		lines = lines[:1]
	case m.low():
		lines = lines[1:2]
	}
	space := m.space()
	m.top = max(min(m.top, m.chosen, len(rows)-space), m.chosen-space+1, 0)
	for i := m.top; i < min(len(rows), m.top+space); i++ {
		if i == m.chosen {
			lines = append(lines, m.paint(output.Name, m.cut("> "+table[i+1])))
		} else {
			lines = append(lines, m.paint(problemWord(string(rows[i].Kind)).Tone, m.cut("  "+table[i+1])))
		}
	}
	reason, next := "", ""
	if m.chosen < len(rows) {
		reason, next = m.cut(output.Clean(rows[m.chosen].Reason)), m.paint(output.Command, m.cut(output.Clean(rows[m.chosen].Next)))
	}
	below := []string{"", reason, next, m.cut(i18n.T("watch.keys|↑↓ move   enter open   s sort: {{.Order}}   r refresh   q quit", "Order", i18n.T(orders[m.order].name)))}
	if m.low() {
		below = below[2:max(min(m.height, 4), 2)]
	}
	return append(padded(lines, m.height-len(below)), below...)
}

// padded returns lines with empty ones behind them, so many in all.
func padded(lines []string, count int) []string {
	for len(lines) < count {
		lines = append(lines, "")
	}
	return lines
}

// stateLine says of when the page is, or why it is not of now.
func (m *watching) stateLine() string {
	switch {
	case m.trouble != nil && m.shown == nil:
		return m.paint(output.Bad, m.cut(output.Clean(m.reason(m.trouble))))
	case m.trouble != nil:
		return m.paint(output.Bad, m.cut(i18n.T("watch.stale|As of {{.Time}}. Not up to date: {{.Reason}}", "Time", m.at.Local().Format(time.TimeOnly), "Reason", output.Clean(m.reason(m.trouble)))))
	case m.shown == nil:
		return m.cut(i18n.T("watch.first|Asking for the state..."))
	case m.looking:
		return m.cut(i18n.T("watch.refreshing|As of {{.Time}}, refreshing...", "Time", m.at.Local().Format(time.TimeOnly)))
	}
	return m.cut(i18n.T("watch.asof|As of {{.Time}}; refreshed every {{.Span}}.", "Time", m.at.Local().Format(time.TimeOnly), "Span", output.Duration(m.interval)))
}

// countLine says how much there is.
func (m *watching) countLine() string {
	if m.shown == nil {
		return ""
	}
	running := len(m.shown.Running)
	switch {
	case m.shown.Needs > 0:
		return i18n.T("watch.attention|{{.Count}} problem needs attention. Running: {{.Running}}.|{{.Count}} problems need attention. Running: {{.Running}}.", "Count", m.shown.Needs, "Running", running)
	case m.trouble != nil:
		return i18n.T("watch.not-known|Whether anything needs attention is not known. Running: {{.Running}}.", "Running", running)
	case len(m.shown.unmet) > 0:
		return i18n.T("watch.unmet|Nothing here matches {{.Words}}. Running: {{.Running}}.", "Words", output.Clean(strings.Join(m.shown.unmet, ", ")), "Running", running)
	case m.shown.idle != nil:
		return i18n.T(m.shown.idle.why)
	}
	return i18n.T("watch.fine|Nothing needs attention. Running: {{.Running}}.", "Running", running)
}

// runningLine says how far the runs are that have not ended, as many as the screen has room for.
func (m *watching) runningLine() string {
	if m.shown == nil {
		return ""
	}
	var runs []string
	for _, r := range m.shown.Running {
		run := output.Clean(r.Group)
		if r.Percent != nil {
			run += " " + output.Percent(*r.Percent).Text
		}
		if left := time.UnixMicro(r.End).Sub(m.there(r.asOf)); r.End > 0 && left > 0 {
			run = i18n.T("watch.left|{{.Run}} ({{.Span}} left)", "Run", run, "Span", output.Duration(left.Round(time.Second)))
		}
		runs = append(runs, run)
	}
	return strings.Join(runs, ", ")
}

// there returns the time by the clock of a service, which was asOf when its state was asked for.
func (m *watching) there(asOf time.Time) time.Time { return asOf.Add(m.now().Sub(m.at)) }

// table returns the lines of the headings and of the rows, with columns that are as wide as what is in them.
func (m *watching) table(rows []*problem) []string {
	cells := [][]string{{heading("Problem"), heading("Name"), heading("Since"), heading("Reason")}}
	for _, p := range rows {
		since, name := "", p.Name
		if p.Since > 0 {
			since = output.Ago(time.UnixMicro(p.Since), m.there(p.asOf))
		}
		if p.Instance != "" {
			name = p.Instance + ": " + name
		}
		cells = append(cells, []string{problemWord(string(p.Kind)).Text, output.Clean(name), since, output.Clean(p.Reason)})
	}
	widths := [3]int{}
	for _, row := range cells {
		for i := range widths {
			widths[i] = max(widths[i], runewidth.StringWidth(row[i]))
		}
	}
	widths[1] = min(widths[1], max(m.width/3, 12))
	lines := make([]string, len(cells))
	for i, row := range cells {
		for j, width := range widths {
			lines[i] += runewidth.FillRight(runewidth.Truncate(row[j], width, "…"), width) + "  "
		}
		lines[i] += row[3]
	}
	return lines
}

// heading returns the title of a column.
func heading(title i18n.Title) string { return title.String() }

// cut returns text cut to the width of the screen.
func (m *watching) cut(text string) string { return runewidth.Truncate(text, max(m.width, 20), "…") }

// pageLines are the lines of the page of a row.
func (m *watching) pageLines() []string {
	p := m.page
	lines := []string{m.paint(output.Command, m.cut(output.Clean(p.title))), ""}
	below := []string{"", m.cut(i18n.T("watch.page-keys|↑↓ scroll   q back"))}
	if m.low() {
		lines, below = lines[:1], below[1:]
	}
	if p.lines == nil {
		lines = append(lines, i18n.T("watch.opening|Opening..."))
	}
	space := m.pageSpace()
	p.top = max(min(p.top, len(p.lines)-space), 0)
	lines = append(lines, p.lines[p.top:min(len(p.lines), p.top+space)]...)
	return append(padded(lines, m.height-len(below)), below...)
}
