package sandbox

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"time"
)

// Each instance has a cluster. What it is called and has follows from the number of the instance.
const (
	firstCluster       int64 = 7410926835110247
	clusterIncarnation int64 = 1732406400000

	initialClusterVersion = "7.1"
	newestClusterVersion  = "7.2"
	newestClusterPatch    = "7.2.1"
)

// upgradeTime is how long the upgrade of a cluster takes, on the service's clock.
const upgradeTime = 10 * time.Second

func clusterNumber(i int) int64 { return firstCluster + int64(i) }
func clusterName(i int) string  { return fmt.Sprintf("cluster-%d", i+1) }
func clusterIdentifier(i int) string {
	return fmt.Sprintf("%d:%d", clusterNumber(i), clusterIncarnation)
}

// sortedKeys returns the keys of a map in their order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// clusterUpgrade is the upgrade of an instance's cluster. What has become of it follows from the time.
type clusterUpgrade struct {
	Number  string `json:"number"`
	Type    string `json:"type"`
	Version string `json:"version"` // "" for one that installs a patch alone
	Patch   string `json:"patch"`   // "" for one without
	URL     string `json:"url"`
	At      int64  `json:"at"` // when it begins, in Unix microseconds
}

// clusterVersion is what is installed on a cluster.
type clusterVersion struct{ version, patch string }

func (u *clusterUpgrade) status(now int64) string {
	switch {
	case now < u.At:
		return "Scheduled"
	case now < u.At+upgradeTime.Microseconds():
		return "InProgress"
	}
	return "Complete"
}

func (u *clusterUpgrade) percent(now int64) float64 {
	return 100 * float64(min(max(now-u.At, 0), upgradeTime.Microseconds())) / float64(upgradeTime.Microseconds())
}

// clusterVersion returns what is installed on the cluster of an instance now.
func (d *data) clusterVersion() clusterVersion {
	v := clusterVersion{version: initialClusterVersion}
	for u := range d.clusterUpgrades.All() {
		if u.status(d.now()) == "Complete" {
			v.version, v.patch = cmp.Or(u.Version, v.version), cmp.Or(u.Patch, v.patch)
		}
	}
	return v
}

// latestUpgrade returns the last upgrade of the cluster of an instance, or nil.
func (d *data) latestUpgrade() *clusterUpgrade {
	for u := range d.clusterUpgrades.Backward() {
		return u
	}
	return nil
}

// listClusters lists the clusters. There are none of Storage Protect.
func (c *call) listClusters() (any, error) {
	list := []any{}
	c.each(func(i int, d *data) {
		installed, status := d.clusterVersion(), "UpToDate"
		if installed.version != newestClusterVersion || installed.patch != newestClusterPatch {
			status = "UpgradeAvailable"
		}
		o := jsonObject{
			"clusterId": clusterNumber(i), "clusterIncarnationId": clusterIncarnation, "clusterName": clusterName(i), "currentVersion": installed.version, "health": "NonCritical", "isConnectedToHelios": true,
			"location": c.server.Instances[i].Region, "multiTenancyEnabled": true, "numberOfNodes": 1, "nodeIps": []any{"127.0.0.1"}, "providerType": "kMCMCohesity", "type": "Physical",
			"availableVersions": []any{jsonObject{"version": newestClusterVersion, "type": "Upgrade", "releaseType": "LTS", "patchDetails": jsonObject{"version": newestClusterPatch}}},
		}
		if u := d.latestUpgrade(); u != nil && u.status(d.now()) != "Complete" {
			status = u.status(d.now())
			setPresent(o, jsonObject{"targetVersion": u.Version, "patchTargetVersion": u.Patch, "targetUpgradeUrl": u.URL, "updateType": u.Type, "scheduledTimestamp": u.At / 1000})
		}
		list = append(list, setPresent(o, jsonObject{"status": status, "currentPatchVersion": installed.patch}))
	})
	return jsonObject{"cohesityClusters": list, "spClusters": []any{}}, nil
}

// listCompatibleClusters lists the clusters that can be upgraded to a release: those with an older one.
func (c *call) listCompatibleClusters() (any, error) {
	list := []any{}
	release := cmp.Or(c.param("releaseVersion"), newestClusterVersion)
	c.each(func(i int, d *data) {
		if installed := d.clusterVersion().version; release == newestClusterVersion && installed != release {
			list = append(list, jsonObject{"clusterId": clusterNumber(i), "clusterIncarnationId": clusterIncarnation, "clusterName": clusterName(i), "currentVersion": installed})
		}
	})
	return list, nil
}

func (c *call) listClusterUpgrades() (any, error) {
	list := []any{}
	c.each(func(i int, d *data) {
		u := d.latestUpgrade()
		if u == nil || !c.matches("clusterIdentifiers", clusterIdentifier(i)) {
			return
		}
		now := d.now()
		logs := []any{}
		for _, step := range []struct {
			after time.Duration
			text  string
		}{{0, "The upgrade began."}, {upgradeTime / 2, "The software is installed."}, {upgradeTime, "The upgrade is complete."}} {
			if at := u.At + step.after.Microseconds(); at <= now {
				logs = append(logs, jsonObject{"log": step.text, "timeStamp": at / 1000})
			}
		}
		list = append(list, setPresent(jsonObject{
			"clusterId": clusterNumber(i), "clusterIncarnationId": clusterIncarnation, "type": u.Type, "upgradeStatus": u.status(now), "upgradePercentComplete": u.percent(now),
			"upgradeLogs": []any{jsonObject{"nodeId": "1", "logs": logs}},
		}, jsonObject{"softwareVersion": u.Version, "patchSoftwareVersion": u.Patch}))
	})
	return list, nil
}

// eachNamed calls change for each cluster of a list with its instance's state, under its lock, and returns the results. Clusters are objects
// with their ids; a message of change says why nothing was done.
func (c *call) eachNamed(clusters []jsonObject, field string, change func(n int, d *data, cluster jsonObject) (message string)) (any, error) {
	results := []any{}
	for n, cluster := range clusters {
		message := "There is no such cluster."
		for _, i := range c.seen {
			if num(cluster, "clusterId") == clusterNumber(i) && num(cluster, "clusterIncarnationId") == clusterIncarnation {
				c.server.data[i].update(func() { message = change(n, c.server.data[i], cluster) })
			}
		}
		results = append(results, setPresent(jsonObject{field: message == "", "clusterId": num(cluster, "clusterId"), "clusterIncarnationId": num(cluster, "clusterIncarnationId")}, jsonObject{"ErrorMessage": message}))
	}
	return results, nil
}

// wanted returns the upgrade that a body asks for, for its n-th cluster.
func (c *call) wanted(n int, now int64) *clusterUpgrade {
	u := &clusterUpgrade{Type: cmp.Or(str(c.body, "type"), "Upgrade"), URL: str(c.body, "packageUrl"), At: now}
	if u.Type != "Patch" {
		u.Version = cmp.Or(str(c.body, "targetVersion"), newestClusterVersion)
	}
	if u.Type != "Upgrade" {
		u.Patch = cmp.Or(str(c.body, "patchUpgradeParams", "targetVersion"), newestClusterPatch)
	}
	if at := num(c.body, "timeStampToUpgradeAtMsecs"); at > 0 {
		u.At = at * 1000
	}
	u.At += int64(n) * num(c.body, "intervalForRollingUpgradeInHours") * time.Hour.Microseconds()
	return u
}

// invalidUpgrade returns why an upgrade of the cluster of an instance cannot be, or "".
func (d *data) invalidUpgrade(u *clusterUpgrade, cluster jsonObject) string {
	installed := d.clusterVersion()
	switch said := str(cluster, "currentVersion"); {
	case said != "" && said != installed.version:
		return fmt.Sprintf("The cluster has version %s.", installed.version)
	case u.Version != "" && u.Version != newestClusterVersion:
		return fmt.Sprintf("There is no version %s. The newest is %s.", u.Version, newestClusterVersion)
	case u.Version != "" && u.Version == installed.version && u.Patch == "":
		return fmt.Sprintf("The cluster has version %s already.", u.Version)
	case u.Patch != "" && u.Patch != newestClusterPatch:
		return fmt.Sprintf("There is no patch %s. The newest is %s.", u.Patch, newestClusterPatch)
	case u.Patch != "" && u.Patch == installed.patch:
		return fmt.Sprintf("The cluster has the patch %s already.", u.Patch)
	}
	return ""
}

// clustersInBody returns the clusters that a body names, or a refusal where it names none.
func (c *call) clustersInBody() ([]jsonObject, error) {
	clusters := objectList(c.body, "clusters")
	if len(clusters) == 0 {
		return nil, invalid("clusters", "at least one cluster is needed.")
	}
	return clusters, nil
}

func (c *call) createClusterUpgrades() (any, error) {
	clusters, err := c.clustersInBody()
	if err != nil {
		return nil, err
	}
	return c.eachNamed(clusters, "IsUpgradeSchedulingSuccessful", func(n int, d *data, cluster jsonObject) string {
		if last := d.latestUpgrade(); last != nil && last.status(d.now()) != "Complete" {
			return "The cluster has an upgrade already that is not complete."
		}
		u := c.wanted(n, d.now())
		if message := d.invalidUpgrade(u, cluster); message != "" {
			return message
		}
		u.Number = fmt.Sprint(d.nextNumber())
		d.clusterUpgrades.Put(u)
		return ""
	})
}

func (c *call) updateClusterUpgrades() (any, error) {
	clusters, err := c.clustersInBody()
	if err != nil {
		return nil, err
	}
	return c.eachNamed(clusters, "IsUpgradeSchedulingSuccessful", func(n int, d *data, cluster jsonObject) string {
		last := d.latestUpgrade()
		if last == nil || last.status(d.now()) != "Scheduled" {
			return "The cluster has no upgrade that is scheduled."
		}
		u := c.wanted(n, d.now())
		if message := d.invalidUpgrade(u, cluster); message != "" {
			return message
		}
		u.Number = last.Number
		d.clusterUpgrades.Put(u)
		return ""
	})
}

// cancelClusterUpgrades cancels the upgrades of the clusters that are named, or of all where none is.
func (c *call) cancelClusterUpgrades() (any, error) {
	var clusters []jsonObject
	for _, id := range c.listParam("clusterIdentifiers") {
		var number, incarnation int64
		if _, err := fmt.Sscanf(id, "%d:%d", &number, &incarnation); err != nil {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "clusterIdentifiers: %q is not CLUSTER:INCARNATION.", id)
		}
		clusters = append(clusters, jsonObject{"clusterId": number, "clusterIncarnationId": incarnation})
	}
	if clusters == nil {
		for _, i := range c.seen {
			clusters = append(clusters, jsonObject{"clusterId": clusterNumber(i), "clusterIncarnationId": clusterIncarnation})
		}
	}
	return c.eachNamed(clusters, "IsUpgradeCancelSuccessful", func(_ int, d *data, _ jsonObject) string {
		last := d.latestUpgrade()
		if last == nil || last.status(d.now()) != "Scheduled" {
			return "The cluster has no upgrade that is scheduled."
		}
		d.clusterUpgrades.Remove(last.Number)
		return ""
	})
}
