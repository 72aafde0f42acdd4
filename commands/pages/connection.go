package pages

import (
	"cmp"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// connectionPage is what is joined with a connection.
type connectionPage struct {
	Connectors []any `json:"connectors"`
	Agents     []any `json:"connectorAgents"`
	Sources    []any `json:"sources"`
}

// Connection returns the page of a connection with these details: its connectors and connector agents, and the sources that are reached through it.
func Connection(details *output.View) *engine.Page {
	return &engine.Page{ID: "connectionId", Join: joinConnection, View: with(details, nil,
		output.View{Heading: "heading.connectors|Connectors", Rows: "page.connectors", Columns: connectorColumns},
		output.View{Heading: "heading.connector-agents|Connector agents", Rows: "page.connectorAgents", Columns: append([]output.Column{
			{Title: "Connector Agent", Path: "connectorAgentName|connectorAgentId", Format: output.Entity},
		}, connectorColumns[1:]...)},
		output.View{Heading: "heading.sources|Sources", Rows: "page.sources", Columns: []output.Column{
			{Title: "Source", Path: "source.sourceInfo.name|source.name", Format: output.Entity},
			{Title: "Environment", Path: "source.environment", Rank: 2},
			{Title: "Authentication", Path: "source.authenticationStatus", Format: output.Status, Rank: 1},
			{Title: "Refreshed", Path: "source.lastRefreshedTimeMsecs", Format: output.Msecs},
			{Title: "Error", Path: "error", FreeText: true},
		}},
	)}
}

func joinConnection(c *engine.Context, answer any) (any, error) {
	id := output.String(answer, "connectionId")
	page := &connectionPage{Connectors: []any{}, Agents: []any{}, Sources: []any{}}
	in, err := read(c, survey.Wanted{Parts: survey.Connectors | survey.ConnectorAgents | survey.Sources})
	for _, one := range in.Connectors {
		if output.String(one, "connectionId") == id {
			page.Connectors = append(page.Connectors, one)
		}
	}
	for _, one := range in.ConnectorAgents {
		if output.String(one.Row, "connectionId") == id {
			page.Agents = append(page.Agents, one.Row)
		}
	}
	faults := map[string]string{} // what the service says is wrong with a source, by its ID
	for _, one := range in.Sources {
		faults[output.String(one, "rootNode.id")] = survey.SourceError(one)
	}
	registered, listErr := call(c, api.NewRequest(&api.GetSourceRegistrations))
	for _, one := range output.List(registered, "registrations") {
		if output.String(one, "connectionId") == id || output.String(one, "dataSourceConnectionId") == id {
			page.Sources = append(page.Sources, map[string]any{"source": one, "error": faults[output.String(one, "sourceInfo.id|id")]})
		}
	}
	return page, cmp.Or(err, listErr)
}
