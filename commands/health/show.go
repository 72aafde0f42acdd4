package health

import (
	"slices"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// show shows the page; as CSV it is a line a problem, and a terminal gets a few of each kind.
func (d *document) show(c *engine.Context) error {
	view, lines := page, problems
	if d.many {
		view, lines = manyPage(), manyProblems
	}
	switch {
	case c.Options.Format == output.CSVFormat && c.Options.Query == nil:
		return c.ShowValue(lines(), map[string]any{"problems": slices.Concat(d.Attention, d.Noticed)})
	case c.Options.Format == output.TableFormat && c.Streams.OutTerm && !c.Options.Machine():
		short := *d
		short.Attention, short.Noticed = folded(c, d.Attention), folded(c, d.Noticed)
		if others := len(d.Running) - maxRunning; others > 1 {
			short.Running = append(slices.Clone(d.Running[:maxRunning]), &running{Group: more(others)})
		}
		d = &short
	}
	return c.ShowValue(view, d)
}

// checkNames returns an error for a name that nothing has: a page about nothing would look as if all were well.
func (d *document) checkNames(c *engine.Context) error {
	if len(d.unmet) == 0 || d.many && len(d.Instances) == 0 {
		return nil
	}
	return engine.Fail(engine.ExitNotFound, "status.unmet|No protection group, host or object matches '{{.Word}}'.", "Word", d.unmet[0]).
		Hint("report.hosts|Run '{{.Command}}' to see them all.", "Command", c.CommandLine("report", "objects"))
}

// idleness is why nothing is backed up, in the only instance or in one of several, and the words of the command that helps.
type idleness struct {
	why, whyThere i18n.Text
	next          []string
}

var (
	noGroup = &idleness{"status.nothing|There is no protection group here: nothing is backed up.",
		"status.nothing-in|There is no protection group in '{{.Instance}}': nothing is backed up there.", []string{"protect", "--help"}}
	noneActive = &idleness{"status.inactive|No protection group is active: nothing is backed up.",
		"status.inactive-in|No protection group of '{{.Instance}}' is active: nothing is backed up there.", []string{"protection-group", "list"}}
)

// idleInstance is one of several instances in which nothing is backed up.
type idleInstance struct {
	name string
	*idleness
}

// end turns the state into the end of the command.
func (d *document) end(c *engine.Context) error {
	if d.idle != nil {
		c.Warn(d.idle.why)
		c.Next(d.idle.next...)
	}
	for _, one := range d.idleIn {
		c.Warn(one.whyThere, "Instance", one.name)
	}
	if d.Needs == 0 {
		if d.idle == nil && !c.Options.Machine() {
			c.Note("status.fine|Nothing needs attention.")
		}
		return nil
	}
	c.Note("status.attention|{{.Count}} problem needs attention.|{{.Count}} problems need attention.", "Count", d.Needs)
	if c.Streams.ErrTerm && !c.Options.Machine() {
		said := map[survey.Kind]bool{}
		for _, p := range d.Attention { // for the first of each kind: the others are alike
			if !said[p.Kind] {
				said[p.Kind] = true
				c.Note("next|Next: {{.Command}}", "Command", p.Next)
			}
		}
	}
	return &engine.Failure{Exit: engine.ExitAttention, Silent: true}
}

// more says how many problems of a kind are not shown.
func more(count int) string {
	return i18n.T("status.more|{{.Count}} more|{{.Count}} more", "Count", count)
}

// maxOfKind is how many problems of a kind a terminal gets in a list, where "--output wide" has them all.
const maxOfKind = 5

// maxRunning is how many runs that have not ended a terminal gets.
const maxRunning = 10

// folded returns problems for a page on a terminal: the first of each kind, and how many there are more.
func folded(c *engine.Context, list []*problem) (short []*problem) {
	for i := 0; i < len(list); {
		end := i
		for end < len(list) && list[end].Kind == list[i].Kind {
			end++
		}
		if end-i <= maxOfKind+1 {
			short = append(short, list[i:end]...)
		} else {
			short = append(short, list[i:i+maxOfKind]...)
			words := append([]string{"status"}, c.Args...)
			short = append(short, &problem{Finding: &survey.Finding{Kind: list[i].Kind, Name: more(end - i - maxOfKind), Next: c.CommandLine(append(words, "--output", "wide")...)}})
		}
		i = end
	}
	return short
}
