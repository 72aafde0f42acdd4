// Package health has the command that says on one page what is wrong with an instance.
package health

import (
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Commands are the commands directly below the namespace about the state of an instance.
var Commands = []engine.Command{
	{Name: "status", About: "status.about|Show what needs attention in the instance; exit status 9 if anything does.", View: page, Role: engine.Reader, ReadOnly: true, Job: statusJob,
		Args:     []engine.Argument{{Title: "NAME", Optional: true, Many: true}},
		Examples: []string{"status", "status --since -7d 'prod-*'", "status --fail-on failed,rpo,unprotected --output json"}},
}

// page is how people see the state of an instance.
var page = &output.View{Sections: []output.View{
	{Heading: "heading.attention|Needs attention", Rows: "attention", Columns: findingColumns},
	{Heading: "heading.noticed|Also noticed", Rows: "noticed", Columns: findingColumns},
	{Heading: "heading.running|Running", Rows: "running", Columns: []output.Column{
		{Title: "Group", Path: "group", Format: output.Entity},
		{Title: "Run", Path: "run", Format: output.RunID},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
	}},
	{Heading: "heading.summary|Summary", Rows: output.Itself, Each: true, Columns: []output.Column{
		{Title: "Since", Path: "sinceUsecs", Format: output.Usecs},
		{Title: "Groups", Path: "groups", Format: groupCounts},
		{Title: "Runs", Path: "runs", Format: runCounts},
		{Title: "Objects", Path: "objects", Format: objectCounts},
	}},
}}

// groupCounts, runCounts and objectCounts say how much there is.
func groupCounts(v any) output.Cell {
	return output.Cell{Text: i18n.T("status.groups|{{.Count}}, {{.Paused}} paused", "Count", output.String(v, "count"), "Paused", output.String(v, "paused"))}
}

func runCounts(v any) output.Cell {
	return output.Cell{Text: i18n.T("status.runs|{{.Count}}, {{.Succeeded}} succeeded, {{.Running}} running", "Count", output.String(v, "count"), "Succeeded", output.String(v, "succeeded"), "Running", output.String(v, "running"))}
}

func objectCounts(v any) output.Cell {
	return output.Cell{Text: i18n.T("status.objects|{{.Count}}, {{.Protected}} protected", "Count", output.String(v, "count"), "Protected", output.String(v, "protected"))}
}

var findingColumns = []output.Column{
	{Title: "Problem", Path: "kind", Format: problemWord},
	{Title: "Name", Path: "name", Format: output.Entity},
	{Title: "Since", Path: "sinceUsecs", Format: output.Usecs},
	{Title: "Reason", Path: "reason", FreeText: true},
	{Title: "Next", Path: "next", Rank: 1},
}

// problems is how problems are shown as CSV.
var problems = &output.View{Rows: "problems", Columns: append(slices.Clone(findingColumns), output.Column{Title: "Needs Attention", Path: "needsAttention", Format: output.YesNo})}

// problemWords are what people call the kinds.
var problemWords = map[survey.Kind]i18n.Text{
	survey.Failed: "problem.failed|Failed", survey.Missed: "problem.missed|Missed", survey.RPO: "problem.rpo|Overdue", survey.NoSnapshot: "problem.nosnapshot|No Snapshot", survey.Recovery: "problem.recovery|Recovery",
	survey.Connector: "problem.connector|Connector", survey.Agent: "problem.agent|Agent", survey.Source: "problem.source|Source", survey.Alert: "problem.alert|Alert", survey.Expiring: "problem.expiring|Expiring",
	survey.Canceled: "problem.canceled|Canceled", survey.Warned: "problem.warned|Warned", survey.Recovered: "problem.recovered|Failed Before", survey.SLA: "problem.sla|SLA",
	survey.Unprotected: "problem.unprotected|Unprotected", survey.Upgrade: "problem.upgrade|Upgrade",
}

func problemWord(v any) output.Cell {
	kind := output.String(v, "")
	tone := output.Bad
	switch survey.Kind(kind) {
	case survey.Warned, survey.Canceled, survey.SLA, survey.Unprotected, survey.Expiring:
		tone = output.Warning
	case survey.Recovered, survey.Upgrade:
		tone = output.Normal
	}
	return output.Cell{Text: i18n.T(problemWords[survey.Kind(kind)]), Tone: tone, Data: kind}
}

// status is what the command is asked for.
type status struct {
	since  time.Time
	failOn []string
}

// maxNext is for how many problems a terminal gets the next command below the page.
const maxNext = 3

// usualSpan is how far back status looks.
const usualSpan = 24 * time.Hour

func statusJob(f *engine.Flags) engine.Job {
	s := &status{}
	f.Time(&s.since, "since", "status.since|Consider runs and recoveries since this time. Default: -24h.")
	f.List(&s.failOn, "fail-on", "LIST", "status.fail-on|The problems that lead to exit status 9, or none; by default, all but recovered and upgrade.")
	return s.run
}

// report is the state of an instance, for people and programs.
type report struct {
	Since     int64             `json:"sinceUsecs"`
	Groups    map[string]int    `json:"groups"`
	Runs      map[string]int    `json:"runs"`
	Objects   map[string]int    `json:"objects"`
	Needs     int               `json:"needsAttention"`
	Attention []*survey.Finding `json:"attention"`
	Noticed   []*survey.Finding `json:"noticed"`
	Running   []map[string]any  `json:"running"`
	unread    engine.Failures
}

func (s *status) run(c *engine.Context) error {
	counts, err := s.counting()
	if err != nil {
		return err
	}
	span := usualSpan
	if !s.since.IsZero() {
		if span = c.Now().Sub(s.since); span <= 0 {
			return engine.Usage("status.future|--since: this time is yet to come.")
		}
	}
	r := &report{Attention: []*survey.Finding{}, Noticed: []*survey.Finding{}, Running: []map[string]any{}}
	in, err := survey.Read(c, survey.Wanted{Parts: survey.Everything, Span: span, Recoveries: survey.Hanging}, &r.unread)
	if err != nil {
		return err
	}
	for _, f := range in.Findings(c) {
		if !survey.Meant(c.Args, f.Name, f.Group) {
			continue
		}
		if f.Counts = slices.Contains(counts, f.Kind); f.Counts {
			r.Attention = append(r.Attention, f)
		} else {
			r.Noticed = append(r.Noticed, f)
		}
	}
	r.Needs = len(r.Attention)
	r.count(in, c.Args)
	if err := r.show(c); err != nil {
		return err
	}
	if err := r.unread.Err(); err != nil {
		return err
	}
	if r.Needs > 0 {
		c.Note("status.attention|{{.Count}} problem needs attention.|{{.Count}} problems need attention.", "Count", r.Needs)
		if c.Streams.ErrTerm && !c.Options.Machine() {
			for _, f := range r.Attention[:min(len(r.Attention), maxNext)] {
				c.Note("next|Next: {{.Command}}", "Command", f.Next)
			}
		}
		return &engine.Failure{Exit: engine.ExitAttention, Silent: true}
	}
	if !c.Options.Machine() {
		c.Note("status.fine|Nothing needs attention.")
	}
	return nil
}

// show shows the page; as CSV it is a line a problem.
func (r *report) show(c *engine.Context) error {
	if c.Options.Format != output.CSVFormat {
		return c.ShowValue(nil, r)
	}
	return c.ShowValue(problems, map[string]any{"problems": slices.Concat(r.Attention, r.Noticed)})
}

// counting returns the kinds that decide the exit status.
func (s *status) counting() (list []survey.Kind, err error) {
	var names []string
	for _, k := range survey.Kinds {
		names = append(names, string(k.Kind))
		if s.failOn == nil && k.Attention {
			list = append(list, k.Kind)
		}
	}
	for _, word := range s.failOn {
		switch lower := strings.ToLower(word); {
		case lower == "none" || lower == "":
		case slices.Contains(names, lower):
			list = append(list, survey.Kind(lower))
		default:
			return nil, engine.Usage("flag.choice|--{{.Flag}}: '{{.Value}}' is not one of {{.Values}}.", "Flag", "fail-on", "Value", word, "Values", strings.Join(append(names, "none"), ", "))
		}
	}
	return list, nil
}

// count notes how much there is of what patterns mean, and what is running.
func (r *report) count(in *survey.Instance, patterns []string) {
	r.Since = in.Since.UnixMicro()
	r.Groups, r.Runs, r.Objects = map[string]int{"count": 0, "paused": 0}, map[string]int{"count": 0, "succeeded": 0, "running": 0}, map[string]int{"count": 0, "protected": 0}
	for _, g := range in.Groups {
		if !survey.Meant(patterns, g.Name) {
			continue
		}
		r.Groups["count"]++
		if g.IsPaused() {
			r.Groups["paused"]++
		}
		r.Runs["count"], r.Runs["succeeded"], r.Runs["running"] = r.Runs["count"]+g.Runs, r.Runs["succeeded"]+g.Succeeded, r.Runs["running"]+len(g.Active)
		for _, run := range g.Active {
			r.Running = append(r.Running, map[string]any{"group": g.Name, "run": run.ID, "status": run.Status, "startTimeUsecs": max(run.Start.UnixMicro(), 0)})
		}
	}
	for _, o := range in.Objects {
		if !survey.Meant(patterns, o.Title, o.SourceName) {
			continue
		}
		if r.Objects["count"]++; o.Groups != nil {
			r.Objects["protected"]++
		}
	}
}
