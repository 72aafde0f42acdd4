package sandbox

import (
	"net/http"
	"slices"
	"strings"
)

// copyStatuses are the parameters that select groups by the copies of their last run on other targets. The sandbox makes no
// copies.
var copyStatuses = []string{"lastRunReplicationStatus", "lastRunCloudSpinStatus"}

func (c *call) listGroups() (any, error) {
	found := []any{}
	for o := range c.data.groups.all() {
		if c.matchesGroup(o) {
			found = append(found, c.groupJSON(o))
		}
	}
	return jsonObject{"protectionGroups": found}, nil
}

// matchesGroup reports whether a group matches the parameters. Deleted groups match only if they are asked for.
func (c *call) matchesGroup(o jsonObject) bool {
	deleted := c.listParam("isDeleted")
	if deleted == nil {
		deleted = []string{"false"}
	}
	if !slices.Contains(deleted, str(o, "isDeleted")) || !c.matches("isActive", toString(c.data.isActive(o))) || !c.matches("isPaused", toString(isTrue(o, "isPaused"))) ||
		!c.matches("ids", str(o, "id")) || !c.matchesName("names", str(o, "name")) || !c.matches("policyIds", str(o, "policyId")) || !c.matches("environments", str(o, "environment")) {
		return false
	}
	if c.listParam("sourceIds") != nil && !slices.ContainsFunc(c.data.selections(o), func(chosen selection) bool {
		obj := c.data.objects[chosen.id]
		return obj != nil && c.matches("sourceIds", toString(obj.Source))
	}) {
		return false
	}
	if policy, _ := c.data.policies.get(str(o, "policyId")); c.boolParam("includeGroupsWithDatalockOnly") && lookup(policy, "backupPolicy", "regular", "retention", "dataLockConfig") == nil {
		return false
	}
	return c.matchesLastRun(o)
}

func (c *call) matchesLastRun(o jsonObject) bool {
	var local, archival string // the status of the last run, by where its snapshots are
	violated := "false"
	if last := c.data.lastRun(str(o, "id")); last != nil {
		local, archival = last.statuses()
		violated = toString(c.data.slaViolated(last))
	}
	return c.matches("lastRunLocalBackupStatus", local) && c.matches("lastRunArchivalStatus", archival) && c.matches("lastRunAnyStatus", local+archival) && c.matches("isLastRunSlaViolated", violated) &&
		!slices.ContainsFunc(copyStatuses, func(name string) bool { return c.listParam(name) != nil })
}

// isActive reports whether a group can run: it is not deleted, and its end time has not passed.
func (d *data) isActive(o jsonObject) bool {
	ends := num(o, "endTimeUsecs")
	return !isTrue(o, "isDeleted") && (ends == 0 || d.now() < ends)
}

// groupJSON is a group with its current state, as the API shows it.
func (c *call) groupJSON(o jsonObject) jsonObject {
	shown := clone(o)
	shown["isActive"] = c.data.isActive(o)
	shown["numProtectedObjects"] = len(c.data.selections(o))
	if last := c.data.lastRun(str(o, "id")); last != nil && c.boolParam("includeLastRunInfo") {
		shown["lastRun"] = c.runJSON(last, false)
	}
	if c.boolParam("pruneSourceIds") || c.boolParam("pruneExcludedSourceIds") {
		shown = c.pruneIDs(shown)
	}
	return shown
}

// pruneIDs returns a group without the ids that the parameters exclude.
func (c *call) pruneIDs(o jsonObject) jsonObject {
	for _, key := range paramsKey {
		params, ok := o[key].(jsonObject)
		if !ok {
			continue
		}
		if c.boolParam("pruneExcludedSourceIds") && params["excludeObjectIds"] != nil {
			o = withValue(o, []any{}, key, "excludeObjectIds")
		}
		if c.boolParam("pruneSourceIds") {
			for inner, value := range params {
				if how, ok := value.(jsonObject); ok && how["objects"] != nil {
					o = withValue(o, []any{}, key, inner, "objects")
				}
			}
			if params["objects"] != nil {
				o = withValue(o, []any{}, key, "objects")
			}
		}
	}
	return o
}

// checkGroup returns a refusal for a group that cannot be backed up, and sets the names of its objects.
func (c *call) checkGroup() error {
	if _, ok := c.data.policies.get(str(c.body, "policyId")); !ok {
		return refuse(http.StatusBadRequest, "KValidationError", "policyId: there is no protection policy %s.", str(c.body, "policyId"))
	}
	kind, params := protectionOf(c.body)
	if params == nil {
		return refuse(http.StatusBadRequest, "KValidationError", "A group of %s needs the parameters that belong to it.", kind)
	}
	if len(objectList(params, "objects")) == 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "objects: at least one object is needed.")
	}
	for _, o := range objectList(params, "objects") {
		obj := c.data.objects[num(o, "id")]
		if obj == nil {
			return refuse(http.StatusBadRequest, "KValidationError", "There is no object with the id %s.", str(o, "id"))
		}
		if environment := str(c.body, "environment"); obj.Environment != environment && (environment != "kSQL" || obj.Type != typeHost) {
			return refuse(http.StatusBadRequest, "KValidationError", "The object %s is of %s, and the group of %s.", obj.Name, obj.Environment, environment)
		}
		o["name"] = obj.Name
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
	o := setPresent(clone(c.body), jsonObject{"id": c.data.newClusterID(), "isDeleted": false, "isPaused": isTrue(c.body, "isPaused")})
	shown := c.putGroup(o)
	if isTrue(o, "isPaused") || !c.data.isActive(o) {
		return shown, nil
	}
	if inBlackoutWindow(c.data.policyOf(o), c.data.clock.now()) {
		c.data.deferFirstRun(str(o, "id"))
	} else {
		c.data.startRun(o, "kRegular", nil, c.server.Platform.Faults.ForRun(c.request))
	}
	return shown, nil
}

func (c *call) putGroup(o jsonObject) jsonObject {
	if old, ok := c.data.groups.get(str(o, "id")); ok {
		c.data.indexGroup(old, false)
	}
	c.data.indexGroup(o, true)
	o["lastModifiedTimestampUsecs"] = c.data.now()
	c.data.groups.put(o)
	delete(c.data.nextRuns, str(o, "id"))
	return c.groupJSON(o)
}

// groupByID returns the group with the id in the path. A deleted group is found for its runs alone.
func (c *call) groupByID() (jsonObject, error) {
	o, err := c.data.groups.byID(c.path["id"])
	if err == nil && isTrue(o, "isDeleted") && !strings.Contains(c.request.URL.Path, "/runs") {
		err = notFound(c.data.groups.noun, c.path["id"])
	}
	return o, err
}

func (c *call) getGroup() (any, error) {
	o, err := c.groupByID()
	if err != nil {
		return nil, err
	}
	return c.groupJSON(o), nil
}

func (c *call) updateGroup() (any, error) {
	old, err := c.groupByID()
	if err == nil {
		err = checkCurrent(c.body, old, "lastModifiedTimestampUsecs")
	}
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
	o := setPresent(clone(c.body), jsonObject{"id": c.path["id"], "isDeleted": false})
	if o["isPaused"] == nil {
		o["isPaused"] = old["isPaused"]
	}
	return c.putGroup(o), nil
}

// deleteGroup deletes a group, with its snapshots or without. Without, they can be recovered from until they expire.
func (c *call) deleteGroup() (any, error) {
	o, err := c.groupByID()
	if err != nil {
		return nil, err
	}
	id := c.path["id"]
	if c.data.activeRun(id) != nil {
		return nil, refuse(http.StatusConflict, "KInUse", "The group has an active run.")
	}
	if c.boolParam("deleteSnapshots") {
		for r := range c.data.runsOf(id) {
			if err := c.data.checkDeletable(r); err != nil {
				return nil, refuse(http.StatusConflict, "KInUse", "The run %s of the group cannot be deleted: %v", r.ID(), err)
			}
		}
		for r := range c.data.runsOf(id) {
			r.ManuallyDeleted = true
			c.data.deleteSnapshots(r)
		}
	}
	c.data.indexGroup(o, false)
	o = clone(o)
	o["isDeleted"] = true
	c.data.groups.put(o)
	c.data.removeIfEmpty(id)
	return nil, nil
}

// removeIfEmpty removes a deleted group whose snapshots are all gone.
func (d *data) removeIfEmpty(id string) {
	if o, ok := d.groups.get(id); !ok || !isTrue(o, "isDeleted") {
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
		d.runs.Remove(toString(r.Number))
	}
	d.groups.remove(id)
	d.counters.Remove(firstRunKey(id))
	delete(d.runsByGroup, id)
	delete(d.nextRuns, id)
}
