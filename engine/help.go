package engine

import (
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

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

// maxNameWidth is how wide the names of a table may be, in columns; a wider one has a line of its own.
const maxNameWidth = 28

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

// wrap breaks text at spaces so that no line is wider than width, where that can be done. An ellipsis stays with the word before it.
func wrap(text string, width int) []string {
	words := strings.Fields(text)
	if last := len(words) - 1; last > 0 && words[last] == "…" {
		words = append(words[:last-1], words[last-1]+" …")
	}
	return output.Fill(words, width)
}

const (
	headName     i18n.Text = "help.name|NAME:"
	headAliases  i18n.Text = "help.aliases|ALIASES:"
	headUsage    i18n.Text = "help.usage|USAGE:"
	headCommands i18n.Text = "help.commands|COMMANDS:"
	moreHelp     i18n.Text = "help.more|Run '{{.Command}} COMMAND --help' for more about a command."
)

// examples writes command lines that people can paste. Each is the words behind the program.
func (p *helpPage) examples(c *Catalog, list []string) {
	if len(list) == 0 {
		return
	}
	p.heading("help.examples|EXAMPLES:")
	for _, words := range list {
		for _, line := range exampleLines(c.shortProgram()+" "+words, p.streams.Width()-2) {
			p.line(line)
		}
	}
}

// commands writes commands under a heading; nothing where there are none.
func (p *helpPage) commands(heading i18n.Text, list []*Command) {
	if len(list) == 0 {
		return
	}
	p.heading(heading)
	rows := make([][2]string, len(list))
	for i, c := range list {
		rows[i] = [2]string{strings.Join(append([]string{c.Name}, c.Aliases...), ", "), c.about()}
	}
	p.table(rows)
}

// catalog shows everything below the namespace: the jobs that people come for, then the resources, then what else there is.
func (p *helpPage) catalog(c *Catalog) error {
	p.heading(headName)
	p.text(c.program() + " - " + i18n.T(c.About))
	p.examples(c, c.Examples)
	p.heading(headUsage)
	p.line(c.program() + " COMMAND [ARGUMENT...] [OPTION...]")
	var jobs, others []*Command
	for _, command := range c.Commands {
		if command.Op == nil && !command.Local {
			jobs = append(jobs, command)
		} else {
			others = append(others, command)
		}
	}
	p.commands("help.tasks|TASKS:", jobs)
	p.heading("help.resources|RESOURCES:")
	var rows [][2]string
	for _, r := range c.Resources {
		rows = append(rows, [2]string{strings.Join(append([]string{r.Name}, r.Aliases...), ", "), i18n.T(r.About)})
	}
	p.table(rows)
	p.commands("help.others|OTHER COMMANDS:", others)
	p.b.WriteByte('\n')
	p.text(i18n.T(moreHelp, "Command", c.shortProgram()))
	return p.print()
}

// resource shows the commands of a resource.
func (p *helpPage) resource(c *Catalog, r *Resource) error {
	line := c.program() + " " + r.Name
	p.heading(headName)
	p.text(line + " - " + i18n.T(r.About))
	if len(r.Aliases) > 0 {
		p.heading(headAliases)
		p.line(strings.Join(r.Aliases, ", "))
	}
	p.heading(headUsage)
	p.line(line + " COMMAND [ARGUMENT...] [OPTION...]")
	list := make([]*Command, len(r.Commands))
	for i := range r.Commands {
		list[i] = &r.Commands[i]
	}
	p.commands(headCommands, list)
	p.b.WriteByte('\n')
	p.text(i18n.T(moreHelp, "Command", c.shortProgram()+" "+r.short()))
	return p.print()
}

// command shows how a command is used: with all, every option and value.
func (p *helpPage) command(catalog *Catalog, found *found, flags *Flags, all bool) error {
	c := found.command
	p.heading(headName)
	p.text(c.Name + " - " + c.about())
	p.examples(catalog, c.Examples)
	if len(c.Aliases) > 0 {
		p.heading(headAliases)
		p.line(strings.Join(c.Aliases, ", "))
	}
	p.heading(headUsage)
	p.lines(output.Fill(usageParts(usageLine(found.line(catalog), c, flags, false)), p.streams.Width()-6))
	if c.Settings != nil {
		p.settings(c, found)
	}
	p.options(c, found.shortLine(catalog), flags, all)
	if c.Role != "" {
		p.b.WriteByte('\n')
		p.text(i18n.T("help.role|Required service role: {{.Role}}", "Role", c.Role))
	}
	return p.print()
}

// settings writes the words that a command sets.
func (p *helpPage) settings(c *Command, found *found) {
	p.heading("help.settings|SETTINGS:")
	var rows [][2]string
	for _, w := range c.Settings() {
		rows = append(rows, [2]string{w.Word, i18n.T(w.About)})
	}
	p.table(rows)
	if c.Local { // those are all that there are
		return
	}
	p.text(i18n.T("help.paths|Any other field by its path; 'explain {{.Resource}}' lists them.", "Resource", found.resource.short()))
}

// options writes the options of a command, and how to see those that are left out. line is the command in short words.
func (p *helpPage) options(c *Command, line string, flags *Flags, all bool) {
	shown, left := c.options(flags, all)
	if len(shown)+left > 0 {
		p.heading("help.options|OPTIONS:")
		p.table(optionRows(shown, all, c.Examples))
	}
	if left > 0 {
		p.text(i18n.T("help.left|{{.Count}} more option: {{.Command}}|{{.Count}} more options: {{.Command}}", "Count", left, "Command", line+" --help --all"))
	}
	var common []*flag
	for _, f := range flags.list {
		if f.Common {
			common = append(common, f)
		}
	}
	p.heading("help.common|COMMON OPTIONS:")
	p.table(optionRows(common, all, nil))
}

func optionRows(flags []*flag, all bool, examples []string) [][2]string {
	rows := make([][2]string, len(flags))
	for i, f := range flags {
		rows[i] = [2]string{f.title(), f.describe(all, examples)}
	}
	return rows
}
