package survey

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/alerts"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Kind is a kind of trouble.
type Kind string

// The kinds, the worst first.
const (
	Failed     Kind = "failed"     // the newest run that has ended failed, or an object in it
	Missed     Kind = "missed"     // a scheduled run was missed
	RPO        Kind = "rpo"        // the last good backup is older than the policy allows
	NoSnapshot Kind = "nosnapshot" // an object of a group has no snapshot
	Recovery   Kind = "recovery"   // a recovery failed or hangs
	Connector  Kind = "connector"  // a connector is down
	// ConnectorAgent is a connector agent that is down.
	ConnectorAgent Kind = "connectoragent"
	Agent          Kind = "agent"       // an agent is down
	Source         Kind = "source"      // a source does not authenticate or refresh
	Alert          Kind = "alert"       // an alert is open
	Expiring       Kind = "expiring"    // the last snapshot of an object expires soon
	Canceled       Kind = "canceled"    // the newest run was canceled
	Warned         Kind = "warned"      // the newest run succeeded with warnings
	Recovered      Kind = "recovered"   // runs failed, and a later one succeeded
	SLA            Kind = "sla"         // a run took longer than the SLA says
	Unprotected    Kind = "unprotected" // an object is in no group
	Upgrade        Kind = "upgrade"     // an agent can be upgraded
)

// KnownKind is a kind, and whether it needs attention where nobody says which kinds do.
type KnownKind struct {
	Kind      Kind
	Attention bool
}

// Kinds are the kinds in their order.
var Kinds = []KnownKind{
	{Failed, true}, {Missed, true}, {RPO, true}, {NoSnapshot, true}, {Recovery, true}, {Connector, true}, {ConnectorAgent, true}, {Agent, true}, {Source, true}, {Alert, true}, {Expiring, true},
	{Canceled, true}, {Warned, true}, {Recovered, false}, {SLA, true}, {Unprotected, true}, {Upgrade, false},
}

// Hanging is how long a recovery takes that is taken to hang: our rule, for want of one of the service.
const Hanging = 24 * time.Hour

// HangingReach is how far back recoveries are looked at for those that hang.
const HangingReach = 30 * 24 * time.Hour

// Finding is a trouble, for people and programs.
type Finding struct {
	Kind   Kind   `json:"kind"`
	ID     string `json:"id,omitempty"`    // of what Name names; "" where the service does not say
	Name   string `json:"name"`            // of the group, object, host, connector, connector agent, recovery, or what an alert is about
	Since  int64  `json:"sinceUsecs"`      // when it began; 0 where that is not known
	Reason string `json:"reason"`          // in a sentence
	Next   string `json:"next"`            // the command line that shows more, or mends it
	Counts bool   `json:"needsAttention"`  // whether it decides the exit status
	Group  string `json:"group,omitempty"` // that it is about, for one of an object

	GroupID string   `json:"-"` // of the group that it is a trouble of
	Words   []string `json:"-"` // of Next, without the program's name, for Context.Output
}

// Findings returns what is wrong with an instance, the worst first. Whether each counts is for the caller to say.
func (in *Instance) Findings(c *engine.Context) []*Finding {
	f := &finder{Instance: in, c: c, groups: names{}, hosts: names{}, members: map[string][]*Object{}}
	for _, g := range in.Groups {
		f.groups.add(g.Name, g.ID)
	}
	for _, o := range in.Objects {
		for _, g := range o.Groups {
			if known := f.members[g.ID]; len(known) == 0 || known[len(known)-1] != o { // an object may name a group twice
				f.members[g.ID] = append(known, o)
			}
		}
	}
	for _, s := range in.Sources {
		f.hosts.add(output.String(s, "rootNode.name"), output.String(s, "rootNode.id"))
	}
	for _, g := range in.Groups {
		before := len(f.list)
		f.ofGroup(g)
		for _, one := range f.list[before:] {
			one.GroupID = g.ID
		}
	}
	f.ofObjects()
	f.ofSources(f.ofHosts())
	f.ofConnectors()
	f.ofExpiring()
	f.ofRecoveries()
	f.ofAlerts()
	slices.SortStableFunc(f.list, Compare)
	return f.list
}

// Compare compares two findings by their order on a page: the worst first, and of these the newest.
func Compare(a, b *Finding) int {
	place := func(kind Kind) int { return slices.IndexFunc(Kinds, func(k KnownKind) bool { return k.Kind == kind }) }
	return cmp.Or(cmp.Compare(place(a.Kind), place(b.Kind)), cmp.Compare(b.Since, a.Since), strings.Compare(a.Name, b.Name))
}

// finder collects what is wrong with an instance.
type finder struct {
	*Instance
	c             *engine.Context
	groups, hosts names
	members       map[string][]*Object // the objects of a group, by its ID
	list          []*Finding
}

// names are the IDs of the things that have a name. The case of a name makes no difference, as on a command line.
type names map[string][]string

func (n names) add(name, id string) {
	if name = strings.ToLower(name); !slices.Contains(n[name], id) {
		n[name] = append(n[name], id)
	}
}

// word returns what names a thing on a command line: its name, or its ID where others have that name, it has none, or one that
// nobody can type.
func (n names) word(name, id string) string {
	if id != "" && (name == "" || output.Clean(name) != name || len(n[strings.ToLower(name)]) > 1) {
		return id
	}
	return name
}

// add notes a trouble. next are the words of the command that shows more, or mends it.
func (f *finder) add(kind Kind, id, name string, since time.Time, reason string, next ...string) {
	f.list = append(f.list, &Finding{Kind: kind, ID: id, Name: name, Since: output.UsecsOf(since), Reason: reason, Next: f.c.CommandLine(next...), Words: f.c.Words(next...)})
}

// ofGroup finds what is wrong with the runs of a group.
func (f *finder) ofGroup(g *Group) {
	if !g.IsActive() {
		return
	}
	if run := g.Deciding(); run != nil {
		f.ofRun(g, run)
	}
	if !f.IsOverdue(g) {
		return
	}
	last := f.LastGood[g.ID]
	f.add(RPO, g.ID, g.Name, last, OverdueReason(f.Now.Sub(last), f.Allowed(g)), "protection-group-run", "list", f.groups.word(g.Name, g.ID), "--since", "-7d")
}

// ofRun finds what is wrong with the run that says how a group fares, however long ago that was.
func (f *finder) ofRun(g *Group, r *Run) {
	group := f.groups.word(g.Name, g.ID)
	show := []string{"protection-group-run", "why", group, r.Number}
	switch {
	case r.Status == "Missed":
		f.add(Missed, g.ID, g.Name, r.Start, cmp.Or(r.Reason, i18n.T("status.missed|A scheduled run was missed.")), show...)
	case r.Status == "Canceled":
		f.add(Canceled, g.ID, g.Name, r.Start, cmp.Or(r.Reason, i18n.T("status.canceled|The run was canceled.")), show...)
	case r.IsBad():
		f.add(Failed, g.ID, g.Name, r.Start, failedReason(g, r), show...)
	default:
		f.ofGoodRun(g, r, group)
	}
	if r.Late {
		f.add(SLA, g.ID, g.Name, r.Start, i18n.T("status.sla|The run took longer than the SLA allows."), show...)
	}
}

// ofGoodRun finds what is wrong with a run that succeeded, or with those before it. group is the word for the group.
func (f *finder) ofGoodRun(g *Group, r *Run, group string) {
	switch left := f.leftBehind(g); {
	case len(left) > 0:
		text := i18n.T("status.left|{{.Count}} object has no backup since its run failed: {{.Names}}|{{.Count}} objects have no backup since their run failed: {{.Names}}", "Count", len(left), "Names", output.Clean(strings.Join(left[:min(len(left), mostLeft)], ", ")))
		f.add(Failed, g.ID, g.Name, g.BadOwn.Start, text, "protection-group-run", "why", group, g.BadOwn.Number)
	case r.Status == "SucceededWithWarning":
		f.add(Warned, g.ID, g.Name, r.Start, cmp.Or(r.Reason, i18n.T("status.warned|The run succeeded with warnings.")), "protection-group-run", "why", group, r.Number)
	case g.Failed > 0:
		f.add(Recovered, g.ID, g.Name, r.Start, i18n.T("status.recovered|{{.Bad}} of {{.Count}} run failed, and a later one succeeded.|{{.Bad}} of {{.Count}} runs failed, and a later one succeeded.", "Bad", g.Failed, "Count", g.Ended), "protection-group-run", "why", group)
	}
}

// mostLeft is how many objects that were left behind a reason names.
const mostLeft = 3

// leftBehind returns the objects of a group whose last backup is from before its newest run that failed: a later run may have been of other objects
// alone. Those without any are a trouble of their own.
func (f *finder) leftBehind(g *Group) (titles []string) {
	if g.BadOwn == nil || f.Unread&(Objects|Backups) != 0 {
		return nil
	}
	since := g.BadOwn.Start.Add(-startsApart)
	for _, o := range f.members[g.ID] {
		if b := f.Backups[o.ID]; b != nil && !b.At.IsZero() && b.At.Before(since) {
			titles = append(titles, o.Title)
		}
	}
	return titles
}

// startsApart is how far the beginnings of a run and of the snapshots in it may be apart.
const startsApart = time.Minute

// failedReason says of how many objects the backup failed in a run, why it did, and then how often runs did: what is behind may be cut on a narrow terminal.
func failedReason(g *Group, r *Run) string {
	before, reason := g.Ended == 0 || r == g.Earlier, r.Reason
	if reason != "" && r.Failed > 1 {
		reason = i18n.T("status.failed-objects|{{.Count}} objects failed. {{.Reason}}", "Count", r.Failed, "Reason", reason)
	}
	switch {
	case before && reason == "":
		return i18n.T("status.failed-last|The last run failed.")
	case before:
		return i18n.T("status.failed-last-reason|{{.Reason}} (the last run)", "Reason", reason)
	case reason == "":
		return i18n.T("status.failed|{{.Bad}} of {{.Count}} run failed.|{{.Bad}} of {{.Count}} runs failed.", "Bad", g.Failed, "Count", g.Ended)
	}
	return i18n.T("status.failed-reason|{{.Reason}} ({{.Bad}} of {{.Count}} run failed)|{{.Reason}} ({{.Bad}} of {{.Count}} runs failed)", "Bad", g.Failed, "Count", g.Ended, "Reason", reason)
}

// ofObjects finds objects that no group has, and objects of groups without a snapshot.
func (f *finder) ofObjects() {
	first := map[string]bool{} // groups whose first run may not have ended
	for _, g := range f.Groups {
		first[g.ID] = len(g.Active) > 0
	}
	for _, o := range f.Unprotected() {
		next := []string{"protect", o.Title, "--policy", "POLICY"}
		if f.hasUsualGroup(o) { // whose policy it gets
			next = next[:2]
		}
		f.add(Unprotected, o.ID, o.Title, time.Time{}, i18n.T("status.unprotected|It is in no protection group."), next...)
	}
	if f.Unread&Backups != 0 {
		return // whether they have snapshots is not known
	}
	for _, o := range f.Objects {
		if o.Groups == nil || f.Backups[o.ID] != nil || slices.ContainsFunc(o.Groups, func(g Ref) bool { return first[g.ID] }) {
			continue
		}
		name, id := o.Groups[0].Name, o.Groups[0].ID
		f.add(NoSnapshot, o.ID, o.Title, time.Time{}, i18n.T("status.nosnapshot|It has no snapshot, although protection group '{{.Group}}' has it.", "Group", output.Clean(name)),
			"protection-group-run", "list", f.groups.word(name, id), "--since", "-30d")
		f.list[len(f.list)-1].Group = name
	}
}

// hasUsualGroup reports whether there is the group to which `protect` adds an object where nobody names another.
func (f *finder) hasUsualGroup(o *Object) bool {
	name := o.SourceName
	if o.Environment == selection.SQL {
		name += "-databases"
	}
	return slices.ContainsFunc(f.Groups, func(g *Group) bool { return strings.EqualFold(g.Name, name) && g.Environment == o.Environment })
}

// ofHosts finds agents that are down, and those that are behind. It returns the IDs of the hosts whose agent is down.
func (f *finder) ofHosts() (down map[string]bool) {
	down = map[string]bool{}
	for _, host := range f.Hosts {
		id, name := output.String(host, "protectionSource.id"), output.String(host, "protectionSource.name")
		for _, a := range Agents(host) {
			switch {
			case IsDown(a):
				down[id] = true
				f.add(Agent, id, name, time.Time{}, cmp.Or(output.String(a, "statusMessage"), i18n.T("status.agent|The agent is {{.Status}}.", "Status", output.EnumText(output.String(a, "status")))), "protection-source", "get", f.hosts.word(name, id))
			case output.String(a, "upgradability") == "kUpgradable":
				f.add(Upgrade, id, name, time.Time{}, i18n.T("status.upgrade|The agent can be upgraded from {{.Version}}.", "Version", output.Clean(output.String(a, "version"))),
					"agent-upgrade-task", "create", "--name", "upgrade-"+name, "--agent-ids", engine.ListItem(name))
			}
		}
	}
	return down
}

// ofSources finds sources that do not authenticate or refresh. That those whose agent is down are not refreshed is no trouble of its own.
func (f *finder) ofSources(down map[string]bool) {
	for _, s := range f.Sources {
		id, name := output.String(s, "rootNode.id"), output.String(s, "rootNode.name")
		if message := SourceError(s); message != "" && (output.String(s, loginError) != "" || !down[id]) {
			f.add(Source, id, name, output.UsecsAt(s, "registrationInfo.refreshTimeUsecs"), message, "protection-source", "get", f.hosts.word(name, id))
		}
	}
}

// ofConnectors finds connectors and connector agents that are down, and those that are behind the newest of their kind.
func (f *finder) ofConnectors() {
	newest := newestVersion(f.Connectors)
	list := []string{"data-source-connector", "list"}
	for _, one := range f.Connectors {
		id, name, version := output.String(one, "connectorId"), output.String(one, "connectorName|connectorId"), output.String(one, "softwareVersion")
		switch {
		case Connectivity(one) == Disconnected:
			f.add(Connector, id, name, output.SecondsAt(one, "connectivityStatus.lastConnectedTimestampSecs"), cmp.Or(output.String(one, "connectivityStatus.message"), i18n.T("status.connector|The connector is not connected.")), list...)
		case version != "" && compareVersions(version, newest) < 0:
			f.add(Upgrade, id, name, time.Time{}, i18n.T("status.behind|The version of the connector is {{.Version}}; others have {{.Newest}}.", "Version", output.Clean(version), "Newest", output.Clean(newest)), list...)
		}
	}
	agents := make([]any, len(f.ConnectorAgents))
	for i, one := range f.ConnectorAgents {
		agents[i] = one.Row
	}
	newest = newestVersion(agents)
	for _, one := range f.ConnectorAgents {
		id, name, version := output.String(one.Row, "connectorAgentId"), output.String(one.Row, "connectorAgentName|connectorAgentId"), output.String(one.Row, "softwareVersion")
		list := []string{"connector-agent", "list", "--tenant-id", one.Tenant}
		switch {
		case Connectivity(one.Row) == Disconnected:
			f.add(ConnectorAgent, id, name, output.SecondsAt(one.Row, "connectivityStatus.lastKnownHealthOkTimestampSecs"),
				cmp.Or(output.String(one.Row, "connectivityStatus.message"), i18n.T("status.connectoragent|The connector agent is not connected.")), list...)
		case version != "" && compareVersions(version, newest) < 0:
			f.add(Upgrade, id, name, time.Time{}, i18n.T("status.agent-behind|The version of the connector agent is {{.Version}}; others have {{.Newest}}.", "Version", output.Clean(version), "Newest", output.Clean(newest)), list...)
		}
	}
}

// ofExpiring finds objects whose last snapshot expires soon.
func (f *finder) ofExpiring() {
	for _, s := range f.Expiring {
		f.add(Expiring, s.ObjectID, f.title(s.Backup), s.At, f.ExpiringReason(s), "object-snapshots-list", f.title(s.Backup))
	}
}

// ExpiringReason returns in a sentence when a last snapshot expires.
func (in *Instance) ExpiringReason(s *LastSnapshot) string {
	if !s.Expires.After(in.Now) {
		return i18n.T("status.expired|The last snapshot has expired, and nothing makes a new one.")
	}
	return i18n.T("status.expiring|The last snapshot expires in {{.Span}}, and nothing makes a new one.", "Span", output.Duration(s.Expires.Sub(in.Now).Round(time.Minute)))
}

// title returns the words that name the object of a backup on a command line.
func (f *finder) title(b *Backup) string {
	if i := slices.IndexFunc(f.Objects, func(o *Object) bool { return o.ID == b.ObjectID }); i >= 0 {
		return f.Objects[i].Title
	}
	return b.Name
}

// ofRecoveries finds recoveries that failed, and those that take very long.
func (f *finder) ofRecoveries() {
	for _, r := range f.Recoveries {
		name, status, began := output.String(r, "name|id"), output.String(r, "status"), output.UsecsAt(r, "startTimeUsecs")
		id := output.String(r, "id")
		switch {
		case engine.IsFailed(status) && !began.Before(f.Since):
			f.add(Recovery, id, name, began, cmp.Or(RecoveryReason(r), i18n.T("status.recovery|The recovery failed.")), "recovery", "why", id)
		case !engine.IsEnded(status) && !began.IsZero() && f.Now.Sub(began) > Hanging:
			f.add(Recovery, id, name, began, i18n.T("status.hangs|The recovery has not ended after {{.Span}}.", "Span", output.Duration(f.Now.Sub(began).Round(time.Minute))), "recovery", "get", id)
		}
	}
}

// ofAlerts finds open alerts about what nothing else was found about. Those that only inform are no trouble.
func (f *finder) ofAlerts() {
	known := map[string]bool{"": true}
	for _, found := range f.list {
		known[found.Name] = true
	}
	for _, a := range f.Alerts {
		if name := alerts.Object(a); output.String(a, "severity") != "kInfo" && !known[name] && !alerts.IsAbout(a, func(name string) bool { return name != "" && known[name] }) {
			id := output.String(a, "id")
			f.add(Alert, id, name, output.UsecsAt(a, "latestTimestampUsecs|firstTimestampUsecs"), alerts.Describe(a), "alert", "get", id)
		}
	}
}

// RecoveryReason returns why a recovery ended as it did, and "" where it does not say.
func RecoveryReason(recovery any) string {
	for _, m := range output.List(recovery, "messages") {
		if text := output.String(m, ""); text != "" {
			return text
		}
	}
	return ""
}

// Unprotected returns the objects that no group has. A host is protected where anything on it is, such as its databases, and what contains
// something protected as well.
func (in *Instance) Unprotected() (list []*Object) {
	sources, parts := map[string]bool{}, map[string]bool{} // parts: what something protected is a part of, such as an instance of databases, by source and name
	for _, o := range in.Objects {
		if o.Groups == nil {
			continue
		}
		sources[o.SourceID] = true
		if whole, _, ok := strings.Cut(o.Name, "/"); ok {
			parts[o.SourceID+"/"+whole] = true
		}
	}
	for _, o := range in.Objects {
		if o.Groups == nil && (o.Environment != selection.Physical || !sources[o.SourceID]) && !parts[o.SourceID+"/"+o.Name] {
			list = append(list, o)
		}
	}
	return list
}

// IsOverdue reports whether the last good backup of a group is older than its policy allows. A group without one has no age.
func (in *Instance) IsOverdue(g *Group) bool {
	allowed, last := in.Allowed(g), in.LastGood[g.ID]
	return allowed > 0 && !last.IsZero() && in.Now.Sub(last) > allowed
}

// OverdueReason returns in a sentence that the last good backup of a group is older than its policy allows.
func OverdueReason(age, allowed time.Duration) string {
	return i18n.T("status.rpo|The last good backup is {{.Age}} old, {{.Over}} more than the policy allows.", "Age", output.Duration(age.Truncate(time.Minute)), "Over", output.Duration(age-allowed))
}

// Allowed returns how old the last good backup of a group may be by its policy, and 0 where that does not say.
func (in *Instance) Allowed(g *Group) time.Duration {
	return allowedAge(in.Policies[g.PolicyID], g.Row)
}
