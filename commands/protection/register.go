package protection

import (
	"bytes"
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
	connection string   // the id
	through    string   // what the connection is called
	hostType   string   // as the API says; "" for that of the service
	sql        bool     // whether it has databases to protect
	id         string   // of the registration; "" as long as it was not requested
	host       string   // the id of the host as an object; "" as long as it is not known
	shown      bool     // whether the request was shown in a dry run
	first      *subject // of those on the host
}

// sameHost reports whether two registrations are of the same host. Those that are none are not.
func (r *registration) sameHost(other *registration) bool {
	return r != nil && other != nil && strings.EqualFold(r.address, other.address)
}

// isAddress reports whether a word is the address of a host, and no name: it has a dot, a colon or a slash.
func isAddress(word string) bool { return strings.ContainsAny(word, ".:/") }

// findRegistered returns the registration of the host with an address, else of one with a name, and nil where there is none. With a name,
// what was typed for the address may be a name as well.
func findRegistered(c *engine.Context, address, name string) (any, error) {
	result, err := c.Call(api.NewRequest(&api.GetSourceRegistrations))
	if err != nil {
		return nil, err
	}
	var named any
	for _, r := range output.List(result.Value, "registrations") {
		has := output.String(r, "sourceInfo.name|name")
		switch {
		case output.String(r, "environment") == selection.Kubernetes:
		case strings.EqualFold(output.String(r, "physicalParams.endpoint"), address):
			return r, nil
		case name != "" && (strings.EqualFold(has, name) || strings.EqualFold(has, address)):
			named = r
		}
	}
	return named, nil
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

// send registers the host, where that was not requested yet, and waits until the service knows its objects. It returns the id of the host as
// an object.
func (r *registration) send(c *engine.Context) (string, error) {
	if r.host != "" || r.shown {
		return r.host, nil
	}
	if r.id == "" {
		if err := r.request(c); err != nil {
			return "", err
		}
	}
	if c.Options.DryRun { // it is being registered
		return "", nil
	}
	task := sources.Registration(c, r.id)
	progress, err := c.Await(task)
	if err != nil {
		return "", err
	}
	if err := c.Judge(task, progress); err != nil {
		return "", err
	}
	known, err := output.Read(bytes.NewReader(progress.Raw))
	r.host = hostID(known)
	return r.host, err
}

// request asks the service to register the host.
func (r *registration) request(c *engine.Context) error {
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
		return err
	}
	r.shown = c.Options.DryRun
	result, err := c.Call(request)
	result, err = c.FindLost(result, err, func() (*engine.Result, error) {
		registered, err := findRegistered(c, r.address, "")
		if err != nil || registered == nil {
			return nil, err
		}
		return &engine.Result{Value: registered}, nil
	})
	if err != nil {
		return err
	}
	r.id = output.String(result.Value, "id")
	return nil
}
