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
	name: "agents", title: "report.agents-title|Agents", parts: survey.Hosts, about: hasHosts | isTested, make: makeAgents,
	view: &output.View{Rows: "agents", Empty: "report.agents-empty|No host has an agent.", Columns: []output.Column{
		{Title: "Host", Path: "host", Format: output.Entity},
		{Title: "Agent ID", Path: "id", Rank: 8},
		{Title: "Platform", Path: "hostType", Rank: 5},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Version", Path: "version"},
		{Title: "Upgrade", Path: "upgradability", Format: output.Status, Rank: 2},
		{Title: "Upgrade Status", Path: "upgradeStatus", Format: output.Status, Rank: 4},
		{Title: "Message", Path: "message", FreeText: true},
	}},
}

// agentRow is an agent for people and programs.
type agentRow struct {
	Host          string `json:"host"`
	ID            string `json:"id"`
	Name          string `json:"name"`
	HostType      string `json:"hostType"`
	Status        string `json:"status"`
	Version       string `json:"version"`
	Upgradability string `json:"upgradability"`
	UpgradeStatus string `json:"upgradeStatus"`
	Message       string `json:"message"`
}

func makeAgents(r *reading) *result {
	var rows []agentRow
	versions, states := map[string]int64{}, map[string]int{}
	behind := 0
	for _, host := range r.in.Hosts {
		name := output.String(host, "protectionSource.name")
		if !survey.Meant(r.hosts, name) {
			continue
		}
		for _, a := range output.List(host, "protectionSource.physicalProtectionSource.agents") {
			row := agentRow{
				Host: name, ID: output.String(a, "id"), Name: output.String(a, "name"), HostType: output.String(a, "hostType"), Status: output.String(a, "status"), Version: output.String(a, "version"),
				Upgradability: output.String(a, "upgradability"), UpgradeStatus: output.String(a, "upgradeStatus"), Message: output.String(a, "statusMessage|upgradeStatusMessage"),
			}
			rows = append(rows, row)
			versions[row.Version]++
			states[strings.ToLower(output.EnumText(row.Status))]++
			if row.Upgradability == "kUpgradable" {
				behind++
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b agentRow) int { return cmp.Or(strings.Compare(a.Host, b.Host), strings.Compare(a.ID, b.ID)) })
	down := 0
	for i := range rows {
		if rows[i].isDown() {
			down++
		}
	}
	return &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"agents": len(rows), "down": down, "upgradable": behind, "states": states, "versions": versions},
		sentence: i18n.T("report.agents-total|{{.Count}} agent: {{.Down}} down, {{.Behind}} can be upgraded.|{{.Count}} agents: {{.Down}} down, {{.Behind}} can be upgraded.", "Count", len(rows), "Down", down, "Behind", behind),
		figures: []page.Figure{
			{Title: i18n.T("webpage.agents|Agents"), Value: count(int64(len(rows)))},
			{Title: i18n.T("webpage.down|Down"), Value: count(int64(down)), Tone: toneOf(down == 0)},
			{Title: i18n.T("webpage.behind|Upgradable"), Value: count(int64(behind)), Tone: output.Warning},
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
		families: func() []openmetrics.Family { return agentFamilies(rows) },
	}
}

// isDown reports whether an agent does not work as it should.
func (row *agentRow) isDown() bool { return row.Status == "kUnreachable" || row.Status == "kDegraded" }

// test returns an agent as a test case. One that can be upgraded passes, and says so.
func (row *agentRow) test() junit.Case {
	c := junit.Case{Class: "agents." + strings.ToLower(output.EnumText(row.HostType)), Name: row.Host}
	switch {
	case row.isDown():
		c.Failed = cmp.Or(row.Message, i18n.T("status.agent|The agent is {{.Status}}.", "Status", output.EnumText(row.Status)))
	case row.Upgradability == "kUpgradable":
		c.Out = i18n.T("status.upgrade|The agent can be upgraded; its version is {{.Version}}.", "Version", row.Version)
	}
	return c
}

func agentFamilies(rows []agentRow) []openmetrics.Family {
	known := []string{"healthy", "unreachable", "degraded"}
	all, behind := gauge("agents", "Agents on hosts by state: healthy, unreachable, degraded or other."), gauge("agents_upgradable", "Agents on hosts that can be upgraded.")
	add(behind, 0)
	for _, row := range rows {
		word := strings.ToLower(output.EnumText(row.Status))
		if !slices.Contains(known, word) {
			word = "other"
		}
		add(all, 1, "state", word)
		if row.Upgradability == "kUpgradable" {
			add(behind, 1)
		}
	}
	return merge(true, all, behind)
}
