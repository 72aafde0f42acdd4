package sandbox

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAClusterIsProtectedAutomatically(t *testing.T) {
	c := start(t, Options{})
	cluster := t.TempDir()
	writeFile(t, filepath.Join(cluster, "shop/web.yaml"), "kind: Deployment\n")
	policy := str(c.must("POST", "/data-protect/policies", goldPolicy("gold")), "id")
	body := func(config jsonObject) jsonObject {
		return jsonObject{"environment": "kKubernetes", "name": "cluster-1", "kubernetesParams": jsonObject{
			"endpoint": cluster, "kubernetesDistribution": "kIKS", "clientPrivateKey": "key", "autoProtectConfig": config}}
	}
	const sources = "/data-protect/sources/registrations"
	config := func(registered jsonObject) jsonObject {
		found, _ := lookup(registered, "kubernetesParams", "autoProtectConfig").(jsonObject)
		return found
	}
	assert.Contains(t, c.refused(400, "POST", sources, body(jsonObject{"isDefaultAutoProtected": true, "policyId": "1:2:3"})), "no protection policy 1:2:3")
	registered := c.must("POST", sources, body(jsonObject{"isDefaultAutoProtected": true, "policyId": policy, "protectionGroupId": "1:2:3"}))
	group := str(config(registered), "protectionGroupId")
	path := sources + "/" + str(registered, "id")
	shown := c.must("GET", "/data-protect/protection-groups/"+group, nil)
	assert.Equal(t, "cluster-1-auto-protect", str(shown, "name"))
	assert.Equal(t, policy, str(shown, "policyId"))
	run := c.waitForRuns(group, 1)[0]
	assert.Equal(t, []string{"shop"}, names(objectList(run, "objects"), "object", "name"), "it starts its first run")
	assert.Equal(t, group, str(config(c.must("GET", path, nil)), "protectionGroupId"))

	// A later change keeps the group, and gives it the policy that is named.
	silver := str(c.must("POST", "/data-protect/policies", goldPolicy("silver")), "id")
	changed := c.must("PUT", path, body(jsonObject{"isDefaultAutoProtected": true, "policyId": silver}))
	assert.Equal(t, group, str(config(changed), "protectionGroupId"))
	assert.Equal(t, silver, str(c.must("GET", "/data-protect/protection-groups/"+group, nil), "policyId"))
	assert.Len(t, objectList(c.must("GET", "/data-protect/protection-groups", nil), "protectionGroups"), 1)

	// Without it there is no group, and a group that cannot be made is no reason to refuse the registration.
	c.must("DELETE", "/data-protect/protection-groups/"+group, nil)
	changed = c.must("PUT", path, body(jsonObject{"isDefaultAutoProtected": false, "policyId": silver}))
	assert.Empty(t, str(config(changed), "protectionGroupId"))
	assert.Empty(t, objectList(c.must("GET", "/data-protect/protection-groups", nil), "protectionGroups"))
	c.group("cluster-1-auto-protect", goldPolicy("bronze"), c.register("web-1", t.TempDir()))
	changed = c.must("PUT", path, body(jsonObject{"isDefaultAutoProtected": true, "policyId": silver}))
	assert.Contains(t, str(config(changed), "errorMessage"), "exists already")
}
