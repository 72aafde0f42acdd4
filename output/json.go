package output

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// JSON copies a JSON answer from r to w, indented, value by value: memory does not grow with the answer. Every
// field and digit stays as it was sent, in its order. What ends early, or is followed by something, is left without its last bracket.
// summary, which may be nil, learns what passes.
func JSON(w io.Writer, r io.Reader, summary *Summary) error {
	j := &jsonWriter{Writer: bufio.NewWriterSize(w, 64<<10), pieces: pieces{jsontext.NewDecoder(r, options...), summary}}
	kind, raw, err := j.next()
	if err == io.EOF {
		return nil
	}
	if err == nil {
		err = j.value(kind, raw, 0)
	}
	if err != nil {
		return errors.Join(NotJSON(err), j.Flush())
	}
	return j.Flush()
}

type jsonWriter struct {
	*bufio.Writer // keeps the first error of writing, which Flush gives
	pieces
}

// value writes the value that begins with a piece and stands at a depth. That at depth 0 is whole only if nothing follows it.
func (j *jsonWriter) value(kind jsontext.Kind, raw jsontext.Value, depth int) error {
	end := jsontext.Kind('}')
	switch kind {
	case '{':
	case '[':
		end = ']'
	default:
		return j.scalar(raw, depth)
	}
	_ = j.WriteByte(byte(kind))
	if j.dec.PeekKind() != end {
		if err := j.items(end, depth); err != nil {
			return err
		}
	}
	if _, _, err := j.next(); err != nil {
		return err
	}
	if depth > 0 {
		return j.WriteByte(byte(end))
	}
	if err := ended(j.dec); err != nil {
		return err
	}
	_, err := j.WriteString(string(end) + "\n")
	return err
}

// items writes what stands between the brackets of a value at a depth, the last of which is end.
func (j *jsonWriter) items(end jsontext.Kind, depth int) error {
	indented := depth < maxIndented
	for first := true; j.dec.PeekKind() != end; first = false {
		if !first {
			_ = j.WriteByte(',')
		}
		if indented {
			j.line(depth + 1)
		}
		kind, raw, err := j.next()
		if err == nil && end == '}' {
			j.text(raw)
			_ = j.WriteByte(':')
			if indented {
				_ = j.WriteByte(' ')
			}
			kind, raw, err = j.next()
		}
		if err == nil {
			err = j.value(kind, raw, depth+1)
		}
		if err != nil {
			return err
		}
	}
	if indented {
		j.line(depth)
	}
	return nil
}

// scalar writes a value without parts.
func (j *jsonWriter) scalar(raw jsontext.Value, depth int) error {
	if depth > 0 {
		j.text(raw)
		return nil
	}
	raw = bytes.Clone(raw) // what reads on replaces it
	if err := ended(j.dec); err != nil {
		return err
	}
	j.text(raw)
	return j.WriteByte('\n')
}

// text writes a value without parts, or a name. Of text only what has to be escaped is, so that people can read it.
func (j *jsonWriter) text(raw jsontext.Value) {
	if raw[0] == '"' && !verbatim(raw) {
		raw, _ = jsontext.AppendQuote(nil, unquote(raw)) // the text is UTF-8
	}
	_, _ = j.Write(raw)
}

// line begins a line at a depth.
func (j *jsonWriter) line(depth int) {
	_ = j.WriteByte('\n')
	pad(j.Writer, 2*depth)
}
