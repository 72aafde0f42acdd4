package protection

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// layout is where the objects of one sort of protection group stand in its body.
type layout struct {
	environment string
	params      string // the field with the parameters of the environment
	kind        string // the type of protection; "" where the environment has only one
	inner       string // the field with the parameters of the type, below params; "" where the environment has only one
}

var (
	fileLayout      = &layout{selection.Physical, "physicalParams", "kFile", "fileProtectionTypeParams"}
	volumeLayout    = &layout{selection.Physical, "physicalParams", "kVolume", "volumeProtectionTypeParams"}
	databaseLayout  = &layout{selection.SQL, "mssqlParams", "kFile", "fileProtectionTypeParams"}
	namespaceLayout = &layout{selection.Kubernetes, "kubernetesParams", "", ""}
	layouts         = []*layout{fileLayout, volumeLayout, databaseLayout, namespaceLayout}
)

// layoutOf returns how a group is laid out, and nil for one that has more to it than these commands change.
func layoutOf(group any) *layout {
	for _, l := range layouts {
		if output.String(group, "environment") == l.environment && (l.kind == "" || output.String(group, l.params+".protectionType") == l.kind) {
			return l
		}
	}
	return nil
}

// list returns the path to the objects of a group.
func (l *layout) list() string { return strings.Trim(l.params+"."+l.inner, ".") + ".objects" }

// objects returns the objects of a group.
func (l *layout) objects(group any) []any { return output.List(group, l.list()) }

// find returns the entry of an object in a group, and nil where there is none.
func (l *layout) find(group any, id string) any {
	for _, entry := range l.objects(group) {
		if output.String(entry, "id") == id {
			return entry
		}
	}
	return nil
}

// body returns the parameters of a new group with these objects.
func (l *layout) body(entries []map[string]any) map[string]any {
	inner := map[string]any{"objects": entries}
	if l.kind == "" {
		return inner
	}
	if l == fileLayout || l == volumeLayout {
		inner["indexingPolicy"] = map[string]any{"enableIndexing": true, "includePaths": []string{"/"}}
	}
	return map[string]any{"protectionType": l.kind, l.inner: inner}
}

// setObjects returns the body of a group with other objects. Every other field keeps its digits.
func (l *layout) setObjects(body json.RawMessage, entries []any) (json.RawMessage, error) {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, err
	}
	params := map[string]json.RawMessage{}
	if err := json.Unmarshal(fields[l.params], &params); err != nil {
		return nil, err
	}
	holder := params
	if l.inner != "" {
		holder = map[string]json.RawMessage{}
		if err := json.Unmarshal(params[l.inner], &holder); err != nil {
			return nil, err
		}
	}
	var err error
	if holder["objects"], err = json.Marshal(entries); err != nil {
		return nil, err
	}
	if l.inner != "" {
		if params[l.inner], err = json.Marshal(holder); err != nil {
			return nil, err
		}
	}
	if fields[l.params], err = json.Marshal(params); err != nil {
		return nil, err
	}
	return json.Marshal(fields)
}

// fileEntry returns the entry of a host whose paths are backed up. A path that is left out belongs to the included one that it lies in.
func fileEntry(id json.Number, include, exclude []string) map[string]any {
	paths := make([]any, len(include))
	for i, in := range include {
		one := map[string]any{"includedPath": in}
		var out []string
		for _, path := range exclude {
			if holderOf(include, path) == in {
				out = append(out, path)
			}
		}
		if out != nil {
			one["excludedPaths"] = out
		}
		paths[i] = one
	}
	return map[string]any{"id": id, "filePaths": paths}
}

// holderOf returns the longest of the included paths that a path lies in, and "" where it lies in none.
func holderOf(include []string, path string) (longest string) {
	for _, in := range include {
		if within(in, path) && len(in) > len(longest) {
			longest = in
		}
	}
	return longest
}

// within reports whether a path is another one or lies below it.
func within(above, path string) bool {
	return path == above || strings.HasPrefix(path, strings.TrimSuffix(above, "/")+"/")
}

// merged returns an entry with the paths of another one added, and whether that changes anything. What the entry has stays; the error is one
// where a path is to be left out that lies in one of those.
func merged(entry any, more map[string]any) (fresh any, changed bool, err error) {
	old, isObject := entry.(map[string]any)
	if !isObject || more["filePaths"] == nil {
		return entry, false, nil
	}
	have := output.List(entry, "filePaths")
	list := slices.Clone(have)
	for _, path := range more["filePaths"].([]any) {
		in, out := path.(map[string]any)["includedPath"].(string), path.(map[string]any)["excludedPaths"]
		i := slices.IndexFunc(have, func(one any) bool { return output.String(one, "includedPath") == in })
		covered := slices.ContainsFunc(have, func(one any) bool {
			at := output.String(one, "includedPath")
			return within(at, in) && !slices.ContainsFunc(output.List(one, "excludedPaths"), func(left any) bool { return within(output.String(left, ""), in) })
		})
		switch {
		case i >= 0 && out != nil && sameTexts(output.List(have[i], "excludedPaths"), out.([]string)):
		case out != nil && (i >= 0 || covered):
			return nil, false, engine.Fail(engine.ExitConflict, "protect.backed-up|{{.Paths}} cannot be left out by this command, because it lies in a path that is backed up already. Change the group with 'protection-group update'.",
				"Paths", strings.Join(out.([]string), ", "))
		case i < 0 && !covered:
			list, changed = append(list, path), true
		}
	}
	if !changed {
		return entry, false, nil
	}
	copied := maps.Clone(old)
	copied["filePaths"] = list
	return copied, true, nil
}

// added returns the objects of a group with entries added, and whether that changes anything.
func (l *layout) added(group any, entries []map[string]any) (list []any, changed bool, err error) {
	list = slices.Clone(l.objects(group))
	for _, entry := range entries {
		i := slices.IndexFunc(list, func(one any) bool { return output.String(one, "id") == string(entry["id"].(json.Number)) })
		if i < 0 {
			list, changed = append(list, entry), true
			continue
		}
		fresh, differs, err := merged(list[i], entry)
		if err != nil {
			return nil, false, err
		}
		list[i], changed = fresh, changed || differs
	}
	return list, changed, nil
}

// sameTexts reports whether a list of a group has the same texts as another one, in any order.
func sameTexts(have []any, want []string) bool {
	texts := make([]string, len(have))
	for i, one := range have {
		texts[i] = output.String(one, "")
	}
	slices.Sort(texts)
	return slices.Equal(texts, slices.Sorted(slices.Values(want)))
}
