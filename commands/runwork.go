package commands

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// What people do with runs beside the operations of the service: wait for one, watch one, and pause, resume or cancel
// one by name.

var (
	newRun      = &waiting{Before: (*invocation).runsBefore, Work: (*invocation).newRun, Judged: true}
	changedRuns = &waiting{Work: (*invocation).changedRuns, Judged: true}

	startOptions = []api.Field{{Flag: ifRunning, Enum: []string{"fail", "wait", "cancel"}, Default: "fail",
		About: "What to do when a run of the group is active already: fail with status 5, wait for its end, or cancel it."}}
)

const ifRunning = "if-running"

// isRunID tells the form NUMBER:START.
func isRunID(word string) bool {
	parts := strings.Split(word, ":")
	return len(parts) == 2 && isNumber(parts[0]) && isNumber(parts[1])
}

// isDone tells the states of objects, runs and recoveries that are ends.
func isDone(status string) bool {
	switch strings.TrimPrefix(status, "k") {
	case "Succeeded", "Successful", "SucceededWithWarning", "Warning", "Finished", "FinishedWithError", "FinishedGarbageCollected", "Failed", "PartiallyFailed",
		"Canceled", "Cancelled", "Missed", "Skipped":
		return true
	}
	return false
}

// isFailed tells the ends that are bad.
func isFailed(status string) bool {
	switch strings.TrimPrefix(status, "k") {
	case "Failed", "FinishedWithError", "PartiallyFailed", "Missed":
		return true
	}
	return false
}

// groupRuns gives the newest runs of a group.
func (inv *invocation) groupRuns(group string) ([]any, error) {
	answer, err := inv.answer(api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("numRuns", "20"))
	return output.List(answer, "runs"), err
}

// runStatus is the state of a run: of its local backup, or of its archives when it goes there directly. Of several
// archives the one that has not ended counts, and else the worst.
func runStatus(run any) string {
	if status := output.String(run, "localBackupInfo.status"); status != "" {
		return status
	}
	var status string
	for _, target := range output.List(run, "archivalInfo.archivalTargetResults") {
		s := output.String(target, "status")
		if !isDone(s) {
			return s
		}
		if status == "" || status == "Succeeded" || status == "SucceededWithWarning" && s != "Succeeded" {
			status = s
		}
	}
	return status
}

func runStart(run any) time.Time {
	for _, path := range []string{"localBackupInfo.startTimeUsecs", archived + "startTimeUsecs"} {
		if usecs, ok := output.Int(run, path); ok {
			return time.UnixMicro(usecs)
		}
	}
	return time.Time{}
}

// active gives the newest run of a group that has not ended, or nil.
func active(runs []any) any {
	for _, run := range runs {
		if !isDone(runStatus(run)) {
			return run
		}
	}
	return nil
}

// runBefore is what is known before a run is asked for.
type runBefore map[string]bool // the ids of the runs that are there

func (inv *invocation) runsBefore(r *api.Request) (any, error) {
	runs, err := inv.groupRuns(r.Get("id")[0])
	ids := runBefore{}
	for _, run := range runs {
		ids[output.String(run, "id")] = true
	}
	return ids, err
}

// runWork is a run to wait for. id may be "" for a run that has not appeared yet; find then looks for it.
func (inv *invocation) runWork(group, name, id string, find func() (string, error)) *work {
	w := &work{noun: "run", view: runDetails, young: inv.now().Add(time.Minute), watch: inv.again("protection-group-run", "watch", name)}
	w.look = func() (*standing, error) {
		if id == "" {
			found, err := find()
			if err != nil || found == "" {
				return &standing{status: "Accepted"}, err
			}
			id = found
		}
		w.watch = inv.again("protection-group-run", "watch", name, id)
		w.cancel = inv.again("protection-group-run", "cancel", name, id)
		return inv.lookAtRun(group, id)
	}
	return w
}

// lookAtRun asks how a run stands.
func (inv *invocation) lookAtRun(group, id string) (*standing, error) {
	a, err := inv.exchange(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", group).SetNamed("runId", id).SetNamed("includeObjectDetails", "true"))
	if err != nil {
		return nil, err
	}
	run := a.value
	at := &standing{raw: a.raw, status: runStatus(run)}
	at.ended = isDone(at.status)
	at.bytes, _ = output.Int(run, "localBackupInfo.localSnapshotStats.bytesRead")
	at.messages = texts(run, "localBackupInfo.messages")
	if message := output.String(run, archived+"message"); message != "" {
		at.messages = append(at.messages, message)
	}
	for _, o := range output.List(run, "objects") {
		const info = "localSnapshotInfo.snapshotInfo."
		p := part{name: output.String(o, "object.name"), status: output.String(o, info+"status|archivalInfo.archivalTargetResults[0].status"),
			message: strings.Join(append(texts(o, info+"warnings"), texts(o, info+"statusMessage")...), "; ")}
		at.parts = append(at.parts, p)
	}
	at.count()
	if !at.ended && !inv.Streams.Quiet {
		inv.addProgress(at, id)
	}
	return at, nil
}

// count counts the objects of a piece of work.
func (s *standing) count() {
	s.objects = len(s.parts)
	for _, p := range s.parts {
		if isDone(p.status) {
			s.done++
		}
		if isFailed(p.status) {
			s.failed++
		}
	}
}

// addProgress adds how far a run is. That is for people to see: a service that does not tell is no trouble.
func (inv *invocation) addProgress(at *standing, id string) {
	progress, err := inv.answer(api.NewRequest(&api.GetProtectionRunProgress).SetNamed("runId", id).SetNamed("includeEventLogs", "true"))
	if err != nil {
		return
	}
	local := output.At(progress, "localRun|archivalRun[0]")
	at.percent, at.measured = percentage(local)
	if usecs, ok := output.Int(local, "expectedRemainingTimeUsecs"); ok {
		at.left = time.Duration(usecs) * time.Microsecond
	}
	for _, event := range output.List(local, "events") {
		at.messages = append(at.messages, output.String(event, "message"))
	}
	for _, o := range output.List(local, "objects") {
		name := output.String(o, "name")
		i := slices.IndexFunc(at.parts, func(p part) bool { return p.name == name })
		if i < 0 {
			at.parts = append(at.parts, part{name: name, status: output.String(o, "status")})
			i = len(at.parts) - 1
			at.objects++
		}
		at.parts[i].percent, at.parts[i].measured = percentage(o)
	}
}

func percentage(v any) (float64, bool) {
	n, ok := output.At(v, "percentageCompleted").(json.Number)
	f, err := n.Float64()
	return f, ok && err == nil
}

// texts are the lines at a path, which may be a list or one line.
func texts(v any, path string) (lines []string) {
	switch found := output.At(v, path).(type) {
	case []any:
		for _, one := range found {
			lines = append(lines, output.String(one, ""))
		}
	case string:
		lines = append(lines, found)
	}
	return lines
}

// newRun waits for the run that a request has started: the one that was not there before.
func (inv *invocation) newRun(r *api.Request, before any, a *received) (*work, error) {
	group := r.Get("id")[0]
	var asked struct {
		RunType string `json:"runType"`
	}
	_ = json.Unmarshal(r.Body, &asked)
	began := inv.now()
	find := func() (string, error) {
		runs, err := inv.groupRuns(group)
		if err != nil {
			return "", err
		}
		// A run that began before ours was accepted may still be ours where clocks differ: it is taken when no
		// better one comes.
		patient := inv.now().Sub(began) < patience
		return ownRun(runs, before.(runBefore), asked.RunType, a.at, patient), nil
	}
	return inv.runWork(group, inv.named, "", find), nil
}

// patience is how long a run that may be ours is not taken for ours while a better one may come.
const patience = 20 * time.Second

// ownRun finds the run that a request has started among the runs of its group, newest first: it was not there
// before, has the type that was asked for, and has started since the request was accepted. A schedule may have started
// another at the same moment. It is "" as long as there is none.
func ownRun(runs []any, before runBefore, asked string, accepted time.Time, patient bool) string {
	var exact, similar, early string
	for _, run := range slices.Backward(runs) { // the earliest one first
		id, seen := output.String(run, "id"), output.String(run, "localBackupInfo.runType|"+archived+"runType")
		start := runStart(run)
		switch {
		case before[id] || !fits(asked, seen):
		case !accepted.IsZero() && !start.IsZero() && start.Before(accepted.Add(-time.Second)): // accepted is told to the second
			early = id
		case exact == "" && seen == asked:
			exact = id
		case similar == "":
			similar = id
		}
	}
	switch {
	case exact != "":
		return exact
	case similar != "":
		return similar
	case !patient:
		return early
	}
	return ""
}

// fits tells whether a run that was asked for with one type may appear with another: what is asked for as regular is
// full when it is the first, and incremental otherwise.
func fits(asked, seen string) bool {
	return asked == seen || seen == "" || asked == "kRegular" && (seen == "kFull" || seen == "kIncremental")
}

// startRun carries out `protection-group-run create`: it starts a run, or does what --if-running says about one that is
// active.
func (inv *invocation) startRun(r *api.Request) error {
	mode := orElse(inv.flags.text(ifRunning), "fail")
	if !slices.Contains(startOptions[0].Enum, mode) {
		return usage("--if-running: {{.Value}} is not one of fail, wait and cancel.", "Value", quoted(mode))
	}
	group := r.Get("id")[0]
	canceled := map[string]bool{}
	for pace := firstPoll; ; pace = min(pace*2, longestPoll) {
		var before any
		if inv.flags.isTrue("wait") {
			var err error
			if before, err = inv.runsBefore(r); err != nil {
				return err
			}
		}
		a, err := inv.exchange(r)
		var refused *service.Error
		switch {
		case err == nil && before == nil:
			return inv.show(bytes.NewReader(a.raw))
		case err == nil:
			w, _ := inv.newRun(r, before, a)
			return inv.finish(w)
		case !errors.As(err, &refused) || refused.Kind() != service.Conflict:
			return err
		case mode == "fail":
			f := &failure{}
			errors.As(inv.explain(err), &f)
			f.next = i18n.T("--if-running wait waits for the end of the active run first, --if-running cancel cancels it.")
			return f
		}
		if err := inv.clear(group, mode == "cancel", canceled); err != nil {
			return err
		}
		// Between the end of a run and a free group there may be a moment.
		if inv.sleep(pace) != nil {
			return inv.stop(inv.runWork(group, inv.named, "", nil))
		}
	}
}

// clear waits for the end of the active run of a group, after canceling it where that is wanted.
func (inv *invocation) clear(group string, cancel bool, canceled map[string]bool) error {
	runs, err := inv.groupRuns(group)
	if err != nil {
		return err
	}
	run := active(runs)
	if run == nil {
		return nil // it has not appeared yet, or has ended by now
	}
	id := output.String(run, "id")
	if cancel && !canceled[id] {
		canceled[id] = true
		inv.note(i18n.T("Run {{.Run}} is active: canceling it.", "Run", output.Clean(id)))
		if _, err := inv.act("Cancel", group, id); err != nil {
			return err
		}
	} else if !cancel {
		inv.note(i18n.T("Run {{.Run}} is active: waiting for its end.", "Run", output.Clean(id)))
	}
	_, err = inv.await(inv.runWork(group, inv.named, id, nil))
	return err
}
