package selection

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
)

// ResourceFilter returns what selects resources of a namespace: those with all of these labels, KEY=VALUE, and these virtual machines by
// name. It returns nil where there is nothing to select by.
func ResourceFilter(labels, machines []string) (map[string]any, error) {
	include := map[string]any{}
	pairs, err := Pairs("label", labels)
	if err != nil {
		return nil, err
	}
	if pairs != nil {
		include["labelVector"], include["labelCombinationMethod"] = pairs, "AND"
	}
	if machines != nil {
		list := make([]any, len(machines))
		for i, name := range machines {
			list[i] = map[string]any{"name": name}
		}
		include["selectedResources"] = []any{map[string]any{"apiGroup": "kubevirt.io", "kind": "VirtualMachine", "isClusterScoped": false, "resourceList": list}}
	}
	if len(include) == 0 {
		return nil, nil
	}
	return include, nil
}

// Pairs returns the API's pairs for texts of the form KEY=VALUE. flag is where they were typed.
func Pairs(flag string, texts []string) (list []any, err error) {
	for _, text := range texts {
		key, value, ok := strings.Cut(text, "=")
		if !ok || key == "" {
			return nil, engine.Usage("flag.pair|--{{.Flag}}: '{{.Value}}' is not of the form KEY=VALUE.", "Flag", flag, "Value", text)
		}
		list = append(list, map[string]any{"key": key, "value": value})
	}
	return list, nil
}
