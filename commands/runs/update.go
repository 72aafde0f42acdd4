package runs

import (
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// What `protection-group-run update` asks before snapshots are deleted or expire sooner.

// loss is what a request takes from a run at one place.
type loss struct {
	run    string
	place  *place
	target string // "" for local snapshots
	days   int64  // by which retention becomes shorter, below 0; 0 where the snapshots are deleted
}

// askUpdate returns the question about what a request to change runs takes from them, and "" where it takes nothing.
func askUpdate(c *engine.Context) (string, error) {
	losses := lossesOf(c.Asked("updateProtectionGroupRunParams"))
	if losses == nil {
		return "", nil
	}
	runs, err := readRuns(c, c.Param("id"), losses)
	if err != nil {
		return "", err
	}
	return lossQuestion(c, losses, runs), nil
}

// lossesOf returns what the parameters of a request to change runs take from them: what is deleted, and what expires sooner.
func lossesOf(params any) (losses []loss) {
	for _, one := range output.List(params, "") {
		for i := range places {
			configs := output.List(one, places[i].config)
			if places[i].local {
				configs = []any{output.At(one, places[i].config)}
			}
			for _, config := range configs {
				l := loss{run: output.String(one, "runId"), place: &places[i], target: output.String(config, "id")}
				if l.days, _ = output.Int(config, "daysToKeep"); output.At(config, "deleteSnapshot") == true {
					l.days = 0
				} else if l.days >= 0 {
					continue
				}
				losses = append(losses, l)
			}
		}
	}
	return losses
}

// readRuns returns the runs of losses that a group has, by identifier: one by itself, and several from the time in which they began.
func readRuns(c *engine.Context, group string, losses []loss) (map[string]any, error) {
	found := map[string]any{}
	var first, last int64
	for _, l := range losses {
		found[l.run] = nil
		_, at, _ := strings.Cut(l.run, ":")
		began, _ := strconv.ParseInt(at, 10, 64)
		if last = max(last, began); first == 0 || began < first {
			first = began
		}
	}
	if len(found) == 1 {
		id := losses[0].run
		run, err := c.Call(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", group).SetNamed("runId", id).SetNamed("includeObjectDetails", "true"))
		if err != nil {
			return nil, err
		}
		found[id] = run.Value
		return found, nil
	}
	answer, err := c.ReadList(pages, api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("includeObjectDetails", "true").
		SetNamed("startTimeUsecs", strconv.FormatInt(first, 10)).SetNamed("endTimeUsecs", strconv.FormatInt(last, 10)))
	if err != nil {
		return nil, err
	}
	for _, run := range output.List(answer, "runs") {
		if id := output.String(run, "id"); id != "" {
			if _, wanted := found[id]; wanted {
				found[id] = run
			}
		}
	}
	return found, nil
}

// askDelete asks before snapshots are deleted.
const askDelete i18n.Text = "expire.ask|Delete {{.Count}} snapshot of '{{.Name}}' ({{.Size}}), of {{.Time}}?|Delete {{.Count}} snapshots of '{{.Name}}' ({{.Size}}), the newest of {{.Time}}?"

// lossQuestion returns the question about losses, with a line for each sort of them and for what holds the snapshots.
func lossQuestion(c *engine.Context, losses []loss, runs map[string]any) string {
	var deleted, shortened Kept
	var sooner int64 // when the last of the shortened ones expires then
	lines := []string{}
	seen := map[string]bool{}
	for _, l := range losses {
		run := runs[l.run]
		found := l.place.copiesAt(run, l.target)
		if seen[l.run] {
			found.held, found.locked = false, 0 // they are named already
		}
		seen[l.run] = seen[l.run] || found.snapshots > 0
		if l.days == 0 {
			deleted.add(run, found, c.Now())
			continue
		}
		if found.last > 0 {
			sooner = max(sooner, found.last+l.days*24*time.Hour.Microseconds())
		}
		shortened.add(run, found, c.Now())
	}
	name := output.Clean(c.Named)
	if shortened.Snapshots > 0 && shortened.LastExpiry > 0 {
		lines = append(lines, i18n.T("run.sooner|{{.Count}} snapshot of '{{.Name}}' expires on {{.New}} instead of {{.Old}}.|{{.Count}} snapshots of '{{.Name}}' expire sooner, the last of them on {{.New}} instead of {{.Old}}.",
			"Count", shortened.Snapshots, "Name", name, "New", cells.Date(sooner), "Old", cells.Date(shortened.LastExpiry)))
	}
	if deleted.Runs > 0 {
		lines = append(lines, i18n.T("run.loses|{{.Count}} run of '{{.Name}}' loses its snapshots.|{{.Count}} runs of '{{.Name}}' lose their snapshots.", "Count", deleted.Runs, "Name", name))
	}
	lines = append(lines, HeldLines(append(deleted.Held, shortened.Held...), append(deleted.Locked, shortened.Locked...))...)
	switch {
	case deleted.Snapshots > 0 && deleted.Size > 0:
		lines = append(lines, i18n.T(askDelete, "Count", deleted.Snapshots, "Name", name, "Size", output.Bytes(deleted.Size), "Time", deleted.NewestText()))
	case deleted.Snapshots > 0:
		lines = append(lines, i18n.T("run.update.delete|Delete {{.Count}} snapshot of '{{.Name}}', of {{.Time}}?|Delete {{.Count}} snapshots of '{{.Name}}', the newest of {{.Time}}?",
			"Count", deleted.Snapshots, "Name", name, "Time", deleted.NewestText()))
	case shortened.Snapshots > 0:
		lines = append(lines, i18n.T("run.update.shorten|Shorten the retention of {{.Count}} run of '{{.Name}}'?|Shorten the retention of {{.Count}} runs of '{{.Name}}'?", "Count", shortened.Runs, "Name", name))
	default: // nothing is known of them
		lines = append(lines, i18n.T(plainUpdate, "Name", name))
	}
	return strings.Join(lines, "\n")
}

// plainUpdate asks where it is not known what would be lost.
const plainUpdate i18n.Text = "run.update.ask|Delete or shorten the retention of snapshots of '{{.Name}}'?"
