package readable

import (
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Form is how the bodies of an operation are read and edited. Values are those of JSON, with numbers as json.Number.
type Form struct {
	Fields []api.Field
	Words  *Words
	// Adds reports whether the service sets a field to a value by itself where nobody has set it; path is that of the field, without the
	// indexes of lists. nil for nothing but what the document says.
	Adds func(path string, value any) bool
	// Unresolved returns what stands in the place of the identifier of something that is not there, at a path of a body; nil where that is an
	// error.
	Unresolved func(e *Unresolved) (id string, err error)
}

// Of returns a body as people read it: words in the place of identifiers, documented spelling, and no secrets, nothing that only the service
// sets, that is empty, or that the service sets by itself. What belongs to an identifier, such as the hosts of a group, stands in the order of the words.
func (f *Form) Of(c *engine.Context, body map[string]any) (map[string]any, error) {
	return f.object(c, f.Fields, body, "")
}

func (f *Form) object(c *engine.Context, fields []api.Field, object map[string]any, path string) (map[string]any, error) {
	read := map[string]any{}
	for name, value := range object {
		field, place := api.FieldNamed(fields, name), join(path, name)
		switch {
		case value == nil:
			continue
		case field == nil:
			read[name] = value
			continue
		case field.Secret, field.ReadOnly, field.Assigned, repeats(fields, field, object):
			continue
		}
		value, err := f.value(c, field, value, place)
		if err != nil {
			return nil, err
		}
		if field.Required || !isEmpty(value) && !f.isDefault(field, value, place) {
			read[name] = value
		}
	}
	return read, nil
}

func (f *Form) value(c *engine.Context, field *api.Field, value any, path string) (any, error) {
	switch value := value.(type) {
	case []any:
		list := make([]any, len(value))
		for i, item := range value {
			var err error
			if list[i], err = f.value(c, field, item, path); err != nil {
				return nil, err
			}
		}
		if id := identifier(field); id != "" {
			slices.SortStableFunc(list, func(a, b any) int { return strings.Compare(output.String(a, id), output.String(b, id)) })
		}
		return list, nil
	case map[string]any:
		if field.Type != api.Object || field.Map {
			return value, nil
		}
		return f.object(c, field.Fields(), value, path)
	}
	if field.Kind != "" {
		return f.word(c, field, value)
	}
	if text, ok := value.(string); ok && field.Type == api.String {
		return api.Spell(field.Enum, text), nil
	}
	return value, nil
}

// word returns the word for an identifier, or for what was typed in its place.
func (f *Form) word(c *engine.Context, field *api.Field, value any) (any, error) {
	text := output.String(value, "")
	id, err := f.Words.ID(c, field.Kind, text)
	if err != nil {
		if isUnknown(err) { // it may be made later
			return value, nil
		}
		return nil, err
	}
	word, err := f.Words.Word(c, field.Kind, id)
	if err != nil {
		return nil, err
	}
	if word == id && field.Type == api.Integer {
		return json.Number(id), nil
	}
	return word, nil
}

// isUnknown reports whether an error says that a word means nothing, or too much.
func isUnknown(err error) bool {
	var missing *engine.NotFound
	var usage *engine.UsageError
	return errors.As(err, &missing) || errors.As(err, &usage)
}

// isDefault reports whether the service sets a field to a value by itself.
func (f *Form) isDefault(field *api.Field, value any, path string) bool {
	if field.Default != "" && field.Lists == 0 && !field.Map && field.Default == output.String(value, "") {
		return true
	}
	return f.Adds != nil && f.Adds(path, value)
}

// isEmpty reports whether a value is an empty text, list or object, which means the same as none.
func isEmpty(value any) bool {
	switch value := value.(type) {
	case string:
		return value == ""
	case []any:
		return len(value) == 0
	case map[string]any:
		return len(value) == 0
	}
	return false
}

// repeats reports whether a field repeats, as a name, what an identifier beside it says: name beside id, or hostName beside hostId.
func repeats(fields []api.Field, field *api.Field, object map[string]any) bool {
	if field.Type != api.String || field.Required || field.Lists > 0 {
		return false
	}
	for i := range fields {
		id := &fields[i]
		if id.Kind != "" && id.Lists == 0 && object[id.Name] != nil && nameBeside(id.Name) == field.Name {
			return true
		}
	}
	return false
}

// nameBeside returns how the field is called that has the name of what an identifier identifies.
func nameBeside(id string) string {
	if id == "id" {
		return "name"
	}
	return strings.TrimSuffix(id, "Id") + "Name"
}

// identifier returns the field that tells the objects of a list apart, and "" where there is none.
func identifier(field *api.Field) string {
	if field.Type != api.Object || field.Map {
		return ""
	}
	for _, f := range field.Fields() {
		if f.Kind != "" && f.Lists == 0 && f.Required {
			return f.Name
		}
	}
	return ""
}

// Body returns a body that can be sent of one that people have written. The error names the place of a word that means nothing.
func (f *Form) Body(c *engine.Context, written map[string]any) (map[string]any, error) {
	return f.identified(c, f.Fields, written, "")
}

// Unresolved says that a word stands for nothing, or for several things.
type Unresolved struct {
	Path string
	Kind api.Kind
	Word string
	Err  error
}

func (e *Unresolved) Error() string { return e.Path + ": " + e.Err.Error() }

// Unwrap returns why.
func (e *Unresolved) Unwrap() error { return e.Err }

func (f *Form) identified(c *engine.Context, fields []api.Field, object map[string]any, path string) (map[string]any, error) {
	body := make(map[string]any, len(object))
	for name, value := range object {
		field := api.FieldNamed(fields, name)
		if field == nil {
			body[name] = value
			continue
		}
		var err error
		if body[name], err = f.identifiedValue(c, field, value, join(path, name)); err != nil {
			return nil, err
		}
	}
	return body, nil
}

func (f *Form) identifiedValue(c *engine.Context, field *api.Field, value any, path string) (any, error) {
	switch value := value.(type) {
	case nil:
		return nil, nil
	case []any:
		list := make([]any, len(value))
		for i, item := range value {
			var err error
			if list[i], err = f.identifiedValue(c, field, item, path+"["+strconv.Itoa(i)+"]"); err != nil {
				return nil, err
			}
		}
		return list, nil
	case map[string]any:
		if field.Type != api.Object || field.Map {
			return value, nil
		}
		return f.identified(c, field.Fields(), value, path)
	}
	if field.Kind == "" {
		return value, nil
	}
	word := output.String(value, "")
	id, err := f.Words.ID(c, field.Kind, word)
	switch {
	case isUnknown(err):
		unresolved := &Unresolved{Path: path, Kind: field.Kind, Word: word, Err: err}
		if f.Unresolved == nil {
			return nil, unresolved
		}
		if id, err = f.Unresolved(unresolved); err != nil {
			return nil, err
		}
	case err != nil:
		return nil, err
	}
	if field.Type == api.Integer {
		return json.Number(id), nil
	}
	return id, nil
}

// Overlay returns the body that makes of a thing what somebody has written, both with identifiers: all that was written, and of what the thing
// has now that which is not seen in its readable form. What is seen there and was not written is gone; what the document has a default for gets
// that.
func (f *Form) Overlay(c *engine.Context, now, written map[string]any) (map[string]any, error) {
	return f.overlay(c, f.Fields, now, written, "")
}

func (f *Form) overlay(c *engine.Context, fields []api.Field, now, written map[string]any, path string) (map[string]any, error) {
	body := maps.Clone(written)
	for name, was := range now {
		field, place := api.FieldNamed(fields, name), join(path, name)
		fresh, isWritten := written[name]
		switch {
		case field == nil || field.Secret:
		case isWritten:
			value, err := f.overlayValue(c, field, was, fresh, place)
			if err != nil {
				return nil, err
			}
			body[name] = value
		case field.Assigned, repeats(fields, field, now) && !renamed(fields, field, now, written), f.isDefault(field, was, place):
			body[name] = was
		case field.Default != "" && field.Lists == 0 && !field.Map && field.Type != api.Object:
			body[name] = defaultOf(field)
		}
	}
	return body, nil
}

// renamed reports whether the identifier that a name stands beside has become another one.
func renamed(fields []api.Field, name *api.Field, now, written map[string]any) bool {
	for i := range fields {
		if id := fields[i].Name; nameBeside(id) == name.Name && !reflect.DeepEqual(now[id], written[id]) {
			return true
		}
	}
	return false
}

// defaultOf returns the value that the document says the service takes when nothing is sent.
func defaultOf(field *api.Field) any {
	switch field.Type {
	case api.Boolean:
		return field.Default == "true"
	case api.Integer, api.Number:
		return json.Number(field.Default)
	}
	return field.Default
}

func (f *Form) overlayValue(c *engine.Context, field *api.Field, was, written any, path string) (any, error) {
	if field.Type != api.Object || field.Map {
		return written, nil
	}
	switch written := written.(type) {
	case map[string]any:
		if was, ok := was.(map[string]any); ok {
			return f.overlay(c, field.Fields(), was, written, path)
		}
	case []any:
		old, _ := was.([]any)
		list := make([]any, len(written))
		for i, item := range written {
			list[i] = item
			before, err := f.counterpart(c, field, old, written, i)
			if err != nil {
				return nil, err
			}
			if before != nil {
				if list[i], err = f.overlayValue(c, field, before, item, path); err != nil {
					return nil, err
				}
			}
		}
		return list, nil
	}
	return written, nil
}

// counterpart returns what a list had in the place of its item i: that with the same identifier; where items have none, the one that reads the
// same, or else the one at the same place of a list of the same length. It is nil where there is none.
func (f *Form) counterpart(c *engine.Context, field *api.Field, old, written []any, i int) (any, error) {
	if id := identifier(field); id != "" {
		for _, one := range old {
			if output.String(one, id) == output.String(written[i], id) {
				return one, nil
			}
		}
		return nil, nil
	}
	want, err := f.value(c, field, written[i], "")
	if err != nil {
		return nil, err
	}
	for _, one := range old {
		is, err := f.value(c, field, one, "")
		if err != nil {
			return nil, err
		}
		if Same(is, want) {
			return one, nil
		}
	}
	if len(old) == len(written) {
		return old[i], nil
	}
	return nil, nil
}

// Pair is an item of a list of objects before and after a change; nil where it was or is not there.
type Pair struct {
	Title         string // the name of what the item identifies, or else its number
	Identified    bool   // whether it identifies something
	Before, After any
}

// Pairs returns the items of a list of objects before and after a change: those that identify the same thing together, or else those at the same
// place.
func Pairs(f *api.Field, before, after []any) (pairs []Pair) {
	id := identifier(f)
	if id == "" {
		for i := range max(len(before), len(after)) {
			pairs = append(pairs, Pair{strconv.Itoa(i), false, at(before, i), at(after, i)})
		}
		return pairs
	}
	same := func(item any) func(any) bool {
		return func(other any) bool { return output.String(item, id) == output.String(other, id) }
	}
	for _, item := range before {
		pairs = append(pairs, Pair{title(item, id), true, item, at(after, slices.IndexFunc(after, same(item)))})
	}
	for _, item := range after {
		if !slices.ContainsFunc(before, same(item)) {
			pairs = append(pairs, Pair{title(item, id), true, nil, item})
		}
	}
	return pairs
}

// title returns what people call an item that identifies something.
func title(item any, id string) string {
	return output.String(item, nameBeside(id)+"|"+id)
}

// at returns an item of a list, and nil where there is none.
func at(list []any, i int) any {
	if i < 0 || i >= len(list) {
		return nil
	}
	return list[i]
}

// Same reports whether two readable values are the same. The order of texts and numbers in a list does not count.
func Same(a, b any) bool {
	switch a := a.(type) {
	case map[string]any:
		other, ok := b.(map[string]any)
		return ok && maps.EqualFunc(a, other, Same)
	case []any:
		other, ok := b.([]any)
		if !ok || len(a) != len(other) {
			return false
		}
		return slices.EqualFunc(sorted(a), sorted(other), Same)
	}
	return reflect.DeepEqual(a, b)
}

// sorted returns a list in the order of its texts and numbers; one of objects as it is.
func sorted(list []any) []any {
	if slices.ContainsFunc(list, func(item any) bool { return isComposite(item) }) {
		return list
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b any) int { return strings.Compare(output.String(a, ""), output.String(b, "")) })
	return list
}

func isComposite(value any) bool {
	switch value.(type) {
	case map[string]any, []any:
		return true
	}
	return false
}

// Decode returns a body as values, whose numbers keep their digits.
func Decode(body []byte) (map[string]any, error) {
	value, err := output.Read(strings.NewReader(string(body)))
	object, _ := value.(map[string]any)
	if object == nil {
		object = map[string]any{}
	}
	return object, err
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// Text returns an object with these fields as commented YAML.
func Text(fields []api.Field, object map[string]any, notes engine.YAMLNotes) ([]byte, error) {
	return engine.WriteYAML(engine.YAMLNode(fields, object, notes))
}

// WithoutAssigned returns a body without what the service sets by itself whenever a thing is changed.
func WithoutAssigned(fields []api.Field, body map[string]any) map[string]any {
	kept := map[string]any{}
	for name, value := range body {
		if f := api.FieldNamed(fields, name); value != nil && (f == nil || !f.Assigned) && !isEmpty(value) {
			kept[name] = value
		}
	}
	return kept
}
