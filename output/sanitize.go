package output

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Clean makes control characters, escape sequences and characters that turn the direction of text visible, so
// that a name from the service cannot move the cursor, change colours or pose as another. What stays is safe
// on one line of a terminal.
func Clean(s string) string {
	if !strings.ContainsFunc(s, hostile) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case hostile(r):
			b.Write(appendVisible(nil, r))
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

// Shorten returns the beginning of a text that is longer than so many bytes, with an ellipsis, and a shorter one as it is. No
// character is cut.
func Shorten(s string, most int) string {
	if len(s) <= most {
		return s
	}
	end := max(most-len(ellipsis), 0)
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + ellipsis
}

const ellipsis = "…"

// CleanLines is Clean for text of several lines.
func CleanLines(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = Clean(lines[i])
	}
	return strings.Join(lines, "\n")
}

// hostile reports whether a terminal may act on a character: controls, and those that reorder, hide or break text. Characters that
// turn its direction (Bidi_Control of Unicode) are among the formats (Cf).
func hostile(r rune) bool {
	if r < 0x7f {
		return r < ' '
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// appendVisible appends a hostile character as text: \u with four digits, or \U with eight, as YAML and programs have it.
func appendVisible(to []byte, r rune) []byte {
	if r > 0xffff {
		return fmt.Appendf(to, `\U%08x`, r)
	}
	return fmt.Appendf(to, `\u%04x`, r)
}

// terminalFilter makes what hostile finds visible in machine-readable output that goes to a terminal. In JSON
// such characters can only stand in strings, where \u009b means the same; line ends and tabs pass. JSON has no \U, but the two halves
// of a character in UTF-16.
type terminalFilter struct {
	to   io.Writer
	json bool
	rest []byte // the beginning of a character whose end has not come yet
}

func (f *terminalFilter) Write(p []byte) (int, error) {
	data := append(f.rest, p...)
	f.rest = nil
	out := make([]byte, 0, len(data)+16)
	for len(data) > 0 {
		if !utf8.FullRune(data) {
			f.rest = append([]byte(nil), data...)
			break
		}
		r, size := utf8.DecodeRune(data)
		switch {
		case r == '\n' || r == '\t' || !hostile(r) && (r != utf8.RuneError || size > 1):
			out = append(out, data[:size]...)
		case r == utf8.RuneError:
			out = fmt.Appendf(out, `\x%02x`, data[0])
		case f.json && r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = appendVisible(appendVisible(out, high), low)
		default:
			out = appendVisible(out, r)
		}
		data = data[size:]
	}
	if _, err := f.to.Write(out); err != nil {
		return 0, err
	}
	return len(p), nil
}

// MachineOut is Out for machine-readable output other than JSON: as it is, or made safe where it is a terminal.
func (s *Streams) MachineOut() io.Writer { return s.machineOut(false) }

// JSONOut is MachineOut for JSON, which stays JSON of the same meaning.
func (s *Streams) JSONOut() io.Writer { return s.machineOut(true) }

func (s *Streams) machineOut(json bool) io.Writer {
	if s.OutTerm {
		return &terminalFilter{to: s.Out, json: json}
	}
	return s.Out
}
