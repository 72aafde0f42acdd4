package protection

import (
	"encoding/json"
	"slices"
	"strings"

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
	if in, err = normalPaths("include", include); err != nil {
		return nil, nil, err
	}
	if out, err = normalPaths("exclude", exclude); err != nil {
		return nil, nil, err
	}
	for _, p := range out {
		switch {
		case slices.Contains(in, p):
			return nil, nil, engine.Usage("protect.emptied|--exclude: '{{.Path}}' is one of the included paths, of which nothing would be left.", "Path", p)
		case holderOf(in, p) == "":
			return nil, nil, engine.Usage("protect.outside|--exclude: '{{.Path}}' lies in none of the included paths.", "Path", p)
		}
	}
	all := slices.Clone(in)
	in = slices.DeleteFunc(in, func(p string) bool {
		return slices.ContainsFunc(all, func(above string) bool { return above != p && within(above, p) && !leftOut(out, above, p) })
	})
	return in, out, nil
}

// normalPaths returns the paths of a flag without slashes at their ends, each once. The error is one of usage, for a path that does not begin
// at the root of a host.
func normalPaths(flag string, typed []string) (paths []string, err error) {
	for _, one := range typed {
		p := selection.Path(one)
		switch {
		case strings.HasPrefix(one, "$"): // a word of the service, such as $ALL_LOCAL_DRIVES
		case !strings.HasPrefix(p, "/"):
			return nil, engine.Usage(`protect.relative|--{{.Flag}}: '{{.Path}}' is not a whole path, such as /srv or C:\data.`, "Flag", flag, "Path", one)
		}
		if !slices.Contains(paths, p) {
			paths = append(paths, p)
		}
	}
	return paths, nil
}

// leftOut reports whether a path that lies in another is left out of that one.
func leftOut(exclude []string, above, p string) bool {
	return slices.ContainsFunc(exclude, func(out string) bool { return within(above, out) && within(out, p) })
}

// fileEntry returns the entry of a host whose paths are backed up. A path that is left out belongs to the included one that it lies in.
func fileEntry(id json.Number, include, exclude []string) map[string]any {
	paths := make([]any, len(include))
	for i, in := range include {
		one := map[string]any{"includedPath": in}
		var out []string
		for _, p := range exclude {
			if holderOf(include, p) == in {
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

// holderOf returns the longest of the included paths that a path lies in, and "" where it lies in none.
func holderOf(include []string, p string) (longest string) {
	for _, in := range include {
		if within(in, p) && len(in) > len(longest) {
			longest = in
		}
	}
	return longest
}

// within reports whether a path is another one or lies below it. A slash at an end makes no difference.
func within(above, p string) bool {
	above, p = strings.TrimSuffix(above, "/"), strings.TrimSuffix(p, "/")
	return p == above || strings.HasPrefix(p, above+"/")
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
		if !slices.ContainsFunc(have, func(b backedUp) bool { return within(b.in, in) && !leftOut(b.out, b.in, in) }) {
			list, changed = append(list, one), true
		}
	}
	return list, changed, nil
}

// saves reports whether anything below a path is backed up that is to be left out of an included one.
func (b *backedUp) saves(in, out string) bool {
	switch {
	case within(b.in, out):
		return !leftOut(b.out, b.in, out)
	case within(out, b.in):
		return b.in != in
	}
	return false
}
