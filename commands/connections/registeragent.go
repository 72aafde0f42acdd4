package connections

import (
	"cmp"
	"encoding/json"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// agentRegistration is how a connector agent is registered. With a token and a name of a connection it is one request to the agent; what
// is not given comes from the instance.
type agentRegistration struct {
	connection string // to join where it is there, and to make where not; "" where the request names one
	noWait     bool
	timeout    time.Duration // of waiting; 0 for the usual one

	needsToken bool
	name       string // of the connection
	tenant     string
	before     map[string]bool // the IDs of the agents that the connection had
}

// already is what the agent says that it was registered before.
const already = "already-registered"

func registerAgent(f *engine.Flags) engine.Job {
	r := &agentRegistration{}
	f.Text(&r.connection, "connection", "NAME", "agent.flag-connection|The connection: joined if it is there, else created; waits until connected.")
	f.Switch(&r.noWait, "no-wait", "connector.flag-nowait|Do not wait until the instance sees it connected.")
	f.Span(&r.timeout, "wait-timeout", "connector.flag-timeout|Stop waiting after this time, with exit status 6; 10 minutes by default.")
	f.Spare("registration-token")
	f.Spare("connection-name")
	f.Complete = r.complete
	return func(c *engine.Context) error {
		own := &c.Options.Target.Appliance
		switch {
		case len(c.Args) > 0 && c.Args[0] == "":
			return engine.Usage(emptyHost)
		case len(c.Args) > 0:
			own.URL, own.Via = c.Args[0], service.Via(hostArgument.Title)
		case !r.needsInstance():
			own.URL = c.Options.Target.URL // no other address is needed
		case c.Options.Target.URL != "": // meant for the agent perhaps, which must not get the session's token
			return engine.Usage("agent.address|HOST is required beside --service-url, which is the address of the instance here. Only with --registration-token and --connection-name it is that of the connector agent.")
		}
		c.Options.Wait.Timeout = cmp.Or(r.timeout, usualWait)
		return r.run(c)
	}
}

func (r *agentRegistration) needsInstance() bool { return r.needsToken || r.connection != "" }

// complete puts into the request what flags of the job say, and something in the place of the token that is to be asked for.
func (r *agentRegistration) complete(request *api.Request) error {
	fields, err := request.Fields()
	if err != nil {
		return err
	}
	if r.connection != "" {
		if fields["connectionName"] != nil {
			return engine.Usage("agent.both|--connection and --connection-name exclude each other.")
		}
		setField(fields, "connectionName", r.connection)
	}
	if fields["connectionName"] == nil {
		return engine.Usage("agent.connection|--connection or --connection-name is required.")
	}
	if r.needsToken = fields["registrationToken"] == nil; r.needsToken {
		setField(fields, "registrationToken", "-")
	}
	_ = json.Unmarshal(fields["connectionName"], &r.name) // what is no text is found by the checks
	request.Body, err = json.Marshal(fields)
	return err
}

func (r *agentRegistration) run(c *engine.Context) error {
	if r.needsInstance() {
		if err := r.prepare(c); err != nil {
			return err
		}
	}
	result, err := c.Send()
	if err != nil {
		return err
	}
	status := cmp.Or(result.Header("X-Registration-Status"), "registered")
	if r.connection != "" && !r.noWait {
		return r.wait(c, status)
	}
	switch {
	case c.Options.Machine():
		return c.ShowValue(agentStatus, map[string]string{"registrationStatus": status, "connectionName": r.name})
	case status == already:
		return c.OK("agent.already|The connector agent was registered before.")
	}
	return c.OK("agent.registered|The connector agent is registered with connection '{{.Name}}'.", "Name", r.name)
}

// listAgents lists the agents of a tenant: by default of that of the instance.
func listAgents(f *engine.Flags) engine.Job {
	f.Spare("tenant-id")
	own := false
	f.Complete = func(r *api.Request) error {
		if own = r.Get("tenantId") == nil; own {
			r.SetNamed("tenantId", "TENANT") // which is to be found
		}
		return nil
	}
	return func(c *engine.Context) error {
		if own {
			found, err := tenant(c)
			if err != nil {
				return err
			}
			c.Request.SetNamed("tenantId", found)
		}
		return c.Stream()
	}
}

// tenant returns the tenant of the instance.
func tenant(c *engine.Context) (string, error) {
	target, err := c.Session.Locate(c, api.ListConnectorAgents.Server, c.Options.Target)
	if err == nil && target.Tenant == "" {
		err = engine.Usage("agent.tenant|The tenant of the instance is not known: name it with --xibm-tenant-id.")
	}
	if err != nil {
		return "", err
	}
	return target.Tenant, nil
}

// agentStatus is how the answer of an agent is shown as CSV.
var agentStatus = &output.View{Columns: []output.Column{{Title: "Status", Path: "registrationStatus"}, {Title: "Connection", Path: "connectionName"}}}

// prepare asks the instance for what the request needs, and which agents there are.
func (r *agentRegistration) prepare(c *engine.Context) error {
	fields, err := c.Request.Fields()
	if err != nil {
		return err
	}
	if r.needsToken {
		config, err := c.Call(api.NewRequest(&api.GetConnectorAgentConfig))
		if err != nil {
			return err
		}
		token, err := givenToken(config.Value, "registrationToken")
		if err != nil {
			return err
		}
		setField(fields, "registrationToken", token)
	}
	if r.connection != "" {
		if r.tenant, err = tenant(c); err != nil {
			return err
		}
		there, err := r.exists(c)
		if err != nil {
			return err
		}
		if fields["joinExistingConnection"] == nil {
			setField(fields, "joinExistingConnection", there)
		}
		rows, err := r.list(c)
		if err != nil {
			return err
		}
		r.before = map[string]bool{}
		for _, row := range rows {
			r.before[output.String(row, "connectorAgentId")] = true
		}
		if there {
			c.Note("agent.joining|Registering the connector agent with connection '{{.Name}}'...", "Name", r.name)
		} else {
			c.Note("agent.making|Registering the connector agent with a new connection, '{{.Name}}'...", "Name", r.name)
		}
	}
	c.Request.Body, err = json.Marshal(fields)
	return err
}

// exists reports whether there is a connection with the name.
func (r *agentRegistration) exists(c *engine.Context) (bool, error) {
	result, err := c.Call(api.NewRequest(&api.GetDataSourceConnections).SetNamed("connectionNames", r.name))
	if err != nil {
		return false, err
	}
	for _, row := range output.List(result.Value, "connections") {
		if strings.EqualFold(output.String(row, "connectionName"), r.name) {
			return true, nil
		}
	}
	return false, nil
}

// list returns the agents of the connection.
func (r *agentRegistration) list(c *engine.Context) ([]any, error) {
	result, err := c.Call(api.NewRequest(&api.ListConnectorAgents).SetNamed("tenantId", r.tenant).SetNamed("connectionNames", r.name))
	if err != nil {
		return nil, err
	}
	return output.List(result.Value, "connectorAgents"), nil
}

// wait waits until the instance sees the agent connected, and shows it. One that was registered before is any of its connection.
func (r *agentRegistration) wait(c *engine.Context, status string) error {
	if status == already {
		c.Note("agent.already|The connector agent was registered before.")
	}
	return c.Watch(func(c *engine.Context) *engine.Task {
		return &engine.Task{
			Messages: &registrationMessages, View: agentDetails, Watch: c.CommandLine("connector-agent", "list", "--connection-names", r.name),
			Poll: func(c *engine.Context) (*engine.Progress, error) {
				rows, err := r.list(c)
				if err != nil {
					return nil, err
				}
				for _, row := range rows {
					if (status == already || !r.before[output.String(row, "connectorAgentId")]) && output.String(row, "connectivityStatus.isConnected") == "true" {
						raw, err := json.Marshal(row)
						return &engine.Progress{Status: "Succeeded", Ended: true, Raw: raw}, err
					}
				}
				return &engine.Progress{Status: "InProgress"}, nil
			},
		}
	})
}

var agentDetails = &output.View{Columns: connectorAgentList.Columns}
