// Code generated from openapi.yaml by go generate ./api; DO NOT EDIT.

package api

// DownloadAgent is POST /data-protect/agents/download: tODO DownloadAgent
var DownloadAgent = Operation{
	ID: "DownloadAgent", Method: "POST", Path: "/data-protect/agents/download", About: "TODO DownloadAgent",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "platform", Flag: "platform", About: "TODO", Required: true, Enum: []string{"kLinux", "kWindows"}},
		{Name: "linuxParams", Flag: "linux-params", About: "TODO", Kind: Object, Model: 0},
	},
	Answer: File,
}

// GetUpgradeTasks is GET /data-protect/agents/upgrade-tasks: tODO GetUpgradeTasks
var GetUpgradeTasks = Operation{
	ID: "GetUpgradeTasks", Method: "GET", Path: "/data-protect/agents/upgrade-tasks", About: "TODO GetUpgradeTasks",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "TODO", Kind: Integer, Lists: 1}},
	},
	Answer: JSON,
}

// CreateUpgradeTask is POST /data-protect/agents/upgrade-tasks: tODO CreateUpgradeTask
var CreateUpgradeTask = Operation{
	ID: "CreateUpgradeTask", Method: "POST", Path: "/data-protect/agents/upgrade-tasks", About: "TODO CreateUpgradeTask",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "agentIDs", Flag: "agent-ids", About: "TODO", Kind: Integer, Lists: 1},
		{Name: "description", Flag: "description", About: "TODO"},
		{Name: "name", Flag: "name", About: "TODO"},
		{Name: "retryTaskId", Flag: "retry-task-id", About: "TODO", Kind: Integer},
		{Name: "scheduleEndTimeUsecs", Flag: "schedule-end-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs},
		{Name: "scheduleTimeUsecs", Flag: "schedule-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs},
	},
	Answer: JSON,
}

// GetObjectSnapshots is GET /data-protect/objects/{id}/snapshots: tODO GetObjectSnapshots
var GetObjectSnapshots = Operation{
	ID: "GetObjectSnapshots", Method: "GET", Path: "/data-protect/objects/{id}/snapshots", About: "TODO GetObjectSnapshots",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Kind: Integer, Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "fromTimeUsecs", Flag: "from-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "toTimeUsecs", Flag: "to-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "runStartFromTimeUsecs", Flag: "run-start-from-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "runStartToTimeUsecs", Flag: "run-start-to-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "snapshotActions", Flag: "snapshot-actions", About: "TODO", Lists: 1, Enum: []string{"ConvertToPst", "DownloadChats", "DownloadFilesAndFolders", "InstantVolumeMount", "MountVolumes", "RecoverApps", "RecoverAurora", "RecoverAzureSQL", "RecoverFiles", "RecoverMailbox", "RecoverMailboxCSM", "RecoverMsGroup", "RecoverMsTeam", "RecoverNamespaces", "RecoverNasVolume", "RecoverObjects", "RecoverOneDrive", "RecoverOneDriveCSM", "RecoverPhysicalVolumes", "RecoverPublicFolders", "RecoverRDS", "RecoverRDSPostgres", "RecoverS3Buckets", "RecoverSanVolumes", "RecoverSfdcRecords", "RecoverSharePoint", "RecoverSharePointCSM", "RecoverSystem", "RecoverVApps", "RecoverVAppTemplates", "RecoverVmDisks", "RecoverVMs"}}},
		{In: Query, Field: Field{Name: "runTypes", Flag: "run-types", About: "TODO", Lists: 1, Enum: []string{"kFull", "kHydrateCDP", "kLog", "kRegular", "kStorageArraySnapshot", "kSystem"}}},
		{In: Query, Field: Field{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "runInstanceIds", Flag: "run-instance-ids", About: "TODO", Kind: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "regionIds", Flag: "region-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "objectActionKeys", Flag: "object-action-keys", About: "TODO", Lists: 1, Enum: []string{"kAcropolis", "kAD", "kAuroraSnapshotManager", "kAWS", "kAwsAuroraPostgres", "kAWSNative", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAWSSnapshotManager", "kAzure", "kAzureNative", "kAzureSnapshotManager", "kAzureSQL", "kCassandra", "kCouchbase", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kO365", "kO365Exchange", "kO365ExchangeCSM", "kO365Group", "kO365OneDrive", "kO365OneDriveCSM", "kO365PublicFolders", "kO365Sharepoint", "kO365SharepointCSM", "kO365Teams", "kOracle", "kPhysical", "kPhysicalFiles", "kPure", "kRDSSnapshotManager", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kVCD", "kView", "kVMware"}}},
	},
	Answer: JSON,
}

// DeleteProtectionPolicy is DELETE /data-protect/policies/{id}: tODO DeleteProtectionPolicy
var DeleteProtectionPolicy = Operation{
	ID: "DeleteProtectionPolicy", Method: "DELETE", Path: "/data-protect/policies/{id}", About: "TODO DeleteProtectionPolicy",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// GetProtectionPolicyByID is GET /data-protect/policies/{id}: tODO GetProtectionPolicyByID
var GetProtectionPolicyByID = Operation{
	ID: "GetProtectionPolicyByID", Method: "GET", Path: "/data-protect/policies/{id}", About: "TODO GetProtectionPolicyByID",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
	},
	Answer: JSON,
}

// UpdateProtectionPolicy is PUT /data-protect/policies/{id}: tODO UpdateProtectionPolicy
var UpdateProtectionPolicy = Operation{
	ID: "UpdateProtectionPolicy", Method: "PUT", Path: "/data-protect/policies/{id}", About: "TODO UpdateProtectionPolicy",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "TODO", Required: true},
		{Name: "backupPolicy", Flag: "backup-policy", About: "TODO", Kind: Object, Model: 1, Required: true},
		{Name: "description", Flag: "description", About: "TODO"},
		{Name: "blackoutWindow", Flag: "blackout-window", About: "TODO", Kind: Object, Model: 2, Lists: 1},
		{Name: "extendedRetention", Flag: "extended-retention", About: "TODO", Kind: Object, Model: 3, Lists: 1},
		{Name: "remoteTargetPolicy", Flag: "remote-target-policy", About: "TODO", Kind: Object, Model: 4},
		{Name: "cascadedTargetsConfig", Flag: "cascaded-targets-config", About: "TODO", Kind: Object, Model: 5, Lists: 1},
		{Name: "retryOptions", Flag: "retry-options", About: "TODO", Kind: Object, Model: 6},
		{Name: "dataLock", Flag: "data-lock", About: "TODO", Enum: []string{"Administrative", "Compliance"}},
		{Name: "version", Flag: "version", About: "TODO", Kind: Integer},
		{Name: "isCBSEnabled", Flag: "is-cbs-enabled", About: "TODO", Kind: Boolean},
		{Name: "lastModificationTimeUsecs", Flag: "last-modification-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs},
		{Name: "templateId", Flag: "template-id", About: "TODO"},
	},
	Answer: JSON,
}

// GetProtectionPolicies is GET /data-protect/policies: tODO GetProtectionPolicies
var GetProtectionPolicies = Operation{
	ID: "GetProtectionPolicies", Method: "GET", Path: "/data-protect/policies", About: "TODO GetProtectionPolicies",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "policyNames", Flag: "policy-names", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "types", Flag: "types", About: "TODO", Lists: 1, Enum: []string{"Internal", "Regular"}}},
		{In: Query, Field: Field{Name: "excludeLinkedPolicies", Flag: "exclude-linked-policies", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeReplicatedPolicies", Flag: "include-replicated-policies", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeStats", Flag: "include-stats", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "vaultIds", Flag: "vault-ids", About: "TODO", Kind: Integer, Lists: 1}},
	},
	Answer: JSON,
}

// CreateProtectionPolicy is POST /data-protect/policies: tODO CreateProtectionPolicy
var CreateProtectionPolicy = Operation{
	ID: "CreateProtectionPolicy", Method: "POST", Path: "/data-protect/policies", About: "TODO CreateProtectionPolicy",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "TODO", Required: true},
		{Name: "backupPolicy", Flag: "backup-policy", About: "TODO", Kind: Object, Model: 1, Required: true},
		{Name: "description", Flag: "description", About: "TODO"},
		{Name: "blackoutWindow", Flag: "blackout-window", About: "TODO", Kind: Object, Model: 2, Lists: 1},
		{Name: "extendedRetention", Flag: "extended-retention", About: "TODO", Kind: Object, Model: 3, Lists: 1},
		{Name: "remoteTargetPolicy", Flag: "remote-target-policy", About: "TODO", Kind: Object, Model: 4},
		{Name: "cascadedTargetsConfig", Flag: "cascaded-targets-config", About: "TODO", Kind: Object, Model: 5, Lists: 1},
		{Name: "retryOptions", Flag: "retry-options", About: "TODO", Kind: Object, Model: 6},
		{Name: "dataLock", Flag: "data-lock", About: "TODO", Enum: []string{"Administrative", "Compliance"}},
		{Name: "version", Flag: "version", About: "TODO", Kind: Integer},
		{Name: "isCBSEnabled", Flag: "is-cbs-enabled", About: "TODO", Kind: Boolean},
		{Name: "lastModificationTimeUsecs", Flag: "last-modification-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs},
		{Name: "templateId", Flag: "template-id", About: "TODO"},
	},
	Answer: JSON,
}

// PerformActionOnProtectionGroupRun is POST /data-protect/protection-groups/{id}/runs/actions: tODO PerformActionOnProtectionGroupRun
var PerformActionOnProtectionGroupRun = Operation{
	ID: "PerformActionOnProtectionGroupRun", Method: "POST", Path: "/data-protect/protection-groups/{id}/runs/actions", About: "TODO PerformActionOnProtectionGroupRun",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "action", Flag: "action", About: "TODO", Required: true, Enum: []string{"Cancel", "Pause", "Resume"}},
		{Name: "pauseParams", Flag: "pause-params", About: "TODO", Kind: Object, Model: 7, Lists: 1},
		{Name: "resumeParams", Flag: "resume-params", About: "TODO", Kind: Object, Model: 8, Lists: 1},
		{Name: "cancelParams", Flag: "cancel-params", About: "TODO", Kind: Object, Model: 9, Lists: 1},
	},
	Answer: JSON,
}

// GetProtectionGroupRun is GET /data-protect/protection-groups/{id}/runs/{runId}: tODO GetProtectionGroupRun
var GetProtectionGroupRun = Operation{
	ID: "GetProtectionGroupRun", Method: "GET", Path: "/data-protect/protection-groups/{id}/runs/{runId}", About: "TODO GetProtectionGroupRun",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Path, Field: Field{Name: "runId", Flag: "run-id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeObjectDetails", Flag: "include-object-details", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "TODO", Kind: Boolean}},
	},
	Answer: JSON,
}

// GetProtectionGroupRuns is GET /data-protect/protection-groups/{id}/runs: tODO GetProtectionGroupRuns
var GetProtectionGroupRuns = Operation{
	ID: "GetProtectionGroupRuns", Method: "GET", Path: "/data-protect/protection-groups/{id}/runs", About: "TODO GetProtectionGroupRuns",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true, Pattern: "^\\d+:\\d+:\\d+$"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "runId", Flag: "run-id", About: "TODO", Pattern: "^\\d+:\\d+$"}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "runTypes", Flag: "run-types", About: "TODO", Lists: 1, Enum: []string{"kAll", "kFull", "kHydrateCDP", "kIncremental", "kLog", "kStorageArraySnapshot", "kSystem"}}},
		{In: Query, Field: Field{Name: "includeObjectDetails", Flag: "include-object-details", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "localBackupRunStatus", Flag: "local-backup-run-status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "replicationRunStatus", Flag: "replication-run-status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "archivalRunStatus", Flag: "archival-run-status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "cloudSpinRunStatus", Flag: "cloud-spin-run-status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "numRuns", Flag: "num-runs", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "excludeNonRestorableRuns", Flag: "exclude-non-restorable-runs", About: "TODO", Kind: Boolean, Default: "false"}},
		{In: Query, Field: Field{Name: "runTags", Flag: "run-tags", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "filterByEndTime", Flag: "filter-by-end-time", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "snapshotTargetTypes", Flag: "snapshot-target-types", About: "TODO", Lists: 1, Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}}},
		{In: Query, Field: Field{Name: "onlyReturnSuccessfulCopyRun", Flag: "only-return-successful-copy-run", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "filterByCopyTaskEndTime", Flag: "filter-by-copy-task-end-time", About: "TODO", Kind: Boolean}},
	},
	Answer: JSON,
}

// CreateProtectionGroupRun is POST /data-protect/protection-groups/{id}/runs: tODO CreateProtectionGroupRun
var CreateProtectionGroupRun = Operation{
	ID: "CreateProtectionGroupRun", Method: "POST", Path: "/data-protect/protection-groups/{id}/runs", About: "TODO CreateProtectionGroupRun",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "runType", Flag: "run-type", About: "TODO", Required: true, Enum: []string{"kFull", "kHydrateCDP", "kLog", "kRegular", "kStorageArraySnapshot", "kSystem"}},
		{Name: "objects", Flag: "objects", About: "TODO", Kind: Object, Model: 10, Lists: 1},
		{Name: "targetsConfig", Flag: "targets-config", About: "TODO", Kind: Object, Model: 11},
	},
	Answer: JSON,
}

// UpdateProtectionGroupRun is PUT /data-protect/protection-groups/{id}/runs: tODO UpdateProtectionGroupRun
var UpdateProtectionGroupRun = Operation{
	ID: "UpdateProtectionGroupRun", Method: "PUT", Path: "/data-protect/protection-groups/{id}/runs", About: "TODO UpdateProtectionGroupRun",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "updateProtectionGroupRunParams", Flag: "update-protection-group-run-params", About: "TODO", Kind: Object, Model: 12, Lists: 1, Required: true, MinItems: 1},
	},
	Answer: JSON,
}

// DeleteProtectionGroup is DELETE /data-protect/protection-groups/{id}: tODO DeleteProtectionGroup
var DeleteProtectionGroup = Operation{
	ID: "DeleteProtectionGroup", Method: "DELETE", Path: "/data-protect/protection-groups/{id}", About: "TODO DeleteProtectionGroup",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "deleteSnapshots", Flag: "delete-snapshots", About: "TODO", Kind: Boolean}},
	},
}

// GetProtectionGroupByID is GET /data-protect/protection-groups/{id}: tODO GetProtectionGroupByID
var GetProtectionGroupByID = Operation{
	ID: "GetProtectionGroupByID", Method: "GET", Path: "/data-protect/protection-groups/{id}", About: "TODO GetProtectionGroupByID",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "includeLastRunInfo", Flag: "include-last-run-info", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "pruneExcludedSourceIds", Flag: "prune-excluded-source-ids", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "pruneSourceIds", Flag: "prune-source-ids", About: "TODO", Kind: Boolean}},
	},
	Answer: JSON,
}

// UpdateProtectionGroup is PUT /data-protect/protection-groups/{id}: tODO UpdateProtectionGroup
var UpdateProtectionGroup = Operation{
	ID: "UpdateProtectionGroup", Method: "PUT", Path: "/data-protect/protection-groups/{id}", About: "TODO UpdateProtectionGroup",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "TODO", Required: true},
		{Name: "policyId", Flag: "policy-id", About: "TODO", Required: true},
		{Name: "environment", Flag: "environment", About: "TODO", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "priority", Flag: "priority", About: "TODO", Enum: []string{"kHigh", "kLow", "kMedium"}},
		{Name: "description", Flag: "description", About: "TODO"},
		{Name: "startTime", Flag: "start-time", About: "TODO", Kind: Object, Model: 13},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs},
		{Name: "lastModifiedTimestampUsecs", Flag: "last-modified-timestamp-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs},
		{Name: "alertPolicy", Flag: "alert-policy", About: "TODO", Kind: Object, Model: 14},
		{Name: "sla", Flag: "sla", About: "TODO", Kind: Object, Model: 15, Lists: 1},
		{Name: "qosPolicy", Flag: "qos-policy", About: "TODO", Enum: []string{"kBackupAll", "kBackupHDD", "kBackupSSD", "kTestAndDevHigh"}},
		{Name: "abortInBlackouts", Flag: "abort-in-blackouts", About: "TODO", Kind: Boolean},
		{Name: "pauseInBlackouts", Flag: "pause-in-blackouts", About: "TODO", Kind: Boolean},
		{Name: "isPaused", Flag: "is-paused", About: "TODO", Kind: Boolean},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "TODO", Kind: Object, Model: 16, Lists: 1},
		{Name: "physicalParams", Flag: "physical-params", About: "TODO", Kind: Object, Model: 17},
		{Name: "mssqlParams", Flag: "mssql-params", About: "TODO", Kind: Object, Model: 18},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "TODO", Kind: Object, Model: 19},
	},
	Answer: JSON,
}

// GetProtectionGroups is GET /data-protect/protection-groups: tODO GetProtectionGroups
var GetProtectionGroups = Operation{
	ID: "GetProtectionGroups", Method: "GET", Path: "/data-protect/protection-groups", About: "TODO GetProtectionGroups",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "names", Flag: "names", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "policyIds", Flag: "policy-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "includeGroupsWithDatalockOnly", Flag: "include-groups-with-datalock-only", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "TODO", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "isActive", Flag: "is-active", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "isDeleted", Flag: "is-deleted", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "isPaused", Flag: "is-paused", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "lastRunLocalBackupStatus", Flag: "last-run-local-backup-status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunReplicationStatus", Flag: "last-run-replication-status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunArchivalStatus", Flag: "last-run-archival-status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunCloudSpinStatus", Flag: "last-run-cloud-spin-status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunAnyStatus", Flag: "last-run-any-status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "isLastRunSlaViolated", Flag: "is-last-run-sla-violated", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeLastRunInfo", Flag: "include-last-run-info", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "pruneExcludedSourceIds", Flag: "prune-excluded-source-ids", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "pruneSourceIds", Flag: "prune-source-ids", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "sourceIds", Flag: "source-ids", About: "TODO", Kind: Integer, Lists: 1}},
	},
	Answer: JSON,
}

// CreateProtectionGroup is POST /data-protect/protection-groups: tODO CreateProtectionGroup
var CreateProtectionGroup = Operation{
	ID: "CreateProtectionGroup", Method: "POST", Path: "/data-protect/protection-groups", About: "TODO CreateProtectionGroup",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "TODO", Required: true},
		{Name: "policyId", Flag: "policy-id", About: "TODO", Required: true},
		{Name: "environment", Flag: "environment", About: "TODO", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "priority", Flag: "priority", About: "TODO", Enum: []string{"kHigh", "kLow", "kMedium"}},
		{Name: "description", Flag: "description", About: "TODO"},
		{Name: "startTime", Flag: "start-time", About: "TODO", Kind: Object, Model: 13},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs},
		{Name: "lastModifiedTimestampUsecs", Flag: "last-modified-timestamp-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs},
		{Name: "alertPolicy", Flag: "alert-policy", About: "TODO", Kind: Object, Model: 14},
		{Name: "sla", Flag: "sla", About: "TODO", Kind: Object, Model: 15, Lists: 1},
		{Name: "qosPolicy", Flag: "qos-policy", About: "TODO", Enum: []string{"kBackupAll", "kBackupHDD", "kBackupSSD", "kTestAndDevHigh"}},
		{Name: "abortInBlackouts", Flag: "abort-in-blackouts", About: "TODO", Kind: Boolean},
		{Name: "pauseInBlackouts", Flag: "pause-in-blackouts", About: "TODO", Kind: Boolean},
		{Name: "isPaused", Flag: "is-paused", About: "TODO", Kind: Boolean},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "TODO", Kind: Object, Model: 16, Lists: 1},
		{Name: "physicalParams", Flag: "physical-params", About: "TODO", Kind: Object, Model: 17},
		{Name: "mssqlParams", Flag: "mssql-params", About: "TODO", Kind: Object, Model: 18},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "TODO", Kind: Object, Model: 19},
	},
	Answer: JSON,
}

// CreateDownloadFilesAndFoldersRecovery is POST /data-protect/recoveries/download-files-folders: tODO CreateDownloadFilesAndFoldersRecovery
var CreateDownloadFilesAndFoldersRecovery = Operation{
	ID: "CreateDownloadFilesAndFoldersRecovery", Method: "POST", Path: "/data-protect/recoveries/download-files-folders", About: "TODO CreateDownloadFilesAndFoldersRecovery",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "TODO", Required: true},
		{Name: "object", Flag: "object", About: "TODO", Kind: Object, Model: 20, Required: true},
		{Name: "filesAndFolders", Flag: "files-and-folders", About: "TODO", Kind: Object, Model: 21, Lists: 1, Required: true, MinItems: 1},
		{Name: "documents", Flag: "documents", About: "TODO", Kind: Object, Model: 22, Lists: 1, MinItems: 1},
		{Name: "parentRecoveryId", Flag: "parent-recovery-id", About: "TODO", Pattern: "^\\d+:\\d+:\\d+$"},
		{Name: "glacierRetrievalType", Flag: "glacier-retrieval-type", About: "TODO", Enum: []string{"kExpeditedNoPCU", "kExpeditedWithPCU", "kStandard"}},
	},
	Answer: JSON,
}

// CancelRecoveryByID is POST /data-protect/recoveries/{id}/cancel: tODO CancelRecoveryByID
var CancelRecoveryByID = Operation{
	ID: "CancelRecoveryByID", Method: "POST", Path: "/data-protect/recoveries/{id}/cancel", About: "TODO CancelRecoveryByID",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// DownloadFilesFromRecovery is GET /data-protect/recoveries/{id}/download-files: tODO DownloadFilesFromRecovery
var DownloadFilesFromRecovery = Operation{
	ID: "DownloadFilesFromRecovery", Method: "GET", Path: "/data-protect/recoveries/{id}/download-files", About: "TODO DownloadFilesFromRecovery",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true, Pattern: "^\\d+:\\d+:\\d+$"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "startOffset", Flag: "start-offset", About: "TODO", Kind: Integer, Unit: Bytes}},
		{In: Query, Field: Field{Name: "length", Flag: "length", About: "TODO", Kind: Integer, Unit: Bytes}},
		{In: Query, Field: Field{Name: "fileType", Flag: "file-type", About: "TODO"}},
		{In: Query, Field: Field{Name: "sourceName", Flag: "source-name", About: "TODO"}},
		{In: Query, Field: Field{Name: "startTime", Flag: "start-time", About: "TODO"}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "TODO", Kind: Boolean}},
	},
	Answer: File,
}

// GetRecoveryByID is GET /data-protect/recoveries/{id}: tODO GetRecoveryByID
var GetRecoveryByID = Operation{
	ID: "GetRecoveryByID", Method: "GET", Path: "/data-protect/recoveries/{id}", About: "TODO GetRecoveryByID",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Required: true, Pattern: "^\\d+:\\d+:\\d+$"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Answer: JSON,
}

// GetRecoveries is GET /data-protect/recoveries: tODO GetRecoveries
var GetRecoveries = Operation{
	ID: "GetRecoveries", Method: "GET", Path: "/data-protect/recoveries", About: "TODO GetRecoveries",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "TODO", Lists: 1, Pattern: "^\\d+:\\d+:\\d+$"}},
		{In: Query, Field: Field{Name: "returnOnlyChildRecoveries", Flag: "return-only-child-recoveries", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "snapshotTargetType", Flag: "snapshot-target-type", About: "TODO", Lists: 1, Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}}},
		{In: Query, Field: Field{Name: "archivalTargetType", Flag: "archival-target-type", About: "TODO", Lists: 1, Enum: []string{"Cloud", "Nas", "Tape"}}},
		{In: Query, Field: Field{Name: "snapshotEnvironments", Flag: "snapshot-environments", About: "TODO", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "status", Flag: "status", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "recoveryActions", Flag: "recovery-actions", About: "TODO", Lists: 1, Enum: []string{"CloneApps", "CloneAppView", "CloneRefreshApp", "CloneView", "CloneVMs", "CloneVMsToView", "ConvertAndDeployVMs", "ConvertToPst", "DeployVMs", "DownloadChats", "DownloadFilesAndFolders", "InstantVolumeMount", "RecoverApps", "RecoverAurora", "RecoverAzureSQL", "RecoverExchangeDbs", "RecoverFiles", "RecoverMailbox", "RecoverMailboxCSM", "RecoverMsGroup", "RecoverMsTeam", "RecoverNamespaces", "RecoverNasVolume", "RecoverObjects", "RecoverOneDrive", "RecoverOneDriveCSM", "RecoverPhysicalVolumes", "RecoverPublicFolders", "RecoverRDS", "RecoverRDSPostgres", "RecoverS3Buckets", "RecoverSanGroup", "RecoverSanVolumes", "RecoverSfdcObjects", "RecoverSfdcOrg", "RecoverSfdcRecords", "RecoverSharePoint", "RecoverSharePointCSM", "RecoverSystem", "RecoverVApps", "RecoverVAppTemplates", "RecoverVmDisks", "RecoverVMs", "UptierSnapshot"}}},
	},
	Answer: JSON,
}

// CreateRecovery is POST /data-protect/recoveries: tODO CreateRecovery
var CreateRecovery = Operation{
	ID: "CreateRecovery", Method: "POST", Path: "/data-protect/recoveries", About: "TODO CreateRecovery",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "TODO", Required: true},
		{Name: "snapshotEnvironment", Flag: "snapshot-environment", About: "TODO", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "physicalParams", Flag: "physical-params", About: "TODO", Kind: Object, Model: 23},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "TODO", Kind: Object, Model: 24},
		{Name: "mssqlParams", Flag: "mssql-params", About: "TODO", Kind: Object, Model: 25},
	},
	Answer: JSON,
}

// GetProtectionRunProgress is GET /data-protect/runs/{runId}/progress: tODO GetProtectionRunProgress
var GetProtectionRunProgress = Operation{
	ID: "GetProtectionRunProgress", Method: "GET", Path: "/data-protect/runs/{runId}/progress", About: "TODO GetProtectionRunProgress",
	Params: []Param{
		{In: Path, Field: Field{Name: "runId", Flag: "run-id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "objects", Flag: "objects", About: "TODO", Kind: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeFinishedTasks", Flag: "include-finished-tasks", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "maxTasksNum", Flag: "max-tasks-num", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "excludeObjectDetails", Flag: "exclude-object-details", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeEventLogs", Flag: "include-event-logs", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "maxLogLevel", Flag: "max-log-level", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "runTaskPath", Flag: "run-task-path", About: "TODO"}},
		{In: Query, Field: Field{Name: "objectTaskPaths", Flag: "object-task-paths", About: "TODO", Lists: 1}},
	},
	Answer: JSON,
}

// SearchIndexedObjects is POST /data-protect/search/indexed-objects: tODO SearchIndexedObjects
var SearchIndexedObjects = Operation{
	ID: "SearchIndexedObjects", Method: "POST", Path: "/data-protect/search/indexed-objects", About: "TODO SearchIndexedObjects",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "objectType", Flag: "object-type", About: "TODO", Required: true, Enum: []string{"CassandraObjects", "CouchbaseObjects", "Emails", "ExchangeObjects", "Files", "GroupsObjects", "HbaseObjects", "HDFSObjects", "HiveObjects", "MongoObjects", "OneDriveObjects", "PublicFolders", "SfdcRecords", "SharepointObjects", "TeamsObjects", "UdaObjects"}},
		{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "TODO", Lists: 1},
		{Name: "storageDomainIds", Flag: "storage-domain-ids", About: "TODO", Kind: Integer, Lists: 1},
		{Name: "tenantId", Flag: "tenant-id", About: "TODO"},
		{Name: "includeTenants", Flag: "include-tenants", About: "TODO", Kind: Boolean, Default: "false"},
		{Name: "tags", Flag: "tags", About: "TODO", Lists: 1},
		{Name: "snapshotTags", Flag: "snapshot-tags", About: "TODO", Lists: 1},
		{Name: "mustHaveTagIds", Flag: "must-have-tag-ids", About: "TODO", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "mightHaveTagIds", Flag: "might-have-tag-ids", About: "TODO", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "mustHaveSnapshotTagIds", Flag: "must-have-snapshot-tag-ids", About: "TODO", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "mightHaveSnapshotTagIds", Flag: "might-have-snapshot-tag-ids", About: "TODO", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "paginationCookie", Flag: "pagination-cookie", About: "TODO"},
		{Name: "count", Flag: "count", About: "TODO", Kind: Integer},
		{Name: "useCachedData", Flag: "use-cached-data", About: "TODO", Kind: Boolean},
		{Name: "cassandraParams", Flag: "cassandra-params", About: "TODO", Kind: Object, Model: 26},
		{Name: "couchbaseParams", Flag: "couchbase-params", About: "TODO", Kind: Object, Model: 27},
		{Name: "emailParams", Flag: "email-params", About: "TODO", Kind: Object, Model: 28},
		{Name: "exchangeParams", Flag: "exchange-params", About: "TODO", Kind: Object, Model: 29},
		{Name: "fileParams", Flag: "file-params", About: "TODO", Kind: Object, Model: 30},
		{Name: "hbaseParams", Flag: "hbase-params", About: "TODO", Kind: Object, Model: 31},
		{Name: "hdfsParams", Flag: "hdfs-params", About: "TODO", Kind: Object, Model: 32},
		{Name: "hiveParams", Flag: "hive-params", About: "TODO", Kind: Object, Model: 33},
		{Name: "mongodbParams", Flag: "mongodb-params", About: "TODO", Kind: Object, Model: 34},
		{Name: "msGroupsParams", Flag: "ms-groups-params", About: "TODO", Kind: Object, Model: 35},
		{Name: "msTeamsParams", Flag: "ms-teams-params", About: "TODO", Kind: Object, Model: 36},
		{Name: "oneDriveParams", Flag: "one-drive-params", About: "TODO", Kind: Object, Model: 37},
		{Name: "publicFolderParams", Flag: "public-folder-params", About: "TODO", Kind: Object, Model: 38},
		{Name: "sfdcParams", Flag: "sfdc-params", About: "TODO", Kind: Object, Model: 39},
		{Name: "sharepointParams", Flag: "sharepoint-params", About: "TODO", Kind: Object, Model: 37},
		{Name: "udaParams", Flag: "uda-params", About: "TODO", Kind: Object, Model: 40},
	},
	Answer: JSON,
}

// SearchObjects is GET /data-protect/search/objects: tODO SearchObjects
var SearchObjects = Operation{
	ID: "SearchObjects", Method: "GET", Path: "/data-protect/search/objects", About: "TODO SearchObjects",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "searchString", Flag: "search-string", About: "TODO"}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "TODO", Lists: 1, Enum: []string{"kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "protectionTypes", Flag: "protection-types", About: "TODO", Lists: 1, Enum: []string{"kAgent", "kAuroraSnapshotManager", "kAwsAuroraPostgres", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAzureSQL", "kFile", "kNative", "kRDSSnapshotManager", "kSnapshotManager", "kVolume"}}},
		{In: Query, Field: Field{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "objectIds", Flag: "object-ids", About: "TODO", Kind: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "osTypes", Flag: "os-types", About: "TODO", Lists: 1, Enum: []string{"kLinux", "kWindows"}}},
		{In: Query, Field: Field{Name: "sourceIds", Flag: "source-ids", About: "TODO", Kind: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "sourceUuids", Flag: "source-uuids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "isProtected", Flag: "is-protected", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "isDeleted", Flag: "is-deleted", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "lastRunStatusList", Flag: "last-run-status-list", About: "TODO", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "includeDeletedObjects", Flag: "include-deleted-objects", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "paginationCookie", Flag: "pagination-cookie", About: "TODO"}},
		{In: Query, Field: Field{Name: "count", Flag: "count", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "mustHaveTagIds", Flag: "must-have-tag-ids", About: "TODO", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "mightHaveTagIds", Flag: "might-have-tag-ids", About: "TODO", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "mustHaveSnapshotTagIds", Flag: "must-have-snapshot-tag-ids", About: "TODO", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "mightHaveSnapshotTagIds", Flag: "might-have-snapshot-tag-ids", About: "TODO", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "tagSearchName", Flag: "tag-search-name", About: "TODO"}},
		{In: Query, Field: Field{Name: "tagNames", Flag: "tag-names", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "tagTypes", Flag: "tag-types", About: "TODO", Lists: 1, Enum: []string{"Custom", "System", "ThirdParty"}}},
		{In: Query, Field: Field{Name: "tagCategories", Flag: "tag-categories", About: "TODO", Lists: 1, Enum: []string{"Security"}}},
		{In: Query, Field: Field{Name: "tagSubCategories", Flag: "tag-sub-categories", About: "TODO", Lists: 1, Enum: []string{"Anomalies", "Classification", "Dspm", "Threats"}}},
		{In: Query, Field: Field{Name: "includeHeliosTagInfoForObjects", Flag: "include-helios-tag-info-for-objects", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "externalFilters", Flag: "external-filters", About: "TODO", Lists: 1}},
	},
	Answer: JSON,
}

// SearchProtectedObjects is GET /data-protect/search/protected-objects: tODO SearchProtectedObjects
var SearchProtectedObjects = Operation{
	ID: "SearchProtectedObjects", Method: "GET", Path: "/data-protect/search/protected-objects", About: "TODO SearchProtectedObjects",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "searchString", Flag: "search-string", About: "TODO"}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "TODO", Lists: 1, Enum: []string{"kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "snapshotActions", Flag: "snapshot-actions", About: "TODO", Lists: 1, Enum: []string{"ConvertToPst", "DownloadChats", "DownloadFilesAndFolders", "InstantVolumeMount", "MountVolumes", "RecoverApps", "RecoverAurora", "RecoverAzureSQL", "RecoverFiles", "RecoverMailbox", "RecoverMailboxCSM", "RecoverMsGroup", "RecoverMsTeam", "RecoverNamespaces", "RecoverNasVolume", "RecoverObjects", "RecoverOneDrive", "RecoverOneDriveCSM", "RecoverPhysicalVolumes", "RecoverPublicFolders", "RecoverRDS", "RecoverRDSPostgres", "RecoverS3Buckets", "RecoverSanVolumes", "RecoverSfdcRecords", "RecoverSharePoint", "RecoverSharePointCSM", "RecoverSystem", "RecoverVApps", "RecoverVAppTemplates", "RecoverVmDisks", "RecoverVMs"}}},
		{In: Query, Field: Field{Name: "objectActionKey", Flag: "object-action-key", About: "TODO", Enum: []string{"kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "objectIds", Flag: "object-ids", About: "TODO", Kind: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "subResultSize", Flag: "sub-result-size", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "filterSnapshotFromUsecs", Flag: "filter-snapshot-from-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "filterSnapshotToUsecs", Flag: "filter-snapshot-to-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "osTypes", Flag: "os-types", About: "TODO", Lists: 1, Enum: []string{"kLinux", "kWindows"}}},
		{In: Query, Field: Field{Name: "sourceIds", Flag: "source-ids", About: "TODO", Kind: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "runInstanceIds", Flag: "run-instance-ids", About: "TODO", Kind: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "cdpProtectedOnly", Flag: "cdp-protected-only", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "TODO", Kind: Boolean}},
	},
	Answer: JSON,
}

// GetRestorePointsInTimeRange is POST /data-protect/snapshots/restore-points: tODO GetRestorePointsInTimeRange
var GetRestorePointsInTimeRange = Operation{
	ID: "GetRestorePointsInTimeRange", Method: "POST", Path: "/data-protect/snapshots/restore-points", About: "TODO GetRestorePointsInTimeRange",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "TODO", Kind: Integer, Required: true, Unit: UnixUsecs},
		{Name: "environment", Flag: "environment", About: "TODO", Required: true, Enum: []string{"kAcropolis", "kAD", "kAWS", "kAzure", "kCassandra", "kCouchbase", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kO365", "kOracle", "kPhysical", "kPure", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kView", "kVMware"}},
		{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "TODO", Lists: 1, Required: true},
		{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "TODO", Kind: Integer, Required: true, Unit: UnixUsecs},
		{Name: "sourceId", Flag: "source-id", About: "TODO", Kind: Integer},
	},
	Answer: JSON,
}

// ConstructMetaInfo is POST /data-protect/snapshots/{snapshotId}/meta-info: tODO ConstructMetaInfo
var ConstructMetaInfo = Operation{
	ID: "ConstructMetaInfo", Method: "POST", Path: "/data-protect/snapshots/{snapshotId}/meta-info", About: "TODO ConstructMetaInfo",
	Params: []Param{
		{In: Path, Field: Field{Name: "snapshotId", Flag: "snapshot-id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "TODO", Required: true, Enum: []string{"kAcropolis", "kAD", "kAuroraSnapshotManager", "kAWS", "kAwsAuroraPostgres", "kAwsDynamoDB", "kAWSNative", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAWSSnapshotManager", "kAzure", "kAzureEntraID", "kAzureNative", "kAzureSnapshotManager", "kAzureSQL", "kCassandra", "kCouchbase", "kDB2", "kElastifile", "kExchange", "kExperimentalAdapter", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperFlex", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kMongoDBPhysical", "kNetapp", "kNimble", "kO365", "kO365Exchange", "kO365ExchangeCSM", "kO365Group", "kO365OneDrive", "kO365OneDriveCSM", "kO365PublicFolders", "kO365Sharepoint", "kO365SharepointCSM", "kO365Teams", "kOracle", "kPhysical", "kPure", "kRDSSnapshotManager", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kVCD", "kView", "kVMware"}},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "TODO", Kind: Object, Model: 41},
		{Name: "oracleParams", Flag: "oracle-params", About: "TODO", Kind: Object, Model: 42},
		{Name: "sfdcParams", Flag: "sfdc-params", About: "TODO", Kind: Object, Model: 43},
	},
	Answer: JSON,
}

// DownloadIndexedFile is GET /data-protect/snapshots/{snapshotsId}/download-file: tODO DownloadIndexedFile
var DownloadIndexedFile = Operation{
	ID: "DownloadIndexedFile", Method: "GET", Path: "/data-protect/snapshots/{snapshotsId}/download-file", About: "TODO DownloadIndexedFile",
	Params: []Param{
		{In: Path, Field: Field{Name: "snapshotsId", Flag: "snapshots-id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "filePath", Flag: "file-path", About: "TODO"}},
		{In: Query, Field: Field{Name: "nvramFile", Flag: "nvram-file", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "retryAttempt", Flag: "retry-attempt", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "startOffset", Flag: "start-offset", About: "TODO", Kind: Integer, Unit: Bytes}},
		{In: Query, Field: Field{Name: "length", Flag: "length", About: "TODO", Kind: Integer, Unit: Bytes}},
	},
	Answer: File,
}

// DeleteProtectionSourceRegistration is DELETE /data-protect/sources/registrations/{id}: tODO DeleteProtectionSourceRegistration
var DeleteProtectionSourceRegistration = Operation{
	ID: "DeleteProtectionSourceRegistration", Method: "DELETE", Path: "/data-protect/sources/registrations/{id}", About: "TODO DeleteProtectionSourceRegistration",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Kind: Integer, Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// GetProtectionSourceRegistration is GET /data-protect/sources/registrations/{id}: tODO GetProtectionSourceRegistration
var GetProtectionSourceRegistration = Operation{
	ID: "GetProtectionSourceRegistration", Method: "GET", Path: "/data-protect/sources/registrations/{id}", About: "TODO GetProtectionSourceRegistration",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Kind: Integer, Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
	},
	Answer: JSON,
}

// PatchProtectionSourceRegistration is PATCH /data-protect/sources/registrations/{id}: tODO PatchProtectionSourceRegistration
var PatchProtectionSourceRegistration = Operation{
	ID: "PatchProtectionSourceRegistration", Method: "PATCH", Path: "/data-protect/sources/registrations/{id}", About: "TODO PatchProtectionSourceRegistration",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Kind: Integer, Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "TODO", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
	},
	Answer: JSON,
}

// UpdateProtectionSourceRegistration is PUT /data-protect/sources/registrations/{id}: tODO UpdateProtectionSourceRegistration
var UpdateProtectionSourceRegistration = Operation{
	ID: "UpdateProtectionSourceRegistration", Method: "PUT", Path: "/data-protect/sources/registrations/{id}", About: "TODO UpdateProtectionSourceRegistration",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Kind: Integer, Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "TODO", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "name", Flag: "name", About: "TODO"},
		{Name: "isInternalEncrypted", Flag: "is-internal-encrypted", About: "TODO", Kind: Boolean},
		{Name: "encryptionKey", Flag: "encryption-key", About: "TODO", Secret: true},
		{Name: "connectionId", Flag: "connection-id", About: "TODO", Kind: Integer},
		{Name: "connections", Flag: "connections", About: "TODO", Kind: Object, Model: 44, Lists: 1},
		{Name: "connectorGroupId", Flag: "connector-group-id", About: "TODO", Kind: Integer},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "TODO", Kind: Object, Model: 16, Lists: 1},
		{Name: "dataSourceConnectionId", Flag: "data-source-connection-id", About: "TODO"},
		{Name: "lastModifiedTimestampUsecs", Flag: "last-modified-timestamp-usecs", About: "TODO", Kind: Integer, Unit: UnixUsecs},
		{Name: "physicalParams", Flag: "physical-params", About: "TODO", Kind: Object, Model: 45},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "TODO", Kind: Object, Model: 46},
	},
	Answer: JSON,
}

// GetSourceRegistrations is GET /data-protect/sources/registrations: tODO GetSourceRegistrations
var GetSourceRegistrations = Operation{
	ID: "GetSourceRegistrations", Method: "GET", Path: "/data-protect/sources/registrations", About: "TODO GetSourceRegistrations",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "TODO", Kind: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "includeSourceCredentials", Flag: "include-source-credentials", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "encryptionKey", Flag: "encryption-key", About: "TODO", Secret: true}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeExternalMetadata", Flag: "include-external-metadata", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "ignoreTenantMigrationInProgressCheck", Flag: "ignore-tenant-migration-in-progress-check", About: "TODO", Kind: Boolean}},
	},
	Answer: JSON,
}

// RegisterProtectionSource is POST /data-protect/sources/registrations: tODO RegisterProtectionSource
var RegisterProtectionSource = Operation{
	ID: "RegisterProtectionSource", Method: "POST", Path: "/data-protect/sources/registrations", About: "TODO RegisterProtectionSource",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "TODO", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "name", Flag: "name", About: "TODO"},
		{Name: "isInternalEncrypted", Flag: "is-internal-encrypted", About: "TODO", Kind: Boolean},
		{Name: "encryptionKey", Flag: "encryption-key", About: "TODO", Secret: true},
		{Name: "connectionId", Flag: "connection-id", About: "TODO", Kind: Integer},
		{Name: "connections", Flag: "connections", About: "TODO", Kind: Object, Model: 44, Lists: 1},
		{Name: "connectorGroupId", Flag: "connector-group-id", About: "TODO", Kind: Integer},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "TODO", Kind: Object, Model: 16, Lists: 1},
		{Name: "dataSourceConnectionId", Flag: "data-source-connection-id", About: "TODO"},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "TODO", Kind: Object, Model: 46},
		{Name: "physicalParams", Flag: "physical-params", About: "TODO", Kind: Object, Model: 45},
	},
	Answer: JSON,
}

// RefreshProtectionSourceByID is POST /data-protect/sources/{id}/refresh: tODO RefreshProtectionSourceByID
var RefreshProtectionSourceByID = Operation{
	ID: "RefreshProtectionSourceByID", Method: "POST", Path: "/data-protect/sources/{id}/refresh", About: "TODO RefreshProtectionSourceByID",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "TODO", Kind: Integer, Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// GenerateDataSourceConnectionRegistrationToken is POST /data-source-connections/{connectionId}/registrationToken: tODO GenerateDataSourceConnectionRegistrationToken
var GenerateDataSourceConnectionRegistrationToken = Operation{
	ID: "GenerateDataSourceConnectionRegistrationToken", Method: "POST", Path: "/data-source-connections/{connectionId}/registrationToken", About: "TODO GenerateDataSourceConnectionRegistrationToken",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectionId", Flag: "connection-id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Answer: JSON,
	Secret: true,
}

// DeleteDataSourceConnection is DELETE /data-source-connections/{connectionId}: tODO DeleteDataSourceConnection
var DeleteDataSourceConnection = Operation{
	ID: "DeleteDataSourceConnection", Method: "DELETE", Path: "/data-source-connections/{connectionId}", About: "TODO DeleteDataSourceConnection",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectionId", Flag: "connection-id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// PatchDataSourceConnection is PATCH /data-source-connections/{connectionId}: tODO PatchDataSourceConnection
var PatchDataSourceConnection = Operation{
	ID: "PatchDataSourceConnection", Method: "PATCH", Path: "/data-source-connections/{connectionId}", About: "TODO PatchDataSourceConnection",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectionId", Flag: "connection-id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "connectionName", Flag: "connection-name", About: "TODO", Required: true},
	},
	Answer: JSON,
}

// GetDataSourceConnections is GET /data-source-connections: tODO GetDataSourceConnections
var GetDataSourceConnections = Operation{
	ID: "GetDataSourceConnections", Method: "GET", Path: "/data-source-connections", About: "TODO GetDataSourceConnections",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "connectionIds", Flag: "connection-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "connectionNames", Flag: "connection-names", About: "TODO", Lists: 1}},
	},
	Answer: JSON,
}

// CreateDataSourceConnection is POST /data-source-connections: tODO CreateDataSourceConnection
var CreateDataSourceConnection = Operation{
	ID: "CreateDataSourceConnection", Method: "POST", Path: "/data-source-connections", About: "TODO CreateDataSourceConnection",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "connectionName", Flag: "connection-name", About: "TODO", Required: true},
		{Name: "connectionEnvType", Flag: "connection-env-type", About: "TODO", Enum: []string{"kIksClassic", "kIksVpc", "kRoksClassic", "kRoksVpc"}},
	},
	Answer: JSON,
}

// GetConnectorMetadata is GET /data-source-connectors/metadata: tODO GetConnectorMetadata
var GetConnectorMetadata = Operation{
	ID: "GetConnectorMetadata", Method: "GET", Path: "/data-source-connectors/metadata", About: "TODO GetConnectorMetadata",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Answer: JSON,
}

// DeleteDataSourceConnector is DELETE /data-source-connectors/{connectorId}: tODO DeleteDataSourceConnector
var DeleteDataSourceConnector = Operation{
	ID: "DeleteDataSourceConnector", Method: "DELETE", Path: "/data-source-connectors/{connectorId}", About: "TODO DeleteDataSourceConnector",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectorId", Flag: "connector-id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// PatchDataSourceConnector is PATCH /data-source-connectors/{connectorId}: tODO PatchDataSourceConnector
var PatchDataSourceConnector = Operation{
	ID: "PatchDataSourceConnector", Method: "PATCH", Path: "/data-source-connectors/{connectorId}", About: "TODO PatchDataSourceConnector",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectorId", Flag: "connector-id", About: "TODO", Required: true}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "connectorName", Flag: "connector-name", About: "TODO"},
	},
	Answer: JSON,
}

// GetDataSourceConnectors is GET /data-source-connectors: tODO GetDataSourceConnectors
var GetDataSourceConnectors = Operation{
	ID: "GetDataSourceConnectors", Method: "GET", Path: "/data-source-connectors", About: "TODO GetDataSourceConnectors",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "connectorIds", Flag: "connector-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "connectorNames", Flag: "connector-names", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "connectionId", Flag: "connection-id", About: "TODO"}},
	},
	Answer: JSON,
}

// ListProtectionSourcesRegistrationInfo is GET /irisservices/api/v1/public/protectionSources/registrationInfo: tODO ListProtectionSourcesRegistrationInfo
var ListProtectionSourcesRegistrationInfo = Operation{
	ID: "ListProtectionSourcesRegistrationInfo", Method: "GET", Path: "/irisservices/api/v1/public/protectionSources/registrationInfo", Root: true, About: "TODO ListProtectionSourcesRegistrationInfo",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO"}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "TODO", Lists: 1, Enum: []string{"kAcropolis", "kAWS", "kAWSNative", "kAwsS3", "kAzure", "kCassandra", "kCouchbase", "kExchange", "kFlashBlade", "kGCP", "kGCPNative", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperFlex", "kHyperV", "kHyperVVSS", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kO365", "kO365Outlook", "kOracle", "kPhysical", "kPhysicalFiles", "kPuppeteer", "kPure", "kSQL", "kUDA", "kVCD", "kView", "kVMware"}}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "TODO", Kind: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "includeEntityPermissionInfo", Flag: "include-entity-permission-info", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "sids", Flag: "sids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "includeSourceCredentials", Flag: "include-source-credentials", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "encryptionKey", Flag: "encryption-key", About: "TODO", Secret: true}},
		{In: Query, Field: Field{Name: "includeApplicationsTreeInfo", Flag: "include-applications-tree-info", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "pruneNonCriticalInfo", Flag: "prune-non-critical-info", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeExternalMetadata", Flag: "include-external-metadata", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "maintenanceStatus", Flag: "maintenance-status", About: "TODO", Enum: []string{"NotConfigured", "ScheduledMaintenance", "UnderMaintenance"}}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "allUnderHierarchy", Flag: "all-under-hierarchy", About: "TODO", Kind: Boolean}},
	},
	Answer: JSON,
}

// ListProtectionSources is GET /irisservices/api/v1/public/protectionSources: tODO ListProtectionSources
var ListProtectionSources = Operation{
	ID: "ListProtectionSources", Method: "GET", Path: "/irisservices/api/v1/public/protectionSources", Root: true, About: "TODO ListProtectionSources",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "excludeOffice365Types", Flag: "exclude-office365-types", About: "TODO", Lists: 1, Enum: []string{"kDomain", "kGroup", "kGroups", "kMailbox", "kOutlook", "kSite", "kSites", "kUser", "kUsers"}}},
		{In: Query, Field: Field{Name: "getTeamsChannels", Flag: "get-teams-channels", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "afterCursorEntityId", Flag: "after-cursor-entity-id", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "beforeCursorEntityId", Flag: "before-cursor-entity-id", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "nodeId", Flag: "node-id", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "pageSize", Flag: "page-size", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "hasValidMailbox", Flag: "has-valid-mailbox", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "hasValidOnedrive", Flag: "has-valid-onedrive", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "isSecurityGroup", Flag: "is-security-group", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "id", Flag: "id", About: "TODO", Kind: Integer}},
		{In: Query, Field: Field{Name: "numLevels", Flag: "num-levels", About: "TODO", Kind: Number}},
		{In: Query, Field: Field{Name: "excludeTypes", Flag: "exclude-types", About: "TODO", Lists: 1, Enum: []string{"kClusterComputeResource", "kComputeResource", "kDatacenter", "kDatastore", "kDistributedVirtualPortgroup", "kFolder", "kHostSystem", "kNetwork", "kResourcePool", "kStandaloneHost", "kStoragePod", "kTag", "kTagCategory", "kVCenter", "kVirtualApp", "kVirtualMachine"}}},
		{In: Query, Field: Field{Name: "excludeAwsTypes", Flag: "exclude-aws-types", About: "TODO", Lists: 1, Enum: []string{"kAuroraCluster", "kAuroraTag", "kEC2Instance", "kRDSInstance", "kRDSTag", "kS3Bucket", "kS3Tag", "kTag"}}},
		{In: Query, Field: Field{Name: "excludeKubernetesTypes", Flag: "exclude-kubernetes-types", About: "TODO", Lists: 1, Enum: []string{"kService"}}},
		{In: Query, Field: Field{Name: "includeDatastores", Flag: "include-datastores", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeNetworks", Flag: "include-networks", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeVMFolders", Flag: "include-vm-folders", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeSfdcFields", Flag: "include-sfdc-fields", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "includeSystemVApps", Flag: "include-system-v-apps", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "TODO", Lists: 1, Enum: []string{"kAcropolis", "kAD", "kAgent", "kAWS", "kAWSNative", "kAwsS3", "kAzure", "kAzureNative", "kCassandra", "kCouchbase", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGCPNative", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHyperFlex", "kHyperV", "kHyperVVSS", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kNimble", "kO365", "kO365Outlook", "kOracle", "kPhysical", "kPhysicalFiles", "kPuppeteer", "kPure", "kRDSSnapshotManager", "KSfdc", "kSQL", "kUDA", "kView", "kVMware"}}},
		{In: Query, Field: Field{Name: "environment", Flag: "environment", About: "TODO"}},
		{In: Query, Field: Field{Name: "includeEntityPermissionInfo", Flag: "include-entity-permission-info", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "sids", Flag: "sids", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "includeSourceCredentials", Flag: "include-source-credentials", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "encryptionKey", Flag: "encryption-key", About: "TODO", Secret: true}},
		{In: Query, Field: Field{Name: "includeObjectProtectionInfo", Flag: "include-object-protection-info", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "pruneNonCriticalInfo", Flag: "prune-non-critical-info", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "pruneAggregationInfo", Flag: "prune-aggregation-info", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "TODO"}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "TODO", Kind: Boolean}},
		{In: Query, Field: Field{Name: "allUnderHierarchy", Flag: "all-under-hierarchy", About: "TODO", Kind: Boolean}},
	},
	Answer: JSON,
}

// ListConnectorAgents is GET /connector-agents: tODO ListConnectorAgents
var ListConnectorAgents = Operation{
	ID: "ListConnectorAgents", Method: "GET", Path: "/connector-agents", About: "TODO ListConnectorAgents",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "tenantId", Flag: "tenant-id", About: "TODO", Required: true}},
		{In: Query, Field: Field{Name: "connectionNames", Flag: "connection-names", About: "TODO", Lists: 1}},
		{In: Query, Field: Field{Name: "connectionIds", Flag: "connection-ids", About: "TODO", Kind: Integer, Lists: 1}},
	},
	Answer: JSON,
}

// GetConnectorAgentConfig is GET /connector-agents/config: tODO GetConnectorAgentConfig
var GetConnectorAgentConfig = Operation{
	ID: "GetConnectorAgentConfig", Method: "GET", Path: "/connector-agents/config", About: "TODO GetConnectorAgentConfig",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Answer: JSON,
}

// Operations are all operations, in the document's order.
var Operations = []*Operation{
	&DownloadAgent,
	&GetUpgradeTasks,
	&CreateUpgradeTask,
	&GetObjectSnapshots,
	&DeleteProtectionPolicy,
	&GetProtectionPolicyByID,
	&UpdateProtectionPolicy,
	&GetProtectionPolicies,
	&CreateProtectionPolicy,
	&PerformActionOnProtectionGroupRun,
	&GetProtectionGroupRun,
	&GetProtectionGroupRuns,
	&CreateProtectionGroupRun,
	&UpdateProtectionGroupRun,
	&DeleteProtectionGroup,
	&GetProtectionGroupByID,
	&UpdateProtectionGroup,
	&GetProtectionGroups,
	&CreateProtectionGroup,
	&CreateDownloadFilesAndFoldersRecovery,
	&CancelRecoveryByID,
	&DownloadFilesFromRecovery,
	&GetRecoveryByID,
	&GetRecoveries,
	&CreateRecovery,
	&GetProtectionRunProgress,
	&SearchIndexedObjects,
	&SearchObjects,
	&SearchProtectedObjects,
	&GetRestorePointsInTimeRange,
	&ConstructMetaInfo,
	&DownloadIndexedFile,
	&DeleteProtectionSourceRegistration,
	&GetProtectionSourceRegistration,
	&PatchProtectionSourceRegistration,
	&UpdateProtectionSourceRegistration,
	&GetSourceRegistrations,
	&RegisterProtectionSource,
	&RefreshProtectionSourceByID,
	&GenerateDataSourceConnectionRegistrationToken,
	&DeleteDataSourceConnection,
	&PatchDataSourceConnection,
	&GetDataSourceConnections,
	&CreateDataSourceConnection,
	&GetConnectorMetadata,
	&DeleteDataSourceConnector,
	&PatchDataSourceConnector,
	&GetDataSourceConnectors,
	&ListProtectionSourcesRegistrationInfo,
	&ListProtectionSources,
	&ListConnectorAgents,
	&GetConnectorAgentConfig,
}

// models are the shapes of the objects in requests; Field.Model is an index.
var models = [...]Model{
	0: {Name: "LinuxAgentParams", Fields: []Field{
		{Name: "packageType", Flag: "package-type", Required: true, Enum: []string{"kDEB", "kPowerPCRPM", "kRPM", "kScript", "kSuseRPM"}},
	}},
	1: {Name: "BackupPolicy", Fields: []Field{
		{Name: "regular", Flag: "regular", Kind: Object, Model: 47, Required: true},
		{Name: "log", Flag: "log", Kind: Object, Model: 48},
		{Name: "bmr", Flag: "bmr", Kind: Object, Model: 49},
		{Name: "cdp", Flag: "cdp", Kind: Object, Model: 50},
		{Name: "storageArraySnapshot", Flag: "storage-array-snapshot", Kind: Object, Model: 51},
		{Name: "runTimeouts", Flag: "run-timeouts", Kind: Object, Model: 52, Lists: 1},
	}},
	2: {Name: "BlackoutWindow", Fields: []Field{
		{Name: "day", Flag: "day", Required: true, Enum: []string{"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"}},
		{Name: "startTime", Flag: "start-time", Kind: Object, Model: 13, Required: true},
		{Name: "endTime", Flag: "end-time", Kind: Object, Model: 13, Required: true},
		{Name: "configId", Flag: "config-id"},
	}},
	3: {Name: "ExtendedRetentionPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 53, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
		{Name: "runType", Flag: "run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "configId", Flag: "config-id"},
	}},
	4: {Name: "TargetsConfiguration", Fields: []Field{
		{Name: "replicationTargets", Flag: "replication-targets", Kind: Object, Model: 55, Lists: 1},
		{Name: "archivalTargets", Flag: "archival-targets", Kind: Object, Model: 56, Lists: 1},
		{Name: "cloudSpinTargets", Flag: "cloud-spin-targets", Kind: Object, Model: 57, Lists: 1},
		{Name: "onpremDeployTargets", Flag: "onprem-deploy-targets", Kind: Object, Model: 58, Lists: 1},
		{Name: "rpaasTargets", Flag: "rpaas-targets", Kind: Object, Model: 59, Lists: 1},
	}},
	5: {Name: "CascadedTargetConfiguration", Fields: []Field{
		{Name: "sourceClusterId", Flag: "source-cluster-id", Kind: Integer, Required: true},
		{Name: "remoteTargets", Flag: "remote-targets", Kind: Object, Model: 4, Required: true},
	}},
	6: {Name: "RetryOptions", Fields: []Field{
		{Name: "retries", Flag: "retries", Kind: Integer},
		{Name: "retryIntervalMins", Flag: "retry-interval-mins", Kind: Integer, Unit: SpanMins},
	}},
	7: {Name: "PauseProtectionRunActionParams", Fields: []Field{
		{Name: "runId", Flag: "run-id", Required: true},
	}},
	8: {Name: "ResumeProtectionRunActionParams", Fields: []Field{
		{Name: "runId", Flag: "run-id", Required: true},
	}},
	9: {Name: "CancelProtectionGroupRunRequest", Fields: []Field{
		{Name: "runId", Flag: "run-id", Required: true},
		{Name: "localTaskId", Flag: "local-task-id"},
		{Name: "objectIds", Flag: "object-ids", Kind: Integer, Lists: 1},
		{Name: "replicationTaskId", Flag: "replication-task-id", Lists: 1},
		{Name: "archivalTaskId", Flag: "archival-task-id", Lists: 1},
		{Name: "cloudSpinTaskId", Flag: "cloud-spin-task-id", Lists: 1},
	}},
	10: {Name: "RunObject", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "appIds", Flag: "app-ids", Kind: Integer, Lists: 1},
		{Name: "physicalParams", Flag: "physical-params", Kind: Object, Model: 60},
	}},
	11: {Name: "RunTargetsConfiguration", Fields: []Field{
		{Name: "usePolicyDefaults", Flag: "use-policy-defaults", Kind: Boolean},
		{Name: "replications", Flag: "replications", Kind: Object, Model: 61, Lists: 1},
		{Name: "archivals", Flag: "archivals", Kind: Object, Model: 62, Lists: 1},
		{Name: "cloudReplications", Flag: "cloud-replications", Kind: Object, Model: 63, Lists: 1},
	}},
	12: {Name: "UpdateProtectionGroupRunParams", Fields: []Field{
		{Name: "runId", Flag: "run-id", Required: true},
		{Name: "localSnapshotConfig", Flag: "local-snapshot-config", Kind: Object, Model: 64},
		{Name: "replicationSnapshotConfig", Flag: "replication-snapshot-config", Kind: Object, Model: 65},
		{Name: "archivalSnapshotConfig", Flag: "archival-snapshot-config", Kind: Object, Model: 66},
	}},
	13: {Name: "TimeOfDay", Fields: []Field{
		{Name: "hour", Flag: "hour", Kind: Integer, Required: true},
		{Name: "minute", Flag: "minute", Kind: Integer, Required: true},
		{Name: "timeZone", Flag: "time-zone"},
	}},
	14: {Name: "ProtectionGroupAlertingPolicy", Fields: []Field{
		{Name: "backupRunStatus", Flag: "backup-run-status", Lists: 1, Required: true, Enum: []string{"kFailure", "kSlaViolation", "kSuccess", "kWarning"}},
		{Name: "alertTargets", Flag: "alert-targets", Kind: Object, Model: 67, Lists: 1},
		{Name: "raiseObjectLevelFailureAlert", Flag: "raise-object-level-failure-alert", Kind: Boolean},
		{Name: "raiseObjectLevelFailureAlertAfterLastAttempt", Flag: "raise-object-level-failure-alert-after-last-attempt", Kind: Boolean},
		{Name: "raiseObjectLevelFailureAlertAfterEachAttempt", Flag: "raise-object-level-failure-alert-after-each-attempt", Kind: Boolean},
	}},
	15: {Name: "SlaRule", Fields: []Field{
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"kFull", "kIncremental", "kLog"}},
		{Name: "slaMinutes", Flag: "sla-minutes", Kind: Integer, Unit: SpanMins},
	}},
	16: {Name: "KeyValuePair", Fields: []Field{
		{Name: "key", Flag: "key", Required: true},
		{Name: "value", Flag: "value", Required: true},
	}},
	17: {Name: "PhysicalProtectionGroupParams", Fields: []Field{
		{Name: "protectionType", Flag: "protection-type", Required: true, Enum: []string{"kFile", "kVolume"}},
		{Name: "volumeProtectionTypeParams", Flag: "volume-protection-type-params", Kind: Object, Model: 68},
		{Name: "fileProtectionTypeParams", Flag: "file-protection-type-params", Kind: Object, Model: 69},
	}},
	18: {Name: "MSSQLProtectionGroupParams", Fields: []Field{
		{Name: "fileProtectionTypeParams", Flag: "file-protection-type-params", Kind: Object, Model: 70},
		{Name: "nativeProtectionTypeParams", Flag: "native-protection-type-params", Kind: Object, Model: 71},
		{Name: "protectionType", Flag: "protection-type", Required: true, Enum: []string{"kFile", "kNative", "kVolume"}},
		{Name: "volumeProtectionTypeParams", Flag: "volume-protection-type-params", Kind: Object, Model: 72},
	}},
	19: {Name: "KubernetesProtectionGroupParams", Fields: []Field{
		{Name: "enableIndexing", Flag: "enable-indexing", Kind: Boolean},
		{Name: "excludeLabelIds", Flag: "exclude-label-ids", Kind: Integer, Lists: 2},
		{Name: "excludeObjectIds", Flag: "exclude-object-ids", Kind: Integer, Lists: 1},
		{Name: "excludeParams", Flag: "exclude-params", Kind: Object, Model: 73},
		{Name: "includeParams", Flag: "include-params", Kind: Object, Model: 73},
		{Name: "labelIds", Flag: "label-ids", Kind: Integer, Lists: 2},
		{Name: "leverageCSISnapshot", Flag: "leverage-csi-snapshot", Kind: Boolean},
		{Name: "nonSnapshotBackup", Flag: "non-snapshot-backup", Kind: Boolean},
		{Name: "objects", Flag: "objects", Kind: Object, Model: 74, Lists: 1},
		{Name: "snapshotTimeoutSeconds", Flag: "snapshot-timeout-seconds", Kind: Integer},
		{Name: "sourceId", Flag: "source-id", Kind: Integer},
		{Name: "sourceName", Flag: "source-name"},
		{Name: "vlanParams", Flag: "vlan-params", Kind: Object, Model: 75},
		{Name: "volumeBackupFailure", Flag: "volume-backup-failure", Kind: Boolean},
	}},
	20: {Name: "CommonRecoverObjectSnapshotParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", Required: true},
		{Name: "pointInTimeUsecs", Flag: "point-in-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "protectionGroupId", Flag: "protection-group-id"},
		{Name: "protectionGroupName", Flag: "protection-group-name"},
		{Name: "snapshotCreationTimeUsecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "objectInfo", Flag: "object-info", Kind: Object, Model: 76},
		{Name: "snapshotTargetType", Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}},
		{Name: "archivalTargetInfo", Flag: "archival-target-info", Kind: Object, Model: 77},
		{Name: "progressTaskId"},
		{Name: "recoverFromStandby", Flag: "recover-from-standby", Kind: Boolean},
		{Name: "status", Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}},
		{Name: "startTimeUsecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "endTimeUsecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "messages", Lists: 1},
		{Name: "bytesRestored", Kind: Integer},
	}},
	21: {Name: "FilesAndFoldersObject", Fields: []Field{
		{Name: "absolutePath", Flag: "absolute-path", Required: true},
		{Name: "isDirectory", Flag: "is-directory", Kind: Boolean},
	}},
	22: {Name: "DocumentObject", Fields: []Field{
		{Name: "isDirectory", Flag: "is-directory", Kind: Boolean},
		{Name: "itemId", Flag: "item-id", Required: true},
	}},
	23: {Name: "RecoverPhysicalParams", Fields: []Field{
		{Name: "objects", Flag: "objects", Kind: Object, Model: 20, Lists: 1, Required: true},
		{Name: "recoveryAction", Flag: "recovery-action", Required: true, Enum: []string{"InstantVolumeMount", "RecoverFiles", "RecoverPhysicalVolumes", "RecoverSystem"}},
		{Name: "recoverVolumeParams", Flag: "recover-volume-params", Kind: Object, Model: 78},
		{Name: "mountVolumeParams", Flag: "mount-volume-params", Kind: Object, Model: 79},
		{Name: "recoverFileAndFolderParams", Flag: "recover-file-and-folder-params", Kind: Object, Model: 80},
		{Name: "downloadFileAndFolderParams", Flag: "download-file-and-folder-params", Kind: Object, Model: 81},
		{Name: "systemRecoveryParams", Flag: "system-recovery-params", Kind: Object, Model: 82},
	}},
	24: {Name: "RecoveryRequestParamsKubernetesParams", Fields: []Field{
		{Name: "downloadFileAndFolderParams", Flag: "download-file-and-folder-params", Kind: Object, Model: 83},
		{Name: "objects", Flag: "objects", Kind: Object, Model: 20, Lists: 1},
		{Name: "recoverFileAndFolderParams", Flag: "recover-file-and-folder-params", Kind: Object, Model: 84},
		{Name: "recoverNamespaceParams", Flag: "recover-namespace-params", Kind: Object, Model: 85},
		{Name: "recoveryAction", Flag: "recovery-action", Required: true, Enum: []string{"DownloadFilesAndFolders", "RecoverFiles", "RecoverNamespaces"}},
	}},
	25: {Name: "RecoverSqlParams", Fields: []Field{
		{Name: "recoverAppParams", Flag: "recover-app-params", Kind: Object, Model: 86, Lists: 1},
		{Name: "recoveryAction", Flag: "recovery-action", Required: true, Enum: []string{"CloneApps", "RecoverApps"}},
		{Name: "vlanConfig", Flag: "vlan-config", Kind: Object, Model: 87},
	}},
	26: {Name: "CassandraOnPremSearchParams", Fields: []Field{
		{Name: "cassandraObjectTypes", Flag: "cassandra-object-types", Lists: 1, Required: true, Enum: []string{"CassandraKeyspaces", "CassandraTables"}},
		{Name: "searchString", Flag: "search-string", Required: true},
		{Name: "sourceIds", Flag: "source-ids", Kind: Integer, Lists: 1},
	}},
	27: {Name: "CouchBaseOnPremSearchParams", Fields: []Field{
		{Name: "couchbaseObjectTypes", Flag: "couchbase-object-types", Lists: 1, Required: true, Enum: []string{"CouchbaseBuckets"}},
		{Name: "searchString", Flag: "search-string", Required: true},
		{Name: "sourceIds", Flag: "source-ids", Kind: Integer, Lists: 1},
	}},
	28: {Name: "SearchEmailRequestParams", Fields: []Field{
		{Name: "attendeesAddresses", Flag: "attendees-addresses", Lists: 1},
		{Name: "bccRecipientAddresses", Flag: "bcc-recipient-addresses", Lists: 1},
		{Name: "ccRecipientAddresses", Flag: "cc-recipient-addresses", Lists: 1},
		{Name: "createdEndTimeSecs", Flag: "created-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "createdStartTimeSecs", Flag: "created-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "dueDateEndTimeSecs", Flag: "due-date-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "dueDateStartTimeSecs", Flag: "due-date-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "emailAddress", Flag: "email-address"},
		{Name: "emailSubject", Flag: "email-subject"},
		{Name: "firstName", Flag: "first-name"},
		{Name: "folderNames", Flag: "folder-names", Lists: 1},
		{Name: "hasAttachment", Flag: "has-attachment", Kind: Boolean},
		{Name: "lastModifiedEndTimeSecs", Flag: "last-modified-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "lastModifiedStartTimeSecs", Flag: "last-modified-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "lastName", Flag: "last-name"},
		{Name: "middleName", Flag: "middle-name"},
		{Name: "organizerAddress", Flag: "organizer-address"},
		{Name: "receivedEndTimeSecs", Flag: "received-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "receivedStartTimeSecs", Flag: "received-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "recipientAddresses", Flag: "recipient-addresses", Lists: 1},
		{Name: "senderAddress", Flag: "sender-address"},
		{Name: "sourceEnvironment", Flag: "source-environment", Enum: []string{"kO365"}},
		{Name: "taskStatusTypes", Flag: "task-status-types", Lists: 1, Enum: []string{"Completed", "Deferred", "InProgress", "NotStarted", "WaitingOnOthers"}},
		{Name: "types", Flag: "types", Lists: 1, Enum: []string{"Calendar", "Contact", "Email", "Folder", "Note", "Task"}},
		{Name: "o365Params", Flag: "o365-params", Kind: Object, Model: 88},
	}},
	29: {Name: "SearchExchangeObjectsRequestParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", Required: true},
	}},
	30: {Name: "SearchFileRequestParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string"},
		{Name: "types", Flag: "types", Lists: 1, Enum: []string{"Directory", "File", "Symlink"}},
		{Name: "sourceEnvironments", Flag: "source-environments", Lists: 1, Enum: []string{"kAcropolis", "kAWS", "kAzure", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHyperFlex", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kNetapp", "kO365", "kOracle", "kPhysical", "kPhysicalFiles", "kPure", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kView", "kVMware"}},
		{Name: "sourceIds", Flag: "source-ids", Kind: Integer, Lists: 1},
		{Name: "objectIds", Flag: "object-ids", Kind: Integer, Lists: 1},
	}},
	31: {Name: "HbaseOnPremSearchParams", Fields: []Field{
		{Name: "hbaseObjectTypes", Flag: "hbase-object-types", Lists: 1, Required: true, Enum: []string{"HbaseNamespaces", "HbaseTables"}},
		{Name: "searchString", Flag: "search-string", Required: true},
		{Name: "sourceIds", Flag: "source-ids", Kind: Integer, Lists: 1},
	}},
	32: {Name: "HDFSOnPremSearchParams", Fields: []Field{
		{Name: "hdfsTypes", Flag: "hdfs-types", Lists: 1, Required: true, Enum: []string{"HDFSFiles", "HDFSFolders"}},
		{Name: "searchString", Flag: "search-string", Required: true},
		{Name: "sourceIds", Flag: "source-ids", Kind: Integer, Lists: 1},
	}},
	33: {Name: "HiveOnPremSearchParams", Fields: []Field{
		{Name: "hiveObjectTypes", Flag: "hive-object-types", Lists: 1, Required: true, Enum: []string{"HiveDatabases", "HivePartitions", "HiveTables"}},
		{Name: "searchString", Flag: "search-string", Required: true},
		{Name: "sourceIds", Flag: "source-ids", Kind: Integer, Lists: 1},
	}},
	34: {Name: "MongoDbOnPremSearchParams", Fields: []Field{
		{Name: "mongoDBObjectTypes", Flag: "mongo-db-object-types", Lists: 1, Required: true, Enum: []string{"MongoCollections", "MongoDatabases"}},
		{Name: "searchString", Flag: "search-string", Required: true},
		{Name: "sourceIds", Flag: "source-ids", Kind: Integer, Lists: 1},
	}},
	35: {Name: "SearchMsGroupsRequestParams", Fields: []Field{
		{Name: "mailboxParams", Flag: "mailbox-params", Kind: Object, Model: 89},
		{Name: "o365Params", Flag: "o365-params", Kind: Object, Model: 90},
		{Name: "siteParams", Flag: "site-params", Kind: Object, Model: 37},
	}},
	36: {Name: "SearchMsTeamsRequestParams", Fields: []Field{
		{Name: "categoryTypes", Flag: "category-types", Lists: 1, Enum: []string{"Document", "Excel", "Image", "OneNote", "Powerpoint"}},
		{Name: "channelNames", Flag: "channel-names", Lists: 1},
		{Name: "channelParams", Flag: "channel-params", Kind: Object, Model: 91},
		{Name: "creationEndTimeSecs", Flag: "creation-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "creationStartTimeSecs", Flag: "creation-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "o365Params", Flag: "o365-params", Kind: Object, Model: 90},
		{Name: "ownerNames", Flag: "owner-names", Lists: 1},
		{Name: "searchString", Flag: "search-string"},
		{Name: "sizeBytesLowerLimit", Flag: "size-bytes-lower-limit", Kind: Integer},
		{Name: "sizeBytesUpperLimit", Flag: "size-bytes-upper-limit", Kind: Integer},
		{Name: "types", Flag: "types", Lists: 1, Enum: []string{"Channel", "Chat", "Conversation", "File", "Folder"}},
	}},
	37: {Name: "SearchDocumentLibraryRequestParams", Fields: []Field{
		{Name: "categoryTypes", Flag: "category-types", Lists: 1, Enum: []string{"Document", "Excel", "Image", "OneNote", "Powerpoint"}},
		{Name: "creationEndTimeSecs", Flag: "creation-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "creationStartTimeSecs", Flag: "creation-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "includeFiles", Flag: "include-files", Kind: Boolean},
		{Name: "includeFolders", Flag: "include-folders", Kind: Boolean},
		{Name: "o365Params", Flag: "o365-params", Kind: Object, Model: 90},
		{Name: "ownerNames", Flag: "owner-names", Lists: 1},
		{Name: "searchString", Flag: "search-string"},
		{Name: "sizeBytesLowerLimit", Flag: "size-bytes-lower-limit", Kind: Integer},
		{Name: "sizeBytesUpperLimit", Flag: "size-bytes-upper-limit", Kind: Integer},
	}},
	38: {Name: "SearchPublicFolderRequestParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string"},
		{Name: "types", Flag: "types", Lists: 1, Enum: []string{"Calendar", "Contact", "Folder", "Journal", "Note", "Post", "Task"}},
		{Name: "hasAttachment", Flag: "has-attachment", Kind: Boolean},
		{Name: "senderAddress", Flag: "sender-address"},
		{Name: "recipientAddresses", Flag: "recipient-addresses", Lists: 1},
		{Name: "ccRecipientAddresses", Flag: "cc-recipient-addresses", Lists: 1},
		{Name: "bccRecipientAddresses", Flag: "bcc-recipient-addresses", Lists: 1},
		{Name: "receivedStartTimeSecs", Flag: "received-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "receivedEndTimeSecs", Flag: "received-end-time-secs", Kind: Integer, Unit: UnixSecs},
	}},
	39: {Name: "SearchSfdcRecordsRequestParams", Fields: []Field{
		{Name: "mutationTypes", Flag: "mutation-types", Lists: 1, Required: true, Enum: []string{"Added", "All", "Changed", "Removed"}},
		{Name: "objectName", Flag: "object-name", Required: true},
		{Name: "queryString", Flag: "query-string"},
		{Name: "snapshotId", Flag: "snapshot-id", Required: true},
	}},
	40: {Name: "UdaOnPremSearchParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", Required: true},
		{Name: "sourceIds", Flag: "source-ids", Kind: Integer, Lists: 1},
	}},
	41: {Name: "ConstructMetaInfoRequestKubernetesParams", Fields: []Field{
		{Name: "objectId", Flag: "object-id", Kind: Integer, Required: true},
	}},
	42: {Name: "ConstructMetaInfoRequestOracleParams", Fields: []Field{
		{Name: "baseDir", Flag: "base-dir"},
		{Name: "dbFileDestination", Flag: "db-file-destination"},
		{Name: "dbName", Flag: "db-name"},
		{Name: "homeDir", Flag: "home-dir"},
		{Name: "isClone", Flag: "is-clone", Kind: Boolean},
		{Name: "isDisasterRecovery", Flag: "is-disaster-recovery", Kind: Boolean},
		{Name: "isGranularRestore", Flag: "is-granular-restore", Kind: Boolean},
		{Name: "isRecoveryValidation", Flag: "is-recovery-validation", Kind: Boolean},
	}},
	43: {Name: "ConstructMetaInfoRequestSfdcParams", Fields: []Field{
		{Name: "metaInfoType", Flag: "meta-info-type", Required: true, Enum: []string{"DependentObjects"}},
		{Name: "objectName", Flag: "object-name"},
	}},
	44: {Name: "ConnectionConfig", Fields: []Field{
		{Name: "connectionId", Flag: "connection-id", Kind: Integer},
		{Name: "entityId", Flag: "entity-id", Kind: Integer},
		{Name: "connectorGroupId", Flag: "connector-group-id", Kind: Integer},
		{Name: "dataSourceConnectionId", Flag: "data-source-connection-id"},
	}},
	45: {Name: "PhysicalSourceRegistrationParams", Fields: []Field{
		{Name: "endpoint", Flag: "endpoint", Required: true},
		{Name: "forceRegister", Flag: "force-register", Kind: Boolean},
		{Name: "hostType", Flag: "host-type", Enum: []string{"kLinux", "kWindows"}},
		{Name: "physicalType", Flag: "physical-type", Enum: []string{"kGroup", "kHost", "kOracleAPCluster", "kOracleRACCluster", "kUnixCluster", "kWindowsCluster"}},
		{Name: "applications", Flag: "applications", Lists: 1, Enum: []string{"kOracle", "kSQL"}},
	}},
	46: {Name: "KubernetesSourceRegistrationParams", Fields: []Field{
		{Name: "autoProtectConfig", Flag: "auto-protect-config", Kind: Object, Model: 92},
		{Name: "clientPrivateKey", Flag: "client-private-key", Required: true, Secret: true},
		{Name: "cohesityDataprotectPluginImageLocation", Flag: "cohesity-dataprotect-plugin-image-location"},
		{Name: "dataMoverImageLocation", Flag: "data-mover-image-location"},
		{Name: "datamoverHostportNumber", Flag: "datamover-hostport-number", Kind: Integer},
		{Name: "datamoverServiceType", Flag: "datamover-service-type", Enum: []string{"kClusterIp", "kHostPort", "kLoadBalancer", "kNodePort"}},
		{Name: "defaultVlanParams", Flag: "default-vlan-params", Kind: Object, Model: 75},
		{Name: "endpoint", Flag: "endpoint", Required: true},
		{Name: "initContainerImageLocation", Flag: "init-container-image-location"},
		{Name: "kubernetesDistribution", Flag: "kubernetes-distribution", Required: true, Enum: []string{"kAKS", "kEKS", "kGKE", "kIKS", "kMainline", "kOpenshift", "kRancher", "kROKS", "kVMwareTanzu"}},
		{Name: "kubernetesType", Flag: "kubernetes-type", Enum: []string{"kCluster", "kLabel", "kNamespace", "kPersistentVolume", "kPersistentVolumeClaim", "kPVC", "kService"}},
		{Name: "priorityClassName", Flag: "priority-class-name"},
		{Name: "resourceAnnotations", Flag: "resource-annotations", Kind: Object, Model: 93, Lists: 1},
		{Name: "resourceLabels", Flag: "resource-labels", Kind: Object, Model: 93, Lists: 1},
		{Name: "sanFields", Flag: "san-fields", Lists: 1},
		{Name: "serviceAnnotations", Flag: "service-annotations", Kind: Object, Model: 94, Lists: 1},
		{Name: "veleroAwsPluginImageLocation", Flag: "velero-aws-plugin-image-location"},
		{Name: "veleroImageLocation", Flag: "velero-image-location"},
		{Name: "veleroOpenshiftPluginImageLocation", Flag: "velero-openshift-plugin-image-location"},
		{Name: "vlanInfoVec", Flag: "vlan-info-vec", Kind: Object, Model: 95, Lists: 1},
	}},
	47: {Name: "RegularBackupPolicy", Fields: []Field{
		{Name: "incremental", Flag: "incremental", Kind: Object, Model: 96},
		{Name: "full", Flag: "full", Kind: Object, Model: 97},
		{Name: "fullBackups", Flag: "full-backups", Kind: Object, Model: 98, Lists: 1},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54},
		{Name: "primaryBackupTarget", Flag: "primary-backup-target", Kind: Object, Model: 99},
	}},
	48: {Name: "LogBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 100, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
	}},
	49: {Name: "BmrBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 101, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
	}},
	50: {Name: "CdpBackupPolicy", Fields: []Field{
		{Name: "retention", Flag: "retention", Kind: Object, Model: 102, Required: true},
	}},
	51: {Name: "StorageArraySnapshotBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 103, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
	}},
	52: {Name: "CancellationTimeoutParams", Fields: []Field{
		{Name: "timeoutMins", Flag: "timeout-mins", Kind: Integer, Unit: SpanMins},
		{Name: "backupType", Flag: "backup-type", Enum: []string{"kFull", "kHydrateCDP", "kLog", "kRegular", "kStorageArraySnapshot", "kSystem"}},
	}},
	53: {Name: "ExtendedRetentionSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Hours", "Months", "Runs", "Weeks", "Years"}},
		{Name: "frequency", Flag: "frequency", Kind: Integer},
	}},
	54: {Name: "Retention", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "duration", Flag: "duration", Kind: Integer, Required: true},
		{Name: "dataLockConfig", Flag: "data-lock-config", Kind: Object, Model: 104},
	}},
	55: {Name: "ReplicationTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Kind: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Kind: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Kind: Object, Model: 106},
		{Name: "awsTargetConfig", Flag: "aws-target-config", Kind: Object, Model: 107},
		{Name: "azureTargetConfig", Flag: "azure-target-config", Kind: Object, Model: 108},
		{Name: "targetType", Flag: "target-type", Required: true, Enum: []string{"AWS", "Azure", "RemoteCluster"}},
		{Name: "remoteTargetConfig", Flag: "remote-target-config", Kind: Object, Model: 109},
	}},
	56: {Name: "ArchivalTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Kind: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Kind: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Kind: Object, Model: 106},
		{Name: "targetId", Flag: "target-id", Kind: Integer, Required: true},
		{Name: "targetName", Flag: "target-name"},
		{Name: "targetType", Flag: "target-type", Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "tierSettings", Flag: "tier-settings", Kind: Object, Model: 110},
		{Name: "extendedRetention", Flag: "extended-retention", Kind: Object, Model: 3, Lists: 1},
	}},
	57: {Name: "CloudSpinTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Kind: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Kind: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Kind: Object, Model: 106},
		{Name: "target", Flag: "target", Kind: Object, Model: 111, Required: true},
	}},
	58: {Name: "OnpremDeployTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Kind: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Kind: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Kind: Object, Model: 106},
		{Name: "params", Flag: "params", Kind: Object, Model: 112},
	}},
	59: {Name: "RpaasTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Kind: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Kind: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Kind: Object, Model: 106},
		{Name: "targetId", Flag: "target-id", Kind: Integer, Required: true},
		{Name: "targetName", Flag: "target-name"},
		{Name: "targetType", Flag: "target-type", Enum: []string{"Cloud", "Nas", "Tape"}},
	}},
	60: {Name: "RunObjectPhysicalParams", Fields: []Field{
		{Name: "metadataFilePath", Flag: "metadata-file-path"},
	}},
	61: {Name: "RunReplicationConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54},
	}},
	62: {Name: "RunArchivalConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "archivalTargetType", Flag: "archival-target-type", Required: true, Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54},
		{Name: "copyOnlyFullySuccessful", Flag: "copy-only-fully-successful", Kind: Boolean},
	}},
	63: {Name: "RunCloudReplicationConfig", Fields: []Field{
		{Name: "awsTarget", Flag: "aws-target", Kind: Object, Model: 107},
		{Name: "azureTarget", Flag: "azure-target", Kind: Object, Model: 108},
		{Name: "targetType", Flag: "target-type", Required: true, Enum: []string{"AWS", "Azure"}},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54},
	}},
	64: {Name: "UpdateLocalSnapshotConfig", Fields: []Field{
		{Name: "enableLegalHold", Flag: "enable-legal-hold", Kind: Boolean},
		{Name: "deleteSnapshot", Flag: "delete-snapshot", Kind: Boolean},
		{Name: "dataLock", Flag: "data-lock", Enum: []string{"Administrative", "Compliance"}},
		{Name: "daysToKeep", Flag: "days-to-keep", Kind: Integer},
	}},
	65: {Name: "UpdateReplicationSnapshotConfig", Fields: []Field{
		{Name: "newSnapshotConfig", Flag: "new-snapshot-config", Kind: Object, Model: 61, Lists: 1},
		{Name: "updateExistingSnapshotConfig", Flag: "update-existing-snapshot-config", Kind: Object, Model: 113, Lists: 1},
	}},
	66: {Name: "UpdateArchivalSnapshotConfig", Fields: []Field{
		{Name: "newSnapshotConfig", Flag: "new-snapshot-config", Kind: Object, Model: 62, Lists: 1},
		{Name: "updateExistingSnapshotConfig", Flag: "update-existing-snapshot-config", Kind: Object, Model: 114, Lists: 1},
	}},
	67: {Name: "AlertTarget", Fields: []Field{
		{Name: "emailAddress", Flag: "email-address", Required: true},
		{Name: "language", Flag: "language", Enum: []string{"en-us", "ja-jp", "zh-cn"}},
		{Name: "recipientType", Flag: "recipient-type", Enum: []string{"kCc", "kTo"}},
	}},
	68: {Name: "PhysicalVolumeProtectionGroupParams", Fields: []Field{
		{Name: "objects", Flag: "objects", Kind: Object, Model: 115, Lists: 1, Required: true},
		{Name: "indexingPolicy", Flag: "indexing-policy", Kind: Object, Model: 116},
		{Name: "performSourceSideDeduplication", Flag: "perform-source-side-deduplication", Kind: Boolean},
		{Name: "quiesce", Flag: "quiesce", Kind: Boolean},
		{Name: "continueOnQuiesceFailure", Flag: "continue-on-quiesce-failure", Kind: Boolean},
		{Name: "incrementalBackupAfterRestart", Flag: "incremental-backup-after-restart", Kind: Boolean},
		{Name: "prePostScript", Flag: "pre-post-script", Kind: Object, Model: 117},
		{Name: "dedupExclusionSourceIds", Flag: "dedup-exclusion-source-ids", Kind: Integer, Lists: 1},
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", Lists: 1},
		{Name: "cobmrBackup", Flag: "cobmr-backup", Kind: Boolean},
	}},
	69: {Name: "PhysicalFileProtectionGroupParams", Fields: []Field{
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", Lists: 1},
		{Name: "objects", Flag: "objects", Kind: Object, Model: 118, Lists: 1, Required: true},
		{Name: "indexingPolicy", Flag: "indexing-policy", Kind: Object, Model: 116},
		{Name: "performSourceSideDeduplication", Flag: "perform-source-side-deduplication", Kind: Boolean},
		{Name: "performBrickBasedDeduplication", Flag: "perform-brick-based-deduplication", Kind: Boolean},
		{Name: "taskTimeouts", Flag: "task-timeouts", Kind: Object, Model: 52, Lists: 1},
		{Name: "quiesce", Flag: "quiesce", Kind: Boolean},
		{Name: "continueOnQuiesceFailure", Flag: "continue-on-quiesce-failure", Kind: Boolean},
		{Name: "cobmrBackup", Flag: "cobmr-backup", Kind: Boolean},
		{Name: "prePostScript", Flag: "pre-post-script", Kind: Object, Model: 117},
		{Name: "dedupExclusionSourceIds", Flag: "dedup-exclusion-source-ids", Kind: Integer, Lists: 1},
		{Name: "globalExcludePaths", Flag: "global-exclude-paths", Lists: 1},
		{Name: "globalExcludeFS", Flag: "global-exclude-fs", Lists: 1},
		{Name: "ignorableErrors", Flag: "ignorable-errors", Lists: 1, Enum: []string{"kEOF", "kNonExistent"}},
		{Name: "allowParallelRuns", Flag: "allow-parallel-runs", Kind: Boolean},
	}},
	70: {Name: "MSSQLFileProtectionGroupParams", Fields: []Field{
		{Name: "aagBackupPreferenceType", Flag: "aag-backup-preference-type", Enum: []string{"kAnyReplica", "kPreferSecondaryReplica", "kPrimaryReplicaOnly", "kSecondaryReplicaOnly"}},
		{Name: "advancedSettings", Flag: "advanced-settings", Kind: Object, Model: 119},
		{Name: "backupSystemDbs", Flag: "backup-system-dbs", Kind: Boolean},
		{Name: "excludeFilters", Flag: "exclude-filters", Kind: Object, Model: 120, Lists: 1},
		{Name: "fullBackupsCopyOnly", Flag: "full-backups-copy-only", Kind: Boolean},
		{Name: "logBackupNumStreams", Flag: "log-backup-num-streams", Kind: Integer},
		{Name: "logBackupWithClause", Flag: "log-backup-with-clause"},
		{Name: "prePostScript", Flag: "pre-post-script", Kind: Object, Model: 117},
		{Name: "useAagPreferencesFromServer", Flag: "use-aag-preferences-from-server", Kind: Boolean},
		{Name: "userDbBackupPreferenceType", Flag: "user-db-backup-preference-type", Enum: []string{"kBackupAllDatabases", "kBackupAllExceptAAGDatabases", "kBackupOnlyAAGDatabases"}},
		{Name: "additionalHostParams", Flag: "additional-host-params", Kind: Object, Model: 121, Lists: 1},
		{Name: "objects", Flag: "objects", Kind: Object, Model: 122, Lists: 1, Required: true},
		{Name: "performSourceSideDeduplication", Flag: "perform-source-side-deduplication", Kind: Boolean},
	}},
	71: {Name: "MSSQLNativeProtectionGroupParams", Fields: []Field{
		{Name: "aagBackupPreferenceType", Flag: "aag-backup-preference-type", Enum: []string{"kAnyReplica", "kPreferSecondaryReplica", "kPrimaryReplicaOnly", "kSecondaryReplicaOnly"}},
		{Name: "advancedSettings", Flag: "advanced-settings", Kind: Object, Model: 119},
		{Name: "backupSystemDbs", Flag: "backup-system-dbs", Kind: Boolean},
		{Name: "excludeFilters", Flag: "exclude-filters", Kind: Object, Model: 120, Lists: 1},
		{Name: "fullBackupsCopyOnly", Flag: "full-backups-copy-only", Kind: Boolean},
		{Name: "logBackupNumStreams", Flag: "log-backup-num-streams", Kind: Integer},
		{Name: "logBackupWithClause", Flag: "log-backup-with-clause"},
		{Name: "prePostScript", Flag: "pre-post-script", Kind: Object, Model: 117},
		{Name: "useAagPreferencesFromServer", Flag: "use-aag-preferences-from-server", Kind: Boolean},
		{Name: "userDbBackupPreferenceType", Flag: "user-db-backup-preference-type", Enum: []string{"kBackupAllDatabases", "kBackupAllExceptAAGDatabases", "kBackupOnlyAAGDatabases"}},
		{Name: "numStreams", Flag: "num-streams", Kind: Integer},
		{Name: "objects", Flag: "objects", Kind: Object, Model: 123, Lists: 1, Required: true},
		{Name: "withClause", Flag: "with-clause"},
	}},
	72: {Name: "MSSQLVolumeProtectionGroupParams", Fields: []Field{
		{Name: "aagBackupPreferenceType", Flag: "aag-backup-preference-type", Enum: []string{"kAnyReplica", "kPreferSecondaryReplica", "kPrimaryReplicaOnly", "kSecondaryReplicaOnly"}},
		{Name: "advancedSettings", Flag: "advanced-settings", Kind: Object, Model: 119},
		{Name: "backupSystemDbs", Flag: "backup-system-dbs", Kind: Boolean},
		{Name: "excludeFilters", Flag: "exclude-filters", Kind: Object, Model: 120, Lists: 1},
		{Name: "fullBackupsCopyOnly", Flag: "full-backups-copy-only", Kind: Boolean},
		{Name: "logBackupNumStreams", Flag: "log-backup-num-streams", Kind: Integer},
		{Name: "logBackupWithClause", Flag: "log-backup-with-clause"},
		{Name: "prePostScript", Flag: "pre-post-script", Kind: Object, Model: 117},
		{Name: "useAagPreferencesFromServer", Flag: "use-aag-preferences-from-server", Kind: Boolean},
		{Name: "userDbBackupPreferenceType", Flag: "user-db-backup-preference-type", Enum: []string{"kBackupAllDatabases", "kBackupAllExceptAAGDatabases", "kBackupOnlyAAGDatabases"}},
		{Name: "additionalHostParams", Flag: "additional-host-params", Kind: Object, Model: 124, Lists: 1},
		{Name: "backupDbVolumesOnly", Flag: "backup-db-volumes-only", Kind: Boolean},
		{Name: "incrementalBackupAfterRestart", Flag: "incremental-backup-after-restart", Kind: Boolean},
		{Name: "indexingPolicy", Flag: "indexing-policy", Kind: Object, Model: 116},
		{Name: "objects", Flag: "objects", Kind: Object, Model: 125, Lists: 1, Required: true},
	}},
	73: {Name: "KubernetesFilterParams", Fields: []Field{
		{Name: "labelCombinationMethod", Flag: "label-combination-method", Enum: []string{"AND", "OR"}},
		{Name: "labelVector", Flag: "label-vector", Kind: Object, Model: 126, Lists: 1},
		{Name: "objects", Flag: "objects", Kind: Integer, Lists: 1},
		{Name: "selectedResources", Flag: "selected-resources", Kind: Object, Model: 127, Lists: 1},
	}},
	74: {Name: "KubernetesProtectionGroupObjectParams", Fields: []Field{
		{Name: "backupOnlyPvc", Flag: "backup-only-pvc", Kind: Boolean},
		{Name: "excludeParams", Flag: "exclude-params", Kind: Object, Model: 73},
		{Name: "excludePvcs", Flag: "exclude-pvcs", Kind: Object, Model: 128, Lists: 1},
		{Name: "excludedResources", Flag: "excluded-resources", Lists: 1},
		{Name: "failBackupOnHookFailure", Flag: "fail-backup-on-hook-failure", Kind: Boolean},
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "includeParams", Flag: "include-params", Kind: Object, Model: 73},
		{Name: "includePvcs", Flag: "include-pvcs", Kind: Object, Model: 128, Lists: 1},
		{Name: "includedResources", Flag: "included-resources", Lists: 1},
		{Name: "name", Flag: "name"},
		{Name: "quiesceGroups", Flag: "quiesce-groups", Kind: Object, Model: 129, Lists: 1},
	}},
	75: {Name: "VlanParams", Fields: []Field{
		{Name: "disableVlan", Flag: "disable-vlan", Kind: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
		{Name: "vlanId", Flag: "vlan-id", Kind: Integer},
	}},
	76: {Name: "CommonRecoverObjectSnapshotParamsObjectInfo", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "name", Flag: "name"},
		{Name: "sourceId", Flag: "source-id", Kind: Integer},
		{Name: "sourceName", Flag: "source-name"},
		{Name: "environment", Flag: "environment", Enum: []string{"kPhysical", "kSQL"}},
		{Name: "objectHash", Flag: "object-hash"},
		{Name: "objectType", Flag: "object-type"},
		{Name: "logicalSizeBytes", Flag: "logical-size-bytes", Kind: Integer, Unit: Bytes},
		{Name: "uuid", Flag: "uuid"},
		{Name: "globalId", Flag: "global-id"},
		{Name: "protectionType", Flag: "protection-type", Enum: []string{"kAgent", "kAuroraSnapshotManager", "kAwsAuroraPostgres", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAzureSQL", "kFile", "kNative", "kRDSSnapshotManager", "kSnapshotManager", "kVolume"}},
		{Name: "sharepointSiteSummary", Flag: "sharepoint-site-summary", Kind: Object, Model: 130},
		{Name: "osType", Flag: "os-type", Enum: []string{"kLinux", "kWindows"}},
		{Name: "childObjects", Flag: "child-objects", Kind: Object, Model: 131, Lists: 1},
		{Name: "vCenterSummary", Flag: "v-center-summary", Kind: Object, Model: 132},
		{Name: "windowsClusterSummary", Flag: "windows-cluster-summary", Kind: Object, Model: 133},
	}},
	77: {Name: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo", Fields: []Field{
		{Name: "targetId", Flag: "target-id", Kind: Integer},
		{Name: "archivalTaskId", Flag: "archival-task-id"},
		{Name: "targetName", Flag: "target-name"},
		{Name: "targetType", Flag: "target-type", Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "usageType", Flag: "usage-type", Enum: []string{"Archival", "Rpaas", "Tiering"}},
		{Name: "ownershipContext", Flag: "ownership-context", Enum: []string{"FortKnox", "Local"}},
		{Name: "tierSettings", Flag: "tier-settings", Kind: Object, Model: 134},
	}},
	78: {Name: "RecoverPhysicalParamsRecoverVolumeParams", Fields: []Field{
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kPhysical"}},
		{Name: "physicalTargetParams", Flag: "physical-target-params", Kind: Object, Model: 135},
	}},
	79: {Name: "RecoverPhysicalParamsMountVolumeParams", Fields: []Field{
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kPhysical"}},
		{Name: "physicalTargetParams", Flag: "physical-target-params", Kind: Object, Model: 136},
	}},
	80: {Name: "RecoverPhysicalParamsRecoverFileAndFolderParams", Fields: []Field{
		{Name: "filesAndFolders", Flag: "files-and-folders", Kind: Object, Model: 137, Lists: 1, Required: true},
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kPhysical"}},
		{Name: "physicalTargetParams", Flag: "physical-target-params", Kind: Object, Model: 138},
	}},
	81: {Name: "RecoverPhysicalParamsDownloadFileAndFolderParams", Fields: []Field{
		{Name: "expiryTimeUsecs", Flag: "expiry-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "filesAndFolders", Flag: "files-and-folders", Kind: Object, Model: 137, Lists: 1},
		{Name: "downloadFilePath", Flag: "download-file-path"},
	}},
	82: {Name: "RecoverPhysicalParamsSystemRecoveryParams", Fields: []Field{
		{Name: "fullNasPath", Flag: "full-nas-path"},
	}},
	83: {Name: "RecoverKubernetesParamsDownloadFileAndFolderParams", Fields: []Field{
		{Name: "expiryTimeUsecs", Flag: "expiry-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "filesAndFolders", Flag: "files-and-folders", Kind: Object, Model: 137, Lists: 1},
		{Name: "downloadFilePath", Flag: "download-file-path"},
	}},
	84: {Name: "RecoverKubernetesParamsRecoverFileAndFolderParams", Fields: []Field{
		{Name: "filesAndFolders", Flag: "files-and-folders", Kind: Object, Model: 137, Lists: 1, Required: true},
		{Name: "kubernetesTargetParams", Flag: "kubernetes-target-params", Kind: Object, Model: 139},
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kKubernetes"}},
	}},
	85: {Name: "RecoverKubernetesParamsRecoverNamespaceParams", Fields: []Field{
		{Name: "kubernetesTargetParams", Flag: "kubernetes-target-params", Kind: Object, Model: 140},
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kKubernetes"}},
		{Name: "vlanConfig", Flag: "vlan-config", Kind: Object, Model: 141},
	}},
	86: {Name: "RecoverSqlAppParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", Required: true},
		{Name: "pointInTimeUsecs", Flag: "point-in-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "protectionGroupId", Flag: "protection-group-id"},
		{Name: "protectionGroupName", Flag: "protection-group-name"},
		{Name: "snapshotCreationTimeUsecs", Flag: "snapshot-creation-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "objectInfo", Flag: "object-info", Kind: Object, Model: 76},
		{Name: "snapshotTargetType", Flag: "snapshot-target-type", Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}},
		{Name: "archivalTargetInfo", Flag: "archival-target-info", Kind: Object, Model: 77},
		{Name: "progressTaskId", Flag: "progress-task-id"},
		{Name: "recoverFromStandby", Flag: "recover-from-standby", Kind: Boolean},
		{Name: "status", Flag: "status", Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}},
		{Name: "startTimeUsecs", Flag: "start-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "messages", Flag: "messages", Lists: 1},
		{Name: "bytesRestored", Flag: "bytes-restored", Kind: Integer},
		{Name: "aagInfo", Flag: "aag-info", Kind: Object, Model: 142},
		{Name: "hostInfo", Flag: "host-info", Kind: Object, Model: 143},
		{Name: "isEncrypted", Flag: "is-encrypted", Kind: Boolean},
		{Name: "sqlTargetParams", Flag: "sql-target-params", Kind: Object, Model: 144},
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kSQL"}},
	}},
	87: {Name: "RecoveryVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Kind: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	88: {Name: "O365SearchEmailsRequestParams", Fields: []Field{
		{Name: "domainIds", Flag: "domain-ids", Kind: Integer, Lists: 1},
		{Name: "mailboxIds", Flag: "mailbox-ids", Kind: Integer, Lists: 1},
	}},
	89: {Name: "SearchEmailRequestParamsBase", Fields: []Field{
		{Name: "attendeesAddresses", Flag: "attendees-addresses", Lists: 1},
		{Name: "bccRecipientAddresses", Flag: "bcc-recipient-addresses", Lists: 1},
		{Name: "ccRecipientAddresses", Flag: "cc-recipient-addresses", Lists: 1},
		{Name: "createdEndTimeSecs", Flag: "created-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "createdStartTimeSecs", Flag: "created-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "dueDateEndTimeSecs", Flag: "due-date-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "dueDateStartTimeSecs", Flag: "due-date-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "emailAddress", Flag: "email-address"},
		{Name: "emailSubject", Flag: "email-subject"},
		{Name: "firstName", Flag: "first-name"},
		{Name: "folderNames", Flag: "folder-names", Lists: 1},
		{Name: "hasAttachment", Flag: "has-attachment", Kind: Boolean},
		{Name: "lastModifiedEndTimeSecs", Flag: "last-modified-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "lastModifiedStartTimeSecs", Flag: "last-modified-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "lastName", Flag: "last-name"},
		{Name: "middleName", Flag: "middle-name"},
		{Name: "organizerAddress", Flag: "organizer-address"},
		{Name: "receivedEndTimeSecs", Flag: "received-end-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "receivedStartTimeSecs", Flag: "received-start-time-secs", Kind: Integer, Unit: UnixSecs},
		{Name: "recipientAddresses", Flag: "recipient-addresses", Lists: 1},
		{Name: "senderAddress", Flag: "sender-address"},
		{Name: "sourceEnvironment", Flag: "source-environment", Enum: []string{"kO365"}},
		{Name: "taskStatusTypes", Flag: "task-status-types", Lists: 1, Enum: []string{"Completed", "Deferred", "InProgress", "NotStarted", "WaitingOnOthers"}},
		{Name: "types", Flag: "types", Lists: 1, Enum: []string{"Calendar", "Contact", "Email", "Folder", "Note", "Task"}},
	}},
	90: {Name: "O365SearchRequestParams", Fields: []Field{
		{Name: "domainIds", Flag: "domain-ids", Kind: Integer, Lists: 1},
		{Name: "groupIds", Flag: "group-ids", Kind: Integer, Lists: 1},
		{Name: "siteIds", Flag: "site-ids", Kind: Integer, Lists: 1},
		{Name: "teamsIds", Flag: "teams-ids", Kind: Integer, Lists: 1},
		{Name: "userIds", Flag: "user-ids", Kind: Integer, Lists: 1},
	}},
	91: {Name: "O365TeamsChannelsSearchRequestParams", Fields: []Field{
		{Name: "channelEmail", Flag: "channel-email"},
		{Name: "channelId", Flag: "channel-id"},
		{Name: "channelName", Flag: "channel-name"},
		{Name: "includePrivateChannels", Flag: "include-private-channels", Kind: Boolean},
		{Name: "includePublicChannels", Flag: "include-public-channels", Kind: Boolean},
	}},
	92: {Name: "KubernetesAutoProtectConfig", Fields: []Field{
		{Name: "errorMessage", Flag: "error-message"},
		{Name: "isDefaultAutoProtected", Flag: "is-default-auto-protected", Kind: Boolean, Required: true},
		{Name: "policyId", Flag: "policy-id", Required: true},
		{Name: "protectionGroupId", Flag: "protection-group-id"},
		{Name: "storageDomainId", Flag: "storage-domain-id", Kind: Integer},
	}},
	93: {Name: "KubernetesLabelObject", Fields: []Field{
		{Name: "key", Flag: "key", Required: true},
		{Name: "value", Flag: "value"},
	}},
	94: {Name: "KubernetesServiceAnnotationObject", Fields: []Field{
		{Name: "key", Flag: "key"},
		{Name: "value", Flag: "value"},
	}},
	95: {Name: "KubernetesVlanInfo", Fields: []Field{
		{Name: "serviceAnnotations", Flag: "service-annotations", Kind: Object, Model: 94, Lists: 1},
		{Name: "vlanParams", Flag: "vlan-params", Kind: Object, Model: 75},
	}},
	96: {Name: "IncrementalBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 145, Required: true},
	}},
	97: {Name: "FullBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 146},
	}},
	98: {Name: "FullScheduleAndRetention", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Kind: Object, Model: 146, Required: true},
		{Name: "retention", Flag: "retention", Kind: Object, Model: 54, Required: true},
	}},
	99: {Name: "PrimaryBackupTarget", Fields: []Field{
		{Name: "targetType", Flag: "target-type", Enum: []string{"Archival", "Local"}},
		{Name: "archivalTargetSettings", Flag: "archival-target-settings", Kind: Object, Model: 147},
		{Name: "useDefaultBackupTarget", Flag: "use-default-backup-target", Kind: Boolean},
	}},
	100: {Name: "LogSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Hours", "Minutes"}},
		{Name: "minuteSchedule", Flag: "minute-schedule", Kind: Object, Model: 148},
		{Name: "hourSchedule", Flag: "hour-schedule", Kind: Object, Model: 149},
	}},
	101: {Name: "BmrSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "daySchedule", Flag: "day-schedule", Kind: Object, Model: 150},
		{Name: "weekSchedule", Flag: "week-schedule", Kind: Object, Model: 151},
		{Name: "monthSchedule", Flag: "month-schedule", Kind: Object, Model: 152},
		{Name: "yearSchedule", Flag: "year-schedule", Kind: Object, Model: 153},
	}},
	102: {Name: "CdpRetention", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Hours", "Minutes"}},
		{Name: "duration", Flag: "duration", Kind: Integer, Required: true},
		{Name: "dataLockConfig", Flag: "data-lock-config", Kind: Object, Model: 104},
	}},
	103: {Name: "StorageArraySnapshotSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Hours", "Minutes", "Months", "Weeks", "Years"}},
		{Name: "minuteSchedule", Flag: "minute-schedule", Kind: Object, Model: 148},
		{Name: "hourSchedule", Flag: "hour-schedule", Kind: Object, Model: 149},
		{Name: "daySchedule", Flag: "day-schedule", Kind: Object, Model: 150},
		{Name: "weekSchedule", Flag: "week-schedule", Kind: Object, Model: 151},
		{Name: "monthSchedule", Flag: "month-schedule", Kind: Object, Model: 152},
		{Name: "yearSchedule", Flag: "year-schedule", Kind: Object, Model: 153},
	}},
	104: {Name: "DataLockConfig", Fields: []Field{
		{Name: "mode", Flag: "mode", Required: true, Enum: []string{"Administrative", "Compliance"}},
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "duration", Flag: "duration", Kind: Integer, Required: true},
		{Name: "enableWormOnExternalTarget", Flag: "enable-worm-on-external-target", Kind: Boolean},
	}},
	105: {Name: "TargetSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Hours", "Months", "Runs", "Weeks", "Years"}},
		{Name: "frequency", Flag: "frequency", Kind: Integer},
	}},
	106: {Name: "LogRetention", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "duration", Flag: "duration", Kind: Integer, Required: true},
		{Name: "dataLockConfig", Flag: "data-lock-config", Kind: Object, Model: 104},
	}},
	107: {Name: "AWSTargetConfig", Fields: []Field{
		{Name: "name", Flag: "name"},
		{Name: "region", Flag: "region", Kind: Integer, Required: true},
		{Name: "regionName", Flag: "region-name"},
		{Name: "sourceId", Flag: "source-id", Kind: Integer, Required: true},
	}},
	108: {Name: "AzureTargetConfig", Fields: []Field{
		{Name: "name", Flag: "name"},
		{Name: "resourceGroup", Flag: "resource-group", Kind: Integer},
		{Name: "resourceGroupName", Flag: "resource-group-name"},
		{Name: "sourceId", Flag: "source-id", Kind: Integer, Required: true},
		{Name: "storageAccount", Flag: "storage-account", Kind: Integer},
		{Name: "storageAccountName", Flag: "storage-account-name"},
		{Name: "storageContainer", Flag: "storage-container", Kind: Integer},
		{Name: "storageContainerName", Flag: "storage-container-name"},
		{Name: "storageResourceGroup", Flag: "storage-resource-group", Kind: Integer},
		{Name: "storageResourceGroupName", Flag: "storage-resource-group-name"},
	}},
	109: {Name: "RemoteTargetConfig", Fields: []Field{
		{Name: "clusterId", Flag: "cluster-id", Kind: Integer, Required: true},
		{Name: "clusterName", Flag: "cluster-name"},
	}},
	110: {Name: "TierLevelSettings", Fields: []Field{
		{Name: "awsTiering", Flag: "aws-tiering", Kind: Object, Model: 154},
		{Name: "azureTiering", Flag: "azure-tiering", Kind: Object, Model: 155},
		{Name: "cloudPlatform", Flag: "cloud-platform", Enum: []string{"AWS", "Azure", "Google", "Oracle"}},
		{Name: "googleTiering", Flag: "google-tiering", Kind: Object, Model: 156},
		{Name: "oracleTiering", Flag: "oracle-tiering", Kind: Object, Model: 157},
	}},
	111: {Name: "CloudSpinTarget", Fields: []Field{
		{Name: "awsParams", Flag: "aws-params", Kind: Object, Model: 158},
		{Name: "azureParams", Flag: "azure-params", Kind: Object, Model: 159},
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "name", Flag: "name"},
	}},
	112: {Name: "OnpremDeployParams", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
	}},
	113: {Name: "UpdateExistingReplicationSnapshotConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "enableLegalHold", Flag: "enable-legal-hold", Kind: Boolean},
		{Name: "deleteSnapshot", Flag: "delete-snapshot", Kind: Boolean},
		{Name: "resync", Flag: "resync", Kind: Boolean},
		{Name: "dataLock", Flag: "data-lock", Enum: []string{"Administrative", "Compliance"}},
		{Name: "daysToKeep", Flag: "days-to-keep", Kind: Integer},
	}},
	114: {Name: "UpdateExistingArchivalSnapshotConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "archivalTargetType", Flag: "archival-target-type", Required: true, Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "enableLegalHold", Flag: "enable-legal-hold", Kind: Boolean},
		{Name: "deleteSnapshot", Flag: "delete-snapshot", Kind: Boolean},
		{Name: "resync", Flag: "resync", Kind: Boolean},
		{Name: "dataLock", Flag: "data-lock", Enum: []string{"Administrative", "Compliance"}},
		{Name: "daysToKeep", Flag: "days-to-keep", Kind: Integer},
	}},
	115: {Name: "PhysicalVolumeProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "volumeGuids", Flag: "volume-guids", Lists: 1},
		{Name: "enableSystemBackup", Flag: "enable-system-backup", Kind: Boolean},
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", Lists: 1},
	}},
	116: {Name: "IndexingPolicy", Fields: []Field{
		{Name: "enableIndexing", Flag: "enable-indexing", Kind: Boolean, Required: true},
		{Name: "includePaths", Flag: "include-paths", Lists: 1},
		{Name: "excludePaths", Flag: "exclude-paths", Lists: 1},
	}},
	117: {Name: "PrePostScriptParams", Fields: []Field{
		{Name: "preScript", Flag: "pre-script", Kind: Object, Model: 160},
		{Name: "postScript", Flag: "post-script", Kind: Object, Model: 161},
	}},
	118: {Name: "PhysicalFileProtectionGroupObjectParams", Fields: []Field{
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", Lists: 1},
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "filePaths", Flag: "file-paths", Kind: Object, Model: 162, Lists: 1},
		{Name: "usesPathLevelSkipNestedVolumeSetting", Flag: "uses-path-level-skip-nested-volume-setting", Kind: Boolean},
		{Name: "nestedVolumeTypesToSkip", Flag: "nested-volume-types-to-skip", Lists: 1},
		{Name: "followNasSymlinkTarget", Flag: "follow-nas-symlink-target", Kind: Boolean},
		{Name: "metadataFilePath", Flag: "metadata-file-path"},
	}},
	119: {Name: "AdvancedSettings", Fields: []Field{
		{Name: "clonedDbBackupStatus", Flag: "cloned-db-backup-status", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "dbBackupIfNotOnlineStatus", Flag: "db-backup-if-not-online-status", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "missingDbBackupStatus", Flag: "missing-db-backup-status", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "offlineRestoringDbBackupStatus", Flag: "offline-restoring-db-backup-status", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "readOnlyDbBackupStatus", Flag: "read-only-db-backup-status", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "reportAllNonAutoprotectDbErrors", Flag: "report-all-non-autoprotect-db-errors", Enum: []string{"kError", "kIgnore", "kWarn"}},
	}},
	120: {Name: "Filter", Fields: []Field{
		{Name: "filterString", Flag: "filter-string"},
		{Name: "isRegularExpression", Flag: "is-regular-expression", Kind: Boolean},
	}},
	121: {Name: "MSSQLFileProtectionGroupHostParams", Fields: []Field{
		{Name: "disableSourceSideDeduplication", Flag: "disable-source-side-deduplication", Kind: Boolean},
		{Name: "hostId", Flag: "host-id", Kind: Integer, Required: true},
		{Name: "hostName", Flag: "host-name"},
	}},
	122: {Name: "MSSQLFileProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "sourceType", Flag: "source-type"},
	}},
	123: {Name: "MSSQLNativeProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "sourceType", Flag: "source-type"},
	}},
	124: {Name: "MSSQLVolumeProtectionGroupHostParams", Fields: []Field{
		{Name: "enableSystemBackup", Flag: "enable-system-backup", Kind: Boolean},
		{Name: "hostId", Flag: "host-id", Kind: Integer, Required: true},
		{Name: "hostName", Flag: "host-name"},
		{Name: "volumeGuids", Flag: "volume-guids", Lists: 1},
	}},
	125: {Name: "MSSQLVolumeProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "sourceType", Flag: "source-type"},
	}},
	126: {Name: "KubernetesLabel", Fields: []Field{
		{Name: "key", Flag: "key"},
		{Name: "value", Flag: "value"},
	}},
	127: {Name: "ResourceInfo", Fields: []Field{
		{Name: "apiGroup", Flag: "api-group"},
		{Name: "isClusterScoped", Flag: "is-cluster-scoped", Kind: Boolean},
		{Name: "kind", Flag: "kind"},
		{Name: "name", Flag: "name"},
		{Name: "resourceList", Flag: "resource-list", Kind: Object, Model: 163, Lists: 1},
		{Name: "version", Flag: "version"},
	}},
	128: {Name: "KubernetesPvcInfo", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "name", Flag: "name"},
	}},
	129: {Name: "QuiesceGroup", Fields: []Field{
		{Name: "quiesceMode", Flag: "quiesce-mode", Required: true, Enum: []string{"kQuiesceIndependently", "kQuiesceTogether"}},
		{Name: "quiesceRules", Flag: "quiesce-rules", Kind: Object, Model: 164, Lists: 1, Required: true},
	}},
	130: {Name: "SharepointObjectParams", Fields: []Field{
		{Name: "siteWebUrl", Flag: "site-web-url"},
	}},
	131: {Name: "ObjectSummary", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "name", Flag: "name"},
		{Name: "sourceId", Flag: "source-id", Kind: Integer},
		{Name: "sourceName", Flag: "source-name"},
		{Name: "environment", Flag: "environment", Enum: []string{"kPhysical", "kSQL"}},
		{Name: "objectHash", Flag: "object-hash"},
		{Name: "objectType", Flag: "object-type"},
		{Name: "logicalSizeBytes", Flag: "logical-size-bytes", Kind: Integer, Unit: Bytes},
		{Name: "uuid", Flag: "uuid"},
		{Name: "globalId", Flag: "global-id"},
		{Name: "protectionType", Flag: "protection-type", Enum: []string{"kAgent", "kAuroraSnapshotManager", "kAwsAuroraPostgres", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAzureSQL", "kFile", "kNative", "kRDSSnapshotManager", "kSnapshotManager", "kVolume"}},
		{Name: "sharepointSiteSummary", Flag: "sharepoint-site-summary", Kind: Object, Model: 130},
		{Name: "osType", Flag: "os-type", Enum: []string{"kLinux", "kWindows"}},
		{Name: "childObjects", Flag: "child-objects", Kind: Object, Model: 131, Lists: 1},
		{Name: "vCenterSummary", Flag: "v-center-summary", Kind: Object, Model: 132},
		{Name: "windowsClusterSummary", Flag: "windows-cluster-summary", Kind: Object, Model: 133},
	}},
	132: {Name: "ObjectTypeVCenterParams", Fields: []Field{
		{Name: "isCloudEnv", Flag: "is-cloud-env", Kind: Boolean},
	}},
	133: {Name: "ObjectTypeWindowsClusterParams", Fields: []Field{
		{Name: "clusterSourceType", Flag: "cluster-source-type"},
	}},
	134: {Name: "ArchivalTargetTierInfo", Fields: []Field{
		{Name: "awsTiering", Flag: "aws-tiering", Kind: Object, Model: 154},
		{Name: "azureTiering", Flag: "azure-tiering", Kind: Object, Model: 155},
		{Name: "cloudPlatform", Flag: "cloud-platform", Enum: []string{"AWS", "Azure", "Google", "Oracle"}},
		{Name: "googleTiering", Flag: "google-tiering", Kind: Object, Model: 156},
		{Name: "oracleTiering", Flag: "oracle-tiering", Kind: Object, Model: 157},
		{Name: "currentTierType", Flag: "current-tier-type", Enum: []string{"kAmazonS3Glacier", "kAmazonS3GlacierDeepArchive", "kAmazonS3IntelligentTiering", "kAmazonS3OneZoneIA", "kAmazonS3Standard", "kAmazonS3StandardIA", "kAzureTierArchive", "kAzureTierCool", "kAzureTierHot", "kGoogleColdline", "kGoogleMultiRegional", "kGoogleNearline", "kGoogleRegional", "kGoogleStandard", "kOracleTierArchive", "kOracleTierStandard"}},
	}},
	135: {Name: "RecoverPhysicalVolumeParamsPhysicalTargetParams", Fields: []Field{
		{Name: "mountTarget", Flag: "mount-target", Kind: Object, Model: 165, Required: true},
		{Name: "volumeMapping", Flag: "volume-mapping", Kind: Object, Model: 166, Lists: 1, Required: true},
		{Name: "forceUnmountVolume", Flag: "force-unmount-volume", Kind: Boolean},
		{Name: "vlanConfig", Flag: "vlan-config", Kind: Object, Model: 167},
	}},
	136: {Name: "MountPhysicalVolumeParamsPhysicalTargetParams", Fields: []Field{
		{Name: "mountToOriginalTarget", Flag: "mount-to-original-target", Kind: Boolean, Required: true},
		{Name: "originalTargetConfig", Flag: "original-target-config", Kind: Object, Model: 168},
		{Name: "newTargetConfig", Flag: "new-target-config", Kind: Object, Model: 169},
		{Name: "readOnlyMount", Flag: "read-only-mount", Kind: Boolean},
		{Name: "volumeNames", Flag: "volume-names", Lists: 1},
		{Name: "mountedVolumeMapping", Flag: "mounted-volume-mapping", Kind: Object, Model: 170, Lists: 1},
		{Name: "vlanConfig", Flag: "vlan-config", Kind: Object, Model: 171},
	}},
	137: {Name: "CommonRecoverFileAndFolderInfo", Fields: []Field{
		{Name: "absolutePath", Flag: "absolute-path", Required: true},
		{Name: "destinationDir", Flag: "destination-dir"},
		{Name: "isDirectory", Flag: "is-directory", Kind: Boolean},
		{Name: "status", Flag: "status", Enum: []string{"CopyInProgress", "EstimationDone", "EstimationInProgress", "Finished", "NotStarted"}},
		{Name: "messages", Flag: "messages", Lists: 1},
		{Name: "isViewFileRecovery", Flag: "is-view-file-recovery", Kind: Boolean},
	}},
	138: {Name: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams", Fields: []Field{
		{Name: "recoverTarget", Flag: "recover-target", Kind: Object, Model: 172, Required: true},
		{Name: "restoreToOriginalPaths", Flag: "restore-to-original-paths", Kind: Boolean},
		{Name: "overwriteExisting", Flag: "overwrite-existing", Kind: Boolean},
		{Name: "alternateRestoreDirectory", Flag: "alternate-restore-directory"},
		{Name: "preserveAttributes", Flag: "preserve-attributes", Kind: Boolean},
		{Name: "preserveTimestamps", Flag: "preserve-timestamps", Kind: Boolean},
		{Name: "preserveAcls", Flag: "preserve-acls", Kind: Boolean},
		{Name: "continueOnError", Flag: "continue-on-error", Kind: Boolean},
		{Name: "saveSuccessFiles", Flag: "save-success-files", Kind: Boolean},
		{Name: "vlanConfig", Flag: "vlan-config", Kind: Object, Model: 173},
		{Name: "restoreEntityType", Flag: "restore-entity-type", Enum: []string{"kACLOnly", "kRegular"}},
	}},
	139: {Name: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams", Fields: []Field{
		{Name: "continueOnError", Flag: "continue-on-error", Kind: Boolean},
		{Name: "newTargetConfig", Flag: "new-target-config", Kind: Object, Model: 174},
		{Name: "originalTargetConfig", Flag: "original-target-config", Kind: Object, Model: 175},
		{Name: "overwriteExisting", Flag: "overwrite-existing", Kind: Boolean},
		{Name: "preserveAttributes", Flag: "preserve-attributes", Kind: Boolean},
		{Name: "recoverToOriginalTarget", Flag: "recover-to-original-target", Kind: Boolean, Required: true},
		{Name: "vlanConfig", Flag: "vlan-config", Kind: Object, Model: 176},
	}},
	140: {Name: "RecoverKubernetesNamespaceParamsKubernetesTargetParams", Fields: []Field{
		{Name: "excludeParams", Flag: "exclude-params", Kind: Object, Model: 73},
		{Name: "excludedPvcs", Flag: "excluded-pvcs", Kind: Object, Model: 128, Lists: 1},
		{Name: "includeParams", Flag: "include-params", Kind: Object, Model: 73},
		{Name: "objects", Flag: "objects", Kind: Object, Model: 177, Lists: 1},
		{Name: "recoverClusterScopedResources", Flag: "recover-cluster-scoped-resources", Kind: Object, Model: 178},
		{Name: "recoverProtectionGroupRunsParams", Flag: "recover-protection-group-runs-params", Kind: Object, Model: 179, Lists: 1},
		{Name: "recoverPvcsOnly", Flag: "recover-pvcs-only", Kind: Boolean},
		{Name: "recoveryRegionMigrationParams", Flag: "recovery-region-migration-params", Kind: Object, Model: 180},
		{Name: "recoveryTargetConfig", Flag: "recovery-target-config", Kind: Object, Model: 181, Required: true},
		{Name: "recoveryZoneMigrationParams", Flag: "recovery-zone-migration-params", Kind: Object, Model: 180, Lists: 1},
		{Name: "renameRecoveredNamespacesParams", Flag: "rename-recovered-namespaces-params", Kind: Object, Model: 182},
		{Name: "skipClusterCompatibilityCheck", Flag: "skip-cluster-compatibility-check", Kind: Boolean},
		{Name: "storageClass", Flag: "storage-class", Kind: Object, Model: 183},
	}},
	141: {Name: "RecoverKubernetesNamespaceParamsVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Kind: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	142: {Name: "AAGInfo", Fields: []Field{
		{Name: "name", Flag: "name"},
		{Name: "objectId", Flag: "object-id", Kind: Integer},
	}},
	143: {Name: "HostInformation", Fields: []Field{
		{Name: "id", Flag: "id"},
		{Name: "name", Flag: "name"},
		{Name: "environment", Flag: "environment", Enum: []string{"kPhysical", "kSQL"}},
	}},
	144: {Name: "SqlTargetParamsForRecoverSqlApp", Fields: []Field{
		{Name: "newSourceConfig", Flag: "new-source-config", Kind: Object, Model: 184},
		{Name: "originalSourceConfig", Flag: "original-source-config", Kind: Object, Model: 185},
		{Name: "recoverToNewSource", Flag: "recover-to-new-source", Kind: Boolean, Required: true},
	}},
	145: {Name: "IncrementalSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Hours", "Minutes", "Months", "Weeks", "Years"}},
		{Name: "minuteSchedule", Flag: "minute-schedule", Kind: Object, Model: 148},
		{Name: "hourSchedule", Flag: "hour-schedule", Kind: Object, Model: 149},
		{Name: "daySchedule", Flag: "day-schedule", Kind: Object, Model: 150},
		{Name: "weekSchedule", Flag: "week-schedule", Kind: Object, Model: 151},
		{Name: "monthSchedule", Flag: "month-schedule", Kind: Object, Model: 152},
		{Name: "yearSchedule", Flag: "year-schedule", Kind: Object, Model: 153},
	}},
	146: {Name: "FullSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "ProtectOnce", "Weeks", "Years"}},
		{Name: "daySchedule", Flag: "day-schedule", Kind: Object, Model: 150},
		{Name: "weekSchedule", Flag: "week-schedule", Kind: Object, Model: 151},
		{Name: "monthSchedule", Flag: "month-schedule", Kind: Object, Model: 152},
		{Name: "yearSchedule", Flag: "year-schedule", Kind: Object, Model: 153},
	}},
	147: {Name: "PrimaryArchivalTarget", Fields: []Field{
		{Name: "targetId", Flag: "target-id", Kind: Integer, Required: true},
		{Name: "targetName", Flag: "target-name"},
		{Name: "tierSettings", Flag: "tier-settings", Kind: Object, Model: 110},
	}},
	148: {Name: "MinuteSchedule", Fields: []Field{
		{Name: "frequency", Flag: "frequency", Kind: Integer, Required: true},
	}},
	149: {Name: "HourSchedule", Fields: []Field{
		{Name: "frequency", Flag: "frequency", Kind: Integer, Required: true},
	}},
	150: {Name: "DaySchedule", Fields: []Field{
		{Name: "frequency", Flag: "frequency", Kind: Integer, Required: true},
	}},
	151: {Name: "WeekSchedule", Fields: []Field{
		{Name: "dayOfWeek", Flag: "day-of-week", Lists: 1, Required: true, Enum: []string{"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"}},
	}},
	152: {Name: "MonthSchedule", Fields: []Field{
		{Name: "dayOfWeek", Flag: "day-of-week", Lists: 1, Enum: []string{"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"}},
		{Name: "weekOfMonth", Flag: "week-of-month", Enum: []string{"First", "Fourth", "Last", "Second", "Third"}},
		{Name: "dayOfMonth", Flag: "day-of-month", Kind: Integer},
	}},
	153: {Name: "YearSchedule", Fields: []Field{
		{Name: "dayOfYear", Flag: "day-of-year", Required: true, Enum: []string{"First", "Last"}},
	}},
	154: {Name: "AWSTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", Kind: Object, Model: 186, Lists: 1, Required: true},
	}},
	155: {Name: "AzureTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", Kind: Object, Model: 187, Lists: 1},
	}},
	156: {Name: "GoogleTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", Kind: Object, Model: 188, Lists: 1, Required: true},
	}},
	157: {Name: "OracleTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", Kind: Object, Model: 189, Lists: 1, Required: true},
	}},
	158: {Name: "AwsCloudSpinParams", Fields: []Field{
		{Name: "customTagList", Flag: "custom-tag-list", Kind: Object, Model: 190, Lists: 1},
		{Name: "region", Flag: "region", Kind: Integer, Required: true},
		{Name: "subnetId", Flag: "subnet-id", Kind: Integer},
		{Name: "vpcId", Flag: "vpc-id", Kind: Integer},
	}},
	159: {Name: "AzureCloudSpinParams", Fields: []Field{
		{Name: "availabilitySetId", Flag: "availability-set-id", Kind: Integer},
		{Name: "networkResourceGroupId", Flag: "network-resource-group-id", Kind: Integer},
		{Name: "resourceGroupId", Flag: "resource-group-id", Kind: Integer},
		{Name: "storageAccountId", Flag: "storage-account-id", Kind: Integer},
		{Name: "storageContainerId", Flag: "storage-container-id", Kind: Integer},
		{Name: "storageResourceGroupId", Flag: "storage-resource-group-id", Kind: Integer},
		{Name: "tempVmResourceGroupId", Flag: "temp-vm-resource-group-id", Kind: Integer},
		{Name: "tempVmStorageAccountId", Flag: "temp-vm-storage-account-id", Kind: Integer},
		{Name: "tempVmStorageContainerId", Flag: "temp-vm-storage-container-id", Kind: Integer},
		{Name: "tempVmSubnetId", Flag: "temp-vm-subnet-id", Kind: Integer},
		{Name: "tempVmVirtualNetworkId", Flag: "temp-vm-virtual-network-id", Kind: Integer},
	}},
	160: {Name: "CommonPreBackupScriptParams", Fields: []Field{
		{Name: "path", Flag: "path", Required: true},
		{Name: "params", Flag: "params"},
		{Name: "timeoutSecs", Flag: "timeout-secs", Kind: Integer, Unit: SpanSecs},
		{Name: "isActive", Flag: "is-active", Kind: Boolean},
		{Name: "continueOnError", Flag: "continue-on-error", Kind: Boolean},
	}},
	161: {Name: "CommonPostBackupScriptParams", Fields: []Field{
		{Name: "path", Flag: "path", Required: true},
		{Name: "params", Flag: "params"},
		{Name: "timeoutSecs", Flag: "timeout-secs", Kind: Integer, Unit: SpanSecs},
		{Name: "isActive", Flag: "is-active", Kind: Boolean},
	}},
	162: {Name: "PhysicalFileBackupPathParams", Fields: []Field{
		{Name: "includedPath", Flag: "included-path", Required: true},
		{Name: "excludedPaths", Flag: "excluded-paths", Lists: 1},
		{Name: "skipNestedVolumes", Flag: "skip-nested-volumes", Kind: Boolean},
	}},
	163: {Name: "ResourceInstance", Fields: []Field{
		{Name: "entityId", Flag: "entity-id", Kind: Integer},
		{Name: "name", Flag: "name"},
	}},
	164: {Name: "QuiesceRule", Fields: []Field{
		{Name: "podSelectorLabels", Flag: "pod-selector-labels", Kind: Object, Model: 126, Lists: 1},
		{Name: "postSnapshotHooks", Flag: "post-snapshot-hooks", Kind: Object, Model: 191, Lists: 1, Required: true},
		{Name: "preSnapshotHooks", Flag: "pre-snapshot-hooks", Kind: Object, Model: 191, Lists: 1, Required: true},
	}},
	165: {Name: "PhysicalTargetParamsForRecoverVolumeMountTarget", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
	}},
	166: {Name: "RecoverVolumeMapping", Fields: []Field{
		{Name: "sourceVolumeGuid", Flag: "source-volume-guid", Required: true},
		{Name: "destinationVolumeGuid", Flag: "destination-volume-guid", Required: true},
	}},
	167: {Name: "PhysicalTargetParamsForRecoverVolumeVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Kind: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	168: {Name: "PhysicalTargetParamsForMountVolumeOriginalTargetConfig", Fields: []Field{
		{Name: "serverCredentials", Flag: "server-credentials", Kind: Object, Model: 192},
	}},
	169: {Name: "PhysicalTargetParamsForMountVolumeNewTargetConfig", Fields: []Field{
		{Name: "mountTarget", Flag: "mount-target", Kind: Object, Model: 193, Required: true},
		{Name: "serverCredentials", Flag: "server-credentials", Kind: Object, Model: 194},
	}},
	170: {Name: "MountedVolumeMapping", Fields: []Field{
		{Name: "originalVolume", Flag: "original-volume"},
		{Name: "mountedVolume", Flag: "mounted-volume"},
		{Name: "fileSystemType", Flag: "file-system-type"},
	}},
	171: {Name: "PhysicalTargetParamsForMountVolumeVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Kind: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	172: {Name: "PhysicalTargetParamsForRecoverFileAndFolderRecoverTarget", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Kind: Integer},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	173: {Name: "PhysicalTargetParamsForRecoverFileAndFolderVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Kind: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	174: {Name: "KubernetesTargetParamsForRecoverFileAndFolderNewTargetConfig", Fields: []Field{
		{Name: "absolutePath", Flag: "absolute-path", Required: true},
		{Name: "targetNamespace", Flag: "target-namespace", Kind: Object, Model: 195},
		{Name: "targetPvc", Flag: "target-pvc", Kind: Object, Model: 196, Required: true},
		{Name: "targetSource", Flag: "target-source", Kind: Object, Model: 197},
	}},
	175: {Name: "KubernetesTargetParamsForRecoverFileAndFolderOriginalTargetConfig", Fields: []Field{
		{Name: "alternatePath", Flag: "alternate-path"},
		{Name: "recoverToOriginalPath", Flag: "recover-to-original-path", Kind: Boolean, Required: true},
	}},
	176: {Name: "KubernetesTargetParamsForRecoverFileAndFolderVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Kind: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	177: {Name: "KubernetesRecoveryObjectParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", Required: true},
		{Name: "pointInTimeUsecs", Flag: "point-in-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "protectionGroupId", Flag: "protection-group-id"},
		{Name: "protectionGroupName", Flag: "protection-group-name"},
		{Name: "snapshotCreationTimeUsecs", Flag: "snapshot-creation-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "objectInfo", Flag: "object-info", Kind: Object, Model: 76},
		{Name: "snapshotTargetType", Flag: "snapshot-target-type", Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}},
		{Name: "archivalTargetInfo", Flag: "archival-target-info", Kind: Object, Model: 77},
		{Name: "progressTaskId", Flag: "progress-task-id"},
		{Name: "recoverFromStandby", Flag: "recover-from-standby", Kind: Boolean},
		{Name: "status", Flag: "status", Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}},
		{Name: "startTimeUsecs", Flag: "start-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "messages", Flag: "messages", Lists: 1},
		{Name: "bytesRestored", Flag: "bytes-restored", Kind: Integer},
		{Name: "excludeParams", Flag: "exclude-params", Kind: Object, Model: 73},
		{Name: "includeParams", Flag: "include-params", Kind: Object, Model: 73},
		{Name: "recoverPvcsOnly", Flag: "recover-pvcs-only", Kind: Boolean},
		{Name: "storageClass", Flag: "storage-class", Kind: Object, Model: 183},
		{Name: "unbindPvcs", Flag: "unbind-pvcs", Kind: Boolean},
	}},
	178: {Name: "RecoverClusterScopedResourcesParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id"},
	}},
	179: {Name: "RecoverProtectionGroupRunParams", Fields: []Field{
		{Name: "archivalTargetId", Flag: "archival-target-id", Kind: Integer},
		{Name: "protectionGroupId", Flag: "protection-group-id"},
		{Name: "protectionGroupInstanceId", Flag: "protection-group-instance-id", Kind: Integer, Required: true},
		{Name: "protectionGroupRunId", Flag: "protection-group-run-id", Required: true},
	}},
	180: {Name: "KubernetesRecoveryMigrationParams", Fields: []Field{
		{Name: "currentValue", Flag: "current-value", Required: true},
		{Name: "newValue", Flag: "new-value", Required: true},
	}},
	181: {Name: "KubernetesTargetParamsForRecoverKubernetesNamespaceRecoveryTargetConfig", Fields: []Field{
		{Name: "newSourceConfig", Flag: "new-source-config", Kind: Object, Model: 198},
		{Name: "recoverToNewSource", Flag: "recover-to-new-source", Kind: Boolean, Required: true},
	}},
	182: {Name: "KubernetesTargetParamsForRecoverKubernetesNamespaceRenameRecoveredNamespacesParams", Fields: []Field{
		{Name: "prefix", Flag: "prefix"},
		{Name: "suffix", Flag: "suffix"},
	}},
	183: {Name: "KubernetesStorageClassParams", Fields: []Field{
		{Name: "storageClassMapping", Flag: "storage-class-mapping", Kind: Object, Model: 126, Lists: 1},
		{Name: "useStorageClassMapping", Flag: "use-storage-class-mapping", Kind: Boolean},
	}},
	184: {Name: "RecoverSqlAppNewSourceConfig", Fields: []Field{
		{Name: "keepCdc", Flag: "keep-cdc", Kind: Boolean},
		{Name: "multiStageRestoreOptions", Flag: "multi-stage-restore-options", Kind: Object, Model: 199},
		{Name: "nativeLogRecoveryWithClause", Flag: "native-log-recovery-with-clause"},
		{Name: "nativeRecoveryWithClause", Flag: "native-recovery-with-clause"},
		{Name: "overwritingPolicy", Flag: "overwriting-policy", Enum: []string{"FailIfExists", "Overwrite"}},
		{Name: "replayEntireLastLog", Flag: "replay-entire-last-log", Kind: Boolean},
		{Name: "restoreTimeUsecs", Flag: "restore-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "secondaryDataFilesDirList", Flag: "secondary-data-files-dir-list", Kind: Object, Model: 200, Lists: 1},
		{Name: "withNoRecovery", Flag: "with-no-recovery", Kind: Boolean},
		{Name: "dataFileDirectoryLocation", Flag: "data-file-directory-location", Required: true},
		{Name: "databaseName", Flag: "database-name"},
		{Name: "host", Flag: "host", Kind: Object, Model: 201, Required: true},
		{Name: "instanceName", Flag: "instance-name", Required: true},
		{Name: "logFileDirectoryLocation", Flag: "log-file-directory-location", Required: true},
	}},
	185: {Name: "RecoverSqlAppOriginalSourceConfig", Fields: []Field{
		{Name: "keepCdc", Flag: "keep-cdc", Kind: Boolean},
		{Name: "multiStageRestoreOptions", Flag: "multi-stage-restore-options", Kind: Object, Model: 199},
		{Name: "nativeLogRecoveryWithClause", Flag: "native-log-recovery-with-clause"},
		{Name: "nativeRecoveryWithClause", Flag: "native-recovery-with-clause"},
		{Name: "overwritingPolicy", Flag: "overwriting-policy", Enum: []string{"FailIfExists", "Overwrite"}},
		{Name: "replayEntireLastLog", Flag: "replay-entire-last-log", Kind: Boolean},
		{Name: "restoreTimeUsecs", Flag: "restore-time-usecs", Kind: Integer, Unit: UnixUsecs},
		{Name: "secondaryDataFilesDirList", Flag: "secondary-data-files-dir-list", Kind: Object, Model: 200, Lists: 1},
		{Name: "withNoRecovery", Flag: "with-no-recovery", Kind: Boolean},
		{Name: "captureTailLogs", Flag: "capture-tail-logs", Kind: Boolean},
		{Name: "dataFileDirectoryLocation", Flag: "data-file-directory-location"},
		{Name: "logFileDirectoryLocation", Flag: "log-file-directory-location"},
		{Name: "newDatabaseName", Flag: "new-database-name"},
	}},
	186: {Name: "AWSTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", Kind: Integer},
		{Name: "tierType", Flag: "tier-type", Required: true, Enum: []string{"kAmazonS3Glacier", "kAmazonS3GlacierDeepArchive", "kAmazonS3IntelligentTiering", "kAmazonS3OneZoneIA", "kAmazonS3Standard", "kAmazonS3StandardIA"}},
	}},
	187: {Name: "AzureTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", Kind: Integer},
		{Name: "tierType", Flag: "tier-type", Required: true, Enum: []string{"kAzureTierArchive", "kAzureTierCool", "kAzureTierHot"}},
	}},
	188: {Name: "GoogleTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", Kind: Integer},
		{Name: "tierType", Flag: "tier-type", Required: true, Enum: []string{"kGoogleColdline", "kGoogleMultiRegional", "kGoogleNearline", "kGoogleRegional", "kGoogleStandard"}},
	}},
	189: {Name: "OracleTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", Kind: Integer},
		{Name: "tierType", Flag: "tier-type", Required: true, Enum: []string{"kOracleTierArchive", "kOracleTierStandard"}},
	}},
	190: {Name: "CustomTagParams", Fields: []Field{
		{Name: "key", Flag: "key", Required: true},
		{Name: "value", Flag: "value", Required: true},
	}},
	191: {Name: "KubernetesHook", Fields: []Field{
		{Name: "commands", Flag: "commands", Lists: 1, Required: true},
		{Name: "container", Flag: "container"},
		{Name: "failOnError", Flag: "fail-on-error", Kind: Boolean},
		{Name: "timeout", Flag: "timeout", Kind: Integer},
	}},
	192: {Name: "PhysicalMountVolumesOriginalTargetConfigServerCredentials", Fields: []Field{
		{Name: "username", Flag: "username", Required: true},
		{Name: "password", Flag: "password", Required: true, Secret: true},
	}},
	193: {Name: "RecoverTarget", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Kind: Integer},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	194: {Name: "PhysicalMountVolumesNewTargetConfigServerCredentials", Fields: []Field{
		{Name: "username", Flag: "username", Required: true},
		{Name: "password", Flag: "password", Required: true, Secret: true},
	}},
	195: {Name: "KubernetesRecoverFilesNewTargetConfigTargetNamespace", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Kind: Integer},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	196: {Name: "KubernetesRecoverFilesNewTargetConfigTargetPvc", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Kind: Integer},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	197: {Name: "KubernetesRecoverFilesNewTargetConfigTargetSource", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Kind: Integer},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	198: {Name: "KubernetesNamespaceRecoveryTargetConfigNewSourceConfig", Fields: []Field{
		{Name: "source", Flag: "source", Kind: Object, Model: 202, Required: true},
	}},
	199: {Name: "MultiStageRestoreOptions", Fields: []Field{
		{Name: "enableAutoSync", Flag: "enable-auto-sync", Kind: Boolean},
		{Name: "enableMultiStageRestore", Flag: "enable-multi-stage-restore", Kind: Boolean},
	}},
	200: {Name: "FilenamePatternToDirectory", Fields: []Field{
		{Name: "directory", Flag: "directory"},
		{Name: "filenamePattern", Flag: "filename-pattern"},
	}},
	201: {Name: "RecoveryObjectIdentifier", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
	}},
	202: {Name: "KubernetesNamespaceRecoveryNewSourceConfigSource", Fields: []Field{
		{Name: "id", Flag: "id", Kind: Integer, Required: true},
		{Name: "name", Flag: "name"},
	}},
}
