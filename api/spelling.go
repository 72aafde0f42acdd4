package api

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Spell returns the documented value that was typed in any case and perhaps without its k, such as kPhysical for physical. Anything else
// stays as it is: the service may know more values than the document.
func Spell(documented []string, typed string) string {
	if slices.Contains(documented, typed) {
		return typed
	}
	for _, prefix := range []string{"", "k"} {
		for _, value := range documented {
			if strings.EqualFold(value, prefix+typed) {
				return value
			}
		}
	}
	return typed
}

// isSlip reports whether a word is one slip of a finger away from another one: a letter more, less, wrong, or two in the wrong order, or
// letters in another case.
func isSlip(word, meant string) bool {
	a, b := []rune(strings.ToLower(word)), []rune(strings.ToLower(meant))
	if levenshtein.ComputeDistance(string(a), string(b)) <= 1 {
		return true
	}
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) - 1 {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
		}
	}
	return false
}
