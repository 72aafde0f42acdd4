package commands

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// protectionPolicies are the commands below `backup-recovery protection-policy`.
var protectionPolicies = resource{
	Name: "protection-policy", Aliases: []string{"policy"}, About: "Manage protection policies.",
	Commands: []command{
		{Name: "list", Op: &api.GetProtectionPolicies, View: policyList, Role: reader},
		{Name: "get", Op: &api.GetProtectionPolicyByID, View: policyDetails, Finds: []finder{findPolicy}, Role: reader},
		{Name: "create", Op: &api.CreateProtectionPolicy, View: policyDetails, Role: manager},
		{Name: "update", Op: &api.UpdateProtectionPolicy, View: policyDetails, Finds: []finder{findPolicy}, Role: manager},
		{Name: "delete", Op: &api.DeleteProtectionPolicy, Finds: []finder{findPolicy}, Role: manager,
			Confirm: "Delete protection policy {{.Name}}?", Done: "Protection policy {{.Name}} was deleted."},
	},
}

var policyList = &output.View{
	Rows: "policies", Empty: "There are no protection policies.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Every", Path: "backupPolicy.regular.incremental.schedule|backupPolicy.regular.full.schedule", Format: schedule},
		{Title: "Keep", Path: "backupPolicy.regular.retention", Format: retention},
		{Title: "Groups", Path: "numProtectionGroups"},
		{Title: "Objects", Path: "numProtectedObjects"},
		{Title: "Lock", Path: "dataLock"},
	},
}

var policyDetails = &output.View{Columns: []output.Column{
	{Title: "Name", Path: "name", Format: output.Entity},
	{Title: "ID", Path: "id"},
	{Title: "Description", Path: "description"},
	{Title: "Every", Path: "backupPolicy.regular.incremental.schedule", Format: schedule},
	{Title: "Full backup", Path: "backupPolicy.regular.fullBackups[0].schedule|backupPolicy.regular.full.schedule", Format: schedule},
	{Title: "Keep", Path: "backupPolicy.regular.retention", Format: retention},
	{Title: "Log backup", Path: "backupPolicy.log.schedule", Format: schedule},
	{Title: "Keep logs", Path: "backupPolicy.log.retention", Format: retention},
	{Title: "Longer retentions", Path: "extendedRetention", Format: output.Count},
	{Title: "Blackout windows", Path: "blackoutWindow", Format: output.Count},
	{Title: "Archives", Path: "remoteTargetPolicy.archivalTargets", Format: output.Count},
	{Title: "Replications", Path: "remoteTargetPolicy.replicationTargets", Format: output.Count},
	{Title: "Retries", Path: "retryOptions.retries"},
	{Title: "Data lock", Path: "dataLock"},
	{Title: "Groups", Path: "numProtectionGroups"},
	{Title: "Objects", Path: "numProtectedObjects"},
	{Title: "Version", Path: "version"},
	{Title: "Changed", Path: "lastModificationTimeUsecs", Format: output.Usecs},
	{Title: "Usable", Path: "isUsable", Format: output.YesNo},
}}

// schedule words how often something happens: "every 4 hours", "Sunday", "day 1 of the month".
func schedule(v any) output.Cell {
	for _, every := range []struct {
		path      string
		one, many i18n.Text
	}{
		{"minuteSchedule.frequency", "every minute", "every {{.Number}} minutes"},
		{"hourSchedule.frequency", "every hour", "every {{.Number}} hours"},
		{"daySchedule.frequency", "every day", "every {{.Number}} days"},
	} {
		switch n := output.String(v, every.path); n {
		case "":
		case "1":
			return output.Cell{Text: i18n.T(every.one)}
		default:
			return output.Cell{Text: i18n.T(every.many, "Number", n)}
		}
	}
	if days := output.List(v, "weekSchedule.dayOfWeek"); days != nil {
		return output.Cell{Text: output.String(v, "weekSchedule.dayOfWeek")}
	}
	if day := output.String(v, "monthSchedule.dayOfMonth"); day != "" {
		return output.Cell{Text: i18n.T("day {{.Day}} of the month", "Day", day)}
	}
	if week := output.String(v, "monthSchedule.weekOfMonth"); week != "" {
		return output.Cell{Text: i18n.T("{{.Week}} {{.Day}} of the month", "Week", week, "Day", output.String(v, "monthSchedule.dayOfWeek"))}
	}
	if day := output.String(v, "yearSchedule.dayOfYear"); day != "" {
		return output.Cell{Text: i18n.T("{{.Day}} day of the year", "Day", day)}
	}
	return output.Cell{Text: output.String(v, "unit")}
}

// retention words how long something is kept, and locked: "2 weeks, locked for 3 days (Compliance)".
func retention(v any) output.Cell {
	kept := length(v)
	if lock := output.At(v, "dataLockConfig"); lock != nil {
		kept = i18n.T("{{.Length}}, locked for {{.Lock}} ({{.Mode}})", "Length", kept, "Lock", length(lock), "Mode", output.String(lock, "mode"))
	}
	return output.Cell{Text: kept}
}

// length words a number of a unit of time: "1 week".
func length(v any) string {
	number, unit := output.String(v, "duration"), strings.ToLower(output.String(v, "unit"))
	if number == "1" {
		unit = strings.TrimSuffix(unit, "s")
	}
	return strings.TrimSpace(number + " " + unit)
}
