package sandbox

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// runWork carries out a run.
type runExecution struct {
	server        *Server
	data          *data
	run           *run
	group         jsonObject
	chosenObjects []any // of its objects; none means all
	fault         *platform.Fault
}

// wait passes time of this machine, unless the context ends.
func wait(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// update changes the run and keeps it.
func (w *runExecution) update(do func()) {
	w.data.update(func() {
		do()
		w.data.putRun(w.run)
	})
}

// startRunNow gives a run its time, with which it has an id.
func (d *data) startRunNow(r *run) {
	r.Start = d.now()
	if r.Type == "kRegular" && !d.hasEarlierRun(r) {
		r.Type = "kFull"
	}
	group, _ := d.groups.get(r.Group)
	r.SLA = slaMinutes(group, r.Type)
	d.addEvent(&r.Events, "The run was accepted.")
	d.putRun(r)
}

// hasEarlierRun tells whether the group of a run has been backed up before.
func (d *data) hasEarlierRun(r *run) bool {
	for other := range d.runsOf(r.Group) {
		if other != r && other.restorable() {
			return true
		}
	}
	return false
}

func (w *runExecution) execute(ctx context.Context) {
	delay := w.server.options.RunDelay
	if w.fault != nil && w.fault.RunDelay > 0 {
		delay = w.fault.RunDelay
	}
	_ = wait(ctx, delay)
	w.data.update(func() { w.data.startRunNow(w.run) })
	// A fifth of the time passes before the copying and a fifth after it.
	phase := w.server.options.RunTime / 5
	alive := wait(ctx, phase) && w.waitWhilePaused(ctx)
	var choices []selection
	w.update(func() {
		if alive {
			w.run.Status = "Running"
			choices = w.beginCopying()
		}
	})
	for i := range choices {
		if alive {
			w.backUp(ctx, choices[i], w.run.Objects[i], 3*phase/time.Duration(len(choices)))
			alive = w.waitWhilePaused(ctx)
		}
	}
	for w.fault != nil && w.fault.RunHang && wait(ctx, tickInterval) {
		w.waitWhilePaused(ctx)
	}
	alive = ctx.Err() == nil
	if alive {
		w.update(func() { w.run.Status = "Finalizing" })
		alive = wait(ctx, phase)
	}
	w.data.update(func() {
		switch {
		case w.server.stopped.Err() != nil:
			w.data.endRun(w.run, "Failed", serviceStopped)
		case !alive:
			w.data.deleteSnapshots(w.run)
			w.data.endRun(w.run, "Canceled", "The run was canceled.")
		default:
			w.finish()
		}
	})
}

// beginCopying is what there is to copy, with an object of the run for each.
func (w *runExecution) beginCopying() (chosen []selection) {
	w.data.addEvent(&w.run.Events, "Copying has begun.")
	wanted := map[int64]bool{}
	for _, o := range w.chosenObjects {
		if o, ok := o.(jsonObject); ok {
			wanted[num(o, "id")] = true
		}
	}
	for _, one := range w.data.selections(w.group) {
		if len(wanted) > 0 && !wanted[one.id] {
			continue
		}
		o := &runObject{ID: one.id, Name: one.name, Status: "kInProgress"}
		if t := w.data.objects[one.id]; t != nil {
			o.Type, o.Source = t.Type, t.Source
		}
		w.run.Objects = append(w.run.Objects, o)
		chosen = append(chosen, one)
	}
	return chosen
}

// waitWhilePaused holds the run still as long as it is paused.
func (w *runExecution) waitWhilePaused(ctx context.Context) bool {
	for shown := ""; ; {
		paused := false
		w.data.mu.Lock()
		if paused = w.run.Paused || w.inBlackout(); paused && shown == "" {
			shown, w.run.Status = w.run.Status, "Paused"
			w.data.putRun(w.run)
		} else if !paused && shown != "" && w.run.Status == "Paused" {
			w.run.Status = shown
			w.data.putRun(w.run)
		}
		w.data.mu.Unlock()
		if !paused {
			return ctx.Err() == nil
		}
		if !wait(ctx, 20*time.Millisecond) {
			return false
		}
	}
}

// inBlackout tells whether the run has to stand still because its policy has a blackout window now.
func (w *runExecution) inBlackout() bool {
	return isTrue(w.group, "pauseInBlackouts") && inBlackoutWindow(w.data.policyOf(w.group), w.data.clock.now())
}

// finish decides how the run has ended.
func (w *runExecution) finish() {
	r := w.run
	status := "Succeeded"
	good := 0
	for _, o := range r.Objects {
		for _, warning := range o.Warnings {
			r.Messages = append(r.Messages, o.Name+": "+warning)
		}
		switch {
		case o.Status == "kFailed" && !o.canceled:
			status = "Failed"
		case status != "Failed" && (o.canceled || o.Status == "kWarning"):
			status = "SucceededWithWarning"
		}
		if o.Snapshot != "" {
			good++
		}
	}
	if good == 0 && status == "SucceededWithWarning" {
		status = "Canceled"
	}
	if len(r.Objects) == 0 {
		status, r.Messages = "Failed", append(r.Messages, "The group has nothing to back up.")
	}
	message := ""
	if w.fault != nil && w.fault.RunStatus != "" {
		status, message = w.fault.RunStatus, w.fault.RunMessage
	}
	if good == 0 || w.fault != nil && (status == "Failed" || status == "Canceled") {
		w.data.deleteSnapshots(r)
	}
	w.data.endRun(r, status, message)
}

// endRun ends a run. What it was still copying has failed with it.
func (d *data) endRun(r *run, status, message string) {
	r.Status, r.End = status, d.now()
	if message != "" {
		r.Messages = append(r.Messages, message)
	}
	for _, o := range r.Objects {
		if o.End == 0 {
			o.Status, o.End, o.Warnings = "kFailed", r.End, append(o.Warnings, "The run ended before.")
		}
	}
	d.addEvent(&r.Events, "The run has ended: %s.", status)
	if !r.restorable() {
		r.Deleted = true
	}
	d.putRun(r)
}

// backUp backs up one thing of the group, which takes a time at least, and tries again where the policy says so.
func (w *runExecution) backUp(ctx context.Context, chosen selection, o *runObject, took time.Duration) {
	var again int64
	var pause time.Duration
	w.update(func() { again, pause = retryOptions(w.data.policyOf(w.group)) })
	for ; ; again-- {
		b, s, err := w.tryBackUp(ctx, chosen, o, took)
		last := err == nil || again == 0 || ctx.Err() != nil || errors.Is(err, errCanceled)
		var due int64
		w.update(func() {
			if err != nil {
				o.Failures = append(o.Failures, failure{o.Start, w.data.now(), asSentence(vault.Cause(err))})
			}
			if last {
				w.finishObject(o, b, s, err)
				return
			}
			o.Status, due = "kWaitingForNextAttempt", w.data.now()+pause.Microseconds()
			w.data.addEvent(&o.Events, "Copying failed: %v. It is tried again at %s.", vault.Cause(err), utc(due))
		})
		for !last && w.data.now() < due && wait(ctx, tickInterval) {
		}
		if last {
			return
		}
	}
}

// tryBackUp tries to back up one thing of the group.
func (w *runExecution) tryBackUp(ctx context.Context, chosen selection, o *runObject, took time.Duration) (*vault.Backup, *vault.Snapshot, error) {
	began := time.Now()
	var folder string
	b := &vault.Backup{Vault: w.data.vault, Skip: vault.Excluding(append(chosen.exclude, mountFolder))}
	canceled := false
	w.update(func() {
		if canceled = o.canceled; !canceled {
			o.Start, o.Status = w.data.now(), "kInProgress"
			w.data.addEvent(&o.Events, "Copying %s has begun.", o.Name)
		}
		if t := w.data.objects[o.ID]; t != nil && !t.Gone {
			folder = w.data.sourceOf(t).folder()
		}
		if w.run.Type != "kFull" {
			b.Before = w.data.previousEntries(o.ID)
		}
	})
	last := time.Now()
	b.Told = func() {
		if time.Since(last) > 50*time.Millisecond {
			last = time.Now()
			w.update(func() {
				o.Read, o.Files, o.Copied, o.Total, o.Percent = b.Read, b.Files, b.Copied, b.Total, 40*float64(b.Done)/float64(max(1, b.Expected))
			})
		}
	}
	var err error
	switch {
	case canceled:
		err = errCanceled
	case folder == "":
		err = errors.New("the object is not there any more")
	default:
		err = b.Take(ctx, folder, chosen.include)
	}
	s := &vault.Snapshot{ID: w.snapshotID(o), Entries: b.Entries}
	if err == nil {
		err = w.data.vault.Write(s)
	}
	// What the copying itself did not take of the time is spent in steps, so that progress can be seen.
	for i := 1; i <= 3 && err == nil; i++ {
		w.update(func() {
			o.Read, o.Written, o.Files, o.Copied, o.Total = b.Read, b.Written, b.Files, b.Copied, b.Total
			o.Percent = max(o.Percent, float64(25*i+15))
			if o.canceled {
				err = errCanceled
			}
		})
		if !wait(ctx, time.Until(began.Add(took*time.Duration(i)/3))) || !w.waitWhilePaused(ctx) {
			err = errCanceled
		}
	}
	if errors.Is(err, context.Canceled) {
		err = errCanceled
	}
	return b, s, err
}

var errCanceled = errors.New("the copying was canceled")

// snapshotID makes the id of a snapshot, which nobody can guess, and which says what it is of.
func (w *runExecution) snapshotID(o *runObject) string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, `{"object":%d,"run":%q,"nonce":%q}`, o.ID, w.run.ID(), rand.Text()))
}

// finishObject says how the copying of one thing has ended.
func (w *runExecution) finishObject(o *runObject, b *vault.Backup, s *vault.Snapshot, err error) {
	o.End, o.Percent, o.Warnings = w.data.now(), 100, b.Warnings
	if o.canceled && err == nil {
		err = errCanceled
	}
	if err != nil {
		w.data.vault.Delete(s.ID)
		w.data.needsSweep = true
		if o.Start == 0 {
			o.Start = o.End // it was canceled before it began
		}
		o.Status, o.Warnings = "kFailed", append(o.Warnings, asSentence(vault.Cause(err)))
		w.data.addEvent(&o.Events, "Copying failed: %v.", vault.Cause(err))
		w.data.addEvent(&w.run.Events, "%s failed: %v.", o.Name, vault.Cause(err))
		return
	}
	kept, locked, mode := w.data.retentionOf(w.data.policyOf(w.group), w.run)
	o.Expiry, o.Status, o.Snapshot = o.End+kept.Microseconds(), "kSuccessful", s.ID
	if locked > 0 {
		w.run.LockExpiry, w.run.LockMode = max(w.run.LockExpiry, o.End+locked.Microseconds()), mode
	}
	if len(b.Warnings) > 0 {
		o.Status = "kWarning"
	}
	w.data.addEvent(&o.Events, "%d of %d files were copied.", o.Copied, o.Files)
	w.data.addEvent(&w.run.Events, "%s: %d of %d files were copied.", o.Name, o.Copied, o.Files)
}

// asSentence is an error as a sentence.
func asSentence(err error) string {
	message := err.Error()
	return strings.ToUpper(message[:1]) + message[1:] + "."
}

// previousEntries are the entries of the newest snapshot of a thing, by path.
func (d *data) previousEntries(id int64) map[string]vault.Entry {
	found := map[string]vault.Entry{}
	for s := range d.snapshots() {
		if s.result.ID == id {
			if kept, err := d.vault.Read(s.result.Snapshot); err == nil {
				for _, e := range kept.Entries {
					found[e.Path] = e
				}
				return found
			}
		}
	}
	return found
}
