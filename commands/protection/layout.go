package protection

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// layout is where the objects of one sort of protection group stand in its body.
type layout struct {
	environment string
	params      string // the field with the parameters of the environment
	kind        string // the type of protection; "" where the environment has only one
	inner       string // the field with the parameters of the type, below params; "" where the environment has only one
	suffix      string // of the name of a group that is named after a host
	purpose     i18n.Text
}

var (
	fileLayout = &layout{selection.Physical, "physicalParams", "kFile", "fileProtectionTypeParams", "",
		"protect.has-files|Protection group '{{.Name}}' is one for files of hosts. Choose another name with --group."}
	volumeLayout = &layout{selection.Physical, "physicalParams", "kVolume", "volumeProtectionTypeParams", "-volumes",
		"protect.has-volumes|Protection group '{{.Name}}' is one for volumes of hosts. Choose another name with --group."}
	databaseLayout = &layout{selection.SQL, "mssqlParams", "kFile", "fileProtectionTypeParams", "-databases",
		"protect.has-databases|Protection group '{{.Name}}' is one for databases. Choose another name with --group."}
	namespaceLayout = &layout{selection.Kubernetes, "kubernetesParams", "", "", "",
		"protect.has-namespaces|Protection group '{{.Name}}' is one for namespaces. Choose another name with --group."}
	layouts = []*layout{fileLayout, volumeLayout, databaseLayout, namespaceLayout}
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

// merged returns the entry of an object in a group with what another entry asks for, and whether that changes anything. What is there stays.
func (l *layout) merged(entry any, more map[string]any) (fresh any, changed bool, err error) {
	old, isObject := entry.(map[string]any)
	if !isObject {
		return entry, false, nil
	}
	copied := maps.Clone(old)
	switch l {
	case fileLayout:
		copied["filePaths"], changed, err = withPaths(entry, more["filePaths"].([]any))
	case volumeLayout:
		changed = withVolumes(copied, more)
	case namespaceLayout:
		err = sameFilter(old, more)
	}
	if err != nil || !changed {
		return entry, false, err
	}
	return copied, true, nil
}

// withVolumes adds volumes to the entry of a host, and reports whether that changes anything. An entry that names none has them all.
func withVolumes(entry, more map[string]any) (changed bool) {
	have := output.List(entry, "volumeGuids")
	if len(have) == 0 {
		return false
	}
	asked, _ := more["volumeGuids"].([]string)
	if asked == nil {
		delete(entry, "volumeGuids")
		return true
	}
	list := slices.Clone(have)
	for _, id := range asked {
		if !slices.ContainsFunc(list, func(one any) bool { return output.String(one, "") == id }) {
			list, changed = append(list, id), true
		}
	}
	entry["volumeGuids"] = list
	return changed
}

// sameFilter returns an error where a group has only some resources of a namespace, and others are asked for.
func sameFilter(entry, more map[string]any) error {
	has := entry["includeParams"]
	if has == nil || includes(has, more["includeParams"]) {
		return nil
	}
	return engine.Fail(engine.ExitConflict, "protect.filtered|'{{.Name}}' is in the protection group already, with other labels or virtual machines. Choose another group with --group, or change it with 'protection-group update'.",
		"Name", output.String(entry, "name"))
}

// includes reports whether a value of the service has all that another one has. The service may have filled in more.
func includes(has, want any) bool {
	switch want := want.(type) {
	case nil:
		return false
	case map[string]any:
		for key, value := range want {
			if !includes(output.At(has, key), value) {
				return false
			}
		}
		return true
	case []any:
		list := output.List(has, "")
		if len(list) != len(want) {
			return false
		}
		for _, value := range want {
			if !slices.ContainsFunc(list, func(one any) bool { return includes(one, value) }) {
				return false
			}
		}
		return true
	}
	return has == want
}

// with returns the objects of a group with an entry added, and whether that changes anything.
func (l *layout) with(list []any, entry map[string]any) (fresh []any, changed bool, err error) {
	i := slices.IndexFunc(list, func(one any) bool { return output.String(one, "id") == string(entry["id"].(json.Number)) })
	if i < 0 {
		return append(list, entry), true, nil
	}
	list[i], changed, err = l.merged(list[i], entry)
	return list, changed, err
}
