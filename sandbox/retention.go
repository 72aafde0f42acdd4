package sandbox

import (
	"cmp"
	"slices"
	"time"
)

const (
	hour = time.Hour
	day  = 24 * hour
)

// policyOf is the policy that a group follows, or nil.
func (d *data) policyOf(group jsonObject) jsonObject {
	policy, _ := d.policies.get(str(group, "policyId"))
	return policy
}

// retentionOf is how long a policy keeps a snapshot of a run, and for how long it locks it in which mode.
func (d *data) retentionOf(policy jsonObject, r *run) (kept, locked time.Duration, mode string) {
	retention, _ := lookup(policy, "backupPolicy", "regular", "retention").(jsonObject)
	if special := specialRetention(policy, r.Type); special != nil {
		retention = special
	}
	for _, rule := range objectList(policy, "extendedRetention") {
		if longer, _ := rule["retention"].(jsonObject); durationOf(longer) > durationOf(retention) && d.isKeptLonger(rule, r) {
			retention = longer
		}
	}
	kept = durationOf(retention)
	lock, _ := retention["dataLockConfig"].(jsonObject)
	if mode := str(policy, "dataLock"); lock == nil && mode != "" {
		return kept, kept, mode // the older way to say that all is locked as long as it is kept
	}
	return kept, durationOf(lock), str(lock, "mode")
}

// specialRetention is the retention that a policy has for the runs of a type alone, or nil.
func specialRetention(policy jsonObject, kind string) (found jsonObject) {
	switch kind {
	case "kLog":
		found, _ = lookup(policy, "backupPolicy", "log", "retention").(jsonObject)
	case "kFull":
		for _, full := range objectList(policy, "backupPolicy", "regular", "fullBackups") {
			if retention, ok := full["retention"].(jsonObject); ok && durationOf(retention) > durationOf(found) {
				found = retention
			}
		}
	}
	return found
}

// durationOf is a length of time in a unit and a number of them. A month has 30 days here and a year 365.
func durationOf(o jsonObject) time.Duration {
	unit := map[string]time.Duration{"Days": day, "Weeks": 7 * day, "Months": 30 * day, "Years": 365 * day}[str(o, "unit")]
	return time.Duration(num(o, "duration")) * unit
}

// isKeptLonger tells whether a run is the one that a rule of extended retention keeps: the first in a period that went well.
func (d *data) isKeptLonger(rule jsonObject, r *run) bool {
	kinds := map[string][]string{"": {"kFull", "kRegular"}, "Regular": {"kFull", "kRegular"}, "Full": {"kFull"}, "Log": {"kLog"}}[str(rule, "runType")]
	if !slices.Contains(kinds, r.Type) {
		return false
	}
	often := cmp.Or(num(rule, "schedule", "frequency"), 1)
	number := int64(0) // of earlier runs
	for other := range d.runsOf(r.Group) {
		if other == r || !slices.Contains(kinds, other.Type) || other.Status != "Succeeded" && other.Status != "SucceededWithWarning" {
			continue
		}
		number++
		if unit := str(rule, "schedule", "unit"); unit != "Runs" && periodNumber(unit, often, other.Start) == periodNumber(unit, often, r.Start) {
			return false
		}
	}
	return str(rule, "schedule", "unit") != "Runs" || number%often == 0
}

// periodNumber is the number of the period that a time is in, where each has so many of a unit.
func periodNumber(unit string, often, usecs int64) int64 {
	t := time.UnixMicro(usecs).UTC()
	n := t.Unix()
	switch unit {
	case "Hours":
		n /= int64(hour.Seconds())
	case "Days":
		n /= int64(day.Seconds())
	case "Weeks":
		n = (n/int64(day.Seconds()) + 3) / 7 // the first day of 1970 was a Thursday, and weeks begin with Monday
	case "Months":
		n = int64(t.Year())*12 + int64(t.Month()) - 1
	case "Years":
		n = int64(t.Year())
	}
	return n / often
}

// inBlackoutWindow tells whether a policy lets no scheduled run start at a time.
func inBlackoutWindow(policy jsonObject, now time.Time) bool {
	return slices.ContainsFunc(objectList(policy, "blackoutWindow"), func(window jsonObject) bool {
		begins, ends := timeOfDay(window, "startTime", now), timeOfDay(window, "endTime", now)
		return begins.Weekday().String() == str(window, "day") && !now.Before(begins) && now.Before(ends)
	})
}

// timeOfDay is a time of day that an object has in a field, on the day of a time in its time zone.
func timeOfDay(o jsonObject, field string, on time.Time) time.Time {
	zone, err := time.LoadLocation(str(o, field, "timeZone"))
	if err != nil {
		zone = time.UTC
	}
	year, month, day := on.In(zone).Date()
	return time.Date(year, month, day, int(num(o, field, "hour")), int(num(o, field, "minute")), 0, 0, zone)
}

// retryOptions are how often a policy tries again what failed, and how long it waits before.
func retryOptions(policy jsonObject) (times int64, wait time.Duration) {
	return num(policy, "retryOptions", "retries"), time.Duration(num(policy, "retryOptions", "retryIntervalMins")) * time.Minute
}
