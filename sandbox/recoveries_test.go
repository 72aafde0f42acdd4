package sandbox

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

func read1(t *testing.T, path ...string) string {
	raw, err := os.ReadFile(filepath.Join(path...))
	require.NoError(t, err)
	return string(raw)
}

// filesTo are the parameters of a recovery of files to a host.
func filesTo(snapshot, host string, target jsonObject, paths ...string) jsonObject {
	files := []any{}
	for _, p := range paths {
		files = append(files, jsonObject{"absolutePath": p})
	}
	target["recoverTarget"] = jsonObject{"id": json.Number(host)}
	return jsonObject{"recoveryAction": "RecoverFiles", "objects": []any{jsonObject{"snapshotId": snapshot}},
		"recoverFileAndFolderParams": jsonObject{"targetEnvironment": "kPhysical", "filesAndFolders": files, "physicalTargetParams": target}}
}

func TestFilesAreRecoveredToTheirTarget(t *testing.T) {
	c := start(t, Options{})
	host, other := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(host, "docs/a"), "one")
	writeFile(t, filepath.Join(host, "docs/b"), "two")
	old := time.Date(2020, 2, 29, 12, 0, 0, 0, time.UTC)
	require.NoError(t, os.Chtimes(filepath.Join(host, "docs/a"), old, old))
	require.NoError(t, os.Chmod(filepath.Join(host, "docs/a"), 0o600))
	group, source := c.protect(host)
	target := c.register("web-2", other)
	c.backUp(group)
	snapshot := c.snapshot(source)

	r := c.recover("kPhysical", filesTo(snapshot, target, jsonObject{"restoreToOriginalPaths": true}, "/docs"))
	assert.Equal(t, "Succeeded", str(r, "status"))
	assert.Equal(t, "6", str(objectList(r, "physicalParams", "objects")[0], "bytesRestored"))
	assert.Equal(t, "one", read1(t, other, "docs/a"))
	info, err := os.Stat(filepath.Join(other, "docs/a"))
	require.NoError(t, err)
	assert.True(t, info.ModTime().Equal(old))
	if runtime.GOOS != "windows" {
		assert.EqualValues(t, 0o600, info.Mode().Perm())
	}

	// Without preserving, files are of now.
	r = c.recover("kPhysical", filesTo(snapshot, target, jsonObject{"alternateRestoreDirectory": "/new", "preserveAttributes": false}, "/docs/a"))
	assert.Equal(t, "Succeeded", str(r, "status"))
	info, err = os.Stat(filepath.Join(other, "new/a"))
	require.NoError(t, err)
	assert.False(t, info.ModTime().Equal(old))

	// Without overwriting, what is there stays and is named, and the rest comes back.
	writeFile(t, filepath.Join(other, "docs/a"), "changed")
	require.NoError(t, os.Remove(filepath.Join(other, "docs/b")))
	r = c.recover("kPhysical", filesTo(snapshot, target, jsonObject{"restoreToOriginalPaths": true}, "/docs"))
	assert.Equal(t, "SucceededWithWarning", str(r, "status"))
	file := objectList(r, "physicalParams", "recoverFileAndFolderParams", "filesAndFolders")[0]
	assert.Equal(t, []any{"/docs/a exists already and was not overwritten"}, anyList(file, "messages"))
	assert.Equal(t, "Finished", str(file, "status"))
	assert.Equal(t, "changed", read1(t, other, "docs/a"))
	assert.Equal(t, "two", read1(t, other, "docs/b"))
	for _, goOn := range []bool{false, true} {
		r = c.recover("kPhysical", filesTo(snapshot, target, jsonObject{"restoreToOriginalPaths": true, "continueOnError": goOn}, "/docs", "/nowhere"))
		assert.Equal(t, "Failed", str(r, "status"), "nothing was restored")
		assert.Len(t, anyList(r, "messages"), 3, "but everything was tried")
	}

	// Another error ends it, unless it is to go on.
	require.NoError(t, os.Remove(filepath.Join(other, "docs/a")))
	require.NoError(t, os.MkdirAll(filepath.Join(other, "docs/a/folder"), 0o755))
	require.NoError(t, os.Remove(filepath.Join(other, "docs/b")))
	r = c.recover("kPhysical", filesTo(snapshot, target, jsonObject{"restoreToOriginalPaths": true, "overwriteExisting": true}, "/docs"))
	assert.Equal(t, "Failed", str(r, "status"))
	assert.NoFileExists(t, filepath.Join(other, "docs/b"))
	r = c.recover("kPhysical", filesTo(snapshot, target, jsonObject{"restoreToOriginalPaths": true, "overwriteExisting": true, "continueOnError": true}, "/docs"))
	assert.Equal(t, "SucceededWithWarning", str(r, "status"))
	assert.Equal(t, "two", read1(t, other, "docs/b"))
	require.NoError(t, os.RemoveAll(filepath.Join(other, "docs/a")))

	r = c.recover("kPhysical", filesTo(snapshot, target, jsonObject{"restoreToOriginalPaths": true, "overwriteExisting": true, "continueOnError": true}, "/docs", "/nowhere"))
	assert.Equal(t, "SucceededWithWarning", str(r, "status"))
	assert.Contains(t, toString(anyList(r, "messages")[0]), "is not in the snapshot")
	assert.Equal(t, "one", read1(t, other, "docs/a"))

	body := jsonObject{"name": "x", "snapshotEnvironment": "kPhysical", "physicalParams": filesTo(snapshot, "12345", jsonObject{"restoreToOriginalPaths": true}, "/docs")}
	assert.Contains(t, c.refused(400, "POST", "/data-protect/recoveries", body), "there is no host 12345")
	body["physicalParams"] = filesTo(snapshot, target, jsonObject{}, "/docs")
	assert.Contains(t, c.refused(400, "POST", "/data-protect/recoveries", body), "restoreToOriginalPaths or alternateRestoreDirectory")
	body["physicalParams"] = filesTo("bm9uZQ", target, jsonObject{"restoreToOriginalPaths": true}, "/docs")
	c.refused(404, "POST", "/data-protect/recoveries", body)
}

func TestVolumesAreRecoveredEntirelyOrNotAtAll(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "data/a"), "one")
	writeFile(t, filepath.Join(host, "logs/b"), "two")
	source := c.register("web-1", host)
	body := c.groupBody("volumes", goldPolicy("gold"), source)
	body["physicalParams"] = jsonObject{"protectionType": "kVolume", "volumeProtectionTypeParams": jsonObject{"objects": []any{jsonObject{"id": json.Number(source), "volumeGuids": []any{"data"}}}}}
	group := str(c.must("POST", "/data-protect/protection-groups", body), "id")
	run := c.backUp(group)
	assert.Equal(t, "Succeeded", str(run, "localBackupInfo", "status"))
	writeFile(t, filepath.Join(host, "data/later"), "x")
	writeFile(t, filepath.Join(host, "data/a"), "broken")
	params := func(from, to string) jsonObject {
		return jsonObject{"recoveryAction": "RecoverPhysicalVolumes", "objects": []any{jsonObject{"snapshotId": c.snapshot(source)}},
			"recoverVolumeParams": jsonObject{"targetEnvironment": "kPhysical", "physicalTargetParams": jsonObject{"mountTarget": jsonObject{"id": json.Number(source)},
				"volumeMapping": []any{jsonObject{"sourceVolumeGuid": from, "destinationVolumeGuid": to}}}}}
	}
	r := c.recover("kPhysical", params("logs", "data"))
	assert.Equal(t, "Failed", str(r, "status"), "that volume was not backed up")
	assert.Equal(t, "broken", read1(t, host, "data/a"), "and what is there stays as it is")
	r = c.recover("kPhysical", params("data", "data"))
	assert.Equal(t, "Succeeded", str(r, "status"))
	assert.Equal(t, "one", read1(t, host, "data/a"))
	assert.NoFileExists(t, filepath.Join(host, "data/later"), "a volume comes back as it was")
	left, err := os.ReadDir(host)
	require.NoError(t, err)
	assert.Len(t, left, 2, "nothing is left lying about")
	assert.Contains(t, c.refused(400, "POST", "/data-protect/recoveries", jsonObject{"name": "x", "snapshotEnvironment": "kPhysical", "physicalParams": params("data", "none")}), "has no volume none")
}

func TestMountedVolumesAreUnmounted(t *testing.T) {
	dir := t.TempDir()
	c := start(t, Options{Dir: dir})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "data/a"), "one")
	writeFile(t, filepath.Join(host, "logs/b"), "two")
	group, source := c.protect(host)
	c.backUp(group)
	r := c.recover("kPhysical", jsonObject{"recoveryAction": "InstantVolumeMount", "objects": []any{jsonObject{"snapshotId": c.snapshot(source)}},
		"mountVolumeParams": jsonObject{"targetEnvironment": "kPhysical", "physicalTargetParams": jsonObject{"mountToOriginalTarget": true, "readOnlyMount": true, "volumeNames": []any{"data"}}}})
	assert.Equal(t, "Succeeded", str(r, "status"))
	assert.Equal(t, "true", str(r, "canTearDown"))
	mounts := objectList(r, "physicalParams", "mountVolumeParams", "physicalTargetParams", "mountedVolumeMapping")
	require.Equal(t, []string{"/data"}, names(mounts, "originalVolume"))
	at := filepath.Join(host, str(mounts[0], "mountedVolume"))
	assert.Equal(t, "one", read1(t, at, "a"))
	info, err := os.Stat(filepath.Join(at, "a"))
	require.NoError(t, err)
	assert.Zero(t, info.Mode().Perm()&0o222, "a mount may be for reading alone")
	run := c.backUp(group)
	assert.Equal(t, "2", str(objectList(run, "objects")[0], "localSnapshotInfo", "snapshotInfo", "totalFileCount"), "what is mounted is not backed up")

	require.NoError(t, c.server.Close())
	c = start(t, Options{Dir: dir})
	id := str(r, "id")
	c.must("POST", "/data-protect/recoveries/"+id+"/cancel", nil)
	c.until("/data-protect/recoveries/"+id, "tearDownStatus", "Destroyed")
	assert.NoDirExists(t, filepath.Join(host, mountFolder))
	assert.Equal(t, "false", str(c.must("GET", "/data-protect/recoveries/"+id, nil), "canTearDown"))
	assert.Contains(t, c.refused(400, "POST", "/data-protect/recoveries/"+id+"/cancel", nil), "ended already")
}

func TestARecoveryIsCanceled(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	group, source := c.protect(host)
	c.backUp(group)
	body := jsonObject{"name": "x", "snapshotEnvironment": "kPhysical", "physicalParams": filesTo(c.snapshot(source), source, jsonObject{"alternateRestoreDirectory": "/back"}, "/a")}
	c.server.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/recoveries", RunHang: true})
	id := str(c.must("POST", "/data-protect/recoveries", body), "id")
	c.must("POST", "/data-protect/recoveries/"+id+"/cancel", nil)
	r := c.waitForRecovery(id)
	assert.Equal(t, "Canceled", str(r, "status"))
	assert.NoDirExists(t, filepath.Join(host, "back"))
	for query, want := range map[string]int{"": 1, "?status=Canceled": 1, "?status=Failed": 0, "?recoveryActions=RecoverFiles&snapshotEnvironments=kPhysical&snapshotTargetType=Local": 1,
		"?snapshotEnvironments=kSQL": 0, "?startTimeUsecs=99999999999999999": 0, "?endTimeUsecs=1": 0, "?ids=" + url.QueryEscape(id): 1, "?returnOnlyChildRecoveries=true": 0} {
		assert.Len(t, objectList(c.must("GET", "/data-protect/recoveries"+query, nil), "recoveries"), want, query)
	}
}

func TestDatabases(t *testing.T) {
	c := start(t, Options{})
	host, other := t.TempDir(), t.TempDir()
	for _, name := range []string{"orders", "tempdb"} {
		writeFile(t, filepath.Join(host, "MSSQL/PROD", name+".mdf"), name+" one")
		writeFile(t, filepath.Join(host, "MSSQL/PROD", name+"_log.ldf"), "log")
	}
	source := c.register("sql-1", host, "kSQL")
	target := c.register("sql-2", other, "kSQL")
	orders := str(c.objectNamed("PROD/orders"), "id")
	c.must("POST", "/data-protect/policies", goldPolicy("gold"))
	group := str(c.must("POST", "/data-protect/protection-groups", jsonObject{"name": "databases", "environment": "kSQL", "isPaused": true,
		"policyId": objectList(c.must("GET", "/data-protect/policies", nil), "policies")[0]["id"],
		"mssqlParams": jsonObject{"protectionType": "kNative", "nativeProtectionTypeParams": jsonObject{"objects": []any{jsonObject{"id": json.Number(source)}},
			"excludeFilters": []any{jsonObject{"filterString": "*/tempdb"}}}}}), "id")
	run := c.backUp(group)
	require.Equal(t, []string{"PROD/orders"}, names(objectList(run, "objects"), "object", "name"), "an instance stands for its databases, but for those that a filter names")
	first := c.server.clock.now().UnixMicro()
	writeFile(t, filepath.Join(host, "MSSQL/PROD/orders.mdf"), "orders two")
	c.server.Advance(time.Hour)
	c.backUpAs(group, "kLog")

	app := func(config jsonObject, elsewhere bool) jsonObject {
		key := map[bool]string{true: "newSourceConfig", false: "originalSourceConfig"}[elsewhere]
		return jsonObject{"recoveryAction": "RecoverApps", "recoverAppParams": []any{jsonObject{"snapshotId": c.snapshot(orders),
			"sqlTargetParams": jsonObject{"recoverToNewSource": elsewhere, key: config}, "targetEnvironment": "kSQL"}}}
	}
	r := c.recover("kSQL", app(jsonObject{"overwritingPolicy": "FailIfExists"}, false))
	assert.Equal(t, "Failed", str(r, "status"))
	assert.Contains(t, toString(anyList(r, "messages")[0]), "exists already")
	r = c.recover("kSQL", app(jsonObject{"newDatabaseName": "orders_old", "restoreTimeUsecs": first}, false))
	assert.Equal(t, "Succeeded", str(r, "status"))
	assert.Equal(t, "orders one", read1(t, host, "MSSQL/PROD/orders_old.mdf"), "as it was at that time")
	assert.Equal(t, "orders two", read1(t, host, "MSSQL/PROD/orders.mdf"))
	c.objectNamed("PROD/orders_old")
	r = c.recover("kSQL", app(jsonObject{"host": jsonObject{"id": json.Number(target)}, "instanceName": "TEST", "dataFileDirectoryLocation": "/data", "logFileDirectoryLocation": "/logs", "databaseName": "copy"}, true))
	assert.Equal(t, "Succeeded", str(r, "status"))
	assert.Equal(t, "orders two", read1(t, other, "data/copy.mdf"))
	assert.Equal(t, "log", read1(t, other, "logs/copy_log.ldf"))
	body := jsonObject{"name": "x", "snapshotEnvironment": "kSQL", "mssqlParams": app(jsonObject{"restoreTimeUsecs": 5}, false)}
	assert.Contains(t, c.refused(400, "POST", "/data-protect/recoveries", body), "no snapshot of PROD/orders")

	// The tree shows the databases below their instance and host.
	status, raw := c.askOldAPI("/irisservices/api/v1/public/protectionSources?id=" + source)
	require.Equal(t, 200, status, "%s", raw)
	assert.Contains(t, string(raw), `"fullPath":"/MSSQL/PROD/orders.mdf"`)
}

func TestNamespaces(t *testing.T) {
	c := start(t, Options{})
	cluster := t.TempDir()
	writeFile(t, filepath.Join(cluster, "shop/namespace.yaml"), "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n")
	writeFile(t, filepath.Join(cluster, "shop/web.yaml"), "# the shop\nkind: Deployment\nmetadata:\n  name: shop\n  namespace: shop\n---\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\n")
	writeFile(t, filepath.Join(cluster, "shop/notes.txt"), "namespace: shop")
	writeFile(t, filepath.Join(cluster, "shop/config/map.yaml"), "kind: ConfigMap\n")
	writeFile(t, filepath.Join(cluster, "other/x.yaml"), "kind: ConfigMap\nmetadata: {name: x, namespace: other}\n")
	source := str(c.must("POST", "/data-protect/sources/registrations", jsonObject{"environment": "kKubernetes", "name": "cluster-1",
		"kubernetesParams": jsonObject{"endpoint": cluster, "kubernetesDistribution": "kIKS", "clientPrivateKey": "very secret"}}), "id")
	_, raw := c.ask("GET", "/data-protect/sources/registrations", nil)
	assert.NotContains(t, string(raw), "very secret")
	status, tree := c.askOldAPI("/irisservices/api/v1/public/protectionSources?environment=kKubernetes")
	require.Equal(t, 200, status, "%s", tree)
	assert.Contains(t, string(tree), `"name":"shop","type":"kNamespace"`)
	status, tree = c.askOldAPI("/irisservices/api/v1/public/protectionSources/registrationInfo")
	require.Equal(t, 200, status, "%s", tree)
	assert.Contains(t, string(tree), `"unprotectedCount":2`)
	shop := str(c.objectNamed("shop"), "id")
	c.must("POST", "/data-protect/policies", goldPolicy("gold"))
	group := str(c.must("POST", "/data-protect/protection-groups", jsonObject{"name": "cluster", "environment": "kKubernetes", "isPaused": true,
		"policyId":         objectList(c.must("GET", "/data-protect/policies", nil), "policies")[0]["id"],
		"kubernetesParams": jsonObject{"objects": []any{jsonObject{"id": json.Number(source)}}, "excludeObjectIds": []any{c.objectNamed("other")["id"]}}}), "id")
	run := c.backUp(group)
	require.Equal(t, []string{"shop"}, names(objectList(run, "objects"), "object", "name"))
	assert.Equal(t, "kKubernetes", str(run, "environment"))
	c.must("POST", "/data-protect/snapshots/"+c.snapshot(shop)+"/meta-info", jsonObject{"environment": "kKubernetes"})

	params := func(target jsonObject) jsonObject {
		target["recoveryTargetConfig"] = jsonObject{"recoverToNewSource": false}
		return jsonObject{"recoveryAction": "RecoverNamespaces", "objects": []any{jsonObject{"snapshotId": c.snapshot(shop)}},
			"recoverNamespaceParams": jsonObject{"targetEnvironment": "kKubernetes", "kubernetesTargetParams": target}}
	}
	body := jsonObject{"name": "x", "snapshotEnvironment": "kKubernetes", "kubernetesParams": params(jsonObject{"recoverClusterScopedResources": jsonObject{"snapshotId": c.snapshot(shop)}})}
	assert.Contains(t, c.refused(400, "POST", "/data-protect/recoveries", body), "recoverClusterScopedResources: the folder of a namespace")
	body["kubernetesParams"] = params(jsonObject{"renameRecoveredNamespacesParams": jsonObject{"prefix": "No Name"}})
	assert.Contains(t, c.refused(400, "POST", "/data-protect/recoveries", body), "no name for a namespace")
	r := c.recover("kKubernetes", params(jsonObject{"recoverPvcsOnly": false}))
	assert.Equal(t, "Succeeded", str(r, "status"), "nothing is missing")
	writeFile(t, filepath.Join(cluster, "shop/web.yaml"), "changed")
	writeFile(t, filepath.Join(cluster, "shop/more.yaml"), "more")
	require.NoError(t, os.Remove(filepath.Join(cluster, "shop/namespace.yaml")))
	require.NoError(t, os.RemoveAll(filepath.Join(cluster, "shop/config")))
	r = c.recover("kKubernetes", params(jsonObject{}))
	assert.Equal(t, "Succeeded", str(r, "status"))
	assert.Equal(t, "changed", read1(t, cluster, "shop/web.yaml"), "what is there stays")
	assert.Equal(t, "more", read1(t, cluster, "shop/more.yaml"))
	assert.Contains(t, read1(t, cluster, "shop/namespace.yaml"), "name: shop", "and what is missing is added")
	assert.Equal(t, "kind: ConfigMap\n", read1(t, cluster, "shop/config/map.yaml"))
	found, err := filepath.Glob(filepath.Join(cluster, ".*"))
	require.NoError(t, err)
	assert.Empty(t, found, "nothing is left beside the namespaces")
	r = c.recover("kKubernetes", params(jsonObject{"renameRecoveredNamespacesParams": jsonObject{"prefix": "old-"}}))
	assert.Equal(t, "Succeeded", str(r, "status"))
	assert.Equal(t, "# the shop\nkind: Deployment\nmetadata:\n  name: shop\n  namespace: old-shop\n---\nkind: Service\nmetadata:\n  name: web\n  namespace: old-shop\n", read1(t, cluster, "old-shop/web.yaml"))
	assert.Equal(t, "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: old-shop\n", read1(t, cluster, "old-shop/namespace.yaml"))
	assert.Equal(t, "namespace: shop", read1(t, cluster, "old-shop/notes.txt"))
	c.objectNamed("old-shop")
	require.NoError(t, os.RemoveAll(filepath.Join(cluster, "shop")))
	r = c.recover("kKubernetes", params(jsonObject{}))
	assert.Equal(t, "Succeeded", str(r, "status"))
	assert.Contains(t, read1(t, cluster, "shop/web.yaml"), "namespace: shop\n")
}
