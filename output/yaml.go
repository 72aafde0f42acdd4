package output

import (
	"io"

	"github.com/go-json-experiment/json/jsontext"
	"go.yaml.in/yaml/v3"
)

// YAML writes a JSON answer as YAML. Every field and digit stays as it was sent, in its order, because the
// document is built from the answer's own words and never from Go values.
func YAML(w io.Writer, r io.Reader) error {
	dec := jsontext.NewDecoder(r, options...)
	node, err := yamlNode(dec)
	if err == io.EOF {
		return nil
	}
	if err == nil {
		if _, err = dec.ReadToken(); err == io.EOF {
			return writeYAML(w, node)
		}
	}
	return NotJSON(err)
}

func writeYAML(w io.Writer, node *yaml.Node) error {
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(node); err != nil {
		return err
	}
	return enc.Close()
}

func yamlNode(dec *jsontext.Decoder) (*yaml.Node, error) {
	tok, err := dec.ReadToken()
	if err != nil {
		return nil, err
	}
	scalar := func(tag string) (*yaml.Node, error) {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: tok.String()}, nil
	}
	switch tok.Kind() {
	case '{', '[':
		n := &yaml.Node{Kind: yaml.MappingNode}
		end := jsontext.Kind('}')
		if tok.Kind() == '[' {
			n.Kind, end = yaml.SequenceNode, ']'
		}
		for dec.PeekKind() != end {
			item, err := yamlNode(dec)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, item)
		}
		if len(n.Content) == 0 {
			n.Style = yaml.FlowStyle // [] and {} say more than nothing
		}
		_, err = dec.ReadToken()
		return n, err
	case '"':
		return scalar("!!str")
	case '0':
		// 1e3 is a number in JSON; YAML's rules would read it as text without a tag of its own.
		n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: tok.String()}
		for _, c := range n.Value {
			if c == '.' || c == 'e' || c == 'E' {
				n.Tag = "!!float"
			}
		}
		return n, nil
	case 't', 'f':
		return scalar("!!bool")
	}
	return scalar("!!null")
}
