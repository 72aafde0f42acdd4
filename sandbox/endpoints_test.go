package sandbox

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNamesStandForFolders registers a host and a cluster by the names that the options map to folders.
func TestNamesStandForFolders(t *testing.T) {
	dir, host, cluster, moved := t.TempDir(), t.TempDir(), t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	writeFile(t, filepath.Join(cluster, "shop/web.yaml"), "kind: Deployment\n")
	const name, address = "web-1.example.com", "https://cluster.example.com:6443"
	c := start(t, Options{Dir: dir, Endpoints: map[string]string{name: host, address: cluster}})
	physical := func(endpoint string) jsonObject {
		return jsonObject{"environment": "kPhysical", "physicalParams": jsonObject{"endpoint": endpoint}}
	}
	const path = "/data-protect/sources/registrations"
	registered := c.must("POST", path, physical("WEB-1.example.com"))
	source := str(registered, "id")
	assert.Equal(t, "WEB-1.example.com", str(registered, "physicalParams", "endpoint"), "as it was sent")
	assert.Equal(t, "WEB-1.example.com", str(registered, "name"))
	_, tree := c.askOldAPI("/irisservices/api/v1/public/protectionSources?id=" + source)
	assert.Contains(t, string(tree), `"hostName":"WEB-1.example.com"`)
	c.must("POST", path, jsonObject{"environment": "kKubernetes", "kubernetesParams": jsonObject{"endpoint": address, "kubernetesDistribution": "kROKS", "clientPrivateKey": "x"}})
	c.objectNamed("shop")
	assert.Contains(t, c.refused(409, "POST", path, physical(name)), "registered already")
	c.refusedAs(t, `physicalParams.endpoint: no folder stands for "web-2.example.com". Start the sandbox with -endpoint web-2.example.com=FOLDER`, "POST", path, physical("web-2.example.com"))
	c.refusedAs(t, "physicalParams.endpoint: no folder stands", "PATCH", path+"/"+source, physical("web-2.example.com"))

	group := c.group("files", goldPolicy("gold"), source)
	c.backUp(group)
	assert.Equal(t, "one", string(c.text("GET", "/data-protect/snapshots/"+c.snapshot(source)+"/download-file?filePath=/a")))
	require.NoError(t, c.server.Close())

	// The folder stays without the option, and changes with it.
	c = start(t, Options{Dir: dir})
	assert.Equal(t, "Succeeded", str(c.backUp(group), "localBackupInfo", "status"))
	require.NoError(t, c.server.Close())
	writeFile(t, filepath.Join(moved, "a"), "two")
	c = start(t, Options{Dir: dir, Endpoints: map[string]string{name: moved}})
	c.backUp(group)
	assert.Equal(t, "two", string(c.text("GET", "/data-protect/snapshots/"+c.snapshot(source)+"/download-file?filePath=/a")))
}
