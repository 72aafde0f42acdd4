package commands

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// page is a help page as it is being written.
type page struct {
	*output.Streams
	b strings.Builder
}

func (p *page) heading(text i18n.Text) {
	if p.b.Len() > 0 {
		p.b.WriteByte('\n')
	}
	p.b.WriteString(p.Paint(p.OutTerm, output.Title, i18n.T(text)) + "\n")
}

func (p *page) line(text string) { p.b.WriteString("  " + text + "\n") }

// table writes names with what they mean, wrapped to the terminal.
func (p *page) table(rows [][2]string) {
	width := 0
	for _, row := range rows {
		if w := runewidth.StringWidth(row[0]); w <= 34 {
			width = max(width, w)
		}
	}
	for _, row := range rows {
		lines := wrap(row[1], max(p.Width()-width-4, 30))
		name := runewidth.FillRight(row[0], width)
		if runewidth.StringWidth(row[0]) > width {
			p.line(row[0])
			name = strings.Repeat(" ", width)
		}
		for _, text := range lines {
			p.line(strings.TrimRight(name+"  "+text, " "))
			name = strings.Repeat(" ", width)
		}
	}
}

func (p *page) print() error {
	_, err := io.WriteString(p.Out, p.b.String())
	return err
}

// wrap breaks text at spaces so that no line is wider than width, where that can be done.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && runewidth.StringWidth(line)+1+runewidth.StringWidth(word) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

// helpRoot shows everything below the namespace.
func (a *App) helpRoot() error {
	p := &page{Streams: a.Streams}
	p.heading("NAME:")
	p.line(Program + " - " + i18n.T(About))
	p.heading("USAGE:")
	p.line(Program + " COMMAND [ARGUMENT...] [OPTION...]")
	p.heading("COMMANDS:")
	var rows [][2]string
	for _, r := range resources() {
		rows = append(rows, [2]string{strings.Join(append([]string{r.Name}, r.Aliases...), ", "), i18n.T(r.About)})
	}
	p.table(rows)
	p.b.WriteByte('\n')
	rows = nil
	for _, c := range rootCommands() {
		rows = append(rows, [2]string{c.Name, c.about()})
	}
	p.table(rows)
	p.b.WriteByte('\n')
	p.line(i18n.T("{{.Command}} COMMAND --help shows more about a command.", "Command", Program))
	return p.print()
}

// About is the one line about the plug-in.
const About i18n.Text = "Back up and recover with IBM Cloud Backup and Recovery."

// helpResource shows the commands of a resource.
func (a *App) helpResource(r *resource) error {
	p := &page{Streams: a.Streams}
	p.heading("NAME:")
	p.line(Program + " " + r.Name + " - " + i18n.T(r.About))
	if len(r.Aliases) > 0 {
		p.heading("ALIASES:")
		p.line(strings.Join(r.Aliases, ", "))
	}
	p.heading("USAGE:")
	p.line(Program + " " + r.Name + " COMMAND [ARGUMENT...] [OPTION...]")
	p.heading("COMMANDS:")
	var rows [][2]string
	for i := range r.Commands {
		c := &r.Commands[i]
		rows = append(rows, [2]string{strings.Join(append([]string{c.Name}, c.Aliases...), ", "), c.about()})
	}
	p.table(rows)
	p.b.WriteByte('\n')
	p.line(i18n.T("{{.Command}} COMMAND --help shows more about a command.", "Command", Program+" "+r.Name))
	return p.print()
}

// helpCommand shows how a command is used.
func (a *App) helpCommand(inv *invocation) error {
	p := &page{Streams: a.Streams}
	p.heading("NAME:")
	p.line(inv.cmd.Name + " - " + inv.cmd.about())
	if len(inv.cmd.Aliases) > 0 {
		p.heading("ALIASES:")
		p.line(strings.Join(inv.cmd.Aliases, ", "))
	}
	p.heading("USAGE:")
	for i, line := range wrap(usageLine(inv.words, inv.cmd, inv.flags, len(inv.flags.list) <= 24), a.Streams.Width()-6) {
		if i > 0 {
			line = "  " + line
		}
		p.line(line)
	}
	var own, common [][2]string
	for _, f := range inv.flags.list {
		row := [2]string{f.title(), f.describe()}
		if f.Common {
			common = append(common, row)
		} else {
			own = append(own, row)
		}
	}
	if len(own) > 0 {
		p.heading("OPTIONS:")
		p.table(own)
	}
	p.heading("COMMON OPTIONS:")
	p.table(common)
	if inv.cmd.Role != "" {
		p.b.WriteByte('\n')
		p.line(i18n.T("Needs the service role {{.Role}}.", "Role", inv.cmd.Role))
	}
	return p.print()
}

// title is how a flag stands in a list of options.
func (f *flagSpec) title() string {
	title := "--" + f.Name
	if f.Short != "" {
		title = "-" + f.Short + ", " + title
	}
	if f.Value != "" {
		title += " " + f.Value
	}
	return title
}

// describe is what a list of options says about a flag: its line, whether it is required, its default and values.
func (f *flagSpec) describe() string {
	text := i18n.T(f.About)
	if f.required() {
		text += " " + i18n.T("Required.")
	}
	if f.Field.Default != "" {
		text += " " + i18n.T("Default: {{.Value}}.", "Value", f.Field.Default)
	}
	if len(f.Field.Enum) > 0 {
		text += " " + i18n.T("Values: {{.Values}}.", "Values", strings.Join(f.Field.Enum, ", "))
	}
	return text
}

// required tells a flag that has to be given; one for a path parameter has its twin among the arguments.
func (f *flagSpec) required() bool {
	if f.Param != nil {
		return f.Param.Required && f.Param.In != api.Path
	}
	return len(f.Body) == 1 && f.Field.Required
}

// usageLine is the line that shows how a command is typed: arguments, what is required, and, where all is true,
// everything else that the host's guide to usage lines allows.
func usageLine(words string, c *command, flags *flagSet, all bool) string {
	parts := []string{words}
	params := 0
	for _, arg := range c.arguments() {
		if c.Op != nil {
			flag := c.pathParams()[params].Flag
			params++
			parts = append(parts, fmt.Sprintf("(%s | --%s ID)", arg.Title, flag))
		} else if arg.Optional {
			parts = append(parts, "["+arg.Title+"]")
		} else {
			parts = append(parts, arg.Title)
		}
	}
	var optional []string
	for _, f := range flags.list {
		word := "--" + f.Name
		if f.Short != "" {
			word = "-" + f.Short + ", " + word
		}
		if f.Value != "" {
			word += " " + f.Value
		}
		switch {
		case f.Param != nil && f.Param.In == api.Path:
		case f.required():
			parts = append(parts, word)
		case all && !strings.ContainsAny(f.Name, "0123456789"): // the host's validator takes what follows a digit for an argument
			optional = append(optional, "["+word+"]")
		}
	}
	if !all {
		optional = []string{"[OPTION...]"}
	}
	return strings.Join(append(parts, optional...), " ")
}
