package connections

import (
	"encoding/json"
	"slices"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

var registrationMessages = engine.TaskMessages{
	Interrupted: "connector.interrupted|Stopped waiting. The registration goes on without this command.",
	TimedOut:    "connector.timeout|The instance has not seen it connected within {{.Span}}. The registration goes on.",
	Ended:       "connector.failed|The registration ended with status '{{.Status}}'.",
	Warned:      "connector.warned|The registration has succeeded with warnings.",
}

// wait waits until the instance sees the connector connected, and shows it.
func (r *registration) wait(c *engine.Context) error {
	addresses := service.HostAddresses(c, r.host)
	return c.WithinTimeout(func(c *engine.Context) error {
		t := &engine.Task{
			Messages: &registrationMessages, View: connectorDetails, Watch: c.CommandLine("data-source-connector", "list", "--connection-id", r.named),
			Poll: func(c *engine.Context) (*engine.Progress, error) { return r.look(c, addresses) },
		}
		progress, err := c.Await(t)
		if err == nil && (progress.Status == "Succeeded" || c.Options.Machine()) { // else there is no connector to show
			err = c.Show(t.View, progress.Raw)
		}
		if err == nil {
			err = c.Judge(t, progress)
		}
		if err == nil {
			r.done = nil
		}
		return err
	})
}

// look asks the connector how far its registration is, and then the instance whether it sees the connector.
func (r *registration) look(c *engine.Context, addresses []string) (*engine.Progress, error) {
	status, err := c.Call(api.NewRequest(&api.GetDataSourceConnectorStatus))
	if err != nil {
		return nil, err
	}
	progress := &engine.Progress{Status: "InProgress"}
	for _, path := range []string{"registrationStatus.message", "clusterConnectionStatus.message"} {
		if message := output.String(status.Value, path); message != "" {
			progress.Messages = append(progress.Messages, message)
		}
	}
	switch output.String(status.Value, "registrationStatus.status") {
	case "Failed":
		progress.Status, progress.Ended, progress.Raw = "Failed", true, []byte("{}")
		return progress, nil
	case "Success":
	default:
		return progress, nil
	}
	rows, err := r.list(c)
	if err != nil {
		return nil, err
	}
	row := r.own(rows, addresses)
	if output.String(row, "connectivityStatus.isConnected") != "true" {
		return progress, nil
	}
	progress.Status, progress.Ended, progress.Messages = "Succeeded", true, nil
	progress.Raw, err = json.Marshal(row)
	return progress, err
}

// own returns the connector among those of its connection, and nil where it is not there yet: one that was not there before, and
// rather one with its address.
func (r *registration) own(rows []any, addresses []string) (found any) {
	for _, row := range rows {
		isNew := r.before != nil && !r.before[output.String(row, "connectorId")]
		switch here := hasAddress(row, addresses); {
		case isNew && here:
			return row
		case isNew || here && r.before == nil:
			found = row
		}
	}
	return found
}

// hasAddress reports whether a connector has one of some addresses.
func hasAddress(connector any, addresses []string) bool {
	return slices.Contains(addresses, output.String(connector, "tenantSideIp")) || slices.Contains(addresses, output.String(connector, "clusterSideIp"))
}

// list returns the connectors of the connection.
func (r *registration) list(c *engine.Context) ([]any, error) {
	result, err := c.Call(api.NewRequest(&api.GetDataSourceConnectors).SetNamed("connectionId", r.connection))
	if err != nil {
		return nil, err
	}
	return output.List(result.Value, "connectors"), nil
}
