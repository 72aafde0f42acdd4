package engine

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// YAMLNotes returns the comments of a field of a YAML document: lines above it, and one behind its value; "" for none. value is what the
// field has.
type YAMLNotes func(f *api.Field, value any) (above, behind string)

// Described are the notes that describe each field above it, in the words of the document.
func Described(f *api.Field, _ any) (above, behind string) {
	if f.About == "" {
		return "", ""
	}
	return i18n.T(i18n.Text(f.About)), ""
}

// YAMLNode returns an object with these fields as YAML: those of the document in its order, and any other behind them. The values are those of
// JSON, numbers as json.Number. notes may be nil.
func YAMLNode(fields []api.Field, object map[string]any, notes YAMLNotes) *yaml.Node {
	node := &yaml.Node{Kind: yaml.MappingNode}
	add := func(name string, f *api.Field, value any) {
		key, below := yamlText(name), yamlValue(f, value, notes)
		if notes != nil && f != nil {
			key.HeadComment, below.LineComment = notes(f, value)
		}
		node.Content = append(node.Content, key, below)
	}
	known := map[string]bool{}
	for i := range fields {
		f := &fields[i]
		known[f.Name] = true
		if value, ok := object[f.Name]; ok {
			add(f.Name, f, value)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if !known[name] {
			add(name, nil, object[name])
		}
	}
	return node
}

// yamlValue returns the value of a field, which is nil for one that the document does not have.
func yamlValue(f *api.Field, value any, notes YAMLNotes) *yaml.Node {
	switch value := value.(type) {
	case map[string]any:
		var fields []api.Field
		if f != nil && !f.Map {
			fields = f.Fields()
		}
		return YAMLNode(fields, value, notes)
	case []any:
		node := &yaml.Node{Kind: yaml.SequenceNode}
		if len(value) == 0 {
			node.Style = yaml.FlowStyle
		}
		for i, item := range value {
			if i > 0 && f != nil && f.Type == api.Object {
				node.Content = append(node.Content, yamlValue(f, item, nil)) // what the fields mean stands at the first item
			} else {
				node.Content = append(node.Content, yamlValue(f, item, notes))
			}
		}
		return node
	case json.Number:
		tag := "!!int"
		if strings.ContainsAny(value.String(), ".eE") {
			tag = "!!float"
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value.String()}
	case string:
		return yamlText(value)
	}
	node := &yaml.Node{}
	_ = node.Encode(value) // true, false or null
	return node
}

// yamlText returns a text, in quotes where it would be read as anything else.
func yamlText(text string) *yaml.Node {
	node := &yaml.Node{}
	if _ = node.Encode(text); node.Style == 0 && isJSONNumber(text) { // one that no float holds, such as 1e400, is text for the library alone
		node.Style = yaml.DoubleQuotedStyle
	}
	return node
}

// WriteYAML returns a node as text, indented by two spaces.
func WriteYAML(node *yaml.Node) ([]byte, error) {
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	err := enc.Encode(node)
	if err == nil {
		err = enc.Close()
	}
	return out.Bytes(), err
}
