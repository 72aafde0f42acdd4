package output

import (
	"bytes"
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// A path leads to a value in an answer, whether it is read whole or as it streams by: names with dots between, [n] for the
// n-th item of a list (negative from the end, in an answer that is read whole), "@" for the answer itself, and "*" for the first
// list in an object, or the answer itself where that is a list. Of paths with | between, the first that holds something counts.

// At returns the value at a path, and nil where there is none.
func At(v any, path string) any { return parsePath(path).find(v) }

// path is a path taken apart: alternatives of steps.
type path [][]step

// step is a name, the number of an item, or the first list.
type step struct {
	name  string
	item  int
	index bool // whether it is an item
	list  bool // whether it is the first list
}

func parsePath(text string) (p path) {
	for _, alternative := range strings.Split(text, "|") {
		steps := []step{}
		for alternative != "" && alternative != "@" {
			var s step
			switch end := strings.IndexAny(alternative, ".["); {
			case alternative[0] == '[':
				number, rest, _ := strings.Cut(alternative[1:], "]")
				n, err := strconv.Atoi(number)
				if err != nil {
					n = math.MaxInt // which no list has
				}
				s, alternative = step{item: n, index: true}, strings.TrimPrefix(rest, ".")
			case end < 0:
				s, alternative = step{name: alternative}, ""
			default:
				s, alternative = step{name: alternative[:end]}, strings.TrimPrefix(alternative[end:], ".")
			}
			if s.name == "*" {
				s = step{list: true}
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
			if found = s.find(found); found == nil {
				break
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

func (s step) find(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if !s.list {
			return v[s.name]
		}
		for _, field := range v { // an object with several lists has no first one once it is read
			if list, ok := field.([]any); ok {
				return list
			}
		}
	case []any:
		n := s.item
		if n < 0 {
			n += len(v)
		}
		switch {
		case s.list:
			return v
		case s.index && n >= 0 && n < len(v):
			return v[n]
		}
	}
	return nil
}

// seek goes to the value that steps lead to and calls found there, which reads it. Everything else is skipped; other, which may
// be nil, reads the values of the other fields at the top.
func seek(dec *jsontext.Decoder, steps []step, other func(name string) error, found func() error) error {
	if len(steps) == 0 {
		return found()
	}
	s := steps[0]
	switch kind := dec.PeekKind(); {
	case kind == '[' && s.list:
		return seek(dec, steps[1:], nil, found)
	case kind == '[' && s.index:
		if _, err := dec.ReadToken(); err != nil {
			return err
		}
		for n := 0; dec.PeekKind() != ']'; n++ {
			var err error
			if n == s.item {
				err = seek(dec, steps[1:], nil, found)
			} else {
				err = dec.SkipValue()
			}
			if err != nil {
				return err
			}
		}
		_, err := dec.ReadToken()
		return err
	case kind == '{' && !s.index:
		return seekField(dec, steps, other, found)
	}
	return dec.SkipValue()
}

func seekField(dec *jsontext.Decoder, steps []step, other func(name string) error, found func() error) error {
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for dec.PeekKind() != '}' {
		tok, err := dec.ReadToken()
		if err != nil {
			return err
		}
		switch name := tok.String(); {
		case !steps[0].list && name == steps[0].name, steps[0].list && dec.PeekKind() == '[':
			err = seek(dec, steps[1:], nil, found)
		case other != nil:
			err = other(name)
		default:
			err = dec.SkipValue()
		}
		if err != nil {
			return err
		}
	}
	_, err := dec.ReadToken()
	return err
}

// items calls item for each item of the list that a decoder has come to, which reads it. A value that is no list is skipped.
func items(dec *jsontext.Decoder, item func() error) error {
	if dec.PeekKind() != '[' {
		return dec.SkipValue()
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for dec.PeekKind() != ']' {
		if err := item(); err != nil {
			return err
		}
	}
	_, err := dec.ReadToken()
	return err
}

// First returns the first item of the list at a path of a JSON answer, as it was sent and as a value; nil where there is none.
func First(answer []byte, path string) (raw []byte, item any, err error) {
	stop := errors.New("found")
	dec := jsontext.NewDecoder(bytes.NewReader(answer), options...)
	err = seek(dec, parsePath(path)[0], nil, func() error {
		return items(dec, func() error {
			value, err := dec.ReadValue()
			if err == nil {
				raw, err = bytes.Clone(value), stop
			}
			return err
		})
	})
	if err != nil && err != stop || raw == nil {
		return nil, nil, NotJSON(err)
	}
	item, err = Read(bytes.NewReader(raw))
	return raw, item, err
}

// needs are the fields of an object that somebody looks at, and of those the fields below; nil means everything.
type needs map[string]needs

// add puts the fields that a path looks at to those that are needed.
func (n needs) add(p path) {
	for _, steps := range p {
		at := n
		for i, s := range steps {
			if s.index {
				continue
			}
			below, known := at[s.name]
			last := i == len(steps)-1 || i == len(steps)-2 && steps[i+1].index
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
