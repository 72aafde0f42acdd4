package service

import (
	"net/http"
	"slices"
	"strings"
	"time"
)

func (c *call) listPolicies() (any, error) {
	found := []any{}
	for _, o := range c.Policies {
		if c.wants("ids", str(o, "id")) && c.named("policyNames", str(o, "name")) {
			found = append(found, c.policy(o))
		}
	}
	return object{"policies": found}, nil
}

// named tells whether a list of names leaves room for a name, without regard to case.
func (c *call) named(param, name string) bool {
	names := c.query(param)
	return names == nil || slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

// policy is a policy with the numbers of what it protects.
func (c *call) policy(o object) object {
	groups, objects := 0, 0
	for _, group := range c.Groups {
		if str(group, "policyId") == str(o, "id") {
			groups++
			objects += len(groupObjects(group))
		}
	}
	return set(clone(o), object{"numProtectionGroups": groups, "numProtectedObjects": objects, "isUsable": true})
}

func (c *call) createPolicy() (any, error) {
	if err := c.unique(c.Policies, "policy", ""); err != nil {
		return nil, err
	}
	o := set(clone(c.body), object{"id": c.clusterID(), "lastModificationTimeUsecs": time.Now().UnixMicro()})
	c.Policies = append(c.Policies, o)
	return c.policy(o), nil
}

// unique refuses a name that another thing has.
func (c *call) unique(objects []object, what, own string) error {
	if o, i := findFold(objects, "name", str(c.body, "name")); i >= 0 && str(o, "id") != own {
		return refuse(http.StatusConflict, "KAlreadyExists", "A protection %s named %s exists already.", what, str(o, "name"))
	}
	return nil
}

func (c *call) policyByID() (object, int, error) {
	o, i := find(c.Policies, "id", c.path["id"])
	if i < 0 {
		return nil, -1, notFound("protection policy", c.path["id"])
	}
	return o, i, nil
}

func (c *call) getPolicy() (any, error) {
	o, _, err := c.policyByID()
	if err != nil {
		return nil, err
	}
	return c.policy(o), nil
}

func (c *call) updatePolicy() (any, error) {
	_, i, err := c.policyByID()
	if err != nil {
		return nil, err
	}
	if err := c.unique(c.Policies, "policy", c.path["id"]); err != nil {
		return nil, err
	}
	c.Policies[i] = set(clone(c.body), object{"id": c.path["id"], "lastModificationTimeUsecs": time.Now().UnixMicro()})
	return c.policy(c.Policies[i]), nil
}

func (c *call) deletePolicy() (any, error) {
	_, i, err := c.policyByID()
	if err != nil {
		return nil, err
	}
	if group, j := find(c.Groups, "policyId", c.path["id"]); j >= 0 {
		return nil, refuse(http.StatusConflict, "KInUse", "The policy is in use by the group %s.", str(group, "name"))
	}
	c.Policies = remove(c.Policies, i)
	return nil, nil
}

// groupObjects are the ids of the sources that a group protects.
func groupObjects(group object) (ids []int64) {
	for _, o := range list(group, "physicalParams", "fileProtectionTypeParams", "objects") {
		if o, ok := o.(object); ok {
			ids = append(ids, num(o, "id"))
		}
	}
	return ids
}

func (c *call) listGroups() (any, error) {
	found := []any{}
	for _, o := range c.Groups {
		if c.wants("ids", str(o, "id")) && c.named("names", str(o, "name")) && c.wants("policyIds", str(o, "policyId")) &&
			c.wants("environments", str(o, "environment")) && c.wants("isPaused", str(o, "isPaused")) && c.wants("isActive", "true") && !slices.Equal(c.query("isDeleted"), []string{"true"}) {
			found = append(found, c.group(o))
		}
	}
	return object{"protectionGroups": found}, nil
}

// group is a group with its last run, where that is asked for.
func (c *call) group(o object) object {
	shown := clone(o)
	shown["numProtectedObjects"] = len(groupObjects(o))
	if c.r.URL.Query().Get("includeLastRunInfo") == "true" {
		if runs := c.runsOf(str(o, "id")); len(runs) > 0 {
			shown["lastRun"] = c.run(runs[0], false)
		}
	}
	return shown
}

// checkGroup refuses a group that could not be backed up, and completes its objects' names.
func (c *call) checkGroup() error {
	if _, i := find(c.Policies, "id", str(c.body, "policyId")); i < 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "policyId: there is no protection policy %s.", str(c.body, "policyId"))
	}
	if str(c.body, "environment") != "kPhysical" || str(c.body, "physicalParams", "protectionType") != "kFile" {
		return refuse(http.StatusBadRequest, "KUnsupported", "The sandbox protects the files of hosts: environment kPhysical, protectionType kFile.")
	}
	objects := list(c.body, "physicalParams", "fileProtectionTypeParams", "objects")
	if len(objects) == 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "physicalParams.fileProtectionTypeParams.objects: at least one object is needed.")
	}
	for _, o := range objects {
		o, ok := o.(object)
		if !ok {
			continue
		}
		source := c.sourceByID(num(o, "id"))
		if source == nil {
			return refuse(http.StatusBadRequest, "KValidationError", "There is no object with the id %s.", str(o, "id"))
		}
		o["name"] = source["name"]
	}
	return nil
}

func (c *call) createGroup() (any, error) {
	if err := c.unique(c.Groups, "group", ""); err != nil {
		return nil, err
	}
	if err := c.checkGroup(); err != nil {
		return nil, err
	}
	o := set(clone(c.body), object{"id": c.clusterID(), "isActive": true, "isDeleted": false, "lastModifiedTimestampUsecs": time.Now().UnixMicro()})
	if o["isPaused"] == nil {
		o["isPaused"] = false
	}
	c.Groups = append(c.Groups, o)
	return c.group(o), nil
}

func (c *call) groupByID() (object, int, error) {
	o, i := find(c.Groups, "id", c.path["id"])
	if i < 0 {
		return nil, -1, notFound("protection group", c.path["id"])
	}
	return o, i, nil
}

func (c *call) getGroup() (any, error) {
	o, _, err := c.groupByID()
	if err != nil {
		return nil, err
	}
	return c.group(o), nil
}

func (c *call) updateGroup() (any, error) {
	old, i, err := c.groupByID()
	if err != nil {
		return nil, err
	}
	if err := c.unique(c.Groups, "group", c.path["id"]); err != nil {
		return nil, err
	}
	if err := c.checkGroup(); err != nil {
		return nil, err
	}
	c.Groups[i] = set(clone(c.body), object{"id": c.path["id"], "isActive": true, "isDeleted": false, "lastModifiedTimestampUsecs": time.Now().UnixMicro()})
	if c.Groups[i]["isPaused"] == nil {
		c.Groups[i]["isPaused"] = old["isPaused"]
	}
	return c.group(c.Groups[i]), nil
}

func (c *call) deleteGroup() (any, error) {
	_, i, err := c.groupByID()
	if err != nil {
		return nil, err
	}
	runs := c.runsOf(c.path["id"])
	for _, r := range runs {
		if !r.ended() {
			return nil, refuse(http.StatusConflict, "KInUse", "The group has an active run.")
		}
	}
	if c.r.URL.Query().Get("deleteSnapshots") == "true" {
		for _, r := range runs {
			c.deleteSnapshots(r)
		}
		c.Runs = slices.DeleteFunc(c.Runs, func(r *run) bool { return r.Group == c.path["id"] })
	}
	c.Groups = remove(c.Groups, i)
	return nil, nil
}
