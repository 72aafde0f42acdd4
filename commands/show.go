package commands

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// show puts an answer out in the form that was asked for.
func (inv *invocation) show(body io.Reader) error { return inv.showAs(inv.cmd.View, body) }

// showAs is show for an answer that another view than the command's own fits.
func (inv *invocation) showAs(view *output.View, body io.Reader) error {
	return inv.showSeen(view, body, nil)
}

// showSeen is showAs for an answer of which something has to be known afterwards.
func (inv *invocation) showSeen(view *output.View, body io.Reader, seen *output.Seen) error {
	s, format := inv.Streams, inv.format()
	if inv.flags.given("jmes-query") {
		query, err := output.ParseQuery(inv.flags.text("jmes-query"))
		if err != nil {
			return err
		}
		raw, err := query.Run(body, seen)
		if err != nil {
			return err
		}
		body, seen = bytes.NewReader(raw), nil
		if format == "table" {
			format = "json"
		}
	}
	switch format {
	case "json":
		return output.JSON(s.Program(), body, seen)
	case "yaml":
		return output.YAML(s.Program(), body, seen)
	}
	choice, err := inv.choice(view)
	if err != nil {
		return err
	}
	if format == "csv" {
		return s.CSV(choice, body, seen)
	}
	return s.Table(choice, body, seen)
}

// say tells people that something has been done. Programs see the status.
func (inv *invocation) say(sentence string) error {
	if inv.format() != "table" || inv.Streams.Quiet {
		return nil
	}
	_, err := fmt.Fprintf(inv.Streams.Out, "%s\n%s\n", inv.Streams.Paint(inv.Streams.OutTerm, output.Good, i18n.T("OK")), sentence)
	return err
}

// confirm asks before something that cannot be undone. Without a person to ask it refuses, unless forced.
func (inv *invocation) confirm(question i18n.Text, args ...any) error {
	if inv.flags.isTrue("force") {
		return nil
	}
	sentence := i18n.T(question, cleanArgs(args)...)
	if !inv.Streams.CanAsk() {
		return &usageError{lines: []string{sentence, i18n.T("There is nobody to ask: say --force to do it.")}}
	}
	fmt.Fprintf(inv.Streams.Err, "%s [y/N] ", sentence)
	answered := make(chan string, 1)
	go func() { // reading a terminal cannot be interrupted otherwise
		line, _ := bufio.NewReader(inv.Streams.In).ReadString('\n')
		answered <- strings.ToLower(strings.TrimSpace(line))
	}()
	select {
	case <-inv.ctx.Done():
		fmt.Fprintln(inv.Streams.Err)
		return inv.ctx.Err()
	case answer := <-answered:
		if answer == "y" || answer == "yes" || answer == strings.ToLower(i18n.T("yes")) {
			return nil
		}
	}
	return &failure{what: []string{i18n.T("Nothing was done.")}, exit: exitUsage}
}
