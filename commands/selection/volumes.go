package selection

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Volume is a volume of a host.
type Volume struct {
	ID    string   // its GUID
	names []string // by which people call it: its mount points, label and device
}

// Volumes returns the volumes that a host has now.
func Volumes(c *engine.Context, host *Object) (list []*Volume, err error) {
	result, err := c.Call(api.NewRequest(&api.ListProtectionSources).SetNamed("id", host.ID))
	if err != nil {
		return nil, err
	}
	node := FindNode(result.Value, func(node any) bool {
		return output.List(node, "protectionSource.physicalProtectionSource.volumes") != nil
	})
	for _, v := range output.List(node, "protectionSource.physicalProtectionSource.volumes") {
		one := &Volume{ID: output.String(v, "guid"), names: []string{output.String(v, "label"), output.String(v, "devicePath")}}
		for _, point := range output.List(v, "mountPoints") {
			one.names = append(one.names, output.String(point, ""))
		}
		list = append(list, one)
	}
	return list, nil
}

// FindVolume returns the volume of a host that a word means: by its mount point or drive, its label, its device or its id.
func FindVolume(host *Object, list []*Volume, word string) (*Volume, error) {
	plain := func(name string) string { return strings.ToLower(strings.TrimRight(name, `/\:`)) }
	var all []string
	for _, v := range list {
		if v.ID == word || word != "" && slices.ContainsFunc(v.names, func(name string) bool { return name == word || plain(name) == plain(word) && plain(word) != "" }) {
			return v, nil
		}
		if len(v.names) > 2 {
			all = append(all, v.names[2])
		}
	}
	if all == nil {
		return nil, engine.Fail(engine.ExitNotFound, "volume.none|The volumes of '{{.Host}}' are not known.", "Host", host.Name)
	}
	return nil, engine.Fail(engine.ExitNotFound, "restore.volume|'{{.Host}}' has no volume '{{.Volume}}'. Its volumes are: {{.Volumes}}.", "Host", host.Name, "Volume", word, "Volumes", strings.Join(all, ", "))
}

// VolumeIDs returns the ids of the volumes of a host that words mean, each once.
func VolumeIDs(c *engine.Context, host *Object, words []string) ([]string, error) {
	list, err := Volumes(c, host)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, word := range words {
		v, err := FindVolume(host, list, word)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, v.ID) {
			ids = append(ids, v.ID)
		}
	}
	return ids, nil
}

// FindNode returns the first node of a tree of sources that is meant, and nil where none is.
func FindNode(tree any, isMeant func(node any) bool) any {
	for _, node := range output.List(tree, "") {
		if isMeant(node) {
			return node
		}
		if found := FindNode(output.Children(node, "nodes|applicationNodes"), isMeant); found != nil {
			return found
		}
	}
	return nil
}
