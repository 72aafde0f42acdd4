package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// reader reads values: map[string]any, []any, string, bool, nil or json.Number, which keeps every digit. It keeps the
// words that come again and again, the names of fields above all, only once.
type reader struct {
	dec   *jsontext.Decoder
	words map[string]string
}

// The words that a reader keeps: no more than that many, and none that is longer.
const (
	mostWords   = 4096
	longestWord = 64
)

// word is the text of a token, which is a string.
func (r *reader) word(tok jsontext.Token) string {
	s := tok.String()
	if len(s) > longestWord {
		return s
	}
	if known, ok := r.words[s]; ok {
		return known
	}
	if r.words == nil {
		r.words = make(map[string]string)
	}
	if len(r.words) < mostWords {
		r.words[s] = s
	}
	return s
}

// row reads the next value; of an object only the needed fields, unless needs is nil.
func (r *reader) row(needs map[string]bool) (any, error) {
	if needs == nil || r.dec.PeekKind() != '{' {
		return r.value()
	}
	if _, err := r.dec.ReadToken(); err != nil {
		return nil, err
	}
	object := make(map[string]any, len(needs))
	for r.dec.PeekKind() != '}' {
		tok, err := r.dec.ReadToken()
		if err != nil {
			return nil, err
		}
		if key := r.word(tok); needs[key] {
			object[key], err = r.value()
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

func (r *reader) value() (any, error) {
	tok, err := r.dec.ReadToken()
	if err != nil {
		return nil, err
	}
	switch tok.Kind() {
	case '{':
		object := make(map[string]any)
		for r.dec.PeekKind() != '}' {
			name, err := r.dec.ReadToken()
			if err != nil {
				return nil, err
			}
			key := r.word(name)
			if object[key], err = r.value(); err != nil {
				return nil, err
			}
		}
		_, err = r.dec.ReadToken()
		return object, err
	case '[':
		list := []any{}
		for r.dec.PeekKind() != ']' {
			item, err := r.value()
			if err != nil {
				return nil, err
			}
			list = append(list, item)
		}
		_, err = r.dec.ReadToken()
		return list, err
	case '"':
		return r.word(tok), nil
	case '0':
		return json.Number(tok.String()), nil
	case 't', 'f':
		return tok.Bool(), nil
	}
	return nil, nil
}

// Read reads a whole JSON answer into memory, numbers as json.Number. An empty answer is nil.
func Read(r io.Reader) (any, error) {
	dec := jsontext.NewDecoder(r, options...)
	v, err := (&reader{dec: dec}).value()
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
func At(v any, path string) any {
	for _, alternative := range strings.Split(path, "|") {
		if found := at(v, alternative); found != nil {
			return found
		}
	}
	return nil
}

func at(v any, path string) any {
	for path != "" && v != nil {
		var step string
		if path[0] == '[' {
			step, path, _ = strings.Cut(path[1:], "]")
			path = strings.TrimPrefix(path, ".")
			list, _ := v.([]any)
			n, err := strconv.Atoi(step)
			if n < 0 {
				n += len(list)
			}
			if err != nil || n < 0 || n >= len(list) {
				return nil
			}
			v = list[n]
			continue
		}
		end := strings.IndexAny(path, ".[")
		if end < 0 {
			step, path = path, ""
		} else {
			step, path = path[:end], strings.TrimPrefix(path[end:], ".")
		}
		if object, ok := v.(map[string]any); ok {
			v = object[step]
		} else {
			v = nil
		}
	}
	return v
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
