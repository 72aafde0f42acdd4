package health

import (
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/service"
)

// document is the state of an instance, or of several, for people and programs.
type document struct {
	*summary             // of the only instance; nil where there are several
	Instances []*summary `json:"instances,omitempty"`
	Needs     int        `json:"needsAttention"`
	Attention []*problem `json:"attention"`
	Noticed   []*problem `json:"noticed"`
	Running   []*running `json:"running"`
	many      bool
	unmet     []string       // the words that were asked for and that nothing here has for a name
	idle      *idleness      // of the only instance; nil where something is backed up there, or that was not asked
	idleIn    []idleInstance // those of several instances where nothing is backed up
}

// problem is a finding, with its instance where there are several.
type problem struct {
	Instance string `json:"instance,omitempty"`
	*survey.Finding
	asOf time.Time // when it was found, by the service's clock
}

// summary is how much there is of what was asked for.
type summary struct {
	Instance string         `json:"instance,omitempty"`
	Region   string         `json:"region,omitempty"`
	Since    int64          `json:"sinceUsecs"`
	Groups   map[string]int `json:"groups"`
	Runs     map[string]int `json:"runs"`
	Objects  map[string]int `json:"objects"`
}

// running is a run that has not ended.
type running struct {
	Instance string   `json:"instance,omitempty"`
	Group    string   `json:"group"`
	Run      string   `json:"run"`
	Status   string   `json:"status"`
	Percent  *float64 `json:"percentageCompleted,omitempty"`
	Start    int64    `json:"startTimeUsecs"`
	Usual    int64    `json:"usualSecs,omitempty"`        // the median of the group's runs that succeeded
	End      int64    `json:"expectedEndUsecs,omitempty"` // by the service's estimate, or else by the usual duration

	asOf time.Time // when it was found, by the service's clock
}

// look asks an instance for its state. What could not be read is noted in failures.
func (s *status) look(c *engine.Context, failures *engine.Failures) (*document, error) {
	span := s.span
	in, err := survey.Read(c, survey.Wanted{Parts: survey.Everything, Span: span, Recoveries: survey.HangingReach}, failures)
	if err != nil {
		return nil, err
	}
	groups := in.GroupsMeant(c.Args)
	d := &document{summary: summarize(in, c.Args, groups), Attention: []*problem{}, Noticed: []*problem{}}
	if len(c.Args) == 0 && in.Unread == 0 {
		d.idle = whyIdle(in)
	}
	for _, f := range in.Findings(c) {
		if survey.Meant(c.Args, f.Name, f.Group) || groups[f.GroupID] {
			f.Counts = slices.Contains(s.counts, f.Kind)
			d.add(&problem{Finding: f, asOf: in.Now})
		}
	}
	for _, word := range c.Args {
		known := in.Unread != 0 || in.Knows(word) || slices.ContainsFunc(slices.Concat(d.Attention, d.Noticed), func(p *problem) bool { return survey.Meant([]string{word}, p.Name, p.Group) })
		if !known {
			d.unmet = append(d.unmet, word)
		}
	}
	d.Running, err = readRunning(c, in, groups)
	return d, err
}

// whyIdle returns what to say of an instance where nothing is backed up. It may be new, or another one was meant, or somebody forgot to resume.
func whyIdle(in *survey.Instance) *idleness {
	switch {
	case len(in.Groups) == 0:
		return noGroup
	case !slices.ContainsFunc(in.Groups, (*survey.Group).IsActive):
		return noneActive
	}
	return nil
}

// add adds a problem.
func (d *document) add(p *problem) {
	if p.Counts {
		d.Needs++
		d.Attention = append(d.Attention, p)
	} else {
		d.Noticed = append(d.Noticed, p)
	}
}

// lookAtAll asks all instances of the account for their states, at once.
func (s *status) lookAtAll(c *engine.Context, failures *engine.Failures) (*document, error) {
	all, _, err := c.Session.Instances(c, true)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(i service.Instance) bool { return i.State != "" && i.State != "active" })
	names := map[string]int{}
	for i := range all {
		names[all[i].Name]++
	}
	documents, errs, parts := make([]*document, len(all)), make([]error, len(all)), make([]engine.Failures, len(all))
	err = c.AtOnce(len(all), func(c *engine.Context, i int) error {
		word := all[i].Name
		if names[word] > 1 {
			word = all[i].CRN
		}
		documents[i], errs[i] = s.look(c.On(&all[i], word), &parts[i])
		return nil
	})
	d := &document{many: true, Instances: []*summary{}, Attention: []*problem{}, Noticed: []*problem{}, Running: []*running{}, unmet: slices.Clone(c.Args)}
	for i, one := range documents {
		name := all[i].Name
		if names[name] > 1 {
			name = all[i].GUID
		}
		failures.Join(name, &parts[i])
		if err == nil {
			err = failures.Add(c, name, errs[i])
		}
		if one == nil || err != nil {
			continue
		}
		d.unmet = slices.DeleteFunc(d.unmet, func(word string) bool { return !slices.Contains(one.unmet, word) })
		one.summary.Instance, one.Region = name, all[i].Region
		if one.idle != nil {
			d.idleIn = append(d.idleIn, idleInstance{name, one.idle})
		}
		d.Instances = append(d.Instances, one.summary)
		for _, p := range slices.Concat(one.Attention, one.Noticed) {
			p.Instance = name
			d.add(p)
		}
		for _, r := range one.Running {
			r.Instance = name
			d.Running = append(d.Running, r)
		}
	}
	for _, list := range [][]*problem{d.Attention, d.Noticed} {
		slices.SortStableFunc(list, func(a, b *problem) int { return survey.Compare(a.Finding, b.Finding) })
	}
	return d, err
}

// summarize returns how much there is of what patterns mean, and of the groups that they mean.
func summarize(in *survey.Instance, patterns []string, meant map[string]bool) *summary {
	s := &summary{
		Since: in.Since.UnixMicro(), Groups: map[string]int{"count": 0, "paused": 0}, Objects: map[string]int{"count": 0, "protected": 0},
		Runs: map[string]int{"count": 0, "succeeded": 0, "running": 0, "held": 0, "locked": 0},
	}
	for _, g := range in.Groups {
		if !meant[g.ID] {
			continue
		}
		s.Groups["count"]++
		if g.IsPaused() {
			s.Groups["paused"]++
		}
		for name, n := range map[string]int{"count": g.Runs, "succeeded": g.Succeeded, "running": len(g.Active), "held": g.Held, "locked": g.Locked} {
			s.Runs[name] += n
		}
	}
	open := map[*survey.Object]bool{}
	for _, o := range in.Unprotected() {
		open[o] = true
	}
	for _, o := range in.Objects {
		names := []string{o.Title, o.SourceName}
		for _, g := range o.Groups {
			names = append(names, g.Name)
		}
		if !survey.Meant(patterns, names...) {
			continue
		}
		if s.Objects["count"]++; !open[o] {
			s.Objects["protected"]++
		}
	}
	return s
}

// readRunning returns the runs of groups that are meant and that have not ended, with how far they are and when they should end. A service that does
// not say how far one is, is no trouble.
func readRunning(c *engine.Context, in *survey.Instance, meant map[string]bool) ([]*running, error) {
	list := []*running{}
	var groups []*survey.Group
	for _, g := range in.Groups {
		if !meant[g.ID] {
			continue
		}
		for _, r := range g.Active {
			list = append(list, &running{Group: g.Name, Run: r.ID, Status: r.Status, Start: max(r.Start.UnixMicro(), 0), asOf: in.Now})
			groups = append(groups, g)
		}
	}
	err := c.AtOnce(len(list), func(c *engine.Context, i int) error {
		r, g := list[i], groups[i]
		usual := g.Usual
		if usual == 0 {
			usual = survey.UsualDuration(c, g.ID)
		}
		r.Usual = int64(usual / time.Second)
		far, err := runs.HowFar(c, r.Run)
		if err == nil && far.HasPercent {
			r.Percent = &far.Percent
		}
		if err != nil {
			far = &engine.Progress{}
		}
		r.End = expectedEnd(in.Now, time.UnixMicro(r.Start), usual, far.Remaining)
		return c.Err()
	})
	return list, err
}

// How far beyond its usual duration a run is when nobody knows any more when it ends: it may hang.
const (
	timesUsual = 3
	leastOver  = 10 * time.Minute
)

// expectedEnd returns when a run is expected to end, in microseconds, by the time that the service says remains, or else by the usual duration; 0 where
// neither is known, or the run takes much longer than usual, where estimates have been wrong for long.
func expectedEnd(now, began time.Time, usual, remaining time.Duration) int64 {
	known := began.UnixMicro() > 0
	switch {
	case known && usual > 0 && now.Sub(began) > max(timesUsual*usual, usual+leastOver):
		return 0
	case remaining > 0:
		return now.Add(remaining).UnixMicro()
	case known && usual > 0:
		return began.Add(usual).UnixMicro()
	}
	return 0
}

// document asks for the state of what the command is about.
func (s *status) document(c *engine.Context, failures *engine.Failures) (*document, error) {
	if s.all {
		return s.lookAtAll(c, failures)
	}
	return s.look(c, failures)
}
