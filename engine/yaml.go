package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// What a YAML document may be at most. A few bytes of YAML can stand for gigabytes, and the library needs some hundred bytes for
// each value, so that the size of the text alone is no bound.
const (
	yamlNodes      = 1 << 20 // values, once its aliases are followed
	yamlDepth      = 1000    // lists and objects inside of each other, once its aliases are followed
	yamlDirectives = 100     // lines that declare tags, each of which the library compares with all others
)

// yamlToJSON turns a YAML document into JSON in the same order, whole numbers with every digit. The JSON is at most maxInput bytes.
// An error names the line.
func yamlToJSON(text []byte) (json.RawMessage, error) {
	return (&jsonFromYAML{open: map[*yaml.Node]bool{}}).document(text)
}

// ReadYAML turns a YAML document into JSON, see yamlToJSON, and returns the line of each value by its path, such as policies[0].name. A text
// that is JSON stays as it is, and has no lines.
func ReadYAML(text []byte) (raw json.RawMessage, lines map[string]int, err error) {
	text = bytes.TrimPrefix(text, []byte(byteOrderMark))
	if json.Valid(text) {
		return text, nil, nil
	}
	w := &jsonFromYAML{open: map[*yaml.Node]bool{}, lines: map[string]int{}}
	raw, err = w.document(text)
	return raw, w.lines, err
}

// document writes a YAML document as JSON.
func (w *jsonFromYAML) document(text []byte) (json.RawMessage, error) {
	if err := checkYAML(text); err != nil {
		return nil, err
	}
	var doc, more yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(text))
	if err := dec.Decode(&doc); err != nil {
		if err == io.EOF {
			return nil, i18n.NewError("yaml.empty|It is empty.")
		}
		return nil, yamlError(err)
	}
	switch err := dec.Decode(&more); {
	case err == nil:
		return nil, i18n.NewError("yaml.documents|It has more than one document.")
	case err != io.EOF:
		return nil, i18n.NewError("yaml.behind|What follows the first document cannot be read: {{.Reason}}", "Reason", yamlError(err).Error())
	}
	if err := w.node(&doc, 0); err != nil {
		return nil, err
	}
	if w.out.Len() > maxInput { // by what JSON escapes
		return nil, i18n.NewError("yaml.escaped|As JSON, it is larger than 64 MiB.")
	}
	return w.out.Bytes(), nil
}

// checkYAML refuses, before it is read, a text that may have more values than a document may have, or so many tags that reading it
// would take minutes. What separates values is counted wherever it stands, also in texts and comments.
func checkYAML(text []byte) error {
	separators, directives, line, begins := 0, 0, 1, true
	for i, c := range text {
		switch c {
		case ',', ':', '[', '{':
			separators++
		case '-', '?':
			if i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n' || text[i+1] == '\r' || text[i+1] == '\t') {
				separators++
			}
		case '%':
			if begins && bytes.HasPrefix(text[i:], []byte("%TAG")) {
				directives++
			}
		}
		if separators > yamlNodes {
			return tooManyValues(line)
		}
		if directives > yamlDirectives {
			return i18n.NewError("yaml.tags|Line {{.Line}}: there are too many %TAG directives.", "Line", line)
		}
		if begins = c == '\n' || c == '\r'; c == '\n' {
			line++
		}
	}
	return nil
}

// yamlError returns an error of the library with its line, which it leaves out where that is the first, and without its name.
func yamlError(err error) error {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if n, _ := fmt.Sscanf(text, "line %d:", &line); n == 1 {
		_, text, _ = strings.Cut(text, ": ")
	}
	if strings.Contains(text, "exceeded max depth") { // of the library, which is larger than ours
		return tooDeep(line)
	}
	return atLine(line, text)
}

// LineError says what is wrong with a line of a YAML document.
type LineError struct {
	Line   int
	Reason string
}

func (e *LineError) Error() string {
	return i18n.T("yaml.line|Line {{.Line}}: {{.Reason}}", "Line", e.Line, "Reason", e.Reason)
}

func atLine(line int, reason string) error { return &LineError{line, reason} }

func tooDeep(line int) error {
	return i18n.NewError("yaml.deep|Line {{.Line}}: lists and objects are nested more than {{.Most}} levels deep.", "Line", line, "Most", yamlDepth)
}

func tooManyValues(line int) error {
	return i18n.NewError("yaml.large|Line {{.Line}}: there are too many values. Use JSON for a body of this size.", "Line", line)
}

// jsonFromYAML writes the nodes of a YAML document as JSON.
type jsonFromYAML struct {
	out   bytes.Buffer
	nodes int
	open  map[*yaml.Node]bool // nodes with anchors whose ends are not written yet
	alias *yaml.Node          // that is being written out, the outermost one; nil outside of aliases
	lines map[string]int      // by the paths of values; nil where nobody wants them
	path  string              // of what is being written, where somebody wants the lines
}

// inside writes the node of a list or object, whose path is a step further, and whose line is that of the node at.
func (w *jsonFromYAML) inside(step string, at, n *yaml.Node, depth int) error {
	if w.lines == nil {
		return w.node(n, depth)
	}
	above := w.path
	if w.path += step; above == "" {
		w.path = strings.TrimPrefix(w.path, ".")
	}
	w.lines[w.path] = w.line(at)
	err := w.node(n, depth)
	w.path = above
	return err
}

// line returns the line where what is being written stands: a node's own, or that of the alias that repeats it.
func (w *jsonFromYAML) line(n *yaml.Node) int {
	if w.alias != nil {
		return w.alias.Line
	}
	return n.Line
}

// node writes a node that stands at a depth.
func (w *jsonFromYAML) node(n *yaml.Node, depth int) error {
	w.nodes++
	switch {
	case w.nodes > yamlNodes:
		return tooManyValues(w.line(n))
	case depth > yamlDepth:
		return tooDeep(w.line(n))
	}
	switch n.Kind {
	case yaml.DocumentNode:
		return w.node(n.Content[0], depth)
	case yaml.AliasNode:
		if w.open[n.Alias] {
			return i18n.NewError("yaml.cycle|Line {{.Line}}: '*{{.Name}}' refers to something that it is a part of.", "Line", n.Line, "Name", n.Value)
		}
		if w.alias == nil {
			w.alias = n
			defer func() { w.alias = nil }()
		}
		return w.node(n.Alias, depth)
	case yaml.SequenceNode, yaml.MappingNode:
		if n.Anchor != "" {
			w.open[n] = true
			defer delete(w.open, n)
		}
		if n.Kind == yaml.SequenceNode {
			return w.list(n, depth)
		}
		return w.object(n, depth)
	}
	return w.scalar(n)
}

func (w *jsonFromYAML) list(n *yaml.Node, depth int) error {
	w.out.WriteByte('[')
	for i, item := range n.Content {
		if i > 0 {
			w.out.WriteByte(',')
		}
		if err := w.inside("["+strconv.Itoa(i)+"]", item, item, depth+1); err != nil {
			return err
		}
	}
	w.out.WriteByte(']')
	return nil
}

func (w *jsonFromYAML) object(n *yaml.Node, depth int) error {
	w.out.WriteByte('{')
	seen := make(map[string]bool, len(n.Content)/2)
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Tag == "!!merge" {
			return i18n.NewError("yaml.merge|Line {{.Line}}: merge keys (<<) are not supported. Write the fields out.", "Line", key.Line)
		}
		if key.Kind != yaml.ScalarNode || seen[key.Value] {
			return i18n.NewError("yaml.key|Line {{.Line}}: '{{.Key}}' is not a name, or is given twice.", "Line", key.Line, "Key", key.Value)
		}
		seen[key.Value] = true
		if i > 0 {
			w.out.WriteByte(',')
		}
		if err := w.text(key); err != nil {
			return err
		}
		w.out.WriteByte(':')
		if err := w.inside("."+key.Value, key, n.Content[i+1], depth+1); err != nil {
			return err
		}
	}
	w.out.WriteByte('}')
	return nil
}

// scalar writes a value without parts.
func (w *jsonFromYAML) scalar(n *yaml.Node) error {
	if n.Style == 0 && isJSONNumber(n.Value) { // without a tag of its own: the library takes one that no float holds, such as 1e400, for text
		return w.number(n)
	}
	var value any
	switch n.ShortTag() {
	case "!!null":
		w.out.WriteString("null")
		return nil
	case "!!bool":
		value = new(bool)
	case "!!int":
		value = new(int64)
	case "!!float":
		value = new(float64)
	default: // text, and dates, which JSON has as text
		return w.text(n)
	}
	if n.ShortTag() != "!!bool" && isJSONNumber(n.Value) {
		return w.number(n)
	}
	err := n.Decode(value)
	var raw []byte
	if err == nil {
		raw, err = json.Marshal(value) // which JSON has no form for, such as .inf
	}
	if err != nil {
		return i18n.NewError("yaml.value|Line {{.Line}}: '{{.Value}}' cannot be read as {{.Type}}.", "Line", n.Line, "Value", n.Value, "Type", n.ShortTag())
	}
	w.out.Write(raw)
	return nil
}

// number writes the text of a node as it is: a number that passed through a float would lose digits.
func (w *jsonFromYAML) number(n *yaml.Node) error {
	if err := w.fits(n); err != nil {
		return err
	}
	w.out.WriteString(n.Value)
	return nil
}

// text writes the text of a node as a string.
func (w *jsonFromYAML) text(n *yaml.Node) error {
	if err := w.fits(n); err != nil {
		return err
	}
	writeString(&w.out, n.Value)
	return nil
}

// fits returns an error where the text of a node would make the JSON too large.
func (w *jsonFromYAML) fits(n *yaml.Node) error {
	if w.out.Len()+len(n.Value) > maxInput {
		return i18n.NewError("yaml.long|Line {{.Line}}: with its aliases written out, it is larger than 64 MiB.", "Line", w.line(n))
	}
	return nil
}

// isJSONNumber reports whether a text is a number as JSON writes it.
func isJSONNumber(text string) bool {
	return text != "" && (text[0] == '-' || text[0] >= '0' && text[0] <= '9') && json.Valid([]byte(text))
}
