package api

import (
	"bytes"
	"encoding/json"
)

// BodyFrom returns a body of the operation that leaves a thing as it is: of an answer about the thing, all that the operation takes,
// with every digit. What an answer alone has is left out, and so are fields that are null. An update replaces the whole thing, so
// whoever changes one field of it begins with this. An answer without a field that the operation requires is not the whole thing, and the
// error is *MissingField: what is missing would be lost.
func (op *Operation) BodyFrom(answer []byte) (json.RawMessage, error) {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(answer, &values); err != nil {
		return nil, err
	}
	for i := range op.Body {
		if value := values[op.Body[i].Name]; op.Body[i].Required && (value == nil || string(value) == "null") {
			return nil, &MissingField{op.Body[i].Name}
		}
	}
	return keepFields(op.Body, values)
}

// Kept returns what the operation takes of an answer, with every digit.
func (op *Operation) Kept(answer []byte) (json.RawMessage, error) {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(answer, &values); err != nil {
		return nil, err
	}
	return keepFields(op.Body, values)
}

// MissingField says that an answer does not have a field that it should have.
type MissingField struct{ Name string }

func (e *MissingField) Error() string { return "the answer has no " + e.Name }

// keepFields returns an object of those values that are of documented fields.
func keepFields(fields []Field, values map[string]json.RawMessage) (json.RawMessage, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i := range fields {
		f := &fields[i]
		value, ok := values[f.Name]
		if !ok || string(value) == "null" {
			continue
		}
		kept, err := keepValue(f, int(f.Lists), value)
		if err != nil {
			return nil, err
		}
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		name, err := json.Marshal(f.Name)
		if err != nil {
			return nil, err
		}
		out.Write(name)
		out.WriteByte(':')
		out.Write(kept)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// keepValue is keepFields for the value of a field, around which there are so many lists.
func keepValue(f *Field, lists int, value json.RawMessage) (json.RawMessage, error) {
	if f.Type != Object || f.Map || string(value) == "null" {
		return value, nil
	}
	if lists == 0 {
		var values map[string]json.RawMessage
		if err := json.Unmarshal(value, &values); err != nil {
			return nil, err
		}
		return keepFields(f.Fields(), values)
	}
	var items []json.RawMessage
	if err := json.Unmarshal(value, &items); err != nil {
		return nil, err
	}
	for i := range items {
		var err error
		if items[i], err = keepValue(f, lists-1, items[i]); err != nil {
			return nil, err
		}
	}
	return json.Marshal(items)
}

// Fields returns the fields of the request's body, which keep their digits.
func (r *Request) Fields() (map[string]json.RawMessage, error) {
	body := map[string]json.RawMessage{}
	return body, json.Unmarshal(r.Body, &body)
}

// SetField sets a field of the request's body to a value, which is JSON. The other fields keep their digits.
func (r *Request) SetField(name string, value json.RawMessage) error {
	body, err := r.Fields()
	if err != nil {
		return err
	}
	body[name] = value
	r.Body, err = json.Marshal(body)
	return err
}
