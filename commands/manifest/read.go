package manifest

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/commands/readable"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// wanted is a thing as a file has it.
type wanted struct {
	subject *change.Subject
	name    string
	file    *file
	path    string         // in the file, such as policies[0]
	written map[string]any // with documented spelling; secrets as they were written
	seen    map[string]any // as people read it
}

// file is a file with things.
type file struct {
	name   string // as it was typed
	folder string // that @FILE in it is relative to
	lines  map[string]int
}

// at returns where a path is, for an error: the file, and the line where it is known.
func (f *file) at(path string) string {
	for ; path != ""; path = path[:max(0, strings.LastIndexAny(path, ".["))] {
		if line := f.lines[path]; line > 0 {
			return f.name + ":" + strconv.Itoa(line)
		}
	}
	return f.name
}

// content is what files have together.
type content struct {
	owner  string // what the files call themselves; "" where they do not
	things []*wanted
}

// of returns the things of a sort.
func (t *content) of(s *change.Subject) (list []*wanted) {
	for _, w := range t.things {
		if w.subject == s {
			list = append(list, w)
		}
	}
	return list
}

// named returns the thing of a sort with a name, without regard to case, and nil where there is none.
func (t *content) named(s *change.Subject, name string) *wanted {
	for _, w := range t.things {
		if w.subject == s && strings.EqualFold(w.name, name) {
			return w
		}
	}
	return nil
}

// readFiles reads files: what is wrong in them is found together, with the places. A folder means its YAML and JSON files, and - standard input.
func readFiles(c *engine.Context, names []string) (*content, error) {
	if len(names) == 0 {
		return nil, engine.Usage("manifest.nothing|--file is required: a file, a folder or '-'.")
	}
	found := &content{}
	var wrong engine.UsageError
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			continue
		}
		files, err := filesOf(name)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			text, err := c.ReadFile(f.name)
			var place *fs.PathError
			if errors.As(err, &place) {
				err = place.Err // which file it is, is said already
			}
			if err != nil {
				return nil, engine.Usage("manifest.unreadable|{{.File}}: {{.Reason}}", "File", f.name, "Reason", err.Error())
			}
			if err := found.add(c, f, text); err != nil {
				var usage *engine.UsageError
				if !errors.As(err, &usage) {
					return nil, err
				}
				wrong.Lines = append(wrong.Lines, usage.Lines...)
			}
		}
	}
	if wrong.Lines != nil {
		return nil, &wrong
	}
	return found, nil
}

// filesOf returns the files that a name means.
func filesOf(name string) (files []*file, err error) {
	info, err := os.Stat(name)
	if name == "-" || err != nil || !info.IsDir() { // what cannot be read is said when it is read
		folder := filepath.Dir(name)
		if name == "-" {
			folder = ""
		}
		return []*file{{name: name, folder: folder}}, nil
	}
	err = filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
		switch ending := strings.ToLower(filepath.Ext(path)); {
		case err != nil:
			return err
		case entry.IsDir() && path != name && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case !entry.IsDir() && !strings.HasPrefix(entry.Name(), ".") && (ending == ".yaml" || ending == ".yml" || ending == ".json"):
			files = append(files, &file{name: path, folder: filepath.Dir(path)})
		}
		return nil
	})
	if err == nil && files == nil {
		err = engine.Usage("manifest.empty-folder|{{.File}}: there are no YAML or JSON files in this folder.", "File", name)
	}
	return files, err
}

// add adds what a file has. The error is one of usage, with all that is wrong with it.
func (t *content) add(c *engine.Context, f *file, text []byte) error {
	raw, lines, err := engine.ReadYAML(text)
	if err != nil {
		return engine.Usage("manifest.yaml|{{.File}}: {{.Reason}}", "File", f.name, "Reason", err.Error())
	}
	f.lines = lines
	value, err := output.Read(strings.NewReader(string(raw)))
	top, isObject := value.(map[string]any)
	if err != nil || !isObject {
		return engine.Usage("manifest.form|{{.File}}: it has to have the fields connections, sources, policies or groups.", "File", f.name)
	}
	var wrong []string
	note := func(e *engine.UsageError) { wrong = append(wrong, e.Lines...) }
	for _, key := range slices.Sorted(maps.Keys(top)) {
		value := top[key]
		if key == "name" {
			name, _ := value.(string)
			switch {
			case name == "" || strings.ContainsAny(name, "[]\n") || len(name) > 60:
				note(engine.Usage("manifest.name|{{.Place}}: 'name' has to be a text of at most 60 characters, without brackets.", "Place", f.at("name")))
			case t.owner != "" && t.owner != name:
				note(engine.Usage("manifest.names|{{.Place}}: another file has the name '{{.Name}}'. Files that are applied together have one name.", "Place", f.at("name"), "Name", t.owner))
			}
			t.owner = name
			continue
		}
		if !slices.ContainsFunc(subjects, func(s *change.Subject) bool { return s.Plural == key }) {
			note(unknownKey(f, key))
		}
	}
	for _, s := range subjects {
		value, isThere := top[s.Plural]
		list, isList := value.([]any)
		if isThere && !isList && value != nil {
			note(engine.Usage("manifest.list|{{.Place}}: '{{.Key}}' has to be a list.", "Place", f.at(s.Plural), "Key", s.Plural))
		}
		for i, item := range list {
			w := &wanted{subject: s, file: f, path: s.Plural + "[" + strconv.Itoa(i) + "]"}
			for _, problem := range w.read(c, item) {
				note(problem)
			}
			if w.name == "" {
				continue
			}
			if twin := t.named(s, w.name); twin != nil {
				note(engine.Usage("manifest.twice|{{.Place}}: '{{.Name}}' is in {{.Other}} already.", "Place", f.at(w.path), "Name", w.name, "Other", twin.file.at(twin.path)))
				continue
			}
			t.things = append(t.things, w)
		}
	}
	if wrong != nil {
		return &engine.UsageError{Lines: wrong}
	}
	return nil
}

// unknownKey returns that a file has a field that means nothing, with what was probably meant.
func unknownKey(f *file, key string) *engine.UsageError {
	names := []string{"name"}
	for _, s := range subjects {
		names = append(names, s.Plural)
	}
	if near := api.Nearest(key, names); near != "" {
		return engine.Usage("manifest.key-near|{{.Place}}: there is no '{{.Key}}' in such a file. Did you mean '{{.Near}}'?", "Place", f.at(key), "Key", key, "Near", near)
	}
	return engine.Usage("manifest.key|{{.Place}}: there is no '{{.Key}}' in such a file; there are {{.Names}}.", "Place", f.at(key), "Key", key, "Names", strings.Join(names, ", "))
}

// read reads the thing from the item of a list, and returns what is wrong with it.
func (w *wanted) read(c *engine.Context, item any) (wrong []*engine.UsageError) {
	object, isObject := item.(map[string]any)
	if !isObject {
		return []*engine.UsageError{engine.Usage("manifest.object|{{.Place}}: '{{.Path}}' has to have fields.", "Place", w.file.at(w.path), "Path", w.path)}
	}
	r := api.NewRequest(w.subject.Create)
	raw, err := json.Marshal(object)
	if err != nil {
		return []*engine.UsageError{engine.Usage("manifest.unreadable|{{.File}}: {{.Reason}}", "File", w.file.name, "Reason", err.Error())}
	}
	r.Body = raw
	if r.SpellValues() == nil {
		object, _ = readable.Decode(r.Body)
	}
	for _, problem := range c.Locate(r, nil) {
		place, text := w.file.at(w.path+"."+problem.Path), w.path+"."+problem.Text
		if problem.Warning {
			c.Warn("manifest.problem|{{.Place}}: {{.Problem}}", "Place", place, "Problem", text)
			continue
		}
		wrong = append(wrong, engine.Usage("manifest.problem|{{.Place}}: {{.Problem}}", "Place", place, "Problem", text))
	}
	w.written = object
	w.name, _ = object[w.subject.Name].(string)
	if w.name == "" && wrong == nil {
		wrong = append(wrong, engine.Usage("manifest.nameless|{{.Place}}: '{{.Path}}' needs the field '{{.Field}}'.", "Place", w.file.at(w.path), "Path", w.path, "Field", w.subject.Name))
	}
	return wrong
}
