// Code generated from openapi.yaml by go generate ./api; DO NOT EDIT.

package api

// DownloadAgent is POST /data-protect/agents/download: download the agent for a host.
var DownloadAgent = Operation{
	ID: "DownloadAgent", Method: "POST", Path: "/data-protect/agents/download", Server: "instance", Base: "/v2", Reads: true, About: "Download the agent for a host.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "platform", Flag: "platform", About: "The platform that the host runs.", Required: true, Enum: []string{"kLinux", "kWindows"}},
		{Name: "linuxParams", Flag: "linux-params", About: "What to download for Linux.", Type: Object, Model: 0},
	},
	Answer: File,
}

// GetUpgradeTasks is GET /data-protect/agents/upgrade-tasks: list the agent upgrades.
var GetUpgradeTasks = Operation{
	ID: "GetUpgradeTasks", Method: "GET", Path: "/data-protect/agents/upgrade-tasks", Server: "instance", Base: "/v2", About: "List the agent upgrades.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "Only what has one of these ids.", Type: Integer, Lists: 1, Kind: "upgrade"}},
	},
	Answer: JSON,
}

// CreateUpgradeTask is POST /data-protect/agents/upgrade-tasks: upgrade agents, now or at a set time.
var CreateUpgradeTask = Operation{
	ID: "CreateUpgradeTask", Method: "POST", Path: "/data-protect/agents/upgrade-tasks", Server: "instance", Base: "/v2", About: "Upgrade agents, now or at a set time.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "agentIDs", Flag: "agent-ids", About: "The agents to upgrade.", Type: Integer, Lists: 1, Kind: "agent"},
		{Name: "description", Flag: "description", About: "A note about the upgrade."},
		{Name: "name", Flag: "name", About: "A name for the upgrade."},
		{Name: "retryTaskId", Flag: "retry-task-id", About: "The failed upgrade to try again.", Type: Integer, Kind: "upgrade"},
		{Name: "scheduleEndTimeUsecs", Flag: "schedule-end-time-usecs", About: "When the upgrade must not start any more.", Type: Integer, Unit: UnixUsecs},
		{Name: "scheduleTimeUsecs", Flag: "schedule-time-usecs", About: "When to start the upgrade; at once when it is not given.", Type: Integer, Unit: UnixUsecs},
	},
	Answer: JSON,
}

// GetObjectSnapshots is GET /data-protect/objects/{id}/snapshots: list the snapshots of an object.
var GetObjectSnapshots = Operation{
	ID: "GetObjectSnapshots", Method: "GET", Path: "/data-protect/objects/{id}/snapshots", Server: "instance", Base: "/v2", About: "List the snapshots of an object.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Type: Integer, Required: true, Kind: "object"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "fromTimeUsecs", Flag: "from-time-usecs", About: "Only snapshots taken at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "toTimeUsecs", Flag: "to-time-usecs", About: "Only snapshots taken at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "runStartFromTimeUsecs", Flag: "run-start-from-time-usecs", About: "Only snapshots of runs that started at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "runStartToTimeUsecs", Flag: "run-start-to-time-usecs", About: "Only snapshots of runs that started at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "snapshotActions", Flag: "snapshot-actions", About: "Only snapshots that allow one of these kinds of recovery.", Lists: 1, Enum: []string{"ConvertToPst", "DownloadChats", "DownloadFilesAndFolders", "InstantVolumeMount", "MountVolumes", "RecoverApps", "RecoverAurora", "RecoverAzureSQL", "RecoverFiles", "RecoverMailbox", "RecoverMailboxCSM", "RecoverMsGroup", "RecoverMsTeam", "RecoverNamespaces", "RecoverNasVolume", "RecoverObjects", "RecoverOneDrive", "RecoverOneDriveCSM", "RecoverPhysicalVolumes", "RecoverPublicFolders", "RecoverRDS", "RecoverRDSPostgres", "RecoverS3Buckets", "RecoverSanVolumes", "RecoverSfdcRecords", "RecoverSharePoint", "RecoverSharePointCSM", "RecoverSystem", "RecoverVApps", "RecoverVAppTemplates", "RecoverVmDisks", "RecoverVMs"}}},
		{In: Query, Field: Field{Name: "runTypes", Flag: "run-types", About: "Only runs of these types.", Lists: 1, Enum: []string{"kFull", "kHydrateCDP", "kLog", "kRegular", "kStorageArraySnapshot", "kSystem"}}},
		{In: Query, Field: Field{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "Only what belongs to these protection groups.", Lists: 1, Kind: "group"}},
		{In: Query, Field: Field{Name: "runInstanceIds", Flag: "run-instance-ids", About: "Only what comes from the runs with these instance ids.", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "regionIds", Flag: "region-ids", About: "Only snapshots kept in these regions.", Lists: 1}},
		{In: Query, Field: Field{Name: "objectActionKeys", Flag: "object-action-keys", About: "Only snapshots of these kinds of objects.", Lists: 1, Enum: []string{"kAcropolis", "kAD", "kAuroraSnapshotManager", "kAWS", "kAwsAuroraPostgres", "kAWSNative", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAWSSnapshotManager", "kAzure", "kAzureNative", "kAzureSnapshotManager", "kAzureSQL", "kCassandra", "kCouchbase", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kO365", "kO365Exchange", "kO365ExchangeCSM", "kO365Group", "kO365OneDrive", "kO365OneDriveCSM", "kO365PublicFolders", "kO365Sharepoint", "kO365SharepointCSM", "kO365Teams", "kOracle", "kPhysical", "kPhysicalFiles", "kPure", "kRDSSnapshotManager", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kVCD", "kView", "kVMware"}}},
	},
	Answer: JSON,
}

// DeleteProtectionPolicy is DELETE /data-protect/policies/{id}: delete a protection policy.
var DeleteProtectionPolicy = Operation{
	ID: "DeleteProtectionPolicy", Method: "DELETE", Path: "/data-protect/policies/{id}", Server: "instance", Base: "/v2", About: "Delete a protection policy.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "policy"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// GetProtectionPolicyByID is GET /data-protect/policies/{id}: show a protection policy.
var GetProtectionPolicyByID = Operation{
	ID: "GetProtectionPolicyByID", Method: "GET", Path: "/data-protect/policies/{id}", Server: "instance", Base: "/v2", About: "Show a protection policy.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "policy"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
	},
	Answer: JSON,
}

// UpdateProtectionPolicy is PUT /data-protect/policies/{id}: replace the settings of a protection policy.
var UpdateProtectionPolicy = Operation{
	ID: "UpdateProtectionPolicy", Method: "PUT", Path: "/data-protect/policies/{id}", Server: "instance", Base: "/v2", About: "Replace the settings of a protection policy.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "policy"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "The name of the policy, unique within the tenant.", Required: true},
		{Name: "backupPolicy", Flag: "backup-policy", About: "How often to back up and how long to keep it.", Type: Object, Model: 1, Required: true},
		{Name: "description", Flag: "description", About: "A note about the policy."},
		{Name: "blackoutWindow", Flag: "blackout-window", About: "When no run may start.", Type: Object, Model: 2, Lists: 1},
		{Name: "extendedRetention", Flag: "extended-retention", About: "Which snapshots to keep for longer.", Type: Object, Model: 3, Lists: 1},
		{Name: "remoteTargetPolicy", Flag: "remote-target-policy", About: "Where else copies go, and when.", Type: Object, Model: 4},
		{Name: "cascadedTargetsConfig", Flag: "cascaded-targets-config", About: "Copies that are made from copies.", Type: Object, Model: 5, Lists: 1},
		{Name: "retryOptions", Flag: "retry-options", About: "How often and when to try a failed run again.", Type: Object, Model: 6},
		{Name: "dataLock", Flag: "data-lock", About: "The old way to lock all snapshots; a retention's data lock is the new one.", Enum: []string{"Administrative", "Compliance"}},
		{Name: "version", Flag: "version", About: "The version of the policy's format.", Type: Integer},
		{Name: "isCBSEnabled", Flag: "is-cbs-enabled", About: "Whether policies from an external scheduler are meant.", Type: Boolean},
		{Name: "lastModificationTimeUsecs", Flag: "last-modification-time-usecs", About: "The change that the update is based on.", Type: Integer, Unit: UnixUsecs},
		{Name: "templateId", Flag: "template-id", About: "The template that the policy is made from."},
	},
	Answer: JSON,
}

// GetProtectionPolicies is GET /data-protect/policies: list the protection policies.
var GetProtectionPolicies = Operation{
	ID: "GetProtectionPolicies", Method: "GET", Path: "/data-protect/policies", Server: "instance", Base: "/v2", About: "List the protection policies.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "Only what has one of these ids.", Lists: 1, Kind: "policy"}},
		{In: Query, Field: Field{Name: "policyNames", Flag: "policy-names", About: "Only policies with one of these names.", Lists: 1}},
		{In: Query, Field: Field{Name: "types", Flag: "types", About: "Only policies of these types.", Lists: 1, Enum: []string{"Internal", "Regular"}}},
		{In: Query, Field: Field{Name: "excludeLinkedPolicies", Flag: "exclude-linked-policies", About: "Leave out policies that were made from a template.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeReplicatedPolicies", Flag: "include-replicated-policies", About: "Also show policies that came by replication.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeStats", Flag: "include-stats", About: "Also count the groups and objects of each policy.", Type: Boolean}},
		{In: Query, Field: Field{Name: "vaultIds", Flag: "vault-ids", About: "Only policies that archive to one of these targets.", Type: Integer, Lists: 1}},
	},
	Answer: JSON,
}

// CreateProtectionPolicy is POST /data-protect/policies: create a protection policy.
var CreateProtectionPolicy = Operation{
	ID: "CreateProtectionPolicy", Method: "POST", Path: "/data-protect/policies", Server: "instance", Base: "/v2", About: "Create a protection policy.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "The name of the policy, unique within the tenant.", Required: true},
		{Name: "backupPolicy", Flag: "backup-policy", About: "How often to back up and how long to keep it.", Type: Object, Model: 1, Required: true},
		{Name: "description", Flag: "description", About: "A note about the policy."},
		{Name: "blackoutWindow", Flag: "blackout-window", About: "When no run may start.", Type: Object, Model: 2, Lists: 1},
		{Name: "extendedRetention", Flag: "extended-retention", About: "Which snapshots to keep for longer.", Type: Object, Model: 3, Lists: 1},
		{Name: "remoteTargetPolicy", Flag: "remote-target-policy", About: "Where else copies go, and when.", Type: Object, Model: 4},
		{Name: "cascadedTargetsConfig", Flag: "cascaded-targets-config", About: "Copies that are made from copies.", Type: Object, Model: 5, Lists: 1},
		{Name: "retryOptions", Flag: "retry-options", About: "How often and when to try a failed run again.", Type: Object, Model: 6},
		{Name: "dataLock", Flag: "data-lock", About: "The old way to lock all snapshots; a retention's data lock is the new one.", Enum: []string{"Administrative", "Compliance"}},
		{Name: "version", Flag: "version", About: "The version of the policy's format.", Type: Integer},
		{Name: "isCBSEnabled", Flag: "is-cbs-enabled", About: "Whether policies from an external scheduler are meant.", Type: Boolean},
		{Name: "lastModificationTimeUsecs", Flag: "last-modification-time-usecs", About: "The change that the update is based on.", Type: Integer, Unit: UnixUsecs},
		{Name: "templateId", Flag: "template-id", About: "The template that the policy is made from."},
	},
	Answer: JSON,
}

// PerformActionOnProtectionGroupRun is POST /data-protect/protection-groups/{id}/runs/actions: pause, resume or cancel runs, and show the outcome.
var PerformActionOnProtectionGroupRun = Operation{
	ID: "PerformActionOnProtectionGroupRun", Method: "POST", Path: "/data-protect/protection-groups/{id}/runs/actions", Server: "instance", Base: "/v2", About: "Pause, resume or cancel runs, and show the outcome.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "action", Flag: "action", About: "What to do with the runs.", Required: true, Enum: []string{"Cancel", "Pause", "Resume"}},
		{Name: "pauseParams", Flag: "pause-params", About: "The runs to pause.", Type: Object, Model: 7, Lists: 1},
		{Name: "resumeParams", Flag: "resume-params", About: "The runs to resume.", Type: Object, Model: 8, Lists: 1},
		{Name: "cancelParams", Flag: "cancel-params", About: "The runs to cancel, or parts of them.", Type: Object, Model: 9, Lists: 1},
	},
	Answer: JSON,
}

// GetProtectionGroupRun is GET /data-protect/protection-groups/{id}/runs/{runId}: show a run of a protection group.
var GetProtectionGroupRun = Operation{
	ID: "GetProtectionGroupRun", Method: "GET", Path: "/data-protect/protection-groups/{id}/runs/{runId}", Server: "instance", Base: "/v2", About: "Show a run of a protection group.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "group"}},
		{In: Path, Field: Field{Name: "runId", Flag: "run-id", About: "The run, as NUMBER:START_USECS.", Required: true, Kind: "run"}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "Only what belongs to these tenants.", Lists: 1}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "Also show what belongs to the tenants below this one.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeObjectDetails", Flag: "include-object-details", About: "Also show each object of a run.", Type: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "Let the service answer from its cache, which is quicker and may be older.", Type: Boolean}},
	},
	Answer: JSON,
}

// GetProtectionGroupRuns is GET /data-protect/protection-groups/{id}/runs: list the runs of a protection group, newest first.
var GetProtectionGroupRuns = Operation{
	ID: "GetProtectionGroupRuns", Method: "GET", Path: "/data-protect/protection-groups/{id}/runs", Server: "instance", Base: "/v2", About: "List the runs of a protection group, newest first.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Pattern: "^\\d+:\\d+:\\d+$", Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "runId", Flag: "run-id", About: "The run, as NUMBER:START_USECS.", Pattern: "^\\d+:\\d+$", Kind: "run"}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "Only what started at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "Only what started at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "runTypes", Flag: "run-types", About: "Only runs of these types.", Lists: 1, Enum: []string{"kAll", "kFull", "kHydrateCDP", "kIncremental", "kLog", "kStorageArraySnapshot", "kSystem"}}},
		{In: Query, Field: Field{Name: "includeObjectDetails", Flag: "include-object-details", About: "Also show each object of a run.", Type: Boolean}},
		{In: Query, Field: Field{Name: "localBackupRunStatus", Flag: "local-backup-run-status", About: "Only runs whose local backup is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "replicationRunStatus", Flag: "replication-run-status", About: "Only runs whose replication is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "archivalRunStatus", Flag: "archival-run-status", About: "Only runs whose archival is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "cloudSpinRunStatus", Flag: "cloud-spin-run-status", About: "Only runs whose copy to a cloud is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "numRuns", Flag: "num-runs", About: "The most runs to list.", Type: Integer}},
		{In: Query, Field: Field{Name: "excludeNonRestorableRuns", Flag: "exclude-non-restorable-runs", About: "Leave out runs that nothing can be restored from.", Type: Boolean, Default: "false"}},
		{In: Query, Field: Field{Name: "runTags", Flag: "run-tags", About: "Only runs with one of these tags.", Lists: 1}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "Let the service answer from its cache, which is quicker and may be older.", Type: Boolean}},
		{In: Query, Field: Field{Name: "filterByEndTime", Flag: "filter-by-end-time", About: "Compare the times given with the end of a run instead of its start.", Type: Boolean}},
		{In: Query, Field: Field{Name: "snapshotTargetTypes", Flag: "snapshot-target-types", About: "Only runs with snapshots on these kinds of targets.", Lists: 1, Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}}},
		{In: Query, Field: Field{Name: "onlyReturnSuccessfulCopyRun", Flag: "only-return-successful-copy-run", About: "Only runs whose copies have all succeeded.", Type: Boolean}},
		{In: Query, Field: Field{Name: "filterByCopyTaskEndTime", Flag: "filter-by-copy-task-end-time", About: "Compare the times given with the end of the copying.", Type: Boolean}},
	},
	Answer: JSON,
}

// CreateProtectionGroupRun is POST /data-protect/protection-groups/{id}/runs: back up a protection group now.
var CreateProtectionGroupRun = Operation{
	ID: "CreateProtectionGroupRun", Method: "POST", Path: "/data-protect/protection-groups/{id}/runs", Server: "instance", Base: "/v2", About: "Back up a protection group now.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "runType", Flag: "run-type", About: "Whether to back up fully or what has changed.", Required: true, Enum: []string{"kFull", "kHydrateCDP", "kLog", "kRegular", "kStorageArraySnapshot", "kSystem"}},
		{Name: "objects", Flag: "objects", About: "Only these objects of the group.", Type: Object, Model: 10, Lists: 1},
		{Name: "targetsConfig", Flag: "targets-config", About: "Where copies of this run go.", Type: Object, Model: 11},
	},
	Answer: JSON,
}

// UpdateProtectionGroupRun is PUT /data-protect/protection-groups/{id}/runs: change the retention or legal hold of runs, or delete their snapshots.
var UpdateProtectionGroupRun = Operation{
	ID: "UpdateProtectionGroupRun", Method: "PUT", Path: "/data-protect/protection-groups/{id}/runs", Server: "instance", Base: "/v2", About: "Change the retention or legal hold of runs, or delete their snapshots.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "updateProtectionGroupRunParams", Flag: "update-protection-group-run-params", About: "The runs to change and what to change.", Type: Object, Model: 12, Lists: 1, Required: true, MinItems: 1},
	},
	Answer: JSON,
}

// DeleteProtectionGroup is DELETE /data-protect/protection-groups/{id}: delete a protection group.
var DeleteProtectionGroup = Operation{
	ID: "DeleteProtectionGroup", Method: "DELETE", Path: "/data-protect/protection-groups/{id}", Server: "instance", Base: "/v2", About: "Delete a protection group.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "deleteSnapshots", Flag: "delete-snapshots", About: "Also delete the snapshots that the group has made.", Type: Boolean}},
	},
}

// GetProtectionGroupByID is GET /data-protect/protection-groups/{id}: show a protection group.
var GetProtectionGroupByID = Operation{
	ID: "GetProtectionGroupByID", Method: "GET", Path: "/data-protect/protection-groups/{id}", Server: "instance", Base: "/v2", About: "Show a protection group.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "includeLastRunInfo", Flag: "include-last-run-info", About: "Also show the last run of each group.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneExcludedSourceIds", Flag: "prune-excluded-source-ids", About: "Leave the ids of excluded objects out of the answer.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneSourceIds", Flag: "prune-source-ids", About: "Leave the ids of protected objects out of the answer.", Type: Boolean}},
	},
	Answer: JSON,
}

// UpdateProtectionGroup is PUT /data-protect/protection-groups/{id}: replace the settings of a protection group.
var UpdateProtectionGroup = Operation{
	ID: "UpdateProtectionGroup", Method: "PUT", Path: "/data-protect/protection-groups/{id}", Server: "instance", Base: "/v2", About: "Replace the settings of a protection group.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "The name of the group, unique within the tenant.", Required: true},
		{Name: "policyId", Flag: "policy-id", About: "The policy that the group follows.", Required: true, Kind: "policy"},
		{Name: "environment", Flag: "environment", About: "The environment of the objects.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "priority", Flag: "priority", About: "How soon the group's runs come when many wait.", Enum: []string{"kHigh", "kLow", "kMedium"}},
		{Name: "description", Flag: "description", About: "A note about the group."},
		{Name: "startTime", Flag: "start-time", About: "The time of day at which runs start.", Type: Object, Model: 13},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "When the group's last run may start.", Type: Integer, Unit: UnixUsecs},
		{Name: "lastModifiedTimestampUsecs", Flag: "last-modified-timestamp-usecs", About: "The change that the update is based on.", Type: Integer, Unit: UnixUsecs},
		{Name: "alertPolicy", Flag: "alert-policy", About: "Which ends of runs raise alerts, and who gets them.", Type: Object, Model: 14},
		{Name: "sla", Flag: "sla", About: "How long runs may take, by type.", Type: Object, Model: 15, Lists: 1},
		{Name: "qosPolicy", Flag: "qos-policy", About: "Which kind of storage to write to.", Enum: []string{"kBackupAll", "kBackupHDD", "kBackupSSD", "kTestAndDevHigh"}},
		{Name: "abortInBlackouts", Flag: "abort-in-blackouts", About: "Cancel what runs when a blackout window begins.", Type: Boolean},
		{Name: "pauseInBlackouts", Flag: "pause-in-blackouts", About: "Pause what runs when a blackout window begins.", Type: Boolean},
		{Name: "isPaused", Flag: "is-paused", About: "Start no runs by schedule for now.", Type: Boolean},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "Special settings, as keys and values.", Type: Object, Model: 16, Lists: 1},
		{Name: "physicalParams", Flag: "physical-params", About: "What to back up of hosts.", Type: Object, Model: 17},
		{Name: "mssqlParams", Flag: "mssql-params", About: "What to back up of SQL Server.", Type: Object, Model: 18},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "What to back up of Kubernetes clusters.", Type: Object, Model: 19},
	},
	Answer: JSON,
}

// GetProtectionGroups is GET /data-protect/protection-groups: list the protection groups.
var GetProtectionGroups = Operation{
	ID: "GetProtectionGroups", Method: "GET", Path: "/data-protect/protection-groups", Server: "instance", Base: "/v2", About: "List the protection groups.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "Only what has one of these ids.", Lists: 1, Kind: "group"}},
		{In: Query, Field: Field{Name: "names", Flag: "names", About: "Only groups with one of these names.", Lists: 1}},
		{In: Query, Field: Field{Name: "policyIds", Flag: "policy-ids", About: "Only groups that follow one of these policies.", Lists: 1, Kind: "policy"}},
		{In: Query, Field: Field{Name: "includeGroupsWithDatalockOnly", Flag: "include-groups-with-datalock-only", About: "Only groups whose policy locks data.", Type: Boolean}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "Only these environments.", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "isActive", Flag: "is-active", About: "Only groups that are active, or with =false inactive.", Type: Boolean}},
		{In: Query, Field: Field{Name: "isDeleted", Flag: "is-deleted", About: "Only what has been deleted, or with =false what has not.", Type: Boolean}},
		{In: Query, Field: Field{Name: "isPaused", Flag: "is-paused", About: "Only groups that are paused, or with =false that are not.", Type: Boolean}},
		{In: Query, Field: Field{Name: "lastRunLocalBackupStatus", Flag: "last-run-local-backup-status", About: "Only groups whose last local backup is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunReplicationStatus", Flag: "last-run-replication-status", About: "Only groups whose last replication is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunArchivalStatus", Flag: "last-run-archival-status", About: "Only groups whose last archival is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunCloudSpinStatus", Flag: "last-run-cloud-spin-status", About: "Only groups whose last copy to a cloud is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunAnyStatus", Flag: "last-run-any-status", About: "Only groups where any part of the last run is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "isLastRunSlaViolated", Flag: "is-last-run-sla-violated", About: "Only groups whose last run missed its SLA.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeLastRunInfo", Flag: "include-last-run-info", About: "Also show the last run of each group.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneExcludedSourceIds", Flag: "prune-excluded-source-ids", About: "Leave the ids of excluded objects out of the answer.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneSourceIds", Flag: "prune-source-ids", About: "Leave the ids of protected objects out of the answer.", Type: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "Let the service answer from its cache, which is quicker and may be older.", Type: Boolean}},
		{In: Query, Field: Field{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"}},
	},
	Answer: JSON,
}

// CreateProtectionGroup is POST /data-protect/protection-groups: create a protection group.
var CreateProtectionGroup = Operation{
	ID: "CreateProtectionGroup", Method: "POST", Path: "/data-protect/protection-groups", Server: "instance", Base: "/v2", About: "Create a protection group.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "The name of the group, unique within the tenant.", Required: true},
		{Name: "policyId", Flag: "policy-id", About: "The policy that the group follows.", Required: true, Kind: "policy"},
		{Name: "environment", Flag: "environment", About: "The environment of the objects.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "priority", Flag: "priority", About: "How soon the group's runs come when many wait.", Enum: []string{"kHigh", "kLow", "kMedium"}},
		{Name: "description", Flag: "description", About: "A note about the group."},
		{Name: "startTime", Flag: "start-time", About: "The time of day at which runs start.", Type: Object, Model: 13},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "When the group's last run may start.", Type: Integer, Unit: UnixUsecs},
		{Name: "lastModifiedTimestampUsecs", Flag: "last-modified-timestamp-usecs", About: "The change that the update is based on.", Type: Integer, Unit: UnixUsecs},
		{Name: "alertPolicy", Flag: "alert-policy", About: "Which ends of runs raise alerts, and who gets them.", Type: Object, Model: 14},
		{Name: "sla", Flag: "sla", About: "How long runs may take, by type.", Type: Object, Model: 15, Lists: 1},
		{Name: "qosPolicy", Flag: "qos-policy", About: "Which kind of storage to write to.", Enum: []string{"kBackupAll", "kBackupHDD", "kBackupSSD", "kTestAndDevHigh"}},
		{Name: "abortInBlackouts", Flag: "abort-in-blackouts", About: "Cancel what runs when a blackout window begins.", Type: Boolean},
		{Name: "pauseInBlackouts", Flag: "pause-in-blackouts", About: "Pause what runs when a blackout window begins.", Type: Boolean},
		{Name: "isPaused", Flag: "is-paused", About: "Start no runs by schedule for now.", Type: Boolean},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "Special settings, as keys and values.", Type: Object, Model: 16, Lists: 1},
		{Name: "physicalParams", Flag: "physical-params", About: "What to back up of hosts.", Type: Object, Model: 17},
		{Name: "mssqlParams", Flag: "mssql-params", About: "What to back up of SQL Server.", Type: Object, Model: 18},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "What to back up of Kubernetes clusters.", Type: Object, Model: 19},
	},
	Answer: JSON,
}

// CreateDownloadFilesAndFoldersRecovery is POST /data-protect/recoveries/download-files-folders: create an archive of files from a snapshot, for download.
var CreateDownloadFilesAndFoldersRecovery = Operation{
	ID: "CreateDownloadFilesAndFoldersRecovery", Method: "POST", Path: "/data-protect/recoveries/download-files-folders", Server: "instance", Base: "/v2", About: "Create an archive of files from a snapshot, for download.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "A name for the recovery.", Required: true},
		{Name: "object", Flag: "object", About: "The snapshot to take the files from.", Type: Object, Model: 20, Required: true},
		{Name: "filesAndFolders", Flag: "files-and-folders", About: "The files and folders to pack.", Type: Object, Model: 21, Lists: 1, Required: true, MinItems: 1},
		{Name: "documents", Flag: "documents", About: "The documents to pack, such as those of SharePoint.", Type: Object, Model: 22, Lists: 1, MinItems: 1},
		{Name: "parentRecoveryId", Flag: "parent-recovery-id", About: "The recovery that this one belongs to.", Pattern: "^\\d+:\\d+:\\d+$", Kind: "recovery"},
		{Name: "glacierRetrievalType", Flag: "glacier-retrieval-type", About: "How fast to fetch data from cold storage.", Enum: []string{"kExpeditedNoPCU", "kExpeditedWithPCU", "kStandard"}},
	},
	Answer: JSON,
}

// CancelRecoveryByID is POST /data-protect/recoveries/{id}/cancel: cancel a recovery.
var CancelRecoveryByID = Operation{
	ID: "CancelRecoveryByID", Method: "POST", Path: "/data-protect/recoveries/{id}/cancel", Server: "instance", Base: "/v2", About: "Cancel a recovery.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Kind: "recovery"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// DownloadFilesFromRecovery is GET /data-protect/recoveries/{id}/download-files: download the archive that a download recovery has made.
var DownloadFilesFromRecovery = Operation{
	ID: "DownloadFilesFromRecovery", Method: "GET", Path: "/data-protect/recoveries/{id}/download-files", Server: "instance", Base: "/v2", About: "Download the archive that a download recovery has made.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Pattern: "^\\d+:\\d+:\\d+$", Kind: "recovery"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "startOffset", Flag: "start-offset", About: "The first byte wanted; without it the whole file comes, in pieces.", Type: Integer, Unit: Bytes}},
		{In: Query, Field: Field{Name: "length", Flag: "length", About: "How many bytes are wanted, at most 8 MiB.", Type: Integer, Unit: Bytes}},
		{In: Query, Field: Field{Name: "fileType", Flag: "file-type", About: "The type of file to download."}},
		{In: Query, Field: Field{Name: "sourceName", Flag: "source-name", About: "Only the files of this source."}},
		{In: Query, Field: Field{Name: "startTime", Flag: "start-time", About: "The start time of the recovery's download task."}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "Also show what belongs to the tenants below this one.", Type: Boolean}},
	},
	Answer: File,
}

// GetRecoveryByID is GET /data-protect/recoveries/{id}: show a recovery.
var GetRecoveryByID = Operation{
	ID: "GetRecoveryByID", Method: "GET", Path: "/data-protect/recoveries/{id}", Server: "instance", Base: "/v2", About: "Show a recovery.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Required: true, Pattern: "^\\d+:\\d+:\\d+$", Kind: "recovery"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Answer: JSON,
}

// GetRecoveries is GET /data-protect/recoveries: list the recoveries.
var GetRecoveries = Operation{
	ID: "GetRecoveries", Method: "GET", Path: "/data-protect/recoveries", Server: "instance", Base: "/v2", About: "List the recoveries.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "Only what has one of these ids.", Lists: 1, Pattern: "^\\d+:\\d+:\\d+$", Kind: "recovery"}},
		{In: Query, Field: Field{Name: "returnOnlyChildRecoveries", Flag: "return-only-child-recoveries", About: "Only recoveries that belong to another one.", Type: Boolean}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "Only what started at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "Only what started at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "snapshotTargetType", Flag: "snapshot-target-type", About: "Only recoveries from snapshots on these kinds of targets.", Lists: 1, Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}}},
		{In: Query, Field: Field{Name: "archivalTargetType", Flag: "archival-target-type", About: "Only recoveries from these kinds of archives.", Lists: 1, Enum: []string{"Cloud", "Nas", "Tape"}}},
		{In: Query, Field: Field{Name: "snapshotEnvironments", Flag: "snapshot-environments", About: "Only recoveries in these environments.", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "status", Flag: "status", About: "Only recoveries in these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "recoveryActions", Flag: "recovery-actions", About: "Only recoveries of these kinds.", Lists: 1, Enum: []string{"CloneApps", "CloneAppView", "CloneRefreshApp", "CloneView", "CloneVMs", "CloneVMsToView", "ConvertAndDeployVMs", "ConvertToPst", "DeployVMs", "DownloadChats", "DownloadFilesAndFolders", "InstantVolumeMount", "RecoverApps", "RecoverAurora", "RecoverAzureSQL", "RecoverExchangeDbs", "RecoverFiles", "RecoverMailbox", "RecoverMailboxCSM", "RecoverMsGroup", "RecoverMsTeam", "RecoverNamespaces", "RecoverNasVolume", "RecoverObjects", "RecoverOneDrive", "RecoverOneDriveCSM", "RecoverPhysicalVolumes", "RecoverPublicFolders", "RecoverRDS", "RecoverRDSPostgres", "RecoverS3Buckets", "RecoverSanGroup", "RecoverSanVolumes", "RecoverSfdcObjects", "RecoverSfdcOrg", "RecoverSfdcRecords", "RecoverSharePoint", "RecoverSharePointCSM", "RecoverSystem", "RecoverVApps", "RecoverVAppTemplates", "RecoverVmDisks", "RecoverVMs", "UptierSnapshot"}}},
	},
	Answer: JSON,
}

// CreateRecovery is POST /data-protect/recoveries: start a recovery from snapshots.
var CreateRecovery = Operation{
	ID: "CreateRecovery", Method: "POST", Path: "/data-protect/recoveries", Server: "instance", Base: "/v2", About: "Start a recovery from snapshots.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "A name for the recovery.", Required: true},
		{Name: "snapshotEnvironment", Flag: "snapshot-environment", About: "The environment of the snapshots.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "physicalParams", Flag: "physical-params", About: "What to recover of hosts, and where to.", Type: Object, Model: 23},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "What to recover of Kubernetes clusters, and where to.", Type: Object, Model: 24},
		{Name: "mssqlParams", Flag: "mssql-params", About: "What to recover of SQL Server, and where to.", Type: Object, Model: 25},
	},
	Answer: JSON,
}

// GetProtectionRunProgress is GET /data-protect/runs/{runId}/progress: show how far a run has come.
var GetProtectionRunProgress = Operation{
	ID: "GetProtectionRunProgress", Method: "GET", Path: "/data-protect/runs/{runId}/progress", Server: "instance", Base: "/v2", About: "Show how far a run has come.",
	Params: []Param{
		{In: Path, Field: Field{Name: "runId", Flag: "run-id", About: "The run, as NUMBER:START_USECS.", Required: true, Kind: "run"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "objects", Flag: "objects", About: "Only the progress of these objects.", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "Only what belongs to these tenants.", Lists: 1}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "Also show what belongs to the tenants below this one.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeFinishedTasks", Flag: "include-finished-tasks", About: "Also show tasks that have ended.", Type: Boolean}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "Only what started at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "Only what started at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "maxTasksNum", Flag: "max-tasks-num", About: "The most tasks to show.", Type: Integer}},
		{In: Query, Field: Field{Name: "excludeObjectDetails", Flag: "exclude-object-details", About: "Leave out the single objects.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeEventLogs", Flag: "include-event-logs", About: "Also show what happened during the run.", Type: Boolean}},
		{In: Query, Field: Field{Name: "maxLogLevel", Flag: "max-log-level", About: "How many levels of tasks to show events of.", Type: Integer}},
		{In: Query, Field: Field{Name: "runTaskPath", Flag: "run-task-path", About: "The path of the run's progress task."}},
		{In: Query, Field: Field{Name: "objectTaskPaths", Flag: "object-task-paths", About: "The paths of the objects' progress tasks.", Lists: 1}},
	},
	Answer: JSON,
}

// SearchIndexedObjects is POST /data-protect/search/indexed-objects: find files and other indexed things in snapshots, and show where they are.
var SearchIndexedObjects = Operation{
	ID: "SearchIndexedObjects", Method: "POST", Path: "/data-protect/search/indexed-objects", Server: "instance", Base: "/v2", Reads: true, About: "Find files and other indexed things in snapshots, and show where they are.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "objectType", Flag: "object-type", About: "The kind of thing to look for.", Required: true, Enum: []string{"CassandraObjects", "CouchbaseObjects", "Emails", "ExchangeObjects", "Files", "GroupsObjects", "HbaseObjects", "HDFSObjects", "HiveObjects", "MongoObjects", "OneDriveObjects", "PublicFolders", "SfdcRecords", "SharepointObjects", "TeamsObjects", "UdaObjects"}},
		{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "Only what belongs to these protection groups.", Lists: 1, Kind: "group"},
		{Name: "storageDomainIds", Flag: "storage-domain-ids", About: "Only what is kept in these storage domains.", Type: Integer, Lists: 1},
		{Name: "tenantId", Flag: "tenant-id", About: "Only what belongs to this tenant."},
		{Name: "includeTenants", Flag: "include-tenants", About: "Also find what belongs to the tenants below this one.", Type: Boolean, Default: "false"},
		{Name: "tags", Flag: "tags", About: "Only objects with these tags, the old way.", Lists: 1},
		{Name: "snapshotTags", Flag: "snapshot-tags", About: "Only snapshots with these tags, the old way.", Lists: 1},
		{Name: "mustHaveTagIds", Flag: "must-have-tag-ids", About: "Only objects with all of these tags.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "mightHaveTagIds", Flag: "might-have-tag-ids", About: "Only objects with at least one of these tags.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "mustHaveSnapshotTagIds", Flag: "must-have-snapshot-tag-ids", About: "Only snapshots with all of these tags.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "mightHaveSnapshotTagIds", Flag: "might-have-snapshot-tag-ids", About: "Only snapshots with at least one of these tags.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "paginationCookie", Flag: "pagination-cookie", About: "Go on behind the page that gave this cookie."},
		{Name: "count", Flag: "count", About: "The most results in one answer.", Type: Integer},
		{Name: "useCachedData", Flag: "use-cached-data", About: "Let the service answer from its cache, which is quicker and may be older.", Type: Boolean},
		{Name: "cassandraParams", Flag: "cassandra-params", About: "What to look for in Cassandra.", Type: Object, Model: 26},
		{Name: "couchbaseParams", Flag: "couchbase-params", About: "What to look for in Couchbase.", Type: Object, Model: 27},
		{Name: "emailParams", Flag: "email-params", About: "What to look for in mail and calendars.", Type: Object, Model: 28},
		{Name: "exchangeParams", Flag: "exchange-params", About: "What to look for in Exchange.", Type: Object, Model: 29},
		{Name: "fileParams", Flag: "file-params", About: "What to look for among files and folders.", Type: Object, Model: 30},
		{Name: "hbaseParams", Flag: "hbase-params", About: "What to look for in HBase.", Type: Object, Model: 31},
		{Name: "hdfsParams", Flag: "hdfs-params", About: "What to look for in HDFS.", Type: Object, Model: 32},
		{Name: "hiveParams", Flag: "hive-params", About: "What to look for in Hive.", Type: Object, Model: 33},
		{Name: "mongodbParams", Flag: "mongodb-params", About: "What to look for in MongoDB.", Type: Object, Model: 34},
		{Name: "msGroupsParams", Flag: "ms-groups-params", About: "What to look for in Microsoft 365 groups.", Type: Object, Model: 35},
		{Name: "msTeamsParams", Flag: "ms-teams-params", About: "What to look for in Microsoft Teams.", Type: Object, Model: 36},
		{Name: "oneDriveParams", Flag: "one-drive-params", About: "What to look for in OneDrive.", Type: Object, Model: 37},
		{Name: "publicFolderParams", Flag: "public-folder-params", About: "What to look for in public folders.", Type: Object, Model: 38},
		{Name: "sfdcParams", Flag: "sfdc-params", About: "What to look for in Salesforce.", Type: Object, Model: 39},
		{Name: "sharepointParams", Flag: "sharepoint-params", About: "What to look for in SharePoint.", Type: Object, Model: 37},
		{Name: "udaParams", Flag: "uda-params", About: "What to look for through universal data adapters.", Type: Object, Model: 40},
	},
	Answer: JSON,
}

// SearchObjects is GET /data-protect/search/objects: find objects on all sources, and show whether they are protected.
var SearchObjects = Operation{
	ID: "SearchObjects", Method: "GET", Path: "/data-protect/search/objects", Server: "instance", Base: "/v2", About: "Find objects on all sources, and show whether they are protected.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters."}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "Only these environments.", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "protectionTypes", Flag: "protection-types", About: "Only objects with these types of protection.", Lists: 1, Enum: []string{"kAgent", "kAuroraSnapshotManager", "kAwsAuroraPostgres", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAzureSQL", "kFile", "kNative", "kRDSSnapshotManager", "kSnapshotManager", "kVolume"}}},
		{In: Query, Field: Field{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "Only what belongs to these protection groups.", Lists: 1, Kind: "group"}},
		{In: Query, Field: Field{Name: "objectIds", Flag: "object-ids", About: "Only the objects with these ids.", Type: Integer, Lists: 1, Kind: "object"}},
		{In: Query, Field: Field{Name: "osTypes", Flag: "os-types", About: "Only objects with these operating systems.", Lists: 1, Enum: []string{"kLinux", "kWindows"}}},
		{In: Query, Field: Field{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"}},
		{In: Query, Field: Field{Name: "sourceUuids", Flag: "source-uuids", About: "Only what belongs to the sources with these UUIDs.", Lists: 1}},
		{In: Query, Field: Field{Name: "isProtected", Flag: "is-protected", About: "Only protected objects, or with =false unprotected ones.", Type: Boolean}},
		{In: Query, Field: Field{Name: "isDeleted", Flag: "is-deleted", About: "Only what has been deleted, or with =false what has not.", Type: Boolean}},
		{In: Query, Field: Field{Name: "lastRunStatusList", Flag: "last-run-status-list", About: "Only objects whose last run is in one of these states.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "Only objects of these clusters, as CLUSTER:INCARNATION.", Lists: 1}},
		{In: Query, Field: Field{Name: "includeDeletedObjects", Flag: "include-deleted-objects", About: "Also find objects that their source no longer has.", Type: Boolean}},
		{In: Query, Field: Field{Name: "paginationCookie", Flag: "pagination-cookie", About: "Go on behind the page that gave this cookie."}},
		{In: Query, Field: Field{Name: "count", Flag: "count", About: "The most results in one answer.", Type: Integer}},
		{In: Query, Field: Field{Name: "mustHaveTagIds", Flag: "must-have-tag-ids", About: "Only objects with all of these tags.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "mightHaveTagIds", Flag: "might-have-tag-ids", About: "Only objects with at least one of these tags.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "mustHaveSnapshotTagIds", Flag: "must-have-snapshot-tag-ids", About: "Only objects with snapshots that have all of these tags.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "mightHaveSnapshotTagIds", Flag: "might-have-snapshot-tag-ids", About: "Only objects with snapshots that have at least one of these tags.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "tagSearchName", Flag: "tag-search-name", About: "Only objects with a tag of such a name."}},
		{In: Query, Field: Field{Name: "tagNames", Flag: "tag-names", About: "Only objects with tags of these names.", Lists: 1}},
		{In: Query, Field: Field{Name: "tagTypes", Flag: "tag-types", About: "Only objects with these types of tags.", Lists: 1, Enum: []string{"Custom", "System", "ThirdParty"}}},
		{In: Query, Field: Field{Name: "tagCategories", Flag: "tag-categories", About: "Only objects with tags of these categories.", Lists: 1, Enum: []string{"Security"}}},
		{In: Query, Field: Field{Name: "tagSubCategories", Flag: "tag-sub-categories", About: "Only objects with tags of these subcategories.", Lists: 1, Enum: []string{"Anomalies", "Classification", "Dspm", "Threats"}}},
		{In: Query, Field: Field{Name: "includeHeliosTagInfoForObjects", Flag: "include-helios-tag-info-for-objects", About: "Also show the tags that the manager has for objects.", Type: Boolean}},
		{In: Query, Field: Field{Name: "externalFilters", Flag: "external-filters", About: "Only objects that pass these filters.", Lists: 1}},
	},
	Answer: JSON,
}

// SearchProtectedObjects is GET /data-protect/search/protected-objects: find protected objects and show their latest snapshots.
var SearchProtectedObjects = Operation{
	ID: "SearchProtectedObjects", Method: "GET", Path: "/data-protect/search/protected-objects", Server: "instance", Base: "/v2", About: "Find protected objects and show their latest snapshots.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters."}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "Only these environments.", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "snapshotActions", Flag: "snapshot-actions", About: "Only snapshots that allow one of these kinds of recovery.", Lists: 1, Enum: []string{"ConvertToPst", "DownloadChats", "DownloadFilesAndFolders", "InstantVolumeMount", "MountVolumes", "RecoverApps", "RecoverAurora", "RecoverAzureSQL", "RecoverFiles", "RecoverMailbox", "RecoverMailboxCSM", "RecoverMsGroup", "RecoverMsTeam", "RecoverNamespaces", "RecoverNasVolume", "RecoverObjects", "RecoverOneDrive", "RecoverOneDriveCSM", "RecoverPhysicalVolumes", "RecoverPublicFolders", "RecoverRDS", "RecoverRDSPostgres", "RecoverS3Buckets", "RecoverSanVolumes", "RecoverSfdcRecords", "RecoverSharePoint", "RecoverSharePointCSM", "RecoverSystem", "RecoverVApps", "RecoverVAppTemplates", "RecoverVmDisks", "RecoverVMs"}}},
		{In: Query, Field: Field{Name: "objectActionKey", Flag: "object-action-key", About: "Only objects of this kind.", Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "Only what belongs to these protection groups.", Lists: 1, Kind: "group"}},
		{In: Query, Field: Field{Name: "objectIds", Flag: "object-ids", About: "Only the objects with these ids.", Type: Integer, Lists: 1, Kind: "object"}},
		{In: Query, Field: Field{Name: "subResultSize", Flag: "sub-result-size", About: "The most objects from one source.", Type: Integer}},
		{In: Query, Field: Field{Name: "filterSnapshotFromUsecs", Flag: "filter-snapshot-from-usecs", About: "Only objects with a snapshot taken at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "filterSnapshotToUsecs", Flag: "filter-snapshot-to-usecs", About: "Only objects with a snapshot taken at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "osTypes", Flag: "os-types", About: "Only objects with these operating systems.", Lists: 1, Enum: []string{"kLinux", "kWindows"}}},
		{In: Query, Field: Field{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"}},
		{In: Query, Field: Field{Name: "runInstanceIds", Flag: "run-instance-ids", About: "Only what comes from the runs with these instance ids.", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "cdpProtectedOnly", Flag: "cdp-protected-only", About: "Only objects with continuous data protection.", Type: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "Let the service answer from its cache, which is quicker and may be older.", Type: Boolean}},
	},
	Answer: JSON,
}

// GetRestorePointsInTimeRange is POST /data-protect/snapshots/restore-points: list the moments in a range of time that can be restored.
var GetRestorePointsInTimeRange = Operation{
	ID: "GetRestorePointsInTimeRange", Method: "POST", Path: "/data-protect/snapshots/restore-points", Server: "instance", Base: "/v2", Reads: true, About: "List the moments in a range of time that can be restored.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "The end of the range.", Type: Integer, Required: true, Unit: UnixUsecs},
		{Name: "environment", Flag: "environment", About: "The environment of the objects.", Required: true, Enum: []string{"kAcropolis", "kAD", "kAWS", "kAzure", "kCassandra", "kCouchbase", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kO365", "kOracle", "kPhysical", "kPure", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kView", "kVMware"}},
		{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "The protection groups whose restore points are wanted.", Lists: 1, Required: true, Kind: "group"},
		{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "The beginning of the range.", Type: Integer, Required: true, Unit: UnixUsecs},
		{Name: "sourceId", Flag: "source-id", About: "Only the restore points of this object.", Type: Integer, Kind: "object"},
	},
	Answer: JSON,
}

// ConstructMetaInfo is POST /data-protect/snapshots/{snapshotId}/meta-info: get the details that a recovery from a snapshot starts with.
var ConstructMetaInfo = Operation{
	ID: "ConstructMetaInfo", Method: "POST", Path: "/data-protect/snapshots/{snapshotId}/meta-info", Server: "instance", Base: "/v2", Reads: true, About: "Get the details that a recovery from a snapshot starts with.",
	Params: []Param{
		{In: Path, Field: Field{Name: "snapshotId", Flag: "snapshot-id", About: "The snapshot, sent as it is typed.", Required: true, Kind: "snapshot"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "The environment of the snapshot.", Required: true, Enum: []string{"kAcropolis", "kAD", "kAuroraSnapshotManager", "kAWS", "kAwsAuroraPostgres", "kAwsDynamoDB", "kAWSNative", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAWSSnapshotManager", "kAzure", "kAzureEntraID", "kAzureNative", "kAzureSnapshotManager", "kAzureSQL", "kCassandra", "kCouchbase", "kDB2", "kElastifile", "kExchange", "kExperimentalAdapter", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperFlex", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kMongoDBPhysical", "kNetapp", "kNimble", "kO365", "kO365Exchange", "kO365ExchangeCSM", "kO365Group", "kO365OneDrive", "kO365OneDriveCSM", "kO365PublicFolders", "kO365Sharepoint", "kO365SharepointCSM", "kO365Teams", "kOracle", "kPhysical", "kPure", "kRDSSnapshotManager", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kVCD", "kView", "kVMware"}},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "What to ask about Kubernetes.", Type: Object, Model: 41},
		{Name: "oracleParams", Flag: "oracle-params", About: "What to ask about Oracle.", Type: Object, Model: 42},
		{Name: "sfdcParams", Flag: "sfdc-params", About: "What to ask about Salesforce.", Type: Object, Model: 43},
	},
	Answer: JSON,
}

// DownloadIndexedFile is GET /data-protect/snapshots/{snapshotsId}/download-file: download one file from a snapshot.
var DownloadIndexedFile = Operation{
	ID: "DownloadIndexedFile", Method: "GET", Path: "/data-protect/snapshots/{snapshotsId}/download-file", Server: "instance", Base: "/v2", About: "Download one file from a snapshot.",
	Params: []Param{
		{In: Path, Field: Field{Name: "snapshotsId", Flag: "snapshots-id", About: "The snapshot, sent as it is typed.", Required: true, Kind: "snapshot"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "filePath", Flag: "file-path", About: "The full path of the file on its host."}},
		{In: Query, Field: Field{Name: "nvramFile", Flag: "nvram-file", About: "Download the NVRAM file of a virtual machine.", Type: Boolean}},
		{In: Query, Field: Field{Name: "retryAttempt", Flag: "retry-attempt", About: "The number of this attempt at the download.", Type: Integer}},
		{In: Query, Field: Field{Name: "startOffset", Flag: "start-offset", About: "The first byte wanted; without it the whole file comes, in pieces.", Type: Integer, Unit: Bytes}},
		{In: Query, Field: Field{Name: "length", Flag: "length", About: "How many bytes are wanted, at most 8 MiB.", Type: Integer, Unit: Bytes}},
	},
	Answer: File,
}

// DeleteProtectionSourceRegistration is DELETE /data-protect/sources/registrations/{id}: remove the registration of a source.
var DeleteProtectionSourceRegistration = Operation{
	ID: "DeleteProtectionSourceRegistration", Method: "DELETE", Path: "/data-protect/sources/registrations/{id}", Server: "instance", Base: "/v2", About: "Remove the registration of a source.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// GetProtectionSourceRegistration is GET /data-protect/sources/registrations/{id}: show the registration of a source.
var GetProtectionSourceRegistration = Operation{
	ID: "GetProtectionSourceRegistration", Method: "GET", Path: "/data-protect/sources/registrations/{id}", Server: "instance", Base: "/v2", About: "Show the registration of a source.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
	},
	Answer: JSON,
}

// PatchProtectionSourceRegistration is PATCH /data-protect/sources/registrations/{id}: change part of a source's registration and show it.
var PatchProtectionSourceRegistration = Operation{
	ID: "PatchProtectionSourceRegistration", Method: "PATCH", Path: "/data-protect/sources/registrations/{id}", Server: "instance", Base: "/v2", About: "Change part of a source's registration and show it.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "The environment of the source.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
	},
	Answer: JSON,
}

// UpdateProtectionSourceRegistration is PUT /data-protect/sources/registrations/{id}: replace the registration of a source.
var UpdateProtectionSourceRegistration = Operation{
	ID: "UpdateProtectionSourceRegistration", Method: "PUT", Path: "/data-protect/sources/registrations/{id}", Server: "instance", Base: "/v2", About: "Replace the registration of a source.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "The kind of source.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "name", Flag: "name", About: "A name for the source."},
		{Name: "isInternalEncrypted", Flag: "is-internal-encrypted", About: "Whether credentials are encrypted with the service's own key.", Type: Boolean},
		{Name: "encryptionKey", Flag: "encryption-key", About: "The key that credentials are encrypted with: @FILE, - or a prompt keep it off the command line.", Secret: true},
		{Name: "connectionId", Flag: "connection-id", About: "The connection through which the source is reached.", Type: Integer, Kind: "connection"},
		{Name: "connections", Flag: "connections", About: "The connections through which the source is reached, when there are several.", Type: Object, Model: 44, Lists: 1},
		{Name: "connectorGroupId", Flag: "connector-group-id", About: "The group of connectors that serve the source.", Type: Integer},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "Special settings, as keys and values.", Type: Object, Model: 16, Lists: 1},
		{Name: "dataSourceConnectionId", Flag: "data-source-connection-id", About: "The connection through which the source is reached, as text.", Kind: "connection"},
		{Name: "lastModifiedTimestampUsecs", Flag: "last-modified-timestamp-usecs", About: "The change that the update is based on.", Type: Integer, Unit: UnixUsecs},
		{Name: "physicalParams", Flag: "physical-params", About: "How to reach a host.", Type: Object, Model: 45},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "How to reach a Kubernetes cluster.", Type: Object, Model: 46},
	},
	Answer: JSON,
}

// GetSourceRegistrations is GET /data-protect/sources/registrations: list the registered sources.
var GetSourceRegistrations = Operation{
	ID: "GetSourceRegistrations", Method: "GET", Path: "/data-protect/sources/registrations", Server: "instance", Base: "/v2", About: "List the registered sources.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "Only what has one of these ids.", Type: Integer, Lists: 1, Kind: "source"}},
		{In: Query, Field: Field{Name: "includeSourceCredentials", Flag: "include-source-credentials", About: "Also show credentials, encrypted with --encryption-key.", Type: Boolean}},
		{In: Query, Field: Field{Name: "encryptionKey", Flag: "encryption-key", About: "The key to encrypt credentials with: @FILE, - or a prompt keep it off the command line.", Secret: true}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "Let the service answer from its cache, which is quicker and may be older.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeExternalMetadata", Flag: "include-external-metadata", About: "Also show metadata such as maintenance windows.", Type: Boolean}},
		{In: Query, Field: Field{Name: "ignoreTenantMigrationInProgressCheck", Flag: "ignore-tenant-migration-in-progress-check", About: "Answer even while the tenant is being moved.", Type: Boolean}},
	},
	Answer: JSON,
}

// RegisterProtectionSource is POST /data-protect/sources/registrations: register a host or cluster as a source.
var RegisterProtectionSource = Operation{
	ID: "RegisterProtectionSource", Method: "POST", Path: "/data-protect/sources/registrations", Server: "instance", Base: "/v2", About: "Register a host or cluster as a source.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "The kind of source.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "name", Flag: "name", About: "A name for the source."},
		{Name: "isInternalEncrypted", Flag: "is-internal-encrypted", About: "Whether credentials are encrypted with the service's own key.", Type: Boolean},
		{Name: "encryptionKey", Flag: "encryption-key", About: "The key that credentials are encrypted with: @FILE, - or a prompt keep it off the command line.", Secret: true},
		{Name: "connectionId", Flag: "connection-id", About: "The connection through which the source is reached.", Type: Integer, Kind: "connection"},
		{Name: "connections", Flag: "connections", About: "The connections through which the source is reached, when there are several.", Type: Object, Model: 44, Lists: 1},
		{Name: "connectorGroupId", Flag: "connector-group-id", About: "The group of connectors that serve the source.", Type: Integer},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "Special settings, as keys and values.", Type: Object, Model: 16, Lists: 1},
		{Name: "dataSourceConnectionId", Flag: "data-source-connection-id", About: "The connection through which the source is reached, as text.", Kind: "connection"},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "How to reach a Kubernetes cluster.", Type: Object, Model: 46},
		{Name: "physicalParams", Flag: "physical-params", About: "How to reach a host.", Type: Object, Model: 45},
	},
	Answer: JSON,
}

// RefreshProtectionSourceByID is POST /data-protect/sources/{id}/refresh: look again at what a source holds.
var RefreshProtectionSourceByID = Operation{
	ID: "RefreshProtectionSourceByID", Method: "POST", Path: "/data-protect/sources/{id}/refresh", Server: "instance", Base: "/v2", About: "Look again at what a source holds.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// GenerateDataSourceConnectionRegistrationToken is POST /data-source-connections/{connectionId}/registrationToken: generate a token that registers connectors, and show it.
var GenerateDataSourceConnectionRegistrationToken = Operation{
	ID: "GenerateDataSourceConnectionRegistrationToken", Method: "POST", Path: "/data-source-connections/{connectionId}/registrationToken", Server: "instance", Base: "/v2", About: "Generate a token that registers connectors, and show it.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectionId", Flag: "connection-id", About: "The connection, sent as it is typed.", Required: true, Kind: "connection"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Answer: JSON,
	Secret: true,
}

// DeleteDataSourceConnection is DELETE /data-source-connections/{connectionId}: delete a connection.
var DeleteDataSourceConnection = Operation{
	ID: "DeleteDataSourceConnection", Method: "DELETE", Path: "/data-source-connections/{connectionId}", Server: "instance", Base: "/v2", About: "Delete a connection.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectionId", Flag: "connection-id", About: "The connection, sent as it is typed.", Required: true, Kind: "connection"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// PatchDataSourceConnection is PATCH /data-source-connections/{connectionId}: rename a connection and show it.
var PatchDataSourceConnection = Operation{
	ID: "PatchDataSourceConnection", Method: "PATCH", Path: "/data-source-connections/{connectionId}", Server: "instance", Base: "/v2", About: "Rename a connection and show it.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectionId", Flag: "connection-id", About: "The connection, sent as it is typed.", Required: true, Kind: "connection"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "connectionName", Flag: "connection-name", About: "The new name.", Required: true},
	},
	Answer: JSON,
}

// GetDataSourceConnections is GET /data-source-connections: list the connections.
var GetDataSourceConnections = Operation{
	ID: "GetDataSourceConnections", Method: "GET", Path: "/data-source-connections", Server: "instance", Base: "/v2", About: "List the connections.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "connectionIds", Flag: "connection-ids", About: "Only these connections.", Lists: 1, Kind: "connection"}},
		{In: Query, Field: Field{Name: "connectionNames", Flag: "connection-names", About: "Only connections with one of these names.", Lists: 1}},
	},
	Answer: JSON,
}

// CreateDataSourceConnection is POST /data-source-connections: create a connection.
var CreateDataSourceConnection = Operation{
	ID: "CreateDataSourceConnection", Method: "POST", Path: "/data-source-connections", Server: "instance", Base: "/v2", About: "Create a connection.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "connectionName", Flag: "connection-name", About: "The name of the connection.", Required: true},
		{Name: "connectionEnvType", Flag: "connection-env-type", About: "The environment that the connection is for.", Enum: []string{"kIksClassic", "kIksVpc", "kRoksClassic", "kRoksVpc"}},
	},
	Answer: JSON,
}

// GetConnectorMetadata is GET /data-source-connectors/metadata: show where connector images are and how to install them.
var GetConnectorMetadata = Operation{
	ID: "GetConnectorMetadata", Method: "GET", Path: "/data-source-connectors/metadata", Server: "instance", Base: "/v2", About: "Show where connector images are and how to install them.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Answer: JSON,
}

// DeleteDataSourceConnector is DELETE /data-source-connectors/{connectorId}: delete a connector.
var DeleteDataSourceConnector = Operation{
	ID: "DeleteDataSourceConnector", Method: "DELETE", Path: "/data-source-connectors/{connectorId}", Server: "instance", Base: "/v2", About: "Delete a connector.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectorId", Flag: "connector-id", About: "The connector, sent as it is typed.", Required: true, Kind: "connector"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
}

// PatchDataSourceConnector is PATCH /data-source-connectors/{connectorId}: rename a connector and show it.
var PatchDataSourceConnector = Operation{
	ID: "PatchDataSourceConnector", Method: "PATCH", Path: "/data-source-connectors/{connectorId}", Server: "instance", Base: "/v2", About: "Rename a connector and show it.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectorId", Flag: "connector-id", About: "The connector, sent as it is typed.", Required: true, Kind: "connector"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
	},
	Body: []Field{
		{Name: "connectorName", Flag: "connector-name", About: "The new name."},
	},
	Answer: JSON,
}

// GetDataSourceConnectors is GET /data-source-connectors: list the connectors and whether they are connected.
var GetDataSourceConnectors = Operation{
	ID: "GetDataSourceConnectors", Method: "GET", Path: "/data-source-connectors", Server: "instance", Base: "/v2", About: "List the connectors and whether they are connected.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "connectorIds", Flag: "connector-ids", About: "Only these connectors.", Lists: 1, Kind: "connector"}},
		{In: Query, Field: Field{Name: "connectorNames", Flag: "connector-names", About: "Only connectors with one of these names.", Lists: 1}},
		{In: Query, Field: Field{Name: "connectionId", Flag: "connection-id", About: "The connection, sent as it is typed.", Kind: "connection"}},
	},
	Answer: JSON,
}

// ListProtectionSourcesRegistrationInfo is GET /irisservices/api/v1/public/protectionSources/registrationInfo: show how sources are registered and how much of them is protected.
var ListProtectionSourcesRegistrationInfo = Operation{
	ID: "ListProtectionSourcesRegistrationInfo", Method: "GET", Path: "/irisservices/api/v1/public/protectionSources/registrationInfo", Server: "instance", Base: "", About: "Show how sources are registered and how much of them is protected.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics."}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "Only these environments.", Lists: 1, Enum: []string{"kAcropolis", "kAWS", "kAWSNative", "kAwsS3", "kAzure", "kCassandra", "kCouchbase", "kExchange", "kFlashBlade", "kGCP", "kGCPNative", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperFlex", "kHyperV", "kHyperVVSS", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kO365", "kO365Outlook", "kOracle", "kPhysical", "kPhysicalFiles", "kPuppeteer", "kPure", "kSQL", "kUDA", "kVCD", "kView", "kVMware"}}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "Only what has one of these ids.", Type: Integer, Lists: 1, Kind: "source"}},
		{In: Query, Field: Field{Name: "includeEntityPermissionInfo", Flag: "include-entity-permission-info", About: "Also show who may use each source.", Type: Boolean}},
		{In: Query, Field: Field{Name: "sids", Flag: "sids", About: "Only what the principals with these security ids may see.", Lists: 1}},
		{In: Query, Field: Field{Name: "includeSourceCredentials", Flag: "include-source-credentials", About: "Also show credentials, encrypted with --encryption-key.", Type: Boolean}},
		{In: Query, Field: Field{Name: "encryptionKey", Flag: "encryption-key", About: "The key to encrypt credentials with: @FILE, - or a prompt keep it off the command line.", Secret: true}},
		{In: Query, Field: Field{Name: "includeApplicationsTreeInfo", Flag: "include-applications-tree-info", About: "Also show the trees of registered applications.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneNonCriticalInfo", Flag: "prune-non-critical-info", About: "Leave out details that are seldom needed.", Type: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "Let the service answer from its cache, which is quicker and may be older.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeExternalMetadata", Flag: "include-external-metadata", About: "Also show metadata such as maintenance windows.", Type: Boolean}},
		{In: Query, Field: Field{Name: "maintenanceStatus", Flag: "maintenance-status", About: "Only sources in this state of maintenance.", Enum: []string{"NotConfigured", "ScheduledMaintenance", "UnderMaintenance"}}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "Only what belongs to these tenants.", Lists: 1}},
		{In: Query, Field: Field{Name: "allUnderHierarchy", Flag: "all-under-hierarchy", About: "Also show what belongs to the tenants below this one.", Type: Boolean}},
	},
	Answer: JSON,
}

// ListProtectionSources is GET /irisservices/api/v1/public/protectionSources: list the sources with the objects below them, as a tree.
var ListProtectionSources = Operation{
	ID: "ListProtectionSources", Method: "GET", Path: "/irisservices/api/v1/public/protectionSources", Server: "instance", Base: "", About: "List the sources with the objects below them, as a tree.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "excludeOffice365Types", Flag: "exclude-office365-types", About: "Leave out these types of Microsoft 365 objects.", Lists: 1, Enum: []string{"kDomain", "kGroup", "kGroups", "kMailbox", "kOutlook", "kSite", "kSites", "kUser", "kUsers"}}},
		{In: Query, Field: Field{Name: "getTeamsChannels", Flag: "get-teams-channels", About: "Also show the channels of Microsoft Teams.", Type: Boolean}},
		{In: Query, Field: Field{Name: "afterCursorEntityId", Flag: "after-cursor-entity-id", About: "Only objects behind the one with this id.", Type: Integer, Kind: "object"}},
		{In: Query, Field: Field{Name: "beforeCursorEntityId", Flag: "before-cursor-entity-id", About: "Only objects in front of the one with this id.", Type: Integer, Kind: "object"}},
		{In: Query, Field: Field{Name: "nodeId", Flag: "node-id", About: "The node whose objects are listed page by page.", Type: Integer, Kind: "object"}},
		{In: Query, Field: Field{Name: "pageSize", Flag: "page-size", About: "How many objects a page has.", Type: Integer}},
		{In: Query, Field: Field{Name: "hasValidMailbox", Flag: "has-valid-mailbox", About: "Only users with a mailbox.", Type: Boolean}},
		{In: Query, Field: Field{Name: "hasValidOnedrive", Flag: "has-valid-onedrive", About: "Only users with a OneDrive.", Type: Boolean}},
		{In: Query, Field: Field{Name: "isSecurityGroup", Flag: "is-security-group", About: "Only security groups.", Type: Boolean}},
		{In: Query, Field: Field{Name: "id", Flag: "id", About: "The id, sent as it is typed.", Type: Integer, Kind: "source"}},
		{In: Query, Field: Field{Name: "numLevels", Flag: "num-levels", About: "How many levels of the tree to show.", Type: Number}},
		{In: Query, Field: Field{Name: "excludeTypes", Flag: "exclude-types", About: "Leave out these types of VMware objects.", Lists: 1, Enum: []string{"kClusterComputeResource", "kComputeResource", "kDatacenter", "kDatastore", "kDistributedVirtualPortgroup", "kFolder", "kHostSystem", "kNetwork", "kResourcePool", "kStandaloneHost", "kStoragePod", "kTag", "kTagCategory", "kVCenter", "kVirtualApp", "kVirtualMachine"}}},
		{In: Query, Field: Field{Name: "excludeAwsTypes", Flag: "exclude-aws-types", About: "Leave out these types of AWS objects.", Lists: 1, Enum: []string{"kAuroraCluster", "kAuroraTag", "kEC2Instance", "kRDSInstance", "kRDSTag", "kS3Bucket", "kS3Tag", "kTag"}}},
		{In: Query, Field: Field{Name: "excludeKubernetesTypes", Flag: "exclude-kubernetes-types", About: "Leave out these types of Kubernetes objects.", Lists: 1, Enum: []string{"kService"}}},
		{In: Query, Field: Field{Name: "includeDatastores", Flag: "include-datastores", About: "Also show datastores.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeNetworks", Flag: "include-networks", About: "Also show networks.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeVMFolders", Flag: "include-vm-folders", About: "Also show folders of virtual machines.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeSfdcFields", Flag: "include-sfdc-fields", About: "Also show the fields of Salesforce objects.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeSystemVApps", Flag: "include-system-v-apps", About: "Also show system vApps.", Type: Boolean}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "Only these environments.", Lists: 1, Enum: []string{"kAcropolis", "kAD", "kAgent", "kAWS", "kAWSNative", "kAwsS3", "kAzure", "kAzureNative", "kCassandra", "kCouchbase", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGCPNative", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHyperFlex", "kHyperV", "kHyperVVSS", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kNimble", "kO365", "kO365Outlook", "kOracle", "kPhysical", "kPhysicalFiles", "kPuppeteer", "kPure", "kRDSSnapshotManager", "KSfdc", "kSQL", "kUDA", "kView", "kVMware"}}},
		{In: Query, Field: Field{Name: "environment", Flag: "environment", About: "Only sources of this environment."}},
		{In: Query, Field: Field{Name: "includeEntityPermissionInfo", Flag: "include-entity-permission-info", About: "Also show who may use each source.", Type: Boolean}},
		{In: Query, Field: Field{Name: "sids", Flag: "sids", About: "Only what the principals with these security ids may see.", Lists: 1}},
		{In: Query, Field: Field{Name: "includeSourceCredentials", Flag: "include-source-credentials", About: "Also show credentials, encrypted with --encryption-key.", Type: Boolean}},
		{In: Query, Field: Field{Name: "encryptionKey", Flag: "encryption-key", About: "The key to encrypt credentials with: @FILE, - or a prompt keep it off the command line.", Secret: true}},
		{In: Query, Field: Field{Name: "includeObjectProtectionInfo", Flag: "include-object-protection-info", About: "Also show how each object is protected.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneNonCriticalInfo", Flag: "prune-non-critical-info", About: "Leave out details that are seldom needed.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneAggregationInfo", Flag: "prune-aggregation-info", About: "Leave out the sums over the tree.", Type: Boolean}},
		{In: Query, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "Who makes the request, for the service's statistics."}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "Let the service answer from its cache, which is quicker and may be older.", Type: Boolean}},
		{In: Query, Field: Field{Name: "allUnderHierarchy", Flag: "all-under-hierarchy", About: "Also show what belongs to the tenants below this one.", Type: Boolean}},
	},
	Answer: JSON,
}

// ListConnectorAgents is GET /connector-agents: list the connector agents.
var ListConnectorAgents = Operation{
	ID: "ListConnectorAgents", Method: "GET", Path: "/connector-agents", Server: "instance", Base: "/v2", About: "List the connector agents.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "The tenant to work for; found with the instance when it is not given."}},
		{In: Query, Field: Field{Name: "tenantId", Flag: "tenant-id", About: "The tenant whose connector agents are listed.", Required: true}},
		{In: Query, Field: Field{Name: "connectionNames", Flag: "connection-names", About: "Only connections with one of these names.", Lists: 1}},
		{In: Query, Field: Field{Name: "connectionIds", Flag: "connection-ids", About: "Only these connections.", Type: Integer, Lists: 1, Kind: "connection"}},
	},
	Answer: JSON,
}

// GetConnectorAgentConfig is GET /connector-agents/config: show the configuration for connector agents.
var GetConnectorAgentConfig = Operation{
	ID: "GetConnectorAgentConfig", Method: "GET", Path: "/connector-agents/config", Server: "instance", Base: "/v2", About: "Show the configuration for connector agents.",
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
		{Name: "packageType", Flag: "package-type", About: "The kind of package for Linux.", Required: true, Enum: []string{"kDEB", "kPowerPCRPM", "kRPM", "kScript", "kSuseRPM"}},
	}},
	1: {Name: "BackupPolicy", Fields: []Field{
		{Name: "regular", Flag: "regular", About: "Schedule and retention of regular backups.", Type: Object, Model: 47, Required: true},
		{Name: "log", Flag: "log", About: "Schedule and retention of log backups.", Type: Object, Model: 48},
		{Name: "bmr", Flag: "bmr", About: "Schedule and retention of bare-metal backups.", Type: Object, Model: 49},
		{Name: "cdp", Flag: "cdp", About: "Settings of continuous data protection.", Type: Object, Model: 50},
		{Name: "storageArraySnapshot", Flag: "storage-array-snapshot", About: "Schedule and retention of snapshots on storage arrays.", Type: Object, Model: 51},
		{Name: "runTimeouts", Flag: "run-timeouts", About: "How long runs may take before they are canceled, by type.", Type: Object, Model: 52, Lists: 1},
	}},
	2: {Name: "BlackoutWindow", Fields: []Field{
		{Name: "day", Flag: "day", Required: true, Enum: []string{"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"}},
		{Name: "startTime", Flag: "start-time", Type: Object, Model: 13, Required: true},
		{Name: "endTime", Flag: "end-time", Type: Object, Model: 13, Required: true},
		{Name: "configId", Flag: "config-id"},
	}},
	3: {Name: "ExtendedRetentionPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 53, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
		{Name: "runType", Flag: "run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "configId", Flag: "config-id"},
	}},
	4: {Name: "TargetsConfiguration", Fields: []Field{
		{Name: "replicationTargets", Flag: "replication-targets", About: "Where to replicate to.", Type: Object, Model: 55, Lists: 1},
		{Name: "archivalTargets", Flag: "archival-targets", About: "Where to archive to.", Type: Object, Model: 56, Lists: 1},
		{Name: "cloudSpinTargets", Flag: "cloud-spin-targets", About: "Which clouds to copy to.", Type: Object, Model: 57, Lists: 1},
		{Name: "onpremDeployTargets", Flag: "onprem-deploy-targets", About: "Where to deploy copies on premises.", Type: Object, Model: 58, Lists: 1},
		{Name: "rpaasTargets", Flag: "rpaas-targets", About: "Which vaults of the service to copy to.", Type: Object, Model: 59, Lists: 1},
	}},
	5: {Name: "CascadedTargetConfiguration", Fields: []Field{
		{Name: "sourceClusterId", Flag: "source-cluster-id", Type: Integer, Required: true},
		{Name: "remoteTargets", Flag: "remote-targets", Type: Object, Model: 4, Required: true},
	}},
	6: {Name: "RetryOptions", Fields: []Field{
		{Name: "retries", Flag: "retries", About: "How often to try a failed run again.", Type: Integer},
		{Name: "retryIntervalMins", Flag: "retry-interval-mins", About: "How long to wait before trying again, in minutes.", Type: Integer, Unit: SpanMins},
	}},
	7: {Name: "PauseProtectionRunActionParams", Fields: []Field{
		{Name: "runId", Flag: "run-id", Required: true, Kind: "run"},
	}},
	8: {Name: "ResumeProtectionRunActionParams", Fields: []Field{
		{Name: "runId", Flag: "run-id", Required: true, Kind: "run"},
	}},
	9: {Name: "CancelProtectionGroupRunRequest", Fields: []Field{
		{Name: "runId", Flag: "run-id", Required: true, Kind: "run"},
		{Name: "localTaskId", Flag: "local-task-id"},
		{Name: "objectIds", Flag: "object-ids", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "replicationTaskId", Flag: "replication-task-id", Lists: 1},
		{Name: "archivalTaskId", Flag: "archival-task-id", Lists: 1},
		{Name: "cloudSpinTaskId", Flag: "cloud-spin-task-id", Lists: 1},
	}},
	10: {Name: "RunObject", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "appIds", Flag: "app-ids", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "physicalParams", Flag: "physical-params", Type: Object, Model: 60},
	}},
	11: {Name: "RunTargetsConfiguration", Fields: []Field{
		{Name: "usePolicyDefaults", Flag: "use-policy-defaults", About: "Copy to the targets that the policy names.", Type: Boolean},
		{Name: "replications", Flag: "replications", About: "Where to replicate this run to.", Type: Object, Model: 61, Lists: 1},
		{Name: "archivals", Flag: "archivals", About: "Where to archive this run to.", Type: Object, Model: 62, Lists: 1},
		{Name: "cloudReplications", Flag: "cloud-replications", About: "Which clouds to copy this run to.", Type: Object, Model: 63, Lists: 1},
	}},
	12: {Name: "UpdateProtectionGroupRunParams", Fields: []Field{
		{Name: "runId", Flag: "run-id", Required: true, Kind: "run"},
		{Name: "localSnapshotConfig", Flag: "local-snapshot-config", Type: Object, Model: 64},
		{Name: "replicationSnapshotConfig", Flag: "replication-snapshot-config", Type: Object, Model: 65},
		{Name: "archivalSnapshotConfig", Flag: "archival-snapshot-config", Type: Object, Model: 66},
	}},
	13: {Name: "TimeOfDay", Fields: []Field{
		{Name: "hour", Flag: "hour", About: "The hour, 0 to 23.", Type: Integer, Required: true},
		{Name: "minute", Flag: "minute", About: "The minute, 0 to 59.", Type: Integer, Required: true},
		{Name: "timeZone", Flag: "time-zone", About: "The time zone, such as Europe/Berlin."},
	}},
	14: {Name: "ProtectionGroupAlertingPolicy", Fields: []Field{
		{Name: "backupRunStatus", Flag: "backup-run-status", About: "Which ends of a run raise an alert.", Lists: 1, Required: true, Enum: []string{"kFailure", "kSlaViolation", "kSuccess", "kWarning"}},
		{Name: "alertTargets", Flag: "alert-targets", About: "Who gets the alerts.", Type: Object, Model: 67, Lists: 1},
		{Name: "raiseObjectLevelFailureAlert", Flag: "raise-object-level-failure-alert", About: "Raise an alert for each object that fails.", Type: Boolean},
		{Name: "raiseObjectLevelFailureAlertAfterLastAttempt", Flag: "raise-object-level-failure-alert-after-last-attempt", About: "Raise an alert for an object when its last attempt has failed.", Type: Boolean},
		{Name: "raiseObjectLevelFailureAlertAfterEachAttempt", Flag: "raise-object-level-failure-alert-after-each-attempt", About: "Raise an alert for an object at each failed attempt.", Type: Boolean},
	}},
	15: {Name: "SlaRule", Fields: []Field{
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"kFull", "kIncremental", "kLog"}},
		{Name: "slaMinutes", Flag: "sla-minutes", Type: Integer, Unit: SpanMins},
	}},
	16: {Name: "KeyValuePair", Fields: []Field{
		{Name: "key", Flag: "key", Required: true},
		{Name: "value", Flag: "value", Required: true},
	}},
	17: {Name: "PhysicalProtectionGroupParams", Fields: []Field{
		{Name: "protectionType", Flag: "protection-type", About: "Whether to back up files or volumes.", Required: true, Enum: []string{"kFile", "kVolume"}},
		{Name: "volumeProtectionTypeParams", Flag: "volume-protection-type-params", About: "What to back up by volumes.", Type: Object, Model: 68},
		{Name: "fileProtectionTypeParams", Flag: "file-protection-type-params", About: "What to back up by files.", Type: Object, Model: 69},
	}},
	18: {Name: "MSSQLProtectionGroupParams", Fields: []Field{
		{Name: "fileProtectionTypeParams", Flag: "file-protection-type-params", About: "What to back up by files.", Type: Object, Model: 70},
		{Name: "nativeProtectionTypeParams", Flag: "native-protection-type-params", About: "What to back up with SQL Server's own means.", Type: Object, Model: 71},
		{Name: "protectionType", Flag: "protection-type", About: "How to back up the databases.", Required: true, Enum: []string{"kFile", "kNative", "kVolume"}},
		{Name: "volumeProtectionTypeParams", Flag: "volume-protection-type-params", About: "What to back up by volumes.", Type: Object, Model: 72},
	}},
	19: {Name: "KubernetesProtectionGroupParams", Fields: []Field{
		{Name: "enableIndexing", Flag: "enable-indexing", About: "Index the files, so that they can be found.", Type: Boolean},
		{Name: "excludeLabelIds", Flag: "exclude-label-ids", About: "Leave out what has one of these sets of labels.", Type: Integer, Lists: 2},
		{Name: "excludeObjectIds", Flag: "exclude-object-ids", About: "Leave out these objects.", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "excludeParams", Flag: "exclude-params", About: "Leave out what passes this filter.", Type: Object, Model: 73},
		{Name: "includeParams", Flag: "include-params", About: "Take what passes this filter.", Type: Object, Model: 73},
		{Name: "labelIds", Flag: "label-ids", About: "Take what has one of these sets of labels.", Type: Integer, Lists: 2},
		{Name: "leverageCSISnapshot", Flag: "leverage-csi-snapshot", About: "Use snapshots of the storage driver (CSI).", Type: Boolean},
		{Name: "nonSnapshotBackup", Flag: "non-snapshot-backup", About: "Back up without snapshots.", Type: Boolean},
		{Name: "objects", Flag: "objects", About: "The namespaces and volumes to back up.", Type: Object, Model: 74, Lists: 1},
		{Name: "snapshotTimeoutSeconds", Flag: "snapshot-timeout-seconds", About: "How long to wait for a snapshot, in seconds.", Type: Integer},
		{Name: "sourceId", Flag: "source-id", About: "The cluster that the objects belong to.", Type: Integer, Kind: "source"},
		{Name: "sourceName", Flag: "source-name", About: "The name of that cluster."},
		{Name: "vlanParams", Flag: "vlan-params", About: "Which VLAN to use.", Type: Object, Model: 75},
		{Name: "volumeBackupFailure", Flag: "volume-backup-failure", About: "Fail the run when a volume cannot be backed up.", Type: Boolean},
	}},
	20: {Name: "CommonRecoverObjectSnapshotParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", About: "The snapshot to recover from.", Required: true, Kind: "snapshot"},
		{Name: "pointInTimeUsecs", Flag: "point-in-time-usecs", About: "The moment to recover to, between snapshots with logs.", Type: Integer, Unit: UnixUsecs},
		{Name: "protectionGroupId", Flag: "protection-group-id", About: "The protection group that made the snapshot.", Kind: "group"},
		{Name: "protectionGroupName", Flag: "protection-group-name", About: "The name of that protection group."},
		{Name: "snapshotCreationTimeUsecs", About: "When the snapshot was taken.", Type: Integer, Unit: UnixUsecs},
		{Name: "objectInfo", About: "The object in the snapshot.", Type: Object, Model: 76},
		{Name: "snapshotTargetType", About: "Where the snapshot is kept.", Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}},
		{Name: "archivalTargetInfo", About: "The archive that holds the snapshot.", Type: Object, Model: 77},
		{Name: "progressTaskId", About: "The task that shows the progress."},
		{Name: "recoverFromStandby", Flag: "recover-from-standby", About: "Recover from a standby copy.", Type: Boolean},
		{Name: "status", About: "The state of the recovery.", Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}},
		{Name: "startTimeUsecs", About: "When it started.", Type: Integer, Unit: UnixUsecs},
		{Name: "endTimeUsecs", About: "When it ended.", Type: Integer, Unit: UnixUsecs},
		{Name: "messages", About: "What went wrong.", Lists: 1},
		{Name: "bytesRestored", About: "How many bytes have been recovered.", Type: Integer},
	}},
	21: {Name: "FilesAndFoldersObject", Fields: []Field{
		{Name: "absolutePath", Flag: "absolute-path", Required: true},
		{Name: "isDirectory", Flag: "is-directory", Type: Boolean},
	}},
	22: {Name: "DocumentObject", Fields: []Field{
		{Name: "isDirectory", Flag: "is-directory", Type: Boolean},
		{Name: "itemId", Flag: "item-id", Required: true},
	}},
	23: {Name: "RecoverPhysicalParams", Fields: []Field{
		{Name: "objects", Flag: "objects", About: "The snapshots to recover from.", Type: Object, Model: 20, Lists: 1, Required: true},
		{Name: "recoveryAction", Flag: "recovery-action", About: "What kind of recovery it is.", Required: true, Enum: []string{"InstantVolumeMount", "RecoverFiles", "RecoverPhysicalVolumes", "RecoverSystem"}},
		{Name: "recoverVolumeParams", Flag: "recover-volume-params", About: "Which volumes to recover, and where to.", Type: Object, Model: 78},
		{Name: "mountVolumeParams", Flag: "mount-volume-params", About: "Which volumes to mount, and where.", Type: Object, Model: 79},
		{Name: "recoverFileAndFolderParams", Flag: "recover-file-and-folder-params", About: "Which files and folders to recover, and where to.", Type: Object, Model: 80},
		{Name: "downloadFileAndFolderParams", Flag: "download-file-and-folder-params", About: "Which files and folders to pack for download.", Type: Object, Model: 81},
		{Name: "systemRecoveryParams", Flag: "system-recovery-params", About: "Where to put what a recovery of the whole system needs.", Type: Object, Model: 82},
	}},
	24: {Name: "RecoveryRequestParamsKubernetesParams", Fields: []Field{
		{Name: "downloadFileAndFolderParams", Flag: "download-file-and-folder-params", About: "Which files and folders to pack for download.", Type: Object, Model: 83},
		{Name: "objects", Flag: "objects", About: "The snapshots to recover from.", Type: Object, Model: 20, Lists: 1},
		{Name: "recoverFileAndFolderParams", Flag: "recover-file-and-folder-params", About: "Which files and folders to recover, and where to.", Type: Object, Model: 84},
		{Name: "recoverNamespaceParams", Flag: "recover-namespace-params", About: "Which namespaces to recover, and where to.", Type: Object, Model: 85},
		{Name: "recoveryAction", Flag: "recovery-action", About: "What kind of recovery it is.", Required: true, Enum: []string{"DownloadFilesAndFolders", "RecoverFiles", "RecoverNamespaces"}},
	}},
	25: {Name: "RecoverSqlParams", Fields: []Field{
		{Name: "recoverAppParams", Flag: "recover-app-params", About: "Which databases to recover, and where to.", Type: Object, Model: 86, Lists: 1},
		{Name: "recoveryAction", Flag: "recovery-action", About: "What kind of recovery it is.", Required: true, Enum: []string{"CloneApps", "RecoverApps"}},
		{Name: "vlanConfig", Flag: "vlan-config", About: "Which VLAN to use.", Type: Object, Model: 87},
	}},
	26: {Name: "CassandraOnPremSearchParams", Fields: []Field{
		{Name: "cassandraObjectTypes", Flag: "cassandra-object-types", About: "Only these types of Cassandra objects.", Lists: 1, Required: true, Enum: []string{"CassandraKeyspaces", "CassandraTables"}},
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"},
	}},
	27: {Name: "CouchBaseOnPremSearchParams", Fields: []Field{
		{Name: "couchbaseObjectTypes", Flag: "couchbase-object-types", About: "Only these types of Couchbase objects.", Lists: 1, Required: true, Enum: []string{"CouchbaseBuckets"}},
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"},
	}},
	28: {Name: "SearchEmailRequestParams", Fields: []Field{
		{Name: "attendeesAddresses", Flag: "attendees-addresses", About: "Only meetings with these attendees.", Lists: 1},
		{Name: "bccRecipientAddresses", Flag: "bcc-recipient-addresses", About: "Only mail with these blind-copy recipients.", Lists: 1},
		{Name: "ccRecipientAddresses", Flag: "cc-recipient-addresses", About: "Only mail with these copy recipients.", Lists: 1},
		{Name: "createdEndTimeSecs", Flag: "created-end-time-secs", About: "Only what was created at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "createdStartTimeSecs", Flag: "created-start-time-secs", About: "Only what was created at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "dueDateEndTimeSecs", Flag: "due-date-end-time-secs", About: "Only tasks due at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "dueDateStartTimeSecs", Flag: "due-date-start-time-secs", About: "Only tasks due at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "emailAddress", Flag: "email-address", About: "Only contacts with this address."},
		{Name: "emailSubject", Flag: "email-subject", About: "Only mail with such a subject."},
		{Name: "firstName", Flag: "first-name", About: "Only contacts with this first name."},
		{Name: "folderNames", Flag: "folder-names", About: "Only what is in these folders.", Lists: 1},
		{Name: "hasAttachment", Flag: "has-attachment", About: "Only what has an attachment, or with =false has none.", Type: Boolean},
		{Name: "lastModifiedEndTimeSecs", Flag: "last-modified-end-time-secs", About: "Only what was changed at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "lastModifiedStartTimeSecs", Flag: "last-modified-start-time-secs", About: "Only what was changed at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "lastName", Flag: "last-name", About: "Only contacts with this last name."},
		{Name: "middleName", Flag: "middle-name", About: "Only contacts with this middle name."},
		{Name: "organizerAddress", Flag: "organizer-address", About: "Only meetings with this organizer."},
		{Name: "receivedEndTimeSecs", Flag: "received-end-time-secs", About: "Only mail received at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "receivedStartTimeSecs", Flag: "received-start-time-secs", About: "Only mail received at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "recipientAddresses", Flag: "recipient-addresses", About: "Only mail to these recipients.", Lists: 1},
		{Name: "senderAddress", Flag: "sender-address", About: "Only mail from this sender."},
		{Name: "sourceEnvironment", Flag: "source-environment", About: "Only what comes from this environment.", Enum: []string{"kO365"}},
		{Name: "taskStatusTypes", Flag: "task-status-types", About: "Only tasks in these states.", Lists: 1, Enum: []string{"Completed", "Deferred", "InProgress", "NotStarted", "WaitingOnOthers"}},
		{Name: "types", Flag: "types", About: "Only these types of items.", Lists: 1, Enum: []string{"Calendar", "Contact", "Email", "Folder", "Note", "Task"}},
		{Name: "o365Params", Flag: "o365-params", About: "Which Microsoft 365 domains, users and sites to look in.", Type: Object, Model: 88},
	}},
	29: {Name: "SearchExchangeObjectsRequestParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters.", Required: true},
	}},
	30: {Name: "SearchFileRequestParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters."},
		{Name: "types", Flag: "types", About: "Only these types of items.", Lists: 1, Enum: []string{"Directory", "File", "Symlink"}},
		{Name: "sourceEnvironments", Flag: "source-environments", About: "Only what comes from these environments.", Lists: 1, Enum: []string{"kAcropolis", "kAWS", "kAzure", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHyperFlex", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kNetapp", "kO365", "kOracle", "kPhysical", "kPhysicalFiles", "kPure", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kView", "kVMware"}},
		{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"},
		{Name: "objectIds", Flag: "object-ids", About: "Only what belongs to these objects.", Type: Integer, Lists: 1, Kind: "object"},
	}},
	31: {Name: "HbaseOnPremSearchParams", Fields: []Field{
		{Name: "hbaseObjectTypes", Flag: "hbase-object-types", About: "Only these types of HBase objects.", Lists: 1, Required: true, Enum: []string{"HbaseNamespaces", "HbaseTables"}},
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"},
	}},
	32: {Name: "HDFSOnPremSearchParams", Fields: []Field{
		{Name: "hdfsTypes", Flag: "hdfs-types", About: "Only these types of HDFS objects.", Lists: 1, Required: true, Enum: []string{"HDFSFiles", "HDFSFolders"}},
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"},
	}},
	33: {Name: "HiveOnPremSearchParams", Fields: []Field{
		{Name: "hiveObjectTypes", Flag: "hive-object-types", About: "Only these types of Hive objects.", Lists: 1, Required: true, Enum: []string{"HiveDatabases", "HivePartitions", "HiveTables"}},
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"},
	}},
	34: {Name: "MongoDbOnPremSearchParams", Fields: []Field{
		{Name: "mongoDBObjectTypes", Flag: "mongo-db-object-types", About: "Only these types of MongoDB objects.", Lists: 1, Required: true, Enum: []string{"MongoCollections", "MongoDatabases"}},
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"},
	}},
	35: {Name: "SearchMsGroupsRequestParams", Fields: []Field{
		{Name: "mailboxParams", Flag: "mailbox-params", About: "What to look for in the mailboxes of groups.", Type: Object, Model: 89},
		{Name: "o365Params", Flag: "o365-params", About: "Which Microsoft 365 domains, users and sites to look in.", Type: Object, Model: 90},
		{Name: "siteParams", Flag: "site-params", About: "What to look for on the sites of groups.", Type: Object, Model: 37},
	}},
	36: {Name: "SearchMsTeamsRequestParams", Fields: []Field{
		{Name: "categoryTypes", Flag: "category-types", About: "Only documents of these kinds.", Lists: 1, Enum: []string{"Document", "Excel", "Image", "OneNote", "Powerpoint"}},
		{Name: "channelNames", Flag: "channel-names", About: "Only what is in these channels.", Lists: 1},
		{Name: "channelParams", Flag: "channel-params", About: "What to look for in channels.", Type: Object, Model: 91},
		{Name: "creationEndTimeSecs", Flag: "creation-end-time-secs", About: "Only what was created at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "creationStartTimeSecs", Flag: "creation-start-time-secs", About: "Only what was created at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "o365Params", Flag: "o365-params", About: "Which Microsoft 365 domains, users and sites to look in.", Type: Object, Model: 90},
		{Name: "ownerNames", Flag: "owner-names", About: "Only what belongs to these owners.", Lists: 1},
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters."},
		{Name: "sizeBytesLowerLimit", Flag: "size-bytes-lower-limit", About: "Only what has at least so many bytes.", Type: Integer},
		{Name: "sizeBytesUpperLimit", Flag: "size-bytes-upper-limit", About: "Only what has at most so many bytes.", Type: Integer},
		{Name: "types", Flag: "types", About: "Only these types of items.", Lists: 1, Enum: []string{"Channel", "Chat", "Conversation", "File", "Folder"}},
	}},
	37: {Name: "SearchDocumentLibraryRequestParams", Fields: []Field{
		{Name: "categoryTypes", Flag: "category-types", About: "Only documents of these kinds.", Lists: 1, Enum: []string{"Document", "Excel", "Image", "OneNote", "Powerpoint"}},
		{Name: "creationEndTimeSecs", Flag: "creation-end-time-secs", About: "Only what was created at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "creationStartTimeSecs", Flag: "creation-start-time-secs", About: "Only what was created at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "includeFiles", Flag: "include-files", About: "Whether to find files.", Type: Boolean},
		{Name: "includeFolders", Flag: "include-folders", About: "Whether to find folders.", Type: Boolean},
		{Name: "o365Params", Flag: "o365-params", About: "Which Microsoft 365 domains, users and sites to look in.", Type: Object, Model: 90},
		{Name: "ownerNames", Flag: "owner-names", About: "Only what belongs to these owners.", Lists: 1},
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters."},
		{Name: "sizeBytesLowerLimit", Flag: "size-bytes-lower-limit", About: "Only what has at least so many bytes.", Type: Integer},
		{Name: "sizeBytesUpperLimit", Flag: "size-bytes-upper-limit", About: "Only what has at most so many bytes.", Type: Integer},
	}},
	38: {Name: "SearchPublicFolderRequestParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters."},
		{Name: "types", Flag: "types", About: "Only these types of items.", Lists: 1, Enum: []string{"Calendar", "Contact", "Folder", "Journal", "Note", "Post", "Task"}},
		{Name: "hasAttachment", Flag: "has-attachment", About: "Only what has an attachment, or with =false has none.", Type: Boolean},
		{Name: "senderAddress", Flag: "sender-address", About: "Only mail from this sender."},
		{Name: "recipientAddresses", Flag: "recipient-addresses", About: "Only mail to these recipients.", Lists: 1},
		{Name: "ccRecipientAddresses", Flag: "cc-recipient-addresses", About: "Only mail with these copy recipients.", Lists: 1},
		{Name: "bccRecipientAddresses", Flag: "bcc-recipient-addresses", About: "Only mail with these blind-copy recipients.", Lists: 1},
		{Name: "receivedStartTimeSecs", Flag: "received-start-time-secs", About: "Only mail received at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "receivedEndTimeSecs", Flag: "received-end-time-secs", About: "Only mail received at or before this time.", Type: Integer, Unit: UnixSecs},
	}},
	39: {Name: "SearchSfdcRecordsRequestParams", Fields: []Field{
		{Name: "mutationTypes", Flag: "mutation-types", About: "Only records that were changed in these ways.", Lists: 1, Required: true, Enum: []string{"Added", "All", "Changed", "Removed"}},
		{Name: "objectName", Flag: "object-name", About: "The Salesforce object whose records are searched.", Required: true},
		{Name: "queryString", Flag: "query-string", About: "The query for the records."},
		{Name: "snapshotId", Flag: "snapshot-id", About: "The snapshot to look in.", Required: true, Kind: "snapshot"},
	}},
	40: {Name: "UdaOnPremSearchParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", About: "What to look for; * and ? stand for any characters.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "Only what belongs to these sources.", Type: Integer, Lists: 1, Kind: "source"},
	}},
	41: {Name: "ConstructMetaInfoRequestKubernetesParams", Fields: []Field{
		{Name: "objectId", Flag: "object-id", About: "The object that is asked about.", Type: Integer, Required: true, Kind: "object"},
	}},
	42: {Name: "ConstructMetaInfoRequestOracleParams", Fields: []Field{
		{Name: "baseDir", Flag: "base-dir", About: "Oracle's base folder."},
		{Name: "dbFileDestination", Flag: "db-file-destination", About: "The folder for the files of the database."},
		{Name: "dbName", Flag: "db-name", About: "The name of the database."},
		{Name: "homeDir", Flag: "home-dir", About: "Oracle's home folder."},
		{Name: "isClone", Flag: "is-clone", About: "Whether the database is to be cloned.", Type: Boolean},
		{Name: "isDisasterRecovery", Flag: "is-disaster-recovery", About: "Whether it is a recovery after a disaster.", Type: Boolean},
		{Name: "isGranularRestore", Flag: "is-granular-restore", About: "Whether single parts are to be restored.", Type: Boolean},
		{Name: "isRecoveryValidation", Flag: "is-recovery-validation", About: "Whether the backup is only to be validated.", Type: Boolean},
	}},
	43: {Name: "ConstructMetaInfoRequestSfdcParams", Fields: []Field{
		{Name: "metaInfoType", Flag: "meta-info-type", About: "What kind of details are wanted.", Required: true, Enum: []string{"DependentObjects"}},
		{Name: "objectName", Flag: "object-name", About: "The Salesforce object that is asked about."},
	}},
	44: {Name: "ConnectionConfig", Fields: []Field{
		{Name: "connectionId", Flag: "connection-id", Type: Integer, Kind: "connection"},
		{Name: "entityId", Flag: "entity-id", Type: Integer, Kind: "object"},
		{Name: "connectorGroupId", Flag: "connector-group-id", Type: Integer},
		{Name: "dataSourceConnectionId", Flag: "data-source-connection-id", Kind: "connection"},
	}},
	45: {Name: "PhysicalSourceRegistrationParams", Fields: []Field{
		{Name: "endpoint", Flag: "endpoint", About: "The address or name of the host.", Required: true},
		{Name: "forceRegister", Flag: "force-register", About: "Register the host even if it is registered elsewhere.", Type: Boolean},
		{Name: "hostType", Flag: "host-type", About: "The operating system of the host.", Enum: []string{"kLinux", "kWindows"}},
		{Name: "physicalType", Flag: "physical-type", About: "Whether it is a single host or a cluster, and of what kind.", Enum: []string{"kGroup", "kHost", "kOracleAPCluster", "kOracleRACCluster", "kUnixCluster", "kWindowsCluster"}},
		{Name: "applications", Flag: "applications", About: "The applications on the host to protect, too.", Lists: 1, Enum: []string{"kOracle", "kSQL"}},
	}},
	46: {Name: "KubernetesSourceRegistrationParams", Fields: []Field{
		{Name: "autoProtectConfig", Flag: "auto-protect-config", About: "What to protect of the cluster by itself.", Type: Object, Model: 92},
		{Name: "clientPrivateKey", Flag: "client-private-key", About: "The token or key of the service account: @FILE, - or a prompt keep it off the command line.", Required: true, Secret: true},
		{Name: "cohesityDataprotectPluginImageLocation", Flag: "cohesity-dataprotect-plugin-image-location", About: "Where the image of the data protection plug-in is."},
		{Name: "dataMoverImageLocation", Flag: "data-mover-image-location", About: "Where the image of the data mover is."},
		{Name: "datamoverHostportNumber", Flag: "datamover-hostport-number", About: "The port on each node for the data mover.", Type: Integer},
		{Name: "datamoverServiceType", Flag: "datamover-service-type", About: "How the data mover is reached in the cluster.", Enum: []string{"kClusterIp", "kHostPort", "kLoadBalancer", "kNodePort"}},
		{Name: "defaultVlanParams", Flag: "default-vlan-params", About: "Which VLAN to use, unless another is chosen.", Type: Object, Model: 75},
		{Name: "endpoint", Flag: "endpoint", About: "The address of the cluster's API server.", Required: true},
		{Name: "initContainerImageLocation", Flag: "init-container-image-location", About: "Where the image of the init container is."},
		{Name: "kubernetesDistribution", Flag: "kubernetes-distribution", About: "The distribution of Kubernetes.", Required: true, Enum: []string{"kAKS", "kEKS", "kGKE", "kIKS", "kMainline", "kOpenshift", "kRancher", "kROKS", "kVMwareTanzu"}},
		{Name: "kubernetesType", Flag: "kubernetes-type", About: "The type of the Kubernetes source.", Enum: []string{"kCluster", "kLabel", "kNamespace", "kPersistentVolume", "kPersistentVolumeClaim", "kPVC", "kService"}},
		{Name: "priorityClassName", Flag: "priority-class-name", About: "The priority class for pods of the backup."},
		{Name: "resourceAnnotations", Flag: "resource-annotations", About: "Annotations for what the backup creates.", Type: Object, Model: 93, Lists: 1},
		{Name: "resourceLabels", Flag: "resource-labels", About: "Labels for what the backup creates.", Type: Object, Model: 93, Lists: 1},
		{Name: "sanFields", Flag: "san-fields", About: "Names that the certificate of the API server may have.", Lists: 1},
		{Name: "serviceAnnotations", Flag: "service-annotations", About: "Annotations for the services of the backup.", Type: Object, Model: 94, Lists: 1},
		{Name: "veleroAwsPluginImageLocation", Flag: "velero-aws-plugin-image-location", About: "Where the image of Velero's AWS plug-in is."},
		{Name: "veleroImageLocation", Flag: "velero-image-location", About: "Where the image of Velero is."},
		{Name: "veleroOpenshiftPluginImageLocation", Flag: "velero-openshift-plugin-image-location", About: "Where the image of Velero's OpenShift plug-in is."},
		{Name: "vlanInfoVec", Flag: "vlan-info-vec", About: "The VLANs of the cluster.", Type: Object, Model: 95, Lists: 1},
	}},
	47: {Name: "RegularBackupPolicy", Fields: []Field{
		{Name: "incremental", Flag: "incremental", Type: Object, Model: 96},
		{Name: "full", Flag: "full", Type: Object, Model: 97},
		{Name: "fullBackups", Flag: "full-backups", Type: Object, Model: 98, Lists: 1},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54},
		{Name: "primaryBackupTarget", Flag: "primary-backup-target", Type: Object, Model: 99},
	}},
	48: {Name: "LogBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 100, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
	}},
	49: {Name: "BmrBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 101, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
	}},
	50: {Name: "CdpBackupPolicy", Fields: []Field{
		{Name: "retention", Flag: "retention", Type: Object, Model: 102, Required: true},
	}},
	51: {Name: "StorageArraySnapshotBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 103, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
	}},
	52: {Name: "CancellationTimeoutParams", Fields: []Field{
		{Name: "timeoutMins", Flag: "timeout-mins", Type: Integer, Unit: SpanMins},
		{Name: "backupType", Flag: "backup-type", Enum: []string{"kFull", "kHydrateCDP", "kLog", "kRegular", "kStorageArraySnapshot", "kSystem"}},
	}},
	53: {Name: "ExtendedRetentionSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Hours", "Months", "Runs", "Weeks", "Years"}},
		{Name: "frequency", Flag: "frequency", Type: Integer},
	}},
	54: {Name: "Retention", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "duration", Flag: "duration", Type: Integer, Required: true},
		{Name: "dataLockConfig", Flag: "data-lock-config", Type: Object, Model: 104},
	}},
	55: {Name: "ReplicationTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Type: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Type: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Type: Object, Model: 106},
		{Name: "awsTargetConfig", Flag: "aws-target-config", Type: Object, Model: 107},
		{Name: "azureTargetConfig", Flag: "azure-target-config", Type: Object, Model: 108},
		{Name: "targetType", Flag: "target-type", Required: true, Enum: []string{"AWS", "Azure", "RemoteCluster"}},
		{Name: "remoteTargetConfig", Flag: "remote-target-config", Type: Object, Model: 109},
	}},
	56: {Name: "ArchivalTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Type: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Type: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Type: Object, Model: 106},
		{Name: "targetId", Flag: "target-id", Type: Integer, Required: true},
		{Name: "targetName", Flag: "target-name"},
		{Name: "targetType", Flag: "target-type", Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "tierSettings", Flag: "tier-settings", Type: Object, Model: 110},
		{Name: "extendedRetention", Flag: "extended-retention", Type: Object, Model: 3, Lists: 1},
	}},
	57: {Name: "CloudSpinTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Type: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Type: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Type: Object, Model: 106},
		{Name: "target", Flag: "target", Type: Object, Model: 111, Required: true},
	}},
	58: {Name: "OnpremDeployTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Type: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Type: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Type: Object, Model: 106},
		{Name: "params", Flag: "params", Type: Object, Model: 112},
	}},
	59: {Name: "RpaasTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 105, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", Type: Boolean},
		{Name: "configId", Flag: "config-id"},
		{Name: "backupRunType", Flag: "backup-run-type", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", Type: Object, Model: 52, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", Type: Object, Model: 106},
		{Name: "targetId", Flag: "target-id", Type: Integer, Required: true},
		{Name: "targetName", Flag: "target-name"},
		{Name: "targetType", Flag: "target-type", Enum: []string{"Cloud", "Nas", "Tape"}},
	}},
	60: {Name: "RunObjectPhysicalParams", Fields: []Field{
		{Name: "metadataFilePath", Flag: "metadata-file-path"},
	}},
	61: {Name: "RunReplicationConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54},
	}},
	62: {Name: "RunArchivalConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true},
		{Name: "archivalTargetType", Flag: "archival-target-type", Required: true, Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54},
		{Name: "copyOnlyFullySuccessful", Flag: "copy-only-fully-successful", Type: Boolean},
	}},
	63: {Name: "RunCloudReplicationConfig", Fields: []Field{
		{Name: "awsTarget", Flag: "aws-target", Type: Object, Model: 107},
		{Name: "azureTarget", Flag: "azure-target", Type: Object, Model: 108},
		{Name: "targetType", Flag: "target-type", Required: true, Enum: []string{"AWS", "Azure"}},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54},
	}},
	64: {Name: "UpdateLocalSnapshotConfig", Fields: []Field{
		{Name: "enableLegalHold", Flag: "enable-legal-hold", Type: Boolean},
		{Name: "deleteSnapshot", Flag: "delete-snapshot", Type: Boolean},
		{Name: "dataLock", Flag: "data-lock", Enum: []string{"Administrative", "Compliance"}},
		{Name: "daysToKeep", Flag: "days-to-keep", Type: Integer},
	}},
	65: {Name: "UpdateReplicationSnapshotConfig", Fields: []Field{
		{Name: "newSnapshotConfig", Flag: "new-snapshot-config", Type: Object, Model: 61, Lists: 1},
		{Name: "updateExistingSnapshotConfig", Flag: "update-existing-snapshot-config", Type: Object, Model: 113, Lists: 1},
	}},
	66: {Name: "UpdateArchivalSnapshotConfig", Fields: []Field{
		{Name: "newSnapshotConfig", Flag: "new-snapshot-config", Type: Object, Model: 62, Lists: 1},
		{Name: "updateExistingSnapshotConfig", Flag: "update-existing-snapshot-config", Type: Object, Model: 114, Lists: 1},
	}},
	67: {Name: "AlertTarget", Fields: []Field{
		{Name: "emailAddress", Flag: "email-address", Required: true},
		{Name: "language", Flag: "language", Enum: []string{"en-us", "ja-jp", "zh-cn"}},
		{Name: "recipientType", Flag: "recipient-type", Enum: []string{"kCc", "kTo"}},
	}},
	68: {Name: "PhysicalVolumeProtectionGroupParams", Fields: []Field{
		{Name: "objects", Flag: "objects", Type: Object, Model: 115, Lists: 1, Required: true},
		{Name: "indexingPolicy", Flag: "indexing-policy", Type: Object, Model: 116},
		{Name: "performSourceSideDeduplication", Flag: "perform-source-side-deduplication", Type: Boolean},
		{Name: "quiesce", Flag: "quiesce", Type: Boolean},
		{Name: "continueOnQuiesceFailure", Flag: "continue-on-quiesce-failure", Type: Boolean},
		{Name: "incrementalBackupAfterRestart", Flag: "incremental-backup-after-restart", Type: Boolean},
		{Name: "prePostScript", Flag: "pre-post-script", Type: Object, Model: 117},
		{Name: "dedupExclusionSourceIds", Flag: "dedup-exclusion-source-ids", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", Lists: 1},
		{Name: "cobmrBackup", Flag: "cobmr-backup", Type: Boolean},
	}},
	69: {Name: "PhysicalFileProtectionGroupParams", Fields: []Field{
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", Lists: 1},
		{Name: "objects", Flag: "objects", Type: Object, Model: 118, Lists: 1, Required: true},
		{Name: "indexingPolicy", Flag: "indexing-policy", Type: Object, Model: 116},
		{Name: "performSourceSideDeduplication", Flag: "perform-source-side-deduplication", Type: Boolean},
		{Name: "performBrickBasedDeduplication", Flag: "perform-brick-based-deduplication", Type: Boolean},
		{Name: "taskTimeouts", Flag: "task-timeouts", Type: Object, Model: 52, Lists: 1},
		{Name: "quiesce", Flag: "quiesce", Type: Boolean},
		{Name: "continueOnQuiesceFailure", Flag: "continue-on-quiesce-failure", Type: Boolean},
		{Name: "cobmrBackup", Flag: "cobmr-backup", Type: Boolean},
		{Name: "prePostScript", Flag: "pre-post-script", Type: Object, Model: 117},
		{Name: "dedupExclusionSourceIds", Flag: "dedup-exclusion-source-ids", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "globalExcludePaths", Flag: "global-exclude-paths", Lists: 1},
		{Name: "globalExcludeFS", Flag: "global-exclude-fs", Lists: 1},
		{Name: "ignorableErrors", Flag: "ignorable-errors", Lists: 1, Enum: []string{"kEOF", "kNonExistent"}},
		{Name: "allowParallelRuns", Flag: "allow-parallel-runs", Type: Boolean},
	}},
	70: {Name: "MSSQLFileProtectionGroupParams", Fields: []Field{
		{Name: "aagBackupPreferenceType", Flag: "aag-backup-preference-type", Enum: []string{"kAnyReplica", "kPreferSecondaryReplica", "kPrimaryReplicaOnly", "kSecondaryReplicaOnly"}},
		{Name: "advancedSettings", Flag: "advanced-settings", Type: Object, Model: 119},
		{Name: "backupSystemDbs", Flag: "backup-system-dbs", Type: Boolean},
		{Name: "excludeFilters", Flag: "exclude-filters", Type: Object, Model: 120, Lists: 1},
		{Name: "fullBackupsCopyOnly", Flag: "full-backups-copy-only", Type: Boolean},
		{Name: "logBackupNumStreams", Flag: "log-backup-num-streams", Type: Integer},
		{Name: "logBackupWithClause", Flag: "log-backup-with-clause"},
		{Name: "prePostScript", Flag: "pre-post-script", Type: Object, Model: 117},
		{Name: "useAagPreferencesFromServer", Flag: "use-aag-preferences-from-server", Type: Boolean},
		{Name: "userDbBackupPreferenceType", Flag: "user-db-backup-preference-type", Enum: []string{"kBackupAllDatabases", "kBackupAllExceptAAGDatabases", "kBackupOnlyAAGDatabases"}},
		{Name: "additionalHostParams", Flag: "additional-host-params", Type: Object, Model: 121, Lists: 1},
		{Name: "objects", Flag: "objects", Type: Object, Model: 122, Lists: 1, Required: true},
		{Name: "performSourceSideDeduplication", Flag: "perform-source-side-deduplication", Type: Boolean},
	}},
	71: {Name: "MSSQLNativeProtectionGroupParams", Fields: []Field{
		{Name: "aagBackupPreferenceType", Flag: "aag-backup-preference-type", Enum: []string{"kAnyReplica", "kPreferSecondaryReplica", "kPrimaryReplicaOnly", "kSecondaryReplicaOnly"}},
		{Name: "advancedSettings", Flag: "advanced-settings", Type: Object, Model: 119},
		{Name: "backupSystemDbs", Flag: "backup-system-dbs", Type: Boolean},
		{Name: "excludeFilters", Flag: "exclude-filters", Type: Object, Model: 120, Lists: 1},
		{Name: "fullBackupsCopyOnly", Flag: "full-backups-copy-only", Type: Boolean},
		{Name: "logBackupNumStreams", Flag: "log-backup-num-streams", Type: Integer},
		{Name: "logBackupWithClause", Flag: "log-backup-with-clause"},
		{Name: "prePostScript", Flag: "pre-post-script", Type: Object, Model: 117},
		{Name: "useAagPreferencesFromServer", Flag: "use-aag-preferences-from-server", Type: Boolean},
		{Name: "userDbBackupPreferenceType", Flag: "user-db-backup-preference-type", Enum: []string{"kBackupAllDatabases", "kBackupAllExceptAAGDatabases", "kBackupOnlyAAGDatabases"}},
		{Name: "numStreams", Flag: "num-streams", Type: Integer},
		{Name: "objects", Flag: "objects", Type: Object, Model: 123, Lists: 1, Required: true},
		{Name: "withClause", Flag: "with-clause"},
	}},
	72: {Name: "MSSQLVolumeProtectionGroupParams", Fields: []Field{
		{Name: "aagBackupPreferenceType", Flag: "aag-backup-preference-type", Enum: []string{"kAnyReplica", "kPreferSecondaryReplica", "kPrimaryReplicaOnly", "kSecondaryReplicaOnly"}},
		{Name: "advancedSettings", Flag: "advanced-settings", Type: Object, Model: 119},
		{Name: "backupSystemDbs", Flag: "backup-system-dbs", Type: Boolean},
		{Name: "excludeFilters", Flag: "exclude-filters", Type: Object, Model: 120, Lists: 1},
		{Name: "fullBackupsCopyOnly", Flag: "full-backups-copy-only", Type: Boolean},
		{Name: "logBackupNumStreams", Flag: "log-backup-num-streams", Type: Integer},
		{Name: "logBackupWithClause", Flag: "log-backup-with-clause"},
		{Name: "prePostScript", Flag: "pre-post-script", Type: Object, Model: 117},
		{Name: "useAagPreferencesFromServer", Flag: "use-aag-preferences-from-server", Type: Boolean},
		{Name: "userDbBackupPreferenceType", Flag: "user-db-backup-preference-type", Enum: []string{"kBackupAllDatabases", "kBackupAllExceptAAGDatabases", "kBackupOnlyAAGDatabases"}},
		{Name: "additionalHostParams", Flag: "additional-host-params", Type: Object, Model: 124, Lists: 1},
		{Name: "backupDbVolumesOnly", Flag: "backup-db-volumes-only", Type: Boolean},
		{Name: "incrementalBackupAfterRestart", Flag: "incremental-backup-after-restart", Type: Boolean},
		{Name: "indexingPolicy", Flag: "indexing-policy", Type: Object, Model: 116},
		{Name: "objects", Flag: "objects", Type: Object, Model: 125, Lists: 1, Required: true},
	}},
	73: {Name: "KubernetesFilterParams", Fields: []Field{
		{Name: "labelCombinationMethod", Flag: "label-combination-method", Enum: []string{"AND", "OR"}},
		{Name: "labelVector", Flag: "label-vector", Type: Object, Model: 126, Lists: 1},
		{Name: "objects", Flag: "objects", Type: Integer, Lists: 1},
		{Name: "selectedResources", Flag: "selected-resources", Type: Object, Model: 127, Lists: 1},
	}},
	74: {Name: "KubernetesProtectionGroupObjectParams", Fields: []Field{
		{Name: "backupOnlyPvc", Flag: "backup-only-pvc", Type: Boolean},
		{Name: "excludeParams", Flag: "exclude-params", Type: Object, Model: 73},
		{Name: "excludePvcs", Flag: "exclude-pvcs", Type: Object, Model: 128, Lists: 1},
		{Name: "excludedResources", Flag: "excluded-resources", Lists: 1},
		{Name: "failBackupOnHookFailure", Flag: "fail-backup-on-hook-failure", Type: Boolean},
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "includeParams", Flag: "include-params", Type: Object, Model: 73},
		{Name: "includePvcs", Flag: "include-pvcs", Type: Object, Model: 128, Lists: 1},
		{Name: "includedResources", Flag: "included-resources", Lists: 1},
		{Name: "name", Flag: "name"},
		{Name: "quiesceGroups", Flag: "quiesce-groups", Type: Object, Model: 129, Lists: 1},
	}},
	75: {Name: "VlanParams", Fields: []Field{
		{Name: "disableVlan", Flag: "disable-vlan", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
		{Name: "vlanId", Flag: "vlan-id", Type: Integer},
	}},
	76: {Name: "CommonRecoverObjectSnapshotParamsObjectInfo", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "sourceId", Flag: "source-id", Type: Integer, Kind: "source"},
		{Name: "sourceName", Flag: "source-name"},
		{Name: "environment", Flag: "environment", Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "objectHash", Flag: "object-hash"},
		{Name: "objectType", Flag: "object-type"},
		{Name: "logicalSizeBytes", Flag: "logical-size-bytes", Type: Integer, Unit: Bytes},
		{Name: "uuid", Flag: "uuid"},
		{Name: "globalId", Flag: "global-id"},
		{Name: "protectionType", Flag: "protection-type", Enum: []string{"kAgent", "kAuroraSnapshotManager", "kAwsAuroraPostgres", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAzureSQL", "kFile", "kNative", "kRDSSnapshotManager", "kSnapshotManager", "kVolume"}},
		{Name: "sharepointSiteSummary", Flag: "sharepoint-site-summary", Type: Object, Model: 130},
		{Name: "osType", Flag: "os-type", Enum: []string{"kLinux", "kWindows"}},
		{Name: "childObjects", Flag: "child-objects", Type: Object, Model: 131, Lists: 1},
		{Name: "vCenterSummary", Flag: "v-center-summary", Type: Object, Model: 132},
		{Name: "windowsClusterSummary", Flag: "windows-cluster-summary", Type: Object, Model: 133},
	}},
	77: {Name: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo", Fields: []Field{
		{Name: "targetId", Flag: "target-id", Type: Integer},
		{Name: "archivalTaskId", Flag: "archival-task-id"},
		{Name: "targetName", Flag: "target-name"},
		{Name: "targetType", Flag: "target-type", Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "usageType", Flag: "usage-type", Enum: []string{"Archival", "Rpaas", "Tiering"}},
		{Name: "ownershipContext", Flag: "ownership-context", Enum: []string{"FortKnox", "Local"}},
		{Name: "tierSettings", Flag: "tier-settings", Type: Object, Model: 134},
	}},
	78: {Name: "RecoverPhysicalParamsRecoverVolumeParams", Fields: []Field{
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kPhysical"}},
		{Name: "physicalTargetParams", Flag: "physical-target-params", Type: Object, Model: 135},
	}},
	79: {Name: "RecoverPhysicalParamsMountVolumeParams", Fields: []Field{
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kPhysical"}},
		{Name: "physicalTargetParams", Flag: "physical-target-params", Type: Object, Model: 136},
	}},
	80: {Name: "RecoverPhysicalParamsRecoverFileAndFolderParams", Fields: []Field{
		{Name: "filesAndFolders", Flag: "files-and-folders", Type: Object, Model: 137, Lists: 1, Required: true},
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kPhysical"}},
		{Name: "physicalTargetParams", Flag: "physical-target-params", Type: Object, Model: 138},
	}},
	81: {Name: "RecoverPhysicalParamsDownloadFileAndFolderParams", Fields: []Field{
		{Name: "expiryTimeUsecs", Flag: "expiry-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "filesAndFolders", Flag: "files-and-folders", Type: Object, Model: 137, Lists: 1},
		{Name: "downloadFilePath", Flag: "download-file-path"},
	}},
	82: {Name: "RecoverPhysicalParamsSystemRecoveryParams", Fields: []Field{
		{Name: "fullNasPath", Flag: "full-nas-path"},
	}},
	83: {Name: "RecoverKubernetesParamsDownloadFileAndFolderParams", Fields: []Field{
		{Name: "expiryTimeUsecs", Flag: "expiry-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "filesAndFolders", Flag: "files-and-folders", Type: Object, Model: 137, Lists: 1},
		{Name: "downloadFilePath", Flag: "download-file-path"},
	}},
	84: {Name: "RecoverKubernetesParamsRecoverFileAndFolderParams", Fields: []Field{
		{Name: "filesAndFolders", Flag: "files-and-folders", Type: Object, Model: 137, Lists: 1, Required: true},
		{Name: "kubernetesTargetParams", Flag: "kubernetes-target-params", Type: Object, Model: 139},
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kKubernetes"}},
	}},
	85: {Name: "RecoverKubernetesParamsRecoverNamespaceParams", Fields: []Field{
		{Name: "kubernetesTargetParams", Flag: "kubernetes-target-params", Type: Object, Model: 140},
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kKubernetes"}},
		{Name: "vlanConfig", Flag: "vlan-config", Type: Object, Model: 141},
	}},
	86: {Name: "RecoverSqlAppParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", Required: true, Kind: "snapshot"},
		{Name: "pointInTimeUsecs", Flag: "point-in-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "protectionGroupId", Flag: "protection-group-id", Kind: "group"},
		{Name: "protectionGroupName", Flag: "protection-group-name"},
		{Name: "snapshotCreationTimeUsecs", Flag: "snapshot-creation-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "objectInfo", Flag: "object-info", Type: Object, Model: 76},
		{Name: "snapshotTargetType", Flag: "snapshot-target-type", Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}},
		{Name: "archivalTargetInfo", Flag: "archival-target-info", Type: Object, Model: 77},
		{Name: "progressTaskId", Flag: "progress-task-id"},
		{Name: "recoverFromStandby", Flag: "recover-from-standby", Type: Boolean},
		{Name: "status", Flag: "status", Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}},
		{Name: "startTimeUsecs", Flag: "start-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "messages", Flag: "messages", Lists: 1},
		{Name: "bytesRestored", Flag: "bytes-restored", Type: Integer},
		{Name: "aagInfo", Flag: "aag-info", Type: Object, Model: 142},
		{Name: "hostInfo", Flag: "host-info", Type: Object, Model: 143},
		{Name: "isEncrypted", Flag: "is-encrypted", Type: Boolean},
		{Name: "sqlTargetParams", Flag: "sql-target-params", Type: Object, Model: 144},
		{Name: "targetEnvironment", Flag: "target-environment", Required: true, Enum: []string{"kSQL"}},
	}},
	87: {Name: "RecoveryVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	88: {Name: "O365SearchEmailsRequestParams", Fields: []Field{
		{Name: "domainIds", Flag: "domain-ids", Type: Integer, Lists: 1},
		{Name: "mailboxIds", Flag: "mailbox-ids", Type: Integer, Lists: 1},
	}},
	89: {Name: "SearchEmailRequestParamsBase", Fields: []Field{
		{Name: "attendeesAddresses", Flag: "attendees-addresses", Lists: 1},
		{Name: "bccRecipientAddresses", Flag: "bcc-recipient-addresses", Lists: 1},
		{Name: "ccRecipientAddresses", Flag: "cc-recipient-addresses", Lists: 1},
		{Name: "createdEndTimeSecs", Flag: "created-end-time-secs", Type: Integer, Unit: UnixSecs},
		{Name: "createdStartTimeSecs", Flag: "created-start-time-secs", Type: Integer, Unit: UnixSecs},
		{Name: "dueDateEndTimeSecs", Flag: "due-date-end-time-secs", Type: Integer, Unit: UnixSecs},
		{Name: "dueDateStartTimeSecs", Flag: "due-date-start-time-secs", Type: Integer, Unit: UnixSecs},
		{Name: "emailAddress", Flag: "email-address"},
		{Name: "emailSubject", Flag: "email-subject"},
		{Name: "firstName", Flag: "first-name"},
		{Name: "folderNames", Flag: "folder-names", Lists: 1},
		{Name: "hasAttachment", Flag: "has-attachment", Type: Boolean},
		{Name: "lastModifiedEndTimeSecs", Flag: "last-modified-end-time-secs", Type: Integer, Unit: UnixSecs},
		{Name: "lastModifiedStartTimeSecs", Flag: "last-modified-start-time-secs", Type: Integer, Unit: UnixSecs},
		{Name: "lastName", Flag: "last-name"},
		{Name: "middleName", Flag: "middle-name"},
		{Name: "organizerAddress", Flag: "organizer-address"},
		{Name: "receivedEndTimeSecs", Flag: "received-end-time-secs", Type: Integer, Unit: UnixSecs},
		{Name: "receivedStartTimeSecs", Flag: "received-start-time-secs", Type: Integer, Unit: UnixSecs},
		{Name: "recipientAddresses", Flag: "recipient-addresses", Lists: 1},
		{Name: "senderAddress", Flag: "sender-address"},
		{Name: "sourceEnvironment", Flag: "source-environment", Enum: []string{"kO365"}},
		{Name: "taskStatusTypes", Flag: "task-status-types", Lists: 1, Enum: []string{"Completed", "Deferred", "InProgress", "NotStarted", "WaitingOnOthers"}},
		{Name: "types", Flag: "types", Lists: 1, Enum: []string{"Calendar", "Contact", "Email", "Folder", "Note", "Task"}},
	}},
	90: {Name: "O365SearchRequestParams", Fields: []Field{
		{Name: "domainIds", Flag: "domain-ids", Type: Integer, Lists: 1},
		{Name: "groupIds", Flag: "group-ids", Type: Integer, Lists: 1},
		{Name: "siteIds", Flag: "site-ids", Type: Integer, Lists: 1},
		{Name: "teamsIds", Flag: "teams-ids", Type: Integer, Lists: 1},
		{Name: "userIds", Flag: "user-ids", Type: Integer, Lists: 1},
	}},
	91: {Name: "O365TeamsChannelsSearchRequestParams", Fields: []Field{
		{Name: "channelEmail", Flag: "channel-email"},
		{Name: "channelId", Flag: "channel-id"},
		{Name: "channelName", Flag: "channel-name"},
		{Name: "includePrivateChannels", Flag: "include-private-channels", Type: Boolean},
		{Name: "includePublicChannels", Flag: "include-public-channels", Type: Boolean},
	}},
	92: {Name: "KubernetesAutoProtectConfig", Fields: []Field{
		{Name: "errorMessage", Flag: "error-message"},
		{Name: "isDefaultAutoProtected", Flag: "is-default-auto-protected", Type: Boolean, Required: true},
		{Name: "policyId", Flag: "policy-id", Required: true, Kind: "policy"},
		{Name: "protectionGroupId", Flag: "protection-group-id", Kind: "group"},
		{Name: "storageDomainId", Flag: "storage-domain-id", Type: Integer},
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
		{Name: "serviceAnnotations", Flag: "service-annotations", Type: Object, Model: 94, Lists: 1},
		{Name: "vlanParams", Flag: "vlan-params", Type: Object, Model: 75},
	}},
	96: {Name: "IncrementalBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 145, Required: true},
	}},
	97: {Name: "FullBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 146},
	}},
	98: {Name: "FullScheduleAndRetention", Fields: []Field{
		{Name: "schedule", Flag: "schedule", Type: Object, Model: 146, Required: true},
		{Name: "retention", Flag: "retention", Type: Object, Model: 54, Required: true},
	}},
	99: {Name: "PrimaryBackupTarget", Fields: []Field{
		{Name: "targetType", Flag: "target-type", Enum: []string{"Archival", "Local"}},
		{Name: "archivalTargetSettings", Flag: "archival-target-settings", Type: Object, Model: 147},
		{Name: "useDefaultBackupTarget", Flag: "use-default-backup-target", Type: Boolean},
	}},
	100: {Name: "LogSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Hours", "Minutes"}},
		{Name: "minuteSchedule", Flag: "minute-schedule", Type: Object, Model: 148},
		{Name: "hourSchedule", Flag: "hour-schedule", Type: Object, Model: 149},
	}},
	101: {Name: "BmrSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "daySchedule", Flag: "day-schedule", Type: Object, Model: 150},
		{Name: "weekSchedule", Flag: "week-schedule", Type: Object, Model: 151},
		{Name: "monthSchedule", Flag: "month-schedule", Type: Object, Model: 152},
		{Name: "yearSchedule", Flag: "year-schedule", Type: Object, Model: 153},
	}},
	102: {Name: "CdpRetention", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Hours", "Minutes"}},
		{Name: "duration", Flag: "duration", Type: Integer, Required: true},
		{Name: "dataLockConfig", Flag: "data-lock-config", Type: Object, Model: 104},
	}},
	103: {Name: "StorageArraySnapshotSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Hours", "Minutes", "Months", "Weeks", "Years"}},
		{Name: "minuteSchedule", Flag: "minute-schedule", Type: Object, Model: 148},
		{Name: "hourSchedule", Flag: "hour-schedule", Type: Object, Model: 149},
		{Name: "daySchedule", Flag: "day-schedule", Type: Object, Model: 150},
		{Name: "weekSchedule", Flag: "week-schedule", Type: Object, Model: 151},
		{Name: "monthSchedule", Flag: "month-schedule", Type: Object, Model: 152},
		{Name: "yearSchedule", Flag: "year-schedule", Type: Object, Model: 153},
	}},
	104: {Name: "DataLockConfig", Fields: []Field{
		{Name: "mode", Flag: "mode", Required: true, Enum: []string{"Administrative", "Compliance"}},
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "duration", Flag: "duration", Type: Integer, Required: true},
		{Name: "enableWormOnExternalTarget", Flag: "enable-worm-on-external-target", Type: Boolean},
	}},
	105: {Name: "TargetSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Hours", "Months", "Runs", "Weeks", "Years"}},
		{Name: "frequency", Flag: "frequency", Type: Integer},
	}},
	106: {Name: "LogRetention", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "duration", Flag: "duration", Type: Integer, Required: true},
		{Name: "dataLockConfig", Flag: "data-lock-config", Type: Object, Model: 104},
	}},
	107: {Name: "AWSTargetConfig", Fields: []Field{
		{Name: "name", Flag: "name"},
		{Name: "region", Flag: "region", Type: Integer, Required: true},
		{Name: "regionName", Flag: "region-name"},
		{Name: "sourceId", Flag: "source-id", Type: Integer, Required: true},
	}},
	108: {Name: "AzureTargetConfig", Fields: []Field{
		{Name: "name", Flag: "name"},
		{Name: "resourceGroup", Flag: "resource-group", Type: Integer},
		{Name: "resourceGroupName", Flag: "resource-group-name"},
		{Name: "sourceId", Flag: "source-id", Type: Integer, Required: true},
		{Name: "storageAccount", Flag: "storage-account", Type: Integer},
		{Name: "storageAccountName", Flag: "storage-account-name"},
		{Name: "storageContainer", Flag: "storage-container", Type: Integer},
		{Name: "storageContainerName", Flag: "storage-container-name"},
		{Name: "storageResourceGroup", Flag: "storage-resource-group", Type: Integer},
		{Name: "storageResourceGroupName", Flag: "storage-resource-group-name"},
	}},
	109: {Name: "RemoteTargetConfig", Fields: []Field{
		{Name: "clusterId", Flag: "cluster-id", Type: Integer, Required: true},
		{Name: "clusterName", Flag: "cluster-name"},
	}},
	110: {Name: "TierLevelSettings", Fields: []Field{
		{Name: "awsTiering", Flag: "aws-tiering", Type: Object, Model: 154},
		{Name: "azureTiering", Flag: "azure-tiering", Type: Object, Model: 155},
		{Name: "cloudPlatform", Flag: "cloud-platform", Enum: []string{"AWS", "Azure", "Google", "Oracle"}},
		{Name: "googleTiering", Flag: "google-tiering", Type: Object, Model: 156},
		{Name: "oracleTiering", Flag: "oracle-tiering", Type: Object, Model: 157},
	}},
	111: {Name: "CloudSpinTarget", Fields: []Field{
		{Name: "awsParams", Flag: "aws-params", Type: Object, Model: 158},
		{Name: "azureParams", Flag: "azure-params", Type: Object, Model: 159},
		{Name: "id", Flag: "id", Type: Integer},
		{Name: "name", Flag: "name"},
	}},
	112: {Name: "OnpremDeployParams", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer},
	}},
	113: {Name: "UpdateExistingReplicationSnapshotConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "enableLegalHold", Flag: "enable-legal-hold", Type: Boolean},
		{Name: "deleteSnapshot", Flag: "delete-snapshot", Type: Boolean},
		{Name: "resync", Flag: "resync", Type: Boolean},
		{Name: "dataLock", Flag: "data-lock", Enum: []string{"Administrative", "Compliance"}},
		{Name: "daysToKeep", Flag: "days-to-keep", Type: Integer},
	}},
	114: {Name: "UpdateExistingArchivalSnapshotConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "archivalTargetType", Flag: "archival-target-type", Required: true, Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "enableLegalHold", Flag: "enable-legal-hold", Type: Boolean},
		{Name: "deleteSnapshot", Flag: "delete-snapshot", Type: Boolean},
		{Name: "resync", Flag: "resync", Type: Boolean},
		{Name: "dataLock", Flag: "data-lock", Enum: []string{"Administrative", "Compliance"}},
		{Name: "daysToKeep", Flag: "days-to-keep", Type: Integer},
	}},
	115: {Name: "PhysicalVolumeProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "volumeGuids", Flag: "volume-guids", Lists: 1},
		{Name: "enableSystemBackup", Flag: "enable-system-backup", Type: Boolean},
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", Lists: 1},
	}},
	116: {Name: "IndexingPolicy", Fields: []Field{
		{Name: "enableIndexing", Flag: "enable-indexing", Type: Boolean, Required: true},
		{Name: "includePaths", Flag: "include-paths", Lists: 1},
		{Name: "excludePaths", Flag: "exclude-paths", Lists: 1},
	}},
	117: {Name: "PrePostScriptParams", Fields: []Field{
		{Name: "preScript", Flag: "pre-script", Type: Object, Model: 160},
		{Name: "postScript", Flag: "post-script", Type: Object, Model: 161},
	}},
	118: {Name: "PhysicalFileProtectionGroupObjectParams", Fields: []Field{
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", Lists: 1},
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "filePaths", Flag: "file-paths", Type: Object, Model: 162, Lists: 1},
		{Name: "usesPathLevelSkipNestedVolumeSetting", Flag: "uses-path-level-skip-nested-volume-setting", Type: Boolean},
		{Name: "nestedVolumeTypesToSkip", Flag: "nested-volume-types-to-skip", Lists: 1},
		{Name: "followNasSymlinkTarget", Flag: "follow-nas-symlink-target", Type: Boolean},
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
		{Name: "isRegularExpression", Flag: "is-regular-expression", Type: Boolean},
	}},
	121: {Name: "MSSQLFileProtectionGroupHostParams", Fields: []Field{
		{Name: "disableSourceSideDeduplication", Flag: "disable-source-side-deduplication", Type: Boolean},
		{Name: "hostId", Flag: "host-id", Type: Integer, Required: true, Kind: "object"},
		{Name: "hostName", Flag: "host-name"},
	}},
	122: {Name: "MSSQLFileProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "sourceType", Flag: "source-type"},
	}},
	123: {Name: "MSSQLNativeProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "sourceType", Flag: "source-type"},
	}},
	124: {Name: "MSSQLVolumeProtectionGroupHostParams", Fields: []Field{
		{Name: "enableSystemBackup", Flag: "enable-system-backup", Type: Boolean},
		{Name: "hostId", Flag: "host-id", Type: Integer, Required: true, Kind: "object"},
		{Name: "hostName", Flag: "host-name"},
		{Name: "volumeGuids", Flag: "volume-guids", Lists: 1},
	}},
	125: {Name: "MSSQLVolumeProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "sourceType", Flag: "source-type"},
	}},
	126: {Name: "KubernetesLabel", Fields: []Field{
		{Name: "key", Flag: "key"},
		{Name: "value", Flag: "value"},
	}},
	127: {Name: "ResourceInfo", Fields: []Field{
		{Name: "apiGroup", Flag: "api-group"},
		{Name: "isClusterScoped", Flag: "is-cluster-scoped", Type: Boolean},
		{Name: "kind", Flag: "kind"},
		{Name: "name", Flag: "name"},
		{Name: "resourceList", Flag: "resource-list", Type: Object, Model: 163, Lists: 1},
		{Name: "version", Flag: "version"},
	}},
	128: {Name: "KubernetesPvcInfo", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer},
		{Name: "name", Flag: "name"},
	}},
	129: {Name: "QuiesceGroup", Fields: []Field{
		{Name: "quiesceMode", Flag: "quiesce-mode", Required: true, Enum: []string{"kQuiesceIndependently", "kQuiesceTogether"}},
		{Name: "quiesceRules", Flag: "quiesce-rules", Type: Object, Model: 164, Lists: 1, Required: true},
	}},
	130: {Name: "SharepointObjectParams", Fields: []Field{
		{Name: "siteWebUrl", Flag: "site-web-url"},
	}},
	131: {Name: "ObjectSummary", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "sourceId", Flag: "source-id", Type: Integer, Kind: "source"},
		{Name: "sourceName", Flag: "source-name"},
		{Name: "environment", Flag: "environment", Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "objectHash", Flag: "object-hash"},
		{Name: "objectType", Flag: "object-type"},
		{Name: "logicalSizeBytes", Flag: "logical-size-bytes", Type: Integer, Unit: Bytes},
		{Name: "uuid", Flag: "uuid"},
		{Name: "globalId", Flag: "global-id"},
		{Name: "protectionType", Flag: "protection-type", Enum: []string{"kAgent", "kAuroraSnapshotManager", "kAwsAuroraPostgres", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAzureSQL", "kFile", "kNative", "kRDSSnapshotManager", "kSnapshotManager", "kVolume"}},
		{Name: "sharepointSiteSummary", Flag: "sharepoint-site-summary", Type: Object, Model: 130},
		{Name: "osType", Flag: "os-type", Enum: []string{"kLinux", "kWindows"}},
		{Name: "childObjects", Flag: "child-objects", Type: Object, Model: 131, Lists: 1},
		{Name: "vCenterSummary", Flag: "v-center-summary", Type: Object, Model: 132},
		{Name: "windowsClusterSummary", Flag: "windows-cluster-summary", Type: Object, Model: 133},
	}},
	132: {Name: "ObjectTypeVCenterParams", Fields: []Field{
		{Name: "isCloudEnv", Flag: "is-cloud-env", Type: Boolean},
	}},
	133: {Name: "ObjectTypeWindowsClusterParams", Fields: []Field{
		{Name: "clusterSourceType", Flag: "cluster-source-type"},
	}},
	134: {Name: "ArchivalTargetTierInfo", Fields: []Field{
		{Name: "awsTiering", Flag: "aws-tiering", Type: Object, Model: 154},
		{Name: "azureTiering", Flag: "azure-tiering", Type: Object, Model: 155},
		{Name: "cloudPlatform", Flag: "cloud-platform", Enum: []string{"AWS", "Azure", "Google", "Oracle"}},
		{Name: "googleTiering", Flag: "google-tiering", Type: Object, Model: 156},
		{Name: "oracleTiering", Flag: "oracle-tiering", Type: Object, Model: 157},
		{Name: "currentTierType", Flag: "current-tier-type", Enum: []string{"kAmazonS3Glacier", "kAmazonS3GlacierDeepArchive", "kAmazonS3IntelligentTiering", "kAmazonS3OneZoneIA", "kAmazonS3Standard", "kAmazonS3StandardIA", "kAzureTierArchive", "kAzureTierCool", "kAzureTierHot", "kGoogleColdline", "kGoogleMultiRegional", "kGoogleNearline", "kGoogleRegional", "kGoogleStandard", "kOracleTierArchive", "kOracleTierStandard"}},
	}},
	135: {Name: "RecoverPhysicalVolumeParamsPhysicalTargetParams", Fields: []Field{
		{Name: "mountTarget", Flag: "mount-target", Type: Object, Model: 165, Required: true},
		{Name: "volumeMapping", Flag: "volume-mapping", Type: Object, Model: 166, Lists: 1, Required: true},
		{Name: "forceUnmountVolume", Flag: "force-unmount-volume", Type: Boolean},
		{Name: "vlanConfig", Flag: "vlan-config", Type: Object, Model: 167},
	}},
	136: {Name: "MountPhysicalVolumeParamsPhysicalTargetParams", Fields: []Field{
		{Name: "mountToOriginalTarget", Flag: "mount-to-original-target", Type: Boolean, Required: true},
		{Name: "originalTargetConfig", Flag: "original-target-config", Type: Object, Model: 168},
		{Name: "newTargetConfig", Flag: "new-target-config", Type: Object, Model: 169},
		{Name: "readOnlyMount", Flag: "read-only-mount", Type: Boolean},
		{Name: "volumeNames", Flag: "volume-names", Lists: 1},
		{Name: "mountedVolumeMapping", Flag: "mounted-volume-mapping", Type: Object, Model: 170, Lists: 1},
		{Name: "vlanConfig", Flag: "vlan-config", Type: Object, Model: 171},
	}},
	137: {Name: "CommonRecoverFileAndFolderInfo", Fields: []Field{
		{Name: "absolutePath", Flag: "absolute-path", Required: true},
		{Name: "destinationDir", Flag: "destination-dir"},
		{Name: "isDirectory", Flag: "is-directory", Type: Boolean},
		{Name: "status", Flag: "status", Enum: []string{"CopyInProgress", "EstimationDone", "EstimationInProgress", "Finished", "NotStarted"}},
		{Name: "messages", Flag: "messages", Lists: 1},
		{Name: "isViewFileRecovery", Flag: "is-view-file-recovery", Type: Boolean},
	}},
	138: {Name: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams", Fields: []Field{
		{Name: "recoverTarget", Flag: "recover-target", Type: Object, Model: 172, Required: true},
		{Name: "restoreToOriginalPaths", Flag: "restore-to-original-paths", Type: Boolean},
		{Name: "overwriteExisting", Flag: "overwrite-existing", Type: Boolean},
		{Name: "alternateRestoreDirectory", Flag: "alternate-restore-directory"},
		{Name: "preserveAttributes", Flag: "preserve-attributes", Type: Boolean},
		{Name: "preserveTimestamps", Flag: "preserve-timestamps", Type: Boolean},
		{Name: "preserveAcls", Flag: "preserve-acls", Type: Boolean},
		{Name: "continueOnError", Flag: "continue-on-error", Type: Boolean},
		{Name: "saveSuccessFiles", Flag: "save-success-files", Type: Boolean},
		{Name: "vlanConfig", Flag: "vlan-config", Type: Object, Model: 173},
		{Name: "restoreEntityType", Flag: "restore-entity-type", Enum: []string{"kACLOnly", "kRegular"}},
	}},
	139: {Name: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams", Fields: []Field{
		{Name: "continueOnError", Flag: "continue-on-error", Type: Boolean},
		{Name: "newTargetConfig", Flag: "new-target-config", Type: Object, Model: 174},
		{Name: "originalTargetConfig", Flag: "original-target-config", Type: Object, Model: 175},
		{Name: "overwriteExisting", Flag: "overwrite-existing", Type: Boolean},
		{Name: "preserveAttributes", Flag: "preserve-attributes", Type: Boolean},
		{Name: "recoverToOriginalTarget", Flag: "recover-to-original-target", Type: Boolean, Required: true},
		{Name: "vlanConfig", Flag: "vlan-config", Type: Object, Model: 176},
	}},
	140: {Name: "RecoverKubernetesNamespaceParamsKubernetesTargetParams", Fields: []Field{
		{Name: "excludeParams", Flag: "exclude-params", Type: Object, Model: 73},
		{Name: "excludedPvcs", Flag: "excluded-pvcs", Type: Object, Model: 128, Lists: 1},
		{Name: "includeParams", Flag: "include-params", Type: Object, Model: 73},
		{Name: "objects", Flag: "objects", Type: Object, Model: 177, Lists: 1},
		{Name: "recoverClusterScopedResources", Flag: "recover-cluster-scoped-resources", Type: Object, Model: 178},
		{Name: "recoverProtectionGroupRunsParams", Flag: "recover-protection-group-runs-params", Type: Object, Model: 179, Lists: 1},
		{Name: "recoverPvcsOnly", Flag: "recover-pvcs-only", Type: Boolean},
		{Name: "recoveryRegionMigrationParams", Flag: "recovery-region-migration-params", Type: Object, Model: 180},
		{Name: "recoveryTargetConfig", Flag: "recovery-target-config", Type: Object, Model: 181, Required: true},
		{Name: "recoveryZoneMigrationParams", Flag: "recovery-zone-migration-params", Type: Object, Model: 180, Lists: 1},
		{Name: "renameRecoveredNamespacesParams", Flag: "rename-recovered-namespaces-params", Type: Object, Model: 182},
		{Name: "skipClusterCompatibilityCheck", Flag: "skip-cluster-compatibility-check", Type: Boolean},
		{Name: "storageClass", Flag: "storage-class", Type: Object, Model: 183},
	}},
	141: {Name: "RecoverKubernetesNamespaceParamsVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	142: {Name: "AAGInfo", Fields: []Field{
		{Name: "name", Flag: "name"},
		{Name: "objectId", Flag: "object-id", Type: Integer, Kind: "object"},
	}},
	143: {Name: "HostInformation", Fields: []Field{
		{Name: "id", Flag: "id", Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "environment", Flag: "environment", Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
	}},
	144: {Name: "SqlTargetParamsForRecoverSqlApp", Fields: []Field{
		{Name: "newSourceConfig", Flag: "new-source-config", Type: Object, Model: 184},
		{Name: "originalSourceConfig", Flag: "original-source-config", Type: Object, Model: 185},
		{Name: "recoverToNewSource", Flag: "recover-to-new-source", Type: Boolean, Required: true},
	}},
	145: {Name: "IncrementalSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Hours", "Minutes", "Months", "Weeks", "Years"}},
		{Name: "minuteSchedule", Flag: "minute-schedule", Type: Object, Model: 148},
		{Name: "hourSchedule", Flag: "hour-schedule", Type: Object, Model: 149},
		{Name: "daySchedule", Flag: "day-schedule", Type: Object, Model: 150},
		{Name: "weekSchedule", Flag: "week-schedule", Type: Object, Model: 151},
		{Name: "monthSchedule", Flag: "month-schedule", Type: Object, Model: 152},
		{Name: "yearSchedule", Flag: "year-schedule", Type: Object, Model: 153},
	}},
	146: {Name: "FullSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", Required: true, Enum: []string{"Days", "Months", "ProtectOnce", "Weeks", "Years"}},
		{Name: "daySchedule", Flag: "day-schedule", Type: Object, Model: 150},
		{Name: "weekSchedule", Flag: "week-schedule", Type: Object, Model: 151},
		{Name: "monthSchedule", Flag: "month-schedule", Type: Object, Model: 152},
		{Name: "yearSchedule", Flag: "year-schedule", Type: Object, Model: 153},
	}},
	147: {Name: "PrimaryArchivalTarget", Fields: []Field{
		{Name: "targetId", Flag: "target-id", Type: Integer, Required: true},
		{Name: "targetName", Flag: "target-name"},
		{Name: "tierSettings", Flag: "tier-settings", Type: Object, Model: 110},
	}},
	148: {Name: "MinuteSchedule", Fields: []Field{
		{Name: "frequency", Flag: "frequency", Type: Integer, Required: true},
	}},
	149: {Name: "HourSchedule", Fields: []Field{
		{Name: "frequency", Flag: "frequency", Type: Integer, Required: true},
	}},
	150: {Name: "DaySchedule", Fields: []Field{
		{Name: "frequency", Flag: "frequency", Type: Integer, Required: true},
	}},
	151: {Name: "WeekSchedule", Fields: []Field{
		{Name: "dayOfWeek", Flag: "day-of-week", Lists: 1, Required: true, Enum: []string{"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"}},
	}},
	152: {Name: "MonthSchedule", Fields: []Field{
		{Name: "dayOfWeek", Flag: "day-of-week", Lists: 1, Enum: []string{"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"}},
		{Name: "weekOfMonth", Flag: "week-of-month", Enum: []string{"First", "Fourth", "Last", "Second", "Third"}},
		{Name: "dayOfMonth", Flag: "day-of-month", Type: Integer},
	}},
	153: {Name: "YearSchedule", Fields: []Field{
		{Name: "dayOfYear", Flag: "day-of-year", Required: true, Enum: []string{"First", "Last"}},
	}},
	154: {Name: "AWSTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", Type: Object, Model: 186, Lists: 1, Required: true},
	}},
	155: {Name: "AzureTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", Type: Object, Model: 187, Lists: 1},
	}},
	156: {Name: "GoogleTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", Type: Object, Model: 188, Lists: 1, Required: true},
	}},
	157: {Name: "OracleTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", Type: Object, Model: 189, Lists: 1, Required: true},
	}},
	158: {Name: "AwsCloudSpinParams", Fields: []Field{
		{Name: "customTagList", Flag: "custom-tag-list", Type: Object, Model: 190, Lists: 1},
		{Name: "region", Flag: "region", Type: Integer, Required: true},
		{Name: "subnetId", Flag: "subnet-id", Type: Integer},
		{Name: "vpcId", Flag: "vpc-id", Type: Integer},
	}},
	159: {Name: "AzureCloudSpinParams", Fields: []Field{
		{Name: "availabilitySetId", Flag: "availability-set-id", Type: Integer},
		{Name: "networkResourceGroupId", Flag: "network-resource-group-id", Type: Integer},
		{Name: "resourceGroupId", Flag: "resource-group-id", Type: Integer},
		{Name: "storageAccountId", Flag: "storage-account-id", Type: Integer},
		{Name: "storageContainerId", Flag: "storage-container-id", Type: Integer},
		{Name: "storageResourceGroupId", Flag: "storage-resource-group-id", Type: Integer},
		{Name: "tempVmResourceGroupId", Flag: "temp-vm-resource-group-id", Type: Integer},
		{Name: "tempVmStorageAccountId", Flag: "temp-vm-storage-account-id", Type: Integer},
		{Name: "tempVmStorageContainerId", Flag: "temp-vm-storage-container-id", Type: Integer},
		{Name: "tempVmSubnetId", Flag: "temp-vm-subnet-id", Type: Integer},
		{Name: "tempVmVirtualNetworkId", Flag: "temp-vm-virtual-network-id", Type: Integer},
	}},
	160: {Name: "CommonPreBackupScriptParams", Fields: []Field{
		{Name: "path", Flag: "path", Required: true},
		{Name: "params", Flag: "params"},
		{Name: "timeoutSecs", Flag: "timeout-secs", Type: Integer, Unit: SpanSecs},
		{Name: "isActive", Flag: "is-active", Type: Boolean},
		{Name: "continueOnError", Flag: "continue-on-error", Type: Boolean},
	}},
	161: {Name: "CommonPostBackupScriptParams", Fields: []Field{
		{Name: "path", Flag: "path", Required: true},
		{Name: "params", Flag: "params"},
		{Name: "timeoutSecs", Flag: "timeout-secs", Type: Integer, Unit: SpanSecs},
		{Name: "isActive", Flag: "is-active", Type: Boolean},
	}},
	162: {Name: "PhysicalFileBackupPathParams", Fields: []Field{
		{Name: "includedPath", Flag: "included-path", Required: true},
		{Name: "excludedPaths", Flag: "excluded-paths", Lists: 1},
		{Name: "skipNestedVolumes", Flag: "skip-nested-volumes", Type: Boolean},
	}},
	163: {Name: "ResourceInstance", Fields: []Field{
		{Name: "entityId", Flag: "entity-id", Type: Integer, Kind: "object"},
		{Name: "name", Flag: "name"},
	}},
	164: {Name: "QuiesceRule", Fields: []Field{
		{Name: "podSelectorLabels", Flag: "pod-selector-labels", Type: Object, Model: 126, Lists: 1},
		{Name: "postSnapshotHooks", Flag: "post-snapshot-hooks", Type: Object, Model: 191, Lists: 1, Required: true},
		{Name: "preSnapshotHooks", Flag: "pre-snapshot-hooks", Type: Object, Model: 191, Lists: 1, Required: true},
	}},
	165: {Name: "PhysicalTargetParamsForRecoverVolumeMountTarget", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
	}},
	166: {Name: "RecoverVolumeMapping", Fields: []Field{
		{Name: "sourceVolumeGuid", Flag: "source-volume-guid", Required: true},
		{Name: "destinationVolumeGuid", Flag: "destination-volume-guid", Required: true},
	}},
	167: {Name: "PhysicalTargetParamsForRecoverVolumeVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	168: {Name: "PhysicalTargetParamsForMountVolumeOriginalTargetConfig", Fields: []Field{
		{Name: "serverCredentials", Flag: "server-credentials", Type: Object, Model: 192},
	}},
	169: {Name: "PhysicalTargetParamsForMountVolumeNewTargetConfig", Fields: []Field{
		{Name: "mountTarget", Flag: "mount-target", Type: Object, Model: 193, Required: true},
		{Name: "serverCredentials", Flag: "server-credentials", Type: Object, Model: 194},
	}},
	170: {Name: "MountedVolumeMapping", Fields: []Field{
		{Name: "originalVolume", Flag: "original-volume"},
		{Name: "mountedVolume", Flag: "mounted-volume"},
		{Name: "fileSystemType", Flag: "file-system-type"},
	}},
	171: {Name: "PhysicalTargetParamsForMountVolumeVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	172: {Name: "PhysicalTargetParamsForRecoverFileAndFolderRecoverTarget", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	173: {Name: "PhysicalTargetParamsForRecoverFileAndFolderVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	174: {Name: "KubernetesTargetParamsForRecoverFileAndFolderNewTargetConfig", Fields: []Field{
		{Name: "absolutePath", Flag: "absolute-path", Required: true},
		{Name: "targetNamespace", Flag: "target-namespace", Type: Object, Model: 195},
		{Name: "targetPvc", Flag: "target-pvc", Type: Object, Model: 196, Required: true},
		{Name: "targetSource", Flag: "target-source", Type: Object, Model: 197},
	}},
	175: {Name: "KubernetesTargetParamsForRecoverFileAndFolderOriginalTargetConfig", Fields: []Field{
		{Name: "alternatePath", Flag: "alternate-path"},
		{Name: "recoverToOriginalPath", Flag: "recover-to-original-path", Type: Boolean, Required: true},
	}},
	176: {Name: "KubernetesTargetParamsForRecoverFileAndFolderVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name"},
	}},
	177: {Name: "KubernetesRecoveryObjectParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", Required: true, Kind: "snapshot"},
		{Name: "pointInTimeUsecs", Flag: "point-in-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "protectionGroupId", Flag: "protection-group-id", Kind: "group"},
		{Name: "protectionGroupName", Flag: "protection-group-name"},
		{Name: "snapshotCreationTimeUsecs", Flag: "snapshot-creation-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "objectInfo", Flag: "object-info", Type: Object, Model: 76},
		{Name: "snapshotTargetType", Flag: "snapshot-target-type", Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}},
		{Name: "archivalTargetInfo", Flag: "archival-target-info", Type: Object, Model: 77},
		{Name: "progressTaskId", Flag: "progress-task-id"},
		{Name: "recoverFromStandby", Flag: "recover-from-standby", Type: Boolean},
		{Name: "status", Flag: "status", Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}},
		{Name: "startTimeUsecs", Flag: "start-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "messages", Flag: "messages", Lists: 1},
		{Name: "bytesRestored", Flag: "bytes-restored", Type: Integer},
		{Name: "excludeParams", Flag: "exclude-params", Type: Object, Model: 73},
		{Name: "includeParams", Flag: "include-params", Type: Object, Model: 73},
		{Name: "recoverPvcsOnly", Flag: "recover-pvcs-only", Type: Boolean},
		{Name: "storageClass", Flag: "storage-class", Type: Object, Model: 183},
		{Name: "unbindPvcs", Flag: "unbind-pvcs", Type: Boolean},
	}},
	178: {Name: "RecoverClusterScopedResourcesParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", Kind: "snapshot"},
	}},
	179: {Name: "RecoverProtectionGroupRunParams", Fields: []Field{
		{Name: "archivalTargetId", Flag: "archival-target-id", Type: Integer},
		{Name: "protectionGroupId", Flag: "protection-group-id", Kind: "group"},
		{Name: "protectionGroupInstanceId", Flag: "protection-group-instance-id", Type: Integer, Required: true},
		{Name: "protectionGroupRunId", Flag: "protection-group-run-id", Required: true, Kind: "run"},
	}},
	180: {Name: "KubernetesRecoveryMigrationParams", Fields: []Field{
		{Name: "currentValue", Flag: "current-value", Required: true},
		{Name: "newValue", Flag: "new-value", Required: true},
	}},
	181: {Name: "KubernetesTargetParamsForRecoverKubernetesNamespaceRecoveryTargetConfig", Fields: []Field{
		{Name: "newSourceConfig", Flag: "new-source-config", Type: Object, Model: 198},
		{Name: "recoverToNewSource", Flag: "recover-to-new-source", Type: Boolean, Required: true},
	}},
	182: {Name: "KubernetesTargetParamsForRecoverKubernetesNamespaceRenameRecoveredNamespacesParams", Fields: []Field{
		{Name: "prefix", Flag: "prefix"},
		{Name: "suffix", Flag: "suffix"},
	}},
	183: {Name: "KubernetesStorageClassParams", Fields: []Field{
		{Name: "storageClassMapping", Flag: "storage-class-mapping", Type: Object, Model: 126, Lists: 1},
		{Name: "useStorageClassMapping", Flag: "use-storage-class-mapping", Type: Boolean},
	}},
	184: {Name: "RecoverSqlAppNewSourceConfig", Fields: []Field{
		{Name: "keepCdc", Flag: "keep-cdc", Type: Boolean},
		{Name: "multiStageRestoreOptions", Flag: "multi-stage-restore-options", Type: Object, Model: 199},
		{Name: "nativeLogRecoveryWithClause", Flag: "native-log-recovery-with-clause"},
		{Name: "nativeRecoveryWithClause", Flag: "native-recovery-with-clause"},
		{Name: "overwritingPolicy", Flag: "overwriting-policy", Enum: []string{"FailIfExists", "Overwrite"}},
		{Name: "replayEntireLastLog", Flag: "replay-entire-last-log", Type: Boolean},
		{Name: "restoreTimeUsecs", Flag: "restore-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "secondaryDataFilesDirList", Flag: "secondary-data-files-dir-list", Type: Object, Model: 200, Lists: 1},
		{Name: "withNoRecovery", Flag: "with-no-recovery", Type: Boolean},
		{Name: "dataFileDirectoryLocation", Flag: "data-file-directory-location", Required: true},
		{Name: "databaseName", Flag: "database-name"},
		{Name: "host", Flag: "host", Type: Object, Model: 201, Required: true},
		{Name: "instanceName", Flag: "instance-name", Required: true},
		{Name: "logFileDirectoryLocation", Flag: "log-file-directory-location", Required: true},
	}},
	185: {Name: "RecoverSqlAppOriginalSourceConfig", Fields: []Field{
		{Name: "keepCdc", Flag: "keep-cdc", Type: Boolean},
		{Name: "multiStageRestoreOptions", Flag: "multi-stage-restore-options", Type: Object, Model: 199},
		{Name: "nativeLogRecoveryWithClause", Flag: "native-log-recovery-with-clause"},
		{Name: "nativeRecoveryWithClause", Flag: "native-recovery-with-clause"},
		{Name: "overwritingPolicy", Flag: "overwriting-policy", Enum: []string{"FailIfExists", "Overwrite"}},
		{Name: "replayEntireLastLog", Flag: "replay-entire-last-log", Type: Boolean},
		{Name: "restoreTimeUsecs", Flag: "restore-time-usecs", Type: Integer, Unit: UnixUsecs},
		{Name: "secondaryDataFilesDirList", Flag: "secondary-data-files-dir-list", Type: Object, Model: 200, Lists: 1},
		{Name: "withNoRecovery", Flag: "with-no-recovery", Type: Boolean},
		{Name: "captureTailLogs", Flag: "capture-tail-logs", Type: Boolean},
		{Name: "dataFileDirectoryLocation", Flag: "data-file-directory-location"},
		{Name: "logFileDirectoryLocation", Flag: "log-file-directory-location"},
		{Name: "newDatabaseName", Flag: "new-database-name"},
	}},
	186: {Name: "AWSTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", Type: Integer},
		{Name: "tierType", Flag: "tier-type", Required: true, Enum: []string{"kAmazonS3Glacier", "kAmazonS3GlacierDeepArchive", "kAmazonS3IntelligentTiering", "kAmazonS3OneZoneIA", "kAmazonS3Standard", "kAmazonS3StandardIA"}},
	}},
	187: {Name: "AzureTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", Type: Integer},
		{Name: "tierType", Flag: "tier-type", Required: true, Enum: []string{"kAzureTierArchive", "kAzureTierCool", "kAzureTierHot"}},
	}},
	188: {Name: "GoogleTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", Type: Integer},
		{Name: "tierType", Flag: "tier-type", Required: true, Enum: []string{"kGoogleColdline", "kGoogleMultiRegional", "kGoogleNearline", "kGoogleRegional", "kGoogleStandard"}},
	}},
	189: {Name: "OracleTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", Type: Integer},
		{Name: "tierType", Flag: "tier-type", Required: true, Enum: []string{"kOracleTierArchive", "kOracleTierStandard"}},
	}},
	190: {Name: "CustomTagParams", Fields: []Field{
		{Name: "key", Flag: "key", Required: true},
		{Name: "value", Flag: "value", Required: true},
	}},
	191: {Name: "KubernetesHook", Fields: []Field{
		{Name: "commands", Flag: "commands", Lists: 1, Required: true},
		{Name: "container", Flag: "container"},
		{Name: "failOnError", Flag: "fail-on-error", Type: Boolean},
		{Name: "timeout", Flag: "timeout", Type: Integer},
	}},
	192: {Name: "PhysicalMountVolumesOriginalTargetConfigServerCredentials", Fields: []Field{
		{Name: "username", Flag: "username", Required: true},
		{Name: "password", Flag: "password", Required: true, Secret: true},
	}},
	193: {Name: "RecoverTarget", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	194: {Name: "PhysicalMountVolumesNewTargetConfigServerCredentials", Fields: []Field{
		{Name: "username", Flag: "username", Required: true},
		{Name: "password", Flag: "password", Required: true, Secret: true},
	}},
	195: {Name: "KubernetesRecoverFilesNewTargetConfigTargetNamespace", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	196: {Name: "KubernetesRecoverFilesNewTargetConfigTargetPvc", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	197: {Name: "KubernetesRecoverFilesNewTargetConfigTargetSource", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "source"},
		{Name: "name", Flag: "name"},
		{Name: "parentSourceId", Flag: "parent-source-id", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name"},
	}},
	198: {Name: "KubernetesNamespaceRecoveryTargetConfigNewSourceConfig", Fields: []Field{
		{Name: "source", Flag: "source", Type: Object, Model: 202, Required: true},
	}},
	199: {Name: "MultiStageRestoreOptions", Fields: []Field{
		{Name: "enableAutoSync", Flag: "enable-auto-sync", Type: Boolean},
		{Name: "enableMultiStageRestore", Flag: "enable-multi-stage-restore", Type: Boolean},
	}},
	200: {Name: "FilenamePatternToDirectory", Fields: []Field{
		{Name: "directory", Flag: "directory"},
		{Name: "filenamePattern", Flag: "filename-pattern"},
	}},
	201: {Name: "RecoveryObjectIdentifier", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name"},
	}},
	202: {Name: "KubernetesNamespaceRecoveryNewSourceConfigSource", Fields: []Field{
		{Name: "id", Flag: "id", Type: Integer, Required: true, Kind: "source"},
		{Name: "name", Flag: "name"},
	}},
}
