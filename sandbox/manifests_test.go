package sandbox

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// writeShop writes a namespace with manifests of several kinds and the data of two claims.
func writeShop(t *testing.T, cluster string) {
	for name, text := range map[string]string{
		"namespace.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n",
		"web.yaml":       "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, labels: {app: web, tier: front}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web, labels: {app: web}}\n",
		"db.json":        `{"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "db", "labels": {"app": "db", "tier": "back"}}}`,
		"claims.yaml":    "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: orders, labels: {app: db}}\n",
		"cache.yml":      "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: cache, labels: {app: web}}\n",
		"orders/rows":    "rows", "orders/x.yaml": "kind: Secret\n", "cache/page": "page",
		"notes.txt": "no manifest",
	} {
		writeFile(t, filepath.Join(cluster, "shop", name), text)
	}
}

// filesBelow returns the paths of the files below a folder, in order.
func filesBelow(t *testing.T, folder string) []string {
	found := []string{}
	require.NoError(t, filepath.WalkDir(folder, func(at string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			rel, _ := filepath.Rel(folder, at)
			found = append(found, filepath.ToSlash(rel))
		}
		return err
	}))
	slices.Sort(found)
	return found
}

// filters are what a group's object or a recovery's target can say about manifests, and the files that are left.
var filters = []struct {
	name     string
	group    jsonObject // fields of the object of a group
	recovery jsonObject // fields of the target of a recovery; nil where it has none of these
	left     []string
}{
	{"all", jsonObject{}, jsonObject{}, []string{"cache.yml", "cache/page", "claims.yaml", "db.json", "namespace.yaml", "notes.txt", "orders/rows", "orders/x.yaml", "web.yaml"}},
	{"a label", jsonObject{"includeParams": labelled("AND", "app=web")}, jsonObject{"includeParams": labelled("AND", "app=web")},
		[]string{"cache.yml", "cache/page", "namespace.yaml", "web.yaml"}},
	{"all of the labels", jsonObject{"includeParams": labelled("AND", "app=web", "tier=front")}, jsonObject{"includeParams": labelled("AND", "app=web", "tier=front")},
		[]string{"namespace.yaml", "web.yaml"}},
	{"one of the labels", jsonObject{"includeParams": labelled("OR", "tier=back", "tier=front")}, jsonObject{"includeParams": labelled("OR", "tier=back", "tier=front")},
		[]string{"db.json", "namespace.yaml", "web.yaml"}},
	{"not a label", jsonObject{"excludeParams": labelled("AND", "app=web")}, jsonObject{"excludeParams": labelled("AND", "app=web")},
		[]string{"claims.yaml", "db.json", "namespace.yaml", "notes.txt", "orders/rows", "orders/x.yaml"}},
	{"selected resources", jsonObject{"includeParams": selected("StatefulSet", "apps", "db")}, jsonObject{"includeParams": selected("StatefulSet", "apps", "db")},
		[]string{"db.json", "namespace.yaml"}},
	{"of another name", jsonObject{"includeParams": selected("StatefulSet", "apps", "other")}, jsonObject{"includeParams": selected("StatefulSet", "apps", "other")},
		[]string{"namespace.yaml"}},
	{"of another API group", jsonObject{"includeParams": selected("StatefulSet", "extensions", "db")}, nil, []string{"namespace.yaml"}},
	{"kinds", jsonObject{"includedResources": []any{"services", "statefulsets.apps"}}, nil, []string{"db.json", "namespace.yaml", "web.yaml"}},
	{"not a kind", jsonObject{"excludedResources": []any{"PersistentVolumeClaim"}}, nil, []string{"db.json", "namespace.yaml", "notes.txt", "web.yaml"}},
	{"claims alone", jsonObject{"backupOnlyPvc": true}, jsonObject{"recoverPvcsOnly": true}, []string{"cache.yml", "cache/page", "claims.yaml", "namespace.yaml", "orders/rows", "orders/x.yaml"}},
	{"a claim", jsonObject{"includePvcs": []any{jsonObject{"name": "orders"}}}, nil, []string{"claims.yaml", "db.json", "namespace.yaml", "notes.txt", "orders/rows", "orders/x.yaml", "web.yaml"}},
	{"not a claim", jsonObject{"excludePvcs": []any{jsonObject{"name": "orders"}}}, jsonObject{"excludedPvcs": []any{jsonObject{"name": "orders"}}},
		[]string{"cache.yml", "cache/page", "db.json", "namespace.yaml", "notes.txt", "web.yaml"}},
}

func labelled(how string, labels ...string) jsonObject {
	list := []any{}
	for _, label := range labels {
		key, value, _ := strings.Cut(label, "=")
		list = append(list, jsonObject{"key": key, "value": value})
	}
	return jsonObject{"labelCombinationMethod": how, "labelVector": list}
}

func selected(kind, group, name string) jsonObject {
	return jsonObject{"selectedResources": []any{jsonObject{"kind": kind, "apiGroup": group, "version": "v1", "resourceList": []any{jsonObject{"name": name}}}}}
}

// TestManifestsAreSelected backs up parts of a namespace, and recovers the same parts of a whole one.
func TestManifestsAreSelected(t *testing.T) {
	c := start(t, Options{Strict: true})
	cluster := t.TempDir()
	writeShop(t, cluster)
	source := str(c.must("POST", "/data-protect/sources/registrations", jsonObject{"environment": "kKubernetes", "name": "cluster-1",
		"kubernetesParams": jsonObject{"endpoint": cluster, "kubernetesDistribution": "kROKS", "clientPrivateKey": "x"}}), "id")
	shop := str(c.objectNamed("shop"), "id")
	policy := str(c.must("POST", "/data-protect/policies", goldPolicy("gold")), "id")
	whole := ""
	for _, f := range filters {
		t.Run(f.name, func(t *testing.T) {
			// The group names the cluster, so that its namespaces have what its object says.
			object := setPresent(jsonObject{"id": json.Number(source)}, f.group)
			group := str(c.must("POST", "/data-protect/protection-groups", jsonObject{"name": f.name, "policyId": policy, "environment": "kKubernetes", "isPaused": true, "kubernetesParams": jsonObject{"objects": []any{object}}}), "id")
			run := c.backUp(group)
			require.Equal(t, "Succeeded", str(run, "localBackupInfo", "status"), "%v", run["localBackupInfo"])
			recoverTo := func(snapshot string, more jsonObject) []string {
				require.NoError(t, os.RemoveAll(filepath.Join(cluster, "again-shop")))
				target := setPresent(jsonObject{"recoveryTargetConfig": jsonObject{"recoverToNewSource": false}, "renameRecoveredNamespacesParams": jsonObject{"prefix": "again-"}}, more)
				r := c.recover("kKubernetes", jsonObject{"recoveryAction": "RecoverNamespaces", "objects": []any{jsonObject{"snapshotId": snapshot}},
					"recoverNamespaceParams": jsonObject{"targetEnvironment": "kKubernetes", "kubernetesTargetParams": target}})
				require.Equal(t, "Succeeded", str(r, "status"), "%v", r["messages"])
				return filesBelow(t, filepath.Join(cluster, "again-shop"))
			}
			assert.Equal(t, f.left, recoverTo(c.snapshot(shop), nil), "what was backed up")
			if whole == "" {
				whole = c.snapshot(shop)
			}
			if f.recovery != nil {
				assert.Equal(t, f.left, recoverTo(whole, f.recovery), "what was recovered")
			}
			require.NoError(t, os.RemoveAll(filepath.Join(cluster, "again-shop")))
			c.must("POST", "/data-protect/sources/"+source+"/refresh", nil) // which ends a little later
			require.Eventually(t, func() bool {
				return len(objectList(c.must("GET", "/data-protect/search/objects?searchString=again-shop", nil), "objects")) == 0
			}, 5*time.Second, 5*time.Millisecond)
			c.must("DELETE", "/data-protect/protection-groups/"+group, nil)
		})
	}
}
