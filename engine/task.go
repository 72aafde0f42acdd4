package engine

import (
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// What a command waits for, and what is said of it when the waiting ends first.

// Task is something that the service works on for a while: a run, a recovery, an upgrade.
type Task struct {
	Messages  *TaskMessages
	View      *output.View
	Poll      func(c *Context) (*Progress, error) // asks for its state, with the context that it gets
	Expected  string                              // the status that was asked for, where that is not success
	MissingOK time.Time                           // until when the service may not know it yet
	Watch     string                              // the command line that watches it; "" where there is none
	Cancel    string                              // the command line that cancels it; "" where there is none
	Why       string                              // the command line that says why it ended badly; "" where there is none
	Silent    bool                                // whether its job shows its progress, so that only what keeps it from being looked at is shown beside
	members   []*Member                           // the tasks that it consists of; nil for one by itself
}

// TaskMessages are what is said of one sort of task.
type TaskMessages struct {
	Interrupted i18n.Text // the waiting was interrupted and the task continues
	TimedOut    i18n.Text // it has not ended within {{.Span}} and continues
	Ended       i18n.Text // it ended badly, with {{.Status}} and what Progress.About has
	Warned      i18n.Text // it succeeded with warnings, with what Progress.About has
}

// Member is one of several tasks that a command waits for together.
type Member struct {
	Name     string // for people
	Task     *Task
	Progress *Progress // at the last look; nil before the first
	Err      error     // why the waiting for it ended before it did; nil where that was not so

	watch watch
}

// active reports whether the task goes on, as far as is known.
func (m *Member) active() bool { return m.Err == nil && (m.Progress == nil || !m.Progress.Ended) }

// Startup is how long after its request a task may be unknown to the service.
const Startup = time.Minute

// stopped says that the waiting ended before the task did.
type stopped struct {
	task   *Task
	limit  time.Duration // that is over; 0 when somebody interrupted
	why    i18n.Text     // with {{.Span}} and {{.Status}}; "" for the usual reason
	status string
}

func (e *stopped) Error() string { return "stopped waiting" }

// lost says that the waiting ended with an error while the task continues.
type lost struct {
	err  error
	task *Task
}

func (e *lost) Error() string { return e.err.Error() }

// Unwrap returns the error.
func (e *lost) Unwrap() error { return e.err }

func (e *lost) explained(x explainer) *Failure {
	f := *x.failure(e.err)
	f.What = append(f.What, i18n.T(e.task.Messages.Interrupted))
	f.Next = strings.TrimPrefix(f.Next+"\n"+e.task.next(), "\n")
	return &f
}

// Stop returns what a job ends with that was interrupted, or ran out of time, while a task continues.
func (c *Context) Stop(t *Task) error {
	if c.timedOut() {
		return &stopped{task: t, limit: c.limit}
	}
	return &stopped{task: t}
}

func (e *stopped) explained(explainer) *Failure {
	f := Fail(ExitTimeout, e.task.Messages.TimedOut, "Span", output.Duration(e.limit))
	switch {
	case e.why != "":
		f = Fail(ExitTimeout, e.why, "Span", output.Duration(e.limit), "Status", e.status)
	case e.limit == 0:
		f = Fail(ExitInterrupted, e.task.Messages.Interrupted)
	}
	f.Next = e.task.next()
	return f
}

// next returns what to type about a task that continues.
func (t *Task) next() string {
	var next []string
	for _, m := range t.members {
		if m.active() && m.Task.Watch != "" {
			next = append(next, i18n.T("task.watch|Watch it with: {{.Command}}", "Command", m.Task.Watch))
		}
	}
	if t.Watch != "" {
		next = append(next, i18n.T("task.watch|Watch it with: {{.Command}}", "Command", t.Watch))
	}
	if t.Cancel != "" {
		next = append(next, i18n.T("task.cancel|Cancel it with: {{.Command}}", "Command", t.Cancel))
	}
	return strings.Join(next, "\n")
}
