package commands

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// connections are the commands below `backup-recovery data-source-connection`.
var connections = resource{
	Name: "data-source-connection", Aliases: []string{"connection"}, About: "Manage connections to the networks where the data is.",
	Commands: []command{
		{Name: "list", Op: &api.GetDataSourceConnections, View: connectionList, Role: reader},
		{Name: "create", Op: &api.CreateDataSourceConnection, View: connectionDetails, Role: writer},
		{Name: "patch", Op: &api.PatchDataSourceConnection, View: connectionDetails, Finds: []finder{findConnection}, Role: writer},
		{Name: "delete", Op: &api.DeleteDataSourceConnection, Finds: []finder{findConnection}, Role: writer,
			Confirm: "Delete connection {{.Name}}?", Done: "Connection {{.Name}} was deleted."},
		{Name: "registration-token-generate", Op: &api.GenerateDataSourceConnectionRegistrationToken, View: onlyText, Finds: []finder{findConnection}, Role: writer},
	},
}

// connectors are the commands below `backup-recovery data-source-connector`.
var connectors = resource{
	Name: "data-source-connector", Aliases: []string{"connector"}, About: "Manage the connectors of connections.",
	Commands: []command{
		{Name: "list", Op: &api.GetDataSourceConnectors, View: connectorList, Role: reader},
		{Name: "patch", Op: &api.PatchDataSourceConnector, View: connectorDetails, Finds: []finder{findConnector}, Role: writer},
		{Name: "delete", Op: &api.DeleteDataSourceConnector, Finds: []finder{findConnector}, Role: writer,
			Confirm: "Delete connector {{.Name}}?", Done: "Connector {{.Name}} was deleted."},
	},
}

// connectorAgents are the commands below `backup-recovery connector-agent`.
var connectorAgents = resource{
	Name: "connector-agent", About: "Look at the agents that connect clusters.",
	Commands: []command{
		{Name: "list", Op: &api.ListConnectorAgents, View: connectorAgentList, Role: reader},
		{Name: "config-get", Op: &api.GetConnectorAgentConfig, View: connectorAgentConfig, Role: reader},
	},
}

// onlyText shows an answer that is a single text, so that it can be piped on.
var onlyText = &output.View{Columns: []output.Column{{}}}

var connected = output.Choose("connected", "not connected", output.Good, output.Bad)

var connectionList = &output.View{
	Rows: "connections", Empty: "There are no connections.",
	Columns: []output.Column{
		{Title: "Name", Path: "connectionName", Format: output.Entity},
		{Title: "ID", Path: "connectionId"},
		{Title: "Environment", Path: "connectionEnvType"},
		{Title: "Connectors", Path: "connectorIds"},
		{Title: "Upgrading", Path: "upgradingConnectorId"},
	},
}

var connectionDetails = &output.View{Columns: []output.Column{
	{Title: "Name", Path: "connectionName", Format: output.Entity},
	{Title: "ID", Path: "connectionId"},
	{Title: "Environment", Path: "connectionEnvType"},
	{Title: "Tenant", Path: "tenantId"},
	{Title: "Connectors", Path: "connectorIds"},
	{Title: "Upgrading", Path: "upgradingConnectorId"},
	{Title: "Registration token", Path: "registrationToken"},
}}

var connectorList = &output.View{
	Rows: "connectors", Empty: "There are no connectors.",
	Columns: []output.Column{
		{Title: "Name", Path: "connectorName", Format: output.Entity},
		{Title: "ID", Path: "connectorId"},
		{Title: "Connection", Path: "connectionId"},
		{Title: "State", Path: "connectivityStatus.isConnected", Format: connected},
		{Title: "Last seen", Path: "connectivityStatus.lastConnectedTimestampSecs", Format: output.Secs},
		{Title: "Version", Path: "softwareVersion"},
		{Title: "Upgrade", Path: "upgradeStatus.status", Format: output.Status},
		{Title: "Message", Path: "connectivityStatus.message"},
	},
}

var connectorDetails = &output.View{Columns: []output.Column{
	{Title: "Name", Path: "connectorName", Format: output.Entity},
	{Title: "ID", Path: "connectorId"},
	{Title: "Connection", Path: "connectionId"},
	{Title: "Type", Path: "connectorType"},
	{Title: "State", Path: "connectivityStatus.isConnected", Format: connected},
	{Title: "Last seen", Path: "connectivityStatus.lastConnectedTimestampSecs", Format: output.Secs},
	{Title: "Message", Path: "connectivityStatus.message"},
	{Title: "Version", Path: "softwareVersion"},
	{Title: "Patch", Path: "patchSoftwareVersion"},
	{Title: "Address at the data", Path: "tenantSideIp"},
	{Title: "Address at the service", Path: "clusterSideIp"},
	{Title: "Upgrade", Path: "upgradeStatus.status", Format: output.Status},
}}

var connectorAgentList = &output.View{
	Rows: "connectorAgents", Empty: "There are no connector agents.",
	Columns: []output.Column{
		{Title: "Name", Path: "connectorAgentName", Format: output.Entity},
		{Title: "ID", Path: "connectorAgentId"},
		{Title: "Connection", Path: "connectionName|connectionId"},
		{Title: "State", Path: "connectivityStatus.isConnected", Format: connected},
		{Title: "Since", Path: "connectivityStatus.connectedSinceTimestampSecs", Format: output.Secs},
		{Title: "Version", Path: "softwareVersion"},
		{Title: "Message", Path: "connectivityStatus.message"},
	},
}

var connectorAgentConfig = &output.View{Columns: []output.Column{
	{Title: "Registration token", Path: "registrationToken"},
}, Empty: "There is no configuration."}
