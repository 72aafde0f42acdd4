package sandbox

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path"
	"strings"

	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// planDatabases plans a recovery of databases: in place or under another name, on their host or another, as of their snapshot
// or of the last one before a time.
func (c *call) planDatabases(r *recovery, params jsonObject) error {
	for _, o := range objectList(params, "recoverAppParams") {
		target, _ := o["sqlTargetParams"].(jsonObject)
		elsewhere := isTrue(target, "recoverToNewSource")
		config, _ := target[map[bool]string{true: "newSourceConfig", false: "originalSourceConfig"}[elsewhere]].(jsonObject)
		p, err := c.addPart(r, o, "")
		if err != nil {
			return err
		}
		if err := c.useSnapshotBefore(p, max(num(o, "pointInTimeUsecs"), num(config, "restoreTimeUsecs"))); err != nil {
			return err
		}
		id, field := num(p.Object, "sourceId"), "recoverAppParams"
		if elsewhere {
			id, field = num(config, "host", "id"), "newSourceConfig.host.id"
		}
		host, err := c.findHost(field, id)
		if err != nil {
			return err
		}
		p.Target = host.folder()
		to := newDatabaseTarget(config, str(p.Object, "name"), elsewhere)
		p.restore = func(ctx context.Context, s *vault.Snapshot) error {
			err := c.data.restoreDatabase(ctx, p, s, to, str(config, "overwritingPolicy") == "Overwrite")
			c.data.rediscover(host)
			return err
		}
	}
	if len(r.Parts) == 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "recoverAppParams: at least one database is needed.")
	}
	return nil
}

// useSnapshotBefore replaces the snapshot of a part by the newest one of its object that is not later than a time; 0 changes
// nothing.
func (c *call) useSnapshotBefore(p *recoveryPart, usecs int64) error {
	if usecs == 0 {
		return nil
	}
	for s := range c.data.snapshots() {
		if s.result.ID == num(p.Object, "id") && s.result.End <= usecs {
			p.use(s)
			return nil
		}
	}
	return refuse(http.StatusBadRequest, "KValidationError", "There is no snapshot of %s from %s or before.", str(p.Object, "name"), utc(usecs))
}

// databaseTarget is where a database is restored to: its name and the folders of its rows and its log, "" for the original
// ones.
type databaseTarget struct{ name, rows, log string }

// newDatabaseTarget returns the target in a recovery's configuration of a database, which was named INSTANCE/NAME.
func newDatabaseTarget(config jsonObject, was string, elsewhere bool) databaseTarget {
	instance, name, _ := strings.Cut(was, "/")
	to := databaseTarget{
		name: cmp.Or(str(config, "databaseName"), str(config, "newDatabaseName"), name),
		rows: str(config, "dataFileDirectoryLocation"), log: str(config, "logFileDirectoryLocation"),
	}
	if elsewhere {
		folder := path.Join(sqlFolder, cmp.Or(str(config, "instanceName"), instance))
		to.rows, to.log = cmp.Or(to.rows, folder), cmp.Or(to.log, folder)
	}
	return to
}

// restoreDatabase restores the files of a database. If one of them exists and must not be overwritten, none is changed.
func (d *data) restoreDatabase(ctx context.Context, p *recoveryPart, s *vault.Snapshot, to databaseTarget, overwrite bool) error {
	root, err := os.OpenRoot(p.Target)
	if err != nil {
		return err
	}
	defer root.Close()
	places := map[string]string{}
	for _, e := range s.Entries {
		name, folder := to.name+".mdf", to.rows
		if strings.HasSuffix(e.Path, ".ldf") {
			name, folder = to.name+"_log.ldf", to.log
		}
		places[e.Path] = "/" + vault.RelPath(path.Join(cmp.Or(folder, path.Dir(e.Path)), name))
		if _, err := root.Lstat(vault.RelPath(places[e.Path])); err == nil && !overwrite {
			return fmt.Errorf("the database %s exists already: %s", to.name, places[e.Path])
		}
	}
	if len(places) == 0 {
		return errors.New("the snapshot has no files")
	}
	work := &vault.Restore{Vault: d.vault, Root: root, Overwrite: true, Attributes: true}
	for _, e := range s.Entries {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := work.Put(e, places[e.Path]); err != nil {
			return fmt.Errorf("%s %w", places[e.Path], err)
		}
	}
	d.update(func() { p.Bytes = work.Bytes })
	return nil
}
