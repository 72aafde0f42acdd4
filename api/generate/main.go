// Command generate turns openapi.yaml into the tables of package api. `go generate ./api` runs it.
//
// With -check it writes nothing and ends with status 1 when the tables are stale.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"go/format"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"
)

const (
	document = "openapi.yaml"
	tables   = "tables_gen.go"
)

func main() {
	check := flag.Bool("check", false, "only say whether the tables are up to date")
	flag.Parse()
	source, err := Tables(document)
	if err == nil && *check {
		var have []byte
		if have, err = os.ReadFile(tables); err == nil && !bytes.Equal(have, source) {
			err = fmt.Errorf("%s is stale: run go generate ./api", tables)
		}
	} else if err == nil {
		err = os.WriteFile(tables, source, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// generator collects the models that requests need while the operations are written.
type generator struct {
	doc    *openapi3.T
	order  map[string][]string // the keys of each mapping of the document in the order they stand, by its path
	models []string            // names in the order of first use; the index is the number in the tables
	things *things
	only   map[string][]string // names that only answers have, by the model inside a body
	errs   []error             // what the document lacks
	out    bytes.Buffer
}

// Tables reads and validates the document and returns the Go source of its tables.
func Tables(path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	doc, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		return nil, err
	}
	if err := doc.Validate(context.Background()); err != nil {
		return nil, err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		return nil, err
	}
	g := &generator{doc: doc, order: map[string][]string{}, things: newThings(doc), only: map[string][]string{}}
	g.remember(root.Content[0], "")
	g.printf("// Code generated from openapi.yaml by go generate ./api; DO NOT EDIT.\n\npackage api\n\n")
	var ids []string
	for _, path := range g.order["/paths"] {
		item := doc.Paths.Value(path)
		for _, method := range g.order["/paths"+path] {
			if op := item.GetOperation(strings.ToUpper(method)); op != nil && method != "servers" {
				ids = append(ids, op.OperationID)
				g.operation(path, strings.ToUpper(method), item, op)
			}
		}
	}
	g.printf("// Operations are all operations, in the document's order.\nvar Operations = []*Operation{\n")
	for _, id := range ids {
		g.printf("&%s,\n", id)
	}
	g.printf("}\n\n// models are the shapes of the objects in requests; Field.Model is an index.\nvar models = [...]Model{\n")
	for i := 0; i < len(g.models); i++ { // grows while it is walked
		name := g.models[i]
		g.printf("%d: {Name: %q, Fields: ", i, name)
		g.fields("/components/schemas/"+name, doc.Components.Schemas[name].Value, 1)
		g.answerOnly(g.only[name])
		g.printf("},\n")
	}
	g.printf("}\n")
	if err := errors.Join(g.errs...); err != nil {
		return nil, err
	}
	return format.Source(g.out.Bytes())
}

func (g *generator) printf(text string, args ...any) { fmt.Fprintf(&g.out, text, args...) }

// remember notes the order of keys, which the OpenAPI library does not keep.
func (g *generator) remember(n *yaml.Node, path string) {
	if n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i].Value
		g.order[path] = append(g.order[path], key)
		g.remember(n.Content[i+1], path+"/"+strings.TrimPrefix(key, "/"))
	}
}

func (g *generator) operation(path, method string, item *openapi3.PathItem, op *openapi3.Operation) {
	g.printf("// %s is %s %s: %s\nvar %s = Operation{\nID: %q, Method: %q, ",
		op.OperationID, method, path, lowerFirst(op.Summary), op.OperationID, op.OperationID, method)
	servers := item.Servers
	if len(servers) == 0 {
		servers = g.doc.Servers
	}
	g.printf("Server: %q, Base: %q, Path: %q, ", extension(servers[0].Extensions, "x-server", ""), basePath(servers[0].URL), path)
	if repeatable, marked := op.Extensions["x-repeatable"].(bool); repeatable {
		g.printf("Reads: true, ")
	} else if marked {
		g.printf("Once: true, ")
	}
	g.printf("About: %q,\n", op.OperationID+"|"+op.Summary)
	if len(op.Parameters) > 0 {
		g.printf("Params: []Param{\n")
		for _, ref := range op.Parameters {
			p := ref.Value
			place := map[string]string{"path": "Path", "query": "Query", "header": "Header"}[p.In]
			// The tenant comes with the instance, so nobody has to give it.
			required := p.Required && p.Name != "X-IBM-Tenant-Id"
			g.printf("{In: %s, Field: Field", place)
			g.field(op.OperationID+"."+p.Name, p.Name, p.Description, p.Schema, required, extension(p.Extensions, "x-flag", Kebab(p.Name)))
			g.printf("},\n")
		}
		g.printf("},\n")
	}
	if op.RequestBody != nil {
		ref := jsonBody(op)
		only := g.things.answerOnly(item, op)
		for model, names := range only {
			if model != refName(ref.Ref) {
				names = slices.Concat(g.only[model], names)
				slices.Sort(names)
				g.only[model] = slices.Compact(names)
			}
		}
		g.printf("Body: ")
		g.fields("/components/schemas/"+refName(ref.Ref), ref.Value, 2)
		g.answerOnly(only[refName(ref.Ref)])
		g.printf(",\n")
	}
	if content := answerOf(op); content != nil {
		if media := content.Get("application/json"); media != nil {
			g.printf("Answer: JSON,\n")
			if media.Schema.Value.Format == "password" {
				g.printf("Secret: true,\n")
			}
		} else {
			g.printf("Answer: File,\n")
		}
	}
	g.printf("}\n\n")
}

// answerOf returns the content of an operation's answer of success, or nil if there is none.
func answerOf(op *openapi3.Operation) openapi3.Content {
	for status, response := range op.Responses.Map() {
		if strings.HasPrefix(status, "2") && len(response.Value.Content) > 0 {
			return response.Value.Content
		}
	}
	return nil
}

// answerOnly writes the names that only answers have beside the fields of an object.
func (g *generator) answerOnly(names []string) {
	if len(names) > 0 {
		g.printf(", AnswerOnly: %#v", names)
	}
}

// fields writes the fields of an object. Flags are named after the fields of a body and, one level below,
// after the fields of the objects in it; flagLevels says how many such levels are left. Each field needs a description, and one that
// only answers have cannot be required.
func (g *generator) fields(path string, s *openapi3.Schema, flagLevels int) {
	g.printf("[]Field{\n")
	for _, name := range g.order[path+"/properties"] {
		prop := s.Properties[name]
		flag := ""
		if flagLevels > 0 {
			flag = extension(prop.Value.Extensions, "x-flag", Kebab(name))
		}
		key, required := refName(path)+"."+name, slices.Contains(s.Required, name)
		if prop.Value.Description == "" || prop.Ref != "" {
			g.errs = append(g.errs, fmt.Errorf("%s has no description", key))
		}
		if required && prop.Value.ReadOnly {
			g.errs = append(g.errs, fmt.Errorf("%s is required and read-only", key))
		}
		g.field(key, name, prop.Value.Description, prop, required, flag)
		g.printf(",\n")
	}
	g.printf("}")
}

// field writes a field. key is what its description is called in catalogues of messages.
func (g *generator) field(key, name, about string, ref *openapi3.SchemaRef, required bool, flag string) {
	g.printf("{Name: %q", name)
	if flag != "" && flag != "-" {
		g.printf(", Flag: %q", flag)
	}
	if about != "" {
		g.printf(", About: %q", key+"|"+about)
	}
	lists, isMap, minItems, kind, readOnly := 0, false, uint64(0), "", ref.Value.ReadOnly
	for {
		s := ref.Value
		kind = extension(s.Extensions, "x-kind", kind)
		if len(s.AllOf) == 1 { // a reference with a description of its own
			ref = s.AllOf[0]
			continue
		}
		if s.Type.Is("array") {
			lists++
			minItems = max(minItems, s.MinItems)
			ref = s.Items
			continue
		}
		if s.Type.Is("object") && s.AdditionalProperties.Schema != nil {
			isMap = true
			ref = s.AdditionalProperties.Schema
			continue
		}
		break
	}
	s := ref.Value
	switch {
	case s.Type == nil:
		g.printf(", Type: Any")
	case s.Type.Is("integer"):
		g.printf(", Type: Integer")
	case s.Type.Is("number"):
		g.printf(", Type: Number")
	case s.Type.Is("boolean"):
		g.printf(", Type: Boolean")
	case s.Type.Is("object"):
		g.printf(", Type: Object, Model: %d", g.model(refName(ref.Ref)))
	}
	if lists > 0 {
		g.printf(", Lists: %d", lists)
	}
	if isMap {
		g.printf(", Map: true")
	}
	if required {
		g.printf(", Required: true")
	}
	if s.Format == "password" {
		g.printf(", Secret: true")
	}
	if readOnly {
		g.printf(", ReadOnly: true")
	}
	if assigned, _ := s.Extensions["x-assigned"].(bool); assigned {
		g.printf(", Assigned: true")
	}
	units := map[string]string{"usecs": "UnixUsecs", "msecs": "UnixMsecs", "secs": "UnixSecs"}
	if unit := units[extension(s.Extensions, "x-time", "")]; unit != "" {
		g.printf(", Unit: %s", unit)
	}
	if unit := extension(s.Extensions, "x-span", ""); unit != "" {
		g.printf(", Unit: Span%s", strings.ToUpper(unit[:1])+unit[1:])
	}
	if extension(s.Extensions, "x-size", "") != "" {
		g.printf(", Unit: Bytes")
	}
	if len(s.Enum) > 0 {
		g.printf(", Enum: []string{")
		for i, v := range s.Enum {
			if i > 0 {
				g.printf(", ")
			}
			g.printf("%q", fmt.Sprint(v))
		}
		g.printf("}")
	}
	if s.Pattern != "" {
		g.printf(", Pattern: %s", strconv.Quote(s.Pattern))
	}
	if s.Default != nil {
		g.printf(", Default: %q", fmt.Sprint(s.Default))
	}
	if minItems > 0 {
		g.printf(", MinItems: %d", minItems)
	}
	g.limits(key, s)
	if kind != "" {
		g.printf(", Kind: %q", kind)
	}
	g.printf("}")
}

// limits writes which values a schema excludes. The tables have room for a range of integers and for strings that are not empty.
func (g *generator) limits(key string, s *openapi3.Schema) {
	if s.MinLength > 0 {
		g.printf(", NotEmpty: true")
	}
	if s.MinLength > 1 || s.MaxLength != nil {
		g.errs = append(g.errs, fmt.Errorf("%s has a length other than minLength: 1, which is not checked", key))
	}
	switch {
	case s.Min == nil && s.Max == nil:
	case s.Min == nil || !s.Type.Is("integer"):
		g.errs = append(g.errs, fmt.Errorf("%s needs a minimum with its maximum, and has to be an integer", key))
	case s.Max == nil:
		g.printf(", Range: &Range{%d, NoLimit}", int64(*s.Min))
	default:
		g.printf(", Range: &Range{%d, %d}", int64(*s.Min), int64(*s.Max))
	}
}

func (g *generator) model(name string) int {
	if i := slices.Index(g.models, name); i >= 0 {
		return i
	}
	g.models = append(g.models, name)
	return len(g.models) - 1
}

// basePath returns the path of a server's URL, which may have variables in its host.
func basePath(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	if slash := strings.Index(rest, "/"); slash >= 0 {
		return strings.TrimRight(rest[slash:], "/")
	}
	return ""
}

func refName(ref string) string { return ref[strings.LastIndex(ref, "/")+1:] }

func extension(of map[string]any, name, otherwise string) string {
	if v, ok := of[name].(string); ok {
		return v
	}
	return otherwise
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// Kebab turns a field's name into a flag's: startTimeUsecs becomes start-time-usecs, includeVMFolders
// include-vm-folders.
func Kebab(name string) string {
	runes := []rune(name)
	var b strings.Builder
	for i, r := range runes {
		if unicode.IsUpper(r) && i > 0 {
			afterLower := !unicode.IsUpper(runes[i-1]) && runes[i-1] != '-'
			beforeLower := i+1 < len(runes) && unicode.IsLower(runes[i+1]) && unicode.IsUpper(runes[i-1])
			if afterLower || beforeLower {
				b.WriteByte('-')
			}
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
