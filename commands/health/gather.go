package health

import (
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// instance is what an instance said of itself.
type instance struct {
	now        time.Time // by the service's clock
	span       time.Duration
	groups     []*group
	policies   map[string]any // by ID
	objects    []*object
	backedUp   map[string]bool      // the objects that have a snapshot, by ID
	lastGood   map[string]time.Time // when the newest backup of a group that something was saved by began, by ID
	sources    []any                // root nodes with what is known of their registrations
	trees      []any                // of the same, with agents
	connectors []any
	recoveries []any
}

// group is a protection group with what is known of its runs in a time. Of the runs themselves there may be very many.
type group struct {
	id, name  string
	row       any
	newest    any   // run that has ended; nil for none
	active    []any // runs
	runs      int
	ended     int
	bad       int // of those that have ended: failed, or with an object that failed
	succeeded int
}

// add adds a run to those of a group, the newest first.
func (g *group) add(run any) {
	g.runs++
	status := runs.Status(run)
	if !engine.IsEnded(status) {
		g.active = append(g.active, run)
		return
	}
	if g.ended++; g.newest == nil {
		g.newest = run
	}
	switch {
	case engine.IsFailed(status) || runs.HasFailed(run):
		g.bad++
	case status == "Succeeded":
		g.succeeded++
	}
}

// object is what can be protected.
type object struct {
	id, name, title, source string // source is an ID
	sourceName              string
	physical                bool
	groups                  []ref // that have it
}

// ref is the ID and the name of a group.
type ref struct{ id, name string }

func newObject(row any) *object {
	o := selection.NewObject(row)
	found := &object{id: o.ID, name: o.Name, title: o.Title(), source: o.SourceID, sourceName: o.SourceName, physical: o.Environment == selection.Physical}
	for _, info := range output.List(row, "objectProtectionInfos") {
		for _, g := range output.List(info, "protectionGroups") {
			found.groups = append(found.groups, ref{output.String(g, "id"), output.String(g, "name")})
		}
	}
	return found
}

// What is read of objects, and of those with snapshots.
var (
	objectNeeds = []string{"id", "name", "environment", "objectType", "sourceId", "sourceName", "sourceInfo.id", "sourceInfo.name", "objectProtectionInfos.protectionGroups.id", "objectProtectionInfos.protectionGroups.name"}
	backupNeeds = []string{"id", "latestSnapshotsInfo.protectionRunStartTimeUsecs", "latestSnapshotsInfo.runType", "latestSnapshotsInfo.protectionGroupId"}
)

// gather asks an instance for all that status looks at, at once. What may not be read is said and left out.
func gather(c *engine.Context, span time.Duration, failures *engine.Failures) (*instance, error) {
	in := &instance{span: span, policies: map[string]any{}, backedUp: map[string]bool{}, lastGood: map[string]time.Time{}}
	list := func(r *api.Request, rows string, take func([]any)) func(*engine.Context) error {
		return func(c *engine.Context) error {
			result, err := c.Call(r)
			if err == nil {
				take(output.List(result.Value, rows))
			}
			return err
		}
	}
	parts := []struct {
		name string
		read func(c *engine.Context) error
	}{
		{"protection-group list", func(c *engine.Context) (err error) {
			in.now, err = runs.Recent(c, span, failures, func(row any) {
				in.groups = append(in.groups, &group{id: output.String(row, "id"), name: output.String(row, "name"), row: row})
			}, func(i int, run any) { in.groups[i].add(run) })
			return err
		}},
		{"protection-policy list", list(api.NewRequest(&api.GetProtectionPolicies), "policies", func(rows []any) {
			for _, p := range rows {
				in.policies[output.String(p, "id")] = p
			}
		})},
		{"objects-search", func(c *engine.Context) error {
			return selection.EachObject(c, objectNeeds, func(row any) { in.objects = append(in.objects, newObject(row)) })
		}},
		{"protected-objects-search", func(c *engine.Context) error { return in.readBackups(c) }},
		{"protection-source registration-info", list(api.NewRequest(&api.ListProtectionSourcesRegistrationInfo), "rootNodes", func(rows []any) { in.sources = rows })},
		{"protection-source list", list(api.NewRequest(&api.ListProtectionSources).SetNamed("numLevels", "1"), "@", func(rows []any) { in.trees = rows })},
		{"data-source-connector list", list(api.NewRequest(&api.GetDataSourceConnectors), "connectors", func(rows []any) { in.connectors = rows })},
		{"recovery list", list(api.NewRequest(&api.GetRecoveries).SetNamed("startTimeUsecs", strconv.FormatInt(c.Now().Add(-max(span, hanging)).UnixMicro(), 10)), "recoveries",
			func(rows []any) { in.recoveries = rows })},
	}
	errs := make([]error, len(parts))
	err := c.AtOnce(len(parts), func(c *engine.Context, i int) error {
		errs[i] = parts[i].read(c)
		return nil
	})
	for i, part := range parts {
		if err == nil {
			err = failures.Add(c, part.name, errs[i])
		}
	}
	return in, err
}

// readBackups reads when each object was backed up last.
func (in *instance) readBackups(c *engine.Context) error {
	return selection.EachProtected(c, backupNeeds, func(row any) {
		for _, info := range output.List(row, "latestSnapshotsInfo") {
			usecs, ok := output.Int(info, "protectionRunStartTimeUsecs")
			if !ok || output.String(info, "runType") == "kLog" {
				continue
			}
			group, at := output.String(info, "protectionGroupId"), time.UnixMicro(usecs)
			if in.backedUp[output.String(row, "id")] = true; at.After(in.lastGood[group]) {
				in.lastGood[group] = at
			}
		}
	})
}
