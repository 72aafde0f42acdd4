package reports

import (
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var failuresKind = kind{
	name: "failures", title: "report.failures-title|Failed backup runs", parts: survey.Groups | survey.Runs | survey.Backups, about: ofRuns | isTested, usual: week, make: makeFailures,
	view: &output.View{Rows: "failures", Empty: "report.failures-empty|No run failed, was missed or was canceled in this period.", Columns: []output.Column{
		{Title: "Group", Path: "group", Format: output.Entity},
		{Title: "Run", Path: "id", Format: output.RunID},
		{Title: "Type", Path: "type", Rank: 8},
		{Title: "Environment", Path: "environment", Rank: 9},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Failed Objects", Path: "failedObjects", Number: true, Rank: 6},
		{Title: "Recovered", Path: "recovered", Format: recoveredCell, Rank: 2},
		{Title: "Last Backup", Path: "lastBackupUsecs", Format: output.Usecs, Rank: 4},
		{Title: "Reason", Path: "reason", FreeText: true},
	}},
}

// failureRow is a run that went wrong, for people and programs.
type failureRow struct {
	runRow
	State      state `json:"state"`
	Recovered  bool  `json:"recovered"`       // whether a later run of the group succeeded; one of logs makes up for such a run alone
	LastBackup int64 `json:"lastBackupUsecs"` // of the group; 0 for none, or where that is not known
}

// recoveredCell shows whether a later run succeeded.
func recoveredCell(v any) output.Cell {
	cell := output.YesNo(v)
	if v != true {
		cell.Tone = output.Bad
	}
	return cell
}

func makeFailures(r *reading) *result {
	later, laterLog := map[*survey.Group]bool{}, map[*survey.Group]bool{} // groups of which a backup, or one of logs, that is newer than the run at hand succeeded
	var rows []failureRow
	var bad []groupRun
	groups := map[*survey.Group]bool{}
	for _, run := range r.runs {
		switch s := stateOf(run.Run); s {
		case succeeded, warned:
			if run.IsOfLogs() {
				laterLog[run.group] = true
			} else {
				later[run.group] = true
			}
		case failed, missed, canceled:
			rows = append(rows, failureRow{*run.row(), s, later[run.group] || run.IsOfLogs() && laterLog[run.group], output.UsecsOf(r.in.LastGood[run.group.ID])})
			bad, groups[run.group] = append(bad, run), true
		}
	}
	t, days := totalsOf(bad), r.daysOf(bad)
	open := 0
	for i := range rows {
		if !rows[i].Recovered {
			open++
		}
	}
	return &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"runs": t.Runs, "states": t.States, "groups": len(groups), "notRecovered": open}, days: days,
		sentence: i18n.T("report.failures-total|{{.Count}} run went wrong; of these, {{.Open}} without a later success.|{{.Count}} runs went wrong; of these, {{.Open}} without a later success.", "Count", len(rows), "Open", open),
		figures: append(t.figures()[1:], page.Figure{Title: i18n.T("report.failed-groups|Groups with failures"), Value: count(int64(len(groups)))},
			page.Figure{Title: i18n.T("report.not-recovered|Without a later success"), Value: count(int64(open)), Tone: toneOf(open == 0)}),
		charts:   func() []page.Drawing { return []page.Drawing{statesChart(days), r.failingChart(bad)} },
		cases:    r.groupCases(wentWrong),
		families: func() []openmetrics.Family { return r.runFamilies(totalsOf(r.runs)) },
	}
}

// wentWrong returns what a run ended as that failed, was missed or was canceled, and "" for any other.
func wentWrong(run *survey.Run) string {
	switch s := stateOf(run); s {
	case failed, missed, canceled:
		return s.word()
	}
	return ""
}

// failingChart draws how many runs of each group went wrong.
func (r *reading) failingChart(bad []groupRun) page.Drawing {
	of := map[string]int64{}
	for _, run := range bad {
		of[run.group.Name]++
	}
	return page.Bars(i18n.T("chart.failing|Failures by group"), i18n.T("chart.failing-about|A bar for each group with the most runs that went wrong."), i18n.T("webpage.group|Group"), i18n.T("report.failed-runs|Failed runs"), largest(of, count))
}
