package selection

import (
	"errors"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// GroupsWith returns the names of the protection groups that are listed with a parameter, such as policyIds.
func GroupsWith(c *engine.Context, param, value string) (names []string, err error) {
	result, err := c.Call(api.NewRequest(&api.GetProtectionGroups).SetNamed(param, value).SetNamed("pruneSourceIds", "true"))
	if err != nil {
		return nil, err
	}
	for _, group := range output.List(result.Value, "protectionGroups") {
		if output.At(group, "isDeleted") != true {
			names = append(names, output.String(group, "name|id"))
		}
	}
	return names, nil
}

// GroupUpdate returns a request that updates a protection group and leaves it as it is, until the caller changes its body. now is the group as
// it was read. The error is one of a group that the service did not return as a whole: an update would lose what is missing.
func GroupUpdate(id string, now *engine.Result) (*api.Request, error) {
	r := api.NewRequest(&api.UpdateProtectionGroup).SetNamed("id", id)
	var missing *api.MissingField
	var err error
	if r.Body, err = r.Op.BodyFrom(now.Raw); errors.As(err, &missing) {
		return nil, engine.Fail(engine.ExitFailed, "group.partial|The service did not return the whole group, but left out '{{.Field}}'. It was not changed.", "Field", missing.Name)
	}
	return r, err
}
