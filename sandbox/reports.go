package sandbox

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"time"
)

// component is a part of reports: the rows of a type, or numbers of them.
type component struct {
	id, name, description, kind string
	by                          string // the attribute by whose values rows are grouped; "" for the rows themselves
	sum                         string // an attribute that is added up for each group; "" for none
	descending                  string // the attribute that the rows are sorted by; "" for none
}

// report is a list of components.
type report struct {
	id, title, description, category string
	components                       []string
}

var components = []*component{
	{"failed-objects", "Failed Objects", "Each object that could not be backed up.", "Failures", "", "", "runStartTimeUsecs"},
	{"failures-by-group", "Failures By Group", "How many objects of each group could not be backed up.", "Failures", "groupName", "", ""},
	{"protected-objects", "Protected Objects", "Each object that is in a protection group.", "ProtectedObjects", "", "", ""},
	{"all-objects", "All Objects", "Each object of the registered sources.", "ProtectedUnprotectedObjects", "", "", ""},
	{"objects-by-protection", "Objects By Protection", "How many objects are protected and how many are not.", "ProtectedUnprotectedObjects", "protectionStatus", "logicalSizeBytes", ""},
	{"activities", "Activities", "Each backup and recovery of each object.", "ProtectionActivity", "", "", "activityTimeUsecs"},
	{"groups", "Groups", "Each protection group with its runs.", "ProtectionGroupSummary", "", "", ""},
	{"runs", "Runs", "Each run of each protection group.", "ProtectionRuns", "", "", "runStartTimeUsecs"},
	{"runs-by-status", "Runs By Status", "How many runs ended how.", "ProtectionRuns", "runStatus", "dataReadBytes", ""},
	{"runs-by-day", "Runs By Day", "How many runs there were on each day.", "ProtectionRunsTrend", "", "", "dayTimeUsecs"},
	{"recoveries", "Recoveries", "Each recovery.", "Recovery", "", "", "recoveryTimeUsecs"},
	{"recoveries-by-status", "Recoveries By Status", "How many recoveries ended how.", "Recovery", "status", "", ""},
}

var reports = []*report{
	{"failures", "Failures", "What could not be backed up, and why.", "Protection", []string{"failures-by-group", "failed-objects"}},
	{"protected-objects", "Protected Objects", "What is backed up, by which group and policy.", "Compliance", []string{"protected-objects"}},
	{"protected-unprotected-objects", "Protected Unprotected Objects", "What is backed up and what is not.", "Compliance", []string{"objects-by-protection", "all-objects"}},
	{"protection-activity", "Protection Activity", "Backups and recoveries of each object.", "Protection", []string{"activities"}},
	{"protection-group-summary", "Protection Group Summary", "The protection groups and their runs.", "Protection", []string{"groups"}},
	{"protection-runs", "Protection Runs", "The runs of the protection groups.", "Protection", []string{"runs-by-status", "runs"}},
	{"protection-runs-trend", "Protection Runs Trend", "The runs of each day.", "Protection", []string{"runs-by-day"}},
	{"recovery", "Recovery", "The recoveries.", "Protection", []string{"recoveries-by-status", "recoveries"}},
}

// defaultRows is how many rows a preview of a component has where the request does not say.
const defaultRows = 100

// published is a component or a report as the Manager publishes it.
type published interface {
	key() string
	json() jsonObject
}

func (one *component) key() string { return one.id }
func (r *report) key() string      { return r.id }

// byID returns one of several by its identifier. what they are is said where there is none.
func byID[T published](list []T, what, id string) (T, error) {
	for _, one := range list {
		if one.key() == id {
			return one, nil
		}
	}
	var none T
	return none, notFound(what, id)
}

// asked returns those of several that a request asks for by their identifiers: all where it names none.
func asked[T published](c *call, list []T) []any {
	found := []any{}
	for _, one := range list {
		if c.matches("ids", one.key()) {
			found = append(found, one.json())
		}
	}
	return found
}

// json is a component as the API shows it, without rows.
func (one *component) json() jsonObject {
	kind := reportTypes[one.kind]
	o := jsonObject{"id": one.id, "name": one.name, "description": one.description, "reportType": one.kind, "filters": one.filters(), "limit": jsonObject{"from": 0, "size": defaultRows}}
	if one.descending != "" {
		o["sort"] = []any{jsonObject{"attribute": one.descending, "desc": true}}
	}
	config := []any{}
	if one.by != "" {
		aggregated := []any{jsonObject{"aggregationType": "count", "attribute": one.by, "label": "count"}}
		if one.sum != "" {
			aggregated = append(aggregated, jsonObject{"aggregationType": "sum", "attribute": one.sum, "label": one.sum})
		}
		o["aggs"] = jsonObject{"groupedAttributes": []any{one.by}, "aggregatedAttributes": aggregated}
	} else {
		for _, a := range kind.attributes {
			config = append(config, setPresent(jsonObject{"attributeName": a.name}, jsonObject{"customLabel": a.label, "format": a.format}))
		}
	}
	o["config"] = jsonObject{"xlsxParams": jsonObject{"attributeConfig": config}}
	return o
}

// filters are those that a component has where a request has none: the last month of what has a time.
func (one *component) filters() []any {
	if at := reportTypes[one.kind].time; at != "" {
		return []any{jsonObject{"attribute": at, "filterType": "TimeRange", "timeRangeFilterParams": jsonObject{"dateRange": "Last30Days"}}}
	}
	return []any{}
}

func (r *report) json() jsonObject {
	return jsonObject{"id": r.id, "title": r.title, "description": r.description, "category": r.category, "componentIds": r.components, "supportedUserContexts": []any{"IBMBaaS"}}
}

func (c *call) listComponents() (any, error) {
	return jsonObject{"components": asked(c, components)}, nil
}

func (c *call) getComponent() (any, error) {
	one, err := byID(components, "component", c.path["id"])
	if err != nil {
		return nil, err
	}
	return one.json(), nil
}

func (c *call) listReports() (any, error) { return jsonObject{"reports": asked(c, reports)}, nil }

func (c *call) getReport() (any, error) {
	r, err := byID(reports, "report", c.path["id"])
	if err != nil {
		return nil, err
	}
	return r.json(), nil
}

// reportAttributes lists the attributes of a type of report.
func (c *call) reportAttributes() (any, error) {
	list := []any{}
	for _, a := range reportTypes[c.path["reportType"]].attributes {
		list = append(list, jsonObject{"name": a.name, "dataType": a.dataType})
	}
	return jsonObject{"attributes": list}, nil
}

// listResources lists what reports can be filtered by.
func (c *call) listResources() (any, error) {
	kind := str(c.body, "resourceType")
	list := []any{}
	c.each(func(i int, d *data) {
		of := jsonObject{"systemId": clusterIdentifier(i), "systemName": clusterName(i)}
		switch kind {
		case "Policies":
			for o := range d.policies.all() {
				list = append(list, setPresent(jsonObject{"id": str(o, "id"), "name": str(o, "name"), "isGlobalPolicy": false}, of))
			}
		case "ProtectionGroups":
			for o := range d.groups.all() {
				if !isTrue(o, "isDeleted") {
					list = append(list, setPresent(jsonObject{"id": str(o, "id"), "name": str(o, "name")}, of))
				}
			}
		case "RegisteredSources":
			for s := range d.sources.All() {
				list = append(list, jsonObject{"name": str(s.registration(), "name"), "uuid": d.uuid(d.objects[s.ID]), "environments": []any{s.environment()}})
			}
		}
	})
	field := map[string]string{"Policies": "policies", "ProtectionGroups": "protectionGroups", "RegisteredSources": "sources", "MessageCodeMappings": "messageCodeMappings"}[kind]
	if field == "messageCodeMappings" {
		for _, a := range []*alertKind{runFailed, recoveryFailed, connectorLost} {
			list = append(list, jsonObject{"messageCode": a.code, "messageGuid": "guid-" + a.code})
		}
	}
	return jsonObject{"resourceType": kind, field: list}, nil
}

// timezone returns the time zone that a body asks for.
func (c *call) timezone() (*time.Location, error) {
	name := cmp.Or(str(c.body, "timezone"), "UTC")
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, invalid("timezone", "%q is no time zone, such as Europe/Berlin.", name)
	}
	return zone, nil
}

// rowsOf returns the rows of a component, and the filters that select them.
func (c *call) rowsOf(one *component) (rows []jsonObject, filters []any, err error) {
	filters = one.filters()
	if given, ok := c.body["filters"].([]any); ok && len(given) > 0 {
		filters = given
	}
	kind := reportTypes[one.kind]
	rows = c.reportRows(kind)
	for _, filter := range filters {
		keep, err := c.keeper(kind, filter.(jsonObject))
		if err != nil {
			return nil, nil, err
		}
		rows = slices.DeleteFunc(rows, func(row jsonObject) bool { return !keep(row) })
	}
	if one.by != "" {
		rows = grouped(rows, one)
	}
	if one.descending != "" {
		sortRows(rows, one.descending, true)
	}
	return rows, filters, nil
}

// grouped returns a row for each value of the attribute that a component groups by, in the order of the values.
func grouped(rows []jsonObject, one *component) []jsonObject {
	groups := map[string]jsonObject{}
	for _, row := range rows {
		value := str(row, one.by)
		group := groups[value]
		if group == nil {
			group = jsonObject{one.by: value, "count": int64(0)}
			groups[value] = group
		}
		group["count"] = group["count"].(int64) + 1
		if one.sum != "" {
			group[one.sum] = num(group, one.sum) + num(row, one.sum)
		}
	}
	list := []jsonObject{}
	for _, value := range sortedKeys(groups) {
		list = append(list, groups[value])
	}
	return list
}

// sortRows sorts rows by an attribute, numbers as such.
func sortRows(rows []jsonObject, by string, descending bool) {
	slices.SortStableFunc(rows, func(a, b jsonObject) int {
		order := cmp.Compare(num(a, by), num(b, by))
		if order == 0 {
			order = strings.Compare(str(a, by), str(b, by))
		}
		if descending {
			order = -order
		}
		return order
	})
}

// previewComponent returns a component with a page of its rows.
func (c *call) previewComponent() (any, error) {
	one, err := byID(components, "component", c.path["id"])
	if err != nil {
		return nil, err
	}
	zone, err := c.timezone()
	if err != nil {
		return nil, err
	}
	rows, filters, err := c.rowsOf(one)
	if err != nil {
		return nil, err
	}
	o := one.json()
	for _, by := range slices.Backward(objectList(c.body, "sort")) {
		if !has(reportTypes[one.kind], str(by, "attribute")) {
			return nil, invalid("sort.attribute", "%s has no attribute %q.", one.kind, str(by, "attribute"))
		}
		sortRows(rows, str(by, "attribute"), isTrue(by, "desc"))
		o["sort"] = c.body["sort"]
	}
	from, size := num(c.body, "limit", "from"), int64(defaultRows)
	if lookup(c.body, "limit", "size") != nil {
		size = num(c.body, "limit", "size")
	}
	first := min(from, int64(len(rows)))
	o["data"], o["filters"], o["limit"] = append([]jsonObject{}, rows[first:min(first+size, int64(len(rows)))]...), filters, jsonObject{"from": from, "size": size}
	now := c.server.clock.now().UnixMicro()
	return jsonObject{"component": o, "filters": filters, "generatedTimestampUsecs": now, "lastRefreshTimestampUsecs": now, "timezone": zone.String()}, nil
}

// previewReport returns a report with all rows of its components.
func (c *call) previewReport() (any, error) {
	r, err := byID(reports, "report", c.path["id"])
	if err != nil {
		return nil, err
	}
	zone, err := c.timezone()
	if err != nil {
		return nil, err
	}
	wanted := stringList(c.body, "componentIds")
	list, used := []any{}, []any{}
	for _, id := range r.components {
		if len(wanted) > 0 && !slices.Contains(wanted, id) {
			continue
		}
		one, err := byID(components, "component", id)
		if err != nil {
			return nil, err
		}
		rows, filters, err := c.rowsOf(one)
		if err != nil {
			return nil, err
		}
		o := one.json()
		o["data"], o["filters"], used = append([]jsonObject{}, rows...), filters, filters
		list = append(list, o)
	}
	if len(list) == 0 {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "componentIds: the report has the components %s.", strings.Join(r.components, ", "))
	}
	now := c.server.clock.now().UnixMicro()
	return jsonObject{"id": r.id, "title": r.title, "components": list, "filters": used, "generatedTimestampUsecs": now, "lastRefreshTimestampUsecs": now, "timezone": zone.String()}, nil
}
