package alerts

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// managerName is the word before the commands of Manager.
const managerName = "management-sre"

// Manager has the commands below `management-sre`.
var Manager = engine.Resource{
	Name: managerName, About: "sre.about|Show the Manager's alerts, and upgrade clusters.",
	Commands: []engine.Command{
		{Name: "alerts", Op: &api.GetManagementAlerts, View: managerAlerts, Job: alertsOfManager, Main: []string{"since", "alert-severity-list", "alert-state-list", "alert-category-list", "cluster-identifiers", "max-alerts"},
			Examples: []string{managerName + " alerts --since -24h", managerName + " alerts --alert-severity-list critical --output json"}},
		{Name: "alerts-summary", Op: &api.GetManagementAlertsSummary, View: summary, Job: summaryOfManager,
			Examples: []string{managerName + " alerts-summary", managerName + " alerts-summary --since -7d"}},
		{Name: "alerts-stats", Op: &api.GetManagementAlertsStats, View: stats,
			Examples: []string{managerName + " alerts-stats --start-time-usecs -7d --end-time-usecs now", managerName + " alerts-stats --start-time-usecs -24h --end-time-usecs now --output json"}},
		{Name: "alert-resolutions", Op: &api.GetManagementAlertResolution, View: resolutions,
			Examples: []string{managerName + " alert-resolutions --max-resolutions 20", managerName + " alert-resolutions --max-resolutions 1 --resolution-name repaired"}},
		{Name: "clusters", Op: &api.GetClustersInfo, View: clusterList, Job: listClusters,
			Examples: []string{managerName + " clusters", managerName + " clusters --output json"}},
		{Name: "compatible-clusters", Op: &api.CompatibleClustersForRelease, View: compatibleList,
			Examples: []string{managerName + " compatible-clusters --release-version 7.2", managerName + " compatible-clusters --output csv"}},
		{Name: "upgrades-list", Op: &api.ClustersUpgradesInfo, View: upgradeList,
			Examples: []string{managerName + " upgrades-list", managerName + " upgrades-list --cluster-identifiers 7410926835110247:1732406400000"}},
		{Name: "upgrades-create", Op: &api.CreateClustersUpgrades, View: upgradeResults, Bodies: upgradeBodies, Job: upgrade(asksUpgrade), Args: clusterArgs, Confirm: plainUpgrade, Ask: askUpgrade,
			FindOut: upgradesList, Examples: []string{managerName + " upgrades-create cluster-1 --target-version 7.2", managerName + " upgrades-create cluster-1 --target-version 7.2 --time-stamp-to-upgrade-at-msecs +8h"}},
		{Name: "upgrades-update", Op: &api.UpdateClustersUpgrades, View: upgradeResults, Bodies: upgradeBodies, Job: upgrade(asksUpgrade), Args: clusterArgs, Confirm: plainChange, Ask: askChange,
			FindOut: upgradesList, Examples: []string{managerName + " upgrades-update cluster-1 --target-version 7.2 --time-stamp-to-upgrade-at-msecs +2d", managerName + " upgrades-update cluster-1 --target-version 7.2 --dry-run"}},
		{Name: "upgrades-cancel", Op: &api.DeleteClustersUpgrades, View: cancelResults, Job: upgrade(asksCancel), Args: clusterArgs, OneOf: []string{clusterParam}, Confirm: plainCancel, Ask: askCancel,
			FindOut: upgradesList, Examples: []string{managerName + " upgrades-cancel cluster-1", managerName + " upgrades-cancel --cluster-identifiers 7410926835110247:1732406400000 --force"}},
	},
}

func upgradesList(*engine.Context) []string { return []string{managerName, "upgrades-list"} }

var managerAlerts = &output.View{Rows: "alertsList", Empty: "alert.empty|There are no alerts.", Columns: append(append([]output.Column{}, columns...),
	output.Column{Title: "Instance", Path: "serviceInstanceId", Rank: 8},
	output.Column{Title: "Region", Path: "regionId", Rank: 4},
)}

// alertsOfManager returns the job of `management-sre alerts`.
func alertsOfManager(f *engine.Flags) engine.Job {
	return ofManager(f, "startDateUsecs", "endDateUsecs")
}

// summaryOfManager returns the job of `management-sre alerts-summary`.
func summaryOfManager(f *engine.Flags) engine.Job {
	return ofManager(f, "startTimeUsecs", "endTimeUsecs")
}

// ofManager returns the job that shows what the Manager answers for a period.
func ofManager(f *engine.Flags, from, to string) engine.Job {
	var p period
	p.declare(f)
	return func(c *engine.Context) error {
		if err := p.set(c, from, to); err != nil {
			return err
		}
		result, err := c.Send()
		if err != nil {
			return err
		}
		return c.Show(nil, result.Raw)
	}
}

var stats = &output.View{
	Columns: []output.Column{
		{Title: "Critical", Path: "aggregatedAlertsStats.numCriticalAlerts"},
		{Title: "Warning", Path: "aggregatedAlertsStats.numWarningAlerts"},
		{Title: "Info", Path: "aggregatedAlertsStats.numInfoAlerts"},
		{Title: "Hardware", Path: "aggregatedAlertsStats.numHardwareAlerts"},
		{Title: "Software", Path: "aggregatedAlertsStats.numSoftwareAlerts"},
		{Title: "Data Service", Path: "aggregatedAlertsStats.numDataServiceAlerts"},
		{Title: "Maintenance", Path: "aggregatedAlertsStats.numMaintenanceAlerts"},
		{Title: "Healthy Clusters", Path: "aggregatedClusterStats.numHealthyClusters"},
		{Title: "Clusters With Warnings", Path: "aggregatedClusterStats.numClustersWithWarningAlerts"},
		{Title: "Clusters With Critical Alerts", Path: "aggregatedClusterStats.numClustersWithCriticalAlerts"},
	},
	Sections: []output.View{{Heading: "heading.clusters|Clusters", Rows: "statsByCluster", Columns: []output.Column{
		{Title: "Cluster ID", Path: "clusterId", Format: output.Entity},
		{Title: "Region", Path: "regionId"},
		{Title: "Critical", Path: "alertsStats.numCriticalAlerts"},
		{Title: "Warning", Path: "alertsStats.numWarningAlerts"},
		{Title: "Info", Path: "alertsStats.numInfoAlerts"},
	}}},
}

var resolutions = &output.View{
	Rows: "alertResolutionsList", Empty: "resolution.empty|No alerts were resolved.",
	Columns: []output.Column{
		{Title: "Name", Path: "resolutionName", Format: output.Entity},
		{Title: "ID", Path: "resolutionId", Rank: 5},
		{Title: "Resolved", Path: "createdTimeUsecs", Format: output.Usecs},
		{Title: "Alerts", Path: "resolvedAlerts", Format: output.Each("alertName")},
		{Title: "Description", Path: "description", FreeText: true, Rank: 4},
	},
}
