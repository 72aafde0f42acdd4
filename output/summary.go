package output

import "github.com/go-json-experiment/json/jsontext"

// Summary is what is learned of an answer while it is written: some of its fields at the top, and how long its list is. A nil
// Summary learns nothing.
type Summary struct {
	Fields map[string]string // scalars at the top by name; those whose names are there are filled in
	Rows   int               // items of the list

	name string // of the field whose value comes next
}

// piece learns from a bracket, or a name or a value without parts, that a decoder has just returned.
func (s *Summary) piece(dec *jsontext.Decoder, kind jsontext.Kind, raw jsontext.Value) {
	if s == nil {
		return
	}
	switch depth := dec.StackDepth(); depth {
	case 1:
		switch above, n := dec.StackIndex(1); {
		case above == '[' && (kind == '}' || kind == ']'):
			s.Rows++ // the answer is the list
		case above != '{':
		case n%2 == 1:
			s.name = unquote(raw)
		default:
			s.field(s.name, kind, raw)
		}
	case 2:
		if above, _ := dec.StackIndex(2); above == '[' && kind == '}' {
			s.Rows++
		}
	}
}

// field learns a scalar at the top.
func (s *Summary) field(name string, kind jsontext.Kind, raw jsontext.Value) {
	if _, wanted := s.Fields[name]; !wanted {
		return
	}
	switch kind {
	case '"':
		s.Fields[name] = unquote(raw)
	case '0', 't', 'f':
		s.Fields[name] = string(raw)
	}
}

// value learns from an answer that has been read.
func (s *Summary) value(v any) {
	if s == nil {
		return
	}
	object, _ := v.(map[string]any)
	for name := range s.Fields {
		s.Fields[name] = text(object[name])
	}
	for _, field := range object {
		if list, ok := field.([]any); ok {
			s.Rows = len(list)
		}
	}
	if list, ok := v.([]any); ok {
		s.Rows = len(list)
	}
}
