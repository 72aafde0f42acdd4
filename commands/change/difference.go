package change

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Difference is a setting that is to become another one.
type Difference struct {
	Setting string `json:"setting"` // in the words of a table, or the path of a field
	Before  string `json:"before"`  // "" where there was none
	After   string `json:"after"`   // "" where there is to be none
}

// line returns how people see the difference, safe for a terminal.
func (d *Difference) line() string {
	show := func(text string) string {
		if text == "" {
			return "–"
		}
		return output.Shorten(output.Clean(text), 200)
	}
	return output.Clean(d.Setting) + ": " + show(d.Before) + " → " + show(d.After)
}

// differences returns what a change makes of a thing: in the words of its view where that shows it, and else by the paths of fields.
func (s *Subject) differences(c *engine.Context, before, after map[string]any) (list []*Difference) {
	var shown []string
	for i := range s.View.Columns {
		column := &s.View.Columns[i]
		was, is := s.cell(c, column, before), s.cell(c, column, after)
		if was == is {
			continue
		}
		list = append(list, &Difference{column.Title.String(), was, is})
		shown = append(shown, strings.Split(column.Path, "|")...)
	}
	compare("", before, after, func(path string, was, is any) {
		covered := slices.ContainsFunc(shown, func(above string) bool {
			return above != "" && (path == above || strings.HasPrefix(path, above+".") || strings.HasPrefix(path, above+"["))
		})
		if !covered {
			list = append(list, &Difference{path, plain(was), plain(is)})
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

// compare calls differs for what is not the same in two values, as deep inside them as both are objects. What is nil is not there.
func compare(path string, was, is any, differs func(path string, was, is any)) {
	old, wasObject := was.(map[string]any)
	fresh, isObject := is.(map[string]any)
	if !(wasObject || was == nil) || !(isObject || is == nil) || !wasObject && !isObject {
		if !reflect.DeepEqual(was, is) {
			differs(path, was, is)
		}
		return
	}
	names := map[string]bool{}
	for name := range old {
		names[name] = true
	}
	for name := range fresh {
		names[name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		compare(strings.TrimPrefix(path+"."+name, "."), old[name], fresh[name], differs)
	}
}

// plain returns a value on one line: a text or number as it is, and anything else in JSON. It is "" for what is not there.
func plain(v any) string {
	switch v.(type) {
	case nil:
		return ""
	case map[string]any, []any:
		raw, err := json.Marshal(v)
		if err != nil {
			return ""
		}
		return string(raw)
	}
	return output.String(v, "")
}
