package commands

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// inputLimit is the most that is read from a file or standard input for a flag, in bytes.
const inputLimit = 64 << 20

// source gives the text behind a flag's value: the value itself, a file for @FILE, or standard input for -.
func (inv *invocation) source(f *flagSpec, typed string) (text []byte, file string, err error) {
	switch {
	case typed == "-":
		if inv.stdin != "" {
			return nil, "", usage("--{{.Flag}}: standard input was read for --{{.Other}} already.", "Flag", f.Name, "Other", inv.stdin)
		}
		inv.stdin = f.Name
		text, err = readLimited(inv.Streams.In)
	case strings.HasPrefix(typed, "@"):
		file = expandHome(typed[1:])
		var in *os.File
		if in, err = os.Open(file); err == nil {
			defer in.Close()
			text, err = readLimited(in)
		}
	default:
		return []byte(typed), "", nil
	}
	if err != nil {
		return nil, "", usage("--{{.Flag}}: {{.Reason}}", "Flag", f.Name, "Reason", err.Error())
	}
	return text, file, nil
}

func readLimited(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, inputLimit+1))
	if err == nil && len(text) > inputLimit {
		err = errors.New(i18n.T("more than 64 MiB of input"))
	}
	return text, err
}

// expandHome puts the home folder for a leading ~, which a shell leaves alone behind an @.
func expandHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator) {
		if home, err := os.UserHomeDir(); err == nil {
			return home + rest
		}
	}
	return path
}

// jsonValue reads a flag's value as JSON, or as YAML from a file or standard input that is no JSON.
func (inv *invocation) jsonValue(f *flagSpec, typed string) (json.RawMessage, error) {
	text, file, err := inv.source(f, typed)
	if err != nil {
		return nil, err
	}
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))) // editors on Windows begin files with this mark
	fromCommandLine := file == "" && typed != "-"
	ending := strings.ToLower(filepath.Ext(file))
	looksJSON := len(text) > 0 && strings.ContainsRune("{[\"", rune(text[0]))
	if !fromCommandLine && (ending == ".yaml" || ending == ".yml" || ending != ".json" && !looksJSON) {
		raw, err := yamlToJSON(text)
		if err != nil {
			return nil, usage("--{{.Flag}}: not valid YAML: {{.Reason}}", "Flag", f.Name, "Reason", strings.TrimPrefix(err.Error(), "yaml: "))
		}
		return raw, nil
	}
	var compact bytes.Buffer
	if json.Compact(&compact, text) != nil {
		var any json.RawMessage
		err := json.Unmarshal(text, &any) // says where, which Compact does not
		line, column := 1, 1
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			before := string(text[:min(max(int(syntax.Offset)-1, 0), len(text))])
			line += strings.Count(before, "\n")
			column = len(before) - strings.LastIndex(before, "\n")
		}
		return nil, usage("--{{.Flag}}: not valid JSON at line {{.Line}}, column {{.Column}}: {{.Reason}}",
			"Flag", f.Name, "Line", line, "Column", column, "Reason", err.Error())
	}
	return compact.Bytes(), nil
}

// secret reads the value of a flag that should not stand on a command line: from a file, from standard input, or
// at a prompt that shows nothing.
func (inv *invocation) secret(f *flagSpec, typed string) (string, error) {
	if typed == "-" && inv.Streams.CanAsk() && inv.Streams.ReadPass != nil {
		fmt.Fprintf(inv.Streams.Err, "--%s: ", f.Name)
		raw, err := inv.Streams.ReadPass()
		fmt.Fprintln(inv.Streams.Err)
		if err != nil {
			return "", usage("--{{.Flag}}: {{.Reason}}", "Flag", f.Name, "Reason", err.Error())
		}
		return string(raw), nil
	}
	text, _, err := inv.source(f, typed)
	if err != nil || typed != "-" && !strings.HasPrefix(typed, "@") {
		return string(text), err
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}

// yamlNodes is the most nodes that a YAML document may have once its aliases are followed.
const yamlNodes = 1 << 20

// yamlToJSON turns a YAML document into JSON in the same order, whole numbers with every digit.
func yamlToJSON(text []byte) (json.RawMessage, error) {
	var doc yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(text))
	if err := dec.Decode(&doc); err != nil {
		if err == io.EOF {
			return nil, errors.New(i18n.T("there is nothing in it"))
		}
		return nil, err
	}
	var more yaml.Node
	if dec.Decode(&more) == nil {
		return nil, errors.New(i18n.T("there is more than one document in it"))
	}
	var out bytes.Buffer
	left := yamlNodes
	err := writeNode(&out, &doc, &left)
	return out.Bytes(), err
}

func writeNode(out *bytes.Buffer, n *yaml.Node, left *int) error {
	if *left--; *left < 0 {
		return errors.New(i18n.T("too many values"))
	}
	at := func(reason string) error {
		return errors.New(i18n.T("line {{.Line}}: {{.Reason}}", "Line", n.Line, "Reason", reason))
	}
	switch n.Kind {
	case yaml.DocumentNode:
		return writeNode(out, n.Content[0], left)
	case yaml.AliasNode:
		return writeNode(out, n.Alias, left)
	case yaml.SequenceNode:
		out.WriteByte('[')
		for i, item := range n.Content {
			if i > 0 {
				out.WriteByte(',')
			}
			if err := writeNode(out, item, left); err != nil {
				return err
			}
		}
		out.WriteByte(']')
		return nil
	case yaml.MappingNode:
		out.WriteByte('{')
		seen := make(map[string]bool)
		for i := 0; i < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Tag == "!!merge" {
				return at(i18n.T("merge keys (<<) are not supported: write the fields out"))
			}
			if key.Kind != yaml.ScalarNode || seen[key.Value] {
				return errors.New(i18n.T("line {{.Line}}: {{.Key}} is no name, or is given twice", "Line", key.Line, "Key", quoted(key.Value)))
			}
			seen[key.Value] = true
			if i > 0 {
				out.WriteByte(',')
			}
			writeString(out, key.Value)
			out.WriteByte(':')
			if err := writeNode(out, n.Content[i+1], left); err != nil {
				return err
			}
		}
		out.WriteByte('}')
		return nil
	}
	var value any
	switch n.ShortTag() {
	case "!!null":
		out.WriteString("null")
		return nil
	case "!!bool":
		var b bool
		if err := n.Decode(&b); err != nil {
			return at(err.Error())
		}
		value = b
	case "!!int":
		if json.Valid([]byte(n.Value)) {
			out.WriteString(n.Value) // as written: a number that passed through a float would not be
			return nil
		}
		var i int64
		if err := n.Decode(&i); err != nil {
			return at(err.Error())
		}
		value = i
	case "!!float":
		if json.Valid([]byte(n.Value)) {
			out.WriteString(n.Value)
			return nil
		}
		var f float64
		if err := n.Decode(&f); err != nil {
			return at(err.Error())
		}
		value = f
	default: // text, and dates, which JSON has as text
		writeString(out, n.Value)
		return nil
	}
	raw, err := json.Marshal(value)
	if err != nil {
		return at(err.Error())
	}
	out.Write(raw)
	return nil
}

// writeString writes a JSON string without making < > & unreadable.
func writeString(out *bytes.Buffer, s string) {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // text always encodes
	out.Truncate(out.Len() - 1)
}

// body makes the request's body from the flags that fill it, or from --json-input.
func (inv *invocation) body(op *api.Operation) (json.RawMessage, error) {
	if op.Body == nil {
		return nil, nil
	}
	fields := make(map[string]*flagSpec)  // whole fields by name
	parts := make(map[string][]*flagSpec) // flags inside an object, by its name
	for _, f := range inv.flags.list {
		if f.raw == nil || f.Body == nil {
			continue
		}
		if inv.flags.given("json-input") {
			return nil, usage("--{{.Flag}} and --json-input exclude each other: put the field into the JSON.", "Flag", f.Name)
		}
		if len(f.Body) == 1 {
			fields[f.Body[0]] = f
		} else {
			parts[f.Body[0]] = append(parts[f.Body[0]], f)
		}
	}
	if f := inv.flags.named("json-input"); f.raw != nil {
		return inv.jsonValue(f, inv.flags.text("json-input"))
	}
	var out bytes.Buffer
	out.WriteByte('{')
	for i := range op.Body {
		name := op.Body[i].Name
		whole, inner := fields[name], parts[name]
		if whole == nil && inner == nil {
			continue
		}
		if whole != nil && inner != nil {
			return nil, usage("--{{.Flag}} and --{{.Other}} exclude each other: one gives the whole object, the other a field of it.",
				"Flag", whole.Name, "Other", inner[0].Name)
		}
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		writeString(&out, name)
		out.WriteByte(':')
		if whole != nil {
			raw, err := inv.fieldValue(whole)
			if err != nil {
				return nil, err
			}
			out.Write(raw)
			continue
		}
		out.WriteByte('{')
		for j, f := range inner {
			if j > 0 {
				out.WriteByte(',')
			}
			writeString(&out, f.Body[1])
			out.WriteByte(':')
			raw, err := inv.fieldValue(f)
			if err != nil {
				return nil, err
			}
			out.Write(raw)
		}
		out.WriteByte('}')
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// fieldValue is the JSON of what was typed for one field of a body.
func (inv *invocation) fieldValue(f *flagSpec) (json.RawMessage, error) {
	last := f.raw[len(f.raw)-1]
	if f.Field.Lists == 0 && !f.Field.Map && f.Field.Type != api.Object && f.Field.Type != api.Any {
		return inv.scalar(f, last)
	}
	simple := f.Field.Lists == 1 && f.Field.Type != api.Object && f.Field.Type != api.Any
	if simple && !strings.HasPrefix(last, "[") && !strings.HasPrefix(last, "@") && last != "-" {
		items, err := f.items()
		if err != nil {
			return nil, err
		}
		list := []byte{'['}
		for i, item := range items {
			raw, err := inv.scalar(f, item)
			if err != nil {
				return nil, err
			}
			if i > 0 {
				list = append(list, ',')
			}
			list = append(list, raw...)
		}
		return append(list, ']'), nil
	}
	var all []byte
	for _, typed := range f.raw {
		raw, err := inv.jsonValue(f, typed)
		if err != nil {
			return nil, err
		}
		switch {
		case f.Field.Lists == 0:
			all = raw // the last one counts
			continue
		case len(raw) > 0 && raw[0] == '{': // one item of the list by itself
			raw = append(append([]byte{'['}, raw...), ']')
		case len(raw) < 2 || raw[0] != '[':
			return raw, nil // the check says what is wrong with it
		}
		if len(all) > 2 && len(raw) > 2 {
			all = append(append(all[:len(all)-1], ','), raw[1:]...)
		} else if len(all) <= 2 {
			all = raw
		}
	}
	return all, nil
}

// scalar is the JSON of one value. A number or boolean that is none goes as text, so that the check names it.
func (inv *invocation) scalar(f *flagSpec, typed string) (json.RawMessage, error) {
	var err error
	if f.Field.Secret {
		typed, err = inv.secret(f, typed)
	} else {
		typed, err = inv.wire(f, typed)
	}
	if err != nil {
		return nil, err
	}
	if f.Field.Type != api.String && json.Valid([]byte(typed)) && !strings.HasPrefix(typed, `"`) {
		return json.RawMessage(typed), nil
	}
	var out bytes.Buffer
	writeString(&out, typed)
	return out.Bytes(), nil
}
