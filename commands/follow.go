package commands

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// watcher shows people how a piece of work stands while a command waits for it: in place on a terminal, elsewhere
// with a line for each change, and not at all when nothing is to be said.
type watcher struct {
	inv   *invocation
	work  *work
	began time.Time
	live  func() // ends the drawing; nil where nothing is drawn

	mu     sync.Mutex
	at     *standing
	since  time.Time       // when the service was last heard of
	silent error           // why it has not been heard of since
	said   string          // the last line, without what changes by itself
	heard  map[string]bool // which of its messages have been said
	parts  map[string]string
}

// watcher begins to show a piece of work.
func (inv *invocation) watcher(w *work) *watcher {
	now := inv.now()
	f := &watcher{inv: inv, work: w, began: now, since: now, parts: make(map[string]string), heard: make(map[string]bool)}
	if inv.Streams.CanAnimate() {
		f.live = inv.Streams.Live(f.picture)
	}
	return f
}

func (f *watcher) stop() {
	if f.live != nil {
		f.live()
	}
}

// see takes in how the work stands.
func (f *watcher) see(at *standing) {
	f.mu.Lock()
	defer f.mu.Unlock()
	recovered := f.silent != nil
	f.at, f.since, f.silent = at, f.inv.now(), nil
	if f.live != nil || f.inv.Streams.Quiet {
		return
	}
	if recovered {
		f.say(i18n.T("The service answers again."))
	}
	for _, message := range at.messages {
		if !f.heard[message] {
			f.heard[message] = true
			f.say("  " + output.Clean(message))
		}
	}
	if f.inv.flags.isTrue(partsFlag.Flag) {
		for _, p := range at.parts {
			if line := p.line(); f.parts[p.name] != line {
				f.parts[p.name] = line
				f.say("  " + line)
			}
		}
	}
	if line := strings.Join(at.words(), "  "); line != f.said {
		f.said = line
		f.say(line + "  " + f.clock())
	}
}

// trouble takes in that asking went wrong.
func (f *watcher) trouble(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	first := f.silent == nil
	f.silent = err
	if first && f.live == nil && !f.inv.Streams.Quiet {
		f.say(i18n.T("Still waiting, although the service could not be asked: {{.Reason}}", "Reason", output.Clean(f.reason())))
	}
}

func (f *watcher) say(line string) { fmt.Fprintln(f.inv.Streams.Err, line) }

// reason is the first line of what went wrong.
func (f *watcher) reason() string {
	text, _, _ := strings.Cut(f.inv.explain(f.silent).Error(), "\n")
	return text
}

// picture is what a terminal shows.
func (f *watcher) picture() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	at := f.at
	if at == nil {
		at = &standing{status: i18n.T("Waiting")}
	}
	lines := []string{strings.Join(append(at.words(), f.clock()), "  ")}
	if f.inv.flags.isTrue(partsFlag.Flag) {
		// What is under way comes first: what has ended is of less interest when there is not room for all.
		parts := slices.Clone(at.parts)
		slices.SortStableFunc(parts, func(a, b part) int { return b.rank() - a.rank() })
		for i, p := range parts {
			if i == mostShown {
				lines = append(lines, "  "+i18n.T("and {{.Count}} more", "Count", len(parts)-i))
				break
			}
			lines = append(lines, "  "+p.line())
		}
	}
	const latest = 3
	for _, message := range at.messages[max(0, len(at.messages)-latest):] {
		lines = append(lines, "  "+message)
	}
	if f.silent != nil {
		lines = append(lines, i18n.T("Nothing was heard for {{.Span}}: {{.Reason}}", "Span", output.Duration(f.inv.now().Sub(f.since).Round(time.Second)), "Reason", f.reason()))
	}
	return lines
}

// clock is how long the waiting has taken, and how long the work may still take.
func (f *watcher) clock() string {
	took := f.inv.now().Sub(f.began)
	text := output.Duration(took.Round(time.Second))
	if f.at == nil || f.at.ended {
		return text
	}
	left := f.at.left
	if left == 0 && f.at.measured && f.at.percent > 5 && f.at.percent < 100 && took > 5*time.Second {
		left = time.Duration(float64(took) * (100 - f.at.percent) / f.at.percent)
	}
	if left > 0 {
		text += ", " + i18n.T("about {{.Span}} left", "Span", output.Duration(left.Round(time.Second)))
	}
	return text
}

// words are how the work stands, apart from the time.
func (s *standing) words() []string {
	words := []string{s.status}
	if s.measured {
		words = append(words, strconv.FormatFloat(s.percent, 'f', 0, 64)+"%")
	}
	if s.objects > 0 {
		words = append(words, i18n.T("{{.Done}} of {{.Count}} objects", "Done", s.done, "Count", s.objects))
	}
	if s.failed > 0 {
		words = append(words, i18n.T("{{.Count}} failed", "Count", s.failed))
	}
	if s.bytes > 0 {
		words = append(words, output.Bytes(s.bytes))
	}
	return words
}

func (p part) line() string {
	line := p.name + "  " + p.status
	if p.measured {
		line += "  " + strconv.FormatFloat(p.percent, 'f', 0, 64) + "%"
	}
	if p.message != "" {
		line += "  " + p.message
	}
	return output.Clean(line)
}

// rank puts what has gone wrong before what is under way, and that before what is done.
func (p part) rank() int {
	switch {
	case isFailed(p.status):
		return 2
	case isDone(p.status):
		return 0
	}
	return 1
}
