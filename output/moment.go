package output

import (
	"fmt"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Moments in tables: how long ago they were, and their time zone.

const (
	day = 24 * time.Hour
	// recent is how many days ago a moment may be that reads "2d ago".
	recent = 7
	// soon is in how many days a moment may be that reads "in 13d".
	soon = 99
)

// relative returns how long ago a moment was, or in what time it comes, in the largest unit. It is false for one that is too far away for
// that to mean much.
func relative(at, now time.Time) (string, bool) {
	d := now.Sub(at)
	ahead := d <= -time.Second // less is how clocks differ that are told in seconds
	if d < 0 {
		d = -d
	}
	if days := d / day; ahead && days > soon || !ahead && days > recent {
		return "", false
	}
	span := fmt.Sprintf("%dd", d/day)
	switch {
	case d < time.Minute:
		span = fmt.Sprintf("%ds", d/time.Second)
	case d < time.Hour:
		span = fmt.Sprintf("%dm", d/time.Minute)
	case d < day:
		span = fmt.Sprintf("%dh", d/time.Hour)
	}
	if ahead {
		return i18n.T("time.ahead|in {{.Span}}", "Span", span), true
	}
	return i18n.T("time.ago|{{.Span}} ago", "Span", span), true
}

// Ago returns a moment as tables show it: how long ago it was, or else its local time.
func Ago(at, now time.Time) string {
	if text, ok := relative(at, now); ok {
		return text
	}
	return minutes(at.Local())
}

// minutes returns a moment in its zone without its seconds.
func minutes(at time.Time) string { return at.Format("2006-01-02 15:04") }

// zone returns the time zone of a moment, such as CET or CEST.
func zone(at time.Time) string { return at.Format("MST") }
