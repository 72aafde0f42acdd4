// Package openmetrics writes metrics for Prometheus: as OpenMetrics 1.0 text, and as the text format of Prometheus 0.0.4, which the
// textfile collector of the node exporter reads. It writes nothing that breaks the conventions of either for names and units.
package openmetrics

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// The media types of both formats, for the header Content-Type.
const (
	MediaType     = "application/openmetrics-text; version=1.0.0; charset=utf-8"
	TextMediaType = "text/plain; version=0.0.4; charset=utf-8"
)

// Type is the type of a family.
type Type string

// The types. Which other ones the specification has, nothing here needs.
const (
	Gauge   Type = "gauge"   // may rise and fall
	Counter Type = "counter" // only rises, from when the process began
	Info    Type = "info"    // says in labels what does not change often; its value is 1
)

// Family is what samples have in common. Name is without the suffix that its type adds: _total for a counter, _info for an info. It ends
// with the unit: seconds, bytes, ratio, or none ("") for what is counted. Help is one plain sentence.
type Family struct {
	Name, Unit, Help string
	Type             Type
	Samples          []Sample
}

// Sample is a metric. Value is a float64, as Prometheus keeps each: whole numbers are exact up to 2^53.
type Sample struct {
	Labels []Label
	Value  float64
}

// Label is a label of a sample. A value may hold any text; what is not UTF-8 in it is replaced. It is not made safe for a terminal.
type Label struct{ Name, Value string }

// Write writes families as OpenMetrics 1.0, sorted by name, and their samples by labels. An error about a family is a *FamilyError, and
// nothing was written then. A family without samples is left out.
func Write(w io.Writer, families []Family) error { return write(w, families, true) }

// WriteText writes families as Write does, in the text format of Prometheus 0.0.4: there the name of a family is that of its samples, an
// info is a gauge, units have no line, and nothing marks the end.
func WriteText(w io.Writer, families []Family) error { return write(w, families, false) }

func write(w io.Writer, families []Family, open bool) error {
	families = slices.Clone(families)
	slices.SortFunc(families, func(a, b Family) int { return strings.Compare(a.Name, b.Name) })
	taken := map[string]bool{} // names of families and their samples
	var out bytes.Buffer
	for i := range families {
		f := &families[i]
		if err := f.check(); err != nil {
			return err
		}
		if name := f.SampleName(); taken[name] || taken[f.Name] {
			return f.wrong("the name is used twice")
		}
		taken[f.Name], taken[f.SampleName()] = true, true
		if len(f.Samples) == 0 {
			continue
		}
		if err := f.append(&out, open); err != nil {
			return err
		}
	}
	if open {
		out.WriteString("# EOF\n")
	}
	_, err := w.Write(out.Bytes())
	return err
}

// SampleName returns the name of the samples of a family: with the suffix of its type.
func (f *Family) SampleName() string {
	switch f.Type {
	case Counter:
		return f.Name + "_total"
	case Info:
		return f.Name + "_info"
	}
	return f.Name
}

// Both formats escape values of labels and OpenMetrics helps too; a quote in a help stays in the older one, which refuses `\"` there.
var (
	escape     = strings.NewReplacer(`\`, `\\`, "\n", `\n`, `"`, `\"`)
	escapeHelp = strings.NewReplacer(`\`, `\\`, "\n", `\n`)
)

// append appends a family and its samples.
func (f *Family) append(out *bytes.Buffer, open bool) error {
	name, kind, help := f.Name, f.Type, escape.Replace(f.Help)
	if !open {
		name, help = f.SampleName(), escapeHelp.Replace(f.Help)
		if kind == Info {
			kind = Gauge
		}
	}
	out.WriteString("# HELP " + name + " " + help + "\n# TYPE " + name + " " + string(kind) + "\n")
	if open && f.Unit != "" {
		out.WriteString("# UNIT " + name + " " + f.Unit + "\n")
	}
	type line struct{ labels, value string }
	lines := make([]line, len(f.Samples))
	for i, s := range f.Samples {
		lines[i] = line{labelText(s.Labels), Number(s.Value)}
	}
	slices.SortFunc(lines, func(a, b line) int { return strings.Compare(a.labels, b.labels) })
	for i, l := range lines {
		if i > 0 && l.labels == lines[i-1].labels {
			return f.wrong("two samples have the labels " + l.labels)
		}
		out.WriteString(f.SampleName() + l.labels + " " + l.value + "\n")
	}
	return nil
}

// labelText returns labels as a line has them, and "" for none.
func labelText(labels []Label) string {
	if len(labels) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteByte('{')
	for i, l := range labels {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(l.Name + `="` + escape.Replace(strings.ToValidUTF8(l.Value, "\uFFFD")) + `"`)
	}
	return b.String() + "}"
}

// Number returns a value as both formats take it; all but very large and very small ones stand in full.
func Number(v float64) string {
	switch {
	case math.IsNaN(v):
		return "NaN"
	case math.IsInf(v, 1):
		return "+Inf"
	case v == math.Trunc(v) && math.Abs(v) < 1e18:
		return strconv.FormatInt(int64(v), 10)
	case math.Abs(v) < 1e18 && math.Abs(v) > 1e-6:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}
