package engine

import (
	"bytes"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// operate carries out a command that is an operation of the service.
func (c *Context) operate(job Job) error {
	op := c.command.Op
	if err := c.CheckOwn(); err != nil {
		return err // before anything is sent, also by what comes before the request itself
	}
	if err := c.checkOneOf(); err != nil {
		return err
	}
	switch {
	case job != nil:
		return c.WithinTimeout(job)
	case op.Answer == api.File:
		return c.saveAnswer()
	case c.Options.Wait.Wait:
		return c.WithinTimeout((*Context).operateAndWait)
	case c.command.Pages != nil:
		return c.showList()
	case c.command.Failed != nil:
		return c.showAndJudge()
	case c.command.Page != nil && !c.Options.Machine():
		return c.showPage()
	}
	return c.Stream()
}

// Stream sends the command's own request and prints the answer as it comes, of any size.
func (c *Context) Stream() error {
	answer, err := c.Gate.Call(c, c.Request, c.own()...)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if c.Request.Op.Answer == api.NoAnswer {
		return c.console.ok(c, i18n.T(c.command.Done, "Name", output.Clean(c.Named)))
	}
	return unanswered(c.Request.Op, c.console.show(c, c.command.View, answer.Body, nil))
}

// CheckOwn compares the command's own request with the document, before anything is sent. A job that completes it checks it once more.
func (c *Context) CheckOwn() error { return judge(findings(c.whole(), true, c.place), c.Options, nil) }

// whole returns the command's request with something in the place of each argument that its job can do without.
func (c *Context) whole() *api.Request {
	r := c.Request
	for _, arg := range c.command.Args {
		if p := c.command.twin(arg.Title); p != nil && arg.Optional && r.Get(p.Name) == nil {
			r = r.Clone()
			r.SetExact(p, "0:0:0")
		}
	}
	return r
}

// checkOneOf refuses a request that has none of the parameters of which the command needs one.
func (c *Context) checkOneOf() error {
	if len(c.command.Args) > 0 && len(c.Args) > 0 {
		return nil // arguments of the command's own stand for them
	}
	var names []string
	for _, name := range c.command.OneOf {
		if values := c.Request.Get(name); values != nil && values[0] != "" && values[0] != "false" {
			return nil
		}
		names = append(names, "--"+c.command.Op.Param(name).Flag)
	}
	if names == nil {
		return nil
	}
	if len(c.command.Args) > 0 {
		names = append([]string{c.command.Args[0].Title}, names...)
	}
	return Usage("flag.one-of|One of {{.Flags}} is required.", "Flags", strings.Join(names, ", "))
}

// showPage shows an answer joined with what belongs to it.
func (c *Context) showPage() error {
	result, err := c.Send()
	if err != nil {
		return err
	}
	return c.ShowPage(c.command.Page(), result)
}

// showAndJudge shows an answer, and fails where something of what was asked for was not done.
func (c *Context) showAndJudge() error {
	result, err := c.Send()
	if err == nil {
		err = c.console.show(c, c.command.View, bytes.NewReader(result.Raw), nil)
	}
	if err != nil {
		return err
	}
	return c.command.Failed(result.Value)
}
