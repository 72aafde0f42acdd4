package engine

import (
	"bytes"
	"encoding/json"
	"io"

	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// yamlNodes is the most nodes that a YAML document may have once its aliases are followed.
const yamlNodes = 1 << 20

// yamlToJSON turns a YAML document into JSON in the same order, whole numbers with every digit.
func yamlToJSON(text []byte) (json.RawMessage, error) {
	var doc yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(text))
	if err := dec.Decode(&doc); err != nil {
		if err == io.EOF {
			return nil, i18n.NewError("yaml.empty|It is empty.")
		}
		return nil, err
	}
	var more yaml.Node
	if dec.Decode(&more) == nil {
		return nil, i18n.NewError("yaml.documents|It has more than one document.")
	}
	var out bytes.Buffer
	left := yamlNodes
	err := writeNode(&out, &doc, &left)
	return out.Bytes(), err
}

func writeNode(out *bytes.Buffer, n *yaml.Node, left *int) error {
	if *left--; *left < 0 {
		return i18n.NewError("yaml.large|It has too many values.")
	}
	at := func(err error) error {
		return i18n.NewError("yaml.line|Line {{.Line}}: {{.Reason}}", "Line", n.Line, "Reason", err.Error())
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
				return i18n.NewError("yaml.merge|Line {{.Line}}: merge keys (<<) are not supported. Write the fields out.", "Line", n.Line)
			}
			if key.Kind != yaml.ScalarNode || seen[key.Value] {
				return i18n.NewError("yaml.key|Line {{.Line}}: '{{.Key}}' is not a name, or is given twice.", "Line", key.Line, "Key", key.Value)
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
			return at(err)
		}
		value = b
	case "!!int":
		if json.Valid([]byte(n.Value)) {
			out.WriteString(n.Value) // as written: a number that passed through a float would not be
			return nil
		}
		var i int64
		if err := n.Decode(&i); err != nil {
			return at(err)
		}
		value = i
	case "!!float":
		if json.Valid([]byte(n.Value)) {
			out.WriteString(n.Value)
			return nil
		}
		var f float64
		if err := n.Decode(&f); err != nil {
			return at(err)
		}
		value = f
	default: // text, and dates, which JSON has as text
		writeString(out, n.Value)
		return nil
	}
	raw, err := json.Marshal(value)
	if err != nil {
		return at(err)
	}
	out.Write(raw)
	return nil
}
