package console

import (
	"bytes"
	"encoding/json"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// period is the time that the rows of a report are of, as a person says it.
type period struct {
	since, until time.Time
	attribute    string // that the filter is about; "" for that of the component
}

func (p *period) declare(f *engine.Flags) {
	f.Time(&p.since, "since", "console.since|Only rows of this time or later; replaces the time filter of the report.")
	f.Until(&p.until, "until", "console.until|Only rows of this time or earlier.")
	f.Text(&p.attribute, "time-attribute", "NAME", "report.time-attribute|The attribute that --since and --until compare; by default, that of the report.")
}

// filter adds the filter for the period to the body of a request. Where the body has no filters, those of the component are taken along,
// because filters in a body replace them. of returns the components that the request is about.
func (p *period) filter(c *engine.Context, of func() ([]any, error)) error {
	switch {
	case p.since.IsZero() && p.until.IsZero():
		if p.attribute != "" {
			return engine.Usage("report.attribute-alone|--time-attribute has an effect only with --since or --until.")
		}
		return nil
	case !p.until.IsZero() && p.since.After(p.until):
		return engine.Usage("report.since-until|--since is after --until.")
	}
	body, err := c.Request.Fields()
	if err != nil {
		return err
	}
	filters := []any{}
	given := body["filters"] != nil
	if given {
		value, err := output.Read(bytes.NewReader(body["filters"]))
		if err != nil {
			return err
		}
		filters = output.List(value, "")
	}
	attribute := p.attribute
	if attribute == "" || !given {
		components, err := of()
		if err != nil {
			return err
		}
		component := withTime(components)
		if attribute == "" {
			if attribute = timeAttribute(component); attribute == "" {
				return engine.Fail(engine.ExitUsage, "report.no-time|The report does not say which of its attributes is a time.").
					Hint("report.name-time|Add '--time-attribute NAME'. Run '{{.Command}}' to see the attributes.", "Command", c.CommandLine(resourceName, "report-type", "REPORT_TYPE"))
			}
		}
		if !given {
			filters = output.List(component, "filters")
		}
	}
	kept := []any{}
	for _, one := range filters {
		if given || output.String(one, "filterType") != timeRange {
			kept = append(kept, one)
		}
	}
	bounds := map[string]any{}
	for name, at := range map[string]time.Time{"lowerBound": p.since, "upperBound": p.until} {
		if !at.IsZero() {
			bounds[name] = at.UnixMicro()
		}
	}
	raw, err := json.Marshal(append(kept, map[string]any{"attribute": attribute, "filterType": timeRange, "timeRangeFilterParams": bounds}))
	if err != nil {
		return err
	}
	return c.Request.SetField("filters", raw)
}

// timeRange is the type of the filters that compare times.
const timeRange = "TimeRange"

// withTime returns the first component that says which of its attributes is a time, else the first one, and nil where there is none.
func withTime(components []any) any {
	for _, one := range components {
		if timeAttribute(one) != "" {
			return one
		}
	}
	return output.At(components, "[0]")
}

// timeAttribute returns the attribute of a component that is its time: the one that its own filter compares, else the first that it shows as
// a time, and "" where it says none.
func timeAttribute(component any) string {
	for _, one := range output.List(component, "filters") {
		if output.String(one, "filterType") == timeRange {
			return output.String(one, "attribute")
		}
	}
	for _, one := range output.List(component, attributes) {
		if output.String(one, "format") == timestamp {
			return output.String(one, "attributeName")
		}
	}
	return ""
}

// componentsOfReport returns the components of a report.
func componentsOfReport(c *engine.Context) ([]any, error) {
	report, err := c.Call(api.NewRequest(&api.GetReportByID).SetNamed("id", c.Request.Get("id")[0]))
	if err != nil {
		return nil, err
	}
	r := api.NewRequest(&api.GetComponents)
	var ids []string
	for _, id := range output.List(report.Value, "componentIds") {
		ids = append(ids, output.String(id, ""))
	}
	if ids == nil {
		return nil, nil
	}
	list, err := c.Call(r.SetNamed("ids", ids...))
	if err != nil {
		return nil, err
	}
	return output.List(list.Value, "components"), nil
}
