// Command extract collects every message that people can see and writes the English catalogue, where translators begin.
// bin/i18n-extract runs it.
//
// A message is a constant of the type i18n.Text or i18n.Title, or a description in the API's tables. What notes.json says of a
// key goes along for translators. With -check nothing is written, and the status is 1 when the catalogue is stale, two messages
// share a key, a message is malformed, or a translation or note has lost its message.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// The files below the root of the module.
const (
	resources = "i18n/resources"
	catalogue = resources + "/all.en_US.json"
	notes     = "i18n/notes.json"
)

// sources are the packages with messages, as go list takes them.
var sources = []string{"commands/...", "engine", "files", "i18n", "output", "plugin", "service"}

func main() {
	check := flag.Bool("check", false, "only say whether the catalogue is current")
	flag.Parse()
	if err := run(".", *check); err != nil {
		fmt.Fprintln(os.Stderr, "extract:", err)
		os.Exit(1)
	}
}

// entry is a message in a catalogue, in the form of go-i18n.
type entry struct {
	ID          string `json:"id"`
	Description string `json:"description,omitempty"`
	One         string `json:"one,omitempty"`
	Other       string `json:"other"`
}

// run writes the catalogue of the module at root, or with check compares it with the one that is there.
func run(root string, check bool) error {
	messages, err := collect(root)
	if err != nil {
		return err
	}
	entries, err := build(root, messages)
	if err != nil {
		return err
	}
	if err := checkTranslations(root, entries); err != nil {
		return err
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(entries); err != nil {
		return err
	}
	file := filepath.Join(root, catalogue)
	if !check {
		return os.WriteFile(file, out.Bytes(), 0o644)
	}
	have, err := os.ReadFile(file)
	if err == nil && !bytes.Equal(have, out.Bytes()) {
		err = fmt.Errorf("%s is stale: run bin/i18n-extract", catalogue)
	}
	return err
}

var wellFormed = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._#-]*\|[^|]+(\|[^|]*\{\{\.Count\}\}[^|]*)?$`)

// build makes the entries of the catalogue, by key.
func build(root string, messages []i18n.Text) ([]entry, error) {
	described := map[string]string{}
	raw, err := os.ReadFile(filepath.Join(root, notes))
	if err == nil {
		err = json.Unmarshal(raw, &described)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", notes, err)
	}
	byKey := map[string]i18n.Text{}
	var problems []error
	var entries []entry
	for _, text := range messages {
		key := text.Key()
		switch other, taken := byKey[key]; {
		case !wellFormed.MatchString(string(text)):
			problems = append(problems, fmt.Errorf("%q is not KEY|TEXT or KEY|ONE|OTHER with {{.Count}} in OTHER", text))
		case !taken:
			byKey[key] = text
			one, other := text.Forms()
			e := entry{ID: key, Description: described[key], Other: other}
			if one != other {
				e.One = one
			}
			entries = append(entries, e)
		case other != text:
			problems = append(problems, fmt.Errorf("two messages have the key %s: %q and %q", key, other, text))
		}
	}
	for key := range described {
		if _, known := byKey[key]; !known {
			problems = append(problems, fmt.Errorf("%s has a note for %s, which is no message", notes, key))
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.ID, b.ID) })
	return entries, errors.Join(problems...)
}

var placeholder = regexp.MustCompile(`\{\{\.\w+\}\}`)

// checkTranslations finds translations of messages that are gone, and those with other arguments than the message.
func checkTranslations(root string, english []entry) error {
	known := map[string]entry{}
	for _, e := range english {
		known[e.ID] = e
	}
	names, err := filepath.Glob(filepath.Join(root, resources, "all.*.json"))
	if err != nil {
		return err
	}
	var problems []error
	for _, name := range names {
		if filepath.Base(name) == filepath.Base(catalogue) {
			continue
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		var entries []map[string]string
		if err := json.Unmarshal(raw, &entries); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, e := range entries {
			original, ok := known[e["id"]]
			if !ok {
				problems = append(problems, fmt.Errorf("%s translates %s, which is no message", name, e["id"]))
			} else if arguments(original.Other) != arguments(e["other"]) {
				problems = append(problems, fmt.Errorf("%s: %s has other arguments than the message", name, e["id"]))
			}
		}
	}
	return errors.Join(problems...)
}

func arguments(text string) string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return strings.Join(slices.Compact(found), " ")
}

// collect returns all messages of the module at root.
func collect(root string) ([]i18n.Text, error) {
	patterns := make([]string, len(sources))
	for i, name := range sources {
		patterns[i] = "./" + name
	}
	list, err := packages.Load(&packages.Config{Dir: root, Mode: packages.NeedName | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps}, patterns...)
	if err != nil {
		return nil, err
	}
	found := map[i18n.Text]bool{}
	for _, p := range list {
		if len(p.Errors) > 0 {
			return nil, p.Errors[0]
		}
		for _, file := range p.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				e, ok := n.(ast.Expr)
				if !ok {
					return true
				}
				tv := p.TypesInfo.Types[e]
				named, ok := tv.Type.(*types.Named)
				if !ok || tv.Value == nil || tv.Value.Kind() != constant.String || named.Obj().Pkg() == nil || named.Obj().Pkg().Name() != "i18n" || constant.StringVal(tv.Value) == "" {
					return true
				}
				switch named.Obj().Name() {
				case "Text":
					found[i18n.Text(constant.StringVal(tv.Value))] = true
				case "Title":
					found[i18n.Title(constant.StringVal(tv.Value)).Text()] = true
				}
				return true
			})
		}
	}
	for _, op := range api.Operations {
		for _, about := range op.Abouts() {
			found[i18n.Text(about)] = true
		}
	}
	texts := make([]i18n.Text, 0, len(found))
	for t := range found {
		texts = append(texts, t)
	}
	slices.Sort(texts)
	return texts, nil
}
