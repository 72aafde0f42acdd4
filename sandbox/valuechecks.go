package sandbox

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // so that the names of time zones do not depend on the machine

	"github.com/getkin/kin-openapi/openapi3"
)

// span is the range of a number.
type span struct{ min, max int64 }

// atLeast returns the range of the numbers from one on.
func atLeast(n int64) span { return span{n, 1<<63 - 1} }

// numberRanges are the ranges of numbers in bodies, by the name of their field.
var numberRanges = map[string]span{
	"hour": {0, 23}, "minute": {0, 59}, "dayOfMonth": {1, 31}, "frequency": atLeast(1), "duration": atLeast(1), "moveAfter": atLeast(1),
	"timeoutMins": atLeast(1), "timeoutSecs": atLeast(1), "snapshotTimeoutSeconds": atLeast(1), "slaMinutes": atLeast(1), "retries": atLeast(0), "retryIntervalMins": atLeast(1),
	"daysToKeep": atLeast(0), "count": atLeast(1), "numStreams": atLeast(1), "logBackupNumStreams": atLeast(1),
	"maxTasks": atLeast(0), "fetchLogsMaxLevel": atLeast(0), "from": atLeast(0), "size": atLeast(0), "intervalForRollingUpgradeInHours": atLeast(0),
}

// parameterRanges are the ranges of numbers in parameters.
var parameterRanges = map[string]span{
	"numRuns": atLeast(1), "count": atLeast(1), "pageSize": atLeast(1), "maxTasksNum": atLeast(1), "subResultSize": atLeast(1), "numLevels": atLeast(1),
	"startOffset": atLeast(0), "length": {1, maxPartSize}, "retryAttempt": atLeast(0), "maxLogLevel": atLeast(0),
	"maxTasks": atLeast(0), "maxAlerts": atLeast(0), "maxResolutions": atLeast(0),
}

// neverBlank are the paths of texts that must not be empty.
var neverBlank = map[string]bool{"name": true, "connectionName": true, "connectorName": true}

// invalid returns the refusal of a value.
func invalid(path, text string, args ...any) error {
	return refuse(http.StatusBadRequest, "KValidationError", "%s: %s", path, fmt.Sprintf(text, args...))
}

// check returns a refusal for a number that is out of range.
func (r span) check(path string, n int64) error {
	switch {
	case n >= r.min && n <= r.max:
		return nil
	case r.max == atLeast(0).max:
		return invalid(path, "%d is less than %d.", n, r.min)
	}
	return invalid(path, "%d is not between %d and %d.", n, r.min, r.max)
}

// checkValue returns a refusal for a value that a field cannot have.
func checkValue(path string, v any) error {
	name := path[strings.LastIndexByte(path, '.')+1:]
	switch {
	case v == nil:
	case neverBlank[path] && strings.TrimSpace(toString(v)) == "":
		return invalid(path, "it must not be empty.")
	case name == "includedPath" && toString(v) == "", name == "absolutePath" && toString(v) == "":
		return invalid(path, "it must not be empty.")
	case name == "timeZone":
		if _, err := time.LoadLocation(toString(v)); err != nil || toString(v) == "" || toString(v) == "Local" {
			return invalid(path, "%q is no time zone, such as Europe/Berlin.", toString(v))
		}
	default:
		r, ranged := numberRanges[name]
		n, err := strconv.ParseInt(toString(v), 10, 64)
		if ranged && err == nil {
			return r.check(path, n)
		}
	}
	return nil
}

// checkParameters returns a refusal for a parameter that is out of range.
func checkParameters(query url.Values) error {
	for name, r := range parameterRanges {
		n, err := strconv.ParseInt(query.Get(name), 10, 64)
		if err != nil {
			continue // it is absent: the API description says that it is a number
		}
		if err := r.check(name, n); err != nil {
			return err
		}
	}
	return nil
}

// scheduleFields are the fields of a schedule that belong to its units.
var scheduleFields = map[string]string{
	"Minutes": "minuteSchedule", "Hours": "hourSchedule", "Days": "daySchedule", "Weeks": "weekSchedule", "Months": "monthSchedule", "Years": "yearSchedule",
}

// checkSchedule returns a refusal for a schedule that does not fit its unit.
func checkSchedule(path string, schedule jsonObject, schema *openapi3.Schema) error {
	unit := str(schedule, "unit")
	for of, field := range scheduleFields {
		if schema.Properties[field] == nil {
			continue // a schedule of copies, which has a frequency alone
		}
		switch there := schedule[field] != nil; {
		case of == unit && !there:
			return invalid(path+"."+field, "a schedule with the unit %s needs it.", unit)
		case of != unit && there:
			return invalid(path+"."+field, "it does not fit the unit %s.", unit)
		}
	}
	week, month := lookup(schedule, "weekSchedule"), lookup(schedule, "monthSchedule")
	if unit == "Weeks" && week != nil && len(anyList(schedule, "weekSchedule", "dayOfWeek")) == 0 {
		return invalid(path+".weekSchedule.dayOfWeek", "at least one day is needed.")
	}
	byDate := lookup(schedule, "monthSchedule", "dayOfMonth") != nil
	days, which := len(anyList(schedule, "monthSchedule", "dayOfWeek")) > 0, str(schedule, "monthSchedule", "weekOfMonth") != ""
	if unit == "Months" && month != nil && (days != which || byDate == days) {
		return invalid(path+".monthSchedule", "either dayOfMonth is needed, or weekOfMonth and dayOfWeek.")
	}
	return nil
}
