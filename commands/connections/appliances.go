package connections

import (
	"encoding/json"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Appliances has the commands that go to the own address of a connector, with its own users and tokens.
var Appliances = []engine.Command{
	{Name: "data-source-connector-status", Op: &api.GetDataSourceConnectorStatus, View: localStatus,
		Examples: []string{"data-source-connector-status --login admin", "data-source-connector-status --service-url https://10.1.2.3 --login admin"}},
	{Name: "data-source-connector-logs", Op: &api.GetDataSourceConnectorLogs, View: localLogs,
		Examples: []string{"data-source-connector-logs --login admin", "data-source-connector-logs --login admin --filter type=Error"}},
	{Name: "data-source-connector-register", Op: &api.RegisterDataSourceConnector, About: "connector.set-up|Register a connector with a token, and return at once.", Bodies: localRegistrationBodies,
		Done:    "connector.accepted|The connector has accepted the registration token and is being registered.",
		FindOut: func(c *engine.Context) []string { return []string{"data-source-connector-status"} },
		Examples: []string{
			"data-source-connector-register --registration-token @token --login admin",
			"data-source-connector-register --registration-token @token --connector-id dc-connector-1 --login admin",
		}},
	{Name: "data-source-connector-users", Op: &api.GetUsers, View: userList, Wrap: "users",
		Examples: []string{"data-source-connector-users --login admin", "data-source-connector-users --usernames admin --login admin --output json"}},
	{Name: "data-source-connector-user-update", Op: &api.UpdateUser, Bodies: userBodies, View: userDetails,
		FindOut: func(*engine.Context) []string { return []string{"data-source-connector-users"} },
		Main:    []string{"username", "current-password", "password", "email-address", "domain", "force-password-change", "description", "roles", "is-active", "is-account-locked"},
		Examples: []string{
			"data-source-connector-user-update --username admin --current-password @old --password @new --login admin",
			"data-source-connector-user-update --username admin --email-address ops@example.com --login admin",
		}},
	{Name: "access-token-generate", Op: &api.CreateAccessToken, About: "connector.log-in|Log in to a connector to get an access token.", Bodies: tokenBodies, View: tokenDetails, Job: generateToken, Main: []string{"username", "password", "domain"},
		FindOut: func(*engine.Context) []string { return []string{"data-source-connector-status"} },
		Ignored: []engine.IgnoredFlag{{Name: "certificate", Value: "VALUE"}, {Name: "otp-code", Value: "VALUE"}, {Name: "otp-type", Value: "VALUE"}, {Name: "private-key", Value: "VALUE"}},
		Examples: []string{
			"access-token-generate --username admin",
			"access-token-generate --username admin --password @password -j accessToken",
		}},
}

// generateToken logs in to a connector. A name or password that was not given is that of the environment, and a password is asked for.
func generateToken(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		fields, err := c.Request.Fields()
		if err != nil {
			return err
		}
		var user string
		if raw := fields["username"]; raw != nil {
			_ = json.Unmarshal(raw, &user) // what is no text is found by the checks
		} else {
			if user = service.ConnectorVariable("USERNAME"); user == "" {
				return engine.Usage("token.user|--username is required.")
			}
			setField(fields, "username", user)
		}
		if string(fields["password"]) == `""` {
			return engine.Usage("token.password|--password: the password is empty.")
		}
		if fields["password"] == nil && !c.Options.DryRun {
			password, err := c.ConnectorPassword("password", "", user)
			if err != nil {
				return err
			}
			setField(fields, "password", password)
		}
		if c.Request.Body, err = json.Marshal(fields); err != nil {
			return err
		}
		result, err := c.Send()
		if err != nil {
			return err
		}
		return c.Show(nil, result.Raw)
	}
}

// setField puts a value into a body.
func setField(fields map[string]json.RawMessage, name string, value any) {
	raw, err := json.Marshal(value)
	if err != nil {
		panic(err) // text and truth values have JSON
	}
	fields[name] = raw
}

var localStatus = &output.View{Columns: []output.Column{
	{Title: "Registration", Path: "registrationStatus.status", Format: output.Status},
	{Title: "Registration Message", Path: "registrationStatus.message"},
	{Title: "State", Path: "clusterConnectionStatus.isActive", Format: cells.Connected},
	{Title: "Last Connected", Path: "clusterConnectionStatus.lastConnectedTimestampMsecs", Format: output.Msecs},
	{Title: "Message", Path: "clusterConnectionStatus.message"},
	{Title: "Certificate Valid", Path: "isCertificateValid"},
}}

var localLogs = &output.View{
	Rows: "connectorLogs", Empty: "connector.unlogged|The connector has no log entries.",
	Columns: []output.Column{
		{Title: "Time", Path: "timestampMsecs", Format: output.Msecs},
		{Title: "Type", Path: "type", Format: output.Status},
		{Title: "Message", Path: "message", FreeText: true},
	},
}

var userList = &output.View{
	Rows: "@", Empty: "user.empty|The connector has no such users.",
	Columns: []output.Column{
		{Title: "Name", Path: "username", Format: output.Entity},
		{Title: "Domain", Path: "domain"},
		{Title: "Roles", Path: "roles", Rank: 2},
		{Title: "New Password Needed", Path: "forcePasswordChange", Rank: 1},
		{Title: "Locked", Path: "isAccountLocked", Rank: 3},
		{Title: "Email", Path: "emailAddress", Rank: 4},
		{Title: "Last Login", Path: "lastSuccessfulLoginTimeMsecs", Format: output.Msecs, Rank: 5},
	},
}

var userDetails = &output.View{Columns: []output.Column{
	{Title: "Name", Path: "username", Format: output.Entity},
	{Title: "Domain", Path: "domain"},
	{Title: "Description", Path: "description"},
	{Title: "Roles", Path: "roles"},
	{Title: "New Password Needed", Path: "forcePasswordChange"},
	{Title: "Active", Path: "isActive"},
	{Title: "Locked", Path: "isAccountLocked"},
	{Title: "Email", Path: "emailAddress"},
	{Title: "Last Login", Path: "lastSuccessfulLoginTimeMsecs", Format: output.Msecs},
	{Title: "Changed", Path: "lastUpdatedTimeMsecs", Format: output.Msecs},
}}

var tokenDetails = &output.View{Columns: []output.Column{
	{Title: "Access Token", Path: "accessToken"},
	{Title: "Type", Path: "tokenType"},
	{Title: "Privileges", Path: "privileges"},
}}
