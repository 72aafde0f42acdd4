package recoveries

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// volume is a volume of a host.
type volume struct {
	guid  string
	names []string // by which people call it: its mount points, label and device
}

// makeVolumes makes the request for whole volumes, which replace those of the host.
func (r *restore) makeVolumes(c *engine.Context, p *part) error {
	host := p.object
	if p.place.object != nil {
		host = p.place.object
	}
	hosts := []*selection.Object{p.object, host}
	volumes := make([][]*volume, len(hosts))
	err := c.AtOnce(len(hosts), func(c *engine.Context, i int) (err error) {
		if i == 0 || hosts[i] != hosts[0] {
			volumes[i], err = volumesOf(c, hosts[i])
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
	var lines, replaced []string
	for _, typed := range r.volumes {
		from, to, other := strings.Cut(typed, "=")
		if !other {
			to = from
		}
		source, err := findVolume(p.object, volumes[0], from)
		if err != nil {
			return err
		}
		target, err := findVolume(host, volumes[1], to)
		if err != nil {
			return err
		}
		mapping = append(mapping, map[string]any{"sourceVolumeGuid": source.guid, "destinationVolumeGuid": target.guid})
		lines = append(lines, p.object.Name+" "+from+" → "+host.Name+" "+to)
		replaced = append(replaced, to)
	}
	p.body = map[string]any{"physicalParams": map[string]any{
		"recoveryAction": "RecoverPhysicalVolumes", "objects": []any{map[string]any{"snapshotId": p.snapshot.ID}},
		"recoverVolumeParams": map[string]any{"targetEnvironment": selection.Physical, "physicalTargetParams": map[string]any{
			"mountTarget": map[string]any{"id": number(host.ID)}, "volumeMapping": mapping,
		}},
	}}
	p.to = host.Name + " " + strings.Join(replaced, ", ")
	p.plan = append([]string{i18n.T("restore.volumes-plan|Restoring {{.Count}} volume of '{{.Name}}':|Restoring {{.Count}} volumes of '{{.Name}}':", "Count", len(mapping), "Name", output.Clean(p.object.Name))}, engine.Listed(lines)...)
	p.plan = append(p.plan, r.origin(c, p))
	p.loses = i18n.T("restore.ask-volumes|Overwrite volume {{.Volumes}} of '{{.Name}}' entirely with its state of {{.Time}}?|Overwrite the {{.Count}} volumes {{.Volumes}} of '{{.Name}}' entirely with their state of {{.Time}}?",
		"Count", len(replaced), "Volumes", output.Clean(strings.Join(replaced, ", ")), "Name", output.Clean(host.Name), "Time", selection.Clock(p.snapshot.Taken))
	return nil
}

// volumesOf returns the volumes that a host has now.
func volumesOf(c *engine.Context, host *selection.Object) (list []*volume, err error) {
	result, err := c.Call(api.NewRequest(&api.ListProtectionSources).SetNamed("id", host.ID))
	if err != nil {
		return nil, err
	}
	node := findNode(result.Value, func(node any) bool {
		return output.List(node, "protectionSource.physicalProtectionSource.volumes") != nil
	})
	for _, v := range output.List(node, "protectionSource.physicalProtectionSource.volumes") {
		one := &volume{guid: output.String(v, "guid"), names: []string{output.String(v, "label"), output.String(v, "devicePath")}}
		for _, point := range output.List(v, "mountPoints") {
			one.names = append(one.names, output.String(point, ""))
		}
		list = append(list, one)
	}
	return list, nil
}

// findVolume returns the volume of a host that a word means: by its mount point or drive, its label, its device or its id.
func findVolume(host *selection.Object, list []*volume, word string) (*volume, error) {
	plain := func(name string) string { return strings.ToLower(strings.TrimRight(name, `/\:`)) }
	var all []string
	for _, v := range list {
		if v.guid == word || word != "" && slices.ContainsFunc(v.names, func(name string) bool { return name == word || plain(name) == plain(word) && plain(word) != "" }) {
			return v, nil
		}
		if len(v.names) > 2 {
			all = append(all, v.names[2])
		}
	}
	return nil, engine.Fail(engine.ExitNotFound, "restore.volume|'{{.Host}}' has no volume '{{.Volume}}'. Its volumes are: {{.Volumes}}.", "Host", host.Name, "Volume", word, "Volumes", strings.Join(all, ", "))
}
