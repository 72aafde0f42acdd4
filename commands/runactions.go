package commands

import (
	"bytes"
	"encoding/json"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// changedRuns waits for the runs that an action is about: until a canceled one has ended, a paused one stands still and
// a resumed one goes on.
func (inv *invocation) changedRuns(r *api.Request, _ any, _ *received) (*work, error) {
	var asked struct {
		Action string `json:"action"`
	}
	_ = json.Unmarshal(r.Body, &asked)
	body, err := output.Read(bytes.NewReader(r.Body))
	if err != nil {
		return nil, err
	}
	group, list := r.Get("id")[0], strings.ToLower(asked.Action)+"Params"
	var ids []string
	for _, one := range output.List(body, list) {
		ids = append(ids, output.String(one, "runId"))
	}
	return inv.actedOn(asked.Action, group, orElse(inv.named, group), ids), nil
}

// reached tells whether a run is in the state that an action asks for.
func reached(action, status string) bool {
	switch action {
	case "Pause":
		return status == "Paused" || isDone(status)
	case "Resume":
		return status != "Paused" && status != "Accepted" || isDone(status)
	}
	return isDone(status)
}

// actedOn waits for runs after an action.
func (inv *invocation) actedOn(action, group, name string, ids []string) *work {
	w := &work{noun: "run", view: runDetails, watch: inv.again(append([]string{"protection-group-run", "watch", name}, ids[:1]...)...)}
	w.wish = map[string]string{"Cancel": "Canceled", "Pause": "Paused"}[action]
	if len(ids) > 1 {
		w.view = runList
	}
	w.look = func() (*standing, error) {
		whole := &standing{ended: true, status: w.wish}
		var raws [][]byte
		for _, id := range ids {
			at, err := inv.lookAtRun(group, id)
			if err != nil {
				return nil, err
			}
			raws = append(raws, at.raw)
			if len(ids) == 1 {
				whole = at
				whole.ended = reached(action, at.status)
				if action == "Resume" && !isDone(at.status) {
					w.wish = at.status
				}
				return whole, nil
			}
			whole.ended = whole.ended && reached(action, at.status)
			whole.messages = append(whole.messages, at.messages...)
			whole.parts = append(whole.parts, part{name: id, status: at.status})
			if !reached(action, at.status) || isFailed(at.status) || whole.status == "" {
				whole.status = at.status
			}
		}
		whole.count()
		whole.raw = append(append([]byte(`{"runs":[`), bytes.Join(raws, []byte(","))...), "]}"...)
		if action == "Resume" && whole.ended && !isDone(whole.status) {
			w.wish = whole.status
		}
		return whole, nil
	}
	return w
}

// actionError tells why an action could not be carried out, by the service's answer.
func actionError(answer any) error {
	for _, list := range []string{"pauseParams", "resumeParams", "cancelParams"} {
		if err := runErrors(answer, list, "error"); err != nil {
			return err
		}
	}
	return nil
}

// updateError tells which runs could not be changed, and why, by the service's answer.
func updateError(answer any) error { return runErrors(answer, "failedRuns", "errorMessage") }

// runErrors makes an error of the runs of a list that have a message in a field, or nil.
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
	return &failure{what: what, exit: exitFailed}
}

// act sends an action on a run.
func (inv *invocation) act(action, group, id string) (*received, error) {
	list := strings.ToLower(action) + "Params"
	body, err := json.Marshal(map[string]any{"action": action, list: []any{map[string]any{"runId": id}}})
	if err != nil {
		return nil, err
	}
	r := api.NewRequest(&api.PerformActionOnProtectionGroupRun).SetNamed("id", group)
	r.Body = body
	a, err := inv.exchange(r)
	if err == nil {
		err = actionError(a.value)
	}
	return a, err
}

// whichRun finds the run that is meant by [GROUP] [RUN]: a run's id says enough, and a group alone means its active run,
// or with newest its newest one when none is active.
func (inv *invocation) whichRun(newest bool) (group, id string, err error) {
	switch {
	case len(inv.args) == 0:
		return "", "", usage("GROUP or RUN is missing.")
	case len(inv.args) == 1 && isRunID(inv.args[0]):
		inv.named = inv.args[0]
		group, err = inv.groupOf(inv.args[0])
		inv.named = group
		return group, inv.args[0], err
	}
	inv.named = inv.args[0]
	if group, err = inv.lookUp(&findGroup, inv.args[0]); err != nil || len(inv.args) > 1 {
		return group, inv.args[len(inv.args)-1], err
	}
	runs, err := inv.groupRuns(group)
	if err != nil {
		return "", "", err
	}
	run := active(runs)
	if run == nil && newest && len(runs) > 0 {
		run = runs[0]
	}
	if run == nil {
		return "", "", &failure{exit: exitNotFound, what: []string{i18n.T("Protection group {{.Name}} has no active run.", "Name", quoted(inv.named))}}
	}
	return group, output.String(run, "id"), nil
}

// groupOf finds the protection group of a run. Most often it is the last run of its group, which one request tells.
func (inv *invocation) groupOf(run string) (string, error) {
	answer, err := inv.answer(api.NewRequest(&api.GetProtectionGroups).SetNamed("includeLastRunInfo", "true"))
	if err != nil {
		return "", err
	}
	groups := output.List(answer, "protectionGroups")
	for _, g := range groups {
		if output.String(g, "lastRun.id") == run {
			return output.String(g, "id"), nil
		}
	}
	for _, g := range groups {
		id := output.String(g, "id")
		runs, err := inv.answer(api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", id).SetNamed("runId", run))
		if err != nil {
			return "", err
		}
		if len(output.List(runs, "runs")) > 0 {
			return id, nil
		}
	}
	return "", &notFound{Noun: i18n.T("run"), Name: run}
}

// watchRun carries out `protection-group-run watch`.
func (inv *invocation) watchRun() error {
	group, id, err := inv.whichRun(true)
	if err != nil {
		return err
	}
	return inv.withinLimit(func() error { return inv.finish(inv.runWork(group, inv.named, id, nil)) })
}

// runAction makes the function of a command that does something to a run.
func runAction(action string, done i18n.Text) func(*invocation) error {
	return func(inv *invocation) error {
		if err := inv.checkWait(); err != nil {
			return err
		}
		group, id, err := inv.whichRun(false)
		if err != nil {
			return err
		}
		a, err := inv.act(action, group, id)
		if err != nil {
			return err
		}
		if inv.flags.isTrue("wait") {
			return inv.withinLimit(func() error { return inv.finish(inv.actedOn(action, group, inv.named, []string{id})) })
		}
		if inv.format() == "table" && !inv.flags.given("jmes-query") {
			return inv.say(i18n.T(done, "Run", output.Clean(id)))
		}
		return inv.show(bytes.NewReader(a.raw))
	}
}
