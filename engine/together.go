package engine

import (
	"golang.org/x/sync/errgroup"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/service"
)

// AtOnce calls do for the numbers from 0 to n-1, up to as many at the same time as there may be requests, and returns the first error. After one,
// and when ctx ends, no more calls begin.
func (c *Context) AtOnce(n int, do func(c *Context, i int) error) error {
	group, ctx := errgroup.WithContext(c.Context)
	limit := service.UsualAtOnce
	if c.slots != nil {
		limit = c.slots.count()
	}
	group.SetLimit(limit)
	each := *c
	each.Context = ctx
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error { return do(&each, i) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return c.Err()
}

// AwaitAll waits for the ends of several tasks, whose states are asked for at the same time and shown with a line each. How each of them
// ended stands in the members; what keeps one from being waited for does not end the waiting for the others. The error is that of the
// waiting itself, which was interrupted or has lasted too long, and names how to watch those that continue. messages say that of
// all. In a dry run there is nothing to wait for.
func (c *Context) AwaitAll(messages *TaskMessages, members []*Member) error {
	if c.Options.DryRun {
		for _, m := range members {
			m.Progress = &Progress{Ended: true, Status: succeeded}
		}
		return nil
	}
	whole := &Task{Messages: messages, members: members}
	poll, cancel := c.polling()
	defer cancel()
	display := c.display(whole)
	defer display.stop()
	for _, m := range members {
		m.watch.task = m.Task
	}
	for try := 0; ; try++ {
		pause, trouble := PollBackoff.Pause(try), error(nil)
		_ = poll.AtOnce(len(members), func(c *Context, i int) error {
			if m := members[i]; m.active() {
				m.watch.look(c)
			}
			return nil
		})
		if c.Err() != nil {
			return c.Stop(whole)
		}
		for _, m := range members {
			if !m.active() {
				continue
			}
			m.Progress, m.Err = m.watch.progress, m.watch.over
			if m.watch.trouble != nil {
				trouble, pause = m.watch.trouble, max(pause, m.watch.pause(try))
			}
		}
		all := together(members)
		if display.update(all); trouble != nil {
			display.trouble(trouble)
		}
		if all.Ended {
			return nil
		}
		if c.Sleep(pause) != nil {
			return c.Stop(whole)
		}
	}
}

// together returns the state of several tasks as that of one.
func together(members []*Member) *Progress {
	all := &Progress{together: true}
	for _, m := range members {
		o := ObjectProgress{Name: m.Name, Status: i18n.T("wait.waiting|Waiting")}
		if p := m.Progress; p != nil {
			o.Status, o.Percent, o.HasPercent = p.Status, p.Percent, p.HasPercent
			if IsFailed(p.Status) && len(p.Messages) > 0 {
				o.Message = p.Messages[len(p.Messages)-1]
			}
			all.Bytes += p.Bytes
		}
		if o.done = !m.active(); m.Err != nil {
			o.Status = i18n.T("wait.gone|Unknown")
		}
		all.Objects = append(all.Objects, o)
	}
	ended, _ := all.counts()
	all.Ended = ended == len(members)
	all.Status = i18n.T("wait.ended|{{.Done}} of {{.Count}} ended|{{.Done}} of {{.Count}} ended", "Done", ended, "Count", len(members))
	return all
}

// JudgeAll turns the ends of several tasks into the end of the command: all that went wrong, and the highest exit status.
func (c *Context) JudgeAll(members []*Member) error {
	var failures Failures
	if err := c.NoteFailures(&failures, members); err != nil {
		return err
	}
	return failures.Err()
}

// NoteFailures adds how the tasks ended that did not end well to what went wrong before. It returns the error where the job cannot go on.
func (c *Context) NoteFailures(failures *Failures, members []*Member) error {
	for _, m := range members {
		if err := failures.Add(c, m.Name, c.EndOf(m)); err != nil {
			return err
		}
	}
	return nil
}

// EndOf returns how one of several tasks ended, where that was not well, and nil for one that continues.
func (c *Context) EndOf(m *Member) error {
	if m.Err == nil && m.Progress != nil && m.Progress.Ended {
		return c.judge(m.Task, m.Progress, m.Name)
	}
	return m.Err
}
