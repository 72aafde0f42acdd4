package commands

import (
	"slices"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// resource is a word below `backup-recovery` with the commands for one kind of thing.
type resource struct {
	Name     string
	Aliases  []string
	About    i18n.Text
	Commands []command
}

// command is one command: an operation of the service with a view, or a function of its own.
type command struct {
	Name    string
	Aliases []string
	Op      *api.Operation
	About   i18n.Text // for a command without an operation; else the operation's own line counts
	View    *output.View
	Confirm i18n.Text                             // asked before the request is sent; {{.Name}} is what the person named
	Done    i18n.Text                             // said after an operation that answers with nothing; {{.Name}} as above
	Role    role                                  // the least IAM role that may do it
	Pages   *paging                               // how a list goes on behind one answer; nil where it does not
	Wait    *waiting                              // how it waits with --wait; nil where there is nothing to wait for
	Watches bool                                  // for a command without an operation: whether it always waits
	Failed  func(answer any) error                // finds in an answer of success what was not done; nil where that cannot be
	Start   func(*invocation, *api.Request) error // sends the request where that takes more than sending; nil for the engine's own way
	Asks    bool                                  // for a command without an operation: whether it talks to the instance
	Archive bool                                  // whether the file that it fetches is an archive, which can be unpacked
	Finds   []finder                              // how names become ids, one for each path parameter, in the path's order
	Args    []argument
	Flags   []api.Field // flags of a command without an operation
	Run     func(*invocation) error
}

// argument is a positional argument of a command without an operation.
type argument struct {
	Title    string // in capitals
	Optional bool
}

// role is an IAM service role.
type role string

// The roles, each with all that the ones before it may do.
const (
	reader  role = "Reader"
	writer  role = "Writer"
	manager role = "Manager"
)

// finder turns the name of a thing into its id by asking for the things with that name.
type finder struct {
	Noun i18n.Text         // "protection policy"
	Arg  string            // the positional argument in a usage line, in capitals
	IsID func(string) bool // tells an id, which needs no look-up
	Op   *api.Operation    // lists the things; nil where only an id will do
	By   string            // the query parameter that narrows the list by name; "" where there is none
	Rows string            // path to the list in the answer
	Name string            // path to the name in a row
	ID   string            // path to the id in a row
}

// about is the one line of help.
func (c *command) about() string {
	if c.Op != nil && c.About == "" {
		return i18n.T(c.Op.About)
	}
	return i18n.T(c.About)
}

// arguments are the positional arguments: for an operation the twins of its path parameters.
func (c *command) arguments() []argument {
	if c.Op == nil {
		return c.Args
	}
	var list []argument
	for i, p := range c.pathParams() {
		title := "ID"
		if i < len(c.Finds) {
			title = c.Finds[i].Arg
		}
		list = append(list, argument{Title: title, Optional: p.Flag != ""})
	}
	return list
}

func (c *command) pathParams() []*api.Param {
	var list []*api.Param
	for i := range c.Op.Params {
		if c.Op.Params[i].In == api.Path {
			list = append(list, &c.Op.Params[i])
		}
	}
	return list
}

// resources is everything below the namespace that has commands of its own.
func resources() []*resource {
	return []*resource{
		&protectionPolicies, &protectionGroups, &runs, &sources, &recoveries, &connections, &connectors,
		&connectorAgents, &agentUpgrades, &configuration,
	}
}

// rootCommands stand directly below the namespace.
func rootCommands() []*command {
	var list []*command
	for _, group := range [][]command{targeting, searches, snapshots, downloads} {
		for i := range group {
			list = append(list, &group[i])
		}
	}
	return list
}

func (r *resource) answersTo(word string) bool {
	return r.Name == word || slices.Contains(r.Aliases, word)
}

func (c *command) answersTo(word string) bool {
	return c.Name == word || slices.Contains(c.Aliases, word)
}
