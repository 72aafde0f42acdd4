package reports

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
)

// Figures of reports. Their helps are English in every language, as those of 'metrics'. No label has what there may be any number of, such as
// runs or objects; of groups there are at most mostGroups.

// prefix is what the names of all figures of reports begin with: other than those of 'metrics', they are about the period of a report.
const prefix = "ibm_backup_recovery_report_"

// mostGroups is for how many groups there are figures of their own; the others are together in one called other.
const mostGroups = 1000

const otherGroups = "other"

// gauge returns a family. The unit is the end of its name, where that is one.
func gauge(name, help string) *openmetrics.Family {
	f := &openmetrics.Family{Name: prefix + name, Type: openmetrics.Gauge, Help: help}
	for _, unit := range []string{"seconds", "bytes", "ratio"} {
		if strings.HasSuffix(name, "_"+unit) {
			f.Unit = unit
		}
	}
	return f
}

// add adds to the sample with labels, names and values in turn, which it makes where there is none.
func add(f *openmetrics.Family, value float64, pairs ...string) {
	var labels []openmetrics.Label
	for i := 0; i+1 < len(pairs); i += 2 {
		labels = append(labels, openmetrics.Label{Name: pairs[i], Value: output.Shorten(output.Clean(pairs[i+1]), longestLabel)})
	}
	f.Samples = append(f.Samples, openmetrics.Sample{Labels: labels, Value: value})
}

// longestLabel is how many bytes of a name a label holds.
const longestLabel = 200

// merge joins the samples of families that have the same labels, as two groups with one name have: sums are added up, and of others the largest
// counts.
func merge(sums bool, families ...*openmetrics.Family) []openmetrics.Family {
	list := make([]openmetrics.Family, len(families))
	for i, f := range families {
		list[i] = *f
		list[i].Samples = nil
		at := map[string]int{}
		for _, s := range f.Samples {
			var key strings.Builder
			for _, l := range s.Labels {
				key.WriteString(l.Name + "\x00" + l.Value + "\x00")
			}
			known, ok := at[key.String()]
			switch {
			case !ok:
				at[key.String()] = len(list[i].Samples)
				list[i].Samples = append(list[i].Samples, s)
			case sums:
				list[i].Samples[known].Value += s.Value
			default:
				list[i].Samples[known].Value = max(list[i].Samples[known].Value, s.Value)
			}
		}
	}
	return list
}

// named returns the labels of groups by their IDs: the name, and for those behind the first ones the word for all others.
func named[T any](rows []T, group func(*T) string) []string {
	list := make([]string, len(rows))
	for i := range rows {
		list[i] = otherGroups
		if i < mostGroups {
			list[i] = group(&rows[i])
		}
	}
	return list
}
