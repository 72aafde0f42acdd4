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

var localRegistrationBodies = []engine.Body{
	{About: "example.local-registration|Register a connector with a token of a connection.", YAML: "registrationToken: TOKEN"},
}

var userBodies = []engine.Body{
	{About: "example.user-password|Change the password of a user.", YAML: "username: admin\ncurrentPassword: PASSWORD\npassword: NEW_PASSWORD"},
}

var tokenBodies = []engine.Body{
	{About: "example.token|Log in as a user of the connector.", YAML: "username: admin\npassword: PASSWORD\ndomain: LOCAL"},
}

var agentBodies = []engine.Body{
	{About: "example.agent-registration|Register a connector agent with a connection.", YAML: "registrationToken: TOKEN\nconnectionName: dc\njoinExistingConnection: true"},
}
