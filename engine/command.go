// Package engine makes commands of the operations of the API: flags, bodies, names, the gate that every request goes through,
// pages, waiting, downloads, help and errors. What there is to type stands in package commands; the engine knows none of it.
package engine

import (
	"cmp"
	"slices"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Catalog is all that people can type.
type Catalog struct {
	Namespace string      // the word behind `ibmcloud`
	Short     string      // its alias, which examples use; "" for none
	About     i18n.Text   // one line about the plug-in
	Examples  []string    // a few command lines to begin with, as those of commands
	Resources []*Resource // words below the namespace with commands of their own
	Commands  []*Command  // directly below the namespace
}

// program is what people type before a resource or command.
func (c *Catalog) program() string { return "ibmcloud " + c.Namespace }

// shortProgram is program with the alias of the namespace.
func (c *Catalog) shortProgram() string { return "ibmcloud " + cmp.Or(c.Short, c.Namespace) }

// Resource is a word below the namespace with the commands for one sort of thing.
type Resource struct {
	Name     string
	Aliases  []string
	About    i18n.Text
	Commands []Command
}

// Command is one command: an operation of the service with a view, a job, or an operation that a job carries out.
type Command struct {
	Name    string
	Aliases []string
	Op      *api.Operation
	About   i18n.Text // for a command without an operation; else the operation's own line counts
	View    *output.View
	Role    Role      // the least IAM role that may do it
	Confirm i18n.Text // asked before the request is sent; {{.Name}} is what the person named
	// Ask returns the question in the place of Confirm, with what would be lost, and "" for none. It reads what it has to know, so that
	// it is not called where nothing is asked. Where the service does not let it read that, Confirm is asked.
	Ask    func(c *Context) (question string, err error)
	Done   i18n.Text              // said after an operation that answers with nothing; {{.Name}} as above
	Failed func(answer any) error // finds in an answer of success what was not done; nil where that cannot be
	Wrap   string                 // the field in which programs find a list that the service sends bare; "" for an answer as it is
	Pages  *Paging                // how a list continues after one answer; nil where it does not
	Page   func() *Page           // what people see in the place of View; nil for that
	Wait   *Waiting               // what --wait waits for; nil where there is nothing to wait for
	// FindOut returns the words, behind the program's name, of the command that shows what became of a request whose answer did not
	// arrive; nil for the list of the resource.
	FindOut func(c *Context) []string
	Ignored []IgnoredFlag // flags of scripts for which the operation has no place
	// Examples are up to three command lines that work as they stand, each without the program: `run create web-files --wait`.
	Examples []string
	// Bodies are examples of the body of the operation, the most common first, for --example.
	Bodies []Body
	// Main are the names of the flags that people need, the most useful first, besides the required ones. Help shows the other flags
	// of an operation only with --all; where Main is nil, it shows them all.
	Main []string

	// Job declares flags of its own and returns what carries the command out; nil where an operation is all that there is.
	Job  func(f *Flags) Job
	Args []Argument // of a job; where it carries out an operation, in the place of the twins of its path parameters
	// Appliance is the connector or connector agent that a job talks to beside the instance, by the server's name; "" for none.
	Appliance string
	Local     bool // whether a job sends nothing to an instance
	ReadOnly  bool // whether a job changes nothing, so that there is no dry run of it
	Lenient   bool // whether a job checks for slips what was typed for a body, so that there is --lenient
	Asks      bool // whether a job asks before something is lost, so that there is --force
	Waits     bool // whether a job always waits, so that the options of waiting have an effect without --wait
	Archive   bool // whether the file that it fetches is an archive, which can be unpacked
	Writes    bool // whether a job writes what it shows to a file on request, see Context.Write
	Replaces  bool // whether the file replaces an earlier one that the person has named, without --force
	// FileName returns the name of a file that the service does not name; nil for one that is made of the request.
	FileName func(c *Context) string
	// Formats are formats of --output beside those of every command, in which a job shows its answer by itself. FormatsAbout is the line
	// of help that names them all.
	Formats      []output.Format
	FormatsAbout i18n.Text
	// Settings returns the words of its own that a job sets, for help; nil for a job without such.
	Settings func() []HelpWord
	// OneOf are parameters of the operation of which at least one is needed, where the document requires none of them.
	OneOf []string
}

// Page is what people see of a thing: the answer, joined with what else belongs to it. Programs get the answer alone.
type Page struct {
	View *output.View
	ID   string // the path of what identifies the thing in the answer; nothing can be joined without
	// Join returns what is joined with an answer, which stands at "page" for the view. What it cannot read, it leaves out.
	Join func(c *Context, answer any) (joined any, err error)
}

// HelpWord is a word that can be typed, with what it means.
type HelpWord struct {
	Word  string
	About i18n.Text
}

// Job carries a command out.
type Job func(c *Context) error

// Argument is a positional argument of a job.
type Argument struct {
	Title    string // in capitals
	Optional bool
	Many     bool            // whether it is the last one and there may be several of it
	Choices  func() []string // returns what it may be; nil for anything
	Kind     api.Kind        // of what it names, for completion, where its title does not say so; "" for that of the title
}

// more returns what stands behind the title of an argument of which there may be several.
func (a *Argument) more() string {
	if a.Many {
		return "..."
	}
	return ""
}

// IgnoredFlag is a flag that scripts use and that has no place in the API. It is accepted, so that the scripts run, and a
// warning says that it has no effect.
type IgnoredFlag struct {
	Name  string
	Value string // what stands for its value in help; "" for a switch
}

// Role is an IAM service role.
type Role string

// The roles, each with all that the ones before it may do.
const (
	Reader  Role = "Reader"
	Writer  Role = "Writer"
	Manager Role = "Manager"
)

// about returns the line of help.
func (c *Command) about() string {
	if c.Op != nil && c.About == "" {
		return i18n.T(i18n.Text(c.Op.About))
	}
	return i18n.T(c.About)
}

// arguments returns the positional arguments: for an operation the twins of its path parameters, unless its job takes others.
func (c *Command) arguments() []Argument {
	if c.Op == nil || c.Args != nil {
		return c.Args
	}
	var list []Argument
	for _, p := range c.pathParams() {
		list = append(list, Argument{Title: argumentTitle(p.Kind), Optional: p.Flag != ""})
	}
	return list
}

// pathParams returns the parameters in the path of the command's operation, and none for a command without one.
func (c *Command) pathParams() []*api.Param {
	var list []*api.Param
	if c.Op == nil {
		return nil
	}
	for i := range c.Op.Params {
		if c.Op.Params[i].In == api.Path {
			list = append(list, &c.Op.Params[i])
		}
	}
	return list
}

// twin returns the path parameter whose twin is the argument with a title, and nil where there is none.
func (c *Command) twin(title string) *api.Param {
	for _, p := range c.pathParams() {
		if argumentTitle(p.Kind) == title {
			return p
		}
	}
	return nil
}

// savesFile reports whether the command saves a file.
func (c *Command) savesFile() bool {
	return c.Archive || c.Writes || c.Op != nil && c.Op.Answer == api.File
}

// resumes reports whether the command can continue a file that was interrupted.
func (c *Command) resumes() bool {
	return !c.Writes && (c.Op == nil || c.Op.Param("startOffset") != nil)
}

// shortest returns the shortest name of a resource that is named in full, and any other word as it is.
func (c *Catalog) shortest(word string) string {
	for _, r := range c.Resources {
		if r.Name == word {
			return r.short()
		}
	}
	return word
}

// short returns what people type for a resource: its first alias, where it has one.
func (r *Resource) short() string {
	if len(r.Aliases) > 0 {
		return r.Aliases[0]
	}
	return r.Name
}

func (r *Resource) answersTo(word string) bool {
	return r.Name == word || slices.Contains(r.Aliases, word)
}

func (c *Command) answersTo(word string) bool {
	return c.Name == word || slices.Contains(c.Aliases, word)
}
