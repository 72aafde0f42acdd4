package runs

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/events"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// What the service says of a run: the events of its progress and of the progress monitor, and the messages of its results.

// Events returns the events of a run of a group, in the order of their times: those of its progress and of the progress monitor without
// doubles, and of the messages of its results those that no event has. run is the run as the service sent it with its objects, and nil where
// that has to be read. Where the service does not give its progress, what the run says is all; the error is that of reading the run, or of
// the session.
func Events(c *engine.Context, group, id string, run any) ([]events.Event, error) {
	s := source(group, id)
	if run != nil {
		s.Look = func(*engine.Context) (*events.State, error) {
			return logState(&engine.Result{Value: run}, group, id), nil
		}
	}
	return events.All(c, s)
}

// source returns a run as what events come from.
func source(group, id string) *events.Source {
	return &events.Source{
		Look: func(c *engine.Context) (*events.State, error) {
			result, err := readObjects(c, group, id)
			if err != nil {
				return nil, err
			}
			return logState(result, group, id), nil
		},
		Progress: func(c *engine.Context) ([]events.Event, error) {
			result, err := c.Call(api.NewRequest(&api.GetProtectionRunProgress).SetNamed("runId", id).SetNamed("includeEventLogs", "true").SetNamed("includeFinishedTasks", "true"))
			if err != nil {
				return nil, err
			}
			return progressEvents(result.Value), nil
		},
	}
}

// progressEvents returns the events of the progress of a run: of the run itself, of its objects with their earlier attempts, and of its
// copies.
func progressEvents(progress any) (list []events.Event) {
	add := func(of any, object string) {
		for _, e := range output.List(of, "events") {
			list = append(list, events.Event{Time: output.UsecsAt(e, "occuredAtUsecs"), Object: object, Severity: events.Info, Text: output.String(e, "message")})
		}
	}
	whole := func(of any, name string) {
		add(of, name)
		for _, o := range output.List(of, "objects") {
			object := output.String(o, "name|id")
			add(o, object)
			for _, attempt := range output.List(o, "failedAttempts") {
				add(attempt, object)
			}
		}
	}
	local := output.At(progress, "localRun")
	whole(local, "")
	for i, target := range output.List(progress, "archivalRun") {
		whole(target, ofTarget(target, local == nil && i == 0))
	}
	for _, target := range output.List(progress, "replicationRun") {
		whole(target, ofTarget(target, false))
	}
	return list
}

// logState returns what a look at a run shows, with the messages of its results and the tasks that report its progress.
func logState(result *engine.Result, group, id string) *events.State {
	run := result.Value
	s := &events.State{Progress: stateOf(result, group, id), Tasks: events.Tasks{}}
	for _, o := range output.List(run, "objects") {
		s.Said = append(s.Said, objectMessages(o)...)
		object := output.String(o, "object.name|object.id")
		s.Tasks.Add(o, cells.Local+"progressTaskId", object)
		for _, attempt := range output.List(o, "localSnapshotInfo.failedAttempts") {
			s.Tasks.Add(attempt, "progressTaskId", object)
		}
		for _, target := range output.List(o, "archivalInfo.archivalTargetResults") {
			s.Tasks.Add(target, "progressTaskId", object)
		}
	}
	// The run comes after its objects, whose messages it may repeat.
	whole := func(result any, object, messages string) {
		for _, message := range cells.Lines(result, messages) {
			s.Said = append(s.Said, events.Event{Time: output.UsecsAt(result, "endTimeUsecs"), Object: object, Severity: events.OfStatus(output.String(result, "status")), Text: message})
		}
		s.Tasks.Add(result, "progressTaskId", object)
	}
	here := output.At(run, "localBackupInfo")
	whole(here, "", "messages")
	for i, target := range output.List(run, "archivalInfo.archivalTargetResults") {
		whole(target, ofTarget(target, here == nil && i == 0), "message")
	}
	return s
}

// ofTarget returns what an archive or a copy is called in events: nothing where it is the run itself, which goes straight there.
func ofTarget(target any, itself bool) string {
	if itself {
		return ""
	}
	return output.String(target, "targetName|clusterName")
}

// objectMessages returns the messages of the results of an object: why it failed, what it warns of, and why earlier attempts failed.
func objectMessages(o any) (said []events.Event) {
	object := output.String(o, "object.name|object.id")
	add := func(of any, path string, severity events.Severity) {
		for _, message := range cells.Lines(of, path) {
			said = append(said, events.Event{Time: output.UsecsAt(of, "endTimeUsecs"), Object: object, Severity: severity, Text: message})
		}
	}
	info := output.At(o, strings.TrimSuffix(cells.Local, "."))
	worst := events.OfStatus(output.String(info, "status"))
	switch warnings := cells.Lines(info, "warnings"); {
	case worst == events.Error && output.String(info, "statusMessage") == strings.Join(warnings, " "): // the warnings are why it failed
		add(info, "warnings", worst)
	default:
		add(info, "warnings", events.Warning)
		add(info, "statusMessage", worst)
	}
	for _, attempt := range output.List(o, "localSnapshotInfo.failedAttempts") {
		add(attempt, "message", events.Warning)
	}
	for _, target := range output.List(o, "archivalInfo.archivalTargetResults") {
		add(target, "message", events.OfStatus(output.String(target, "status")))
	}
	return said
}

// showLogs carries out `protection-group-run logs`.
func showLogs(f *engine.Flags) engine.Job {
	l := events.NewLog(f)
	return func(c *engine.Context) error {
		if err := l.Check(c); err != nil {
			return err
		}
		group, id, err := loggedRun(c, l.Follow)
		if err != nil {
			return err
		}
		t := Task(c, group, c.Named, id)
		t.Watch, t.Cancel = c.CommandLine("protection-group-run", "logs", c.Named, id, "--follow"), c.CommandLine("protection-group-run", "cancel", c.Named, id)
		return l.Show(c, source(group, id), t)
	}
}

// loggedRun returns the run that GROUP [RUN] means: without RUN the newest one, and where it is to be followed the active one, or the first
// one of a new group as soon as it is there.
func loggedRun(c *engine.Context, follow bool) (group, id string, err error) {
	if len(c.Args) > 1 || follow || engine.IsRunID(c.Args[0]) {
		group, id, _, err = findRun(c, true)
		return group, id, err
	}
	c.Named = c.Args[0]
	if group, err = c.LookUp(api.KindGroup, c.Named); err != nil {
		return "", "", err
	}
	list, err := Newest(c, group)
	if err == nil && len(list) == 0 {
		err = engine.Fail(engine.ExitNotFound, "run.never|Protection group '{{.Name}}' has no run.", "Name", c.Named)
	}
	if err != nil {
		return "", "", err
	}
	return group, output.String(list[0], "id"), nil
}
