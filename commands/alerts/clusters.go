package alerts

import (
	"encoding/json"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// The lists of clusters in an answer: those of the service itself, and those of Storage Protect.
const (
	ownClusters   = "cohesityClusters"
	otherClusters = "spClusters"
)

// identifierNeeds are the fields that identifier looks at.
var identifierNeeds = []string{"clusterId", "clusterIncarnationId"}

// identifier shows what identifies a cluster in parameters: CLUSTER:INCARNATION.
func identifier(v any) output.Cell { return output.Cell{Text: identifierOf(v)} }

func identifierOf(cluster any) string {
	id, incarnation := output.String(cluster, "clusterId"), output.String(cluster, "clusterIncarnationId")
	if id == "" || incarnation == "" {
		return id
	}
	return id + ":" + incarnation
}

var clusterList = &output.View{
	Rows: ownClusters, Empty: "cluster.empty|The Manager has no clusters.",
	Columns: []output.Column{
		{Title: "Name", Path: "clusterName", Format: output.Entity},
		{Title: "ID", Format: identifier, Needs: identifierNeeds, Rank: 5},
		{Title: "Version", Path: "currentVersion"},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Target Version", Path: "targetVersion", Rank: 3},
		{Title: "Scheduled", Path: "scheduledTimestamp", Format: output.Msecs, Rank: 4},
		{Title: "Health", Path: "health", Rank: 6},
		{Title: "Connected", Path: "isConnectedToHelios", Format: output.YesNo, Rank: 7},
		{Title: "Nodes", Path: "numberOfNodes", Rank: 8},
		{Title: "Location", Path: "location", Rank: 9},
	},
}

var compatibleList = &output.View{
	Rows: "@", Empty: "cluster.incompatible|No cluster can be upgraded to that release.",
	Columns: []output.Column{
		{Title: "Name", Path: "clusterName", Format: output.Entity},
		{Title: "ID", Format: identifier, Needs: identifierNeeds, Rank: 5},
		{Title: "Version", Path: "currentVersion"},
	},
}

// listClusters returns the job of `management-sre clusters`. People see both lists as one.
func listClusters(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		result, err := c.Send()
		if err != nil {
			return err
		}
		if c.Options.Machine() && (c.Options.Format != output.CSVFormat || c.Options.Query != nil) {
			return c.Show(nil, result.Raw)
		}
		return c.ShowValue(nil, map[string]any{ownClusters: clustersIn(result.Value)})
	}
}

// clustersIn returns the clusters of both lists of an answer.
func clustersIn(answer any) []any {
	return append(append([]any{}, output.List(answer, ownClusters)...), output.List(answer, otherClusters)...)
}

// clusterArgs are the clusters that an upgrade is about: their names or identifiers.
var clusterArgs = []engine.Argument{{Title: "CLUSTER", Optional: true, Many: true}}

// findClusters returns the clusters that words name: by name, by identifier, or by the first part of that. One that several words name is
// found once.
func findClusters(c *engine.Context, words []string) ([]any, error) {
	result, err := c.Call(api.NewRequest(&api.GetClustersInfo))
	if err != nil {
		return nil, err
	}
	all := clustersIn(result.Value)
	var found []any
	for _, word := range words {
		var fit []any
		var names []string
		for _, cluster := range all {
			name := output.String(cluster, "clusterName")
			if names = append(names, name); strings.EqualFold(name, word) || word == identifierOf(cluster) || word == output.String(cluster, "clusterId") {
				fit = append(fit, cluster)
			}
		}
		switch {
		case len(fit) > 1:
			return nil, engine.Fail(engine.ExitNotFound, "cluster.ambiguous|Several clusters are named '{{.Name}}'. Use their IDs.", "Name", word).
				Hint("cluster.list|Run '{{.Command}}' to see them all.", "Command", c.CommandLine(managerName, "clusters"))
		case len(fit) == 0:
			failure := engine.Fail(engine.ExitNotFound, "cluster.missing|No cluster is named '{{.Name}}'.", "Name", word)
			if similar := api.Similar(word, names, 1); len(similar) > 0 {
				failure.What = append(failure.What, i18n.T("cluster.similar|Did you mean '{{.Name}}'?", "Name", output.Clean(similar[0])))
			}
			return nil, failure.Hint("cluster.list|Run '{{.Command}}' to see them all.", "Command", c.CommandLine(managerName, "clusters"))
		}
		if !slices.ContainsFunc(found, func(one any) bool { return identifierOf(one) == identifierOf(fit[0]) }) {
			found = append(found, fit...)
		}
	}
	return found, nil
}

// bodyOf returns clusters as the body of an upgrade names them.
func bodyOf(clusters []any) (json.RawMessage, error) {
	list := []map[string]any{}
	for _, cluster := range clusters {
		one := map[string]any{}
		for _, field := range []string{"clusterId", "clusterIncarnationId", "currentVersion"} {
			if value := output.At(cluster, field); value != nil {
				one[field] = value
			}
		}
		list = append(list, one)
	}
	return json.Marshal(list)
}
