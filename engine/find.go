package engine

import (
	"slices"

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

// shortLine is line with the aliases of the namespace and the resource.
func (f *found) shortLine(c *Catalog) string {
	if f.resource != nil {
		return c.shortProgram() + " " + f.resource.short() + " " + f.command.Name
	}
	return c.shortProgram() + " " + f.command.Name
}

// find finds what words name.
func (c *Catalog) find(words []string) (*found, error) {
	if len(words) > 0 && words[0] == "help" {
		return findHelp(words, c.find)
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
	return nil, unknownCommand(c.shortProgram(), words[0], names)
}

// findHelp finds what the words behind help name, and asks for its help. find finds what words name.
func findHelp(words []string, find func(words []string) (*found, error)) (*found, error) {
	names := slices.DeleteFunc(slices.Clone(words[1:]), func(word string) bool { return word == allOfHelp })
	f, err := find(names)
	if err != nil || f.command == nil {
		return f, err
	}
	f.rest = []string{"--help"}
	if slices.Contains(words, allOfHelp) {
		f.rest = append(f.rest, allOfHelp)
	}
	return f, nil
}

// findIn finds what words behind a resource name.
func (c *Catalog) findIn(r *Resource, words []string) (*found, error) {
	if len(words) == 0 || isHelp(words[0]) {
		return &found{resource: r}, nil
	}
	if words[0] == "help" {
		return findHelp(words, func(words []string) (*found, error) { return c.findIn(r, words) })
	}
	var names []string
	for i := range r.Commands {
		command := &r.Commands[i]
		if command.answersTo(words[0]) {
			return &found{resource: r, command: command, rest: words[1:]}, nil
		}
		names = append(append(names, command.Name), command.Aliases...)
	}
	return nil, unknownCommand(c.shortProgram()+" "+r.short(), words[0], names)
}

func unknownCommand(above, word string, names []string) error {
	e := Usage("command.unknown|Unknown command '{{.Word}}'.", "Word", word)
	if near := api.Nearest(word, names); near != "" {
		e = Usage("command.near|Unknown command '{{.Word}}'. Did you mean '{{.Near}}'?", "Word", word, "Near", near)
	}
	e.help = above + " --help"
	return e
}
