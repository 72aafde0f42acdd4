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
			{Title: "Source", Path: "sourceInfo.name|name", Format: output.Entity},
			{Title: "Environment", Path: "environment"},
			{Title: "Authentication", Path: "authenticationStatus", Format: output.Status},
			{Title: "Refreshed", Path: "lastRefreshedTimeMsecs", Format: output.Msecs},
		}},
	)}
}

func joinConnection(c *engine.Context, answer any) (any, error) {
	id := output.String(answer, "connectionId")
	page := &connectionPage{Connectors: []any{}, Agents: []any{}, Sources: []any{}}
	in, err := read(c, survey.Wanted{Parts: survey.Connectors | survey.ConnectorAgents})
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
	registered, listErr := call(c, api.NewRequest(&api.GetSourceRegistrations))
	for _, one := range output.List(registered, "registrations") {
		if output.String(one, "connectionId") == id || output.String(one, "dataSourceConnectionId") == id {
			page.Sources = append(page.Sources, one)
		}
	}
	return page, cmp.Or(err, listErr)
}
