package engine

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
)

// builder makes a request of flags and arguments.
type builder struct {
	flags *Flags
	input *input
}

// parameters fills query and header parameters from their flags.
func (b *builder) parameters(r *api.Request) error {
	for _, f := range b.flags.list {
		if !f.given() || f.Param == nil || f.Param.In == api.Path {
			continue
		}
		items := f.raw[len(f.raw)-1:]
		if f.Field.Lists > 0 {
			var err error
			if items, err = splitLists(f.Name, f.raw); err != nil {
				return err
			}
		}
		items = slices.Clone(items)
		for i, item := range items {
			var err error
			if items[i], err = b.text(f, item); err != nil {
				return err
			}
		}
		r.Set(f.Param, items...)
	}
	return nil
}

// path fills the path parameters, from their flags or else from the arguments with their titles, and returns what the person
// called the last of them. What --id gives is sent as it is.
func (b *builder) path(r *api.Request, c *Command, args []string) (named string, err error) {
	takes := slices.DeleteFunc(slices.Clone(c.arguments()), func(a Argument) bool {
		p := c.twin(a.Title)
		f := b.flags.of(p)
		return p != nil && f != nil && f.given()
	})
	words, rest := assign(takes, args)
	if len(rest) > 0 {
		return "", extraArgument(rest[0])
	}
	for _, p := range c.pathParams() {
		f, word := b.flags.of(p), words[argumentTitle(p.Kind)]
		switch {
		case f != nil && f.given() && f.Name == "id":
			named = f.text()
			r.SetExact(p, named)
		case f != nil && f.given():
			named = f.text()
			r.Set(p, named)
		case word != nil:
			named = *word
			r.Set(p, named)
		} // else the check says that it is missing
	}
	return named, nil
}

// assign returns the words for the titles of arguments, of one that there may be several of the first, and the words that are too many.
// Where there are too few words, those that are optional get none, the first of them first.
func assign(takes []Argument, args []string) (words map[string]*string, rest []string) {
	words = map[string]*string{}
	missing := len(takes) - len(args)
	for i := range takes {
		switch {
		case missing > 0 && takes[i].Optional:
			missing--
		case len(args) > 0:
			words[takes[i].Title] = &args[0]
			if args = args[1:]; takes[i].Many {
				args = nil
			}
		}
	}
	return words, args
}

func extraArgument(word string) error {
	return Usage("argument.extra|Unexpected argument '{{.Argument}}'.", "Argument", word)
}

// body makes the request's body from the flags that fill it. With --json-input they replace fields of its JSON, without what only answers
// have, and the rest of it stays as it is.
func (b *builder) body(op *api.Operation) (json.RawMessage, error) {
	if op.Body == nil {
		return nil, nil
	}
	whole := b.flags.named(jsonInputFlag)
	fields := make(map[string]*flag)  // whole fields by name
	parts := make(map[string][]*flag) // flags inside an object, by its name
	for _, f := range b.flags.list {
		switch {
		case !f.given() || f.Body == nil:
		case len(f.Body) == 1:
			fields[f.Body[0]] = f
		default:
			parts[f.Body[0]] = append(parts[f.Body[0]], f)
		}
	}
	if op.Method == http.MethodGet && len(fields)+len(parts) == 0 && !whole.given() {
		return nil, nil // see api.Request.HasBody
	}
	body := &object{}
	if whole.given() {
		raw, err := b.input.json(whole.Name, whole.text())
		if err != nil {
			return nil, err
		}
		raw = withoutPlaceholders(op.Body, op.WithoutAnswerOnly(raw))
		if len(fields)+len(parts) == 0 {
			return raw, nil
		}
		var ok bool
		if body, ok = parseObject(raw); !ok {
			return raw, nil // the check says what is wrong with it
		}
	}
	for i := range op.Body {
		name := op.Body[i].Name
		field, inner := fields[name], parts[name]
		if field != nil && inner != nil {
			return nil, Usage("body.both|--{{.Flag}} and --{{.Other}} exclude each other: one sets the whole object, the other a field of it.", "Flag", field.Name, "Other", inner[0].Name)
		}
		switch {
		case field != nil:
			raw, err := b.field(field)
			if err != nil {
				return nil, err
			}
			body.set(name, raw)
		case inner != nil:
			raw, err := b.inside(name, body.get(name), inner)
			if err != nil {
				return nil, err
			}
			body.set(name, raw)
		}
	}
	return body.json(), nil
}

// inside returns the object of a field with the values of the flags for fields of it. What is there already is the object of
// --json-input; nil and null are an empty one.
func (b *builder) inside(name string, there json.RawMessage, fields []*flag) (json.RawMessage, error) {
	within := &object{}
	if there != nil && string(there) != "null" {
		var ok bool
		if within, ok = parseObject(there); !ok {
			return nil, Usage("body.inside|--{{.Flag}} sets a field of '{{.Field}}', which is not an object in --json-input.", "Flag", fields[0].Name, "Field", name)
		}
	}
	for _, f := range fields {
		raw, err := b.field(f)
		if err != nil {
			return nil, err
		}
		within.set(f.Body[1], raw)
	}
	return within.json(), nil
}

// field returns the JSON of what was typed for one field of a body.
func (b *builder) field(f *flag) (json.RawMessage, error) {
	if f.Field.Lists == 0 && !f.Field.Map && f.Field.Type != api.Object && f.Field.Type != api.Any {
		return b.scalar(f, f.text())
	}
	simple := f.Field.Lists == 1 && f.Field.Type != api.Object && f.Field.Type != api.Any
	if simple && !strings.HasPrefix(f.text(), "[") && !strings.HasPrefix(f.text(), "@") && f.text() != "-" {
		return b.list(f)
	}
	var all []byte
	for _, typed := range f.raw {
		raw, err := b.input.json(f.Name, typed)
		if err != nil {
			return nil, err
		}
		switch {
		case f.Field.Lists == 0:
			all = raw // the last one counts
			continue
		case len(raw) > 0 && raw[0] == '{': // one item of the list by itself
			raw = append(append([]byte{'['}, raw...), ']')
		case len(raw) < 2 || raw[0] != '[':
			return raw, nil // the check says what is wrong with it
		}
		switch { // "[]" has nothing to add
		case len(all) <= 2:
			all = raw
		case len(raw) > 2:
			all = append(append(all[:len(all)-1], ','), raw[1:]...)
		}
	}
	return all, nil
}

// list returns the JSON of a list of simple values.
func (b *builder) list(f *flag) (json.RawMessage, error) {
	items, err := splitLists(f.Name, f.raw)
	if err != nil {
		return nil, err
	}
	list := []byte{'['}
	for i, item := range items {
		raw, err := b.scalar(f, item)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			list = append(list, ',')
		}
		list = append(list, raw...)
	}
	return append(list, ']'), nil
}

// text returns what was typed for one value in the form in which it is sent.
func (b *builder) text(f *flag, typed string) (string, error) {
	if f.Field.Secret {
		return b.input.secret(f.Name, typed)
	}
	return convert(f.Field, f.Name, typed, b.flags.now())
}

// scalar returns the JSON of one value. A number or boolean that is none becomes text, so that the check names it.
func (b *builder) scalar(f *flag, typed string) (json.RawMessage, error) {
	typed, err := b.text(f, typed)
	if err != nil {
		return nil, err
	}
	if f.Field.Type != api.String && json.Valid([]byte(typed)) && !strings.HasPrefix(typed, `"`) {
		return json.RawMessage(typed), nil
	}
	var out bytes.Buffer
	writeString(&out, typed)
	return out.Bytes(), nil
}
