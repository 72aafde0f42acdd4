// Package metrics has the command that gives the metrics of an instance to Prometheus: once, as a file, or over HTTP.
package metrics

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
)

// Commands are the commands directly below the namespace about metrics.
var Commands = []engine.Command{
	{Name: "metrics", About: "metrics.about|Show metrics for Prometheus, or write or serve them.", View: listed, Role: engine.Reader, ReadOnly: true, Job: metricsJob,
		Examples: []string{"metrics", "metrics --write backup.prom", "metrics --listen 127.0.0.1:9464"}},
}

// listed is how people and other programs than Prometheus see metrics.
var listed = &output.View{Rows: "metrics", Columns: []output.Column{
	{Title: "Metric", Path: "name"},
	{Title: "Labels", Path: "labels", Format: labelCell},
	{Title: "Value", Path: "value"},
}}

// labelCell shows labels in a line. Programs get the object.
func labelCell(v any) output.Cell {
	labels, _ := v.(map[string]any)
	var words []string
	for _, name := range slices.Sorted(maps.Keys(labels)) {
		words = append(words, name+"="+output.String(labels, name))
	}
	return output.Cell{Text: strings.Join(words, ", ")}
}

// options is what the command is asked for.
type options struct {
	file    string
	objects int
	listen  listening
}

// mostObjects is how many objects may have metrics of their own: each is a series that Prometheus keeps.
const mostObjects = 10_000

func metricsJob(f *engine.Flags) engine.Job {
	o := &options{}
	f.Filled(&o.file, "write", "FILE", "metrics.write|Write the metrics to this .prom file, for the textfile collector of the node exporter.")
	f.Number(&o.objects, "objects", 0, mostObjects, "metrics.objects|Give up to this many objects metrics of their own, the oldest backups first.")
	o.listen.declare(f)
	return o.run
}

func (o *options) run(c *engine.Context) error {
	if err := o.check(c); err != nil {
		return err
	}
	common, err := labelsOf(c)
	if err != nil {
		return err
	}
	if o.listen.address != "" {
		return o.serve(c, common)
	}
	p := look(c)
	if p.err != nil {
		return p.err
	}
	list := p.families(c, common, o.objects)
	if err := o.give(c, list); err != nil {
		return err
	}
	return p.failures.Err()
}

// check refuses options that have no effect together.
func (o *options) check(c *engine.Context) error {
	if o.file != "" && filepath.Ext(o.file) != ".prom" {
		return engine.Usage("metrics.prom|--write: '{{.File}}' does not end with .prom, and the node exporter reads no other files.", "File", o.file)
	}
	other := ""
	switch {
	case o.asTable(c):
		other = "output"
	case o.file != "" && o.listen.address != "":
		other = "listen"
	}
	if other != "" && o.file != "" {
		return engine.Usage("metrics.exclusive|--{{.Flag}} and --{{.Other}} exclude each other.", "Flag", "write", "Other", other)
	}
	if other != "" && o.listen.address != "" {
		return engine.Usage("metrics.exclusive|--{{.Flag}} and --{{.Other}} exclude each other.", "Flag", "listen", "Other", other)
	}
	return o.listen.check()
}

// asTable reports whether metrics are shown as answers are, and not as Prometheus reads them.
func (o *options) asTable(c *engine.Context) bool {
	l := &c.Options.List
	return c.Options.Machine() || c.Options.Format == output.WideFormat || len(l.Columns) > 0 || l.SortBy != "" || len(l.Filters) > 0
}

// families returns the metrics of a pass that read at least a part of the instance.
func (p *pass) families(c *engine.Context, common []openmetrics.Label, objects int) []openmetrics.Family {
	f := &metrics{common: common}
	f.addPlugin(c)
	p.addInstance(f, objects)
	p.addPass(f)
	return f.list
}

// give prints metrics or writes them to a file.
func (o *options) give(c *engine.Context, list []openmetrics.Family) error {
	switch {
	case o.asTable(c):
		return c.ShowValue(nil, map[string]any{"metrics": rowsOf(list)})
	case o.file == "":
		page, err := text(list, true)
		if err == nil {
			_, err = c.Streams.Out.Write(page)
		}
		return err
	}
	page, err := text(list, false)
	if err != nil {
		return err
	}
	if err := files.Replace(o.file, page, 0o644); err != nil { // the exporter is another user
		return engine.Fail(engine.ExitFailed, "metrics.unwritten|'{{.File}}' could not be written: {{.Reason}}", "File", o.file, "Reason", err.Error())
	}
	c.Note("metrics.written|Wrote {{.Count}} metric to '{{.File}}'.|Wrote {{.Count}} metrics to '{{.File}}'.", "Count", len(rowsOf(list)), "File", o.file)
	return nil
}

// row is a metric for people and for programs that do not read OpenMetrics.
type row struct {
	Name   string            `json:"name"`
	Labels map[string]string `json:"labels"`
	Value  json.Number       `json:"value"` // as the text has it
}

// rowsOf returns metrics as rows.
func rowsOf(list []openmetrics.Family) []row {
	rows := []row{}
	for _, f := range list {
		for _, s := range f.Samples {
			r := row{f.SampleName(), map[string]string{}, json.Number(openmetrics.Number(s.Value))}
			for _, l := range s.Labels {
				r.Labels[l.Name] = l.Value
			}
			rows = append(rows, r)
		}
	}
	return rows
}

// settled is how long after the beginning of a pass the next one may begin: the service is asked politely, whoever asks us.
const settled = time.Minute
