package groups

import (
	"encoding/json"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/engine"
)

// Subject is how protection groups are changed.
var Subject = &change.Subject{
	Kind: api.KindGroup, Plural: "groups", List: &api.GetProtectionGroups, Rows: "protectionGroups", Get: &api.GetProtectionGroupByID,
	Create: &api.CreateProtectionGroup, Update: &api.UpdateProtectionGroup, UpdateID: "id", Delete: &api.DeleteProtectionGroup,
	ID: "id", Name: "name", NameIn: "name", Mark: "description", View: groupDetails, Show: []string{"protection-group", "get"},
	Settings: []change.Setting{
		{Word: "policy", About: "setting.policy|A policy (name or ID).", Set: setPolicy},
		{Word: "sla", About: "setting.sla|30m, 4h: the longest time a run should take.", Set: setSLA},
		{Word: "start", About: "setting.start|22:00, in the group's time zone.", Set: setStart},
		change.Switch("paused", "isPaused"),
		{Word: "include", About: "setting.include|Paths of every host: include=/etc,/srv, include+=/srv or include-=/srv.", Set: setIncluded, Extend: extendIncluded},
		{Word: "exclude", About: "setting.exclude|Paths to leave out of them, with =, += or -=.", Set: setExcluded, Extend: extendExcluded},
	},
}

func setPolicy(c *engine.Context, body map[string]any, value string) error {
	id, err := c.LookUp(api.KindPolicy, value)
	body["policyId"] = id
	return err
}

// setSLA sets how long incremental and full runs should take at most.
func setSLA(_ *engine.Context, body map[string]any, value string) error {
	span, ok := engine.ParseSpan(value)
	if !ok || span < time.Minute || span%time.Minute != 0 {
		return engine.Usage("group.set-sla|sla: '{{.Value}}' is no length of time in whole minutes. Use '30m' or '4h'.", "Value", value)
	}
	minutes := json.Number(strconv.FormatInt(int64(span/time.Minute), 10))
	body["sla"] = []any{map[string]any{"backupRunType": "kIncremental", "slaMinutes": minutes}, map[string]any{"backupRunType": "kFull", "slaMinutes": minutes}}
	return nil
}

// setStart sets the time of day at which runs start; the time zone stays.
func setStart(_ *engine.Context, body map[string]any, value string) error {
	at, err := time.Parse("15:04", value)
	if err != nil {
		return engine.Usage("group.set-start|start: '{{.Value}}' is no time of day. Use '22:00'.", "Value", value)
	}
	start := change.Object(body, "startTime")
	start["hour"], start["minute"] = at.Hour(), at.Minute()
	return nil
}
