package commands

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// waiting is how a command waits for the end of what its request starts.
type waiting struct {
	// Before finds out what has to be known before the request is sent; nil where that is nothing.
	Before func(inv *invocation, r *api.Request) (any, error)
	// Work tells what to wait for, once the request r was answered. before is what Before gave.
	Work func(inv *invocation, r *api.Request, before any, a *received) (*work, error)
	// Judged says that the work may succeed with warnings and consists of objects, as runs and recoveries do.
	Judged bool
}

// received is the whole answer to a request.
type received struct {
	raw   []byte
	value any
	at    time.Time // by the service's clock; zero where it is not told
}

// work is something that the service does and that takes its time.
type work struct {
	noun   i18n.Text // "run"
	view   *output.View
	look   func() (*standing, error) // asks how it stands
	wish   string                    // the status that was asked for, where that is not success
	young  time.Time                 // until when it may not be found yet
	watch  string                    // the command line that follows it; "" where there is none
	cancel string                    // the command line that ends it; "" where there is none
}

// standing is how a piece of work stands.
type standing struct {
	status   string
	ended    bool
	percent  float64
	measured bool // whether percent is known
	objects  int
	done     int // objects
	failed   int // objects
	bytes    int64
	left     time.Duration // as the service estimates; 0 where it does not
	messages []string      // what the service says of it, oldest first
	parts    []part        // its objects
	raw      []byte        // the thing itself, as the service sent it
}

// part is how one object of a piece of work stands.
type part struct {
	name, status string
	percent      float64
	measured     bool
	message      string
}

// The options of commands that wait.
var (
	waitFlag   = api.Field{Flag: "wait", Type: api.Boolean, About: "Wait for the end, and let the exit status tell how it was."}
	limitFlag  = api.Field{Flag: "wait-timeout", Type: api.Integer, Unit: api.SpanSecs, About: "The longest to wait, such as 2h; what is under way goes on then, and the status is 6."}
	strictFlag = api.Field{Flag: "strict", Type: api.Boolean, About: "Take a success with warnings for a failure: the status is 8."}
	partsFlag  = api.Field{Flag: "show-objects", Type: api.Boolean, About: "Show each object while waiting."}
)

// fields are the options of a command that can wait.
func (w *waiting) fields() []api.Field {
	if w.Judged {
		return []api.Field{waitFlag, limitFlag, strictFlag, partsFlag}
	}
	return []api.Field{waitFlag, limitFlag}
}

// checkWait refuses options that have no effect without waiting.
func (inv *invocation) checkWait() error {
	if inv.flags.isTrue("wait") || inv.flags.given(ifRunning) && inv.flags.text(ifRunning) != "fail" {
		return nil
	}
	for _, f := range []api.Field{limitFlag, strictFlag, partsFlag} {
		if inv.flags.given(f.Flag) {
			return usage("--{{.Flag}} is about waiting: say --wait too.", "Flag", f.Flag)
		}
	}
	return nil
}

// withinLimit does something that waits, for as long as the command may wait.
func (inv *invocation) withinLimit(do func() error) error {
	if !inv.flags.given(limitFlag.Flag) {
		return do()
	}
	typed := inv.flags.text(limitFlag.Flag)
	text, err := inv.wire(inv.flags.named(limitFlag.Flag), typed)
	if err != nil {
		return err
	}
	seconds, err := strconv.ParseInt(text, 10, 32)
	if err != nil || seconds < 1 {
		return usage("--{{.Flag}}: {{.Value}} is not a span of whole seconds: write 30s, 4h, 2d or 6w.", "Flag", limitFlag.Flag, "Value", quoted(typed))
	}
	limit := time.Duration(seconds) * time.Second
	inv.until, inv.limit = inv.now().Round(0).Add(limit), limit // of the wall's clock: a machine that sleeps waits too
	before := inv.ctx
	ctx, cancel := context.WithTimeoutCause(before, limit, errLimit)
	defer cancel()
	inv.ctx = ctx
	if err = do(); errors.Is(err, errLimit) {
		err = inv.explain(err) // while the limit is known
	}
	inv.ctx, inv.limit = before, 0
	return err
}

// errLimit is the end of the time that a command may wait.
var errLimit = errors.New("the time limit is over")

// stopped says that the waiting ended before the work did.
type stopped struct {
	work  *work
	limit time.Duration // that is over; 0 when somebody interrupted
}

func (e *stopped) Error() string { return "stopped waiting" }

// The pace of asking: quick at first, because most things are, then slower and slower.
const (
	firstPoll   = 300 * time.Millisecond
	longestPoll = 15 * time.Second
)

// await asks how a piece of work stands until it has ended. What goes wrong with asking is waited out, as long as
// time may heal it.
func (inv *invocation) await(w *work) (*standing, error) {
	watch := inv.watcher(w)
	defer watch.stop()
	for pace := firstPoll; ; pace = min(pace*7/5, longestPoll) {
		at, err := w.look()
		pause := pace*4/5 + rand.N(pace*2/5+1)
		var refused *service.Error
		if errors.As(err, &refused) {
			pause = max(pause, refused.RetryAfter)
		}
		switch {
		case inv.ctx.Err() != nil:
			return nil, inv.stop(w)
		case err == nil && at.ended:
			watch.see(at)
			return at, nil
		case err == nil:
			watch.see(at)
		case passing(err), refused != nil && refused.Kind() == service.NotFound && inv.now().Before(w.young):
			watch.trouble(err)
		default:
			return nil, err
		}
		if inv.sleep(pause) != nil {
			return nil, inv.stop(w)
		}
	}
}

// passing tells failures of asking that time may heal. An answer that broke off, or that a gateway gave, is one.
func passing(err error) bool {
	var syntax *output.SyntaxError
	return service.Passing(err) || errors.As(err, &syntax)
}

// sleep waits, unless the command ends or its time is over.
func (inv *invocation) sleep(d time.Duration) error {
	if inv.limit > 0 {
		left := inv.until.Sub(inv.now().Round(0))
		if left <= 0 {
			return errLimit
		}
		d = min(d, left)
	}
	select {
	case <-inv.ctx.Done():
		return context.Cause(inv.ctx)
	case <-time.After(d):
		return nil
	}
}

// stop tells why the waiting has ended before the work.
func (inv *invocation) stop(w *work) error {
	if errors.Is(context.Cause(inv.ctx), errLimit) || inv.limit > 0 && !inv.now().Round(0).Before(inv.until) {
		return &stopped{w, inv.limit}
	}
	return &stopped{w, 0}
}

func (inv *invocation) explainStopped(e *stopped) error {
	f := &failure{exit: exitTimeout, what: []string{i18n.T("It has not ended within {{.Span}}; the {{.Noun}} goes on.", "Span", output.Duration(e.limit), "Noun", i18n.T(e.work.noun))}}
	if e.limit == 0 {
		f.exit, f.what = exitInterrupted, []string{i18n.T("Stopped waiting; the {{.Noun}} goes on.", "Noun", i18n.T(e.work.noun))}
	}
	var next []string
	if e.work.watch != "" {
		next = append(next, i18n.T("Watch it with: {{.Command}}", "Command", e.work.watch))
	}
	if e.work.cancel != "" {
		next = append(next, i18n.T("Cancel it with: {{.Command}}", "Command", e.work.cancel))
	}
	f.next = strings.Join(next, "\n")
	return f
}

// finish waits for the end of a piece of work, shows the thing as it is then, and judges it.
func (inv *invocation) finish(w *work) error {
	at, err := inv.await(w)
	if err != nil {
		return err
	}
	if err := inv.showAs(w.view, bytes.NewReader(at.raw)); err != nil {
		return err
	}
	return inv.judge(w, at)
}

// judge turns the end of a piece of work into the end of the command.
func (inv *invocation) judge(w *work, at *standing) error {
	warned := at.status == "SucceededWithWarning"
	switch {
	case at.status == w.wish, at.status == "Succeeded":
		return nil
	case warned && !inv.flags.isTrue(strictFlag.Flag):
		inv.warn(strings.Join(append([]string{i18n.T("The {{.Noun}} succeeded with warnings.", "Noun", i18n.T(w.noun))}, cleanLines(at.messages)...), "\n  "))
		return nil
	}
	f := &failure{exit: exitBadEnd, what: []string{i18n.T("The {{.Noun}} ended: {{.Status}}.", "Noun", i18n.T(w.noun), "Status", output.Clean(at.status))}}
	if warned {
		f.exit = exitWarned
	}
	for i, message := range at.messages {
		if i == mostShown {
			f.what = append(f.what, "  "+i18n.T("and {{.Count}} more", "Count", len(at.messages)-i))
			break
		}
		f.what = append(f.what, "  "+message)
	}
	return f
}

func cleanLines(lines []string) []string {
	clean := make([]string, len(lines))
	for i, line := range lines {
		clean[i] = output.Clean(line)
	}
	return clean
}

// operateAndWait sends a request and waits for the end of what it starts.
func (inv *invocation) operateAndWait(r *api.Request) error {
	wait := inv.cmd.Wait
	var before any
	var err error
	if wait.Before != nil {
		if before, err = wait.Before(inv, r); err != nil {
			return err
		}
	}
	a, err := inv.exchange(r)
	if err != nil {
		return err
	}
	if inv.cmd.Failed != nil {
		if err := inv.cmd.Failed(a.value); err != nil {
			return err
		}
	}
	w, err := wait.Work(inv, r, before, a)
	if err != nil {
		return err
	}
	return inv.finish(w)
}

// exchange sends a request and gives the whole answer.
func (inv *invocation) exchange(r *api.Request) (*received, error) {
	answer, err := inv.send(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	a := &received{at: answer.Time()}
	var raw bytes.Buffer
	if _, err := raw.ReadFrom(answer.Body); err != nil {
		return nil, err
	}
	a.raw = raw.Bytes()
	a.value, err = output.Read(bytes.NewReader(a.raw))
	return a, err
}

// again is a command line that people can type, with the same instance in mind as this one.
func (inv *invocation) again(words ...string) string {
	line := Program
	for _, name := range []string{"service-url", "instance", "region", "xibm-tenant-id"} {
		if inv.flags.given(name) {
			words = append(words, "--"+name, inv.flags.text(name))
		}
	}
	for _, word := range words {
		line += " " + shellWord(word)
	}
	return line
}

// shellWord puts a word between quotes where a shell would not take it as it is.
func shellWord(word string) string {
	if word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=@,+%") == "" {
		return word
	}
	return "'" + strings.ReplaceAll(output.Clean(word), "'", `'\''`) + "'"
}
