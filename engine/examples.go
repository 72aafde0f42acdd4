package engine

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

const (
	// continued is what stands at the end of a line that goes on in the next one, for a shell.
	continued = ` \`
	// exampleIndent is what stands before the lines that continue a command line.
	exampleIndent = "    "
)

// exampleLines returns a command line in lines that are no wider than width, where that can be done, and that can be pasted into a
// shell: a line ends in a backslash, or inside JSON in single quotes, where the end of a line means nothing.
func exampleLines(line string, width int) (lines []string) {
	if runewidth.StringWidth(line) <= width {
		return []string{line}
	}
	parts := exampleParts(line)
	line = parts[0]
	for _, part := range parts[1:] {
		longer := line + " " + part
		if runewidth.StringWidth(longer)+len(continued) <= width {
			line = longer
			continue
		}
		lines, line = append(lines, line+continued), exampleIndent+part
		if flag, value, ok := strings.Cut(part, " "); ok && runewidth.StringWidth(line)+len(continued) > width {
			lines = append(lines, exampleIndent+flag+continued)
			pieces := jsonLines(exampleIndent+exampleIndent+value, width-len(continued))
			lines, line = append(lines, pieces[:len(pieces)-1]...), pieces[len(pieces)-1]
		}
	}
	return append(lines, line)
}

// jsonLines breaks an indented value that is too wide between the values of its JSON.
func jsonLines(value string, width int) (lines []string) {
	line := ""
	for i, part := range strings.SplitAfter(value, ", ") {
		if i > 0 && runewidth.StringWidth(line+part) > width {
			lines = append(lines, strings.TrimSuffix(line, " "))
			line = exampleIndent + exampleIndent + " " // behind the quote
		}
		line += part
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
