package selection

import (
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
