package sandbox

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// runExecution executes a run.
type runExecution struct {
	data      *data
	run       *run
	group     jsonObject
	requested []any // the ids of the objects to back up; nil means all
	fault     *platform.Fault
}

// wait waits on the machine's clock, and reports whether the context is still active.
func wait(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// update changes the run and stores it.
func (e *runExecution) update(change func()) {
	e.data.update(func() {
		change()
		e.data.putRun(e.run)
	})
}

// assignStart sets the start time of a run, which is part of its id.
func (d *data) assignStart(r *run) {
	r.Start = d.now()
	if r.Type == "kRegular" && !d.hasEarlierRun(r) {
		r.Type = "kFull"
	}
	group, _ := d.groups.get(r.Group)
	r.SLA = slaMinutes(group, r.Type)
	d.addEvent(&r.Events, "The run was accepted.")
	d.putRun(r)
}

// hasEarlierRun reports whether the group of a run has been backed up before.
func (d *data) hasEarlierRun(r *run) bool {
	for other := range d.runsOf(r.Group) {
		if other != r && other.restorable() {
			return true
		}
	}
	return false
}

func (e *runExecution) execute(ctx context.Context) {
	delay := e.data.server.options.RunDelay
	if e.fault != nil && e.fault.RunDelay > 0 {
		delay = e.fault.RunDelay
	}
	_ = wait(ctx, delay)
	e.data.update(func() { e.data.assignStart(e.run) })
	// Copying begins after a fifth of the minimum duration, and another fifth passes after it.
	phase := e.data.server.options.RunTime / 5
	alive := wait(ctx, phase) && e.waitWhilePaused(ctx)
	var choices []selection
	e.update(func() {
		if alive {
			e.run.Status = "Running"
			choices = e.beginCopying()
		}
	})
	for i := range choices {
		if alive {
			e.backUp(ctx, choices[i], e.run.Objects[i], 3*phase/time.Duration(len(choices)))
			alive = e.waitWhilePaused(ctx)
		}
	}
	for e.fault != nil && e.fault.RunHang && wait(ctx, tickInterval) {
		e.waitWhilePaused(ctx)
	}
	alive = ctx.Err() == nil
	if alive {
		e.update(func() { e.run.Status = "Finalizing" })
		alive = wait(ctx, phase)
	}
	e.data.update(func() {
		switch {
		case e.data.server.stopped.Err() != nil:
			e.data.endRun(e.run, "Failed", serviceStopped)
		case !alive:
			e.data.deleteSnapshots(e.run)
			e.data.endRun(e.run, "Canceled", e.wordOfCancel())
		default:
			e.finish()
		}
	})
}

// inWords returns the error of a backup in the words that a trouble has for it, and changes the warnings so, too.
func (e *runExecution) inWords(o *runObject, b *vault.Backup, err error) error {
	var s *source
	if obj := e.data.objects[o.ID]; obj != nil {
		s = e.data.sourceOf(obj)
	}
	b.Warnings = e.data.worded(s, b.Warnings)
	if errors.Is(err, errCanceled) {
		return err
	}
	return e.data.said(s, err)
}

// wordOfCancel returns what the run says when it was canceled.
func (e *runExecution) wordOfCancel() string {
	for _, o := range e.run.Objects {
		if obj := e.data.objects[o.ID]; obj != nil {
			if t := e.data.troubleOf(e.data.sourceOf(obj), wording); t != nil {
				return t.Message
			}
		}
	}
	return "The run was canceled."
}

// beginCopying adds the objects of the run, and returns what to copy of each.
func (e *runExecution) beginCopying() (chosen []selection) {
	e.data.addEvent(&e.run.Events, "Copying has begun.")
	for _, one := range e.data.selections(e.group) {
		if !emptyOrContains(e.requested, one.id) {
			continue
		}
		o := &runObject{ID: one.id, Name: one.name, Status: "kInProgress"}
		if obj := e.data.objects[one.id]; obj != nil {
			o.Type, o.Source = obj.Type, obj.Source
		}
		e.run.Objects = append(e.run.Objects, o)
		chosen = append(chosen, one)
	}
	return chosen
}

// waitWhilePaused waits until the run is not paused, and reports whether the context is still active.
func (e *runExecution) waitWhilePaused(ctx context.Context) bool {
	for shown := ""; ; {
		e.data.mu.Lock()
		paused := e.run.Paused || e.inBlackout()
		if paused && shown == "" {
			shown, e.run.Status = e.run.Status, "Paused"
			e.data.putRun(e.run)
		} else if !paused && shown != "" && e.run.Status == "Paused" {
			e.run.Status = shown
			e.data.putRun(e.run)
		}
		e.data.mu.Unlock()
		if !paused {
			return ctx.Err() == nil
		}
		if !wait(ctx, 20*time.Millisecond) {
			return false
		}
	}
}

// inBlackout reports whether the run has to pause because its policy is in a blackout window.
func (e *runExecution) inBlackout() bool {
	return isTrue(e.group, "pauseInBlackouts") && inBlackoutWindow(e.data.policyOf(e.group), e.data.clock.now())
}

// finish sets the result of the run.
func (e *runExecution) finish() {
	r := e.run
	status := "Succeeded"
	succeeded := 0
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
			succeeded++
		}
	}
	if succeeded == 0 && status == "SucceededWithWarning" {
		status = "Canceled"
	}
	if len(r.Objects) == 0 {
		status, r.Messages = "Failed", append(r.Messages, "The group has nothing to back up.")
	}
	message := ""
	if e.fault != nil && e.fault.RunStatus != "" {
		status, message = e.fault.RunStatus, e.fault.RunMessage
	}
	if succeeded == 0 || e.fault != nil && (status == "Failed" || status == "Canceled") {
		e.data.deleteSnapshots(r)
		for _, o := range r.Objects {
			if o.Status != "kFailed" { // it had succeeded, before the fault
				o.Status, o.Warnings = "kFailed", append(o.Warnings, cmp.Or(message, "The status of the run is "+status+"."))
			}
		}
	}
	e.data.endRun(r, status, message)
}

// endRun ends a run. Objects that have not ended fail.
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

// backUp backs up an object of the group, for a minimum duration, with the retries of the policy.
func (e *runExecution) backUp(ctx context.Context, chosen selection, o *runObject, atLeast time.Duration) {
	var retriesLeft int64
	var pause time.Duration
	e.update(func() { retriesLeft, pause = retryOptions(e.data.policyOf(e.group)) })
	for ; ; retriesLeft-- {
		b, s, err := e.tryBackUp(ctx, chosen, o, atLeast)
		e.update(func() { err = e.inWords(o, b, err) })
		last := err == nil || retriesLeft == 0 || ctx.Err() != nil || errors.Is(err, errCanceled)
		var due int64
		e.update(func() {
			if err != nil {
				o.Failures = append(o.Failures, failure{o.Start, e.data.now(), asSentence(vault.Cause(err))})
			}
			if last {
				e.finishObject(o, b, s, err)
				return
			}
			o.Status, due = "kWaitingForNextAttempt", e.data.now()+pause.Microseconds()
			e.data.addEvent(&o.Events, "Copying failed: %v. It is tried again at %s.", clause(err), utc(due))
		})
		for !last && e.data.now() < due && wait(ctx, tickInterval) {
		}
		if last {
			return
		}
	}
}

// tryBackUp tries once to back up an object of the group.
func (e *runExecution) tryBackUp(ctx context.Context, chosen selection, o *runObject, atLeast time.Duration) (*vault.Backup, *vault.Snapshot, error) {
	began := time.Now()
	var folder string
	b := &vault.Backup{Vault: e.data.vault, Skip: vault.SkipPaths(append(chosen.exclude, mountFolder))}
	canceled, midway := false, false
	var trouble error
	unread := map[string]string{} // paths that are not read, with their messages
	var isUnreadable func(string) bool
	e.update(func() {
		if canceled = o.canceled; !canceled {
			o.Start, o.Status = e.data.now(), "kInProgress"
			e.data.addEvent(&o.Events, "Copying %s has begun.", o.Name)
		}
		if obj := e.data.objects[o.ID]; obj != nil && !obj.Gone {
			s := e.data.sourceOf(obj)
			folder = s.folder()
			midway, trouble = e.data.meets(s, o.Name, str(e.group, "name"))
			isUnreadable = e.data.unreadable(s, unread)
		}
		if e.run.Type != "kFull" && e.run.Type != "kSystem" {
			b.Previous = e.data.previousEntries(o.ID)
		}
	})
	last := time.Now()
	b.OnProgress = func() {
		if time.Since(last) > 50*time.Millisecond {
			last = time.Now()
			e.update(func() {
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
	case trouble != nil && !midway:
		err = trouble
	default:
		if len(chosen.manifests) > 0 {
			b.Skip = chosen.manifests.skipIn(folder, chosen.include[0])
		}
		skip := b.Skip
		b.Skip = func(path string) bool { return skip(path) || isUnreadable(path) }
		if err = b.Run(ctx, folder, chosen.include); err == nil {
			e.update(func() { e.data.addEvent(&o.Events, "Files scanned: %d (%d bytes).", b.Files, b.Total) })
			err = trouble
		}
	}
	for _, path := range slices.Sorted(maps.Keys(unread)) {
		b.Warnings = append(b.Warnings, path+": "+unread[path])
	}
	s := &vault.Snapshot{ID: e.snapshotID(o), Entries: b.Entries}
	if err == nil {
		err = e.data.vault.Write(s)
	}
	// The rest of the minimum duration passes in steps, so that there is progress to see.
	for i := 1; i <= 3 && err == nil; i++ {
		e.update(func() {
			o.Read, o.Written, o.Files, o.Copied, o.Total = b.Read, b.Written, b.Files, b.Copied, b.Total
			o.Percent = max(o.Percent, float64(25*i+15))
			if o.canceled {
				err = errCanceled
			}
		})
		if !wait(ctx, time.Until(began.Add(atLeast*time.Duration(i)/3))) || !e.waitWhilePaused(ctx) {
			err = errCanceled
		}
	}
	var due int64
	e.update(func() { due = o.Start + e.data.slowness(o.ID) })
	for err == nil && e.data.now() < due {
		if !wait(ctx, tickInterval) {
			err = errCanceled
		}
	}
	if errors.Is(err, context.Canceled) {
		err = errCanceled
	}
	return b, s, err
}

var errCanceled = errors.New("the copying was canceled")

// snapshotID returns a new id of a snapshot of an object, which cannot be guessed.
func (e *runExecution) snapshotID(o *runObject) string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, `{"object":%d,"run":%q,"nonce":%q}`, o.ID, e.run.ID(), rand.Text()))
}

// finishObject sets the result of an object.
func (e *runExecution) finishObject(o *runObject, b *vault.Backup, s *vault.Snapshot, err error) {
	o.End, o.Percent, o.Warnings = e.data.now(), 100, b.Warnings
	if o.canceled && err == nil {
		err = errCanceled
	}
	if err != nil {
		e.data.vault.Delete(s.ID)
		e.data.needsSweep = true
		if o.Start == 0 {
			o.Start = o.End // it was canceled before it began
		}
		o.Status, o.Warnings = "kFailed", append(o.Warnings, asSentence(vault.Cause(err)))
		e.data.addEvent(&o.Events, "Copying failed: %v.", clause(err))
		e.data.addEvent(&e.run.Events, "%s: Copying failed: %v.", o.Name, clause(err))
		return
	}
	kept, locked, mode := e.data.retentionOf(e.data.policyOf(e.group), e.run)
	o.Expiry, o.Status, o.Snapshot = o.End+kept.Microseconds(), "kSuccessful", s.ID
	if locked > 0 {
		e.run.LockExpiry, e.run.LockMode = max(e.run.LockExpiry, o.End+locked.Microseconds()), mode
	}
	if len(b.Warnings) > 0 {
		o.Status = "kWarning"
	}
	for _, warning := range o.Warnings {
		e.data.addEvent(&o.Events, "%s", warning)
	}
	e.data.addEvent(&o.Events, "Files copied: %d of %d.", o.Copied, o.Files)
	e.data.addEvent(&o.Events, "%d bytes were read and %d bytes were written.", b.Read, b.Written)
	e.data.addEvent(&e.run.Events, "%s: Files copied: %d of %d.", o.Name, o.Copied, o.Files)
}

// clause returns an error as the end of a sentence, without a full stop.
func clause(err error) string { return strings.TrimSuffix(vault.Cause(err).Error(), ".") }

// asSentence returns an error as a sentence.
func asSentence(err error) string {
	message := err.Error()
	var words spoken
	if errors.As(err, &words) {
		return message
	}
	return strings.ToUpper(message[:1]) + message[1:] + "."
}

// previousEntries returns the entries of the newest snapshot of an object, by path.
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
