package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// TestFilesCallDownwards checks that the files of a package can be put in an order in which each calls only those below it: a
// reader can begin at the top and never has to go back up. Calls through interfaces and function values do not count.
func TestFilesCallDownwards(t *testing.T) {
	list, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps},
		"./api", "./i18n", "./files", "./output/...", "./service", "./service/scrape", "./engine", "./commands/...", "./plugin")
	require.NoError(t, err)
	for _, p := range list {
		require.Empty(t, p.Errors)
		calls := callsBetweenFiles(p)
		t.Logf("%s: %d files, %d calls between them", p.Name, len(p.Syntax), count(calls))
		for file, others := range calls {
			for other, names := range others {
				if reaches(calls, other, file, map[string]bool{}) {
					assert.Fail(t, "Calls run in a circle.", "%s: %s calls %s (%s), which leads back to it", p.Name, file, other, strings.Join(names, ", "))
				}
			}
		}
	}
}

func count(calls map[string]map[string][]string) (n int) {
	for _, others := range calls {
		for _, names := range others {
			n += len(names)
		}
	}
	return n
}

// callsBetweenFiles returns the names of the functions that each file of a package calls in each other file.
func callsBetweenFiles(p *packages.Package) map[string]map[string][]string {
	fileOf := func(pos token.Pos) string { return filepath.Base(p.Fset.Position(pos).Filename) }
	calls := map[string]map[string][]string{}
	for _, f := range p.Syntax {
		from := fileOf(f.Package)
		ast.Inspect(f, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			fn, ok := p.TypesInfo.Uses[id].(*types.Func)
			if !ok || fn.Pkg() != p.Types || isAbstract(fn) {
				return true
			}
			if to := fileOf(fn.Pos()); to != from {
				if calls[from] == nil {
					calls[from] = map[string][]string{}
				}
				if !slices.Contains(calls[from][to], fn.Name()) {
					calls[from][to] = append(calls[from][to], fn.Name())
				}
			}
			return true
		})
	}
	return calls
}

// isAbstract reports whether a function is a method of an interface.
func isAbstract(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// reaches reports whether calls lead from one file to another.
func reaches(calls map[string]map[string][]string, from, to string, seen map[string]bool) bool {
	if from == to {
		return true
	}
	if seen[from] {
		return false
	}
	seen[from] = true
	return slices.ContainsFunc(slices.Collect(maps.Keys(calls[from])), func(next string) bool { return reaches(calls, next, to, seen) })
}
