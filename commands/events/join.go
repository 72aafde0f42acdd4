package events

import (
	"slices"
	"strings"
	"time"
)

// Several sources say the same: the progress of a run in microseconds, the progress monitor in seconds, and the run itself once it has
// ended, in other words.

// near is how far apart two sources may put one event: the progress monitor counts in seconds.
const near = time.Second

// same is what two reports of one event have in common, besides their time.
type same struct{ object, text string }

// reported are events by what identifies them, so that each is counted once.
type reported map[same][]time.Time

// add counts an event.
func (r reported) add(e Event) {
	key := same{e.Object, e.Text}
	r[key] = append(r[key], e.Time)
}

// take takes one event away that an event may be a further report of, and reports whether there was one.
func (r reported) take(e Event) bool {
	key := same{e.Object, e.Text}
	i := slices.IndexFunc(r[key], func(at time.Time) bool { return isNear(at, e.Time) })
	if i < 0 {
		return false
	}
	r[key] = slices.Delete(r[key], i, i+1)
	return true
}

// isNear reports whether two times may be that of one event. An unknown time may be any.
func isNear(a, b time.Time) bool {
	return a.IsZero() || b.IsZero() || a.Sub(b).Abs() <= near
}

// without returns the events of a list that are not in what was reported before, of which each stands for one of them.
func without(list []Event, before []Event) (fresh []Event) {
	known := reported{}
	for _, e := range before {
		known.add(e)
	}
	for _, e := range list {
		if !known.take(e) {
			fresh = append(fresh, e)
		}
	}
	return fresh
}

// join returns the events of two sources without doubles. Those of the first source have the better times.
func join(first, second []Event) []Event {
	return append(slices.Clone(first), without(second, first)...)
}

// dropEchoes leaves out what a run repeats of its objects: "web-1: TEXT" where web-1 has said TEXT at that time.
func dropEchoes(list []Event) []Event {
	objects := reported{}
	for _, e := range list {
		if e.Object != "" {
			objects.add(e)
		}
	}
	return slices.DeleteFunc(list, func(e Event) bool {
		name, text, ok := strings.Cut(e.Text, ": ")
		return ok && e.Object == "" && objects.take(Event{Time: e.Time, Object: name, Text: text})
	})
}

// plain returns a text as it is compared: without what differs where a message is repeated.
func plain(text string) string {
	return strings.TrimRight(strings.ToLower(strings.TrimSpace(text)), ".")
}

// explain sets how bad events are by what the run or recovery has said of its results, and returns of that what no event says. The service
// gives events no severity, so an event is as bad as the result that it is the message of.
func explain(list, said []Event) (unsaid []Event) {
	texts := make([]string, len(list))
	for i := range list {
		texts[i] = plain(list[i].Text)
	}
	for _, s := range said {
		text, found := plain(s.Text), false
		if text == "" {
			continue
		}
		of, rest, named := strings.Cut(s.Text, ": ")
		for i := range list {
			e := &list[i]
			fits := (e.Object == s.Object || e.Object == "") && strings.Contains(texts[i], text) ||
				s.Object == "" && named && e.Object == of && plain(rest) != "" && strings.Contains(texts[i], plain(rest))
			if !fits {
				continue
			}
			found = true
			if s.Severity.rank() > e.Severity.rank() {
				e.Severity = s.Severity
			}
		}
		if !found && !slices.ContainsFunc(unsaid, func(u Event) bool { return repeats(u, s) || repeats(s, u) }) {
			unsaid = append(unsaid, s)
		}
	}
	return unsaid
}

// repeats reports whether a result is said of a run that was said of an object already.
func repeats(of, e Event) bool {
	return of.Text == e.Text && (of.Object == e.Object || e.Object == "") || e.Object == "" && of.Object != "" && e.Text == of.Object+": "+of.Text
}
