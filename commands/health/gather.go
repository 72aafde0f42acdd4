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
	groups     []*runs.GroupRuns
	policies   map[string]any // by ID
	objects    []*selection.Object
	backedUp   map[string]bool      // the objects that have a snapshot, by ID
	lastGood   map[string]time.Time // when the newest backup of a group that something was saved by began, by ID
	sources    []any                // root nodes with what is known of their registrations
	trees      []any                // of the same, with agents
	connectors []any
	recoveries []any
}

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
			in.groups, in.now, err = runs.Recent(c, span, failures)
			return err
		}},
		{"protection-policy list", list(api.NewRequest(&api.GetProtectionPolicies), "policies", func(rows []any) {
			for _, p := range rows {
				in.policies[output.String(p, "id")] = p
			}
		})},
		{"objects-search", func(c *engine.Context) (err error) {
			in.objects, err = selection.All(c)
			return err
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
	objects, err := selection.AllProtected(c)
	for _, o := range objects {
		for _, info := range output.List(o.Row, "latestSnapshotsInfo") {
			usecs, ok := output.Int(info, "protectionRunStartTimeUsecs")
			if !ok || output.String(info, "runType") == "kLog" {
				continue
			}
			group, at := output.String(info, "protectionGroupId"), time.UnixMicro(usecs)
			if in.backedUp[o.ID] = true; at.After(in.lastGood[group]) {
				in.lastGood[group] = at
			}
		}
	}
	return err
}
