package output

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// Page is one answer of several that make up a list: what stands before the items, the items, and what stands behind.
type Page struct {
	Before, After []byte
	Items         []jsontext.Value
	HasList       bool // whether there is a list at all; else Before is the whole answer
}

// SplitPage takes a page apart at its list: at a path of names and [0], or "*" for the only list of an object. The text
// fields at the top whose names are blanks become empty: a mark for the next page means nothing once that page is there.
func SplitPage(answer []byte, path string, blanks ...string) (*Page, error) {
	dec := jsontext.NewDecoder(bytes.NewReader(answer), options...)
	p := &Page{}
	type cut struct{ from, to int64 }
	var cuts []cut
	var from, to int64
	list := func() error {
		p.HasList = true
		if _, err := dec.ReadToken(); err != nil {
			return err
		}
		from = dec.InputOffset()
		for dec.PeekKind() != ']' {
			item, err := dec.ReadValue()
			if err != nil {
				return err
			}
			p.Items = append(p.Items, bytes.Clone(item))
		}
		to = dec.InputOffset()
		_, err := dec.ReadToken()
		return err
	}
	var walk func(path string, top bool) error
	walk = func(path string, top bool) error {
		step, rest, _ := strings.Cut(path, ".")
		switch kind := dec.PeekKind(); {
		case p.HasList:
			return dec.SkipValue()
		case kind == '[' && path == "":
			return list()
		case kind == '[' && step == "[0]":
			if _, err := dec.ReadToken(); err != nil {
				return err
			}
			for first := true; dec.PeekKind() != ']'; first = false {
				var err error
				if first {
					err = walk(rest, false)
				} else {
					err = dec.SkipValue()
				}
				if err != nil {
					return err
				}
			}
			_, err := dec.ReadToken()
			return err
		case kind == '{' && path != "":
			if _, err := dec.ReadToken(); err != nil {
				return err
			}
			for dec.PeekKind() != '}' {
				tok, err := dec.ReadToken()
				if err != nil {
					return err
				}
				switch name := tok.String(); {
				case name == step || step == "*" && dec.PeekKind() == '[':
					err = walk(rest, false)
				case top && slices.Contains(blanks, name) && dec.PeekKind() == '"':
					if err = dec.SkipValue(); err == nil {
						end := dec.InputOffset()
						cuts = append(cuts, cut{end - int64(quotedLength(answer[:end])), end})
					}
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
		return dec.SkipValue()
	}
	err := walk(path, true)
	if err == nil {
		if _, err = dec.ReadToken(); err == io.EOF {
			err = nil
		}
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF // nothing is no page
	}
	if err != nil {
		return nil, NotJSON(err)
	}
	part := func(from, to int64) []byte {
		var b []byte
		for _, c := range cuts {
			if c.from >= from && c.to <= to {
				b = append(append(b, answer[from:c.from]...), `""`...)
				from = c.to
			}
		}
		return append(b, answer[from:to]...)
	}
	p.Before = part(0, int64(len(answer)))
	if p.HasList {
		p.Before, p.After = part(0, from), part(to, int64(len(answer)))
	}
	return p, nil
}

// quotedLength is how long the JSON string at the end of a text is, with its quotes.
func quotedLength(text []byte) int {
	for i := len(text) - 2; i >= 0; i-- {
		if text[i] == '"' {
			escapes := 0
			for j := i - 1; j >= 0 && text[j] == '\\'; j-- {
				escapes++
			}
			if escapes%2 == 0 {
				return len(text) - i
			}
		}
	}
	return len(text)
}
