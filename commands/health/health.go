// Package health has the command that says on one page what is wrong with an instance.
package health

import (
	"path"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/runs"
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

// problemWords are what people call the sorts.
var problemWords = map[sort]i18n.Text{
	failed: "problem.failed|Failed", missed: "problem.missed|Missed", rpo: "problem.rpo|Overdue", nosnapshot: "problem.nosnapshot|No Snapshot", recovery: "problem.recovery|Recovery",
	connector: "problem.connector|Connector", agent: "problem.agent|Agent", source: "problem.source|Source", canceled: "problem.canceled|Canceled", warned: "problem.warned|Warned",
	recovered: "problem.recovered|Failed Before", sla: "problem.sla|SLA", unprotected: "problem.unprotected|Unprotected", upgrade: "problem.upgrade|Upgrade",
}

func problemWord(v any) output.Cell {
	kind := output.String(v, "")
	tone := output.Bad
	switch sort(kind) {
	case warned, canceled, sla, unprotected:
		tone = output.Warning
	case recovered, upgrade:
		tone = output.Normal
	}
	return output.Cell{Text: i18n.T(problemWords[sort(kind)]), Tone: tone, Data: kind}
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
	Since     int64            `json:"sinceUsecs"`
	Groups    map[string]int   `json:"groups"`
	Runs      map[string]int   `json:"runs"`
	Objects   map[string]int   `json:"objects"`
	Needs     int              `json:"needsAttention"`
	Attention []*finding       `json:"attention"`
	Noticed   []*finding       `json:"noticed"`
	Running   []map[string]any `json:"running"`
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
	r := &report{Attention: []*finding{}, Noticed: []*finding{}, Running: []map[string]any{}}
	in, err := gather(c, span, &r.unread)
	if err != nil {
		return err
	}
	for _, f := range in.findings(c) {
		if !meant(c.Args, f.Name, f.Group) {
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

// counting returns the sorts that decide the exit status.
func (s *status) counting() (list []sort, err error) {
	var names []string
	for _, k := range sorts {
		names = append(names, string(k.sort))
		if s.failOn == nil && k.bad {
			list = append(list, k.sort)
		}
	}
	for _, word := range s.failOn {
		switch lower := strings.ToLower(word); {
		case lower == "none" || lower == "":
		case slices.Contains(names, lower):
			list = append(list, sort(lower))
		default:
			return nil, engine.Usage("flag.choice|--{{.Flag}}: '{{.Value}}' is not one of {{.Values}}.", "Flag", "fail-on", "Value", word, "Values", strings.Join(append(names, "none"), ", "))
		}
	}
	return list, nil
}

// meant reports whether one of the names matches one of the patterns, or there are no patterns.
func meant(patterns []string, names ...string) bool {
	return len(patterns) == 0 || slices.ContainsFunc(patterns, func(pattern string) bool {
		return slices.ContainsFunc(names, func(name string) bool {
			matched, err := path.Match(strings.ReplaceAll(strings.ToLower(pattern), "/", "\x00"), strings.ReplaceAll(strings.ToLower(name), "/", "\x00"))
			return strings.EqualFold(pattern, name) || err == nil && matched
		})
	})
}

// count notes how much there is of what patterns mean, and what is running.
func (r *report) count(in *instance, patterns []string) {
	r.Since = in.now.Add(-in.span).UnixMicro()
	r.Groups, r.Runs, r.Objects = map[string]int{"count": 0, "paused": 0}, map[string]int{"count": 0, "succeeded": 0, "running": 0}, map[string]int{"count": 0, "protected": 0}
	for _, g := range in.groups {
		if !meant(patterns, g.name) {
			continue
		}
		r.Groups["count"]++
		if output.At(g.row, "isPaused") == true {
			r.Groups["paused"]++
		}
		r.Runs["count"], r.Runs["succeeded"], r.Runs["running"] = r.Runs["count"]+g.runs, r.Runs["succeeded"]+g.succeeded, r.Runs["running"]+len(g.active)
		for _, run := range g.active {
			r.Running = append(r.Running, map[string]any{"group": g.name, "run": output.String(run, "id"), "status": runs.Status(run), "startTimeUsecs": usecs(runs.Start(run))})
		}
	}
	for _, o := range in.objects {
		if !meant(patterns, o.title, o.sourceName) {
			continue
		}
		if r.Objects["count"]++; o.groups != nil {
			r.Objects["protected"]++
		}
	}
}
