// Code generated from openapi.yaml by go generate ./api; DO NOT EDIT.

package api

// DownloadAgent is POST /data-protect/agents/download: download the agent installer for a host.
var DownloadAgent = Operation{
	ID: "DownloadAgent", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/agents/download", Reads: true, About: "DownloadAgent|Download the agent installer for a host.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "DownloadAgent.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "platform", Flag: "platform", About: "DownloadAgentRequest.platform|The host's platform.", Required: true, Enum: []string{"kLinux", "kWindows"}},
		{Name: "linuxParams", Flag: "linux-params", About: "DownloadAgentRequest.linuxParams|Settings for the Linux agent.", Type: Object, Model: 0},
	},
	Answer: File,
}

// GetUpgradeTasks is GET /data-protect/agents/upgrade-tasks: list the agent upgrade tasks.
var GetUpgradeTasks = Operation{
	ID: "GetUpgradeTasks", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/agents/upgrade-tasks", About: "GetUpgradeTasks|List the agent upgrade tasks.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetUpgradeTasks.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "GetUpgradeTasks.ids|Filter by upgrade task (names or IDs).", Type: Integer, Lists: 1, Kind: "upgrade"}},
	},
	Answer: JSON,
}

// CreateUpgradeTask is POST /data-protect/agents/upgrade-tasks: upgrade agents, now or at a scheduled time.
var CreateUpgradeTask = Operation{
	ID: "CreateUpgradeTask", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/agents/upgrade-tasks", About: "CreateUpgradeTask|Upgrade agents, now or at a scheduled time.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "CreateUpgradeTask.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "agentIDs", Flag: "agent-ids", About: "CreateUpgradeTaskRequest.agentIDs|The agents to upgrade (names or IDs).", Type: Integer, Lists: 1, Kind: "agent"},
		{Name: "description", Flag: "description", About: "CreateUpgradeTaskRequest.description|A description of the upgrade task."},
		{Name: "name", Flag: "name", About: "CreateUpgradeTaskRequest.name|The name of the upgrade task.", NotEmpty: true},
		{Name: "retryTaskId", Flag: "retry-task-id", About: "CreateUpgradeTaskRequest.retryTaskId|The failed upgrade task to retry (name or ID).", Type: Integer, Kind: "upgrade"},
		{Name: "scheduleEndTimeUsecs", Flag: "schedule-end-time-usecs", About: "CreateUpgradeTaskRequest.scheduleEndTimeUsecs|The latest time to start the upgrade.", Type: Integer, Unit: UnixUsecs},
		{Name: "scheduleTimeUsecs", Flag: "schedule-time-usecs", About: "CreateUpgradeTaskRequest.scheduleTimeUsecs|When to start the upgrade; defaults to now.", Type: Integer, Unit: UnixUsecs},
	},
	Answer: JSON,
}

// GetObjectSnapshots is GET /data-protect/objects/{id}/snapshots: list the snapshots of an object.
var GetObjectSnapshots = Operation{
	ID: "GetObjectSnapshots", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/objects/{id}/snapshots", About: "GetObjectSnapshots|List the snapshots of an object.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetObjectSnapshots.id|The object's ID; skips the lookup by name.", Type: Integer, Required: true, Kind: "object"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetObjectSnapshots.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "fromTimeUsecs", Flag: "from-time-usecs", About: "GetObjectSnapshots.fromTimeUsecs|List only snapshots taken at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "toTimeUsecs", Flag: "to-time-usecs", About: "GetObjectSnapshots.toTimeUsecs|List only snapshots taken at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "runStartFromTimeUsecs", Flag: "run-start-from-time-usecs", About: "GetObjectSnapshots.runStartFromTimeUsecs|List only snapshots of runs that started at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "runStartToTimeUsecs", Flag: "run-start-to-time-usecs", About: "GetObjectSnapshots.runStartToTimeUsecs|List only snapshots of runs that started at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "snapshotActions", Flag: "snapshot-actions", About: "GetObjectSnapshots.snapshotActions|Filter by recovery action that the snapshot supports.", Lists: 1, Enum: []string{"ConvertToPst", "DownloadChats", "DownloadFilesAndFolders", "InstantVolumeMount", "MountVolumes", "RecoverApps", "RecoverAurora", "RecoverAzureSQL", "RecoverFiles", "RecoverMailbox", "RecoverMailboxCSM", "RecoverMsGroup", "RecoverMsTeam", "RecoverNamespaces", "RecoverNasVolume", "RecoverObjects", "RecoverOneDrive", "RecoverOneDriveCSM", "RecoverPhysicalVolumes", "RecoverPublicFolders", "RecoverRDS", "RecoverRDSPostgres", "RecoverS3Buckets", "RecoverSanVolumes", "RecoverSfdcRecords", "RecoverSharePoint", "RecoverSharePointCSM", "RecoverSystem", "RecoverVApps", "RecoverVAppTemplates", "RecoverVmDisks", "RecoverVMs"}}},
		{In: Query, Field: Field{Name: "runTypes", Flag: "run-types", About: "GetObjectSnapshots.runTypes|Filter by run type.", Lists: 1, Enum: []string{"kFull", "kHydrateCDP", "kLog", "kRegular", "kStorageArraySnapshot", "kSystem"}}},
		{In: Query, Field: Field{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "GetObjectSnapshots.protectionGroupIds|Filter by protection group (names or IDs).", Lists: 1, Kind: "group"}},
		{In: Query, Field: Field{Name: "runInstanceIds", Flag: "run-instance-ids", About: "GetObjectSnapshots.runInstanceIds|Filter by run (instance IDs).", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "regionIds", Flag: "region-ids", About: "GetObjectSnapshots.regionIds|Filter by region (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "objectActionKeys", Flag: "object-action-keys", About: "GetObjectSnapshots.objectActionKeys|Filter by type of protected object.", Lists: 1, Enum: []string{"kAcropolis", "kAD", "kAuroraSnapshotManager", "kAWS", "kAwsAuroraPostgres", "kAWSNative", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAWSSnapshotManager", "kAzure", "kAzureNative", "kAzureSnapshotManager", "kAzureSQL", "kCassandra", "kCouchbase", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kO365", "kO365Exchange", "kO365ExchangeCSM", "kO365Group", "kO365OneDrive", "kO365OneDriveCSM", "kO365PublicFolders", "kO365Sharepoint", "kO365SharepointCSM", "kO365Teams", "kOracle", "kPhysical", "kPhysicalFiles", "kPure", "kRDSSnapshotManager", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kVCD", "kView", "kVMware"}}},
	},
	Answer: JSON,
}

// DeleteProtectionPolicy is DELETE /data-protect/policies/{id}: delete a protection policy.
var DeleteProtectionPolicy = Operation{
	ID: "DeleteProtectionPolicy", Method: "DELETE", Server: "instance", Base: "/v2", Path: "/data-protect/policies/{id}", About: "DeleteProtectionPolicy|Delete a protection policy.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "DeleteProtectionPolicy.id|The policy's ID; skips the lookup by name.", Required: true, Kind: "policy"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "DeleteProtectionPolicy.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
}

// GetProtectionPolicyByID is GET /data-protect/policies/{id}: show a protection policy.
var GetProtectionPolicyByID = Operation{
	ID: "GetProtectionPolicyByID", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/policies/{id}", About: "GetProtectionPolicyByID|Show a protection policy.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetProtectionPolicyByID.id|The policy's ID; skips the lookup by name.", Required: true, Kind: "policy"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetProtectionPolicyByID.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "GetProtectionPolicyByID.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
	},
	Answer: JSON,
}

// UpdateProtectionPolicy is PUT /data-protect/policies/{id}: replace the settings of a protection policy.
var UpdateProtectionPolicy = Operation{
	ID: "UpdateProtectionPolicy", Method: "PUT", Server: "instance", Base: "/v2", Path: "/data-protect/policies/{id}", About: "UpdateProtectionPolicy|Replace the settings of a protection policy.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "UpdateProtectionPolicy.id|The policy's ID; skips the lookup by name.", Required: true, Kind: "policy"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "UpdateProtectionPolicy.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "UpdateProtectionPolicyRequest.name|The name of the policy, unique within the tenant.", Required: true, NotEmpty: true},
		{Name: "backupPolicy", Flag: "backup-policy", About: "UpdateProtectionPolicyRequest.backupPolicy|The backup schedules and their retention.", Type: Object, Model: 1, Required: true},
		{Name: "description", Flag: "description", About: "UpdateProtectionPolicyRequest.description|A description of the policy."},
		{Name: "blackoutWindow", Flag: "blackout-window", About: "UpdateProtectionPolicyRequest.blackoutWindow|The times when no runs start.", Type: Object, Model: 2, Lists: 1},
		{Name: "extendedRetention", Flag: "extended-retention", About: "UpdateProtectionPolicyRequest.extendedRetention|The snapshots to retain for longer.", Type: Object, Model: 3, Lists: 1},
		{Name: "remoteTargetPolicy", Flag: "remote-target-policy", About: "UpdateProtectionPolicyRequest.remoteTargetPolicy|The targets to copy snapshots to, with schedules and retention.", Type: Object, Model: 4},
		{Name: "cascadedTargetsConfig", Flag: "cascaded-targets-config", About: "UpdateProtectionPolicyRequest.cascadedTargetsConfig|The targets for cascaded copies.", Type: Object, Model: 5, Lists: 1},
		{Name: "retryOptions", Flag: "retry-options", About: "UpdateProtectionPolicyRequest.retryOptions|The number and interval of retries of failed runs.", Type: Object, Model: 6},
		{Name: "dataLock", Flag: "data-lock", About: "UpdateProtectionPolicyRequest.dataLock|The data lock for all snapshots (deprecated; set it in each retention).", Enum: []string{"Administrative", "Compliance"}},
		{Name: "version", Flag: "version", About: "UpdateProtectionPolicyRequest.version|The version of the policy schema.", Type: Integer},
		{Name: "isCBSEnabled", Flag: "is-cbs-enabled", About: "UpdateProtectionPolicyRequest.isCBSEnabled|Whether the client supports calendar-based schedules.", Type: Boolean},
		{Name: "lastModificationTimeUsecs", Flag: "last-modification-time-usecs", About: "UpdateProtectionPolicyRequest.lastModificationTimeUsecs|The last modification time; rejected if out of date.", Type: Integer, Assigned: true, Unit: UnixUsecs},
		{Name: "templateId", Flag: "template-id", About: "UpdateProtectionPolicyRequest.templateId|The ID of the policy's template."},
	}, AnswerOnly: []string{"id", "isReplicated", "isUsable", "numProtectedObjects", "numProtectionGroups"},
	Answer: JSON,
}

// GetProtectionPolicies is GET /data-protect/policies: list the protection policies.
var GetProtectionPolicies = Operation{
	ID: "GetProtectionPolicies", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/policies", About: "GetProtectionPolicies|List the protection policies.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetProtectionPolicies.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "GetProtectionPolicies.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "GetProtectionPolicies.ids|Filter by policy (names or IDs).", Lists: 1, Kind: "policy"}},
		{In: Query, Field: Field{Name: "policyNames", Flag: "policy-names", About: "GetProtectionPolicies.policyNames|Filter by policy name.", Lists: 1}},
		{In: Query, Field: Field{Name: "types", Flag: "types", About: "GetProtectionPolicies.types|Filter by policy type.", Lists: 1, Enum: []string{"Internal", "Regular"}}},
		{In: Query, Field: Field{Name: "excludeLinkedPolicies", Flag: "exclude-linked-policies", About: "GetProtectionPolicies.excludeLinkedPolicies|Exclude policies created from a template.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeReplicatedPolicies", Flag: "include-replicated-policies", About: "GetProtectionPolicies.includeReplicatedPolicies|Include replicated policies.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeStats", Flag: "include-stats", About: "GetProtectionPolicies.includeStats|Include the number of groups and objects of each policy.", Type: Boolean}},
		{In: Query, Field: Field{Name: "vaultIds", Flag: "vault-ids", About: "GetProtectionPolicies.vaultIds|Filter by archival target (IDs).", Type: Integer, Lists: 1}},
	},
	Answer: JSON,
}

// CreateProtectionPolicy is POST /data-protect/policies: create a protection policy.
var CreateProtectionPolicy = Operation{
	ID: "CreateProtectionPolicy", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/policies", About: "CreateProtectionPolicy|Create a protection policy.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "CreateProtectionPolicy.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "CreateProtectionPolicyRequest.name|The name of the policy, unique within the tenant.", Required: true, NotEmpty: true},
		{Name: "backupPolicy", Flag: "backup-policy", About: "CreateProtectionPolicyRequest.backupPolicy|The backup schedules and their retention.", Type: Object, Model: 1, Required: true},
		{Name: "description", Flag: "description", About: "CreateProtectionPolicyRequest.description|A description of the policy."},
		{Name: "blackoutWindow", Flag: "blackout-window", About: "CreateProtectionPolicyRequest.blackoutWindow|The times when no runs start.", Type: Object, Model: 2, Lists: 1},
		{Name: "extendedRetention", Flag: "extended-retention", About: "CreateProtectionPolicyRequest.extendedRetention|The snapshots to retain for longer.", Type: Object, Model: 3, Lists: 1},
		{Name: "remoteTargetPolicy", Flag: "remote-target-policy", About: "CreateProtectionPolicyRequest.remoteTargetPolicy|The targets to copy snapshots to, with schedules and retention.", Type: Object, Model: 4},
		{Name: "cascadedTargetsConfig", Flag: "cascaded-targets-config", About: "CreateProtectionPolicyRequest.cascadedTargetsConfig|The targets for cascaded copies.", Type: Object, Model: 5, Lists: 1},
		{Name: "retryOptions", Flag: "retry-options", About: "CreateProtectionPolicyRequest.retryOptions|The number and interval of retries of failed runs.", Type: Object, Model: 6},
		{Name: "dataLock", Flag: "data-lock", About: "CreateProtectionPolicyRequest.dataLock|The data lock for all snapshots (deprecated; set it in each retention).", Enum: []string{"Administrative", "Compliance"}},
		{Name: "version", Flag: "version", About: "CreateProtectionPolicyRequest.version|The version of the policy schema.", Type: Integer},
		{Name: "isCBSEnabled", Flag: "is-cbs-enabled", About: "CreateProtectionPolicyRequest.isCBSEnabled|Whether the client supports calendar-based schedules.", Type: Boolean},
		{Name: "lastModificationTimeUsecs", Flag: "last-modification-time-usecs", About: "CreateProtectionPolicyRequest.lastModificationTimeUsecs|The last modification time; rejected if out of date.", Type: Integer, Assigned: true, Unit: UnixUsecs},
		{Name: "templateId", Flag: "template-id", About: "CreateProtectionPolicyRequest.templateId|The ID of the policy's template."},
	}, AnswerOnly: []string{"id", "isReplicated", "isUsable", "numProtectedObjects", "numProtectionGroups"},
	Answer: JSON,
}

// PerformActionOnProtectionGroupRun is POST /data-protect/protection-groups/{id}/runs/actions: pause, resume or cancel runs, and show the results.
var PerformActionOnProtectionGroupRun = Operation{
	ID: "PerformActionOnProtectionGroupRun", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups/{id}/runs/actions", About: "PerformActionOnProtectionGroupRun|Pause, resume or cancel runs, and show the results.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "PerformActionOnProtectionGroupRun.id|The protection group's ID; skips the lookup by name.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "PerformActionOnProtectionGroupRun.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "action", Flag: "action", About: "PerformActionOnProtectionGroupRunRequest.action|The action to perform on the runs.", Required: true, Enum: []string{"Cancel", "Pause", "Resume"}},
		{Name: "pauseParams", Flag: "pause-params", About: "PerformActionOnProtectionGroupRunRequest.pauseParams|The runs to pause.", Type: Object, Model: 7, Lists: 1},
		{Name: "resumeParams", Flag: "resume-params", About: "PerformActionOnProtectionGroupRunRequest.resumeParams|The runs to resume.", Type: Object, Model: 8, Lists: 1},
		{Name: "cancelParams", Flag: "cancel-params", About: "PerformActionOnProtectionGroupRunRequest.cancelParams|The runs, or parts of runs, to cancel.", Type: Object, Model: 9, Lists: 1},
	},
	Answer: JSON,
}

// GetProtectionGroupRun is GET /data-protect/protection-groups/{id}/runs/{runId}: show a run of a protection group.
var GetProtectionGroupRun = Operation{
	ID: "GetProtectionGroupRun", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups/{id}/runs/{runId}", About: "GetProtectionGroupRun|Show a run of a protection group.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetProtectionGroupRun.id|The protection group's ID; skips the lookup by name.", Required: true, Kind: "group"}},
		{In: Path, Field: Field{Name: "runId", Flag: "run-id", About: "GetProtectionGroupRun.runId|The run's ID, as NUMBER:START_USECS.", Required: true, Kind: "run"}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "GetProtectionGroupRun.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetProtectionGroupRun.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "GetProtectionGroupRun.tenantIds|Filter by tenant (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "GetProtectionGroupRun.includeTenants|Include the resources of sub-tenants.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeObjectDetails", Flag: "include-object-details", About: "GetProtectionGroupRun.includeObjectDetails|Include the details of each object.", Type: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "GetProtectionGroupRun.useCachedData|Read from the service's cache, which is faster but may be out of date.", Type: Boolean}},
	},
	Answer: JSON,
}

// GetProtectionGroupRuns is GET /data-protect/protection-groups/{id}/runs: list the runs of a protection group, newest first.
var GetProtectionGroupRuns = Operation{
	ID: "GetProtectionGroupRuns", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups/{id}/runs", About: "GetProtectionGroupRuns|List the runs of a protection group, newest first.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetProtectionGroupRuns.id|The protection group's ID; skips the lookup by name.", Required: true, Pattern: "^\\d+:\\d+:\\d+$", Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetProtectionGroupRuns.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "GetProtectionGroupRuns.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "runId", Flag: "run-id", About: "GetProtectionGroupRuns.runId|Filter by run ID, as NUMBER:START_USECS.", Pattern: "^\\d+:\\d+$", Kind: "run"}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "GetProtectionGroupRuns.startTimeUsecs|List only runs that started at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "GetProtectionGroupRuns.endTimeUsecs|List only runs that started at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "runTypes", Flag: "run-types", About: "GetProtectionGroupRuns.runTypes|Filter by run type.", Lists: 1, Enum: []string{"kAll", "kFull", "kHydrateCDP", "kIncremental", "kLog", "kStorageArraySnapshot", "kSystem"}}},
		{In: Query, Field: Field{Name: "includeObjectDetails", Flag: "include-object-details", About: "GetProtectionGroupRuns.includeObjectDetails|Include the details of each object.", Type: Boolean}},
		{In: Query, Field: Field{Name: "localBackupRunStatus", Flag: "local-backup-run-status", About: "GetProtectionGroupRuns.localBackupRunStatus|Filter by local backup status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "replicationRunStatus", Flag: "replication-run-status", About: "GetProtectionGroupRuns.replicationRunStatus|Filter by replication status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "archivalRunStatus", Flag: "archival-run-status", About: "GetProtectionGroupRuns.archivalRunStatus|Filter by archival status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "cloudSpinRunStatus", Flag: "cloud-spin-run-status", About: "GetProtectionGroupRuns.cloudSpinRunStatus|Filter by cloud copy status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "numRuns", Flag: "num-runs", About: "GetProtectionGroupRuns.numRuns|The maximum number of runs to list.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "excludeNonRestorableRuns", Flag: "exclude-non-restorable-runs", About: "GetProtectionGroupRuns.excludeNonRestorableRuns|Exclude runs without a snapshot to restore from.", Type: Boolean, Default: "false"}},
		{In: Query, Field: Field{Name: "runTags", Flag: "run-tags", About: "GetProtectionGroupRuns.runTags|Filter by run tag.", Lists: 1}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "GetProtectionGroupRuns.useCachedData|Read from the service's cache, which is faster but may be out of date.", Type: Boolean}},
		{In: Query, Field: Field{Name: "filterByEndTime", Flag: "filter-by-end-time", About: "GetProtectionGroupRuns.filterByEndTime|Apply the time range to when runs ended, instead of started.", Type: Boolean}},
		{In: Query, Field: Field{Name: "snapshotTargetTypes", Flag: "snapshot-target-types", About: "GetProtectionGroupRuns.snapshotTargetTypes|Filter by snapshot target type.", Lists: 1, Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}}},
		{In: Query, Field: Field{Name: "onlyReturnSuccessfulCopyRun", Flag: "only-return-successful-copy-run", About: "GetProtectionGroupRuns.onlyReturnSuccessfulCopyRun|List only runs with successful copies.", Type: Boolean}},
		{In: Query, Field: Field{Name: "filterByCopyTaskEndTime", Flag: "filter-by-copy-task-end-time", About: "GetProtectionGroupRuns.filterByCopyTaskEndTime|Apply the time range to when copies ended.", Type: Boolean}},
	},
	Answer: JSON,
}

// CreateProtectionGroupRun is POST /data-protect/protection-groups/{id}/runs: back up a protection group now.
var CreateProtectionGroupRun = Operation{
	ID: "CreateProtectionGroupRun", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups/{id}/runs", About: "CreateProtectionGroupRun|Back up a protection group now.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "CreateProtectionGroupRun.id|The protection group's ID; skips the lookup by name.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "CreateProtectionGroupRun.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "runType", Flag: "run-type", About: "CreateProtectionGroupRunRequest.runType|The type of run, such as full or regular (incremental).", Required: true, Enum: []string{"kFull", "kHydrateCDP", "kLog", "kRegular", "kStorageArraySnapshot", "kSystem"}},
		{Name: "objects", Flag: "objects", About: "CreateProtectionGroupRunRequest.objects|Back up only these objects of the group.", Type: Object, Model: 10, Lists: 1},
		{Name: "targetsConfig", Flag: "targets-config", About: "CreateProtectionGroupRunRequest.targetsConfig|The targets to copy this run to.", Type: Object, Model: 11},
	},
	Answer: JSON,
}

// UpdateProtectionGroupRun is PUT /data-protect/protection-groups/{id}/runs: change retention or legal hold of runs, or delete snapshots.
var UpdateProtectionGroupRun = Operation{
	ID: "UpdateProtectionGroupRun", Method: "PUT", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups/{id}/runs", About: "UpdateProtectionGroupRun|Change retention or legal hold of runs, or delete snapshots.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "UpdateProtectionGroupRun.id|The protection group's ID; skips the lookup by name.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "UpdateProtectionGroupRun.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "updateProtectionGroupRunParams", Flag: "update-protection-group-run-params", About: "UpdateProtectionGroupRunRequest.updateProtectionGroupRunParams|The runs to update, and the changes to make.", Type: Object, Model: 12, Lists: 1, Required: true, MinItems: 1},
	},
	Answer: JSON,
}

// DeleteProtectionGroup is DELETE /data-protect/protection-groups/{id}: delete a protection group.
var DeleteProtectionGroup = Operation{
	ID: "DeleteProtectionGroup", Method: "DELETE", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups/{id}", About: "DeleteProtectionGroup|Delete a protection group.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "DeleteProtectionGroup.id|The protection group's ID; skips the lookup by name.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "DeleteProtectionGroup.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "deleteSnapshots", Flag: "delete-snapshots", About: "DeleteProtectionGroup.deleteSnapshots|Also delete the group's snapshots.", Type: Boolean}},
	},
}

// GetProtectionGroupByID is GET /data-protect/protection-groups/{id}: show a protection group.
var GetProtectionGroupByID = Operation{
	ID: "GetProtectionGroupByID", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups/{id}", About: "GetProtectionGroupByID|Show a protection group.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetProtectionGroupByID.id|The protection group's ID; skips the lookup by name.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetProtectionGroupByID.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "GetProtectionGroupByID.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "includeLastRunInfo", Flag: "include-last-run-info", About: "GetProtectionGroupByID.includeLastRunInfo|Include the last run of each group.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneExcludedSourceIds", Flag: "prune-excluded-source-ids", About: "GetProtectionGroupByID.pruneExcludedSourceIds|Omit the IDs of excluded objects.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneSourceIds", Flag: "prune-source-ids", About: "GetProtectionGroupByID.pruneSourceIds|Omit the IDs of protected objects.", Type: Boolean}},
	},
	Answer: JSON,
}

// UpdateProtectionGroup is PUT /data-protect/protection-groups/{id}: replace the settings of a protection group.
var UpdateProtectionGroup = Operation{
	ID: "UpdateProtectionGroup", Method: "PUT", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups/{id}", About: "UpdateProtectionGroup|Replace the settings of a protection group.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "UpdateProtectionGroup.id|The protection group's ID; skips the lookup by name.", Required: true, Kind: "group"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "UpdateProtectionGroup.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "UpdateProtectionGroupRequest.name|The name of the group, unique within the tenant.", Required: true, NotEmpty: true},
		{Name: "policyId", Flag: "policy-id", About: "UpdateProtectionGroupRequest.policyId|The policy of the group (name or ID).", Required: true, NotEmpty: true, Kind: "policy"},
		{Name: "environment", Flag: "environment", About: "UpdateProtectionGroupRequest.environment|The environment of the objects.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "priority", Flag: "priority", About: "UpdateProtectionGroupRequest.priority|The priority of the group's runs.", Enum: []string{"kHigh", "kLow", "kMedium"}},
		{Name: "description", Flag: "description", About: "UpdateProtectionGroupRequest.description|A description of the group."},
		{Name: "startTime", Flag: "start-time", About: "UpdateProtectionGroupRequest.startTime|The time of day to start runs.", Type: Object, Model: 13},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "UpdateProtectionGroupRequest.endTimeUsecs|The time after which no more runs start.", Type: Integer, Unit: UnixUsecs},
		{Name: "lastModifiedTimestampUsecs", Flag: "last-modified-timestamp-usecs", About: "UpdateProtectionGroupRequest.lastModifiedTimestampUsecs|The last modification time; rejected if out of date.", Type: Integer, Assigned: true, Unit: UnixUsecs},
		{Name: "alertPolicy", Flag: "alert-policy", About: "UpdateProtectionGroupRequest.alertPolicy|Which run results raise an alert, and who receives it.", Type: Object, Model: 14},
		{Name: "sla", Flag: "sla", About: "UpdateProtectionGroupRequest.sla|The SLA: the maximum duration of runs, by run type.", Type: Object, Model: 15, Lists: 1},
		{Name: "qosPolicy", Flag: "qos-policy", About: "UpdateProtectionGroupRequest.qosPolicy|The type of storage to write to.", Enum: []string{"kBackupAll", "kBackupHDD", "kBackupSSD", "kTestAndDevHigh"}},
		{Name: "abortInBlackouts", Flag: "abort-in-blackouts", About: "UpdateProtectionGroupRequest.abortInBlackouts|Cancel active runs when a blackout window begins.", Type: Boolean},
		{Name: "pauseInBlackouts", Flag: "pause-in-blackouts", About: "UpdateProtectionGroupRequest.pauseInBlackouts|Pause active runs when a blackout window begins.", Type: Boolean},
		{Name: "isPaused", Flag: "is-paused", About: "UpdateProtectionGroupRequest.isPaused|Pause the group, so that no scheduled runs start.", Type: Boolean, Default: "false"},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "UpdateProtectionGroupRequest.advancedConfigs|Advanced settings, as key-value pairs.", Type: Object, Model: 16, Lists: 1},
		{Name: "physicalParams", Flag: "physical-params", About: "UpdateProtectionGroupRequest.physicalParams|Backup settings for hosts.", Type: Object, Model: 17},
		{Name: "mssqlParams", Flag: "mssql-params", About: "UpdateProtectionGroupRequest.mssqlParams|Backup settings for SQL Server.", Type: Object, Model: 18},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "UpdateProtectionGroupRequest.kubernetesParams|Backup settings for Kubernetes clusters.", Type: Object, Model: 19},
	}, AnswerOnly: []string{"clusterId", "id", "invalidEntities", "isActive", "isDeleted", "isProtectOnce", "lastRun", "missingEntities", "numProtectedObjects", "permissions", "regionId"},
	Answer: JSON,
}

// GetProtectionGroups is GET /data-protect/protection-groups: list the protection groups.
var GetProtectionGroups = Operation{
	ID: "GetProtectionGroups", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups", About: "GetProtectionGroups|List the protection groups.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetProtectionGroups.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "GetProtectionGroups.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "GetProtectionGroups.ids|Filter by protection group (names or IDs).", Lists: 1, Kind: "group"}},
		{In: Query, Field: Field{Name: "names", Flag: "names", About: "GetProtectionGroups.names|Filter by protection group name.", Lists: 1}},
		{In: Query, Field: Field{Name: "policyIds", Flag: "policy-ids", About: "GetProtectionGroups.policyIds|Filter by policy (names or IDs).", Lists: 1, Kind: "policy"}},
		{In: Query, Field: Field{Name: "includeGroupsWithDatalockOnly", Flag: "include-groups-with-datalock-only", About: "GetProtectionGroups.includeGroupsWithDatalockOnly|List only groups with a data lock.", Type: Boolean}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "GetProtectionGroups.environments|Filter by environment.", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "isActive", Flag: "is-active", About: "GetProtectionGroups.isActive|List only active groups; with =false, only inactive groups.", Type: Boolean}},
		{In: Query, Field: Field{Name: "isDeleted", Flag: "is-deleted", About: "GetProtectionGroups.isDeleted|List only deleted groups; with =false, only groups that are not deleted.", Type: Boolean}},
		{In: Query, Field: Field{Name: "isPaused", Flag: "is-paused", About: "GetProtectionGroups.isPaused|List only paused groups; with =false, only groups that are not paused.", Type: Boolean}},
		{In: Query, Field: Field{Name: "lastRunLocalBackupStatus", Flag: "last-run-local-backup-status", About: "GetProtectionGroups.lastRunLocalBackupStatus|Filter by the last run's local backup status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunReplicationStatus", Flag: "last-run-replication-status", About: "GetProtectionGroups.lastRunReplicationStatus|Filter by the last run's replication status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunArchivalStatus", Flag: "last-run-archival-status", About: "GetProtectionGroups.lastRunArchivalStatus|Filter by the last run's archival status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunCloudSpinStatus", Flag: "last-run-cloud-spin-status", About: "GetProtectionGroups.lastRunCloudSpinStatus|Filter by the last run's cloud copy status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "lastRunAnyStatus", Flag: "last-run-any-status", About: "GetProtectionGroups.lastRunAnyStatus|Filter by the status of any part of the last run.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "Missed", "OnHold", "Paused", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "isLastRunSlaViolated", Flag: "is-last-run-sla-violated", About: "GetProtectionGroups.isLastRunSlaViolated|List only groups whose last run missed the SLA.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeLastRunInfo", Flag: "include-last-run-info", About: "GetProtectionGroups.includeLastRunInfo|Include the last run of each group.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneExcludedSourceIds", Flag: "prune-excluded-source-ids", About: "GetProtectionGroups.pruneExcludedSourceIds|Omit the IDs of excluded objects.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneSourceIds", Flag: "prune-source-ids", About: "GetProtectionGroups.pruneSourceIds|Omit the IDs of protected objects.", Type: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "GetProtectionGroups.useCachedData|Read from the service's cache, which is faster but may be out of date.", Type: Boolean}},
		{In: Query, Field: Field{Name: "sourceIds", Flag: "source-ids", About: "GetProtectionGroups.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"}},
	},
	Answer: JSON,
}

// CreateProtectionGroup is POST /data-protect/protection-groups: create a protection group.
var CreateProtectionGroup = Operation{
	ID: "CreateProtectionGroup", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/protection-groups", About: "CreateProtectionGroup|Create a protection group.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "CreateProtectionGroup.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "CreateProtectionGroupRequest.name|The name of the group, unique within the tenant.", Required: true, NotEmpty: true},
		{Name: "policyId", Flag: "policy-id", About: "CreateProtectionGroupRequest.policyId|The policy of the group (name or ID).", Required: true, NotEmpty: true, Kind: "policy"},
		{Name: "environment", Flag: "environment", About: "CreateProtectionGroupRequest.environment|The environment of the objects.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "priority", Flag: "priority", About: "CreateProtectionGroupRequest.priority|The priority of the group's runs.", Enum: []string{"kHigh", "kLow", "kMedium"}},
		{Name: "description", Flag: "description", About: "CreateProtectionGroupRequest.description|A description of the group."},
		{Name: "startTime", Flag: "start-time", About: "CreateProtectionGroupRequest.startTime|The time of day to start runs.", Type: Object, Model: 13},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "CreateProtectionGroupRequest.endTimeUsecs|The time after which no more runs start.", Type: Integer, Unit: UnixUsecs},
		{Name: "lastModifiedTimestampUsecs", Flag: "last-modified-timestamp-usecs", About: "CreateProtectionGroupRequest.lastModifiedTimestampUsecs|The last modification time; rejected if out of date.", Type: Integer, Assigned: true, Unit: UnixUsecs},
		{Name: "alertPolicy", Flag: "alert-policy", About: "CreateProtectionGroupRequest.alertPolicy|Which run results raise an alert, and who receives it.", Type: Object, Model: 14},
		{Name: "sla", Flag: "sla", About: "CreateProtectionGroupRequest.sla|The SLA: the maximum duration of runs, by run type.", Type: Object, Model: 15, Lists: 1},
		{Name: "qosPolicy", Flag: "qos-policy", About: "CreateProtectionGroupRequest.qosPolicy|The type of storage to write to.", Enum: []string{"kBackupAll", "kBackupHDD", "kBackupSSD", "kTestAndDevHigh"}},
		{Name: "abortInBlackouts", Flag: "abort-in-blackouts", About: "CreateProtectionGroupRequest.abortInBlackouts|Cancel active runs when a blackout window begins.", Type: Boolean},
		{Name: "pauseInBlackouts", Flag: "pause-in-blackouts", About: "CreateProtectionGroupRequest.pauseInBlackouts|Pause active runs when a blackout window begins.", Type: Boolean},
		{Name: "isPaused", Flag: "is-paused", About: "CreateProtectionGroupRequest.isPaused|Pause the group, so that no scheduled runs start.", Type: Boolean, Default: "false"},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "CreateProtectionGroupRequest.advancedConfigs|Advanced settings, as key-value pairs.", Type: Object, Model: 16, Lists: 1},
		{Name: "physicalParams", Flag: "physical-params", About: "CreateProtectionGroupRequest.physicalParams|Backup settings for hosts.", Type: Object, Model: 17},
		{Name: "mssqlParams", Flag: "mssql-params", About: "CreateProtectionGroupRequest.mssqlParams|Backup settings for SQL Server.", Type: Object, Model: 18},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "CreateProtectionGroupRequest.kubernetesParams|Backup settings for Kubernetes clusters.", Type: Object, Model: 19},
	}, AnswerOnly: []string{"clusterId", "id", "invalidEntities", "isActive", "isDeleted", "isProtectOnce", "lastRun", "missingEntities", "numProtectedObjects", "permissions", "regionId"},
	Answer: JSON,
}

// CreateDownloadFilesAndFoldersRecovery is POST /data-protect/recoveries/download-files-folders: create a downloadable archive of files from a snapshot.
var CreateDownloadFilesAndFoldersRecovery = Operation{
	ID: "CreateDownloadFilesAndFoldersRecovery", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/recoveries/download-files-folders", About: "CreateDownloadFilesAndFoldersRecovery|Create a downloadable archive of files from a snapshot.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "CreateDownloadFilesAndFoldersRecovery.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "CreateDownloadFilesAndFoldersRecoveryRequest.name|The name of the recovery.", Required: true, NotEmpty: true},
		{Name: "object", Flag: "object", About: "CreateDownloadFilesAndFoldersRecoveryRequest.object|The snapshot to take the files from.", Type: Object, Model: 20, Required: true},
		{Name: "filesAndFolders", Flag: "files-and-folders", About: "CreateDownloadFilesAndFoldersRecoveryRequest.filesAndFolders|The files and folders to include in the archive.", Type: Object, Model: 21, Lists: 1, Required: true, MinItems: 1},
		{Name: "documents", Flag: "documents", About: "CreateDownloadFilesAndFoldersRecoveryRequest.documents|The documents to include in the archive, such as SharePoint documents.", Type: Object, Model: 22, Lists: 1, MinItems: 1},
		{Name: "parentRecoveryId", Flag: "parent-recovery-id", About: "CreateDownloadFilesAndFoldersRecoveryRequest.parentRecoveryId|The parent recovery (name or ID).", Pattern: "^\\d+:\\d+:\\d+$", Kind: "recovery"},
		{Name: "glacierRetrievalType", Flag: "glacier-retrieval-type", About: "CreateDownloadFilesAndFoldersRecoveryRequest.glacierRetrievalType|The retrieval speed for data archived in Amazon S3 Glacier.", Enum: []string{"kExpeditedNoPCU", "kExpeditedWithPCU", "kStandard"}},
	},
	Answer: JSON,
}

// CancelRecoveryByID is POST /data-protect/recoveries/{id}/cancel: cancel a recovery.
var CancelRecoveryByID = Operation{
	ID: "CancelRecoveryByID", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/recoveries/{id}/cancel", About: "CancelRecoveryByID|Cancel a recovery.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "CancelRecoveryByID.id|The recovery's ID; skips the lookup by name.", Required: true, Kind: "recovery"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "CancelRecoveryByID.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
}

// DownloadFilesFromRecovery is GET /data-protect/recoveries/{id}/download-files: download the archive of a download recovery.
var DownloadFilesFromRecovery = Operation{
	ID: "DownloadFilesFromRecovery", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/recoveries/{id}/download-files", About: "DownloadFilesFromRecovery|Download the archive of a download recovery.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "DownloadFilesFromRecovery.id|The recovery's ID; skips the lookup by name.", Required: true, Pattern: "^\\d+:\\d+:\\d+$", Kind: "recovery"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "DownloadFilesFromRecovery.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "startOffset", Flag: "start-offset", About: "DownloadFilesFromRecovery.startOffset|The first byte to download; if omitted, the whole file is downloaded.", Type: Integer, Unit: Bytes, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "length", Flag: "length", About: "DownloadFilesFromRecovery.length|The number of bytes to download, at most 8 MiB.", Type: Integer, Unit: Bytes, Range: &Range{1, 8388608}}},
		{In: Query, Field: Field{Name: "fileType", Flag: "file-type", About: "DownloadFilesFromRecovery.fileType|The type of file to download, such as error or success_files_list."}},
		{In: Query, Field: Field{Name: "sourceName", Flag: "source-name", About: "DownloadFilesFromRecovery.sourceName|The name of the source that was recovered to."}},
		{In: Query, Field: Field{Name: "startTime", Flag: "start-time", About: "DownloadFilesFromRecovery.startTime|The start time of the recovery task."}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "DownloadFilesFromRecovery.includeTenants|Include the resources of sub-tenants.", Type: Boolean}},
	},
	Answer: File,
}

// GetRecoveryByID is GET /data-protect/recoveries/{id}: show a recovery.
var GetRecoveryByID = Operation{
	ID: "GetRecoveryByID", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/recoveries/{id}", About: "GetRecoveryByID|Show a recovery.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetRecoveryByID.id|The recovery's ID; skips the lookup by name.", Required: true, Pattern: "^\\d+:\\d+:\\d+$", Kind: "recovery"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetRecoveryByID.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Answer: JSON,
}

// GetRecoveries is GET /data-protect/recoveries: list the recoveries.
var GetRecoveries = Operation{
	ID: "GetRecoveries", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/recoveries", About: "GetRecoveries|List the recoveries.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetRecoveries.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "GetRecoveries.ids|Filter by recovery (names or IDs).", Lists: 1, Pattern: "^\\d+:\\d+:\\d+$", Kind: "recovery"}},
		{In: Query, Field: Field{Name: "returnOnlyChildRecoveries", Flag: "return-only-child-recoveries", About: "GetRecoveries.returnOnlyChildRecoveries|List only child recoveries; use with --ids.", Type: Boolean}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "GetRecoveries.startTimeUsecs|List only recoveries that started at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "GetRecoveries.endTimeUsecs|List only recoveries that started at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "snapshotTargetType", Flag: "snapshot-target-type", About: "GetRecoveries.snapshotTargetType|Filter by snapshot target type.", Lists: 1, Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}}},
		{In: Query, Field: Field{Name: "archivalTargetType", Flag: "archival-target-type", About: "GetRecoveries.archivalTargetType|Filter by archival target type.", Lists: 1, Enum: []string{"Cloud", "Nas", "Tape"}}},
		{In: Query, Field: Field{Name: "snapshotEnvironments", Flag: "snapshot-environments", About: "GetRecoveries.snapshotEnvironments|Filter by environment.", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "status", Flag: "status", About: "GetRecoveries.status|Filter by status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "recoveryActions", Flag: "recovery-actions", About: "GetRecoveries.recoveryActions|Filter by recovery action.", Lists: 1, Enum: []string{"CloneApps", "CloneAppView", "CloneRefreshApp", "CloneView", "CloneVMs", "CloneVMsToView", "ConvertAndDeployVMs", "ConvertToPst", "DeployVMs", "DownloadChats", "DownloadFilesAndFolders", "InstantVolumeMount", "RecoverApps", "RecoverAurora", "RecoverAzureSQL", "RecoverExchangeDbs", "RecoverFiles", "RecoverMailbox", "RecoverMailboxCSM", "RecoverMsGroup", "RecoverMsTeam", "RecoverNamespaces", "RecoverNasVolume", "RecoverObjects", "RecoverOneDrive", "RecoverOneDriveCSM", "RecoverPhysicalVolumes", "RecoverPublicFolders", "RecoverRDS", "RecoverRDSPostgres", "RecoverS3Buckets", "RecoverSanGroup", "RecoverSanVolumes", "RecoverSfdcObjects", "RecoverSfdcOrg", "RecoverSfdcRecords", "RecoverSharePoint", "RecoverSharePointCSM", "RecoverSystem", "RecoverVApps", "RecoverVAppTemplates", "RecoverVmDisks", "RecoverVMs", "UptierSnapshot"}}},
	},
	Answer: JSON,
}

// CreateRecovery is POST /data-protect/recoveries: start a recovery from snapshots.
var CreateRecovery = Operation{
	ID: "CreateRecovery", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/recoveries", About: "CreateRecovery|Start a recovery from snapshots.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "CreateRecovery.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "CreateRecovery.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
	},
	Body: []Field{
		{Name: "name", Flag: "name", About: "CreateRecoveryRequest.name|The name of the recovery.", Required: true, NotEmpty: true},
		{Name: "snapshotEnvironment", Flag: "snapshot-environment", About: "CreateRecoveryRequest.snapshotEnvironment|The environment that was backed up.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "physicalParams", Flag: "physical-params", About: "CreateRecoveryRequest.physicalParams|Recovery settings for hosts.", Type: Object, Model: 23},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "CreateRecoveryRequest.kubernetesParams|Recovery settings for Kubernetes clusters.", Type: Object, Model: 24},
		{Name: "mssqlParams", Flag: "mssql-params", About: "CreateRecoveryRequest.mssqlParams|Recovery settings for SQL Server.", Type: Object, Model: 25},
	}, AnswerOnly: []string{"canTearDown", "creationInfo", "endTimeUsecs", "id", "isMultiStageRestore", "isParentRecovery", "messages", "parentRecoveryId", "permissions", "progressTaskId", "recoveryAction", "retrieveArchiveTasks", "startTimeUsecs", "status", "tearDownMessage", "tearDownStatus"},
	Answer: JSON,
}

// GetProtectionRunProgress is GET /data-protect/runs/{runId}/progress: show the progress of a run.
var GetProtectionRunProgress = Operation{
	ID: "GetProtectionRunProgress", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/runs/{runId}/progress", About: "GetProtectionRunProgress|Show the progress of a run.",
	Params: []Param{
		{In: Path, Field: Field{Name: "runId", Flag: "run-id", About: "GetProtectionRunProgress.runId|The run's ID, as NUMBER:START_USECS.", Required: true, Kind: "run"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetProtectionRunProgress.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "objects", Flag: "objects", About: "GetProtectionRunProgress.objects|Filter by object (IDs).", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "GetProtectionRunProgress.tenantIds|Filter by tenant (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "GetProtectionRunProgress.includeTenants|Include the resources of sub-tenants.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeFinishedTasks", Flag: "include-finished-tasks", About: "GetProtectionRunProgress.includeFinishedTasks|Include finished tasks.", Type: Boolean}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "GetProtectionRunProgress.startTimeUsecs|List only tasks that started at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "GetProtectionRunProgress.endTimeUsecs|List only tasks that started at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "maxTasksNum", Flag: "max-tasks-num", About: "GetProtectionRunProgress.maxTasksNum|The maximum number of tasks to show.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "excludeObjectDetails", Flag: "exclude-object-details", About: "GetProtectionRunProgress.excludeObjectDetails|Omit the details of each object.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeEventLogs", Flag: "include-event-logs", About: "GetProtectionRunProgress.includeEventLogs|Include event messages.", Type: Boolean}},
		{In: Query, Field: Field{Name: "maxLogLevel", Flag: "max-log-level", About: "GetProtectionRunProgress.maxLogLevel|The number of task levels to include event messages of.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "runTaskPath", Flag: "run-task-path", About: "GetProtectionRunProgress.runTaskPath|The path of the run's progress task."}},
		{In: Query, Field: Field{Name: "objectTaskPaths", Flag: "object-task-paths", About: "GetProtectionRunProgress.objectTaskPaths|The paths of the objects' progress tasks.", Lists: 1}},
	},
	Answer: JSON,
}

// SearchIndexedObjects is POST /data-protect/search/indexed-objects: search snapshots and show the matching files and objects.
var SearchIndexedObjects = Operation{
	ID: "SearchIndexedObjects", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/search/indexed-objects", Reads: true, About: "SearchIndexedObjects|Search snapshots and show the matching files and objects.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "SearchIndexedObjects.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "objectType", Flag: "object-type", About: "SearchIndexedObjectsRequest.objectType|The type of indexed object to search for.", Required: true, Enum: []string{"CassandraObjects", "CouchbaseObjects", "Emails", "ExchangeObjects", "Files", "GroupsObjects", "HbaseObjects", "HDFSObjects", "HiveObjects", "MongoObjects", "OneDriveObjects", "PublicFolders", "SfdcRecords", "SharepointObjects", "TeamsObjects", "UdaObjects"}},
		{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "SearchIndexedObjectsRequest.protectionGroupIds|Filter by protection group (names or IDs).", Lists: 1, Kind: "group"},
		{Name: "storageDomainIds", Flag: "storage-domain-ids", About: "SearchIndexedObjectsRequest.storageDomainIds|Filter by storage domain (IDs).", Type: Integer, Lists: 1},
		{Name: "tenantId", Flag: "tenant-id", About: "SearchIndexedObjectsRequest.tenantId|Filter by tenant (ID)."},
		{Name: "includeTenants", Flag: "include-tenants", About: "SearchIndexedObjectsRequest.includeTenants|Include the resources of sub-tenants.", Type: Boolean, Default: "false"},
		{Name: "tags", Flag: "tags", About: "SearchIndexedObjectsRequest.tags|Filter by object tag (deprecated).", Lists: 1},
		{Name: "snapshotTags", Flag: "snapshot-tags", About: "SearchIndexedObjectsRequest.snapshotTags|Filter by snapshot tag (deprecated).", Lists: 1},
		{Name: "mustHaveTagIds", Flag: "must-have-tag-ids", About: "SearchIndexedObjectsRequest.mustHaveTagIds|Filter by object tag (IDs); all must match.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "mightHaveTagIds", Flag: "might-have-tag-ids", About: "SearchIndexedObjectsRequest.mightHaveTagIds|Filter by object tag (IDs); at least one must match.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "mustHaveSnapshotTagIds", Flag: "must-have-snapshot-tag-ids", About: "SearchIndexedObjectsRequest.mustHaveSnapshotTagIds|Filter by snapshot tag (IDs); all must match.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "mightHaveSnapshotTagIds", Flag: "might-have-snapshot-tag-ids", About: "SearchIndexedObjectsRequest.mightHaveSnapshotTagIds|Filter by snapshot tag (IDs); at least one must match.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"},
		{Name: "paginationCookie", Flag: "pagination-cookie", About: "SearchIndexedObjectsRequest.paginationCookie|The pagination cookie from the previous response."},
		{Name: "count", Flag: "count", About: "SearchIndexedObjectsRequest.count|The maximum number of results per response.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "useCachedData", Flag: "use-cached-data", About: "SearchIndexedObjectsRequest.useCachedData|Read from the service's cache, which is faster but may be out of date.", Type: Boolean},
		{Name: "cassandraParams", Flag: "cassandra-params", About: "SearchIndexedObjectsRequest.cassandraParams|Search filters for Cassandra.", Type: Object, Model: 26},
		{Name: "couchbaseParams", Flag: "couchbase-params", About: "SearchIndexedObjectsRequest.couchbaseParams|Search filters for Couchbase.", Type: Object, Model: 27},
		{Name: "emailParams", Flag: "email-params", About: "SearchIndexedObjectsRequest.emailParams|Search filters for emails, calendars, contacts and tasks.", Type: Object, Model: 28},
		{Name: "exchangeParams", Flag: "exchange-params", About: "SearchIndexedObjectsRequest.exchangeParams|Search filters for Exchange.", Type: Object, Model: 29},
		{Name: "fileParams", Flag: "file-params", About: "SearchIndexedObjectsRequest.fileParams|Search filters for files and folders.", Type: Object, Model: 30},
		{Name: "hbaseParams", Flag: "hbase-params", About: "SearchIndexedObjectsRequest.hbaseParams|Search filters for HBase.", Type: Object, Model: 31},
		{Name: "hdfsParams", Flag: "hdfs-params", About: "SearchIndexedObjectsRequest.hdfsParams|Search filters for HDFS.", Type: Object, Model: 32},
		{Name: "hiveParams", Flag: "hive-params", About: "SearchIndexedObjectsRequest.hiveParams|Search filters for Hive.", Type: Object, Model: 33},
		{Name: "mongodbParams", Flag: "mongodb-params", About: "SearchIndexedObjectsRequest.mongodbParams|Search filters for MongoDB.", Type: Object, Model: 34},
		{Name: "msGroupsParams", Flag: "ms-groups-params", About: "SearchIndexedObjectsRequest.msGroupsParams|Search filters for Microsoft 365 groups.", Type: Object, Model: 35},
		{Name: "msTeamsParams", Flag: "ms-teams-params", About: "SearchIndexedObjectsRequest.msTeamsParams|Search filters for Microsoft Teams.", Type: Object, Model: 36},
		{Name: "oneDriveParams", Flag: "one-drive-params", About: "SearchIndexedObjectsRequest.oneDriveParams|Search filters for OneDrive.", Type: Object, Model: 37},
		{Name: "publicFolderParams", Flag: "public-folder-params", About: "SearchIndexedObjectsRequest.publicFolderParams|Search filters for public folders.", Type: Object, Model: 38},
		{Name: "sfdcParams", Flag: "sfdc-params", About: "SearchIndexedObjectsRequest.sfdcParams|Search filters for Salesforce.", Type: Object, Model: 39},
		{Name: "sharepointParams", Flag: "sharepoint-params", About: "SearchIndexedObjectsRequest.sharepointParams|Search filters for SharePoint.", Type: Object, Model: 37},
		{Name: "udaParams", Flag: "uda-params", About: "SearchIndexedObjectsRequest.udaParams|Search filters for universal data adapters.", Type: Object, Model: 40},
	},
	Answer: JSON,
}

// SearchObjects is GET /data-protect/search/objects: search for objects and show whether they are protected.
var SearchObjects = Operation{
	ID: "SearchObjects", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/search/objects", About: "SearchObjects|Search for objects and show whether they are protected.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "SearchObjects.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "SearchObjects.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "searchString", Flag: "search-string", About: "SearchObjects.searchString|The text to search for; * and ? are wildcards."}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "SearchObjects.environments|Filter by environment.", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "protectionTypes", Flag: "protection-types", About: "SearchObjects.protectionTypes|Filter by protection type.", Lists: 1, Enum: []string{"kAgent", "kAuroraSnapshotManager", "kAwsAuroraPostgres", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAzureSQL", "kFile", "kNative", "kRDSSnapshotManager", "kSnapshotManager", "kVolume"}}},
		{In: Query, Field: Field{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "SearchObjects.protectionGroupIds|Filter by protection group (names or IDs).", Lists: 1, Kind: "group"}},
		{In: Query, Field: Field{Name: "objectIds", Flag: "object-ids", About: "SearchObjects.objectIds|Filter by object (names or IDs).", Type: Integer, Lists: 1, Kind: "object"}},
		{In: Query, Field: Field{Name: "osTypes", Flag: "os-types", About: "SearchObjects.osTypes|Filter by operating system.", Lists: 1, Enum: []string{"kLinux", "kWindows"}}},
		{In: Query, Field: Field{Name: "sourceIds", Flag: "source-ids", About: "SearchObjects.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"}},
		{In: Query, Field: Field{Name: "sourceUuids", Flag: "source-uuids", About: "SearchObjects.sourceUuids|Filter by source (UUIDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "isProtected", Flag: "is-protected", About: "SearchObjects.isProtected|List only protected objects; with =false, only unprotected objects.", Type: Boolean}},
		{In: Query, Field: Field{Name: "isDeleted", Flag: "is-deleted", About: "SearchObjects.isDeleted|List only deleted objects; with =false, only objects that are not deleted.", Type: Boolean}},
		{In: Query, Field: Field{Name: "lastRunStatusList", Flag: "last-run-status-list", About: "SearchObjects.lastRunStatusList|Filter by last run status.", Lists: 1, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}}},
		{In: Query, Field: Field{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "SearchObjects.clusterIdentifiers|Filter by cluster, as CLUSTER:INCARNATION.", Lists: 1}},
		{In: Query, Field: Field{Name: "includeDeletedObjects", Flag: "include-deleted-objects", About: "SearchObjects.includeDeletedObjects|Include objects deleted from their source (deprecated).", Type: Boolean}},
		{In: Query, Field: Field{Name: "paginationCookie", Flag: "pagination-cookie", About: "SearchObjects.paginationCookie|The pagination cookie from the previous response."}},
		{In: Query, Field: Field{Name: "count", Flag: "count", About: "SearchObjects.count|The maximum number of results per response.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "mustHaveTagIds", Flag: "must-have-tag-ids", About: "SearchObjects.mustHaveTagIds|Filter by object tag (IDs); all must match.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "mightHaveTagIds", Flag: "might-have-tag-ids", About: "SearchObjects.mightHaveTagIds|Filter by object tag (IDs); at least one must match.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "mustHaveSnapshotTagIds", Flag: "must-have-snapshot-tag-ids", About: "SearchObjects.mustHaveSnapshotTagIds|Filter by snapshot tag (IDs); all must match.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "mightHaveSnapshotTagIds", Flag: "might-have-snapshot-tag-ids", About: "SearchObjects.mightHaveSnapshotTagIds|Filter by snapshot tag (IDs); at least one must match.", Lists: 1, Pattern: "^\\d+:\\d+:[A-Z0-9-]+$"}},
		{In: Query, Field: Field{Name: "tagSearchName", Flag: "tag-search-name", About: "SearchObjects.tagSearchName|Filter by tag name; a trailing * matches any ending."}},
		{In: Query, Field: Field{Name: "tagNames", Flag: "tag-names", About: "SearchObjects.tagNames|Filter by exact tag name.", Lists: 1}},
		{In: Query, Field: Field{Name: "tagTypes", Flag: "tag-types", About: "SearchObjects.tagTypes|Filter by tag type.", Lists: 1, Enum: []string{"Custom", "System", "ThirdParty"}}},
		{In: Query, Field: Field{Name: "tagCategories", Flag: "tag-categories", About: "SearchObjects.tagCategories|Filter by tag category.", Lists: 1, Enum: []string{"Security"}}},
		{In: Query, Field: Field{Name: "tagSubCategories", Flag: "tag-sub-categories", About: "SearchObjects.tagSubCategories|Filter by tag subcategory.", Lists: 1, Enum: []string{"Anomalies", "Classification", "Dspm", "Threats"}}},
		{In: Query, Field: Field{Name: "includeHeliosTagInfoForObjects", Flag: "include-helios-tag-info-for-objects", About: "SearchObjects.includeHeliosTagInfoForObjects|Include tags from the Backup and Recovery Manager.", Type: Boolean}},
		{In: Query, Field: Field{Name: "externalFilters", Flag: "external-filters", About: "SearchObjects.externalFilters|Filter by property, as KEY:VALUE, such as bucketName:logs.", Lists: 1}},
	},
	Answer: JSON,
}

// SearchProtectedObjects is GET /data-protect/search/protected-objects: search for protected objects and show their latest snapshots.
var SearchProtectedObjects = Operation{
	ID: "SearchProtectedObjects", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/search/protected-objects", About: "SearchProtectedObjects|Search for protected objects and show their latest snapshots.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "SearchProtectedObjects.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "SearchProtectedObjects.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
		{In: Query, Field: Field{Name: "searchString", Flag: "search-string", About: "SearchProtectedObjects.searchString|The text to search for; * and ? are wildcards."}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "SearchProtectedObjects.environments|Filter by environment.", Lists: 1, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "snapshotActions", Flag: "snapshot-actions", About: "SearchProtectedObjects.snapshotActions|Filter by recovery action that the snapshot supports.", Lists: 1, Enum: []string{"ConvertToPst", "DownloadChats", "DownloadFilesAndFolders", "InstantVolumeMount", "MountVolumes", "RecoverApps", "RecoverAurora", "RecoverAzureSQL", "RecoverFiles", "RecoverMailbox", "RecoverMailboxCSM", "RecoverMsGroup", "RecoverMsTeam", "RecoverNamespaces", "RecoverNasVolume", "RecoverObjects", "RecoverOneDrive", "RecoverOneDriveCSM", "RecoverPhysicalVolumes", "RecoverPublicFolders", "RecoverRDS", "RecoverRDSPostgres", "RecoverS3Buckets", "RecoverSanVolumes", "RecoverSfdcRecords", "RecoverSharePoint", "RecoverSharePointCSM", "RecoverSystem", "RecoverVApps", "RecoverVAppTemplates", "RecoverVmDisks", "RecoverVMs"}}},
		{In: Query, Field: Field{Name: "objectActionKey", Flag: "object-action-key", About: "SearchProtectedObjects.objectActionKey|Filter by type of protected object.", Enum: []string{"kKubernetes", "kPhysical", "kSQL"}}},
		{In: Query, Field: Field{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "SearchProtectedObjects.protectionGroupIds|Filter by protection group (names or IDs).", Lists: 1, Kind: "group"}},
		{In: Query, Field: Field{Name: "objectIds", Flag: "object-ids", About: "SearchProtectedObjects.objectIds|Filter by object (names or IDs).", Type: Integer, Lists: 1, Kind: "object"}},
		{In: Query, Field: Field{Name: "subResultSize", Flag: "sub-result-size", About: "SearchProtectedObjects.subResultSize|The maximum number of objects per partial result.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "filterSnapshotFromUsecs", Flag: "filter-snapshot-from-usecs", About: "SearchProtectedObjects.filterSnapshotFromUsecs|List only objects with a snapshot taken at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "filterSnapshotToUsecs", Flag: "filter-snapshot-to-usecs", About: "SearchProtectedObjects.filterSnapshotToUsecs|List only objects with a snapshot taken at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "osTypes", Flag: "os-types", About: "SearchProtectedObjects.osTypes|Filter by operating system.", Lists: 1, Enum: []string{"kLinux", "kWindows"}}},
		{In: Query, Field: Field{Name: "sourceIds", Flag: "source-ids", About: "SearchProtectedObjects.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"}},
		{In: Query, Field: Field{Name: "runInstanceIds", Flag: "run-instance-ids", About: "SearchProtectedObjects.runInstanceIds|Filter by run (instance IDs).", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "cdpProtectedOnly", Flag: "cdp-protected-only", About: "SearchProtectedObjects.cdpProtectedOnly|List only objects with continuous data protection.", Type: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "SearchProtectedObjects.useCachedData|Read from the service's cache, which is faster but may be out of date.", Type: Boolean}},
	},
	Answer: JSON,
}

// GetRestorePointsInTimeRange is POST /data-protect/snapshots/restore-points: list the restore points in a time range.
var GetRestorePointsInTimeRange = Operation{
	ID: "GetRestorePointsInTimeRange", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/snapshots/restore-points", Reads: true, About: "GetRestorePointsInTimeRange|List the restore points in a time range.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetRestorePointsInTimeRange.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "GetRestorePointsInTimeRangeRequest.endTimeUsecs|The end of the time range.", Type: Integer, Required: true, Unit: UnixUsecs},
		{Name: "environment", Flag: "environment", About: "GetRestorePointsInTimeRangeRequest.environment|The environment of the objects.", Required: true, Enum: []string{"kAcropolis", "kAD", "kAWS", "kAzure", "kCassandra", "kCouchbase", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kO365", "kOracle", "kPhysical", "kPure", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kView", "kVMware"}},
		{Name: "protectionGroupIds", Flag: "protection-group-ids", About: "GetRestorePointsInTimeRangeRequest.protectionGroupIds|The protection groups to list restore points for (names or IDs).", Lists: 1, Required: true, Kind: "group"},
		{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "GetRestorePointsInTimeRangeRequest.startTimeUsecs|The start of the time range.", Type: Integer, Required: true, Unit: UnixUsecs},
		{Name: "sourceId", Flag: "source-id", About: "GetRestorePointsInTimeRangeRequest.sourceId|Filter by object (name or ID).", Type: Integer, Kind: "object"},
	},
	Answer: JSON,
}

// ConstructMetaInfo is POST /data-protect/snapshots/{snapshotId}/meta-info: get the metadata needed to recover from a snapshot.
var ConstructMetaInfo = Operation{
	ID: "ConstructMetaInfo", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/snapshots/{snapshotId}/meta-info", Reads: true, About: "ConstructMetaInfo|Get the metadata needed to recover from a snapshot.",
	Params: []Param{
		{In: Path, Field: Field{Name: "snapshotId", Flag: "snapshot-id", About: "ConstructMetaInfo.snapshotId|The snapshot's ID.", Required: true, Kind: "snapshot"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "ConstructMetaInfo.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "ConstructMetaInfoRequest.environment|The environment of the snapshot.", Required: true, Enum: []string{"kAcropolis", "kAD", "kAuroraSnapshotManager", "kAWS", "kAwsAuroraPostgres", "kAwsDynamoDB", "kAWSNative", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAWSSnapshotManager", "kAzure", "kAzureEntraID", "kAzureNative", "kAzureSnapshotManager", "kAzureSQL", "kCassandra", "kCouchbase", "kDB2", "kElastifile", "kExchange", "kExperimentalAdapter", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperFlex", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kMongoDBPhysical", "kNetapp", "kNimble", "kO365", "kO365Exchange", "kO365ExchangeCSM", "kO365Group", "kO365OneDrive", "kO365OneDriveCSM", "kO365PublicFolders", "kO365Sharepoint", "kO365SharepointCSM", "kO365Teams", "kOracle", "kPhysical", "kPure", "kRDSSnapshotManager", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kVCD", "kView", "kVMware"}},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "ConstructMetaInfoRequest.kubernetesParams|Parameters for Kubernetes snapshots.", Type: Object, Model: 41},
		{Name: "oracleParams", Flag: "oracle-params", About: "ConstructMetaInfoRequest.oracleParams|Parameters for Oracle snapshots.", Type: Object, Model: 42},
		{Name: "sfdcParams", Flag: "sfdc-params", About: "ConstructMetaInfoRequest.sfdcParams|Parameters for Salesforce snapshots.", Type: Object, Model: 43},
	},
	Answer: JSON,
}

// DownloadIndexedFile is GET /data-protect/snapshots/{snapshotsId}/download-file: download one file from a snapshot.
var DownloadIndexedFile = Operation{
	ID: "DownloadIndexedFile", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/snapshots/{snapshotsId}/download-file", About: "DownloadIndexedFile|Download one file from a snapshot.",
	Params: []Param{
		{In: Path, Field: Field{Name: "snapshotsId", Flag: "snapshots-id", About: "DownloadIndexedFile.snapshotsId|The snapshot's ID.", Required: true, Kind: "snapshot"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "DownloadIndexedFile.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "filePath", Flag: "file-path", About: "DownloadIndexedFile.filePath|The full path of the file on the host.", NotEmpty: true}},
		{In: Query, Field: Field{Name: "nvramFile", Flag: "nvram-file", About: "DownloadIndexedFile.nvramFile|Download the NVRAM file of a virtual machine.", Type: Boolean}},
		{In: Query, Field: Field{Name: "retryAttempt", Flag: "retry-attempt", About: "DownloadIndexedFile.retryAttempt|The number of attempts that the run took to back up the file.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "startOffset", Flag: "start-offset", About: "DownloadIndexedFile.startOffset|The first byte to download; if omitted, the whole file is downloaded.", Type: Integer, Unit: Bytes, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "length", Flag: "length", About: "DownloadIndexedFile.length|The number of bytes to download, at most 8 MiB.", Type: Integer, Unit: Bytes, Range: &Range{1, 8388608}}},
	},
	Answer: File,
}

// DeleteProtectionSourceRegistration is DELETE /data-protect/sources/registrations/{id}: unregister a source.
var DeleteProtectionSourceRegistration = Operation{
	ID: "DeleteProtectionSourceRegistration", Method: "DELETE", Server: "instance", Base: "/v2", Path: "/data-protect/sources/registrations/{id}", About: "DeleteProtectionSourceRegistration|Unregister a source.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "DeleteProtectionSourceRegistration.id|The source's ID; skips the lookup by name.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "DeleteProtectionSourceRegistration.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
}

// GetProtectionSourceRegistration is GET /data-protect/sources/registrations/{id}: show the registration of a source.
var GetProtectionSourceRegistration = Operation{
	ID: "GetProtectionSourceRegistration", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/sources/registrations/{id}", About: "GetProtectionSourceRegistration|Show the registration of a source.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetProtectionSourceRegistration.id|The source's ID; skips the lookup by name.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetProtectionSourceRegistration.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "GetProtectionSourceRegistration.requestInitiatorType|The type of client making the request; may affect its priority.", Enum: []string{"Helios", "UIAuto", "UIUser"}}},
	},
	Answer: JSON,
}

// PatchProtectionSourceRegistration is PATCH /data-protect/sources/registrations/{id}: update part of a source's registration and show it.
var PatchProtectionSourceRegistration = Operation{
	ID: "PatchProtectionSourceRegistration", Method: "PATCH", Server: "instance", Base: "/v2", Path: "/data-protect/sources/registrations/{id}", About: "PatchProtectionSourceRegistration|Update part of a source's registration and show it.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "PatchProtectionSourceRegistration.id|The source's ID; skips the lookup by name.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "PatchProtectionSourceRegistration.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "PatchProtectionSourceRegistrationRequest.environment|The environment of the source.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
	}, AnswerOnly: []string{"authenticationStatus", "externalMetadata", "id", "lastRefreshedTimeMsecs", "registrationTimeMsecs", "sourceId", "sourceInfo"},
	Answer: JSON,
}

// UpdateProtectionSourceRegistration is PUT /data-protect/sources/registrations/{id}: replace the registration of a source.
var UpdateProtectionSourceRegistration = Operation{
	ID: "UpdateProtectionSourceRegistration", Method: "PUT", Server: "instance", Base: "/v2", Path: "/data-protect/sources/registrations/{id}", About: "UpdateProtectionSourceRegistration|Replace the registration of a source.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "UpdateProtectionSourceRegistration.id|The source's ID; skips the lookup by name.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "UpdateProtectionSourceRegistration.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "UpdateProtectionSourceRegistrationRequest.environment|The environment of the source.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "name", Flag: "name", About: "UpdateProtectionSourceRegistrationRequest.name|The name of the source.", NotEmpty: true},
		{Name: "isInternalEncrypted", Flag: "is-internal-encrypted", About: "UpdateProtectionSourceRegistrationRequest.isInternalEncrypted|Whether credentials are encrypted with the service's internal key.", Type: Boolean},
		{Name: "encryptionKey", Flag: "encryption-key", About: "UpdateProtectionSourceRegistrationRequest.encryptionKey|The key that credentials are encrypted with; use @FILE or - to keep it off the command line.", Secret: true},
		{Name: "connectionId", Flag: "connection-id", About: "UpdateProtectionSourceRegistrationRequest.connectionId|The source's connection (name or ID).", Type: Integer, Kind: "connection"},
		{Name: "connections", Flag: "connections", About: "UpdateProtectionSourceRegistrationRequest.connections|The source's connections, if there are several.", Type: Object, Model: 44, Lists: 1},
		{Name: "connectorGroupId", Flag: "connector-group-id", About: "UpdateProtectionSourceRegistrationRequest.connectorGroupId|The ID of the connector group that serves the source.", Type: Integer},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "UpdateProtectionSourceRegistrationRequest.advancedConfigs|Advanced settings, as key-value pairs.", Type: Object, Model: 16, Lists: 1},
		{Name: "dataSourceConnectionId", Flag: "data-source-connection-id", About: "UpdateProtectionSourceRegistrationRequest.dataSourceConnectionId|The source's connection (name or ID), as a string.", Kind: "connection"},
		{Name: "lastModifiedTimestampUsecs", Flag: "last-modified-timestamp-usecs", About: "UpdateProtectionSourceRegistrationRequest.lastModifiedTimestampUsecs|The last modification time; rejected if out of date.", Type: Integer, Assigned: true, Unit: UnixUsecs},
		{Name: "physicalParams", Flag: "physical-params", About: "UpdateProtectionSourceRegistrationRequest.physicalParams|Registration settings for a host.", Type: Object, Model: 45},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "UpdateProtectionSourceRegistrationRequest.kubernetesParams|Registration settings for a Kubernetes cluster.", Type: Object, Model: 46},
	}, AnswerOnly: []string{"authenticationStatus", "externalMetadata", "id", "lastRefreshedTimeMsecs", "registrationTimeMsecs", "sourceId", "sourceInfo"},
	Answer: JSON,
}

// GetSourceRegistrations is GET /data-protect/sources/registrations: list the registered sources.
var GetSourceRegistrations = Operation{
	ID: "GetSourceRegistrations", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-protect/sources/registrations", About: "GetSourceRegistrations|List the registered sources.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetSourceRegistrations.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "GetSourceRegistrations.ids|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"}},
		{In: Query, Field: Field{Name: "includeSourceCredentials", Flag: "include-source-credentials", About: "GetSourceRegistrations.includeSourceCredentials|Include credentials, encrypted with --encryption-key.", Type: Boolean}},
		{In: Query, Field: Field{Name: "encryptionKey", Flag: "encryption-key", About: "GetSourceRegistrations.encryptionKey|The key to encrypt credentials with; use @FILE or - to keep it off the command line.", Secret: true}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "GetSourceRegistrations.useCachedData|Read from the service's cache, which is faster but may be out of date.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeExternalMetadata", Flag: "include-external-metadata", About: "GetSourceRegistrations.includeExternalMetadata|Include external metadata, such as maintenance windows.", Type: Boolean}},
		{In: Query, Field: Field{Name: "ignoreTenantMigrationInProgressCheck", Flag: "ignore-tenant-migration-in-progress-check", About: "GetSourceRegistrations.ignoreTenantMigrationInProgressCheck|Skip the check for a tenant migration in progress.", Type: Boolean}},
	},
	Answer: JSON,
}

// RegisterProtectionSource is POST /data-protect/sources/registrations: register a host or cluster as a source.
var RegisterProtectionSource = Operation{
	ID: "RegisterProtectionSource", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/sources/registrations", About: "RegisterProtectionSource|Register a host or cluster as a source.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "RegisterProtectionSource.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "environment", Flag: "environment", About: "RegisterProtectionSourceRequest.environment|The environment of the source.", Required: true, Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "name", Flag: "name", About: "RegisterProtectionSourceRequest.name|The name of the source.", NotEmpty: true},
		{Name: "isInternalEncrypted", Flag: "is-internal-encrypted", About: "RegisterProtectionSourceRequest.isInternalEncrypted|Whether credentials are encrypted with the service's internal key.", Type: Boolean},
		{Name: "encryptionKey", Flag: "encryption-key", About: "RegisterProtectionSourceRequest.encryptionKey|The key that credentials are encrypted with; use @FILE or - to keep it off the command line.", Secret: true},
		{Name: "connectionId", Flag: "connection-id", About: "RegisterProtectionSourceRequest.connectionId|The source's connection (name or ID).", Type: Integer, Kind: "connection"},
		{Name: "connections", Flag: "connections", About: "RegisterProtectionSourceRequest.connections|The source's connections, if there are several.", Type: Object, Model: 44, Lists: 1},
		{Name: "connectorGroupId", Flag: "connector-group-id", About: "RegisterProtectionSourceRequest.connectorGroupId|The ID of the connector group that serves the source.", Type: Integer},
		{Name: "advancedConfigs", Flag: "advanced-configs", About: "RegisterProtectionSourceRequest.advancedConfigs|Advanced settings, as key-value pairs.", Type: Object, Model: 16, Lists: 1},
		{Name: "dataSourceConnectionId", Flag: "data-source-connection-id", About: "RegisterProtectionSourceRequest.dataSourceConnectionId|The source's connection (name or ID), as a string.", Kind: "connection"},
		{Name: "kubernetesParams", Flag: "kubernetes-params", About: "RegisterProtectionSourceRequest.kubernetesParams|Registration settings for a Kubernetes cluster.", Type: Object, Model: 46},
		{Name: "physicalParams", Flag: "physical-params", About: "RegisterProtectionSourceRequest.physicalParams|Registration settings for a host.", Type: Object, Model: 45},
	}, AnswerOnly: []string{"authenticationStatus", "externalMetadata", "id", "lastRefreshedTimeMsecs", "registrationTimeMsecs", "sourceId", "sourceInfo"},
	Answer: JSON,
}

// RefreshProtectionSourceByID is POST /data-protect/sources/{id}/refresh: refresh the objects of a source.
var RefreshProtectionSourceByID = Operation{
	ID: "RefreshProtectionSourceByID", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-protect/sources/{id}/refresh", About: "RefreshProtectionSourceByID|Refresh the objects of a source.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "RefreshProtectionSourceByID.id|The source's ID; skips the lookup by name.", Type: Integer, Required: true, Kind: "source"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "RefreshProtectionSourceByID.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
}

// GenerateDataSourceConnectionRegistrationToken is POST /data-source-connections/{connectionId}/registrationToken: generate and show a registration token for connectors.
var GenerateDataSourceConnectionRegistrationToken = Operation{
	ID: "GenerateDataSourceConnectionRegistrationToken", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-source-connections/{connectionId}/registrationToken", About: "GenerateDataSourceConnectionRegistrationToken|Generate and show a registration token for connectors.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectionId", Flag: "connection-id", About: "GenerateDataSourceConnectionRegistrationToken.connectionId|The connection's ID or name.", Required: true, Kind: "connection"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GenerateDataSourceConnectionRegistrationToken.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Answer: JSON,
	Secret: true,
}

// DeleteDataSourceConnection is DELETE /data-source-connections/{connectionId}: delete a connection.
var DeleteDataSourceConnection = Operation{
	ID: "DeleteDataSourceConnection", Method: "DELETE", Server: "instance", Base: "/v2", Path: "/data-source-connections/{connectionId}", About: "DeleteDataSourceConnection|Delete a connection.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectionId", Flag: "connection-id", About: "DeleteDataSourceConnection.connectionId|The connection's ID or name.", Required: true, Kind: "connection"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "DeleteDataSourceConnection.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
}

// PatchDataSourceConnection is PATCH /data-source-connections/{connectionId}: rename a connection.
var PatchDataSourceConnection = Operation{
	ID: "PatchDataSourceConnection", Method: "PATCH", Server: "instance", Base: "/v2", Path: "/data-source-connections/{connectionId}", About: "PatchDataSourceConnection|Rename a connection.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectionId", Flag: "connection-id", About: "PatchDataSourceConnection.connectionId|The connection's ID or name.", Required: true, Kind: "connection"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "PatchDataSourceConnection.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "connectionName", Flag: "connection-name", About: "PatchDataSourceConnectionRequest.connectionName|The new name.", Required: true, NotEmpty: true},
	}, AnswerOnly: []string{"connectionEnvType", "connectionId", "connectorIds", "registrationToken", "tenantId", "upgradingConnectorId"},
	Answer: JSON,
}

// GetDataSourceConnections is GET /data-source-connections: list the connections.
var GetDataSourceConnections = Operation{
	ID: "GetDataSourceConnections", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-source-connections", About: "GetDataSourceConnections|List the connections.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetDataSourceConnections.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "connectionIds", Flag: "connection-ids", About: "GetDataSourceConnections.connectionIds|Filter by connection (names or IDs).", Lists: 1, Kind: "connection"}},
		{In: Query, Field: Field{Name: "connectionNames", Flag: "connection-names", About: "GetDataSourceConnections.connectionNames|Filter by connection name.", Lists: 1}},
	},
	Answer: JSON,
}

// CreateDataSourceConnection is POST /data-source-connections: create a connection.
var CreateDataSourceConnection = Operation{
	ID: "CreateDataSourceConnection", Method: "POST", Server: "instance", Base: "/v2", Path: "/data-source-connections", About: "CreateDataSourceConnection|Create a connection.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "CreateDataSourceConnection.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "connectionName", Flag: "connection-name", About: "CreateDataSourceConnectionRequest.connectionName|The name of the new connection.", Required: true, NotEmpty: true},
		{Name: "connectionEnvType", Flag: "connection-env-type", About: "CreateDataSourceConnectionRequest.connectionEnvType|The type of cluster environment that the connection serves.", Enum: []string{"kIksClassic", "kIksVpc", "kRoksClassic", "kRoksVpc"}},
	}, AnswerOnly: []string{"connectionId", "connectorIds", "registrationToken", "tenantId", "upgradingConnectorId"},
	Answer: JSON,
}

// GetConnectorMetadata is GET /data-source-connectors/metadata: show the locations and installation guides of connector images.
var GetConnectorMetadata = Operation{
	ID: "GetConnectorMetadata", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-source-connectors/metadata", About: "GetConnectorMetadata|Show the locations and installation guides of connector images.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetConnectorMetadata.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Answer: JSON,
}

// DeleteDataSourceConnector is DELETE /data-source-connectors/{connectorId}: delete a connector.
var DeleteDataSourceConnector = Operation{
	ID: "DeleteDataSourceConnector", Method: "DELETE", Server: "instance", Base: "/v2", Path: "/data-source-connectors/{connectorId}", About: "DeleteDataSourceConnector|Delete a connector.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectorId", Flag: "connector-id", About: "DeleteDataSourceConnector.connectorId|The connector's ID or name.", Required: true, Kind: "connector"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "DeleteDataSourceConnector.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
}

// PatchDataSourceConnector is PATCH /data-source-connectors/{connectorId}: rename a connector.
var PatchDataSourceConnector = Operation{
	ID: "PatchDataSourceConnector", Method: "PATCH", Server: "instance", Base: "/v2", Path: "/data-source-connectors/{connectorId}", About: "PatchDataSourceConnector|Rename a connector.",
	Params: []Param{
		{In: Path, Field: Field{Name: "connectorId", Flag: "connector-id", About: "PatchDataSourceConnector.connectorId|The connector's ID or name.", Required: true, Kind: "connector"}},
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "PatchDataSourceConnector.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Body: []Field{
		{Name: "connectorName", Flag: "connector-name", About: "PatchDataSourceConnectorRequest.connectorName|The new name.", NotEmpty: true},
	}, AnswerOnly: []string{"clusterSideIp", "connectionId", "connectivityStatus", "connectorId", "connectorType", "patchSoftwareVersion", "softwareVersion", "tenantSideIp", "upgradeStatus"},
	Answer: JSON,
}

// GetDataSourceConnectors is GET /data-source-connectors: list the connectors and their connection status.
var GetDataSourceConnectors = Operation{
	ID: "GetDataSourceConnectors", Method: "GET", Server: "instance", Base: "/v2", Path: "/data-source-connectors", About: "GetDataSourceConnectors|List the connectors and their connection status.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetDataSourceConnectors.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "connectorIds", Flag: "connector-ids", About: "GetDataSourceConnectors.connectorIds|Filter by connector (names or IDs).", Lists: 1, Kind: "connector"}},
		{In: Query, Field: Field{Name: "connectorNames", Flag: "connector-names", About: "GetDataSourceConnectors.connectorNames|Filter by connector name.", Lists: 1}},
		{In: Query, Field: Field{Name: "connectionId", Flag: "connection-id", About: "GetDataSourceConnectors.connectionId|Filter by connection (name or ID).", Kind: "connection"}},
	},
	Answer: JSON,
}

// ListProtectionSourcesRegistrationInfo is GET /irisservices/api/v1/public/protectionSources/registrationInfo: show the registration and protection summary of sources.
var ListProtectionSourcesRegistrationInfo = Operation{
	ID: "ListProtectionSourcesRegistrationInfo", Method: "GET", Server: "instance", Base: "", Path: "/irisservices/api/v1/public/protectionSources/registrationInfo", About: "ListProtectionSourcesRegistrationInfo|Show the registration and protection summary of sources.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "ListProtectionSourcesRegistrationInfo.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Header, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "ListProtectionSourcesRegistrationInfo.requestInitiatorType|The type of client making the request; may affect its priority."}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "ListProtectionSourcesRegistrationInfo.environments|Filter by environment.", Lists: 1, Enum: []string{"kAcropolis", "kAWS", "kAWSNative", "kAwsS3", "kAzure", "kCassandra", "kCouchbase", "kExchange", "kFlashBlade", "kGCP", "kGCPNative", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHive", "kHyperFlex", "kHyperV", "kHyperVVSS", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kO365", "kO365Outlook", "kOracle", "kPhysical", "kPhysicalFiles", "kPuppeteer", "kPure", "kSQL", "kUDA", "kVCD", "kView", "kVMware"}}},
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "ListProtectionSourcesRegistrationInfo.ids|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"}},
		{In: Query, Field: Field{Name: "includeEntityPermissionInfo", Flag: "include-entity-permission-info", About: "ListProtectionSourcesRegistrationInfo.includeEntityPermissionInfo|Include the permissions of each source.", Type: Boolean}},
		{In: Query, Field: Field{Name: "sids", Flag: "sids", About: "ListProtectionSourcesRegistrationInfo.sids|Filter by principal with access (security IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "includeSourceCredentials", Flag: "include-source-credentials", About: "ListProtectionSourcesRegistrationInfo.includeSourceCredentials|Include credentials, encrypted with --encryption-key.", Type: Boolean}},
		{In: Query, Field: Field{Name: "encryptionKey", Flag: "encryption-key", About: "ListProtectionSourcesRegistrationInfo.encryptionKey|The key to encrypt credentials with; use @FILE or - to keep it off the command line.", Secret: true}},
		{In: Query, Field: Field{Name: "includeApplicationsTreeInfo", Flag: "include-applications-tree-info", About: "ListProtectionSourcesRegistrationInfo.includeApplicationsTreeInfo|Include the object trees of registered applications.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneNonCriticalInfo", Flag: "prune-non-critical-info", About: "ListProtectionSourcesRegistrationInfo.pruneNonCriticalInfo|Omit non-critical details.", Type: Boolean}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "ListProtectionSourcesRegistrationInfo.useCachedData|Read from the service's cache, which is faster but may be out of date.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeExternalMetadata", Flag: "include-external-metadata", About: "ListProtectionSourcesRegistrationInfo.includeExternalMetadata|Include external metadata, such as maintenance windows.", Type: Boolean}},
		{In: Query, Field: Field{Name: "maintenanceStatus", Flag: "maintenance-status", About: "ListProtectionSourcesRegistrationInfo.maintenanceStatus|Filter by maintenance status.", Enum: []string{"NotConfigured", "ScheduledMaintenance", "UnderMaintenance"}}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "ListProtectionSourcesRegistrationInfo.tenantIds|Filter by tenant (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "allUnderHierarchy", Flag: "all-under-hierarchy", About: "ListProtectionSourcesRegistrationInfo.allUnderHierarchy|Include the resources of sub-tenants.", Type: Boolean}},
	},
	Answer: JSON,
}

// ListProtectionSources is GET /irisservices/api/v1/public/protectionSources: list the sources and their objects as a tree.
var ListProtectionSources = Operation{
	ID: "ListProtectionSources", Method: "GET", Server: "instance", Base: "", Path: "/irisservices/api/v1/public/protectionSources", About: "ListProtectionSources|List the sources and their objects as a tree.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "ListProtectionSources.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "excludeOffice365Types", Flag: "exclude-office365-types", About: "ListProtectionSources.excludeOffice365Types|Exclude these types of Microsoft 365 objects.", Lists: 1, Enum: []string{"kDomain", "kGroup", "kGroups", "kMailbox", "kOutlook", "kSite", "kSites", "kUser", "kUsers"}}},
		{In: Query, Field: Field{Name: "getTeamsChannels", Flag: "get-teams-channels", About: "ListProtectionSources.getTeamsChannels|Include Microsoft Teams channels.", Type: Boolean}},
		{In: Query, Field: Field{Name: "afterCursorEntityId", Flag: "after-cursor-entity-id", About: "ListProtectionSources.afterCursorEntityId|List only objects after this one (name or ID), for paging.", Type: Integer, Kind: "object"}},
		{In: Query, Field: Field{Name: "beforeCursorEntityId", Flag: "before-cursor-entity-id", About: "ListProtectionSources.beforeCursorEntityId|List only objects before this one (name or ID), for paging.", Type: Integer, Kind: "object"}},
		{In: Query, Field: Field{Name: "nodeId", Flag: "node-id", About: "ListProtectionSources.nodeId|The node whose objects are listed in pages (name or ID).", Type: Integer, Kind: "object"}},
		{In: Query, Field: Field{Name: "pageSize", Flag: "page-size", About: "ListProtectionSources.pageSize|The number of objects per page.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "hasValidMailbox", Flag: "has-valid-mailbox", About: "ListProtectionSources.hasValidMailbox|List only users with a mailbox.", Type: Boolean}},
		{In: Query, Field: Field{Name: "hasValidOnedrive", Flag: "has-valid-onedrive", About: "ListProtectionSources.hasValidOnedrive|List only users with a OneDrive.", Type: Boolean}},
		{In: Query, Field: Field{Name: "isSecurityGroup", Flag: "is-security-group", About: "ListProtectionSources.isSecurityGroup|List only security groups.", Type: Boolean}},
		{In: Query, Field: Field{Name: "id", Flag: "id", About: "ListProtectionSources.id|Filter by source (name or ID).", Type: Integer, Kind: "source"}},
		{In: Query, Field: Field{Name: "numLevels", Flag: "num-levels", About: "ListProtectionSources.numLevels|The number of tree levels to show.", Type: Number}},
		{In: Query, Field: Field{Name: "excludeTypes", Flag: "exclude-types", About: "ListProtectionSources.excludeTypes|Exclude these types of VMware objects.", Lists: 1, Enum: []string{"kClusterComputeResource", "kComputeResource", "kDatacenter", "kDatastore", "kDistributedVirtualPortgroup", "kFolder", "kHostSystem", "kNetwork", "kResourcePool", "kStandaloneHost", "kStoragePod", "kTag", "kTagCategory", "kVCenter", "kVirtualApp", "kVirtualMachine"}}},
		{In: Query, Field: Field{Name: "excludeAwsTypes", Flag: "exclude-aws-types", About: "ListProtectionSources.excludeAwsTypes|Exclude these types of AWS objects.", Lists: 1, Enum: []string{"kAuroraCluster", "kAuroraTag", "kEC2Instance", "kRDSInstance", "kRDSTag", "kS3Bucket", "kS3Tag", "kTag"}}},
		{In: Query, Field: Field{Name: "excludeKubernetesTypes", Flag: "exclude-kubernetes-types", About: "ListProtectionSources.excludeKubernetesTypes|Exclude these types of Kubernetes objects.", Lists: 1, Enum: []string{"kService"}}},
		{In: Query, Field: Field{Name: "includeDatastores", Flag: "include-datastores", About: "ListProtectionSources.includeDatastores|Include datastores.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeNetworks", Flag: "include-networks", About: "ListProtectionSources.includeNetworks|Include networks.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeVMFolders", Flag: "include-vm-folders", About: "ListProtectionSources.includeVMFolders|Include virtual machine folders.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeSfdcFields", Flag: "include-sfdc-fields", About: "ListProtectionSources.includeSfdcFields|Include the fields of Salesforce objects.", Type: Boolean}},
		{In: Query, Field: Field{Name: "includeSystemVApps", Flag: "include-system-v-apps", About: "ListProtectionSources.includeSystemVApps|Include system vApps.", Type: Boolean}},
		{In: Query, Field: Field{Name: "environments", Flag: "environments", About: "ListProtectionSources.environments|Filter by environment.", Lists: 1, Enum: []string{"kAcropolis", "kAD", "kAgent", "kAWS", "kAWSNative", "kAwsS3", "kAzure", "kAzureNative", "kCassandra", "kCouchbase", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGCPNative", "kGenericNas", "kGPFS", "kHBase", "kHdfs", "kHyperFlex", "kHyperV", "kHyperVVSS", "kIsilon", "kKubernetes", "kKVM", "kMongoDB", "kNetapp", "kNimble", "kO365", "kO365Outlook", "kOracle", "kPhysical", "kPhysicalFiles", "kPuppeteer", "kPure", "kRDSSnapshotManager", "KSfdc", "kSQL", "kUDA", "kView", "kVMware"}}},
		{In: Query, Field: Field{Name: "environment", Flag: "environment", About: "ListProtectionSources.environment|Filter by environment."}},
		{In: Query, Field: Field{Name: "includeEntityPermissionInfo", Flag: "include-entity-permission-info", About: "ListProtectionSources.includeEntityPermissionInfo|Include the permissions of each source.", Type: Boolean}},
		{In: Query, Field: Field{Name: "sids", Flag: "sids", About: "ListProtectionSources.sids|Filter by principal with access (security IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "includeSourceCredentials", Flag: "include-source-credentials", About: "ListProtectionSources.includeSourceCredentials|Include credentials, encrypted with --encryption-key.", Type: Boolean}},
		{In: Query, Field: Field{Name: "encryptionKey", Flag: "encryption-key", About: "ListProtectionSources.encryptionKey|The key to encrypt credentials with; use @FILE or - to keep it off the command line.", Secret: true}},
		{In: Query, Field: Field{Name: "includeObjectProtectionInfo", Flag: "include-object-protection-info", About: "ListProtectionSources.includeObjectProtectionInfo|Include the protection of each object.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneNonCriticalInfo", Flag: "prune-non-critical-info", About: "ListProtectionSources.pruneNonCriticalInfo|Omit non-critical details.", Type: Boolean}},
		{In: Query, Field: Field{Name: "pruneAggregationInfo", Flag: "prune-aggregation-info", About: "ListProtectionSources.pruneAggregationInfo|Omit aggregated totals.", Type: Boolean}},
		{In: Query, Field: Field{Name: "requestInitiatorType", Flag: "request-initiator-type", About: "ListProtectionSources.requestInitiatorType|The type of client making the request; may affect its priority."}},
		{In: Query, Field: Field{Name: "useCachedData", Flag: "use-cached-data", About: "ListProtectionSources.useCachedData|Read from the service's cache, which is faster but may be out of date.", Type: Boolean}},
		{In: Query, Field: Field{Name: "allUnderHierarchy", Flag: "all-under-hierarchy", About: "ListProtectionSources.allUnderHierarchy|Include the resources of sub-tenants.", Type: Boolean}},
	},
	Answer: JSON,
}

// ListConnectorAgents is GET /connector-agents: list the connector agents.
var ListConnectorAgents = Operation{
	ID: "ListConnectorAgents", Method: "GET", Server: "instance", Base: "/v2", Path: "/connector-agents", About: "ListConnectorAgents|List the connector agents.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "ListConnectorAgents.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "tenantId", Flag: "tenant-id", About: "ListConnectorAgents.tenantId|The tenant whose connector agents to list (ID); by default, that of the instance.", Required: true}},
		{In: Query, Field: Field{Name: "connectionNames", Flag: "connection-names", About: "ListConnectorAgents.connectionNames|Filter by connection name.", Lists: 1}},
		{In: Query, Field: Field{Name: "connectionIds", Flag: "connection-ids", About: "ListConnectorAgents.connectionIds|Filter by connection (names or IDs).", Type: Integer, Lists: 1, Kind: "connection"}},
	},
	Answer: JSON,
}

// GetConnectorAgentConfig is GET /connector-agents/config: show the configuration of connector agents.
var GetConnectorAgentConfig = Operation{
	ID: "GetConnectorAgentConfig", Method: "GET", Server: "instance", Base: "/v2", Path: "/connector-agents/config", About: "GetConnectorAgentConfig|Show the configuration of connector agents.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetConnectorAgentConfig.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
	},
	Answer: JSON,
}

// CreateAccessToken is POST /access-tokens: log in to a connector for an access token.
var CreateAccessToken = Operation{
	ID: "CreateAccessToken", Method: "POST", Server: "connector", Base: "/v2", Path: "/access-tokens", About: "CreateAccessToken|Log in to a connector for an access token.",
	Body: []Field{
		{Name: "username", Flag: "username", About: "CreateAccessTokenRequest.username|The name of the connector's user."},
		{Name: "password", Flag: "password", About: "CreateAccessTokenRequest.password|The user's password; use @FILE or - to keep it off the command line.", Secret: true},
		{Name: "domain", Flag: "domain", About: "CreateAccessTokenRequest.domain|The domain of the user, such as LOCAL."},
	},
	Answer: JSON,
}

// GetDataSourceConnectorLogs is GET /data-source-connector/logs: show the log of a connector.
var GetDataSourceConnectorLogs = Operation{
	ID: "GetDataSourceConnectorLogs", Method: "GET", Server: "connector", Base: "/v2", Path: "/data-source-connector/logs", About: "GetDataSourceConnectorLogs|Show the log of a connector.",
	Answer: JSON,
}

// RegisterDataSourceConnector is POST /data-source-connector/registration: register a connector with a connection's registration token.
var RegisterDataSourceConnector = Operation{
	ID: "RegisterDataSourceConnector", Method: "POST", Server: "connector", Base: "/v2", Path: "/data-source-connector/registration", About: "RegisterDataSourceConnector|Register a connector with a connection's registration token.",
	Body: []Field{
		{Name: "registrationToken", Flag: "registration-token", About: "RegisterDataSourceConnectorRequest.registrationToken|The connection's registration token; use @FILE or - to keep it off the command line.", Required: true, Secret: true, NotEmpty: true},
		{Name: "connectorId", Flag: "connector-id", About: "RegisterDataSourceConnectorRequest.connectorId|The connector to register again (name or ID).", Type: Integer, Kind: "connector"},
	},
}

// GetDataSourceConnectorStatus is GET /data-source-connector/status: show the registration and connection status of a connector.
var GetDataSourceConnectorStatus = Operation{
	ID: "GetDataSourceConnectorStatus", Method: "GET", Server: "connector", Base: "/v2", Path: "/data-source-connector/status", About: "GetDataSourceConnectorStatus|Show the registration and connection status of a connector.",
	Answer: JSON,
}

// GetComponentPreview is POST /public/components/{id}/preview: show the rows of a report component.
var GetComponentPreview = Operation{
	ID: "GetComponentPreview", Method: "POST", Server: "management", Base: "/heliosreporting/api/v1", Path: "/public/components/{id}/preview", Reads: true, About: "GetComponentPreview|Show the rows of a report component.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetComponentPreview.id|The component's ID.", Required: true}},
	},
	Body: []Field{
		{Name: "filters", Flag: "filters", About: "GetComponentPreviewRequest.filters|Which rows to return, in the place of the component's filters.", Type: Object, Model: 47, Lists: 1},
		{Name: "limit", Flag: "limit", About: "GetComponentPreviewRequest.limit|How many rows to return.", Type: Object, Model: 48},
		{Name: "sort", Flag: "sort", About: "GetComponentPreviewRequest.sort|The order of the rows, in the place of the component's order.", Type: Object, Model: 49, Lists: 1},
		{Name: "timezone", Flag: "timezone", About: "GetComponentPreviewRequest.timezone|The time zone of dates, such as Europe/Berlin."},
	},
	Answer: JSON,
}

// GetComponentByID is GET /public/components/{id}: show a report component.
var GetComponentByID = Operation{
	ID: "GetComponentByID", Method: "GET", Server: "management", Base: "/heliosreporting/api/v1", Path: "/public/components/{id}", About: "GetComponentByID|Show a report component.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetComponentByID.id|The component's ID.", Required: true}},
	},
	Answer: JSON,
}

// GetComponents is GET /public/components: list the report components.
var GetComponents = Operation{
	ID: "GetComponents", Method: "GET", Server: "management", Base: "/heliosreporting/api/v1", Path: "/public/components", About: "GetComponents|List the report components.",
	Params: []Param{
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "GetComponents.ids|Filter by component (IDs).", Lists: 1}},
	},
	Answer: JSON,
}

// GetReportType is GET /public/reports/report-types/{reportType}: show the attributes of a report type.
var GetReportType = Operation{
	ID: "GetReportType", Method: "GET", Server: "management", Base: "/heliosreporting/api/v1", Path: "/public/reports/report-types/{reportType}", About: "GetReportType|Show the attributes of a report type.",
	Params: []Param{
		{In: Path, Field: Field{Name: "reportType", Flag: "report-type", About: "GetReportType.reportType|The report type.", Required: true, Enum: []string{"Failures", "ProtectedObjects", "ProtectedUnprotectedObjects", "ProtectionActivity", "ProtectionGroupSummary", "ProtectionRuns", "ProtectionRunsTrend", "Recovery"}}},
	},
	Answer: JSON,
}

// ExportReport is POST /public/reports/{id}/export: get a report as a CSV or Excel file.
var ExportReport = Operation{
	ID: "ExportReport", Method: "POST", Server: "management", Base: "/heliosreporting/api/v1", Path: "/public/reports/{id}/export", Reads: true, About: "ExportReport|Get a report as a CSV or Excel file.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "ExportReport.id|The report's ID.", Required: true}},
	},
	Body: []Field{
		{Name: "async", Flag: "async", About: "ExportReportRequest.async|Make the file in the background, and answer before it is complete.", Type: Boolean},
		{Name: "filters", Flag: "filters", About: "ExportReportRequest.filters|Which rows to export, in the place of the report's filters.", Type: Object, Model: 47, Lists: 1},
		{Name: "layout", Flag: "layout", About: "ExportReportRequest.layout|The layout of the file."},
		{Name: "reportFormat", Flag: "report-format", About: "ExportReportRequest.reportFormat|The format of the file; XLS for Excel.", Enum: []string{"CSV", "XLS"}},
		{Name: "timezone", Flag: "timezone", About: "ExportReportRequest.timezone|The time zone of dates, such as Europe/Berlin."},
	},
	Answer: File,
}

// GetReportPreview is POST /public/reports/{id}/preview: show the components of a report with their rows.
var GetReportPreview = Operation{
	ID: "GetReportPreview", Method: "POST", Server: "management", Base: "/heliosreporting/api/v1", Path: "/public/reports/{id}/preview", Reads: true, About: "GetReportPreview|Show the components of a report with their rows.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetReportPreview.id|The report's ID.", Required: true}},
	},
	Body: []Field{
		{Name: "componentIds", Flag: "component-ids", About: "GetReportPreviewRequest.componentIds|The components to return (IDs); all if empty.", Lists: 1},
		{Name: "filters", Flag: "filters", About: "GetReportPreviewRequest.filters|Which rows to return, in the place of the report's filters.", Type: Object, Model: 47, Lists: 1},
		{Name: "timezone", Flag: "timezone", About: "GetReportPreviewRequest.timezone|The time zone of dates, such as Europe/Berlin."},
	},
	Answer: JSON,
}

// GetReportByID is GET /public/reports/{id}: show a report.
var GetReportByID = Operation{
	ID: "GetReportByID", Method: "GET", Server: "management", Base: "/heliosreporting/api/v1", Path: "/public/reports/{id}", About: "GetReportByID|Show a report.",
	Params: []Param{
		{In: Path, Field: Field{Name: "id", Flag: "id", About: "GetReportByID.id|The report's ID.", Required: true}},
	},
	Answer: JSON,
}

// GetReports is GET /public/reports: list the reports.
var GetReports = Operation{
	ID: "GetReports", Method: "GET", Server: "management", Base: "/heliosreporting/api/v1", Path: "/public/reports", About: "GetReports|List the reports.",
	Params: []Param{
		{In: Query, Field: Field{Name: "ids", Flag: "ids", About: "GetReports.ids|Filter by report (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "userContext", Flag: "user-context", About: "GetReports.userContext|Filter by the product that has the reports.", Enum: []string{"IBMBaaS"}}},
	},
	Answer: JSON,
}

// GetResources is POST /public/resources: list the resources that reports can be filtered by.
var GetResources = Operation{
	ID: "GetResources", Method: "POST", Server: "management", Base: "/heliosreporting/api/v1", Path: "/public/resources", Reads: true, About: "GetResources|List the resources that reports can be filtered by.",
	Body: []Field{
		{Name: "resourceType", Flag: "resource-type", About: "GetResourcesRequest.resourceType|The type of resources to list.", Required: true, Enum: []string{"MessageCodeMappings", "Policies", "ProtectionGroups", "RegisteredSources"}},
	},
	Answer: JSON,
}

// GetProviderInstances is GET /v2/mcm/provider-instances: list the instances that the Manager serves.
var GetProviderInstances = Operation{
	ID: "GetProviderInstances", Method: "GET", Server: "management", Base: "", Path: "/v2/mcm/provider-instances", About: "GetProviderInstances|List the instances that the Manager serves.",
	Params: []Param{
		{In: Query, Field: Field{Name: "instanceIds", Flag: "instance-ids", About: "GetProviderInstances.instanceIds|Filter by instance (GUIDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "regions", Flag: "regions", About: "GetProviderInstances.regions|Filter by region.", Lists: 1}},
		{In: Query, Field: Field{Name: "includeServiceInstanceStatus", Flag: "include-service-instance-status", About: "GetProviderInstances.includeServiceInstanceStatus|Include the state of each instance.", Type: Boolean}},
	},
	Answer: JSON,
}

// RegisterConnectorAgent is POST /v1/connector-agents/registration: register a connector agent with a registration token.
var RegisterConnectorAgent = Operation{
	ID: "RegisterConnectorAgent", Method: "POST", Server: "connector-agent", Base: "", Path: "/v1/connector-agents/registration", About: "RegisterConnectorAgent|Register a connector agent with a registration token.",
	Body: []Field{
		{Name: "registrationToken", Flag: "registration-token", About: "RegisterConnectorAgentRequest.registrationToken|The registration token; use @FILE or - to keep it off the command line.", Required: true, Secret: true, NotEmpty: true},
		{Name: "connectionName", Flag: "connection-name", About: "RegisterConnectorAgentRequest.connectionName|The name of the agent's connection.", Required: true, NotEmpty: true},
		{Name: "joinExistingConnection", Flag: "join-existing-connection", About: "RegisterConnectorAgentRequest.joinExistingConnection|Join the connection of that name if it exists.", Type: Boolean},
	},
}

// GetProgressMonitors is GET /irisservices/api/v1/progressMonitors: show the progress of tasks.
var GetProgressMonitors = Operation{
	ID: "GetProgressMonitors", Method: "GET", Server: "instance", Base: "", Path: "/irisservices/api/v1/progressMonitors", About: "GetProgressMonitors|Show the progress of tasks.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-IBM-Tenant-Id", Flag: "xibm-tenant-id", About: "GetProgressMonitors.X-IBM-Tenant-Id|The tenant's ID; defaults to the tenant of the instance."}},
		{In: Query, Field: Field{Name: "taskPathVec", Flag: "task-path-vec", About: "GetProgressMonitors.taskPathVec|The paths of the tasks to show.", Lists: 1}},
		{In: Query, Field: Field{Name: "includeFinishedTasks", Flag: "include-finished-tasks", About: "GetProgressMonitors.includeFinishedTasks|Include tasks that have ended.", Type: Boolean}},
		{In: Query, Field: Field{Name: "startTimeSecs", Flag: "start-time-secs", About: "GetProgressMonitors.startTimeSecs|List only tasks that started at or after this time.", Type: Integer, Unit: UnixSecs}},
		{In: Query, Field: Field{Name: "endTimeSecs", Flag: "end-time-secs", About: "GetProgressMonitors.endTimeSecs|List only tasks that ended at or before this time.", Type: Integer, Unit: UnixSecs}},
		{In: Query, Field: Field{Name: "maxTasks", Flag: "max-tasks", About: "GetProgressMonitors.maxTasks|The largest number of tasks to return.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "excludeSubTasks", Flag: "exclude-sub-tasks", About: "GetProgressMonitors.excludeSubTasks|Omit the tasks that a task consists of.", Type: Boolean}},
	},
	Body: []Field{
		{Name: "attributeVec", Flag: "attribute-vec", About: "GetProgressMonitorsRequest.attributeVec|The attributes that tasks must have, as keys and values.", Type: Object, Model: 16, Lists: 1},
		{Name: "endTimeSecs", About: "GetProgressMonitorsRequest.endTimeSecs|List only tasks that ended at or before this time; the parameter of this name has the flag.", Type: Integer, Unit: UnixSecs},
		{Name: "excludeSubTasks", About: "GetProgressMonitorsRequest.excludeSubTasks|Omit the tasks that a task consists of; the parameter of this name has the flag.", Type: Boolean},
		{Name: "fetchLogsMaxLevel", Flag: "fetch-logs-max-level", About: "GetProgressMonitorsRequest.fetchLogsMaxLevel|The number of levels of tasks to include the events of; 0 for all.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "includeEventLogs", Flag: "include-event-logs", About: "GetProgressMonitorsRequest.includeEventLogs|Include the events of tasks.", Type: Boolean},
		{Name: "includeFinishedTasks", About: "GetProgressMonitorsRequest.includeFinishedTasks|Include tasks that have ended; the parameter of this name has the flag.", Type: Boolean},
		{Name: "maxTasks", About: "GetProgressMonitorsRequest.maxTasks|The largest number of tasks to return; the parameter of this name has the flag.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "startTimeSecs", About: "GetProgressMonitorsRequest.startTimeSecs|List only tasks that started at or after this time; the parameter of this name has the flag.", Type: Integer, Unit: UnixSecs},
		{Name: "taskPathVec", About: "GetProgressMonitorsRequest.taskPathVec|The paths of the tasks to show; the parameter of this name has the flag.", Lists: 1},
	},
	Answer: JSON,
}

// GetUsers is GET /irisservices/api/v1/public/users: list the users of a connector.
var GetUsers = Operation{
	ID: "GetUsers", Method: "GET", Server: "connector", Base: "", Path: "/irisservices/api/v1/public/users", About: "GetUsers|List the users of a connector.",
	Params: []Param{
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "GetUsers.tenantIds|Filter by tenant (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "allUnderHierarchy", Flag: "all-under-hierarchy", About: "GetUsers.allUnderHierarchy|Include the users of sub-tenants.", Type: Boolean}},
		{In: Query, Field: Field{Name: "usernames", Flag: "usernames", About: "GetUsers.usernames|Filter by user name.", Lists: 1}},
		{In: Query, Field: Field{Name: "emailAddresses", Flag: "email-addresses", About: "GetUsers.emailAddresses|Filter by email address.", Lists: 1}},
		{In: Query, Field: Field{Name: "domain", Flag: "domain", About: "GetUsers.domain|Filter by domain."}},
		{In: Query, Field: Field{Name: "partialMatch", Flag: "partial-match", About: "GetUsers.partialMatch|Match parts of user names too.", Type: Boolean}},
	},
	Answer: JSON,
}

// UpdateUser is PUT /irisservices/api/v1/public/users: change a user of a connector, such as the password.
var UpdateUser = Operation{
	ID: "UpdateUser", Method: "PUT", Server: "connector", Base: "", Path: "/irisservices/api/v1/public/users", Once: true, About: "UpdateUser|Change a user of a connector, such as the password.",
	Body: []Field{
		{Name: "adUserInfo", Flag: "ad-user-info", About: "UpdateUserRequest.adUserInfo|The user in Active Directory.", Type: Object, Model: 50},
		{Name: "additionalGroupNames", Flag: "additional-group-names", About: "UpdateUserRequest.additionalGroupNames|The names of further groups of the user.", Lists: 1},
		{Name: "allowDsoModify", Flag: "allow-dso-modify", About: "UpdateUserRequest.allowDsoModify|Whether administrators may change this data security user.", Type: Boolean},
		{Name: "auditLogSettings", Flag: "audit-log-settings", About: "UpdateUserRequest.auditLogSettings|What of the user's requests is logged.", Type: Object, Model: 51},
		{Name: "authenticationType", Flag: "authentication-type", About: "UpdateUserRequest.authenticationType|How the user is authenticated.", Enum: []string{"kAuthAd", "kAuthGoogle", "kAuthLocal", "kAuthSalesforce", "kAuthSso"}},
		{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "UpdateUserRequest.clusterIdentifiers|The clusters that the user has access to.", Type: Object, Model: 52, Lists: 1},
		{Name: "createdTimeMsecs", Flag: "created-time-msecs", About: "UpdateUserRequest.createdTimeMsecs|When the user was created.", Type: Integer, Assigned: true, Unit: UnixMsecs},
		{Name: "currentPassword", Flag: "current-password", About: "UpdateUserRequest.currentPassword|The password until now; use @FILE or - to keep it off the command line.", Secret: true},
		{Name: "description", Flag: "description", About: "UpdateUserRequest.description|A description of the user."},
		{Name: "domain", Flag: "domain", About: "UpdateUserRequest.domain|The domain of the user, such as LOCAL."},
		{Name: "effectiveTimeMsecs", Flag: "effective-time-msecs", About: "UpdateUserRequest.effectiveTimeMsecs|When the user's access begins.", Type: Integer, Unit: UnixMsecs},
		{Name: "emailAddress", Flag: "email-address", About: "UpdateUserRequest.emailAddress|The email address of the user."},
		{Name: "expiredTimeMsecs", Flag: "expired-time-msecs", About: "UpdateUserRequest.expiredTimeMsecs|When the user's access ends.", Type: Integer, Unit: UnixMsecs},
		{Name: "forcePasswordChange", Flag: "force-password-change", About: "UpdateUserRequest.forcePasswordChange|Whether the user has to change the password at the next login.", Type: Boolean},
		{Name: "googleAccount", Flag: "google-account", About: "UpdateUserRequest.googleAccount|The user's Google account.", Type: Object, Model: 53},
		{Name: "idpUserInfo", Flag: "idp-user-info", About: "UpdateUserRequest.idpUserInfo|The user at an identity provider.", Type: Object, Model: 54},
		{Name: "intercomMessengerToken", Flag: "intercom-messenger-token", About: "UpdateUserRequest.intercomMessengerToken|The user's token for the support chat; use @FILE or - to keep it off the command line.", Secret: true},
		{Name: "isAccountLocked", Flag: "is-account-locked", About: "UpdateUserRequest.isAccountLocked|Whether the account is locked.", Type: Boolean},
		{Name: "isActive", Flag: "is-active", About: "UpdateUserRequest.isActive|Whether the user can log in.", Type: Boolean},
		{Name: "lastSuccessfulLoginTimeMsecs", Flag: "last-successful-login-time-msecs", About: "UpdateUserRequest.lastSuccessfulLoginTimeMsecs|When the user last logged in.", Type: Integer, Assigned: true, Unit: UnixMsecs},
		{Name: "lastUpdatedTimeMsecs", Flag: "last-updated-time-msecs", About: "UpdateUserRequest.lastUpdatedTimeMsecs|When the user was changed last.", Type: Integer, Assigned: true, Unit: UnixMsecs},
		{Name: "mfaInfo", Flag: "mfa-info", About: "UpdateUserRequest.mfaInfo|The second factors that are set up.", Type: Object, Model: 55},
		{Name: "mfaMethods", Flag: "mfa-methods", About: "UpdateUserRequest.mfaMethods|The second factors that the user can use.", Lists: 1},
		{Name: "objectClass", Flag: "object-class", About: "UpdateUserRequest.objectClass|Whether it is a user or a group."},
		{Name: "orgMembership", Flag: "org-membership", About: "UpdateUserRequest.orgMembership|The tenants that the user belongs to.", Type: Object, Model: 56, Lists: 1},
		{Name: "password", Flag: "password", About: "UpdateUserRequest.password|The new password; use @FILE or - to keep it off the command line.", Secret: true},
		{Name: "preferences", Flag: "preferences", About: "UpdateUserRequest.preferences|The user's preferences.", Type: Object, Model: 57},
		{Name: "previousLoginTimeMsecs", Flag: "previous-login-time-msecs", About: "UpdateUserRequest.previousLoginTimeMsecs|When the user logged in before the last time.", Type: Integer, Assigned: true, Unit: UnixMsecs},
		{Name: "primaryGroupName", Flag: "primary-group-name", About: "UpdateUserRequest.primaryGroupName|The name of the user's primary group."},
		{Name: "privilegeIds", Flag: "privilege-ids", About: "UpdateUserRequest.privilegeIds|The user's privileges.", Lists: 1, Enum: []string{"kAdLdapModify", "kAdLdapView", "kAlertModify", "kAlertView", "kAnalyticsModify", "kAnalyticsView", "kAppLaunch", "kAppsManagement", "kCloneModify", "kCloneView", "kClusterAudit", "kClusterCreate", "kClusterExternalTargetModify", "kClusterExternalTargetView", "kClusterModify", "kClusterRemoteModify", "kClusterRemoteView", "kClusterSupport", "kClusterUpgrade", "kClusterView", "kDataSecurity", "kFileDatalockExpiryTimeDecrease", "kHybridExtenderDownload", "kHybridExtenderView", "kMcmModify", "kMcmModifyCohesityAdmin", "kMcmModifySuperAdmin", "kMcmUnregister", "kMcmUpgrade", "kMcmViewCohesityAdmin", "kMcmViewSuperAdmin", "kObjectSearch", "kOrganizationImpersonate", "kOrganizationModify", "kOrganizationView", "kPrincipalModify", "kPrincipalView", "kProtectionJobOperate", "kProtectionModify", "kProtectionPolicyModify", "kProtectionPolicyView", "kProtectionSourceModify", "kProtectionView", "kRemoteRestore", "kReportsView", "kRestoreDownload", "kRestoreModify", "kRestoreView", "kSchedulerModify", "kSchedulerView", "kSmbAuditing", "kSmbBackup", "kSmbRestore", "kSmbTakeOwnership", "kStorageDomainModify", "kStorageDomainView", "kStorageModify", "kStorageView", "kVlanModify", "kVlanView"}},
		{Name: "profiles", Flag: "profiles", About: "UpdateUserRequest.profiles|The user's profiles.", Type: Object, Model: 58, Lists: 1},
		{Name: "restricted", Flag: "restricted", About: "UpdateUserRequest.restricted|Whether the user sees only objects that are assigned.", Type: Boolean},
		{Name: "roles", Flag: "roles", About: "UpdateUserRequest.roles|The user's roles.", Lists: 1},
		{Name: "s3AccessKeyId", Flag: "s3-access-key-id", About: "UpdateUserRequest.s3AccessKeyId|The ID of the user's S3 access key."},
		{Name: "s3AccountId", Flag: "s3-account-id", About: "UpdateUserRequest.s3AccountId|The ID of the user's S3 account."},
		{Name: "s3SecretKey", Flag: "s3-secret-key", About: "UpdateUserRequest.s3SecretKey|The user's S3 secret key; use @FILE or - to keep it off the command line.", Secret: true},
		{Name: "salesforceAccount", Flag: "salesforce-account", About: "UpdateUserRequest.salesforceAccount|The user's Salesforce account.", Type: Object, Model: 59},
		{Name: "sid", Flag: "sid", About: "UpdateUserRequest.sid|The security ID (SID) of the user."},
		{Name: "spogContext", Flag: "spog-context", About: "UpdateUserRequest.spogContext|The cluster that the user logged in to.", Type: Object, Model: 60},
		{Name: "subscriptionInfo", Flag: "subscription-info", About: "UpdateUserRequest.subscriptionInfo|The user's subscriptions.", Type: Object, Model: 61},
		{Name: "tenantAccesses", Flag: "tenant-accesses", About: "UpdateUserRequest.tenantAccesses|The tenants that the user has access to.", Type: Object, Model: 62, Lists: 1},
		{Name: "tenantId", Flag: "tenant-id", About: "UpdateUserRequest.tenantId|The tenant of the user (ID)."},
		{Name: "username", Flag: "username", About: "UpdateUserRequest.username|The name of the user to change."},
	}, AnswerOnly: []string{"groupRoles", "isAccountMfaEnabled", "isClusterMfaEnabled"},
	Answer: JSON,
}

// GetAlertSummary is GET /alerts-summary: count the alerts by category and severity.
var GetAlertSummary = Operation{
	ID: "GetAlertSummary", Method: "GET", Server: "management-sre", Base: "/v2", Path: "/alerts-summary", About: "GetAlertSummary|Count the alerts by category and severity.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-Scope-Identifier", Flag: "x-scope-identifier", About: "GetAlertSummary.X-Scope-Identifier|The scope of the request, such as a tenant or a cluster."}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "GetAlertSummary.startTimeUsecs|Count only alerts raised at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "GetAlertSummary.endTimeUsecs|Count only alerts raised at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "includeTenants", Flag: "include-tenants", About: "GetAlertSummary.includeTenants|Include the alerts of sub-tenants.", Type: Boolean}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "GetAlertSummary.tenantIds|Filter by tenant (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "statesList", Flag: "states-list", About: "GetAlertSummary.statesList|Filter by alert state.", Lists: 1, Enum: []string{"kNote", "kOpen", "kResolved", "kSuppressed"}}},
	},
	Answer: JSON,
}

// GetAlerts is GET /alerts: list the alerts.
var GetAlerts = Operation{
	ID: "GetAlerts", Method: "GET", Server: "management-sre", Base: "/v2", Path: "/alerts", About: "GetAlerts|List the alerts.",
	Params: []Param{
		{In: Header, Field: Field{Name: "X-Scope-Identifier", Flag: "x-scope-identifier", About: "GetAlerts.X-Scope-Identifier|The scope of the request, such as a tenant or a cluster."}},
		{In: Query, Field: Field{Name: "alertIds", Flag: "alert-ids", About: "GetAlerts.alertIds|Filter by alert (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "alertTypes", Flag: "alert-types", About: "GetAlerts.alertTypes|Filter by alert type (numbers).", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "alertCategories", Flag: "alert-categories", About: "GetAlerts.alertCategories|Filter by category.", Lists: 1, Enum: []string{"kAgent", "kAppMarketPlace", "kArchivalRestore", "kAuditLog", "kBackupRestore", "kCDP", "kChassis", "kCluster", "kClusterManagement", "kConfiguration", "kCPU", "kDataPath", "kDisasterRecovery", "kDisk", "kFan", "kFaultTolerance", "kFirmware", "kGeneralSoftwareFailure", "kHelios", "kIndexing", "kLicense", "kMemory", "kMetadata", "kNetworking", "kNIC", "kNode", "kNodeHealth", "kOperatingSystem", "kPowerSupply", "kQuota", "kRemoteReplication", "kSecurity", "kStorageDevice", "kStoragePool", "kStorageUsage", "kSystemService", "kTemperature", "kUpgrade", "kViewFailover"}}},
		{In: Query, Field: Field{Name: "alertStates", Flag: "alert-states", About: "GetAlerts.alertStates|Filter by alert state.", Lists: 1, Enum: []string{"kNote", "kOpen", "kResolved", "kSuppressed"}}},
		{In: Query, Field: Field{Name: "alertSeverities", Flag: "alert-severities", About: "GetAlerts.alertSeverities|Filter by severity.", Lists: 1, Enum: []string{"kCritical", "kInfo", "kWarning"}}},
		{In: Query, Field: Field{Name: "alertTypeBuckets", Flag: "alert-type-buckets", About: "GetAlerts.alertTypeBuckets|Filter by group of categories.", Lists: 1, Enum: []string{"kDataService", "kHardware", "kMaintenance", "kSoftware"}}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "GetAlerts.startTimeUsecs|List only alerts raised at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "GetAlerts.endTimeUsecs|List only alerts raised at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "maxAlerts", Flag: "max-alerts", About: "GetAlerts.maxAlerts|The largest number of alerts to return.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "propertyKey", Flag: "property-key", About: "GetAlerts.propertyKey|Filter by property (name)."}},
		{In: Query, Field: Field{Name: "propertyValue", Flag: "property-value", About: "GetAlerts.propertyValue|Filter by the value of the property."}},
		{In: Query, Field: Field{Name: "alertName", Flag: "alert-name", About: "GetAlerts.alertName|Filter by alert name."}},
		{In: Query, Field: Field{Name: "resolutionIds", Flag: "resolution-ids", About: "GetAlerts.resolutionIds|Filter by resolution (IDs).", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "GetAlerts.tenantIds|Filter by tenant (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "allUnderHierarchy", Flag: "all-under-hierarchy", About: "GetAlerts.allUnderHierarchy|Include the alerts of sub-tenants.", Type: Boolean}},
	},
	Answer: JSON,
}

// GetManagementAlertResolution is GET /mcm/alerts/resolutions: list how alerts of the Manager were resolved.
var GetManagementAlertResolution = Operation{
	ID: "GetManagementAlertResolution", Method: "GET", Server: "management-sre", Base: "/v2", Path: "/mcm/alerts/resolutions", About: "GetManagementAlertResolution|List how alerts of the Manager were resolved.",
	Params: []Param{
		{In: Query, Field: Field{Name: "maxResolutions", Flag: "max-resolutions", About: "GetManagementAlertResolution.maxResolutions|The largest number of resolutions to return.", Type: Integer, Required: true, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "resolutionName", Flag: "resolution-name", About: "GetManagementAlertResolution.resolutionName|Filter by resolution name."}},
		{In: Query, Field: Field{Name: "resolutionId", Flag: "resolution-id", About: "GetManagementAlertResolution.resolutionId|Filter by resolution (ID)."}},
	},
	Answer: JSON,
}

// GetManagementAlerts is GET /mcm/alerts: list the alerts of all clusters of the Manager.
var GetManagementAlerts = Operation{
	ID: "GetManagementAlerts", Method: "GET", Server: "management-sre", Base: "/v2", Path: "/mcm/alerts", About: "GetManagementAlerts|List the alerts of all clusters of the Manager.",
	Params: []Param{
		{In: Query, Field: Field{Name: "alertIdList", Flag: "alert-id-list", About: "GetManagementAlerts.alertIdList|Filter by alert (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "alertStateList", Flag: "alert-state-list", About: "GetManagementAlerts.alertStateList|Filter by alert state.", Lists: 1}},
		{In: Query, Field: Field{Name: "alertTypeList", Flag: "alert-type-list", About: "GetManagementAlerts.alertTypeList|Filter by alert type (numbers).", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "alertSeverityList", Flag: "alert-severity-list", About: "GetManagementAlerts.alertSeverityList|Filter by severity.", Lists: 1, Enum: []string{"kCritical", "kInfo", "kWarning"}}},
		{In: Query, Field: Field{Name: "regionIds", Flag: "region-ids", About: "GetManagementAlerts.regionIds|Filter by region.", Lists: 1}},
		{In: Query, Field: Field{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "GetManagementAlerts.clusterIdentifiers|Filter by cluster (CLUSTER:INCARNATION).", Lists: 1}},
		{In: Query, Field: Field{Name: "startDateUsecs", Flag: "start-date-usecs", About: "GetManagementAlerts.startDateUsecs|List only alerts raised at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endDateUsecs", Flag: "end-date-usecs", About: "GetManagementAlerts.endDateUsecs|List only alerts raised at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "maxAlerts", Flag: "max-alerts", About: "GetManagementAlerts.maxAlerts|The largest number of alerts to return.", Type: Integer, Range: &Range{0, NoLimit}}},
		{In: Query, Field: Field{Name: "alertCategoryList", Flag: "alert-category-list", About: "GetManagementAlerts.alertCategoryList|Filter by category.", Lists: 1, Enum: []string{"kAgent", "kAppMarketPlace", "kArchivalRestore", "kAuditLog", "kBackupRestore", "kCDP", "kChassis", "kCluster", "kClusterManagement", "kConfiguration", "kCPU", "kDataPath", "kDisasterRecovery", "kDisk", "kFan", "kFaultTolerance", "kFirmware", "kGeneralSoftwareFailure", "kHelios", "kIndexing", "kLicense", "kMemory", "kMetadata", "kNetworking", "kNIC", "kNode", "kNodeHealth", "kOperatingSystem", "kPowerSupply", "kQuota", "kRemoteReplication", "kSecurity", "kStorageDevice", "kStoragePool", "kStorageUsage", "kSystemService", "kTemperature", "kUpgrade", "kViewFailover"}}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "GetManagementAlerts.tenantIds|Filter by tenant (IDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "alertTypeBucketList", Flag: "alert-type-bucket-list", About: "GetManagementAlerts.alertTypeBucketList|Filter by group of categories.", Lists: 1, Enum: []string{"kDataService", "kHardware", "kMaintenance", "kSoftware"}}},
		{In: Query, Field: Field{Name: "alertPropertyKeyList", Flag: "alert-property-key-list", About: "GetManagementAlerts.alertPropertyKeyList|Filter by property (names).", Lists: 1}},
		{In: Query, Field: Field{Name: "alertPropertyValueList", Flag: "alert-property-value-list", About: "GetManagementAlerts.alertPropertyValueList|Filter by the values of properties.", Lists: 1}},
		{In: Query, Field: Field{Name: "alertName", Flag: "alert-name", About: "GetManagementAlerts.alertName|Filter by alert name."}},
		{In: Query, Field: Field{Name: "serviceInstanceIds", Flag: "service-instance-ids", About: "GetManagementAlerts.serviceInstanceIds|Filter by instance (GUIDs).", Lists: 1}},
	},
	Answer: JSON,
}

// CompatibleClustersForRelease is GET /mcm/cluster-mgmt/compatible-clusters: list the clusters that can be upgraded to a release.
var CompatibleClustersForRelease = Operation{
	ID: "CompatibleClustersForRelease", Method: "GET", Server: "management-sre", Base: "/v2", Path: "/mcm/cluster-mgmt/compatible-clusters", About: "CompatibleClustersForRelease|List the clusters that can be upgraded to a release.",
	Params: []Param{
		{In: Query, Field: Field{Name: "releaseVersion", Flag: "release-version", About: "CompatibleClustersForRelease.releaseVersion|The version of the release."}},
	},
	Answer: JSON,
}

// GetClustersInfo is GET /mcm/cluster-mgmt/info: list the clusters and their versions.
var GetClustersInfo = Operation{
	ID: "GetClustersInfo", Method: "GET", Server: "management-sre", Base: "/v2", Path: "/mcm/cluster-mgmt/info", About: "GetClustersInfo|List the clusters and their versions.",
	Answer: JSON,
}

// ClustersUpgradesInfo is GET /mcm/cluster-mgmt/upgrades/info: list the upgrades of clusters.
var ClustersUpgradesInfo = Operation{
	ID: "ClustersUpgradesInfo", Method: "GET", Server: "management-sre", Base: "/v2", Path: "/mcm/cluster-mgmt/upgrades/info", About: "ClustersUpgradesInfo|List the upgrades of clusters.",
	Params: []Param{
		{In: Query, Field: Field{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "ClustersUpgradesInfo.clusterIdentifiers|Filter by cluster (CLUSTER:INCARNATION).", Lists: 1}},
	},
	Answer: JSON,
}

// UpdateClustersUpgrades is PUT /mcm/cluster-mgmt/upgrades: change the scheduled upgrades of clusters.
var UpdateClustersUpgrades = Operation{
	ID: "UpdateClustersUpgrades", Method: "PUT", Server: "management-sre", Base: "/v2", Path: "/mcm/cluster-mgmt/upgrades", About: "UpdateClustersUpgrades|Change the scheduled upgrades of clusters.",
	Body: []Field{
		{Name: "authHeaders", Flag: "auth-headers", About: "ClustersUpgradesRequest.authHeaders|The headers that are sent to download the package.", Type: Object, Model: 63, Lists: 1},
		{Name: "clusters", Flag: "clusters", About: "ClustersUpgradesRequest.clusters|The clusters to upgrade.", Type: Object, Model: 64, Lists: 1},
		{Name: "intervalForRollingUpgradeInHours", Flag: "interval-for-rolling-upgrade-in-hours", About: "ClustersUpgradesRequest.intervalForRollingUpgradeInHours|The hours between the upgrades of two clusters, to upgrade one after the other.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "packageUrl", Flag: "package-url", About: "ClustersUpgradesRequest.packageUrl|The URL that the package is downloaded from."},
		{Name: "patchUpgradeParams", Flag: "patch-upgrade-params", About: "ClustersUpgradesRequest.patchUpgradeParams|The patch to install.", Type: Object, Model: 65},
		{Name: "targetVersion", Flag: "target-version", About: "ClustersUpgradesRequest.targetVersion|The version to upgrade to."},
		{Name: "timeStampToUpgradeAtMsecs", Flag: "time-stamp-to-upgrade-at-msecs", About: "ClustersUpgradesRequest.timeStampToUpgradeAtMsecs|When the upgrade begins; now if empty.", Type: Integer, Unit: UnixMsecs},
		{Name: "type", Flag: "type", About: "ClustersUpgradesRequest.type|What to install: an upgrade, a patch or both.", Enum: []string{"Patch", "Upgrade", "UpgradePatch"}},
	},
	Answer: JSON,
}

// CreateClustersUpgrades is POST /mcm/cluster-mgmt/upgrades: upgrade clusters, now or at a scheduled time.
var CreateClustersUpgrades = Operation{
	ID: "CreateClustersUpgrades", Method: "POST", Server: "management-sre", Base: "/v2", Path: "/mcm/cluster-mgmt/upgrades", About: "CreateClustersUpgrades|Upgrade clusters, now or at a scheduled time.",
	Body: []Field{
		{Name: "authHeaders", Flag: "auth-headers", About: "ClustersUpgradesRequest.authHeaders|The headers that are sent to download the package.", Type: Object, Model: 63, Lists: 1},
		{Name: "clusters", Flag: "clusters", About: "ClustersUpgradesRequest.clusters|The clusters to upgrade.", Type: Object, Model: 64, Lists: 1},
		{Name: "intervalForRollingUpgradeInHours", Flag: "interval-for-rolling-upgrade-in-hours", About: "ClustersUpgradesRequest.intervalForRollingUpgradeInHours|The hours between the upgrades of two clusters, to upgrade one after the other.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "packageUrl", Flag: "package-url", About: "ClustersUpgradesRequest.packageUrl|The URL that the package is downloaded from."},
		{Name: "patchUpgradeParams", Flag: "patch-upgrade-params", About: "ClustersUpgradesRequest.patchUpgradeParams|The patch to install.", Type: Object, Model: 65},
		{Name: "targetVersion", Flag: "target-version", About: "ClustersUpgradesRequest.targetVersion|The version to upgrade to."},
		{Name: "timeStampToUpgradeAtMsecs", Flag: "time-stamp-to-upgrade-at-msecs", About: "ClustersUpgradesRequest.timeStampToUpgradeAtMsecs|When the upgrade begins; now if empty.", Type: Integer, Unit: UnixMsecs},
		{Name: "type", Flag: "type", About: "ClustersUpgradesRequest.type|What to install: an upgrade, a patch or both.", Enum: []string{"Patch", "Upgrade", "UpgradePatch"}},
	},
	Answer: JSON,
}

// DeleteClustersUpgrades is DELETE /mcm/cluster-mgmt/upgrades: cancel upgrades of clusters before they get installed.
var DeleteClustersUpgrades = Operation{
	ID: "DeleteClustersUpgrades", Method: "DELETE", Server: "management-sre", Base: "/v2", Path: "/mcm/cluster-mgmt/upgrades", About: "DeleteClustersUpgrades|Cancel upgrades of clusters before they get installed.",
	Params: []Param{
		{In: Query, Field: Field{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "DeleteClustersUpgrades.clusterIdentifiers|The clusters whose upgrades are canceled (CLUSTER:INCARNATION).", Lists: 1}},
	},
	Answer: JSON,
}

// GetManagementAlertsSummary is GET /mcm/stats/alerts-summary: show the numbers of the Manager's alerts by category.
var GetManagementAlertsSummary = Operation{
	ID: "GetManagementAlertsSummary", Method: "GET", Server: "management-sre", Base: "/v2", Path: "/mcm/stats/alerts-summary", About: "GetManagementAlertsSummary|Show the numbers of the Manager's alerts by category.",
	Params: []Param{
		{In: Query, Field: Field{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "GetManagementAlertsSummary.clusterIdentifiers|Filter by cluster (CLUSTER:INCARNATION).", Lists: 1}},
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "GetManagementAlertsSummary.startTimeUsecs|Count only alerts raised at or after this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "GetManagementAlertsSummary.endTimeUsecs|Count only alerts raised at or before this time.", Type: Integer, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "statesList", Flag: "states-list", About: "GetManagementAlertsSummary.statesList|Filter by alert state.", Lists: 1, Enum: []string{"kNote", "kOpen", "kResolved", "kSuppressed"}}},
	},
	Answer: JSON,
}

// GetManagementAlertsStats is GET /mcm/stats/alerts: show the numbers of open alerts by cluster.
var GetManagementAlertsStats = Operation{
	ID: "GetManagementAlertsStats", Method: "GET", Server: "management-sre", Base: "/v2", Path: "/mcm/stats/alerts", About: "GetManagementAlertsStats|Show the numbers of open alerts by cluster.",
	Params: []Param{
		{In: Query, Field: Field{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "GetManagementAlertsStats.startTimeUsecs|Count only alerts raised at or after this time.", Type: Integer, Required: true, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "GetManagementAlertsStats.endTimeUsecs|Count only alerts raised at or before this time.", Type: Integer, Required: true, Unit: UnixUsecs}},
		{In: Query, Field: Field{Name: "clusterIds", Flag: "cluster-ids", About: "GetManagementAlertsStats.clusterIds|Filter by cluster (IDs).", Type: Integer, Lists: 1}},
		{In: Query, Field: Field{Name: "serviceInstanceIds", Flag: "service-instance-ids", About: "GetManagementAlertsStats.serviceInstanceIds|Filter by instance (GUIDs).", Lists: 1}},
		{In: Query, Field: Field{Name: "regionIds", Flag: "region-ids", About: "GetManagementAlertsStats.regionIds|Filter by region.", Lists: 1}},
		{In: Query, Field: Field{Name: "excludeStatsByCluster", Flag: "exclude-stats-by-cluster", About: "GetManagementAlertsStats.excludeStatsByCluster|Omit the numbers of each cluster.", Type: Boolean}},
		{In: Query, Field: Field{Name: "alertSource", Flag: "alert-source", About: "GetManagementAlertsStats.alertSource|Count only alerts of clusters, or only those of the Manager.", Enum: []string{"kCluster", "kHelios"}}},
		{In: Query, Field: Field{Name: "tenantIds", Flag: "tenant-ids", About: "GetManagementAlertsStats.tenantIds|Filter by tenant (IDs).", Lists: 1}},
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
	&CreateAccessToken,
	&GetDataSourceConnectorLogs,
	&RegisterDataSourceConnector,
	&GetDataSourceConnectorStatus,
	&GetComponentPreview,
	&GetComponentByID,
	&GetComponents,
	&GetReportType,
	&ExportReport,
	&GetReportPreview,
	&GetReportByID,
	&GetReports,
	&GetResources,
	&GetProviderInstances,
	&RegisterConnectorAgent,
	&GetProgressMonitors,
	&GetUsers,
	&UpdateUser,
	&GetAlertSummary,
	&GetAlerts,
	&GetManagementAlertResolution,
	&GetManagementAlerts,
	&CompatibleClustersForRelease,
	&GetClustersInfo,
	&ClustersUpgradesInfo,
	&UpdateClustersUpgrades,
	&CreateClustersUpgrades,
	&DeleteClustersUpgrades,
	&GetManagementAlertsSummary,
	&GetManagementAlertsStats,
}

// models are the shapes of the objects in requests; Field.Model is an index.
var models = [...]Model{
	0: {Name: "LinuxAgentParams", Fields: []Field{
		{Name: "packageType", Flag: "package-type", About: "LinuxAgentParams.packageType|The type of Linux package.", Required: true, Enum: []string{"kDEB", "kPowerPCRPM", "kRPM", "kScript", "kSuseRPM"}},
	}},
	1: {Name: "BackupPolicy", Fields: []Field{
		{Name: "regular", Flag: "regular", About: "BackupPolicy.regular|Schedule and retention of regular backups.", Type: Object, Model: 66, Required: true},
		{Name: "log", Flag: "log", About: "BackupPolicy.log|Schedule and retention of log backups.", Type: Object, Model: 67},
		{Name: "bmr", Flag: "bmr", About: "BackupPolicy.bmr|Schedule and retention of bare-metal backups.", Type: Object, Model: 68},
		{Name: "cdp", Flag: "cdp", About: "BackupPolicy.cdp|Settings for continuous data protection.", Type: Object, Model: 69},
		{Name: "storageArraySnapshot", Flag: "storage-array-snapshot", About: "BackupPolicy.storageArraySnapshot|Schedule and retention of snapshots on storage arrays.", Type: Object, Model: 70},
		{Name: "runTimeouts", Flag: "run-timeouts", About: "BackupPolicy.runTimeouts|Time limits after which runs are canceled, by run type.", Type: Object, Model: 71, Lists: 1},
	}},
	2: {Name: "BlackoutWindow", Fields: []Field{
		{Name: "day", Flag: "day", About: "BlackoutWindow.day|The day of the week of the window.", Required: true, Enum: []string{"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"}},
		{Name: "startTime", Flag: "start-time", About: "BlackoutWindow.startTime|The time of day when the window begins.", Type: Object, Model: 13, Required: true},
		{Name: "endTime", Flag: "end-time", About: "BlackoutWindow.endTime|The time of day when the window ends.", Type: Object, Model: 13, Required: true},
		{Name: "configId", Flag: "config-id", About: "BlackoutWindow.configId|The ID of this window within the policy.", Assigned: true},
	}},
	3: {Name: "ExtendedRetentionPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "ExtendedRetentionPolicy.schedule|Which snapshots are retained for longer, as one per period.", Type: Object, Model: 72, Required: true},
		{Name: "retention", Flag: "retention", About: "ExtendedRetentionPolicy.retention|How long these snapshots are retained.", Type: Object, Model: 73, Required: true},
		{Name: "runType", Flag: "run-type", About: "ExtendedRetentionPolicy.runType|The type of run whose snapshots are retained; Regular is incremental, System bare-metal.", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "configId", Flag: "config-id", About: "ExtendedRetentionPolicy.configId|The ID of this rule within the policy.", Assigned: true},
	}},
	4: {Name: "TargetsConfiguration", Fields: []Field{
		{Name: "replicationTargets", Flag: "replication-targets", About: "TargetsConfiguration.replicationTargets|The clusters and clouds to replicate to.", Type: Object, Model: 74, Lists: 1},
		{Name: "archivalTargets", Flag: "archival-targets", About: "TargetsConfiguration.archivalTargets|The archives to copy to.", Type: Object, Model: 75, Lists: 1},
		{Name: "cloudSpinTargets", Flag: "cloud-spin-targets", About: "TargetsConfiguration.cloudSpinTargets|The cloud copy targets.", Type: Object, Model: 76, Lists: 1},
		{Name: "onpremDeployTargets", Flag: "onprem-deploy-targets", About: "TargetsConfiguration.onpremDeployTargets|The on-premises deployment targets.", Type: Object, Model: 77, Lists: 1},
		{Name: "rpaasTargets", Flag: "rpaas-targets", About: "TargetsConfiguration.rpaasTargets|The service-managed vaults to copy to.", Type: Object, Model: 78, Lists: 1},
	}},
	5: {Name: "CascadedTargetConfiguration", Fields: []Field{
		{Name: "sourceClusterId", Flag: "source-cluster-id", About: "CascadedTargetConfiguration.sourceClusterId|The ID of the cluster that the copies are made from.", Type: Integer, Required: true},
		{Name: "remoteTargets", Flag: "remote-targets", About: "CascadedTargetConfiguration.remoteTargets|The targets that this cluster copies to.", Type: Object, Model: 4, Required: true},
	}},
	6: {Name: "RetryOptions", Fields: []Field{
		{Name: "retries", Flag: "retries", About: "RetryOptions.retries|The maximum number of retries of a failed run.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "retryIntervalMins", Flag: "retry-interval-mins", About: "RetryOptions.retryIntervalMins|The time to wait between retries, in minutes.", Type: Integer, Unit: SpanMins, Range: &Range{1, NoLimit}},
	}},
	7: {Name: "PauseProtectionRunActionParams", Fields: []Field{
		{Name: "runId", Flag: "run-id", About: "PauseProtectionRunActionParams.runId|The run to pause, as NUMBER:START_USECS.", Required: true, NotEmpty: true, Kind: "run"},
	}},
	8: {Name: "ResumeProtectionRunActionParams", Fields: []Field{
		{Name: "runId", Flag: "run-id", About: "ResumeProtectionRunActionParams.runId|The run to resume, as NUMBER:START_USECS.", Required: true, NotEmpty: true, Kind: "run"},
	}},
	9: {Name: "CancelProtectionGroupRunRequest", Fields: []Field{
		{Name: "runId", Flag: "run-id", About: "CancelProtectionGroupRunRequest.runId|The run to cancel, as NUMBER:START_USECS.", Required: true, NotEmpty: true, Kind: "run"},
		{Name: "localTaskId", Flag: "local-task-id", About: "CancelProtectionGroupRunRequest.localTaskId|The ID of the local backup task to cancel."},
		{Name: "objectIds", Flag: "object-ids", About: "CancelProtectionGroupRunRequest.objectIds|Cancel the backup of these objects only (names or IDs).", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "replicationTaskId", Flag: "replication-task-id", About: "CancelProtectionGroupRunRequest.replicationTaskId|The replication tasks to cancel (IDs).", Lists: 1},
		{Name: "archivalTaskId", Flag: "archival-task-id", About: "CancelProtectionGroupRunRequest.archivalTaskId|The archival tasks to cancel (IDs); needed for runs that go straight to an archive.", Lists: 1},
		{Name: "cloudSpinTaskId", Flag: "cloud-spin-task-id", About: "CancelProtectionGroupRunRequest.cloudSpinTaskId|The cloud copy tasks to cancel (IDs).", Lists: 1},
	}},
	10: {Name: "RunObject", Fields: []Field{
		{Name: "id", Flag: "id", About: "RunObject.id|The object to back up (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "appIds", Flag: "app-ids", About: "RunObject.appIds|Back up only these applications or databases of the object (names or IDs).", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "physicalParams", Flag: "physical-params", About: "RunObject.physicalParams|Settings for this run if the object is a host.", Type: Object, Model: 79},
	}},
	11: {Name: "RunTargetsConfiguration", Fields: []Field{
		{Name: "usePolicyDefaults", Flag: "use-policy-defaults", About: "RunTargetsConfiguration.usePolicyDefaults|Copy to the targets of the policy.", Type: Boolean, Default: "false"},
		{Name: "replications", Flag: "replications", About: "RunTargetsConfiguration.replications|The replication targets of this run.", Type: Object, Model: 80, Lists: 1},
		{Name: "archivals", Flag: "archivals", About: "RunTargetsConfiguration.archivals|The archival targets of this run.", Type: Object, Model: 81, Lists: 1},
		{Name: "cloudReplications", Flag: "cloud-replications", About: "RunTargetsConfiguration.cloudReplications|The cloud replication targets of this run.", Type: Object, Model: 82, Lists: 1},
	}},
	12: {Name: "UpdateProtectionGroupRunParams", Fields: []Field{
		{Name: "runId", Flag: "run-id", About: "UpdateProtectionGroupRunParams.runId|The run to update, as NUMBER:START_USECS.", Required: true, NotEmpty: true, Kind: "run"},
		{Name: "localSnapshotConfig", Flag: "local-snapshot-config", About: "UpdateProtectionGroupRunParams.localSnapshotConfig|Changes to the local snapshots of the run.", Type: Object, Model: 83},
		{Name: "replicationSnapshotConfig", Flag: "replication-snapshot-config", About: "UpdateProtectionGroupRunParams.replicationSnapshotConfig|Changes to the replicas of the run, and new replicas to make.", Type: Object, Model: 84},
		{Name: "archivalSnapshotConfig", Flag: "archival-snapshot-config", About: "UpdateProtectionGroupRunParams.archivalSnapshotConfig|Changes to the archives of the run, and new archives to make.", Type: Object, Model: 85},
	}},
	13: {Name: "TimeOfDay", Fields: []Field{
		{Name: "hour", Flag: "hour", About: "TimeOfDay.hour|The hour, 0 to 23.", Type: Integer, Required: true, Range: &Range{0, 23}},
		{Name: "minute", Flag: "minute", About: "TimeOfDay.minute|The minute, 0 to 59.", Type: Integer, Required: true, Range: &Range{0, 59}},
		{Name: "timeZone", Flag: "time-zone", About: "TimeOfDay.timeZone|The time zone, such as Europe/Berlin.", Default: "America/Los_Angeles"},
	}},
	14: {Name: "ProtectionGroupAlertingPolicy", Fields: []Field{
		{Name: "backupRunStatus", Flag: "backup-run-status", About: "ProtectionGroupAlertingPolicy.backupRunStatus|The run results that raise an alert; at least one.", Lists: 1, Required: true, Enum: []string{"kFailure", "kSlaViolation", "kSuccess", "kWarning"}},
		{Name: "alertTargets", Flag: "alert-targets", About: "ProtectionGroupAlertingPolicy.alertTargets|The recipients of alerts.", Type: Object, Model: 86, Lists: 1},
		{Name: "raiseObjectLevelFailureAlert", Flag: "raise-object-level-failure-alert", About: "ProtectionGroupAlertingPolicy.raiseObjectLevelFailureAlert|Raise an alert for each object that fails.", Type: Boolean},
		{Name: "raiseObjectLevelFailureAlertAfterLastAttempt", Flag: "raise-object-level-failure-alert-after-last-attempt", About: "ProtectionGroupAlertingPolicy.raiseObjectLevelFailureAlertAfterLastAttempt|Raise an alert for an object if its last attempt fails.", Type: Boolean},
		{Name: "raiseObjectLevelFailureAlertAfterEachAttempt", Flag: "raise-object-level-failure-alert-after-each-attempt", About: "ProtectionGroupAlertingPolicy.raiseObjectLevelFailureAlertAfterEachAttempt|Raise an alert for an object after each failed attempt.", Type: Boolean},
	}},
	15: {Name: "SlaRule", Fields: []Field{
		{Name: "backupRunType", Flag: "backup-run-type", About: "SlaRule.backupRunType|The type of run that the limit applies to.", Enum: []string{"kFull", "kIncremental", "kLog"}},
		{Name: "slaMinutes", Flag: "sla-minutes", About: "SlaRule.slaMinutes|The longest time a run may take, in minutes, before it misses the SLA.", Type: Integer, Unit: SpanMins, Range: &Range{1, NoLimit}},
	}},
	16: {Name: "KeyValuePair", Fields: []Field{
		{Name: "key", Flag: "key", About: "KeyValuePair.key|The name of the setting.", Required: true, NotEmpty: true},
		{Name: "value", Flag: "value", About: "KeyValuePair.value|What the setting is set to.", Required: true},
	}},
	17: {Name: "PhysicalProtectionGroupParams", Fields: []Field{
		{Name: "protectionType", Flag: "protection-type", About: "PhysicalProtectionGroupParams.protectionType|Whether to back up files or volumes.", Required: true, Enum: []string{"kFile", "kVolume"}},
		{Name: "volumeProtectionTypeParams", Flag: "volume-protection-type-params", About: "PhysicalProtectionGroupParams.volumeProtectionTypeParams|Settings for volume-based backups.", Type: Object, Model: 87},
		{Name: "fileProtectionTypeParams", Flag: "file-protection-type-params", About: "PhysicalProtectionGroupParams.fileProtectionTypeParams|Settings for file-based backups.", Type: Object, Model: 88},
	}},
	18: {Name: "MSSQLProtectionGroupParams", Fields: []Field{
		{Name: "fileProtectionTypeParams", Flag: "file-protection-type-params", About: "MSSQLProtectionGroupParams.fileProtectionTypeParams|Settings for file-based backups.", Type: Object, Model: 89},
		{Name: "nativeProtectionTypeParams", Flag: "native-protection-type-params", About: "MSSQLProtectionGroupParams.nativeProtectionTypeParams|Settings for native SQL Server backups.", Type: Object, Model: 90},
		{Name: "protectionType", Flag: "protection-type", About: "MSSQLProtectionGroupParams.protectionType|The backup method for databases.", Required: true, Enum: []string{"kFile", "kNative", "kVolume"}},
		{Name: "volumeProtectionTypeParams", Flag: "volume-protection-type-params", About: "MSSQLProtectionGroupParams.volumeProtectionTypeParams|Settings for volume-based backups.", Type: Object, Model: 91},
	}},
	19: {Name: "KubernetesProtectionGroupParams", Fields: []Field{
		{Name: "enableIndexing", Flag: "enable-indexing", About: "KubernetesProtectionGroupParams.enableIndexing|Index files so that they can be searched.", Type: Boolean},
		{Name: "excludeLabelIds", Flag: "exclude-label-ids", About: "KubernetesProtectionGroupParams.excludeLabelIds|Exclude objects that match one of these label sets (IDs).", Type: Integer, Lists: 2},
		{Name: "excludeObjectIds", Flag: "exclude-object-ids", About: "KubernetesProtectionGroupParams.excludeObjectIds|Exclude these objects (names or IDs).", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "excludeParams", Flag: "exclude-params", About: "KubernetesProtectionGroupParams.excludeParams|Exclude objects that match this filter.", Type: Object, Model: 92},
		{Name: "includeParams", Flag: "include-params", About: "KubernetesProtectionGroupParams.includeParams|Include objects that match this filter.", Type: Object, Model: 92},
		{Name: "labelIds", Flag: "label-ids", About: "KubernetesProtectionGroupParams.labelIds|Include objects that match one of these label sets (IDs).", Type: Integer, Lists: 2},
		{Name: "leverageCSISnapshot", Flag: "leverage-csi-snapshot", About: "KubernetesProtectionGroupParams.leverageCSISnapshot|Use CSI snapshots.", Type: Boolean},
		{Name: "nonSnapshotBackup", Flag: "non-snapshot-backup", About: "KubernetesProtectionGroupParams.nonSnapshotBackup|Back up without snapshots.", Type: Boolean},
		{Name: "objects", Flag: "objects", About: "KubernetesProtectionGroupParams.objects|The namespaces and volumes to back up.", Type: Object, Model: 93, Lists: 1},
		{Name: "snapshotTimeoutSeconds", Flag: "snapshot-timeout-seconds", About: "KubernetesProtectionGroupParams.snapshotTimeoutSeconds|The maximum time to wait for a snapshot, in seconds.", Type: Integer, Range: &Range{1, NoLimit}},
		{Name: "sourceId", Flag: "source-id", About: "KubernetesProtectionGroupParams.sourceId|The cluster that contains the objects (name or ID).", Type: Integer, Kind: "source"},
		{Name: "sourceName", Flag: "source-name", About: "KubernetesProtectionGroupParams.sourceName|The name of the cluster that contains the objects."},
		{Name: "vlanParams", Flag: "vlan-params", About: "KubernetesProtectionGroupParams.vlanParams|The VLAN to use.", Type: Object, Model: 94},
		{Name: "volumeBackupFailure", Flag: "volume-backup-failure", About: "KubernetesProtectionGroupParams.volumeBackupFailure|Fail the run if a volume cannot be backed up.", Type: Boolean},
	}},
	20: {Name: "CommonRecoverObjectSnapshotParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", About: "CommonRecoverObjectSnapshotParams.snapshotId|The snapshot to recover from.", Required: true, NotEmpty: true, Kind: "snapshot"},
		{Name: "pointInTimeUsecs", Flag: "point-in-time-usecs", About: "CommonRecoverObjectSnapshotParams.pointInTimeUsecs|The point in time to recover to, using log backups.", Type: Integer, Unit: UnixUsecs},
		{Name: "protectionGroupId", Flag: "protection-group-id", About: "CommonRecoverObjectSnapshotParams.protectionGroupId|The protection group that the snapshot belongs to (name or ID).", Kind: "group"},
		{Name: "protectionGroupName", Flag: "protection-group-name", About: "CommonRecoverObjectSnapshotParams.protectionGroupName|The name of the protection group that the snapshot belongs to."},
		{Name: "snapshotCreationTimeUsecs", About: "CommonRecoverObjectSnapshotParams.snapshotCreationTimeUsecs|When the snapshot was taken.", Type: Integer, ReadOnly: true, Unit: UnixUsecs},
		{Name: "objectInfo", About: "CommonRecoverObjectSnapshotParams.objectInfo|The object in the snapshot.", Type: Object, Model: 95, ReadOnly: true},
		{Name: "snapshotTargetType", About: "CommonRecoverObjectSnapshotParams.snapshotTargetType|The type of target that holds the snapshot; RpaasArchival is a service-managed vault.", ReadOnly: true, Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}},
		{Name: "archivalTargetInfo", About: "CommonRecoverObjectSnapshotParams.archivalTargetInfo|The archival target that holds the snapshot.", Type: Object, Model: 96, ReadOnly: true},
		{Name: "progressTaskId", About: "CommonRecoverObjectSnapshotParams.progressTaskId|The ID of the task that reports the progress.", ReadOnly: true},
		{Name: "recoverFromStandby", Flag: "recover-from-standby", About: "CommonRecoverObjectSnapshotParams.recoverFromStandby|Recover from the standby copy.", Type: Boolean},
		{Name: "status", About: "CommonRecoverObjectSnapshotParams.status|The status of the recovery.", ReadOnly: true, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}},
		{Name: "startTimeUsecs", About: "CommonRecoverObjectSnapshotParams.startTimeUsecs|When the recovery started.", Type: Integer, ReadOnly: true, Unit: UnixUsecs},
		{Name: "endTimeUsecs", About: "CommonRecoverObjectSnapshotParams.endTimeUsecs|When the recovery ended.", Type: Integer, ReadOnly: true, Unit: UnixUsecs},
		{Name: "messages", About: "CommonRecoverObjectSnapshotParams.messages|Error messages.", Lists: 1, ReadOnly: true},
		{Name: "bytesRestored", About: "CommonRecoverObjectSnapshotParams.bytesRestored|The number of bytes recovered.", Type: Integer, ReadOnly: true},
	}},
	21: {Name: "FilesAndFoldersObject", Fields: []Field{
		{Name: "absolutePath", Flag: "absolute-path", About: "FilesAndFoldersObject.absolutePath|The path of the file or folder in the snapshot, such as /etc/hosts.", Required: true, NotEmpty: true},
		{Name: "isDirectory", Flag: "is-directory", About: "FilesAndFoldersObject.isDirectory|Whether the path is a folder.", Type: Boolean},
	}},
	22: {Name: "DocumentObject", Fields: []Field{
		{Name: "isDirectory", Flag: "is-directory", About: "DocumentObject.isDirectory|Whether the item is a folder.", Type: Boolean},
		{Name: "itemId", Flag: "item-id", About: "DocumentObject.itemId|The ID of the item to include.", Required: true, NotEmpty: true},
	}},
	23: {Name: "RecoverPhysicalParams", Fields: []Field{
		{Name: "objects", Flag: "objects", About: "RecoverPhysicalParams.objects|The snapshots to recover from.", Type: Object, Model: 20, Lists: 1, Required: true},
		{Name: "recoveryAction", Flag: "recovery-action", About: "RecoverPhysicalParams.recoveryAction|The type of recovery.", Required: true, Enum: []string{"InstantVolumeMount", "RecoverFiles", "RecoverPhysicalVolumes", "RecoverSystem"}},
		{Name: "recoverVolumeParams", Flag: "recover-volume-params", About: "RecoverPhysicalParams.recoverVolumeParams|The volumes to recover, and their destination.", Type: Object, Model: 97},
		{Name: "mountVolumeParams", Flag: "mount-volume-params", About: "RecoverPhysicalParams.mountVolumeParams|The volumes to mount, and where to mount them.", Type: Object, Model: 98},
		{Name: "recoverFileAndFolderParams", Flag: "recover-file-and-folder-params", About: "RecoverPhysicalParams.recoverFileAndFolderParams|The files and folders to recover, and their destination.", Type: Object, Model: 99},
		{Name: "downloadFileAndFolderParams", Flag: "download-file-and-folder-params", About: "RecoverPhysicalParams.downloadFileAndFolderParams|The files and folders to prepare for download.", Type: Object, Model: 100},
		{Name: "systemRecoveryParams", Flag: "system-recovery-params", About: "RecoverPhysicalParams.systemRecoveryParams|The location of the files for a full system recovery.", Type: Object, Model: 101},
	}},
	24: {Name: "RecoveryRequestParamsKubernetesParams", Fields: []Field{
		{Name: "downloadFileAndFolderParams", Flag: "download-file-and-folder-params", About: "RecoveryRequestParamsKubernetesParams.downloadFileAndFolderParams|The files and folders to prepare for download.", Type: Object, Model: 102},
		{Name: "objects", Flag: "objects", About: "RecoveryRequestParamsKubernetesParams.objects|The snapshots to recover from.", Type: Object, Model: 20, Lists: 1},
		{Name: "recoverFileAndFolderParams", Flag: "recover-file-and-folder-params", About: "RecoveryRequestParamsKubernetesParams.recoverFileAndFolderParams|The files and folders to recover, and their destination.", Type: Object, Model: 103},
		{Name: "recoverNamespaceParams", Flag: "recover-namespace-params", About: "RecoveryRequestParamsKubernetesParams.recoverNamespaceParams|The namespaces to recover, and their destination.", Type: Object, Model: 104},
		{Name: "recoveryAction", Flag: "recovery-action", About: "RecoveryRequestParamsKubernetesParams.recoveryAction|The type of recovery.", Required: true, Enum: []string{"DownloadFilesAndFolders", "RecoverFiles", "RecoverNamespaces"}},
	}},
	25: {Name: "RecoverSqlParams", Fields: []Field{
		{Name: "recoverAppParams", Flag: "recover-app-params", About: "RecoverSqlParams.recoverAppParams|The databases to recover, and their destination.", Type: Object, Model: 105, Lists: 1},
		{Name: "recoveryAction", Flag: "recovery-action", About: "RecoverSqlParams.recoveryAction|The type of recovery.", Required: true, Enum: []string{"CloneApps", "RecoverApps"}},
		{Name: "vlanConfig", Flag: "vlan-config", About: "RecoverSqlParams.vlanConfig|The VLAN to use.", Type: Object, Model: 106},
	}},
	26: {Name: "CassandraOnPremSearchParams", Fields: []Field{
		{Name: "cassandraObjectTypes", Flag: "cassandra-object-types", About: "CassandraOnPremSearchParams.cassandraObjectTypes|Filter by type of Cassandra object.", Lists: 1, Required: true, Enum: []string{"CassandraKeyspaces", "CassandraTables"}},
		{Name: "searchString", Flag: "search-string", About: "CassandraOnPremSearchParams.searchString|The text to search for; * and ? are wildcards.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "CassandraOnPremSearchParams.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"},
	}},
	27: {Name: "CouchBaseOnPremSearchParams", Fields: []Field{
		{Name: "couchbaseObjectTypes", Flag: "couchbase-object-types", About: "CouchBaseOnPremSearchParams.couchbaseObjectTypes|Filter by type of Couchbase object.", Lists: 1, Required: true, Enum: []string{"CouchbaseBuckets"}},
		{Name: "searchString", Flag: "search-string", About: "CouchBaseOnPremSearchParams.searchString|The text to search for; * and ? are wildcards.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "CouchBaseOnPremSearchParams.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"},
	}},
	28: {Name: "SearchEmailRequestParams", Fields: []Field{
		{Name: "attendeesAddresses", Flag: "attendees-addresses", About: "SearchEmailRequestParams.attendeesAddresses|Filter by meeting attendee (email addresses).", Lists: 1},
		{Name: "bccRecipientAddresses", Flag: "bcc-recipient-addresses", About: "SearchEmailRequestParams.bccRecipientAddresses|Filter by Bcc recipient (email addresses).", Lists: 1},
		{Name: "ccRecipientAddresses", Flag: "cc-recipient-addresses", About: "SearchEmailRequestParams.ccRecipientAddresses|Filter by Cc recipient (email addresses).", Lists: 1},
		{Name: "createdEndTimeSecs", Flag: "created-end-time-secs", About: "SearchEmailRequestParams.createdEndTimeSecs|List only items created at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "createdStartTimeSecs", Flag: "created-start-time-secs", About: "SearchEmailRequestParams.createdStartTimeSecs|List only items created at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "dueDateEndTimeSecs", Flag: "due-date-end-time-secs", About: "SearchEmailRequestParams.dueDateEndTimeSecs|List only tasks due at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "dueDateStartTimeSecs", Flag: "due-date-start-time-secs", About: "SearchEmailRequestParams.dueDateStartTimeSecs|List only tasks due at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "emailAddress", Flag: "email-address", About: "SearchEmailRequestParams.emailAddress|Filter by a contact's email address."},
		{Name: "emailSubject", Flag: "email-subject", About: "SearchEmailRequestParams.emailSubject|Filter by email subject."},
		{Name: "firstName", Flag: "first-name", About: "SearchEmailRequestParams.firstName|Filter by a contact's first name."},
		{Name: "folderNames", Flag: "folder-names", About: "SearchEmailRequestParams.folderNames|Filter by folder name.", Lists: 1},
		{Name: "hasAttachment", Flag: "has-attachment", About: "SearchEmailRequestParams.hasAttachment|List only items with an attachment; with =false, only items without one.", Type: Boolean},
		{Name: "lastModifiedEndTimeSecs", Flag: "last-modified-end-time-secs", About: "SearchEmailRequestParams.lastModifiedEndTimeSecs|List only items modified at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "lastModifiedStartTimeSecs", Flag: "last-modified-start-time-secs", About: "SearchEmailRequestParams.lastModifiedStartTimeSecs|List only items modified at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "lastName", Flag: "last-name", About: "SearchEmailRequestParams.lastName|Filter by a contact's last name."},
		{Name: "middleName", Flag: "middle-name", About: "SearchEmailRequestParams.middleName|Filter by a contact's middle name."},
		{Name: "organizerAddress", Flag: "organizer-address", About: "SearchEmailRequestParams.organizerAddress|Filter by meeting organizer (email address)."},
		{Name: "receivedEndTimeSecs", Flag: "received-end-time-secs", About: "SearchEmailRequestParams.receivedEndTimeSecs|List only emails received at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "receivedStartTimeSecs", Flag: "received-start-time-secs", About: "SearchEmailRequestParams.receivedStartTimeSecs|List only emails received at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "recipientAddresses", Flag: "recipient-addresses", About: "SearchEmailRequestParams.recipientAddresses|Filter by recipient (email addresses).", Lists: 1},
		{Name: "senderAddress", Flag: "sender-address", About: "SearchEmailRequestParams.senderAddress|Filter by sender (email address)."},
		{Name: "sourceEnvironment", Flag: "source-environment", About: "SearchEmailRequestParams.sourceEnvironment|Filter by environment.", Enum: []string{"kO365"}},
		{Name: "taskStatusTypes", Flag: "task-status-types", About: "SearchEmailRequestParams.taskStatusTypes|Filter by task status.", Lists: 1, Enum: []string{"Completed", "Deferred", "InProgress", "NotStarted", "WaitingOnOthers"}},
		{Name: "types", Flag: "types", About: "SearchEmailRequestParams.types|Filter by item type.", Lists: 1, Enum: []string{"Calendar", "Contact", "Email", "Folder", "Note", "Task"}},
		{Name: "o365Params", Flag: "o365-params", About: "SearchEmailRequestParams.o365Params|The Microsoft 365 domains, users and sites to search.", Type: Object, Model: 107},
	}},
	29: {Name: "SearchExchangeObjectsRequestParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", About: "SearchExchangeObjectsRequestParams.searchString|The text to search for; * and ? are wildcards.", Required: true},
	}},
	30: {Name: "SearchFileRequestParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", About: "SearchFileRequestParams.searchString|The text to search for; * and ? are wildcards."},
		{Name: "types", Flag: "types", About: "SearchFileRequestParams.types|Filter by item type.", Lists: 1, Enum: []string{"Directory", "File", "Symlink"}},
		{Name: "sourceEnvironments", Flag: "source-environments", About: "SearchFileRequestParams.sourceEnvironments|Filter by environment.", Lists: 1, Enum: []string{"kAcropolis", "kAWS", "kAzure", "kElastifile", "kExchange", "kFlashBlade", "kGCP", "kGenericNas", "kGPFS", "kHyperFlex", "kHyperV", "kIbmFlashSystem", "kIsilon", "kKubernetes", "kKVM", "kNetapp", "kO365", "kOracle", "kPhysical", "kPhysicalFiles", "kPure", "kRemoteAdapter", "kSAPHANA", "kSfdc", "kSQL", "kUDA", "kView", "kVMware"}},
		{Name: "sourceIds", Flag: "source-ids", About: "SearchFileRequestParams.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"},
		{Name: "objectIds", Flag: "object-ids", About: "SearchFileRequestParams.objectIds|Filter by object (names or IDs).", Type: Integer, Lists: 1, Kind: "object"},
	}},
	31: {Name: "HbaseOnPremSearchParams", Fields: []Field{
		{Name: "hbaseObjectTypes", Flag: "hbase-object-types", About: "HbaseOnPremSearchParams.hbaseObjectTypes|Filter by type of HBase object.", Lists: 1, Required: true, Enum: []string{"HbaseNamespaces", "HbaseTables"}},
		{Name: "searchString", Flag: "search-string", About: "HbaseOnPremSearchParams.searchString|The text to search for; * and ? are wildcards.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "HbaseOnPremSearchParams.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"},
	}},
	32: {Name: "HDFSOnPremSearchParams", Fields: []Field{
		{Name: "hdfsTypes", Flag: "hdfs-types", About: "HDFSOnPremSearchParams.hdfsTypes|Filter by type of HDFS object.", Lists: 1, Required: true, Enum: []string{"HDFSFiles", "HDFSFolders"}},
		{Name: "searchString", Flag: "search-string", About: "HDFSOnPremSearchParams.searchString|The text to search for; * and ? are wildcards.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "HDFSOnPremSearchParams.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"},
	}},
	33: {Name: "HiveOnPremSearchParams", Fields: []Field{
		{Name: "hiveObjectTypes", Flag: "hive-object-types", About: "HiveOnPremSearchParams.hiveObjectTypes|Filter by type of Hive object.", Lists: 1, Required: true, Enum: []string{"HiveDatabases", "HivePartitions", "HiveTables"}},
		{Name: "searchString", Flag: "search-string", About: "HiveOnPremSearchParams.searchString|The text to search for; * and ? are wildcards.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "HiveOnPremSearchParams.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"},
	}},
	34: {Name: "MongoDbOnPremSearchParams", Fields: []Field{
		{Name: "mongoDBObjectTypes", Flag: "mongo-db-object-types", About: "MongoDbOnPremSearchParams.mongoDBObjectTypes|Filter by type of MongoDB object.", Lists: 1, Required: true, Enum: []string{"MongoCollections", "MongoDatabases"}},
		{Name: "searchString", Flag: "search-string", About: "MongoDbOnPremSearchParams.searchString|The text to search for; * and ? are wildcards.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "MongoDbOnPremSearchParams.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"},
	}},
	35: {Name: "SearchMsGroupsRequestParams", Fields: []Field{
		{Name: "mailboxParams", Flag: "mailbox-params", About: "SearchMsGroupsRequestParams.mailboxParams|Search filters for group mailboxes.", Type: Object, Model: 108},
		{Name: "o365Params", Flag: "o365-params", About: "SearchMsGroupsRequestParams.o365Params|The Microsoft 365 domains, users and sites to search.", Type: Object, Model: 109},
		{Name: "siteParams", Flag: "site-params", About: "SearchMsGroupsRequestParams.siteParams|Search filters for group sites.", Type: Object, Model: 37},
	}},
	36: {Name: "SearchMsTeamsRequestParams", Fields: []Field{
		{Name: "categoryTypes", Flag: "category-types", About: "SearchMsTeamsRequestParams.categoryTypes|Filter by document type.", Lists: 1, Enum: []string{"Document", "Excel", "Image", "OneNote", "Powerpoint"}},
		{Name: "channelNames", Flag: "channel-names", About: "SearchMsTeamsRequestParams.channelNames|Filter by channel name.", Lists: 1},
		{Name: "channelParams", Flag: "channel-params", About: "SearchMsTeamsRequestParams.channelParams|Search filters for channels.", Type: Object, Model: 110},
		{Name: "creationEndTimeSecs", Flag: "creation-end-time-secs", About: "SearchMsTeamsRequestParams.creationEndTimeSecs|List only items created at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "creationStartTimeSecs", Flag: "creation-start-time-secs", About: "SearchMsTeamsRequestParams.creationStartTimeSecs|List only items created at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "o365Params", Flag: "o365-params", About: "SearchMsTeamsRequestParams.o365Params|The Microsoft 365 domains, users and sites to search.", Type: Object, Model: 109},
		{Name: "ownerNames", Flag: "owner-names", About: "SearchMsTeamsRequestParams.ownerNames|Filter by owner name.", Lists: 1},
		{Name: "searchString", Flag: "search-string", About: "SearchMsTeamsRequestParams.searchString|The text to search for; * and ? are wildcards."},
		{Name: "sizeBytesLowerLimit", Flag: "size-bytes-lower-limit", About: "SearchMsTeamsRequestParams.sizeBytesLowerLimit|List only items of at least this size, in bytes.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "sizeBytesUpperLimit", Flag: "size-bytes-upper-limit", About: "SearchMsTeamsRequestParams.sizeBytesUpperLimit|List only items of at most this size, in bytes.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "types", Flag: "types", About: "SearchMsTeamsRequestParams.types|Filter by item type.", Lists: 1, Enum: []string{"Channel", "Chat", "Conversation", "File", "Folder"}},
	}},
	37: {Name: "SearchDocumentLibraryRequestParams", Fields: []Field{
		{Name: "categoryTypes", Flag: "category-types", About: "SearchDocumentLibraryRequestParams.categoryTypes|Filter by document type.", Lists: 1, Enum: []string{"Document", "Excel", "Image", "OneNote", "Powerpoint"}},
		{Name: "creationEndTimeSecs", Flag: "creation-end-time-secs", About: "SearchDocumentLibraryRequestParams.creationEndTimeSecs|List only items created at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "creationStartTimeSecs", Flag: "creation-start-time-secs", About: "SearchDocumentLibraryRequestParams.creationStartTimeSecs|List only items created at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "includeFiles", Flag: "include-files", About: "SearchDocumentLibraryRequestParams.includeFiles|Include files in the results.", Type: Boolean, Default: "true"},
		{Name: "includeFolders", Flag: "include-folders", About: "SearchDocumentLibraryRequestParams.includeFolders|Include folders in the results.", Type: Boolean, Default: "true"},
		{Name: "o365Params", Flag: "o365-params", About: "SearchDocumentLibraryRequestParams.o365Params|The Microsoft 365 domains, users and sites to search.", Type: Object, Model: 109},
		{Name: "ownerNames", Flag: "owner-names", About: "SearchDocumentLibraryRequestParams.ownerNames|Filter by owner name.", Lists: 1},
		{Name: "searchString", Flag: "search-string", About: "SearchDocumentLibraryRequestParams.searchString|The text to search for; * and ? are wildcards."},
		{Name: "sizeBytesLowerLimit", Flag: "size-bytes-lower-limit", About: "SearchDocumentLibraryRequestParams.sizeBytesLowerLimit|List only items of at least this size, in bytes.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "sizeBytesUpperLimit", Flag: "size-bytes-upper-limit", About: "SearchDocumentLibraryRequestParams.sizeBytesUpperLimit|List only items of at most this size, in bytes.", Type: Integer, Range: &Range{0, NoLimit}},
	}},
	38: {Name: "SearchPublicFolderRequestParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", About: "SearchPublicFolderRequestParams.searchString|The text to search for; * and ? are wildcards."},
		{Name: "types", Flag: "types", About: "SearchPublicFolderRequestParams.types|Filter by item type.", Lists: 1, Enum: []string{"Calendar", "Contact", "Folder", "Journal", "Note", "Post", "Task"}},
		{Name: "hasAttachment", Flag: "has-attachment", About: "SearchPublicFolderRequestParams.hasAttachment|List only items with an attachment; with =false, only items without one.", Type: Boolean},
		{Name: "senderAddress", Flag: "sender-address", About: "SearchPublicFolderRequestParams.senderAddress|Filter by sender (email address).", Pattern: "^\\S+@\\S+.\\S+$"},
		{Name: "recipientAddresses", Flag: "recipient-addresses", About: "SearchPublicFolderRequestParams.recipientAddresses|Filter by recipient (email addresses).", Lists: 1, Pattern: "^\\S+@\\S+.\\S+$"},
		{Name: "ccRecipientAddresses", Flag: "cc-recipient-addresses", About: "SearchPublicFolderRequestParams.ccRecipientAddresses|Filter by Cc recipient (email addresses).", Lists: 1, Pattern: "^\\S+@\\S+.\\S+$"},
		{Name: "bccRecipientAddresses", Flag: "bcc-recipient-addresses", About: "SearchPublicFolderRequestParams.bccRecipientAddresses|Filter by Bcc recipient (email addresses).", Lists: 1, Pattern: "^\\S+@\\S+.\\S+$"},
		{Name: "receivedStartTimeSecs", Flag: "received-start-time-secs", About: "SearchPublicFolderRequestParams.receivedStartTimeSecs|List only emails received at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "receivedEndTimeSecs", Flag: "received-end-time-secs", About: "SearchPublicFolderRequestParams.receivedEndTimeSecs|List only emails received at or before this time.", Type: Integer, Unit: UnixSecs},
	}},
	39: {Name: "SearchSfdcRecordsRequestParams", Fields: []Field{
		{Name: "mutationTypes", Flag: "mutation-types", About: "SearchSfdcRecordsRequestParams.mutationTypes|Filter by how records changed.", Lists: 1, Required: true, Enum: []string{"Added", "All", "Changed", "Removed"}},
		{Name: "objectName", Flag: "object-name", About: "SearchSfdcRecordsRequestParams.objectName|The Salesforce object to search.", Required: true, NotEmpty: true},
		{Name: "queryString", Flag: "query-string", About: "SearchSfdcRecordsRequestParams.queryString|The query that selects the records."},
		{Name: "snapshotId", Flag: "snapshot-id", About: "SearchSfdcRecordsRequestParams.snapshotId|The snapshot to search.", Required: true, NotEmpty: true, Kind: "snapshot"},
	}},
	40: {Name: "UdaOnPremSearchParams", Fields: []Field{
		{Name: "searchString", Flag: "search-string", About: "UdaOnPremSearchParams.searchString|The text to search for; * and ? are wildcards.", Required: true},
		{Name: "sourceIds", Flag: "source-ids", About: "UdaOnPremSearchParams.sourceIds|Filter by source (names or IDs).", Type: Integer, Lists: 1, Kind: "source"},
	}},
	41: {Name: "ConstructMetaInfoRequestKubernetesParams", Fields: []Field{
		{Name: "objectId", Flag: "object-id", About: "ConstructMetaInfoRequestKubernetesParams.objectId|The object to return metadata for (name or ID).", Type: Integer, Required: true, Kind: "object"},
	}},
	42: {Name: "ConstructMetaInfoRequestOracleParams", Fields: []Field{
		{Name: "baseDir", Flag: "base-dir", About: "ConstructMetaInfoRequestOracleParams.baseDir|The Oracle base directory."},
		{Name: "dbFileDestination", Flag: "db-file-destination", About: "ConstructMetaInfoRequestOracleParams.dbFileDestination|The directory for the database files."},
		{Name: "dbName", Flag: "db-name", About: "ConstructMetaInfoRequestOracleParams.dbName|The name of the database."},
		{Name: "homeDir", Flag: "home-dir", About: "ConstructMetaInfoRequestOracleParams.homeDir|The Oracle home directory."},
		{Name: "isClone", Flag: "is-clone", About: "ConstructMetaInfoRequestOracleParams.isClone|Whether the recovery clones the database.", Type: Boolean},
		{Name: "isDisasterRecovery", Flag: "is-disaster-recovery", About: "ConstructMetaInfoRequestOracleParams.isDisasterRecovery|Whether it is a disaster recovery.", Type: Boolean},
		{Name: "isGranularRestore", Flag: "is-granular-restore", About: "ConstructMetaInfoRequestOracleParams.isGranularRestore|Whether it is a granular restore.", Type: Boolean},
		{Name: "isRecoveryValidation", Flag: "is-recovery-validation", About: "ConstructMetaInfoRequestOracleParams.isRecoveryValidation|Whether the recovery only validates the backup.", Type: Boolean},
	}},
	43: {Name: "ConstructMetaInfoRequestSfdcParams", Fields: []Field{
		{Name: "metaInfoType", Flag: "meta-info-type", About: "ConstructMetaInfoRequestSfdcParams.metaInfoType|The type of metadata to return.", Required: true, Enum: []string{"DependentObjects"}},
		{Name: "objectName", Flag: "object-name", About: "ConstructMetaInfoRequestSfdcParams.objectName|The Salesforce object to return metadata for."},
	}},
	44: {Name: "ConnectionConfig", Fields: []Field{
		{Name: "connectionId", Flag: "connection-id", About: "ConnectionConfig.connectionId|The connection (name or ID).", Type: Integer, Kind: "connection"},
		{Name: "entityId", Flag: "entity-id", About: "ConnectionConfig.entityId|The object that is reached through this connection (name or ID).", Type: Integer, Kind: "object"},
		{Name: "connectorGroupId", Flag: "connector-group-id", About: "ConnectionConfig.connectorGroupId|The ID of the connector group that serves the source.", Type: Integer},
		{Name: "dataSourceConnectionId", Flag: "data-source-connection-id", About: "ConnectionConfig.dataSourceConnectionId|The connection (name or ID), as a string.", Kind: "connection"},
	}},
	45: {Name: "PhysicalSourceRegistrationParams", Fields: []Field{
		{Name: "endpoint", Flag: "endpoint", About: "PhysicalSourceRegistrationParams.endpoint|The host's name or IP address.", Required: true, NotEmpty: true},
		{Name: "forceRegister", Flag: "force-register", About: "PhysicalSourceRegistrationParams.forceRegister|Register the host even if it is registered elsewhere.", Type: Boolean},
		{Name: "hostType", Flag: "host-type", About: "PhysicalSourceRegistrationParams.hostType|The operating system of the host.", Enum: []string{"kLinux", "kWindows"}},
		{Name: "physicalType", Flag: "physical-type", About: "PhysicalSourceRegistrationParams.physicalType|The type of host or cluster.", Enum: []string{"kGroup", "kHost", "kOracleAPCluster", "kOracleRACCluster", "kUnixCluster", "kWindowsCluster"}},
		{Name: "applications", Flag: "applications", About: "PhysicalSourceRegistrationParams.applications|The applications on the host to protect.", Lists: 1, Enum: []string{"kOracle", "kSQL"}},
	}},
	46: {Name: "KubernetesSourceRegistrationParams", Fields: []Field{
		{Name: "autoProtectConfig", Flag: "auto-protect-config", About: "KubernetesSourceRegistrationParams.autoProtectConfig|What to protect automatically in the cluster.", Type: Object, Model: 111},
		{Name: "clientPrivateKey", Flag: "client-private-key", About: "KubernetesSourceRegistrationParams.clientPrivateKey|The service account's token or key; use @FILE or - to keep it off the command line.", Required: true, Secret: true, NotEmpty: true},
		{Name: "cohesityDataprotectPluginImageLocation", Flag: "cohesity-dataprotect-plugin-image-location", About: "KubernetesSourceRegistrationParams.cohesityDataprotectPluginImageLocation|Where the cluster pulls the data protection plug-in image from."},
		{Name: "dataMoverImageLocation", Flag: "data-mover-image-location", About: "KubernetesSourceRegistrationParams.dataMoverImageLocation|Where the cluster pulls the data mover image from."},
		{Name: "datamoverHostportNumber", Flag: "datamover-hostport-number", About: "KubernetesSourceRegistrationParams.datamoverHostportNumber|The data mover's host port on each node.", Type: Integer, Range: &Range{0, 65535}},
		{Name: "datamoverServiceType", Flag: "datamover-service-type", About: "KubernetesSourceRegistrationParams.datamoverServiceType|The type of service that exposes the data mover.", Enum: []string{"kClusterIp", "kHostPort", "kLoadBalancer", "kNodePort"}},
		{Name: "defaultVlanParams", Flag: "default-vlan-params", About: "KubernetesSourceRegistrationParams.defaultVlanParams|The default VLAN.", Type: Object, Model: 94},
		{Name: "endpoint", Flag: "endpoint", About: "KubernetesSourceRegistrationParams.endpoint|The address of the cluster's API server.", Required: true, NotEmpty: true},
		{Name: "initContainerImageLocation", Flag: "init-container-image-location", About: "KubernetesSourceRegistrationParams.initContainerImageLocation|Where the cluster pulls the init container image from."},
		{Name: "kubernetesDistribution", Flag: "kubernetes-distribution", About: "KubernetesSourceRegistrationParams.kubernetesDistribution|The distribution that the cluster runs.", Required: true, Enum: []string{"kAKS", "kEKS", "kGKE", "kIKS", "kMainline", "kOpenshift", "kRancher", "kROKS", "kVMwareTanzu"}},
		{Name: "kubernetesType", Flag: "kubernetes-type", About: "KubernetesSourceRegistrationParams.kubernetesType|The type of Kubernetes source.", Enum: []string{"kCluster", "kLabel", "kNamespace", "kPersistentVolume", "kPersistentVolumeClaim", "kPVC", "kService"}},
		{Name: "priorityClassName", Flag: "priority-class-name", About: "KubernetesSourceRegistrationParams.priorityClassName|The priority class of backup pods."},
		{Name: "resourceAnnotations", Flag: "resource-annotations", About: "KubernetesSourceRegistrationParams.resourceAnnotations|Annotations for the resources that backups create.", Type: Object, Model: 112, Lists: 1},
		{Name: "resourceLabels", Flag: "resource-labels", About: "KubernetesSourceRegistrationParams.resourceLabels|Labels for the resources that backups create.", Type: Object, Model: 112, Lists: 1},
		{Name: "sanFields", Flag: "san-fields", About: "KubernetesSourceRegistrationParams.sanFields|Subject alternative names of the API server's certificate.", Lists: 1},
		{Name: "serviceAnnotations", Flag: "service-annotations", About: "KubernetesSourceRegistrationParams.serviceAnnotations|Annotations for the services that backups create.", Type: Object, Model: 113, Lists: 1},
		{Name: "veleroAwsPluginImageLocation", Flag: "velero-aws-plugin-image-location", About: "KubernetesSourceRegistrationParams.veleroAwsPluginImageLocation|Where the cluster pulls the Velero AWS plug-in image from."},
		{Name: "veleroImageLocation", Flag: "velero-image-location", About: "KubernetesSourceRegistrationParams.veleroImageLocation|Where the cluster pulls the Velero image from."},
		{Name: "veleroOpenshiftPluginImageLocation", Flag: "velero-openshift-plugin-image-location", About: "KubernetesSourceRegistrationParams.veleroOpenshiftPluginImageLocation|Where the cluster pulls the Velero OpenShift plug-in image from."},
		{Name: "vlanInfoVec", Flag: "vlan-info-vec", About: "KubernetesSourceRegistrationParams.vlanInfoVec|The VLANs of the cluster.", Type: Object, Model: 114, Lists: 1},
		{Name: "veleroKubevirtPluginImageLocation", Flag: "velero-kubevirt-plugin-image-location", About: "KubernetesSourceRegistrationParams.veleroKubevirtPluginImageLocation|Where the cluster pulls the Velero KubeVirt plug-in image from."},
	}},
	47: {Name: "AttributeFilter", Fields: []Field{
		{Name: "attribute", Flag: "attribute", About: "AttributeFilter.attribute|The attribute to filter by.", Required: true},
		{Name: "filterType", Flag: "filter-type", About: "AttributeFilter.filterType|The type of filter, which says which of the other fields counts.", Required: true, Enum: []string{"In", "Range", "Systems", "Tenants", "TimeRange"}},
		{Name: "inFilterParams", Flag: "in-filter-params", About: "AttributeFilter.inFilterParams|The values to match, with the type In.", Type: Object, Model: 115},
		{Name: "rangeFilterParams", Flag: "range-filter-params", About: "AttributeFilter.rangeFilterParams|The numbers to match, with the type Range.", Type: Object, Model: 116},
		{Name: "systemsFilterParams", Flag: "systems-filter-params", About: "AttributeFilter.systemsFilterParams|The systems to match, with the type Systems.", Type: Object, Model: 117},
		{Name: "timeRangeFilterParams", Flag: "time-range-filter-params", About: "AttributeFilter.timeRangeFilterParams|The times to match, with the type TimeRange.", Type: Object, Model: 118},
	}},
	48: {Name: "LimitParams", Fields: []Field{
		{Name: "from", Flag: "from", About: "LimitParams.from|The number of rows to skip.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "size", Flag: "size", About: "LimitParams.size|The largest number of rows to return.", Type: Integer, Required: true, Range: &Range{0, NoLimit}},
	}},
	49: {Name: "AttributeSort", Fields: []Field{
		{Name: "attribute", Flag: "attribute", About: "AttributeSort.attribute|The attribute to sort by.", Required: true},
		{Name: "desc", Flag: "desc", About: "AttributeSort.desc|Sort in descending order.", Type: Boolean},
	}},
	50: {Name: "AdUserInfo", Fields: []Field{
		{Name: "groupSids", Flag: "group-sids", About: "AdUserInfo.groupSids|The security IDs (SIDs) of the user's groups in Active Directory.", Lists: 1},
		{Name: "groups", Flag: "groups", About: "AdUserInfo.groups|The names of the user's groups in Active Directory.", Lists: 1},
		{Name: "isFloatingUser", Flag: "is-floating-user", About: "AdUserInfo.isFloatingUser|Whether the user has access through a group alone.", Type: Boolean},
	}},
	51: {Name: "AuditLogSettings", Fields: []Field{
		{Name: "readLogging", Flag: "read-logging", About: "AuditLogSettings.readLogging|Whether requests that only read are logged too.", Type: Boolean},
	}},
	52: {Name: "UserClusterIdentifier", Fields: []Field{
		{Name: "clusterId", Flag: "cluster-id", About: "UserClusterIdentifier.clusterId|The cluster that is meant (ID).", Type: Integer},
		{Name: "clusterIncarnationId", Flag: "cluster-incarnation-id", About: "UserClusterIdentifier.clusterIncarnationId|The incarnation of the cluster that is meant.", Type: Integer},
	}},
	53: {Name: "GoogleAccountInfo", Fields: []Field{
		{Name: "accountId", Flag: "account-id", About: "GoogleAccountInfo.accountId|The ID of the Google account."},
		{Name: "userId", Flag: "user-id", About: "GoogleAccountInfo.userId|The ID of the user at Google."},
	}},
	54: {Name: "IdpUserInfo", Fields: []Field{
		{Name: "groupSids", Flag: "group-sids", About: "IdpUserInfo.groupSids|The security IDs (SIDs) of the user's groups at the identity provider.", Lists: 1},
		{Name: "groups", Flag: "groups", About: "IdpUserInfo.groups|The names of the user's groups at the identity provider.", Lists: 1},
		{Name: "idpId", Flag: "idp-id", About: "IdpUserInfo.idpId|The ID of the identity provider.", Type: Integer},
		{Name: "isFloatingUser", Flag: "is-floating-user", About: "IdpUserInfo.isFloatingUser|Whether the user has access through a group alone.", Type: Boolean},
		{Name: "issuerId", Flag: "issuer-id", About: "IdpUserInfo.issuerId|The issuer that the identity provider names in its assertions."},
		{Name: "userId", Flag: "user-id", About: "IdpUserInfo.userId|The ID of the user at the identity provider."},
		{Name: "vendor", Flag: "vendor", About: "IdpUserInfo.vendor|The vendor of the identity provider."},
	}},
	55: {Name: "MfaInfo", Fields: []Field{
		{Name: "isEmailOtpSetupDone", Flag: "is-email-otp-setup-done", About: "MfaInfo.isEmailOtpSetupDone|Whether one-time passwords by email are set up.", Type: Boolean},
		{Name: "isTotpSetupDone", Flag: "is-totp-setup-done", About: "MfaInfo.isTotpSetupDone|Whether one-time passwords by an app are set up.", Type: Boolean},
		{Name: "isUserExemptFromMfa", Flag: "is-user-exempt-from-mfa", About: "MfaInfo.isUserExemptFromMfa|Whether the user logs in without a second factor.", Type: Boolean},
	}},
	56: {Name: "TenantConfig", Fields: []Field{
		{Name: "bifrostEnabled", Flag: "bifrost-enabled", About: "TenantConfig.bifrostEnabled|Whether the tenant's sources are reached through connectors.", Type: Boolean},
		{Name: "isManagedOnHelios", Flag: "is-managed-on-helios", About: "TenantConfig.isManagedOnHelios|Whether the tenant is managed by the Manager.", Type: Boolean},
		{Name: "name", Flag: "name", About: "TenantConfig.name|The name of the tenant."},
		{Name: "restricted", Flag: "restricted", About: "TenantConfig.restricted|Whether the user sees only objects that are assigned.", Type: Boolean},
		{Name: "roles", Flag: "roles", About: "TenantConfig.roles|The user's roles in the tenant.", Lists: 1},
		{Name: "tenantId", Flag: "tenant-id", About: "TenantConfig.tenantId|The tenant that the user belongs to (ID)."},
	}},
	57: {Name: "UsersPreferences", Fields: []Field{
		{Name: "locale", Flag: "locale", About: "UsersPreferences.locale|The language and region of the user, such as en-us."},
	}},
	58: {Name: "UserProfile", Fields: []Field{
		{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "UserProfile.clusterIdentifiers|The clusters that the profile is limited to.", Type: Object, Model: 52, Lists: 1},
		{Name: "isActive", Flag: "is-active", About: "UserProfile.isActive|Whether the tenant of the profile is active.", Type: Boolean},
		{Name: "isDeleted", Flag: "is-deleted", About: "UserProfile.isDeleted|Whether the tenant of the profile was deleted.", Type: Boolean},
		{Name: "regionIds", Flag: "region-ids", About: "UserProfile.regionIds|The regions that the profile is limited to.", Lists: 1},
		{Name: "tenantId", Flag: "tenant-id", About: "UserProfile.tenantId|The tenant of the profile (ID)."},
		{Name: "tenantName", Flag: "tenant-name", About: "UserProfile.tenantName|The name of the profile's tenant."},
		{Name: "tenantType", Flag: "tenant-type", About: "UserProfile.tenantType|The product that the profile's tenant belongs to.", Enum: []string{"Dmaas", "Mcm"}},
	}},
	59: {Name: "SalesforceAccountInfo", Fields: []Field{
		{Name: "accountId", Flag: "account-id", About: "SalesforceAccountInfo.accountId|The ID of the Salesforce account."},
		{Name: "heliosAccessGrantStatus", Flag: "helios-access-grant-status", About: "SalesforceAccountInfo.heliosAccessGrantStatus|The state of the user's access to the Manager."},
		{Name: "isDGaaSUser", Flag: "is-dgaas-user", About: "SalesforceAccountInfo.isDGaaSUser|Whether the user has data governance as a service.", Type: Boolean},
		{Name: "isDMaaSUser", Flag: "is-dmaas-user", About: "SalesforceAccountInfo.isDMaaSUser|Whether the user has data management as a service.", Type: Boolean},
		{Name: "isDRaaSUser", Flag: "is-draas-user", About: "SalesforceAccountInfo.isDRaaSUser|Whether the user has disaster recovery as a service.", Type: Boolean},
		{Name: "isRPaaSUser", Flag: "is-rpaas-user", About: "SalesforceAccountInfo.isRPaaSUser|Whether the user has ransomware protection as a service.", Type: Boolean},
		{Name: "isSalesUser", Flag: "is-sales-user", About: "SalesforceAccountInfo.isSalesUser|Whether the user belongs to sales.", Type: Boolean},
		{Name: "isSupportUser", Flag: "is-support-user", About: "SalesforceAccountInfo.isSupportUser|Whether the user belongs to support.", Type: Boolean},
		{Name: "userId", Flag: "user-id", About: "SalesforceAccountInfo.userId|The ID of the user at Salesforce."},
	}},
	60: {Name: "SpogContext", Fields: []Field{
		{Name: "PrimaryClusterId", Flag: "primary-cluster-id", About: "SpogContext.PrimaryClusterId|The ID of the cluster that the user logged in to.", Type: Integer},
		{Name: "PrimaryClusterUserSid", Flag: "primary-cluster-user-sid", About: "SpogContext.PrimaryClusterUserSid|The user's security ID (SID) on the cluster that the user logged in to."},
		{Name: "PrimaryClusterUsername", Flag: "primary-cluster-username", About: "SpogContext.PrimaryClusterUsername|The user's name on the cluster that the user logged in to."},
	}},
	61: {Name: "SubscriptionInfo", Fields: []Field{
		{Name: "classification", Flag: "classification", About: "SubscriptionInfo.classification|The subscription for data classification.", Type: Object, Model: 119},
		{Name: "dataProtect", Flag: "data-protect", About: "SubscriptionInfo.dataProtect|The subscription for data protection.", Type: Object, Model: 120},
		{Name: "dataProtectAzure", Flag: "data-protect-azure", About: "SubscriptionInfo.dataProtectAzure|The subscription for data protection in Azure.", Type: Object, Model: 121},
		{Name: "fortKnoxAzureCool", Flag: "fort-knox-azure-cool", About: "SubscriptionInfo.fortKnoxAzureCool|The subscription for vaults in cool storage of Azure.", Type: Object, Model: 122},
		{Name: "fortKnoxAzureHot", Flag: "fort-knox-azure-hot", About: "SubscriptionInfo.fortKnoxAzureHot|The subscription for vaults in hot storage of Azure.", Type: Object, Model: 122},
		{Name: "fortKnoxCold", Flag: "fort-knox-cold", About: "SubscriptionInfo.fortKnoxCold|The subscription for vaults in cold storage.", Type: Object, Model: 122},
		{Name: "ransomware", Flag: "ransomware", About: "SubscriptionInfo.ransomware|The subscription for ransomware protection.", Type: Object, Model: 122},
		{Name: "siteContinuity", Flag: "site-continuity", About: "SubscriptionInfo.siteContinuity|The subscription for disaster recovery.", Type: Object, Model: 119},
		{Name: "threatProtection", Flag: "threat-protection", About: "SubscriptionInfo.threatProtection|The subscription for threat detection.", Type: Object, Model: 119},
	}},
	62: {Name: "TenantAccesses", Fields: []Field{
		{Name: "clusterIdentifiers", Flag: "cluster-identifiers", About: "TenantAccesses.clusterIdentifiers|The clusters that the access is limited to.", Type: Object, Model: 52, Lists: 1},
		{Name: "createdTimeMsecs", Flag: "created-time-msecs", About: "TenantAccesses.createdTimeMsecs|When the access was granted.", Type: Integer, Unit: UnixMsecs},
		{Name: "effectiveTimeMsecs", Flag: "effective-time-msecs", About: "TenantAccesses.effectiveTimeMsecs|When the access begins.", Type: Integer, Unit: UnixMsecs},
		{Name: "expiredTimeMsecs", Flag: "expired-time-msecs", About: "TenantAccesses.expiredTimeMsecs|When the access ends.", Type: Integer, Unit: UnixMsecs},
		{Name: "isAccessActive", Flag: "is-access-active", About: "TenantAccesses.isAccessActive|Whether the user can use the access now.", Type: Boolean},
		{Name: "isActive", Flag: "is-active", About: "TenantAccesses.isActive|Whether the tenant is active.", Type: Boolean},
		{Name: "isDeleted", Flag: "is-deleted", About: "TenantAccesses.isDeleted|Whether the tenant was deleted.", Type: Boolean},
		{Name: "lastUpdatedTimeMsecs", Flag: "last-updated-time-msecs", About: "TenantAccesses.lastUpdatedTimeMsecs|When the access was changed last.", Type: Integer, Unit: UnixMsecs},
		{Name: "roles", Flag: "roles", About: "TenantAccesses.roles|The user's roles in the tenant.", Lists: 1},
		{Name: "tenantId", Flag: "tenant-id", About: "TenantAccesses.tenantId|The tenant that the access is for (ID)."},
		{Name: "tenantName", Flag: "tenant-name", About: "TenantAccesses.tenantName|The name of the tenant that the access is for."},
		{Name: "tenantType", Flag: "tenant-type", About: "TenantAccesses.tenantType|The product that the tenant belongs to.", Enum: []string{"Dmaas", "Mcm"}},
	}},
	63: {Name: "AuthHeaderForClusterUpgrade", Fields: []Field{
		{Name: "key", Flag: "key", About: "AuthHeaderForClusterUpgrade.key|The name of the header.", Required: true},
		{Name: "value", Flag: "value", About: "AuthHeaderForClusterUpgrade.value|The value of the header; never shown in traces or dry runs.", Required: true, Secret: true},
	}},
	64: {Name: "Upgrade", Fields: []Field{
		{Name: "clusterId", Flag: "cluster-id", About: "Upgrade.clusterId|The ID of the cluster to upgrade.", Type: Integer},
		{Name: "clusterIncarnationId", Flag: "cluster-incarnation-id", About: "Upgrade.clusterIncarnationId|The incarnation of the cluster to upgrade.", Type: Integer},
		{Name: "currentVersion", Flag: "current-version", About: "Upgrade.currentVersion|The version that is installed on the cluster."},
	}},
	65: {Name: "PatchUpgradeParams", Fields: []Field{
		{Name: "authHeaders", Flag: "auth-headers", About: "PatchUpgradeParams.authHeaders|The headers that are sent to download the patch.", Type: Object, Model: 63, Lists: 1},
		{Name: "ignorePreChecksFailure", Flag: "ignore-pre-checks-failure", About: "PatchUpgradeParams.ignorePreChecksFailure|Install the patch even if a check before it fails.", Type: Boolean},
		{Name: "packageUrl", Flag: "package-url", About: "PatchUpgradeParams.packageUrl|The URL that the patch is downloaded from."},
		{Name: "targetVersion", Flag: "target-version", About: "PatchUpgradeParams.targetVersion|The version of the patch."},
	}},
	66: {Name: "RegularBackupPolicy", Fields: []Field{
		{Name: "incremental", Flag: "incremental", About: "RegularBackupPolicy.incremental|When incremental backups run.", Type: Object, Model: 123},
		{Name: "full", Flag: "full", About: "RegularBackupPolicy.full|When full backups run; they have the retention of the regular backups.", Type: Object, Model: 124},
		{Name: "fullBackups", Flag: "full-backups", About: "RegularBackupPolicy.fullBackups|Schedules of full backups, each with a retention of its own.", Type: Object, Model: 125, Lists: 1},
		{Name: "retention", Flag: "retention", About: "RegularBackupPolicy.retention|How long snapshots of regular backups are retained.", Type: Object, Model: 73},
		{Name: "primaryBackupTarget", Flag: "primary-backup-target", About: "RegularBackupPolicy.primaryBackupTarget|Where backups are written first: to local storage or straight to an archive.", Type: Object, Model: 126},
	}},
	67: {Name: "LogBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "LogBackupPolicy.schedule|When log backups run.", Type: Object, Model: 127, Required: true},
		{Name: "retention", Flag: "retention", About: "LogBackupPolicy.retention|How long log backups are retained.", Type: Object, Model: 73, Required: true},
	}},
	68: {Name: "BmrBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "BmrBackupPolicy.schedule|When bare-metal backups run.", Type: Object, Model: 128, Required: true},
		{Name: "retention", Flag: "retention", About: "BmrBackupPolicy.retention|How long bare-metal backups are retained.", Type: Object, Model: 73, Required: true},
	}},
	69: {Name: "CdpBackupPolicy", Fields: []Field{
		{Name: "retention", Flag: "retention", About: "CdpBackupPolicy.retention|How far back in time continuous data protection can recover.", Type: Object, Model: 129, Required: true},
	}},
	70: {Name: "StorageArraySnapshotBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "StorageArraySnapshotBackupPolicy.schedule|When snapshots are taken on the storage array.", Type: Object, Model: 130, Required: true},
		{Name: "retention", Flag: "retention", About: "StorageArraySnapshotBackupPolicy.retention|How long snapshots on the storage array are retained.", Type: Object, Model: 73, Required: true},
	}},
	71: {Name: "CancellationTimeoutParams", Fields: []Field{
		{Name: "timeoutMins", Flag: "timeout-mins", About: "CancellationTimeoutParams.timeoutMins|The time, in minutes, after which the run is canceled.", Type: Integer, Unit: SpanMins, Range: &Range{1, NoLimit}},
		{Name: "backupType", Flag: "backup-type", About: "CancellationTimeoutParams.backupType|The type of run that is limited; kRegular is incremental, kSystem bare-metal.", Enum: []string{"kFull", "kHydrateCDP", "kLog", "kRegular", "kStorageArraySnapshot", "kSystem"}},
	}},
	72: {Name: "ExtendedRetentionSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "ExtendedRetentionSchedule.unit|The period that 'frequency' counts; Runs counts runs instead of time.", Required: true, Enum: []string{"Days", "Hours", "Months", "Runs", "Weeks", "Years"}},
		{Name: "frequency", Flag: "frequency", About: "ExtendedRetentionSchedule.frequency|Retain one snapshot every so many units.", Type: Integer, Range: &Range{1, NoLimit}},
	}},
	73: {Name: "Retention", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "Retention.unit|The unit of 'duration'.", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "duration", Flag: "duration", About: "Retention.duration|The time to retain a snapshot, as a number of units.", Type: Integer, Required: true, Range: &Range{1, NoLimit}},
		{Name: "dataLockConfig", Flag: "data-lock-config", About: "Retention.dataLockConfig|The data lock of the snapshots: how long they cannot be deleted.", Type: Object, Model: 131},
	}},
	74: {Name: "ReplicationTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "ReplicationTargetConfiguration.schedule|When copies are made.", Type: Object, Model: 132, Required: true},
		{Name: "retention", Flag: "retention", About: "ReplicationTargetConfiguration.retention|How long copies are retained.", Type: Object, Model: 73, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", About: "ReplicationTargetConfiguration.copyOnRunSuccess|Copy only runs that succeed.", Type: Boolean},
		{Name: "configId", Flag: "config-id", About: "ReplicationTargetConfiguration.configId|The ID of this target within the policy.", Assigned: true},
		{Name: "backupRunType", Flag: "backup-run-type", About: "ReplicationTargetConfiguration.backupRunType|The type of run to copy; Regular is incremental, System bare-metal.", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", About: "ReplicationTargetConfiguration.runTimeouts|Time limits after which copying is canceled, by run type.", Type: Object, Model: 71, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", About: "ReplicationTargetConfiguration.logRetention|How long copies of log backups are retained.", Type: Object, Model: 133},
		{Name: "awsTargetConfig", Flag: "aws-target-config", About: "ReplicationTargetConfiguration.awsTargetConfig|The AWS region to replicate to; for target type AWS.", Type: Object, Model: 134},
		{Name: "azureTargetConfig", Flag: "azure-target-config", About: "ReplicationTargetConfiguration.azureTargetConfig|The Azure storage to replicate to; for target type Azure.", Type: Object, Model: 135},
		{Name: "targetType", Flag: "target-type", About: "ReplicationTargetConfiguration.targetType|Whether to replicate to another cluster, AWS or Azure.", Required: true, Enum: []string{"AWS", "Azure", "RemoteCluster"}},
		{Name: "remoteTargetConfig", Flag: "remote-target-config", About: "ReplicationTargetConfiguration.remoteTargetConfig|The cluster to replicate to; for target type RemoteCluster.", Type: Object, Model: 136},
	}},
	75: {Name: "ArchivalTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "ArchivalTargetConfiguration.schedule|When copies are made.", Type: Object, Model: 132, Required: true},
		{Name: "retention", Flag: "retention", About: "ArchivalTargetConfiguration.retention|How long copies are retained.", Type: Object, Model: 73, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", About: "ArchivalTargetConfiguration.copyOnRunSuccess|Copy only runs that succeed.", Type: Boolean},
		{Name: "configId", Flag: "config-id", About: "ArchivalTargetConfiguration.configId|The ID of this target within the policy.", Assigned: true},
		{Name: "backupRunType", Flag: "backup-run-type", About: "ArchivalTargetConfiguration.backupRunType|The type of run to copy; Regular is incremental, System bare-metal.", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", About: "ArchivalTargetConfiguration.runTimeouts|Time limits after which copying is canceled, by run type.", Type: Object, Model: 71, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", About: "ArchivalTargetConfiguration.logRetention|How long copies of log backups are retained.", Type: Object, Model: 133},
		{Name: "targetId", Flag: "target-id", About: "ArchivalTargetConfiguration.targetId|The ID of the archival target to copy to.", Type: Integer, Required: true},
		{Name: "targetName", Flag: "target-name", About: "ArchivalTargetConfiguration.targetName|The name of the archival target."},
		{Name: "targetType", Flag: "target-type", About: "ArchivalTargetConfiguration.targetType|The type of storage of the archival target.", Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "tierSettings", Flag: "tier-settings", About: "ArchivalTargetConfiguration.tierSettings|When copies move to cheaper storage tiers of the cloud.", Type: Object, Model: 137},
		{Name: "extendedRetention", Flag: "extended-retention", About: "ArchivalTargetConfiguration.extendedRetention|The copies to retain for longer.", Type: Object, Model: 3, Lists: 1},
	}},
	76: {Name: "CloudSpinTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "CloudSpinTargetConfiguration.schedule|When copies are made.", Type: Object, Model: 132, Required: true},
		{Name: "retention", Flag: "retention", About: "CloudSpinTargetConfiguration.retention|How long copies are retained.", Type: Object, Model: 73, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", About: "CloudSpinTargetConfiguration.copyOnRunSuccess|Copy only runs that succeed.", Type: Boolean},
		{Name: "configId", Flag: "config-id", About: "CloudSpinTargetConfiguration.configId|The ID of this target within the policy.", Assigned: true},
		{Name: "backupRunType", Flag: "backup-run-type", About: "CloudSpinTargetConfiguration.backupRunType|The type of run to copy; Regular is incremental, System bare-metal.", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", About: "CloudSpinTargetConfiguration.runTimeouts|Time limits after which copying is canceled, by run type.", Type: Object, Model: 71, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", About: "CloudSpinTargetConfiguration.logRetention|How long copies of log backups are retained.", Type: Object, Model: 133},
		{Name: "target", Flag: "target", About: "CloudSpinTargetConfiguration.target|The cloud to deploy copies to.", Type: Object, Model: 138, Required: true},
	}},
	77: {Name: "OnpremDeployTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "OnpremDeployTargetConfiguration.schedule|When copies are made.", Type: Object, Model: 132, Required: true},
		{Name: "retention", Flag: "retention", About: "OnpremDeployTargetConfiguration.retention|How long copies are retained.", Type: Object, Model: 73, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", About: "OnpremDeployTargetConfiguration.copyOnRunSuccess|Copy only runs that succeed.", Type: Boolean},
		{Name: "configId", Flag: "config-id", About: "OnpremDeployTargetConfiguration.configId|The ID of this target within the policy.", Assigned: true},
		{Name: "backupRunType", Flag: "backup-run-type", About: "OnpremDeployTargetConfiguration.backupRunType|The type of run to copy; Regular is incremental, System bare-metal.", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", About: "OnpremDeployTargetConfiguration.runTimeouts|Time limits after which copying is canceled, by run type.", Type: Object, Model: 71, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", About: "OnpremDeployTargetConfiguration.logRetention|How long copies of log backups are retained.", Type: Object, Model: 133},
		{Name: "params", Flag: "params", About: "OnpremDeployTargetConfiguration.params|The on-premises target to deploy copies to.", Type: Object, Model: 139},
	}},
	78: {Name: "RpaasTargetConfiguration", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "RpaasTargetConfiguration.schedule|When copies are made.", Type: Object, Model: 132, Required: true},
		{Name: "retention", Flag: "retention", About: "RpaasTargetConfiguration.retention|How long copies are retained.", Type: Object, Model: 73, Required: true},
		{Name: "copyOnRunSuccess", Flag: "copy-on-run-success", About: "RpaasTargetConfiguration.copyOnRunSuccess|Copy only runs that succeed.", Type: Boolean},
		{Name: "configId", Flag: "config-id", About: "RpaasTargetConfiguration.configId|The ID of this target within the policy.", Assigned: true},
		{Name: "backupRunType", Flag: "backup-run-type", About: "RpaasTargetConfiguration.backupRunType|The type of run to copy; Regular is incremental, System bare-metal.", Enum: []string{"Full", "Log", "Regular", "StorageArraySnapshot", "System"}},
		{Name: "runTimeouts", Flag: "run-timeouts", About: "RpaasTargetConfiguration.runTimeouts|Time limits after which copying is canceled, by run type.", Type: Object, Model: 71, Lists: 1},
		{Name: "logRetention", Flag: "log-retention", About: "RpaasTargetConfiguration.logRetention|How long copies of log backups are retained.", Type: Object, Model: 133},
		{Name: "targetId", Flag: "target-id", About: "RpaasTargetConfiguration.targetId|The ID of the service-managed vault to copy to.", Type: Integer, Required: true},
		{Name: "targetName", Flag: "target-name", About: "RpaasTargetConfiguration.targetName|The name of the vault."},
		{Name: "targetType", Flag: "target-type", About: "RpaasTargetConfiguration.targetType|The type of storage of the vault.", Enum: []string{"Cloud", "Nas", "Tape"}},
	}},
	79: {Name: "RunObjectPhysicalParams", Fields: []Field{
		{Name: "metadataFilePath", Flag: "metadata-file-path", About: "RunObjectPhysicalParams.metadataFilePath|The path, on the host, of a file that lists the paths to back up."},
	}},
	80: {Name: "RunReplicationConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "RunReplicationConfig.id|The ID of the cluster to replicate to.", Type: Integer, Required: true},
		{Name: "retention", Flag: "retention", About: "RunReplicationConfig.retention|How long the replica is retained.", Type: Object, Model: 73},
	}},
	81: {Name: "RunArchivalConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "RunArchivalConfig.id|The ID of the archival target to copy to.", Type: Integer, Required: true},
		{Name: "archivalTargetType", Flag: "archival-target-type", About: "RunArchivalConfig.archivalTargetType|The type of storage of the archival target.", Required: true, Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "retention", Flag: "retention", About: "RunArchivalConfig.retention|How long the archive is retained.", Type: Object, Model: 73},
		{Name: "copyOnlyFullySuccessful", Flag: "copy-only-fully-successful", About: "RunArchivalConfig.copyOnlyFullySuccessful|Copy only if the whole run succeeds, without a failed object.", Type: Boolean},
	}},
	82: {Name: "RunCloudReplicationConfig", Fields: []Field{
		{Name: "awsTarget", Flag: "aws-target", About: "RunCloudReplicationConfig.awsTarget|The AWS region to replicate to; for target type AWS.", Type: Object, Model: 134},
		{Name: "azureTarget", Flag: "azure-target", About: "RunCloudReplicationConfig.azureTarget|The Azure storage to replicate to; for target type Azure.", Type: Object, Model: 135},
		{Name: "targetType", Flag: "target-type", About: "RunCloudReplicationConfig.targetType|The cloud to replicate to.", Required: true, Enum: []string{"AWS", "Azure"}},
		{Name: "retention", Flag: "retention", About: "RunCloudReplicationConfig.retention|How long the replica is retained.", Type: Object, Model: 73},
	}},
	83: {Name: "UpdateLocalSnapshotConfig", Fields: []Field{
		{Name: "enableLegalHold", Flag: "enable-legal-hold", About: "UpdateLocalSnapshotConfig.enableLegalHold|Set a legal hold on the snapshots, so that they do not expire; with false, lift it.", Type: Boolean},
		{Name: "deleteSnapshot", Flag: "delete-snapshot", About: "UpdateLocalSnapshotConfig.deleteSnapshot|Delete the snapshots now.", Type: Boolean},
		{Name: "dataLock", Flag: "data-lock", About: "UpdateLocalSnapshotConfig.dataLock|The type of data lock to set on the snapshots.", Enum: []string{"Administrative", "Compliance"}},
		{Name: "daysToKeep", Flag: "days-to-keep", About: "UpdateLocalSnapshotConfig.daysToKeep|The number of days to retain the snapshots.", Type: Integer},
	}},
	84: {Name: "UpdateReplicationSnapshotConfig", Fields: []Field{
		{Name: "newSnapshotConfig", Flag: "new-snapshot-config", About: "UpdateReplicationSnapshotConfig.newSnapshotConfig|The clusters to make new replicas on.", Type: Object, Model: 80, Lists: 1},
		{Name: "updateExistingSnapshotConfig", Flag: "update-existing-snapshot-config", About: "UpdateReplicationSnapshotConfig.updateExistingSnapshotConfig|Changes to the replicas that are there already.", Type: Object, Model: 140, Lists: 1},
	}},
	85: {Name: "UpdateArchivalSnapshotConfig", Fields: []Field{
		{Name: "newSnapshotConfig", Flag: "new-snapshot-config", About: "UpdateArchivalSnapshotConfig.newSnapshotConfig|The archival targets to make new archives on.", Type: Object, Model: 81, Lists: 1},
		{Name: "updateExistingSnapshotConfig", Flag: "update-existing-snapshot-config", About: "UpdateArchivalSnapshotConfig.updateExistingSnapshotConfig|Changes to the archives that are there already.", Type: Object, Model: 141, Lists: 1},
	}},
	86: {Name: "AlertTarget", Fields: []Field{
		{Name: "emailAddress", Flag: "email-address", About: "AlertTarget.emailAddress|Where alerts are sent.", Required: true, NotEmpty: true},
		{Name: "language", Flag: "language", About: "AlertTarget.language|The language of the emails.", Enum: []string{"en-us", "ja-jp", "zh-cn"}},
		{Name: "recipientType", Flag: "recipient-type", About: "AlertTarget.recipientType|Whether the address is in To (kTo) or Cc (kCc).", Enum: []string{"kCc", "kTo"}},
	}},
	87: {Name: "PhysicalVolumeProtectionGroupParams", Fields: []Field{
		{Name: "objects", Flag: "objects", About: "PhysicalVolumeProtectionGroupParams.objects|The hosts to back up.", Type: Object, Model: 142, Lists: 1, Required: true},
		{Name: "indexingPolicy", Flag: "indexing-policy", About: "PhysicalVolumeProtectionGroupParams.indexingPolicy|Which files are indexed, so that they can be searched.", Type: Object, Model: 143},
		{Name: "performSourceSideDeduplication", Flag: "perform-source-side-deduplication", About: "PhysicalVolumeProtectionGroupParams.performSourceSideDeduplication|Deduplicate data on the host, before it is sent.", Type: Boolean},
		{Name: "quiesce", Flag: "quiesce", About: "PhysicalVolumeProtectionGroupParams.quiesce|Bring applications to a consistent state before the backup.", Type: Boolean},
		{Name: "continueOnQuiesceFailure", Flag: "continue-on-quiesce-failure", About: "PhysicalVolumeProtectionGroupParams.continueOnQuiesceFailure|Back up even if applications cannot be brought to a consistent state.", Type: Boolean},
		{Name: "incrementalBackupAfterRestart", Flag: "incremental-backup-after-restart", About: "PhysicalVolumeProtectionGroupParams.incrementalBackupAfterRestart|Take an incremental backup after the host restarts.", Type: Boolean},
		{Name: "prePostScript", Flag: "pre-post-script", About: "PhysicalVolumeProtectionGroupParams.prePostScript|Scripts to run on the host before and after the backup.", Type: Object, Model: 144},
		{Name: "dedupExclusionSourceIds", Flag: "dedup-exclusion-source-ids", About: "PhysicalVolumeProtectionGroupParams.dedupExclusionSourceIds|Hosts that do not deduplicate data before it is sent (names or IDs).", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", About: "PhysicalVolumeProtectionGroupParams.excludedVssWriters|Windows VSS writers to leave out on every host.", Lists: 1},
		{Name: "cobmrBackup", Flag: "cobmr-backup", About: "PhysicalVolumeProtectionGroupParams.cobmrBackup|Back up what a bare-metal recovery with CoBMR needs.", Type: Boolean},
	}},
	88: {Name: "PhysicalFileProtectionGroupParams", Fields: []Field{
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", About: "PhysicalFileProtectionGroupParams.excludedVssWriters|Windows VSS writers to leave out on every host.", Lists: 1},
		{Name: "objects", Flag: "objects", About: "PhysicalFileProtectionGroupParams.objects|The hosts to back up, with the paths on each.", Type: Object, Model: 145, Lists: 1, Required: true},
		{Name: "indexingPolicy", Flag: "indexing-policy", About: "PhysicalFileProtectionGroupParams.indexingPolicy|Which files are indexed, so that they can be searched.", Type: Object, Model: 143},
		{Name: "performSourceSideDeduplication", Flag: "perform-source-side-deduplication", About: "PhysicalFileProtectionGroupParams.performSourceSideDeduplication|Deduplicate data on the host, before it is sent.", Type: Boolean},
		{Name: "performBrickBasedDeduplication", Flag: "perform-brick-based-deduplication", About: "PhysicalFileProtectionGroupParams.performBrickBasedDeduplication|Deduplicate data brick by brick.", Type: Boolean},
		{Name: "taskTimeouts", Flag: "task-timeouts", About: "PhysicalFileProtectionGroupParams.taskTimeouts|Time limits after which the backup of a host is canceled, by run type.", Type: Object, Model: 71, Lists: 1},
		{Name: "quiesce", Flag: "quiesce", About: "PhysicalFileProtectionGroupParams.quiesce|Bring applications to a consistent state before the backup.", Type: Boolean},
		{Name: "continueOnQuiesceFailure", Flag: "continue-on-quiesce-failure", About: "PhysicalFileProtectionGroupParams.continueOnQuiesceFailure|Back up even if applications cannot be brought to a consistent state.", Type: Boolean},
		{Name: "cobmrBackup", Flag: "cobmr-backup", About: "PhysicalFileProtectionGroupParams.cobmrBackup|Back up what a bare-metal recovery with CoBMR needs.", Type: Boolean},
		{Name: "prePostScript", Flag: "pre-post-script", About: "PhysicalFileProtectionGroupParams.prePostScript|Scripts to run on the host before and after the backup.", Type: Object, Model: 144},
		{Name: "dedupExclusionSourceIds", Flag: "dedup-exclusion-source-ids", About: "PhysicalFileProtectionGroupParams.dedupExclusionSourceIds|Hosts that do not deduplicate data before it is sent (names or IDs).", Type: Integer, Lists: 1, Kind: "object"},
		{Name: "globalExcludePaths", Flag: "global-exclude-paths", About: "PhysicalFileProtectionGroupParams.globalExcludePaths|Paths to leave out on every host of the group.", Lists: 1},
		{Name: "globalExcludeFS", Flag: "global-exclude-fs", About: "PhysicalFileProtectionGroupParams.globalExcludeFS|Types of file systems to leave out on every host of the group.", Lists: 1},
		{Name: "ignorableErrors", Flag: "ignorable-errors", About: "PhysicalFileProtectionGroupParams.ignorableErrors|Errors of files that are ignored: kEOF (the file ends early), kNonExistent (it is gone).", Lists: 1, Enum: []string{"kEOF", "kNonExistent"}},
		{Name: "allowParallelRuns", Flag: "allow-parallel-runs", About: "PhysicalFileProtectionGroupParams.allowParallelRuns|Start a run even if the previous one is still active.", Type: Boolean},
	}},
	89: {Name: "MSSQLFileProtectionGroupParams", Fields: []Field{
		{Name: "aagBackupPreferenceType", Flag: "aag-backup-preference-type", About: "MSSQLFileProtectionGroupParams.aagBackupPreferenceType|Which replica of an availability group (AAG) is backed up.", Enum: []string{"kAnyReplica", "kPreferSecondaryReplica", "kPrimaryReplicaOnly", "kSecondaryReplicaOnly"}},
		{Name: "advancedSettings", Flag: "advanced-settings", About: "MSSQLFileProtectionGroupParams.advancedSettings|Which states of databases count as errors, warnings or neither.", Type: Object, Model: 146},
		{Name: "backupSystemDbs", Flag: "backup-system-dbs", About: "MSSQLFileProtectionGroupParams.backupSystemDbs|Back up system databases too, such as master and msdb.", Type: Boolean},
		{Name: "excludeFilters", Flag: "exclude-filters", About: "MSSQLFileProtectionGroupParams.excludeFilters|Leave out databases whose names match one of these filters.", Type: Object, Model: 147, Lists: 1},
		{Name: "fullBackupsCopyOnly", Flag: "full-backups-copy-only", About: "MSSQLFileProtectionGroupParams.fullBackupsCopyOnly|Make full backups with COPY_ONLY, which leaves the log chain of other tools alone.", Type: Boolean},
		{Name: "logBackupNumStreams", Flag: "log-backup-num-streams", About: "MSSQLFileProtectionGroupParams.logBackupNumStreams|The number of parallel streams of a log backup.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "logBackupWithClause", Flag: "log-backup-with-clause", About: "MSSQLFileProtectionGroupParams.logBackupWithClause|Options for the WITH clause of log backups, as in T-SQL."},
		{Name: "prePostScript", Flag: "pre-post-script", About: "MSSQLFileProtectionGroupParams.prePostScript|Scripts to run on the host before and after the backup.", Type: Object, Model: 144},
		{Name: "useAagPreferencesFromServer", Flag: "use-aag-preferences-from-server", About: "MSSQLFileProtectionGroupParams.useAagPreferencesFromServer|Use the backup preference that SQL Server has for the availability group.", Type: Boolean},
		{Name: "userDbBackupPreferenceType", Flag: "user-db-backup-preference-type", About: "MSSQLFileProtectionGroupParams.userDbBackupPreferenceType|Whether databases in availability groups (AAG) are backed up, left out, or the only ones.", Enum: []string{"kBackupAllDatabases", "kBackupAllExceptAAGDatabases", "kBackupOnlyAAGDatabases"}},
		{Name: "additionalHostParams", Flag: "additional-host-params", About: "MSSQLFileProtectionGroupParams.additionalHostParams|Settings for single hosts.", Type: Object, Model: 148, Lists: 1},
		{Name: "objects", Flag: "objects", About: "MSSQLFileProtectionGroupParams.objects|The instances and databases to back up.", Type: Object, Model: 149, Lists: 1, Required: true},
		{Name: "performSourceSideDeduplication", Flag: "perform-source-side-deduplication", About: "MSSQLFileProtectionGroupParams.performSourceSideDeduplication|Deduplicate data on the host, before it is sent.", Type: Boolean},
	}},
	90: {Name: "MSSQLNativeProtectionGroupParams", Fields: []Field{
		{Name: "aagBackupPreferenceType", Flag: "aag-backup-preference-type", About: "MSSQLNativeProtectionGroupParams.aagBackupPreferenceType|Which replica of an availability group (AAG) is backed up.", Enum: []string{"kAnyReplica", "kPreferSecondaryReplica", "kPrimaryReplicaOnly", "kSecondaryReplicaOnly"}},
		{Name: "advancedSettings", Flag: "advanced-settings", About: "MSSQLNativeProtectionGroupParams.advancedSettings|Which states of databases count as errors, warnings or neither.", Type: Object, Model: 146},
		{Name: "backupSystemDbs", Flag: "backup-system-dbs", About: "MSSQLNativeProtectionGroupParams.backupSystemDbs|Back up system databases too, such as master and msdb.", Type: Boolean},
		{Name: "excludeFilters", Flag: "exclude-filters", About: "MSSQLNativeProtectionGroupParams.excludeFilters|Leave out databases whose names match one of these filters.", Type: Object, Model: 147, Lists: 1},
		{Name: "fullBackupsCopyOnly", Flag: "full-backups-copy-only", About: "MSSQLNativeProtectionGroupParams.fullBackupsCopyOnly|Make full backups with COPY_ONLY, which leaves the log chain of other tools alone.", Type: Boolean},
		{Name: "logBackupNumStreams", Flag: "log-backup-num-streams", About: "MSSQLNativeProtectionGroupParams.logBackupNumStreams|The number of parallel streams of a log backup.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "logBackupWithClause", Flag: "log-backup-with-clause", About: "MSSQLNativeProtectionGroupParams.logBackupWithClause|Options for the WITH clause of log backups, as in T-SQL."},
		{Name: "prePostScript", Flag: "pre-post-script", About: "MSSQLNativeProtectionGroupParams.prePostScript|Scripts to run on the host before and after the backup.", Type: Object, Model: 144},
		{Name: "useAagPreferencesFromServer", Flag: "use-aag-preferences-from-server", About: "MSSQLNativeProtectionGroupParams.useAagPreferencesFromServer|Use the backup preference that SQL Server has for the availability group.", Type: Boolean},
		{Name: "userDbBackupPreferenceType", Flag: "user-db-backup-preference-type", About: "MSSQLNativeProtectionGroupParams.userDbBackupPreferenceType|Whether databases in availability groups (AAG) are backed up, left out, or the only ones.", Enum: []string{"kBackupAllDatabases", "kBackupAllExceptAAGDatabases", "kBackupOnlyAAGDatabases"}},
		{Name: "numStreams", Flag: "num-streams", About: "MSSQLNativeProtectionGroupParams.numStreams|The number of parallel streams of a backup.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "objects", Flag: "objects", About: "MSSQLNativeProtectionGroupParams.objects|The instances and databases to back up.", Type: Object, Model: 150, Lists: 1, Required: true},
		{Name: "withClause", Flag: "with-clause", About: "MSSQLNativeProtectionGroupParams.withClause|Options for the WITH clause of backups, as in T-SQL."},
	}},
	91: {Name: "MSSQLVolumeProtectionGroupParams", Fields: []Field{
		{Name: "aagBackupPreferenceType", Flag: "aag-backup-preference-type", About: "MSSQLVolumeProtectionGroupParams.aagBackupPreferenceType|Which replica of an availability group (AAG) is backed up.", Enum: []string{"kAnyReplica", "kPreferSecondaryReplica", "kPrimaryReplicaOnly", "kSecondaryReplicaOnly"}},
		{Name: "advancedSettings", Flag: "advanced-settings", About: "MSSQLVolumeProtectionGroupParams.advancedSettings|Which states of databases count as errors, warnings or neither.", Type: Object, Model: 146},
		{Name: "backupSystemDbs", Flag: "backup-system-dbs", About: "MSSQLVolumeProtectionGroupParams.backupSystemDbs|Back up system databases too, such as master and msdb.", Type: Boolean},
		{Name: "excludeFilters", Flag: "exclude-filters", About: "MSSQLVolumeProtectionGroupParams.excludeFilters|Leave out databases whose names match one of these filters.", Type: Object, Model: 147, Lists: 1},
		{Name: "fullBackupsCopyOnly", Flag: "full-backups-copy-only", About: "MSSQLVolumeProtectionGroupParams.fullBackupsCopyOnly|Make full backups with COPY_ONLY, which leaves the log chain of other tools alone.", Type: Boolean},
		{Name: "logBackupNumStreams", Flag: "log-backup-num-streams", About: "MSSQLVolumeProtectionGroupParams.logBackupNumStreams|The number of parallel streams of a log backup.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "logBackupWithClause", Flag: "log-backup-with-clause", About: "MSSQLVolumeProtectionGroupParams.logBackupWithClause|Options for the WITH clause of log backups, as in T-SQL."},
		{Name: "prePostScript", Flag: "pre-post-script", About: "MSSQLVolumeProtectionGroupParams.prePostScript|Scripts to run on the host before and after the backup.", Type: Object, Model: 144},
		{Name: "useAagPreferencesFromServer", Flag: "use-aag-preferences-from-server", About: "MSSQLVolumeProtectionGroupParams.useAagPreferencesFromServer|Use the backup preference that SQL Server has for the availability group.", Type: Boolean},
		{Name: "userDbBackupPreferenceType", Flag: "user-db-backup-preference-type", About: "MSSQLVolumeProtectionGroupParams.userDbBackupPreferenceType|Whether databases in availability groups (AAG) are backed up, left out, or the only ones.", Enum: []string{"kBackupAllDatabases", "kBackupAllExceptAAGDatabases", "kBackupOnlyAAGDatabases"}},
		{Name: "additionalHostParams", Flag: "additional-host-params", About: "MSSQLVolumeProtectionGroupParams.additionalHostParams|Settings for single hosts, such as the volumes to back up.", Type: Object, Model: 151, Lists: 1},
		{Name: "backupDbVolumesOnly", Flag: "backup-db-volumes-only", About: "MSSQLVolumeProtectionGroupParams.backupDbVolumesOnly|Back up only the volumes that have database files.", Type: Boolean},
		{Name: "incrementalBackupAfterRestart", Flag: "incremental-backup-after-restart", About: "MSSQLVolumeProtectionGroupParams.incrementalBackupAfterRestart|Take an incremental backup after the host restarts.", Type: Boolean},
		{Name: "indexingPolicy", Flag: "indexing-policy", About: "MSSQLVolumeProtectionGroupParams.indexingPolicy|Which files are indexed, so that they can be searched.", Type: Object, Model: 143},
		{Name: "objects", Flag: "objects", About: "MSSQLVolumeProtectionGroupParams.objects|The hosts, instances and databases to back up.", Type: Object, Model: 152, Lists: 1, Required: true},
	}},
	92: {Name: "KubernetesFilterParams", Fields: []Field{
		{Name: "labelCombinationMethod", Flag: "label-combination-method", About: "KubernetesFilterParams.labelCombinationMethod|Whether all labels have to match (AND) or one of them (OR).", Enum: []string{"AND", "OR"}},
		{Name: "labelVector", Flag: "label-vector", About: "KubernetesFilterParams.labelVector|The labels that resources are matched by.", Type: Object, Model: 153, Lists: 1},
		{Name: "objects", Flag: "objects", About: "KubernetesFilterParams.objects|The objects to match, as IDs.", Type: Integer, Lists: 1},
		{Name: "selectedResources", Flag: "selected-resources", About: "KubernetesFilterParams.selectedResources|The kinds of resources to match, such as Deployment.", Type: Object, Model: 154, Lists: 1},
		{Name: "labelFilterEntityType", Flag: "label-filter-entity-type", About: "KubernetesFilterParams.labelFilterEntityType|The type of objects whose labels are compared."},
	}},
	93: {Name: "KubernetesProtectionGroupObjectParams", Fields: []Field{
		{Name: "backupOnlyPvc", Flag: "backup-only-pvc", About: "KubernetesProtectionGroupObjectParams.backupOnlyPvc|Back up only the persistent volume claims of the namespace.", Type: Boolean},
		{Name: "excludeParams", Flag: "exclude-params", About: "KubernetesProtectionGroupObjectParams.excludeParams|Leave out resources that match this filter.", Type: Object, Model: 92},
		{Name: "excludePvcs", Flag: "exclude-pvcs", About: "KubernetesProtectionGroupObjectParams.excludePvcs|Persistent volume claims to leave out.", Type: Object, Model: 155, Lists: 1},
		{Name: "excludedResources", Flag: "excluded-resources", About: "KubernetesProtectionGroupObjectParams.excludedResources|Kinds of resources to leave out.", Lists: 1},
		{Name: "failBackupOnHookFailure", Flag: "fail-backup-on-hook-failure", About: "KubernetesProtectionGroupObjectParams.failBackupOnHookFailure|Fail the backup of the namespace if a hook fails.", Type: Boolean},
		{Name: "id", Flag: "id", About: "KubernetesProtectionGroupObjectParams.id|The namespace to back up (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "includeParams", Flag: "include-params", About: "KubernetesProtectionGroupObjectParams.includeParams|Back up only resources that match this filter.", Type: Object, Model: 92},
		{Name: "includePvcs", Flag: "include-pvcs", About: "KubernetesProtectionGroupObjectParams.includePvcs|Persistent volume claims to back up; without it, all.", Type: Object, Model: 155, Lists: 1},
		{Name: "includedResources", Flag: "included-resources", About: "KubernetesProtectionGroupObjectParams.includedResources|Kinds of resources to back up; without it, all.", Lists: 1},
		{Name: "name", Flag: "name", About: "KubernetesProtectionGroupObjectParams.name|The name of the namespace."},
		{Name: "quiesceGroups", Flag: "quiesce-groups", About: "KubernetesProtectionGroupObjectParams.quiesceGroups|Hooks to run in pods before and after the snapshot.", Type: Object, Model: 156, Lists: 1},
	}},
	94: {Name: "VlanParams", Fields: []Field{
		{Name: "disableVlan", Flag: "disable-vlan", About: "VlanParams.disableVlan|Use no VLAN, even if one is set up.", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name", About: "VlanParams.interfaceName|The network interface of the VLAN."},
		{Name: "vlanId", Flag: "vlan-id", About: "VlanParams.vlanId|The number of the VLAN.", Type: Integer},
	}},
	95: {Name: "CommonRecoverObjectSnapshotParamsObjectInfo", Fields: []Field{
		{Name: "id", Flag: "id", About: "CommonRecoverObjectSnapshotParamsObjectInfo.id|The object (name or ID).", Type: Integer, Kind: "object"},
		{Name: "name", Flag: "name", About: "CommonRecoverObjectSnapshotParamsObjectInfo.name|The name of the object."},
		{Name: "sourceId", Flag: "source-id", About: "CommonRecoverObjectSnapshotParamsObjectInfo.sourceId|The registered source that the object belongs to (name or ID).", Type: Integer, Kind: "source"},
		{Name: "sourceName", Flag: "source-name", About: "CommonRecoverObjectSnapshotParamsObjectInfo.sourceName|The name of the registered source."},
		{Name: "environment", Flag: "environment", About: "CommonRecoverObjectSnapshotParamsObjectInfo.environment|The environment of the object.", Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "objectHash", Flag: "object-hash", About: "CommonRecoverObjectSnapshotParamsObjectInfo.objectHash|A digest that tells the object from others."},
		{Name: "objectType", Flag: "object-type", About: "CommonRecoverObjectSnapshotParamsObjectInfo.objectType|What the object is, such as a host or a database."},
		{Name: "logicalSizeBytes", Flag: "logical-size-bytes", About: "CommonRecoverObjectSnapshotParamsObjectInfo.logicalSizeBytes|The size of the object's data, in bytes.", Type: Integer, Unit: Bytes},
		{Name: "uuid", Flag: "uuid", About: "CommonRecoverObjectSnapshotParamsObjectInfo.uuid|The object's UUID."},
		{Name: "globalId", Flag: "global-id", About: "CommonRecoverObjectSnapshotParamsObjectInfo.globalId|An ID of the object that is the same on all clusters."},
		{Name: "protectionType", Flag: "protection-type", About: "CommonRecoverObjectSnapshotParamsObjectInfo.protectionType|How the object is backed up.", Enum: []string{"kAgent", "kAuroraSnapshotManager", "kAwsAuroraPostgres", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAzureSQL", "kFile", "kNative", "kRDSSnapshotManager", "kSnapshotManager", "kVolume"}},
		{Name: "sharepointSiteSummary", Flag: "sharepoint-site-summary", About: "CommonRecoverObjectSnapshotParamsObjectInfo.sharepointSiteSummary|Details of the object, if it is a SharePoint site.", Type: Object, Model: 157},
		{Name: "osType", Flag: "os-type", About: "CommonRecoverObjectSnapshotParamsObjectInfo.osType|The operating system of the object.", Enum: []string{"kLinux", "kWindows"}},
		{Name: "childObjects", Flag: "child-objects", About: "CommonRecoverObjectSnapshotParamsObjectInfo.childObjects|The objects inside this one.", Type: Object, Model: 158, Lists: 1},
		{Name: "vCenterSummary", Flag: "v-center-summary", About: "CommonRecoverObjectSnapshotParamsObjectInfo.vCenterSummary|Details of the object, if it is a vCenter.", Type: Object, Model: 159},
		{Name: "windowsClusterSummary", Flag: "windows-cluster-summary", About: "CommonRecoverObjectSnapshotParamsObjectInfo.windowsClusterSummary|Details of the object, if it is a Windows cluster.", Type: Object, Model: 160},
	}},
	96: {Name: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo", Fields: []Field{
		{Name: "targetId", Flag: "target-id", About: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo.targetId|The ID of the archival target.", Type: Integer},
		{Name: "archivalTaskId", Flag: "archival-task-id", About: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo.archivalTaskId|The ID of the archival task that made the copy."},
		{Name: "targetName", Flag: "target-name", About: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo.targetName|The name of the archival target."},
		{Name: "targetType", Flag: "target-type", About: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo.targetType|The type of storage of the archival target.", Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "usageType", Flag: "usage-type", About: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo.usageType|What the target is used for; Rpaas is a service-managed vault.", Enum: []string{"Archival", "Rpaas", "Tiering"}},
		{Name: "ownershipContext", Flag: "ownership-context", About: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo.ownershipContext|Whether the target is one's own (Local) or a FortKnox vault.", Enum: []string{"FortKnox", "Local"}},
		{Name: "tierSettings", Flag: "tier-settings", About: "CommonRecoverObjectSnapshotParamsArchivalTargetInfo.tierSettings|The storage tiers of the archival target.", Type: Object, Model: 161},
	}},
	97: {Name: "RecoverPhysicalParamsRecoverVolumeParams", Fields: []Field{
		{Name: "targetEnvironment", Flag: "target-environment", About: "RecoverPhysicalParamsRecoverVolumeParams.targetEnvironment|The environment to recover to.", Required: true, Enum: []string{"kPhysical"}},
		{Name: "physicalTargetParams", Flag: "physical-target-params", About: "RecoverPhysicalParamsRecoverVolumeParams.physicalTargetParams|The host and its volumes to recover to; for target environment kPhysical.", Type: Object, Model: 162},
	}},
	98: {Name: "RecoverPhysicalParamsMountVolumeParams", Fields: []Field{
		{Name: "targetEnvironment", Flag: "target-environment", About: "RecoverPhysicalParamsMountVolumeParams.targetEnvironment|The environment to mount in.", Required: true, Enum: []string{"kPhysical"}},
		{Name: "physicalTargetParams", Flag: "physical-target-params", About: "RecoverPhysicalParamsMountVolumeParams.physicalTargetParams|The host to mount volumes on; for target environment kPhysical.", Type: Object, Model: 163},
	}},
	99: {Name: "RecoverPhysicalParamsRecoverFileAndFolderParams", Fields: []Field{
		{Name: "filesAndFolders", Flag: "files-and-folders", About: "RecoverPhysicalParamsRecoverFileAndFolderParams.filesAndFolders|The files and folders to recover.", Type: Object, Model: 164, Lists: 1, Required: true},
		{Name: "targetEnvironment", Flag: "target-environment", About: "RecoverPhysicalParamsRecoverFileAndFolderParams.targetEnvironment|The environment to recover to.", Required: true, Enum: []string{"kPhysical"}},
		{Name: "physicalTargetParams", Flag: "physical-target-params", About: "RecoverPhysicalParamsRecoverFileAndFolderParams.physicalTargetParams|The host to recover to, and how; for target environment kPhysical.", Type: Object, Model: 165},
	}},
	100: {Name: "RecoverPhysicalParamsDownloadFileAndFolderParams", Fields: []Field{
		{Name: "expiryTimeUsecs", Flag: "expiry-time-usecs", About: "RecoverPhysicalParamsDownloadFileAndFolderParams.expiryTimeUsecs|Until when the archive can be downloaded.", Type: Integer, Unit: UnixUsecs},
		{Name: "filesAndFolders", Flag: "files-and-folders", About: "RecoverPhysicalParamsDownloadFileAndFolderParams.filesAndFolders|The files and folders to pack into the archive.", Type: Object, Model: 164, Lists: 1},
		{Name: "downloadFilePath", Flag: "download-file-path", About: "RecoverPhysicalParamsDownloadFileAndFolderParams.downloadFilePath|The path of the archive to download."},
	}},
	101: {Name: "RecoverPhysicalParamsSystemRecoveryParams", Fields: []Field{
		{Name: "fullNasPath", Flag: "full-nas-path", About: "RecoverPhysicalParamsSystemRecoveryParams.fullNasPath|The path of the NAS share that holds the files for the recovery."},
	}},
	102: {Name: "RecoverKubernetesParamsDownloadFileAndFolderParams", Fields: []Field{
		{Name: "expiryTimeUsecs", Flag: "expiry-time-usecs", About: "RecoverKubernetesParamsDownloadFileAndFolderParams.expiryTimeUsecs|Until when the archive can be downloaded.", Type: Integer, Unit: UnixUsecs},
		{Name: "filesAndFolders", Flag: "files-and-folders", About: "RecoverKubernetesParamsDownloadFileAndFolderParams.filesAndFolders|The files and folders to pack into the archive.", Type: Object, Model: 164, Lists: 1},
		{Name: "downloadFilePath", Flag: "download-file-path", About: "RecoverKubernetesParamsDownloadFileAndFolderParams.downloadFilePath|The path of the archive to download."},
	}},
	103: {Name: "RecoverKubernetesParamsRecoverFileAndFolderParams", Fields: []Field{
		{Name: "filesAndFolders", Flag: "files-and-folders", About: "RecoverKubernetesParamsRecoverFileAndFolderParams.filesAndFolders|The files and folders to recover.", Type: Object, Model: 164, Lists: 1, Required: true},
		{Name: "kubernetesTargetParams", Flag: "kubernetes-target-params", About: "RecoverKubernetesParamsRecoverFileAndFolderParams.kubernetesTargetParams|The volume to recover to, and how; for target environment kKubernetes.", Type: Object, Model: 166},
		{Name: "targetEnvironment", Flag: "target-environment", About: "RecoverKubernetesParamsRecoverFileAndFolderParams.targetEnvironment|The environment to recover to.", Required: true, Enum: []string{"kKubernetes"}},
	}},
	104: {Name: "RecoverKubernetesParamsRecoverNamespaceParams", Fields: []Field{
		{Name: "kubernetesTargetParams", Flag: "kubernetes-target-params", About: "RecoverKubernetesParamsRecoverNamespaceParams.kubernetesTargetParams|The cluster to recover to, and what to recover; for target environment kKubernetes.", Type: Object, Model: 167},
		{Name: "targetEnvironment", Flag: "target-environment", About: "RecoverKubernetesParamsRecoverNamespaceParams.targetEnvironment|The environment to recover to.", Required: true, Enum: []string{"kKubernetes"}},
		{Name: "vlanConfig", Flag: "vlan-config", About: "RecoverKubernetesParamsRecoverNamespaceParams.vlanConfig|The VLAN to use.", Type: Object, Model: 168},
	}},
	105: {Name: "RecoverSqlAppParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", About: "RecoverSqlAppParams.snapshotId|The snapshot to recover from.", Required: true, NotEmpty: true, Kind: "snapshot"},
		{Name: "pointInTimeUsecs", Flag: "point-in-time-usecs", About: "RecoverSqlAppParams.pointInTimeUsecs|The point in time to recover to, using log backups.", Type: Integer, Unit: UnixUsecs},
		{Name: "protectionGroupId", Flag: "protection-group-id", About: "RecoverSqlAppParams.protectionGroupId|The protection group that the snapshot belongs to (name or ID).", Kind: "group"},
		{Name: "protectionGroupName", Flag: "protection-group-name", About: "RecoverSqlAppParams.protectionGroupName|The name of the protection group that the snapshot belongs to."},
		{Name: "snapshotCreationTimeUsecs", Flag: "snapshot-creation-time-usecs", About: "RecoverSqlAppParams.snapshotCreationTimeUsecs|When the snapshot was taken.", Type: Integer, ReadOnly: true, Unit: UnixUsecs},
		{Name: "objectInfo", Flag: "object-info", About: "RecoverSqlAppParams.objectInfo|The object in the snapshot.", Type: Object, Model: 95, ReadOnly: true},
		{Name: "snapshotTargetType", Flag: "snapshot-target-type", About: "RecoverSqlAppParams.snapshotTargetType|The type of target that holds the snapshot; RpaasArchival is a service-managed vault.", ReadOnly: true, Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}},
		{Name: "archivalTargetInfo", Flag: "archival-target-info", About: "RecoverSqlAppParams.archivalTargetInfo|The archival target that holds the snapshot.", Type: Object, Model: 96, ReadOnly: true},
		{Name: "progressTaskId", Flag: "progress-task-id", About: "RecoverSqlAppParams.progressTaskId|The ID of the task that reports the progress.", ReadOnly: true},
		{Name: "recoverFromStandby", Flag: "recover-from-standby", About: "RecoverSqlAppParams.recoverFromStandby|Recover from the standby copy.", Type: Boolean},
		{Name: "status", Flag: "status", About: "RecoverSqlAppParams.status|How far the recovery of this object is, or how it ended.", ReadOnly: true, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}},
		{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "RecoverSqlAppParams.startTimeUsecs|When the recovery of this object started.", Type: Integer, ReadOnly: true, Unit: UnixUsecs},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "RecoverSqlAppParams.endTimeUsecs|When the recovery of this object ended.", Type: Integer, ReadOnly: true, Unit: UnixUsecs},
		{Name: "messages", Flag: "messages", About: "RecoverSqlAppParams.messages|Error messages of the recovery of this object.", Lists: 1, ReadOnly: true},
		{Name: "bytesRestored", Flag: "bytes-restored", About: "RecoverSqlAppParams.bytesRestored|The number of bytes recovered so far.", Type: Integer, ReadOnly: true},
		{Name: "aagInfo", Flag: "aag-info", About: "RecoverSqlAppParams.aagInfo|The availability group (AAG) that the database belongs to.", Type: Object, Model: 169},
		{Name: "hostInfo", Flag: "host-info", About: "RecoverSqlAppParams.hostInfo|The host that the database was backed up from.", Type: Object, Model: 170},
		{Name: "isEncrypted", Flag: "is-encrypted", About: "RecoverSqlAppParams.isEncrypted|Whether the database is encrypted.", Type: Boolean},
		{Name: "sqlTargetParams", Flag: "sql-target-params", About: "RecoverSqlAppParams.sqlTargetParams|Where the database is recovered to.", Type: Object, Model: 171},
		{Name: "targetEnvironment", Flag: "target-environment", About: "RecoverSqlAppParams.targetEnvironment|The environment to recover to.", Required: true, Enum: []string{"kSQL"}},
	}},
	106: {Name: "RecoveryVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "RecoveryVlanConfig.id|The number of the VLAN.", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", About: "RecoveryVlanConfig.disableVlan|Use no VLAN, even if one is set up.", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name", About: "RecoveryVlanConfig.interfaceName|The network interface of the VLAN."},
	}},
	107: {Name: "O365SearchEmailsRequestParams", Fields: []Field{
		{Name: "domainIds", Flag: "domain-ids", About: "O365SearchEmailsRequestParams.domainIds|Filter by Microsoft 365 domain (IDs).", Type: Integer, Lists: 1},
		{Name: "mailboxIds", Flag: "mailbox-ids", About: "O365SearchEmailsRequestParams.mailboxIds|Filter by mailbox (IDs).", Type: Integer, Lists: 1},
	}},
	108: {Name: "SearchEmailRequestParamsBase", Fields: []Field{
		{Name: "attendeesAddresses", Flag: "attendees-addresses", About: "SearchEmailRequestParamsBase.attendeesAddresses|Filter by meeting attendee (email addresses).", Lists: 1},
		{Name: "bccRecipientAddresses", Flag: "bcc-recipient-addresses", About: "SearchEmailRequestParamsBase.bccRecipientAddresses|Filter by Bcc recipient (email addresses).", Lists: 1},
		{Name: "ccRecipientAddresses", Flag: "cc-recipient-addresses", About: "SearchEmailRequestParamsBase.ccRecipientAddresses|Filter by Cc recipient (email addresses).", Lists: 1},
		{Name: "createdEndTimeSecs", Flag: "created-end-time-secs", About: "SearchEmailRequestParamsBase.createdEndTimeSecs|List only items created at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "createdStartTimeSecs", Flag: "created-start-time-secs", About: "SearchEmailRequestParamsBase.createdStartTimeSecs|List only items created at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "dueDateEndTimeSecs", Flag: "due-date-end-time-secs", About: "SearchEmailRequestParamsBase.dueDateEndTimeSecs|List only tasks due at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "dueDateStartTimeSecs", Flag: "due-date-start-time-secs", About: "SearchEmailRequestParamsBase.dueDateStartTimeSecs|List only tasks due at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "emailAddress", Flag: "email-address", About: "SearchEmailRequestParamsBase.emailAddress|Filter by a contact's email address."},
		{Name: "emailSubject", Flag: "email-subject", About: "SearchEmailRequestParamsBase.emailSubject|Filter by email subject."},
		{Name: "firstName", Flag: "first-name", About: "SearchEmailRequestParamsBase.firstName|Filter by a contact's first name."},
		{Name: "folderNames", Flag: "folder-names", About: "SearchEmailRequestParamsBase.folderNames|Filter by folder name.", Lists: 1},
		{Name: "hasAttachment", Flag: "has-attachment", About: "SearchEmailRequestParamsBase.hasAttachment|List only items with an attachment; with false, only items without one.", Type: Boolean},
		{Name: "lastModifiedEndTimeSecs", Flag: "last-modified-end-time-secs", About: "SearchEmailRequestParamsBase.lastModifiedEndTimeSecs|List only items modified at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "lastModifiedStartTimeSecs", Flag: "last-modified-start-time-secs", About: "SearchEmailRequestParamsBase.lastModifiedStartTimeSecs|List only items modified at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "lastName", Flag: "last-name", About: "SearchEmailRequestParamsBase.lastName|Filter by a contact's last name."},
		{Name: "middleName", Flag: "middle-name", About: "SearchEmailRequestParamsBase.middleName|Filter by a contact's middle name."},
		{Name: "organizerAddress", Flag: "organizer-address", About: "SearchEmailRequestParamsBase.organizerAddress|Filter by meeting organizer (email address)."},
		{Name: "receivedEndTimeSecs", Flag: "received-end-time-secs", About: "SearchEmailRequestParamsBase.receivedEndTimeSecs|List only emails received at or before this time.", Type: Integer, Unit: UnixSecs},
		{Name: "receivedStartTimeSecs", Flag: "received-start-time-secs", About: "SearchEmailRequestParamsBase.receivedStartTimeSecs|List only emails received at or after this time.", Type: Integer, Unit: UnixSecs},
		{Name: "recipientAddresses", Flag: "recipient-addresses", About: "SearchEmailRequestParamsBase.recipientAddresses|Filter by recipient (email addresses).", Lists: 1},
		{Name: "senderAddress", Flag: "sender-address", About: "SearchEmailRequestParamsBase.senderAddress|Filter by sender (email address)."},
		{Name: "sourceEnvironment", Flag: "source-environment", About: "SearchEmailRequestParamsBase.sourceEnvironment|Filter by environment.", Enum: []string{"kO365"}},
		{Name: "taskStatusTypes", Flag: "task-status-types", About: "SearchEmailRequestParamsBase.taskStatusTypes|Filter by task status.", Lists: 1, Enum: []string{"Completed", "Deferred", "InProgress", "NotStarted", "WaitingOnOthers"}},
		{Name: "types", Flag: "types", About: "SearchEmailRequestParamsBase.types|Filter by item type.", Lists: 1, Enum: []string{"Calendar", "Contact", "Email", "Folder", "Note", "Task"}},
	}},
	109: {Name: "O365SearchRequestParams", Fields: []Field{
		{Name: "domainIds", Flag: "domain-ids", About: "O365SearchRequestParams.domainIds|Filter by Microsoft 365 domain (IDs).", Type: Integer, Lists: 1},
		{Name: "groupIds", Flag: "group-ids", About: "O365SearchRequestParams.groupIds|Filter by group (IDs).", Type: Integer, Lists: 1},
		{Name: "siteIds", Flag: "site-ids", About: "O365SearchRequestParams.siteIds|Filter by SharePoint site (IDs).", Type: Integer, Lists: 1},
		{Name: "teamsIds", Flag: "teams-ids", About: "O365SearchRequestParams.teamsIds|Filter by team (IDs).", Type: Integer, Lists: 1},
		{Name: "userIds", Flag: "user-ids", About: "O365SearchRequestParams.userIds|Filter by user (IDs).", Type: Integer, Lists: 1},
	}},
	110: {Name: "O365TeamsChannelsSearchRequestParams", Fields: []Field{
		{Name: "channelEmail", Flag: "channel-email", About: "O365TeamsChannelsSearchRequestParams.channelEmail|Filter by the email address of a channel."},
		{Name: "channelId", Flag: "channel-id", About: "O365TeamsChannelsSearchRequestParams.channelId|Filter by channel (ID)."},
		{Name: "channelName", Flag: "channel-name", About: "O365TeamsChannelsSearchRequestParams.channelName|Filter by channel name."},
		{Name: "includePrivateChannels", Flag: "include-private-channels", About: "O365TeamsChannelsSearchRequestParams.includePrivateChannels|Include private channels in the results.", Type: Boolean},
		{Name: "includePublicChannels", Flag: "include-public-channels", About: "O365TeamsChannelsSearchRequestParams.includePublicChannels|Include public channels in the results.", Type: Boolean},
	}},
	111: {Name: "KubernetesAutoProtectConfig", Fields: []Field{
		{Name: "errorMessage", Flag: "error-message", About: "KubernetesAutoProtectConfig.errorMessage|Why the cluster could not be protected automatically.", ReadOnly: true},
		{Name: "isDefaultAutoProtected", Flag: "is-default-auto-protected", About: "KubernetesAutoProtectConfig.isDefaultAutoProtected|Protect the whole cluster automatically.", Type: Boolean, Required: true},
		{Name: "policyId", Flag: "policy-id", About: "KubernetesAutoProtectConfig.policyId|The policy for the protection group that is made (name or ID).", Required: true, NotEmpty: true, Kind: "policy"},
		{Name: "protectionGroupId", Flag: "protection-group-id", About: "KubernetesAutoProtectConfig.protectionGroupId|The protection group that protects the cluster (name or ID).", Kind: "group"},
		{Name: "storageDomainId", Flag: "storage-domain-id", About: "KubernetesAutoProtectConfig.storageDomainId|The ID of the storage domain that backups are written to.", Type: Integer},
	}},
	112: {Name: "KubernetesLabelObject", Fields: []Field{
		{Name: "key", Flag: "key", About: "KubernetesLabelObject.key|The part of the label or annotation before the value.", Required: true, NotEmpty: true},
		{Name: "value", Flag: "value", About: "KubernetesLabelObject.value|The part of the label or annotation after the key."},
	}},
	113: {Name: "KubernetesServiceAnnotationObject", Fields: []Field{
		{Name: "key", Flag: "key", About: "KubernetesServiceAnnotationObject.key|The part of the annotation before the value."},
		{Name: "value", Flag: "value", About: "KubernetesServiceAnnotationObject.value|The part of the annotation after the key."},
	}},
	114: {Name: "KubernetesVlanInfo", Fields: []Field{
		{Name: "serviceAnnotations", Flag: "service-annotations", About: "KubernetesVlanInfo.serviceAnnotations|Annotations for the services that backups create on this VLAN.", Type: Object, Model: 113, Lists: 1},
		{Name: "vlanParams", Flag: "vlan-params", About: "KubernetesVlanInfo.vlanParams|The VLAN that these annotations are for.", Type: Object, Model: 94},
	}},
	115: {Name: "InFilterParams", Fields: []Field{
		{Name: "attributeDataType", Flag: "attribute-data-type", About: "InFilterParams.attributeDataType|The data type of the attribute, which says which list of values counts.", Required: true, Enum: []string{"Bool", "Float64", "Int32", "Int64", "Int64Array", "String", "StringArray"}},
		{Name: "attributeLabels", Flag: "attribute-labels", About: "InFilterParams.attributeLabels|The texts to show for the values.", Lists: 1},
		{Name: "boolFilterValues", Flag: "bool-filter-values", About: "InFilterParams.boolFilterValues|The booleans to match.", Type: Boolean, Lists: 1},
		{Name: "int32FilterValues", Flag: "int32-filter-values", About: "InFilterParams.int32FilterValues|The 32-bit integers to match.", Type: Integer, Lists: 1},
		{Name: "int64FilterValues", Flag: "int64-filter-values", About: "InFilterParams.int64FilterValues|The 64-bit integers to match.", Type: Integer, Lists: 1},
		{Name: "stringFilterValues", Flag: "string-filter-values", About: "InFilterParams.stringFilterValues|The texts to match.", Lists: 1},
	}},
	116: {Name: "RangeFilterParams", Fields: []Field{
		{Name: "lowerBound", Flag: "lower-bound", About: "RangeFilterParams.lowerBound|The smallest number that matches.", Type: Integer},
		{Name: "upperBound", Flag: "upper-bound", About: "RangeFilterParams.upperBound|The largest number that matches.", Type: Integer},
	}},
	117: {Name: "SystemsFilterParams", Fields: []Field{
		{Name: "systemIds", Flag: "system-ids", About: "SystemsFilterParams.systemIds|The IDs of the systems to match.", Lists: 1, Required: true},
		{Name: "systemNames", Flag: "system-names", About: "SystemsFilterParams.systemNames|The names of the systems to match.", Lists: 1},
	}},
	118: {Name: "TimeRangeFilterParams", Fields: []Field{
		{Name: "dateRange", Flag: "date-range", About: "TimeRangeFilterParams.dateRange|A period before now, in the place of bounds.", Enum: []string{"CurrentMonth", "CurrentYear", "Last180Days", "Last1Hour", "Last24Hours", "Last30Days", "Last365Days", "Last3Months", "Last6Months", "Last7Days", "Last90Days", "LastMonth", "LastYear"}},
		{Name: "durationHours", Flag: "duration-hours", About: "TimeRangeFilterParams.durationHours|The number of hours before now, in the place of bounds.", Type: Integer},
		{Name: "lowerBound", Flag: "lower-bound", About: "TimeRangeFilterParams.lowerBound|The earliest time that matches.", Type: Integer, Unit: UnixUsecs},
		{Name: "upperBound", Flag: "upper-bound", About: "TimeRangeFilterParams.upperBound|The latest time that matches.", Type: Integer, Unit: UnixUsecs},
	}},
	119: {Name: "ClassificationInfo", Fields: []Field{
		{Name: "endDate", Flag: "end-date", About: "ClassificationInfo.endDate|The last day of the subscription."},
		{Name: "isActive", Flag: "is-active", About: "ClassificationInfo.isActive|Whether the subscription is active.", Type: Boolean},
		{Name: "isFreeTrial", Flag: "is-free-trial", About: "ClassificationInfo.isFreeTrial|Whether the subscription is a free trial.", Type: Boolean},
		{Name: "startDate", Flag: "start-date", About: "ClassificationInfo.startDate|The first day of the subscription."},
	}},
	120: {Name: "DataProtectInfo", Fields: []Field{
		{Name: "endDate", Flag: "end-date", About: "DataProtectInfo.endDate|The last day of the subscription."},
		{Name: "isActive", Flag: "is-active", About: "DataProtectInfo.isActive|Whether the subscription is active.", Type: Boolean},
		{Name: "isFreeTrial", Flag: "is-free-trial", About: "DataProtectInfo.isFreeTrial|Whether the subscription is a free trial.", Type: Boolean},
		{Name: "isAwsSubscription", Flag: "is-aws-subscription", About: "DataProtectInfo.isAwsSubscription|Whether the subscription was bought from AWS.", Type: Boolean},
		{Name: "isCohesitySubscription", Flag: "is-cohesity-subscription", About: "DataProtectInfo.isCohesitySubscription|Whether the subscription was bought from Cohesity.", Type: Boolean},
		{Name: "quantity", Flag: "quantity", About: "DataProtectInfo.quantity|The amount of data that the subscription covers.", Type: Integer},
		{Name: "startDate", Flag: "start-date", About: "DataProtectInfo.startDate|The first day of the subscription."},
		{Name: "tiering", Flag: "tiering", About: "DataProtectInfo.tiering|How data moves between storage tiers.", Type: Object, Model: 172},
	}},
	121: {Name: "DataProtectAzureInfo", Fields: []Field{
		{Name: "endDate", Flag: "end-date", About: "DataProtectAzureInfo.endDate|The last day of the subscription."},
		{Name: "isActive", Flag: "is-active", About: "DataProtectAzureInfo.isActive|Whether the subscription is active.", Type: Boolean},
		{Name: "isFreeTrial", Flag: "is-free-trial", About: "DataProtectAzureInfo.isFreeTrial|Whether the subscription is a free trial.", Type: Boolean},
		{Name: "quantity", Flag: "quantity", About: "DataProtectAzureInfo.quantity|The amount of data that the subscription covers.", Type: Integer},
		{Name: "startDate", Flag: "start-date", About: "DataProtectAzureInfo.startDate|The first day of the subscription."},
		{Name: "tiering", Flag: "tiering", About: "DataProtectAzureInfo.tiering|How data moves between storage tiers.", Type: Object, Model: 172},
	}},
	122: {Name: "FortKnoxInfo", Fields: []Field{
		{Name: "endDate", Flag: "end-date", About: "FortKnoxInfo.endDate|The last day of the subscription."},
		{Name: "isActive", Flag: "is-active", About: "FortKnoxInfo.isActive|Whether the subscription is active.", Type: Boolean},
		{Name: "isFreeTrial", Flag: "is-free-trial", About: "FortKnoxInfo.isFreeTrial|Whether the subscription is a free trial.", Type: Boolean},
		{Name: "quantity", Flag: "quantity", About: "FortKnoxInfo.quantity|The amount of data that the subscription covers.", Type: Integer},
		{Name: "startDate", Flag: "start-date", About: "FortKnoxInfo.startDate|The first day of the subscription."},
	}},
	123: {Name: "IncrementalBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "IncrementalBackupPolicy.schedule|How often incremental backups run.", Type: Object, Model: 173, Required: true},
	}},
	124: {Name: "FullBackupPolicy", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "FullBackupPolicy.schedule|How often full backups run.", Type: Object, Model: 174},
	}},
	125: {Name: "FullScheduleAndRetention", Fields: []Field{
		{Name: "schedule", Flag: "schedule", About: "FullScheduleAndRetention.schedule|How often these full backups run.", Type: Object, Model: 174, Required: true},
		{Name: "retention", Flag: "retention", About: "FullScheduleAndRetention.retention|How long snapshots of these full backups are retained.", Type: Object, Model: 73, Required: true},
	}},
	126: {Name: "PrimaryBackupTarget", Fields: []Field{
		{Name: "targetType", Flag: "target-type", About: "PrimaryBackupTarget.targetType|Whether backups go to local storage or straight to an archive.", Enum: []string{"Archival", "Local"}},
		{Name: "archivalTargetSettings", Flag: "archival-target-settings", About: "PrimaryBackupTarget.archivalTargetSettings|The archive that backups go to; for target type Archival.", Type: Object, Model: 175},
		{Name: "useDefaultBackupTarget", Flag: "use-default-backup-target", About: "PrimaryBackupTarget.useDefaultBackupTarget|Write to the default target instead of a given one.", Type: Boolean},
	}},
	127: {Name: "LogSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "LogSchedule.unit|The unit of the schedule; set the schedule of the same unit with it.", Required: true, Enum: []string{"Hours", "Minutes"}},
		{Name: "minuteSchedule", Flag: "minute-schedule", About: "LogSchedule.minuteSchedule|Run every so many minutes; for unit Minutes.", Type: Object, Model: 176},
		{Name: "hourSchedule", Flag: "hour-schedule", About: "LogSchedule.hourSchedule|Run every so many hours; for unit Hours.", Type: Object, Model: 177},
	}},
	128: {Name: "BmrSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "BmrSchedule.unit|The unit of the schedule; set the schedule of the same unit with it.", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "daySchedule", Flag: "day-schedule", About: "BmrSchedule.daySchedule|Run every so many days; for unit Days.", Type: Object, Model: 178},
		{Name: "weekSchedule", Flag: "week-schedule", About: "BmrSchedule.weekSchedule|The days of the week to run on; for unit Weeks.", Type: Object, Model: 179},
		{Name: "monthSchedule", Flag: "month-schedule", About: "BmrSchedule.monthSchedule|The day of the month to run on; for unit Months.", Type: Object, Model: 180},
		{Name: "yearSchedule", Flag: "year-schedule", About: "BmrSchedule.yearSchedule|The day of the year to run on; for unit Years.", Type: Object, Model: 181},
	}},
	129: {Name: "CdpRetention", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "CdpRetention.unit|The unit of 'duration'.", Required: true, Enum: []string{"Hours", "Minutes"}},
		{Name: "duration", Flag: "duration", About: "CdpRetention.duration|The time to retain the data, as a number of units.", Type: Integer, Required: true, Range: &Range{1, NoLimit}},
		{Name: "dataLockConfig", Flag: "data-lock-config", About: "CdpRetention.dataLockConfig|The data lock of the data: how long it cannot be deleted.", Type: Object, Model: 131},
	}},
	130: {Name: "StorageArraySnapshotSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "StorageArraySnapshotSchedule.unit|The unit of the schedule; set the schedule of the same unit with it.", Required: true, Enum: []string{"Days", "Hours", "Minutes", "Months", "Weeks", "Years"}},
		{Name: "minuteSchedule", Flag: "minute-schedule", About: "StorageArraySnapshotSchedule.minuteSchedule|Run every so many minutes; for unit Minutes.", Type: Object, Model: 176},
		{Name: "hourSchedule", Flag: "hour-schedule", About: "StorageArraySnapshotSchedule.hourSchedule|Run every so many hours; for unit Hours.", Type: Object, Model: 177},
		{Name: "daySchedule", Flag: "day-schedule", About: "StorageArraySnapshotSchedule.daySchedule|Run every so many days; for unit Days.", Type: Object, Model: 178},
		{Name: "weekSchedule", Flag: "week-schedule", About: "StorageArraySnapshotSchedule.weekSchedule|The days of the week to run on; for unit Weeks.", Type: Object, Model: 179},
		{Name: "monthSchedule", Flag: "month-schedule", About: "StorageArraySnapshotSchedule.monthSchedule|The day of the month to run on; for unit Months.", Type: Object, Model: 180},
		{Name: "yearSchedule", Flag: "year-schedule", About: "StorageArraySnapshotSchedule.yearSchedule|The day of the year to run on; for unit Years.", Type: Object, Model: 181},
	}},
	131: {Name: "DataLockConfig", Fields: []Field{
		{Name: "mode", Flag: "mode", About: "DataLockConfig.mode|The strictness of the lock: Compliance is stricter than Administrative.", Required: true, Enum: []string{"Administrative", "Compliance"}},
		{Name: "unit", Flag: "unit", About: "DataLockConfig.unit|The unit of 'duration'.", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "duration", Flag: "duration", About: "DataLockConfig.duration|The time to lock a snapshot, as a number of units.", Type: Integer, Required: true, Range: &Range{1, NoLimit}},
		{Name: "enableWormOnExternalTarget", Flag: "enable-worm-on-external-target", About: "DataLockConfig.enableWormOnExternalTarget|Also lock copies on external targets, as write once, read many (WORM).", Type: Boolean},
	}},
	132: {Name: "TargetSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "TargetSchedule.unit|The period that 'frequency' counts; Runs counts runs instead of time.", Required: true, Enum: []string{"Days", "Hours", "Months", "Runs", "Weeks", "Years"}},
		{Name: "frequency", Flag: "frequency", About: "TargetSchedule.frequency|Copy once every so many units.", Type: Integer, Range: &Range{1, NoLimit}},
	}},
	133: {Name: "LogRetention", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "LogRetention.unit|The unit of 'duration'.", Required: true, Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "duration", Flag: "duration", About: "LogRetention.duration|The time to retain copies of log backups, as a number of units.", Type: Integer, Required: true, Range: &Range{0, NoLimit}},
		{Name: "dataLockConfig", Flag: "data-lock-config", About: "LogRetention.dataLockConfig|The data lock of these copies: how long they cannot be deleted.", Type: Object, Model: 131},
	}},
	134: {Name: "AWSTargetConfig", Fields: []Field{
		{Name: "name", Flag: "name", About: "AWSTargetConfig.name|The name of the AWS target."},
		{Name: "region", Flag: "region", About: "AWSTargetConfig.region|The ID of the AWS region to replicate to.", Type: Integer, Required: true},
		{Name: "regionName", Flag: "region-name", About: "AWSTargetConfig.regionName|The name of the AWS region."},
		{Name: "sourceId", Flag: "source-id", About: "AWSTargetConfig.sourceId|The ID of the registered AWS account to replicate to.", Type: Integer, Required: true},
	}},
	135: {Name: "AzureTargetConfig", Fields: []Field{
		{Name: "name", Flag: "name", About: "AzureTargetConfig.name|The name of the Azure target."},
		{Name: "resourceGroup", Flag: "resource-group", About: "AzureTargetConfig.resourceGroup|The ID of the Azure resource group to replicate to.", Type: Integer},
		{Name: "resourceGroupName", Flag: "resource-group-name", About: "AzureTargetConfig.resourceGroupName|The name of the resource group to replicate to."},
		{Name: "sourceId", Flag: "source-id", About: "AzureTargetConfig.sourceId|The ID of the registered Azure subscription to replicate to.", Type: Integer, Required: true},
		{Name: "storageAccount", Flag: "storage-account", About: "AzureTargetConfig.storageAccount|The ID of the Azure storage account for the copies.", Type: Integer},
		{Name: "storageAccountName", Flag: "storage-account-name", About: "AzureTargetConfig.storageAccountName|The name of the storage account for the copies."},
		{Name: "storageContainer", Flag: "storage-container", About: "AzureTargetConfig.storageContainer|The ID of the container in the storage account.", Type: Integer},
		{Name: "storageContainerName", Flag: "storage-container-name", About: "AzureTargetConfig.storageContainerName|The name of the container."},
		{Name: "storageResourceGroup", Flag: "storage-resource-group", About: "AzureTargetConfig.storageResourceGroup|The ID of the resource group of the storage account.", Type: Integer},
		{Name: "storageResourceGroupName", Flag: "storage-resource-group-name", About: "AzureTargetConfig.storageResourceGroupName|The name of the resource group of the storage account."},
	}},
	136: {Name: "RemoteTargetConfig", Fields: []Field{
		{Name: "clusterId", Flag: "cluster-id", About: "RemoteTargetConfig.clusterId|The ID of the cluster to replicate to.", Type: Integer, Required: true},
		{Name: "clusterName", Flag: "cluster-name", About: "RemoteTargetConfig.clusterName|The name of the cluster to replicate to."},
	}},
	137: {Name: "TierLevelSettings", Fields: []Field{
		{Name: "awsTiering", Flag: "aws-tiering", About: "TierLevelSettings.awsTiering|Storage tiers of Amazon S3; for cloud platform AWS.", Type: Object, Model: 182},
		{Name: "azureTiering", Flag: "azure-tiering", About: "TierLevelSettings.azureTiering|Storage tiers of Azure; for cloud platform Azure.", Type: Object, Model: 183},
		{Name: "cloudPlatform", Flag: "cloud-platform", About: "TierLevelSettings.cloudPlatform|The cloud provider of the archival target.", Enum: []string{"AWS", "Azure", "Google", "Oracle"}},
		{Name: "googleTiering", Flag: "google-tiering", About: "TierLevelSettings.googleTiering|Storage tiers of Google Cloud; for cloud platform Google.", Type: Object, Model: 184},
		{Name: "oracleTiering", Flag: "oracle-tiering", About: "TierLevelSettings.oracleTiering|Storage tiers of Oracle Cloud; for cloud platform Oracle.", Type: Object, Model: 185},
	}},
	138: {Name: "CloudSpinTarget", Fields: []Field{
		{Name: "awsParams", Flag: "aws-params", About: "CloudSpinTarget.awsParams|Where copies are deployed in AWS.", Type: Object, Model: 186},
		{Name: "azureParams", Flag: "azure-params", About: "CloudSpinTarget.azureParams|Where copies are deployed in Azure.", Type: Object, Model: 187},
		{Name: "id", Flag: "id", About: "CloudSpinTarget.id|The ID of the registered cloud target.", Type: Integer},
		{Name: "name", Flag: "name", About: "CloudSpinTarget.name|The name of the cloud target."},
	}},
	139: {Name: "OnpremDeployParams", Fields: []Field{
		{Name: "id", Flag: "id", About: "OnpremDeployParams.id|The ID of the registered on-premises target.", Type: Integer},
	}},
	140: {Name: "UpdateExistingReplicationSnapshotConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "UpdateExistingReplicationSnapshotConfig.id|The ID of the cluster that has the replica.", Type: Integer, Required: true},
		{Name: "name", Flag: "name", About: "UpdateExistingReplicationSnapshotConfig.name|The name of the cluster."},
		{Name: "enableLegalHold", Flag: "enable-legal-hold", About: "UpdateExistingReplicationSnapshotConfig.enableLegalHold|Set a legal hold on the replica, so that it does not expire; with false, lift it.", Type: Boolean},
		{Name: "deleteSnapshot", Flag: "delete-snapshot", About: "UpdateExistingReplicationSnapshotConfig.deleteSnapshot|Delete the replica now.", Type: Boolean},
		{Name: "resync", Flag: "resync", About: "UpdateExistingReplicationSnapshotConfig.resync|Replicate again what failed to be replicated.", Type: Boolean},
		{Name: "dataLock", Flag: "data-lock", About: "UpdateExistingReplicationSnapshotConfig.dataLock|The type of data lock to set on the replica.", Enum: []string{"Administrative", "Compliance"}},
		{Name: "daysToKeep", Flag: "days-to-keep", About: "UpdateExistingReplicationSnapshotConfig.daysToKeep|The number of days to retain the replica.", Type: Integer},
	}},
	141: {Name: "UpdateExistingArchivalSnapshotConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "UpdateExistingArchivalSnapshotConfig.id|The ID of the archival target that has the archive.", Type: Integer, Required: true},
		{Name: "name", Flag: "name", About: "UpdateExistingArchivalSnapshotConfig.name|The name of the archival target."},
		{Name: "archivalTargetType", Flag: "archival-target-type", About: "UpdateExistingArchivalSnapshotConfig.archivalTargetType|The type of storage of the archival target.", Required: true, Enum: []string{"Cloud", "Nas", "Tape"}},
		{Name: "enableLegalHold", Flag: "enable-legal-hold", About: "UpdateExistingArchivalSnapshotConfig.enableLegalHold|Set a legal hold on the archive, so that it does not expire; with false, lift it.", Type: Boolean},
		{Name: "deleteSnapshot", Flag: "delete-snapshot", About: "UpdateExistingArchivalSnapshotConfig.deleteSnapshot|Delete the archive now.", Type: Boolean},
		{Name: "resync", Flag: "resync", About: "UpdateExistingArchivalSnapshotConfig.resync|Archive again what failed to be archived.", Type: Boolean},
		{Name: "dataLock", Flag: "data-lock", About: "UpdateExistingArchivalSnapshotConfig.dataLock|The type of data lock to set on the archive.", Enum: []string{"Administrative", "Compliance"}},
		{Name: "daysToKeep", Flag: "days-to-keep", About: "UpdateExistingArchivalSnapshotConfig.daysToKeep|The number of days to retain the archive.", Type: Integer},
	}},
	142: {Name: "PhysicalVolumeProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", About: "PhysicalVolumeProtectionGroupObjectParams.id|The host to back up (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "PhysicalVolumeProtectionGroupObjectParams.name|The name of the host."},
		{Name: "volumeGuids", Flag: "volume-guids", About: "PhysicalVolumeProtectionGroupObjectParams.volumeGuids|The volumes to back up, as GUIDs; without it, all volumes.", Lists: 1},
		{Name: "enableSystemBackup", Flag: "enable-system-backup", About: "PhysicalVolumeProtectionGroupObjectParams.enableSystemBackup|Back up what a recovery of the operating system needs.", Type: Boolean},
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", About: "PhysicalVolumeProtectionGroupObjectParams.excludedVssWriters|Windows VSS writers to leave out on this host.", Lists: 1},
	}},
	143: {Name: "IndexingPolicy", Fields: []Field{
		{Name: "enableIndexing", Flag: "enable-indexing", About: "IndexingPolicy.enableIndexing|Index files, so that they can be searched.", Type: Boolean, Required: true},
		{Name: "includePaths", Flag: "include-paths", About: "IndexingPolicy.includePaths|The paths to index.", Lists: 1},
		{Name: "excludePaths", Flag: "exclude-paths", About: "IndexingPolicy.excludePaths|The paths to leave out of the index.", Lists: 1},
	}},
	144: {Name: "PrePostScriptParams", Fields: []Field{
		{Name: "preScript", Flag: "pre-script", About: "PrePostScriptParams.preScript|The script to run before the backup.", Type: Object, Model: 188},
		{Name: "postScript", Flag: "post-script", About: "PrePostScriptParams.postScript|The script to run after the backup.", Type: Object, Model: 189},
	}},
	145: {Name: "PhysicalFileProtectionGroupObjectParams", Fields: []Field{
		{Name: "excludedVssWriters", Flag: "excluded-vss-writers", About: "PhysicalFileProtectionGroupObjectParams.excludedVssWriters|Windows VSS writers to leave out on this host.", Lists: 1},
		{Name: "id", Flag: "id", About: "PhysicalFileProtectionGroupObjectParams.id|The host to back up (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "PhysicalFileProtectionGroupObjectParams.name|The name of the host."},
		{Name: "filePaths", Flag: "file-paths", About: "PhysicalFileProtectionGroupObjectParams.filePaths|The paths to back up, each with what to leave out below it.", Type: Object, Model: 190, Lists: 1},
		{Name: "usesPathLevelSkipNestedVolumeSetting", Flag: "uses-path-level-skip-nested-volume-setting", About: "PhysicalFileProtectionGroupObjectParams.usesPathLevelSkipNestedVolumeSetting|Decide by each path whether nested volumes are skipped, not for the whole host.", Type: Boolean},
		{Name: "nestedVolumeTypesToSkip", Flag: "nested-volume-types-to-skip", About: "PhysicalFileProtectionGroupObjectParams.nestedVolumeTypesToSkip|The types of file systems, mounted below a path, that are left out on this host.", Lists: 1},
		{Name: "followNasSymlinkTarget", Flag: "follow-nas-symlink-target", About: "PhysicalFileProtectionGroupObjectParams.followNasSymlinkTarget|Follow symbolic links on NAS mounts, and back up what they lead to.", Type: Boolean},
		{Name: "metadataFilePath", Flag: "metadata-file-path", About: "PhysicalFileProtectionGroupObjectParams.metadataFilePath|The path, on the host, of a file that lists the paths to back up."},
	}},
	146: {Name: "AdvancedSettings", Fields: []Field{
		{Name: "clonedDbBackupStatus", Flag: "cloned-db-backup-status", About: "AdvancedSettings.clonedDbBackupStatus|How a cloned database is reported: as an error, as a warning, or not at all.", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "dbBackupIfNotOnlineStatus", Flag: "db-backup-if-not-online-status", About: "AdvancedSettings.dbBackupIfNotOnlineStatus|How a database that is not online is reported: as an error, a warning, or not at all.", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "missingDbBackupStatus", Flag: "missing-db-backup-status", About: "AdvancedSettings.missingDbBackupStatus|How a missing database is reported: as an error, as a warning, or not at all.", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "offlineRestoringDbBackupStatus", Flag: "offline-restoring-db-backup-status", About: "AdvancedSettings.offlineRestoringDbBackupStatus|How an offline or restoring database is reported: as an error, a warning, or not at all.", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "readOnlyDbBackupStatus", Flag: "read-only-db-backup-status", About: "AdvancedSettings.readOnlyDbBackupStatus|How a read-only database is reported: as an error, as a warning, or not at all.", Enum: []string{"kError", "kIgnore", "kWarn"}},
		{Name: "reportAllNonAutoprotectDbErrors", Flag: "report-all-non-autoprotect-db-errors", About: "AdvancedSettings.reportAllNonAutoprotectDbErrors|How all errors of databases that are not autoprotected are reported.", Enum: []string{"kError", "kIgnore", "kWarn"}},
	}},
	147: {Name: "Filter", Fields: []Field{
		{Name: "filterString", Flag: "filter-string", About: "Filter.filterString|The text that a name has to match."},
		{Name: "isRegularExpression", Flag: "is-regular-expression", About: "Filter.isRegularExpression|Read 'filterString' as a regular expression.", Type: Boolean},
	}},
	148: {Name: "MSSQLFileProtectionGroupHostParams", Fields: []Field{
		{Name: "disableSourceSideDeduplication", Flag: "disable-source-side-deduplication", About: "MSSQLFileProtectionGroupHostParams.disableSourceSideDeduplication|Do not deduplicate data on this host before it is sent.", Type: Boolean},
		{Name: "hostId", Flag: "host-id", About: "MSSQLFileProtectionGroupHostParams.hostId|The host that these settings are for (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "hostName", Flag: "host-name", About: "MSSQLFileProtectionGroupHostParams.hostName|The name of the host that these settings are for."},
	}},
	149: {Name: "MSSQLFileProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", About: "MSSQLFileProtectionGroupObjectParams.id|The instance or database to back up (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "MSSQLFileProtectionGroupObjectParams.name|The name of the object."},
		{Name: "sourceType", Flag: "source-type", About: "MSSQLFileProtectionGroupObjectParams.sourceType|What the object is, such as an instance or a database."},
	}},
	150: {Name: "MSSQLNativeProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", About: "MSSQLNativeProtectionGroupObjectParams.id|The instance or database to back up (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "MSSQLNativeProtectionGroupObjectParams.name|The name of the object."},
		{Name: "sourceType", Flag: "source-type", About: "MSSQLNativeProtectionGroupObjectParams.sourceType|What the object is, such as an instance or a database."},
	}},
	151: {Name: "MSSQLVolumeProtectionGroupHostParams", Fields: []Field{
		{Name: "enableSystemBackup", Flag: "enable-system-backup", About: "MSSQLVolumeProtectionGroupHostParams.enableSystemBackup|Back up what a recovery of this host's operating system needs.", Type: Boolean},
		{Name: "hostId", Flag: "host-id", About: "MSSQLVolumeProtectionGroupHostParams.hostId|The host that these settings are for (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "hostName", Flag: "host-name", About: "MSSQLVolumeProtectionGroupHostParams.hostName|The name of the host that these settings are for."},
		{Name: "volumeGuids", Flag: "volume-guids", About: "MSSQLVolumeProtectionGroupHostParams.volumeGuids|The volumes of this host to back up, as GUIDs.", Lists: 1},
	}},
	152: {Name: "MSSQLVolumeProtectionGroupObjectParams", Fields: []Field{
		{Name: "id", Flag: "id", About: "MSSQLVolumeProtectionGroupObjectParams.id|The host, instance or database to back up (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "MSSQLVolumeProtectionGroupObjectParams.name|The name of the object."},
		{Name: "sourceType", Flag: "source-type", About: "MSSQLVolumeProtectionGroupObjectParams.sourceType|What the object is, such as an instance or a database."},
	}},
	153: {Name: "KubernetesLabel", Fields: []Field{
		{Name: "key", Flag: "key", About: "KubernetesLabel.key|The part of the label before the value."},
		{Name: "value", Flag: "value", About: "KubernetesLabel.value|The part of the label after the key."},
	}},
	154: {Name: "ResourceInfo", Fields: []Field{
		{Name: "apiGroup", Flag: "api-group", About: "ResourceInfo.apiGroup|The API group of the resources, such as apps."},
		{Name: "isClusterScoped", Flag: "is-cluster-scoped", About: "ResourceInfo.isClusterScoped|Whether the resources belong to the cluster and not to a namespace.", Type: Boolean},
		{Name: "kind", Flag: "kind", About: "ResourceInfo.kind|The kind of the resources, such as Deployment."},
		{Name: "name", Flag: "name", About: "ResourceInfo.name|The plural name of the resources, such as deployments."},
		{Name: "resourceList", Flag: "resource-list", About: "ResourceInfo.resourceList|Only these resources of that kind; without it, all.", Type: Object, Model: 191, Lists: 1},
		{Name: "version", Flag: "version", About: "ResourceInfo.version|The API version of the resources, such as v1."},
	}},
	155: {Name: "KubernetesPvcInfo", Fields: []Field{
		{Name: "id", Flag: "id", About: "KubernetesPvcInfo.id|The ID of the persistent volume claim.", Type: Integer},
		{Name: "name", Flag: "name", About: "KubernetesPvcInfo.name|The name of the persistent volume claim."},
		{Name: "metadataOnly", Flag: "metadata-only", About: "KubernetesPvcInfo.metadataOnly|Only the metadata of the claim and not its data.", Type: Boolean},
	}},
	156: {Name: "QuiesceGroup", Fields: []Field{
		{Name: "quiesceMode", Flag: "quiesce-mode", About: "QuiesceGroup.quiesceMode|Whether pods are quiesced one by one or all together.", Required: true, Enum: []string{"kQuiesceIndependently", "kQuiesceTogether"}},
		{Name: "quiesceRules", Flag: "quiesce-rules", About: "QuiesceGroup.quiesceRules|Which pods are quiesced, and the hooks that do it.", Type: Object, Model: 192, Lists: 1, Required: true},
	}},
	157: {Name: "SharepointObjectParams", Fields: []Field{
		{Name: "siteWebUrl", Flag: "site-web-url", About: "SharepointObjectParams.siteWebUrl|The address of the site."},
	}},
	158: {Name: "ObjectSummary", Fields: []Field{
		{Name: "id", Flag: "id", About: "ObjectSummary.id|The object (name or ID).", Type: Integer, Kind: "object"},
		{Name: "name", Flag: "name", About: "ObjectSummary.name|The name of the object."},
		{Name: "sourceId", Flag: "source-id", About: "ObjectSummary.sourceId|The registered source that the object belongs to (name or ID).", Type: Integer, Kind: "source"},
		{Name: "sourceName", Flag: "source-name", About: "ObjectSummary.sourceName|The name of the registered source."},
		{Name: "environment", Flag: "environment", About: "ObjectSummary.environment|The environment of the object.", Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
		{Name: "objectHash", Flag: "object-hash", About: "ObjectSummary.objectHash|A digest that tells the object from others."},
		{Name: "objectType", Flag: "object-type", About: "ObjectSummary.objectType|What the object is, such as a host or a database."},
		{Name: "logicalSizeBytes", Flag: "logical-size-bytes", About: "ObjectSummary.logicalSizeBytes|The size of the object's data, in bytes.", Type: Integer, Unit: Bytes},
		{Name: "uuid", Flag: "uuid", About: "ObjectSummary.uuid|The object's UUID."},
		{Name: "globalId", Flag: "global-id", About: "ObjectSummary.globalId|An ID of the object that is the same on all clusters."},
		{Name: "protectionType", Flag: "protection-type", About: "ObjectSummary.protectionType|How the object is backed up.", Enum: []string{"kAgent", "kAuroraSnapshotManager", "kAwsAuroraPostgres", "kAwsRDSPostgres", "kAwsRDSPostgresBackup", "kAwsS3", "kAzureSQL", "kFile", "kNative", "kRDSSnapshotManager", "kSnapshotManager", "kVolume"}},
		{Name: "sharepointSiteSummary", Flag: "sharepoint-site-summary", About: "ObjectSummary.sharepointSiteSummary|Details of the object, if it is a SharePoint site.", Type: Object, Model: 157},
		{Name: "osType", Flag: "os-type", About: "ObjectSummary.osType|The operating system of the object.", Enum: []string{"kLinux", "kWindows"}},
		{Name: "childObjects", Flag: "child-objects", About: "ObjectSummary.childObjects|The objects inside this one.", Type: Object, Model: 158, Lists: 1},
		{Name: "vCenterSummary", Flag: "v-center-summary", About: "ObjectSummary.vCenterSummary|Details of the object, if it is a vCenter.", Type: Object, Model: 159},
		{Name: "windowsClusterSummary", Flag: "windows-cluster-summary", About: "ObjectSummary.windowsClusterSummary|Details of the object, if it is a Windows cluster.", Type: Object, Model: 160},
	}},
	159: {Name: "ObjectTypeVCenterParams", Fields: []Field{
		{Name: "isCloudEnv", Flag: "is-cloud-env", About: "ObjectTypeVCenterParams.isCloudEnv|Whether the vCenter runs in a cloud.", Type: Boolean},
	}},
	160: {Name: "ObjectTypeWindowsClusterParams", Fields: []Field{
		{Name: "clusterSourceType", Flag: "cluster-source-type", About: "ObjectTypeWindowsClusterParams.clusterSourceType|What kind of Windows cluster it is."},
	}},
	161: {Name: "ArchivalTargetTierInfo", Fields: []Field{
		{Name: "awsTiering", Flag: "aws-tiering", About: "ArchivalTargetTierInfo.awsTiering|Storage tiers of Amazon S3; for cloud platform AWS.", Type: Object, Model: 182},
		{Name: "azureTiering", Flag: "azure-tiering", About: "ArchivalTargetTierInfo.azureTiering|Storage tiers of Azure; for cloud platform Azure.", Type: Object, Model: 183},
		{Name: "cloudPlatform", Flag: "cloud-platform", About: "ArchivalTargetTierInfo.cloudPlatform|The cloud provider of the archival target.", Enum: []string{"AWS", "Azure", "Google", "Oracle"}},
		{Name: "googleTiering", Flag: "google-tiering", About: "ArchivalTargetTierInfo.googleTiering|Storage tiers of Google Cloud; for cloud platform Google.", Type: Object, Model: 184},
		{Name: "oracleTiering", Flag: "oracle-tiering", About: "ArchivalTargetTierInfo.oracleTiering|Storage tiers of Oracle Cloud; for cloud platform Oracle.", Type: Object, Model: 185},
		{Name: "currentTierType", Flag: "current-tier-type", About: "ArchivalTargetTierInfo.currentTierType|The tier that the data is in now.", Enum: []string{"kAmazonS3Glacier", "kAmazonS3GlacierDeepArchive", "kAmazonS3IntelligentTiering", "kAmazonS3OneZoneIA", "kAmazonS3Standard", "kAmazonS3StandardIA", "kAzureTierArchive", "kAzureTierCool", "kAzureTierHot", "kGoogleColdline", "kGoogleMultiRegional", "kGoogleNearline", "kGoogleRegional", "kGoogleStandard", "kOracleTierArchive", "kOracleTierStandard"}},
	}},
	162: {Name: "RecoverPhysicalVolumeParamsPhysicalTargetParams", Fields: []Field{
		{Name: "mountTarget", Flag: "mount-target", About: "RecoverPhysicalVolumeParamsPhysicalTargetParams.mountTarget|The host to recover the volumes to.", Type: Object, Model: 193, Required: true},
		{Name: "volumeMapping", Flag: "volume-mapping", About: "RecoverPhysicalVolumeParamsPhysicalTargetParams.volumeMapping|Which volume of the snapshot goes to which volume of the host.", Type: Object, Model: 194, Lists: 1, Required: true},
		{Name: "forceUnmountVolume", Flag: "force-unmount-volume", About: "RecoverPhysicalVolumeParamsPhysicalTargetParams.forceUnmountVolume|Unmount a volume that is in use, so that it can be overwritten.", Type: Boolean},
		{Name: "vlanConfig", Flag: "vlan-config", About: "RecoverPhysicalVolumeParamsPhysicalTargetParams.vlanConfig|The VLAN to use.", Type: Object, Model: 195},
	}},
	163: {Name: "MountPhysicalVolumeParamsPhysicalTargetParams", Fields: []Field{
		{Name: "mountToOriginalTarget", Flag: "mount-to-original-target", About: "MountPhysicalVolumeParamsPhysicalTargetParams.mountToOriginalTarget|Mount on the host that was backed up; with false, on another.", Type: Boolean, Required: true},
		{Name: "originalTargetConfig", Flag: "original-target-config", About: "MountPhysicalVolumeParamsPhysicalTargetParams.originalTargetConfig|How to mount on the host that was backed up.", Type: Object, Model: 196},
		{Name: "newTargetConfig", Flag: "new-target-config", About: "MountPhysicalVolumeParamsPhysicalTargetParams.newTargetConfig|Which other host to mount on, and how.", Type: Object, Model: 197},
		{Name: "readOnlyMount", Flag: "read-only-mount", About: "MountPhysicalVolumeParamsPhysicalTargetParams.readOnlyMount|Mount the volumes so that nobody can write to them.", Type: Boolean},
		{Name: "volumeNames", Flag: "volume-names", About: "MountPhysicalVolumeParamsPhysicalTargetParams.volumeNames|The volumes to mount; without it, all.", Lists: 1},
		{Name: "mountedVolumeMapping", Flag: "mounted-volume-mapping", About: "MountPhysicalVolumeParamsPhysicalTargetParams.mountedVolumeMapping|Where each volume is mounted.", Type: Object, Model: 198, Lists: 1, ReadOnly: true},
		{Name: "vlanConfig", Flag: "vlan-config", About: "MountPhysicalVolumeParamsPhysicalTargetParams.vlanConfig|The VLAN to use.", Type: Object, Model: 199},
	}},
	164: {Name: "CommonRecoverFileAndFolderInfo", Fields: []Field{
		{Name: "absolutePath", Flag: "absolute-path", About: "CommonRecoverFileAndFolderInfo.absolutePath|The path of the file or folder in the snapshot, such as /etc/hosts.", Required: true, NotEmpty: true},
		{Name: "destinationDir", Flag: "destination-dir", About: "CommonRecoverFileAndFolderInfo.destinationDir|The folder to recover this file or folder to."},
		{Name: "isDirectory", Flag: "is-directory", About: "CommonRecoverFileAndFolderInfo.isDirectory|Whether the path is a folder.", Type: Boolean},
		{Name: "status", Flag: "status", About: "CommonRecoverFileAndFolderInfo.status|How far the recovery of this file or folder is.", ReadOnly: true, Enum: []string{"CopyInProgress", "EstimationDone", "EstimationInProgress", "Finished", "NotStarted"}},
		{Name: "messages", Flag: "messages", About: "CommonRecoverFileAndFolderInfo.messages|Error messages of the recovery of this file or folder.", Lists: 1, ReadOnly: true},
		{Name: "isViewFileRecovery", Flag: "is-view-file-recovery", About: "CommonRecoverFileAndFolderInfo.isViewFileRecovery|Whether the file is recovered from a view.", Type: Boolean},
	}},
	165: {Name: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams", Fields: []Field{
		{Name: "recoverTarget", Flag: "recover-target", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.recoverTarget|The host to recover to.", Type: Object, Model: 200, Required: true},
		{Name: "restoreToOriginalPaths", Flag: "restore-to-original-paths", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.restoreToOriginalPaths|Recover everything to the paths that it was backed up from.", Type: Boolean},
		{Name: "overwriteExisting", Flag: "overwrite-existing", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.overwriteExisting|Overwrite files that exist at the destination.", Type: Boolean},
		{Name: "alternateRestoreDirectory", Flag: "alternate-restore-directory", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.alternateRestoreDirectory|The folder to recover to, if not to the original paths."},
		{Name: "preserveAttributes", Flag: "preserve-attributes", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.preserveAttributes|Recover attributes of files, such as owner and permissions.", Type: Boolean},
		{Name: "preserveTimestamps", Flag: "preserve-timestamps", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.preserveTimestamps|Recover the times of files.", Type: Boolean},
		{Name: "preserveAcls", Flag: "preserve-acls", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.preserveAcls|Recover access control lists (ACLs) of files.", Type: Boolean},
		{Name: "continueOnError", Flag: "continue-on-error", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.continueOnError|Recover the other files if one fails.", Type: Boolean},
		{Name: "saveSuccessFiles", Flag: "save-success-files", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.saveSuccessFiles|Save a list of the files that were recovered.", Type: Boolean},
		{Name: "vlanConfig", Flag: "vlan-config", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.vlanConfig|The VLAN to use.", Type: Object, Model: 201},
		{Name: "restoreEntityType", Flag: "restore-entity-type", About: "RecoverPhysicalFileAndFolderParamsPhysicalTargetParams.restoreEntityType|Whether to recover files (kRegular) or only their access control lists (kACLOnly).", Enum: []string{"kACLOnly", "kRegular"}},
	}},
	166: {Name: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams", Fields: []Field{
		{Name: "continueOnError", Flag: "continue-on-error", About: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams.continueOnError|Recover the other files if one fails.", Type: Boolean},
		{Name: "newTargetConfig", Flag: "new-target-config", About: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams.newTargetConfig|Which other volume to recover to, and the path on it.", Type: Object, Model: 202},
		{Name: "originalTargetConfig", Flag: "original-target-config", About: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams.originalTargetConfig|The path to recover to on the volume that was backed up.", Type: Object, Model: 203},
		{Name: "overwriteExisting", Flag: "overwrite-existing", About: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams.overwriteExisting|Overwrite files that exist at the destination.", Type: Boolean},
		{Name: "preserveAttributes", Flag: "preserve-attributes", About: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams.preserveAttributes|Recover attributes of files, such as owner and permissions.", Type: Boolean},
		{Name: "recoverToOriginalTarget", Flag: "recover-to-original-target", About: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams.recoverToOriginalTarget|Recover to the volume that was backed up; with false, to another.", Type: Boolean, Required: true},
		{Name: "vlanConfig", Flag: "vlan-config", About: "RecoverKubernetesFileAndFolderParamsKubernetesTargetParams.vlanConfig|The VLAN to use.", Type: Object, Model: 204},
	}},
	167: {Name: "RecoverKubernetesNamespaceParamsKubernetesTargetParams", Fields: []Field{
		{Name: "excludeParams", Flag: "exclude-params", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.excludeParams|Leave out resources that match this filter.", Type: Object, Model: 92},
		{Name: "excludedPvcs", Flag: "excluded-pvcs", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.excludedPvcs|Persistent volume claims to leave out.", Type: Object, Model: 155, Lists: 1},
		{Name: "includeParams", Flag: "include-params", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.includeParams|Recover only resources that match this filter.", Type: Object, Model: 92},
		{Name: "objects", Flag: "objects", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.objects|The snapshots of namespaces to recover, and how.", Type: Object, Model: 205, Lists: 1},
		{Name: "recoverClusterScopedResources", Flag: "recover-cluster-scoped-resources", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.recoverClusterScopedResources|Also recover resources that belong to the cluster, from this snapshot.", Type: Object, Model: 206},
		{Name: "recoverProtectionGroupRunsParams", Flag: "recover-protection-group-runs-params", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.recoverProtectionGroupRunsParams|Recover all namespaces of these runs.", Type: Object, Model: 207, Lists: 1},
		{Name: "recoverPvcsOnly", Flag: "recover-pvcs-only", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.recoverPvcsOnly|Recover only persistent volume claims.", Type: Boolean},
		{Name: "recoveryRegionMigrationParams", Flag: "recovery-region-migration-params", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.recoveryRegionMigrationParams|The region for resources that named another region.", Type: Object, Model: 208},
		{Name: "recoveryTargetConfig", Flag: "recovery-target-config", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.recoveryTargetConfig|The cluster to recover to.", Type: Object, Model: 209, Required: true},
		{Name: "recoveryZoneMigrationParams", Flag: "recovery-zone-migration-params", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.recoveryZoneMigrationParams|The zones for resources that named other zones.", Type: Object, Model: 208, Lists: 1},
		{Name: "renameRecoveredNamespacesParams", Flag: "rename-recovered-namespaces-params", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.renameRecoveredNamespacesParams|New names for the namespaces; without it, they keep their names.", Type: Object, Model: 210},
		{Name: "skipClusterCompatibilityCheck", Flag: "skip-cluster-compatibility-check", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.skipClusterCompatibilityCheck|Recover without checking that the cluster is compatible.", Type: Boolean},
		{Name: "storageClass", Flag: "storage-class", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.storageClass|The storage classes for the volumes that are recovered.", Type: Object, Model: 211},
		{Name: "preserveMacAddress", Flag: "preserve-mac-address", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.preserveMacAddress|Recover virtual machines with their MAC addresses.", Type: Boolean},
		{Name: "useInstantRecovery", Flag: "use-instant-recovery", About: "RecoverKubernetesNamespaceParamsKubernetesTargetParams.useInstantRecovery|Use instant recovery for all namespaces.", Type: Boolean},
	}},
	168: {Name: "RecoverKubernetesNamespaceParamsVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "RecoverKubernetesNamespaceParamsVlanConfig.id|The number of the VLAN.", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", About: "RecoverKubernetesNamespaceParamsVlanConfig.disableVlan|Use no VLAN, even if one is set up.", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name", About: "RecoverKubernetesNamespaceParamsVlanConfig.interfaceName|The network interface of the VLAN."},
	}},
	169: {Name: "AAGInfo", Fields: []Field{
		{Name: "name", Flag: "name", About: "AAGInfo.name|The name of the availability group."},
		{Name: "objectId", Flag: "object-id", About: "AAGInfo.objectId|The availability group (name or ID).", Type: Integer, Kind: "object"},
	}},
	170: {Name: "HostInformation", Fields: []Field{
		{Name: "id", Flag: "id", About: "HostInformation.id|The host (name or ID).", Kind: "object"},
		{Name: "name", Flag: "name", About: "HostInformation.name|The name of the host."},
		{Name: "environment", Flag: "environment", About: "HostInformation.environment|The environment of the host.", Enum: []string{"kKubernetes", "kPhysical", "kSQL"}},
	}},
	171: {Name: "SqlTargetParamsForRecoverSqlApp", Fields: []Field{
		{Name: "newSourceConfig", Flag: "new-source-config", About: "SqlTargetParamsForRecoverSqlApp.newSourceConfig|How to recover to another instance; for 'recoverToNewSource' true.", Type: Object, Model: 212},
		{Name: "originalSourceConfig", Flag: "original-source-config", About: "SqlTargetParamsForRecoverSqlApp.originalSourceConfig|How to recover to the original instance; for 'recoverToNewSource' false.", Type: Object, Model: 213},
		{Name: "recoverToNewSource", Flag: "recover-to-new-source", About: "SqlTargetParamsForRecoverSqlApp.recoverToNewSource|Recover to another instance; with false, to the original one.", Type: Boolean, Required: true},
	}},
	172: {Name: "TieringInfo", Fields: []Field{
		{Name: "backendTiering", Flag: "backend-tiering", About: "TieringInfo.backendTiering|Whether stored data moves to cheaper tiers.", Type: Boolean},
		{Name: "frontendTiering", Flag: "frontend-tiering", About: "TieringInfo.frontendTiering|Whether source data moves to cheaper tiers.", Type: Boolean},
		{Name: "maxRetention", Flag: "max-retention", About: "TieringInfo.maxRetention|The longest retention that the subscription covers.", Type: Integer},
	}},
	173: {Name: "IncrementalSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "IncrementalSchedule.unit|The unit of the schedule; set the schedule of the same unit with it.", Required: true, Enum: []string{"Days", "Hours", "Minutes", "Months", "Weeks", "Years"}},
		{Name: "minuteSchedule", Flag: "minute-schedule", About: "IncrementalSchedule.minuteSchedule|Run every so many minutes; for unit Minutes.", Type: Object, Model: 176},
		{Name: "hourSchedule", Flag: "hour-schedule", About: "IncrementalSchedule.hourSchedule|Run every so many hours; for unit Hours.", Type: Object, Model: 177},
		{Name: "daySchedule", Flag: "day-schedule", About: "IncrementalSchedule.daySchedule|Run every so many days; for unit Days.", Type: Object, Model: 178},
		{Name: "weekSchedule", Flag: "week-schedule", About: "IncrementalSchedule.weekSchedule|The days of the week to run on; for unit Weeks.", Type: Object, Model: 179},
		{Name: "monthSchedule", Flag: "month-schedule", About: "IncrementalSchedule.monthSchedule|The day of the month to run on; for unit Months.", Type: Object, Model: 180},
		{Name: "yearSchedule", Flag: "year-schedule", About: "IncrementalSchedule.yearSchedule|The day of the year to run on; for unit Years.", Type: Object, Model: 181},
	}},
	174: {Name: "FullSchedule", Fields: []Field{
		{Name: "unit", Flag: "unit", About: "FullSchedule.unit|The unit of the schedule; ProtectOnce makes a single full backup.", Required: true, Enum: []string{"Days", "Months", "ProtectOnce", "Weeks", "Years"}},
		{Name: "daySchedule", Flag: "day-schedule", About: "FullSchedule.daySchedule|Run every so many days; for unit Days.", Type: Object, Model: 178},
		{Name: "weekSchedule", Flag: "week-schedule", About: "FullSchedule.weekSchedule|The days of the week to run on; for unit Weeks.", Type: Object, Model: 179},
		{Name: "monthSchedule", Flag: "month-schedule", About: "FullSchedule.monthSchedule|The day of the month to run on; for unit Months.", Type: Object, Model: 180},
		{Name: "yearSchedule", Flag: "year-schedule", About: "FullSchedule.yearSchedule|The day of the year to run on; for unit Years.", Type: Object, Model: 181},
	}},
	175: {Name: "PrimaryArchivalTarget", Fields: []Field{
		{Name: "targetId", Flag: "target-id", About: "PrimaryArchivalTarget.targetId|The ID of the archival target that backups are written to.", Type: Integer, Required: true},
		{Name: "targetName", Flag: "target-name", About: "PrimaryArchivalTarget.targetName|The name of the archival target."},
		{Name: "tierSettings", Flag: "tier-settings", About: "PrimaryArchivalTarget.tierSettings|When backups move to cheaper storage tiers of the cloud.", Type: Object, Model: 137},
	}},
	176: {Name: "MinuteSchedule", Fields: []Field{
		{Name: "frequency", Flag: "frequency", About: "MinuteSchedule.frequency|The number of minutes between runs.", Type: Integer, Required: true, Range: &Range{1, NoLimit}},
	}},
	177: {Name: "HourSchedule", Fields: []Field{
		{Name: "frequency", Flag: "frequency", About: "HourSchedule.frequency|The number of hours between runs.", Type: Integer, Required: true, Range: &Range{1, NoLimit}},
	}},
	178: {Name: "DaySchedule", Fields: []Field{
		{Name: "frequency", Flag: "frequency", About: "DaySchedule.frequency|The number of days between runs.", Type: Integer, Required: true, Range: &Range{1, NoLimit}},
	}},
	179: {Name: "WeekSchedule", Fields: []Field{
		{Name: "dayOfWeek", Flag: "day-of-week", About: "WeekSchedule.dayOfWeek|The days of the week to run on.", Lists: 1, Required: true, Enum: []string{"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"}},
	}},
	180: {Name: "MonthSchedule", Fields: []Field{
		{Name: "dayOfWeek", Flag: "day-of-week", About: "MonthSchedule.dayOfWeek|The days of the week to run on, in the week that 'weekOfMonth' names.", Lists: 1, Enum: []string{"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"}},
		{Name: "weekOfMonth", Flag: "week-of-month", About: "MonthSchedule.weekOfMonth|Which of these weekdays in the month, such as the first or the last.", Enum: []string{"First", "Fourth", "Last", "Second", "Third"}},
		{Name: "dayOfMonth", Flag: "day-of-month", About: "MonthSchedule.dayOfMonth|The date to run on, 1 to 31; instead of a weekday.", Type: Integer, Range: &Range{1, 31}},
	}},
	181: {Name: "YearSchedule", Fields: []Field{
		{Name: "dayOfYear", Flag: "day-of-year", About: "YearSchedule.dayOfYear|Whether to run on the first or the last day of the year.", Required: true, Enum: []string{"First", "Last"}},
	}},
	182: {Name: "AWSTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", About: "AWSTiers.tiers|The tiers that data moves through, in order.", Type: Object, Model: 214, Lists: 1, Required: true},
	}},
	183: {Name: "AzureTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", About: "AzureTiers.tiers|The tiers that data moves through, in order.", Type: Object, Model: 215, Lists: 1},
	}},
	184: {Name: "GoogleTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", About: "GoogleTiers.tiers|The tiers that data moves through, in order.", Type: Object, Model: 216, Lists: 1, Required: true},
	}},
	185: {Name: "OracleTiers", Fields: []Field{
		{Name: "tiers", Flag: "tiers", About: "OracleTiers.tiers|The tiers that data moves through, in order.", Type: Object, Model: 217, Lists: 1, Required: true},
	}},
	186: {Name: "AwsCloudSpinParams", Fields: []Field{
		{Name: "customTagList", Flag: "custom-tag-list", About: "AwsCloudSpinParams.customTagList|Tags for the instances that are deployed.", Type: Object, Model: 218, Lists: 1},
		{Name: "region", Flag: "region", About: "AwsCloudSpinParams.region|The ID of the AWS region to deploy to.", Type: Integer, Required: true},
		{Name: "subnetId", Flag: "subnet-id", About: "AwsCloudSpinParams.subnetId|The ID of the subnet of the instances.", Type: Integer},
		{Name: "vpcId", Flag: "vpc-id", About: "AwsCloudSpinParams.vpcId|The ID of the virtual private cloud (VPC) of the instances.", Type: Integer},
	}},
	187: {Name: "AzureCloudSpinParams", Fields: []Field{
		{Name: "availabilitySetId", Flag: "availability-set-id", About: "AzureCloudSpinParams.availabilitySetId|The ID of the availability set of the virtual machines.", Type: Integer},
		{Name: "networkResourceGroupId", Flag: "network-resource-group-id", About: "AzureCloudSpinParams.networkResourceGroupId|The ID of the resource group that the network belongs to.", Type: Integer},
		{Name: "resourceGroupId", Flag: "resource-group-id", About: "AzureCloudSpinParams.resourceGroupId|The ID of the resource group to deploy virtual machines to.", Type: Integer},
		{Name: "storageAccountId", Flag: "storage-account-id", About: "AzureCloudSpinParams.storageAccountId|The ID of the storage account for the disks.", Type: Integer},
		{Name: "storageContainerId", Flag: "storage-container-id", About: "AzureCloudSpinParams.storageContainerId|The ID of the container in the storage account.", Type: Integer},
		{Name: "storageResourceGroupId", Flag: "storage-resource-group-id", About: "AzureCloudSpinParams.storageResourceGroupId|The ID of the resource group of the storage account.", Type: Integer},
		{Name: "tempVmResourceGroupId", Flag: "temp-vm-resource-group-id", About: "AzureCloudSpinParams.tempVmResourceGroupId|The ID of the resource group of the temporary virtual machine.", Type: Integer},
		{Name: "tempVmStorageAccountId", Flag: "temp-vm-storage-account-id", About: "AzureCloudSpinParams.tempVmStorageAccountId|The ID of the storage account of the temporary virtual machine.", Type: Integer},
		{Name: "tempVmStorageContainerId", Flag: "temp-vm-storage-container-id", About: "AzureCloudSpinParams.tempVmStorageContainerId|The ID of the storage container of the temporary virtual machine.", Type: Integer},
		{Name: "tempVmSubnetId", Flag: "temp-vm-subnet-id", About: "AzureCloudSpinParams.tempVmSubnetId|The ID of the subnet of the temporary virtual machine.", Type: Integer},
		{Name: "tempVmVirtualNetworkId", Flag: "temp-vm-virtual-network-id", About: "AzureCloudSpinParams.tempVmVirtualNetworkId|The ID of the virtual network of the temporary virtual machine.", Type: Integer},
	}},
	188: {Name: "CommonPreBackupScriptParams", Fields: []Field{
		{Name: "path", Flag: "path", About: "CommonPreBackupScriptParams.path|The path of the script on the host.", Required: true, NotEmpty: true},
		{Name: "params", Flag: "params", About: "CommonPreBackupScriptParams.params|The arguments for the script."},
		{Name: "timeoutSecs", Flag: "timeout-secs", About: "CommonPreBackupScriptParams.timeoutSecs|The longest time the script may take, in seconds.", Type: Integer, Unit: SpanSecs, Range: &Range{1, NoLimit}},
		{Name: "isActive", Flag: "is-active", About: "CommonPreBackupScriptParams.isActive|Run the script; with false, it is kept but not run.", Type: Boolean},
		{Name: "continueOnError", Flag: "continue-on-error", About: "CommonPreBackupScriptParams.continueOnError|Back up even if the script fails.", Type: Boolean},
	}},
	189: {Name: "CommonPostBackupScriptParams", Fields: []Field{
		{Name: "path", Flag: "path", About: "CommonPostBackupScriptParams.path|The path of the script on the host.", Required: true, NotEmpty: true},
		{Name: "params", Flag: "params", About: "CommonPostBackupScriptParams.params|The arguments for the script."},
		{Name: "timeoutSecs", Flag: "timeout-secs", About: "CommonPostBackupScriptParams.timeoutSecs|The longest time the script may take, in seconds.", Type: Integer, Unit: SpanSecs, Range: &Range{1, NoLimit}},
		{Name: "isActive", Flag: "is-active", About: "CommonPostBackupScriptParams.isActive|Run the script; with false, it is kept but not run.", Type: Boolean},
	}},
	190: {Name: "PhysicalFileBackupPathParams", Fields: []Field{
		{Name: "includedPath", Flag: "included-path", About: "PhysicalFileBackupPathParams.includedPath|The path to back up, with everything below it.", Required: true, NotEmpty: true},
		{Name: "excludedPaths", Flag: "excluded-paths", About: "PhysicalFileBackupPathParams.excludedPaths|Paths below it to leave out.", Lists: 1},
		{Name: "skipNestedVolumes", Flag: "skip-nested-volumes", About: "PhysicalFileBackupPathParams.skipNestedVolumes|Leave out volumes that are mounted below the path.", Type: Boolean},
	}},
	191: {Name: "ResourceInstance", Fields: []Field{
		{Name: "entityId", Flag: "entity-id", About: "ResourceInstance.entityId|The resource (name or ID).", Type: Integer, Kind: "object"},
		{Name: "name", Flag: "name", About: "ResourceInstance.name|The name of the resource."},
	}},
	192: {Name: "QuiesceRule", Fields: []Field{
		{Name: "podSelectorLabels", Flag: "pod-selector-labels", About: "QuiesceRule.podSelectorLabels|The labels of the pods to quiesce.", Type: Object, Model: 153, Lists: 1},
		{Name: "postSnapshotHooks", Flag: "post-snapshot-hooks", About: "QuiesceRule.postSnapshotHooks|The commands to run in each pod after the snapshot.", Type: Object, Model: 219, Lists: 1, Required: true},
		{Name: "preSnapshotHooks", Flag: "pre-snapshot-hooks", About: "QuiesceRule.preSnapshotHooks|The commands to run in each pod before the snapshot.", Type: Object, Model: 219, Lists: 1, Required: true},
	}},
	193: {Name: "PhysicalTargetParamsForRecoverVolumeMountTarget", Fields: []Field{
		{Name: "id", Flag: "id", About: "PhysicalTargetParamsForRecoverVolumeMountTarget.id|The host to recover the volumes to (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "PhysicalTargetParamsForRecoverVolumeMountTarget.name|The name of the host."},
	}},
	194: {Name: "RecoverVolumeMapping", Fields: []Field{
		{Name: "sourceVolumeGuid", Flag: "source-volume-guid", About: "RecoverVolumeMapping.sourceVolumeGuid|The GUID of the volume in the snapshot.", Required: true, NotEmpty: true},
		{Name: "destinationVolumeGuid", Flag: "destination-volume-guid", About: "RecoverVolumeMapping.destinationVolumeGuid|The GUID of the volume of the host that is overwritten.", Required: true, NotEmpty: true},
	}},
	195: {Name: "PhysicalTargetParamsForRecoverVolumeVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "PhysicalTargetParamsForRecoverVolumeVlanConfig.id|The number of the VLAN.", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", About: "PhysicalTargetParamsForRecoverVolumeVlanConfig.disableVlan|Use no VLAN, even if one is set up.", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name", About: "PhysicalTargetParamsForRecoverVolumeVlanConfig.interfaceName|The network interface of the VLAN."},
	}},
	196: {Name: "PhysicalTargetParamsForMountVolumeOriginalTargetConfig", Fields: []Field{
		{Name: "serverCredentials", Flag: "server-credentials", About: "PhysicalTargetParamsForMountVolumeOriginalTargetConfig.serverCredentials|The user who may mount volumes on the host.", Type: Object, Model: 220},
	}},
	197: {Name: "PhysicalTargetParamsForMountVolumeNewTargetConfig", Fields: []Field{
		{Name: "mountTarget", Flag: "mount-target", About: "PhysicalTargetParamsForMountVolumeNewTargetConfig.mountTarget|The host to mount the volumes on.", Type: Object, Model: 221, Required: true},
		{Name: "serverCredentials", Flag: "server-credentials", About: "PhysicalTargetParamsForMountVolumeNewTargetConfig.serverCredentials|The user who may mount volumes on the host.", Type: Object, Model: 222},
	}},
	198: {Name: "MountedVolumeMapping", Fields: []Field{
		{Name: "originalVolume", Flag: "original-volume", About: "MountedVolumeMapping.originalVolume|The volume in the snapshot."},
		{Name: "mountedVolume", Flag: "mounted-volume", About: "MountedVolumeMapping.mountedVolume|Where the volume is mounted."},
		{Name: "fileSystemType", Flag: "file-system-type", About: "MountedVolumeMapping.fileSystemType|The type of its file system."},
	}},
	199: {Name: "PhysicalTargetParamsForMountVolumeVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "PhysicalTargetParamsForMountVolumeVlanConfig.id|The number of the VLAN.", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", About: "PhysicalTargetParamsForMountVolumeVlanConfig.disableVlan|Use no VLAN, even if one is set up.", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name", About: "PhysicalTargetParamsForMountVolumeVlanConfig.interfaceName|The network interface of the VLAN."},
	}},
	200: {Name: "PhysicalTargetParamsForRecoverFileAndFolderRecoverTarget", Fields: []Field{
		{Name: "id", Flag: "id", About: "PhysicalTargetParamsForRecoverFileAndFolderRecoverTarget.id|The host to recover to (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "PhysicalTargetParamsForRecoverFileAndFolderRecoverTarget.name|The name of the host."},
		{Name: "parentSourceId", Flag: "parent-source-id", About: "PhysicalTargetParamsForRecoverFileAndFolderRecoverTarget.parentSourceId|The registered source that the host belongs to (name or ID).", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name", About: "PhysicalTargetParamsForRecoverFileAndFolderRecoverTarget.parentSourceName|The name of the registered source."},
	}},
	201: {Name: "PhysicalTargetParamsForRecoverFileAndFolderVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "PhysicalTargetParamsForRecoverFileAndFolderVlanConfig.id|The number of the VLAN.", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", About: "PhysicalTargetParamsForRecoverFileAndFolderVlanConfig.disableVlan|Use no VLAN, even if one is set up.", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name", About: "PhysicalTargetParamsForRecoverFileAndFolderVlanConfig.interfaceName|The network interface of the VLAN."},
	}},
	202: {Name: "KubernetesTargetParamsForRecoverFileAndFolderNewTargetConfig", Fields: []Field{
		{Name: "absolutePath", Flag: "absolute-path", About: "KubernetesTargetParamsForRecoverFileAndFolderNewTargetConfig.absolutePath|The path on the volume to recover to.", Required: true, NotEmpty: true},
		{Name: "targetNamespace", Flag: "target-namespace", About: "KubernetesTargetParamsForRecoverFileAndFolderNewTargetConfig.targetNamespace|The namespace of the volume.", Type: Object, Model: 223},
		{Name: "targetPvc", Flag: "target-pvc", About: "KubernetesTargetParamsForRecoverFileAndFolderNewTargetConfig.targetPvc|The persistent volume claim to recover to.", Type: Object, Model: 224, Required: true},
		{Name: "targetSource", Flag: "target-source", About: "KubernetesTargetParamsForRecoverFileAndFolderNewTargetConfig.targetSource|The cluster of the volume.", Type: Object, Model: 225},
	}},
	203: {Name: "KubernetesTargetParamsForRecoverFileAndFolderOriginalTargetConfig", Fields: []Field{
		{Name: "alternatePath", Flag: "alternate-path", About: "KubernetesTargetParamsForRecoverFileAndFolderOriginalTargetConfig.alternatePath|Another path on the volume; for 'recoverToOriginalPath' false."},
		{Name: "recoverToOriginalPath", Flag: "recover-to-original-path", About: "KubernetesTargetParamsForRecoverFileAndFolderOriginalTargetConfig.recoverToOriginalPath|Recover to the paths that were backed up; with false, to 'alternatePath'.", Type: Boolean, Required: true},
	}},
	204: {Name: "KubernetesTargetParamsForRecoverFileAndFolderVlanConfig", Fields: []Field{
		{Name: "id", Flag: "id", About: "KubernetesTargetParamsForRecoverFileAndFolderVlanConfig.id|The number of the VLAN.", Type: Integer},
		{Name: "disableVlan", Flag: "disable-vlan", About: "KubernetesTargetParamsForRecoverFileAndFolderVlanConfig.disableVlan|Use no VLAN, even if one is set up.", Type: Boolean},
		{Name: "interfaceName", Flag: "interface-name", About: "KubernetesTargetParamsForRecoverFileAndFolderVlanConfig.interfaceName|The network interface of the VLAN."},
	}},
	205: {Name: "KubernetesRecoveryObjectParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", About: "KubernetesRecoveryObjectParams.snapshotId|The snapshot to recover from.", Required: true, NotEmpty: true, Kind: "snapshot"},
		{Name: "pointInTimeUsecs", Flag: "point-in-time-usecs", About: "KubernetesRecoveryObjectParams.pointInTimeUsecs|The point in time to recover to, using log backups.", Type: Integer, Unit: UnixUsecs},
		{Name: "protectionGroupId", Flag: "protection-group-id", About: "KubernetesRecoveryObjectParams.protectionGroupId|The protection group that the snapshot belongs to (name or ID).", Kind: "group"},
		{Name: "protectionGroupName", Flag: "protection-group-name", About: "KubernetesRecoveryObjectParams.protectionGroupName|The name of the protection group that the snapshot belongs to."},
		{Name: "snapshotCreationTimeUsecs", Flag: "snapshot-creation-time-usecs", About: "KubernetesRecoveryObjectParams.snapshotCreationTimeUsecs|When the snapshot was taken.", Type: Integer, ReadOnly: true, Unit: UnixUsecs},
		{Name: "objectInfo", Flag: "object-info", About: "KubernetesRecoveryObjectParams.objectInfo|The object in the snapshot.", Type: Object, Model: 95, ReadOnly: true},
		{Name: "snapshotTargetType", Flag: "snapshot-target-type", About: "KubernetesRecoveryObjectParams.snapshotTargetType|The type of target that holds the snapshot; RpaasArchival is a service-managed vault.", ReadOnly: true, Enum: []string{"Archival", "Local", "Remote", "RpaasArchival", "StorageArraySnapshot"}},
		{Name: "archivalTargetInfo", Flag: "archival-target-info", About: "KubernetesRecoveryObjectParams.archivalTargetInfo|The archival target that holds the snapshot.", Type: Object, Model: 96, ReadOnly: true},
		{Name: "progressTaskId", Flag: "progress-task-id", About: "KubernetesRecoveryObjectParams.progressTaskId|The ID of the task that reports the progress.", ReadOnly: true},
		{Name: "recoverFromStandby", Flag: "recover-from-standby", About: "KubernetesRecoveryObjectParams.recoverFromStandby|Recover from the standby copy.", Type: Boolean},
		{Name: "status", Flag: "status", About: "KubernetesRecoveryObjectParams.status|How far the recovery of this object is, or how it ended.", ReadOnly: true, Enum: []string{"Accepted", "Canceled", "Canceling", "Failed", "Finalizing", "LegalHold", "Missed", "OnHold", "Running", "Skipped", "Succeeded", "SucceededWithWarning"}},
		{Name: "startTimeUsecs", Flag: "start-time-usecs", About: "KubernetesRecoveryObjectParams.startTimeUsecs|When the recovery of this object started.", Type: Integer, ReadOnly: true, Unit: UnixUsecs},
		{Name: "endTimeUsecs", Flag: "end-time-usecs", About: "KubernetesRecoveryObjectParams.endTimeUsecs|When the recovery of this object ended.", Type: Integer, ReadOnly: true, Unit: UnixUsecs},
		{Name: "messages", Flag: "messages", About: "KubernetesRecoveryObjectParams.messages|Error messages of the recovery of this object.", Lists: 1, ReadOnly: true},
		{Name: "bytesRestored", Flag: "bytes-restored", About: "KubernetesRecoveryObjectParams.bytesRestored|The number of bytes recovered so far.", Type: Integer, ReadOnly: true},
		{Name: "excludeParams", Flag: "exclude-params", About: "KubernetesRecoveryObjectParams.excludeParams|Leave out resources of this namespace that match this filter.", Type: Object, Model: 92},
		{Name: "includeParams", Flag: "include-params", About: "KubernetesRecoveryObjectParams.includeParams|Recover only resources of this namespace that match this filter.", Type: Object, Model: 92},
		{Name: "recoverPvcsOnly", Flag: "recover-pvcs-only", About: "KubernetesRecoveryObjectParams.recoverPvcsOnly|Recover only the persistent volume claims of this namespace.", Type: Boolean},
		{Name: "storageClass", Flag: "storage-class", About: "KubernetesRecoveryObjectParams.storageClass|The storage classes for the volumes of this namespace.", Type: Object, Model: 211},
		{Name: "unbindPvcs", Flag: "unbind-pvcs", About: "KubernetesRecoveryObjectParams.unbindPvcs|Recover persistent volume claims without the volumes they were bound to.", Type: Boolean},
		{Name: "useInstantRecovery", Flag: "use-instant-recovery", About: "KubernetesRecoveryObjectParams.useInstantRecovery|Use instant recovery for this namespace.", Type: Boolean},
	}},
	206: {Name: "RecoverClusterScopedResourcesParams", Fields: []Field{
		{Name: "snapshotId", Flag: "snapshot-id", About: "RecoverClusterScopedResourcesParams.snapshotId|The snapshot to take the resources from.", Kind: "snapshot"},
	}},
	207: {Name: "RecoverProtectionGroupRunParams", Fields: []Field{
		{Name: "archivalTargetId", Flag: "archival-target-id", About: "RecoverProtectionGroupRunParams.archivalTargetId|The ID of the archival target to recover from.", Type: Integer},
		{Name: "protectionGroupId", Flag: "protection-group-id", About: "RecoverProtectionGroupRunParams.protectionGroupId|The protection group of the run (name or ID).", Kind: "group"},
		{Name: "protectionGroupInstanceId", Flag: "protection-group-instance-id", About: "RecoverProtectionGroupRunParams.protectionGroupInstanceId|The ID of the instance of the protection group that made the run.", Type: Integer, Required: true},
		{Name: "protectionGroupRunId", Flag: "protection-group-run-id", About: "RecoverProtectionGroupRunParams.protectionGroupRunId|The run to recover, as NUMBER:START_USECS.", Required: true, NotEmpty: true, Kind: "run"},
	}},
	208: {Name: "KubernetesRecoveryMigrationParams", Fields: []Field{
		{Name: "currentValue", Flag: "current-value", About: "KubernetesRecoveryMigrationParams.currentValue|The region or zone that was backed up.", Required: true, NotEmpty: true},
		{Name: "newValue", Flag: "new-value", About: "KubernetesRecoveryMigrationParams.newValue|The region or zone to use in its place.", Required: true, NotEmpty: true},
	}},
	209: {Name: "KubernetesTargetParamsForRecoverKubernetesNamespaceRecoveryTargetConfig", Fields: []Field{
		{Name: "newSourceConfig", Flag: "new-source-config", About: "KubernetesTargetParamsForRecoverKubernetesNamespaceRecoveryTargetConfig.newSourceConfig|The other cluster to recover to; for 'recoverToNewSource' true.", Type: Object, Model: 226},
		{Name: "recoverToNewSource", Flag: "recover-to-new-source", About: "KubernetesTargetParamsForRecoverKubernetesNamespaceRecoveryTargetConfig.recoverToNewSource|Recover to another cluster; with false, to the original one.", Type: Boolean, Required: true},
	}},
	210: {Name: "KubernetesTargetParamsForRecoverKubernetesNamespaceRenameRecoveredNamespacesParams", Fields: []Field{
		{Name: "prefix", Flag: "prefix", About: "KubernetesTargetParamsForRecoverKubernetesNamespaceRenameRecoveredNamespacesParams.prefix|The text to put in front of each name."},
		{Name: "suffix", Flag: "suffix", About: "KubernetesTargetParamsForRecoverKubernetesNamespaceRenameRecoveredNamespacesParams.suffix|The text to put behind each name."},
	}},
	211: {Name: "KubernetesStorageClassParams", Fields: []Field{
		{Name: "storageClassMapping", Flag: "storage-class-mapping", About: "KubernetesStorageClassParams.storageClassMapping|For each storage class that was backed up (key), the one to use in its place (value).", Type: Object, Model: 153, Lists: 1},
		{Name: "useStorageClassMapping", Flag: "use-storage-class-mapping", About: "KubernetesStorageClassParams.useStorageClassMapping|Replace storage classes by 'storageClassMapping'.", Type: Boolean},
	}},
	212: {Name: "RecoverSqlAppNewSourceConfig", Fields: []Field{
		{Name: "keepCdc", Flag: "keep-cdc", About: "RecoverSqlAppNewSourceConfig.keepCdc|Keep change data capture (CDC) of the database.", Type: Boolean},
		{Name: "multiStageRestoreOptions", Flag: "multi-stage-restore-options", About: "RecoverSqlAppNewSourceConfig.multiStageRestoreOptions|Recover the database in stages, before it is switched over.", Type: Object, Model: 227},
		{Name: "nativeLogRecoveryWithClause", Flag: "native-log-recovery-with-clause", About: "RecoverSqlAppNewSourceConfig.nativeLogRecoveryWithClause|Options for the WITH clause of the recovery of logs, as in T-SQL."},
		{Name: "nativeRecoveryWithClause", Flag: "native-recovery-with-clause", About: "RecoverSqlAppNewSourceConfig.nativeRecoveryWithClause|Options for the WITH clause of the recovery, as in T-SQL."},
		{Name: "overwritingPolicy", Flag: "overwriting-policy", About: "RecoverSqlAppNewSourceConfig.overwritingPolicy|Whether to overwrite a database of the same name, or fail.", Enum: []string{"FailIfExists", "Overwrite"}},
		{Name: "replayEntireLastLog", Flag: "replay-entire-last-log", About: "RecoverSqlAppNewSourceConfig.replayEntireLastLog|Replay the last log backup to its end.", Type: Boolean},
		{Name: "restoreTimeUsecs", Flag: "restore-time-usecs", About: "RecoverSqlAppNewSourceConfig.restoreTimeUsecs|The point in time to recover to, using log backups.", Type: Integer, Unit: UnixUsecs},
		{Name: "secondaryDataFilesDirList", Flag: "secondary-data-files-dir-list", About: "RecoverSqlAppNewSourceConfig.secondaryDataFilesDirList|The folders for secondary data files, by pattern of file name.", Type: Object, Model: 228, Lists: 1},
		{Name: "withNoRecovery", Flag: "with-no-recovery", About: "RecoverSqlAppNewSourceConfig.withNoRecovery|Leave the database in the restoring state (NORECOVERY), so that more logs can be applied.", Type: Boolean},
		{Name: "dataFileDirectoryLocation", Flag: "data-file-directory-location", About: "RecoverSqlAppNewSourceConfig.dataFileDirectoryLocation|The folder for the data files.", Required: true, NotEmpty: true},
		{Name: "databaseName", Flag: "database-name", About: "RecoverSqlAppNewSourceConfig.databaseName|The new name of the database; without it, the original name."},
		{Name: "host", Flag: "host", About: "RecoverSqlAppNewSourceConfig.host|The host to recover to.", Type: Object, Model: 229, Required: true},
		{Name: "instanceName", Flag: "instance-name", About: "RecoverSqlAppNewSourceConfig.instanceName|The SQL Server instance to recover to, such as MSSQLSERVER.", Required: true, NotEmpty: true},
		{Name: "logFileDirectoryLocation", Flag: "log-file-directory-location", About: "RecoverSqlAppNewSourceConfig.logFileDirectoryLocation|The folder for the log files.", Required: true, NotEmpty: true},
	}},
	213: {Name: "RecoverSqlAppOriginalSourceConfig", Fields: []Field{
		{Name: "keepCdc", Flag: "keep-cdc", About: "RecoverSqlAppOriginalSourceConfig.keepCdc|Keep change data capture (CDC) of the database.", Type: Boolean},
		{Name: "multiStageRestoreOptions", Flag: "multi-stage-restore-options", About: "RecoverSqlAppOriginalSourceConfig.multiStageRestoreOptions|Recover the database in stages, before it is switched over.", Type: Object, Model: 227},
		{Name: "nativeLogRecoveryWithClause", Flag: "native-log-recovery-with-clause", About: "RecoverSqlAppOriginalSourceConfig.nativeLogRecoveryWithClause|Options for the WITH clause of the recovery of logs, as in T-SQL."},
		{Name: "nativeRecoveryWithClause", Flag: "native-recovery-with-clause", About: "RecoverSqlAppOriginalSourceConfig.nativeRecoveryWithClause|Options for the WITH clause of the recovery, as in T-SQL."},
		{Name: "overwritingPolicy", Flag: "overwriting-policy", About: "RecoverSqlAppOriginalSourceConfig.overwritingPolicy|Whether to overwrite a database of the same name, or fail.", Enum: []string{"FailIfExists", "Overwrite"}},
		{Name: "replayEntireLastLog", Flag: "replay-entire-last-log", About: "RecoverSqlAppOriginalSourceConfig.replayEntireLastLog|Replay the last log backup to its end.", Type: Boolean},
		{Name: "restoreTimeUsecs", Flag: "restore-time-usecs", About: "RecoverSqlAppOriginalSourceConfig.restoreTimeUsecs|The point in time to recover to, using log backups.", Type: Integer, Unit: UnixUsecs},
		{Name: "secondaryDataFilesDirList", Flag: "secondary-data-files-dir-list", About: "RecoverSqlAppOriginalSourceConfig.secondaryDataFilesDirList|The folders for secondary data files, by pattern of file name.", Type: Object, Model: 228, Lists: 1},
		{Name: "withNoRecovery", Flag: "with-no-recovery", About: "RecoverSqlAppOriginalSourceConfig.withNoRecovery|Leave the database in the restoring state (NORECOVERY), so that more logs can be applied.", Type: Boolean},
		{Name: "captureTailLogs", Flag: "capture-tail-logs", About: "RecoverSqlAppOriginalSourceConfig.captureTailLogs|Back up the last part of the log before the database is overwritten.", Type: Boolean},
		{Name: "dataFileDirectoryLocation", Flag: "data-file-directory-location", About: "RecoverSqlAppOriginalSourceConfig.dataFileDirectoryLocation|The folder for the data files; without it, the original one."},
		{Name: "logFileDirectoryLocation", Flag: "log-file-directory-location", About: "RecoverSqlAppOriginalSourceConfig.logFileDirectoryLocation|The folder for the log files; without it, the original one."},
		{Name: "newDatabaseName", Flag: "new-database-name", About: "RecoverSqlAppOriginalSourceConfig.newDatabaseName|The new name of the database; without it, the original name."},
	}},
	214: {Name: "AWSTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", About: "AWSTier.moveAfterUnit|The unit of 'moveAfter'.", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", About: "AWSTier.moveAfter|The time until data moves to this tier, as a number of units.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "tierType", Flag: "tier-type", About: "AWSTier.tierType|The Amazon S3 storage class.", Required: true, Enum: []string{"kAmazonS3Glacier", "kAmazonS3GlacierDeepArchive", "kAmazonS3IntelligentTiering", "kAmazonS3OneZoneIA", "kAmazonS3Standard", "kAmazonS3StandardIA"}},
	}},
	215: {Name: "AzureTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", About: "AzureTier.moveAfterUnit|The unit of 'moveAfter'.", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", About: "AzureTier.moveAfter|The time until data moves to this tier, as a number of units.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "tierType", Flag: "tier-type", About: "AzureTier.tierType|The Azure access tier.", Required: true, Enum: []string{"kAzureTierArchive", "kAzureTierCool", "kAzureTierHot"}},
	}},
	216: {Name: "GoogleTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", About: "GoogleTier.moveAfterUnit|The unit of 'moveAfter'.", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", About: "GoogleTier.moveAfter|The time until data moves to this tier, as a number of units.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "tierType", Flag: "tier-type", About: "GoogleTier.tierType|The Google Cloud storage class.", Required: true, Enum: []string{"kGoogleColdline", "kGoogleMultiRegional", "kGoogleNearline", "kGoogleRegional", "kGoogleStandard"}},
	}},
	217: {Name: "OracleTier", Fields: []Field{
		{Name: "moveAfterUnit", Flag: "move-after-unit", About: "OracleTier.moveAfterUnit|The unit of 'moveAfter'.", Enum: []string{"Days", "Months", "Weeks", "Years"}},
		{Name: "moveAfter", Flag: "move-after", About: "OracleTier.moveAfter|The time until data moves to this tier, as a number of units.", Type: Integer, Range: &Range{0, NoLimit}},
		{Name: "tierType", Flag: "tier-type", About: "OracleTier.tierType|The Oracle Cloud storage tier.", Required: true, Enum: []string{"kOracleTierArchive", "kOracleTierStandard"}},
	}},
	218: {Name: "CustomTagParams", Fields: []Field{
		{Name: "key", Flag: "key", About: "CustomTagParams.key|The part of the tag before the value.", Required: true, NotEmpty: true},
		{Name: "value", Flag: "value", About: "CustomTagParams.value|The part of the tag after the key.", Required: true},
	}},
	219: {Name: "KubernetesHook", Fields: []Field{
		{Name: "commands", Flag: "commands", About: "KubernetesHook.commands|The command and its arguments.", Lists: 1, Required: true},
		{Name: "container", Flag: "container", About: "KubernetesHook.container|The container of the pod to run the command in."},
		{Name: "failOnError", Flag: "fail-on-error", About: "KubernetesHook.failOnError|Treat a failing command as a failure of the hook.", Type: Boolean},
		{Name: "timeout", Flag: "timeout", About: "KubernetesHook.timeout|The longest time the command may take.", Type: Integer, Range: &Range{0, NoLimit}},
	}},
	220: {Name: "PhysicalMountVolumesOriginalTargetConfigServerCredentials", Fields: []Field{
		{Name: "username", Flag: "username", About: "PhysicalMountVolumesOriginalTargetConfigServerCredentials.username|The user to sign in to the host as.", Required: true, NotEmpty: true},
		{Name: "password", Flag: "password", About: "PhysicalMountVolumesOriginalTargetConfigServerCredentials.password|The user's password; never shown in traces or dry runs.", Required: true, Secret: true},
	}},
	221: {Name: "RecoverTarget", Fields: []Field{
		{Name: "id", Flag: "id", About: "RecoverTarget.id|The host to mount the volumes on (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "RecoverTarget.name|The name of the host."},
		{Name: "parentSourceId", Flag: "parent-source-id", About: "RecoverTarget.parentSourceId|The registered source that the host belongs to (name or ID).", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name", About: "RecoverTarget.parentSourceName|The name of the registered source."},
	}},
	222: {Name: "PhysicalMountVolumesNewTargetConfigServerCredentials", Fields: []Field{
		{Name: "username", Flag: "username", About: "PhysicalMountVolumesNewTargetConfigServerCredentials.username|The user to sign in to the host as.", Required: true, NotEmpty: true},
		{Name: "password", Flag: "password", About: "PhysicalMountVolumesNewTargetConfigServerCredentials.password|The user's password; never shown in traces or dry runs.", Required: true, Secret: true},
	}},
	223: {Name: "KubernetesRecoverFilesNewTargetConfigTargetNamespace", Fields: []Field{
		{Name: "id", Flag: "id", About: "KubernetesRecoverFilesNewTargetConfigTargetNamespace.id|The namespace (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "KubernetesRecoverFilesNewTargetConfigTargetNamespace.name|The name of the namespace."},
		{Name: "parentSourceId", Flag: "parent-source-id", About: "KubernetesRecoverFilesNewTargetConfigTargetNamespace.parentSourceId|The registered source that it belongs to (name or ID).", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name", About: "KubernetesRecoverFilesNewTargetConfigTargetNamespace.parentSourceName|The name of the registered source."},
	}},
	224: {Name: "KubernetesRecoverFilesNewTargetConfigTargetPvc", Fields: []Field{
		{Name: "id", Flag: "id", About: "KubernetesRecoverFilesNewTargetConfigTargetPvc.id|The ID of the persistent volume claim.", Type: Integer, Required: true},
		{Name: "name", Flag: "name", About: "KubernetesRecoverFilesNewTargetConfigTargetPvc.name|The name of the persistent volume claim."},
		{Name: "parentSourceId", Flag: "parent-source-id", About: "KubernetesRecoverFilesNewTargetConfigTargetPvc.parentSourceId|The registered source that it belongs to (name or ID).", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name", About: "KubernetesRecoverFilesNewTargetConfigTargetPvc.parentSourceName|The name of the registered source."},
	}},
	225: {Name: "KubernetesRecoverFilesNewTargetConfigTargetSource", Fields: []Field{
		{Name: "id", Flag: "id", About: "KubernetesRecoverFilesNewTargetConfigTargetSource.id|The cluster (name or ID).", Type: Integer, Required: true, Kind: "source"},
		{Name: "name", Flag: "name", About: "KubernetesRecoverFilesNewTargetConfigTargetSource.name|The name of the cluster."},
		{Name: "parentSourceId", Flag: "parent-source-id", About: "KubernetesRecoverFilesNewTargetConfigTargetSource.parentSourceId|The registered source that it belongs to (name or ID).", Type: Integer, Kind: "source"},
		{Name: "parentSourceName", Flag: "parent-source-name", About: "KubernetesRecoverFilesNewTargetConfigTargetSource.parentSourceName|The name of the registered source."},
	}},
	226: {Name: "KubernetesNamespaceRecoveryTargetConfigNewSourceConfig", Fields: []Field{
		{Name: "source", Flag: "source", About: "KubernetesNamespaceRecoveryTargetConfigNewSourceConfig.source|The cluster to recover to.", Type: Object, Model: 230, Required: true},
	}},
	227: {Name: "MultiStageRestoreOptions", Fields: []Field{
		{Name: "enableAutoSync", Flag: "enable-auto-sync", About: "MultiStageRestoreOptions.enableAutoSync|Apply new backups to the recovered database as they are made.", Type: Boolean},
		{Name: "enableMultiStageRestore", Flag: "enable-multi-stage-restore", About: "MultiStageRestoreOptions.enableMultiStageRestore|Recover in stages instead of all at once.", Type: Boolean},
	}},
	228: {Name: "FilenamePatternToDirectory", Fields: []Field{
		{Name: "directory", Flag: "directory", About: "FilenamePatternToDirectory.directory|The folder for the files that match."},
		{Name: "filenamePattern", Flag: "filename-pattern", About: "FilenamePatternToDirectory.filenamePattern|The pattern that names of files have to match."},
	}},
	229: {Name: "RecoveryObjectIdentifier", Fields: []Field{
		{Name: "id", Flag: "id", About: "RecoveryObjectIdentifier.id|The host to recover to (name or ID).", Type: Integer, Required: true, Kind: "object"},
		{Name: "name", Flag: "name", About: "RecoveryObjectIdentifier.name|The name of the host."},
	}},
	230: {Name: "KubernetesNamespaceRecoveryNewSourceConfigSource", Fields: []Field{
		{Name: "id", Flag: "id", About: "KubernetesNamespaceRecoveryNewSourceConfigSource.id|The cluster to recover to (name or ID).", Type: Integer, Required: true, Kind: "source"},
		{Name: "name", Flag: "name", About: "KubernetesNamespaceRecoveryNewSourceConfigSource.name|The name of the cluster."},
	}},
}
