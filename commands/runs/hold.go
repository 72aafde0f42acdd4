package runs

import (
	"encoding/json"
	"maps"
	"slices"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// What is done to the snapshots of a run: hold and release them.

// groupAndRun are the arguments of a command about the snapshots of a run: its group, and the run's id, its number or latest.
var groupAndRun = []engine.Argument{{Title: "GROUP"}, {Title: "RUN", Optional: true}}

// heldRun is how a run is shown that was put on legal hold or released.
var heldRun = &output.View{Columns: []output.Column{
	{Title: "Group", Path: "protectionGroupName", Format: output.Entity},
	{Title: "Run", Path: "id"},
	{Title: "Started", Path: "localBackupInfo.startTimeUsecs|" + cells.Archived + "startTimeUsecs", Format: output.Usecs},
	{Title: "Legal Hold", Path: "onLegalHold", Format: output.YesNo},
}}

// changeHold puts the snapshots of a run on legal hold, or releases them. What is so already stays.
func changeHold(hold bool) func(*engine.Flags) engine.Job {
	return func(*engine.Flags) engine.Job {
		return func(c *engine.Context) error {
			group, id, err := endedRun(c)
			if err != nil {
				return err
			}
			run, err := readRun(c, group, id)
			if err != nil {
				return err
			}
			if (output.At(run.Value, "onLegalHold") == true) != hold {
				if err := changeSnapshots(c, group, []any{run.Value}, map[string]any{"enableLegalHold": hold}); err != nil {
					return err
				}
				if c.Options.DryRun {
					return nil
				}
				if run, err = readRun(c, group, id); err != nil {
					return err
				}
			}
			return c.Show(nil, run.Raw)
		}
	}
}

// endedRun returns the group and the run that GROUP [RUN] mean: without RUN, or with latest, the newest run that has ended with snapshots.
func endedRun(c *engine.Context) (group, id string, err error) {
	c.Named = c.Args[0]
	if group, err = c.LookUp(api.KindGroup, c.Named); err != nil {
		return "", "", err
	}
	if len(c.Args) > 1 && c.Args[1] != engine.Latest {
		id, err = runOf(c, group, c.Args[1])
		return group, id, err
	}
	list, err := Newest(c, group)
	if err != nil {
		return "", "", err
	}
	i := slices.IndexFunc(list, func(run any) bool {
		status := Status(run)
		return engine.IsEnded(status) && !engine.IsFailed(status) && output.At(run, "isLocalSnapshotsDeleted") != true
	})
	if i < 0 {
		return "", "", engine.Fail(engine.ExitNotFound, "run.unkept|Protection group '{{.Name}}' has no run with snapshots.", "Name", c.Named)
	}
	return group, output.String(list[i], "id"), nil
}

// changeSnapshots changes the snapshots of runs of a group: local ones, and for runs that go straight to archives those in each of them.
func changeSnapshots(c *engine.Context, group string, runs []any, change map[string]any) error {
	params := make([]any, len(runs))
	for i, run := range runs {
		one := map[string]any{"runId": output.String(run, "id")}
		params[i] = one
		if output.At(run, "localBackupInfo") != nil {
			one["localSnapshotConfig"] = change
			continue
		}
		var targets []any
		for _, target := range output.List(run, "archivalInfo.archivalTargetResults") {
			config := map[string]any{"id": output.At(target, "targetId"), "archivalTargetType": output.At(target, "targetType")}
			maps.Copy(config, change)
			targets = append(targets, config)
		}
		one["archivalSnapshotConfig"] = map[string]any{"updateExistingSnapshotConfig": targets}
	}
	body, err := json.Marshal(map[string]any{"updateProtectionGroupRunParams": params})
	if err != nil {
		return err
	}
	r := api.NewRequest(&api.UpdateProtectionGroupRun).SetNamed("id", group)
	r.Body = body
	result, err := c.Call(r)
	if err != nil {
		return engine.Wanted(err)
	}
	return updateError(result.Value)
}
