package manifest

import (
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

func exportJob(f *engine.Flags) engine.Job {
	var only []string
	var owner string
	f.List(&only, "only", "LIST", "export.only|Only these: connections, sources, policies, groups.")
	f.Text(&owner, "name", "NAME", "export.name|The name of the file, by which 'apply --prune' knows what it has made.")
	return func(c *engine.Context) error {
		chosen, err := choose(only)
		if err != nil {
			return err
		}
		in, err := newInstance(c)
		if err != nil {
			return err
		}
		if err := in.read(c, chosen); err != nil {
			return err
		}
		in.warnOfTwins(c, chosen)
		switch {
		case c.Options.Format == output.CSVFormat:
			return c.ShowValue(nil, in.names(chosen))
		case c.Options.Machine():
			return c.ShowValue(nil, in.document(chosen, owner))
		}
		return in.write(c, chosen, owner)
	}
}

// choose returns the sorts of things that words name, all of them where there are none.
func choose(words []string) (chosen []*change.Subject, err error) {
	for _, word := range words {
		if !slices.ContainsFunc(subjects, func(s *change.Subject) bool { return strings.EqualFold(s.Plural, word) }) {
			var names []string
			for _, s := range subjects {
				names = append(names, s.Plural)
			}
			if near := api.Nearest(word, names); near != "" {
				return nil, engine.Usage("export.near|--only: there are no '{{.Word}}' in such a file. Did you mean '{{.Near}}'?", "Word", word, "Near", near)
			}
			return nil, engine.Usage("export.sort|--only: there are no '{{.Word}}' in such a file; there are connections, sources, policies and groups.", "Word", word)
		}
	}
	for _, s := range subjects {
		if words == nil || slices.ContainsFunc(words, func(word string) bool { return strings.EqualFold(s.Plural, word) }) {
			chosen = append(chosen, s)
		}
	}
	return chosen, nil
}

// sorted returns the things of a sort by name.
func (in *instance) sorted(s *change.Subject) []*existing {
	things := slices.Clone(in.things[s])
	slices.SortStableFunc(things, func(a, b *existing) int {
		return strings.Compare(strings.ToLower(a.name)+"\x00"+a.name, strings.ToLower(b.name)+"\x00"+b.name)
	})
	return things
}

// warnOfTwins warns of things with one name, which a file cannot tell apart.
func (in *instance) warnOfTwins(c *engine.Context, chosen []*change.Subject) {
	for _, s := range chosen {
		things := in.sorted(s)
		for i := 1; i < len(things); i++ {
			if strings.EqualFold(things[i-1].name, things[i].name) {
				c.Warn("export.twins|{{.Kind}}/{{.Name}}: several have this name, which 'apply' and 'diff' refuse. Give them names of their own.", "Kind", s.Plural, "Name", things[i].name)
			}
		}
	}
}

// exported is how the names of what was written are shown as CSV.
var exported = &output.View{Rows: "things", Columns: []output.Column{{Title: "Kind", Path: "kind"}, {Title: "Name", Path: "name", Format: output.Entity}}}

// names returns the names of what an instance has.
func (in *instance) names(chosen []*change.Subject) map[string]any {
	things := []any{}
	for _, s := range chosen {
		for _, thing := range in.sorted(s) {
			things = append(things, map[string]any{"kind": s.Plural, "name": thing.name})
		}
	}
	return map[string]any{"things": things}
}

// document returns what an instance has, for programs.
func (in *instance) document(chosen []*change.Subject, owner string) map[string]any {
	document := map[string]any{}
	if owner != "" {
		document["name"] = owner
	}
	for _, s := range chosen {
		list := []any{}
		for _, thing := range in.sorted(s) {
			list = append(list, withSecrets(s, thing))
		}
		document[s.Plural] = list
	}
	return document
}

// write writes what an instance has as YAML, for people and for version control: nothing in it changes unless the instance does.
func (in *instance) write(c *engine.Context, chosen []*change.Subject, owner string) error {
	root := &yaml.Node{Kind: yaml.MappingNode, HeadComment: i18n.T("export.head|The configuration of Backup and Recovery; names stand for IDs.\nCompare an instance with it: ibmcloud br diff -f FILE\nMake an instance like it: ibmcloud br apply -f FILE")}
	add := func(key string, value *yaml.Node) {
		root.Content = append(root.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, value)
	}
	if owner != "" {
		name := &yaml.Node{}
		_ = name.Encode(owner)
		add("name", name)
	}
	for _, s := range chosen {
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, thing := range in.sorted(s) {
			list.Content = append(list.Content, engine.YAMLNode(nameFirst(s), withSecrets(s, thing), secretNotes))
		}
		if len(list.Content) == 0 {
			list.Style = yaml.FlowStyle
		}
		add(s.Plural, list)
	}
	text, err := engine.WriteYAML(root)
	if err != nil {
		return err
	}
	_, err = c.Streams.MachineOut().Write(text)
	return err
}

// nameFirst returns the fields of a thing with its name before the others.
func nameFirst(s *change.Subject) []api.Field {
	fields := slices.Clone(s.Create.Body)
	slices.SortStableFunc(fields, func(a, b api.Field) int {
		switch s.Name {
		case a.Name:
			return -1
		case b.Name:
			return 1
		}
		return 0
	})
	return fields
}

// secretNotes says where a secret comes from.
func secretNotes(f *api.Field, _ any) (above, behind string) {
	if f.Secret {
		return "", i18n.T("export.secret|not exported: from the environment, or '@FILE'")
	}
	return "", ""
}

// withSecrets returns a thing with a place for each secret that a thing like it needs: an environment variable that is named after both.
func withSecrets(s *change.Subject, thing *existing) map[string]any {
	return placeSecrets(s.Create.Body, thing.seen, thing.name, true)
}

func placeSecrets(fields []api.Field, object map[string]any, name string, top bool) map[string]any {
	placed := map[string]any{}
	for key, value := range object {
		placed[key] = value
	}
	for i := range fields {
		f := &fields[i]
		below, isObject := placed[f.Name].(map[string]any)
		switch {
		case f.Secret && !top: // one of the thing as a whole, such as a key for its credentials, is seldom used
			placed[f.Name] = "${" + variable(name+" "+f.Name) + "}"
		case isObject && f.Type == api.Object && !f.Map:
			placed[f.Name] = placeSecrets(f.Fields(), below, name, false)
		}
	}
	return placed
}

// variable returns a name for an environment variable: capitals, digits and underscores.
func variable(words string) string {
	var b strings.Builder
	lower := false
	for _, r := range words {
		switch {
		case r < 128 && unicode.IsUpper(r) && lower:
			b.WriteByte('_')
			b.WriteRune(r)
		case r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(unicode.ToUpper(r))
		default:
			b.WriteByte('_')
		}
		lower = r < 128 && unicode.IsLower(r)
	}
	name := b.String()
	if name == "" || name[0] >= '0' && name[0] <= '9' {
		name = "_" + name
	}
	return name
}
