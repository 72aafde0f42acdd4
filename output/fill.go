package output

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// Fill puts words into lines that are no wider than width, where that can be done.
func Fill(words []string, width int) []string {
	var lines []string
	line := ""
	for _, word := range words {
		if line != "" && runewidth.StringWidth(line)+1+runewidth.StringWidth(word) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
