package health

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// sort is a sort of trouble. The order is that of the page: the worst first.
type sort string

// The sorts.
const (
	failed      sort = "failed"      // the newest run that has ended failed, or an object in it
	missed      sort = "missed"      // a scheduled run was missed
	rpo         sort = "rpo"         // the last good backup is older than the policy allows
	nosnapshot  sort = "nosnapshot"  // an object of a group has no snapshot
	recovery    sort = "recovery"    // a recovery failed or hangs
	connector   sort = "connector"   // a connector is down
	agent       sort = "agent"       // an agent is down
	source      sort = "source"      // a source does not authenticate or refresh
	canceled    sort = "canceled"    // the newest run was canceled
	warned      sort = "warned"      // the newest run succeeded with warnings
	recovered   sort = "recovered"   // runs failed, and a later one succeeded
	sla         sort = "sla"         // a run took longer than the SLA says
	unprotected sort = "unprotected" // an object is in no group
	upgrade     sort = "upgrade"     // an agent can be upgraded
)

// known is a sort, and whether it needs attention where nobody says which sorts do.
type known struct {
	sort sort
	bad  bool
}

// sorts are the sorts in their order.
var sorts = []known{
	{failed, true}, {missed, true}, {rpo, true}, {nosnapshot, true}, {recovery, true}, {connector, true}, {agent, true}, {source, true},
	{canceled, true}, {warned, true}, {recovered, false}, {sla, true}, {unprotected, true}, {upgrade, false},
}

// hanging is how long a recovery takes that is taken to hang.
const hanging = 24 * time.Hour

// finding is a trouble, for people and programs.
type finding struct {
	Kind   sort   `json:"kind"`
	Name   string `json:"name"`            // of the group, host, connector or recovery
	Since  int64  `json:"sinceUsecs"`      // when it began; 0 where that is not known
	Reason string `json:"reason"`          // in a sentence
	Next   string `json:"next"`            // the command line that shows more, or mends it
	Counts bool   `json:"needsAttention"`  // whether it decides the exit status
	Group  string `json:"group,omitempty"` // that it is about, for one of an object
}

// usecs returns a time in microseconds since 1970, and 0 for none.
func usecs(t time.Time) int64 {
	if t.IsZero() || t.UnixMicro() <= 0 {
		return 0
	}
	return t.UnixMicro()
}

// findings returns what is wrong with an instance, the worst first.
func (in *instance) findings(c *engine.Context) []*finding {
	var list []*finding
	add := func(kind sort, name string, since time.Time, reason, next string) {
		list = append(list, &finding{Kind: kind, Name: name, Since: usecs(since), Reason: reason, Next: next})
	}
	for _, g := range in.groups {
		in.ofGroup(c, g, add)
	}
	in.ofObjects(c, add)
	in.ofSources(c, add)
	in.ofRecoveries(c, add)
	place := func(kind sort) int { return slices.IndexFunc(sorts, func(s known) bool { return s.sort == kind }) }
	slices.SortStableFunc(list, func(a, b *finding) int {
		return cmp.Or(cmp.Compare(place(a.Kind), place(b.Kind)), cmp.Compare(b.Since, a.Since), strings.Compare(a.Name, b.Name))
	})
	return list
}

type adder func(kind sort, name string, since time.Time, reason, next string)

// ofGroup finds what is wrong with the runs of a group.
func (in *instance) ofGroup(c *engine.Context, g *group, add adder) {
	if !g.isActive() {
		return
	}
	if newest := g.newest; newest != nil {
		show := c.CommandLine("protection-group-run", "get", g.name, runs.Number(newest))
		began, reason := runs.Start(newest), runs.Reason(newest)
		switch status := runs.Status(newest); {
		case status == "Missed":
			add(missed, g.name, began, cmp.Or(reason, i18n.T("status.missed|A scheduled run was missed.")), show)
		case status == "Canceled":
			add(canceled, g.name, began, cmp.Or(reason, i18n.T("status.canceled|The run was canceled.")), show)
		case engine.IsFailed(status) || runs.HasFailed(newest):
			text := i18n.T("status.failed|{{.Bad}} of {{.Count}} run failed: {{.Reason}}|{{.Bad}} of {{.Count}} runs failed: {{.Reason}}", "Bad", g.bad, "Count", g.ended, "Reason", cmp.Or(reason, "–"))
			add(failed, g.name, began, text, show)
		case status == "SucceededWithWarning":
			add(warned, g.name, began, cmp.Or(reason, i18n.T("status.warned|The run succeeded with warnings.")), show)
		case g.bad > 0:
			add(recovered, g.name, began, i18n.T("status.recovered|{{.Bad}} of {{.Count}} run failed, and a later one succeeded.|{{.Bad}} of {{.Count}} runs failed, and a later one succeeded.", "Bad", g.bad, "Count", g.ended), show)
		}
		if runs.IsLate(newest) {
			add(sla, g.name, began, i18n.T("status.sla|The run took longer than the SLA allows."), show)
		}
	}
	in.ofAge(c, g, add)
}

// isActive reports whether a group has scheduled runs: it is neither paused nor at its end.
func (g *group) isActive() bool {
	return output.At(g.row, "isPaused") != true && output.At(g.row, "isActive") != false
}

// ofAge finds a group whose last good backup is older than its policy allows.
func (in *instance) ofAge(c *engine.Context, g *group, add adder) {
	allowed := allowedAge(in.policies[output.String(g.row, "policyId")], g.row)
	last := in.lastGood[g.id]
	if allowed == 0 || last.IsZero() || in.now.Sub(last) <= allowed {
		return
	}
	text := i18n.T("status.rpo|The last good backup is {{.Age}} old; the policy allows {{.Allowed}}.", "Age", output.Duration(in.now.Sub(last).Round(time.Minute)), "Allowed", output.Duration(allowed))
	add(rpo, g.name, last, text, c.CommandLine("protection-group-run", "list", g.name, "--since", "-7d"))
}

// ofObjects finds objects that no group has, and objects of groups without a snapshot.
func (in *instance) ofObjects(c *engine.Context, add adder) {
	active := map[string]bool{} // groups whose first run may not have ended
	for _, g := range in.groups {
		active[g.id] = len(g.active) > 0
	}
	protectedSources := map[string]bool{}
	parts := map[string]bool{} // what something protected is a part of, such as an instance of databases, by source and name
	for _, o := range in.objects {
		if o.groups == nil {
			continue
		}
		protectedSources[o.source] = true
		if whole, _, ok := strings.Cut(o.name, "/"); ok {
			parts[o.source+"/"+whole] = true
		}
	}
	for _, o := range in.objects {
		switch {
		case o.groups == nil && (!o.physical || !protectedSources[o.source]) && !parts[o.source+"/"+o.name]:
			add(unprotected, o.title, time.Time{}, i18n.T("status.unprotected|It is in no protection group."), c.CommandLine("protect", o.title, "--policy", "POLICY"))
		case o.groups != nil && !in.backedUp[o.id] && !slices.ContainsFunc(o.groups, func(g ref) bool { return active[g.id] }):
			name := o.groups[0].name
			add(nosnapshot, o.title, time.Time{}, i18n.T("status.nosnapshot|It has no snapshot, although protection group '{{.Group}}' has it.", "Group", output.Clean(name)), c.CommandLine("protection-group-run", "list", name, "--since", "-30d"))
		}
	}
}

// ofSources finds sources that do not authenticate or refresh, agents and connectors that are down, and agents that are behind.
func (in *instance) ofSources(c *engine.Context, add adder) {
	for _, s := range in.sources {
		name := output.String(s, "rootNode.name")
		message := output.String(s, "registrationInfo.authenticationErrorMessage|registrationInfo.refreshErrorMessage")
		refreshed, _ := output.Int(s, "registrationInfo.refreshTimeUsecs")
		if message != "" {
			add(source, name, time.UnixMicro(refreshed), message, c.CommandLine("protection-source", "refresh", name, "--wait"))
		}
	}
	for _, tree := range in.trees {
		name := output.String(tree, "protectionSource.name")
		for _, a := range output.List(tree, "protectionSource.physicalProtectionSource.agents") {
			switch status := output.String(a, "status"); {
			case status == "kUnreachable" || status == "kDegraded":
				add(agent, name, time.Time{}, cmp.Or(output.String(a, "statusMessage"), i18n.T("status.agent|The agent is {{.Status}}.", "Status", output.EnumText(status))), c.CommandLine("protection-source", "refresh", name, "--wait"))
			case output.String(a, "upgradability") == "kUpgradable":
				add(upgrade, name, time.Time{}, i18n.T("status.upgrade|The agent can be upgraded; its version is {{.Version}}.", "Version", output.Clean(output.String(a, "version"))),
					c.CommandLine("agent-upgrade-task", "create", "--name", "upgrade-"+name, "--agent-ids", name))
			}
		}
	}
	for _, one := range in.connectors {
		if output.At(one, "connectivityStatus.isConnected") != false {
			continue
		}
		seen, _ := output.Int(one, "connectivityStatus.lastConnectedTimestampSecs")
		add(connector, output.String(one, "connectorName|connectorId"), time.Unix(seen, 0), cmp.Or(output.String(one, "connectivityStatus.message"), i18n.T("status.connector|The connector is not connected.")),
			c.CommandLine("data-source-connector", "list"))
	}
}

// ofRecoveries finds recoveries that failed, and those that take very long.
func (in *instance) ofRecoveries(c *engine.Context, add adder) {
	for _, r := range in.recoveries {
		name, status := output.String(r, "name|id"), output.String(r, "status")
		began := time.Time{}
		if usecs, ok := output.Int(r, "startTimeUsecs"); ok {
			began = time.UnixMicro(usecs)
		}
		show := c.CommandLine("recovery", "get", output.String(r, "id"))
		switch {
		case engine.IsFailed(status) && in.now.Sub(began) <= in.span:
			add(recovery, name, began, cmp.Or(firstMessage(r), i18n.T("status.recovery|The recovery failed.")), show)
		case !engine.IsEnded(status) && in.now.Sub(began) > hanging:
			add(recovery, name, began, i18n.T("status.hangs|The recovery has not ended after {{.Span}}.", "Span", output.Duration(in.now.Sub(began).Round(time.Minute))), show)
		}
	}
}

func firstMessage(recovery any) string {
	for _, m := range output.List(recovery, "messages") {
		if text := output.String(m, ""); text != "" {
			return text
		}
	}
	return ""
}
