package reports

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/junit"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var connectorsKind = kind{
	name: "connectors", title: "report.connectors-title|Connectors and connector agents", parts: survey.Connectors | survey.ConnectorAgents, about: isTested, make: makeConnectors,
	view: &output.View{Rows: "connectors", Empty: "report.connectors-empty|There are no connectors and no connector agents.", Columns: []output.Column{
		{Title: "Connector", Path: "connector", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 9},
		{Title: "Type", Path: "type", Rank: 2, Format: connectorType},
		{Title: "Connection", Path: "connection", Rank: 3},
		{Title: "State", Path: "connected", Format: cells.Connected},
		{Title: "Last Seen", Path: "lastSeenUsecs", Format: output.Usecs, Rank: 1},
		{Title: "Version", Path: "version", Rank: 5},
		{Title: "Upgrade", Path: "upgradeStatus", Format: output.Status, Rank: 4},
		{Title: "Message", Path: "message", FreeText: true},
	}},
}

// connectorRow is a connector or a connector agent for people and programs.
type connectorRow struct {
	Connector     string `json:"connector"`
	ID            string `json:"id"`
	Type          string `json:"type"`
	Connection    string `json:"connection"` // its name, or its ID where that is not known
	ConnectionID  string `json:"connectionId"`
	Connected     *bool  `json:"connected"` // null where the service does not say
	LastSeen      int64  `json:"lastSeenUsecs"`
	Version       string `json:"version"`
	UpgradeStatus string `json:"upgradeStatus"`
	Message       string `json:"message"`
	state         string // as survey.Connectivity has it
}

// The types of rows.
const (
	ofConnector      = "connector"
	ofConnectorAgent = "connector-agent"
)

// connectorType shows the type of a row.
func connectorType(v any) output.Cell {
	word := output.String(v, "")
	cell := output.Cell{Text: word}
	switch word {
	case ofConnector:
		cell = cells.Text("connectortype.connector|connector")
	case ofConnectorAgent:
		cell = cells.Text("connectortype.agent|connector agent")
	}
	cell.Data = word
	return cell
}

// connectorRows returns the connectors and the connector agents.
func connectorRows(r *reading) (rows []connectorRow) {
	add := func(row connectorRow, v any, lastSeen string) {
		row.Message, row.state = output.String(v, "connectivityStatus.message"), survey.Connectivity(v)
		if connected := row.state == survey.Connected; row.state != survey.UnknownConnectivity {
			row.Connected = &connected
		}
		if at, ok := output.Int(v, "connectivityStatus."+lastSeen); ok && at > 0 && at < 1e11 {
			row.LastSeen = at * 1e6
		}
		rows = append(rows, row)
	}
	for _, v := range r.in.Connectors {
		row := connectorRow{
			Connector: output.String(v, "connectorName|connectorId"), ID: output.String(v, "connectorId"), Type: ofConnector, ConnectionID: output.String(v, "connectionId"),
			Version: output.String(v, "softwareVersion"), UpgradeStatus: output.String(v, "upgradeStatus.status"),
		}
		row.Connection = cmp.Or(r.c.NameOf("connection", row.ConnectionID), row.ConnectionID)
		add(row, v, "lastConnectedTimestampSecs")
	}
	for _, one := range r.in.ConnectorAgents {
		add(connectorRow{
			Connector: output.String(one.Row, "connectorAgentName|connectorAgentId"), ID: output.String(one.Row, "connectorAgentId"), Type: ofConnectorAgent,
			Connection: output.String(one.Row, "connectionName|connectionId"), ConnectionID: output.String(one.Row, "connectionId"), Version: output.String(one.Row, "softwareVersion"),
		}, one.Row, "lastKnownHealthOkTimestampSecs")
	}
	return rows
}

func makeConnectors(r *reading) *result {
	rows := connectorRows(r)
	down := 0
	for i := range rows {
		if rows[i].isDown() {
			down++
		}
	}
	slices.SortStableFunc(rows, func(a, b connectorRow) int {
		return cmp.Or(strings.Compare(a.Connector, b.Connector), strings.Compare(a.ID, b.ID))
	})
	return &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"connectors": len(r.in.Connectors), "connectorAgents": len(r.in.ConnectorAgents), "notConnected": down},
		sentence: i18n.T("report.connectors-total|{{.Count}} connector or connector agent, {{.Down}} not connected.|{{.Count}} connectors and connector agents, {{.Down}} not connected.", "Count", len(rows), "Down", down),
		figures: []page.Figure{
			{Title: i18n.T("webpage.connectors|Connectors"), Value: count(int64(len(r.in.Connectors)))},
			{Title: i18n.T("webpage.connector-agents|Connector agents"), Value: count(int64(len(r.in.ConnectorAgents)))},
			{Title: i18n.T("webpage.not-connected|Not connected"), Value: count(int64(down)), Tone: toneOf(down == 0)},
		},
		cases: connectorCases(rows), families: func() []openmetrics.Family { return connectorFamilies(rows) },
	}
}

// isDown reports whether a connector or a connector agent is not connected.
func (row *connectorRow) isDown() bool { return row.state == survey.Disconnected }

// connectorCases returns a test case for each connector and connector agent.
func connectorCases(rows []connectorRow) iter.Seq[junit.Case] {
	return func(yield func(junit.Case) bool) {
		for _, row := range rows {
			c := junit.Case{Class: row.Type + "s", Name: row.Connector}
			switch {
			case row.isDown() && row.Type == ofConnectorAgent:
				c.Failed = cmp.Or(row.Message, i18n.T("status.connectoragent|The connector agent is not connected."))
			case row.isDown():
				c.Failed = cmp.Or(row.Message, i18n.T("status.connector|The connector is not connected."))
			case row.Connected == nil:
				c.Skipped = i18n.T("report.connector-unknown|The service does not say whether it is connected.")
			}
			if !yield(c) {
				return
			}
		}
	}
}

func connectorFamilies(rows []connectorRow) []openmetrics.Family {
	of := map[string]*openmetrics.Family{
		ofConnector:      gauge("connectors", "Connectors by state: connected, disconnected or unknown."),
		ofConnectorAgent: gauge("connector_agents", "Connector agents by state: connected, disconnected or unknown."),
	}
	for _, row := range rows {
		add(of[row.Type], 1, "state", row.state)
	}
	return merge(true, of[ofConnector], of[ofConnectorAgent])
}
