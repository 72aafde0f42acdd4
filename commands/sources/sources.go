// Package sources has the commands about the registered hosts and clusters.
package sources

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/commands/pages"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `protection-source`.
var Resource = engine.Resource{
	Name: "protection-source", Aliases: []string{"source"}, About: "source.about|Register the hosts and clusters to protect.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.ListProtectionSources, View: sourceTree, Wrap: "protectionSources", Role: engine.Reader, Pages: sourcePages,
			Main:     []string{"environments", "id", "num-levels", "all-under-hierarchy", "include-object-protection-info", "use-cached-data"},
			Examples: []string{"source list", "source list --environments physical,sql,kubernetes", "source list --id web-1"}},
		{Name: "register", Op: &api.RegisterProtectionSource, Bodies: bodies, View: registrationDetails, Role: engine.Manager, Wait: newSource,
			Main: mainOptions,
			Examples: []string{
				"source register --environment physical --name web-1 --connection-id dc --physical-params-endpoint 10.1.2.3 " +
					"--physical-params-host-type linux --wait",
				"source register --environment physical --name db-1 --connection-id dc --physical-params-endpoint 10.1.2.4 " +
					"--physical-params-applications sql --wait",
				"source register --environment kubernetes --name roks --connection-id dc --kubernetes-params-endpoint https://10.1.2.5:6443 " +
					"--kubernetes-params-kubernetes-distribution roks --kubernetes-params-client-private-key @token",
			}},
		{Name: "registrations-list", Op: &api.GetSourceRegistrations, View: registrationList, Role: engine.Reader,
			Main:     []string{"ids", "use-cached-data", "include-external-metadata"},
			Examples: []string{"source registrations-list", "source registrations-list --output csv"}},
		{Name: "registration-info", Op: &api.ListProtectionSourcesRegistrationInfo, View: registrationInfo, Role: engine.Reader,
			Main:     []string{"environments", "ids", "include-applications-tree-info", "use-cached-data", "maintenance-status"},
			Examples: []string{"source registration-info", "source registration-info --environments physical"}},
		{Name: "registration-get", Aliases: []string{"get"}, Op: &api.GetProtectionSourceRegistration, View: registrationDetails, Page: pages.Source(registrationDetails), Role: engine.Reader,
			Main:     []string{"id"},
			Examples: []string{"source registration-get web-1", "source registration-get web-1 --output yaml"}},
		{Name: "registration-update", Op: &api.UpdateProtectionSourceRegistration, Bodies: bodies, Ask: Subject.AskReplace, Confirm: change.ReplaceAsk, View: registrationDetails, Role: engine.Manager,
			Main: mainOptions,
			Examples: []string{
				"source registration-update web-1 --environment physical --name web-1 --connection-id dc --physical-params-endpoint 10.1.2.30",
				"source registration-update web-1 --json-input @source.yaml",
			}},
		{Name: "registration-patch", Op: &api.PatchProtectionSourceRegistration, Bodies: patchBodies, View: registrationDetails, Role: engine.Manager,
			Examples: []string{
				"source registration-patch web-1 --environment physical",
				"source registration-patch web-1 --environment physical --dry-run",
			}},
		{Name: "registration-delete", Op: &api.DeleteProtectionSourceRegistration, Role: engine.Manager,
			Ask: askUnregistering, Confirm: plainUnregistering, Done: "source.unregistered|Source '{{.Name}}' was unregistered.",
			Examples: []string{"source registration-delete web-1", "source registration-delete web-1 --force"}},
		{Name: "set", About: "source.set|Change settings of registered sources, and leave the rest as it is.", View: change.Changes, Args: change.Args(api.KindSource), Role: engine.Manager,
			Job: change.Set(Subject), Asks: true, Lenient: true, Settings: Subject.Words,
			Examples: []string{"source set web-1 endpoint=10.1.2.30", "source set db-1 physicalParams.applications+=sql --dry-run"}},
		{Name: "edit", About: "source.edit|Edit the registration of a source as YAML in your editor.", View: change.Changes, Args: change.EditArgs(api.KindSource), Role: engine.Manager,
			Job: change.Edit(Subject), Asks: true, Lenient: true, Examples: []string{"source edit web-1", "source edit web-1 --dry-run"}},
		{Name: "refresh", Op: &api.RefreshProtectionSourceByID, Role: engine.Manager, Done: "source.refreshing|Source '{{.Name}}' is being refreshed.", Wait: refreshedSource,
			Examples: []string{"source refresh web-1", "source refresh web-1 --wait"}},
	},
}

// mainOptions are the main options of `source register` and `source registration-update`.
var mainOptions = []string{
	"name", "connection-id", "physical-params-endpoint", "physical-params-host-type", "physical-params-applications",
	"kubernetes-params-endpoint", "kubernetes-params-kubernetes-distribution", "kubernetes-params-client-private-key",
	"physical-params-physical-type", "kubernetes-params-auto-protect-config", "physical-params-force-register", "physical-params",
	"kubernetes-params",
}

var sourceTree = &output.View{
	Rows: "@", Children: "nodes|applicationNodes", Empty: "source.none|There are no sources.",
	Columns: []output.Column{
		{Title: "Source", Path: "protectionSource.name", Format: output.Entity},
		{Title: "ID", Path: "protectionSource.id", Rank: 5},
		{Title: "Environment", Path: "protectionSource.environment", Rank: 3},
		{Title: "Host", Path: "protectionSource.physicalProtectionSource.hostName|protectionSource.physicalProtectionSource.osName", Rank: 7},
		{Title: "Type", Path: "protectionSource.physicalProtectionSource.type|protectionSource.sqlProtectionSource.type|protectionSource.kubernetesProtectionSource.type", Rank: 4},
		{Title: "Protected", Path: "protectedSourcesSummary[0].leavesCount", Rank: 1},
		{Title: "Unprotected", Path: "unprotectedSourcesSummary[0].leavesCount", Rank: 1},
		{Title: "Size", Path: "logicalSize", Format: output.Size, Rank: 6},
	},
}

var registrationList = &output.View{
	Rows: "registrations", Empty: "source.empty|No sources are registered.",
	Columns: []output.Column{
		{Title: "Name", Path: "sourceInfo.name|name", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 8},
		{Title: "Source", Path: "sourceId", Rank: 9},
		{Title: "Environment", Path: "environment", Rank: 4},
		{Title: "Endpoint", Path: "physicalParams.endpoint|kubernetesParams.endpoint", Rank: 6},
		{Title: "Host", Path: "physicalParams.hostType", Rank: 7},
		{Title: "Connection", Path: "connectionId|dataSourceConnectionId", Kind: "connection", Rank: 5},
		{Title: "Authentication", Path: "authenticationStatus", Format: output.Status},
		{Title: "Refreshed", Path: "lastRefreshedTimeMsecs", Format: output.Msecs},
	},
}

var registrationDetails = &output.View{Columns: []output.Column{
	{Title: "Name", Path: "sourceInfo.name|name", Format: output.Entity},
	{Title: "ID", Path: "id"},
	{Title: "Source", Path: "sourceId"},
	{Title: "Environment", Path: "environment"},
	{Title: "Endpoint", Path: "physicalParams.endpoint|kubernetesParams.endpoint"},
	{Title: "Host Type", Path: "physicalParams.hostType"},
	{Title: "Physical Type", Path: "physicalParams.physicalType"},
	{Title: "Applications", Path: "physicalParams.applications"},
	{Title: "Distribution", Path: "kubernetesParams.kubernetesDistribution"},
	{Title: "Size", Path: "sourceInfo.logicalSizeBytes", Format: output.Size},
	{Title: "Operating System", Path: "sourceInfo.osType"},
	{Title: "Connection", Path: "connectionId|dataSourceConnectionId", Kind: "connection"},
	{Title: "Authentication", Path: "authenticationStatus", Format: output.Status},
	{Title: "Registered", Path: "registrationTimeMsecs", Format: output.Msecs},
	{Title: "Refreshed", Path: "lastRefreshedTimeMsecs", Format: output.Msecs},
}}

var registrationInfo = &output.View{
	Columns: []output.Column{
		{Title: "Protected", Path: "stats.protectedCount"},
		{Title: "Protected Size", Path: "stats.protectedSize", Format: output.Size},
		{Title: "Unprotected", Path: "stats.unprotectedCount"},
		{Title: "Unprotected Size", Path: "stats.unprotectedSize", Format: output.Size},
	},
	Sections: []output.View{{Heading: "heading.sources|Sources", Rows: "rootNodes", Columns: []output.Column{
		{Title: "Source", Path: "rootNode.name", Format: output.Entity},
		{Title: "ID", Path: "rootNode.id", Rank: 9},
		{Title: "Environment", Path: "rootNode.environment", Rank: 4},
		{Title: "Authentication", Path: "registrationInfo.authenticationStatus", Format: output.Status},
		{Title: "Protected", Path: "stats.protectedCount", Rank: 2},
		{Title: "Unprotected", Path: "stats.unprotectedCount", Rank: 3},
		{Title: "Refreshed", Path: "registrationInfo.refreshTimeUsecs", Format: output.Usecs},
		{Title: "Error", Path: "registrationInfo.authenticationErrorMessage|registrationInfo.refreshErrorMessage", FreeText: true},
	}}},
}
