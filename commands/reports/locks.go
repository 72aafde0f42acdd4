package reports

import (
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var locksKind = kind{
	name: "locks", title: "report.locks-title|Locked runs and legal holds", parts: survey.Groups | survey.Runs, about: ofRuns | hasSizes, make: makeLocks,
	view: &output.View{Rows: "locks", Empty: "report.locks-empty|No run is locked or on legal hold.", Columns: []output.Column{
		{Title: "Group", Path: "group", Format: output.Entity},
		{Title: "Run", Path: "id", Format: output.RunID, Rank: 3},
		{Title: "Environment", Path: "environment", Rank: 8},
		{Title: "Status", Path: "status", Format: output.Status, Rank: 6},
		{Title: "Started", Path: "startTimeUsecs", Format: output.Usecs, Rank: 2},
		{Title: "Legal Hold", Path: "onLegalHold", Format: output.YesNo},
		{Title: "Locked Until", Path: "lockedUntilUsecs", Format: output.Usecs},
		{Title: "Logical Size", Path: "logicalBytes", Format: output.Size, Rank: 5},
		{Title: "Written", Path: "writtenBytes", Format: output.Size, Rank: 4},
	}},
}

func makeLocks(r *reading) *result {
	held, locked := map[string]int64{}, map[string]int64{}
	var runs []groupRun
	var holds, locks int
	var written int64
	for _, run := range r.runs {
		isLocked := run.LockedUntil.After(r.in.Now)
		if !isLocked {
			run.Run.LockedUntil = time.Time{} // it is over
		}
		if !isLocked && !run.Held {
			continue
		}
		runs = append(runs, run)
		written += run.Written
		if run.Held {
			holds++
			held[run.group.Name]++
		}
		if isLocked {
			locks++
			locked[run.group.Name]++
		}
	}
	return &result{
		rows: runRows(runs), count: len(runs), totals: map[string]any{"runs": len(runs), "onLegalHold": holds, "locked": locks, "groups": len(r.meant), "writtenBytes": written},
		sentence: i18n.T("report.locks-total|{{.Count}} run: {{.Held}} on legal hold, {{.Locked}} locked.|{{.Count}} runs: {{.Held}} on legal hold, {{.Locked}} locked.", "Count", len(runs), "Held", holds, "Locked", locks),
		figures: []page.Figure{
			{Title: i18n.T("webpage.held|On legal hold"), Value: count(int64(holds))}, {Title: i18n.T("webpage.locked|Locked"), Value: count(int64(locks))}, {Title: i18n.T("chart.written|Written"), Value: r.c.Options.Sizes.Text(written)},
		},
		charts: func() (list []page.Drawing) {
			if locks > 0 {
				list = append(list, page.Bars(i18n.T("chart.locked|Locked runs by group"), i18n.T("chart.locked-about|A bar for each group with the most runs that a data lock protects."), i18n.T("webpage.group|Group"), i18n.T("webpage.locked|Locked"), largest(locked, count)))
			}
			if holds > 0 {
				list = append(list, page.Bars(i18n.T("chart.held|Runs on legal hold by group"), i18n.T("chart.held-about|A bar for each group with the most runs on legal hold."), i18n.T("webpage.group|Group"), i18n.T("webpage.held|On legal hold"), largest(held, count)))
			}
			return list
		},
		families: func() []openmetrics.Family { return lockFamilies(r.meant, runs, r.in.Now) },
	}
}

func lockFamilies(groups []*survey.Group, runs []groupRun, now time.Time) []openmetrics.Family {
	held, locked := gauge("group_runs_on_legal_hold", "Runs of a group that are on legal hold."), gauge("group_runs_locked", "Runs of a group with a data lock that has not ended.")
	names := map[*survey.Group]string{}
	for i, name := range named(groups, func(g **survey.Group) string { return (*g).Name }) {
		names[groups[i]] = name
	}
	for _, run := range runs {
		if run.Held {
			add(held, 1, "group", names[run.group])
		}
		if run.LockedUntil.After(now) {
			add(locked, 1, "group", names[run.group])
		}
	}
	return merge(true, held, locked)
}
