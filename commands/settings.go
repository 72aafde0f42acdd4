package commands

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// configuration are the commands below `config`.
var configuration = engine.Resource{
	Name: "config", About: "config.about|Manage the saved settings of these commands.",
	Commands: []engine.Command{
		{Name: "list", About: "config.list|List the saved settings.", View: settingList, Job: local(listSettings), Local: true},
		{Name: "get", About: "config.get|Show a saved setting.", View: settingDetails, Job: local(getSetting), Local: true, Args: []engine.Argument{{Title: "SETTING"}}},
		{Name: "set", About: "config.set|Save a setting: service-url, instance, tenant-id or trusted-hosts.", Job: local(setSetting), Local: true, Args: []engine.Argument{{Title: "SETTING"}, {Title: "SETTING_VALUE"}}},
		{Name: "unset", About: "config.unset|Unset a saved setting.", Job: local(unsetSetting), Local: true, Args: []engine.Argument{{Title: "SETTING"}}},
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

// settingNames are the settings that people change.
var settingNames = []string{service.SettingURL, service.SettingInstance, service.SettingTenant, service.SettingTrustedHosts}

// settingNamed returns the name of the setting that a command is about.
func settingNamed(c *engine.Context) (string, error) {
	name := c.Args[0]
	if slices.Contains(settingNames, name) {
		return name, nil
	}
	return "", engine.Usage("config.unknown|'{{.Name}}' is not a setting. The settings are: {{.Names}}.", "Name", name, "Names", strings.Join(settingNames, ", "))
}

// setting is a saved setting, for programs.
type setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// shown returns the value of a setting as people and programs see it: never with the password of an address, which nothing saves
// but what was written into the file otherwise.
func shown(name, value string) string {
	if name == service.SettingURL {
		return service.RedactAddress(value)
	}
	return value
}

func listSettings(c *engine.Context) error {
	rows := []setting{}
	for _, name := range settingNames {
		value, err := c.Session.Settings.Get(name)
		if err != nil {
			return err
		}
		if value != "" {
			rows = append(rows, setting{name, shown(name, value)})
		}
	}
	return c.ShowValue(nil, map[string]any{"settings": rows})
}

func getSetting(c *engine.Context) error {
	name, err := settingNamed(c)
	if err != nil {
		return err
	}
	value, err := c.Session.Settings.Get(name)
	if err != nil {
		return err
	}
	if value == "" {
		return engine.Fail(engine.ExitNotFound, "config.absent|'{{.Name}}' is not set.", "Name", name)
	}
	return c.ShowValue(nil, setting{name, shown(name, value)})
}

func setSetting(c *engine.Context) error {
	name, err := settingNamed(c)
	if err != nil {
		return err
	}
	value := strings.TrimSpace(c.Args[1])
	if value == "" {
		return engine.Usage("config.blank|'{{.Name}}' cannot be empty. Run '{{.Command}}' to unset it.", "Name", name, "Command", c.CommandLine("config", "unset", name))
	}
	switch name {
	case service.SettingURL:
		err = service.CheckURL(value)
	case service.SettingTrustedHosts:
		if err = service.CheckHosts(value); err != nil {
			err = engine.Usage("config.invalid|{{.Setting}}: {{.Reason}}", "Setting", name, "Reason", err.Error())
		}
	}
	if err != nil {
		return err
	}
	if strings.ContainsFunc(value, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return engine.Usage("config.control|'{{.Value}}' has control characters.", "Value", value)
	}
	if err := c.Session.Settings.Set(name, value); err != nil {
		return err
	}
	return c.OK("config.saved|'{{.Name}}' is now '{{.Value}}'.", "Name", name, "Value", value)
}

func unsetSetting(c *engine.Context) error {
	name, err := settingNamed(c)
	if err != nil {
		return err
	}
	if err := c.Session.Settings.Unset(name); err != nil {
		return err
	}
	return c.OK("config.removed|'{{.Name}}' is not set any more.", "Name", name)
}
