package console

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// attributes is the path to how a component shows its attributes, and timestamp and duration are the forms that it knows.
const (
	attributes = "config.xlsxParams.attributeConfig"
	timestamp  = "Timestamp"
	duration   = "Duration"
)

// sampled is how many rows are looked at for columns of which a component says nothing.
const sampled = 100

// columnsOf returns the columns of a component's rows: those that it has a label for, in its order, then what it groups and aggregates, and
// then whatever else its first rows hold, so that nothing of an answer is missing.
func columnsOf(component any) (columns []output.Column) {
	seen := map[string]bool{"": true}
	add := func(name, label, format string, rank int) {
		if !seen[name] {
			seen[name] = true
			columns = append(columns, column(name, label, format, rank))
		}
	}
	listed := output.List(component, attributes)
	for i, one := range listed {
		add(output.String(one, "attributeName"), output.String(one, "customLabel"), output.String(one, "format"), i)
	}
	for _, one := range output.List(component, "aggs.groupedAttributes") {
		add(output.String(one, ""), "", "", 1)
	}
	for _, one := range output.List(component, "aggs.aggregatedAttributes") {
		name := output.String(one, "label")
		if name == "" {
			name = output.String(one, "attribute")
		}
		add(name, "", "", 1)
	}
	names := map[string]bool{}
	rows := output.List(component, "data")
	for _, row := range rows[:min(len(rows), sampled)] {
		if fields, ok := row.(map[string]any); ok {
			for name := range fields {
				names[name] = true
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		add(name, "", "", len(listed)+9)
	}
	if len(columns) == 0 {
		columns = []output.Column{{Title: "Value", Format: func(any) output.Cell { return output.Cell{} }}}
	}
	columns[0].Rank = 0
	first := columns[0].Format
	columns[0].Format = func(row any) output.Cell { // which has room for a row that is no object
		if _, ok := row.(map[string]any); ok || row == nil {
			return first(row)
		}
		return output.Cell{Text: output.String(row, "")}
	}
	return columns
}

// hasColumns reports whether a component says which columns it has, also where it has no rows.
func hasColumns(component any) bool {
	return len(output.List(component, attributes))+len(output.List(component, "aggs.groupedAttributes"))+len(output.List(component, "aggs.aggregatedAttributes")) > 0
}

// column returns the column of an attribute. It looks at the attribute itself and at no path, because its name may be anything.
func column(name, label, format string, rank int) output.Column {
	title := label
	if title == "" {
		title = words(name)
	}
	title = strings.ReplaceAll(output.Shorten(output.Clean(title), 60), "|", "/") // a bar would end the text of a message
	inner := formatter(name, format)
	if isSentence(name) {
		rank = 1 // what explains the rest may be cut, and is not left out before it
	}
	return output.Column{Title: i18n.Title(title), Rank: rank, FreeText: isSentence(name), Format: func(row any) output.Cell {
		if row == nil { // what unit the column has
			return inner(nil)
		}
		fields, ok := row.(map[string]any)
		if !ok || fields[name] == nil {
			return output.Cell{}
		}
		return inner(fields[name])
	}}
}

// isSentence reports whether an attribute holds sentences, which may be cut to fit a terminal.
func isSentence(name string) bool {
	name = strings.ToLower(name)
	for _, end := range []string{"message", "messages", "description", "reason", "error"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// formatter returns how the values of an attribute look: as its component says, else as the end of its name does, in which all names of
// the service have their unit.
func formatter(name, format string) output.Formatter {
	unit := time.Microsecond
	for _, one := range []struct {
		end  string
		unit time.Duration
	}{{"Usecs", time.Microsecond}, {"Msecs", time.Millisecond}, {"Secs", time.Second}} {
		if strings.HasSuffix(name, one.end) {
			unit = one.unit
			if format == "" {
				format = duration
				if base := strings.ToLower(strings.TrimSuffix(name, one.end)); strings.HasSuffix(base, "time") || strings.HasSuffix(base, "timestamp") {
					format = timestamp
				}
			}
		}
	}
	switch lower := strings.ToLower(name); {
	case format == timestamp:
		return output.Time(unit)
	case format == duration:
		return output.Span(unit)
	case strings.HasSuffix(lower, "bytes"):
		return output.Size
	case strings.HasSuffix(lower, "percent"):
		return output.Percent
	case strings.HasSuffix(lower, "status"), strings.HasSuffix(lower, "environment"), strings.HasSuffix(lower, "type"):
		return output.Status
	}
	return func(v any) output.Cell { return output.Cell{Text: output.String(v, "")} }
}

// units are the ends of names that say the unit of a value, which people read beside the value.
var units = []string{"Usecs", "Msecs", "Secs", "Bytes"}

// words returns the name of an attribute as the title of a column: "Run Start Time" for runStartTimeUsecs.
func words(name string) string {
	for _, unit := range units {
		if rest := strings.TrimSuffix(name, unit); rest != "" {
			name = rest
		}
	}
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		switch {
		case r == '_' || r == '-':
			r = ' '
		case i == 0 || runes[i-1] == '_' || runes[i-1] == '-':
			r = unicode.ToUpper(r)
		case unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])):
			b.WriteRune(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}
