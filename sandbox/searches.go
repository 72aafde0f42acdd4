package sandbox

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"path"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// snapshotOf is a snapshot with the run that it comes from.
type snapshotOf struct {
	run    *run
	object *runObject
}

// snapshots are the snapshots that there are, newest first.
func (d *data) snapshots() iter.Seq[snapshotOf] {
	return func(yield func(snapshotOf) bool) {
		for r := range d.runs.Backward() {
			if r.Deleted || !r.ended() {
				continue
			}
			for _, o := range r.Objects {
				if o.Snapshot != "" && !yield(snapshotOf{r, o}) {
					return
				}
			}
		}
	}
}

// findSnapshot finds a snapshot by its id.
func (d *data) findSnapshot(id string) (snapshotOf, error) {
	for s := range d.snapshots() {
		if s.object.Snapshot == id {
			return s, nil
		}
	}
	return snapshotOf{}, notFound("snapshot", id)
}

// actions are what can be done with the snapshots of an environment.
var actions = map[string][]string{
	"kPhysical":   {"RecoverFiles", "DownloadFilesAndFolders", "RecoverPhysicalVolumes", "InstantVolumeMount"},
	"kSQL":        {"RecoverApps", "DownloadFilesAndFolders"},
	"kKubernetes": {"RecoverNamespaces", "DownloadFilesAndFolders"},
}

// allows tells whether a list of actions in the parameters leaves room for an environment.
func (c *call) allows(name, environment string) bool {
	return c.listParam(name) == nil || slices.ContainsFunc(actions[environment], func(action string) bool { return c.wants(name, action) })
}

func (c *call) listSnapshots() (any, error) {
	id := c.path["id"]
	known := slices.ContainsFunc(c.data.leaves(true), func(t *thing) bool { return text(t.ID) == id })
	found := []any{}
	for s := range c.data.snapshots() {
		if text(s.object.ID) != id {
			continue
		}
		known = true
		if c.within(s.object.End, "fromTimeUsecs", "toTimeUsecs") && c.within(s.run.Start, "runStartFromTimeUsecs", "runStartToTimeUsecs") &&
			c.wantsType(s.run.Type) && c.wants("protectionGroupIds", s.run.Group) && c.wants("runInstanceIds", text(s.run.Number)) &&
			c.listParam("regionIds") == nil && c.wants("objectActionKeys", s.run.Environment) && c.allows("snapshotActions", s.run.Environment) {
			found = append(found, c.snapshot(s))
		}
	}
	if !known {
		return nil, notFound("object", id)
	}
	return object{"snapshots": found}, nil
}

// snapshot is a snapshot in the service's words.
func (c *call) snapshot(s snapshotOf) object {
	return set(object{
		"id": s.object.Snapshot, "objectId": s.object.ID, "objectName": s.object.Name, "environment": s.run.Environment, "snapshotTargetType": "Local",
		"protectionGroupId": s.run.Group, "protectionGroupRunId": s.run.ID(), "runInstanceId": s.run.Number, "runStartTimeUsecs": s.run.Start,
		"runType": s.run.Type, "snapshotTimestampUsecs": s.object.End, "expiryTimeUsecs": s.object.Expiry, "onLegalHold": s.run.Hold,
		"hasDataLock": s.run.Locked > c.data.now(), "indexingStatus": "Done", "sourceId": s.object.Source,
	}, object{"protectionGroupName": c.data.groupName(s.run.Group)})
}

// leaves are the things that can be backed up, with those that are gone where they are wanted.
func (d *data) leaves(gone bool) (found []*thing) {
	for s := range d.sources.All() {
		for _, t := range s.Things {
			if t.leaf() && (gone || !t.Gone) {
				found = append(found, t)
			}
		}
	}
	return found
}

// wantsThing tells whether the parameters that all searches for objects have leave room for a thing.
func (c *call) wantsThing(t *thing) bool {
	return matches(c.param("searchString"), t.Name) && c.wants("environments", t.Environment) && c.wants("objectIds", text(t.ID)) &&
		c.wants("sourceIds", text(t.Source)) && (c.listParam("osTypes") == nil || c.wants("osTypes", text(c.data.summary(t)["osType"])))
}

// tagged are the parameters that choose by tags, sites or clusters, which nothing here has.
var tagged = []string{"mustHaveTagIds", "mightHaveTagIds", "mustHaveSnapshotTagIds", "mightHaveSnapshotTagIds", "tagSearchName", "tagNames", "tagTypes",
	"tagCategories", "tagSubCategories", "externalFilters", "sourceUuids", "clusterIdentifiers"}

func (c *call) searchObjects() (any, error) {
	results := []any{}
	none := slices.ContainsFunc(tagged, func(name string) bool { return c.listParam(name) != nil })
	for _, t := range c.data.leaves(c.flag("includeDeletedObjects") || c.flag("isDeleted")) {
		if none || !c.wantsThing(t) || !c.wants("isDeleted", text(t.Gone)) {
			continue
		}
		groups := c.data.groupsOf(t)
		if !c.wants("isProtected", text(len(groups) > 0)) || !c.wantsProtection(t, groups) {
			continue
		}
		shown := c.data.summary(t)
		if len(groups) > 0 {
			infos, status := []any{}, ""
			for _, g := range groups {
				policy, _ := c.data.policies.get(str(g, "policyId"))
				infos = append(infos, set(object{"id": g["id"], "name": g["name"], "environment": g["environment"], "policyId": g["policyId"]}, object{"policyName": policy["name"]}))
				if last := c.data.lastRun(str(g, "id")); last != nil {
					status = last.Status
				}
			}
			shown["objectProtectionInfos"] = []any{set(object{"objectId": t.ID, "sourceId": t.Source, "protectionGroups": infos}, object{"lastRunStatus": status})}
		}
		results = append(results, shown)
	}
	page, next, err := pageOf(results, c.param("paginationCookie"), c.queryInt("count", 0))
	return set(object{"objects": page, "count": len(results)}, object{"paginationCookie": next}), err
}

// wantsProtection tells whether the parameters about a thing's groups and their runs leave room for it.
func (c *call) wantsProtection(t *thing, groups []object) bool {
	if c.listParam("protectionTypes") != nil && !slices.ContainsFunc(groups, func(g object) bool {
		_, how, _ := strings.Cut(kindOf(g), " ")
		return c.wants("protectionTypes", how)
	}) {
		return false
	}
	if c.listParam("protectionGroupIds") != nil && !slices.ContainsFunc(groups, func(g object) bool { return c.wants("protectionGroupIds", str(g, "id")) }) {
		return false
	}
	return c.listParam("lastRunStatusList") == nil || slices.ContainsFunc(groups, func(g object) bool {
		last := c.data.lastRun(str(g, "id"))
		return last != nil && c.wants("lastRunStatusList", last.Status)
	})
}

func kindOf(group object) string {
	kind, _ := protection(group)
	return kind
}

// pageOf gives as many items as are asked for, from the place on that a cookie names, and the cookie for those behind
// them. None asked for means all.
func pageOf(items []any, cookie string, count int64) (page []any, next string, err error) {
	from := 0
	if cookie != "" {
		if _, err := fmt.Sscanf(cookie, "after-%d", &from); err != nil || from < 0 || from > len(items) {
			return nil, "", refuse(http.StatusBadRequest, "KValidationError", "paginationCookie: %q is none of ours.", cookie)
		}
	}
	to := len(items)
	if count > 0 {
		to = min(to, from+int(count))
	}
	if to < len(items) {
		next = fmt.Sprintf("after-%d", to)
	}
	return items[from:to], next, nil
}

func (c *call) searchProtected() (any, error) {
	latest := map[int64][]any{}
	type place struct {
		thing int64
		group string
	}
	seen := map[place]bool{}
	for s := range c.data.snapshots() {
		at := place{s.object.ID, s.run.Group}
		if seen[at] || !c.wants("protectionGroupIds", s.run.Group) || !c.wants("runInstanceIds", text(s.run.Number)) ||
			!c.within(s.object.End, "filterSnapshotFromUsecs", "filterSnapshotToUsecs") || !c.allows("snapshotActions", s.run.Environment) {
			continue
		}
		seen[at] = true
		latest[s.object.ID] = append(latest[s.object.ID], set(object{
			"localSnapshotInfo": object{"snapshotId": s.object.Snapshot, "logicalSizeBytes": s.object.Total}, "indexingStatus": "Done",
			"protectionGroupId": s.run.Group, "protectionRunId": s.run.ID(), "runType": s.run.Type, "runInstanceId": s.run.Number,
			"protectionRunStartTimeUsecs": s.run.Start, "protectionRunEndTimeUsecs": s.run.End,
		}, object{"protectionGroupName": c.data.groupName(s.run.Group)}))
	}
	byTime := c.queryInt("filterSnapshotFromUsecs", 0) > 0 || c.queryInt("filterSnapshotToUsecs", 0) > 0 || c.listParam("runInstanceIds") != nil
	found := []any{}
	fromSource := map[int64]int64{}
	for _, t := range c.data.leaves(true) {
		if !c.wantsThing(t) || !c.wants("objectActionKey", t.Environment) || c.flag("cdpProtectedOnly") {
			continue
		}
		protected := slices.ContainsFunc(c.data.groupsOf(t), func(g object) bool { return c.wants("protectionGroupIds", str(g, "id")) })
		if len(latest[t.ID]) == 0 && (byTime || !protected) {
			continue
		}
		if fromSource[t.Source]++; fromSource[t.Source] > c.queryInt("subResultSize", 1<<62) {
			continue
		}
		shown := c.data.summary(t)
		shown["latestSnapshotsInfo"] = append([]any{}, latest[t.ID]...)
		found = append(found, shown)
	}
	return object{"objects": found, "numResults": len(found)}, nil
}

func (c *call) searchIndexed() (any, error) {
	kind := str(c.body, "objectType")
	answer := object{"objectType": kind, "count": 0}
	if kind != "Files" {
		return answer, nil // nothing of another kind is indexed here
	}
	for _, name := range []string{"mustHaveTagIds", "mightHaveTagIds", "mustHaveSnapshotTagIds", "mightHaveSnapshotTagIds", "tags", "snapshotTags", "storageDomainIds"} {
		if len(list(c.body, name)) > 0 {
			answer["files"] = []any{}
			return answer, nil
		}
	}
	params, _ := c.body["fileParams"].(object)
	found := []any{}
	seen := map[int64]bool{}
	for s := range c.data.snapshots() {
		if seen[s.object.ID] || !holds(list(params, "objectIds"), s.object.ID) || !holds(list(params, "sourceIds"), s.object.Source) ||
			!holds(list(params, "sourceEnvironments"), s.run.Environment) || !holds(list(c.body, "protectionGroupIds"), s.run.Group) {
			continue
		}
		seen[s.object.ID] = true
		kept, err := c.data.vault.Read(s.object.Snapshot)
		if err != nil {
			return nil, err
		}
		for _, e := range kept.Entries {
			if e.Path != "/" && matches(str(params, "searchString"), path.Base(e.Path)) && holds(list(params, "types"), typeOf(e)) {
				found = append(found, c.indexed(s, e))
			}
		}
	}
	page, next, err := pageOf(found, str(c.body, "paginationCookie"), num(c.body, "count"))
	answer["files"], answer["count"] = page, len(found)
	return set(answer, object{"paginationCookie": next}), err
}

func typeOf(e vault.Entry) string {
	switch {
	case e.Mode.IsDir():
		return "Directory"
	case e.Link != "":
		return "Symlink"
	}
	return "File"
}

// indexed is a file that was found, in the service's words.
func (c *call) indexed(s snapshotOf, e vault.Entry) object {
	group, _ := c.data.groups.get(s.run.Group)
	policy, _ := c.data.policies.get(str(group, "policyId"))
	return set(object{"name": path.Base(e.Path), "path": path.Dir(e.Path), "type": typeOf(e), "protectionGroupId": s.run.Group, "sourceInfo": c.data.objectOf(s.run, s.object)},
		object{"protectionGroupName": group["name"], "policyId": policy["id"], "policyName": policy["name"]})
}

// restorePoints are the full snapshots of groups in a time range, and the ranges between them and the logs behind them,
// within which a database can be brought back to any moment.
func (c *call) restorePoints() (any, error) {
	from, to := num(c.body, "startTimeUsecs"), num(c.body, "endTimeUsecs")
	if from > to {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "startTimeUsecs is later than endTimeUsecs.")
	}
	full, ranges := []any{}, []any{}
	for _, id := range texts(c.body, "protectionGroupIds") {
		var first, last int64 // of the time range
		for s := range c.data.snapshots() {
			if s.run.Group != id || s.object.End < from || s.object.End > to || !holds(sourceOf(c.body), s.object.Source) {
				continue
			}
			if s.run.Type == "kLog" {
				last = max(last, s.object.End)
				continue
			}
			if last > 0 {
				first = s.object.End
			}
			full = append(full, object{"restoreInfo": object{"protectionGroupId": id, "runStartTimeUsecs": s.run.Start, "objectInfo": c.data.objectOf(s.run, s.object)}})
		}
		if first > 0 {
			ranges = append(ranges, object{"protectionGroupId": id, "startTimeUsecs": first, "endTimeUsecs": last})
		}
	}
	return object{"fullSnapshotInfo": full, "timeRangeInfo": object{"timeRanges": ranges}}, nil
}

// sourceOf is the source that a request is about, if it names one.
func sourceOf(body object) []any {
	if body["sourceId"] == nil {
		return nil
	}
	return []any{body["sourceId"]}
}

func (c *call) metaInfo() (any, error) {
	s, err := c.data.findSnapshot(c.path["snapshotId"])
	if err != nil {
		return nil, err
	}
	answer := object{"environment": s.run.Environment}
	if s.run.Environment == "kKubernetes" {
		answer["kubernetesParams"] = object{"backedUpPvcs": []any{}}
	}
	return answer, nil
}

func (c *call) downloadFile() (any, error) {
	s, err := c.data.findSnapshot(c.path["snapshotsId"])
	if err != nil {
		return nil, err
	}
	kept, err := c.data.vault.Read(s.object.Snapshot)
	if errors.Is(err, vault.ErrNone) {
		err = notFound("snapshot", s.object.Snapshot)
	}
	if err != nil {
		return nil, err
	}
	wanted := "/" + vault.On(c.param("filePath"))
	for _, e := range kept.Entries {
		if e.Path == wanted && e.Content != "" {
			file, err := c.data.vault.File(e)
			if err != nil {
				return nil, err
			}
			return c.deliver(file, cmp.Or(path.Base(e.Path), "file"))
		}
	}
	return nil, refuse(http.StatusNotFound, "KEntityNotExistsError", "The snapshot has no file %s.", wanted)
}
