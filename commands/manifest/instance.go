package manifest

import (
	"encoding/json"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/commands/connections"
	"ibmcloud-backup-recovery-plugin/commands/groups"
	"ibmcloud-backup-recovery-plugin/commands/policies"
	"ibmcloud-backup-recovery-plugin/commands/readable"
	"ibmcloud-backup-recovery-plugin/commands/sources"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// subjects are the sorts of things in a file, each behind those that it may need.
var subjects = []*change.Subject{connections.Subject, sources.Subject, policies.Subject, groups.Subject}

// existing is a thing that the instance has.
type existing struct {
	id    string
	name  string
	owner string         // the name of the file that has made it; "" where none has
	seen  map[string]any // as people read it
}

// instance is what an instance has, as far as it was read.
type instance struct {
	words  *readable.Words
	adds   *defaults
	things map[*change.Subject][]*existing
}

func newInstance(c *engine.Context) (*instance, error) {
	adds, err := readDefaults(c)
	return &instance{words: readable.NewWords(), adds: adds, things: map[*change.Subject][]*existing{}}, err
}

// form returns how things of a sort are read and written.
func (in *instance) form(s *change.Subject) *readable.Form {
	return &readable.Form{Fields: s.Create.Body, Words: in.words, Adds: in.adds.of(s)}
}

// read reads the things of sorts.
func (in *instance) read(c *engine.Context, chosen []*change.Subject) error {
	lists := make([]*engine.Result, len(chosen))
	err := c.AtOnce(len(chosen), func(c *engine.Context, i int) (err error) {
		lists[i], err = c.Call(api.NewRequest(chosen[i].List))
		return err
	})
	for i := 0; err == nil && i < len(chosen); i++ {
		in.words.Take(chosen[i].Kind, output.List(lists[i].Value, chosen[i].Rows)) // the others name them
	}
	for i := 0; err == nil && i < len(chosen); i++ {
		err = in.take(c, chosen[i], lists[i])
	}
	return err
}

// take takes the things of a sort from a list.
func (in *instance) take(c *engine.Context, s *change.Subject, list *engine.Result) error {
	in.things[s] = nil
	for _, row := range output.List(list.Value, s.Rows) {
		if output.At(row, "isDeleted") == true {
			continue
		}
		thing, err := in.thing(c, s, row)
		if err != nil {
			return err
		}
		in.things[s] = append(in.things[s], thing)
	}
	return nil
}

// thing returns a thing as an answer has it.
func (in *instance) thing(c *engine.Context, s *change.Subject, row any) (*existing, error) {
	body, err := bodyOf(s, row)
	if err != nil {
		return nil, err
	}
	thing := &existing{id: output.String(row, s.ID), name: output.String(row, s.NameIn)}
	if thing.seen, err = in.form(s).Of(c, body); err != nil {
		return nil, err
	}
	thing.owner = takeMark(s, thing.seen)
	return thing, nil
}

// bodyOf returns the body that makes another thing like the one in a row of a list.
func bodyOf(s *change.Subject, row any) (map[string]any, error) {
	raw, err := json.Marshal(row)
	if err != nil {
		return nil, err
	}
	kept, err := s.Create.Kept(raw)
	if err != nil {
		return nil, err
	}
	body, err := readable.Decode(kept)
	if body[s.Name] == nil {
		body[s.Name] = output.String(row, s.NameIn)
	}
	return body, err
}

// named returns the thing with a name, without regard to case, and nil where there is none.
func (in *instance) named(s *change.Subject, name string) *existing {
	for _, thing := range in.things[s] {
		if strings.EqualFold(thing.name, name) {
			return thing
		}
	}
	return nil
}

// The mark of a file stands at the end of a text for people.
const (
	markBegin = "[applied from "
	markEnd   = "]"
)

// takeMark takes the mark of the file that has made a thing out of the text that has it, and returns the name of the file.
func takeMark(s *change.Subject, seen map[string]any) (owner string) {
	text, _ := seen[s.Mark].(string)
	at := strings.LastIndex(text, markBegin)
	if s.Mark == "" || at < 0 || !strings.HasSuffix(text, markEnd) {
		return ""
	}
	owner = strings.TrimSuffix(text[at+len(markBegin):], markEnd)
	if text = strings.TrimSuffix(text[:at], " "); text == "" {
		delete(seen, s.Mark)
	} else {
		seen[s.Mark] = text
	}
	return owner
}

// mark puts the mark of a file into a body.
func mark(s *change.Subject, body map[string]any, owner string) {
	if s.Mark == "" || owner == "" {
		return
	}
	text, _ := body[s.Mark].(string)
	if text != "" {
		text += " "
	}
	body[s.Mark] = text + markBegin + owner + markEnd
}
