package policies

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Subject is how policies are changed.
var Subject = &change.Subject{
	Kind: api.KindPolicy, Plural: "policies", List: &api.GetProtectionPolicies, Rows: "policies", Get: &api.GetProtectionPolicyByID,
	Create: &api.CreateProtectionPolicy, Update: &api.UpdateProtectionPolicy, UpdateID: "id", Delete: &api.DeleteProtectionPolicy,
	ID: "id", Name: "name", NameIn: "name", Mark: "description", View: policyDetails, Touches: users, Show: []string{"protection-policy", "get"},
	Settings: []change.Setting{
		{Word: "retention", About: "setting.retention|30d, 4w, 6mo or 1y; a data lock stays.", Set: setRetention},
		{Word: "schedule", About: "setting.schedule|15m, 4h, daily, weekly:sun,wed or monthly:1.", Set: setSchedule},
		{Word: "full", About: "setting.full|daily, weekly:sun, monthly:1 or never: full backups.", Set: setFull},
		{Word: "lock", About: "setting.lock|compliance:14d, administrative:4w or none.", Set: setLock},
		{Word: "log", About: "setting.log|15m, 1h or never: log backups.", Set: setLog},
		{Word: "log-retention", About: "setting.log-retention|3d, 2w: the retention of log backups.", Set: setLogRetention},
	},
}

// users returns which groups a change of a policy touches.
func users(c *engine.Context, id string) ([]string, error) {
	groups, err := selection.GroupsWith(c, "policyIds", id)
	return change.Touched("policy.touches|{{.Count}} protection group uses it:|{{.Count}} protection groups use it:", groups), err
}

// regular returns the schedule and retention of regular backups.
func regular(body map[string]any) map[string]any {
	return change.Object(body, "backupPolicy", "regular")
}

func setRetention(_ *engine.Context, body map[string]any, value string) error {
	return change.Retention(regular(body), "retention", value)
}

func setSchedule(_ *engine.Context, body map[string]any, value string) error {
	schedule, ok := change.ParseSchedule(value)
	if !ok {
		return change.NotSchedule("schedule", value)
	}
	change.Object(regular(body), "incremental")["schedule"] = schedule
	return nil
}

// setFull sets the first schedule of full backups, which are kept as long as regular ones where nothing else is said; never takes all out.
func setFull(_ *engine.Context, body map[string]any, value string) error {
	of := regular(body)
	if strings.EqualFold(value, "never") {
		delete(of, "fullBackups")
		delete(of, "full")
		return nil
	}
	schedule, ok := change.ParseSchedule(value)
	if !ok || schedule["hourSchedule"] != nil || schedule["minuteSchedule"] != nil {
		return engine.Usage("policy.set-full|full: '{{.Value}}' is no schedule of full backups. Use 'daily', 'weekly:sun', 'monthly:1' or 'never'.", "Value", value)
	}
	first := map[string]any{"schedule": schedule, "retention": lengthOf(of["retention"])}
	list, _ := of["fullBackups"].([]any)
	if len(list) == 0 {
		list = []any{first}
	} else if old, isObject := list[0].(map[string]any); isObject {
		first["retention"] = old["retention"]
		list = append([]any{first}, list[1:]...)
	}
	of["fullBackups"] = list
	return nil
}

// setLock sets the data lock of regular backups: MODE:LENGTH, or none.
func setLock(_ *engine.Context, body map[string]any, value string) error {
	retention := change.Object(regular(body), "retention")
	if strings.EqualFold(value, "none") {
		delete(retention, "dataLockConfig")
		return nil
	}
	mode, length, _ := strings.Cut(value, ":")
	number, unit, ok := change.ParseUnits(length)
	spelled := api.Spell([]string{"Administrative", "Compliance"}, mode)
	if !ok || unit == "Hours" || unit == "Minutes" || spelled != "Administrative" && spelled != "Compliance" {
		return engine.Usage("policy.set-lock|lock: '{{.Value}}' is no data lock. Use 'compliance:14d', 'administrative:4w' or 'none'.", "Value", value)
	}
	lock := change.Object(retention, "dataLockConfig")
	lock["mode"], lock["unit"], lock["duration"] = spelled, unit, number
	return nil
}

// setLog sets the schedule of log backups; never takes them out.
func setLog(_ *engine.Context, body map[string]any, value string) error {
	policy := change.Object(body, "backupPolicy")
	if strings.EqualFold(value, "never") {
		delete(policy, "log")
		return nil
	}
	schedule, ok := change.ParseSchedule(value)
	if !ok || schedule["hourSchedule"] == nil && schedule["minuteSchedule"] == nil {
		return engine.Usage("policy.set-log|log: '{{.Value}}' is no schedule of log backups. Use '15m', '1h' or 'never'.", "Value", value)
	}
	log := change.Object(policy, "log")
	log["schedule"] = schedule
	if log["retention"] == nil {
		log["retention"] = lengthOf(output.At(body, "backupPolicy.regular.retention"))
	}
	return nil
}

// lengthOf returns a retention of the same length, without a lock, which is for each retention to say.
func lengthOf(retention any) map[string]any {
	return map[string]any{"unit": output.At(retention, "unit"), "duration": output.At(retention, "duration")}
}

func setLogRetention(_ *engine.Context, body map[string]any, value string) error {
	if output.At(body, "backupPolicy.log") == nil {
		return engine.Usage("policy.set-nolog|log-retention: the policy has no log backups. Set 'log=15m' too.")
	}
	return change.Retention(change.Object(body, "backupPolicy", "log"), "log-retention", value)
}
