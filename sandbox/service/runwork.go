package service

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"os"
	"slices"
	"time"
)

// runWork carries out a run.
type runWork struct {
	server *Server
	*data
	run   *run
	group object
	only  map[int64]bool
	fault *Fault
}

// wait passes time, unless the run is canceled.
func wait(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

func (w *runWork) do(ctx context.Context) {
	delay := w.server.options.RunDelay
	if w.fault != nil && w.fault.RunDelay > 0 {
		delay = w.fault.RunDelay
	}
	_ = wait(ctx, delay)
	began := time.Now()
	w.change(func() {
		w.run.Start = began.UnixMicro()
		w.run.ID = fmt.Sprintf("%d:%d", w.next(), w.run.Start)
		if w.run.Type == "kRegular" && !w.earlier() {
			w.run.Type = "kFull"
		}
		w.run.note("The run was accepted.")
	})
	step := w.server.options.RunTime / 5
	alive := wait(ctx, step) && w.whilePaused(ctx)
	w.change(func() {
		w.run.Status = "Running"
		w.run.note("Copying has begun.")
	})
	for _, o := range list(w.group, "physicalParams", "fileProtectionTypeParams", "objects") {
		if o, ok := o.(object); ok && alive && (w.only == nil || w.only[num(o, "id")]) {
			w.host(ctx, o)
		}
	}
	// What the copying itself did not take of the run's time is spent in steps, so that progress can be seen.
	for i := 1; i <= 3 && alive; i++ {
		alive = wait(ctx, max(0, time.Until(began.Add(step*time.Duration(i+1))))) && w.whilePaused(ctx)
		w.change(func() { w.run.Percent = max(w.run.Percent, float64(25*i+15)) })
	}
	if w.fault != nil && w.fault.RunHang {
		<-ctx.Done()
		alive = false
	}
	w.change(func() { w.run.Status = "Finalizing" })
	alive = wait(ctx, step)
	w.change(func() { w.finish(alive && ctx.Err() == nil) })
}

// whilePaused holds the run still as long as it is paused.
func (w *runWork) whilePaused(ctx context.Context) bool {
	for shown := ""; ; {
		paused := false
		w.change(func() {
			if paused = w.run.Paused; paused && shown == "" {
				shown, w.run.Status = w.run.Status, "Paused"
			} else if !paused && shown != "" && w.run.Status == "Paused" {
				w.run.Status = shown
			}
		})
		if !paused {
			return ctx.Err() == nil
		}
		if !wait(ctx, 20*time.Millisecond) {
			return false
		}
	}
}

// earlier tells whether the group has been backed up before.
func (w *runWork) earlier() bool {
	for _, r := range w.Runs {
		if r != w.run && r.Group == w.run.Group && !r.Deleted && (r.Status == "Succeeded" || r.Status == "SucceededWithWarning") {
			return true
		}
	}
	return false
}

// finish decides how the run has ended.
func (w *runWork) finish(alive bool) {
	r := w.run
	r.Status, r.Percent, r.End = "Succeeded", 100, time.Now().UnixMicro()
	failed := 0
	for _, o := range r.Objects {
		for _, warning := range o.Warnings {
			r.Messages = append(r.Messages, o.Name+": "+warning)
		}
		switch o.Status {
		case "kSuccessful":
		case "kWarning":
			r.Status = "SucceededWithWarning"
		default:
			failed++
		}
	}
	if failed > 0 {
		r.Status = "Failed"
	}
	if w.fault != nil && w.fault.RunStatus != "" {
		r.Status, r.Messages = w.fault.RunStatus, append(r.Messages, w.fault.RunMessage)
	}
	if !alive {
		r.Status, r.Messages = "Canceled", append(r.Messages, "The run was canceled.")
	}
	if r.Status == "Failed" || r.Status == "Canceled" {
		w.deleteSnapshots(r)
		r.Deleted = true
	}
	r.note("The run has ended: %s.", r.Status)
}

// host backs up one host of the group.
func (w *runWork) host(ctx context.Context, params object) {
	o := &runObject{ID: num(params, "id"), Name: str(params, "name"), Status: "kInProgress"}
	var folder string
	b := &backup{data: w.data, before: map[string]entry{}}
	w.change(func() {
		w.run.Objects = append(w.run.Objects, o)
		if source := w.sourceByID(o.ID); source != nil {
			folder = hostFolder(source)
		}
		if w.run.Type != "kFull" {
			b.before = w.latest(o.ID)
		}
	})
	var include, exclude []string
	for _, p := range list(params, "filePaths") {
		if p, ok := p.(object); ok {
			include = append(include, str(p, "includedPath"))
			for _, x := range list(p, "excludedPaths") {
				exclude = append(exclude, fmt.Sprint(x))
			}
		}
	}
	for _, x := range list(w.group, "physicalParams", "fileProtectionTypeParams", "globalExcludePaths") {
		exclude = append(exclude, fmt.Sprint(x))
	}
	if include == nil {
		include = []string{"/"}
	}
	last := time.Now()
	b.told = func(b *backup) {
		if time.Since(last) > 50*time.Millisecond {
			last = time.Now()
			w.change(func() { o.Read, o.Files, o.Copied, o.Total = b.read, b.files, b.copied, b.total })
		}
	}
	err := b.take(ctx, folder, include, exclude)
	taken := time.Now().UnixMicro()
	m := &manifest{ID: base64.RawURLEncoding.EncodeToString([]byte(fmt.Sprintf(`{"object":%d,"run":%q,"nonce":%q}`, o.ID, w.run.ID, rand.Text()))),
		Object: o.ID, Run: w.run.ID, Group: w.run.Group, Taken: taken, Entries: b.entries}
	if err == nil {
		err = w.writeManifest(m)
	}
	w.change(func() {
		o.Read, o.Written, o.Files, o.Copied, o.Total, o.Warnings = b.read, b.written, b.files, b.copied, b.total, b.warnings
		o.End, o.Expiry, o.Status = taken, taken+w.keep().Microseconds(), "kSuccessful"
		if err != nil {
			o.Status, o.Warnings = "kFailed", append(o.Warnings, cause(err).Error())
			w.run.note("%s failed: %v", o.Name, cause(err))
			return
		}
		o.Snapshot = m.ID
		if len(b.warnings) > 0 {
			o.Status = "kWarning"
		}
		w.run.note("%s: %d of %d files were copied.", o.Name, o.Copied, o.Files)
	})
}

// keep is how long the policy keeps a snapshot.
func (w *runWork) keep() time.Duration {
	policy, _ := find(w.Policies, "id", str(w.group, "policyId"))
	n := num(policy, "backupPolicy", "regular", "retention", "duration")
	day := 24 * time.Hour
	unit := map[string]time.Duration{"Hours": time.Hour, "Days": day, "Weeks": 7 * day, "Months": 30 * day, "Years": 365 * day}[str(policy, "backupPolicy", "regular", "retention", "unit")]
	return time.Duration(n) * unit
}

// latest are the entries of the newest snapshot of an object.
func (d *data) latest(id int64) map[string]entry {
	found := map[string]entry{}
	for _, r := range slices.Backward(d.Runs) {
		for _, o := range r.Objects {
			if o.ID == id && o.Snapshot != "" && !r.Deleted {
				if m, err := d.readManifest(o.Snapshot); err == nil {
					for _, e := range m.Entries {
						found[e.Path] = e
					}
					return found
				}
			}
		}
	}
	return found
}

func (d *data) deleteSnapshots(r *run) {
	for _, o := range r.Objects {
		if o.Snapshot != "" {
			_ = os.Remove(d.manifestPath(o.Snapshot))
			o.Snapshot = ""
		}
	}
}
