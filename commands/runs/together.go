package runs

import (
	"errors"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Runs of several groups that are started together.

// launchedRuns is how runs are shown that were started together.
var launchedRuns = &output.View{
	Rows: "runs", Empty: "run.nothing|Nothing was started.",
	Columns: []output.Column{
		{Title: "Group", Path: "protectionGroupName", Format: output.Entity},
		{Title: "Run", Path: "runId", Format: output.RunID},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Error", Path: "error", FreeText: true},
	},
}

// launchedRun is a run that was started with others, for people and programs.
type launchedRun struct {
	GroupID   string `json:"protectionGroupId"`
	GroupName string `json:"protectionGroupName"`
	FailedRun string `json:"failedRunId,omitempty"` // that is tried again
	Reason    string `json:"reason,omitempty"`      // why it failed
	Objects   int    `json:"objects,omitempty"`     // that are backed up; 0 for all of the group
	Run       string `json:"runId"`                 // "" where it is not known
	Status    string `json:"status"`
	Error     string `json:"error,omitempty"`
}

var (
	launchMessages = &engine.TaskMessages{
		Interrupted: "runs.interrupted|Stopped waiting; the runs that were started continue.",
		TimedOut:    "runs.timeout|Runs have not finished within {{.Span}}; they continue.",
	}
)

// The statuses of a run that cannot be started yet, and of one that cannot be started at all, as far as waiting goes.
const (
	notYet = "Pending"
	never  = "Failed"
)

// poll starts the run as soon as that can be done, and returns its state afterwards. session is the job's context, with which a request
// is repeated where that is safe: that of looks gives up at once.
func (l *launch) poll(session *engine.Context, m *engine.Member) func(c *engine.Context) (*engine.Progress, error) {
	var run *engine.Task
	return func(c *engine.Context) (*engine.Progress, error) {
		if l.blocking != "" {
			p, err := pollRun(c, l.group, l.blocking)
			if err != nil || !p.Ended {
				return &engine.Progress{Status: notYet}, err
			}
			l.blocking = ""
		}
		if !l.started() {
			if l.err = l.start(session); l.err != nil {
				return &engine.Progress{Status: never, Ended: true}, nil
			}
		}
		switch {
		case !l.started():
			return &engine.Progress{Status: notYet}, nil
		case session.Options.Wait.Wait:
			if run == nil {
				run = l.task(session)
			}
			p, err := run.Poll(c)
			m.Task.Watch = run.Watch
			if err == nil && l.run != "" {
				l.status = p.Status
			}
			return p, err
		}
		m.Task.Watch = session.CommandLine("protection-group-run", "watch", l.name)
		id, err := l.find(c)
		late := l.known == nil || c.Now().Sub(l.requested) > maxAppearing
		return &engine.Progress{Status: notYet, Ended: id != "" || late}, err
	}
}

// launchAll starts runs at the same time, waits for their ends where that is wanted, and shows them. One that cannot be started does
// not stop the others. rows, of which there is one for each, get what became of it, and failures what went wrong. A nil view is the command's own.
func launchAll(c *engine.Context, view *output.View, launches []*launch, rows []*launchedRun, failures *engine.Failures) error {
	if c.Options.DryRun {
		for _, l := range launches {
			if err := engine.Wanted(l.start(c)); err != nil {
				return err
			}
		}
		return failures.Err()
	}
	members := make([]*engine.Member, len(launches))
	for i, l := range launches {
		l.looks = true
		members[i] = &engine.Member{Name: l.name, Task: &engine.Task{Messages: runMessages, MissingOK: c.Now().Add(engine.Startup)}}
		members[i].Task.Poll = l.poll(c, members[i])
	}
	stopped := c.AwaitAll(launchMessages, members)
	for i, l := range launches {
		failed := l.err
		if failed == nil && c.Options.Wait.Wait {
			failed = withReason(c, c.EndOf(members[i]), members[i].Progress)
		} else if failed == nil {
			failed = members[i].Err
		}
		failures.Note(c, l.name, l.unknown(c, failed))
		rows[i].Run, rows[i].Status, rows[i].Error = l.run, l.status, failures.Of(l.name)
		if !l.started() && failed == nil {
			rows[i].Error = i18n.T("run.unstarted|It was not started.")
		}
	}
	if err := c.ShowValue(view, map[string]any{"runs": rows}); err != nil {
		return err
	}
	if stopped != nil {
		return stopped
	}
	if err := failures.Err(); err != nil {
		return err
	}
	c.Next("protection-group-run", "list")
	return nil
}

// withReason returns how a run ended badly, with the reason that it gives and what to type next.
func withReason(c *engine.Context, err error, p *engine.Progress) error {
	var f *engine.Failure
	if !errors.As(err, &f) || p == nil || f.Exit != engine.ExitBadEnd {
		return err
	}
	why := p.Messages
	for _, o := range p.Objects {
		if len(why) == 0 && o.Message != "" && engine.IsFailed(o.Status) {
			why = []string{o.Name + ": " + o.Message}
		}
	}
	if len(why) > 0 {
		f = engine.Fail(f.Exit, "run.ended-because|The run ended with the status {{.Status}}: {{.Reason}}", "Status", p.Status, "Reason", why[0])
	}
	return f.Hint("run.again|Back up again what failed with: {{.Command}}", "Command", c.CommandLine("protection-group-run", "retry", "--failed"))
}

// unknown returns an error with where to see what became of a request for this run, where that is not known.
func (l *launch) unknown(c *engine.Context, err error) error {
	if !engine.IsUnknown(err) {
		return err
	}
	return engine.Hint(err, "unknown.find|Find out with: {{.Command}}", "Command", c.CommandLine("protection-group-run", "list", l.name, "--start-time-usecs", c.Since()))
}
