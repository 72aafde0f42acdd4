package session

import (
	"errors"
	"fmt"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Configuration has the commands below `config`.
var Configuration = engine.Resource{
	Name: "config", About: "config.about|Manage the saved settings of these commands.",
	Commands: []engine.Command{
		{Name: "list", About: "config.list|List the saved settings.", View: settingList, Job: local(listSettings), Local: true,
			Examples: []string{"config list", "config list --output json"}},
		{Name: "get", About: "config.get|Show a saved setting.", View: settingDetails, Job: local(getSetting), Local: true, Args: []engine.Argument{settingArgument},
			Examples: []string{"config get service-url", "config get instance"}},
		{Name: "set", About: "config.set|Save a setting, such as service-url, instance or tenant-id.", Job: local(setSetting), Local: true, Args: []engine.Argument{settingArgument, {Title: "SETTING_VALUE"}}, Settings: settingWords,
			Examples: []string{"config set instance my-instance", "config set management-sre-apikey @key"}},
		{Name: "unset", About: "config.unset|Unset a saved setting.", Job: local(unsetSetting), Local: true, Args: []engine.Argument{settingArgument},
			Examples: []string{"config unset instance", "config unset service-url"}},
	},
}

var settingList = &output.View{
	Rows: "settings", Empty: "config.empty|No settings are saved.",
	Columns: []output.Column{
		{Title: "Setting", Path: "name", Format: output.Entity},
		{Title: "Value", Path: "value"},
	},
}

var settingDetails = &output.View{Columns: []output.Column{{Path: "value"}}}

// local makes a command's job of one that has no flags.
func local(job engine.Job) func(*engine.Flags) engine.Job {
	return func(*engine.Flags) engine.Job { return job }
}

// knownSetting is a setting that people change.
type knownSetting struct {
	name   string
	about  i18n.Text
	twin   string                   // the same setting of another plug-in, which is read where this one is not set; "" for none
	secret bool                     // whether nobody sees it
	check  func(value string) error // what is wrong with a value; nil where any text will do
}

var knownSettings = []knownSetting{
	{name: service.SettingURL, about: "setting.url|The address of the instance, instead of 'target'.", twin: service.SettingOtherURL, check: service.CheckURL},
	{name: service.SettingInstance, about: "setting.instance|The instance: its name, GUID or CRN; 'target' saves it too."},
	{name: service.SettingTenant, about: "setting.tenant|The tenant, where service-url names the instance."},
	{name: service.SettingTrustedHosts, about: "setting.hosts|Hosts outside the platform's domains that credentials may go to.", check: service.CheckHosts},
	{name: service.SettingAtOnce, about: "setting.requests-at-once|How many requests of a command may wait for an answer at once, 1 to 64.", check: service.CheckAtOnce},
	{name: service.SettingReportingURL, about: "setting.reporting-url|The address of the Manager's reports; by default, that of the region.", check: service.CheckURL},
	{name: service.SettingConnectorURL, about: "setting.connector-url|The address of a connector.", check: service.CheckURL},
	{name: service.SettingConnectorCAFile, about: "setting.connector-ca-file|A file with certificates that the connector's must be signed by.", check: service.CheckRoots},
	{name: service.SettingConnectorFingerprint, about: "setting.connector-fingerprint|The SHA-256 fingerprint of the connector's certificate.", check: service.CheckFingerprint},
	{name: service.SettingManagerURL, about: "setting.manager-url|The address of the Manager's alerts and upgrades.", check: service.CheckURL},
	{name: service.SettingManagerKey, about: "setting.manager-key|The API key for it: @FILE, or -.", secret: true},
	{name: service.SettingManagerUser, about: "setting.manager-user|The user for it, where it takes no API key."},
	{name: service.SettingManagerPassword, about: "setting.manager-password|The user's password: @FILE, or -.", secret: true},
	{name: service.SettingManagerAuthenticator, about: "setting.manager-authenticator|The address where the user and the password get a token.", check: service.CheckURL},
}

var settingArgument = engine.Argument{Title: "SETTING", Choices: settingNames}

func settingNames() []string {
	names := make([]string, len(knownSettings))
	for i := range knownSettings {
		names[i] = knownSettings[i].name
	}
	return names
}

// settingWords returns the settings with what they mean.
func settingWords() []engine.HelpWord {
	words := make([]engine.HelpWord, len(knownSettings))
	for i, s := range knownSettings {
		words[i] = engine.HelpWord{Word: s.name, About: s.about}
	}
	return words
}

// settingNamed returns the setting that a command is about.
func settingNamed(c *engine.Context) (*knownSetting, error) {
	for i := range knownSettings {
		if knownSettings[i].name == c.Args[0] {
			return &knownSettings[i], nil
		}
	}
	return nil, engine.Usage("config.unknown|'{{.Name}}' is not a setting. The settings are: {{.Names}}.", "Name", c.Args[0], "Names", strings.Join(settingNames(), ", "))
}

// setting is a saved setting, for programs.
type setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// hiddenSetting is what people and programs see of a secret.
const hiddenSetting i18n.Text = "config.hidden|[hidden]"

// shown returns a value of the setting as people and programs see it: no secret, and never the password of an address, which nothing
// saves but what was written into the file otherwise.
func (s *knownSetting) shown(value string) string {
	switch {
	case s.secret && value != "":
		return i18n.T(hiddenSetting)
	case strings.HasSuffix(s.name, "-url"):
		return service.RedactAddress(value)
	}
	return value
}

// names are those under which the setting is saved, the one that counts first.
func (s *knownSetting) names() []string {
	if s.twin == "" {
		return []string{s.name}
	}
	return []string{s.name, s.twin}
}

func listSettings(c *engine.Context) error {
	rows := []setting{}
	for i := range knownSettings {
		s := &knownSettings[i]
		for _, name := range s.names() {
			value, err := c.Session.Settings.Get(name)
			if err != nil {
				return err
			}
			if value != "" {
				rows = append(rows, setting{name, s.shown(value)})
			}
		}
	}
	return c.ShowValue(nil, map[string]any{"settings": rows})
}

func getSetting(c *engine.Context) error {
	s, err := settingNamed(c)
	if err != nil {
		return err
	}
	value, err := c.Session.FirstSetting(s.names()...)
	if err != nil {
		return err
	}
	if value == "" {
		c.Note("config.absent|'{{.Name}}' is not set.", "Name", s.name)
		if !c.Options.Machine() {
			_, err := fmt.Fprintln(c.Streams.Out) // scripts read a line
			return err
		}
	}
	return c.ShowValue(nil, setting{s.name, s.shown(value)})
}

func setSetting(c *engine.Context) error {
	s, err := settingNamed(c)
	if err != nil {
		return err
	}
	value := strings.TrimSpace(c.Args[1])
	if s.secret {
		if value, err = c.ReadSecret(s.name, value); err != nil {
			return invalidSetting(s.name, err)
		}
	}
	if value == "" {
		return engine.Usage("config.blank|'{{.Name}}' cannot be empty. Run '{{.Command}}' to unset it.", "Name", s.name, "Command", c.CommandLine("config", "unset", s.name))
	}
	if s.check != nil {
		if err := s.check(value); err != nil {
			return invalidSetting(s.name, err)
		}
	}
	if strings.ContainsFunc(value, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		if s.secret {
			return engine.Usage("config.secret|The value of '{{.Name}}' has control characters.", "Name", s.name)
		}
		return engine.Usage("config.control|'{{.Value}}' has control characters.", "Value", value)
	}
	if err := c.Session.Settings.Set(s.name, value); err != nil {
		return err
	}
	if s.secret {
		return c.OK("config.kept|'{{.Name}}' is saved.", "Name", s.name)
	}
	return c.OK("config.saved|'{{.Name}}' is now '{{.Value}}'.", "Name", s.name, "Value", value)
}

// invalidSetting returns that a setting cannot be saved, and why.
func invalidSetting(name string, err error) error {
	var bad *service.BadURL
	if errors.As(err, &bad) {
		return err // it names the address
	}
	return engine.Usage("config.invalid|{{.Setting}}: {{.Reason}}", "Setting", name, "Reason", err.Error())
}

func unsetSetting(c *engine.Context) error {
	s, err := settingNamed(c)
	if err != nil {
		return err
	}
	for _, name := range s.names() {
		if err := c.Session.Settings.Unset(name); err != nil {
			return err
		}
	}
	return c.OK("config.removed|'{{.Name}}' is not set any more.", "Name", s.name)
}
