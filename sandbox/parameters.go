package sandbox

import (
	"slices"
	"strconv"
	"strings"
)

// param gives a query parameter as it was sent, or "".
func (c *call) param(name string) string { return c.query.Get(name) }

// query gives the items of a query parameter, which are separated by commas.
func (c *call) listParam(name string) []string {
	text := c.param(name)
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}

// intParam gives a whole number, and otherwise when there is none.
func (c *call) intParam(name string, otherwise int64) int64 {
	n, err := strconv.ParseInt(c.param(name), 10, 64)
	if err != nil {
		return otherwise
	}
	return n
}

// boolParam tells whether a parameter is true.
func (c *call) boolParam(name string) bool { return c.param(name) == "true" }

// matches tells whether a list parameter leaves room for a value: it does when it is not given.
func (c *call) matches(name, value string) bool {
	list := c.listParam(name)
	return list == nil || slices.Contains(list, value)
}

// matchesName tells whether a list of names leaves room for a name, without regard to case.
func (c *call) matchesName(param, name string) bool {
	names := c.listParam(param)
	return names == nil || slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

// matchesRunType tells whether the parameter runTypes leaves room for a type of run. It calls incremental ones so, which the
// runs themselves call regular.
func (c *call) matchesRunType(kind string) bool {
	return c.matches("runTypes", kind) || kind == "kRegular" && c.matches("runTypes", "kIncremental") || slices.Contains(c.listParam("runTypes"), "kAll")
}

// inTimeRange tells whether a time is within those that two parameters name, themselves included.
func (c *call) inTimeRange(usecs int64, from, to string) bool {
	return usecs >= c.intParam(from, 0) && usecs <= c.intParam(to, 1<<62)
}
