package api

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// copier copies JSON from one place to another token by token, every digit kept.
type copier struct {
	dec *jsontext.Decoder
	enc *jsontext.Encoder
}

func newCopier(from []byte, to *bytes.Buffer) copier {
	return copier{
		dec: jsontext.NewDecoder(bytes.NewReader(from), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)),
		enc: jsontext.NewEncoder(to, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)),
	}
}

// token copies the next token: a bracket, a name, or a value that is neither list nor object.
func (c *copier) token() error {
	tok, err := c.dec.ReadToken()
	if err != nil {
		return err
	}
	return c.enc.WriteToken(tok)
}

// copy copies the next value whole.
func (c *copier) copy() error {
	value, err := c.dec.ReadValue()
	if err != nil {
		return err
	}
	return c.enc.WriteValue(value)
}
