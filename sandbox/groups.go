package sandbox

import (
	"net/http"
	"slices"
	"strings"
)

// copyStatuses are the parameters with which groups are chosen by the copies of their last run, of which there are none here.
var copyStatuses = []string{"lastRunReplicationStatus", "lastRunArchivalStatus", "lastRunCloudSpinStatus"}

func (c *call) listGroups() (any, error) {
	found := []any{}
	for o := range c.data.groups.all() {
		if c.wantsGroup(o) {
			found = append(found, c.group(o))
		}
	}
	return object{"protectionGroups": found}, nil
}

// wantsGroup tells whether the parameters leave room for a group. Deleted ones are listed when they are asked for.
func (c *call) wantsGroup(o object) bool {
	deleted := c.listParam("isDeleted")
	if deleted == nil {
		deleted = []string{"false"}
	}
	if !slices.Contains(deleted, str(o, "isDeleted")) || !c.wants("isActive", text(c.data.active(o))) || !c.wants("isPaused", text(is(o, "isPaused"))) ||
		!c.wants("ids", str(o, "id")) || !c.named("names", str(o, "name")) || !c.wants("policyIds", str(o, "policyId")) || !c.wants("environments", str(o, "environment")) {
		return false
	}
	if c.listParam("sourceIds") != nil && !slices.ContainsFunc(c.data.choices(o), func(chosen choice) bool {
		t := c.data.things[chosen.id]
		return t != nil && c.wants("sourceIds", text(t.Source))
	}) {
		return false
	}
	if policy, _ := c.data.policies.get(str(o, "policyId")); c.flag("includeGroupsWithDatalockOnly") && at(policy, "backupPolicy", "regular", "retention", "dataLockConfig") == nil {
		return false
	}
	return c.wantsLastRun(o)
}

func (c *call) wantsLastRun(o object) bool {
	status, violated := "", "false"
	if last := c.data.lastRun(str(o, "id")); last != nil {
		status, violated = last.Status, text(c.data.slaViolated(last))
	}
	return c.wants("lastRunLocalBackupStatus", status) && c.wants("lastRunAnyStatus", status) && c.wants("isLastRunSlaViolated", violated) &&
		!slices.ContainsFunc(copyStatuses, func(name string) bool { return c.listParam(name) != nil })
}

// active tells whether a group may run: not when it was deleted, nor after the time at which it ends.
func (d *data) active(o object) bool {
	ends := num(o, "endTimeUsecs")
	return !is(o, "isDeleted") && (ends == 0 || d.now() < ends)
}

// group is a group with what is known of it now.
func (c *call) group(o object) object {
	shown := clone(o)
	shown["isActive"] = c.data.active(o)
	shown["numProtectedObjects"] = len(c.data.choices(o))
	if last := c.data.lastRun(str(o, "id")); last != nil && c.flag("includeLastRunInfo") {
		shown["lastRun"] = c.run(last, false)
	}
	if c.flag("pruneSourceIds") || c.flag("pruneExcludedSourceIds") {
		shown = c.pruned(shown)
	}
	return shown
}

// pruned is a group without the ids that the parameters leave out.
func (c *call) pruned(o object) object {
	for _, key := range paramsKey {
		params, ok := o[key].(object)
		if !ok {
			continue
		}
		if c.flag("pruneExcludedSourceIds") && params["excludeObjectIds"] != nil {
			o = with(o, []any{}, key, "excludeObjectIds")
		}
		if c.flag("pruneSourceIds") {
			for inner, value := range params {
				if how, ok := value.(object); ok && how["objects"] != nil {
					o = with(o, []any{}, key, inner, "objects")
				}
			}
			if params["objects"] != nil {
				o = with(o, []any{}, key, "objects")
			}
		}
	}
	return o
}

// checkGroup refuses a group that could not be backed up, and completes its objects' names.
func (c *call) checkGroup() error {
	if _, ok := c.data.policies.get(str(c.body, "policyId")); !ok {
		return refuse(http.StatusBadRequest, "KValidationError", "policyId: there is no protection policy %s.", str(c.body, "policyId"))
	}
	kind, params := protection(c.body)
	if params == nil {
		return refuse(http.StatusBadRequest, "KValidationError", "A group of %s needs the parameters that belong to it.", kind)
	}
	if field := unsupported(params, "labelIds", "excludeLabelIds", "includeParams", "excludeParams"); field != "" {
		return refuse(http.StatusBadRequest, "KUnsupported", "%s: the sandbox backs up namespaces whole.", field)
	}
	if len(objects(params, "objects")) == 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "objects: at least one object is needed.")
	}
	for _, o := range objects(params, "objects") {
		if field := unsupported(o, "backupOnlyPvc", "includeParams", "excludeParams", "includePvcs", "excludePvcs", "includedResources", "excludedResources"); field != "" {
			return refuse(http.StatusBadRequest, "KUnsupported", "%s: the sandbox backs up namespaces whole.", field)
		}
		t := c.data.things[num(o, "id")]
		if t == nil {
			return refuse(http.StatusBadRequest, "KValidationError", "There is no object with the id %s.", str(o, "id"))
		}
		if environment := str(c.body, "environment"); t.Environment != environment && (environment != "kSQL" || t.Type != typeHost) {
			return refuse(http.StatusBadRequest, "KValidationError", "The object %s is of %s, and the group of %s.", t.Name, t.Environment, environment)
		}
		o["name"] = t.Name
	}
	return nil
}

func (c *call) createGroup() (any, error) {
	err := c.data.groups.checkNameFree(str(c.body, "name"), "")
	if err == nil {
		err = c.checkGroup()
	}
	if err != nil {
		return nil, err
	}
	o := set(clone(c.body), object{"id": c.data.clusterID(), "isDeleted": false, "isPaused": is(c.body, "isPaused")})
	return c.keepGroup(o), nil
}

func (c *call) keepGroup(o object) object {
	if old, ok := c.data.groups.get(str(o, "id")); ok {
		c.data.name(old, false)
	}
	c.data.name(o, true)
	o["lastModifiedTimestampUsecs"] = c.data.now()
	c.data.groups.put(o)
	delete(c.data.due, str(o, "id"))
	return c.group(o)
}

// groupByID is the group of the path. Deleted ones have only their runs still.
func (c *call) groupByID() (object, error) {
	o, err := c.data.groups.byID(c.path["id"])
	if err == nil && is(o, "isDeleted") && !strings.Contains(c.request.URL.Path, "/runs") {
		err = notFound(c.data.groups.noun, c.path["id"])
	}
	return o, err
}

func (c *call) getGroup() (any, error) {
	o, err := c.groupByID()
	if err != nil {
		return nil, err
	}
	return c.group(o), nil
}

func (c *call) updateGroup() (any, error) {
	old, err := c.groupByID()
	if err == nil {
		err = c.data.groups.checkNameFree(str(c.body, "name"), c.path["id"])
	}
	if err == nil && str(c.body, "environment") != str(old, "environment") {
		err = refuse(http.StatusBadRequest, "KValidationError", "environment: the group is of %s, which stays.", str(old, "environment"))
	}
	if err == nil {
		err = c.checkGroup()
	}
	if err != nil {
		return nil, err
	}
	o := set(clone(c.body), object{"id": c.path["id"], "isDeleted": false})
	if o["isPaused"] == nil {
		o["isPaused"] = old["isPaused"]
	}
	return c.keepGroup(o), nil
}

// deleteGroup removes a group with its snapshots, or leaves those to be recovered from until they expire.
func (c *call) deleteGroup() (any, error) {
	o, err := c.groupByID()
	if err != nil {
		return nil, err
	}
	id := c.path["id"]
	if c.data.activeRun(id) != nil {
		return nil, refuse(http.StatusConflict, "KInUse", "The group has an active run.")
	}
	if c.flag("deleteSnapshots") {
		for r := range c.data.runsOf(id) {
			if err := c.data.mayDelete(r); err != nil {
				return nil, refuse(http.StatusConflict, "KInUse", "The run %s of the group cannot be deleted: %v", r.ID(), err)
			}
		}
		for r := range c.data.runsOf(id) {
			c.data.deleteSnapshots(r)
		}
	}
	c.data.name(o, false)
	o = clone(o)
	o["isDeleted"] = true
	c.data.groups.put(o)
	c.data.forget(id)
	return nil, nil
}

// forget removes a deleted group, once nothing of it can be recovered any more.
func (d *data) forget(id string) {
	if o, ok := d.groups.get(id); !ok || !is(o, "isDeleted") {
		return
	}
	var runs []*run
	for r := range d.runsOf(id) {
		if !r.Deleted {
			return
		}
		runs = append(runs, r)
	}
	for _, r := range runs {
		d.runs.Remove(text(r.Number))
	}
	d.groups.remove(id)
	delete(d.byGroup, id)
	delete(d.due, id)
}
