package runs

import (
	"encoding/json"
	"errors"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// What to do when a run of the group is active already.
const (
	failIfRunning   = "fail"
	waitIfRunning   = "wait"
	cancelIfRunning = "cancel"
	joinIfRunning   = "join"
)

// launch is a run that is to be started: of which group, by which request, what to do where one is active, and how far that is.
type launch struct {
	group, name string
	request     *api.Request
	send        func(c *engine.Context) (*engine.Result, error) // sends the request
	ifRunning   string
	looks       bool // whether the run is to be found once it was requested

	known     knownRuns // before the request; nil where the run cannot be told from others
	answer    *engine.Result
	requested time.Time
	run       string // its identifier; "" as long as it is not known
	status    string // at the last look; "" before the first
	joined    bool   // whether an active run was taken for the requested one
	blocking  string // the active run that has to end first; "" for none
	canceled  map[string]bool
	since     time.Time // since when a refusal cannot be explained with an active run; zero where it can
	err       error     // why it cannot be started
}

// newLaunch returns a run that is to be started by a request for a group.
func newLaunch(group, name, ifRunning string, r *api.Request) *launch {
	l := &launch{group: group, name: name, ifRunning: ifRunning, request: r, canceled: map[string]bool{}}
	l.send = func(c *engine.Context) (*engine.Result, error) { return c.Call(r) }
	return l
}

// started reports whether the run was requested or another one was taken for it.
func (l *launch) started() bool { return l.answer != nil || l.joined }

// maxUnexplained is how long a refusal is not believed that seems to come from an active run while no run is to be seen: between
// the end of a run and a free group, and before a run appears, there may be a moment.
const maxUnexplained = time.Minute

// start requests the run. Where an active run keeps it from being started, that run blocks it or is joined, as was wanted; the run may
// also be neither started nor blocked, and then start is called again a little later. Any other refusal is an error.
func (l *launch) start(c *engine.Context) error {
	if l.looks && !c.Options.DryRun {
		known, err := runIDs(c, l.group)
		switch {
		case err == nil:
			l.known = known
		case c.Options.Wait.Wait:
			return err
		} // else the run is requested all the same, and only not found
	}
	answer, err := l.send(c)
	if l.known != nil {
		answer, err = c.FindLost(answer, err, func() (*engine.Result, error) { return l.lost(c) })
	}
	var refused *service.Error
	switch {
	case err == nil:
		l.answer, l.requested = answer, c.Now()
		return nil
	case !errors.As(err, &refused) || refused.Kind() != service.Conflict:
		return err
	case l.ifRunning == failIfRunning && refused.ActiveRun():
		return engine.Hint(err, "run.active|Use '--if-running wait' to wait for the active run first, '--if-running cancel' to cancel it, or '--if-running join' to take it.")
	case l.ifRunning == failIfRunning:
		return err
	}
	found, err := l.meet(c)
	switch {
	case err != nil:
		return err
	case found:
		l.since = time.Time{}
	case l.since.IsZero():
		l.since = c.Now()
	case c.Now().Sub(l.since) > maxUnexplained:
		return refused // it has another reason than a run
	}
	return nil
}

// meet does with the active run of the group what is wanted, and reports whether there is one.
func (l *launch) meet(c *engine.Context) (found bool, err error) {
	list, err := Newest(c, l.group)
	if err != nil {
		return false, err
	}
	run := Active(list)
	if run == nil {
		return false, nil // it has not appeared yet, or has ended by now, or there is none
	}
	id := output.String(run, "id")
	switch {
	case l.ifRunning == joinIfRunning:
		l.run, l.status, l.joined = id, Status(run), true
		c.Note("run.joined|Run {{.Run}} of protection group '{{.Name}}' is active already: taking it.", "Run", id, "Name", l.name)
		return true, nil
	case l.ifRunning == waitIfRunning:
		c.Note("run.waiting|Run {{.Run}} is active: waiting until it has finished...", "Run", id)
	case !l.canceled[id]:
		l.canceled[id] = true
		c.Note("run.clearing|Run {{.Run}} is active: canceling it...", "Run", id)
		if err := CancelRun(c, l.group, id, run); err != nil {
			return true, err
		}
	}
	l.blocking = id
	return true, nil
}

// runType returns the type that is asked for.
func (l *launch) runType() string {
	fields, _ := l.request.Fields()
	var kind string
	_ = json.Unmarshal(fields["runType"], &kind)
	return kind
}

// lost returns a run that was not there before, as if it were the answer to the request for it; nil as long as there is none.
func (l *launch) lost(c *engine.Context) (*engine.Result, error) {
	list, err := Newest(c, l.group)
	if err != nil || findOwnRun(list, l.known, l.runType(), time.Time{}, false) == "" {
		return nil, err
	}
	return &engine.Result{}, nil
}

// find returns the identifier of the run that was requested, and "" as long as it is not to be seen.
func (l *launch) find(c *engine.Context) (string, error) {
	if l.run != "" || l.known == nil {
		return l.run, nil
	}
	list, err := Newest(c, l.group)
	if err != nil {
		return "", err
	}
	l.run = findOwnRun(list, l.known, l.runType(), l.answer.At, c.Now().Sub(l.requested) < graceForEarlyRun)
	for _, run := range list {
		if l.run != "" && output.String(run, "id") == l.run {
			l.status = Status(run)
		}
	}
	return l.run, nil
}

// task returns the run to wait for, once it was requested.
func (l *launch) task(c *engine.Context) *engine.Task {
	if l.run != "" {
		return Task(c, l.group, l.name, l.run)
	}
	return runTask(c, l.group, l.name, "", l.find)
}

// maxAppearing is how long a run is looked for that nobody waits for.
const maxAppearing = 10 * time.Second
