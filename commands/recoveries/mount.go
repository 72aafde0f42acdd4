package recoveries

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Volumes of a snapshot can be mounted beside those of a host, to look at them or to copy from them.

// mounting is what `recovery mount` does.
type mounting struct {
	at       selection.Moment
	snapshot string
	to       string
	volumes  []string
	readOnly bool
	noWait   bool
	name     string
}

func mountVolumes(f *engine.Flags) engine.Job {
	m := &mounting{}
	selection.At(f, &m.at)
	text(f, &m.to, "to", "HOST", "mount.to|Mount on this host; by default, on the one that was backed up.")
	f.List(&m.volumes, "volumes", "LIST", "mount.volumes|Mount only these volumes, such as D: or /data.")
	f.Switch(&m.readOnly, "read-only", "mount.read-only|Mount without write access.")
	text(f, &m.snapshot, "snapshot", "SNAPSHOT", "mount.snapshot|The snapshot to mount, by its ID, instead of --at.")
	f.Text(&m.name, "name", "NAME", "mount.name|A name for the recovery; by default, one with the host and the time.")
	f.Switch(&m.noWait, "no-wait", "mount.no-wait|Do not wait until it is mounted.")
	return func(c *engine.Context) error { return c.WithinTimeout(m.run) }
}

func (m *mounting) run(c *engine.Context) error {
	if m.snapshot != "" && !m.at.Latest() {
		return engine.Usage("mount.when|--at and --snapshot exclude each other.")
	}
	w, err := selection.ParseWord(c.Args[0])
	if err != nil {
		return err
	}
	if w.Path != "" || w.Inside != "" {
		return engine.Usage("mount.host|'{{.Word}}' is no host. Volumes are chosen with --volumes.", "Word", w.Typed)
	}
	restore := &restore{at: m.at, snapshot: m.snapshot, to: m.to, name: m.name, noWait: m.noWait, volumes: m.volumes}
	p := &part{word: w}
	if p.object, err = selection.FindProtected(c, w, selection.OfEnvironment(selection.Physical)); err != nil {
		return err
	}
	restore.at = m.at.By(c.ServiceNow())
	err = c.AtOnce(2, func(c *engine.Context, i int) (err error) {
		if i == 0 {
			p.place, err = restore.findPlace(c, volumeSort)
		} else {
			p.snapshot, err = restore.findSnapshot(c, p)
		}
		return err
	})
	if err != nil {
		return err
	}
	restore.nameParts(c, "mount", []*part{p})
	m.request(c, restore, p)
	if err := restore.announce(c, []*part{p}); err != nil {
		return err
	}
	if err := p.start(c); err != nil {
		return err
	}
	if m.noWait {
		if c.Options.DryRun {
			return nil
		}
		if err := c.Show(nil, p.raw); err != nil {
			return err
		}
		c.Next("recovery", "watch", p.name)
		return nil
	}
	if err := c.Finish(p.member.Task); err != nil {
		return err
	}
	c.Next("recovery", "unmount", p.name)
	return nil
}

// request makes the request of a mount.
func (m *mounting) request(c *engine.Context, r *restore, p *part) {
	target := map[string]any{"mountToOriginalTarget": p.place.object == nil, "readOnlyMount": m.readOnly}
	host := p.object
	if p.place.object != nil {
		host = p.place.object
		target["newTargetConfig"] = map[string]any{"mountTarget": map[string]any{"id": number(host.ID)}}
	}
	if m.volumes != nil {
		target["volumeNames"] = m.volumes
	}
	p.to = host.Name
	p.body = map[string]any{"physicalParams": map[string]any{
		"recoveryAction": "InstantVolumeMount", "objects": []any{map[string]any{"snapshotId": p.snapshot.ID}},
		"mountVolumeParams": map[string]any{"targetEnvironment": selection.Physical, "physicalTargetParams": target},
	}}
	p.plan = []string{i18n.T("mount.all|Mounting all volumes of '{{.Name}}' on '{{.Host}}'.", "Name", output.Clean(p.object.Name), "Host", output.Clean(host.Name)), r.origin(c, p)}
	if m.volumes != nil {
		p.plan[0] = i18n.T("mount.some|Mounting {{.Volumes}} of '{{.Name}}' on '{{.Host}}'.", "Volumes", output.Clean(strings.Join(m.volumes, ", ")), "Name", output.Clean(p.object.Name), "Host", output.Clean(host.Name))
	}
}

var unmountMessages = &engine.TaskMessages{
	Interrupted: "unmount.interrupted|Stopped waiting; unmounting continues.",
	TimedOut:    "unmount.timeout|The volumes have not been unmounted within {{.Span}}; unmounting continues.",
	Ended:       "unmount.ended|Unmounting ended with the status {{.Status}}.",
	Warned:      "unmount.warned|The volumes were unmounted with warnings.",
}

// unmounted waits until the volumes of a recovery are unmounted.
var unmounted = &engine.Waiting{}

// unmountVolumes returns the job of `recovery unmount`. The service has no operation of its own for that: canceling a recovery that has
// mounted volumes unmounts them. What is unmounted already stays so.
func unmountVolumes(*engine.Flags) engine.Job {
	return func(c *engine.Context) error { return c.WithinTimeout(unmount) }
}

func unmount(c *engine.Context) error {
	c.Named = c.Args[0]
	id, err := c.LookUp(api.KindRecovery, c.Named)
	if err != nil {
		return err
	}
	recovery, err := c.Call(api.NewRequest(&api.GetRecoveryByID).SetNamed("id", id))
	if err != nil {
		return err
	}
	status := output.String(recovery.Value, "tearDownStatus")
	switch {
	case status == "Destroyed":
		return c.OK("unmount.already|The volumes of recovery '{{.Name}}' are unmounted already.", "Name", c.Named)
	case output.At(recovery.Value, "canTearDown") != true && status == "":
		return engine.Fail(engine.ExitFailed, "unmount.nothing|Recovery '{{.Name}}' has no mounted volumes.", "Name", c.Named)
	}
	if status == "" || status == "DestroyError" {
		var points []string
		for _, m := range output.List(recovery.Value, "physicalParams.mountVolumeParams.physicalTargetParams.mountedVolumeMapping") {
			points = append(points, output.String(m, "mountedVolume"))
		}
		slices.Sort(points)
		if !c.Options.DryRun {
			if err := c.Confirm("unmount.ask|Unmount {{.Count}} volume ({{.Volumes}})? What was written there is lost.|Unmount {{.Count}} volumes ({{.Volumes}})? What was written there is lost.",
				"Count", len(points), "Volumes", strings.Join(points, ", ")); err != nil {
				return err
			}
		}
		if _, err := c.Call(api.NewRequest(&api.CancelRecoveryByID).SetNamed("id", id)); err != nil {
			return err
		}
	}
	if !c.Options.Wait.Wait {
		return c.OK("unmount.started|The volumes of recovery '{{.Name}}' are being unmounted.", "Name", c.Named)
	}
	return c.Finish(&engine.Task{Messages: unmountMessages, View: recoveryDetails, Watch: c.CommandLine("recovery", "get", c.Named), Poll: func(c *engine.Context) (*engine.Progress, error) { return pollUnmount(c, id) }})
}

// pollUnmount asks how far the unmounting is.
func pollUnmount(c *engine.Context, id string) (*engine.Progress, error) {
	result, err := c.Call(api.NewRequest(&api.GetRecoveryByID).SetNamed("id", id))
	if err != nil {
		return nil, err
	}
	p := &engine.Progress{Raw: result.Raw, Status: "Running"}
	switch status := output.String(result.Value, "tearDownStatus"); status {
	case "Destroyed":
		p.Ended, p.Status = true, "Succeeded"
	case "DestroyError":
		p.Ended, p.Status, p.Messages = true, "Failed", []string{output.String(result.Value, "tearDownMessage")}
	}
	return p, nil
}
