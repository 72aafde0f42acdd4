package runs

import (
	"strconv"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
)

// GroupRuns is a protection group with those of its runs that began in a time, newest first, and an older one that is still active.
type GroupRuns struct {
	Group any // as selection.EachGroupWithLastRun has it
	Runs  []any
}

// Recent returns all groups with the runs that began since a time, or are active; now is the time by the service's clock. Groups whose last run is older are
// not asked for theirs. What keeps the runs of a group from being read is a failure of that group, and no error.
func Recent(c *engine.Context, span time.Duration, failures *engine.Failures) (groups []*GroupRuns, now time.Time, err error) {
	now, err = selection.EachGroupWithLastRun(c, func(group any) { groups = append(groups, &GroupRuns{Group: group}) })
	if err != nil {
		return nil, now, err
	}
	since := now.Add(-span)
	var mu sync.Mutex
	err = c.AtOnce(len(groups), func(c *engine.Context, i int) error {
		g := groups[i]
		from, asks := lastRunOf(g.Group).from(since)
		if !asks {
			return nil
		}
		gather := &gathering{request: api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("startTimeUsecs", strconv.FormatInt(max(from.UnixMicro(), 0), 10))}
		list, err := gather.list(c, groupID(g.Group))
		mu.Lock()
		defer mu.Unlock()
		g.Runs = list
		return failures.Add(c, groupName(g.Group), err)
	})
	return groups, now, err
}
