package console

import "ibmcloud-backup-recovery-plugin/engine"

// Examples of the bodies of commands about reports.

var componentBodies = []engine.Body{
	{About: "example.component-preview|The ten newest rows of the last week.", Args: "--id failed-objects", YAML: `
filters:
  - attribute: runStartTimeUsecs
    filterType: TimeRange
    timeRangeFilterParams: {dateRange: Last7Days}
sort: [{attribute: runStartTimeUsecs, desc: true}]
limit: {from: 0, size: 10}
`},
}

var reportBodies = []engine.Body{
	{About: "example.report-preview|The rows of the last week, with dates in a time zone.", Args: "--id failures", YAML: `
filters:
  - attribute: runStartTimeUsecs
    filterType: TimeRange
    timeRangeFilterParams: {dateRange: Last7Days}
timezone: Europe/Berlin
`},
}

var exportBodies = []engine.Body{
	{About: "example.export|A CSV file of the runs of the last month.", Args: "--id protection-runs", YAML: `
reportFormat: CSV
filters:
  - attribute: runStartTimeUsecs
    filterType: TimeRange
    timeRangeFilterParams: {dateRange: Last30Days}
`},
}

var resourceBodies = []engine.Body{
	{About: "example.resources|The policies that reports can be filtered by.", YAML: "resourceType: Policies"},
}
