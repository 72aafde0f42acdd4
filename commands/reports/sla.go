package reports

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var slaKind = kind{
	name: "sla", title: "report.sla-title|SLA of backup runs", parts: survey.Groups | survey.Runs, about: ofRuns | isTested, usual: week, make: makeSLA,
	view: &output.View{Rows: "sla", Empty: "report.groups-empty|There are no protection groups.", Columns: []output.Column{
		{Title: "Group", Path: "group", Format: output.Entity},
		{Title: "Environment", Path: "environment", Rank: 8},
		{Title: "SLA", Path: "sla", Format: cells.SLAMinutes, Rank: 3},
		{Title: "Runs", Path: "runs", Number: true, Rank: 4},
		{Title: "Met", Path: "metPercent", Format: metCell},
		{Title: "Missed", Path: "missed", Number: true},
		{Title: "Longest Run", Path: "longestSeconds", Format: secondsCell, Rank: 2},
		{Title: "Last Missed", Path: "lastMissedUsecs", Format: output.Usecs, Rank: 1},
	}},
}

// slaRow is how the runs of a group met the SLA.
type slaRow struct {
	Group       string      `json:"group"`
	GroupID     string      `json:"groupId"`
	Environment string      `json:"environment"`
	SLA         any         `json:"sla"`  // as the group has it
	Runs        int         `json:"runs"` // that have ended
	Missed      int         `json:"missed"`
	Met         json.Number `json:"metPercent,omitempty"` // left out where no run has ended
	Longest     int64       `json:"longestSeconds"`
	LastMissed  int64       `json:"lastMissedUsecs"`
}

// metCell shows a share of runs with a digit behind the point: 99.9 % is not all.
func metCell(v any) output.Cell {
	if v == nil {
		return output.Cell{Unit: output.InPercent}
	}
	number := output.String(v, "")
	tone := output.Bad
	if number == "100" {
		tone = output.Good
	}
	return output.Cell{Text: number + "%", Data: number, Unit: output.InPercent, Tone: tone}
}

// percent returns a share of a hundred with a digit behind the point, which is 100 or 0 for all and none alone.
func percent(part, whole int) json.Number {
	if whole == 0 {
		return ""
	}
	if part == whole {
		return "100"
	}
	tenths := min(part*1000/whole, 999)
	if part > 0 {
		tenths = max(tenths, 1)
	}
	return json.Number(strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10))
}

func makeSLA(r *reading) *result {
	of := r.ofEach()
	rows := make([]slaRow, len(r.meant))
	ended, late := 0, 0
	missedBy := map[string]int64{}
	for i, g := range r.meant {
		row := slaRow{Group: g.Name, GroupID: g.ID, Environment: g.Environment, SLA: output.At(g.Row, "sla")}
		var longest time.Duration
		for _, run := range of[g] {
			if run.IsEnded() {
				row.Runs++
			}
			longest = max(longest, run.Duration())
			if !run.Late {
				continue
			}
			if row.Missed++; row.LastMissed == 0 {
				row.LastMissed = output.UsecsOf(run.Start)
			}
			if !run.IsEnded() {
				row.Runs++ // it is late already
			}
		}
		row.Longest, row.Met = seconds(longest), percent(row.Runs-row.Missed, row.Runs)
		ended, late = ended+row.Runs, late+row.Missed
		if row.Missed > 0 {
			missedBy[g.Name] += int64(row.Missed)
		}
		rows[i] = row
	}
	days := r.daysOf(r.runs)
	return &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"groups": len(rows), "runs": ended, "missed": late}, days: days,
		sentence: i18n.T("report.sla-total|{{.Missed}} of {{.Count}} run missed the SLA.|{{.Missed}} of {{.Count}} runs missed the SLA.", "Missed", late, "Count", ended),
		figures: []page.Figure{
			{Title: i18n.T("report.all-runs|Runs"), Value: count(int64(ended))},
			{Title: i18n.T("report.late|SLA missed"), Value: count(int64(late)), Tone: toneOf(late == 0)},
		},
		charts: func() []page.Drawing {
			charts := []page.Drawing{lateChart(days), durationChart(days)}
			if len(missedBy) == 0 {
				return charts
			}
			return slices.Insert(charts, 1, page.Bars(i18n.T("chart.missed|SLA missed by group"), i18n.T("chart.missed-about|A bar for each group with the most runs that missed the SLA."), i18n.T("webpage.group|Group"), i18n.T("report.late|SLA missed"), largest(missedBy, count)))
		},
		cases: r.groupCases(func(run *survey.Run) string {
			if run.Late {
				return i18n.T("status.sla|The run took longer than the SLA allows.")
			}
			return ""
		}),
		families: func() []openmetrics.Family { return slaFamilies(rows) },
	}
}

// lateChart draws the runs of each day by whether they met the SLA.
func lateChart(days []day) page.Drawing {
	met := page.Series{Name: i18n.T("report.met|SLA met"), Class: "good", Glyph: "✓"}
	missed := page.Series{Name: i18n.T("report.late|SLA missed"), Class: "bad", Glyph: "✕"}
	for _, d := range days {
		met.Values, missed.Values = append(met.Values, int64(d.Runs-d.Late)), append(missed.Values, int64(d.Late))
	}
	return page.Stacked(i18n.T("chart.late|Runs by day and SLA"), i18n.T("chart.late-about|A bar for each day: how many runs met the SLA, and how many missed it."), i18n.T(dayTitle), labels(days), []page.Series{met, missed}, counts)
}

func slaFamilies(rows []slaRow) []openmetrics.Family {
	ended, missed := gauge("group_sla_runs", "Runs of a group that began in the period and count for the SLA."), gauge("group_sla_missed_runs", "Runs of a group that began in the period and took longer than the SLA allows.")
	for i, name := range named(rows, func(row *slaRow) string { return row.Group }) {
		add(ended, float64(rows[i].Runs), "group", name)
		add(missed, float64(rows[i].Missed), "group", name)
	}
	return merge(true, ended, missed)
}
