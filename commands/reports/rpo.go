package reports

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/junit"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var rpoKind = kind{
	name: "rpo", title: "report.rpo-title|Age of backups (RPO)", parts: survey.Groups | survey.Runs | survey.Policies | survey.Backups, about: ofRuns | isTested, usual: week, before: 2 * 24 * time.Hour, make: makeRPO,
	view: &output.View{Rows: "rpo", Empty: "report.groups-empty|There are no protection groups.", Columns: []output.Column{
		{Title: "Group", Path: "group", Format: output.Entity},
		{Title: "Environment", Path: "environment", Rank: 8},
		{Title: "Policy", Path: "policy", Rank: 4},
		{Title: "State", Path: "state", Format: rpoCell},
		{Title: "Last Backup", Path: "lastBackupUsecs", Format: output.Usecs, Rank: 3},
		{Title: "Age", Path: "ageSeconds", Format: secondsCell},
		{Title: "Allowed", Path: "allowedSeconds", Format: secondsCell},
		{Title: "Worst Age", Path: "worstSeconds", Format: secondsCell, Rank: 1},
		{Title: "Days Exceeded", Path: "exceeded", Number: true, Rank: 2},
	}},
}

// The states of a group, now or on a day.
const (
	rpoMet       = "met"
	rpoExceeded  = "exceeded"
	rpoNone      = "no-backup"   // it never had one
	rpoPaused    = "paused"      // it has no scheduled runs now
	rpoUnplanned = "unscheduled" // its policy says no time
	rpoUnknown   = "not-known"
)

// rpoStates are how the states are shown.
var rpoStates = map[string]struct {
	text         i18n.Text
	class, glyph string
	tone         output.Tone
}{
	rpoMet:       {"rpo.met|met", "good", "✓", output.Good},
	rpoExceeded:  {"rpo.exceeded|exceeded", "bad", "✕", output.Bad},
	rpoNone:      {"rpo.none|no backup", "bad", "✕", output.Bad},
	rpoPaused:    {"rpo.paused|paused", "other", "=", output.Normal},
	rpoUnplanned: {"rpo.unscheduled|no schedule", "other", "=", output.Normal},
	rpoUnknown:   {"rpo.unknown|not known", "none", "", output.Normal},
}

func rpoCell(v any) output.Cell {
	word := output.String(v, "")
	look, known := rpoStates[word]
	if !known {
		return output.Cell{Text: word}
	}
	cell := cells.Text(look.text)
	cell.Tone, cell.Data = look.tone, word
	return cell
}

// rpoRow is the age of the backups of a group.
type rpoRow struct {
	Group       string   `json:"group"`
	GroupID     string   `json:"groupId"`
	Environment string   `json:"environment"`
	Policy      string   `json:"policy"`
	State       string   `json:"state"`
	Last        int64    `json:"lastBackupUsecs"` // 0 for none
	Age         *int64   `json:"ageSeconds"`      // null for none
	Allowed     *int64   `json:"allowedSeconds"`  // null where the policy does not say
	Worst       *int64   `json:"worstSeconds"`    // in the period; null where that is not known
	Exceeded    int      `json:"exceeded"`        // days of the period on which it was too old
	Days        []rpoDay `json:"days"`
}

// rpoDay is how old the newest backup was at most on a day.
type rpoDay struct {
	From    string `json:"from"`
	Worst   int64  `json:"worstSeconds"`
	AtLeast bool   `json:"atLeast"` // whether it may have been older, because what was there before is not known
	State   string `json:"state"`
}

func makeRPO(r *reading) *result {
	of := r.ofEach()
	bounds, layout := r.time.cut(r.first)
	names := make([]string, len(bounds)-1)
	for i := range names {
		names[i] = bounds[i].Format(layout)
	}
	earlier := map[*survey.Group][]*survey.Run{}
	for _, run := range r.earlier {
		earlier[run.group] = append(earlier[run.group], run.Run)
	}
	rows := make([]rpoRow, len(r.meant))
	states := map[string]int{rpoMet: 0, rpoExceeded: 0, rpoNone: 0, rpoPaused: 0, rpoUnplanned: 0, rpoUnknown: 0}
	for i, g := range r.meant {
		rows[i] = r.rpoOf(g, append(earlier[g], of[g]...), bounds)
		states[rows[i].State]++
	}
	slices.SortStableFunc(rows, func(a, b rpoRow) int {
		return cmp.Or(cmp.Compare(b.rank(), a.rank()), strings.Compare(a.Group, b.Group))
	})
	res := &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"groups": len(rows), "states": states},
		sentence: i18n.T("report.rpo-total|{{.Count}} group: RPO met by {{.Met}}, exceeded by {{.Exceeded}}; no backup: {{.None}}; paused or unscheduled: {{.Other}}; not known: {{.Unknown}}.|{{.Count}} groups: RPO met by {{.Met}}, exceeded by {{.Exceeded}}; no backup: {{.None}}; paused or unscheduled: {{.Other}}; not known: {{.Unknown}}.",
			"Count", len(rows), "Met", states[rpoMet], "Exceeded", states[rpoExceeded], "None", states[rpoNone], "Other", states[rpoPaused]+states[rpoUnplanned], "Unknown", states[rpoUnknown]),
		cases: rpoCases(rows), families: func() []openmetrics.Family { return rpoFamilies(rows) },
	}
	for _, one := range []string{rpoMet, rpoExceeded, rpoNone, rpoPaused, rpoUnplanned, rpoUnknown} {
		if states[one] > 0 || one == rpoMet || one == rpoExceeded {
			look := rpoStates[one]
			tone := look.tone
			if states[one] == 0 {
				tone = output.Normal
			}
			res.figures = append(res.figures, page.Figure{Title: i18n.T("rpo.groups|Groups: {{.State}}", "State", i18n.T(look.text)), Value: count(int64(states[one])), Tone: tone})
		}
	}
	if len(rows) > mostHeat {
		res.leftOut = append(res.leftOut, i18n.T("report.heat-rest|{{.Count}} group of the heat map: it shows the {{.Shown}} with the oldest backups. The table has all.|{{.Count}} groups of the heat map: it shows the {{.Shown}} with the oldest backups. The table has all.",
			"Count", len(rows)-mostHeat, "Shown", mostHeat))
	}
	res.charts = func() []page.Drawing { return []page.Drawing{heatMap(rows, names)} }
	return res
}

// rank is how bad it is: how many times as old as allowed the newest backup is or was.
func (row *rpoRow) rank() float64 {
	switch {
	case row.State == rpoPaused:
		return -1
	case row.State == rpoNone:
		return 1e9
	case row.State == rpoExceeded && row.Age != nil && row.Allowed != nil:
		return 1e6 + float64(*row.Age)/float64(*row.Allowed)
	case row.Allowed != nil && row.Worst != nil:
		return float64(row.Exceeded)*1000 + float64(*row.Worst)/float64(*row.Allowed)
	}
	return 0
}

// rpoOf returns the age of the backups of a group. bounds are those of the days of the period.
func (r *reading) rpoOf(g *survey.Group, runs []*survey.Run, bounds []time.Time) rpoRow {
	row := rpoRow{Group: g.Name, GroupID: g.ID, Environment: g.Environment, Policy: output.String(r.in.Policies[g.PolicyID], "name"), Days: []rpoDay{}}
	last, allowed := r.in.LastGood[g.ID], r.in.Allowed(g)
	if allowed > 0 {
		length := seconds(allowed)
		row.Allowed = &length
	}
	if !last.IsZero() {
		age := seconds(r.in.Now.Sub(last))
		row.Last, row.Age = output.UsecsOf(last), &age
	}
	switch {
	case !g.IsActive():
		row.State = rpoPaused
	case r.lacks(survey.Backups) != "" || r.lacks(survey.Policies) != "":
		row.State = rpoUnknown
	case allowed == 0:
		row.State = rpoUnplanned
	case last.IsZero():
		row.State = rpoNone
	case r.in.Now.Sub(last) > allowed:
		row.State = rpoExceeded
	default:
		row.State = rpoMet
	}
	if r.lacksRuns(g) != "" {
		return row
	}
	var points []survey.Point
	var had time.Time
	if !last.IsZero() && last.Before(r.time.since) {
		points = append(points, survey.Point{Taken: last, Available: last})
		had = last
	}
	for _, run := range runs {
		if had.IsZero() || run.Start.Before(had) {
			had = run.Start
		}
		if p, ok := run.Point(); ok {
			points = append(points, p)
		}
	}
	for i := range len(bounds) - 1 {
		from := bounds[i]
		if from.Before(r.time.since) {
			from = r.time.since
		}
		e := survey.Exposed(points, had, from, bounds[i+1])
		d := rpoDay{From: bounds[i].Format(time.DateOnly), Worst: seconds(e.Worst), AtLeast: e.AtLeast}
		switch {
		case allowed == 0:
			d.State = rpoUnplanned
		case e.Worst > allowed && row.State == rpoPaused:
			d.State = rpoPaused
		case e.Worst > allowed:
			d.State = rpoExceeded
			row.Exceeded++
		case e.AtLeast:
			d.State = rpoUnknown
		default:
			d.State = rpoMet
		}
		if (!e.AtLeast || e.Worst > allowed && allowed > 0) && (row.Worst == nil || d.Worst > *row.Worst) {
			row.Worst = &d.Worst
		}
		row.Days = append(row.Days, d)
	}
	return row
}

// mostHeat is how many groups the heat map has at most.
const mostHeat = 40

// heatMap draws a field for each group and day.
func heatMap(rows []rpoRow, names []string) page.Drawing {
	var list []page.HeatRow
	for _, row := range rows[:min(len(rows), mostHeat)] {
		one := page.HeatRow{Name: row.Group}
		for _, d := range row.Days {
			look := rpoStates[d.State]
			text := i18n.T("rpo.day|{{.State}}, {{.Age}}", "State", i18n.T(look.text), "Age", took(d.Worst))
			if d.AtLeast {
				text = i18n.T("rpo.day-at-least|{{.State}}, at least {{.Age}}", "State", i18n.T(look.text), "Age", took(d.Worst))
			}
			if d.State == rpoUnknown {
				text = i18n.T(look.text)
			}
			one.Cells = append(one.Cells, page.HeatCell{Class: look.class, Glyph: look.glyph, Text: text})
		}
		list = append(list, one)
	}
	var legend []page.Series
	for _, one := range []string{rpoMet, rpoExceeded, rpoPaused, rpoUnknown} {
		look := rpoStates[one]
		name := i18n.T(look.text)
		if one == rpoPaused { // and groups whose policy has no schedule, whose fields look the same
			name = i18n.T("rpo.paused-or|paused or no schedule")
		}
		legend = append(legend, page.Series{Name: name, Class: look.class, Glyph: look.glyph})
	}
	return page.Heat(i18n.T("chart.rpo|RPO by group and day"), i18n.T("chart.rpo-about|A field for each group and day: whether the newest backup was ever older on that day than the policy allows."), i18n.T("webpage.group|Group"), names, list, legend)
}

// rpoCases returns a test case for each group, which fails where its newest backup is too old now.
func rpoCases(rows []rpoRow) iter.Seq[junit.Case] {
	return func(yield func(junit.Case) bool) {
		for _, row := range rows {
			c := junit.Case{Class: "rpo", Name: row.Group}
			switch row.State {
			case rpoExceeded:
				c.Failed = survey.OverdueReason(output.Length(*row.Age, time.Second), output.Length(*row.Allowed, time.Second))
			case rpoNone:
				c.Failed = i18n.T("report.rpo-none|The group has no backup.")
			case rpoPaused:
				c.Skipped = i18n.T("report.paused|The group is paused.")
			case rpoUnplanned:
				c.Skipped = i18n.T("report.rpo-unscheduled|The policy has no schedule.")
			case rpoUnknown:
				c.Skipped = i18n.T("report.rpo-unknown|The backups or the policies could not be read.")
			}
			if !yield(c) {
				return
			}
		}
	}
}

// rpoFamilies are the ages of backups. rows are in their order, the worst first.
func rpoFamilies(rows []rpoRow) []openmetrics.Family {
	age, allowed, worst, exceeded := gauge("group_backup_age_seconds", "How old the last good backup of a group is."), gauge("group_allowed_backup_age_seconds", "How old the last good backup of a group may be by its policy and SLA."),
		gauge("group_worst_backup_age_seconds", "How old the newest backup of a group was at most in the period."), gauge("group_rpo_exceeded", "Whether the last good backup of a group is older than allowed, or missing: 1 if so, else 0.")
	for i, name := range named(rows, func(row *rpoRow) string { return row.Group }) {
		row := &rows[i]
		for _, one := range []struct {
			family *openmetrics.Family
			value  *int64
		}{{age, row.Age}, {allowed, row.Allowed}, {worst, row.Worst}} {
			if one.value != nil {
				add(one.family, float64(*one.value), "group", name)
			}
		}
		late := 0.0
		if row.State == rpoExceeded || row.State == rpoNone {
			late = 1
		}
		add(exceeded, late, "group", name)
	}
	return merge(false, age, allowed, worst, exceeded)
}
