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
	server *Server
	data   *data
	run    *run
	group  object
	chosen []any // of its objects; none means all
	fault  *platform.Fault
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

// step changes the run and keeps it.
func (w *runExecution) step(do func()) {
	w.data.change(func() {
		do()
		w.data.keepRun(w.run)
	})
}

// appear gives a run its time, with which it has an id.
func (d *data) appear(r *run) {
	r.Start = d.now()
	if r.Type == "kRegular" && !d.earlier(r) {
		r.Type = "kFull"
	}
	group, _ := d.groups.get(r.Group)
	r.SLA = slaMinutes(group, r.Type)
	d.note(&r.Events, "The run was accepted.")
	d.keepRun(r)
}

// earlier tells whether the group of a run has been backed up before.
func (d *data) earlier(r *run) bool {
	for other := range d.runsOf(r.Group) {
		if other != r && other.restorable() {
			return true
		}
	}
	return false
}

func (w *runExecution) do(ctx context.Context) {
	delay := w.server.options.RunDelay
	if w.fault != nil && w.fault.RunDelay > 0 {
		delay = w.fault.RunDelay
	}
	_ = wait(ctx, delay)
	w.data.change(func() { w.data.appear(w.run) })
	// A fifth of the time passes before the copying and a fifth after it.
	phase := w.server.options.RunTime / 5
	alive := wait(ctx, phase) && w.whilePaused(ctx)
	var choices []choice
	w.step(func() {
		if alive {
			w.run.Status = "Running"
			choices = w.begin()
		}
	})
	for i := range choices {
		if alive {
			w.object(ctx, choices[i], w.run.Objects[i], 3*phase/time.Duration(len(choices)))
			alive = w.whilePaused(ctx)
		}
	}
	for w.fault != nil && w.fault.RunHang && wait(ctx, tickEvery) {
		w.whilePaused(ctx)
	}
	alive = ctx.Err() == nil
	if alive {
		w.step(func() { w.run.Status = "Finalizing" })
		alive = wait(ctx, phase)
	}
	w.data.change(func() {
		switch {
		case w.server.stopped.Err() != nil:
			w.data.end(w.run, "Failed", serviceStopped)
		case !alive:
			w.data.deleteSnapshots(w.run)
			w.data.end(w.run, "Canceled", "The run was canceled.")
		default:
			w.finish()
		}
	})
}

// begin is what there is to copy, with an object of the run for each.
func (w *runExecution) begin() (chosen []choice) {
	w.data.note(&w.run.Events, "Copying has begun.")
	wanted := map[int64]bool{}
	for _, o := range w.chosen {
		if o, ok := o.(object); ok {
			wanted[num(o, "id")] = true
		}
	}
	for _, one := range w.data.choices(w.group) {
		if len(wanted) > 0 && !wanted[one.id] {
			continue
		}
		o := &runObject{ID: one.id, Name: one.name, Status: "kInProgress"}
		if t := w.data.things[one.id]; t != nil {
			o.Type, o.Source = t.Type, t.Source
		}
		w.run.Objects = append(w.run.Objects, o)
		chosen = append(chosen, one)
	}
	return chosen
}

// whilePaused holds the run still as long as it is paused.
func (w *runExecution) whilePaused(ctx context.Context) bool {
	for shown := ""; ; {
		paused := false
		w.data.mu.Lock()
		if paused = w.run.Paused || w.blackout(); paused && shown == "" {
			shown, w.run.Status = w.run.Status, "Paused"
			w.data.keepRun(w.run)
		} else if !paused && shown != "" && w.run.Status == "Paused" {
			w.run.Status = shown
			w.data.keepRun(w.run)
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

// blackout tells whether the run has to stand still because its policy has a blackout window now.
func (w *runExecution) blackout() bool {
	return is(w.group, "pauseInBlackouts") && blackedOut(w.data.policyOf(w.group), w.data.clock.now())
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
	w.data.end(r, status, message)
}

// end ends a run. What it was still copying has failed with it.
func (d *data) end(r *run, status, message string) {
	r.Status, r.End = status, d.now()
	if message != "" {
		r.Messages = append(r.Messages, message)
	}
	for _, o := range r.Objects {
		if o.End == 0 {
			o.Status, o.End, o.Warnings = "kFailed", r.End, append(o.Warnings, "The run ended before.")
		}
	}
	d.note(&r.Events, "The run has ended: %s.", status)
	if !r.restorable() {
		r.Deleted = true
	}
	d.keepRun(r)
}

// object backs up one thing of the group, which takes a time at least, and tries again where the policy says so.
func (w *runExecution) object(ctx context.Context, chosen choice, o *runObject, took time.Duration) {
	var again int64
	var pause time.Duration
	w.step(func() { again, pause = retries(w.data.policyOf(w.group)) })
	for ; ; again-- {
		b, s, err := w.attempt(ctx, chosen, o, took)
		last := err == nil || again == 0 || ctx.Err() != nil || errors.Is(err, errCanceled)
		var due int64
		w.step(func() {
			if err != nil {
				o.Failures = append(o.Failures, failure{o.Start, w.data.now(), sentence(vault.Cause(err))})
			}
			if last {
				w.copied(o, b, s, err)
				return
			}
			o.Status, due = "kWaitingForNextAttempt", w.data.now()+pause.Microseconds()
			w.data.note(&o.Events, "Copying failed: %v. It is tried again at %s.", vault.Cause(err), utc(due))
		})
		for !last && w.data.now() < due && wait(ctx, tickEvery) {
		}
		if last {
			return
		}
	}
}

// attempt tries to back up one thing of the group.
func (w *runExecution) attempt(ctx context.Context, chosen choice, o *runObject, took time.Duration) (*vault.Backup, *vault.Snapshot, error) {
	began := time.Now()
	var folder string
	b := &vault.Backup{Vault: w.data.vault, Skip: vault.Excluding(append(chosen.exclude, mountFolder))}
	canceled := false
	w.step(func() {
		if canceled = o.canceled; !canceled {
			o.Start, o.Status = w.data.now(), "kInProgress"
			w.data.note(&o.Events, "Copying %s has begun.", o.Name)
		}
		if t := w.data.things[o.ID]; t != nil && !t.Gone {
			folder = w.data.sourceOf(t).folder()
		}
		if w.run.Type != "kFull" {
			b.Before = w.data.before(o.ID)
		}
	})
	last := time.Now()
	b.Told = func() {
		if time.Since(last) > 50*time.Millisecond {
			last = time.Now()
			w.step(func() {
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
		w.step(func() {
			o.Read, o.Written, o.Files, o.Copied, o.Total = b.Read, b.Written, b.Files, b.Copied, b.Total
			o.Percent = max(o.Percent, float64(25*i+15))
			if o.canceled {
				err = errCanceled
			}
		})
		if !wait(ctx, time.Until(began.Add(took*time.Duration(i)/3))) || !w.whilePaused(ctx) {
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

// copied says how the copying of one thing has ended.
func (w *runExecution) copied(o *runObject, b *vault.Backup, s *vault.Snapshot, err error) {
	o.End, o.Percent, o.Warnings = w.data.now(), 100, b.Warnings
	if o.canceled && err == nil {
		err = errCanceled
	}
	if err != nil {
		w.data.vault.Delete(s.ID)
		w.data.litter = true
		if o.Start == 0 {
			o.Start = o.End // it was canceled before it began
		}
		o.Status, o.Warnings = "kFailed", append(o.Warnings, sentence(vault.Cause(err)))
		w.data.note(&o.Events, "Copying failed: %v.", vault.Cause(err))
		w.data.note(&w.run.Events, "%s failed: %v.", o.Name, vault.Cause(err))
		return
	}
	kept, locked, mode := w.data.keep(w.data.policyOf(w.group), w.run)
	o.Expiry, o.Status, o.Snapshot = o.End+kept.Microseconds(), "kSuccessful", s.ID
	if locked > 0 {
		w.run.Locked, w.run.Lock = max(w.run.Locked, o.End+locked.Microseconds()), mode
	}
	if len(b.Warnings) > 0 {
		o.Status = "kWarning"
	}
	w.data.note(&o.Events, "%d of %d files were copied.", o.Copied, o.Files)
	w.data.note(&w.run.Events, "%s: %d of %d files were copied.", o.Name, o.Copied, o.Files)
}

// sentence is an error as a sentence.
func sentence(err error) string {
	message := err.Error()
	return strings.ToUpper(message[:1]) + message[1:] + "."
}

// before are the entries of the newest snapshot of a thing, by path.
func (d *data) before(id int64) map[string]vault.Entry {
	found := map[string]vault.Entry{}
	for s := range d.snapshots() {
		if s.object.ID == id {
			if kept, err := d.vault.Read(s.object.Snapshot); err == nil {
				for _, e := range kept.Entries {
					found[e.Path] = e
				}
				return found
			}
		}
	}
	return found
}
