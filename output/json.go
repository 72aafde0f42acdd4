package output

import (
	"bufio"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// JSON copies a JSON answer from r to w, indented, value by value: memory does not grow with the answer. Every
// field and digit stays as it was sent, in its order.
// summary, which may be nil, learns what passes.
func JSON(w io.Writer, r io.Reader, summary *Summary) error {
	buffered := bufio.NewWriterSize(w, 64<<10)
	dec := jsontext.NewDecoder(r, options...)
	enc := jsontext.NewEncoder(buffered, append(options, jsontext.Multiline(true), jsontext.WithIndent("  "))...)
	for {
		tok, err := dec.ReadToken()
		if err == io.EOF {
			break
		}
		if err == nil {
			summary.token(dec, tok)
			err = enc.WriteToken(tok)
		}
		if err != nil {
			return errors.Join(NotJSON(err), buffered.Flush())
		}
	}
	return buffered.Flush()
}
