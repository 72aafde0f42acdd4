package runs

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// The state of runs, and how to wait for one.

var runMessages = &engine.TaskMessages{
	Interrupted: "run.interrupted|Stopped waiting; the run continues.",
	TimedOut:    "run.timeout|The run has not finished within {{.Span}}; it continues.",
	Ended:       "run.ended|Run {{.Run}} of '{{.Name}}' ended with the status {{.Status}}.",
	Warned:      "run.warned|Run {{.Run}} of '{{.Name}}' succeeded with warnings.",
}

// Newest returns the newest runs of a group.
func Newest(c *engine.Context, group string) ([]any, error) {
	result, err := c.Call(api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("numRuns", "20"))
	if err != nil {
		return nil, err
	}
	return output.List(result.Value, "runs"), nil
}

// Status returns the status of a run: of its local backup, or of its archives when it goes there directly. Of several archives
// the one that has not ended counts, and else the worst.
func Status(run any) string {
	if status := output.String(run, "localBackupInfo.status"); status != "" {
		return status
	}
	var status string
	for _, target := range output.List(run, "archivalInfo.archivalTargetResults") {
		s := output.String(target, "status")
		if !engine.IsEnded(s) {
			return s
		}
		if status == "" || status == "Succeeded" || status == "SucceededWithWarning" && s != "Succeeded" {
			status = s
		}
	}
	return status
}

// runStart returns when a run started; zero where it does not say.
func runStart(run any) time.Time {
	if usecs, ok := output.Int(run, "localBackupInfo.startTimeUsecs|"+cells.Archived+"startTimeUsecs"); ok {
		return time.UnixMicro(usecs)
	}
	return time.Time{}
}

// runEnd returns when a run ended; zero where it does not say.
func runEnd(run any) time.Time {
	if usecs, ok := output.Int(run, "localBackupInfo.endTimeUsecs|"+cells.Archived+"endTimeUsecs"); ok {
		return time.UnixMicro(usecs)
	}
	return time.Time{}
}

// typePath is where the type of a run stands.
const typePath = "localBackupInfo.runType|" + cells.Archived + "runType"

// Active returns the newest run of a group that has not ended, or nil.
func Active(runs []any) any {
	for _, run := range runs {
		if !engine.IsEnded(Status(run)) {
			return run
		}
	}
	return nil
}

// runTask returns a run to wait for. id may be "" for a run that has not appeared yet; find then looks for it.
func runTask(c *engine.Context, group, name, id string, find func(c *engine.Context) (string, error)) *engine.Task {
	t := &engine.Task{Messages: runMessages, View: runDetails, MissingOK: c.Now().Add(engine.Startup), Watch: c.CommandLine("protection-group-run", "watch", name)}
	details := &engine.Aside{}
	t.Poll = func(c *engine.Context) (*engine.Progress, error) {
		if id == "" {
			found, err := find(c)
			if err != nil || found == "" {
				return &engine.Progress{Status: "Accepted", Missing: true}, err
			}
			id = found
		}
		t.Watch = c.CommandLine("protection-group-run", "watch", name, id)
		t.Cancel = c.CommandLine("protection-group-run", "cancel", name, id)
		t.Why = c.CommandLine("protection-group-run", "why", name, id)
		p, err := pollRun(c, group, id)
		if err == nil && !p.Ended && !c.Streams.Quiet {
			addRunProgress(p, details.Ask(c, api.NewRequest(&api.GetProtectionRunProgress).SetNamed("runId", id).SetNamed("includeEventLogs", "true")))
		}
		return p, err
	}
	return t
}

// Task returns a run of a group to wait for. name is what people call the group.
func Task(c *engine.Context, group, name, id string) *engine.Task {
	return runTask(c, group, name, id, nil)
}

// number returns the number of a run by its identifier, which commands take in its place.
func number(id string) string {
	n, _, _ := strings.Cut(id, ":")
	return n
}

// readRun returns a run.
func readRun(c *engine.Context, group, id string) (*engine.Result, error) {
	return c.Call(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", group).SetNamed("runId", id))
}

// readObjects returns a run with its objects.
func readObjects(c *engine.Context, group, id string) (*engine.Result, error) {
	return c.Call(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", group).SetNamed("runId", id).SetNamed("includeObjectDetails", "true"))
}

// pollRun asks for the state of a run.
func pollRun(c *engine.Context, group, id string) (*engine.Progress, error) {
	result, err := readObjects(c, group, id)
	if err != nil {
		return nil, err
	}
	return stateOf(result, group, id), nil
}

// stateOf returns the state of a run by what was read of it with its objects.
func stateOf(result *engine.Result, group, id string) *engine.Progress {
	run := result.Value
	p := &engine.Progress{Raw: result.Raw, Status: Status(run), Messages: cells.Lines(run, "localBackupInfo.messages")}
	p.Ended = engine.IsEnded(p.Status)
	p.About = []any{"Run", number(id), "Name", cmp.Or(output.String(run, "protectionGroupName"), group)}
	p.Bytes, _ = output.Int(run, "localBackupInfo.localSnapshotStats.bytesRead|"+cells.Archived+"stats.bytesRead")
	if message := output.String(run, cells.Archived+"message"); message != "" {
		p.Messages = append(p.Messages, message)
	}
	for _, o := range output.List(run, "objects") {
		p.Objects = append(p.Objects, engine.ObjectProgress{
			Name: output.String(o, "object.name"), Status: cells.ObjectStatus(o),
			Message: strings.Join(append(cells.Lines(o, cells.Local+"warnings"), cells.Lines(o, cells.Local+"statusMessage|"+cells.Archived+"message")...), "; "),
		})
	}
	return p
}

// addRunProgress adds what the service says of how far a run is; nothing where that is nil.
func addRunProgress(p *engine.Progress, details any) {
	local := output.At(details, "localRun|archivalRun[0]")
	p.Percent, p.HasPercent = percentage(local)
	if usecs, ok := output.Int(local, "expectedRemainingTimeUsecs"); ok {
		p.Remaining = output.Length(usecs, time.Microsecond)
	}
	for _, event := range output.List(local, "events") {
		p.Messages = append(p.Messages, output.String(event, "message"))
	}
	for _, o := range output.List(local, "objects") {
		name := output.String(o, "name")
		i := slices.IndexFunc(p.Objects, func(o engine.ObjectProgress) bool { return o.Name == name })
		if i < 0 {
			p.Objects = append(p.Objects, engine.ObjectProgress{Name: name, Status: output.String(o, "status")})
			i = len(p.Objects) - 1
		}
		p.Objects[i].Percent, p.Objects[i].HasPercent = percentage(o)
	}
}

// HowFar asks how far a run is: in percent, and for how much longer the service expects it to take.
func HowFar(c *engine.Context, run string) (*engine.Progress, error) {
	result, err := c.Call(api.NewRequest(&api.GetProtectionRunProgress).SetNamed("runId", run).SetNamed("excludeObjectDetails", "true"))
	if err != nil {
		return nil, err
	}
	p := &engine.Progress{}
	addRunProgress(p, result.Value)
	return p, nil
}

func percentage(v any) (float64, bool) {
	n, ok := output.At(v, "percentageCompleted").(json.Number)
	f, err := n.Float64()
	return f, ok && err == nil && f >= 0 && f <= 100
}
