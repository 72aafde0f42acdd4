package engine

import (
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// Group is a namespace in the host's sense: a resource with its commands.
type Group struct {
	Name    string
	Aliases []string
	About   string
}

// Leaf is a command as the host lists it.
type Leaf struct {
	Group   string // "" for a command directly below our namespace
	Name    string
	Aliases []string
	About   string
	Usage   string
	Flags   []Flag
	Command *Command
}

// Flag is an option as the host lists it.
type Flag struct {
	Name     string // with its short form in front: "q, quiet"
	About    string
	HasValue bool
	Field    *api.Field // what it takes
	Param    *api.Param // the parameter that it fills; nil for none
	Body     []string   // the path of the field of the body that it fills; nil for none
}

// Tree returns everything that the plug-in offers, for the host's list of commands and for tests. It is built for them only: a
// command line derives the flags of the one command that it names.
func (c *Catalog) Tree() (groups []Group, leaves []Leaf) {
	for _, command := range c.Commands {
		leaves = append(leaves, leaf(c, &found{command: command}))
	}
	for _, r := range c.Resources {
		groups = append(groups, Group{Name: r.Name, Aliases: r.Aliases, About: i18n.T(r.About)})
		for i := range r.Commands {
			leaves = append(leaves, leaf(c, &found{resource: r, command: &r.Commands[i]}))
		}
	}
	return groups, leaves
}

func leaf(catalog *Catalog, f *found) Leaf {
	c := f.command
	l := Leaf{Name: c.Name, Aliases: c.Aliases, About: c.about(), Command: c}
	if f.resource != nil {
		l.Group = f.resource.Name
	}
	flags, _, _ := newFlags(c, time.Now)
	l.Flags = make([]Flag, 0, len(flags.list))
	for _, f := range flags.list {
		name := f.Name
		if f.Short != "" {
			name = f.Short + ", " + f.Name
		}
		l.Flags = append(l.Flags, Flag{Name: name, About: i18n.T(f.About), HasValue: f.Value != "", Field: f.Field, Param: f.Param, Body: f.Body})
	}
	l.Usage = usageLine(f.line(catalog), c, flags, true)
	return l
}
