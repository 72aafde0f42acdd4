package connections

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Subject is how connections are changed: the service lets one change their names, and no more.
var Subject = &change.Subject{
	Kind: api.KindConnection, Plural: "connections", List: &api.GetDataSourceConnections, Rows: "connections", ListIDs: "connectionIds",
	Create: &api.CreateDataSourceConnection, Update: &api.PatchDataSourceConnection, UpdateID: "connectionId", Delete: &api.DeleteDataSourceConnection,
	ID: "connectionId", Name: "connectionName", NameIn: "connectionName", View: connectionDetails, Touches: sourcesOf, Show: []string{"data-source-connection", "list", "--connection-names"},
	Settings: []change.Setting{{Word: "name", About: "setting.name|A new name.", Set: setName}},
}

func setName(_ *engine.Context, body map[string]any, value string) error {
	body["connectionName"] = value
	return nil
}

// sourcesOf returns which sources are registered with a connection.
func sourcesOf(c *engine.Context, id string) ([]string, error) {
	result, err := c.Call(api.NewRequest(&api.GetSourceRegistrations))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, row := range output.List(result.Value, "registrations") {
		if output.String(row, "connectionId|dataSourceConnectionId") == id {
			names = append(names, output.String(row, "name|sourceInfo.name"))
		}
	}
	return change.Touched("connection.touches|{{.Count}} source is registered with it:|{{.Count}} sources are registered with it:", names), nil
}
