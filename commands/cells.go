package commands

import (
	"fmt"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// What several views show in the same way. Cells hold text in the chosen language and data that is English in every language.

// cell returns the cell of a message.
func cell(text i18n.Text, args ...any) output.Cell {
	return output.Cell{Text: i18n.T(text, args...), Data: i18n.English(text, args...)}
}

// schedule says how often something happens: "every 4 hours", "Sunday", "day 1 of the month".
func schedule(v any) output.Cell {
	for _, every := range []struct {
		path string
		text i18n.Text
	}{
		{"minuteSchedule.frequency", "schedule.minutes|every minute|every {{.Count}} minutes"},
		{"hourSchedule.frequency", "schedule.hours|every hour|every {{.Count}} hours"},
		{"daySchedule.frequency", "schedule.days|every day|every {{.Count}} days"},
	} {
		if n, ok := output.Int(v, every.path); ok {
			return cell(every.text, "Count", n)
		}
	}
	if days := output.List(v, "weekSchedule.dayOfWeek"); days != nil {
		return output.Cell{Text: output.String(v, "weekSchedule.dayOfWeek")}
	}
	if day := output.String(v, "monthSchedule.dayOfMonth"); day != "" {
		return cell("schedule.month|day {{.Day}} of the month", "Day", day)
	}
	if week := output.String(v, "monthSchedule.weekOfMonth"); week != "" {
		return cell("schedule.week|{{.Week}} {{.Day}} of the month", "Week", week, "Day", output.String(v, "monthSchedule.dayOfWeek"))
	}
	if day := output.String(v, "yearSchedule.dayOfYear"); day != "" {
		return cell("schedule.year|{{.Day}} day of the year", "Day", day)
	}
	return output.Cell{Text: output.String(v, "unit")}
}

// retention says how long something is kept, and locked: "2 weeks, locked for 3 days (Compliance)".
func retention(v any) output.Cell {
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
		return cell(text, "Count", number)
	}
	text := strings.TrimSpace(number + " " + unit)
	return output.Cell{Text: text, Data: text}
}

// timeOfDay says when a group's runs start.
func timeOfDay(v any) output.Cell {
	hour, _ := output.Int(v, "hour")
	minute, _ := output.Int(v, "minute")
	text := fmt.Sprintf("%02d:%02d", hour, minute)
	if zone := output.String(v, "timeZone"); zone != "" {
		text += " " + zone
	}
	return output.Cell{Text: text}
}

// slaMinutes says the longest that runs of each type should take.
func slaMinutes(v any) output.Cell {
	list, _ := v.([]any)
	rules := make([]string, len(list))
	for i, rule := range list {
		minutes := output.Span(time.Minute)(output.At(rule, "slaMinutes"))
		rules[i] = output.String(rule, "backupRunType") + " " + minutes.Text
	}
	return output.Cell{Text: strings.Join(rules, ", ")}
}

// durationNeeds are the fields that duration looks at.
var durationNeeds = []string{"localBackupInfo", "archivalInfo", "startTimeUsecs", "endTimeUsecs"}

// duration says how long a run, recovery or upgrade took, for one that has ended.
func duration(v any) output.Cell {
	for _, prefix := range []string{"localBackupInfo.", archived, ""} {
		start, ok := output.Int(v, prefix+"startTimeUsecs")
		end, ended := output.Int(v, prefix+"endTimeUsecs")
		if ok && ended && end >= start && start > 0 {
			return output.Took(time.Duration(end-start) * time.Microsecond)
		}
	}
	return output.Cell{Unit: output.InSeconds}
}

var connected = output.Choose("state.connected|connected", "state.disconnected|not connected", output.Good, output.Bad)

var sla = output.Choose("sla.missed|missed", "sla.met|met", output.Bad, output.Good)

// onlyText shows an answer that is a single text, so that it can be piped on.
var onlyText = &output.View{Columns: []output.Column{{}}}
