package commands

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// operate carries out a command that is an operation of the service.
func (inv *invocation) operate() error {
	op := inv.cmd.Op
	if inv.flags.isTrue("generate-json-input") {
		_, err := inv.Streams.Out.Write(op.Skeleton())
		return err
	}
	if err := inv.checkWait(); err != nil {
		return err
	}
	r := api.NewRequest(op)
	if err := inv.setParams(r); err != nil {
		return err
	}
	body, err := inv.body(op)
	if err != nil {
		return err
	}
	r.Body = body
	if err := inv.setPath(r); err != nil {
		return err
	}
	if err := inv.check(r); err != nil {
		return err
	}
	if inv.flags.isTrue("dry-run") {
		return inv.showRequest(r)
	}
	if inv.cmd.Confirm != "" {
		if err := inv.confirm(inv.cmd.Confirm, "Name", inv.named); err != nil {
			return err
		}
	}
	if op.Answer == api.File {
		return inv.download(r)
	}
	switch {
	case inv.cmd.Start != nil:
		return inv.withinLimit(func() error { return inv.cmd.Start(inv, r) })
	case inv.flags.isTrue(waitFlag.Flag):
		return inv.withinLimit(func() error { return inv.operateAndWait(r) })
	case inv.cmd.Pages != nil:
		return inv.showList(r)
	case inv.cmd.Failed != nil:
		return inv.showAndTell(r)
	}
	answer, err := inv.send(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if op.Answer == api.NoAnswer {
		return inv.say(i18n.T(inv.cmd.Done, "Name", output.Clean(inv.named)))
	}
	return inv.show(answer.Body)
}

// showAndTell shows an answer, and fails where something of what it was asked for was not done.
func (inv *invocation) showAndTell(r *api.Request) error {
	a, err := inv.exchange(r)
	if err == nil {
		err = inv.show(bytes.NewReader(a.raw))
	}
	if err != nil {
		return err
	}
	return inv.cmd.Failed(a.value)
}

// setParams fills query and header parameters from their flags.
func (inv *invocation) setParams(r *api.Request) error {
	for _, f := range inv.flags.list {
		if f.raw == nil || f.Param == nil || f.Param.In == api.Path {
			continue
		}
		items := f.raw[len(f.raw)-1:]
		if f.Field.Lists > 0 {
			var err error
			if items, err = f.items(); err != nil {
				return err
			}
		}
		items = slices.Clone(items)
		for i, item := range items {
			var err error
			if f.Field.Secret {
				items[i], err = inv.secret(f, item)
			} else {
				items[i], err = inv.wire(f, item)
			}
			if err != nil {
				return err
			}
		}
		r.Set(f.Param, items...)
	}
	for _, f := range noPlace[r.Op.ID] {
		if inv.flags.given(f.Name) {
			inv.warn(i18n.T("--{{.Flag}} was not sent: the service has no such parameter.", "Flag", f.Name))
		}
	}
	if tenant := inv.flags.text("xibm-tenant-id"); tenant != "" {
		if p := r.Op.Param(api.TenantHeader); p != nil {
			r.Set(p, tenant)
		}
	}
	return nil
}

// setPath fills the path parameters: from their flags as they are, else from the arguments, in the path's
// order, where a name becomes an id.
func (inv *invocation) setPath(r *api.Request) error {
	args := inv.args
	for i, p := range inv.cmd.pathParams() {
		f := inv.flags.named(p.Flag)
		if f.raw != nil {
			inv.named = inv.flags.text(p.Flag)
			r.Set(p, inv.named)
			continue
		}
		if len(args) == 0 {
			continue // the check says that it is missing
		}
		word := args[0]
		args = args[1:]
		inv.named = word
		id := word
		if i < len(inv.cmd.Finds) {
			var err error
			if id, err = inv.lookUp(&inv.cmd.Finds[i], word); err != nil {
				return err
			}
		}
		r.Set(p, id)
	}
	if len(args) > 0 {
		return usage("{{.Argument}} is one argument too many.", "Argument", quoted(args[0]))
	}
	return nil
}

// check holds the request against the API description: errors end the command, warnings are said.
func (inv *invocation) check(r *api.Request) error {
	var wrong []string
	for _, p := range r.Check() {
		sentence := inv.place(&p) + i18n.T(p.Text, cleanArgs(p.Args)...)
		if !strings.HasSuffix(sentence, "?") {
			sentence += "."
		}
		if p.Warning {
			inv.warn(sentence)
		} else {
			wrong = append(wrong, sentence)
		}
	}
	if len(wrong) > 0 {
		return &usageError{lines: wrong}
	}
	return nil
}

func cleanArgs(args []any) []any {
	args = slices.Clone(args)
	for i := range args {
		if s, ok := args[i].(string); ok {
			args[i] = output.Clean(s)
		}
	}
	return args
}

// place names where a problem is in the words of the command line: the flag, and the path inside its value.
func (inv *invocation) place(p *api.Problem) string {
	if p.Param != nil {
		if p.Param.In == api.Path && !inv.flags.given(p.Param.Flag) && p.Text == "is required" {
			args := inv.cmd.arguments()
			for i, param := range inv.cmd.pathParams() {
				if param == p.Param {
					return i18n.T("{{.Argument}} or --{{.Flag}} ", "Argument", args[i].Title, "Flag", p.Param.Flag)
				}
			}
		}
		return flagPlace(p.Param.Flag, "", p.Text)
	}
	if inv.flags.given("json-input") {
		return flagPlace("json-input", p.Path, p.Text)
	}
	// The longest flag whose field holds the place, preferring one that was typed.
	var best *flagSpec
	rest := p.Path
	for _, f := range inv.flags.list {
		path := strings.Join(f.Body, ".")
		behind, ok := strings.CutPrefix(p.Path, path)
		if f.Body == nil || !ok || behind != "" && behind[0] != '.' && behind[0] != '[' {
			continue
		}
		if best == nil || f.raw != nil && best.raw == nil || f.raw != nil == (best.raw != nil) && len(path) > len(strings.Join(best.Body, ".")) {
			best, rest = f, strings.TrimPrefix(behind, ".")
		}
	}
	if best == nil {
		return p.Path + ": "
	}
	return flagPlace(best.Name, rest, p.Text)
}

func flagPlace(flag, path string, text api.Text) string {
	switch {
	case path != "" && strings.HasPrefix(string(text), "is "):
		return "--" + flag + ": " + output.Clean(path) + " "
	case path != "":
		return "--" + flag + ": " + output.Clean(path) + ": "
	case strings.HasPrefix(string(text), "is "):
		return "--" + flag + " "
	}
	return "--" + flag + ": "
}

// showRequest prints what would be sent, secrets hidden.
func (inv *invocation) showRequest(r *api.Request) error {
	target, err := inv.Session.Locate(inv.ctx, inv.want())
	if err != nil {
		return err
	}
	shown, err := target.Show(r)
	if err != nil {
		return err
	}
	if tenant, ok := shown.Headers[api.TenantHeader]; ok && tenant == "" {
		shown.Headers[api.TenantHeader] = i18n.T("[found with the instance]")
	}
	if inv.format() != "table" || inv.flags.given("jmes-query") {
		return inv.showValue(shown)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", shown.Method, shown.URL)
	for _, name := range slices.Sorted(maps.Keys(shown.Headers)) {
		fmt.Fprintf(&b, "%s: %s\n", name, output.Clean(shown.Headers[name]))
	}
	if len(shown.Body) > 0 {
		b.WriteByte('\n')
		if err := output.JSON(&b, bytes.NewReader(shown.Body), nil); err != nil {
			return err
		}
	}
	_, err = inv.Streams.Program().Write([]byte(b.String()))
	return err
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
