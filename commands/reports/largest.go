package reports

import (
	"cmp"
	"maps"
	"slices"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output/page"
)

// mostBars is how many bars a chart has at most, beside that for all others.
const mostBars = 20

// largest returns bars for the largest values, and one for all others together.
func largest(of map[string]int64, say func(int64) string) (bars []page.Bar) {
	names := slices.SortedFunc(maps.Keys(of), func(a, b string) int { return cmp.Or(cmp.Compare(of[b], of[a]), cmp.Compare(a, b)) })
	var rest int64
	for i, name := range names {
		if i < mostBars {
			bars = append(bars, page.Bar{Name: name, Value: of[name], Text: say(of[name])})
		} else {
			rest = sum(rest, of[name])
		}
	}
	if more := len(names) - mostBars; more > 0 {
		bars = append(bars, page.Bar{Name: i18n.T("chart.others|{{.Count}} other|{{.Count}} others", "Count", more), Value: rest, Text: say(rest), Other: true})
	}
	return bars
}
