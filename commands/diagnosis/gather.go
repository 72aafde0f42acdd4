package diagnosis

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// How the facts of a run come together. The number of requests does not grow with groups or objects.

// mostRuns is how many runs of a group are compared.
const mostRuns = "20"

// gatherRun returns the facts of a run of a group, and nil where no run of the group ended badly. id is "" for the newest that did.
func gatherRun(c *engine.Context, group, id string) (*gathering, error) {
	g := &gathering{Facts: &Facts{GroupID: group, Name: c.Named}}
	var list []any
	var groups []any
	err := c.AtOnce(2, func(c *engine.Context, i int) error {
		if i == 0 {
			return g.look(c, []string{"protection-group", "list"}, func(c *engine.Context) error {
				return selection.EachGroupWithLastRun(c, func(row any) { groups = append(groups, row) })
			})
		}
		result, err := c.Call(api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("numRuns", mostRuns).SetNamed("includeObjectDetails", "true"))
		if err == nil {
			list = output.List(result.Value, "runs")
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	g.Now = c.ServiceNow()
	own := slices.IndexFunc(groups, func(row any) bool { return output.String(row, "id") == group })
	if own >= 0 {
		g.Name = cmp.Or(output.String(groups[own], "name"), g.Name)
	}
	g.looked = append(g.looked, Look{Where: c.CommandLine("protection-group-run", "list", g.Name), At: c.Now().UnixMicro()})
	for _, row := range list {
		if id == "" && endedBadly(row) || output.String(row, "id") == id {
			g.row = row
			break
		}
	}
	if g.row == nil && id != "" { // it is older than those
		result, err := c.Call(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", group).SetNamed("runId", id).SetNamed("includeObjectDetails", "true"))
		if err != nil {
			return nil, err
		}
		g.row = result.Value
		before, err := c.Call(api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("numRuns", mostRuns).SetNamed("includeObjectDetails", "true").SetNamed("endTimeUsecs", usecsOf(runs.Start(g.row))))
		if err != nil {
			return nil, err
		}
		list = append(list, output.List(before.Value, "runs")...)
	}
	if g.row == nil {
		return g, nil
	}
	g.ofRun(list)
	return g, g.surroundings(c, group, groups, own)
}

// endedBadly reports whether a run ended in any way but a plain success in time.
func endedBadly(row any) bool {
	status := runs.Status(row)
	return engine.IsEnded(status) && (status != "Succeeded" || runs.HasFailed(row) || runs.IsLate(row))
}

// ofRun takes the facts from a run and those before and after it.
func (g *gathering) ofRun(list []any) {
	row := g.row
	g.ID, g.Number, g.Status, g.Start, g.End = output.String(row, "id"), runs.Number(row), runs.Status(row), runs.Start(row), runs.End(row)
	g.Name = cmp.Or(output.String(row, "protectionGroupName"), g.Name)
	g.Shown = []string{"protection-group-run", "get", g.Name, g.Number, "--include-object-details"}
	g.Late = runs.IsLate(row) && g.Status != "Failed" && engine.IsEnded(g.Status)
	g.Read = bytesRead(row)
	for _, text := range append(cells.Lines(row, "localBackupInfo.messages"), archiveMessages(row)...) {
		g.Said = append(g.Said, g.message(text, g.End))
	}
	for _, o := range output.List(row, "objects") {
		if len(g.Objects) == mostObjects {
			break
		}
		if found := g.objectOf(o); found.Failed || len(found.Said) > 0 || g.Late {
			g.Objects = append(g.Objects, found)
		}
	}
	if len(g.Objects) == 0 {
		g.Objects = []*Object{{Failed: engine.IsFailed(g.Status), Said: g.Said}}
	}
	seen := map[string]bool{}
	for _, other := range list {
		p := pastOf(other)
		if seen[p.Number] || !engine.IsEnded(p.Status) && p.Number != g.Number && p.Start.After(g.Start) {
			continue
		}
		seen[p.Number] = true
		g.History = append(g.History, p)
	}
	for _, o := range g.Objects {
		g.before(o)
	}
}

// archiveMessages returns what the archives of a run say.
func archiveMessages(row any) (list []string) {
	for _, target := range output.List(row, "archivalInfo.archivalTargetResults") {
		if message := output.String(target, "message"); message != "" {
			list = append(list, message)
		}
	}
	return list
}

func bytesRead(row any) int64 {
	n, _ := output.Int(row, "localBackupInfo.localSnapshotStats.bytesRead|"+cells.Archived+"stats.bytesRead")
	return n
}

// objectOf returns an object of a run with its messages.
func (g *gathering) objectOf(row any) *Object {
	o := &Object{ID: output.String(row, "object.id"), Name: output.String(row, "object.name|object.id"), HostID: output.String(row, "object.sourceId"), Status: cells.ObjectStatus(row)}
	o.Title = selection.NewObject(output.At(row, "object")).Title()
	o.Title = cmp.Or(o.Title, o.Name)
	if o.HostID == "" || o.HostID == "0" {
		o.HostID = o.ID
	}
	o.Failed, o.Canceled = engine.IsFailed(o.Status), strings.TrimPrefix(o.Status, "k") == "Canceled"
	if n, ok := output.Int(row, cells.Local+"queueDurationUsecs"); ok {
		o.Queued = output.Length(n, time.Microsecond)
	}
	at := output.UsecsAt(row, cells.Local+"endTimeUsecs|"+cells.Archived+"endTimeUsecs")
	lines := cells.Lines(row, cells.Local+"warnings")
	if status := output.String(row, cells.Local+"statusMessage|"+cells.Archived+"message"); status != "" && status != strings.Join(lines, " ") {
		lines = append([]string{status}, lines...)
	}
	for _, text := range lines {
		if text != "" {
			o.Said = append(o.Said, g.message(text, at))
		}
	}
	for _, attempt := range output.List(row, "localSnapshotInfo.failedAttempts") {
		if text := output.String(attempt, "message"); text != "" && o.Failed {
			o.Said = append(o.Said, g.message(text, output.UsecsAt(attempt, "endTimeUsecs")))
		}
	}
	return o
}

// pastOf returns another run of the group.
func pastOf(row any) *Past {
	p := &Past{Number: runs.Number(row), Status: runs.Status(row), Start: runs.Start(row), End: runs.End(row), Read: bytesRead(row)}
	if p.End.UnixMicro() <= 0 {
		p.End = time.Time{}
	}
	if p.End.After(p.Start) {
		p.Duration = p.End.Sub(p.Start)
	}
	for _, o := range output.List(row, "objects") {
		id, status := output.String(o, "object.id"), cells.ObjectStatus(o)
		switch {
		case engine.IsFailed(status):
			p.Failed = append(p.Failed, id)
		case strings.TrimPrefix(status, "k") != "" && output.String(o, cells.Local+"snapshotId|"+cells.Archived+"snapshotId") != "":
			p.Good = append(p.Good, id)
		}
	}
	return p
}

// before notes of an object how it went in the other runs of the group, which are there the newest first.
func (g *gathering) before(o *Object) {
	if o.Failed {
		o.FailedSince = 1
	}
	counting := o.Failed
	for _, p := range g.History {
		switch {
		case p.Number == g.Number:
		case p.Start.After(g.Start):
			o.LaterGood = o.LaterGood || slices.Contains(p.Good, o.ID) || o.Name == "" && strings.HasPrefix(p.Status, "Succeeded")
		case slices.Contains(p.Good, o.ID):
			if counting = false; o.LastGood.IsZero() {
				o.LastGood = p.End
			}
		case slices.Contains(p.Failed, o.ID) && counting:
			o.FailedSince++
		}
	}
}

// surroundings asks for what the run depended on, as far as that can tell anything about it.
func (g *gathering) surroundings(c *engine.Context, group string, groups []any, own int) error {
	if own >= 0 {
		g.Paused = output.At(groups[own], "isPaused") == true
	}
	failed := slices.ContainsFunc(g.Objects, func(o *Object) bool { return o.Failed })
	var steps []func(c *engine.Context) error
	if g.Status == "Canceled" || g.Status == "Missed" || g.Status == "Skipped" {
		steps = append(steps, func(c *engine.Context) error { return g.readPolicy(c, group) })
	}
	if failed && g.Status != "Canceled" {
		near := g.near(groups)
		steps = append(steps, func(c *engine.Context) error { return readHosts(c, g, near) })
		if ids := g.unexplained(Gone, Path, SnapshotGone); ids != nil {
			steps = append(steps, func(c *engine.Context) error { return g.findObjects(c, ids) })
		}
		if slices.ContainsFunc(g.Objects, func(o *Object) bool { return o.Failed && o.kinds() == nil }) {
			steps = append(steps, func(c *engine.Context) error {
				return g.look(c, []string{"protection-group-run", "logs", g.Name, g.Number}, func(c *engine.Context) error {
					list, err := runs.Events(c, group, g.ID, g.row)
					g.addEvents(list, []string{"protection-group-run", "logs", g.Name, g.Number})
					return err
				})
			})
		}
	}
	return c.AtOnce(len(steps), func(c *engine.Context, i int) error { return steps[i](c) })
}

// readPolicy reads the group and its policy.
func (g *gathering) readPolicy(c *engine.Context, group string) error {
	var id string
	err := g.look(c, []string{"protection-group", "get", g.Name}, func(c *engine.Context) error {
		result, err := c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", group))
		if err == nil {
			id = output.String(result.Value, "policyId")
			g.AbortsInBlack = output.At(result.Value, "abortInBlackouts") == true
			g.Paused = output.At(result.Value, "isPaused") == true
		}
		return err
	})
	if err != nil || id == "" {
		return err
	}
	return g.look(c, []string{"protection-policy", "get", id}, func(c *engine.Context) error {
		result, err := c.Call(api.NewRequest(&api.GetProtectionPolicyByID).SetNamed("id", id))
		if err == nil {
			g.Policy, g.PolicyName = result.Value, output.String(result.Value, "name|id")
		}
		return err
	})
}

// findObjects looks for objects among those that the sources have.
func (g *gathering) findObjects(c *engine.Context, ids []string) error {
	return g.look(c, []string{"objects-search", "--object-ids", strings.Join(ids, ",")}, func(c *engine.Context) error {
		result, err := c.Call(api.NewRequest(&api.SearchObjects).SetNamed("objectIds", ids...))
		if err != nil {
			return err
		}
		there := map[string]bool{}
		for _, row := range output.List(result.Value, "objects") {
			there[output.String(row, "id")] = true
		}
		for _, o := range g.Objects {
			if slices.Contains(ids, o.ID) {
				o.Looked, o.IsGone = true, !there[o.ID]
			}
		}
		return nil
	})
}
