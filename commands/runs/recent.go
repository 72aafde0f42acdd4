package runs

import (
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Wanted is what Recent reads.
type Wanted struct {
	Span  time.Duration            // how far back runs count
	Needs []string                 // the paths that are read of a run
	Group func(row any) bool       // is called with each group, as selection.EachGroupWithLastRun has it, and reports whether its runs are wanted
	Run   func(group int, row any) // is called with each run, with the number of the call of Group
}

// Recent calls Group with every protection group and Run with those runs of each that began in a span or are active, the newest first. Groups are
// asked at once, so that Run is called for several at the same time; groups whose last run is older are not asked. What keeps the runs of a group
// from being read is noted in failures, and no error.
func Recent(c *engine.Context, want Wanted, failures *engine.Failures) error {
	type asked struct {
		number   int
		id, name string
		last     lastOf
	}
	var groups []asked
	count := 0
	err := selection.EachGroupWithLastRun(c, func(g any) {
		if want.Group(g) {
			groups = append(groups, asked{count, groupID(g), groupName(g), lastRunOf(g)})
		}
		count++
	})
	if err != nil {
		return err
	}
	since := c.ServiceNow().Add(-want.Span)
	errs := make([]error, len(groups))
	err = c.AtOnce(len(groups), func(c *engine.Context, i int) error {
		if from, may := groups[i].last.from(since); may {
			errs[i] = eachRun(c, groups[i].id, from, want.Needs, func(run any) { want.Run(groups[i].number, run) })
		}
		if service.IsNotFound(errs[i]) { // it has been deleted since the groups were read
			errs[i] = nil
		}
		return nil
	})
	for i := range groups {
		if err == nil {
			err = failures.Add(c, groups[i].name, errs[i])
		}
	}
	return err
}

// eachRun calls each with what is at paths of the runs of a group that began since a time, the newest first.
func eachRun(c *engine.Context, group string, from time.Time, paths []string, each func(run any)) error {
	r := api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("startTimeUsecs", strconv.FormatInt(max(from.UnixMicro(), 0), 10))
	whole := r.Clone()
	count, summary := int64(0), &output.Summary{Fields: map[string]string{"totalRuns": ""}}
	err := c.ReadRows(r.SetNamed("numRuns", strconv.Itoa(pageSize)), "runs", paths, summary, func(run any) error {
		count++
		each(run)
		return nil
	})
	if total, _ := strconv.ParseInt(summary.Fields["totalRuns"], 10, 64); err != nil || count < pageSize && total <= count {
		return err
	}
	answer, err := c.ReadList(pages, whole)
	for i, run := range output.List(answer, "runs") {
		if int64(i) >= count {
			each(run)
		}
	}
	return err
}

// Reason returns why a run ended as it did, and "" where it does not say.
func Reason(run any) string { return reason(run).Text }

// Start returns when a run began; zero where it does not say.
func Start(run any) time.Time { return runStart(run) }

// End returns when a run ended; zero where it does not say or has not ended.
func End(run any) time.Time { return runEnd(run) }

// IsLate reports whether a run took longer than the SLA of its group allows.
func IsLate(run any) bool {
	return output.At(run, "localBackupInfo.isSlaViolated") == true || output.At(run, cells.Archived+"isSlaViolated") == true
}
