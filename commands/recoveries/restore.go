package recoveries

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Jobs are the commands directly below the namespace that bring back what was backed up.
var Jobs = []engine.Command{
	{Name: "restore", About: "restore.about|Restore files, volumes, databases or namespaces, as of any time.", View: restoredList, Role: engine.Writer,
		Args: []engine.Argument{{Title: "WHAT", Many: true}}, Job: restoreJob, Asks: true, Waits: true, FindOut: recoveriesSince},
	{Name: "download", About: "download.about|Download files of a protected host, as of any time.", View: engine.SavedFile, Role: engine.Writer,
		Args: []engine.Argument{{Title: "HOST:PATH", Many: true}}, Job: downloadJob, Archive: true, Waits: true, FindOut: recoveriesSince},
}

// restore is what `restore` does: it finds the object and the snapshot of each word, says what goes where, starts a recovery for each host,
// database and namespace, and waits for them together.
type restore struct {
	at        selection.Moment
	snapshot  string // the id of the snapshot, whole or short; "" to find it by the time
	to        string // as it was typed; "" for the original place
	as        string // the new name of a database or namespace; "" for the old one
	name      string // of the recovery; "" for one with the object and the time
	overwrite bool
	keepGoing bool
	noWait    bool
	volumes   []string // of hosts, when whole volumes are wanted; each may have =TARGET
	database  databaseOptions
	namespace namespaceOptions
}

// part is one recovery: of a host's paths or volumes, a database or a namespace.
type part struct {
	word     selection.Word
	paths    []string
	object   *selection.Object
	snapshot *selection.Snapshot
	moment   time.Time // of a database, between snapshots; zero for that of the snapshot
	place    place
	name     string         // of the recovery
	body     map[string]any // of the request, but name and environment
	to       string         // where it goes, as it would be typed
	plan     []string       // sentences that say what is going to happen
	loses    string         // the question that names what is overwritten; "" where nothing is

	recovery string // the id, once it was started
	member   *engine.Member
	err      error // why it was not started
}

// place is where something goes: to its original place, or another host, folder, instance or cluster.
type place struct {
	object *selection.Object // the host or cluster; nil for the original one
	folder string            // on the host; "" for the original paths
	inside string            // the instance on the host; "" for the original one
}

func restoreJob(f *engine.Flags) engine.Job {
	r := &restore{}
	selection.At(f, &r.at)
	f.Text(&r.to, "to", "TARGET", "restore.to|Where to: a HOST, HOST:FOLDER, HOST/INSTANCE or CLUSTER; by default, the original place.")
	f.Text(&r.as, "as", "NAME", "restore.as|The new name of a database or namespace.")
	f.Switch(&r.overwrite, "overwrite", "restore.overwrite|Overwrite what exists there.")
	f.Switch(&r.keepGoing, "keep-going", "restore.keep-going|Go on with the other files after an error.")
	f.List(&r.volumes, "volumes", "LIST", "restore.volumes|Restore these volumes of the host, such as D: or /data; D:=E: into another one.")
	r.database.declare(f)
	r.namespace.declare(f)
	f.Text(&r.snapshot, "snapshot", "SNAPSHOT", "restore.snapshot|The snapshot to restore from, by its ID, instead of --at.")
	f.Text(&r.name, "name", "NAME", "restore.name|A name for the recovery; by default, one with the object and the time.")
	f.Switch(&r.noWait, "no-wait", "restore.no-wait|Do not wait until it has finished.")
	return r.run
}

func (r *restore) run(c *engine.Context) error {
	return c.WithinTimeout(func(c *engine.Context) error {
		parts, err := r.decide(c)
		if err != nil {
			return err
		}
		if err := r.announce(c, parts); err != nil {
			return err
		}
		return r.carryOut(c, parts)
	})
}

// decide finds out all that is needed to know what is going to happen. Nothing is changed.
func (r *restore) decide(c *engine.Context) ([]*part, error) {
	words, err := selection.ParseWords(c, c.Args)
	if err != nil {
		return nil, err
	}
	if r.snapshot != "" && !r.at.Latest() {
		return nil, engine.Usage("restore.when|--at and --snapshot exclude each other.")
	}
	parts := bySource(words)
	switch {
	case len(parts) > 1 && r.snapshot != "":
		return nil, engine.Usage("restore.snapshots|--snapshot is for one host, database or namespace; use --at for several.")
	case len(parts) > 1 && r.as != "":
		return nil, engine.Usage("restore.names|--as is for one database or namespace.")
	}
	err = c.AtOnce(len(parts), func(c *engine.Context, i int) error { return r.prepare(c, parts[i]) })
	if err != nil {
		return nil, err
	}
	r.nameParts(c, "restore", parts)
	return parts, nil
}

// nameParts names the recoveries of parts: as people want it, or by what is done, the object and the time.
func (r *restore) nameParts(c *engine.Context, verb string, parts []*part) {
	for i, p := range parts {
		p.name = r.name
		if p.name == "" {
			p.name = recoveryName(c, verb, p.object)
		} else if len(parts) > 1 {
			p.name += "-" + strconv.Itoa(i+1)
		}
	}
}

// recoveryName returns a name for a recovery that tells what it is.
func recoveryName(c *engine.Context, verb string, o *selection.Object) string {
	return verb + "-" + strings.ReplaceAll(o.Title(), "/", "-") + "-" + c.Now().UTC().Format("20060102-150405")
}

// bySource returns a part for each object that words mean, with all of its paths, in the order of the words.
func bySource(words []selection.Word) (parts []*part) {
	for _, w := range words {
		i := slices.IndexFunc(parts, func(p *part) bool {
			return strings.EqualFold(p.word.Source, w.Source) && strings.EqualFold(p.word.Inside, w.Inside) && (p.paths == nil) == (w.Path == "")
		})
		if i < 0 {
			parts = append(parts, &part{word: w})
			i = len(parts) - 1
		}
		if w.Path != "" && !slices.Contains(parts[i].paths, w.Path) {
			parts[i].paths = append(parts[i].paths, w.Path)
		}
	}
	return parts
}

// prepare finds the object of a part, its snapshot and its place, and makes the request.
func (r *restore) prepare(c *engine.Context, p *part) error {
	wanted := selection.OfEnvironment(selection.Physical)
	if p.paths == nil && r.volumes == nil {
		wanted = nil
	}
	var err error
	if p.object, err = selection.FindProtected(c, p.word, wanted); err != nil {
		return err
	}
	sort, err := r.sortOf(p)
	if err != nil {
		return err
	}
	if err := r.checkOptions(sort); err != nil {
		return err
	}
	err = c.AtOnce(2, func(c *engine.Context, i int) (err error) {
		if i == 0 {
			p.place, err = r.findPlace(c, sort)
		} else {
			p.snapshot, err = r.findSnapshot(c, p)
		}
		return err
	})
	if err != nil {
		return err
	}
	return sort.make(r, c, p)
}

func (r *restore) findSnapshot(c *engine.Context, p *part) (*selection.Snapshot, error) {
	if r.snapshot != "" {
		return selection.ChooseByID(c, p.object, r.snapshot)
	}
	return selection.Choose(c, p.object, r.at)
}

// origin says from which snapshot a part comes.
func (r *restore) origin(c *engine.Context, p *part) string {
	if r.snapshot != "" {
		return p.snapshot.Chosen()
	}
	return p.snapshot.Origin(r.at, c.Now())
}

// announce says what is going to happen, and asks where something is overwritten.
func (r *restore) announce(c *engine.Context, parts []*part) error {
	var questions []string
	for _, p := range parts {
		for _, sentence := range p.plan {
			c.Say(sentence)
		}
		if p.loses != "" {
			questions = append(questions, p.loses)
		}
	}
	if questions == nil || c.Options.DryRun {
		return nil
	}
	return c.Ask(strings.Join(questions, "\n"))
}

// carryOut starts the recoveries, waits for their ends, and shows what became of them.
func (r *restore) carryOut(c *engine.Context, parts []*part) error {
	var failures engine.Failures
	var fatal error
	for _, p := range parts {
		if fatal == nil {
			p.err = p.start(c)
			fatal = failures.Add(c, p.object.Title(), p.err)
		}
	}
	if c.Options.DryRun {
		return failures.Err()
	}
	var members []*engine.Member
	for _, p := range parts {
		if p.member != nil {
			members = append(members, p.member)
		}
	}
	if fatal != nil || r.noWait || members == nil {
		if err := cmp.Or(fatal, r.show(c, parts)); err != nil {
			return err
		}
		if members != nil && failures.Err() == nil {
			c.Next("recovery", "watch", parts[0].name)
		}
		return failures.Err()
	}
	if err := await(c, members); err != nil {
		return err
	}
	if len(parts) == 1 {
		return r.finishOne(c, parts[0])
	}
	if err := r.show(c, parts); err != nil {
		return err
	}
	if err := c.NoteFailures(&failures, members); err != nil {
		return err
	}
	if err := failures.Err(); err != nil {
		return r.advise(c, err, parts)
	}
	c.Next("recovery", "get", parts[0].name)
	return nil
}

// finishOne says how the only recovery ended. Programs get the same document as for several.
func (r *restore) finishOne(c *engine.Context, p *part) error {
	if c.Options.Machine() {
		if err := r.show(c, []*part{p}); err != nil {
			return err
		}
	}
	if err := c.Judge(p.member.Task, p.member.Progress); err != nil {
		return r.advise(c, err, []*part{p})
	}
	if !c.Options.Machine() {
		row := r.result(c, p)
		if err := c.OK("restore.done|Restored '{{.What}}' to '{{.To}}' ({{.Size}}).", "What", row.What, "To", row.To, "Size", output.Bytes(row.Bytes)); err != nil {
			return err
		}
	}
	c.Next("recovery", "get", p.name)
	return nil
}

// show prints what was started, and how it ended where that is known.
func (r *restore) show(c *engine.Context, parts []*part) error {
	rows := make([]*restored, len(parts))
	for i, p := range parts {
		rows[i] = r.result(c, p)
	}
	return c.ShowValue(nil, map[string]any{"recoveries": rows})
}

// result returns what is to be known of a part.
func (r *restore) result(c *engine.Context, p *part) *restored {
	row := &restored{
		What: p.object.Title(), Object: restoredObject{number(p.object.ID), p.object.Name, p.object.SourceName, p.object.Environment}, Paths: p.paths, Snapshot: p.snapshot,
		To: p.to, Overwrite: r.overwrite, ID: p.recovery, Name: p.name, Error: c.Reason(p.err),
	}
	if p.paths != nil {
		row.What += ":" + strings.Join(p.paths, ", ")
	}
	as := p.snapshot.Taken
	if !p.moment.IsZero() {
		as = p.moment
	}
	row.AsOf = as.UnixMicro()
	switch {
	case p.member == nil:
	case p.member.Progress == nil:
		row.Status = "Accepted"
	default:
		row.Status, row.Messages, row.Bytes = p.member.Progress.Status, p.member.Progress.Messages, p.member.Progress.Bytes
	}
	return row
}

// await waits for one recovery or several.
func await(c *engine.Context, members []*engine.Member) (err error) {
	if len(members) > 1 {
		return c.AwaitAll(recoveryMessages, members)
	}
	members[0].Progress, err = c.Await(members[0].Task)
	return err
}

// start sends the request of a part. One whose answer was lost is looked for by its name, and not sent again.
func (p *part) start(c *engine.Context) error {
	p.body["name"], p.body["snapshotEnvironment"] = p.name, p.object.Environment
	request := api.NewRequest(&api.CreateRecovery)
	var err error
	if request.Body, err = json.Marshal(p.body); err != nil {
		return err
	}
	result, err := c.Call(request)
	result, err = c.FindLost(result, err, func() (*engine.Result, error) { return recoveryNamed(c, p.name) })
	var refused *service.Error
	if errors.As(err, &refused) && refused.Kind() == service.NotFound {
		return engine.Hint(err, "restore.gone|The snapshot may have expired since it was found. Run the command again to use another one.")
	}
	if err != nil {
		return err
	}
	p.recovery = output.String(result.Value, "id")
	p.member = &engine.Member{Name: p.object.Title(), Task: recoveryTask(c, p.recovery, p.name)}
	c.Note("restore.started|Started recovery '{{.Name}}'.", "Name", p.name)
	return nil
}

// advise adds what to do about files or databases that exist.
func (r *restore) advise(c *engine.Context, err error, parts []*part) error {
	for _, p := range parts {
		if p.member == nil || p.member.Progress == nil || r.overwrite {
			continue
		}
		for _, message := range p.member.Progress.Messages {
			if strings.Contains(message, "exist") {
				return engine.Hint(err, "restore.exists|Use '--overwrite' to replace what exists, or '--to' or '--as' to restore beside it. Details: {{.Command}}",
					"Command", c.CommandLine("recovery", "get", p.name))
			}
		}
	}
	return err
}

// sort is one of the sorts of things that can be restored.
type sort struct {
	flags []string  // of those that only some sorts have
	unfit i18n.Text // says that {{.Flag}} is for something else
	place i18n.Text // says that {{.Word}} is no place for it
	make  func(r *restore, c *engine.Context, p *part) error
}

var (
	fileSort = &sort{flags: []string{"overwrite", "keep-going"}, make: (*restore).makeFiles,
		unfit: "restore.unfit-files|--{{.Flag}} has no effect on files.", place: "restore.place-files|'{{.Word}}' is no place for files: use HOST or HOST:FOLDER."}
	volumeSort = &sort{flags: []string{"volumes"}, make: (*restore).makeVolumes,
		unfit: "restore.unfit-volumes|--{{.Flag}} has no effect on volumes.", place: "restore.place-volumes|'{{.Word}}' is no place for volumes: use HOST."}
	databaseSort = &sort{flags: []string{"as", "overwrite", "no-recovery", "data-folder", "log-folder"}, make: (*restore).makeDatabase,
		unfit: "restore.unfit-databases|--{{.Flag}} has no effect on databases.", place: "restore.place-databases|'{{.Word}}' is no place for a database: use HOST or HOST/INSTANCE, and --data-folder and --log-folder."}
	namespaceSort = &sort{flags: []string{"as", "prefix", "suffix", "pvc-only", "label", "vm", "storage-class"}, make: (*restore).makeNamespace,
		unfit: "restore.unfit-namespaces|--{{.Flag}} has no effect on namespaces.", place: "restore.place-namespaces|'{{.Word}}' is no place for a namespace: use CLUSTER."}
)

// sortOf returns the sort of thing that a part is about, by its words and the environment of its object.
func (r *restore) sortOf(p *part) (*sort, error) {
	switch {
	case p.paths != nil && r.volumes != nil:
		return nil, engine.Usage("restore.both|A path and --volumes exclude each other.")
	case p.paths != nil:
		return fileSort, nil
	case r.volumes != nil:
		return volumeSort, nil
	}
	switch p.object.Environment {
	case selection.SQL:
		return databaseSort, nil
	case selection.Kubernetes:
		return namespaceSort, nil
	case selection.Physical:
		return nil, engine.Usage("restore.host|'{{.Word}}' is a host: name its paths as '{{.Word}}:/path', or volumes with --volumes.", "Word", p.word.Typed)
	}
	return nil, engine.Usage("restore.environment|'{{.Word}}' is of the environment {{.Environment}}, which cannot be restored by this command. Use 'recovery create'.",
		"Word", p.word.Typed, "Environment", p.object.Environment)
}

// checkOptions refuses options that would have no effect on what is restored.
func (r *restore) checkOptions(s *sort) error {
	for _, option := range []struct {
		name  string
		given bool
	}{
		{"as", r.as != ""}, {"overwrite", r.overwrite}, {"keep-going", r.keepGoing}, {"volumes", r.volumes != nil},
		{"no-recovery", r.database.noRecovery}, {"data-folder", r.database.data != ""}, {"log-folder", r.database.log != ""},
		{"prefix", r.namespace.prefix != ""}, {"suffix", r.namespace.suffix != ""}, {"pvc-only", r.namespace.claimsOnly}, {"label", r.namespace.labels != nil},
		{"vm", r.namespace.machines != nil}, {"storage-class", r.namespace.classes != nil},
	} {
		if option.given && !slices.Contains(s.flags, option.name) {
			return engine.Usage(s.unfit, "Flag", option.name)
		}
	}
	return nil
}

// findPlace finds where something goes: --to is a host with or without a folder, a host with an instance, a cluster, or a folder of the
// original host.
func (r *restore) findPlace(c *engine.Context, s *sort) (at place, err error) {
	if r.to == "" {
		return place{}, nil
	}
	if s == fileSort && (r.to[0] == '/' || r.to[0] == ':') {
		w, err := selection.ParseWord("-:" + strings.TrimPrefix(r.to, ":"))
		return place{folder: w.Path}, err
	}
	w, err := selection.ParseWord(r.to)
	if err != nil {
		return place{}, err
	}
	at.folder, at.inside = w.Path, w.Inside
	if at.folder != "" && s != fileSort || at.inside != "" && s != databaseSort {
		return place{}, engine.Usage(s.place, "Word", r.to)
	}
	w.Path, w.Inside = "", ""
	environment := selection.Physical
	if s == namespaceSort {
		environment = selection.Kubernetes
	}
	at.object, err = selection.FindSource(c, w, environment)
	return at, err
}

// number returns the id of an object as JSON has it, with every digit.
func number(id string) json.Number { return json.Number(id) }
