package events

import (
	"errors"
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// State is what a look at a run or recovery has shown.
type State struct {
	*engine.Progress
	Said  []Event // the messages of its results: warnings and errors, of itself and of its objects
	Tasks Tasks   // that report its progress
}

// Source is a run or a recovery whose events are wanted.
type Source struct {
	// Look asks for its state.
	Look func(c *engine.Context) (*State, error)
	// Progress asks for the events that its own progress has; nil where the service has none of it beside the progress monitor.
	Progress func(c *engine.Context) ([]Event, error)
}

// reader reads the events of a source, again and again while they are followed.
type reader struct {
	source *Source
	from   [2]origin
}

// The places that events come from.
const (
	ofProgress = iota // has the better times
	ofMonitor
)

// origin is what is known of a place that events come from.
type origin struct {
	list  []Event   // of the progress of a run, at the last look
	tasks []any     // of the progress monitor, at the last look: what they are about may be known later
	err   error     // of the last look
	away  time.Time // since when the service does not know the progress, as it may not for a moment at the beginning
	gone  bool      // whether it is not asked again, because the service does not have it or does not give it
}

func newReader(s *Source) *reader {
	r := &reader{source: s}
	r.from[ofProgress].gone = s.Progress == nil
	return r
}

// look reads what there is of events now. What keeps one place from being read stands in its origin; the error is that of the command, which
// was interrupted or whose session is over.
func (r *reader) look(c *engine.Context, tasks Tasks) error {
	err := c.AtOnce(len(r.from), func(c *engine.Context, i int) error {
		o := &r.from[i]
		if o.gone {
			return nil
		}
		read := *o
		var err error
		if i == ofProgress {
			read.list, err = r.source.Progress(c)
		} else {
			read.tasks, err = monitored(c, tasks)
		}
		if err == nil {
			*o = read
		}
		o.err = err
		if fatal(err) {
			return err
		}
		if service.IsNotFound(err) && o.away.IsZero() {
			o.away = c.Now()
		}
		o.gone = err != nil && !passing(err) && !(service.IsNotFound(err) && c.Now().Sub(o.away) < engine.Startup)
		return nil
	})
	return err
}

// missing returns the first error of the last look that may pass, and nil where all was read that there is.
func (r *reader) missing() error {
	for i := range r.from {
		if o := &r.from[i]; o.err != nil && passing(o.err) {
			return o.err
		}
	}
	return nil
}

// silent reports whether the last look has read nothing, because of errors that may pass.
func (r *reader) silent() bool {
	return r.missing() != nil && !slices.ContainsFunc(r.from[:], func(o origin) bool { return o.err == nil && !o.gone })
}

// events returns what was read of events, in the order of their times. With ended, that is all of them, and what the results of the source
// say and no event does is among it.
func (r *reader) events(s *State, ended bool) []Event {
	further, errors := s.Tasks.events(r.from[ofMonitor].tasks)
	list := dropEchoes(join(r.from[ofProgress].list, further))
	unsaid := explain(list, append(slices.Clone(s.Said), errors...))
	if ended {
		list = append(list, unsaid...)
	}
	sortByTime(list)
	return list
}

// All returns all events of a source, in the order of their times. A place that does not give its events is passed over: what the run or
// recovery itself says of its results is there in any case. The error is that of reading it, or of the session.
func All(c *engine.Context, s *Source) ([]Event, error) {
	state, err := s.Look(c)
	if err != nil {
		return nil, err
	}
	r := newReader(s)
	if err := r.look(c, state.Tasks); err != nil {
		return nil, err
	}
	return r.events(state, true), nil
}

// fatal reports whether an error ends more than the reading of one place: the session is over.
func fatal(err error) bool {
	var refused *service.Error
	var login *service.LoginError
	var over *service.SessionExpired
	return errors.As(err, &refused) && refused.Kind() == service.Unauthorized || (errors.As(err, &login) || errors.As(err, &over)) && !service.Transient(err)
}

// passing reports whether time may heal an error.
func passing(err error) bool {
	var syntax *output.SyntaxError
	return service.Transient(err) || errors.As(err, &syntax)
}
