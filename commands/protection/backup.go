package protection

import (
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/engine"
)

var backUpMessages = &engine.TaskMessages{
	Interrupted: "protect.interrupted|Stopped waiting; the runs continue.",
	TimedOut:    "protect.timeout|Runs have not finished within {{.Span}}; they continue.",
}

// backUp starts a run of each group, and with --wait waits for their ends.
func (p *protection) backUp(c *engine.Context, groups []*group) error {
	var failures engine.Failures
	var members []*engine.Member
	for _, g := range groups {
		if c.Options.DryRun && g.id == "" { // it is not there yet
			continue
		}
		task, err := runs.BackUp(c, g.id, g.name, g.created)
		if err := failures.Add(c, g.name, err); err != nil {
			return err
		}
		if err == nil {
			g.run = &engine.Member{Name: g.name, Task: task}
			members = append(members, g.run)
		}
	}
	if !c.Options.Wait.Wait || members == nil {
		return failures.Err()
	}
	if err := c.AwaitAll(backUpMessages, members); err != nil {
		return err
	}
	if err := c.NoteFailures(&failures, members); err != nil {
		return err
	}
	return failures.Err()
}
