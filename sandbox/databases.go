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

// planDatabases plans to bring back databases, in their places or under another name, on their host or another, as they were at the time of a
// snapshot or at the last one before a time.
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

// useSnapshotBefore makes a part be about the newest snapshot of its object up to a time; 0 leaves it as it is.
func (c *call) useSnapshotBefore(p *recoveryPart, usecs int64) error {
	if usecs == 0 {
		return nil
	}
	for s := range c.data.snapshots() {
		if s.result.ID == num(p.Object, "id") && s.result.End <= usecs {
			p.Snapshot, p.Group, p.SnapshotTime = s.result.Snapshot, s.run.Group, s.result.End
			return nil
		}
	}
	return refuse(http.StatusBadRequest, "KValidationError", "There is no snapshot of %s from %s or before.", str(p.Object, "name"), utc(usecs))
}

// databaseTarget is where a database goes to: its name, and the folders of its rows and its log; "" for those where they were.
type databaseTarget struct{ name, rows, log string }

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

// restoreDatabase puts the files of a database into their places. None is touched where one is in the way.
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
		places[e.Path] = "/" + vault.On(path.Join(cmp.Or(folder, path.Dir(e.Path)), name))
		if _, err := root.Lstat(vault.On(places[e.Path])); err == nil && !overwrite {
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
