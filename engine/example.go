package engine

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// Body is an example of the body of a command: the smallest one that is of use, and valid where what it names exists.
type Body struct {
	Kind  string    // the word behind --example that chooses it; "" where it is the only one of its command
	About i18n.Text // what it does
	Args  string    // the arguments of a command line that sends it; not shown where the command takes none
	YAML  string    // its fields: names in the place of IDs, and times as people type them, such as -7d
}

// exampleFlag is the flag that prints an example of the body.
const exampleFlag = "example"

// declareExample declares the flag that prints an example of the command's body. An example is read only when it is printed.
func (o *Options) declareExample(s *Flags, c *Command) {
	const about i18n.Text = "flag.example|Print an example of the body as commented YAML, and send nothing."
	if len(c.Bodies) == 1 {
		s.add(flag{Name: exampleFlag, About: about, bind: func(f *flag) error {
			if f.text() == "true" {
				o.Example = &c.Bodies[0]
			}
			return nil
		}})
		return
	}
	kinds := make([]string, len(c.Bodies))
	for i := range c.Bodies {
		kinds[i] = c.Bodies[i].Kind
	}
	s.add(flag{Name: exampleFlag, Value: "KIND", optional: true, About: about, Field: &api.Field{Enum: kinds, Default: kinds[0]}, bind: func(f *flag) error {
		i := slices.IndexFunc(kinds, func(kind string) bool { return strings.EqualFold(kind, f.text()) })
		switch near := api.Nearest(f.text(), kinds); {
		case f.text() == "":
			i = 0
		case i >= 0:
		case near != "":
			return Usage("example.near|There is no example '{{.Kind}}'. Did you mean '{{.Near}}'? The examples are {{.Kinds}}.", "Kind", f.text(), "Near", near, "Kinds", strings.Join(kinds, ", "))
		default:
			return Usage("example.unknown|There is no example '{{.Kind}}'. The examples are {{.Kinds}}.", "Kind", f.text(), "Kinds", strings.Join(kinds, ", "))
		}
		o.Example = &c.Bodies[i]
		return nil
	}})
}

// printExample prints an example of the command's body, with a comment above it that says what it does and how it is sent.
func (c *Context) printExample(b *Body) error {
	text, err := b.text(c.command, c.ownLine(b), c.Now().Truncate(time.Second))
	if err == nil {
		_, err = c.Streams.Out.Write(text)
	}
	return err
}

// ownLine returns the command line that sends an example of the command's body from a file.
func (c *Context) ownLine(b *Body) string {
	words := []string{(&found{resource: c.resource, command: c.command}).shortLine(c.catalog)}
	if b.Args != "" && len(c.command.arguments()) > 0 {
		words = append(words, b.Args)
	}
	file := "body"
	if b.Kind != "" {
		file = b.Kind
	}
	return strings.Join(append(words, "--"+jsonInputFlag, "@"+file+".yaml"), " ")
}

// text returns an example as commented YAML. line is the command line that sends it.
func (b *Body) text(c *Command, line string, now time.Time) ([]byte, error) {
	object, err := b.fields(c.Op.Body, now)
	if err != nil {
		return nil, err
	}
	doc := &yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{YAMLNode(c.Op.Body, object, exampleNotes)}}
	doc.HeadComment = i18n.T(b.About) + "\n" + i18n.T("example.send|Send it with: {{.Command}}", "Command", line)
	return WriteYAML(doc)
}

// fields returns the fields of an example, with numbers in the place of times.
func (b *Body) fields(fields []api.Field, now time.Time) (map[string]any, error) {
	raw, err := yamlToJSON([]byte(b.YAML))
	if err != nil {
		return nil, err
	}
	var object map[string]any
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err := dec.Decode(&object); err != nil {
		return nil, err
	}
	for i := range fields {
		if typed, ok := object[fields[i].Name].(string); ok && fields[i].Type == api.Integer && fields[i].Kind == "" {
			number, err := convert(&fields[i], fields[i].Name, typed, now)
			if err != nil {
				return nil, err
			}
			object[fields[i].Name] = json.Number(number)
		}
	}
	return object, nil
}

// exampleNotes are the notes of Described, with times as people read them.
func exampleNotes(f *api.Field, value any) (above, behind string) {
	above, _ = Described(f, value)
	if n, ok := value.(json.Number); ok && f.Unit == api.UnixUsecs {
		if usecs, err := n.Int64(); err == nil {
			behind = time.UnixMicro(usecs).UTC().Format(time.RFC3339)
		}
	}
	return above, behind
}
