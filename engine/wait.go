package engine

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Waiting is how a command waits for the end of what its request starts.
type Waiting struct {
	// Before finds out what has to be known before the request is sent; nil where that is nothing.
	Before func(c *Context) (any, error)
	// Task returns what to wait for, once the request was answered. before is what Before returned.
	Task func(c *Context, before any, answer *Result) (*Task, error)
	// Find returns what the request started, in the place of an answer that did not arrive, and nil as long as nothing is to be
	// seen; nil where that cannot be told.
	Find func(c *Context, before any) (*Result, error)
	// Objects is whether it consists of objects and may succeed with warnings, as runs and recoveries do.
	Objects bool
}

// maxUnclear is how long a task may stay away after the service has taken the request, and how long it may have one status that
// nobody knows. docs/waiting.md promises it.
const maxUnclear = 15 * time.Minute

// PollBackoff is the pace of asking: quick at first, because most tasks are, then slower and slower.
var PollBackoff = service.Backoff{First: 300 * time.Millisecond, Max: 15 * time.Second, Factor: 1.4, Jitter: 0.2}

// Await asks for the state of a task until it has ended. What goes wrong with asking is waited out, as long as time may heal
// it, and no longer between two tries than PollBackoff allows, whatever the service asks for. Any end but the task's own says that
// the task continues. In a dry run there is nothing to wait for.
func (c *Context) Await(t *Task) (*Progress, error) {
	if c.Options.DryRun {
		return &Progress{Ended: true, Status: succeeded}, nil
	}
	poll, cancel := c.polling()
	defer cancel() // of what is still asked for beside the looks
	display := c.display(t)
	defer display.stop()
	w := watch{task: t}
	for try := 0; ; try++ {
		w.look(poll)
		switch {
		case c.Err() != nil:
			return nil, c.Stop(t)
		case w.over != nil:
			return nil, w.over
		case w.trouble != nil:
			display.trouble(w.trouble)
		default:
			display.update(w.progress)
			if w.progress.Ended {
				return w.progress, nil
			}
		}
		if c.Sleep(w.pause(try)) != nil {
			return nil, c.Stop(t)
		}
	}
}

// polling returns a context for asking again and again, where the next look takes the place of a repeated request. cancel ends what is
// still asked for.
func (c *Context) polling() (poll *Context, cancel context.CancelFunc) {
	limited := *c
	ctx, cancel := context.WithCancel(service.WithoutRetries(c.Context))
	limited.Context = ctx
	return &limited, cancel
}

// watch is what is known of a task after the looks at it so far.
type watch struct {
	task     *Task
	progress *Progress     // at the last look that was answered; nil before the first
	trouble  error         // of the last look, which time may heal; nil where there was none
	over     error         // why the waiting ends before the task does; nil as long as it goes on
	asked    time.Duration // the pause that the service asks for; 0 for none
	unclear  unclearStatus
}

// look asks for the state of the task once.
func (w *watch) look(c *Context) {
	progress, err := w.task.Poll(c)
	var refused *service.Error
	w.trouble, w.asked = nil, 0
	if errors.As(err, &refused) {
		w.asked = refused.RetryAfter
	}
	switch {
	case err == nil:
		w.progress = progress
		if !progress.Ended {
			w.over = w.unclear.check(c.Now(), w.task, progress)
		}
	case transient(err), service.IsNotFound(err) && c.Now().Before(w.task.MissingOK):
		w.trouble = err
	case service.IsNotFound(err):
		w.over = err // it does not continue: it is not there
	default:
		w.over = &lost{err, w.task}
	}
}

// pause returns how long to wait before the next look, after so many.
func (w *watch) pause(try int) time.Duration {
	return min(max(PollBackoff.Pause(try), w.asked), PollBackoff.Max)
}

// unclearStatus is how long a task has been missing, or in a state that nobody knows.
type unclearStatus struct {
	status string
	since  time.Time
}

// check returns an error when that has been too long.
func (p *unclearStatus) check(now time.Time, t *Task, progress *Progress) error {
	if !progress.Missing && isKnown(progress.Status) {
		*p = unclearStatus{}
		return nil
	}
	if p.since.IsZero() || p.status != progress.Status {
		*p = unclearStatus{progress.Status, now}
		return nil
	}
	if now.Sub(p.since) < maxUnclear {
		return nil
	}
	e := &stopped{task: t, limit: maxUnclear, status: progress.Status, why: "wait.status|Stopped waiting: the status has been '{{.Status}}', which is not a known one, for {{.Span}}."}
	if progress.Missing {
		e.why = "wait.missing|Stopped waiting: the service accepted the request, but nothing has appeared within {{.Span}}."
	}
	return e
}

// Finish waits for the end of a task, shows the thing as it is then, and judges it.
func (c *Context) Finish(t *Task) error {
	progress, err := c.Await(t)
	if err != nil || c.Options.DryRun {
		return err
	}
	if err := c.Show(t.View, progress.Raw); err != nil {
		return err
	}
	return c.Judge(t, progress)
}

// Watch is Finish for as long as the command may wait.
func (c *Context) Watch(task func(c *Context) *Task) error {
	return c.WithinTimeout(func(c *Context) error { return c.Finish(task(c)) })
}

const (
	succeeded           = "Succeeded"
	succeededWithIssues = "SucceededWithWarning"
)

// Judge turns the end of a task into the end of the command.
func (c *Context) Judge(t *Task, p *Progress) error { return c.judge(t, p, "") }

// judge is Judge for one of several tasks, which has a name; "" for the only one.
func (c *Context) judge(t *Task, p *Progress, name string) error {
	warned := p.Status == succeededWithIssues
	switch {
	case p.Status == t.Expected, p.Status == succeeded:
		return nil
	case warned && !c.Options.Wait.Strict:
		sentence := i18n.T(t.Messages.Warned, cleanArgs(p.About)...)
		if name != "" && p.About == nil {
			sentence = output.Clean(name) + ": " + sentence
		}
		c.console.warn(strings.Join(append([]string{sentence}, Listed(p.Messages)...), "\n"))
		return nil
	}
	f := Fail(ExitBadEnd, t.Messages.Ended, append([]any{"Status", p.Status}, p.About...)...)
	if warned {
		f.Exit = ExitWarned
	}
	f.What = append(f.What, Listed(p.Messages)...)
	if t.Why != "" {
		f.Next = i18n.T("task.why|Find out why with: {{.Command}}", "Command", t.Why)
	}
	return f
}

// operateAndWait sends the command's request and waits for the end of what it starts.
func (c *Context) operateAndWait() error {
	wait := c.command.Wait
	var before any
	if wait.Before != nil && !c.Options.DryRun {
		err := c.Gate.Resolve(c, c.Request)
		if err == nil {
			before, err = wait.Before(c)
		}
		if err != nil {
			return err
		}
	}
	answer, err := c.Send()
	if wait.Find != nil {
		answer, err = c.FindLost(answer, err, func() (*Result, error) { return wait.Find(c, before) })
	}
	if err == nil && c.command.Failed != nil {
		err = c.command.Failed(answer.Value)
	}
	if err != nil {
		return err
	}
	task, err := wait.Task(c, before, answer)
	if err != nil {
		return err
	}
	return c.Finish(task)
}

// Started returns the ID that an answer gives to what the request started. An answer without one is no usage error: the request was sent.
func Started(answer *Result) (string, error) {
	id := output.String(answer.Value, "id")
	if id == "" {
		return "", Fail(ExitUnknown, "wait.nameless|The service took the request and did not say what it started, so that its end cannot be waited for.")
	}
	return id, nil
}

// maxLost is how long what a request started is looked for when its answer did not arrive.
const maxLost = time.Minute

// FindLost looks for what a request started where its answer did not arrive, and returns that in the place of the answer. find
// returns nil as long as nothing is to be seen. Any other end of the request stays as it is, also where nothing appears in time.
func (c *Context) FindLost(answer *Result, err error, find func() (*Result, error)) (*Result, error) {
	var unknown *service.Unknown
	if !errors.As(err, &unknown) || c.Err() != nil {
		return answer, err
	}
	c.Note("wait.lost|The answer did not arrive: looking for what the request started...")
	for try, began := 0, c.Now(); c.Now().Sub(began) < maxLost; try++ {
		found, lookErr := find()
		if lookErr == nil && found != nil {
			return found, nil
		}
		if lookErr != nil && !transient(lookErr) || c.Sleep(PollBackoff.Pause(try)) != nil {
			break
		}
	}
	return nil, err
}

// IsUnknown reports whether an error leaves open whether the service carried a request out.
func IsUnknown(err error) bool {
	var unknown *service.Unknown
	return errors.As(err, &unknown)
}

// Asked returns the value at a path of the body of the command's request, and nil where there is none.
func (c *Context) Asked(path string) any {
	body, err := output.Read(bytes.NewReader(c.Request.Body))
	if err != nil {
		return nil
	}
	return output.At(body, path)
}

// Param returns the first item of a parameter of the command's request, and "" where it is not set.
func (c *Context) Param(name string) string {
	if items := c.Request.Get(name); len(items) > 0 {
		return items[0]
	}
	return ""
}
