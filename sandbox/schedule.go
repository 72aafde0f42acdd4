package sandbox

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// tickInterval is how often the scheduler looks for due work, on the machine's clock.
const tickInterval = 50 * time.Millisecond

// runScheduler starts due runs and removes expired snapshots until the sandbox stops.
func (s *Server) runScheduler() {
	for wait(s.stopped, tickInterval) {
		for _, d := range s.data {
			d.update(func() {
				d.refreshDueSources()
				d.startDueRuns()
				d.cancelRunsInBlackouts()
				d.expireSnapshots()
				d.sweep()
			})
		}
	}
}

// refreshDueSources updates the objects of the sources whose time has come. That of a source whose folder is gone keeps the
// objects that were known. After a start of the sandbox the interval begins anew.
func (d *data) refreshDueSources() {
	now, began := d.now(), time.Now()
	for s := range d.sources.All() {
		due, known := d.nextRefreshes[s.ID]
		switch {
		case !known || due <= now && d.cannotRefresh(s):
			d.nextRefreshes[s.ID] = now + refreshInterval.Microseconds()
		case due <= now && time.Since(began) < tickInterval/2: // the rest comes with the next ticks
			d.discover(s)
		}
	}
}

// scheduledRunTypes are the types of runs with schedules, the most thorough first: it wins where several are due at once.
var scheduledRunTypes = []struct {
	kind string
	path []string // of the schedule in a policy
}{
	{"kFull", []string{"backupPolicy", "regular", "full", "schedule"}},
	{"kSystem", []string{"backupPolicy", "bmr", "schedule"}},
	{"kRegular", []string{"backupPolicy", "regular", "incremental", "schedule"}},
	{"kLog", []string{"backupPolicy", "log", "schedule"}},
}

// startDueRuns starts the runs that are due by the schedules of their policies. A group with an active run or in a blackout
// window runs afterwards; a paused group does not run.
func (d *data) startDueRuns() {
	now := d.now()
	var due []jsonObject
	for group := range d.groups.all() {
		id := str(group, "id")
		at, known := d.nextRuns[id]
		if !known {
			at, _ = d.nextRun(group, now)
			d.nextRuns[id] = at
		}
		if at > now {
			continue
		}
		if !d.isActive(group) || isTrue(group, "isPaused") {
			continue
		}
		if d.activeRun(id) == nil && !inBlackoutWindow(d.policyOf(group), d.clock.now()) {
			due = append(due, group)
		} else if t := d.misses(str(group, "name")); t != nil {
			_, kind := d.nextRun(group, now)
			d.missRun(group, cmp.Or(kind, "kRegular"), t)
		}
	}
	for _, group := range due {
		if at, kind := d.nextRun(group, now); at <= now {
			d.startRun(group, kind, nil, nil)
		}
	}
}

// cancelRunsInBlackouts cancels the runs of groups that must not run in a blackout window.
func (d *data) cancelRunsInBlackouts() {
	for r := range d.activeRuns() {
		group, _ := d.groups.get(r.Group)
		if r.Status != "Canceling" && isTrue(group, "abortInBlackouts") && inBlackoutWindow(d.policyOf(group), d.clock.now()) {
			_ = d.performAction(r, "Cancel", nil)
		}
	}
}

// firstRunKey returns the name of the counter that says when a group was created whose first run waits for the end of a blackout
// window.
func firstRunKey(group string) string { return "first-run " + group }

// deferFirstRun leaves the first run of a group to the scheduler.
func (d *data) deferFirstRun(group string) {
	d.counters.Put(&counter{firstRunKey(group), d.now()})
}

// nextRun returns when a group runs next by the schedules of its policy, and the type of the run if it is due. A first run that
// was deferred is due at once.
func (d *data) nextRun(group jsonObject, now int64) (first int64, kind string) {
	if deferred, ok := d.counters.Get(firstRunKey(str(group, "id"))); ok {
		return deferred.Number, "kRegular"
	}
	policy := d.policyOf(group)
	first = now + never.Microseconds()
	for _, s := range scheduledRunTypes {
		if of := map[string]string{"kLog": "kSQL", "kSystem": "kPhysical"}[s.kind]; of != "" && str(group, "environment") != of {
			continue // only databases have logs, and only hosts have systems
		}
		schedules := []any{lookup(policy, s.path...)}
		if s.kind == "kFull" {
			for _, full := range objectList(policy, "backupPolicy", "regular", "fullBackups") {
				schedules = append(schedules, full["schedule"])
			}
		}
		for _, v := range schedules {
			schedule, ok := v.(jsonObject)
			if !ok {
				continue
			}
			at := d.nextRunBySchedule(schedule, group, policy, s.kind)
			if at <= now && kind == "" {
				kind = s.kind
			}
			first = min(first, at)
		}
	}
	return first, kind
}

// nextRunBySchedule returns when a schedule is due next: after the last run of its type, and after the last change to the group
// or the policy.
func (d *data) nextRunBySchedule(schedule, group, policy jsonObject, kind string) int64 {
	var last time.Time
	for _, r := range slices.Backward(d.runsByGroup[str(group, "id")]) {
		if r.Type == kind || kind == "kRegular" && r.Type == "kFull" {
			last = time.UnixMicro(r.Requested)
			break
		}
	}
	from := max(num(group, "lastModifiedTimestampUsecs"), num(policy, "lastModificationTimeUsecs"))
	after := time.UnixMicro(max(from, last.UnixMicro()))
	return nextTime(schedule, timeOfDay(group, "startTime", after), last, after).UnixMicro()
}

// never is a duration that is longer than the clock is ever moved ahead.
const never = 200 * 365 * 24 * time.Hour

// nextTime returns when a schedule is due next after a time. today is the start time on that day, for schedules of days and
// longer, and last when the schedule was due before, or zero.
func nextTime(schedule jsonObject, today, last, after time.Time) time.Time {
	often := func(name string) int { return int(max(1, num(schedule, name, "frequency"))) }
	var fits func(day time.Time) bool
	switch str(schedule, "unit") {
	case "Minutes":
		return after.Add(time.Duration(often("minuteSchedule")) * time.Minute)
	case "Hours":
		return after.Add(time.Duration(often("hourSchedule")) * time.Hour)
	case "Days":
		year, month, day := last.In(today.Location()).Date()
		earliest := time.Date(year, month, day+often("daySchedule"), 0, 0, 0, 0, today.Location())
		fits = func(day time.Time) bool { return !day.Before(earliest) }
	case "Weeks":
		days := stringList(schedule, "weekSchedule", "dayOfWeek")
		fits = func(day time.Time) bool { return slices.Contains(days, day.Weekday().String()) }
	case "Months":
		fits = func(day time.Time) bool { return matchesMonthSchedule(schedule, day) }
	case "Years":
		ends := str(schedule, "yearSchedule", "dayOfYear") == "Last"
		fits = func(day time.Time) bool {
			return !ends && day.YearDay() == 1 || ends && day.AddDate(0, 0, 1).YearDay() == 1
		}
	case "ProtectOnce":
		if last.IsZero() {
			return after
		}
		return after.Add(never)
	default:
		return after.Add(never)
	}
	const years = 4 // every day that a schedule can name comes within four years
	for days := range 366 * years {
		if day := today.AddDate(0, 0, days); day.After(after) && fits(day) {
			return day
		}
	}
	return after.Add(never)
}

// matchesMonthSchedule reports whether a day is in a schedule of months: by its number, where a number that the month does not
// have means its last day, or as the first, second and so on of a day of the week.
func matchesMonthSchedule(schedule jsonObject, day time.Time) bool {
	tomorrow := day.AddDate(0, 0, 1)
	if n := num(schedule, "monthSchedule", "dayOfMonth"); n > 0 {
		return int64(day.Day()) == n || int64(day.Day()) < n && tomorrow.Day() == 1
	}
	if !slices.Contains(stringList(schedule, "monthSchedule", "dayOfWeek"), day.Weekday().String()) {
		return false
	}
	week := str(schedule, "monthSchedule", "weekOfMonth")
	if week == "Last" {
		return day.AddDate(0, 0, 7).Month() != day.Month()
	}
	return week == [...]string{"First", "Second", "Third", "Fourth", ""}[(day.Day()-1)/7]
}

// expireSnapshots removes expired snapshots that are neither locked nor on legal hold.
func (d *data) expireSnapshots() {
	now := d.now()
	var expired []*run
	for r := range d.runs.All() {
		if !r.Deleted && !r.LegalHold && r.ended() && r.LockExpiry <= now &&
			!slices.ContainsFunc(r.Objects, func(o *runObject) bool { return o.Snapshot != "" && o.Expiry > now }) {
			expired = append(expired, r)
		}
	}
	for _, r := range expired {
		d.deleteSnapshots(r)
		d.removeIfEmpty(r.Group)
	}
}

// sweep removes from the vault what no snapshot refers to, unless something is being copied.
func (d *data) sweep() {
	if !d.needsSweep {
		return
	}
	for range d.activeRuns() {
		return
	}
	for r := range d.recoveries.All() {
		if !r.ended() {
			return
		}
	}
	wanted := func(yield func(string) bool) {
		for s := range d.snapshots() {
			if !yield(s.result.Snapshot) {
				return
			}
		}
	}
	d.needsSweep = d.vault.Sweep(wanted) != nil
	unfinished, _ := filepath.Glob(filepath.Join(d.dir, "downloads", ".new-*"))
	for _, file := range unfinished {
		_ = os.Remove(file)
	}
}
