package sandbox

import "net/http"

func (c *call) listPolicies() (any, error) {
	found := []any{}
	for o := range c.data.policies.all() {
		if c.wants("ids", str(o, "id")) && c.named("policyNames", str(o, "name")) && c.wants("types", "Regular") && c.listParam("vaultIds") == nil {
			found = append(found, c.policy(o))
		}
	}
	return object{"policies": found}, nil
}

// policy is a policy with the numbers of what it protects.
func (c *call) policy(o object) object {
	groups, things := 0, 0
	for group := range c.data.groups.all() {
		if str(group, "policyId") == str(o, "id") && !is(group, "isDeleted") {
			groups++
			things += len(c.data.choices(group))
		}
	}
	return set(clone(o), object{"numProtectionGroups": groups, "numProtectedObjects": things, "isUsable": true})
}

// policyInUse refuses to remove a policy that a group follows.
func (d *data) policyInUse(o object) error {
	for group := range d.groups.all() {
		if str(group, "policyId") == str(o, "id") && !is(group, "isDeleted") {
			return refuse(http.StatusConflict, "KInUse", "The policy is in use by the group %s.", str(group, "name"))
		}
	}
	return nil
}

func (c *call) createPolicy() (any, error) {
	if err := c.data.policies.checkNameFree(str(c.body, "name"), ""); err != nil {
		return nil, err
	}
	return c.keepPolicy(c.data.clusterID())
}

func (c *call) keepPolicy(id string) (any, error) {
	o := set(clone(c.body), object{"id": id, "lastModificationTimeUsecs": c.data.now()})
	c.data.policies.put(o)
	for group := range c.data.groups.all() {
		if str(group, "policyId") == id {
			delete(c.data.due, str(group, "id")) // it may run by another schedule now
		}
	}
	return c.policy(o), nil
}

func (c *call) getPolicy() (any, error) {
	o, err := c.data.policies.byID(c.path["id"])
	if err != nil {
		return nil, err
	}
	return c.policy(o), nil
}

func (c *call) updatePolicy() (any, error) {
	o, err := c.data.policies.byID(c.path["id"])
	if err == nil {
		err = c.data.policies.checkNameFree(str(c.body, "name"), str(o, "id"))
	}
	if err != nil {
		return nil, err
	}
	return c.keepPolicy(c.path["id"])
}

func (c *call) deletePolicy() (any, error) { return nil, c.data.policies.delete(c.path["id"]) }
