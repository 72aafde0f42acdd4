// Command notices writes the licences and notices of everything that the plug-in's binary links into one file: the Go standard
// library and every module of another project, on any of the platforms. It reads the module cache and needs no network. A module
// without a licence, or with one that is not among the accepted ones, is an error, and nothing is written. bin/licences runs it.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	module := flag.String("module", ".", "folder of the module whose main package is linked")
	output := flag.String("output", "", "file to write")
	flag.Parse()
	if err := run(*module, *output, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes the notices of a module's main package for platforms such as linux/amd64.
func run(dir, output string, platforms []string) error {
	if output == "" || len(platforms) == 0 {
		return errors.New("usage: notices -output FILE [-module FOLDER] {PLATFORM}")
	}
	modules, err := linked(dir, platforms)
	if err != nil {
		return err
	}
	std, err := standardLibrary(dir)
	if err != nil {
		return err
	}
	modules = append([]linkedModule{std}, modules...)
	var problems []error
	for i := range modules {
		problems = append(problems, modules[i].readLicences())
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(output), 0o755); err != nil {
		return err
	}
	return os.WriteFile(output, text(modules), 0o644)
}

// text returns the notices of modules whose licences were read: a list of them, and then each file whole.
func text(modules []linkedModule) []byte {
	var b bytes.Buffer
	b.WriteString("This program contains the following software of others, unchanged. The source of a module is at the address that its\n" +
		"name is, and at https://pkg.go.dev/NAME@VERSION.\n\n")
	for _, m := range modules {
		fmt.Fprintf(&b, "%s %s: %s\n", m.path, m.version, strings.Join(m.licences, ", "))
	}
	for _, m := range modules {
		for _, f := range m.files {
			fmt.Fprintf(&b, "\n%s\n%s %s, %s\n\n%s\n", strings.Repeat("=", 80), m.path, m.version, filepath.ToSlash(f.name), strings.TrimSpace(f.text))
		}
	}
	return bytes.ReplaceAll(b.Bytes(), []byte("\r\n"), []byte("\n"))
}

// addUnique returns a list with a value that it may already contain, in order.
func addUnique(list []string, value string) []string {
	if i, found := slices.BinarySearch(list, value); !found {
		return slices.Insert(list, i, value)
	}
	return list
}
