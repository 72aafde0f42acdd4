package reports

import (
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var runsKind = kind{
	name: "runs", title: "report.runs-title|Backup runs", parts: survey.Groups | survey.Runs, about: ofRuns | hasSizes | isTested, usual: week, make: makeRuns,
	view: &output.View{Rows: "runs", Empty: "report.runs-empty|No run began in this period.", Columns: []output.Column{
		{Title: "Group", Path: "group", Format: output.Entity},
		{Title: "Run", Path: "id", Format: output.RunID},
		{Title: "Type", Path: "type", Rank: 9},
		{Title: "Environment", Path: "environment", Rank: 10},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Ended", Path: "endTimeUsecs", Format: output.Usecs, Rank: 11},
		{Title: "Duration", Path: "durationSeconds", Format: secondsCell},
		{Title: "Read", Path: "readBytes", Format: output.Size, Rank: 8},
		{Title: "Written", Path: "writtenBytes", Format: output.Size, Rank: 3},
		{Title: "Logical Size", Path: "logicalBytes", Format: output.Size, Rank: 9},
		{Title: "Objects", Path: "succeededObjects", Number: true, Rank: 7},
		{Title: "Failed Objects", Path: "failedObjects", Number: true, Rank: 7},
		{Title: "SLA", Path: "slaMissed", Format: slaCell, Rank: 6},
		{Title: "Reason", Path: "reason", FreeText: true},
	}},
}

func makeRuns(r *reading) *result {
	t, days := totalsOf(r.runs), r.daysOf(r.runs)
	return &result{
		rows: runRows(r.runs), count: len(r.runs), totals: t, days: days, sentence: t.sentence(), figures: t.figures(),
		charts: func() []page.Drawing {
			return []page.Drawing{statesChart(days), durationChart(days), r.writtenChart(days)}
		},
		cases:    r.groupCases(wentWrong),
		families: func() []openmetrics.Family { return r.runFamilies(t) },
	}
}
