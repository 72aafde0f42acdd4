package sandbox

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// planNamespaces plans a recovery of namespaces, to their cluster or another, under their names or with a prefix or suffix.
func (c *call) planNamespaces(r *recovery, params jsonObject) error {
	target, _ := lookup(params, "recoverNamespaceParams", "kubernetesTargetParams").(jsonObject)
	chosen := objectList(target, "objects")
	if len(chosen) == 0 {
		chosen = objectList(params, "objects")
	}
	if len(chosen) == 0 {
		return refuse(http.StatusBadRequest, "KValidationError", "objects: at least one namespace is needed.")
	}
	for _, o := range chosen {
		p, err := c.addPart(r, o, "")
		if err != nil {
			return err
		}
		id := toString(p.Object["sourceId"])
		if isTrue(target, "recoveryTargetConfig", "recoverToNewSource") {
			id = str(target, "recoveryTargetConfig", "newSourceConfig", "source", "id")
		}
		cluster, ok := c.data.sources.Get(id)
		if !ok || cluster.rootType() != typeCluster {
			return refuse(http.StatusBadRequest, "KValidationError", "recoveryTargetConfig: there is no cluster %s.", id)
		}
		p.Target = cluster.folder()
		was := str(p.Object, "name")
		name := str(target, "renameRecoveredNamespacesParams", "prefix") + was + str(target, "renameRecoveredNamespacesParams", "suffix")
		if !namespaceName.MatchString(name) {
			return refuse(http.StatusBadRequest, "KValidationError", "renameRecoveredNamespacesParams: %q is no name for a namespace: lower-case letters, digits and hyphens are.", name)
		}
		p.restore = func(ctx context.Context, s *vault.Snapshot) error {
			err := c.data.recoverNamespace(ctx, p, c.data.filterManifests(s, "/"+was, newManifestFilters(target, o)), was, name)
			c.data.rediscover(cluster)
			return err
		}
	}
	return nil
}

// recoverNamespace recovers a namespace under a name. If there is one with that name, what it lacks is added, and what it has
// stays as it is.
func (d *data) recoverNamespace(ctx context.Context, p *recoveryPart, s *vault.Snapshot, was, name string) error {
	rename := func(root *os.Root, folder string) error { return renameNamespace(root, folder, was, name) }
	root, err := os.OpenRoot(p.Target)
	if err != nil {
		return err
	}
	defer root.Close()
	if _, err := root.Lstat(name); err != nil {
		return d.replaceFolder(ctx, p, s, "/"+was, name, rename)
	}
	missing := &vault.Snapshot{}
	for _, e := range s.Below("/" + was) {
		if _, err := root.Lstat(path.Join(name, strings.TrimPrefix(e.Path, "/"+was))); err != nil {
			missing.Entries = append(missing.Entries, e)
		}
	}
	if len(missing.Entries) == 0 {
		return nil
	}
	beside := ".recovered-" + rand.Text() // which is no namespace
	defer func() { _ = removeFolder(root, beside) }()
	if err := d.replaceFolder(ctx, p, missing, "/"+was, beside, rename); err != nil {
		return err
	}
	return moveMissing(root, beside, name)
}

// moveMissing moves what a folder has and another one lacks into that one.
func moveMissing(root *os.Root, from, to string) error {
	return fs.WalkDir(root.FS(), from, func(at string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		place := path.Join(to, strings.TrimPrefix(at, from))
		if _, err := root.Lstat(place); err == nil {
			return nil
		}
		if err := root.Rename(at, place); err != nil {
			return err
		}
		if e.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}

// namespaceName is the form of a namespace's name in Kubernetes: a label of RFC 1123.
var namespaceName = regexp.MustCompile(`^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$`)

// renameNamespace changes the namespace in the manifests of a folder.
func renameNamespace(root *os.Root, folder, was, name string) error {
	if was == name {
		return nil
	}
	return fs.WalkDir(root.FS(), folder, func(at string, e fs.DirEntry, err error) error {
		ext := path.Ext(at)
		if err != nil || !e.Type().IsRegular() || ext != ".yaml" && ext != ".yml" && ext != ".json" {
			return err
		}
		raw, err := root.ReadFile(at)
		if err != nil {
			return err
		}
		if renamed, ok := renameInManifests(raw, was, name); ok {
			err = root.WriteFile(at, renamed, 0o644)
		}
		return err
	})
}

// renameInManifests returns manifests with another namespace, and whether any changed. What is not a manifest stays as it is.
func renameInManifests(raw []byte, was, name string) (renamed []byte, ok bool) {
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	dec := yaml.NewDecoder(bytes.NewReader(raw))
	for {
		var doc yaml.Node
		err := dec.Decode(&doc)
		if errors.Is(err, io.EOF) {
			return out.Bytes(), ok && enc.Close() == nil
		}
		if err != nil {
			return nil, false
		}
		for _, manifest := range doc.Content {
			field := "namespace"
			if kind := yamlField(manifest, "kind"); kind != nil && kind.Value == "Namespace" {
				field = "name"
			}
			if value := yamlField(yamlField(manifest, "metadata"), field); value != nil && value.Value == was {
				value.SetString(name)
				ok = true
			}
		}
		if enc.Encode(&doc) != nil {
			return nil, false
		}
	}
}

// yamlField returns the value of a field of a YAML mapping, or nil.
func yamlField(of *yaml.Node, field string) *yaml.Node {
	for i := 0; of != nil && of.Kind == yaml.MappingNode && i+1 < len(of.Content); i += 2 {
		if of.Content[i].Value == field {
			return of.Content[i+1]
		}
	}
	return nil
}
