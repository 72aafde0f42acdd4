package engine

import (
	"errors"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// appliance explains what is wrong with the address, the certificate or the credentials of a connector or a connector agent; nil for
// anything else.
func (x explainer) appliance(err error) *Failure {
	var (
		address *service.NoAddress
		option  *service.BadOption
		bad     *service.BadCertificate
		login   *service.NoLogin
	)
	switch {
	case errors.As(err, &address):
		return x.noAddress(address)
	case errors.As(err, &option):
		return Fail(ExitUsage, "option.invalid|{{.Name}}: {{.Reason}}", "Name", option.Name, "Reason", option.Err.Error())
	case errors.As(err, &bad):
		return certificate(bad)
	case errors.As(err, &login):
		return Fail(ExitLogin, "login.missing|A connector needs credentials of its own.").
			Hint("login.how|Log in with '--login USER', or give a token of the connector with '--access-token @FILE'.")
	}
	return nil
}

// noAddress says where the address of a connector or a connector agent can be given.
func (x explainer) noAddress(e *service.NoAddress) *Failure {
	if e.Server == ConnectorAgent {
		return Fail(ExitUsage, "address.agent|No address of a connector agent is known.").
			Hint("address.agent-how|Give it with '--service-url URL', or set {{.Variable}}.", "Variable", e.Variable)
	}
	return Fail(ExitUsage, "address.connector|No address of a connector is known.").
		Hint("address.connector-how|Give it with '--service-url URL', set {{.Variable}}, or save it with '{{.Command}}'.",
			"Variable", e.Variable, "Command", x.program+" config set "+e.Setting+" URL")
}

// certificate says why a certificate was refused and on what condition it is accepted.
func certificate(e *service.BadCertificate) *Failure {
	var f *Failure
	switch e.Problem {
	case service.NotTrusted:
		f = Fail(ExitFailed, "certificate.untrusted|No authority that this machine trusts has signed the certificate of {{.Host}}, as is usual for connectors. Its SHA-256 fingerprint:", "Host", e.Host)
		f.What = append(f.What, fingerprintLines(e.Fingerprint)...)
		return f.Hint("certificate.accept|If the machine itself shows the same fingerprint on its console, accept the certificate with:\n  --fingerprint {{.Fingerprint}}\nOr name a file with the certificate that signed it: '--ca-file FILE'.",
			"Fingerprint", e.Fingerprint)
	case service.OtherFingerprint:
		f = Fail(ExitFailed, "certificate.other|The certificate of {{.Host}} is not the one with the given fingerprint, so nothing was sent. It has the SHA-256 fingerprint:", "Host", e.Host)
		f.What = append(f.What, fingerprintLines(e.Fingerprint)...)
		return f.Hint("certificate.between|The certificate may have been renewed, or somebody stands between. Use this fingerprint only if the machine itself shows it on its console.")
	case service.Expired:
		return Fail(ExitFailed, "certificate.expired|The certificate of {{.Host}} is not valid now, but from {{.From}} until {{.Until}}.",
			"Host", e.Host, "From", e.From.UTC().Format(time.RFC3339), "Until", e.Until.UTC().Format(time.RFC3339)).
			Hint("certificate.renew|Renew it on the connector, and check the clock of this machine.")
	case service.WrongName:
		f = Fail(ExitFailed, "certificate.name|The certificate of {{.Host}} is not for that name, but for: {{.Names}}", "Host", e.Host, "Names", output.Shorten(strings.Join(e.Names, ", "), longestMeta))
		if len(e.Names) == 0 {
			f = Fail(ExitFailed, "certificate.nameless|The certificate of {{.Host}} is for no name at all.", "Host", e.Host)
			return f.Hint("certificate.pin|If the machine itself shows the same fingerprint on its console, accept the certificate with:\n  --fingerprint {{.Fingerprint}}", "Fingerprint", e.Fingerprint)
		}
		return f.Hint("certificate.names|Use one of these names in the address, or say with '--certificate-name NAME' which one is right.")
	}
	reason := ""
	if e.Err != nil {
		reason = e.Err.Error()
	}
	return Fail(ExitFailed, "certificate.unusable|The certificate of {{.Host}} cannot be used: {{.Reason}}", "Host", e.Host, "Reason", reason)
}

// fingerprintLines returns a fingerprint as openssl prints it, in two lines that fit a terminal.
func fingerprintLines(digits string) []string {
	var pairs []string
	for i := 0; i+2 <= len(digits); i += 2 {
		pairs = append(pairs, digits[i:i+2])
	}
	half := len(pairs) / 2
	return []string{"  " + strings.Join(pairs[:half], ":") + ":", "  " + strings.Join(pairs[half:], ":")}
}

// refusedLogin says that a connector refused a user or the password. f is what is said of the refusal itself.
func refusedLogin(e *service.LoginRefused, f *Failure) *Failure {
	f.What = append([]string{i18n.T("login.refused|{{.Host}} refused the user '{{.User}}' or the password.", "Host", output.Clean(e.Host), "User", output.Clean(e.User))}, f.What...)
	f.Exit, f.Next = ExitLogin, i18n.T("login.check|Check both. Users of a connector are its own, not those of IBM Cloud.")
	return f
}

// refusedBy puts into a failure what to do about the refusal of a connector or a connector agent, which know nothing of IBM Cloud.
func (x explainer) refusedBy(e *service.Error, f *Failure) {
	op := api.ByID(e.Operation)
	if op == nil {
		return
	}
	switch kind := e.Kind(); {
	case op.Server == Connector && kind == service.Unauthorized && op != &api.CreateAccessToken:
		f.Next = i18n.T("refused.connector|The connector refused the token, which may have expired. Log in with '--login USER', or get another token with '{{.Command}}'.",
			"Command", x.program+" access-token-generate")
	case op == &api.CreateAccessToken && kind == service.Unauthorized:
		f.Next = i18n.T("login.check|Check both. Users of a connector are its own, not those of IBM Cloud.")
	case op.Server == Connector && kind == service.Forbidden:
		f.Next = i18n.T("refused.connector-user|The user may lack the right, or has to change the first password: {{.Command}}", "Command", x.program+" data-source-connector-user-update --username USER --current-password - --password - --login USER")
	case op.Server == Connector && kind == service.Broken:
		f.Next = i18n.T("refused.connector-broken|Try again later. What the connector has to say: {{.Command}}", "Command", x.program+" data-source-connector-logs --login USER")
	case op.Server == ConnectorAgent:
		refusedByAgent(e, f)
	}
}

// refusedByAgent is refusedBy for the refusals that connector agents have codes for.
func refusedByAgent(e *service.Error, f *Failure) {
	switch e.Code {
	case "InvalidToken":
		f.Exit, f.Next = ExitLogin, i18n.T("refused.agent-token|The token is valid for a day. Leave '--registration-token' out, and the command gets a new one from the instance.")
	case "DuplicateConnection":
		f.Exit, f.Next = ExitConflict, i18n.T("refused.agent-duplicate|Use '--join-existing-connection' to join that connection, or choose another name.")
	case "UnauthorizedAccess":
		f.Exit, f.Next = ExitLogin, i18n.T("refused.agent-access|Use a token of the instance that has the connection, or choose another name.")
	default:
		if e.Kind() == service.Unauthorized || e.Kind() == service.Forbidden {
			f.Next = ""
		}
	}
}
