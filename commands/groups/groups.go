// Package groups has the commands about protection groups.
package groups

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/commands/pages"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `protection-group`.
var Resource = engine.Resource{
	Name: "protection-group", Aliases: []string{"group"}, About: "group.about|Manage protection groups.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.GetProtectionGroups, View: groupList, Role: engine.Reader,
			Main: []string{
				"policy-ids", "environments", "last-run-any-status", "include-last-run-info", "names", "is-paused", "is-last-run-sla-violated", "is-active",
				"source-ids",
			},
			Examples: []string{
				"group list",
				"group list --policy-ids gold --environments physical",
				"group list --last-run-any-status failed --include-last-run-info",
			}},
		{Name: "get", Op: &api.GetProtectionGroupByID, View: groupDetails, Page: pages.Group(groupDetails), Role: engine.Reader,
			Main:     []string{"include-last-run-info"},
			Examples: []string{"group get web-files", "group get web-files --include-last-run-info --output json"}},
		{Name: "create", Op: &api.CreateProtectionGroup, Bodies: bodies, View: groupDetails, Role: engine.Manager,
			Main: mainOptions,
			Examples: []string{
				"group create --name web-files --policy-id gold --environment physical --physical-params-protection-type file " +
					`--physical-params-file-protection-type-params '{"objects": [{"id": "web-1", "filePaths": [{"includedPath": "/"}]}]}'`,
				`group create --name shop --policy-id gold --environment kubernetes --kubernetes-params-objects '[{"id": "shop"}]'`,
				"group create --json-input @group.yaml --name web-files-2",
			}},
		{Name: "update", Op: &api.UpdateProtectionGroup, Bodies: bodies, Ask: Subject.AskReplace, Confirm: change.ReplaceAsk, View: groupDetails, Role: engine.Manager,
			Main: mainOptions,
			Examples: []string{
				"group update web-files --json-input @group.yaml",
				"group update web-files --name web-files --policy-id silver --environment physical --physical-params-protection-type file " +
					"--physical-params-file-protection-type-params @objects.yaml",
			}},
		{Name: "set", About: "group.set|Change settings of groups, and leave the rest as it is.", View: change.Changes, Args: change.Args(api.KindGroup), Role: engine.Manager,
			Job: change.Set(Subject), Asks: true, Lenient: true, Settings: Subject.Words,
			Examples: []string{"group set web-files policy=silver sla=30m", "group set web-files include+=/srv exclude-=/tmp", "group set web-files priority=high --dry-run"}},
		{Name: "edit", About: "group.edit|Edit a group as YAML in your editor.", View: change.Changes, Args: change.EditArgs(api.KindGroup), Role: engine.Manager,
			Job: change.Edit(Subject), Asks: true, Lenient: true, Examples: []string{"group edit web-files", "group edit web-files --dry-run"}},
		{Name: "pause", About: "group.pause|Pause groups: no scheduled runs until they are resumed.", View: pausedGroups, Args: selection.ManyGroups, Role: engine.Manager,
			Job: changePause(true), Wait: drainedGroups,
			Examples: []string{"group pause web-files", "group pause 'prod-*' --drain --wait", "group pause --all"}},
		{Name: "resume", About: "group.resume|Resume paused groups.", View: pausedGroups, Args: selection.ManyGroups, Role: engine.Manager, Job: changePause(false),
			Examples: []string{"group resume web-files", "group resume 'prod-*'"}},
		{Name: "delete", Op: &api.DeleteProtectionGroup, Role: engine.Manager,
			Ask: askDeletion, Confirm: plainDeletion, Done: "group.deleted|Protection group '{{.Name}}' was deleted.",
			Examples: []string{"group delete web-files", "group delete web-files --delete-snapshots --force"}},
	},
}

// mainOptions are the main options of `group create` and `group update`.
var mainOptions = []string{
	"physical-params-protection-type", "physical-params-file-protection-type-params", "kubernetes-params-objects",
	"physical-params-volume-protection-type-params", "mssql-params-protection-type", "mssql-params-file-protection-type-params", "physical-params",
	"kubernetes-params", "mssql-params", "start-time-hour", "start-time-minute", "start-time-time-zone", "sla", "priority", "description",
	"alert-policy-alert-targets", "is-paused",
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
