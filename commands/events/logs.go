package events

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/mattn/go-runewidth"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Log is a command that shows the events of a run or recovery.
type Log struct {
	Follow  bool
	since   time.Time // zero for all
	level   string
	timeout time.Duration // 0 for none
	strict  bool
	flags   *engine.Flags
}

// NewLog declares the flags of the command.
func NewLog(f *engine.Flags) *Log {
	l := &Log{flags: f}
	f.Switch(&l.Follow, "follow", "logs.follow|Show new messages until it has finished; the exit status reports the result.")
	f.Time(&l.since, "since", "logs.since|Show only messages of this time or later.")
	f.Choice(&l.level, "level", severities, "logs.level|Show only messages that are at least this severe.")
	f.Span(&l.timeout, "wait-timeout", "flag.wait-timeout|Stop waiting after this time, such as 2h, with exit status 6; the service continues.")
	f.Switch(&l.strict, "strict", "flag.strict|Exit with status 8 if it succeeds with warnings.")
	return l
}

// Check refuses flags that would have no effect.
func (l *Log) Check(c *engine.Context) error {
	for _, name := range []string{"wait-timeout", "strict"} {
		if !l.Follow && l.flags.Given(name) {
			return engine.Usage("logs.follow-only|--{{.Flag}} has an effect only with --follow.", "Flag", name)
		}
	}
	if l.Follow && c.Options.List.SortBy != "" {
		return engine.Usage("logs.unsorted|--sort-by and --follow exclude each other: messages are shown as they come.")
	}
	return nil
}

// Show shows the events of a source. With --follow it goes on until that has ended, and returns how it ended; task says how to wait for
// it.
func (l *Log) Show(c *engine.Context, s *Source, task *engine.Task) error {
	if l.Follow {
		c.Options.Wait.Timeout, c.Options.Wait.Strict = l.timeout, l.strict
		return c.WithinTimeout(func(c *engine.Context) error { return l.follow(c, s, task) })
	}
	state, err := s.Look(c)
	if err != nil {
		return err
	}
	r := newReader(s)
	if err := r.look(c, state.Tasks); err != nil {
		return err
	}
	l.noteMissing(c, r, nil)
	return c.ShowValue(View, shown{l.wanted(r.events(state, true))})
}

// shown is a list of events as programs read it.
type shown struct {
	Events []Event `json:"events"`
}

// wanted returns those of some events that are to be shown; never nil. An event without a time may be of any.
func (l *Log) wanted(list []Event) []Event {
	least := Severity(l.level).rank()
	return slices.DeleteFunc(append([]Event{}, list...), func(e Event) bool {
		return e.Severity.rank() < least || !e.Time.IsZero() && e.Time.Before(l.since)
	})
}

// noteMissing says, once for each place, that it does not give its events. noted has those of which that was said; it may be nil.
func (l *Log) noteMissing(c *engine.Context, r *reader, noted *[2]bool) {
	for i := range r.from {
		o := &r.from[i]
		if o.err == nil || noted != nil && noted[i] {
			continue
		}
		if noted != nil {
			noted[i] = true
		}
		if i == ofMonitor {
			c.Note("logs.no-monitor|The progress monitor is not available, and some messages may be missing: {{.Reason}}", "Reason", c.Reason(o.err))
		} else {
			c.Note("logs.no-progress|The progress of the run is not available, and some messages may be missing: {{.Reason}}", "Reason", c.Reason(o.err))
		}
	}
}

// maxLate is how many further looks are made for the last events of what has ended, where a place did not give them.
const maxLate = 3

// follow shows events as they come.
func (l *Log) follow(c *engine.Context, s *Source, task *engine.Task) error {
	r, out := newReader(s), &printer{}
	var tasks Tasks // as of the last look
	var told []Event
	var noted [2]bool
	late := 0
	t := *task
	t.Silent = true
	t.Poll = func(c *engine.Context) (*engine.Progress, error) {
		// The events come before the state, which then has the objects and the results that they are about; those of the end come after it.
		if tasks == nil {
			first, err := s.Look(c)
			if err != nil {
				return nil, err
			}
			tasks = first.Tasks
		}
		if err := r.look(c, tasks); err != nil {
			return nil, err
		}
		state, err := s.Look(c)
		if err != nil {
			return nil, err
		}
		if tasks = state.Tasks; state.Ended {
			if err := r.look(c, tasks); err != nil {
				return nil, err
			}
		}
		if missing := r.missing(); missing != nil && !state.Ended && r.silent() {
			return nil, missing
		} else if missing != nil && state.Ended && late < maxLate {
			late++
			return nil, missing
		}
		if state.Ended {
			l.noteMissing(c, r, &noted)
		} else {
			l.noteGone(c, r, &noted)
		}
		fresh := without(r.events(state, state.Ended), told)
		told = append(told, fresh...)
		return state.Progress, out.print(c, l.wanted(fresh))
	}
	progress, err := c.Await(&t)
	if err != nil {
		return err
	}
	if err := out.end(c); err != nil {
		return err
	}
	return c.Judge(&t, progress)
}

// noteGone is noteMissing for the places that are not asked again.
func (l *Log) noteGone(c *engine.Context, r *reader, noted *[2]bool) {
	gone := *r
	for i := range gone.from {
		if !gone.from[i].gone {
			gone.from[i].err = nil
		}
	}
	l.noteMissing(c, &gone, noted)
}

// printer prints events as they come, in the form that was asked for: for people a line each, for programs a document for each time that
// some came.
type printer struct {
	printed bool
	widest  int // of the names of objects so far
}

// print prints some events.
func (p *printer) print(c *engine.Context, list []Event) error {
	if len(list) == 0 {
		return nil
	}
	if !c.Options.Machine() && c.Options.List.Columns == nil && c.Options.List.Filters == nil {
		return p.lines(c, list)
	}
	if p.printed && c.Options.Format == output.YAMLFormat {
		if _, err := fmt.Fprintln(c.Streams.MachineOut(), "---"); err != nil {
			return err
		}
	}
	if p.printed {
		c.Options.NoHeaders = true
	}
	p.printed = true
	raw, err := json.Marshal(shown{list})
	if err != nil {
		return err
	}
	return c.Show(View, raw)
}

// end prints what a program can read where there was no event at all.
func (p *printer) end(c *engine.Context) error {
	if p.printed || !c.Options.Machine() {
		return nil
	}
	return c.ShowValue(View, shown{[]Event{}})
}

// lines prints events for people. A message is never cut.
func (p *printer) lines(c *engine.Context, list []Event) error {
	p.printed, p.widest = true, max(p.widest, narrowestObject)
	for _, e := range list {
		p.widest = max(p.widest, min(runewidth.StringWidth(output.Clean(e.Object)), widestObject))
	}
	width := 0
	for _, s := range severities {
		width = max(width, runewidth.StringWidth(Severity(s).word()))
	}
	var b bytes.Buffer
	for _, e := range list {
		severity := e.Severity.word()
		gap := runewidth.FillRight("", width-runewidth.StringWidth(severity))
		fmt.Fprintf(&b, "%-*s  %s%s  ", timeWidth, timeText(e.Time), c.Streams.Paint(c.Streams.OutTerm, e.Severity.tone(), severity), gap)
		fmt.Fprintf(&b, "%s  %s\n", runewidth.FillRight(output.Clean(e.Object), p.widest), output.Clean(e.Text))
	}
	_, err := c.Streams.Out.Write(b.Bytes())
	return err
}

// timeWidth is the width of a time in UTC, such as 2026-11-28T18:00:00Z.
const timeWidth = 20

// What the names of objects get of a line, before and after longer ones were seen. Longer ones than that push their messages aside.
const (
	narrowestObject = 8
	widestObject    = 24
)
