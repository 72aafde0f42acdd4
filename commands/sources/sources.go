// Package sources has the commands about the registered hosts and clusters.
package sources

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `protection-source`.
var Resource = engine.Resource{
	Name: "protection-source", Aliases: []string{"source"}, About: "source.about|Register the hosts and clusters to protect.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.ListProtectionSources, View: sourceTree, Wrap: "protectionSources", Role: engine.Reader, Pages: sourcePages},
		{Name: "register", Op: &api.RegisterProtectionSource, View: registrationDetails, Role: engine.Manager, Wait: newSource, Ignored: ignoredImage},
		{Name: "registrations-list", Op: &api.GetSourceRegistrations, View: registrationList, Role: engine.Reader},
		{Name: "registration-info", Op: &api.ListProtectionSourcesRegistrationInfo, View: registrationInfo, Role: engine.Reader},
		{Name: "registration-get", Op: &api.GetProtectionSourceRegistration, View: registrationDetails, Role: engine.Reader},
		{Name: "registration-update", Op: &api.UpdateProtectionSourceRegistration, View: registrationDetails, Role: engine.Manager, Ignored: ignoredImage},
		{Name: "registration-patch", Op: &api.PatchProtectionSourceRegistration, View: registrationDetails, Role: engine.Manager},
		{Name: "registration-delete", Op: &api.DeleteProtectionSourceRegistration, Role: engine.Manager,
			Confirm: "source.unregister|Unregister source '{{.Name}}'?", Done: "source.unregistered|Source '{{.Name}}' was unregistered."},
		{Name: "refresh", Op: &api.RefreshProtectionSourceByID, Role: engine.Manager, Done: "source.refreshing|Refreshing source '{{.Name}}'...", Wait: refreshedSource},
	},
}

// ignoredImage is a flag of scripts for which the API has no place.
var ignoredImage = []engine.IgnoredFlag{{Name: "kubernetes-params-velero-kubevirt-plugin-image-location", Value: "VALUE"}}

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
