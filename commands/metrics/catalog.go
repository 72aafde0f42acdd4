package metrics

import (
	"bytes"
	"slices"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
)

// prefix is what the names of all metrics begin with.
const prefix = "ibm_backup_recovery_"

// windowText is how far back runs and recoveries count, in the help of the metrics.
const windowText = "in the last 24 hours"

// families are all metrics that there are, without their samples. Helps are English in every language: the collector of the node exporter
// refuses two files whose helps of one metric differ.
var families = [...]openmetrics.Family{
	{Name: prefix + "plugin_version", Type: openmetrics.Gauge, Help: "The version of the program that read the metrics; always 1."},

	{Name: prefix + "groups", Type: openmetrics.Gauge, Help: "Protection groups by state: active, paused, or ended (no more scheduled runs)."},
	{Name: prefix + "group_last_backup_timestamp_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "When the last good backup of a group began; missing for a group without one."},
	{Name: prefix + "group_allowed_backup_age_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "How old the last good backup of an active group may be by its policy and SLA; missing where the policy has no schedule."},
	{Name: prefix + "group_backup_overdue", Type: openmetrics.Gauge, Help: "Whether the last good backup of a group is older than allowed: 1 if so, else 0."},
	{Name: prefix + "group_last_run_state", Type: openmetrics.Gauge, Help: "The state of the newest run of a group that has ended: 1 for the state that it is in."},
	{Name: prefix + "group_last_run_start_timestamp_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "When the newest run of a group that has ended began."},
	{Name: prefix + "group_last_run_duration_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "How long the newest run of a group that has ended took."},
	{Name: prefix + "group_last_run_failed_objects", Type: openmetrics.Gauge, Help: "Objects whose backup failed in the newest run of a group that has ended."},
	{Name: prefix + "group_last_run_read_bytes", Unit: "bytes", Type: openmetrics.Gauge, Help: "Bytes that the newest run of a group " + windowText + " read from its objects."},
	{Name: prefix + "group_last_run_written_bytes", Unit: "bytes", Type: openmetrics.Gauge, Help: "Bytes that the newest run of a group " + windowText + " wrote to storage."},
	{Name: prefix + "group_last_run_logical_bytes", Unit: "bytes", Type: openmetrics.Gauge, Help: "Size of what the newest run of a group " + windowText + " protects."},
	{Name: prefix + "group_usual_duration_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "The median of how long the runs of a group that succeeded " + windowText + " took."},
	{Name: prefix + "group_active_runs", Type: openmetrics.Gauge, Help: "Runs of a group that have not ended."},

	{Name: prefix + "recent_runs", Type: openmetrics.Gauge, Help: "Runs that began " + windowText + " or are active, by state."},
	{Name: prefix + "recent_runs_on_legal_hold", Type: openmetrics.Gauge, Help: "Runs that began " + windowText + " and are on legal hold."},
	{Name: prefix + "recent_runs_locked", Type: openmetrics.Gauge, Help: "Runs that began " + windowText + " and have a data lock that has not ended."},
	{Name: prefix + "recent_recoveries", Type: openmetrics.Gauge, Help: "Recoveries that began " + windowText + ", by state."},

	{Name: prefix + "objects", Type: openmetrics.Gauge, Help: "Objects by whether a protection group has them: protected or unprotected. A host is protected where anything on it is."},
	{Name: prefix + "object_last_backup_timestamp_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "When the last good backup of an object in a group began, 0 for one without any; the oldest first, as many as --objects says."},
	{Name: prefix + "objects_omitted", Type: openmetrics.Gauge, Help: "Objects in a group that have no metric of their own because --objects allows no more."},

	{Name: prefix + "sources", Type: openmetrics.Gauge, Help: "Registered sources by state: ok, or error for one that does not authenticate or refresh."},
	{Name: prefix + "connectors", Type: openmetrics.Gauge, Help: "Connectors by state: connected, disconnected or unknown."},
	{Name: prefix + "connector_agents", Type: openmetrics.Gauge, Help: "Connector agents by state: connected, disconnected or unknown."},
	{Name: prefix + "agents", Type: openmetrics.Gauge, Help: "Agents on hosts by state: healthy, unreachable, degraded or other."},
	{Name: prefix + "agents_upgradable", Type: openmetrics.Gauge, Help: "Agents on hosts that can be upgraded."},

	{Name: prefix + "findings", Type: openmetrics.Gauge, Help: "What is wrong with the instance, by kind, as 'status' finds it; attention says whether it needs attention by default."},

	{Name: prefix + "pass_success", Type: openmetrics.Gauge, Help: "Whether the last pass over the instance read everything: 1 if so, else 0."},
	{Name: prefix + "pass_timestamp_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "When the last pass over the instance began."},
	{Name: prefix + "pass_duration_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "How long the last pass over the instance took."},
	{Name: prefix + "pass_requests", Type: openmetrics.Gauge, Help: "Requests of the last pass over the instance."},
	{Name: prefix + "pass_errors", Type: openmetrics.Gauge, Help: "What the last pass could not read, by part of the instance; all is the instance as a whole."},
	{Name: prefix + "pass_age_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "How long ago the last pass began; only where the metrics are served."},
	{Name: prefix + "metrics_timestamp_seconds", Unit: "seconds", Type: openmetrics.Gauge, Help: "When the other metrics were read; metrics of an earlier pass stay where a pass fails as a whole."},
	{Name: prefix + "passes", Type: openmetrics.Counter, Help: "Passes over the instance since the program began to serve metrics, by result."},
}

// metrics collects samples of families.
type metrics struct {
	common []openmetrics.Label // which all samples have
	list   []openmetrics.Family
}

// add adds a sample to the family with a name, which stands without the prefix. pairs are names and values of labels.
func (f *metrics) add(name string, value float64, pairs ...string) {
	i := slices.IndexFunc(f.list, func(one openmetrics.Family) bool { return one.Name == prefix+name })
	if i < 0 {
		k := slices.IndexFunc(families[:], func(one openmetrics.Family) bool { return one.Name == prefix+name })
		i = len(f.list)
		f.list = append(f.list, families[k]) // one that there is not is a mistake in the program, and panics
	}
	labels := slices.Clone(f.common)
	for p := 0; p+1 < len(pairs); p += 2 {
		labels = append(labels, openmetrics.Label{Name: pairs[p], Value: pairs[p+1]})
	}
	f.list[i].Samples = append(f.list[i].Samples, openmetrics.Sample{Labels: labels, Value: value})
}

// addPlugin adds which program reads the metrics.
func (f *metrics) addPlugin(c *engine.Context) {
	if c.Session != nil {
		f.add("plugin_version", 1, "version", c.Session.Version)
	}
}

// text returns metrics as OpenMetrics, or else as the text format of Prometheus, which the node exporter reads.
func text(list []openmetrics.Family, open bool) ([]byte, error) {
	var page bytes.Buffer
	write := openmetrics.WriteText
	if open {
		write = openmetrics.Write
	}
	err := write(&page, list)
	return page.Bytes(), err
}
