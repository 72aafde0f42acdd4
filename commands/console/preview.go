package console

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

const noRows i18n.Text = "report.no-rows|The report has no rows."

// componentPreview and reportPreview stand for the views of answers that say themselves which columns they have.
var (
	componentPreview = &output.View{Rows: componentRows, Open: true, Empty: noRows}
	reportPreview    = &output.View{Open: true, Empty: noRows}
)

// componentRows is the path to the rows of a component in its preview.
const componentRows = "component.data"

// pageSize is how many rows are asked for at once.
const pageSize = 1000

// componentPages asks for further rows by their numbers.
var componentPages = &engine.Paging{
	List: componentRows,
	View: func(first any) *output.View {
		return &output.View{Rows: componentRows, Empty: noRows, Columns: columnsOf(output.At(first, "component"))}
	},
	First: func(r *api.Request, _ int) error {
		from, size, err := pageOf(r)
		if err != nil || size > 0 {
			return err
		}
		return setPage(r, from, pageSize)
	},
	Next: func(r *api.Request, page any, _ int) (bool, error) {
		from, size, err := pageOf(r)
		got := int64(len(output.List(page, componentRows)))
		// A page with fewer rows than were asked for is the last one, unless the service gives fewer at once: its answer says how many.
		if given, ok := output.Int(page, "component.limit.size"); ok && given > 0 {
			size = min(size, given)
		}
		if err != nil || got == 0 || got < size {
			return false, err
		}
		return true, setPage(r, from+got, size)
	},
	More: func(*api.Request, *output.Summary) bool { return false },
}

// pageOf returns which rows a request asks for: the number of the first, and how many; 0 for as many as the service likes.
func pageOf(r *api.Request) (from, size int64, err error) {
	body, err := r.Fields()
	if err != nil || body["limit"] == nil {
		return 0, 0, err
	}
	var limit struct{ From, Size json.Number }
	if err := json.Unmarshal(body["limit"], &limit); err != nil {
		return 0, 0, err
	}
	from, _ = limit.From.Int64() // nothing is the first
	size, _ = limit.Size.Int64()
	return from, size, nil
}

func setPage(r *api.Request, from, size int64) error {
	raw, err := json.Marshal(map[string]int64{"from": from, "size": size})
	if err != nil {
		return err
	}
	return r.SetField("limit", raw)
}

// previewComponent returns the job of `components-preview`, which shows all rows unless the command line says how many.
func previewComponent(f *engine.Flags) engine.Job {
	var p period
	p.declare(f)
	return func(c *engine.Context) error {
		if err := components.resolve(c, f); err != nil {
			return err
		}
		if err := p.filter(c, func() ([]any, error) {
			result, err := c.Call(api.NewRequest(&api.GetComponentByID).SetNamed("id", c.Request.Get("id")[0]))
			if err != nil {
				return nil, err
			}
			return []any{result.Value}, nil
		}); err != nil {
			return err
		}
		if _, size, err := pageOf(c.Request); err != nil {
			return err
		} else if size == 0 && !c.Options.DryRun {
			c.Options.List.AllPages = true
		}
		return c.ShowList(c.Request)
	}
}

// previewReport returns the job of `reports-preview`.
func previewReport(f *engine.Flags) engine.Job {
	var p period
	p.declare(f)
	return func(c *engine.Context) error {
		if err := reports.resolve(c, f); err != nil {
			return err
		}
		if err := p.filter(c, func() ([]any, error) { return componentsOfReport(c) }); err != nil {
			return err
		}
		if c.Options.Machine() && (c.Options.Format != output.CSVFormat || c.Options.Query != nil) {
			return c.Stream()
		}
		result, err := c.Send()
		if err != nil {
			return err
		}
		components := output.List(result.Value, "components")
		if c.Options.Machine() {
			view, rows := joined(components)
			return c.ShowValue(view, map[string]any{"rows": rows})
		}
		if err := c.Show(reportView(components), result.Raw); err != nil {
			return err
		}
		if !slices.ContainsFunc(components, func(one any) bool { return len(output.List(one, "data")) > 0 }) {
			c.Note(noRows)
		}
		return nil
	}
}

// reportView returns the view of a report: a table for each of its components.
func reportView(components []any) *output.View {
	view := &output.View{Empty: noRows, Columns: []output.Column{
		{Title: "Title", Path: "title", Format: output.Entity},
		{Title: "Refreshed", Path: "lastRefreshTimestampUsecs", Format: output.Usecs},
		{Title: "Time Zone", Path: "timezone"},
	}}
	for i, one := range components {
		view.Sections = append(view.Sections, output.View{Name: nameOf(one), Heading: "heading.rows|Rows", Rows: fmt.Sprintf("components[%d].data", i), Columns: columnsOf(one)})
	}
	return view
}

// nameOf returns what a component is called.
func nameOf(component any) string {
	if name := output.String(component, "name"); name != "" {
		return name
	}
	return output.String(component, "id")
}

// part returns what a row of a report that is joined consists of: the number of its component, as text, and the row itself.
func part(joined any) (component string, row any) {
	if pair, ok := joined.([]any); ok && len(pair) == 2 {
		component, _ = pair[0].(string)
		return component, pair[1]
	}
	return "", nil
}

// joint is a column of rows that are joined: that of each component which has one of its title, unit and place among such.
type joint struct {
	title i18n.Title
	of    map[string]output.Column // by the number of the component
}

// cell shows what a row has in the column of its own component. Attributes of the same name are not the same in two components.
func (j *joint) cell(row any) output.Cell {
	if row == nil { // what unit the column has
		for _, column := range j.of {
			return output.Cell{Unit: column.Format(nil).Unit} // the same for each
		}
	}
	number, row := part(row)
	if column, ok := j.of[number]; ok {
		return column.Cell(row)
	}
	return output.Cell{}
}

// joined returns the rows of all components as those of one table, each with the name of its component, and the view of it.
func joined(components []any) (*output.View, []any) {
	names := map[string]string{}
	view := &output.View{Rows: "rows", Empty: noRows, Columns: []output.Column{{Title: "Component", Format: func(row any) output.Cell {
		number, _ := part(row)
		return output.Cell{Text: names[number]}
	}}}}
	rows, known := []any{}, map[string]*joint{}
	for i, one := range components {
		number, data := strconv.Itoa(i), output.List(one, "data")
		names[number] = nameOf(one)
		columns, times := columnsOf(one), map[string]int{}
		if len(data) == 0 && !hasColumns(one) {
			columns = nil
		}
		for _, column := range columns {
			key := strings.ToLower(string(column.Title)) + "|" + string(column.Format(nil).Unit)
			times[key]++
			key += "|" + strconv.Itoa(times[key])
			if known[key] == nil {
				known[key] = &joint{column.Title, map[string]output.Column{}}
				view.Columns = append(view.Columns, output.Column{Title: column.Title, Format: known[key].cell})
			}
			known[key].of[number] = column
		}
		for _, row := range data {
			rows = append(rows, []any{number, row})
		}
	}
	return view, rows
}
