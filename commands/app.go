// Package commands is what people type: a file for each resource, and the engine that makes a command out of
// an operation of the API. Nothing here knows HTTP.
package commands

import (
	"context"
	"errors"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Namespace is the word of the plug-in behind `ibmcloud`, and Program what people type before a command.
const (
	Namespace = "backup-recovery"
	Program   = "ibmcloud " + Namespace
)

// App is one run of the plug-in: all that a command touches.
type App struct {
	Session *service.Session
	Streams *output.Streams
	Now     func() time.Time // the clock
}

// Run carries out one command line. namespace is what the host found in front of the command, such as
// "backup-recovery protection-policy"; args are the words behind it. It gives the exit status.
func (a *App) Run(ctx context.Context, namespace string, args []string) int {
	i18n.SetLocale(a.Session.Locale)
	words := strings.Fields(namespace)
	if len(words) > 0 {
		words = words[1:] // our own namespace
	}
	r, c, rest, err := find(append(words, args...))
	if err == nil {
		switch {
		case c != nil:
			err = a.run(ctx, r, c, rest)
		case r != nil:
			err = a.helpResource(r)
		default:
			err = a.helpRoot()
		}
	}
	var said *failure
	if ctx.Err() != nil && err != nil && !(errors.As(err, &said) && said.exit == exitInterrupted) {
		err = context.Cause(ctx)
	}
	return a.finish(err)
}

// find goes from words to the command that they name. Without a command it is the resource whose help is
// wanted, or nothing for the help of the whole plug-in. rest are the words behind the command.
func find(words []string) (r *resource, c *command, rest []string, err error) {
	if len(words) > 0 && words[0] == "help" {
		if r, c, rest, err = find(words[1:]); c != nil {
			rest = []string{"--help"}
		}
		return r, c, rest, err
	}
	if len(words) == 0 || isHelp(words[0]) {
		return nil, nil, nil, nil
	}
	var names []string
	for _, c := range rootCommands() {
		if c.answersTo(words[0]) {
			return nil, c, words[1:], nil
		}
		names = append(names, c.Name)
	}
	for _, r := range resources() {
		names = append(append(names, r.Name), r.Aliases...)
		if !r.answersTo(words[0]) {
			continue
		}
		if len(words) == 1 || isHelp(words[1]) {
			return r, nil, nil, nil
		}
		names = nil
		for i := range r.Commands {
			if r.Commands[i].answersTo(words[1]) {
				return r, &r.Commands[i], words[2:], nil
			}
			names = append(append(names, r.Commands[i].Name), r.Commands[i].Aliases...)
		}
		return nil, nil, nil, unknownWord(Program+" "+r.Name, words[1], names)
	}
	return nil, nil, nil, unknownWord(Program, words[0], names)
}

func isHelp(word string) bool { return word == "--help" || word == "-h" || word == "-help" }

func unknownWord(above, word string, names []string) error {
	if near := api.Nearest(word, names); near != "" {
		return usage("{{.Word}} is not a command of {{.Above}}; did you mean {{.Near}}?", "Word", quoted(word), "Above", above, "Near", near)
	}
	return usage("{{.Word}} is not a command of {{.Above}}; {{.Help}} lists them.", "Word", quoted(word), "Above", above, "Help", above+" --help")
}

// invocation is one command on its way: what was typed, and what is found out about it.
type invocation struct {
	*App
	ctx    context.Context
	cmd    *command
	words  string // the command as people type it
	args   []string
	flags  *flagSet
	client *service.Client
	stdin  string        // the flag that standard input went to
	until  time.Time     // the end of the time that the command may wait, where there is a limit
	limit  time.Duration // that limit; 0 for none
	named  string        // what the person called the thing that the command is about
}

// run parses the flags of a command and carries it out.
func (a *App) run(ctx context.Context, r *resource, c *command, args []string) error {
	words := Program + " " + c.Name
	if r != nil {
		words = Program + " " + r.Name + " " + c.Name
	}
	inv := &invocation{App: a, ctx: ctx, cmd: c, words: words, flags: newFlags(c)}
	wantsHelp, err := inv.flags.parse(c.Name, args, &inv.args)
	if wantsHelp {
		return a.helpCommand(inv)
	}
	if err == nil {
		err = inv.common()
	}
	if err == nil {
		if c.Run != nil {
			err = inv.countArgs()
			if err == nil {
				err = c.Run(inv)
			}
		} else {
			err = inv.operate()
		}
	}
	var wrong *usageError
	if errors.As(err, &wrong) {
		wrong.help = words + " --help"
	}
	return inv.explain(err)
}

// countArgs holds the positional arguments against the ones that the command takes.
func (inv *invocation) countArgs() error {
	args := inv.cmd.arguments()
	for i, arg := range args {
		if i >= len(inv.args) && !arg.Optional {
			return usage("{{.Argument}} is missing.", "Argument", arg.Title)
		}
	}
	if len(inv.args) > len(args) {
		return usage("{{.Argument}} is one argument too many.", "Argument", quoted(inv.args[len(args)]))
	}
	return nil
}

// common applies the options that every command has.
func (inv *invocation) common() error {
	if inv.flags.isTrue("quiet") {
		inv.Streams.Quiet = true
	}
	if inv.Session.MCP {
		inv.Streams.Quiet = true
	}
	switch inv.format() {
	case "table", "json", "yaml", "csv":
	default:
		return usage("--output: {{.Value}} is not one of table, json, yaml and csv.", "Value", quoted(inv.format()))
	}
	if inv.cmd.View != nil {
		if _, err := inv.choice(inv.cmd.View); err != nil {
			return err
		}
	}
	if inv.flags.given("jmes-query") {
		if inv.format() == "csv" {
			return usage("--jmes-query works with json and yaml, not with csv.")
		}
		if _, err := output.ParseQuery(inv.flags.text("jmes-query")); err != nil {
			return usage("--jmes-query: {{.Reason}}", "Reason", err.Error())
		}
	}
	return nil
}

// format is the wanted form of the answer.
func (inv *invocation) format() string {
	if !inv.flags.given("output") {
		return "table"
	}
	return strings.ToLower(inv.flags.text("output"))
}

// want is what the command line says about where to go.
func (inv *invocation) want() service.Want {
	return service.Want{
		URL: inv.flags.text("service-url"), Instance: inv.flags.text("instance"), Region: inv.flags.text("region"),
		Tenant: inv.flags.text("xibm-tenant-id"), Offline: inv.flags.isTrue("dry-run"),
	}
}

// connect gives the client, and makes it when there is none yet.
func (inv *invocation) connect() (*service.Client, error) {
	if inv.client != nil {
		return inv.client, nil
	}
	client, err := inv.Session.Connect(inv.ctx, inv.want())
	if err != nil {
		return nil, err
	}
	inv.client = client
	inv.noteUnused(client.Target)
	return client, nil
}

// noteUnused says when a flag that chooses an instance had no effect because an address stands before it.
func (inv *invocation) noteUnused(t *service.Target) {
	for _, name := range []string{"instance", "region"} {
		if inv.flags.given(name) && t.Instance == nil && t.Base != nil {
			inv.warn(i18n.T("--{{.Flag}} has no effect: {{.Via}} names the endpoint, {{.URL}}.",
				"Flag", name, "Via", t.Via, "URL", t.Base))
		}
	}
}

// send sends a request and gives the answer, unread. Whoever gets it closes its body.
func (inv *invocation) send(r *api.Request) (*service.Answer, error) {
	client, err := inv.connect()
	if err != nil {
		return nil, err
	}
	return client.Do(inv.ctx, r)
}

// answer sends a request and gives what the whole answer holds.
func (inv *invocation) answer(r *api.Request) (any, error) {
	answer, err := inv.send(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return output.Read(answer.Body)
}

func (inv *invocation) now() time.Time {
	if inv.Now != nil {
		return inv.Now()
	}
	return time.Now()
}
