package reports

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/junit"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var recoveriesKind = kind{
	name: "recoveries", title: "report.recoveries-title|Recoveries", parts: survey.Recoveries, about: hasPeriod | hasHosts | hasEnvironments | isTested, usual: week, make: makeRecoveries,
	view: &output.View{Rows: "recoveries", Empty: "report.recoveries-empty|No recovery began in this period.", Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Format: output.ID, Rank: 9},
		{Title: "Objects", Path: "objects", Rank: 2, FreeText: true},
		{Title: "Action", Path: "action", Rank: 5},
		{Title: "Environment", Path: "environment", Rank: 8},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs},
		{Title: "Duration", Path: "durationSeconds", Format: secondsCell, Rank: 3},
		{Title: "Started By", Path: "startedBy", Rank: 7},
		{Title: "Reason", Path: "reason", FreeText: true},
	}},
}

// recoveryRow is a recovery for people and programs.
type recoveryRow struct {
	Name        string   `json:"name"`
	ID          string   `json:"id"`
	Objects     []string `json:"objects"`
	Action      string   `json:"action"`
	Environment string   `json:"environment"`
	Status      string   `json:"status"`
	Start       int64    `json:"startTimeUsecs"`
	End         int64    `json:"endTimeUsecs"`
	Duration    *int64   `json:"durationSeconds"` // null for one that has not ended
	StartedBy   string   `json:"startedBy"`
	Reason      string   `json:"reason"`

	sources []string // hosts and clusters of the objects
	took    time.Duration
}

// recoveredLists are the lists of what a recovery brings back, each with its objectInfo.
var recoveredLists = []string{"physicalParams.objects", "mssqlParams.recoverAppParams", "kubernetesParams.objects"}

// newRecovery returns a recovery as the list of recoveries has it.
func newRecovery(v any) recoveryRow {
	at := func(path string) int64 { n, _ := output.Int(v, path); return n }
	row := recoveryRow{
		Name: output.String(v, "name"), ID: output.String(v, "id"), Objects: []string{}, Action: output.String(v, "recoveryAction"), Environment: output.String(v, "snapshotEnvironment"),
		Status: output.String(v, "status"), Start: at("startTimeUsecs"), End: at("endTimeUsecs"), StartedBy: output.String(v, "creationInfo.userName"), Reason: survey.RecoveryReason(v),
	}
	if row.Start > 0 && row.End >= row.Start {
		row.took = output.Length(row.End-row.Start, time.Microsecond)
		length := seconds(row.took)
		row.Duration = &length
	}
	for _, list := range recoveredLists {
		for _, one := range output.List(v, list) {
			row.Objects = append(row.Objects, output.String(one, "objectInfo.name"))
			row.sources = append(row.sources, output.String(one, "objectInfo.sourceName"), output.String(one, "hostInfo.name"))
		}
	}
	return row
}

func makeRecoveries(r *reading) *result {
	var rows []recoveryRow
	states := map[state]int{}
	for _, v := range r.in.Recoveries {
		row := newRecovery(v)
		names := append(slices.Clone(row.Objects), row.sources...)
		if r.time.has(time.UnixMicro(row.Start)) && survey.Meant(r.hosts, names...) && r.ofEnvironment(row.Environment) {
			rows = append(rows, row)
			states[row.state()]++
		}
	}
	slices.SortStableFunc(rows, func(a, b recoveryRow) int { return cmp.Or(cmp.Compare(b.Start, a.Start), strings.Compare(a.ID, b.ID)) })
	r.first = r.time.since
	if n := len(rows); n > 0 && r.first.IsZero() {
		r.first = time.UnixMicro(rows[n-1].Start)
	}
	runs := make([]groupRun, len(rows)) // as which they are counted by day
	for i, row := range rows {
		runs[i] = groupRun{Run: &survey.Run{Status: row.Status, Start: time.UnixMicro(row.Start), End: time.UnixMicro(row.End)}}
	}
	days := r.daysOf(runs)
	figures := []page.Figure{{Title: i18n.T("webpage.recoveries|Recoveries"), Value: count(int64(len(rows)))}}
	for _, look := range looks {
		if n := states[look.state]; n > 0 {
			figures = append(figures, page.Figure{Title: i18n.T(look.text), Value: count(int64(n)), Tone: look.tone})
		}
	}
	return &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"recoveries": len(rows), "states": states},
		sentence: i18n.T("report.recoveries-total|{{.Count}} recovery: {{.Succeeded}} succeeded, {{.Failed}} failed, {{.Running}} running.|{{.Count}} recoveries: {{.Succeeded}} succeeded, {{.Failed}} failed, {{.Running}} running.",
			"Count", len(rows), "Succeeded", states[succeeded]+states[warned], "Failed", states[failed], "Running", states[running]),
		figures: figures,
		charts: func() []page.Drawing {
			chart := statesChart(days)
			chart.Title = i18n.T("chart.recoveries|Recoveries by day and result")
			return []page.Drawing{chart}
		},
		cases: recoveryCases(rows), families: func() []openmetrics.Family { return recoveryFamilies(states) },
	}
}

// state returns what became of a recovery.
func (row *recoveryRow) state() state { return stateOf(&survey.Run{Status: row.Status}) }

// recoveryCases returns a test case for each recovery.
func recoveryCases(rows []recoveryRow) iter.Seq[junit.Case] {
	return func(yield func(junit.Case) bool) {
		for _, row := range rows {
			c := junit.Case{Class: "recoveries." + strings.ToLower(output.EnumText(row.Environment)), Name: cmp.Or(row.Name, row.ID), Took: row.took, Out: row.Reason}
			switch {
			case engine.IsFailed(row.Status):
				c.Failed, c.Out = cmp.Or(row.Reason, i18n.T("status.recovery|The recovery failed.")), ""
				c.Details = row.ID
			case !engine.IsEnded(row.Status):
				c.Skipped = i18n.T("report.recovering|The recovery has not ended.")
			case row.state() == canceled:
				c.Skipped = i18n.T("report.recovery-canceled|The recovery was canceled.")
			}
			if !yield(c) {
				return
			}
		}
	}
}

func recoveryFamilies(states map[state]int) []openmetrics.Family {
	all := gauge("recoveries", "Recoveries that began in the period, by state.")
	for _, look := range looks {
		add(all, float64(states[look.state]), "state", string(look.state))
	}
	return merge(true, all)
}
