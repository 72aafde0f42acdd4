package recoveries

import (
	"encoding/json"
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
	sort     *sort
	snapshot *selection.Snapshot
	moment   time.Time // of a database, between snapshots; zero for that of the snapshot
	place    place
	name     string         // of the recovery
	body     map[string]any // of the request, but name and environment
	what     string         // what is restored, as it would be typed; "" for the object and its paths
	to       string         // where it goes, as it would be typed
	targets  []string       // where each path goes
	plan     []string       // sentences that say what is going to happen
	loses    string         // the question that names what is overwritten; "" where nothing is

	recovery string // the id, once it was started
	raw      []byte // the answer to the request
	member   *engine.Member
	err      error // why it was not started
}

// place is where something goes: to its original place, or another host, folder, instance or cluster.
type place struct {
	object *selection.Object // the host or cluster; nil for the original one
	folder string            // on the host; "" for the original paths
	inside string            // the instance on the host; "" for the original one
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

// byObject returns parts with those of one object as one: it may have been called by its name and by its id.
func byObject(parts []*part) (merged []*part) {
	for _, p := range parts {
		i := slices.IndexFunc(merged, func(other *part) bool { return other.object.ID == p.object.ID && other.sort == p.sort })
		if i < 0 {
			merged = append(merged, p)
			continue
		}
		for _, path := range p.paths {
			if !slices.Contains(merged[i].paths, path) {
				merged[i].paths = append(merged[i].paths, path)
			}
		}
	}
	return merged
}

// checkTargets refuses paths of which two would get the same place: what came last would stay, or what came first.
func checkTargets(parts []*part) error {
	from := map[string]string{}
	for _, p := range parts {
		for i, to := range p.targets {
			path := p.object.Name + ":" + p.paths[i]
			if other := from[to]; other != "" {
				return engine.Usage("restore.same|'{{.One}}' and '{{.Other}}' would both become '{{.To}}'. Restore them with two commands, to two folders.", "One", other, "Other", path, "To", to)
			}
			from[to] = path
		}
	}
	return nil
}

// nameParts names the recoveries of parts: as people want it, or by what is done, the object and the time.
func (r *restore) nameParts(c *engine.Context, verb string, parts []*part) {
	for i, p := range parts {
		p.name = r.name
		if p.name == "" {
			p.name = recoveryName(c, verb, p.object)
			if slices.ContainsFunc(parts[:i], func(other *part) bool { return other.name == p.name }) {
				p.name += "-" + strconv.Itoa(i+1)
			}
		} else if len(parts) > 1 {
			p.name += "-" + strconv.Itoa(i+1)
		}
	}
}

// recoveryName returns a name for a recovery that tells what it is. It has milliseconds, so that each has its own: one whose answer is lost is
// looked for by its name.
func recoveryName(c *engine.Context, verb string, o *selection.Object) string {
	at := strings.Replace(c.Now().UTC().Format("20060102-150405.000"), ".", "-", 1)
	return verb + "-" + strings.ReplaceAll(o.Title(), "/", "-") + "-" + at
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
	return p.snapshot.Origin(r.at, c.ServiceNow())
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
	if service.IsNotFound(err) {
		return engine.Hint(err, "restore.gone|The snapshot may have expired since it was found. Run the command again to use another one.")
	}
	if err != nil {
		return err
	}
	p.recovery, p.raw = output.String(result.Value, "id"), result.Raw
	p.member = &engine.Member{Name: p.object.Title(), Task: recoveryTask(c, p.recovery, p.name)}
	c.Note("restore.started|Started recovery '{{.Name}}'.", "Name", p.name)
	return nil
}

// result returns what is to be known of a part.
func (r *restore) result(c *engine.Context, p *part) *restored {
	row := &restored{
		What: p.object.Title(), Object: restoredObject{number(p.object.ID), p.object.Name, p.object.SourceName, p.object.Environment}, Paths: p.paths, Snapshot: p.snapshot,
		To: p.to, Overwrite: r.overwrite, ID: p.recovery, Name: p.name, Error: c.Reason(p.err),
	}
	if p.member == nil && p.err == nil {
		row.Error = i18n.T("restore.unstarted|Not started.")
	}
	if p.what != "" {
		row.What = p.what
	} else if p.paths != nil {
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

// number returns the id of an object as JSON has it, with every digit.
func number(id string) json.Number { return json.Number(id) }
