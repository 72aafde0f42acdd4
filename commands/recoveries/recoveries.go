// Package recoveries has the commands that bring back what was backed up.
package recoveries

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/events"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `recovery`.
var Resource = engine.Resource{
	Name: "recovery", About: "recovery.about|Recover what was backed up.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.GetRecoveries, View: recoveryList, Role: engine.Reader,
			Main:     []string{"start-time-usecs", "status", "end-time-usecs", "recovery-actions", "snapshot-environments", "ids"},
			Examples: []string{"recovery list", "recovery list --start-time-usecs -7d --status running,failed"}},
		{Name: "get", Op: &api.GetRecoveryByID, View: recoveryDetails, Role: engine.Reader,
			Examples: []string{"recovery get web-1-etc", "recovery get web-1-etc --output yaml"}},
		{Name: "create", Op: &api.CreateRecovery, Bodies: createBodies, View: recoveryDetails, Role: engine.Writer, Wait: newRecovery, FindOut: recoveriesSince,
			Main: []string{
				"physical-params-recovery-action", "physical-params-objects", "physical-params-recover-file-and-folder-params",
				"physical-params-recover-volume-params", "physical-params-mount-volume-params", "mssql-params-recovery-action",
				"mssql-params-recover-app-params", "kubernetes-params-recovery-action", "kubernetes-params-objects",
				"kubernetes-params-recover-namespace-params", "physical-params", "mssql-params", "kubernetes-params",
			},
			Examples: []string{
				"recovery create --name web-1-etc --snapshot-environment physical --physical-params-recovery-action recoverFiles " +
					`--physical-params-objects '[{"snapshotId": "217-043a718"}]' --physical-params-recover-file-and-folder-params ` +
					`'{"targetEnvironment": "kPhysical", "filesAndFolders": [{"absolutePath": "/etc"}], ` +
					`"physicalTargetParams": {"recoverTarget": {"id": "web-1"}, "alternateRestoreDirectory": "/tmp/restored"}}'`,
				"recovery create --json-input @recovery.yaml --wait",
				"recovery create --example databases",
			}},
		{Name: "watch", About: "recovery.watch|Watch a recovery until it has finished.", View: recoveryDetails, Args: []engine.Argument{{Title: "RECOVERY"}}, Role: engine.Reader,
			Job: watchRecovery, ReadOnly: true, Waits: true,
			Examples: []string{"recovery watch web-1-etc", "recovery watch web-1-etc --wait-timeout 1h --show-objects"}},
		{Name: "logs", About: "recovery.logs|Show every message of a recovery, in order of time.", View: events.View, Args: []engine.Argument{{Title: "RECOVERY"}},
			Role: engine.Reader, Job: showLogs, ReadOnly: true,
			Main:     []string{"follow", "level", "since"},
			Examples: []string{"recovery logs web-1-etc", "recovery logs web-1-etc --level error --output json", "recovery logs web-1-etc --follow"}},
		{Name: "mount", About: "mount.about|Mount volumes of a snapshot on a host.", View: recoveryDetails, Args: []engine.Argument{{Title: "HOST", Kind: api.KindObject}}, Role: engine.Writer,
			Job: mountVolumes, Waits: true, FindOut: recoveriesSince,
			Examples: []string{"recovery mount web-1 --at yesterday", "recovery mount web-1 --volumes D: --to web-2"}},
		{Name: "unmount", About: "unmount.about|Unmount the volumes of a recovery.", View: recoveryDetails, Args: []engine.Argument{{Title: "RECOVERY"}}, Role: engine.Writer,
			Job: unmountVolumes, Wait: unmounted, Asks: true, FindOut: func(c *engine.Context) []string { return []string{"recovery", "get", c.Named} },
			Examples: []string{"recovery unmount web-1-mount", "recovery unmount web-1-mount --wait"}},
		{Name: "cancel", Op: &api.CancelRecoveryByID, Role: engine.Writer, Done: "recovery.canceling|Recovery '{{.Name}}' is being canceled.", Wait: canceledRecovery,
			FindOut:  func(c *engine.Context) []string { return []string{"recovery", "get", c.Named} },
			Examples: []string{"recovery cancel web-1-etc", "recovery cancel web-1-etc --wait"}},
		{Name: "download", About: "recovery.download|Download, verify and unpack files of a protected host.", View: engine.SavedFile,
			Args: []engine.Argument{{Title: "RECOVERY", Optional: true}}, Role: engine.Writer, Job: downloadRecovery, Archive: true, Waits: true, FindOut: recoveriesSince,
			Main: []string{"object", "path", "at", "output-file", "extract"},
			Examples: []string{
				"recovery download --object web-1 --path /etc --output-file etc.zip",
				"recovery download --object web-1 --path /etc --at -2d --extract etc",
				"recovery download web-1-etc --output-file etc.zip --resume",
			}},
		{Name: "files-download", Op: &api.DownloadFilesFromRecovery, View: engine.SavedFile, Role: engine.Writer, Archive: true,
			Main:     []string{"output-file", "extract"},
			Examples: []string{"recovery files-download web-1-etc --output-file etc.zip", "recovery files-download web-1-etc --extract etc"}},
	},
}

// Jobs are the commands directly below the namespace that bring back what was backed up.
var Jobs = []engine.Command{
	{Name: "restore", About: "restore.about|Restore files, volumes, databases or namespaces, as of any time.", View: restoredList, Role: engine.Writer,
		Args: []engine.Argument{{Title: "WHAT", Many: true, Kind: api.KindObject}}, Job: restoreJob, Asks: true, Waits: true, FindOut: recoveriesSince,
		Examples: []string{
			"restore web-1:/etc/app.yaml --at yesterday",
			"restore web-1:/etc --to web-2:/tmp/restored",
			"restore db-1/MSSQLSERVER/orders --at -2h --as orders_copy --to db-2",
		}},
	{Name: "download", About: "download.about|Download files of a protected host, as of any time.", View: engine.SavedFile, Role: engine.Writer,
		Args: []engine.Argument{{Title: "HOST:PATH", Many: true, Kind: api.KindObject}}, Job: downloadJob, Archive: true, Waits: true, FindOut: recoveriesSince,
		Examples: []string{"download web-1:/etc --at -2d --output-file etc.zip", "download web-1:/etc/app.yaml --extract out"}},
}

// Downloads are the commands directly below the namespace that download files.
var Downloads = []engine.Command{
	{Name: "download-recovery-create", Op: &api.CreateDownloadFilesAndFoldersRecovery, Bodies: downloadBodies, View: recoveryDetails, Role: engine.Writer, Wait: newRecovery, FindOut: recoveriesSince,
		Main: []string{"object-snapshot-id", "object-point-in-time-usecs", "object-protection-group-id", "glacier-retrieval-type"},
		Examples: []string{
			`download-recovery-create --name web-1-etc --object-snapshot-id 217-043a718 --files-and-folders '[{"absolutePath": "/etc"}]' --wait`,
			"download-recovery-create --json-input @files.yaml",
		}},
	{Name: "indexed-file-download", Op: &api.DownloadIndexedFile, View: engine.SavedFile, Role: engine.Writer, OneOf: []string{"filePath", "nvramFile"},
		Main: []string{"file-path", "output-file"},
		Examples: []string{
			"indexed-file-download 217-043a718 --file-path /etc/hosts --output-file hosts",
			"indexed-file-download 217-043a718 --file-path /etc/hosts --output-file -",
		}},
	{Name: "agent-download", Op: &api.DownloadAgent, Bodies: agentBodies, View: engine.SavedFile, Role: engine.Reader, Replaces: true,
		Main: []string{"output-file", "linux-params-package-type"},
		Examples: []string{
			"agent-download --platform windows --output-file agent.exe",
			"agent-download --platform linux --linux-params-package-type rpm --output-file agent.rpm",
		}},
}

var recoveryList = &output.View{
	Rows: "recoveries", Empty: "recovery.empty|There are no recoveries.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity, Rank: 5},
		{Title: "What", Named: whatCell, Needs: whatNeeds, FreeText: true},
		{Title: "From", Path: snapshotTime, Format: output.Usecs, Rank: 2},
		{Title: "To", Named: toCell, Needs: toNeeds, Rank: 1, FreeText: true},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs, Rank: 3},
		{Title: "Duration", Format: cells.Duration, Needs: cells.DurationNeeds, Rank: 4},
		{Title: "ID", Path: "id", Format: output.ID},
		{Title: "Action", Path: "recoveryAction", Rank: 7},
		{Title: "Environment", Path: "snapshotEnvironment", Rank: 8},
		{Title: "Started By", Path: "creationInfo.userName", Rank: 6},
	},
}

// snapshotTime is where it stands when the snapshot was taken that a recovery is from: the first one.
const snapshotTime = "physicalParams.objects[0].snapshotCreationTimeUsecs|mssqlParams.recoverAppParams[0].snapshotCreationTimeUsecs|kubernetesParams.objects[0].snapshotCreationTimeUsecs"

var recoveryDetails = &output.View{
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "What", Named: whatCell, Needs: whatNeeds},
		{Title: "From", Path: snapshotTime, Format: output.Usecs},
		{Title: "To", Named: toCell, Needs: toNeeds},
		{Title: "Action", Path: "recoveryAction"},
		{Title: "Environment", Path: "snapshotEnvironment"},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "endTimeUsecs", Format: output.Usecs},
		{Title: "Duration", Format: cells.Duration, Needs: cells.DurationNeeds},
		{Title: "Started By", Path: "creationInfo.userName"},
		{Title: "Target", Path: fileParams + ".physicalTargetParams.recoverTarget.id|" + volumeTarget + ".mountTarget.id|" + mountTarget + ".newTargetConfig.mountTarget.id|" +
			namespaceTarget + ".recoveryTargetConfig.newSourceConfig.source.id", Kind: string(api.KindSource)},
		{Title: "Target Folder", Path: fileParams + ".physicalTargetParams.alternateRestoreDirectory"},
		{Title: "Overwrites", Path: fileParams + ".physicalTargetParams.overwriteExisting|" + claimTarget + ".overwriteExisting", Format: output.YesNo},
		{Title: "Prefix", Path: namespaceTarget + ".renameRecoveredNamespacesParams.prefix"},
		{Title: "Suffix", Path: namespaceTarget + ".renameRecoveredNamespacesParams.suffix"},
		{Title: "Claims Only", Path: namespaceTarget + ".recoverPvcsOnly", Format: output.YesNo},
		{Title: "Read Only", Path: mountTarget + ".readOnlyMount", Format: output.YesNo},
		{Title: "Tear-down", Path: "tearDownStatus", Format: output.Status},
		{Title: "Tear-down Message", Path: "tearDownMessage"},
		{Title: "Messages", Path: "messages"},
	},
	Sections: []output.View{
		{Heading: "heading.recovered-object|Recovered object", Each: true, Rows: "physicalParams.objects", Columns: recoveredColumns},
		{Heading: "heading.recovered-database|Recovered database", Each: true, Rows: "mssqlParams.recoverAppParams", Columns: databaseColumns},
		{Heading: "heading.recovered-namespace|Recovered namespace", Each: true, Rows: "kubernetesParams.objects", Columns: recoveredColumns},
		{Heading: "heading.restored-volumes|Restored volumes", Rows: volumeTarget + ".volumeMapping", Columns: []output.Column{
			{Title: "Volume", Path: "sourceVolumeGuid", Format: output.Entity},
			{Title: "To", Path: "destinationVolumeGuid"},
		}},
		{Heading: "heading.mounted-volumes|Mounted volumes", Rows: mountTarget + ".mountedVolumeMapping", Columns: []output.Column{
			{Title: "Volume", Path: "originalVolume", Format: output.Entity},
			{Title: "Mounted At", Path: "mountedVolume"},
		}},
		{Heading: "heading.files|Files", Rows: pathLists[0], Columns: fileColumns},
		{Heading: "heading.files|Files", Rows: pathLists[1], Columns: fileColumns},
		{Heading: "heading.files|Files", Rows: pathLists[2], Columns: fileColumns},
		{Heading: "heading.files|Files", Rows: pathLists[3], Columns: fileColumns},
	},
}

// recoveredColumns are the lines of a recovered host or namespace.
var recoveredColumns = []output.Column{
	{Title: "Object", Path: "objectInfo.name", Format: output.Entity},
	{Title: "ID", Path: "objectInfo.id"},
	{Title: "Source", Named: sourceCell, Needs: sourceNeeds},
	{Title: "Group", Path: "protectionGroupName"},
	{Title: "Status", Path: "status", Format: output.Status},
	{Title: "Snapshot Time", Path: "snapshotCreationTimeUsecs", Format: output.Usecs},
	{Title: "Point in Time", Path: "pointInTimeUsecs", Format: output.Usecs},
	{Title: "Restored", Path: "bytesRestored", Format: output.Size},
	{Title: "Messages", Path: "messages"},
}

// databaseColumns are the lines of a recovered database, which has a target of its own.
var databaseColumns = []output.Column{
	{Title: "Object", Path: "objectInfo.name", Format: output.Entity},
	{Title: "ID", Path: "objectInfo.id"},
	{Title: "Source", Named: sourceCell, Needs: databaseSourceNeeds},
	{Title: "Group", Path: "protectionGroupName"},
	{Title: "Status", Path: "status", Format: output.Status},
	{Title: "Snapshot Time", Path: "snapshotCreationTimeUsecs", Format: output.Usecs},
	{Title: "Point in Time", Path: "pointInTimeUsecs|" + newDatabase + ".restoreTimeUsecs|" + oldDatabase + ".restoreTimeUsecs", Format: output.Usecs},
	{Title: "Target", Path: newDatabase + ".host.id", Kind: string(api.KindSource)},
	{Title: "Target Instance", Path: newDatabase + ".instanceName"},
	{Title: "New Name", Path: newDatabase + ".databaseName|" + oldDatabase + ".newDatabaseName"},
	{Title: "Data Folder", Path: newDatabase + ".dataFileDirectoryLocation|" + oldDatabase + ".dataFileDirectoryLocation"},
	{Title: "Log Folder", Path: newDatabase + ".logFileDirectoryLocation|" + oldDatabase + ".logFileDirectoryLocation"},
	{Title: "Overwrites", Path: newDatabase + ".overwritingPolicy|" + oldDatabase + ".overwritingPolicy"},
	{Title: "No Recovery", Path: newDatabase + ".withNoRecovery|" + oldDatabase + ".withNoRecovery", Format: output.YesNo},
	{Title: "Restored", Path: "bytesRestored", Format: output.Size},
	{Title: "Messages", Path: "messages"},
}

var fileColumns = []output.Column{
	{Title: "Path", Path: "absolutePath", Format: output.Entity},
	{Title: "Status", Path: "status", Format: output.Status},
	{Title: "Messages", Path: "messages", FreeText: true},
}
