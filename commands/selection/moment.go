package selection

import (
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/engine"
)

// Moment is the time as of which something is wanted: the newest snapshot, a moment, or a run by its id.
type Moment struct {
	At  time.Time // zero for the newest
	Run string    // the id of a run, or its number; "" for none
}

// Latest reports whether the newest snapshot is wanted.
func (m Moment) Latest() bool { return m.At.IsZero() && m.Run == "" }

// At declares the flag --at.
func At(f *engine.Flags, to *Moment) {
	f.Parsed("at", "TIME", "flag.at|As of this time: latest, 08:10, yesterday, -2d, 2026-11-20, '2026-11-20 18:30', RFC 3339, or a run's ID.", func(typed string, now time.Time) error {
		m, ok := ParseMoment(typed, now)
		if !ok {
			return engine.Usage("flag.moment|--at: '{{.Value}}' is not a time. Use latest, 08:10, yesterday, -2d, 2026-11-20, '2026-11-20 18:30', RFC 3339 or a run's ID.", "Value", typed)
		}
		*to = m
		return nil
	})
}

// ParseMoment reads a moment in the local zone. A day means its end, so that it finds the last state of that day; a time of day is the last
// one that has passed; nothing lies behind now.
func ParseMoment(typed string, now time.Time) (Moment, bool) {
	switch {
	case typed == "" || strings.EqualFold(typed, engine.Latest) || strings.EqualFold(typed, "now"):
		return Moment{}, typed != ""
	case engine.IsRunID(typed):
		return Moment{Run: typed}, true
	}
	at, ok := parseDay(typed, now)
	if !ok {
		at, ok = parseClock(typed, now)
	}
	if !ok {
		at, ok = engine.ParseTime(typed, now)
	}
	if usecs, err := strconv.ParseInt(typed, 10, 64); !ok && err == nil {
		at, ok = time.UnixMicro(usecs), true
	}
	if at.After(now) {
		at = now
	}
	return Moment{At: at}, ok
}

// parseDay returns the end of a day: today, yesterday or a date; or the time on it that follows, such as yesterday 18:30.
func parseDay(typed string, now time.Time) (time.Time, bool) {
	day, clock, timed := strings.Cut(strings.ToLower(typed), " ")
	local := now.Local()
	var start time.Time
	switch day {
	case "today":
		start = midnight(local, 0)
	case "yesterday":
		start = midnight(local, -1)
	default:
		date, err := time.ParseInLocation(time.DateOnly, day, time.Local)
		if err != nil || timed {
			return time.Time{}, false
		}
		start = date
	}
	if timed {
		at, ok := clockOf(start, clock)
		return at, ok
	}
	return midnight(start, 1).Add(-time.Microsecond), true
}

// parseClock returns the last time that a clock showed a time of day.
func parseClock(typed string, now time.Time) (time.Time, bool) {
	at, ok := clockOf(midnight(now.Local(), 0), typed)
	if ok && at.After(now) {
		at, ok = clockOf(midnight(now.Local(), -1), typed)
	}
	return at, ok
}

// midnight returns the beginning of a day, so many days after that of a time.
func midnight(t time.Time, days int) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day()+days, 0, 0, 0, 0, t.Location())
}

// clockOf returns a time of day on the day that begins at start.
func clockOf(start time.Time, typed string) (time.Time, bool) {
	for _, layout := range []string{"15:04", "15:04:05"} {
		if t, err := time.Parse(layout, typed); err == nil {
			return time.Date(start.Year(), start.Month(), start.Day(), t.Hour(), t.Minute(), t.Second(), 0, start.Location()), true
		}
	}
	return time.Time{}, false
}

// Clock returns a time for people, whole, with its zone: 2026-11-23 18:00:05 CET.
func Clock(t time.Time) string { return t.Local().Format("2006-01-02 15:04:05 MST") }
