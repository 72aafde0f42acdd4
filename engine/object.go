package engine

import (
	"bytes"
	"encoding/json"
	"slices"
)

// object is a JSON object whose fields keep their order and every digit. A name may be there twice, which is for the check to say.
type object struct{ members []member }

type member struct {
	name  string
	value json.RawMessage
}

// parseObject reads valid JSON and reports whether it is an object.
func parseObject(raw json.RawMessage) (o *object, ok bool) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	if tok, err := dec.Token(); err != nil || tok != json.Delim('{') {
		return nil, false
	}
	o = &object{}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return nil, false
		}
		m := member{name: name.(string)}
		if err := dec.Decode(&m.value); err != nil {
			return nil, false
		}
		o.members = append(o.members, m)
	}
	return o, true
}

// get returns the value of a field, the first where there are several, and nil where there is none.
func (o *object) get(name string) json.RawMessage {
	if i := o.index(name); i >= 0 {
		return o.members[i].value
	}
	return nil
}

// set replaces the value of a field in its place, once where it is there several times. A new field comes last.
func (o *object) set(name string, value json.RawMessage) {
	first := o.index(name)
	if first < 0 {
		o.members = append(o.members, member{name, value})
		return
	}
	o.members[first].value = value
	rest := slices.DeleteFunc(o.members[first+1:], func(m member) bool { return m.name == name })
	o.members = o.members[:first+1+len(rest)]
}

func (o *object) index(name string) int {
	return slices.IndexFunc(o.members, func(m member) bool { return m.name == name })
}

// json returns the object as it is sent.
func (o *object) json() json.RawMessage {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, m := range o.members {
		if i > 0 {
			out.WriteByte(',')
		}
		writeString(&out, m.name)
		out.WriteByte(':')
		out.Write(m.value)
	}
	out.WriteByte('}')
	return out.Bytes()
}
