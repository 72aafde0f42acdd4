package runs

import (
	"time"

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
	const regular = "kRegular"
	known, err := runIDs(c, group)
	if err != nil {
		return nil, err
	}
	r := api.NewRequest(&api.CreateProtectionGroupRun).SetNamed("id", group)
	r.Body = []byte(`{"runType":"` + regular + `"}`)
	answer, err := c.Call(r)
	answer, err = c.FindLost(answer, err, func() (*engine.Result, error) {
		list, err := Newest(c, group)
		if err != nil || findOwnRun(list, known, regular, time.Time{}, false) == "" {
			return nil, err
		}
		return &engine.Result{}, nil
	})
	if err != nil {
		return nil, err
	}
	requested := c.Now()
	return runTask(c, group, name, "", func(c *engine.Context) (string, error) {
		list, err := Newest(c, group)
		return findOwnRun(list, known, regular, answer.At, c.Now().Sub(requested) < graceForEarlyRun), err
	}), nil
}
