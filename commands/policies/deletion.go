package policies

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// plainDeletion asks where it is not known which groups use a policy.
const plainDeletion i18n.Text = "policy.delete|Delete protection policy '{{.Name}}'?"

// askDeletion returns the question before a policy is deleted: which groups use it.
func askDeletion(c *engine.Context) (string, error) {
	groups, err := selection.GroupsWith(c, "policyIds", c.Param("id"))
	if err != nil {
		return "", err
	}
	name := output.Clean(c.Named)
	if len(groups) == 0 {
		return i18n.T("policy.delete-unused|Delete protection policy '{{.Name}}', which no protection group uses?", "Name", name), nil
	}
	lines := append([]string{i18n.T("policy.used|{{.Count}} protection group uses the policy. The service deletes no policy in use:|{{.Count}} protection groups use the policy. The service deletes no policy in use:", "Count", len(groups))},
		engine.Listed(groups)...)
	return strings.Join(append(lines, i18n.T(plainDeletion, "Name", name)), "\n"), nil
}
