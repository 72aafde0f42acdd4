package sandbox

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// manifest is what selects a manifest of a namespace.
type manifest struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string `yaml:"kind"`
	Metadata   struct {
		Name   string         `yaml:"name"`
		Labels map[string]any `yaml:"labels"`
	} `yaml:"metadata"`
}

// claimKind is the kind of the manifests of persistent volume claims. A folder of a namespace with the name of a claim has its data.
const claimKind = "PersistentVolumeClaim"

// isManifestFile reports whether a file may have manifests, by its name.
func isManifestFile(name string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json"}, path.Ext(name))
}

// readManifests returns the manifests in a file. What is not a manifest is left out.
func readManifests(raw []byte) (found []manifest) {
	dec := yaml.NewDecoder(bytes.NewReader(raw))
	for {
		var m manifest
		if dec.Decode(&m) != nil {
			return found // at the end, or where there is no YAML
		}
		if m.Kind != "" {
			found = append(found, m)
		}
	}
}

// manifestFilters are the objects of a group or recovery that say which manifests of a namespace are included and excluded. A
// manifest has to be included by each.
type manifestFilters []jsonObject

// newManifestFilters returns the objects that include or exclude anything.
func newManifestFilters(objects ...jsonObject) (found manifestFilters) {
	fields := []string{"includeParams", "excludeParams", "includePvcs", "excludePvcs", "excludedPvcs", "includedResources", "excludedResources", "backupOnlyPvc", "recoverPvcsOnly"}
	for _, o := range objects {
		if isAnySet(o, fields...) {
			found = append(found, o)
		}
	}
	return found
}

// skip returns a function that reports whether a path of a namespace is left out. folder is the path of the namespace, files are
// the paths of its files, and read returns the content of one. A file is left out if none of its manifests is included; the data
// of a claim goes with its manifest; and a file without manifests is left out if only certain manifests are included.
func (f manifestFilters) skip(folder string, files []string, read func(string) ([]byte, error)) func(string) bool {
	manifests := map[string][]manifest{} // of each file
	claims := map[string]bool{}          // the folders with the data of claims, and whether these are included
	for _, file := range files {
		if !isManifestFile(file) {
			continue
		}
		raw, err := read(file)
		if err != nil {
			continue // the backup reports that it cannot be read
		}
		manifests[file] = readManifests(raw)
		for _, m := range manifests[file] {
			if m.Kind == claimKind {
				claims[path.Join(folder, m.Metadata.Name)] = f.includes(m)
			}
		}
	}
	skipped := map[string]bool{}
	for _, file := range files {
		skipped[file] = slices.ContainsFunc(f, selectsManifests)
		if len(manifests[file]) > 0 {
			skipped[file] = !slices.ContainsFunc(manifests[file], f.includes)
		}
		for data, included := range claims {
			if vault.IsAtOrBelow(file, data) {
				skipped[file] = !included
			}
		}
	}
	return func(at string) bool {
		included, isData := claims[at]
		return skipped[at] || isData && !included
	}
}

// skipIn returns skip for a namespace in the folder of a cluster.
func (f manifestFilters) skipIn(cluster, namespace string) func(string) bool {
	local := func(at string) string { return filepath.Join(cluster, filepath.FromSlash(vault.RelPath(at))) }
	var files []string
	_ = filepath.WalkDir(local(namespace), func(at string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			rel, _ := filepath.Rel(cluster, at) // both begin with the folder of the cluster
			files = append(files, "/"+filepath.ToSlash(rel))
		}
		return nil
	})
	return f.skip(namespace, files, func(at string) ([]byte, error) { return os.ReadFile(local(at)) })
}

// filterManifests returns a snapshot of a namespace without what filters leave out.
func (d *data) filterManifests(s *vault.Snapshot, namespace string, f manifestFilters) *vault.Snapshot {
	contents, files := map[string]vault.Entry{}, []string{}
	for _, e := range s.Entries {
		if !e.Mode.IsDir() {
			contents[e.Path] = e
			files = append(files, e.Path)
		}
	}
	out := f.skip(namespace, files, func(at string) ([]byte, error) {
		file, err := d.vault.ContentFile(contents[at])
		if err != nil {
			return nil, err
		}
		return os.ReadFile(file)
	})
	left := &vault.Snapshot{ID: s.ID}
	for _, e := range s.Entries {
		if !out(e.Path) {
			left.Entries = append(left.Entries, e)
		}
	}
	return left
}

// selectsManifests reports whether a filter includes certain manifests alone.
func selectsManifests(o jsonObject) bool {
	params, _ := o["includeParams"].(jsonObject)
	return isAnySet(o, "includedResources", "backupOnlyPvc", "recoverPvcsOnly") || isAnySet(params, "labelVector", "selectedResources")
}

// includes reports whether all filters include a manifest. That of the namespace itself always is.
func (f manifestFilters) includes(m manifest) bool {
	return m.Kind == "Namespace" || !slices.ContainsFunc(f, func(o jsonObject) bool { return !includesManifest(o, m) })
}

// includesManifest reports whether a filter includes a manifest.
func includesManifest(o jsonObject, m manifest) bool {
	include, _ := o["includeParams"].(jsonObject)
	exclude, _ := o["excludeParams"].(jsonObject)
	claim := m.Kind == claimKind
	switch kinds := stringList(o, "includedResources"); {
	case isAnySet(include, "labelVector", "selectedResources") && !m.matches(include),
		isAnySet(exclude, "labelVector", "selectedResources") && m.matches(exclude),
		len(kinds) > 0 && !slices.ContainsFunc(kinds, m.isResource),
		slices.ContainsFunc(stringList(o, "excludedResources"), m.isResource),
		!claim && (isTrue(o, "backupOnlyPvc") || isTrue(o, "recoverPvcsOnly")):
		return false
	}
	if included := objectList(o, "includePvcs"); claim && len(included) > 0 && findNamed(included, m.Metadata.Name) == nil {
		return false
	}
	excluded := append(objectList(o, "excludePvcs"), objectList(o, "excludedPvcs")...)
	return !claim || findNamed(excluded, m.Metadata.Name) == nil
}

// findNamed returns the object with a name, or nil.
func findNamed(list []jsonObject, name string) jsonObject {
	for _, o := range list {
		if str(o, "name") == name {
			return o
		}
	}
	return nil
}

// matches reports whether a manifest has the labels and is one of the resources of parameters, where these have any.
func (m manifest) matches(params jsonObject) bool {
	labels, resources := objectList(params, "labelVector"), objectList(params, "selectedResources")
	has := func(label jsonObject) bool {
		value, ok := m.Metadata.Labels[str(label, "key")]
		return ok && fmt.Sprint(value) == str(label, "value")
	}
	if str(params, "labelCombinationMethod") == "OR" {
		if len(labels) > 0 && !slices.ContainsFunc(labels, has) {
			return false
		}
	} else if slices.ContainsFunc(labels, func(label jsonObject) bool { return !has(label) }) {
		return false
	}
	return len(resources) == 0 || slices.ContainsFunc(resources, m.isSelected)
}

// isSelected reports whether a manifest is a selected resource: of its kind, API group and version, and one of its names, where
// these are given.
func (m manifest) isSelected(o jsonObject) bool {
	group, version := m.api()
	is := func(field, value string) bool { return str(o, field) == "" || strings.EqualFold(str(o, field), value) }
	instances := objectList(o, "resourceList")
	return is("kind", m.Kind) && (str(o, "name") == "" || m.isResource(str(o, "name"))) && is("apiGroup", group) && is("version", version) &&
		(len(instances) == 0 || findNamed(instances, m.Metadata.Name) != nil)
}

// api returns the API group of a manifest, "" for the core group, and the version.
func (m manifest) api() (group, version string) {
	group, version, grouped := strings.Cut(m.APIVersion, "/")
	if !grouped {
		return "", group
	}
	return group, version
}

// isResource reports whether a manifest is of a resource that is named by its kind or in the plural, with its group or without,
// such as Deployment, deployments or deployments.apps.
func (m manifest) isResource(name string) bool {
	kind, group, grouped := strings.Cut(strings.ToLower(name), ".")
	own, _ := m.api()
	singular := strings.ToLower(m.Kind)
	return slices.Contains([]string{singular, singular + "s", singular + "es", strings.TrimSuffix(singular, "y") + "ies"}, kind) && (!grouped || group == strings.ToLower(own))
}
