// Package commands is what people type: the commands, views and jobs of each resource side by side. How a command becomes a
// request is the business of package engine; nothing here knows HTTP.
package commands

import (
	"slices"

	"ibmcloud-backup-recovery-plugin/commands/agents"
	"ibmcloud-backup-recovery-plugin/commands/alerts"
	"ibmcloud-backup-recovery-plugin/commands/connections"
	"ibmcloud-backup-recovery-plugin/commands/console"
	"ibmcloud-backup-recovery-plugin/commands/diagnosis"
	"ibmcloud-backup-recovery-plugin/commands/events"
	"ibmcloud-backup-recovery-plugin/commands/groups"
	"ibmcloud-backup-recovery-plugin/commands/health"
	"ibmcloud-backup-recovery-plugin/commands/manifest"
	"ibmcloud-backup-recovery-plugin/commands/metrics"
	"ibmcloud-backup-recovery-plugin/commands/objects"
	"ibmcloud-backup-recovery-plugin/commands/policies"
	"ibmcloud-backup-recovery-plugin/commands/protection"
	"ibmcloud-backup-recovery-plugin/commands/recoveries"
	"ibmcloud-backup-recovery-plugin/commands/reference"
	"ibmcloud-backup-recovery-plugin/commands/reports"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/commands/session"
	"ibmcloud-backup-recovery-plugin/commands/sources"
	"ibmcloud-backup-recovery-plugin/engine"
)

// Namespace is the word of the plug-in behind `ibmcloud`.
const Namespace = "backup-recovery"

// Short is its alias, as metadata.json has it.
const Short = "br"

// Catalog returns all that people can type.
func Catalog() *engine.Catalog {
	c := &engine.Catalog{
		Namespace: Namespace, Short: Short, About: "plugin.about|Back up and recover with IBM Cloud Backup and Recovery.",
		Examples: []string{
			"instances",
			"target my-instance",
			"group list",
			"run create web-files --run-type regular --wait",
			"restore web-1:/etc/app.yaml --at yesterday",
		},
		Resources: []*engine.Resource{
			&policies.Resource, &groups.Resource, with(&runs.Resource, "logs", diagnosis.RunWhy), &sources.Resource, with(&recoveries.Resource, "logs", diagnosis.RecoveryWhy), &objects.Resource, &objects.SnapshotResource, &connections.Resource, &connections.Connectors,
			&connections.Agents, &agents.Upgrades, &alerts.Resource, &reports.Resource, &console.Resource, &alerts.Manager, &session.Configuration,
		},
	}
	for _, commands := range [][]engine.Command{health.Commands, metrics.Commands, protection.Jobs, recoveries.Jobs, objects.Jobs, session.Targeting, objects.Searches, objects.Snapshots, recoveries.Downloads, events.Commands, connections.Appliances, manifest.Commands, console.Commands, reference.Commands, session.About} {
		for i := range commands {
			c.Commands = append(c.Commands, &commands[i])
		}
	}
	return c
}

// with returns a resource with one more command, behind the one of a name: one that belongs to the resource, and is built on it.
func with(r *engine.Resource, behind string, command engine.Command) *engine.Resource {
	more := *r
	at := slices.IndexFunc(more.Commands, func(c engine.Command) bool { return c.Name == behind }) + 1
	more.Commands = slices.Insert(slices.Clone(more.Commands), at, command)
	return &more
}
