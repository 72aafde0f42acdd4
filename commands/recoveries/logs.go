package recoveries

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/events"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// What the service says of a recovery: the events of the progress monitor, and the messages of its results.

// Events returns the events of a recovery, in the order of their times: those of the progress monitor, and of the messages of its results
// those that no event has. recovery is the recovery as the service sent it, and nil where that has to be read. Where the progress monitor is not
// available, what the recovery says is all; the error is that of reading it, or of the session.
func Events(c *engine.Context, id string, recovery any) ([]events.Event, error) {
	s := source(id)
	if recovery != nil {
		s.Look = func(*engine.Context) (*events.State, error) {
			return logState(&engine.Result{Value: recovery}, id), nil
		}
	}
	return events.All(c, s)
}

// source returns a recovery as what events come from.
func source(id string) *events.Source {
	return &events.Source{Look: func(c *engine.Context) (*events.State, error) {
		result, err := readRecovery(c, id)
		if err != nil {
			return nil, err
		}
		return logState(result, id), nil
	}}
}

// logState returns what a look at a recovery shows, with the messages of its results and the tasks that report its progress.
func logState(result *engine.Result, id string) *events.State {
	s := &events.State{Progress: stateOf(result, id), Tasks: events.Tasks{}}
	add := func(of any, object string) {
		severity := events.OfStatus(output.String(of, "status"))
		for _, message := range cells.Lines(of, "messages") {
			s.Said = append(s.Said, events.Event{Time: output.UsecsAt(of, "endTimeUsecs"), Object: object, Severity: severity, Text: message})
		}
		s.Tasks.Add(of, "progressTaskId", object)
	}
	for _, path := range recoveredObjects {
		for _, o := range output.List(result.Value, path) {
			add(o, output.String(o, "objectInfo.name|objectInfo.id"))
		}
	}
	add(result.Value, "") // after its objects, whose messages it may repeat
	return s
}

// showLogs carries out `recovery logs`.
func showLogs(f *engine.Flags) engine.Job {
	l := events.NewLog(f)
	return func(c *engine.Context) error {
		if err := l.Check(c); err != nil {
			return err
		}
		c.Named = c.Args[0]
		id, err := c.LookUp(api.KindRecovery, c.Named)
		if err != nil {
			return err
		}
		t := recoveryTask(c, id, c.Named)
		t.Watch = c.CommandLine("recovery", "logs", c.Named, "--follow")
		return l.Show(c, source(id), t)
	}
}
