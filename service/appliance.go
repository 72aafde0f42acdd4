package service

import (
	"cmp"
	"context"
	"crypto/tls"
	"os"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
)

// Appliance is what a command line says about a data-source connector or a connector agent, which stand in one's own network: where it
// is, how its certificate is checked, and as whom requests are sent to it.
type Appliance struct {
	URL string // its address; "" for the one of the environment or the settings
	Via Via    // which word of the command line names it
	// What proves its certificate, where no authority does that this machine trusts. At most one of the first two is given.
	CAFile          string // certificates in PEM that it has to be signed by
	Fingerprint     string // SHA-256 of the certificate, in any usual spelling
	CertificateName string // that the certificate is for; "" for the host of the address

	Login *Login // of a connector; nil for none
}

// applianceConfig is where what is not on the command line comes from.
type applianceConfig struct {
	server      string
	environment string // what the names of variables begin with

	url, caFile, fingerprint string // saved settings; "" for none
}

// ConnectorVariables is what the names of variables about connectors and their agents begin with. None of them is a property of the
// service's own configuration.
const ConnectorVariables = serviceConfig + "CONNECTOR_"

var (
	connectorConfig = applianceConfig{"connector", ConnectorVariables, SettingConnectorURL, SettingConnectorCAFile, SettingConnectorFingerprint}
	agentConfig     = applianceConfig{server: "connector-agent", environment: ConnectorVariables + "AGENT_"}
)

// connectorServer is a data-source connector.
var connectorServer = Server{
	Name: "connector",
	Locate: func(ctx context.Context, s *Session, want Selection) (*Target, error) {
		return s.locateAppliance(ctx, want, &connectorConfig)
	},
	Signer: func(s *Session, t *Target) Signer { return &connectorCredentials{session: s, target: t} },
	Open:   func(op *api.Operation) bool { return op == &api.CreateAccessToken },
	Hidden: map[string]string{"Authorization": "Bearer " + hidden},
	TLS:    applianceTLS,
}

// agentServer is a connector agent. What it asks for stands in the body.
var agentServer = Server{
	Name: "connector-agent",
	Locate: func(ctx context.Context, s *Session, want Selection) (*Target, error) {
		return s.locateAppliance(ctx, want, &agentConfig)
	},
	Signer: func(*Session, *Target) Signer { return anonymous{} },
	Open:   func(*api.Operation) bool { return true },
	TLS:    applianceTLS,
}

func applianceTLS(s *Session, t *Target) *tls.Config { return t.check.config(t.Base.Hostname(), s.Now) }

// NoAddress says that no address of a connector or a connector agent is known.
type NoAddress struct {
	Server   string // its name in the document
	Variable string // of the environment that names one
	Setting  string // the saved one; "" where there is none
}

func (e *NoAddress) Error() string { return "no address of a " + e.Server }

// BadOption says that an option, a variable of the environment or a saved setting cannot be used.
type BadOption struct {
	Name string
	Err  error
}

func (e *BadOption) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *BadOption) Unwrap() error { return e.Err }

// locateAppliance finds the address of a connector or a connector agent, and how its certificate is checked. The first that is there
// names the address: the command line, the environment, the saved setting. It is never that of the instance.
func (s *Session) locateAppliance(ctx context.Context, want Selection, from *applianceConfig) (*Target, error) {
	saved, err := s.FirstSetting(nonEmpty(from.url)...)
	if err != nil {
		return nil, err
	}
	own := &want.Appliance
	t := &Target{Via: cmp.Or(own.Via, ViaURLFlag), login: own.Login}
	address := own.URL
	if address == "" {
		address, t.Via = os.Getenv(from.environment+"URL"), Via(from.environment+"URL")
		if address != "" && saved != "" && !sameBase(address, saved) {
			t.Unused = RedactAddress(saved)
		}
	}
	if address == "" {
		address, t.Via = saved, Via(from.url)
	}
	if address == "" {
		return nil, &NoAddress{from.server, from.environment + "URL", from.url}
	}
	if t.Base, err = parseBase(address); err != nil {
		return nil, err
	}
	if t.check, err = s.certificateCheck(ctx, own, from, saved != "" && sameHost(address, saved)); err != nil {
		return nil, err
	}
	return t, trusted(t.Base)
}

// certificateCheck returns how the certificate is checked, by the first that says so: the command line, the environment, the saved
// settings. Those are about the saved address and say nothing of another one.
func (s *Session) certificateCheck(ctx context.Context, own *Appliance, from *applianceConfig, savedAddress bool) (*certificateCheck, error) {
	check := &certificateCheck{name: cmp.Or(own.CertificateName, os.Getenv(from.environment+"CERTIFICATE_NAME"))}
	places := []struct{ caName, ca, pinName, pin string }{
		{"--ca-file", own.CAFile, "--fingerprint", own.Fingerprint},
		{from.environment + "CA_FILE", os.Getenv(from.environment + "CA_FILE"), from.environment + "FINGERPRINT", os.Getenv(from.environment + "FINGERPRINT")},
	}
	if savedAddress {
		ca, err := s.setting(from.caFile)
		if err != nil {
			return nil, err
		}
		pin, err := s.setting(from.fingerprint)
		if err != nil {
			return nil, err
		}
		places = append(places, struct{ caName, ca, pinName, pin string }{from.caFile, ca, from.fingerprint, pin})
	}
	for _, place := range places {
		var err error
		switch {
		case place.ca != "" && place.pin != "":
			return nil, &BadOption{place.caName, errBothChecks(place.pinName)}
		case place.ca != "":
			if check.roots, err = readRoots(ctx, place.ca); err != nil {
				return nil, &BadOption{place.caName, err}
			}
			return check, nil
		case place.pin != "":
			if check.pin, err = ParseFingerprint(place.pin); err != nil {
				return nil, &BadOption{place.pinName, err}
			}
			return check, nil
		}
	}
	return check, nil
}

func nonEmpty(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// sameBase reports whether two addresses are the same.
func sameBase(a, b string) bool {
	first, errA := parseBase(a)
	second, errB := parseBase(b)
	return errA == nil && errB == nil && *first == *second
}

// sameHost reports whether two addresses are of the same host and port.
func sameHost(a, b string) bool {
	first, errA := parseBase(a)
	second, errB := parseBase(b)
	return errA == nil && errB == nil && strings.EqualFold(first.Host, second.Host)
}
