package runs

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// BackUp starts a regular run of a group, which people call name, and returns it to wait for. A group that has just been created starts its
// first run by itself, and that is the one. In a dry run the request is shown.
func BackUp(c *engine.Context, group, name string, isNew bool) (*engine.Task, error) {
	if isNew {
		return runTask(c, group, name, "", func(c *engine.Context) (string, error) {
			list, err := Newest(c, group)
			if err != nil || len(list) == 0 {
				return "", err
			}
			return output.String(list[len(list)-1], "id"), nil
		}), nil
	}
	r := api.NewRequest(&api.CreateProtectionGroupRun).SetNamed("id", group)
	r.Body = []byte(`{"runType":"kRegular"}`)
	l := newLaunch(group, name, failIfRunning, r)
	l.looks, l.byAnother = true, true
	if err := l.start(c); err != nil {
		return nil, err
	}
	return l.task(c), nil
}
