package recoveries

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

func restoreJob(f *engine.Flags) engine.Job {
	r := &restore{}
	selection.At(f, &r.at)
	text(f, &r.to, "to", "TARGET", "restore.to|Where to: a HOST, HOST:FOLDER, HOST/INSTANCE or CLUSTER; by default, the original place.")
	f.Names("to", api.KindObject)
	text(f, &r.as, "as", "NAME", "restore.as|The new name of a database or namespace.")
	f.Switch(&r.overwrite, "overwrite", "restore.overwrite|Overwrite what exists there.")
	f.Switch(&r.keepGoing, "keep-going", "restore.keep-going|Go on with the other files after an error.")
	f.List(&r.volumes, "volumes", "LIST", "restore.volumes|Restore these volumes of the host, such as D: or /data; D:=E: into another one.")
	r.database.declare(f)
	r.namespace.declare(f)
	text(f, &r.snapshot, "snapshot", "SNAPSHOT", "restore.snapshot|The snapshot to restore from, by its ID, instead of --at.")
	f.Text(&r.name, "name", "NAME", "restore.name|A name for the recovery; by default, one with the object and the time.")
	f.Switch(&r.noWait, "no-wait", "restore.no-wait|Do not wait until it has finished.")
	return r.run
}

// text declares a flag for a text that is not empty: without its text, such as that of a variable of a script, the flag would mean another
// place.
func text(f *engine.Flags, to *string, name, value string, about i18n.Text) {
	f.Parsed(name, value, about, func(typed string, _ time.Time) error {
		if *to = typed; typed == "" {
			return engine.Usage("restore.empty|--{{.Flag}} is empty.", "Flag", name)
		}
		return nil
	})
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
	err = c.AtOnce(len(parts), func(c *engine.Context, i int) error { return r.find(c, parts[i]) })
	if err != nil {
		return nil, err
	}
	parts = byObject(parts)
	switch {
	case len(parts) > 1 && r.snapshot != "":
		return nil, engine.Usage("restore.snapshots|--snapshot is for one host, database or namespace; use --at for several.")
	case len(parts) > 1 && r.as != "":
		return nil, engine.Usage("restore.names|--as is for one database or namespace.")
	}
	r.at = r.at.By(c.ServiceNow())
	err = c.AtOnce(len(parts), func(c *engine.Context, i int) error { return r.prepare(c, parts[i]) })
	if err != nil {
		return nil, err
	}
	r.nameParts(c, "restore", parts)
	return parts, checkTargets(parts)
}

// find finds the object of a part and what sort of thing it is, and refuses options that have no effect on that.
func (r *restore) find(c *engine.Context, p *part) (err error) {
	wanted := selection.OfEnvironment(selection.Physical)
	if p.paths == nil && r.volumes == nil {
		wanted = nil
	}
	if p.object, err = selection.FindProtected(c, p.word, wanted); err != nil {
		return err
	}
	if p.sort, err = r.sortOf(p); err != nil {
		return err
	}
	return r.checkOptions(p.sort)
}

// prepare finds the snapshot of a part and its place, and makes the request.
func (r *restore) prepare(c *engine.Context, p *part) error {
	err := c.AtOnce(2, func(c *engine.Context, i int) (err error) {
		if i == 0 {
			p.place, err = r.findPlace(c, p.sort)
		} else {
			p.snapshot, err = r.findSnapshot(c, p)
		}
		return err
	})
	if err != nil {
		return err
	}
	return p.sort.make(r, c, p)
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
	if len(parts) == 1 && parts[0].err != nil {
		if c.Options.Machine() {
			return cmp.Or(r.show(c, parts), parts[0].err)
		}
		return parts[0].err
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

// await waits for one recovery or several.
func await(c *engine.Context, members []*engine.Member) (err error) {
	if len(members) > 1 {
		return c.AwaitAll(recoveryMessages, members)
	}
	members[0].Progress, err = c.Await(members[0].Task)
	return err
}

// advise adds what to do about files or databases that exist.
func (r *restore) advise(c *engine.Context, err error, parts []*part) error {
	for _, p := range parts {
		if p.member == nil || p.member.Progress == nil || r.overwrite || p.sort.exists == "" {
			continue
		}
		for _, message := range p.member.Progress.Messages {
			if strings.Contains(message, "exist") {
				return engine.Hint(err, p.sort.exists, "Command", c.CommandLine("recovery", "get", p.name))
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

	exists i18n.Text // says what to do where something exists already; "" where that cannot be
}

var (
	fileSort = &sort{flags: []string{"overwrite", "keep-going"}, make: (*restore).makeFiles,
		unfit: "restore.unfit-files|--{{.Flag}} has no effect on files.", place: "restore.place-files|'{{.Word}}' is no place for files: use HOST or HOST:FOLDER.",
		exists: "restore.exist-files|Use '--overwrite' to replace what exists, or '--to' to restore elsewhere. Details: {{.Command}}"}
	volumeSort = &sort{flags: []string{"volumes"}, make: (*restore).makeVolumes,
		unfit: "restore.unfit-volumes|--{{.Flag}} has no effect on volumes.", place: "restore.place-volumes|'{{.Word}}' is no place for volumes: use HOST."}
	databaseSort = &sort{flags: []string{"as", "overwrite", "no-recovery", "data-folder", "log-folder"}, make: (*restore).makeDatabase,
		unfit: "restore.unfit-databases|--{{.Flag}} has no effect on databases.", place: "restore.place-databases|'{{.Word}}' is no place for a database: use HOST or HOST/INSTANCE, and --data-folder and --log-folder.",
		exists: "restore.exist-databases|Use '--as' to restore beside it under another name, or '--overwrite' to replace it. Details: {{.Command}}"}
	namespaceSort = &sort{flags: []string{"as", "prefix", "suffix", "pvc-only", "label", "vm", "storage-class"}, make: (*restore).makeNamespace,
		unfit: "restore.unfit-namespaces|--{{.Flag}} has no effect on namespaces.", place: "restore.place-namespaces|'{{.Word}}' is no place for a namespace: use CLUSTER."}
)

// sortOf returns the sort of thing that a part is about, by its words and the environment of its object.
func (r *restore) sortOf(p *part) (*sort, error) {
	switch {
	case r.volumes != nil && len(r.volumes) == 0:
		return nil, engine.Usage("restore.empty|--{{.Flag}} is empty.", "Flag", "volumes")
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
		"Word", p.word.Typed, "Environment", p.object.Sort())
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

// folderAlone is a folder without its host.
var folderAlone = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?::?/|:?[A-Za-z]:\\|:[A-Za-z]:)`) })

// findPlace finds where something goes: --to is a host with or without a folder, a host with an instance, a cluster, or a folder of the
// original host.
func (r *restore) findPlace(c *engine.Context, s *sort) (at place, err error) {
	if r.to == "" {
		return place{}, nil
	}
	if s == fileSort && folderAlone().MatchString(r.to) {
		return place{folder: selection.Path(strings.TrimPrefix(r.to, ":"))}, nil
	}
	w, err := selection.ParseWord(strings.TrimRight(r.to, "/"))
	if s == fileSort { // whose folder may be the root
		w, err = selection.ParseWord(r.to)
	}
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
