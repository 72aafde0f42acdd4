package output

import (
	"slices"
	"strings"
)

// Format is the form of an answer.
type Format string

// The forms of answers.
const (
	TableFormat Format = "table" // for people; fits a terminal
	WideFormat  Format = "wide"  // for people; shows everything
	JSONFormat  Format = "json"
	YAMLFormat  Format = "yaml"
	CSVFormat   Format = "csv"
)

// The forms of reports alone.
const (
	HTMLFormat        Format = "html"        // a page
	JUnitFormat       Format = "junit"       // results of tests, for pipelines
	OpenMetricsFormat Format = "openmetrics" // figures, for Prometheus
)

// Formats are the forms of every answer, the one that is used without a choice first.
var Formats = []Format{TableFormat, WideFormat, JSONFormat, YAMLFormat, CSVFormat}

// IsTable reports whether people read the format: columns and titled values.
func (f Format) IsTable() bool { return f == TableFormat || f == WideFormat }

// ParseFormat returns the format with a name, in any case, of those of every answer and more. It is false where there is none.
func ParseFormat(name string, more ...Format) (Format, bool) {
	f := Format(strings.ToLower(name))
	return f, slices.Contains(Formats, f) || slices.Contains(more, f)
}
