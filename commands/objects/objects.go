// Package objects has the commands that find objects, their files and their snapshots.
package objects

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Searches are the commands directly below the namespace that find things.
var Searches = []engine.Command{
	{Name: "objects-search", Op: &api.SearchObjects, View: objectList, Role: engine.Reader, Pages: cookiePages,
		Main: []string{
			"search-string", "environments", "is-protected", "last-run-status-list", "protection-group-ids", "source-ids", "os-types",
			"protection-types", "object-ids",
		},
		Examples: []string{
			"objects-search --search-string 'web-*'",
			"objects-search --is-protected=false --environments physical",
			"objects-search --last-run-status-list failed --all-pages",
		}},
	{Name: "protected-objects-search", Op: &api.SearchProtectedObjects, View: protectedObjectList, Role: engine.Reader,
		Ignored: []engine.IgnoredFlag{{Name: "instance-ids", Value: "LIST"}, {Name: "regions", Value: "LIST"}, {Name: "include-service-instance-status"}},
		Main: []string{
			"search-string", "environments", "filter-snapshot-from-usecs", "filter-snapshot-to-usecs", "protection-group-ids", "snapshot-actions",
			"source-ids", "object-ids", "os-types",
		},
		Examples: []string{
			"protected-objects-search --search-string 'web-*'",
			"protected-objects-search --environments sql --filter-snapshot-from-usecs -7d",
		}},
	{Name: "indexed-objects-search", Op: &api.SearchIndexedObjects, Bodies: indexedBodies, View: indexedObjects, Role: engine.Reader, Pages: bodyCookiePages,
		Main: []string{
			"file-params-search-string", "file-params-object-ids", "file-params-types", "file-params-source-ids",
			"protection-group-ids", "use-cached-data", "count",
		},
		Examples: []string{
			"indexed-objects-search --object-type files --file-params-search-string '*.conf'",
			"indexed-objects-search --object-type files --file-params-search-string passwd --file-params-object-ids web-1 --file-params-types file",
		}},
	{Name: "connector-metadata-get", Op: &api.GetConnectorMetadata, View: connectorMetadata, Role: engine.Reader,
		Examples: []string{"connector-metadata-get", "connector-metadata-get --output json"}},
}

// Snapshots are the commands directly below the namespace about what can be recovered.
var Snapshots = []engine.Command{
	{Name: "object-snapshots-list", Op: &api.GetObjectSnapshots, View: snapshotList, Role: engine.Reader,
		Main:     []string{"from-time-usecs", "run-types", "to-time-usecs", "protection-group-ids", "snapshot-actions"},
		Examples: []string{"object-snapshots-list web-1", "object-snapshots-list web-1 --from-time-usecs -7d --run-types full"}},
	{Name: "restore-points", Op: &api.GetRestorePointsInTimeRange, Bodies: restorePointBodies, View: restorePoints, Role: engine.Reader,
		Examples: []string{
			"restore-points --environment sql --protection-group-ids db-prod --start-time-usecs -7d --end-time-usecs now",
			"restore-points --environment sql --protection-group-ids db-prod --source-id MSSQLSERVER/orders --start-time-usecs -1d --end-time-usecs now",
		}},
	{Name: "snapshot-metadata-get", Op: &api.ConstructMetaInfo, Bodies: metadataBodies, View: snapshotMetadata, Role: engine.Reader,
		Main: []string{
			"oracle-params-base-dir", "oracle-params-db-name", "oracle-params-home-dir", "oracle-params-db-file-destination",
			"kubernetes-params-object-id",
		},
		Examples: []string{
			"snapshot-metadata-get 217-043a718 --environment kubernetes",
			"snapshot-metadata-get 217-043a718 --environment oracle --oracle-params-base-dir /u01 --oracle-params-db-name orders",
		}},
}

var objectList = &output.View{
	Rows: "objects", Empty: "object.none|No objects were found.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 6},
		{Title: "Environment", Path: "environment", Rank: 4},
		{Title: "Type", Path: "objectType", Rank: 5},
		{Title: "Source", Path: "sourceName|sourceInfo.name", Rank: 2},
		{Title: "Size", Path: "logicalSizeBytes", Format: output.Size, Rank: 7},
		{Title: "Groups", Path: "objectProtectionInfos[0].protectionGroups", Format: output.Each("name"), Rank: 1},
		{Title: "Last Run", Path: "objectProtectionInfos[0].lastRunStatus", Format: output.Status},
	},
}

var protectedObjectList = &output.View{
	Rows: "objects", Empty: "object.unprotected|No protected objects were found.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 6},
		{Title: "Environment", Path: "environment", Rank: 5},
		{Title: "Source", Path: "sourceName|sourceInfo.name", Rank: 3},
		{Title: "Size", Path: "logicalSizeBytes", Format: output.Size, Rank: 7},
		{Title: "Group", Path: "latestSnapshotsInfo[0].protectionGroupName", Rank: 1},
		{Title: "Latest Backup", Path: "latestSnapshotsInfo[0].protectionRunStartTimeUsecs", Format: output.Usecs},
		{Title: "Snapshot", Format: latestSnapshot, Needs: []string{"id", "latestSnapshotsInfo"}, Rank: 4},
	},
}

// indexedObjects shows what a search found, whatever kind of thing it is: an answer has one list.
var indexedObjects = &output.View{Rows: "*", Empty: "search.empty|Nothing was found.", Columns: []output.Column{
	{Title: "Name", Path: "name|subject|emailSubject|documentLibraryItem.name", Format: output.Entity},
	{Title: "Path", Path: "path|directoryPath|documentLibraryItem.path"},
	{Title: "Type", Path: "type|objectType|fileType|itemClass|documentLibraryItem.fileType|email", Rank: 5},
	{Title: "Source", Path: "sourceInfo.name|userObjectInfo.name|documentLibraryItem.sourceInfo.name", Rank: 1},
	{Title: "Object", Path: "sourceInfo.id|userObjectInfo.id|documentLibraryItem.sourceInfo.id", Rank: 6},
	{Title: "Group", Path: "protectionGroupName|protectionGroupId|documentLibraryItem.protectionGroupName", Rank: 4},
}}

var snapshotList = &output.View{
	Rows: "snapshots", Empty: "snapshot.empty|There are no snapshots.",
	Columns: []output.Column{
		{Title: "Taken", Path: "snapshotTimestampUsecs", Format: output.Usecs},
		{Title: "Object", Path: "objectName|objectId", Format: output.Entity, Rank: 6},
		{Title: "Group", Path: "protectionGroupName|protectionGroupId", Rank: 2},
		{Title: "Run", Path: "protectionGroupRunId", Format: output.RunID, Rank: 4},
		{Title: "Type", Path: "runType", Rank: 5},
		{Title: "Target", Path: "snapshotTargetType", Rank: 7},
		{Title: "Expires", Path: "expiryTimeUsecs", Format: output.Usecs},
		{Title: "Legal Hold", Path: "onLegalHold", Format: output.YesNo, Rank: 3},
		{Title: "Data Lock", Path: "hasDataLock", Format: output.YesNo, Rank: 3},
		{Title: "Snapshot", Format: snapshotID, Needs: []string{"id", "objectId"}, Rank: 1},
	},
}

// snapshotID shows the identifier of a snapshot in a list of snapshots.
func snapshotID(v any) output.Cell { return snapshotCell(v, "objectId", "id") }

// latestSnapshot shows the identifier of the latest snapshot of an object.
func latestSnapshot(v any) output.Cell {
	return snapshotCell(v, "id", "latestSnapshotsInfo[0].localSnapshotInfo.snapshotId")
}

// snapshotCell shows the identifier of a snapshot, with its short one as its brief form. object and id are the paths to the identifiers.
func snapshotCell(v any, object, id string) output.Cell {
	whole := output.String(v, id)
	return output.Cell{Text: whole, Brief: engine.ShortSnapshot(output.String(v, object), whole)}
}

var restorePoints = &output.View{
	Columns: []output.Column{{Title: "Message", Path: "timeRangeInfo.userMessage|timeRangeInfo.errorMessage"}},
	Sections: []output.View{
		{Heading: "heading.full-snapshots|Full snapshots", Rows: "fullSnapshotInfo", Columns: []output.Column{
			{Title: "Taken", Path: "restoreInfo.runStartTimeUsecs", Format: output.Usecs},
			{Title: "Object", Path: "restoreInfo.objectInfo.name", Format: output.Entity},
			{Title: "Group", Path: "restoreInfo.protectionGroupId", Format: output.ID, Rank: 3},
		}},
		{Heading: "heading.time-ranges|Time ranges", Rows: "timeRangeInfo.timeRanges", Columns: []output.Column{
			{Title: "From", Path: "startTimeUsecs", Format: output.Usecs},
			{Title: "To", Path: "endTimeUsecs", Format: output.Usecs},
			{Title: "Group", Path: "protectionGroupId", Format: output.ID, Rank: 3},
		}},
	},
}

var snapshotMetadata = &output.View{
	Columns: []output.Column{
		{Title: "Environment", Path: "environment"},
		{Title: "Resources", Path: "kubernetesParams.backedUpResourceCount"},
		{Title: "Volume Claims", Path: "kubernetesParams.backedUpPvcs", Format: output.Count},
		{Title: "Included", Path: "kubernetesParams.includedResources"},
		{Title: "Excluded", Path: "kubernetesParams.excludedResources"},
	},
	Sections: []output.View{{Heading: "heading.parameters|Parameters", Rows: "oracleParams.inheritedPfileParamMap", Columns: []output.Column{
		{Title: "Name", Path: "key", Format: output.Entity},
		{Title: "Value", Path: "value"},
	}}},
}

var connectorMetadata = &output.View{
	Sections: []output.View{
		{Heading: "heading.images|Images", Rows: "connectorImageMetadata.connectorImageFileList", Columns: []output.Column{
			{Title: "Type", Path: "imageType"},
			{Title: "Address", Path: "url"},
		}},
		{Heading: "heading.kubernetes|Kubernetes", Rows: "k8sConnectorInfoList", Columns: []output.Column{
			{Title: "Platform", Path: "k8sPlatformType"},
			{Title: "Install Command", Path: "helmInstallCmd"},
			{Title: "Documentation", Path: "ugradeDocUrl", Rank: 9},
		}},
	},
}
