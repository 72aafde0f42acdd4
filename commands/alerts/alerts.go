// Package alerts has the commands about alerts, of an instance and of the Manager, and about the Manager's upgrades of clusters.
package alerts

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Resource has the commands below `alert`.
var Resource = engine.Resource{
	Name: "alert", About: "alert.about|Show the alerts of the service, with cause and remedy.",
	Commands: []engine.Command{
		{Name: "list", Op: &api.GetAlerts, View: alertList, Role: engine.Reader, Job: listAlerts, Main: []string{"since", "alert-severities", "alert-states", "alert-categories", "alert-name", "max-alerts"},
			Examples: []string{"alert list", "alert list --since -24h --alert-severities critical --alert-states open", "alert list --filter Object=web-1 --output csv"}},
		{Name: "get", About: "alert.get|Show an alert with its cause and remedy.", View: alertDetails, Role: engine.Reader, Job: getAlert, ReadOnly: true, Args: []engine.Argument{{Title: "ALERT"}},
			Examples: []string{"alert get 1042", "alert get 1042 --output yaml"}},
		{Name: "summary", Op: &api.GetAlertSummary, View: summary, Role: engine.Reader, Job: sumUp,
			Examples: []string{"alert summary", "alert summary --since -7d --states-list open"}},
	},
}

// columns are those of a list of alerts.
var columns = []output.Column{
	{Title: "Severity", Path: "severity", Format: severity},
	{Title: "Alert", Path: "alertDocument.alertName|alertCode", Format: output.Entity},
	{Title: "Object", Format: object, Needs: []string{"propertyList", "clusterName"}},
	{Title: "Last Raised", Path: "latestTimestampUsecs", Format: output.Usecs},
	{Title: "State", Path: "alertState", Format: state, Rank: 2},
	{Title: "Count", Path: "dedupCount", Rank: 6},
	{Title: "Category", Path: "alertCategory", Format: output.Status, Rank: 7},
	{Title: "Description", Path: "alertDocument.alertDescription", FreeText: true, Rank: 5},
	{Title: "ID", Path: "id", Format: shortID, Rank: 3},
}

var alertList = &output.View{Rows: "alerts", Empty: "alert.empty|There are no alerts.", Columns: columns}

// details are the values of one alert.
var details = []output.Column{
	{Title: "Alert", Path: "alertDocument.alertName", Format: output.Entity},
	{Title: "ID", Path: "id"},
	{Title: "Code", Path: "alertCode"},
	{Title: "Severity", Path: "severity", Format: severity},
	{Title: "State", Path: "alertState", Format: state},
	{Title: "Category", Path: "alertCategory", Format: output.Status},
	{Title: "Object", Format: object, Needs: []string{"propertyList", "clusterName"}},
	{Title: "Cluster", Path: "clusterName"},
	{Title: "Description", Path: "alertDocument.alertDescription"},
	{Title: "Cause", Path: "alertDocument.alertCause"},
	{Title: "Remedy", Path: "alertDocument.alertHelpText"},
	{Title: "First Raised", Path: "firstTimestampUsecs", Format: output.Usecs},
	{Title: "Last Raised", Path: "latestTimestampUsecs", Format: output.Usecs},
	{Title: "Count", Path: "dedupCount"},
	{Title: "Resolved", Path: "resolvedTimestampUsecs|resolutionDetails.timestampUsecs", Format: output.Usecs},
	{Title: "Resolution", Path: "resolutionDetails.resolutionSummary"},
	{Title: "Resolved By", Path: "resolutionDetails.userName"},
}

var alertDetails = &output.View{
	Empty: "alert.none|There is no such alert.", Columns: details,
	Sections: []output.View{{Heading: "heading.properties|Properties", Rows: "propertyList", Columns: []output.Column{
		{Title: "Name", Path: "key", Format: output.Entity},
		{Title: "Value", Path: "value"},
	}}},
}

var summary = &output.View{
	Rows: "alertsSummary", Empty: "alert.empty|There are no alerts.",
	Columns: []output.Column{
		{Title: "Category", Path: "category", Format: output.Status},
		{Title: "Type", Path: "type"},
		{Title: "Critical", Path: "criticalCount"},
		{Title: "Warning", Path: "warningCount"},
		{Title: "Info", Path: "infoCount"},
		{Title: "Total", Path: "totalCount"},
	},
}

// shortID shows the ID of an alert, in a table that has to fit a terminal by its last part, which "alert get" takes too.
func shortID(v any) output.Cell {
	id := output.String(v, "")
	return output.Cell{Text: id, Brief: id[strings.LastIndexByte(id, ':')+1:]}
}

// severity shows how bad an alert is.
func severity(v any) output.Cell {
	cell := output.Status(v)
	switch output.String(v, "") {
	case "kCritical":
		cell.Tone = output.Bad
	case "kWarning":
		cell.Tone = output.Warning
	}
	return cell
}

// state shows whether an alert needs somebody.
func state(v any) output.Cell {
	cell := output.Status(v)
	switch output.String(v, "") {
	case "kOpen":
		cell.Tone = output.Warning
	case "kResolved":
		cell.Tone = output.Good
	}
	return cell
}

// objectKeys are the properties that name what an alert is about, the most telling first.
var objectKeys = []string{"object", "objectName", "object_name", "entity_name", "connector", "connectorName", "group", "groupName", "job_name", "source", "sourceName"}

// Object returns what an alert is about: the object that its properties name, else the cluster.
func Object(alert any) string { return object(alert).Text }

// Describe returns what an alert says, in one sentence, and "" where it says nothing.
func Describe(alert any) string {
	return output.String(alert, "alertDocument.alertDescription|alertDocument.alertSummary|alertDocument.alertName|alertCode")
}

// IsAbout reports whether one of the properties of an alert has a name that is wanted.
func IsAbout(alert any, wanted func(name string) bool) bool {
	return slices.ContainsFunc(output.List(alert, "propertyList"), func(property any) bool { return wanted(output.String(property, "value")) })
}

// object shows what an alert is about: the object that its properties name, else the cluster.
func object(v any) output.Cell {
	for _, key := range objectKeys {
		for _, property := range output.List(v, "propertyList") {
			if output.String(property, "key") == key && output.String(property, "value") != "" {
				return output.Cell{Text: output.String(property, "value")}
			}
		}
	}
	return output.Cell{Text: output.String(v, "clusterName")}
}
