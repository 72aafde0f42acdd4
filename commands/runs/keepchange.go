package runs

import (
	"encoding/json"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// How retention is changed. The API takes a number of days, and its documents do not say from when they count: by its name, daysToKeep
// is counted from the beginning of the run. A service that adds it to the expiry would keep snapshots longer, and never lose one, so the
// first run is changed alone and looked at before the others are.

// keeping is what `protection-group-run keep` does: it extends or shortens the retention of the snapshots of runs.
type keeping struct {
	all  bool
	span time.Duration // from the beginning of a run; 0 where it is not given
	end  time.Time     // zero where it is not given

	adds bool // whether the service adds days to the expiry, and does not count them from the beginning of the run
}

// keptRun is a run whose retention is changed, for people and programs.
type keptRun struct {
	GroupID   string `json:"protectionGroupId"`
	GroupName string `json:"protectionGroupName"`
	ID        string `json:"id"`
	Started   int64  `json:"startTimeUsecs"`
	Snapshots int    `json:"snapshots"`
	Before    int64  `json:"previousExpiryTimeUsecs"`
	Expiry    int64  `json:"expiryTimeUsecs"`
	Changed   bool   `json:"changed"`
	Error     string `json:"error,omitempty"`

	run  any
	want time.Time // when its snapshots are to expire
	days int64     // from the beginning of the run until then
	err  error
}

const oneDay = 24 * time.Hour

// keptPlace is where a run has snapshots.
type keptPlace struct {
	target any   // the archive; nil for local ones
	expiry int64 // of the first of them, in microseconds since 1970
}

// keptPlaces returns where a run has snapshots, and when they expire.
func keptPlaces(run any) (list []keptPlace) {
	if first := firstExpiry(map[string]any{"objects": output.At(run, "objects")}); output.At(run, "localBackupInfo") != nil && first > 0 {
		list = append(list, keptPlace{expiry: first})
	}
	for _, target := range output.List(run, "archivalInfo.archivalTargetResults") {
		if first := firstExpiry(map[string]any{"archivalInfo": map[string]any{"archivalTargetResults": []any{target}}}); first > 0 {
			list = append(list, keptPlace{target, first})
		}
	}
	return list
}

// isAt reports whether an expiry is a time, to the day.
func isAt(usecs int64, want time.Time) bool { return time.UnixMicro(usecs).Sub(want).Abs() < oneDay }

// changedPlaces returns the places of a run whose snapshots do not expire at a time yet.
func changedPlaces(run any, want time.Time) (list []keptPlace) {
	for _, p := range keptPlaces(run) {
		if !isAt(p.expiry, want) {
			list = append(list, p)
		}
	}
	return list
}

// isSooner reports whether snapshots of a run are to expire sooner than now.
func isSooner(row *keptRun) bool {
	for _, p := range changedPlaces(row.run, row.want) {
		if row.want.Before(time.UnixMicro(p.expiry)) {
			return true
		}
	}
	return false
}

// change changes the retention of runs. What was refused stands in the rows.
func (j *keeping) change(c *engine.Context, rows []*keptRun) error {
	sure := c.Options.DryRun // whether it is known how the service counts
	for len(rows) > 0 {
		n := 1
		for sure && n < min(len(rows), mostAtOnce) && rows[n].GroupID == rows[0].GroupID {
			n++
		}
		batch := rows[:n]
		rows = rows[n:]
		if err := j.send(c, batch); err != nil {
			return err
		}
		if sure || batch[0].err != nil {
			continue
		}
		if err := j.learn(c, batch[0]); err != nil {
			return err
		}
		sure = true
	}
	return nil
}

// learn looks at the first run that was changed, to know whether the service counts days from the beginning of a run, or adds them. A run
// to which it has added them is changed once more.
func (j *keeping) learn(c *engine.Context, row *keptRun) error {
	was := row.run
	seen, err := readWhole(c, row)
	if err != nil || len(keptPlaces(seen.Value)) == 0 { // it does not say
		return err
	}
	row.run, row.Expiry = seen.Value, firstExpiry(seen.Value)
	if len(changedPlaces(row.run, row.want)) == 0 {
		return nil
	}
	if added := time.UnixMicro(firstExpiry(was)).Add(time.Duration(row.days) * oneDay); !j.adds && isAt(row.Expiry, added) {
		j.adds = true
		if err := j.send(c, []*keptRun{row}); err != nil || row.err != nil {
			return err
		}
		return j.learn(c, row)
	}
	return engine.Fail(engine.ExitFailed, "keep.other|The service set the expiry of run {{.Run}} to {{.After}}, and not to {{.Want}}. No further run was changed.",
		"Run", row.ID, "After", cells.Date(row.Expiry), "Want", cells.Date(row.want.UnixMicro()))
}

// readWhole returns a run with its objects, as it is now.
func readWhole(c *engine.Context, row *keptRun) (*engine.Result, error) {
	return c.Call(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", row.GroupID).SetNamed("runId", row.ID).SetNamed("includeObjectDetails", "true"))
}

// value returns the number of days for a place of a run.
func (j *keeping) value(row *keptRun, p keptPlace) int64 {
	if j.adds {
		return int64(row.want.Sub(time.UnixMicro(p.expiry)).Round(oneDay) / oneDay)
	}
	return row.days
}

// send changes runs of one group with one request.
func (j *keeping) send(c *engine.Context, rows []*keptRun) error {
	params := make([]any, len(rows))
	for i, row := range rows {
		one := map[string]any{"runId": row.ID}
		var targets []any
		for _, p := range changedPlaces(row.run, row.want) {
			if p.target == nil {
				one["localSnapshotConfig"] = map[string]any{"daysToKeep": j.value(row, p)}
			} else {
				targets = append(targets, map[string]any{"id": output.At(p.target, "targetId"), "archivalTargetType": output.At(p.target, "targetType"), "daysToKeep": j.value(row, p)})
			}
		}
		if targets != nil {
			one["archivalSnapshotConfig"] = map[string]any{"updateExistingSnapshotConfig": targets}
		}
		params[i] = one
	}
	body, err := json.Marshal(map[string]any{"updateProtectionGroupRunParams": params})
	if err != nil {
		return err
	}
	r := api.NewRequest(&api.UpdateProtectionGroupRun).SetNamed("id", rows[0].GroupID)
	r.Body = body
	result, err := c.Call(r)
	result, err = c.FindLost(result, err, func() (*engine.Result, error) {
		seen, err := readWhole(c, rows[len(rows)-1])
		if err != nil || len(changedPlaces(seen.Value, rows[len(rows)-1].want)) > 0 {
			return nil, err
		}
		return &engine.Result{}, nil
	})
	switch {
	case c.Options.DryRun, engine.IsUnknown(err), c.Err() != nil:
		return engine.Wanted(err)
	case err != nil:
		for _, row := range rows {
			row.err = err
		}
		return nil
	}
	for _, row := range rows {
		if row.err = refusalOf(result.Value, row.ID); row.err == nil {
			row.Changed, row.Expiry = true, row.want.UnixMicro()
		}
	}
	return nil
}

// refusalOf returns why a run was not changed, by the service's answer.
func refusalOf(answer any, id string) error {
	for _, one := range output.List(answer, "failedRuns") {
		if output.String(one, "runId") == id {
			return &engine.Failure{What: []string{output.Clean(output.String(one, "errorMessage"))}, Exit: engine.ExitFailed}
		}
	}
	return nil
}
