package service

import (
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"
)

// snapshotOf is a snapshot with the run that it comes from.
type snapshotOf struct {
	run    *run
	object *runObject
}

// snapshots are the snapshots that there are, newest first.
func (d *data) snapshots() (found []snapshotOf) {
	for _, r := range slices.Backward(d.Runs) {
		for _, o := range r.Objects {
			if o.Snapshot != "" && !r.Deleted && r.ended() {
				found = append(found, snapshotOf{r, o})
			}
		}
	}
	return found
}

func (c *call) groupName(id string) string {
	o, _ := find(c.Groups, "id", id)
	return str(o, "name")
}

func (c *call) listSnapshots() (any, error) {
	id := c.path["id"]
	known := false
	from, to := c.queryInt("fromTimeUsecs", 0), c.queryInt("toTimeUsecs", 1<<62)
	runFrom, runTo := c.queryInt("runStartFromTimeUsecs", 0), c.queryInt("runStartToTimeUsecs", 1<<62)
	found := []any{}
	for _, s := range c.snapshots() {
		if str(object{"id": s.object.ID}, "id") != id {
			continue
		}
		known = true
		if s.object.End < from || s.object.End > to || s.run.Start < runFrom || s.run.Start > runTo || !c.wants("runTypes", s.run.Type) && !(s.run.Type == "kIncremental" && c.wants("runTypes", "kRegular")) || !c.wants("protectionGroupIds", s.run.Group) {
			continue
		}
		found = append(found, set(object{
			"id": s.object.Snapshot, "objectId": s.object.ID, "objectName": s.object.Name, "environment": "kPhysical", "snapshotTargetType": "Local",
			"protectionGroupId": s.run.Group, "protectionGroupRunId": s.run.ID, "runStartTimeUsecs": s.run.Start, "runType": s.run.Type,
			"snapshotTimestampUsecs": s.object.End, "expiryTimeUsecs": s.object.Expiry, "onLegalHold": s.run.Hold, "hasDataLock": false, "indexingStatus": "Done",
			"sourceId": s.object.ID,
		}, object{"protectionGroupName": c.groupName(s.run.Group)}))
	}
	if _, _, err := c.source(id); err != nil && !known {
		return nil, notFound("object", id)
	}
	return object{"snapshots": found}, nil
}

// matches tells whether a name fits what is searched: with * and ?, or as a part of it.
func matches(pattern, name string) bool {
	pattern, name = strings.ToLower(pattern), strings.ToLower(name)
	if pattern == "" || pattern == "*" {
		return true
	}
	if strings.ContainsAny(pattern, "*?") {
		ok, err := path.Match(strings.ReplaceAll(pattern, "[", `\[`), name)
		return err == nil && ok
	}
	return strings.Contains(name, pattern)
}

// found are the sources that a search for objects finds, protected or not.
func (c *call) found(protected string) (sources []object) {
	for _, o := range c.Sources {
		yes := c.protected(o) > 0
		if matches(c.r.URL.Query().Get("searchString"), str(o, "name")) && c.wants("environments", "kPhysical") && c.wants("objectIds", str(o, "id")) &&
			c.wants("sourceIds", str(o, "id")) && c.wants("osTypes", osType()) && (protected == "" || yes == (protected == "true")) {
			sources = append(sources, o)
		}
	}
	return sources
}

func (c *call) summaryOf(o object) object {
	return object{"id": o["id"], "name": o["name"], "sourceId": o["id"], "sourceName": o["name"], "environment": "kPhysical", "objectType": "kHost",
		"osType": osType(), "logicalSizeBytes": num(o, "sourceInfo", "logicalSizeBytes")}
}

func (c *call) searchObjects() (any, error) {
	objects := []any{}
	for _, o := range c.found(c.r.URL.Query().Get("isProtected")) {
		shown := c.summaryOf(o)
		groups := []any{}
		status, inGroup := "", false
		for _, g := range c.Groups {
			if slices.Contains(groupObjects(g), num(o, "id")) {
				groups = append(groups, object{"id": g["id"], "name": g["name"], "environment": "kPhysical", "policyId": g["policyId"]})
				inGroup = inGroup || c.wants("protectionGroupIds", str(g, "id"))
				if runs := c.runsOf(str(g, "id")); len(runs) > 0 {
					status = runs[0].Status
				}
			}
		}
		if c.query("protectionGroupIds") != nil && !inGroup {
			continue
		}
		if len(groups) > 0 {
			shown["objectProtectionInfos"] = []any{set(object{"objectId": o["id"], "sourceId": o["id"], "protectionGroups": groups}, object{"lastRunStatus": status})}
		}
		objects = append(objects, shown)
	}
	url := c.r.URL.Query()
	page, next, err := pageOf(objects, url.Get("paginationCookie"), c.queryInt("count", 0))
	return set(object{"objects": page, "count": len(objects)}, object{"paginationCookie": next}), err
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
	objects := []any{}
	for _, o := range c.found("") {
		latest := []any{}
		seen := map[string]bool{}
		for _, s := range c.snapshots() {
			if s.object.ID == num(o, "id") && !seen[s.run.Group] && c.wants("protectionGroupIds", s.run.Group) {
				seen[s.run.Group] = true
				latest = append(latest, set(object{
					"localSnapshotInfo": object{"snapshotId": s.object.Snapshot, "logicalSizeBytes": s.object.Total}, "indexingStatus": "Done",
					"protectionGroupId": s.run.Group, "protectionRunId": s.run.ID, "runType": s.run.Type,
					"protectionRunStartTimeUsecs": s.run.Start, "protectionRunEndTimeUsecs": s.run.End,
				}, object{"protectionGroupName": c.groupName(s.run.Group)}))
			}
		}
		if len(latest) > 0 || c.protected(o) > 0 && c.query("protectionGroupIds") == nil {
			shown := c.summaryOf(o)
			shown["latestSnapshotsInfo"] = latest
			objects = append(objects, shown)
		}
	}
	return object{"objects": objects, "numResults": len(objects)}, nil
}

func (c *call) searchIndexed() (any, error) {
	kind := str(c.body, "objectType")
	answer := object{"objectType": kind, "count": 0}
	if kind != "Files" {
		return answer, nil
	}
	params, _ := c.body["fileParams"].(object)
	files := []any{}
	seen := map[int64]bool{}
	for _, s := range c.snapshots() {
		if seen[s.object.ID] || !holds(list(params, "objectIds"), s.object.ID) || !holds(list(params, "sourceIds"), s.object.ID) || !holds(list(c.body, "protectionGroupIds"), s.run.Group) {
			continue
		}
		seen[s.object.ID] = true
		m, err := c.readManifest(s.object.Snapshot)
		if err != nil {
			return nil, err
		}
		for _, e := range m.Entries {
			name := path.Base(e.Path)
			kind := map[bool]string{true: "Directory", false: "File"}[e.Mode.IsDir()]
			if e.Link != "" {
				kind = "Symlink"
			}
			if !matches(str(params, "searchString"), name) || !holds(list(params, "types"), kind) {
				continue
			}
			files = append(files, set(object{"name": name, "path": path.Dir(e.Path), "type": kind, "protectionGroupId": s.run.Group,
				"sourceInfo": object{"id": s.object.ID, "name": s.object.Name, "environment": "kPhysical"}}, object{"protectionGroupName": c.groupName(s.run.Group)}))
		}
	}
	page, next, err := pageOf(files, str(c.body, "paginationCookie"), num(c.body, "count"))
	answer["files"], answer["count"] = page, len(files)
	return set(answer, object{"paginationCookie": next}), err
}

// holds tells whether a list in a body leaves room for a value: it does when it is empty.
func holds(values []any, want any) bool {
	text := str(object{"": want}, "")
	return len(values) == 0 || slices.ContainsFunc(values, func(v any) bool { return str(object{"": v}, "") == text })
}

func (c *call) restorePoints() (any, error) {
	from, to := num(c.body, "startTimeUsecs"), num(c.body, "endTimeUsecs")
	full := []any{}
	for _, s := range c.snapshots() {
		if holds(list(c.body, "protectionGroupIds"), s.run.Group) && s.run.Start >= from && s.run.Start <= to {
			full = append(full, object{"restoreInfo": object{"protectionGroupId": s.run.Group, "runStartTimeUsecs": s.run.Start,
				"objectInfo": object{"id": s.object.ID, "name": s.object.Name, "environment": "kPhysical"}}})
		}
	}
	return object{"fullSnapshotInfo": full, "timeRangeInfo": object{"timeRanges": []any{}}}, nil
}

func (c *call) metaInfo() (any, error) {
	if _, err := c.readManifest(c.path["snapshotId"]); err != nil {
		return nil, err
	}
	return object{"environment": c.body["environment"]}, nil
}

func (c *call) downloadFile() (any, error) {
	m, err := c.readManifest(c.path["snapshotsId"])
	if err != nil {
		return nil, err
	}
	wanted := "/" + hostPath(c.r.URL.Query().Get("filePath"))
	for _, e := range m.Entries {
		if e.Path == wanted && e.Store != "" {
			return c.deliver(c.storePath(e.Store), path.Base(e.Path))
		}
	}
	return nil, refuse(http.StatusNotFound, "KEntityNotExistsError", "The snapshot has no file %s.", wanted)
}
