package sandbox

// timeRange is a range of times, both ends included, in Unix microseconds.
type timeRange struct{ from, to int64 }

// restorableRanges returns the ranges of times to which an object can be recovered from the logs of a group, oldest first: each
// begins with a backup and ends with the last of the log backups that follow it without a gap. A log backup leaves a gap when
// its snapshot is gone; one that failed does not, because the next one has its logs too.
func (d *data) restorableRanges(group string, object int64) (ranges []timeRange) {
	var current timeRange // from is 0 where there is no backup that logs can follow
	end := func() {
		if current.to > 0 {
			ranges = append(ranges, current)
		}
		current = timeRange{}
	}
	for _, r := range d.runsByGroup[group] {
		if !r.ended() {
			continue
		}
		for _, o := range r.Objects {
			switch there := o.Snapshot != ""; {
			case o.ID != object:
			case there && r.Type == "kLog" && current.from > 0:
				current.to = o.End
			case there && r.Type != "kLog" && current.from == 0:
				current.from = o.End
			case !there && r.Type == "kLog" && r.succeeded() && o.succeeded():
				end()
			}
		}
	}
	end()
	return ranges
}

// succeeded reports whether a run has ended well, or with warnings.
func (r *run) succeeded() bool { return r.Status == "Succeeded" || r.Status == "SucceededWithWarning" }

// succeeded reports whether an object was backed up, also if its snapshot is gone.
func (o *runObject) succeeded() bool { return o.Status == "kSuccessful" || o.Status == "kWarning" }
