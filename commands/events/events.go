// Package events has what the service says of runs and recoveries while they go on and after they have ended: each message with its time,
// its object and how bad it is.
package events

import (
	"encoding/json"
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Severity is how bad an event is.
type Severity string

// The severities, in their order.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
	Error   Severity = "error"
)

// severities are the words of the severities, the mildest first.
var severities = []string{string(Info), string(Warning), string(Error)}

// rank returns the place of a severity among all.
func (s Severity) rank() int { return slices.Index(severities, string(s)) }

// Event is a message about a run or a recovery, or about one of its objects.
type Event struct {
	Time     time.Time // zero where the service does not say
	Object   string    // the name of the object; "" for the run or recovery itself
	Severity Severity
	Text     string // as the service sent it: whoever prints it cleans it

	last bool // whether it comes after all others of its second: it is the last one of the run or recovery
}

// row is an event as programs read it.
type row struct {
	Time     int64    `json:"timeUsecs"` // 0 where the service does not say
	Severity Severity `json:"severity"`
	Object   string   `json:"object"` // "" for the run or recovery itself
	Message  string   `json:"message"`
}

// MarshalJSON returns the event as programs read it.
func (e Event) MarshalJSON() ([]byte, error) {
	r := row{Severity: e.Severity, Object: e.Object, Message: e.Text}
	if !e.Time.IsZero() {
		r.Time = e.Time.UnixMicro()
	}
	return json.Marshal(r)
}

// sortByTime puts events in the order of their times, those without one first.
func sortByTime(list []Event) {
	slices.SortStableFunc(list, func(a, b Event) int {
		switch order := a.Time.Compare(b.Time); {
		case order != 0 || a.last == b.last:
			return order
		case a.last:
			return 1
		}
		return -1
	})
}

// View shows events, which are in the field events.
var View = &output.View{
	Rows: "events", Empty: "logs.empty|There are no messages.",
	Columns: []output.Column{
		{Title: "Time", Path: "timeUsecs", Format: stamp},
		{Title: "Severity", Path: "severity", Format: severityCell},
		{Title: "Object", Path: "object"},
		{Title: "Message", Path: "message"},
	},
}

// stamp shows a time to the second with its zone, which a log needs however long ago it was.
func stamp(v any) output.Cell {
	usecs, ok := output.Int(v, "")
	if !ok || usecs == 0 {
		return output.Cell{}
	}
	return output.Cell{Text: timeText(time.UnixMicro(usecs)), Data: time.UnixMicro(usecs).UTC().Format(time.RFC3339Nano)}
}

// timeText is a time as logs show it.
func timeText(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.Local().Format(time.RFC3339)
}

// severityCell shows a severity in its colour.
func severityCell(v any) output.Cell {
	sent := Severity(output.String(v, ""))
	return output.Cell{Text: sent.word(), Data: string(sent), Tone: sent.tone()}
}

// word returns what people read for a severity.
func (s Severity) word() string {
	switch s {
	case Error:
		return i18n.T("severity.error|error")
	case Warning:
		return i18n.T("severity.warning|warning")
	case Info:
		return i18n.T("severity.info|info")
	}
	return string(s)
}

// tone returns the colour of a severity.
func (s Severity) tone() output.Tone {
	switch s {
	case Error:
		return output.Bad
	case Warning:
		return output.Warning
	}
	return output.Normal
}

// OfStatus returns how bad a message is about something that has a status.
func OfStatus(status string) Severity {
	switch {
	case engine.IsFailed(status) || status == "Error":
		return Error
	case status == "SucceededWithWarning", status == "kWarning", status == "Warning", status == "Canceled", status == "kCanceled", status == "Skipped", status == "kSkipped":
		return Warning
	}
	return Info
}
