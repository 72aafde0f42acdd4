package health

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// How often a page that is watched is brought up to date.
const (
	usualInterval = 30 * time.Second
	leastInterval = 5 * time.Second
)

// watchIt shows the page on the whole terminal until somebody quits, and keeps it up to date. The end of the command is that of the last state.
func (s *status) watchIt(c *engine.Context) error {
	in, out, ok := c.Streams.Terminal()
	switch {
	case !ok:
		return engine.Usage("status.terminal|--watch needs a terminal.")
	case c.Options.Machine() || c.Options.Format == output.CSVFormat:
		return engine.Usage("status.watch-output|--watch excludes --output and --query.")
	case s.interval != 0 && s.interval < leastInterval:
		return engine.Usage("status.least|--interval: at least {{.Span}}.", "Span", output.Duration(leastInterval))
	}
	muted := c.Muted()
	m := &watching{
		now: c.Now, interval: cmp.Or(s.interval, usualInterval), paint: func(tone output.Tone, text string) string { return c.Streams.Paint(true, tone, text) },
		look: func() (*document, error) {
			var failures engine.Failures
			d, err := s.document(muted.Muted(), &failures)
			return d, cmp.Or(err, failures.Err())
		},
		open:   func(width int, words []string) (string, error) { return c.Output(width, words...) },
		reason: c.Reason,
	}
	_, err := tea.NewProgram(m, tea.WithContext(c), tea.WithInput(in), tea.WithOutput(out), tea.WithoutSignalHandler()).Run()
	switch {
	case c.Err() != nil:
		return context.Cause(c)
	case m.interrupted:
		return context.Canceled
	case err != nil && !errors.Is(err, tea.ErrProgramKilled):
		return err
	case m.shown == nil || m.trouble != nil && m.shown.Needs == 0: // what was not read may need attention
		return m.trouble
	}
	if err := m.shown.checkNames(c); err != nil {
		return err
	}
	return m.shown.end(c)
}

// The messages of the program.
type (
	looked struct {
		document *document
		err      error
		at       time.Time
	}
	due    struct{ after int } // how many looks there were when it was set
	opened struct {
		page *openPage // that it is for
		text string
	}
)

// Init implements tea.Model.
func (m *watching) Init() tea.Cmd { return m.refresh() }

// refresh asks for the state, unless that is under way.
func (m *watching) refresh() tea.Cmd {
	if m.looking {
		return nil
	}
	m.looking = true
	return func() tea.Msg {
		at := m.now()
		d, err := m.look()
		return looked{d, err, at}
	}
}

// Update implements tea.Model.
func (m *watching) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case looked:
		m.looking, m.trouble = false, msg.err
		m.looks++
		if msg.document != nil {
			m.keepChosen(func() { m.shown, m.at = msg.document, msg.at })
		}
		looks := m.looks
		return m, tea.Tick(m.interval, func(time.Time) tea.Msg { return due{looks} })
	case due:
		if msg.after == m.looks { // else somebody asked since, and another one is set
			return m, m.refresh()
		}
	case opened:
		msg.page.lines = strings.Split(strings.TrimRight(msg.text, "\n"), "\n")
	case tea.KeyPressMsg:
		return m, m.key(msg.String())
	}
	return m, nil
}

// key does what a key is for.
func (m *watching) key(key string) tea.Cmd {
	if key == "ctrl+c" {
		m.interrupted = true
		return tea.Quit
	}
	if m.page != nil {
		m.page.key(key, m.pageSpace())
		if slices.Contains([]string{"q", "esc", "left", "enter", "backspace"}, key) {
			m.page = nil
		}
		return nil
	}
	rows := m.rows()
	switch key {
	case "q", "esc":
		return tea.Quit
	case "r":
		return m.refresh()
	case "s":
		m.keepChosen(func() { m.order = (m.order + 1) % len(orders) })
	case "enter", "right":
		if len(rows) > 0 {
			return m.openRow(rows[m.chosen])
		}
	default:
		m.chosen = moved(m.chosen, key, len(rows), m.space())
	}
	return nil
}

// openRow opens the page of a problem: what its next command prints, where that only reads.
func (m *watching) openRow(p *problem) tea.Cmd {
	page := &openPage{title: p.Next}
	m.page = page
	width := max(m.width, 40)
	return func() tea.Msg {
		text, err := m.open(width, p.Words)
		if errors.Is(err, engine.ErrChanges) {
			text = strings.Join([]string{output.Clean(p.Name), output.Clean(p.Reason), i18n.T("watch.changes|This command changes something, so it is not run here. To run it, quit and type:"), output.Clean(p.Next)}, "\n\n")
			return opened{page, ansi.Wrap(text, width, "")}
		}
		return opened{page, text}
	}
}
