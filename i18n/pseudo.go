package i18n

import "strings"

// PseudoLocale is a language for tests: English with accents, 40 % longer and between brackets, so that text that is not
// translated, and a layout that has no room for longer words, can be seen. LC_ALL=en_XA chooses it.
const PseudoLocale = "en_XA"

var accents = strings.NewReplacer(
	"a", "á", "b", "ƀ", "c", "ç", "d", "ð", "e", "é", "f", "ƒ", "g", "ĝ", "h", "ĥ", "i", "í", "j", "ĵ", "k", "ķ", "l", "ļ", "m", "ɱ",
	"n", "ñ", "o", "ó", "p", "þ", "r", "ŕ", "s", "š", "t", "ţ", "u", "ú", "w", "ŵ", "y", "ý", "z", "ž",
	"A", "Å", "B", "Ɓ", "C", "Ç", "D", "Đ", "E", "É", "F", "Ƒ", "G", "Ĝ", "H", "Ĥ", "I", "Î", "J", "Ĵ", "K", "Ķ", "L", "Ļ", "M", "Ṁ",
	"N", "Ñ", "O", "Ö", "P", "Þ", "R", "Ŕ", "S", "Š", "T", "Ţ", "U", "Û", "W", "Ŵ", "Y", "Ý", "Z", "Ž",
)

// pseudo returns a text in the pseudo-locale. What stands in {{ }} and between single quotes, such as a command line, stays
// as it is, as it does in a translation.
func pseudo(text string) string {
	var b strings.Builder
	b.WriteString("⟦")
	letters := 0
	for rest := text; rest != ""; {
		end := len(rest)
		if i := strings.IndexAny(rest, "{'"); i >= 0 {
			end = i
		}
		b.WriteString(accents.Replace(rest[:end]))
		letters += end
		rest = rest[end:]
		if rest == "" {
			break
		}
		closing := "}}"
		if rest[0] == '\'' {
			closing = "'"
		}
		kept := len(rest)
		if i := strings.Index(rest[1:], closing); i >= 0 {
			kept = 1 + i + len(closing)
		} else if rest[0] == '\'' {
			kept = 1 // an apostrophe
		}
		b.WriteString(rest[:kept])
		rest = rest[kept:]
	}
	b.WriteString(strings.Repeat("~", letters*2/5) + "⟧")
	return b.String()
}
