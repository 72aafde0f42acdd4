package connections

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// firstUser is the user that a new connector has.
const firstUser = "admin"

// hostArgument is the address of a connector or a connector agent.
var hostArgument = engine.Argument{Title: "HOST"}

// emptyHost says that the address was given and is empty, as where a variable of a script is not set.
const emptyHost i18n.Text = "connector.host-empty|HOST is empty."

// registration is how a connector is registered with a connection, from nothing to connected.
type registration struct {
	host        string // its address
	named       string // the connection, as it was typed
	connection  string // its ID
	token       string // for the registration, as it was typed; "" for a new one of the instance
	newPassword string // as it was typed; "" where it is asked for
	noWait      bool
	timeout     time.Duration // of waiting; 0 for the usual one

	login  *service.Login
	before map[string]bool // the IDs of the connectors that the connection had; nil where they were not looked at
	done   []string        // what was changed so far, in sentences
}

// usualWait is how long a registration is waited for.
const usualWait = 10 * time.Minute

// registerConnector does what people do by hand: it logs in, changes the first password where the connector demands it, registers the
// connector with a token of the connection, and waits until the instance sees it.
func registerConnector(f *engine.Flags) engine.Job {
	r := &registration{}
	f.Text(&r.named, "connection", "CONNECTION", "connector.flag-connection|The connection that it belongs to (name or ID).")
	f.Names("connection", api.KindConnection)
	f.Require("connection")
	f.Text(&r.token, "registration-token", "TOKEN", "connector.flag-token|A token of the connection in the place of a new one: @FILE, or -.")
	f.Text(&r.newPassword, "new-password", "PASSWORD", "connector.flag-password|The user's new password, where the connector demands one: @FILE, or -.")
	f.Switch(&r.noWait, "no-wait", "connector.flag-nowait|Do not wait until the instance sees it connected.")
	f.Span(&r.timeout, "wait-timeout", "connector.flag-timeout|Stop waiting after this time, with exit status 6; 10 minutes by default.")
	return func(c *engine.Context) error {
		if r.host = c.Args[0]; r.host == "" {
			return engine.Usage(emptyHost)
		}
		c.Options.Target.Appliance.URL, c.Options.Target.Appliance.Via = r.host, service.Via(hostArgument.Title)
		if l := &c.Options.Login; l.Token == "" && service.ConnectorVariable("ACCESS_TOKEN") == "" {
			l.User = cmp.Or(l.User, service.ConnectorVariable("USERNAME"), firstUser)
		}
		c.Options.Wait.Timeout = cmp.Or(r.timeout, usualWait)
		err := r.run(c)
		return c.Partly(err, r.done)
	}
}

func (r *registration) run(c *engine.Context) (err error) {
	if r.connection, err = c.LookUp(api.KindConnection, r.named); err != nil {
		return err
	}
	if name := c.NameOf(api.KindConnection, r.connection); name != "" {
		r.named = name
	}
	if r.login, err = c.ConnectorLogin(); err != nil {
		return err
	}
	changed, err := r.replacePassword(c)
	if err != nil {
		return err
	}
	if changed && c.Options.DryRun { // the connector says no more before that is done
		return r.register(c)
	}
	status, err := c.Call(api.NewRequest(&api.GetDataSourceConnectorStatus))
	if err != nil {
		return err
	}
	switch output.String(status.Value, "registrationStatus.status") {
	case "Success":
		return r.already(c)
	case "InProgress":
		c.Note("connector.registering|The connector at {{.Host}} is being registered already.", "Host", r.host)
	default:
		if err := r.register(c); err != nil || c.Options.DryRun {
			return err
		}
		r.done = append(r.done, i18n.T("connector.begun|The connector at {{.Host}} has accepted the registration token.", "Host", output.Clean(r.host)))
	}
	if r.noWait {
		return c.OK("connector.begun-ok|The connector at {{.Host}} is being registered with connection '{{.Name}}'.", "Host", r.host, "Name", r.named)
	}
	return r.wait(c)
}

// replacePassword sets another password of the user where the connector demands that, and reports whether it does, which stands with
// the user.
func (r *registration) replacePassword(c *engine.Context) (bool, error) {
	if r.login == nil || r.login.Token != "" {
		return false, nil // whose token it is, is not known
	}
	fresh, err := r.readNewPassword(c)
	if err != nil {
		return false, err
	}
	ask := api.NewRequest(&api.GetUsers).SetNamed("usernames", r.login.User)
	result, err := c.Call(ask)
	var refused *service.LoginRefused
	if errors.As(err, &refused) && fresh != "" && fresh != r.login.Password() { // an earlier try may have changed it
		r.login.SetPassword(fresh)
		result, err = c.Call(ask)
	}
	var denied *service.Error
	if errors.As(err, &denied) && denied.Operation == api.GetUsers.ID && (denied.Kind() == service.Forbidden || denied.Kind() == service.NotFound) {
		return false, nil // who may not read users is told by the next request what is wrong
	}
	if err != nil {
		return false, err
	}
	var users []json.RawMessage
	_ = json.Unmarshal(result.Raw, &users) // what is no list has no user whose password is to be changed
	for _, raw := range users {
		user, err := output.Read(bytes.NewReader(raw))
		if err != nil {
			return false, err
		}
		if output.String(user, "username") == r.login.User && output.String(user, "forcePasswordChange") == "true" {
			return true, r.changePassword(c, raw, fresh)
		}
	}
	return false, nil
}

// readNewPassword returns the password that a flag gives, and "" where none is given or it is to be asked for.
func (r *registration) readNewPassword(c *engine.Context) (string, error) {
	if r.newPassword == "" || r.newPassword == "-" && c.Streams.CanAsk() {
		return "", nil
	}
	fresh, err := c.ReadSecret("--new-password", r.newPassword)
	if err == nil && fresh == "" {
		err = engine.Usage("connector.password-empty|--new-password: the password is empty.")
	}
	return fresh, err
}

// changePassword changes the password of a user, as the connector has sent it, to a new one; "" to ask for it.
func (r *registration) changePassword(c *engine.Context, user json.RawMessage, fresh string) (err error) {
	request := api.NewRequest(&api.UpdateUser)
	kept, err := api.UpdateUser.Kept(user)
	if err != nil {
		return err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(kept, &fields); err != nil {
		return err
	}
	if fresh == "" && !c.Options.DryRun {
		c.Note("connector.first-password|The connector demands that the first password of '{{.User}}' is changed.", "User", r.login.User)
		if fresh, err = c.AskNewPassword(r.login.User); err != nil {
			return err
		}
	}
	setField(fields, "currentPassword", r.login.Password())
	setField(fields, "password", fresh)
	setField(fields, "forcePasswordChange", false)
	if request.Body, err = json.Marshal(fields); err != nil {
		return err
	}
	old := r.login.Password()
	_, err = c.Call(request, engine.Returned())
	var unknown *service.Unknown
	if errors.As(err, &unknown) && !r.hasPassword(c, fresh) {
		r.login.SetPassword(old)
		r.done = append(r.done, i18n.T("connector.password-unknown|The password of '{{.User}}' on the connector is the new one or still the old one.", "User", output.Clean(r.login.User)))
		return engine.Hint(err, "unknown.find|Find out with: {{.Command}}", "Command", c.CommandLine("data-source-connector-users", "--login", r.login.User))
	}
	if err != nil && unknown == nil {
		return engine.Wanted(err)
	}
	r.login.SetPassword(fresh)
	r.done = append(r.done, i18n.T("connector.password|The password of '{{.User}}' on the connector was changed.", "User", output.Clean(r.login.User)))
	c.Say(r.done[len(r.done)-1])
	return nil
}

// hasPassword reports whether the connector takes a password of the user, which tells what became of a change whose answer did not
// arrive.
func (r *registration) hasPassword(c *engine.Context, password string) bool {
	if c.Err() != nil {
		return false
	}
	r.login.SetPassword(password)
	_, err := c.Call(api.NewRequest(&api.GetUsers).SetNamed("usernames", r.login.User))
	return err == nil
}

// already says with which connection a connector is registered that says it is, which is told by its address.
func (r *registration) already(c *engine.Context) error {
	listed, err := c.Call(api.NewRequest(&api.GetDataSourceConnectors))
	if err != nil {
		return err
	}
	var elsewhere any
	addresses := service.HostAddresses(c, r.host)
	for _, row := range output.List(listed.Value, "connectors") {
		switch {
		case !hasAddress(row, addresses):
		case output.String(row, "connectionId") != r.connection:
			elsewhere = row
		default:
			c.Note("connector.already|The connector at {{.Host}} is registered already with connection '{{.Name}}', as '{{.Connector}}'.",
				"Host", r.host, "Name", r.named, "Connector", output.String(row, "connectorName|connectorId"))
			if r.noWait || c.Options.DryRun {
				raw, err := json.Marshal(row)
				if err != nil {
					return err
				}
				return c.Show(connectorDetails, raw)
			}
			return r.wait(c)
		}
	}
	if elsewhere != nil {
		id := output.String(elsewhere, "connectionId")
		return engine.Fail(engine.ExitConflict, "connector.elsewhere|The connector at {{.Host}} is registered already, with connection '{{.Name}}' as '{{.Connector}}'.",
			"Host", r.host, "Name", cmp.Or(c.NameOf(api.KindConnection, id), id), "Connector", output.String(elsewhere, "connectorName|connectorId")).
			Hint("connector.move|To move it, remove it there with '{{.Command}}', and start its virtual machine anew.",
				"Command", c.CommandLine("data-source-connector", "delete", output.String(elsewhere, "connectorName|connectorId")))
	}
	return engine.Fail(engine.ExitConflict, "connector.strange|The connector at {{.Host}} says that it is registered, but no connector of this instance has its address.", "Host", r.host).
		Hint("connector.log|Another instance may have it. Its log says more: {{.Command}}", "Command", c.CommandLine("data-source-connector-logs", "--login", firstUser))
}

// register registers the connector with a token of the connection.
func (r *registration) register(c *engine.Context) error {
	c.Note("connector.plan|Registering the connector at {{.Host}} with connection '{{.Name}}'...", "Host", r.host, "Name", r.named)
	token, err := r.registrationToken(c)
	if err != nil {
		return err
	}
	rows, err := r.list(c)
	if err != nil {
		return err
	}
	r.before = map[string]bool{}
	for _, row := range rows {
		r.before[output.String(row, "connectorId")] = true
	}
	request := api.NewRequest(&api.RegisterDataSourceConnector)
	if request.Body, err = json.Marshal(map[string]string{"registrationToken": token}); err != nil {
		return err
	}
	_, err = c.Call(request)
	var unknown *service.Unknown
	if errors.As(err, &unknown) && c.Err() == nil { // the connector knows what became of it
		status, failed := c.Call(api.NewRequest(&api.GetDataSourceConnectorStatus))
		if failed == nil && slices.Contains([]string{"InProgress", "Success"}, output.String(status.Value, "registrationStatus.status")) {
			return nil
		}
	}
	return engine.Wanted(err)
}

// registrationToken returns the token that was given, or a new one of the connection. In a dry run there is none of those.
func (r *registration) registrationToken(c *engine.Context) (string, error) {
	if r.token != "" {
		token, err := c.ReadSecret("--registration-token", r.token)
		if err == nil && token == "" {
			err = engine.Usage("connector.token-empty|--registration-token: the token is empty.")
		}
		return token, err
	}
	result, err := c.Call(api.NewRequest(&api.GenerateDataSourceConnectionRegistrationToken).SetNamed("connectionId", r.connection))
	if errors.Is(err, engine.ErrDryRun) {
		return "-", nil
	}
	if err != nil {
		return "", err
	}
	return givenToken(result.Value, "@")
}

// givenToken returns the token at a path of an answer of the instance.
func givenToken(answer any, path string) (string, error) {
	token := output.String(answer, path)
	if token == "" {
		return "", engine.Fail(engine.ExitFailed, "connector.tokenless|The instance has given no registration token.")
	}
	return token, nil
}
