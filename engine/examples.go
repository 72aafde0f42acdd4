package engine

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// continued is what stands at the end of a line that goes on in the next one, for a shell.
const continued = ` \`

// exampleLines returns a command line in lines that are no wider than width, where that can be done, and that can be pasted into a
// shell: all but the last end in a backslash, and all but the first are indented.
func exampleLines(line string, width int) []string {
	if runewidth.StringWidth(line) <= width {
		return []string{line}
	}
	const indent = "    "
	parts := exampleParts(line)
	lines, line := []string(nil), parts[0]
	for _, part := range parts[1:] {
		if longer := line + " " + part; runewidth.StringWidth(longer)+len(continued) <= width {
			line = longer
			continue
		}
		lines = append(lines, line+continued)
		line = indent + part
	}
	return append(lines, line)
}

// exampleParts returns the parts of a command line that stand on one line: a word with its quotes, and a flag with its value.
func exampleParts(line string) (parts []string) {
	for _, word := range quotedWords(line) {
		last := len(parts) - 1
		if last >= 0 && strings.HasPrefix(parts[last], "-") && !strings.ContainsAny(parts[last], " =") && !strings.HasPrefix(word, "--") {
			parts[last] += " " + word
		} else {
			parts = append(parts, word)
		}
	}
	return parts
}

// quotedWords returns the words of a command line as they are written: quotes stay, and spaces between them part nothing.
func quotedWords(line string) (words []string) {
	quote, start := rune(0), 0
	for i, r := range line {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '\'' || r == '"':
			quote = r
		case r == ' ':
			words = append(words, line[start:i])
			start = i + 1
		}
	}
	return append(words, line[start:])
}
