package reports

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/junit"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

// show writes a report in the format that was asked for.
func (r *reading) show(res *result) error {
	instance, region := r.c.Instance()
	h := &head{Report: r.kind.name, Instance: instance, Region: region, Made: output.UsecsOf(r.in.Now), Zone: zoneName(r.time), Unread: r.unread.Lines(), Totals: res.totals, Days: res.days}
	if h.Unread == nil {
		h.Unread = []string{}
	}
	if r.kind.about&hasPeriod != 0 {
		h.Since, h.Until = output.UsecsOf(r.time.since), output.UsecsOf(r.time.until)
	}
	switch r.c.Options.Format {
	case output.HTMLFormat:
		return r.page(h, res).Write(r.c.Streams.MachineOut())
	case output.JUnitFormat:
		return junit.Write(r.c.Streams.MachineOut(), junit.Suite{Name: "backup-recovery." + h.Report, At: r.in.Now, Properties: h.properties(), Cases: distinct(res.cases)})
	case output.OpenMetricsFormat:
		return openmetrics.Write(r.c.Streams.MachineOut(), append(res.families(), h.families()...))
	}
	var view *output.View
	if res.count == 0 && len(h.Unread) > 0 {
		view = &output.View{Rows: h.Report, Columns: r.kind.view.Columns, Empty: nothingRead}
	}
	return r.c.ShowDocument(view, h, h.Report, res.raw())
}

// nothingRead is what to say of an empty report where not everything could be read: that there is nothing may not be so.
const nothingRead i18n.Text = "report.nothing-read|There is nothing to show, because not everything could be read."

// distinct numbers test cases of one name, such as those of two groups: of these, pipelines show the first one only, and another may have failed. What
// would reorder or hide text is made visible.
func distinct(cases iter.Seq[junit.Case]) iter.Seq[junit.Case] {
	return func(yield func(junit.Case) bool) {
		type name struct{ class, name string }
		taken := map[name]int{}
		for c := range cases {
			c.Class, c.Name, c.Failed, c.Skipped = output.Clean(c.Class), output.Clean(c.Name), output.Clean(c.Failed), output.Clean(c.Skipped)
			c.Details, c.Out = output.CleanLines(c.Details), output.CleanLines(c.Out)
			one := name{c.Class, c.Name}
			for taken[name{c.Class, c.Name}] > 0 {
				taken[one]++
				c.Name = fmt.Sprintf("%s (%d)", one.name, taken[one])
			}
			taken[name{c.Class, c.Name}]++
			if !yield(c) {
				return
			}
		}
	}
}

// properties are what a report says of itself to pipelines.
func (h *head) properties() []junit.Property {
	list := []junit.Property{{Name: "instance", Value: h.Instance}, {Name: "region", Value: h.Region}, {Name: "zone", Value: h.Zone}, {Name: "made", Value: output.Usecs(json.Number(strconv.FormatInt(h.Made, 10))).Data}}
	if h.Since > 0 {
		list = append(list, junit.Property{Name: "since", Value: output.Usecs(json.Number(strconv.FormatInt(h.Since, 10))).Data})
	}
	if h.Until > 0 {
		list = append(list, junit.Property{Name: "until", Value: output.Usecs(json.Number(strconv.FormatInt(h.Until, 10))).Data})
	}
	for _, line := range h.Unread {
		list = append(list, junit.Property{Name: "unread", Value: line})
	}
	return list
}

// most is how many rows a page has all columns for; a longer table has the main ones.
const most = 10_000

// dispensable is the rank from which on a column is left out of a long table.
const dispensable = 6

// page makes a page of a report.
func (r *reading) page(h *head, res *result) *page.Page {
	p := &page.Page{Language: i18n.Language(), Title: i18n.T(r.kind.title), Unread: h.Unread, LeftOut: res.leftOut, Figures: res.figures}
	at := func(usecs int64) string {
		cell := output.Usecs(json.Number(strconv.FormatInt(usecs, 10)))
		cell.At = cell.At.In(r.time.zone)
		return cell.At.Format("2006-01-02 15:04")
	}
	fact := func(title i18n.Text, value string) {
		if value != "" {
			p.Facts = append(p.Facts, page.Fact{Title: i18n.T(title), Value: value})
		}
	}
	fact("webpage.instance|Instance", h.Instance)
	fact("webpage.region|Region", h.Region)
	if r.kind.about&hasPeriod != 0 {
		since := i18n.T("webpage.beginning|the beginning")
		if h.Since > 0 {
			since = at(h.Since)
		}
		fact("webpage.period|Period", i18n.T("webpage.from-until|{{.Since}} to {{.Until}}", "Since", since, "Until", at(h.Until)))
	}
	fact("webpage.zone|Time zone", zoneName(r.time))
	fact("webpage.made|Made", at(h.Made))
	for _, words := range []struct {
		title i18n.Text
		list  []string
	}{{"webpage.groups|Groups", r.groups}, {"webpage.hosts|Hosts", r.hosts}, {"webpage.environments|Environments", r.environments}} {
		fact(words.title, strings.Join(words.list, ", "))
	}
	if res.charts != nil && res.count > 0 {
		p.Charts = res.charts()
	}
	p.Table = r.table(res, p)
	return p
}

// table makes the table of a page, the most telling columns first: a phone and a window show those. A long table has the main ones only, which
// the page says.
func (r *reading) table(res *result, p *page.Page) page.Table {
	view := r.kind.view
	t := page.Table{Caption: p.Title, Empty: i18n.T(view.Empty), Count: res.count}
	if len(p.Unread) > 0 {
		t.Empty = i18n.T(nothingRead)
	}
	shown := &output.View{Rows: view.Rows}
	columns := slices.Clone(view.Columns)
	slices.SortStableFunc(columns, func(a, b output.Column) int { return cmp.Compare(a.Rank, b.Rank) })
	for i := range columns {
		column := &columns[i]
		if res.count > most && column.Rank >= dispensable {
			p.LeftOut = append(p.LeftOut, i18n.T("webpage.column|The column '{{.Name}}' of the table, because it has {{.Count}} row. A CSV has it.|The column '{{.Name}}' of the table, because it has {{.Count}} rows. A CSV has it.", "Name", column.Title.String(), "Count", res.count))
			continue
		}
		shown.Columns = append(shown.Columns, *column)
		unit := output.Unit("")
		if column.Format != nil {
			unit = column.Format(nil).Unit
		}
		t.Columns = append(t.Columns, page.Column{Title: column.Title.String(), Number: unit != "" || column.Number, Text: column.FreeText})
	}
	choice := output.NewChoice(shown, true)
	choice.Zone, choice.Sizes = r.time.zone, r.c.Options.Sizes
	t.Rows = func(yield func([]page.Cell) bool) {
		in, err := engine.Document(nil, shown.Rows, res.raw())
		if err != nil {
			return // which is for heads alone
		}
		defer in.Close()
		_ = choice.Each(in, func(cells []output.Cell) error { // it fails where the page needs no more
			row := make([]page.Cell, len(cells))
			for i, cell := range cells {
				row[i] = page.Cell{Text: cmp.Or(cell.Brief, cell.Text), Tone: cell.Tone}
				if t.Columns[i].Number {
					row[i].Sort = cell.Data
				}
			}
			if !yield(row) {
				return io.ErrClosedPipe
			}
			return nil
		})
	}
	return t
}

// zoneName returns the name of the zone of a period, and for the local one its short form.
func zoneName(p period) string {
	if name := p.zone.String(); name != "Local" {
		return name
	}
	return p.until.Format("MST -07:00")
}

// families are the figures that every report has.
func (h *head) families() []openmetrics.Family {
	info := &openmetrics.Family{Name: prefix + "made", Type: openmetrics.Info, Help: "Which report the figures are of."}
	add(info, 1, "report", h.Report, "service_instance", cmp.Or(h.Instance, "unknown"), "region", cmp.Or(h.Region, "unknown"))
	at := gauge("timestamp_seconds", "When the report was made.")
	add(at, float64(h.Made)/1e6)
	unread := gauge("unread_parts", "Parts of the instance that could not be read.")
	add(unread, float64(len(h.Unread)))
	list := []*openmetrics.Family{info, at, unread}
	if h.Until > 0 {
		from, until := gauge("period_start_timestamp_seconds", "When the period of the report begins."), gauge("period_end_timestamp_seconds", "When the period of the report ends.")
		add(from, float64(h.Since)/1e6)
		add(until, float64(h.Until)/1e6)
		list = append(list, from, until)
	}
	return merge(false, list...)
}
