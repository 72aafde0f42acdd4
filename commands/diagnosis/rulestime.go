package diagnosis

import (
	"slices"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Blackout windows, and why a run took long.

// window is a blackout window, with its times on the day of a moment.
type window struct {
	day      string
	from, to time.Time
}

// sentence says when the window is.
func (w *window) sentence() string {
	return i18n.T("why.window|There is a blackout window on {{.Day}} from {{.From}} to {{.To}} ({{.Zone}}).", "Day", output.Clean(w.day), "From", w.from.Format("15:04"), "To", w.to.Format("15:04"), "Zone", w.from.Location().String())
}

// blackoutAt returns the blackout window of a policy that a moment lies in, or that began up to a minute before it ended something; nil for none.
func blackoutAt(policy any, at time.Time) *window {
	if at.IsZero() {
		return nil
	}
	for _, row := range output.List(policy, "blackoutWindow") {
		zone := output.String(row, "startTime.timeZone|endTime.timeZone")
		if zone == "" {
			zone = "America/Los_Angeles" // which the API documents as the default
		}
		location, err := time.LoadLocation(zone)
		if err != nil {
			continue
		}
		clock := func(path string) time.Time {
			hour, _ := output.Int(row, path+".hour")
			minute, _ := output.Int(row, path+".minute")
			year, month, day := at.In(location).Date()
			return time.Date(year, month, day, int(min(max(hour, 0), 24)), int(min(max(minute, 0), 60)), 0, 0, location)
		}
		w := &window{output.String(row, "day"), clock("startTime"), clock("endTime")}
		if w.from.Weekday().String() == w.day && !at.Before(w.from) && at.Before(w.to.Add(time.Minute)) {
			return w
		}
	}
	return nil
}

// What counts as more than usual.
const (
	muchMore     = 2.0 // times the usual size that explains a longer run
	muchLonger   = 1.5 // times the usual duration that is unusual
	fewestUsual  = 2   // runs that tell what is usual
	littleQueued = 2   // a run waited long if that is more than this fraction of its duration: half
)

// whyLate is the rule for runs that took longer than their SLA allows. Without earlier runs to compare with there is no telling.
func (f *Facts) whyLate() *Cause {
	took := f.End.Sub(f.Start)
	if f.Start.IsZero() || f.End.IsZero() {
		return nil
	}
	where := []string{"protection-group-run", "list", f.Name}
	say := func(c *Cause) *Cause {
		c.next = where
		c.because(f.Shown, f.End, i18n.T("why.took|The run took {{.Span}}, which is more than the SLA allows.", "Span", output.Duration(took.Round(time.Second))))
		return c
	}
	for _, o := range f.Objects {
		if o.Queued > took/littleQueued {
			c := say(&Cause{Kind: Queue, Score: proven - 5, Sentence: i18n.T("why.queue|The run took long because it had to wait for others.")})
			return c.because(f.Shown, f.Start, i18n.T("why.queued|'{{.Object}}' waited {{.Span}} before its backup began.", "Object", output.Clean(o.Title), "Span", output.Duration(o.Queued.Round(time.Second))))
		}
	}
	var durations, sizes []int64
	for _, p := range f.History {
		if p.Number != f.Number && p.Start.Before(f.Start) && (p.Status == "Succeeded" || p.Status == "SucceededWithWarning") && p.Duration > 0 {
			durations, sizes = append(durations, int64(p.Duration)), append(sizes, p.Read)
		}
	}
	if len(durations) < fewestUsual {
		return nil
	}
	usual, usualSize := time.Duration(median(durations)), median(sizes)
	compare := func(c *Cause) *Cause {
		say(c).because(where, f.Start, i18n.T("why.usual|Earlier runs of the group usually took {{.Span}}.", "Span", output.Duration(usual.Round(time.Second))))
		return c.because(where, f.Start, i18n.T("why.read|The run read {{.Size}}; earlier ones usually read {{.Usual}}.", "Size", output.Bytes(f.Read), "Usual", output.Bytes(usualSize)))
	}
	switch longer := float64(took) >= muchLonger*float64(usual); {
	case longer && usualSize > 0 && float64(f.Read) >= muchMore*float64(usualSize):
		return compare(&Cause{Kind: MoreData, Score: recorded - 10, Sentence: i18n.T("why.more-data|The run took long because there was much more to back up than usual.")})
	case longer:
		return compare(&Cause{Kind: Slow, Score: stateOnly, Sentence: i18n.T("why.slow|The run took much longer than usual, without more to back up.")})
	}
	return compare(&Cause{Kind: TightSLA, Score: stateOnly, Sentence: i18n.T("why.tight|Runs of the group usually take longer than the SLA allows.")})
}

// median returns the middle one of numbers.
func median(list []int64) int64 {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}

// usecsOf returns a time as the API has it.
func usecsOf(t time.Time) string { return strconv.FormatInt(t.UnixMicro(), 10) }
