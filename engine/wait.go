package engine

import (
	"bytes"
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
	// Objects is whether it consists of objects and may succeed with warnings, as runs and recoveries do.
	Objects bool
}

// Task is something that the service works on for a while: a run, a recovery, an upgrade.
type Task struct {
	Messages  *TaskMessages
	View      *output.View
	Poll      func() (*Progress, error) // asks for its state
	Expected  string                    // the status that was asked for, where that is not success
	MissingOK time.Time                 // until when the service may not know it yet
	Watch     string                    // the command line that watches it; "" where there is none
	Cancel    string                    // the command line that cancels it; "" where there is none
}

// TaskMessages are what is said of one sort of task.
type TaskMessages struct {
	Interrupted i18n.Text // the waiting was interrupted and the task continues
	TimedOut    i18n.Text // it has not ended within {{.Span}} and continues
	Ended       i18n.Text // it ended badly, with {{.Status}}
	Warned      i18n.Text // it succeeded with warnings
}

// stopped says that the waiting ended before the task did.
type stopped struct {
	task  *Task
	limit time.Duration // that is over; 0 when somebody interrupted
}

func (e *stopped) Error() string { return "stopped waiting" }

// PollBackoff is the pace of asking: quick at first, because most tasks are, then slower and slower.
var PollBackoff = service.Backoff{First: 300 * time.Millisecond, Max: 15 * time.Second, Factor: 1.4, Jitter: 0.2}

// Await asks for the state of a task until it has ended. What goes wrong with asking is waited out, as long as time may heal
// it. In a dry run there is nothing to wait for.
func (c *Context) Await(t *Task) (*Progress, error) {
	if c.Options.DryRun {
		return &Progress{Ended: true, Status: succeeded}, nil
	}
	display := c.display(t)
	defer display.stop()
	for try := 0; ; try++ {
		progress, err := t.Poll()
		pause := PollBackoff.Pause(try)
		var refused *service.Error
		if errors.As(err, &refused) {
			pause = max(pause, refused.RetryAfter)
		}
		switch {
		case c.Err() != nil:
			return nil, c.Stop(t)
		case err == nil:
			display.update(progress)
			if progress.Ended {
				return progress, nil
			}
		case transient(err), refused != nil && refused.Kind() == service.NotFound && c.Now().Before(t.MissingOK):
			display.trouble(err)
		default:
			return nil, err
		}
		if c.Sleep(pause) != nil {
			return nil, c.Stop(t)
		}
	}
}

// Stop returns what a job ends with that was interrupted, or ran out of time, while a task continues.
func (c *Context) Stop(t *Task) error {
	if c.timedOut() {
		return &stopped{t, c.limit}
	}
	return &stopped{t, 0}
}

func (e *stopped) explained(explainer) *Failure {
	f := Fail(ExitTimeout, e.task.Messages.TimedOut, "Span", output.Duration(e.limit))
	if e.limit == 0 {
		f = Fail(ExitInterrupted, e.task.Messages.Interrupted)
	}
	var next []string
	if e.task.Watch != "" {
		next = append(next, i18n.T("task.watch|Watch it with: {{.Command}}", "Command", e.task.Watch))
	}
	if e.task.Cancel != "" {
		next = append(next, i18n.T("task.cancel|Cancel it with: {{.Command}}", "Command", e.task.Cancel))
	}
	f.Next = strings.Join(next, "\n")
	return f
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
func (c *Context) Judge(t *Task, p *Progress) error {
	warned := p.Status == succeededWithIssues
	switch {
	case p.Status == t.Expected, p.Status == succeeded:
		return nil
	case warned && !c.Options.Wait.Strict:
		c.console.warn(strings.Join(append([]string{i18n.T(t.Messages.Warned)}, Listed(p.Messages)...), "\n"))
		return nil
	}
	f := Fail(ExitBadEnd, t.Messages.Ended, "Status", p.Status)
	if warned {
		f.Exit = ExitWarned
	}
	f.What = append(f.What, Listed(p.Messages)...)
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
