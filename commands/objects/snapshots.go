package objects

import (
	"path"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
)

// SnapshotResource has the commands below `snapshot`.
var SnapshotResource = engine.Resource{
	Name: "snapshot", About: "snapshot.about|List the snapshots of protected objects.",
	Commands: []engine.Command{
		{Name: "list", About: "snapshot.list-about|List the snapshots of a host, database or namespace.", View: snapshotList, Role: engine.Reader, ReadOnly: true,
			Args: []engine.Argument{{Title: "OBJECT"}}, Job: listSnapshots,
			Examples: []string{"snapshot list web-1", "snapshot list web-1 --since -7d"}},
	},
}

// listSnapshots returns the job of `snapshot list`, which is `object-snapshots-list` for whatever words mean.
func listSnapshots(f *engine.Flags) engine.Job {
	var since, until time.Time
	f.Time(&since, "since", "snapshot.since|Only those taken at this time or later.")
	f.Until(&until, "until", "snapshot.until|Only those taken at this time or earlier.")
	return func(c *engine.Context) error {
		if !until.IsZero() && since.After(until) {
			return engine.Usage("snapshot.since-until|--since is after --until.")
		}
		w, err := selection.ParseWord(c.Args[0])
		if err != nil {
			return err
		}
		if w.Path != "" {
			return engine.Usage("snapshot.path|'{{.Word}}' names a path. Use 'find {{.Name}} --host {{.Host}} --versions' for the versions of a file.",
				"Word", w.Typed, "Name", path.Base(w.Path), "Host", w.Source)
		}
		o, err := selection.FindProtected(c, w, nil)
		if err != nil {
			return err
		}
		r := api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", o.ID)
		for name, at := range map[string]time.Time{"fromTimeUsecs": since, "toTimeUsecs": until} {
			if !at.IsZero() {
				r.SetNamed(name, strconv.FormatInt(at.UnixMicro(), 10))
			}
		}
		result, err := c.Call(r)
		if err != nil {
			return err
		}
		return c.Show(nil, result.Raw)
	}
}
