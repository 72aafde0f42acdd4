package output

import (
	"bytes"
	"io"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// Page is one answer of several that make up a list: what stands before the items, the items, and what stands behind.
type Page struct {
	Before, After []byte
	Items         []jsontext.Value
	HasList       bool // whether there is a list at all; else Before is the whole answer
}

// SplitPage takes a page apart at the list at a path. The text fields at the top whose names are blanks become empty: a mark for
// the next page means nothing once that page is there.
func SplitPage(answer []byte, path string, blanks ...string) (*Page, error) {
	dec := jsontext.NewDecoder(bytes.NewReader(answer), options...)
	p := &Page{}
	type cut struct{ from, to int64 }
	var cuts []cut
	var from, to int64
	other := func(name string) error {
		quoted := dec.PeekKind() == '"'
		err := dec.SkipValue()
		if quoted && slices.Contains(blanks, name) && err == nil {
			end := dec.InputOffset()
			cuts = append(cuts, cut{end - int64(quotedLength(answer[:end])), end})
		}
		return err
	}
	err := seek(dec, parsePath(path)[0], other, func() error {
		if p.HasList || dec.PeekKind() != '[' {
			return dec.SkipValue()
		}
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
	})
	if err == nil {
		err = ended(dec)
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
