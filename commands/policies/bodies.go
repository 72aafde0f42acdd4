package policies

import "ibmcloud-backup-recovery-plugin/engine"

// bodies are examples for `policy create` and `policy update`.
var bodies = []engine.Body{
	{Kind: "daily", About: "example.policy-daily|Back up every day and keep the snapshots for 30 days.", Args: "gold", YAML: `
name: gold
backupPolicy:
  regular:
    incremental: {schedule: {unit: Days, daySchedule: {frequency: 1}}}
    retention: {unit: Days, duration: 30}
`},
	{Kind: "logs", About: "example.policy-logs|Back up databases every day, and their logs every 15 minutes.", Args: "databases", YAML: `
name: databases
backupPolicy:
  regular:
    incremental: {schedule: {unit: Days, daySchedule: {frequency: 1}}}
    retention: {unit: Days, duration: 30}
  log:
    schedule: {unit: Minutes, minuteSchedule: {frequency: 15}}
    retention: {unit: Days, duration: 7}
`},
	{Kind: "long-term", About: "example.policy-long-term|Keep one snapshot a month for 5 years.", Args: "long-term", YAML: `
name: long-term
backupPolicy:
  regular:
    incremental: {schedule: {unit: Days, daySchedule: {frequency: 1}}}
    retention: {unit: Days, duration: 30}
extendedRetention:
  - schedule: {unit: Months, frequency: 1}
    retention: {unit: Years, duration: 5}
`},
	{Kind: "lock", About: "example.policy-lock|Lock the snapshots for 14 days: nobody can delete them in that time.", Args: "locked", YAML: `
name: locked
backupPolicy:
  regular:
    incremental: {schedule: {unit: Days, daySchedule: {frequency: 1}}}
    retention:
      unit: Days
      duration: 30
      dataLockConfig: {mode: Compliance, unit: Days, duration: 14}
`},
	{Kind: "archive", About: "example.policy-archive|Back up straight to the default archive, without local snapshots.", Args: "archived", YAML: `
name: archived
backupPolicy:
  regular:
    incremental: {schedule: {unit: Days, daySchedule: {frequency: 1}}}
    retention: {unit: Days, duration: 90}
    primaryBackupTarget: {targetType: Archival, useDefaultBackupTarget: true}
`},
}
