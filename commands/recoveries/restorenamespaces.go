package recoveries

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// namespaceOptions are those of `restore` that are about namespaces alone.
type namespaceOptions struct {
	prefix, suffix string
	claimsOnly     bool
	labels         []string // KEY=VALUE
	machines       []string // names
	classes        []string // OLD=NEW
}

func (o *namespaceOptions) declare(f *engine.Flags) {
	f.Text(&o.prefix, "prefix", "TEXT", "restore.prefix|Put this before the name of each namespace.")
	f.Text(&o.suffix, "suffix", "TEXT", "restore.suffix|Put this behind the name of each namespace.")
	f.Switch(&o.claimsOnly, "pvc-only", "restore.pvc-only|Restore nothing but persistent volume claims.")
	f.List(&o.labels, "label", "LIST", "restore.label|Restore only resources with these labels, such as app=web.")
	f.List(&o.machines, "vm", "LIST", "restore.vm|Restore only these virtual machines of the namespace.")
	f.List(&o.classes, "storage-class", "LIST", "restore.storage-class|Give claims another storage class, such as gold=silver.")
}

// makeNamespace makes the request for a namespace, under its name or another one, on its cluster or another one.
func (r *restore) makeNamespace(c *engine.Context, p *part) error {
	o := &r.namespace
	prefix, suffix, err := o.affixes(p.object.Name, r.as)
	if err != nil {
		return err
	}
	one := map[string]any{"snapshotId": p.snapshot.ID}
	target := map[string]any{"objects": []any{one}, "recoverPvcsOnly": o.claimsOnly}
	include, err := selection.ResourceFilter(o.labels, o.machines)
	if err != nil {
		return err
	}
	if include != nil {
		target["includeParams"] = include
	}
	if classes, err := selection.Pairs("storage-class", o.classes); err != nil {
		return err
	} else if classes != nil {
		target["storageClass"] = map[string]any{"useStorageClassMapping": true, "storageClassMapping": classes}
	}
	if prefix+suffix != "" {
		target["renameRecoveredNamespacesParams"] = map[string]any{"prefix": prefix, "suffix": suffix}
	}
	cluster := p.object.SourceName
	config := map[string]any{"recoverToNewSource": false}
	if p.place.object != nil && p.place.object.ID != p.object.SourceID {
		cluster = p.place.object.Name
		config = map[string]any{"recoverToNewSource": true, "newSourceConfig": map[string]any{"source": map[string]any{"id": number(p.place.object.ID)}}}
	}
	target["recoveryTargetConfig"] = config
	p.body = map[string]any{"kubernetesParams": map[string]any{
		"recoveryAction": "RecoverNamespaces", "objects": []any{map[string]any{"snapshotId": p.snapshot.ID}},
		"recoverNamespaceParams": map[string]any{"targetEnvironment": selection.Kubernetes, "kubernetesTargetParams": target},
	}}
	p.to = cluster + "/" + prefix + p.object.Name + suffix
	p.plan = []string{
		i18n.T("restore.namespace|Restoring namespace '{{.Name}}' as '{{.To}}'.", "Name", output.Clean(p.object.Title()), "To", output.Clean(p.to)),
		r.origin(c, p), i18n.T("restore.namespace-stay|What exists there stays as it is."),
	}
	return nil
}

// affixes returns what stands before and behind the name of a namespace in its new name. The service does no more than that, so a new name
// has to have the old one in it.
func (o *namespaceOptions) affixes(name, as string) (prefix, suffix string, err error) {
	if as == "" {
		return o.prefix, o.suffix, nil
	}
	if strings.Contains(as, "/") {
		return "", "", engine.Usage("restore.as-cluster|--as '{{.As}}' is a name alone. Use --to for the cluster.", "As", as)
	}
	if o.prefix+o.suffix != "" {
		return "", "", engine.Usage("restore.affixes|--as excludes --prefix and --suffix.")
	}
	prefix, suffix, ok := strings.Cut(as, name)
	if !ok {
		return "", "", engine.Usage("restore.rename|--as '{{.As}}': the service only puts something before or behind the name of a namespace, so the new name must contain '{{.Name}}'.", "As", as, "Name", name)
	}
	return prefix, suffix, nil
}
