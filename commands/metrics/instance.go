package metrics

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/output"
)

// needs are the parts that findings of a kind come from. A kind that is not here needs them all. What was not read is not counted: 0 would say
// that nothing is wrong.
var needs = map[survey.Kind]survey.Part{
	survey.Failed: survey.Groups, survey.Missed: survey.Groups, survey.Canceled: survey.Groups, survey.Warned: survey.Groups, survey.Recovered: survey.Groups, survey.SLA: survey.Groups,
	survey.RPO: survey.Groups | survey.Policies | survey.Backups, survey.NoSnapshot: survey.Groups | survey.Objects | survey.Backups, survey.Unprotected: survey.Objects,
	survey.Recovery: survey.Recoveries, survey.Connector: survey.Connectors, survey.ConnectorAgent: survey.ConnectorAgents, survey.Agent: survey.Hosts, survey.Upgrade: survey.Hosts | survey.Connectors,
	survey.Expiring: survey.Groups | survey.Policies | survey.Objects | survey.Backups, survey.Source: survey.Sources, survey.Alert: survey.Alerts,
}

// addInstance adds all metrics about the instance, of at most so many objects by name.
func (p *pass) addInstance(f *metrics, objects int) {
	f.add("metrics_timestamp_seconds", seconds(p.began))
	if p.read(survey.Groups) {
		p.addGroups(f)
		p.addRuns(f)
	}
	if p.read(survey.Objects) {
		p.addObjects(f, objects)
	}
	p.addMachines(f)
	if p.read(survey.Recoveries) {
		p.addRecoveries(f)
	}
	for _, k := range survey.Kinds {
		if !p.read(cmp.Or(needs[k.Kind], survey.Everything)) {
			continue
		}
		n := 0
		for _, found := range p.findings {
			n += count(found.Kind == k.Kind)
		}
		f.add("findings", float64(n), "kind", string(k.Kind), "attention", strconv.FormatBool(k.Attention))
	}
}

// addGroups adds the metrics of each group.
func (p *pass) addGroups(f *metrics) {
	of := map[string]int{"active": 0, "paused": 0, "ended": 0}
	for _, g := range p.instance.Groups {
		labels := []string{"group", safe(g.Name), "group_id", identity(g.ID), "environment", environment(g.Environment)}
		kind := "active"
		if g.IsPaused() {
			kind = "paused"
		} else if !g.IsActive() {
			kind = "ended"
		}
		of[kind]++
		f.add("group_active_runs", float64(len(g.Active)), labels...)
		p.addLastRun(f, g, labels)
		last := p.instance.LastGood[g.ID]
		if p.read(survey.Backups) && !last.IsZero() {
			f.add("group_last_backup_timestamp_seconds", seconds(last), labels...)
		}
		if allowed := p.instance.Allowed(g); p.read(survey.Policies) && allowed > 0 && g.IsActive() {
			f.add("group_allowed_backup_age_seconds", span(allowed), labels...)
		}
		if p.read(needs[survey.RPO]) {
			f.add("group_backup_overdue", float64(count(p.instance.IsOverdue(g))), labels...)
		}
	}
	for kind, n := range of {
		f.add("groups", float64(n), "state", kind)
	}
}

// addLastRun adds the metrics of the newest run of a group that has ended.
func (p *pass) addLastRun(f *metrics, g *survey.Group, labels []string) {
	r, whole := g.LastEnded()
	if r == nil {
		return
	}
	f.add("group_last_run_state", 1, append(slices.Clone(labels), "state", state(r.Status))...)
	f.add("group_last_run_failed_objects", float64(r.Failed), labels...)
	if r.Start.Unix() > 0 {
		f.add("group_last_run_start_timestamp_seconds", seconds(r.Start), labels...)
	}
	if r.Duration() > 0 {
		f.add("group_last_run_duration_seconds", span(r.Duration()), labels...)
	}
	if g.Usual > 0 {
		f.add("group_usual_duration_seconds", span(g.Usual), labels...)
	}
	if whole {
		f.add("group_last_run_read_bytes", float64(r.Read), labels...)
		f.add("group_last_run_written_bytes", float64(r.Written), labels...)
		f.add("group_last_run_logical_bytes", float64(r.Logical), labels...)
	}
}

// addRuns adds how many runs there were.
func (p *pass) addRuns(f *metrics) {
	held, locked := 0, 0
	for _, g := range p.instance.Groups {
		held, locked = held+g.Held, locked+g.Locked
	}
	f.add("recent_runs_on_legal_hold", float64(held))
	f.add("recent_runs_locked", float64(locked))
	addStates(f, "recent_runs", p.states)
}

// addStates adds a metric for each state, 0 for one that nothing is in, so that a query finds it.
func addStates(f *metrics, name string, counts map[string]int) {
	for _, one := range append(slices.Clone(states), "other") {
		f.add(name, float64(counts[one]), "state", one)
	}
}

// addObjects adds how many objects are protected, and of at most so many when they were backed up last.
func (p *pass) addObjects(f *metrics, most int) {
	unprotected := len(p.instance.Unprotected())
	f.add("objects", float64(len(p.instance.Objects)-unprotected), "state", "protected")
	f.add("objects", float64(unprotected), "state", "unprotected")
	if most == 0 || !p.read(survey.Backups) {
		return
	}
	type backedUp struct {
		*survey.Object
		at time.Time
	}
	var list []backedUp
	seen := map[string]bool{}
	for _, o := range p.instance.Objects {
		if o.Groups == nil || seen[o.ID] {
			continue
		}
		seen[o.ID] = true
		one := backedUp{o, time.Unix(0, 0)}
		if b := p.instance.Backups[o.ID]; b != nil {
			one.at = b.At
		}
		list = append(list, one)
	}
	slices.SortFunc(list, func(a, b backedUp) int {
		return cmp.Or(a.at.Compare(b.at), strings.Compare(a.Title, b.Title), strings.Compare(a.ID, b.ID))
	})
	shown := min(len(list), most)
	for _, o := range list[:shown] {
		f.add("object_last_backup_timestamp_seconds", seconds(o.at), "object", safe(o.Title), "object_id", identity(o.ID), "environment", environment(o.Environment))
	}
	f.add("objects_omitted", float64(len(list)-shown))
}

// addMachines adds what is connected.
func (p *pass) addMachines(f *metrics) {
	tally := func(part survey.Part, name string, rows []any, list []string, of func(row any) string) {
		if !p.read(part) {
			return
		}
		counts := map[string]int{}
		for _, row := range rows {
			counts[of(row)]++
		}
		for _, one := range list {
			f.add(name, float64(counts[one]), "state", one)
		}
	}
	tally(survey.Sources, "sources", p.instance.Sources, []string{"ok", "error"}, func(row any) string {
		if survey.SourceError(row) != "" {
			return "error"
		}
		return "ok"
	})
	connections := []string{survey.Connected, survey.Disconnected, survey.UnknownConnectivity}
	tally(survey.Connectors, "connectors", p.instance.Connectors, connections, survey.Connectivity)
	var programs []any
	for _, one := range p.instance.ConnectorAgents {
		programs = append(programs, one.Row)
	}
	tally(survey.ConnectorAgents, "connector_agents", programs, connections, survey.Connectivity)
	var agents []any
	upgradable := 0
	for _, host := range p.instance.Hosts {
		for _, a := range survey.Agents(host) {
			agents = append(agents, a)
			upgradable += count(output.String(a, "upgradability") == "kUpgradable")
		}
	}
	tally(survey.Hosts, "agents", agents, []string{survey.Healthy, survey.Unreachable, survey.Degraded, survey.OtherState}, survey.AgentState)
	if p.read(survey.Hosts) {
		f.add("agents_upgradable", float64(upgradable))
	}
}

// addRecoveries adds how many recoveries of the window there are by state; older ones are read because they may hang.
func (p *pass) addRecoveries(f *metrics) {
	counts := map[string]int{}
	for _, r := range p.instance.Recoveries {
		if began, ok := output.Int(r, "startTimeUsecs"); ok && !time.UnixMicro(began).Before(p.instance.Since) {
			counts[state(output.String(r, "status"))]++
		}
	}
	addStates(f, "recent_recoveries", counts)
}
