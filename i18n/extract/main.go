// Command extract collects every sentence that people can see and writes the English catalogue, where the
// translators begin. bin/i18n-extract runs it.
//
// A sentence is a constant of a type named Text, or the first argument of a function named T. The descriptions
// in the API's tables are such constants too. With -check nothing is written, and the status is 1 when the
// catalogue is stale; translations whose sentence is gone are named as well.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"ibmcloud-backup-recovery-plugin/i18n"
)

const catalogue = "i18n/resources/all.en_US.json"

func main() {
	check := flag.Bool("check", false, "only say whether the catalogue is current")
	flag.Parse()
	if err := run(*check); err != nil {
		fmt.Fprintln(os.Stderr, "extract:", err)
		os.Exit(1)
	}
}

func run(check bool) error {
	sentences, err := collect()
	if err != nil {
		return err
	}
	entries := make([]i18n.Entry, len(sentences))
	known := map[string]bool{}
	for i, s := range sentences {
		entries[i] = i18n.Entry{ID: s, Translation: s}
		known[s] = true
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(entries); err != nil {
		return err
	}
	if err := outdated(known); err != nil {
		return err
	}
	if !check {
		return os.WriteFile(catalogue, out.Bytes(), 0o644)
	}
	have, err := os.ReadFile(catalogue)
	if err == nil && !bytes.Equal(have, out.Bytes()) {
		err = fmt.Errorf("%s is stale: run bin/i18n-extract", catalogue)
	}
	return err
}

// outdated names translations of sentences that the program no longer says.
func outdated(known map[string]bool) error {
	files, err := filepath.Glob("i18n/resources/all.*.json")
	if err != nil {
		return err
	}
	for _, file := range files {
		if file == catalogue {
			continue
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var entries []i18n.Entry
		if err := json.Unmarshal(raw, &entries); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		for _, e := range entries {
			if !known[e.ID] {
				return fmt.Errorf("%s translates a sentence that is gone: %q", file, e.ID)
			}
		}
	}
	return nil
}

func collect() ([]string, error) {
	list, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps},
		"./api", "./commands", "./files", "./i18n", "./output", "./plugin", "./service", ".")
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	for _, p := range list {
		if len(p.Errors) > 0 {
			return nil, p.Errors[0]
		}
		for _, file := range p.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					if isT(n.Fun) && len(n.Args) > 0 {
						note(found, p.TypesInfo.Types[n.Args[0]])
					}
				case ast.Expr:
					if tv := p.TypesInfo.Types[n]; isText(tv.Type) {
						note(found, tv)
					}
				}
				return true
			})
		}
	}
	sentences := make([]string, 0, len(found))
	for s := range found {
		sentences = append(sentences, s)
	}
	slices.Sort(sentences)
	return sentences, nil
}

func note(found map[string]bool, tv types.TypeAndValue) {
	if tv.Value != nil && tv.Value.Kind() == constant.String {
		if s := constant.StringVal(tv.Value); strings.ContainsFunc(strings.ReplaceAll(s, "{{.Reason}}", ""), isLetter) {
			found[s] = true
		}
	}
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isText(t types.Type) bool {
	named, ok := t.(*types.Named)
	return ok && named.Obj().Name() == "Text"
}

func isT(fun ast.Expr) bool {
	switch f := fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name == "T"
	case *ast.Ident:
		return f.Name == "T"
	}
	return false
}
