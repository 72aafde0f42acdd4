// Package cells has what views of several resources show in the same way.
package cells

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// What several views show in the same way. Cells hold text in the chosen language and data that is English in every language.

// Text returns the cell of a message.
func Text(text i18n.Text, args ...any) output.Cell {
	return output.Cell{Text: i18n.T(text, args...), Data: i18n.English(text, args...)}
}

// Schedule says how often something happens: "every 4 hours", "Sunday", "day 1 of the month".
func Schedule(v any) output.Cell {
	for _, every := range []struct {
		path string
		text i18n.Text
	}{
		{"minuteSchedule.frequency", "schedule.minutes|every minute|every {{.Count}} minutes"},
		{"hourSchedule.frequency", "schedule.hours|every hour|every {{.Count}} hours"},
		{"daySchedule.frequency", "schedule.days|every day|every {{.Count}} days"},
	} {
		if n, ok := output.Int(v, every.path); ok {
			return Text(every.text, "Count", n)
		}
	}
	if days := output.List(v, "weekSchedule.dayOfWeek"); days != nil {
		return output.Cell{Text: output.String(v, "weekSchedule.dayOfWeek")}
	}
	if day := output.String(v, "monthSchedule.dayOfMonth"); day != "" {
		return Text("schedule.month|day {{.Day}} of the month", "Day", day)
	}
	if week := output.String(v, "monthSchedule.weekOfMonth"); week != "" {
		return Text("schedule.week|{{.Week}} {{.Day}} of the month", "Week", week, "Day", output.String(v, "monthSchedule.dayOfWeek"))
	}
	if day := output.String(v, "yearSchedule.dayOfYear"); day != "" {
		return Text("schedule.year|{{.Day}} day of the year", "Day", day)
	}
	return output.Cell{Text: output.String(v, "unit")}
}

// Retention says how long something is kept, and locked: "2 weeks, locked for 3 days (Compliance)".
func Retention(v any) output.Cell {
	kept := span(v)
	lock := output.At(v, "dataLockConfig")
	if lock == nil {
		return kept
	}
	const text i18n.Text = "retention.locked|{{.Length}}, locked for {{.Lock}} ({{.Mode}})"
	locked, mode := span(lock), output.String(lock, "mode")
	return output.Cell{
		Text: i18n.T(text, "Length", kept.Text, "Lock", locked.Text, "Mode", mode),
		Data: i18n.English(text, "Length", kept.Data, "Lock", locked.Data, "Mode", mode),
	}
}

// spans are lengths of time in the units that the service uses.
var spans = map[string]i18n.Text{
	"Minutes": "span.minutes|{{.Count}} minute|{{.Count}} minutes",
	"Hours":   "span.hours|{{.Count}} hour|{{.Count}} hours",
	"Days":    "span.days|{{.Count}} day|{{.Count}} days",
	"Weeks":   "span.weeks|{{.Count}} week|{{.Count}} weeks",
	"Months":  "span.months|{{.Count}} month|{{.Count}} months",
	"Years":   "span.years|{{.Count}} year|{{.Count}} years",
}

// span says a number of a unit of time: "1 week".
func span(v any) output.Cell {
	number, unit := output.String(v, "duration"), output.String(v, "unit")
	if text, ok := spans[unit]; ok && number != "" {
		return Text(text, "Count", number)
	}
	text := strings.TrimSpace(number + " " + unit)
	return output.Cell{Text: text, Data: text}
}

// TimeOfDay says when a group's runs start.
func TimeOfDay(v any) output.Cell {
	hour, _ := output.Int(v, "hour")
	minute, _ := output.Int(v, "minute")
	text := fmt.Sprintf("%02d:%02d", hour, minute)
	if zone := output.String(v, "timeZone"); zone != "" {
		text += " " + zone
	}
	return output.Cell{Text: text}
}

// SLAMinutes says the longest that runs of each type should take.
func SLAMinutes(v any) output.Cell {
	list, _ := v.([]any)
	shown, sent := make([]string, len(list)), make([]string, len(list))
	for i, rule := range list {
		minutes, runType := output.Span(time.Minute)(output.At(rule, "slaMinutes")), output.String(rule, "backupRunType")
		shown[i], sent[i] = output.EnumText(runType)+" "+minutes.Text, runType+" "+minutes.Text
	}
	return output.Cell{Text: strings.Join(shown, ", "), Data: strings.Join(sent, ", ")}
}

// Archived is where the state of a run stands that goes straight to an archive: with the first one. That of any other run stands with its
// local backup.
const Archived = "archivalInfo.archivalTargetResults[0]."

// Local is where the result of an object stands in a run that is kept where the data is; in one that goes straight to an archive it stands at
// Archived.
const Local = "localSnapshotInfo.snapshotInfo."

// ObjectMessage returns the first thing that is said of the result of an object in a run, and "" where nothing is.
func ObjectMessage(result any) string {
	for _, path := range []string{Local + "statusMessage|" + Archived + "message", Local + "warnings"} {
		if lines := Lines(result, path); len(lines) > 0 {
			return lines[0]
		}
	}
	return ""
}

// ObjectStatus returns how an object fared in a run, by its result in it.
func ObjectStatus(result any) string { return output.String(result, Local+"status|"+Archived+"status") }

// WorstFirst sorts for people what has a status: what failed, what ended in another way than a success, what has not ended, and the rest.
func WorstFirst[T any](list []T, status func(one T) string) {
	rank := func(one T) int {
		switch s := strings.TrimPrefix(status(one), "k"); {
		case engine.IsFailed(s):
			return 0
		case !engine.IsEnded(s):
			return 2
		case s == "Succeeded" || s == "Successful" || s == "Finished":
			return 3
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(rank(a), rank(b)) })
}

// DurationNeeds are the fields that duration looks at.
var DurationNeeds = []string{"localBackupInfo", "archivalInfo", "startTimeUsecs", "endTimeUsecs"}

// Duration says how long a run, recovery or upgrade took, for one that has ended.
func Duration(v any) output.Cell {
	for _, prefix := range []string{"localBackupInfo.", Archived, ""} {
		start, ok := output.Int(v, prefix+"startTimeUsecs")
		end, ended := output.Int(v, prefix+"endTimeUsecs")
		if ok && ended && end >= start && start > 0 {
			return output.Took(output.Length(end-start, time.Microsecond))
		}
	}
	return output.Cell{Unit: output.InSeconds}
}

// Connected shows whether something is connected.
var Connected = output.Choose("state.connected|connected", "state.disconnected|not connected", output.Good, output.Bad)

// SLA shows whether a run has missed its service level.
var SLA = output.Choose("sla.missed|missed", "sla.met|met", output.Bad, output.Good)

// OnlyText shows an answer that is a single text, so that it can be piped on.
var OnlyText = &output.View{Columns: []output.Column{{}}}

// Lines returns the lines at a path, which may be a list or one line.
func Lines(v any, path string) (lines []string) {
	switch found := output.At(v, path).(type) {
	case []any:
		for _, one := range found {
			lines = append(lines, output.String(one, ""))
		}
	case string:
		lines = append(lines, found)
	}
	return lines
}

// Date returns the day of a time in microseconds since 1970, in the local zone.
func Date(usecs int64) string { return time.UnixMicro(usecs).Local().Format(time.DateOnly) }
