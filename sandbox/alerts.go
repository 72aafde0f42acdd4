package sandbox

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// alert is what an instance says of something that needs attention. Alerts are made of the state when they are asked for, so that they
// always agree with it.
type alert struct {
	kind        *alertKind
	instance    int
	number      string // of what it is about, which is unique in the instance
	object      string // the name of what it is about
	group       string // the name of the protection group; "" for none
	message     string // in the words of the run or the recovery; "" for none
	first, last int64  // when it was raised, like all times in Unix microseconds
	raised      []int64
	resolved    int64 // 0 for an alert that is open
}

// alertKind is a type of alert.
type alertKind struct {
	number                                 int64
	code, name, severity, category, bucket string
	description, cause, remedy, resolution string // description has the name of the group, recovery or connector for %s
}

var (
	runFailed = &alertKind{5001, "SB05001", "ProtectionGroupRunFailed", "kCritical", "kBackupRestore", "kDataService",
		"A run of the protection group %s failed.", "An object of the group could not be backed up.",
		"Read the messages of the run, repair what they name, and run the group again.", "A later run of the group succeeded."}
	recoveryFailed = &alertKind{5002, "SB05002", "RecoveryFailed", "kWarning", "kBackupRestore", "kDataService",
		"The recovery %s failed.", "What was recovered could not be written to the target.",
		"Read the messages of the recovery, repair what they name, and recover again.", ""}
	connectorLost = &alertKind{5003, "SB05003", "DataSourceConnectorDisconnected", "kCritical", "kNetworking", "kSoftware",
		"The data-source connector %s is not connected.", "The connector is stopped, or its network does not let it reach the service.",
		"Start the connector, and check that it reaches the service over TLS.", ""}
)

// alerts returns the alerts that the caller sees, the newest first.
func (c *call) alerts() (found []*alert) {
	c.each(func(i int, d *data) {
		for _, a := range append(append(d.runAlerts(), d.recoveryAlerts()...), d.connectorAlerts()...) {
			a.instance = i
			found = append(found, a)
		}
	})
	slices.SortStableFunc(found, func(a, b *alert) int { return cmp.Compare(b.last, a.last) })
	return found
}

// runAlerts returns an alert for each series of failed runs of a group, which the next success resolves.
func (d *data) runAlerts() (found []*alert) {
	open := map[string]*alert{}
	for r := range d.runs.All() {
		switch {
		case r.Status == "Failed":
			a := open[r.Group]
			if a == nil {
				a = &alert{kind: runFailed, number: fmt.Sprint(r.Number), first: r.End, group: d.groupName(r.Group)}
				a.object = a.group
				open[r.Group], found = a, append(found, a)
			}
			a.last, a.raised, a.message = r.End, append(a.raised, r.End), strings.Join(r.Messages, " ")
			for _, o := range r.Objects {
				if o.Status == "kFailed" {
					a.object, a.message = o.Name, cmp.Or(strings.Join(o.Warnings, " "), a.message)
				}
			}
		case r.Status == "Succeeded" || r.Status == "SucceededWithWarning":
			if a := open[r.Group]; a != nil {
				a.resolved = r.End
				delete(open, r.Group)
			}
		}
	}
	return found
}

func (d *data) recoveryAlerts() (found []*alert) {
	for r := range d.recoveries.All() {
		if r.Status == "Failed" {
			found = append(found, &alert{kind: recoveryFailed, number: r.number(), object: r.Name, first: r.End, last: r.End, raised: []int64{r.End}, message: strings.Join(r.Messages, " ")})
		}
	}
	return found
}

func (d *data) connectorAlerts() (found []*alert) {
	for o := range d.connectors.all() {
		if lookup(o, "connectivityStatus", "isConnected") == false {
			at := num(o, "connectivityStatus", "lastConnectedTimestampSecs") * 1e6
			found = append(found, &alert{kind: connectorLost, number: str(o, "connectorId"), object: str(o, "connectorName"), first: at, last: at, raised: []int64{at}, message: str(o, "connectivityStatus", "message")})
		}
	}
	return found
}

// id identifies an alert among those of all instances.
func (a *alert) id() string {
	return fmt.Sprintf("%d:%d:%s", clusterNumber(a.instance), a.kind.number, a.number)
}

func (a *alert) state() string {
	if a.resolved > 0 {
		return "kResolved"
	}
	return "kOpen"
}

// description says what happened, to which group, recovery or connector.
func (a *alert) description() string {
	return fmt.Sprintf(a.kind.description, cmp.Or(a.group, a.object))
}

// resolution returns the id of the resolution of an alert that is resolved.
func (a *alert) resolution() string { return "r-" + a.number }

// properties are the details of an alert, by their keys.
func (a *alert) properties() []any {
	list := []any{jsonObject{"key": "object", "value": a.object}}
	for _, one := range []struct{ key, value string }{{"group", a.group}, {"message", a.message}} {
		if one.value != "" {
			list = append(list, jsonObject{"key": one.key, "value": one.value})
		}
	}
	return list
}

// alertJSON is an alert as the API shows it: to an instance's users with its tenant, and to those of the Manager with the instance.
func (c *call) alertJSON(a *alert, ofManager bool) jsonObject {
	instance := c.server.Instances[a.instance]
	cause := a.kind.cause
	if a.message != "" {
		cause = a.message
	}
	o := jsonObject{
		"id": a.id(), "alertCode": a.kind.code, "alertType": a.kind.number, "alertCategory": a.kind.category, "alertTypeBucket": a.kind.bucket, "severity": a.kind.severity, "alertState": a.state(),
		"alertDocument": jsonObject{"alertName": a.kind.name, "alertDescription": a.description(), "alertSummary": a.description(), "alertCause": cause, "alertHelpText": a.kind.remedy},
		"clusterId":     clusterNumber(a.instance), "clusterName": clusterName(a.instance), "regionId": instance.Region, "dedupCount": len(a.raised), "dedupTimestamps": a.raised,
		"firstTimestampUsecs": a.first, "latestTimestampUsecs": a.last, "propertyList": a.properties(),
	}
	if ofManager {
		o["serviceInstanceId"] = instance.GUID
	} else {
		o["tenantIds"] = []any{instance.Tenant}
	}
	if a.resolved > 0 {
		o["resolutionIdString"] = a.resolution()
		if !ofManager {
			o["resolvedTimestampUsecs"] = a.resolved
			o["resolutionDetails"] = jsonObject{"resolutionSummary": a.kind.resolution, "timestampUsecs": a.resolved, "userName": "sandbox"}
		}
	}
	return o
}

// alertParams are the names of the parameters that select alerts, which differ between the operations.
type alertParams struct{ ids, types, categories, states, severities, buckets, from, to, keys, values string }

var (
	instanceAlertParams = alertParams{"alertIds", "alertTypes", "alertCategories", "alertStates", "alertSeverities", "alertTypeBuckets", "startTimeUsecs", "endTimeUsecs", "propertyKey", "propertyValue"}
	managerAlertParams  = alertParams{"alertIdList", "alertTypeList", "alertCategoryList", "alertStateList", "alertSeverityList", "alertTypeBucketList", "startDateUsecs", "endDateUsecs", "alertPropertyKeyList", "alertPropertyValueList"}
)

// selectAlerts returns the alerts that parameters select.
func (c *call) selectAlerts(p *alertParams) (found []*alert) {
	most := c.intParam("maxAlerts", 0)
	for _, a := range c.alerts() {
		instance := c.server.Instances[a.instance]
		switch {
		case most > 0 && int64(len(found)) == most:
		case !c.matches(p.ids, a.id()), !c.matches(p.types, fmt.Sprint(a.kind.number)), !c.matches(p.categories, a.kind.category), !c.matches(p.states, a.state()),
			!c.matches(p.severities, a.kind.severity), !c.matches(p.buckets, a.kind.bucket), !c.inTimeRange(a.last, p.from, p.to), !c.matchesName("alertName", a.kind.name):
		case !c.matches("tenantIds", instance.Tenant), !c.matches("regionIds", instance.Region), !c.matches("serviceInstanceIds", instance.GUID), !c.matches("clusterIdentifiers", clusterIdentifier(a.instance)),
			!c.matches("resolutionIds", a.number):
		case !a.hasProperty(c.query, p):
		default:
			found = append(found, a)
		}
	}
	return found
}

// hasProperty reports whether an alert has a property that parameters name, where they name any.
func (a *alert) hasProperty(query url.Values, p *alertParams) bool {
	keys, values := query.Get(p.keys), query.Get(p.values)
	if keys == "" && values == "" {
		return true
	}
	return slices.ContainsFunc(a.properties(), func(one any) bool {
		o := one.(jsonObject)
		return (keys == "" || slices.Contains(strings.Split(keys, ","), str(o, "key"))) && (values == "" || slices.Contains(strings.Split(values, ","), str(o, "value")))
	})
}

func (c *call) alertsJSON(p *alertParams, ofManager bool) []any {
	list := []any{}
	for _, a := range c.selectAlerts(p) {
		list = append(list, c.alertJSON(a, ofManager))
	}
	return list
}

func (c *call) listAlerts() (any, error) {
	return jsonObject{"alerts": c.alertsJSON(&instanceAlertParams, false)}, nil
}

func (c *call) listManagerAlerts() (any, error) {
	return jsonObject{"alertsList": c.alertsJSON(&managerAlertParams, true)}, nil
}

// summaryParams are those of the summaries, which have no others.
var summaryParams = alertParams{states: "statesList", from: "startTimeUsecs", to: "endTimeUsecs"}

func (c *call) summarizeAlerts() (any, error)        { return c.alertSummary(), nil }
func (c *call) summarizeManagerAlerts() (any, error) { return c.alertSummary(), nil }

// alertSummary counts alerts by category and severity.
func (c *call) alertSummary() jsonObject {
	list := []any{}
	counts := map[string]map[string]int{}
	buckets := map[string]string{}
	for _, a := range c.selectAlerts(&summaryParams) {
		if counts[a.kind.category] == nil {
			counts[a.kind.category] = map[string]int{}
		}
		counts[a.kind.category][a.kind.severity]++
		buckets[a.kind.category] = a.kind.bucket
	}
	for _, category := range sortedKeys(counts) {
		n := counts[category]
		list = append(list, jsonObject{"category": category, "type": buckets[category], "criticalCount": n["kCritical"], "warningCount": n["kWarning"], "infoCount": n["kInfo"],
			"totalCount": n["kCritical"] + n["kWarning"] + n["kInfo"]})
	}
	return jsonObject{"alertsSummary": list}
}

// listResolutions lists the alerts that were resolved, each with its resolution.
func (c *call) listResolutions() (any, error) {
	list := []any{}
	most := c.intParam("maxResolutions", 0)
	for _, a := range c.alerts() {
		name := "resolved " + a.kind.name
		if a.resolved == 0 || most > 0 && int64(len(list)) == most || !c.matches("resolutionId", a.resolution()) || !c.matchesName("resolutionName", name) {
			continue
		}
		list = append(list, jsonObject{
			"resolutionId": a.resolution(), "resolutionName": name, "description": a.kind.resolution, "createdTimeUsecs": a.resolved, "tenantId": c.server.Instances[a.instance].Tenant,
			"resolvedAlerts": []any{jsonObject{"alertIdStr": a.id(), "alertName": a.kind.name, "clusterId": clusterNumber(a.instance), "firstTimestampUsecs": a.first, "resolvedTimeUsec": a.resolved,
				"serviceInstanceId": c.server.Instances[a.instance].GUID}},
		})
	}
	return jsonObject{"alertResolutionsList": list}, nil
}

// alertStatistics counts the open alerts of all clusters, and of each.
func (c *call) alertStatistics() (any, error) {
	of := map[int][]*alert{}
	var all []*alert
	if source := c.param("alertSource"); source == "" || source == "kCluster" { // the Manager itself raises none
		p := alertParams{from: "startTimeUsecs", to: "endTimeUsecs"}
		for _, a := range c.selectAlerts(&p) {
			if a.resolved == 0 && c.matches("clusterIds", fmt.Sprint(clusterNumber(a.instance))) {
				of[a.instance], all = append(of[a.instance], a), append(all, a)
			}
		}
	}
	clusters := map[string]int{}
	byCluster := []any{}
	for _, i := range c.seen {
		if !c.matches("clusterIds", fmt.Sprint(clusterNumber(i))) || !c.matches("serviceInstanceIds", c.server.Instances[i].GUID) || !c.matches("regionIds", c.server.Instances[i].Region) {
			continue
		}
		stats := statistics(of[i])
		switch {
		case stats["numCriticalAlerts"] != 0:
			clusters["numClustersWithCriticalAlerts"]++
		case stats["numWarningAlerts"] != 0:
			clusters["numClustersWithWarningAlerts"]++
		default:
			clusters["numHealthyClusters"]++
		}
		byCluster = append(byCluster, jsonObject{"clusterId": clusterNumber(i), "regionId": c.server.Instances[i].Region, "alertsStats": stats})
	}
	answer := jsonObject{"aggregatedAlertsStats": statistics(all), "aggregatedClusterStats": clusters}
	if !c.boolParam("excludeStatsByCluster") {
		answer["statsByCluster"] = byCluster
	}
	return answer, nil
}

// statistics counts alerts by severity and group of categories.
func statistics(alerts []*alert) map[string]int {
	counts := map[string]int{}
	for _, name := range []string{"Critical", "Warning", "Info", "DataService", "Software", "Hardware", "Maintenance"} {
		counts["num"+name+"Alerts"] = 0
	}
	categories := map[string]bool{}
	for _, a := range alerts {
		severity, bucket := strings.TrimPrefix(a.kind.severity, "k"), strings.TrimPrefix(a.kind.bucket, "k")
		counts["num"+severity+"Alerts"]++
		counts["num"+bucket+"Alerts"]++
		counts["num"+bucket+severity+"Alerts"]++
		if key := severity + a.kind.category; !categories[key] {
			categories[key] = true
			counts["num"+severity+"AlertsCategories"]++
		}
	}
	return counts
}
