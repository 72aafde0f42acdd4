package diagnosis

import (
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// What messages alone say.

// sentences are what messages of a kind mean, of an object of a run and of one of a recovery. The object is left out where the service does not
// name it.
var sentences = map[Kind]struct{ run, recovery, whole i18n.Text }{
	Connector:     {"why.m-connector|The connector on the way to '{{.Object}}' did not work.", "why.r-connector|The connector on the way to the target of '{{.Object}}' did not work.", "why.w-connector|A connector did not work."},
	Agent:         {"why.m-agent|The agent of '{{.Object}}' did not work properly.", "why.r-agent|The agent at the target of '{{.Object}}' did not work properly.", "why.w-agent|An agent did not work properly."},
	Credentials:   {"why.m-credentials|The service could not log in to '{{.Object}}'.", "why.r-credentials|The service could not log in to the target of '{{.Object}}'.", "why.w-credentials|The service could not log in."},
	Network:       {"why.m-network|The connection to '{{.Object}}' could not be made, or broke.", "why.r-network|The connection to the target of '{{.Object}}' could not be made, or broke.", "why.w-network|A connection could not be made, or broke."},
	Timeout:       {"why.m-timeout|The backup of '{{.Object}}' ran into a time limit.", "why.r-timeout|The recovery of '{{.Object}}' ran into a time limit.", "why.w-timeout|It ran into a time limit."},
	Restart:       {"why.m-restart|The backup of '{{.Object}}' was interrupted, because something stopped or restarted.", "why.r-restart|The recovery of '{{.Object}}' was interrupted, because something stopped or restarted.", "why.w-restart|It was interrupted, because something stopped or restarted."},
	Space:         {"why.m-space|There was no space left for the backup of '{{.Object}}'.", "why.r-space|There is no space left at the target of '{{.Object}}'.", "why.w-space|There is no space left."},
	Quota:         {"why.m-quota|A quota is used up that the backup of '{{.Object}}' counts against.", "why.r-quota|A quota is used up at the target of '{{.Object}}'.", "why.w-quota|A quota is used up."},
	Permission:    {"why.m-permission|The agent may not read everything on '{{.Object}}'.", "why.r-permission|The agent may not write at the target of '{{.Object}}'.", "why.w-permission|A permission is missing."},
	Path:          {"why.m-path|A file or folder to back up does not exist on '{{.Object}}'.", "why.r-path|A file or folder does not exist at the target of '{{.Object}}'.", "why.w-path|A file or folder does not exist."},
	Gone:          {"why.m-gone|'{{.Object}}' does not exist any more, or cannot be found.", "why.r-gone|What '{{.Object}}' is to be recovered to does not exist.", "why.w-gone|An object does not exist any more, or cannot be found."},
	Lock:          {"why.m-lock|Files on '{{.Object}}' were open or changed meanwhile.", "why.r-lock|Files at the target of '{{.Object}}' are open.", "why.w-lock|Files were open or changed meanwhile."},
	ReadError:     {"why.m-read|A disk of '{{.Object}}' could not be read.", "why.r-read|A disk at the target of '{{.Object}}' could not be read or written.", "why.w-read|A disk could not be read."},
	Memory:        {"why.m-memory|Memory was short for the backup of '{{.Object}}'.", "why.r-memory|Memory was short for the recovery of '{{.Object}}'.", "why.w-memory|Memory was short."},
	VSS:           {"why.m-vss|A snapshot of a volume could not be made on '{{.Object}}'.", "why.r-vss|A snapshot of a volume could not be made at the target of '{{.Object}}'.", "why.w-vss|A snapshot of a volume could not be made."},
	Certificate:   {"why.m-certificate|A certificate was not accepted on the way to '{{.Object}}'.", "why.r-certificate|A certificate was not accepted on the way to the target of '{{.Object}}'.", "why.w-certificate|A certificate was not accepted."},
	License:       {"why.m-license|A license is missing for '{{.Object}}', or has ended.", "why.r-license|A license is missing for the recovery of '{{.Object}}', or has ended.", "why.w-license|A license is missing, or has ended."},
	Canceled:      {"why.m-canceled|Somebody canceled the backup of '{{.Object}}'.", "why.r-canceled|Somebody canceled the recovery of '{{.Object}}'.", "why.w-canceled|Somebody canceled it."},
	Exists:        {"why.m-exists|Something exists already that the backup of '{{.Object}}' may not overwrite.", "why.r-exists|What is to be recovered of '{{.Object}}' exists at the target, and was not overwritten.", "why.w-exists|Something exists already and was not overwritten."},
	NotInSnapshot: {"why.m-index|An earlier snapshot of '{{.Object}}' lacks something.", "why.r-index|The snapshot of '{{.Object}}' does not have what is to be recovered.", "why.w-index|The snapshot does not have what is to be recovered."},
	SnapshotGone:  {"why.m-snapshot|A snapshot of '{{.Object}}' does not exist any more.", "why.r-snapshot|The snapshot of '{{.Object}}' does not exist any more, or cannot be read.", "why.w-snapshot|A snapshot does not exist any more."},
}

// wordScore returns how much a message of a kind counts alone.
func wordScore(kind Kind) int {
	switch {
	case isLink(kind) || kind == Restart:
		return vagueWord
	case kind == Gone || kind == SnapshotGone || kind == Path:
		return plainWord - 5
	}
	return plainWord
}

// ofMessage returns the cause that messages of a kind name, by their words alone.
func ofMessage(f *Facts, o *Object, kind Kind) *Cause {
	s, known := sentences[kind]
	if !known {
		return nil
	}
	text := s.run
	switch {
	case o.Name == "":
		text = s.whole
	case f.IsRecovery:
		text = s.recovery
	}
	messages := o.saying(kind)
	c := &Cause{Kind: kind, subject: o.ID, Score: wordScore(kind), next: f.nextOf(kind, o)}
	c.Sentence = i18n.T(text, "Object", output.Clean(o.Title))
	if len(messages) > 0 && messages[0].Event && o.Failed {
		c.Score -= 5 // what was noted on the way need not be why it ended so
	}
	c.says(o.Title, messages)
	switch {
	case kind == Exists && f.IsRecovery && !f.Overwrites:
		c.Score = recorded
		c.because(f.Shown, f.Start, i18n.T("why.no-overwrite|The recovery was not allowed to overwrite what exists."))
	case kind == Agent && o.Host != nil && o.Host.Agent == "kHealthy":
		c.because(sourceList, f.Now, i18n.T("why.agent-now|The status of the agent on '{{.Host}}' is {{.Status}} now.", "Host", output.Clean(o.Host.Name), "Status", output.EnumText(o.Host.Agent)))
	}
	return c
}

// nextOf returns the words of the command that mends what messages of a kind say, or shows more.
func (f *Facts) nextOf(kind Kind, o *Object) []string {
	host := ""
	if o.Host != nil {
		host = o.Host.Name
	}
	switch {
	case kind == Exists && f.IsRecovery && f.Again != nil:
		return f.Again
	case (kind == SnapshotGone || kind == NotInSnapshot) && o.Title != "":
		return []string{"snapshot", "list", o.Title}
	case kind == Credentials && host != "":
		return []string{"protection-source", "edit", host}
	case (kind == Agent || kind == Gone) && host != "":
		return []string{"protection-source", "refresh", host, "--wait"}
	case kind == Connector || kind == Certificate:
		return []string{"data-source-connector", "list"}
	case f.IsRecovery:
		return f.Shown
	case kind == Space || kind == Quota:
		return []string{"protection-group-run", "expire", f.Name, "--older-than", "30d", "--dry-run"}
	case kind == Path || kind == Permission || kind == Gone:
		return []string{"protection-group", "edit", f.Name}
	case o.Failed && (isLink(kind) || kind == VSS || kind == Lock || kind == Restart || kind == Canceled):
		return []string{"protection-group-run", "retry", "--failed", f.Name}
	}
	return []string{"protection-group-run", "logs", f.Name, f.Number}
}

// ofWhole returns the causes that are about a run or recovery as a whole.
func (f *Facts) ofWhole() (list []*Cause) {
	switch f.Status {
	case "Canceled":
		list = append(list, f.whyCanceled())
	case "Missed", "Skipped":
		list = append(list, f.whyMissed())
	}
	if f.Late {
		list = append(list, f.whyLate())
	}
	if len(f.Objects) == 0 || slices.ContainsFunc(f.Objects, func(o *Object) bool { return o.Name == "" }) {
		return slices.DeleteFunc(list, func(c *Cause) bool { return c == nil })
	}
	// What the run says and no object does.
	rest := &Object{Failed: true}
	for _, m := range f.Said {
		if m.Kind != "" && m.Kind != Canceled && !slices.ContainsFunc(f.Objects, func(o *Object) bool {
			return slices.ContainsFunc(o.Said, func(other Message) bool { return sameText(other.Text, m.Text) || other.Kind == m.Kind })
		}) {
			rest.Said = append(rest.Said, m)
		}
	}
	if len(list) == 0 {
		for _, kind := range rest.kinds() {
			list = append(list, ofMessage(f, rest, kind))
		}
	}
	return slices.DeleteFunc(list, func(c *Cause) bool { return c == nil })
}

// whyCanceled is the rule for a run or recovery that was canceled.
func (f *Facts) whyCanceled() *Cause {
	if window := blackoutAt(f.Policy, f.End); window != nil && f.AbortsInBlack {
		c := &Cause{Kind: Blackout, Score: recorded + 2, next: []string{"protection-policy", "get", f.PolicyName}, Sentence: i18n.T("why.blackout-canceled|The run was canceled because a blackout window of policy '{{.Policy}}' began.", "Policy", output.Clean(f.PolicyName))}
		c.because(c.next, f.End, window.sentence())
		return c.because([]string{"protection-group", "get", f.Name}, f.Now, i18n.T("why.aborts|Group '{{.Group}}' cancels its runs in blackout windows.", "Group", output.Clean(f.Name))).says("", f.Said)
	}
	c := &Cause{Kind: Canceled, Score: recorded, next: []string{"protection-group-run", "create", f.Name, "--wait"}, Sentence: i18n.T("why.canceled-run|Somebody canceled the run before it had ended.")}
	if f.IsRecovery {
		c.next, c.Sentence = f.Shown, i18n.T("why.canceled-recovery|Somebody canceled the recovery before it had ended.")
	}
	c.because(f.Shown, f.End, i18n.T("why.status|The status is {{.Status}}.", "Status", output.EnumText(f.Status)))
	if f.Policy != nil && !f.IsRecovery {
		c.because([]string{"protection-policy", "get", f.PolicyName}, f.End, i18n.T("why.no-blackout|No blackout window of policy '{{.Policy}}' canceled it.", "Policy", output.Clean(f.PolicyName)))
	}
	return c.says("", f.Said)
}

// whyMissed is the rule for a scheduled run that did not take place.
func (f *Facts) whyMissed() *Cause {
	at := f.Start
	if at.IsZero() {
		at = f.End
	}
	if window := blackoutAt(f.Policy, at); window != nil {
		c := &Cause{Kind: Blackout, Score: recorded + 2, next: []string{"protection-policy", "get", f.PolicyName}, Sentence: i18n.T("why.blackout|The run was due in a blackout window of policy '{{.Policy}}'.", "Policy", output.Clean(f.PolicyName))}
		return c.because(c.next, at, window.sentence()).says("", f.Said)
	}
	for _, p := range f.History {
		if p.Number != f.Number && !at.IsZero() && p.Start.Before(at) && (p.End.IsZero() || p.End.After(at)) && p.Status != "Missed" {
			c := &Cause{Kind: Overlap, Score: recorded, next: []string{"protection-group-run", "list", f.Name}, Sentence: i18n.T("why.overlap|Run {{.Run}} was still active when this one was due.", "Run", output.Clean(p.Number))}
			return c.because([]string{"protection-group-run", "get", f.Name, p.Number}, p.Start, i18n.T("why.overlap-time|Run {{.Run}} began {{.Ago}} before this one was due.", "Run", output.Clean(p.Number), "Ago", output.Duration(at.Sub(p.Start).Round(time.Second)))).says("", f.Said)
		}
	}
	if f.Paused {
		c := &Cause{Kind: PausedGroup, Score: stateOnly, next: []string{"protection-group", "resume", f.Name}, Sentence: i18n.T("why.paused|Protection group '{{.Group}}' is paused.", "Group", output.Clean(f.Name))}
		return c.because([]string{"protection-group", "get", f.Name}, f.Now, c.Sentence).says("", f.Said)
	}
	return nil
}
