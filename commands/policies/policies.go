// Package policies has the commands about protection policies.
package policies

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/commands/pages"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `protection-policy`.
var Resource = engine.Resource{
	Name: "protection-policy", Aliases: []string{"policy"}, About: "policy.about|Manage protection policies.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.GetProtectionPolicies, View: policyList, Role: engine.Reader,
			Main:     []string{"policy-names", "include-stats", "types", "ids", "vault-ids"},
			Examples: []string{"policy list", "policy list --policy-names gold,silver --include-stats"}},
		{Name: "get", Op: &api.GetProtectionPolicyByID, View: policyDetails, Page: pages.Policy(policyDetails), Role: engine.Reader,
			Main:     []string{"id"},
			Examples: []string{"policy get gold", "policy get gold --output yaml"}},
		{Name: "create", Op: &api.CreateProtectionPolicy, Bodies: bodies, View: policyDetails, Role: engine.Manager,
			Main: mainOptions,
			Examples: []string{
				`policy create --name gold --backup-policy-regular '{"retention": {"unit": "Weeks", "duration": 2}}'`,
				"policy create --name gold --backup-policy @gold.yaml",
				"policy create --example lock",
			}},
		{Name: "update", Op: &api.UpdateProtectionPolicy, Bodies: bodies, Ask: Subject.AskReplace, Confirm: change.ReplaceAsk, View: policyDetails, Role: engine.Manager,
			Main: mainOptions,
			Examples: []string{
				"policy update gold --name gold --backup-policy @gold.yaml",
				`policy update gold --name gold --backup-policy-regular '{"retention": {"unit": "Weeks", "duration": 4}}'`,
				"policy update gold --json-input @policy.yaml",
			}},
		{Name: "set", About: "policy.set|Change settings of policies, and leave the rest as it is.", View: change.Changes, Args: change.Args(api.KindPolicy), Role: engine.Manager,
			Job: change.Set(Subject), Asks: true, Lenient: true, Settings: Subject.Words,
			Examples: []string{"policy set gold retention=4w schedule=4h", "policy set gold lock=compliance:14d", "policy set gold backupPolicy.regular.retention.duration=4 --dry-run"}},
		{Name: "edit", About: "policy.edit|Edit a policy as YAML in your editor.", View: change.Changes, Args: change.EditArgs(api.KindPolicy), Role: engine.Manager,
			Job: change.Edit(Subject), Asks: true, Lenient: true, Examples: []string{"policy edit gold", "policy edit gold --dry-run"}},
		{Name: "delete", Op: &api.DeleteProtectionPolicy, Role: engine.Manager,
			Ask: askDeletion, Confirm: plainDeletion, Done: "policy.deleted|Protection policy '{{.Name}}' was deleted.",
			Examples: []string{"policy delete gold", "policy delete gold --dry-run"}},
	},
}

// mainOptions are the main options of `policy create` and `policy update`.
var mainOptions = []string{
	"backup-policy-regular", "backup-policy-log", "extended-retention", "retry-options-retries", "retry-options-retry-interval-mins",
	"blackout-window", "description", "remote-target-policy-archival-targets", "remote-target-policy-replication-targets",
}

var policyList = &output.View{
	Rows: "policies", Empty: "policy.empty|There are no protection policies.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Format: output.ID, Rank: 9},
		{Title: "Schedule", Path: "backupPolicy.regular.incremental.schedule|backupPolicy.regular.full.schedule", Format: cells.Schedule},
		{Title: "Retention", Path: "backupPolicy.regular.retention", Format: cells.Retention},
		{Title: "Groups", Path: "numProtectionGroups", Rank: 4},
		{Title: "Objects", Path: "numProtectedObjects", Rank: 5},
		{Title: "Lock", Path: "dataLock", Rank: 2},
	},
}

var policyDetails = &output.View{Columns: []output.Column{
	{Title: "Name", Path: "name", Format: output.Entity},
	{Title: "ID", Path: "id"},
	{Title: "Description", Path: "description"},
	{Title: "Schedule", Path: "backupPolicy.regular.incremental.schedule", Format: cells.Schedule},
	{Title: "Full Backup", Path: "backupPolicy.regular.fullBackups[0].schedule|backupPolicy.regular.full.schedule", Format: cells.Schedule},
	{Title: "Retention", Path: "backupPolicy.regular.retention", Format: cells.Retention},
	{Title: "Log Backup", Path: "backupPolicy.log.schedule", Format: cells.Schedule},
	{Title: "Log Retention", Path: "backupPolicy.log.retention", Format: cells.Retention},
	{Title: "Extended Retentions", Path: "extendedRetention", Format: output.Count},
	{Title: "Blackout Windows", Path: "blackoutWindow", Format: output.Count},
	{Title: "Archives", Path: "remoteTargetPolicy.archivalTargets", Format: output.Count},
	{Title: "Replications", Path: "remoteTargetPolicy.replicationTargets", Format: output.Count},
	{Title: "Retries", Path: "retryOptions.retries"},
	{Title: "Data Lock", Path: "dataLock"},
	{Title: "Groups", Path: "numProtectionGroups"},
	{Title: "Objects", Path: "numProtectedObjects"},
	{Title: "Version", Path: "version"},
	{Title: "Modified", Path: "lastModificationTimeUsecs", Format: output.Usecs},
	{Title: "Usable", Path: "isUsable", Format: output.YesNo},
}}
