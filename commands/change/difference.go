package change

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/readable"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Difference is a setting that is to become another one.
type Difference struct {
	Setting string  `json:"setting"`       // in the words of a table, or the path of a field
	Before  string  `json:"before"`        // "" where there was none
	After   string  `json:"after"`         // "" where there is to be none
	Now     *string `json:"now,omitempty"` // what the service has; nil as long as nothing was written
}

// dash returns a text, and a dash where there is none.
func dash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// Line returns how people see the difference, safe for a terminal.
func (d *Difference) Line() string {
	show := func(text string) string { return dash(output.Shorten(output.Clean(text), 200)) }
	return output.Clean(d.Setting) + ": " + show(d.Before) + " → " + show(d.After)
}

// Lines returns the lines about differences, indented; of many the first ones.
func Lines(list []*Difference) []string {
	lines := make([]string, len(list))
	for i, d := range list {
		lines[i] = d.Line()
	}
	return engine.Listed(lines)
}

// Differences returns what a change makes of a thing: in the words of its view where that shows it, and else by the paths of fields. Of secrets
// it is seen only that they are there.
func (s *Subject) Differences(c *engine.Context, before, after map[string]any) (list []*Difference) {
	before, after = readable.HideSecrets(s.Update.Body, before), readable.HideSecrets(s.Update.Body, after)
	var shown []string
	for i := range s.View.Columns {
		column := &s.View.Columns[i]
		was, is := s.cell(c, column, before), s.cell(c, column, after)
		if was == is {
			continue
		}
		list = append(list, &Difference{Setting: column.Title.String(), Before: was, After: is})
		shown = append(shown, strings.Split(column.Path, "|")...)
	}
	compare(s.Update.Body, "", before, after, func(path string, was, is any) {
		covered := slices.ContainsFunc(shown, func(above string) bool {
			return above != "" && (path == above || strings.HasPrefix(path, above+".") || strings.HasPrefix(path, above+"["))
		})
		if !covered {
			list = append(list, &Difference{Setting: path, Before: plain(was), After: plain(is)})
		}
	})
	return list
}

// cell returns what a column shows of a thing, names in the place of identifiers.
func (s *Subject) cell(c *engine.Context, column *output.Column, thing map[string]any) string {
	text := column.Cell(thing).Text
	if column.Kind != "" && text != "" {
		if name := c.NameOf(api.Kind(column.Kind), text); name != "" {
			return name
		}
	}
	return text
}

// compare calls differs for what is not the same in two objects with these fields, as deep inside them as both are objects, or lists of objects.
// What is nil is not there. An item of a list stands in the path by the name of what it identifies, and else by its number.
func compare(fields []api.Field, path string, old, fresh map[string]any, differs func(path string, was, is any)) {
	names := maps.Clone(old)
	if names == nil {
		names = map[string]any{}
	}
	maps.Copy(names, fresh)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		place := strings.TrimPrefix(path+"."+name, ".")
		compareValues(api.FieldNamed(fields, name), place, old[name], fresh[name], differs)
	}
}

func compareValues(f *api.Field, path string, was, is any, differs func(path string, was, is any)) {
	var fields []api.Field
	if f != nil && !f.Map {
		fields = f.Fields()
	}
	old, wasObject := was.(map[string]any)
	fresh, isObject := is.(map[string]any)
	before, wasList := was.([]any)
	after, isList := is.([]any)
	switch {
	case (wasObject || was == nil) && (isObject || is == nil) && (wasObject || isObject) && len(old)+len(fresh) > 0:
		compare(fields, path, old, fresh, differs)
	case (wasList || was == nil) && (isList || is == nil) && (wasList || isList) && f != nil && f.Type == api.Object && !f.Map:
		for _, pair := range readable.Pairs(f, before, after) {
			if pair.Identified && (pair.Before == nil || pair.After == nil) { // all of it came or went
				differs(path+"["+pair.Title+"]", pair.Before, pair.After)
				continue
			}
			compareValues(&api.Field{Type: f.Type, Model: f.Model}, path+"["+pair.Title+"]", pair.Before, pair.After, differs)
		}
	case !reflect.DeepEqual(was, is):
		differs(path, was, is)
	}
}

// plain returns a value on one line: a text or number as it is, a list of them with commas, and anything else in JSON. It is "" for what is not
// there.
func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		words := make([]string, len(v))
		for i, item := range v {
			words[i] = plain(item)
		}
		return strings.Join(words, ", ")
	case map[string]any:
		raw, err := json.Marshal(v)
		if err != nil {
			return ""
		}
		return string(raw)
	}
	return output.String(v, "")
}
