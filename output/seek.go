package output

import (
	"bytes"
	"errors"

	"github.com/go-json-experiment/json/jsontext"
)

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
