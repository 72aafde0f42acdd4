package runs

import (
	"strconv"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// pageSize is how many runs a page has where nobody says otherwise.
const pageSize = 200

// pages go back in time: the service returns the newest runs of a window, and the next window ends where the oldest of them
// began. A run at that very moment comes twice.
var pages = &engine.Paging{
	List: "runs", ID: "id", Fields: []string{"totalRuns"},
	More: func(r *api.Request, summary *output.Summary) bool {
		total, err := strconv.Atoi(summary.Fields["totalRuns"])
		asked := r.Get("numRuns")
		return err == nil && total > summary.Rows || err != nil && len(asked) > 0 && asked[0] == strconv.Itoa(summary.Rows)
	},
	First: func(r *api.Request, limit int) error {
		if r.Get("numRuns") == nil {
			size := pageSize
			if limit > 0 {
				size = min(size, limit)
			}
			r.SetNamed("numRuns", strconv.Itoa(size))
		}
		return nil
	},
	Next: func(r *api.Request, page any, fresh int) (bool, error) {
		list := output.List(page, "runs")
		if total, ok := output.Int(page, "totalRuns"); ok && total <= int64(len(list)) {
			return false, nil
		}
		when := "startTimeUsecs"
		if by := r.Get("filterByEndTime"); len(by) > 0 && by[0] == "true" {
			when = "endTimeUsecs"
		}
		var oldest int64
		timed := false
		for _, run := range list {
			if at, ok := output.Int(run, "localBackupInfo."+when+"|"+cells.Archived+when); ok {
				timed = true
				if at != 0 && (oldest == 0 || at < oldest) { // 0 is the end of a run that goes on
					oldest = at
				}
			}
		}
		if !timed {
			return false, nil
		}
		if fresh == 0 { // the window holds nothing but what began at its end: a group has one run at a time
			oldest--
		}
		if end := r.Get("endTimeUsecs"); oldest <= 0 || len(end) > 0 && !before(oldest, end[0]) {
			return false, engine.RepeatedPages()
		}
		r.SetNamed("endTimeUsecs", strconv.FormatInt(oldest, 10))
		return true, nil
	},
}

// before reports whether a time lies before another one, as a request has it; in microseconds. What is no time lies behind all.
func before(at int64, end string) bool {
	n, err := strconv.ParseInt(end, 10, 64)
	return err != nil || at < n
}
