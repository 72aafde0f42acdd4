package agents

import (
	"cmp"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// The state of agent upgrades, and how to wait for one.

var upgradeMessages = &engine.TaskMessages{
	Interrupted: "upgrade.interrupted|Stopped waiting; the upgrade continues.",
	TimedOut:    "upgrade.timeout|The upgrade has not finished within {{.Span}}; it continues.",
	Ended:       "upgrade.ended|Upgrade '{{.Name}}' ended with the status {{.Status}}.",
	Warned:      "upgrade.warned|Upgrade '{{.Name}}' succeeded with warnings.",
}

var newUpgrade = &engine.Waiting{
	Task: func(c *engine.Context, _ any, answer *engine.Result) (*engine.Task, error) {
		id, err := engine.Started(answer)
		if err != nil {
			return nil, err
		}
		return &engine.Task{Messages: upgradeMessages, View: upgradeDetails, MissingOK: c.Now().Add(engine.Startup), Poll: func(c *engine.Context) (*engine.Progress, error) {
			return pollUpgrade(c, id)
		}}, nil
	},
}

// pollUpgrade asks for the state of an upgrade.
func pollUpgrade(c *engine.Context, id string) (*engine.Progress, error) {
	result, err := c.Call(api.NewRequest(&api.GetUpgradeTasks).SetNamed("ids", id))
	if err != nil {
		return nil, err
	}
	raw, task, err := output.First(result.Raw, "tasks")
	if err != nil || task == nil {
		return &engine.Progress{Status: "Scheduled", Missing: true}, err
	}
	p := &engine.Progress{Raw: raw, Status: output.String(task, "status"), Messages: cells.Lines(task, "error.message"), About: []any{"Name", cmp.Or(output.String(task, "name"), id)}}
	p.Ended = engine.IsEnded(p.Status)
	for _, agent := range output.List(task, "agents") {
		p.Objects = append(p.Objects, engine.ObjectProgress{Name: output.String(agent, "info.name"), Status: output.String(agent, "info.status"), Message: output.String(agent, "info.error.message")})
		p.Messages = append(p.Messages, cells.Lines(agent, "info.error.message")...)
	}
	return p, nil
}

// agentNames shows the agents of an upgrade by the names of their hosts, where the service says them.
func agentNames(v any) output.Cell {
	list, _ := v.([]any)
	names := make([]string, len(list))
	for i, agent := range list {
		if names[i] = output.String(agent, "info.name|id"); names[i] == "" {
			names[i] = output.String(agent, "")
		}
	}
	return output.Cell{Text: strings.Join(names, ", ")}
}
