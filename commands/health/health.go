// Package health has the command that says on one page what is wrong with an instance, or with all of them.
package health

import (
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
)

// Commands are the commands directly below the namespace about the state of an instance.
var Commands = []engine.Command{
	{Name: "status", About: "status.about|Show what needs attention; exit status 9 if anything does.", View: page, Role: engine.Reader, ReadOnly: true, Job: statusJob,
		Args:     []engine.Argument{{Title: "NAME", Optional: true, Many: true}},
		Examples: []string{"status", "status --since -7d 'prod-*'", "status --all-instances --fail-on failed,rpo,unprotected --output json"}},
}

// status is what the command is asked for.
type status struct {
	since    time.Time
	failOn   []string
	all      bool
	watch    bool
	interval time.Duration
	notify   notifying

	span   time.Duration
	counts []survey.Kind // that decide the exit status
}

// usualSpan is how far back status looks.
const usualSpan = 24 * time.Hour

func statusJob(f *engine.Flags) engine.Job {
	s := &status{}
	f.Time(&s.since, "since", "status.since|Consider runs and recoveries since this time, and each group's newest run, however old. Default: -24h.")
	f.List(&s.failOn, "fail-on", "LIST", "status.fail-on|The problems that lead to exit status 9: all but recovered and upgrade by default, none, or some of failed, missed, rpo, nosnapshot, recovery, connector, connectoragent, agent, source, alert, expiring, canceled, warned, recovered, sla, unprotected, upgrade.")
	f.Switch(&s.all, "all-instances", "status.all-instances|Consider all instances of the account.")
	f.Switch(&s.watch, "watch", "status.watch|Show the page until you quit, and keep it up to date.")
	f.Span(&s.interval, "interval", "status.interval|How often --watch asks for the state. Default: 30s.")
	s.notify.declare(f)
	return s.run
}

func (s *status) run(c *engine.Context) (err error) {
	if s.counts, err = s.counting(); err != nil {
		return err
	}
	s.span = usualSpan
	if !s.since.IsZero() {
		if s.span = c.Now().Sub(s.since); s.span <= 0 {
			return engine.Usage("status.future|--since: this time is yet to come.")
		}
	}
	if t := c.Options.Target; s.all && (t.URL != "" || t.Instance != "" || t.Region != "") {
		return engine.Usage("status.all|--all-instances excludes --instance, --region and --service-url.")
	}
	if s.watch && s.notify.where != "" {
		return engine.Usage("notify.watch|--notify and --watch exclude each other.")
	}
	if s.watch {
		return s.watchIt(c)
	}
	if s.interval != 0 {
		return engine.Usage("status.needs-watch|--interval needs --watch.")
	}
	if err := s.notify.prepare(c, s.failOn, s.all); err != nil {
		return err
	}
	var failures engine.Failures
	d, err := s.document(c, &failures)
	if err != nil {
		return s.notify.unreadable(c, err)
	}
	if err := d.show(c); err != nil {
		return err
	}
	if err := d.checkNames(c); err != nil {
		return s.notify.unreadable(c, err)
	}
	unposted := s.notify.tell(c, d, &failures)
	if unposted != nil && c.Err() != nil {
		return unposted
	}
	if err := failures.Err(); err != nil {
		return also(err, unposted)
	}
	return also(d.end(c), unposted)
}

// counting returns the kinds that decide the exit status.
func (s *status) counting() (list []survey.Kind, err error) {
	var names []string
	for _, k := range survey.Kinds {
		names = append(names, string(k.Kind))
		if s.failOn == nil && k.Attention {
			list = append(list, k.Kind)
		}
	}
	words := s.failOn
	if words != nil && len(words) == 0 { // of a variable that is not set: nothing would ever need attention
		words = []string{""}
	}
	for _, word := range words {
		switch lower := strings.ToLower(word); {
		case lower == "none":
		case slices.Contains(names, lower):
			list = append(list, survey.Kind(lower))
		default:
			return nil, engine.Usage("flag.choice|--{{.Flag}}: '{{.Value}}' is not one of {{.Values}}.", "Flag", "fail-on", "Value", word, "Values", strings.Join(append(names, "none"), ", "))
		}
	}
	return list, nil
}
