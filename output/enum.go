package output

import "strings"

// Values of enumerations. The service writes many of them with a k, such as kPhysical, which people read and type without.

// enumerationMark is what the service writes before a value of an enumeration.
const enumerationMark = "k"

// EnumText returns a value of an enumeration as people read it: kPhysical is Physical. Anything but a k with a word of letters behind it,
// which begins with a capital, stays as it is.
func EnumText(value string) string {
	word, marked := strings.CutPrefix(value, enumerationMark)
	if !marked || word == "" || word[0] < 'A' || word[0] > 'Z' {
		return value
	}
	for i := range len(word) {
		if letter := word[i] | 0x20; letter < 'a' || letter > 'z' {
			return value
		}
	}
	return word
}

// enumerated shows a value of an enumeration, or a list of them. Its data is what was sent.
func enumerated(v any) Cell {
	sent := text(v)
	shown := EnumText(sent)
	if list, ok := v.([]any); ok {
		words := make([]string, len(list))
		for i, item := range list {
			words[i] = EnumText(text(item))
		}
		shown = strings.Join(words, ", ")
	}
	if shown == sent {
		return Cell{Text: sent}
	}
	return Cell{Text: shown, Data: sent}
}

// isEnumeration reports whether a field holds values of an enumeration, which its name tells. A name, a path or a message that looks like
// one must not change.
func isEnumeration(field string) bool {
	field = strings.ToLower(field)
	for _, end := range [...]string{"environment", "environments", "type", "types", "status", "state", "action", "mode", "priority", "applications", "distribution", "datalock"} {
		if strings.HasSuffix(field, end) {
			return true
		}
	}
	return false
}

// unformatted shows the value of a field as it was sent, but a value of an enumeration as people read it.
func unformatted(field string, v any) Cell {
	if isEnumeration(field) {
		return enumerated(v)
	}
	return Cell{Text: text(v)}
}
