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

// snapshot is the snapshot of an object in a run.
type snapshot struct {
	run    *run
	result *runObject
}

// snapshots returns all snapshots, newest first.
func (d *data) snapshots() iter.Seq[snapshot] {
	return func(yield func(snapshot) bool) {
		for r := range d.runs.Backward() {
			if r.Deleted || !r.ended() {
				continue
			}
			for _, o := range r.Objects {
				if o.Snapshot != "" && !yield(snapshot{r, o}) {
					return
				}
			}
		}
	}
}

// findSnapshot returns the snapshot with an id, or a refusal.
func (d *data) findSnapshot(id string) (snapshot, error) {
	for s := range d.snapshots() {
		if s.result.Snapshot == id {
			return s, nil
		}
	}
	return snapshot{}, notFound("snapshot", id)
}

// actions are the recovery actions for snapshots of an environment.
var actions = map[string][]string{
	"kPhysical":   {"RecoverFiles", "DownloadFilesAndFolders", "RecoverPhysicalVolumes", "InstantVolumeMount"},
	"kSQL":        {"RecoverApps", "DownloadFilesAndFolders"},
	"kKubernetes": {"RecoverNamespaces", "DownloadFilesAndFolders"},
}

// matchesActions reports whether a list parameter is absent or contains an action for an environment.
func (c *call) matchesActions(name, environment string) bool {
	return c.listParam(name) == nil || slices.ContainsFunc(actions[environment], func(action string) bool { return c.matches(name, action) })
}

func (c *call) listSnapshots() (any, error) {
	id := c.path["id"]
	known := slices.ContainsFunc(c.data.protectableObjects(true), func(obj *backupObject) bool { return toString(obj.ID) == id })
	found := []any{}
	for s := range c.data.snapshots() {
		if toString(s.result.ID) != id {
			continue
		}
		known = true
		if c.inTimeRange(s.result.End, "fromTimeUsecs", "toTimeUsecs") && c.inTimeRange(s.run.Start, "runStartFromTimeUsecs", "runStartToTimeUsecs") &&
			c.matchesRunType(s.run.Type) && c.matches("protectionGroupIds", s.run.Group) && c.matches("runInstanceIds", toString(s.run.Number)) &&
			c.listParam("regionIds") == nil && c.matches("objectActionKeys", s.run.Environment) && c.matchesActions("snapshotActions", s.run.Environment) {
			found = append(found, c.snapshotJSON(s))
		}
	}
	if !known {
		return nil, notFound("object", id)
	}
	return jsonObject{"snapshots": found}, nil
}

// snapshotJSON is a snapshot as the API shows it.
func (c *call) snapshotJSON(s snapshot) jsonObject {
	shown := setPresent(jsonObject{
		"id": s.result.Snapshot, "objectId": s.result.ID, "objectName": s.result.Name, "environment": s.run.Environment, "snapshotTargetType": s.run.targetType(),
		"protectionGroupId": s.run.Group, "protectionGroupRunId": s.run.ID(), "runInstanceId": s.run.Number, "runStartTimeUsecs": s.run.Start,
		"runType": s.run.Type, "snapshotTimestampUsecs": s.result.End, "expiryTimeUsecs": s.result.Expiry, "onLegalHold": s.run.LegalHold,
		"hasDataLock": s.run.LockExpiry > c.data.now(), "indexingStatus": "Done", "sourceId": s.result.Source,
	}, jsonObject{"protectionGroupName": c.data.groupName(s.run.Group)})
	if s.run.Archive != nil {
		shown["externalTargetInfo"], shown["ownershipContext"] = s.run.archiveJSON(), "Local"
	}
	return shown
}

// protectableObjects returns the objects that can be backed up, with those that are gone if gone is true.
func (d *data) protectableObjects(gone bool) (found []*backupObject) {
	for s := range d.sources.All() {
		for _, obj := range s.Objects {
			if obj.protectable() && (gone || !obj.Gone) {
				found = append(found, obj)
			}
		}
	}
	return found
}

// matchesObject reports whether an object matches the parameters that all searches for objects have.
func (c *call) matchesObject(obj *backupObject) bool {
	return matchesPattern(c.param("searchString"), obj.Name) && c.matches("environments", obj.Environment) && c.matches("objectIds", toString(obj.ID)) &&
		c.matches("sourceIds", toString(obj.Source)) && (c.listParam("osTypes") == nil || c.matches("osTypes", toString(c.data.objectJSON(obj)["osType"])))
}

// unsupportedSearchParams are the parameters that select by tags, sites or clusters. Nothing in the sandbox has any.
var unsupportedSearchParams = []string{"mustHaveTagIds", "mightHaveTagIds", "mustHaveSnapshotTagIds", "mightHaveSnapshotTagIds", "tagSearchName", "tagNames", "tagTypes",
	"tagCategories", "tagSubCategories", "externalFilters", "clusterIdentifiers"}

func (c *call) searchObjects() (any, error) {
	results := []any{}
	none := slices.ContainsFunc(unsupportedSearchParams, func(name string) bool { return c.listParam(name) != nil })
	for _, obj := range c.data.protectableObjects(c.boolParam("includeDeletedObjects") || c.boolParam("isDeleted")) {
		if none || !c.matchesObject(obj) || !c.matches("sourceUuids", str(jsonObject{"source": c.data.sourceInfoJSON(obj)}, "source", "uuid")) || !c.matches("isDeleted", toString(obj.Gone)) {
			continue
		}
		groups := c.data.groupsOf(obj)
		if !c.matches("isProtected", toString(len(groups) > 0)) || !c.matchesProtection(groups) {
			continue
		}
		shown := setPresent(c.data.objectJSON(obj), jsonObject{"sourceInfo": c.data.sourceInfoJSON(obj)})
		if len(groups) > 0 {
			shown["objectProtectionInfos"] = c.protectionInfosJSON(obj, groups)
		}
		results = append(results, shown)
	}
	page, next, err := pageOf(results, c.param("paginationCookie"), c.intParam("count", 0))
	return setPresent(jsonObject{"objects": page, "count": len(results)}, jsonObject{"paginationCookie": next}), err
}

// matchesProtection reports whether the groups of an object and their runs match the parameters.
func (c *call) matchesProtection(groups []jsonObject) bool {
	if c.listParam("protectionTypes") != nil && !slices.ContainsFunc(groups, func(g jsonObject) bool {
		_, how, _ := strings.Cut(protectionKind(g), " ")
		return c.matches("protectionTypes", how)
	}) {
		return false
	}
	if c.listParam("protectionGroupIds") != nil && !slices.ContainsFunc(groups, func(g jsonObject) bool { return c.matches("protectionGroupIds", str(g, "id")) }) {
		return false
	}
	return c.listParam("lastRunStatusList") == nil || slices.ContainsFunc(groups, func(g jsonObject) bool {
		last := c.data.lastRun(str(g, "id"))
		return last != nil && c.matches("lastRunStatusList", last.Status)
	})
}

// protectionKind returns the kind of protection of a group.
func protectionKind(group jsonObject) string {
	kind, _ := protectionOf(group)
	return kind
}

// pageOf returns count items from the position in a cookie on, and the cookie of the next page, or "". A count of 0 means all.
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
		object int64
		group  string
	}
	seen := map[place]bool{}
	for s := range c.data.snapshots() {
		at := place{s.result.ID, s.run.Group}
		if seen[at] || !c.matches("protectionGroupIds", s.run.Group) || !c.matches("runInstanceIds", toString(s.run.Number)) ||
			!c.inTimeRange(s.result.End, "filterSnapshotFromUsecs", "filterSnapshotToUsecs") || !c.matchesActions("snapshotActions", s.run.Environment) {
			continue
		}
		seen[at] = true
		info := jsonObject{"snapshotId": s.result.Snapshot, "logicalSizeBytes": s.result.Total}
		field, infos := "localSnapshotInfo", any(info)
		if s.run.Archive != nil {
			field, infos = "archivalSnapshotsInfo", []any{setPresent(info, s.run.archiveJSON())}
		}
		latest[s.result.ID] = append(latest[s.result.ID], setPresent(jsonObject{
			field: infos, "indexingStatus": "Done",
			"protectionGroupId": s.run.Group, "protectionRunId": s.run.ID(), "runType": s.run.Type, "runInstanceId": s.run.Number,
			"protectionRunStartTimeUsecs": s.run.Start, "protectionRunEndTimeUsecs": s.run.End,
		}, jsonObject{"protectionGroupName": c.data.groupName(s.run.Group)}))
	}
	byTime := c.intParam("filterSnapshotFromUsecs", 0) > 0 || c.intParam("filterSnapshotToUsecs", 0) > 0 || c.listParam("runInstanceIds") != nil
	found := []any{}
	fromSource := map[int64]int64{}
	for _, obj := range c.data.protectableObjects(true) {
		if !c.matchesObject(obj) || !c.matches("objectActionKey", obj.Environment) || c.boolParam("cdpProtectedOnly") {
			continue
		}
		protected := slices.ContainsFunc(c.data.groupsOf(obj), func(g jsonObject) bool { return c.matches("protectionGroupIds", str(g, "id")) })
		if len(latest[obj.ID]) == 0 && (byTime || !protected) {
			continue
		}
		if fromSource[obj.Source]++; fromSource[obj.Source] > c.intParam("subResultSize", 1<<62) {
			continue
		}
		shown := setPresent(c.data.objectJSON(obj), jsonObject{"sourceInfo": c.data.sourceInfoJSON(obj)})
		shown["latestSnapshotsInfo"] = append([]any{}, latest[obj.ID]...)
		found = append(found, shown)
	}
	return jsonObject{"objects": found, "numResults": len(found)}, nil
}

func (c *call) searchIndexed() (any, error) {
	kind := str(c.body, "objectType")
	answer := jsonObject{"objectType": kind, "count": 0}
	if kind != "Files" {
		return answer, nil // the sandbox indexes files alone
	}
	for _, name := range []string{"mustHaveTagIds", "mightHaveTagIds", "mustHaveSnapshotTagIds", "mightHaveSnapshotTagIds", "tags", "snapshotTags", "storageDomainIds"} {
		if len(anyList(c.body, name)) > 0 {
			answer["files"] = []any{}
			return answer, nil
		}
	}
	params, _ := c.body["fileParams"].(jsonObject)
	found := []any{}
	type place struct {
		object      int64
		group, path string
	}
	seen := map[place]bool{} // a file is found once, as it was in the newest snapshot that has it
	for s := range c.data.snapshots() {
		if !emptyOrContains(anyList(params, "objectIds"), s.result.ID) || !emptyOrContains(anyList(params, "sourceIds"), s.result.Source) ||
			!emptyOrContains(anyList(params, "sourceEnvironments"), s.run.Environment) || !emptyOrContains(anyList(c.body, "protectionGroupIds"), s.run.Group) {
			continue
		}
		kept, err := c.data.vault.Read(s.result.Snapshot)
		if err != nil {
			return nil, err
		}
		for _, e := range kept.Entries {
			at := place{s.result.ID, s.run.Group, e.Path}
			if e.Path != "/" && !seen[at] && matchesPattern(str(params, "searchString"), path.Base(e.Path)) && emptyOrContains(anyList(params, "types"), entryType(e)) {
				seen[at] = true
				found = append(found, c.indexedFileJSON(s, e))
			}
		}
	}
	page, next, err := pageOf(found, str(c.body, "paginationCookie"), num(c.body, "count"))
	answer["files"], answer["count"] = page, len(found)
	return setPresent(answer, jsonObject{"paginationCookie": next}), err
}

func entryType(e vault.Entry) string {
	switch {
	case e.Mode.IsDir():
		return "Directory"
	case e.Link != "":
		return "Symlink"
	}
	return "File"
}

// indexedFileJSON is a file that was found, as the API shows it.
func (c *call) indexedFileJSON(s snapshot, e vault.Entry) jsonObject {
	group, _ := c.data.groups.get(s.run.Group)
	policy, _ := c.data.policies.get(str(group, "policyId"))
	return setPresent(jsonObject{"name": path.Base(e.Path), "path": path.Dir(e.Path), "type": entryType(e), "protectionGroupId": s.run.Group, "sourceInfo": c.data.runObjectJSON(s.run, s.result)},
		jsonObject{"protectionGroupName": group["name"], "policyId": policy["id"], "policyName": policy["name"]})
}

// restorePoints returns the snapshots of groups in a time range, but those of logs, and the time ranges covered by logs, within
// which a database can be recovered to any moment.
func (c *call) restorePoints() (any, error) {
	from, to := num(c.body, "startTimeUsecs"), num(c.body, "endTimeUsecs")
	if from > to {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "startTimeUsecs is later than endTimeUsecs.")
	}
	full, ranges := []any{}, []any{}
	for _, id := range stringList(c.body, "protectionGroupIds") {
		seen := map[timeRange]bool{}
		objects := map[int64]bool{}
		for s := range c.data.snapshots() {
			if s.run.Group != id || c.body["sourceId"] != nil && num(c.body, "sourceId") != s.result.ID && num(c.body, "sourceId") != s.result.Source {
				continue
			}
			if !objects[s.result.ID] {
				objects[s.result.ID] = true
				for _, covered := range c.data.restorableRanges(id, s.result.ID) {
					covered = timeRange{max(covered.from, from), min(covered.to, to)}
					if covered.from <= covered.to && !seen[covered] {
						seen[covered] = true
						ranges = append(ranges, jsonObject{"protectionGroupId": id, "startTimeUsecs": covered.from, "endTimeUsecs": covered.to})
					}
				}
			}
			if s.run.Type == "kLog" || s.result.End < from || s.result.End > to {
				continue
			}
			info := jsonObject{"protectionGroupId": id, "runStartTimeUsecs": s.run.Start, "objectInfo": c.data.runObjectJSON(s.run, s.result)}
			if s.run.Archive != nil {
				info["archivalTargetInfo"] = s.run.archiveJSON()
			}
			full = append(full, jsonObject{"restoreInfo": info})
		}
	}
	return jsonObject{"fullSnapshotInfo": full, "timeRangeInfo": jsonObject{"timeRanges": ranges}}, nil
}

func (c *call) metaInfo() (any, error) {
	s, err := c.data.findSnapshot(c.path["snapshotId"])
	if err != nil {
		return nil, err
	}
	answer := jsonObject{"environment": s.run.Environment}
	if s.run.Environment == "kKubernetes" {
		answer["kubernetesParams"] = jsonObject{"backedUpPvcs": []any{}}
	}
	return answer, nil
}

func (c *call) downloadFile() (any, error) {
	s, err := c.data.findSnapshot(c.path["snapshotsId"])
	if err != nil {
		return nil, err
	}
	kept, err := c.data.vault.Read(s.result.Snapshot)
	if errors.Is(err, vault.ErrNotFound) {
		err = notFound("snapshot", s.result.Snapshot)
	}
	if err != nil {
		return nil, err
	}
	wanted := "/" + vault.RelPath(c.param("filePath"))
	for _, e := range kept.Entries {
		if e.Path == wanted && e.Content != "" {
			file, err := c.data.vault.ContentFile(e)
			if err != nil {
				return nil, err
			}
			return c.openFilePart(file, cmp.Or(path.Base(e.Path), "file"))
		}
	}
	return nil, refuse(http.StatusNotFound, "KEntityNotExistsError", "The snapshot has no file %s.", wanted)
}
