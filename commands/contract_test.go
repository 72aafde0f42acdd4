package commands

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/output"
)

// referee holds requests against the document with a library that did not make them.
type referee struct{ router routers.Router }

func newReferee(t *testing.T) *referee {
	doc, err := openapi3.NewLoader().LoadFromData([]byte(api.Document()))
	require.NoError(t, err)
	doc.Servers = openapi3.Servers{{URL: "https://instance/v2"}}
	for _, item := range doc.Paths.Map() { // whatever server it is, the tests have it at one address
		if item.Servers != nil {
			base, err := item.Servers[0].BasePath()
			require.NoError(t, err)
			item.Servers = openapi3.Servers{{URL: "https://instance" + strings.TrimSuffix(base, "/")}}
		}
	}
	doc.Security = nil
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			op.Security = nil
		}
	}
	router, err := gorillamux.NewRouter(doc)
	require.NoError(t, err)
	return &referee{router}
}

func (r *referee) check(t *testing.T, req *http.Request, body []byte) (operation string) {
	req = req.Clone(context.Background())
	req.Body = io.NopCloser(bytes.NewReader(body))
	route, params, err := r.router.FindRoute(req)
	require.NoError(t, err, "%s %s", req.Method, req.URL)
	err = openapi3filter.ValidateRequest(context.Background(), &openapi3filter.RequestValidationInput{Request: req, PathParams: params, Route: route})
	assert.NoError(t, err, "%s %s %s", req.Method, req.URL, body)
	return route.Operation.OperationID
}

// sample is a value for a flag, and the JSON that it should become. The numbers are larger than a float holds.
func sample(f *api.Field) (typed, want string) {
	switch {
	case f.Type == api.Object || f.Type == api.Any || f.Lists > 1:
		want = sampleJSON(f, 0)
		return want, want
	case f.Type == api.Boolean:
		return "true", "true"
	case f.Type == api.Integer:
		typed = sampleNumber(f)
	case f.Type == api.Number:
		typed = "2.5"
	case len(f.Enum) > 0:
		typed = f.Enum[0]
	default:
		typed = sampleText(f)
	}
	want = typed
	if f.Type == api.String {
		want = string(mustJSON(typed))
	}
	if f.Lists == 1 {
		return typed + "," + typed, "[" + want + "," + want + "]"
	}
	return typed, want
}

// sampleNumber returns a number that is larger than a float holds, where the field can have one.
func sampleNumber(f *api.Field) string {
	switch {
	case f.Range != nil && f.Range.Max != api.NoLimit:
		return strconv.FormatInt(f.Range.Max, 10)
	case f.Unit == api.UnixSecs:
		return "1795489984"
	case f.Unit == api.UnixMsecs:
		return "1795489984000"
	}
	return "9007199254740993"
}

func sampleText(f *api.Field) string {
	switch f.Kind { // an identifier, which needs no look-up
	case api.KindPolicy, api.KindGroup, api.KindRecovery:
		return "1:2:3"
	case api.KindRun:
		return "1:2"
	case "", api.KindSnapshot:
	default:
		return "9007199254740993"
	}
	return map[string]string{`^\d+:\d+:\d+$`: "1:2:3", `^\d+:\d+$`: "1:2", `^\d+:\d+:[A-Z0-9-]+$`: "1:2:AB", `^\S+@\S+.\S+$`: "a@b.c"}[f.Pattern] + strings.Repeat("a ü/ß", min(1, max(0, 1-len(f.Pattern))))
}

// sampleJSON is a JSON value of a field with its required fields only.
func sampleJSON(f *api.Field, depth int) string {
	item := `"x"`
	switch {
	case f.Type == api.Object:
		var parts []string
		for i := range f.Fields() {
			if sub := &f.Fields()[i]; sub.Required {
				parts = append(parts, string(mustJSON(sub.Name))+":"+sampleJSON(sub, depth+1))
				if len(sub.Enum) > 0 {
					if needed := api.NeededBy(f.Fields(), sub, sub.Enum[0]); needed != nil {
						parts = append(parts, string(mustJSON(needed.Name))+":"+sampleJSON(needed, depth+1))
					}
				}
			}
		}
		item = "{" + strings.Join(parts, ",") + "}"
	case f.Type == api.Integer:
		item = sampleNumber(f)
	case f.Type == api.Number:
		item = "2.5"
	case f.Type == api.Boolean:
		item = "true"
	case f.Type == api.String && len(f.Enum) > 0:
		item = string(mustJSON(f.Enum[0]))
	case f.Type == api.String:
		item = string(mustJSON(sampleText(f)))
	}
	return strings.Repeat("[", int(f.Lists)) + item + strings.Repeat("]", int(f.Lists))
}

func mustJSON(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err)
	}
	return bytes.TrimSpace(b.Bytes())
}

// everyOperation calls do for each command that is an operation.
func everyOperation(do func(words []string, l engine.Leaf, c *engine.Command)) {
	_, leaves := Catalog().Tree()
	for _, l := range leaves {
		if l.Command.Op != nil {
			do(append(strings.Fields(l.Group), l.Name), l, l.Command)
		}
	}
}

// needed returns valid values for the flags of an operation without which it cannot be sent, and the names of those flags and of the
// fields of the body that they fill.
func needed(c *engine.Command, flags []engine.Flag) (words []string, names map[string]bool) {
	names = map[string]bool{}
	for i := range flags {
		f := &flags[i]
		credential := c.Op == &api.CreateAccessToken && f.Field.Lists == 0 && f.Body != nil // which the service wants in part, and the program whole
		if credential || f.Param != nil && slices.Index(c.OneOf, f.Param.Name) == 0 || f.Param != nil && f.Param.Required || len(f.Body) == 1 && f.Field.Required {
			typed, _ := sample(f.Field)
			words = append(words, "--"+bare(f)+"="+typed)
			names[bare(f)] = true
			if len(f.Body) == 1 {
				names[f.Body[0]] = true
			}
		}
	}
	return words, names
}

// bare returns the name of a flag without its short form.
func bare(f *engine.Flag) string { return f.Name[strings.LastIndex(f.Name, " ")+1:] }

// Every operation and every flag: the request that leaves is valid by the document, and it holds what the flag
// said in the place where it belongs, and nothing that no flag said.
func TestEveryFlagFillsItsPlace(t *testing.T) {
	referee := newReferee(t)
	d := enginetest.New(t, Catalog())
	d.Answer = func(r *http.Request) *http.Response {
		if strings.Contains(r.Header.Get("Accept"), "octet-stream") {
			file := "content"
			offset, _ := strconv.Atoi(r.URL.Query().Get("startOffset"))
			length, err := strconv.Atoi(r.URL.Query().Get("length"))
			if err != nil {
				length = len(file)
			}
			return enginetest.Reply(200, "application/octet-stream", file[min(offset, len(file)):min(offset+length, len(file))])
		}
		if strings.HasSuffix(r.URL.Path, "/cluster-mgmt/upgrades") { // where an answer about no cluster is no success
			return enginetest.Reply(200, "application/json", "[{}]")
		}
		return enginetest.Reply(200, "application/json", "null")
	}
	seen := map[string]bool{}
	everyOperation(func(words []string, l engine.Leaf, c *engine.Command) {
		seen[c.Op.ID] = true
		flags := l.Flags
		base, required := needed(c, flags) // what has to be there is there in each of the requests
		if c.Confirm != "" {
			base = append(base, "--force")
		}
		if c.Op.Answer == api.File {
			base = append(base, "--output-file", filepath.Join(t.TempDir(), "x"))
		}
		for _, f := range append([]*engine.Flag{nil}, pointers(flags)...) {
			line := append(slices.Clone(words), base...)
			want := ""
			if f != nil {
				if f.Param == nil && f.Body == nil {
					continue
				}
				typed, json := sample(f.Field)
				want = json
				whole := len(f.Body) == 2 && required[f.Body[0]]
				switch {
				case required[bare(f)]:
				case whole: // the field's object has to be there: this field stands in for it with its fellows
					line = slices.DeleteFunc(line, func(w string) bool { return strings.HasPrefix(w, "--"+flagOf(flags, f.Body[0])+"=") })
					for _, fellow := range pointers(flags) {
						if len(fellow.Body) == 2 && fellow.Body[0] == f.Body[0] && fellow.Field.Required && bare(fellow) != bare(f) {
							value, _ := sample(fellow.Field)
							line = append(line, "--"+bare(fellow)+"="+value)
						}
					}
					line = append(line, "--"+bare(f)+"="+typed)
				case len(f.Body) == 2:
					for _, fellow := range pointers(flags) {
						if len(fellow.Body) == 2 && fellow.Body[0] == f.Body[0] && fellow.Field.Required && bare(fellow) != bare(f) {
							value, _ := sample(fellow.Field)
							line = append(line, "--"+bare(fellow)+"="+value)
						}
					}
					line = append(line, "--"+bare(f)+"="+typed)
				default:
					line = append(line, "--"+bare(f)+"="+typed)
				}
			}
			_ = os.Remove(lastWord(line))
			status := d.Run(append(line, "--output", "json")...) // for people some commands ask for more
			if c.Op.Answer == api.File {
				for _, w := range line {
					if filepath.IsAbs(w) {
						_ = os.Remove(w)
					}
				}
			}
			if !assert.Equal(t, 0, status, "%q: %s", line, d.Err.String()) || !assert.NotEmpty(t, d.Sent, "%q", line) {
				continue
			}
			assert.NotContains(t, d.Err.String(), "Warning:", "%q", line)
			req, body := d.Sent[0], d.Bodies[0]
			assert.Equal(t, c.Op.ID, referee.check(t, req, body), "%q", line)
			if c.Op.Param(api.TenantHeader) != nil {
				assert.Equal(t, "t/", req.Header.Get(api.TenantHeader))
			}
			if f == nil {
				if c.Op.Body == nil {
					assert.Empty(t, body)
				}
				continue
			}
			if f.Param != nil {
				checkParam(t, req, f, want)
			} else {
				checkBody(t, body, f, want)
			}
		}
	})
	for _, op := range api.Operations {
		assert.NotEqual(t, slices.Contains(withoutCommand, op.ID), seen[op.ID], "%s has no command, or has one and is among those without", op.ID)
	}
}

// withoutCommand are the operations of the document that no command sends yet: those of the servers beside the instance. Who adds a
// command removes its operation here.
var withoutCommand = []string{}

func lastWord(words []string) string { return words[len(words)-1] }

func flagOf(flags []engine.Flag, field string) string {
	for _, f := range pointers(flags) {
		if len(f.Body) == 1 && f.Body[0] == field {
			return bare(f)
		}
	}
	return ""
}

func pointers(flags []engine.Flag) []*engine.Flag {
	list := make([]*engine.Flag, len(flags))
	for i := range flags {
		list[i] = &flags[i]
	}
	return list
}

// plain undoes the JSON of a sample to the text in which it travels outside of a body.
func plain(t *testing.T, want string) string {
	var v any
	dec := json.NewDecoder(strings.NewReader(want))
	dec.UseNumber()
	require.NoError(t, dec.Decode(&v))
	if list, ok := v.([]any); ok {
		var items []string
		for _, item := range list {
			items = append(items, fmt.Sprint(item))
		}
		return strings.Join(items, ",")
	}
	return fmt.Sprint(v)
}

func checkParam(t *testing.T, req *http.Request, f *engine.Flag, want string) {
	text := plain(t, want)
	switch f.Param.In {
	case api.Query:
		assert.Equal(t, []string{text}, req.URL.Query()[f.Param.Name], bare(f))
	case api.Header:
		assert.Equal(t, text, req.Header.Get(f.Param.Name), bare(f))
	case api.Path:
		assert.Contains(t, req.URL.EscapedPath(), "/"+url.PathEscape(text), bare(f))
	}
}

func checkBody(t *testing.T, body []byte, f *engine.Flag, want string) {
	var fields map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(body, &fields))
	raw := fields[f.Body[0]]
	if len(f.Body) == 2 {
		var inner map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(raw, &inner), "%s %s", bare(f), body)
		raw = inner[f.Body[1]]
	}
	assert.Equal(t, want, string(raw), bare(f))
}

// The names of commands and flags that scripts use, with the place that each fills.
func TestScriptsGoOnRunning(t *testing.T) {
	raw, err := os.ReadFile("testdata/flags.json")
	require.NoError(t, err)
	var list []struct {
		Command string            `json:"command"`
		Flags   map[string]string `json:"flags"`
	}
	require.NoError(t, json.Unmarshal(raw, &list))
	assert.Len(t, list, 66)
	commands := map[string]map[string]*engine.Flag{}
	_, leaves := Catalog().Tree()
	for _, l := range leaves {
		flags := map[string]*engine.Flag{}
		for _, f := range pointers(l.Flags) {
			flags[bare(f)] = f
		}
		commands[strings.TrimSpace(l.Group+" "+l.Name)] = flags
	}
	for _, one := range list {
		flags, known := commands[one.Command]
		require.True(t, known, one.Command)
		for name, place := range one.Flags {
			f := flags[name]
			if !assert.NotNil(t, f, "%s --%s", one.Command, name) {
				continue
			}
			have := ""
			switch {
			case f.Param != nil:
				have = map[api.Place]string{api.Path: "path:", api.Query: "query:", api.Header: "header:"}[f.Param.In] + f.Param.Name
			case f.Body != nil:
				have = "body:" + strings.Join(f.Body, ".")
			case name == "xibm-tenant-id":
				have = "header:" + api.TenantHeader
			}
			assert.Equal(t, place, have, "%s --%s", one.Command, name)
		}
	}
}

// No two flags of a command may have one name, and every operation's answer has a view whose paths are documented.
func TestFlagsAreDistinct(t *testing.T) {
	everyOperation(func(words []string, l engine.Leaf, c *engine.Command) {
		seen := map[string]bool{}
		for _, f := range pointers(l.Flags) {
			for _, name := range strings.Split(f.Name, ", ") {
				assert.False(t, seen[name], "%q has two flags %s", words, name)
				seen[name] = true
			}
			assert.NotEmpty(t, f.About, "%q --%s", words, bare(f))
		}
	})
}

func TestEveryAnswerHasAViewOfWhatIsDocumented(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData([]byte(api.Document()))
	require.NoError(t, err)
	answers := map[string]*openapi3.Schema{}
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			for status, response := range op.Responses.Map() {
				if media := response.Value.Content.Get("application/json"); status < "300" && media != nil {
					answers[op.OperationID] = media.Schema.Value
				}
			}
		}
	}
	everyOperation(func(words []string, l engine.Leaf, c *engine.Command) {
		if c.Op.Answer == api.NoAnswer {
			assert.NotEmpty(t, c.Done, "%q says nothing when it is done", words)
			return
		}
		if !assert.NotNil(t, c.View, "%q has no view", words) || c.Op.Answer == api.File {
			return
		}
		checkView(t, c.Op.ID, c.View, answers[c.Op.ID])
	})
}

func checkView(t *testing.T, op string, v *output.View, s *openapi3.Schema) {
	if v.Rows == "*" { // any list of the answer: each has something to show, and each column is of one of them
		shown := map[string]bool{}
		for name, prop := range s.Properties {
			if prop.Value.Items == nil {
				continue
			}
			columns := 0
			for _, c := range v.Columns {
				for _, path := range strings.Split(c.Path, "|") {
					if schemaAt(prop.Value.Items.Value, path) != nil {
						shown[c.Path] = true
						columns++
					}
				}
			}
			assert.Positive(t, columns, "%s: nothing of %s is shown", op, name)
		}
		for _, c := range v.Columns {
			assert.True(t, shown[c.Path], "%s: %q", op, c.Path)
		}
		return
	}
	if v.Rows == "@" {
		s = s.Items.Value
	} else if v.Rows != "" {
		list := schemaAt(s, v.Rows)
		if !assert.NotNil(t, list, "%s: %s", op, v.Rows) || !assert.NotNil(t, list.Items, "%s: %s is no list", op, v.Rows) {
			return
		}
		if s = list.Items.Value; v.Grouped {
			first, _, _ := strings.Cut(v.Children, "|")
			s = schemaAt(s, first).Items.Value
		}
		assert.True(t, v.Empty != "" || v.Heading != "", op)
	}
	for _, c := range v.Columns {
		documented := c.Path == ""
		for _, path := range strings.Split(c.Path, "|") {
			documented = documented || schemaAt(s, path) != nil
		}
		assert.True(t, documented, "%s: %q", op, c.Path)
		found := 0
		for _, path := range c.Needs {
			if schemaAt(s, path) != nil {
				found++
			} else {
				assert.Nil(t, c.Named, "%s: %q needs %q", op, c.Title, path) // others may be formatters of several views
			}
		}
		assert.True(t, found > 0 || c.Needs == nil, "%s: %q needs %q", op, c.Title, c.Needs)
	}
	for i := range v.Sections {
		checkView(t, op, &v.Sections[i], s)
	}
}

func schemaAt(s *openapi3.Schema, path string) *openapi3.Schema {
	for _, step := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' }) {
		for len(s.AllOf) == 1 {
			s = s.AllOf[0].Value
		}
		if strings.HasSuffix(step, "]") {
			if s.Items == nil {
				return nil
			}
			s = s.Items.Value
			continue
		}
		prop := s.Properties[step]
		if prop == nil {
			return nil
		}
		s = prop.Value
	}
	for len(s.AllOf) == 1 {
		s = s.AllOf[0].Value
	}
	return s
}
