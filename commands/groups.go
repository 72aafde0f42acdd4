package commands

import (
	"fmt"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// protectionGroups are the commands below `backup-recovery protection-group`.
var protectionGroups = resource{
	Name: "protection-group", Aliases: []string{"group"}, About: "Manage protection groups.",
	Commands: []command{
		{Name: "list", Op: &api.GetProtectionGroups, View: groupList, Role: reader},
		{Name: "get", Op: &api.GetProtectionGroupByID, View: groupDetails, Finds: []finder{findGroup}, Role: reader},
		{Name: "create", Op: &api.CreateProtectionGroup, View: groupDetails, Role: manager},
		{Name: "update", Op: &api.UpdateProtectionGroup, View: groupDetails, Finds: []finder{findGroup}, Role: manager},
		{Name: "delete", Op: &api.DeleteProtectionGroup, Finds: []finder{findGroup}, Role: manager,
			Confirm: "Delete protection group {{.Name}}?", Done: "Protection group {{.Name}} was deleted."},
	},
}

var groupList = &output.View{
	Rows: "protectionGroups", Empty: "There are no protection groups.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Environment", Path: "environment"},
		{Title: "Policy", Path: "policyId"},
		{Title: "Objects", Path: "numProtectedObjects"},
		{Title: "Last run", Path: "lastRun.localBackupInfo.startTimeUsecs|lastRun.archivalInfo.archivalTargetResults[0].startTimeUsecs", Format: output.Usecs},
		{Title: "Status", Path: "lastRun.localBackupInfo.status|lastRun.archivalInfo.archivalTargetResults[0].status", Format: output.Status},
		{Title: "Paused", Path: "isPaused", Format: output.YesNo},
	},
}

var groupDetails = &output.View{
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Description", Path: "description"},
		{Title: "Environment", Path: "environment"},
		{Title: "Policy", Path: "policyId"},
		{Title: "Priority", Path: "priority"},
		{Title: "Start", Path: "startTime", Format: timeOfDay},
		{Title: "SLA", Path: "sla", Format: slaMinutes},
		{Title: "Objects", Path: "numProtectedObjects"},
		{Title: "Active", Path: "isActive", Format: output.YesNo},
		{Title: "Paused", Path: "isPaused", Format: output.YesNo},
		{Title: "Type", Path: "physicalParams.protectionType|mssqlParams.protectionType"},
		{Title: "Last run", Path: "lastRun.id"},
		{Title: "Started", Path: "lastRun.localBackupInfo.startTimeUsecs", Format: output.Usecs},
		{Title: "Status", Path: "lastRun.localBackupInfo.status", Format: output.Status},
		{Title: "Alerts on", Path: "alertPolicy.backupRunStatus"},
		{Title: "Changed", Path: "lastModifiedTimestampUsecs", Format: output.Usecs},
	},
	Sections: []output.View{
		{Heading: "Files", Rows: "physicalParams.fileProtectionTypeParams.objects", Columns: []output.Column{
			{Title: "Object", Path: "name", Format: output.Entity},
			{Title: "ID", Path: "id"},
			{Title: "Paths", Path: "filePaths", Format: output.Each("includedPath")},
		}},
		{Heading: "Volumes", Rows: "physicalParams.volumeProtectionTypeParams.objects", Columns: []output.Column{
			{Title: "Object", Path: "name", Format: output.Entity},
			{Title: "ID", Path: "id"},
		}},
	},
}

// timeOfDay words when a group's runs start.
func timeOfDay(v any) output.Cell {
	hour, _ := output.Int(v, "hour")
	minute, _ := output.Int(v, "minute")
	text := fmt.Sprintf("%02d:%02d", hour, minute)
	if zone := output.String(v, "timeZone"); zone != "" {
		text += " " + zone
	}
	return output.Cell{Text: text}
}

// slaMinutes words the longest that runs of each kind should take.
func slaMinutes(v any) output.Cell {
	list, _ := v.([]any)
	text := ""
	for _, rule := range list {
		if text != "" {
			text += ", "
		}
		minutes := output.Span(60e9)(output.At(rule, "slaMinutes"))
		text += output.String(rule, "backupRunType") + " " + minutes.Text
	}
	return output.Cell{Text: text}
}
