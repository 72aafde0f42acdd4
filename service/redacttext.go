package service

import (
	"math/bits"
	"net/url"
	"strings"
	"unicode"
)

// redactText hides the secrets in a text of any kind: what looks like one, the users and passwords of addresses, and what stands
// behind a secret name, as in JSON (whole or not, also escaped in a text), forms, headers and XML. Without pairs, as for a sentence,
// a name counts as a parameter of an address, in data that is quoted, and where what follows it looks like a value. Where the end of a
// value cannot be told, too much is hidden.
func redactText(s string, pairs bool) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if shown, n := secretLook(s, i); n > 0 {
			b.WriteString(shown + hidden)
			i += len(shown) + n
			continue
		}
		if strings.HasPrefix(s[i:], "://") {
			b.WriteString("://")
			i += len("://")
			if n := userLength(s[i:]); n > 0 {
				b.WriteString(hidden)
				i += n
			}
			continue
		}
		if n := anyFold(s[i:], "%3A%2F%2F"); n > 0 { // the same in a parameter of another address
			b.WriteString(s[i : i+n])
			i += n
			if n := escapedUserLength(s[i:]); n > 0 {
				b.WriteString(hidden)
				i += n
			}
			continue
		}
		if !isNameByte(s[i]) && s[i] != '%' || strings.HasPrefix(s[i:], "-----BEGIN ") {
			b.WriteByte(s[i])
			i++
			continue
		}
		end := nameEnd(s, i)
		inAddress := i > 0 && strings.IndexByte("?&#", s[i-1]) >= 0
		if end < len(s) {
			name := s[i:end]
			if plain, err := url.QueryUnescape(name); err == nil {
				name = plain
			}
			if secretName(name) {
				var v span
				if pairs || inAddress || inData(s, i, end) {
					v = valueBehind(s, i, end, inAddress)
				} else {
					v = valueInSentence(s, end)
				}
				b.WriteString(s[i:v.from])
				if v.to > v.from {
					b.WriteString(hidden)
				}
				i = v.to
				continue
			}
		}
		b.WriteString(s[i:end])
		i = end
	}
	return b.String()
}

// userLength returns the length of the user and password at the beginning of what follows "://"; 0 where there is none. A password
// may have a slash in it that should have been escaped: what stands behind the first colon is no port then.
func userLength(s string) int {
	authority := until(s, 0, "/?# \t\r\n\"'<>\\")
	if at := strings.LastIndexByte(s[:authority], '@'); at >= 0 {
		return at
	}
	if strings.HasPrefix(s, "[") {
		return 0
	}
	if _, port, found := strings.Cut(s[:authority], ":"); found && strings.Trim(port, "0123456789") != "" {
		s = s[:min(len(s), maxUser)]
		return max(0, strings.LastIndexByte(s[:until(s, 0, " \t\r\n\"'<>\\")], '@'))
	}
	return 0
}

// maxUser is how far the end of a password that has a slash in it is looked for, in bytes.
const maxUser = 1 << 10

// escapedUserLength is userLength for an address that is escaped as a whole.
func escapedUserLength(s string) int {
	end := 0
	for end < len(s) && strings.IndexByte("&/?# \t\r\n\"'<>\\", s[end]) < 0 && anyFold(s[end:], "%2F", "%3F", "%23") == 0 {
		end++
	}
	return max(0, strings.LastIndex(s[:end], "%40"))
}

// nameEnd returns where a name ends that begins at i: before what begins a token or an escaped quote or separator, which may stand
// without anything between. It is behind i.
func nameEnd(s string, i int) int {
	j := i
	for j < len(s) {
		switch {
		case j > i && strings.HasPrefix(s[j:], "eyJ"), j > i && strings.HasPrefix(s[j:], "-----BEGIN "):
			return j
		case isNameByte(s[j]):
			j++
		case s[j] == '%' && escapedNameByte(s[j:]):
			j += 3
		default:
			return max(j, i+1)
		}
	}
	return j
}

// escapedNameByte reports whether a text begins with an escaped byte of a name, such as %5F.
func escapedNameByte(s string) bool {
	if len(s) < 3 {
		return false
	}
	plain, err := url.PathUnescape(s[:3])
	return err == nil && len(plain) == 1 && isNameByte(plain[0])
}

// span is a part of a text.
type span struct{ from, to int }

// valueBehind returns where the value of a name stands that goes from i to end; an empty span where the name has none.
func valueBehind(s string, i, end int, inAddress bool) span {
	at, quoted := end, false
	for at < len(s) { // what closes the name
		if n := quoteLength(s[at:]); n > 0 {
			quoted, at = true, at+n
			continue
		}
		if n := anyFold(s[at:], "]", "%5D"); n > 0 {
			at += n
			continue
		}
		break
	}
	at += spaces(s[at:], quoted)
	n := anyFold(s[at:], "=>", ":", "=", "%3A", "%3D")
	if n == 0 {
		if elementName(s, i) >= 0 {
			return element(s, end)
		}
		return span{end, end}
	}
	equals := s[at] == '=' || anyFold(s[at:], "%3D") > 0
	at += n
	at += spaces(s[at:], quoted)
	switch {
	case at == len(s):
		return span{at, at}
	case inAddress:
		return span{at, until(s, at, "&# \t\r\n\"'<>\\")}
	}
	if n := quoteLength(s[at:]); n > 0 {
		return quotedValue(s, at, n)
	}
	if s[at] == '{' || s[at] == '[' {
		return span{at, balanced(s, at)}
	}
	if quoted {
		if end := until(s, at, ",}] \t\r\n"); literal(s[at:end]) {
			return span{at, end}
		}
	}
	if equals {
		return span{at, until(s, at, "&\r\n")}
	}
	return span{at, until(s, at, "\r\n")}
}

// inData reports whether a name from i to end stands in data also where it is part of a sentence: in quotes before a text, an object or
// a list, as in JSON; as an XML element that is closed; or before an escaped equals sign, as in an escaped address.
func inData(s string, i, end int) bool {
	if anyFold(s[end:], "%3D") > 0 {
		return true
	}
	if from := elementName(s, i); from >= 0 {
		if open := until(s, end, "<>"); open == len(s) || s[open] == '<' {
			return false
		}
		v := element(s, end)
		return strings.HasPrefix(s[v.to:], "</"+s[from:end]) || strings.HasSuffix(s[:v.from], cdata)
	}
	n := quoteLength(s[end:])
	escaped := strings.HasSuffix(s[:i], "%") && strings.HasPrefix(s[i:], "22") // %22 is no byte of a name, but its digits are
	if n == 0 || i == 0 || strings.IndexByte("\"'", s[i-1]) < 0 && !escaped {
		return false
	}
	at := end + n
	at += spaces(s[at:], true)
	if n = anyFold(s[at:], "=>", ":", "=", "%3A"); n == 0 {
		return false
	}
	at += n
	at += spaces(s[at:], true)
	return at < len(s) && (s[at] == '{' || s[at] == '[' || quoteLength(s[at:]) > 0)
}

// valueInSentence returns where the value stands behind a name in a sentence that ends at end; an empty span where what follows is a
// word: behind a colon, an arrow or a space, a value has digits among its letters, or at least 16 characters.
func valueInSentence(s string, end int) span {
	at := end + quoteLength(s[end:])
	apart := spaces(s[at:], false)
	at += apart
	n := anyPrefix(s[at:], "=>", ":=", "=", ":")
	if n == 0 {
		return span{end, end}
	}
	apart += spaces(s[at+n:], false)
	doubtful := apart > 0 || s[at:at+n] != "="
	at += n
	at += spaces(s[at:], false)
	at += quoteLength(s[at:])
	to := until(s, at, " \t\r\n\"'<>\\&,;")
	value := strings.TrimRight(s[at:to], ".)]}:")
	if doubtful && len(value) < 16 && (strings.IndexFunc(value, unicode.IsDigit) < 0 || strings.IndexFunc(value, unicode.IsLetter) < 0) {
		return span{end, end}
	}
	return span{at, at + len(value)}
}

// maxNamespace is how long the prefix of an element's name is, in bytes, that is taken for one.
const maxNamespace = 64

// elementName returns where the name of an XML element begins that has a name at i as its last part; -1 where that belongs to none.
func elementName(s string, i int) int {
	from := i
	if i > 0 && s[i-1] == ':' {
		for from--; from > max(0, i-maxNamespace) && isNameByte(s[from-1]); {
			from--
		}
	}
	if from == 0 || s[from-1] != '<' {
		return -1
	}
	return from
}

// What is around text in XML that needs no escaping.
const cdata, cdataEnd = "<![CDATA[", "]]>"

// element returns where the content of an XML element stands whose name ends at end.
func element(s string, end int) span {
	open := strings.IndexByte(s[end:], '>')
	if open < 0 {
		return span{end, len(s)}
	}
	from := end + open + 1
	if !strings.HasPrefix(s[from:], cdata) {
		return span{from, until(s, from, "<")}
	}
	from += len(cdata)
	if length := strings.Index(s[from:], cdataEnd); length >= 0 {
		return span{from, from + length}
	}
	return span{from, len(s)}
}

// quotedValue returns where a value stands whose opening quote, with what escapes it, has n bytes at at. JSON in a text of JSON has
// quotes with one backslash, in a text of that with three, and so on.
func quotedValue(s string, at, n int) span {
	from := at + n
	if s[at] == '%' {
		if end := strings.Index(s[from:], "%22"); end >= 0 {
			return span{from, from + end}
		}
		return span{from, len(s)}
	}
	quote, depth := s[from-1], bits.Len(uint(n-1))
	for i, slashes := from, 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			slashes++
			continue
		case s[i] == quote && closes(slashes, depth):
			return span{from, i - slashes}
		}
		slashes = 0
	}
	return span{from, len(s)}
}

// closes reports whether a quote behind a number of backslashes ends a text at a depth, or one around it.
func closes(slashes, depth int) bool {
	for ; slashes%2 == 1; depth-- {
		if depth == 0 {
			return false
		}
		slashes /= 2
	}
	return true
}

// balanced returns where an object or an array ends that begins at at; the end of the text where it is not whole.
func balanced(s string, at int) int {
	depth, text := 0, false
	for i := at; i < len(s); i++ {
		switch c := s[i]; {
		case text && c == '\\':
			i++
		case c == '"':
			text = !text
		case text:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// literal reports whether a text is a number, a truth value or null of JSON.
func literal(s string) bool {
	return s == "true" || s == "false" || s == "null" || s != "" && strings.Trim(s, "0123456789+-.eE") == ""
}

// quoteLength returns the length of a quote with its backslashes at the beginning of a text; 0 where there is none.
func quoteLength(s string) int {
	if strings.HasPrefix(s, "%22") {
		return 3
	}
	n := len(s) - len(strings.TrimLeft(s, `\`))
	if n < len(s) && (s[n] == '"' || s[n] == '\'') {
		return n + 1
	}
	return 0
}

// spaces returns how many bytes of space a text begins with; with lines, line ends count.
func spaces(s string, lines bool) int {
	set := " \t"
	if lines {
		set = " \t\r\n"
	}
	return len(s) - len(strings.TrimLeft(s, set))
}

// until returns where the first of some bytes stands, from at on; else the end.
func until(s string, at int, stop string) int {
	if i := strings.IndexAny(s[at:], stop); i >= 0 {
		return at + i
	}
	return len(s)
}
