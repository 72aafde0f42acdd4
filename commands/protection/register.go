package protection

import (
	"encoding/json"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/commands/sources"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// registration is how a host is registered that is not there yet.
type registration struct {
	name       string
	address    string
	connection string // the id
	through    string // what the connection is called
	hostType   string // as the API says; "" for that of the service
	sql        bool   // whether it has databases to protect
}

// isAddress reports whether a word is the address of a host, and no name: it has a dot, a colon or a slash.
func isAddress(word string) bool { return strings.ContainsAny(word, ".:/") }

// findRegistered returns the registration of the host with an address or a name, and nil where there is none.
func findRegistered(c *engine.Context, address, name string) (any, error) {
	result, err := c.Call(api.NewRequest(&api.GetSourceRegistrations))
	if err != nil {
		return nil, err
	}
	for _, r := range output.List(result.Value, "registrations") {
		if output.String(r, "physicalParams.endpoint") == address || name != "" && strings.EqualFold(output.String(r, "sourceInfo.name|name"), name) {
			return r, nil
		}
	}
	return nil, nil
}

// hostID returns the id that a registered host has as an object.
func hostID(registered any) string { return output.String(registered, "sourceInfo.id|sourceId|id") }

// findConnection returns the id and the name of the connection that a host is registered with: the one that is named, or the only one.
func findConnection(c *engine.Context, named string) (id, name string, err error) {
	if named != "" {
		id, err := c.LookUp(api.KindConnection, named)
		return id, named, err
	}
	result, err := c.Call(api.NewRequest(&api.GetDataSourceConnections))
	if err != nil {
		return "", "", err
	}
	list := output.List(result.Value, "connections")
	switch len(list) {
	case 0:
		return "", "", engine.Fail(engine.ExitNotFound, "protect.unconnected|There is no connection to register a host with.").
			Hint("protect.connect|Create one with: {{.Command}}", "Command", c.CommandLine("data-source-connection", "create", "--connection-name", "NAME"))
	case 1:
		return output.String(list[0], "connectionId"), output.String(list[0], "connectionName"), nil
	}
	names := make([]string, len(list))
	for i, one := range list {
		names[i] = output.String(one, "connectionName")
	}
	return "", "", engine.Usage("protect.connection|--connection is required, because there are several: {{.Names}}.", "Names", strings.Join(names, ", "))
}

// send registers the host and waits until the service knows its objects. It returns the id of the host as an object.
func (r *registration) send(c *engine.Context) (string, error) {
	physical := map[string]any{"endpoint": r.address, "physicalType": "kHost"}
	if r.hostType != "" {
		physical["hostType"] = r.hostType
	}
	if r.sql {
		physical["applications"] = []string{"kSQL"}
	}
	request := api.NewRequest(&api.RegisterProtectionSource)
	var err error
	if request.Body, err = json.Marshal(map[string]any{"environment": selection.Physical, "name": r.name, "connectionId": json.Number(r.connection), "physicalParams": physical}); err != nil {
		return "", err
	}
	result, err := c.Call(request)
	result, err = c.FindLost(result, err, func() (*engine.Result, error) {
		registered, err := findRegistered(c, r.address, r.name)
		if err != nil || registered == nil {
			return nil, err
		}
		return &engine.Result{Value: registered}, nil
	})
	if err != nil {
		return "", err
	}
	task := sources.Registration(c, output.String(result.Value, "id"))
	progress, err := c.Await(task)
	if err != nil {
		return "", err
	}
	if err := c.Judge(task, progress); err != nil {
		return "", err
	}
	known, err := output.Read(strings.NewReader(string(progress.Raw)))
	return hostID(known), err
}
