package metrics

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
)

// maxLabel is how many bytes of a name of the service a label holds.
const maxLabel = 200

// states are the states of runs and recoveries that metrics name. What else a service says is other, so that it cannot make metrics without
// end.
var states = []string{"accepted", "running", "canceling", "canceled", "failed", "missed", "succeeded", "succeeded_with_warning", "on_hold", "finalizing", "skipped", "paused", "queued"}

// state returns a state of the API, such as SucceededWithWarning or kFailed, as metrics name it.
func state(status string) string {
	var b strings.Builder
	for i, r := range strings.TrimPrefix(status, "k") {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	if name := b.String(); slices.Contains(states, name) {
		return name
	}
	return "other"
}

// environment returns a type of sources as metrics name it: kPhysical is physical.
func environment(name string) string {
	return strings.ToLower(safe(cmp.Or(strings.TrimPrefix(name, "k"), "unknown")))
}

// count returns 1 for what is so.
func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// seconds returns a time in seconds since 1970, to the millisecond.
func seconds(t time.Time) float64 { return float64(t.UnixMilli()) / 1000 }

// labelsOf returns the labels that all metrics have: which instance they are of. They are called so, and not instance, because that is what
// Prometheus calls what it asks for metrics.
func labelsOf(c *engine.Context) ([]openmetrics.Label, error) {
	name, region := "", ""
	if c.Session != nil {
		target, err := c.Session.Locate(c, "instance", c.Options.Target)
		if err != nil {
			return nil, err
		}
		if target.Instance != nil {
			name, region = target.Instance.Name, target.Instance.Region
		} else if target.Base != nil {
			name = target.Base.Host
		}
	}
	return []openmetrics.Label{{Name: "service_instance", Value: safe(cmp.Or(name, "unknown"))}, {Name: "region", Value: safe(cmp.Or(region, c.Options.Target.Region, "unknown"))}}, nil
}

// identity returns an ID of the service as a label holds it. Where that is not the ID itself, a digest keeps two of them apart.
func identity(id string) string {
	text := safe(id)
	if text != id {
		text += fmt.Sprintf("#%x", sha256.Sum256([]byte(id)))[:9]
	}
	return text
}

// safe returns a name of the service as a label holds it: of one line, of bounded length, and harmless on a terminal.
func safe(name string) string { return output.Shorten(output.Clean(name), maxLabel) }

// span returns a length of time in seconds, to the millisecond.
func span(d time.Duration) float64 { return float64(d.Milliseconds()) / 1000 }
