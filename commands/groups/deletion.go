package groups

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// plainDeletion asks where it is not known which snapshots a group has.
const plainDeletion i18n.Text = "group.delete|Delete protection group '{{.Name}}'?"

// askDeletion returns the question before a group is deleted: what becomes of its snapshots.
func askDeletion(c *engine.Context) (string, error) {
	kept, err := runs.KeptBy(c, c.Param("id"))
	if err != nil {
		return "", err
	}
	with := c.Param("deleteSnapshots") == "true"
	args := []any{"Count", kept.Snapshots, "Name", output.Clean(c.Named), "Size", output.Bytes(kept.Size), "Newest", kept.NewestText(), "Last", cells.Date(kept.LastExpiry)}
	question := i18n.T(deletionQuestion(kept, with), args...)
	lines := runs.HeldLines(kept.Held, kept.Locked)
	if with && lines != nil {
		lines = append(lines, i18n.T("group.delete-refused|The service deletes no snapshots on legal hold or under a data lock, nor the group with them."))
	}
	return strings.Join(append(lines, question), "\n"), nil
}

// deletionQuestion returns the message that fits what a group keeps. with is whether its snapshots are deleted with it.
func deletionQuestion(kept *runs.Kept, with bool) i18n.Text {
	switch {
	case kept.Snapshots == 0:
		return "group.delete-empty|Delete protection group '{{.Name}}', which has no snapshots?"
	case with && kept.Size > 0:
		return "group.delete-with|Delete protection group '{{.Name}}' with its snapshot ({{.Size}}) of {{.Newest}}?|Delete protection group '{{.Name}}' with its {{.Count}} snapshots ({{.Size}}), the newest of {{.Newest}}?"
	case with:
		return "group.delete-all|Delete protection group '{{.Name}}' with its snapshot of {{.Newest}}?|Delete protection group '{{.Name}}' with its {{.Count}} snapshots, the newest of {{.Newest}}?"
	case kept.Size > 0 && kept.LastExpiry > 0:
		return "group.delete-without|Delete protection group '{{.Name}}'? Its snapshot ({{.Size}}) stays until it expires on {{.Last}}.|Delete protection group '{{.Name}}'? Its {{.Count}} snapshots ({{.Size}}) stay until they expire, the last one on {{.Last}}."
	}
	return "group.delete-alone|Delete protection group '{{.Name}}'? Its snapshot stays until it expires.|Delete protection group '{{.Name}}'? Its {{.Count}} snapshots stay until they expire."
}
