package runs

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// BackUp starts a regular run of a group, which people call name, and returns it to wait for. An active run is taken in its place, so that the
// same command again waits for the run that it has started before. A group that has just been created starts its first run by itself, and
// that is the one. In a dry run the request is shown.
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
	l := newLaunch(group, name, joinIfRunning, r)
	l.looks = true
	for try := 0; !l.started(); try++ {
		if err := l.start(c); err != nil {
			return nil, err
		}
		if l.started() {
			break
		}
		if err := c.Sleep(engine.PollBackoff.Pause(try)); err != nil {
			return nil, err
		}
	}
	if !l.joined && !c.Options.Wait.Wait {
		c.Note("run.asked|A run of protection group '{{.Name}}' was requested.", "Name", name)
	}
	return l.task(c), nil
}
