package sandbox

import "net/http"

// checkAutoProtection returns a refusal for a cluster that is to be protected by a policy that does not exist.
func (c *call) checkAutoProtection(body jsonObject) error {
	config, _ := lookup(body, "kubernetesParams", "autoProtectConfig").(jsonObject)
	if _, ok := c.data.policies.get(str(config, "policyId")); !ok && isTrue(config, "isDefaultAutoProtected") {
		return refuse(http.StatusBadRequest, "KValidationError", "autoProtectConfig.policyId: there is no protection policy %s.", str(config, "policyId"))
	}
	return nil
}

// autoProtect makes the protection group of a cluster whose registration asks for one, and sets its id in the registration, or
// the reason why there is none. before is the configuration that the cluster had, or nil: a group that it has already is kept.
func (c *call) autoProtect(s *source, before jsonObject) {
	config, _ := lookup(s.registration(), "kubernetesParams", "autoProtectConfig").(jsonObject)
	if config == nil {
		return
	}
	config = clone(config)
	delete(config, "errorMessage")
	delete(config, "protectionGroupId")
	group, ok := c.data.groups.get(str(before, "protectionGroupId"))
	switch {
	case ok && !isTrue(group, "isDeleted"):
		if isTrue(config, "isDefaultAutoProtected") && str(group, "policyId") != str(config, "policyId") {
			c.putGroup(withValue(group, config["policyId"], "policyId"))
		}
		config["protectionGroupId"] = group["id"]
	case isTrue(config, "isDefaultAutoProtected"):
		create := *c
		create.body = jsonObject{"name": str(s.registration(), "name") + "-auto-protect", "policyId": config["policyId"], "environment": "kKubernetes",
			"kubernetesParams": jsonObject{"objects": []any{jsonObject{"id": s.ID}}}}
		if made, err := create.createGroup(); err != nil {
			config["errorMessage"] = err.Error()
		} else if made, ok := made.(jsonObject); ok {
			config["protectionGroupId"] = made["id"]
		}
	}
	s.Registration = &registration{fields: withValue(s.registration(), config, "kubernetesParams", "autoProtectConfig")}
	c.data.sources.Put(s)
}
