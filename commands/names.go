package commands

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// The finders of the things that have names.
var (
	findPolicy = finder{Noun: "protection policy", Arg: "POLICY", IsID: isClusterID, Op: &api.GetProtectionPolicies, By: "policyNames", Rows: "policies", Name: "name", ID: "id"}
	findGroup  = finder{Noun: "protection group", Arg: "GROUP", IsID: isClusterID, Op: &api.GetProtectionGroups, By: "names", Rows: "protectionGroups", Name: "name", ID: "id"}
	findSource = finder{Noun: "registered source", Arg: "SOURCE", IsID: isNumber, Op: &api.GetSourceRegistrations, Rows: "registrations", Name: "sourceInfo.name|name", ID: "id"}

	findConnection = finder{Noun: "connection", Arg: "CONNECTION", IsID: isNumber, Op: &api.GetDataSourceConnections, By: "connectionNames", Rows: "connections", Name: "connectionName", ID: "connectionId"}
	findConnector  = finder{Noun: "connector", Arg: "CONNECTOR", IsID: isNumber, Op: &api.GetDataSourceConnectors, By: "connectorNames", Rows: "connectors", Name: "connectorName", ID: "connectorId"}
	findRecovery   = finder{Noun: "recovery", Arg: "RECOVERY", IsID: isClusterID, Op: &api.GetRecoveries, Rows: "recoveries", Name: "name", ID: "id"}

	findObject   = finder{Noun: "object", Arg: "OBJECT", IsID: isNumber, Op: &api.SearchProtectedObjects, By: "searchString", Rows: "objects", Name: "name", ID: "id"}
	findRun      = finder{Arg: "RUN"}
	findSnapshot = finder{Arg: "SNAPSHOT"}
)

// isClusterID tells the form CLUSTER:INCARNATION:NUMBER.
func isClusterID(word string) bool {
	parts := strings.Split(word, ":")
	return len(parts) == 3 && isNumber(parts[0]) && isNumber(parts[1]) && isNumber(parts[2])
}

func isNumber(word string) bool { return word != "" && strings.Trim(word, "0123456789") == "" }

// lookUp turns a word that someone typed into an id: an id stays as it is, a name is looked up without regard
// to case. A name that several things have is an error that lists them.
func (inv *invocation) lookUp(f *finder, word string) (string, error) {
	if f.Op == nil || f.IsID(word) || word == "" {
		return word, nil
	}
	if inv.flags.isTrue("dry-run") {
		return "", usage("--dry-run sends nothing, so it cannot look up {{.Name}}: give the id.", "Name", quoted(word))
	}
	r := api.NewRequest(f.Op)
	if f.By != "" {
		r.SetNamed(f.By, word)
	}
	found, all, err := inv.matches(f, r, word)
	if err == nil && len(found) == 0 && f.By != "" {
		// The service may compare names to the letter; and the names there are help to say what was meant.
		found, all, err = inv.matches(f, api.NewRequest(f.Op), word)
	}
	if err != nil {
		return "", err
	}
	switch len(found) {
	case 1:
		return output.String(found[0], f.ID), nil
	case 0:
		var names []string
		for _, row := range all {
			names = append(names, output.String(row, f.Name))
		}
		return "", &notFound{Noun: i18n.T(f.Noun), Name: word, Near: api.Nearest(word, names)}
	}
	var ids []string
	for _, row := range found {
		ids = append(ids, output.Clean(output.String(row, f.ID)))
	}
	return "", usage("{{.Name}} is the name of several things ({{.Noun}}): give one of the ids {{.IDs}}.",
		"Name", quoted(word), "Noun", i18n.T(f.Noun), "IDs", strings.Join(ids, ", "))
}

// matches sends a request for a list and gives its rows, and those among them with the name.
func (inv *invocation) matches(f *finder, r *api.Request, word string) (found, all []any, err error) {
	answer, err := inv.answer(r)
	if err != nil {
		return nil, nil, err
	}
	all = output.List(answer, f.Rows)
	for _, row := range all {
		if strings.EqualFold(output.String(row, f.Name), word) {
			found = append(found, row)
		}
	}
	return found, all, nil
}
