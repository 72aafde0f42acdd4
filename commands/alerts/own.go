package alerts

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Open returns the open alerts of the instance, as the service sends them. Whether instances answer for alerts is not documented: where this
// one refuses, there are none, and no error.
func Open(c *engine.Context) ([]any, error) {
	result, err := c.Call(onInstance(c, api.NewRequest(&api.GetAlerts).SetNamed("alertStates", "kOpen")))
	if isUnavailable(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return output.List(result.Value, "alerts"), nil
}

// isUnavailable reports whether an error says that an instance does not answer for alerts, or not for this user.
func isUnavailable(err error) bool {
	var refused *service.Error
	if !errors.As(err, &refused) {
		return false
	}
	switch refused.Status {
	case http.StatusForbidden, http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusNotImplemented:
		return true
	}
	return false
}

// onInstance returns a request to the Manager for alerts as one to the instance, which has the same path there, with its tenant.
func onInstance(c *engine.Context, r *api.Request) *api.Request {
	op := *r.Op
	op.Server = api.GetProtectionGroups.Server
	op.Params = append(append([]api.Param{}, op.Params...), *api.GetProtectionGroups.Param(api.TenantHeader))
	own := api.NewRequest(&op)
	for i := range r.Op.Params {
		if values := r.Get(r.Op.Params[i].Name); values != nil {
			own.SetNamed(r.Op.Params[i].Name, values...)
		}
	}
	if tenant := c.Options.Target.Tenant; tenant != "" {
		own.SetNamed(api.TenantHeader, tenant)
	}
	return own
}

// asksManager reports whether the Manager is asked and not the instance: something names it, and nothing on the command line names an
// instance.
func asksManager(c *engine.Context) (bool, error) {
	if t := c.Options.Target; t.URL != "" || t.Instance != "" || c.Session == nil {
		return false, nil
	}
	return c.Session.HasManager()
}

// send sends the command's own request to the Manager, or else to the instance.
func send(c *engine.Context) (*engine.Result, error) {
	manager, err := asksManager(c)
	if err != nil {
		return nil, err
	}
	if manager {
		return c.Send()
	}
	c.Request = onInstance(c, c.Request)
	result, err := c.Send()
	return result, explained(c, err)
}

// explained returns the refusal of an instance as one that says what is known: the service does not document whether instances answer for
// alerts.
func explained(c *engine.Context, err error) error {
	var refused *service.Error
	if !errors.As(err, &refused) {
		return err
	}
	if refused.Kind() == service.Unauthorized {
		return engine.Hint(err, "refused.login|The token was refused. Log in again with 'ibmcloud login'.")
	}
	if !isUnavailable(err) {
		return err
	}
	exit := engine.ExitNotFound
	if refused.Kind() == service.Forbidden {
		exit = engine.ExitLogin
	}
	f := engine.Fail(exit, "alert.unavailable|The instance does not answer for alerts. Whether instances do is not documented.")
	f.What = append(f.What, output.Clean(refused.Words()))
	return f.Hint("alert.manager|If you have access to the Manager, name it with '{{.Command}}' and the settings '{{.Key}}', or '{{.User}}', '{{.Password}}' and '{{.Authenticator}}'.",
		"Command", c.CommandLine("config", "set", service.SettingManagerURL, "URL"), "Key", service.SettingManagerKey, "User", service.SettingManagerUser, "Password", service.SettingManagerPassword,
		"Authenticator", service.SettingManagerAuthenticator)
}

// period is the time in which alerts were raised, as a person says it.
type period struct{ since, until time.Time }

func (p *period) declare(f *engine.Flags) {
	f.Time(&p.since, "since", "alert.since|Only alerts raised at this time or later.")
	f.Until(&p.until, "until", "alert.until|Only alerts raised at this time or earlier.")
}

// set sets the parameters of the command's request for the period.
func (p *period) set(c *engine.Context, from, to string) error {
	if !p.until.IsZero() && p.since.After(p.until) {
		return engine.Usage("alert.since-until|--since is after --until.")
	}
	for _, one := range []struct {
		flag, param string
		at          time.Time
	}{{"since", from, p.since}, {"until", to, p.until}} {
		if one.at.IsZero() {
			continue
		}
		if c.Request.Get(one.param) != nil {
			return engine.Usage("alert.twice|--{{.Flag}} and --{{.Other}} exclude each other.", "Flag", one.flag, "Other", c.Request.Op.Param(one.param).Flag)
		}
		c.Request.SetNamed(one.param, strconv.FormatInt(one.at.UnixMicro(), 10))
	}
	return nil
}

// listAlerts returns the job of `alert list`.
func listAlerts(f *engine.Flags) engine.Job { return answered(f) }

// sumUp returns the job of `alert summary`.
func sumUp(f *engine.Flags) engine.Job { return answered(f) }

// answered returns the job that shows what the Manager or the instance answers for a period.
func answered(f *engine.Flags) engine.Job {
	var p period
	p.declare(f)
	return func(c *engine.Context) error {
		if err := p.set(c, "startTimeUsecs", "endTimeUsecs"); err != nil {
			return err
		}
		result, err := send(c)
		if err != nil {
			return err
		}
		return c.Show(nil, result.Raw)
	}
}

// getAlert returns the job of `alert get`.
func getAlert(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		raw, err := find(c, api.NewRequest(&api.GetAlerts).SetNamed("alertIds", c.Args[0]), func(id string) bool { return id == c.Args[0] })
		if err == nil && raw == nil && !strings.Contains(c.Args[0], ":") { // it may be the last part of an ID
			raw, err = find(c, api.NewRequest(&api.GetAlerts), func(id string) bool { return strings.HasSuffix(id, ":"+c.Args[0]) })
		}
		if err != nil {
			return err
		}
		if raw == nil {
			return engine.Fail(engine.ExitNotFound, "alert.missing|There is no alert '{{.ID}}'.", "ID", c.Args[0]).Hint("alert.list|Run '{{.Command}}' to see them all.", "Command", c.CommandLine("alert", "list"))
		}
		return c.Show(nil, raw)
	}
}

// find returns the alert, in JSON, that a request finds and whose ID is the wanted one, and nil where there is none. Several are an error.
func find(c *engine.Context, r *api.Request, wanted func(id string) bool) (found json.RawMessage, err error) {
	manager, err := asksManager(c)
	if err != nil {
		return nil, err
	}
	if !manager {
		r = onInstance(c, r)
	}
	result, err := c.Call(r)
	if err != nil && !manager {
		return nil, explained(c, err)
	}
	if err != nil {
		return nil, err
	}
	page, err := output.SplitPage(result.Raw, "alerts")
	if err != nil {
		return nil, err
	}
	for i, alert := range output.List(result.Value, "alerts") {
		switch {
		case i >= len(page.Items) || !wanted(output.String(alert, "id")):
		case found != nil:
			return nil, engine.Fail(engine.ExitNotFound, "alert.ambiguous|The IDs of several alerts end in '{{.ID}}'. Use the whole ID.", "ID", c.Args[0])
		default:
			found = json.RawMessage(page.Items[i])
		}
	}
	return found, nil
}
