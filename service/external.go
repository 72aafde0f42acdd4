package service

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/IBM/go-sdk-core/v5/core"

	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// external is the configuration of this service that go-sdk-core defines: in a credentials file, or else in the environment.
type external struct {
	props   map[string]string // by the name behind BACKUP_RECOVERY_
	file    string            // that they come from; "" for the environment
	found   bool              // whether the file lies in the working folder and nobody named it
	hasAuth bool              // whether it says how to authenticate
}

// The names of the service in go-sdk-core's configuration.
const (
	serviceName   = "backup_recovery"
	serviceConfig = "BACKUP_RECOVERY_"
)

// managementConfig begins the names that are about the Manager, of which a credentials file says nothing.
const managementConfig = "MANAGEMENT_"

// credentialsFile is the name of a credentials file in the working or the home folder.
const credentialsFile = "ibm-credentials.env"

// maxCredentials is the most that is read of a credentials file, in bytes.
const maxCredentials = 1 << 20

// readExternal reads the configuration from where go-sdk-core has it, in its order: the file that IBM_CREDENTIALS_FILE names, one
// in the working folder, one in the home folder, the environment, VCAP_SERVICES. Unlike there, a file that is there and cannot be
// read is an error, and a file in the working folder, which may have come with an archive or a repository, is taken at its word
// only where that is harmless.
func (s *Session) readExternal(ctx context.Context) (*external, error) {
	e := &external{}
	text, err := e.find(ctx, s)
	if err != nil {
		return nil, err
	}
	if e.props = properties(strings.Split(text, "\n")); len(e.props) == 0 {
		*e = external{props: properties(os.Environ())}
	}
	if len(e.props) == 0 {
		e.props = vcapProperties(os.Getenv("VCAP_SERVICES"))
	}
	for _, name := range []string{core.PROPNAME_AUTH_TYPE, authTypeTwin, core.PROPNAME_APIKEY, core.PROPNAME_BEARER_TOKEN,
		core.PROPNAME_IAM_PROFILE_NAME, core.PROPNAME_IAM_PROFILE_ID, core.PROPNAME_IAM_PROFILE_CRN, core.PROPNAME_USERNAME} {
		e.hasAuth = e.hasAuth || e.props[name] != ""
	}
	if e.found {
		if err := e.vet(s); err != nil {
			return nil, err
		}
	}
	return e, e.checkIdentity()
}

// find reads the credentials file that counts, and notes which one that is. It returns "" where there is none.
func (e *external) find(ctx context.Context, s *Session) (string, error) {
	if path := os.Getenv("IBM_CREDENTIALS_FILE"); path != "" {
		// Somebody named it, so that it may be anything that can be read, such as a shell's <(…).
		if s.named.path == path {
			e.file = path
			return string(s.named.text), nil
		}
		text, err := files.Read(ctx, path, maxCredentials)
		if err == nil {
			s.named.path, s.named.text = path, text
		}
		if !errors.Is(err, fs.ErrNotExist) {
			e.file = path
			return string(text), err
		}
	}
	working, _ := os.Getwd()
	home, _ := os.UserHomeDir()
	for _, folder := range []string{working, home} {
		path := filepath.Join(folder, credentialsFile)
		if folder == "" {
			continue
		}
		switch text, ours, err := readPlain(path); {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return "", err
		case len(properties(strings.Split(text, "\n"))) == 0:
			return "", nil // as in go-sdk-core, one file counts, and one about other services says nothing
		default:
			e.file, e.found = path, folder != home
			return text, ours
		}
	}
	return "", nil
}

// readPlain reads a credentials file that was found and not named, which has to be a file like any other. ours is why its content is
// not used, because another user may have written it, and nil where it may be used.
func readPlain(path string) (text string, ours, err error) {
	f, err := files.OpenRegular(path)
	switch {
	case errors.Is(err, files.ErrNotRegular):
		return "", nil, &Untrusted{i18n.NewError("credentials.special|'{{.File}}' is not a regular file, so it is not read as a credentials file.", "File", path), namedRemedy(path)}
	case err != nil:
		return "", nil, err
	}
	defer f.Close()
	ours = owned(f)
	raw, err := files.ReadLimited(f, maxCredentials)
	return string(raw), ours, err
}

// owned returns an error where another user made a file or could have written it.
func owned(f *os.File) error {
	path := f.Name()
	switch trust, err := files.Trust(f); {
	case err != nil:
		return err
	case trust == files.OthersFile:
		return &Untrusted{i18n.NewError("credentials.foreign|The credentials file '{{.File}}' belongs to another user.", "File", path), namedRemedy(path)}
	case trust == files.OthersWrite:
		return &Untrusted{
			i18n.NewError("credentials.writable|Other users can change the credentials file '{{.File}}'.", "File", path),
			i18n.NewError("credentials.chmod|Check its content and run 'chmod go-w {{.File}}'.", "File", path),
		}
	}
	return nil
}

// namedRemedy says how to use a file all the same.
func namedRemedy(path string) *i18n.Error {
	return i18n.NewError("credentials.named|If you trust the file, name it: 'IBM_CREDENTIALS_FILE={{.File}}'. Otherwise run the command in another folder.", "File", path)
}

// isOtherServer reports whether a name behind BACKUP_RECOVERY_ is about another server than the instance: the Manager, a connector or an agent.
func isOtherServer(name string) bool {
	return strings.HasPrefix(name, managementConfig) || strings.HasPrefix(serviceConfig+name, ConnectorVariables)
}

// properties returns the service's properties among lines of the form NAME=VALUE, as go-sdk-core reads them.
func properties(lines []string) map[string]string {
	props := make(map[string]string)
	for _, line := range lines {
		name, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if name, ours := strings.CutPrefix(name, serviceConfig); ok && ours && name != "" && !slices.Contains(ownVariables, serviceConfig+name) && !isOtherServer(name) {
			props[name] = strings.TrimSpace(value)
		}
	}
	return props
}

// ownVariables begin as go-sdk-core's do and are none of them.
var ownVariables = []string{TrustedHostsVariable, WebhookVariable, MetricsTokenVariable}

// vcapProperties returns the service's properties in the value of VCAP_SERVICES, as go-sdk-core reads them: those of the instance
// with the service's name, or else of the first one of the service.
func vcapProperties(text string) map[string]string {
	type entry struct {
		Name        string `json:"name"`
		Credentials *struct {
			URL      string `json:"url"`
			Username string `json:"username"`
			Password string `json:"password"`
			APIKey   string `json:"apikey"`
		} `json:"credentials"`
	}
	var all map[string][]entry
	if text == "" || json.Unmarshal([]byte(text), &all) != nil {
		return nil
	}
	chosen := slices.Clone(all[serviceName])
	for _, entries := range all {
		for _, one := range entries {
			if one.Name == serviceName {
				chosen = []entry{one}
			}
		}
	}
	if len(chosen) == 0 || chosen[0].Credentials == nil {
		return nil
	}
	c, props := chosen[0].Credentials, make(map[string]string)
	for name, value := range map[string]string{core.PROPNAME_SVC_URL: c.URL, core.PROPNAME_USERNAME: c.Username, core.PROPNAME_PASSWORD: c.Password, core.PROPNAME_APIKEY: c.APIKey} {
		if value != "" {
			props[name] = value
		}
	}
	switch {
	case len(props) == 0:
	case c.APIKey == "" && (c.Username != "" || c.Password != ""):
		props[core.PROPNAME_AUTH_TYPE] = core.AUTHTYPE_BASIC
	default:
		props[core.PROPNAME_AUTH_TYPE] = core.AUTHTYPE_IAM
	}
	return props
}

// vet returns an error where a file that nobody named says more than credentials of its own: it must not read files of this machine
// or use the machine's identity, weaken TLS, or name a host that is neither the platform's nor trusted by a person.
func (e *external) vet(s *Session) error {
	refuse := func(name string) error {
		return &Untrusted{
			i18n.NewError("credentials.key|The file '{{.File}}' sets {{.Name}}, which a credentials file that lies in the working folder may not do.",
				"File", e.file, "Name", serviceConfig+name), namedRemedy(e.file),
		}
	}
	for _, name := range []string{core.PROPNAME_CRTOKEN_FILENAME, core.PROPNAME_VPC_IMS_VERSION} {
		if e.props[name] != "" {
			return refuse(name)
		}
	}
	for _, name := range []string{core.PROPNAME_AUTH_DISABLE_SSL, core.PROPNAME_SVC_DISABLE_SSL} {
		if isTrue(e.props[name]) {
			return refuse(name)
		}
	}
	switch kind := e.authType(); {
	case !e.hasAuth && e.props[core.PROPNAME_SVC_URL] != "":
		return &Untrusted{
			i18n.NewError("credentials.url|The file '{{.File}}' names an address without credentials for it, so the session's token would go there.", "File", e.file),
			namedRemedy(e.file),
		}
	case e.hasAuth && (strings.EqualFold(kind, core.AUTHTYPE_CONTAINER) || strings.EqualFold(kind, core.AUTHTYPE_VPC)):
		return refuse(core.PROPNAME_AUTH_TYPE)
	}
	for _, one := range []struct {
		name    string
		domains []string
	}{{core.PROPNAME_SVC_URL, serviceDomains}, {core.PROPNAME_AUTH_URL, identityDomains}} {
		if err := e.vetHost(s, one.name, one.domains); err != nil {
			return err
		}
	}
	return nil
}

// vetHost returns an error where a property names a host outside of some domains that no person trusts.
func (e *external) vetHost(s *Session, name string, domains []string) error {
	address := e.props[name]
	if address == "" {
		return nil
	}
	base, err := parseBase(address)
	if err != nil || under(base.Hostname(), domains) {
		return err
	}
	trusted, err := s.trustsHost(base.Hostname())
	if trusted || err != nil {
		return err
	}
	return &Untrusted{
		i18n.NewError("credentials.host|The file '{{.File}}' names the host '{{.Host}}' in {{.Name}}, which is not a host of the platform.",
			"File", e.file, "Host", base.Hostname(), "Name", serviceConfig+name),
		trustRemedy(base.Hostname()),
	}
}

// checkIdentity refuses an identity endpoint that secrets must not be sent to, whoever named it: without TLS, unless it is this
// machine.
func (e *external) checkIdentity() error {
	address := e.props[core.PROPNAME_AUTH_URL]
	if address == "" || strings.EqualFold(e.authType(), core.AUTHTYPE_VPC) { // the metadata service of a machine speaks plainly
		return nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return &BadURL{address, malformedURL}
	}
	return trusted(u)
}

// isTrue reports whether text means true, as go-sdk-core reads it.
func isTrue(text string) bool {
	is, _ := strconv.ParseBool(text)
	return is
}
