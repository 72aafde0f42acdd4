package metrics

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/service"
)

// window is how far back runs and recoveries count.
const window = 24 * time.Hour

// counting is a gate that counts requests. What is repeated counts once.
type counting struct {
	engine.Gate
	requests atomic.Int64
}

// Call implements engine.Gate.
func (g *counting) Call(ctx context.Context, r *api.Request, how ...engine.How) (*service.Answer, error) {
	g.requests.Add(1)
	return g.Gate.Call(ctx, r, how...)
}

// pass is one look at an instance.
type pass struct {
	began    time.Time
	took     time.Duration
	requests int64
	states   map[string]int // runs of the window by state
	failures engine.Failures
	instance *survey.Instance
	findings []*survey.Finding
	err      error // what kept the whole instance from being read; nil for nothing
}

// look reads an instance once. What keeps it from being read as a whole is in the pass and no error.
func look(c *engine.Context) *pass {
	gate := &counting{Gate: c.Gate}
	counted := *c
	counted.Gate = gate
	p := &pass{began: c.Now(), states: map[string]int{}}
	var mu sync.Mutex // runs of several groups come at the same time
	p.instance, p.err = survey.Read(&counted, survey.Wanted{Parts: survey.Everything, Span: window, Recoveries: survey.HangingReach, Run: func(_ *survey.Group, r *survey.Run) {
		mu.Lock()
		defer mu.Unlock()
		p.states[state(r.Status)]++
	}}, &p.failures)
	p.took, p.requests = c.Now().Sub(p.began), gate.requests.Load()
	if p.err == nil {
		p.findings = p.instance.Findings(&counted)
	}
	return p
}

// part is a part of an instance, as metrics name it and as survey.Read names its failure. What keeps the runs of a group or the snapshots of an
// object from being read has the name of that.
type part struct {
	part  survey.Part
	label string
}

// failed returns why a part could not be read, and "" where it was.
func (p *pass) failed(one part) string { return p.failures.Of(survey.PartName(one.part)) }

var parts = []part{
	{survey.Groups, "groups"}, {survey.Policies, "policies"}, {survey.Objects, "objects"},
	{survey.Backups, "backups"}, {survey.Sources, "sources"}, {survey.Hosts, "hosts"},
	{survey.Connectors, "connectors"}, {survey.ConnectorAgents, "connector_agents"}, {survey.Recoveries, "recoveries"}, {survey.Alerts, "alerts"},
}

// read reports whether parts of the instance were read.
func (p *pass) read(wanted survey.Part) bool {
	for _, one := range parts {
		if wanted&one.part != 0 && p.failed(one) != "" {
			return false
		}
	}
	return p.err == nil
}

// addPass adds the metrics about the pass itself.
func (p *pass) addPass(f *metrics) {
	success, errors := 1.0, 0
	note := func(part string, count int) {
		if errors += count; count > 0 {
			success = 0
		}
		f.add("pass_errors", float64(count), "part", part)
	}
	for _, one := range parts {
		note(one.label, count(p.failed(one) != ""))
	}
	runs, snapshots := 0, 0
	for _, name := range p.failures.Names() {
		switch {
		case slices.ContainsFunc(parts, func(one part) bool { return survey.PartName(one.part) == name }):
		case p.err == nil && slices.ContainsFunc(p.instance.Groups, func(g *survey.Group) bool { return g.Name == name }):
			runs++
		default:
			snapshots++
		}
	}
	note("runs", runs)
	note("snapshots", snapshots)
	note("all", count(p.err != nil))
	f.add("pass_success", success)
	f.add("pass_timestamp_seconds", seconds(p.began))
	f.add("pass_duration_seconds", span(p.took))
	f.add("pass_requests", float64(p.requests))
}
