package objects

import (
	"encoding/json"
	"path"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Jobs are the commands directly below the namespace that find what was backed up.
var Jobs = []engine.Command{
	{Name: "find", About: "find.about|Find files in the backups of protected hosts, by name.", View: foundFiles, Role: engine.Writer, ReadOnly: true,
		Args: []engine.Argument{{Title: "NAME"}}, Job: findFiles, Pages: bodyCookiePages,
		Examples: []string{"find '*.yaml' --host web-1", "find app.yaml --host web-1 --versions"}},
}

var foundFiles = &output.View{
	Rows: "files", Empty: "find.empty|No file of that name is in the index.",
	Columns: []output.Column{
		{Title: "File", Needs: []string{"path", "name"}, Format: fullPath},
		{Title: "Host", Path: "sourceInfo.name|sourceInfo.sourceName"},
		{Title: "Type", Path: "type"},
		{Title: "Group", Path: "protectionGroupName|protectionGroupId"},
		{Title: "Policy", Path: "policyName"},
		{Title: "Object", Path: "sourceInfo.id"},
	},
}

// fullPath shows the path of a file with its name.
func fullPath(v any) output.Cell {
	return output.Cell{Text: path.Join(output.String(v, "path"), output.String(v, "name")), Tone: output.Name}
}

// finding is what `find` does: it searches the index, which knows the newest state of each file, and looks into snapshots where other states
// are wanted.
type finding struct {
	hosts     []string
	kinds     []string
	versions  bool
	at        selection.Moment
	newerThan time.Time
}

// fileTypes are the types of files by the words that people use.
var fileTypes = []string{"file", "directory", "symlink"}

func findFiles(f *engine.Flags) engine.Job {
	var s finding
	var kind string
	f.List(&s.hosts, "host", "LIST", "find.host|Search only these hosts: names or IDs.")
	f.Names("host", api.KindObject)
	f.Switch(&s.versions, "versions", "find.versions|Show each version of the files: size, first and last snapshot. Reads the files.")
	selection.At(f, &s.at)
	f.Time(&s.newerThan, "newer-than", "find.newer-than|With --versions: only those in snapshots that are newer than this.")
	f.Choice(&kind, "type", append([]string{"any"}, fileTypes...), "find.type|What to find.")
	f.View = func([]string) *output.View {
		if s.looks() {
			return versionList
		}
		return nil
	}
	return func(c *engine.Context) error {
		if kind != "any" {
			s.kinds = []string{strings.ToUpper(kind[:1]) + kind[1:]}
		}
		return s.run(c, c.Args[0])
	}
}

// looks reports whether snapshots are looked into.
func (s *finding) looks() bool { return s.versions || !s.at.Latest() }

func (s *finding) run(c *engine.Context, name string) error {
	looks := s.looks()
	switch {
	case looks && (c.Options.List.Limit > 0 || c.Options.List.AllPages):
		return engine.Usage("find.whole|--limit and --all-pages have no effect with --versions and --at.")
	case strings.Contains(name, "/"):
		return engine.Usage("find.path|'{{.Name}}': files are found by their names alone. Use '{{.Base}}'.", "Name", name, "Base", path.Base(name))
	case !s.newerThan.IsZero() && !s.versions:
		return engine.Usage("find.newer|--newer-than has an effect only with --versions.")
	case looks && s.kinds != nil && s.kinds[0] != "File":
		return engine.Usage("find.files|--versions and --at are for files alone.")
	case looks:
		s.kinds = []string{"File"}
	}
	objects := make([]*selection.Object, len(s.hosts))
	err := c.AtOnce(len(s.hosts), func(c *engine.Context, i int) (err error) {
		objects[i], err = selection.FindProtected(c, selection.Word{Typed: s.hosts[i], Source: s.hosts[i]}, nil)
		return err
	})
	if err != nil {
		return err
	}
	r, err := s.request(name, objects)
	if err != nil {
		return err
	}
	if looks {
		return s.showVersions(c, r)
	}
	if err := c.ShowList(r); err != nil {
		return err
	}
	return warnUnindexed(c, objects)
}

// request returns the search in the index of some hosts, or of all where there are none.
func (s *finding) request(name string, hosts []*selection.Object) (*api.Request, error) {
	params := map[string]any{"searchString": name}
	if len(hosts) > 0 {
		ids := make([]any, len(hosts))
		for i, o := range hosts {
			ids[i] = json.Number(o.ID)
		}
		params["objectIds"] = ids
	}
	if s.kinds != nil {
		params["types"] = s.kinds
	}
	r := api.NewRequest(&api.SearchIndexedObjects)
	var err error
	r.Body, err = json.Marshal(map[string]any{"objectType": "Files", "fileParams": params})
	return r, err
}

// warnUnindexed says of which hosts the newest snapshot has no index, so that its files are not found.
func warnUnindexed(c *engine.Context, hosts []*selection.Object) error {
	result, err := c.Call(api.NewRequest(&api.SearchProtectedObjects))
	if err != nil {
		return err
	}
	var names []string
	for _, o := range output.List(result.Value, "objects") {
		wanted := len(hosts) == 0
		for _, h := range hosts {
			wanted = wanted || h.ID == output.String(o, "id")
		}
		for _, s := range output.List(o, "latestSnapshotsInfo") {
			if status := output.String(s, "indexingStatus"); wanted && status != "" && status != "Done" && output.String(o, "environment") == selection.Physical {
				names = append(names, output.String(o, "name"))
				break
			}
		}
	}
	if names != nil {
		c.Warn("find.unindexed|The newest snapshot of {{.Names}} has no index: its files are not found.", "Names", strings.Join(names, ", "))
	}
	return nil
}
