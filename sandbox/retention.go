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

// policyOf returns the policy of a group, or nil.
func (d *data) policyOf(group jsonObject) jsonObject {
	policy, _ := d.policies.get(str(group, "policyId"))
	return policy
}

// retentionOf returns how long a policy keeps a snapshot of a run, and how long it locks it in which mode.
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
		return kept, kept, mode // the older field, by which all snapshots are locked until they expire
	}
	return kept, durationOf(lock), str(lock, "mode")
}

// specialRetention returns the retention that a policy has for a type of run alone, or nil.
func specialRetention(policy jsonObject, kind string) (found jsonObject) {
	switch kind {
	case "kSystem":
		found, _ = lookup(policy, "backupPolicy", "bmr", "retention").(jsonObject)
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

// durationOf returns the duration of an object with a unit and a number of units. A month has 30 days and a year 365.
func durationOf(o jsonObject) time.Duration {
	unit := map[string]time.Duration{"Days": day, "Weeks": 7 * day, "Months": 30 * day, "Years": 365 * day}[str(o, "unit")]
	return time.Duration(num(o, "duration")) * unit
}

// isKeptLonger reports whether a rule of extended retention applies to a run: it is the first successful one in a period.
func (d *data) isKeptLonger(rule jsonObject, r *run) bool {
	kinds := map[string][]string{"": {"kFull", "kRegular"}, "Regular": {"kFull", "kRegular"}, "Full": {"kFull"}, "Log": {"kLog"}, "System": {"kSystem"}}[str(rule, "runType")]
	if !slices.Contains(kinds, r.Type) {
		return false
	}
	often := cmp.Or(num(rule, "schedule", "frequency"), 1)
	number := int64(0) // of earlier runs that match
	for other := range d.runsOf(r.Group) {
		if other == r || !slices.Contains(kinds, other.Type) || !other.succeeded() {
			continue
		}
		number++
		if unit := str(rule, "schedule", "unit"); unit != "Runs" && periodNumber(unit, often, other.Start) == periodNumber(unit, often, r.Start) {
			return false
		}
	}
	return str(rule, "schedule", "unit") != "Runs" || number%often == 0
}

// periodNumber returns the number of the period that a time is in. A period has a number of units.
func periodNumber(unit string, often, usecs int64) int64 {
	t := time.UnixMicro(usecs).UTC()
	n := t.Unix()
	switch unit {
	case "Hours":
		n /= int64(hour.Seconds())
	case "Days":
		n /= int64(day.Seconds())
	case "Weeks":
		n = (n/int64(day.Seconds()) + 3) / 7 // 1970 began on a Thursday, and weeks begin on Monday
	case "Months":
		n = int64(t.Year())*12 + int64(t.Month()) - 1
	case "Years":
		n = int64(t.Year())
	}
	return n / often
}

// inBlackoutWindow reports whether a time is in a blackout window of a policy, when no scheduled run starts.
func inBlackoutWindow(policy jsonObject, now time.Time) bool {
	return slices.ContainsFunc(objectList(policy, "blackoutWindow"), func(window jsonObject) bool {
		begins, ends := timeOfDay(window, "startTime", now), timeOfDay(window, "endTime", now)
		return begins.Weekday().String() == str(window, "day") && !now.Before(begins) && now.Before(ends)
	})
}

// timeOfDay returns the time of day in a field of an object, on the day of a time in the field's time zone, which has a documented
// default.
func timeOfDay(o jsonObject, field string, on time.Time) time.Time {
	zone, err := time.LoadLocation(cmp.Or(str(o, field, "timeZone"), "America/Los_Angeles"))
	if err != nil {
		zone = time.UTC
	}
	year, month, day := on.In(zone).Date()
	return time.Date(year, month, day, int(num(o, field, "hour")), int(num(o, field, "minute")), 0, 0, zone)
}

// retryOptions returns how many times a policy retries what failed, and the interval between attempts.
func retryOptions(policy jsonObject) (times int64, wait time.Duration) {
	return num(policy, "retryOptions", "retries"), time.Duration(num(policy, "retryOptions", "retryIntervalMins")) * time.Minute
}
