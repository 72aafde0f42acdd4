package host

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// tree is a plug-in's metadata, with the commands of the host itself, arranged for lookups.
type tree struct {
	meta Metadata
	root *namespace
}

// namespace is a node of the tree. The root has no name: it is the host itself.
type namespace struct {
	Namespace
	full     string // canonical names from the top, as the plug-in gets them
	children []*namespace
	commands []*Command
}

// match is the result of a lookup: a command with its arguments, or the deepest namespace with the words that match nothing in
// it.
type match struct {
	namespace *namespace
	command   *Command
	rest      []string
}

// newTree arranges metadata. Metadata in which a name is ambiguous is an error.
func newTree(meta Metadata) (*tree, error) {
	if meta.Name == "" || len(meta.Commands) == 0 {
		return nil, errors.New("it has no name or no commands")
	}
	root := &namespace{commands: builtins()}
	byName := map[string]*namespace{"": root}
	taken := map[string]string{}
	for _, c := range root.commands {
		if err := claim(taken, "", c.Name, nil, "command of the host"); err != nil {
			return nil, err
		}
	}
	for _, n := range meta.Namespaces {
		if joinWords(n.Name) == "" {
			return nil, fmt.Errorf("a namespace below %q has no name", n.ParentName)
		}
		node := &namespace{Namespace: n, full: joinWords(n.ParentName, n.Name)}
		if err := claim(taken, joinWords(n.ParentName), n.Name, n.Aliases, "namespace"); err != nil {
			return nil, err
		}
		byName[node.full] = node
	}
	// In a second pass, because a namespace may stand before its parent; over the list, because its order is the plug-in's.
	for _, n := range meta.Namespaces {
		parent := byName[joinWords(n.ParentName)]
		if parent == nil {
			return nil, fmt.Errorf("the namespace %q stands in %q, which is not there", n.Name, n.ParentName)
		}
		parent.children = append(parent.children, byName[joinWords(n.ParentName, n.Name)])
	}
	for i := range meta.Commands {
		c := &meta.Commands[i]
		if joinWords(c.Name) == "" {
			return nil, fmt.Errorf("a command in the namespace %q has no name", c.Namespace)
		}
		parent := byName[joinWords(c.Namespace)]
		if parent == nil {
			return nil, fmt.Errorf("the command %q stands in the namespace %q, which is not there", c.Name, c.Namespace)
		}
		if err := claim(taken, parent.full, c.Name, c.aliases(), "command"); err != nil {
			return nil, err
		}
		parent.commands = append(parent.commands, c)
	}
	return &tree{meta, root}, nil
}

// claim records the names of a namespace or command. A name that another one has is an error.
func claim(taken map[string]string, parent, name string, aliases []string, kind string) error {
	owner := fmt.Sprintf("the %s %q", kind, joinWords(parent, name))
	var own []string
	for _, spelling := range append([]string{name}, aliases...) {
		key := joinWords(parent, spelling)
		if slices.Contains(own, key) {
			continue // a namespace or command may repeat its own name
		}
		if other := taken[key]; other != "" {
			return fmt.Errorf("%q means both %s and %s", key, other, owner)
		}
		taken[key] = owner
		own = append(own, key)
	}
	return nil
}

// resolve looks words up, the longest namespace first. A name may have several words.
func (n *namespace) resolve(words []string) match {
	best := match{namespace: n, rest: words}
	for length := len(words); length > 0; length-- {
		for _, child := range n.children {
			if !matches(words[:length], child.Name, child.Aliases) {
				continue
			}
			at := child.resolve(words[length:])
			if at.command != nil {
				return at
			}
			if len(at.rest) < len(best.rest) {
				best = at
			}
		}
	}
	for length := len(words); length > 0; length-- {
		for _, c := range n.commands {
			if matches(words[:length], c.Name, c.aliases()) {
				return match{n, c, words[length:]}
			}
		}
	}
	return best
}

// matches compares word by word: joined words would let one quoted argument pass for two words.
func matches(words []string, name string, aliases []string) bool {
	return slices.Equal(words, strings.Fields(name)) ||
		slices.ContainsFunc(aliases, func(alias string) bool { return slices.Equal(words, strings.Fields(alias)) })
}

// path returns what a user types to get to a namespace.
func (n *namespace) path() string { return joinWords(cliName, n.full) }

// visibleNames returns the names that help lists in a namespace.
func (n *namespace) visibleNames() []string {
	var names []string
	for _, child := range n.children {
		names = append(append(names, child.Name), child.Aliases...)
	}
	for _, c := range n.commands {
		if !c.Hidden {
			names = append(append(names, c.Name), c.aliases()...)
		}
	}
	return names
}

// joinWords joins names with single spaces and without empty ones.
func joinWords(names ...string) string {
	return strings.Join(strings.Fields(strings.Join(names, " ")), " ")
}

// nearest returns the name with the smallest edit distance to a word, or "" if none is close.
func nearest(word string, names []string) string {
	best, least := "", len(word)/3+2 // two edits of a short word leave nothing in common
	for _, name := range names {
		if d := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(name)); d < least && d < len(word) {
			best, least = name, d
		}
	}
	return best
}
