// Package reference has the command that explains what the service understands: every field of every body, and every parameter.
package reference

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Commands are the commands directly below the namespace that explain things.
var Commands = []engine.Command{
	{Name: "explain", About: "explain.about|Explain a field of a body or a parameter: meaning, type, values, an example.", View: explanation, Local: true,
		Args: []engine.Argument{{Title: "PATH", Optional: true, Many: true}}, Job: explain,
		Examples: []string{"explain policy.backupPolicy.regular.retention", "explain policy --recursive", "explain run.list.startTimeUsecs"}},
}

var explanation = &output.View{
	Columns: []output.Column{
		{Title: "Path", Path: "path", Format: output.Entity},
		{Title: "Meaning", Path: "meaning"},
		{Title: "Type", Path: "type"},
		{Title: "Unit", Path: "unit"},
		{Title: "Required", Path: "required", Format: output.YesNo},
		{Title: "Default", Path: "default"},
		{Title: "Values", Path: "values"},
		{Title: "Pattern", Path: "pattern"},
		{Title: "Limits", Path: "limits"},
		{Title: "Flag", Path: "flag"},
		{Title: "Names", Path: "names"},
		{Title: "Used By", Path: "usedBy"},
		{Title: "Example", Path: "example"},
	},
	Sections: []output.View{{Heading: "heading.fields|Fields", Rows: "fields", Children: "fields", Columns: []output.Column{
		{Title: "Field", Path: "name", Format: output.Entity},
		{Title: "Type", Path: "type"},
		{Title: "Required", Path: "required", Format: required, Rank: 1},
		{Title: "Meaning", Path: "meaning", FreeText: true},
	}}},
}

// required shows what has to be given, and nothing for the rest.
func required(v any) output.Cell {
	if v == true {
		return output.YesNo(v)
	}
	return output.Cell{Data: "false"}
}

func explain(f *engine.Flags) engine.Job {
	var recursive bool
	f.Switch(&recursive, "recursive", "explain.recursive|Show the fields of fields too.")
	return func(c *engine.Context) error {
		x := &explainer{catalog: c.Catalog(), recursive: recursive}
		if len(c.Args) == 0 {
			return c.ShowValue(rootsView, map[string]any{"bodies": x.roots()})
		}
		found, err := x.find(strings.Join(c.Args, "."))
		if err != nil {
			return err
		}
		return c.ShowValue(nil, found)
	}
}

// rootsView is how people see where paths begin.
var rootsView = &output.View{Rows: "bodies", Columns: []output.Column{
	{Title: "Path", Path: "path", Format: output.Entity},
	{Title: "Meaning", Path: "meaning", FreeText: true},
}}

// root is where paths begin: a command, by the words that people type with a dot between.
type root struct {
	word    string
	usage   string // the command as it is typed
	command *engine.Command
}

// all returns the commands with an operation by their words, a resource by its shortest name.
func (x *explainer) all() (list []root) {
	for _, r := range x.catalog.Resources {
		name := r.Name
		for _, alias := range r.Aliases {
			if len(alias) < len(name) {
				name = alias
			}
		}
		for i := range r.Commands {
			if c := &r.Commands[i]; c.Op != nil {
				list = append(list, root{name + "." + c.Name, name + " " + c.Name, c})
			}
		}
	}
	for _, c := range x.catalog.Commands {
		if c.Op != nil {
			list = append(list, root{c.Name, c.Name, c})
		}
	}
	return list
}

// roots returns the bodies that can be sent.
func (x *explainer) roots() (list []*entry) {
	for _, r := range x.all() {
		if r.command.Op.Body != nil {
			list = append(list, &entry{Path: r.word, Meaning: i18n.T(i18n.Text(r.command.Op.About))})
		}
	}
	return list
}

// makers are the commands whose body a resource alone means: the one that makes such a thing.
var makers = []string{"create", "register"}

// find returns what a path means: RESOURCE.COMMAND or COMMAND with fields behind it, or RESOURCE for the body that makes one.
func (x *explainer) find(path string) (*entry, error) {
	words := strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == ' ' })
	if len(words) == 0 {
		words = []string{path}
	}
	words[0] = x.resource(words[0])
	all := x.all()
	for n := min(2, len(words)); n > 0; n-- {
		if r := named(all, strings.Join(words[:n], ".")); r != nil {
			return x.inside(r, words[:n], words[n:], true)
		}
	}
	for _, maker := range makers {
		if r := named(all, words[0]+"."+maker); r != nil {
			return x.inside(r, words[:1], words[1:], false)
		}
	}
	var roots []string
	for _, r := range all {
		first, _, _ := strings.Cut(r.word, ".")
		roots = append(roots, first)
	}
	return nil, unknown(path, words[0], roots)
}

// resource returns the shortest name of a resource that is named in full, and any other word as it is.
func (x *explainer) resource(word string) string {
	for _, r := range x.catalog.Resources {
		if !strings.EqualFold(r.Name, word) {
			continue
		}
		for _, alias := range r.Aliases {
			if len(alias) < len(word) {
				word = alias
			}
		}
	}
	return word
}

func named(all []root, word string) *root {
	for i := range all {
		if strings.EqualFold(all[i].word, word) {
			return &all[i]
		}
	}
	return nil
}

// inside returns what words mean below a command. whole is whether the command was named, whose parameters count then too.
func (x *explainer) inside(r *root, before, words []string, whole bool) (*entry, error) {
	op := r.command.Op
	fields, path := op.Body, strings.Join(before, ".")
	if len(words) == 0 {
		e := &entry{Path: path, Meaning: i18n.T(i18n.Text(op.About)), UsedBy: x.users(op.Body), Example: example(op.Body)}
		if whole {
			e.Fields, e.UsedBy = x.params(op), []string{r.usage}
		}
		e.Fields = append(e.Fields, x.fields(op.Body, []uint16{})...)
		return e, nil
	}
	if whole {
		for i := range op.Params {
			if p := &op.Params[i]; matches(&p.Field, words[0]) && len(words) == 1 {
				e := x.entry(&p.Field, nil)
				e.Path, e.UsedBy = path+"."+p.Name, []string{r.usage}
				if p.Flag != "" {
					e.Flag = "--" + p.Flag
				}
				return e, nil
			}
		}
	}
	var flag string
	for i, word := range words {
		f := fieldNamed(fields, word)
		if f == nil {
			names := make([]string, len(fields))
			for j := range fields {
				names[j] = fields[j].Name
			}
			return nil, unknown(strings.Join(append(before, words...), "."), word, names)
		}
		path += "." + f.Name
		switch {
		case i == 0 && f.Flag != "":
			flag = "--" + f.Flag
		case i == 1 && flag != "" && f.Flag != "":
			flag += "-" + f.Flag
		default:
			flag = ""
		}
		if i == len(words)-1 {
			e := x.entry(f, nil)
			e.Path, e.Flag, e.UsedBy = path, flag, x.users(op.Body)
			return e, nil
		}
		fields = f.Fields()
	}
	return nil, nil
}

// matches reports whether a word is the name of a field or of its flag, in any case.
func matches(f *api.Field, word string) bool {
	word, _, _ = strings.Cut(word, "[")
	return strings.EqualFold(f.Name, word) || f.Flag != "" && strings.EqualFold(f.Flag, strings.TrimPrefix(word, "--"))
}

func fieldNamed(fields []api.Field, word string) *api.Field {
	for i := range fields {
		if matches(&fields[i], word) {
			return &fields[i]
		}
	}
	return nil
}

// unknown returns that a path is not there, with the word that was probably meant.
func unknown(path, word string, names []string) error {
	f := engine.Fail(engine.ExitNotFound, "explain.unknown|There is no '{{.Word}}' in '{{.Path}}'.", "Word", word, "Path", path)
	if near := api.Nearest(word, names); near != "" {
		f = engine.Fail(engine.ExitNotFound, "explain.near|There is no '{{.Word}}' in '{{.Path}}'. Did you mean '{{.Near}}'?", "Word", word, "Path", path, "Near", near)
	}
	return f.Hint("explain.list|'explain' without a path lists where paths begin; a path that ends earlier lists its fields.")
}

// users returns the commands that send a body.
func (x *explainer) users(body []api.Field) (list []string) {
	for _, r := range x.all() {
		if body != nil && slices.EqualFunc(r.command.Op.Body, body, func(a, b api.Field) bool { return a.Name == b.Name && a.Type == b.Type && a.Model == b.Model }) {
			list = append(list, r.usage)
		}
	}
	return list
}

// params returns the parameters of an operation.
func (x *explainer) params(op *api.Operation) (list []*entry) {
	for i := range op.Params {
		if p := &op.Params[i]; p.Name != api.TenantHeader {
			list = append(list, x.entry(&p.Field, []uint16{}))
		}
	}
	return list
}
