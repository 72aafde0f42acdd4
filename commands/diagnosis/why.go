package diagnosis

import (
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// RunWhy is the command that says why a run ended badly, among those about runs.
var RunWhy = engine.Command{
	Name: "why", About: "run.why|Find out why a run failed, with evidence.", View: page, Role: engine.Reader, ReadOnly: true, Job: whyRun,
	Args:     []engine.Argument{{Title: "GROUP", Optional: true}, {Title: "RUN", Optional: true}},
	Examples: []string{"run why", "run why web-files", "run why web-files 7 --output json"},
}

// RecoveryWhy is the command that says why a recovery ended badly, among those about recoveries.
var RecoveryWhy = engine.Command{
	Name: "why", About: "recovery.why|Find out why a recovery failed, with evidence.", View: page, Role: engine.Reader, ReadOnly: true, Job: whyRecovery,
	Args:     []engine.Argument{{Title: "RECOVERY"}},
	Examples: []string{"recovery why web-1-etc", "recovery why web-1-etc --output json"},
}

// Report is what was found out, for people and programs.
type Report struct {
	Answer   string   `json:"answer"` // in a sentence
	Kind     string   `json:"kind"`   // run or recovery; "" where nothing ended badly
	Name     string   `json:"name"`   // of the group or the recovery
	ID       string   `json:"id"`
	Status   string   `json:"status"`
	Start    int64    `json:"startTimeUsecs"`
	End      int64    `json:"endTimeUsecs"`
	Causes   []*Cause `json:"causes"` // the strongest first
	LookedAt []Look   `json:"lookedAt"`
}

// whyRun carries out `protection-group-run why`.
func whyRun(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		words := c.Args
		if len(words) == 0 {
			name, err := newestBad(c)
			if err != nil {
				return err
			}
			if name == "" {
				return fine(c, nil, i18n.T("why.none|No group's last run ended badly."))
			}
			words = []string{name}
		}
		group, id, err := runs.Of(c, words)
		if err != nil {
			return err
		}
		g, err := gatherRun(c, group, id)
		if err != nil {
			return err
		}
		name := output.Clean(g.Name)
		switch {
		case g.row == nil:
			return fine(c, g, i18n.T("why.no-bad-run|None of the latest runs of '{{.Group}}' ended badly.", "Group", name))
		case !endedBadly(g.row) && engine.IsEnded(g.Status):
			return fine(c, g, i18n.T("why.fine|Run {{.Run}} of '{{.Group}}' succeeded.", "Run", output.Clean(g.Number), "Group", name))
		case !engine.IsEnded(g.Status) && !slices.ContainsFunc(g.Objects, func(o *Object) bool { return o.Failed }):
			return fine(c, g, i18n.T("why.active|Run {{.Run}} of '{{.Group}}' has not ended yet.", "Run", output.Clean(g.Number), "Group", name))
		}
		return g.answer(c, []string{"protection-group-run", "logs", g.Name, g.Number})
	}
}

// newestBad returns the name of the group whose last run ended badly, and most recently; "" where none did.
func newestBad(c *engine.Context) (name string, err error) {
	var newest time.Time
	err = selection.EachGroupWithLastRun(c, func(row any) {
		last := output.At(row, "lastRun")
		if last == nil || !endedBadly(last) {
			return
		}
		if at := runs.Start(last); name == "" || at.After(newest) {
			name, newest = output.String(row, "id"), at
		}
	})
	return name, err
}

// whyRecovery carries out `recovery why`.
func whyRecovery(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		c.Named = c.Args[0]
		id, err := c.LookUp(api.KindRecovery, c.Named)
		if err != nil {
			return err
		}
		g, err := gatherRecovery(c, id)
		if err != nil {
			return err
		}
		switch name := output.Clean(g.Name); {
		case g.Status == "Succeeded":
			return fine(c, g, i18n.T("why.recovery-fine|Recovery '{{.Name}}' succeeded.", "Name", name))
		case !engine.IsEnded(g.Status):
			return fine(c, g, i18n.T("why.recovery-active|Recovery '{{.Name}}' has not ended yet.", "Name", name))
		}
		return g.answer(c, []string{"recovery", "logs", g.ID})
	}
}

// report returns what is known of the run or recovery, without causes.
func (g *gathering) report() *Report {
	r := &Report{Causes: []*Cause{}, LookedAt: []Look{}}
	if g == nil {
		return r
	}
	r.LookedAt = append(r.LookedAt, g.looked...)
	if g.row == nil {
		return r
	}
	r.Kind, r.Name, r.ID, r.Status, r.Start, r.End = "run", g.Name, g.ID, g.Status, max(g.Start.UnixMicro(), 0), max(g.End.UnixMicro(), 0)
	if g.IsRecovery {
		r.Kind = "recovery"
	}
	return r
}

// fine says that there is nothing to explain.
func fine(c *engine.Context, g *gathering, answer string) error {
	r := g.report()
	r.Answer = answer
	return r.show(c)
}

// answer says why it ended as it did. logs are the words of a command that shows all messages, for where no cause is found.
func (g *gathering) answer(c *engine.Context, logs []string) error {
	r := g.report()
	r.Causes = append(r.Causes, g.Causes()...)
	for _, cause := range r.Causes {
		cause.Next = c.CommandLine(cause.next...)
		for i := range cause.Evidence {
			cause.Evidence[i].Where = c.CommandLine(cause.Evidence[i].where...)
		}
	}
	if len(r.Causes) > 0 {
		r.Answer = r.Causes[0].Sentence
	} else {
		r.Answer = i18n.T("why.unknown|No cause was found.")
	}
	if err := r.show(c); err != nil {
		return err
	}
	if len(r.Causes) == 0 {
		for _, sentence := range g.heard() {
			c.Say(sentence)
		}
		c.Note("why.looked|Nothing that was looked at explains how it ended.")
		if !c.Options.Machine() {
			for _, line := range r.places() {
				c.Say("  " + line)
			}
		}
		c.Next(logs...)
		if err := g.failures.Err(); err != nil {
			return err
		}
		return &engine.Failure{Exit: engine.ExitNotFound, Silent: true}
	}
	if err := g.failures.Err(); err != nil { // there is an answer all the same
		c.Warn("why.unread|Not everything could be read: {{.Reason}}", "Reason", strings.ReplaceAll(err.Error(), "\n", " "))
	}
	return nil
}

// places returns what was looked at, each once.
func (r *Report) places() (list []string) {
	for _, l := range r.LookedAt {
		if !slices.Contains(list, l.Where) {
			list = append(list, l.Where)
		}
	}
	return list
}
