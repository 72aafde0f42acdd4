package engine

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// console is where a command talks to people and programs.
type console struct {
	streams *output.Streams
	options *Options
	view    *output.View // of the command, which the options of lists are about
	wrap    string       // as in Command
	changes bool         // whether an answer is that of a request which has changed something
	now     func() time.Time
	server  string       // whose clock counts: that of the command's operation
	ahead   atomic.Int64 // how many nanoseconds its clock is ahead of this machine's, as far as that can be told
	mu      sync.Mutex   // of what is printed beside the answer: a job may ask several things at once
	warned  []string
	stdin   string                                                  // the flag that standard input was read for, once it was
	name    func(ctx context.Context, k api.Kind, id string) string // the name for an identifier, "" where it is not known; may be nil
}

// newConsole returns the console of a command.
func newConsole(streams *output.Streams, options *Options, command *Command, now func() time.Time) *console {
	c := &console{streams: streams, options: options, view: command.View, wrap: command.Wrap, server: instanceServer, now: now}
	if command.Op != nil {
		c.server, c.changes = command.Op.Server, !command.Op.ReadOnly()
	}
	return c
}

// instanceServer is the server of the instance itself.
var instanceServer = api.GetProtectionGroups.Server

// believable is how far a clock may be ahead or behind. One that is further off tells no time: a year 1 or 9999 comes of a fault, and by it nothing
// would be new, or nothing old.
const believable = 10 * 366 * 24 * time.Hour

// heard notes the time that an answer of a server says; zero where it does not. How long ago something was is told by the clock that wrote
// down when.
func (c *console) heard(server string, at time.Time) {
	if ahead := at.Sub(c.now()); server == c.server && ahead.Abs() <= believable {
		c.ahead.Store(int64(ahead))
	}
}

// serviceNow returns the time by the service's clock.
func (c *console) serviceNow() time.Time { return c.now().Add(time.Duration(c.ahead.Load())) }

// unnoticed is how far two clocks may be apart without anybody noticing: an answer takes its time, and says it in whole seconds.
const unnoticed = time.Minute

// shownNow returns the time that ages on the screen count to: the service's, or this machine's where nobody would notice.
func (c *console) shownNow() time.Time {
	now, there := c.now(), c.serviceNow()
	if there.Sub(now).Abs() < unnoticed {
		return now
	}
	return there
}

// choice returns what people want to see of an answer.
func (c *console) choice(ctx context.Context, view *output.View) (*output.Choice, error) {
	choice := output.NewChoice(view, !c.options.NoHeaders)
	choice.Safe, choice.Wide, choice.Now = c.options.CSVSafe, c.options.Format == output.WideFormat, c.shownNow
	choice.Zone, choice.Sizes = c.options.Zone, c.options.Sizes
	if c.name != nil {
		choice.Names = func(kind, id string) string { return c.name(ctx, api.Kind(kind), id) }
	}
	if view != c.view {
		return choice, nil
	}
	list := &c.options.List
	if list.selects() {
		choice.Limit = list.Limit
	}
	if list.Columns != nil {
		if err := choice.Columns(list.Columns); err != nil {
			return nil, invalid("columns", err)
		}
	}
	if list.SortBy != "" {
		if err := choice.SortBy(list.SortBy); err != nil {
			return nil, invalid("sort-by", err)
		}
	}
	for _, condition := range list.Filters {
		if err := choice.Filter(condition, c.comparable); err != nil {
			return nil, invalid("filter", err)
		}
	}
	return choice, nil
}

// comparable returns what cells of a unit hold of a number, a size, a length of time or a time that was typed. It is false for anything
// else.
func (c *console) comparable(unit output.Unit, typed string) (string, bool) {
	switch unit {
	case output.InBytes:
		if n, ok := parseBytes(typed); ok {
			return n.FloatString(3), true
		}
	case output.InSeconds:
		if d, ok := ParseSpan(typed); ok {
			return strconv.FormatInt(int64(d/time.Second), 10), true
		}
	case "":
		if at, ok := ParseTime(typed, c.now()); ok {
			return at.UTC().Format(time.RFC3339Nano), true
		}
	}
	number := strings.TrimSuffix(typed, "%")
	return number, output.IsNumber(number)
}

// show prints an answer in the form that was asked for. summary, which may be nil, learns of it.
func (c *console) show(ctx context.Context, view *output.View, body io.Reader, summary *output.Summary) error {
	s, format := c.streams, c.options.Format
	answer := bufio.NewReader(body)
	body = answer
	if _, err := output.Begin(answer); err == io.EOF {
		if c.changes {
			c.warn(i18n.T("answer.none|The service took the request and sent nothing back, so that its result cannot be shown."))
		}
		if c.options.Machine() && format != output.CSVFormat {
			body = strings.NewReader("{}")
		}
	}
	if c.options.Machine() && format != output.CSVFormat && c.wrap != "" && view == c.view {
		body = output.Wrapped(body, c.wrap)
	}
	if c.options.Query != nil {
		raw, err := c.options.Query.Run(ctx, body, summary)
		if err != nil {
			return c.explainQuery(err)
		}
		body, summary = bytes.NewReader(raw), nil
		if format.IsTable() {
			format = output.JSONFormat
		}
	}
	switch format {
	case output.JSONFormat:
		return output.JSON(s.JSONOut(), body, summary)
	case output.YAMLFormat:
		return output.YAML(s.MachineOut(), body, summary)
	}
	choice, err := c.choice(ctx, view)
	if err != nil {
		return err
	}
	if format == output.CSVFormat {
		return s.CSV(choice, body, summary)
	}
	return s.Table(choice, body, summary)
}

// explainQuery says what a query has against an answer, and that the request was carried out all the same. Other errors stay.
func (c *console) explainQuery(err error) error {
	var wrong *output.QueryError
	if !errors.As(err, &wrong) {
		return err
	}
	f := Fail(ExitFailed, badQuery, "Reason", err.Error())
	if c.changes {
		return f.Hint("query.done|The request was carried out; only its answer could not be shown.")
	}
	return f
}

// showValue prints a value of our own as if it were an answer of the service.
func (c *console) showValue(ctx context.Context, view *output.View, v any) error {
	raw, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if view == nil {
		view = c.view
	}
	return c.show(ctx, view, bytes.NewReader(raw), nil)
}

// ok prints for people that something has been done. Programs see the status, and get a document without a field.
func (c *console) ok(ctx context.Context, sentence string) error {
	switch {
	case c.options.Machine() && c.options.Format != output.CSVFormat:
		return c.show(ctx, c.view, strings.NewReader("{}"), nil)
	case c.options.Machine() || c.streams.Quiet:
		return nil
	}
	_, err := fmt.Fprintf(c.streams.Out, "%s\n%s\n", c.streams.Paint(c.streams.OutTerm, output.Good, i18n.T("ok|OK")), sentence)
	return err
}

// longestMessage is how many bytes of a failure, a warning or a note people see. A text of the service may have megabytes.
const longestMessage = 4 << 10

// note prints for people what is not an answer.
func (c *console) note(sentence string) {
	if !c.streams.Quiet {
		c.mu.Lock()
		defer c.mu.Unlock()
		fmt.Fprintln(c.streams.Err, c.streams.Fold(output.Shorten(safe(sentence), longestMessage)))
	}
}

// warn warns people, once of one thing.
func (c *console) warn(sentence string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.streams.Quiet && !slices.Contains(c.warned, sentence) {
		c.warned = append(c.warned, sentence)
		fmt.Fprintln(c.streams.Err, c.streams.Fold(c.streams.Paint(c.streams.ErrTerm, output.Warning, i18n.T("warning|Warning:"))+" "+output.Shorten(safe(sentence), longestMessage)))
	}
}

// ErrCanceled says that whoever was asked before a change answered no. It is success: nothing was changed, as was wanted.
var ErrCanceled = errors.New("the question was answered with no")

// confirm asks before something that cannot be undone, unless the command was forced. The answer comes from the terminal, or from
// the pipe or file that takes its place. The error is ErrCanceled for no, and one of usage where no answer comes.
func (c *console) confirm(ctx context.Context, question string, forced bool) error {
	if forced {
		return nil
	}
	if c.streams.InTerm && !c.streams.CanAsk() || c.streams.Unattended {
		return &UsageError{Lines: []string{question, i18n.T("confirm.force|Nobody can be asked: use '--force' to answer with yes.")}}
	}
	if !c.streams.Quiet {
		fmt.Fprintf(c.streams.Err, "%s [y/N]> ", question)
		question = question[strings.LastIndexByte(question, '\n')+1:] // an error behind it need not repeat what it is about
	}
	answer, err := readLine(c.streams.In)
	if !c.streams.InTerm && !c.streams.Quiet || ctx.Err() != nil {
		fmt.Fprintln(c.streams.Err) // nobody typed the end of the line
	}
	switch word := strings.ToLower(strings.TrimSpace(answer)); {
	case ctx.Err() != nil:
		return ctx.Err()
	case word == "y" || word == "yes" || word == strings.ToLower(i18n.T("yes|yes")):
		return nil
	case answer == "" && err != nil && !c.streams.InTerm:
		return &UsageError{Lines: []string{question, i18n.T("confirm.nobody|Standard input ended without an answer: use '--force', or pipe 'y' into the command.")}}
	case c.streams.InTerm || word == "" || word == "n" || word == "no" || word == strings.ToLower(i18n.T("no|no")):
		return ErrCanceled
	}
	// A list of ids that a loop reads must not be taken for so many answers of no.
	return &UsageError{Lines: []string{question, i18n.T("confirm.answer|'{{.Answer}}' from standard input is neither yes nor no.", "Answer", output.Shorten(output.Clean(answer), longestAnswer))}}
}

// longestAnswer is how many bytes of a line are read for the answer to a question.
const longestAnswer = 256

// readLine reads a line, and nothing behind it: the rest may be the next answer, or another program's. The error is io.EOF for one that does
// not end.
func readLine(r io.Reader) (string, error) {
	var line []byte
	for len(line) < longestAnswer {
		one := make([]byte, 1)
		n, err := r.Read(one)
		if n > 0 && one[0] == '\n' {
			break
		}
		line = append(line, one[:n]...)
		if err != nil {
			return string(line), err
		}
	}
	return string(line), nil
}

// secret reads a text at a prompt that shows nothing. title is what it is.
func (c *console) secret(ctx context.Context, title string) (string, error) {
	fmt.Fprintf(c.streams.Err, "%s: ", title)
	raw, err := c.streams.ReadPass(ctx)
	fmt.Fprintln(c.streams.Err)
	return string(raw), err
}

// forget lets a warning be said once more.
func (c *console) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.warned = nil
}

// canAskSecret reports whether there is a prompt that shows nothing.
func (c *console) canAskSecret() bool { return c.streams.CanAsk() && c.streams.ReadPass != nil }

// Wanted returns nil for the end of a dry run, and any other error as it is: a job that goes on after a request uses it.
func Wanted(err error) error {
	if errors.Is(err, ErrDryRun) {
		return nil
	}
	return err
}

// wanted turns an end that the person wanted, of a dry run or by answering no, into success.
func (c *console) wanted(err error) error {
	switch {
	case errors.Is(err, ErrCanceled):
		c.note(i18n.T("canceled|Canceled."))
	case !errors.Is(err, ErrDryRun):
		return err
	}
	return nil
}
