// Package reports has the commands below `report`: what the protection groups, objects, runs and agents of a whole instance did or are, for
// people, spreadsheets, pipelines and monitoring.
package reports

import (
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `report`, one a kind.
var Resource = engine.Resource{
	Name: "report", About: "report.about|Report on the whole instance: runs, failures, storage, RPO and more.",
	Commands: []engine.Command{
		command(&runsKind, "report.runs|Report the runs of all protection groups.", "report runs --since -7d", "report runs --group 'prod-*' --output html --output-file runs.html"),
		command(&failuresKind, "report.failures|Report all runs that failed, were missed or canceled.", "report failures --since -24h", "report failures --since yesterday --output junit --output-file failures.xml"),
		command(&slaKind, "report.sla|Report how many runs met the SLA, by group.", "report sla --since -30d", "report sla --since -30d --sort-by met --output csv"),
		command(&unprotectedKind, "report.unprotected|Report the objects that no protection group has.", "report unprotected", "report unprotected --environment sql --output csv"),
		command(&objectsKind, "report.objects|Report all objects with their last backup.", "report objects --host 'db-*'", "report objects --filter 'Last Backup<-2d' --output csv"),
		command(&storageKind, "report.storage|Report what the runs read and wrote, by group.", "report storage --since -30d --units GiB", "report storage --since -90d --output html --output-file storage.html"),
		command(&recoveriesKind, "report.recoveries|Report all recoveries of a period.", "report recoveries --since -30d", "report recoveries --host web-1 --output json"),
		command(&agentsKind, "report.agents|Report all agents of hosts, and sources that have errors.", "report agents", "report agents --filter Upgrade=Upgradable --output csv"),
		command(&connectorsKind, "report.connectors|Report the state of all connectors and connector agents.", "report connectors", "report connectors --output junit --output-file connectors.xml"),
		command(&locksKind, "report.locks|Report all runs that are locked or on hold.", "report locks", "report locks --group 'prod-*' --output csv"),
		command(&rpoKind, "report.rpo|Report how old the last good backups are, by group.", "report rpo", "report rpo --since -30d --output html --output-file rpo.html"),
	},
}

// flagSet says which flags have a meaning for a kind of report.
type flagSet uint

// The flags beside --zone, which all have: times are shown in every report.
const (
	hasPeriod flagSet = 1 << iota
	hasGroups
	hasHosts
	hasEnvironments
	hasSizes
	isTested // whether something in it can fail, so that there is junit
	ofRuns   = hasPeriod | hasGroups | hasHosts | hasEnvironments
)

// kind is a kind of report.
type kind struct {
	name   string // the last word of the command, and the field of its rows
	title  i18n.Text
	parts  survey.Part
	about  flagSet
	usual  time.Duration // how far back it goes where nobody says; 0 for all there is
	before time.Duration // how far before the period runs count too, for what was there at its beginning
	view   *output.View
	make   func(r *reading) *result
}

// week is how far back reports go where nobody says.
const week = 7 * 24 * time.Hour

// options are what a report is asked for.
type options struct {
	since, until                string // as they were typed
	groups, hosts, environments []string
	units                       string
	zone                        *time.Location
}

// command returns the command of a kind.
func command(k *kind, about i18n.Text, examples ...string) engine.Command {
	c := engine.Command{
		Name: k.name, About: about, View: k.view, Role: engine.Reader, ReadOnly: true, Writes: true, Examples: examples,
		Job:     func(f *engine.Flags) engine.Job { return k.job(f) },
		Formats: []output.Format{output.HTMLFormat, output.OpenMetricsFormat}, FormatsAbout: "flag.output-report|The output format: table, wide, json, yaml, csv, html or openmetrics.",
	}
	if k.about&isTested != 0 {
		c.Formats = []output.Format{output.HTMLFormat, output.JUnitFormat, output.OpenMetricsFormat}
		c.FormatsAbout = "flag.output-tests|The output format: table, wide, json, yaml, csv, html, junit or openmetrics."
	}
	return c
}

// job declares the flags of a kind and returns what carries it out.
func (k *kind) job(f *engine.Flags) engine.Job {
	o := &options{zone: time.Local}
	chosen := false
	if k.about&hasPeriod != 0 {
		since := i18n.Text("report.since|Only what began since this time, such as yesterday or 2026-11-01. Default: -7d.")
		if k.usual == 0 {
			since = "report.since-all|Only what began since this time, such as yesterday or 2026-11-01. Default: all."
		}
		f.Text(&o.since, "since", "TIME", since)
		f.Text(&o.until, "until", "TIME", "report.until|Only what began until this time, or until the end of this day. Default: now.")
	}
	if k.about&hasGroups != 0 {
		f.List(&o.groups, "group", "LIST", "report.group|Only these protection groups, by name or pattern such as 'prod-*'.")
		f.Names("group", "group")
	}
	if k.about&hasHosts != 0 {
		f.List(&o.hosts, "host", "LIST", "report.host|Only what is about these hosts, clusters or objects, by name or pattern.")
		f.Names("host", "source")
	}
	if k.about&hasEnvironments != 0 {
		f.List(&o.environments, "environment", "LIST", "report.environments|Only these environments: physical, sql, kubernetes, or a pattern.")
	}
	if k.about&hasSizes != 0 {
		names := make([]string, len(output.SizeUnits))
		for i, u := range output.SizeUnits {
			names[i] = u.Name
		}
		f.Parsed("units", "UNIT", "report.units|The unit of sizes in tables, CSV and pages: bytes, KiB, MiB, GiB, TiB, kB, MB, GB or TB.", func(typed string, _ time.Time) error {
			if output.ParseSizeUnit(typed) == nil {
				return engine.Usage("flag.choice|--{{.Flag}}: '{{.Value}}' is not one of {{.Values}}.", "Flag", "units", "Value", typed, "Values", strings.Join(names, ", "))
			}
			o.units = typed
			return nil
		})
	}
	f.Parsed("zone", "ZONE", "report.zone|The time zone of times and days, such as UTC or Europe/Berlin. Default: the local one.", func(typed string, _ time.Time) error {
		zone, err := loadZone(typed)
		if err != nil {
			return engine.Usage("report.no-zone|--zone: '{{.Value}}' is not a time zone. Use a name such as 'UTC', 'Europe/Berlin' or 'America/New_York'.", "Value", typed)
		}
		o.zone, chosen = zone, true
		return nil
	})
	return func(c *engine.Context) error {
		if chosen {
			c.Options.Zone = o.zone
		}
		return o.run(c, k)
	}
}

// run makes a report and writes it to where it was asked for.
func (o *options) run(c *engine.Context, k *kind) error {
	format := c.Options.Format
	if o.units != "" {
		if slices.Contains([]output.Format{output.JSONFormat, output.YAMLFormat, output.JUnitFormat, output.OpenMetricsFormat}, format) || c.Options.Query != nil {
			return engine.Usage("report.units-json|--units is for tables, CSV and HTML: the other formats always have bytes.")
		}
		c.Options.Sizes = output.ParseSizeUnit(o.units)
	}
	to, err := c.WriteTo()
	if err != nil {
		return err
	}
	r, err := o.read(c, k)
	if err != nil {
		return err
	}
	res := k.make(r)
	for _, line := range r.unread.Lines() { // the report says so too, and the exit status; but a table has no place for it
		if format.IsTable() || format == output.CSVFormat {
			c.Warn("report.unread|The report is not complete: {{.Reason}}", "Reason", line)
		}
	}
	if err := c.Write(to, "report-"+k.name+"."+extension(format), func() error { return r.show(res) }); err != nil {
		return err
	}
	if res.count > 0 && !c.Options.Machine() {
		c.Say(res.sentence)
	}
	return r.unread.Err()
}

// extension returns how names of files of a format end.
func extension(f output.Format) string {
	switch f {
	case output.JUnitFormat:
		return "xml"
	case output.OpenMetricsFormat, output.TableFormat, output.WideFormat:
		return "txt"
	}
	return string(f)
}
