package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/go-json-experiment/json/jsontext"
)

// YAML writes a JSON answer as YAML, value by value: memory does not grow with the answer, which no YAML library can
// promise, because all of them want the whole document first. Every field and digit stays as it was sent, in its order.
// Text stands plain where it cannot be taken for anything else, and in double quotes elsewhere.
//
// summary, which may be nil, learns what passes.
func YAML(w io.Writer, r io.Reader, summary *Summary) error {
	y := &yamlWriter{summary: summary, Writer: bufio.NewWriterSize(w, 64<<10), dec: jsontext.NewDecoder(r, options...)}
	tok, err := y.token()
	if err == io.EOF {
		return nil
	}
	if err == nil {
		err = y.value(tok, 0, true)
	}
	if err == nil {
		if _, err = y.dec.ReadToken(); err == io.EOF {
			return y.Flush()
		}
	}
	if flushed := y.Flush(); flushed != nil {
		return flushed
	}
	return NotJSON(err)
}

type yamlWriter struct {
	*bufio.Writer // keeps the first error of writing, which Flush gives
	dec           *jsontext.Decoder
	summary       *Summary
}

// value writes the value that begins with a token, to the end of its line. Its entries, if it has any, are indented by
// that many spaces; begun says that the line of the first one has been begun already.
func (y *yamlWriter) value(tok jsontext.Token, indent int, begun bool) error {
	kind, end := tok.Kind(), jsontext.Kind('}')
	switch kind {
	case '{':
	case '[':
		end = ']'
	default:
		if !begun {
			_ = y.WriteByte(' ')
		}
		y.scalar(kind, tok.String())
		return y.WriteByte('\n')
	}
	switch empty := y.dec.PeekKind() == end; { // from here on the token says nothing any more
	case empty && !begun:
		_, _ = y.WriteString(" " + string(kind) + string(end) + "\n")
	case empty:
		_, _ = y.WriteString(string(kind) + string(end) + "\n") // which say more than nothing
	case !begun:
		_ = y.WriteByte('\n')
	}
	for y.dec.PeekKind() != end {
		if !begun {
			_, _ = y.WriteString(strings.Repeat(" ", indent))
		}
		begun = false
		tok, err := y.token()
		switch {
		case err != nil:
		case end == ']':
			_, _ = y.WriteString("- ")
			err = y.value(tok, indent+2, true)
		default:
			y.scalar('"', tok.String())
			_ = y.WriteByte(':')
			if tok, err = y.token(); err == nil {
				err = y.value(tok, indent+2, false)
			}
		}
		if err != nil {
			return err
		}
	}
	_, err := y.token()
	return err
}

func (y *yamlWriter) token() (jsontext.Token, error) {
	tok, err := y.dec.ReadToken()
	if err == nil {
		y.summary.token(y.dec, tok)
	}
	return tok, err
}

// scalar writes a value without parts.
func (y *yamlWriter) scalar(kind jsontext.Kind, text string) {
	switch kind {
	case '"':
		y.text(text)
	case '0':
		y.number(text)
	default:
		_, _ = y.WriteString(text)
	}
}

// number writes a number. 1e3 is one in JSON, and text by the rules of many readers of YAML unless it is told.
func (y *yamlWriter) number(digits string) {
	if strings.ContainsAny(digits, "eE") && !strings.Contains(digits, ".") {
		_, _ = y.WriteString("!!float ")
	}
	_, _ = y.WriteString(digits)
}

// text writes a string.
func (y *yamlWriter) text(s string) {
	if plain(s) {
		_, _ = y.WriteString(s)
		return
	}
	_ = y.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			_, _ = y.WriteString(`\` + string(r))
		case r == '\n':
			_, _ = y.WriteString(`\n`)
		case r == '\t':
			_, _ = y.WriteString(`\t`)
		case unicode.IsPrint(r):
			_, _ = y.WriteRune(r)
		case r > 0xffff:
			_, _ = fmt.Fprintf(y, `\U%08x`, r)
		default:
			_, _ = fmt.Fprintf(y, `\u%04x`, r)
		}
	}
	_ = y.WriteByte('"')
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
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null":
		return false
	}
	return true
}
