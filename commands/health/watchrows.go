package health

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// watching is a page that is watched: what is shown of it, and what the keys have done.
type watching struct {
	look     func() (*document, error)
	open     func(width int, words []string) (string, error)
	reason   func(error) string
	now      func() time.Time
	paint    func(tone output.Tone, text string) string
	interval time.Duration

	width, height int
	shown         *document // the last state; nil before the first
	at            time.Time // when it was asked for
	trouble       error     // of the last look; nil where it succeeded
	looking       bool
	looks         int // that have ended
	order         int // of orders
	chosen        int // in rows
	top           int // the first row on the screen
	page          *openPage
	interrupted   bool
}

// openPage is what a command printed about a row.
type openPage struct {
	title string
	lines []string // nil until it is there
	top   int
}

// around is how many lines of the screen are no rows: two above with a blank, the headings, and four below with a blank.
const around = 8

// low reports whether the screen is so low that rows need the places of blanks, headings and the reason.
func (m *watching) low() bool { return m.height < around+3 }

// space returns how many rows the screen has room for.
func (m *watching) space() int {
	if m.low() {
		return max(m.height-3, 1) // beside a line above and two below
	}
	return m.height - around
}

// pageSpace returns how many lines of the page of a row the screen has room for.
func (m *watching) pageSpace() int {
	if m.low() {
		return max(m.height-2, 1)
	}
	return m.height - 4
}

// order is an order of the rows.
type order struct {
	name    i18n.Text
	compare func(a, b *problem) int
}

// orders are the orders of the rows, the usual one first.
var orders = []order{
	{"watch.by-severity|severity", func(a, b *problem) int { return survey.Compare(a.Finding, b.Finding) }},
	{"watch.by-age|newest first", func(a, b *problem) int { return cmp.Compare(b.Since, a.Since) }},
	{"watch.by-name|name", func(a, b *problem) int { return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) }},
}

// rows returns the problems in their order.
func (m *watching) rows() []*problem {
	if m.shown == nil {
		return nil
	}
	rows := slices.Concat(m.shown.Attention, m.shown.Noticed)
	slices.SortStableFunc(rows, orders[m.order].compare)
	return rows
}

// keepChosen changes the rows and keeps the same one chosen, where it is still there.
func (m *watching) keepChosen(change func()) {
	var was *problem
	if rows := m.rows(); m.chosen < len(rows) {
		was = rows[m.chosen]
	}
	change()
	rows := m.rows()
	if was != nil {
		if i := slices.IndexFunc(rows, func(p *problem) bool {
			return p.Kind == was.Kind && p.Name == was.Name && p.Instance == was.Instance
		}); i >= 0 {
			m.chosen = i
		}
	}
	m.chosen = max(min(m.chosen, len(rows)-1), 0)
}

// moved returns where a key of moving leads from one of several places, of which so many are on a page.
func moved(at int, key string, count, page int) int {
	switch key {
	case "up", "k":
		at--
	case "down", "j":
		at++
	case "pgup":
		at -= page
	case "pgdown", "space":
		at += page
	case "home", "g":
		at = 0
	case "end", "G":
		at = count - 1
	}
	return max(min(at, count-1), 0)
}

// key moves a page.
func (p *openPage) key(key string, space int) {
	p.top = moved(p.top, key, max(len(p.lines)-space+1, 1), space)
}
