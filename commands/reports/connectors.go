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
	name: "connectors", title: "report.connectors-title|Connectors", parts: survey.Connectors, about: isTested, make: makeConnectors,
	view: &output.View{Rows: "connectors", Empty: "connector.empty|There are no connectors.", Columns: []output.Column{
		{Title: "Connector", Path: "connector", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 9},
		{Title: "Connection", Path: "connection", Rank: 3},
		{Title: "State", Path: "connected", Format: cells.Connected},
		{Title: "Last Seen", Path: "lastSeenUsecs", Format: output.Usecs, Rank: 1},
		{Title: "Version", Path: "version", Rank: 5},
		{Title: "Upgrade", Path: "upgradeStatus", Format: output.Status, Rank: 4},
		{Title: "Message", Path: "message", FreeText: true},
	}},
}

// connectorRow is a connector for people and programs.
type connectorRow struct {
	Connector     string `json:"connector"`
	ID            string `json:"id"`
	Connection    string `json:"connection"` // its name, or its ID where that is not known
	ConnectionID  string `json:"connectionId"`
	Connected     *bool  `json:"connected"` // null where the service does not say
	LastSeen      int64  `json:"lastSeenUsecs"`
	Version       string `json:"version"`
	UpgradeStatus string `json:"upgradeStatus"`
	Message       string `json:"message"`
}

func makeConnectors(r *reading) *result {
	rows := make([]connectorRow, len(r.in.Connectors))
	down := 0
	for i, v := range r.in.Connectors {
		row := connectorRow{
			Connector: output.String(v, "connectorName|connectorId"), ID: output.String(v, "connectorId"), ConnectionID: output.String(v, "connectionId"), Version: output.String(v, "softwareVersion"),
			UpgradeStatus: output.String(v, "upgradeStatus.status"), Message: output.String(v, "connectivityStatus.message"),
		}
		row.Connection = cmp.Or(r.c.NameOf("connection", row.ConnectionID), row.ConnectionID)
		if connected, ok := output.At(v, "connectivityStatus.isConnected").(bool); ok {
			row.Connected = &connected
		}
		if at, ok := output.Int(v, "connectivityStatus.lastConnectedTimestampSecs"); ok && at > 0 && at < 1e11 {
			row.LastSeen = at * 1e6
		}
		if row.isDown() {
			down++
		}
		rows[i] = row
	}
	slices.SortStableFunc(rows, func(a, b connectorRow) int {
		return cmp.Or(strings.Compare(a.Connector, b.Connector), strings.Compare(a.ID, b.ID))
	})
	return &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"connectors": len(rows), "notConnected": down},
		sentence: i18n.T("report.connectors-total|{{.Count}} connector, {{.Down}} not connected.|{{.Count}} connectors, {{.Down}} not connected.", "Count", len(rows), "Down", down),
		figures: []page.Figure{
			{Title: i18n.T("webpage.connectors|Connectors"), Value: count(int64(len(rows)))},
			{Title: i18n.T("webpage.not-connected|Not connected"), Value: count(int64(down)), Tone: toneOf(down == 0)},
		},
		cases: connectorCases(rows), families: func() []openmetrics.Family { return connectorFamilies(rows) },
	}
}

// isDown reports whether a connector is not connected.
func (row *connectorRow) isDown() bool { return row.Connected != nil && !*row.Connected }

// connectorCases returns a test case for each connector.
func connectorCases(rows []connectorRow) iter.Seq[junit.Case] {
	return func(yield func(junit.Case) bool) {
		for _, row := range rows {
			c := junit.Case{Class: "connectors", Name: row.Connector}
			switch {
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
	all := gauge("connectors", "Connectors by state: connected, disconnected or unknown.")
	for _, row := range rows {
		word := "unknown"
		if row.Connected != nil {
			word = "connected"
			if row.isDown() {
				word = "disconnected"
			}
		}
		add(all, 1, "state", word)
	}
	return merge(true, all)
}
