package selection

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Snapshot is a snapshot of an object.
type Snapshot struct {
	ID       string    `json:"id"`
	Short    string    `json:"shortId"` // see engine.ShortSnapshot
	Taken    time.Time `json:"takenAt"`
	Group    string    `json:"protectionGroupId"`
	Name     string    `json:"protectionGroupName,omitempty"`
	Run      string    `json:"runId"`
	Log      bool      `json:"-"` // whether it has nothing but the log of a database since the one before
	Archival bool      `json:"-"` // whether it is in an archive, and not where the data is
}

// Snapshots returns the snapshots of an object that had been taken by a time, newest first; a time of zero means all.
func Snapshots(c *engine.Context, o *Object, until time.Time) ([]*Snapshot, error) {
	r := api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", o.ID)
	if !until.IsZero() {
		r.SetNamed("toTimeUsecs", strconv.FormatInt(until.UnixMicro(), 10))
	}
	result, err := c.Call(r)
	if err != nil {
		return nil, err
	}
	var list []*Snapshot
	for _, row := range output.List(result.Value, "snapshots") {
		s := &Snapshot{
			ID: output.String(row, "id"), Group: output.String(row, "protectionGroupId"), Name: output.String(row, "protectionGroupName"), Run: output.String(row, "protectionGroupRunId"),
			Log: output.String(row, "runType") == "kLog", Archival: output.String(row, "snapshotTargetType") == "Archival",
		}
		usecs, _ := output.Int(row, "snapshotTimestampUsecs|runStartTimeUsecs")
		s.Taken, s.Short = time.UnixMicro(usecs).UTC(), engine.ShortSnapshot(o.ID, s.ID)
		if s.ID != "" && (until.IsZero() || !s.Taken.After(until)) {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(a, b *Snapshot) int {
		if order := b.Taken.Compare(a.Taken); order != 0 {
			return order
		}
		return cmp.Compare(boolInt(a.Archival), boolInt(b.Archival)) // of two copies, the one that is nearer
	})
	return list, nil
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Choose returns the snapshot that shows an object at a moment: the newest that had been taken by then, or that of the run. What holds only
// the log of a database does not show it by itself.
func Choose(c *engine.Context, o *Object, m Moment) (*Snapshot, error) {
	list, err := Snapshots(c, o, m.At)
	if err != nil {
		return nil, err
	}
	for _, s := range list {
		if !s.Log && (m.Run == "" || s.Run == m.Run || strings.HasPrefix(s.Run, m.Run+":")) {
			return s, nil
		}
	}
	failure := engine.Fail(engine.ExitNotFound, "snapshot.none|'{{.Name}}' has no snapshot.", "Name", o.Title())
	switch {
	case m.Run != "":
		failure = engine.Fail(engine.ExitNotFound, "snapshot.norun|'{{.Name}}' has no snapshot of run {{.Run}}.", "Name", o.Title(), "Run", m.Run)
	case !m.At.IsZero():
		failure = engine.Fail(engine.ExitNotFound, "snapshot.before|'{{.Name}}' has no snapshot from {{.Time}} or before.", "Name", o.Title(), "Time", Clock(m.At))
	}
	return nil, failure.Hint("snapshot.list|List its snapshots with: {{.Command}}", "Command", c.CommandLine("snapshot", "list", o.Title()))
}

// ChooseByID returns the snapshot of an object with an id, whole or short.
func ChooseByID(c *engine.Context, o *Object, id string) (*Snapshot, error) {
	list, err := Snapshots(c, o, time.Time{})
	if err != nil {
		return nil, err
	}
	var found []*Snapshot
	for _, s := range list {
		if s.ID == id {
			return s, nil
		}
		if engine.IsShortSnapshot(o.ID, s.ID, id) {
			found = append(found, s)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	if len(found) > 1 {
		return nil, engine.Usage("snapshot.several|Several snapshots of '{{.Name}}' begin with '{{.ID}}'. Use more of its digits.", "Name", o.Title(), "ID", id)
	}
	return nil, engine.Fail(engine.ExitNotFound, "snapshot.noid|'{{.Name}}' has no snapshot '{{.ID}}'.", "Name", o.Title(), "ID", id).
		Hint("snapshot.list|List its snapshots with: {{.Command}}", "Command", c.CommandLine("snapshot", "list", o.Title()))
}

// Chosen says that something comes from this snapshot, which was named.
func (s *Snapshot) Chosen() string {
	return i18n.T("snapshot.chosen|From the snapshot of {{.Time}}.", "Time", Clock(s.Taken))
}

// Origin says from which snapshot something comes, and how far that lies before what was asked for or before now.
func (s *Snapshot) Origin(m Moment, now time.Time) string {
	if !m.At.IsZero() {
		return i18n.T("snapshot.asof|From the snapshot of {{.Time}}, {{.Span}} before the time you asked for.", "Time", Clock(s.Taken), "Span", output.Duration(max(0, m.At.Sub(s.Taken)).Round(time.Second)))
	}
	if m.Run != "" {
		return i18n.T("snapshot.ofrun|From the snapshot of {{.Time}}, of run {{.Run}}.", "Time", Clock(s.Taken), "Run", output.Clean(s.Run))
	}
	return i18n.T("snapshot.newest|From the newest snapshot, of {{.Time}}, {{.Span}} ago.", "Time", Clock(s.Taken), "Span", output.Duration(max(0, now.Sub(s.Taken)).Round(time.Second)))
}
