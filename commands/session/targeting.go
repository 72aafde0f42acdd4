// Package session has the commands about the instance, the saved settings and the plug-in itself.
package session

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Targeting are the commands that choose the instance that the others use.
var Targeting = []engine.Command{
	{Name: "instances", About: "instances.about|List the Backup and Recovery instances of the account.", View: instanceList, Job: listInstances, Local: true,
		Examples: []string{"instances", "instances --region us-east"}},
	{Name: "target", About: "target.about|Choose the instance for all commands, or show the choice.", View: targetDetails, Job: chooseTarget, Local: true,
		Args:     []engine.Argument{{Title: "INSTANCE", Optional: true}},
		Examples: []string{"target my-instance", "target", "target --unset"}},
}

var instanceList = &output.View{
	Rows: "instances", Empty: "instances.empty|This account has no Backup and Recovery instances here.",
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "Region", Path: "region", Rank: 3},
		{Title: "State", Path: "state", Format: output.Status},
		{Title: "Targeted", Path: "targeted", Format: targeted},
		{Title: "GUID", Path: "guid", Rank: 6},
		{Title: "Tenant", Path: "tenant", Rank: 8},
		{Title: "Endpoint", Path: "public", Rank: 7},
		{Title: "Private Endpoint", Path: "private", Rank: 9},
	},
}

var targetDetails = &output.View{Columns: []output.Column{
	{Title: "Instance", Path: "name", Format: output.Entity},
	{Title: "Region", Path: "region"},
	{Title: "GUID", Path: "guid"},
	{Title: "Tenant", Path: "tenant"},
	{Title: "Endpoint", Path: "endpoint"},
	{Title: "Set By", Path: "via"},
}}

func targeted(v any) output.Cell {
	if v == true {
		return output.Cell{Text: "*", Data: "true"}
	}
	return output.Cell{}
}

// listedInstance is an instance in a list.
type listedInstance struct {
	service.Instance
	Targeted bool `json:"targeted"`
}

// instanceServer is the server whose target the commands here choose.
const instanceServer = "instance"

func listInstances(f *engine.Flags) engine.Job {
	var region string
	f.Text(&region, "region", "VALUE", "instances.region|List only the instances in this region.")
	return func(c *engine.Context) error {
		list, _, err := c.Session.Instances(c, true)
		if err != nil {
			return err
		}
		chosen := ""
		target, err := c.Session.Locate(c, instanceServer, service.Selection{})
		var unusable *service.SettingsError
		if errors.As(err, &unusable) {
			return err // which one is targeted is not known
		}
		if err == nil && target.Instance != nil {
			chosen = target.Instance.CRN
		}
		rows := []listedInstance{}
		for _, i := range list {
			if region == "" || i.Region == region {
				rows = append(rows, listedInstance{i, i.CRN == chosen})
			}
		}
		slices.SortFunc(rows, func(a, b listedInstance) int {
			return cmp.Or(c.Session.GroupFirst(&a.Instance, &b.Instance), strings.Compare(strings.ToLower(a.Name)+"\x00"+a.GUID, strings.ToLower(b.Name)+"\x00"+b.GUID))
		})
		return c.ShowValue(nil, map[string]any{"instances": rows})
	}
}

func chooseTarget(f *engine.Flags) engine.Job {
	var unset bool
	f.Switch(&unset, "unset", "target.unset|Unset the choice.")
	return func(c *engine.Context) error {
		if unset && len(c.Args) > 0 {
			return engine.Usage("target.exclusive|INSTANCE and --unset exclude each other.")
		}
		if unset {
			if err := c.Session.Settings.Unset(service.SettingInstance); err != nil {
				return err
			}
		}
		if len(c.Args) > 0 {
			if err := saveTarget(c, c.Args[0]); err != nil {
				return err
			}
		}
		t, err := c.Session.Locate(c, instanceServer, service.Selection{})
		if err != nil {
			return err
		}
		if len(c.Args) > 0 && t.Via != service.ViaSavedInstance {
			c.Warn("target.overridden|The choice was saved but has no effect, because {{.Via}} sets the address.", "Via", string(t.Via))
		}
		shown := map[string]any{"endpoint": t.Base.String(), "tenant": t.Tenant, "via": t.Via}
		if i := t.Instance; i != nil {
			shown["name"], shown["region"], shown["guid"], shown["crn"] = i.Name, i.Region, i.GUID, i.CRN
		}
		return c.ShowValue(nil, shown)
	}
}

// saveTarget saves the choice of the instance that a word names.
func saveTarget(c *engine.Context, word string) error {
	list, _, err := c.Session.Instances(c, true)
	if err != nil {
		return err
	}
	chosen, err := c.Session.Choose(list, word)
	if err != nil {
		return err
	}
	return c.Session.Settings.Set(service.SettingInstance, chosen.CRN)
}
