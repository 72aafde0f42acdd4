package engine

import (
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// helpPage is a page of help as it is being written.
type helpPage struct {
	streams *output.Streams
	b       strings.Builder
}

func (p *helpPage) heading(text i18n.Text) {
	if p.b.Len() > 0 {
		p.b.WriteByte('\n')
	}
	p.b.WriteString(p.streams.Paint(p.streams.OutTerm, output.Title, i18n.T(text)) + "\n")
}

func (p *helpPage) line(text string) { p.b.WriteString("  " + text + "\n") }

// text writes a sentence, wrapped to the terminal.
func (p *helpPage) text(text string) { p.lines(wrap(text, p.streams.Width()-6)) }

// lines writes the lines of one text, all but the first indented.
func (p *helpPage) lines(lines []string) {
	for i, line := range lines {
		if i > 0 {
			line = "  " + line
		}
		p.line(line)
	}
}

// maxNameWidth is how wide the names of a table may be; a wider one has a line of its own.
const maxNameWidth = 34

// minTextWidth is how wide the text behind names is at least, in columns.
const minTextWidth = 30

// table writes names with what they mean, wrapped to the terminal.
func (p *helpPage) table(rows [][2]string) {
	width := 0
	for _, row := range rows {
		if w := runewidth.StringWidth(row[0]); w <= maxNameWidth {
			width = max(width, w)
		}
	}
	for _, row := range rows {
		name := runewidth.FillRight(row[0], width)
		if runewidth.StringWidth(row[0]) > width {
			p.line(row[0])
			name = strings.Repeat(" ", width)
		}
		for _, text := range wrap(row[1], max(p.streams.Width()-width-4, minTextWidth)) {
			p.line(strings.TrimRight(name+"  "+text, " "))
			name = strings.Repeat(" ", width)
		}
	}
}

func (p *helpPage) print() error {
	_, err := io.WriteString(p.streams.Out, p.b.String())
	return err
}

// wrap breaks text at spaces so that no line is wider than width, where that can be done.
func wrap(text string, width int) []string { return fill(strings.Fields(text), width) }

// usageParts returns the parts of a usage line that stand on one line: what is between brackets, and a flag with its value.
func usageParts(line string) (parts []string) {
	depth := 0
	for _, word := range strings.Fields(line) {
		isValue := len(parts) > 0 && strings.HasPrefix(parts[len(parts)-1], "--") && !strings.Contains(parts[len(parts)-1], " ") && strings.ToUpper(word) == word && !strings.ContainsAny(word, "[(-")
		if depth > 0 || isValue {
			parts[len(parts)-1] += " " + word
		} else {
			parts = append(parts, word)
		}
		depth += strings.Count(word, "[") + strings.Count(word, "(") - strings.Count(word, "]") - strings.Count(word, ")")
	}
	return parts
}

// fill puts words into lines that are no wider than width, where that can be done.
func fill(words []string, width int) []string {
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

const moreHelp i18n.Text = "help.more|Run '{{.Command}} COMMAND --help' for more about a command."

// catalog shows everything below the namespace.
func (p *helpPage) catalog(c *Catalog) error {
	p.heading("help.name|NAME:")
	p.text(c.program() + " - " + i18n.T(c.About))
	p.heading("help.usage|USAGE:")
	p.line(c.program() + " COMMAND [ARGUMENT...] [OPTION...]")
	p.heading("help.commands|COMMANDS:")
	var rows [][2]string
	for _, r := range c.Resources {
		rows = append(rows, [2]string{strings.Join(append([]string{r.Name}, r.Aliases...), ", "), i18n.T(r.About)})
	}
	p.table(rows)
	p.b.WriteByte('\n')
	rows = nil
	for _, command := range c.Commands {
		rows = append(rows, [2]string{command.Name, command.about()})
	}
	p.table(rows)
	p.b.WriteByte('\n')
	p.text(i18n.T(moreHelp, "Command", c.program()))
	return p.print()
}

// resource shows the commands of a resource.
func (p *helpPage) resource(c *Catalog, r *Resource) error {
	line := c.program() + " " + r.Name
	p.heading("help.name|NAME:")
	p.text(line + " - " + i18n.T(r.About))
	if len(r.Aliases) > 0 {
		p.heading("help.aliases|ALIASES:")
		p.line(strings.Join(r.Aliases, ", "))
	}
	p.heading("help.usage|USAGE:")
	p.line(line + " COMMAND [ARGUMENT...] [OPTION...]")
	p.heading("help.commands|COMMANDS:")
	var rows [][2]string
	for i := range r.Commands {
		command := &r.Commands[i]
		rows = append(rows, [2]string{strings.Join(append([]string{command.Name}, command.Aliases...), ", "), command.about()})
	}
	p.table(rows)
	p.b.WriteByte('\n')
	p.text(i18n.T(moreHelp, "Command", line))
	return p.print()
}

// longUsage is how many flags a command may have whose usage line names them all.
const longUsage = 24

// command shows how a command is used. line is the command as people type it.
func (p *helpPage) command(line string, c *Command, flags *Flags) error {
	p.heading("help.name|NAME:")
	p.text(c.Name + " - " + c.about())
	if len(c.Aliases) > 0 {
		p.heading("help.aliases|ALIASES:")
		p.line(strings.Join(c.Aliases, ", "))
	}
	p.heading("help.usage|USAGE:")
	p.lines(fill(usageParts(usageLine(line, c, flags, len(flags.list) <= longUsage)), p.streams.Width()-6))
	var own, common [][2]string
	for _, f := range flags.list {
		row := [2]string{f.title(), f.describe()}
		if f.Common {
			common = append(common, row)
		} else {
			own = append(own, row)
		}
	}
	if len(own) > 0 {
		p.heading("help.options|OPTIONS:")
		p.table(own)
	}
	p.heading("help.common|COMMON OPTIONS:")
	p.table(common)
	if c.Role != "" {
		p.b.WriteByte('\n')
		p.text(i18n.T("help.role|Required service role: {{.Role}}", "Role", c.Role))
	}
	return p.print()
}

// title returns how a flag stands in a list of options.
func (f *flag) title() string {
	var b strings.Builder
	f.writeTitle(&b)
	return b.String()
}

// writeTitle writes the title. Writing costs less than joining, which counts for the host's list of all commands.
func (f *flag) writeTitle(b *strings.Builder) {
	if f.Short != "" {
		b.WriteString("-" + f.Short + ", ")
	}
	b.WriteString("--")
	b.WriteString(f.Name)
	if f.Value != "" {
		b.WriteByte(' ')
		b.WriteString(f.Value)
	}
}

// describe returns what a list of options says about a flag: its line, whether it is required, its default and values.
func (f *flag) describe() string {
	words := []string{i18n.T(f.About)}
	if f.required() {
		words = append(words, i18n.T("help.required|Required."))
	}
	if f.Field.Default != "" {
		words = append(words, i18n.T("help.default|Default: {{.Value}}.", "Value", f.Field.Default))
	}
	if len(f.Field.Enum) > 0 {
		words = append(words, i18n.T("help.values|Values: {{.Values}}.", "Values", strings.Join(f.Field.Enum, ", ")))
	}
	return strings.Join(words, " ")
}

// required reports whether a flag has to be given; one for a path parameter has its twin among the arguments.
func (f *flag) required() bool {
	if f.Param != nil {
		return f.Param.Required && f.Param.In != api.Path
	}
	return f.must || len(f.Body) == 1 && f.Field.Required
}

// usageLine returns the line that shows how a command is typed: arguments, what is required, and, where all is true, everything
// else that the host's guide to usage lines allows.
func usageLine(line string, c *Command, flags *Flags, all bool) string {
	var b strings.Builder
	b.Grow(len(line) + 32*len(flags.list))
	add := func(parts ...string) {
		for _, part := range parts {
			b.WriteString(part)
		}
	}
	add(line)
	var params []*api.Param
	if c.Op != nil {
		params = c.pathParams()
	}
	for i, arg := range c.arguments() {
		switch {
		case c.Op != nil:
			add(" (", arg.Title, " | --", params[i].Flag, " ID)")
		case arg.Optional:
			add(" [", arg.Title, arg.more(), "]")
		default:
			add(" ", arg.Title, arg.more())
		}
	}
	for _, f := range flags.list {
		if f.required() {
			add(" ")
			f.writeTitle(&b)
		}
	}
	if !all {
		add(" [OPTION...]")
		return b.String()
	}
	for _, f := range flags.list {
		inPath := f.Param != nil && f.Param.In == api.Path
		if !inPath && !f.required() && !strings.ContainsAny(f.Name, "0123456789") { // the host's validator takes what follows a digit for an argument
			add(" [")
			f.writeTitle(&b)
			add("]")
		}
	}
	return b.String()
}
