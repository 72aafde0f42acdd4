package openmetrics

import (
	"math"
	"slices"
	"strings"
)

// FamilyError says that a family breaks a convention: a mistake of who made it.
type FamilyError struct{ Family, Reason string }

func (e *FamilyError) Error() string { return "metric family " + e.Family + ": " + e.Reason }

func (f *Family) wrong(reason string) error { return &FamilyError{f.Name, reason} }

// The rules are those of OpenMetrics 1.0 (sections "MetricFamily Name" and "Units") and of Prometheus's pages on naming and of promtool's
// checks: base units, their names at the end, no types in names, suffixes with a meaning only where they have it.
var (
	units    = []string{"seconds", "bytes", "ratio"}
	notBase  = []string{"milliseconds", "microseconds", "usecs", "msecs", "secs", "minutes", "hours", "days", "weeks", "kilobytes", "megabytes", "gigabytes", "kib", "mib", "gib", "bits", "percent"}
	reserved = []string{"total", "created", "count", "sum", "bucket", "info", "gcount", "gsum"}
	types    = []string{"gauge", "counter", "histogram", "summary", "untyped", "stateset"}
)

// isName reports whether a name is of small letters, digits and single underscores. Colons are for what rules record.
func isName(name string) bool {
	for i, word := range strings.Split(name, "_") {
		if word == "" || i == 0 && word[0] <= '9' || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}

// check returns what is wrong with a family, and nil for nothing.
func (f *Family) check() error {
	words := strings.Split(f.Name, "_")
	last := words[len(words)-1]
	misplaced := func(list []string) (string, bool) {
		i := slices.IndexFunc(words, func(word string) bool { return slices.Contains(list, word) })
		return words[max(i, 0)], i >= 0
	}
	switch {
	case !isName(f.Name):
		return f.wrong("a name is of small letters, digits and single underscores, and begins with a letter")
	case f.Type != Gauge && f.Type != Counter && f.Type != Info:
		return f.wrong("the type '" + string(f.Type) + "' is not known")
	case slices.Contains(reserved, last):
		return f.wrong("'_" + last + "' at the end of a name has a meaning of its own")
	case f.Unit != "" && !slices.Contains(units, f.Unit):
		return f.wrong("the unit '" + f.Unit + "' is none of " + strings.Join(units, ", "))
	case f.Unit != "" && (last != f.Unit || len(words) == 1):
		return f.wrong("the name does not end with the unit '" + f.Unit + "'")
	case f.Unit == "" && slices.Contains(units, last):
		return f.wrong("the name ends with a unit that the family does not have")
	case f.Type == Info && f.Unit != "":
		return f.wrong("an info has no unit")
	case strings.TrimSpace(f.Help) == "":
		return f.wrong("it has no help")
	}
	if word, bad := misplaced(notBase); bad {
		return f.wrong("'" + word + "' is no base unit")
	}
	if word, bad := misplaced(types); bad {
		return f.wrong("the name says the type '" + word + "'")
	}
	for _, s := range f.Samples {
		if err := f.checkSample(s); err != nil {
			return err
		}
	}
	return nil
}

// checkSample returns what is wrong with a sample, and nil for nothing.
func (f *Family) checkSample(s Sample) error {
	var names []string
	for _, l := range s.Labels {
		if !isName(l.Name) || l.Name == "le" || l.Name == "quantile" || slices.Contains(names, l.Name) {
			return f.wrong("the label '" + l.Name + "' is not a name, has a meaning of its own, or is there twice")
		}
		names = append(names, l.Name)
	}
	switch {
	case f.Type == Counter && (math.IsNaN(s.Value) || s.Value < 0):
		return f.wrong("a counter is below 0 or no number")
	case f.Type == Info && s.Value != 1:
		return f.wrong("the value of an info is 1")
	}
	return nil
}
