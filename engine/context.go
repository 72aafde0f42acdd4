package engine

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Context is what a job works with: the gate, the streams, the clock, and what was typed. Package enginetest makes one for tests,
// without a process or a network.
type Context struct {
	context.Context
	Gate    Gate
	Streams *output.Streams
	Options *Options
	Now     func() time.Time
	Session *service.Session // for jobs about the session itself; others use the gate
	Args    []string
	Request *api.Request // that the flags have made; nil for a job without an operation
	Named   string       // what the person called the thing that the command is about

	catalog   *Catalog
	command   *Command
	resource  *Resource // nil for a command directly below the namespace
	began     time.Time
	explainer explainer
	console   *console
	slots     *slots // of its requests; nil in tests of jobs
	flags     *Flags
	limit     time.Duration // how long it may wait; 0 for no limit
	until     time.Time     // when that is over
}

// NewContext returns what a job of a command works with, with the options that a command line without any has. The program makes
// its own; this is for tests of jobs.
func NewContext(ctx context.Context, command *Command, gate Gate, streams *output.Streams, now func() time.Time, args []string) *Context {
	flags, options, _ := newFlags(command, now)
	return &Context{
		Context: ctx, Gate: gate, Streams: streams, Options: options, Now: now, Args: args,
		command: command, began: now(), explainer: explainer{program: "ibmcloud"}, flags: flags,
		console: newConsole(streams, options, command, now),
	}
}

// Call sends a request through the gate and returns the whole answer.
func (c *Context) Call(r *api.Request, how ...How) (*Result, error) {
	result, err := readAll(c.Gate.Call(c, r, how...))
	return result, unanswered(r.Op, err)
}

// Send sends the command's own request, which the flags have made, after asking what the command asks.
func (c *Context) Send() (*Result, error) { return c.Call(c.Request, c.own()...) }

// own is how the command's own request is sent.
func (c *Context) own() []How {
	how := []How{own(c.place)}
	if c.command.Confirm != "" {
		how = append(how, askingFor(c.question))
	}
	return how
}

// ServiceNow returns the time by the clock of the service, to about a second, as its answers so far tell it; this machine's before the first
// one. What the service keeps is as old as its own clock says.
func (c *Context) ServiceNow() time.Time { return c.console.serviceNow() }

// Catalog returns all that people can type.
func (c *Context) Catalog() *Catalog { return c.catalog }

// question returns what the command asks before its request is sent, and "" for nothing. Where it cannot be read what would be lost, it
// is the plain question: whoever may delete a thing need not be allowed to read all about it. The end of the session, an interrupt and
// a service that does not answer are errors.
func (c *Context) question() (string, error) {
	plain := i18n.T(c.command.Confirm, "Name", output.Clean(c.Named))
	if c.command.Ask == nil {
		return plain, nil
	}
	question, err := c.command.Ask(c)
	var refused *service.Error
	var login *service.LoginError
	var expired *service.SessionExpired
	var silent *service.Unreachable
	switch {
	case c.Err() != nil:
		return "", c.Err()
	case err == nil:
		return question, nil
	case errors.As(err, &login), errors.As(err, &expired), errors.As(err, &silent), errors.As(err, &refused) && refused.Kind() == service.Unauthorized:
		return "", err
	}
	return plain, nil
}

// Began returns when the command began.
func (c *Context) Began() time.Time { return c.began }

// Since returns when the command began, less a minute for clocks that differ, as flags take a time.
func (c *Context) Since() string { return c.began.Add(-time.Minute).UTC().Format(time.RFC3339) }

// findOut returns the command line that shows what became of a request whose answer did not arrive, and "" where there is none.
func (c *Context) findOut() string {
	if c.command.FindOut != nil {
		return c.CommandLine(c.command.FindOut(c)...)
	}
	if c.resource != nil && slices.ContainsFunc(c.resource.Commands, func(sibling Command) bool { return sibling.Name == "list" }) {
		return c.CommandLine(c.resource.Name, "list")
	}
	return ""
}

// place returns where on the command line a problem of the command's own request is.
func (c *Context) place(p *api.Problem) string { return c.flags.place(p) }

// LookUp returns the identifier that the name of a thing of a kind stands for. An identifier stays as it is.
func (c *Context) LookUp(k api.Kind, word string) (string, error) { return c.Gate.LookUp(c, k, word) }

// CheckChange compares the body of a request that a job has made of an answer with the document, before anything is sent. What was wrong
// already in the body that leaves the thing as it is, is for the service to say; what a change has made wrong is an error of usage.
func (c *Context) CheckChange(old, changed *api.Request) error {
	was := findings(old, true, bodyPlace)
	fresh := slices.DeleteFunc(findings(changed, true, bodyPlace), func(f finding) bool { return slices.Contains(was, f) })
	return judge(fresh, c.Options, c.console.warn)
}

// NameOf returns the name of the thing of a kind that an identifier identifies, and "" where it is not known.
func (c *Context) NameOf(k api.Kind, id string) string {
	if c.console.name == nil {
		return ""
	}
	return c.console.name(c, k, id)
}

// Show prints an answer in the form that was asked for. A nil view is the command's own.
func (c *Context) Show(view *output.View, raw []byte) error {
	if view == nil {
		view = c.console.view
	}
	return c.console.show(c, view, bytes.NewReader(raw), nil)
}

// ShowValue prints a value of our own as if it were an answer of the service. A nil view is the command's own.
func (c *Context) ShowValue(view *output.View, v any) error { return c.console.showValue(c, view, v) }

// ShowPage prints for people an answer joined with what belongs to it, and the answer for programs. Whoever may not read what belongs to it sees
// the answer, and is told.
func (c *Context) ShowPage(page *Page, answer *Result) error {
	fields, ok := answer.Value.(map[string]any)
	if !ok || c.Options.Machine() || output.String(fields, page.ID) == "" {
		return c.Show(nil, answer.Raw)
	}
	joined, err := page.Join(c, answer.Value)
	if c.Err() != nil {
		return err
	}
	if err != nil {
		c.Warn("page.part|Not all of this page could be read: {{.Reason}}", "Reason", c.Reason(err))
	}
	fields["page"] = joined
	return c.ShowValue(page.View, fields)
}

// OK prints for people that something has been done; programs see the status.
func (c *Context) OK(text i18n.Text, args ...any) error {
	return c.console.ok(c, i18n.T(text, cleanArgs(args)...))
}

// Note prints for people what is not an answer.
func (c *Context) Note(text i18n.Text, args ...any) { c.console.note(i18n.T(text, cleanArgs(args)...)) }

// Say prints for people a sentence of a plan, which is translated already and safe to print.
func (c *Context) Say(sentence string) { c.console.note(sentence) }

// Warn warns people.
func (c *Context) Warn(text i18n.Text, args ...any) { c.console.warn(i18n.T(text, cleanArgs(args)...)) }

// Next prints, for people at a terminal, the command line that is likely wanted next.
func (c *Context) Next(words ...string) {
	if c.Streams.ErrTerm && !c.Options.Machine() {
		c.console.note(i18n.T("next|Next: {{.Command}}", "Command", c.CommandLine(words...)))
	}
}

// Confirm asks before something that cannot be undone. Without consent it is an error, unless the command was forced.
func (c *Context) Confirm(text i18n.Text, args ...any) error {
	return c.console.confirm(c, i18n.T(text, cleanArgs(args)...), c.Options.Force)
}

// Ask is Confirm for a question that is translated already and safe to print.
func (c *Context) Ask(question string) error { return c.console.confirm(c, question, c.Options.Force) }

// ReadSecret returns the secret that an argument stands for: the content of a file for @FILE, a line of standard input or of a prompt
// without echo for -, else the argument itself. title names it at the prompt.
func (c *Context) ReadSecret(title, typed string) (string, error) {
	if typed == "-" && c.console.canAskSecret() {
		return c.console.secret(c, title)
	}
	if typed == "-" {
		if err := c.console.takeInput(strings.TrimLeft(title, "-")); err != nil {
			return "", err
		}
	}
	text, _, err := (&input{ctx: c, console: c.console}).read(typed)
	if err != nil {
		return "", err
	}
	return plainSecret(title, text, typed), nil
}

// ReadFile returns the content of a file, or of standard input for -.
func (c *Context) ReadFile(name string) ([]byte, error) {
	if name != "-" {
		name = "@" + name
	}
	text, _, err := (&input{ctx: c, console: c.console}).read(name)
	return text, err
}

// ReadWords returns arguments with the lines of a file in the place of @FILE, or of standard input in the place of @-. Empty lines and
// those that begin with # are left out.
func (c *Context) ReadWords(words []string) (all []string, err error) {
	for _, word := range words {
		if !strings.HasPrefix(word, "@") {
			all = append(all, word)
			continue
		}
		typed := word
		if word == "@-" {
			typed = "-"
		}
		text, _, err := (&input{ctx: c, console: c.console}).read(typed)
		if err != nil {
			return nil, Usage("words.file|{{.Word}}: {{.Reason}}", "Word", word, "Reason", err.Error())
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				all = append(all, line)
			}
		}
	}
	return all, nil
}

// configName is the word before the commands about settings.
const configName = "config"

// CommandLine returns a command line that people can type, about the same instance as this one, or about the same connector where it goes to
// one.
func (c *Context) CommandLine(words ...string) string {
	words = c.Words(words...)
	line := c.explainer.program
	if c.catalog != nil && len(words) > 0 {
		words[0] = c.catalog.shortest(words[0])
	}
	for _, word := range words {
		line += " " + shellWord(word)
	}
	return line
}

// Words returns the words of a command, with the options that lead to the instance of this one, or to its connector.
func (c *Context) Words(words ...string) []string {
	options := c.targetOptions()
	if len(words) > 0 && c.catalog.goesToAppliance(words[0]) {
		own := &c.Options.Target.Appliance
		options = slices.DeleteFunc([][2]string{{"service-url", own.URL}, {"ca-file", own.CAFile}, {"fingerprint", own.Fingerprint}, {"certificate-name", own.CertificateName}},
			func(option [2]string) bool { return option[1] == "" })
	}
	if len(words) > 0 && words[0] == configName {
		options = nil // which is about no instance
	}
	words = slices.Clone(words)
	for _, option := range options {
		words = append(words, "--"+option[0], option[1])
	}
	return namesLast(words)
}

// namesLast returns the words of a command with a name that begins with a dash, and those behind it, at the end and behind --, so that they are no
// options. Options have two dashes, and a word behind one is its value.
func namesLast(words []string) []string {
	isOption := func(word string) bool { return strings.HasPrefix(word, "--") }
	for i, word := range words {
		if i == 0 || !strings.HasPrefix(word, "-") || isOption(word) || isOption(words[i-1]) {
			continue
		}
		end := len(words)
		if n := slices.IndexFunc(words[i:], isOption); n >= 0 {
			end = i + n
		}
		return slices.Concat(words[:i], words[end:], []string{"--"}, words[i:end])
	}
	return words
}

// ListItem returns a value as it is written in a list with commas.
func ListItem(value string) string {
	if !strings.ContainsAny(value, `",`) {
		return value
	}
	return `"` + strings.ReplaceAll(value, `"`, `""`) + `"`
}

// targetOptions are the options of this command line that say which instance is meant, with their values.
func (c *Context) targetOptions() [][2]string {
	t := c.Options.Target
	all := [][2]string{{"service-url", t.URL}, {"instance", t.Instance}, {"region", t.Region}, {"xibm-tenant-id", t.Tenant}}
	return slices.DeleteFunc(all, func(option [2]string) bool { return option[1] == "" })
}

// shellWord puts a word between quotes where a shell would not take it as it is.
func shellWord(word string) string {
	if word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=@,+%") == "" {
		return word
	}
	return "'" + strings.ReplaceAll(output.Clean(word), "'", `'\''`) + "'"
}

// timeLimit says that the time is over that a command may wait.
type timeLimit struct{ limit time.Duration }

func (e *timeLimit) Error() string { return "the time limit is over" }

func (e *timeLimit) explained(explainer) *Failure {
	return Fail(ExitTimeout, "wait.limit|The service did not answer within {{.Span}}.", "Span", output.Duration(e.limit))
}

// WithinTimeout does something that waits, for as long as --wait-timeout allows.
func (c *Context) WithinTimeout(do func(c *Context) error) error {
	limit := c.Options.Wait.Timeout
	if limit == 0 {
		return do(c)
	}
	limited := *c
	limited.limit, limited.until = limit, c.Now().Round(0).Add(limit) // of the wall's clock: a machine that sleeps waits too
	ctx, cancel := context.WithTimeoutCause(c.Context, limit, &timeLimit{limit})
	defer cancel()
	limited.Context = ctx
	return do(&limited)
}

// timedOut reports whether the time that the command may wait is over.
func (c *Context) timedOut() bool {
	var over *timeLimit
	return errors.As(context.Cause(c), &over) || c.limit > 0 && !c.Now().Round(0).Before(c.until)
}

// Sleep waits, unless the command ends or its time is over.
func (c *Context) Sleep(d time.Duration) error {
	if c.limit > 0 {
		left := c.until.Sub(c.Now().Round(0))
		if left <= 0 {
			return &timeLimit{c.limit}
		}
		d = min(d, left)
	}
	return service.Sleep(c, d)
}
