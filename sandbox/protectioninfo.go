package sandbox

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
)

// uuid returns the UUID of an object, which is the same at each start. It is of version 8, which leaves the bits to us.
func (d *data) uuid(obj *backupObject) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s/%d", filepath.Base(d.dir), obj.ID))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// sourceInfoJSON is the source of an object as searches show it, or nil if it is not registered any more.
func (d *data) sourceInfoJSON(obj *backupObject) any {
	root := d.objects[obj.Source]
	if root == nil || d.sourceOf(obj) == nil {
		return nil
	}
	return d.objectJSON(root)
}

// protectionInfosJSON is how groups protect an object, as searches show it.
func (c *call) protectionInfosJSON(obj *backupObject, groups []jsonObject) []any {
	infos, status := []any{}, ""
	for _, g := range groups {
		policy, _ := c.data.policies.get(str(g, "policyId"))
		info := setPresent(jsonObject{"id": g["id"], "name": g["name"], "policyId": g["policyId"]}, jsonObject{"policyName": policy["name"]})
		if _, how, _ := strings.Cut(protectionKind(g), " "); how != "" {
			info["protectionEnvType"] = how
		}
		if last := c.data.lastRun(str(g, "id")); last != nil {
			status = last.Status
			local, archival := last.statuses()
			setPresent(info, jsonObject{"lastBackupRunStatus": summaryStatus(local), "lastArchivalRunStatus": summaryStatus(archival)})
			info["lastRunSlaViolated"] = c.data.slaViolated(last)
		}
		infos = append(infos, info)
	}
	return []any{setPresent(jsonObject{"objectId": obj.ID, "sourceId": obj.Source, "isDeleted": obj.Gone, "protectionGroups": infos}, jsonObject{"lastRunStatus": status})}
}

// summaryStatus returns the status of a run as summaries of groups have it, which do not know paused runs.
func summaryStatus(status string) string {
	if status == "Paused" {
		return "OnHold"
	}
	return status
}
