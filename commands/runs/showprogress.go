package runs

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
)

// groupBeforeRun are the arguments of a command about a run whose group says which one a number or latest means.
var groupBeforeRun = []engine.Argument{{Title: "GROUP", Optional: true}, {Title: "RUN"}}

// showProgress carries out `protection-group-run progress`: of a run, or of the newest one of a group.
func showProgress(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		run := c.Param("runId")
		group := ""
		switch {
		case len(c.Args) == 2 || len(c.Args) == 1 && c.Args[0] != run: // beside --run-id
			group = c.Args[0]
		case len(c.Args) == 1 && !engine.IsRunID(run):
			group, run = run, engine.Latest
		}
		if group != "" {
			id, err := c.LookUp(api.KindGroup, group)
			if err == nil {
				run, err = runOf(c, id, run)
			}
			if err != nil {
				return err
			}
			c.Request.SetNamed("runId", run)
		}
		result, err := c.Send()
		if err != nil {
			return err
		}
		return c.Show(nil, result.Raw)
	}
}
