package diagnosis

import (
	"cmp"
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// What runs and recoveries depend on: hosts with their agents and registrations, connections with their connectors, and what else depends on those.

// atTheSameTime is how far apart the ends of runs may be that failed for the same reason.
const atTheSameTime = 30 * time.Minute

// mostNear is how many other groups are looked at that failed at the same time.
const mostNear = 20

// near returns the groups whose last run failed when this one did.
func (f *Facts) near(groups []any) (list []*Neighbor) {
	for _, row := range groups {
		last := output.At(row, "lastRun")
		if output.String(row, "id") == f.GroupID || last == nil || !runs.HasFailed(last) || len(list) == mostNear {
			continue
		}
		start, end := runs.Start(last), runs.End(last)
		if d := end.Sub(f.End); start.IsZero() || f.End.IsZero() || d > atTheSameTime || d < -atTheSameTime {
			continue
		}
		list = append(list, &Neighbor{Name: output.String(row, "name"), Start: start, End: end})
	}
	return list
}

// objectPaths are where a group lists its objects, which are hosts or on hosts.
var objectPaths = []string{"physicalParams.fileProtectionTypeParams.objects", "physicalParams.volumeProtectionTypeParams.objects", "mssqlParams.fileProtectionTypeParams.objects",
	"mssqlParams.volumeProtectionTypeParams.objects", "mssqlParams.nativeProtectionTypeParams.objects"}

// readHosts reads the hosts of what failed, and finds out which of the groups that failed at the same time depend on the same.
func readHosts(c *engine.Context, g *gathering, near []*Neighbor) error {
	var ids []string
	for _, o := range g.Objects {
		if o.Failed && o.HostID != "" && !slices.Contains(ids, o.HostID) {
			ids = append(ids, o.HostID)
		}
	}
	if ids == nil {
		return nil
	}
	hosts := map[string]*Host{}
	for _, id := range ids {
		hosts[id] = &Host{ID: id}
	}
	var registrations, connectors, connections []any
	neighbors := map[string][]string{} // the hosts of groups, by name
	asked := api.NewRequest(&api.GetSourceRegistrations)
	if len(near) == 0 {
		asked.SetNamed("ids", ids...)
	}
	steps := []func(c *engine.Context) error{
		func(c *engine.Context) error {
			return g.readList(c, []string{"protection-source", "registrations-list"}, asked, "registrations", &registrations)
		},
		func(c *engine.Context) error { return g.readAgents(c, ids, hosts) },
		func(c *engine.Context) error {
			return g.readList(c, connectorList, api.NewRequest(&api.GetDataSourceConnectors), "connectors", &connectors)
		},
		func(c *engine.Context) error {
			return g.readList(c, []string{"data-source-connection", "list"}, api.NewRequest(&api.GetDataSourceConnections), "connections", &connections)
		},
	}
	if len(near) > 0 {
		names := make([]string, len(near))
		for i, n := range near {
			names[i] = n.Name
		}
		steps = append(steps, func(c *engine.Context) error {
			var rows []any
			err := g.readList(c, []string{"protection-group", "list", "--names", names[0]}, api.NewRequest(&api.GetProtectionGroups).SetNamed("names", names...), "protectionGroups", &rows)
			for _, row := range rows {
				for _, path := range objectPaths {
					for _, o := range output.List(row, path) {
						neighbors[output.String(row, "name")] = append(neighbors[output.String(row, "name")], output.String(o, "id"))
					}
				}
			}
			return err
		})
	}
	if err := c.AtOnce(len(steps), func(c *engine.Context, i int) error { return steps[i](c) }); err != nil {
		return err
	}
	connect(hosts, registrations, connectors, connections)
	for _, o := range g.Objects {
		o.Host = hosts[o.HostID]
	}
	connectionOf := map[string]string{}
	for _, row := range registrations {
		connectionOf[output.String(row, "id")] = connectionIn(row)
	}
	for _, n := range near {
		for _, host := range neighbors[n.Name] {
			g.Neighbors = append(g.Neighbors, neighborsOf(n, host, hosts, connectionOf)...)
		}
	}
	return nil
}

// neighborsOf returns a group once for each thing that one of its hosts shares with those that failed: the host itself, or only its connection.
func neighborsOf(n *Neighbor, host string, hosts map[string]*Host, connectionOf map[string]string) []*Neighbor {
	shared := *n
	if hosts[host] != nil {
		shared.HostID, shared.Connection = host, hosts[host].ConnectionID
		return []*Neighbor{&shared}
	}
	for _, h := range hosts {
		if h.ConnectionID != "" && h.ConnectionID == connectionOf[host] {
			shared.Connection = h.ConnectionID
			return []*Neighbor{&shared}
		}
	}
	return nil
}

// readAgents reads the agents and registrations of hosts.
func (g *gathering) readAgents(c *engine.Context, ids []string, hosts map[string]*Host) error {
	var rows []any
	err := g.readList(c, sourceInfo, api.NewRequest(&api.ListProtectionSourcesRegistrationInfo).SetNamed("ids", ids...), "rootNodes", &rows)
	for _, row := range rows {
		h := hosts[output.String(row, "rootNode.id")]
		if h == nil {
			continue
		}
		h.Name = output.String(row, "rootNode.name")
		h.LoginError, h.RefreshError = output.String(row, "registrationInfo.authenticationErrorMessage"), output.String(row, "registrationInfo.refreshErrorMessage")
		h.Refreshed = output.UsecsAt(row, "registrationInfo.refreshTimeUsecs")
		for _, a := range output.List(row, "rootNode.physicalProtectionSource.agents") {
			if status := output.String(a, "status"); h.Agent == "" || status == unreachable || status == degraded && h.Agent != unreachable {
				h.Agent, h.AgentSays = status, output.String(a, "statusMessage")
			}
		}
	}
	return err
}

// connectionIn returns the ID of the connection of a registration, and "" where it has none.
func connectionIn(row any) string {
	id := output.String(row, "dataSourceConnectionId|connectionId|connections[0].dataSourceConnectionId|connections[0].connectionId")
	if id == "0" {
		return ""
	}
	return id
}

// connect notes of hosts their names, connections and connectors.
func connect(hosts map[string]*Host, registrations, connectors, connections []any) {
	for _, row := range registrations {
		h := hosts[output.String(row, "id")]
		if h == nil {
			continue
		}
		h.Name = cmp.Or(h.Name, output.String(row, "sourceInfo.name|name"))
		h.ConnectionID = connectionIn(row)
		h.Connection = h.ConnectionID
		for _, one := range connections {
			if output.String(one, "connectionId") == h.ConnectionID {
				h.Connection = cmp.Or(output.String(one, "connectionName"), h.Connection)
			}
		}
		for _, one := range connectors {
			if h.ConnectionID == "" || output.String(one, "connectionId") != h.ConnectionID {
				continue
			}
			state := &ConnectorState{Name: output.String(one, "connectorName|connectorId"), Connected: output.At(one, "connectivityStatus.isConnected") != false, Says: output.String(one, "connectivityStatus.message"),
				Seen: output.SecondsAt(one, "connectivityStatus.lastConnectedTimestampSecs")}
			h.Connectors = append(h.Connectors, state)
		}
	}
	for _, h := range hosts {
		h.Name = cmp.Or(h.Name, h.ID)
	}
}
