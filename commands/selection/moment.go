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

	typed string // as a person typed it; "" for the newest
}

// Latest reports whether the newest snapshot is wanted.
func (m Moment) Latest() bool { return m.At.IsZero() && m.Run == "" }

// By returns the moment by another clock, such as that of the service: what was typed may count from now, or mean a day or a time of day.
func (m Moment) By(now time.Time) Moment {
	if m.typed == "" || now.IsZero() {
		return m
	}
	other, _ := ParseMoment(m.typed, now)
	return other
}

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
	if strings.EqualFold(typed, engine.Latest) || strings.EqualFold(typed, "now") {
		return Moment{}, true
	}
	at, ok := parseDay(typed, now)
	if !ok {
		at, ok = parseClock(typed, now)
	}
	if !ok {
		at, ok = engine.ParseTime(typed, now)
	}
	if usecs, err := strconv.ParseInt(typed, 10, 64); !ok && err == nil && usecs >= firstUsecs {
		at, ok = time.UnixMicro(usecs), true
	}
	if !ok {
		return Moment{Run: typed, typed: typed}, isRun(typed)
	}
	if at.After(now) {
		at = now
	}
	return Moment{At: at, typed: typed}, true
}

// firstUsecs is the smallest number that is a time in microseconds, in 1973: smaller ones are those of runs.
const firstUsecs = 1e14

// isRun reports whether a word is the id of a run, or its number. Two short numbers with a colon are no id: 25:00 is a slip of a time.
func isRun(word string) bool {
	number, start, isWhole := strings.Cut(word, ":")
	if !isWhole {
		return word != "" && strings.Trim(word, "0123456789") == ""
	}
	return engine.IsRunID(word) && !(len(number) <= 2 && len(start) <= 2)
}

// parseDay returns the end of a day: today, yesterday or a date; or the time on it that follows, such as yesterday 18:30.
func parseDay(typed string, now time.Time) (time.Time, bool) {
	day, clock, timed := strings.Cut(strings.ToLower(typed), " ")
	local := now.Local()
	var start time.Time
	switch day {
	case "today":
		start = engine.Midnight(local, 0)
	case "yesterday":
		start = engine.Midnight(local, -1)
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
	return engine.Midnight(start, 1).Add(-time.Microsecond), true
}

// parseClock returns the last time that a clock showed a time of day.
func parseClock(typed string, now time.Time) (time.Time, bool) {
	at, ok := clockOf(engine.Midnight(now.Local(), 0), typed)
	if ok && at.After(now) {
		at, ok = clockOf(engine.Midnight(now.Local(), -1), typed)
	}
	return at, ok
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
