package recoveries

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// makeVolumes makes the request for whole volumes, which replace those of the host.
func (r *restore) makeVolumes(c *engine.Context, p *part) error {
	host := p.object
	if p.place.object != nil {
		host = p.place.object
	}
	hosts := []*selection.Object{p.object, host}
	volumes := make([][]*selection.Volume, len(hosts))
	err := c.AtOnce(len(hosts), func(c *engine.Context, i int) (err error) {
		if i == 0 || hosts[i] != hosts[0] {
			volumes[i], err = selection.Volumes(c, hosts[i])
		}
		return err
	})
	if err != nil {
		return err
	}
	if hosts[1] == hosts[0] {
		volumes[1] = volumes[0]
	}
	var mapping []any
	var lines, restored, replaced, targets []string
	for _, typed := range r.volumes {
		from, to, other := strings.Cut(typed, "=")
		if !other {
			to = from
		}
		source, err := selection.FindVolume(p.object, volumes[0], from)
		if err != nil {
			return err
		}
		target, err := selection.FindVolume(host, volumes[1], to)
		if err != nil {
			return err
		}
		if slices.Contains(targets, target.ID) {
			return engine.Usage("restore.twice|--volumes: volume '{{.Volume}}' would be overwritten twice.", "Volume", to)
		}
		targets = append(targets, target.ID)
		mapping = append(mapping, map[string]any{"sourceVolumeGuid": source.ID, "destinationVolumeGuid": target.ID})
		lines = append(lines, p.object.Name+" "+from+" → "+host.Name+" "+to)
		restored, replaced = append(restored, from), append(replaced, to)
	}
	p.body = map[string]any{"physicalParams": map[string]any{
		"recoveryAction": "RecoverPhysicalVolumes", "objects": []any{map[string]any{"snapshotId": p.snapshot.ID}},
		"recoverVolumeParams": map[string]any{"targetEnvironment": selection.Physical, "physicalTargetParams": map[string]any{
			"mountTarget": map[string]any{"id": number(host.ID)}, "volumeMapping": mapping,
		}},
	}}
	p.what, p.to = p.object.Name+" "+strings.Join(restored, ", "), host.Name+" "+strings.Join(replaced, ", ")
	p.plan = append([]string{i18n.T("restore.volumes-plan|Restoring {{.Count}} volume of '{{.Name}}':|Restoring {{.Count}} volumes of '{{.Name}}':", "Count", len(mapping), "Name", output.Clean(p.object.Name))}, engine.Listed(lines)...)
	p.plan = append(p.plan, r.origin(c, p))
	p.loses = i18n.T("restore.ask-volumes|Overwrite volume {{.Volumes}} of '{{.Name}}' entirely with its state of {{.Time}}?|Overwrite the {{.Count}} volumes {{.Volumes}} of '{{.Name}}' entirely with their state of {{.Time}}?",
		"Count", len(replaced), "Volumes", output.Clean(strings.Join(replaced, ", ")), "Name", output.Clean(host.Name), "Time", selection.Clock(p.snapshot.Taken))
	return nil
}
