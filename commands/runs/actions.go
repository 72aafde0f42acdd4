package runs

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// What people do to one run by name: pause, resume, cancel and watch it.

// runAction is something that can be done to an active run.
type runAction struct {
	name     string            // in the API
	params   string            // the field of the request with the runs
	expected string            // the status that a run has then; "" for any that fits reached
	reached  func(string) bool // reports whether a run with a status is where the action leads
	started  i18n.Text         // said once the service has taken it
}

var (
	pauseRun = &runAction{name: "Pause", params: "pauseParams", expected: "Paused", started: "run.pausing|Run {{.Run}} of '{{.Name}}' is being paused.",
		reached: func(status string) bool { return status == "Paused" || engine.IsEnded(status) }}
	resumeRun = &runAction{name: "Resume", params: "resumeParams", started: "run.resuming|Run {{.Run}} of '{{.Name}}' is being resumed.",
		reached: func(status string) bool { return status != "Paused" && status != "Accepted" }}
	cancelRun = &runAction{name: "Cancel", params: "cancelParams", expected: "Canceled", started: "run.canceling|Run {{.Run}} of '{{.Name}}' is being canceled.",
		reached: engine.IsEnded}
	runActions = []*runAction{pauseRun, resumeRun, cancelRun}
)

// changedRuns waits for the runs that an action is about: until a canceled one has ended, a paused one has stopped and a resumed
// one continues.
var changedRuns = &engine.Waiting{
	Objects: true,
	Task: func(c *engine.Context, _ any, _ *engine.Result) (*engine.Task, error) {
		group, name := c.Param("id"), output.String(c.Asked("action"), "")
		for _, a := range runActions {
			if a.name != name {
				continue
			}
			var ids []string
			for _, one := range output.List(c.Asked(a.params), "") {
				ids = append(ids, output.String(one, "runId"))
			}
			return actionTask(c, a, group, ids), nil
		}
		return actionTask(c, cancelRun, group, nil), nil
	},
}

// actionTask waits for runs after an action.
func actionTask(c *engine.Context, a *runAction, group string, ids []string) *engine.Task {
	t := &engine.Task{Messages: runMessages, View: runDetails, Expected: a.expected,
		Watch: c.CommandLine(append([]string{"protection-group-run", "watch", c.Named}, ids[:min(1, len(ids))]...)...)}
	if len(ids) == 1 {
		t.Poll = func(c *engine.Context) (*engine.Progress, error) {
			p, err := pollRun(c, group, ids[0])
			if err != nil {
				return nil, err
			}
			p.Ended = a.reached(p.Status)
			if a.expected == "" && !engine.IsEnded(p.Status) {
				t.Expected = p.Status
			}
			return p, nil
		}
		return t
	}
	t.View = runList
	t.Poll = func(c *engine.Context) (*engine.Progress, error) {
		all := &engine.Progress{Ended: true, Status: a.expected}
		var raws [][]byte
		var numbers []string
		for _, id := range ids {
			p, err := pollRun(c, group, id)
			if err != nil {
				return nil, err
			}
			raws = append(raws, p.Raw)
			all.Ended = all.Ended && a.reached(p.Status)
			all.Messages = append(all.Messages, p.Messages...)
			numbers = append(numbers, number(id))
			all.About = []any{"Run", strings.Join(numbers, ", "), "Name", p.About[3]}
			all.Objects = append(all.Objects, engine.ObjectProgress{Name: id, Status: p.Status})
			if !a.reached(p.Status) || engine.IsFailed(p.Status) || all.Status == "" {
				all.Status = p.Status
			}
		}
		all.Raw = append(append([]byte(`{"runs":[`), bytes.Join(raws, []byte(","))...), "]}"...)
		if a.expected == "" && all.Ended && !engine.IsEnded(all.Status) {
			t.Expected = all.Status
		}
		return all, nil
	}
	return t
}

// actionError returns why an action could not be carried out, by the service's answer.
func actionError(answer any) error {
	for _, a := range runActions {
		if err := runErrors(answer, a.params, "error"); err != nil {
			return err
		}
	}
	return nil
}

// updateError returns which runs could not be changed, and why, by the service's answer.
func updateError(answer any) error { return runErrors(answer, "failedRuns", "errorMessage") }

// runErrors returns an error about the runs of a list that have a message in a field, or nil.
func runErrors(answer any, list, field string) error {
	var what []string
	for _, one := range output.List(answer, list) {
		if text := output.String(one, field); text != "" {
			what = append(what, output.Clean(output.String(one, "runId")+": "+text))
		}
	}
	if what == nil {
		return nil
	}
	return &engine.Failure{What: what, Exit: engine.ExitFailed}
}

// CancelRun cancels a run of a group. run is what is known of it, and nil where that has to be asked for.
func CancelRun(c *engine.Context, group, id string, run any) error {
	_, err := actOnRun(c, cancelRun, group, id, run)
	return err
}

// actOnRun sends an action on a run. run is what is known of it, and nil where that has to be asked for.
func actOnRun(c *engine.Context, a *runAction, group, id string, run any) (*engine.Result, error) {
	target := map[string]any{"runId": id}
	if a == cancelRun {
		tasks, err := archivalTasks(c, group, id, run)
		if err != nil {
			return nil, err
		}
		if tasks != nil {
			target["archivalTaskId"] = tasks
		}
	}
	body, err := json.Marshal(map[string]any{"action": a.name, a.params: []any{target}})
	if err != nil {
		return nil, err
	}
	r := api.NewRequest(&api.PerformActionOnProtectionGroupRun).SetNamed("id", group)
	r.Body = body
	result, err := c.Call(r)
	if err == nil {
		err = actionError(result.Value)
	}
	return result, err
}

// archivalTasks returns the active tasks of a run that goes straight to archives, which the service wants to be named when the run is
// canceled, and nil for a run that is kept where the data is.
func archivalTasks(c *engine.Context, group, id string, run any) (tasks []string, err error) {
	if run == nil {
		result, err := readRun(c, group, id)
		if err != nil {
			return nil, err
		}
		run = result.Value
	}
	if output.At(run, "localBackupInfo") != nil {
		return nil, nil
	}
	for _, target := range output.List(run, "archivalInfo.archivalTargetResults") {
		if task := output.String(target, "archivalTaskId"); task != "" && !engine.IsEnded(output.String(target, "status")) {
			tasks = append(tasks, task)
		}
	}
	return tasks, nil
}

// findRun returns the run that is meant by [GROUP] [RUN]: a run's id says enough, and a group alone means its active run, or with
// newest its newest one when none is active. run is what that told of it, and may be nil.
func findRun(c *engine.Context, newest bool) (group, id string, run any, err error) {
	switch {
	case len(c.Args) == 0:
		return "", "", nil, engine.Usage("run.argument|GROUP or RUN is required.")
	case len(c.Args) == 1 && engine.IsRunID(c.Args[0]):
		id = c.Args[0]
		group, err = groupOf(c, id)
		c.Named = group
		return group, id, nil, err
	}
	c.Named = c.Args[0]
	if group, err = c.LookUp(api.KindGroup, c.Named); err != nil {
		return "", "", nil, err
	}
	if len(c.Args) > 1 {
		id, err = runOf(c, group, c.Args[1])
		return group, id, nil, err
	}
	list, err := Newest(c, group)
	if err == nil && len(list) == 0 && newest {
		list, err = firstRun(c, group)
	}
	if err != nil {
		return "", "", nil, err
	}
	run = Active(list)
	if run == nil && newest && len(list) > 0 {
		run = list[0]
	}
	if run == nil {
		if newest {
			return "", "", nil, engine.Fail(engine.ExitNotFound, "run.never|Protection group '{{.Name}}' has no run.", "Name", c.Named)
		}
		return "", "", nil, engine.Fail(engine.ExitNotFound, "run.inactive|Protection group '{{.Name}}' has no active run.", "Name", c.Named)
	}
	return group, output.String(run, "id"), run, nil
}

// maxFirstRun is how long the first run of a group is looked for: a new group starts it by itself, and it appears a little later.
const maxFirstRun = 20 * time.Second

// firstRun returns the runs of a group that has none yet as soon as there is one, and none where none appears in time.
func firstRun(c *engine.Context, group string) (list []any, err error) {
	c.Note("run.first|Protection group '{{.Name}}' has no run yet: waiting for its first one...", "Name", c.Named)
	for try, began := 0, c.Now(); len(list) == 0 && err == nil && c.Now().Sub(began) < maxFirstRun; try++ {
		if err = c.Sleep(engine.PollBackoff.Pause(try)); err == nil {
			list, err = Newest(c, group)
		}
	}
	return list, err
}

// groupOf returns the protection group of a run. Most often it is the last run of its group, which one request finds.
func groupOf(c *engine.Context, run string) (string, error) {
	result, err := c.Call(api.NewRequest(&api.GetProtectionGroups).SetNamed("includeLastRunInfo", "true"))
	if err != nil {
		return "", err
	}
	groups := output.List(result.Value, "protectionGroups")
	for _, g := range groups {
		if output.String(g, "lastRun.id") == run {
			return output.String(g, "id"), nil
		}
	}
	for _, g := range groups {
		id := output.String(g, "id")
		result, err := c.Call(api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", id).SetNamed("runId", run))
		if err != nil {
			return "", err
		}
		if len(output.List(result.Value, "runs")) > 0 {
			return id, nil
		}
	}
	return "", engine.Fail(engine.ExitNotFound, "run.missing|No protection group has a run {{.Run}}.", "Run", run)
}

// watchRun carries out `protection-group-run watch`.
func watchRun(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		group, id, _, err := findRun(c, true)
		if err != nil {
			return err
		}
		return c.Watch(func(c *engine.Context) *engine.Task { return runTask(c, group, c.Named, id, nil) })
	}
}

// changeRun returns the job of a command that does something to a run.
func changeRun(a *runAction) func(*engine.Flags) engine.Job {
	return func(*engine.Flags) engine.Job {
		return func(c *engine.Context) error {
			group, id, run, err := findRun(c, false)
			if err != nil {
				return err
			}
			result, err := actOnRun(c, a, group, id, run)
			if err != nil {
				return err
			}
			if c.Options.Wait.Wait {
				return c.Watch(func(c *engine.Context) *engine.Task { return actionTask(c, a, group, []string{id}) })
			}
			if !c.Options.Machine() {
				return c.OK(a.started, "Run", number(id), "Name", c.Named)
			}
			return c.Show(nil, result.Raw)
		}
	}
}
