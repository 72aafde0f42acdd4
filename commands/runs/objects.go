package runs

import (
	"encoding/json"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Runs of some objects of a group.

// setObjects makes a request for a run one for some objects of the group, by their names or identifiers. Without words it stays as it is.
func setObjects(c *engine.Context, r *api.Request, group, name string, words []string) error {
	if len(words) == 0 {
		return nil
	}
	known, err := objectsOf(c, group)
	if err != nil {
		return err
	}
	var chosen []any
	for _, word := range words {
		i := slices.IndexFunc(known, func(o any) bool {
			name := output.String(o, "name")
			return strings.EqualFold(name, word) || strings.EqualFold(output.String(o, "sourceName")+"/"+name, word) || output.String(o, "id") == word
		})
		switch {
		case i >= 0:
			chosen = append(chosen, known[i])
		case strings.Trim(word, "0123456789") == "": // whether the group has it is for the service to say
			chosen = append(chosen, map[string]any{"id": json.Number(word)})
		default:
			return engine.Fail(engine.ExitNotFound, "run.object|Protection group '{{.Name}}' has no object named '{{.Object}}'.", "Name", name, "Object", word)
		}
	}
	raw, err := json.Marshal(runObjects(chosen))
	if err != nil {
		return err
	}
	return r.SetField("objects", raw)
}

// objectsOf returns the objects of a group: those that it names, and those of its newest run, which may be below one of these.
func objectsOf(c *engine.Context, group string) ([]any, error) {
	result, err := c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", group))
	if err != nil {
		return nil, err
	}
	list, err := c.Call(api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("numRuns", "1").SetNamed("includeObjectDetails", "true"))
	if err != nil {
		return nil, err
	}
	var known []any
	for _, o := range output.List(list.Value, "runs[0].objects") {
		known = append(known, output.At(o, "object"))
	}
	for _, params := range []string{"physicalParams.fileProtectionTypeParams", "physicalParams.volumeProtectionTypeParams", "mssqlParams.fileProtectionTypeParams",
		"mssqlParams.volumeProtectionTypeParams", "mssqlParams.nativeProtectionTypeParams", "kubernetesParams"} {
		known = append(known, output.List(result.Value, params+".objects")...)
	}
	return known, nil
}

// runObject is an object as a request for a run names it: a database by its host and itself.
type runObject struct {
	ID   any   `json:"id"`
	Apps []any `json:"appIds,omitempty"`
}

// runObjects returns objects as a request for a run names them.
func runObjects(objects []any) []*runObject {
	var list []*runObject
	hosts := map[string]*runObject{}
	for _, o := range objects {
		id, host := output.At(o, "id"), output.At(o, "sourceId")
		if host == nil || !strings.HasPrefix(output.String(o, "objectType"), "kDatabase") {
			list = append(list, &runObject{ID: id})
			continue
		}
		key := output.String(o, "sourceId")
		if hosts[key] == nil {
			hosts[key] = &runObject{ID: host}
			list = append(list, hosts[key])
		}
		hosts[key].Apps = append(hosts[key].Apps, id)
	}
	return list
}
