package output

import "github.com/go-json-experiment/json/jsontext"

// Seen learns of an answer while it passes: its fields at the top, and how long its list is. A nil Seen learns nothing.
type Seen struct {
	Fields map[string]string // scalars at the top by name: those whose names are there are looked for
	Rows   int               // items of its list

	name string
}

// token takes in a token that a decoder has just given.
func (s *Seen) token(dec *jsontext.Decoder, tok jsontext.Token) {
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

// field takes in a scalar at the top.
func (s *Seen) field(name string, tok jsontext.Token) {
	if s == nil {
		return
	}
	if _, wanted := s.Fields[name]; wanted && tok.Kind() != 'n' && tok.Kind() != '}' && tok.Kind() != ']' {
		s.Fields[name] = tok.String()
	}
}

// value takes in an answer that has been read.
func (s *Seen) value(v any) {
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
