package commands

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// What people do with recoveries beside the operations of the service: wait for one, watch one, and bring files to this
// machine in one command.

var (
	newRecovery      = &waiting{Work: (*invocation).newRecovery, Judged: true}
	canceledRecovery = &waiting{Work: (*invocation).canceledRecovery, Judged: true}
)

// recoveryWork is a recovery to wait for.
func (inv *invocation) recoveryWork(id, name string) *work {
	return &work{
		noun: "recovery", view: recoveryDetails, young: inv.now().Add(time.Minute), look: func() (*standing, error) { return inv.lookAtRecovery(id) },
		watch: inv.again("recovery", "watch", name), cancel: inv.again("recovery", "cancel", name),
	}
}

// lookAtRecovery asks how a recovery stands.
func (inv *invocation) lookAtRecovery(id string) (*standing, error) {
	a, err := inv.exchange(api.NewRequest(&api.GetRecoveryByID).SetNamed("id", id))
	if err != nil {
		return nil, err
	}
	at := &standing{raw: a.raw, status: output.String(a.value, "status"), messages: texts(a.value, "messages")}
	at.ended = isDone(at.status)
	for _, path := range []string{"physicalParams.objects", "mssqlParams.recoverAppParams", "kubernetesParams.objects"} {
		for _, o := range output.List(a.value, path) {
			at.parts = append(at.parts, part{name: output.String(o, "objectInfo.name"), status: output.String(o, "status"), message: strings.Join(texts(o, "messages"), "; ")})
			n, _ := output.Int(o, "bytesRestored")
			at.bytes += n
		}
	}
	at.count()
	return at, nil
}

func (inv *invocation) newRecovery(_ *api.Request, _ any, a *received) (*work, error) {
	id := output.String(a.value, "id")
	return inv.recoveryWork(id, id), nil
}

func (inv *invocation) canceledRecovery(r *api.Request, _ any, _ *received) (*work, error) {
	w := inv.recoveryWork(r.Get("id")[0], orElse(inv.named, r.Get("id")[0]))
	w.wish, w.cancel = "Canceled", ""
	return w, nil
}

// watchRecovery carries out `recovery watch`.
func (inv *invocation) watchRecovery() error {
	inv.named = inv.args[0]
	id, err := inv.lookUp(&findRecovery, inv.args[0])
	if err != nil {
		return err
	}
	return inv.withinLimit(func() error { return inv.finish(inv.recoveryWork(id, inv.named)) })
}

// The options of `recovery download`, beside those of every download.
var downloadFields = []api.Field{
	{Flag: "object", About: "Whose files: the name or id of a protected host."},
	{Flag: "path", Lists: 1, About: "The files and folders to bring, with their whole paths."},
	{Flag: "at", Type: api.Integer, Unit: api.UnixUsecs, About: "As they were at this time; without it, as in the newest snapshot."},
	{Flag: "name", About: "What to call the recovery; without it, a name with the host and the time."},
}

// downloadRecovery carries out `recovery download`: it packs files of a protected host, or takes a recovery that has
// packed some, waits for it, fetches the archive, verifies it, and unpacks it where that is wanted.
func (inv *invocation) downloadRecovery() error {
	how, err := inv.saving()
	if err != nil {
		return err
	}
	how.verify = !how.stdout
	var id string
	err = inv.withinLimit(func() error { // fetching shows its own progress and has no limit
		if id, err = inv.packed(); err != nil {
			return err
		}
		w := inv.recoveryWork(id, inv.named)
		w.watch = inv.fetchLine()
		at, err := inv.await(w)
		if err != nil {
			return err
		}
		return inv.judge(w, at)
	})
	if err != nil {
		return err
	}
	got, err := inv.fetch(api.NewRequest(&api.DownloadFilesFromRecovery).SetNamed("id", id), how)
	if err != nil {
		return inv.fetchAgain(err)
	}
	return inv.arrived(got)
}

// fetchAgain says how to go on with an archive that did not arrive: it is packed already.
func (inv *invocation) fetchAgain(err error) error {
	f, ok := inv.explain(err).(*failure)
	if !ok || len(inv.args) > 0 {
		return err
	}
	f.next = i18n.T("The files are packed already. Go on with: {{.Command}}", "Command", inv.fetchLine())
	return f
}

// fetchLine is the command line that fetches what has been packed.
func (inv *invocation) fetchLine() string {
	words := []string{"recovery", "download", inv.named, "--resume"}
	for _, name := range []string{"output-file", "extract"} {
		if inv.flags.given(name) {
			words = append(words, "--"+name, inv.flags.text(name))
		}
	}
	return inv.again(words...)
}

// packed gives the id of the recovery whose archive is wanted, and makes one where none is named.
func (inv *invocation) packed() (string, error) {
	own := []string{"object", "path", "at", "name"}
	if len(inv.args) > 0 {
		for _, name := range own {
			if inv.flags.given(name) {
				return "", usage("--{{.Flag}} is about packing files, and RECOVERY about files that are packed already: give one of them.", "Flag", name)
			}
		}
		inv.named = inv.args[0]
		return inv.lookUp(&findRecovery, inv.args[0])
	}
	if !inv.flags.given("object") || !inv.flags.given("path") {
		return "", usage("Either RECOVERY or --object and --path are needed.")
	}
	if inv.flags.isTrue("resume") {
		return "", usage("--resume goes on with an archive that is packed already: give RECOVERY instead of --object and --path.")
	}
	paths, err := inv.flags.named("path").items()
	if err != nil {
		return "", err
	}
	object, snapshot, err := inv.snapshotAt()
	if err != nil {
		return "", err
	}
	files := make([]any, len(paths))
	for i, path := range paths {
		files[i] = map[string]any{"absolutePath": path}
	}
	inv.named = orElse(inv.flags.text("name"), "download-"+object+"-"+inv.now().UTC().Format("20060102-150405"))
	r := api.NewRequest(&api.CreateDownloadFilesAndFoldersRecovery)
	if r.Body, err = json.Marshal(map[string]any{"name": inv.named, "object": map[string]any{"snapshotId": snapshot}, "filesAndFolders": files}); err != nil {
		return "", err
	}
	a, err := inv.exchange(r)
	if err != nil {
		return "", err
	}
	inv.note(i18n.T("Packing, as recovery {{.Name}}.", "Name", output.Clean(inv.named)))
	return output.String(a.value, "id"), nil
}

// snapshotAt finds the snapshot of an object that shows it at a time: the newest that had been taken by then.
func (inv *invocation) snapshotAt() (object, snapshot string, err error) {
	object = inv.flags.text("object")
	id, err := inv.lookUp(&findObject, object)
	if err != nil {
		return "", "", err
	}
	r := api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", id)
	when := int64(1<<63 - 1)
	if inv.flags.given("at") {
		text, err := inv.wire(inv.flags.named("at"), inv.flags.text("at"))
		if err != nil {
			return "", "", err
		}
		if when, err = strconv.ParseInt(text, 10, 64); err != nil {
			return "", "", usage("--{{.Flag}}: {{.Value}} is not a time: write 2026-03-01, 2026-03-01T18:30:00Z, now, or -24h, -7d for a while ago.", "Flag", "at", "Value", quoted(text))
		}
		r.SetNamed("toTimeUsecs", text)
	}
	answer, err := inv.answer(r)
	if err != nil {
		return "", "", err
	}
	var newest, oldest int64
	for _, s := range output.List(answer, "snapshots") {
		taken, ok := output.Int(s, "snapshotTimestampUsecs")
		if !ok {
			taken, _ = output.Int(s, "runStartTimeUsecs")
		}
		if oldest == 0 || taken < oldest {
			oldest = taken
		}
		if taken <= when && taken > newest {
			newest, snapshot = taken, output.String(s, "id")
		}
	}
	if snapshot != "" {
		inv.note(i18n.T("From the snapshot of {{.Time}}.", "Time", output.Usecs(json.Number(strconv.FormatInt(newest, 10))).Text))
		return object, snapshot, nil
	}
	f := &failure{exit: exitNotFound, what: []string{i18n.T("{{.Name}} has no snapshot.", "Name", quoted(object))}}
	if inv.flags.given("at") {
		f.what = []string{i18n.T("{{.Name}} has no snapshot from before then.", "Name", quoted(object))}
		f.next = i18n.T("See what there is: {{.Command}}", "Command", inv.again("object-snapshots-list", object))
	}
	return "", "", f
}

// Upgrades and sources take their time too.

var (
	newUpgrade      = &waiting{Work: (*invocation).newUpgrade}
	newSource       = &waiting{Work: (*invocation).newSource}
	refreshedSource = &waiting{Before: (*invocation).refreshedAt, Work: (*invocation).refreshedSource}
)

// newUpgrade waits for the end of an upgrade of agents.
func (inv *invocation) newUpgrade(_ *api.Request, _ any, a *received) (*work, error) {
	id := output.String(a.value, "id")
	return &work{noun: "upgrade", view: upgradeDetails, young: inv.now().Add(time.Minute), look: func() (*standing, error) {
		a, err := inv.exchange(api.NewRequest(&api.GetUpgradeTasks).SetNamed("ids", id))
		if err != nil {
			return nil, err
		}
		raw, task, err := output.First(a.raw, "tasks")
		if err != nil || task == nil {
			return &standing{status: "Scheduled"}, err
		}
		at := &standing{raw: raw, status: output.String(task, "status"), messages: texts(task, "error.message")}
		at.ended = isDone(at.status)
		for _, agent := range output.List(task, "agents") {
			at.parts = append(at.parts, part{name: output.String(agent, "info.name"), status: output.String(agent, "info.status"), message: output.String(agent, "info.error.message")})
			at.messages = append(at.messages, texts(agent, "info.error.message")...)
		}
		at.count()
		return at, nil
	}}, nil
}

// sourceWork waits until a registered source is in order.
func (inv *invocation) sourceWork(id string, ready func(source any) bool) *work {
	return &work{noun: "refresh", view: registrationDetails, young: inv.now().Add(time.Minute), look: func() (*standing, error) {
		a, err := inv.exchange(api.NewRequest(&api.GetProtectionSourceRegistration).SetNamed("id", id))
		if err != nil {
			return nil, err
		}
		at := &standing{raw: a.raw, status: output.String(a.value, "authenticationStatus")}
		if at.ended = ready(a.value); at.ended {
			at.status = "Succeeded"
		}
		return at, nil
	}}
}

// settled tells a source that the service is not busy with.
func settled(source any) bool {
	switch output.String(source, "authenticationStatus") {
	case "Pending", "Scheduled", "RefreshInProgress":
		return false
	}
	return true
}

func (inv *invocation) newSource(_ *api.Request, _ any, a *received) (*work, error) {
	w := inv.sourceWork(output.String(a.value, "id"), settled)
	w.noun = "registration"
	return w, nil
}

// refreshedAt is when a source was refreshed last, in milliseconds since 1970.
func (inv *invocation) refreshedAt(r *api.Request) (any, error) {
	source, err := inv.answer(api.NewRequest(&api.GetProtectionSourceRegistration).SetNamed("id", r.Get("id")[0]))
	was, _ := output.Int(source, "lastRefreshedTimeMsecs")
	return was, err
}

func (inv *invocation) refreshedSource(r *api.Request, before any, _ *received) (*work, error) {
	return inv.sourceWork(r.Get("id")[0], func(source any) bool {
		now, _ := output.Int(source, "lastRefreshedTimeMsecs")
		return settled(source) && now > before.(int64)
	}), nil
}
