package runs

import (
	"errors"
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// newRun waits for the run that a request has started: the one that was not there before.
var newRun = &engine.Waiting{
	Objects: true,
	Before:  func(c *engine.Context) (any, error) { return runIDs(c, c.Param("id")) },
	Task: func(c *engine.Context, before any, answer *engine.Result) (*engine.Task, error) {
		return startedRun(c, before.(knownRuns), answer), nil
	},
}

// knownRuns are the ids of the runs that were there before one was requested.
type knownRuns map[string]bool

func runIDs(c *engine.Context, group string) (knownRuns, error) {
	list, err := Newest(c, group)
	ids := knownRuns{}
	for _, run := range list {
		ids[output.String(run, "id")] = true
	}
	return ids, err
}

// startedRun returns the run that a request has started.
func startedRun(c *engine.Context, known knownRuns, answer *engine.Result) *engine.Task {
	group, runType, requested := c.Param("id"), output.String(c.Asked("runType"), ""), c.Now()
	find := func(c *engine.Context) (string, error) {
		list, err := Newest(c, group)
		if err != nil {
			return "", err
		}
		return findOwnRun(list, known, runType, answer.At, c.Now().Sub(requested) < graceForEarlyRun), nil
	}
	return runTask(c, group, c.Named, "", find)
}

// newestRun returns a run that was not there before, as if it were the answer to the request for it; nil as long as there is none.
func newestRun(c *engine.Context, known knownRuns) (*engine.Result, error) {
	list, err := Newest(c, c.Param("id"))
	if err != nil || findOwnRun(list, known, output.String(c.Asked("runType"), ""), time.Time{}, false) == "" {
		return nil, err
	}
	return &engine.Result{}, nil
}

// runsSince is where to see what became of a request about the runs of a group.
func runsSince(c *engine.Context) []string {
	return []string{"protection-group-run", "list", c.Named, "--start-time-usecs", c.Since()}
}

// runsOf is the same for a request about runs that have begun earlier.
func runsOf(c *engine.Context) []string { return []string{"protection-group-run", "list", c.Named} }

// graceForEarlyRun is how long a run that began before its request was accepted is not taken for the requested one, because a
// better one may come. It may still be the one where clocks differ.
const graceForEarlyRun = 20 * time.Second

// findOwnRun returns the id of the run that a request has started among the runs of its group, newest first: it was not there
// before, has the type that was asked for, and has started since the request was accepted. A schedule may have started another at
// the same moment. Without waitForBetter, one that seems to have started earlier counts when no other fits. It returns "" as long
// as there is none.
func findOwnRun(runs []any, known knownRuns, asked string, accepted time.Time, waitForBetter bool) string {
	var exact, similar, early string
	for _, run := range slices.Backward(runs) { // the earliest one first
		id, seen := output.String(run, "id"), output.String(run, "localBackupInfo.runType|"+cells.Archived+"runType")
		start := runStart(run)
		switch {
		case known[id] || !matchesRunType(asked, seen):
		case !accepted.IsZero() && !start.IsZero() && start.Before(accepted.Add(-time.Second)): // accepted is known to the second
			early = id
		case exact == "" && seen == asked:
			exact = id
		case similar == "":
			similar = id
		}
	}
	switch {
	case exact != "":
		return exact
	case similar != "":
		return similar
	case !waitForBetter:
		return early
	}
	return ""
}

// matchesRunType reports whether a run that was asked for with one type may appear with another: what is asked for as regular is
// full when it is the first, and incremental otherwise.
func matchesRunType(asked, seen string) bool {
	return asked == seen || seen == "" || asked == "kRegular" && (seen == "kFull" || seen == "kIncremental")
}

// What to do when a run of the group is active already.
const (
	failIfRunning   = "fail"
	waitIfRunning   = "wait"
	cancelIfRunning = "cancel"
)

// createRun starts a run, or does what --if-running says when one is active.
func createRun(f *engine.Flags) engine.Job {
	var ifRunning string
	f.Choice(&ifRunning, "if-running", []string{failIfRunning, waitIfRunning, cancelIfRunning},
		"flag.if-running|What to do if a run of the group is active: fail with status 5, wait until it has finished, or cancel it.")
	f.AlsoWaits = func() bool { return ifRunning != failIfRunning }
	return func(c *engine.Context) error { return startRun(c, ifRunning) }
}

// maxUnexplained is how long a refusal is not believed that seems to come from an active run while no run is to be seen: between
// the end of a run and a free group, and before a run appears, there may be a moment.
const maxUnexplained = time.Minute

func startRun(c *engine.Context, ifRunning string) error {
	if err := c.Gate.Resolve(c, c.Request); err != nil {
		return err
	}
	group := c.Param("id")
	canceled := map[string]bool{}
	var unexplained time.Time // since when a refusal cannot be explained with an active run
	for try := 0; ; try++ {
		var known knownRuns
		var err error
		if c.Options.Wait.Wait && !c.Options.DryRun {
			if known, err = runIDs(c, group); err != nil {
				return err
			}
		}
		answer, err := c.Send()
		if known != nil {
			answer, err = c.FindLost(answer, err, func() (*engine.Result, error) { return newestRun(c, known) })
		}
		var refused *service.Error
		switch {
		case err == nil && known == nil && c.Options.Machine():
			return c.Show(nil, answer.Raw)
		case err == nil && known == nil:
			if err := c.OK("run.requested|A run of protection group '{{.Name}}' was requested.", "Name", c.Named); err != nil {
				return err
			}
			c.Next("protection-group-run", "watch", c.Named)
			return nil
		case err == nil:
			return c.Finish(startedRun(c, known, answer))
		case !errors.As(err, &refused) || refused.Kind() != service.Conflict:
			return err
		case ifRunning == failIfRunning && refused.ActiveRun():
			return engine.Hint(err, "run.active|Use '--if-running wait' to wait for the active run first, or '--if-running cancel' to cancel it.")
		case ifRunning == failIfRunning:
			return err
		}
		found, err := clearActiveRun(c, group, ifRunning, canceled)
		switch {
		case err != nil:
			return err
		case found:
			unexplained = time.Time{}
		case unexplained.IsZero():
			unexplained = c.Now()
		case c.Now().Sub(unexplained) > maxUnexplained:
			return refused // it has another reason than a run
		}
		if c.Sleep(engine.PollBackoff.Pause(try)) != nil {
			return c.Stop(&engine.Task{Messages: notStarted, Watch: c.CommandLine("protection-group-run", "watch", c.Named)})
		}
	}
}

// notStarted is what is said when the time is over before a run could be started.
var notStarted = &engine.TaskMessages{
	Interrupted: "run.notstarted|Interrupted before a run was started.",
	TimedOut:    "run.refused|No run could be started within {{.Span}}.",
}

// clearActiveRun waits until the active run of a group has ended, after canceling it where that is wanted. It reports whether
// there was one.
func clearActiveRun(c *engine.Context, group, ifRunning string, canceled map[string]bool) (found bool, err error) {
	list, err := Newest(c, group)
	if err != nil {
		return false, err
	}
	run := Active(list)
	if run == nil {
		return false, nil // it has not appeared yet, or has ended by now, or there is none
	}
	id := output.String(run, "id")
	if ifRunning == waitIfRunning {
		c.Note("run.waiting|Run {{.Run}} is active: waiting until it has finished...", "Run", id)
	} else if !canceled[id] {
		canceled[id] = true
		c.Note("run.clearing|Run {{.Run}} is active: canceling it...", "Run", id)
		if err := CancelRun(c, group, id, run); err != nil {
			return true, err
		}
	}
	_, err = c.Await(runTask(c, group, c.Named, id, nil))
	return true, err
}
