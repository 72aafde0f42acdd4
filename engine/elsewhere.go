package engine

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// On returns a context for requests to another instance than the command's own, whatever names that one. word names the instance on the command
// lines that the context shows. Both contexts together send no more requests at once than one.
func (c *Context) On(instance *service.Instance, word string) *Context {
	options := *c.Options
	options.Target = service.Selection{Instance: word, Exactly: instance}
	return c.with(&options, c.Streams)
}

// Muted returns a context whose notes and warnings nobody sees, for a job that draws the whole screen.
func (c *Context) Muted() *Context {
	streams := *c.Streams
	streams.Err, streams.ErrTerm, streams.InTerm, streams.Quiet, streams.Unattended = io.Discard, false, false, true, true
	return c.with(c.Options, &streams)
}

// with returns a context with other options and streams, and a gate of its own, which has looked nothing up yet.
func (c *Context) with(options *Options, streams *output.Streams) *Context {
	other := *c
	console := newConsole(streams, options, c.command, c.Now)
	there := newGate(c.Session, options, console)
	if c.slots != nil {
		there.slots = c.slots
	}
	console.name = there.names.name
	other.Options, other.Streams, other.console, other.Gate, other.slots = options, streams, console, there, there.slots
	return &other
}

// ErrChanges says that a command may do more than read.
var ErrChanges = errors.New("this command may change something")

// Output carries out a command that only reads, about the instance that its words lead to, as those of Words do, and returns what it prints for
// people in a number of columns, with the reason where it failed. Its error is ErrChanges for a command that may do more than read.
func (c *Context) Output(width int, words ...string) (string, error) {
	found, err := c.catalog.find(words)
	if err != nil || found.command == nil {
		return "", err
	}
	if command := found.command; !command.ReadOnly && (command.Op == nil || !command.Op.ReadOnly()) {
		return "", ErrChanges
	}
	var text bytes.Buffer
	streams := &output.Streams{In: strings.NewReader(""), Out: &text, Err: &text, OutTerm: true, Color: c.Streams.Color, Columns: width, Unattended: true}
	app := &App{Catalog: c.catalog, Session: c.Session, Streams: streams, Now: c.Now}
	_ = app.serve(c, "", words) // the reason of a failure stands in the text
	return text.String(), c.Err()
}
