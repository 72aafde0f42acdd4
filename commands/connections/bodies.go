package connections

import "ibmcloud-backup-recovery-plugin/engine"

// Examples of the bodies of commands about connections and connectors.

var createBodies = []engine.Body{
	{About: "example.connection|Create a connection, with which connectors then register.", YAML: "connectionName: dc"},
}

var patchBodies = []engine.Body{
	{About: "example.connection-patch|Rename a connection.", Args: "dc", YAML: "connectionName: dc-east"},
}

var connectorBodies = []engine.Body{
	{About: "example.connector-patch|Rename a connector.", Args: "dc-connector-1", YAML: "connectorName: dc-east-1"},
}
