// Package connections has the commands about connections, their connectors, and connector agents.
package connections

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `data-source-connection`.
var Resource = engine.Resource{
	Name: "data-source-connection", Aliases: []string{"connection"}, About: "connection.about|Manage connections to the networks of data sources.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.GetDataSourceConnections, View: connectionList, Role: engine.Reader,
			Examples: []string{"connection list", "connection list --connection-names dc"}},
		{Name: "get", About: "connection.get|Show a connection with its connectors and sources.", View: connectionDetails, Role: engine.Reader, ReadOnly: true,
			Args: []engine.Argument{{Title: "CONNECTION"}}, Job: getConnection, Examples: []string{"connection get dc", "connection get dc --output json"}},
		{Name: "create", Op: &api.CreateDataSourceConnection, Bodies: createBodies, View: connectionDetails, Role: engine.Writer,
			Examples: []string{"connection create --connection-name dc", "connection create --connection-name dc --connection-env-type roksVpc"}},
		{Name: "patch", Op: &api.PatchDataSourceConnection, Bodies: patchBodies, View: connectionDetails, Role: engine.Writer,
			Examples: []string{"connection patch dc --connection-name dc-east", "connection patch dc --connection-name dc-east --dry-run"}},
		{Name: "set", About: "connection.set|Change settings of connections.", View: change.Changes, Args: change.Args(api.KindConnection), Role: engine.Writer,
			Job: change.Set(Subject), Asks: true, Lenient: true, Settings: Subject.Words, Examples: []string{"connection set dc name=dc-east", "connection set dc name=dc-east --dry-run"}},
		{Name: "edit", About: "connection.edit|Edit a connection as YAML in your editor.", View: change.Changes, Args: change.EditArgs(api.KindConnection), Role: engine.Writer,
			Job: change.Edit(Subject), Asks: true, Lenient: true, Examples: []string{"connection edit dc", "connection edit dc --dry-run"}},
		{Name: "delete", Op: &api.DeleteDataSourceConnection, Role: engine.Writer,
			Ask: askDeletion, Confirm: plainDeletion, Done: "connection.deleted|Connection '{{.Name}}' was deleted.",
			Examples: []string{"connection delete dc", "connection delete dc --force"}},
		{Name: "registration-token-generate", Op: &api.GenerateDataSourceConnectionRegistrationToken, View: cells.OnlyText, Role: engine.Writer,
			Examples: []string{"connection registration-token-generate dc", "connection registration-token-generate dc --output json"}},
	},
}

// Connectors has the commands below `data-source-connector`.
var Connectors = engine.Resource{
	Name: "data-source-connector", Aliases: []string{"connector"}, About: "connector.about|Manage the connectors of connections.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.GetDataSourceConnectors, View: connectorList, Role: engine.Reader,
			Examples: []string{"connector list", "connector list --connection-id dc"}},
		{Name: "register", About: "connector.register|Register a connector with a connection and wait until connected.", View: connectorDetails, Role: engine.Writer,
			Args: []engine.Argument{hostArgument}, Job: registerConnector, Appliance: engine.Connector,
			FindOut:  func(*engine.Context) []string { return []string{"data-source-connector", "list"} },
			Examples: []string{"connector register 10.1.2.3 --connection dc", "connector register 10.1.2.3 --connection dc --login-password @password --new-password @new"}},
		{Name: "patch", Op: &api.PatchDataSourceConnector, Bodies: connectorBodies, View: connectorDetails, Role: engine.Writer,
			Examples: []string{
				"connector patch dc-connector-1 --connector-name dc-east-1",
				"connector patch dc-connector-1 --connector-name dc-east-1 --dry-run",
			}},
		{Name: "delete", Op: &api.DeleteDataSourceConnector, Role: engine.Writer,
			Confirm: "connector.delete|Delete connector '{{.Name}}'?", Done: "connector.deleted|Connector '{{.Name}}' was deleted.",
			Examples: []string{"connector delete dc-connector-1", "connector delete dc-connector-1 --force"}},
	},
}

// Agents has the commands below `connector-agent`.
var Agents = engine.Resource{
	Name: "connector-agent", About: "connectoragent.about|List and configure the agents that connect clusters.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.ListConnectorAgents, View: connectorAgentList, Role: engine.Reader, Job: listAgents,
			Examples: []string{"connector-agent list", "connector-agent list --connection-names dc"}},
		{Name: "config-get", Op: &api.GetConnectorAgentConfig, View: connectorAgentConfig, Role: engine.Reader,
			Examples: []string{"connector-agent config-get", "connector-agent config-get --output yaml"}},
		{Name: "register", Op: &api.RegisterConnectorAgent, Bodies: agentBodies, Role: engine.Reader, Done: "agent.registered|The connector agent is registered with connection '{{.Name}}'.",
			Args: []engine.Argument{{Title: hostArgument.Title, Optional: true}}, Job: registerAgent, Appliance: engine.ConnectorAgent, FindOut: func(*engine.Context) []string { return []string{"connector-agent", "list"} },
			Examples: []string{"connector-agent register 10.1.2.4 --connection dc", "connector-agent register 10.1.2.4 --registration-token @token --connection-name dc"}},
	},
}

var connectionList = &output.View{
	Rows: "connections", Empty: "connection.empty|There are no connections.",
	Columns: []output.Column{
		{Title: "Name", Path: "connectionName", Format: output.Entity},
		{Title: "ID", Path: "connectionId", Rank: 9},
		{Title: "Environment", Path: "connectionEnvType", Rank: 3},
		{Title: "Connectors", Path: "connectorIds", Kind: "connector", Rank: 1},
		{Title: "Upgrading", Path: "upgradingConnectorId", Kind: "connector", Rank: 2},
	},
}

var connectionDetails = &output.View{Columns: []output.Column{
	{Title: "Name", Path: "connectionName", Format: output.Entity},
	{Title: "ID", Path: "connectionId"},
	{Title: "Environment", Path: "connectionEnvType"},
	{Title: "Tenant", Path: "tenantId"},
	{Title: "Connectors", Path: "connectorIds", Kind: "connector"},
	{Title: "Upgrading", Path: "upgradingConnectorId", Kind: "connector"},
	{Title: "Registration Token", Path: "registrationToken"},
}}

var connectorList = &output.View{
	Rows: "connectors", Empty: "connector.empty|There are no connectors.",
	Columns: []output.Column{
		{Title: "Name", Path: "connectorName", Format: output.Entity},
		{Title: "ID", Path: "connectorId", Rank: 9},
		{Title: "Connection", Path: "connectionId", Kind: "connection", Rank: 3},
		{Title: "State", Path: "connectivityStatus.isConnected", Format: cells.Connected},
		{Title: "Last Seen", Path: "connectivityStatus.lastConnectedTimestampSecs", Format: output.Secs},
		{Title: "Version", Path: "softwareVersion", Rank: 5},
		{Title: "Upgrade", Path: "upgradeStatus.status", Format: output.Status, Rank: 4},
		{Title: "Message", Path: "connectivityStatus.message", FreeText: true},
	},
}

var connectorDetails = &output.View{Columns: []output.Column{
	{Title: "Name", Path: "connectorName", Format: output.Entity},
	{Title: "ID", Path: "connectorId"},
	{Title: "Connection", Path: "connectionId", Kind: "connection"},
	{Title: "Type", Path: "connectorType"},
	{Title: "State", Path: "connectivityStatus.isConnected", Format: cells.Connected},
	{Title: "Last Seen", Path: "connectivityStatus.lastConnectedTimestampSecs", Format: output.Secs},
	{Title: "Message", Path: "connectivityStatus.message"},
	{Title: "Version", Path: "softwareVersion"},
	{Title: "Patch", Path: "patchSoftwareVersion"},
	{Title: "Source-side IP", Path: "tenantSideIp"},
	{Title: "Cluster-side IP", Path: "clusterSideIp"},
	{Title: "Upgrade", Path: "upgradeStatus.status", Format: output.Status},
}}

var connectorAgentList = &output.View{
	Rows: "connectorAgents", Empty: "connectoragent.empty|There are no connector agents.",
	Columns: []output.Column{
		{Title: "Name", Path: "connectorAgentName", Format: output.Entity},
		{Title: "ID", Path: "connectorAgentId", Rank: 9},
		{Title: "Connection", Path: "connectionName|connectionId", Rank: 3},
		{Title: "State", Path: "connectivityStatus.isConnected", Format: cells.Connected},
		{Title: "Since", Path: "connectivityStatus.connectedSinceTimestampSecs", Format: output.Secs, Rank: 4},
		{Title: "Version", Path: "softwareVersion", Rank: 5},
		{Title: "Message", Path: "connectivityStatus.message", FreeText: true},
	},
}

var connectorAgentConfig = &output.View{Columns: []output.Column{
	{Title: "Registration Token", Path: "registrationToken"},
}, Empty: "connectoragent.unconfigured|There is no configuration."}
