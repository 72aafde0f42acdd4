package reports

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var storageKind = kind{
	name: "storage", title: "report.storage-title|Storage written by backups", parts: survey.Groups | survey.Runs, about: ofRuns | hasSizes, usual: week, make: makeStorage,
	view: &output.View{Rows: "storage", Empty: "report.groups-empty|There are no protection groups.", Columns: []output.Column{
		{Title: "Group", Path: "group", Format: output.Entity},
		{Title: "Environment", Path: "environment", Rank: 8},
		{Title: "Runs", Path: "runs", Number: true, Rank: 3},
		{Title: "Logical Size", Path: "logicalBytes", Format: output.Size, Rank: 1},
		{Title: "Read", Path: "readBytes", Format: output.Size, Rank: 2},
		{Title: "Written", Path: "writtenBytes", Format: output.Size},
		{Title: "Written per Day", Path: "writtenPerDayBytes", Format: output.Size, Rank: 4},
	}},
}

// storageRow is what the runs of a group read and wrote.
type storageRow struct {
	Group       string `json:"group"`
	GroupID     string `json:"groupId"`
	Environment string `json:"environment"`
	Runs        int    `json:"runs"`
	Logical     int64  `json:"logicalBytes"` // of the newest run that says it
	Read        int64  `json:"readBytes"`
	Written     int64  `json:"writtenBytes"`
	PerDay      int64  `json:"writtenPerDayBytes"` // on average, in 24 hours
}

func makeStorage(r *reading) *result {
	of := r.ofEach()
	rows := make([]storageRow, len(r.meant))
	by := map[string]int64{}
	var logical, read, written int64
	span := r.time.until.Sub(r.first)
	for i, g := range r.meant {
		row := storageRow{Group: g.Name, GroupID: g.ID, Environment: g.Environment, Runs: len(of[g])}
		for _, run := range of[g] {
			if row.Logical == 0 {
				row.Logical = run.Logical
			}
			row.Read, row.Written = sum(row.Read, run.Read), sum(row.Written, run.Written)
		}
		if span > 0 {
			row.PerDay = int64(min(float64(row.Written)*float64(24*time.Hour)/float64(span), 1<<62))
		}
		logical, read, written = sum(logical, row.Logical), sum(read, row.Read), sum(written, row.Written)
		if row.Written > 0 {
			by[g.Name] = sum(by[g.Name], row.Written)
		}
		rows[i] = row
	}
	slices.SortStableFunc(rows, func(a, b storageRow) int {
		return cmp.Or(cmp.Compare(b.Written, a.Written), strings.Compare(a.Group, b.Group))
	})
	days, size := r.daysOf(r.runs), r.c.Options.Sizes.Text
	return &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"groups": len(rows), "runs": len(r.runs), "logicalBytes": logical, "readBytes": read, "writtenBytes": written}, days: days,
		sentence: i18n.T("report.storage-total|Written: {{.Written}}; read: {{.Read}}; logical size: {{.Logical}}.", "Written", size(written), "Read", size(read), "Logical", size(logical)),
		figures: []page.Figure{
			{Title: i18n.T("chart.written|Written"), Value: size(written)}, {Title: i18n.T("webpage.read|Read"), Value: size(read)}, {Title: i18n.T("webpage.logical|Logical size"), Value: size(logical)},
		},
		charts: func() []page.Drawing {
			return []page.Drawing{
				page.Bars(i18n.T("chart.written-groups|Written by group"), i18n.T("chart.written-groups-about|A bar for each of the groups whose runs wrote most."), i18n.T("webpage.group|Group"), i18n.T("chart.written|Written"), largest(by, size)),
				r.writtenChart(days),
			}
		},
		families: func() []openmetrics.Family { return storageFamilies(rows) },
	}
}

func storageFamilies(rows []storageRow) []openmetrics.Family {
	read, written, logical := gauge("group_read_bytes", "Bytes that the runs of a group in the period read from objects."), gauge("group_written_bytes", "Bytes that the runs of a group in the period wrote to storage."), gauge("group_logical_bytes", "Size of what the newest run of a group in the period protects.")
	for i, name := range named(rows, func(row *storageRow) string { return row.Group }) {
		add(read, float64(rows[i].Read), "group", name)
		add(written, float64(rows[i].Written), "group", name)
		add(logical, float64(rows[i].Logical), "group", name)
	}
	return merge(true, read, written, logical)
}
