package sandbox

import "maps"

// rule is what the sandbox does with a field of a body.
type rule struct {
	refusal string   // why it is refused where it is set; "" if it is accepted
	except  []string // the values that are accepted all the same, because what they ask for is what happens
}

// The rules for fields that are accepted. A field with a rule has it for all fields inside, unless they have their own.
var (
	acts = rule{} // the sandbox acts by it
	kept = rule{} // it is kept and shown, and asks for nothing that could be missed: names, descriptions, hints about speed
)

// no returns the rule that refuses a field, except with some values. false, 0 and what is empty are always accepted.
func no(why string, except ...string) rule { return rule{why, except} }

// Reasons of several fields.
const (
	noVLANs       = "the sandbox has no VLANs"
	noCopies      = "the sandbox copies nothing to other targets"
	noVSS         = "the sandbox has no VSS writers"
	noQuiescence  = "the sandbox stops no applications for a backup"
	noScripts     = "the sandbox runs no scripts"
	noCredentials = "the sandbox needs no credentials to mount volumes"
	noSystems     = "the sandbox backs up volumes and files, and not how a system starts"
	noTimeouts    = "the sandbox ends no run after a time"
	noPlugins     = "the sandbox runs nothing in a cluster"
	noClusterWide = "the folder of a namespace has nothing of the whole cluster"
	allIndexed    = "the sandbox indexes all files"
	noAvailGroups = "the sandbox has no availability groups"
	noSQLClauses  = "the sandbox copies the files of databases, to which no clauses of SQL apply"
	onlyDatabases = "only databases are recovered as of a time"
	noManifestIDs = "manifests have names and no ids"
	allLabels     = "the labels of all resources are compared"
	withData      = "the data of a claim goes with its manifest"
	byObjects     = "name namespaces as objects, or with excludeObjectIds"
)

// fieldRules are the rules for the fields of the bodies that create, change or start something, by operation and path. A path that
// begins with *. is the end of a path. Every field of these bodies has a rule, its own or that of a field around it.
var fieldRules = map[string]map[string]rule{
	"CreateDataSourceConnection": {"connectionName": acts, "connectionEnvType": kept},
	"PatchDataSourceConnection":  {"connectionName": acts},
	"PatchDataSourceConnector":   {"connectorName": acts},

	"CreateAccessToken":           {"username": acts, "password": acts, "domain": acts},
	"RegisterDataSourceConnector": {"registrationToken": acts, "connectorId": acts},
	"UpdateUser":                  userRules,
	"RegisterConnectorAgent":      {"registrationToken": acts, "connectionName": acts, "joinExistingConnection": acts},

	"RegisterProtectionSource":           sourceRules,
	"UpdateProtectionSourceRegistration": sourceRules,
	"PatchProtectionSourceRegistration":  sourceRules,

	"CreateProtectionPolicy": policyRules,
	"UpdateProtectionPolicy": policyRules,

	"CreateProtectionGroup": groupRules,
	"UpdateProtectionGroup": groupRules,

	"CreateClustersUpgrades": clusterUpgradeRules,
	"UpdateClustersUpgrades": clusterUpgradeRules,

	"CreateProtectionGroupRun": {
		"runType":    no("the sandbox makes runs of kRegular, kFull, kLog and kSystem", "kRegular", "kFull", "kLog", "kSystem"),
		"objects.id": acts, "objects.appIds": acts,
		"objects.physicalParams":          no("the sandbox reads no lists of files from hosts"),
		"targetsConfig.usePolicyDefaults": kept, "targetsConfig.replications": no(noCopies), "targetsConfig.archivals": no(noCopies), "targetsConfig.cloudReplications": no(noCopies),
	},
	"UpdateProtectionGroupRun":          {"updateProtectionGroupRunParams": acts},
	"PerformActionOnProtectionGroupRun": {"action": acts, "pauseParams": acts, "resumeParams": acts, "cancelParams": acts, "cancelParams.replicationTaskId": no(noCopies), "cancelParams.cloudSpinTaskId": no(noCopies)},

	"CreateRecovery": recoveryRules,
	"CreateDownloadFilesAndFoldersRecovery": withSnapshotRules(map[string]rule{
		"name": acts, "filesAndFolders.absolutePath": acts, "filesAndFolders.isDirectory": kept,
		"documents": no("the sandbox has no documents of Microsoft 365"), "parentRecoveryId": no("the sandbox has no recoveries inside of others"),
		"glacierRetrievalType": no("the sandbox has no archives in Amazon S3 Glacier"),
	}),
	"CreateUpgradeTask": {"agentIDs": acts, "name": kept, "description": kept, "retryTaskId": acts, "scheduleTimeUsecs": acts, "scheduleEndTimeUsecs": acts},
	"DownloadAgent":     {"platform": acts, "linuxParams": acts},
}

var sourceRules = map[string]rule{
	"environment": acts, "name": acts, "connectionId": acts, "dataSourceConnectionId": acts, "lastModifiedTimestampUsecs": kept,
	"isInternalEncrypted": kept, "encryptionKey": kept, // of the credentials, of which the sandbox has none
	"connections":      no("a source has one connection here: name it with connectionId or dataSourceConnectionId"),
	"connectorGroupId": no("the sandbox has no groups of connectors"),
	"advancedConfigs":  no("the sandbox has no advanced settings"),

	"physicalParams.endpoint": acts, "physicalParams.forceRegister": acts, "physicalParams.hostType": acts,
	"physicalParams.physicalType": no("the sandbox has single hosts alone", "kHost"),
	"physicalParams.applications": no("the sandbox has hosts with SQL Server alone", "kSQL"),

	"kubernetesParams.endpoint": acts, "kubernetesParams.kubernetesDistribution": acts,
	"kubernetesParams.clientPrivateKey":  kept, // it is hidden, and needed for nothing
	"kubernetesParams.autoProtectConfig": acts,
	"kubernetesParams.kubernetesType":    no("the source is a cluster", "kCluster"),
	"kubernetesParams.defaultVlanParams": no(noVLANs), "kubernetesParams.vlanInfoVec": no(noVLANs),
	"kubernetesParams.datamoverHostportNumber": no(noPlugins), "kubernetesParams.datamoverServiceType": no(noPlugins),
	"kubernetesParams.cohesityDataprotectPluginImageLocation": no(noPlugins), "kubernetesParams.dataMoverImageLocation": no(noPlugins),
	"kubernetesParams.initContainerImageLocation": no(noPlugins), "kubernetesParams.priorityClassName": no(noPlugins),
	"kubernetesParams.resourceAnnotations": no(noPlugins), "kubernetesParams.resourceLabels": no(noPlugins),
	"kubernetesParams.sanFields": no(noPlugins), "kubernetesParams.serviceAnnotations": no(noPlugins),
	"kubernetesParams.veleroAwsPluginImageLocation": no(noPlugins), "kubernetesParams.veleroImageLocation": no(noPlugins),
	"kubernetesParams.veleroOpenshiftPluginImageLocation": no(noPlugins), "kubernetesParams.veleroKubevirtPluginImageLocation": no(noPlugins),
}

var policyRules = map[string]rule{
	"name": acts, "description": kept, "retryOptions": acts, "dataLock": acts, "blackoutWindow": acts, "extendedRetention": acts,
	"extendedRetention.runType":         no("the sandbox has no snapshots of storage arrays", "Regular", "Full", "Log", "System"),
	"backupPolicy.regular":              acts,
	"backupPolicy.log":                  acts,
	"backupPolicy.bmr":                  acts,
	"backupPolicy.cdp":                  no("the sandbox has no continuous data protection"),
	"backupPolicy.storageArraySnapshot": no("the sandbox has no storage arrays"),
	"backupPolicy.runTimeouts":          no(noTimeouts),
	"remoteTargetPolicy":                kept, // the sandbox copies nothing to other targets, as its manual says
	"cascadedTargetsConfig":             kept,
	"version":                           kept,
	"isCBSEnabled":                      kept, // about the client
	"lastModificationTimeUsecs":         acts,
	"templateId":                        no("the sandbox has no templates of policies"),
}

var groupRules = map[string]rule{
	"name": acts, "policyId": acts, "environment": acts, "startTime": acts, "endTimeUsecs": acts, "sla": acts, "isPaused": acts,
	"abortInBlackouts": acts, "pauseInBlackouts": acts,
	"priority": kept, "description": kept, "lastModifiedTimestampUsecs": acts, "qosPolicy": kept,
	"alertPolicy":     kept, // the sandbox sends no alerts, as its manual says
	"advancedConfigs": no("the sandbox has no advanced settings"),

	// Of several kinds of protection.
	"*.protectionType": acts, "*.objects.id": acts, "*.objects.name": kept,
	"*.excludedVssWriters": no(noVSS), "*.quiesce": no(noQuiescence), "*.continueOnQuiesceFailure": kept,
	"*.performSourceSideDeduplication": kept, "*.performBrickBasedDeduplication": kept, "*.dedupExclusionSourceIds": kept, "*.incrementalBackupAfterRestart": kept,
	"*.cobmrBackup": no(noSystems), "*.enableSystemBackup": no(noSystems), "*.prePostScript": no(noScripts),
	"*.indexingPolicy.enableIndexing": no(allIndexed, "true"), "*.indexingPolicy.includePaths": no(allIndexed, "/"), "*.indexingPolicy.excludePaths": no(allIndexed),

	"physicalParams.volumeProtectionTypeParams.objects.volumeGuids":                        acts,
	"physicalParams.fileProtectionTypeParams.objects.filePaths":                            acts,
	"physicalParams.fileProtectionTypeParams.objects.filePaths.skipNestedVolumes":          kept, // a folder contains no volumes
	"physicalParams.fileProtectionTypeParams.objects.usesPathLevelSkipNestedVolumeSetting": kept,
	"physicalParams.fileProtectionTypeParams.objects.nestedVolumeTypesToSkip":              kept,
	"physicalParams.fileProtectionTypeParams.objects.followNasSymlinkTarget":               no("the sandbox backs up links as links"),
	"physicalParams.fileProtectionTypeParams.objects.metadataFilePath":                     no("the sandbox reads no lists of files from hosts"),
	"physicalParams.fileProtectionTypeParams.globalExcludePaths":                           acts,
	"physicalParams.fileProtectionTypeParams.globalExcludeFS":                              kept,
	"physicalParams.fileProtectionTypeParams.taskTimeouts":                                 no(noTimeouts),
	"physicalParams.fileProtectionTypeParams.ignorableErrors":                              no("the sandbox reports every error as a warning"),
	"physicalParams.fileProtectionTypeParams.allowParallelRuns":                            no("a group has one active run at a time"),

	"*.excludeFilters": acts, "*.backupSystemDbs": kept, "*.logBackupNumStreams": kept, "*.numStreams": kept, "*.sourceType": kept,
	"*.aagBackupPreferenceType": kept, "*.useAagPreferencesFromServer": kept, "*.backupDbVolumesOnly": kept,
	"*.userDbBackupPreferenceType": no(noAvailGroups, "kBackupAllDatabases", "kBackupAllExceptAAGDatabases"),
	"*.advancedSettings":           no("the sandbox decides by itself which databases are errors"),
	"*.fullBackupsCopyOnly":        no("the sandbox has no chain of logs that a backup could leave alone"),
	"*.logBackupWithClause":        no(noSQLClauses), "*.withClause": no(noSQLClauses),
	"*.additionalHostParams": no("the sandbox has single hosts alone"),

	"kubernetesParams.enableIndexing": no(allIndexed, "true"), "kubernetesParams.excludeObjectIds": acts,
	"kubernetesParams.labelIds": no("labels have no ids here: name them with includeParams"), "kubernetesParams.excludeLabelIds": no("labels have no ids here: name them with excludeParams"),
	"kubernetesParams.leverageCSISnapshot": kept, "kubernetesParams.nonSnapshotBackup": kept, "kubernetesParams.snapshotTimeoutSeconds": kept, "kubernetesParams.volumeBackupFailure": kept,
	"kubernetesParams.sourceId": kept, "kubernetesParams.sourceName": kept, "kubernetesParams.vlanParams": no(noVLANs),
	"kubernetesParams.objects.backupOnlyPvc": acts, "kubernetesParams.objects.includePvcs": acts, "kubernetesParams.objects.excludePvcs": acts,
	"kubernetesParams.objects.includedResources": acts, "kubernetesParams.objects.excludedResources": acts,
	"kubernetesParams.objects.failBackupOnHookFailure": kept, "kubernetesParams.objects.quiesceGroups": no(noPlugins),
	"*.includeParams": acts, "*.excludeParams": acts,
	"*.includeParams.objects": no(byObjects), "*.excludeParams.objects": no(byObjects),
	"*.selectedResources.isClusterScoped": no(noClusterWide), "*.resourceList.entityId": no(noManifestIDs),
	"*.includePvcs.id": no(noManifestIDs), "*.excludePvcs.id": no(noManifestIDs),
	"*.labelFilterEntityType": no(allLabels), "*.includePvcs.metadataOnly": no(withData), "*.excludePvcs.metadataOnly": no(withData),
}

// clusterUpgradeRules are about packages that nothing downloads.
var clusterUpgradeRules = map[string]rule{
	"clusters": acts, "type": acts, "targetVersion": acts, "timeStampToUpgradeAtMsecs": acts, "intervalForRollingUpgradeInHours": acts, "packageUrl": kept, "authHeaders": kept,
	"patchUpgradeParams.targetVersion": acts, "patchUpgradeParams.packageUrl": kept, "patchUpgradeParams.authHeaders": kept, "patchUpgradeParams.ignorePreChecksFailure": kept,
}

var recoveryRules = withSnapshotRules(map[string]rule{
	"name": acts, "snapshotEnvironment": acts, "*.recoveryAction": acts, "*.targetEnvironment": kept, "*.vlanConfig": no(noVLANs),
	"*.filesAndFolders.absolutePath": acts, "*.filesAndFolders.destinationDir": acts, "*.filesAndFolders.isDirectory": kept,
	"*.filesAndFolders.isViewFileRecovery": no("the sandbox has no views"),
	"*.downloadFileAndFolderParams":        no("files are downloaded with /data-protect/recoveries/download-files-folders"),

	"physicalParams.recoverVolumeParams.physicalTargetParams.mountTarget":                      acts,
	"physicalParams.recoverVolumeParams.physicalTargetParams.mountTarget.name":                 kept,
	"physicalParams.recoverVolumeParams.physicalTargetParams.volumeMapping":                    acts,
	"physicalParams.recoverVolumeParams.physicalTargetParams.forceUnmountVolume":               kept, // a folder is never in use
	"physicalParams.mountVolumeParams.physicalTargetParams.mountToOriginalTarget":              acts,
	"physicalParams.mountVolumeParams.physicalTargetParams.originalTargetConfig":               no(noCredentials),
	"physicalParams.mountVolumeParams.physicalTargetParams.newTargetConfig.mountTarget":        acts,
	"physicalParams.mountVolumeParams.physicalTargetParams.newTargetConfig.serverCredentials":  no(noCredentials),
	"physicalParams.mountVolumeParams.physicalTargetParams.readOnlyMount":                      acts,
	"physicalParams.mountVolumeParams.physicalTargetParams.volumeNames":                        acts,
	"physicalParams.mountVolumeParams.physicalTargetParams.mountedVolumeMapping":               kept, // of answers
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.recoverTarget":             acts,
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.restoreToOriginalPaths":    acts,
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.alternateRestoreDirectory": acts,
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.overwriteExisting":         acts,
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.preserveAttributes":        acts,
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.preserveTimestamps":        no("times go with preserveAttributes", "true"),
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.preserveAcls":              no("the sandbox has no access control lists"),
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.continueOnError":           acts,
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.saveSuccessFiles":          no("the sandbox saves no list of what was recovered"),
	"physicalParams.recoverFileAndFolderParams.physicalTargetParams.restoreEntityType":         no("the sandbox has no access control lists", "kRegular"),
	"physicalParams.systemRecoveryParams":                                                      no(noSystems),

	"mssqlParams.recoverAppParams.pointInTimeUsecs": acts, "mssqlParams.recoverAppParams.aagInfo": kept, "mssqlParams.recoverAppParams.hostInfo": kept, "mssqlParams.recoverAppParams.isEncrypted": kept,
	"mssqlParams.recoverAppParams.sqlTargetParams": acts,
	"*.keepCdc": no("the sandbox has no change data capture"), "*.multiStageRestoreOptions": no("the sandbox recovers a database in one stage"),
	"*.nativeLogRecoveryWithClause": no(noSQLClauses), "*.nativeRecoveryWithClause": no(noSQLClauses), "*.withNoRecovery": no(noSQLClauses),
	"*.replayEntireLastLog": no("the sandbox replays no logs"), "*.captureTailLogs": no("the sandbox replays no logs"),
	"*.secondaryDataFilesDirList": no("databases have one file of rows here"),

	"kubernetesParams.recoverFileAndFolderParams": no("the sandbox recovers namespaces, and files of theirs by a download"),
	namespaceTarget + "recoveryTargetConfig":      acts, namespaceTarget + "renameRecoveredNamespacesParams": acts, namespaceTarget + "skipClusterCompatibilityCheck": kept,
	"*.includeParams": acts, "*.excludeParams": acts, "*.excludedPvcs": acts, "*.recoverPvcsOnly": acts,
	"*.includeParams.objects": no(byObjects), "*.excludeParams.objects": no(byObjects),
	"*.selectedResources.isClusterScoped": no(noClusterWide), "*.resourceList.entityId": no(noManifestIDs), "*.excludedPvcs.id": no(noManifestIDs),
	"*.labelFilterEntityType": no(allLabels), "*.excludedPvcs.metadataOnly": no(withData),
	"*.useInstantRecovery":                 no("the sandbox has no instant recovery"),
	namespaceTarget + "preserveMacAddress": no("manifests keep the MAC addresses that they have", "true"),
	"*.storageClass":                       no("claims keep their class of storage"), "*.unbindPvcs": no("the sandbox has no volumes that claims are bound to"),
	namespaceTarget + "recoverClusterScopedResources":    no(noClusterWide),
	namespaceTarget + "recoverProtectionGroupRunsParams": no("name the snapshots of namespaces as objects"),
	namespaceTarget + "recoveryRegionMigrationParams":    no("the sandbox has no regions and zones in a cluster"),
	namespaceTarget + "recoveryZoneMigrationParams":      no("the sandbox has no regions and zones in a cluster"),
})

// namespaceTarget is the beginning of the paths of the target of a recovery of namespaces.
const namespaceTarget = "kubernetesParams.recoverNamespaceParams.kubernetesTargetParams."

// withSnapshotRules adds the rules for an object whose snapshot is recovered, and for what answers have in its place.
func withSnapshotRules(rules map[string]rule) map[string]rule {
	all := map[string]rule{
		"*.snapshotId": acts, "*.pointInTimeUsecs": no(onlyDatabases), "*.recoverFromStandby": no("the sandbox has no standby copies"),
		"*.snapshotTargetType": kept, "*.archivalTargetInfo": kept, "*.objectInfo": kept, "*.protectionGroupId": kept, "*.protectionGroupName": kept,
		"*.snapshotCreationTimeUsecs": kept, "*.progressTaskId": kept, "*.status": kept, "*.startTimeUsecs": kept, "*.endTimeUsecs": kept, "*.messages": kept, "*.bytesRestored": kept,
	}
	maps.Copy(all, rules)
	return all
}
