package reports

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
)

// reading is what an instance said for a report.
type reading struct {
	*options
	c       *engine.Context
	kind    *kind
	in      *survey.Instance
	unread  engine.Failures
	time    period
	meant   []*survey.Group // groups, by name
	runs    []groupRun      // of these, in the period, the newest first
	earlier []groupRun      // runs from before the period that count too
	// first is when the oldest of these began, and the beginning of the period where there is none.
	first time.Time
}

// groupRun is a run with its group.
type groupRun struct {
	*survey.Run
	group *survey.Group
}

// slack is how much earlier than the period is asked for, for clocks that differ: what is too early is left out here.
const slack = 10 * time.Minute

// read asks the instance for all that a report needs.
func (o *options) read(c *engine.Context, k *kind) (*reading, error) {
	p, err := o.period(c.Now(), k.usual)
	if err != nil {
		return nil, err
	}
	r := &reading{options: o, c: c, kind: k}
	want := survey.Wanted{Parts: k.parts, Span: c.Now().Sub(p.since) + k.before + slack, Of: o.ofGroup}
	if k.about&hasPeriod == 0 {
		want.Span = slack
	}
	if p.since.IsZero() {
		want.Span = c.Now().Sub(time.Unix(0, 0))
	}
	if o.hosts != nil {
		want.Parts |= survey.Objects
	}
	var mu sync.Mutex
	want.Run = func(g *survey.Group, run *survey.Run) {
		mu.Lock()
		defer mu.Unlock()
		r.runs = append(r.runs, groupRun{run, g})
	}
	if r.in, err = survey.Read(c, want, &r.unread); err != nil {
		return nil, err
	}
	if r.time, err = o.period(r.in.Now, k.usual); err != nil { // by the service's clock, unless that is beyond what can be meant
		r.time = p
	}
	if err := r.check(); err != nil {
		return nil, err
	}
	r.meant = r.groupsMeant()
	r.keep()
	return r, nil
}

// keep keeps the runs of the groups that are meant that began in the period, and those that are active at its end, and sorts them.
func (r *reading) keep() {
	meant := map[*survey.Group]bool{}
	for _, g := range r.meant {
		meant[g] = true
	}
	before := r.time.since.Add(-r.kind.before)
	r.runs = slices.DeleteFunc(r.runs, func(run groupRun) bool {
		wanted := r.time.has(run.Start) || !run.IsEnded() && !run.Start.After(r.time.until)
		if meant[run.group] && !wanted && r.kind.before > 0 && run.Start.Before(r.time.since) && !run.Start.Before(before) {
			r.earlier = append(r.earlier, run)
		}
		return !meant[run.group] || !wanted
	})
	slices.SortFunc(r.runs, func(a, b groupRun) int {
		return cmp.Or(b.Start.Compare(a.Start), strings.Compare(a.group.Name, b.group.Name), strings.Compare(a.group.ID, b.group.ID), strings.Compare(b.ID, a.ID))
	})
	r.first = r.time.since
	if len(r.runs) > 0 && (r.first.IsZero() || r.runs[len(r.runs)-1].Start.Before(r.first)) {
		r.first = r.runs[len(r.runs)-1].Start
	}
}

// ofEach returns the runs of each group, the newest first.
func (r *reading) ofEach() map[*survey.Group][]*survey.Run {
	of := make(map[*survey.Group][]*survey.Run, len(r.meant))
	for _, run := range r.runs {
		of[run.group] = append(of[run.group], run.Run)
	}
	return of
}

// lacks returns why a part of the instance could not be read, and "" where it was.
func (r *reading) lacks(part survey.Part) string { return r.unread.Of(survey.PartName(part)) }
