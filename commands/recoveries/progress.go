package recoveries

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/events"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// The state of recoveries, and how to wait for one.

var recoveryMessages = &engine.TaskMessages{
	Interrupted: "recovery.interrupted|Stopped waiting; the recovery continues.",
	TimedOut:    "recovery.timeout|The recovery has not finished within {{.Span}}; it continues.",
	Ended:       "recovery.ended|Recovery '{{.Name}}' ended with the status {{.Status}}.",
	Warned:      "recovery.warned|Recovery '{{.Name}}' succeeded with warnings.",
}

var newRecovery = &engine.Waiting{
	Objects: true,
	Task: func(c *engine.Context, _ any, answer *engine.Result) (*engine.Task, error) {
		id, err := engine.Started(answer)
		if err != nil {
			return nil, err
		}
		return recoveryTask(c, id, id), nil
	},
	Find: func(c *engine.Context, _ any) (*engine.Result, error) {
		return recoveryNamed(c, output.String(c.Asked("name"), ""))
	},
}

// recoveryNamed returns the recovery with a name that was started since the command began, as if it were the answer to the request
// for it; nil as long as there is none, and where the name does not tell.
func recoveryNamed(c *engine.Context, name string) (*engine.Result, error) {
	result, err := c.Call(api.NewRequest(&api.GetRecoveries).SetNamed("startTimeUsecs", strconv.FormatInt(c.Began().Add(-time.Minute).UnixMicro(), 10)))
	if err != nil {
		return nil, err
	}
	var found []any
	for _, one := range output.List(result.Value, "recoveries") {
		if name != "" && output.String(one, "name") == name {
			found = append(found, one)
		}
	}
	if len(found) != 1 {
		return nil, nil
	}
	raw, err := json.Marshal(found[0])
	return &engine.Result{Raw: raw, Value: found[0]}, err
}

// recoveriesSince is where to see what became of a request for a recovery.
func recoveriesSince(c *engine.Context) []string {
	return []string{"recovery", "list", "--start-time-usecs", c.Since()}
}

var canceledRecovery = &engine.Waiting{
	Objects: true,
	Task: func(c *engine.Context, _ any, _ *engine.Result) (*engine.Task, error) {
		t := recoveryTask(c, c.Param("id"), c.Named)
		t.Expected, t.Cancel, t.Why = "Canceled", "", ""
		return t, nil
	},
}

// recoveryTask returns a recovery to wait for.
func recoveryTask(c *engine.Context, id, name string) *engine.Task {
	details := &engine.Aside{}
	return &engine.Task{
		Messages: recoveryMessages, View: recoveryDetails, MissingOK: c.Now().Add(engine.Startup),
		Poll: func(c *engine.Context) (*engine.Progress, error) {
			result, err := readRecovery(c, id)
			if err != nil {
				return nil, err
			}
			p := stateOf(result, id)
			if task := output.String(result.Value, "progressTaskId"); task != "" && !p.Ended && !c.Streams.Quiet {
				addProgress(p, result.Value, details.Ask(c, events.ProgressOf(task)))
			}
			return p, nil
		},
		Watch: c.CommandLine("recovery", "watch", name), Cancel: c.CommandLine("recovery", "cancel", name), Why: c.CommandLine("recovery", "why", name),
	}
}

// recoveredObjects are the paths to the objects of a recovery.
var recoveredObjects = []string{"physicalParams.objects", "mssqlParams.recoverAppParams", "kubernetesParams.objects"}

// readRecovery returns a recovery.
func readRecovery(c *engine.Context, id string) (*engine.Result, error) {
	return c.Call(api.NewRequest(&api.GetRecoveryByID).SetNamed("id", id))
}

// stateOf returns the state of a recovery by what was read of it.
func stateOf(result *engine.Result, id string) *engine.Progress {
	p := &engine.Progress{Raw: result.Raw, Status: output.String(result.Value, "status"), Messages: cells.Lines(result.Value, "messages")}
	p.Ended = engine.IsEnded(p.Status)
	p.About = []any{"Name", cmp.Or(output.String(result.Value, "name"), id)}
	for _, path := range recoveredObjects {
		for _, o := range output.List(result.Value, path) {
			p.Objects = append(p.Objects, engine.ObjectProgress{Name: output.String(o, "objectInfo.name"), Status: output.String(o, "status"), Message: strings.Join(cells.Lines(o, "messages"), "; ")})
			n, _ := output.Int(o, "bytesRestored")
			p.Bytes += n
		}
	}
	return p
}

// watchRecovery carries out `recovery watch`.
func watchRecovery(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		c.Named = c.Args[0]
		id, err := c.LookUp(api.KindRecovery, c.Named)
		if err != nil {
			return err
		}
		return c.Watch(func(c *engine.Context) *engine.Task { return recoveryTask(c, id, c.Named) })
	}
}

// addProgress adds to the state of a recovery what the progress monitor says of how far it is; nothing where that is nil.
func addProgress(p *engine.Progress, recovery, monitors any) {
	tasks := events.TasksOf(monitors)
	whole := tasks[output.String(recovery, "progressTaskId")]
	p.Percent, p.HasPercent = whole.Percent, whole.HasPercent
	p.Remaining = whole.Remaining
	i := 0 // of the objects, which are in the order of these
	for _, path := range recoveredObjects {
		for _, o := range output.List(recovery, path) {
			part := tasks[output.String(o, "progressTaskId")]
			p.Objects[i].Percent, p.Objects[i].HasPercent = part.Percent, part.HasPercent
			i++
		}
	}
}
