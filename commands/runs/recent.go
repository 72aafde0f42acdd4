package runs

import (
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// recentNeeds are the fields of a run that Recent reads.
var recentNeeds = []string{"id", "localBackupInfo.status", "localBackupInfo.startTimeUsecs", "localBackupInfo.messages", "localBackupInfo.isSlaViolated", "localBackupInfo.failedObjectsCount",
	"archivalInfo.archivalTargetResults"}

// Recent calls group with every protection group, as selection.EachGroupWithLastRun has it, and each with those of its runs that began in a span or are
// active, the newest first: with the number of the call of group. Groups are asked at once, so that each is called for several at the same time;
// groups whose last run is older are not asked. now is the time by the service's clock. What keeps the runs of a group from being read is noted in
// failures, and no error.
func Recent(c *engine.Context, span time.Duration, failures *engine.Failures, group func(any), each func(i int, run any)) (now time.Time, err error) {
	type asked struct {
		id, name string
		last     lastOf
	}
	var groups []asked
	now, err = selection.EachGroupWithLastRun(c, func(g any) {
		group(g)
		groups = append(groups, asked{groupID(g), groupName(g), lastRunOf(g)})
	})
	if err != nil {
		return now, err
	}
	since := now.Add(-span)
	errs := make([]error, len(groups))
	err = c.AtOnce(len(groups), func(c *engine.Context, i int) error {
		if from, may := groups[i].last.from(since); may {
			errs[i] = eachRun(c, groups[i].id, from, func(run any) { each(i, run) })
		}
		return nil
	})
	for i := range groups {
		if err == nil {
			err = failures.Add(c, groups[i].name, errs[i])
		}
	}
	return now, err
}

// eachRun calls each with the runs of a group that began since a time, the newest first.
func eachRun(c *engine.Context, group string, from time.Time, each func(run any)) error {
	r := api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("startTimeUsecs", strconv.FormatInt(max(from.UnixMicro(), 0), 10))
	whole := r.Clone()
	count, summary := int64(0), &output.Summary{Fields: map[string]string{"totalRuns": ""}}
	_, err := c.ReadRows(r.SetNamed("numRuns", strconv.Itoa(pageSize)), "runs", recentNeeds, summary, func(run any) error {
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

// IsLate reports whether a run took longer than the SLA of its group allows.
func IsLate(run any) bool {
	return output.At(run, "localBackupInfo.isSlaViolated") == true || output.At(run, cells.Archived+"isSlaViolated") == true
}
