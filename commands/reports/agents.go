package reports

import (
	"cmp"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/junit"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var agentsKind = kind{
	name: "agents", title: "report.agents-title|Agents and sources", parts: survey.Hosts | survey.Sources, about: hasHosts | isTested, make: makeAgents,
	view: &output.View{Rows: "agents", Empty: "report.agents-empty|No host has an agent.", Columns: []output.Column{
		{Title: "Host", Path: "host", Format: output.Entity},
		{Title: "Agent ID", Path: "id", Rank: 8},
		{Title: "Platform", Path: "hostType", Rank: 5},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Source", Path: "sourceError", Format: sourceCell, Rank: 1},
		{Title: "Version", Path: "version"},
		{Title: "Upgrade", Path: "upgradability", Format: output.Status, Rank: 2},
		{Title: "Upgrade Status", Path: "upgradeStatus", Format: output.Status, Rank: 4},
		{Title: "Message", Path: "message", FreeText: true},
	}},
}

// agentRow is an agent for people and programs, or a source without one that cannot be logged in to or refreshed.
type agentRow struct {
	Host          string  `json:"host"`
	ID            string  `json:"id"`
	Name          string  `json:"name"`
	HostType      string  `json:"hostType"`
	Status        string  `json:"status"`
	Version       string  `json:"version"`
	Upgradability string  `json:"upgradability"`
	UpgradeStatus string  `json:"upgradeStatus"`
	SourceError   *string `json:"sourceError"` // why the host cannot be logged in to or refreshed; "" where it can, null where that could not be read
	Message       string  `json:"message"`
	state         string  // as survey.AgentState has it
	down          bool
}

// sourceCell shows whether a source can be logged in to and refreshed.
func sourceCell(v any) output.Cell {
	message, known := v.(string)
	switch {
	case !known:
		return output.Cell{}
	case message != "":
		return output.Cell{Text: i18n.T("sourcestate.error|error"), Data: "error", Tone: output.Bad}
	}
	return output.Cell{Text: i18n.T("sourcestate.ok|OK"), Data: "ok", Tone: output.Good}
}

func makeAgents(r *reading) *result {
	rows := agentRows(r)
	versions, states := map[string]int64{}, map[string]int{}
	agents, down, behind, broken := 0, 0, 0, map[string]bool{}
	for i := range rows {
		row := &rows[i]
		if row.isBroken() {
			broken[row.Host] = true
		}
		if !row.isAgent() {
			continue
		}
		agents++
		versions[row.Version]++
		states[strings.ToLower(output.EnumText(row.Status))]++
		if row.down {
			down++
		}
		if row.Upgradability == "kUpgradable" {
			behind++
		}
	}
	return &result{
		rows: sequence(rows), count: len(rows),
		totals: map[string]any{"agents": agents, "down": down, "upgradable": behind, "states": states, "versions": versions, "sourcesWithErrors": len(broken)},
		sentence: i18n.T("report.agents-total|{{.Count}} agent: {{.Down}} down, {{.Behind}} can be upgraded.|{{.Count}} agents: {{.Down}} down, {{.Behind}} can be upgraded.", "Count", agents, "Down", down, "Behind", behind) +
			" " + i18n.T("report.sources-total|{{.Count}} source has an error.|{{.Count}} sources have an error.", "Count", len(broken)),
		figures: []page.Figure{
			{Title: i18n.T("webpage.agents|Agents"), Value: count(int64(agents))},
			{Title: i18n.T("webpage.down|Down"), Value: count(int64(down)), Tone: toneOf(down == 0)},
			{Title: i18n.T("webpage.behind|Upgradable"), Value: count(int64(behind)), Tone: output.Warning},
			{Title: i18n.T("webpage.broken|Sources with errors"), Value: count(int64(len(broken))), Tone: toneOf(len(broken) == 0)},
		},
		charts: func() []page.Drawing {
			return []page.Drawing{page.Bars(i18n.T("chart.versions|Agents by version"), i18n.T("chart.versions-about|A bar for each version."), i18n.T("webpage.version|Version"), i18n.T("webpage.agents|Agents"), largest(versions, count))}
		},
		cases: func(yield func(junit.Case) bool) {
			for i := range rows {
				if !yield(rows[i].test()) {
					return
				}
			}
		},
		families: func() []openmetrics.Family { return agentFamilies(rows, len(broken)) },
	}
}

// agentRows returns the agents of the hosts that are meant, and the sources without one that have an error.
func agentRows(r *reading) (rows []agentRow) {
	errs, shown := map[string]*string{}, map[string]bool{} // by the ID of the source
	for _, s := range r.in.Sources {
		message := survey.SourceError(s)
		errs[output.String(s, "rootNode.id")] = &message
	}
	for _, host := range r.in.Hosts {
		id, name := output.String(host, "protectionSource.id"), output.String(host, "protectionSource.name")
		if !survey.Meant(r.hosts, name) {
			continue
		}
		for _, a := range survey.Agents(host) {
			row := agentRow{
				Host: name, ID: output.String(a, "id"), Name: output.String(a, "name"), HostType: output.String(a, "hostType"), Status: output.String(a, "status"), Version: output.String(a, "version"),
				Upgradability: output.String(a, "upgradability"), UpgradeStatus: output.String(a, "upgradeStatus"), SourceError: errs[id], state: survey.AgentState(a), down: survey.IsDown(a),
				Message: output.String(a, "statusMessage|upgradeStatusMessage"),
			}
			if row.isBroken() && (!row.down || row.Message == "") {
				row.Message = *row.SourceError
			}
			rows = append(rows, row)
			shown[id] = true
		}
	}
	for _, s := range r.in.Sources {
		id, name := output.String(s, "rootNode.id"), output.String(s, "rootNode.name")
		row := agentRow{Host: name, SourceError: errs[id], Message: *errs[id]}
		if row.isBroken() && !shown[id] && survey.Meant(r.hosts, name) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b agentRow) int { return cmp.Or(strings.Compare(a.Host, b.Host), strings.Compare(a.ID, b.ID)) })
	return rows
}

// isAgent reports whether a row is about an agent, and not about a source without one.
func (row *agentRow) isAgent() bool { return row.ID != "" || row.Status != "" || row.Name != "" }

// isBroken reports whether a source cannot be logged in to or refreshed.
func (row *agentRow) isBroken() bool { return row.SourceError != nil && *row.SourceError != "" }

// test returns an agent or a source as a test case. One that can be upgraded passes, and says so.
func (row *agentRow) test() junit.Case {
	c := junit.Case{Class: "agents." + strings.ToLower(output.EnumText(row.HostType)), Name: row.Host}
	if !row.isAgent() {
		c.Class = "agents"
	}
	switch {
	case row.down:
		c.Failed = cmp.Or(row.Message, i18n.T("status.agent|The agent is {{.Status}}.", "Status", output.EnumText(row.Status)))
	case row.isBroken():
		c.Failed = *row.SourceError
	case row.Upgradability == "kUpgradable":
		c.Out = i18n.T("status.upgrade|The agent can be upgraded from {{.Version}}.", "Version", row.Version)
	}
	return c
}

func agentFamilies(rows []agentRow, broken int) []openmetrics.Family {
	all, behind := gauge("agents", "Agents on hosts by state: healthy, unreachable, degraded or other."), gauge("agents_upgradable", "Agents on hosts that can be upgraded.")
	errs := gauge("sources_with_errors", "Sources that cannot be logged in to or refreshed.")
	add(errs, float64(broken))
	add(behind, 0)
	for _, row := range rows {
		if !row.isAgent() {
			continue
		}
		add(all, 1, "state", row.state)
		if row.Upgradability == "kUpgradable" {
			add(behind, 1)
		}
	}
	return merge(true, all, behind, errs)
}
