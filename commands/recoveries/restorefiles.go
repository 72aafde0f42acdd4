package recoveries

import (
	"path"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// makeFiles makes the request for files and folders of a host.
func (r *restore) makeFiles(c *engine.Context, p *part) error {
	host := p.object
	if p.place.object != nil {
		host = p.place.object
	}
	files := make([]any, len(p.paths))
	lines := make([]string, len(p.paths))
	p.targets = make([]string, len(p.paths))
	for i, file := range p.paths {
		files[i] = map[string]any{"absolutePath": file}
		to := file
		if p.place.folder != "" {
			to = path.Join(p.place.folder, path.Base(file))
		}
		p.targets[i] = host.Name + ":" + to
		lines[i] = file + " → " + p.targets[i]
	}
	p.to = host.Name
	if p.place.folder != "" {
		p.to += ":" + p.place.folder
	}
	target := map[string]any{
		"recoverTarget": map[string]any{"id": number(host.ID)}, "overwriteExisting": r.overwrite, "preserveAttributes": true, "continueOnError": r.keepGoing,
	}
	if p.place.folder == "" {
		target["restoreToOriginalPaths"] = true
	} else {
		target["alternateRestoreDirectory"] = p.place.folder
	}
	p.body = map[string]any{"physicalParams": map[string]any{
		"recoveryAction": "RecoverFiles", "objects": []any{map[string]any{"snapshotId": p.snapshot.ID}},
		"recoverFileAndFolderParams": map[string]any{"targetEnvironment": selection.Physical, "filesAndFolders": files, "physicalTargetParams": target},
	}}
	p.plan = append([]string{
		i18n.T("restore.files|Restoring {{.Count}} path of '{{.Name}}':|Restoring {{.Count}} paths of '{{.Name}}':", "Count", len(p.paths), "Name", output.Clean(p.object.Name)),
	}, engine.Listed(lines)...)
	p.plan = append(p.plan, r.origin(c, p))
	if r.overwrite {
		p.plan = append(p.plan, i18n.T("restore.files-over|Files that exist there are overwritten."))
		p.loses = i18n.T("restore.ask-files|Overwrite '{{.Target}}' with its state of {{.Time}}?|Overwrite what exists of {{.Count}} paths on '{{.Name}}' with their state of {{.Time}}?",
			"Count", len(p.paths), "Target", output.Clean(p.targets[0]), "Name", output.Clean(host.Name), "Time", selection.Clock(p.snapshot.Taken))
	} else {
		p.plan = append(p.plan, i18n.T("restore.files-stay|Files that exist there stay as they are."))
	}
	return nil
}
