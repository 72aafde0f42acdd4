package selection

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// FindContainer returns the cluster, or the instance of SQL Server, that a word means, and nil where it means none. It stands for all
// namespaces or databases that it has, and searches for objects do not find it.
func FindContainer(c *engine.Context, w Word) (*Object, error) {
	if w.Path != "" {
		return nil, nil
	}
	result, err := c.Call(api.NewRequest(&api.GetSourceRegistrations))
	if err != nil {
		return nil, err
	}
	var found []*Object
	for _, r := range output.List(result.Value, "registrations") {
		source := &Object{ID: output.String(r, "sourceInfo.id|sourceId|id"), Name: output.String(r, "sourceInfo.name|name"), Environment: output.String(r, "environment")}
		source.SourceID, source.SourceName = source.ID, source.Name
		if w.Source != source.ID && !strings.EqualFold(w.Source, source.Name) {
			continue
		}
		switch {
		case w.Inside == "" && source.Environment == Kubernetes:
			found = append(found, source)
		case w.Inside != "" && source.Environment != Kubernetes:
			instance, err := findInstance(c, source, w.Inside)
			if err != nil {
				return nil, err
			}
			if instance != nil {
				found = append(found, instance)
			}
		}
	}
	switch len(found) {
	case 0:
		return nil, nil
	case 1:
		return found[0], nil
	}
	return nil, ambiguous(w, found)
}

// findInstance returns an instance of SQL Server of a host, and nil where there is none of that name.
func findInstance(c *engine.Context, host *Object, name string) (*Object, error) {
	result, err := c.Call(api.NewRequest(&api.ListProtectionSources).SetNamed("id", host.ID))
	if err != nil {
		return nil, err
	}
	node := FindNode(result.Value, func(node any) bool {
		return output.String(node, "protectionSource.sqlProtectionSource.type") == "kInstance" && strings.EqualFold(output.String(node, "protectionSource.name"), name)
	})
	if node == nil {
		return nil, nil
	}
	return &Object{ID: output.String(node, "protectionSource.id"), Name: output.String(node, "protectionSource.name"), Environment: SQL, Type: "kInstance", SourceID: host.ID, SourceName: host.Name}, nil
}
