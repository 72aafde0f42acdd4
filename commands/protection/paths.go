package protection

import (
	"encoding/json"
	"slices"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// everything is the path that has all of a host.
const everything = "/"

// choosePaths returns the paths to back up and those to leave out, as the service names them, each once. No paths to back up are all; one
// that lies in another is left to that one. The error is one of usage.
func choosePaths(include, exclude []string) (in, out []string, err error) {
	if include == nil {
		include = []string{everything}
	}
	if in, err = selection.Paths("--include", include); err != nil {
		return nil, nil, err
	}
	if out, err = selection.Paths("--exclude", exclude); err != nil {
		return nil, nil, err
	}
	for _, p := range out {
		switch {
		case slices.Contains(in, p):
			return nil, nil, engine.Usage("protect.emptied|--exclude: '{{.Path}}' is one of the included paths, of which nothing would be left.", "Path", p)
		case selection.HolderOf(in, p) == "":
			return nil, nil, engine.Usage("protect.outside|--exclude: '{{.Path}}' lies in none of the included paths.", "Path", p)
		}
	}
	all := slices.Clone(in)
	in = slices.DeleteFunc(in, func(p string) bool {
		return slices.ContainsFunc(all, func(above string) bool { return above != p && selection.Within(above, p) && !leftOut(out, above, p) })
	})
	return in, out, nil
}

// leftOut reports whether a path that lies in another is left out of that one.
func leftOut(exclude []string, above, p string) bool {
	return slices.ContainsFunc(exclude, func(out string) bool { return selection.Within(above, out) && selection.Within(out, p) })
}

// fileEntry returns the entry of a host whose paths are backed up. A path that is left out belongs to the included one that it lies in.
func fileEntry(id json.Number, include, exclude []string) map[string]any {
	paths := make([]any, len(include))
	for i, in := range include {
		one := map[string]any{"includedPath": in}
		var out []string
		for _, p := range exclude {
			if selection.HolderOf(include, p) == in {
				out = append(out, p)
			}
		}
		if out != nil {
			one["excludedPaths"] = out
		}
		paths[i] = one
	}
	return map[string]any{"id": id, "filePaths": paths}
}

// backedUp is a path in a group that is backed up, and what is left out of it.
type backedUp struct {
	in  string
	out []string
}

// backedUpPaths returns what a group backs up of a host.
func backedUpPaths(entry any) (paths []backedUp) {
	for _, one := range output.List(entry, "filePaths") {
		b := backedUp{in: output.String(one, "includedPath")}
		for _, out := range output.List(one, "excludedPaths") {
			b.out = append(b.out, output.String(out, ""))
		}
		paths = append(paths, b)
	}
	return paths
}

// withPaths returns the paths of a host in a group with others added, and whether that changes anything. What is there stays; the error is
// one where a path is to be left out that is backed up already.
func withPaths(entry any, more []any) (list []any, changed bool, err error) {
	have := backedUpPaths(entry)
	list = slices.Clone(output.List(entry, "filePaths"))
	for _, one := range more {
		asked := one.(map[string]any)
		in := asked["includedPath"].(string)
		out, _ := asked["excludedPaths"].([]string)
		for _, p := range out {
			if slices.ContainsFunc(have, func(b backedUp) bool { return b.saves(in, p) }) {
				return nil, false, engine.Fail(engine.ExitConflict, "protect.backed-up|'{{.Path}}' cannot be left out by this command, because it is backed up already. Change the group with 'protection-group update', or choose another one with --group.", "Path", p)
			}
		}
		if !slices.ContainsFunc(have, func(b backedUp) bool { return selection.Within(b.in, in) && !leftOut(b.out, b.in, in) }) {
			list, changed = append(list, one), true
		}
	}
	return list, changed, nil
}

// saves reports whether anything below a path is backed up that is to be left out of an included one.
func (b *backedUp) saves(in, out string) bool {
	switch {
	case selection.Within(b.in, out):
		return !leftOut(b.out, b.in, out)
	case selection.Within(out, b.in):
		return b.in != in
	}
	return false
}
