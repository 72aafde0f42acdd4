package reports

import (
	"fmt"
	"iter"
	"strings"
	"sync"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/junit"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

// runRow is a run for people and programs.
type runRow struct {
	Group       string `json:"group"`
	GroupID     string `json:"groupId"`
	ID          string `json:"id"`
	Type        string `json:"type"`
	Environment string `json:"environment"`
	Status      string `json:"status"`
	Start       int64  `json:"startTimeUsecs"`
	End         int64  `json:"endTimeUsecs"`
	Duration    *int64 `json:"durationSeconds"` // null for one that has not ended
	Read        int64  `json:"readBytes"`
	Written     int64  `json:"writtenBytes"`
	Logical     int64  `json:"logicalBytes"`
	Succeeded   int64  `json:"succeededObjects"`
	Failed      int64  `json:"failedObjects"`
	Late        bool   `json:"slaMissed"`
	Held        bool   `json:"onLegalHold"`
	LockedUntil int64  `json:"lockedUntilUsecs"`
	Reason      string `json:"reason"`
}

// row returns the run for people and programs.
func (run *groupRun) row() *runRow {
	row := &runRow{
		Group: run.group.Name, GroupID: run.group.ID, ID: run.ID, Type: run.Type, Environment: run.group.Environment, Status: run.Status, Start: output.UsecsOf(run.Start), End: output.UsecsOf(run.End),
		Read: run.Read, Written: run.Written, Logical: run.Logical, Succeeded: run.Succeeded, Failed: run.Run.Failed, Late: run.Late, Held: run.Held, LockedUntil: output.UsecsOf(run.LockedUntil), Reason: run.Reason,
	}
	if run.IsEnded() && !run.End.IsZero() {
		length := seconds(run.Run.Duration())
		row.Duration = &length
	}
	return row
}

// secondsCell shows a number of seconds as a length of time.
func secondsCell(v any) output.Cell { return output.Span(1e9)(v) }

// slaCell shows that a run has missed its service level, and nothing of one that has not.
func slaCell(v any) output.Cell {
	if v == true {
		return output.Cell{Text: i18n.T("report.sla-missed|missed"), Tone: output.Bad, Data: "missed"}
	}
	return output.Cell{Data: "met"}
}

// totals are the runs of a report by what became of them.
type totals struct {
	Runs    int           `json:"runs"`
	States  map[state]int `json:"states"`
	Late    int           `json:"slaMissed"`
	Read    int64         `json:"readBytes"`
	Written int64         `json:"writtenBytes"`
}

func totalsOf(days []groupRun) *totals {
	t := &totals{States: map[state]int{}}
	for _, look := range looks {
		t.States[look.state] = 0
	}
	for _, run := range days {
		t.Runs++
		t.States[stateOf(run.Run)]++
		if run.Late {
			t.Late++
		}
		t.Read, t.Written = sum(t.Read, run.Read), sum(t.Written, run.Written)
	}
	return t
}

// figures are the totals for a page: all runs, and each state that there is.
func (t *totals) figures() []page.Figure {
	list := []page.Figure{{Title: i18n.T("report.all-runs|Runs"), Value: count(int64(t.Runs))}}
	for _, look := range looks {
		if n := t.States[look.state]; n > 0 {
			list = append(list, page.Figure{Title: i18n.T(look.text), Value: count(int64(n)), Tone: look.tone})
		}
	}
	if t.Late > 0 {
		list = append(list, page.Figure{Title: i18n.T("report.late|SLA missed"), Value: count(int64(t.Late)), Tone: output.Warning})
	}
	return list
}

// sentence says the totals below a table.
func (t *totals) sentence() string {
	return i18n.T("report.runs-total|{{.Count}} run: {{.Succeeded}} succeeded, {{.Warned}} warned, {{.Failed}} failed, {{.Missed}} missed, {{.Canceled}} canceled, {{.Running}} running.|"+
		"{{.Count}} runs: {{.Succeeded}} succeeded, {{.Warned}} warned, {{.Failed}} failed, {{.Missed}} missed, {{.Canceled}} canceled, {{.Running}} running.",
		"Count", t.Runs, "Succeeded", t.States[succeeded], "Warned", t.States[warned], "Failed", t.States[failed], "Missed", t.States[missed], "Canceled", t.States[canceled], "Running", t.States[running])
}

// runRows returns runs for people and programs.
func runRows(runs []groupRun) iter.Seq[any] {
	return func(yield func(any) bool) {
		for i := range runs {
			if !yield(runs[i].row()) {
				return
			}
		}
	}
}

// detailed is how many runs a failure of a group names.
const detailed = 20

// groupCases returns a test case for each group, which fails where one of its runs is bad: bad returns what it is then, and "" else. A group without
// runs in the period is skipped.
func (r *reading) groupCases(bad func(run *survey.Run) string) iter.Seq[junit.Case] {
	of := sync.OnceValue(r.ofEach)
	return func(yield func(junit.Case) bool) {
		of := of()
		for _, g := range r.meant {
			c := junit.Case{Class: r.kind.name, Name: g.Name}
			ended, wrong := 0, 0
			var details strings.Builder
			for _, run := range of[g] {
				if run.IsEnded() {
					ended++
				}
				c.Took = sum(c.Took, run.Duration())
				what := bad(run)
				if what == "" {
					continue
				}
				if wrong++; wrong == 1 {
					c.Failed = strings.TrimSuffix(what+": "+run.Reason, ": ")
				}
				if wrong <= detailed {
					fmt.Fprintf(&details, "%s %s %s %s\n", run.Start.In(r.time.zone).Format("2006-01-02T15:04:05Z07:00"), run.ID, what, run.Reason)
				}
			}
			switch {
			case wrong > 0:
				c.Failed = i18n.T("report.bad-runs|{{.Bad}} of {{.Count}} run: {{.Reason}}|{{.Bad}} of {{.Count}} runs: {{.Reason}}", "Bad", wrong, "Count", len(of[g]), "Reason", c.Failed)
				c.Details = details.String()
			case r.lacksRuns(g) != "":
				c.Skipped = r.lacksRuns(g)
			case ended == 0 && g.IsPaused():
				c.Skipped = i18n.T("report.paused|The group is paused.")
			case ended == 0:
				c.Skipped = i18n.T("report.no-runs|No run has ended in this period.")
			}
			if !yield(c) {
				return
			}
		}
	}
}

// lacksRuns returns why the runs of a group could not be read, and "" where they were.
func (r *reading) lacksRuns(g *survey.Group) string { return r.unread.Of(g.Name) }

// runFamilies are the runs by state, and those of each group.
func (r *reading) runFamilies(t *totals) []openmetrics.Family {
	all := gauge("runs", "Runs that began in the period, by state.")
	for _, look := range looks {
		add(all, float64(t.States[look.state]), "state", string(look.state))
	}
	late := gauge("runs_sla_missed", "Runs that began in the period and took longer than the SLA allows.")
	add(late, float64(t.Late))
	read, written := gauge("read_bytes", "Bytes that the runs of the period read from objects."), gauge("written_bytes", "Bytes that the runs of the period wrote to storage.")
	add(read, float64(t.Read))
	add(written, float64(t.Written))
	groups := gauge("group_runs", "Runs of a group that began in the period, by state.")
	of := r.ofEach()
	names := named(r.meant, func(g **survey.Group) string { return (*g).Name })
	for i, g := range r.meant {
		for _, run := range of[g] {
			add(groups, 1, "group", names[i], "state", string(stateOf(run)))
		}
	}
	return merge(true, all, late, read, written, groups)
}
