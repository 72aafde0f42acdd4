package engine

import (
	"ibmcloud-backup-recovery-plugin/api"
)

// found is what the words of a command line name: a command, a resource whose help is wanted, or nothing, for the help of all.
type found struct {
	resource *Resource
	command  *Command
	rest     []string // the words behind the command
}

// line returns the command as people type it.
func (f *found) line(c *Catalog) string {
	if f.resource != nil {
		return c.program() + " " + f.resource.Name + " " + f.command.Name
	}
	return c.program() + " " + f.command.Name
}

// find finds what words name.
func (c *Catalog) find(words []string) (*found, error) {
	if len(words) > 0 && words[0] == "help" {
		f, err := c.find(words[1:])
		if err == nil && f.command != nil {
			f.rest = []string{"--help"}
		}
		return f, err
	}
	if len(words) == 0 || isHelp(words[0]) {
		return &found{}, nil
	}
	var names []string
	for _, command := range c.Commands {
		if command.answersTo(words[0]) {
			return &found{command: command, rest: words[1:]}, nil
		}
		names = append(append(names, command.Name), command.Aliases...)
	}
	for _, r := range c.Resources {
		if r.answersTo(words[0]) {
			return c.findIn(r, words[1:])
		}
		names = append(append(names, r.Name), r.Aliases...)
	}
	return nil, unknownCommand(c.program(), words[0], names)
}

// findIn finds what words behind a resource name.
func (c *Catalog) findIn(r *Resource, words []string) (*found, error) {
	if len(words) == 0 || isHelp(words[0]) {
		return &found{resource: r}, nil
	}
	var names []string
	for i := range r.Commands {
		command := &r.Commands[i]
		if command.answersTo(words[0]) {
			return &found{resource: r, command: command, rest: words[1:]}, nil
		}
		names = append(append(names, command.Name), command.Aliases...)
	}
	return nil, unknownCommand(c.program()+" "+r.Name, words[0], names)
}

func unknownCommand(above, word string, names []string) error {
	e := Usage("command.unknown|Unknown command '{{.Word}}'.", "Word", word)
	if near := api.Nearest(word, names); near != "" {
		e = Usage("command.near|Unknown command '{{.Word}}'. Did you mean '{{.Near}}'?", "Word", word, "Near", near)
	}
	e.help = above + " --help"
	return e
}
