package sandbox

import (
	"cmp"
	"slices"
)

// recoveryJSON is a recovery as the API shows it.
func (c *call) recoveryJSON(r *recovery) jsonObject {
	params := clone(r.Params)
	states := []any{}
	for i, p := range r.Parts {
		states = append(states, setPresent(c.partJSON(p), jsonObject{"progressTaskId": r.partPath(i)}))
	}
	if r.Environment == "kSQL" {
		apps := []any{}
		for i, o := range objectList(params, "recoverAppParams") {
			apps = append(apps, setPresent(clone(o), states[i].(jsonObject)))
		}
		params["recoverAppParams"] = apps
	} else {
		params["objects"] = states
	}
	if len(r.Parts) > 0 && r.Parts[0].Files != nil {
		for _, name := range []string{"recoverFileAndFolderParams", "downloadFileAndFolderParams"} {
			if params[name] != nil {
				params = withValue(params, filesJSON(r), name, "filesAndFolders")
			}
		}
	}
	if mounted := mountsJSON(r); mounted != nil {
		params = withValue(params, mounted, "mountVolumeParams", "physicalTargetParams", "mountedVolumeMapping")
	}
	shown := jsonObject{
		"id": r.ID, "name": r.Name, "status": r.Status, "startTimeUsecs": r.Start, "snapshotEnvironment": r.Environment, "recoveryAction": r.Action,
		"creationInfo": jsonObject{"userName": "operator@example.com"}, "canTearDown": r.hasMounts(), "isParentRecovery": false,
		"progressTaskId": r.taskPath(), paramsKey[r.Environment]: params,
	}
	if r.End > 0 {
		shown["endTimeUsecs"] = r.End
	}
	if len(r.Messages) > 0 {
		shown["messages"] = r.Messages
	}
	return setPresent(shown, jsonObject{"tearDownStatus": r.TearDown})
}

// partJSON is a part of a recovery as the API shows it.
func (c *call) partJSON(p *recoveryPart) jsonObject {
	o := jsonObject{
		"snapshotId": p.Snapshot, "status": p.Status, "bytesRestored": p.Bytes, "protectionGroupId": p.Group,
		"snapshotCreationTimeUsecs": p.SnapshotTime, "snapshotTargetType": p.targetType(), "objectInfo": p.Object,
	}
	if p.Archive != nil {
		o["archivalTargetInfo"] = p.Archive
	}
	if p.Start > 0 {
		o["startTimeUsecs"] = p.Start
	}
	if p.End > 0 {
		o["endTimeUsecs"] = p.End
	}
	if len(p.Messages) > 0 {
		o["messages"] = p.Messages
	}
	return setPresent(o, jsonObject{"protectionGroupName": c.data.groupName(p.Group)})
}

// filesJSON is the paths of a recovery with their results in all parts, as the API shows them.
func filesJSON(r *recovery) []any {
	files := []any{}
	for i, f := range r.Parts[0].Files {
		one := jsonObject{"absolutePath": f.Path, "status": f.Status}
		var messages []string
		for _, p := range r.Parts {
			messages = append(messages, p.Files[i].Messages...)
		}
		if len(messages) > 0 {
			one["messages"] = messages
		}
		files = append(files, setPresent(one, jsonObject{"destinationDir": f.To}))
	}
	return files
}

// mountsJSON is the mounted volumes of a recovery as the API shows them, or nil.
func mountsJSON(r *recovery) []any {
	var found []any
	for _, p := range r.Parts {
		for volume, at := range p.Mounts {
			found = append(found, jsonObject{"originalVolume": volume, "mountedVolume": at, "fileSystemType": "folder"})
		}
	}
	slices.SortFunc(found, func(a, b any) int {
		return cmp.Compare(str(a.(jsonObject), "mountedVolume"), str(b.(jsonObject), "mountedVolume"))
	})
	return found
}
