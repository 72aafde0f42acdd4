package engine

import (
	"slices"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// The servers beside the instance that stand in one's own network, by their names in the document.
const (
	Connector      = "connector"
	ConnectorAgent = "connector-agent"
)

// LoginOptions are what a command line says about as whom requests go to a connector, as it was typed.
type LoginOptions struct{ Token, User, Password, Domain string }

// appliance returns the server in one's own network that the command sends requests to, and "" where there is none.
func (c *Command) appliance() string {
	if c.Op != nil && (c.Op.Server == Connector || c.Op.Server == ConnectorAgent) {
		return c.Op.Server
	}
	return c.Appliance
}

// goesToAppliance reports whether a command directly below the namespace sends requests to a connector or a connector agent, and to no
// instance. There may be no catalog.
func (c *Catalog) goesToAppliance(name string) bool {
	return c != nil && slices.ContainsFunc(c.Commands, func(command *Command) bool { return command.answersTo(name) && command.appliance() != "" })
}

// declareAppliance declares the options of commands that talk to a connector or a connector agent.
func (o *Options) declareAppliance(s *Flags, c *Command) {
	own := &o.Target.Appliance
	if c.appliance() == Connector && c.Op != &api.CreateAccessToken {
		about := i18n.Text("flag.login|Log in to the connector as this user; the password is asked for.")
		if c.Appliance != "" {
			about = "flag.login-first|The user to log in to the connector as; 'admin' by default."
		}
		s.Text(&o.Login.User, "login", "USER", about)
		s.Text(&o.Login.Password, "login-password", "PASSWORD", "flag.login-password|The user's password: @FILE, or - for a prompt or standard input.")
		s.Text(&o.Login.Domain, "login-domain", "DOMAIN", "flag.login-domain|The user's domain, such as LOCAL.")
		s.Text(&o.Login.Token, "access-token", "TOKEN", "flag.access-token|A token of the connector in the place of a login: @FILE, or -.")
	}
	s.Text(&own.CAFile, "ca-file", "FILE", "flag.ca-file|Certificates in PEM that the certificate must be signed by.")
	s.Text(&own.Fingerprint, "fingerprint", "SHA256", "flag.fingerprint|Accept only the certificate with this SHA-256 fingerprint.")
	s.Text(&own.CertificateName, "certificate-name", "NAME", "flag.certificate-name|The name that the certificate is for, if not the address's.")
}

// declareAddress declares the option for the address of a connector, of commands that send requests there and nowhere else.
func (o *Options) declareAddress(s *Flags) {
	s.Text(&o.Target.Appliance.URL, "service-url", "URL", "flag.connector-url|The address of the connector, such as https://10.1.2.3.")
}
