package commands

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// targeting are the commands that say which instance the others talk to.
var targeting = []command{
	{Name: "instances", About: "List the Backup and Recovery instances of the account.", View: instanceList, Run: (*invocation).listInstances,
		Flags: []api.Field{{Flag: "region", About: "Only the instances in this region."}}},
	{Name: "target", About: "Choose the instance for all commands, or show the choice.", View: targetDetails, Run: (*invocation).target,
		Args: []argument{{Title: "INSTANCE", Optional: true}}, Flags: []api.Field{{Flag: "unset", Type: api.Boolean, About: "Forget the choice."}}},
}

// configuration are the commands below `backup-recovery config`.
var configuration = resource{
	Name: "config", About: "Manage the saved settings of these commands.",
	Commands: []command{
		{Name: "list", About: "List the saved settings.", View: settingList, Run: (*invocation).configList},
		{Name: "get", About: "Show a saved setting.", View: settingDetails, Run: (*invocation).configGet, Args: []argument{{Title: "SETTING"}}},
		{Name: "set", About: "Save a setting.", Run: (*invocation).configSet, Args: []argument{{Title: "SETTING"},
			{Title: "SETTING_VALUE"}}},
		{Name: "unset", About: "Forget a saved setting.", Run: (*invocation).configUnset, Args: []argument{{Title: "SETTING"}}},
	},
}

var instanceList = &output.View{
	Rows: "instances", Empty: "This account has no Backup and Recovery instances here.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "Region", Path: "region"},
		{Title: "State", Path: "state", Format: output.Status},
		{Title: "Targeted", Path: "targeted", Format: targeted},
		{Title: "GUID", Path: "guid"},
		{Title: "Tenant", Path: "tenant"},
		{Title: "Endpoint", Path: "public"},
		{Title: "Private endpoint", Path: "private"},
	},
}

var targetDetails = &output.View{Columns: []output.Column{
	{Title: "Instance", Path: "name", Format: output.Entity},
	{Title: "Region", Path: "region"},
	{Title: "GUID", Path: "guid"},
	{Title: "Tenant", Path: "tenant"},
	{Title: "Endpoint", Path: "endpoint"},
	{Title: "Chosen by", Path: "via"},
}}

var settingList = &output.View{
	Rows: "settings", Empty: "No settings are saved.",
	Columns: []output.Column{
		{Title: "Setting", Path: "name", Format: output.Entity},
		{Title: "Value", Path: "value"},
	},
}

var settingDetails = &output.View{Columns: []output.Column{{Path: "value"}}}

func targeted(v any) output.Cell {
	if v == true {
		return output.Cell{Text: "*", Data: "true"}
	}
	return output.Cell{}
}

// showValue puts a value of our own out as if it were an answer of the service.
func (inv *invocation) showValue(v any) error {
	raw, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return inv.show(bytes.NewReader(raw))
}

func (inv *invocation) listInstances() error {
	list, _, err := inv.Session.Instances(inv.ctx, true)
	if err != nil {
		return err
	}
	type row struct {
		service.Instance
		Targeted bool `json:"targeted"`
	}
	chosen := ""
	if client, err := inv.Session.Connect(inv.ctx, service.Want{}); err == nil && client.Target.Instance != nil {
		chosen = client.Target.Instance.CRN
	}
	rows := []row{}
	for _, i := range list {
		if region := inv.flags.text("region"); region == "" || i.Region == region {
			rows = append(rows, row{i, i.CRN == chosen})
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		return strings.Compare(strings.ToLower(a.Name)+"\x00"+a.GUID, strings.ToLower(b.Name)+"\x00"+b.GUID)
	})
	return inv.showValue(map[string]any{"instances": rows})
}

func (inv *invocation) target() error {
	if inv.flags.isTrue("unset") {
		if len(inv.args) > 0 {
			return usage("INSTANCE and --unset exclude each other.")
		}
		if err := inv.Session.Settings.Unset(service.SettingInstance); err != nil {
			return err
		}
	}
	if len(inv.args) > 0 {
		list, _, err := inv.Session.Instances(inv.ctx, true)
		if err != nil {
			return err
		}
		chosen, err := service.Choose(list, inv.args[0])
		if err != nil {
			return err
		}
		if err := inv.Session.Settings.Set(service.SettingInstance, chosen.CRN); err != nil {
			return err
		}
	}
	client, err := inv.Session.Connect(inv.ctx, service.Want{})
	if err != nil {
		return err
	}
	t := client.Target
	if len(inv.args) > 0 && t.Via != service.ViaSavedInstance {
		inv.warn(i18n.T("The choice was saved, but has no effect: {{.Via}} names the endpoint.", "Via", t.Via))
	}
	shown := map[string]any{"endpoint": t.Base.String(), "tenant": t.Tenant, "via": t.Via}
	if i := t.Instance; i != nil {
		shown["name"], shown["region"], shown["guid"], shown["crn"] = i.Name, i.Region, i.GUID, i.CRN
	}
	return inv.showValue(shown)
}

// settingNames are the settings that people change.
var settingNames = []string{service.SettingURL, service.SettingInstance, service.SettingTenant}

func (inv *invocation) setting() (string, error) {
	name := inv.args[0]
	if slices.Contains(settingNames, name) {
		return name, nil
	}
	return "", usage("{{.Name}} is not a setting; the settings are {{.Names}}.", "Name", quoted(name), "Names", strings.Join(settingNames, ", "))
}

func (inv *invocation) configList() error {
	type row struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	rows := []row{}
	for _, name := range settingNames {
		if value := inv.Session.Settings.Get(name); value != "" {
			rows = append(rows, row{name, value})
		}
	}
	return inv.showValue(map[string]any{"settings": rows})
}

func (inv *invocation) configGet() error {
	name, err := inv.setting()
	if err != nil {
		return err
	}
	value := inv.Session.Settings.Get(name)
	if value == "" {
		return &failure{what: []string{i18n.T("{{.Name}} is not set.", "Name", name)}, exit: exitNotFound}
	}
	return inv.showValue(map[string]any{"name": name, "value": value})
}

func (inv *invocation) configSet() error {
	name, err := inv.setting()
	if err != nil {
		return err
	}
	value := strings.TrimSpace(inv.args[1])
	if value == "" {
		return usage("{{.Name}} cannot be empty; to forget it: {{.Command}}", "Name", name, "Command", Program+" config unset "+name)
	}
	if name == service.SettingURL {
		if err := service.CheckURL(value); err != nil {
			return err
		}
	}
	if strings.ContainsFunc(value, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return usage("{{.Value}} has control characters.", "Value", quoted(value))
	}
	if err := inv.Session.Settings.Set(name, value); err != nil {
		return err
	}
	return inv.say(i18n.T("{{.Name}} is now {{.Value}}.", "Name", name, "Value", value))
}

func (inv *invocation) configUnset() error {
	name, err := inv.setting()
	if err != nil {
		return err
	}
	if err := inv.Session.Settings.Unset(name); err != nil {
		return err
	}
	return inv.say(i18n.T("{{.Name}} was forgotten.", "Name", name))
}
