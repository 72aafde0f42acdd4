package service

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/IBM/go-sdk-core/v5/core"
)

// ReportingVariable is the environment variable with the address of the Manager's reporting service, as other tools of the platform
// call it. It takes precedence over SettingReportingURL.
const ReportingVariable = "BACKUP_RECOVERY_MANAGEMENT_REPORTING_API_URL"

// The places that can name the address of a Manager.
const (
	ViaReportingVariable Via = ReportingVariable
	ViaReportingSetting  Via = SettingReportingURL
	ViaGeography         Via = "geography"
)

// reportingPath is the path of the reporting service below its host. An address may end in it or not.
const reportingPath = "/heliosreporting/api/v1"

// managementServer is the reporting service of the Backup and Recovery Manager, one for each geography and for no instance: reports,
// and the list of the instances that it serves.
var managementServer = Server{
	Name: "management",
	Locate: func(ctx context.Context, s *Session, want Selection) (*Target, error) {
		return s.locateReporting(ctx, want)
	},
	Signer: func(s *Session, t *Target) Signer { return &credentials{session: s, external: t.external} },
	Hidden: map[string]string{"Authorization": "Bearer " + hidden},
}

// geographies are the regions of each geography with a Manager, by the beginnings of their names.
var geographies = []struct {
	name     string
	prefixes []string
}{{"us", []string{"us-", "ca-", "br-"}}, {"eu", []string{"eu-"}}, {"ap", []string{"jp-", "au-"}}}

// NoGeography says that it is not known which Manager is the one of a region.
type NoGeography struct{ Region string } // "" where none is targeted

func (e *NoGeography) Error() string { return "no Manager is known for the region " + e.Region }

// locateReporting finds the address of the reporting service: the flag for a URL, the environment, the saved one, and at last that of
// the region's geography.
func (s *Session) locateReporting(ctx context.Context, want Selection) (*Target, error) {
	ext, err := s.readExternal(ctx)
	if err != nil {
		return nil, err
	}
	t := &Target{external: ext.forPlatform(), Via: ViaURLFlag}
	address := want.URL
	if address == "" {
		address, t.Via = os.Getenv(ReportingVariable), ViaReportingVariable
	}
	if address == "" {
		t.Via = ViaReportingSetting
		if address, err = s.setting(SettingReportingURL); err != nil {
			return nil, err
		}
	}
	if address == "" {
		t.Via = ViaGeography
		if address, err = s.managerOf(want); err != nil {
			return nil, err
		}
	}
	if t.Base, err = parseReporting(address); err != nil {
		return nil, err
	}
	return t, trusted(t.Base)
}

// managerOf returns the address of the Manager for the region that a command line names, or for the targeted one.
func (s *Session) managerOf(want Selection) (string, error) {
	region := want.Region
	if region == "" {
		region = s.Region
	}
	for _, geography := range geographies {
		for _, prefix := range geography.prefixes {
			if strings.HasPrefix(region, prefix) {
				return "https://manager." + geography.name + "." + serviceDomains[0], nil
			}
		}
	}
	return "", &NoGeography{region}
}

// parseReporting reads the address of a reporting service, with or without the path that it has there.
func parseReporting(address string) (*url.URL, error) {
	base, err := parseBase(address)
	if err == nil {
		base.Path = strings.TrimSuffix(base.Path, reportingPath)
	}
	return base, err
}

// forPlatform returns the configuration without credentials that are not the platform's: a user and a password, or a key of another
// identity service, are for the address that was named with them, and the Manager is another one.
func (e *external) forPlatform() *external {
	if !e.hasAuth {
		return e
	}
	kind := e.authType()
	for _, one := range []string{core.AUTHTYPE_IAM, core.AUTHTYPE_IAM_ASSUME, core.AUTHTYPE_CONTAINER, core.AUTHTYPE_VPC, core.AUTHTYPE_BEARER_TOKEN} {
		if strings.EqualFold(kind, one) {
			return e
		}
	}
	other := *e
	other.hasAuth = false
	return &other
}

// The environment variables that stand for the settings of the Manager's alerts and upgrades.
const (
	ManagerURLVariable           = "BACKUP_RECOVERY_MANAGEMENT_SRE_URL"
	ManagerKeyVariable           = "BACKUP_RECOVERY_MANAGEMENT_SRE_APIKEY"
	ManagerUserVariable          = "BACKUP_RECOVERY_MANAGEMENT_SRE_USERNAME"
	ManagerPasswordVariable      = "BACKUP_RECOVERY_MANAGEMENT_SRE_PASSWORD"
	ManagerAuthenticatorVariable = "BACKUP_RECOVERY_MANAGEMENT_SRE_AUTHENTICATION_URL"
)

// managerServer has the Manager's alerts and upgrades of clusters. Its credentials are its own.
var managerServer = Server{
	Name:   "management-sre",
	Locate: func(_ context.Context, s *Session, want Selection) (*Target, error) { return s.locateManager(want) },
	Signer: func(s *Session, t *Target) Signer { return t.manager.signer(s) },
}

// NoManager says that nothing names the Manager of alerts and upgrades, or that something is missing of what does.
type NoManager struct{ Missing string } // the setting that is missing

func (e *NoManager) Error() string { return "the setting " + e.Missing + " is missing" }

// manager is how to reach the Manager's alerts and upgrades, from settings or the environment.
type manager struct{ url, key, user, password, authenticator string }

// HasManager reports whether something names the Manager of alerts and upgrades. The error is a *SettingsError.
func (s *Session) HasManager() (bool, error) {
	m, err := s.manager()
	return m != nil && m.url != "", err
}

// manager reads how to reach the Manager. Where the environment names the address, it names the credentials too: what is saved is for
// the address that is saved, and goes nowhere else.
func (s *Session) manager() (*manager, error) {
	env := manager{os.Getenv(ManagerURLVariable), os.Getenv(ManagerKeyVariable), os.Getenv(ManagerUserVariable), os.Getenv(ManagerPasswordVariable), os.Getenv(ManagerAuthenticatorVariable)}
	if env.url != "" {
		return &env, nil
	}
	saved := manager{}
	for _, one := range []struct {
		to   *string
		name string
	}{{&saved.url, SettingManagerURL}, {&saved.key, SettingManagerKey}, {&saved.user, SettingManagerUser}, {&saved.password, SettingManagerPassword}, {&saved.authenticator, SettingManagerAuthenticator}} {
		var err error
		if *one.to, err = s.setting(one.name); err != nil {
			return nil, err
		}
	}
	return saved.with(&env), nil
}

// with returns what is saved with what the environment names beside it, for the saved address. A saved password is for the saved user and
// the saved authentication address, and a saved key is for none of them.
func (m manager) with(env *manager) *manager {
	if env.key != "" {
		return &manager{url: m.url, key: env.key}
	}
	if env.user != "" && env.user != m.user || env.authenticator != "" && env.authenticator != m.authenticator {
		m.password = ""
	}
	if env.user != "" {
		m.key = ""
	}
	m.user, m.password, m.authenticator = cmp.Or(env.user, m.user), cmp.Or(env.password, m.password), cmp.Or(env.authenticator, m.authenticator)
	return &m
}

// locateManager finds the Manager of alerts and upgrades. Its credentials go to the address that was named with them and to no other, so
// an address on the command line may only repeat it.
func (s *Session) locateManager(want Selection) (*Target, error) {
	m, err := s.manager()
	if err != nil {
		return nil, err
	}
	if err := m.complete(); err != nil {
		return nil, err
	}
	t := &Target{manager: m}
	if t.Base, err = parseBase(m.url); err != nil {
		return nil, err
	}
	if want.URL != "" {
		if other, err := parseBase(want.URL); err != nil {
			return nil, err
		} else if *other != *t.Base {
			return nil, &BadURL{want.URL, "url.manager|'{{.URL}}' cannot be used: the credentials of the Manager go only to the address that the settings name with them."}
		}
	}
	t.hidden = map[string]string{managerKeyHeader: hidden}
	if m.key == "" {
		t.hidden = map[string]string{"Authorization": hidden}
		authenticator, err := url.Parse(m.authenticator)
		if err != nil || authenticator.Host == "" {
			return nil, &BadURL{redacted(m.authenticator), malformedURL}
		}
		if err := trusted(authenticator); err != nil {
			return nil, err
		}
	}
	return t, trusted(t.Base)
}

// complete returns what is missing of how to reach the Manager, and nil where nothing is.
func (m *manager) complete() error {
	switch {
	case m.url == "":
		return &NoManager{SettingManagerURL}
	case m.key != "":
		return nil
	case m.user == "":
		return &NoManager{SettingManagerKey}
	case m.password == "":
		return &NoManager{SettingManagerPassword}
	case m.authenticator == "":
		return &NoManager{SettingManagerAuthenticator}
	}
	return nil
}

// managerKeyHeader is the header in which the Manager takes an API key.
const managerKeyHeader = "apiKey"

// signer returns what puts the credentials on requests: an API key, where there is one, else a token for the user.
func (m *manager) signer(s *Session) Signer {
	if m.key != "" {
		return managerKey(m.key)
	}
	return &managerToken{session: s, manager: m}
}

// managerKey signs requests with an API key, which there is no newer one of.
type managerKey string

// Sign puts the key on a request.
func (k managerKey) Sign(req *http.Request) error {
	req.Header.Set(managerKeyHeader, string(k))
	return nil
}

// Renew has nothing to renew.
func (managerKey) Renew(*http.Request) (bool, error) { return false, nil }
