package service

import (
	"net/url"
	"os"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// TrustedHostsVariable names, separated by commas, hosts outside the platform's domains that credentials may go to although nobody
// on this machine named the address itself: those of a private cloud, or of a test. SettingTrustedHosts is the saved twin. An entry
// is a host without a port; one that begins with a dot stands for all names below it.
const TrustedHostsVariable = "BACKUP_RECOVERY_TRUSTED_HOSTS"

// The domains of the platform. A name under one of them is given to nobody else. There is more below cloud.ibm.com, some of it
// rented out, so that the whole domain proves nothing.
var (
	serviceDomains  = []string{"backup-recovery.cloud.ibm.com", "backup-recovery.test.cloud.ibm.com"}
	identityDomains = []string{"iam.cloud.ibm.com", "iam.test.cloud.ibm.com", "iam.platform.saas.ibm.com", "account-iam.platform.saas.ibm.com"}
)

// Untrusted says that something which nobody here vouches for would send credentials or data somewhere, or read them.
type Untrusted struct {
	Reason *i18n.Error
	Remedy *i18n.Error
}

func (e *Untrusted) Error() string { return e.Reason.Error() }

// under reports whether a host is one of some domains or below one.
func under(host string, domains []string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for _, domain := range domains {
		if host == domain || strings.HasSuffix(host, "."+domain) {
			return true
		}
	}
	return false
}

// trustsHost reports whether a person said, in the environment or with a saved setting, that credentials may go to a host.
func (s *Session) trustsHost(host string) (bool, error) {
	saved, err := s.setting(SettingTrustedHosts)
	if err != nil {
		return false, err
	}
	host = strings.ToLower(host)
	for _, entry := range strings.Split(os.Getenv(TrustedHostsVariable)+","+saved, ",") {
		entry = strings.ToLower(strings.TrimSpace(entry))
		if entry != "" && (entry == host || entry[0] == '.' && strings.HasSuffix(host, entry)) {
			return true, nil
		}
	}
	return false, nil
}

// CheckHosts returns why a list of trusted hosts cannot be one, and nil where it can.
func CheckHosts(list string) error {
	for _, entry := range strings.Split(list, ",") {
		host := strings.TrimPrefix(strings.TrimSpace(entry), ".")
		u, err := url.Parse("https://" + host)
		if err != nil || host == "" || u.Host != host || u.Port() != "" || strings.ContainsAny(host, "*@ ") {
			return i18n.NewError("trust.entry|'{{.Entry}}' is not a host such as 'br.example.com', or '.example.com' for all hosts below it.", "Entry", strings.TrimSpace(entry))
		}
	}
	return nil
}

// checkEndpoint returns an error unless the endpoint that the Resource Controller names for an instance may get credentials: the service's
// own hosts may, hosts that a person trusts, and this machine where a person put another Resource Controller in the place of the
// platform's.
func (s *Session) checkEndpoint(endpoint *url.URL) error {
	host := endpoint.Hostname()
	if under(host, serviceDomains) || s.OwnResources && isLoopback(host) {
		return nil
	}
	trusted, err := s.trustsHost(host)
	if trusted || err != nil {
		return err
	}
	return &Untrusted{
		i18n.NewError("trust.endpoint|The Resource Controller names '{{.Host}}' as the endpoint, which is not a host of Backup and Recovery.", "Host", host),
		trustRemedy(host),
	}
}

// trustRemedy says how to trust a host.
func trustRemedy(host string) *i18n.Error {
	return i18n.NewError("trust.host|If the host is yours, trust it with '{{.Variable}}={{.Host}}' in the environment, or save '{{.Host}}' as the setting '{{.Setting}}'.",
		"Variable", TrustedHostsVariable, "Host", host, "Setting", SettingTrustedHosts)
}
