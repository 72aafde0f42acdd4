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
	now     func() time.Time
	warned  []string
	name    func(ctx context.Context, k api.Kind, id string) string // the name for an identifier, "" where it is not known; may be nil
}

// choice returns what people want to see of an answer.
func (c *console) choice(ctx context.Context, view *output.View) (*output.Choice, error) {
	choice := output.NewChoice(view, !c.options.NoHeaders)
	choice.Safe = c.options.CSVSafe
	if c.name != nil {
		choice.Names = func(kind, id string) string { return c.name(ctx, api.Kind(kind), id) }
	}
	if view != c.view {
		return choice, nil
	}
	list := &c.options.List
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

// comparable returns the bytes of a size, and of a time what cells hold of times. Anything else stays as it is.
func (c *console) comparable(typed string) string {
	if n, ok := ParseSize(typed); ok {
		return strconv.FormatInt(n, 10)
	}
	if at, ok := ParseTime(typed, c.now()); ok {
		return at.UTC().Format(time.RFC3339Nano)
	}
	return typed
}

// show prints an answer in the form that was asked for. summary, which may be nil, learns of it.
func (c *console) show(ctx context.Context, view *output.View, body io.Reader, summary *output.Summary) error {
	s, format := c.streams, c.options.Format
	if c.options.Query != nil {
		raw, err := c.options.Query.Run(ctx, body, summary)
		if err != nil {
			return err
		}
		body, summary = bytes.NewReader(raw), nil
		if format == output.TableFormat {
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

// ok prints for people that something has been done. Programs see the status.
func (c *console) ok(sentence string) error {
	if c.options.Machine() || c.streams.Quiet {
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
		fmt.Fprintln(c.streams.Err, output.Shorten(safe(sentence), longestMessage))
	}
}

// warn warns people, once of one thing.
func (c *console) warn(sentence string) {
	if !c.streams.Quiet && !slices.Contains(c.warned, sentence) {
		c.warned = append(c.warned, sentence)
		fmt.Fprintln(c.streams.Err, c.streams.Paint(c.streams.ErrTerm, output.Warning, i18n.T("warning|Warning:"))+" "+output.Shorten(safe(sentence), longestMessage))
	}
}

// confirm asks before something that cannot be undone. Without a terminal it refuses, unless the command was forced.
func (c *console) confirm(ctx context.Context, question string, forced bool) error {
	if forced {
		return nil
	}
	if !c.streams.CanAsk() {
		return &UsageError{Lines: []string{question, i18n.T("confirm.nobody|Not a terminal: use '--force' to do it without asking.")}}
	}
	fmt.Fprintf(c.streams.Err, "%s [y/N]> ", question)
	line, _ := bufio.NewReader(c.streams.In).ReadString('\n')
	if ctx.Err() != nil {
		fmt.Fprintln(c.streams.Err)
		return ctx.Err()
	}
	if answer := strings.ToLower(strings.TrimSpace(line)); answer == "y" || answer == "yes" || answer == strings.ToLower(i18n.T("yes|yes")) {
		return nil
	}
	return Fail(ExitUsage, "confirm.declined|Nothing was done.")
}

// secret reads a text at a prompt that shows nothing. flag is what asks.
func (c *console) secret(ctx context.Context, flag string) (string, error) {
	fmt.Fprintf(c.streams.Err, "--%s: ", flag)
	raw, err := c.streams.ReadPass(ctx)
	fmt.Fprintln(c.streams.Err)
	if err != nil {
		return "", invalid(flag, err)
	}
	return string(raw), nil
}

// canAskSecret reports whether there is a prompt that shows nothing.
func (c *console) canAskSecret() bool { return c.streams.CanAsk() && c.streams.ReadPass != nil }

// dryRun turns the end of a dry run into success.
func dryRun(err error) error {
	if errors.Is(err, ErrDryRun) {
		return nil
	}
	return err
}
