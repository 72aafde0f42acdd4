package groups

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// The paths of a group for files: `include` and `exclude` are about every host of it.

// hosts returns the hosts of a group for files in the body of its update. The error is one of any other group.
func hosts(body map[string]any, setting string) (list []map[string]any, err error) {
	for _, one := range output.List(body, "physicalParams.fileProtectionTypeParams.objects") {
		if host, ok := one.(map[string]any); ok {
			list = append(list, host)
		}
	}
	if list == nil {
		return nil, engine.Fail(engine.ExitConflict, "group.set-nofiles|{{.Setting}}: protection group '{{.Name}}' backs up no files of hosts.", "Setting", setting, "Name", output.String(body, "name"))
	}
	return list, nil
}

// included returns the included paths of a host with what is left out of each.
func included(host map[string]any) (entries []map[string]any, paths []string) {
	for _, one := range output.List(host, "filePaths") {
		if entry, ok := one.(map[string]any); ok {
			entries, paths = append(entries, entry), append(paths, output.String(entry, "includedPath"))
		}
	}
	return entries, paths
}

// setIncluded makes paths the only ones that are backed up; what is left out below those that stay is left out still.
func setIncluded(_ *engine.Context, body map[string]any, value string) error {
	return changePaths(body, "include", []string{value}, func(host map[string]any, wanted []string) error {
		entries, paths := included(host)
		var list []any
		for _, p := range wanted {
			if i := slices.Index(paths, p); i >= 0 {
				list = append(list, entries[i])
			} else {
				list = append(list, map[string]any{"includedPath": p})
			}
		}
		host["filePaths"] = list
		return nil
	})
}

// extendIncluded adds included paths, or takes them out.
func extendIncluded(_ *engine.Context, body map[string]any, how byte, values []string) error {
	return changePaths(body, "include", values, func(host map[string]any, wanted []string) error {
		entries, paths := included(host)
		var list []any
		for i, entry := range entries {
			if how == '+' || !slices.Contains(wanted, paths[i]) {
				list = append(list, entry)
			}
		}
		for _, p := range wanted {
			if how == '+' && !slices.Contains(paths, p) {
				list = append(list, map[string]any{"includedPath": p})
			}
		}
		if list == nil {
			return engine.Usage("group.set-emptied|include: nothing of host '{{.Name}}' would be backed up any more.", "Name", output.String(host, "name|id"))
		}
		host["filePaths"] = list
		return nil
	})
}

// setExcluded makes paths the only ones that are left out.
func setExcluded(c *engine.Context, body map[string]any, value string) error {
	list, err := hosts(body, "exclude")
	if err != nil {
		return err
	}
	for _, host := range list {
		entries, _ := included(host)
		for _, entry := range entries {
			delete(entry, "excludedPaths")
		}
	}
	if value == "" {
		return nil
	}
	return extendExcluded(c, body, '+', []string{value})
}

// extendExcluded leaves paths out of the included ones that they lie in, or does not leave them out any more.
func extendExcluded(_ *engine.Context, body map[string]any, how byte, values []string) error {
	return changePaths(body, "exclude", values, func(host map[string]any, wanted []string) error {
		entries, paths := included(host)
		for _, p := range wanted {
			holder := selection.HolderOf(paths, p)
			if how == '+' && (holder == "" || slices.Contains(paths, p)) {
				return engine.Usage("group.set-outside|exclude: '{{.Path}}' lies in none of the included paths of host '{{.Name}}', or is one of them.", "Path", p, "Name", output.String(host, "name|id"))
			}
			for i, entry := range entries {
				out := slices.DeleteFunc(slices.Clone(output.List(entry, "excludedPaths")), func(one any) bool { return output.String(one, "") == p })
				if how == '+' && paths[i] == holder {
					out = append(out, p)
				}
				if entry["excludedPaths"] = out; len(out) == 0 {
					delete(entry, "excludedPaths")
				}
			}
		}
		return nil
	})
}

// changePaths does something with every host of a group for files. values are lists of paths, as they were typed.
func changePaths(body map[string]any, setting string, values []string, do func(host map[string]any, paths []string) error) error {
	list, err := hosts(body, setting)
	if err != nil {
		return err
	}
	paths, err := selection.Paths(setting, strings.Split(strings.Join(values, ","), ","))
	if err != nil {
		return err
	}
	for _, host := range list {
		if err := do(host, paths); err != nil {
			return err
		}
	}
	return nil
}
