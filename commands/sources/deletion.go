package sources

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// plainUnregistering asks where it is not known what depends on a source.
const plainUnregistering i18n.Text = "source.unregister|Unregister source '{{.Name}}'?"

// askUnregistering returns the question before a source is unregistered: which groups protect its objects, and of how many of these
// snapshots stay.
func askUnregistering(c *engine.Context) (string, error) {
	id := c.Param("id")
	groups, err := selection.GroupsWith(c, "sourceIds", id)
	if err != nil {
		return "", err
	}
	result, err := c.Call(api.NewRequest(&api.SearchProtectedObjects).SetNamed("sourceIds", id))
	if err != nil {
		return "", err
	}
	objects := 0
	for _, object := range output.List(result.Value, "objects") {
		if len(output.List(object, "latestSnapshotsInfo")) > 0 {
			objects++
		}
	}
	var lines []string
	if len(groups) > 0 {
		lines = append([]string{i18n.T("source.protected|{{.Count}} protection group protects objects of the source. The service unregisters no source that is protected:|{{.Count}} protection groups protect objects of the source. The service unregisters no source that is protected:", "Count", len(groups))},
			engine.Listed(groups)...)
	}
	name := output.Clean(c.Named)
	if objects == 0 {
		lines = append(lines, i18n.T("source.unregister-empty|Unregister source '{{.Name}}', which has no snapshots?", "Name", name))
	} else {
		lines = append(lines, i18n.T("source.unregister-kept|Unregister source '{{.Name}}'? The snapshots of {{.Count}} object stay until they expire.|Unregister source '{{.Name}}'? The snapshots of {{.Count}} objects stay until they expire.", "Name", name, "Count", objects))
	}
	return strings.Join(lines, "\n"), nil
}
