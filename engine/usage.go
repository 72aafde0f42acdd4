package engine

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
)

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
	for _, arg := range c.arguments() {
		twin := c.twin(arg.Title)
		switch {
		case twin != nil && c.Args != nil && arg.Optional:
			add(" [", arg.Title, arg.more(), " | --", twin.Flag, " ID]")
		case twin != nil:
			add(" (", arg.Title, arg.more(), " | --", twin.Flag, " ID)")
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

// writeTitle writes the title. Writing costs less than joining, which counts for the host's list of all commands.
func (f *flag) writeTitle(b *strings.Builder) {
	if f.Short != "" {
		b.WriteString("-" + f.Short + ", ")
	}
	b.WriteString("--")
	b.WriteString(f.Name)
	switch {
	case f.optional:
		b.WriteString(" [" + f.Value + "]")
	case f.Value != "":
		b.WriteByte(' ')
		b.WriteString(f.Value)
	}
}

// required reports whether a flag has to be given; one for a path parameter has its twin among the arguments.
func (f *flag) required() bool {
	if f.Param != nil {
		return f.Param.Required && f.Param.In != api.Path && !f.spare
	}
	return f.must || len(f.Body) == 1 && f.Field.Required && !f.spare
}
