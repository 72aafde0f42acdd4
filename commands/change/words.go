package change

import (
	"encoding/json"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
)

// The values of settings as people say them.

// Object returns the object at a field of another one, which is made where there is none.
func Object(of map[string]any, names ...string) map[string]any {
	for _, name := range names {
		below, ok := of[name].(map[string]any)
		if !ok {
			below = map[string]any{}
			of[name] = below
		}
		of = below
	}
	return of
}

// units are the units of retention by their letters, longest first.
var units = []struct{ letters, name string }{{"mo", "Months"}, {"y", "Years"}, {"w", "Weeks"}, {"d", "Days"}, {"h", "Hours"}, {"m", "Minutes"}}

// ParseUnits reads a number of one unit, such as 4w, 30d or 6mo, and returns the API's name of the unit. m are minutes, and mo months.
func ParseUnits(text string) (number json.Number, unit string, ok bool) {
	for _, u := range units {
		digits, found := strings.CutSuffix(text, u.letters)
		if n, err := strconv.Atoi(digits); found && err == nil && n > 0 {
			return json.Number(strconv.Itoa(n)), u.name, true
		}
	}
	return "", "", false
}

// Retention sets a retention, which keeps its lock.
func Retention(of map[string]any, setting, value string) error {
	number, unit, ok := ParseUnits(value)
	if !ok || unit == "Hours" || unit == "Minutes" {
		return engine.Usage("set.retention|{{.Setting}}: '{{.Value}}' is no retention. Use '30d', '4w', '6mo' or '1y'.", "Setting", setting, "Value", value)
	}
	retention := Object(of, "retention")
	retention["duration"], retention["unit"] = number, unit
	return nil
}

// weekdays are the days of the week by their first three letters.
var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// ParseSchedule reads how often something happens: 15m, 4h, 1d, hourly, daily, weekly:sun,wed or monthly:1. It returns the API's object.
func ParseSchedule(text string) (map[string]any, bool) {
	word, of, hasDetail := strings.Cut(strings.ToLower(text), ":")
	switch {
	case word == "hourly" && !hasDetail:
		word = "1h"
	case word == "daily" && !hasDetail:
		word = "1d"
	case word == "weekly" && hasDetail:
		var days []any
		for _, typed := range strings.Split(of, ",") {
			day := ""
			for _, full := range weekdays {
				if len(typed) >= 3 && strings.HasPrefix(strings.ToLower(full), typed) {
					day = full
				}
			}
			if day == "" {
				return nil, false
			}
			days = append(days, day)
		}
		return map[string]any{"unit": "Weeks", "weekSchedule": map[string]any{"dayOfWeek": days}}, true
	case word == "monthly" && hasDetail:
		day, err := strconv.Atoi(of)
		if err != nil || day < 1 || day > 31 {
			return nil, false
		}
		return map[string]any{"unit": "Months", "monthSchedule": map[string]any{"dayOfMonth": day}}, true
	case hasDetail:
		return nil, false
	}
	number, unit, ok := ParseUnits(word)
	field := map[string]string{"Minutes": "minuteSchedule", "Hours": "hourSchedule", "Days": "daySchedule"}[unit]
	if !ok || field == "" {
		return nil, false
	}
	return map[string]any{"unit": unit, field: map[string]any{"frequency": number}}, true
}

// NotSchedule returns that a value is no schedule.
func NotSchedule(setting, value string) error {
	return engine.Usage("set.schedule|{{.Setting}}: '{{.Value}}' is no schedule. Use '15m', '4h', 'daily', 'weekly:sun' or 'monthly:1'.", "Setting", setting, "Value", value)
}

// Switch returns the setting of a field that is true or false.
func Switch(word, field string) Setting {
	return Setting{Word: word, About: "setting.switch|true or false.", Set: func(_ *engine.Context, body map[string]any, value string) error {
		on, known := map[string]bool{"true": true, "yes": true, "on": true, "false": false, "no": false, "off": false}[strings.ToLower(value)]
		if !known {
			return engine.Usage("set.switch|{{.Setting}}: '{{.Value}}' is neither true nor false.", "Setting", word, "Value", value)
		}
		body[field] = on
		return nil
	}}
}
