package output

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Entity shows the name of a thing.
func Entity(v any) Cell { return Cell{Text: text(v), Tone: Name} }

// Time shows an integer of that unit since 1970 as a local time; zero is no time at all.
func Time(unit time.Duration) Formatter {
	return func(v any) Cell {
		n, err := strconv.ParseInt(text(v), 10, 64)
		if err != nil {
			return Cell{Text: text(v)}
		}
		if n == 0 {
			return Cell{}
		}
		per := int64(time.Second / unit)
		t := time.Unix(n/per, n%per*int64(unit)) // in the local zone
		return Cell{Text: t.Format(seconds), Data: t.UTC().Format(time.RFC3339Nano), At: t}
	}
}

// seconds is how a moment is written in full.
const seconds = "2006-01-02 15:04:05"

// The times that the service uses.
var (
	Usecs = Time(time.Microsecond)
	Msecs = Time(time.Millisecond)
	Secs  = Time(time.Second)
)

// Size shows bytes in binary units.
func Size(v any) Cell {
	n, err := strconv.ParseInt(text(v), 10, 64)
	if err != nil {
		return Cell{Text: text(v), Unit: InBytes}
	}
	return Cell{Text: Bytes(n), Data: text(v), Unit: InBytes}
}

// Bytes returns a number of bytes in binary units with up to three digits: 8 MiB, 1.5 GiB, 999 B.
func Bytes(n int64) string {
	if n < 1024 && n > -1024 {
		return fmt.Sprintf("%d B", n)
	}
	f, unit := float64(n), -1
	for ; (f >= 1023.95 || f <= -1023.95) && unit < 5; unit++ {
		f /= 1024
	}
	number := strconv.FormatFloat(f, 'f', 1, 64)
	return strings.TrimSuffix(number, ".0") + " " + [...]string{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"}[unit]
}

// Span shows an integer of that unit as a length of time: 1h 5m, 2d, 12s.
func Span(unit time.Duration) Formatter {
	return func(v any) Cell {
		n, err := strconv.ParseInt(text(v), 10, 64)
		if err != nil {
			return Cell{Text: text(v), Unit: InSeconds}
		}
		return Took(Length(n, unit))
	}
}

// Length returns so many of a unit of time, and the longest time that there is where that is less.
func Length(n int64, unit time.Duration) time.Duration {
	most := math.MaxInt64 / int64(unit)
	switch {
	case n > most:
		return math.MaxInt64
	case n < -most:
		return -math.MaxInt64
	}
	return time.Duration(n) * unit
}

// Took shows a length of time; as data it is a decimal number of seconds.
func Took(d time.Duration) Cell {
	seconds := strconv.FormatInt(int64(d/time.Second), 10)
	if rest := (d % time.Second).Abs(); rest > 0 {
		if d < 0 && d > -time.Second {
			seconds = "-" + seconds
		}
		seconds += strings.TrimRight(fmt.Sprintf(".%09d", rest.Nanoseconds()), "0")
	}
	return Cell{Text: Duration(d), Data: seconds, Unit: InSeconds}
}

// Duration returns a length of time in its two largest units.
func Duration(d time.Duration) string {
	if d < 0 {
		return "-" + Duration(-max(d, -math.MaxInt64)) // the least one has no opposite
	}
	if d < time.Second && d > 0 {
		return "<1s"
	}
	units := []struct {
		name string
		size time.Duration
	}{{"d", 24 * time.Hour}, {"h", time.Hour}, {"m", time.Minute}, {"s", time.Second}}
	var words []string
	for _, u := range units {
		if n := d / u.size; n > 0 && len(words) < 2 {
			words = append(words, fmt.Sprintf("%d%s", n, u.name))
			d -= n * u.size
		} else if len(words) > 0 {
			break
		}
	}
	if len(words) == 0 {
		return "0s"
	}
	return strings.Join(words, " ")
}

// Status shows a state in the colour of what it means.
func Status(v any) Cell {
	c := enumerated(v)
	switch c.Text {
	case "Succeeded", "Success", "Successful", "Healthy", "Connected", "Finished", "Active", "active", "Protected", "Current", "InGoodState", "true":
		c.Tone = Good
	case "SucceededWithWarning", "Warning", "Missed", "Skipped", "Canceled", "Paused", "OnHold", "Degraded", "Legal Hold", "Upgradable", "inactive":
		c.Tone = Warning
	case "Failed", "Failure", "Error", "Unreachable", "Unprotected", "false", "failed", "LegalHold":
		c.Tone = Bad
	case "Running", "Accepted", "Canceling", "Finalizing", "Pending", "InProgress", "Started", "Scheduled", "provisioning":
		c.Tone = Active
	}
	return c
}

// YesNo shows a boolean.
func YesNo(v any) Cell {
	switch text(v) {
	case "true":
		return Cell{Text: i18n.T("yes|yes"), Data: "true"}
	case "false":
		return Cell{Text: i18n.T("no|no"), Data: "false"}
	}
	return Cell{Text: text(v)}
}

// Choose shows a boolean as one of two states, which are English in CSV.
func Choose(yes, no i18n.Text, yesTone, noTone Tone) Formatter {
	return func(v any) Cell {
		if text(v) == "true" {
			return Cell{Text: i18n.T(yes), Tone: yesTone, Data: i18n.English(yes)}
		}
		return Cell{Text: i18n.T(no), Tone: noTone, Data: i18n.English(no)}
	}
}

// Count shows how many items a list has.
func Count(v any) Cell {
	if list, ok := v.([]any); ok {
		return Cell{Text: strconv.Itoa(len(list))}
	}
	return Cell{Text: text(v)}
}

// Percent shows a share of a hundred.
func Percent(v any) Cell {
	f, err := strconv.ParseFloat(text(v), 64)
	if err != nil {
		return Cell{Text: text(v), Unit: InPercent}
	}
	return Cell{Text: strconv.FormatFloat(f, 'f', 0, 64) + "%", Data: text(v), Unit: InPercent}
}

// Each shows the values at a path of the items of a list.
func Each(path string) Formatter {
	return func(v any) Cell {
		list, ok := v.([]any)
		if !ok {
			return Cell{Text: text(v)}
		}
		var items []any
		at, field := parsePath(path), ""
		for _, item := range list {
			value, name := at.lookUp(item)
			if text(value) != "" {
				items, field = append(items, value), name
			}
		}
		return unformatted(field, items)
	}
}
