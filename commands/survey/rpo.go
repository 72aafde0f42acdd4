package survey

import (
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/output"
)

// weekdays are the days of the week as the API names them.
var weekdays = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

const day = 24 * time.Hour

// interval returns the longest time between two backups by a schedule of a policy, and 0 where it does not say.
func interval(schedule any) time.Duration {
	frequency := func(path string, unit time.Duration) time.Duration {
		n, _ := output.Int(schedule, path+".frequency")
		return time.Duration(min(max(n, 0), 10_000)) * unit
	}
	switch output.String(schedule, "unit") {
	case "Minutes":
		return frequency("minuteSchedule", time.Minute)
	case "Hours":
		return frequency("hourSchedule", time.Hour)
	case "Days":
		return frequency("daySchedule", day)
	case "Weeks":
		return longestGap(output.List(schedule, "weekSchedule.dayOfWeek"))
	case "Months":
		return 31 * day
	case "Years":
		return 366 * day
	}
	return 0
}

// longestGap returns the longest time between two of these days of the week.
func longestGap(names []any) (longest time.Duration) {
	var days []int
	for _, name := range names {
		if i := slices.Index(weekdays, output.String(name, "")); i >= 0 {
			days = append(days, i)
		}
	}
	slices.Sort(days)
	for i, one := range days {
		next := days[0] + 7
		if i+1 < len(days) {
			next = days[i+1]
		}
		longest = max(longest, time.Duration(next-one)*day)
	}
	return longest
}

// Slack is how much longer than its interval a backup may be in coming where no SLA says how long it takes.
const (
	leastSlack = time.Hour
	mostSlack  = 6 * time.Hour
)

// allowedAge returns how old the last good backup of a group may be by its policy: the shortest interval of its backups and the time that one
// takes by the SLA of the group, or else half an interval, at least an hour and at most six. It is 0 where the policy has no schedule.
func allowedAge(policy, group any) time.Duration {
	var shortest time.Duration
	regular := output.At(policy, "backupPolicy.regular")
	schedules := []any{output.At(regular, "incremental.schedule"), output.At(regular, "full.schedule")}
	for _, full := range output.List(regular, "fullBackups") {
		schedules = append(schedules, output.At(full, "schedule"))
	}
	for _, schedule := range schedules {
		if span := interval(schedule); span > 0 && (shortest == 0 || span < shortest) {
			shortest = span
		}
	}
	if shortest == 0 {
		return 0
	}
	slack := min(max(shortest/2, leastSlack), mostSlack)
	for _, sla := range output.List(group, "sla") {
		if minutes, ok := output.Int(sla, "slaMinutes"); ok && minutes > 0 && output.String(sla, "backupRunType") != "kFull" {
			slack = time.Duration(min(minutes, 100_000)) * time.Minute
		}
	}
	return shortest + slack
}

// NextRun returns when the next scheduled run of a group should begin, by the schedules of its policy, the time of day of the group and the start of
// its last run; zero where they do not say. Blackout windows and what holds a run up are left out. It is the service's to decide: this is what to
// expect.
func NextRun(policy, group any, last, now time.Time) (next time.Time) {
	regular := output.At(policy, "backupPolicy.regular")
	for _, schedule := range []any{output.At(regular, "incremental.schedule"), output.At(regular, "full.schedule")} {
		if at := nextBy(schedule, group, last, now); !at.IsZero() && (next.IsZero() || at.Before(next)) {
			next = at
		}
	}
	return next
}

// maxAhead is how many days ahead a next run is looked for: a month and a day.
const maxAhead = 32

// nextBy is NextRun for one schedule.
func nextBy(schedule, group any, last, now time.Time) time.Time {
	if last.IsZero() {
		return time.Time{}
	}
	unit := output.String(schedule, "unit")
	if unit == "Minutes" || unit == "Hours" {
		if span := interval(schedule); span > 0 {
			return later(last.Add(span), now)
		}
		return time.Time{}
	}
	zone, err := time.LoadLocation(output.String(group, "startTime.timeZone"))
	if err != nil {
		zone = time.UTC
	}
	hour, _ := output.Int(group, "startTime.hour")
	minute, _ := output.Int(group, "startTime.minute")
	began := last.In(zone)
	for ahead := range maxAhead {
		at := time.Date(began.Year(), began.Month(), began.Day()+ahead, int(hour), int(minute), 0, 0, zone)
		if at.After(last) && isDay(schedule, unit, at, ahead) {
			return later(at, now)
		}
	}
	return time.Time{}
}

// later returns a time that is due, or now where it is over: the run is late.
func later(due, now time.Time) time.Time {
	if due.Before(now) {
		return now
	}
	return due
}

// isDay reports whether a schedule by days, weeks or months has a day, which is so many days after that of the last run.
func isDay(schedule any, unit string, at time.Time, after int) bool {
	switch unit {
	case "Days":
		n, _ := output.Int(schedule, "daySchedule.frequency")
		return n > 0 && int64(after) >= n
	case "Weeks":
		return slices.ContainsFunc(output.List(schedule, "weekSchedule.dayOfWeek"), func(day any) bool { return output.String(day, "") == at.Weekday().String() })
	case "Months":
		day, ok := output.Int(schedule, "monthSchedule.dayOfMonth")
		return ok && int64(at.Day()) == day
	}
	return false
}
