// Package commands is what people type: the commands, views and jobs of each resource side by side. How a command becomes a
// request is the business of package engine; nothing here knows HTTP.
package commands

import "ibmcloud-backup-recovery-plugin/engine"

// Namespace is the word of the plug-in behind `ibmcloud`.
const Namespace = "backup-recovery"

// Catalog returns all that people can type.
func Catalog() *engine.Catalog {
	c := &engine.Catalog{
		Namespace: Namespace, About: "plugin.about|Back up and recover with IBM Cloud Backup and Recovery.",
		Resources: []*engine.Resource{
			&protectionPolicies, &protectionGroups, &runs, &sources, &recoveries, &connections, &connectors,
			&connectorAgents, &agentUpgrades, &configuration,
		},
	}
	for _, commands := range [][]engine.Command{targeting, searches, snapshots, downloads, about} {
		for i := range commands {
			c.Commands = append(c.Commands, &commands[i])
		}
	}
	return c
}
