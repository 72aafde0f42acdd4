package diagnosis

import (
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// The rules. Each is a function of the facts alone, and asks nothing.

// Causes returns the causes that the facts give, the strongest first, and none where they do not give any.
func (f *Facts) Causes() []*Cause {
	var all []*Cause
	ofWhole := f.ofWhole()
	all = append(all, ofWhole...)
	for _, o := range f.Objects {
		if o.Failed && f.isExplained(o, ofWhole) {
			continue
		}
		all = append(all, f.ofObject(o)...)
	}
	return rank(all)
}

// isExplained reports whether an object failed only because the run as a whole did: it was canceled or did not take place.
func (f *Facts) isExplained(o *Object, ofWhole []*Cause) bool {
	return (f.Status == "Canceled" || f.Status == "Missed" || f.Status == "Skipped") && len(ofWhole) > 0 && (o.Canceled || !slices.ContainsFunc(o.kinds(), func(k Kind) bool { return k != Canceled }))
}

// ofObject returns the causes of what is wrong with an object: those that states prove, and else what its messages say.
func (f *Facts) ofObject(o *Object) (list []*Cause) {
	add := func(c *Cause) {
		if c == nil {
			return
		}
		if o.Name != "" {
			c.Objects = []string{output.Clean(o.Title)}
		}
		list = append(list, f.withHistory(c, o))
	}
	if o.Failed {
		for _, rule := range []func(*Facts, *Object) *Cause{connectorAway, agentDown, loginFails, notRefreshed, sharedConnection, objectGone, snapshotGone} {
			add(rule(f, o))
		}
	}
	for _, kind := range o.kinds() {
		if !slices.ContainsFunc(list, func(c *Cause) bool { return c.Score >= enough && (c.Kind == kind || slices.Contains(c.explains, kind)) }) {
			add(ofMessage(f, o, kind))
		}
	}
	return list
}

// agreement returns how strongly a state counts that explains messages of some kinds: more where there are such messages, less where there are
// none, and hardly where they are all about something else.
func (o *Object) agreement(explains ...Kind) int {
	kinds := o.kinds()
	switch {
	case slices.ContainsFunc(kinds, func(k Kind) bool { return slices.Contains(explains, k) }):
		return proven
	case len(kinds) == 0:
		return stateOnly
	}
	return doubtful
}

// connectorAway is the rule for connectors that were not connected.
func connectorAway(f *Facts, o *Object) *Cause {
	h := o.Host
	if h == nil || !f.current(o) {
		return nil
	}
	away, all := h.away(f.End)
	if len(away) == 0 {
		return nil
	}
	explains := []Kind{Network, Timeout, Agent, Connector}
	score := o.agreement(explains...)
	if !all && score != proven { // the others did the work
		return nil
	}
	if score == proven {
		score++ // an agent behind a connector that is away cannot be reached either
	}
	c := &Cause{Kind: Connector, subject: h.ConnectionID, explains: explains, next: []string{"data-source-connector", "list", "--connection-id", h.Connection}}
	if all {
		c.Score = score
		c.Sentence = i18n.T("why.connector|No connector of connection '{{.Connection}}' was connected.", "Connection", output.Clean(h.Connection))
	} else {
		c.Score = vagueWord + 5
		c.Sentence = i18n.T("why.connector-some|A connector of connection '{{.Connection}}' was not connected.", "Connection", output.Clean(h.Connection))
	}
	for _, one := range away {
		if one.Seen.IsZero() {
			c.because(connectorList, one.Seen, i18n.T("why.connector-off|Connector '{{.Name}}' is not connected.", "Name", output.Clean(one.Name)))
		} else {
			c.because(connectorList, one.Seen, i18n.T("why.connector-seen|Connector '{{.Name}}' is not connected; it was last seen {{.Ago}} ago.", "Name", output.Clean(one.Name), "Ago", output.Duration(max(0, f.Now.Sub(one.Seen).Round(time.Second)))))
		}
		if one.Says != "" {
			c.because(connectorList, one.Seen, i18n.T("why.connector-says|Connector '{{.Name}}' says: {{.Message}}", "Name", output.Clean(one.Name), "Message", output.Clean(one.Says)))
		}
	}
	if h.Agent == unreachable {
		c.because(sourceList, f.Now, i18n.T("why.agent-too|The agent on '{{.Host}}' cannot be reached, either.", "Host", output.Clean(h.Name)))
	}
	f.addNeighbors(c, func(n *Neighbor) bool { return n.Connection == h.ConnectionID })
	return c.says(o.Title, o.saying(explains...))
}

// agentDown is the rule for agents that cannot be reached or work badly.
func agentDown(f *Facts, o *Object) *Cause {
	h := o.Host
	if h == nil || h.Agent != unreachable && h.Agent != degraded {
		return nil
	}
	explains := []Kind{Network, Timeout, Agent, Connector, Restart}
	score := o.agreement(explains...)
	if h.Agent == degraded {
		score = min(score, proven-5)
	}
	if !f.current(o) || h.Agent == unreachable && f.workedSince(h) { // one that is degraded is read all the same
		if score != proven && score != proven-5 {
			return nil
		}
		score = plainWord // it may come and go
	}
	c := &Cause{Kind: Agent, subject: h.ID, Score: score, explains: explains, next: []string{"protection-source", "refresh", h.Name, "--wait"}}
	if h.Agent == unreachable {
		c.Sentence = i18n.T("why.agent|The agent on '{{.Host}}' cannot be reached.", "Host", output.Clean(h.Name))
	} else {
		c.Sentence = i18n.T("why.agent-degraded|The agent on '{{.Host}}' does not work properly.", "Host", output.Clean(h.Name))
	}
	c.because(sourceList, f.Now, i18n.T("why.agent-status|The status of the agent on '{{.Host}}' is {{.Status}}.", "Host", output.Clean(h.Name), "Status", output.EnumText(h.Agent)))
	if h.AgentSays != "" {
		c.because(sourceList, f.Now, i18n.T("why.agent-says|The agent on '{{.Host}}' says: {{.Message}}", "Host", output.Clean(h.Name), "Message", output.Clean(h.AgentSays)))
	}
	f.sinceRefresh(c, h)
	f.addNeighbors(c, func(n *Neighbor) bool { return n.HostID == h.ID })
	return c.says(o.Title, o.saying(explains...))
}

// sinceRefresh adds when the objects of a host were last read.
func (f *Facts) sinceRefresh(c *Cause, h *Host) {
	if !h.Refreshed.IsZero() {
		c.because(sourceInfo, h.Refreshed, i18n.T("why.refreshed|Source '{{.Host}}' was last refreshed {{.Ago}} ago.", "Host", output.Clean(h.Name), "Ago", output.Duration(max(0, f.Now.Sub(h.Refreshed).Round(time.Second)))))
	}
}

// loginFails is the rule for registrations with which the service cannot log in.
func loginFails(f *Facts, o *Object) *Cause {
	h := o.Host
	if h == nil || h.LoginError == "" || isLink(KindOf(h.LoginError)) { // that it could not connect is no matter of credentials
		return nil
	}
	score := o.agreement(Credentials, Permission)
	if score == doubtful && slices.ContainsFunc(o.kinds(), isLink) && KindOf(h.LoginError) == Credentials {
		score = plainWord + 5 // a connection that is refused may be one that is not logged in
	}
	if !f.current(o) || f.workedSince(h) {
		if score != proven {
			return nil
		}
		score = plainWord
	}
	c := &Cause{Kind: Credentials, subject: h.ID, Score: score, explains: []Kind{Credentials, Permission}, next: []string{"protection-source", "edit", h.Name},
		Sentence: i18n.T("why.credentials|The service cannot log in to source '{{.Host}}'.", "Host", output.Clean(h.Name))}
	c.because(sourceInfo, f.Now, i18n.T("why.credentials-says|The registration of '{{.Host}}' says: {{.Message}}", "Host", output.Clean(h.Name), "Message", output.Clean(h.LoginError)))
	f.sinceRefresh(c, h)
	f.addNeighbors(c, func(n *Neighbor) bool { return n.HostID == h.ID })
	return c.says(o.Title, o.saying(Credentials, Permission))
}

// notRefreshed is the rule for sources whose objects the service cannot read, for the reason that the run has.
func notRefreshed(f *Facts, o *Object) *Cause {
	h := o.Host
	if h == nil || h.RefreshError == "" || h.Agent == unreachable || !f.current(o) {
		return nil
	}
	kind := KindOf(h.RefreshError)
	if kind == "" || !slices.Contains(o.kinds(), kind) {
		return nil
	}
	c := ofMessage(f, o, kind)
	c.Score, c.next = recorded-5, []string{"protection-source", "refresh", h.Name, "--wait"}
	c.because(sourceInfo, f.Now, i18n.T("why.refresh-says|The last refresh of '{{.Host}}' says: {{.Message}}", "Host", output.Clean(h.Name), "Message", output.Clean(h.RefreshError)))
	f.sinceRefresh(c, h)
	return c
}

// sharedConnection is the rule for a connection behind which several hosts failed at the same time, although its connectors are there now.
func sharedConnection(f *Facts, o *Object) *Cause {
	h := o.Host
	if h == nil || h.ConnectionID == "" || !slices.ContainsFunc(o.kinds(), isLink) || h.Agent == unreachable {
		return nil
	}
	if _, all := h.away(f.End); all {
		return nil
	}
	c := &Cause{Kind: Connector, subject: h.ConnectionID, Score: plainWord + 5, explains: []Kind{Network, Timeout, Agent, Connector}, next: []string{"data-source-connector", "list", "--connection-id", h.Connection},
		Sentence: i18n.T("why.shared|Connection '{{.Connection}}' was likely interrupted: other hosts behind it failed at the same time.", "Connection", output.Clean(h.Connection))}
	if f.addNeighbors(c, func(n *Neighbor) bool { return n.Connection == h.ConnectionID && n.HostID == "" }) == 0 {
		return nil
	}
	return c.says(o.Title, o.saying(Network, Timeout, Agent, Connector))
}

// addNeighbors adds groups that failed at the same time, and returns their number.
func (f *Facts) addNeighbors(c *Cause, shares func(*Neighbor) bool) (count int) {
	for _, n := range f.Neighbors {
		if shares(n) {
			if count++; count <= mostMessages {
				c.because([]string{"protection-group-run", "list", n.Name}, n.End, i18n.T("why.neighbor|Group '{{.Group}}', which depends on the same, failed at about the same time.", "Group", output.Clean(n.Name)))
			}
		}
	}
	return count
}

// objectGone is the rule for objects that the sources do not have any more.
func objectGone(f *Facts, o *Object) *Cause {
	if !o.Looked || !o.IsGone || f.IsRecovery || !f.current(o) {
		return nil
	}
	score := o.agreement(Gone, Path, SnapshotGone)
	if score == proven {
		score -= 2
	}
	next := []string{"protection-group", "get", f.Name}
	if o.Host != nil {
		next = []string{"protection-source", "refresh", o.Host.Name, "--wait"}
	}
	c := &Cause{Kind: Gone, subject: o.ID, Score: score, explains: []Kind{Gone, Path, SnapshotGone}, next: next, Sentence: i18n.T("why.gone|'{{.Object}}' does not exist any more.", "Object", output.Clean(o.Title))}
	c.because([]string{"objects-search", "--object-ids", o.ID}, f.Now, i18n.T("why.gone-looked|The sources have no object '{{.Object}}' with the ID {{.ID}} any more.", "Object", output.Clean(o.Title), "ID", o.ID))
	return c.says(o.Title, o.saying(Gone, Path, SnapshotGone))
}

// snapshotGone is the rule for snapshots that are not there any more.
func snapshotGone(f *Facts, o *Object) *Cause {
	if !f.IsRecovery || !o.SnapshotLooked || !o.SnapshotGone || !f.current(o) {
		return nil
	}
	score := o.agreement(SnapshotGone, Gone, Path, NotInSnapshot)
	if score == proven {
		score -= 2
	}
	c := &Cause{Kind: SnapshotGone, subject: o.Snapshot, Score: score, explains: []Kind{SnapshotGone, Gone, Path, NotInSnapshot}, next: []string{"snapshot", "list", o.Title},
		Sentence: i18n.T("why.snapshot|The snapshot of '{{.Object}}' does not exist any more: it has expired or was deleted.", "Object", output.Clean(o.Title))}
	c.because([]string{"snapshot", "list", o.Title}, f.Now, i18n.T("why.snapshot-looked|The snapshot to recover from is not among those of '{{.Object}}'.", "Object", output.Clean(o.Title)))
	return c.says(o.Title, o.saying(SnapshotGone, Gone, Path, NotInSnapshot))
}

// withHistory adds to a cause since when an object has failed.
func (f *Facts) withHistory(c *Cause, o *Object) *Cause {
	if f.IsRecovery || o.Name == "" {
		return c
	}
	if !o.LastGood.IsZero() {
		c.because([]string{"protection-group-run", "list", f.Name}, o.LastGood, i18n.T("why.last-good|'{{.Object}}' was last backed up {{.Ago}} ago.", "Object", output.Clean(o.Title), "Ago", output.Duration(max(0, f.Now.Sub(o.LastGood).Round(time.Second)))))
	}
	if o.FailedSince > 1 {
		c.because([]string{"protection-group-run", "list", f.Name}, f.Start, i18n.T("why.failed-before|The backup of '{{.Object}}' has failed {{.Count}} time in a row.|The backup of '{{.Object}}' has failed {{.Count}} times in a row.", "Object", output.Clean(o.Title), "Count", o.FailedSince))
	}
	if o.LaterGood {
		c.because([]string{"protection-group-run", "list", f.Name}, f.End, i18n.T("why.later-good|A later run has backed up '{{.Object}}'.", "Object", output.Clean(o.Title)))
	}
	return c
}
