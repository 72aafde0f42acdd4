package commands

import (
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// runs are the commands below `backup-recovery protection-group-run`.
var runs = resource{
	Name: "protection-group-run", Aliases: []string{"run"}, About: "Start, follow and change runs of protection groups.",
	Commands: []command{
		{Name: "list", Op: &api.GetProtectionGroupRuns, View: runList, Finds: []finder{findGroup}, Role: reader, Pages: runPages},
		{Name: "get", Op: &api.GetProtectionGroupRun, View: runDetails, Finds: []finder{findGroup, findRun}, Role: reader},
		{Name: "create", Op: &api.CreateProtectionGroupRun, View: runRequested, Finds: []finder{findGroup}, Role: writer,
			Wait: newRun, Start: (*invocation).startRun, Flags: startOptions},
		{Name: "watch", About: "Watch a run until its end.", View: runDetails, Args: oneRun, Role: reader,
			Run: (*invocation).watchRun, Asks: true, Watches: true},
		{Name: "pause", About: "Pause a run that is active.", View: actionResults, Args: oneRun, Role: writer,
			Run: runAction("Pause", "Run {{.Run}} is being paused."), Asks: true, Wait: changedRuns},
		{Name: "resume", About: "Let a paused run go on.", View: actionResults, Args: oneRun, Role: writer,
			Run: runAction("Resume", "Run {{.Run}} goes on."), Asks: true, Wait: changedRuns},
		{Name: "cancel", About: "Cancel a run that is active.", View: actionResults, Args: oneRun, Role: writer,
			Run: runAction("Cancel", "Run {{.Run}} is being canceled."), Asks: true, Wait: changedRuns},
		{Name: "progress", Op: &api.GetProtectionRunProgress, View: runProgress, Finds: []finder{findRun}, Role: reader},
		{Name: "update", Op: &api.UpdateProtectionGroupRun, View: runsUpdated, Finds: []finder{findGroup}, Role: writer, Failed: updateError},
		{Name: "perform-action", Op: &api.PerformActionOnProtectionGroupRun, View: actionResults, Finds: []finder{findGroup}, Role: writer, Wait: changedRuns, Failed: actionError},
	},
}

// oneRun are the arguments of a command about one run: its id, its group for the active one, or both.
var oneRun = []argument{{Title: "GROUP", Optional: true}, {Title: "RUN", Optional: true}}

// The state of a run stands with its local backup, or with the first archive of a run that goes there directly.
const archived = "archivalInfo.archivalTargetResults[0]."

var runList = &output.View{
	Rows: "runs", Empty: "There are no runs.",
	Columns: []output.Column{
		{Title: "Run", Path: "id", Format: output.Entity},
		{Title: "Status", Path: "localBackupInfo.status|" + archived + "status", Format: output.Status},
		{Title: "Type", Path: "localBackupInfo.runType|" + archived + "runType"},
		{Title: "Started", Path: "localBackupInfo.startTimeUsecs|" + archived + "startTimeUsecs", Format: output.Usecs},
		{Title: "Took", Format: took, Needs: tookNeeds},
		{Title: "Read", Path: "localBackupInfo.localSnapshotStats.bytesRead", Format: output.Size},
		{Title: "Written", Path: "localBackupInfo.localSnapshotStats.bytesWritten", Format: output.Size},
		{Title: "SLA", Path: "localBackupInfo.isSlaViolated|" + archived + "isSlaViolated", Format: output.Choose("missed", "met", output.Bad, output.Good)},
	},
}

var runDetails = &output.View{
	Columns: []output.Column{
		{Title: "Run", Path: "id", Format: output.Entity},
		{Title: "Group", Path: "protectionGroupName|protectionGroupId"},
		{Title: "Environment", Path: "environment"},
		{Title: "Status", Path: "localBackupInfo.status|" + archived + "status", Format: output.Status},
		{Title: "Type", Path: "localBackupInfo.runType|" + archived + "runType"},
		{Title: "Started", Path: "localBackupInfo.startTimeUsecs|" + archived + "startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "localBackupInfo.endTimeUsecs|" + archived + "endTimeUsecs", Format: output.Usecs},
		{Title: "Took", Format: took, Needs: tookNeeds},
		{Title: "Size", Path: "localBackupInfo.localSnapshotStats.logicalSizeBytes", Format: output.Size},
		{Title: "Read", Path: "localBackupInfo.localSnapshotStats.bytesRead", Format: output.Size},
		{Title: "Written", Path: "localBackupInfo.localSnapshotStats.bytesWritten", Format: output.Size},
		{Title: "SLA", Path: "localBackupInfo.isSlaViolated|" + archived + "isSlaViolated", Format: output.Choose("missed", "met", output.Bad, output.Good)},
		{Title: "Legal hold", Path: "onLegalHold", Format: output.YesNo},
		{Title: "Data lock", Path: "localBackupInfo.dataLockConstraints.mode|localBackupInfo.dataLock"},
		{Title: "Locked until", Path: "localBackupInfo.dataLockConstraints.expiryTimeUsecs", Format: output.Usecs},
		{Title: "Tag", Path: "externallyTriggeredBackupTag"},
		{Title: "Messages", Path: "localBackupInfo.messages|" + archived + "message"},
	},
	Sections: []output.View{
		{Heading: "Objects", Rows: "objects", Columns: []output.Column{
			{Title: "Object", Path: "object.name", Format: output.Entity},
			{Title: "ID", Path: "object.id"},
			{Title: "Status", Path: "localSnapshotInfo.snapshotInfo.status", Format: output.Status},
			{Title: "Size", Path: "localSnapshotInfo.snapshotInfo.stats.logicalSizeBytes", Format: output.Size},
			{Title: "Files", Path: "localSnapshotInfo.snapshotInfo.backupFileCount"},
			{Title: "Kept until", Path: "localSnapshotInfo.snapshotInfo.expiryTimeUsecs", Format: output.Usecs},
			{Title: "Messages", Path: "localSnapshotInfo.snapshotInfo.warnings|localSnapshotInfo.snapshotInfo.statusMessage"},
		}},
		{Heading: "Archives", Rows: "archivalInfo.archivalTargetResults", Columns: []output.Column{
			{Title: "Target", Path: "targetName", Format: output.Entity},
			{Title: "Status", Path: "status", Format: output.Status},
			{Title: "Ended", Path: "endTimeUsecs", Format: output.Usecs},
			{Title: "Kept until", Path: "expiryTimeUsecs", Format: output.Usecs},
			{Title: "Message", Path: "message"},
		}},
		{Heading: "Replications", Rows: "replicationInfo.replicationTargetResults", Columns: []output.Column{
			{Title: "Target", Path: "clusterName", Format: output.Entity},
			{Title: "Status", Path: "status", Format: output.Status},
			{Title: "Done", Path: "percentageCompleted", Format: output.Percent},
			{Title: "Kept until", Path: "expiryTimeUsecs", Format: output.Usecs},
			{Title: "Message", Path: "message"},
		}},
	},
}

var runRequested = &output.View{Columns: []output.Column{
	{Title: "Run requested for group", Path: "protectionGroupId", Format: output.Entity},
}}

var runProgress = &output.View{
	Columns: []output.Column{
		{Title: "Status", Path: "localRun.status|archivalRun[0].status", Format: output.Status},
		{Title: "Done", Path: "localRun.percentageCompleted|archivalRun[0].percentageCompleted", Format: output.Percent},
		{Title: "Started", Path: "localRun.startTimeUsecs|archivalRun[0].startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "localRun.endTimeUsecs|archivalRun[0].endTimeUsecs", Format: output.Usecs},
		{Title: "Left", Path: "localRun.expectedRemainingTimeUsecs|archivalRun[0].expectedRemainingTimeUsecs", Format: output.Span(time.Microsecond)},
		{Title: "Files", Path: "localRun.stats.backupFileCount"},
		{Title: "Of", Path: "localRun.stats.totalFileCount"},
	},
	Sections: []output.View{
		{Heading: "Objects", Rows: "localRun.objects", Columns: progressColumns},
		{Heading: "Archives", Rows: "archivalRun", Columns: []output.Column{
			{Title: "Target", Path: "targetName", Format: output.Entity},
			{Title: "Status", Path: "status", Format: output.Status},
			{Title: "Done", Path: "percentageCompleted", Format: output.Percent},
		}},
		{Heading: "Replications", Rows: "replicationRun", Columns: []output.Column{
			{Title: "Target", Path: "clusterName", Format: output.Entity},
			{Title: "Status", Path: "status", Format: output.Status},
			{Title: "Done", Path: "percentageCompleted", Format: output.Percent},
		}},
		{Heading: "Events", Rows: "localRun.events", Columns: []output.Column{
			{Title: "Time", Path: "occuredAtUsecs", Format: output.Usecs},
			{Title: "Message", Path: "message"},
		}},
	},
}

var progressColumns = []output.Column{
	{Title: "Object", Path: "name", Format: output.Entity},
	{Title: "ID", Path: "id"},
	{Title: "Status", Path: "status", Format: output.Status},
	{Title: "Done", Path: "percentageCompleted", Format: output.Percent},
	{Title: "Files", Path: "stats.backupFileCount"},
}

var runsUpdated = &output.View{
	Columns: []output.Column{{Title: "Changed", Path: "successfulRunIds"}},
	Sections: []output.View{{Heading: "Not changed", Rows: "failedRuns", Columns: []output.Column{
		{Title: "Run", Path: "runId", Format: output.Entity},
		{Title: "Reason", Path: "errorMessage"},
	}}},
}

var actionColumns = []output.Column{
	{Title: "Run", Path: "runId", Format: output.Entity},
	{Title: "Error", Path: "error"},
}

var actionResults = &output.View{
	Columns: []output.Column{{Title: "Action", Path: "action", Format: output.Entity}},
	Sections: []output.View{
		{Heading: "Paused", Rows: "pauseParams", Columns: actionColumns},
		{Heading: "Resumed", Rows: "resumeParams", Columns: actionColumns},
		{Heading: "Canceled", Rows: "cancelParams", Columns: actionColumns[:1]},
	},
}

// tookNeeds are the fields that took looks at.
var tookNeeds = []string{"localBackupInfo", "archivalInfo", "startTimeUsecs", "endTimeUsecs"}

// took words how long a run or recovery took, for one that has ended.
func took(v any) output.Cell {
	for _, prefix := range []string{"localBackupInfo.", archived, ""} {
		start, ok := output.Int(v, prefix+"startTimeUsecs")
		end, ended := output.Int(v, prefix+"endTimeUsecs")
		if ok && ended && end >= start && start > 0 {
			return output.Cell{Text: output.Duration(time.Duration(end-start) * time.Microsecond), Data: strings.TrimSpace(output.Span(time.Microsecond)(end - start).Data)}
		}
	}
	return output.Cell{}
}
