package selection

import (
	"path"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
)

// Path returns a path as the service names it: with slashes, with the drive of Windows as its first folder, so that C:\data is /C/data, and
// without a slash at its end.
func Path(typed string) string {
	switch {
	case len(typed) > 1 && typed[1] == ':':
		typed = "/" + strings.ToUpper(typed[:1]) + "/" + strings.ReplaceAll(typed[2:], `\`, "/")
	case strings.HasPrefix(typed, `\`):
		typed = strings.ReplaceAll(typed, `\`, "/")
	}
	if !strings.HasPrefix(typed, "/") {
		return typed
	}
	return path.Clean(typed)
}

// Paths returns paths as the service names them, each once. The error is one of usage, for a path that does not begin at the root of a host;
// flag is where it was typed.
func Paths(flag string, typed []string) (paths []string, err error) {
	for _, one := range typed {
		p := Path(one)
		switch {
		case strings.HasPrefix(one, "$"): // a word of the service, such as $ALL_LOCAL_DRIVES
		case !strings.HasPrefix(p, "/"):
			return nil, engine.Usage(`path.relative|{{.Flag}}: '{{.Path}}' is not a whole path, such as /srv or C:\data.`, "Flag", flag, "Path", one)
		}
		if !slices.Contains(paths, p) {
			paths = append(paths, p)
		}
	}
	return paths, nil
}

// HolderOf returns the longest of the included paths that a path lies in, and "" where it lies in none.
func HolderOf(include []string, p string) (longest string) {
	for _, in := range include {
		if Within(in, p) && len(in) > len(longest) {
			longest = in
		}
	}
	return longest
}

// Within reports whether a path is another one or lies below it. A slash at an end makes no difference.
func Within(above, p string) bool {
	above, p = strings.TrimSuffix(above, "/"), strings.TrimSuffix(p, "/")
	return p == above || strings.HasPrefix(p, above+"/")
}
