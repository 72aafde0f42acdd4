package selection

import (
	"errors"
	"regexp"
	"strings"

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
var pathStart = regexp.MustCompile(`:(?:[/\\]|[A-Za-z]:(?:[/\\]|$))`)

// ParseWord takes a word apart. A path of Windows such as C:\data is /C/data, as the service names it. The error is one of usage.
func ParseWord(typed string) (Word, error) {
	w := Word{Typed: typed, Source: typed}
	if at := pathStart.FindStringIndex(typed); at != nil {
		w.Source, w.Path = typed[:at[0]], slashed(typed[at[0]+1:])
	} else if source, inside, ok := strings.Cut(typed, "/"); ok {
		w.Source, w.Inside = source, inside
		if inside == "" {
			return w, engine.Usage("word.inside|'{{.Word}}': a database or namespace is missing behind the slash.", "Word", typed)
		}
	}
	if w.Source == "" {
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
	words := make([]Word, len(typed))
	for i, word := range typed {
		if words[i], err = ParseWord(strings.TrimSpace(word)); err != nil {
			return nil, err
		}
	}
	return words, nil
}

// Path returns a path as the service names it: one of Windows, such as C:\data, is /C/data.
func Path(typed string) string {
	if typed == "" {
		return typed
	}
	return slashed(typed)
}

// slashed returns a path with slashes, with the drive of Windows as its first folder.
func slashed(path string) string {
	if len(path) > 1 && path[1] == ':' {
		return "/" + strings.ToUpper(path[:1]) + "/" + strings.TrimLeft(strings.ReplaceAll(path[2:], `\`, "/"), "/")
	}
	if path[0] == '\\' {
		return strings.ReplaceAll(path, `\`, "/")
	}
	return path
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

func newObject(row any) *Object {
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

// candidate returns a line that tells the object from others of its name.
func (o *Object) candidate() string { return o.ID + "  " + o.Title() + "  " + o.Environment }

// means reports whether a word means the object: by its id, its name, or its name behind that of its source. A database may be named
// without its instance.
func (w *Word) means(o *Object) bool {
	same := strings.EqualFold
	if w.Inside == "" {
		return w.Source == o.ID || same(w.Source, o.Name)
	}
	return (same(w.Source, o.SourceName) || w.Source == o.SourceID) && (same(w.Inside, o.Name) || strings.HasSuffix(strings.ToLower(o.Name), "/"+strings.ToLower(w.Inside))) ||
		same(w.Source+"/"+w.Inside, o.Name)
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
	o, err := protected.find(c, w, wanted)
	var missing *engine.NotFound
	if errors.As(err, &missing) {
		if bare, found := everything.find(c, w, wanted); found == nil {
			return nil, engine.Fail(engine.ExitNotFound, "object.bare|'{{.Name}}' is not protected and has no snapshots.", "Name", bare.Title()).
				Hint("object.protect|Protect it with: {{.Command}}", "Command", c.CommandLine("protect", bare.Title(), "--policy", "POLICY"))
		}
	}
	return o, err
}

// FindObject returns the object of a source that a word means, whether it is protected or not.
func FindObject(c *engine.Context, w Word, wanted func(*Object) bool) (*Object, error) {
	return everything.find(c, w, wanted)
}

// FindSource returns the host or cluster that a word means, as an object of an environment.
func FindSource(c *engine.Context, w Word, environment string) (*Object, error) {
	if environment == Kubernetes { // a cluster is not an object that is searched for
		id, err := c.LookUp(api.KindSource, w.Source)
		return &Object{ID: id, Name: w.Source, Environment: environment, SourceID: id, SourceName: w.Source}, err
	}
	return FindObject(c, w, func(o *Object) bool { return o.Environment == environment })
}

// Matching returns the objects whose names a pattern matches: those of hosts and clusters, or of what is on them where the pattern has a slash.
func Matching(c *engine.Context, pattern string) (found []*Object, err error) {
	rows, err := searched(c, api.NewRequest(&api.SearchObjects))
	if err != nil {
		return nil, err
	}
	isMeant := matcher(pattern)
	for _, row := range rows {
		if o := newObject(row); isMeant(o.Title(), o.ID) && (o.Environment == Physical || strings.Contains(pattern, "/")) {
			found = append(found, o)
		}
	}
	if found == nil {
		return nil, engine.Fail(engine.ExitNotFound, "word.unmatched|No object matches '{{.Pattern}}'.", "Pattern", pattern)
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

// find searches for the word, and where that finds nothing asks for all, which helps to say what was meant. A word that means several is
// an error that tells them apart.
func (s scope) find(c *engine.Context, w Word, wanted func(*Object) bool) (*Object, error) {
	var all []string
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
			return nil, err
		}
		var found []*Object
		seen := map[string]bool{}
		for _, row := range rows {
			o := newObject(row)
			all = append(all, o.Title())
			if !seen[o.ID] && w.means(o) && (wanted == nil || wanted(o)) {
				seen[o.ID] = true
				found = append(found, o)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return nil, ambiguous(w, found)
		}
	}
	word := w.Source
	if w.Inside != "" {
		word += "/" + w.Inside
	}
	return nil, engine.Missing(api.KindObject, word, all)
}

// ambiguous returns the error that a word means several objects, which tells them apart.
func ambiguous(w Word, found []*Object) error {
	e := engine.Usage("word.ambiguous|Several objects are named '{{.Word}}'. Use one of these IDs:", "Word", w.Typed)
	for _, o := range found {
		e.Lines = append(e.Lines, engine.Listed([]string{o.candidate()})...)
	}
	return e
}

// isID reports whether a word is the id of an object.
func isID(word string) bool { return word != "" && strings.Trim(word, "0123456789") == "" }

// OfEnvironment returns what reports whether an object is of an environment.
func OfEnvironment(environment string) func(*Object) bool {
	return func(o *Object) bool { return o.Environment == environment }
}
