// Package groups has the commands about protection groups.
package groups

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `protection-group`.
var Resource = engine.Resource{
	Name: "protection-group", Aliases: []string{"group"}, About: "group.about|Manage protection groups.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.GetProtectionGroups, View: groupList, Role: engine.Reader},
		{Name: "get", Op: &api.GetProtectionGroupByID, View: groupDetails, Role: engine.Reader},
		{Name: "create", Op: &api.CreateProtectionGroup, View: groupDetails, Role: engine.Manager},
		{Name: "update", Op: &api.UpdateProtectionGroup, View: groupDetails, Role: engine.Manager},
		{Name: "pause", About: "group.pause|Pause groups: no scheduled runs until they are resumed.", View: pausedGroups, Args: selection.ManyGroups, Role: engine.Manager,
			Job: changePause(true), Wait: drainedGroups},
		{Name: "resume", About: "group.resume|Resume paused groups.", View: pausedGroups, Args: selection.ManyGroups, Role: engine.Manager, Job: changePause(false)},
		{Name: "delete", Op: &api.DeleteProtectionGroup, Role: engine.Manager,
			Confirm: "group.delete|Delete protection group '{{.Name}}'?", Done: "group.deleted|Protection group '{{.Name}}' was deleted."},
	},
}

var groupList = &output.View{
	Rows: "protectionGroups", Empty: "group.empty|There are no protection groups.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Format: output.ID, Rank: 9},
		{Title: "Environment", Path: "environment", Rank: 4},
		{Title: "Policy", Path: "policyId", Kind: "policy", Rank: 2},
		{Title: "Objects", Path: "numProtectedObjects", Rank: 6},
		{Title: "Last Run", Path: "lastRun.localBackupInfo.startTimeUsecs|lastRun.archivalInfo.archivalTargetResults[0].startTimeUsecs", Format: output.Usecs},
		{Title: "Status", Path: "lastRun.localBackupInfo.status|lastRun.archivalInfo.archivalTargetResults[0].status", Format: output.Status},
		{Title: "Paused", Path: "isPaused", Format: output.YesNo, Rank: 3},
	},
}

var groupDetails = &output.View{
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Description", Path: "description"},
		{Title: "Environment", Path: "environment"},
		{Title: "Policy", Path: "policyId", Kind: "policy"},
		{Title: "Priority", Path: "priority"},
		{Title: "Start", Path: "startTime", Format: cells.TimeOfDay},
		{Title: "SLA", Path: "sla", Format: cells.SLAMinutes},
		{Title: "Objects", Path: "numProtectedObjects"},
		{Title: "Active", Path: "isActive", Format: output.YesNo},
		{Title: "Paused", Path: "isPaused", Format: output.YesNo},
		{Title: "Type", Path: "physicalParams.protectionType|mssqlParams.protectionType"},
		{Title: "Last Run", Path: "lastRun.id"},
		{Title: "Started", Path: "lastRun.localBackupInfo.startTimeUsecs", Format: output.Usecs},
		{Title: "Status", Path: "lastRun.localBackupInfo.status", Format: output.Status},
		{Title: "Alerts", Path: "alertPolicy.backupRunStatus"},
		{Title: "Modified", Path: "lastModifiedTimestampUsecs", Format: output.Usecs},
	},
	Sections: []output.View{
		{Heading: "heading.files|Files", Rows: "physicalParams.fileProtectionTypeParams.objects", Columns: []output.Column{
			{Title: "Object", Path: "name", Format: output.Entity},
			{Title: "ID", Path: "id", Rank: 9},
			{Title: "Paths", Path: "filePaths", Format: output.Each("includedPath")},
		}},
		{Heading: "heading.volumes|Volumes", Rows: "physicalParams.volumeProtectionTypeParams.objects", Columns: []output.Column{
			{Title: "Object", Path: "name", Format: output.Entity},
			{Title: "ID", Path: "id", Rank: 9},
		}},
	},
}
