package commands

import "ibmcloud-backup-recovery-plugin/i18n"

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
}

// Flag is an option as the host lists it.
type Flag struct {
	Name     string // with its short form in front: "q, quiet"
	About    string
	HasValue bool
}

// Tree is everything that the plug-in offers, for the host's list of commands and for tests. It is built for
// them only: a command line builds the one command that it names.
func Tree() (groups []Group, leaves []Leaf) {
	for _, c := range rootCommands() {
		leaves = append(leaves, leaf(nil, c))
	}
	for _, r := range resources() {
		groups = append(groups, Group{Name: r.Name, Aliases: r.Aliases, About: i18n.T(r.About)})
		for i := range r.Commands {
			leaves = append(leaves, leaf(r, &r.Commands[i]))
		}
	}
	return groups, leaves
}

func leaf(r *resource, c *command) Leaf {
	words := Program + " " + c.Name
	l := Leaf{Name: c.Name, Aliases: c.Aliases, About: c.about()}
	if r != nil {
		words = Program + " " + r.Name + " " + c.Name
		l.Group = r.Name
	}
	flags := newFlags(c)
	for _, f := range flags.list {
		name := f.Name
		if f.Short != "" {
			name = f.Short + ", " + f.Name
		}
		l.Flags = append(l.Flags, Flag{Name: name, About: i18n.T(f.About), HasValue: f.Value != ""})
	}
	l.Usage = usageLine(words, c, flags, true)
	return l
}
