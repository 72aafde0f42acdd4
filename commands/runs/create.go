package runs

import (
	"encoding/json"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// newRun declares the options of waiting; the job waits itself, for the run that was not there before.
var newRun = &engine.Waiting{Objects: true}

// runsSince is where to see what became of a request about the runs of a group.
func runsSince(c *engine.Context) []string {
	return []string{"protection-group-run", "list", c.Named, "--start-time-usecs", c.Since()}
}

// runsOf is the same for a request about runs that have begun earlier.
func runsOf(c *engine.Context) []string { return []string{"protection-group-run", "list", c.Named} }

// creation is what `protection-group-run create` does.
type creation struct {
	ifRunning string
	kind      string      // --type
	chosen    func() bool // reports whether it was given
	objects   []string    // names or identifiers; none for all of the group
}

// runKinds are the words for types of runs, and what the service calls them.
var runKinds = map[string]string{"full": "kFull", "regular": "kRegular", "log": "kLog", "system": "kSystem"}

// createRun starts runs, or does what --if-running says where one is active.
func createRun(f *engine.Flags) engine.Job {
	j := &creation{}
	f.Choice(&j.kind, "type", []string{"regular", "full", "log", "system"}, "run.type|The type of run; a regular one is incremental.")
	j.chosen = func() bool { return f.Given("type") }
	f.List(&j.objects, "object", "LIST", "run.objects|Back up only these objects of the group (names or IDs).")
	f.Names("object", api.KindObject)
	f.Choice(&j.ifRunning, "if-running", []string{failIfRunning, waitIfRunning, cancelIfRunning, joinIfRunning},
		"flag.if-running|What to do if a run of the group is active: fail with status 5, wait until it has finished, cancel it, or take it for the requested one.")
	f.AlsoWaits = func() bool { return j.ifRunning != failIfRunning }
	f.Spare("run-type")
	f.Complete = j.complete
	return j.run
}

// complete adds the type of run to the request where --run-type does not name it.
func (j *creation) complete(r *api.Request) error {
	fields, err := r.Fields()
	if err != nil {
		return nil //nolint:nilerr // the check says what is wrong with the body
	}
	service := runKinds[j.kind]
	if len(j.objects) > 0 && fields["objects"] != nil {
		return engine.Usage("run.objects-twice|--object and --objects exclude each other.")
	}
	switch named := fields["runType"]; {
	case named == nil:
		return r.SetField("runType", json.RawMessage(strconv.Quote(service)))
	case j.chosen() && !strings.EqualFold(strings.TrimPrefix(strings.Trim(string(named), `"`), "k"), j.kind):
		return engine.Usage("run.types|--type and --run-type name different types. Use one of them.")
	}
	return nil
}

func (j *creation) run(c *engine.Context) error {
	if selection.IsSeveral(c.Args) {
		return j.several(c)
	}
	if err := c.Gate.Resolve(c, c.Request); err != nil {
		return err
	}
	l := newLaunch(c.Param("id"), c.Named, j.ifRunning, c.Request)
	l.send, l.looks = (*engine.Context).Send, c.Options.Wait.Wait || !c.Options.Machine() && !c.Streams.Quiet
	if err := setObjects(c, c.Request, l.group, l.name, j.objects); err != nil {
		return err
	}
	for try := 0; !l.started(); try++ {
		if err := l.start(c); err != nil {
			return err
		}
		if l.blocking != "" {
			if _, err := c.Await(runTask(c, l.group, l.name, l.blocking, nil)); err != nil {
				return err
			}
			l.blocking = ""
		}
		if !l.started() && c.Sleep(engine.PollBackoff.Pause(try)) != nil {
			return c.Stop(&engine.Task{Messages: notStarted, Watch: c.CommandLine("protection-group-run", "watch", c.Named)})
		}
	}
	switch {
	case c.Options.Wait.Wait:
		return c.Finish(l.task(c))
	case !c.Options.Machine():
		return l.say(c)
	case l.joined:
		return c.ShowValue(nil, map[string]any{"protectionGroupId": l.group, "runId": l.run})
	}
	return c.Show(nil, l.answer.Raw)
}

// notStarted is what is said when the time is over before a run could be started.
var notStarted = &engine.TaskMessages{
	Interrupted: "run.notstarted|Interrupted before a run was started.",
	TimedOut:    "run.refused|No run could be started within {{.Span}}.",
}

// several starts runs of all groups that the arguments mean.
func (j *creation) several(c *engine.Context) error {
	groups, err := selection.Groups(c, c.Args, false)
	if err != nil {
		return err
	}
	launches, rows := make([]*launch, len(groups)), make([]*launchedRun, len(groups))
	for i, g := range groups {
		id, name := output.String(g, "id"), output.String(g, "name")
		r := c.Request.Clone()
		r.SetNamed("id", id)
		launches[i], rows[i] = newLaunch(id, name, j.ifRunning, r), &launchedRun{GroupID: id, GroupName: name}
		if err := setObjects(c, r, id, name, j.objects); err != nil {
			return err
		}
	}
	return launchAll(c, launchedRuns, launches, rows, &engine.Failures{})
}

// say shows people which run was started, which appears a moment after its request.
func (l *launch) say(c *engine.Context) error {
	for try := 0; l.run == "" && l.known != nil && c.Now().Sub(l.requested) < maxAppearing; try++ {
		if _, err := l.find(c); err != nil {
			break // it was requested all the same
		}
		if l.run == "" && c.Sleep(engine.PollBackoff.Pause(try)) != nil {
			return c.Stop(l.task(c))
		}
	}
	var err error
	switch {
	case l.joined:
		err = c.OK("run.taken|Run {{.Run}} of protection group '{{.Name}}' is active.", "Run", l.run, "Name", l.name)
	case l.run == "":
		err = c.OK("run.requested|A run of protection group '{{.Name}}' was requested. It has not appeared yet.", "Name", l.name)
	default:
		err = c.OK("run.begun|Run {{.Run}} of protection group '{{.Name}}' was started.", "Run", l.run, "Name", l.name)
	}
	if err != nil {
		return err
	}
	words := []string{"protection-group-run", "watch", l.name}
	if l.run != "" {
		number, _, _ := strings.Cut(l.run, ":")
		words = append(words, number)
	}
	c.Next(words...)
	return nil
}
