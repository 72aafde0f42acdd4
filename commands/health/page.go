package health

import (
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// page is how people see the state of an instance.
var page = &output.View{Sections: []output.View{
	{Heading: "heading.attention|Needs attention", Rows: "attention", Columns: findingColumns},
	{Heading: "heading.noticed|Also noticed", Rows: "noticed", Columns: findingColumns},
	{Heading: "heading.running|Running", Rows: "running", Columns: runningColumns},
	{Heading: "heading.summary|Summary", Rows: output.Itself, Each: true, Columns: summaryColumns[1:]},
}}

// manyPage returns page for several instances.
func manyPage() *output.View {
	return &output.View{Sections: []output.View{
		{Heading: "heading.attention|Needs attention", Rows: "attention", Columns: slices.Concat(ofInstance, findingColumns)},
		{Heading: "heading.noticed|Also noticed", Rows: "noticed", Columns: slices.Concat(ofInstance, findingColumns)},
		{Heading: "heading.running|Running", Rows: "running", Columns: slices.Concat(ofInstance, runningColumns)},
		{Heading: "heading.summary|Summary", Rows: "instances", Columns: summaryColumns},
	}}
}

// ofInstance is in front of what belongs to one of several instances.
var ofInstance = []output.Column{{Title: "Instance", Path: "instance", Format: output.Entity}}

var findingColumns = []output.Column{
	{Title: "Problem", Path: "kind", Format: problemWord},
	{Title: "Name", Path: "name", Format: output.Entity},
	{Title: "Since", Path: "sinceUsecs", Format: output.Usecs},
	{Title: "Reason", Path: "reason", FreeText: true},
	{Title: "Next", Path: "next", Rank: 1},
}

var runningColumns = []output.Column{
	{Title: "Group", Path: "group", Format: output.Entity},
	{Title: "Run", Path: "run", Format: output.RunID},
	{Title: "Status", Path: "status", Format: output.Status},
	{Title: "Progress", Path: "percentageCompleted", Format: output.Percent},
	{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
	{Title: "Usual Duration", Path: "usualSecs", Format: output.Span(time.Second)},
	{Title: "Expected End", Path: "expectedEndUsecs", Format: output.Usecs, Rank: 1},
}

var summaryColumns = []output.Column{
	{Title: "Instance", Path: "instance", Format: output.Entity},
	{Title: "Since", Path: "sinceUsecs", Format: output.Usecs, Rank: 2},
	{Title: "Groups", Path: "groups", Format: groupCounts},
	{Title: "Runs", Path: "runs", Format: runCounts},
	{Title: "Kept", Path: "runs", Format: keptCounts, Rank: 1},
	{Title: "Objects", Path: "objects", Format: objectCounts},
}

// problems returns how problems are shown as CSV, a line each.
func problems() *output.View {
	return &output.View{Rows: "problems", Columns: append(slices.Clone(findingColumns), output.Column{Title: "Needs Attention", Path: "needsAttention", Format: output.YesNo})}
}

// manyProblems returns problems for several instances.
func manyProblems() *output.View {
	return &output.View{Rows: "problems", Columns: slices.Concat(ofInstance, problems().Columns)}
}

// groupCounts, runCounts, keptCounts and objectCounts say how much there is.
func groupCounts(v any) output.Cell {
	return output.Cell{Text: i18n.T("status.groups|{{.Count}}, {{.Paused}} paused", "Count", output.String(v, "count"), "Paused", output.String(v, "paused"))}
}

func runCounts(v any) output.Cell {
	return output.Cell{Text: i18n.T("status.runs|{{.Count}}, {{.Succeeded}} succeeded, {{.Running}} running", "Count", output.String(v, "count"), "Succeeded", output.String(v, "succeeded"), "Running", output.String(v, "running"))}
}

func keptCounts(v any) output.Cell {
	return output.Cell{Text: i18n.T("status.kept|{{.Held}} of these runs on legal hold, {{.Locked}} locked", "Held", output.String(v, "held"), "Locked", output.String(v, "locked"))}
}

func objectCounts(v any) output.Cell {
	return output.Cell{Text: i18n.T("status.objects|{{.Count}}, {{.Protected}} protected", "Count", output.String(v, "count"), "Protected", output.String(v, "protected"))}
}

// problemWords are what people call the kinds.
var problemWords = map[survey.Kind]i18n.Text{
	survey.Failed: "problem.failed|Failed", survey.Missed: "problem.missed|Missed", survey.RPO: "problem.rpo|Overdue", survey.NoSnapshot: "problem.nosnapshot|No Snapshot", survey.Recovery: "problem.recovery|Recovery",
	survey.Connector: "problem.connector|Connector", survey.ConnectorAgent: "problem.connectoragent|Connector Agent", survey.Agent: "problem.agent|Agent", survey.Source: "problem.source|Source",
	survey.Alert: "problem.alert|Alert", survey.Expiring: "problem.expiring|Expiring", survey.Canceled: "problem.canceled|Canceled", survey.Warned: "problem.warned|Warned",
	survey.Recovered: "problem.recovered|Failed Before", survey.SLA: "problem.sla|SLA", survey.Unprotected: "problem.unprotected|Unprotected", survey.Upgrade: "problem.upgrade|Upgrade",
}

func problemWord(v any) output.Cell {
	kind := survey.Kind(output.String(v, ""))
	tone := output.Bad
	switch kind {
	case survey.Warned, survey.Canceled, survey.SLA, survey.Unprotected, survey.Expiring:
		tone = output.Warning
	case survey.Recovered, survey.Upgrade:
		tone = output.Normal
	}
	return output.Cell{Text: i18n.T(problemWords[kind]), Tone: tone, Data: string(kind)}
}
