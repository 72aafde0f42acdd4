// Package runs has the commands about runs of protection groups.
package runs

import (
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/events"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `protection-group-run`.
var Resource = engine.Resource{
	Name: "protection-group-run", Aliases: []string{"run"}, About: "run.about|Start, watch and change runs of protection groups.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.GetProtectionGroupRuns, About: "run.list|List the runs of a group, or the newest of all groups.", View: runList, Args: optionalGroup,
			Role: engine.Reader, Pages: pages, Job: listRuns,
			Main: []string{
				"since", "status", "start-time-usecs", "end-time-usecs", "run-types", "include-object-details", "exclude-non-restorable-runs",
				"num-runs",
			},
			Examples: []string{
				"run list",
				"run list --since -72h --status failed,warning",
				"run list web-files --all-pages --output csv",
			}},
		{Name: "get", Op: &api.GetProtectionGroupRun, View: runDetails, Page: runPage, Role: engine.Reader,
			Main:     []string{"include-object-details", "use-cached-data"},
			Examples: []string{"run get web-files latest", "run get web-files 7 --include-object-details"}},
		{Name: "create", Op: &api.CreateProtectionGroupRun, Bodies: createBodies, View: runRequested, Args: manyGroups, Role: engine.Writer, Wait: newRun, Job: createRun, FindOut: runsSince,
			Main: []string{"type", "object", "if-running", "objects", "targets-config"},
			Examples: []string{
				"run create web-files --wait",
				"run create web-files db-prod --type full --if-running join --wait",
				"run create web-files --object web-1",
			}},
		{Name: "watch", About: "run.watch|Watch a run until it has finished.", View: runDetails, Args: oneRun, Role: engine.Reader, Job: watchRun, ReadOnly: true, Waits: true,
			Examples: []string{"run watch web-files", "run watch web-files --show-objects --wait-timeout 2h", "run watch 7:1795489984659002"}},
		{Name: "pause", About: "run.pause|Pause an active run.", View: actionResults, Args: oneRun, Role: engine.Writer,
			Job: changeRun(pauseRun), Wait: changedRuns, FindOut: runsOf,
			Examples: []string{"run pause web-files", "run pause web-files 7:1795489984659002 --wait"}},
		{Name: "resume", About: "run.resume|Resume a paused run.", View: actionResults, Args: oneRun, Role: engine.Writer,
			Job: changeRun(resumeRun), Wait: changedRuns, FindOut: runsOf,
			Examples: []string{"run resume web-files", "run resume web-files 7:1795489984659002"}},
		{Name: "cancel", About: "run.cancel|Cancel an active run, or those of several groups.", View: actionResults, Args: runOrGroups, Role: engine.Writer,
			Job: cancelRuns, Asks: true, Wait: changedRuns, FindOut: runsOf,
			Examples: []string{"run cancel web-files", "run cancel web-files 7 --wait", "run cancel --all --older-than 6h"}},
		{Name: "retry", About: "run.retry|Back up again what failed, and nothing else.", View: retriedRuns, Args: selection.ManyGroups, Role: engine.Writer,
			Job: retryRuns, Wait: newRun,
			Examples: []string{"run retry --failed --dry-run", "run retry --failed --wait", "run retry --failed 'prod-*' --since -72h"}},
		{Name: "hold", About: "run.hold|Put the snapshots of a run on legal hold.", View: heldRun, Args: groupAndRun, Role: engine.Manager, Job: changeHold(true),
			Examples: []string{"run hold web-files", "run hold web-files 7:1795489984659002"}},
		{Name: "release", About: "run.release|Release the snapshots of a run from legal hold.", View: heldRun, Args: groupAndRun, Role: engine.Manager, Job: changeHold(false),
			Examples: []string{"run release web-files", "run release web-files 7:1795489984659002"}},
		{Name: "keep", About: "run.keep|Extend or shorten how long the snapshots of runs are kept.", View: keptRuns, Args: groupsOrRun, Role: engine.Manager, Job: keepRuns, Asks: true,
			Examples: []string{"run keep web-files latest --for 1y", "run keep web-files 7 --until 2027-12-31", "run keep 'prod-*' --all --for 90d --dry-run"}},
		{Name: "expire", About: "run.expire|Delete the snapshots of old runs, except held and locked ones.", View: expiredRuns, Args: []engine.Argument{{Title: "GROUP"}},
			Role: engine.Manager, Job: expireRuns, Asks: true,
			Examples: []string{"run expire web-files --older-than 30d --dry-run", "run expire web-files --older-than 30d"}},
		{Name: "progress", Op: &api.GetProtectionRunProgress, View: runProgress, Args: groupBeforeRun, Role: engine.Reader, Job: showProgress,
			Main:     []string{"include-event-logs", "include-finished-tasks", "objects", "exclude-object-details", "max-tasks-num"},
			Examples: []string{"run progress web-files latest", "run progress 7:1795489984659002 --include-event-logs --include-finished-tasks"}},
		{Name: "logs", About: "run.logs|Show every message of a run, in order of time.", View: events.View, Args: []engine.Argument{{Title: "GROUP"}, {Title: "RUN", Optional: true}},
			Role: engine.Reader, Job: showLogs, ReadOnly: true,
			Main:     []string{"follow", "level", "since"},
			Examples: []string{"run logs web-files", "run logs web-files 7 --level warning", "run logs web-files --follow --wait-timeout 2h"}},
		{Name: "update", Op: &api.UpdateProtectionGroupRun, Bodies: updateBodies, View: runsUpdated, Role: engine.Writer, Failed: updateError, Ask: askUpdate, Confirm: plainUpdate,
			Examples: []string{
				`run update web-files --update-protection-group-run-params '[{"runId": "latest", "localSnapshotConfig": {"daysToKeep": 30}}]'`,
				`run update web-files --update-protection-group-run-params '[{"runId": "latest", ` +
					`"localSnapshotConfig": {"enableLegalHold": true}}]'`,
			}},
		{Name: "perform-action", Op: &api.PerformActionOnProtectionGroupRun, Bodies: actionBodies, View: actionResults, Role: engine.Writer, Wait: changedRuns, Failed: actionError, FindOut: runsOf,
			Examples: []string{
				`run perform-action web-files --action cancel --cancel-params '[{"runId": "latest"}]' --wait`,
				`run perform-action web-files --action pause --pause-params '[{"runId": "latest"}]'`,
			}},
	},
}

// manyGroups are the arguments of a command about one group or several.
var manyGroups = []engine.Argument{{Title: "GROUP", Many: true}}

// oneRun are the arguments of a command about one run: its id, its group for the active one, or both.
var oneRun = []engine.Argument{{Title: "GROUP", Optional: true}, {Title: "RUN", Optional: true}}

// runOrGroups are the arguments of oneRun, or several groups.
var runOrGroups = []engine.Argument{{Title: "GROUP", Optional: true}, {Title: "RUN", Optional: true, Many: true}}

var runList = &output.View{
	Rows: "runs", Empty: "run.empty|There are no runs.",
	Columns: []output.Column{
		{Title: "Run", Path: "id", Format: output.RunID},
		{Title: "Status", Path: "localBackupInfo.status|" + cells.Archived + "status", Format: output.Status},
		{Title: "Type", Path: "localBackupInfo.runType|" + cells.Archived + "runType", Rank: 3},
		{Title: "Started", Path: "localBackupInfo.startTimeUsecs|" + cells.Archived + "startTimeUsecs", Format: output.Usecs},
		{Title: "Duration", Format: cells.Duration, Needs: cells.DurationNeeds, Rank: 2},
		{Title: "Read", Path: "localBackupInfo.localSnapshotStats.bytesRead|" + cells.Archived + "stats.bytesRead", Format: output.Size, Rank: 6},
		{Title: "Written", Path: "localBackupInfo.localSnapshotStats.bytesWritten|" + cells.Archived + "stats.physicalBytesTransferred", Format: output.Size, Rank: 5},
		{Title: "SLA", Path: "localBackupInfo.isSlaViolated|" + cells.Archived + "isSlaViolated", Format: cells.SLA, Rank: 4},
		{Title: "Held", Path: "onLegalHold", Format: held},
		{Title: "Expires", Format: expires, Needs: expiryNeeds, Rank: 1},
	},
}

// recentRuns are runs of several groups.
var recentRuns = &output.View{
	Rows: "runs", Empty: "run.none|No run began in that time.",
	Columns: []output.Column{
		{Title: "Group", Path: "protectionGroupName|protectionGroupId", Format: output.Entity},
		{Title: "Run", Path: "id", Format: output.RunID},
		{Title: "Status", Path: "localBackupInfo.status|" + cells.Archived + "status", Format: output.Status},
		{Title: "Type", Path: "localBackupInfo.runType|" + cells.Archived + "runType", Rank: 2},
		{Title: "Started", Path: "localBackupInfo.startTimeUsecs|" + cells.Archived + "startTimeUsecs", Format: output.Usecs},
		{Title: "Duration", Format: cells.Duration, Needs: cells.DurationNeeds, Rank: 1},
		{Title: "Reason", Format: reason, Needs: reasonNeeds, FreeText: true},
	},
}

var runDetails = &output.View{
	Columns: []output.Column{
		{Title: "Run", Path: "id", Format: output.Entity},
		{Title: "Group", Path: "protectionGroupName|protectionGroupId"},
		{Title: "Environment", Path: "environment"},
		{Title: "Status", Path: "localBackupInfo.status|" + cells.Archived + "status", Format: output.Status},
		{Title: "Type", Path: "localBackupInfo.runType|" + cells.Archived + "runType"},
		{Title: "Started", Path: "localBackupInfo.startTimeUsecs|" + cells.Archived + "startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "localBackupInfo.endTimeUsecs|" + cells.Archived + "endTimeUsecs", Format: output.Usecs},
		{Title: "Duration", Format: cells.Duration, Needs: cells.DurationNeeds},
		{Title: "Size", Path: "localBackupInfo.localSnapshotStats.logicalSizeBytes|" + cells.Archived + "stats.logicalSizeBytes", Format: output.Size},
		{Title: "Read", Path: "localBackupInfo.localSnapshotStats.bytesRead|" + cells.Archived + "stats.bytesRead", Format: output.Size},
		{Title: "Written", Path: "localBackupInfo.localSnapshotStats.bytesWritten|" + cells.Archived + "stats.physicalBytesTransferred", Format: output.Size},
		{Title: "SLA", Path: "localBackupInfo.isSlaViolated|" + cells.Archived + "isSlaViolated", Format: cells.SLA},
		{Title: "Legal Hold", Path: "onLegalHold", Format: output.YesNo},
		{Title: "Data Lock", Path: "localBackupInfo.dataLockConstraints.mode|localBackupInfo.dataLock|" + cells.Archived + "dataLockConstraints.mode"},
		{Title: "Locked Until", Path: "localBackupInfo.dataLockConstraints.expiryTimeUsecs|" + cells.Archived + "dataLockConstraints.expiryTimeUsecs", Format: output.Usecs},
		{Title: "Tag", Path: "externallyTriggeredBackupTag"},
		{Title: "Messages", Path: "localBackupInfo.messages|" + cells.Archived + "message"},
	},
	Sections: []output.View{
		{Heading: "heading.objects|Objects", Rows: "objects", Columns: []output.Column{
			{Title: "Object", Path: "object.name", Format: output.Entity},
			{Title: "ID", Path: "object.id", Rank: 9},
			{Title: "Status", Path: "localSnapshotInfo.snapshotInfo.status|" + cells.Archived + "status", Format: output.Status},
			{Title: "Size", Path: "localSnapshotInfo.snapshotInfo.stats.logicalSizeBytes|" + cells.Archived + "stats.logicalSizeBytes", Format: output.Size, Rank: 4},
			{Title: "Files", Path: "localSnapshotInfo.snapshotInfo.backupFileCount|" + cells.Archived + "stats.backupFileCount", Rank: 5},
			{Title: "Expires", Path: "localSnapshotInfo.snapshotInfo.expiryTimeUsecs|" + cells.Archived + "expiryTimeUsecs", Format: output.Usecs, Rank: 2},
			{Title: "Messages", Path: "localSnapshotInfo.snapshotInfo.warnings|localSnapshotInfo.snapshotInfo.statusMessage|" + cells.Archived + "message", FreeText: true},
		}},
		{Heading: "heading.archives|Archives", Rows: "archivalInfo.archivalTargetResults", Columns: []output.Column{
			{Title: "Target", Path: "targetName", Format: output.Entity},
			{Title: "Status", Path: "status", Format: output.Status},
			{Title: "Ended", Path: "endTimeUsecs", Format: output.Usecs, Rank: 3},
			{Title: "Expires", Path: "expiryTimeUsecs", Format: output.Usecs, Rank: 2},
			{Title: "Message", Path: "message", FreeText: true},
		}},
		{Heading: "heading.replications|Replications", Rows: "replicationInfo.replicationTargetResults", Columns: []output.Column{
			{Title: "Target", Path: "clusterName", Format: output.Entity},
			{Title: "Status", Path: "status", Format: output.Status},
			{Title: "Progress", Path: "percentageCompleted", Format: output.Percent, Rank: 3},
			{Title: "Expires", Path: "expiryTimeUsecs", Format: output.Usecs, Rank: 2},
			{Title: "Message", Path: "message", FreeText: true},
		}},
	},
}

var runRequested = &output.View{Columns: []output.Column{
	{Title: "Group", Path: "protectionGroupId", Format: output.Entity},
}}

var runProgress = &output.View{
	Columns: []output.Column{
		{Title: "Status", Path: "localRun.status|archivalRun[0].status", Format: output.Status},
		{Title: "Progress", Path: "localRun.percentageCompleted|archivalRun[0].percentageCompleted", Format: output.Percent},
		{Title: "Started", Path: "localRun.startTimeUsecs|archivalRun[0].startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "localRun.endTimeUsecs|archivalRun[0].endTimeUsecs", Format: output.Usecs},
		{Title: "Time Left", Path: "localRun.expectedRemainingTimeUsecs|archivalRun[0].expectedRemainingTimeUsecs", Format: output.Span(time.Microsecond)},
		{Title: "Files", Path: "localRun.stats.backupFileCount|archivalRun[0].stats.backupFileCount"},
		{Title: "Total Files", Path: "localRun.stats.totalFileCount|archivalRun[0].stats.totalFileCount"},
	},
	Sections: []output.View{
		{Heading: "heading.objects|Objects", Rows: "localRun.objects", Columns: progressColumns},
		{Heading: "heading.objects|Objects", Rows: "archivalRun[0].objects", Columns: progressColumns},
		{Heading: "heading.archives|Archives", Rows: "archivalRun", Columns: []output.Column{
			{Title: "Target", Path: "targetName", Format: output.Entity},
			{Title: "Status", Path: "status", Format: output.Status},
			{Title: "Progress", Path: "percentageCompleted", Format: output.Percent},
		}},
		{Heading: "heading.replications|Replications", Rows: "replicationRun", Columns: []output.Column{
			{Title: "Target", Path: "clusterName", Format: output.Entity},
			{Title: "Status", Path: "status", Format: output.Status},
			{Title: "Progress", Path: "percentageCompleted", Format: output.Percent},
		}},
		{Heading: "heading.events|Events", Rows: "localRun.events", Columns: eventColumns},
		{Heading: "heading.events|Events", Rows: "archivalRun[0].events", Columns: eventColumns},
	},
}

var eventColumns = []output.Column{
	{Title: "Time", Path: "occuredAtUsecs", Format: output.Usecs},
	{Title: "Message", Path: "message", FreeText: true},
}

var progressColumns = []output.Column{
	{Title: "Object", Path: "name", Format: output.Entity},
	{Title: "ID", Path: "id", Rank: 9},
	{Title: "Status", Path: "status", Format: output.Status},
	{Title: "Progress", Path: "percentageCompleted", Format: output.Percent},
	{Title: "Files", Path: "stats.backupFileCount", Rank: 4},
}

var runsUpdated = &output.View{
	Columns: []output.Column{{Title: "Modified", Path: "successfulRunIds"}},
	Sections: []output.View{{Heading: "heading.not-changed|Not changed", Rows: "failedRuns", Columns: []output.Column{
		{Title: "Run", Path: "runId", Format: output.RunID},
		{Title: "Reason", Path: "errorMessage", FreeText: true},
	}}},
}

var actionColumns = []output.Column{
	{Title: "Run", Path: "runId", Format: output.RunID},
	{Title: "Error", Path: "error", FreeText: true},
}

var actionResults = &output.View{
	Columns: []output.Column{{Title: "Action", Path: "action", Format: output.Entity}},
	Sections: []output.View{
		{Heading: "heading.paused|Paused", Rows: "pauseParams", Columns: actionColumns},
		{Heading: "heading.resumed|Resumed", Rows: "resumeParams", Columns: actionColumns},
		{Heading: "heading.canceled|Canceled", Rows: "cancelParams", Columns: actionColumns[:1]},
	},
}
