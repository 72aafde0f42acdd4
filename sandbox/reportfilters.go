package sandbox

import (
	"math"
	"slices"
	"strings"
	"time"
)

// has reports whether the rows of a type have an attribute.
func has(kind *reportType, name string) bool {
	return slices.ContainsFunc(kind.attributes, func(a attribute) bool { return a.name == name })
}

// dateRanges are the spans of time before now that a filter can name, in days.
var dateRanges = map[string]float64{
	"Last1Hour": 1.0 / 24, "Last24Hours": 1, "Last7Days": 7, "Last30Days": 30, "Last90Days": 90, "Last180Days": 180, "Last365Days": 365, "Last3Months": 91, "Last6Months": 182,
}

// keeper returns what decides whether a filter keeps a row.
func (c *call) keeper(kind *reportType, filter jsonObject) (func(row jsonObject) bool, error) {
	name := str(filter, "attribute")
	if !has(kind, name) && str(filter, "filterType") != "Systems" {
		return nil, invalid("filters.attribute", "there is no attribute %q.", name)
	}
	between := func(low, high int64) func(jsonObject) bool {
		return func(row jsonObject) bool { return num(row, name) >= low && num(row, name) <= high }
	}
	bound := func(field, side string, otherwise int64) int64 {
		if lookup(filter, field, side) == nil {
			return otherwise
		}
		return num(filter, field, side)
	}
	switch str(filter, "filterType") {
	case "In":
		var values []string
		for _, field := range []string{"stringFilterValues", "int32FilterValues", "int64FilterValues", "boolFilterValues"} {
			values = append(values, stringList(filter, "inFilterParams", field)...)
		}
		return func(row jsonObject) bool {
			return slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(v, str(row, name)) })
		}, nil
	case "Range":
		return between(bound("rangeFilterParams", "lowerBound", math.MinInt64), bound("rangeFilterParams", "upperBound", math.MaxInt64)), nil
	case "Systems":
		ids := stringList(filter, "systemsFilterParams", "systemIds")
		return func(row jsonObject) bool { return slices.Contains(ids, str(row, "systemId")) }, nil
	case "TimeRange":
		low, high, err := c.timeRange(filter)
		if err != nil {
			return nil, err
		}
		return between(max(low, bound("timeRangeFilterParams", "lowerBound", 0)), min(high, bound("timeRangeFilterParams", "upperBound", math.MaxInt64))), nil
	}
	return nil, invalid("filters.filterType", "the sandbox has the filters In, Range, Systems and TimeRange.")
}

// timeRange returns the bounds that a filter names by a date range or a number of hours.
func (c *call) timeRange(filter jsonObject) (low, high int64, err error) {
	now := c.server.clock.now()
	zone, err := c.timezone()
	if err != nil {
		return 0, 0, err
	}
	high = math.MaxInt64
	month := func(n int) time.Time {
		local := now.In(zone)
		return time.Date(local.Year(), local.Month()+time.Month(n), 1, 0, 0, 0, 0, zone)
	}
	year := func(n int) time.Time { return time.Date(now.In(zone).Year()+n, 1, 1, 0, 0, 0, 0, zone) }
	switch name := str(filter, "timeRangeFilterParams", "dateRange"); name {
	case "":
	case "CurrentMonth":
		low = month(0).UnixMicro()
	case "LastMonth":
		low, high = month(-1).UnixMicro(), month(0).UnixMicro()-1
	case "CurrentYear":
		low = year(0).UnixMicro()
	case "LastYear":
		low, high = year(-1).UnixMicro(), year(0).UnixMicro()-1
	default:
		low = now.Add(-time.Duration(dateRanges[name] * 24 * float64(time.Hour))).UnixMicro()
	}
	if hours := num(filter, "timeRangeFilterParams", "durationHours"); hours > 0 {
		low = max(low, now.Add(-time.Duration(hours)*time.Hour).UnixMicro())
	}
	return low, high, nil
}
