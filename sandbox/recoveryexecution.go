package sandbox

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// recoveryExecution executes a recovery.
type recoveryExecution struct {
	data     *data
	recovery *recovery
	fault    *platform.Fault
}

// update changes the recovery and stores it.
func (e *recoveryExecution) update(change func()) {
	e.data.update(func() {
		change()
		e.data.recoveries.Put(e.recovery)
	})
}

func (e *recoveryExecution) execute(ctx context.Context) {
	r := e.recovery
	phase := e.data.server.options.RunTime / 4
	if e.fault != nil {
		phase = max(phase, e.fault.RunDelay)
	}
	alive := wait(ctx, phase)
	if alive {
		e.update(func() {
			r.Status = "Running"
			e.data.addEvent(&r.Events, "Recovering has begun.")
		})
	}
	if e.fault != nil && e.fault.RunHang {
		<-ctx.Done()
		alive = false
	}
	for _, p := range r.Parts {
		if alive {
			e.recoverPart(ctx, p, phase/time.Duration(len(r.Parts)))
			alive = ctx.Err() == nil
		}
	}
	e.update(func() { e.finish(alive) })
}

// recoverPart recovers from one snapshot, for a minimum duration.
func (e *recoveryExecution) recoverPart(ctx context.Context, p *recoveryPart, atLeast time.Duration) {
	name := str(p.Object, "name")
	e.update(func() {
		p.Status, p.Start = "Running", e.data.now()
		e.data.addEvent(&p.Events, "Recovering %s from its snapshot of %s has begun.", name, utc(p.SnapshotTime))
	})
	s, err := e.data.vault.Read(p.Snapshot)
	var target *source // nil where it goes to no host
	var trouble error
	e.update(func() {
		target = e.data.sourceIn(p.Target)
		_, trouble = e.data.meets(target, "", "")
	})
	if err = cmp.Or(err, trouble); err == nil {
		err = p.restore(ctx, s)
	}
	for i := 1; i <= 3; i++ { // so that there is progress to see
		_ = wait(ctx, atLeast/3)
		e.update(func() { p.Percent = float64(30 * i) })
	}
	e.update(func() {
		if !errors.Is(err, errStopped) {
			err = e.data.said(target, err)
		}
		p.End, p.Status, p.Percent = e.data.now(), "Succeeded", 100
		failed, restored := 0, 0
		for _, f := range p.Files {
			restored += f.Restored
			if len(f.Messages) > 0 || f.Status != "Finished" {
				failed++
			}
			f.Messages = e.data.worded(target, f.Messages)
			for _, message := range f.Messages {
				p.Messages = append(p.Messages, f.Path+": "+message)
			}
		}
		switch {
		case err != nil && !errors.Is(err, errStopped):
			p.Status, p.Messages = "Failed", append(p.Messages, asSentence(vault.Cause(err)))
		case err != nil, failed > 0 && restored == 0:
			p.Status = "Failed"
		case failed > 0:
			p.Status = "SucceededWithWarning"
		}
		for _, message := range p.Messages {
			e.data.addEvent(&p.Events, "%s", message)
		}
		e.data.addEvent(&p.Events, "%d bytes were recovered.", p.Bytes)
		e.data.addEvent(&p.Events, "Recovering %s has ended: %s.", name, p.Status)
	})
}

// errStopped is the error of a recovery that stops at an error of a file, which is in its messages already.
var errStopped = errors.New("stopped at the first error")

// finish sets the result of the recovery.
func (e *recoveryExecution) finish(alive bool) {
	r := e.recovery
	r.End, r.Status = e.data.now(), "Succeeded"
	failed := 0
	for _, p := range r.Parts {
		r.Messages = append(r.Messages, p.Messages...)
		switch p.Status {
		case "Failed":
			failed++
			r.Status = "SucceededWithWarning"
		case "SucceededWithWarning":
			r.Status = p.Status
		}
	}
	if failed == len(r.Parts) {
		r.Status = "Failed"
	}
	if e.fault != nil && e.fault.RunStatus != "" {
		r.Status = e.fault.RunStatus
		if e.fault.RunMessage != "" {
			r.Messages = append(r.Messages, e.fault.RunMessage)
		}
	}
	if !alive && e.data.server.stopped.Err() != nil {
		r.Status, r.Messages = "Failed", append(r.Messages, serviceStopped)
	} else if !alive {
		r.Status, r.Messages = "Canceled", append(r.Messages, "The recovery was canceled.")
		for _, p := range r.Parts {
			if !hasEnded(p.Status) || p.Status == "Failed" {
				p.Status = "Canceled"
			}
		}
	}
	e.data.addEvent(&r.Events, "The recovery has ended: %s.", r.Status)
}

// restoreFiles restores the files of a part. A file that exists and is not to be overwritten stays as it is, is named in the messages of its
// path, and stops nothing; another error does, unless continueOnError is set.
func (d *data) restoreFiles(ctx context.Context, r *recovery, p *recoveryPart, s *vault.Snapshot, options jsonObject) error {
	root, err := os.OpenRoot(p.Target)
	if err != nil {
		return err
	}
	defer root.Close()
	work := &vault.Restore{Vault: d.vault, Root: root, Overwrite: isTrue(options, "overwriteExisting"), Attributes: str(options, "preserveAttributes") != "false"}
	err = d.eachFile(r, p, s, func(f *fileTask, entries []vault.Entry) (restored int, messages []string, err error) {
		for _, e := range entries {
			if ctx.Err() != nil {
				return restored, messages, ctx.Err()
			}
			to := e.Path
			if f.To != "" {
				// A chosen file or folder keeps its name in the target folder.
				to = path.Join(f.To, path.Base(f.Path), strings.TrimPrefix(e.Path, f.Path))
			}
			switch err := work.Put(e, to); {
			case err != nil:
				messages = append(messages, to+" "+err.Error())
				if !errors.Is(err, vault.ErrExists) && !isTrue(options, "continueOnError") {
					return restored, messages, errStopped
				}
			case !e.Mode.IsDir():
				restored++
			}
		}
		return restored, messages, nil
	})
	work.Finish()
	d.update(func() { p.Bytes = work.Bytes })
	return err
}

// eachFile calls restore for every path of a part with the snapshot's entries there, and stores how many files were restored and the
// messages that it returns.
func (d *data) eachFile(r *recovery, p *recoveryPart, s *vault.Snapshot, restore func(*fileTask, []vault.Entry) (restored int, messages []string, err error)) error {
	for _, f := range p.Files {
		messages, err := []string{"is not in the snapshot"}, error(nil)
		status, restored := f.Status, 0
		if entries := s.Below(f.Path); len(entries) > 0 {
			d.update(func() { f.Status = "CopyInProgress" })
			if restored, messages, err = restore(f, entries); err == nil {
				status = "Finished"
			}
		}
		d.update(func() {
			f.Status, f.Restored, f.Messages = status, restored, messages
			d.addEvent(&p.Events, "%s: %d files were recovered.", f.Path, restored)
			d.recoveries.Put(r)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// replaceFolder replaces a folder of the target by what a snapshot has below a path, entirely or not at all. change may change
// the new folder before it takes its place.
func (d *data) replaceFolder(ctx context.Context, p *recoveryPart, s *vault.Snapshot, from, to string, change func(root *os.Root, folder string) error) error {
	entries := s.Below(from)
	if len(entries) == 0 {
		return errors.New("is not in the snapshot")
	}
	root, err := os.OpenRoot(p.Target)
	if err != nil {
		return err
	}
	defer root.Close()
	fresh, old := path.Join(path.Dir(to), ".new-"+rand.Text()), path.Join(path.Dir(to), ".old-"+rand.Text())
	defer func() { _ = errors.Join(removeFolder(root, fresh), removeFolder(root, old)) }()
	if err := root.MkdirAll(fresh, 0o755); err != nil {
		return err
	}
	work := &vault.Restore{Vault: d.vault, Root: root, Attributes: true}
	for _, e := range entries {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := work.Put(e, path.Join(fresh, strings.TrimPrefix(e.Path, from))); err != nil {
			return fmt.Errorf("%s: %w", e.Path, err)
		}
	}
	if change != nil {
		err = change(root, fresh)
	}
	work.Finish()
	if _, there := root.Lstat(to); err == nil && there == nil {
		err = root.Rename(to, old)
	}
	if err == nil {
		err = root.Rename(fresh, to)
	}
	d.update(func() { p.Bytes += work.Bytes })
	return err
}

// removeFolder removes a folder, even if it is read-only.
func removeFolder(root *os.Root, folder string) error {
	_ = fs.WalkDir(root.FS(), folder, func(at string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			_ = root.Chmod(at, 0o700)
		}
		return nil
	})
	return root.RemoveAll(folder)
}

// mountFolder is the folder of a host with the mounted volumes. It is never backed up.
const mountFolder = "/sandbox-mounts"

func (d *data) mount(ctx context.Context, r *recovery, p *recoveryPart, s *vault.Snapshot, wanted []any, readOnly bool) error {
	mounts := map[string]string{}
	for _, e := range s.Entries {
		name := vault.RelPath(e.Path)
		if !e.Mode.IsDir() || name == "" || strings.Contains(name, "/") || !emptyOrContains(wanted, name) && !emptyOrContains(wanted, "/"+name) {
			continue
		}
		at := path.Join(mountFolder, r.number(), toString(p.Object["id"]), name)
		lock := func(root *os.Root, folder string) error {
			if !readOnly {
				return nil
			}
			return fs.WalkDir(root.FS(), folder, func(at string, e fs.DirEntry, err error) error {
				if err == nil && e.Type().IsRegular() {
					err = root.Chmod(at, 0o444)
				}
				return err
			})
		}
		if err := d.makeFolder(p.Target, path.Dir(at)); err != nil {
			return err
		}
		if err := d.replaceFolder(ctx, p, s, e.Path, vault.RelPath(at), lock); err != nil {
			return fmt.Errorf("%s: %w", e.Path, err)
		}
		mounts["/"+name] = at
	}
	if len(mounts) == 0 {
		return errors.New("the snapshot has no such volume")
	}
	d.update(func() { p.Mounts = mounts })
	return nil
}

// makeFolder makes a folder on a target.
func (d *data) makeFolder(target, folder string) error {
	root, err := os.OpenRoot(target)
	if err != nil {
		return err
	}
	defer root.Close()
	return root.MkdirAll(vault.RelPath(folder), 0o755)
}

// tearDown unmounts the volumes of a recovery.
func (e *recoveryExecution) tearDown(ctx context.Context) {
	if !wait(ctx, e.data.server.options.RunTime/8) {
		return
	}
	e.update(func() { e.recovery.TearDown = "Destroying" })
	if wait(ctx, e.data.server.options.RunTime/8) {
		e.update(func() { e.data.removeMounts(e.recovery) })
	}
}

// removeMounts removes the folders of a recovery's mounted volumes.
func (d *data) removeMounts(r *recovery) {
	r.TearDown = "Destroyed"
	d.addEvent(&r.Events, "The volumes were unmounted.")
	for _, p := range r.Parts {
		root, err := os.OpenRoot(p.Target)
		if err != nil {
			continue // the host is gone, and the mounts with it
		}
		if err := removeFolder(root, vault.RelPath(path.Join(mountFolder, r.number()))); err != nil {
			r.TearDown = "DestroyError"
		}
		_ = root.Remove(vault.RelPath(mountFolder)) // if nothing else is mounted
		_ = root.Close()
	}
	d.recoveries.Put(r)
}

// packFiles makes the archive of a download recovery.
func (d *data) packFiles(ctx context.Context, r *recovery, p *recoveryPart, s *vault.Snapshot) error {
	pack, err := d.vault.NewArchive(filepath.Join(d.dir, "downloads"))
	if err != nil {
		return err
	}
	defer pack.Discard()
	err = d.eachFile(r, p, s, func(_ *fileTask, entries []vault.Entry) (packed int, messages []string, err error) {
		for _, e := range entries {
			if ctx.Err() != nil {
				return packed, nil, ctx.Err()
			}
			if err := pack.Add(e, ""); err != nil {
				return packed, nil, err
			}
			packed++
		}
		return packed, nil, nil
	})
	if err != nil {
		return err
	}
	d.update(func() { p.Bytes = pack.Bytes })
	return pack.Finish(d.archivePath(r))
}
