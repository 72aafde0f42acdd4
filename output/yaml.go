package output

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// YAML writes a JSON answer as YAML, value by value: memory does not grow with the answer, which no YAML library can
// promise, because all of them want the whole document first. Every field and digit stays as it was sent, in its order.
// Text stands plain where no reader, of YAML 1.1 or 1.2, can take it for anything else, and in double quotes elsewhere. Of an answer
// that ends early, or is followed by something, the last lines are not written: YAML that is cut often looks whole.
//
// summary, which may be nil, learns what passes.
func YAML(w io.Writer, r io.Reader, summary *Summary) error {
	y := &yamlWriter{Writer: bufio.NewWriterSize(w, 64<<10), pieces: pieces{jsontext.NewDecoder(r, options...), summary}}
	kind, raw, err := y.next()
	if err == io.EOF {
		return nil
	}
	if err == nil {
		err = y.value(kind, raw, 0, true)
	}
	if err == nil {
		err = ended(y.dec)
	}
	if err != nil {
		return NotJSON(err)
	}
	return y.Flush()
}

type yamlWriter struct {
	*bufio.Writer // keeps the first error of writing, which Flush gives
	pieces
	buffer []byte // for text, used again
}

// value writes the value that begins with a piece and stands at a depth, to the end of its line. begun says that the line of its
// first entry, if it has any, has been begun already.
func (y *yamlWriter) value(kind jsontext.Kind, raw jsontext.Value, depth int, begun bool) error {
	end := jsontext.Kind('}')
	switch kind {
	case '{':
	case '[':
		end = ']'
	default:
		end = 0
	}
	if end == 0 || depth >= maxIndented || y.dec.PeekKind() == end {
		if !begun {
			_ = y.WriteByte(' ')
		}
		if err := y.flow(kind, raw); err != nil {
			return err
		}
		return y.WriteByte('\n')
	}
	if !begun {
		_ = y.WriteByte('\n')
	}
	for y.dec.PeekKind() != end {
		if !begun {
			pad(y.Writer, 2*depth)
		}
		begun = false
		kind, raw, err := y.next()
		if err == nil && end == '}' {
			if y.name(raw) {
				_ = y.WriteByte('\n')
				pad(y.Writer, 2*depth)
			}
			_ = y.WriteByte(':')
			kind, raw, err = y.next()
		} else {
			_, _ = y.WriteString("- ")
		}
		if err == nil {
			err = y.value(kind, raw, depth+1, end == ']')
		}
		if err != nil {
			return err
		}
	}
	_, _, err := y.next()
	return err
}

// flow writes the value that begins with a piece on one line, with brackets.
func (y *yamlWriter) flow(kind jsontext.Kind, raw jsontext.Value) error {
	end := jsontext.Kind('}')
	switch kind {
	case '{':
	case '[':
		end = ']'
	case '"':
		y.text(unquote(raw))
		return nil
	case '0':
		y.number(raw)
		return nil
	default:
		_, err := y.Write(raw)
		return err
	}
	_ = y.WriteByte(byte(kind))
	for first := true; y.dec.PeekKind() != end; first = false {
		if !first {
			_, _ = y.WriteString(", ")
		}
		kind, raw, err := y.next()
		if err == nil && end == '}' {
			if y.name(raw) {
				_ = y.WriteByte(' ')
			}
			_, _ = y.WriteString(": ")
			kind, raw, err = y.next()
		}
		if err == nil {
			err = y.flow(kind, raw)
		}
		if err != nil {
			return err
		}
	}
	if _, _, err := y.next(); err != nil {
		return err
	}
	return y.WriteByte(byte(end))
}

// longestKey is how many bytes a name has at most that a colon may follow on its line. YAML allows 1,024 characters.
const longestKey = 1000

// name writes the name of a field. It reports whether the name is so long that it was marked by a question mark.
func (y *yamlWriter) name(raw jsontext.Value) (marked bool) {
	y.buffer = appendText(y.buffer[:0], unquote(raw))
	if marked = len(y.buffer) > longestKey; marked {
		_, _ = y.WriteString("? ")
	}
	_, _ = y.Write(y.buffer)
	return marked
}

// number writes a number. In YAML 1.1, and so for many readers, one with an exponent is text unless it has a point and the exponent
// a sign, or it is marked.
func (y *yamlWriter) number(raw jsontext.Value) {
	if at := bytes.IndexAny(raw, "eE"); at >= 0 && (bytes.IndexByte(raw, '.') < 0 || raw[at+1] >= '0' && raw[at+1] <= '9') {
		_, _ = y.WriteString("!!float ")
	}
	_, _ = y.Write(raw)
}

// text writes a string.
func (y *yamlWriter) text(s string) {
	y.buffer = appendText(y.buffer[:0], s)
	_, _ = y.Write(y.buffer)
}

// appendText appends a string as YAML.
func appendText(b []byte, s string) []byte {
	if plain(s) {
		return append(b, s...)
	}
	b = append(b, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\t':
			b = append(b, `\t`...)
		case unicode.IsPrint(r):
			b = utf8.AppendRune(b, r)
		case r > 0xffff:
			b = fmt.Appendf(b, `\U%08x`, r)
		default:
			b = fmt.Appendf(b, `\u%04x`, r)
		}
	}
	return append(b, '"')
}

// plain reports whether text can stand without quotes, because no reader of YAML, of whatever version, takes it for a number, a
// time, a truth value or a mark of its own: it begins with a letter or a slash and holds only what has no meaning.
func plain(s string) bool {
	if s == "" || len(s) > 200 {
		return false
	}
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0xff && unicode.IsLetter(r)
		switch {
		case letter || r == '/':
		case i > 0 && (r >= '0' && r <= '9' || r == '_' || r == '.' || r == '-' || r == '+' || r == '@'):
		case i > 0 && i < len(s)-1 && r == ' ':
		default:
			return false
		}
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf", "infinity":
		return false
	}
	return strings.Trim(s, "eE0123456789.+-_") != "" // what looks like a part of a number
}
