package selection

import (
	"errors"
	"regexp"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// The environments of objects that jobs tell apart, as the API names them.
const (
	Physical   = "kPhysical"
	SQL        = "kSQL"
	Kubernetes = "kKubernetes"
)

// Word is what a person typed for something that is or can be protected: HOST, CLUSTER or an object's id, HOST/INSTANCE/DATABASE,
// CLUSTER/NAMESPACE, or HOST:PATH.
type Word struct {
	Typed  string
	Source string // the host, the cluster, or an object by its name or id
	Inside string // the database with its instance, or the namespace; "" for none
	Path   string // on the host, with slashes; "" for none
}

// pathStart is where a path follows the name of its host: a colon, and a slash or a drive of Windows.
var pathStart = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`:(?:[/\\]|[A-Za-z]:(?:[/\\]|$))`) })

// address is the beginning of a URL, by which some sources are called.
var address = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]+://[^/]+`) })

// drive is the beginning of a path of Windows.
var drive = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z]:\\`) })

// ParseWord takes a word apart. A path of Windows such as C:\data is /C/data, as the service names it. The error is one of usage.
func ParseWord(typed string) (Word, error) {
	w := Word{Typed: typed, Source: typed}
	scheme := address().FindString(typed)
	rest := typed[len(scheme):]
	if at := pathStart().FindStringIndex(typed); at != nil && scheme == "" {
		w.Source, w.Path = typed[:at[0]], Path(typed[at[0]+1:])
	} else if source, inside, ok := strings.Cut(rest, "/"); ok {
		w.Source, w.Inside = scheme+source, inside
		if inside == "" {
			return w, engine.Usage("word.inside|'{{.Word}}': a database or namespace is missing behind the slash.", "Word", typed)
		}
	} else if strings.HasSuffix(typed, ":") {
		return w, engine.Usage("word.path|'{{.Word}}': a path is missing behind the colon, such as '{{.Word}}/etc'.", "Word", typed)
	}
	if w.Source == "" || drive().MatchString(typed) {
		return w, engine.Usage("word.source|'{{.Word}}' names no host. Use HOST:PATH, HOST/INSTANCE/DATABASE or CLUSTER/NAMESPACE.", "Word", typed)
	}
	return w, nil
}

// ParseWords returns words taken apart, with the lines of files in the place of @FILE. The error is one of usage.
func ParseWords(c *engine.Context, typed []string) ([]Word, error) {
	typed, err := c.ReadWords(typed)
	if err != nil {
		return nil, err
	}
	if len(typed) == 0 {
		return nil, engine.Usage("word.none|Nothing is named: the file is empty.")
	}
	words := make([]Word, len(typed))
	for i, word := range typed {
		if words[i], err = ParseWord(strings.TrimSpace(word)); err != nil {
			return nil, err
		}
	}
	return words, nil
}

// Object is a host, a database, a namespace or anything else that can be backed up.
type Object struct {
	ID          string
	Name        string
	Environment string
	Type        string // as the service says, such as kHost
	SourceID    string
	SourceName  string // of the host or cluster that it belongs to
	Row         any    // as the service sent it
}

// NewObject returns an object as a search has it.
func NewObject(row any) *Object {
	return &Object{
		ID: output.String(row, "id"), Name: output.String(row, "name"), Environment: output.String(row, "environment"), Type: output.String(row, "objectType"),
		SourceID: output.String(row, "sourceId|sourceInfo.id"), SourceName: output.String(row, "sourceInfo.name|sourceName"), Row: row,
	}
}

// Title returns the words that name the object on a command line: the name of a host, and that of anything else behind its source.
func (o *Object) Title() string {
	if o.SourceName == "" || strings.EqualFold(o.SourceName, o.Name) || o.Environment == Physical {
		return o.Name
	}
	return o.SourceName + "/" + o.Name
}

// Sort returns the environment of the object as people see it.
func (o *Object) Sort() string { return strings.TrimPrefix(o.Environment, "k") }

// candidate returns a line that tells the object from others of its name: one that was registered anew has another group, or later backups.
func (o *Object) candidate() string {
	line := o.ID + "  " + o.Title() + "  " + o.Sort()
	if group := output.String(o.Row, "latestSnapshotsInfo[0].protectionGroupName"); group != "" {
		line += "  " + group
	}
	if usecs, ok := output.Int(o.Row, "latestSnapshotsInfo[0].protectionRunStartTimeUsecs"); ok {
		line += "  " + Clock(time.UnixMicro(usecs))
	}
	return line
}

// means reports whether a word means the object: by its id, its name, or its name behind that of its source. A database may be named
// without its instance.
func (w *Word) means(o *Object) bool {
	same := strings.EqualFold
	if w.Inside == "" {
		return w.Source == o.ID || same(w.Source, o.Name)
	}
	return w.isSourceOf(o) && (same(w.Inside, o.Name) || strings.HasSuffix(strings.ToLower(o.Name), "/"+strings.ToLower(w.Inside))) ||
		same(w.Source+"/"+w.Inside, o.Name)
}

// isSourceOf reports whether a word begins with the host or cluster of an object.
func (w *Word) isSourceOf(o *Object) bool {
	return strings.EqualFold(w.Source, o.SourceName) || w.Source == o.SourceID
}

// isNameOf reports whether a word is the name of a database without its host and its instance.
func (w *Word) isNameOf(o *Object) bool {
	return w.Inside == "" && strings.HasSuffix(strings.ToLower(o.Name), "/"+strings.ToLower(w.Source))
}

// Where objects are looked for.
type scope struct{ op *api.Operation }

var (
	protected  = scope{&api.SearchProtectedObjects} // those with snapshots, also where their source no longer has them
	everything = scope{&api.SearchObjects}          // those that the sources have
)

// FindProtected returns the protected object that a word means. wanted, which may be nil, reports whether it is of the right sort.
// One that has no snapshots is an error of its own.
func FindProtected(c *engine.Context, w Word, wanted func(*Object) bool) (*Object, error) {
	o, all, err := protected.find(c, w, wanted)
	var missing *engine.NotFound
	if !errors.As(err, &missing) {
		return o, err
	}
	var within []string
	for _, other := range all {
		if w.Inside == "" && w.isSourceOf(other) && other.Environment != Physical {
			within = append(within, other.Title())
		}
	}
	if within != nil {
		failure := engine.Fail(engine.ExitNotFound, "object.within|'{{.Name}}' has no snapshots of its own, but what is on it has:", "Name", w.Source)
		failure.What = append(failure.What, engine.Listed(within)...)
		return nil, failure
	}
	if bare, _, found := everything.find(c, w, wanted); found == nil {
		return nil, engine.Fail(engine.ExitNotFound, "object.bare|'{{.Name}}' is not protected and has no snapshots.", "Name", bare.Title()).
			Hint("object.protect|Protect it with: {{.Command}}", "Command", c.CommandLine("protect", bare.Title(), "--policy", "POLICY"))
	}
	return nil, err
}

// FindObject returns the object of a source that a word means, whether it is protected or not.
func FindObject(c *engine.Context, w Word, wanted func(*Object) bool) (*Object, error) {
	o, _, err := everything.find(c, w, wanted)
	return o, err
}

// FindSource returns the host or cluster that a word means, as an object of an environment.
func FindSource(c *engine.Context, w Word, environment string) (*Object, error) {
	if environment == Kubernetes { // a cluster is not an object that is searched for
		return findCluster(c, w)
	}
	return FindObject(c, w, func(o *Object) bool { return o.Environment == environment })
}

// findCluster returns the cluster that a word means, as an object.
func findCluster(c *engine.Context, w Word) (*Object, error) {
	id, err := c.LookUp(api.KindSource, w.Source)
	if err != nil {
		return nil, err
	}
	result, err := c.Call(api.NewRequest(&api.GetSourceRegistrations).SetNamed("ids", id))
	if err != nil {
		return nil, err
	}
	for _, row := range output.List(result.Value, "registrations") {
		if output.String(row, "id") != id {
			continue
		}
		o := &Object{ID: id, Name: output.String(row, "sourceInfo.name|name"), Environment: output.String(row, "environment"), SourceID: id, Row: row}
		if o.SourceName = o.Name; o.Environment != Kubernetes {
			return nil, engine.Usage("word.nocluster|'{{.Word}}' is no cluster: its environment is {{.Environment}}.", "Word", w.Typed, "Environment", o.Sort())
		}
		return o, nil
	}
	return nil, engine.Missing(api.KindSource, w.Source, nil)
}

// All returns all objects that the sources have, on all pages.
func All(c *engine.Context) (all []*Object, err error) {
	rows, err := searched(c, api.NewRequest(&api.SearchObjects))
	for _, row := range rows {
		all = append(all, NewObject(row))
	}
	return all, err
}

// Matching returns the objects whose names a pattern matches: those of hosts and clusters, or of what is on them where the pattern has a slash.
func Matching(c *engine.Context, pattern string) (found []*Object, err error) {
	all, err := All(c)
	if err != nil {
		return nil, err
	}
	isMeant := matcher(pattern)
	for _, o := range all {
		if isMeant(o.Title(), o.ID) && (o.Environment == Physical || strings.Contains(pattern, "/")) {
			found = append(found, o)
		}
	}
	if found == nil {
		return nil, engine.Fail(engine.ExitNotFound, "word.unmatched|No object matches '{{.Pattern}}'.", "Pattern", pattern).
			Hint("word.objects|Run '{{.Command}}' to see them all.", "Command", c.CommandLine("report", "objects"))
	}
	return found, nil
}

// Expand returns what a word means, taken apart: itself, or the objects that it matches as a pattern.
func Expand(c *engine.Context, typed string) ([]Word, error) {
	if !IsPattern(typed) {
		w, err := ParseWord(typed)
		return []Word{w}, err
	}
	objects, err := Matching(c, typed)
	words := make([]Word, len(objects))
	for i, o := range objects {
		words[i] = Word{Typed: o.Title(), Source: o.ID}
	}
	return words, err
}

// find searches for the word, and where that finds nothing asks for all, which helps to say what was meant: they are returned too. A word that
// means several is an error that tells them apart.
func (s scope) find(c *engine.Context, w Word, wanted func(*Object) bool) (found *Object, all []*Object, err error) {
	for _, narrow := range []bool{true, false} {
		r := api.NewRequest(s.op)
		switch {
		case narrow && isID(w.Source) && w.Inside == "":
			r.SetNamed("objectIds", w.Source)
		case narrow && w.Inside != "":
			r.SetNamed("searchString", w.Inside)
		case narrow:
			r.SetNamed("searchString", w.Source)
		}
		rows, err := searched(c, r)
		if err != nil {
			return nil, nil, err
		}
		all = nil
		for _, row := range rows {
			all = append(all, NewObject(row))
		}
		meant := choose(all, wanted, w.means)
		if meant == nil && s == protected {
			meant = choose(all, wanted, w.isNameOf)
		}
		switch {
		case len(meant) == 1:
			return meant[0], all, nil
		case len(meant) > 1:
			return nil, all, ambiguous(w, meant)
		}
		if other := choose(all, nil, w.means); other != nil && !narrow {
			return nil, all, engine.Usage("word.nohost|'{{.Word}}' is no host: '{{.Title}}' is of the environment {{.Environment}}.",
				"Word", w.Typed, "Title", other[0].Title(), "Environment", other[0].Sort())
		}
	}
	names := make([]string, len(all))
	for i, o := range all {
		names[i] = o.Title()
	}
	word := w.Source
	if w.Inside != "" {
		word += "/" + w.Inside
	}
	return nil, all, engine.Missing(api.KindObject, word, names)
}

// choose returns those of objects that are wanted, which may be nil, and meant, each once.
func choose(all []*Object, wanted, meant func(*Object) bool) (chosen []*Object) {
	seen := map[string]bool{}
	for _, o := range all {
		if !seen[o.ID] && meant(o) && (wanted == nil || wanted(o)) {
			seen[o.ID] = true
			chosen = append(chosen, o)
		}
	}
	return chosen
}

// ambiguous returns that a word means several objects, with what tells them apart.
func ambiguous(w Word, meant []*Object) error {
	e := engine.Usage("word.ambiguous|Several objects are named '{{.Word}}'. Use one of these IDs:", "Word", w.Typed)
	lines := make([]string, len(meant))
	for i, o := range meant {
		lines[i] = o.candidate()
	}
	e.Lines = append(e.Lines, engine.Listed(lines)...)
	return e
}

// isID reports whether a word is the id of an object.
func isID(word string) bool { return word != "" && strings.Trim(word, "0123456789") == "" }

// OfEnvironment returns what reports whether an object is of an environment.
func OfEnvironment(environment string) func(*Object) bool {
	return func(o *Object) bool { return o.Environment == environment }
}
