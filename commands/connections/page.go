package connections

import (
	"encoding/json"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/pages"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// getConnection shows a connection, for which the service has no request of its own: it is that of the list with its ID.
func getConnection(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		id, err := c.LookUp(api.KindConnection, c.Args[0])
		if err != nil {
			return err
		}
		result, err := c.Call(api.NewRequest(&api.GetDataSourceConnections).SetNamed("connectionIds", id))
		if err != nil {
			return err
		}
		for _, connection := range output.List(result.Value, "connections") {
			if output.String(connection, "connectionId") != id {
				continue
			}
			raw, err := json.Marshal(connection)
			if err != nil {
				return err
			}
			return c.ShowPage(pages.Connection(connectionDetails), &engine.Result{Raw: raw, Value: connection})
		}
		return engine.Fail(engine.ExitNotFound, "connection.gone|There is no connection with the ID '{{.ID}}'.", "ID", id)
	}
}
