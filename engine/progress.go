package engine

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Progress is the state of a task.
type Progress struct {
	Status     string
	Ended      bool
	Missing    bool // whether the service does not show it yet
	Percent    float64
	HasPercent bool
	Bytes      int64
	Remaining  time.Duration // as the service estimates; 0 where it does not
	Messages   []string      // what the service says of it, oldest first
	Objects    []ObjectProgress
	Raw        []byte // the thing itself, as the service sent it
	About      []any  // arguments of the task's messages about its end, in pairs: what it is called

	together bool // whether it is that of several tasks, which are its objects
}

// ObjectProgress is the state of one object of a task.
type ObjectProgress struct {
	Name, Status string
	Percent      float64
	HasPercent   bool
	Message      string

	done bool // whether it has ended whatever its status is
}

// IsEnded reports whether a status of a run, recovery, upgrade or object is one that does not change any more.
func IsEnded(status string) bool {
	switch strings.TrimPrefix(status, "k") {
	case succeeded, "Successful", succeededWithIssues, "Warning", "Finished", "FinishedWithError", "FinishedGarbageCollected", "Failed", "PartiallyFailed",
		"Canceled", "Cancelled", "Missed", "Skipped":
		return true
	}
	return false
}

// isKnown reports whether a status is one that a task passes through or ends with. The service documents them for runs, recoveries,
// upgrades and registrations.
func isKnown(status string) bool {
	switch strings.TrimPrefix(status, "k") {
	case "Accepted", "Scheduled", "NotStarted", "Pending", "Queued", "Initiated", "InProgress", "Running", "OnHold", "Paused", "Pausing", "Resuming",
		"Finalizing", "Canceling", "Cancelling", "RefreshInProgress":
		return true
	}
	return IsEnded(status)
}

// IsFailed reports whether a status is a bad end.
func IsFailed(status string) bool {
	switch strings.TrimPrefix(status, "k") {
	case "Failed", "FinishedWithError", "PartiallyFailed", "Missed":
		return true
	}
	return false
}

// counts returns how many objects have ended, and how many of them badly.
func (p *Progress) counts() (ended, failed int) {
	for _, o := range p.Objects {
		if o.done || IsEnded(o.Status) {
			ended++
		}
		if IsFailed(o.Status) {
			failed++
		}
	}
	return ended, failed
}

// display shows people the progress of a task while a command waits for it: in place on a terminal, elsewhere with a line for
// each change, and not at all when nothing is to be said.
type display struct {
	c     *Context
	task  *Task
	began time.Time
	live  func() // ends the drawing; nil where nothing is drawn

	mu       sync.Mutex
	progress *Progress
	heard    time.Time         // when the service answered last
	lost     error             // why it has not answered since
	asked    time.Duration     // the pause that it asks for, where that is longer than the one made
	line     string            // the last line, without what changes by itself
	messages map[string]bool   // that have been shown
	objects  map[string]string // the last line of each object
}

// display begins to show a task.
func (c *Context) display(t *Task) *display {
	now := c.Now()
	d := &display{c: c, task: t, began: now, heard: now, messages: make(map[string]bool), objects: make(map[string]string)}
	if c.Streams.CanAnimate() && !t.Silent {
		d.live = c.Streams.Live(d.frame)
	}
	return d
}

func (d *display) stop() {
	if d.live != nil {
		d.live()
	}
}

// update shows the progress of the task.
func (d *display) update(p *Progress) {
	d.mu.Lock()
	defer d.mu.Unlock()
	recovered := d.lost != nil
	d.progress, d.heard, d.lost = p, d.c.Now(), nil
	if d.live != nil || d.c.Streams.Quiet {
		return
	}
	if recovered {
		d.print(i18n.T("wait.recovered|The service answers again."))
	}
	if d.task.Silent {
		return
	}
	for _, message := range p.Messages {
		if !d.messages[message] {
			d.messages[message] = true
			d.print("  " + output.Clean(message))
		}
	}
	if d.c.Options.Wait.Objects || p.together {
		for _, o := range p.Objects {
			if line := o.line(); d.objects[o.Name] != line {
				d.objects[o.Name] = line
				d.print("  " + line)
			}
		}
	}
	if line := strings.Join(p.words(), "  "); line != d.line {
		d.line = line
		d.print(strings.Join(append([]string{line}, d.clock()...), "  "))
	}
}

// trouble shows that asking for the progress went wrong.
func (d *display) trouble(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	first := d.lost == nil
	d.lost = err
	var refused *service.Error
	if d.asked = 0; errors.As(err, &refused) && refused.RetryAfter > PollBackoff.Max {
		d.asked = refused.RetryAfter
	}
	if first && d.live == nil && !d.c.Streams.Quiet {
		d.print(i18n.T("wait.trouble|Still waiting, although the service did not answer: {{.Reason}}", "Reason", output.Clean(d.reason())))
		if d.asked > 0 {
			d.print(d.askedPause())
		}
	}
}

// askedPause says that the service asks for a longer pause than is made.
func (d *display) askedPause() string {
	return i18n.T("wait.asked|The service asks for a pause of {{.Asked}}; the next look is in {{.Span}} at the latest.", "Asked", output.Duration(d.asked), "Span", output.Duration(PollBackoff.Max))
}

func (d *display) print(line string) {
	fmt.Fprintln(d.c.Streams.Err, output.Shorten(safe(line), longestLine))
}

// longestLine is the most of a line of progress that people see, in bytes: a status or a message comes from the service.
const longestLine = 1 << 10

// reason returns the first line of what went wrong.
func (d *display) reason() string {
	text, _, _ := strings.Cut(d.c.explainer.explain(d.lost).Error(), "\n")
	return text
}

// latestMessages is how many messages of a task a terminal shows.
const latestMessages = 3

// frame returns what a terminal shows.
func (d *display) frame() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	p := d.progress
	if p == nil {
		p = &Progress{Status: i18n.T("wait.waiting|Waiting")}
	}
	lines := []string{strings.Join(append(p.words(), d.clock()...), "  ")}
	if d.c.Options.Wait.Objects || p.together {
		// What is under way comes first: what has ended is of less interest when there is no room for all.
		objects := slices.Clone(p.Objects)
		slices.SortStableFunc(objects, func(a, b ObjectProgress) int { return b.rank() - a.rank() })
		shown := make([]string, len(objects))
		for i, o := range objects {
			shown[i] = o.line()
		}
		lines = append(lines, Listed(shown)...)
	}
	for _, message := range p.Messages[max(0, len(p.Messages)-latestMessages):] {
		lines = append(lines, "  "+message)
	}
	if d.lost != nil {
		lines = append(lines, i18n.T("wait.silent|No answer for {{.Span}}: {{.Reason}}", "Span", output.Duration(d.c.Now().Sub(d.heard).Round(time.Second)), "Reason", d.reason()))
		if d.asked > 0 {
			lines = append(lines, d.askedPause())
		}
	}
	return lines
}

// clock returns how long the waiting has taken, and how long the task may still take.
func (d *display) clock() []string {
	took := d.c.Now().Sub(d.began)
	words := []string{output.Duration(took.Round(time.Second))}
	p := d.progress
	if p == nil || p.Ended {
		return words
	}
	left := p.Remaining
	if left == 0 && p.HasPercent && p.Percent > 5 && p.Percent < 100 && took > 5*time.Second {
		left = time.Duration(float64(took) * (100 - p.Percent) / p.Percent)
	}
	if left > 0 {
		words = append(words, i18n.T("wait.left|about {{.Span}} left", "Span", output.Duration(left.Round(time.Second))))
	}
	return words
}

// words say how far a task is, apart from the time.
func (p *Progress) words() []string {
	words := []string{p.Status}
	if p.HasPercent {
		words = append(words, percent(p.Percent))
	}
	ended, failed := p.counts()
	if len(p.Objects) > 0 && !p.together {
		words = append(words, i18n.T("wait.objects|{{.Done}} of {{.Count}} object|{{.Done}} of {{.Count}} objects", "Done", ended, "Count", len(p.Objects)))
	}
	if failed > 0 {
		words = append(words, i18n.T("wait.failed|{{.Count}} failed|{{.Count}} failed", "Count", failed))
	}
	if p.Bytes > 0 {
		words = append(words, output.Bytes(p.Bytes))
	}
	return words
}

func percent(share float64) string { return strconv.FormatFloat(share, 'f', 0, 64) + "%" }

func (o ObjectProgress) line() string {
	words := []string{o.Name, o.Status}
	if o.HasPercent {
		words = append(words, percent(o.Percent))
	}
	if o.Message != "" {
		words = append(words, o.Message)
	}
	return output.Clean(strings.Join(words, "  "))
}

// rank puts what has failed before what is under way, and that before what has ended well.
func (o ObjectProgress) rank() int {
	switch {
	case IsFailed(o.Status):
		return 2
	case IsEnded(o.Status):
		return 0
	}
	return 1
}
