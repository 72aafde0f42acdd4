package sandbox

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSourcesAreRefreshedByThemselves(t *testing.T) {
	c := start(t, Options{})
	cluster := filepath.Join(t.TempDir(), "cluster")
	writeFile(t, filepath.Join(cluster, "shop/web.yaml"), "kind: Deployment\n")
	source := str(c.must("POST", "/data-protect/sources/registrations", jsonObject{"environment": "kKubernetes", "name": "cluster-1",
		"kubernetesParams": jsonObject{"endpoint": cluster, "kubernetesDistribution": "kIKS", "clientPrivateKey": "key"}}), "id")
	c.until("/data-protect/sources/registrations/"+source, "authenticationStatus", "Finished")
	objects := func() []string {
		return names(objectList(c.must("GET", "/data-protect/search/objects", nil), "objects"), "name")
	}
	writeFile(t, filepath.Join(cluster, "blog/web.yaml"), "kind: Deployment\n")
	c.server.Advance(refreshInterval - time.Minute)
	time.Sleep(3 * tickInterval)
	assert.Equal(t, []string{"shop"}, objects())
	c.server.Advance(2 * time.Minute)
	require.Eventually(t, func() bool { return len(objects()) == 2 }, 5*time.Second, 5*time.Millisecond)

	require.NoError(t, os.Rename(cluster, cluster+"-gone"))
	c.server.Advance(2 * refreshInterval)
	time.Sleep(3 * tickInterval)
	assert.Len(t, objects(), 2, "a source that cannot be reached keeps its objects")
	require.NoError(t, os.Rename(cluster+"-gone", cluster))
	require.NoError(t, os.RemoveAll(filepath.Join(cluster, "blog")))
	c.server.Advance(2 * refreshInterval)
	require.Eventually(t, func() bool { return len(objects()) == 1 }, 5*time.Second, 5*time.Millisecond)
}
