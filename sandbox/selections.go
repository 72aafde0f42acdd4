package sandbox

import (
	"cmp"
	"regexp"
	"slices"

	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// selection is an object that a group backs up, with the paths.
type selection struct {
	id               int64
	name             string
	include, exclude []string // paths on its source
	manifests        manifestFilters
}

// selections returns what a group backs up at this moment. A host, an instance or a cluster stands for the objects that it has
// now.
func (d *data) selections(group jsonObject) (found []selection) {
	add := func(o jsonObject, kind string, include, exclude []string) {
		obj := d.objects[num(o, "id")]
		switch {
		case obj == nil:
			found = append(found, selection{id: num(o, "id"), name: str(o, "name")})
		case obj.Type == kind:
			if len(include) == 0 {
				include = obj.files()
			}
			found = append(found, selection{id: obj.ID, name: obj.Name, include: include, exclude: exclude})
		default:
			for _, obj := range d.descendants(obj, kind) {
				found = append(found, selection{id: obj.ID, name: obj.Name, include: obj.files(), exclude: exclude})
			}
		}
	}
	kind, params := protectionOf(group)
	switch kind {
	case "kPhysical kFile":
		general := stringList(params, "globalExcludePaths")
		for _, o := range objectList(params, "objects") {
			var include, exclude []string
			for _, p := range objectList(o, "filePaths") {
				include = append(include, str(p, "includedPath"))
				exclude = append(exclude, stringList(p, "excludedPaths")...)
			}
			add(o, typeHost, include, append(exclude, general...))
		}
	case "kPhysical kVolume":
		for _, o := range objectList(params, "objects") {
			var include []string
			for _, guid := range stringList(o, "volumeGuids") {
				include = append(include, "/"+vault.RelPath(guid))
			}
			add(o, typeHost, include, nil)
		}
	case "kKubernetes":
		for _, o := range objectList(params, "objects") {
			from := len(found)
			add(o, typeNamespace, nil, nil)
			for i := range found[from:] {
				found[from+i].manifests = newManifestFilters(params, o)
			}
		}
		found = slices.DeleteFunc(found, func(c selection) bool {
			excluded := anyList(params, "excludeObjectIds")
			return len(excluded) > 0 && emptyOrContains(excluded, c.id)
		})
	default:
		for _, o := range objectList(params, "objects") {
			add(o, typeDatabase, nil, nil)
		}
		for _, filter := range objectList(params, "excludeFilters") {
			found = slices.DeleteFunc(found, func(c selection) bool { return excludes(filter, c.name) })
		}
	}
	seen := map[int64]bool{}
	return slices.DeleteFunc(found, func(c selection) bool {
		twice := seen[c.id]
		seen[c.id] = true
		return twice
	})
}

// excludes reports whether a filter of a group excludes a database.
func excludes(filter jsonObject, name string) bool {
	pattern := str(filter, "filterString")
	if !isTrue(filter, "isRegularExpression") {
		return matchesPattern(pattern, name)
	}
	re, err := regexp.Compile(pattern)
	return err == nil && re.MatchString(name)
}

// protectionOf returns the kind of protection of a group, such as "kPhysical kFile", and its parameters.
func protectionOf(group jsonObject) (kind string, params jsonObject) {
	environment := str(group, "environment")
	params, _ = group[paramsKey[environment]].(jsonObject)
	if environment == "kKubernetes" {
		return environment, params
	}
	how := str(params, "protectionType")
	params, _ = params[protectionKey[how]].(jsonObject)
	return environment + " " + how, params
}

// paramsKey is the field with the parameters of an environment, in a group or recovery.
var paramsKey = map[string]string{"kPhysical": "physicalParams", "kSQL": "mssqlParams", "kKubernetes": "kubernetesParams"}

// protectionKey is the field with the parameters of a kind of protection, in those of a group.
var protectionKey = map[string]string{"kFile": "fileProtectionTypeParams", "kVolume": "volumeProtectionTypeParams", "kNative": "nativeProtectionTypeParams"}

// protects reports whether a group backs up an object, by itself or with an object that contains it.
func (d *data) protects(group jsonObject, obj *backupObject) bool {
	_, params := protectionOf(group)
	for _, o := range objectList(params, "objects") {
		for up := obj; up != nil; up = d.objects[up.Parent] {
			if up.ID == num(o, "id") {
				return !slices.Contains(stringList(params, "excludeObjectIds"), toString(obj.ID)) && (obj.Type != typeDatabase ||
					!slices.ContainsFunc(objectList(params, "excludeFilters"), func(filter jsonObject) bool { return excludes(filter, obj.Name) }))
			}
		}
	}
	return false
}

// groupsOf returns the groups that back up an object.
func (d *data) groupsOf(obj *backupObject) (found []jsonObject) {
	seen := map[string]bool{}
	for up := obj; up != nil; up = d.objects[up.Parent] {
		for id := range d.groupsByObject[up.ID] {
			group, _ := d.groups.get(id)
			if !seen[id] && str(group, "environment") == obj.Environment && d.protects(group, obj) {
				seen[id] = true
				found = append(found, group)
			}
		}
	}
	slices.SortFunc(found, func(a, b jsonObject) int { return cmp.Compare(str(a, "name"), str(b, "name")) })
	return found
}

// indexGroup adds the objects that a group names to the index, or removes them.
func (d *data) indexGroup(group jsonObject, named bool) {
	_, params := protectionOf(group)
	id := str(group, "id")
	for _, o := range objectList(params, "objects") {
		groups := d.groupsByObject[num(o, "id")]
		switch {
		case !named:
			delete(groups, id)
		case groups == nil:
			d.groupsByObject[num(o, "id")] = map[string]bool{id: true}
		default:
			groups[id] = true
		}
	}
}
