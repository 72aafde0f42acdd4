package reference

import (
	"encoding/json"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// entry is what is explained: a field, a parameter, a body, or all bodies.
type entry struct {
	Path     string   `json:"path,omitempty"`
	Name     string   `json:"name,omitempty"`
	Meaning  string   `json:"meaning,omitempty"`
	Type     string   `json:"type,omitempty"`
	Unit     string   `json:"unit,omitempty"`
	Required bool     `json:"required,omitempty"`
	Default  string   `json:"default,omitempty"`
	Values   []string `json:"values,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Limits   string   `json:"limits,omitempty"`  // in words
	Minimum  *int64   `json:"minimum,omitempty"` // nil for none
	Maximum  *int64   `json:"maximum,omitempty"`
	Flag     string   `json:"flag,omitempty"`
	Names    string   `json:"names,omitempty"` // of which things, where names may stand for identifiers
	UsedBy   []string `json:"usedBy,omitempty"`
	Example  string   `json:"example,omitempty"`
	Fields   []*entry `json:"fields,omitempty"`
}

// explainer finds what a path means in the commands of a catalog.
type explainer struct {
	catalog   *engine.Catalog
	recursive bool
}

// entry returns what is to be said of a field. The fields of one below the first are there only with --recursive.
func (x *explainer) entry(f *api.Field, above []uint16) *entry {
	e := &entry{Name: f.Name, Type: typeOf(f), Unit: engine.UnitName(f.Unit), Required: f.Required, Default: f.Default, Values: f.Enum, Pattern: f.Pattern, Names: engine.KindList(f.Kind), Limits: engine.Limits(f)}
	if r := f.Range; r != nil {
		if e.Minimum = &r.Min; r.Max != api.NoLimit {
			e.Maximum = &r.Max
		}
	}
	if f.About != "" {
		e.Meaning = i18n.T(i18n.Text(f.About))
	}
	e.Example = exampleOf(f)
	if f.Type == api.Object && !f.Map && !slices.Contains(above, f.Model) && (above == nil || x.recursive) {
		e.Fields = x.fields(f.Fields(), append(slices.Clone(above), f.Model))
	}
	return e
}

// fields returns the fields of an object, with theirs where that is wanted. above are the models around it, which are not opened again.
func (x *explainer) fields(fields []api.Field, above []uint16) (list []*entry) {
	for i := range fields {
		e := x.entry(&fields[i], above)
		e.Example = ""
		list = append(list, e)
	}
	return list
}

// typeOf says what a field holds, such as list of string.
func typeOf(f *api.Field) string {
	text := engine.TypeName(f.Type)
	if f.Map {
		text = i18n.T("explain.map|map of {{.Type}}", "Type", text)
	}
	for range f.Lists {
		text = i18n.T("explain.list-of|list of {{.Type}}", "Type", text)
	}
	return text
}

// exampleOf returns a value that may stand for a field, as JSON on one line.
func exampleOf(f *api.Field) string {
	raw, err := json.Marshal(sample(f, nil))
	if err != nil {
		return ""
	}
	return string(raw)
}

// example returns the smallest body: what is required, with values that are valid.
func example(fields []api.Field) string {
	if fields == nil {
		return ""
	}
	raw, err := json.Marshal(sampleObject(fields, nil))
	if err != nil {
		return ""
	}
	return string(raw)
}

// sampleObject returns an object with the required fields and those that their values need, or with the first one where none is. above
// are the models around it.
func sampleObject(fields []api.Field, above []uint16) map[string]any {
	object := map[string]any{}
	for i := range fields {
		if fields[i].Required {
			object[fields[i].Name] = sample(&fields[i], above)
		}
		if unit, ok := object[fields[i].Name].(string); ok {
			if needed := api.NeededBy(fields, &fields[i], unit); needed != nil {
				object[needed.Name] = sample(needed, above)
			}
		}
	}
	for i := 0; len(object) == 0 && i < len(fields); i++ {
		if f := &fields[i]; f.Type != api.Object || !slices.Contains(above, f.Model) {
			object[f.Name] = sample(f, above)
		}
	}
	return object
}

// sample returns a value that is valid for a field.
func sample(f *api.Field, above []uint16) any {
	value := sampleValue(f, above)
	if f.Map {
		value = map[string]any{"key": value}
	}
	for range f.Lists {
		value = []any{value}
	}
	return value
}

func sampleValue(f *api.Field, above []uint16) any {
	switch {
	case f.Type == api.Object && slices.Contains(above, f.Model):
		return map[string]any{}
	case f.Type == api.Object:
		return sampleObject(f.Fields(), append(slices.Clone(above), f.Model))
	case f.Default != "" && f.Type != api.String:
		return json.RawMessage(f.Default)
	case f.Default != "":
		return f.Default
	case len(f.Enum) > 0:
		return f.Enum[0]
	case f.Kind != "":
		return sampleID(f)
	}
	switch f.Type {
	case api.Integer:
		return sampleInteger(f)
	case api.Number:
		return 1
	case api.Boolean:
		return true
	}
	return strings.ToLower(f.Name)
}

// sampleID returns the name of a thing where names are understood, and an identifier elsewhere.
func sampleID(f *api.Field) any {
	switch f.Kind {
	case api.KindPolicy:
		return "gold"
	case api.KindGroup:
		return "web-files"
	case api.KindObject, api.KindSource:
		return "web-1"
	case api.KindConnection:
		return "data-center"
	case api.KindRun:
		return "7:1795489984659002"
	case api.KindSnapshot:
		return "217-5d0e7a1"
	}
	if f.Type == api.Integer {
		return 1
	}
	return "1"
}

// sampleInteger returns a number that makes sense for a field.
func sampleInteger(f *api.Field) int64 {
	const someTime = 1795489984 // in 2026
	switch f.Unit {
	case api.UnixUsecs:
		return someTime * 1_000_000
	case api.UnixMsecs:
		return someTime * 1000
	case api.UnixSecs:
		return someTime
	case api.SpanMins:
		return 60
	case api.SpanSecs:
		return 3600
	case api.Bytes:
		return 8 << 20
	}
	if f.Range != nil {
		return min(max(1, f.Range.Min), f.Range.Max)
	}
	return 1
}
