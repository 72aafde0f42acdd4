package main

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/output"
)

// TestHiddenCharactersAreTheSameEverywhere checks that what a terminal may act on is what no name of a file may have, and that it is
// what Unicode calls controls, formats, and ends of lines and paragraphs.
func TestHiddenCharactersAreTheSameEverywhere(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r == 0x20000 {
			r = 0xe0000 // between are ideographs, and nothing
		} else if r == 0xf0000 {
			break // private use
		}
		if strings.ContainsRune(`_/\<>:"|?*`, r) {
			continue // names of files leave these out for other reasons
		}
		text := "a" + string(r) + "b"
		hidden := unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
		if (output.Clean(text) != text) != hidden || (files.SafeName(text) == "a_b") != hidden {
			assert.Fail(t, "What is hidden differs.", "U+%04X: terminal %q, file %q", r, output.Clean(text), files.SafeName(text))
		}
	}
}
