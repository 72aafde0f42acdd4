package engine

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// kind is how things of one kind of the document are called, and how their names are looked up.
type kind struct {
	argument  string            // what stands for one in a usage line, in capitals
	isID      func(string) bool // reports whether a word is an identifier, which needs no look-up
	lookups   []lookup          // where names are looked up, one after the other; none where only an identifier will do
	missing   i18n.Text         // says that nothing is named {{.Name}}
	ambiguous i18n.Text         // says that several are named {{.Name}}; the identifiers follow
	list      string            // the command that lists them
}

// lookup is a list in which names are found.
type lookup struct {
	op     *api.Operation
	narrow string // the query parameter that narrows the list by name; "" where there is none
	rows   string // path to the list in the answer
	nested string // paths from a row to rows below it, for trees
	name   string // path to the name in a row
	id     string // path to the identifier in a row
	above  string // path to the name of the host or cluster that a row belongs to, which may stand before its own name; "" for none
	// details are what tells rows of one name apart, beside the identifier.
	details []output.Column
}

// The lists in which names are looked up.
var (
	policyNames     = lookup{op: &api.GetProtectionPolicies, narrow: "policyNames", rows: "policies", name: "name", id: "id"}
	groupNames      = lookup{op: &api.GetProtectionGroups, narrow: "names", rows: "protectionGroups", name: "name", id: "id", details: []output.Column{{Path: "environment"}}}
	recoveryNames   = lookup{op: &api.GetRecoveries, rows: "recoveries", name: "name", id: "id", details: []output.Column{{Path: "recoveryAction"}, {Path: "status"}, {Path: "startTimeUsecs", Format: output.Usecs}}}
	sourceNames     = lookup{op: &api.GetSourceRegistrations, rows: "registrations", name: "sourceInfo.name|name", id: "id", details: []output.Column{{Path: "environment"}, {Path: "physicalParams.endpoint|kubernetesParams.endpoint"}}}
	objectNames     = lookup{op: &api.SearchObjects, narrow: "searchString", rows: "objects", name: "name", id: "id", above: "sourceInfo.name|sourceName", details: []output.Column{{Path: "environment"}, {Path: "objectType"}, {Path: "sourceInfo.name|sourceName"}}}
	connectionNames = lookup{op: &api.GetDataSourceConnections, narrow: "connectionNames", rows: "connections", name: "connectionName", id: "connectionId"}
	connectorNames  = lookup{op: &api.GetDataSourceConnectors, narrow: "connectorNames", rows: "connectors", name: "connectorName", id: "connectorId", details: []output.Column{{Path: "clusterSideIp"}}}
	upgradeNames    = lookup{op: &api.GetUpgradeTasks, rows: "tasks", name: "name", id: "id", details: []output.Column{{Path: "status"}, {Path: "startTimeUsecs", Format: output.Usecs}}}
	// An agent is called by its host, and has the host's identifier where the service says no other.
	agentNames = lookup{op: &api.ListProtectionSources, rows: "@", nested: "nodes|applicationNodes", name: "protectionSource.name",
		id: "protectionSource.physicalProtectionSource.agents[0].id|protectionSource.id", details: []output.Column{{Path: "protectionSource.environment"}, {Path: "protectionSource.physicalProtectionSource.osName"}}}
)

// kinds are the kinds of the document. Those without an entry have neither names nor a form that could be told.
var kinds = map[api.Kind]kind{
	api.KindPolicy: {argument: "POLICY", isID: isClusterID, lookups: []lookup{policyNames}, list: "policy list",
		missing:   "policy.missing|No protection policy is named '{{.Name}}'.",
		ambiguous: "policy.ambiguous|Several protection policies are named '{{.Name}}'. Use one of these IDs:"},
	api.KindGroup: {argument: "GROUP", isID: isClusterID, lookups: []lookup{groupNames}, list: "group list",
		missing:   "group.missing|No protection group is named '{{.Name}}'.",
		ambiguous: "group.ambiguous|Several protection groups are named '{{.Name}}'. Use one of these IDs:"},
	api.KindRecovery: {argument: "RECOVERY", isID: isClusterID, lookups: []lookup{recoveryNames}, list: "recovery list",
		missing:   "recovery.missing|No recovery is named '{{.Name}}'.",
		ambiguous: "recovery.ambiguous|Several recoveries are named '{{.Name}}'. Use one of these IDs:"},
	api.KindSource: {argument: "SOURCE", isID: isNumber, lookups: []lookup{sourceNames}, list: "source registrations-list",
		missing:   "source.missing|No registered source is named '{{.Name}}'.",
		ambiguous: "source.ambiguous|Several registered sources are named '{{.Name}}'. Use one of these IDs:"},
	api.KindObject: {argument: "OBJECT", isID: isNumber, lookups: []lookup{objectNames, sourceNames}, list: "objects-search",
		missing:   "object.missing|No object is named '{{.Name}}'.",
		ambiguous: "object.ambiguous|Several objects are named '{{.Name}}'. Use one of these IDs:"},
	api.KindConnection: {argument: "CONNECTION", isID: isNumber, lookups: []lookup{connectionNames}, list: "connection list",
		missing:   "connection.missing|No connection is named '{{.Name}}'.",
		ambiguous: "connection.ambiguous|Several connections are named '{{.Name}}'. Use one of these IDs:"},
	api.KindConnector: {argument: "CONNECTOR", isID: isNumber, lookups: []lookup{connectorNames}, list: "connector list",
		missing:   "connector.missing|No connector is named '{{.Name}}'.",
		ambiguous: "connector.ambiguous|Several connectors are named '{{.Name}}'. Use one of these IDs:"},
	api.KindAgent: {argument: "AGENT", isID: isNumber, lookups: []lookup{agentNames}, list: "source list",
		missing:   "agent.missing|No host with an agent is named '{{.Name}}'.",
		ambiguous: "agent.ambiguous|Several hosts with agents are named '{{.Name}}'. Use one of these IDs:"},
	api.KindUpgrade: {argument: "UPGRADE", isID: isNumber, lookups: []lookup{upgradeNames}, list: "agent-upgrade-task list",
		missing:   "upgrade.missing|No agent upgrade is named '{{.Name}}'.",
		ambiguous: "upgrade.ambiguous|Several agent upgrades are named '{{.Name}}'. Use one of these IDs:"},
	api.KindRun: {argument: "RUN", isID: IsRunID,
		missing: "run.unknown|That protection group has no run '{{.Name}}'."},
	api.KindSnapshot: {argument: "SNAPSHOT",
		missing:   "snapshot.missing|There is no snapshot '{{.Name}}'.",
		ambiguous: "snapshot.ambiguous|Several snapshots begin with '{{.Name}}'. Use more of its digits."},
}

// hasNames reports whether names of a kind can be looked up.
func hasNames(k api.Kind) bool { return len(kinds[k].lookups) > 0 }

// isName reports whether a word is a name of a kind or a short form, and no identifier.
func isName(k api.Kind, word string) bool {
	return word != "" && hasNames(k) && !kinds[k].isID(word) || isShort(k, word)
}

// NameList returns where the names of the things of a kind stand: the operation that lists them, the path to its rows, and those to the name and
// the identifier in a row. op is nil for a kind whose things have no names.
func NameList(k api.Kind) (op *api.Operation, rows, name, id string) {
	if !hasNames(k) {
		return nil, "", "", ""
	}
	l := &kinds[k].lookups[0]
	return l.op, l.rows, l.name, l.id
}

// IsID reports whether a word has the form of an identifier of a kind.
func IsID(k api.Kind, word string) bool { return kinds[k].isID != nil && kinds[k].isID(word) }

// hasWords reports whether words of a kind may stand for identifiers.
func hasWords(k api.Kind) bool { return hasNames(k) || k == api.KindRun || k == api.KindSnapshot }

// KindList returns the command that lists the things of a kind, where their names may stand for identifiers, and "" elsewhere.
func KindList(k api.Kind) string {
	if !hasNames(k) {
		return ""
	}
	return kinds[k].list
}

// argumentTitle returns what stands for a thing of a kind in a usage line.
func argumentTitle(k api.Kind) string {
	if title := kinds[k].argument; title != "" {
		return title
	}
	return "ID"
}

// isClusterID reports whether a word has the form CLUSTER:INCARNATION:NUMBER.
func isClusterID(word string) bool { return areNumbers(word, 3) }

// IsRunID reports whether a word has the form NUMBER:START, as the identifiers of runs have.
func IsRunID(word string) bool { return areNumbers(word, 2) }

// areNumbers reports whether a word is so many whole numbers with colons between.
func areNumbers(word string, count int) bool {
	parts := strings.Split(word, ":")
	for _, part := range parts {
		if !isNumber(part) {
			return false
		}
	}
	return len(parts) == count
}
