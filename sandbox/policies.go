package sandbox

import "net/http"

func (c *call) listPolicies() (any, error) {
	found := []any{}
	for o := range c.data.policies.all() {
		if c.matches("ids", str(o, "id")) && c.matchesName("policyNames", str(o, "name")) && c.matches("types", "Regular") && c.matchesArchive(o) {
			found = append(found, c.policyJSON(o))
		}
	}
	return jsonObject{"policies": found}, nil
}

// matchesArchive reports whether the parameter vaultIds is absent or contains the archive of a policy.
func (c *call) matchesArchive(policy jsonObject) bool {
	if c.listParam("vaultIds") == nil {
		return true
	}
	a := c.data.archiveOf(policy)
	return a != nil && c.matches("vaultIds", toString(a.ID))
}

// policyJSON is a policy with the numbers of its groups and objects, as the API shows it.
func (c *call) policyJSON(o jsonObject) jsonObject {
	groups, objects := 0, 0
	for group := range c.data.groups.all() {
		if str(group, "policyId") == str(o, "id") && !isTrue(group, "isDeleted") {
			groups++
			objects += len(c.data.selections(group))
		}
	}
	return setPresent(clone(o), jsonObject{"numProtectionGroups": groups, "numProtectedObjects": objects, "isUsable": true})
}

// policyInUse returns a refusal if a group has a policy.
func (d *data) policyInUse(o jsonObject) error {
	for group := range d.groups.all() {
		if str(group, "policyId") == str(o, "id") && !isTrue(group, "isDeleted") {
			return refuse(http.StatusConflict, "KInUse", "The policy is in use by the group %s.", str(group, "name"))
		}
	}
	return nil
}

func (c *call) createPolicy() (any, error) {
	err := c.data.policies.checkNameFree(str(c.body, "name"), "")
	if err == nil {
		err = checkPrimaryTarget(c.body)
	}
	if err != nil {
		return nil, err
	}
	return c.putPolicy(c.data.newClusterID())
}

func (c *call) putPolicy(id string) (any, error) {
	o := setPresent(clone(c.body), jsonObject{"id": id, "lastModificationTimeUsecs": c.data.now()})
	c.data.policies.put(o)
	for group := range c.data.groups.all() {
		if str(group, "policyId") == id {
			delete(c.data.nextRuns, str(group, "id")) // its schedule may have changed
		}
	}
	return c.policyJSON(o), nil
}

func (c *call) getPolicy() (any, error) {
	o, err := c.data.policies.byID(c.path["id"])
	if err != nil {
		return nil, err
	}
	return c.policyJSON(o), nil
}

func (c *call) updatePolicy() (any, error) {
	o, err := c.data.policies.byID(c.path["id"])
	if err == nil {
		err = checkCurrent(c.body, o, "lastModificationTimeUsecs")
	}
	if err == nil {
		err = c.data.policies.checkNameFree(str(c.body, "name"), str(o, "id"))
	}
	if err == nil {
		err = checkPrimaryTarget(c.body)
	}
	if err != nil {
		return nil, err
	}
	return c.putPolicy(c.path["id"])
}

func (c *call) deletePolicy() (any, error) { return nil, c.data.policies.delete(c.path["id"]) }
