package host

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// indent stands before every line below a heading.
const indent = "   "

func isHelpFlag(word string) bool { return word == "--help" || word == "-h" }

func isHelpWord(word string) bool { return word == "help" || word == "h" }

// help prints the help page of a command or namespace.
func (t *tree) help(out io.Writer, from *namespace, words []string) (int, error) {
	at := from.resolve(words)
	switch {
	case at.command != nil:
		commandHelp(out, at)
	case len(at.rest) == 0 || isHelpFlag(at.rest[0]):
		t.namespaceHelp(out, at.namespace)
	default:
		return exitUsage, unknown(at)
	}
	return 0, nil
}

// namespaceHelp prints the contents of a namespace, or of the host itself.
func (t *tree) namespaceHelp(out io.Writer, n *namespace) {
	about, usage := n.Description, n.path()+" command [arguments...] [command options]"
	var global [][2]string
	if n == t.root {
		about = fmt.Sprintf("A stand-in for the IBM Cloud CLI with the plug-in %s %s", t.meta.Name, t.meta.Version)
		usage = cliName + " [global options] command [arguments...] [command options]"
		global = [][2]string{
			{"-q, --quiet", "Leave out what is not asked for"},
			{"-v, --version", "Print the version"},
			{"-h, --help", "Show help"},
		}
	}
	section(out, "NAME", dashed(n.path(), about))
	section(out, "USAGE", usage)
	var spaces, commands [][2]string
	for _, child := range n.children {
		spaces = append(spaces, [2]string{names(child.Name, child.Aliases), child.Description})
	}
	for _, c := range n.commands {
		if !c.Hidden {
			commands = append(commands, [2]string{names(c.Name, c.aliases()), c.Description})
		}
	}
	commands = append(commands, [2]string{"help, h", "Show help"})
	section(out, "COMMANDS", columns(append(spaces, commands...)))
	if global != nil {
		section(out, "GLOBAL OPTIONS", columns(global))
	}
	fmt.Fprintf(out, "Enter '%s [command]' for more information about a command.\n", joinWords(cliName, "help", n.full))
}

// commandHelp prints the help page of a command, from the metadata alone.
func commandHelp(out io.Writer, at match) {
	c := at.command
	section(out, "NAME", dashed(c.Name, c.Description))
	if aliases := c.aliases(); len(aliases) > 0 {
		section(out, "ALIASES", strings.Join(aliases, ", "))
	}
	section(out, "USAGE", c.Usage)
	var flags [][2]string
	for _, f := range c.Flags {
		if !f.Hidden {
			flags = append(flags, [2]string{formatFlag(f), f.Description})
		}
	}
	if len(flags) > 0 {
		section(out, "OPTIONS", columns(flags))
	}
}

// formatFlag returns a flag as it is typed, the short form first.
func formatFlag(f Flag) string {
	var short, long []string
	for name := range strings.SplitSeq(f.Name, ",") {
		switch name = strings.TrimLeft(strings.TrimSpace(name), "-"); utf8.RuneCountInString(name) {
		case 0:
		case 1:
			short = append(short, "-"+name)
		default:
			long = append(long, "--"+name)
		}
	}
	text := strings.Join(append(short, long...), ", ")
	if f.HasValue {
		text += " value"
	}
	return text
}

func names(name string, aliases []string) string {
	return strings.Join(append([]string{name}, aliases...), ", ")
}

func dashed(name, description string) string {
	if description == "" {
		return name
	}
	return name + " - " + description
}

// columns formats two columns. Further lines of a description are indented below its first.
func columns(rows [][2]string) string {
	width := 0
	for _, row := range rows {
		width = max(width, utf8.RuneCountInString(row[0]))
	}
	var lines []string
	for _, row := range rows {
		left := row[0]
		for line := range strings.SplitSeq(strings.TrimSpace(row[1]), "\n") {
			pad := strings.Repeat(" ", width-utf8.RuneCountInString(left)+len(indent))
			lines = append(lines, strings.TrimRight(left+pad+line, " \r"))
			left = ""
		}
	}
	return strings.Join(lines, "\n")
}

// section prints a heading and an indented text.
func section(out io.Writer, heading, text string) {
	fmt.Fprintf(out, "%s:\n", heading)
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		fmt.Fprintln(out, strings.TrimRight(indent+line, " \r"))
	}
	fmt.Fprintln(out)
}
