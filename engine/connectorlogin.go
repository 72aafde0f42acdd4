package engine

import (
	"cmp"
	"context"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// logIn finds out as whom requests go to a connector, where that is to be known and is not yet. What was typed counts before what the
// environment says. A password that nobody gave is asked for. It is not for several requests at once: the gate connects to one server after the
// other, and a job calls it before it asks anything.
func logIn(ctx context.Context, session *service.Session, o *Options, console *console, op *api.Operation) error {
	l := &o.Login
	if op.Server != Connector || op == &api.CreateAccessToken || o.Target.Appliance.Login != nil {
		return nil
	}
	token, user := l.Token, l.User
	switch {
	case token != "" && (user != "" || l.Password != ""):
		other := "login"
		if user == "" {
			other = "login-password"
		}
		return Usage("login.both|--access-token and --{{.Other}} exclude each other.", "Other", other)
	case token == "" && user == "" && l.Password == "":
		token = service.ConnectorVariable("ACCESS_TOKEN")
	}
	if token != "" {
		secret, err := (&input{ctx: ctx, console: console}).secret("access-token", token)
		if err != nil {
			return err
		}
		if secret == "" {
			return Usage("login.empty-token|--access-token: the token is empty.")
		}
		o.Target.Appliance.Login = &service.Login{Token: secret}
		return nil
	}
	if user == "" {
		user = service.ConnectorVariable("USERNAME")
	}
	if user == "" {
		if l.Password != "" {
			return Usage("login.user|--login-password needs the user: --login USER.")
		}
		return nil // the request says what is missing
	}
	password, err := readPassword(ctx, session, o, console, "login-password", l.Password, user)
	if err != nil {
		return err
	}
	o.Target.Appliance.Login = service.NewLogin(user, password, cmp.Or(l.Domain, service.ConnectorVariable("DOMAIN")))
	return nil
}

// readPassword returns the password of a connector's user: what a flag says, else what the environment says where it is about the same
// user, else what is typed at a prompt, once the connector has proven which one it is.
func readPassword(ctx context.Context, session *service.Session, o *Options, console *console, flag, typed, user string) (string, error) {
	password, err := anyPassword(ctx, session, o, console, flag, typed, user)
	if err == nil && password == "" { // which would count as a failed login, after some of which users are locked
		err = Usage("password.none|The password of the connector's user '{{.User}}' is empty.", "User", user)
	}
	return password, err
}

// anyPassword is readPassword for a password that may be empty.
func anyPassword(ctx context.Context, session *service.Session, o *Options, console *console, flag, typed, user string) (string, error) {
	named := service.ConnectorVariable("USERNAME")
	if given := service.ConnectorVariable("PASSWORD"); typed == "" && given != "" && (named == "" || named == user) {
		return given, nil
	}
	switch {
	case typed != "" && !(typed == "-" && console.canAskSecret()):
		return (&input{ctx: ctx, console: console}).secret(flag, typed)
	case !console.canAskSecret():
		return "", Usage("login.password|The password of the connector's user '{{.User}}' is needed. Use '--{{.Flag}} @FILE', or set {{.Variable}}.",
			"User", user, "Flag", flag, "Variable", service.ConnectorVariables+"PASSWORD")
	}
	if err := session.VouchFor(ctx, Connector, o.Target); err != nil {
		return "", err
	}
	return console.secret(ctx, i18n.T("login.prompt|Password of '{{.User}}' on the connector", "User", output.Clean(user)))
}

// ConnectorPassword returns the password of a connector's user: typed, what a flag says, else that of the environment, else what is typed
// at a prompt.
func (c *Context) ConnectorPassword(flag, typed, user string) (string, error) {
	return readPassword(c, c.Session, c.Options, c.console, flag, typed, user)
}

// ConnectorLogin returns as whom requests go to the connector, and nil where nothing says so. A password that nobody gave is asked for.
func (c *Context) ConnectorLogin() (*service.Login, error) {
	err := logIn(c, c.Session, c.Options, c.console, &api.GetDataSourceConnectorStatus)
	return c.Options.Target.Appliance.Login, err
}

// AskNewPassword asks for a password twice, without showing it. The error is one of usage where nobody can be asked or the two differ.
func (c *Context) AskNewPassword(user string) (string, error) {
	if !c.console.canAskSecret() {
		return "", Usage("password.nobody|The connector demands another password for '{{.User}}', and nobody can be asked. Use '--new-password @FILE'.", "User", user)
	}
	for range maxPasswordTries {
		first, err := c.console.secret(c, i18n.T("password.new|New password of '{{.User}}'", "User", output.Clean(user)))
		if err != nil {
			return "", err
		}
		again, err := c.console.secret(c, i18n.T("password.again|The new password again"))
		switch {
		case err != nil:
			return "", err
		case first == "":
			c.console.warn(i18n.T("password.empty|The password is empty."))
		case first == again:
			return first, nil
		default:
			c.console.warn(i18n.T("password.differ|The two passwords differ."))
		}
		c.console.forget()
	}
	return "", Usage("password.tries|No new password was given.")
}

// maxPasswordTries is how often a new password is asked for.
const maxPasswordTries = 3
