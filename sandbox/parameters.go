package sandbox

import (
	"slices"
	"strconv"
	"strings"
)

// param returns a query parameter, or "".
func (c *call) param(name string) string { return c.query.Get(name) }

// listParam returns the values of a query parameter, which are separated by commas, or nil.
func (c *call) listParam(name string) []string {
	text := c.param(name)
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}

// intParam returns a query parameter as a whole number, or a default.
func (c *call) intParam(name string, otherwise int64) int64 {
	n, err := strconv.ParseInt(c.param(name), 10, 64)
	if err != nil {
		return otherwise
	}
	return n
}

// boolParam reports whether a query parameter is true.
func (c *call) boolParam(name string) bool { return c.param(name) == "true" }

// matches reports whether a list parameter is absent or contains a value.
func (c *call) matches(name, value string) bool {
	list := c.listParam(name)
	return list == nil || slices.Contains(list, value)
}

// matchesName reports whether a list parameter is absent or contains a name, without regard to case.
func (c *call) matchesName(param, name string) bool {
	names := c.listParam(param)
	return names == nil || slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

// matchesRunType reports whether the parameter runTypes is absent or contains a type of run. Incremental runs are kIncremental
// in the parameter and kRegular in runs.
func (c *call) matchesRunType(kind string) bool {
	return c.matches("runTypes", kind) || kind == "kRegular" && c.matches("runTypes", "kIncremental") || slices.Contains(c.listParam("runTypes"), "kAll")
}

// inTimeRange reports whether a time is in the range of two parameters, the ends included.
func (c *call) inTimeRange(usecs int64, from, to string) bool {
	return usecs >= c.intParam(from, 0) && usecs <= c.intParam(to, 1<<62)
}
