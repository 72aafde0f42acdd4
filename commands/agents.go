package commands

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// agentUpgrades are the commands below `backup-recovery agent-upgrade-task`.
var agentUpgrades = resource{
	Name: "agent-upgrade-task", About: "Upgrade the agents on protected hosts.",
	Commands: []command{
		{Name: "list", Op: &api.GetUpgradeTasks, View: upgradeList, Role: reader},
		{Name: "create", Op: &api.CreateUpgradeTask, View: upgradeDetails, Role: writer, Wait: newUpgrade},
	},
}

var upgradeList = &output.View{
	Rows: "tasks", Empty: "There are no agent upgrades.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Agents", Path: "agentIDs"},
		{Title: "Scheduled", Path: "scheduleTimeUsecs", Format: output.Usecs},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Took", Format: took, Needs: tookNeeds},
		{Title: "Error", Path: "error.message"},
	},
}

var upgradeDetails = &output.View{
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Description", Path: "description"},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Type", Path: "type"},
		{Title: "Agents", Path: "agentIDs"},
		{Title: "Scheduled", Path: "scheduleTimeUsecs", Format: output.Usecs},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "endTimeUsecs", Format: output.Usecs},
		{Title: "Version", Path: "clusterVersion"},
		{Title: "Can be retried", Path: "isRetryable", Format: output.YesNo},
		{Title: "Error", Path: "error.message"},
	},
	Sections: []output.View{{Heading: "Agents", Rows: "agents", Columns: []output.Column{
		{Title: "Name", Path: "info.name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Status", Path: "info.status", Format: output.Status},
		{Title: "Old version", Path: "info.previousSoftwareVersion"},
		{Title: "Error", Path: "info.error.message"},
	}}},
}
