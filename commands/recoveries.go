package commands

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// recoveries are the commands below `backup-recovery recovery`.
var recoveries = resource{
	Name: "recovery", About: "Recover what was backed up.",
	Commands: []command{
		{Name: "list", Op: &api.GetRecoveries, View: recoveryList, Role: reader},
		{Name: "get", Op: &api.GetRecoveryByID, View: recoveryDetails, Finds: []finder{findRecovery}, Role: reader},
		{Name: "create", Op: &api.CreateRecovery, View: recoveryDetails, Role: writer, Wait: newRecovery},
		{Name: "watch", About: "Watch a recovery until its end.", View: recoveryDetails, Args: []argument{{Title: "RECOVERY"}}, Role: reader,
			Run: (*invocation).watchRecovery, Asks: true, Watches: true},
		{Name: "cancel", Op: &api.CancelRecoveryByID, Finds: []finder{findRecovery}, Role: writer, Done: "Recovery {{.Name}} is being canceled.", Wait: canceledRecovery},
		{Name: "download", About: "Pack files of a protected host, wait, fetch, verify and unpack them.", View: writtenFile,
			Args: []argument{{Title: "RECOVERY", Optional: true}}, Role: writer, Run: (*invocation).downloadRecovery, Asks: true, Archive: true,
			Watches: true, Flags: downloadFields},
		{Name: "files-download", Op: &api.DownloadFilesFromRecovery, View: writtenFile, Finds: []finder{findRecovery}, Role: writer, Archive: true},
	},
}

// downloads are the commands directly below the namespace that bring files to this machine.
var downloads = []command{
	{Name: "download-recovery-create", Op: &api.CreateDownloadFilesAndFoldersRecovery, View: recoveryDetails, Role: writer, Wait: newRecovery},
	{Name: "indexed-file-download", Op: &api.DownloadIndexedFile, View: writtenFile, Finds: []finder{findSnapshot}, Role: writer},
	{Name: "agent-download", Op: &api.DownloadAgent, View: writtenFile, Role: reader},
}

var recoveryList = &output.View{
	Rows: "recoveries", Empty: "There are no recoveries.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Action", Path: "recoveryAction"},
		{Title: "Environment", Path: "snapshotEnvironment"},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Took", Format: took, Needs: tookNeeds},
		{Title: "By", Path: "creationInfo.userName"},
	},
}

var recoveryDetails = &output.View{
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Action", Path: "recoveryAction"},
		{Title: "Environment", Path: "snapshotEnvironment"},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "endTimeUsecs", Format: output.Usecs},
		{Title: "Took", Format: took, Needs: tookNeeds},
		{Title: "By", Path: "creationInfo.userName"},
		{Title: "To folder", Path: "physicalParams.recoverFileAndFolderParams.physicalTargetParams.alternateRestoreDirectory"},
		{Title: "Tear-down", Path: "tearDownStatus", Format: output.Status},
		{Title: "Tear-down message", Path: "tearDownMessage"},
		{Title: "Messages", Path: "messages"},
	},
	Sections: []output.View{
		{Heading: "Objects", Rows: "physicalParams.objects", Columns: recoveredColumns},
		{Heading: "Databases", Rows: "mssqlParams.recoverAppParams", Columns: recoveredColumns},
		{Heading: "Namespaces", Rows: "kubernetesParams.objects", Columns: recoveredColumns},
		{Heading: "Mounted volumes", Rows: "physicalParams.mountVolumeParams.physicalTargetParams.mountedVolumeMapping", Columns: []output.Column{
			{Title: "Volume", Path: "originalVolume", Format: output.Entity},
			{Title: "Mounted at", Path: "mountedVolume"},
		}},
		{Heading: "Files", Rows: "physicalParams.recoverFileAndFolderParams.filesAndFolders", Columns: fileColumns},
		{Heading: "Files", Rows: "physicalParams.downloadFileAndFolderParams.filesAndFolders", Columns: fileColumns},
		{Heading: "Files", Rows: "kubernetesParams.downloadFileAndFolderParams.filesAndFolders", Columns: fileColumns},
	},
}

var recoveredColumns = []output.Column{
	{Title: "Object", Path: "objectInfo.name", Format: output.Entity},
	{Title: "ID", Path: "objectInfo.id"},
	{Title: "Status", Path: "status", Format: output.Status},
	{Title: "Snapshot of", Path: "snapshotCreationTimeUsecs", Format: output.Usecs},
	{Title: "Restored", Path: "bytesRestored", Format: output.Size},
	{Title: "Messages", Path: "messages"},
}

var fileColumns = []output.Column{
	{Title: "Path", Path: "absolutePath", Format: output.Entity},
	{Title: "Status", Path: "status", Format: output.Status},
	{Title: "Messages", Path: "messages"},
}
