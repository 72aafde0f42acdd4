package survey

import (
	"cmp"
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/engine"
)

// Point is a backup that something was saved by: from Available on, the data can be recovered as it was at Taken.
type Point struct{ Taken, Available time.Time }

// Point returns the backup that a run made. It is false for one that saved nothing or has not ended, and for a backup of logs, which needs
// another one to stand on.
func (r *Run) Point() (Point, bool) {
	saved := r.Succeeded > 0 || !engine.IsFailed(r.Status) && r.Status != "Canceled" && r.Status != "Skipped"
	if !r.IsEnded() || !saved || r.IsOfLogs() || r.Start.IsZero() {
		return Point{}, false
	}
	p := Point{r.Start, r.End}
	if p.Available.Before(p.Taken) {
		p.Available = p.Taken
	}
	return p, true
}

// Exposure is how old the newest backup was at most within a span of time: what would have been lost at the worst moment of it.
type Exposure struct {
	Worst time.Duration
	// AtLeast is whether it may have been older: nothing is known of backups from before the first one, which came within the span.
	AtLeast bool
}

// Exposed returns the exposure from one time until another by the backups of a group, in any order. had is since when the group is known to have
// runs, good or bad; zero for never. Before its first backup, the age counts from then.
func Exposed(points []Point, had, from, until time.Time) (e Exposure) {
	points = slices.Clone(points)
	slices.SortFunc(points, func(a, b Point) int { return cmp.Or(a.Available.Compare(b.Available), a.Taken.Compare(b.Taken)) })
	newest, known := had, false
	look := func(at time.Time) {
		if !newest.IsZero() {
			e.Worst = max(e.Worst, at.Sub(newest))
		}
		e.AtLeast = e.AtLeast || !known
	}
	for _, p := range points {
		if p.Available.After(until) {
			break
		}
		if p.Available.After(from) {
			look(p.Available)
		}
		if !known || p.Taken.After(newest) {
			newest, known = p.Taken, true
		}
	}
	if until.After(from) {
		look(until)
	}
	return e
}
