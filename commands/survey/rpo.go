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
