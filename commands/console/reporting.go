// Package console has the commands about reports of the Backup and Recovery Manager, and the instances that it serves.
package console

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// resourceName is the word before the commands of Resource.
const resourceName = "management-console"

// Resource has the commands below `management-console`.
var Resource = engine.Resource{
	Name: resourceName, Aliases: []string{"console"}, About: "console.about|Show and export the reports of the Manager.",
	Commands: []engine.Command{
		{Name: "reports-list", Op: &api.GetReports, View: reportList, Role: engine.Reader,
			Examples: []string{"console reports-list", "console reports-list --user-context IBMBaaS --output json"}},
		{Name: "reports-get", Op: &api.GetReportByID, View: reportDetails, Role: engine.Reader, Job: one(reports),
			Examples: []string{"console reports-get 'Protection Runs'", "console reports-get --id protection-runs --output yaml"}},
		{Name: "reports-preview", Op: &api.GetReportPreview, View: reportPreview, Bodies: reportBodies, Role: engine.Reader, Job: previewReport,
			Examples: []string{"console reports-preview Failures --since -7d", "console reports-preview 'Protection Runs' --since -24h --output csv",
				"console reports-preview Failures --filters @filters.json"}},
		{Name: "export-report", Op: &api.ExportReport, View: engine.SavedFile, Bodies: exportBodies, Role: engine.Reader, Job: exportReport, Wait: &engine.Waiting{}, FileName: exportName,
			Examples: []string{"console export-report Failures --since -30d", "console export-report 'Protection Runs' --report-format XLS --output-file runs.xls",
				"console export-report Failures --async --wait"}},
		{Name: "report-type", Op: &api.GetReportType, View: attributeList, Role: engine.Reader,
			Examples: []string{"console report-type Failures", "console report-type --report-type ProtectionRuns --output json"}},
		{Name: "components-list", Op: &api.GetComponents, View: componentList, Role: engine.Reader,
			Examples: []string{"console components-list", "console components-list --ids failed-objects"}},
		{Name: "components-get", Op: &api.GetComponentByID, View: componentDetails, Role: engine.Reader, Job: one(components),
			Examples: []string{"console components-get 'Failed Objects'", "console components-get --id failed-objects --output json"}},
		{Name: "components-preview", Op: &api.GetComponentPreview, View: componentPreview, Bodies: componentBodies, Role: engine.Reader, Job: previewComponent, Pages: componentPages,
			Examples: []string{"console components-preview 'Failed Objects' --since -7d", "console components-preview --id failed-objects --limit-size 10",
				"console components-preview 'Failed Objects' --sort-by Group --output csv"}},
		{Name: "resources-list", Op: &api.GetResources, View: resourceList, Bodies: resourceBodies, Role: engine.Reader,
			Examples: []string{"console resources-list --resource-type Policies", "console resources-list --resource-type ProtectionGroups --output csv"}},
	},
}

// Commands are those directly below the namespace.
var Commands = []engine.Command{
	{Name: "provider-instances", Op: &api.GetProviderInstances, View: instanceList, Role: engine.Reader,
		Examples: []string{"provider-instances", "provider-instances --regions us-east --include-service-instance-status"}},
}

var reportList = &output.View{
	Rows: "reports", Empty: "report.empty|There are no reports.",
	Columns: []output.Column{
		{Title: "Title", Path: "title", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Category", Path: "category", Rank: 3},
		{Title: "Components", Path: "componentIds", Format: output.Count, Rank: 4},
		{Title: "Description", Path: "description", FreeText: true, Rank: 5},
	},
}

var reportDetails = &output.View{Columns: []output.Column{
	{Title: "Title", Path: "title", Format: output.Entity},
	{Title: "ID", Path: "id"},
	{Title: "Description", Path: "description"},
	{Title: "Category", Path: "category"},
	{Title: "Components", Path: "componentIds"},
	{Title: "Products", Path: "supportedUserContexts"},
}}

var componentList = &output.View{
	Rows: "components", Empty: "component.empty|There are no report components.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Report Type", Path: "reportType", Rank: 3},
		{Title: "Description", Path: "description", FreeText: true, Rank: 5},
	},
}

var componentDetails = &output.View{
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Report Type", Path: "reportType"},
		{Title: "Description", Path: "description"},
		{Title: "Grouped By", Path: "aggs.groupedAttributes"},
		{Title: "Rows", Path: "limit.size"},
	},
	Sections: []output.View{
		{Heading: "heading.aggregates|Aggregates", Rows: "aggs.aggregatedAttributes", Columns: []output.Column{
			{Title: "Attribute", Path: "attribute", Format: output.Entity},
			{Title: "Aggregation", Path: "aggregationType"},
			{Title: "Label", Path: "label"},
		}},
		{Heading: "heading.filters|Filters", Rows: "filters", Columns: filterColumns},
		{Heading: "heading.order|Order", Rows: "sort", Columns: []output.Column{
			{Title: "Attribute", Path: "attribute", Format: output.Entity},
			{Title: "Descending", Path: "desc", Format: output.YesNo},
		}},
	},
}

var filterColumns = []output.Column{
	{Title: "Attribute", Path: "attribute", Format: output.Entity},
	{Title: "Filter", Path: "filterType"},
	{Title: "Values", Path: "inFilterParams.stringFilterValues|inFilterParams.int64FilterValues|inFilterParams.int32FilterValues|inFilterParams.boolFilterValues|systemsFilterParams.systemNames|systemsFilterParams.systemIds|timeRangeFilterParams.dateRange"},
	{Title: "Since", Path: "timeRangeFilterParams.lowerBound", Format: output.Usecs},
	{Title: "Until", Path: "timeRangeFilterParams.upperBound", Format: output.Usecs},
}

var attributeList = &output.View{
	Rows: "attributes", Empty: "attribute.empty|The report type has no attributes.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "Data Type", Path: "dataType"},
	},
}

// resourceList shows the resources of whichever type was asked for.
var resourceList = &output.View{
	Rows: "*", Empty: "resource.empty|There are no resources of that type.",
	Columns: []output.Column{
		{Title: "Name", Path: "name|messageCode", Format: output.Entity},
		{Title: "ID", Path: "id|uuid|messageGuid"},
		{Title: "System", Path: "systemName", Rank: 3},
		{Title: "Environments", Path: "environments", Rank: 4},
	},
}

var instanceList = &output.View{
	Rows: "ibmServiceInstances", Empty: "provider.empty|The Manager serves no instances.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "instanceId", Rank: 5},
		{Title: "Region", Path: "region"},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Version", Path: "softwareVersion", Rank: 3},
		{Title: "Cluster", Path: "clusterId", Rank: 6},
	},
}
