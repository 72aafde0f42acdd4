package survey

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/alerts"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Part is a part of what an instance can be asked for; parts are joined by |.
type Part uint

// The parts. Groups are read with their last runs alone, and Runs with all since a time.
const (
	Groups Part = 1 << iota
	Runs
	Policies
	Objects
	Backups // Instance.Backups and LastGood
	Sources
	Hosts // with agents
	Connectors
	ConnectorAgents
	Recoveries
	Alerts
	LastSnapshots // Instance.Expiring; needs Groups, Policies, Objects and Backups
	Everything    = Groups | Runs | Policies | Objects | Backups | Sources | Hosts | Connectors | ConnectorAgents | Recoveries | Alerts | LastSnapshots
)

// partNames are the commands that show the parts, by which failures name them.
var partNames = map[Part]string{
	Groups: "protection-group list", Policies: "protection-policy list", Objects: "objects-search", Backups: "protected-objects-search", Sources: "protection-source registration-info",
	Hosts: "protection-source list", Connectors: "data-source-connector list", ConnectorAgents: "connector-agent list", Recoveries: "recovery list", Alerts: "alert list",
}

// PartName returns what Read calls a part where it could not be read.
func PartName(part Part) string { return partNames[part] }

// Wanted is what an instance is asked for.
type Wanted struct {
	Parts Part
	Span  time.Duration           // how far back runs and recoveries count
	Meant func(group string) bool // whether the runs of a group with this name are wanted; nil for those of all
	Of    func(g *Group) bool     // as Meant, by more than the name; nil for all
	Run   func(g *Group, r *Run)  // is called with each run, the newest of a group first, for several groups at the same time; nil for nothing
	// Objects are parameters that choose of which objects it is asked, as names and values in pairs; nil for all.
	Objects []string
	// Recoveries is how far back recoveries count at least, because one may hang.
	Recoveries time.Duration
}

// backupNeeds are the fields that readBackups reads.
var backupNeeds = []string{"id", "name", "latestSnapshotsInfo.protectionRunStartTimeUsecs", "latestSnapshotsInfo.runType", "latestSnapshotsInfo.protectionGroupId", "latestSnapshotsInfo.localSnapshotInfo.logicalSizeBytes", "latestSnapshotsInfo.archivalSnapshotsInfo"}

// Read asks an instance for all that is wanted, at once. What may not be read, or a group whose runs cannot be, is noted in failures and left out;
// the error is one that ends everything, such as Ctrl-C.
func Read(c *engine.Context, want Wanted, failures *engine.Failures) (*Instance, error) {
	in := &Instance{Policies: map[string]any{}, Backups: map[string]*Backup{}, LastGood: map[string]time.Time{}}
	list := func(r *api.Request, rows string, take func([]any)) func(*engine.Context) error {
		return func(c *engine.Context) error {
			result, err := c.Call(r)
			if err != nil {
				return err
			}
			take(output.List(result.Value, rows))
			return nil
		}
	}
	parts := []struct {
		part Part
		read func(c *engine.Context) error
	}{
		{Groups, func(c *engine.Context) error { return in.readGroups(c, want, failures) }},
		{Policies, list(api.NewRequest(&api.GetProtectionPolicies), "policies", func(rows []any) {
			for _, p := range rows {
				in.Policies[output.String(p, "id")] = p
			}
		})},
		{Objects, func(c *engine.Context) error {
			return selection.EachObject(c, objectNeeds, func(row any) { in.Objects = append(in.Objects, newObject(row)) }, want.Objects...)
		}},
		{Backups, func(c *engine.Context) error { return in.readBackups(c, want.Objects) }},
		{Sources, list(api.NewRequest(&api.ListProtectionSourcesRegistrationInfo), "rootNodes", func(rows []any) { in.Sources = rows })},
		{Hosts, list(api.NewRequest(&api.ListProtectionSources).SetNamed("numLevels", "1"), "@", func(rows []any) { in.Hosts = rows })},
		{Connectors, list(api.NewRequest(&api.GetDataSourceConnectors), "connectors", func(rows []any) { in.Connectors = rows })},
		{ConnectorAgents, in.readConnectorAgents},
		{Recoveries, func(c *engine.Context) (err error) {
			in.Recoveries, err = readRecoveries(c, max(want.Span, want.Recoveries))
			return err
		}},
		{Alerts, func(c *engine.Context) (err error) {
			in.Alerts, err = alerts.Open(c)
			return err
		}},
	}
	errs := make([]error, len(parts))
	err := c.AtOnce(len(parts), func(c *engine.Context, i int) error {
		if want.Parts&parts[i].part != 0 {
			errs[i] = parts[i].read(c)
		}
		return nil
	})
	in.Now = c.ServiceNow()
	in.Since = in.Now.Add(-want.Span)
	for i, part := range parts {
		if errs[i] != nil {
			in.Unread |= part.part
		}
		if err == nil {
			err = failures.Add(c, PartName(part.part), errs[i])
		}
	}
	if err == nil && want.Parts&LastSnapshots != 0 && in.Unread&(Groups|Objects) == 0 { // else nobody knows what makes new ones
		err = in.readExpiring(c, failures)
	}
	return in, err
}

// readRecoveries reads the recoveries that began no longer ago than reach. Where the first answer tells that the service's clock is far behind, and so
// the first request began too late, it asks once more.
func readRecoveries(c *engine.Context, reach time.Duration) ([]any, error) {
	now := c.ServiceNow()
	for again := false; ; again = true {
		result, err := c.Call(api.NewRequest(&api.GetRecoveries).SetNamed("startTimeUsecs", strconv.FormatInt(output.UsecsOf(now.Add(-reach)), 10)))
		if err != nil {
			return nil, err
		}
		there := c.ServiceNow()
		if again || now.Sub(there) < time.Minute {
			return output.List(result.Value, "recoveries"), nil
		}
		now = there
	}
}

// readConnectorAgents reads the connector agents of every tenant that has a connection.
func (in *Instance) readConnectorAgents(c *engine.Context) error {
	result, err := c.Call(api.NewRequest(&api.GetDataSourceConnections))
	if err != nil {
		return err
	}
	var tenants []string
	for _, connection := range output.List(result.Value, "connections") {
		if tenant := output.String(connection, "tenantId"); tenant != "" && !slices.Contains(tenants, tenant) {
			tenants = append(tenants, tenant)
		}
	}
	for _, tenant := range tenants {
		result, err := c.Call(api.NewRequest(&api.ListConnectorAgents).SetNamed("tenantId", tenant))
		if err != nil {
			return err
		}
		for _, row := range output.List(result.Value, "connectorAgents") {
			in.ConnectorAgents = append(in.ConnectorAgents, TenantAgent{tenant, row})
		}
	}
	return nil
}

// readGroups reads the groups, and their runs where those are wanted.
func (in *Instance) readGroups(c *engine.Context, want Wanted, failures *engine.Failures) error {
	wanted := runs.Wanted{Span: want.Span, Needs: runNeeds, Group: func(row any) bool {
		g := NewGroup(row)
		in.Groups = append(in.Groups, g)
		return want.Parts&Runs != 0 && (want.Meant == nil || want.Meant(g.Name)) && (want.Of == nil || want.Of(g))
	}}
	wanted.Run = func(i int, row any) {
		r := NewRun(row)
		in.Groups[i].Add(r, c.ServiceNow())
		if want.Run != nil {
			want.Run(in.Groups[i], r)
		}
	}
	if err := runs.Recent(c, wanted, failures); err != nil || want.Parts&Runs == 0 {
		return err
	}
	var open []*Group
	for _, g := range in.Groups {
		if g.hidesItsBackup() {
			open = append(open, g)
		}
	}
	errs := make([]error, len(open))
	err := c.AtOnce(len(open), func(c *engine.Context, i int) error {
		errs[i] = open[i].readEarlier(c)
		return nil
	})
	for i, g := range open {
		if err == nil {
			err = failures.Add(c, g.Name, errs[i])
		}
	}
	return err
}

// requestForBackups asks for the newest runs of a group that are no backups of logs.
func requestForBackups(group string, count int) *api.Request {
	return api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("runTypes", "kFull", "kIncremental", "kSystem").SetNamed("numRuns", strconv.Itoa(count))
}

// mostActive is in how many runs the last one that has ended is looked for. A group has one active run, or two where one goes on in an archive.
const mostActive = 5

// readEarlier reads the last run of a group that has ended and is no backup of logs.
func (g *Group) readEarlier(c *engine.Context) error {
	err := c.ReadRows(requestForBackups(g.ID, mostActive), "runs", runNeeds, nil, func(row any) error {
		if r := NewRun(row); g.Earlier == nil && r.IsEnded() && !r.IsOfLogs() {
			g.Earlier = r
		}
		return nil
	})
	if service.IsNotFound(err) { // it has been deleted since
		return nil
	}
	return err
}

// readBackups reads when each object was backed up last. Logs are no backup: they need one to stand on. Where the newest snapshot that a group
// made of an object is one of logs, the backup before is among the runs of the group.
func (in *Instance) readBackups(c *engine.Context, where []string) error {
	hidden := map[string]map[string]string{} // the names of the objects whose newest snapshot is one of logs, by the IDs of the group and the object
	err := selection.EachProtected(c, backupNeeds, func(row any) {
		id, name := output.String(row, "id"), output.String(row, "name")
		for _, info := range output.List(row, "latestSnapshotsInfo") {
			at, group := output.UsecsAt(info, "protectionRunStartTimeUsecs"), output.String(info, "protectionGroupId")
			switch {
			case at.IsZero():
			case output.String(info, "runType") != logRun:
				size, _ := output.Int(info, "localSnapshotInfo.logicalSizeBytes|archivalSnapshotsInfo[0].logicalSizeBytes")
				in.addBackup(&Backup{ObjectID: id, Name: name, GroupID: group, At: at, Logical: size})
			case hidden[group] == nil:
				hidden[group] = map[string]string{id: name}
			default:
				hidden[group][id] = name
			}
		}
	}, where...)
	if err != nil {
		return err
	}
	groups := slices.Sorted(maps.Keys(hidden))
	found := make([][]*Backup, len(groups))
	err = c.AtOnce(len(groups), func(c *engine.Context, i int) (err error) {
		found[i], err = backupsBehindLogs(c, groups[i], hidden[groups[i]])
		return err
	})
	for _, b := range slices.Concat(found...) {
		in.addBackup(b)
	}
	return err
}

// addBackup takes in a backup of an object.
func (in *Instance) addBackup(b *Backup) {
	if b.At.After(in.LastGood[b.GroupID]) {
		in.LastGood[b.GroupID] = b.At
	}
	if known := in.Backups[b.ObjectID]; known == nil || b.At.After(known.At) {
		in.Backups[b.ObjectID] = b
	}
}

// behindLogs is in how many runs of a group the backups before the newest logs are looked for.
const behindLogs = 20

// backupsBehindLogs returns the newest backup of each of these objects, whose names it gets by their IDs, that is among the newest runs of a group.
func backupsBehindLogs(c *engine.Context, group string, names map[string]string) (list []*Backup, err error) {
	found := map[string]bool{}
	r := requestForBackups(group, behindLogs).SetNamed("includeObjectDetails", "true")
	needs := []string{"localBackupInfo.runType", "localBackupInfo.startTimeUsecs", "archivalInfo.archivalTargetResults", "objects"}
	err = c.ReadRows(r, "runs", needs, nil, func(row any) error {
		run := NewRun(row)
		for _, result := range output.List(row, "objects") {
			id := output.String(result, "object.id")
			name, wanted := names[id]
			status := cells.ObjectStatus(result)
			if !wanted || found[id] || run.IsOfLogs() || run.Start.IsZero() || !engine.IsEnded(status) || engine.IsFailed(status) || status == "kCanceled" || status == "Canceled" {
				continue
			}
			size, _ := output.Int(result, cells.Local+"stats.logicalSizeBytes|"+cells.Archived+"stats.logicalSizeBytes")
			found[id] = true
			list = append(list, &Backup{ObjectID: id, Name: name, GroupID: group, At: run.Start, Logical: size})
		}
		return nil
	})
	if service.IsNotFound(err) { // the group has been deleted, and its snapshots have stayed
		return nil, nil
	}
	return list, err
}

// UsualDuration returns the median of what the last runs of a group took that succeeded, and 0 where none did or that cannot be read.
func UsualDuration(c *engine.Context, group string) time.Duration {
	result, err := c.Call(api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("numRuns", "20"))
	if err != nil {
		return 0
	}
	g := &Group{}
	for _, row := range output.List(result.Value, "runs") {
		g.Add(NewRun(row), time.Time{})
	}
	return g.Usual
}
