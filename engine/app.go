package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// App is one run of the plug-in: all that a command touches.
type App struct {
	Catalog *Catalog
	Session *service.Session
	Streams *output.Streams
	Now     func() time.Time // the clock; nil for the real one
}

// Run carries out one command line and returns the exit status. namespace is what the host found in front of the command, such as
// "backup-recovery protection-policy"; args are the words behind it.
func (a *App) Run(ctx context.Context, namespace string, args []string) int {
	i18n.SetLocale(a.Session.Locale)
	bound := *a
	bound.Streams = a.Streams.Interruptible(ctx)
	return int(bound.serve(ctx, namespace, args))
}

func (a *App) serve(ctx context.Context, namespace string, args []string) Exit {
	words := strings.Fields(namespace)
	if len(words) > 0 {
		words = words[1:] // our own namespace
	}
	x := explainer{program: a.Catalog.shortProgram()}
	found, err := a.Catalog.find(append(words, args...))
	if err == nil {
		help := &helpPage{streams: a.Streams}
		switch {
		case found.command != nil:
			x.role = found.command.Role
			err = a.run(ctx, found, x)
		case found.resource != nil:
			err = help.resource(a.Catalog, found.resource)
		default:
			err = help.catalog(a.Catalog)
		}
	}
	var f *Failure
	if ctx.Err() != nil && err != nil && !(errors.As(err, &f) && (f.Exit == ExitInterrupted || f.Exit == ExitUnknown)) {
		err = context.Cause(ctx)
	}
	return a.end(x.explain(err))
}

// clock returns the clock.
func (a *App) clock() func() time.Time {
	if a.Now == nil {
		return time.Now
	}
	return a.Now
}

// run parses the flags of a command and carries it out. The error is explained.
func (a *App) run(ctx context.Context, found *found, x explainer) error {
	command, now := found.command, a.clock()
	flags, options, job := newFlags(command, now)
	args, help, err := flags.parse(command.Name, found.rest)
	if help != noHelp {
		return (&helpPage{streams: a.Streams}).command(a.Catalog, found, flags, help == fullHelp)
	}
	if err == nil {
		console := newConsole(a.Streams, options, command, now)
		c := &Context{Context: ctx, Streams: a.Streams, Options: options, Now: now, Session: a.Session, Args: args,
			catalog: a.Catalog, command: command, resource: found.resource, began: now(), console: console, flags: flags}
		if flags.View != nil {
			console.view = cmp.Or(flags.View(args), console.view)
		}
		x.findOut = c.findOut
		c.explainer = x
		gate := newGate(a.Session, options, console)
		console.name = gate.names.name
		c.Gate, c.slots = gate, gate.slots
		err = console.wanted(c.carryOut(job))
	}
	var wrong *UsageError
	if errors.As(err, &wrong) {
		wrong.help = found.shortLine(a.Catalog) + " --help"
	}
	// While the failure is a usage error, its help is known here only.
	return x.explain(err)
}

// carryOut checks the options of a command, builds its request and carries it out.
func (c *Context) carryOut(job Job) error {
	c.Streams.Quiet = c.Streams.Quiet || c.Options.Quiet || c.Session.MCP
	c.Streams.Unattended = c.Session.MCP
	if err := c.Options.check(c.flags, c.command, c.waits()); err != nil {
		return err
	}
	if view := c.console.view; view != nil && !view.Open && (!c.Options.Machine() || c.Options.Format == output.CSVFormat) {
		if _, err := c.console.choice(c, view); err != nil {
			return err
		}
	}
	op := c.command.Op
	if op == nil {
		if err := checkArguments(c.command.Args, c.Args); err != nil {
			return err
		}
		return job(c)
	}
	if c.Options.Example != nil {
		return c.printExample(c.Options.Example)
	}
	if c.Options.Skeleton {
		_, err := c.Streams.Out.Write(skeleton(op))
		return err
	}
	for _, ignored := range c.command.Ignored {
		if f := c.flags.named(ignored.Name); f.given() {
			c.Warn("flag.unsent|--{{.Flag}} was not sent, because the API has no such parameter.", "Flag", ignored.Name)
		}
	}
	b := &builder{flags: c.flags, input: &input{ctx: c, console: c.console}}
	c.Request = api.NewRequest(op)
	err := b.parameters(c.Request)
	if err == nil {
		c.Request.Body, err = b.body(op)
	}
	if err == nil {
		_ = c.Request.SpellValues() // what is no JSON is found by the checks
	}
	if tenant := op.Param(api.TenantHeader); tenant != nil && c.Options.Target.Tenant != "" {
		c.Request.Set(tenant, c.Options.Target.Tenant)
	}
	if err == nil {
		c.Named, err = b.path(c.Request, c.command, c.Args)
	}
	if err == nil && c.flags.Complete != nil {
		err = c.flags.Complete(c.Request)
	}
	if err != nil {
		return err
	}
	return c.operate(job)
}

// waits reports whether the command waits, so that the options of waiting have an effect.
func (c *Context) waits() bool {
	return c.Options.Wait.Wait || c.flags.AlsoWaits != nil && c.flags.AlsoWaits()
}

// checkArguments compares positional arguments with those that a command takes.
func checkArguments(takes []Argument, args []string) error {
	for i, arg := range takes {
		if i >= len(args) && !arg.Optional {
			return Usage("argument.missing|{{.Argument}} is required.", "Argument", arg.Title)
		}
	}
	if many := len(takes) > 0 && takes[len(takes)-1].Many; len(args) > len(takes) && !many {
		return extraArgument(args[len(takes)])
	}
	return nil
}

// end prints a failure in the host's style and returns the exit status.
func (a *App) end(err error) Exit {
	if err == nil {
		return ExitDone
	}
	var f *Failure
	if errors.Is(err, syscall.EPIPE) || !errors.As(err, &f) {
		return ExitFailed // whoever read our output has gone; there is nobody to tell
	}
	if f.Silent {
		return f.Exit
	}
	w := a.Streams.Err
	if !a.Streams.Quiet {
		fmt.Fprintln(w, a.Streams.Paint(a.Streams.ErrTerm, output.Bad, i18n.T("failed|FAILED")))
	}
	next, meta := output.Shorten(safe(f.Next), longestMessage/4), output.Shorten(safe(f.Meta), longestMessage/4)
	what := make([]string, len(f.What))
	for i, line := range f.What {
		what[i] = output.Shorten(safe(line), longestMessage/2)
	}
	fmt.Fprintln(w, a.Streams.Fold(output.Shorten(strings.Join(what, "\n"), longestMessage-len(next)-len(meta)-len("FAILED\n\n\n\n"))))
	for _, line := range []string{next, meta} {
		if line != "" {
			fmt.Fprintln(w, line)
		}
	}
	return f.Exit
}
