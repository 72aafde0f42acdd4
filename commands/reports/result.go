package reports

import (
	"encoding/json"
	"iter"
	"math"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/junit"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

// result is a report before it has a format.
type result struct {
	rows     iter.Seq[any] // values that JSON can have, in their order
	count    int           // of them
	totals   any           // for programs
	days     []day
	sentence string                      // what stands below a table; "" for nothing
	figures  []page.Figure               // the same for a page
	charts   func() []page.Drawing       // nil for none
	cases    iter.Seq[junit.Case]        // nil for a report in which nothing can fail
	families func() []openmetrics.Family // figures for monitoring
	leftOut  []string                    // what it does not show, in sentences
}

// head is what a report says of itself to programs.
type head struct {
	Report   string   `json:"report"`
	Instance string   `json:"instance"`
	Region   string   `json:"region"`
	Made     int64    `json:"madeUsecs"`
	Since    int64    `json:"sinceUsecs,omitempty"`
	Until    int64    `json:"untilUsecs,omitempty"`
	Zone     string   `json:"zone"`
	Unread   []string `json:"unread"`
	Totals   any      `json:"totals"`
	Days     []day    `json:"days,omitempty"`
}

// sequence returns what lists have, as a result needs it.
func sequence[T any](list []T) iter.Seq[any] {
	return func(yield func(any) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}

// raw returns rows as JSON.
func (res *result) raw() iter.Seq[json.RawMessage] {
	return func(yield func(json.RawMessage) bool) {
		for row := range res.rows {
			raw, err := json.Marshal(row)
			if err != nil {
				raw = json.RawMessage("null") // which no row of ours is
			}
			if !yield(raw) {
				return
			}
		}
	}
}

// seconds returns a length of time in whole seconds.
func seconds(d time.Duration) int64 { return int64(d / time.Second) }

// sum adds two numbers or lengths of time. Beyond the largest there is, and the least, it is that one: the service may say any number.
func sum[T ~int64](a, b T) T {
	switch total := a + b; {
	case a > 0 && b > 0 && total < 0:
		return math.MaxInt64
	case a < 0 && b < 0 && total >= 0:
		return math.MinInt64
	default:
		return total
	}
}

// state is what became of a run, as reports count it.
type state string

// The states, as programs read them.
const (
	succeeded state = "succeeded"
	warned    state = "warned"
	failed    state = "failed"
	missed    state = "missed"
	canceled  state = "canceled"
	running   state = "running"
)

// stateLook is how a state looks.
type stateLook struct {
	state        state
	text         i18n.Text
	class, glyph string
	tone         output.Tone
}

// looks are those of all states, in the order in which a bar has them, from below.
var looks = [...]stateLook{
	{succeeded, "report.succeeded|Succeeded", "good", "✓", output.Good},
	{warned, "report.warned|With warnings", "warning", "△", output.Warning},
	{failed, "report.failed|Failed", "bad", "✕", output.Bad},
	{missed, "report.missed|Missed", "missed", "–", output.Bad},
	{canceled, "report.canceled|Canceled", "other", "○", output.Warning},
	{running, "report.running|Running", "active", "▸", output.Active},
}

// stateOf returns what became of a run.
func stateOf(run *survey.Run) state {
	switch {
	case !run.IsEnded():
		return running
	case run.Status == "Missed":
		return missed
	case run.Status == "Canceled" || run.Status == "Skipped": // before the next one: its objects may count as failed
		return canceled
	case run.IsBad():
		return failed
	case run.Status == "SucceededWithWarning":
		return warned
	}
	return succeeded
}

// word returns what people call a state.
func (s state) word() string {
	for i := range looks {
		if looks[i].state == s {
			return i18n.T(looks[i].text)
		}
	}
	return string(s)
}

// toneOf returns how a number is meant that is good or not.
func toneOf(good bool) output.Tone {
	if good {
		return output.Good
	}
	return output.Bad
}
