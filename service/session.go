// Package service is how a request travels: to which endpoint, for which tenant, as whom, with what patience;
// and how files come back.
package service

import (
	"io"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Session is what the host CLI says: who is logged in, where, and how to talk.
type Session struct {
	LoggedIn  bool
	Token     func() string          // the IAM token, with or without "Bearer " in front
	Refresh   func() (string, error) // gets a new IAM token and keeps it in the host's session
	Account   string                 // id of the targeted account
	Region    string                 // the targeted region, such as us-east; may be empty
	Group     string                 // id of the targeted resource group; "" for all of them
	Private   bool                   // whether the session uses the private network
	Resources func() (string, error) // address of the Resource Controller for this cloud, region and network
	// OwnResources is whether the environment puts another Resource Controller in the place of the platform's, which may then name
	// endpoints on this machine.
	OwnResources bool
	SkipTLS      bool          // whether the host was told not to verify certificates
	Timeout      time.Duration // longest silence of the network; 0 takes the host's default of a minute
	Trace        string        // the host's trace setting: "true", "false", or a file
	Color        bool
	ColorPipes   bool // whether colours go into pipes and files too
	Locale       string
	MCP          bool   // whether a model talks to the host, so that nobody can be asked
	Agent        string // the User-Agent
	Version      string // of the plug-in
	Settings     Settings
	Folder       string            // the plug-in\'s own, for what is kept between calls beside the settings
	Transport    http.RoundTripper // what carries requests; nil for the network
	Now          func() time.Time  // the clock; nil for the real one
	Servers      []*Server         // beside those of the document, for tests

	// named is the text of the file that IBM_CREDENTIALS_FILE names, by its path: a pipe can be read only once.
	named struct {
		path string
		text []byte
	}

	trace struct {
		open sync.Once
		out  io.Writer // nil where nothing is traced
		file *os.File  // nil where out is none of ours
	}
}

// Close ends what the session has opened.
func (s *Session) Close() error {
	if s.trace.file == nil {
		return nil
	}
	return s.trace.file.Close()
}

// Settings are the plug-in's saved settings: text by name. A name that is not there is "". Errors are *SettingsError: what cannot
// be read is not taken for empty, because a request would go to another instance then.
type Settings interface {
	Get(name string) (string, error)
	Set(name, value string) error
	Unset(name string) error
}

// SettingsError says that the file of the saved settings cannot be used.
type SettingsError struct {
	File    string
	Err     error // why
	Damaged bool  // whether the content is at fault and not the way to it
	Saving  bool  // whether it could be read but not written
}

func (e *SettingsError) Error() string { return e.File + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *SettingsError) Unwrap() error { return e.Err }

// The names of the settings that people change.
const (
	SettingURL          = "service-url"
	SettingOtherURL     = "backup_recovery-service-url" // as another plug-in for this service calls it; read, and never written
	SettingInstance     = "instance"
	SettingTenant       = "tenant-id"
	SettingTrustedHosts = "trusted-hosts"
	SettingAtOnce       = "requests-at-once"

	// Of the other servers.
	SettingReportingURL         = "management-reporting-service-url"
	SettingConnectorURL         = "connector-service-url"
	SettingConnectorCAFile      = "connector-ca-file"
	SettingConnectorFingerprint = "connector-fingerprint"
	SettingManagerURL           = "management-sre-service-url"
	SettingManagerKey           = "management-sre-apikey"
	SettingManagerUser          = "management-sre-username"
	SettingManagerPassword      = "management-sre-password"
	SettingManagerAuthenticator = "management-sre-authentication-url"
)

// setting returns a saved setting, and "" for one that is not there. The error is a *SettingsError.
func (s *Session) setting(name string) (string, error) {
	if s.Settings == nil {
		return "", nil
	}
	return s.Settings.Get(name)
}

// UsualAtOnce is how many requests of a command may wait for an answer at once where the setting does not say: enough to hide the way to the service, and few enough
// for its limits. mostAtOnce is how many there may be.
const (
	UsualAtOnce = 8
	mostAtOnce  = 64
)

// AtOnce returns how many requests of a command may wait for an answer at once. Settings that cannot be read are said by what needs them more.
func (s *Session) AtOnce() int {
	if value, err := s.setting(SettingAtOnce); err == nil && value != "" && CheckAtOnce(value) == nil {
		n, _ := strconv.Atoi(value)
		return n
	}
	return UsualAtOnce
}

// CheckAtOnce returns what is wrong with a number of requests at once, and nil for nothing.
func CheckAtOnce(value string) error {
	if n, err := strconv.Atoi(value); err != nil || n < 1 || n > mostAtOnce {
		return i18n.NewError("setting.at-once|A number from 1 to {{.Most}} is needed.", "Most", mostAtOnce)
	}
	return nil
}

// FirstSetting returns the first of several saved settings that is there, and "" where none is. The error is a *SettingsError.
func (s *Session) FirstSetting(names ...string) (string, error) {
	for _, name := range names {
		if value, err := s.setting(name); err != nil || value != "" {
			return value, err
		}
	}
	return "", nil
}

func (s *Session) now() time.Time {
	if s.Now != nil {
		return s.Now()
	}
	return time.Now()
}

func (s *Session) timeout() time.Duration {
	if s.Timeout > 0 {
		return s.Timeout
	}
	return time.Minute
}
