package output

import "github.com/go-json-experiment/json/jsontext"

// Summary is what is learned of an answer while it is written: some of its fields at the top, and how long its list is. A nil
// Summary learns nothing.
type Summary struct {
	Fields map[string]string // scalars at the top by name; those whose names are there are filled in
	Rows   int               // items of the list

	name string // of the field whose value comes next
}

// token learns from a token that a decoder has just returned.
func (s *Summary) token(dec *jsontext.Decoder, tok jsontext.Token) {
	if s == nil {
		return
	}
	switch depth := dec.StackDepth(); depth {
	case 1:
		switch kind, n := dec.StackIndex(1); {
		case kind == '[' && (tok.Kind() == '}' || tok.Kind() == ']'):
			s.Rows++ // the answer is the list
		case kind != '{':
		case n%2 == 1:
			s.name = tok.String()
		default:
			s.field(s.name, tok)
		}
	case 2:
		if kind, _ := dec.StackIndex(2); kind == '[' && tok.Kind() == '}' {
			s.Rows++
		}
	}
}

// field learns a scalar at the top.
func (s *Summary) field(name string, tok jsontext.Token) {
	if _, wanted := s.Fields[name]; wanted && tok.Kind() != 'n' && tok.Kind() != '}' && tok.Kind() != ']' {
		s.Fields[name] = tok.String()
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
