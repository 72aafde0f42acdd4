// Package agents has the commands about upgrades of the agents on protected hosts.
package agents

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Upgrades has the commands below `agent-upgrade-task`.
var Upgrades = engine.Resource{
	Name: "agent-upgrade-task", About: "upgrade.about|Upgrade the agents on protected hosts.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.GetUpgradeTasks, View: upgradeList, Role: engine.Reader,
			Examples: []string{"agent-upgrade-task list", "agent-upgrade-task list --output json"}},
		{Name: "create", Op: &api.CreateUpgradeTask, Bodies: bodies, View: upgradeDetails, Role: engine.Writer, Wait: newUpgrade,
			Examples: []string{
				"agent-upgrade-task create --name today --agent-ids web-1,db-1 --wait",
				"agent-upgrade-task create --name tonight --agent-ids web-1 --schedule-time-usecs +8h",
			}},
	},
}

var upgradeList = &output.View{
	Rows: "tasks", Empty: "upgrade.empty|There are no agent upgrades.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 9},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Agents", Path: "agents|agentIDs", Format: agentNames, Rank: 4},
		{Title: "Scheduled", Path: "scheduleTimeUsecs", Format: output.Usecs, Rank: 3},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Duration", Format: cells.Duration, Needs: cells.DurationNeeds, Rank: 5},
		{Title: "Error", Path: "error.message", FreeText: true},
	},
}

var upgradeDetails = &output.View{
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Description", Path: "description"},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Type", Path: "type"},
		{Title: "Agents", Path: "agents|agentIDs", Format: agentNames},
		{Title: "Scheduled", Path: "scheduleTimeUsecs", Format: output.Usecs},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "endTimeUsecs", Format: output.Usecs},
		{Title: "Version", Path: "clusterVersion"},
		{Title: "Retryable", Path: "isRetryable", Format: output.YesNo},
		{Title: "Error", Path: "error.message"},
	},
	Sections: []output.View{{Heading: "heading.agents|Agents", Rows: "agents", Columns: []output.Column{
		{Title: "Name", Path: "info.name", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 9},
		{Title: "Status", Path: "info.status", Format: output.Status},
		{Title: "Previous Version", Path: "info.previousSoftwareVersion", Rank: 3},
		{Title: "Error", Path: "info.error.message", FreeText: true},
	}}},
}
