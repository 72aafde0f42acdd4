package sandbox

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"path/filepath"

	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// planFiles plans a recovery of files and folders, to their host or another.
func (c *call) planFiles(r *recovery, params jsonObject) error {
	files := objectList(params, "recoverFileAndFolderParams", "filesAndFolders")
	target, _ := lookup(params, "recoverFileAndFolderParams", "physicalTargetParams").(jsonObject)
	if len(objectList(params, "objects")) == 0 || len(files) == 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "physicalParams: at least one object and one file or folder are needed.")
	}
	host, err := c.findHost("recoverTarget.id", num(target, "recoverTarget", "id"))
	if err != nil {
		return err
	}
	elsewhere := str(target, "alternateRestoreDirectory")
	if isTrue(target, "restoreToOriginalPaths") == (elsewhere != "") {
		return refuse(http.StatusBadRequest, "KValidationError", "Either restoreToOriginalPaths or alternateRestoreDirectory is needed.")
	}
	for _, o := range objectList(params, "objects") {
		p, err := c.addPart(r, o, host.folder())
		if err != nil {
			return err
		}
		p.Files = newFileTasks(files)
		for _, f := range p.Files {
			if elsewhere != "" {
				f.To = cmp.Or(f.To, "/"+vault.RelPath(elsewhere))
			}
		}
		p.restore = func(ctx context.Context, s *vault.Snapshot) error { return c.data.restoreFiles(ctx, r, p, s, target) }
	}
	return nil
}

// planVolumes plans a recovery of whole volumes, which replace others.
func (c *call) planVolumes(r *recovery, params jsonObject) error {
	target, _ := lookup(params, "recoverVolumeParams", "physicalTargetParams").(jsonObject)
	host, err := c.findHost("mountTarget.id", num(target, "mountTarget", "id"))
	if err != nil {
		return err
	}
	if len(objectList(params, "objects")) == 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "objects: at least one is needed.")
	}
	mapping := objectList(target, "volumeMapping")
	for _, m := range mapping {
		if guid := str(m, "destinationVolumeGuid"); vault.RelPath(guid) == "" || !exists(filepath.Join(host.folder(), vault.RelPath(guid))) {
			return refuse(http.StatusBadRequest, "KValidationError", "destinationVolumeGuid: the host %s has no volume %s.", str(host.registration(), "name"), guid)
		}
	}
	for _, o := range objectList(params, "objects") {
		p, err := c.addPart(r, o, host.folder())
		if err != nil {
			return err
		}
		p.restore = func(ctx context.Context, s *vault.Snapshot) error {
			for _, m := range mapping {
				if err := c.data.replaceFolder(ctx, p, s, "/"+vault.RelPath(str(m, "sourceVolumeGuid")), vault.RelPath(str(m, "destinationVolumeGuid")), nil); err != nil {
					return fmt.Errorf("%s: %w", str(m, "sourceVolumeGuid"), err)
				}
			}
			return nil
		}
	}
	return nil
}

// planMount plans to mount volumes of a snapshot beside the current ones. A mounted volume is a folder with the files.
func (c *call) planMount(r *recovery, params jsonObject) error {
	target, _ := lookup(params, "mountVolumeParams", "physicalTargetParams").(jsonObject)
	for _, o := range objectList(params, "objects") {
		p, err := c.addPart(r, o, "")
		if err != nil {
			return err
		}
		field, id := "objects", num(p.Object, "id")
		if !isTrue(target, "mountToOriginalTarget") {
			field, id = "newTargetConfig.mountTarget.id", num(target, "newTargetConfig", "mountTarget", "id")
		}
		host, err := c.findHost(field, id)
		if err != nil {
			return err
		}
		p.Target = host.folder()
		p.restore = func(ctx context.Context, s *vault.Snapshot) error {
			return c.data.mount(ctx, r, p, s, anyList(target, "volumeNames"), isTrue(target, "readOnlyMount"))
		}
	}
	if len(r.Parts) == 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "objects: at least one is needed.")
	}
	return nil
}

// plans are the functions that plan recoveries, by environment and action. They check the parameters and add a part for each
// snapshot.
var plans = map[string]func(c *call, r *recovery, params jsonObject) error{
	"kPhysical RecoverFiles":           (*call).planFiles,
	"kPhysical RecoverPhysicalVolumes": (*call).planVolumes,
	"kPhysical InstantVolumeMount":     (*call).planMount,
	"kSQL RecoverApps":                 (*call).planDatabases,
	"kKubernetes RecoverNamespaces":    (*call).planNamespaces,
}
