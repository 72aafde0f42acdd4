package sources

import (
	"encoding/json"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Subject is how registrations of sources are changed.
var Subject = &change.Subject{
	Kind: api.KindSource, Plural: "sources", List: &api.GetSourceRegistrations, Rows: "registrations", Get: &api.GetProtectionSourceRegistration,
	Create: &api.RegisterProtectionSource, Update: &api.UpdateProtectionSourceRegistration, UpdateID: "id", Delete: &api.DeleteProtectionSourceRegistration,
	ID: "id", Name: "name", NameIn: "name|sourceInfo.name", View: registrationDetails, Touches: groupsOf, Show: []string{"protection-source", "registration-get"},
	Settings: []change.Setting{{Word: "endpoint", About: "setting.endpoint|The address of the host or cluster.", Set: setEndpoint}, {Word: "connection", About: "setting.connection|A connection (name or ID).", Set: setConnection}},
}

// groupsOf returns which groups a change of a source touches.
func groupsOf(c *engine.Context, id string) ([]string, error) {
	groups, err := selection.GroupsWith(c, "sourceIds", id)
	return change.Touched("source.touches|{{.Count}} protection group has objects of it:|{{.Count}} protection groups have objects of it:", groups), err
}

// setEndpoint sets the address of the host or cluster.
func setEndpoint(_ *engine.Context, body map[string]any, value string) error {
	params := "physicalParams"
	if output.String(body, "environment") == selection.Kubernetes {
		params = "kubernetesParams"
	}
	change.Object(body, params)["endpoint"] = value
	return nil
}

func setConnection(c *engine.Context, body map[string]any, value string) error {
	id, err := c.LookUp(api.KindConnection, value)
	body["connectionId"] = json.Number(id)
	return err
}
