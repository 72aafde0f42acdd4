package connections

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// plainDeletion asks where it is not known what uses a connection.
const plainDeletion i18n.Text = "connection.delete|Delete connection '{{.Name}}'?"

// askDeletion returns the question before a connection is deleted: which connectors belong to it, and which sources are reached through it.
func askDeletion(c *engine.Context) (string, error) {
	id := c.Param("connectionId")
	listed, err := c.Call(api.NewRequest(&api.GetDataSourceConnectors).SetNamed("connectionId", id))
	if err != nil {
		return "", err
	}
	registered, err := c.Call(api.NewRequest(&api.GetSourceRegistrations))
	if err != nil {
		return "", err
	}
	var connectors, sources, lines []string
	for _, one := range output.List(listed.Value, "connectors") {
		connectors = append(connectors, output.String(one, "connectorName|connectorId"))
	}
	for _, one := range output.List(registered.Value, "registrations") {
		if output.String(one, "connectionId") == id || output.String(one, "dataSourceConnectionId") == id {
			sources = append(sources, output.String(one, "sourceInfo.name|name|id"))
		}
	}
	if len(connectors) > 0 {
		lines = append(append(lines, i18n.T("connection.connectors|{{.Count}} connector belongs to the connection:|{{.Count}} connectors belong to the connection:", "Count", len(connectors))), engine.Listed(connectors)...)
	}
	if len(sources) > 0 {
		lines = append(append(lines, i18n.T("connection.sources|{{.Count}} source is reached through the connection. The service deletes no connection in use:|{{.Count}} sources are reached through the connection. The service deletes no connection in use:",
			"Count", len(sources))), engine.Listed(sources)...)
	}
	text := plainDeletion
	if lines == nil {
		text = "connection.delete-unused|Delete connection '{{.Name}}', which no connector or source uses?"
	}
	return strings.Join(append(lines, i18n.T(text, "Name", output.Clean(c.Named))), "\n"), nil
}
