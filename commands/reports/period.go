package reports

import (
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/engine"
)

// period is the time that a report is about, and the zone in which it is shown and cut into days.
type period struct {
	since, until time.Time // zero for from the beginning, and for until now
	zone         *time.Location
	open         bool // whether it has no end: what begins while the report is made counts too
}

// parseMoment reads a time as people write it: now, -7d, today, yesterday, a day, a time of day, a day with one, or RFC 3339. What says no zone is
// in that of now. A day is its beginning, or where end is set the beginning of the next.
func parseMoment(typed string, now time.Time, end bool) (time.Time, bool) {
	word := strings.ToLower(strings.TrimSpace(typed))
	days := 0
	if end {
		days = 1
	}
	switch word {
	case "today":
		return engine.Midnight(now, days), true
	case "yesterday":
		return engine.Midnight(now, days-1), true
	}
	if at, err := time.ParseInLocation(time.DateOnly, word, now.Location()); err == nil {
		return engine.Midnight(at, days), true
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02T15:04:05"} {
		if at, err := time.ParseInLocation(layout, strings.ToUpper(word), now.Location()); err == nil {
			return at, true
		}
	}
	for _, layout := range []string{"15:04", "15:04:05"} {
		if clock, err := time.Parse(layout, word); err == nil {
			of := func(day time.Time) time.Time {
				return time.Date(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), clock.Second(), 0, day.Location())
			}
			if at := of(now); !at.After(now) {
				return at, true
			}
			return of(engine.Midnight(now, -1)), true
		}
	}
	return engine.ParseTime(strings.TrimSpace(typed), now)
}

// period returns the time that was asked for, by a clock. usual is how far back it goes where nobody says; 0 for all there is.
func (o *options) period(now time.Time, usual time.Duration) (p period, err error) {
	p.zone = o.zone
	now = now.In(p.zone)
	read := func(flag, typed string, end bool, to *time.Time) {
		at, ok := parseMoment(typed, now, end)
		if !ok && err == nil {
			err = engine.Usage("report.time|--{{.Flag}}: '{{.Value}}' is not a time. Use '-7d', 'yesterday', '2026-11-20', '2026-11-20 18:30', '08:10', 'now' or RFC 3339.", "Flag", flag, "Value", typed)
		}
		*to = at.In(p.zone)
	}
	if usual > 0 {
		p.since = now.Add(-usual)
	}
	p.until, p.open = now, true
	if o.until != "" {
		read("until", o.until, true, &p.until)
		p.open = !p.until.Before(now)
		if usual > 0 {
			p.since = p.until.Add(-usual)
		}
	}
	if o.since != "" {
		read("since", o.since, false, &p.since)
	}
	switch {
	case err != nil:
	case o.since == "" && o.until == "":
	case p.since.After(now):
		err = engine.Usage("report.future|--since: this time is yet to come.")
	case !p.since.Before(p.until):
		err = engine.Usage("report.order|--until: the end of the period is not after its beginning.")
	case p.until.After(now):
		p.until = now
	}
	return p, err
}

// has reports whether a time is in the period.
func (p *period) has(at time.Time) bool { return !at.Before(p.since) && (p.open || !at.After(p.until)) }

// mostParts is how many parts a period is cut into at most, each a place of a chart.
const mostParts = 92

// cut returns the beginnings of the days of the period from a time on, and at last its end. Of a long period they are weeks, months or years,
// which format says how to write.
func (p *period) cut(first time.Time) (bounds []time.Time, layout string) {
	from := p.since
	if from.Before(first) {
		from = first
	}
	from = engine.Midnight(from.In(p.zone), 0)
	for _, step := range []struct {
		years, months, days int
		layout              string
	}{{0, 0, 1, "01-02"}, {0, 0, 7, "01-02"}, {0, 1, 0, "2006-01"}, {1, 0, 0, "2006"}} {
		bounds, layout = nil, step.layout
		at := from
		switch {
		case step.months > 0:
			at = time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, p.zone)
		case step.years > 0:
			at = time.Date(at.Year(), 1, 1, 0, 0, 0, 0, p.zone)
		case step.days == 7:
			at = engine.Midnight(at, -(int(at.Weekday())+6)%7) // a Monday
		}
		for ; at.Before(p.until) && len(bounds) <= mostParts; at = at.AddDate(step.years, step.months, step.days) {
			bounds = append(bounds, at)
		}
		if len(bounds) <= mostParts {
			break
		}
	}
	return append(bounds, p.until), layout
}
