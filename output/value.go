package output

import (
	"encoding/json"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// reader reads values: map[string]any, []any, string, bool, nil or json.Number, which keeps every digit. It keeps the
// names of fields, and other short words that come again and again, only once.
type reader struct {
	dec          *jsontext.Decoder
	number       func(digits string) any // what a number becomes; nil for json.Number
	names, words map[string]string
}

// What a reader keeps of names and words.
const (
	mostWords   = 2048
	longestWord = 32 // bytes
)

// text reads a string. Known ones are not made anew.
func (r *reader) text(known *map[string]string) (string, error) {
	raw, err := r.dec.ReadValue()
	if err != nil {
		return "", err
	}
	if !verbatim(raw) {
		return unquote(raw), nil
	}
	inner := raw[1 : len(raw)-1]
	if s, ok := (*known)[string(inner)]; ok {
		return s, nil
	}
	s := string(inner)
	if *known == nil {
		*known = make(map[string]string)
	}
	if len(s) <= longestWord && len(*known) < mostWords {
		(*known)[s] = s
	}
	return s, nil
}

// object reads an object whose beginning has been read; only the fields that are needed.
func (r *reader) object(n needs) (any, error) {
	object := make(map[string]any, len(n))
	for r.dec.PeekKind() == '"' {
		key, err := r.text(&r.names)
		if err != nil {
			return nil, err
		}
		if below, needed := n[key]; n == nil || needed {
			object[key], err = r.value(below)
		} else {
			err = r.dec.SkipValue()
		}
		if err != nil {
			return nil, err
		}
	}
	_, err := r.dec.ReadToken()
	return object, err
}

// value reads the next value, only what is needed of it.
func (r *reader) value(n needs) (any, error) {
	if r.dec.PeekKind() == '"' {
		return r.text(&r.words)
	}
	tok, err := r.dec.ReadToken()
	if err != nil {
		return nil, err
	}
	switch tok.Kind() {
	case '{':
		return r.object(n)
	case '[':
		list := []any{}
		for r.dec.PeekKind() != ']' {
			item, err := r.value(n)
			if err != nil {
				return nil, err
			}
			list = append(list, item)
		}
		_, err = r.dec.ReadToken()
		return list, err
	case '0':
		if r.number != nil {
			return r.number(tok.String()), nil
		}
		return json.Number(tok.String()), nil
	case 't', 'f':
		return tok.Bool(), nil
	}
	return nil, nil
}

// Read reads a whole JSON answer into memory, numbers as json.Number. An empty answer is nil.
func Read(r io.Reader) (any, error) { return read(r, nil) }

func read(r io.Reader, number func(string) any) (any, error) {
	dec := jsontext.NewDecoder(Held(r, MaxHeld), options...)
	v, err := (&reader{dec: dec, number: number}).value(nil)
	if err == io.EOF {
		return nil, nil
	}
	if err == nil {
		err = ended(dec)
	}
	if err != nil {
		return nil, NotJSON(err)
	}
	return v, nil
}
