package reports

import (
	"slices"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/page"
)

// day is what the runs did that began on a day, or in a week, a month or a year of a long period.
type day struct {
	From    string        `json:"from"`
	Runs    int           `json:"runs"`
	States  map[state]int `json:"states"`
	Late    int           `json:"slaMissed"`
	Read    int64         `json:"readBytes"`
	Written int64         `json:"writtenBytes"`
	Median  *int64        `json:"medianSeconds"` // null where no run has ended well
	Longest *int64        `json:"longestSeconds"`

	label string
	took  []time.Duration
}

// daysOf returns the days of the period with what the runs of each did.
func (r *reading) daysOf(runs []groupRun) []day {
	bounds, layout := r.time.cut(r.first)
	days := make([]day, len(bounds)-1)
	for i := range days {
		days[i] = day{From: bounds[i].Format(time.DateOnly), label: bounds[i].Format(layout), States: map[state]int{}}
	}
	for _, run := range runs {
		at, _ := slices.BinarySearchFunc(bounds, run.Start, func(bound, start time.Time) int {
			if bound.After(start) {
				return 1
			}
			return -1
		})
		if at--; at < 0 || len(days) == 0 {
			continue // an active one from before
		}
		d := &days[min(at, len(days)-1)]
		d.Runs++
		d.States[stateOf(run.Run)]++
		if run.Late {
			d.Late++
		}
		d.Read, d.Written = sum(d.Read, run.Read), sum(d.Written, run.Written)
		if took := run.Duration(); took > 0 {
			d.took = append(d.took, took)
		}
	}
	for i := range days {
		if took := days[i].took; len(took) > 0 {
			slices.Sort(took)
			median, longest := seconds(took[len(took)/2]), seconds(took[len(took)-1])
			days[i].Median, days[i].Longest, days[i].took = &median, &longest, nil
		}
	}
	return days
}

// labels returns the labels of days.
func labels(days []day) []string {
	list := make([]string, len(days))
	for i := range days {
		list[i] = days[i].label
	}
	return list
}

// count writes a number as people read it.
func count(n int64) string { return strconv.FormatInt(n, 10) }

// counts is the scale of plain numbers, and durations that of lengths of time.
var (
	counts    = page.Scale{Say: count}
	durations = page.Scale{Say: took, Steps: page.SecondSteps}
)

// took writes a number of seconds as people read it.
func took(n int64) string { return output.Duration(output.Length(n, time.Second)) }

// dayTitle is the heading of the days in the table of a chart.
const dayTitle i18n.Text = "chart.day|From"

// statesChart draws the runs of each day by what became of them.
func statesChart(days []day) page.Drawing {
	series := make([]page.Series, len(looks))
	for i, look := range looks {
		series[i] = page.Series{Name: i18n.T(look.text), Class: look.class, Glyph: look.glyph}
		for _, d := range days {
			series[i].Values = append(series[i].Values, int64(d.States[look.state]))
		}
	}
	return page.Stacked(i18n.T("chart.states|Runs by day and result"), i18n.T("chart.states-about|A bar for each day: how many runs began, and what became of them."), i18n.T(dayTitle), labels(days), series, counts)
}

// durationChart draws how long the runs of each day took.
func durationChart(days []day) page.Drawing {
	median := page.Series{Name: i18n.T("chart.median|Median"), Class: "plain", Glyph: "●"}
	longest := page.Series{Name: i18n.T("chart.longest|Longest"), Class: "other", Glyph: "■"}
	value := func(n *int64) int64 {
		if n == nil {
			return -1
		}
		return *n
	}
	for _, d := range days {
		median.Values, longest.Values = append(median.Values, value(d.Median)), append(longest.Values, value(d.Longest))
	}
	return page.Lines(i18n.T("chart.durations|Duration of runs by day"), i18n.T("chart.durations-about|Two lines: the median and the longest duration of the runs that began on each day and have ended."), i18n.T(dayTitle), labels(days),
		[]page.Series{median, longest}, durations)
}

// writtenChart draws what the runs of each day wrote.
func (r *reading) writtenChart(days []day) page.Drawing {
	one := page.Series{Name: i18n.T("chart.written|Written"), Class: "plain"}
	for _, d := range days {
		one.Values = append(one.Values, d.Written)
	}
	return page.Stacked(i18n.T("chart.written-days|Written by day"), i18n.T("chart.written-days-about|A bar for each day: how much the runs that began then wrote."), i18n.T(dayTitle), labels(days), []page.Series{one}, r.sizes())
}

// sizes is the scale of sizes.
func (r *reading) sizes() page.Scale {
	unit := r.c.Options.Sizes
	if unit == nil {
		return page.Scale{Say: unit.Text, Steps: page.BinarySteps()}
	}
	scale := page.Scale{Say: unit.Text}
	for n := int64(1); n <= 1e6; n *= 10 {
		scale.Steps = append(scale.Steps, n*unit.Bytes, 2*n*unit.Bytes, 5*n*unit.Bytes)
	}
	return scale
}
