package runs

import "ibmcloud-backup-recovery-plugin/engine"

// Examples of the bodies of commands about runs.

var createBodies = []engine.Body{
	{Kind: "regular", About: "example.run-regular|Start an incremental run of a group.", Args: "web-files", YAML: "runType: kRegular"},
	{Kind: "full", About: "example.run-full|Start a full run of a group.", Args: "web-files", YAML: "runType: kFull"},
	{Kind: "objects", About: "example.run-objects|Back up some objects of a group alone.", Args: "web-files", YAML: `
runType: kRegular
objects: [{id: web-1}]
`},
	{Kind: "log", About: "example.run-log|Back up the logs of databases.", Args: "db-prod", YAML: "runType: kLog"},
}

var updateBodies = []engine.Body{
	{Kind: "keep", About: "example.run-keep|Keep the snapshots of a run for 90 days.", Args: "web-files", YAML: `
updateProtectionGroupRunParams: [{runId: latest, localSnapshotConfig: {daysToKeep: 90}}]
`},
	{Kind: "hold", About: "example.run-hold|Put the snapshots of a run on legal hold.", Args: "web-files", YAML: `
updateProtectionGroupRunParams: [{runId: latest, localSnapshotConfig: {enableLegalHold: true}}]
`},
	{Kind: "release", About: "example.run-release|Release the snapshots of a run from legal hold.", Args: "web-files", YAML: `
updateProtectionGroupRunParams: [{runId: latest, localSnapshotConfig: {enableLegalHold: false}}]
`},
	{Kind: "lock", About: "example.run-lock|Lock the snapshots of a run until they expire.", Args: "web-files", YAML: `
updateProtectionGroupRunParams: [{runId: latest, localSnapshotConfig: {dataLock: Compliance}}]
`},
	{Kind: "delete", About: "example.run-delete|Delete the snapshots of a run.", Args: "web-files", YAML: `
updateProtectionGroupRunParams: [{runId: latest, localSnapshotConfig: {deleteSnapshot: true}}]
`},
}

var actionBodies = []engine.Body{
	{Kind: "cancel", About: "example.run-cancel|Cancel an active run.", Args: "web-files", YAML: `
action: Cancel
cancelParams: [{runId: latest}]
`},
	{Kind: "pause", About: "example.run-pause|Pause an active run.", Args: "web-files", YAML: `
action: Pause
pauseParams: [{runId: latest}]
`},
	{Kind: "resume", About: "example.run-resume|Resume a paused run.", Args: "web-files", YAML: `
action: Resume
resumeParams: [{runId: latest}]
`},
}
