package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

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
	inner := raw[1 : len(raw)-1]
	if bytes.IndexByte(inner, '\\') >= 0 || !utf8.Valid(inner) {
		unquoted, _ := jsontext.AppendUnquote(nil, raw) // the error is about text that is not UTF-8, which is mended
		return string(unquoted), nil
	}
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

// needs are the fields of an object that somebody looks at, and of those the fields below; nil means everything.
type needs map[string]needs

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
	dec := jsontext.NewDecoder(r, options...)
	v, err := (&reader{dec: dec, number: number}).value(nil)
	if err == io.EOF {
		return nil, nil
	}
	if err == nil {
		if _, err = dec.ReadToken(); err == io.EOF {
			return v, nil
		}
	}
	return nil, NotJSON(err)
}

// First gives the first item of the list at a path of a JSON answer, as it was sent and read; nil where there is none.
func First(answer []byte, path string) (raw []byte, item any, err error) {
	found := errors.New("found")
	dec := jsontext.NewDecoder(bytes.NewReader(answer), options...)
	err = walkTo(dec, path, nil, func() error {
		value, err := dec.ReadValue()
		if err != nil {
			return err
		}
		raw = bytes.Clone(value)
		return found
	})
	if err != nil && err != found {
		return nil, nil, NotJSON(err)
	}
	if raw != nil {
		item, err = Read(bytes.NewReader(raw))
		return raw, item, err
	}
	return nil, nil, nil
}

// At finds the value at a path: names with dots between, [n] for the n-th item of a list (negative from the
// end), and | between paths of which the first that holds something counts. It is nil where there is none.
func At(v any, path string) any { return parsePath(path).find(v) }

// path is a path taken apart: alternatives of steps.
type path [][]step

// step is a name, or the number of an item.
type step struct {
	name string
	item int
	list bool // whether it is an item
}

func parsePath(text string) (p path) {
	for _, alternative := range strings.Split(text, "|") {
		steps := []step{}
		for alternative != "" {
			var s step
			if alternative[0] == '[' {
				number, rest, _ := strings.Cut(alternative[1:], "]")
				n, err := strconv.Atoi(number)
				if err != nil {
					n = math.MaxInt // which no list has
				}
				s, alternative = step{item: n, list: true}, strings.TrimPrefix(rest, ".")
			} else if end := strings.IndexAny(alternative, ".["); end < 0 {
				s, alternative = step{name: alternative}, ""
			} else {
				s, alternative = step{name: alternative[:end]}, strings.TrimPrefix(alternative[end:], ".")
			}
			steps = append(steps, s)
		}
		p = append(p, steps)
	}
	return p
}

func (p path) find(v any) any {
	for _, steps := range p {
		found := v
		for _, s := range steps {
			if s.list {
				list, _ := found.([]any)
				n := s.item
				if n < 0 {
					n += len(list)
				}
				if found = nil; n >= 0 && n < len(list) {
					found = list[n]
				}
			} else if object, ok := found.(map[string]any); ok {
				found = object[s.name]
			} else {
				found = nil
			}
			if found == nil {
				break
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// add puts the fields that a path looks at to those that are needed.
func (n needs) add(p path) {
	for _, steps := range p {
		at := n
		for i, s := range steps {
			if s.list {
				continue
			}
			below, known := at[s.name]
			last := i == len(steps)-1 || i == len(steps)-2 && steps[i+1].list
			switch {
			case known && below == nil: // everything below is needed already
			case last:
				at[s.name] = nil
			case !known:
				at[s.name] = needs{}
			}
			if at = at[s.name]; at == nil {
				break
			}
		}
	}
}

// String gives the text of a scalar at a path, and "" where there is none.
func String(v any, path string) string { return text(At(v, path)) }

// Int gives the whole number at a path, and false where there is none.
func Int(v any, path string) (int64, bool) {
	n, err := strconv.ParseInt(String(v, path), 10, 64)
	return n, err == nil
}

// List gives the list at a path, and nil where there is none.
func List(v any, path string) []any {
	list, _ := At(v, path).([]any)
	return list
}

func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case []any:
		words := make([]string, len(v))
		for i := range v {
			words[i] = text(v[i])
		}
		return strings.Join(words, ", ")
	}
	raw, _ := json.Marshal(v)
	return string(raw)
}
