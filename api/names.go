package api

import (
	"bytes"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// ReplaceNames puts identifiers in the place of names, in parameters and in the body, wherever the document says what is
// identified there. isName reports whether a word is a name of that kind; resolve returns the identifier that belongs to it, and
// its error ends the work. Everything else stays as it is, to the last digit.
func (r *Request) ReplaceNames(isName func(Kind, string) bool, resolve func(Kind, string) (string, error)) error {
	for i := range r.values {
		v := &r.values[i]
		if v.exact || v.param.Kind == "" {
			continue
		}
		v.items = slices.Clone(v.items)
		for j, word := range v.items {
			if !isName(v.param.Kind, word) {
				continue
			}
			id, err := resolve(v.param.Kind, word)
			if err != nil {
				return err
			}
			v.items[j] = id
		}
	}
	if !holdsIdentifiers(r.Op.Body, nil) || len(r.Body) == 0 {
		return nil
	}
	var out bytes.Buffer
	n := &naming{copier: newCopier(r.Body, &out), isName: isName, resolve: resolve}
	if err := n.object(r.Op.Body); err != nil {
		return err
	}
	r.Body = bytes.TrimRight(out.Bytes(), "\n")
	return nil
}

// SpellValues replaces values in the request's body by their documented spelling, see Spell. The error is one of a body that is no JSON, which
// stays as it is.
func (r *Request) SpellValues() error {
	if len(r.Body) == 0 {
		return nil
	}
	var out bytes.Buffer
	n := &naming{copier: newCopier(r.Body, &out), spell: true}
	if err := n.object(r.Op.Body); err != nil {
		return err
	}
	r.Body = bytes.TrimRight(out.Bytes(), "\n")
	return nil
}

// holdsIdentifiers reports whether there is an identifier with a kind among fields or below them.
func holdsIdentifiers(fields []Field, above []uint16) bool {
	for i := range fields {
		f := &fields[i]
		if f.Kind != "" || f.Type == Object && !slices.Contains(above, f.Model) && holdsIdentifiers(f.Fields(), append(above, f.Model)) {
			return true
		}
	}
	return false
}

// naming copies a body with identifiers in the place of names.
type naming struct {
	copier
	isName  func(Kind, string) bool
	resolve func(Kind, string) (string, error)
	spell   bool // whether documented values get their spelling, and names stay
}

// object copies a value that is an object with these fields. Anything else is copied as it is.
func (n *naming) object(fields []Field) error {
	if n.dec.PeekKind() != '{' {
		return n.copy()
	}
	if err := n.token(); err != nil {
		return err
	}
	for n.dec.PeekKind() == '"' {
		name, err := n.dec.ReadToken()
		if err != nil {
			return err
		}
		f := FieldNamed(fields, name.String())
		if err := n.enc.WriteToken(name); err != nil {
			return err
		}
		if f == nil || f.Map || f.Type != Object && (f.Kind == "" || n.spell) && (len(f.Enum) == 0 || !n.spell) {
			err = n.copy()
		} else {
			err = n.value(f)
		}
		if err != nil {
			return err
		}
	}
	return n.token()
}

// value copies the value of a field, through the lists around it.
func (n *naming) value(f *Field) error {
	switch n.dec.PeekKind() {
	case '[':
		if err := n.token(); err != nil {
			return err
		}
		for kind := n.dec.PeekKind(); kind != ']' && kind > 0; kind = n.dec.PeekKind() {
			if err := n.value(f); err != nil {
				return err
			}
		}
		return n.token()
	case '{':
		return n.object(f.Fields())
	case '"':
		if n.spell {
			word, err := n.dec.ReadToken()
			if err != nil {
				return err
			}
			return n.enc.WriteToken(jsontext.String(Spell(f.Enum, word.String())))
		}
		if f.Kind == "" {
			return n.copy()
		}
		word, err := n.dec.ReadToken()
		if err != nil {
			return err
		}
		if !n.isName(f.Kind, word.String()) {
			return n.enc.WriteToken(word)
		}
		id, err := n.resolve(f.Kind, word.String())
		if err != nil {
			return err
		}
		if f.Type == Integer {
			return n.enc.WriteValue(jsontext.Value(id))
		}
		return n.enc.WriteToken(jsontext.String(id))
	}
	return n.copy()
}
