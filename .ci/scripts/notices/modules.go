package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// linkedModule is software of others that a binary contains.
type linkedModule struct {
	path, version string
	dir           string   // the root, where its licence must be
	packages      []string // folders of the packages that are linked, which may have licences of their own
	licences      []string // SPDX identifiers, once the licences were read
	files         []file
}

// file is a licence or a notice.
type file struct{ name, text string }

// listed is what the Go command says of a package.
type listed struct {
	Dir      string
	Standard bool
	Module   *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// linked returns the modules of others that the main package in a folder links on any of the platforms, in the order of their
// paths.
func linked(dir string, platforms []string) ([]linkedModule, error) {
	found := map[string]*linkedModule{}
	for _, platform := range platforms {
		system, arch, ok := strings.Cut(platform, "/")
		if !ok {
			return nil, fmt.Errorf("'%s' is not a platform such as 'linux/amd64'", platform)
		}
		out, err := goCommand(dir, []string{"GOOS=" + system, "GOARCH=" + arch, "CGO_ENABLED=0"}, "list", "-deps", "-json=Dir,Standard,Module", ".")
		if err != nil {
			return nil, err
		}
		for dec := json.NewDecoder(bytes.NewReader(out)); ; {
			var p listed
			if err := dec.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, err
			}
			if p.Standard || p.Module == nil || p.Module.Main {
				continue
			}
			m := found[p.Module.Path]
			if m == nil {
				m = &linkedModule{path: p.Module.Path, version: p.Module.Version, dir: p.Module.Dir}
				found[p.Module.Path] = m
			}
			m.packages = addUnique(m.packages, p.Dir)
		}
	}
	sorted := slices.SortedFunc(maps.Values(found), func(a, b *linkedModule) int { return cmp.Compare(a.path, b.path) })
	modules := make([]linkedModule, 0, len(sorted))
	for _, m := range sorted {
		modules = append(modules, *m)
	}
	return modules, nil
}

// standardLibrary returns the standard library and the runtime of Go, which every binary links.
func standardLibrary(dir string) (linkedModule, error) {
	out, err := goCommand(dir, nil, "env", "GOROOT", "GOVERSION")
	if err != nil {
		return linkedModule{}, err
	}
	root, version, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	return linkedModule{path: "std", version: version, dir: root}, nil
}

// goCommand returns the output of a Go command in a folder.
func goCommand(dir string, env []string, args ...string) ([]byte, error) {
	var problem bytes.Buffer
	c := exec.Command("go", args...)
	c.Dir, c.Env, c.Stderr = dir, append(os.Environ(), env...), &problem
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("'go %s' failed: %w\n%s", strings.Join(args, " "), err, problem.String())
	}
	return out, nil
}
