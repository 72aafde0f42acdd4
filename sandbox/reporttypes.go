package sandbox

import (
	"fmt"
	"strings"
	"time"
)

// attribute is a value that the rows of a report have.
type attribute struct {
	name, dataType string
	label          string // in tables and files
	format         string // "Timestamp" or "Duration" for one that is shown so; "" for any other
}

// reportType is a type of report: its attributes, and its rows by what an instance has.
type reportType struct {
	attributes []attribute
	time       string // the attribute that is the time of a row; "" for none
	rows       func(d *data) []jsonObject
}

func text(name, label string) attribute     { return attribute{name, "String", label, ""} }
func number(name, label string) attribute   { return attribute{name, "Int64", label, ""} }
func moment(name, label string) attribute   { return attribute{name, "Int64", label, "Timestamp"} }
func duration(name, label string) attribute { return attribute{name, "Int64", label, "Duration"} }

// system are the attributes that rows of all types have: the cluster and the instance that they are of.
var system = []attribute{text("systemName", "System"), text("systemId", "System ID"), text("instanceId", "Instance ID"), text("region", "Region")}

var reportTypes = map[string]*reportType{
	"Failures": {append([]attribute{text("groupName", "Group"), text("objectName", "Object"), text("policyName", "Policy"), text("environment", "Environment"), text("runType", "Run Type"),
		moment("runStartTimeUsecs", "Run Started"), text("message", "Message"), number("attempts", "Attempts")}, system...), "runStartTimeUsecs", (*data).failureRows},
	"ProtectedObjects": {append([]attribute{text("objectName", "Object"), number("objectId", "Object ID"), text("objectType", "Object Type"), text("environment", "Environment"), text("sourceName", "Source"),
		text("groupName", "Group"), text("policyName", "Policy"), text("lastRunStatus", "Last Run"), moment("lastRunTimeUsecs", "Last Run Started"), number("snapshots", "Snapshots")}, system...), "", (*data).protectedRows},
	"ProtectedUnprotectedObjects": {append([]attribute{text("objectName", "Object"), number("objectId", "Object ID"), text("objectType", "Object Type"), text("environment", "Environment"), text("sourceName", "Source"),
		text("protectionStatus", "Protection"), number("groups", "Groups"), number("logicalSizeBytes", "Size")}, system...), "", (*data).objectRows},
	"ProtectionActivity": {append([]attribute{text("objectName", "Object"), text("groupName", "Group"), text("activityType", "Activity"), text("status", "Status"), moment("activityTimeUsecs", "Started"),
		duration("durationUsecs", "Duration"), number("dataReadBytes", "Read"), number("dataWrittenBytes", "Written")}, system...), "activityTimeUsecs", (*data).activityRows},
	"ProtectionGroupSummary": {append([]attribute{text("groupName", "Group"), text("policyName", "Policy"), text("environment", "Environment"), number("runs", "Runs"), number("succeeded", "Succeeded"),
		number("failed", "Failed"), text("lastRunStatus", "Last Run"), moment("lastRunTimeUsecs", "Last Run Started")}, system...), "", (*data).groupRows},
	"ProtectionRuns": {append([]attribute{text("groupName", "Group"), text("policyName", "Policy"), text("environment", "Environment"), text("runType", "Run Type"), text("runStatus", "Status"),
		moment("runStartTimeUsecs", "Run Started"), duration("durationUsecs", "Duration"), number("objects", "Objects"), number("failedObjects", "Failed Objects"),
		number("dataReadBytes", "Read"), number("dataWrittenBytes", "Written"), text("slaStatus", "SLA")}, system...), "runStartTimeUsecs", (*data).runRows},
	"ProtectionRunsTrend": {append([]attribute{moment("dayTimeUsecs", "Day"), number("runs", "Runs"), number("succeeded", "Succeeded"), number("failed", "Failed")}, system...), "dayTimeUsecs", (*data).trendRows},
	"Recovery": {append([]attribute{text("recoveryName", "Recovery"), text("recoveryType", "Recovery Type"), text("environment", "Environment"), text("status", "Status"), text("objectName", "Objects"),
		moment("recoveryTimeUsecs", "Started"), duration("durationUsecs", "Duration"), text("message", "Message")}, system...), "recoveryTimeUsecs", (*data).recoveryRows},
}

// reportRows returns the rows of a type that the caller sees.
func (c *call) reportRows(kind *reportType) (rows []jsonObject) {
	c.each(func(i int, d *data) {
		for _, row := range kind.rows(d) {
			row["systemName"], row["systemId"] = clusterName(i), clusterIdentifier(i)
			row["instanceId"], row["region"] = c.server.Instances[i].GUID, c.server.Instances[i].Region
			rows = append(rows, row)
		}
	})
	return rows
}

// visibleRuns returns the runs that have started, oldest first.
func (d *data) visibleRuns() (found []*run) {
	for r := range d.runs.All() {
		if r.Start > 0 {
			found = append(found, r)
		}
	}
	return found
}

// policyName returns the name of the policy of a group, or "".
func (d *data) policyName(group jsonObject) string {
	policy, _ := d.policies.get(str(group, "policyId"))
	return str(policy, "name")
}

// took returns how long something took, or has taken.
func (d *data) took(start, end int64) int64 {
	if end == 0 {
		end = d.now()
	}
	return max(end-start, 0)
}

func (d *data) failureRows() (rows []jsonObject) {
	for _, r := range d.visibleRuns() {
		if r.Status != "Failed" {
			continue
		}
		group, _ := d.groups.get(r.Group)
		row := func(object, message string, attempts int) {
			rows = append(rows, jsonObject{"groupName": str(group, "name"), "objectName": object, "policyName": d.policyName(group), "environment": r.Environment, "runType": r.Type, "runStartTimeUsecs": r.Start,
				"message": message, "attempts": int64(attempts)})
		}
		failed := 0
		for _, o := range r.Objects {
			if o.Status == "kFailed" {
				failed++
				row(o.Name, strings.Join(o.Warnings, " "), max(len(o.Failures), 1))
			}
		}
		if failed == 0 { // the run itself
			row("", strings.Join(r.Messages, " "), 1)
		}
	}
	return rows
}

func (d *data) runRows() (rows []jsonObject) {
	for _, r := range d.visibleRuns() {
		group, _ := d.groups.get(r.Group)
		var read, written, failed int64
		for _, o := range r.Objects {
			read, written = read+o.Read, written+o.Written
			if o.Status == "kFailed" {
				failed++
			}
		}
		sla := "Met"
		if d.slaViolated(r) {
			sla = "Missed"
		}
		rows = append(rows, jsonObject{"groupName": str(group, "name"), "policyName": d.policyName(group), "environment": r.Environment, "runType": r.Type, "runStatus": r.Status, "runStartTimeUsecs": r.Start,
			"durationUsecs": d.took(r.Start, r.End), "objects": int64(len(r.Objects)), "failedObjects": failed, "dataReadBytes": read, "dataWrittenBytes": written, "slaStatus": sla})
	}
	return rows
}

func (d *data) activityRows() (rows []jsonObject) {
	for _, r := range d.visibleRuns() {
		for _, o := range r.Objects {
			rows = append(rows, jsonObject{"objectName": o.Name, "groupName": d.groupName(r.Group), "activityType": "Backup", "status": r.Status, "activityTimeUsecs": r.Start,
				"durationUsecs": d.took(r.Start, r.End), "dataReadBytes": o.Read, "dataWrittenBytes": o.Written})
		}
	}
	for r := range d.recoveries.All() {
		for _, p := range r.Parts {
			rows = append(rows, jsonObject{"objectName": str(p.Object, "name"), "groupName": d.groupName(p.Group), "activityType": "Recovery", "status": r.Status, "activityTimeUsecs": r.Start,
				"durationUsecs": d.took(r.Start, r.End), "dataReadBytes": p.Bytes, "dataWrittenBytes": p.Bytes})
		}
	}
	return rows
}

// objectRow is what rows about an object have in common.
func (d *data) objectRow(obj *backupObject) jsonObject {
	row := jsonObject{"objectName": obj.Name, "objectId": obj.ID, "objectType": obj.Type, "environment": obj.Environment, "sourceName": ""}
	if s := d.sourceOf(obj); s != nil {
		row["sourceName"] = str(s.registration(), "name")
	}
	return row
}

func (d *data) protectedRows() (rows []jsonObject) {
	snapshots := map[string]int64{}
	for s := range d.snapshots() {
		snapshots[fmt.Sprint(s.run.Group, s.result.ID)]++
	}
	for _, obj := range d.protectableObjects(false) {
		for _, group := range d.groupsOf(obj) {
			row := setPresent(d.objectRow(obj), jsonObject{"groupName": str(group, "name"), "policyName": d.policyName(group)})
			row["lastRunStatus"], row["snapshots"] = "", snapshots[fmt.Sprint(str(group, "id"), obj.ID)]
			if last := d.lastRun(str(group, "id")); last != nil {
				row["lastRunStatus"], row["lastRunTimeUsecs"] = last.Status, last.Start
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func (d *data) objectRows() (rows []jsonObject) {
	for _, obj := range d.protectableObjects(false) {
		row, groups := d.objectRow(obj), d.groupsOf(obj)
		row["protectionStatus"] = "Unprotected"
		if len(groups) > 0 {
			row["protectionStatus"] = "Protected"
		}
		row["groups"], row["logicalSizeBytes"] = int64(len(groups)), obj.Size
		rows = append(rows, row)
	}
	return rows
}

func (d *data) groupRows() (rows []jsonObject) {
	for group := range d.groups.all() {
		if isTrue(group, "isDeleted") {
			continue
		}
		row := jsonObject{"groupName": str(group, "name"), "policyName": d.policyName(group), "environment": str(group, "environment"), "lastRunStatus": ""}
		var runs, succeeded, failed int64
		for r := range d.runsOf(str(group, "id")) {
			if runs++; runs == 1 {
				row["lastRunStatus"], row["lastRunTimeUsecs"] = r.Status, r.Start
			}
			switch r.Status {
			case "Succeeded", "SucceededWithWarning":
				succeeded++
			case "Failed":
				failed++
			}
		}
		row["runs"], row["succeeded"], row["failed"] = runs, succeeded, failed
		rows = append(rows, row)
	}
	return rows
}

// trendRows counts the runs of each day, in UTC.
func (d *data) trendRows() (rows []jsonObject) {
	days := map[int64]jsonObject{}
	for _, r := range d.visibleRuns() {
		day := time.UnixMicro(r.Start).UTC().Truncate(24 * time.Hour).UnixMicro()
		row := days[day]
		if row == nil {
			row = jsonObject{"dayTimeUsecs": day, "runs": int64(0), "succeeded": int64(0), "failed": int64(0)}
			days[day], rows = row, append(rows, row)
		}
		row["runs"] = row["runs"].(int64) + 1
		switch r.Status {
		case "Succeeded", "SucceededWithWarning":
			row["succeeded"] = row["succeeded"].(int64) + 1
		case "Failed":
			row["failed"] = row["failed"].(int64) + 1
		}
	}
	return rows
}

func (d *data) recoveryRows() (rows []jsonObject) {
	for r := range d.recoveries.All() {
		names := make([]string, len(r.Parts))
		for i, p := range r.Parts {
			names[i] = str(p.Object, "name")
		}
		rows = append(rows, jsonObject{"recoveryName": r.Name, "recoveryType": r.Action, "environment": r.Environment, "status": r.Status, "objectName": strings.Join(names, ", "),
			"recoveryTimeUsecs": r.Start, "durationUsecs": d.took(r.Start, r.End), "message": strings.Join(r.Messages, " ")})
	}
	return rows
}
