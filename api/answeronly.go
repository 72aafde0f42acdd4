package api

import (
	"bytes"
	"slices"
)

// WithoutAnswerOnly returns a body without the fields that only answers about the same thing have, at every level, so that what a command
// prints of a thing is a body that changes it. Everything else stays, to the last digit, also what the document does not know. What is no
// JSON stays as it is: the checks find it.
func (op *Operation) WithoutAnswerOnly(body []byte) []byte {
	var out bytes.Buffer
	t := &filter{newCopier(body, &out)}
	if err := t.object(op.Body, op.AnswerOnly); err != nil {
		return body
	}
	if _, err := t.dec.ReadToken(); err == nil {
		return body // there is more behind its end
	}
	return bytes.TrimRight(out.Bytes(), "\n")
}

// filter copies a body without fields that only answers have.
type filter struct{ copier }

// object copies a value that is an object with these fields. Anything else is copied as it is.
func (t *filter) object(fields []Field, answerOnly []string) error {
	if t.dec.PeekKind() != '{' {
		return t.copy()
	}
	if err := t.token(); err != nil {
		return err
	}
	for t.dec.PeekKind() == '"' {
		token, err := t.dec.ReadToken()
		if err != nil {
			return err
		}
		name := token.String()
		f := FieldNamed(fields, name)
		if f != nil && f.ReadOnly || f == nil && slices.Contains(answerOnly, name) {
			if err := t.dec.SkipValue(); err != nil {
				return err
			}
			continue
		}
		if err := t.enc.WriteToken(token); err != nil {
			return err
		}
		if f == nil || f.Type != Object {
			err = t.copy()
		} else {
			err = t.value(f, int(f.Lists), f.Map)
		}
		if err != nil {
			return err
		}
	}
	return t.token()
}

// value copies a value of a field of objects: one of them, so many lists around it, or with isMap an object with free names and such
// values.
func (t *filter) value(f *Field, lists int, isMap bool) error {
	kind := t.dec.PeekKind()
	switch {
	case kind == '[' && lists > 0:
		if err := t.token(); err != nil {
			return err
		}
		for kind := t.dec.PeekKind(); kind != ']' && kind > 0; kind = t.dec.PeekKind() {
			if err := t.value(f, lists-1, isMap); err != nil {
				return err
			}
		}
		return t.token()
	case kind == '{' && lists == 0 && isMap:
		if err := t.token(); err != nil {
			return err
		}
		for t.dec.PeekKind() == '"' {
			if err := t.token(); err != nil {
				return err
			}
			if err := t.value(f, 0, false); err != nil {
				return err
			}
		}
		return t.token()
	case kind == '{' && lists == 0:
		m := &models[f.Model]
		return t.object(m.Fields, m.AnswerOnly)
	}
	return t.copy()
}
