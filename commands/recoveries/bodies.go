package recoveries

import "ibmcloud-backup-recovery-plugin/engine"

// Examples of the bodies of commands about recoveries.

var createBodies = []engine.Body{
	{Kind: "files", About: "example.recovery-files|Restore a folder of a host beside the original one.", YAML: `
name: web-1-etc
snapshotEnvironment: kPhysical
physicalParams:
  recoveryAction: RecoverFiles
  objects: [{snapshotId: web-1@latest}]
  recoverFileAndFolderParams:
    targetEnvironment: kPhysical
    filesAndFolders: [{absolutePath: /etc}]
    physicalTargetParams:
      recoverTarget: {id: web-1}
      alternateRestoreDirectory: /tmp/restored
`},
	{Kind: "volumes", About: "example.recovery-volumes|Overwrite a volume of a host with its state in a snapshot.", YAML: `
name: web-1-data
snapshotEnvironment: kPhysical
physicalParams:
  recoveryAction: RecoverPhysicalVolumes
  objects: [{snapshotId: web-1@latest}]
  recoverVolumeParams:
    targetEnvironment: kPhysical
    physicalTargetParams:
      mountTarget: {id: web-1}
      volumeMapping: [{sourceVolumeGuid: /data, destinationVolumeGuid: /data}]
`},
	{Kind: "mount", About: "example.recovery-mount|Mount the volumes of a snapshot on their host.", YAML: `
name: web-1-mount
snapshotEnvironment: kPhysical
physicalParams:
  recoveryAction: InstantVolumeMount
  objects: [{snapshotId: web-1@latest}]
  mountVolumeParams:
    targetEnvironment: kPhysical
    physicalTargetParams: {mountToOriginalTarget: true, readOnlyMount: true}
`},
	{Kind: "databases", About: "example.recovery-databases|Restore a SQL Server database under another name.", YAML: `
name: orders-copy
snapshotEnvironment: kSQL
mssqlParams:
  recoveryAction: RecoverApps
  recoverAppParams:
    - snapshotId: db-1/MSSQLSERVER/orders@latest
      targetEnvironment: kSQL
      sqlTargetParams:
        recoverToNewSource: false
        originalSourceConfig: {newDatabaseName: orders_copy}
`},
	{Kind: "namespaces", About: "example.recovery-namespaces|Restore a namespace under another name.", YAML: `
name: shop-copy
snapshotEnvironment: kKubernetes
kubernetesParams:
  recoveryAction: RecoverNamespaces
  objects: [{snapshotId: roks/shop@latest}]
  recoverNamespaceParams:
    targetEnvironment: kKubernetes
    kubernetesTargetParams:
      recoveryTargetConfig: {recoverToNewSource: false}
      renameRecoveredNamespacesParams: {suffix: -copy}
`},
}

var downloadBodies = []engine.Body{
	{About: "example.download|Prepare a folder of a host for download.", YAML: `
name: web-1-etc
object: {snapshotId: web-1@latest}
filesAndFolders: [{absolutePath: /etc}]
`},
}

var agentBodies = []engine.Body{
	{Kind: "linux", About: "example.agent-linux|Download the agent for Linux hosts.", YAML: `
platform: kLinux
linuxParams: {packageType: kRPM}
`},
	{Kind: "windows", About: "example.agent-windows|Download the agent for Windows hosts.", YAML: "platform: kWindows"},
}
